//! `AdaptiveAvgPool2d`: an image of a given size, whose pixels are means of windows.

use nnplan::{Arg, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Pair;
use super::pool2d::global;
use super::{Arguments, Geometry, Kind, Layer, On, Op, OpId};
use crate::graph::{Builder, ValueId};

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "AdaptiveAvgPool2d",
    usage: "AdaptiveAvgPool2d(7)",
    stateless: true,
    read: |a| read(a),
}];

fn read(a: &Arguments<'_>) -> Box<dyn Layer> {
    let size = a.required_pair("output_size", "output size", "7");
    // The mean of the whole image has kernels of its own on every device.
    if size.values() == [1, 1] { global() } else { Box::new(AdaptiveAvgPool2d { size }) }
}

#[derive(Debug)]
struct AdaptiveAvgPool2d {
    size: Pair,
}

impl Layer for AdaptiveAvgPool2d {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let size = self.size.values();
        Geometry::AdaptiveAvgPool2d(nnplan::AdaptiveAvgPool2d::new(on.input(), size))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, size) = (on.input(), self.size.expression());
        quote!(#plan::AdaptiveAvgPool2d::new(#input, #size))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&ADAPTIVE_AVG_POOL2D, &[Some(inputs[0])], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        (arg == Arg::Output).then(|| self.size.tokens.clone())
    }
}

static ADAPTIVE_AVG_POOL2D: Op = Op {
    id: OpId::AdaptiveAvgPool2d,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&ADAPTIVE_AVG_POOL2D_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static ADAPTIVE_AVG_POOL2D_GRAD: Op = Op { id: OpId::AdaptiveAvgPool2dGrad, gradient: None };

//! `Upsample2d`: each pixel becomes a block of equal ones.

use nnplan::{Arg, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Pair;
use super::{Geometry, Kind, Layer, On, Op, OpId};
use crate::graph::{Builder, ValueId};

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "Upsample2d",
    usage: "Upsample2d(2)",
    stateless: true,
    read: |a| Box::new(Upsample2d { scale: a.required_pair("scale", "scale", "2") }),
}];

#[derive(Debug)]
struct Upsample2d {
    scale: Pair,
}

impl Layer for Upsample2d {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Upsample2d(nnplan::Upsample2d::new(on.input(), self.scale.values()))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, scale) = (on.input(), self.scale.expression());
        quote!(#plan::Upsample2d::new(#input, #scale))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&UPSAMPLE2D, &[Some(inputs[0])], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        (arg == Arg::Scale).then(|| self.scale.tokens.clone())
    }
}

static UPSAMPLE2D: Op = Op {
    id: OpId::Upsample2d,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&UPSAMPLE2D_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static UPSAMPLE2D_GRAD: Op = Op { id: OpId::Upsample2dGrad, gradient: None };

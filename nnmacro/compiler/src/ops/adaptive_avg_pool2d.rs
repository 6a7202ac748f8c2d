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
    interpret: |g, run| {
        each(g, run.batch, |from, to, count| run.outputs[0][to] += run.inputs[0][from] / count);
    },
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&ADAPTIVE_AVG_POOL2D_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static ADAPTIVE_AVG_POOL2D_GRAD: Op = Op {
    id: OpId::AdaptiveAvgPool2dGrad,
    interpret: |g, run| {
        each(g, run.batch, |to, from, count| run.outputs[0][to] += run.inputs[0][from] / count);
    },
    gradient: None,
};

/// Calls `f` with each pixel of the input, each pixel of the output whose window it lies in, and the pixels of that window.
fn each(g: &Geometry, batch: usize, mut f: impl FnMut(usize, usize, f64)) {
    let Geometry::AdaptiveAvgPool2d(g) = g else { unreachable!("geometry of another layer") };
    let ([rows, columns], [height, width]) = (g.size, [g.input.dim(1), g.input.dim(2)]);
    let window = |i: usize, from: usize, to: usize| i * from / to..((i + 1) * from).div_ceil(to);
    for to in 0..batch * g.output().len() {
        let (i, j, plane) = (to / columns % rows, to % columns, to / (rows * columns));
        let (down, across) = (window(i, height, rows), window(j, width, columns));
        let count = (down.len() * across.len()) as f64;
        for row in down {
            for column in across.clone() {
                f((plane * height + row) * width + column, to, count);
            }
        }
    }
}

//! `expand(x, [16, 8, 8])`: axes of size 1 are repeated.

use nnplan::{AXES, Arg, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Sizes;
use super::{Function, Geometry, Layer, On, Op, OpId, Operands};
use crate::graph::{Builder, ValueId};

pub(super) const FUNCTIONS: &[Function] = &[Function {
    name: "expand",
    usage: "expand(x, [channels, height, width])",
    operands: Operands::Exactly(1),
    read: |a| Box::new(Expand { to: a.sizes("shape", AXES) }),
}];

#[derive(Debug)]
struct Expand {
    to: Sizes,
}

impl Layer for Expand {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Expand(nnplan::Expand::new(on.input(), self.to.shape()))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, to) = (on.input(), self.to.expression(plan));
        quote!(#plan::Expand::new(#input, #to))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&EXPAND, &[Some(inputs[0])], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        (arg == Arg::Shape).then(|| self.to.tokens.clone())
    }
}

static EXPAND: Op = Op {
    id: OpId::Expand,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&EXPAND_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static EXPAND_GRAD: Op = Op { id: OpId::ExpandGrad, gradient: None };

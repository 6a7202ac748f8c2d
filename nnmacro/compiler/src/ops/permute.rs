//! `transpose(x)` and `permute(x, [1, 2, 0])`: the axes in another order.

use nnplan::{AXES, Arg, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Sizes;
use super::{Function, Geometry, Layer, On, Op, OpId, Operands};
use crate::graph::{Builder, ValueId};

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "transpose",
        usage: "transpose(x)",
        operands: Operands::Exactly(1),
        read: |_| Box::new(Permute { axes: None }),
    },
    Function {
        name: "permute",
        usage: "permute(x, [1, 2, 0])",
        operands: Operands::Exactly(1),
        read: |a| Box::new(Permute { axes: Some(a.sizes("axes", AXES)) }),
    },
];

/// `None` exchanges the last two axes.
#[derive(Debug)]
struct Permute {
    axes: Option<Sizes>,
}

impl Layer for Permute {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Permute(match &self.axes {
            None => nnplan::Permute::transpose(on.input()),
            Some(axes) => {
                let axes: Vec<usize> = axes.numbers.iter().map(|n| n.value).collect();
                nnplan::Permute::new(on.input(), &axes)
            }
        })
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let x = on.input();
        match &self.axes {
            None => quote!(#plan::Permute::transpose(#x)),
            Some(axes) => {
                let axes = &axes.numbers;
                quote!(#plan::Permute::new(#x, &[#(#axes),*]))
            }
        }
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&PERMUTE, &[Some(inputs[0])], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        self.axes.as_ref().filter(|_| arg == Arg::Axes).map(|a| a.tokens.clone())
    }
}

pub(crate) static PERMUTE: Op = Op {
    id: OpId::Permute,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&PERMUTE_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static PERMUTE_GRAD: Op = Op { id: OpId::PermuteGrad, gradient: None };

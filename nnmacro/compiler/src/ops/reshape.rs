//! `Flatten` and `reshape(x, [8, 7, 7])`: another shape on the same memory.

use nnplan::{AXES, Arg, Shape, UNKNOWN};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Sizes;
use super::{Function, Geometry, Kind, Layer, On, Op, OpId, Operands};
use crate::graph::{Builder, ValueId};

pub(super) const KINDS: &[Kind] =
    &[Kind { name: "Flatten", usage: "Flatten", stateless: true, read: |_| Box::new(Flatten) }];

pub(super) const FUNCTIONS: &[Function] = &[
    Function {
        name: "reshape",
        usage: "reshape(x, [channels, height, width])",
        operands: Operands::Exactly(1),
        read: |a| Box::new(Reshape { to: a.sizes("shape", AXES) }),
    },
    Function {
        name: "detach",
        usage: "detach(x)",
        operands: Operands::Exactly(1),
        read: |_| Box::new(Detach),
    },
];

#[derive(Debug)]
struct Flatten;

impl Layer for Flatten {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Flatten(nnplan::Flatten::new(on.input()))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        quote!(#plan::Flatten::new(#input))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        b.view(&RESHAPE, inputs[0])
    }
}

#[derive(Debug)]
struct Detach;

impl Layer for Detach {
    fn detaches(&self) -> bool {
        true
    }

    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Reshape(nnplan::Reshape::new(on.input(), on.input()))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        quote!(#plan::Reshape::new(#input, #input))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        b.view(&DETACH, inputs[0])
    }
}

/// The same value, which no gradient flows through.
static DETACH: Op = Op { id: OpId::Detach, gradient: None };

#[derive(Debug)]
struct Reshape {
    to: Sizes,
}

impl Layer for Reshape {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Reshape(nnplan::Reshape::new(on.input(), self.to.shape()))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, to) = (on.input(), self.to.expression(plan));
        quote!(#plan::Reshape::new(#input, #to))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        b.view(&RESHAPE, inputs[0])
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        (arg == Arg::Shape).then(|| self.to.tokens.clone())
    }
}

impl Sizes {
    /// The shape, as far as the macro knows it.
    pub(super) fn shape(&self) -> Shape {
        let sizes: Vec<usize> = self.numbers.iter().map(|n| n.value).collect();
        if sizes.is_empty() { Shape::UNKNOWN } else { Shape::new(&sizes) }
    }

    /// The shape, for rustc.
    pub(super) fn expression(&self, plan: &TokenStream) -> TokenStream {
        let sizes = self.numbers.iter().map(|n| match n.value {
            UNKNOWN => quote!(#plan::or_unknown(#n)),
            _ => quote!(#n),
        });
        quote!(#plan::Shape::new(&[#(#sizes),*]))
    }
}

pub(super) static RESHAPE: Op = Op {
    id: OpId::Reshape,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.view(&RESHAPE, d_y, d_x);
        }
    }),
};

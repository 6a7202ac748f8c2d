//! `Flatten`: another shape on the same memory.

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::{Geometry, Kind, Layer, Op, Placement};
use crate::graph::{Builder, ValueId};

pub(super) const KINDS: &[Kind] =
    &[Kind { name: "Flatten", usage: "Flatten", read: |_| Box::new(Flatten) }];

#[derive(Debug)]
struct Flatten;

impl Layer for Flatten {
    fn resolve(&self, input: Shape) -> Geometry {
        Geometry::Flatten(nnplan::Flatten::new(input))
    }

    fn geometry(&self, plan: &TokenStream, input: &TokenStream) -> TokenStream {
        quote!(#plan::Flatten::new(#input))
    }

    fn lower(&self, b: &mut Builder<'_>, x: ValueId) -> ValueId {
        b.view(&RESHAPE, x)
    }
}

static RESHAPE: Op = Op {
    method: "reshape",
    placement: Placement::View,
    in_place: None,
    formula: "{1} = {0}",
    interpret: |_, run| run.outputs[0].copy_from_slice(run.inputs[0]),
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.view(&RESHAPE, d_y, d_x);
        }
    }),
};

//! `Dropout`: in training, zero with probability p, the rest scaled by 1 / (1 - p).

use nnplan::{Range, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Real;
use super::{Geometry, Kind, Layer, On, Op, OpId};
use crate::graph::{Builder, ValueId};

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "Dropout",
    usage: "Dropout(0.5)",
    stateless: true,
    read: |a| {
        let p = a.first_real("p", 0.5); // PyTorch's default
        a.check_real(&p, "p", Range::BelowOne, "the probability of a zero");
        Box::new(Dropout { p })
    },
}];

#[derive(Debug)]
struct Dropout {
    p: Real,
}

impl Layer for Dropout {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        let p = self.p.value.unwrap_or(0.5);
        Geometry::Dropout(nnplan::Dropout { p, layer: on.step }, input)
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (p, layer) = (&self.p.tokens, on.step);
        quote!(#plan::Dropout { p: #p, layer: #layer })
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let x = inputs[0];
        if b.is_fixed() {
            return x;
        }
        let y = b.output();
        b.call(&DROPOUT, &[Some(x)], &[Some(y)]);
        y
    }
}

/// The same numbers decide forward and backward, so that no mask is kept.
static DROPOUT: Op = Op {
    id: OpId::Dropout,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&DROPOUT, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

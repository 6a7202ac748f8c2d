//! `Glu` and `PixelShuffle`: layers of parts and of axes in another order.

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::activation::sigmoid;
use super::binary::product;
use super::composite::{Part, Source, View, chain, composite};
use super::permute::PERMUTE;
use super::{Geometry, Kind, Layer, On};
use crate::graph::{Builder, ValueId};

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "Glu",
        usage: "Glu(axis = 0)",
        stateless: true,
        read: |a| {
            let axis = a.size_option("axis");
            let half = |i| Part {
                op: super::slice::equal(i, 2, axis.clone()),
                reads: vec![Source::Input(0)],
            };
            let (gate, of) = (Source::Part(1), Source::Part(0));
            composite(vec![
                half(0),
                half(1),
                Part { op: sigmoid(), reads: vec![gate] },
                Part { op: product(), reads: vec![of, Source::Part(2)] },
            ])
        },
    },
    Kind {
        name: "PixelShuffle",
        usage: "PixelShuffle(2)",
        stateless: true,
        read: |a| {
            let by = a.required_size("factor", "2");
            // Channels are (c, i, j); pixels become (row, i) and (column, j).
            chain(vec![
                View::Rank { rank: 3 }.boxed(),
                View::Split { axis: 0, size: by.clone() }.boxed(),
                Box::new(Order([0, 2, 3, 1])),
                View::Merge { axis: 2 }.boxed(),
                View::Split { axis: 0, size: by }.boxed(),
                Box::new(Order([0, 2, 1, 3])),
                View::Merge { axis: 1 }.boxed(),
            ])
        },
    },
];

/// The four axes in this order.
#[derive(Debug)]
struct Order([usize; 4]);

impl Layer for Order {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Permute(nnplan::Permute::new(on.input(), &self.0))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, axes) = (on.input(), &self.0);
        quote!(#plan::Permute::new(#input, &[#(#axes),*]))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&PERMUTE, &[Some(inputs[0])], &[Some(y)]);
        y
    }
}

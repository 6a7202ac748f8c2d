//! `Embedding`: a row of the weight for each integer.

use nnplan::{Arg, EmbeddingArgs, Shape, UNKNOWN};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Arrow, optional};
use super::{Geometry, Kind, Layer, On, Op, OpId, Tensor};
use crate::graph::{Builder, Node, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "Embedding",
    usage: "Embedding(count -> features)",
    stateless: false,
    read: |a| Box::new(Embedding { sizes: a.arrow() }),
}];

#[derive(Debug)]
struct Embedding {
    sizes: Arrow,
}

impl Layer for Embedding {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Embedding(nnplan::Embedding::new(
            on.input(),
            on.limit.as_ref().map_or(UNKNOWN, |n| n.value),
            EmbeddingArgs {
                count: self.sizes.input.as_ref().map(|n| n.value),
                features: self.sizes.output.value,
            },
        ))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, count) = (on.input(), optional(self.sizes.input.as_ref()));
        let features = &self.sizes.output;
        let unknown = Number::faulty();
        let limit = on.limit.unwrap_or(&unknown);
        quote!(#plan::Embedding::new(#input, #limit, #plan::EmbeddingArgs {
            count: #count, features: #features
        }))
    }

    fn takes_integers(&self) -> bool {
        true
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        vec![Tensor {
            suffix: "weight",
            shape: geometry(resolved).weight(),
            shape_tokens: quote!((&#g).weight()),
            role: quote!(Embedding),
            buffer: false,
        }]
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let (w, y) = (b.tensor("weight"), b.output());
        b.call(&EMBEDDING, &[Some(inputs[0]), w], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Input => self.sizes.input.as_ref().map(Number::written),
            Arg::Output => Some(self.sizes.output.written()),
            _ => None,
        }
    }
}

static EMBEDDING: Op = Op {
    id: OpId::Embedding,
    gradient: Some(|node: &Node, g| {
        let d_y = Some(g.d_output(0));
        if let Some(d_w) = g.d_input(1) {
            g.call(&EMBEDDING_GRAD_WEIGHT, &[node.inputs[0], d_y], &[Some(d_w)]);
        }
    }),
};

static EMBEDDING_GRAD_WEIGHT: Op = Op { id: OpId::EmbeddingGradWeight, gradient: None };

fn geometry(g: &Geometry) -> &nnplan::Embedding {
    let Geometry::Embedding(g) = g else { unreachable!("geometry of another layer") };
    g
}

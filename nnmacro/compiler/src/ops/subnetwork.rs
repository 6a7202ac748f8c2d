//! A network as a layer of another one: a program with memory of its own within the parent's.

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::{Geometry, Layer, On, Op, Placement};
use crate::graph::{Builder, Mode, Node, Space, ValueId};

/// The network of type `ty`.
pub(crate) fn subnetwork(ty: TokenStream) -> Box<dyn Layer> {
    Box::new(Subnetwork { ty })
}

#[derive(Debug)]
struct Subnetwork {
    ty: TokenStream,
}

impl Layer for Subnetwork {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let unknown = Shape::UNKNOWN;
        Geometry::Subnetwork(nnplan::Subnetwork::new(
            on.input(),
            unknown,
            unknown,
            nnplan::Cost::ZERO,
        ))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (ty, x) = (&self.ty, on.input());
        let network = quote!(<#ty as __nn::Network>);
        quote!(#plan::Subnetwork::new(
            #x, #network::INPUT_SHAPES[0], #network::OUTPUT_SHAPES[0], #network::COST
        ))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        let ty = &self.ty;
        let plan = match b.mode() {
            Mode::Inference => quote!(<#ty as __nn::Network>::INFERENCE),
            Mode::Training => quote!(<#ty as __nn::Network>::TRAINING),
        };
        let mut block = |name: &str, space, len| b.extra(name, space, Shape::UNKNOWN, len);
        let arena = block("arena", Space::Sample, quote!(#plan.arena));
        let index = block("index", Space::Index, quote!(#plan.index));
        let statistic = block("statistic", Space::Statistic, quote!(#plan.statistic));
        let outputs = [Some(y), Some(arena), Some(index), Some(statistic)];
        b.call(&SUBNETWORK, &[Some(inputs[0])], &outputs);
        y
    }
}

/// Its operands: the input; the output, and the blocks of its plan.
pub(crate) static SUBNETWORK: Op = Op {
    method: "forward",
    placement: Placement::Alone,
    in_place: None,
    formula: "{1} = the network on {0}",
    interpret: |_, _| unreachable!("a network that is declared elsewhere is not here to be run"),
    gradient: Some(|node: &Node, g| {
        let d_y = Some(g.d_output(0));
        let [y, arena, index, statistic] = [0, 1, 2, 3].map(|i| node.outputs[i]);
        let d_x = g.d_input(0);
        // What the plan keeps is read, and its free parts are written: it stays alive until here.
        g.call(&SUBNETWORK_GRAD, &[node.inputs[0], y, arena, index, statistic, d_y], &[d_x]);
    }),
};

pub(crate) static SUBNETWORK_GRAD: Op = Op {
    method: "backward",
    placement: Placement::Alone,
    in_place: None,
    formula: "{6} = the gradient of the network by {0}, from {5}",
    interpret: |_, _| unreachable!("a network that is declared elsewhere is not here to be run"),
    gradient: None,
};

//! A network as a layer of another one: a program with memory of its own within the parent's.

use nnplan::Shape;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::{Geometry, Layer, On, Op, OpId};
use crate::graph::{Builder, Gradients, Mode, Node, Space, ValueId};

/// An item of the network `ty`, at the user's tokens wherever it is emitted: rustc then says once what is wrong with the type.
pub(crate) fn of_network(ty: &TokenStream, item: &str) -> TokenStream {
    let first = ty.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span());
    let span = Span::call_site().located_at(first);
    let item = Ident::new(item, span);
    quote_spanned!(span=> <#ty as __nn::Network>::#item)
}

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
        let (layer, x) = (of_network(&self.ty, "AS_LAYER"), on.input());
        let _ = plan;
        quote!(__nn::subnetwork(&#layer, #x))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let (x, y, ty) = (inputs[0], b.output(), &self.ty);
        let (op, plan) = match b.mode() {
            Mode::Inference => (&INFER, of_network(ty, "INFERENCE")),
            Mode::Training if !b.is_frozen() => (&FORWARD, of_network(ty, "TRAINING")),
            _ if b.is_differentiated(x) => (&FORWARD_FROZEN, of_network(ty, "FROZEN")),
            // Nothing ahead is trained: no gradient flows through.
            _ => (&INFER, of_network(ty, "INFERENCE")),
        };
        let mut block = |name: &str, space, len| b.extra(name, space, Shape::UNKNOWN, len);
        let arena = block("arena", Space::Sample, quote!(#plan.arena));
        let index = block("index", Space::Index, quote!(#plan.index));
        let statistic = block("statistic", Space::Statistic, quote!(#plan.statistic));
        b.call(op, &[Some(x)], &[Some(y), Some(arena), Some(index), Some(statistic)]);
        y
    }
}

macro_rules! program {
    ($name:ident, $id:ident, $gradient:expr) => {
        static $name: Op = Op {
            id: OpId::$id,
            interpret: |_, _| unreachable!("a network declared elsewhere is not here to be run"),
            gradient: $gradient,
        };
    };
}

// Forward they take the input, and write the output and the blocks of the plan. Backward they read all of these, so
// that they stay alive, and the gradient by the output.
program!(INFER, Infer, None);
program!(FORWARD, Forward, Some(|n, g| gradient(n, g, &BACKWARD)));
program!(FORWARD_FROZEN, ForwardFrozen, Some(|n, g| gradient(n, g, &BACKWARD_FROZEN)));
program!(BACKWARD, Backward, None);
program!(BACKWARD_FROZEN, BackwardFrozen, None);

fn gradient(node: &Node, g: &mut Gradients<'_>, op: &'static Op) {
    let d_y = Some(g.d_output(0));
    let [y, arena, index, statistic] = [0, 1, 2, 3].map(|i| node.outputs[i]);
    let d_x = g.d_input(0);
    g.call(op, &[node.inputs[0], y, arena, index, statistic, d_y], &[d_x]);
}

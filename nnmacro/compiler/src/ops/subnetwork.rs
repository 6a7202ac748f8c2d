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
        let (layer, x) = (of_network(&self.ty, "AS_LAYER"), on.inputs);
        let _ = plan;
        quote!(__nn::subnetwork(&#layer, &[#(#x),*]))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let (y, ty) = (b.outputs(), &self.ty);
        let Program { op, plan, .. } = Program::of(b, ty, inputs);
        let unknown = Shape::UNKNOWN;
        let index = b.positions("index", unknown, quote!(#plan.index));
        let statistic = b.extra("statistic", Space::Statistic, unknown, quote!(#plan.statistic));
        let x: Vec<Option<ValueId>> = inputs.iter().copied().map(Some).collect();
        let all = y.iter().copied().chain([index, statistic]).map(Some);
        b.call(op, &x, &all.collect::<Vec<_>>());
        y[0]
    }
}

/// Output number `i` of the network of type `ty`, whose first output it is applied to.
pub(crate) fn output_of(ty: TokenStream, i: usize) -> Box<dyn Layer> {
    Box::new(Output { ty, i })
}

/// Numbers of which the macro knows nothing.
pub(super) fn unknown() -> Geometry {
    let unknown = Shape::UNKNOWN;
    Geometry::Subnetwork(nnplan::Subnetwork::new(unknown, unknown, unknown, nnplan::Cost::ZERO))
}

#[derive(Debug)]
struct Output {
    ty: TokenStream,
    i: usize,
}

impl Layer for Output {
    fn resolve(&self, _: On<'_, Shape>) -> Geometry {
        let unknown = Shape::UNKNOWN;
        Geometry::Subnetwork(nnplan::Subnetwork::new(unknown, unknown, unknown, nnplan::Cost::ZERO))
    }

    fn geometry(&self, _: &TokenStream, _: On<'_, TokenStream>) -> TokenStream {
        let (layer, i) = (of_network(&self.ty, "AS_LAYER"), self.i);
        quote!(__nn::subnetwork_output(&#layer, #i))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        b.further(inputs[0], self.i)
    }
}

/// Blocks of memory after the outputs of a call: positions, numbers of the whole batch. A scan has the arena of each step
/// before them, and one of its own after them.
pub(crate) fn blocks(g: &Geometry) -> usize {
    if matches!(g, Geometry::Scan(_)) { 4 } else { 2 }
}

/// Which program of a network runs.
pub(super) struct Program {
    pub(super) op: &'static Op,
    /// Its plan.
    pub(super) plan: TokenStream,
    /// Whether a backward pass follows.
    pub(super) is_training: bool,
}

impl Program {
    /// That of the network `ty` in this graph, on these values.
    pub(super) fn of(b: &Builder<'_>, ty: &TokenStream, inputs: &[ValueId]) -> Self {
        let is_differentiated = inputs.iter().any(|x| b.is_differentiated(*x));
        let (op, plan) = match b.mode() {
            Mode::Inference => (&INFER, "INFERENCE"),
            Mode::Training if !b.is_frozen() => (&FORWARD, "TRAINING"),
            _ if is_differentiated => (&FORWARD_FROZEN, "FROZEN"),
            // Nothing ahead is trained: no gradient flows through.
            _ => (&INFER, "INFERENCE"),
        };
        Self { op, plan: of_network(ty, plan), is_training: op.id != OpId::Infer }
    }
}

macro_rules! program {
    ($name:ident, $id:ident, $gradient:expr) => {
        static $name: Op = Op { id: OpId::$id, gradient: $gradient };
    };
}

// Forward they take the inputs, and write the outputs and the blocks of the plan. Backward they read all of these, so
// that they stay alive, and the gradients by the outputs.
program!(INFER, Infer, None);
program!(FORWARD, Forward, Some(|n, g| gradient(n, g, &BACKWARD)));
program!(FORWARD_FROZEN, ForwardFrozen, Some(|n, g| gradient(n, g, &BACKWARD_FROZEN)));
program!(BACKWARD, Backward, None);
program!(BACKWARD_FROZEN, BackwardFrozen, None);

fn gradient(node: &Node, g: &mut Gradients<'_>, op: &'static Op) {
    let count = node.outputs.len() - blocks(&node.geometry);
    let d_y: Vec<Option<ValueId>> = (0..count).map(|i| Some(g.d_output_or_zero(i))).collect();
    let d_x = g.d_inputs();
    let read: Vec<_> = node.inputs.iter().chain(&node.outputs).copied().chain(d_y).collect();
    g.call(op, &read, &d_x);
}

//! The graph: values, and calls of operations on them, forward and backward alike.
//!
//! Shapes are known to the macro or carried as expressions for rustc; the structure never depends
//! on them.

mod build;
mod dump;
mod names;
mod verify;

use nnplan::{Layout, Shape, Type};
use proc_macro2::TokenStream;

pub use build::{Builder, Mode, Sources, sources};
pub use names::tell_apart;
pub use verify::verify;

pub use crate::grad::Gradients;
use crate::ops::{Geometry, Op, Placement};

/// A value of a graph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueId(pub usize);

/// What a value is for. A schedule says where it lies ([`Place`](crate::schedule::Place)), which needs other roles: here
/// outputs and all that is between are alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// An input of the network, by its number: one block a sample.
    Input(usize),
    /// A trained tensor, by its number.
    Parameter(usize),
    /// A tensor that is kept, not trained, by its number: a running statistic, or a frozen parameter.
    Buffer(usize),
    /// The gradient of a trained tensor, by the tensor's number.
    Gradient(usize),
    /// The same gradient, to which a further call that uses the tensor adds.
    GradientSum(usize),
    /// What calls make of the inputs, one block a sample: activations, their gradients, positions chosen by max pools.
    Sample,
    /// Numbers of the whole batch, such as the mean of each channel.
    Statistic,
}

impl Space {
    /// Whether a value of it is there before any call.
    pub fn is_given(self) -> bool {
        matches!(self, Self::Input(_) | Self::Parameter(_) | Self::Buffer(_))
    }

    /// Whether a value of it lies sample by sample.
    pub fn is_by_sample(self) -> bool {
        matches!(self, Self::Input(_) | Self::Sample)
    }
}

/// A value.
#[derive(Clone, Debug)]
pub struct Value {
    /// Its name in emitted code: `conv1_out`, `d_conv1_weight`.
    pub name: String,
    /// What it is for.
    pub space: Space,
    /// What its elements are.
    pub element: Type,
    /// Its shape (of one sample, where it lies sample by sample).
    pub shape: Shape,
    /// The order in which its elements lie.
    pub layout: Layout,
    /// Its number of elements, for rustc.
    pub len: TokenStream,
    /// The value of the network that has its shape, by its number: so rustc knows the shape, too.
    pub like: Option<usize>,
    /// The value whose memory it shares: a view.
    pub view_of: Option<ValueId>,
}

/// A call of an operation.
#[derive(Clone, Debug)]
pub struct Node {
    /// The operation.
    pub op: &'static Op,
    /// The step it came from.
    pub step: usize,
    /// Its numbers.
    pub geometry: Geometry,
    /// The expression that holds them in emitted code.
    pub numbers: TokenStream,
    /// What it reads; `None` for an operand that is optional and absent.
    pub inputs: Vec<Option<ValueId>>,
    /// What it writes.
    pub outputs: Vec<Option<ValueId>>,
}

/// A graph: calls in an order in which every value is written before it is read.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// The values.
    pub values: Vec<Value>,
    /// The calls.
    pub nodes: Vec<Node>,
    /// The network's inputs.
    pub inputs: Vec<ValueId>,
    /// The network's outputs.
    pub outputs: Vec<ValueId>,
    /// The gradients of the loss by the outputs; only in a training graph.
    pub output_gradients: Vec<ValueId>,
    /// The gradients by the inputs, for a network that is a layer of another one; `None` for integers.
    pub input_gradients: Vec<Option<ValueId>>,
    /// Whether the gradients by the inputs are computed only where the network is a layer of another one.
    pub inputs_are_optional: bool,
    /// The number of forward calls: those from here on are backward.
    pub forward: usize,
}

/// The calls that read each value of a graph.
#[derive(Clone, Debug, Default)]
pub struct Readers(Vec<Vec<usize>>);

impl Readers {
    /// The calls that read a value, in their order; none of a value that was added later.
    pub fn of(&self, id: ValueId) -> &[usize] {
        self.0.get(id.0).map_or(&[], Vec::as_slice)
    }
}

impl Graph {
    /// A value.
    pub fn value(&self, id: ValueId) -> &Value {
        &self.values[id.0]
    }

    /// The value whose memory `id` uses.
    pub fn storage(&self, mut id: ValueId) -> ValueId {
        while let Some(base) = self.value(id).view_of {
            id = base;
        }
        id
    }

    /// Whether a value, or what shares its memory as a view, is an output.
    pub fn is_output(&self, id: ValueId) -> bool {
        self.outputs.iter().any(|o| self.storage(*o) == self.storage(id))
    }

    /// The values that are needed whether or not the gradients by the inputs are, and the calls that are not.
    pub fn wanted(&self) -> (Vec<bool>, Vec<bool>) {
        let mut wanted = vec![false; self.values.len()];
        let mut through = vec![true; self.nodes.len()];
        if !self.inputs_are_optional {
            self.input_gradients.iter().flatten().for_each(|d| wanted[d.0] = true);
        }
        for (n, node) in self.nodes.iter().enumerate().rev() {
            let is_wanted = n < self.forward
                || node.op.record().placement == Placement::Alone
                || node.outputs.iter().flatten().any(|o| {
                    let space = self.value(*o).space;
                    wanted[o.0] || matches!(space, Space::Gradient(_) | Space::GradientSum(_))
                });
            if is_wanted {
                through[n] = false;
                for input in node.inputs.iter().flatten() {
                    wanted[input.0] = true;
                }
            }
        }
        (wanted, through)
    }

    /// The calls that read each value itself (not a view of it), in their order.
    pub fn readers(&self) -> Readers {
        let mut readers = vec![Vec::new(); self.values.len()];
        for (i, node) in self.nodes.iter().enumerate() {
            for input in node.inputs.iter().flatten() {
                if readers[input.0].last() != Some(&i) {
                    readers[input.0].push(i);
                }
            }
        }
        Readers(readers)
    }

    /// The operands of a call: inputs, then outputs.
    pub fn operands<'a>(&self, node: &'a Node) -> impl Iterator<Item = Option<ValueId>> + 'a {
        node.inputs.iter().chain(&node.outputs).copied()
    }
}

impl Node {
    /// Input number `i`, which must be there.
    pub fn input(&self, i: usize) -> ValueId {
        self.inputs[i].expect("this operand is not optional")
    }

    /// Output number `i`, which must be there.
    pub fn output(&self, i: usize) -> ValueId {
        self.outputs[i].expect("this operand is not optional")
    }
}

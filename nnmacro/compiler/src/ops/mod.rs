//! The operations: one file a layer, with its arguments, its lowering to kernel calls, the
//! gradient of each call, and its f64 interpretation, the oracle of the tests.
//!
//! A new layer is a file here, a line in [`KINDS`], and (for a new geometry) a line in
//! [`Geometry`].

mod activation;
pub mod arguments;
mod batch_norm;
mod conv2d;
mod dropout;
mod flatten;
mod layer_norm;
mod linear;
pub mod loss;
mod pool2d;
mod softmax;

use std::fmt;

use nnplan::{Arg, Cost, Fault, Shape};
use proc_macro2::TokenStream;

pub use arguments::Arguments;

use crate::graph::{Builder, Gradients, Node, Run, ValueId};

/// A kind of layer: a word of the language.
pub struct Kind {
    /// `Conv2d`
    pub name: &'static str,
    /// How it is written, for messages.
    pub usage: &'static str,
    /// Reads the arguments.
    pub read: fn(&mut Arguments<'_>) -> Box<dyn Layer>,
}

/// Every kind of layer.
pub const KINDS: &[&[Kind]] = &[
    linear::KINDS,
    conv2d::KINDS,
    pool2d::KINDS,
    flatten::KINDS,
    batch_norm::KINDS,
    layer_norm::KINDS,
    dropout::KINDS,
    activation::KINDS,
    softmax::KINDS,
];

/// The kind called `name`.
pub fn kind(name: &str) -> Option<&'static Kind> {
    KINDS.iter().copied().flatten().find(|k| k.name == name)
}

/// The names of all kinds.
pub fn kind_names() -> impl Iterator<Item = &'static str> {
    KINDS.iter().copied().flatten().map(|k| k.name)
}

/// A layer as declared: its arguments, read and checked one by one.
pub trait Layer: fmt::Debug {
    /// Its geometry on an input of this shape.
    fn resolve(&self, input: Shape) -> Geometry;

    /// The geometry as an expression over the constant `input`, for rustc.
    fn geometry(&self, plan: &TokenStream, input: &TokenStream) -> TokenStream;

    /// Its tensors. `g` is the constant that holds the geometry.
    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let _ = (resolved, g);
        Vec::new()
    }

    /// Adds its kernel calls to a graph; returns its output.
    fn lower(&self, b: &mut Builder<'_>, x: ValueId) -> ValueId;

    /// The tokens of an argument, to underline; `None` underlines the kind.
    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        let _ = arg;
        None
    }

    /// Remarks on valid but doubtful sizes: the lint's name and the message.
    fn remarks(&self, name: &str, resolved: &Geometry) -> Vec<(&'static str, String)> {
        let _ = (name, resolved);
        Vec::new()
    }

    /// What the network's last layer tells a loss.
    fn ending(&self) -> Ending {
        Ending::Other
    }
}

/// What the last layer of a network does to its output: a loss checks it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// A softmax: probabilities.
    Softmax,
    /// A log softmax.
    LogSoftmax,
    /// A sigmoid.
    Sigmoid,
    /// Anything else.
    Other,
}

/// A tensor of a layer.
#[derive(Clone, Debug)]
pub struct Tensor {
    /// PyTorch's name within the layer: `weight`.
    pub suffix: &'static str,
    /// Its shape.
    pub shape: Shape,
    /// Its shape, for rustc.
    pub shape_tokens: TokenStream,
    /// Its role: the variant of nncore's `Role`, with fields.
    pub role: TokenStream,
    /// Whether it is kept rather than trained.
    pub buffer: bool,
}

/// The resolved numbers of a layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Geometry {
    /// `Linear`
    Linear(nnplan::Linear),
    /// `Conv2d`
    Conv2d(nnplan::Conv2d),
    /// The pools.
    Pool2d(nnplan::Pool2d),
    /// `Flatten`
    Flatten(nnplan::Flatten),
    /// The batch norms.
    BatchNorm(nnplan::BatchNorm),
    /// `LayerNorm`
    LayerNorm(nnplan::LayerNorm),
    /// `Dropout` on a shape.
    Dropout(nnplan::Dropout, Shape),
    /// An activation on a shape.
    Activation(nnplan::Activation, Shape),
    /// `Softmax` and `LogSoftmax`.
    Softmax(nnplan::Softmax),
}

impl Geometry {
    /// The first fault.
    pub fn fault(&self) -> Fault {
        match self {
            Self::Linear(g) => g.fault(),
            Self::Conv2d(g) => g.fault(),
            Self::Pool2d(g) => g.fault(),
            Self::Flatten(g) => g.fault(),
            Self::BatchNorm(g) => g.fault(),
            Self::LayerNorm(g) => g.fault(),
            Self::Dropout(g, _) => g.fault(),
            Self::Activation(g, _) => g.fault(),
            Self::Softmax(g) => g.fault(),
        }
    }

    /// The shape of the output.
    pub fn output(&self) -> Shape {
        match self {
            Self::Linear(g) => g.output(),
            Self::Conv2d(g) => g.output(),
            Self::Pool2d(g) => g.output(),
            Self::Flatten(g) => g.output(),
            Self::BatchNorm(g) => g.output(),
            Self::LayerNorm(g) => g.output(),
            Self::Dropout(_, shape) | Self::Activation(_, shape) => *shape,
            Self::Softmax(g) => g.output(),
        }
    }

    /// What one sample costs.
    pub fn cost(&self) -> Cost {
        match self {
            Self::Linear(g) => g.cost(),
            Self::Conv2d(g) => g.cost(),
            Self::Pool2d(g) => g.cost(),
            Self::Flatten(g) => g.cost(),
            Self::BatchNorm(g) => g.cost(),
            Self::LayerNorm(g) => g.cost(),
            Self::Dropout(g, shape) => g.cost(*shape),
            Self::Activation(g, shape) => g.cost(*shape),
            Self::Softmax(g) => g.cost(),
        }
    }

    /// The type in nnplan.
    pub fn type_name(&self) -> &'static str {
        match self {
            Self::Linear(_) => "Linear",
            Self::Conv2d(_) => "Conv2d",
            Self::Pool2d(_) => "Pool2d",
            Self::Flatten(_) => "Flatten",
            Self::BatchNorm(_) => "BatchNorm",
            Self::LayerNorm(_) => "LayerNorm",
            Self::Dropout(..) => "Dropout",
            Self::Activation(..) => "Activation",
            Self::Softmax(_) => "Softmax",
        }
    }

    /// Whether its output has the shape of its input and its cost needs that shape.
    pub fn keeps_shape(&self) -> bool {
        matches!(self, Self::Dropout(..) | Self::Activation(..))
    }
}

/// How an operation's call may be cut over the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// Sample by sample: a piece of the batch runs through several of these while it is warm.
    Split,
    /// All samples at once: samples couple, or one large matrix product is faster.
    Whole,
    /// Either way: element-wise; it goes where its neighbours go.
    Either,
    /// No call at all: the output is the input under another shape.
    View,
}

/// An operation of the graph: a method of the device, with its gradient and its meaning.
pub struct Op {
    /// The device's method.
    pub method: &'static str,
    /// How it may be cut.
    pub placement: Placement,
    /// The input whose memory output 0 may take, when nothing reads that input later.
    pub in_place: Option<usize>,
    /// The formula over the operands: `{0}` is the first operand's name, and so on.
    pub formula: &'static str,
    /// What it computes, in f64.
    pub interpret: fn(&Geometry, &mut Run<'_>),
    /// Adds the gradient of a call; `None` for operations that are gradients themselves.
    pub gradient: Option<fn(&Node, &mut Gradients<'_>)>,
}

impl fmt::Debug for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.method)
    }
}

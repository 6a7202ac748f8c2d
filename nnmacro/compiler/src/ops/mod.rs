//! The operations: one file a layer, with its arguments, its lowering to kernel calls, and the
//! gradient of each call.
//!
//! A new layer is a file here, a line in [`KINDS`], and (for a new geometry) a line in
//! [`Geometry`].

mod activation;
mod adaptive_avg_pool2d;
mod affine;
pub mod arguments;
mod batch_norm;
mod binary;
mod composite;
mod concat;
mod conv2d;
mod conv_transpose2d;
mod dropout;
mod elementwise;
mod embedding;
mod expand;
mod fill;
mod layer_norm;
mod linear;
pub mod loss;
mod matmul;
mod normalize;
mod pad2d;
mod permute;
mod pool2d;
mod reduce;
mod reshape;
mod scale;
mod scan;
mod shuffle;
mod slice;
mod softmax;
mod subnetwork;
mod upsample2d;

use std::fmt;

use nnplan::{Arg, Cost, Fault, Shape};
use proc_macro2::TokenStream;

pub use arguments::Arguments;
pub use composite::{Part, Source};
pub use nnplan::{OpId, Placement, Record};

use crate::graph::{Builder, Gradients, Node, ValueId};
use crate::syntax::Number;
pub(crate) use affine::{AFFINE, affine};
pub(crate) use binary::{ACCUMULATE, COPY, MUL};
pub(crate) use elementwise::reciprocal;
pub(crate) use fill::zero;
pub(crate) use permute::PERMUTE;
pub(crate) use scan::{scan, state_of};
pub(crate) use slice::part;
pub(crate) use subnetwork::{blocks, of_network, output_of, subnetwork};

/// A kind of layer: a word of the language.
pub struct Kind {
    /// `Conv2d`
    pub name: &'static str,
    /// How it is written, for messages.
    pub usage: &'static str,
    /// Whether it has no tensors, so that a body may call it as a function: `relu(x)`.
    pub stateless: bool,
    /// Reads the arguments.
    pub read: fn(&mut Arguments<'_>) -> Box<dyn Layer>,
}

/// How many values a function takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operands {
    /// So many.
    Exactly(usize),
    /// Two or more.
    Several,
}

/// A function: a word of the body that is not a kind of layer.
pub struct Function {
    /// `concat`
    pub name: &'static str,
    /// How it is written, for messages.
    pub usage: &'static str,
    /// How many values it takes, before its arguments.
    pub operands: Operands,
    /// Reads the arguments.
    pub read: fn(&mut Arguments<'_>) -> Box<dyn Layer>,
}

/// Every function that is not a kind of layer.
pub const FUNCTIONS: &[&[Function]] = &[
    binary::FUNCTIONS,
    affine::FUNCTIONS,
    elementwise::FUNCTIONS,
    concat::FUNCTIONS,
    slice::FUNCTIONS,
    reshape::FUNCTIONS,
    permute::FUNCTIONS,
    reduce::FUNCTIONS,
    expand::FUNCTIONS,
    fill::FUNCTIONS,
    matmul::FUNCTIONS,
];

/// What a body calls by the name of a function.
#[derive(Clone, Copy)]
pub enum Callable {
    /// A function.
    Function(&'static Function),
    /// A kind of layer without tensors.
    Kind(&'static Kind),
}

/// `MaxPool2d` → `max_pool2d`
pub fn function_name(kind: &str) -> String {
    let mut name = String::new();
    for c in kind.chars() {
        if c.is_uppercase() && !name.is_empty() {
            name.push('_');
        }
        name.extend(c.to_lowercase());
    }
    name
}

/// The function called `name`.
pub fn callable(name: &str) -> Option<Callable> {
    let function = FUNCTIONS.iter().copied().flatten().find(|f| f.name == name);
    let kind = || {
        let all = KINDS.iter().copied().flatten();
        all.filter(|k| k.stateless).find(|k| function_name(k.name) == name)
    };
    function.map(Callable::Function).or_else(|| kind().map(Callable::Kind))
}

/// The names of all functions that are called by name.
pub fn function_names() -> Vec<String> {
    let words = FUNCTIONS.iter().copied().flatten().map(|f| f.name.to_owned());
    let kinds = KINDS.iter().copied().flatten().filter(|k| k.stateless);
    let named = |n: &String| n.starts_with(char::is_alphabetic);
    words.filter(named).chain(kinds.map(|k| function_name(k.name))).collect()
}

/// Every kind of layer.
pub const KINDS: &[&[Kind]] = &[
    linear::KINDS,
    conv2d::KINDS,
    conv_transpose2d::KINDS,
    pool2d::KINDS,
    adaptive_avg_pool2d::KINDS,
    reshape::KINDS,
    upsample2d::KINDS,
    embedding::KINDS,
    batch_norm::KINDS,
    layer_norm::KINDS,
    normalize::KINDS,
    scale::KINDS,
    fill::KINDS,
    pad2d::KINDS,
    shuffle::KINDS,
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

/// What a layer is applied to: shapes, or the constants that hold them for rustc.
#[derive(Clone, Copy, Debug)]
pub struct On<'a, S> {
    /// One a value.
    pub inputs: &'a [S],
    /// The limit of the integers, if these are integers.
    pub limit: Option<&'a Number>,
    /// The number of the step.
    pub step: u32,
}

impl<S: Clone> On<'_, S> {
    /// The only value, or the first.
    pub fn input(&self) -> S {
        self.inputs[0].clone()
    }
}

/// A layer as declared: its arguments, read and checked one by one.
pub trait Layer: fmt::Debug {
    /// What it is made of, where it is a composite: nothing else is asked of one.
    fn parts(&self) -> Vec<Part> {
        Vec::new()
    }

    /// Whether it is a value, which reads nothing: it is named in a body, not called.
    fn is_value(&self) -> bool {
        false
    }

    /// Whether no gradient flows through it.
    fn detaches(&self) -> bool {
        false
    }

    /// Its geometry on inputs of these shapes.
    fn resolve(&self, on: On<'_, Shape>) -> Geometry;

    /// The geometry as an expression over constants that hold the shapes, for rustc.
    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream;

    /// Whether it is applied to integers rather than real numbers.
    fn takes_integers(&self) -> bool {
        false
    }

    /// Its tensors. `g` is the constant that holds the geometry.
    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let _ = (resolved, g);
        Vec::new()
    }

    /// Adds its kernel calls to a graph; returns its output.
    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId;

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
    /// PyTorch's name within the layer: `weight`; empty where it has the layer's own.
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

impl Tensor {
    /// Its name, which comes after its layer's: `conv1.weight`; only the layer's where it has none.
    pub fn of(&self, layer: &str, sign: &str) -> String {
        if self.suffix.is_empty() {
            layer.to_owned()
        } else {
            format!("{layer}{sign}{}", self.suffix)
        }
    }
}

macro_rules! geometries {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The resolved numbers of a layer: a variant a type of nnplan.
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum Geometry {
            $($(#[$doc])* $name(nnplan::$name),)*
            /// `Dropout` on a shape.
            Dropout(nnplan::Dropout, Shape),
            /// An activation on a shape.
            Activation(nnplan::Activation, Shape),
        }

        impl Geometry {
            /// The first fault.
            pub fn fault(&self) -> Fault {
                match self {
                    $(Self::$name(g) => g.fault(),)*
                    Self::Dropout(g, _) => g.fault(),
                    Self::Activation(g, _) => g.fault(),
                }
            }

            /// The shape of the output.
            pub fn output(&self) -> Shape {
                match self {
                    $(Self::$name(g) => g.output(),)*
                    Self::Dropout(_, shape) | Self::Activation(_, shape) => *shape,
                }
            }

            /// What one sample costs.
            pub fn cost(&self) -> Cost {
                match self {
                    $(Self::$name(g) => g.cost(),)*
                    Self::Dropout(g, shape) => g.cost(*shape),
                    Self::Activation(g, shape) => g.cost(*shape),
                }
            }

            /// The type in nnplan.
            pub fn type_name(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => stringify!($name),)*
                    Self::Dropout(..) => "Dropout",
                    Self::Activation(..) => "Activation",
                }
            }
        }
    };
}

geometries! {
    /// `AdaptiveAvgPool2d`
    AdaptiveAvgPool2d,
    /// `+`, `-`, `*` and `/` of two values.
    Binary,
    /// A value scaled and shifted by numbers.
    Affine,
    /// The batch norms.
    BatchNorm,
    /// `concat`
    Concat,
    /// `Conv2d`
    Conv2d,
    /// `ConvTranspose2d`
    ConvTranspose2d,
    /// `Embedding`
    Embedding,
    /// `expand`
    Expand,
    /// `Parameter` and `zeros`
    Fill,
    /// `Flatten`
    Flatten,
    /// `LayerNorm`
    LayerNorm,
    /// `Linear`
    Linear,
    /// `matmul`
    MatMul,
    /// The norms of rows.
    Normalize,
    /// `Pad2d`
    Pad2d,
    /// `transpose` and `permute`
    Permute,
    /// The pools.
    Pool2d,
    /// `mean`, `sum` and `max`
    Reduce,
    /// `reshape`
    Reshape,
    /// The ends of norms, and `PRelu`.
    Scale,
    /// A network along a sequence.
    Scan,
    /// `slice` and `split`
    Slice,
    /// `Softmax` and `LogSoftmax`.
    Softmax,
    /// A network in a network.
    Subnetwork,
    /// `Upsample2d`
    Upsample2d,
}

impl Geometry {
    /// Whether it belongs to a function that is not a kind of layer: with a fault, its output may be anything.
    pub fn is_function(&self) -> bool {
        matches!(
            self,
            Self::Binary(_)
                | Self::Concat(_)
                | Self::Expand(_)
                | Self::Fill(_)
                | Self::MatMul(_)
                | Self::Permute(_)
                | Self::Reduce(_)
                | Self::Reshape(_)
                | Self::Slice(_)
        )
    }

    /// Whether its output has the shape of its input and its cost needs that shape.
    pub fn keeps_shape(&self) -> bool {
        matches!(self, Self::Dropout(..) | Self::Activation(..))
    }
}

/// An operation of the graph: a row of the table, with its gradient.
pub struct Op {
    /// Its row.
    pub id: OpId,
    /// Adds the gradient of a call; `None` for operations that let none through, or are gradients themselves.
    pub gradient: Option<fn(&Node, &mut Gradients<'_>)>,
}

impl Op {
    /// What the table says of it.
    pub fn record(&self) -> &'static Record {
        self.id.record()
    }
}

impl fmt::Debug for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.record().name)
    }
}

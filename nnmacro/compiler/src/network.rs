//! The network after names are resolved and arguments read: layers with numbers, and tensors.

use std::ops::Range;

use nnplan::Shape;
use proc_macro2::Ident;

use crate::ops::arguments::RealCheck;
use crate::ops::{Geometry, Layer, Tensor};
use crate::syntax::{Calculation, Number};

/// A network.
#[derive(Debug)]
pub struct Network {
    /// The sizes of the input.
    pub input_sizes: Vec<Number>,
    /// Its shape; sizes that only rustc knows are unknown.
    pub input: Shape,
    /// The line of the input.
    pub input_line: usize,
    /// The layers, a chain.
    pub layers: Vec<NamedLayer>,
    /// All tensors, in the order of the layers.
    pub tensors: Vec<NamedTensor>,
}

/// A layer in its place.
#[derive(Debug)]
pub struct NamedLayer {
    /// Its name.
    pub name: String,
    /// Its name, with the span.
    pub ident: Ident,
    /// Its kind, with the span.
    pub kind: Ident,
    /// What it is.
    pub op: Box<dyn Layer>,
    /// Its numbers.
    pub geometry: Geometry,
    /// The numbers of its tensors.
    pub tensors: Range<usize>,
    /// Whether one of its numbers is known to rustc only, so that rustc has to check it.
    pub unknown: bool,
    /// The calculations in its sizes that only rustc can do.
    pub calculations: Vec<Calculation>,
    /// Its real numbers that only rustc knows, with their ranges.
    pub ranges: Vec<RealCheck>,
}

/// A tensor with its full name.
#[derive(Clone, Debug)]
pub struct NamedTensor {
    /// `conv1.weight`
    pub name: String,
    /// `conv1_weight`
    pub field: Ident,
    /// The tensor.
    pub tensor: Tensor,
}

impl Network {
    /// The shape of the output.
    pub fn output(&self) -> Shape {
        self.layers.last().map_or(self.input, |l| l.geometry.output())
    }

    /// Whether the macro knows every shape.
    pub fn is_known(&self) -> bool {
        self.input.is_known()
            && self.layers.iter().all(|l| l.geometry.output().is_known())
            && self.tensors.iter().all(|t| t.tensor.shape.is_known())
    }
}

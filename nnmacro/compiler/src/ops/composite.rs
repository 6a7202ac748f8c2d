//! Layers that are made of others.
//!
//! A composite is a list of [`Part`]s: layers, and what each is applied to. Each part becomes a step of the network, with
//! a geometry, faults, costs, tensors and a gradient of its own, so a composite has none of these. To a user it is one
//! layer: all parts bear its name, and tables and messages show the last one alone.

use std::cell::RefCell;

use nnplan::{Arg, Reshape, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::reshape::RESHAPE;
use super::{Geometry, Layer, On};
use crate::graph::{Builder, ValueId};
use crate::syntax::Number;

/// A layer within a composite.
#[derive(Debug)]
pub struct Part {
    /// What it is.
    pub op: Box<dyn Layer>,
    /// What it is applied to.
    pub reads: Vec<Source>,
}

/// A value within a composite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// What the composite is applied to, by its number.
    Input(usize),
    /// What an earlier part gives, by its number.
    Part(usize),
}

/// The layer made of `parts`, the last of which gives its output.
pub(super) fn composite(parts: Vec<Part>) -> Box<dyn Layer> {
    Box::new(Composite { parts: RefCell::new(parts) })
}

/// The layer made of `layers`, each applied to what the one before it gives.
pub(super) fn chain(layers: Vec<Box<dyn Layer>>) -> Box<dyn Layer> {
    let part = |(i, op): (usize, _)| {
        let from = i.checked_sub(1).map_or(Source::Input(0), Source::Part);
        Part { op, reads: vec![from] }
    };
    composite(layers.into_iter().enumerate().map(part).collect())
}

/// A layer of images on sequences `[channels, length]`: images of one row.
pub(super) fn line(op: Box<dyn Layer>) -> Box<dyn Layer> {
    chain(vec![View::Insert { axis: 1, rank: 2 }.boxed(), op, View::Remove { axis: 1 }.boxed()])
}

#[derive(Debug)]
struct Composite {
    /// Until they are taken.
    parts: RefCell<Vec<Part>>,
}

const APART: &str = "a composite is taken apart where it is read";

impl Layer for Composite {
    fn parts(&self) -> Vec<Part> {
        self.parts.take()
    }

    fn resolve(&self, _: On<'_, Shape>) -> Geometry {
        unreachable!("{APART}")
    }

    fn geometry(&self, _: &TokenStream, _: On<'_, TokenStream>) -> TokenStream {
        unreachable!("{APART}")
    }

    fn lower(&self, _: &mut Builder<'_>, _: &[ValueId]) -> ValueId {
        unreachable!("{APART}")
    }
}

/// The same elements under another shape, which follows from the input's: nnplan's `View`.
#[derive(Clone, Debug)]
pub(super) enum View {
    /// An axis of size 1 is put in before `axis` of a value of rank `rank`.
    Insert { axis: usize, rank: usize },
    /// None: the value must be of rank `rank`.
    Rank { rank: usize },
    /// The axis `axis`, of size 1, is left out.
    Remove { axis: usize },
    /// Channels become so many groups.
    Groups { groups: Number },
    /// Axis 0 is each row of its own.
    Channels,
    /// The axis `axis` is split in two, the second of size `size`.
    Split { axis: usize, size: Number },
    /// The axis `axis` and the one after it become one.
    Merge { axis: usize },
    /// The shape of the second value.
    Like,
}

impl View {
    pub(super) fn boxed(self) -> Box<dyn Layer> {
        Box::new(self)
    }
}

impl Layer for View {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        let view = match self {
            Self::Insert { axis, rank } => nnplan::View::Insert { axis: *axis, rank: *rank },
            Self::Rank { rank } => nnplan::View::Rank { rank: *rank },
            Self::Remove { axis } => nnplan::View::Remove { axis: *axis },
            Self::Groups { groups } => nnplan::View::Groups { groups: groups.value },
            Self::Channels => nnplan::View::Groups { groups: input.channels() },
            Self::Split { axis, size } => nnplan::View::Split { axis: *axis, size: size.value },
            Self::Merge { axis } => nnplan::View::Merge { axis: *axis },
            Self::Like => return Geometry::Reshape(Reshape::new(input, on.inputs[1])),
        };
        Geometry::Reshape(Reshape::by(input, view))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        let view = match self {
            Self::Insert { axis, rank } => quote!(Insert { axis: #axis, rank: #rank }),
            Self::Rank { rank } => quote!(Rank { rank: #rank }),
            Self::Remove { axis } => quote!(Remove { axis: #axis }),
            Self::Groups { groups } => quote!(Groups { groups: #groups }),
            Self::Channels => quote!(Groups { groups: (&#input).channels() }),
            Self::Split { axis, size } => quote!(Split { axis: #axis, size: #size }),
            Self::Merge { axis } => quote!(Merge { axis: #axis }),
            Self::Like => {
                let to = &on.inputs[1];
                return quote!(#plan::Reshape::new(#input, #to));
            }
        };
        quote!(#plan::Reshape::by(#input, #plan::View::#view))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        b.view(&RESHAPE, inputs[0])
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match (self, arg) {
            (Self::Groups { groups }, Arg::Groups) => Some(groups.written()),
            (Self::Split { size, .. }, Arg::Scale | Arg::Axis) => Some(size.written()),
            _ => None,
        }
    }
}

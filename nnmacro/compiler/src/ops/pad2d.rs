//! `Pad2d`: rows and columns around an image.

use nnplan::{Arg, PadMode, Padding, Shape};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::arguments::PaddingArgument;
use super::{Geometry, Kind, Layer, On, Op, OpId};
use crate::graph::{Builder, ValueId};

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "Pad2d",
    usage: "Pad2d(1, mode = zero)",
    stateless: true,
    read: |a| {
        let padding = a.first_padding();
        let mode = match a.word("mode", &["zero", "reflect", "replicate"]) {
            Some("reflect") => PadMode::Reflect,
            Some("replicate") => PadMode::Replicate,
            _ => PadMode::Zero,
        };
        Box::new(Pad2d { padding, mode })
    },
}];

#[derive(Debug)]
struct Pad2d {
    padding: PaddingArgument,
    mode: PadMode,
}

impl Layer for Pad2d {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let Padding::Explicit(padding) = self.padding.value else { unreachable!("numbers") };
        Geometry::Pad2d(nnplan::Pad2d::new(on.input(), padding, self.mode))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, padding) = (on.input(), &self.padding.sizes);
        let mode = format_ident!("{}", format!("{:?}", self.mode));
        quote!(#plan::Pad2d::new(#input, #padding, #plan::PadMode::#mode))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&PAD2D, &[Some(inputs[0])], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        if arg == Arg::Padding { self.padding.tokens.clone() } else { None }
    }
}

static PAD2D: Op = Op {
    id: OpId::Pad2d,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&PAD2D_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static PAD2D_GRAD: Op = Op { id: OpId::Pad2dGrad, gradient: None };

//! Values that read nothing: `Parameter`, a tensor of the user's own, and `zeros([16])`.

use nnplan::{AXES, Arg, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Sizes, Start};
use super::{Function, Geometry, Kind, Layer, On, Op, OpId, Operands, Tensor};
use crate::graph::{Builder, Gradients, ValueId};

pub(super) const FUNCTIONS: &[Function] = &[Function {
    name: "zeros",
    usage: "zeros([features])",
    operands: Operands::Exactly(0),
    read: |a| Box::new(Fill { shape: a.sizes("shape", AXES), start: None }),
}];

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "Parameter",
    usage: "Parameter([channels, 1, 1], init = 1)",
    stateless: false,
    read: |a| {
        let shape = a.sizes("shape", AXES);
        let start = a.start("init");
        Box::new(Fill { shape, start: Some(start) })
    },
}];

#[derive(Debug)]
struct Fill {
    shape: Sizes,
    /// How its tensor begins; without one it is zeros.
    start: Option<Start>,
}

impl Layer for Fill {
    fn is_value(&self) -> bool {
        true
    }

    fn resolve(&self, _: On<'_, Shape>) -> Geometry {
        Geometry::Fill(nnplan::Fill::new(self.shape.shape(), self.start.is_some()))
    }

    fn geometry(&self, plan: &TokenStream, _: On<'_, TokenStream>) -> TokenStream {
        let (shape, tensor) = (self.shape.expression(plan), self.start.is_some());
        quote!(#plan::Fill::new(#shape, #tensor))
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let tensor = |start: &Start| Tensor {
            suffix: "",
            shape: geometry(resolved).weight(),
            shape_tokens: quote!((&#g).weight()),
            role: start.role(),
            buffer: false,
        };
        self.start.iter().map(tensor).collect()
    }

    fn lower(&self, b: &mut Builder<'_>, _: &[ValueId]) -> ValueId {
        let (w, y) = (b.tensor(""), b.output());
        b.call(&FILL, &[w], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        (arg == Arg::Shape).then(|| self.shape.tokens.clone())
    }
}

static FILL: Op = Op {
    id: OpId::Fill,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_w) = g.d_input(0) {
            g.call(&FILL_GRAD, &[Some(d_y)], &[Some(d_w)]);
        }
    }),
};

static FILL_GRAD: Op = Op { id: OpId::FillGrad, gradient: None };

/// Writes zeros to `value`.
pub(crate) fn zero(g: &mut Gradients<'_>, value: ValueId) {
    let len = g.value(value).len.clone();
    let geometry = Geometry::Fill(nnplan::Fill::zeros(g.value(value).shape.len()));
    g.call_as(
        quote!(const { __nn::plan::Fill::zeros(#len) }),
        geometry,
        &FILL,
        &[None],
        &[Some(value)],
    );
}

fn geometry(g: &Geometry) -> &nnplan::Fill {
    let Geometry::Fill(g) = g else { unreachable!("geometry of another layer") };
    g
}

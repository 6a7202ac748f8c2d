//! A factor and a term of each channel, with which norms end; `PRelu`, whose slope is such a factor.

use nnplan::{Arg, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::optional;
use super::{Geometry, Kind, Layer, On, Op, OpId, Tensor};
use crate::graph::{Builder, Gradients, Node, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "PRelu",
    usage: "PRelu(1)",
    stateless: false,
    read: |a| Box::new(PRelu { count: a.size().unwrap_or_else(|| Number::literal(1)) }),
}];

/// What the factors and terms belong to.
#[derive(Clone, Debug)]
pub(super) enum Of {
    /// Each channel, axis 0.
    Channels,
    /// Each element of the last axes.
    Rows(Option<Number>),
}

/// `weight` and `bias` of a norm.
#[derive(Debug)]
pub(super) struct Scale {
    pub(super) of: Of,
    pub(super) bias: bool,
}

impl Layer for Scale {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        Geometry::Scale(match &self.of {
            Of::Channels => nnplan::Scale::new(input, 0, true, self.bias),
            Of::Rows(axes) => {
                nnplan::Scale::rows(input, axes.as_ref().map(|n| n.value), true, self.bias)
            }
        })
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, bias) = (on.input(), self.bias);
        match &self.of {
            Of::Channels => quote!(#plan::Scale::new(#input, 0, true, #bias)),
            Of::Rows(axes) => {
                let axes = optional(axes.as_ref());
                quote!(#plan::Scale::rows(#input, #axes, true, #bias))
            }
        }
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let mut tensors = vec![tensor("weight", quote!(Scale), resolved, g)];
        if self.bias {
            tensors.push(tensor("bias", quote!(Shift), resolved, g));
        }
        tensors
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let (w, bias, y) = (b.tensor("weight"), b.tensor("bias"), b.output());
        b.call(&SCALE, &[Some(inputs[0]), w, bias], &[Some(y)]);
        y
    }
}

fn tensor(suffix: &'static str, role: TokenStream, resolved: &Geometry, g: &TokenStream) -> Tensor {
    let shape = geometry(resolved).weight();
    Tensor { suffix, shape, shape_tokens: quote!((&#g).weight()), role, buffer: false }
}

pub(super) static SCALE: Op = Op {
    id: OpId::Scale,
    gradient: Some(|node: &Node, g: &mut Gradients<'_>| {
        let (d_y, w) = (Some(g.d_output(0)), node.inputs[1]);
        let (d_w, d_b) = (g.d_input(1), g.d_input(2));
        if d_w.is_some() || d_b.is_some() {
            g.call(&SCALE_GRAD_PARAMETERS, &[node.inputs[0], d_y], &[d_w, d_b]);
        }
        let scale = geometry(&node.geometry);
        if !scale.weight {
            g.pass_on(0, d_y.expect("it is there"));
        } else if let Some(d_x) = g.d_input(0) {
            let numbers = g.numbers();
            let geometry = Geometry::Scale(scale.gradient());
            let numbers = quote!((&#numbers).gradient());
            g.call_as(numbers, geometry, &SCALE, &[d_y, w, None], &[Some(d_x)]);
        }
    }),
};

static SCALE_GRAD_PARAMETERS: Op = Op { id: OpId::ScaleGradParameters, gradient: None };

#[derive(Debug)]
struct PRelu {
    count: Number,
}

impl Layer for PRelu {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Scale(nnplan::Scale::slopes(on.input(), self.count.value))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, count) = (on.input(), &self.count);
        quote!(#plan::Scale::slopes(#input, #count))
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        vec![tensor("weight", quote!(Slope), resolved, g)]
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let (w, y) = (b.tensor("weight"), b.output());
        b.call(&PRELU, &[Some(inputs[0]), w], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        (arg == Arg::Input).then(|| self.count.written())
    }
}

static PRELU: Op = Op {
    id: OpId::PRelu,
    gradient: Some(|node: &Node, g: &mut Gradients<'_>| {
        let (x, w, d_y) = (node.inputs[0], node.inputs[1], Some(g.d_output(0)));
        if let Some(d_w) = g.d_input(1) {
            g.call(&PRELU_GRAD_WEIGHT, &[x, d_y], &[Some(d_w)]);
        }
        if let Some(d_x) = g.d_input(0) {
            g.call(&PRELU_GRAD_INPUT, &[x, w, d_y], &[Some(d_x)]);
        }
    }),
};

static PRELU_GRAD_INPUT: Op = Op { id: OpId::PReluGradInput, gradient: None };

static PRELU_GRAD_WEIGHT: Op = Op { id: OpId::PReluGradWeight, gradient: None };

fn geometry(g: &Geometry) -> &nnplan::Scale {
    let Geometry::Scale(g) = g else { unreachable!("geometry of another layer") };
    g
}

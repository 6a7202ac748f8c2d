//! `Linear`: y = x Wᵀ + b over the last axis.

use nnplan::{Arg, LinearArgs, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Arrow;
use super::{Geometry, Kind, Layer, On, Op, OpId, Tensor};
use crate::graph::{Builder, Gradients, Node, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "Linear",
    usage: "Linear(in_features -> out_features, bias = true)",
    stateless: false,
    read: |a| Box::new(Linear { sizes: a.arrow(), bias: a.flag("bias", true) }),
}];

#[derive(Debug)]
struct Linear {
    sizes: Arrow,
    bias: bool,
}

impl Layer for Linear {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        Geometry::Linear(nnplan::Linear::new(
            input,
            LinearArgs {
                in_features: self.sizes.input.as_ref().map(|n| n.value),
                out_features: self.sizes.output.value,
                bias: self.bias,
            },
        ))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        let in_features = super::arguments::optional(self.sizes.input.as_ref());
        let (out_features, bias) = (&self.sizes.output, self.bias);
        quote!(#plan::Linear::new(#input, #plan::LinearArgs::new(#in_features, #out_features, #bias)))
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let Geometry::Linear(r) = resolved else { unreachable!() };
        let mut tensors = vec![Tensor {
            suffix: "weight",
            shape: r.weight(),
            shape_tokens: quote!((&#g).weight()),
            role: quote!(weight((&#g).fans())),
            buffer: false,
        }];
        if self.bias {
            tensors.push(Tensor {
                suffix: "bias",
                shape: r.bias(),
                shape_tokens: quote!((&#g).bias()),
                role: quote!(bias((&#g).fans())),
                buffer: false,
            });
        }
        tensors
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let x = inputs[0];
        let (w, bias, y) = (b.tensor("weight"), b.tensor("bias"), b.output());
        b.call(&LINEAR, &[Some(x), w, bias], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Input => self.sizes.input.as_ref().map(Number::written),
            Arg::Output => Some(self.sizes.output.written()),
            _ => None,
        }
    }
}

static LINEAR: Op = Op { id: OpId::Linear, gradient: Some(gradient) };

fn gradient(node: &Node, g: &mut Gradients<'_>) {
    let d_y = Some(g.d_output(0));
    if let Some(d_b) = g.d_input(2) {
        g.call(&LINEAR_GRAD_BIAS, &[d_y], &[Some(d_b)]);
    }
    if let Some(d_w) = g.d_input(1) {
        g.call(&LINEAR_GRAD_WEIGHT, &[node.inputs[0], d_y], &[Some(d_w)]);
    }
    if let Some(d_x) = g.d_input(0) {
        g.call(&LINEAR_GRAD_INPUT, &[d_y, node.inputs[1]], &[Some(d_x)]);
    }
}

static LINEAR_GRAD_INPUT: Op = Op { id: OpId::LinearGradInput, gradient: None };

static LINEAR_GRAD_WEIGHT: Op = Op { id: OpId::LinearGradWeight, gradient: None };

static LINEAR_GRAD_BIAS: Op = Op { id: OpId::LinearGradBias, gradient: None };

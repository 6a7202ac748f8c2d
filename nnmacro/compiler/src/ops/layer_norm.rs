//! `LayerNorm`: each row of a sample gets mean 0 and variance 1, then a scale and a shift.

use nnplan::{Arg, Range, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Real, optional};
use super::{Geometry, Kind, Layer, On, Op, OpId, Tensor};
use crate::graph::{Builder, Gradients, Node, Space, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "LayerNorm",
    usage: "LayerNorm(axes = 1, eps = 1e-5)",
    stateless: false,
    read: |a| {
        let layer = LayerNorm {
            axes: a.known_option("axes", "the shape of its weight"),
            eps: a.real("eps", 1e-5),
        };
        a.check_real(&layer.eps, "eps", Range::Positive, "what keeps the divisor from 0");
        Box::new(layer)
    },
}];

#[derive(Debug)]
struct LayerNorm {
    axes: Option<Number>,
    eps: Real,
}

impl Layer for LayerNorm {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        Geometry::LayerNorm(nnplan::LayerNorm::new(
            input,
            self.axes.as_ref().map(|n| n.value),
            self.eps.value.unwrap_or(1e-5),
        ))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        let (axes, eps) = (optional(self.axes.as_ref()), &self.eps.tokens);
        quote!(#plan::LayerNorm::new(#input, #axes, #eps))
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let Geometry::LayerNorm(r) = resolved else { unreachable!() };
        let tensor = |suffix, role| Tensor {
            suffix,
            shape: r.weight(),
            shape_tokens: quote!((&#g).weight()),
            role,
            buffer: false,
        };
        vec![tensor("weight", quote!(Scale)), tensor("bias", quote!(Shift))]
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let x = inputs[0];
        let (w, bias, y) = (b.tensor("weight"), b.tensor("bias"), b.output());
        let g = b.geometry_name();
        let Geometry::LayerNorm(r) = b.geometry() else { unreachable!() };
        let rows = Shape::new(&[r.rows]);
        let mean = b.extra("mean", Space::Sample, rows, quote!(#g.rows));
        let inv_std = b.extra("inv_std", Space::Sample, rows, quote!(#g.rows));
        b.call(&LAYER_NORM, &[Some(x), w, bias], &[Some(y), Some(mean), Some(inv_std)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Axis => self.axes.as_ref().map(Number::written),
            _ => None,
        }
    }
}

static LAYER_NORM: Op = Op { id: OpId::LayerNorm, gradient: Some(gradient) };

fn gradient(node: &Node, g: &mut Gradients<'_>) {
    let d_y = Some(g.d_output(0));
    let (x, w) = (node.inputs[0], node.inputs[1]);
    let (mean, inv_std) = (node.outputs[1], node.outputs[2]);
    let (d_w, d_b) = (g.d_input(1), g.d_input(2));
    if d_w.is_some() || d_b.is_some() {
        g.call(&LAYER_NORM_GRAD_PARAMETERS, &[x, d_y, mean, inv_std], &[d_w, d_b]);
    }
    if let Some(d_x) = g.d_input(0) {
        g.call(&LAYER_NORM_GRAD_INPUT, &[x, d_y, w, mean, inv_std], &[Some(d_x)]);
    }
}

static LAYER_NORM_GRAD_INPUT: Op = Op { id: OpId::LayerNormGradInput, gradient: None };

static LAYER_NORM_GRAD_PARAMETERS: Op = Op { id: OpId::LayerNormGradParameters, gradient: None };

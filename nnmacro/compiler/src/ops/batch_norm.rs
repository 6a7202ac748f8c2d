//! `BatchNorm1d` and `BatchNorm2d`.

use nnplan::{Arg, BatchNormArgs, Range, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Real, optional};
use super::{Arguments, Geometry, Kind, Layer, On, Op, OpId, Tensor};
use crate::graph::{Builder, Gradients, Node, Space, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "BatchNorm1d",
        usage: "BatchNorm1d(channels, eps = 1e-5, momentum = 0.1)",
        stateless: false,
        read: |a| read(a, false),
    },
    Kind {
        name: "BatchNorm2d",
        usage: "BatchNorm2d(channels, eps = 1e-5, momentum = 0.1)",
        stateless: false,
        read: |a| read(a, true),
    },
];

#[derive(Debug)]
struct BatchNorm {
    channels: Option<Number>,
    images: bool,
    eps: Real,
    momentum: Real,
}

fn read(a: &mut Arguments<'_>, images: bool) -> Box<dyn Layer> {
    let layer = BatchNorm {
        channels: a.size(),
        images,
        eps: a.real("eps", 1e-5),          // PyTorch's
        momentum: a.real("momentum", 0.1), // PyTorch's
    };
    a.check_real(&layer.eps, "eps", Range::Positive, "what keeps the divisor from 0");
    let meaning = "the batch's share in the running statistics";
    a.check_real(&layer.momentum, "momentum", Range::Unit, meaning);
    Box::new(layer)
}

impl Layer for BatchNorm {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        Geometry::BatchNorm(nnplan::BatchNorm::new(
            input,
            BatchNormArgs {
                channels: self.channels.as_ref().map(|n| n.value),
                images: self.images,
                eps: self.eps.value.unwrap_or(1e-5),
                momentum: self.momentum.value.unwrap_or(0.1),
            },
        ))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        let channels = optional(self.channels.as_ref());
        let (images, eps, momentum) = (self.images, &self.eps.tokens, &self.momentum.tokens);
        quote!(#plan::BatchNorm::new(#input, #plan::BatchNormArgs {
            channels: #channels, images: #images, eps: #eps, momentum: #momentum
        }))
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let Geometry::BatchNorm(r) = resolved else { unreachable!() };
        let tensor = |suffix, role, buffer| Tensor {
            suffix,
            shape: r.weight(),
            shape_tokens: quote!((&#g).weight()),
            role,
            buffer,
        };
        vec![
            tensor("weight", quote!(Scale), false),
            tensor("bias", quote!(Shift), false),
            tensor("running_mean", quote!(RunningMean), true),
            tensor("running_var", quote!(RunningVariance), true),
        ]
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let x = inputs[0];
        let (w, bias) = (b.tensor("weight"), b.tensor("bias"));
        let (mean, var) = (b.tensor("running_mean"), b.tensor("running_var"));
        let y = b.output();
        if b.is_fixed() {
            b.call(&BATCH_NORM_INFERENCE, &[Some(x), w, bias, mean, var], &[Some(y)]);
            return y;
        }
        let g = b.geometry_name();
        let Geometry::BatchNorm(r) = b.geometry() else { unreachable!() };
        let mut statistic = |name| b.extra(name, Space::Statistic, r.weight(), quote!(#g.channels));
        let (batch_mean, inv_std) = (statistic("mean"), statistic("inv_std"));
        b.call(
            &BATCH_NORM,
            &[Some(x), w, bias],
            &[Some(y), Some(batch_mean), Some(inv_std), mean, var],
        );
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Input => self.channels.as_ref().map(Number::written),
            _ => None,
        }
    }
}

/// Training. Two passes: the mean, then the mean of squared differences.
static BATCH_NORM: Op = Op { id: OpId::BatchNorm, gradient: Some(gradient) };

fn gradient(node: &Node, g: &mut Gradients<'_>) {
    let d_y = Some(g.d_output(0));
    let (x, w) = (node.inputs[0], node.inputs[1]);
    let (d_w, d_b, d_x) = (g.d_input(1), g.d_input(2), g.d_input(0));
    // The gradient by the input reads the sums of this batch alone; a gradient of a tensor may hold more.
    let (sum_w, sum_b) = (sum(g, node.input(1)), sum(g, node.input(2)));
    let (mean, inv_std) = (node.outputs[1], node.outputs[2]);
    g.call(&BATCH_NORM_GRAD, &[x, d_y, w, mean, inv_std], &[d_x, Some(sum_w), Some(sum_b)]);
    for (sum, d) in [(sum_w, d_w), (sum_b, d_b)] {
        if d.is_some() {
            let len = g.value(sum).len.clone();
            g.call_as(quote!({ #len }), node.geometry, &KEEP_GRADIENT, &[Some(sum)], &[d]);
        }
    }
}

/// Numbers of the whole batch for the gradient of `tensor`.
fn sum(g: &mut Gradients<'_>, tensor: ValueId) -> ValueId {
    let value = g.value(tensor);
    let (name, shape, len) = (format!("sum_{}", value.name), value.shape, value.len.clone());
    g.extra(name, Space::Statistic, shape, len)
}

static BATCH_NORM_GRAD: Op = Op { id: OpId::BatchNormGrad, gradient: None };

static KEEP_GRADIENT: Op = Op { id: OpId::KeepGradient, gradient: None };

static BATCH_NORM_INFERENCE: Op = Op {
    id: OpId::BatchNormInference,
    // Of a frozen layer: its tensors have no gradients.
    gradient: Some(|node: &Node, g| {
        let d_y = Some(g.d_output(0));
        let (w, variance) = (node.inputs[1], node.inputs[4]);
        if let Some(d_x) = g.d_input(0) {
            g.call(&BATCH_NORM_INFERENCE_GRAD, &[d_y, w, variance], &[Some(d_x)]);
        }
    }),
};

static BATCH_NORM_INFERENCE_GRAD: Op = Op { id: OpId::BatchNormInferenceGrad, gradient: None };

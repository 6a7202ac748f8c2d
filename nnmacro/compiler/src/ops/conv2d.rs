//! `Conv2d`: y = x ⋆ W + b, the cross-correlation of images.

use nnplan::{Arg, Conv2dArgs, Shape, UNKNOWN};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Arrow, PaddingArgument, Pair, optional};
use super::composite::line;
use super::{Arguments, Geometry, Kind, Layer, On, Op, OpId, Tensor};
use crate::graph::{Builder, Gradients, Node, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "Conv1d",
        usage: "Conv1d(in_channels -> out_channels, kernel = 3, stride = 1, padding = 0, dilation = 1, groups = 1, bias = true)",
        stateless: false,
        read: |a| {
            a.of_lines();
            line(Box::new(Conv2d { is_line: true, ..conv2d(a) }))
        },
    },
    Kind {
        name: "Conv2d",
        usage: "Conv2d(in_channels -> out_channels, kernel = 3, stride = 1, padding = 0, dilation = 1, groups = 1, bias = true)",
        stateless: false,
        read: |a| Box::new(conv2d(a)),
    },
];

#[derive(Debug)]
struct Conv2d {
    sizes: Arrow,
    kernel: Pair,
    stride: Option<Pair>,
    padding: PaddingArgument,
    dilation: Option<Pair>,
    groups: Option<Groups>,
    bias: bool,
    /// Whether it is applied to a sequence: its weight has no rows then.
    is_line: bool,
}

#[derive(Debug)]
enum Groups {
    Number(Number),
    Depthwise(TokenStream),
}

fn conv2d(a: &mut Arguments<'_>) -> Conv2d {
    Conv2d {
        sizes: a.arrow(),
        kernel: a.kernel(),
        stride: a.pair_option("stride"),
        padding: a.padding(),
        dilation: a.pair_option("dilation"),
        groups: a.size_or_word("groups", "depthwise").map(|g| match g {
            Ok(n) => Groups::Number(n),
            Err(word) => Groups::Depthwise(word),
        }),
        bias: a.flag("bias", true),
        is_line: false,
    }
}

impl Layer for Conv2d {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        Geometry::Conv2d(nnplan::Conv2d::new(
            input,
            Conv2dArgs {
                in_channels: self.sizes.input.as_ref().map(|n| n.value),
                out_channels: self.sizes.output.value,
                kernel: self.kernel.values(),
                stride: self.stride.as_ref().map_or([1, 1], Pair::values),
                padding: self.padding.value,
                dilation: self.dilation.as_ref().map_or([1, 1], Pair::values),
                groups: match &self.groups {
                    None => Some(1),
                    Some(Groups::Number(n)) => Some(n.value),
                    Some(Groups::Depthwise(_)) => None,
                },
                bias: self.bias,
            },
        ))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        let in_channels = optional(self.sizes.input.as_ref());
        let out_channels = &self.sizes.output;
        let kernel = self.kernel.expression();
        // What is not written is the default, which rustc fills in.
        let mut more = TokenStream::new();
        if let Some(stride) = &self.stride {
            let stride = stride.expression();
            more.extend(quote!(stride: #stride,));
        }
        if self.padding.tokens.is_some() {
            let padding = &self.padding.expression;
            more.extend(quote!(padding: #plan::Padding::#padding,));
        }
        if let Some(dilation) = &self.dilation {
            let dilation = dilation.expression();
            more.extend(quote!(dilation: #dilation,));
        }
        if let Some(groups) = &self.groups {
            let groups = match groups {
                Groups::Number(n) => optional(Some(n)),
                Groups::Depthwise(_) => optional(None),
            };
            more.extend(quote!(groups: #groups,));
        }
        let bias = self.bias;
        let plain = quote!(#plan::Conv2dArgs::new(#in_channels, #out_channels, #kernel, #bias));
        if more.is_empty() {
            return quote!(#plan::Conv2d::new(#input, #plain));
        }
        quote!(#plan::Conv2d::new(#input, #plan::Conv2dArgs { #more ..#plain }))
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let Geometry::Conv2d(r) = resolved else { unreachable!() };
        let (mut shape, mut shape_tokens) = (r.weight(), quote!((&#g).weight()));
        if self.is_line {
            (shape, shape_tokens) = (shape.removed(2), quote!((&#g).weight().removed(2)));
        }
        let mut tensors = vec![Tensor {
            suffix: "weight",
            shape,
            shape_tokens,
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
        b.call(&CONV2D, &[Some(x), w, bias], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        let pair = |p: &Option<Pair>| p.as_ref().map(|p| p.tokens.clone());
        match arg {
            Arg::Input => self.sizes.input.as_ref().map(Number::written),
            Arg::Output => Some(self.sizes.output.written()),
            Arg::Kernel => Some(self.kernel.tokens.clone()),
            Arg::Stride => pair(&self.stride),
            Arg::Dilation => pair(&self.dilation),
            Arg::Padding => self.padding.tokens.clone(),
            Arg::Groups => match &self.groups {
                Some(Groups::Number(n)) => Some(n.written()),
                Some(Groups::Depthwise(word)) => Some(word.clone()),
                None => None,
            },
            _ => None,
        }
    }

    fn remarks(&self, name: &str, resolved: &Geometry) -> Vec<(&'static str, String)> {
        let Geometry::Conv2d(g) = resolved else { unreachable!() };
        if g.vertical.stride == UNKNOWN || g.vertical.stride == 1 && g.horizontal.stride == 1 {
            return Vec::new();
        }
        super::pool2d::dropped(name, &g.vertical, &g.horizontal)
    }
}

static CONV2D: Op = Op { id: OpId::Conv2d, gradient: Some(gradient) };

fn gradient(node: &Node, g: &mut Gradients<'_>) {
    let d_y = Some(g.d_output(0));
    if let Some(d_b) = g.d_input(2) {
        g.call(&CONV2D_GRAD_BIAS, &[d_y], &[Some(d_b)]);
    }
    if let Some(d_w) = g.d_input(1) {
        g.call(&CONV2D_GRAD_WEIGHT, &[node.inputs[0], d_y], &[Some(d_w)]);
    }
    if let Some(d_x) = g.d_input(0) {
        g.call(&CONV2D_GRAD_INPUT, &[d_y, node.inputs[1]], &[Some(d_x)]);
    }
}

/// Also a layer of its own, the transposed convolution: its gradients are the convolution, and that by the weight.
pub(super) static CONV2D_GRAD_INPUT: Op = Op {
    id: OpId::Conv2dGradInput,
    gradient: Some(|node, g| {
        let (x, w, d_y) = (node.inputs[0], node.inputs[1], Some(g.d_output(0)));
        if let Some(d_w) = g.d_input(1) {
            g.call(&CONV2D_GRAD_WEIGHT, &[d_y, x], &[Some(d_w)]);
        }
        if let Some(d_x) = g.d_input(0) {
            g.call(&CONV2D, &[d_y, w, None], &[Some(d_x)]);
        }
    }),
};

static CONV2D_GRAD_WEIGHT: Op = Op { id: OpId::Conv2dGradWeight, gradient: None };

static CONV2D_GRAD_BIAS: Op = Op { id: OpId::Conv2dGradBias, gradient: None };

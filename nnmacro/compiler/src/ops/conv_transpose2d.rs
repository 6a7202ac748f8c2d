//! `ConvTranspose2d`: the gradient of a convolution by its input, as a layer; then a bias.

use nnplan::{Arg, ConvTranspose2dArgs, Padding, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Arrow, PaddingArgument, Pair, optional};
use super::conv2d::CONV2D_GRAD_INPUT;
use super::scale::SCALE;
use super::{Arguments, Geometry, Kind, Layer, On, Tensor};
use crate::graph::{Builder, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[Kind {
    name: "ConvTranspose2d",
    usage: "ConvTranspose2d(in_channels -> out_channels, kernel = 2, stride = 2, padding = 0, output_padding = 0, groups = 1, bias = true)",
    stateless: false,
    read: |a| Box::new(read(a)),
}];

#[derive(Debug)]
struct ConvTranspose2d {
    sizes: Arrow,
    kernel: Pair,
    stride: Option<Pair>,
    padding: PaddingArgument,
    output_padding: Option<Pair>,
    dilation: Option<Pair>,
    groups: Option<Number>,
    bias: bool,
}

fn read(a: &mut Arguments<'_>) -> ConvTranspose2d {
    ConvTranspose2d {
        sizes: a.arrow(),
        kernel: a.kernel(),
        stride: a.pair_option("stride"),
        padding: a.padding_sizes(),
        output_padding: a.pair_option("output_padding"),
        dilation: a.pair_option("dilation"),
        groups: a.size_option("groups"),
        bias: a.flag("bias", true),
    }
}

impl Layer for ConvTranspose2d {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let pair = |p: &Option<Pair>, default| p.as_ref().map_or([default; 2], Pair::values);
        let Padding::Explicit(padding) = self.padding.value else { unreachable!("sizes") };
        let args = ConvTranspose2dArgs {
            in_channels: self.sizes.input.as_ref().map(|n| n.value),
            out_channels: self.sizes.output.value,
            kernel: self.kernel.values(),
            stride: pair(&self.stride, 1),
            padding,
            output_padding: pair(&self.output_padding, 0),
            dilation: pair(&self.dilation, 1),
            groups: self.groups.as_ref().map_or(1, |n| n.value),
            bias: self.bias,
        };
        Geometry::ConvTranspose2d(nnplan::ConvTranspose2d::new(on.input(), args))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let pair = |p: &Option<Pair>, default: TokenStream| match p {
            Some(p) => p.expression(),
            None => default,
        };
        let (input, in_channels) = (on.input(), optional(self.sizes.input.as_ref()));
        let (out_channels, kernel) = (&self.sizes.output, self.kernel.expression());
        let (stride, dilation) =
            (pair(&self.stride, quote!([1; 2])), pair(&self.dilation, quote!([1; 2])));
        let output_padding = pair(&self.output_padding, quote!([0; 2]));
        let (padding, bias) = (&self.padding.sizes, self.bias);
        let one = Number::literal(1);
        let groups = self.groups.as_ref().unwrap_or(&one);
        quote!(#plan::ConvTranspose2d::new(#input, #plan::ConvTranspose2dArgs {
            in_channels: #in_channels, out_channels: #out_channels, kernel: #kernel, stride: #stride,
            padding: #padding, output_padding: #output_padding, dilation: #dilation, groups: #groups, bias: #bias
        }))
    }

    fn tensors(&self, resolved: &Geometry, g: &TokenStream) -> Vec<Tensor> {
        let Geometry::ConvTranspose2d(r) = resolved else { unreachable!() };
        let mut tensors = vec![Tensor {
            suffix: "weight",
            shape: r.conv.weight(),
            shape_tokens: quote!((&#g).conv.weight()),
            role: quote!(weight((&#g).conv.fans())),
            buffer: false,
        }];
        if self.bias {
            tensors.push(Tensor {
                suffix: "bias",
                shape: r.bias(),
                shape_tokens: quote!((&#g).bias()),
                role: quote!(bias((&#g).conv.fans())),
                buffer: false,
            });
        }
        tensors
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let Geometry::ConvTranspose2d(r) = b.geometry() else { unreachable!() };
        let (g, w, bias) = (b.geometry_name(), b.tensor("weight"), b.tensor("bias"));
        let product = b.output();
        let (numbers, conv) = (quote!((&#g).conv), Geometry::Conv2d(r.conv));
        b.call_as(numbers, conv, &CONV2D_GRAD_INPUT, &[Some(inputs[0]), w], &[Some(product)]);
        if !self.bias {
            return product;
        }
        let (y, shift) = (b.output(), Geometry::Scale(r.shift()));
        b.call_as(quote!((&#g).shift()), shift, &SCALE, &[Some(product), None, bias], &[Some(y)]);
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
            Arg::OutputPadding => pair(&self.output_padding),
            Arg::Groups => self.groups.as_ref().map(Number::written),
            _ => None,
        }
    }
}

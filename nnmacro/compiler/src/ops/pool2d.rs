//! `MaxPool2d`, `AvgPool2d` and `GlobalAvgPool2d`.

use nnplan::{Arg, Pool2dArgs, Shape, Window};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{PaddingArgument, Pair};
use super::composite::line;
use super::{Arguments, Geometry, Kind, Layer, On, Op, OpId};
use crate::graph::{Builder, Mode, Node, ValueId};

const fn kind(
    name: &'static str,
    usage: &'static str,
    read: fn(&mut Arguments<'_>) -> Box<dyn Layer>,
) -> Kind {
    Kind { name, usage, stateless: true, read }
}

pub(super) const KINDS: &[Kind] = &[
    kind("MaxPool2d", "MaxPool2d(2, stride = 2, padding = 0, dilation = 1)", |a| max(a)),
    kind("AvgPool2d", "AvgPool2d(2, stride = 2, padding = 0, count_include_pad = true)", |a| {
        avg(a)
    }),
    kind("GlobalAvgPool2d", "GlobalAvgPool2d", |_| global()),
    kind("MaxPool1d", "MaxPool1d(2, stride = 2, padding = 0, dilation = 1)", |a| {
        a.of_lines();
        line(max(a))
    }),
    kind("AvgPool1d", "AvgPool1d(2, stride = 2, padding = 0, count_include_pad = true)", |a| {
        a.of_lines();
        line(avg(a))
    }),
];

fn max(a: &mut Arguments<'_>) -> Box<dyn Layer> {
    Box::new(Pool2d {
        kernel: Some(a.window()),
        stride: a.pair_option("stride"),
        padding: a.padding(),
        dilation: a.pair_option("dilation"),
        count_include_pad: true,
        max: true,
    })
}

fn avg(a: &mut Arguments<'_>) -> Box<dyn Layer> {
    Box::new(Pool2d {
        kernel: Some(a.window()),
        stride: a.pair_option("stride"),
        padding: a.padding(),
        dilation: None,
        count_include_pad: a.flag("count_include_pad", true),
        max: false,
    })
}

pub(super) fn global() -> Box<dyn Layer> {
    Box::new(Pool2d {
        kernel: None,
        stride: None,
        padding: PaddingArgument::none(),
        dilation: None,
        count_include_pad: true,
        max: false,
    })
}

#[derive(Debug)]
struct Pool2d {
    kernel: Option<Pair>,
    stride: Option<Pair>,
    padding: PaddingArgument,
    dilation: Option<Pair>,
    count_include_pad: bool,
    max: bool,
}

impl Layer for Pool2d {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        Geometry::Pool2d(nnplan::Pool2d::new(
            input,
            Pool2dArgs {
                kernel: self.kernel.as_ref().map(Pair::values),
                stride: self.stride.as_ref().map(Pair::values),
                padding: self.padding.value,
                dilation: self.dilation.as_ref().map_or([1, 1], Pair::values),
                count_include_pad: self.count_include_pad,
            },
        ))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        let pair = |p: &Option<Pair>| match p {
            Some(p) => {
                let p = p.expression();
                quote!(::core::option::Option::Some(#p))
            }
            None => quote!(::core::option::Option::None),
        };
        let (kernel, stride) = (pair(&self.kernel), pair(&self.stride));
        let padding = &self.padding.expression;
        let dilation = self.dilation.as_ref().map_or(quote!([1, 1]), Pair::expression);
        let count = self.count_include_pad;
        quote!(#plan::Pool2d::new(#input, #plan::Pool2dArgs {
            kernel: #kernel, stride: #stride, padding: #plan::Padding::#padding,
            dilation: #dilation, count_include_pad: #count
        }))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let x = inputs[0];
        let y = b.output();
        if !self.max {
            b.call(&AVG_POOL2D, &[Some(x)], &[Some(y)]);
            return y;
        }
        let indices = (b.mode() != Mode::Inference).then(|| {
            let g = b.geometry_name();
            let shape = b.shape(y);
            b.positions("argmax", shape, quote!((&#g).index_len()))
        });
        b.call(&MAX_POOL2D, &[Some(x)], &[Some(y), indices]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        let pair = |p: &Option<Pair>| p.as_ref().map(|p| p.tokens.clone());
        match arg {
            Arg::Kernel => pair(&self.kernel),
            Arg::Stride => pair(&self.stride).or_else(|| pair(&self.kernel)),
            Arg::Dilation => pair(&self.dilation),
            Arg::Padding => self.padding.tokens.clone(),
            _ => None,
        }
    }

    fn remarks(&self, name: &str, resolved: &Geometry) -> Vec<(&'static str, String)> {
        let Geometry::Pool2d(g) = resolved else { unreachable!() };
        dropped(name, &g.vertical, &g.horizontal)
    }
}

/// A remark when rows or columns at the end of the input reach no window.
pub(super) fn dropped(name: &str, v: &Window, h: &Window) -> Vec<(&'static str, String)> {
    let count = |n: usize, what: &str| match n {
        0 => None,
        1 => Some(format!("the last {what}")),
        n => Some(format!("the last {n} {what}s")),
    };
    let parts: Vec<String> =
        [count(v.dropped(), "row"), count(h.dropped(), "column")].into_iter().flatten().collect();
    if parts.is_empty() {
        return Vec::new();
    }
    let text = format!(
        "`{name}` drops {}: windows of {}x{} with stride {}x{} do not fill {}x{}\nhelp: pad the input, or silence this with `#[allow(dropped_rows)]`",
        parts.join(" and "),
        v.kernel,
        h.kernel,
        v.stride,
        h.stride,
        v.input,
        h.input
    );
    vec![("dropped_rows", text)]
}

static MAX_POOL2D: Op = Op {
    id: OpId::MaxPool2d,
    gradient: Some(|node, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&MAX_POOL2D_GRAD, &[Some(d_y), node.outputs[1]], &[Some(d_x)]);
        }
    }),
};

static MAX_POOL2D_GRAD: Op = Op { id: OpId::MaxPool2dGrad, gradient: None };

static AVG_POOL2D: Op = Op {
    id: OpId::AvgPool2d,
    gradient: Some(|_: &Node, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&AVG_POOL2D_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static AVG_POOL2D_GRAD: Op = Op { id: OpId::AvgPool2dGrad, gradient: None };

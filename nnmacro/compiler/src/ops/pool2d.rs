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
    interpret: |g, run| {
        let g = geometry(g);
        let x = run.inputs[0];
        let (y, rest) = run.outputs.split_first_mut().expect("two outputs");
        let mut best: Vec<Option<usize>> = vec![None; y.len()];
        windows(g, run.batch, |x_at, y_at, position| {
            if best[y_at].is_none_or(|_| x[x_at] > y[y_at] || x[x_at].is_nan()) && !y[y_at].is_nan()
            {
                best[y_at] = Some(position);
                y[y_at] = x[x_at];
            }
        });
        if let Some(indices) = rest.first_mut().filter(|i| !i.is_empty()) {
            for (index, best) in indices.iter_mut().zip(best) {
                *index = best.expect("a window has an element") as f64;
            }
        }
    },
    gradient: Some(|node, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&MAX_POOL2D_GRAD, &[Some(d_y), node.outputs[1]], &[Some(d_x)]);
        }
    }),
};

static MAX_POOL2D_GRAD: Op = Op {
    id: OpId::MaxPool2dGrad,
    interpret: |g, run| {
        let (d_y, indices) = (run.inputs[0], run.inputs[1]);
        let d_x = &mut run.outputs[0];
        windows(geometry(g), run.batch, |x, y, position| {
            if indices[y] == position as f64 {
                d_x[x] += d_y[y];
            }
        });
    },
    gradient: None,
};

static AVG_POOL2D: Op = Op {
    id: OpId::AvgPool2d,
    interpret: |g, run| {
        let g = geometry(g);
        let counts = counts(g, run.batch, run.outputs[0].len());
        let (x, y) = (run.inputs[0], &mut run.outputs[0]);
        windows(g, run.batch, |x_at, y_at, _| y[y_at] += x[x_at] / counts[y_at]);
    },
    gradient: Some(|_: &Node, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&AVG_POOL2D_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static AVG_POOL2D_GRAD: Op = Op {
    id: OpId::AvgPool2dGrad,
    interpret: |g, run| {
        let g = geometry(g);
        let d_y = run.inputs[0];
        let counts = counts(g, run.batch, d_y.len());
        let d_x = &mut run.outputs[0];
        windows(g, run.batch, |x, y, _| d_x[x] += d_y[y] / counts[y]);
    },
    gradient: None,
};

fn geometry(g: &Geometry) -> &nnplan::Pool2d {
    let Geometry::Pool2d(g) = g else { unreachable!("geometry of another layer") };
    g
}

/// The divisors of an average pool: the window's elements, or those inside the image.
fn counts(g: &nnplan::Pool2d, batch: usize, len: usize) -> Vec<f64> {
    if !g.count_include_pad {
        let mut counts = vec![0.0; len];
        windows(g, batch, |_, y, _| counts[y] += 1.0);
        return counts;
    }
    let inside = |w: &Window, o: usize| {
        let start = o * w.stride;
        (w.padded().min(start + w.kernel) - start) as f64
    };
    let pixels = g.vertical.output * g.horizontal.output;
    (0..len)
        .map(|i| {
            let (oy, ox) = (i % pixels / g.horizontal.output, i % g.horizontal.output);
            inside(&g.vertical, oy) * inside(&g.horizontal, ox)
        })
        .collect()
}

/// Calls `f(x, y, position in the window)` for every element of every window inside the image.
fn windows(g: &nnplan::Pool2d, batch: usize, mut f: impl FnMut(usize, usize, usize)) {
    let (v, h) = (&g.vertical, &g.horizontal);
    for plane in 0..batch * g.channels {
        for oy in 0..v.output {
            for ox in 0..h.output {
                for (ky, kx) in (0..v.kernel).flat_map(|y| (0..h.kernel).map(move |x| (y, x))) {
                    let (y, x) = (oy * v.stride + ky * v.dilation, ox * h.stride + kx * h.dilation);
                    if y < v.before
                        || y - v.before >= v.input
                        || x < h.before
                        || x - h.before >= h.input
                    {
                        continue;
                    }
                    f(
                        (plane * v.input + y - v.before) * h.input + x - h.before,
                        (plane * v.output + oy) * h.output + ox,
                        ky * h.kernel + kx,
                    );
                }
            }
        }
    }
}

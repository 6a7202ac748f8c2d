//! `GroupNorm`, `InstanceNorm2d` and `RmsNorm`: a normalisation of rows, then a factor and a term.

use nnplan::{Arg, Range, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::{Real, optional};
use super::composite::{Part, Source, View, composite};
use super::scale::{Of, Scale};
use super::{Arguments, Geometry, Kind, Layer, On, Op, OpId};
use crate::graph::{Builder, Mode, Node, Space, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "GroupNorm",
        usage: "GroupNorm(groups, eps = 1e-5, affine = true)",
        stateless: false,
        read: |a| {
            let groups = a.required_size("number of groups", "4");
            by_groups(a, View::Groups { groups }, true)
        },
    },
    Kind {
        name: "InstanceNorm2d",
        usage: "InstanceNorm2d(eps = 1e-5, affine = false)",
        stateless: false,
        read: |a| by_groups(a, View::Channels, false),
    },
    Kind {
        name: "RmsNorm",
        usage: "RmsNorm(axes = 1, eps = 1.1920929e-7)",
        stateless: false,
        read: |a| {
            let axes = a.known_option("axes", "the shape of its weight");
            let eps = eps(a, 1.192_092_9e-7); // what separates 1 from the next f32
            let rows = Normalize { axes: axes.clone(), eps, is_centered: false };
            let scale = Scale { of: Of::Rows(axes), bias: false };
            super::composite::chain(vec![Box::new(rows), Box::new(scale)])
        },
    },
];

fn eps(a: &mut Arguments<'_>, default: f64) -> Real {
    let eps = a.real("eps", default);
    a.check_real(&eps, "eps", Range::Positive, "what keeps the divisor from 0");
    eps
}

/// Rows that hold all that belongs to a group of channels.
fn by_groups(a: &mut Arguments<'_>, rows: View, affine: bool) -> Box<dyn Layer> {
    let eps = eps(a, 1e-5);
    let affine = a.flag("affine", affine);
    let normalize = Normalize { axes: Some(Number::literal(1)), eps, is_centered: true };
    let part = |op, reads| Part { op, reads };
    let mut parts = vec![
        part(rows.boxed(), vec![Source::Input(0)]),
        part(Box::new(normalize), vec![Source::Part(0)]),
        part(View::Like.boxed(), vec![Source::Part(1), Source::Input(0)]),
    ];
    if affine {
        let scale = Scale { of: Of::Channels, bias: true };
        parts.push(part(Box::new(scale), vec![Source::Part(2)]));
    }
    composite(parts)
}

/// Each row of the last axes gets mean 0, if it is centered, and a mean square of 1.
#[derive(Debug)]
struct Normalize {
    axes: Option<Number>,
    eps: Real,
    is_centered: bool,
}

impl Layer for Normalize {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let (axes, eps) = (self.axes.as_ref().map(|n| n.value), self.eps.value.unwrap_or(1e-5));
        Geometry::Normalize(nnplan::Normalize::new(on.input(), axes, eps, self.is_centered))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (input, axes) = (on.input(), optional(self.axes.as_ref()));
        let (eps, is_centered) = (&self.eps.tokens, self.is_centered);
        quote!(#plan::Normalize::new(#input, #axes, #eps, #is_centered))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        let inv_std = (b.mode() != Mode::Inference).then(|| {
            let g = b.geometry_name();
            let Geometry::Normalize(r) = b.geometry() else { unreachable!() };
            let rows = Shape::new(&[r.rows.rows]);
            b.extra("inv_std", Space::Sample, rows, quote!(#g.rows.rows))
        });
        b.call(&NORMALIZE, &[Some(inputs[0])], &[Some(y), inv_std]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Axis => self.axes.as_ref().map(Number::written),
            _ => None,
        }
    }
}

static NORMALIZE: Op = Op {
    id: OpId::Normalize,
    gradient: Some(|node: &Node, g| {
        let d_y = Some(g.d_output(0));
        if let Some(d_x) = g.d_input(0) {
            g.call(&NORMALIZE_GRAD, &[node.outputs[0], d_y, node.outputs[1]], &[Some(d_x)]);
        }
    }),
};

static NORMALIZE_GRAD: Op = Op { id: OpId::NormalizeGrad, gradient: None };

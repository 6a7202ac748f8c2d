//! `concat(a, b, axis = 0)`: values one after another along an axis.

use nnplan::{Arg, CONCAT_MAX, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::composite::{Part, Source, composite};
use super::{Function, Geometry, Layer, On, Op, OpId, Operands};
use crate::graph::{Builder, Node, ValueId};
use crate::syntax::Number;

pub(super) const FUNCTIONS: &[Function] = &[Function {
    name: "concat",
    usage: "concat(a, b, axis = 0)",
    operands: Operands::Several,
    read: |a| concat(a.values(), &Concat { axis: a.size_option("axis") }),
}];

/// Of more values than a call takes: of as many as it takes, then of what these give.
fn concat(count: usize, op: &Concat) -> Box<dyn Layer> {
    let mut values: Vec<Source> = (0..count).map(Source::Input).collect();
    let mut parts = Vec::new();
    while values.len() > CONCAT_MAX {
        let mut joined = Vec::new();
        for reads in values.chunks(CONCAT_MAX) {
            if let [one] = reads {
                joined.push(*one);
                continue;
            }
            joined.push(Source::Part(parts.len()));
            parts.push(Part { op: Box::new(op.clone()), reads: reads.to_vec() });
        }
        values = joined;
    }
    if parts.is_empty() {
        return Box::new(op.clone());
    }
    parts.push(Part { op: Box::new(op.clone()), reads: values });
    composite(parts)
}

#[derive(Clone, Debug)]
struct Concat {
    axis: Option<Number>,
}

impl Layer for Concat {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let axis = self.axis.as_ref().map_or(0, |n| n.value);
        Geometry::Concat(nnplan::Concat::new(on.inputs, axis))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let zero = Number::literal(0);
        let (inputs, axis) = (on.inputs, self.axis.as_ref().unwrap_or(&zero));
        quote!(#plan::Concat::new(&[#(#inputs),*], #axis))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        let inputs: Vec<Option<ValueId>> = inputs.iter().copied().map(Some).collect();
        b.call(&CONCAT, &inputs, &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Axis => self.axis.as_ref().map(Number::written),
            _ => None,
        }
    }
}

static CONCAT: Op = Op {
    id: OpId::Concat,
    gradient: Some(|node: &Node, g| {
        let d_y = g.d_output(0);
        for i in 0..node.inputs.len() {
            if let Some(d_x) = g.d_input(i) {
                let numbers = g.numbers();
                g.call_as(
                    quote!(const { (&#numbers).part(#i) }),
                    Geometry::Slice(geometry(&node.geometry).part(i)),
                    &super::slice::SLICE,
                    &[Some(d_y)],
                    &[Some(d_x)],
                );
            }
        }
    }),
};

fn geometry(g: &Geometry) -> &nnplan::Concat {
    let Geometry::Concat(g) = g else { unreachable!("geometry of another layer") };
    g
}

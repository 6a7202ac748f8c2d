//! `Softmax` and `LogSoftmax`, over the channels unless `axis` says otherwise.

use nnplan::{Arg, Shape, SoftmaxArgs};
use proc_macro2::TokenStream;
use quote::quote;

use super::{Arguments, Ending, Geometry, Kind, Layer, On, Op, OpId};
use crate::graph::{Builder, Node, ValueId};
use crate::syntax::Number;

pub(super) const KINDS: &[Kind] = &[
    Kind { name: "Softmax", usage: "Softmax(axis = 0)", stateless: true, read: |a| read(a, false) },
    Kind {
        name: "LogSoftmax",
        usage: "LogSoftmax(axis = 0)",
        stateless: true,
        read: |a| read(a, true),
    },
];

#[derive(Debug)]
struct Softmax {
    axis: Option<Number>,
    log: bool,
}

fn read(a: &mut Arguments<'_>, log: bool) -> Box<dyn Layer> {
    Box::new(Softmax { axis: a.size_option("axis"), log })
}

impl Layer for Softmax {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        let axis = self.axis.as_ref().map_or(0, |n| n.value);
        Geometry::Softmax(nnplan::Softmax::new(input, SoftmaxArgs { axis, log: self.log }))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let input = on.input();
        let zero = Number::literal(0);
        let (axis, log) = (self.axis.as_ref().unwrap_or(&zero), self.log);
        quote!(#plan::Softmax::new(#input, #plan::SoftmaxArgs { axis: #axis, log: #log }))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let x = inputs[0];
        let y = b.output();
        b.call(&SOFTMAX, &[Some(x)], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Axis => self.axis.as_ref().map(Number::written),
            _ => None,
        }
    }

    fn ending(&self) -> Ending {
        if self.log { Ending::LogSoftmax } else { Ending::Softmax }
    }
}

static SOFTMAX: Op = Op {
    id: OpId::Softmax,
    gradient: Some(|node: &Node, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&SOFTMAX_GRAD, &[node.outputs[0], Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static SOFTMAX_GRAD: Op = Op { id: OpId::SoftmaxGrad, gradient: None };

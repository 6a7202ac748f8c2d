//! `mean(x)`, `sum(x, axis = 0)`, `max(x, axes = (1, 2))`: over all axes unless given.

use nnplan::{Arg, ReduceFunction, Shape};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::arguments::Sizes;
use super::{Arguments, Function, Geometry, Layer, On, Op, OpId, Operands};
use crate::graph::{Builder, Node, ValueId};

const fn word(
    name: &'static str,
    usage: &'static str,
    read: fn(&mut Arguments<'_>) -> Box<dyn Layer>,
) -> Function {
    Function { name, usage, operands: Operands::Exactly(1), read }
}

pub(super) const FUNCTIONS: &[Function] = &[
    word("sum", "sum(x, axis = 0, keep = false)", |a| read(a, ReduceFunction::Sum)),
    word("mean", "mean(x, axis = 0, keep = false)", |a| read(a, ReduceFunction::Mean)),
    word("max", "max(x, axis = 0, keep = false)", |a| read(a, ReduceFunction::Max)),
];

#[derive(Debug)]
struct Reduce {
    function: ReduceFunction,
    axes: Option<Sizes>,
    keep: bool,
}

fn read(a: &mut Arguments<'_>, function: ReduceFunction) -> Box<dyn Layer> {
    let axes = a.sizes_option("axis").or_else(|| a.sizes_option("axes"));
    Box::new(Reduce { function, axes, keep: a.flag("keep", false) })
}

impl Layer for Reduce {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let axes: Option<Vec<usize>> =
            self.axes.as_ref().map(|a| a.numbers.iter().map(|n| n.value).collect());
        Geometry::Reduce(nnplan::Reduce::over(
            self.function,
            on.input(),
            axes.as_deref(),
            self.keep,
        ))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (x, keep, function) =
            (on.input(), self.keep, format_ident!("{}", format!("{:?}", self.function)));
        let axes = match &self.axes {
            None => quote!(::core::option::Option::None),
            Some(axes) => {
                let axes = &axes.numbers;
                quote!(::core::option::Option::Some(&[#(#axes),*]))
            }
        };
        quote!(#plan::Reduce::over(#plan::ReduceFunction::#function, #x, #axes, #keep))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&REDUCE, &[Some(inputs[0])], &[Some(y)]);
        y
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        self.axes.as_ref().filter(|_| arg == Arg::Axis).map(|a| a.tokens.clone())
    }
}

static REDUCE: Op = Op {
    id: OpId::Reduce,
    gradient: Some(|node: &Node, g| {
        let d_y = g.d_output(0);
        let is_max = geometry(&node.geometry).function == ReduceFunction::Max;
        let (x, y) = if is_max { (node.inputs[0], node.outputs[0]) } else { (None, None) };
        if let Some(d_x) = g.d_input(0) {
            g.call(&REDUCE_GRAD, &[x, y, Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static REDUCE_GRAD: Op = Op { id: OpId::ReduceGrad, gradient: None };

fn geometry(g: &Geometry) -> &nnplan::Reduce {
    let Geometry::Reduce(g) = g else { unreachable!("geometry of another layer") };
    g
}

//! `slice(x, 0..16, axis = 0)`: a part of a value along an axis; `split` makes several.

use nnplan::{Arg, Shape, UNKNOWN};
use proc_macro2::TokenStream;
use quote::quote;

use super::{Arguments, Function, Geometry, Layer, On, Op, OpId, Operands};
use crate::graph::{Builder, ValueId};
use crate::syntax::Number;

pub(super) const FUNCTIONS: &[Function] = &[Function {
    name: "slice",
    usage: "slice(x, 0..16, axis = 0)",
    operands: Operands::Exactly(1),
    read: |a| {
        let range = a.range();
        Box::new(Slice { range, axis: a.size_option("axis") })
    },
}];

/// Part `index` of `parts` equal ones.
pub(crate) fn part(a: &mut Arguments<'_>, index: usize, parts: usize) -> Box<dyn Layer> {
    equal(index, parts, a.size_option("axis"))
}

#[derive(Debug)]
struct Slice {
    range: super::arguments::RangeArgument,
    axis: Option<Number>,
}

impl Layer for Slice {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let axis = self.axis.as_ref().map_or(0, |n| n.value);
        let x = on.input();
        let size = if axis < x.rank() { x.dim(axis) } else { UNKNOWN };
        let start = self.range.start.as_ref().map_or(0, |n| n.value);
        let end = self.range.end.as_ref().map_or(size, |n| n.value);
        Geometry::Slice(nnplan::Slice::new(x, axis, start, end))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let zero = Number::literal(0);
        let (x, axis) = (on.input(), self.axis.as_ref().unwrap_or(&zero));
        let start = self.range.start.as_ref().unwrap_or(&zero);
        let end = match &self.range.end {
            Some(end) => quote!(#end),
            None => quote!((&#x).dim(#axis)),
        };
        quote!(#plan::Slice::new(#x, #axis, #start, #end))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        lower(b, inputs[0])
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Axis => self.axis.as_ref().map(Number::written),
            Arg::Range => Some(self.range.tokens.clone()),
            _ => None,
        }
    }
}

/// Part `index` of `parts` equal ones along an axis.
pub(super) fn equal(index: usize, parts: usize, axis: Option<Number>) -> Box<dyn Layer> {
    Box::new(EqualPart { index, parts, axis })
}

#[derive(Debug)]
struct EqualPart {
    index: usize,
    parts: usize,
    axis: Option<Number>,
}

impl Layer for EqualPart {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let axis = self.axis.as_ref().map_or(0, |n| n.value);
        Geometry::Slice(nnplan::Slice::part(on.input(), axis, self.index, self.parts))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let zero = Number::literal(0);
        let (x, axis) = (on.input(), self.axis.as_ref().unwrap_or(&zero));
        let (index, parts) = (self.index, self.parts);
        quote!(#plan::Slice::part(#x, #axis, #index, #parts))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        lower(b, inputs[0])
    }

    fn tokens(&self, arg: Arg) -> Option<TokenStream> {
        match arg {
            Arg::Axis => self.axis.as_ref().map(Number::written),
            _ => None,
        }
    }
}

fn lower(b: &mut Builder<'_>, x: ValueId) -> ValueId {
    let y = b.output();
    b.call(&SLICE, &[Some(x)], &[Some(y)]);
    y
}

pub(super) static SLICE: Op = Op {
    id: OpId::Slice,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            g.call(&SLICE_GRAD, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static SLICE_GRAD: Op = Op { id: OpId::SliceGrad, gradient: None };

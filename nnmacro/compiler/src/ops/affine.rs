//! A value with numbers: `0.5 * x`, `x + 1.0`, `-x`, `x / 2.0`: scale * x + shift.

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Real;
use super::{Function, Geometry, Layer, On, Op, OpId};
use crate::graph::{Builder, Node, ValueId};

/// They have signs, not names.
pub(super) const FUNCTIONS: &[Function] = &[];

/// `scale * x + shift`
pub(crate) fn affine(scale: Real, shift: Real) -> Box<dyn Layer> {
    Box::new(Affine { scale, shift })
}

#[derive(Debug)]
struct Affine {
    scale: Real,
    shift: Real,
}

impl Layer for Affine {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let (scale, shift) = (self.scale.value.unwrap_or(1.0), self.shift.value.unwrap_or(0.0));
        Geometry::Affine(nnplan::Affine::new(on.input(), scale, shift))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (x, scale, shift) = (on.input(), &self.scale.tokens, &self.shift.tokens);
        quote!(#plan::Affine::new(#x, #scale, #shift))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&AFFINE, &[Some(inputs[0])], &[Some(y)]);
        y
    }
}

pub(crate) static AFFINE: Op = Op {
    id: OpId::Affine,
    gradient: Some(|node: &Node, g| {
        let d_y = g.d_output(0);
        if let Some(d_x) = g.d_input(0) {
            let (numbers, Geometry::Affine(own)) = (g.numbers(), node.geometry) else { return };
            let numbers = quote!(const { (&#numbers).gradient() });
            let geometry = Geometry::Affine(own.gradient());
            g.call_as(numbers, geometry, &AFFINE, &[Some(d_y)], &[Some(d_x)]);
        }
    }),
};

//! `matmul(a, b)`: products of matrices, one a sample (or several, along the first axis).

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::{Function, Geometry, Layer, On, Op, OpId, Operands};
use crate::graph::{Builder, Node, ValueId};

pub(super) const FUNCTIONS: &[Function] = &[Function {
    name: "matmul",
    usage: "matmul(a, b, transpose_a = false, transpose_b = false)",
    operands: Operands::Exactly(2),
    read: |a| {
        Box::new(MatMul { left: a.flag("transpose_a", false), right: a.flag("transpose_b", false) })
    },
}];

/// Which operands lie transposed.
#[derive(Debug)]
struct MatMul {
    left: bool,
    right: bool,
}

impl Layer for MatMul {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let (a, b) = (on.inputs[0], on.inputs[1]);
        Geometry::MatMul(nnplan::MatMul::new(a, b, self.left, self.right))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (a, b, left, right) = (&on.inputs[0], &on.inputs[1], self.left, self.right);
        quote!(#plan::MatMul::new(#a, #b, #left, #right))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(&MATMUL, &[Some(inputs[0]), Some(inputs[1])], &[Some(y)]);
        y
    }
}

static MATMUL: Op = Op {
    id: OpId::MatMul,
    gradient: Some(|node: &Node, g| {
        let d_y = Some(g.d_output(0));
        if let Some(d_a) = g.d_input(0) {
            g.call(&MATMUL_GRAD_LEFT, &[d_y, node.inputs[1]], &[Some(d_a)]);
        }
        if let Some(d_b) = g.d_input(1) {
            g.call(&MATMUL_GRAD_RIGHT, &[node.inputs[0], d_y], &[Some(d_b)]);
        }
    }),
};

static MATMUL_GRAD_LEFT: Op = Op { id: OpId::MatMulGradLeft, gradient: None };

static MATMUL_GRAD_RIGHT: Op = Op { id: OpId::MatMulGradRight, gradient: None };

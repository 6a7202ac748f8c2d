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
    interpret: |g, run| {
        let (a, b) = (run.inputs[0], run.inputs[1]);
        each(g, run.batch, |i, j, k| run.outputs[0][k] += a[i] * b[j]);
    },
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

static MATMUL_GRAD_LEFT: Op = Op {
    id: OpId::MatMulGradLeft,
    interpret: |g, run| {
        let (d_y, b) = (run.inputs[0], run.inputs[1]);
        each(g, run.batch, |i, j, k| run.outputs[0][i] += d_y[k] * b[j]);
    },
    gradient: None,
};

static MATMUL_GRAD_RIGHT: Op = Op {
    id: OpId::MatMulGradRight,
    interpret: |g, run| {
        let (a, d_y) = (run.inputs[0], run.inputs[1]);
        each(g, run.batch, |i, j, k| run.outputs[0][j] += a[i] * d_y[k]);
    },
    gradient: None,
};

/// Calls `f` with the places of both factors and of the sum, for each product.
fn each(g: &Geometry, batch: usize, mut f: impl FnMut(usize, usize, usize)) {
    let Geometry::MatMul(g) = g else { unreachable!("geometry of another layer") };
    for matrix in 0..batch * g.batch {
        let (a, b, y) = (matrix * g.m * g.k, matrix * g.k * g.n, matrix * g.m * g.n);
        for row in 0..g.m {
            for column in 0..g.n {
                for inner in 0..g.k {
                    let i = if g.transpose_left { inner * g.m + row } else { row * g.k + inner };
                    let j =
                        if g.transpose_right { column * g.k + inner } else { inner * g.n + column };
                    f(a + i, b + j, y + row * g.n + column);
                }
            }
        }
    }
}

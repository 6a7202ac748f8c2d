//! `a + b`, `a - b`, `a * b` and `a / b` of two values of one shape.

use nnplan::{BinaryFunction as Function, Shape};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Arguments, Function as Word, Geometry, Layer, On, Op, OpId, Operands};
use crate::graph::{Builder, Gradients, Node, Space, ValueId};

const fn word(
    name: &'static str,
    usage: &'static str,
    read: fn(&mut Arguments<'_>) -> Box<dyn Layer>,
) -> Word {
    Word { name, usage, operands: Operands::Exactly(2), read }
}

pub(super) const FUNCTIONS: &[Word] = &[
    word("+", "a + b", |_| Box::new(Binary { function: Function::Add })),
    word("-", "a - b", |_| Box::new(Binary { function: Function::Sub })),
    word("*", "a * b", |_| Box::new(Binary { function: Function::Mul })),
    word("/", "a / b", |_| Box::new(Binary { function: Function::Div })),
];

/// `a * b`
pub(super) fn product() -> Box<dyn Layer> {
    Box::new(Binary { function: Function::Mul })
}

#[derive(Debug)]
struct Binary {
    function: Function,
}

impl Layer for Binary {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        Geometry::Binary(nnplan::Binary::new(self.function, on.inputs[0], on.inputs[1]))
    }

    fn geometry(&self, plan: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let function = format_ident!("{}", format!("{:?}", self.function));
        let (a, b) = (&on.inputs[0], &on.inputs[1]);
        quote!(#plan::Binary::new(#plan::BinaryFunction::#function, #a, #b))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let y = b.output();
        b.call(self.op(), &[Some(inputs[0]), Some(inputs[1])], &[Some(y)]);
        y
    }
}

impl Binary {
    fn op(&self) -> &'static Op {
        match self.function {
            Function::Add => &ADD,
            Function::Sub => &SUB,
            Function::Mul => &MUL,
            Function::Div => &DIV,
        }
    }
}

static ADD: Op = Op {
    id: OpId::Binary,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        g.pass_on(0, d_y);
        g.pass_on(1, d_y);
    }),
};

static SUB: Op = Op {
    id: OpId::Binary,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        g.pass_on(0, d_y);
        if let Some(d_b) = g.d_input(1) {
            g.negated(d_y, d_b);
        }
    }),
};

pub(crate) static MUL: Op = Op {
    id: OpId::Binary,
    gradient: Some(|node: &Node, g| {
        let d_y = Some(g.d_output(0));
        for (i, other) in [(0, node.inputs[1]), (1, node.inputs[0])] {
            if let Some(d) = g.d_input(i) {
                g.call(&MUL, &[d_y, other], &[Some(d)]);
            }
        }
    }),
};

/// `d_a = d_y / b` and `d_b = -d_y (y / b)`.
static DIV: Op = Op {
    id: OpId::Binary,
    gradient: Some(|node: &Node, g| {
        let (d_y, b, y) = (g.d_output(0), node.inputs[1], node.outputs[0]);
        if let Some(d_a) = g.d_input(0) {
            g.call(&DIV, &[Some(d_y), b], &[Some(d_a)]);
        }
        if let Some(d_b) = g.d_input(1) {
            let slope = temporary(g, d_b, "slope");
            g.call(&DIV, &[y, b], &[Some(slope)]);
            let product = temporary(g, d_b, "product");
            g.product(d_y, slope, product);
            g.negated(product, d_b);
        }
    }),
};

/// A value between the calls of a gradient, as large as `like`.
fn temporary(g: &mut Gradients<'_>, like: ValueId, name: &str) -> ValueId {
    let like = g.value(like);
    let (name, shape, len) = (format!("{}_{name}", like.name), like.shape, like.len.clone());
    g.extra(name, Space::Sample, shape, len)
}

/// The sum of two gradients of a value that two calls read.
pub(crate) static ACCUMULATE: Op = Op { id: OpId::Accumulate, gradient: None };

/// A value a second time: an output that would share the memory of an input or of another output.
pub(crate) static COPY: Op = Op {
    id: OpId::Copy,
    gradient: Some(|_, g| {
        let d_y = g.d_output(0);
        g.pass_on(0, d_y);
    }),
};

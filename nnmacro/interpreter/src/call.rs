//! One call: its operands as the portable kernels take them, and the kernel that the table of operations names.

use std::array;
use std::mem;

use nncompiler::graph::Node;
use nncompiler::ops::Geometry;
use nncore::portable::{self, Cells, Out, Sums};
use nnplan::{Dropout, OpId, Operand, Role, Type};

/// An operand as a kernel takes it.
enum Memory {
    Numbers(Vec<f64>),
    Integers(Vec<u32>),
    /// Positions chosen by a max pool: so many bytes each, the low one first.
    Bytes(Vec<u8>, usize),
}

impl Memory {
    /// Operand `i` of those that are read or of those that are written.
    fn new(operands: &[Operand], i: usize, geometry: &Geometry, data: Vec<f64>) -> Self {
        let integers = data.iter().map(|x| *x as u32); // NaN, where nothing is written yet, is 0
        match (role(operands, i).element(), geometry) {
            (Type::Integer, _) => Self::Integers(integers.collect()),
            (Type::Byte, Geometry::Pool2d(g)) => {
                let each = g.index_bytes();
                let bytes = integers.flat_map(|x| x.to_le_bytes().into_iter().take(each));
                Self::Bytes(bytes.collect(), each)
            }
            _ => Self::Numbers(data),
        }
    }

    fn cells(&mut self) -> Cells<'_, f64> {
        match self {
            Self::Numbers(numbers) => Cells::of(numbers),
            Self::Integers(integers) => Cells::integers(integers),
            Self::Bytes(bytes, _) => Cells::bytes(bytes),
        }
    }

    fn into_numbers(self) -> Vec<f64> {
        match self {
            Self::Numbers(numbers) => numbers,
            Self::Integers(integers) => integers.into_iter().map(f64::from).collect(),
            Self::Bytes(bytes, each) => {
                let number = |b: &[u8]| b.iter().rev().fold(0.0, |x, b| x * 256.0 + f64::from(*b));
                bytes.chunks(each).map(number).collect()
            }
        }
    }
}

/// What an operand is; those of views, and any number of operands, are numbers by sample.
fn role(operands: &[Operand], i: usize) -> Role {
    operands.get(i).map_or(Role::Sample, |operand| operand.role)
}

/// Runs one call on some samples: what it reads and what it writes, empty where an operand is absent.
///
/// `outputs` have their length. Of what is there, running statistics are read, and sums of gradients begin with it. `keeps`
/// is as for [`interpret`](crate::interpret).
///
/// # Panics
/// When it is a call of a network that was declared elsewhere.
pub fn call(
    node: &Node,
    samples: usize,
    inputs: &[&[f64]],
    outputs: &mut [Vec<f64>],
    keeps: &dyn Fn(u32, usize, usize) -> bool,
) {
    let (record, geometry) = (node.op.record(), &node.geometry);
    if let (OpId::Dropout, Geometry::Dropout(g, shape)) = (node.op.id, geometry) {
        return mask(g, shape.len(), inputs[0], &mut outputs[0], keeps);
    }
    let read = |(i, x): (usize, &&[f64])| Memory::new(record.reads, i, geometry, x.to_vec());
    let mut reads: Vec<Memory> = inputs.iter().enumerate().map(read).collect();
    let lens: Vec<usize> = outputs.iter().map(Vec::len).collect();
    let written =
        |(i, y): (usize, &mut Vec<f64>)| Memory::new(record.writes, i, geometry, mem::take(y));
    let mut writes: Vec<Memory> = outputs.iter_mut().enumerate().map(written).collect();
    let out = writes.iter_mut().enumerate().map(|(i, memory)| {
        let role = role(record.writes, i);
        let is_by_sample = matches!(role, Role::Sample | Role::Index);
        Out {
            to: memory.cells(),
            write: if role == Role::Gradient { Sums::Continue } else { Sums::Replace },
            is_there: node.outputs[i].is_some(),
            len: if is_by_sample { lens[i] / samples } else { lens[i] },
        }
    });
    let y: Vec<_> = out.collect();
    let x: Vec<_> = reads.iter_mut().map(Memory::cells).collect();
    run(node, samples, &x, &y);
    for (to, memory) in outputs.iter_mut().zip(writes) {
        *to = memory.into_numbers();
    }
}

/// Dropout, `len` elements a sample; its gradient is the same call.
fn mask(
    g: &Dropout,
    len: usize,
    x: &[f64],
    y: &mut [f64],
    keeps: &dyn Fn(u32, usize, usize) -> bool,
) {
    for (i, (y, x)) in y.iter_mut().zip(x).enumerate() {
        *y = if keeps(g.layer, i / len, i % len) { x / (1.0 - g.p) } else { 0.0 };
    }
}

/// As many operands as a kernel takes; absent ones at the end.
fn reads<'a, const N: usize>(x: &[Cells<'a, f64>]) -> [Cells<'a, f64>; N] {
    array::from_fn(|i| x.get(i).copied().unwrap_or(Cells::NONE))
}

/// As many operands as a kernel writes.
fn writes<'a, const N: usize>(y: &[Out<Cells<'a, f64>>]) -> [Out<Cells<'a, f64>>; N] {
    array::from_fn(|i| y[i])
}

macro_rules! kernel {
    (dropout $($rest:tt)*) => {
        unreachable!("its choices are the caller's")
    };
    ($method:ident(usize) $node:ident, $samples:ident, $x:ident, $y:ident) => {
        portable::$method(&$y[0].len, $samples, reads($x), writes($y))
    };
    ($method:ident(Activation) $node:ident, $samples:ident, $x:ident, $y:ident) => {{
        let Geometry::Activation(f, _) = &$node.geometry else { unreachable!("{:?}", $node.op) };
        portable::$method(f, $samples, reads($x), writes($y))
    }};
    ($method:ident($G:ident) $node:ident, $samples:ident, $x:ident, $y:ident) => {{
        let Geometry::$G(g) = &$node.geometry else { unreachable!("{:?}", $node.op) };
        portable::$method(g, $samples, reads($x), writes($y))
    }};
}

macro_rules! kernels {
    (
        methods {$(
            $(#[$doc:meta])*
            $id:ident $method:ident(
                $g:ident: $G:ident $(, $x:ident: $X:ident $(or $x_none:ident)?)* =>
                $($y:ident: $Y:ident $(or $y_none:ident)?),+
            ) $placement:ident $($portable:ident)? $formula:literal [$($flags:tt)*];
        )*}
        views {$($(#[$view_doc:meta])* $view:ident $view_name:ident $view_formula:literal;)*}
        $($programs:tt)*
    ) => {
        /// Runs the kernel of a call.
        fn run(node: &Node, samples: usize, x: &[Cells<'_, f64>], y: &[Out<Cells<'_, f64>>]) {
            match node.op.id {
                $(OpId::$id => kernel!($method($G) node, samples, x, y),)*
                $(OpId::$view => portable::copy(&y[0].len, samples, reads(x), writes(y)),)*
                _ => unreachable!("a network declared elsewhere is not here to be run"),
            }
        }
    };
}

nnplan::operations!(kernels);

//! A call on the device of `nncore::tiny`, which has no workspace of its own making.

use nncore::device::{Ops, Region, Space};
use nncore::tiny::alone::{Alone, Call};
use nnplan::Role;

use crate::bench::{Bench, Data, Method, Subject};

/// The device of `nncore::tiny`.
#[derive(Clone, Copy, Debug)]
pub struct Tiny;

/// A method with all that it is called with.
struct Bound<'a, G, M> {
    method: &'a M,
    g: &'a G,
    reads: &'a [Region],
    writes: &'a [Region],
}

impl<G, M: Method<G>> Call for Bound<'_, G, M> {
    fn call<O: Ops>(&self, ops: &mut O) {
        self.method.call(ops, self.g, self.reads, self.writes);
    }
}

/// The memory that numbers with this role lie in.
fn numbers(memory: &mut Alone, role: Role, region: Region) -> &mut Vec<f32> {
    match role {
        Role::Tensor => &mut memory.parameters,
        Role::Running => &mut memory.kept,
        Role::Gradient => &mut memory.gradients,
        Role::Statistic => &mut memory.statistic,
        _ if region.space == Space::Input => &mut memory.inputs[region.offset],
        _ => &mut memory.arena,
    }
}

/// Puts numbers where they belong, in memory that grows as it must.
fn put<T: Copy>(to: &mut Vec<T>, at: usize, x: &[T], other: T) {
    if to.len() < at + x.len() {
        to.resize(at + x.len(), other);
    }
    to[at..at + x.len()].copy_from_slice(x);
}

impl Subject for Tiny {
    const BYTES: usize = 4;

    fn run<G: Sync>(&self, bench: &Bench<'_>, g: &G, method: &impl Method<G>) -> Vec<Data> {
        // An input has a number here, not an offset.
        let mut port = 0;
        let mut numbered = |region: Region| {
            if region.space != Space::Input {
                return region;
            }
            port += 1;
            Region { offset: port - 1, ..region }
        };
        let regions: Vec<Region> = bench.places().iter().map(|p| numbered(p.region)).collect();
        let start = |i: usize| {
            let is_input = regions[i].space == Space::Input;
            if is_input { 0 } else { bench.places()[i].start(Alone::CAPACITY) }
        };
        let mut memory = Alone::default();
        for (i, place) in bench.in_order() {
            let (region, at) = (regions[i], start(i));
            match &place.data {
                _ if region.is_none() => {}
                Data::Integers(x) => put(&mut memory.integers[region.offset], at, x, 0),
                Data::Bytes(x) => put(&mut memory.index, at, x, 0),
                Data::Numbers(x) => {
                    let x: Vec<f32> = x.iter().map(|x| *x as f32).collect();
                    put(numbers(&mut memory, place.operand.role, region), at, &x, f32::NAN);
                }
            }
        }
        let (reads, writes) = bench.cut(&regions);
        let call = Bound { method, g, reads, writes };
        // SAFETY: each operand was put where its region says, which made the memory as long as it must be.
        let fault = unsafe { memory.run(bench.state(), &bench.segment(&regions), &call) };
        assert!(fault.is_none(), "{fault:?}");
        let first = bench.places().len() - bench.written().len();
        let written = bench.written().iter().enumerate();
        let read = written.map(|(i, place)| {
            let (i, region) = (first + i, regions[first + i]);
            match &place.data {
                data if region.is_none() => data.clone(),
                Data::Bytes(x) => Data::Bytes(memory.index[start(i)..][..x.len()].to_vec()),
                data => {
                    let from = numbers(&mut memory, place.operand.role, region);
                    let found = &from[start(i)..][..data.numbers().len()];
                    Data::Numbers(found.iter().map(|x| f64::from(*x)).collect())
                }
            }
        });
        read.collect()
    }
}

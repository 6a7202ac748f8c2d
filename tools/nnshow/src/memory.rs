//! The memory plan as a table: what lies where, from when to when.

use std::fmt::Write;

use nncompiler::emit::Compiled;
use nncompiler::graph::ValueId;
use nncompiler::ops::Geometry;
use nncompiler::schedule::{Block, END, Schedule};
use nnplan::{Live, Type, UNKNOWN};

/// Bytes of an `f32`.
const NUMBER: usize = 4;

/// The plans of inference and training, with sums.
pub(crate) fn text(c: &Compiled) -> String {
    if !c.network.is_known() {
        return "the sizes of this network are known to rustc only: `Self::INFERENCE` and `Self::TRAINING` hold its plans\n".to_owned();
    }
    let mut out = String::new();
    let tensors = tensors(c);
    program(&mut out, "inference", &c.inference, tensors, 0);
    out.push('\n');
    program(&mut out, "training", &c.training, tensors, 1);
    out
}

/// Bytes of trained and of kept tensors, each rounded up to a cache line.
fn tensors(c: &Compiled) -> (usize, usize) {
    let sum = |buffer: bool| {
        let some = c.network.tensors.iter().filter(|t| t.tensor.buffer == buffer);
        some.map(|t| NUMBER * nnplan::align(t.tensor.shape.len())).sum()
    };
    (sum(false), sum(true))
}

/// The elements of a block: numbers, or bytes of positions.
fn size(schedule: &Schedule, id: ValueId) -> usize {
    let graph = &schedule.graph;
    let value = graph.value(id);
    if value.element == Type::Byte {
        let writer = graph.nodes.iter().find(|n| n.outputs.contains(&Some(id)));
        if let Some(Geometry::Pool2d(g)) = writer.map(|n| &n.geometry) {
            return g.index_len();
        }
    }
    value.shape.len()
}

/// What a plan takes.
struct Taken {
    bytes: usize,
    bound: usize,
}

fn plan(
    out: &mut String,
    schedule: &Schedule,
    blocks: &[Block],
    title: &str,
    unit: usize,
) -> Taken {
    let lives: Vec<Live> =
        blocks.iter().map(|b| Live::new(size(schedule, b.value), b.first, b.last)).collect();
    let n = lives.len();
    let (offsets, len) = nncompiler::schedule::plan(&lives);
    let bound = nnplan::lower_bound(&lives);
    debug_assert!(len != UNKNOWN && nnplan::verify(&lives, &offsets, len));
    if n == 0 {
        return Taken { bytes: 0, bound: 0 };
    }
    let _ = writeln!(out, "  {title}: {} bytes, at least {}", unit * len, unit * bound);
    let _ = writeln!(out, "    {:<24} {:>10} {:>12}  {:>10}", "value", "bytes", "live", "offset");
    for ((block, live), offset) in blocks.iter().zip(&lives).zip(&offsets) {
        let name = &schedule.graph.value(block.value).name;
        let last = if block.last >= END { "end".to_owned() } else { block.last.to_string() };
        let range = format!("{}..{last}", block.first);
        let (bytes, at) = (unit * live.size, unit * offset);
        let _ = writeln!(out, "    {name:<24} {bytes:>10} {range:>12}  {at:>10}");
    }
    Taken { bytes: unit * len, bound: unit * bound }
}

fn program(
    out: &mut String,
    title: &str,
    s: &Schedule,
    (parameters, buffers): (usize, usize),
    gradients: usize,
) {
    let _ = writeln!(out, "{title}, f32; steps as in the schedule");
    let arena = plan(out, s, &s.arena, "arena, a sample", NUMBER);
    let mut local = 0;
    for (i, blocks) in s.locals.iter().enumerate() {
        let title = format!("segment {i}, a sample of a piece");
        local = local.max(plan(out, s, blocks, &title, NUMBER).bytes);
    }
    let positions = plan(out, s, &s.bytes, "positions, a sample", 1);
    let statistics = plan(out, s, &s.statistics, "statistics of the batch", NUMBER);
    let fixed = parameters * (1 + gradients) + buffers + statistics.bytes;
    let sample = arena.bytes + positions.bytes;
    let _ = writeln!(
        out,
        "  parameters {parameters}, gradients {}, buffers {buffers}, statistics {}: {fixed} bytes",
        parameters * gradients,
        statistics.bytes
    );
    let _ = writeln!(
        out,
        "  arena {}, positions {}: {sample} bytes a sample",
        arena.bytes, positions.bytes
    );
    let _ = writeln!(out, "  memory of a piece: {local} bytes a sample");
    let _ = writeln!(
        out,
        "  peak: {fixed} + {sample} * batch + {local} * samples in pieces at a time{}",
        above(&arena)
    );
}

/// How far the arena is from the lower bound, where it is.
fn above(arena: &Taken) -> String {
    if arena.bytes == arena.bound {
        return String::new();
    }
    let percent = 100.0 * (arena.bytes as f64 / arena.bound as f64 - 1.0);
    format!("; the arena is {percent:.1} % above the lower bound")
}

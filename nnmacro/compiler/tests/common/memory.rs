//! A memory plan with numbers, and runs of a schedule over the memory that it plans.

use std::collections::HashMap;

use nncompiler::graph::{Node, Space, ValueId};
use nncompiler::network::Network;
use nncompiler::ops::{Geometry, OpId, Placement};
use nncompiler::schedule::{Block, Call, Place, Schedule, Segment, calls};
use nninterpreter::Array;
use nnplan::{Live, Type};

use super::data::{Data, keeps};

/// Blocks with their offsets.
pub(crate) struct Planned {
    pub(crate) lives: Vec<Live>,
    pub(crate) offsets: Vec<usize>,
    pub(crate) len: usize,
}

impl Planned {
    fn new(schedule: &Schedule, network: &Network, blocks: &[Block]) -> Self {
        let live = |b: &Block| Live::new(len(schedule, network, b.value), b.first, b.last);
        let lives: Vec<Live> = blocks.iter().map(live).collect();
        let (offsets, len) = nncompiler::schedule::plan(&lives);
        assert!(nnplan::verify(&lives, &offsets, len), "{lives:?} {offsets:?}");
        Self { lives, offsets, len }
    }

    /// The length over the lower bound; 1 where both are 0.
    pub(crate) fn ratio(&self) -> f64 {
        let bound = nnplan::lower_bound(&self.lives);
        assert!(self.len >= bound);
        if bound == 0 { 1.0 } else { self.len as f64 / bound as f64 }
    }
}

/// The elements that a value takes (bytes, for positions), as rustc will evaluate its `len`.
fn len(schedule: &Schedule, network: &Network, id: ValueId) -> usize {
    let value = schedule.graph.value(id);
    // `__Nn::_L[3]`, or `(&__Nn::_G3).index_len()`; an axis of size 1 more or less changes no length
    let text = value.len.to_string().replace(' ', "").replace(".removed(2)", "");
    let text = text.replace("(&", "").replace(").", ".");
    if let Some(i) = text.strip_prefix("__Nn::_L[").and_then(|i| i.strip_suffix(']')) {
        return network.shape(i.parse().expect("a number")).len();
    }
    let of = text.strip_prefix("__Nn::_G").expect("a length is one of a shape or a geometry");
    let (step, rest) = of.split_once('.').expect("a length of a geometry is a method or a field");
    let geometry = &network.steps[step.parse::<usize>().expect("a number")].geometry;
    match (rest, geometry) {
        ("index_len()", Geometry::Pool2d(g)) => g.index_len(),
        ("channels", Geometry::BatchNorm(g)) => g.channels,
        ("rows", Geometry::LayerNorm(g)) => g.rows,
        ("conv.weight().len()", Geometry::ConvTranspose2d(g)) => g.conv.weight().len(),
        ("bias().len()", Geometry::ConvTranspose2d(g)) => g.bias().len(),
        ("rows.rows", Geometry::Normalize(g)) => g.rows.rows,
        ("weight().len()", Geometry::Fill(g)) => g.weight().len(),
        ("weight().len()", Geometry::Scale(g)) => g.weight().len(),
        ("weight().len()", Geometry::Linear(g)) => g.weight().len(),
        ("bias().len()", Geometry::Linear(g)) => g.bias().len(),
        ("weight().len()", Geometry::Conv2d(g)) => g.weight().len(),
        ("bias().len()", Geometry::Conv2d(g)) => g.bias().len(),
        ("weight().len()", Geometry::BatchNorm(g)) => g.weight().len(),
        ("weight().len()", Geometry::LayerNorm(g)) => g.weight().len(),
        ("weight().len()", Geometry::Embedding(g)) => g.weight().len(),
        _ => panic!("{text} of {geometry:?}"),
    }
}

/// All plans of a schedule.
pub(crate) struct Plans {
    pub(crate) arena: Planned,
    pub(crate) locals: Vec<Planned>,
    pub(crate) bytes: Planned,
    pub(crate) statistics: Planned,
}

impl Plans {
    pub(crate) fn new(schedule: &Schedule, network: &Network) -> Self {
        let plan = |blocks: &[Block]| Planned::new(schedule, network, blocks);
        for (i, value) in schedule.graph.values.iter().enumerate() {
            let bytes = if value.element == Type::Byte { 1..=2 } else { 1..=1 };
            let len = len(schedule, network, ValueId(i));
            let expected = bytes.map(|b| b * value.shape.len()).any(|n| n == len);
            assert!(expected, "`{}`: length {len}, shape {:?}", value.name, value.shape);
        }
        Self {
            arena: plan(&schedule.arena),
            locals: schedule.locals.iter().map(|b| plan(b)).collect(),
            bytes: plan(&schedule.bytes),
            statistics: plan(&schedule.statistics),
        }
    }
}

/// The memory of a run. What is not written yet, or no longer alive, is NaN.
struct Memory {
    arena: Vec<f64>,
    local: Vec<f64>,
    bytes: Vec<f64>,
    statistic: Vec<f64>,
    tensors: HashMap<usize, Vec<f64>>,
    gradients: HashMap<ValueId, Vec<f64>>,
    /// What crosses the border.
    border: HashMap<Place, Vec<f64>>,
}

/// Runs a schedule.
pub(crate) struct Runner<'a> {
    schedule: &'a Schedule,
    plans: Plans,
    data: &'a Data,
    /// Every value as it must be.
    oracle: &'a HashMap<ValueId, Array>,
    /// The calls that are left out.
    left_out: Vec<bool>,
    memory: Memory,
}

impl<'a> Runner<'a> {
    pub(crate) fn new(
        schedule: &'a Schedule,
        network: &'a Network,
        data: &'a Data,
        oracle: &'a HashMap<ValueId, Array>,
    ) -> Self {
        let plans = Plans::new(schedule, network);
        let nan = |len: usize| vec![f64::NAN; len];
        let local = plans.locals.iter().map(|p| p.len).max().unwrap_or(0);
        let memory = Memory {
            arena: nan(plans.arena.len * data.batch),
            local: nan(local * data.batch),
            bytes: nan(plans.bytes.len * data.batch),
            statistic: nan(plans.statistics.len),
            tensors: data.tensors.clone(),
            gradients: HashMap::new(),
            border: border(schedule, data.batch),
        };
        let left_out = vec![false; schedule.graph.nodes.len()];
        Self { schedule, plans, data, oracle, left_out, memory }
    }

    /// Leaves the calls out that only gradients by the inputs need: there is no memory for these, either.
    pub(crate) fn without_input_gradients(mut self) -> Self {
        let graph = &self.schedule.graph;
        self.left_out = graph.wanted().1;
        for d in graph.input_gradients.iter().flatten().filter(|_| graph.inputs_are_optional) {
            self.memory.border.remove(&self.schedule.place(*d));
        }
        self
    }

    /// Runs all segments in pieces of `piece` samples; each operand that is read must be what the
    /// plain interpretation has.
    pub(crate) fn run(mut self, piece: usize) {
        let schedule = self.schedule;
        let graph = &schedule.graph;
        for (s, segment) in schedule.segments.iter().enumerate() {
            if s == schedule.forward {
                self.start_backward();
            }
            let whole = self.data.batch;
            let step = if segment.split { piece } else { whole };
            for start in (0..whole).step_by(step) {
                self.memory.local.fill(f64::NAN);
                let count = step.min(whole - start);
                for joined in calls(graph, &self.schedule.readers, segment) {
                    if self.left_out[joined.node] {
                        continue;
                    }
                    let nodes: Vec<usize> = joined.nodes().collect();
                    self.spoil_outputs(&nodes, start, count);
                    for n in nodes {
                        self.call(n, start, count);
                        if segment.split {
                            self.free_local(s, n);
                        } else {
                            self.free(n, segment);
                        }
                    }
                    self.spoil_between(&joined, start, count);
                }
            }
            if segment.split {
                self.free(segment.nodes[segment.nodes.len() - 1], segment);
            }
        }
        self.check_outputs();
        let is_there = |d: &&ValueId| self.memory.border.contains_key(&schedule.place(**d));
        for d in graph.input_gradients.iter().flatten().filter(is_there) {
            assert_eq!(self.read(*d, 0, self.data.batch), self.oracle[d].data);
        }
        for (i, value) in graph.values.iter().enumerate() {
            let found = match value.space {
                Space::Gradient(_) | Space::GradientSum(_) => &self.memory.gradients[&ValueId(i)],
                Space::Buffer(t) => &self.memory.tensors[&t],
                _ => continue,
            };
            let (expected, tolerance) = (&self.oracle[&ValueId(i)].data, self.tolerance(i));
            let is_close = |(a, b): (&f64, &f64)| (a - b).abs() <= tolerance * b.abs().max(1.0);
            let is_same = found.len() == expected.len() && found.iter().zip(expected).all(is_close);
            assert!(is_same, "`{}`: {found:?}, not {expected:?}", value.name);
        }
    }

    /// How far value `i` may be off. Sums over samples go on from piece to piece and are exact, but for those of a layer
    /// norm: these go in blocks, which begin anew with each piece.
    fn tolerance(&self, i: usize) -> f64 {
        let is_sum = |n: &Node| n.op.id == OpId::LayerNormGradParameters;
        let mut sums = self.schedule.graph.nodes.iter().filter(|n| is_sum(n));
        if sums.any(|n| n.outputs.contains(&Some(ValueId(i)))) { 1e-9 } else { 0.0 }
    }

    fn check_outputs(&self) {
        for output in &self.schedule.graph.outputs {
            assert_eq!(self.read(*output, 0, self.data.batch), self.oracle[output].data);
        }
    }

    /// The loss reads the outputs and writes their gradients.
    fn start_backward(&mut self) {
        self.check_outputs();
        let graph = &self.schedule.graph;
        for (d_output, numbers) in graph.output_gradients.iter().zip(&self.data.d_outputs) {
            self.write(*d_output, 0, numbers);
        }
    }

    /// A device may write any output of a call, joined ones included, before reading the call's
    /// inputs: only what is meant to work in place may share memory with them.
    fn spoil_outputs(&mut self, nodes: &[usize], start: usize, count: usize) {
        let schedule = self.schedule;
        let first = &schedule.graph.nodes[nodes[0]];
        let is_input = |id: ValueId| {
            first.inputs.iter().flatten().any(|i| schedule.place(*i) == schedule.place(id))
        };
        for n in nodes {
            for id in schedule.graph.nodes[*n].outputs.iter().flatten() {
                if !is_input(*id) {
                    self.spoil(*id, start, count);
                }
            }
        }
    }

    /// A device need not write what lies within a joined call, unless it lies before an activation and the backward pass
    /// reads it.
    fn spoil_between(&mut self, joined: &Call, start: usize, count: usize) {
        let graph = &self.schedule.graph;
        let nodes: Vec<usize> = joined.nodes().collect();
        if nodes.len() == 1 {
            return;
        }
        let outputs: Vec<ValueId> = nodes.iter().map(|n| graph.nodes[*n].output(0)).collect();
        for (i, (node, id)) in nodes.iter().zip(&outputs).enumerate() {
            // Before a norm or a pool nothing else reads it.
            let is_alone = joined.norm.or(joined.pool).is_some_and(|end| *node < end)
                || joined.pool.is_some_and(|pool| *node < pool);
            let is_kept = !is_alone && graph.readers().of(*id).iter().any(|n| *n >= graph.forward);
            let place = |id: &ValueId| self.schedule.place(*id);
            let is_overwritten = outputs[i + 1..].iter().any(|later| place(later) == place(id));
            if i + 1 < outputs.len() && !is_kept && !is_overwritten {
                self.spoil(*id, start, count);
            }
        }
    }

    /// Fills samples of a value with NaN, if it lies in memory that is planned or handed in.
    fn spoil(&mut self, id: ValueId, start: usize, count: usize) {
        let range = self.range(id, start, count);
        let memory = match self.schedule.place(id) {
            Place::Arena(Type::Byte, _) => &mut self.memory.bytes,
            Place::Arena(..) => &mut self.memory.arena,
            Place::Local(..) => &mut self.memory.local,
            Place::Statistic(_) => &mut self.memory.statistic,
            place => match self.memory.border.get_mut(&place) {
                Some(memory) => memory,
                None => return,
            },
        };
        memory[range].fill(f64::NAN);
    }

    fn time(&self, node: usize) -> usize {
        if node < self.schedule.graph.forward { node } else { node + 1 }
    }

    /// An operation may overwrite one of the inputs that it says, and no other operand lies there.
    fn check_in_place(&self, node: &Node) {
        let place = |id: &ValueId| self.schedule.place(*id);
        for output in node.outputs.iter().flatten() {
            let beside = node.inputs.iter().enumerate().filter_map(|(i, x)| Some((i, (*x)?)));
            let shared: Vec<usize> =
                beside.filter(|(_, x)| place(x) == place(output)).map(|(i, _)| i).collect();
            let is_meant = shared.is_empty()
                || node.op.record().placement == Placement::View
                || shared.len() == 1 && node.op.record().in_place.contains(&shared[0]);
            let is_kept = matches!(place(output), Place::Buffer(_));
            assert!(is_meant || is_kept, "{:?} overwrites operands {shared:?}", node.op);
        }
    }

    fn call(&mut self, n: usize, start: usize, count: usize) {
        let node = &self.schedule.graph.nodes[n];
        self.check_in_place(node);
        let inputs: Vec<Vec<f64>> = node
            .inputs
            .iter()
            .map(|i| i.map_or(Vec::new(), |id| self.read(id, start, count)))
            .collect();
        for (id, found) in node.inputs.iter().zip(&inputs) {
            if let Some(id) = id {
                let expected = self.expected(*id, start, count);
                let name = &self.schedule.graph.value(*id).name;
                let differ = found.iter().zip(&expected).position(|(a, b)| a != b);
                if let Some(at) = differ {
                    let (found, expected) = (found[at], expected[at]);
                    let op = node.op;
                    panic!("call {n} ({op:?}) reads `{name}`[{at}]: {found}, not {expected}");
                }
            }
        }
        let mut outputs: Vec<Vec<f64>> =
            node.outputs.iter().map(|o| o.map_or(Vec::new(), |o| self.fresh(o, count))).collect();
        let batch_keeps = |layer, sample, element| keeps(layer, sample + start, element);
        let inputs: Vec<&[f64]> = inputs.iter().map(|v| &v[..]).collect();
        nninterpreter::call(node, count, &inputs, &mut outputs, &batch_keeps);
        for (o, numbers) in node.outputs.iter().zip(&outputs) {
            if let Some(o) = o {
                self.write(*o, start, numbers);
            }
        }
    }

    /// What an operation finds in an output: zeros, or what it adds to. Sums over the samples of
    /// a segment in pieces go on where the piece before stopped, so that they are exact.
    fn fresh(&self, id: ValueId, count: usize) -> Vec<f64> {
        let value = self.schedule.graph.value(id);
        match value.space {
            Space::Buffer(t) => self.memory.tensors[&t].clone(),
            Space::Gradient(_) | Space::GradientSum(_) => {
                self.memory.gradients.get(&id).cloned().unwrap_or(vec![0.0; value.shape.len()])
            }
            Space::Statistic => vec![0.0; value.shape.len()],
            _ => vec![0.0; count * value.shape.len()],
        }
    }

    fn expected(&self, id: ValueId, start: usize, count: usize) -> Vec<f64> {
        let array = &self.oracle[&id];
        match self.schedule.graph.value(id).space.is_by_sample() {
            true => array.data[start * array.len..(start + count) * array.len].to_vec(),
            false => array.data.clone(),
        }
    }

    /// Where `count` samples of a value lie in the memory of its place.
    fn range(&self, id: ValueId, start: usize, count: usize) -> std::ops::Range<usize> {
        let len = self.schedule.graph.value(id).shape.len();
        let batch = self.data.batch;
        let at = match self.schedule.place(id) {
            Place::Input(_)
            | Place::Output(_)
            | Place::OutputGradient(_)
            | Place::InputGradient(_) => start * len,
            Place::Arena(Type::Byte, i) => self.plans.bytes.offsets[i] * batch + start * len,
            Place::Arena(_, i) => self.plans.arena.offsets[i] * batch + start * len,
            Place::Local(s, i) => self.plans.locals[s].offsets[i] * batch,
            Place::Statistic(i) => {
                return self.plans.statistics.offsets[i]..self.plans.statistics.offsets[i] + len;
            }
            Place::Parameter(_) | Place::Buffer(_) | Place::Gradient(_) | Place::GradientSum(_) => {
                0
            }
        };
        at..at + count * len
    }

    fn read(&self, id: ValueId, start: usize, count: usize) -> Vec<f64> {
        let range = self.range(id, start, count);
        match self.schedule.place(id) {
            Place::Input(i) => self.data.inputs[i][range].to_vec(),
            Place::Parameter(t) | Place::Buffer(t) => self.memory.tensors[&t].clone(),
            Place::Gradient(_) | Place::GradientSum(_) => self.memory.gradients[&id].clone(),
            Place::Arena(Type::Byte, _) => self.memory.bytes[range].to_vec(),
            Place::Arena(..) => self.memory.arena[range].to_vec(),
            Place::Local(..) => self.memory.local[range].to_vec(),
            Place::Statistic(_) => self.memory.statistic[range].to_vec(),
            place => self.memory.border[&place][range].to_vec(),
        }
    }

    fn write(&mut self, id: ValueId, start: usize, numbers: &[f64]) {
        let len = self.schedule.graph.value(id).shape.len();
        let range = self.range(id, start, numbers.len() / len);
        match self.schedule.place(id) {
            // Another shape of the input: nothing is written.
            Place::Input(i) => {
                assert_eq!(self.data.inputs[i][range], *numbers);
            }
            Place::Parameter(t) => panic!("a call writes parameter {t}"),
            Place::Buffer(t) => drop(self.memory.tensors.insert(t, numbers.to_vec())),
            Place::Gradient(_) | Place::GradientSum(_) => {
                drop(self.memory.gradients.insert(id, numbers.to_vec()));
            }
            Place::Arena(Type::Byte, _) => self.memory.bytes[range].copy_from_slice(numbers),
            Place::Arena(..) => self.memory.arena[range].copy_from_slice(numbers),
            Place::Local(..) => self.memory.local[range].copy_from_slice(numbers),
            Place::Statistic(_) => self.memory.statistic[range].copy_from_slice(numbers),
            place => match self.memory.border.get_mut(&place) {
                Some(memory) => memory[range].copy_from_slice(numbers),
                // A call that writes other things besides.
                None => assert!(matches!(place, Place::InputGradient(_)), "{place:?}"),
            },
        }
    }

    /// Poisons what is dead behind call `n`.
    fn free(&mut self, n: usize, segment: &Segment) {
        let first = if segment.split { segment.nodes[0] } else { n };
        let (from, to) = (self.time(first), self.time(n));
        let batch = self.data.batch;
        poison(&mut self.memory.arena, &self.plans.arena, from..=to, batch);
        poison(&mut self.memory.bytes, &self.plans.bytes, from..=to, batch);
        poison(&mut self.memory.statistic, &self.plans.statistics, from..=to, 1);
    }

    fn free_local(&mut self, segment: usize, n: usize) {
        let t = self.time(n);
        let plan = &self.plans.locals[segment];
        poison(&mut self.memory.local, plan, t..=t, self.data.batch);
    }
}

/// Memory of what crosses the border, full of NaN.
fn border(schedule: &Schedule, batch: usize) -> HashMap<Place, Vec<f64>> {
    let graph = &schedule.graph;
    let gradients = graph.input_gradients.iter().flatten();
    let all = graph.outputs.iter().chain(&graph.output_gradients).chain(gradients);
    all.map(|v| (schedule.place(*v), vec![f64::NAN; batch * graph.value(*v).shape.len()])).collect()
}

/// Fills the blocks whose life ends within `times` with NaN.
fn poison(
    memory: &mut [f64],
    plan: &Planned,
    times: std::ops::RangeInclusive<usize>,
    batch: usize,
) {
    for (live, offset) in plan.lives.iter().zip(&plan.offsets) {
        if times.contains(&live.last) {
            memory[offset * batch..(offset + live.size) * batch].fill(f64::NAN);
        }
    }
}

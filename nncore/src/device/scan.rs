//! A network that runs step by step along a sequence, forward and back through time.

use nnplan::{Shape, align, or_zero};

use super::{Base, Execute, Inside, Memory, Ops, PORTS, Pass, Region, WHOLE, Within};
use crate::network::AsLayer;
use crate::tensor::Part;

/// A network in a scan: regions of the outer one. It takes a step of the sequence and its states; what it gives are a value
/// of its own, if it gives one more than there are states, and the next states. Else the first state is collected.
#[derive(Clone, Copy, Debug)]
pub struct Scan<'a> {
    /// The number of the step of the outer network.
    key: u32,
    /// The sequence, and what is collected: `[steps, …]`.
    shapes: [Shape; 2],
    /// Whether the last step comes first.
    reverse: bool,
    /// The network.
    layer: &'a AsLayer,
    /// Its plan, which each step has for itself.
    plan: &'a Memory,
    /// Where its tensors lie.
    part: &'a Part,
    /// The blocks of all steps' arenas, positions and whole-batch numbers, and one of the scan's own.
    blocks: [Region; 4],
    /// The sequence, then the first states.
    inputs: &'a [Region],
    /// What is collected, then the last states.
    outputs: &'a [Region],
    /// The gradients by the outputs; none forward.
    output_gradients: &'a [Region],
    /// The gradients by the inputs; none forward, and absent where nothing needs one.
    input_gradients: &'a [Region],
    /// Whether the same network ran before, with the same parameters.
    again: bool,
}

/// Blocks in memory of the scan's own, one after the other.
struct Blocks {
    end: usize,
}

impl Blocks {
    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn next(&mut self, len: usize) -> Region {
        let region = Region::arena(self.end, len);
        self.end += align(len);
        region
    }

    /// A block a state.
    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn states(&mut self, shapes: &[Shape]) -> [Region; PORTS] {
        let (mut all, mut i) = ([Region::NONE; PORTS], 0);
        while i + 1 < shapes.len() && i < PORTS {
            all[i] = self.next(or_zero(shapes[i + 1].len()));
            i += 1;
        }
        all
    }
}

/// The scan's own memory: one step of the sequence and of what is collected, and their gradients; two sets of gradients of
/// the states, of which one is read while the other is written. After it lie the states between the steps.
struct Own {
    x: Region,
    y: Region,
    d_x: Region,
    d_y: Region,
    d_states: [[Region; PORTS]; 2],
    end: usize,
}

impl Own {
    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn at(start: usize, layer: &AsLayer, training: bool) -> Self {
        let mut blocks = Blocks { end: start };
        let (x_len, y_len) = (len(layer.takes, 0), len(layer.gives, 0));
        let (x, y) = (blocks.next(x_len), blocks.next(y_len));
        let none = [Region::NONE; PORTS];
        let (mut d_x, mut d_y, mut d_states) = (Region::NONE, Region::NONE, [none, none]);
        if training {
            (d_x, d_y) = (blocks.next(x_len), blocks.next(y_len));
            d_states = [blocks.states(layer.takes), blocks.states(layer.takes)];
        }
        Self { x, y, d_x, d_y, d_states, end: blocks.end }
    }
}

const fn len(shapes: &[Shape], i: usize) -> usize {
    if i < shapes.len() { or_zero(shapes[i].len()) } else { 0 }
}

/// Elements of all states of a sample, each at a multiple of 16.
const fn states_len(layer: &AsLayer) -> usize {
    let mut blocks = Blocks { end: 0 };
    blocks.states(layer.takes);
    blocks.end
}

/// Sets of states between the steps: all of them where a backward pass reads them, else the last and the next.
const fn kept(length: usize, training: bool) -> usize {
    let between = length.saturating_sub(1);
    if training || between < 2 { between } else { 2 }
}

/// Elements a sample of the memory that a scan of so many steps has for itself.
#[must_use]
pub const fn scan_room(layer: &AsLayer, length: usize, training: bool) -> usize {
    let own = Own::at(0, layer, training).end;
    or_zero(nnplan::add(own, nnplan::mul(kept(or_zero(length), training), states_len(layer))))
}

impl<'a> Scan<'a> {
    /// A scan forward: the number of the step, the numbers, the network with its plan and where its tensors lie, the blocks,
    /// the inputs and the outputs.
    #[must_use]
    pub const fn forward(
        key: u32,
        g: &nnplan::Scan,
        (layer, plan, part): (&'a AsLayer, &'a Memory, &'a Part),
        blocks: [Region; 4],
        inputs: &'a [Region],
        outputs: &'a [Region],
    ) -> Self {
        Self {
            key,
            shapes: [g.input, g.output()],
            reverse: g.reverse,
            layer,
            plan,
            part,
            blocks,
            inputs,
            outputs,
            output_gradients: &[],
            input_gradients: &[],
            again: false,
        }
    }

    /// The same backward: with the gradients by its outputs and by its inputs, and whether it ran before.
    #[must_use]
    pub const fn backward(
        self,
        [output_gradients, input_gradients]: [&'a [Region]; 2],
        again: bool,
    ) -> Self {
        Self { output_gradients, input_gradients, again, ..self }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn length(&self) -> usize {
        self.shapes[0].dim(0)
    }

    /// Whether the network gives a value beside its states.
    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn has_value(&self) -> bool {
        self.layer.gives.len() == self.layer.takes.len()
    }

    /// The place in the sequence of the step that comes as number `i`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    const fn place(&self, i: usize) -> usize {
        if self.reverse { self.length() - 1 - i } else { i }
    }

    /// The states before step `i`: the first ones, those between, or the last ones.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn states(&self, i: usize, own: &Own, training: bool) -> [Region; PORTS] {
        if i == 0 {
            return after_first(self.inputs);
        }
        if i == self.length() {
            return after_first(self.outputs);
        }
        let set = if training { i - 1 } else { (i - 1) & 1 };
        Blocks { end: own.end + set * states_len(self.layer) }.states(self.layer.takes)
    }

    /// What the network gives, or its gradients: `value` and `states`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn given(&self, value: Region, states: &[Region; PORTS]) -> [Region; PORTS] {
        if self.has_value() { before(value, states) } else { *states }
    }

    /// The network of step `i`, with memory number `block`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn inside<'b>(
        &self,
        base: &Base,
        (i, block): (usize, usize),
        inputs: &'b [Region],
        outputs: &'b [Region],
    ) -> Inside<'b> {
        let [arena, index, statistic, _] = self.blocks;
        let moved = |r: Region, each: usize| Region { offset: r.offset + block * each, ..r };
        let arena = moved(base.block(arena), self.plan.arena);
        let blocks = [moved(index, self.plan.index), moved(statistic, self.plan.statistic)];
        // Dropout draws another mask in each step.
        let key = self.key ^ (i as u32 + 1).wrapping_mul(0x85EB_CA6B);
        let values = Within::Block(arena, self.plan.places);
        Inside::forward(key, self.part, values, blocks, inputs, outputs)
    }
}

/// What stands after the first.
#[cfg_attr(not(debug_assertions), inline(always))]
fn after_first(regions: &[Region]) -> [Region; PORTS] {
    let mut all = [Region::NONE; PORTS];
    for (to, from) in all.iter_mut().zip(regions.iter().skip(1)) {
        *to = *from;
    }
    all
}

/// `first`, then the others.
#[cfg_attr(not(debug_assertions), inline(always))]
fn before(first: Region, others: &[Region; PORTS]) -> [Region; PORTS] {
    let mut all = [first; PORTS];
    for (to, from) in all.iter_mut().skip(1).zip(others) {
        *to = *from;
    }
    all
}

impl<D: Execute> Pass<'_, D> {
    /// Runs a network along a sequence, and keeps what a backward pass reads where it is `training`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn scan(&mut self, scan: &Scan<'_>, training: bool, mut f: impl FnMut(&mut Self)) {
        let own = Own::at(self.base.block(scan.blocks[3]).offset, scan.layer, training);
        let (Some(sequence), Some(collected)) = (scan.inputs.first(), scan.outputs.first()) else {
            return;
        };
        for i in 0..scan.length() {
            let place = scan.place(i);
            self.take(scan.shapes[0], place, *sequence, own.x);
            let inputs = before(own.x, &scan.states(i, &own, training));
            let outputs = scan.given(own.y, &scan.states(i + 1, &own, training));
            let block = if training { i } else { 0 };
            let inside = scan.inside(&self.base, (i, block), &inputs, &outputs);
            self.within(&inside, &mut f);
            self.put(scan.shapes[1], place, outputs[0], *collected);
        }
    }

    /// Runs its backward pass, through time.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn scan_back(&mut self, scan: &Scan<'_>, mut f: impl FnMut(&mut Self)) {
        let own = Own::at(self.base.block(scan.blocks[3]).offset, scan.layer, true);
        let firsts = [scan.inputs, scan.outputs, scan.output_gradients, scan.input_gradients];
        let [Some(sequence), Some(collected), Some(d_collected), Some(d_sequence)] =
            firsts.map(<[Region]>::first)
        else {
            return;
        };
        let d_first = after_first(scan.input_gradients);
        let mut d_states = after_first(scan.output_gradients);
        for i in (0..scan.length()).rev() {
            let place = scan.place(i);
            self.take(scan.shapes[0], place, *sequence, own.x);
            self.take(scan.shapes[1], place, *d_collected, own.d_y);
            if scan.has_value() {
                self.take(scan.shapes[1], place, *collected, own.y);
            } else {
                // The first state is collected, and read by the next step.
                self.segment(&WHOLE, |o| {
                    Ops::accumulate(o, &own.d_y.len, own.d_y, d_states[0], own.d_y);
                });
                d_states[0] = own.d_y;
            }
            let inputs = before(own.x, &scan.states(i, &own, true));
            let outputs = scan.given(own.y, &scan.states(i + 1, &own, true));
            let d_outputs = scan.given(own.d_y, &d_states);
            let mut d_next = own.d_states[i & 1];
            if i == 0 {
                for (to, first) in d_next.iter_mut().zip(&d_first) {
                    // Where nobody wants it, it lies in memory of the scan's own.
                    if !self.base.place(*first).is_none() {
                        *to = *first;
                    }
                }
            }
            let d_inputs = before(own.d_x, &d_next);
            let mut inside = scan.inside(&self.base, (i, i), &inputs, &outputs);
            (inside.output_gradients, inside.input_gradients) = (&d_outputs, &d_inputs);
            inside.again = scan.again || i + 1 < scan.length();
            self.within(&inside, &mut f);
            if !self.base.place(*d_sequence).is_none() {
                self.put(scan.shapes[0], place, own.d_x, *d_sequence);
            }
            d_states = d_next;
        }
    }

    /// A step out of a sequence.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn take(&mut self, shape: Shape, place: usize, from: Region, to: Region) {
        self.segment(&WHOLE, |o| Ops::slice(o, &nnplan::Scan::at(shape, place), from, to));
    }

    /// A step into a sequence.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn put(&mut self, shape: Shape, place: usize, from: Region, to: Region) {
        self.segment(&WHOLE, |o| Ops::slice_put(o, &nnplan::Scan::at(shape, place), from, to));
    }
}

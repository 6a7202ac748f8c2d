//! Where a network finds its memory: as it runs alone, or as a layer of another one.

use super::{Region, Space};

/// Inputs, or outputs, of a network at most.
pub const PORTS: usize = 8;

/// What is added to the regions of a network, and where lies what crosses its border.
#[derive(Clone, Copy, Debug)]
pub struct Base {
    /// Added to the numbers of its dropouts, so that equal networks draw different masks.
    pub(crate) key: u32,
    parameters: usize,
    buffers: usize,
    arena: usize,
    index: usize,
    statistic: usize,
    /// Whether regions are places already: calls by hand.
    is_absolute: bool,
    /// Whether its parameters lie among the buffers: it is frozen.
    is_kept: bool,
    /// Whether gradients of its parameters are added to those of an earlier use.
    adds: bool,
    inputs: [Region; PORTS],
    outputs: [Region; PORTS],
    output_gradients: [Region; PORTS],
    input_gradients: [Region; PORTS],
}

/// A network within another one: regions of the outer one.
#[derive(Clone, Copy, Debug)]
pub struct Inside {
    /// The number of the step.
    pub key: u32,
    /// Whether the same network ran before, with the same parameters.
    pub again: bool,
    /// Whether its parameters lie among the buffers: it is frozen.
    pub frozen: bool,
    /// Where its parameters begin.
    pub parameters: usize,
    /// Where its kept tensors begin.
    pub buffers: usize,
    /// The block of its arena.
    pub arena: Region,
    /// The block of its positions.
    pub index: Region,
    /// The block of its whole-batch numbers.
    pub statistic: Region,
    /// Its input.
    pub input: Region,
    /// Its output.
    pub output: Region,
    /// The gradient by its output; absent forward.
    pub output_gradient: Region,
    /// The gradient by its input; absent forward, and where nothing needs it.
    pub input_gradient: Region,
}

impl Inside {
    /// A network forward: the number of the step, where its tensors lie, the blocks of its arena, its positions and its
    /// whole-batch numbers, its input and its output.
    #[must_use]
    pub const fn forward(
        key: u32,
        part: &crate::tensor::Part,
        [arena, index, statistic]: [Region; 3],
        input: Region,
        output: Region,
    ) -> Self {
        Self {
            key,
            again: false,
            frozen: part.is_frozen,
            parameters: part.parameters,
            buffers: part.buffers,
            arena,
            index,
            statistic,
            input,
            output,
            output_gradient: Region::NONE,
            input_gradient: Region::NONE,
        }
    }

    /// The same backward: with the gradients by its output and by its input, and whether it ran before.
    #[must_use]
    pub const fn backward(
        key: u32,
        part: &crate::tensor::Part,
        blocks: [Region; 3],
        input: Region,
        output: Region,
        [output_gradient, input_gradient]: [Region; 2],
        again: bool,
    ) -> Self {
        let inside = Self::forward(key, part, blocks, input, output);
        Self { output_gradient, input_gradient, again, ..inside }
    }
}

/// One region, and nothing behind it.
const fn port(region: Region) -> [Region; PORTS] {
    const NO: Region = Region::NONE;
    [region, NO, NO, NO, NO, NO, NO, NO]
}

impl Region {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn moved(self, by: usize) -> Self {
        Self { offset: self.offset + by, ..self }
    }

    /// Where the input or output of this number lies.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at_port(self, ports: &[Self; PORTS]) -> Self {
        let port = ports[self.offset];
        assert!(port.is_none() || port.len == self.len, "both sides of a border have one length");
        port
    }
}

/// Blocks of these shapes from `start` on, and where they end.
///
/// # Panics
/// When there are more than [`PORTS`].
const fn blocks(shapes: &[nnplan::Shape], start: usize) -> ([Region; PORTS], usize) {
    let (mut all, mut end, mut i) = ([Region::NONE; PORTS], start, 0);
    while i < shapes.len() {
        let len = nnplan::or_zero(shapes[i].len());
        all[i] = Region::arena(end, len);
        end += nnplan::align(len);
        i += 1;
    }
    (all, end)
}

impl Base {
    /// A network that runs alone: its outputs, and behind them their gradients, lie behind its arena of `arena`
    /// elements a sample.
    #[must_use]
    pub const fn alone(
        inputs: &[Region],
        outputs: &[nnplan::Shape],
        arena: usize,
        training: bool,
    ) -> Self {
        let (results, end) = blocks(outputs, arena);
        let (gradients, _) = blocks(if training { outputs } else { &[] }, end);
        let (mut all, mut i) = ([Region::NONE; PORTS], 0);
        while i < inputs.len() {
            all[i] = inputs[i];
            i += 1;
        }
        Self {
            key: 0,
            parameters: 0,
            buffers: 0,
            arena: 0,
            index: 0,
            statistic: 0,
            is_absolute: false,
            is_kept: false,
            adds: false,
            inputs: all,
            outputs: results,
            output_gradients: gradients,
            input_gradients: port(Region::NONE),
        }
    }

    /// Calls by hand, whose regions are places already.
    #[must_use]
    pub fn absolute() -> Self {
        Self { is_absolute: true, ..Self::alone(&[], &[], 0, false) }
    }

    /// The network that lies at `inside` of this one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub(crate) fn inside(&self, inside: &Inside) -> Self {
        let parameter = Region::parameter(inside.parameters, 0);
        let buffer = Region::buffer(inside.buffers, 0);
        let is_kept = self.is_kept || inside.frozen;
        Self {
            key: (self.key.rotate_left(7) ^ (inside.key + 1)).wrapping_mul(0x9E37_79B9),
            parameters: if inside.frozen {
                self.buffers + inside.parameters
            } else {
                self.resolve(parameter).offset
            },
            buffers: self.resolve(buffer).offset,
            arena: self.resolve(inside.arena).offset,
            index: self.resolve(inside.index).offset,
            statistic: self.resolve(inside.statistic).offset,
            is_absolute: false,
            is_kept,
            adds: self.adds || inside.again,
            inputs: port(self.resolve(inside.input)),
            outputs: port(self.resolve(inside.output)),
            output_gradients: port(self.resolve(inside.output_gradient)),
            input_gradients: port(self.resolve(inside.input_gradient)),
        }
    }

    /// Where a region of the network lies in the memory of the pass.
    ///
    /// # Panics
    /// When what crosses the border has another length on the other side: a fault of the compiler.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub fn resolve(&self, r: Region) -> Region {
        if self.is_absolute {
            return r;
        }
        match r.space {
            Space::None | Space::Local => r,
            Space::Input | Space::Integer => r.at_port(&self.inputs),
            Space::Output => r.at_port(&self.outputs),
            Space::OutputGradient => r.at_port(&self.output_gradients),
            Space::InputGradient => r.at_port(&self.input_gradients),
            Space::Parameter if self.is_kept => {
                Region { space: Space::Buffer, ..r.moved(self.parameters) }
            }
            Space::Parameter | Space::GradientSum => r.moved(self.parameters),
            Space::Gradient if self.adds => {
                Region { space: Space::GradientSum, ..r.moved(self.parameters) }
            }
            Space::Gradient => r.moved(self.parameters),
            Space::Buffer => r.moved(self.buffers),
            Space::Arena => r.moved(self.arena),
            Space::Index => r.moved(self.index),
            Space::Statistic => r.moved(self.statistic),
            Space::Target | Space::Label => r,
        }
    }

    /// What is added to the numbers of dropouts, by exclusive or.
    #[must_use]
    pub fn key(&self) -> u32 {
        self.key
    }

    /// Where the outputs lie.
    #[must_use]
    pub const fn outputs(&self) -> &[Region; PORTS] {
        &self.outputs
    }

    /// Where the gradients by the outputs lie.
    #[must_use]
    pub const fn output_gradients(&self) -> &[Region; PORTS] {
        &self.output_gradients
    }
}

/// Elements a sample that outputs take behind the arena; with their gradients in training.
#[must_use]
pub const fn border(outputs: &[nnplan::Shape], training: bool) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < outputs.len() {
        sum += nnplan::align(nnplan::or_zero(outputs[i].len()));
        i += 1;
    }
    if training { 2 * sum } else { sum }
}

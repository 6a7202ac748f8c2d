//! Where a network finds its memory: as it runs alone, or as a layer of another one.

use nnplan::Type;

use super::{Memory, Region, Space, values};

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
    /// Where in it the values lie, by their number.
    pub(crate) places: &'static [usize],
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

/// Where the values of a network within another one lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Within {
    /// Where the outer network's plan says: from this number on among its places.
    Plan(usize),
    /// As when it runs alone, in a block of the outer network's arena.
    Block(Region, &'static [usize]),
}

/// A network within another one: regions of the outer one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inside<'a> {
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
    /// Where its values lie.
    pub values: Within,
    /// The block of its positions.
    pub index: Region,
    /// The block of its whole-batch numbers.
    pub statistic: Region,
    /// Its inputs.
    pub inputs: &'a [Region],
    /// Its outputs.
    pub outputs: &'a [Region],
    /// The gradients by its outputs; none forward.
    pub output_gradients: &'a [Region],
    /// The gradients by its inputs; none forward, and absent where nothing needs one.
    pub input_gradients: &'a [Region],
}

impl<'a> Inside<'a> {
    /// A network forward: the number of the step, where its tensors and its values lie, the blocks of its positions and
    /// its whole-batch numbers, its inputs and its outputs.
    #[must_use]
    pub const fn forward(
        key: u32,
        part: &crate::tensor::Part,
        values: Within,
        [index, statistic]: [Region; 2],
        inputs: &'a [Region],
        outputs: &'a [Region],
    ) -> Self {
        Self {
            key,
            again: false,
            frozen: part.is_frozen,
            parameters: part.parameters,
            buffers: part.buffers,
            values,
            index,
            statistic,
            inputs,
            outputs,
            output_gradients: &[],
            input_gradients: &[],
        }
    }

    /// The same backward: with the gradients by its outputs and by its inputs, and whether it ran before.
    #[must_use]
    pub const fn backward(
        key: u32,
        part: &crate::tensor::Part,
        values: Within,
        blocks: [Region; 2],
        inputs: &'a [Region],
        outputs: &'a [Region],
        [output_gradients, input_gradients]: [&'a [Region]; 2],
        again: bool,
    ) -> Self {
        let inside = Self::forward(key, part, values, blocks, inputs, outputs);
        Self { output_gradients, input_gradients, again, ..inside }
    }
}

impl Region {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn moved(self, by: usize) -> Self {
        Self { offset: self.offset + by, ..self }
    }

    /// Where the input or output of this number lies. The remainder changes nothing: it shows the compiler that the
    /// array has one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn at_port(self, ports: &[Self; PORTS]) -> Self {
        ports[self.offset % PORTS]
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
    /// A network that runs alone: its outputs, and after them their gradients, lie after its arena.
    #[must_use]
    pub const fn alone(
        inputs: &[Region],
        outputs: &[nnplan::Shape],
        memory: &Memory,
        training: bool,
    ) -> Self {
        let (results, end) = blocks(outputs, memory.arena);
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
            places: memory.places,
            index: 0,
            statistic: 0,
            is_absolute: false,
            is_kept: false,
            adds: false,
            inputs: all,
            outputs: results,
            output_gradients: gradients,
            input_gradients: [Region::NONE; PORTS],
        }
    }

    /// Calls by hand, whose regions are places already.
    #[must_use]
    pub fn absolute() -> Self {
        Self { is_absolute: true, ..Self::alone(&[], &[], &Memory::NONE, false) }
    }

    /// The network that lies at `inside` of this one.
    #[must_use]
    pub fn inside(&self, inside: &Inside<'_>) -> Self {
        // What it has no need of stays as it is: a copy in one piece is less code than as many ports as there may be.
        let mut base = *self;
        base.key = (self.key.rotate_left(7) ^ (inside.key + 1)).wrapping_mul(0x9E37_79B9);
        base.parameters = if inside.frozen {
            self.buffers + inside.parameters
        } else {
            self.parameters + inside.parameters
        };
        base.buffers = self.buffers + inside.buffers;
        match inside.values {
            Within::Plan(first) => base.places = self.places.get(first..).unwrap_or(&[]),
            Within::Block(block, places) => {
                (base.arena, base.places) = (self.place(block).offset, places);
            }
        }
        base.index = self.index + inside.index.offset;
        base.statistic = self.statistic + inside.statistic.offset;
        base.is_absolute = false;
        base.is_kept |= inside.frozen;
        base.adds |= inside.again;
        self.cross(inside.inputs, &mut base.inputs);
        self.cross(inside.outputs, &mut base.outputs);
        self.cross(inside.output_gradients, &mut base.output_gradients);
        self.cross(inside.input_gradients, &mut base.input_gradients);
        if inside.input_gradients.is_empty() {
            base.input_gradients[0] = Region::NONE;
        }
        base
    }

    /// What crosses the border of a network within this one.
    #[inline(never)]
    fn cross(&self, regions: &[Region], ports: &mut [Region; PORTS]) {
        for (port, region) in ports.iter_mut().zip(regions) {
            *port = self.place_of(*region);
        }
    }

    /// [`place`](Self::place), as a function of its own.
    fn place_of(&self, r: Region) -> Region {
        self.place(r)
    }

    /// Where a region of the network lies in the memory of the pass.
    ///
    /// # Panics
    /// When what crosses the border has another length on the other side: a fault of the compiler.
    #[must_use]
    pub fn resolve(&self, r: Region) -> Region {
        let place = self.place(r);
        let is_port = !self.is_absolute && r.space.is_port();
        assert!(
            !is_port || r.offset < PORTS && (place.is_none() || place.len == r.len),
            "both sides of a border have one length"
        );
        place
    }

    /// The same without a check, and so without a panic: for a device that rests on the network's own promise
    /// ([`Network`](crate::network::Network)).
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub(crate) fn place(&self, r: Region) -> Region {
        match r.space {
            Space::None | Space::Local => r,
            _ if self.is_absolute => r,
            Space::Input => r.at_port(&self.inputs),
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
            Space::Arena if matches!(r.element, Type::Byte) => r.moved(self.index),
            Space::Arena => r.moved(self.arena),
            Space::Value => match self.block(r) {
                block if block.space == Space::Arena => block.moved(self.arena),
                block => block,
            },
            Space::Statistic => r.moved(self.statistic),
            Space::Target => r,
        }
    }

    /// A value of the network as a block of its arena, or of a piece's own memory.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub(crate) fn block(&self, r: Region) -> Region {
        match r.space {
            Space::Value => match self.places.get(r.offset) {
                Some(place) => values::region(*place, r.len),
                None => Region::NONE,
            },
            _ => r,
        }
    }

    /// Whether gradients of its parameters are added to those of an earlier use.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub(crate) fn adds(&self) -> bool {
        self.adds
    }

    /// Where an input or an output lies, or the gradient by one.
    #[cfg_attr(not(debug_assertions), inline(always))]
    #[must_use]
    pub(crate) fn port(&self, r: Region) -> Region {
        match r.space {
            Space::Output => r.at_port(&self.outputs),
            Space::OutputGradient => r.at_port(&self.output_gradients),
            Space::InputGradient => r.at_port(&self.input_gradients),
            _ => r.at_port(&self.inputs),
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

/// Elements a sample that outputs take after the arena; with their gradients in training.
#[must_use]
pub const fn border(outputs: &[nnplan::Shape], training: bool) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < outputs.len() {
        sum += nnplan::align(nnplan::or_zero(outputs[i].len()));
        i += 1;
    }
    if training { 2 * sum } else { sum }
}

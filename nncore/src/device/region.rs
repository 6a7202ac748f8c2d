//! Where operands lie.

use nnplan::Type;

use super::{Values, values};

/// A memory of a pass, by its role. What lies in it is told by the [type](Region::element) of a region: inputs are numbers or
/// integers, the arena has numbers and bytes, and a target is either numbers or class indices.
///
/// Other roles than the compiler's: a region may be absent, or a value whose place the outer network knows; and tensors are told
/// apart by their offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// Nowhere: an optional operand that is absent.
    None,
    /// The inputs' batches, one after another, each sample by sample.
    Input,
    /// An output of the network, by its number: [`Base`](super::Base) says where that lies.
    Output,
    /// The gradient by an output, by its number.
    OutputGradient,
    /// The gradient by an input, by its number; nowhere unless the network is a layer of another one.
    InputGradient,
    /// Trained tensors.
    Parameter,
    /// Tensors that are kept, not trained.
    Buffer,
    /// Gradients, laid out as the parameters are: what is written replaces what is there.
    Gradient,
    /// The same memory: what is written is added to what earlier calls of the pass left there.
    GradientSum,
    /// Activations, their gradients, and positions chosen by max pools: room for the whole batch.
    Arena,
    /// Either of this and the next, by the number of the value: [`Base`](super::Base) says where it lies in this use of the
    /// network.
    Value,
    /// Values that live within one piece of one segment.
    Local,
    /// Numbers of the whole batch.
    Statistic,
    /// What outputs are compared with, one batch after the other; read by losses.
    Target,
}

impl Space {
    /// Whether a region of it is an input or output by its number, or the gradient by one.
    pub(super) const fn is_port(self) -> bool {
        matches!(self, Self::Input | Self::Output | Self::OutputGradient | Self::InputGradient)
    }

    /// The space whose memory it is.
    const fn memory(self) -> Self {
        match self {
            Self::GradientSum => Self::Gradient,
            space => space,
        }
    }
}

/// An operand: a space, the type of its elements, an offset and a length in elements. A device finds the memory by space and
/// type.
///
/// Where a space lies sample by sample, the value of a batch begins at `offset * capacity`, and sample
/// `i` at `offset * capacity + i * len`; so one plan serves every capacity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The space.
    pub space: Space,
    /// What its elements are.
    pub element: Type,
    /// The first element, a sample where the space lies sample by sample; in a network's own regions of inputs, outputs
    /// and values the number of the input, output or value.
    pub offset: usize,
    /// Elements (of one sample).
    pub len: usize,
}

// There is a region for each operand of each call of a program.
const _: () = assert!(size_of::<Region>() == 3 * size_of::<usize>());

macro_rules! constructors {
    ($($(#[$doc:meta])* $name:ident => $space:ident of $element:ident;)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub const fn $name(offset: usize, len: usize) -> Self {
            Self { space: Space::$space, element: Type::$element, offset, len }
        }
    )*};
}

impl Region {
    /// An absent operand.
    pub const NONE: Self = Self { space: Space::None, element: Type::Real, offset: 0, len: 0 };

    constructors! {
        /// An input of the network.
        input => Input of Real;
        /// An input of integers.
        integer => Input of Integer;
        /// An output, by its number.
        output => Output of Real;
        /// The gradient by an output, by its number.
        output_gradient => OutputGradient of Real;
        /// The gradient by an input, by its number.
        input_gradient => InputGradient of Real;
        /// A trained tensor.
        parameter => Parameter of Real;
        /// A tensor that is kept.
        buffer => Buffer of Real;
        /// The gradient of a trained tensor.
        gradient => Gradient of Real;
        /// The gradient of a trained tensor, to which is added.
        gradient_sum => GradientSum of Real;
        /// A block of the arena.
        arena => Arena of Real;
        /// A value in the arena, by its number.
        value => Value of Real;
        /// A block of a piece's own memory.
        local => Local of Real;
        /// A block of bytes.
        index => Arena of Byte;
        /// Numbers of the whole batch.
        statistic => Statistic of Real;
        /// Numbers that an output is compared with.
        target => Target of Real;
        /// Class indices that an output is compared with.
        label => Target of Integer;
    }

    /// Of a value where it lies, by the places of all.
    pub(crate) const fn placed(self, places: &[usize]) -> Self {
        match self.space {
            Space::Value => values::region(places[self.offset], self.len),
            _ => self,
        }
    }

    /// The memory that it lies in.
    #[must_use]
    pub const fn memory(&self) -> (Space, Type) {
        (self.space, self.element)
    }

    /// Whether the operand is absent.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        matches!(self.space, Space::None)
    }

    /// Whether two regions share memory (for the same capacity).
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.space.memory() == other.space.memory()
            && self.element == other.element
            && self.space != Space::None
            && self.offset < other.offset + other.len
            && other.offset < self.offset + self.len
    }
}

/// Calls that run together.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// Whether a piece of the batch runs through alone.
    pub split: bool,
    /// The regions it touches that lie sample by sample; none where the whole batch runs through it.
    pub regions: &'static [Region],
    /// The gradients it sums up piece by piece. One that is replaced comes before the sums that are added to it.
    pub gradients: &'static [Region],
}

impl Segment {
    /// Whether a tensor gets more than one gradient in it.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn has_sums(&self) -> bool {
        self.gradients.iter().any(|g| g.space == Space::GradientSum)
    }
}

/// What a plan needs, in elements a sample (statistics: in all).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// The values in the arena.
    pub values: &'static Values,
    /// Where they lie in it: those of the network's own by their number, then those of each network within it.
    pub places: &'static [usize],
    /// Elements of the arena.
    pub arena: usize,
    /// Elements of a piece's own memory.
    pub local: usize,
    /// Bytes of positions.
    pub index: usize,
    /// Numbers of the whole batch.
    pub statistic: usize,
    /// Memory that depends on how a device works, beside the plan.
    pub scratch: Scratch,
}

/// Scratch of a device, in elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scratch {
    /// The largest im2col matrix of one sample.
    pub columns: usize,
    /// Sums of gradients of the largest segment, for one piece.
    pub partials: usize,
    /// The same of the segments in which a tensor gets more than one gradient.
    pub shared: usize,
}

impl Memory {
    /// Nothing.
    pub const NONE: Self = Self {
        values: &Values::NONE,
        places: &[],
        arena: 0,
        local: 0,
        index: 0,
        statistic: 0,
        scratch: Scratch { columns: 0, partials: 0, shared: 0 },
    };
}

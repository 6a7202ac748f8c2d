//! What a value is made of: the type of its elements, and the order in which they lie.

use crate::Shape;

/// The type of a value's elements.
///
/// What a value is for, and so which memory it lies in, is another question: each such memory has a part for every type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Type {
    /// Real numbers, as the device has them: `f32`, say.
    Real,
    /// `u32`: class indices, and what an embedding reads.
    Integer,
    /// `u8`: positions within windows.
    Byte,
}

/// The order in which the elements of a value's sample lie. Its shape is the same in each: the logical one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layout {
    /// In the order of the axes, the last one fastest: `[channels, height, width]` of an image.
    #[default]
    Logical,
    /// An image with the channels of each pixel side by side: `[height, width, channels]`.
    ChannelsLast,
}

impl Layout {
    /// The axes in the order in which they lie, slowest first; `None` where that is the order of the shape, whatever its rank.
    #[must_use]
    pub const fn axes(self) -> Option<&'static [usize]> {
        match self {
            Self::Logical => None,
            Self::ChannelsLast => Some(&[1, 2, 0]),
        }
    }

    /// Whether a value of this shape can lie so.
    #[must_use]
    pub const fn fits(self, shape: &Shape) -> bool {
        match self.axes() {
            None => true,
            Some(axes) => axes.len() == shape.rank(),
        }
    }
}

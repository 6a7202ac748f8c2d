//! What a value is made of.

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

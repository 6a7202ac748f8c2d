//! Operands in ordinary slices.

use core::cell::Cell;

use super::Access;
use crate::Element;

/// An operand in memory of the host: numbers, integers or bytes. Operands that are one value are one slice.
#[derive(Clone, Copy, Debug)]
pub struct Cells<'a, T: Copy> {
    numbers: &'a [Cell<T>],
    integers: &'a [u32],
    bytes: &'a [Cell<u8>],
}

impl<'a, T: Copy> Cells<'a, T> {
    /// An operand that is absent.
    pub const NONE: Self = Self { numbers: &[], integers: &[], bytes: &[] };

    /// Numbers.
    #[must_use]
    pub fn of(numbers: &'a mut [T]) -> Self {
        Self { numbers: Cell::from_mut(numbers).as_slice_of_cells(), ..Self::NONE }
    }

    /// Integers.
    #[must_use]
    pub const fn integers(integers: &'a [u32]) -> Self {
        Self { integers, ..Self::NONE }
    }

    /// Bytes.
    #[must_use]
    pub fn bytes(bytes: &'a mut [u8]) -> Self {
        Self { bytes: Cell::from_mut(bytes).as_slice_of_cells(), ..Self::NONE }
    }
}

/// Panics where a kernel reads or writes past an operand. (Of an empty batch, operands after the first element are empty.)
impl<T: Element> Access for Cells<'_, T> {
    type Number = T;

    fn get(self, i: usize) -> T {
        self.numbers[i].get()
    }

    fn set(self, i: usize, value: T) {
        self.numbers[i].set(value);
    }

    fn from(self, first: usize) -> Self {
        Self { numbers: self.numbers.get(first..).unwrap_or(&[]), ..self }
    }

    fn integer(self, i: usize) -> u32 {
        self.integers[i]
    }

    fn byte(self, i: usize) -> u8 {
        self.bytes[i].get()
    }

    fn set_byte(self, i: usize, value: u8) {
        self.bytes[i].set(value);
    }
}

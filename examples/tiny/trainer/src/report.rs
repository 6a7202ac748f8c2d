//! What the trainers print.

use crate::platform::{print, print_hex, print_number, print_real};

/// The loss of a step.
pub(crate) fn step(step: u32, loss: f32) {
    print(b"step ");
    print_number(step);
    print(b": loss ");
    print_real(loss);
    print(b"\n");
}

/// A number that all bits of the weights make: the same on every machine, as those of the server's strict mode.
pub(crate) fn weights(weights: &[f32]) {
    print(b"weights: ");
    let mix = |sum: u64, x: &f32| sum.rotate_left(5) ^ u64::from(x.to_bits());
    print_hex(weights.iter().fold(0, mix));
    print(b"\n");
}

/// How many samples are taken for what they are; 0 when nearly all are.
pub(crate) fn right(right: usize, of: usize) -> i32 {
    print(b"right: ");
    print_number(right as u32);
    print(b" of ");
    print_number(of as u32);
    print(b"\n");
    i32::from(10 * right < 9 * of)
}

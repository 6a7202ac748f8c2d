//! The oracle: naive loops, kept for ever, one file an operation.
//! Slow and plain on purpose; integer data make results equal, not close.

pub mod activation;
pub mod affine;
pub mod binary;
pub mod concat;
pub mod conv2d;
pub mod embedding;
pub mod expand;
pub mod linear;
#[cfg(feature = "alloc")]
pub mod loss;
pub mod matmul;
#[cfg(feature = "alloc")]
pub mod norm;
pub mod permute;
pub mod pool2d;
pub mod reduce;
pub mod slice;
#[cfg(feature = "alloc")]
pub mod softmax;
pub mod update;
pub mod upsample2d;

use nnplan::{AXES, Shape};

/// The positions of a shape in row-major order; after its last axis they are 0.
fn positions(shape: &Shape) -> impl Iterator<Item = [usize; AXES]> {
    let sizes: [usize; AXES] = core::array::from_fn(|i| shape.dim(i));
    let of = move |mut i: usize| {
        let mut at = [0; AXES];
        for (at, size) in at.iter_mut().zip(sizes).rev() {
            (*at, i) = (i % size, i / size);
        }
        at
    };
    (0..sizes.iter().product()).map(of)
}

/// Where the element at a position of sample `n` lies.
fn flat(shape: &Shape, n: usize, at: [usize; AXES]) -> usize {
    (0..AXES).fold(n, |index, axis| index * shape.dim(axis) + at[axis])
}

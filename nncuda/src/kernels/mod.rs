//! The kernels, a file an operation, under the names that nncore has. Each function makes the kernel of one geometry: sizes
//! are constants of its code, and only addresses and the number of samples are its parameters.
//!
//! Parameters: what is read, what is written, then numbers. Element by element a kernel computes the bits of the CPU.
//! Sums go in a fixed order: two runs give the same bits.

pub(crate) mod activation;
pub(crate) mod adaptive_avg_pool2d;
pub(crate) mod affine;
mod axes;
pub(crate) mod batch_norm;
pub(crate) mod bias;
pub(crate) mod binary;
pub(crate) mod channels;
pub(crate) mod concat;
pub(crate) mod conv2d;
pub(crate) mod dropout;
pub(crate) mod embedding;
pub(crate) mod expand;
pub(crate) mod fill;
pub(crate) mod gemv;
pub(crate) mod grouped;
pub mod key;
pub(crate) mod layer_norm;
pub(crate) mod linear;
pub(crate) mod loss;
pub(crate) mod matmul;
mod operand;
pub(crate) mod parts;
pub(crate) mod permute;
mod pipeline;
pub(crate) mod pool2d;
pub(crate) mod pooled;
pub(crate) mod product;
pub(crate) mod reduce;
pub(crate) mod slice;
pub(crate) mod softmax;
pub(crate) mod team;
mod tensor;
pub(crate) mod update;
pub(crate) mod upsample2d;
mod window;

use crate::ptx::{Bool, F32, Kernel, Pointer, U32};

/// Threads of a block, where each has an element of its own.
pub(crate) const THREADS: u32 = 256;

/// What a kernel does with what is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Write {
    /// It is replaced.
    Assign,
    /// It is added to.
    Add,
}

impl Write {
    /// Writes number `i` of `y`.
    pub(crate) fn store<'k>(self, y: Pointer<'k>, i: U32<'k>, value: F32<'k>) {
        match self {
            Self::Assign => y.store(i, value),
            Self::Add => y.store(i, y.load(i) + value),
        }
    }
}

/// A size as a kernel's constant.
///
/// # Panics
/// When it has more than 32 bits: memory for it could not be allocated.
pub(crate) fn size(n: usize) -> u32 {
    u32::try_from(n).expect("a size below 2³²")
}

/// Elements of a thread, where each is worked on alone: so many loads are under way at once.
const EACH: u32 = 4;

/// `y[i] = f(i, x[i], …)` for each of `n` elements, of as many `x` as are `read`.
pub(crate) fn elementwise(
    name: &str,
    read: usize,
    write: Write,
    f: impl for<'k> Fn(U32<'k>, &[F32<'k>]) -> F32<'k>,
) -> Kernel {
    Kernel::new(name, THREADS, |k| {
        k.serves(EACH * THREADS);
        let x: Vec<Pointer<'_>> = (0..read).map(|_| k.pointer()).collect();
        let (y, n) = (k.pointer(), k.number());
        let first = k.block() * (EACH * THREADS) + k.thread();
        let elements = (0..EACH).map(|j| {
            let i = first + j * THREADS;
            let is_there = i.lt(n);
            let values: Vec<F32<'_>> = x.iter().map(|x| x.load_where(is_there, i)).collect();
            (i, is_there, values)
        });
        for (i, is_there, values) in elements.collect::<Vec<_>>() {
            k.when(is_there, || write.store(y, i, f(i, &values)));
        }
    })
}

/// Whether the later one is larger, or NaN: how maxima are chosen.
pub(crate) fn later_wins<'k>(later: F32<'k>, best: F32<'k>) -> Bool<'k> {
    later.gt(best) | later.is_nan()
}

/// `y = x`
pub(crate) fn copy(write: Write) -> Kernel {
    elementwise("copy", 1, write, |_, x| x[0])
}

/// `y = a + b`
pub(crate) fn accumulate() -> Kernel {
    elementwise("accumulate", 2, Write::Assign, |_, x| x[0] + x[1])
}

#[cfg(test)]
mod bench;
#[cfg(test)]
mod element_numbers;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod grouped_numbers;
#[cfg(test)]
mod places;
#[cfg(test)]
mod pooled_numbers;
#[cfg(test)]
mod product_numbers;
#[cfg(test)]
mod row_numbers;
#[cfg(test)]
mod row_tests;
#[cfg(test)]
mod step_numbers;
#[cfg(test)]
mod tests;

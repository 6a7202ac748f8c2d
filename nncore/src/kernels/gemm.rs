//! Matrix products: which of four ways a product goes, and how it is split over threads.
//!
//! - `dot`: our own loops for products whose operands both lie along k (`x Wᵀ`, the
//!   gradient of a convolution's weight); they pack nothing. On x86-64 (with `std`) only where there are
//!   AVX2 and FMA, and never in builds for size (`cfg(for_size)`, of the build script), where loops are
//!   not vectorised.
//! - `tile`: our own loops for any layout, sums in the order of k; small products, the
//!   portable arithmetic, and builds without `alloc`.
//! - `vectors`: in `f32` on AVX-512, all products whose operands lie along a side that vectors can take.
//! - matrixmultiply, on one thread, for the rest. It allocates a packing buffer in each
//!   call; the other two never do.

#[cfg(all(feature = "alloc", not(for_size)))]
mod dot;
mod matrix;
#[cfg(all(test, feature = "std"))]
mod tests;
mod tile;
#[cfg(vectors)]
mod vectors;

pub use matrix::{MatrixMut, MatrixRef};

use super::Write;
use crate::Element;
use crate::threads::Threads;

/// How sums are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    /// As fast as this machine can: with FMA where there is one. The same bits on machines
    /// of one class, in builds of one kind: for speed, or for size. The numbers of a sample may depend on
    /// how many others there are. Without the feature `alloc`: as [`Portable`](Self::Portable).
    Native,
    /// The same bits on every machine: each element of the product is summed in the order
    /// of k, without FMA.
    Portable,
}

/// The arithmetic and the threads of a kernel.
#[derive(Clone, Copy, Debug)]
pub struct Exec<'a> {
    /// How sums are made.
    pub arithmetic: Arithmetic,
    /// What runs the parts.
    pub threads: &'a Threads,
}

static SERIAL: Threads = Threads::serial();

impl Exec<'static> {
    /// Everything on the caller.
    #[must_use]
    pub fn serial(arithmetic: Arithmetic) -> Self {
        Self { arithmetic, threads: &SERIAL }
    }
}

/// One of the ways of a product. Parts of one product all go the way of the whole, so
/// that a split changes no bit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Path {
    #[cfg(all(feature = "alloc", not(for_size)))]
    Dot(dot::Machine),
    Tile,
    #[cfg(vectors)]
    Vectors(vectors::Way),
    #[cfg(feature = "alloc")]
    Library,
}

/// Below this many multiply-adds the packing of matrixmultiply costs more than it gains
/// (measured: they meet between 16³ and 24³).
#[cfg(feature = "alloc")]
const SMALL: usize = 16 * 16 * 16;

/// Our own dot products need this many elements along k for each row or column, whichever are fewer: below, what they
/// add up at the end of each counts (measured in f32 with AVX2 and FMA, in GFLOP/s against matrixmultiply: 36 against 73
/// at 64 × 64 × 64, 20 against 72 at 64 × 32 × 64, 73 against 74 at 32 × 256 × 256, 52 against 21 at 4 × 128 × 256).
#[cfg(all(feature = "alloc", not(for_size)))]
const DEEP: usize = 8;

/// Up to this many rows or columns our own dot products beat matrixmultiply, whose packing
/// of an operand along k is paid by few columns (measured with AVX2 and FMA: 83 against 43 GFLOP/s at
/// 32 × 27 × 3136, 93 against 80 at 64 × 288 × 784, 68 against 60 at 64 × 128 × 12544).
#[cfg(all(feature = "alloc", not(for_size)))]
const NARROW: usize = 64;

/// Large products of fewer rows or columns are our own loops', too; in builds for size, where these are not vectorised, none
/// are (measured there: 63 µs by matrixmultiply, and 97, 136 and 176 by ours, for 1, 2 and 3 × 784 × 128).
#[cfg(feature = "alloc")]
const FEW: usize = if cfg!(for_size) { 0 } else { 4 };

impl Path {
    fn of<T: Element>(
        arithmetic: Arithmetic,
        a: &MatrixRef<'_, T>,
        b: &MatrixRef<'_, T>,
        c: &MatrixMut<'_, T>,
    ) -> Self {
        if arithmetic == Arithmetic::Portable {
            return Self::Tile;
        }
        #[cfg(feature = "alloc")]
        {
            let (m, k, n) = (a.row_count(), a.column_count(), b.column_count());
            let narrow = m.min(n);
            #[cfg(vectors)]
            if let Some(way) = vectors::way(a, b).filter(|way| vectors::writes(*way, c)) {
                return Self::Vectors(way);
            }
            #[cfg(not(vectors))]
            let _ = c;
            #[cfg(not(for_size))]
            if a.column_stride() == 1
                && b.row_stride() == 1
                && narrow <= NARROW
                && k >= (DEEP * narrow).max(32)
                && let Some(machine) = dot::Machine::detect()
            {
                return Self::Dot(machine);
            }
            if narrow < FEW || m.saturating_mul(n).saturating_mul(k) < SMALL {
                return Self::Tile;
            }
            Self::Library
        }
        #[cfg(not(feature = "alloc"))]
        {
            let _ = (a, b, c);
            Self::Tile
        }
    }

    /// A part has a multiple of this many rows or columns.
    fn unit(self) -> usize {
        match self {
            #[cfg(all(feature = "alloc", not(for_size)))]
            Self::Dot(_) => 4,
            Self::Tile => 16,
            #[cfg(vectors)]
            Self::Vectors(_) => 16,
            // Each part packs the shorter side again, which 64 rows or columns pay for.
            #[cfg(feature = "alloc")]
            Self::Library => 64,
        }
    }

    fn run<T: Element>(
        self,
        a: MatrixRef<'_, T>,
        b: MatrixRef<'_, T>,
        write: Write,
        c: MatrixMut<'_, T>,
    ) {
        match self {
            #[cfg(all(feature = "alloc", not(for_size)))]
            Self::Dot(machine) => dot::gemm(machine, a, b, write, c),
            Self::Tile => tile::gemm(a, b, write, c),
            #[cfg(vectors)]
            Self::Vectors(way) => vectors::gemm(way, a, b, write, c),
            #[cfg(feature = "alloc")]
            Self::Library => library(a, b, write, c),
        }
    }
}

/// `C = A B` or `C += A B` on the calling thread; A is (m, k), B (k, n), C (m, n).
///
/// What C holds before `Write::Assign` is not read. With k = 0 the product is 0.
/// Cost: 2 m k n FLOPs.
///
/// # Panics
/// When the sizes do not match.
pub fn gemm<T: Element>(
    arithmetic: Arithmetic,
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    mut c: MatrixMut<'_, T>,
) {
    check(&a, &b, &c);
    if c.row_count() == 0 || c.column_count() == 0 {
        return;
    }
    if a.column_count() == 0 {
        if write == Write::Assign {
            c.fill(T::ZERO);
        }
        return;
    }
    Path::of(arithmetic, &a, &b, &c).run(a, b, write, c);
}

fn check<T>(a: &MatrixRef<'_, T>, b: &MatrixRef<'_, T>, c: &MatrixMut<'_, T>) {
    assert_eq!(a.column_count(), b.row_count(), "gemm: columns of A, rows of B");
    assert_eq!(a.row_count(), c.row_count(), "gemm: rows of A, rows of C");
    assert_eq!(b.column_count(), c.column_count(), "gemm: columns of B, columns of C");
}

/// matrixmultiply.
#[cfg(feature = "alloc")]
fn library<T: Element>(
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    mut c: MatrixMut<'_, T>,
) {
    let beta = if write == Write::Assign { T::ZERO } else { T::ONE };
    let (m, k, n) = (a.row_count(), a.column_count(), b.column_count());
    // SAFETY: the matrices address m × k, k × n and m × n elements inside their slices, and
    // C no element twice (checked when they were made; the sizes match: `check`); C is
    // borrowed mutably, so it does not overlap A or B.
    unsafe { T::gemm(m, k, n, T::ONE, a.raw(), b.raw(), beta, c.raw()) };
}

/// A product of fewer FLOPs is not split: waking a thread costs more.
const MIN_FLOPS: usize = 1_000_000;
/// The most parts: enough to even out 8 threads of unequal speed.
const MAX_PARTS: usize = 32;

/// [`gemm`], its parts on the threads. C is split along its longer side, never along k,
/// into parts that depend on the sizes alone: the same bits for any number of threads.
///
/// # Panics
/// When the sizes do not match.
pub fn gemm_parallel<T: Element>(
    exec: Exec<'_>,
    a: MatrixRef<'_, T>,
    b: MatrixRef<'_, T>,
    write: Write,
    c: MatrixMut<'_, T>,
) {
    check(&a, &b, &c);
    let (m, k, n) = (a.row_count(), a.column_count(), b.column_count());
    let flops = m.saturating_mul(n).saturating_mul(k).saturating_mul(2);
    if exec.threads.count() == 1 || flops < MIN_FLOPS {
        return gemm(exec.arithmetic, a, b, write, c);
    }
    let path = Path::of(exec.arithmetic, &a, &b, &c);
    let by_rows = m > n;
    let mut c = if by_rows { c.transposed() } else { c };
    let long = m.max(n);
    let parts = (flops / (MIN_FLOPS / 2)).clamp(1, MAX_PARTS);
    let width = long.div_ceil(parts).next_multiple_of(path.unit());
    let c = c.shared();
    exec.threads.run(long.div_ceil(width), &|i| {
        let range = i * width..long.min((i + 1) * width);
        // SAFETY: `run` calls each `i` once, and the ranges of different `i` are disjoint.
        let c = unsafe { c.columns(range.clone()) };
        if by_rows {
            path.run(a.rows(range), b, write, c.transposed());
        } else {
            path.run(a, b.columns(range), write, c);
        }
    });
}

//! Products of a matrix that lies at moved places: `C[r, j] = Σ_k A[r, k] · B[offset(k) + j]`. A convolution is such a
//! product over its padded planes, so that no matrix of patches is ever made (an implicit GEMM).
//!
//! - [`product`]: sums along k, vectors along j. The elements of A are read one by one where they lie; nothing is packed.
//! - [`dots`]: sums along j, for the gradient of the weights.
//! - [`copy`]: rows of images into padded planes, and back.
//!
//! In `f32`, on x86-64 with AVX2 and FMA or with AVX-512, which is found out at run time; nowhere else, nor in builds for
//! size (`cfg(for_size)`).

use core::any::TypeId;

use crate::Element;

mod dots;
mod lines;
pub(super) mod planes;
mod product;
mod simd;
mod taps;
#[cfg(test)]
mod tests;

pub(super) use dots::{Dots, dots, dots_at};
pub(super) use lines::{Lines, copy, split};
pub(super) use product::{Finish, Product, product, product_at};
pub(super) use taps::{Inside, Tap, Taps, masks_len};

/// An instruction set of this machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Machine {
    /// AVX2 and FMA.
    Avx2,
    /// AVX-512 F and VL.
    Avx512,
}

impl Machine {
    /// The best of this machine.
    pub(super) fn detect() -> Option<Self> {
        Self::all().next()
    }

    /// Those that this machine has, the best first.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        let wide =
            std::is_x86_feature_detected!("avx512f") && std::is_x86_feature_detected!("avx512vl");
        let fused = std::is_x86_feature_detected!("avx2") && std::is_x86_feature_detected!("fma");
        wide.then_some(Self::Avx512).into_iter().chain(fused.then_some(Self::Avx2))
    }
}

/// Whether a number is an `f32`.
pub(super) fn is_f32<T: Element>() -> bool {
    TypeId::of::<T>() == TypeId::of::<f32>()
}

/// Numbers that are `f32`.
///
/// # Panics
/// When they are of another type.
pub(super) fn numbers<T: Element>(x: &[T]) -> &[f32] {
    assert!(is_f32::<T>(), "numbers of the type f32");
    // SAFETY: `T` is `f32`.
    unsafe { core::slice::from_raw_parts(x.as_ptr().cast(), x.len()) }
}

/// Numbers that are `f32`.
///
/// # Panics
/// When they are of another type.
pub(super) fn numbers_mut<T: Element>(x: &mut [T]) -> &mut [f32] {
    assert!(is_f32::<T>(), "numbers of the type f32");
    // SAFETY: `T` is `f32`, and the slice is borrowed.
    unsafe { core::slice::from_raw_parts_mut(x.as_mut_ptr().cast(), x.len()) }
}

/// `on!(machine, name::<…>(a: A, …))` runs `name::<S>(a, …)`, an `#[inline(always)]` function of a [`Simd`](simd::Simd),
/// compiled for the machine's instructions.
macro_rules! on {
    ($machine:expr, $name:ident($($arg:ident: $ty:ty),* $(,)?)) => {{
        #[target_feature(enable = "avx512f,avx512vl")]
        unsafe fn wide($($arg: $ty),*) {
            // SAFETY: passed on to the caller.
            unsafe { $name::<$crate::kernels::moved::simd::Avx512>($($arg),*) }
        }
        #[target_feature(enable = "avx2,fma")]
        unsafe fn fused($($arg: $ty),*) {
            // SAFETY: passed on to the caller.
            unsafe { $name::<$crate::kernels::moved::simd::Avx2>($($arg),*) }
        }
        match $machine {
            $crate::kernels::moved::Machine::Avx512 => wide($($arg),*),
            $crate::kernels::moved::Machine::Avx2 => fused($($arg),*),
        }
    }};
}
use on;

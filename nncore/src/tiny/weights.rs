//! The tensors of a network: in the program's file, or those of a trainer.

use core::marker::PhantomData;

use super::device::Span;
use crate::Error;
use crate::network::Network;

/// The tensors of a network, in its layout: the trained ones, and behind them those that are kept.
#[repr(C, align(64))]
#[derive(Clone, Copy, Debug)]
pub struct Weights<N, const LEN: usize> {
    numbers: [f32; LEN],
    network: PhantomData<N>,
}

/// The tensors of a network, wherever they lie.
#[derive(Debug)]
pub struct WeightsRef<'m, N> {
    parameters: Span<f32>,
    kept: Span<f32>,
    network: PhantomData<(N, &'m [f32])>,
}

impl<N> Clone for WeightsRef<'_, N> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<N> Copy for WeightsRef<'_, N> {}

impl<N: Network> WeightsRef<'_, N> {
    #[inline(always)]
    pub(super) fn from_spans(parameters: Span<f32>, kept: Span<f32>) -> Self {
        Self { parameters, kept, network: PhantomData }
    }

    #[inline(always)]
    pub(super) fn spans(&self) -> (Span<f32>, Span<f32>) {
        (self.parameters, self.kept)
    }
}

impl<'m, N: Network> WeightsRef<'m, N> {
    /// The tensors in two slices, each laid out as `N::TENSORS` says.
    ///
    /// # Errors
    /// When they are not as long as the network's.
    pub fn from_slices(parameters: &'m [f32], kept: &'m [f32]) -> Result<Self, Error> {
        if parameters.len() != N::PARAMETER_LEN {
            return Err(Error::TensorElements {
                name: "parameters",
                expected: N::PARAMETER_LEN,
                found: parameters.len(),
            });
        }
        if kept.len() != N::BUFFER_LEN {
            return Err(Error::TensorElements {
                name: "kept tensors",
                expected: N::BUFFER_LEN,
                found: kept.len(),
            });
        }
        let span = |numbers: &'m [f32]| Span::new(numbers.as_ptr().cast_mut(), numbers.len());
        Ok(Self::from_spans(span(parameters), span(kept)))
    }

    /// The trained tensors, as they lie.
    #[must_use]
    pub fn parameters(&self) -> &'m [f32] {
        // SAFETY: they are borrowed for `'m`, and as many.
        unsafe { core::slice::from_raw_parts(self.parameters.pointer, N::PARAMETER_LEN) }
    }

    /// The kept tensors, as they lie.
    #[must_use]
    pub fn kept(&self) -> &'m [f32] {
        // SAFETY: they are borrowed for `'m`, and as many.
        unsafe { core::slice::from_raw_parts(self.kept.pointer, N::BUFFER_LEN) }
    }
}

impl<'m, N: Network, const LEN: usize> From<&'m Weights<N, LEN>> for WeightsRef<'m, N> {
    #[inline(always)]
    fn from(weights: &'m Weights<N, LEN>) -> Self {
        const { assert!(LEN == N::PARAMETER_LEN + N::BUFFER_LEN, "weights of another network") };
        let pointer = weights.numbers.as_ptr().cast_mut();
        let kept = weights.numbers.as_ptr().wrapping_add(N::PARAMETER_LEN).cast_mut();
        Self::from_spans(Span::new(pointer, N::PARAMETER_LEN), Span::new(kept, N::BUFFER_LEN))
    }
}

impl<N: Network, const LEN: usize> Weights<N, LEN> {
    /// All numbers, as they lie.
    #[must_use]
    pub const fn from_numbers(numbers: [f32; LEN]) -> Self {
        Self { numbers, network: PhantomData }
    }
}

//! The tensors of a network: in the program's file, in memory, or in a trainer; and weight files of them.

mod error;
mod file;
mod fit;
mod include;
mod json;
mod write;

use core::marker::PhantomData;

pub use error::WeightsError;
#[doc(hidden)]
pub use include::include_weights;
pub use write::weight_file_len;

#[cfg(feature = "checkpoint")]
pub(crate) use json::pass_over;

use super::device::Span;
use super::memory::check_weights;
use crate::network::Network;
use crate::tensor::TensorInfo;
use error::Problem;
use fit::Notes;

/// The tensors of a network, in its layout: the trained ones, and after them those that are kept.
///
/// [`include_weights!`](crate::include_weights) makes them of a weight file. In a `static` they lie in the program's
/// file, are used where they lie, in flash say, and take no memory.
#[repr(C, align(64))]
#[derive(Clone, Copy, Debug)]
pub struct Weights<N, const LEN: usize> {
    numbers: [f32; LEN],
    network: PhantomData<N>,
}

/// The numbers of a network's [`Weights`]: of all its tensors, and between them.
#[must_use]
pub const fn weights_len<N: Network>() -> usize {
    N::PARAMETER_LEN + N::BUFFER_LEN
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

impl<'m, N: Network> WeightsRef<'m, N> {
    /// The spans are those of memory that is borrowed for `'m`, and as long as the network's layout.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn from_spans(parameters: Span<f32>, kept: Span<f32>) -> Self {
        Self { parameters, kept, network: PhantomData }
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn spans(&self) -> (Span<f32>, Span<f32>) {
        (self.parameters, self.kept)
    }

    /// Reads a weight file (safetensors), whose bytes may lie anywhere, into memory of [`weights_len`] numbers or more.
    ///
    /// The file must hold exactly the network's tensors, each as `F32` and in its shape; only PyTorch's
    /// `num_batches_tracked` is passed over. However damaged it is, nothing outside of it is read. A checksum in its
    /// metadata is not compared.
    ///
    /// # Errors
    /// When the file is not a weight file, is damaged, or belongs to another network: the first difference. The memory
    /// is then as it was. When the memory is too short.
    pub fn read(bytes: &[u8], memory: &'m mut [f32]) -> Result<Self, WeightsError> {
        const { assert!(N::TENSORS.len() <= fit::MOST, "a network has at most 2048 tensors here") };
        let (expected, found) = (weights_len::<N>(), memory.len());
        let too_short =
            WeightsError { problem: Problem::Room { what: "numbers", expected, found } };
        let Some((memory, _)) = memory.split_at_mut_checked(expected) else {
            return Err(too_short);
        };
        let mut notes = Notes::<0>::new(N::TENSORS);
        if let Some(problem) = fit::check::<0, 0>(bytes, N::TENSORS, &mut notes).first {
            return Err(WeightsError { problem });
        }
        memory.fill(0.0);
        let Some((parameters, kept)) = memory.split_at_mut_checked(N::PARAMETER_LEN) else {
            return Err(too_short);
        };
        if !fit::copy(bytes, N::TENSORS, &notes, parameters, kept) {
            return Err(too_short); // never, of a file that was checked
        }
        Self::from_slices(parameters, kept)
    }

    /// Weights that lie in the network's layout already: those of [`parameters`](Self::parameters) and
    /// [`kept`](Self::kept).
    ///
    /// # Errors
    /// When a slice has another length.
    pub fn from_slices(parameters: &'m [f32], kept: &'m [f32]) -> Result<Self, WeightsError> {
        let slices = [
            ("the trained tensors", N::PARAMETER_LEN, parameters),
            ("the kept tensors", N::BUFFER_LEN, kept),
        ];
        for (what, expected, slice) in slices {
            if slice.len() != expected {
                let problem = Problem::Numbers { what, expected, found: slice.len() };
                return Err(WeightsError { problem });
            }
        }
        let span = |slice: &[f32]| Span::new(slice.as_ptr().cast_mut());
        Ok(Self::from_spans(span(parameters), span(kept)))
    }

    /// The trained tensors, each at its place in the network's layout.
    #[must_use]
    pub fn parameters(&self) -> &'m [f32] {
        // SAFETY: as long as the layout and borrowed for `'m`, as who made it keeps.
        unsafe { core::slice::from_raw_parts(self.parameters.pointer, N::PARAMETER_LEN) }
    }

    /// The tensors that are not trained: running statistics and frozen layers.
    #[must_use]
    pub fn kept(&self) -> &'m [f32] {
        // SAFETY: as above.
        unsafe { core::slice::from_raw_parts(self.kept.pointer, N::BUFFER_LEN) }
    }

    /// The tensor called `name`: `weights.tensor("fc1.weight")`.
    #[must_use]
    pub fn tensor(&self, name: &str) -> Option<&'m [f32]> {
        N::TENSORS.iter().find(|t| t.name == name).map(|t| self.numbers(t))
    }

    fn numbers(&self, tensor: &TensorInfo) -> &'m [f32] {
        let all = if tensor.is_kept() { self.kept() } else { self.parameters() };
        let numbers = all.get(tensor.range());
        debug_assert!(numbers.is_some(), "a tensor lies within its layout");
        numbers.unwrap_or_default()
    }
}

impl<'m, N: Network, const LEN: usize> From<&'m Weights<N, LEN>> for WeightsRef<'m, N> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn from(weights: &'m Weights<N, LEN>) -> Self {
        let pointer = weights.numbers.as_ptr().cast_mut();
        let kept = weights.numbers.as_ptr().wrapping_add(N::PARAMETER_LEN).cast_mut();
        Self::from_spans(Span::new(pointer), Span::new(kept))
    }
}

impl<N: Network, const LEN: usize> Weights<N, LEN> {
    /// All numbers, as they lie.
    ///
    /// # Panics
    /// At compile time in a `static`, when they are not as many as the network's: [`weights_len`].
    #[must_use]
    #[track_caller]
    pub const fn from_numbers(numbers: [f32; LEN]) -> Self {
        check_weights::<N>(weights_len::<N>(), LEN);
        Self { numbers, network: PhantomData }
    }
}

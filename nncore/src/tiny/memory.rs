//! The memory of a program that has no allocator.

use core::cell::UnsafeCell;
use core::fmt;
use core::sync::atomic::{AtomicBool, Ordering};

use nnplan::Text;

use super::Recipe;
use super::plan::{self, Plan};
use crate::network::Network;

/// Room for `LEN` numbers in a `static`, all 0 at first, which is taken once.
///
/// ```
/// use nncore::tiny::Memory;
///
/// static MEMORY: Memory<1000> = Memory::new();
///
/// let memory = MEMORY.take().expect("the first");
/// assert_eq!(memory.len(), 1000);
/// assert!(MEMORY.take().is_none());
/// ```
#[repr(C, align(64))]
pub struct Memory<const LEN: usize> {
    numbers: UnsafeCell<[f32; LEN]>,
    is_taken: AtomicBool,
}

// SAFETY: who takes the numbers is the only one to have them.
unsafe impl<const LEN: usize> Sync for Memory<LEN> {}

impl<const LEN: usize> Default for Memory<LEN> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const LEN: usize> fmt::Debug for Memory<LEN> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Memory({LEN} numbers)")
    }
}

impl<const LEN: usize> Memory<LEN> {
    /// Zeros: they take no room in the program's file.
    #[must_use]
    pub const fn new() -> Self {
        Self { numbers: UnsafeCell::new([0.0; LEN]), is_taken: AtomicBool::new(false) }
    }

    /// The numbers; `None` from the second call on.
    #[allow(clippy::mut_from_ref)] // once
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub fn take(&'static self) -> Option<&'static mut [f32; LEN]> {
        if self.is_taken.swap(true, Ordering::AcqRel) {
            return None;
        }
        // SAFETY: the flag was not set before, and is never taken back: nobody else has them.
        Some(unsafe { &mut *self.numbers.get() })
    }
}

/// Numbers that a [`Predictor`](super::Predictor) of up to `batch` samples needs.
#[must_use]
pub const fn inference_len<N: Network>(batch: usize) -> usize {
    let sample = <plan::Inference<N> as Plan>::SAMPLE;
    plan::len(&N::INFERENCE, sample, 0, batch)
}

/// Numbers that a [`Trainer`](super::Trainer) of up to `batch` samples needs.
#[must_use]
pub const fn training_len<N: Network, R: Recipe<N>>(batch: usize) -> usize {
    let sample = <plan::Training<N> as Plan>::SAMPLE;
    let tensors = (1 + R::OPTIMIZER.update.state_slots()) * N::PARAMETER_LEN + kept_len::<N>();
    tensors + plan::len(&N::TRAINING, sample, N::PARAMETER_LEN, batch)
}

/// Of the kept tensors, how many numbers a training writes, or none: then they stay where they are.
pub(super) const fn kept_len<N: Network>() -> usize {
    let mut i = 0;
    while i < N::TENSORS.len() {
        if N::TENSORS[i].role.is_buffer() && !N::TENSORS[i].is_frozen {
            return N::BUFFER_LEN;
        }
        i += 1;
    }
    0
}

/// Stops the compiler where memory is too small for `what`, a predictor or a trainer of `network`.
#[track_caller]
pub(super) const fn check_room(
    what: &str,
    network: &str,
    batch: usize,
    expected: usize,
    found: usize,
) {
    if found < expected {
        let text =
            Text::<512>::EMPTY.str("the memory is too small for a `").str(what).str("` of `");
        let text = text.str(network).str("`, in batches of up to ").size(batch);
        let text =
            text.str("\nexpected: ").size(expected).str(" numbers or more\n   found: ").size(found);
        let text = text.str("\nhelp: take the length from `tiny::");
        let is_training = matches!(what.as_bytes(), b"Trainer");
        let text = text.str(if is_training { "training_len" } else { "inference_len" }).str("`");
        panic!("{}", text.as_str());
    }
}

/// Stops the compiler where a network that has frozen layers is trained from initial values.
#[track_caller]
pub(super) const fn check_frozen<N: Network>() {
    if N::BUFFER_LEN > 0 && kept_len::<N>() == 0 {
        let text = Text::<512>::EMPTY
            .str("`")
            .str(N::NAME)
            .str("` has frozen layers, which are never trained");
        let text = text.str("\nexpected: weights for them\n   found: initial values");
        let text = text.str("\nhelp: write `Trainer::new(&WEIGHTS, memory)`");
        panic!("{}", text.as_str());
    }
}

/// Stops the compiler where weights have another length than the network's; of one with mistakes nothing is known.
#[track_caller]
pub(super) const fn check_weights<N: Network>(expected: usize, found: usize) {
    if found != expected {
        let text =
            Text::<512>::EMPTY.str("the weights of `").str(N::NAME).str("` have another length");
        let text = text.str("\nexpected: ").size(expected).str(" numbers\n   found: ").size(found);
        let text = text.str("\nhelp: write `Weights<_, { tiny::weights_len::<_>() }>`");
        panic!("{}", text.as_str());
    }
}

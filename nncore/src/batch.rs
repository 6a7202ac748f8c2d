//! Batches on the host, typed by the shape of a sample.

use alloc::vec::Vec;

use crate::device::Execute;
use crate::loss::Terms;
use crate::network::Network;
use crate::shape::{ClassIndex, Indices, Inputs, Outputs, Sample, Shape};
use crate::{Element, Error, room};

/// What a step of the network `N` on the device `D` reads: a `&Batch` of its input, or a tuple of them where it has several
/// ([`Inputs`]).
pub type InputBatch<'a, N, D> =
    <<N as Network>::Input as Inputs>::Batches<'a, <D as Execute>::Element>;

/// What an inference of the network `N` on the device `D` gives: a `Batch` of its output, or a tuple of them where it has
/// several ([`Outputs`]).
pub type OutputBatch<N, D> = <<N as Network>::Output as Outputs>::Batches<<D as Execute>::Element>;

/// What the loss `L` compares the output of the network `N` with, on the device `D`: a `&Batch` of classes or numbers, or a
/// tuple of them where the network has several outputs ([`Losses`](crate::loss::Losses)).
pub type TargetBatch<'a, N, L, D> =
    <L as Terms<<N as Network>::Output>>::Targets<'a, <D as Execute>::Element>;

/// A sample whose items can be given as `I`: the numbers of the device for a shape, `u32` for classes and indices.
#[diagnostic::on_unimplemented(
    message = "a batch of `{Self}` does not hold `{I}`",
    label = "expected `f32` (of `Cpu<f64>`: `f64`) for a shape, `u32` for class labels and indices",
    note = "convert them first: `items.into_iter().map(|x| x as u32).collect()`"
)]
pub trait Holds<I, T: Element>: Sample {
    /// The same items.
    #[doc(hidden)]
    fn items(items: Vec<I>) -> Vec<Self::Item<T>>;
}

#[diagnostic::do_not_recommend]
impl<S: Shape, T: Element> Holds<T, T> for S {
    fn items(items: Vec<T>) -> Vec<T> {
        items
    }
}

/// A sample of integers.
#[doc(hidden)]
pub trait Integers: Sample {
    /// The same items.
    fn integers<T: Element>(items: Vec<u32>) -> Vec<Self::Item<T>>;
}

impl<const N: usize> Integers for ClassIndex<N> {
    fn integers<T: Element>(items: Vec<u32>) -> Vec<u32> {
        items
    }
}

impl<const N: usize, const LIMIT: usize> Integers for Indices<N, LIMIT> {
    fn integers<T: Element>(items: Vec<u32>) -> Vec<u32> {
        items
    }
}

// Of all samples of integers, not of each type: of a type rustc would show what else it holds.
#[diagnostic::do_not_recommend]
impl<S: Integers, T: Element> Holds<u32, T> for S {
    fn items(items: Vec<u32>) -> Vec<S::Item<T>> {
        S::integers::<T>(items)
    }
}

/// Samples of one shape, one after another: `Batch<Image<3, 56, 56>>`, `Batch<ClassIndex<10>>`.
///
/// ```
/// use nncore::prelude::*;
///
/// let mut batch = Batch::<Vector<3>>::zeros(2);
/// batch.sample_mut(1).copy_from_slice(&[1.0, 2.0, 3.0]);
/// assert_eq!(batch.items(), [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]);
/// assert_eq!(batch, Batch::from_vec(vec![0.0, 0.0, 0.0, 1.0, 2.0, 3.0])?);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Batch<S: Sample, T: Element = f32> {
    items: Vec<S::Item<T>>,
    /// Bytes that there was no memory for; 0 where all is there.
    lacking: usize,
}

// Not derived: that would ask for shapes that can be compared, and shapes are types only.
impl<S: Sample, T: Element> PartialEq for Batch<S, T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items && self.lacking == other.lacking
    }
}

impl<S: Sample, T: Element> Batch<S, T> {
    /// `len` samples of zeros.
    ///
    /// Where there is no memory for them the batch has no samples, and whoever is given it returns the
    /// [`Error::OutOfMemory`] that [`try_zeros`](Self::try_zeros) returns at once:
    ///
    /// ```
    /// # use nncore::prelude::*;
    /// # network! { struct Net; input: [2]; fc: Linear(2 -> 1); }
    /// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
    /// let batch = Batch::zeros(usize::MAX / 2);
    /// let error = Predictor::new(&model, Capacity(1))?.run(&batch).unwrap_err();
    /// assert!(matches!(error, nncore::Error::OutOfMemory { .. }));
    /// # Ok::<(), nncore::Error>(())
    /// ```
    #[must_use]
    pub fn zeros(len: usize) -> Self {
        let mut batch = Self::EMPTY;
        batch.resize(len);
        batch
    }

    /// `len` samples of zeros.
    ///
    /// # Errors
    /// When there is not enough memory.
    pub fn try_zeros(len: usize) -> Result<Self, Error> {
        let mut batch = Self::EMPTY;
        batch.try_resize(len)?;
        Ok(batch)
    }

    const EMPTY: Self = Self { items: Vec::new(), lacking: 0 };

    /// The samples that `items` holds one after another: numbers of the device for a shape, `u32` for classes and indices.
    ///
    /// Code that is generic over the sample asks for what a batch of it holds:
    ///
    /// ```
    /// use nncore::batch::Holds;
    /// use nncore::prelude::*;
    ///
    /// fn one<S: Holds<I, f32>, I: Clone>(item: I) -> Result<Batch<S>, nncore::Error> {
    ///     Batch::from_vec(vec![item; S::ITEMS])
    /// }
    ///
    /// assert_eq!(one::<ClassIndex<10>, _>(3)?.items(), [3]);
    /// assert_eq!(one::<Vector<2>, _>(0.5)?.items(), [0.5, 0.5]);
    /// # Ok::<(), nncore::Error>(())
    /// ```
    ///
    /// # Errors
    /// When these are not whole samples.
    // In a line: an error shows it.
    #[rustfmt::skip]
    pub fn from_vec<I>(items: Vec<I>) -> Result<Self, Error> where S: Holds<I, T> {
        let items = S::items(items);
        if S::ITEMS == 0 || items.len() % S::ITEMS != 0 {
            return Err(Error::Elements { sample: S::ITEMS, found: items.len() });
        }
        Ok(Self { items, lacking: 0 })
    }

    /// The number of samples, if there was memory for them.
    pub(crate) fn checked_len(&self) -> Result<usize, Error> {
        match self.lacking {
            0 => Ok(self.len()),
            bytes => Err(Error::OutOfMemory { bytes }),
        }
    }

    /// The number of samples.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len().checked_div(S::ITEMS).unwrap_or(0)
    }

    /// Whether there is no sample.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Changes the number of samples; new ones are zeros. Room that is there is used again. Where there is no memory for
    /// them the batch is as [`zeros`](Self::zeros) makes it then.
    pub fn resize(&mut self, len: usize) {
        if let Err(Error::OutOfMemory { bytes }) = self.try_resize(len) {
            *self = Self { items: Vec::new(), lacking: bytes };
        }
    }

    /// [`resize`](Self::resize) that says whether it was done.
    ///
    /// # Errors
    /// When there is not enough memory; the batch is then as it was.
    pub fn try_resize(&mut self, len: usize) -> Result<(), Error> {
        let items = len.saturating_mul(S::ITEMS);
        room::resize(&mut self.items, items, S::Item::<T>::default())?;
        self.lacking = 0;
        Ok(())
    }

    /// All elements.
    #[must_use]
    pub fn items(&self) -> &[S::Item<T>] {
        &self.items
    }

    /// All elements.
    #[must_use]
    pub fn items_mut(&mut self) -> &mut [S::Item<T>] {
        &mut self.items
    }

    /// Sample `i`.
    ///
    /// # Panics
    /// When there is no such sample.
    #[must_use]
    pub fn sample(&self, i: usize) -> &[S::Item<T>] {
        &self.items[i * S::ITEMS..(i + 1) * S::ITEMS]
    }

    /// Sample `i`.
    ///
    /// # Panics
    /// When there is no such sample.
    #[must_use]
    pub fn sample_mut(&mut self, i: usize) -> &mut [S::Item<T>] {
        &mut self.items[i * S::ITEMS..(i + 1) * S::ITEMS]
    }

    /// The samples.
    pub fn samples(&self) -> impl Iterator<Item = &[S::Item<T>]> {
        self.items.chunks_exact(S::ITEMS.max(1))
    }
}

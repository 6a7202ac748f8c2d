//! Batches on the host, typed by the shape of a sample.

use alloc::vec;
use alloc::vec::Vec;

use crate::shape::{ClassIndex, Indices, Sample, Shape};
use crate::{Element, Error};

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

#[diagnostic::do_not_recommend]
impl<const N: usize, T: Element> Holds<u32, T> for ClassIndex<N> {
    fn items(items: Vec<u32>) -> Vec<u32> {
        items
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize, const LIMIT: usize, T: Element> Holds<u32, T> for Indices<N, LIMIT> {
    fn items(items: Vec<u32>) -> Vec<u32> {
        items
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
/// assert_eq!(batch, Batch::new(vec![0.0, 0.0, 0.0, 1.0, 2.0, 3.0])?);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Batch<S: Sample, T: Element = f32> {
    items: Vec<S::Item<T>>,
}

// Not derived: that would ask for shapes that can be compared, and shapes are types only.
impl<S: Sample, T: Element> PartialEq for Batch<S, T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<S: Sample, T: Element> Batch<S, T> {
    /// `len` samples of zeros.
    #[must_use]
    pub fn zeros(len: usize) -> Self {
        Self { items: vec![S::Item::<T>::default(); len * S::ITEMS] }
    }

    /// The samples that `items` holds one after another.
    ///
    /// # Errors
    /// When these are not whole samples.
    // In a line: an error shows it.
    #[rustfmt::skip]
    pub fn new<I>(items: Vec<I>) -> Result<Self, Error> where S: Holds<I, T> {
        Self::of_items(S::items(items))
    }

    /// [`new`](Self::new) for code that is generic over what a batch holds.
    ///
    /// # Errors
    /// When these are not whole samples.
    pub fn of_items(items: Vec<S::Item<T>>) -> Result<Self, Error> {
        if S::ITEMS == 0 || items.len() % S::ITEMS != 0 {
            return Err(Error::Elements { sample: S::ITEMS, found: items.len() });
        }
        Ok(Self { items })
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

    /// Changes the number of samples; new ones are zeros. Room that is there is used again.
    pub fn resize(&mut self, len: usize) {
        self.items.resize(len * S::ITEMS, S::Item::<T>::default());
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

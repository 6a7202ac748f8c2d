//! Batches on the host, typed by the shape of a sample.

use alloc::vec;
use alloc::vec::Vec;

use crate::shape::Sample;
use crate::{Element, Error};

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
    /// When these are no whole samples.
    pub fn new(items: Vec<S::Item<T>>) -> Result<Self, Error> {
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

//! Batches on the host, typed by the shape of a sample.

use alloc::vec;
use alloc::vec::Vec;

use crate::shape::{ClassIndex, Indices, Sample, Shape};
use crate::{Element, Error};

/// What the items of a batch of `S` can be: the numbers of the device for a shape, `u32` for classes and indices.
#[diagnostic::on_unimplemented(
    message = "a batch does not hold `{Self}`",
    label = "expected `f32` (of `Cpu<f64>`: `f64`) for a shape, `u32` for class labels and indices",
    note = "convert them first: `items.into_iter().map(|x| x as u32).collect()`"
)]
pub trait Item<S: Sample, T: Element>: Sized {
    /// The same items.
    #[doc(hidden)]
    fn items(items: Vec<Self>) -> Vec<S::Item<T>>;
}

// Not of every `Element`: what is none would then be taken for one, rather than be no item.
macro_rules! items {
    ($($t:ty)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<S: Shape> Item<S, $t> for $t {
            fn items(items: Vec<$t>) -> Vec<$t> {
                items
            }
        }
    )*};
}

items!(f32 f64);

#[diagnostic::do_not_recommend]
impl<const N: usize, T: Element> Item<ClassIndex<N>, T> for u32 {
    fn items(items: Vec<u32>) -> Vec<u32> {
        items
    }
}

#[diagnostic::do_not_recommend]
impl<const N: usize, const LIMIT: usize, T: Element> Item<Indices<N, LIMIT>, T> for u32 {
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
    pub fn new<I: Item<S, T>>(items: Vec<I>) -> Result<Self, Error> {
        Self::of_items(I::items(items))
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

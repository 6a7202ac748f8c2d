//! Shapes at the border of a network, as types: readable in errors and hovers.

use crate::device::{Device, Workspace};
use crate::{Element, Error};

/// The shape of one sample of real numbers.
pub trait Shape: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// The sizes, outermost first.
    const DIMS: &'static [usize];
    /// The number of elements.
    const LEN: usize;
}

/// What one sample of a batch holds: real numbers in a [`Shape`], or a class index.
pub trait Sample: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// The type of one element.
    type Item<T: Element>: Copy + Default + core::fmt::Debug + PartialEq + Send + Sync + 'static;
    /// The number of items.
    const ITEMS: usize;

    /// Copies targets to where a loss reads them.
    #[doc(hidden)]
    fn upload<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        items: &[Self::Item<D::Element>],
    ) -> Result<(), Error>;
}

impl<S: Shape> Sample for S {
    type Item<T: Element> = T;
    const ITEMS: usize = S::LEN;

    fn upload<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        items: &[D::Element],
    ) -> Result<(), Error> {
        device.upload(&mut workspace.target, items)
    }
}

/// A vector of `N` features.
#[derive(Clone, Copy, Debug)]
pub struct Vector<const N: usize>;

/// A matrix of `R` rows and `C` columns, row-major.
#[derive(Clone, Copy, Debug)]
pub struct Matrix<const R: usize, const C: usize>;

/// An image of `C` channels, `H` rows and `W` columns: CHW, row-major.
#[derive(Clone, Copy, Debug)]
pub struct Image<const C: usize, const H: usize, const W: usize>;

/// The index of one of `N` classes.
#[derive(Clone, Copy, Debug)]
pub struct ClassIndex<const N: usize>;

impl<const N: usize> Shape for Vector<N> {
    const DIMS: &'static [usize] = &[N];
    const LEN: usize = N;
}

impl<const R: usize, const C: usize> Shape for Matrix<R, C> {
    const DIMS: &'static [usize] = &[R, C];
    const LEN: usize = R * C;
}

impl<const C: usize, const H: usize, const W: usize> Shape for Image<C, H, W> {
    const DIMS: &'static [usize] = &[C, H, W];
    const LEN: usize = C * H * W;
}

impl<const N: usize> Sample for ClassIndex<N> {
    type Item<T: Element> = u32;
    const ITEMS: usize = 1;

    fn upload<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        items: &[u32],
    ) -> Result<(), Error> {
        device.upload(&mut workspace.labels, items)
    }
}

//! Shapes at the border of a network, as types: readable in errors and hovers.

mod inputs;
mod outputs;
mod ports;

use crate::Element;
#[cfg(feature = "alloc")]
use crate::Error;
use crate::device::TargetKind;
#[cfg(feature = "alloc")]
use crate::device::{Device, Workspace};
use crate::network::Network;

#[cfg(feature = "alloc")]
pub use inputs::OneInput;
pub use inputs::{Inputs, Offsets};
#[cfg(feature = "alloc")]
pub use outputs::OneOutput;
pub use outputs::Outputs;
// Not public: so no other crate can implement a trait whose methods take it, and lie to a device that follows it.
pub(crate) use ports::{Ports, Targets};

/// The shape of one sample of real numbers.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a shape",
    note = "shapes are `Vector`, `Matrix` and `Image`",
    note = "a function that is generic over networks of one input and one output asks for `Network<Input: OneInput, Output: OneOutput>`"
)]
pub trait Shape: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// The sizes, outermost first.
    const DIMS: &'static [usize];
    /// The number of elements.
    const LEN: usize;
    /// What labels of it are, where it is a vector of logits; else [`NoClass`], which no loss takes.
    #[doc(hidden)]
    type Class: Sample;
}

/// The labels of what is not a vector of logits: a loss that compares with them is refused.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct NoClass;

/// What a loss can compare an output with: every [`Sample`] but [`NoClass`].
#[doc(hidden)]
pub trait Comparable: Sample {}

#[diagnostic::do_not_recommend]
impl<S: Shape> Comparable for S {}
impl<const N: usize> Comparable for ClassIndex<N> {}
impl<const N: usize, const LIMIT: usize> Comparable for Indices<N, LIMIT> {}

/// What one sample of a batch holds: real numbers in a [`Shape`], a class index, or [`Indices`].
pub trait Sample: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// The type of one element.
    type Item<T: Element>: Copy + Default + core::fmt::Debug + PartialEq + Send + Sync + 'static;
    /// The number of items.
    const ITEMS: usize;

    /// What losses compare with it.
    #[doc(hidden)]
    const TARGET: TargetKind;

    /// Tells where the targets of output `i` lie.
    #[doc(hidden)]
    fn bind_targets(items: &[Self::Item<f32>], i: usize, ports: &mut Ports);

    /// Copies targets to where a loss reads them.
    #[cfg(feature = "alloc")]
    #[doc(hidden)]
    fn upload_targets<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        at: Offsets,
        items: &[Self::Item<D::Element>],
    ) -> Result<(), Error>;
}

impl<S: Shape> Sample for S {
    type Item<T: Element> = T;
    const ITEMS: usize = S::LEN;
    const TARGET: TargetKind = TargetKind::Values;

    #[inline(always)]
    fn bind_targets(items: &[f32], i: usize, ports: &mut Ports) {
        ports.targets.values[i] = items.as_ptr();
    }

    #[cfg(feature = "alloc")]
    fn upload_targets<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        at: Offsets,
        items: &[D::Element],
    ) -> Result<(), Error> {
        device.upload_at(&mut workspace.target, at.reals * workspace.capacity, items)
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

/// `N` integers from 0 to below `LIMIT`: the tokens of a text, say. An input, not an output.
///
/// ```
/// use nncore::prelude::*;
///
/// let texts: Batch<Indices<3, 256>> = Batch::from_vec(vec![7, 0, 255, 1, 2, 3])?;
/// assert_eq!(texts.len(), 2);
/// assert_eq!(texts.sample(1), [1, 2, 3]);
/// # Ok::<(), nncore::Error>(())
/// ```
///
/// # Errors
///
/// A step that is given another integer refuses it as [`Error::Index`], before anything is computed.
#[derive(Clone, Copy, Debug)]
pub struct Indices<const N: usize, const LIMIT: usize>;

impl<const N: usize> Shape for Vector<N> {
    const DIMS: &'static [usize] = &[N];
    const LEN: usize = N;
    type Class = ClassIndex<N>;
}

impl<const R: usize, const C: usize> Shape for Matrix<R, C> {
    const DIMS: &'static [usize] = &[R, C];
    const LEN: usize = R * C;
    type Class = NoClass;
}

impl<const C: usize, const H: usize, const W: usize> Shape for Image<C, H, W> {
    const DIMS: &'static [usize] = &[C, H, W];
    const LEN: usize = C * H * W;
    type Class = NoClass;
}

impl<const N: usize> Sample for ClassIndex<N> {
    type Item<T: Element> = u32;
    const ITEMS: usize = 1;
    const TARGET: TargetKind = TargetKind::Labels;

    #[inline(always)]
    fn bind_targets(items: &[u32], i: usize, ports: &mut Ports) {
        ports.targets.labels[i] = items.as_ptr();
    }

    #[cfg(feature = "alloc")]
    fn upload_targets<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        at: Offsets,
        items: &[u32],
    ) -> Result<(), Error> {
        device.upload_at(&mut workspace.labels, at.integers * workspace.capacity, items)
    }
}

impl<const N: usize, const LIMIT: usize> Sample for Indices<N, LIMIT> {
    type Item<T: Element> = u32;
    const ITEMS: usize = N;
    const TARGET: TargetKind = TargetKind::Labels;

    #[inline(always)]
    fn bind_targets(items: &[u32], i: usize, ports: &mut Ports) {
        ports.targets.labels[i] = items.as_ptr();
    }

    #[cfg(feature = "alloc")]
    fn upload_targets<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        at: Offsets,
        items: &[u32],
    ) -> Result<(), Error> {
        device.upload_at(&mut workspace.labels, at.integers * workspace.capacity, items)
    }
}

impl Sample for NoClass {
    type Item<T: Element> = u32;
    const ITEMS: usize = 0;
    // Nothing is bound below, so nothing may be read: a loss that compares with it does not compile.
    const TARGET: TargetKind = panic!("the output has no class: it is not a vector");

    fn bind_targets(_: &[u32], _: usize, _: &mut Ports) {}

    #[cfg(feature = "alloc")]
    fn upload_targets<D: Device>(
        _: &D,
        _: &mut Workspace<D>,
        _: Offsets,
        _: &[u32],
    ) -> Result<(), Error> {
        Ok(())
    }
}

#[cfg(all(test, feature = "std"))]
mod tests;

/// A rank as a type: [`OfRank`] makes it a shape.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Rank<const R: usize>;

/// The shape of a rank with these sizes, of which those after the last do not count.
#[doc(hidden)]
pub trait OfRank<const A: usize, const B: usize, const C: usize> {
    /// The shape.
    type Shape: Shape;
    /// A tensor of that shape: nested arrays.
    type Array<T: Element>: Copy + core::fmt::Debug;
}

// Of a network with a mistake, which is reported elsewhere.
impl<const A: usize, const B: usize, const C: usize> OfRank<A, B, C> for Rank<0> {
    type Shape = Vector<0>;
    type Array<T: Element> = [T; 0];
}
impl<const A: usize, const B: usize, const C: usize> OfRank<A, B, C> for Rank<1> {
    type Shape = Vector<A>;
    type Array<T: Element> = [T; A];
}
impl<const A: usize, const B: usize, const C: usize> OfRank<A, B, C> for Rank<2> {
    type Shape = Matrix<A, B>;
    type Array<T: Element> = [[T; B]; A];
}
impl<const A: usize, const B: usize, const C: usize> OfRank<A, B, C> for Rank<3> {
    type Shape = Image<A, B, C>;
    type Array<T: Element> = [[[T; C]; B]; A];
}

/// The input of a network that is generic over sizes.
pub struct InputOf<N>(core::marker::PhantomData<fn() -> N>);

/// The output of a network that is generic over sizes.
pub struct OutputOf<N>(core::marker::PhantomData<fn() -> N>);

macro_rules! shapes_of {
    ($($name:ident: $shapes:ident, $what:literal;)*) => {$(
        // Not derived: that would ask the same of the network.
        impl<N> Clone for $name<N> {
            fn clone(&self) -> Self {
                *self
            }
        }
        impl<N> Copy for $name<N> {}
        impl<N: Network> core::fmt::Debug for $name<N> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                write!(f, "the {} of {}, {:?}", $what, N::NAME, Self::DIMS)
            }
        }
        impl<N: Network> Shape for $name<N> {
            const DIMS: &'static [usize] = N::$shapes[0].dims();
            const LEN: usize = nnplan::or_zero(N::$shapes[0].len());
            type Class = NoClass;
        }
    )*};
}

shapes_of! {
    InputOf: INPUT_SHAPES, "input";
    OutputOf: OUTPUT_SHAPES, "output";
}

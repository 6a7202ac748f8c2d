//! What a network reads: a batch, or several batches of equally many samples.

use super::Ports;
use super::{Indices, Shape};
use crate::Error;
#[cfg(feature = "alloc")]
use crate::device::{Device, Workspace};
#[cfg(feature = "alloc")]
use crate::{Batch, Element};

/// The inputs of a network: one, or a tuple of two to six.
///
/// One input is a [`Shape`] or [`Indices`]; a step then takes a `&Batch` of it. With several inputs it takes a tuple
/// of references, in the order in which the network declares them:
///
/// | `Input` of the network | what a step takes |
/// |---|---|
/// | `Image<3, 8, 8>` | `&Batch<Image<3, 8, 8>>` |
/// | `(Image<3, 8, 8>, Vector<4>)` | `(&Batch<Image<3, 8, 8>>, &Batch<Vector<4>>)` |
///
/// # Errors
///
/// [`Error::Inputs`] when the batches are not equally many, [`Error::Index`] when an index is out of range. Both are
/// found before anything is computed.
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
/// use nncore::shape::Inputs;
///
/// type Both = (Image<3, 8, 8>, Indices<5, 100>);
///
/// fn samples<I: Inputs>(batches: I::Batches<'_, f32>) -> Result<usize, nncore::Error> {
///     I::samples(batches)
/// }
///
/// assert_eq!((Both::LEN, Both::INTEGERS), (3 * 8 * 8, 5));
/// let images = Batch::zeros(2);
/// assert_eq!(samples::<Both>((&images, &Batch::zeros(2)))?, 2);
/// assert!(samples::<Both>((&images, &Batch::zeros(3))).is_err());
/// # Ok::<(), nncore::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an input of a network",
    note = "inputs are `Vector`, `Matrix`, `Image`, `Indices`, and tuples of 2 to 6 of them"
)]
pub trait Inputs: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// What a step takes: a `&Batch`, or a tuple of them.
    #[cfg(feature = "alloc")]
    type Batches<'a, T: Element>: Copy;
    /// What [`tiny`](crate::tiny) takes: a slice, sample after sample, or a tuple of them.
    type Slices<'a>: Copy;
    /// Real numbers of a sample, of all inputs.
    const LEN: usize;
    /// Integers of a sample, of all inputs.
    const INTEGERS: usize;
    /// The numbers, or integers, of a sample of each.
    #[doc(hidden)]
    const EACH: &'static [usize];

    /// Tells where the inputs from number `first` on lie; the number of samples of each.
    ///
    /// # Errors
    /// When they are no whole samples, not equally many, or an index is out of range.
    #[doc(hidden)]
    fn bind(slices: Self::Slices<'_>, first: usize, ports: &mut Ports) -> Result<usize, Error>;

    /// The samples of each batch.
    ///
    /// # Errors
    /// When the batches are not equally many.
    #[cfg(feature = "alloc")]
    #[doc(hidden)]
    fn samples<T: Element>(batches: Self::Batches<'_, T>) -> Result<usize, Error>;

    /// Copies batches to where the network reads them.
    ///
    /// # Errors
    /// When the copy fails, or an index is out of range.
    #[cfg(feature = "alloc")]
    #[doc(hidden)]
    fn upload<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        at: Offsets,
        batches: Self::Batches<'_, D::Element>,
    ) -> Result<(), Error>;
}

/// Where a batch begins, in numbers a sample: after those that lie before it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Offsets {
    /// Among the real numbers.
    pub reals: usize,
    /// Among the integers.
    pub integers: usize,
}

impl Offsets {
    /// Room for so many numbers; what is taken next lies after them.
    #[must_use]
    pub const fn take(&mut self, reals: usize, integers: usize) -> Self {
        let taken = *self;
        *self = Self { reals: self.reals + reals, integers: self.integers + integers };
        taken
    }
}

impl<S: Shape> Inputs for S {
    #[cfg(feature = "alloc")]
    type Batches<'a, T: Element> = &'a Batch<S, T>;
    type Slices<'a> = &'a [f32];
    const LEN: usize = <S as Shape>::LEN;
    const INTEGERS: usize = 0;
    const EACH: &'static [usize] = &[<S as Shape>::LEN];

    #[inline(always)]
    fn bind(items: &[f32], first: usize, ports: &mut Ports) -> Result<usize, Error> {
        ports.inputs[first] = items.as_ptr();
        whole(items.len(), <S as Shape>::LEN)
    }

    #[cfg(feature = "alloc")]
    fn samples<T: Element>(batch: &Batch<S, T>) -> Result<usize, Error> {
        batch.checked_len()
    }

    #[cfg(feature = "alloc")]
    fn upload<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        at: Offsets,
        batch: &Batch<S, D::Element>,
    ) -> Result<(), Error> {
        device.upload_at(&mut workspace.input, at.reals * workspace.capacity, batch.items())
    }
}

impl<const N: usize, const LIMIT: usize> Inputs for Indices<N, LIMIT> {
    #[cfg(feature = "alloc")]
    type Batches<'a, T: Element> = &'a Batch<Self, T>;
    type Slices<'a> = &'a [u32];
    const LEN: usize = 0;
    const INTEGERS: usize = N;
    const EACH: &'static [usize] = &[N];

    #[inline(always)]
    fn bind(items: &[u32], first: usize, ports: &mut Ports) -> Result<usize, Error> {
        ports.integers[first] = items.as_ptr();
        let samples = whole(items.len(), N)?;
        in_range(items, N, LIMIT)?;
        Ok(samples)
    }

    #[cfg(feature = "alloc")]
    fn samples<T: Element>(batch: &Batch<Self, T>) -> Result<usize, Error> {
        batch.checked_len()
    }

    #[cfg(feature = "alloc")]
    fn upload<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        at: Offsets,
        batch: &Batch<Self, D::Element>,
    ) -> Result<(), Error> {
        let items = batch.items();
        in_range(items, N, LIMIT)?;
        device.upload_at(&mut workspace.integers, at.integers * workspace.capacity, items)
    }
}

macro_rules! tuples {
    ($($S:ident $batch:ident $i:literal),+) => {
        impl<$($S: Inputs),+> Inputs for ($($S,)+) {
            #[cfg(feature = "alloc")]
            type Batches<'a, T: Element> = ($($S::Batches<'a, T>,)+);
            type Slices<'a> = ($($S::Slices<'a>,)+);
            const LEN: usize = 0 $(+ $S::LEN)+;
            const INTEGERS: usize = 0 $(+ $S::INTEGERS)+;
            const EACH: &'static [usize] = &[$($S::LEN + $S::INTEGERS),+];

            #[inline(always)]
            fn bind(
                ($($batch,)+): Self::Slices<'_>,
                first: usize,
                ports: &mut Ports,
            ) -> Result<usize, Error> {
                equal([$($S::bind($batch, first + $i, ports)?),+])
            }

            #[cfg(feature = "alloc")]
            fn samples<T: Element>(($($batch,)+): Self::Batches<'_, T>) -> Result<usize, Error> {
                equal([$($S::samples::<T>($batch)?),+])
            }

            #[cfg(feature = "alloc")]
            fn upload<D: Device>(
                device: &D,
                workspace: &mut Workspace<D>,
                at: Offsets,
                ($($batch,)+): Self::Batches<'_, D::Element>,
            ) -> Result<(), Error> {
                let mut room = at;
                $($S::upload(device, workspace, room.take($S::LEN, $S::INTEGERS), $batch)?;)+
                Ok(())
            }
        }
    };
}

tuples!(A a 0, B b 1);
tuples!(A a 0, B b 1, C c 2);
tuples!(A a 0, B b 1, C c 2, E e 3);
tuples!(A a 0, B b 1, C c 2, E e 3, F f 4);
tuples!(A a 0, B b 1, C c 2, E e 3, F f 4, G g 5);

/// The samples of `found` items.
#[inline(always)]
fn whole(found: usize, sample: usize) -> Result<usize, Error> {
    if sample == 0 || !found.is_multiple_of(sample) {
        return Err(Error::Elements { sample, found });
    }
    Ok(found / sample)
}

/// Finds an index that is out of range.
fn in_range(items: &[u32], each: usize, limit: usize) -> Result<(), Error> {
    match items.iter().enumerate().find(|(_, value)| **value as usize >= limit) {
        Some((i, value)) => {
            let (sample, position) = (i / each.max(1), i % each.max(1));
            Err(Error::Index { sample, position, value: *value, limit })
        }
        None => Ok(()),
    }
}

/// The samples of each of several inputs, given those of all.
fn equal<const N: usize>(samples: [usize; N]) -> Result<usize, Error> {
    let expected = samples[0];
    match samples.iter().enumerate().find(|(_, n)| **n != expected) {
        Some((input, found)) => Err(Error::Inputs { expected, input, found: *found }),
        None => Ok(expected),
    }
}

#[cfg(feature = "alloc")]
/// The [`Shape`] of the input of a network that has one, whichever it is: for functions that are generic over such
/// networks.
///
/// Without it a function does not know that a step takes a `&Batch`. One that names the type of the input
/// (`N: Network<Input = Image<3, 8, 8>>`) knows.
///
/// ```
/// use nncore::prelude::*;
///
/// fn run<N>(model: &Model<N, Cpu>, inputs: &Batch<N::Input>) -> Result<Batch<N::Output>, nncore::Error>
/// where
///     N: Network<Input: OneInput, Output: OneOutput>,
/// {
///     Predictor::new(model, Capacity(inputs.len()))?.run(inputs)
/// }
///
/// network! {
///     struct Net;
///     input: [4];
///     act: Relu;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let outputs = run(&model, &Batch::from_vec(vec![1.0, -1.0, 2.0, -2.0])?)?;
/// assert_eq!(outputs.items(), [1.0, 0.0, 2.0, 0.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
pub trait OneInput<T: Element = f32>:
    Shape + for<'a> Inputs<Batches<'a, T> = &'a Batch<Self, T>>
{
}

#[cfg(feature = "alloc")]
impl<T: Element, S> OneInput<T> for S where
    S: Shape + for<'a> Inputs<Batches<'a, T> = &'a Batch<S, T>>
{
}

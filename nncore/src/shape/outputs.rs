//! What a network gives: a batch, or several batches of equally many samples.

use super::Shape;
#[cfg(feature = "alloc")]
use crate::{Batch, Element, Error};

/// The outputs of a network: one [`Shape`], or a tuple of two to six.
///
/// [`Predictor::run`](crate::Predictor::run) gives a `Batch` of the shape, or a tuple of them, in the order in which the
/// network declares its outputs:
///
/// | `Output` of the network | what a run gives |
/// |---|---|
/// | `Vector<10>` | `Batch<Vector<10>>` |
/// | `(Vector<10>, Image<1, 8, 8>)` | `(Batch<Vector<10>>, Batch<Image<1, 8, 8>>)` |
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
/// use nncore::shape::Outputs;
///
/// type Both = (Vector<10>, Image<1, 8, 8>);
///
/// assert_eq!(Both::COUNT, 2);
/// assert_eq!(Both::LENS, [10, 64]);
/// let (classes, picture): <Both as Outputs>::Batches<f32> = Both::zeros(3)?;
/// assert_eq!((classes.items().len(), picture.items().len()), (30, 192));
/// # Ok::<(), nncore::Error>(())
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an output of a network",
    note = "outputs are `Vector`, `Matrix`, `Image`, and tuples of 2 to 6 of them"
)]
pub trait Outputs: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// What a run gives: a `Batch`, or a tuple of them.
    #[cfg(feature = "alloc")]
    type Batches<T: Element>: Clone + core::fmt::Debug + PartialEq + Send + Sync + 'static;
    /// What [`tiny`](crate::tiny) gives: a slice, sample after sample, or a tuple of them.
    type Slices<'a>: Copy;
    /// What labels of it are: see [`Shape`].
    #[doc(hidden)]
    type Class: super::Sample;
    /// The number of outputs.
    const COUNT: usize;
    /// The elements of a sample of each.
    const LENS: &'static [usize];

    /// Each output by its number.
    #[doc(hidden)]
    fn slices<'a>(of: impl Fn(usize) -> &'a [f32]) -> Self::Slices<'a>;

    /// Batches of `len` samples of zeros.
    ///
    /// # Errors
    /// When there is not enough memory.
    #[cfg(feature = "alloc")]
    #[doc(hidden)]
    fn zeros<T: Element>(len: usize) -> Result<Self::Batches<T>, Error>;

    /// Changes the number of samples of each batch; new ones are zeros.
    ///
    /// # Errors
    /// When there is not enough memory.
    #[cfg(feature = "alloc")]
    #[doc(hidden)]
    fn resize<T: Element>(batches: &mut Self::Batches<T>, len: usize) -> Result<(), Error>;

    /// Fills the elements of each batch by its number.
    ///
    /// # Errors
    /// The first error of `read`.
    #[cfg(feature = "alloc")]
    #[doc(hidden)]
    fn fill<T: Element>(
        batches: &mut Self::Batches<T>,
        read: impl FnMut(usize, &mut [T]) -> Result<(), Error>,
    ) -> Result<(), Error>;
}

impl<S: Shape> Outputs for S {
    #[cfg(feature = "alloc")]
    type Batches<T: Element> = Batch<S, T>;
    type Slices<'a> = &'a [f32];
    type Class = <S as Shape>::Class;
    const COUNT: usize = 1;
    const LENS: &'static [usize] = &[S::LEN];

    #[inline(always)]
    fn slices<'a>(of: impl Fn(usize) -> &'a [f32]) -> &'a [f32] {
        of(0)
    }

    #[cfg(feature = "alloc")]
    fn zeros<T: Element>(len: usize) -> Result<Batch<S, T>, Error> {
        Batch::try_zeros(len)
    }

    #[cfg(feature = "alloc")]
    fn resize<T: Element>(batch: &mut Batch<S, T>, len: usize) -> Result<(), Error> {
        batch.try_resize(len)
    }

    #[cfg(feature = "alloc")]
    fn fill<T: Element>(
        batch: &mut Batch<S, T>,
        mut read: impl FnMut(usize, &mut [T]) -> Result<(), Error>,
    ) -> Result<(), Error> {
        read(0, batch.items_mut())
    }
}

macro_rules! tuples {
    ($($S:ident $i:tt),+) => {
        impl<$($S: Shape),+> Outputs for ($($S,)+) {
            #[cfg(feature = "alloc")]
            type Batches<T: Element> = ($(Batch<$S, T>,)+);
            type Slices<'a> = ($(<$S as Outputs>::Slices<'a>,)+);
            type Class = super::NoClass;
            const COUNT: usize = Self::LENS.len();
            const LENS: &'static [usize] = &[$($S::LEN),+];

            #[inline(always)]
            fn slices<'a>(of: impl Fn(usize) -> &'a [f32]) -> Self::Slices<'a> {
                ($(<$S as Outputs>::slices(|_| of($i)),)+)
            }

            #[cfg(feature = "alloc")]
            fn zeros<T: Element>(len: usize) -> Result<Self::Batches<T>, Error> {
                Ok(($(<Batch<$S, T>>::try_zeros(len)?,)+))
            }

            #[cfg(feature = "alloc")]
            fn resize<T: Element>(batches: &mut Self::Batches<T>, len: usize) -> Result<(), Error> {
                $(batches.$i.try_resize(len)?;)+
                Ok(())
            }

            #[cfg(feature = "alloc")]
            fn fill<T: Element>(
                batches: &mut Self::Batches<T>,
                mut read: impl FnMut(usize, &mut [T]) -> Result<(), Error>,
            ) -> Result<(), Error> {
                $(read($i, batches.$i.items_mut())?;)+
                Ok(())
            }
        }
    };
}

tuples!(A 0, B 1);
tuples!(A 0, B 1, C 2);
tuples!(A 0, B 1, C 2, D 3);
tuples!(A 0, B 1, C 2, D 3, E 4);
tuples!(A 0, B 1, C 2, D 3, E 4, F 5);

#[cfg(feature = "alloc")]
/// The output of a network that has one, whichever it is: for functions that are generic over such networks, as
/// [`OneInput`](super::OneInput).
///
/// ```
/// use nncore::prelude::*;
///
/// /// The mean of all outputs.
/// fn mean<N: Network<Output: OneOutput>>(trainer: &Trainer<'_, N, Cpu, L1, Sgd>) -> Result<f32, nncore::Error> {
///     let outputs = trainer.output()?;
///     Ok(outputs.items().iter().sum::<f32>() / outputs.items().len() as f32)
/// }
///
/// network! {
///     struct Net;
///     input: [4];
///     act: Relu;
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let mut trainer = Trainer::new(&mut model, L1::new(), Sgd::new(0.1), Capacity(1))?;
/// trainer.step(&Batch::from_vec(vec![1.0, -1.0, 3.0, -2.0])?, &Batch::zeros(1))?;
/// assert_eq!(mean(&trainer)?, 1.0);
/// # Ok::<(), nncore::Error>(())
/// ```
pub trait OneOutput<T: Element = f32>: Shape + Outputs<Batches<T> = Batch<Self, T>> {}

#[cfg(feature = "alloc")]
impl<T: Element, S> OneOutput<T> for S where S: Shape + Outputs<Batches<T> = Batch<S, T>> {}

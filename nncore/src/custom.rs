//! Operations of your own: a shape rule, a forward and a backward function, and it is a layer.
//!
//! ```
//! use nncore::custom::{At, Backward, Operation, Shaped, Sizes, check_gradient};
//! use nncore::prelude::*;
//! use nncore::Element;
//!
//! /// `x tanh(ln(1 + eˣ))` (Misra, "Mish", 2019).
//! #[derive(Clone, Copy, Debug)]
//! struct Mish;
//!
//! impl<X: Shaped> Operation<X> for Mish {
//!     const OUTPUT: Sizes = X::SHAPE; // the shape of one sample
//!
//!     fn forward<T: Element>(x: &[T], _: &[T], y: &mut [T]) {
//!         for (y, x) in y.iter_mut().zip(x) {
//!             *y = *x * (T::ONE + x.exp()).ln().tanh();
//!         }
//!     }
//!
//!     fn backward<T: Element>(g: Backward<'_, T>) {
//!         let Some(d_x) = g.d_x else { return };
//!         for ((d_x, d_y), x) in d_x.iter_mut().zip(g.d_y).zip(g.x) {
//!             let t = (T::ONE + x.exp()).ln().tanh();
//!             let sigmoid = T::ONE / (T::ONE + (-*x).exp());
//!             *d_x = *d_y * (t + *x * (T::ONE - t * t) * sigmoid);
//!         }
//!     }
//! }
//!
//! network! {
//!     struct Net;
//!     input: [4];
//!     fc1: Linear(4 -> 8);
//!     act: Custom<Mish>;
//!     fc2: Linear(8 -> 2);
//! }
//!
//! // One call compares the gradient with central differences, on a vector of 8.
//! check_gradient::<At<1, 8, 0, 0>, Mish>()?;
//!
//! let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! let mut trainer = Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), Capacity(2))?;
//! let loss = trainer.step(&Batch::from_vec(vec![0.5; 8])?, &Batch::from_vec(vec![1.0; 4])?)?;
//! assert!(loss.is_finite());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! `network!` knows the word `Custom`: it fills in the shape of the value that the layer is applied to. An operation may
//! live in any crate. It runs on the CPU, sample by sample, side by side on all threads.

mod layout;

use core::marker::PhantomData;

pub use nnplan::{Shape as Sizes, Text};

use crate::device::{Execute, Memory, Ops, Pass, Region, Segment, Values};
use crate::network::{Network, NoParameters, Other};
use crate::shape::{OfRank, Rank};
pub use crate::tensor::{Role, TensorInfo};
use crate::{Element, shape};

/// The shape of a value, as a type.
pub trait Shaped: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// Its sizes.
    const SHAPE: Sizes;
    /// The same as the type of a sample.
    #[doc(hidden)]
    type Sample: shape::Shape;
}

/// A shape of rank `R` with sizes `A`, `B` and `C`, of which those after the last do not count.
#[derive(Clone, Copy, Debug)]
pub struct At<const R: usize, const A: usize, const B: usize, const C: usize>;

impl<const R: usize, const A: usize, const B: usize, const C: usize> Shaped for At<R, A, B, C>
where
    Rank<R>: OfRank<A, B, C>,
{
    const SHAPE: Sizes = match R {
        1 => Sizes::new(&[A]),
        2 => Sizes::new(&[A, B]),
        3 => Sizes::new(&[A, B, C]),
        _ => Sizes::UNKNOWN,
    };
    type Sample = <Rank<R> as OfRank<A, B, C>>::Shape;
}

/// An operation on values of the shape `X`.
///
/// Implement it for all shapes (`impl<X: Shaped> Operation<X> for …`), or for those that it takes.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation on values of this shape",
    label = "expected `impl<X: Shaped> Operation<X> for {Self}`: see `nncore::custom`"
)]
pub trait Operation<X: Shaped>: Copy + core::fmt::Debug + Send + Sync + 'static {
    /// The shape of its output.
    const OUTPUT: Sizes;
    /// What is wrong with the shape `X`; nothing if it fits. It is reported at the layer, and the shape below it.
    const FAULT: Text = Text::EMPTY;
    /// Its trained tensors, in the order of their offsets, each at a multiple of 16 elements and after the end of the one
    /// before. Others are refused like a [`FAULT`](Self::FAULT).
    const TENSORS: &'static [TensorInfo] = &[];
    /// Floating-point operations of one sample, for the table.
    const FLOPS: u64 = 0;

    /// One sample: `y` from `x` and the tensors, in one block as [`TENSORS`](Self::TENSORS) lays them out.
    fn forward<T: Element>(x: &[T], parameters: &[T], y: &mut [T]);

    /// The gradients of one sample.
    fn backward<T: Element>(g: Backward<'_, T>);
}

/// What the gradients of one sample are made of.
#[derive(Debug)]
pub struct Backward<'a, T> {
    /// The input.
    pub x: &'a [T],
    /// The output.
    pub y: &'a [T],
    /// The tensors.
    pub parameters: &'a [T],
    /// The gradient by the output.
    pub d_y: &'a [T],
    /// The gradient by the input, to write; `None` where nothing needs it.
    pub d_x: Option<&'a mut [T]>,
    /// The gradients of the tensors, to add to; empty where they are frozen.
    pub d_parameters: &'a mut [T],
}

/// The layer of an operation `O` on values of the shape `X`, which `network!` fills in.
pub struct Custom<O, X = ()>(PhantomData<fn() -> (O, X)>);

// Not derived: that would ask the same of the operation.
impl<O, X> Clone for Custom<O, X> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<O, X> Copy for Custom<O, X> {}
impl<O, X> core::fmt::Debug for Custom<O, X> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Custom")
    }
}

/// The layer of an operation on values of the shape `X`. Where there is none rustc knows no type: one mistake is one error.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation on values of this shape",
    label = "expected `impl<X: Shaped> Operation<X> for {Self}`: see `nncore::custom`"
)]
pub trait Operates<X: Shaped> {
    /// The layer.
    type Layer: Network;
}

#[diagnostic::do_not_recommend]
impl<X: Shaped, O: Operation<X>> Operates<X> for O {
    type Layer = Custom<O, X>;
}

/// A function that a device calls for each piece: `samples`, what is read, what is written.
#[doc(hidden)]
pub trait Kernel {
    /// Runs it.
    fn run<T: Element>(samples: usize, reads: [&[T]; 4], writes: [&mut [T]; 2]);
}

/// Sample `i` of `n`: without a panic, so that a program without one may have operations of its own.
#[inline(always)]
fn sample<T>(all: &[T], n: usize, i: usize) -> &[T] {
    let len = all.len() / n.max(1);
    all.get(i * len..(i + 1) * len).unwrap_or_default()
}

struct Forward<O, X>(PhantomData<(O, X)>);

impl<X: Shaped, O: Operation<X>> Kernel for Forward<O, X> {
    #[inline(always)] // of one sample there is nothing to divide
    fn run<T: Element>(n: usize, [x, parameters, ..]: [&[T]; 4], [y, _]: [&mut [T]; 2]) {
        let len = (y.len() / n.max(1)).max(1);
        for (i, y) in y.chunks_exact_mut(len).enumerate() {
            O::forward(sample(x, n, i), parameters, y);
        }
    }
}

struct Backwards<O, X>(PhantomData<(O, X)>);

impl<X: Shaped, O: Operation<X>> Kernel for Backwards<O, X> {
    #[inline(always)] // as above
    fn run<T: Element>(
        n: usize,
        [x, y, parameters, d_y]: [&[T]; 4],
        [d_x, d_parameters]: [&mut [T]; 2],
    ) {
        // Of an empty one, which is not wanted, there is none.
        let mut d_x = d_x.chunks_exact_mut((x.len() / n.max(1)).max(1));
        for i in 0..n {
            O::backward(Backward {
                x: sample(x, n, i),
                y: sample(y, n, i),
                parameters,
                d_y: sample(d_y, n, i),
                d_x: d_x.next(),
                d_parameters,
            });
        }
    }
}

impl<X: Shaped, O: Operation<X>> Custom<O, X> {
    const TENSORS: &'static [TensorInfo] = layout::checked(O::TENSORS);
    const LEN: usize = layout::end(Self::TENSORS);
    const NUMBERS: usize = {
        let (mut sum, mut i) = (0, 0);
        while i < Self::TENSORS.len() {
            sum += Self::TENSORS[i].shape.len();
            i += 1;
        }
        sum
    };
    const X: Region = Region::input(0, nnplan::or_zero(X::SHAPE.len()));
    const Y: Region = Region::output(0, nnplan::or_zero(O::OUTPUT.len()));
    const D_Y: Region = Region::output_gradient(0, Self::Y.len);
    const D_X: Region = Region::input_gradient(0, Self::X.len);
    const W: Region = Region::parameter(0, Self::LEN);
    const D_W: Region = Region::gradient(0, Self::LEN);
    const THERE: &'static Segment =
        &Segment { split: true, regions: &[Self::X, Self::Y], gradients: &[] };
    const BACK: &'static Segment = &Segment {
        split: true,
        regions: &[Self::X, Self::Y, Self::D_Y, Self::D_X],
        gradients: &[Self::D_W],
    };
    const BACK_FROZEN: &'static Segment = &Segment { gradients: &[], ..*Self::BACK };
    /// One call forward; one backward, which reads what came in and out.
    const VALUES: &'static Values = &Values::of(
        &[],
        &[(Self::X, 0, 2), (Self::Y, 0, 2), (Self::D_Y, 2, 2), (Self::D_X, 2, 2)],
        (1, 3),
        (&[(0, 0), (2, 2)], &[], true),
        &[],
        &[],
    );
    // A device may need the sums of one sample for a while, in a piece's own memory.
    const MEMORY: Memory = Memory {
        values: Self::VALUES,
        local: nnplan::align(Self::LEN),
        scratch: crate::device::Scratch {
            partials: nnplan::align(Self::LEN),
            ..Memory::NONE.scratch
        },
        ..Memory::NONE
    };

    fn run<D: Execute>(pass: &mut Pass<'_, D>) {
        pass.segment(Self::THERE, |o| Self::call(o));
    }

    fn call<P: Ops>(ops: &mut P) {
        let reads = [Self::X, Self::W, Region::NONE, Region::NONE];
        ops.custom::<Forward<O, X>>(reads, [Self::Y, Region::NONE]);
    }
}

#[diagnostic::do_not_recommend] // `Operates` is what `network!` asks for
// SAFETY: the tensors are in order and apart (`layout`), the input is that of `X`, which `Agrees` compares with its type; an
// operation reads and writes slices.
unsafe impl<X: Shaped, O: Operation<X>> Network for Custom<O, X> {
    type Input = X::Sample;
    type Output = shape::OutputOf<Self>;
    type Ending = Other;
    type Parameters<T: Element> = NoParameters<T>;
    const NAME: &'static str = "Custom";
    const SUMMARY: &'static str = "";
    const TENSORS: &'static [TensorInfo] = Self::TENSORS;
    const FAULT: Text = match O::FAULT.is_empty() {
        true => layout::fault(O::TENSORS).or(layout::output_fault(&X::SHAPE, &O::OUTPUT)),
        false => O::FAULT.str("\n   found: ").shape(&X::SHAPE),
    };
    const COST: nnplan::Cost =
        nnplan::Cost { parameters: Self::NUMBERS, frozen: 0, macs: 0, flops: O::FLOPS };
    const PARAMETER_LEN: usize = Self::LEN;
    const BUFFER_LEN: usize = 0;
    type Room = [usize; 0];
    const INFERENCE: Memory = Memory { values: Self::VALUES, ..Memory::NONE };
    const TRAINING: Memory = Self::MEMORY;
    const FROZEN: Memory = Self::INFERENCE;
    const INPUTS: &'static [Region] = &[Self::X];
    const INPUT_SHAPES: &'static [Sizes] = &[X::SHAPE];
    const OUTPUT_SHAPES: &'static [Sizes] = &[O::OUTPUT];

    fn infer<D: Execute, const INNER: bool>(pass: &mut Pass<'_, D>) {
        Self::run(pass);
    }

    fn piece<P: Ops, const INNER: bool>(ops: &mut P) {
        Self::call(ops);
    }

    fn forward<D: Execute, const INNER: bool>(pass: &mut Pass<'_, D>) {
        Self::run(pass);
    }

    fn backward<D: Execute, const THROUGH: bool, const INNER: bool>(pass: &mut Pass<'_, D>) {
        if THROUGH || Self::LEN > 0 {
            let d_x = if THROUGH { Self::D_X } else { Region::NONE };
            pass.segment(Self::BACK, |o| {
                let reads = [Self::X, Self::Y, Self::W, Self::D_Y];
                o.custom::<Backwards<O, X>>(reads, [d_x, Self::D_W]);
            });
        }
    }

    fn forward_frozen<D: Execute, const INNER: bool>(pass: &mut Pass<'_, D>) {
        Self::run(pass);
    }

    fn backward_frozen<D: Execute, const INNER: bool>(pass: &mut Pass<'_, D>) {
        pass.segment(Self::BACK_FROZEN, |o| {
            let reads = [Self::X, Self::Y, Self::W, Self::D_Y];
            o.custom::<Backwards<O, X>>(reads, [Self::D_X, Region::NONE]);
        });
    }
}

#[cfg(feature = "alloc")]
/// Compares the gradients of an operation with central differences in `f64`, on numbers that look random.
///
/// # Errors
/// With the first number that is off, or when the operation refuses the shape.
pub fn check_gradient<X: Shaped, O: Operation<X>>() -> Result<(), GradientError> {
    let layout = layout::fault(O::TENSORS).or(layout::output_fault(&X::SHAPE, &O::OUTPUT));
    let fault = O::FAULT.or(layout);
    if !fault.is_empty() {
        return Err(GradientError(fault.as_str().into()));
    }
    let n = X::SHAPE.len();
    let tensors = Custom::<O, X>::LEN;
    let (x, parameters) = (numbers(n, 1), numbers(tensors, 2));
    let weights = numbers(O::OUTPUT.len(), 3);
    let mut y = alloc::vec![0.0; weights.len()];
    O::forward(&x, &parameters, &mut y);
    let (mut d_x, mut d_parameters) = (alloc::vec![f64::NAN; n], alloc::vec![0.0; tensors]);
    O::backward(Backward {
        x: &x,
        y: &y,
        parameters: &parameters,
        d_y: &weights,
        d_x: Some(&mut d_x),
        d_parameters: &mut d_parameters,
    });
    let loss = |x: &[f64], parameters: &[f64]| -> f64 {
        let mut y = alloc::vec![f64::NAN; weights.len()];
        O::forward(x, parameters, &mut y);
        y.iter().zip(&weights).map(|(y, w)| y * w).sum()
    };
    compare("the input", &x, &d_x, |x| loss(x, &parameters))?;
    for tensor in O::TENSORS {
        let range = tensor.range();
        compare(tensor.name, &parameters[range.clone()], &d_parameters[range.clone()], |w| {
            let mut moved = parameters.clone();
            moved[range.clone()].copy_from_slice(w);
            loss(&x, &moved)
        })?;
    }
    Ok(())
}

#[cfg(feature = "alloc")]
/// A gradient that is not the slope of its function.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GradientError(alloc::string::String);

#[cfg(feature = "alloc")]
impl core::fmt::Display for GradientError {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(feature = "alloc")]
impl core::error::Error for GradientError {}

#[cfg(feature = "alloc")]
/// Numbers between -1 and 1 that keep away from 0, where many functions have a kink.
fn numbers(len: usize, seed: u64) -> alloc::vec::Vec<f64> {
    let stream =
        crate::random::Stream::new(crate::random::Seed(seed), crate::random::Purpose::Init, 0, 0);
    let number = |i: usize| {
        let u = 2.0 * stream.uniform_f64_at(i as u64) - 1.0;
        if u < 0.0 { 0.95 * u - 0.05 } else { 0.95 * u + 0.05 }
    };
    (0..len).map(number).collect()
}

#[cfg(feature = "alloc")]
/// Compares each slope with differences of two step sizes, extrapolated.
fn compare(
    what: &str,
    at: &[f64],
    gradient: &[f64],
    f: impl Fn(&[f64]) -> f64,
) -> Result<(), GradientError> {
    let mut moved = at.to_vec();
    for (i, found) in gradient.iter().enumerate() {
        let mut slope = |h: f64| {
            moved[i] = at[i] + h;
            let up = f(&moved);
            moved[i] = at[i] - h;
            let down = f(&moved);
            moved[i] = at[i];
            (up - down) / (2.0 * h)
        };
        let (wide, narrow) = (slope(1e-4), slope(5e-5));
        let expected = (4.0 * narrow - wide) / 3.0; // the h² terms cancel
        let tolerance = 1e-7 + 1e-5 * expected.abs();
        if (found - expected).abs() <= tolerance {
            continue;
        }
        return Err(GradientError(alloc::format!(
            "the gradient by {what} is not the slope of the function\nexpected: {expected} at element {i}, by central differences\n   found: {found}"
        )));
    }
    Ok(())
}

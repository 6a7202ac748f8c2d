//! The page of `Dropout`.

/// In training, zero with probability p, the rest scaled by 1 / (1 - p); else nothing (Srivastava et al. 2014).
///
/// # Syntax
///
/// ```text
/// name: Dropout(0.5);
/// name: Dropout(p = 0.2);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `p` | `0.5` | the probability of zero, from 0 to below 1 |
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// In training `y = x * keep / (1 - p)`, `keep` being 1 with probability 1 - p, else 0, element by element. In inference it is
/// not there at all.
///
/// Whether an element stays is a function of seed, step, layer, sample and element; so no mask is
/// stored, and the number of threads changes nothing. The seed is
/// [`Trainer::seed`](crate::Trainer::seed)'s.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// p = 1 is an error. The random numbers are others.
///
/// # Errors
///
/// ```text
/// `p` of `drop1` is out of range: it is the probability of a zero
/// expected: a number from 0 to below 1
///    found: `1.0`
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [4];
///     drop: Dropout(0.5);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0])?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), x.items()); // inference
///
/// let mut trainer = Trainer::new(&mut model, L1::new(), Sgd::new(0.1), Capacity(1))?.seed(Seed(7));
/// trainer.step(&x, &x)?;
/// for (y, x) in trainer.output()?.items().iter().zip(x.items()) {
///     assert!(*y == 0.0 || *y == 2.0 * x); // training
/// }
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Dropout;

//! The pages of the softmaxes.

/// Numbers as probabilities: positive, with sum 1.
///
/// The loss [`CrossEntropy`](super::CrossEntropy) contains it: a network that is trained with it ends with the logits,
/// and needs no `Softmax`.
///
/// # Syntax
///
/// ```text
/// name: Softmax;
/// name: Softmax(axis = 0);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `axis` | `0` | the axis with sum 1, counted without the batch |
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y[c] = exp(x[c] - m) / Σₖ exp(x[k] - m)`, `m` the largest of them: safe for any finite input.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// The batch is not an axis here: `axis = 0` is `dim=1` there. There are no negative axes.
///
/// # Errors
///
/// ```text
/// `prob` works along axis 1, but `fc1` provides [12]
/// ```
///
/// A loss that contains a softmax and a network that ends with one is the remark `double_softmax`, and an error when
/// the loss is given to a trainer.
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     prob: Softmax;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![7.0, 7.0])?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [0.5, 0.5]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Softmax;

/// The logarithm of [`Softmax`], computed without leaving the logarithm.
///
/// # Syntax
///
/// ```text
/// name: LogSoftmax;
/// name: LogSoftmax(axis = 0);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `axis` | `0` | the axis, counted without the batch |
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y[c] = x[c] - m - ln Σₖ exp(x[k] - m)`, `m` the largest of them.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// Those of [`Softmax`]. There is no `NLLLoss` to go with it: [`CrossEntropy`](super::CrossEntropy) takes the logits
/// themselves.
///
/// # Errors
///
/// Those of [`Softmax`].
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     log: LogSoftmax;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![0.0, 100.0])?)?;
/// assert_eq!(y.items(), [-100.0, 0.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct LogSoftmax;

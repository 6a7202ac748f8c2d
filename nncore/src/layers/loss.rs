//! The pages of the losses that a network can declare.

/// Softmax and cross-entropy of a vector of logits and a class: for one class of many.
///
/// This is the word of the language; [`nncore::loss::CrossEntropy`](crate::loss::CrossEntropy) is the value to give to a
/// trainer, which also takes class weights.
///
/// # Syntax
///
/// ```text
/// loss: CrossEntropy;
/// loss: CrossEntropy(label_smoothing = 0.1, ignore_index = 255);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `label_smoothing` | `0.0` | the share of the uniform distribution in the target, 0 to 1 |
/// | `ignore_index` | none | a label whose samples do not count |
///
/// # Shape
///
/// The network ends with `[classes]`; the target is a [`ClassIndex<classes>`](crate::shape::ClassIndex): a `u32` a sample.
///
/// # Formula
///
/// With p = softmax(logits), t the label, C classes, ε the label smoothing, the mean over the samples that count of
///
/// ```text
/// -(1 - ε) ln p[t] - ε/C Σ ln p[c]
/// ```
///
/// # Differences from PyTorch
///
/// No label is ignored unless one is given (there: -100). The target is a class, never probabilities; the output is a
/// vector, never a class map. Always the mean.
///
/// # Errors
///
/// ```text
/// `CrossEntropy` takes a vector of logits, one a class, but `pool2` provides [64, 14, 14]
/// `label_smoothing` of `loss` is out of range: it is the share of the uniform distribution
/// ```
///
/// The remark `double_softmax` tells of a network that ends with a softmax. At run time, a label that is not a class is
/// [`Error::Label`](crate::Error::Label).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     fc: Linear(2 -> 4);
///     loss: CrossEntropy;
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// model.parameters_mut().fc_weight = [[0.0; 2]; 4];
/// model.parameters_mut().fc_bias = [0.0; 4];
/// let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(1))?;
/// let loss = trainer.step(&Batch::from_vec(vec![1.0, 2.0])?, &Batch::from_vec(vec![3])?)?;
/// assert!((loss - 4f32.ln()).abs() < 1e-6); // four classes, all equally likely
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CrossEntropy;

/// Sigmoid and binary cross-entropy, element by element: for answers of yes and no.
///
/// # Syntax
///
/// ```text
/// loss: BinaryCrossEntropyWithLogits;
/// ```
///
/// # Shape
///
/// Any; the target has the shape of the output, with numbers from 0 to 1.
///
/// # Formula
///
/// The mean over the batch and all elements of `max(x, 0) - x t + ln(1 + exp(-|x|))`, which is
/// `-t ln σ(x) - (1 - t) ln(1 - σ(x))` without overflow.
///
/// # Differences from PyTorch
///
/// No `weight` and no `pos_weight`. Always the mean.
///
/// # Errors
///
/// The remark `double_softmax` tells of a network that ends with a [`Sigmoid`](super::Sigmoid).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [1];
///     same: LeakyRelu(1);
///     loss: BinaryCrossEntropyWithLogits;
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(1))?;
/// let loss = trainer.step(&Batch::from_vec(vec![0.0])?, &Batch::from_vec(vec![1.0])?)?;
/// assert!((loss - 2f32.ln()).abs() < 1e-6); // σ(0) = 1/2
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BinaryCrossEntropyWithLogits;

/// The mean of the squared differences.
///
/// # Syntax
///
/// ```text
/// loss: MeanSquaredError;
/// ```
///
/// # Shape
///
/// Any; the target has the shape of the output.
///
/// # Formula
///
/// The mean over the batch and all elements of `(x - t)²`: `torch.nn.MSELoss()`.
///
/// # Errors
///
/// Those of every item; see [errors](super#errors).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     same: LeakyRelu(1);
///     loss: MeanSquaredError;
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(1))?;
/// let loss = trainer.step(&Batch::from_vec(vec![1.0, 5.0])?, &Batch::from_vec(vec![1.0, 2.0])?)?;
/// assert_eq!(loss, 4.5);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MeanSquaredError;

/// The mean of the absolute differences.
///
/// # Syntax
///
/// ```text
/// loss: L1;
/// ```
///
/// # Shape
///
/// Any; the target has the shape of the output.
///
/// # Formula
///
/// The mean over the batch and all elements of `|x - t|`: `torch.nn.L1Loss()`. The derivative at 0 is 0.
///
/// # Errors
///
/// Those of every item; see [errors](super#errors).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     same: LeakyRelu(1);
///     loss: L1;
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(1))?;
/// let loss = trainer.step(&Batch::from_vec(vec![1.0, 5.0])?, &Batch::from_vec(vec![1.0, 2.0])?)?;
/// assert_eq!(loss, 1.5);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct L1;

/// Squared near the target, absolute far from it (Huber 1964).
///
/// # Syntax
///
/// ```text
/// loss: Huber(1.0);
/// loss: Huber(delta = 1.0);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `delta` | `1.0` | where the parabola becomes a line, above 0 |
///
/// # Shape
///
/// Any; the target has the shape of the output.
///
/// # Formula
///
/// With `e = x - t`, the mean over the batch and all elements of `e² / 2` where `|e| ≤ delta`, else
/// `delta (|e| - delta / 2)`: `torch.nn.HuberLoss(delta=delta)`.
///
/// # Errors
///
/// ```text
/// `delta` of `loss` is out of range: it is where the loss turns linear
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     same: LeakyRelu(1);
///     loss: Huber(delta = 2.0);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let mut trainer = Trainer::with_declared_loss(&mut model, Sgd::new(0.1), Capacity(1))?;
/// let loss = trainer.step(&Batch::from_vec(vec![1.0, 5.0])?, &Batch::from_vec(vec![0.0, 1.0])?)?;
/// assert_eq!(loss, (0.5 + 2.0 * (4.0 - 1.0)) / 2.0);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Huber;

//! The pages of the activations.
//!
//! All of them take any shape, keep it, work element by element and in place, and pass NaN on.

/// `max(x, 0)`.
///
/// # Syntax
///
/// ```text
/// name: Relu;
/// ```
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = max(x, 0)`, and NaN for NaN.
///
/// The derivative at 0 is 0.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// None: `torch.nn.ReLU`. Ahead of a [`MaxPool2d`](super::MaxPool2d) it is computed after the pool, on fewer elements; results and
/// gradients are the same.
///
/// # Errors
///
/// ```text
/// `Relu` does not take `0.1` here
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: Relu;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-1.0, 0.0, 2.0])?)?;
/// assert_eq!(y.items(), [0.0, 0.0, 2.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Relu;

/// `x`, and a part of it below zero.
///
/// # Syntax
///
/// ```text
/// name: LeakyRelu;
/// name: LeakyRelu(slope = 0.2);
/// name: LeakyRelu(0.2);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `slope` | `0.01` | the derivative below zero, a finite number |
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = x` where `x > 0`, else `slope * x`.
///
/// The derivative at 0 is the slope.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// PyTorch calls the option `negative_slope`.
///
/// # Errors
///
/// ```text
/// `LeakyRelu` has no option `negative_slope`
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: LeakyRelu(0.2);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-1.0, 0.0, 2.0])?)?;
/// assert_eq!(y.items(), [-0.2, 0.0, 2.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct LeakyRelu;

/// `x`, and an exponential below zero (Clevert, Unterthiner, Hochreiter 2016).
///
/// # Syntax
///
/// ```text
/// name: Elu;
/// name: Elu(1.0);
/// name: Elu(alpha = 0.5);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `alpha` | `1.0` | what `-y` tends to below zero |
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = x` where `x > 0`, else `alpha * (exp(x) - 1)`.
///
/// The derivative at 0 is alpha.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// None: `torch.nn.ELU`.
///
/// # Errors
///
/// ```text
/// `alpha` of `act` is not a number
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: Elu(alpha = 0.5);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-1.0, 0.0, 2.0])?)?;
/// let expected = [-0.31606, 0.0, 2.0];
/// assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Elu;

/// `x Φ(x)`, Φ being the normal distribution function (Hendrycks, Gimpel 2016).
///
/// # Syntax
///
/// ```text
/// name: Gelu(approximate = tanh);
/// name: Gelu;
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `approximate` | `none` | `none`: through erf; `tanh`: through tanh |
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = x (1 + erf(x / √2)) / 2`, or with `approximate = tanh`
///
/// ```text
/// y = x (1 + tanh(√(2/π) (x + 0.044715 x³))) / 2
/// ```
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// The words are not strings: `approximate = tanh`, there `approximate='tanh'`. `-∞` gives NaN, as there.
///
/// # Errors
///
/// ```text
/// `approximate` of `act` is not a word known here
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: Gelu;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-1.0, 0.0, 2.0])?)?;
/// let expected = [-0.158655, 0.0, 1.954500];
/// assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Gelu;

/// `x σ(x)`, also called swish.
///
/// # Syntax
///
/// ```text
/// name: Silu;
/// ```
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = x / (1 + exp(-x))`.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// None: `torch.nn.SiLU`. `-∞` gives NaN, as there.
///
/// # Errors
///
/// Those of every layer; see [errors](super#errors).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: Silu;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-1.0, 0.0, 2.0])?)?;
/// let expected = [-0.268941, 0.0, 1.761594];
/// assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Silu;

/// The logistic function.
///
/// # Syntax
///
/// ```text
/// name: Sigmoid;
/// ```
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = 1 / (1 + exp(-x))`, without overflow for any x.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// None: `torch.nn.Sigmoid`. The loss
/// [`BinaryCrossEntropyWithLogits`](super::BinaryCrossEntropyWithLogits) contains it: a network trained with that ends with
/// the logits.
///
/// # Errors
///
/// Those of every layer; see [errors](super#errors).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: Sigmoid;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-1.0, 0.0, 1.0])?)?;
/// let expected = [0.268941, 0.5, 0.731059];
/// assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Sigmoid;

/// The hyperbolic tangent.
///
/// # Syntax
///
/// ```text
/// name: Tanh;
/// ```
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = tanh(x)`.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// None: `torch.nn.Tanh`.
///
/// # Errors
///
/// Those of every layer; see [errors](super#errors).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: Tanh;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-1.0, 0.0, 1.0])?)?;
/// let expected = [-0.761594, 0.0, 0.761594];
/// assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Tanh;

/// A smooth `max(x, 0)`.
///
/// # Syntax
///
/// ```text
/// name: Softplus;
/// ```
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = ln(1 + exp(x))`, and `x` itself above 20.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// `torch.nn.Softplus()` with its defaults; `beta` and `threshold` are not there.
///
/// # Errors
///
/// Those of every layer; see [errors](super#errors).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: Softplus;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-1.0, 0.0, 30.0])?)?;
/// let expected = [0.313262, 0.693147, 30.0];
/// assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Softplus;

/// A [`Silu`] of straight pieces (Howard et al. 2019).
///
/// # Syntax
///
/// ```text
/// name: HardSwish;
/// ```
///
/// # Shape
///
/// Any; the output has the input's.
///
/// # Formula
///
/// `y = x * min(max(x + 3, 0), 6) / 6`.
///
/// The derivative at -3 is 0, at 3 it is 1.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// None: `torch.nn.Hardswish`.
///
/// # Errors
///
/// Those of every layer; see [errors](super#errors).
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3];
///     act: HardSwish;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-4.0, 1.0, 4.0])?)?;
/// let expected = [0.0, 0.666667, 4.0];
/// assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct HardSwish;

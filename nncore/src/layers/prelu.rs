//! The page of `PRelu`.

/// A line through 0 with another slope below it, which is trained (He, Zhang, Ren, Sun 2015).
///
/// # Syntax
///
/// ```text
/// name: PRelu;
/// name: PRelu(32);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument | `1` | the number of slopes: 1, or one a channel |
///
/// # Shape
///
/// Any; the output has the input's. The channels are the first axis.
///
/// # Formula
///
/// `y = x` where x is above 0, else `weight[c] * x`. At 0 the derivative is the slope.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (1) or (channels) | 0.25 |
///
/// Weight decay leaves it out, as it does biases and tensors of norms.
///
/// # Differences from PyTorch
///
/// No `init`: set the tensor.
///
/// # Errors
///
/// ```text
/// `act1` takes 8 input channels, but `conv1` provides 16
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
///     act: PRelu;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![-2.0, -1.0, 0.0, 3.0])?)?;
/// assert_eq!(y.items(), [-0.5, -0.25, 0.0, 3.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PRelu;

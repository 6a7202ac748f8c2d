//! The page of `Linear`.

/// `y = x Wᵀ + b`, over the last axis.
///
/// # Syntax
///
/// ```text
/// name: Linear(in_features -> out_features, bias = true);
/// name: Linear(_ -> out_features);
/// name: Linear(out_features);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `bias` | `true` | whether `b` is there |
///
/// # Shape
///
/// `[in_features]` to `[out_features]`; `[rows, in_features]` to `[rows, out_features]`, each row by itself. An image
/// needs a [`Flatten`](super::Flatten) ahead.
///
/// # Formula
///
/// `y[o] = Σᵢ x[i] * weight[o][i] + bias[o]`
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (out_features, in_features) | uniform in ±1/√in_features |
/// | `name.bias` | (out_features) | uniform in ±1/√in_features |
///
/// Names, layouts and distributions are as in `torch.nn.Linear`. Other beginnings:
/// [`Initializer`](crate::init::Initializer).
///
/// # Differences from PyTorch
///
/// Two axes at most. The random numbers are others, the distribution is the same.
///
/// # Errors
///
/// ```text
/// `fc1` takes 10 inputs, but `input` provides 12
/// `fc1` takes a vector or a matrix, but `pool2` provides an image [64, 14, 14]
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
///     fc: Linear(2 -> 3);
/// }
///
/// assert_eq!(Net::PARAMETERS, 2 * 3 + 3);
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// model.parameters_mut().fc_weight = [[1.0, 2.0], [3.0, 4.0], [0.0, -1.0]];
/// model.parameters_mut().fc_bias = [0.5, 0.0, 0.0];
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![10.0, 1.0])?)?;
/// assert_eq!(y.items(), [12.5, 34.0, -1.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Linear;

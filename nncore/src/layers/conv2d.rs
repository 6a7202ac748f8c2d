//! The pages of `Conv1d` and `Conv2d`.

/// A convolution of images (a cross-correlation: the kernel is not flipped).
///
/// # Syntax
///
/// ```text
/// name: Conv2d(in_channels -> out_channels, kernel = 3);
/// name: Conv2d(_ -> out_channels, kernel = (3, 5), stride = 2, padding = same, bias = false);
/// name: Conv2d(_ -> channels, kernel = 3, padding = 1, groups = depthwise);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `kernel` | must be given | size or pair: rows and columns of the window |
/// | `stride` | `1` | size or pair: the step between windows |
/// | `padding` | `0` | see [padding](super#padding); zeros |
/// | `dilation` | `1` | size or pair: the step within a window |
/// | `groups` | `1` | group g maps its share of the input channels to its share of the output channels; `depthwise` is one group an input channel |
/// | `bias` | `true` | a number added to each output channel |
///
/// # Shape
///
/// `[in_channels, height, width]` to `[out_channels, out_height, out_width]`, along each axis
///
/// ```text
/// output = floor((input + before + after - (dilation * (kernel - 1) + 1)) / stride) + 1
/// ```
///
/// # Formula
///
/// With one group, and x counting as 0 outside the image:
///
/// ```text
/// y[o][i][j] = bias[o] + Σ weight[o][c][p][q] * x[c][i*stride - top + p*dilation][j*stride - left + q*dilation]
/// ```
///
/// the sum over c, p, q.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (out_channels, in_channels / groups, kernel h, kernel w) | uniform in ±1/√fan_in |
/// | `name.bias` | (out_channels) | uniform in ±1/√fan_in |
///
/// fan_in is `in_channels / groups * kernel h * kernel w`. Names, layouts and distributions are as in
/// `torch.nn.Conv2d`.
///
/// # Differences from PyTorch
///
/// `padding = same` goes with a stride too (TensorFlow's rule). Padding may differ from side to side. Only zeros are
/// padded (`padding_mode='zeros'`).
///
/// # Errors
///
/// ```text
/// `conv1` takes 16 input channels, but `input` provides 3
/// `conv1` has no kernel
/// the window of `conv1` covers 11 rows, but its padded input has 8
/// the 12 input channels of `conv1` do not divide into 5 groups
/// `conv1` takes an image, but `flat` provides a vector [12544]
/// ```
///
/// The remark `dropped_rows` tells of a stride that does not reach the last rows or columns.
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [1, 3, 3];
///     conv: Conv2d(1 -> 1, kernel = 2, bias = false);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// model.parameters_mut().conv_weight = [[[[1.0, 0.0], [0.0, -1.0]]]];
/// let x = Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 10.0])?;
/// let y: Batch<Image<1, 2, 2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [1.0 - 5.0, 2.0 - 6.0, 4.0 - 8.0, 5.0 - 10.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
///
/// A depthwise and a pointwise convolution in place of a full one:
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Separable;
///     input: [32, 28, 28];
///     depthwise: Conv2d(_ -> 32, kernel = 3, stride = 2, padding = same, groups = depthwise);
///     pointwise: Conv2d(32 -> 64, kernel = 1);
/// }
///
/// assert_eq!(<Separable as Network>::Output::DIMS, [64, 14, 14]);
/// assert_eq!(Separable::PARAMETERS, (9 + 1) * 32 + (32 + 1) * 64); // a full one: 18 496
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Conv2d;

/// A convolution of sequences (a cross-correlation: the kernel is not flipped).
///
/// It is a [`Conv2d`] of images with one row, and computes the same numbers.
///
/// # Syntax
///
/// ```text
/// name: Conv1d(in_channels -> out_channels, kernel = 3);
/// name: Conv1d(_ -> out_channels, kernel = 5, stride = 2, padding = same, bias = false);
/// name: Conv1d(_ -> channels, kernel = 3, padding = (2, 0), groups = depthwise);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `kernel` | must be given | size: elements of the window |
/// | `stride` | `1` | size: the step between windows |
/// | `padding` | `0` | a size, `(left, right)`, `same` or `valid`; zeros |
/// | `dilation` | `1` | size: the step within a window |
/// | `groups` | `1` | as of [`Conv2d`] |
/// | `bias` | `true` | a number added to each output channel |
///
/// # Shape
///
/// `[in_channels, length]` to `[out_channels, out_length]`
///
/// ```text
/// out_length = floor((length + left + right - (dilation * (kernel - 1) + 1)) / stride) + 1
/// ```
///
/// # Formula
///
/// With one group, and x counting as 0 outside the sequence:
///
/// ```text
/// y[o][i] = bias[o] + Σ weight[o][c][p] * x[c][i*stride - left + p*dilation]
/// ```
///
/// the sum over c and p. With `padding = ((kernel - 1) * dilation, 0)` it is causal: `y[o][i]` knows nothing after `x[c][i]`.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (out_channels, in_channels / groups, kernel) | uniform in ±1/√fan_in |
/// | `name.bias` | (out_channels) | uniform in ±1/√fan_in |
///
/// fan_in is `in_channels / groups * kernel`. Names, layouts and distributions are as in `torch.nn.Conv1d`.
///
/// # Differences from PyTorch
///
/// Those of [`Conv2d`].
///
/// # Errors
///
/// Those of [`Conv2d`].
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [1, 5];
///     conv: Conv1d(1 -> 1, kernel = 2, bias = false);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// model.parameters_mut().conv_weight = [[[1.0, -1.0]]];
/// let x = Batch::from_vec(vec![1.0, 2.0, 4.0, 8.0, 16.0])?;
/// let y: Batch<Matrix<1, 4>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [-1.0, -2.0, -4.0, -8.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Conv1d;

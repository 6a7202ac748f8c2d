//! The page of `ConvTranspose2d`.

/// The transposed convolution: the gradient of a [`Conv2d`](super::Conv2d) by its input, as a layer (Dumoulin, Visin 2016, chapter 4).
///
/// # Syntax
///
/// ```text
/// name: ConvTranspose2d(in_channels -> out_channels, kernel = 2, stride = 2);
/// name: ConvTranspose2d(_ -> out_channels, kernel = 3, stride = 2, padding = 1, output_padding = 1, bias = false);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `kernel` | must be given | size or pair: rows and columns of the window |
/// | `stride` | `1` | size or pair: the step between windows, by which the image grows |
/// | `padding` | `0` | a size, `(h, w)` or `(top, bottom, left, right)`: rows and columns that are cut off |
/// | `output_padding` | `0` | size or pair, below the stride: rows and columns more at the bottom and right |
/// | `dilation` | `1` | size or pair: the step within a window |
/// | `groups` | `1` | group g maps its share of the input channels to its share of the output channels |
/// | `bias` | `true` | a number added to each output channel |
///
/// # Shape
///
/// `[in_channels, height, width]` to `[out_channels, out_height, out_width]`, along each axis
///
/// ```text
/// output = (input - 1) * stride - before - after + dilation * (kernel - 1) + 1 + output_padding
/// ```
///
/// # Formula
///
/// With one group, each input pixel adds its window to the output:
///
/// ```text
/// y[o][i*stride - top + p*dilation][j*stride - left + q*dilation] += weight[c][o][p][q] * x[c][i][j]
/// ```
///
/// and y begins at `bias[o]`.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (in_channels, out_channels / groups, kernel h, kernel w) | uniform in ±1/√fan_in |
/// | `name.bias` | (out_channels) | uniform in ±1/√fan_in |
///
/// fan_in is `out_channels / groups * kernel h * kernel w`, as PyTorch has it. Names, layouts and distributions are as in
/// `torch.nn.ConvTranspose2d`.
///
/// # Differences from PyTorch
///
/// Padding may differ from side to side. `output_padding` is below the stride; there it may be below the dilation instead.
///
/// # Errors
///
/// ```text
/// `up` takes 16 input channels, but `input` provides 3
/// `output_padding` of `up` is below its stride, which is 2
/// the padding of `up` cuts off 4 rows, and there are 3
/// the 12 input channels of `up` do not divide into 5 groups
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [1, 1, 2];
///     up: ConvTranspose2d(1 -> 1, kernel = 2, stride = 2);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// model.parameters_mut().up_weight = [[[[1.0, 2.0], [3.0, 4.0]]]];
/// model.parameters_mut().up_bias = [0.5];
/// let y: Batch<Image<1, 2, 4>> = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![1.0, 10.0])?)?;
/// assert_eq!(y.items(), [1.5, 2.5, 10.5, 20.5, 3.5, 4.5, 30.5, 40.5]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct ConvTranspose2d;

//! The pages of the pools.

/// The maximum of each window of an image, channel by channel.
///
/// # Syntax
///
/// ```text
/// name: MaxPool2d(2);
/// name: MaxPool2d(3, stride = 2, padding = 1);
/// name: MaxPool2d(kernel = (1, 2));
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `kernel` | must be given | size or pair: the window |
/// | `stride` | the kernel | size or pair: the step between windows |
/// | `padding` | `0` | see [padding](super#padding); counts as -∞, at most half the window |
/// | `dilation` | `1` | size or pair: the step within a window |
///
/// # Shape
///
/// `[channels, height, width]` to `[channels, out_height, out_width]`, along each axis
///
/// ```text
/// output = floor((input + before + after - (dilation * (kernel - 1) + 1)) / stride) + 1
/// ```
///
/// # Formula
///
/// `y[c][i][j] = max over p, q of x[c][i*stride - top + p*dilation][j*stride - left + q*dilation]`. The gradient goes to
/// the element chosen: the first of equal ones. A window with a NaN gives NaN.
///
/// # Parameters
///
/// None. Training keeps the position of each maximum in its window: one byte for windows of up to 256 elements.
///
/// # Differences from PyTorch
///
/// No `ceil_mode`; padding may differ from side to side, and may be `same`. A [`Relu`](super::Relu) just before a
/// max pool is computed after it; results and gradients are the same.
///
/// # Errors
///
/// ```text
/// `pool1` has no window
/// the window of `pool1` covers 4 rows, but its padded input has 3
/// the padding of `pool1` is more than half its window
/// `pool1` takes an image, but `fc1` provides a vector [128]
/// ```
///
/// The remark `dropped_rows` tells of rows or columns at the end that no window reaches:
///
/// ```text
/// warning: use of deprecated constant `_::Net::pool1::dropped_rows`: `pool1` drops the last row and the last column: windows of 2x2 with stride 2x2 do not fill 9x9
///          help: pad the input, or silence this with `#[allow(dropped_rows)]`
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [1, 2, 4];
///     pool: MaxPool2d(2);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 5.0, -1.0, -2.0, 3.0, 0.0, -4.0, -3.0])?;
/// let y: Batch<Image<1, 1, 2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [5.0, -1.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MaxPool2d;

/// The mean of each window of an image, channel by channel.
///
/// # Syntax
///
/// ```text
/// name: AvgPool2d(2);
/// name: AvgPool2d(3, stride = 2, padding = 1, count_include_pad = false);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `kernel` | must be given | size or pair: the window |
/// | `stride` | the kernel | size or pair: the step between windows |
/// | `padding` | `0` | see [padding](super#padding); zeros, at most half the window |
/// | `count_include_pad` | `true` | whether padding counts in the divisor |
///
/// # Shape
///
/// `[channels, height, width]` to `[channels, out_height, out_width]`, along each axis
/// `floor((input + before + after - kernel) / stride) + 1`.
///
/// # Formula
///
/// `y[c][i][j] = (sum of the window) / n`, n being the elements of the window, or with `count_include_pad = false` those of
/// them that lie within the image.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// No `ceil_mode` and no `divisor_override`; padding may differ from side to side, and may be `same`.
///
/// # Errors
///
/// Those of [`MaxPool2d`], and the remark `dropped_rows`.
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [1, 2, 4];
///     pool: AvgPool2d(2);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 5.0, -1.0, -2.0, 2.0, 0.0, -4.0, -3.0])?;
/// let y: Batch<Image<1, 1, 2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [2.0, -2.5]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AvgPool2d;

/// The mean of each channel of an image.
///
/// # Syntax
///
/// ```text
/// name: GlobalAvgPool2d;
/// ```
///
/// # Shape
///
/// `[channels, height, width]` to `[channels, 1, 1]`; a [`Flatten`](super::Flatten) makes it a vector.
///
/// # Formula
///
/// `y[c] = Σ x[c][i][j] / (height * width)`
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// It is `torch.nn.AdaptiveAvgPool2d(1)`. Other output sizes are not there.
///
/// # Errors
///
/// ```text
/// `gap` takes an image, but `flat` provides a vector [392]
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2, 2, 2];
///     gap:  GlobalAvgPool2d;
///     flat: Flatten;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0, 0.0, 0.0, 0.0, 8.0])?;
/// let y: Batch<Vector<2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [2.5, 2.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GlobalAvgPool2d;

/// The maximum of each window of a sequence, channel by channel.
///
/// # Syntax
///
/// ```text
/// name: MaxPool1d(2);
/// name: MaxPool1d(3, stride = 2, padding = 1);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `kernel` | must be given | size: the window |
/// | `stride` | the kernel | size: the step between windows |
/// | `padding` | `0` | a size, `(left, right)`, `same` or `valid`; counts as -∞, at most half the window |
/// | `dilation` | `1` | size: the step within a window |
///
/// # Shape
///
/// `[channels, length]` to `[channels, out_length]`
///
/// ```text
/// out_length = floor((length + left + right - (dilation * (kernel - 1) + 1)) / stride) + 1
/// ```
///
/// # Formula
///
/// `y[c][i] = max over p of x[c][i*stride - left + p*dilation]`: a [`MaxPool2d`] of images with one row.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// Those of [`MaxPool2d`].
///
/// # Errors
///
/// Those of [`MaxPool2d`].
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2, 4];
///     pool: MaxPool1d(2);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 5.0, -1.0, -2.0, 3.0, 0.0, -4.0, -3.0])?;
/// let y: Batch<Matrix<2, 2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [5.0, -1.0, 3.0, -3.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct MaxPool1d;

/// An image of a given size whose pixels are means: windows of nearly equal size that cover the input.
///
/// # Syntax
///
/// ```text
/// name: AdaptiveAvgPool2d(1);
/// name: AdaptiveAvgPool2d((2, 3));
/// name: AdaptiveAvgPool2d(output_size = 7);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `output_size` | must be given | a size, or `(h, w)`: rows and columns of the output, 1 or more |
///
/// # Shape
///
/// `[channels, height, width]` to `[channels, h, w]`. The output may be larger than the input.
///
/// # Formula
///
/// `y[c][i][j]` is the mean of `x[c]` over the rows from `floor(i * height / h)` to before `ceil((i + 1) * height / h)`, and over the
/// columns in the same way. Where the sizes do not divide evenly, neighbouring windows share a row or a column; where the output is
/// larger, they share all of it. The gradient of a pixel is the sum of `d_y / n` over its windows, n being the pixels of each.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// None: `torch.nn.AdaptiveAvgPool2d`, without `None` for a size of the input's, which is written out. With an `output_size` of 1 it is
/// a [`GlobalAvgPool2d`].
///
/// # Errors
///
/// ```text
/// `pool` has no output size
/// the output size of `pool` is zero
/// `pool` takes images, but `fc1` provides a vector [10]
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [1, 1, 5];
///     pool: AdaptiveAvgPool2d((1, 2));
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 2.0, 6.0, 3.0, 9.0])?;
/// let y: Batch<Image<1, 1, 2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [3.0, 6.0]); // of 1, 2, 6 and of 6, 3, 9
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AdaptiveAvgPool2d;

/// The mean of each window of a sequence, channel by channel.
///
/// # Syntax
///
/// ```text
/// name: AvgPool1d(2);
/// name: AvgPool1d(3, stride = 2, padding = 1, count_include_pad = false);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `kernel` | must be given | size: the window |
/// | `stride` | the kernel | size: the step between windows |
/// | `padding` | `0` | a size, `(left, right)`, `same` or `valid`; zeros, at most half the window |
/// | `count_include_pad` | `true` | whether padding counts in the divisor |
///
/// # Shape
///
/// `[channels, length]` to `[channels, out_length]`, `out_length = floor((length + left + right - kernel) / stride) + 1`.
///
/// # Formula
///
/// `y[c][i] = (sum of the window) / n`: an [`AvgPool2d`] of images with one row.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// Those of [`AvgPool2d`].
///
/// # Errors
///
/// Those of [`AvgPool2d`].
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2, 4];
///     pool: AvgPool1d(2);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 5.0, -1.0, -2.0, 2.0, 0.0, -4.0, -3.0])?;
/// let y: Batch<Matrix<2, 2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [3.0, -1.5, 1.0, -3.5]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AvgPool1d;

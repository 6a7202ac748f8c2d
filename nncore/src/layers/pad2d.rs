//! The pages of `Pad2d` and `PixelShuffle`.

/// Rows and columns around an image.
///
/// # Syntax
///
/// ```text
/// name: Pad2d(1);
/// name: Pad2d((1, 2), mode = reflect);
/// name: Pad2d(padding = (0, 1, 2, 3), mode = replicate);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument, `padding` | must be given | a size, `(h, w)` or `(top, bottom, left, right)` |
/// | `mode` | `zero` | what stands there: `zero`, `reflect` (the image mirrored at its first and last pixel), `replicate` (the first and last pixel again) |
///
/// # Shape
///
/// `[channels, height, width]` to `[channels, top + height + bottom, left + width + right]`. A reflection is smaller than the image.
///
/// # Formula
///
/// `y[c][i][j] = x[c][i - top][j - left]` within the image. The gradient of a pixel is the sum over its copies.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// `ZeroPad2d`, `ReflectionPad2d` and `ReplicationPad2d` in one; these give (left, right, top, bottom).
///
/// # Errors
///
/// ```text
/// `pad1` reflects 3 rows of an image that has 3
/// the padding of `pad1` is not a size
/// `pad1` has no padding
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [1, 1, 3];
///     pad: Pad2d((0, 2), mode = reflect);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 2.0, 3.0])?;
/// let y: Batch<Image<1, 1, 7>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [3.0, 2.0, 1.0, 2.0, 3.0, 2.0, 1.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Pad2d;

/// Channels become pixels: an image with fewer channels and as much larger sides (Shi et al. 2016, sub-pixel convolution).
///
/// # Syntax
///
/// ```text
/// name: PixelShuffle(2);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument | must be given | the factor r of both sides |
///
/// # Shape
///
/// `[channels * r * r, height, width]` to `[channels, height * r, width * r]`.
///
/// # Formula
///
/// `y[c][i * r + p][j * r + q] = x[(c * r + p) * r + q][i][j]`
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// None.
///
/// # Errors
///
/// ```text
/// `up` makes 2 equal parts, but the axis of the value has 7
/// `up` takes an image, but `fc1` provides a vector [128]
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [4, 1, 2];
///     up: PixelShuffle(2);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 5.0, 2.0, 6.0, 3.0, 7.0, 4.0, 8.0])?;
/// let y: Batch<Image<1, 2, 4>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [1.0, 2.0, 5.0, 6.0, 3.0, 4.0, 7.0, 8.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PixelShuffle;

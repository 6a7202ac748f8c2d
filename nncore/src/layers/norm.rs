//! The pages of the norms.

/// Batch norm of vectors, and of the channels of matrices: mean 0 and variance 1 over the batch, then a scale and a
/// shift (Ioffe, Szegedy 2015).
///
/// # Syntax
///
/// ```text
/// name: BatchNorm1d;
/// name: BatchNorm1d(channels, eps = 1e-5, momentum = 0.1);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument | inferred | the channels, to be checked |
/// | `eps` | `1e-5` | added to the variance, above 0 |
/// | `momentum` | `0.1` | the share of the batch in the running statistics, 0 to 1 |
///
/// # Shape
///
/// `[channels]` or `[channels, length]`; the output has the input's.
///
/// # Formula
///
/// ```text
/// y[c] = (x[c] - mean[c]) / √(variance[c] + eps) * weight[c] + bias[c]
/// ```
///
/// In training, mean and variance (divided by the count n) are those of the batch, over samples and
/// positions, and the running ones follow them:
///
/// ```text
/// running_mean = (1 - momentum) * running_mean + momentum * mean
/// running_var  = (1 - momentum) * running_var  + momentum * variance * n / (n - 1)
/// ```
///
/// In inference the running ones stand for them.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (channels) | 1 |
/// | `name.bias` | (channels) | 0 |
/// | `name.running_mean` | (channels), kept, not trained | 0 |
/// | `name.running_var` | (channels), kept, not trained | 1 |
///
/// Kept tensors are in files, in [`Model::tensor`](crate::Model::tensor) and
/// [`set_tensor`](crate::Model::set_tensor); they are no fields of [`Model::parameters`](crate::Model::parameters) and
/// have no gradients.
///
/// # Differences from PyTorch
///
/// Weight, bias and running statistics are always there (`affine`, `track_running_stats`), and `momentum` is always a
/// number. `num_batches_tracked` is not kept; it is passed over in files.
///
/// # Errors
///
/// ```text
/// `norm1` takes 13 input channels, but `fc1` provides 12
/// `eps` of `norm1` is out of range: it is what keeps the divisor from 0
/// `momentum` of `norm1` is out of range: it is the batch's share in the running statistics
/// ```
///
/// At run time, a training step on one value a channel is
/// [`Error::OneValuePerChannel`](crate::Error::OneValuePerChannel), as it is an error in PyTorch.
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     norm: BatchNorm1d;
/// }
///
/// assert_eq!(Net::PARAMETERS, 4);
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 0.0, 3.0, 0.0])?; // two samples
/// let mut trainer = Trainer::new(&mut model, L1::new(), Sgd::new(0.0), Capacity(2))?;
/// trainer.step(&x, &x)?;
/// let y = trainer.output()?;
/// assert!((y.items()[0] + 1.0).abs() < 1e-4 && (y.items()[2] - 1.0).abs() < 1e-4);
/// assert_eq!(model.tensor("norm.running_mean")?, [0.2, 0.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BatchNorm1d;

/// Batch norm of images: each channel gets mean 0 and variance 1 over the batch and all pixels, then a scale and a
/// shift.
///
/// # Syntax
///
/// ```text
/// name: BatchNorm2d;
/// name: BatchNorm2d(channels, eps = 1e-5, momentum = 0.1);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument | inferred | the channels, to be checked |
/// | `eps` | `1e-5` | added to the variance, above 0 |
/// | `momentum` | `0.1` | the share of the batch in the running statistics, 0 to 1 |
///
/// # Shape
///
/// `[channels, height, width]`; the output has the input's.
///
/// # Formula
///
/// ```text
/// y[c][i][j] = (x[c][i][j] - mean[c]) / √(variance[c] + eps) * weight[c] + bias[c]
/// ```
///
/// Where the statistics come from, in training and in inference, is said at [`BatchNorm1d`].
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (channels) | 1 |
/// | `name.bias` | (channels) | 0 |
/// | `name.running_mean` | (channels), kept, not trained | 0 |
/// | `name.running_var` | (channels), kept, not trained | 1 |
///
/// # Differences from PyTorch
///
/// Those of [`BatchNorm1d`].
///
/// # Errors
///
/// Those of [`BatchNorm1d`], and
///
/// ```text
/// `norm1` takes an image, but `flat` provides a vector [392]
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [3, 8, 8];
///     conv: Conv2d(3 -> 16, kernel = 3, padding = 1, bias = false);
///     norm: BatchNorm2d(16);
///     relu: Relu;
/// }
///
/// assert_eq!(Net::PARAMETERS, 3 * 9 * 16 + 2 * 16);
/// let names: Vec<_> = <Net as Network>::TENSORS.iter().map(|t| t.name).collect();
/// let norm = ["norm.weight", "norm.bias", "norm.running_mean", "norm.running_var"];
/// assert_eq!(names[1..], norm);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct BatchNorm2d;

/// Layer norm: each row of a sample gets mean 0 and variance 1, then a scale and a shift (Ba, Kiros, Hinton 2016).
///
/// # Syntax
///
/// ```text
/// name: LayerNorm;
/// name: LayerNorm(axes = 1, eps = 1e-5);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `axes` | all | how many axes, from the last, make a row |
/// | `eps` | `1e-5` | added to the variance, above 0 |
///
/// # Shape
///
/// Any; the output has the input's. With `axes = 1` the rows of `[rows, columns]` are its rows; without `axes` the sample is one
/// row.
///
/// # Formula
///
/// ```text
/// y = (x - mean) / √(variance + eps) * weight + bias
/// ```
///
/// mean and variance (divided by the count) over each row. Training and inference are the same.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | the last `axes` sizes | 1 |
/// | `name.bias` | the last `axes` sizes | 0 |
///
/// # Differences from PyTorch
///
/// `torch.nn.LayerNorm` is given the sizes (`normalized_shape`), this one the number of axes. Weight and bias are always there.
///
/// # Errors
///
/// ```text
/// `norm1` normalises 2 axes, but `fc1` provides [12]
/// `axes` of `norm1` decides the shape of its weight, so the macro must know it
/// `eps` of `norm1` is out of range: it is what keeps the divisor from 0
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2, 2];
///     norm: LayerNorm(axes = 1);
/// }
///
/// assert_eq!(Net::PARAMETERS, 2 + 2);
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![1.0, 3.0, 20.0, 10.0])?)?;
/// for (y, expected) in y.items().iter().zip([-1.0, 1.0, 1.0, -1.0f32]) {
///     assert!((y - expected).abs() < 1e-4);
/// }
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct LayerNorm;

/// Group norm: the channels are cut into groups, and all that belongs to a group gets mean 0 and variance 1, then a scale and a
/// shift a channel (Wu, He 2018).
///
/// # Syntax
///
/// ```text
/// name: GroupNorm(4);
/// name: GroupNorm(4, eps = 1e-5, affine = false);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | first argument | must be given | the number of groups, which divides the channels |
/// | `eps` | `1e-5` | added to the variance, above 0 |
/// | `affine` | `true` | whether there are `weight` and `bias` |
///
/// # Shape
///
/// Any whose first axis are the channels: `[channels, height, width]`, `[channels, length]`, `[channels]`. The output has the input's.
///
/// # Formula
///
/// ```text
/// y[c] = (x[c] - mean) / √(variance + eps) * weight[c] + bias[c]
/// ```
///
/// mean and variance (divided by the count) over all elements of the group that c belongs to: channels that are next to each other.
/// Training and inference are the same.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (channels) | 1 |
/// | `name.bias` | (channels) | 0 |
///
/// # Differences from PyTorch
///
/// `torch.nn.GroupNorm` is given the channels as well.
///
/// # Errors
///
/// ```text
/// the 6 input channels of `norm1` do not divide into 4 groups
/// `norm1` has no number of groups
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [4, 2];
///     norm: GroupNorm(2);
/// }
///
/// assert_eq!(Net::PARAMETERS, 4 + 4);
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 3.0, 1.0, 3.0, 20.0, 10.0, 10.0, 20.0])?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// for (y, expected) in y.items().iter().zip([-1.0, 1.0, -1.0, 1.0, 1.0, -1.0, -1.0, 1.0f32]) {
///     assert!((y - expected).abs() < 1e-4);
/// }
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct GroupNorm;

/// Instance norm: each channel of an image gets mean 0 and variance 1 (Ulyanov, Vedaldi, Lempitsky 2016). A [`GroupNorm`] of as many
/// groups as channels.
///
/// # Syntax
///
/// ```text
/// name: InstanceNorm2d;
/// name: InstanceNorm2d(eps = 1e-5, affine = true);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `eps` | `1e-5` | added to the variance, above 0 |
/// | `affine` | `false` | whether there are `weight` and `bias` |
///
/// # Shape
///
/// `[channels, height, width]`, or any whose first axis are the channels. The output has the input's.
///
/// # Formula
///
/// ```text
/// y[c] = (x[c] - mean) / √(variance + eps) * weight[c] + bias[c]
/// ```
///
/// mean and variance (divided by the count) over the channel. Training and inference are the same.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | (channels), with `affine` | 1 |
/// | `name.bias` | (channels), with `affine` | 0 |
///
/// # Differences from PyTorch
///
/// No running statistics (`track_running_stats`), and no check of the number of channels.
///
/// # Errors
///
/// ```text
/// `eps` of `norm1` is out of range: it is what keeps the divisor from 0
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2, 1, 2];
///     norm: InstanceNorm2d;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![1.0, 3.0, 20.0, 10.0])?)?;
/// for (y, expected) in y.items().iter().zip([-1.0, 1.0, 1.0, -1.0f32]) {
///     assert!((y - expected).abs() < 1e-4);
/// }
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct InstanceNorm2d;

/// RMS norm: each row of a sample gets a mean square of 1, then a scale (Zhang, Sennrich 2019).
///
/// # Syntax
///
/// ```text
/// name: RmsNorm;
/// name: RmsNorm(axes = 1, eps = 1e-5);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `axes` | all | how many axes, from the last, make a row |
/// | `eps` | `1.1920929e-7` | added to the mean square, above 0 |
///
/// # Shape
///
/// Any; the output has the input's. With `axes = 1` the rows of `[rows, columns]` are its rows; without `axes` the sample is one
/// row.
///
/// # Formula
///
/// ```text
/// y = x / √(mean(x²) + eps) * weight
/// ```
///
/// the mean over each row. Training and inference are the same.
///
/// # Parameters
///
/// | tensor | shape | starts as |
/// |---|---|---|
/// | `name.weight` | the last `axes` sizes | 1 |
///
/// # Differences from PyTorch
///
/// `torch.nn.RMSNorm` is given the sizes (`normalized_shape`), this one the number of axes. The default of `eps` is that of `f32`
/// there, also in `f64`.
///
/// # Errors
///
/// ```text
/// `norm1` normalises 2 axes, but `fc1` provides [12]
/// `axes` of `norm1` decides the shape of its weight, so the macro must know it
/// `eps` of `norm1` is out of range: it is what keeps the divisor from 0
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2, 2];
///     norm: RmsNorm(axes = 1);
/// }
///
/// assert_eq!(Net::PARAMETERS, 2);
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let y = Predictor::new(&model, Capacity(1))?.run(&Batch::from_vec(vec![1.0, 7.0, -3.0, 3.0])?)?;
/// for (y, expected) in y.items().iter().zip([0.2, 1.4, -1.0, 1.0f32]) {
///     assert!((y - expected).abs() < 1e-4);
/// }
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct RmsNorm;

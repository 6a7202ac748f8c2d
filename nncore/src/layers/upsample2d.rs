//! The page of `Upsample2d`.

/// Each pixel of an image becomes a block of equal ones.
///
/// # Syntax
///
/// ```text
/// name: Upsample2d(2);
/// name: Upsample2d((2, 3));             // twice as high, three times as wide
/// ```
///
/// # Shape
///
/// `[channels, height, width]` to `[channels, h * height, w * width]`.
///
/// # Formula
///
/// `y[c][i][j] = x[c][i / h][j / w]`, rounded down
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// It is `torch.nn.Upsample(scale_factor = (h, w), mode = "nearest")`; other modes, and factors that are not whole, are not
/// there.
///
/// # Errors
///
/// ```text
/// `up` takes an image, but `flat` provides a vector [392]
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
///     up: Upsample2d(2);
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![1.0, 2.0])?;
/// let y: Batch<Image<1, 2, 4>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [1.0, 1.0, 2.0, 2.0, 1.0, 1.0, 2.0, 2.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Upsample2d;

//! The page of `Flatten`.

/// A sample as a vector. No bytes move.
///
/// # Syntax
///
/// ```text
/// name: Flatten;
/// ```
///
/// # Shape
///
/// `[channels, height, width]` to `[channels * height * width]`, and `[rows, columns]` to `[rows * columns]`; a vector stays.
///
/// # Formula
///
/// `y[(c * height + i) * width + j] = x[c][i][j]`
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// It is `torch.nn.Flatten()` with its defaults; `start_dim` and `end_dim` are not there.
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
///     input: [3, 4, 5];
///     flat: Flatten;
/// }
///
/// assert_eq!(<Net as Network>::Output::DIMS, [60]);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Flatten;

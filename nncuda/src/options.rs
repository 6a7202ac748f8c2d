//! How a GPU device works.

/// How a GPU device works.
///
/// ```no_run
/// use nncuda::{Cuda, CudaOptions, Precision};
///
/// let device = Cuda::with_options(CudaOptions { precision: Precision::Tf32, ..CudaOptions::default() })?;
/// # Ok::<(), nncuda::CudaError>(())
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct CudaOptions {
    /// The number of the device, from 0.
    pub index: usize,
    /// How products of matrices are computed.
    pub precision: Precision,
}

/// How products of matrices are computed: those of `Linear`, `Conv2d` and `MatMul`, forward and backward.
///
/// Only their operands are rounded, on the way from memory to the product. All else is `f32`
/// in each precision: weights, gradients and activations in memory, the sums of the products, everything element by
/// element, norms, losses and optimizers. So with [`Precision::Bf16`] the weights that are trained are `f32`, and no loss
/// has to be scaled, since bf16 has the range of `f32`. Whole numbers up to 2048 (tf32) or 256 (bf16) stay exact.
///
/// | | operands | rounded to the nearest, ties | error of an operand | of a sum, at most, of Σ\|aᵢ bᵢ\| | capability |
/// |---|---|---|---|---|---|
/// | `F32` | 24 bits | not at all | 0 | as `f32` | 7.0 |
/// | `Tf32` | 11 bits | away from 0 | 2⁻¹¹ | 2⁻¹⁰ | 8.0 |
/// | `Bf16` | 8 bits | to even | 2⁻⁸ | 2⁻⁷ | 8.0 |
///
/// To the errors of a sum that of adding `f32` numbers comes, where tensor cores cut off what is beyond instead of rounding
/// it. Errors of long sums of numbers of both signs are far
/// smaller than these bounds, as they cancel out. Two runs give the same bits in each precision.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Precision {
    /// True `f32`: products and sums of 24 bits, without tensor cores.
    #[default]
    F32,
    /// Tensor cores, with operands of 11 bits. Needs compute capability 8.0.
    Tf32,
    /// Tensor cores, with operands of 8 bits. Needs compute capability 8.0.
    Bf16,
}

impl Precision {
    /// The oldest compute capability that has it.
    pub(crate) fn oldest(self) -> (u32, u32) {
        match self {
            Self::F32 => crate::error::OLDEST,
            Self::Tf32 | Self::Bf16 => (8, 0),
        }
    }
}

//! Elementary functions with the same bits on every machine.

/// Square root, correctly rounded.
#[inline(always)]
pub fn sqrt_f32(x: f32) -> f32 {
    libm::sqrtf(x)
}
/// Square root, correctly rounded.
#[inline(always)]
pub fn sqrt_f64(x: f64) -> f64 {
    libm::sqrt(x)
}
/// `e^x`.
pub fn exp_f32(x: f32) -> f32 {
    libm::expf(x)
}
/// Natural logarithm.
pub fn ln_f32(x: f32) -> f32 {
    libm::logf(x)
}
/// Hyperbolic tangent.
pub fn tanh_f32(x: f32) -> f32 {
    libm::tanhf(x)
}
/// Error function.
pub fn erf_f32(x: f32) -> f32 {
    libm::erff(x)
}

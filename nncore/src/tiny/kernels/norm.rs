//! Batch norm and layer norm, forward and backward.

mod batch;
mod layer;

pub(in crate::tiny) use batch::{
    BatchNormViews, batch_norm, batch_norm_grad, batch_norm_inference, batch_norm_inference_grad,
};
pub(in crate::tiny) use layer::{layer_norm, layer_norm_grad_input, layer_norm_grad_parameters};

/// The biased variance from the sums of `x - mean` and its square over n numbers, where `mean` was rounded.
fn variance(n: f64, distance: f64, square: f64) -> f64 {
    let value = (square - distance * distance / n) / n;
    if value < 0.0 { 0.0 } else { value }
}

#[cfg(all(test, feature = "std"))]
mod tests;

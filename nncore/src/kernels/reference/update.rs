//! Optimizers by the pseudocode on `torch.optim`'s pages, one parameter at a time, in `f64`.

use crate::kernels::update::Update;

/// One step t, from 1, of parameter `p` with gradient `g`; `state` has the order of
/// [`Update::state_slots`].
pub fn update(u: &Update, lr: f64, t: u64, p: &mut f64, g: f64, state: &mut [f64; 3]) {
    let t_real = t as f64;
    match *u {
        Update::Sgd { momentum, dampening, nesterov, weight_decay } => {
            let mut g = g + weight_decay * *p;
            if momentum != 0.0 {
                state[0] = if t > 1 { momentum * state[0] + (1.0 - dampening) * g } else { g };
                g = if nesterov { g + momentum * state[0] } else { state[0] };
            }
            *p -= lr * g;
        }
        Update::Adam { beta1, beta2, eps, .. } | Update::AdamW { beta1, beta2, eps, .. } => {
            let mut g = g;
            match *u {
                Update::AdamW { weight_decay, .. } => *p -= lr * weight_decay * *p,
                Update::Adam { weight_decay, .. } => g += weight_decay * *p,
                _ => {}
            }
            state[0] = beta1 * state[0] + (1.0 - beta1) * g;
            state[1] = beta2 * state[1] + (1.0 - beta2) * g * g;
            let m = state[0] / (1.0 - libm::pow(beta1, t_real));
            let v = state[1] / (1.0 - libm::pow(beta2, t_real));
            *p -= lr * m / (libm::sqrt(v) + eps);
        }
        Update::RmsProp { alpha, eps, weight_decay, momentum, centered } => {
            let g = g + weight_decay * *p;
            state[0] = alpha * state[0] + (1.0 - alpha) * g * g;
            let mut v = state[0];
            if centered {
                let slot = if momentum != 0.0 { 2 } else { 1 };
                state[slot] = alpha * state[slot] + (1.0 - alpha) * g;
                v -= state[slot] * state[slot];
                // `f64::max` would make a number of NaN.
                v = if v < 0.0 { 0.0 } else { v };
            }
            let step = g / (libm::sqrt(v) + eps);
            if momentum != 0.0 {
                state[1] = momentum * state[1] + step;
                *p -= lr * state[1];
            } else {
                *p -= lr * step;
            }
        }
    }
}

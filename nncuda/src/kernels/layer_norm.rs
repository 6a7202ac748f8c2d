//! Layer norm over rows of `[rows, features]`, and its gradients.

use super::batch_norm::not_negative;
use super::channels::{Channels, Element, Stage, sums};
use super::team::{Team, rows};
use super::{Write, size};
use crate::ptx::Kernel;

/// `y = (x - mean) inv_std w + b` with each row's mean and `inv_std = 1 / √(variance + eps)`, in two passes. Both are written
/// where the backward pass needs them. `y` may be `x`.
///
/// Parameters: x, w, b, y, mean and inv_std if it `keeps` them, n: the rows.
pub(crate) fn layer_norm(features: usize, eps: f64, keeps: bool) -> Kernel {
    rows("layer_norm", |k| {
        let [x, w, b, y] = [(); 4].map(|()| k.pointer());
        let kept = keeps.then(|| [k.pointer(), k.pointer()]);
        let n = k.number();
        let team = Team::row(k, features, n);
        let (len, part) = (k.u32(size(features)), 1.0 / features as f64);
        let first = team.line * len;
        let [total] = team.sums(len, |i, is_there| [x.load_where(is_there, first + i)]);
        let middle = (total * part).narrow();
        let [distance, square] = team.sums(len, |i, is_there| {
            let distance = x.load_where(is_there, first + i) - middle;
            [distance, distance * distance]
        });
        let variance = not_negative((square - distance * distance * part) * part);
        let scale = (variance + eps).inv_sqrt();
        if let Some([mean, inv_std]) = kept {
            k.when(team.is_writer(n), || {
                mean.store(team.line, middle);
                inv_std.store(team.line, scale);
            });
        }
        team.each(
            len,
            |i, is_there| {
                let x = x.load_where(is_there, first + i);
                [x, w.load_where(is_there, i), b.load_where(is_there, i)]
            },
            |i, is_there, [x, w, b]| {
                y.store_where(is_there, first + i, (x - middle) * scale * w + b);
            },
        );
    })
}

/// `d_x = inv_std (d_y w - mean(d_y w) - x̂ mean(d_y w x̂))` with `x̂ = (x - mean) inv_std`, means over the row. `d_x` may be
/// `d_y`.
///
/// Parameters: x, d_y, w, mean, inv_std, d_x, n: the rows.
pub(crate) fn grad_input(features: usize) -> Kernel {
    rows("layer_norm_grad_input", |k| {
        let [x, d_y, w, mean, inv_std, d_x] = [(); 6].map(|()| k.pointer());
        let n = k.number();
        let team = Team::row(k, features, n);
        let (len, part) = (k.u32(size(features)), 1.0 / features as f64);
        let first = team.line * len;
        let (mean, inv_std) = (mean.load(team.line), inv_std.load(team.line));
        let read = |i, is_there| {
            let d = d_y.load_where(is_there, first + i) * w.load_where(is_there, i);
            [(x.load_where(is_there, first + i) - mean) * inv_std, d]
        };
        let [total, product] = team.sums(len, |i, is_there| {
            let [x, d] = read(i, is_there);
            [d, d * x]
        });
        let (shift, slope) = ((total * part).narrow(), (product * part).narrow());
        team.each(len, read, |i, is_there, [x, d]| {
            d_x.store_where(is_there, first + i, inv_std * (d - shift - x * slope));
        });
    })
}

/// `d_w = Σ d_y x̂` and `d_b = Σ d_y` over the rows of the batch, each where it is wanted.
///
/// Operands: x, d_y, mean, inv_std; d_w and d_b if wanted.
pub(crate) fn grad_parameters(
    features: usize,
    weight: Option<Write>,
    bias: Option<Write>,
    stage: Stage,
) -> Kernel {
    sums(
        "layer_norm_grad_parameters",
        stage,
        Channels { count: features, positions: 1 },
        |k, _| {
            let [x, d_y, mean, inv_std] = [(); 4].map(|()| k.pointer());
            Box::new(move |Element { number: row, at, is_there }| {
                let d = d_y.load_where(is_there, at);
                if weight.is_none() {
                    return [k.f32(0.0), d];
                }
                let (mean, inv_std) =
                    (mean.load_where(is_there, row), inv_std.load_where(is_there, row));
                [d * ((x.load_where(is_there, at) - mean) * inv_std), d]
            })
        },
        |k| {
            let wanted = [weight, bias].map(|write| write.map(|write| (write, k.pointer())));
            Box::new(move |line, sums| {
                for (to, sum) in wanted.into_iter().zip(sums) {
                    if let Some((write, to)) = to {
                        write.store(to, line, sum.narrow());
                    }
                }
            })
        },
    )
}

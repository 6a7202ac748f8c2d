//! The gradients of biases: sums of `d_y` over all that a bias was added to.

use nnplan::{Conv2d, Linear};

use super::team::{Team, columns};
use super::{Write, size};
use crate::ptx::Kernel;

/// `d_b[o] = Σ d_y[row, o]` over the rows of the batch. Parameters: d_y, d_b, rows, n: the output features.
pub(crate) fn linear_grad_bias(g: &Linear, write: Write) -> Kernel {
    sums("linear_grad_bias", g.out_features, 1, write)
}

/// `d_b[o] = Σ d_y[sample, o, pixel]` over samples and pixels. Parameters: d_y, d_b, batch, n: the output channels.
pub(crate) fn conv2d_grad_bias(g: &Conv2d, write: Write) -> Kernel {
    sums("conv2d_grad_bias", g.out_channels, g.out_pixels(), write)
}

/// The sums of each channel of `[samples, channels, positions]`.
fn sums(name: &str, channels: usize, positions: usize, write: Write) -> Kernel {
    columns(name, |k| {
        let (d_y, d_b, samples, n) = (k.pointer(), k.pointer(), k.number(), k.number());
        let team = Team::channels(k, channels, positions);
        let len = team.len_of(n, samples * size(positions));
        let place = team.places(size(channels), size(positions));
        let [sum] = team.sums(len, |i, is_there| [d_y.load_where(is_there, place(i))]);
        k.when(team.is_writer(n), || write.store(d_b, team.line, sum.narrow()));
    })
}

//! A convolution with what follows it. Compiled for one element type at a time, as `ops.rs` is, and why.

use nnplan::{Activation, Conv2d};

use super::T;
use super::ops::optional;
use crate::cpu::piece::CpuPiece;
use crate::device::{Epilogue, Ops, Region};
use crate::kernels::conv2d;

impl CpuPiece<'_, T> {
    /// In one kernel a norm, and a ReLU that works in place; the plain calls for the rest.
    pub(super) fn convolve(
        &mut self,
        g: &Conv2d,
        epilogue: &Epilogue<'_>,
        [x, w, b, y]: [Region; 4],
    ) {
        let relu = epilogue.pool.is_none()
            && matches!(epilogue.activation, Some((Activation::Relu, out)) if {
                self.is_same(out, epilogue.norm.map_or(y, |(_, [.., out])| out))
            });
        if !(epilogue.norm.is_some() || relu) || !conv2d::is_joined::<T>(self.exec, g) {
            self.conv2d(g, x, w, b, y);
            return epilogue.run(self, y);
        }
        let columns = self.columns();
        let (norm, [nw, nb, mean, variance, out]) = match epilogue.norm {
            Some((g, regions)) => (Some(g), regions),
            None => (None, [Region::NONE, Region::NONE, Region::NONE, Region::NONE, y]),
        };
        let ([xs, ws, bs, nw, nb, mean, variance], [ys]) =
            self.operands([x, w, b, nw, nb, mean, variance], [out]);
        let norm = norm.map(|g| conv2d::Norm { eps: g.eps, tensors: [nw, nb, mean, variance] });
        let (b, then) = (optional(b, bs), (norm, relu));
        conv2d::conv2d_then(self.exec, g, self.count, [xs, ws], b, then, ys, columns);
        if !relu {
            epilogue.after_norm(self, out);
        }
    }
}

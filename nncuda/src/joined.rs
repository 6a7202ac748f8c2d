//! Calls with what follows them, and what several operations share.

use nncore::device::{Epilogue, Ops, Region};
use nnplan::{Activation, Conv2d, Linear, Pool2d};

use crate::kernels::channels::Channels;
use crate::kernels::gemv::MOST_ROWS;
use crate::kernels::key::{Bias, Function, KernelKey as Key};
use crate::kernels::{grouped, pooled};
use crate::piece::{CudaPiece, Product, terms};

impl CudaPiece<'_> {
    /// The activation that the product itself applies: one that follows at once, in place.
    pub(crate) fn fused<'e>(
        &self,
        epilogue: &'e Epilogue<'_>,
        y: Region,
    ) -> Option<&'e Activation> {
        match (&epilogue.norm, &epilogue.pool, &epilogue.activation) {
            (None, None, Some((f, out))) if self.is_same(*out, y) => Some(f),
            _ => None,
        }
    }

    /// What follows a product whose activation is `done` or is not.
    pub(crate) fn rest(&mut self, epilogue: &Epilogue<'_>, done: bool, y: Region) {
        match (&epilogue.norm, &epilogue.pool, &epilogue.activation) {
            (None, Some((g, pooled, indices)), Some((f, out))) if self.is_same(*out, *pooled) => {
                self.max_pool2d_then(g, Some(f), y, *pooled, *indices);
            }
            _ if done => {}
            _ => epilogue.run(self, y),
        }
    }

    pub(crate) fn is_same(&self, a: Region, b: Region) -> bool {
        self.base.resolve(a) == self.base.resolve(b)
    }

    pub(crate) fn linear_then(&mut self, g: &Linear, f: Option<&Activation>, regions: [Region; 4]) {
        let rows = self.batch() * g.rows;
        if rows <= MOST_ROWS {
            return self.few_rows(g, f, rows, &regions);
        }
        let [x, w, b, y] = regions;
        let layout = Channels { count: g.out_features, positions: 1 };
        let product = Product {
            reads: [x, w],
            bias: g.bias.then_some((b, layout)),
            activation: f,
            y,
            count: rows,
            sizes: [rows, g.out_features, g.in_features, 1],
        };
        let (features, bias, function) = (g.into(), g.bias, f.map(Function::from));
        let key = |tile, sums| Key::Linear { features, bias, function, tile, sums };
        self.product(key, &product);
    }

    pub(crate) fn conv2d_then(&mut self, g: &Conv2d, f: Option<&Activation>, regions: [Region; 4]) {
        let [x, w, b, y] = regions;
        let (conv, bias, function) = (g.into(), g.bias, f.map(Function::from));
        if grouped::is_small(g, g.group_out()) {
            let (key, n) = (Key::Conv2dGrouped { conv, bias, function }, self.batch() * y.len);
            return match bias {
                true => self.call(key, [x, w, b, y], n),
                false => self.call(key, [x, w, y], n),
            };
        }
        let batch = self.batch();
        let layout = Channels { count: g.out_channels, positions: g.out_pixels() };
        let product = Product {
            reads: [x, w],
            bias: g.bias.then_some((b, layout)),
            activation: f,
            y,
            count: batch,
            sizes: [g.group_out(), batch * g.out_pixels(), g.patch(), g.groups],
        };
        self.product(|tile, sums| Key::Conv2d { conv, bias, function, tile, sums }, &product);
    }

    /// A convolution and its pool by one kernel, with the activation where that works in place. Nothing is written to `y`.
    pub(crate) fn conv2d_pooled(
        &mut self,
        g: &Conv2d,
        (pool, pooled, indices): &(&Pool2d, Region, Region),
        activation: Option<&(Activation, Region)>,
        [x, w, b, y]: [Region; 4],
    ) {
        self.check_len(y); // it has at least the columns of the product
        let (batch, keeps) = (self.batch(), self.is_there(*indices));
        let (function, rest) = match activation {
            Some((f, out)) if self.is_same(*out, *pooled) => (Some(f.into()), None),
            rest => (None, rest),
        };
        let (conv, pool_, bias) = (g.into(), (*pool).into(), g.bias);
        let key = |tile| Key::Conv2dMaxPool2d { conv, pool: pool_, bias, keeps, function, tile };
        let sizes = [g.group_out(), batch * pooled::columns(pool), g.groups];
        let operands = self.present(&[x, w, b, *pooled, *indices]);
        self.tiles(
            key,
            operands,
            &[batch],
            sizes,
            terms([sizes[0], sizes[1], g.patch(), sizes[2]]),
        );
        if let Some((f, out)) = rest {
            self.activation(f, *pooled, *out);
        }
    }

    /// The gradient of what was added to each of so many samples, or rows.
    pub(crate) fn bias_gradient(
        &mut self,
        of: Bias,
        channels: Channels,
        d_y: Region,
        d_b: Region,
        samples: usize,
    ) {
        let write = self.write(d_b);
        let key = |stage| Key::GradBias { of, channels, write, stage };
        self.channel_sums(key, [&[d_y], &[d_b]], channels, samples, 1);
    }

    pub(crate) fn max_pool2d_then(
        &mut self,
        g: &Pool2d,
        f: Option<&Activation>,
        x: Region,
        y: Region,
        indices: Region,
    ) {
        let (n, keeps) = (self.batch() * y.len, self.is_there(indices));
        let key = Key::MaxPool2d { pool: g.into(), keeps, function: f.map(Function::from) };
        match keeps {
            true => self.call(key, [x, y, indices], n),
            false => self.call(key, [x, y], n),
        }
    }
}

//! How much a kernel computes and moves, from the geometry that it was made for.

use nncuda::KernelTime;
use nncuda::key::{Bias, Convolution, KernelKey, Pool, Rule, Stage};

/// What is computed and moved, where it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Work {
    /// Floating-point operations: 2mnk of a product. Others are not counted.
    pub flops: Option<f64>,
    /// Bytes: each operand once.
    pub bytes: Option<f64>,
}

impl Work {
    /// The sum of what is known.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        let sum = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => Some(a + b),
            (a, b) => a.or(b),
        };
        Self { flops: sum(self.flops, other.flops), bytes: sum(self.bytes, other.bytes) }
    }

    /// So many multiply-adds on so many numbers.
    fn product(macs: f64, numbers: f64) -> Self {
        Self { flops: Some(2.0 * macs), bytes: Some(4.0 * numbers) }
    }

    /// So many bytes moved.
    fn moved(bytes: f64) -> Self {
        Self { flops: None, bytes: Some(bytes) }
    }
}

/// What all calls of a kernel did.
#[must_use]
pub fn of_kernel(kernel: &KernelTime) -> Work {
    let of = |key| work(key, kernel.elements as f64, kernel.calls as f64);
    kernel.key.as_ref().and_then(of).unwrap_or_default()
}

/// What so many calls do, over so many elements together: see [`KernelTime::elements`].
fn work(key: &KernelKey, elements: f64, calls: f64) -> Option<Work> {
    use KernelKey as Key;
    Some(match key {
        Key::Linear { features, .. }
        | Key::LinearGemv { features, .. }
        | Key::LinearGradInput { features, .. }
        | Key::LinearGradWeight { features, .. } => {
            let (from, to) = (features.from as f64, features.to as f64);
            let rows = elements / (from * to);
            Work::product(elements, rows * (from + to) + calls * from * to)
        }
        Key::Conv2d { conv, .. } | Key::Conv2dGradWeight { conv, .. } => {
            let terms = weights(conv) * out_pixels(conv);
            convolution(conv, elements / terms, calls)
        }
        Key::Conv2dGradInput { conv, .. } => {
            let terms = weights(conv) * in_pixels(conv);
            convolution(conv, elements / terms, calls)
        }
        Key::Conv2dMaxPool2d { conv, pool, keeps, .. } => {
            let weights = weights(conv);
            let windows = product(pool.output);
            let samples = elements / (windows * product(pool.kernel) * weights);
            let (from, to) = (conv.in_channels as f64, conv.out_channels as f64);
            let numbers = samples * (from * in_pixels(conv) + to * windows) + calls * weights;
            let index = if *keeps { 1.0 } else { 0.0 };
            Work::product(elements, numbers).plus(Work::moved(samples * to * windows * index))
        }
        // Of sums in parts it is the kernel that reads the gradient.
        Key::GradBias { stage: Stage::Last, .. } | Key::GradBias { of: Bias::Fill, .. } => {
            return None;
        }
        Key::GradBias { channels, .. } => {
            Work::moved(4.0 * (elements + calls * channels.count as f64))
        }
        Key::MatMul { matrices: g, .. }
        | Key::MatMulGradLeft { matrices: g, .. }
        | Key::MatMulGradRight { matrices: g, .. } => {
            let (m, n, k) = (g.m as f64, g.n as f64, g.k as f64);
            Work::product(elements, elements / (m * n * k) * (m * k + k * n + m * n))
        }
        Key::MaxPool2d { pool, keeps, .. } => {
            max_pool(pool, elements / pooled_pixels(pool)[1], *keeps)
        }
        Key::MaxPool2dGrad { pool, .. } => max_pool(pool, elements / pooled_pixels(pool)[0], true),
        Key::Activation { .. } | Key::Affine { .. } | Key::Copy { .. } => {
            Work::moved(8.0 * elements)
        }
        Key::ActivationGrad { .. } | Key::Accumulate {} | Key::Binary { .. } => {
            Work::moved(12.0 * elements)
        }
        // Parameter and gradient, and the optimizer's own numbers, which are read and written.
        Key::Update { rule: Rule::Adam { .. } | Rule::AdamW { .. }, .. } => {
            Work::moved(4.0 * (3.0 + 2.0 * 2.0) * elements)
        }
        _ => return None,
    })
}

fn product([a, b]: [usize; 2]) -> f64 {
    a as f64 * b as f64
}

fn in_pixels(g: &Convolution) -> f64 {
    product([g.vertical.input, g.horizontal.input])
}

fn out_pixels(g: &Convolution) -> f64 {
    product([g.vertical.output, g.horizontal.output])
}

/// Those of a convolution: the multiply-adds of a pixel, too.
fn weights(g: &Convolution) -> f64 {
    let taps = product([g.vertical.kernel, g.horizontal.kernel]);
    product([g.in_channels / g.groups, g.out_channels]) * taps
}

/// A convolution of so many samples, or a gradient of it.
fn convolution(g: &Convolution, samples: f64, calls: f64) -> Work {
    let numbers = g.in_channels as f64 * in_pixels(g) + g.out_channels as f64 * out_pixels(g);
    Work::product(samples * out_pixels(g) * weights(g), samples * numbers + calls * weights(g))
}

/// Pixels of a pool's input, and its windows.
fn pooled_pixels(pool: &Pool) -> [f64; 2] {
    let (down, across) = (pool.vertical, pool.horizontal);
    [product([down.input, across.input]), product([down.output, across.output])]
}

/// A max pool of so many images of one channel, or its gradient.
fn max_pool(pool: &Pool, images: f64, keeps: bool) -> Work {
    let [pixels, windows] = pooled_pixels(pool);
    let index = if keeps { pool.index_bytes() as f64 } else { 0.0 };
    Work::moved(images * (4.0 * pixels + (4.0 + index) * windows))
}

#[cfg(test)]
mod tests {
    use nncuda::Precision;
    use nncuda::key::{
        Blocks, Channels, Features, Limit, Real, Size, Sums, Tile, WindowAxis, Write,
    };

    use super::*;

    const TILE: Tile = Tile {
        size: Size::Small,
        precision: Precision::F32,
        is_aligned: true,
        is_pipelined: false,
    };
    const VERTICAL: WindowAxis =
        WindowAxis { input: 6, kernel: 3, stride: 1, dilation: 1, before: 1, output: 6 };
    const HORIZONTAL: WindowAxis =
        WindowAxis { input: 8, kernel: 5, stride: 2, dilation: 1, before: 2, output: 4 };

    fn conv(groups: usize) -> Convolution {
        let (vertical, horizontal) = (VERTICAL, HORIZONTAL);
        Convolution { in_channels: 4, out_channels: 2, groups, vertical, horizontal }
    }

    #[test]
    fn products_are_two_operations_a_multiply_add() {
        let features = Features { from: 18, to: 4 };
        let key = KernelKey::LinearGradInput { features, tile: TILE, sums: Sums::Whole };
        // Six rows, in two calls.
        assert_eq!(
            work(&key, 6.0 * 72.0, 2.0).unwrap(),
            Work { flops: Some(2.0 * 6.0 * 72.0), bytes: Some(4.0 * (6.0 * 22.0 + 2.0 * 72.0)) }
        );
        let conv = conv(2);
        let (tile, sums) = (TILE, Sums::Whole);
        let forward = KernelKey::Conv2d { conv, bias: true, function: None, tile, sums };
        let backward = KernelKey::Conv2dGradInput { conv, tile, sums };
        // Two of the four channels, a window of 15, for each number of the output; or one, for each of the input.
        for (key, terms) in [(forward, 2.0 * 24.0 * 30.0), (backward, 4.0 * 48.0 * 15.0)] {
            let found = work(&key, 3.0 * terms, 1.0).unwrap();
            assert_eq!(found.flops, Some(2.0 * 3.0 * (2.0 * 24.0) * 30.0));
            assert_eq!(found.bytes, Some(4.0 * (3.0 * (4.0 * 48.0 + 2.0 * 24.0) + 60.0)));
        }
    }

    #[test]
    fn a_pooled_convolution_computes_the_pixels_of_windows() {
        let pool = Blocks { kernel: [2, 2], output: [3, 2] };
        let key = |keeps| KernelKey::Conv2dMaxPool2d {
            conv: conv(1),
            pool,
            bias: true,
            keeps,
            function: None,
            tile: TILE,
        };
        // Three by two windows of four pixels, of two channels, each of a patch of 60.
        let terms = 3.0 * (6.0 * 4.0 * 2.0) * 60.0;
        let found = |keeps| work(&key(keeps), terms, 1.0).unwrap();
        assert_eq!(found(true).flops, Some(2.0 * terms));
        let bytes = 4.0 * (3.0 * (4.0 * 48.0 + 2.0 * 6.0) + 120.0);
        assert_eq!(found(false).bytes, Some(bytes));
        assert_eq!(found(true).bytes, Some(bytes + 3.0 * 2.0 * 6.0));
    }

    #[test]
    fn moved_bytes_are_those_of_the_operands() {
        let bytes = |key, elements| work(&key, elements, 1.0).and_then(|w| w.bytes);
        assert_eq!(bytes(KernelKey::Accumulate {}, 10.0), Some(120.0));
        let [beta1, beta2, eps] = [0.9, 0.99, 1e-8].map(Real::of);
        let rule = Rule::Adam { beta1, beta2, eps };
        assert_eq!(bytes(KernelKey::Update { rule, limit: Limit::None }, 10.0), Some(280.0));
        let pool = Pool { vertical: VERTICAL, horizontal: HORIZONTAL };
        // Ten images of one channel.
        let (input, output) = (10.0 * 48.0, 10.0 * 24.0);
        let key = KernelKey::MaxPool2d { pool, keeps: false, function: None };
        assert_eq!(bytes(key, output), Some(4.0 * (input + output)));
        let key = KernelKey::MaxPool2dGrad { pool, is_pairs: false };
        assert_eq!(bytes(key, input), Some(4.0 * input + 5.0 * output));
        let channels = Channels { count: 7, positions: 12 };
        let bias = |of, stage| KernelKey::GradBias { of, channels, write: Write::Assign, stage };
        let sums = 2.0 * 12.0 * 7.0;
        assert_eq!(bytes(bias(Bias::Conv2d, Stage::Parts), sums), Some(4.0 * (sums + 7.0)));
        assert_eq!(bytes(bias(Bias::Linear, Stage::Last), 7.0), None);
        assert_eq!(bytes(KernelKey::Zeros {}, 10.0), None);
    }
}

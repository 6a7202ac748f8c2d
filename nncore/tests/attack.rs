//! Attacks that have held, as commands: kernels on random shapes, equal to the portable ones on whole numbers, whose sums
//! are exact, between guards; and damaged weight files. A few rounds here; for as many as one likes:
//!
//! ```sh
//! NN_ATTACK=5000 cargo test --release -p nncore-tests --test attack -- --nocapture
//! ```
//!
//! which is 35,000 shapes of kernels. `data_damaged` and `tiny_weights` take the same variable.
#![cfg(feature = "threads")]

#[path = "attack/count.rs"]
mod count;
#[path = "common/exact.rs"]
mod exact;

use std::fmt::Debug;

use exact::exact;
use nncore::Element;
use nncore::kernels::gemm::{Arithmetic, Exec};
use nncore::kernels::{Write, conv2d, linear, matmul, pool2d};
use nncore::portable::{self, Cells, Out};
use nncore::threads::Threads;
use nnplan::{Conv2d, Conv2dArgs, Linear, LinearArgs, MatMul, Padding, Pool2d, Pool2dArgs, Shape};

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// From `least` to `most`.
    fn from(&mut self, least: usize, most: usize) -> usize {
        least + (self.next() % (most - least + 1) as u64) as usize
    }

    fn coin(&mut self) -> bool {
        self.next() & 1 == 1
    }

    /// Whole numbers from -4 to 4.
    fn numbers<T: Element>(&mut self, len: usize) -> Vec<T> {
        (0..len).map(|_| T::from_f64(self.from(0, 8) as f64 - 4.0)).collect()
    }
}

/// Elements of a guard.
const GUARD: usize = 16;

/// What a kernel writes: NaN between guards, or numbers to be added to.
struct Guarded<T>(Vec<T>);

impl<T: Element> Guarded<T> {
    fn new(len: usize) -> Self {
        Self::of(&vec![T::from_f64(f64::NAN); len])
    }

    fn of(values: &[T]) -> Self {
        let guard = [T::from_f64(123_456.0); GUARD];
        Self([&guard, values, &guard].concat())
    }

    fn slice(&mut self) -> &mut [T] {
        let end = self.0.len() - GUARD;
        &mut self.0[GUARD..end]
    }

    #[track_caller]
    fn assert(mut self, expected: &[T], what: &dyn Debug) {
        assert!(self.slice() == expected, "{what:?}");
        let end = self.0.len() - GUARD;
        let guard = [T::from_f64(123_456.0); GUARD];
        assert!(self.0[..GUARD] == guard && self.0[end..] == guard, "a guard: {what:?}");
    }
}

/// All ways of a kernel: by native and portable arithmetic, on 1, 2, 3 and 8 threads.
struct Ways(Vec<Threads>);

impl Ways {
    fn new() -> Self {
        Self([1, 2, 3, 8].map(|n| Threads::new(n).expect("threads")).into())
    }

    fn each(&self, mut f: impl FnMut(Exec<'_>)) {
        for threads in &self.0 {
            for arithmetic in [Arithmetic::Native, Arithmetic::Portable] {
                f(Exec { arithmetic, threads });
            }
        }
    }
}

/// Draws shapes until one has no fault, then checks it; so many times.
fn rounds<G: Debug>(
    seed: u64,
    draw: impl Fn(&mut Random) -> Option<G>,
    mut check: impl FnMut(&G, &mut Random),
) {
    let mut random = Random(seed);
    for _ in 0..count::rounds(12) {
        let shape = loop {
            if let Some(shape) = draw(&mut random) {
                break shape;
            }
        };
        check(&shape, &mut random);
    }
}

/// A convolution of groups of up to so many channels.
fn draw_conv2d(r: &mut Random, most: usize) -> Option<(Conv2d, usize)> {
    let groups = r.from(1, 3);
    let channels = groups * r.from(1, most);
    let args = Conv2dArgs {
        in_channels: None,
        out_channels: groups * r.from(1, most),
        kernel: [r.from(1, 4), r.from(1, 4)],
        stride: [r.from(1, 3), r.from(1, 3)],
        padding: match r.from(0, 2) {
            0 => Padding::Same,
            1 => Padding::Explicit([0; 4]),
            _ => Padding::Explicit([r.from(0, 2), r.from(0, 2), r.from(0, 2), r.from(0, 2)]),
        },
        dilation: [r.from(1, 2), r.from(1, 2)],
        groups: Some(groups),
        bias: r.coin(),
    };
    let g = Conv2d::new(Shape::new(&[channels, r.from(1, 12), r.from(1, 12)]), args);
    g.fault().is_none().then(|| (g, r.from(1, 5)))
}

fn attack_conv2d<T: Element>(seed: u64, most: usize) {
    let ways = Ways::new();
    rounds(
        seed,
        |r| draw_conv2d(r, most),
        |(g, batch), r| {
            let batch = *batch;
            let (x, w) = (r.numbers::<T>(batch * g.input.len()), r.numbers::<T>(g.weight().len()));
            let (b, d_y) =
                (r.numbers::<T>(g.out_channels), r.numbers::<T>(batch * g.output().len()));
            let bias = g.bias.then_some(&b[..]);
            let (reads, before, assign) =
                ([&x[..], &w, &b, &d_y], [&d_y[..], &x, &b], portable::Sums::Replace);
            let [y, d_x, d_b] = exact(reads, before, assign, |[x, w, b, d_y], [y, d_x, d_b]| {
                portable::conv2d(g, batch, [x, w, b], [y]);
                portable::conv2d_grad_input(g, batch, [d_y, w], [d_x]);
                portable::conv2d_grad_bias(g, batch, [d_y], [d_b]);
            });
            // The gradient of the weight replaces what is there, or is added to it.
            let (write, begin, way) = if r.coin() {
                (Write::Add, r.numbers::<T>(w.len()), portable::Sums::Add)
            } else {
                (Write::Assign, vec![T::from_f64(f64::NAN); w.len()], assign)
            };
            let [d_w] = exact([&x, &d_y], [&begin], way, |x, d_w| {
                portable::conv2d_grad_weight(g, batch, x, d_w);
            });
            ways.each(|exec| {
                let what = (g, batch, exec.arithmetic, exec.threads.count(), write);
                let mut columns = Guarded::new(conv2d::scratch_len(g));
                let mut found = Guarded::new(y.len());
                conv2d::conv2d(exec, g, batch, &x, &w, bias, found.slice(), columns.slice());
                found.assert(&y, &what);
                let mut found = Guarded::new(x.len());
                conv2d::conv2d_grad_input(exec, g, batch, &d_y, &w, found.slice(), columns.slice());
                found.assert(&d_x, &what);
                let mut found = Guarded::of(&begin);
                conv2d::conv2d_grad_weight(
                    exec,
                    g,
                    batch,
                    &x,
                    &d_y,
                    write,
                    found.slice(),
                    columns.slice(),
                );
                found.assert(&d_w, &what);
                let mut found = Guarded::new(b.len());
                conv2d::conv2d_grad_bias(g, batch, &d_y, Write::Assign, found.slice());
                found.assert(&d_b, &what);
                let end = columns.0.len() - GUARD;
                let guards = columns.0[..GUARD].iter().chain(&columns.0[end..]);
                assert!(guards.copied().all(|x| x == T::from_f64(123_456.0)), "columns: {what:?}");
            });
        },
    );
}

#[test]
fn convolutions() {
    attack_conv2d::<f32>(1, 3);
}

#[test]
fn wide_convolutions() {
    attack_conv2d::<f32>(2, 24);
}

#[test]
fn convolutions_in_f64() {
    attack_conv2d::<f64>(3, 9);
}

#[test]
fn pools() {
    let draw = |r: &mut Random| {
        let args = Pool2dArgs {
            // Means over 1, 2, 4, 8 or 16 numbers are exact.
            kernel: Some([1 << r.from(0, 2), 1 << r.from(0, 2)]),
            stride: r.coin().then(|| [r.from(1, 4), r.from(1, 4)]),
            padding: match r.from(0, 2) {
                0 => Padding::Same,
                1 => Padding::Explicit([0; 4]),
                _ => Padding::Explicit([r.from(0, 1), r.from(0, 1), r.from(0, 1), r.from(0, 1)]),
            },
            dilation: [r.from(1, 2), r.from(1, 2)],
            count_include_pad: true,
        };
        let shape = [r.from(1, 9), r.from(1, 20), r.from(1, 20)];
        let g = Pool2d::new(Shape::new(&shape), args);
        // A mean over a window in part of numbers that are not counted is not exact.
        let is_exact = args.padding != Padding::Same;
        g.fault().is_none().then(|| (g, r.from(1, 5), is_exact))
    };
    rounds(4, draw, |(g, batch, is_exact), r| {
        let batch = *batch;
        let (n, of) = (batch * g.input.len(), batch * g.output().len());
        let (x, d_y) = (r.numbers::<f32>(n), r.numbers::<f32>(of));
        let (assign, mut places) = (portable::Sums::Replace, vec![0xff; of * g.index_bytes()]);
        let [y] = exact([&x], [&d_y], assign, |x, [y]| {
            let places = Out { to: Cells::bytes(&mut places), ..y };
            portable::max_pool2d(g, batch, x, [y, places]);
        });
        let (mut found, mut indices) = (Guarded::new(of), vec![0xaa; places.len()]);
        pool2d::max_pool2d(g, batch, &x, found.slice(), Some(&mut indices));
        found.assert(&y, g);
        let mut found = Guarded::new(of);
        pool2d::max_pool2d(g, batch, &x, found.slice(), None);
        found.assert(&y, g);
        assert_eq!(indices, places, "{g:?}");
        let [d_x] = exact([&d_y], [&x], assign, |[d_y], d_x| {
            portable::max_pool2d_grad(g, batch, [d_y, Cells::bytes(&mut places)], d_x);
        });
        let mut found = Guarded::new(n);
        pool2d::max_pool2d_grad(g, batch, &d_y, &indices, found.slice());
        found.assert(&d_x, g);
        if *is_exact {
            let mut found = Guarded::new(of);
            let [y] = exact([&x], [&d_y], assign, |x, y| portable::avg_pool2d(g, batch, x, y));
            pool2d::avg_pool2d(g, batch, &x, found.slice());
            found.assert(&y, g);
            let [d_x] =
                exact([&d_y], [&x], assign, |x, y| portable::avg_pool2d_grad(g, batch, x, y));
            let mut found = Guarded::new(n);
            pool2d::avg_pool2d_grad(g, batch, &d_y, found.slice());
            found.assert(&d_x, g);
        }
    });
}

fn attack_linear<T: Element>(seed: u64) {
    let ways = Ways::new();
    let draw = |r: &mut Random| {
        let input = if r.coin() { vec![r.from(1, 9)] } else { Vec::new() };
        let shape = [&input[..], &[r.from(1, 90)]].concat();
        let args = LinearArgs { in_features: None, out_features: r.from(1, 90), bias: r.coin() };
        Some((Linear::new(Shape::new(&shape), args), r.from(1, 40)))
    };
    rounds(seed, draw, |(g, batch), r| {
        let (batch, features) = (*batch, g.in_features * g.out_features);
        let (x, w) = (r.numbers::<T>(batch * g.input.len()), r.numbers::<T>(features));
        let (b, d_y) = (r.numbers::<T>(g.out_features), r.numbers::<T>(batch * g.output().len()));
        let bias = g.bias.then_some(&b[..]);
        let assign = portable::Sums::Replace;
        let [y, d_x, d_w, d_b] = exact(
            [&x, &w, &b, &d_y],
            [&d_y, &x, &w, &b],
            assign,
            |[x, w, b, d_y], [y, d_x, d_w, d_b]| {
                portable::linear(g, batch, [x, w, b], [y]);
                portable::linear_grad_input(g, batch, [d_y, w], [d_x]);
                portable::linear_grad_weight(g, batch, [x, d_y], [d_w]);
                portable::linear_grad_bias(g, batch, [d_y], [d_b]);
            },
        );
        ways.each(|exec| {
            let what = (g, batch, exec.arithmetic, exec.threads.count());
            let mut found = Guarded::new(y.len());
            linear::linear(exec, g, batch, &x, &w, bias, found.slice());
            found.assert(&y, &what);
            let mut found = Guarded::new(x.len());
            linear::linear_grad_input(exec, g, batch, &d_y, &w, found.slice());
            found.assert(&d_x, &what);
            let mut found = Guarded::new(w.len());
            linear::linear_grad_weight(exec, g, batch, &x, &d_y, Write::Assign, found.slice());
            found.assert(&d_w, &what);
            let mut found = Guarded::new(b.len());
            linear::linear_grad_bias(exec, g, batch, &d_y, Write::Assign, found.slice());
            found.assert(&d_b, &what);
        });
    });
}

#[test]
fn linear_layers() {
    attack_linear::<f32>(5);
}

#[test]
fn linear_layers_in_f64() {
    attack_linear::<f64>(6);
}

#[test]
fn products() {
    let ways = Ways::new();
    let draw = |r: &mut Random| {
        let (m, k, n) = (r.from(1, 40), r.from(1, 60), r.from(1, 40));
        let (left, right) = (r.coin(), r.coin());
        let batch = if r.coin() { vec![r.from(1, 4)] } else { Vec::new() };
        let shape = |rows: usize, columns: usize, transposed: bool| {
            let sizes = if transposed { [columns, rows] } else { [rows, columns] };
            Shape::new(&[&batch[..], &sizes].concat())
        };
        let g = MatMul::new(shape(m, k, left), shape(k, n, right), left, right);
        g.fault().is_none().then(|| (g, r.from(1, 6)))
    };
    rounds(7, draw, |(g, batch), r| {
        let batch = *batch;
        let (a, b) = (r.numbers::<f32>(batch * g.left.len()), r.numbers(batch * g.right.len()));
        let d_y = r.numbers::<f32>(batch * g.batch * g.m * g.n);
        let (reads, before) = ([&a[..], &b, &d_y], [&d_y[..], &a, &b]);
        let assign = portable::Sums::Replace;
        let [y, d_a, d_b] = exact(reads, before, assign, |[a, b, d_y], [y, d_a, d_b]| {
            portable::matmul(g, batch, [a, b], [y]);
            portable::matmul_grad_left(g, batch, [d_y, b], [d_a]);
            portable::matmul_grad_right(g, batch, [a, d_y], [d_b]);
        });
        ways.each(|exec| {
            let what = (g, batch, exec.arithmetic, exec.threads.count());
            let mut found = Guarded::new(y.len());
            matmul::matmul(exec, g, batch, &a, &b, found.slice());
            found.assert(&y, &what);
            let mut found = Guarded::new(a.len());
            matmul::matmul_grad_left(exec, g, batch, &d_y, &b, found.slice());
            found.assert(&d_a, &what);
            let mut found = Guarded::new(b.len());
            matmul::matmul_grad_right(exec, g, batch, &a, &d_y, found.slice());
            found.assert(&d_b, &what);
        });
    });
}

/// Damaged weight files: an error that names the file, or a model.
#[cfg(feature = "checkpoint")]
mod files {
    use std::fs;

    use nncore::prelude::*;

    use super::{Random, count};

    network! {
        struct Net;
        input: [3];
        fc1: Linear(3 -> 4);
        norm: BatchNorm1d;
        fc2: Linear(4 -> 2);
    }

    /// Bits turned, bytes replaced, pieces removed, doubled or moved, the end cut off.
    fn damage(file: &[u8], r: &mut Random) -> Vec<u8> {
        let mut damaged = file.to_vec();
        for _ in 0..r.from(1, 4) {
            let at = r.from(0, damaged.len() - 1);
            let len = r.from(1, 16).min(damaged.len() - at);
            match r.from(0, 6) {
                0 => damaged[at] ^= 1 << r.from(0, 7),
                1 => damaged[at] = r.from(0, 255) as u8,
                2 => damaged[r.from(0, 7)] = r.from(0, 255) as u8, // the header's length
                3 => damaged.truncate(at.max(1)),
                4 => {
                    damaged.drain(at..at + len);
                    damaged.push(b'}');
                }
                5 => {
                    let piece = damaged[at..at + len].to_vec();
                    let to = r.from(0, damaged.len());
                    damaged.splice(to..to, piece);
                }
                _ => {
                    let digit = damaged[at..].iter().position(u8::is_ascii_digit);
                    if let Some(i) = digit {
                        damaged[at + i] = b'0' + r.from(0, 9) as u8;
                    }
                }
            }
        }
        damaged
    }

    #[test]
    fn damaged_weight_files() {
        let device = Cpu::with_threads(1).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("damaged.safetensors");
        Model::<Net, _>::init(&device, Seed(1)).unwrap().save(&path).unwrap();
        let whole = fs::read(&path).unwrap();
        let (mut random, mut errors) = (Random(8), 0);
        let rounds = count::rounds(200);
        for _ in 0..rounds {
            let file = damage(&whole, &mut random);
            fs::write(&path, &file).unwrap();
            if let Err(error) = Model::<Net, Cpu>::load(&device, &path) {
                let text = error.to_string();
                assert!(text.contains("damaged.safetensors"), "{text}");
                errors += 1;
            }
        }
        assert!(errors > rounds / 2, "{errors} of {rounds}");
    }
}

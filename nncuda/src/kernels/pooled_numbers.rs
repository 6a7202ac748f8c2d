//! Convolutions with their pools in one kernel: the bits of the plain kernels one after another, and on numbers whose sums are
//! exact those of `nncore::kernels`.

use nncore::kernels as cpu;
use nncore::kernels::gemm::{Arithmetic, Exec};
use nnplan::{Activation, Conv2d, Conv2dArgs, Padding, Pool2d, Pool2dArgs, Shape};

use super::bench::Bench;
use super::parts::Sums;
use super::product::Tile;
use super::product_numbers::tiles;
use super::row_tests::{NOT_WRITTEN, Numbers, check, number};
use super::*;
use crate::{Arg, Precision};

/// A convolution, and the pool after it.
struct Case {
    conv: Conv2d,
    pool: Pool2d,
}

impl Case {
    /// The image, output channels, and size of the kernel; the pool's window.
    fn new(image: [usize; 3], out_channels: usize, kernel: usize, window: [usize; 2]) -> Self {
        let args = Conv2dArgs {
            in_channels: None,
            out_channels,
            kernel: [kernel; 2],
            stride: [1, 1],
            padding: Padding::Explicit([kernel / 2; 4]),
            dilation: [1, 1],
            groups: Some(1),
            bias: true,
        };
        Self::of(Conv2d::new(Shape::new(&image), args), window, [0; 4])
    }

    fn of(conv: Conv2d, window: [usize; 2], padding: [usize; 4]) -> Self {
        let image = [conv.out_channels, conv.vertical.output, conv.horizontal.output];
        let args = Pool2dArgs {
            kernel: Some(window),
            stride: None,
            padding: Padding::Explicit(padding),
            dilation: [1, 1],
            count_include_pad: true,
        };
        let pool = Pool2d::new(Shape::new(&image), args);
        assert!(conv.fault().is_none() && pool.fault().is_none());
        Self { conv, pool }
    }
}

/// Strides, dilation, groups; no bias.
fn uneven(image: [usize; 3], out_channels: usize, groups: usize) -> Conv2d {
    let args = Conv2dArgs {
        in_channels: None,
        out_channels,
        kernel: [3, 2],
        stride: [2, 1],
        padding: Padding::Explicit([1, 1, 0, 1]),
        dilation: [1, 2],
        groups: Some(groups),
        bias: false,
    };
    Conv2d::new(Shape::new(&image), args)
}

/// With the number of samples.
fn cases() -> Vec<(Case, usize)> {
    vec![
        (Case::new([1, 2, 2], 1, 1, [2, 2]), 1),
        // The last row and column reach no window.
        (Case::new([3, 9, 11], 5, 3, [2, 2]), 4),
        (Case::new([8, 8, 6], 70, 3, [2, 2]), 3),
        (Case::of(uneven([5, 13, 11], 131, 1), [2, 2], [0; 4]), 3),
        (Case::of(uneven([6, 9, 8], 27, 3), [2, 2], [0; 4]), 2),
        (Case::new([4, 5, 9], 3, 3, [1, 2]), 3),
        (Case::new([4, 5, 9], 3, 1, [2, 1]), 1),
        (Case::new([3, 5, 10], 9, 3, [1, 4]), 3),
        (Case::new([3, 9, 5], 9, 3, [4, 1]), 2),
        (Case::new([2, 5, 7], 4, 3, [1, 1]), 2),
    ]
}

/// A case with numbers.
struct Run<'a> {
    case: &'a Case,
    batch: usize,
    f: Option<Activation>,
    x: Vec<f32>,
    w: Vec<f32>,
    b: Vec<f32>,
}

/// What is computed: numbers, and positions.
type Found = (Vec<f32>, Vec<u8>);

impl<'a> Run<'a> {
    fn new(case: &'a Case, batch: usize, f: Option<Activation>, mut numbers: Numbers) -> Self {
        let g = &case.conv;
        let x = numbers.take(batch * g.in_channels * g.in_pixels());
        let (w, b) = (numbers.take(g.weight().len()), numbers.take(g.out_channels));
        Self { case, batch, f, x, w, b }
    }

    /// A buffer for each operand that is read, and one that is not written yet of `len` numbers.
    fn arguments(&self, bench: &mut Bench, len: usize) -> (Vec<Arg>, u64) {
        let bias = self.case.conv.bias.then_some(&self.b);
        let read = [&self.x, &self.w].into_iter().chain(bias);
        let mut arguments: Vec<Arg> = read.map(|x| Arg::Pointer(bench.f32(x))).collect();
        let y = bench.f32(&vec![NOT_WRITTEN; len]);
        arguments.push(Arg::Pointer(y));
        (arguments, y)
    }

    fn by_one_kernel(&self, tile: Tile, keeps: bool) -> Found {
        let Case { conv, pool } = self.case;
        let mut bench = Bench::new();
        let len = self.batch * pool.output().len();
        let (mut arguments, y) = self.arguments(&mut bench, len);
        let positions = bench.u8(&vec![0x55; len]);
        arguments.extend(keeps.then_some(Arg::Pointer(positions)));
        arguments.push(number(self.batch));
        let columns = self.batch * pooled::columns(pool);
        let blocks = tile.blocks(conv.group_out(), columns, conv.groups);
        let kernel = pooled::conv2d_max_pool2d(conv, conv.bias, pool, tile, keeps, self.f.as_ref());
        bench.launch_blocks(&kernel, &arguments, size(blocks));
        (bench.read_f32(y), bench.read_u8(positions))
    }

    fn by_plain_kernels(&self, tile: Tile) -> Found {
        let Case { conv, pool } = self.case;
        let mut bench = Bench::new();
        let columns = self.batch * conv.out_pixels();
        let (mut arguments, between) = self.arguments(&mut bench, columns * conv.out_channels);
        arguments.push(number(self.batch));
        let blocks = tile.blocks(conv.group_out(), columns, conv.groups);
        bench.launch_blocks(
            &conv2d::conv2d(conv, conv.bias, tile, Sums::Whole, None),
            &arguments,
            size(blocks),
        );
        let len = self.batch * pool.output().len();
        let (y, positions) = (bench.f32(&vec![NOT_WRITTEN; len]), bench.u8(&vec![0x55; len]));
        let arguments = [between, y, positions].map(Arg::Pointer);
        let arguments = [&arguments[..], &[number(len)]].concat();
        bench.launch(&pool2d::max_pool2d(pool, true, None), &arguments);
        if let Some(f) = &self.f {
            let arguments = [Arg::Pointer(y), Arg::Pointer(y), number(len)];
            bench.launch(&activation::activation(f), &arguments);
        }
        (bench.read_f32(y), bench.read_u8(positions))
    }

    fn by_the_cpu(&self) -> Found {
        let Case { conv, pool } = self.case;
        let exec = Exec::serial(Arithmetic::Portable);
        let mut between = vec![0.0; self.batch * conv.out_channels * conv.out_pixels()];
        let (b, mut scratch) =
            (conv.bias.then_some(&self.b[..]), vec![0.0; cpu::conv2d::scratch_len(conv)]);
        let (x, w) = (&self.x, &self.w);
        cpu::conv2d::conv2d(exec, conv, self.batch, x, w, b, &mut between, &mut scratch);
        let len = self.batch * pool.output().len();
        let (mut y, mut positions) = (vec![0.0; len], vec![0; len]);
        cpu::pool2d::max_pool2d(pool, self.batch, &between, &mut y, Some(&mut positions));
        if let Some(f) = &self.f {
            cpu::activation::activation(f, &mut y);
        }
        (y, positions)
    }

    fn check(&self, tile: Tile, is_exact: bool) {
        let Case { conv, pool } = self.case;
        assert!(pooled::is_product(conv, pool));
        let what = format!("{conv:?}, {pool:?}, {tile:?}, batch {}, {:?}", self.batch, self.f);
        let bits = |y: &[f32]| y.iter().map(|y| y.to_bits()).collect::<Vec<_>>();
        let (y, positions) = self.by_one_kernel(tile, true);
        assert_eq!(bits(&self.by_one_kernel(tile, false).0), bits(&y), "{what}");
        let plain = self.by_plain_kernels(tile);
        assert_eq!(bits(&plain.0), bits(&y), "{what}");
        assert_eq!(plain.1, positions, "{what}");
        if tile.precision != Precision::Bf16 {
            let pipelined = self.by_one_kernel(Tile { is_pipelined: true, ..tile }, true);
            assert_eq!(bits(&pipelined.0), bits(&y), "{what}");
            assert_eq!(pipelined.1, positions, "{what}");
        }
        if is_exact {
            let exact = self.by_the_cpu();
            check(&what, 0.0, &y, &exact.0);
            assert_eq!(exact.1, positions, "{what}");
        }
    }
}

#[test]
fn a_pooled_convolution_is_the_plain_kernels() {
    for (i, (case, batch)) in cases().iter().enumerate() {
        for mut numbers in Numbers::both() {
            numbers.state = i as u64;
            let is_exact = numbers.integers;
            let f = [None, Some(Activation::Relu), Some(Activation::Gelu)][i % 3];
            let run = Run::new(case, *batch, f, numbers);
            tiles().for_each(|tile| run.check(tile, is_exact));
        }
    }
}

/// NaN wins, the last one; of equal ones the first.
#[test]
fn what_is_hard_to_compare_is_chosen_alike() {
    for window in [[2, 2], [1, 2], [4, 1]] {
        let case = Case::new([1, 8, 10], 2, 1, window);
        let mut run = Run::new(&case, 3, None, Numbers { state: 5, integers: true });
        let mut numbers = Numbers { state: 6, integers: true };
        let all = [f32::NAN, f32::NEG_INFINITY, f32::NEG_INFINITY, -0.0, 0.0, 3.0];
        run.x.iter_mut().for_each(|x| *x = all[numbers.bits() as usize % all.len()]);
        run.w = vec![1.0, 2.0];
        let positions = run.by_the_cpu().1;
        assert!((0..size(window.iter().product())).all(|p| positions.contains(&(p as u8))));
        tiles().for_each(|tile| run.check(tile, true));
    }
}

#[test]
fn other_pools_are_kernels_of_their_own() {
    let conv = Case::new([3, 9, 12], 5, 3, [1, 1]).conv;
    let is_product = |window, padding| {
        let Case { conv, pool } = Case::of(conv, window, padding);
        pooled::is_product(&conv, &pool)
    };
    assert!(is_product([2, 2], [0; 4]));
    assert!(!is_product([2, 2], [1, 0, 0, 0]), "padded ahead");
    assert!(!is_product([2, 2], [0, 1, 0, 0]), "padded behind, into a window");
    assert!(is_product([2, 2], [0, 0, 0, 1]), "padded behind, out of each window");
    assert!(!is_product([3, 1], [0; 4]), "of 3 pixels");
    let small = Case::of(uneven([6, 9, 8], 6, 3), [2, 2], [0; 4]);
    assert!(!pooled::is_product(&small.conv, &small.pool), "of small groups");
}

/// A sample of the kernel: a window of 4 pixels.
pub(super) fn sample(tile: Tile) -> Kernel {
    let Case { conv, pool } = Case::new([3, 9, 11], 5, 3, [2, 2]);
    pooled::conv2d_max_pool2d(&conv, conv.bias, &pool, tile, true, Some(&Activation::Relu))
}

/// Kernels as networks have them, of windows of 4 and of 2 pixels.
pub(super) fn products(tile: Tile) -> [Kernel; 2] {
    let of = |case: Case, keeps, f| {
        pooled::conv2d_max_pool2d(&case.conv, case.conv.bias, &case.pool, tile, keeps, Some(&f))
    };
    [
        of(Case::new([30, 31, 27], 130, 3, [2, 2]), true, Activation::Gelu),
        of(Case::new([32, 8, 10], 64, 1, [1, 2]), false, Activation::Relu),
    ]
}

//! What the products compute in each precision, beside `nncore::kernels` in double precision.
//!
//! The largest differences, as a part of the sum of the products' magnitudes:
//!
//! | | `F32` | `Tf32` | `Bf16` |
//! |---|---|---|---|
//! | of integers from -4 to 4 | 0 | 0 | 0 |
//! | of random numbers | 2⁻²⁰ | 2⁻¹⁰ | 2⁻⁷ |
//! | of random numbers, beside the product of the rounded operands | 2⁻²⁰ | 2⁻²⁰ | 2⁻²⁰ |
//!
//! 2⁻¹⁰ and 2⁻⁷ are what two rounded operands can be off, twice 2⁻¹¹ and 2⁻⁸.

use nncore::kernels::gemm::{Arithmetic, Exec};
use nncore::kernels::{
    Write as CpuWrite, conv2d as cpu_conv2d, linear as cpu_linear, matmul as cpu_matmul,
};
use nnplan::{Activation, Conv2d, Conv2dArgs, Linear, LinearArgs, MatMul, Padding, Shape};

use super::bench::Bench;
use super::channels::Channels;
use super::parts::{Sums, add_parts};
use super::product::{Size, Tile};
use super::row_tests::{NOT_WRITTEN, Numbers, SAME, check, number};
use super::*;
use crate::{Arg, Precision};

/// Differences of sums in single precision.
const SUMS: f64 = 1.0 / (1u32 << 20) as f64;

fn limit(precision: Precision) -> f64 {
    match precision {
        Precision::F32 => SUMS,
        Precision::Tf32 => 2.0 / f64::from(1 << 11),
        Precision::Bf16 => 2.0 / f64::from(1 << 8),
    }
}

/// An operand as it is multiplied.
fn rounded(precision: Precision, x: f32) -> f32 {
    let bits = x.to_bits();
    f32::from_bits(match precision {
        Precision::F32 => bits,
        Precision::Tf32 => (bits + 0x1000) & !0x1fff,
        Precision::Bf16 => (bits + 0x7fff + (bits >> 16 & 1)) & !0xffff,
    })
}

/// The product of two operands.
type Exact<'a> = &'a dyn Fn(&[f64], &[f64], &mut [f64]);

/// A product of two operands.
struct Case<'a> {
    what: &'a str,
    kernel: &'a dyn Fn(Tile) -> Kernel,
    /// Elements of the operands and of the product.
    lens: [usize; 3],
    /// Parameters behind those.
    numbers: &'a [usize],
    /// Rows, columns, and how many products.
    sizes: [usize; 3],
    /// In so many parts, one after the other.
    parts: usize,
    exact: Exact<'a>,
}

/// Every precision, in every size, aligned or not.
pub(super) fn tiles() -> impl Iterator<Item = Tile> {
    let precisions = [Precision::F32, Precision::Tf32, Precision::Bf16];
    precisions.into_iter().flat_map(|precision| {
        let alignments = [(Size::Small, true), (Size::Small, false), (Size::Large, true)];
        alignments.map(|(size, is_aligned)| Tile {
            size,
            precision,
            is_aligned,
            is_pipelined: false,
        })
    })
}

impl Case<'_> {
    fn check(&self) {
        for numbers in Numbers::both() {
            tiles().for_each(|tile| self.check_one(tile, numbers.clone()));
        }
    }

    /// What a kernel gives.
    fn found(&self, tile: Tile, a: &[f32], b: &[f32]) -> Vec<f32> {
        let mut bench = Bench::new();
        let out = bench.f32(&vec![NOT_WRITTEN; self.lens[2] * self.parts]);
        let mut arguments = [bench.f32(a), bench.f32(b), out].map(Arg::Pointer).to_vec();
        arguments.extend(self.numbers.iter().map(|n| number(*n)));
        let [rows, columns, products] = self.sizes;
        let blocks = tile.blocks(rows, columns, products * self.parts);
        bench.launch_blocks(&(self.kernel)(tile), &arguments, size(blocks));
        bench.read_f32(out)
    }

    fn check_one(&self, tile: Tile, mut numbers: Numbers) {
        let [len_a, len_b, len] = self.lens;
        let (a, b) = (numbers.take(len_a), numbers.take(len_b));
        let found = self.found(tile, &a, &b);
        // By asynchronous copies the same numbers come together, in the same order.
        if tile.precision != Precision::Bf16 && !numbers.integers {
            let pipelined = self.found(Tile { is_pipelined: true, ..tile }, &a, &b);
            let bits = |x: &[f32]| x.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
            assert!(bits(&pipelined) == bits(&found), "{}, {tile:?}: other bits", self.what);
        }
        let found: Vec<f64> = (0..len)
            .map(|i| found.iter().skip(i).step_by(len).map(|x| f64::from(*x)).sum())
            .collect();
        let product = |f: &dyn Fn(f32) -> f32| {
            let wide = |x: &[f32]| x.iter().map(|x| f64::from(f(*x))).collect::<Vec<_>>();
            let mut product = vec![f64::NAN; len];
            (self.exact)(&wide(&a), &wide(&b), &mut product);
            product
        };
        let (exact, magnitudes) = (product(&|x| x), product(&f32::abs));
        let of_rounded = product(&|x| rounded(tile.precision, x));
        for i in 0..len {
            let near = |exact: &[f64], limit: f64| {
                let limit = if numbers.integers { 0.0 } else { limit * magnitudes[i] };
                (found[i] - exact[i]).abs() <= limit
            };
            let is_near = near(&exact, limit(tile.precision)) && near(&of_rounded, SUMS);
            let (what, found, exact, of_rounded) = (self.what, found[i], exact[i], of_rounded[i]);
            assert!(
                is_near,
                "{what}, {tile:?}, number {i}: {found} for {exact}, rounded {of_rounded}"
            );
        }
    }
}

/// Sums that are whole, and in parts.
const CUTS: [(Sums, usize); 2] = [(Sums::Whole, 1), (Sums::Parts, 3)];

/// The numbers that a product takes: how many samples, rows or products, and how many parts.
fn counts(sums: Sums, both: &[usize; 2]) -> &[usize] {
    match sums {
        Sums::Whole => &both[..1],
        Sums::Parts => both,
    }
}

fn exec() -> Exec<'static> {
    Exec::serial(Arithmetic::Portable)
}

#[test]
fn linear_layers() {
    for [batch, inner, from, to] in
        [[3, 50, 37, 140], [1, 1, 1, 1], [65, 2, 100, 129], [2, 3, 5, 7]]
    {
        let args = LinearArgs { in_features: None, out_features: to, bias: false };
        let g = Linear::new(Shape::new(&[inner, from]), args);
        let rows = batch * inner;
        let [x, w, y] = [rows * from, to * from, rows * to];
        let what = format!("linear {batch} {inner} {from} {to}");
        for (sums, parts) in CUTS {
            Case {
                what: &format!("{what}, {parts} parts"),
                kernel: &|tile| linear::linear(&g, g.bias, tile, sums, None),
                lens: [x, w, y],
                numbers: counts(sums, &[rows, parts]),
                sizes: [rows, to, 1],
                parts,
                exact: &|x, w, y| cpu_linear::linear(exec(), &g, batch, x, w, None, y),
            }
            .check();
            Case {
                what: &format!("gradient by the input of {what}, {parts} parts"),
                kernel: &|tile| linear::linear_grad_input(&g, tile, sums),
                lens: [y, w, x],
                numbers: counts(sums, &[rows, parts]),
                sizes: [rows, from, 1],
                parts,
                exact: &|d_y, w, d_x| cpu_linear::linear_grad_input(exec(), &g, batch, d_y, w, d_x),
            }
            .check();
        }
        for parts in [1, 3] {
            Case {
                what: &format!("gradient by the weight of {what}, {parts} parts"),
                kernel: &|tile| linear::linear_grad_weight(&g, tile, Write::Assign),
                lens: [x, y, w],
                numbers: &[rows, parts],
                sizes: [to, from, 1],
                parts,
                exact: &|x, d_y, d_w| {
                    let write = CpuWrite::Assign;
                    cpu_linear::linear_grad_weight(exec(), &g, batch, x, d_y, write, d_w);
                },
            }
            .check();
        }
    }
}

/// Channels and size of the image, then of the window.
fn convolution(image: [usize; 3], out_channels: usize, groups: usize) -> Conv2d {
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

#[test]
fn convolutions() {
    for (image, out, groups, batch) in [
        ([6, 9, 8], 9, 3, 2),
        ([5, 13, 11], 131, 1, 2),
        ([140, 4, 3], 6, 1, 1),
        ([4, 3, 3], 4, 4, 1),
    ] {
        let g = convolution(image, out, groups);
        let x = batch * image.iter().product::<usize>();
        let (w, y) = (g.weight().len(), batch * out * g.out_pixels());
        let what = format!("convolution {image:?} {out} {groups}");
        let scratch = || vec![0.0; cpu_conv2d::scratch_len(&g)];
        for (sums, parts) in CUTS {
            Case {
                what: &format!("{what}, {parts} parts"),
                // The first operand of the case is the input.
                kernel: &|tile| conv2d::conv2d(&g, g.bias, tile, sums, None),
                lens: [x, w, y],
                numbers: counts(sums, &[batch, parts]),
                sizes: [g.group_out(), batch * g.out_pixels(), groups],
                parts,
                exact: &|x, w, y| {
                    cpu_conv2d::conv2d(exec(), &g, batch, x, w, None, y, &mut scratch());
                },
            }
            .check();
            Case {
                what: &format!("gradient by the input of {what}, {parts} parts"),
                kernel: &|tile| conv2d::conv2d_grad_input(&g, tile, sums),
                lens: [y, w, x],
                numbers: counts(sums, &[batch, parts]),
                sizes: [g.group_in(), batch * g.in_pixels(), groups],
                parts,
                exact: &|d_y, w, d_x| {
                    cpu_conv2d::conv2d_grad_input(exec(), &g, batch, d_y, w, d_x, &mut scratch());
                },
            }
            .check();
        }
        for parts in [1, 2] {
            Case {
                what: &format!("gradient by the weight of {what}, {parts} parts"),
                kernel: &|tile| conv2d::conv2d_grad_weight(&g, tile, Write::Assign),
                lens: [x, y, w],
                numbers: &[batch, parts],
                sizes: [g.group_out(), g.patch(), groups],
                parts,
                exact: &|x, d_y, d_w| {
                    let (write, exec) = (CpuWrite::Assign, exec());
                    let scratch = &mut scratch();
                    cpu_conv2d::conv2d_grad_weight(exec, &g, batch, x, d_y, write, d_w, scratch);
                },
            }
            .check();
        }
    }
}

#[test]
fn products_of_values() {
    let transposes = [[false, false], [false, true], [true, false], [true, true]];
    for ([products, m, k, n], [left, right]) in [[2, 131, 33, 70], [3, 4, 8, 12], [1, 66, 40, 130]]
        .into_iter()
        .flat_map(|sizes| transposes.map(|transposes| (sizes, transposes)))
    {
        let shape = |rows: usize, columns: usize, is_transposed: bool| {
            let [rows, columns] = if is_transposed { [columns, rows] } else { [rows, columns] };
            Shape::new(&[products, rows, columns])
        };
        let g = MatMul::new(shape(m, k, left), shape(k, n, right), left, right);
        let [a, b, y] = [products * m * k, products * k * n, products * m * n];
        let what = format!("matmul {products} {m} {k} {n} {left} {right}");
        for (sums, parts) in CUTS {
            Case {
                what: &format!("{what}, {parts} parts"),
                kernel: &|tile| matmul::matmul(&g, tile, sums),
                lens: [a, b, y],
                numbers: counts(sums, &[products, parts]),
                sizes: [m, n, products],
                parts,
                exact: &|a, b, y| cpu_matmul::matmul(exec(), &g, 1, a, b, y),
            }
            .check();
            Case {
                what: &format!("left gradient of {what}, {parts} parts"),
                kernel: &|tile| matmul::matmul_grad_left(&g, tile, sums),
                lens: [y, b, a],
                numbers: counts(sums, &[products, parts]),
                sizes: [m, k, products],
                parts,
                exact: &|d_y, b, d_a| cpu_matmul::matmul_grad_left(exec(), &g, 1, d_y, b, d_a),
            }
            .check();
            Case {
                what: &format!("right gradient of {what}, {parts} parts"),
                kernel: &|tile| matmul::matmul_grad_right(&g, tile, sums),
                lens: [a, y, b],
                numbers: counts(sums, &[products, parts]),
                sizes: [k, n, products],
                parts,
                exact: &|a, d_y, d_b| cpu_matmul::matmul_grad_right(exec(), &g, 1, a, d_y, d_b),
            }
            .check();
        }
    }
}

#[test]
fn products_of_few_blocks_go_in_parts() {
    const ROOM: usize = parts::MOST_ELEMENTS;
    assert_eq!(parts::of_product([64, 128, 784, 1], ROOM), 10);
    assert_eq!(parts::of_product([64, 128, 240, 1], ROOM), 1);
    assert_eq!(parts::of_product([2048, 2048, 4096, 1], ROOM), 1);
    assert_eq!(parts::of_product([10, 10, 1_000_000, 1], ROOM), 64);
    assert_eq!(parts::of_product([10, 10, 1_000_000, 1], 0), 1);
    let sizes = [[1, 1, 1], [65, 640, 1], [200, 200, 12], [64, 64, 527]];
    for (depth, [rows, columns, products]) in
        (0..3000).flat_map(|depth| sizes.map(|sizes| (depth, sizes)))
    {
        let elements = rows * columns * products;
        for room in [ROOM, 3 * elements, elements, 0] {
            let parts = parts::of_product([rows, columns, depth, products], room);
            let each = depth.div_ceil(parts).next_multiple_of(16);
            assert!(parts == 1 || (parts - 1) * each < depth, "{depth}: a part is empty");
            assert!(parts == 1 || parts * elements <= room, "{rows} {columns} {products}");
        }
        let of = |room| parts::of_product([rows, columns, depth, products], room);
        assert_eq!(of(ROOM), of(usize::MAX), "there is room for all products");
    }
}

#[test]
fn parts_are_added_in_their_order() {
    let biases = [None, Some([7, 1]), Some([3, 4])];
    for (parts, bias) in [1, 3, 4, 11].into_iter().flat_map(|parts| biases.map(|b| (parts, b))) {
        for (write, f) in [(Write::Assign, Some(Activation::Relu)), (Write::Add, None)] {
            let (mut numbers, n) = (Numbers { state: 3, integers: false }, 7 * 3 * 4 * 5);
            let (x, before) = (numbers.take(parts * n), numbers.take(n));
            let layout = bias.map(|[count, positions]| Channels { count, positions });
            let b = numbers.take(layout.map_or(0, |layout| layout.count));
            let mut bench = Bench::new();
            let out = bench.f32(&before);
            let mut arguments = vec![Arg::Pointer(bench.f32(&x))];
            arguments.extend(layout.map(|_| Arg::Pointer(bench.f32(&b))));
            arguments.extend([Arg::Pointer(out), number(parts), number(n)]);
            bench.launch(&add_parts(write, layout, f.as_ref()), &arguments);
            let exact = |i: usize| {
                let sum = x.iter().skip(i).step_by(n).fold(0.0, |sum, x| sum + x);
                let sum = layout.map_or(sum, |l| sum + b[i / l.positions % l.count]);
                let value = if f.is_some() { sum.max(0.0) } else { sum };
                if write == Write::Add { before[i] + value } else { value }
            };
            let exact: Vec<f32> = (0..n).map(exact).collect();
            check("sums", SAME, &bench.read_f32(out), &exact);
        }
    }
}

#[test]
fn few_rows() {
    // Of a warp, of some, of a block; at multiples of four and not.
    for [from, to] in [[1, 1], [37, 5], [96, 20], [520, 7], [514, 3], [1024, 130], [2052, 9]] {
        for (rows, is_aligned) in [(1, true), (2, true), (3, false), (5, true), (8, true)] {
            let args = LinearArgs { in_features: None, out_features: to, bias: rows != 2 };
            let g = Linear::new(Shape::new(&[from]), args);
            let f = (rows == 3).then_some(Activation::Relu);
            let mut numbers = Numbers { state: from as u64, integers: true };
            let (x, w, b) = (numbers.take(rows * from), numbers.take(to * from), numbers.take(to));
            let mut bench = Bench::new();
            let out = bench.f32(&vec![NOT_WRITTEN; rows * to]);
            let mut arguments = [bench.f32(&x), bench.f32(&w)].map(Arg::Pointer).to_vec();
            arguments.extend(g.bias.then(|| Arg::Pointer(bench.f32(&b))));
            arguments.extend([Arg::Pointer(out), number(to)]);
            let kernel = gemv::linear(&g, g.bias, size(rows), is_aligned, f.as_ref());
            bench.launch(&kernel, &arguments);
            let mut exact = vec![0.0; rows * to];
            cpu_linear::linear(exec(), &g, rows, &x, &w, g.bias.then_some(&b), &mut exact);
            if f.is_some() {
                exact.iter_mut().for_each(|y| *y = y.max(0.0));
            }
            check(&format!("{rows} rows, {from} to {to}"), SAME, &bench.read_f32(out), &exact);
        }
    }
}

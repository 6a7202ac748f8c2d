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
use nnplan::{Conv2d, Conv2dArgs, Linear, LinearArgs, MatMul, Padding, Shape};

use super::bench::Bench;
use super::product::{Size, Tile};
use super::row_tests::{NOT_WRITTEN, Numbers, number};
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
    /// In so many parts, one behind the other.
    parts: usize,
    exact: Exact<'a>,
}

/// Every precision, in every size, aligned or not.
pub(super) fn tiles() -> impl Iterator<Item = Tile> {
    let precisions = [Precision::F32, Precision::Tf32, Precision::Bf16];
    precisions.into_iter().flat_map(|precision| {
        let alignments = [(Size::Small, true), (Size::Small, false), (Size::Large, true)];
        alignments.map(|(size, is_aligned)| Tile { size, precision, is_aligned })
    })
}

impl Case<'_> {
    fn check(&self) {
        for numbers in Numbers::both() {
            tiles().for_each(|tile| self.check_one(tile, numbers.clone()));
        }
    }

    fn check_one(&self, tile: Tile, mut numbers: Numbers) {
        let [len_a, len_b, len] = self.lens;
        let (a, b) = (numbers.take(len_a), numbers.take(len_b));
        let mut bench = Bench::new();
        let out = bench.f32(&vec![NOT_WRITTEN; len * self.parts]);
        let mut arguments = [bench.f32(&a), bench.f32(&b), out].map(Arg::Pointer).to_vec();
        arguments.extend(self.numbers.iter().map(|n| number(*n)));
        let [rows, columns, products] = self.sizes;
        let blocks = tile.blocks(rows, columns, products * self.parts);
        bench.launch_blocks(&(self.kernel)(tile), &arguments, size(blocks));
        let found = bench.read_f32(out);
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

fn exec() -> Exec<'static> {
    Exec::serial(Arithmetic::Portable)
}

#[test]
fn linear_layers() {
    for [batch, inner, from, to] in [[3, 50, 37, 140], [1, 1, 1, 1], [65, 2, 64, 129], [2, 3, 5, 7]]
    {
        let args = LinearArgs { in_features: None, out_features: to, bias: false };
        let g = Linear::new(Shape::new(&[inner, from]), args);
        let rows = batch * inner;
        let [x, w, y] = [rows * from, to * from, rows * to];
        let what = format!("linear {batch} {inner} {from} {to}");
        Case {
            what: &what,
            kernel: &|tile| linear::linear(&g, tile, None),
            lens: [x, w, y],
            numbers: &[rows],
            sizes: [rows, to, 1],
            parts: 1,
            exact: &|x, w, y| cpu_linear::linear(exec(), &g, batch, x, w, None, y),
        }
        .check();
        Case {
            what: &format!("gradient by the input of {what}"),
            kernel: &|tile| linear::linear_grad_input(&g, tile),
            lens: [y, w, x],
            numbers: &[rows],
            sizes: [rows, from, 1],
            parts: 1,
            exact: &|d_y, w, d_x| cpu_linear::linear_grad_input(exec(), &g, batch, d_y, w, d_x),
        }
        .check();
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
        Case {
            what: &what,
            // The first operand of the case is the input.
            kernel: &|tile| conv2d::conv2d(&g, tile, None),
            lens: [x, w, y],
            numbers: &[batch],
            sizes: [g.group_out(), batch * g.out_pixels(), groups],
            parts: 1,
            exact: &|x, w, y| {
                cpu_conv2d::conv2d(exec(), &g, batch, x, w, None, y, &mut scratch());
            },
        }
        .check();
        Case {
            what: &format!("gradient by the input of {what}"),
            kernel: &|tile| conv2d::conv2d_grad_input(&g, tile),
            lens: [y, w, x],
            numbers: &[batch],
            sizes: [g.group_in(), batch * g.in_pixels(), groups],
            parts: 1,
            exact: &|d_y, w, d_x| {
                cpu_conv2d::conv2d_grad_input(exec(), &g, batch, d_y, w, d_x, &mut scratch());
            },
        }
        .check();
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
        Case {
            what: &what,
            kernel: &|tile| matmul::matmul(&g, tile),
            lens: [a, b, y],
            numbers: &[],
            sizes: [m, n, products],
            parts: 1,
            exact: &|a, b, y| cpu_matmul::matmul(exec(), &g, 1, a, b, y),
        }
        .check();
        Case {
            what: &format!("left gradient of {what}"),
            kernel: &|tile| matmul::matmul_grad_left(&g, tile),
            lens: [y, b, a],
            numbers: &[],
            sizes: [m, k, products],
            parts: 1,
            exact: &|d_y, b, d_a| cpu_matmul::matmul_grad_left(exec(), &g, 1, d_y, b, d_a),
        }
        .check();
        Case {
            what: &format!("right gradient of {what}"),
            kernel: &|tile| matmul::matmul_grad_right(&g, tile),
            lens: [a, y, b],
            numbers: &[],
            sizes: [k, n, products],
            parts: 1,
            exact: &|a, d_y, d_b| cpu_matmul::matmul_grad_right(exec(), &g, 1, a, d_y, d_b),
        }
        .check();
    }
}

//! `Conv2d` and its gradients, on the calling thread: a device gives each thread a piece
//! of the batch. Three ways, a sample and a group at a time: in native `f32`, where the machine has the instructions,
//! an implicit product over padded planes (`implicit`); otherwise direct loops for few channels a group, and im2col
//! with a matrix product for the others.
//!
//! Of one layer: `x` is (batch, C, H, W), `w` (O, C / groups, kernel h, kernel w), `b` (O),
//! `y` (batch, O, out h, out w). The padding is 0.

mod direct;
mod im2col;
#[cfg(vectors)]
mod implicit;
#[cfg(vectors)]
mod planes;
#[cfg(vectors)]
mod room;
#[cfg(all(test, feature = "std"))]
mod tests;

use nnplan::{Conv2d, Window};

use super::Write;
#[cfg(vectors)]
use super::dispatch::avx2;
use super::gemm::{Exec, MatrixMut, MatrixRef, gemm};
#[cfg(vectors)]
use super::moved::{Finish, numbers, numbers_mut};
use super::window;
use crate::Element;
#[cfg(vectors)]
use crate::math::sqrt_f64;

/// Whether direct loops are taken: where the matrices would have few rows and columns.
pub(crate) const fn is_direct(g: &Conv2d) -> bool {
    let (group_in, group_out) = (g.group_in(), g.group_out());
    group_in <= 16 && group_out <= 16 && group_in * group_out <= 16
}

/// Whether the im2col of a group is its input.
const fn is_identity(g: &Conv2d) -> bool {
    const fn axis(w: &Window) -> bool {
        w.kernel == 1 && w.stride == 1 && w.before == 0 && w.after == 0
    }
    axis(&g.vertical) && axis(&g.horizontal)
}

/// Elements of `scratch` of the functions below: room for one group's im2col of one sample, and for its planes.
#[must_use]
pub const fn scratch_len(g: &Conv2d) -> usize {
    let columns =
        if is_direct(g) || is_identity(g) { 0 } else { nnplan::mul(g.patch(), g.out_pixels()) };
    #[cfg(vectors)]
    let columns = nnplan::largest(&[columns, nnplan::add(factors_len(g), room::scratch_len(g))]);
    columns
}

/// Elements of the factors and terms of a norm after the convolution.
#[cfg(vectors)]
const fn factors_len(g: &Conv2d) -> usize {
    nnplan::mul(2, nnplan::align(g.out_channels))
}

/// A batch norm by running statistics.
#[derive(Clone, Copy, Debug)]
pub struct Norm<'a, T> {
    /// What is added to the variance.
    pub eps: f64,
    /// Weight, bias, mean, variance.
    pub tensors: [&'a [T]; 4],
}

/// Whether [`conv2d_then`] is the way of this layer here.
pub fn is_joined<T: Element>(exec: Exec<'_>, g: &Conv2d) -> bool {
    #[cfg(vectors)]
    return implicit::machine::<T>(exec.arithmetic, g).is_some();
    #[cfg(not(vectors))]
    return {
        let _ = (exec, g);
        false
    };
}

/// [`conv2d`], then a norm and a ReLU, before anything is stored: of a norm the factor and the term of each channel are made
/// once a call.
///
/// # Panics
/// When a slice has not the size of the layer; unless [`is_joined`].
pub fn conv2d_then<T: Element>(
    exec: Exec<'_>,
    g: &Conv2d,
    batch: usize,
    [x, w]: [&[T]; 2],
    b: Option<&[T]>,
    (norm, relu): (Option<Norm<'_, T>>, bool),
    y: &mut [T],
    scratch: &mut [T],
) {
    #[cfg(vectors)]
    {
        assert!(b.is_none_or(|b| b.len() == g.out_channels), "conv2d: elements of the bias");
        let machine = implicit::machine::<T>(exec.arithmetic, g).expect("a joined convolution");
        let (factors, scratch) = scratch.split_at_mut(factors_len(g));
        let (scale, start) = factors.split_at_mut(nnplan::align(g.out_channels));
        let (scale, start) = (&mut scale[..g.out_channels], &mut start[..g.out_channels]);
        if let Some(Norm { eps, tensors }) = norm {
            norm_factors(eps, tensors.map(|t| &t[..g.out_channels]), b, scale, start);
        }
        let start = if norm.is_some() { Some(&*start) } else { b };
        let affine = norm.map(|norm| [numbers(scale), numbers(norm.tensors[1])]);
        let finish = Finish { affine, relu, ..Finish::default() };
        let (x, w, y, scratch) = (numbers(x), numbers(w), numbers_mut(y), numbers_mut(scratch));
        let start = start.map(numbers);
        implicit::forward(machine, exec.threads, g, batch, x, w, start, finish, y, scratch);
    }
    #[cfg(not(vectors))]
    {
        let _ = (exec, g, batch, x, w, b, norm, relu, y, scratch);
        unreachable!("calls are joined where there are vectors");
    }
}

#[cfg(vectors)]
avx2! {
    fn norm_factors<T>(
        eps: f64,
        tensors: [&[T]; 4],
        b: Option<&[T]>,
        scale: &mut [T],
        start: &mut [T],
    ) = norm_factors_body;
}

/// Of `(v + b - mean) / √(variance + eps) · weight + …` the factor, and with what the sum v begins: the mean is taken away
/// before anything is multiplied, so that a large one costs no accuracy.
#[cfg(vectors)]
#[inline(always)]
fn norm_factors_body<T: Element>(
    eps: f64,
    [weight, _, mean, variance]: [&[T]; 4],
    b: Option<&[T]>,
    scale: &mut [T],
    start: &mut [T],
) {
    for ((scale, weight), variance) in scale.iter_mut().zip(weight).zip(variance) {
        *scale = *weight * T::from_f64(1.0 / sqrt_f64(variance.to_f64() + eps));
    }
    start.iter_mut().zip(mean).for_each(|(start, mean)| *start = -*mean);
    start.iter_mut().zip(b.unwrap_or_default()).for_each(|(start, b)| *start += *b);
}

/// Sizes of one sample, checked against the slices.
struct Sizes {
    x: usize,
    y: usize,
    group_x: usize,
    group_y: usize,
    group_w: usize,
    patch: usize,
    pixels: usize,
}

impl Sizes {
    fn new(g: &Conv2d, batch: usize, x: usize, y: usize, w: usize) -> Self {
        let sizes = Self {
            x: g.in_channels * g.in_pixels(),
            y: g.out_channels * g.out_pixels(),
            group_x: g.group_in() * g.in_pixels(),
            group_y: g.group_out() * g.out_pixels(),
            group_w: g.group_out() * g.patch(),
            patch: g.patch(),
            pixels: g.out_pixels(),
        };
        assert_eq!(x, batch * sizes.x, "conv2d: elements of the input");
        assert_eq!(y, batch * sizes.y, "conv2d: elements of the output");
        assert_eq!(w, g.out_channels * sizes.patch, "conv2d: elements of the weight");
        sizes
    }
}

/// `y = x * w + b`, a cross-correlation: `y[n,o,i,j] = Σ w[o,c,p,q] ·
/// x[n, c, i·stride + p·dilation - padding, …] + b[o]` over the channels c of o's group and
/// the taps (p, q); in that order with [`Arithmetic::Portable`](super::gemm::Arithmetic).
///
/// What `y` and `scratch` ([`scratch_len`] elements, or more) hold before is not read.
/// Cost: [`Conv2d::cost`], and the im2col written and read.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn conv2d<T: Element>(
    exec: Exec<'_>,
    g: &Conv2d,
    batch: usize,
    x: &[T],
    w: &[T],
    b: Option<&[T]>,
    y: &mut [T],
    scratch: &mut [T],
) {
    #[cfg(vectors)]
    if let Some(machine) = implicit::machine::<T>(exec.arithmetic, g) {
        let b = b.map(numbers);
        let (x, w, y) = (numbers(x), numbers(w), numbers_mut(y));
        let finish = Finish::default();
        return implicit::forward(
            machine,
            exec.threads,
            g,
            batch,
            x,
            w,
            b,
            finish,
            y,
            numbers_mut(scratch),
        );
    }
    let s = Sizes::new(g, batch, x.len(), y.len(), w.len());
    assert!(b.is_none_or(|b| b.len() == g.out_channels), "conv2d: elements of the bias");
    let scratch = &mut scratch[..scratch_len(g)];
    for n in 0..batch {
        let (x, y) = (&x[n * s.x..(n + 1) * s.x], &mut y[n * s.y..(n + 1) * s.y]);
        if is_direct(g) {
            y.fill(T::ZERO);
            direct::forward(g, x, w, y);
        }
        let groups = if is_direct(g) { 0 } else { g.groups };
        for group in 0..groups {
            let x = &x[group * s.group_x..(group + 1) * s.group_x];
            let w = &w[group * s.group_w..(group + 1) * s.group_w];
            let y = &mut y[group * s.group_y..(group + 1) * s.group_y];
            let columns = if is_identity(g) {
                x
            } else {
                im2col::im2col(g, x, scratch);
                &*scratch
            };
            gemm(
                exec.arithmetic,
                MatrixRef::new(w, g.group_out(), s.patch),
                MatrixRef::new(columns, s.patch, s.pixels),
                Write::Assign,
                MatrixMut::new(y, g.group_out(), s.pixels),
            );
        }
        // While the sample is in the cache: 5 % faster than a product onto the bias.
        for (plane, b) in y.chunks_exact_mut(s.pixels).zip(b.into_iter().flatten()) {
            for y in plane {
                *y += *b;
            }
        }
    }
}

/// `d_x`: the gradient of the input.
///
/// What `d_x` and `scratch` ([`scratch_len`] elements, or more) hold before is not read.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn conv2d_grad_input<T: Element>(
    exec: Exec<'_>,
    g: &Conv2d,
    batch: usize,
    d_y: &[T],
    w: &[T],
    d_x: &mut [T],
    scratch: &mut [T],
) {
    #[cfg(vectors)]
    if let Some(machine) = implicit::machine::<T>(exec.arithmetic, g) {
        let (d_y, w, d_x) = (numbers(d_y), numbers(w), numbers_mut(d_x));
        return implicit::grad_input(machine, g, batch, d_y, w, d_x, numbers_mut(scratch));
    }
    let s = Sizes::new(g, batch, d_x.len(), d_y.len(), w.len());
    let scratch = &mut scratch[..scratch_len(g)];
    for n in 0..batch {
        let (d_x, d_y) = (&mut d_x[n * s.x..(n + 1) * s.x], &d_y[n * s.y..(n + 1) * s.y]);
        if is_direct(g) {
            d_x.fill(T::ZERO);
            direct::grad_input(g, d_y, w, d_x);
            continue;
        }
        for group in 0..g.groups {
            let d_x = &mut d_x[group * s.group_x..(group + 1) * s.group_x];
            let w = &w[group * s.group_w..(group + 1) * s.group_w];
            let d_y = &d_y[group * s.group_y..(group + 1) * s.group_y];
            let columns = if is_identity(g) { &mut *d_x } else { &mut *scratch };
            gemm(
                exec.arithmetic,
                MatrixRef::new(w, g.group_out(), s.patch).transposed(),
                MatrixRef::new(d_y, g.group_out(), s.pixels),
                Write::Assign,
                MatrixMut::new(columns, s.patch, s.pixels),
            );
            if !is_identity(g) {
                d_x.fill(T::ZERO);
                im2col::col2im(g, scratch, d_x);
            }
        }
    }
}

/// `d_w`: the gradient of the weight, summed over the samples in their order.
///
/// What `d_w` holds before [`Write::Assign`] is not read, nor what `scratch`
/// ([`scratch_len`] elements, or more) holds.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn conv2d_grad_weight<T: Element>(
    exec: Exec<'_>,
    g: &Conv2d,
    batch: usize,
    x: &[T],
    d_y: &[T],
    write: Write,
    d_w: &mut [T],
    scratch: &mut [T],
) {
    #[cfg(vectors)]
    if let Some(machine) = implicit::machine::<T>(exec.arithmetic, g) {
        let (x, d_y, d_w) = (numbers(x), numbers(d_y), numbers_mut(d_w));
        return implicit::grad_weight(machine, g, batch, x, d_y, write, d_w, numbers_mut(scratch));
    }
    let s = Sizes::new(g, batch, x.len(), d_y.len(), d_w.len());
    let scratch = &mut scratch[..scratch_len(g)];
    if write == Write::Assign && (batch == 0 || is_direct(g)) {
        d_w.fill(T::ZERO);
    }
    for n in 0..batch {
        let (x, d_y) = (&x[n * s.x..(n + 1) * s.x], &d_y[n * s.y..(n + 1) * s.y]);
        if is_direct(g) {
            direct::grad_weight(g, x, d_y, d_w);
            continue;
        }
        let write = if n == 0 { write } else { Write::Add };
        for group in 0..g.groups {
            let x = &x[group * s.group_x..(group + 1) * s.group_x];
            let d_w = &mut d_w[group * s.group_w..(group + 1) * s.group_w];
            let d_y = &d_y[group * s.group_y..(group + 1) * s.group_y];
            let columns = if is_identity(g) {
                x
            } else {
                im2col::im2col(g, x, scratch);
                &*scratch
            };
            gemm(
                exec.arithmetic,
                MatrixRef::new(d_y, g.group_out(), s.pixels),
                MatrixRef::new(columns, s.patch, s.pixels).transposed(),
                write,
                MatrixMut::new(d_w, g.group_out(), s.patch),
            );
        }
    }
}

/// `d_b[o]` = the sum of `d_y` over the pixels of o and the samples, or adds it. Pixels in
/// 8 interleaved lanes, samples in their order.
///
/// # Panics
/// When a slice has not the size of the layer.
pub fn conv2d_grad_bias<T: Element>(
    g: &Conv2d,
    batch: usize,
    d_y: &[T],
    write: Write,
    d_b: &mut [T],
) {
    let pixels = g.out_pixels();
    assert_eq!(d_y.len(), batch * g.out_channels * pixels, "conv2d: elements of the output");
    assert_eq!(d_b.len(), g.out_channels, "conv2d: elements of the bias");
    if write == Write::Assign {
        d_b.fill(T::ZERO);
    }
    for sample in d_y.chunks_exact(g.out_channels * pixels) {
        for (sum, plane) in d_b.iter_mut().zip(sample.chunks_exact(pixels)) {
            *sum += window::sum(plane);
        }
    }
}

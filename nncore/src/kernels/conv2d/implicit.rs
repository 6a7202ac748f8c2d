//! Convolution without a matrix of patches: padded planes, and a product whose operands lie at moved places.
//!
//! `y[o, i·pitch + j] = b[o] + Σ w[o, c, p, q] · plane[c][(i + p)·pitch + j + q]`: a stretch of the plane covers all rows,
//! and what it computes between the rows is dropped. The input's gradient is the same with the planes of `d_y`, once for
//! each phase of the stride; the weight's sums over the stretch.

use nnplan::{Conv2d, Window};

use super::planes::{Phase, Planes};
use super::{Sizes, Write};
use crate::Element;
use crate::kernels::gemm::Arithmetic;
use crate::kernels::moved::{Dots, Lines, Machine, Place, Product, copy, dots, is_f32, product};

/// Outputs of a product in one go that do not lie as `y` does: 16 KiB with 8 rows.
const STRETCH: usize = 512;
/// Rows of such a product.
const ROWS: usize = 8;
/// The gradient of a weight is summed over so many pixels in one go.
const PIXELS: usize = 1024;
/// Samples whose pixels are summed together, at most.
const SAMPLES: usize = 16;

/// What each of the kernels needs of the memory, in elements.
#[derive(Clone, Copy, Debug)]
struct Room {
    places: usize,
    planes: usize,
    rest: usize,
}

impl Room {
    const fn forward(g: &Conv2d) -> Self {
        let planes = Planes::input(g);
        Self {
            places: places(g.patch()),
            planes: planes_len(&planes, g.group_in(), 1),
            rest: if is_gapless(g, &planes) { 0 } else { stretch(&planes) },
        }
    }

    const fn grad_input(g: &Conv2d) -> Self {
        let planes = Planes::gradient(g);
        let taps = nnplan::mul(g.vertical.kernel, g.horizontal.kernel);
        Self {
            places: places(nnplan::mul(g.group_out(), taps)),
            planes: planes_len(&planes, g.group_out(), 1),
            rest: if is_in_place(g, &planes) { 0 } else { stretch(&planes) },
        }
    }

    const fn grad_weight(g: &Conv2d) -> Self {
        let planes = Planes::input(g);
        let samples = samples(g, &planes);
        let rest = if is_gapless(g, &planes) {
            0
        } else {
            nnplan::mul(nnplan::mul(g.group_out(), samples), reach(g, &planes))
        };
        Self { places: places(g.patch()), planes: planes_len(&planes, g.group_in(), samples), rest }
    }

    const fn len(&self) -> usize {
        nnplan::add(nnplan::add(self.places, nnplan::align(self.planes)), self.rest)
    }
}

/// Elements that the kernels below need.
pub(super) const fn scratch_len(g: &Conv2d) -> usize {
    if !g.fault().is_none() {
        return 0;
    }
    let all = [Room::forward(g).len(), Room::grad_input(g).len(), Room::grad_weight(g).len()];
    nnplan::largest(&all)
}

/// Two numbers a place.
const fn places(count: usize) -> usize {
    nnplan::align(nnplan::mul(2, count))
}

const fn planes_len(planes: &Planes, channels: usize, samples: usize) -> usize {
    if planes.is_image() {
        return 0;
    }
    nnplan::mul(nnplan::mul(nnplan::mul(channels, planes.phases()), samples), planes.len())
}

/// Elements of a product that lies apart: of so many rows of the image as are computed at once, or of all of them.
const fn stretch(planes: &Planes) -> usize {
    let at_once = if planes.pitch() > STRETCH { planes.pitch() } else { STRETCH };
    nnplan::mul(ROWS, if planes.len() < at_once { planes.len() } else { at_once })
}

/// Whether the stretch of a tap has nothing between the rows of the output.
const fn is_gapless(g: &Conv2d, planes: &Planes) -> bool {
    planes.pitch() == g.horizontal.output
}

/// Whether the input's gradient lies as it is computed.
const fn is_in_place(g: &Conv2d, planes: &Planes) -> bool {
    g.vertical.stride == 1 && g.horizontal.stride == 1 && planes.pitch() == g.horizontal.input
}

/// From the first pixel of the output to the last, in places of a plane.
const fn reach(g: &Conv2d, planes: &Planes) -> usize {
    nnplan::add(nnplan::mul(g.vertical.output - 1, planes.pitch()), g.horizontal.output)
}

/// Samples whose pixels are summed together for the gradient of the weight.
const fn samples(g: &Conv2d, planes: &Planes) -> usize {
    let enough = PIXELS / reach(g, planes);
    if enough == 0 {
        1
    } else if enough > SAMPLES {
        SAMPLES
    } else {
        enough
    }
}

/// The parts of the memory: places (pairs of a place in the weights and one in the planes), planes, and the rest.
fn parts(room: Room, scratch: &mut [f32]) -> (&mut [Place], &mut [f32], &mut [f32]) {
    let (places, rest) = scratch.split_at_mut(room.places);
    let (planes, rest) = rest.split_at_mut(nnplan::align(room.planes));
    // SAFETY: every bit pattern is a `u32`, and its size and alignment are those of an `f32`.
    let (_, places, _) = unsafe { places.align_to_mut::<u32>() };
    (places.as_chunks_mut().0, &mut planes[..room.planes], &mut rest[..room.rest])
}

/// A place or an offset in 32 bits: the slices of a group are that short ([`machine`]).
#[inline(always)]
fn narrow(n: usize) -> u32 {
    n as u32
}

/// The machine, where this is the way of a layer.
pub(super) fn machine<T: Element>(arithmetic: Arithmetic, g: &Conv2d) -> Option<Machine> {
    let most = u32::MAX as usize;
    let fits = || {
        let lens = [scratch_len(g), g.input.len(), g.output().len(), g.weight().len()];
        lens.into_iter().all(|len| len <= most)
    };
    if arithmetic == Arithmetic::Native && is_f32::<T>() && fits() {
        return Machine::detect();
    }
    None
}

/// `y = x * w + b`.
pub(super) fn forward(
    machine: Machine,
    g: &Conv2d,
    batch: usize,
    x: &[f32],
    w: &[f32],
    b: Option<&[f32]>,
    y: &mut [f32],
    scratch: &mut [f32],
) {
    let s = Sizes::new(g, batch, x.len(), y.len(), w.len());
    let planes = Planes::input(g);
    let (places, padded, apart) = parts(Room::forward(g), scratch);
    padded.fill(0.0);
    let mut k = 0;
    for channel in 0..g.group_in() {
        for p in 0..g.vertical.kernel {
            for q in 0..g.horizontal.kernel {
                let b = narrow(tap(g, &planes, channel, [p, q], 1));
                places[k] = [narrow(k), b];
                k += 1;
            }
        }
    }
    let rows = [g.vertical.output, g.horizontal.output];
    for n in 0..batch {
        for group in 0..g.groups {
            let x = &x[n * s.x + group * s.group_x..][..s.group_x];
            let planes_of_x = if planes.is_image() {
                x
            } else {
                planes.fill(machine, x, g.group_in(), (0, 1), padded);
                &*padded
            };
            let outputs = group * g.group_out()..(group + 1) * g.group_out();
            let p = Product {
                places: &places[..k],
                a: &w[group * s.group_w..][..s.group_w],
                a_row: s.patch,
                b: planes_of_x,
                start: b.map(|b| &b[outputs]),
                rows: g.group_out(),
                columns: reach(g, &planes),
                c_row: s.pixels,
            };
            let y = &mut y[n * s.y + group * s.group_y..][..s.group_y];
            if is_gapless(g, &planes) {
                product(machine, &p, y);
                continue;
            }
            let to = Target { rows, pitch: planes.pitch(), row: g.horizontal.output, column: 1 };
            to.product(machine, &p, apart, y);
        }
    }
}

/// Where a tap of a channel lies among the planes of `samples` samples.
fn tap(g: &Conv2d, planes: &Planes, channel: usize, taps: [usize; 2], samples: usize) -> usize {
    let split = |w: &Window, tap: usize| (tap * w.dilation % w.stride, tap * w.dilation / w.stride);
    let (v, h) = (split(&g.vertical, taps[0]), split(&g.horizontal, taps[1]));
    planes.at(channel, [v.0, h.0], samples) + v.1 * planes.pitch() + h.1
}

/// Where the elements of a product go that is computed apart.
struct Target {
    /// Rows and columns of what is kept.
    rows: [usize; 2],
    /// From a row of the product to the next.
    pitch: usize,
    /// From a row of the output to the next, and from a column to the next.
    row: usize,
    column: usize,
}

impl Target {
    /// The product some rows of A at a time, and as many rows of the image as fit; what is kept of it goes to `to`,
    /// `p.c_row` elements a row of A.
    fn product(&self, machine: Machine, p: &Product<'_>, apart: &mut [f32], to: &mut [f32]) {
        let [height, width] = self.rows;
        let at_once = (STRETCH / self.pitch).max(1);
        for first in (0..p.rows).step_by(ROWS) {
            let rows = ROWS.min(p.rows - first);
            let (a, start) = (&p.a[first * p.a_row..], p.start.map(|s| &s[first..]));
            for top in (0..height).step_by(at_once) {
                let lines = at_once.min(height - top);
                let columns = (lines - 1) * self.pitch + width;
                let b = &p.b[top * self.pitch..];
                let part = Product { a, b, start, rows, columns, c_row: columns, ..*p };
                product(machine, &part, apart);
                let to = &mut to[first * p.c_row + top * self.row..];
                let lines = Lines {
                    planes: rows,
                    rows: lines,
                    width,
                    from: [columns, self.pitch, 1],
                    to: [p.c_row, self.row, self.column],
                };
                copy(machine, &lines, apart, to);
            }
        }
    }
}

/// The input's gradient.
pub(super) fn grad_input(
    machine: Machine,
    g: &Conv2d,
    batch: usize,
    d_y: &[f32],
    w: &[f32],
    d_x: &mut [f32],
    scratch: &mut [f32],
) {
    let s = Sizes::new(g, batch, d_x.len(), d_y.len(), w.len());
    let planes = Planes::gradient(g);
    let (places, padded, apart) = parts(Room::grad_input(g), scratch);
    padded.fill(0.0);
    let (v, h) = (&g.vertical, &g.horizontal);
    let taps = v.kernel * h.kernel;
    for n in 0..batch {
        for group in 0..g.groups {
            let d_y = &d_y[n * s.y + group * s.group_y..][..s.group_y];
            let planes_of_y = if planes.is_image() {
                d_y
            } else {
                planes.fill(machine, d_y, g.group_out(), (0, 1), padded);
                &*padded
            };
            let w = &w[group * s.group_w..][..s.group_w];
            let d_x = &mut d_x[n * s.x + group * s.group_x..][..s.group_x];
            for phase in 0..v.stride * h.stride {
                let phases = [phase / h.stride, phase % h.stride];
                let (down, right) = (Phase::of(v, phases[0]), Phase::of(h, phases[1]));
                if down.count == 0 || right.count == 0 {
                    continue;
                }
                let k = phase_places(g, &planes, phases, [&down, &right], places);
                let p = Product {
                    places: &places[..k],
                    a: w,
                    a_row: taps,
                    b: planes_of_y,
                    start: None,
                    rows: g.group_in(),
                    columns: (down.count - 1) * planes.pitch() + right.count,
                    c_row: v.input * h.input,
                };
                if is_in_place(g, &planes) {
                    product(machine, &p, d_x);
                    continue;
                }
                let to = Target {
                    rows: [down.count, right.count],
                    pitch: planes.pitch(),
                    row: v.stride * h.input,
                    column: h.stride,
                };
                let first = down.first * h.input + right.first;
                to.product(machine, &p, apart, &mut d_x[first..]);
            }
        }
    }
}

/// The taps that reach a phase of the input's gradient, of all outputs of a group; gives how many there are.
fn phase_places(
    g: &Conv2d,
    planes: &Planes,
    phases: [usize; 2],
    [down, right]: [&Phase; 2],
    places: &mut [Place],
) -> usize {
    let (v, h) = (&g.vertical, &g.horizontal);
    let taps = v.kernel * h.kernel;
    let mut k = 0;
    for output in 0..g.group_out() {
        for p in (0..v.kernel).filter(|p| p * v.dilation % v.stride == phases[0]) {
            for q in (0..h.kernel).filter(|q| q * h.dilation % h.stride == phases[1]) {
                let row = planes.vertical.source(v, down, p);
                let column = planes.horizontal.source(h, right, q);
                places[k] = [
                    narrow(output * g.group_in() * taps + p * h.kernel + q),
                    narrow(output * planes.len() + row * planes.pitch() + column),
                ];
                k += 1;
            }
        }
    }
    k
}

/// The weight's gradient.
pub(super) fn grad_weight(
    machine: Machine,
    g: &Conv2d,
    batch: usize,
    x: &[f32],
    d_y: &[f32],
    write: Write,
    d_w: &mut [f32],
    scratch: &mut [f32],
) {
    let s = Sizes::new(g, batch, x.len(), d_y.len(), d_w.len());
    let planes = Planes::input(g);
    if batch == 0 {
        if write == Write::Assign {
            d_w.fill(0.0);
        }
        return;
    }
    let (offsets, padded, lines) = parts(Room::grad_weight(g), scratch);
    padded.fill(0.0);
    lines.fill(0.0);
    let offsets = offsets.as_flattened_mut();
    let mut k = 0;
    let at_once = samples(g, &planes);
    for channel in 0..g.group_in() {
        for p in 0..g.vertical.kernel {
            for q in 0..g.horizontal.kernel {
                offsets[k] =
                    narrow(tap(g, &planes, channel, [p, q], plane_samples(&planes, at_once)));
                k += 1;
            }
        }
    }
    for first in (0..batch).step_by(at_once) {
        let count = at_once.min(batch - first);
        let write = if first == 0 { write } else { Write::Add };
        for group in 0..g.groups {
            let part = |of: usize, each: usize, n: usize| n * of + group * each;
            let (b, b_part) = if planes.is_image() {
                (&x[part(s.x, s.group_x, first)..], s.x)
            } else {
                for n in 0..count {
                    let x = &x[part(s.x, s.group_x, first + n)..][..s.group_x];
                    planes.fill(machine, x, g.group_in(), (n, at_once), padded);
                }
                (&*padded, planes.len())
            };
            let reach = reach(g, &planes);
            let (a, [a_row, a_part]) = if is_gapless(g, &planes) {
                (&d_y[part(s.y, s.group_y, first)..], [s.pixels, s.y])
            } else {
                for n in 0..count {
                    let d_y = &d_y[part(s.y, s.group_y, first + n)..][..s.group_y];
                    let spread = Lines {
                        planes: g.group_out(),
                        rows: g.vertical.output,
                        width: g.horizontal.output,
                        from: [s.pixels, g.horizontal.output, 1],
                        to: [at_once * reach, planes.pitch(), 1],
                    };
                    copy(machine, &spread, d_y, &mut lines[n * reach..]);
                }
                (&*lines, [at_once * reach, reach])
            };
            let d_w = &mut d_w[group * s.group_w..][..s.group_w];
            let height = g.vertical.output;
            let lines = (PIXELS / planes.pitch()).max(1);
            let mut write = write;
            for top in (0..height).step_by(lines) {
                let len = (lines.min(height - top) - 1) * planes.pitch() + g.horizontal.output;
                let (a, b) = (&a[top * planes.pitch()..], &b[top * planes.pitch()..]);
                let offsets = &offsets[..k];
                let rows = g.group_out();
                let d = Dots { a, a_row, a_part, b, b_part, offsets, rows, parts: count, len };
                dots(machine, &d, write, d_w);
                write = Write::Add;
            }
        }
    }
}

/// The samples among whose planes a tap lies: images lie apart.
const fn plane_samples(planes: &Planes, samples: usize) -> usize {
    if planes.is_image() { 1 } else { samples }
}

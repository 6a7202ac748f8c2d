//! Convolution without a matrix of patches: a product whose operands lie at moved places of planes.
//!
//! `y[o, i·pitch + j] = b[o] + Σ w[o, c, p, q] · plane[c][(i + p)·pitch + j + q]`: a stretch of the plane covers all rows,
//! and what it computes between the rows, if there is something, is dropped. The input's gradient is the same with the planes of
//! `d_y`, once for each phase of the stride; the weight's sums over the stretch.

use nnplan::Conv2d;

use super::planes::{Phase, Planes, can_be_tight};
use super::room::{
    COLUMNS, ROWS, Room, SAMPLES, STRETCH, is_gapless, is_in_place, is_of_few_pixels, reach,
    samples,
};
use super::{Sizes, Write};
use crate::Element;
use crate::kernels::gemm::Arithmetic;
use crate::kernels::moved::{
    Dots, Finish, Inside, Lines, Machine, Product, Tap, Taps, copy, dots, is_f32, masks_len,
    product,
};
use crate::kernels::window::outputs;
use crate::threads::Threads;

/// The machine, where this is the way of a layer.
pub(super) fn machine<T: Element>(arithmetic: Arithmetic, g: &Conv2d) -> Option<Machine> {
    // Moves are signed numbers of 32 bits; a padded plane of one of 1024 phases has no more places than this.
    let fits = || {
        let (v, h) = (&g.vertical, &g.horizontal);
        let axis = |w: &nnplan::Window| nnplan::add(nnplan::mul(2, w.padded()), w.span());
        let places = nnplan::mul(nnplan::mul(axis(v), axis(h)), g.in_channels + g.out_channels);
        let most = i32::MAX as usize / SAMPLES;
        places <= most && g.weight().len() <= most && nnplan::mul(v.stride, h.stride) <= 1024
    };
    if arithmetic == Arithmetic::Native && is_f32::<T>() && fits() {
        return Machine::detect();
    }
    None
}

/// Whether the planes are tight: masks are registers of their own in AVX-512. A kernel of 1 × 1 needs none.
const fn is_tight(machine: Machine, g: &Conv2d) -> bool {
    let (v, h) = (&g.vertical, &g.horizontal);
    let is_point = v.kernel == 1 && h.kernel == 1 && v.before + v.after + h.before + h.after == 0;
    matches!(machine, Machine::Avx512) && can_be_tight(g) && !is_point
}

/// A move as it lies in a tap; that it fits has been checked ([`machine`]).
#[inline(always)]
fn narrow(n: isize) -> u32 {
    n as i32 as u32
}

/// The taps of the input's planes, of so many samples.
fn input_taps<'a>(
    g: &Conv2d,
    planes: &Planes,
    samples: usize,
    (list, masks): (&'a mut [Tap], &'a mut [u16]),
) -> Taps<'a> {
    let width = g.horizontal.kernel;
    for (i, tap) in list.iter_mut().enumerate() {
        *tap = [i as u32, narrow(planes.tap([i / width, i % width], samples))];
    }
    let columns = reach(g, planes);
    if !planes.is_tight() {
        return Taps::whole(list, columns);
    }
    // Those of the first sample; the others lie after them.
    let plane = planes.channel(samples) - (samples - 1) * planes.len();
    let masks = &mut masks[..masks_len(list.len(), columns)];
    Taps::masked(list, masks, (planes.pitch(), columns), plane, |tap| Inside {
        rows: outputs(&g.vertical, tap / width),
        columns: outputs(&g.horizontal, tap % width),
    })
}

/// `y = x * w + b`, and what is made of it.
pub(super) fn forward(
    machine: Machine,
    threads: &Threads,
    g: &Conv2d,
    batch: usize,
    x: &[f32],
    w: &[f32],
    b: Option<&[f32]>,
    finish: Finish<'_>,
    y: &mut [f32],
    scratch: &mut [f32],
) {
    let s = Sizes::new(g, batch, x.len(), y.len(), w.len());
    let planes = Planes::input(g, is_tight(machine, g));
    let parts = Room::forward(g, &planes).parts(scratch);
    let taps = input_taps(g, &planes, 1, (parts.taps, parts.masks));
    let channel = if planes.is_image() { g.in_pixels() } else { planes.channel(1) };
    for (x, y) in x.chunks_exact(s.x).zip(y.chunks_exact_mut(s.y)) {
        let planes_of_x = if planes.is_image() {
            x
        } else {
            planes.fill(machine, x, g.in_channels, (0, 1), parts.planes);
            &*parts.planes
        };
        let p = Product {
            taps,
            channels: g.group_in(),
            rows: g.group_out(),
            groups: g.groups,
            a: w,
            a_steps: [s.patch, g.vertical.kernel * g.horizontal.kernel, s.group_w],
            b: planes_of_x,
            b_steps: [channel, g.group_in() * channel],
            start: b,
            finish,
            c_steps: [s.pixels, s.group_y],
        };
        if is_of_few_pixels(g) {
            few_pixels(machine, g, &p, parts.apart, y);
            continue;
        }
        if is_gapless(g, &planes) {
            shared_out(machine, threads, g, &p, y);
            continue;
        }
        let rows = [g.vertical.output, g.horizontal.output];
        let to = Target { rows, pitch: planes.pitch(), row: g.horizontal.output, column: 1 };
        to.product(machine, &p, parts.apart, y);
    }
}

/// The same product, summed along the channels, of the pixels as rows.
fn few_pixels(machine: Machine, g: &Conv2d, p: &Product<'_>, rows: &mut [f32], y: &mut [f32]) {
    let (channels, pixels) = (g.in_channels, g.out_pixels());
    for (c, plane) in p.b.chunks_exact(pixels).enumerate() {
        for (i, x) in plane.iter().enumerate() {
            rows[i * channels + c] = *x;
        }
    }
    let one = [[0, 0]];
    let d = Dots {
        taps: Taps::whole(&one, channels),
        channels: pixels,
        rows: g.out_channels,
        groups: 1,
        parts: 1,
        columns: [0, channels],
        a: p.a,
        a_steps: [channels, 0, 0],
        b: rows,
        b_steps: [channels, 0, 0],
        c_row: pixels,
    };
    dots(machine, &d, Write::Assign, y);
    for (o, y) in y.chunks_exact_mut(pixels).enumerate() {
        let start = p.start.map_or(0.0, |s| s[o]);
        let [scale, shift] = p.finish.affine.map_or([1.0, 0.0], |f| f.map(|f| f[o]));
        for y in y {
            *y = (*y + start) * scale + shift;
            *y = if p.finish.relu && *y <= 0.0 { 0.0 } else { *y };
        }
    }
}

/// FLOPs of a product that are worth a second thread: some microseconds.
const SHARED: usize = 1 << 19;

/// A product whose rows lie one after another, on the threads: some groups each, or some rows of the one group.
fn shared_out(machine: Machine, threads: &Threads, g: &Conv2d, p: &Product<'_>, y: &mut [f32]) {
    let flops = 2 * g.out_channels * g.out_pixels() * g.patch();
    if threads.count() == 1 || flops < SHARED {
        return product(machine, p, y);
    }
    let parts = threads.count().min(flops / (SHARED / 2));
    if p.groups > 1 {
        let groups = p.groups.div_ceil(parts);
        return threads.for_chunks(y, groups * p.c_steps[1], |i, y| {
            let part = p.part(i * groups..p.groups.min((i + 1) * groups), 0..p.rows);
            product(machine, &part, y);
        });
    }
    let rows = p.rows.div_ceil(parts).next_multiple_of(ROWS);
    threads.for_chunks(y, rows * p.c_steps[0], |i, y| {
        let part = p.part(0..1, i * rows..p.rows.min((i + 1) * rows));
        product(machine, &part, y);
    });
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
    /// The product some rows of A at a time, of one group or of several, and as many rows of the image as fit.
    fn product(&self, machine: Machine, p: &Product<'_>, apart: &mut [f32], to: &mut [f32]) {
        let groups = (ROWS / p.rows).max(1);
        for group in (0..p.groups).step_by(groups) {
            let groups = groups.min(p.groups - group);
            for row in (0..p.rows).step_by(ROWS) {
                let rows = ROWS.min(p.rows - row);
                let part = p.part(group..group + groups, row..row + rows);
                let at = group * p.c_steps[1] + row * p.c_steps[0];
                self.rows(machine, &part, p.c_steps[0], apart, &mut to[at..]);
            }
        }
    }

    /// The rows of A and the groups of `p`, whose planes of the output lie `plane` apart.
    fn rows(
        &self,
        machine: Machine,
        p: &Product<'_>,
        plane: usize,
        apart: &mut [f32],
        to: &mut [f32],
    ) {
        let [height, width] = self.rows;
        // The masks are those of all rows.
        let is_whole = (height - 1) * self.pitch + width == p.taps.columns() && p.taps.has_masks();
        let at_once = if is_whole { height } else { (STRETCH / self.pitch).max(1) };
        for top in (0..height).step_by(at_once) {
            let lines = at_once.min(height - top);
            let columns = (lines - 1) * self.pitch + width;
            let taps = if is_whole { p.taps } else { p.taps.first(columns) };
            let b = &p.b[top * self.pitch..];
            let part = Product { taps, b, c_steps: [columns, p.rows * columns], ..*p };
            product(machine, &part, apart);
            let lines = Lines {
                planes: p.groups * p.rows,
                rows: lines,
                width,
                from: [columns, self.pitch, 1],
                to: [plane, self.row, self.column],
            };
            copy(machine, &lines, apart, &mut to[top * self.row..]);
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
    let planes = Planes::gradient(g, is_tight(machine, g));
    let parts = Room::grad_input(g, &planes).parts(scratch);
    let (v, h) = (&g.vertical, &g.horizontal);
    let channel = if planes.is_image() { g.out_pixels() } else { planes.channel(1) };
    let kernel = v.kernel * h.kernel;
    for (d_y, d_x) in d_y.chunks_exact(s.y).zip(d_x.chunks_exact_mut(s.x)) {
        let planes_of_y = if planes.is_image() {
            d_y
        } else {
            planes.fill(machine, d_y, g.out_channels, (0, 1), parts.planes);
            &*parts.planes
        };
        for phase in 0..v.stride * h.stride {
            let phases = [phase / h.stride, phase % h.stride];
            let (down, right) = (Phase::of(v, phases[0]), Phase::of(h, phases[1]));
            if down.count == 0 || right.count == 0 {
                continue;
            }
            let p = Product {
                taps: phase_taps(g, &planes, phases, (parts.taps, parts.masks)),
                channels: g.group_out(),
                rows: g.group_in(),
                groups: g.groups,
                a: w,
                a_steps: [kernel, g.group_in() * kernel, s.group_w],
                b: planes_of_y,
                b_steps: [channel, g.group_out() * channel],
                start: None,
                finish: Finish::default(),
                c_steps: [g.in_pixels(), s.group_x],
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
            to.product(machine, &p, parts.apart, &mut d_x[first..]);
        }
    }
}

/// The taps that reach a phase of the input's gradient.
fn phase_taps<'a>(
    g: &Conv2d,
    planes: &Planes,
    phases: [usize; 2],
    (list, masks): (&'a mut [Tap], &'a mut [u16]),
) -> Taps<'a> {
    let (v, h) = (&g.vertical, &g.horizontal);
    let (down, right) = (Phase::of(v, phases[0]), Phase::of(h, phases[1]));
    let mut count = 0;
    for p in (0..v.kernel).filter(|p| p * v.dilation % v.stride == phases[0]) {
        for q in (0..h.kernel).filter(|q| q * h.dilation % h.stride == phases[1]) {
            let moved = planes.source(g, [&down, &right], [p, q]);
            list[count] = [(p * h.kernel + q) as u32, narrow(moved)];
            count += 1;
        }
    }
    let list = &list[..count];
    let columns = (down.count - 1) * planes.pitch() + right.count;
    if !planes.is_tight() {
        return Taps::whole(list, columns);
    }
    let masks = &mut masks[..masks_len(count, columns)];
    Taps::masked(list, masks, (planes.pitch(), columns), g.out_pixels(), |tap| {
        let tap = list[tap][0] as usize;
        Inside { rows: down.inside(v, tap / h.kernel), columns: right.inside(h, tap % h.kernel) }
    })
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
    if batch == 0 {
        if write == Write::Assign {
            d_w.fill(0.0);
        }
        return;
    }
    let planes = Planes::input(g, is_tight(machine, g));
    let parts = Room::grad_weight(g, &planes).parts(scratch);
    let at_once = samples(g, &planes);
    let reach = reach(g, &planes);
    let samples = if planes.is_image() { 1 } else { at_once };
    let taps = input_taps(g, &planes, samples, (parts.taps, parts.masks));
    parts.apart.fill(0.0);
    let mut write = write;
    for first in (0..batch).step_by(at_once) {
        let count = at_once.min(batch - first);
        let (x, d_y) = (&x[first * s.x..][..count * s.x], &d_y[first * s.y..][..count * s.y]);
        let (b, b_steps) = if planes.is_image() {
            (x, [g.in_pixels(), s.x, s.group_x])
        } else {
            for (n, x) in x.chunks_exact(s.x).enumerate() {
                planes.fill(machine, x, g.in_channels, (n, at_once), parts.planes);
            }
            let channel = planes.channel(at_once);
            (&*parts.planes, [channel, planes.len(), g.group_in() * channel])
        };
        let (a, a_steps) = if is_gapless(g, &planes) {
            (d_y, [s.pixels, s.y, s.group_y])
        } else {
            for (n, d_y) in d_y.chunks_exact(s.y).enumerate() {
                let spread = Lines {
                    planes: g.out_channels,
                    rows: g.vertical.output,
                    width: g.horizontal.output,
                    from: [s.pixels, g.horizontal.output, 1],
                    to: [at_once * reach, planes.pitch(), 1],
                };
                copy(machine, &spread, d_y, &mut parts.apart[n * reach..]);
            }
            (&*parts.apart, [at_once * reach, reach, g.group_out() * at_once * reach])
        };
        for first in (0..reach).step_by(COLUMNS) {
            let columns = [first, reach.min(first + COLUMNS)];
            let (channels, rows) = (g.group_in(), g.group_out());
            let (groups, parts) = (g.groups, count);
            let c_row = s.patch;
            let d = Dots {
                taps,
                channels,
                rows,
                groups,
                parts,
                columns,
                a,
                a_steps,
                b,
                b_steps,
                c_row,
            };
            dots(machine, &d, write, d_w);
            write = Write::Add;
        }
    }
}

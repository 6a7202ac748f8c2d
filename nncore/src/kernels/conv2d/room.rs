//! The memory of the implicit product, and what decides how a layer lies in it.

use nnplan::Conv2d;

use super::planes::{Planes, can_be_tight};
use crate::kernels::moved::{Tap, masks_len};

/// Columns of a product in one go that do not lie as `y` does: 16 KiB with 8 rows.
pub(super) const STRETCH: usize = 512;
/// Rows of such a product.
pub(super) const ROWS: usize = 8;
/// The gradient of a weight is summed over so many columns in one go.
pub(super) const COLUMNS: usize = 1024;
/// Samples that are summed together, at most.
pub(super) const SAMPLES: usize = 16;

/// The memory of a kernel, in elements: two numbers a tap, masks, planes, and a product or a gradient that lies otherwise than
/// the tensor.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room {
    taps: usize,
    masks: usize,
    planes: usize,
    apart: usize,
}

impl Room {
    const fn new(g: &Conv2d, planes: &Planes, columns: usize, planes_len: usize) -> Self {
        let taps = nnplan::mul(g.vertical.kernel, g.horizontal.kernel);
        let masks = if planes.is_tight() { masks_len(taps, columns).div_ceil(2) } else { 0 };
        let planes = if planes.is_image() { 0 } else { planes_len };
        Self { taps: nnplan::mul(2, taps), masks, planes, apart: 0 }
    }

    pub(super) const fn forward(g: &Conv2d, planes: &Planes) -> Self {
        let len = nnplan::mul(g.in_channels, planes.channel(1));
        let mut room = Self::new(g, planes, reach(g, planes), len);
        room.apart = if is_of_few_pixels(g) {
            g.input.len()
        } else if is_gapless(g, planes) {
            0
        } else {
            stretch(g, planes)
        };
        room
    }

    pub(super) const fn grad_input(g: &Conv2d, planes: &Planes) -> Self {
        // The most columns of a phase.
        let rows = g.vertical.input.div_ceil(g.vertical.stride);
        let columns = nnplan::mul(rows, planes.pitch());
        let len = nnplan::mul(g.out_channels, planes.channel(1));
        let mut room = Self::new(g, planes, columns, len);
        room.apart = if is_in_place(g, planes) { 0 } else { stretch(g, planes) };
        room
    }

    pub(super) const fn grad_weight(g: &Conv2d, planes: &Planes) -> Self {
        let samples = samples(g, planes);
        let len = nnplan::mul(g.in_channels, planes.channel(samples));
        let mut room = Self::new(g, planes, reach(g, planes), len);
        let lines = nnplan::mul(nnplan::mul(g.out_channels, samples), reach(g, planes));
        room.apart = if is_gapless(g, planes) { 0 } else { lines };
        room
    }

    const fn len(&self) -> usize {
        let small = nnplan::add(nnplan::align(self.taps), nnplan::align(self.masks));
        nnplan::add(nnplan::add(small, nnplan::align(self.planes)), self.apart)
    }

    /// The parts of the memory, the planes with zeros where nothing is written.
    pub(super) fn parts<'a>(&self, scratch: &'a mut [f32]) -> Parts<'a> {
        let (taps, rest) = scratch.split_at_mut(nnplan::align(self.taps));
        let (masks, rest) = rest.split_at_mut(nnplan::align(self.masks));
        let (planes, rest) = rest.split_at_mut(nnplan::align(self.planes));
        // SAFETY: every bit pattern is a `u32`, and its size and alignment are those of an `f32`.
        let (_, taps, _) = unsafe { taps.align_to_mut::<u32>() };
        // SAFETY: every bit pattern is a `u16`, whose alignment is a part of that of an `f32`.
        let (_, masks, _) = unsafe { masks.align_to_mut::<u16>() };
        let planes = &mut planes[..self.planes];
        // The elements around those of a tight plane are never read.
        if self.masks == 0 {
            planes.fill(0.0);
        }
        let apart = &mut rest[..self.apart];
        Parts { taps: taps[..self.taps].as_chunks_mut().0, masks, planes, apart }
    }
}

/// The parts of the memory.
pub(super) struct Parts<'a> {
    pub(super) taps: &'a mut [Tap],
    pub(super) masks: &'a mut [u16],
    pub(super) planes: &'a mut [f32],
    pub(super) apart: &'a mut [f32],
}

/// Elements that the kernels of `implicit` need, on whichever machine.
pub(super) const fn scratch_len(g: &Conv2d) -> usize {
    if !g.fault().is_none() {
        return 0;
    }
    let padded = scratch_of(g, false);
    if can_be_tight(g) { nnplan::largest(&[padded, scratch_of(g, true)]) } else { padded }
}

const fn scratch_of(g: &Conv2d, is_tight: bool) -> usize {
    let (input, gradient) = (Planes::input(g, is_tight), Planes::gradient(g, is_tight));
    nnplan::largest(&[
        Room::forward(g, &input).len(),
        Room::grad_input(g, &gradient).len(),
        Room::grad_weight(g, &input).len(),
    ])
}

/// Elements of a product that lies apart: of so many rows of the image as are computed at once; of all of
/// them where there are masks, which are those of all.
const fn stretch(g: &Conv2d, planes: &Planes) -> usize {
    let pitch = planes.pitch();
    let at_once = if planes.is_tight() {
        let rows =
            if g.vertical.input > g.vertical.output { g.vertical.input } else { g.vertical.output };
        nnplan::mul(rows, pitch)
    } else if pitch > STRETCH {
        pitch
    } else {
        STRETCH
    };
    nnplan::mul(ROWS, at_once)
}

/// Whether the stretch of a tap has nothing between the rows of the output.
pub(super) const fn is_gapless(g: &Conv2d, planes: &Planes) -> bool {
    planes.pitch() == g.horizontal.output
}

/// Whether the input's gradient lies as it is computed.
pub(super) const fn is_in_place(g: &Conv2d, planes: &Planes) -> bool {
    g.vertical.stride == 1 && g.horizontal.stride == 1 && planes.pitch() == g.horizontal.input
}

/// From the first pixel of the output to the last, in places of a plane.
pub(super) const fn reach(g: &Conv2d, planes: &Planes) -> usize {
    nnplan::add(nnplan::mul(g.vertical.output - 1, planes.pitch()), g.horizontal.output)
}

/// Samples whose pixels are summed together for the gradient of the weight.
pub(super) const fn samples(g: &Conv2d, planes: &Planes) -> usize {
    let enough = COLUMNS / reach(g, planes);
    if enough == 0 {
        1
    } else if enough > SAMPLES {
        SAMPLES
    } else {
        enough
    }
}

/// Whether a kernel of 1 × 1 has so few pixels that most of a vector of them would be empty, and channels enough for vectors of
/// these.
pub(super) const fn is_of_few_pixels(g: &Conv2d) -> bool {
    let (v, h) = (&g.vertical, &g.horizontal);
    let is_point = v.kernel == 1 && h.kernel == 1 && v.stride == 1 && h.stride == 1;
    let is_plain = is_point && v.before + v.after + h.before + h.after == 0 && g.groups == 1;
    is_plain && g.out_pixels() <= 10 && g.in_channels >= 64
}

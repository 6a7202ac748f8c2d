//! Padded planes: where the operands of a convolution lie so that each tap is one moved stretch of a plane.
//!
//! A stride of s cuts an axis of the padded image into s phases: phase f has the places f, f + s, …; a tap is a stretch of
//! one phase. With the stride 1 there is one. Rows lie one after another, `pitch` apart: the zeros on the right of a row are
//! those on the left of the next.

use nnplan::{Conv2d, Window, add, mul};

use crate::kernels::moved::{Lines, Machine, copy};

/// One axis: what lies before and after the elements, in places of a plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    /// Elements of the image.
    input: usize,
    stride: usize,
    /// Padding before, in elements.
    before: usize,
    /// Places from the first that is read to the last, in each phase.
    span: usize,
    /// From a row to the next, if this is the horizontal axis; fewer than `span` where rows share their zeros.
    pitch: usize,
    /// The taps, and the step from one to the next.
    taps: [usize; 2],
}

impl Axis {
    /// The input of a convolution.
    const fn input(w: &Window) -> Self {
        let span = add(w.output, moves(w));
        let shared = shared([w.before, w.input, w.after], w.output);
        let pitch = if w.stride == 1 { shared } else { span };
        let taps = [w.kernel, w.dilation];
        Self { input: w.input, stride: w.stride, before: w.before, span, pitch, taps }
    }

    /// The gradient of its output: all taps of any phase of the input's gradient lie inside.
    const fn gradient(w: &Window) -> Self {
        let (first, last) = reached(w);
        let before = moves(w).saturating_sub(first);
        let after = (last + 1).saturating_sub(w.output);
        let pitch = shared([before, w.output, after], w.input.div_ceil(w.stride));
        let span = add(add(before, w.output), after);
        Self { input: w.output, stride: 1, before, span, pitch, taps: [1, 1] }
    }

    /// Whether a tap reads a phase.
    fn reads(&self, phase: usize) -> bool {
        let [count, step] = self.taps;
        (0..count).any(|tap| tap * step % self.stride == phase)
    }

    /// The places of a phase that hold elements: the first of them, the element there, and how many there are.
    fn elements(&self, phase: usize) -> (usize, usize, usize) {
        let place = self.before.saturating_sub(phase).div_ceil(self.stride);
        let element = place * self.stride + phase - self.before;
        let count = self.input.saturating_sub(element).div_ceil(self.stride);
        (place, element, count.min(self.span.saturating_sub(place)))
    }
}

/// Places by which the last tap of a window is moved.
const fn moves(w: &Window) -> usize {
    (w.kernel - 1) * w.dilation / w.stride
}

/// From a row to the next, where the zeros between two rows serve both; at least so many places.
const fn shared([before, input, after]: [usize; 3], least: usize) -> usize {
    nnplan::largest(&[add(input, before), add(input, after), least])
}

/// The places of the padded input, in units of the stride, that have an element: the first and the last.
const fn reached(w: &Window) -> (usize, usize) {
    (w.before / w.stride, (w.input - 1 + w.before) / w.stride)
}

/// The planes of some channels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Planes {
    pub(super) vertical: Axis,
    pub(super) horizontal: Axis,
}

impl Planes {
    /// Of the input.
    pub(super) const fn input(g: &Conv2d) -> Self {
        Self { vertical: Axis::input(&g.vertical), horizontal: Axis::input(&g.horizontal) }
    }

    /// Of the output's gradient, for the input's.
    pub(super) const fn gradient(g: &Conv2d) -> Self {
        Self { vertical: Axis::gradient(&g.vertical), horizontal: Axis::gradient(&g.horizontal) }
    }

    /// From a row of a plane to the next.
    pub(super) const fn pitch(&self) -> usize {
        self.horizontal.pitch
    }

    /// Elements of the plane of a phase.
    pub(super) const fn len(&self) -> usize {
        // The zeros on the right of the last row have no next row.
        let past = self.horizontal.span.saturating_sub(self.horizontal.pitch);
        add(mul(self.vertical.span, self.horizontal.pitch), past)
    }

    /// Phases of a channel.
    pub(super) const fn phases(&self) -> usize {
        mul(self.vertical.stride, self.horizontal.stride)
    }

    /// Whether a plane is the image as it lies.
    pub(super) const fn is_image(&self) -> bool {
        let (v, h) = (&self.vertical, &self.horizontal);
        v.stride == 1
            && h.stride == 1
            && v.before == 0
            && h.before == 0
            && v.span == v.input
            && h.span == h.input
    }

    /// Where a plane lies among those of `samples` samples: channel by channel, in it phase by phase, then sample by sample.
    pub(super) fn at(&self, channel: usize, phase: [usize; 2], samples: usize) -> usize {
        let phase = phase[0] * self.horizontal.stride + phase[1];
        (channel * self.phases() + phase) * samples * self.len()
    }

    /// Writes the elements of the planes of one sample of `samples`, of channels that lie one after another in `image`. The
    /// zeros around them stay.
    pub(super) fn fill(
        &self,
        machine: Machine,
        image: &[f32],
        channels: usize,
        (sample, samples): (usize, usize),
        planes: &mut [f32],
    ) {
        let (v, h) = (&self.vertical, &self.horizontal);
        for vertical in (0..v.stride).filter(|p| v.reads(*p)) {
            for horizontal in (0..h.stride).filter(|p| h.reads(*p)) {
                let (top, first_row, rows) = v.elements(vertical);
                let (left, first, width) = h.elements(horizontal);
                if rows == 0 || width == 0 {
                    continue;
                }
                let each = self.phases() * samples * self.len();
                let from = [v.input * h.input, v.stride * h.input, h.stride];
                let lines = Lines { planes: channels, rows, width, from, to: [each, h.pitch, 1] };
                let at = self.at(0, [vertical, horizontal], samples) + sample * self.len();
                let to = &mut planes[at + top * h.pitch + left..];
                copy(machine, &lines, &image[first_row * h.input + first..], to);
            }
        }
    }
}

/// The elements of the input's gradient that one phase has, of one axis: place by place of the gradient of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phase {
    /// The first element, and the number of elements, a stride apart.
    pub(super) first: usize,
    pub(super) count: usize,
    /// The place of the first in the padded input, in units of the stride.
    pub(super) place: usize,
}

impl Phase {
    pub(super) fn of(w: &Window, phase: usize) -> Self {
        let place = w.before.saturating_sub(phase).div_ceil(w.stride);
        let first = place * w.stride + phase - w.before;
        Self { first, count: w.input.saturating_sub(first).div_ceil(w.stride), place }
    }
}

impl Axis {
    /// Where the gradient's plane holds what tap `tap` moves to the first element of a phase of the input's.
    pub(super) fn source(&self, w: &Window, phase: &Phase, tap: usize) -> usize {
        phase.place + self.before - tap * w.dilation / w.stride
    }
}

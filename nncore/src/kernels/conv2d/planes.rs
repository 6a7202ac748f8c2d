//! Planes: where the operands of a convolution lie so that each tap is one moved stretch of a plane.
//!
//! A stride of s cuts an axis of the image into s phases: phase f of the padded image has the places f, f + s, …; a tap is a
//! stretch of one phase. With the stride 1 there is one, and the plane may be the image as it lies.
//!
//! Padding is one of two things. In a *padded* plane it is zeros: rows lie `pitch` apart, and the zeros on the right of a
//! row are those on the left of the next. A *tight* plane has none: its rows are as long as those of the output, and
//! masks say which elements a tap reaches.

use nnplan::{Conv2d, Window, add, mul};

use crate::kernels::moved::{Lines, Machine, copy, split};

/// One axis: what lies before and after the elements, in places of a plane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Axis {
    /// Elements of the image.
    input: usize,
    stride: usize,
    /// Padding before, in elements.
    before: usize,
    is_tight: bool,
    /// Places of each phase.
    span: usize,
    /// From a row to the next, if this is the horizontal axis; fewer than `span` where rows share their zeros.
    pitch: usize,
    /// The taps, and the step from one to the next.
    taps: [usize; 2],
}

impl Axis {
    /// The input of a convolution.
    const fn input(w: &Window, is_tight: bool) -> Self {
        let (span, pitch) = if is_tight {
            (w.input.div_ceil(w.stride), w.output)
        } else {
            let span = add(w.output, moves(w));
            let shared = shared([w.before, w.input, w.after], w.output);
            (span, if w.stride == 1 { shared } else { span })
        };
        let (input, stride, before) = (w.input, w.stride, w.before);
        Self { input, stride, before, is_tight, span, pitch, taps: [w.kernel, w.dilation] }
    }

    /// The gradient of its output: all taps of any phase of the input's gradient lie inside.
    const fn gradient(w: &Window, is_tight: bool) -> Self {
        let (first, last) = reached(w);
        let (before, after) = if is_tight {
            (0, 0)
        } else {
            (moves(w).saturating_sub(first), (last + 1).saturating_sub(w.output))
        };
        let least = if is_tight { 0 } else { w.input.div_ceil(w.stride) };
        let pitch = shared([before, w.output, after], least);
        let span = add(add(before, w.output), after);
        Self { input: w.output, stride: 1, before, is_tight, span, pitch, taps: [1, 1] }
    }

    /// Whether a tap reads a phase.
    fn reads(&self, phase: usize) -> bool {
        let [count, step] = self.taps;
        (0..count).any(|tap| tap * step % self.stride == phase)
    }

    /// The first place of the padded image's phase that is an element.
    fn first(&self, phase: usize) -> usize {
        self.before.saturating_sub(phase).div_ceil(self.stride)
    }

    /// The elements of a phase: the place in the plane of the first of them, the element, and how many there are.
    fn elements(&self, phase: usize) -> (usize, usize, usize) {
        let first = self.first(phase);
        let element = first * self.stride + phase - self.before;
        let count = self.input.saturating_sub(element).div_ceil(self.stride);
        let place = if self.is_tight { 0 } else { first };
        (place, element, count.min(self.span.saturating_sub(place)))
    }

    /// The phase of a tap, and by how many places it is moved.
    fn tap(&self, tap: usize) -> (usize, isize) {
        let at = tap * self.taps[1];
        let phase = at % self.stride;
        let lead = if self.is_tight { self.first(phase) } else { 0 };
        (phase, (at / self.stride) as isize - lead as isize)
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
    vertical: Axis,
    horizontal: Axis,
}

/// Whether the planes of a layer can be tight: no phase has more columns than the output.
pub(super) const fn can_be_tight(g: &Conv2d) -> bool {
    g.horizontal.input.div_ceil(g.horizontal.stride) <= g.horizontal.output
}

impl Planes {
    /// Of the input.
    pub(super) const fn input(g: &Conv2d, is_tight: bool) -> Self {
        Self {
            vertical: Axis::input(&g.vertical, is_tight),
            horizontal: Axis::input(&g.horizontal, is_tight),
        }
    }

    /// Of the output's gradient, for the input's.
    pub(super) const fn gradient(g: &Conv2d, is_tight: bool) -> Self {
        Self {
            vertical: Axis::gradient(&g.vertical, is_tight),
            horizontal: Axis::gradient(&g.horizontal, is_tight),
        }
    }

    /// From a row of a plane to the next.
    pub(super) const fn pitch(&self) -> usize {
        self.horizontal.pitch
    }

    pub(super) const fn is_tight(&self) -> bool {
        self.horizontal.is_tight
    }

    /// Elements of the plane of a phase.
    pub(super) const fn len(&self) -> usize {
        // The zeros on the right of the last row have no next row.
        let past = self.horizontal.span.saturating_sub(self.horizontal.pitch);
        add(mul(self.vertical.span, self.horizontal.pitch), past)
    }

    /// Elements of a channel, of so many samples.
    pub(super) const fn channel(&self, samples: usize) -> usize {
        mul(mul(mul(self.vertical.stride, self.horizontal.stride), samples), self.len())
    }

    /// Whether a plane is the image as it lies.
    pub(super) const fn is_image(&self) -> bool {
        const fn is_plain(axis: &Axis) -> bool {
            axis.stride == 1 && (axis.is_tight || axis.before == 0) && axis.span == axis.input
        }
        is_plain(&self.vertical)
            && is_plain(&self.horizontal)
            && self.horizontal.pitch == self.horizontal.input
    }

    /// Where the plane of a phase lies in its channel, of so many samples: phase by phase, in it sample by sample.
    fn at(&self, phase: [usize; 2], samples: usize) -> usize {
        (phase[0] * self.horizontal.stride + phase[1]) * samples * self.len()
    }

    /// By how much a tap is moved in a channel of so many samples.
    pub(super) fn tap(&self, taps: [usize; 2], samples: usize) -> isize {
        let (down, right) = (self.vertical.tap(taps[0]), self.horizontal.tap(taps[1]));
        let at = self.at([down.0, right.0], samples) as isize;
        at + down.1 * self.pitch() as isize + right.1
    }

    /// By how much the gradient's plane is moved for what a tap makes of a phase of the input's.
    pub(super) fn source(&self, g: &Conv2d, [down, right]: [&Phase; 2], taps: [usize; 2]) -> isize {
        let axis = |axis: &Axis, w: &Window, phase: &Phase, tap: usize| {
            (phase.place + axis.before) as isize - (tap * w.dilation / w.stride) as isize
        };
        let row = axis(&self.vertical, &g.vertical, down, taps[0]);
        row * self.pitch() as isize + axis(&self.horizontal, &g.horizontal, right, taps[1])
    }

    /// Writes the elements of the planes of one sample of `samples`, of channels that lie one after another in `image`. What
    /// lies around them stays.
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
            if self.split(machine, image, channels, (sample, samples), vertical, planes) {
                continue;
            }
            for horizontal in (0..h.stride).filter(|p| h.reads(*p)) {
                let (top, first_row, rows) = v.elements(vertical);
                let (left, first, width) = h.elements(horizontal);
                if rows == 0 || width == 0 {
                    continue;
                }
                let from = [v.input * h.input, v.stride * h.input, h.stride];
                let to = [self.channel(samples), h.pitch, 1];
                let lines = Lines { planes: channels, rows, width, from, to };
                let at = self.at([vertical, horizontal], samples) + sample * self.len();
                let to = &mut planes[at + top * h.pitch + left..];
                copy(machine, &lines, &image[first_row * h.input + first..], to);
            }
        }
    }
}

impl Planes {
    /// [`fill`](Self::fill) of one vertical phase: of two horizontal ones that are read both, in one pass. Gives whether that
    /// is so.
    fn split(
        &self,
        machine: Machine,
        image: &[f32],
        channels: usize,
        (sample, samples): (usize, usize),
        vertical: usize,
        planes: &mut [f32],
    ) -> bool {
        let (v, h) = (&self.vertical, &self.horizontal);
        if h.stride != 2 || !(h.reads(0) && h.reads(1)) {
            return false;
        }
        let (top, first_row, rows) = v.elements(vertical);
        // The phase of the first element, and the other one.
        let even = h.before % 2;
        let (places, odds) = (h.elements(even), h.elements(1 - even));
        let is_whole = places.1 == 0 && odds.1 == 1 && places.2 + odds.2 == h.input;
        let place = |phase: usize, left: usize| {
            self.at([vertical, phase], samples) + sample * self.len() + top * h.pitch + left
        };
        let to = [place(even, places.0), place(1 - even, odds.0)];
        if rows == 0 || !is_whole {
            return false;
        }
        let from = [v.input * h.input, v.stride * h.input, 1];
        let width = h.input;
        let lines =
            Lines { planes: channels, rows, width, from, to: [self.channel(samples), h.pitch, 1] };
        let image = &image[first_row * h.input..];
        split(machine, &lines, to, image, planes);
        true
    }
}

/// The elements of the input's gradient that one phase has, of one axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phase {
    /// The first element, and the number of elements, a stride apart.
    pub(super) first: usize,
    pub(super) count: usize,
    /// The place of the first in the padded input, in units of the stride.
    place: usize,
}

impl Phase {
    pub(super) fn of(w: &Window, phase: usize) -> Self {
        let place = w.before.saturating_sub(phase).div_ceil(w.stride);
        let first = place * w.stride + phase - w.before;
        Self { first, count: w.input.saturating_sub(first).div_ceil(w.stride), place }
    }

    /// The elements, counted in this phase, that a tap reaches from an output.
    pub(super) fn inside(&self, w: &Window, tap: usize) -> core::ops::Range<usize> {
        let moved = tap * w.dilation / w.stride;
        let start = moved.saturating_sub(self.place).min(self.count);
        let end = (w.output + moved).saturating_sub(self.place).min(self.count);
        start..end.max(start)
    }
}

//! Sliding windows: which taps of one lie inside the image, and which windows lie over a pixel.

use super::key::WindowAxis;
use super::size;
use crate::ptx::{Bool, U32};

/// Whether all windows lie inside the image.
fn is_whole(w: &WindowAxis) -> bool {
    w.before == 0 && (w.output - 1) * w.stride + w.span() <= w.input
}

/// Whether a window may have no tap inside the image.
fn misses(w: &WindowAxis) -> bool {
    let hits = |o: usize| {
        (0..w.kernel).any(|tap| {
            let at = o * w.stride + tap * w.dilation;
            (w.before..w.before + w.input).contains(&at)
        })
    };
    !is_whole(w) && !(0..w.output).all(hits)
}

fn both<'k>(a: Option<Bool<'k>>, b: Option<Bool<'k>>) -> Option<Bool<'k>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a & b),
        (a, b) => a.or(b),
    }
}

/// One axis of the windows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis<'a>(pub(super) &'a WindowAxis);

impl Axis<'_> {
    /// The first tap of output `output` that lies inside the image, and the one behind the last.
    pub(super) fn taps<'k>(self, output: U32<'k>) -> [U32<'k>; 2] {
        let (w, k) = (self.0, output.kernel());
        let (kernel, dilation) = (k.u32(size(w.kernel)), size(w.dilation));
        if is_whole(w) {
            return [k.u32(0), kernel];
        }
        let start = output * size(w.stride);
        let above = |limit: usize| {
            // Steps from the start to the limit, if it lies behind.
            let limit = size(limit);
            let rest = (k.u32(limit) - start).or_where_not(start.lt(limit), k.u32(0));
            let steps = (rest + (dilation - 1)) / dilation;
            steps.or_where_not(steps.lt(kernel), kernel)
        };
        let first = if w.before == 0 { k.u32(0) } else { above(w.before) };
        let end = above(w.input + w.before);
        match misses(w) {
            true => [first, end.or_where_not(end.gt(first), first)],
            false => [first, end],
        }
    }

    /// The number of taps of output `output` that lie inside the image.
    pub(super) fn count<'k>(self, output: U32<'k>) -> U32<'k> {
        let [first, end] = self.taps(output);
        end - first
    }

    /// Where tap 0 of output `output` lies: in the padding ahead it wraps around, far beyond the image.
    fn start<'k>(self, output: U32<'k>) -> U32<'k> {
        output * size(self.0.stride) - size(self.0.before)
    }

    /// Windows over one position, at most.
    fn overlap(self) -> usize {
        self.0.span().div_ceil(self.0.stride)
    }

    /// The windows over position `input`, the first one first: output, tap, and whether there is one.
    fn over<'k>(self, input: U32<'k>) -> Vec<(U32<'k>, U32<'k>, Option<Bool<'k>>)> {
        let w = self.0;
        let (stride, span) = (size(w.stride), size(w.span()));
        let at = input + size(w.before);
        let (last, within) = (at / stride, at % stride);
        let of = |back: u32| {
            // Below zero it wraps around.
            let (output, step) = (last - back, within + back * stride);
            let is_last = (w.input - 1 + w.before) / w.stride < w.output;
            let exists = (back > 0 || !is_last).then(|| output.lt(size(w.output)));
            let reaches = ((back + 1) * stride > span).then(|| step.lt(span));
            let (tap, hits) = self.tap(step);
            (output, tap, both(both(exists, reaches), hits))
        };
        (0..size(self.overlap())).rev().map(of).collect()
    }

    /// The tap that is `step` behind tap 0, and whether there is one.
    fn tap<'k>(self, step: U32<'k>) -> (U32<'k>, Option<Bool<'k>>) {
        match size(self.0.dilation) {
            1 => (step, None),
            dilation => (step / dilation, Some((step % dilation).eq(0))),
        }
    }

    /// The windows over position `input` as a range: some may have no tap there.
    fn range<'k>(self, input: U32<'k>) -> [U32<'k>; 2] {
        let (w, k) = (self.0, input.kernel());
        let (stride, span, output) = (size(w.stride), size(w.span()), k.u32(size(w.output)));
        let at = input + size(w.before);
        let first = ((at - span) / stride + 1).or_where_not(at.ge(span), k.u32(0));
        let end = at / stride + 1;
        [first, end.or_where_not(end.lt(output), output)]
    }
}

/// So many taps or windows are written out without a loop.
const UNROLLED: usize = 36;

/// The windows of both axes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Windows<'a> {
    pub(super) down: Axis<'a>,
    pub(super) across: Axis<'a>,
}

/// A tap of a window: its number in the window, and its place in the channel.
pub(super) struct Tap<'k> {
    pub(super) number: U32<'k>,
    pub(super) at: U32<'k>,
}

/// A window over a pixel: row and column, and the number of the tap there.
pub(super) struct Over<'k> {
    pub(super) row: U32<'k>,
    pub(super) column: U32<'k>,
    pub(super) number: U32<'k>,
}

impl<'a> Windows<'a> {
    pub(super) fn new(down: &'a WindowAxis, across: &'a WindowAxis) -> Self {
        Self { down: Axis(down), across: Axis(across) }
    }

    /// Whether all windows lie inside the image.
    pub(super) fn are_whole(self) -> bool {
        is_whole(self.down.0) && is_whole(self.across.0)
    }

    /// Whether a window may lie in the padding alone.
    pub(super) fn may_miss(self) -> bool {
        misses(self.down.0) || misses(self.across.0)
    }

    /// `body` for each tap of the window at `row` and `column`, and whether it lies inside the image; `None`: it does.
    pub(super) fn each_tap<'k>(
        self,
        [row, column]: [U32<'k>; 2],
        body: impl Fn(Tap<'k>, Option<Bool<'k>>),
    ) {
        let (v, h, k) = (self.down.0, self.across.0, row.kernel());
        let (kernel, width) = (size(h.kernel), size(h.input));
        let (top, left) = (self.down.start(row), self.across.start(column));
        if v.kernel * h.kernel > UNROLLED {
            let ([first, end], [start, stop]) = (self.down.taps(row), self.across.taps(column));
            return k.each(first, end, 1, |p| {
                let line = (top + p * size(v.dilation)) * width + left;
                k.each(start, stop, 1, |q| {
                    let (number, at) = (p * kernel + q, line + q * size(h.dilation));
                    body(Tap { number, at }, None);
                });
            });
        }
        let places = |w: &WindowAxis, start: U32<'k>| -> Vec<(U32<'k>, Option<Bool<'k>>)> {
            let inside = |at: U32<'k>| (!is_whole(w)).then(|| at.lt(size(w.input)));
            let places = (0..w.kernel).map(|tap| start + size(tap * w.dilation));
            places.map(|at| (at, inside(at))).collect()
        };
        let columns = places(h, left);
        for (p, (y, is_row)) in (0..).zip(places(v, top)) {
            let line = y * width;
            for (q, (x, is_column)) in (0..).zip(&columns) {
                let tap = Tap { number: k.u32(p * kernel + q), at: line + *x };
                body(tap, both(is_row, *is_column));
            }
        }
    }

    /// `body` for each window over the pixel at `row` and `column`, in their order, and whether it is there; `None`: it is.
    pub(super) fn each_over<'k>(
        self,
        [row, column]: [U32<'k>; 2],
        body: impl Fn(Over<'k>, Option<Bool<'k>>),
    ) {
        let (down, across, k) = (self.down, self.across, row.kernel());
        let kernel = size(across.0.kernel);
        if down.overlap() * across.overlap() > UNROLLED {
            let ([first, end], [start, stop]) = (down.range(row), across.range(column));
            let step = |axis: Axis<'_>, at: U32<'k>, output: U32<'k>| {
                axis.tap(at + size(axis.0.before) - output * size(axis.0.stride))
            };
            return k.each(first, end, 1, |o| {
                let (p, is_row) = step(down, row, o);
                k.each(start, stop, 1, |u| {
                    let (q, is_column) = step(across, column, u);
                    let over = Over { row: o, column: u, number: p * kernel + q };
                    body(over, both(is_row, is_column));
                });
            });
        }
        let columns = across.over(column);
        for (o, p, is_row) in down.over(row) {
            for (u, q, is_column) in &columns {
                let over = Over { row: o, column: *u, number: p * kernel + *q };
                body(over, both(is_row, *is_column));
            }
        }
    }
}

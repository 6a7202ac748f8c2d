//! The plan of a program and of all networks within it: one list of values, of which rustc knows the lives.

use core::mem::MaybeUninit;
use core::slice;

use nnplan::{Live, Scratch, plan_into};

use super::{InPlace, LOCAL, Places, Room, Use, Values};
use crate::device::{Inside, PORTS, Region, Space};

/// No value: what crosses the border has a place already.
const FIXED: usize = usize::MAX;

/// The values of the outermost network that inputs, outputs and their gradients are.
#[derive(Clone, Copy)]
struct Border {
    inputs: [usize; PORTS],
    outputs: [usize; PORTS],
    output_gradients: [usize; PORTS],
    input_gradients: [usize; PORTS],
}

impl Border {
    const FIXED: Self = Self {
        inputs: [FIXED; PORTS],
        outputs: [FIXED; PORTS],
        output_gradients: [FIXED; PORTS],
        input_gradients: [FIXED; PORTS],
    };

    /// The value of a network, whose own ones begin at `first`.
    const fn value(&self, first: usize, r: &Region) -> usize {
        match r.space {
            Space::Value => first + r.offset,
            Space::Input => self.inputs[r.offset],
            Space::Output => self.outputs[r.offset],
            Space::OutputGradient => self.output_gradients[r.offset],
            Space::InputGradient => self.input_gradients[r.offset],
            _ => FIXED,
        }
    }

    /// That of a network within this one.
    const fn inside(&self, first: usize, inside: &Inside<'_>) -> Self {
        Self {
            inputs: self.values(first, inside.inputs),
            outputs: self.values(first, inside.outputs),
            output_gradients: self.values(first, inside.output_gradients),
            input_gradients: self.values(first, inside.input_gradients),
        }
    }

    const fn values(&self, first: usize, regions: &[Region]) -> [usize; PORTS] {
        let (mut values, mut i) = ([FIXED; PORTS], 0);
        while i < regions.len() {
            values[i] = self.value(first, &regions[i]);
            i += 1;
        }
        values
    }
}

/// When a network runs, and where its values begin among those of all.
#[derive(Clone, Copy)]
struct At {
    first: usize,
    forward: usize,
    backward: usize,
    border: Border,
    /// The segment of an outer network that it runs in.
    segment: Option<(usize, usize)>,
}

/// The steps at which memory is in use.
#[derive(Clone, Copy)]
struct Steps {
    /// From the start to the end of segments, through which pieces run side by side.
    wide: (usize, usize),
    /// From call to call.
    calls: (usize, usize),
    /// Where the only segment begins, or several.
    segment: usize,
}

/// More than one segment, or one that no piece runs through alone.
const SEVERAL: usize = usize::MAX;

impl Steps {
    const NONE: Self = Self { wide: (usize::MAX, 0), calls: (usize::MAX, 0), segment: 0 };

    const fn is_none(&self) -> bool {
        self.calls.0 > self.calls.1
    }

    const fn or(&self, other: &Self) -> Self {
        if self.is_none() {
            return *other;
        }
        let is_one = self.segment == other.segment;
        Self {
            wide: hull(self.wide, other.wide),
            calls: hull(self.calls, other.calls),
            segment: if is_one { self.segment } else { SEVERAL },
        }
    }
}

const fn hull(a: (usize, usize), b: (usize, usize)) -> (usize, usize) {
    (if a.0 < b.0 { a.0 } else { b.0 }, if a.1 > b.1 { a.1 } else { b.1 })
}

impl At {
    const fn step(&self, values: &Values, step: usize) -> usize {
        if step <= values.loss {
            return self.forward + values.step(step);
        }
        // Without backward calls, what these would read is of no use after the forward ones.
        match self.backward {
            0 => self.forward + values.steps[0] - 1,
            backward => backward + values.step(step) - values.step(values.loss) - 1,
        }
    }

    /// The segment to which a step belongs, in steps of all.
    const fn segment(&self, values: &Values, step: usize) -> Option<(usize, usize)> {
        if self.segment.is_some() {
            return self.segment;
        }
        match values.segment(step) {
            Some((first, last)) => {
                Some((self.step(values, first), self.step(values, last + 1) - 1))
            }
            None => None,
        }
    }

    /// What calls from one step to another use.
    const fn steps(&self, values: &Values, first: usize, last: usize) -> Steps {
        self.at(values, first).or(&self.at(values, last))
    }

    const fn at(&self, values: &Values, step: usize) -> Steps {
        let call = self.step(values, step);
        match self.segment(values, step) {
            Some(wide) => Steps { wide, calls: (call, call), segment: wide.0 },
            None => Steps { wide: (call, call), calls: (call, call), segment: SEVERAL },
        }
    }

    /// A network within.
    const fn inner(&self, values: &Values, inner: &Use, first: usize) -> Self {
        let backward = if inner.backward == 0 { 0 } else { self.step(values, inner.backward) };
        Self {
            first,
            forward: self.step(values, inner.forward),
            backward,
            border: self.border.inside(self.first, inner.inside),
            segment: self.segment(values, inner.forward),
        }
    }
}

/// The values of all networks, one list.
struct All<'a> {
    sizes: &'a mut [usize],
    steps: &'a mut [Steps],
    /// The value whose memory each one uses.
    towards: &'a mut [usize],
    /// Whether it crosses a border twice: two names of it must not share memory with a third value.
    twice: &'a mut [usize],
}

impl All<'_> {
    /// Adds the values of a network.
    const fn add(&mut self, values: &Values, at: &At) {
        let mut i = 0;
        while i < values.blocks.len() {
            let (size, first, last) = values.blocks[i];
            let v = at.first + i;
            (self.towards[v], self.sizes[v], self.steps[v]) = (v, size, Steps::NONE);
            if first <= last {
                self.steps[v] = at.steps(values, first, last);
            }
            i += 1;
        }
        let mut i = 0;
        while i < values.ports.len() {
            let (region, first, last) = &values.ports[i];
            let v = at.border.value(at.first, region);
            if v != FIXED {
                self.steps[v] = self.steps[v].or(&at.steps(values, *first, *last));
            }
            i += 1;
        }
        let (mut i, mut first) = (0, at.first + values.blocks.len());
        while i < values.uses.len() {
            let inner = &values.uses[i];
            let inside = at.inner(values, inner, first);
            self.cross(&inside.border);
            self.add(inner.values, &inside);
            first += inner.values.count;
            i += 1;
        }
    }

    /// Finds what crosses a border twice.
    const fn cross(&mut self, border: &Border) {
        let all = [border.inputs, border.outputs, border.output_gradients, border.input_gradients];
        let (mut values, mut count, mut i) = ([FIXED; 4 * PORTS], 0, 0);
        while i < 4 * PORTS {
            let v = all[i / PORTS][i % PORTS];
            if v != FIXED {
                let mut j = 0;
                while j < count {
                    if values[j] == v {
                        self.twice[v] = 1;
                    }
                    j += 1;
                }
                values[count] = v;
                count += 1;
            }
            i += 1;
        }
    }

    const fn root(&self, mut v: usize) -> usize {
        while self.towards[v] != v {
            v = self.towards[v];
        }
        v
    }

    /// Lets calls work in place.
    const fn share(&mut self, values: &Values, at: &At) {
        let mut i = 0;
        while i < values.in_place.len() {
            let InPlace { from, to, step } = &values.in_place[i];
            let (from, to) = (at.border.value(at.first, from), at.border.value(at.first, to));
            if from != FIXED && to != FIXED {
                self.merge(self.root(from), self.root(to), &at.at(values, *step));
            }
            i += 1;
        }
        let (mut i, mut first) = (0, at.first + values.blocks.len());
        while i < values.uses.len() {
            let inner = &values.uses[i];
            self.share(inner.values, &at.inner(values, inner, first));
            first += inner.values.count;
            i += 1;
        }
    }

    /// Gives `to` the memory of `from`, if one ends and the other begins with a call.
    const fn merge(&mut self, from: usize, to: usize, call: &Steps) {
        let (x, y) = (self.steps[from], self.steps[to]);
        let is_one = from != to && self.sizes[from] == self.sizes[to];
        let is_free = x.calls.1 <= call.calls.1 && call.calls.0 <= y.calls.0;
        if is_one && is_free && self.twice[from] == 0 && self.twice[to] == 0 {
            (self.towards[to], self.steps[from]) = (from, x.or(&y));
        }
    }

    /// The size of a value where it lies in a piece's own memory, or where it does not, and when it is in use.
    const fn live(&self, v: usize, local: bool) -> Live {
        let steps = &self.steps[v];
        let is_absent = self.towards[v] != v || steps.is_none();
        if is_absent || (steps.segment != SEVERAL) != local {
            return Live::new(0, 0, 0);
        }
        let (first, last) = if local { steps.calls } else { steps.wide };
        Live::new(self.sizes[v], first, last)
    }

    /// Places the values of a piece's own memory, or of the arena. Returns its length.
    const fn plan(
        &self,
        local: bool,
        lives: &mut [Live],
        offsets: &mut [usize],
        scratch: Scratch<'_>,
        places: &mut [usize],
    ) -> usize {
        // Those of one memory, one after another: a plan takes time by their number.
        let (mut n, mut v) = (0, 0);
        while v < self.sizes.len() {
            let live = self.live(v, local);
            if live.size > 0 {
                lives[n] = live;
                n += 1;
            }
            v += 1;
        }
        let len = plan_into(lives.split_at(n).0, offsets, scratch);
        (n, v) = (0, 0);
        while v < self.sizes.len() {
            if self.live(v, local).size > 0 {
                places[v] = offsets[n] | if local { LOCAL } else { 0 };
                n += 1;
            }
            v += 1;
        }
        len
    }
}

/// A part of some memory.
///
/// # Safety
/// It lies within the memory, holds values of the type, and nothing else refers to it.
const unsafe fn part<'a, T>(start: *mut usize, offset: usize, count: usize) -> &'a mut [T] {
    // SAFETY: as the caller promises.
    unsafe { slice::from_raw_parts_mut(start.add(offset).cast(), count) }
}

/// Gives each value its place: that of the network's own, and of all networks within it. What lives within one segment lies
/// in a piece's own memory, all else in the arena.
///
/// # Panics
/// At compile time, when there is no room for a number each: a fault of the macro.
#[must_use]
pub const fn places<R: Room>(values: &Values) -> Places<R> {
    const {
        let number = size_of::<usize>();
        assert!(size_of::<Live>() == 3 * number && size_of::<Steps>() == 5 * number);
    }
    let (count, n) = (values.count, size_of::<R>() / size_of::<usize>());
    assert!(count <= n, "each value of a program has room for its place");
    let mut room = MaybeUninit::<R>::zeroed();
    let mut parts = MaybeUninit::<[R; 16]>::zeroed();
    let (own, start) = (room.as_mut_ptr().cast::<usize>(), parts.as_mut_ptr().cast::<usize>());
    // SAFETY: zeros for 17 times `n` usizes, of which `Steps` is five and `Live` three; each part is another.
    let (mut all, lives, offsets, [a, b, c, d], own) = unsafe {
        let (sizes, steps) = (part(start, 0, count), part(start, n, count));
        let (towards, twice) = (part(start, 6 * n, count), part(start, 7 * n, count));
        let all = All { sizes, steps, towards, twice };
        let (lives, offsets) = (part::<Live>(start, 8 * n, count), part(start, 11 * n, count));
        let scratch = [
            part(start, 12 * n, count),
            part(start, 13 * n, count),
            part(start, 14 * n, count),
            part(start, 15 * n, count),
        ];
        (all, lives, offsets, scratch, part(own, 0, n))
    };
    let backward = values.step(values.loss) + 1;
    let at = At { first: 0, forward: 0, backward, border: Border::FIXED, segment: None };
    all.add(values, &at);
    all.share(values, &at);
    let arena = all.plan(false, lives, offsets, [&mut *a, &mut *b, &mut *c, &mut *d], own);
    let local = all.plan(true, lives, offsets, [a, b, c, d], own);
    let mut v = 0;
    while v < count {
        own[v] = own[all.root(v)];
        v += 1;
    }
    Places { room, arena, local }
}

//! Where the values of a network lie, with those of the networks within it: in one plan, as if all calls were its own. It is
//! made in rustc, which alone knows the networks within.

use core::mem::MaybeUninit;
use core::slice;

use nnplan::{Live, plan_into};

use super::{Inside, PORTS, Region, Space};

/// Elements of a value, and the first and the last step at which a call of the network's own touches it. Where only networks
/// within it do, the first is after the last.
pub(super) type Block = (usize, usize, usize);

/// The values of a program that lie in the arena, and what is known of them: what [`places`] works from.
#[derive(Clone, Copy, Debug)]
pub struct Values {
    blocks: &'static [Block],
    ports: &'static [(Region, usize, usize)],
    loss: usize,
    uses: &'static [Use],
    in_place: &'static [InPlace],
    /// Values in all, those of the networks within included.
    count: usize,
    /// Steps of the forward and of the backward calls, in the same manner; at least one each.
    steps: [usize; 2],
}

/// A network within another one.
#[derive(Clone, Copy, Debug)]
pub struct Use {
    /// Its values.
    pub values: &'static Values,
    /// The step at which its forward calls run.
    pub forward: usize,
    /// The same of its backward calls; 0 where it has none.
    pub backward: usize,
    /// What crosses its border.
    pub inside: &'static Inside<'static>,
}

/// A call may work in place: it writes `to` into the memory of `from`, if nothing reads `from` after the segment that it
/// belongs to, and nothing writes `to` before.
#[derive(Clone, Copy, Debug)]
pub struct InPlace {
    /// What is read.
    pub from: Region,
    /// What is written.
    pub to: Region,
    /// The first and the last step of the segment.
    pub steps: (usize, usize),
}

/// Room for a number for each value of a network and of those within it.
///
/// # Safety
/// It consists of `usize`s alone.
pub unsafe trait Room: Copy + Send + Sync + 'static {}

// SAFETY: an array of them.
unsafe impl<const N: usize> Room for [usize; N] {}

/// One behind the other.
#[derive(Clone, Copy, Debug)]
#[repr(C)]
pub struct Both<A, B>(A, B);

// SAFETY: two parts of the same alignment, which is their sizes' divisor too: nothing lies between or after them.
unsafe impl<A: Room, B: Room> Room for Both<A, B> {}

/// Where the values of a program lie.
#[derive(Debug)]
pub struct Places<R> {
    room: MaybeUninit<R>,
    /// Elements of the arena.
    len: usize,
}

impl<R: Room> Places<R> {
    const COUNT: usize = size_of::<R>() / size_of::<usize>();

    /// The first element of each value: those of the network's own, then those of each network within it.
    #[must_use]
    pub const fn offsets(&'static self) -> &'static [usize] {
        // SAFETY: `places` made it of zeros, and a `Room` is usizes alone.
        unsafe { slice::from_raw_parts(self.room.as_ptr().cast(), Self::COUNT) }
    }

    /// Elements of the arena.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }
}

impl Values {
    /// No value.
    pub const NONE: Self = Self::of(&[], &[], (0, 1), &[], &[]);

    /// The values of its own by their number; what crosses the border, and from when to when calls of its own touch that;
    /// the step between the forward and the backward calls, and the one after all; the networks within; and the pairs of
    /// values that may share memory.
    #[must_use]
    pub const fn of(
        blocks: &'static [Block],
        ports: &'static [(Region, usize, usize)],
        (loss, end): (usize, usize),
        uses: &'static [Use],
        in_place: &'static [InPlace],
    ) -> Self {
        let (mut count, mut i) = (blocks.len(), 0);
        while i < uses.len() {
            count += uses[i].values.count;
            i += 1;
        }
        let mut values = Self { blocks, ports, loss, uses, in_place, count, steps: [1; 2] };
        let (forward, all) = (values.step(loss), values.step(end));
        if forward > 1 {
            values.steps[0] = forward;
        }
        if all > forward + 2 {
            values.steps[1] = all - forward - 1;
        }
        values
    }

    /// The number of a step of this network among those of all calls.
    const fn step(&self, step: usize) -> usize {
        let (mut all, mut i) = (step, 0);
        while i < self.uses.len() {
            let inner = &self.uses[i];
            if inner.forward < step {
                all += inner.values.steps[0] - 1;
            }
            if inner.backward != 0 && inner.backward < step {
                all += inner.values.steps[1] - 1;
            }
            i += 1;
        }
        all
    }
}

/// Where the values of each of the networks within another one begin among those of all: `own` are the outer network's.
#[must_use]
pub const fn starts<const N: usize>(own: usize, inner: [&Values; N]) -> [usize; N] {
    let (mut starts, mut next, mut i) = ([0; N], own, 0);
    while i < N {
        starts[i] = next;
        next += inner[i].count;
        i += 1;
    }
    starts
}

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
}

impl At {
    const fn step(&self, values: &Values, step: usize) -> usize {
        match step > values.loss {
            true => self.backward + values.step(step) - values.step(values.loss) - 1,
            false => self.forward + values.step(step),
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
        }
    }
}

/// The values of all networks, one list.
struct All<'a> {
    lives: &'a mut [Live],
    /// The value whose memory each one uses.
    towards: &'a mut [usize],
    /// Whether it crosses a border twice: two names of it must not share memory with a third value.
    twice: &'a mut [usize],
}

impl All<'_> {
    /// Adds the lives of a network's values.
    const fn add(&mut self, values: &Values, at: &At) {
        let mut i = 0;
        while i < values.blocks.len() {
            let (size, first, last) = values.blocks[i];
            let v = at.first + i;
            self.towards[v] = v;
            self.lives[v] = Live::new(size, usize::MAX, 0);
            if first <= last {
                self.touch(v, at.step(values, first), at.step(values, last));
            }
            i += 1;
        }
        let mut i = 0;
        while i < values.ports.len() {
            let (region, first, last) = &values.ports[i];
            let v = at.border.value(at.first, region);
            self.touch(v, at.step(values, *first), at.step(values, *last));
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

    const fn touch(&mut self, v: usize, first: usize, last: usize) {
        if v == FIXED {
            return;
        }
        let live = &mut self.lives[v];
        if first < live.first {
            live.first = first;
        }
        if last > live.last {
            live.last = last;
        }
    }

    /// Finds what crosses a border twice.
    const fn cross(&mut self, border: &Border) {
        let all = [border.inputs, border.outputs, border.output_gradients, border.input_gradients];
        let mut i = 0;
        while i < 4 * PORTS {
            let (v, mut j) = (all[i / PORTS][i % PORTS], 0);
            while v != FIXED && j < i {
                if all[j / PORTS][j % PORTS] == v {
                    self.twice[v] = 1;
                }
                j += 1;
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
            let InPlace { from, to, steps } = &values.in_place[i];
            let (from, to) = (at.border.value(at.first, from), at.border.value(at.first, to));
            if from != FIXED && to != FIXED {
                let (first, last) = (at.step(values, steps.0), at.step(values, steps.1));
                self.merge(self.root(from), self.root(to), first, last);
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

    /// What nothing touches takes no room.
    const fn forget(&mut self) {
        let mut v = 0;
        while v < self.lives.len() {
            if self.lives[v].first > self.lives[v].last {
                self.lives[v] = Live::new(0, 0, 0);
            }
            v += 1;
        }
    }

    const fn merge(&mut self, from: usize, to: usize, first: usize, last: usize) {
        let (x, y) = (self.lives[from], self.lives[to]);
        let is_free = from != to && x.last <= last && first <= y.first && x.size == y.size;
        if is_free && self.twice[from] == 0 && self.twice[to] == 0 {
            self.towards[to] = from;
            self.touch(from, y.first, y.last);
            self.lives[to] = Live::new(0, 0, 0);
        }
    }
}

/// Gives each value its place: that of the network's own, and of all networks within it.
///
/// # Panics
/// At compile time, when there is no room for a number each: a fault of the macro.
#[must_use]
pub const fn places<R: Room>(values: &Values) -> Places<R> {
    const { assert!(size_of::<Live>() == 3 * size_of::<usize>(), "a life is three numbers") };
    let (count, room) = (values.count, Places::<R>::COUNT);
    assert!(count <= room, "each value of a program has room for its place");
    let mut offsets = MaybeUninit::<R>::zeroed();
    let mut parts = MaybeUninit::<[R; 9]>::zeroed();
    let start = parts.as_mut_ptr().cast::<usize>();
    // SAFETY: zeros for ten times `room` usizes, of which each part is another; a `Live` is three of them.
    let (own, lives, towards, twice, scratch) = unsafe {
        let own = slice::from_raw_parts_mut(offsets.as_mut_ptr().cast::<usize>(), room);
        let lives = slice::from_raw_parts_mut(start.cast::<Live>(), count);
        let towards = slice::from_raw_parts_mut(start.add(3 * room), count);
        let twice = slice::from_raw_parts_mut(start.add(4 * room), count);
        let a = slice::from_raw_parts_mut(start.add(5 * room), count);
        let b = slice::from_raw_parts_mut(start.add(6 * room), count);
        let c = slice::from_raw_parts_mut(start.add(7 * room), count);
        let d = slice::from_raw_parts_mut(start.add(8 * room), count);
        (own, lives, towards, twice, [a, b, c, d])
    };
    let at =
        At { first: 0, forward: 0, backward: values.step(values.loss) + 1, border: Border::FIXED };
    let mut all = All { lives, towards, twice };
    all.add(values, &at);
    all.share(values, &at);
    all.forget();
    let len = plan_into(all.lives, own, scratch);
    let mut v = 0;
    while v < count {
        own[v] = own[all.root(v)];
        v += 1;
    }
    Places { room: offsets, len }
}

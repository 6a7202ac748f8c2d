//! Runs one call on a device and its portable kernel on the same numbers, and compares.

use nncore::device::{Ops, Region, Segment, StepState};
use nncore::portable::{Cells, Out, Sums};
use nnplan::{OpId, Operand, Placement, Record, Role, align};

use crate::sizes::Sizes;

/// What random numbers of a step depend on.
pub(crate) const SEED: u64 = 7;
pub(crate) const STEP: u64 = 3;

/// Fewer samples than a device has slots or lanes, more than these, and enough for several tasks.
const BATCHES: [usize; 4] = [1, 3, 19, 70];

/// How a method is called, with what it reads and what it writes.
pub trait Method<G>: Sync {
    /// Makes the call.
    fn call<O: Ops>(&self, ops: &mut O, g: &G, reads: &[Region], writes: &[Region]);
}

/// What is checked: a device, with memory for one call.
pub trait Subject {
    /// Bytes of its numbers.
    const BYTES: usize;

    /// Makes the call; what is in the places that are written then.
    fn run<G: Sync>(&self, bench: &Bench<'_>, g: &G, method: &impl Method<G>) -> Vec<Data>;
}

/// What an operand holds before the call.
#[derive(Clone, Debug)]
pub enum Data {
    Numbers(Vec<f64>),
    Integers(Vec<u32>),
    Bytes(Vec<u8>),
}

impl Data {
    fn cells(&mut self) -> Cells<'_, f64> {
        match self {
            Self::Numbers(values) => Cells::of(values),
            Self::Integers(values) => Cells::integers(values),
            Self::Bytes(values) => Cells::bytes(values),
        }
    }

    pub(crate) fn numbers(&self) -> &[f64] {
        match self {
            Self::Numbers(values) => values,
            _ => &[],
        }
    }
}

/// An operand of a call.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    pub(crate) operand: Operand,
    pub(crate) region: Region,
    pub(crate) data: Data,
}

impl Place {
    /// Where it begins, in elements of its memory, which has room for so many samples.
    pub(crate) fn start(&self, capacity: usize) -> usize {
        match self.operand.role {
            Role::Sample | Role::Samples | Role::Integer | Role::Index => {
                self.region.offset * capacity
            }
            _ => self.region.offset,
        }
    }
}

/// All operands of a call: what is read, then what is written.
#[derive(Debug)]
pub(crate) struct Values {
    places: Vec<Place>,
    reads: usize,
    seed: u64,
}

impl Values {
    /// The numbers of an operand that is read.
    pub(crate) fn numbers(&mut self, name: &str) -> Option<&mut Vec<f64>> {
        self.read(name).and_then(|data| match data {
            Data::Numbers(values) => Some(values),
            _ => None,
        })
    }

    /// The bytes of an operand that is read.
    pub(crate) fn bytes(&mut self, name: &str) -> Option<&mut Vec<u8>> {
        self.read(name).and_then(|data| match data {
            Data::Bytes(values) => Some(values),
            _ => None,
        })
    }

    /// Other numbers.
    pub(crate) fn more(&mut self, len: usize) -> Vec<f64> {
        (0..len).map(|_| self.next() as f64 * 0.25 - 2.0).collect()
    }

    fn read(&mut self, name: &str) -> Option<&mut Data> {
        let places = self.places[..self.reads].iter_mut();
        let mut there = places.filter(|p| p.operand.name == name && !p.region.is_none());
        there.next().map(|p| &mut p.data)
    }

    /// Of 17 numbers, so that some are equal.
    fn next(&mut self) -> u64 {
        // xorshift
        self.seed ^= self.seed << 13;
        self.seed ^= self.seed >> 7;
        self.seed ^= self.seed << 17;
        (self.seed >> 20) % 17
    }
}

/// One way to make a call.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Way {
    pub(crate) samples: usize,
    pub(crate) split: bool,
    /// The operand whose place the first output takes.
    in_place: Option<usize>,
    /// Whether what may be absent of the output is.
    is_bare: bool,
    /// Whether gradients are added to what is there.
    pub(crate) is_added: bool,
}

fn ways(record: &Record) -> Vec<Way> {
    let splits: &[bool] = match record.placement {
        Placement::Whole => &[false],
        _ => &[true, false],
    };
    let of = |some: bool| if some { &[false, true][..] } else { &[false][..] };
    let bare = of(record.writes.iter().any(|w| w.is_optional));
    let added = of(record.writes.iter().any(|w| w.role == Role::Gradient));
    let places = core::iter::once(None).chain(record.in_place.iter().copied().map(Some));
    let mut all = Vec::new();
    for in_place in places {
        for (samples, split) in BATCHES.iter().flat_map(|n| splits.iter().map(move |s| (*n, *s))) {
            for (is_bare, is_added) in bare.iter().flat_map(|b| added.iter().map(move |a| (*b, *a)))
            {
                all.push(Way { samples, split, in_place, is_bare, is_added });
            }
        }
    }
    all
}

/// What an operation needs of each kind of memory. Operands begin after something that is not theirs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    pub(crate) input: usize,
    pub(crate) samples: usize,
    pub(crate) integers: usize,
    pub(crate) index: usize,
    pub(crate) parameters: usize,
    pub(crate) kept: usize,
    pub(crate) gradients: usize,
    pub(crate) statistics: usize,
}

fn take(room: &mut usize, len: usize) -> usize {
    let start = *room;
    *room = align(start + len);
    start
}

impl Room {
    const NEW: Self = {
        let other = align(1);
        Self {
            input: other,
            samples: other,
            integers: other,
            index: other,
            parameters: other,
            kept: other,
            gradients: other,
            statistics: other,
        }
    };

    fn place(&mut self, role: Role, len: usize, is_added: bool) -> Region {
        match role {
            Role::Sample | Role::Samples => Region::arena(take(&mut self.samples, len), len),
            Role::Integer => Region::integer(take(&mut self.integers, len), len),
            Role::Index => Region::index(take(&mut self.index, len), len),
            Role::Tensor => Region::parameter(take(&mut self.parameters, len), len),
            Role::Running => Region::buffer(take(&mut self.kept, len), len),
            Role::Gradient if is_added => Region::gradient_sum(take(&mut self.gradients, len), len),
            Role::Gradient => Region::gradient(take(&mut self.gradients, len), len),
            Role::Statistic => Region::statistic(take(&mut self.statistics, len), len),
        }
    }
}

/// Places and numbers of all operands.
fn operands<G: Sizes>(record: &Record, id: OpId, g: &G, way: Way) -> (Values, Room) {
    let mut room = Room::NEW;
    let mut values = Values { places: Vec::new(), reads: 0, seed: 0x9E37_79B9_7F4A_7C15 };
    let mut reads: Vec<(Operand, usize)> = Vec::new();
    for operand in record.reads {
        if operand.role == Role::Samples {
            let lens = (0..).map(|i| g.len_of(i)).take_while(|len| *len > 0);
            reads.extend(lens.map(|len| (*operand, len)));
            continue;
        }
        reads.push((*operand, g.len_in(id, operand.name)));
    }
    values.reads = reads.len();
    for (operand, len) in reads {
        let is_absent = len == 0 && operand.is_optional;
        // Each second value is an input of the network, unless the output takes its place.
        let is_input = way.in_place.is_none() && values.places.len() % 2 == 1;
        let region = match operand.role {
            _ if is_absent => Region::NONE,
            Role::Sample | Role::Samples if is_input => {
                Region::input(take(&mut room.input, len), len)
            }
            role => room.place(role, len, way.is_added),
        };
        let data = data(&mut values, g, &operand, region, way.samples);
        values.places.push(Place { operand, region, data });
    }
    g.prepare(way.samples, &mut values);
    for (i, operand) in record.writes.iter().enumerate() {
        let len = g.len_in(id, operand.name);
        let region = match way.in_place {
            Some(read) if i == 0 => values.places[read].region,
            _ if operand.is_optional && (way.is_bare || len == 0) => Region::NONE,
            _ => room.place(operand.role, len, way.is_added),
        };
        let mut data = data(&mut values, g, operand, region, way.samples);
        // What nobody reads: a part that is put in its place leaves the rest as it was.
        let is_replaced = match operand.role {
            Role::Sample | Role::Statistic => id != OpId::SlicePut,
            Role::Gradient => !way.is_added,
            _ => false,
        };
        if let Data::Numbers(numbers) = &mut data
            && is_replaced
        {
            numbers.fill(f64::NAN);
        }
        values.places.push(Place { operand: *operand, region, data });
    }
    (values, room)
}

fn data<G: Sizes>(values: &mut Values, g: &G, o: &Operand, region: Region, samples: usize) -> Data {
    let by_sample = matches!(o.role, Role::Sample | Role::Samples | Role::Integer | Role::Index);
    let len = region.len * if by_sample { samples } else { 1 };
    match o.role {
        Role::Integer => {
            Data::Integers((0..len).map(|_| values.next() as u32 % g.limit() as u32).collect())
        }
        Role::Index => Data::Bytes(vec![0; len]),
        // Variances and what is made of them are above 0.
        _ if o.name.contains("variance") || o.name.contains("inv_std") => {
            Data::Numbers((0..len).map(|_| values.next() as f64 * 0.125 + 0.5).collect())
        }
        _ => Data::Numbers(values.more(len)),
    }
}

/// Compares a device with the portable kernel, in all ways.
pub(crate) fn check<S: Subject, G: Sizes + Sync>(
    subject: &S,
    id: OpId,
    method: impl Method<G>,
    kernel: impl Fn(&G, usize, &[Cells<'_, f64>], &[Out<Cells<'_, f64>>]),
) {
    let record = id.record();
    let is_whole = |g: &G| {
        let mut all = record.reads.iter().chain(record.writes).filter(|o| !o.is_optional);
        all.all(|o| o.role == Role::Samples || g.len_in(id, o.name) > 0)
    };
    for g in G::samples().into_iter().filter(is_whole) {
        for way in ways(record) {
            // A batch norm of a single number has no variance.
            if id == OpId::BatchNorm && way.samples * g.len("x") == g.len("w") {
                continue;
            }
            let (mut values, room) = operands(record, id, &g, way);
            let bench = Bench { values: &values, room, way, columns: g.columns() };
            let found = subject.run(&bench, &g, &method);
            expect(&mut values, way, |x, y| kernel(&g, way.samples, x, y));
            for (place, found) in values.places[values.reads..].iter().zip(&found) {
                let what =
                    || format!("{}: `{}` of {g:?}, {way:?}", record.name, place.operand.name);
                compare(S::BYTES, found, &place.data, &what);
            }
        }
    }
}

/// What the portable kernel makes of the operands, in the places of what is written.
fn expect(
    values: &mut Values,
    way: Way,
    kernel: impl Fn(&[Cells<'_, f64>], &[Out<Cells<'_, f64>>]),
) {
    let (reads, writes) = values.places.split_at_mut(values.reads);
    let reads: Vec<Cells<'_, f64>> = reads
        .iter_mut()
        .map(|p| if p.region.is_none() { Cells::NONE } else { p.data.cells() })
        .collect();
    let write = if way.is_added { Sums::Add } else { Sums::Replace };
    let writes: Vec<Out<Cells<'_, f64>>> = writes
        .iter_mut()
        .map(|p| {
            let (is_there, len) = (!p.region.is_none(), p.region.len);
            let write = if p.operand.role == Role::Gradient { write } else { Sums::Replace };
            Out { to: p.data.cells(), write, is_there, len }
        })
        .collect();
    kernel(&reads, &writes);
}

fn compare(bytes: usize, found: &Data, expected: &Data, what: &dyn Fn() -> String) {
    if let (Data::Bytes(found), Data::Bytes(expected)) = (found, expected) {
        assert_eq!(found, expected, "{}", what());
        return;
    }
    let (found, expected) = (found.numbers(), expected.numbers());
    assert_eq!(found.len(), expected.len(), "{}", what());
    let bound = if bytes == 8 { 1e-11 } else { 2e-5 };
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        let is_near = (f - e).abs() <= bound * e.abs().max(1.0);
        let is_same = f == e || f.is_nan() && e.is_nan();
        assert!(is_near || is_same, "{}: element {i} is {f:e}, expected {e:e}", what());
    }
}

/// One call: its operands, and the memory that they need.
#[derive(Debug)]
pub struct Bench<'a> {
    values: &'a Values,
    pub(crate) room: Room,
    pub(crate) way: Way,
    pub(crate) columns: usize,
}

impl Bench<'_> {
    /// All operands.
    pub(crate) fn places(&self) -> &[Place] {
        &self.values.places
    }

    /// What is written.
    pub(crate) fn written(&self) -> &[Place] {
        &self.values.places[self.values.reads..]
    }

    /// All operands, in the order in which they are put into memory: the first output may lie where an operand does, so what
    /// is read comes last.
    pub(crate) fn in_order(&self) -> impl Iterator<Item = (usize, &Place)> {
        let (reads, count) = (self.values.reads, self.values.places.len());
        (reads..count).chain(0..reads).map(|i| (i, &self.values.places[i]))
    }

    /// Regions cut into what is read and what is written.
    pub(crate) fn cut<'r>(&self, regions: &'r [Region]) -> (&'r [Region], &'r [Region]) {
        regions.split_at(self.values.reads)
    }

    /// The state of a step of such a batch.
    pub(crate) fn state(&self) -> StepState {
        let batch = self.way.samples;
        StepState { batch, step: STEP, seed: SEED, learning_rate: 0.0, is_deferred: false }
    }

    /// The segment of the call, for as long as the program runs: regions are constants of a program.
    pub(crate) fn segment(&self, regions: &[Region]) -> Segment {
        fn leak(regions: Vec<Region>) -> &'static [Region] {
            Box::leak(regions.into_boxed_slice())
        }
        let is_gradient = |i: usize| self.values.places[i].operand.role == Role::Gradient;
        let lie = |i: &usize| !regions[*i].is_none();
        let by = |gradients: bool| {
            let of = (0..regions.len()).filter(lie).filter(|i| is_gradient(*i) == gradients);
            leak(of.map(|i| regions[i]).collect())
        };
        let regions = by(false).iter().copied();
        let mut listed: Vec<Region> = Vec::new();
        for region in regions {
            if !listed.contains(&region) {
                listed.push(region);
            }
        }
        Segment { split: self.way.split, regions: leak(listed), gradients: by(true) }
    }
}

//! The calls of emitted code: operands become addresses, then a kernel is launched over the whole batch.

use core::cell::Cell;
use core::fmt;

use nncore::Error;
use nncore::device::{Base, Region, Space, StepState, Type, Workspace};
use nnplan::{Activation, Linear};

use crate::device::{Over, count};
use crate::kernels::channels::{Channels, Stage};
use crate::kernels::key::{Function, KernelKey};
use crate::kernels::parts::{self, Sums};
use crate::kernels::product::Tile;
use crate::kernels::{Write, size};
use crate::profile::HostCall;
use crate::scratch::{STATE, parts_room, parts_start};
use crate::{Arg, Cuda, CudaBuffer, CudaError};

/// The memory of a pass.
pub(crate) struct Spaces<'a> {
    pub(crate) workspace: &'a mut Workspace<Cuda>,
    pub(crate) parameters: &'a CudaBuffer<f32>,
    pub(crate) kept: &'a CudaBuffer<f32>,
}

/// Products of matrices: what is read and written.
pub(crate) struct Product<'a> {
    pub(crate) reads: [Region; 2],
    /// What is added to the sums.
    pub(crate) bias: Option<(Region, Channels)>,
    pub(crate) activation: Option<&'a Activation>,
    pub(crate) y: Region,
    /// How many samples, rows or products there are: what the kernel takes.
    pub(crate) count: usize,
    /// Rows, columns, depth, and how many products there are.
    pub(crate) sizes: [usize; 4],
}

impl Product<'_> {
    /// Without bias and activation.
    pub(crate) fn plain(reads: [Region; 2], y: Region, count: usize, sizes: [usize; 4]) -> Self {
        Self { reads, bias: None, activation: None, y, count, sizes }
    }
}

/// The terms of all sums: rows, columns, depth, and how many products there are.
pub(crate) fn terms(sizes: [usize; 4]) -> usize {
    sizes.into_iter().fold(1, usize::saturating_mul)
}

/// Whether all addresses are multiples of 16 bytes.
fn are_aligned(arguments: &[Arg]) -> bool {
    arguments.iter().all(|a| matches!(a, Arg::Pointer(at) if at.is_multiple_of(16)))
}

/// The batch, as emitted code sees it.
pub struct CudaPiece<'a> {
    pub(crate) device: &'a Cuda,
    spaces: Spaces<'a>,
    pub(crate) base: Base,
    pub(crate) state: StepState,
    pub(crate) fault: Option<Error>,
    /// An operand of the next call that is too large.
    too_large: Cell<Option<CudaError>>,
}

impl fmt::Debug for CudaPiece<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "CudaPiece({} samples)", self.state.batch)
    }
}

impl<'a> CudaPiece<'a> {
    pub(crate) fn new(
        device: &'a Cuda,
        spaces: Spaces<'a>,
        base: &'a Base,
        state: StepState,
    ) -> Self {
        Self { device, spaces, base: *base, state, fault: None, too_large: Cell::new(None) }
    }

    pub(crate) fn batch(&self) -> usize {
        self.state.batch
    }

    /// Where the state of the step lies.
    pub(crate) fn state_arg(&self) -> Arg {
        self.spaces.workspace.scratch.arg(0)
    }

    /// The calls of this pass need the host in between, for an operation that begins; `None` where something went wrong before.
    pub(crate) fn on_host(&mut self, operation: &'static str) -> Option<HostCall> {
        if self.fault.is_some() {
            return None;
        }
        self.spaces.workspace.memo.is_unrecordable = true;
        match self.device.profiler().begin_on_host(self.device.stream(), operation) {
            Ok(call) => Some(call),
            Err(error) => {
                self.fault = Some(error.into());
                None
            }
        }
    }

    /// An operation on the host ends.
    pub(crate) fn end_on_host(&mut self, call: HostCall) {
        if let Err(error) = self.device.profiler().end_on_host(self.device.stream(), call) {
            self.fault.get_or_insert(error.into());
        }
    }

    /// Notes down an operand of more elements than kernels count: nothing is launched then.
    pub(crate) fn check_len(&self, r: Region) {
        let is_by_sample = matches!(r.space, Space::Input | Space::Arena | Space::Local);
        let elements = if is_by_sample { r.len.saturating_mul(self.batch()) } else { r.len };
        if let Err(error) = count(elements) {
            self.too_large.set(Some(error));
        }
    }

    /// Whether an operand lies somewhere: the gradient by an input of the whole network does not.
    pub(crate) fn is_there(&self, region: Region) -> bool {
        !self.base.resolve(region).is_none()
    }

    /// Where a region begins.
    pub(crate) fn at(&self, region: Region) -> Arg {
        let r = self.base.resolve(region);
        let w = &*self.spaces.workspace;
        let by_sample = r.offset * w.capacity;
        self.check_len(r);
        match r.space {
            Space::Input if r.element == Type::Integer => w.integers.arg(by_sample),
            Space::Input => w.input.arg(by_sample),
            Space::Arena if r.element == Type::Byte => w.index.arg(by_sample),
            Space::Arena => w.arena.arg(by_sample),
            Space::Target if r.element == Type::Integer => w.labels.arg(by_sample),
            Space::Target => w.target.arg(by_sample),
            Space::Local => w.scratch.arg(STATE + by_sample),
            Space::Parameter => self.spaces.parameters.arg(r.offset),
            Space::Buffer => self.spaces.kept.arg(r.offset),
            Space::Statistic => w.statistic.arg(r.offset),
            Space::Gradient | Space::GradientSum => w.gradients.arg(r.offset),
            Space::None
            | Space::Output
            | Space::OutputGradient
            | Space::InputGradient
            | Space::Value => {
                unreachable!("the base says where these lie, and who asks for none")
            }
        }
    }

    /// Where those of the regions begin that are there.
    pub(crate) fn present(&self, regions: &[Region]) -> Vec<Arg> {
        regions.iter().filter(|r| self.is_there(**r)).map(|r| self.at(*r)).collect()
    }

    /// Whether a gradient replaces what is there.
    pub(crate) fn write(&self, region: Region) -> Write {
        match self.base.resolve(region).space {
            Space::GradientSum => Write::Add,
            _ => Write::Assign,
        }
    }

    /// Launches a kernel, unless something went wrong before.
    pub(crate) fn launch(&mut self, key: KernelKey, arguments: &[Arg], over: Over) {
        if let Some(error) = self.too_large.take() {
            self.fault.get_or_insert(error.into());
        }
        if self.fault.is_some() {
            return;
        }
        let is_recorded = self.spaces.workspace.memo.is_recording;
        if let Err(error) = self.device.launch(is_recorded, key, arguments, over) {
            self.fault = Some(error.into());
        }
    }

    /// A number as an argument.
    pub(crate) fn number(&mut self, n: usize) -> Arg {
        count(n).unwrap_or_else(|error| {
            self.fault.get_or_insert(error.into());
            Arg::U32(0)
        })
    }

    /// A call over as many elements as its last argument says.
    pub(crate) fn call<const N: usize>(&mut self, key: KernelKey, regions: [Region; N], n: usize) {
        let mut arguments = regions.map(|r| self.at(r)).to_vec();
        arguments.push(self.number(n));
        self.launch(key, &arguments, Over::count(n));
    }

    /// The same with the number of samples, or rows, before it.
    pub(crate) fn call_of<const N: usize>(
        &mut self,
        key: KernelKey,
        regions: [Region; N],
        samples: usize,
        n: usize,
    ) {
        let mut arguments = regions.map(|r| self.at(r)).to_vec();
        arguments.push(self.number(samples));
        arguments.push(self.number(n));
        self.launch(key, &arguments, Over::count(n));
    }

    /// A product of matrices by blocks of a tile: what is read, then what is written; then numbers; rows, columns, and how
    /// many there are; and the terms of all its sums.
    pub(crate) fn tiles(
        &mut self,
        key: impl FnOnce(Tile) -> KernelKey,
        mut operands: Vec<Arg>,
        numbers: &[usize],
        sizes @ [rows, columns, products]: [usize; 3],
        terms: usize,
    ) {
        let capability = self.device.info().capability;
        let tile = Tile {
            is_aligned: are_aligned(&operands),
            ..Tile::of(self.device.precision(), capability, sizes)
        };
        operands.extend(numbers.iter().map(|n| self.number(*n)));
        let grid = Over::blocks(tile.blocks(rows, columns, products)).with(terms);
        self.launch(key(tile), &operands, grid);
    }

    /// Products of matrices.
    pub(crate) fn product(&mut self, key: impl Fn(Tile, Sums) -> KernelKey, p: &Product<'_>) {
        let ([rows, columns, _, products], terms) = (p.sizes, terms(p.sizes));
        let (parts, len) = (self.parts(p.sizes), rows * columns * products);
        let (mut operands, out) = (p.reads.map(|r| self.at(r)).to_vec(), self.at(p.y));
        let bias = p.bias.map(|(b, layout)| (self.at(b), layout));
        if parts == 1 {
            operands.extend(bias.map(|(b, _)| b));
            operands.push(out);
            let (key, sizes) = (|tile| key(tile, Sums::Whole), [rows, columns, products]);
            return self.tiles(key, operands, &[p.count], sizes, terms);
        }
        operands.push(self.parts_arg());
        let (key, sizes) = (|tile| key(tile, Sums::Parts), [rows, columns, products * parts]);
        self.tiles(key, operands, &[p.count, parts], sizes, terms);
        self.add_parts(Write::Assign, bias, p.activation, out, [parts, len]);
    }

    /// Adds up so many parts of `len` sums.
    fn add_parts(
        &mut self,
        write: Write,
        bias: Option<(Arg, Channels)>,
        f: Option<&Activation>,
        out: Arg,
        [parts, len]: [usize; 2],
    ) {
        let (channels, function) = (bias.map(|(_, layout)| layout), f.map(Function::from));
        let mut arguments = vec![self.parts_arg()];
        arguments.extend(bias.map(|(b, _)| b));
        arguments.extend([out, self.number(parts), self.number(len)]);
        self.launch(
            KernelKey::AddParts { channels, function, write },
            &arguments,
            Over::count(len),
        );
    }

    /// A linear layer of so few rows that its matrix is all that counts.
    pub(crate) fn few_rows(
        &mut self,
        g: &Linear,
        f: Option<&Activation>,
        rows: usize,
        regions: &[Region; 4],
    ) {
        let mut arguments = self.present(regions);
        let is_aligned = are_aligned(&arguments);
        arguments.push(self.number(g.out_features));
        let key = KernelKey::LinearGemv {
            features: g.into(),
            rows: size(rows),
            bias: g.bias,
            function: f.map(Function::from),
            is_aligned,
        };
        let terms = terms([rows, g.in_features, g.out_features, 1]);
        self.launch(key, &arguments, Over::count(g.out_features).with(terms));
    }

    /// The gradient of a weight: a product whose depth is the batch. Rows, columns, depth, and how many products there are.
    pub(crate) fn weight_gradient<const N: usize>(
        &mut self,
        key: impl FnOnce(Tile, Write) -> KernelKey,
        reads: [Region; N],
        d_w: Region,
        samples: usize,
        sizes: [usize; 4],
    ) {
        let [rows, columns, _, products] = sizes;
        let (write, out, parts) = (self.write(d_w), self.at(d_w), self.parts(sizes));
        let (to, own) = match parts {
            1 => (out, write),
            _ => (self.parts_arg(), Write::Assign),
        };
        let mut operands = reads.map(|r| self.at(r)).to_vec();
        operands.push(to);
        let (key, blocks) = (|tile| key(tile, own), [rows, columns, products * parts]);
        self.tiles(key, operands, &[samples, parts], blocks, terms(sizes));
        if parts > 1 {
            self.add_parts(write, None, None, out, [parts, d_w.len]);
        }
    }

    /// Sums of channels over so many samples, as many as `sums` of each: `reads` is what they are made of, `ends` what the sums
    /// are made to, and with.
    pub(crate) fn channel_sums(
        &mut self,
        key: impl Fn(Stage) -> KernelKey,
        [reads, ends]: [&[Region]; 2],
        channels: Channels,
        samples: usize,
        sums: usize,
    ) {
        let (reads, ends) = (self.present(reads), self.present(ends));
        let n = channels.count;
        let room = parts_room(&self.spaces.workspace.needs);
        let parts = channels.parts(samples, sums, room);
        let mut numbers = vec![self.number(samples)];
        numbers.extend((parts > 1).then(|| self.number(parts)));
        numbers.push(self.number(n));
        let between = [self.parts_arg()];
        let mut run = |stage: Stage, arguments: [&[Arg]; 3], over: Over| {
            self.launch(key(stage), &arguments.concat(), over);
        };
        let all = samples.saturating_mul(n * channels.positions);
        if parts == 1 {
            return run(Stage::Whole, [&reads, &ends, &numbers], Over::count(n).with(all));
        }
        run(Stage::Parts, [&reads, &between, &numbers], Over::times(n, parts).with(all));
        run(Stage::Last, [&between, &ends, &numbers], Over::count(n));
    }

    /// In how many parts the sums of products are cut.
    fn parts(&self, sizes: [usize; 4]) -> usize {
        parts::of_product(sizes, parts_room(&self.spaces.workspace.needs))
    }

    /// Where parts of sums lie.
    fn parts_arg(&self) -> Arg {
        let w = &*self.spaces.workspace;
        w.scratch.arg(parts_start(&w.needs))
    }

    /// The buffer in which a region lies that an operation of the user's own reads or writes, with its place there.
    fn place(&mut self, region: Region) -> Option<(&mut CudaBuffer<f32>, usize, usize)> {
        let r = self.base.resolve(region);
        let batch = self.state.batch;
        let w = &mut *self.spaces.workspace;
        let (at, of_batch) = (r.offset * w.capacity, r.len * batch);
        match r.space {
            _ if r.element != Type::Real => None,
            Space::Input => Some((&mut w.input, at, of_batch)),
            Space::Arena => Some((&mut w.arena, at, of_batch)),
            Space::Local => Some((&mut w.scratch, STATE + at, of_batch)),
            Space::Statistic => Some((&mut w.statistic, r.offset, r.len)),
            Space::Gradient | Space::GradientSum => Some((&mut w.gradients, r.offset, r.len)),
            _ => None,
        }
    }

    /// What a region holds, on the host; nothing of an absent one.
    pub(crate) fn downloaded(&mut self, region: Region) -> Vec<f32> {
        let r = self.base.resolve(region);
        let stream = self.device.stream();
        let tensors = match r.space {
            Space::None => return Vec::new(),
            Space::Parameter => Some(self.spaces.parameters),
            Space::Buffer => Some(self.spaces.kept),
            _ => None,
        };
        let (mut values, copied);
        if let Some(tensors) = tensors {
            values = vec![0.0; r.len];
            copied = tensors.download(stream, r.offset, &mut values);
        } else {
            let (buffer, at, len) = self.place(region).expect("an operand of the user's operation");
            values = vec![0.0; len];
            copied = buffer.download(stream, at, &mut values);
        }
        if let Err(error) = copied {
            self.fault.get_or_insert(error.into());
        }
        values
    }

    pub(crate) fn uploaded(&mut self, region: Region, values: &[f32]) {
        let stream = self.device.stream();
        let Some((buffer, at, _)) = self.place(region) else {
            assert!(!self.is_there(region), "no operation on the host writes this: {region:?}");
            return;
        };
        if let Err(error) = buffer.upload_at(stream, at, values) {
            self.fault.get_or_insert(error.into());
        }
    }

    /// The integers of an input.
    pub(crate) fn downloaded_integers(&mut self, region: Region) -> Vec<u32> {
        let (at, len) = self.samples(region);
        let mut values = vec![0; len];
        let stream = self.device.stream();
        if let Err(error) = self.spaces.workspace.integers.download(stream, at, &mut values) {
            self.fault.get_or_insert(error.into());
        }
        values
    }

    /// The positions that a max pool chose, or the room for them.
    pub(crate) fn downloaded_bytes(&mut self, region: Region) -> Vec<u8> {
        let (at, len) = self.samples(region);
        let mut values = vec![0; len];
        let stream = self.device.stream();
        if let Err(error) = self.spaces.workspace.index.download(stream, at, &mut values) {
            self.fault.get_or_insert(error.into());
        }
        values
    }

    pub(crate) fn upload_bytes(&mut self, region: Region, values: &[u8]) {
        let (at, _) = self.samples(region);
        let stream = self.device.stream();
        if let Err(error) = self.spaces.workspace.index.upload_at(stream, at, values) {
            self.fault.get_or_insert(error.into());
        }
    }

    /// The first element of a value that lies sample by sample, and how many it has.
    fn samples(&self, region: Region) -> (usize, usize) {
        let r = self.base.resolve(region);
        (r.offset * self.spaces.workspace.capacity, r.len * self.state.batch)
    }
}

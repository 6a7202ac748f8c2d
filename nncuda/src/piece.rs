//! The calls of emitted code: operands become addresses, then a kernel is launched over the whole batch.

use core::cell::Cell;
use core::fmt::{self, Display, Write as _};

use nncore::Error;
use nncore::device::{Base, Region, Space, StepState, Workspace};
use nnplan::{Activation, Linear};

use crate::device::{Over, count};
use crate::kernels::channels::{Channels, Stage};
use crate::kernels::parts::{self, Sums};
use crate::kernels::product::Tile;
use crate::kernels::{Write, gemv, size};
use crate::ptx::Kernel;
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
    /// The name of a kernel, written anew for each.
    key: String,
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
        Self {
            device,
            spaces,
            base: *base,
            state,
            fault: None,
            too_large: Cell::new(None),
            key: String::new(),
        }
    }

    pub(crate) fn batch(&self) -> usize {
        self.state.batch
    }

    /// Where the state of the step lies.
    pub(crate) fn state_arg(&self) -> Arg {
        self.spaces.workspace.scratch.arg(0)
    }

    /// The calls of this pass need the host in between.
    pub(crate) fn needs_the_host(&mut self) {
        self.spaces.workspace.memo.is_unrecordable = true;
    }

    /// Notes down an operand of more elements than kernels count: nothing is launched then.
    pub(crate) fn check_len(&self, r: Region) {
        let is_by_sample = matches!(
            r.space,
            Space::Input | Space::Integer | Space::Arena | Space::Index | Space::Local
        );
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
            Space::Input => w.input.arg(by_sample),
            Space::Integer => w.integers.arg(by_sample),
            Space::Arena => w.arena.arg(by_sample),
            Space::Index => w.index.arg(by_sample),
            Space::Target => w.target.arg(by_sample),
            Space::Label => w.labels.arg(by_sample),
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
    pub(crate) fn launch(
        &mut self,
        key: impl Display,
        make: impl FnOnce() -> Kernel,
        arguments: &[Arg],
        over: Over,
    ) {
        if let Some(error) = self.too_large.take() {
            self.fault.get_or_insert(error.into());
        }
        if self.fault.is_some() {
            return;
        }
        self.key.clear();
        let _ = write!(self.key, "{key}"); // a string grows
        let is_recorded = self.spaces.workspace.memo.is_recording;
        if let Err(error) = self.device.launch(is_recorded, &self.key, make, arguments, &over) {
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
    pub(crate) fn call<const N: usize>(
        &mut self,
        key: impl Display,
        make: impl FnOnce() -> Kernel,
        regions: [Region; N],
        n: usize,
    ) {
        let mut arguments = regions.map(|r| self.at(r)).to_vec();
        arguments.push(self.number(n));
        self.launch(key, make, &arguments, Over::Count(n));
    }

    /// The same with the number of samples, or rows, ahead of it.
    pub(crate) fn call_of<const N: usize>(
        &mut self,
        key: impl Display,
        make: impl FnOnce() -> Kernel,
        regions: [Region; N],
        samples: usize,
        n: usize,
    ) {
        let mut arguments = regions.map(|r| self.at(r)).to_vec();
        arguments.push(self.number(samples));
        arguments.push(self.number(n));
        self.launch(key, make, &arguments, Over::Count(n));
    }

    /// A product of matrices by blocks of a tile: what is read, then what is written; then numbers; rows, columns, and how
    /// many there are.
    pub(crate) fn tiles(
        &mut self,
        key: impl Display,
        make: impl FnOnce(Tile) -> Kernel,
        mut operands: Vec<Arg>,
        numbers: &[usize],
        sizes @ [rows, columns, products]: [usize; 3],
    ) {
        let capability = self.device.info().capability;
        let tile = Tile {
            is_aligned: are_aligned(&operands),
            ..Tile::of(self.device.precision(), capability, sizes)
        };
        operands.extend(numbers.iter().map(|n| self.number(*n)));
        let grid = Over::Blocks(tile.blocks(rows, columns, products));
        self.launch(format_args!("{key} {tile:?}"), || make(tile), &operands, grid);
    }

    /// Products of matrices.
    pub(crate) fn product(
        &mut self,
        key: impl Display,
        make: impl FnOnce(Tile, Sums) -> Kernel,
        p: &Product<'_>,
    ) {
        let [rows, columns, _, products] = p.sizes;
        let (parts, len) = (self.parts(p.sizes), rows * columns * products);
        let (mut operands, out) = (p.reads.map(|r| self.at(r)).to_vec(), self.at(p.y));
        let bias = p.bias.map(|(b, layout)| (self.at(b), layout));
        if parts == 1 {
            let key = format_args!("{key} {:?}", Sums::Whole);
            operands.extend(bias.map(|(b, _)| b));
            operands.push(out);
            let make = |tile| make(tile, Sums::Whole);
            return self.tiles(key, make, operands, &[p.count], [rows, columns, products]);
        }
        let key = format_args!("{key} {:?}", Sums::Parts);
        operands.push(self.parts_arg());
        let make = |tile| make(tile, Sums::Parts);
        self.tiles(key, make, operands, &[p.count, parts], [rows, columns, products * parts]);
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
        let layout = bias.map(|(_, layout)| layout);
        let mut arguments = vec![self.parts_arg()];
        arguments.extend(bias.map(|(b, _)| b));
        arguments.extend([out, self.number(parts), self.number(len)]);
        let key = format_args!("add_parts {write:?} {layout:?} {f:?}");
        let make = || parts::add_parts(write, layout, f);
        self.launch(key, make, &arguments, Over::Count(len));
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
        let make = || gemv::linear(g, size(rows), is_aligned, f);
        let key = format_args!("linear_gemv {g:?} {rows} {is_aligned} {f:?}");
        self.launch(key, make, &arguments, Over::Count(g.out_features));
    }

    /// The gradient of a weight: a product whose depth is the batch. Rows, columns, depth, and how many products there are.
    pub(crate) fn weight_gradient<const N: usize>(
        &mut self,
        key: impl Display,
        make: impl FnOnce(Tile, Write) -> Kernel,
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
        let (key, make) = (format_args!("{key} {own:?}"), |tile| make(tile, own));
        self.tiles(key, make, operands, &[samples, parts], [rows, columns, products * parts]);
        if parts > 1 {
            self.add_parts(write, None, None, out, [parts, d_w.len]);
        }
    }

    /// Sums of channels over so many samples, as many as `sums` of each: `reads` is what they are made of, `ends` what the sums
    /// are made to, and with.
    pub(crate) fn channel_sums(
        &mut self,
        key: impl Display,
        make: impl Fn(Stage) -> Kernel,
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
            self.launch(format_args!("{key} {stage:?}"), || make(stage), &arguments.concat(), over);
        };
        if parts == 1 {
            return run(Stage::Whole, [&reads, &ends, &numbers], Over::Count(n));
        }
        run(Stage::Parts, [&reads, &between, &numbers], Over::Times(n, parts));
        run(Stage::Last, [&between, &ends, &numbers], Over::Count(n));
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
            Space::Input => Some((&mut w.input, at, of_batch)),
            Space::Arena => Some((&mut w.arena, at, of_batch)),
            Space::Local => Some((&mut w.scratch, STATE + at, of_batch)),
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
        let Some((buffer, at, _)) = self.place(region) else { return };
        if let Err(error) = buffer.upload_at(stream, at, values) {
            self.fault.get_or_insert(error.into());
        }
    }
}

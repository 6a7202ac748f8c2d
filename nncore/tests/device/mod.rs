//! Memory of a device by hand, and calls on it.

#![allow(dead_code)] // each test file uses a part of this

use nncore::device::{
    Base, Device, Execute, LossCall, Memory, Pass, Plain, Region, Segment, Space, StepState, Store,
    Tensors, Train, Workspace, WorkspaceNeeds,
};
use nncore::kernels::loss::LossKind;
use nncore::{Cpu, CpuBuffer, CpuOptions, CpuPiece, Element};

/// Small whole numbers, sums of whose products are exact.
pub(crate) fn numbers<T: Element>(len: usize, seed: u64) -> Vec<T> {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = || {
        // xorshift
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 20) % 9
    };
    (0..len).map(|_| T::from_f64(next() as f64 - 4.0)).collect()
}

/// A device with memory for one batch.
pub(crate) struct Fixture<T: Element + Plain>
where
    Cpu<T>: Device<Element = T>,
{
    device: Cpu<T>,
    pub(crate) workspace: Workspace<Cpu<T>>,
    parameters: <Cpu<T> as Execute>::Buffer<T>,
    kept: <Cpu<T> as Execute>::Buffer<T>,
    batch: usize,
}

impl<T: Element + Plain> Fixture<T>
where
    Cpu<T>: for<'p> Device<Element = T, Buffer<T> = CpuBuffer<T>, Piece<'p> = CpuPiece<'p, T>>,
{
    /// Memory for `batch` samples and a few that are not there, of the sizes that `sizes` sets.
    pub(crate) fn new(threads: usize, batch: usize, sizes: impl Fn(&mut WorkspaceNeeds)) -> Self {
        let options = CpuOptions { threads: Some(threads), strict: false };
        let device = Cpu::<T>::with_options(options).expect("threads");
        let mut needs = WorkspaceNeeds {
            capacity: batch + 3,
            memory: Memory::NONE,
            border: 0,
            input: 0,
            integers: 0,
            target: 0,
            labels: 0,
            gradients: 0,
            flops: u64::MAX, // threads pay
        };
        sizes(&mut needs);
        let workspace = device.workspace(&needs).expect("memory");
        let [parameters, kept] = [(); 2].map(|()| device.allocate::<T>(0).expect("memory"));
        Self { device, workspace, parameters, kept, batch }
    }

    /// Numbers for the samples of regions; the rest of their space is NaN.
    pub(crate) fn fill(&mut self, regions: &[Region], seed: u64) {
        self.workspace.input.as_mut_slice().fill(T::from_f64(f64::NAN));
        for (i, r) in regions.iter().enumerate() {
            let values = numbers(r.len * self.batch, seed + i as u64);
            self.samples(*r).copy_from_slice(&values);
        }
    }

    /// The samples of a region.
    pub(crate) fn samples(&mut self, r: Region) -> &mut [T] {
        let w = &mut self.workspace;
        let buffer = match r.space {
            Space::Input => &mut w.input,
            Space::Arena => &mut w.arena,
            other => panic!("no samples in {other:?}"),
        };
        let start = r.offset * w.capacity;
        &mut buffer.as_mut_slice()[start..start + r.len * self.batch]
    }

    /// The trained tensors.
    pub(crate) fn set_parameters(&mut self, values: &[T]) {
        self.parameters = self.device.allocate::<T>(values.len()).expect("memory");
        self.device.upload(&mut self.parameters, values).expect("a copy");
    }

    /// The mean squared difference of an output from zeros.
    pub(crate) fn loss(&mut self, output: Region) -> T {
        self.workspace.target.as_mut_slice().fill(T::ZERO);
        let call = LossCall {
            kind: LossKind::MeanSquaredError,
            class_weights: None,
            weight: 1.0,
            output,
            d_output: Region::NONE,
            target: Region::target(0, output.len),
        };
        self.pass(|pass| pass.loss_of(&call))
    }

    /// Runs a segment.
    pub(crate) fn run(
        &mut self,
        split: bool,
        regions: &[Region],
        gradients: &[Region],
        f: impl for<'p> Fn(&mut CpuPiece<'p, T>) + Sync,
    ) {
        let leak = |r: &[Region]| -> &'static [Region] { Box::leak(r.to_vec().into_boxed_slice()) };
        let segment = Segment { split, regions: leak(regions), gradients: leak(gradients) };
        self.pass(|pass| pass.segment(&segment, f));
    }

    fn pass(&mut self, f: impl FnOnce(&mut Pass<'_, Cpu<T>>)) -> T {
        let state = StepState {
            batch: self.batch,
            step: 0,
            seed: 0,
            learning_rate: 0.0,
            is_deferred: false,
        };
        let tensors = [Tensors::Shared(&self.parameters), Tensors::Exclusive(&mut self.kept)];
        let (device, base) = (&self.device, Base::absolute());
        // SAFETY: the CPU checks each call.
        let mut pass =
            unsafe { Pass::new(device, &mut self.workspace, tensors, None, base, state) };
        f(&mut pass);
        Cpu::end_step(&mut pass).expect("no fault")
    }
}

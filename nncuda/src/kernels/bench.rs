//! Kernels on a device, with the host's numbers: for tests.

use std::collections::HashMap;

use crate::ptx::Kernel;
use crate::{Arg, Context, CudaBuffer, Grid, Module, Stream};

/// Whether there is a device. If not, it says so.
pub(crate) fn is_there() -> bool {
    match crate::info() {
        Ok(devices) => !devices.is_empty(),
        Err(error) => {
            eprintln!("\n*** SKIPPED: {error}");
            false
        }
    }
}

/// A device, and buffers by their addresses.
#[derive(Debug)]
pub(crate) struct Bench {
    stream: Stream,
    reals: HashMap<u64, CudaBuffer<f32>>,
    wide: HashMap<u64, CudaBuffer<f64>>,
    integers: HashMap<u64, CudaBuffer<u32>>,
}

/// Buffers of one kind of numbers.
macro_rules! buffers {
    ($($ty:ident $read:ident $map:ident;)*) => {$(
        /// The address of a new buffer with these numbers.
        pub(crate) fn $ty(&mut self, numbers: &[$ty]) -> u64 {
            let mut buffer = CudaBuffer::zeroed(&self.stream, numbers.len()).expect("memory");
            buffer.upload_at(&self.stream, 0, numbers).expect("an upload");
            let Arg::Pointer(address) = buffer.arg(0) else { unreachable!("a buffer's") };
            self.$map.insert(address, buffer);
            address
        }

        /// What the buffer at an address holds.
        pub(crate) fn $read(&self, address: u64) -> Vec<$ty> {
            let buffer = &self.$map[&address];
            let mut numbers = vec![Default::default(); buffer.len()];
            buffer.download(&self.stream, 0, &mut numbers).expect("a download");
            numbers
        }
    )*};
}

impl Bench {
    pub(crate) fn new() -> Self {
        let context = Context::open(0).expect("a device");
        let stream = Stream::new(&context).expect("a stream");
        let (reals, wide, integers) = Default::default();
        Self { stream, reals, wide, integers }
    }

    buffers! {
        f32 read_f32 reals;
        f64 read_f64 wide;
        u32 read_u32 integers;
    }

    /// Runs a kernel over as many as its last argument says.
    pub(crate) fn launch(&mut self, kernel: &Kernel, arguments: &[Arg]) {
        let Some(Arg::U32(n)) = arguments.last() else { panic!("a number is the last") };
        let module = Module::load(self.stream.context(), &kernel.ptx()).expect("a module");
        let function = module.function(kernel.name()).expect("its kernel");
        let grid = Grid::line(n.div_ceil(kernel.per_block()), kernel.threads());
        // SAFETY: the tests give what the kernel takes, and buffers that live until they are read.
        unsafe { function.launch(&self.stream, grid, arguments).expect("a launch") };
        self.stream.synchronize().expect("the kernel's end");
    }
}

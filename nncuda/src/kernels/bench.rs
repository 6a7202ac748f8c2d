//! Kernels on a device, with the host's numbers: for tests.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::ptx::Kernel;
use crate::{Arg, Context, CudaBuffer, Grid, Module, Stream};

/// The device: one in software, or with `NNCUDA_TEST_DEVICE=gpu` the machine's.
fn device() -> Context {
    static DEVICE: OnceLock<Context> = OnceLock::new();
    let open = || {
        if std::env::var_os("NNCUDA_TEST_DEVICE").is_none_or(|device| device != "gpu") {
            assert!(
                nncuda_driver::install(nncuda_soft::resolve),
                "nobody called the driver before"
            );
            nncuda_soft::set_race_check(true);
            nncuda_soft::set_uninitialised(nncuda_soft::Mode::Fault);
        }
        Context::open(0).expect("a device")
    };
    DEVICE.get_or_init(open).clone()
}

/// A device, and buffers by their addresses.
#[derive(Debug)]
pub(crate) struct Bench {
    stream: Stream,
    reals: HashMap<u64, CudaBuffer<f32>>,
    wide: HashMap<u64, CudaBuffer<f64>>,
    integers: HashMap<u64, CudaBuffer<u32>>,
    bytes: HashMap<u64, CudaBuffer<u8>>,
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
        let stream = Stream::new(&device()).expect("a stream");
        let (reals, wide, integers, bytes) = Default::default();
        Self { stream, reals, wide, integers, bytes }
    }

    buffers! {
        f32 read_f32 reals;
        f64 read_f64 wide;
        u32 read_u32 integers;
        u8 read_u8 bytes;
    }

    /// Runs a kernel over as many as its last argument says.
    pub(crate) fn launch(&mut self, kernel: &Kernel, arguments: &[Arg]) {
        let Some(Arg::U32(n)) = arguments.last() else { panic!("a number is the last") };
        self.launch_blocks(kernel, arguments, n.div_ceil(kernel.per_block()));
    }

    /// Runs a kernel over so many blocks.
    pub(crate) fn launch_blocks(&mut self, kernel: &Kernel, arguments: &[Arg], blocks: u32) {
        let module = Module::load(self.stream.context(), &kernel.ptx()).unwrap_or_else(|error| {
            panic!(
                "{}: {error}\n{}",
                kernel.name(),
                nncuda_soft::last_refusal().unwrap_or_default()
            )
        });
        let function = module.function(kernel.name()).expect("its kernel");
        let grid = Grid::line(blocks, kernel.threads());
        // SAFETY: the tests give what the kernel takes, and buffers that live until they are read.
        let launched = unsafe { function.launch(&self.stream, grid, arguments) };
        if let Err(error) = launched.and_then(|()| self.stream.synchronize()) {
            panic!("{}: {error}\n{}", kernel.name(), nncuda_soft::take_fault().unwrap_or_default());
        }
    }
}

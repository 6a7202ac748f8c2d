//! Kernels and their launch.

use core::ffi::c_void;
use core::fmt;
use std::sync::Arc;

use cust::sys::{self, CUfunction, CUfunction_attribute, CUresult};

use crate::error::{self, driver};
use crate::{Context, CudaError, Stream};

/// Arguments of a launch, at most.
pub const ARGUMENTS: usize = 64;

/// An argument of a kernel, by value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Arg {
    /// `.u32`, `.b32`
    U32(u32),
    /// `.s32`
    I32(i32),
    /// `.f32`
    F32(f32),
    /// `.u64`, `.b64`
    U64(u64),
    /// `.u64`: an address of the device's memory, from [`CudaBuffer::arg`](crate::CudaBuffer::arg).
    Pointer(u64),
}

impl Arg {
    /// Its bytes, from the start, and how many they are.
    fn bytes(self) -> ([u8; 8], usize) {
        let mut bytes = [0; 8];
        let mut four = |four: [u8; 4]| {
            bytes[..4].copy_from_slice(&four);
            (bytes, 4)
        };
        match self {
            Self::U32(value) => four(value.to_ne_bytes()),
            Self::I32(value) => four(value.to_ne_bytes()),
            Self::F32(value) => four(value.to_ne_bytes()),
            Self::U64(value) | Self::Pointer(value) => (value.to_ne_bytes(), 8),
        }
    }
}

/// How many threads run a kernel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Blocks in x, y and z.
    pub blocks: [u32; 3],
    /// Threads of a block in x, y and z.
    pub threads: [u32; 3],
    /// Bytes of dynamic shared memory of a block.
    pub shared: u32,
}

impl Grid {
    /// So many blocks of so many threads each, in a row.
    #[must_use]
    pub fn line(blocks: u32, threads: u32) -> Self {
        Self { blocks: [blocks, 1, 1], threads: [threads, 1, 1], shared: 0 }
    }

    /// With so many bytes of dynamic shared memory of a block.
    #[must_use]
    pub fn with_shared(self, shared: u32) -> Self {
        Self { shared, ..self }
    }
}

impl fmt::Display for Grid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { blocks: [x, y, z], threads: [i, j, k], shared } = self;
        write!(f, "{x} x {y} x {z} blocks of {i} x {j} x {k} threads")?;
        if *shared > 0 { write!(f, " with {shared} bytes of shared memory") } else { Ok(()) }
    }
}

/// A kernel of a loaded module.
#[derive(Clone)]
pub struct Function {
    context: Context,
    raw: CUfunction,
    name: Arc<str>,
    /// The bytes of each parameter, where the driver tells.
    parameters: Option<Arc<[usize]>>,
}

// SAFETY: the driver allows a function in any thread.
unsafe impl Send for Function {}
// SAFETY: as above, in several at a time.
unsafe impl Sync for Function {}

impl Function {
    /// A kernel of a module of `context`, which is the thread's.
    pub(crate) fn new(context: Context, raw: CUfunction, name: Arc<str>) -> Self {
        Self { context, raw, name, parameters: parameters(raw) }
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The registers that a thread of it takes.
    ///
    /// # Errors
    /// When the driver fails.
    pub fn registers(&self) -> Result<u32, CudaError> {
        let _entered = self.context.enter()?;
        let mut value = 0;
        let attribute = CUfunction_attribute::CU_FUNC_ATTRIBUTE_NUM_REGS;
        // SAFETY: `value` is a place for the number, and the function's module is loaded.
        unsafe { driver!(cuFuncGetAttribute(&mut value, attribute, self.raw))? };
        Ok(u32::try_from(value).unwrap_or(0))
    }

    /// Allows launches with up to so many bytes of dynamic shared memory: without it they are 48 KiB, with it what
    /// the device has.
    ///
    /// # Errors
    /// When the device has less.
    pub fn allow_shared(&self, bytes: u32) -> Result<(), CudaError> {
        let _entered = self.context.enter()?;
        let attribute = CUfunction_attribute::CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES;
        let value = i32::try_from(bytes).unwrap_or(i32::MAX);
        // SAFETY: the function's module is loaded.
        let result = unsafe { sys::cuFuncSetAttribute(self.raw, attribute, value) };
        self.check(result, || {
            let most = self.context.info().shared_memory;
            format!("{bytes} bytes of shared memory of a block, of which the device has {most}")
        })
    }

    /// Launches it, behind the work that `stream` has. Does not wait.
    ///
    /// # Safety
    /// The arguments are what the kernel takes, the memory that it reaches through them is there until the stream has
    /// done the work, and the kernel stays within it.
    ///
    /// # Errors
    /// When the numbers or sizes of the arguments are not the kernel's (as far as the driver tells them: from CUDA
    /// 12.4 on), or the device does not take the grid. What goes wrong on the device shows when it is waited for.
    pub unsafe fn launch(
        &self,
        stream: &Stream,
        grid: Grid,
        arguments: &[Arg],
    ) -> Result<(), CudaError> {
        let mut bytes = [[0u8; 8]; ARGUMENTS];
        let mut pointers = [core::ptr::null_mut::<c_void>(); ARGUMENTS];
        self.check_arguments(arguments)?;
        for ((argument, bytes), pointer) in arguments.iter().zip(&mut bytes).zip(&mut pointers) {
            (*bytes, _) = argument.bytes();
            *pointer = bytes.as_mut_ptr().cast();
        }
        let _entered = self.context.enter()?;
        let ([x, y, z], [i, j, k]) = (grid.blocks, grid.threads);
        // SAFETY: there is a pointer for each argument, to bytes that the driver copies before its return; the rest
        // is the caller's.
        let result = unsafe {
            sys::cuLaunchKernel(
                self.raw,
                x,
                y,
                z,
                i,
                j,
                k,
                grid.shared,
                stream.raw(),
                pointers.as_mut_ptr(),
                core::ptr::null_mut(),
            )
        };
        self.check(result, || grid.to_string())
    }

    fn check(&self, result: CUresult, asked: impl FnOnce() -> String) -> Result<(), CudaError> {
        if result == CUresult::CUDA_SUCCESS {
            return Ok(());
        }
        let (name, code) = (error::name(result), error::code(result));
        let text = format!("{name} ({code}) for {}", asked());
        Err(CudaError::Launch { kernel: self.name.to_string(), code, text })
    }

    /// Whether the arguments are as many and as large as the parameters.
    fn check_arguments(&self, arguments: &[Arg]) -> Result<(), CudaError> {
        let sizes = || arguments.iter().map(|argument| argument.bytes().1);
        let fits = match &self.parameters {
            Some(parameters) => sizes().eq(parameters.iter().copied()),
            None => true,
        };
        if fits && arguments.len() <= ARGUMENTS {
            return Ok(());
        }
        let expected = match &self.parameters {
            Some(parameters) => format!("{} of {parameters:?} bytes", parameters.len()),
            None => format!("at most {ARGUMENTS}"),
        };
        let found = sizes().collect::<Vec<_>>();
        Err(CudaError::Launch {
            kernel: self.name.to_string(),
            code: CUresult::CUDA_ERROR_INVALID_VALUE as u32,
            text: format!(
                "the arguments are not its parameters\nexpected: {expected}\n   found: {} of {found:?} bytes",
                found.len()
            ),
        })
    }
}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Function({})", self.name)
    }
}

/// The bytes of each parameter of a function, where the driver has a function that tells.
fn parameters(raw: CUfunction) -> Option<Arc<[usize]>> {
    type GetParamInfo =
        unsafe extern "C" fn(CUfunction, usize, *mut usize, *mut usize) -> core::ffi::c_uint;
    let found = nncuda_driver::function(c"cuFuncGetParamInfo");
    if found.is_null() {
        return None;
    }
    // SAFETY: this is the signature of the function of this name, as CUDA 12.4 and later declare it.
    let get = unsafe { core::mem::transmute::<*const c_void, GetParamInfo>(found) };
    let mut sizes = Vec::new();
    loop {
        let (mut offset, mut size) = (0, 0);
        // SAFETY: the function's module is loaded; both are places for a number.
        let result = unsafe { get(raw, sizes.len(), &mut offset, &mut size) };
        match CUresult::CUDA_ERROR_INVALID_VALUE as u32 {
            _ if result == 0 && sizes.len() <= ARGUMENTS => sizes.push(size),
            // Behind the last parameter.
            invalid if result == invalid => return Some(sizes.into()),
            _ => return None,
        }
    }
}

//! The driver's functions in a form that tests can use.

#![allow(dead_code, missing_docs, unreachable_pub)]

use std::ffi::{CString, c_void};

use nncuda_soft::{Exclusive, exclusive, last_refusal, resolve};

/// A handle.
pub type Handle = *mut c_void;

/// The function of a name as a function pointer of the type `F`.
pub fn driver<F: Copy>(name: &str) -> F {
    let p = resolve(name);
    assert!(!p.is_null(), "{name} is there");
    assert_eq!(size_of::<F>(), size_of::<*const c_void>());
    // SAFETY: `F` is a function pointer; the tests give each function its type of `cuda.h`.
    unsafe { std::mem::transmute_copy(&p) }
}

/// Calls a function of the driver: `cu!(cuMemFree_v2(p: u64))`.
#[macro_export]
macro_rules! cu {
    ($name:ident($($value:expr => $t:ty),* $(,)?)) => {
        $crate::common::driver::<extern "C" fn($($t),*) -> u32>(stringify!($name))($($value),*)
    };
}

/// A result that has to be good.
#[track_caller]
pub fn ok(code: u32) {
    assert_eq!(code, 0, "{:?}, {:?}", last_refusal(), nncuda_soft::last_fault());
}

/// A device that is this test's alone.
pub struct Gpu {
    _turn: Exclusive,
}

/// Device memory. It is not freed before the device is reset.
#[derive(Clone, Copy, Debug)]
pub struct Buffer(pub u64, pub usize);

/// A parameter of a kernel.
#[derive(Clone, Debug)]
pub struct Arg(Vec<u8>);

macro_rules! args {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg {
            fn from(v: $t) -> Self {
                Self(v.to_le_bytes().to_vec())
            }
        }
    )*};
}
args!(u8, i8, u16, i16, u32, i32, u64, i64, f32, f64);

impl From<Buffer> for Arg {
    fn from(b: Buffer) -> Self {
        b.0.into()
    }
}

impl<const N: usize> From<[u8; N]> for Arg {
    fn from(b: [u8; N]) -> Self {
        Self(b.to_vec())
    }
}

/// The parameters of a launch.
#[macro_export]
macro_rules! params {
    ($($e:expr),* $(,)?) => { &[$($crate::common::Arg::from($e)),*] };
}

impl Gpu {
    pub fn new() -> Self {
        let turn = exclusive();
        ok(cu!(cuInit(0 => u32)));
        let mut context: Handle = std::ptr::null_mut();
        ok(cu!(cuDevicePrimaryCtxRetain(&mut context => &mut Handle, 0 => i32)));
        ok(cu!(cuCtxSetCurrent(context => Handle)));
        Self { _turn: turn }
    }

    pub fn try_load(&self, ptx: &str) -> Result<Handle, (u32, String)> {
        let text = CString::new(ptx).unwrap();
        let mut log = vec![0u8; 4096];
        let keys = [5u32, 6];
        let mut values = [log.as_mut_ptr() as usize, log.len()];
        let mut module: Handle = std::ptr::null_mut();
        let code = cu!(cuModuleLoadDataEx(
            &mut module => &mut Handle, text.as_ptr() => *const i8, 2 => u32,
            keys.as_ptr() => *const u32, values.as_mut_ptr() => *mut usize,
        ));
        if code == 0 {
            return Ok(module);
        }
        let end = log.iter().position(|c| *c == 0).unwrap();
        Err((code, String::from_utf8_lossy(&log[..end]).into_owned()))
    }

    #[track_caller]
    pub fn load(&self, ptx: &str) -> Handle {
        self.try_load(ptx).unwrap_or_else(|(code, log)| panic!("{code}: {log}"))
    }

    #[track_caller]
    pub fn function(&self, module: Handle, name: &str) -> Handle {
        let name = CString::new(name).unwrap();
        let mut f: Handle = std::ptr::null_mut();
        ok(
            cu!(cuModuleGetFunction(&mut f => &mut Handle, module => Handle, name.as_ptr() => *const i8)),
        );
        f
    }

    /// The kernel `k` of a module with one.
    #[track_caller]
    pub fn kernel(&self, ptx: &str) -> Handle {
        let m = self.load(ptx);
        self.function(m, "k")
    }

    #[track_caller]
    pub fn alloc(&self, bytes: usize) -> Buffer {
        let mut p = 0;
        ok(cu!(cuMemAlloc_v2(&mut p => &mut u64, bytes => usize)));
        Buffer(p, bytes)
    }

    #[track_caller]
    pub fn upload<T: Copy>(&self, data: &[T]) -> Buffer {
        let b = self.alloc(size_of_val(data));
        ok(cu!(cuMemcpyHtoD_v2(b.0 => u64, data.as_ptr() => *const T, b.1 => usize)));
        b
    }

    pub fn try_download<T: Copy + Default>(&self, b: Buffer) -> Result<Vec<T>, u32> {
        let mut out = vec![T::default(); b.1 / size_of::<T>()];
        match cu!(cuMemcpyDtoH_v2(out.as_mut_ptr() => *mut T, b.0 => u64, b.1 => usize)) {
            0 => Ok(out),
            code => Err(code),
        }
    }

    #[track_caller]
    pub fn download<T: Copy + Default>(&self, b: Buffer) -> Vec<T> {
        self.try_download(b)
            .unwrap_or_else(|code| panic!("{code}: {:?}", nncuda_soft::last_fault()))
    }

    pub fn try_launch(
        &self,
        f: Handle,
        grid: [u32; 3],
        block: [u32; 3],
        shared: u32,
        stream: Handle,
        args: &[Arg],
    ) -> u32 {
        let pointers: Vec<*const u8> = args.iter().map(|a| a.0.as_ptr()).collect();
        cu!(cuLaunchKernel(
            f => Handle, grid[0] => u32, grid[1] => u32, grid[2] => u32, block[0] => u32, block[1] => u32,
            block[2] => u32, shared => u32, stream => Handle, pointers.as_ptr() => *const *const u8,
            std::ptr::null() => *const *const u8,
        ))
    }

    #[track_caller]
    pub fn launch(&self, f: Handle, grid: u32, block: u32, args: &[Arg]) {
        ok(self.try_launch(f, [grid, 1, 1], [block, 1, 1], 0, std::ptr::null_mut(), args));
    }

    /// Runs a kernel that has to fail: the code and the message.
    #[track_caller]
    pub fn fails(&self, f: Handle, grid: u32, block: u32, args: &[Arg]) -> (u32, String) {
        ok(self.try_launch(f, [grid, 1, 1], [block, 1, 1], 0, std::ptr::null_mut(), args));
        let code = cu!(cuCtxSynchronize());
        assert_ne!(code, 0, "the kernel runs without a fault");
        (code, nncuda_soft::take_fault().expect("a fault has a message"))
    }
}

/// A module of sm_80 with one kernel `k`: its parameters and its body.
pub fn module(params: &str, body: &str) -> String {
    format!(
        ".version 7.0\n.target sm_80\n.address_size 64\n.visible .entry k({params})\n{{\n\
         .reg .pred %p<8>;\n.reg .b16 %h<16>;\n.reg .b32 %r<32>;\n.reg .f32 %f<32>;\n.reg .b64 %rd<16>;\n\
         .reg .f64 %fd<8>;\n{body}\n}}\n"
    )
}

/// Runs instructions on the registers `%a`, `%b`, `%c` (32 bits) or `%A`, `%B`, `%C` (64 bits), each thread on one row
/// of the inputs, and gives `%d` or, if the text names it, `%D`.
#[track_caller]
pub fn evaluate(gpu: &Gpu, text: &str, inputs: &[[u64; 3]]) -> Vec<u64> {
    let wide = text.contains("%D");
    let store = if wide { "" } else { "cvt.u64.u32 %D, %d;" };
    let ptx = format!(
        ".version 7.8\n.target sm_90\n.address_size 64\n.visible .entry k(.param .u64 in, .param .u64 out, .param .u32 n)\n{{\n\
         .reg .pred %p, %q, %t;\n.reg .b16 %ah, %bh, %ch, %dh, %eh;\n.reg .b32 %a, %b, %c, %d, %e, %i, %n;\n\
         .reg .b64 %A, %B, %C, %D, %E, %in, %out, %at;\n.reg .f32 %fx;\n\
         ld.param.u32 %n, [n];\nmov.u32 %a, %ctaid.x;\nmov.u32 %b, %ntid.x;\nmov.u32 %c, %tid.x;\n\
         mad.lo.u32 %i, %a, %b, %c;\nsetp.ge.u32 %t, %i, %n;\n@%t ret;\n\
         ld.param.u64 %in, [in];\nld.param.u64 %out, [out];\ncvta.to.global.u64 %in, %in;\n\
         mul.wide.u32 %at, %i, 24;\nadd.s64 %in, %in, %at;\n\
         ld.global.u64 %A, [%in];\nld.global.u64 %B, [%in+8];\nld.global.u64 %C, [%in+16];\n\
         cvt.u32.u64 %a, %A;\ncvt.u32.u64 %b, %B;\ncvt.u32.u64 %c, %C;\n\
         cvt.u16.u32 %ah, %a;\ncvt.u16.u32 %bh, %b;\ncvt.u16.u32 %ch, %c;\n\
         mov.u32 %d, 0;\n{text}\n{store}\n\
         mul.wide.u32 %at, %i, 8;\nadd.s64 %out, %out, %at;\nst.global.u64 [%out], %D;\nret;\n}}\n"
    );
    let k = gpu.kernel(&ptx);
    let flat: Vec<u64> = inputs.iter().flatten().copied().collect();
    let (a, d) = (gpu.upload(&flat), gpu.alloc(8 * inputs.len()));
    gpu.launch(k, inputs.len().div_ceil(64) as u32, 64, params![a, d, inputs.len() as u32]);
    let out = gpu.download(d);
    ok(cu!(cuMemFree_v2(a.0 => u64)));
    ok(cu!(cuMemFree_v2(d.0 => u64)));
    out
}

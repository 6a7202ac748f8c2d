//! The functions of the driver: handles, errors, streams, captures and graphs.

mod common;

use std::ffi::{CStr, c_void};
use std::ptr::null_mut;

use common::{Gpu, Handle, module, ok};
use nncuda_soft::{counters, last_refusal, resolve, set_compute_capability, set_memory_limit};

/// Adds a number to each element of `p`.
fn adder() -> String {
    module(
        ".param .u64 p, .param .u32 n",
        "ld.param.u64 %rd1, [p];\nld.param.u32 %r2, [n];\nmov.u32 %r1, %tid.x;\nmul.wide.u32 %rd2, %r1, 4;\n\
         add.u64 %rd1, %rd1, %rd2;\nld.global.u32 %r3, [%rd1];\nadd.u32 %r3, %r3, %r2;\nst.global.u32 [%rd1], %r3;\nret;",
    )
}

fn stream(flags: u32) -> Handle {
    let mut s: Handle = null_mut();
    ok(cu!(cuStreamCreate(&mut s => &mut Handle, flags => u32)));
    s
}

fn event() -> Handle {
    let mut e: Handle = null_mut();
    ok(cu!(cuEventCreate(&mut e => &mut Handle, 0 => u32)));
    e
}

fn begin(s: Handle, mode: u32) -> u32 {
    cu!(cuStreamBeginCapture_v2(s => Handle, mode => u32))
}

fn end(s: Handle) -> Result<Handle, u32> {
    let mut g: Handle = null_mut();
    match cu!(cuStreamEndCapture(s => Handle, &mut g => &mut Handle)) {
        0 => Ok(g),
        code => Err(code),
    }
}

fn instantiate(g: Handle) -> Handle {
    let mut e: Handle = null_mut();
    ok(cu!(cuGraphInstantiateWithFlags(&mut e => &mut Handle, g => Handle, 0 => u64)));
    e
}

fn nodes(g: Handle) -> usize {
    let mut n = 0;
    ok(cu!(cuGraphGetNodes(g => Handle, null_mut() => *mut Handle, &mut n => &mut usize)));
    n
}

#[test]
fn functions_are_found_by_name() {
    assert!(resolve("cuNoSuchFunction").is_null());
    for name in
        ["cuInit", "cuLaunchKernel", "cuGraphLaunch", "cuMemcpyDtoHAsync_v2", "cuGetErrorName"]
    {
        assert!(!resolve(name).is_null());
    }
}

#[test]
fn the_device() {
    let _g = Gpu::new();
    let attribute = |a: u32| {
        let mut v = 0;
        ok(cu!(cuDeviceGetAttribute(&mut v => &mut i32, a => u32, 0 => i32)));
        v
    };
    assert_eq!((attribute(75), attribute(76), attribute(10), attribute(97)), (9, 0, 32, 227 << 10));
    set_compute_capability(8, 6);
    assert_eq!((attribute(75), attribute(76), attribute(97)), (8, 6, 99 << 10));
    let mut v = 0;
    assert_eq!(cu!(cuDeviceGet(&mut v => &mut i32, 1 => i32)), 101);
    ok(cu!(cuDeviceGetCount(&mut v => &mut i32)));
    assert_eq!(v, 1);
    let mut name = [1u8; 12];
    ok(cu!(cuDeviceGetName(name.as_mut_ptr() => *mut u8, 12 => i32, 0 => i32)));
    assert_eq!(&name, b"nncuda-soft\0");
    let mut text: *const i8 = std::ptr::null();
    ok(cu!(cuGetErrorName(700 => u32, &mut text => &mut *const i8)));
    // SAFETY: the driver gives a string that ends with a zero.
    assert_eq!(unsafe { CStr::from_ptr(text) }.to_str(), Ok("CUDA_ERROR_ILLEGAL_ADDRESS"));
    assert_eq!(cu!(cuGetErrorString(4711 => u32, &mut text => &mut *const i8)), 1);
    assert!(text.is_null());
}

#[test]
fn contexts() {
    let _g = Gpu::new();
    let mut current: Handle = null_mut();
    ok(cu!(cuCtxGetCurrent(&mut current => &mut Handle)));
    assert!(!current.is_null());
    // Another thread has none.
    std::thread::spawn(|| {
        let mut c: Handle = null_mut();
        ok(cu!(cuCtxGetCurrent(&mut c => &mut Handle)));
        assert!(c.is_null());
        let mut p = 0;
        assert_eq!(cu!(cuMemAlloc_v2(&mut p => &mut u64, 4 => usize)), 201);
    })
    .join()
    .unwrap();
    ok(cu!(cuCtxPushCurrent_v2(current => Handle)));
    ok(cu!(cuCtxPopCurrent_v2(&mut current => &mut Handle)));
    assert_eq!(cu!(cuCtxSetCurrent(16 as Handle => Handle)), 201);
    let mut version = 0;
    ok(cu!(cuDriverGetVersion(&mut version => &mut i32)));
    assert_eq!(version, 12090);
    let (mut least, mut greatest) = (1, 1);
    ok(cu!(cuCtxGetStreamPriorityRange(&mut least => &mut i32, &mut greatest => &mut i32)));
    assert!(greatest < least);
}

#[test]
fn memory() {
    let g = Gpu::new();
    set_memory_limit(1 << 20);
    let (mut free, mut total) = (0usize, 0usize);
    let a = g.alloc(1 << 19);
    ok(cu!(cuMemGetInfo_v2(&mut free => &mut usize, &mut total => &mut usize)));
    assert_eq!((free, total), (1 << 19, 1 << 20));
    assert_eq!((counters().allocated, counters().peak), (1 << 19, 1 << 19));
    let mut p = 0u64;
    assert_eq!(cu!(cuMemAlloc_v2(&mut p => &mut u64, (1 << 19) + 1 => usize)), 2);
    assert_eq!(cu!(cuMemAlloc_v2(&mut p => &mut u64, 0 => usize)), 1);
    ok(cu!(cuMemFree_v2(a.0 => u64)));
    assert_eq!(cu!(cuMemFree_v2(a.0 => u64)), 1);
    assert_eq!(cu!(cuMemFree_v2(a.0 + 4 => u64)), 1);
    ok(cu!(cuMemFree_v2(0 => u64)));
    assert_eq!(counters().allocated, 0);
    // Copies stay inside.
    let b = g.upload(&[1u8, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    let mut host = [0u8; 16];
    assert_eq!(cu!(cuMemcpyDtoH_v2(host.as_mut_ptr() => *mut u8, b.0 => u64, 12 => usize)), 1);
    ok(cu!(cuMemcpyDtoH_v2(host.as_mut_ptr() => *mut u8, b.0 + 3 => u64, 7 => usize)));
    assert_eq!(host[..8], [4, 5, 6, 7, 8, 9, 10, 0]);
    ok(cu!(cuMemcpyDtoD_v2(b.0 + 1 => u64, b.0 => u64, 8 => usize)));
    assert_eq!(g.download::<u8>(b), [1, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11]);
    ok(cu!(cuMemsetD16_v2(b.0 + 2 => u64, 0x0203 => u16, 2 => usize)));
    ok(cu!(cuMemsetD8_v2(b.0 + 8 => u64, 9 => u8, 3 => usize)));
    assert_eq!(g.download::<u8>(b), [1, 1, 3, 2, 3, 2, 6, 7, 9, 9, 9]);
    assert_eq!(cu!(cuMemsetD32_v2(b.0 + 2 => u64, 0 => u32, 1 => usize)), 1);
    assert_eq!(cu!(cuMemsetD32_v2(b.0 + 8 => u64, 0 => u32, 1 => usize)), 1);
    ok(cu!(cuMemcpy(host.as_mut_ptr() as u64 => u64, b.0 => u64, 2 => usize)));
    assert_eq!(host[..2], [1, 1]);
    let (mut base, mut size) = (0u64, 0usize);
    ok(
        cu!(cuMemGetAddressRange_v2(&mut base => &mut u64, &mut size => &mut usize, b.0 + 5 => u64)),
    );
    assert_eq!((base, size), (b.0, 11));
    let mut kind = 0u32;
    ok(cu!(cuPointerGetAttribute(&mut kind => &mut u32, 2 => u32, b.0 => u64)));
    assert_eq!(kind, 2);
    // Page-locked memory.
    let mut h: *mut u8 = null_mut();
    ok(cu!(cuMemAllocHost_v2(&mut h => &mut *mut u8, 64 => usize)));
    ok(cu!(cuPointerGetAttribute(&mut kind => &mut u32, 2 => u32, h as u64 + 8 => u64)));
    assert_eq!(kind, 1);
    ok(cu!(cuMemcpyDtoHAsync_v2(h => *mut u8, b.0 => u64, 11 => usize, null_mut() => Handle)));
    ok(cu!(cuMemFreeHost(h => *mut u8)));
    assert_eq!(cu!(cuMemFreeHost(h => *mut u8)), 1);
}

#[test]
fn handles_that_are_wrong() {
    let g = Gpu::new();
    let (s, e, m) = (stream(1), event(), g.load(&adder()));
    let f = g.function(m, "k");
    ok(cu!(cuStreamDestroy_v2(s => Handle)));
    ok(cu!(cuEventDestroy_v2(e => Handle)));
    ok(cu!(cuModuleUnload(m => Handle)));
    assert_eq!(cu!(cuStreamDestroy_v2(s => Handle)), 400);
    assert_eq!(cu!(cuStreamSynchronize(s => Handle)), 400);
    assert_eq!(cu!(cuEventDestroy_v2(e => Handle)), 400);
    assert_eq!(cu!(cuEventRecord(e => Handle, null_mut() => Handle)), 400);
    assert_eq!(cu!(cuModuleUnload(m => Handle)), 400);
    assert_eq!(g.try_launch(f, [1; 3], [1; 3], 0, null_mut(), params![0u64, 0u32]), 400);
    assert_eq!(cu!(cuGraphDestroy(12 as Handle => Handle)), 400);
    assert_eq!(cu!(cuGraphLaunch(f => Handle, null_mut() => Handle)), 400);
    let mut v = 0;
    assert_eq!(cu!(cuFuncGetAttribute(&mut v => &mut i32, 0 => u32, m => Handle)), 400);
}

#[test]
fn modules() {
    let g = Gpu::new();
    let text = ".version 6.4\n.target sm_70\n.address_size 64\n.visible .global .align 4 .u32 table[4] = {7, 0x10, -1};\n\
                .global .f32 one = 0f3F800000;\n.visible .entry k(.param .u64 p)\n.maxntid 64, 1, 1\n{\n.reg .b64 %rd<4>;\n.reg .b32 %r<3>;\n\
                ld.param.u64 %rd1, [p];\nmov.u64 %rd2, table;\nld.global.u32 %r1, [%rd2+4];\nld.global.u32 %r2, [one];\n\
                st.global.v2.u32 [%rd1], {%r1, %r2};\nst.global.u32 [table+12], 5;\nret;\n}";
    let m = g.load(text);
    let f = g.function(m, "k");
    let out = g.alloc(8);
    g.launch(f, 1, 1, params![out]);
    assert_eq!(g.download::<u32>(out), [16, 0x3f80_0000]);
    let (mut at, mut size) = (0u64, 0usize);
    ok(
        cu!(cuModuleGetGlobal_v2(&mut at => &mut u64, &mut size => &mut usize, m => Handle, c"table".as_ptr() => *const i8)),
    );
    assert_eq!(size, 16);
    assert_eq!(g.download::<i32>(common::Buffer(at, size)), [7, 16, -1, 5]);
    assert_eq!(cu!(cuMemFree_v2(at => u64)), 1);
    let mut h: Handle = null_mut();
    assert_eq!(
        cu!(cuModuleGetFunction(&mut h => &mut Handle, m => Handle, c"none".as_ptr() => *const i8)),
        500
    );
    assert_eq!(g.try_launch(f, [1; 3], [65, 1, 1], 0, null_mut(), params![out]), 1);
    assert!(last_refusal().unwrap().contains("65 threads: the kernel is for 64 at most"));
    // What is not PTX, and what the device cannot run.
    let bad = |text: &str, code: u32, word: &str| {
        let (got, log) = g.try_load(text).unwrap_err();
        assert_eq!(got, code, "{log}");
        assert!(log.contains(word), "{log}");
    };
    bad("hello", 218, "line 1");
    bad(
        &module("", "frob.f32 %f1, %f2;"),
        218,
        "line 12: the instruction is not known in `frob.f32 %f1, %f2`",
    );
    bad(&module("", "add.f32.fast %f1, %f2, %f3;"), 218, "`.fast` is not known here");
    bad(&module("", "add.f32 %f1, %f2;"), 218, "3 operands are expected, 2 are given");
    bad(
        &module("", "add.s32 %r1, %r2, %f3;"),
        218,
        "`%f3` is a register of type F32, S32 is expected",
    );
    bad(
        &module("", "add.s32 %r1, %r2, %rd3;"),
        218,
        "`%rd3` is a register of type B64, S32 is expected",
    );
    bad(&module("", "bra NOWHERE;"), 218, "there is no label `NOWHERE`");
    bad(&module("", "shfl.bfly.b32 %r1, %r2, 1, 31;"), 218, "`.sync` is missing");
    bad(&module("", "div.f32 %f1, %f2, %f3;"), 218, "a rounding such as `.rn` is missing");
    bad(&module("", "L: ret;\nL: ret;"), 218, "two labels");
    bad(
        &module("", ".shared .b8 s[49153];\nmov.u32 %r1, s;"),
        218,
        "49153 bytes of static shared memory",
    );
    bad(".version 7.8\n.target sm_100\n.address_size 64\n", 209, "sm_100");
    bad(".version 99.0\n.target sm_80\n.address_size 64\n", 222, "99.0");
    bad(".version 8.0\n.target sm_80a\n.address_size 64\n", 209, "sm_80");
    set_compute_capability(7, 0);
    bad(&module("", "ret;"), 209, "the module is for sm_80, the device is sm_70");
    ok(cu!(cuModuleUnload(m => Handle)));
    let old = ".version 6.4\n.target sm_70\n.address_size 64\n.entry k() {\ncp.async.wait_all;\n}";
    bad(old, 218, "needs `.target sm_80`");
}

#[test]
fn the_forms_of_other_compilers() {
    let g = Gpu::new();
    // Parameters as clang declares them, debug lines, pragmas, hints.
    let f = g.kernel(
        ".version 7.4\n.target sm_80, debug\n.address_size 64\n.file 1 \"a b.cu\"\n/* a comment\n over lines */\n\
         .visible .entry k(\n.param .u64 .ptr .global .align 16 k_0,\n.param .align 4 .b8 k_1[8])\n\
         .maxntid 128, 1, 1\n.minnctapersm 2\n{\n.reg .pred %p<2>;\n.reg .b32 %r<9>;\n.reg .b64 %rd<5>;\n.loc 1 3 5\n\
         ld.param.u64 %rd1, [k_0];\n.loc 1 4 5, function_name $L__info, inlined_at 1 2 3\ncvta.to.global.u64 %rd2, %rd1;\n\
         .pragma \"nounroll\";\n// a line\n$L__BB0_1: ld.global.L1::no_allocate.L2::128B.v4.b32 {%r1, %r2, %r3, %r4}, [%rd2];\n\
         prefetch.global.L2 [%rd2+128];\ncreatepolicy.fractional.L2::evict_last.b64 %rd3, 1.0;\n\
         ld.global.L2::cache_hint.b32 %r5, [%rd2], %rd3;\nsetp.eq.s32 %p1, %r5, %r1;\n@!%p1 bra $L__BB0_1;\n\
         { // callseq 0, 0\n.reg .b32 temp;\nmov.u32 temp, %r2;\nadd.s32 %r3, temp, %r3;\n}\n\
         st.global.cs.b32 [%rd2+8], %r3;\nmembar.sys;\nfence.acq_rel.gpu;\nnanosleep.u32 20;\nret;\n}\n\
         .section .debug_abbrev\n{\n.b8 1\n.b8 17\n}\n",
    );
    let p = g.upload(&[1u32, 2, 3, 4]);
    g.launch(f, 1, 1, params![p, [0u8; 8]]);
    assert_eq!(g.download::<u32>(p), [1, 2, 5, 4]);
}

#[test]
fn launches() {
    let g = Gpu::new();
    let f = g.kernel(&module(
        ".param .u8 a, .param .u16 b, .param .s32 c, .param .u64 out, .param .align 8 .b8 st[24], .param .f64 d",
        ".extern .shared .align 16 .b8 dyn[];\nld.param.u8 %r1, [a];\nld.param.u16 %r2, [b];\nld.param.s32 %r3, [c];\nld.param.u64 %rd1, [out];\n\
         ld.param.u32 %r4, [st+4];\nld.param.v2.u32 {%r5, %r6}, [st+16];\nld.param.f64 %fd1, [d];\ncvt.rzi.s32.f64 %r7, %fd1;\n\
         mov.b64 %rd2, st;\nld.param.u32 %r8, [%rd2+8];\nmov.u32 %r9, dyn;\nst.shared.u32 [%r9+8], %r1;\nld.shared.u32 %r1, [%r9+8];\n\
         st.global.v4.u32 [%rd1], {%r1, %r2, %r3, %r4};\nst.global.v4.u32 [%rd1+16], {%r5, %r6, %r7, %r8};\nret;",
    ));
    let out = g.alloc(32);
    let mut bytes = [0u8; 24];
    for (i, b) in bytes.iter_mut().enumerate() {
        *b = if i % 4 == 0 { i as u8 } else { 0 };
    }
    let args = params![7u8, 300u16, -5i32, out, bytes, -2.5f64];
    let go = |shared: u32, args: &[common::Arg]| {
        g.try_launch(f, [1; 3], [1; 3], shared, null_mut(), args)
    };
    ok(go(12, args));
    assert_eq!(g.download::<i32>(out), [7, 300, -5, 4, 16, 20, -2, 8]);
    // The same from one buffer.
    let mut packed = [0u8; 56];
    packed[0] = 7;
    packed[2..4].copy_from_slice(&300u16.to_le_bytes());
    packed[4..8].copy_from_slice(&(-6i32).to_le_bytes());
    packed[8..16].copy_from_slice(&out.0.to_le_bytes());
    packed[16..40].copy_from_slice(&bytes);
    packed[40..48].copy_from_slice(&(-2.5f64).to_le_bytes());
    let with = |size: usize| {
        let extra = [1usize, packed.as_ptr() as usize, 2, &raw const size as usize, 0];
        cu!(cuLaunchKernel(
            f => Handle, 1 => u32, 1 => u32, 1 => u32, 1 => u32, 1 => u32, 1 => u32, 12 => u32, null_mut() => Handle,
            null_mut() => *mut c_void, extra.as_ptr() => *const usize,
        ))
    };
    ok(with(48));
    assert_eq!(g.download::<i32>(out)[2], -6);
    assert_eq!(with(47), 1);
    assert!(last_refusal().unwrap().contains("the kernel 48"));
    // Sizes.
    for (grid, block) in [
        ([0, 1, 1], [1, 1, 1]),
        ([1, 65536, 1], [1, 1, 1]),
        ([1, 1, 1], [1, 0, 1]),
        ([1, 1, 1], [1025, 1, 1]),
        ([1, 1, 1], [32, 33, 1]),
        ([1, 1, 1], [1, 1, 65]),
    ] {
        assert_eq!(g.try_launch(f, grid, block, 12, null_mut(), args), 1);
    }
    // A pointer to a parameter that is missing.
    let none = [null_mut::<u8>(); 6];
    assert_eq!(
        cu!(cuLaunchKernel(
            f => Handle, 1 => u32, 1 => u32, 1 => u32, 1 => u32, 1 => u32, 1 => u32, 12 => u32, null_mut() => Handle,
            none.as_ptr() => *const *mut u8, null_mut() => *mut c_void,
        )),
        1
    );
    // Dynamic shared memory.
    let set = |v: i32| cu!(cuFuncSetAttribute(f => Handle, 8 => u32, v => i32));
    assert_eq!(go(48 << 10, args), 0);
    assert_eq!(go((48 << 10) + 16, args), 1);
    ok(set(100_000));
    ok(go(100_000, args));
    assert_eq!(go(100_016, args), 1);
    assert_eq!(set(228 << 10), 1);
    set_compute_capability(8, 6);
    assert_eq!(set(100 << 10), 1);
    let attribute = |a: u32| {
        let mut v = 0;
        ok(cu!(cuFuncGetAttribute(&mut v => &mut i32, a => u32, f => Handle)));
        v
    };
    assert_eq!((attribute(0), attribute(1), attribute(5), attribute(8)), (1024, 0, 70, 100_000));
    let mut n = 0;
    ok(
        cu!(cuOccupancyMaxActiveBlocksPerMultiprocessor(&mut n => &mut i32, f => Handle, 256 => i32, 40_000 => usize)),
    );
    assert_eq!(n, 2);
    let (mut grid, mut block) = (0, 0);
    ok(cu!(cuOccupancyMaxPotentialBlockSize(
        &mut grid => &mut i32, &mut block => &mut i32, f => Handle, null_mut() => *mut c_void, 0 => usize, 0 => i32
    )));
    assert!(block >= 32 && grid >= 4);
}

#[test]
fn events_and_callbacks() {
    let _g = Gpu::new();
    let s = stream(1);
    let (a, b) = (event(), event());
    let mut ms = -1f32;
    assert_eq!(cu!(cuEventElapsedTime(&mut ms => &mut f32, a => Handle, b => Handle)), 400);
    ok(cu!(cuEventRecord(a => Handle, s => Handle)));
    ok(cu!(cuEventRecord(b => Handle, s => Handle)));
    ok(cu!(cuEventQuery(b => Handle)));
    ok(cu!(cuEventSynchronize(b => Handle)));
    ok(cu!(cuEventElapsedTime(&mut ms => &mut f32, a => Handle, b => Handle)));
    assert!(ms >= 0.0);
    ok(cu!(cuStreamWaitEvent(s => Handle, b => Handle, 0 => u32)));
    extern "C" fn set(data: *mut c_void) {
        // SAFETY: the test gives the address of a number that outlives the call.
        unsafe { *data.cast::<u32>() += 1 };
    }
    extern "C" fn done(_stream: Handle, status: u32, data: *mut c_void) {
        assert_eq!(status, 0);
        set(data);
    }
    let mut n = 0u32;
    ok(cu!(cuLaunchHostFunc(s => Handle, set => extern "C" fn(*mut c_void), &mut n => &mut u32)));
    ok(
        cu!(cuStreamAddCallback(s => Handle, done => extern "C" fn(Handle, u32, *mut c_void), &mut n => &mut u32, 0 => u32)),
    );
    ok(cu!(cuStreamSynchronize(s => Handle)));
    assert_eq!(n, 2);
    let (mut flags, mut priority) = (9, 9);
    ok(cu!(cuStreamGetFlags(s => Handle, &mut flags => &mut u32)));
    ok(cu!(cuStreamGetPriority(s => Handle, &mut priority => &mut i32)));
    assert_eq!((flags, priority), (1, 0));
}

#[test]
fn a_graph_is_replayed() {
    let g = Gpu::new();
    let f = g.kernel(&adder());
    let (s, t) = (stream(1), stream(1));
    let (fork, join) = (event(), event());
    let p = g.upload(&[0u32; 32]);
    let q = g.upload(&[0u32; 32]);
    let mut host = [0u32; 32];
    ok(begin(s, 1));
    let mut status = 0;
    ok(cu!(cuStreamIsCapturing(s => Handle, &mut status => &mut u32)));
    assert_eq!(status, 1);
    ok(cu!(cuMemsetD32Async(q.0 => u64, 100 => u32, 32 => usize, s => Handle)));
    ok(g.try_launch(f, [1; 3], [32, 1, 1], 0, s, params![p, 1u32]));
    ok(cu!(cuEventRecord(fork => Handle, s => Handle)));
    ok(cu!(cuStreamWaitEvent(t => Handle, fork => Handle, 0 => u32)));
    ok(g.try_launch(f, [1; 3], [32, 1, 1], 0, t, params![q, 5u32]));
    ok(cu!(cuEventRecord(join => Handle, t => Handle)));
    ok(cu!(cuStreamWaitEvent(s => Handle, join => Handle, 0 => u32)));
    ok(
        cu!(cuMemcpyDtoHAsync_v2(host.as_mut_ptr() => *mut u32, q.0 => u64, 128 => usize, s => Handle)),
    );
    assert_eq!(counters().launches, 0);
    let graph = end(s).unwrap();
    assert_eq!(nodes(graph), 4);
    let e = instantiate(graph);
    ok(cu!(cuGraphDestroy(graph => Handle)));
    ok(cu!(cuGraphUpload(e => Handle, s => Handle)));
    for _ in 0..10 {
        ok(cu!(cuGraphLaunch(e => Handle, s => Handle)));
    }
    ok(cu!(cuStreamSynchronize(s => Handle)));
    assert_eq!(g.download::<u32>(p), [10; 32]);
    assert_eq!(host, [105; 32]);
    assert_eq!((counters().launches, counters().graph_launches), (20, 10));
    // A graph inside of a graph.
    ok(begin(s, 2));
    ok(cu!(cuGraphLaunch(e => Handle, s => Handle)));
    ok(cu!(cuGraphLaunch(e => Handle, s => Handle)));
    let outer = end(s).unwrap();
    assert_eq!(nodes(outer), 2);
    let outer = instantiate(outer);
    ok(cu!(cuGraphLaunch(outer => Handle, t => Handle)));
    assert_eq!(g.download::<u32>(p), [12; 32]);
    ok(cu!(cuGraphExecDestroy(e => Handle)));
    assert_eq!(cu!(cuGraphExecDestroy(e => Handle)), 400);
    // Memory that a graph uses and that is gone is found out.
    ok(cu!(cuMemFree_v2(q.0 => u64)));
    ok(cu!(cuGraphLaunch(outer => Handle, t => Handle)));
    assert_eq!(cu!(cuStreamSynchronize(t => Handle)), 700);
}

#[test]
fn work_is_put_off_until_somebody_waits() {
    let g = Gpu::new();
    let f = g.kernel(&adder());
    let (s, t, b) = (stream(1), stream(1), stream(0));
    let e = event();
    let p = g.upload(&[1u32; 32]);
    let q = g.upload(&[0u32; 32]);
    nncuda_soft::set_asynchronous(true);
    let add = |stream: Handle, p: common::Buffer, n: u32| {
        ok(g.try_launch(f, [1; 3], [32, 1, 1], 0, stream, params![p, n]))
    };
    let mut host = [0u32; 32];
    add(s, p, 4);
    ok(
        cu!(cuMemcpyDtoHAsync_v2(host.as_mut_ptr() => *mut u32, p.0 => u64, 128 => usize, s => Handle)),
    );
    // A stream that does not block the default one: nothing is done.
    assert_eq!(g.download::<u32>(p), [1; 32]);
    ok(cu!(cuStreamSynchronize(t => Handle)));
    assert_eq!(host, [0; 32]);
    ok(cu!(cuStreamSynchronize(s => Handle)));
    assert_eq!(host, [5; 32]);
    // A stream that blocks.
    add(b, q, 3);
    assert_eq!(g.download::<u32>(q), [3; 32]);
    // A stream that waits for another.
    add(s, p, 1);
    ok(cu!(cuEventRecord(e => Handle, s => Handle)));
    add(s, q, 100);
    ok(cu!(cuStreamWaitEvent(t => Handle, e => Handle, 0 => u32)));
    ok(cu!(cuMemcpyDtoDAsync_v2(q.0 => u64, p.0 => u64, 64 => usize, t => Handle)));
    ok(cu!(cuStreamSynchronize(t => Handle)));
    assert_eq!((g.download::<u32>(q)[0], g.download::<u32>(q)[31]), (6, 3));
    assert_eq!(cu!(cuStreamQuery(s => Handle)), 600);
    ok(cu!(cuStreamQuery(s => Handle)));
    assert_eq!(g.download::<u32>(q)[31], 103);
    add(s, q, 1);
    ok(cu!(cuEventRecord(e => Handle, s => Handle)));
    assert_eq!(cu!(cuEventQuery(e => Handle)), 600);
    ok(cu!(cuEventQuery(e => Handle)));
    // A fault shows up where somebody waits.
    add(s, common::Buffer(0, 0), 1);
    add(s, q, 1);
    ok(cu!(cuStreamSynchronize(t => Handle)));
    assert_eq!(cu!(cuCtxSynchronize()), 700);
    assert_eq!(cu!(cuStreamSynchronize(t => Handle)), 700);
}

#[test]
fn what_a_capture_forbids() {
    let g = Gpu::new();
    let f = g.kernel(&adder());
    let p = g.upload(&[0u32; 32]);
    let args = params![p, 1u32];
    let (s, t) = (stream(1), stream(1));
    let e = event();
    let mut x = 0u64;
    assert_eq!(begin(null_mut(), 0), 900);
    assert_eq!(end(s), Err(401));
    // Waiting for the stream ends the capture.
    ok(begin(s, 1));
    assert_eq!(begin(s, 1), 401);
    assert_eq!(cu!(cuStreamSynchronize(s => Handle)), 900);
    assert_eq!(g.try_launch(f, [1; 3], [32, 1, 1], 0, s, args), 901);
    let mut status = 0;
    ok(cu!(cuStreamIsCapturing(s => Handle, &mut status => &mut u32)));
    assert_eq!(status, 2);
    assert_eq!(end(s), Err(901));
    ok(g.try_launch(f, [1; 3], [32, 1, 1], 0, s, args));
    // So do unsafe calls, but in the relaxed mode.
    ok(begin(s, 1));
    assert_eq!(cu!(cuMemAlloc_v2(&mut x => &mut u64, 4 => usize)), 900);
    assert_eq!(end(s), Err(901));
    ok(begin(s, 2));
    ok(cu!(cuMemAlloc_v2(&mut x => &mut u64, 4 => usize)));
    assert!(end(s).is_ok());
    ok(begin(s, 1));
    assert_eq!(cu!(cuCtxSynchronize()), 900);
    assert_eq!(end(s), Err(901));
    // An event of the capture.
    ok(begin(s, 1));
    ok(cu!(cuEventRecord(e => Handle, s => Handle)));
    assert_eq!(cu!(cuEventQuery(e => Handle)), 907);
    assert_eq!(cu!(cuEventSynchronize(e => Handle)), 907);
    // A stream that joined and was not waited for.
    ok(cu!(cuStreamWaitEvent(t => Handle, e => Handle, 0 => u32)));
    ok(g.try_launch(f, [1; 3], [32, 1, 1], 0, t, args));
    assert_eq!(end(t), Err(903));
    assert_eq!(end(s), Err(904));
    // An event from outside.
    let outside = event();
    ok(cu!(cuEventRecord(outside => Handle, t => Handle)));
    ok(begin(s, 1));
    assert_eq!(cu!(cuStreamWaitEvent(s => Handle, outside => Handle, 0 => u32)), 905);
    assert!(end(s).is_ok());
    // The legacy stream waits for blocking streams.
    let b = stream(0);
    ok(begin(b, 2));
    assert_eq!(g.try_launch(f, [1; 3], [32, 1, 1], 0, null_mut(), args), 906);
    assert_eq!(end(b), Err(901));
    // Only the thread that began may end.
    ok(begin(s, 1));
    let (h, mut context) = (s as usize, null_mut::<c_void>());
    ok(cu!(cuCtxGetCurrent(&mut context => &mut Handle)));
    let context = context as usize;
    std::thread::spawn(move || {
        ok(cu!(cuCtxSetCurrent(context as Handle => Handle)));
        assert_eq!(end(h as Handle), Err(908));
    })
    .join()
    .unwrap();
    assert!(end(s).is_ok());
}

#[test]
fn the_order_of_blocks_is_shuffled_and_kept() {
    let g = Gpu::new();
    // Each block takes the next number.
    let f = g.kernel(&module(
        ".param .u64 p",
        "ld.param.u64 %rd1, [p];\natom.global.add.u32 %r1, [%rd1], 1;\nmov.u32 %r2, %ctaid.x;\nmul.wide.u32 %rd2, %r2, 4;\n\
         add.u64 %rd1, %rd1, %rd2;\nst.global.u32 [%rd1+4], %r1;\nret;",
    ));
    let run = || {
        let p = g.upload(&[0u32; 65]);
        g.launch(f, 64, 1, params![p]);
        g.download::<u32>(p)[1..].to_vec()
    };
    nncuda_soft::set_threads(1);
    let natural: Vec<u32> = (0..64).collect();
    let first = run();
    assert_ne!(first, natural);
    assert_eq!(first, run());
    nncuda_soft::set_block_order(5);
    assert_ne!(first, run());
    nncuda_soft::set_block_order(None);
    assert_eq!(run(), natural);
}

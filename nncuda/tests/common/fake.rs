//! A driver with nothing behind it: memory of the host, streams that work at once, and the two kernels of the tests
//! in Rust. It stands in for a driver that runs PTX.

use std::cell::Cell;
use std::collections::HashMap;
use std::ffi::{CStr, c_char, c_void};
use std::sync::atomic::{AtomicIsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

type Pointer = *mut c_void;
type Work = Arc<dyn Fn() + Send + Sync>;

const OK: u32 = 0;
const INVALID: u32 = 1;
const OUT_OF_MEMORY: u32 = 2;
const BAD_PTX: u32 = 218;
const NOT_FOUND: u32 = 500;
const CANNOT_BE_CAPTURED: u32 = 900;
const CAPTURE_SPOILT: u32 = 901;

const MEMORY: usize = 1 << 30;
const SHARED: i32 = 100 << 10;

thread_local! {
    static CURRENT: Cell<Pointer> = const { Cell::new(std::ptr::null_mut()) };
}

/// The bytes of each allocation, so that what was freed is not freed again.
static ALLOCATED: Mutex<Option<HashMap<u64, usize>>> = Mutex::new(None);

/// Objects, allocations and retained contexts that were not given back.
static LIVE: AtomicIsize = AtomicIsize::new(0);

/// How much was not given back to the driver.
pub(crate) fn live() -> isize {
    LIVE.load(Ordering::Relaxed)
}

/// What a stream records: its work so far, or nothing once it is spoilt.
#[derive(Default)]
struct Stream(Mutex<Option<Option<Vec<Work>>>>);

struct Function {
    name: &'static str,
    parameters: [usize; 4],
    shared: Mutex<u32>,
}

struct Module(Vec<(String, Function)>);

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The object behind a handle.
unsafe fn at<'a, T>(handle: Pointer) -> &'a T {
    // SAFETY: the tests give handles that live, as `nncuda` keeps them.
    unsafe { &*handle.cast::<T>() }
}

/// A handle of a new object.
unsafe fn give<T>(to: *mut Pointer, object: T) -> u32 {
    LIVE.fetch_add(1, Ordering::Relaxed);
    // SAFETY: the caller gives a place for the handle.
    unsafe { to.write(Box::into_raw(Box::new(object)).cast()) };
    OK
}

unsafe fn take<T>(handle: Pointer) -> u32 {
    LIVE.fetch_sub(1, Ordering::Relaxed);
    // SAFETY: `give` made it, and it is destroyed once.
    drop(unsafe { Box::from_raw(handle.cast::<T>()) });
    OK
}

fn submit(stream: &Stream, work: Work) -> u32 {
    match &mut *lock(&stream.0) {
        None => work(),
        Some(Some(recorded)) => recorded.push(work),
        Some(None) => return CAPTURE_SPOILT,
    }
    OK
}

fn copy(stream: &Stream, to: u64, from: u64, bytes: usize) -> u32 {
    // SAFETY: the caller gives two places of so many bytes.
    let copy = move || unsafe { std::ptr::copy(from as *const u8, to as *mut u8, bytes) };
    submit(stream, Arc::new(copy))
}

fn load(text: &str) -> Result<Module, String> {
    if let Some(line) = text.lines().position(|line| line.contains("frob")) {
        return Err(format!("ptxas application ptx input, line {}; error   : frob", line + 1));
    }
    let mut functions = Vec::new();
    for entry in text.split(".entry ").skip(1) {
        let name = entry.split('(').next().unwrap_or_default().to_owned();
        let (kind, parameters) =
            if name == "fill" { ("fill", [4, 4, 4, 8]) } else { ("saxpy", [4, 4, 8, 8]) };
        functions.push((name, Function { name: kind, parameters, shared: Mutex::new(48 << 10) }));
    }
    Ok(Module(functions))
}

macro_rules! functions {
    ($(fn $name:ident($($argument:ident: $type:ty),*) $body:block)*) => {
        $(
            #[allow(non_snake_case)]
            unsafe extern "C" fn $name($($argument: $type),*) -> u32 {
                // SAFETY: the arguments are what the driver's function of this name takes.
                #[allow(unused_unsafe)]
                unsafe { $body }
            }
        )*

        /// The function of a name.
        pub(crate) fn resolve(name: &str) -> *const c_void {
            match name {
                $(stringify!($name) => $name as *const c_void,)*
                _ => std::ptr::null(),
            }
        }
    };
}

functions! {
    fn cuInit(_flags: u32) { OK }
    fn cuDriverGetVersion(to: *mut i32) { to.write(12040); OK }
    fn cuDeviceGetCount(to: *mut i32) { to.write(1); OK }
    fn cuDeviceGet(to: *mut i32, index: i32) { to.write(index); OK }
    fn cuDeviceGetName(to: *mut u8, _len: i32, _device: i32) {
        to.copy_from(c"nothing".as_ptr().cast(), 8);
        OK
    }
    fn cuDeviceTotalMem_v2(to: *mut usize, _device: i32) { to.write(MEMORY); OK }
    fn cuDeviceGetAttribute(to: *mut i32, attribute: u32, _device: i32) {
        to.write(match attribute { 75 => 7, 76 => 5, 97 => SHARED, _ => 1 });
        OK
    }
    fn cuDevicePrimaryCtxRetain(to: *mut Pointer, _device: i32) {
        LIVE.fetch_add(1, Ordering::Relaxed);
        to.write(std::ptr::without_provenance_mut(16));
        OK
    }
    fn cuDevicePrimaryCtxRelease_v2(_device: i32) {
        LIVE.fetch_sub(1, Ordering::Relaxed);
        OK
    }
    fn cuCtxGetCurrent(to: *mut Pointer) { to.write(CURRENT.get()); OK }
    fn cuCtxSetCurrent(context: Pointer) { CURRENT.set(context); OK }
    fn cuCtxSynchronize() { OK }
    fn cuMemGetInfo_v2(free: *mut usize, total: *mut usize) {
        free.write(MEMORY / 2);
        total.write(MEMORY);
        OK
    }
    fn cuMemAlloc_v2(to: *mut u64, bytes: usize) {
        if bytes > MEMORY { return OUT_OF_MEMORY }
        LIVE.fetch_add(1, Ordering::Relaxed);
        let address = Box::leak(vec![0xffu8; bytes].into_boxed_slice()).as_mut_ptr() as u64;
        lock(&ALLOCATED).get_or_insert_default().insert(address, bytes);
        to.write(address);
        OK
    }
    fn cuMemFree_v2(address: u64) {
        let Some(bytes) = lock(&ALLOCATED).get_or_insert_default().remove(&address) else { return INVALID };
        LIVE.fetch_sub(1, Ordering::Relaxed);
        drop(Box::from_raw(std::ptr::slice_from_raw_parts_mut(address as *mut u8, bytes)));
        OK
    }
    fn cuMemAllocHost_v2(to: *mut Pointer, bytes: usize) {
        let mut address = 0;
        let code = cuMemAlloc_v2(&mut address, bytes.next_multiple_of(8));
        to.write(address as Pointer);
        code
    }
    fn cuMemFreeHost(pointer: Pointer) { cuMemFree_v2(pointer as u64) }
    fn cuMemsetD8Async(to: u64, value: u8, bytes: usize, stream: Pointer) {
        // SAFETY: the caller gives a place of so many bytes.
        let set = move || unsafe { (to as *mut u8).write_bytes(value, bytes) };
        submit(at(stream), Arc::new(set))
    }
    fn cuMemcpyHtoDAsync_v2(to: u64, from: u64, bytes: usize, stream: Pointer) {
        copy(at(stream), to, from, bytes)
    }
    fn cuMemcpyDtoHAsync_v2(to: u64, from: u64, bytes: usize, stream: Pointer) {
        copy(at(stream), to, from, bytes)
    }
    fn cuStreamCreate(to: *mut Pointer, _flags: u32) { give(to, Stream::default()) }
    fn cuStreamDestroy_v2(stream: Pointer) { take::<Stream>(stream) }
    fn cuStreamQuery(_stream: Pointer) { OK }
    fn cuStreamWaitEvent(_stream: Pointer, _event: Pointer, _flags: u32) { OK }
    fn cuStreamSynchronize(stream: Pointer) {
        match &mut *lock(&at::<Stream>(stream).0) {
            None => OK,
            Some(recorded) => { *recorded = None; CANNOT_BE_CAPTURED }
        }
    }
    fn cuEventCreate(to: *mut Pointer, _flags: u32) { give(to, Mutex::new(Instant::now())) }
    fn cuEventDestroy_v2(event: Pointer) { take::<Mutex<Instant>>(event) }
    fn cuEventRecord(event: Pointer, _stream: Pointer) {
        *lock(at::<Mutex<Instant>>(event)) = Instant::now();
        OK
    }
    fn cuEventSynchronize(_event: Pointer) { OK }
    fn cuEventQuery(_event: Pointer) { OK }
    fn cuEventElapsedTime(to: *mut f32, start: Pointer, end: Pointer) {
        let time = |event| *lock(at::<Mutex<Instant>>(event));
        to.write(time(end).duration_since(time(start)).as_secs_f32() * 1e3);
        OK
    }
    fn cuStreamBeginCapture_v2(stream: Pointer, _mode: u32) {
        *lock(&at::<Stream>(stream).0) = Some(Some(Vec::new()));
        OK
    }
    fn cuStreamEndCapture(stream: Pointer, to: *mut Pointer) {
        match lock(&at::<Stream>(stream).0).take() {
            Some(Some(recorded)) => give(to, recorded),
            _ => CAPTURE_SPOILT,
        }
    }
    fn cuGraphGetNodes(graph: Pointer, _nodes: Pointer, to: *mut usize) {
        to.write(at::<Vec<Work>>(graph).len());
        OK
    }
    fn cuGraphInstantiateWithFlags(to: *mut Pointer, graph: Pointer, _flags: u64) {
        give(to, at::<Vec<Work>>(graph).clone())
    }
    fn cuGraphLaunch(graph: Pointer, stream: Pointer) {
        for work in at::<Vec<Work>>(graph) { submit(at(stream), work.clone()); }
        OK
    }
    fn cuGraphDestroy(graph: Pointer) { take::<Vec<Work>>(graph) }
    fn cuGraphExecDestroy(graph: Pointer) { take::<Vec<Work>>(graph) }
    fn cuModuleLoadDataEx(to: *mut Pointer, text: *const c_char, _n: u32, _o: Pointer, values: *mut Pointer) {
        match load(&CStr::from_ptr(text).to_string_lossy()) {
            Ok(module) => give(to, module),
            Err(log) => { (*values).cast::<u8>().copy_from(log.as_ptr(), log.len()); BAD_PTX }
        }
    }
    fn cuModuleUnload(module: Pointer) { take::<Module>(module) }
    fn cuModuleGetFunction(to: *mut Pointer, module: Pointer, name: *const c_char) {
        let name = CStr::from_ptr(name).to_string_lossy();
        let Some((_, function)) = at::<Module>(module).0.iter().find(|(n, _)| *n == name) else {
            return NOT_FOUND;
        };
        to.write(std::ptr::from_ref(function).cast_mut().cast());
        OK
    }
    fn cuFuncGetAttribute(to: *mut i32, _attribute: u32, _function: Pointer) { to.write(10); OK }
    fn cuFuncSetAttribute(function: Pointer, _attribute: u32, value: i32) {
        if value > SHARED { return INVALID }
        *lock(&at::<Function>(function).shared) = value as u32;
        OK
    }
    fn cuFuncGetParamInfo(function: Pointer, i: usize, _offset: *mut usize, to: *mut usize) {
        let Some(size) = at::<Function>(function).parameters.get(i).copied() else { return INVALID };
        to.write(size);
        OK
    }
    fn cuLaunchKernel(
        function: Pointer, x: u32, y: u32, z: u32, i: u32, j: u32, k: u32, shared: u32, stream: Pointer,
        arguments: *const Pointer, _extra: Pointer
    ) {
        let function = at::<Function>(function);
        if x * y * z == 0 || !(1..=1024).contains(&(i * j * k)) || shared > *lock(&function.shared) {
            return INVALID;
        }
        let four = |i: usize| (*arguments.add(i)).cast::<[u8; 4]>().read();
        let eight = |i: usize| u64::from_ne_bytes((*arguments.add(i)).cast::<[u8; 8]>().read()) as *mut f32 as usize;
        let n = u32::from_ne_bytes(four(0)).min(x * i) as usize;
        let work: Work = if function.name == "fill" {
            let (value, y) = (f32::from_ne_bytes(four(2)), eight(3));
            // SAFETY: `y` has `n` elements, as the test that launches says.
            Arc::new(move || unsafe {
                for i in 0..n { (y as *mut f32).add(i).write(value) }
            })
        } else {
            let (a, x, y) = (f32::from_ne_bytes(four(1)), eight(2), eight(3));
            // SAFETY: `x` and `y` have `n` elements, as the test that launches says.
            Arc::new(move || unsafe {
                for i in 0..n {
                    let y = (y as *mut f32).add(i);
                    *y = a.mul_add(*(x as *const f32).add(i), *y);
                }
            })
        };
        submit(at(stream), work)
    }
}

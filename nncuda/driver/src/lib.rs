//! The functions of the CUDA driver, found at run time.
//!
//! `cust_raw` declares some 350 functions whose names begin with `cu`, and leaves it to the linker to find them in
//! `libcuda`. This crate defines them all, so a program that names it builds, links and starts on a machine without
//! CUDA. At its first call each function looks for the real one:
//!
//! 1. in the driver that [`install`] was given, such as a driver in software for tests;
//! 2. else in the library that the environment variable `NNCUDA_DRIVER` names;
//! 3. else in `libcuda.so.1`, which the NVIDIA driver brings along.
//!
//! Where there is no driver, every function returns 100 (`CUDA_ERROR_NO_DEVICE`), and [`missing`] says why. Where the
//! driver lacks a function, that function returns 500 (`CUDA_ERROR_NOT_FOUND`).
//!
//! A result code that `cust_raw` does not know would be undefined behaviour there, since its `CUresult` is a Rust
//! enum of CUDA 11.4. Such a code becomes 999 (`CUDA_ERROR_UNKNOWN`); [`unknown_code`] has the true one.
//!
//! A crate must name this one, or rustc leaves it out and the linker finds no `cuInit`:
//!
//! ```
//! use nncuda_driver as _;
//! ```

mod library;

mod list;

use core::cell::Cell;
use core::ffi::{CStr, c_void};
use core::sync::atomic::{AtomicPtr, Ordering};
use std::sync::OnceLock;

use library::Library;

/// Where functions come from: the address by the name, or null.
pub type Resolver = fn(&str) -> *const c_void;

/// There is no driver.
const NO_DEVICE: u32 = 100;
/// The driver lacks the function.
const NOT_FOUND: u32 = 500;
/// The driver returned a code that `cust_raw` does not know.
const UNKNOWN: u32 = 999;

enum Driver {
    Library(Library),
    Installed(Resolver),
    Missing(String),
}

static DRIVER: OnceLock<Driver> = OnceLock::new();

thread_local! {
    static UNKNOWN_CODE: Cell<u32> = const { Cell::new(UNKNOWN) };
}

fn driver() -> &'static Driver {
    DRIVER.get_or_init(|| match Library::open() {
        Ok(library) => Driver::Library(library),
        Err(why) => Driver::Missing(why),
    })
}

/// Takes all functions from `resolve`, in place of the machine's driver.
///
/// It must come before the first call of a function, [`missing`] included: the driver of a process is chosen once.
/// Returns whether it is in use now: `false` if it came too late, `true` also if the same one was installed before.
///
/// What `resolve` returns must be the address of an `extern "C"` function of the driver interface by that name, with
/// the arguments of CUDA 11.4, or null.
pub fn install(resolve: Resolver) -> bool {
    match DRIVER.get_or_init(|| Driver::Installed(resolve)) {
        Driver::Installed(installed) => core::ptr::fn_addr_eq(*installed, resolve),
        Driver::Library(_) | Driver::Missing(_) => false,
    }
}

/// Why no driver can be used; `None` where there is one.
#[must_use]
pub fn missing() -> Option<&'static str> {
    match driver() {
        Driver::Missing(why) => Some(why),
        Driver::Library(_) | Driver::Installed(_) => None,
    }
}

/// The address of a driver's function by its name, null where there is none.
///
/// For what is newer than CUDA 11.4, such as `cuLaunchKernelEx`. It is the driver's own function: its result is a
/// plain number, of which any value is possible.
#[must_use]
pub fn function(name: &CStr) -> *const c_void {
    match driver() {
        Driver::Library(library) => library.function(name),
        Driver::Installed(resolve) => name.to_str().map_or(core::ptr::null(), resolve),
        Driver::Missing(_) => core::ptr::null(),
    }
}

/// The code that the driver returned where a function of this thread last returned 999.
#[must_use]
pub fn unknown_code() -> u32 {
    UNKNOWN_CODE.get()
}

/// The function's address, from `slot` or else looked for, or the code to return.
#[inline]
fn find(slot: &AtomicPtr<c_void>, name: &CStr) -> Result<*mut c_void, u32> {
    let found = slot.load(Ordering::Acquire);
    if found.is_null() { look_for(slot, name) } else { Ok(found) }
}

#[cold]
fn look_for(slot: &AtomicPtr<c_void>, name: &CStr) -> Result<*mut c_void, u32> {
    let found = function(name).cast_mut();
    if found.is_null() {
        return Err(if missing().is_some() { NO_DEVICE } else { NOT_FOUND });
    }
    slot.store(found, Ordering::Release);
    Ok(found)
}

/// `code`, or 999 where `cust_raw` does not know it.
#[inline]
fn known(code: u32) -> u32 {
    if list::is_known(code) && code != UNKNOWN { code } else { unknown(code) }
}

#[cold]
fn unknown(code: u32) -> u32 {
    UNKNOWN_CODE.set(code);
    UNKNOWN
}

/// Defines each function of the list as one that forwards.
macro_rules! forward {
    ($(fn $name:ident($($argument:ident: $type:ty),*);)*) => { $(
        /// Forwards to the driver's function of this name.
        ///
        /// # Safety
        /// As the driver's documentation has it.
        #[unsafe(no_mangle)]
        #[allow(non_snake_case)]
        unsafe extern "C" fn $name($($argument: $type),*) -> u32 {
            static SLOT: core::sync::atomic::AtomicPtr<core::ffi::c_void> =
                core::sync::atomic::AtomicPtr::new(core::ptr::null_mut());
            const NAME: &core::ffi::CStr =
                match core::ffi::CStr::from_bytes_with_nul(concat!(stringify!($name), "\0").as_bytes()) {
                    Ok(name) => name,
                    Err(_) => panic!("a name holds no zero"),
                };
            match crate::find(&SLOT, NAME) {
                Ok(found) => {
                    // SAFETY: `found` is the address of the driver's function of this name, which has this
                    // signature: `cust_raw` declares it so, as the test of the list checks. Its conditions are the
                    // caller's to keep.
                    let code = unsafe {
                        core::mem::transmute::<
                            *mut core::ffi::c_void,
                            unsafe extern "C" fn($($type),*) -> u32,
                        >(found)($($argument),*)
                    };
                    crate::known(code)
                }
                Err(code) => code,
            }
        }
    )* };
}
use forward;

//! Linux on x86-64 and nothing else: no C library, two system calls.

use core::arch::{asm, global_asm};

// The program begins here, with a stack that is aligned, and ends with what `run` gives.
global_asm!(
    ".globl _start",
    "_start:",
    "xor ebp, ebp",
    "and rsp, -16",
    "call {run}",
    "mov edi, eax",
    "mov eax, 60",
    "syscall",
    run = sym start,
);

extern "C" fn start() -> i32 {
    crate::run()
}

/// Writes to the standard output.
pub(crate) fn print(bytes: &[u8]) {
    // SAFETY: `write(1, …)` reads the bytes; the kernel changes rax, rcx and r11.
    unsafe {
        asm!(
            "syscall",
            inlateout("rax") 1usize => _,
            in("rdi") 1,
            in("rsi") bytes.as_ptr(),
            in("rdx") bytes.len(),
            out("rcx") _,
            out("r11") _,
            options(nostack, readonly),
        );
    }
}

// What the compiler calls for large copies, in one instruction each.

#[unsafe(no_mangle)]
unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, n: usize) -> *mut u8 {
    // SAFETY: the caller's: both are valid for n bytes, and apart.
    unsafe {
        asm!("rep movsb", inout("rcx") n => _, inout("rdi") to => _, inout("rsi") from => _, options(nostack, preserves_flags));
    }
    to
}

#[unsafe(no_mangle)]
unsafe extern "C" fn memset(to: *mut u8, value: i32, n: usize) -> *mut u8 {
    // SAFETY: the caller's: it is valid for n bytes.
    unsafe {
        asm!("rep stosb", inout("rcx") n => _, inout("rdi") to => _, in("al") value as u8, options(nostack, preserves_flags));
    }
    to
}

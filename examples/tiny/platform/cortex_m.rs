//! A Cortex-M with a floating-point unit, on a debugger or an emulator that speaks Arm's semihosting.

use core::arch::{asm, global_asm};

// The table that the processor starts from: the stack, where to begin, and a stop for every fault.
global_asm!(
    ".section .vectors, \"a\"",
    ".word __stack",
    ".word reset",
    ".rept 14",
    ".word stop",
    ".endr",
    ".text",
    ".thumb_func",
    ".globl stop",
    "stop: b stop",
    // Floating point on (CPACR), `.bss` cleared, `.data` copied, and off.
    ".thumb_func",
    ".globl reset",
    "reset:",
    "ldr r0, =0xE000ED88",
    "ldr r1, [r0]",
    "orr r1, r1, #0xF00000",
    "str r1, [r0]",
    "dsb",
    "isb",
    "ldr r0, =__bss",
    "ldr r1, =__bss_end",
    "movs r2, #0",
    "1: cmp r0, r1",
    "it lo",
    "strlo r2, [r0], #4",
    "blo 1b",
    "ldr r0, =__data",
    "ldr r1, =__data_end",
    "ldr r2, =__data_in_flash",
    "2: cmp r0, r1",
    "ittt lo",
    "ldrlo r3, [r2], #4",
    "strlo r3, [r0], #4",
    "blo 2b",
    "bl {start}",
    "b stop",
    start = sym start,
);

extern "C" fn start() -> ! {
    let code = crate::run();
    // SYS_EXIT_EXTENDED with ADP_Stopped_ApplicationExit.
    let block = [0x2_0026, code as usize];
    semihosting(0x20, block.as_ptr().cast());
    loop {}
}

/// Prints on the debugger's console.
pub(crate) fn print(bytes: &[u8]) {
    // SYS_WRITE to the console, which SYS_OPEN gives under the name `:tt`.
    let name = b":tt\0";
    let open = [name.as_ptr() as usize, 4, name.len() - 1];
    let console = semihosting(0x01, open.as_ptr().cast());
    let write = [console, bytes.as_ptr() as usize, bytes.len()];
    semihosting(0x05, write.as_ptr().cast());
}

/// Asks the debugger.
fn semihosting(operation: usize, block: *const ()) -> usize {
    let mut result = operation;
    // SAFETY: the debugger reads the block, which lies there until it answers.
    unsafe {
        asm!("bkpt #0xAB", inout("r0") result, in("r1") block, options(nostack));
    }
    result
}

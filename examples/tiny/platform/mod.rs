//! What a program needs of the machine: how it starts, prints and ends. A file a platform.
//!
//! A program defines `fn run() -> i32`, which [`start`] calls; 0 is success.

#[cfg(target_os = "linux")]
#[path = "linux.rs"]
mod machine;
#[cfg(target_os = "none")]
#[path = "cortex_m.rs"]
mod machine;
#[cfg(target_arch = "wasm32")]
#[path = "wasm.rs"]
mod machine;

pub(crate) use machine::print;

/// Nothing panics: this is never linked, and only here because the language asks for it.
#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}

/// Prints a number below a thousand.
#[allow(dead_code)] // not in all programs
pub(crate) fn print_number(n: u32) {
    let digit = |n: u32| b'0' + (n % 10) as u8;
    let digits = [digit(n / 100), digit(n / 10), digit(n)];
    let skipped = if n < 10 {
        2
    } else if n < 100 {
        1
    } else {
        0
    };
    print(digits.get(skipped..).unwrap_or(&[]));
}

/// Prints a number below a thousand with two digits behind the point.
#[allow(dead_code)] // not in all programs
pub(crate) fn print_real(x: f32) {
    let hundredths = (x * 100.0 + 0.5) as u32;
    print_number(hundredths / 100);
    let digit = |n: u32| b'0' + (n % 10) as u8;
    print(&[b'.', digit(hundredths / 10), digit(hundredths)]);
}

/// Prints the bits of a number.
#[allow(dead_code)] // not in all programs
pub(crate) fn print_hex(n: u64) {
    for i in (0..16).rev() {
        let digit = (n >> (4 * i)) as u8 & 15;
        print(&[digit + if digit < 10 { b'0' } else { b'a' - 10 }]);
    }
}

//! A program on a machine without a driver: it starts, says what is missing, and exits by its own code.

use std::process::Command;

#[test]
fn a_program_without_a_driver_says_so_and_exits_by_itself() {
    let output = Command::new(env!("CARGO_BIN_EXE_nncuda-devices"))
        .env("NNCUDA_DRIVER", "/nowhere/libcuda.so.1")
        .output()
        .unwrap();
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(output.stdout.is_empty());
    assert!(text.starts_with("no NVIDIA driver: /nowhere/libcuda.so.1: "), "{text}");
    assert!(text.contains("help: install the NVIDIA driver"), "{text}");
    assert!(text.contains("or use `Cpu`"), "{text}");
}

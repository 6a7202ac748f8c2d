//! How the programs are linked: without a C library, at fixed addresses.

use std::env::var;

fn main() {
    let folder = var("CARGO_MANIFEST_DIR").expect("set by cargo");
    println!("cargo:rerun-if-changed={folder}/../build.rs");
    println!("cargo:rerun-if-changed={folder}/../platform/cortex_m.ld");
    let arguments: &[&str] =
        match (var("CARGO_CFG_TARGET_OS").as_deref(), var("CARGO_CFG_TARGET_ARCH").as_deref()) {
            // Nothing but the program: no start files, no libraries, no dynamic loader.
            (Ok("linux"), _) => &[
                "-nostdlib",
                "-nostartfiles",
                "-static",
                "-no-pie",
                "-Wl,--gc-sections",
                "-Wl,--build-id=none",
                "-Wl,-z,norelro",
                "-Wl,-z,noseparate-code",
                "-Wl,-z,nognustack",
            ],
            // Where flash and RAM lie.
            (Ok("none"), Ok("arm")) => &["-Tcortex_m.ld", "--gc-sections"],
            _ => &[],
        };
    println!("cargo:rustc-link-search={folder}/../platform");
    for argument in arguments {
        println!("cargo:rustc-link-arg-bins={argument}");
    }
}

//! Tells the crate whether it is built for size (`opt-level` `s` or `z`): `cfg(for_size)`; and whether it has the kernels in
//! vectors of x86-64 (not for size, and with `std`, which says what the machine has): `cfg(vectors)`.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(for_size, vectors)");
    let is = |name: &str, values: &[&str]| {
        std::env::var(name).is_ok_and(|value| values.contains(&value.as_str()))
    };
    if is("OPT_LEVEL", &["s", "z"]) {
        println!("cargo::rustc-cfg=for_size");
    } else if is("CARGO_CFG_TARGET_ARCH", &["x86_64"]) && is("CARGO_FEATURE_STD", &["1"]) {
        println!("cargo::rustc-cfg=vectors");
    }
}

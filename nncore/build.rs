//! Tells the crate whether it is built for size (`opt-level` `s` or `z`): `cfg(for_size)`.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rustc-check-cfg=cfg(for_size)");
    if std::env::var("OPT_LEVEL").is_ok_and(|level| matches!(&*level, "s" | "z")) {
        println!("cargo::rustc-cfg=for_size");
    }
}

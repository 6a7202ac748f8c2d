//! Stand-in for the published `find_cuda_helper` 0.2, which the build scripts of `cust` and `cust_raw` call.
//!
//! The published one looks for a CUDA installation, asks to link `libcuda`, and panics where there is none. Here
//! the `cu*` functions are defined by the crate `nncuda-driver`, so there is nothing to find and nothing to link.

/// Does what the build scripts of `cust` and `cust_raw` need: nothing, and only once.
pub fn include_cuda() {
    println!("cargo:rerun-if-changed=build.rs");
}

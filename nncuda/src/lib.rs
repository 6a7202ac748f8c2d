//! x
#![allow(dead_code)]
mod kernels;
mod ptx;

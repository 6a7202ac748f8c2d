//! The runtime of `network!`.
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(feature = "std")]
extern crate std;

pub mod element;
pub mod init;
pub mod kernels;
pub mod math;
pub mod random;

pub mod threads;

#[cfg(feature = "checkpoint")]
pub mod checkpoint;
#[cfg(feature = "data")]
pub mod data;
pub mod metrics;
#[cfg(feature = "report")]
pub mod report;
pub mod schedule;
pub mod tensor;

pub use element::Element;

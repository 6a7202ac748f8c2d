//! The runtime of [`network!`]: devices, kernels, losses, optimizers, training and weight files.
//!
//! ```
//! use nncore::prelude::*;
//!
//! network! {
//!     /// Learns which of two numbers is larger.
//!     pub struct Larger;
//!     input: [2];
//!     fc1: Linear(2 -> 8);
//!     act: Tanh;
//!     fc2: Linear(8 -> 2);
//! }
//!
//! let device = Cpu::new()?;
//! let mut model = Model::<Larger, _>::init(&device, Seed(1))?;
//! let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.5), Capacity(4))?;
//! let inputs = Batch::from_vec(vec![0.1, 0.9, 0.8, 0.3, 0.4, 0.5, 0.7, 0.2])?;
//! let labels = Batch::from_vec(vec![1, 0, 1, 0])?;
//! let first = trainer.step(&inputs, &labels)?;
//! for _ in 0..100 {
//!     trainer.step(&inputs, &labels)?;
//! }
//! assert!(trainer.step(&inputs, &labels)? < 0.5 * first);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # Features
//!
//! - `std` (default): host buffers, the CPU device, models and trainers.
//! - `threads` (default): the CPU device uses all cores.
//! - `checkpoint` (default): weight files.
//! - `data`: readers of MNIST, CIFAR-10 and folders of images.
//! - `report`: progress bars.
//!
//! Without any, what is left is `no_std` and needs no allocator: inference and training by [`tiny`], kernels, elementary
//! functions, random numbers, schedules, metrics.
#![no_std]

#[cfg(feature = "alloc")]
extern crate alloc;
#[cfg(any(feature = "std", test))]
extern crate std;

// The crate's own docs and tests use `network!`, whose output names `::nncore`.
#[allow(unused_extern_crates)]
extern crate self as nncore;

pub mod custom;
pub mod device;
pub mod dim;
pub mod element;
mod error;
pub mod functions;
pub mod init;
pub mod kernels;
pub mod layers;
pub mod math;
pub mod metrics;
#[doc(hidden)]
pub mod portable;
pub mod random;
#[cfg(feature = "alloc")]
mod room;
pub mod schedule;
pub mod tensor;
pub mod text;
pub mod threads;
pub mod tiny;

#[cfg(feature = "alloc")]
pub mod batch;
#[cfg(feature = "checkpoint")]
pub mod checkpoint;
#[cfg(feature = "std")]
mod cpu;
#[cfg(feature = "data")]
pub mod data;
pub mod loss;
#[cfg(feature = "std")]
mod model;
pub mod network;
mod numbers;
pub mod optim;
#[cfg(feature = "std")]
mod predict;
#[cfg(feature = "report")]
pub mod report;
pub mod shape;
mod step;
#[cfg(feature = "std")]
mod train;

#[cfg(feature = "alloc")]
pub use batch::Batch;
#[cfg(feature = "std")]
pub use cpu::{Cpu, CpuBuffer, CpuOptions, CpuPiece};
pub use custom::Custom;
pub use element::Element;
pub use error::Error;
#[cfg(feature = "std")]
pub use model::Model;
#[doc(inline)]
pub use nnmacro::{include_weights, network};
#[cfg(feature = "std")]
pub use predict::Predictor;
#[cfg(feature = "std")]
pub use train::{Capacity, StateError, StateSlot, Trainer, TrainerState};

/// The README's programs, as tests.
#[cfg(all(doctest, feature = "checkpoint"))]
#[doc = include_str!("../../README.md")]
struct Readme;

/// The chapters', too.
#[cfg(doctest)]
#[doc = include_str!("../../docs/generic.md")]
struct Generic;

#[cfg(all(doctest, feature = "std"))]
#[doc = include_str!("../../docs/residual.md")]
struct Residual;

#[cfg(all(doctest, feature = "checkpoint"))]
#[doc = include_str!("../../docs/resume.md")]
struct Resume;

#[cfg(all(doctest, feature = "std"))]
#[doc = include_str!("../../docs/tiny.md")]
struct Tiny;

/// What most programs use.
pub mod prelude {
    #[cfg(feature = "alloc")]
    pub use crate::Batch;
    pub use crate::device::Device;
    pub use crate::dim::{
        D, Dim, U1, U2, U3, U4, U5, U6, U7, U8, U9, U10, U12, U16, U20, U24, U28, U32, U48, U56,
        U64, U96, U128, U256, U512, U1024,
    };
    pub use crate::loss::{
        BinaryCrossEntropyWithLogits, CrossEntropy, Huber, L1, Loss, MeanSquaredError, NoLoss,
        Unchecked, Weighted,
    };
    pub use crate::network;
    pub use crate::network::{Network, ViewOf};
    pub use crate::optim::{Adam, AdamW, Group, Optimizer, RmsProp, Schedule, Sgd};
    pub use crate::random::Seed;
    pub use crate::shape::{ClassIndex, Image, Indices, Matrix, Shape, Vector};
    #[cfg(feature = "alloc")]
    pub use crate::shape::{OneInput, OneOutput};
    #[cfg(feature = "std")]
    pub use crate::{Capacity, Cpu, CpuOptions, Model, Predictor, Trainer};
}

/// What emitted code names. Not for use by hand; a change of it is a new version.
#[doc(hidden)]
pub mod __private {
    /// The first version.
    pub mod v1 {
        // Emitted code names them by their paths, since a module may have types of the same names.
        pub use core::primitive::{bool, f32, f64, str, u8, u32, u64, usize};

        pub use nnplan as plan;
        pub use nnplan::row;

        pub use crate::Element;
        pub use crate::custom::{At, Operates};
        pub use crate::device::{
            ABSENT, Both, Epilogue, Execute, InPlace, Inside, Memory, Ops, Pass, Placed, Places,
            Program, Region, Run, Scan, Segment, Slots, Use, Values, WHOLE, Within, at, epilogue,
            pick, placed, places, program, room, scan_room, split, starts, uses,
        };
        pub use crate::dim::Dim;
        pub use crate::kernels::conv2d::scratch_len as columns;
        pub use crate::network::{
            DeclaredLoss, Network, NoParameters, Other, ParameterLayout, SameLayout, ViewOf,
            bytes_with, check_ports, check_scan, inference_bytes, is_known, scan, scan_state,
            state_len, subnetwork, subnetwork_output, told_ports, told_scan, training_bytes,
        };
        pub use crate::shape::{Image, Indices, InputOf, Matrix, OfRank, OutputOf, Rank, Vector};
        pub use crate::tensor::{
            Layout, Part, Role, TensorInfo, largest_tensors, lay_out, names, names_len, roles,
            table, table_len, tensor,
        };
        pub use crate::tiny::{include_weights, inference_len, weights_len};
        pub use crate::{layers, loss};
    }
}

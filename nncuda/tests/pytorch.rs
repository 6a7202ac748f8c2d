//! Layers, losses, optimizers and small networks against PyTorch, as nncore's tests do it: `f32` on a GPU, and `f64` on the
//! CPU beside it.

#[path = "common/mod.rs"]
mod gpu;
#[path = "../../nncore/tests/pytorch/layers.rs"]
mod layers;
#[path = "../../nncore/tests/pytorch/losses.rs"]
mod losses;
#[path = "../../nncore/tests/pytorch/networks.rs"]
mod networks;
#[path = "../../nncore/tests/pytorch/optimizers.rs"]
mod optimizers;

/// What those tests share, with other devices.
mod common {
    #![allow(dead_code, unused_imports, reason = "nncore's other tests use the rest")]

    #[path = "../../../nncore/tests/common/mod.rs"]
    mod shared;

    use nncore::device::{Device, Plain};
    use nncore::{Cpu, Element, Error};
    use nncuda::Cuda;
    pub(crate) use shared::{cast, injecting, recorded, source, targets_for, tolerance};

    /// Numbers, with the device that is tested with them.
    pub(crate) trait Tested: Element + Plain {
        /// The device.
        type On: Device<Element = Self>;

        /// The device.
        fn device() -> Result<Self::On, Error>;
    }

    impl Tested for f32 {
        type On = Cuda;

        fn device() -> Result<Cuda, Error> {
            Ok(crate::gpu::cuda())
        }
    }

    impl Tested for f64 {
        type On = Cpu<f64>;

        fn device() -> Result<Cpu<f64>, Error> {
            shared::device()
        }
    }
}

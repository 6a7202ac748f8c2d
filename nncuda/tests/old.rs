//! A device without tensor cores for tf32 and bf16, and without asynchronous copies.

use nncore::prelude::*;
use nncuda::key::{KernelKey, Tile};
use nncuda::{Cuda, CudaError, CudaOptions, Precision};

network! {
    /// Products deeper than a tile, whose batches have more rows than a matrix times vectors takes.
    struct Net;
    input: [5, 6, 6];
    conv: Conv2d(5 -> 4, kernel = 3, padding = 1);
    act: Relu;
    flat: Flatten;
    fc: Linear(144 -> 12);
}

/// The losses of three steps on a device, and the kernels of the last.
fn trained(device: &Cuda) -> (Vec<u32>, Vec<KernelKey>) {
    let mut model = Model::<Net, _>::init(device, Seed(2)).unwrap();
    let trainer = Trainer::new(&mut model, CrossEntropy::new(), Sgd::new(0.1), Capacity(9));
    let mut trainer = trainer.unwrap();
    let x = Batch::from_vec((0..9 * 180).map(|i| (i * 37 % 101) as f32 / 50.0 - 1.0).collect())
        .unwrap();
    let y = Batch::from_vec((0..9).map(|i| i * 7 % 12).collect()).unwrap();
    let mut step = || trainer.step(&x, &y).unwrap().to_bits();
    let mut losses = vec![step(), step()];
    let (last, kernels) = device.profile(step).unwrap();
    losses.push(last);
    (losses, kernels.into_iter().filter_map(|kernel| kernel.key).collect())
}

/// Whether it is a product whose tiles come by asynchronous copies.
fn is_pipelined(key: &KernelKey) -> bool {
    let (KernelKey::Linear { tile, .. }
    | KernelKey::LinearGradInput { tile, .. }
    | KernelKey::LinearGradWeight { tile, .. }
    | KernelKey::Conv2d { tile, .. }
    | KernelKey::Conv2dGradWeight { tile, .. }) = key
    else {
        return false;
    };
    matches!(tile, Tile { is_pipelined: true, .. })
}

// One test: the driver is the process's.
#[test]
fn what_an_old_device_lacks_is_told_or_not_asked_for() {
    assert!(nncuda_driver::install(nncuda_soft::resolve));
    nncuda_soft::set_compute_capability(7, 5);
    let with = |precision| Cuda::with_options(CudaOptions { index: 0, precision });
    for precision in [Precision::Tf32, Precision::Bf16] {
        let error = with(precision).map(|_| ()).unwrap_err();
        let capability = (7, 5);
        assert_eq!(error, CudaError::UnsupportedPrecision { precision, capability });
    }
    assert_eq!(with(Precision::default()).unwrap().precision(), Precision::F32);
    let (losses, kernels) = trained(&Cuda::new(0).unwrap());
    assert!(!kernels.iter().any(is_pipelined), "{kernels:?}");
    nncuda_soft::set_compute_capability(8, 0);
    assert_eq!(with(Precision::Tf32).unwrap().precision(), Precision::Tf32);
    assert_eq!(with(Precision::Bf16).unwrap().precision(), Precision::Bf16);
    // The bits of a newer one, whose kernels are others.
    let newer = trained(&Cuda::new(0).unwrap());
    assert_eq!(newer.0, losses);
    let pipelined = newer.1.iter().filter(|key| is_pipelined(key)).count();
    assert_eq!(pipelined, 5, "{:?}", newer.1);
}

//! MLPerf Tiny's anomaly detection: the reference autoencoder, trained elsewhere, loaded from its file and run on
//! 64 inputs whose outputs are known. The files are not part of the repository.
#![cfg(feature = "checkpoint")]

mod common;

use std::path::{Path, PathBuf};

use common::recorded::Recorded;
use common::tolerance::{Op, assert_close};
use common::{cast, device};
use nncore::checkpoint::Rename;
use nncore::device::Plain;
use nncore::prelude::*;
use nncore::{Element, Error};

network! {
    /// 640 - 4 × 128 - 8 - 4 × 128 - 640.
    struct Autoencoder;
    input: [640];
    fc0: Linear(640 -> 128);
    norm0: BatchNorm1d(eps = 0.001);
    relu0: Relu;
    fc1: Linear(128 -> 128);
    norm1: BatchNorm1d(eps = 0.001);
    relu1: Relu;
    fc2: Linear(128 -> 128);
    norm2: BatchNorm1d(eps = 0.001);
    relu2: Relu;
    fc3: Linear(128 -> 128);
    norm3: BatchNorm1d(eps = 0.001);
    relu3: Relu;
    fc4: Linear(128 -> 8);
    norm4: BatchNorm1d(eps = 0.001);
    relu4: Relu;
    fc5: Linear(8 -> 128);
    norm5: BatchNorm1d(eps = 0.001);
    relu5: Relu;
    fc6: Linear(128 -> 128);
    norm6: BatchNorm1d(eps = 0.001);
    relu6: Relu;
    fc7: Linear(128 -> 128);
    norm7: BatchNorm1d(eps = 0.001);
    relu7: Relu;
    fc8: Linear(128 -> 128);
    norm8: BatchNorm1d(eps = 0.001);
    relu8: Relu;
    fc9: Linear(128 -> 640);
}

/// The folder of models, here or in a folder above.
fn models() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().map(|folder| folder.join("shared/models")).find(|folder| folder.is_dir())
}

/// Keras numbers layers of a kind from the second on: `dense`, `dense_1`.
fn rename() -> Rename {
    let keras = |kind: &str, i: usize| match i {
        0 => format!("{kind}."),
        i => format!("{kind}_{i}."),
    };
    (0..10).fold(Rename::new(), |rename, i| {
        rename
            .prefix(keras("dense", i), format!("fc{i}."))
            .prefix(keras("batch_normalization", i), format!("norm{i}."))
    })
}

fn run<T: Element + Plain>(model: &Path, io: &Recorded) -> Result<(), Error>
where
    Cpu<T>: Device<Element = T>,
{
    let (model, _) = Model::<Autoencoder, _>::load_with_rename(&device::<T>()?, model, &rename())?;
    let inputs = Batch::<Vector<640>, T>::from_vec(cast(io.values("input")))?;
    assert_eq!(inputs.len(), 64);
    let outputs = Predictor::new(&model, Capacity(inputs.len()))?.run(&inputs)?;
    assert_close(Op::Autoencoder, "reconstruction", outputs.items(), io.values("output"));
    Ok(())
}

#[test]
fn outputs_are_the_reference_models() -> Result<(), Error> {
    let Some(folder) = models() else {
        println!("skipped: shared/models not found in any folder above the crate");
        return Ok(());
    };
    let model = folder.join("autoencoder-ad.safetensors");
    let io = folder.join("autoencoder-ad.io.safetensors");
    for file in [&model, &io] {
        if !file.exists() {
            println!("skipped: {} not found", file.display());
            return Ok(());
        }
    }
    let io = Recorded::read(&io);
    run::<f32>(&model, &io)?;
    run::<f64>(&model, &io)
}

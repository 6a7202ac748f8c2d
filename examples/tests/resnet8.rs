//! The program `resnet8`: its gradients, weights that Keras trained, and a training.

mod common;
#[allow(dead_code)] // its `main`
#[path = "../src/bin/resnet8.rs"]
mod program;

use common::{check_gradients, numbers, run, score, shared};
use nncore::prelude::*;
use program::{Down32, ResNet8, rename};
use safetensors::SafeTensors;

const PROGRAM: &str = env!("CARGO_BIN_EXE_resnet8");

#[test]
fn gradients_are_right() {
    let pictures = Batch::from_vec(numbers(3 * 3 * 32 * 32, 1)).unwrap();
    let labels = Batch::from_vec(vec![3, 0, 9]).unwrap();
    check_gradients::<ResNet8, _>(&pictures, &labels, &CrossEntropy::new());
}

#[test]
fn it_is_the_network_of_the_benchmark() {
    let all: usize = ResNet8::TENSORS.iter().map(|tensor| tensor.shape.len()).sum();
    assert_eq!((all, ResNet8::PARAMETERS), (78_666, 78_666 - 2 * 240), "two statistics a channel");
}

/// The numbers of a tensor of a file.
fn tensor(file: &SafeTensors<'_>, name: &str) -> Vec<f32> {
    let bytes = file.tensor(name).unwrap().data().to_vec();
    bytes.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect()
}

#[test]
fn outputs_are_those_of_keras() {
    let Some(weights) = shared("models/resnet8-cifar10.safetensors") else { return };
    let Some(recorded) = shared("models/resnet8-cifar10.io.safetensors") else { return };
    let device = Cpu::with_threads(2).unwrap();
    let (model, _) = Model::<ResNet8, _>::load_with_rename(&device, weights, &rename()).unwrap();
    let bytes = std::fs::read(recorded).unwrap();
    let recorded = SafeTensors::deserialize(&bytes).unwrap();
    let pictures = Batch::from_vec(tensor(&recorded, "input")).unwrap();
    let logits = Predictor::new(&model, Capacity(64)).unwrap().run(&pictures).unwrap();
    let expected = tensor(&recorded, "output");
    assert_eq!(expected.len(), 64 * 10);
    let mut worst = 0.0;
    for (logits, expected) in logits.samples().zip(expected.chunks(10)) {
        let sum: f32 = logits.iter().map(|x| x.exp()).sum();
        for (logit, expected) in logits.iter().zip(expected) {
            let error = (logit.exp() / sum - expected).abs();
            assert!(error < 1e-4, "{expected}, not {}", logit.exp() / sum);
            worst = f32::max(worst, error);
        }
    }
    println!("largest error of a probability: {worst:.1e}");
}

#[test]
fn imported_weights_reach_the_accuracy_of_keras() {
    let Some(weights) = shared("models/resnet8-cifar10.safetensors") else { return };
    let Some(data) = shared("data/cifar-10-batches-bin") else { return };
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("imported");
    let [weights, data, file] = [&weights, &data, &file].map(|path| path.to_str().unwrap());
    let out = run(PROGRAM, &["import", weights, "--data", data, "--out", file, "--quiet"]);
    assert_eq!(score(&out, "test accuracy"), 75.48, "{out}");
    // From then on they are weights like any others: the file says how they are to be used.
    let (metadata, _) = nncore::checkpoint::peek(file.as_ref()).unwrap();
    assert_eq!(metadata.classes().unwrap().unwrap()[..2], ["airplane", "automobile"]);
    assert_eq!(metadata.preprocessing().unwrap().unwrap().height(), 32);
}

#[test]
fn every_tensor_is_imported_under_the_name_that_keras_gives_it() {
    let dir = tempfile::tempdir().unwrap();
    let [own, keras, imported] = ["own", "keras", "imported"].map(|name| dir.path().join(name));
    let device = Cpu::with_threads(1).unwrap();
    Model::<ResNet8, _>::init(&device, Seed(5)).unwrap().save(&own).unwrap();
    let bytes = std::fs::read(&own).unwrap();
    let file = SafeTensors::deserialize(&bytes).unwrap();
    let numbered = |kind: &'static str, n| {
        (0..n).map(move |i| if i == 0 { kind.to_owned() } else { format!("{kind}_{i}") })
    };
    let layers = numbered("conv2d", 9).chain(numbered("batch_normalization", 7));
    let kinds = ["weight", "bias", "running_mean", "running_var"];
    let names = layers
        .chain(["dense".to_owned()])
        .flat_map(|layer| kinds.map(|kind| format!("{layer}.{kind}")));
    let renamed: Vec<_> = names
        .filter_map(|name| {
            let view = file.tensor(&rename().apply(&name)).ok()?;
            Some((name, view))
        })
        .collect();
    assert_eq!(renamed.len(), ResNet8::TENSORS.len());
    safetensors::serialize_to_file(renamed, None, &keras).unwrap();
    let [from, to] = [&keras, &imported].map(|path| path.to_str().unwrap());
    run(PROGRAM, &["import", from, "--out", to]);
    let [own, imported] =
        [&own, &imported].map(|path| Model::<ResNet8, _>::load(&device, path).unwrap());
    for info in ResNet8::TENSORS {
        assert_eq!(own.tensor(info.name).unwrap(), imported.tensor(info.name).unwrap());
    }
}

#[test]
fn weights_of_another_network_are_not_imported() {
    let dir = tempfile::tempdir().unwrap();
    let [from, to] = ["from", "to"].map(|name| dir.path().join(name));
    let block = Model::<Down32, _>::init(&Cpu::with_threads(1).unwrap(), Seed(1)).unwrap();
    block.save(&from).unwrap();
    let mut import = std::process::Command::new(PROGRAM);
    let ended = import.arg("import").arg(&from).arg("--out").arg(&to).output().unwrap();
    let error = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(1), "{error}");
    assert!(error.contains("does not fit the network") && !to.exists(), "{error}");
}

#[test]
fn learns_generated_pictures() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("w");
    let file = file.to_str().unwrap();
    let options =
        ["--samples", "600", "--lr", "0.003", "--batch-size", "32", "--quiet", "--out", file];
    let out = run(PROGRAM, &options);
    assert!(score(&out, "test accuracy") > 40.0, "10 % by chance: {out}");
    let (metadata, _) = nncore::checkpoint::peek(file.as_ref()).unwrap();
    let told = metadata.get("training.options").unwrap();
    assert!(told.contains("--optimizer adam ") && told.contains("--schedule cosine "), "{told}");
}

#[test]
fn helps() {
    let options = ["--data <DIR>", "import", "[default: cosine]", "[default: adam]"];
    common::assert_helps(PROGRAM, &options);
    let train = run(PROGRAM, &["train", "--help"]);
    assert!(train.contains("[default: cosine]") && train.contains("[default: 3]"), "{train}");
    let help = run(PROGRAM, &["import", "--help"]);
    assert!(help.contains("<FILE>") && help.contains("--data <DIR>"), "{help}");
}

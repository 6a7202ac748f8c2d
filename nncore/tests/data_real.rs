//! The sets that the readers are for, where they lie beside the project; skipped, with a
//! line that says so, where they do not.
#![cfg(feature = "data")]

use nncore::data::{self, DataSet, Pictures, Source};
use std::path::{Path, PathBuf};

/// A set in `shared/data`, in a folder above.
fn find(name: &str) -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here
        .ancestors()
        .map(|folder| folder.join("shared/data").join(name))
        .find(|path| path.is_dir());
    if found.is_none() {
        println!("skipped: shared/data/{name} not found");
    }
    found
}

fn mean_and_deviation(set: &Pictures) -> (f32, f32) {
    let preprocessing = data::statistics(set, 28, 28);
    (preprocessing.mean[0], preprocessing.std[0])
}

#[test]
fn mnist() {
    let Some(dir) = find("mnist") else { return };
    let DataSet { train, test, source, .. } = data::open(dir).unwrap();
    let test = test.unwrap();
    assert_eq!((source, train.len(), test.len()), (Source::Mnist, 60_000, 10_000));
    assert_eq!((train.channels(), train.sizes()), (1, ((28, 28), (28, 28))));
    // Published with the set, and the first labels of both files.
    assert_eq!(train.counts(), [5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
    assert_eq!([0, 1, 2, 3, 4].map(|i| train.label(i)), [5, 0, 4, 1, 9]);
    assert_eq!([0, 1, 2, 3, 4].map(|i| test.label(i)), [7, 2, 1, 0, 4]);
    let (mean, deviation) = mean_and_deviation(&train);
    assert!((mean - 0.1307).abs() < 1e-4 && (deviation - 0.3081).abs() < 1e-4);
}

#[test]
fn cifar10() {
    let Some(dir) = find("cifar-10-batches-bin") else { return };
    let DataSet { train, test, source, .. } = data::open(dir).unwrap();
    let test = test.unwrap();
    assert_eq!(source, Source::Cifar10);
    assert!(train.len().is_multiple_of(10_000) && train.len() <= 50_000);
    assert_eq!((test.len(), test.counts()), (10_000, vec![1000; 10]));
    assert_eq!((train.channels(), train.sizes()), (3, ((32, 32), (32, 32))));
    assert_eq!(train.classes(), data::cifar10::CLASSES);
    // Of the whole training set: 0.491, 0.482, 0.447.
    let mean = data::statistics(&train, 32, 32).mean;
    assert!(mean.iter().zip([0.491, 0.482, 0.447]).all(|(a, b)| (a - b).abs() < 0.01), "{mean:?}");
}

//! A ConvNet trainer in one file: pictures from a folder, progress, a weight file. The loops are written out, and there
//! is no command-line library: what `convnet` offers more of is nearly half of it.
//!
//! ```text
//! cargo run --release --bin compact                  one epoch on generated pictures
//! cargo run --release --bin compact -- DIR EPOCHS    on MNIST, CIFAR-10 or a folder by class
//! ```
//!
//! The weights go to `compact.safetensors`; `convnet eval` and `convnet predict` read them.

use std::error::Error;
use std::process::ExitCode;

use nncore::checkpoint::{self, Metadata};
use nncore::data::{self, Loader, synthetic};
use nncore::metrics::{Confusion, Mean};
use nncore::prelude::*;
use nncore::report::{Counter, Mode, Progress};

network! {
    /// Two convolution stages and a two-layer head.
    pub struct ConvNet;
    input: [3, 56, 56];
    conv1: Conv2d(3 -> 32, kernel = 3, padding = 1);
    relu1: Relu;
    pool1: MaxPool2d(2);
    conv2: Conv2d(32 -> 64, kernel = 3, padding = 1);
    relu2: Relu;
    pool2: MaxPool2d(2);
    flat:  Flatten;
    fc1:   Linear(64*14*14 -> 128);
    relu3: Relu;
    fc2:   Linear(128 -> 10);
}

const SEED: u64 = 1;
const BATCH: usize = 64;
const WEIGHTS: &str = "compact.safetensors";

/// Calls `f` with each batch of an epoch, and shows how far it is; gives the mean of the losses that `f` gives.
fn each_batch(
    loader: &Loader,
    epoch: usize,
    label: String,
    mut f: impl FnMut(&Batch<Image<3, 56, 56>>, &Batch<ClassIndex<10>>) -> Result<f32, nncore::Error>,
) -> Result<f64, nncore::Error> {
    let (mut images, mut labels) = (Batch::zeros(BATCH), Batch::zeros(BATCH));
    let mut progress = Progress::new(loader.batches_per_epoch(), label, Mode::Auto);
    let (mut batches, mut mean) = (loader.batches(epoch as u64), Mean::new());
    loop {
        let n = batches.next_into(images.items_mut(), labels.items_mut());
        if n == 0 {
            progress.finish();
            return Ok(mean.value());
        }
        // Only the last batch is smaller.
        images.resize(n);
        labels.resize(n);
        let loss = f64::from(f(&images, &labels)?);
        mean.add(loss, n as f64);
        progress.step(n, loss);
    }
}

/// Reads a data set, shows how far it is, and tells what is remarkable about it.
fn open(dir: &str) -> Result<data::DataSet, data::DataError> {
    let mut counter = Counter::new("reading", Mode::Auto);
    let set = data::open_with(dir, |read| counter.at(read.done, read.total, read.unit));
    counter.finish();
    let set = set?;
    set.remarks.iter().for_each(|remark| eprintln!("remark: {remark}"));
    Ok(set)
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Trains, tests, saves.
fn run() -> Result<(), Box<dyn Error>> {
    const USAGE: &str = "usage: compact [FOLDER [EPOCHS]]";
    let mut arguments = std::env::args().skip(1);
    let dir = arguments.next();
    if dir.as_deref().is_some_and(|word| matches!(word, "--help" | "-h")) {
        println!("{USAGE}");
        return Ok(());
    }
    let epochs = arguments.next().map_or(Ok(1), |text| text.parse::<usize>());
    let (Ok(epochs @ 1..), None) = (epochs, arguments.next()) else {
        return Err(USAGE.into());
    };
    checkpoint::check_writable(WEIGHTS.as_ref())?;
    let set = match dir {
        Some(dir) => open(&dir)?,
        None => synthetic::data_set(SEED, 6000, 1000),
    };
    set.check_outputs(10)?;
    let (train, test) = match set.test {
        Some(test) => (set.train, test),
        None => set.train.split(SEED, 0.2),
    };
    let classes = train.classes().to_vec();
    let preprocessing = data::statistics(&train, 56, 56);

    let mut model = Model::<ConvNet, _>::init(&Cpu::new()?, Seed(SEED))?;
    let loader = Loader::new(train, preprocessing, BATCH, SEED);
    let steps = (epochs * loader.batches_per_epoch()) as u64;
    let adam = AdamW::new(1e-3).schedule(Schedule::cosine(steps));
    let mut trainer = Trainer::new(&mut model, CrossEntropy::new(), adam, Capacity(BATCH))?;
    for epoch in 1..=epochs {
        let label = format!("epoch {epoch}/{epochs}");
        let step = |images: &_, labels: &_| trainer.step(images, labels);
        println!("{label}: loss {:.4}", each_batch(&loader, epoch, label.clone(), step)?);
    }

    let loader = Loader::new(test, preprocessing, BATCH, SEED).in_order();
    let (mut predictor, mut confusion) =
        (Predictor::new(&model, Capacity(BATCH))?, Confusion::<10>::new());
    each_batch(&loader, 0, "test".into(), |images, labels| {
        let loss = predictor.evaluate(images, labels, &CrossEntropy::new())?;
        confusion.add_batch(predictor.output()?.items(), labels.items());
        Ok(loss)
    })?;
    println!("test accuracy: {:.2} %", 100.0 * confusion.accuracy());

    let mut metadata = Metadata::new();
    metadata.set_network(ConvNet::NAME);
    metadata.set_classes(&classes);
    let data::Preprocessing { mean, std, height, width } = preprocessing;
    metadata.set_preprocessing(&checkpoint::Preprocessing::new(&mean, &std, height, width)?);
    model.save_with_metadata(WEIGHTS, &metadata)?;
    println!("saved to `{WEIGHTS}`");
    Ok(())
}

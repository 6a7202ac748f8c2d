//! A training step and inferences of the ConvNet and of a small network, on one and two threads.

use std::time::Duration;

use benches::{ConvNet, Mlp, inputs, labels};
use criterion::{Criterion, criterion_group, criterion_main};
use nncore::network::Other;
use nncore::prelude::*;

fn networks(c: &mut Criterion) {
    for threads in [1, 2] {
        let device = Cpu::with_threads(threads).expect("threads start");
        network::<ConvNet>(c, &device, "convnet", threads);
        network::<Mlp>(c, &device, "mlp", threads);
    }
}

fn network<N: Network<Input: OneInput, Output = Vector<10>, Ending = Other>>(
    c: &mut Criterion,
    device: &Cpu,
    name: &str,
    threads: usize,
) {
    let mut group = c.benchmark_group(name);
    group.measurement_time(Duration::from_secs(5)).sample_size(20);
    let mut model = Model::<N, _>::init(device, Seed(1)).expect("memory");
    for batch in [64, 1] {
        let x = inputs::<N::Input>(batch);
        let mut predictor = Predictor::new(&model, Capacity(batch)).expect("memory");
        let mut out = Batch::zeros(batch);
        group.bench_function(format!("infer_{batch}/{threads}"), |b| {
            b.iter(|| predictor.run_into(&x, &mut out).expect("a good batch"));
        });
    }
    let (x, y) = (inputs::<N::Input>(64), labels(64));
    let sgd = Sgd::new(0.01).momentum(0.9);
    let mut trainer =
        Trainer::new(&mut model, CrossEntropy::new(), sgd, Capacity(64)).expect("memory");
    group.bench_function(format!("train_64/{threads}"), |b| {
        b.iter(|| trainer.step(&x, &y).expect("a good batch"));
    });
    group.finish();
}

criterion_group!(benches, networks);
criterion_main!(benches);

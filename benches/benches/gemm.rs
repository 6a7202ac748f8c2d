//! The matrix products inside a training step of the ConvNet: m, k, n as the kernels call them, with
//! GFLOP/s as throughput.

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use nncore::kernels::Write;
use nncore::kernels::gemm::{Arithmetic, MatrixMut, MatrixRef, gemm};

/// Name, m, k, n. Convolutions are per image, linear layers for a batch of 64.
const SHAPES: [(&str, usize, usize, usize); 8] = [
    ("conv1_forward", 32, 27, 3136),
    ("conv1_grad_weight", 32, 3136, 27),
    ("conv2_forward", 64, 288, 784),
    ("conv2_grad_weight", 64, 784, 288),
    ("conv2_grad_input", 288, 64, 784),
    ("fc1_forward", 64, 12544, 128),
    ("fc1_grad_weight", 128, 64, 12544),
    ("fc1_grad_input", 64, 128, 12544),
];

fn products(c: &mut Criterion) {
    let mut group = c.benchmark_group("gemm");
    for (name, m, k, n) in SHAPES {
        group.throughput(Throughput::Elements(2 * (m * k * n) as u64));
        let a: Vec<f32> = (0..m * k).map(|i| (i % 17) as f32 - 8.0).collect();
        let b: Vec<f32> = (0..k * n).map(|i| (i % 13) as f32 - 6.0).collect();
        let mut out = vec![0.0f32; m * n];
        for (kind, arithmetic) in
            [("native", Arithmetic::Native), ("portable", Arithmetic::Portable)]
        {
            group.bench_function(format!("{name}/{kind}"), |bench| {
                bench.iter(|| {
                    let (a, b) = (MatrixRef::new(&a, m, k), MatrixRef::new(&b, k, n));
                    gemm(arithmetic, a, b, Write::Assign, MatrixMut::new(&mut out, m, n));
                });
            });
        }
    }
    group.finish();
}

criterion_group!(benches, products);
criterion_main!(benches);

//! The kernels as text: a sample of each.

use std::fs;
use std::process::Command;

use nnplan::{Activation, Conv2d, Conv2dArgs, Linear, LinearArgs, MatMul, Padding, Shape};

use super::channels::Channels;
use super::parts::Sums;
use super::product::{Size, Tile};
use super::*;
use crate::Precision;
use crate::ptx::Target;

const SMALL: Tile =
    Tile { size: Size::Small, precision: Precision::F32, is_aligned: true, is_pipelined: false };
const LARGE: Tile = Tile { size: Size::Large, ..SMALL };

/// Samples of kernels: of each the first, which is the one to be read, is a small one.
fn samples() -> Vec<Kernel> {
    let image = Shape::new(&[3, 9, 8]);
    let convolution = Conv2dArgs {
        in_channels: None,
        out_channels: 6,
        kernel: [3, 2],
        stride: [2, 1],
        padding: Padding::Explicit([1, 1, 0, 1]),
        dilation: [1, 2],
        groups: Some(3),
        bias: true,
    };
    let conv = Conv2d::new(image, convolution);
    let line = LinearArgs { in_features: None, out_features: 7, bias: true };
    let line = Linear::new(Shape::new(&[5, 10]), line);
    let matrices = MatMul::new(Shape::new(&[2, 5, 3]), Shape::new(&[2, 5, 4]), true, false);
    let vector = LinearArgs { in_features: None, out_features: 7, bias: true };
    let vector = Linear::new(Shape::new(&[600]), vector);
    let bias = Channels { count: 6, positions: 36 };
    let mut all = vec![
        activation::activation(&Activation::Gelu),
        activation::activation_grad(&Activation::GeluTanh),
        dropout::dropout(0.25, 100),
        conv2d::conv2d(&conv, conv.bias, SMALL, Sums::Whole, Some(&Activation::Relu)),
        conv2d::conv2d_grad_input(&conv, SMALL, Sums::Whole),
        conv2d::conv2d_grad_weight(&conv, SMALL, Write::Add),
        pooled_numbers::sample(SMALL),
        linear::linear(&line, line.bias, SMALL, Sums::Whole, None),
        linear::linear(&line, line.bias, LARGE, Sums::Whole, None),
        linear::linear_grad_input(&line, SMALL, Sums::Whole),
        linear::linear_grad_weight(&line, SMALL, Write::Assign),
        matmul::matmul(&matrices, SMALL, Sums::Whole),
        matmul::matmul_grad_left(&matrices, SMALL, Sums::Whole),
        matmul::matmul_grad_right(&matrices, SMALL, Sums::Whole),
        conv2d::conv2d(&conv, conv.bias, SMALL, Sums::Parts, None),
        conv2d::conv2d_grad_input(&conv, SMALL, Sums::Parts),
        linear::linear(&line, line.bias, SMALL, Sums::Parts, None),
        matmul::matmul(&matrices, SMALL, Sums::Parts),
        parts::add_parts(Write::Add, None, None),
        parts::add_parts(Write::Assign, Some(bias), Some(&Activation::Gelu)),
        gemv::linear(&vector, vector.bias, 2, true, Some(&Activation::Relu)),
        gemv::linear(&line, line.bias, 1, false, None),
        gemv::linear(&vector, vector.bias, 8, true, Some(&Activation::Gelu)),
    ];
    all.extend(places::samples());
    for g in grouped_numbers::convolutions() {
        all.push(grouped::conv2d(&g, g.bias, Some(&Activation::Relu)));
        all.push(grouped::conv2d_grad_input(&g));
        all.push(grouped::conv2d_grad_weight(&g, Write::Add));
    }
    all.extend(row_tests::row_samples());
    all
}

/// Every way of a product: the precision, and whether it is pipelined.
const WAYS: [(Precision, bool); 5] = [
    (Precision::F32, false),
    (Precision::F32, true),
    (Precision::Tf32, false),
    (Precision::Tf32, true),
    (Precision::Bf16, false),
];

/// The name of a tile.
fn tile_name(Tile { size, precision, is_pipelined, .. }: Tile) -> String {
    let way = if is_pipelined { "_pipelined" } else { "" };
    format!("{size:?}_{precision:?}{way}").to_lowercase()
}

/// A small product, deeper than a tile, by the small tile of each way; with its name.
fn ways() -> Vec<(String, Kernel)> {
    let args = LinearArgs { in_features: None, out_features: 7, bias: true };
    let g = Linear::new(Shape::new(&[5, 36]), args);
    let of = |(precision, is_pipelined)| {
        let tile = Tile { precision, is_pipelined, ..SMALL };
        (
            format!("linear_of_{}", tile_name(tile)),
            linear::linear(&g, g.bias, tile, Sums::Whole, None),
        )
    };
    WAYS[1..].iter().copied().map(of).collect()
}

/// Every product, of layers as networks have them, by every tile; with the name of the tile.
fn products() -> Vec<(String, Kernel)> {
    let convolution = Conv2dArgs {
        in_channels: None,
        out_channels: 130,
        kernel: [3, 3],
        stride: [1, 2],
        padding: Padding::Explicit([1, 1, 1, 1]),
        dilation: [1, 1],
        groups: Some(1),
        bias: true,
    };
    let conv = Conv2d::new(Shape::new(&[30, 31, 27]), convolution);
    let line = LinearArgs { in_features: None, out_features: 509, bias: true };
    let line = Linear::new(Shape::new(&[257]), line);
    let even = LinearArgs { in_features: None, out_features: 512, bias: true };
    let even = Linear::new(Shape::new(&[256]), even);
    let matrices = MatMul::new(Shape::new(&[2, 255, 301]), Shape::new(&[2, 255, 402]), true, false);
    let mut all = Vec::new();
    for (precision, is_pipelined) in WAYS {
        for size in [Size::Small, Size::Large] {
            let tile = Tile { size, precision, is_aligned: true, is_pipelined };
            let name = tile_name(tile);
            let kernels = [
                conv2d::conv2d(&conv, conv.bias, tile, Sums::Whole, Some(&Activation::Relu)),
                conv2d::conv2d_grad_input(&conv, tile, Sums::Whole),
                conv2d::conv2d_grad_weight(&conv, tile, Write::Add),
                linear::linear(&line, line.bias, tile, Sums::Whole, Some(&Activation::Gelu)),
                linear::linear(&even, even.bias, tile, Sums::Whole, None),
                linear::linear_grad_input(&line, tile, Sums::Whole),
                linear::linear_grad_input(&even, tile, Sums::Whole),
                linear::linear_grad_weight(&line, tile, Write::Assign),
                linear::linear_grad_weight(&even, tile, Write::Assign),
                matmul::matmul(&matrices, tile, Sums::Whole),
                matmul::matmul_grad_left(&matrices, tile, Sums::Whole),
                matmul::matmul_grad_right(&matrices, tile, Sums::Whole),
                conv2d::conv2d(&conv, conv.bias, tile, Sums::Parts, None),
                conv2d::conv2d_grad_input(&conv, tile, Sums::Parts),
                linear::linear(&even, even.bias, tile, Sums::Parts, None),
                linear::linear_grad_input(&even, tile, Sums::Parts),
                matmul::matmul(&matrices, tile, Sums::Parts),
            ];
            let kernels = kernels.into_iter().chain(pooled_numbers::products(tile));
            all.extend(kernels.map(|kernel| (name.clone(), kernel)));
        }
    }
    all
}

/// The samples with names of their own.
pub(super) fn named() -> Vec<(String, Kernel)> {
    let mut seen = std::collections::HashMap::new();
    let mut name = |name: String, k: Kernel| {
        let count = seen.entry(name.clone()).or_insert(0);
        *count += 1;
        (if *count == 1 { name } else { format!("{name}_{count}") }, k)
    };
    let small = samples().into_iter().map(|k| (k.name().to_owned(), k));
    let large = products().into_iter().map(|(tile, k)| (format!("{}_{tile}", k.name()), k));
    small.chain(ways()).chain(large).map(|(text, k)| name(text, k)).collect()
}

/// The architectures that kernels are assembled for: the first of each generation.
const ARCHITECTURES: [&str; 4] = ["sm_70", "sm_80", "sm_90", "sm_120"];

/// The others, which take another two minutes and never made a difference: with NNCUDA_PTXAS_ALL.
const OTHERS: [&str; 5] = ["sm_75", "sm_86", "sm_89", "sm_90a", "sm_100"];

/// NVIDIA's assembler takes every sample for every architecture, and no kernel spills registers. It is named by
/// NNCUDA_PTXAS; `.ci/run` gets it.
#[test]
fn the_assembler_takes_every_kernel() {
    assemble("samples", &named(), &ARCHITECTURES);
    if std::env::var_os("NNCUDA_PTXAS_ALL").is_some() {
        assemble("samples", &named(), &OTHERS);
    }
}

/// Assembles kernels, each for those of the architectures that have what it uses; `what` they are tells their files apart.
pub(super) fn assemble(what: &str, named: &[(String, Kernel)], architectures: &[&str]) {
    let Some(ptxas) = std::env::var_os("NNCUDA_PTXAS") else {
        eprintln!("\n*** SKIPPED: the environment variable NNCUDA_PTXAS names no assembler");
        return;
    };
    let folder = std::env::temp_dir().join(format!("nncuda-{what}-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder for texts");
    for (name, kernel) in named {
        fs::write(folder.join(name).with_extension("ptx"), kernel.ptx()).expect("a file");
    }
    let run = |(name, arch): (&String, &&str)| {
        let file = folder.join(name).with_extension("ptx");
        let output = Command::new(&ptxas)
            .args(["-v", &format!("-arch={arch}"), "-o", "/dev/null"])
            .arg(&file)
            .output()
            .unwrap_or_else(|e| panic!("{}: {e}", ptxas.display()));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{name} for {arch}: {said}");
        assert!(said.contains(" 0 bytes spill stores"), "{name} for {arch} spills: {said}");
        let used = said.split("Used ").nth(1).and_then(|rest| rest.split(' ').next());
        println!("{name} for {arch}: {} registers", used.expect("a number of registers"));
    };
    let is_for = |kernel: &Kernel, arch: &str| {
        kernel.target() == Target::Sm70 || !["sm_70", "sm_75"].contains(&arch)
    };
    let all: Vec<(&String, &&str)> = named
        .iter()
        .flat_map(|(name, kernel)| {
            architectures.iter().filter(|arch| is_for(kernel, arch)).map(move |arch| (name, arch))
        })
        .collect();
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    std::thread::scope(|scope| {
        for part in all.chunks(all.len().div_ceil(threads).max(1)) {
            scope.spawn(move || part.iter().copied().for_each(run));
        }
    });
    fs::remove_dir_all(&folder).expect("the folder");
}

/// Quotients and remainders by known numbers are those of the host.
#[test]
fn divisions_by_known_numbers_are_exact() {
    use super::bench::Bench;
    use crate::Arg;
    let numbers: Vec<u32> = (0..32)
        .flat_map(|bit| [0u32, 1, 2].map(|d| (1u32 << bit).wrapping_add(d).wrapping_sub(1)))
        .chain([0, 5, 99, 12_345, u32::MAX, u32::MAX - 1, 0x8000_0001, 0xAAAA_AAAA])
        .collect();
    let n = numbers.len();
    let small = 1..=40;
    for d in small.chain([
        49,
        64,
        100,
        641,
        1000,
        3136,
        12_544,
        65_535,
        65_537,
        0x7fff_ffff,
        0x8000_0001,
        u32::MAX,
    ]) {
        let kernel = Kernel::new("divisions", THREADS, |k| {
            let (x, y, n) = (k.pointer(), k.pointer(), k.number());
            let i = k.index();
            k.end_unless(i.lt(n));
            let value = x.load_u32(i);
            y.store_u32(i * 2, value / d);
            y.store_u32(i * 2 + 1, value % d);
        });
        let mut bench = Bench::new();
        let (x, y) = (bench.u32(&numbers), bench.u32(&vec![0; 2 * n]));
        bench.launch(&kernel, &[Arg::Pointer(x), Arg::Pointer(y), Arg::U32(size(n))]);
        let found = bench.read_u32(y);
        for (i, x) in numbers.iter().enumerate() {
            assert_eq!([found[2 * i], found[2 * i + 1]], [x / d, x % d], "{x} by {d}");
        }
    }
}

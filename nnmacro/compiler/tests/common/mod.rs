//! What the tests of the compiler share: random numbers, random valid networks, and their data.

#![allow(dead_code)] // each test file uses a part of this

pub(crate) mod chain;
pub(crate) mod data;
pub(crate) mod deep;
pub(crate) mod differences;
pub(crate) mod function;
pub(crate) mod graph;
pub(crate) mod layer;
pub(crate) mod memory;
pub(crate) mod mutate;
pub(crate) mod nested;
pub(crate) mod surrounded;
pub(crate) mod valid;

use nncompiler::Front;
use nncompiler::emit::Compiled;
use proc_macro2::TokenStream;

/// Splitmix64: small, seeded, the same everywhere.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn within(&mut self, low: usize, high: usize) -> usize {
        low + (self.next() % (high - low + 1) as u64) as usize
    }

    /// True once in `n` times.
    pub(crate) fn once_in(&mut self, n: usize) -> bool {
        self.within(1, n) == 1
    }

    /// One of some.
    pub(crate) fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.within(0, of.len() - 1)].clone()
    }

    /// Uniform in [0, 1).
    pub(crate) fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// Nearly normal with mean 0 and variance 1: the sum of twelve uniform numbers.
    pub(crate) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }

    pub(crate) fn normals(&mut self, n: usize, scale: f64) -> Vec<f64> {
        (0..n).map(|_| scale * self.normal()).collect()
    }
}

/// The README's network.
pub(crate) const CONV_NET: &str = "
    /// Images of 56x56 in three colours, ten classes.
    pub struct ConvNet;
    input: [3, 56, 56];
    conv1: Conv2d(3 -> 32, kernel = 3, padding = 1);
    relu1: Relu;
    pool1: MaxPool2d(2);
    conv2: Conv2d(32 -> 64, kernel = 3, padding = 1);
    relu2: Relu;
    pool2: MaxPool2d(2);
    flat: Flatten;
    fc1: Linear(64*14*14 -> 128);
    relu3: Relu;
    fc2: Linear(128 -> 10);
    loss: CrossEntropy;
";

pub(crate) fn tokens(text: &str) -> TokenStream {
    text.parse().unwrap_or_else(|e| panic!("{e}: {text}"))
}

/// Compiles a network that must be valid.
pub(crate) fn compiled(text: &str) -> Compiled {
    match nncompiler::front(tokens(text)) {
        Front::Good(compiled) => *compiled,
        Front::Bad { errors, .. } => {
            let all: Vec<String> = errors.iter().map(ToString::to_string).collect();
            panic!("{}\n{text}", all.join("\n"))
        }
    }
}

/// `f` of each item and its number, on some threads; the results in order.
pub(crate) fn in_parallel<T: Sync, R: Send>(
    items: &[T],
    f: impl Fn(usize, &T) -> R + Sync,
) -> Vec<R> {
    let threads = std::thread::available_parallelism().map_or(2, |n| n.get().min(8));
    let share = items.len().div_ceil(threads);
    let numbered: Vec<(usize, &T)> = items.iter().enumerate().collect();
    let work = |part: &[(usize, &T)]| part.iter().map(|(i, x)| f(*i, x)).collect::<Vec<R>>();
    let work = &work;
    std::thread::scope(|scope| {
        let workers: Vec<_> =
            numbered.chunks(share).map(|part| scope.spawn(move || work(part))).collect();
        workers
            .into_iter()
            .flat_map(|w| w.join().unwrap_or_else(|e| std::panic::resume_unwind(e)))
            .collect()
    })
}

//! Dropout in training: the mask is a function of seed, step, layer, sample and element, the same on every device.

use super::{THREADS, size};
use crate::ptx::{F32, Kernel, Pointer, U32};

/// Philox4x32-10's multipliers and increments: see `nncore::random`.
const MULTIPLIERS: [u32; 2] = [0xD251_1F53, 0xCD9E_8D57];
const INCREMENTS: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];

/// Blocks of numbers that belong together.
const BLOCKS: u32 = 16;

/// 128 random bits of a counter under a key.
fn philox<'k>(counter: [U32<'k>; 4], mut key: [U32<'k>; 2]) -> [U32<'k>; 4] {
    let [mut a, mut b, mut c, mut d] = counter;
    for _ in 0..10 {
        let kernel = a.kernel();
        let [left, right] = MULTIPLIERS.map(|m| kernel.u32(m));
        let (low, high) = (left * a, left.times_high(a));
        let (low2, high2) = (right * c, right.times_high(c));
        (a, b, c, d) = (high2 ^ b ^ key[0], low2, high ^ d ^ key[1], low);
        key = [key[0] + INCREMENTS[0], key[1] + INCREMENTS[1]];
    }
    [a, b, c, d]
}

/// The blocks of the random numbers of a sample of `len` elements.
pub(crate) fn blocks(len: usize) -> usize {
    len.div_ceil(4 * BLOCKS as usize) * BLOCKS as usize
}

/// `y` = 0 with probability p, else `x / (1 - p)`; `len` elements a sample. The state holds the seed and the step, in 64 bits
/// each; the layer's number is a parameter. A thread has the elements of a block of random numbers.
///
/// Parameters: x, state, y, the layer, n: the [blocks] of all samples.
pub(crate) fn dropout(p: f64, len: usize) -> Kernel {
    Kernel::new("dropout", THREADS, |k| {
        let (x, state, y) = (k.pointer(), k.pointer(), k.pointer());
        let (layer, n) = (k.number(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let (sample, block) = (i / size(blocks(len)), i % size(blocks(len)));
        // Element e of a group of 64 gets number e / 16 of block e % 16.
        let first = block / BLOCKS * (4 * BLOCKS) + block % BLOCKS;
        let start = sample * size(len);
        let elements: Vec<_> = (0..4)
            .map(|word| {
                let element = first + word * BLOCKS;
                let (is_there, at) = (element.lt(size(len)), start + element);
                (is_there, at, x.load_where(is_there, at))
            })
            .collect();
        let numbers = (p > 0.0).then(|| numbers(state, layer, sample, block));
        for (word, (is_there, at, value)) in elements.into_iter().enumerate() {
            let value = match numbers {
                Some(numbers) => kept(p, value, numbers[word]),
                None => value,
            };
            k.when(is_there, || y.store(at, value));
        }
    })
}

/// The random numbers of a block.
fn numbers<'k>(
    state: Pointer<'k>,
    layer: U32<'k>,
    sample: U32<'k>,
    block: U32<'k>,
) -> [U32<'k>; 4] {
    let number = |n: u32| layer.kernel().u32(n);
    let [seed, step] = [0, 1].map(|i| state.load_u64(number(i)).halves());
    let purpose = number(nncore::random::Purpose::Dropout as u32);
    let derived = philox([step[0], step[1], layer, purpose], seed);
    philox([block, number(0), sample, number(0)], [derived[0], derived[1]])
}

/// The value scaled, or 0, by its random number.
fn kept<'k>(p: f64, value: F32<'k>, number: U32<'k>) -> F32<'k> {
    let (zero, kept) = (value.kernel().f32(0.0), value * (1.0 / (1.0 - p)) as f32);
    let limit = (p.min(1.0) * 4_294_967_296.0) as u64;
    match u32::try_from(limit) {
        Ok(limit) => zero.or_where_not(number.lt(limit), kept),
        Err(_) => zero, // all of them
    }
}

//! Dropout in training: the mask is a function of seed, step, layer, sample and element, the same on every device.

use nnplan::Dropout;

use super::{THREADS, size};
use crate::ptx::{Kernel, U32};

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

/// `y` = 0 with probability p, else `x / (1 - p)`; `len` elements a sample. The state holds the seed and the step, in 64 bits
/// each; the layer's number is a parameter.
///
/// Parameters: x, state, y, the layer, n.
pub(crate) fn dropout(g: &Dropout, len: usize) -> Kernel {
    Kernel::new("dropout", THREADS, |k| {
        let (x, state, y) = (k.pointer(), k.pointer(), k.pointer());
        let (layer, n) = (k.number(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let value = x.load(i);
        if g.p <= 0.0 {
            y.store(i, value);
        } else {
            let [seed, step] = [0, 1].map(|i| state.load_u64(k.u32(i)).halves());
            let purpose = k.u32(nncore::random::Purpose::Dropout as u32);
            let derived = philox([step[0], step[1], layer, purpose], seed);
            let key = [derived[0], derived[1]];
            let (sample, element) = (i / size(len), i % size(len));
            // Element e of a group of 64 gets number e / 16 of block e % 16.
            let (group, within) = (element / (4 * BLOCKS), element % (4 * BLOCKS));
            let block = group * BLOCKS + within % BLOCKS;
            let zero = k.u32(0);
            let numbers = philox([block, zero, sample, zero], key);
            let word = within / BLOCKS;
            let mut number = numbers[0];
            for (w, other) in numbers.iter().enumerate().skip(1) {
                number = other.or_where_not(word.eq(w as u32), number);
            }
            let kept = value * (1.0 / (1.0 - g.p)) as f32;
            let limit = (g.p.min(1.0) * 4_294_967_296.0) as u64;
            let dropped = match u32::try_from(limit) {
                Ok(limit) => k.f32(0.0).or_where_not(number.lt(limit), kept),
                Err(_) => k.f32(0.0), // all of them
            };
            y.store(i, dropped);
        }
    })
}

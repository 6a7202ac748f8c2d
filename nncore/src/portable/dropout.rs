//! Dropout in training; forward and backward are the same call.

use nnplan::Dropout;

use super::{Access, Out};
use crate::Element;
use crate::kernels::dropout::DropoutKey;
use crate::random::{Purpose, Seed, Stream};

/// Blocks of four random numbers that a group of elements uses.
const BLOCKS: usize = 16;

/// Sets each element to 0 with probability p and multiplies it by `1 / (1 - p)` otherwise, by the random numbers of `key`:
/// the first sample is number `first` of the batch. `x` and `y` may be the same memory.
///
/// Srivastava et al.: Dropout, 2014; scaled in training.
pub fn dropout<A: Access>(
    g: &Dropout,
    key: DropoutKey,
    first: usize,
    samples: usize,
    [x]: [A; 1],
    [y]: [Out<A>; 1],
) {
    let (len, is_off) = (y.len, g.p <= 0.0);
    // The element stays when 32 random bits reach p · 2³²; in 64 bits, since p may round to 1.
    let limit = (g.p.min(1.0) * 4_294_967_296.0) as u64;
    let scale = A::Number::from_f64(1.0 / (1.0 - g.p));
    let stream = Stream::new(Seed(key.seed), Purpose::Dropout, key.step, g.layer);
    for sample in 0..samples {
        let (stream, start) = (stream.row((first + sample) as u64), sample * len);
        if is_off {
            for i in start..start + len {
                y.to.set(i, x.get(i));
            }
            continue;
        }
        let mut group = 0;
        while group < len {
            // Element e of a group gets number e / 16 of block e % 16.
            for block in 0..BLOCKS {
                let numbers = stream.block((group / 4 + block) as u64);
                for (i, number) in numbers.into_iter().enumerate() {
                    let at = group + i * BLOCKS + block;
                    if at < len {
                        let kept = x.get(start + at) * scale;
                        let is_dropped = u64::from(number) < limit;
                        y.to.set(start + at, if is_dropped { A::Number::ZERO } else { kept });
                    }
                }
            }
            group += 4 * BLOCKS;
        }
    }
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use super::*;
    use crate::kernels::dropout as cpu;
    use crate::portable::fixture::{Numbers, assert_bits, write};

    #[test]
    fn has_the_bits_of_the_cpu() {
        let key = DropoutKey { seed: 7, step: 1 << 33 };
        for p in [0.0, 0.3, 0.5, 1.0] {
            for len in [1, 5, 64, 65, 200] {
                for (first, samples) in [(0, 1), (3, 4)] {
                    let g = Dropout { p, layer: 2 };
                    let mut found = Numbers::new(len).wild(samples * len);
                    let mut expected = found.clone();
                    cpu::dropout(&g, key, first, len, &mut expected);
                    let y = Out { len, ..write(&mut found) };
                    dropout(&g, key, first, samples, [y.to], [y]);
                    assert_bits(&found, &expected, "dropout");
                }
            }
        }
    }
}

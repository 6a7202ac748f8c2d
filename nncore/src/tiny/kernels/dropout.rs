//! Dropout in training; forward and backward are the same call.

use nnplan::Dropout;

use crate::kernels::dropout::DropoutKey;
use crate::random::{Purpose, Seed, Stream};
use crate::tiny::access::View;

/// Blocks of four random numbers that a group of elements uses.
const BLOCKS: usize = 16;

/// Sets each element to 0 with probability p and multiplies it by `1 / (1 - p)` otherwise: `samples` of `len` elements,
/// of which the first is number `first` of the batch. In place.
pub(in crate::tiny) fn dropout(
    g: &Dropout,
    key: DropoutKey,
    first: usize,
    samples: usize,
    len: usize,
    data: View,
) {
    if g.p <= 0.0 {
        return;
    }
    // The element stays when 32 random bits reach p · 2³²; in 64 bits, since p may round to 1.
    let limit = (g.p.min(1.0) * 4_294_967_296.0) as u64;
    let scale = (1.0 / (1.0 - g.p)) as f32;
    let stream = Stream::new(Seed(key.seed), Purpose::Dropout, key.step, g.layer);
    for sample in 0..samples {
        let (stream, data) = (stream.row((first + sample) as u64), data.from(sample * len));
        let mut group = 0;
        while group < len {
            // Element e of a group gets number e / 16 of block e % 16.
            for block in 0..BLOCKS {
                let numbers = stream.block((group / 4 + block) as u64);
                for (i, number) in numbers.into_iter().enumerate() {
                    let at = group + i * BLOCKS + block;
                    if at < len {
                        let kept = data.get(at) * scale;
                        data.set(at, if u64::from(number) < limit { 0.0 } else { kept });
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
    use crate::tiny::kernels::fixture::{Numbers, assert_bits, write};

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
                    dropout(&g, key, first, samples, len, write(&mut found));
                    assert_bits(&found, &expected, "dropout");
                }
            }
        }
    }
}

//! MobileNetV1 of width 0.25 on pictures of 96 × 96, as MLPerf Tiny's visual wake words have it, written out layer by
//! layer: what it takes on a device without an allocator.
#![cfg(feature = "std")]

use nncore::prelude::*;
use nncore::tiny;

#[allow(dead_code, reason = "the test `tiny` uses the rest")]
#[path = "tiny/observe.rs"]
mod observe;

macro_rules! mobilenet {
    ($($depthwise:ident $norm:ident $relu:ident $pointwise:ident $norm2:ident $relu2:ident: $from:literal $to:literal $stride:literal;)*) => {
        network! {
            struct MobileNet;
            input: [3, 96, 96];
            conv: Conv2d(3 -> 8, kernel = 3, stride = 2, padding = same, bias = false);
            norm: BatchNorm2d;
            relu: Relu;
            $(
                $depthwise: Conv2d($from -> $from, kernel = 3, stride = $stride, padding = same, groups = depthwise, bias = false);
                $norm: BatchNorm2d;
                $relu: Relu;
                $pointwise: Conv2d($from -> $to, kernel = 1, bias = false);
                $norm2: BatchNorm2d;
                $relu2: Relu;
            )*
            pool: GlobalAvgPool2d;
            flat: Flatten;
            fc: Linear(256 -> 2);
        }
    };
}

mobilenet! {
    d1 dn1 dr1 p1 pn1 pr1: 8 16 1;
    d2 dn2 dr2 p2 pn2 pr2: 16 32 2;
    d3 dn3 dr3 p3 pn3 pr3: 32 32 1;
    d4 dn4 dr4 p4 pn4 pr4: 32 64 2;
    d5 dn5 dr5 p5 pn5 pr5: 64 64 1;
    d6 dn6 dr6 p6 pn6 pr6: 64 128 2;
    d7 dn7 dr7 p7 pn7 pr7: 128 128 1;
    d8 dn8 dr8 p8 pn8 pr8: 128 128 1;
    d9 dn9 dr9 p9 pn9 pr9: 128 128 1;
    d10 dn10 dr10 p10 pn10 pr10: 128 128 1;
    d11 dn11 dr11 p11 pn11 pr11: 128 128 1;
    d12 dn12 dr12 p12 pn12 pr12: 128 256 2;
    d13 dn13 dr13 p13 pn13 pr13: 256 256 1;
}

/// The most that is alive at once: the first depthwise convolution's output and the pointwise one's.
const ALIVE: usize = 48 * 48 * 8 + 48 * 48 * 16;

/// What lies apart from it: what the pool gives to the linear layer, which runs over the whole batch, and the output.
const APART: usize = 256 + 16;

#[test]
fn inference_takes_what_is_alive() {
    assert_eq!(4 * ALIVE, 221_184);
    assert_eq!(tiny::inference_len::<MobileNet>(1), ALIVE + APART);
    assert_eq!(4 * tiny::inference_len::<MobileNet>(1), 222_272);
    // Two samples at a time: the network's own memory is that of one.
    assert_eq!(tiny::inference_len::<MobileNet>(2), ALIVE + 2 * APART);
}

#[test]
fn inference_in_place_has_the_bits_of_the_strict_cpu() {
    let mut random = observe::random(3);
    let (model, parameters, kept) = observe::model::<MobileNet>(&mut random);
    let weights = tiny::WeightsRef::<MobileNet>::from_slices(&parameters, &kept).unwrap();
    let x = observe::numbers(&mut random, 3 * 96 * 96, 1.0);
    let batch = Batch::from_vec(x.clone()).unwrap();
    let expected = Predictor::new(&model, Capacity(1)).unwrap().run(&batch).unwrap();
    let mut room = vec![f32::NAN; tiny::inference_len::<MobileNet>(1)];
    let mut predictor = tiny::Predictor::<MobileNet>::in_slice(weights, &mut room).unwrap();
    let found = predictor.run(&x).unwrap();
    assert!(found.iter().all(|x| x.is_finite()), "{found:?}");
    observe::same("output", found, expected.items());
}

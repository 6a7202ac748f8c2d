//! The program `unet`: its gradients, and that it learns.

mod common;
#[allow(dead_code)] // its `main`
#[path = "../src/bin/unet.rs"]
mod program;

use common::{check_gradients, double, run, score};
use nncore::prelude::*;
use nncore::random::{Purpose, Stream};
use program::{PixelByPixel, UNet, samples};

const PROGRAM: &str = env!("CARGO_BIN_EXE_unet");

#[test]
fn gradients_are_right() {
    let (pictures, masks) = samples(3, &mut Stream::new(Seed(1), Purpose::Data, 0, 0).cursor());
    let (pictures, masks) = (double(&pictures), double(&masks));
    let loss = BinaryCrossEntropyWithLogits::new();
    check_gradients::<UNet, _>(&pictures, &masks, &loss);
    check_gradients::<PixelByPixel, _>(&pictures, &masks, &loss);
}

#[test]
fn masks_are_discs() {
    let (pictures, masks) = samples(40, &mut Stream::new(Seed(1), Purpose::Data, 0, 0).cursor());
    assert!(pictures.items().iter().all(|x| x.is_finite()));
    let part = masks.items().iter().sum::<f32>() / masks.items().len() as f32;
    assert!(masks.items().iter().all(|x| *x == 0.0 || *x == 1.0), "0 or 1");
    assert!((0.1..0.3).contains(&part), "{part} of the pixels are discs");
}

#[test]
fn learns_more_than_pixels_tell() {
    let out = run(PROGRAM, &["--steps", "50", "--threads", "2"]);
    let [everything, pixels, unet] =
        ["everything", "pixel by pixel", "U-Net"].map(|n| score(&out, n));
    assert!(pixels < everything + 0.05, "{out}");
    assert!(unet > everything + 0.2, "{out}");
}

#[test]
fn helps() {
    common::assert_helps(PROGRAM, &["--steps <N>", "--seed <N>", "--threads <N>"]);
}

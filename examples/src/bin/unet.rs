//! Finds the discs in a picture, pixel by pixel, by a small U-Net: each size of the picture on the
//! way down is joined to the same size on the way up.
//!
//! ```text
//! cargo run --release --bin unet
//! ```
//!
//! The pictures are generated: discs among squares, triangles and crosses, lighter or darker than
//! what is behind them. How light a pixel is says next to nothing about whether it belongs to a
//! disc, so two models that do not look at its surroundings are told beside the network's score:
//! they reach an intersection over union of 0.17 where the network reaches 0.78.

use std::num::NonZeroU32;

use clap::Parser;
use examples::Options;
use examples::drawing::{self, Figure, KINDS, Kind, SIZE};
use nncore::network::Other;
use nncore::prelude::*;
use nncore::random::Random;

network! {
    /// Two sizes down, and up again; logits of being part of a disc.
    pub struct UNet;
    input: [1, 32, 32];
    down1a: Conv2d(1 -> 8, kernel = 3, padding = 1);
    norm1: BatchNorm2d;
    down2a: Conv2d(8 -> 16, kernel = 3, padding = 1);
    norm2: BatchNorm2d;
    middle1: Conv2d(16 -> 32, kernel = 3, padding = 1);
    norm3: BatchNorm2d;
    middle2: Conv2d(32 -> 32, kernel = 3, padding = 1);
    norm4: BatchNorm2d;
    up2: Conv2d(32 + 16 -> 16, kernel = 3, padding = 1);
    norm5: BatchNorm2d;
    up1: Conv2d(16 + 8 -> 8, kernel = 3, padding = 1);
    norm6: BatchNorm2d;
    mask: Conv2d(8 -> 1, kernel = 1);
    fn forward(x) {
        let large = relu(norm1(down1a(x)));
        let half = relu(norm2(down2a(max_pool2d(large, 2))));
        let quarter = relu(norm3(middle1(max_pool2d(half, 2))));
        let quarter = relu(norm4(middle2(quarter)));
        let half = relu(norm5(up2(concat(upsample2d(quarter, 2), half))));
        let large = relu(norm6(up1(concat(upsample2d(half, 2), large))));
        mask(large)
    }
}

network! {
    /// A linear function of a pixel alone.
    pub struct PixelByPixel;
    input: [1, 32, 32];
    mask: Conv2d(1 -> 1, kernel = 1);
}

/// Finds the discs in generated pictures by a U-Net, and tells how well.
#[derive(Parser)]
struct Arguments {
    /// Steps of the training, on 64 pictures each
    #[arg(long, value_name = "N", default_value = "400")]
    steps: NonZeroU32,
    #[command(flatten)]
    options: Options,
}

type Picture = Image<1, SIZE, SIZE>;

/// Pictures of three to five figures, and where the discs in them are.
pub(crate) fn samples(n: usize, random: &mut Random) -> (Batch<Picture>, Batch<Picture>) {
    let (mut pictures, mut masks) = (Batch::zeros(n), Batch::zeros(n));
    for i in 0..n {
        let (picture, mask) = (pictures.sample_mut(i), masks.sample_mut(i));
        let level = drawing::background(picture, random);
        for _ in 0..2 + random.below(3) {
            // As many discs as other figures.
            let kind = KINDS[random.below(6).saturating_sub(2) as usize];
            let figure = Figure::within(kind, drawing::between(random, 5.0, 9.0), random);
            let level = drawing::contrast(level, random);
            let is_disc = f32::from(u8::from(kind == Kind::Disc));
            // A figure hides those that were drawn before it.
            figure.paint(picture, level);
            figure.paint(mask, is_disc);
        }
        drawing::noise(picture, random);
    }
    (pictures, masks)
}

/// Trains a network that gives a logit for each pixel.
fn train<N>(steps: u32, options: &Options) -> Result<Model<N, Cpu>, nncore::Error>
where
    N: Network<Input = Picture, Output = Picture, Ending = Other>,
{
    let mut random = options.random(0);
    let mut model = Model::<N, _>::init(&options.device()?, options.seed())?;
    let adam = Adam::new(0.01).schedule(Schedule::cosine(steps.into()));
    let loss = BinaryCrossEntropyWithLogits::new();
    let mut trainer = Trainer::new(&mut model, loss, adam, Capacity(64))?;
    for step in 1..=steps {
        let (pictures, masks) = samples(64, &mut random);
        let loss = trainer.step(&pictures, &masks)?;
        if step % 50 == 0 {
            eprintln!("{}: step {step}/{steps}, loss {loss:.4}", N::NAME);
        }
    }
    Ok(model)
}

/// Pixels of discs that were found, among those that are or were taken for some: the intersection
/// over the union.
fn score(logits: &[f32], masks: &[f32], threshold: f32) -> f64 {
    let (mut both, mut any) = (0_u32, 0_u32);
    for (logit, mask) in logits.iter().zip(masks) {
        let (found, is_disc) = (*logit > threshold, *mask > 0.5);
        both += u32::from(found && is_disc);
        any += u32::from(found || is_disc);
    }
    f64::from(both) / f64::from(any.max(1))
}

fn main() -> Result<(), nncore::Error> {
    let Arguments { steps, options } = Arguments::parse();
    println!("{}", UNet::SUMMARY);
    let (pictures, masks) = samples(500, &mut options.random(1)); // none of them seen before
    let logits = |model: &Model<UNet, _>| Predictor::new(model, Capacity(500))?.run(&pictures);
    let unet = logits(&train::<UNet>(steps.get(), &options)?)?;

    let pixels = train::<PixelByPixel>(steps.get(), &options)?;
    let pixels = Predictor::new(&pixels, Capacity(500))?.run(&pictures)?;
    // Of the thresholds for a pixel, the one that is best for these very pictures.
    let thresholds = (-60..=60).map(|t| t as f32 / 10.0);
    let best = thresholds.map(|t| score(pixels.items(), masks.items(), t)).fold(0.0, f64::max);
    let everything = score(&vec![1.0; masks.items().len()], masks.items(), 0.0);

    println!("intersection over union of the discs and what was taken for discs:");
    println!("everything: {everything:.4}");
    println!("pixel by pixel: {best:.4}");
    println!("U-Net: {:.4}", score(unet.items(), masks.items(), 0.0));
    Ok(())
}

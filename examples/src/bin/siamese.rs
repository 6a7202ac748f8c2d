//! Tells whether two pictures show the same sign, also of signs that it has never seen: one network
//! maps either picture to a point, and the signs are the same where the points are near.
//!
//! ```text
//! cargo run --release --bin siamese
//! ```
//!
//! A sign is a square of 4 × 4 cells, light or dark at random: there are 65,536 of them. Each picture
//! shows one moved, turned and stretched a little, in other greys and with noise. Trained on pairs out
//! of 1,000 signs, it is right about 89 % of pairs of these and 90 % of pairs of others.

use std::num::NonZeroU32;

use clap::Parser;
use examples::Options;
use examples::drawing::{self, SIZE};
use nncore::prelude::*;
use nncore::random::Random;

network! {
    /// From a picture to a point in space.
    pub struct Embed;
    input: [1, 32, 32];
    conv1: Conv2d(1 -> 16, kernel = 5, stride = 2, padding = 2);
    norm1: BatchNorm2d;
    relu1: Relu;
    conv2: Conv2d(16 -> 32, kernel = 3, padding = 1);
    norm2: BatchNorm2d;
    relu2: Relu;
    pool2: MaxPool2d(2);
    conv3: Conv2d(32 -> 32, kernel = 3, padding = 1);
    norm3: BatchNorm2d;
    relu3: Relu;
    flat: Flatten;
    point: Linear(32*8*8 -> 32);
}

network! {
    /// The logit of two pictures showing the same: the nearer the points, the higher.
    pub struct Siamese;
    input left: [1, 32, 32];
    input right: [1, 32, 32];
    embed: Embed;
    same: Linear(32 -> 1);
    fn forward(left, right) {
        let apart = embed(left) - embed(right);
        same(apart * apart)
    }
}

/// Learns to tell whether two pictures show the same sign, and tells how often it is right.
#[derive(Parser)]
struct Arguments {
    /// Steps of the training, on 64 pairs each
    #[arg(long, value_name = "N", default_value = "400")]
    steps: NonZeroU32,
    #[command(flatten)]
    options: Options,
}

type Picture = Image<1, SIZE, SIZE>;

/// Two batches of pictures, and whether those at a place show the same sign: 1 or 0.
pub(crate) struct Pairs {
    pub(crate) left: Batch<Picture>,
    pub(crate) right: Batch<Picture>,
    pub(crate) same: Batch<Vector<1>>,
}

impl Pairs {
    /// Pairs of signs among those from `first` on, so many of the same sign as of two.
    pub(crate) fn draw(n: usize, signs: std::ops::Range<u32>, random: &mut Random) -> Self {
        let (mut left, mut right) = (Batch::zeros(n), Batch::zeros(n));
        let mut same = Batch::zeros(n);
        let sign = |random: &mut Random| signs.start + random.below(signs.len() as u32);
        for i in 0..n {
            let one = sign(random);
            let other = if i % 2 == 0 { one } else { sign(random) };
            draw(one, left.sample_mut(i), random);
            draw(other, right.sample_mut(i), random);
            same.sample_mut(i)[0] = f32::from(u8::from(one == other));
        }
        Self { left, right, same }
    }
}

/// Draws a sign, whose cells are bits of a hash of its number.
fn draw(sign: u32, picture: &mut [f32], random: &mut Random) {
    let cells = sign.wrapping_mul(0x9E37_79B9) >> 16;
    let level = drawing::background(picture, random);
    let ink = level + drawing::between(random, 0.4, 1.2);
    let side = drawing::between(random, 5.0, 6.5); // of a cell
    let mut place = || SIZE as f32 / 2.0 + drawing::between(random, -3.0, 3.0);
    let (x, y) = (place(), place());
    let (cos, sin) = drawing::turn(random, 0.1);
    for (i, pixel) in picture.iter_mut().enumerate() {
        let (dx, dy) = ((i % SIZE) as f32 + 0.5 - x, (i / SIZE) as f32 + 0.5 - y);
        let (u, v) = ((cos * dx + sin * dy) / side + 2.0, (cos * dy - sin * dx) / side + 2.0);
        let is_within = (0.0..4.0).contains(&u) && (0.0..4.0).contains(&v);
        if is_within && cells >> (4 * v as u32 + u as u32) & 1 == 1 {
            *pixel = ink;
        }
    }
    drawing::noise(picture, random);
}

fn accuracy(model: &Model<Siamese, Cpu>, pairs: &Pairs) -> Result<f64, nncore::Error> {
    let n = pairs.same.len();
    let logits = Predictor::new(model, Capacity(n))?.run((&pairs.left, &pairs.right))?;
    let answers = logits.items().iter().zip(pairs.same.items());
    Ok(answers.filter(|(logit, same)| (**logit > 0.0) == (**same > 0.5)).count() as f64 / n as f64)
}

fn main() -> Result<(), nncore::Error> {
    let Arguments { steps, options } = Arguments::parse();
    println!("{}", Siamese::SUMMARY);
    let steps = steps.get();
    let mut random = options.random(0);
    let mut model = Model::<Siamese, _>::init(&options.device()?, options.seed())?;
    let adam = Adam::new(0.003).schedule(Schedule::cosine(steps.into()));
    let loss = BinaryCrossEntropyWithLogits::new();
    let mut trainer = Trainer::new(&mut model, loss, adam, Capacity(64))?;
    for step in 1..=steps {
        let Pairs { left, right, same } = Pairs::draw(64, 0..1000, &mut random);
        let loss = trainer.step((&left, &right), &same)?;
        if step % 50 == 0 {
            eprintln!("step {step}/{steps}: loss {loss:.4}");
        }
    }
    let mut random = options.random(1);
    for (what, signs) in [("signs trained on", 0..1000), ("new signs", 1000..2000)] {
        let pairs = Pairs::draw(500, signs, &mut random);
        println!("{what}: {:.2} %", 100.0 * accuracy(&model, &pairs)?);
    }
    Ok(())
}

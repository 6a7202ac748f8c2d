//! Grey pictures of plain figures: generated data of which everything is known.
//!
//! A picture is [`SIZE`] × [`SIZE`] numbers, a row after the other, 0 being the middle grey.

use std::f32::consts::FRAC_1_SQRT_2;

use nncore::random::Random;

/// Rows and columns of a picture.
pub const SIZE: usize = 32;

/// What a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "their names say it")]
pub enum Kind {
    Disc,
    Square,
    Triangle,
    Cross,
}

/// Every kind, in the order of their class numbers.
pub const KINDS: [Kind; 4] = [Kind::Disc, Kind::Square, Kind::Triangle, Kind::Cross];

/// A number between two.
pub fn between(random: &mut Random, low: f32, high: f32) -> f32 {
    low + (high - low) * random.uniform_f32()
}

/// Cosine and sine of an angle of up to `2 atan(tangent)` to either side.
pub fn turn(random: &mut Random, tangent: f32) -> (f32, f32) {
    // By the tangent of half of it: no function whose last bit depends on the system.
    let t = between(random, -tangent, tangent);
    ((1.0 - t * t) / (1.0 + t * t), 2.0 * t / (1.0 + t * t))
}

/// A figure in its place.
#[derive(Clone, Copy, Debug)]
pub struct Figure {
    kind: Kind,
    center: (f32, f32),
    radius: f32,
    /// Cosine and sine of its angle.
    turn: (f32, f32),
}

impl Figure {
    /// A figure that lies in the picture as a whole, at any angle.
    pub fn within(kind: Kind, radius: f32, random: &mut Random) -> Self {
        let mut place = || between(random, radius, SIZE as f32 - radius);
        let center = (place(), place());
        Self { kind, center, radius, turn: turn(random, 1.0) }
    }

    /// Gives every pixel that it covers this number.
    pub fn paint(&self, picture: &mut [f32], level: f32) {
        let around = |center: f32| {
            // Outside the picture these stay at its edge.
            let (first, last) = (center - self.radius, center + self.radius + 1.0);
            first as usize..(last as usize).min(SIZE)
        };
        for y in around(self.center.1) {
            for x in around(self.center.0) {
                if self.covers(x as f32 + 0.5, y as f32 + 0.5) {
                    picture[y * SIZE + x] = level;
                }
            }
        }
    }

    /// Whether it covers this point.
    fn covers(&self, x: f32, y: f32) -> bool {
        let (dx, dy) = ((x - self.center.0) / self.radius, (y - self.center.1) / self.radius);
        let (cos, sin) = self.turn;
        let (u, v) = (cos * dx + sin * dy, cos * dy - sin * dx);
        match self.kind {
            Kind::Disc => u * u + v * v < 1.0,
            // Its corners lie on the circle.
            Kind::Square => u.abs().max(v.abs()) < FRAC_1_SQRT_2,
            // 0.8660254 is the sine of 60 degrees.
            Kind::Triangle => v < 0.5 && 0.866_025_4 * u.abs() - 0.5 * v < 0.5,
            Kind::Cross => u.abs().max(v.abs()) < 0.95 && u.abs().min(v.abs()) < 0.3,
        }
    }
}

/// A sloping background; gives its grey level in the middle.
pub fn background(picture: &mut [f32], random: &mut Random) -> f32 {
    let level = between(random, -0.5, 0.5);
    let mut slope = || between(random, -0.02, 0.02);
    let (across, down) = (slope(), slope());
    let from_middle = |i: usize| i as f32 - 0.5 * SIZE as f32;
    for (i, pixel) in picture.iter_mut().enumerate() {
        *pixel = level + across * from_middle(i % SIZE) + down * from_middle(i / SIZE);
    }
    level
}

/// A grey level clearly lighter or darker than this one, as often the one as the other.
pub fn contrast(level: f32, random: &mut Random) -> f32 {
    let step = between(random, 0.4, 1.2);
    if random.below(2) == 0 { level + step } else { level - step }
}

/// Adds noise to each pixel.
pub fn noise(picture: &mut [f32], random: &mut Random) {
    let most = between(random, 0.05, 0.3);
    picture.iter_mut().for_each(|pixel| *pixel += between(random, -most, most));
}

#[cfg(test)]
mod tests {
    use nncore::random::{Purpose, Seed, Stream};

    use super::*;

    #[test]
    fn figures_lie_in_the_picture_and_have_their_areas() {
        let mut random = Stream::new(Seed(1), Purpose::Data, 0, 0).cursor();
        // Of a circle, in squares of its radius: the square within, the triangle within, and two bars
        // of 1.9 x 0.6 that share a square.
        let areas = [std::f32::consts::PI, 2.0, 1.299, 2.0 * 1.14 - 0.36];
        for (kind, area) in KINDS.into_iter().zip(areas) {
            let mut covered = 0.0;
            for _ in 0..50 {
                let mut picture = [0.0; SIZE * SIZE];
                Figure::within(kind, 10.0, &mut random).paint(&mut picture, 1.0);
                covered += picture.iter().sum::<f32>() / 50.0;
            }
            let expected = 100.0 * area;
            assert!((covered / expected - 1.0).abs() < 0.02, "{kind:?}: {covered}, not {expected}");
        }
    }

    #[test]
    fn figures_stand_out_either_way() {
        let mut random = Stream::new(Seed(1), Purpose::Data, 0, 0).cursor();
        let steps: Vec<f32> = (0..100).map(|_| contrast(0.25, &mut random) - 0.25).collect();
        assert!(steps.iter().all(|step| (0.399..1.201).contains(&step.abs())));
        let lighter = steps.iter().filter(|step| **step > 0.0).count();
        assert!((30..=70).contains(&lighter), "{lighter} of 100");
    }
}

//! Values of options: numbers within bounds, and random changes.

use std::fmt;
use std::str::FromStr;

/// Pixels of a change: not more than half of convnet's input.
const MOST_PIXELS: usize = 28;

/// A random change, with a number of pixels.
#[derive(Clone, Copy, Debug)]
pub(super) enum Change {
    Shift(usize),
    Flip,
    Crop(usize),
}

impl FromStr for Change {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (name, pixels) = match text.split_once('=') {
            Some((name, pixels)) => (name, Some(whole(pixels, 1, MOST_PIXELS)?)),
            None => (text, None),
        };
        match (name, pixels) {
            ("shift", pixels) => Ok(Self::Shift(pixels.unwrap_or(4))),
            ("flip", None) => Ok(Self::Flip),
            ("flip", Some(_)) => Err("`flip` takes no number".into()),
            ("crop", pixels) => Ok(Self::Crop(pixels.unwrap_or(8))),
            _ => Err("expected: `shift`, `flip`, `crop`, `shift=PIXELS` or `crop=PIXELS`".into()),
        }
    }
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shift(pixels) => write!(f, "shift={pixels}"),
            Self::Flip => f.write_str("flip"),
            Self::Crop(pixels) => write!(f, "crop={pixels}"),
        }
    }
}

fn number(text: &str, expected: &str, is_fit: impl Fn(f64) -> bool) -> Result<f64, String> {
    let number = text.parse().ok().filter(|x: &f64| x.is_finite() && is_fit(*x));
    number.ok_or_else(|| format!("expected: {expected}"))
}

pub(super) fn positive(text: &str) -> Result<f64, String> {
    number(text, "a number above 0", |x| x > 0.0)
}

pub(super) fn not_negative(text: &str) -> Result<f64, String> {
    number(text, "0 or a number above 0", |x| x >= 0.0)
}

pub(super) fn below_one(text: &str) -> Result<f64, String> {
    number(text, "a number from 0 to below 1", |x| (0.0..1.0).contains(&x))
}

pub(super) fn validation(text: &str) -> Result<f64, String> {
    number(text, "a number from 0 to 0.9", |x| (0.0..=0.9).contains(&x))
}

pub(super) fn whole(text: &str, low: usize, high: usize) -> Result<usize, String> {
    let number = text.parse().ok().filter(|n| (low..=high).contains(n));
    number.ok_or_else(|| format!("expected: a whole number from {low} to {high}"))
}

pub(super) fn samples(text: &str) -> Result<usize, String> {
    // Fewer leave a class without a test picture; more do not fit into most machines.
    whole(text, 60, 1_000_000)
}

pub(super) fn threads(text: &str) -> Result<usize, String> {
    whole(text, 1, 1024)
}

//! Numbers about predictions: means, confusion matrices, the largest of many logits. No
//! allocator and no operating system needed.

mod confusion;

pub use confusion::{Confusion, Report};

/// A weighted mean of numbers that come one after another: `Σ weight * value / Σ weight`,
/// summed in `f64`.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mean {
    sum: f64,
    weight: f64,
}

impl Mean {
    /// Of nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { sum: 0.0, weight: 0.0 }
    }

    /// Adds a value: the loss of a batch, say, with the number of its samples.
    pub fn add(&mut self, value: f64, weight: f64) {
        self.sum += value * weight;
        self.weight += weight;
    }

    /// The mean, NaN of nothing.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.sum / self.weight
    }

    /// The sum of the weights.
    #[must_use]
    pub const fn weight(&self) -> f64 {
        self.weight
    }
}

/// Whether `a` is to be preferred to `b`: larger, or a number where `b` is NaN.
fn above<T: PartialOrd>(a: &T, b: &T) -> bool {
    let is_nan = |x: &T| x.partial_cmp(x).is_none();
    a > b || (is_nan(b) && !is_nan(a))
}

/// The place of the largest value, the first of equal ones; NaN counts as the smallest.
///
/// # Panics
/// When `values` is empty.
#[must_use]
pub fn argmax<T: PartialOrd>(values: &[T]) -> usize {
    largest(values).expect("the largest of no values")
}

/// The place of the largest value as [`argmax`] has it, or `None` of no values: for programs in which nothing panics.
///
/// ```
/// use nncore::metrics::largest;
///
/// assert_eq!(largest(&[0.5, 2.0, 2.0]), Some(1));
/// assert_eq!(largest::<f32>(&[]), None);
/// ```
#[must_use]
pub fn largest<T: PartialOrd>(values: &[T]) -> Option<usize> {
    let mut all = values.iter().enumerate();
    let (mut place, mut best) = all.next()?;
    for (i, value) in all {
        if above(value, best) {
            (place, best) = (i, value);
        }
    }
    Some(place)
}

/// Writes the places of the largest values to `places`, the largest first, and of equal
/// values the first first; gives how many there are: `places.len()` or, if less,
/// `values.len()`. NaN counts as the smallest. Cost: `values.len() * places.len()`
/// comparisons.
pub fn top_k<T: PartialOrd>(values: &[T], places: &mut [usize]) -> usize {
    let mut found = 0;
    for (i, value) in values.iter().enumerate() {
        // Insertion into the sorted places found so far.
        let at = (0..found).find(|&j| above(value, &values[places[j]])).unwrap_or(found);
        if at == places.len() {
            continue;
        }
        found = (found + 1).min(places.len());
        places.copy_within(at..found - 1, at + 1);
        places[at] = i;
    }
    found
}

/// Whether `target` is among the places of the `k` largest values, ties resolved as in
/// [`top_k`].
///
/// # Panics
/// When `target >= values.len()`.
#[must_use]
pub fn in_top_k<T: PartialOrd>(values: &[T], target: usize, k: usize) -> bool {
    let own = &values[target];
    let before = values
        .iter()
        .enumerate()
        .filter(|&(i, value)| above(value, own) || (i < target && !above(own, value)));
    before.count() < k
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mean_weighs() {
        let mut mean = Mean::new();
        assert!(mean.value().is_nan());
        mean.add(1.0, 64.0);
        mean.add(4.0, 32.0);
        assert_eq!((mean.value(), mean.weight()), (2.0, 96.0));
    }

    #[test]
    fn argmax_takes_the_first_and_no_nan() {
        assert_eq!(argmax(&[1.0, 3.0, 3.0, 2.0]), 1);
        assert_eq!(argmax(&[f32::NAN, f32::NEG_INFINITY, f32::NAN]), 1);
        assert_eq!(argmax(&[f32::NAN, f32::NAN]), 0);
        assert_eq!(argmax(&[-2, -1]), 1);
    }

    #[test]
    fn top_k_sorts() {
        let values = [0.5, 9.0, f64::NAN, 9.0, -1.0, 7.0];
        let mut places = [usize::MAX; 4];
        assert_eq!(top_k(&values, &mut places), 4);
        assert_eq!(places, [1, 3, 5, 0]);
        let mut all = [usize::MAX; 8];
        assert_eq!(top_k(&values, &mut all), 6);
        assert_eq!(all[..6], [1, 3, 5, 0, 4, 2]);
        assert_eq!(top_k(&values, &mut []), 0);
    }

    #[test]
    fn in_top_k_agrees_with_top_k() {
        // Every sequence of 5 values of 0, 1, 2 and NaN.
        for code in 0..4usize.pow(5) {
            let values: [f32; 5] =
                core::array::from_fn(|i| match code / 4usize.pow(i as u32) % 4 {
                    3 => f32::NAN,
                    n => n as f32,
                });
            let mut places = [0; 5];
            assert_eq!(top_k(&values, &mut places), 5);
            assert_eq!(places[0], argmax(&values), "{values:?}");
            for (k, &place) in places.iter().enumerate() {
                assert!(in_top_k(&values, place, k + 1) && !in_top_k(&values, place, k));
            }
        }
    }
}

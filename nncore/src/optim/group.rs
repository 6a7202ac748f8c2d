//! Groups of tensors that an optimizer treats in another way than the rest.

use crate::numbers::{Numbers, Range};
use crate::tensor::TensorInfo;

/// How a group of tensors differs from the rest: factors of the optimizer's learning rate and weight decay, 1 unless
/// given.
///
/// Which tensors it is, a pattern of names says, in which `*` stands for any text; a tensor is of the first group whose
/// pattern it matches, and tensors that match none are updated as if there were no groups.
///
/// # Formula
///
/// With the schedule's learning rate of the step, and the optimizer's weight decay:
///
/// ```text
/// learning_rate of the group = learning_rate * its factor
/// weight_decay of the group  = weight_decay * its factor
/// ```
///
/// A learning rate of 0 leaves a tensor as it is. Gradients are computed all the same, and count where they are clipped
/// by their norm.
///
/// # Errors
///
/// When a pattern matches no tensor that is trained: `Error::Group` from `Trainer::new`. When a factor is negative or not
/// finite: `Error::OutOfRange`. Of a constant [`Rule`](super::Rule) both are errors at compile time.
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     fc1: Linear(2 -> 3);
///     act: Tanh;
///     fc2: Linear(3 -> 1);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let before = model.tensor("fc1.weight")?;
/// let adam = AdamW::new(1e-3)
///     .group("fc1.*", Group::new().learning_rate(0.0)) // stays as it is
///     .group("*.bias", Group::new().weight_decay(0.0)); // `fc2.bias`: the others are of the first
/// let mut trainer = Trainer::new(&mut model, MeanSquaredError, adam, Capacity(1))?;
/// trainer.step(&Batch::from_vec(vec![1.0, 2.0])?, &Batch::from_vec(vec![3.0])?)?;
/// assert_eq!(model.tensor("fc1.weight")?, before);
///
/// let misspelt = Sgd::new(0.1).group("fc3.*", Group::new());
/// let error = Trainer::new(&mut model, MeanSquaredError, misspelt, Capacity(1)).unwrap_err();
/// assert!(error.to_string().contains("fc1.weight"));
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    pub(super) learning_rate: f64,
    pub(super) weight_decay: f64,
}

impl Default for Group {
    fn default() -> Self {
        Self::new()
    }
}

impl Group {
    /// No difference.
    #[must_use]
    pub const fn new() -> Self {
        Self { learning_rate: 1.0, weight_decay: 1.0 }
    }

    /// What the learning rate is multiplied by, 0 or above.
    #[must_use]
    pub const fn learning_rate(mut self, factor: f64) -> Self {
        self.learning_rate = factor;
        self
    }

    /// What the weight decay is multiplied by, 0 or above.
    #[must_use]
    pub const fn weight_decay(mut self, factor: f64) -> Self {
        self.weight_decay = factor;
        self
    }

    /// The first of its numbers that is out of its range, after those of `all`.
    pub(super) const fn numbers(&self, all: Numbers, base: f64) -> Numbers {
        let Self { learning_rate, weight_decay } = *self;
        all.and("`learning_rate` of a `Group`", Range::NotNegative, learning_rate)
            .and("`weight_decay` of a `Group`", Range::NotNegative, weight_decay)
            .and("the learning rate of a `Group`", Range::NotNegative, base * learning_rate)
    }
}

/// Whether `name` is what `pattern` says, where `*` is any text.
pub(super) const fn matches(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.as_bytes(), name.as_bytes());
    // After the last star so far: where the pattern goes on, and what the star may yet take.
    let (mut star, mut rest) = (None, 0);
    let (mut p, mut n) = (0, 0);
    while n < name.len() {
        if p < pattern.len() && pattern[p] == b'*' {
            p += 1;
            (star, rest) = (Some(p), n);
        } else if p < pattern.len() && pattern[p] == name[n] {
            (p, n) = (p + 1, n + 1);
        } else if let Some(behind) = star {
            rest += 1;
            (p, n) = (behind, rest);
        } else {
            return false;
        }
    }
    while p < pattern.len() && pattern[p] == b'*' {
        p += 1;
    }
    p == pattern.len()
}

/// Bytes to insert, to drop or to replace until `name` is what `pattern` says: 0 when it matches. Of names longer than
/// 255 bytes it sees the beginning.
const fn distance(pattern: &str, name: &str) -> usize {
    let (pattern, name) = (pattern.as_bytes(), name.as_bytes());
    // row[j]: for the pattern so far, and the first j bytes of the name.
    let (mut row, mut i) = ([0; 256], 0);
    let len = if name.len() < row.len() { name.len() } else { row.len() - 1 };
    while i <= len {
        row[i] = i;
        i += 1;
    }
    i = 0;
    while i < pattern.len() {
        let is_star = pattern[i] == b'*';
        let skip = if is_star { 0 } else { 1 };
        let mut diagonal = row[0];
        row[0] += skip;
        let mut j = 0;
        while j < len {
            let same = diagonal + if is_star || pattern[i] == name[j] { 0 } else { 1 };
            diagonal = row[j + 1];
            row[j + 1] = smaller(same, smaller(diagonal, row[j]) + skip);
            j += 1;
        }
        i += 1;
    }
    row[len]
}

const fn smaller(a: usize, b: usize) -> usize {
    if a < b { a } else { b }
}

/// Whether a trained tensor matches `pattern`.
pub(super) const fn matches_any(pattern: &str, tensors: &[TensorInfo]) -> bool {
    let mut i = 0;
    while i < tensors.len() {
        if !tensors[i].is_kept() && matches(pattern, tensors[i].name) {
            return true;
        }
        i += 1;
    }
    false
}

/// The trained tensor whose name is most like `pattern`.
pub(super) const fn nearest(pattern: &str, tensors: &[TensorInfo]) -> Option<&'static str> {
    nearest_of(pattern, tensors, false)
}

/// The trained tensor whose name is most like this one.
#[cfg(feature = "std")]
pub(crate) const fn nearest_trained(name: &str, tensors: &[TensorInfo]) -> Option<&'static str> {
    nearest_of(name, tensors, false)
}

/// The tensor, trained or kept, whose name is most like this one.
#[cfg(feature = "std")]
pub(crate) const fn nearest_tensor(name: &str, tensors: &[TensorInfo]) -> Option<&'static str> {
    nearest_of(name, tensors, true)
}

const fn nearest_of(
    pattern: &str,
    tensors: &[TensorInfo],
    with_kept: bool,
) -> Option<&'static str> {
    let (mut nearest, mut least, mut i) = (None, usize::MAX, 0);
    while i < tensors.len() {
        if with_kept || !tensors[i].is_kept() {
            let distance = distance(pattern, tensors[i].name);
            if distance < least {
                (nearest, least) = (Some(tensors[i].name), distance);
            }
        }
        i += 1;
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_is_any_text() {
        for (pattern, name) in [
            ("fc.weight", "fc.weight"),
            ("*", "fc.weight"),
            ("fc.*", "fc.weight"),
            ("*.weight", "fc.weight"),
            ("*c.w*", "fc.weight"),
            ("f*c*.*weight*", "fc.weight"),
            ("**", "fc.weight"),
            ("*", ""),
            ("", ""),
            ("block*.fc.*", "block1.block2.fc.bias"),
        ] {
            assert_eq!(distance(pattern, name), 0, "{pattern} {name}");
            assert!(matches(pattern, name), "{pattern} {name}");
        }
        for (pattern, name, exact) in [
            ("fc", "fc.weight", 7),
            ("fc2.weight", "fc.weight", 1),
            ("fd.weight", "fc.weight", 1),
            ("fc1.*", "fc.weight", 1),
            ("*.wieght", "fc.weight", 2),
            ("", "fc", 2),
            ("fc", "", 2),
            ("x*", "fc", 1),
            ("fc*x", "fc", 1),
        ] {
            assert_eq!(distance(pattern, name), exact, "{pattern} {name}");
            assert!(!matches(pattern, name), "{pattern} {name}");
        }
    }
}

//! The confusion matrix and what follows from it.

use super::{argmax, largest};
use crate::text::Printable;
use core::fmt;

/// How often each of N classes was taken for each: the confusion matrix.
///
/// Precision, recall and F1 are 0 where they would divide by 0, and the macro averages go over the
/// classes that occur as target or prediction: both as scikit-learn does it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confusion<const N: usize> {
    /// `counts[target][predicted]`
    counts: [[u64; N]; N],
}

impl<const N: usize> Default for Confusion<N> {
    fn default() -> Self {
        Self::new()
    }
}

fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl<const N: usize> Confusion<N> {
    /// Of nothing yet.
    #[must_use]
    pub const fn new() -> Self {
        Self { counts: [[0; N]; N] }
    }

    /// Adds a prediction.
    ///
    /// # Panics
    /// When `target` or `predicted` is not below N.
    pub fn add(&mut self, target: usize, predicted: usize) {
        self.counts[target][predicted] += 1;
    }

    /// Adds a sample by its logits, of which the [`largest`] is predicted; `false`, and nothing is added, where the target
    /// or what is predicted is not below N. For programs in which nothing panics.
    pub fn record<T: PartialOrd>(&mut self, logits: &[T], target: u32) -> bool {
        let row = self.counts.get_mut(target as usize);
        match row.and_then(|row| row.get_mut(largest(logits)?)) {
            Some(count) => {
                *count += 1;
                true
            }
            None => false,
        }
    }

    /// Adds a batch: `logits` (n, N), `targets` (n); the [`argmax`] is predicted.
    ///
    /// # Panics
    /// Unless `logits.len() == targets.len() * N`, and every target is below N.
    pub fn add_batch<T: PartialOrd>(&mut self, logits: &[T], targets: &[u32]) {
        assert_eq!(logits.len(), targets.len() * N, "logits of {} samples", targets.len());
        if N == 0 {
            return;
        }
        for (logits, &target) in logits.chunks_exact(N).zip(targets) {
            self.add(target as usize, argmax(logits));
        }
    }

    /// Adds what another matrix counted.
    pub fn merge(&mut self, other: &Self) {
        for (mine, other) in self.counts.iter_mut().flatten().zip(other.counts.iter().flatten()) {
            *mine += other;
        }
    }

    /// How often `target` was taken for `predicted`.
    ///
    /// # Panics
    /// When one of them is not below N.
    #[must_use]
    pub const fn count(&self, target: usize, predicted: usize) -> u64 {
        self.counts[target][predicted]
    }

    /// Samples in all.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.counts.iter().flatten().sum()
    }

    /// Samples predicted rightly.
    #[must_use]
    pub fn correct(&self) -> u64 {
        (0..N).map(|c| self.counts[c][c]).sum()
    }

    /// `correct / total`, NaN of nothing.
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        self.correct() as f64 / self.total() as f64
    }

    /// Samples of a class.
    ///
    /// # Panics
    /// When `class` is not below N; so do the next four.
    #[must_use]
    pub fn support(&self, class: usize) -> u64 {
        self.counts[class].iter().sum()
    }

    /// Samples taken for a class.
    #[must_use]
    pub fn predicted(&self, class: usize) -> u64 {
        self.counts.iter().map(|row| row[class]).sum()
    }

    /// Of the samples taken for a class, the part that is of it.
    #[must_use]
    pub fn precision(&self, class: usize) -> f64 {
        ratio(self.counts[class][class], self.predicted(class))
    }

    /// Of the samples of a class, the part taken for it.
    #[must_use]
    pub fn recall(&self, class: usize) -> f64 {
        ratio(self.counts[class][class], self.support(class))
    }

    /// The harmonic mean of precision and recall:
    /// `2 * right / (support + predicted)`.
    #[must_use]
    pub fn f1(&self, class: usize) -> f64 {
        ratio(2 * self.counts[class][class], self.support(class) + self.predicted(class))
    }

    /// The mean of the classes' precisions.
    #[must_use]
    pub fn macro_precision(&self) -> f64 {
        self.mean_of(Self::precision)
    }

    /// The mean of the classes' recalls.
    #[must_use]
    pub fn macro_recall(&self) -> f64 {
        self.mean_of(Self::recall)
    }

    /// The mean of the classes' F1.
    #[must_use]
    pub fn macro_f1(&self) -> f64 {
        self.mean_of(Self::f1)
    }

    fn occurs(&self, class: usize) -> bool {
        self.support(class) + self.predicted(class) > 0
    }

    fn mean_of(&self, measure: fn(&Self, usize) -> f64) -> f64 {
        let classes = (0..N).filter(|&c| self.occurs(c)).count();
        let sum: f64 = (0..N).filter(|&c| self.occurs(c)).map(|c| measure(self, c)).sum();
        if classes == 0 { 0.0 } else { sum / classes as f64 }
    }

    /// A text table: each class's precision, recall, F1 and support, and the matrix.
    /// Classes without a name are left out unless they occur; 10 classes take less than
    /// 100 columns. Names may come from a file: they are printed as [`Printable`].
    #[must_use]
    pub const fn report<'a, S: AsRef<str>>(&'a self, names: &'a [S]) -> Report<'a, S, N> {
        Report { confusion: self, names }
    }
}

/// A [`Confusion`] to be printed, with the names of its classes ([`Confusion::report`]).
#[derive(Clone, Copy, Debug)]
pub struct Report<'a, S, const N: usize> {
    confusion: &'a Confusion<N>,
    names: &'a [S],
}

const NAME: usize = 14; // columns of a name; longer ones are cut

impl<S: AsRef<str>, const N: usize> Report<'_, S, N> {
    fn classes(&self) -> impl Iterator<Item = usize> + '_ {
        (0..N).filter(|&c| c < self.names.len() || self.confusion.occurs(c))
    }

    /// The number of a class and its name, [`Printable`] and cut to [`NAME`].
    fn class(&self, f: &mut fmt::Formatter<'_>, class: usize) -> fmt::Result {
        let name = Printable(self.names.get(class).map_or("", AsRef::as_ref));
        write!(f, "{class:>3} {name:<NAME$.NAME$}")
    }

    fn measures(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.confusion;
        let row = |f: &mut fmt::Formatter<'_>, of: [f64; 3], support: u64| {
            writeln!(f, "  {:>9.4}  {:>9.4}  {:>9.4}  {support:>9}", of[0], of[1], of[2])
        };
        writeln!(
            f,
            "{:<18}  {:>9}  {:>9}  {:>9}  {:>9}",
            "class", "precision", "recall", "F1", "support"
        )?;
        for c in self.classes() {
            self.class(f, c)?;
            row(f, [all.precision(c), all.recall(c), all.f1(c)], all.support(c))?;
        }
        write!(f, "{:<18}", "macro average")?;
        let macros = [all.macro_precision(), all.macro_recall(), all.macro_f1()];
        row(f, macros, all.total())?;
        let (correct, total) = (all.correct(), all.total());
        writeln!(f, "{:<18}  {:>9.4}  ({correct} of {total})", "accuracy", all.accuracy())
    }

    fn matrix(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let largest = self.confusion.counts.iter().flatten().copied().max().unwrap_or(0);
        let digits = largest.checked_ilog10().unwrap_or(0) as usize + 1;
        let width = digits.max(3);
        write!(f, "{:<18}", "target \\ predicted")?;
        for c in self.classes() {
            write!(f, " {c:>width$}")?;
        }
        for target in self.classes() {
            writeln!(f)?;
            self.class(f, target)?;
            for predicted in self.classes() {
                match self.confusion.counts[target][predicted] {
                    0 => write!(f, " {:>width$}", ".")?,
                    n => write!(f, " {n:>width$}")?,
                }
            }
        }
        Ok(())
    }
}

impl<S: AsRef<str>, const N: usize> fmt::Display for Report<'_, S, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.measures(f)?;
        writeln!(f)?;
        self.matrix(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> Confusion<3> {
        let mut all = Confusion::new();
        for (target, predicted, n) in [(0, 0, 3), (0, 1, 1), (1, 1, 2), (2, 0, 2)] {
            (0..n).for_each(|_| all.add(target, predicted));
        }
        all
    }

    #[test]
    fn by_hand() {
        let all = example();
        assert_eq!((all.total(), all.correct(), all.accuracy()), (8, 5, 0.625));
        assert_eq!([0, 1, 2].map(|c| all.support(c)), [4, 2, 2]);
        assert_eq!([0, 1, 2].map(|c| all.precision(c)), [0.6, 2.0 / 3.0, 0.0]);
        assert_eq!([0, 1, 2].map(|c| all.recall(c)), [0.75, 1.0, 0.0]);
        assert_eq!([0, 1, 2].map(|c| all.f1(c)), [2.0 / 3.0, 0.8, 0.0]);
        assert_eq!(all.macro_recall(), 1.75 / 3.0);
        assert_eq!(all.macro_f1(), (2.0 / 3.0 + 0.8) / 3.0);
        assert_eq!(all.macro_precision(), (0.6 + 2.0 / 3.0) / 3.0);
    }

    #[test]
    fn what_is_recorded_counts_as_what_is_added_and_the_rest_does_not() {
        let mut all = Confusion::<3>::new();
        assert!(all.record(&[0.0, 2.0, 1.0], 1) && all.record(&[3.0, 2.0, 1.0], 2));
        assert!(!all.record(&[1.0, 0.0, 0.0], 3), "no such class");
        assert!(!all.record::<f32>(&[], 0), "nothing is predicted");
        assert!(!all.record(&[0.0, 0.0, 0.0, 1.0], 0), "no such prediction");
        let mut expected = Confusion::new();
        expected.add(1, 1);
        expected.add(2, 0);
        assert_eq!(all, expected);
    }

    #[test]
    fn of_nothing() {
        let none = Confusion::<3>::new();
        assert!(none.accuracy().is_nan());
        assert_eq!((none.macro_f1(), none.precision(1), none.recall(2)), (0.0, 0.0, 0.0));
    }

    #[test]
    fn absent_classes_do_not_count_in_averages() {
        let mut all = Confusion::<5>::new();
        all.add(1, 1);
        assert_eq!(all.macro_f1(), 1.0);
    }

    #[test]
    fn batches_and_merging() {
        let mut all = Confusion::<2>::new();
        all.add_batch(&[0.1, 0.9, 0.8, 0.2, 0.6, 0.4], &[1, 0, 1]);
        let mut twice = all.clone();
        twice.merge(&all);
        assert_eq!((all.correct(), twice.correct(), twice.total()), (2, 4, 6));
        assert_eq!(twice.count(1, 0), 2);
    }

    #[cfg(feature = "std")]
    #[test]
    fn reads_well() {
        use std::string::ToString;
        let expected = "\
class               precision     recall         F1    support
  0 cat                0.6000     0.7500     0.6667          4
  1 dog                0.6667     1.0000     0.8000          2
  2 a very long na     0.0000     0.0000     0.0000          2
macro average          0.4222     0.5833     0.4889          8
accuracy               0.6250  (5 of 8)

target \\ predicted   0   1   2
  0 cat              3   1   .
  1 dog              .   2   .
  2 a very long na   2   .   .";
        let text = example().report(&["cat", "dog", "a very long name"]).to_string();
        assert_eq!(text, expected, "\n{text}");
    }

    #[cfg(feature = "std")]
    #[test]
    fn names_from_files_do_not_move_the_cursor() {
        use std::string::ToString;
        let text = example().report(&["\u{1b}[2J", "\u{202e}dog", "a\nb"]).to_string();
        for name in ["\n  0 \\u{1b}[2J     ", "\n  1 \\u{202e}dog   ", "\n  2 a\\nb      "] {
            assert_eq!(text.matches(name).count(), 2, "no `{name}` in\n{text}");
        }
    }

    #[cfg(feature = "std")]
    #[test]
    fn ten_classes_fit_into_100_columns() {
        use std::string::ToString;
        let mut all = Confusion::<10>::new();
        all.counts = [[1_000_000; 10]; 10];
        let text = all.report(&["automobile with trailer"; 10]).to_string();
        assert!(text.lines().all(|line| line.chars().count() <= 100), "\n{text}");
    }
}

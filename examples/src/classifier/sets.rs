//! The pictures to train on, to validate with and to test on: read, or generated, and split.

use std::fmt;
use std::path::Path;

use nncore::data::{self, DataSet, Pictures, Remark, Source, synthetic};
use nncore::report::Counter;
use nncore::text::Printable;

use super::output::{Notes, shown};
use super::{CLASSES, Fault};

/// Part of a set that is tested on where it has no test set.
const TEST_PART: f64 = 0.2;

/// A data set in three parts without a common picture.
pub(super) struct Sets {
    pub(super) train: Pictures,
    /// None for no validation.
    pub(super) validation: Option<Pictures>,
    pub(super) test: Pictures,
    pub(super) source: Source,
    /// Whether the test pictures were split off.
    is_split: bool,
}

/// Reads the data set in a folder, or generates one of so many training pictures, and sets
/// `validation` of the training pictures aside. Notes how far reading is, and what is remarkable.
///
/// # Errors
/// What the readers report; when there are more classes than outputs, or a part is empty.
pub(super) fn open(
    dir: Option<&Path>,
    samples: usize,
    seed: u64,
    validation: f64,
    notes: Notes,
) -> Result<Sets, Fault> {
    match dir {
        None => Ok(generate(samples, seed, validation)),
        Some(dir) => divide(dir, read(dir, notes)?, seed, validation, notes),
    }
}

/// The pictures to test on: those of [`open`], without the others.
///
/// With `all`, a folder without a test set is not split.
///
/// # Errors
/// As [`open`].
pub(super) fn open_test(
    dir: Option<&Path>,
    samples: usize,
    seed: u64,
    all: bool,
    notes: Notes,
) -> Result<Pictures, Fault> {
    let Some(dir) = dir else {
        // A set without a training picture is not a set.
        let set = synthetic::data_set(seed, 1, test_samples(samples));
        return Ok(set.test.unwrap_or(set.train));
    };
    match read(dir, notes)? {
        DataSet { test: Some(test), .. } => Ok(test),
        DataSet { train, .. } if all => Ok(train),
        set => divide(dir, set, seed, 0.0, notes).map(|sets| sets.test),
    }
}

fn read(dir: &Path, notes: Notes) -> Result<DataSet, Fault> {
    let mut counter = Counter::new("reading", notes.mode());
    let set = data::open_with(dir, |reading| {
        counter.at(reading.done, reading.total, reading.unit);
    });
    counter.finish();
    let set = set?;
    set.check_outputs(CLASSES)?;
    set.remarks.iter().for_each(|remark| notes.remark(remark));
    Ok(set)
}

/// Splits off what a set does not say of itself.
fn divide(
    dir: &Path,
    set: DataSet,
    seed: u64,
    validation: f64,
    notes: Notes,
) -> Result<Sets, Fault> {
    let DataSet { train, test, source, .. } = set;
    let is_split = test.is_none();
    let (train, test) = match test {
        Some(test) => (train, test),
        None => train.split(seed, TEST_PART),
    };
    let (train, held_back) = train.split(seed, validation);
    let validation = (validation > 0.0).then_some(held_back);
    let sets = Sets { train, validation, test, source, is_split };
    let empty = sets.parts().find(|(_, pictures)| pictures.len() == 0);
    if let Some((part, _)) = empty {
        return Err(too_few(dir, part, &sets));
    }
    let untested: Vec<String> = sets.test.missing().into_iter().map(str::to_owned).collect();
    // Of a set that was read in two parts the reader has said it.
    if is_split && !untested.is_empty() {
        notes.remark(Remark::Untested { classes: untested });
    }
    Ok(sets)
}

/// Pictures to test on for so many to train on.
fn test_samples(samples: usize) -> usize {
    samples / 6
}

fn generate(samples: usize, seed: u64, validation: f64) -> Sets {
    let held_back = (samples as f64 * validation).round() as usize;
    let all = samples + held_back;
    let DataSet { train, test, source, .. } = synthetic::data_set(seed, all, test_samples(samples));
    let (train, held_back) = train.split(seed, held_back as f64 / all as f64);
    let validation = (held_back.len() > 0).then_some(held_back);
    let test = test.unwrap_or_else(|| train.clone());
    Sets { train, validation, test, source, is_split: false }
}

fn too_few(dir: &Path, part: &str, sets: &Sets) -> Fault {
    let counts: Vec<String> = (sets.classes().iter().zip(sets.counts()))
        .map(|(class, count)| format!("{count} of `{}`", Printable(class)))
        .collect();
    Fault::Failed(format!(
        "`{}`: too few pictures: none is left for the {part}\n  \
         expected: enough pictures of a class for every part\n  found: {}\n  \
         help: add pictures, or set none aside for the validation: `--validation 0`",
        shown(dir),
        counts.join(", ")
    ))
}

impl Sets {
    fn parts(&self) -> impl Iterator<Item = (&'static str, &Pictures)> {
        let validation = self.validation.as_ref().map(|pictures| ("validation", pictures));
        [Some(("training", &self.train)), validation, Some(("test", &self.test))]
            .into_iter()
            .flatten()
    }

    /// Pictures of each class in all parts.
    fn counts(&self) -> Vec<usize> {
        let mut counts = vec![0; self.classes().len()];
        for (_, pictures) in self.parts() {
            counts.iter_mut().zip(pictures.counts()).for_each(|(sum, n)| *sum += n);
        }
        counts
    }

    /// The names of the classes.
    pub(super) fn classes(&self) -> &[String] {
        self.train.classes()
    }
}

impl fmt::Display for Sets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "data: {}", self.source)?;
        for (i, (part, pictures)) in self.parts().enumerate() {
            write!(f, "{} {} {part}", if i == 0 { ":" } else { "," }, pictures.len())?;
        }
        write!(f, " pictures of {} classes", self.classes().len())?;
        if self.is_split {
            write!(f, "; the test pictures were split off, as there is no test set")?;
        }
        match CLASSES - self.classes().len() {
            0 => Ok(()),
            spare => write!(f, "; {spare} of the {CLASSES} outputs stand for no class"),
        }
    }
}

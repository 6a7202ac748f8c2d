//! The program in this process, with a network that needs no time.

use std::io;
use std::ops::Range;
use std::path::Path;

use nncore::checkpoint::{Metadata, Preprocessing};
use nncore::prelude::*;

use super::*;

network! {
    struct Coarse;
    input: [3, 56, 56];
    pool: AvgPool2d(14);
    flat: Flatten;
    fc: Linear(3*4*4 -> 10);
}

fn arguments(text: &str) -> Vec<OsString> {
    text.split(' ').map(Into::into).collect()
}

/// A reader that goes away after the first line.
struct Closing {
    lines: usize,
}

impl Write for Closing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.lines > 0 {
            return Err(io::ErrorKind::BrokenPipe.into());
        }
        self.lines += usize::from(bytes.contains(&b'\n'));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_reader_that_goes_away_ends_no_training() {
    let dir = tempfile::tempdir().unwrap();
    let out = dir.path().join("w");
    let mut text = arguments("--samples 60 --epochs 3 --quiet --out");
    text.push(out.clone().into());
    let fault = run::<Coarse>("coarse", text.clone(), &mut Closing { lines: 0 }).unwrap_err();
    assert!(matches!(&fault, Fault::Output(_)) && fault.code() == 1, "{fault}");
    let broken = std::fs::read(&out).unwrap();
    run::<Coarse>("coarse", text, &mut Vec::new()).unwrap();
    assert!(broken == std::fs::read(&out).unwrap(), "the same weights, of three epochs");
}

#[test]
fn weights_of_another_network_are_refused() {
    network! {
        struct Finer;
        input: [3, 56, 56];
        pool: AvgPool2d(7);
        flat: Flatten;
        fc: Linear(3*8*8 -> 10);
    }
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("w");
    let with = |text: &str| [arguments(text), vec![path.clone().into()]].concat();
    let train = with("--samples 60 --epochs 1 --quiet --out");
    run::<Coarse>("coarse", train, &mut Vec::new()).unwrap();
    let eval = with("eval --quiet --weights");
    let fault = run::<Finer>("finer", eval.clone(), &mut Vec::new()).unwrap_err().to_string();
    assert!(fault.contains("`fc.weight`: expected F32 [10, 192], found F32 [10, 48]"), "{fault}");
    run::<Coarse>("coarse", eval, &mut Vec::new()).unwrap();
}

#[test]
fn weights_must_say_how_to_be_used() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("w");
    let eval = [arguments("eval --quiet --weights"), vec![path.clone().into()]].concat();
    let assert_refused = |metadata: &Metadata, texts: &[&str]| {
        let model = Model::<Coarse, _>::init(&Cpu::with_threads(1).unwrap(), Seed(1)).unwrap();
        model.save_with_metadata(&path, metadata).unwrap();
        let fault = run::<Coarse>("coarse", eval.clone(), &mut Vec::new()).unwrap_err();
        for text in texts {
            assert!(fault.to_string().contains(text), "no `{text}` in {fault}");
        }
    };
    let mut metadata = Metadata::new();
    assert_refused(&metadata, &["names of the classes", "no such entry"]);
    metadata.set("nncore.classes", "[\"a\"");
    assert_refused(&metadata, &["weight file `", "`nncore.classes` cannot be understood"]);
    metadata.set_classes(&["a"; 11]);
    assert_refused(&metadata, &["expected: 1 to 10 classes", "found: 11"]);
    metadata.set_classes(&["a", "b"]);
    assert_refused(&metadata, &["preparation of pictures", "no such entry"]);
    metadata.set_preprocessing(&Preprocessing::new(&[0.5; 3], &[0.5; 3], 28, 28).unwrap());
    assert_refused(&metadata, &["expected: 56 x 56 pixels", "found: 28 x 28"]);
    metadata.set_preprocessing(&Preprocessing::new(&[0.5], &[0.5], 56, 56).unwrap());
    assert_refused(&metadata, &["a number for each of 3 channels", "found: 1"]);
}

#[test]
fn a_loss_that_is_not_finite_is_told() {
    let diverged = Diverged {
        loss: f64::NAN,
        step: Some(7),
        epoch: 2,
        learning_rate: 0.5,
        base: 1.0,
        out: "w".into(),
        kept: None,
    };
    let kept = Some("weights of epoch 1 (the lowest validation loss)".into());
    let after = Diverged { step: None, kept, ..diverged.clone() };
    let fault = Fault::Diverged(diverged);
    assert_eq!(fault.code(), 3);
    assert_eq!(
        fault.to_string(),
        "the training diverged at step 7 of epoch 2, at learning rate 0.5\n  expected: a finite \
         loss\n  found: NaN\n  help: lower the learning rate, `--lr 0.1`, or limit the gradients, \
         `--clip-norm 1`\n  note: nothing was saved; `w` is as it was"
    );
    let after = after.to_string();
    assert!(after.starts_with("the training diverged after epoch 2, at"), "{after}");
    let note = "note: `w` holds the weights of epoch 1 (the lowest validation loss), untested";
    assert!(after.ends_with(note), "{after}");
}

/// Saves a model with some numbers of a tensor replaced.
fn spoiled(path: &Path, (tensor, places): (&str, Range<usize>), value: f32, classes: &[&str]) {
    let device = Cpu::with_threads(1).unwrap();
    let mut model = Model::<Coarse, _>::init(&device, Seed(1)).unwrap();
    let mut numbers = model.tensor(tensor).unwrap();
    numbers[places].fill(value);
    model.set_tensor(tensor, &numbers).unwrap();
    let mut metadata = Metadata::new();
    metadata.set_classes(classes);
    metadata.set_preprocessing(&Preprocessing::new(&[0.5; 3], &[0.5; 3], 56, 56).unwrap());
    model.save_with_metadata(path, &metadata).unwrap();
}

#[test]
fn weights_that_are_not_finite_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("w");
    let with = |text: &str| [arguments(text), vec![path.clone().into()]].concat();
    let names = nncore::data::synthetic::CLASSES;
    for (value, found) in [(f32::NAN, "NaN"), (f32::INFINITY, "inf"), (f32::NEG_INFINITY, "-inf")] {
        spoiled(&path, ("fc.bias", 3..4), value, &names);
        let jobs = [with("eval --quiet --weights"), with("predict none.png --weights")];
        for job in jobs {
            let mut out = Vec::new();
            let fault = run::<Coarse>("coarse", job, &mut out).unwrap_err();
            assert_eq!((fault.code(), out.len()), (1, 0), "{fault}");
            let fault = fault.to_string();
            let texts =
                ["tensor `fc.bias` of weight file `", &format!("{found} at element 3 of 10")];
            assert!(texts.iter().all(|text| fault.contains(text)), "{fault}");
        }
    }
    // Finite weights, and a loss that is not.
    spoiled(&path, ("fc.weight", 0..480), f32::MAX, &names);
    let fault = run::<Coarse>("coarse", with("eval --quiet --weights"), &mut Vec::new());
    let fault = fault.unwrap_err();
    assert!(matches!(fault, Fault::NotFinite { .. }) && fault.code() == 3, "{fault}");
}

#[test]
fn names_from_a_weight_file_do_not_reach_the_terminal_raw() {
    let dir = tempfile::tempdir().unwrap();
    let (path, picture) = (dir.path().join("w"), dir.path().join("a\u{1b}.png"));
    image::RgbImage::new(8, 8).save(&picture).unwrap();
    let classes: Vec<String> = (0..10).map(|i| format!("\u{1b}]0;{i}\u{202e}\u{7}")).collect();
    spoiled(&path, ("fc.bias", 3..4), 0.5, &classes.iter().map(String::as_str).collect::<Vec<_>>());
    let mut arguments = arguments("predict --weights");
    arguments.extend([path.into(), picture.into()]);
    let mut out = Vec::new();
    run::<Coarse>("coarse", arguments, &mut out).unwrap();
    let out = String::from_utf8(out).unwrap();
    assert!(out.contains("a\\u{1b}.png: ") && out.contains("\\u{1b}]0;3\\u{202e}\\u{7} "), "{out}");
    assert!(out.trim_end().chars().all(|c| !c.is_control() && c != '\u{202e}'), "{out:?}");
}

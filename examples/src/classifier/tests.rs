//! The program in this process, with a network that needs no time.

use std::io;

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
        model.save_with(&path, metadata).unwrap();
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
    };
    let after = Diverged { step: None, ..diverged.clone() };
    let fault = Fault::Diverged(diverged);
    assert_eq!(fault.code(), 3);
    assert_eq!(
        fault.to_string(),
        "the training diverged at step 7 of epoch 2, at learning rate 0.5\n  expected: a finite \
         loss\n  found: NaN\n  help: lower the learning rate, `--lr 0.1`, or limit the gradients, \
         `--clip-norm 1`\n  note: nothing was saved; `w` is as it was"
    );
    assert!(after.to_string().starts_with("the training diverged after epoch 2, at"));
}

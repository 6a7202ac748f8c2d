//! The program `mixed`: its gradients, and that it learns.

mod common;
#[allow(dead_code)] // its `main`
#[path = "../src/bin/mixed.rs"]
mod program;

use common::{check_gradients, double, run, score};
use nncore::network::DeclaredLoss;
use nncore::prelude::*;
use nncore::random::{Purpose, Stream};
use program::{Mixed, Samples};

const PROGRAM: &str = env!("CARGO_BIN_EXE_mixed");

#[test]
fn gradients_are_right() {
    let samples = Samples::draw(4, &mut Stream::new(Seed(1), Purpose::Data, 0, 0).cursor());
    let (pictures, numbers) = (double(&samples.pictures), double(&samples.numbers));
    let kinds = Batch::from_vec(samples.kinds.items().to_vec()).unwrap();
    let sizes = double(&samples.sizes);
    check_gradients::<Mixed, _>((&pictures, &numbers), (&kinds, &sizes), &Mixed::LOSS);
}

#[test]
fn learns_kinds_and_sizes() {
    let out = run(PROGRAM, &["--steps", "150", "--threads", "2"]);
    let kinds = score(&out, "kinds told right");
    let [error, median] =
        ["error of the sizes", "error of the median size"].map(|n| score(&out, n));
    assert!(kinds > 35.0, "25 % by chance: {out}");
    assert!(error < 0.7 * median, "{out}");
}

#[test]
fn helps() {
    common::assert_helps(PROGRAM, &["--steps <N>", "--seed <N>", "--threads <N>"]);
}

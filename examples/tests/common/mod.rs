//! What the tests of the programs share.
#![allow(dead_code, unreachable_pub)] // each test program uses a part of it

use std::path::{Path, PathBuf};
use std::process::Command;

use nncore::loss::LossOf;
use nncore::prelude::*;
use nncore::shape::Inputs;

/// A network on the device that gradients are checked on.
pub type Double<N> = Model<N, Cpu<f64>>;

/// Compares the gradient of each tensor with central differences, along directions in which all of
/// its elements move. In training, with the batch's statistics and not the running ones.
pub fn check_gradients<N: Network, L: LossOf<N> + Clone>(
    inputs: <N::Input as Inputs>::Batches<'_, f64>,
    targets: L::Targets<'_, f64>,
    loss: &L,
) {
    let device = Cpu::with_options(CpuOptions { threads: Some(2), strict: false }).unwrap();
    let capacity = Capacity(N::Input::samples::<f64>(inputs).unwrap());
    let mut model = Double::<N>::init(&device, Seed(7)).unwrap();
    let mut trainer = Trainer::new(&mut model, loss.clone(), Sgd::new(0.0), capacity).unwrap();
    trainer.gradients_of(inputs, targets).unwrap();
    let trained = || N::TENSORS.iter().filter(|tensor| !tensor.is_kept());
    let gradients: Vec<Vec<f64>> =
        trained().map(|tensor| trainer.gradient(tensor.name).unwrap()).collect();
    drop(trainer);
    let mut largest = 0.0;
    for (tensor, gradient) in trained().zip(gradients) {
        let at = model.tensor(tensor.name).unwrap();
        let mut value = |direction: &[f64], step: f64| {
            let moved: Vec<f64> = at.iter().zip(direction).map(|(x, d)| x + step * d).collect();
            model.set_tensor(tensor.name, &moved).unwrap();
            let sgd = Sgd::new(0.0);
            let mut trainer = Trainer::new(&mut model, loss.clone(), sgd, capacity).unwrap();
            trainer.gradients_of(inputs, targets).unwrap()
        };
        // Where a ReLU turns in between there is no slope: then another direction is tried.
        let found = (0..8).find_map(|i| {
            let direction = numbers(at.len(), i);
            let slope = slope(|step| value(&direction, step))?;
            Some((gradient.iter().zip(&direction).map(|(g, d)| g * d).sum::<f64>(), slope))
        });
        let (analytic, numeric) = found.unwrap_or_else(|| panic!("`{}`: no slope", tensor.name));
        let error = (analytic - numeric).abs();
        assert!(error < tolerance(numeric), "`{}`: {analytic}, not {numeric}", tensor.name);
        largest = f64::max(largest, analytic.abs());
        model.set_tensor(tensor.name, &at).unwrap();
    }
    assert!(largest > 1e-3, "gradients that are all but 0");
}

/// The slope at 0, if two differences agree on it.
fn slope(mut f: impl FnMut(f64) -> f64) -> Option<f64> {
    const STEP: f64 = 2e-7; // the rounding of the loss, some 1e-15, is divided by it
    let mut by = |step: f64| (f(step) - f(-step)) / (2.0 * step);
    let (wide, narrow) = (by(STEP), by(0.5 * STEP));
    ((wide - narrow).abs() < tolerance(narrow)).then_some(wide)
}

fn tolerance(slope: f64) -> f64 {
    1e-7 + 1e-6 * slope.abs()
}

/// Numbers in -1 to 1 that look random.
pub fn numbers(len: usize, seed: u64) -> Vec<f64> {
    let mut state = (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut next = || {
        // xorshift
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 11) as f64 / (1_u64 << 52) as f64 - 1.0
    };
    (0..len).map(|_| next()).collect()
}

/// The same batch in `f64`.
pub fn double<S: Shape>(batch: &Batch<S>) -> Batch<S, f64> {
    Batch::from_vec(batch.items().iter().map(|x| f64::from(*x)).collect()).unwrap()
}

/// What a program writes to its standard output; it must end well.
pub fn run(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).env("NO_COLOR", "1").output().unwrap();
    let (out, notes) =
        (String::from_utf8(output.stdout).unwrap(), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{program} {arguments:?}: {}\n{notes}", output.status);
    out
}

/// The number after `name: ` at the beginning of a line.
#[track_caller]
pub fn score(out: &str, name: &str) -> f64 {
    let line = out.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    let line = line.unwrap_or_else(|| panic!("no line `{name}: ` in\n{out}"));
    line.split(' ').next().and_then(|number| number.parse().ok()).expect(line)
}

/// That `--help` tells every option, in lines that fit.
#[track_caller]
pub fn assert_helps(program: &str, options: &[&str]) {
    let help = run(program, &["--help"]);
    for option in options {
        assert!(help.contains(option), "no `{option}` in\n{help}");
    }
    assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
}

/// A file or folder in `shared`, beside the repository or above; the test is skipped, and says so,
/// where it is not.
pub fn shared(name: &str) -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here.ancestors().map(|folder| folder.join("shared").join(name));
    let found = found.into_iter().find(|path| path.exists());
    if found.is_none() {
        println!("skipped: shared/{name} not found in any folder above the crate");
    }
    found
}

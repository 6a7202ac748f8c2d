//! A process that saves for ever is killed again and again: the weight file is whole, and never older than the last one
//! that was reported.
#![cfg(feature = "checkpoint")]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use nncore::Error;
use nncore::prelude::*;

/// Tells a process of this program where to save for ever.
const FOR_EVER: &str = "NNCORE_SAVE_FOR_EVER";
const KILLS: u32 = 40;

network! {
    struct Net;
    input: [64];
    fc: Linear(64 -> 256);
    norm: BatchNorm1d;
}

fn filled(device: &Cpu, number: f32) -> Result<Model<Net, Cpu>, Error> {
    let mut model = Model::init(device, Seed(1))?;
    for tensor in model.tensors() {
        model.set_tensor(tensor.name, &vec![number; tensor.shape.len()])?;
    }
    Ok(model)
}

/// The number that a whole file is full of.
fn number_in(path: &Path) -> Result<f32, Error> {
    let model = Model::<Net, _>::load(&Cpu::with_threads(1)?, path)?;
    let mut all = Vec::new();
    for tensor in model.tensors() {
        all.extend(model.tensor(tensor.name)?);
    }
    assert!(all.iter().all(|x| *x == all[0]), "a file of two models");
    Ok(all[0])
}

/// Saves models of larger and larger numbers, and reports each when it is saved.
fn save_for_ever(path: &Path) -> Result<(), Error> {
    let device = Cpu::with_threads(1)?;
    let mut number = if path.exists() { number_in(path)? } else { 0.0 };
    loop {
        number += 1.0;
        filled(&device, number)?.save(path)?;
        println!("saved {number}");
        std::io::stdout().flush().expect("a reader");
    }
}

#[test]
fn a_file_is_whole_whenever_its_writer_is_killed() -> Result<(), Error> {
    if let Some(path) = std::env::var_os(FOR_EVER) {
        return save_for_ever(Path::new(&path));
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("weights.safetensors");
    let (mut last, mut newer) = (0.0, 0);
    for kill in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "a_file_is_whole_whenever_its_writer_is_killed", "--nocapture"])
            .env(FOR_EVER, &path)
            .stdout(Stdio::piped())
            .spawn()
            .expect("a process");
        let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
        let reported = |line: String| -> Option<f32> { line.split_once("saved ")?.1.parse().ok() };
        let first = lines.by_ref().map_while(Result::ok).find_map(reported).expect("a report");
        // At another place of its work each time: some of a save's steps later.
        let start = std::time::Instant::now();
        while start.elapsed().as_micros() < u128::from(kill * 97 % 2000) {}
        child.kill().expect("it lives");
        child.wait().expect("it ended");
        // What was reported before it died.
        let reports = lines.map_while(Result::ok).filter_map(reported);
        let reported = reports.fold(first, f32::max);
        let found = number_in(&path)?;
        assert!(found >= reported, "{found} in the file, {reported} reported");
        assert!(found <= reported + 1.0 && reported > last, "{last}, {reported}, {found}");
        newer += u32::from(found > reported);
        last = found;
    }
    println!("{KILLS} kills: all whole, {newer} newer than reported");
    // Those that the killed processes left behind are gone after another save.
    filled(&Cpu::with_threads(1)?, 0.0)?.save(&path)?;
    let left = std::fs::read_dir(folder.path()).expect("a folder").count();
    assert!(left == 1 || cfg!(not(unix)), "{left} files in the folder");
    Ok(())
}

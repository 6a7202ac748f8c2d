//! A process whose memory the system limits, less and less: it ends with an error, where an abort would be a signal.
#![cfg(all(target_os = "linux", feature = "std"))]

use nncore::Error;
use nncore::prelude::*;

network! {
    /// Four megabytes of parameters.
    struct Large;
    input: [512];
    fc: Linear(512 -> 2048);
}

/// Tells a process of this program that its memory is short: "idle" to do nothing with it.
const SHORT: &str = "NNCORE_SHORT_MEMORY";

/// What a process does whose memory is short; small pieces of it are there.
fn work() -> Result<(), Error> {
    let mut pieces: Vec<Box<[u8; 128]>> = (0..8192).map(|_| Box::new([0; 128])).collect();
    let last = pieces.pop(); // keeps the others from being given back to the system
    drop(pieces);
    let device = Cpu::<f32>::with(CpuOptions { threads: Some(1), strict: true })?;
    let mut model = Model::<Large, _>::init(&device, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, Adam::new(1e-3), Capacity(8))?;
    trainer.gradients_of(&Batch::zeros(8), &Batch::zeros(8))?;
    trainer.gradient("fc.weight")?;
    drop(trainer);
    let mut predictor = Predictor::new(&model, Capacity(512))?;
    predictor.run(&Batch::zeros(512))?;
    drop(last);
    Ok(())
}

/// Runs this program with so many kilobytes of address space; what it says, and whether it ended well.
fn limited(kilobytes: usize, mode: &str) -> (bool, String) {
    let command = format!(
        "ulimit -v {kilobytes} && exec \"$0\" --exact short_memory_of_a_process_is_an_error --nocapture"
    );
    let output = std::process::Command::new("sh")
        .args(["-c", &command])
        .arg(std::env::current_exe().expect("this program"))
        .env(SHORT, mode)
        .output()
        .expect("a shell");
    let text = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8_lossy(&text).into_owned())
}

/// From what a process needs to start, to what it needs to be done: each time it ends by itself.
#[test]
fn short_memory_of_a_process_is_an_error() {
    match std::env::var(SHORT).as_deref() {
        Ok("idle") => return,
        Ok(_) => {
            match work() {
                Ok(()) => println!("work is done"),
                Err(error) => println!("work ends: {error}"),
            }
            return;
        }
        Err(_) => {}
    }
    let least = (1..200).map(|i| i * 4096).find(|limit| limited(*limit, "idle").0);
    let mut limit = least.expect("a program that starts in 800 MB") + 4096; // and two megabytes of small pieces
    let mut errors = 0;
    loop {
        let (is_well, text) = limited(limit, "work");
        assert!(is_well, "{limit} kB: {text}");
        if text.contains("work is done") {
            break;
        }
        assert!(text.contains("work ends: the device is out of memory"), "{limit} kB: {text}");
        errors += 1;
        assert!(errors < 200, "{limit} kB are not enough: {text}");
        limit += 768;
    }
    assert!(errors > 10, "{errors} limits were too low");
}

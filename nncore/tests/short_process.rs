//! A process whose memory the system limits, less and less: it ends with an error, where an abort would be a signal.
#![cfg(all(target_os = "linux", feature = "std"))]

use nncore::Error;
use nncore::prelude::*;

network! {
    /// 32 megabytes of parameters, which need no random numbers.
    struct Large;
    input: [4194304];
    norm: LayerNorm;
}

/// Tells a process of this program that its memory is short: "idle" to start and do nothing.
const SHORT: &str = "NNCORE_SHORT_MEMORY";

/// Makes room for small things, of which the limits here are not: what is given back lies before a piece that is kept.
fn small_pieces() -> Option<Box<[u8; 128]>> {
    let mut pieces: Vec<Box<[u8; 128]>> = (0..8192).map(|_| Box::new([0; 128])).collect();
    pieces.pop()
}

/// What a process does whose memory is short.
fn work() -> Result<(), Error> {
    let device = Cpu::<f32>::with_options(CpuOptions { threads: Some(1), strict: true })?;
    let mut model = Model::<Large, _>::init(&device, Seed(1))?;
    let mut trainer = Trainer::new(&mut model, MeanSquaredError, Adam::new(1e-3), Capacity(1))?;
    trainer.gradients_of(&Batch::zeros(1), &Batch::zeros(1))?;
    trainer.gradient("norm.weight")?;
    drop(trainer);
    let mut predictor = Predictor::new(&model, Capacity(1))?;
    predictor.run(&Batch::zeros(1))?;
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
    if let Ok(mode) = std::env::var(SHORT) {
        let last = small_pieces();
        match if mode == "idle" { Ok(()) } else { work() } {
            Ok(()) => println!("work is done"),
            Err(error) => println!("work ends: {error}"),
        }
        return drop(last);
    }
    let least = (1..200).map(|i| i * 4096).find(|limit| limited(*limit, "idle").0);
    let mut limit = least.expect("a program that starts in 800 MB") + 1024;
    let mut errors = 0;
    loop {
        let (is_well, text) = limited(limit, "work");
        assert!(is_well, "{limit} kB: {text}");
        if text.contains("work is done") {
            break;
        }
        assert!(text.contains("work ends: the device is out of memory"), "{limit} kB: {text}");
        errors += 1;
        assert!(errors < 100, "{limit} kB are not enough: {text}");
        limit += 12 * 1024;
    }
    assert!(errors > 5, "{errors} limits were too low");
}

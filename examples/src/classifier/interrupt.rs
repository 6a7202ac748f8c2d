//! Ctrl-C: during a training the first one asks the loop to stop after its step; at any other
//! time, and the second time, it ends the process at once.

use std::io::Write;
use std::process;
use std::sync::atomic::{AtomicU8, Ordering};

use super::Fault;

/// The exit code: 128 + 2, the number of SIGINT, as shells say it.
pub(super) const EXIT_CODE: u8 = 130;

const IDLE: u8 = 0;
const STOPPABLE: u8 = 1;
const REQUESTED: u8 = 2;

/// Which of the three the process is in.
static STATE: AtomicU8 = AtomicU8::new(IDLE);

/// Catches Ctrl-C from here on; to be called once.
pub(super) fn install() -> Result<(), Fault> {
    ctrlc::set_handler(|| {
        let asked =
            STATE.compare_exchange(STOPPABLE, REQUESTED, Ordering::Relaxed, Ordering::Relaxed);
        if asked.is_err() {
            process::exit(EXIT_CODE.into());
        }
        let text = "\ninterrupted: finishing the step; Ctrl-C again quits at once";
        let _ = writeln!(std::io::stderr(), "{text}");
    })
    .map_err(|error| Fault::Failed(format!("Ctrl-C cannot be caught: {error}")))
}

/// While it lives, an interruption is only noted.
pub(super) struct Stoppable;

impl Stoppable {
    pub(super) fn begin() -> Self {
        STATE.store(STOPPABLE, Ordering::Relaxed);
        Self
    }

    /// An error once an interruption was asked for.
    pub(super) fn check(&self) -> Result<(), Fault> {
        if STATE.load(Ordering::Relaxed) == REQUESTED {
            return Err(Fault::Interrupted { kept: String::new() });
        }
        Ok(())
    }
}

impl Drop for Stoppable {
    fn drop(&mut self) {
        // After a request it stays: the second Ctrl-C quits at once, whatever is going on.
        let _ = STATE.compare_exchange(STOPPABLE, IDLE, Ordering::Relaxed, Ordering::Relaxed);
    }
}

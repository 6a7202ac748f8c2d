//! Ctrl-C, and on Unix the requests to end and the end of the terminal (SIGTERM, SIGHUP): during a
//! training the first of them asks the loop to stop after its step; at any other time, and the
//! second time, it ends the process at once.

use std::io::Write;
use std::process;
use std::sync::atomic::{AtomicU8, Ordering};

use super::Fault;

/// What asks a program to end: the number of the signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal(u8);

impl Signal {
    /// Ctrl-C, SIGINT.
    pub const INTERRUPT: Self = Self(2);

    /// The exit code, as shells say it: 130 for Ctrl-C, 143 for SIGTERM, 129 for SIGHUP.
    #[must_use]
    pub const fn exit_code(self) -> u8 {
        128 + self.0
    }

    fn note(self) -> &'static str {
        match self {
            Self::INTERRUPT => "interrupted: finishing the step; Ctrl-C again quits at once",
            _ => "asked to end: finishing the step; a second signal quits at once",
        }
    }
}

const IDLE: u8 = 0;
const STOPPABLE: u8 = u8::MAX;

/// [`IDLE`], [`STOPPABLE`], or the number of the signal that asked a training to stop.
static STATE: AtomicU8 = AtomicU8::new(IDLE);

fn caught(signal: Signal) {
    let asked = STATE.compare_exchange(STOPPABLE, signal.0, Ordering::Relaxed, Ordering::Relaxed);
    if asked.is_err() {
        process::exit(signal.exit_code().into());
    }
    // The terminal may be gone.
    let _ = writeln!(std::io::stderr(), "\n{}", signal.note());
}

/// Catches the signals from here on; to be called once.
#[cfg(unix)]
pub(super) fn install() -> Result<(), Fault> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;

    let failed = |error| Fault::Failed(format!("signals cannot be caught: {error}"));
    let mut signals = Signals::new([SIGINT, SIGTERM]).map_err(failed)?;
    // `nohup` asks to be left alone when the terminal goes.
    if !is_ignored(SIGHUP) {
        signals.add_signal(SIGHUP).map_err(failed)?;
    }
    let wait = move || signals.forever().for_each(|signal| caught(Signal(signal as u8)));
    std::thread::Builder::new().name("signals".into()).spawn(wait).map_err(failed)?;
    Ok(())
}

#[cfg(unix)]
fn is_ignored(signal: libc::c_int) -> bool {
    // SAFETY: zeros are a `sigaction`; without a new action, the call only writes the old one
    // there.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        let result = libc::sigaction(signal, std::ptr::null(), &raw mut action);
        result == 0 && action.sa_sigaction == libc::SIG_IGN
    }
}

/// Catches Ctrl-C from here on; to be called once.
#[cfg(not(unix))]
pub(super) fn install() -> Result<(), Fault> {
    ctrlc::set_handler(|| caught(Signal::INTERRUPT))
        .map_err(|error| Fault::Failed(format!("Ctrl-C cannot be caught: {error}")))
}

/// While it lives, a signal is only noted.
pub(super) struct Stoppable;

impl Stoppable {
    pub(super) fn begin() -> Self {
        STATE.store(STOPPABLE, Ordering::Relaxed);
        Self
    }

    /// An error once a signal came.
    pub(super) fn check(&self) -> Result<(), Fault> {
        match STATE.load(Ordering::Relaxed) {
            IDLE | STOPPABLE => Ok(()),
            signal => Err(Fault::Interrupted { signal: Signal(signal), kept: String::new() }),
        }
    }
}

impl Drop for Stoppable {
    fn drop(&mut self) {
        // After a request it stays: the second signal quits at once, whatever is going on.
        let _ = STATE.compare_exchange(STOPPABLE, IDLE, Ordering::Relaxed, Ordering::Relaxed);
    }
}

//! Options that every small program has.

use std::num::NonZeroUsize;

use clap::Args;
use nncore::prelude::*;
use nncore::random::{Purpose, Random, Stream};

/// Where the random numbers of a program begin, and on how many threads it runs.
#[derive(Args, Clone, Copy, Debug)]
pub struct Options {
    /// Number that all random choices follow from
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Threads to work on; the results do not depend on it [default: one a core]
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

impl Options {
    /// The seed.
    #[must_use]
    pub fn seed(&self) -> Seed {
        Seed(self.seed)
    }

    /// The device.
    ///
    /// # Errors
    /// When its threads cannot be started.
    pub fn device(&self) -> Result<Cpu, nncore::Error> {
        Cpu::with_options(CpuOptions {
            threads: self.threads.map(NonZeroUsize::get),
            strict: false,
        })
    }

    /// Random numbers to draw samples by; those of another `part` are others.
    #[must_use]
    pub fn random(&self, part: u64) -> Random {
        Stream::new(self.seed(), Purpose::Data, part, 0).cursor()
    }
}

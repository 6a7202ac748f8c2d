//! What a device can do at most, and how long something takes at least.

use nncuda::{DeviceInfo, Precision};

use super::Work;

/// What a device can do at most, as far as the driver tells it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Peaks {
    /// Floating-point operations a second, in the precision of the run.
    pub flops: Option<f64>,
    /// Bytes of its memory a second.
    pub bandwidth: Option<f64>,
}

/// The least time of some work, and what sets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Floor {
    /// Milliseconds.
    pub milliseconds: f64,
    /// Whether it is the arithmetic; else it is the memory.
    pub is_arithmetic: bool,
}

/// The multiply-adds of a multiprocessor in a cycle, by compute capability and precision: of `f32` as NVIDIA's programming
/// guide lists them; of tensor cores from the whitepapers on the A100 and the H100. Those of others are unknown: they
/// differ between products of the same capability.
fn per_cycle((major, minor): (u32, u32), precision: Precision) -> Option<u32> {
    match ((major, minor), precision) {
        ((7, _) | (8, 0), Precision::F32) => Some(64),
        ((8, _) | (9, _) | (10, _) | (12, _), Precision::F32) => Some(128),
        ((8, 0), Precision::Tf32) => Some(512),
        ((8, 0), Precision::Bf16) | ((9, 0), Precision::Tf32) => Some(1024),
        ((9, 0), Precision::Bf16) => Some(2048),
        _ => None,
    }
}

impl Peaks {
    /// Those of a GPU: from the number of its multiprocessors, its clock, and the clock and width of its memory.
    #[must_use]
    pub fn of(info: &DeviceInfo, precision: Precision) -> Self {
        let hertz = |kilohertz: u32| 1e3 * f64::from(kilohertz);
        let units = per_cycle(info.capability, precision);
        let units = units.map(|n| f64::from(n) * f64::from(info.multiprocessors));
        // A multiply-add is two operations; memory transfers twice a cycle.
        let flops = info.clock.zip(units).map(|(clock, units)| 2.0 * units * hertz(clock));
        let bandwidth = info.memory_clock.zip(info.memory_bus);
        let bandwidth = bandwidth.map(|(clock, bits)| 2.0 * hertz(clock) * f64::from(bits) / 8.0);
        Self { flops, bandwidth }
    }

    /// The least time of `work`, where enough is known.
    #[must_use]
    pub fn floor(&self, work: &Work) -> Option<Floor> {
        let time =
            |amount: Option<f64>, peak: Option<f64>| amount.zip(peak).map(|(n, p)| 1e3 * n / p);
        let (arithmetic, memory) = (time(work.flops, self.flops), time(work.bytes, self.bandwidth));
        match (arithmetic, memory) {
            // One of both alone is a floor as well, but what it leaves out may be the larger.
            (Some(a), Some(m)) => Some(Floor { milliseconds: a.max(m), is_arithmetic: a >= m }),
            (None, Some(milliseconds)) if work.flops.is_none() => {
                Some(Floor { milliseconds, is_arithmetic: false })
            }
            _ => None,
        }
    }
}

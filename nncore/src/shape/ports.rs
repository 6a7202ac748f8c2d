//! Where a step finds what it reads, for devices that copy nothing.

use crate::device::PORTS;

/// Where inputs and targets lie, each by its number: they are not copied.
#[doc(hidden)]
#[derive(Debug)]
pub struct Ports {
    pub(crate) inputs: [*const f32; PORTS],
    pub(crate) integers: [*const u32; PORTS],
    pub(crate) targets: Targets,
}

/// Where targets lie, each by its number.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Targets {
    pub(crate) values: [*const f32; PORTS],
    pub(crate) labels: [*const u32; PORTS],
}

// SAFETY: a pointer does nothing by itself; it is followed within the call that set it.
unsafe impl Send for Ports {}
// SAFETY: as above.
unsafe impl Sync for Ports {}

impl Default for Ports {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn default() -> Self {
        let (reals, integers) = ([core::ptr::null(); PORTS], [core::ptr::null(); PORTS]);
        Self { inputs: reals, integers, targets: Targets { values: reals, labels: integers } }
    }
}

//! A training step, for all devices.

use crate::device::{Execute, Pass};
use crate::network::Network;

/// Forward, the losses, backward, the update. After a fault nothing more runs.
///
/// Devices differ in how they compute losses and update parameters: one may record all of it and wait for nothing, and one
/// without an allocator knows losses and optimizer at compile time.
#[cfg_attr(not(debug_assertions), inline(always))]
pub(crate) fn step<N: Network, D: Execute>(
    pass: &mut Pass<'_, D>,
    losses: impl FnOnce(&mut Pass<'_, D>),
    update: impl FnOnce(&mut Pass<'_, D>),
) {
    N::forward::<D, false>(pass);
    if pass.fault.is_some() {
        return;
    }
    losses(pass);
    if pass.fault.is_some() {
        return;
    }
    N::backward::<D, false, false>(pass);
    update(pass);
}

//! The scratch buffer of a workspace: where what lies in it begins. First come the numbers of a step, then local values, parts
//! of sums, and the sums of losses and of the gradients' norm.

use nncore::device::WorkspaceNeeds;

use crate::kernels::parts::{MOST_ELEMENTS, MOST_PARTS};
use crate::kernels::{loss, update};

/// Elements at the start of the scratch buffer: what changes from step to step, and what a step leaves.
///
/// | elements | |
/// |---|---|
/// | 0, 1 | the seed of dropout |
/// | 2, 3 | the number of the step |
/// | 4, 5 | the sum of the losses, in double precision |
/// | 6, 7, 8 | of a label that is not a class: 1 + its sample, the label, the number of classes; else 0 |
pub(crate) const STATE: usize = 64;

/// Of these, what the host writes before a pass, and where lie the sum of the losses and the status.
pub(crate) const WRITTEN: usize = 9;
pub(crate) const TOTAL: usize = 4;
pub(crate) const STATUS: usize = 6;

/// Where the parts of sums begin: behind the local values.
pub(crate) fn parts_start(needs: &WorkspaceNeeds) -> usize {
    let local = needs.memory.local.saturating_mul(needs.capacity);
    STATE.saturating_add(nnplan::align(local))
}

/// Elements of the parts of sums: what is summed up is a value of the batch, or gradients.
pub(crate) fn parts_room(needs: &WorkspaceNeeds) -> usize {
    let value = needs.memory.arena.saturating_add(needs.border).max(needs.memory.local);
    let largest = value.saturating_mul(needs.capacity).max(needs.gradients);
    nnplan::align(largest).saturating_mul(MOST_PARTS).min(MOST_ELEMENTS)
}

/// Where the scratch of losses and of the gradients' norm begins.
pub(crate) fn sums_start(needs: &WorkspaceNeeds) -> usize {
    parts_start(needs).saturating_add(parts_room(needs))
}

/// Elements of the whole buffer.
pub(crate) fn len(needs: &WorkspaceNeeds) -> usize {
    sums_start(needs).saturating_add(sums_room(needs))
}

/// Elements of the scratch of losses and of the gradients' norm.
fn sums_room(needs: &WorkspaceNeeds) -> usize {
    let outputs = needs.border.saturating_mul(needs.capacity);
    let losses = loss::most_scratch(needs.capacity, outputs);
    nnplan::align(losses.max(2 * update::norm_parts(needs.gradients) + 2))
}

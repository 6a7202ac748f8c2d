//! What a network takes in a program without an allocator: memory that an inference of one sample works on, and flash
//! that its tensors take. Counted as nncore's `tiny::inference_len` and `tiny::weights_len` count.

use nnplan::{Largest, Live, UNKNOWN, add, align, mul};

use super::budget::{lives, planned};
use super::{Block, Schedule, is_counted};
use crate::network::Network;

/// A layer, and how long what it makes is alive.
type Held<'a> = (&'a str, Live);

/// The memory that an inference of one sample works on, by its parts.
pub struct Working<'a> {
    /// Bytes in all.
    pub bytes: usize,
    /// The arena.
    pub arena: Vec<Held<'a>>,
    /// The memory of each segment, of which one at a time is there.
    pub locals: Vec<Vec<Held<'a>>>,
    /// Numbers of the whole batch.
    pub statistics: Vec<Held<'a>>,
    /// The outputs.
    pub outputs: Vec<Held<'a>>,
}

/// Counts the memory of an inference of one sample; `None` when a size is known to rustc only.
pub fn working<'a>(network: &'a Network, schedule: &'a Schedule) -> Option<Working<'a>> {
    if !is_counted(network) {
        return None;
    }
    let held = |blocks: &[Block]| -> Option<Vec<Held<'a>>> {
        let layers = blocks.iter().map(|b| schedule.layer(network, b.value));
        Some(layers.zip(lives(schedule, blocks)?).collect())
    };
    let outputs = network
        .outputs()
        .iter()
        .map(|o| (network.layer_name(o), Live::new(network.shape(o.value).len(), 0, 0)));
    let outputs: Vec<Held<'a>> = outputs.collect();
    let room = |held: &[Held<'_>]| planned(&held.iter().map(|(_, live)| *live).collect::<Vec<_>>());
    let (arena, statistics) = (held(&schedule.arena)?, held(&schedule.statistics)?);
    let locals: Vec<_> = schedule.locals.iter().map(|b| held(b)).collect::<Option<_>>()?;
    let local = room(&locals.concat());
    let positions = planned(&lives(schedule, &schedule.bytes)?).div_ceil(4); // bytes
    let parts = [room(&arena), local, room(&statistics), room(&outputs), positions];
    let bytes = mul(4, parts.into_iter().fold(0, add));
    (bytes != UNKNOWN).then_some(Working { bytes, arena, locals, statistics, outputs })
}

/// The bytes of all tensors with what lies between them, and the largest; `None` when a size is known to rustc only.
pub fn flash(network: &Network) -> Option<(usize, Largest<'_>)> {
    if !is_counted(network) {
        return None;
    }
    let (mut elements, mut largest) = (0, Largest::NONE);
    for tensor in &network.tensors {
        let len = tensor.tensor.shape.len();
        elements = add(elements, align(len));
        largest = largest.with(&tensor.name, mul(4, len));
    }
    let bytes = mul(4, elements);
    (bytes != UNKNOWN).then_some((bytes, largest))
}

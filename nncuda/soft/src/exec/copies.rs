//! Asynchronous copies from global to shared memory.
//!
//! The source is read when the copy starts. The bytes reach shared memory when the thread waits for the copy; until
//! then nobody may touch them, and after that other threads need a barrier.

use super::fault::{Kind, Outcome, fault};
use super::global::Manner;
use super::regs::{LANES, lanes};
use super::shared::Write;
use super::warp::{Env, Warp};
use crate::code::{CopyAsync, Read};

/// A copy on its way.
#[derive(Debug)]
struct Pending {
    lane: usize,
    /// The number of the lane's group.
    group: u32,
    at: usize,
    size: usize,
    bytes: [u8; 16],
}

/// The copies of a warp.
#[derive(Debug, Default)]
pub(crate) struct Copies {
    pending: Vec<Pending>,
    /// Groups that each lane has committed.
    groups: [u32; LANES],
}

impl Copies {
    pub(crate) fn clear(&mut self) {
        self.pending.clear();
        self.groups = [0; LANES];
    }

    /// Ends the group at hand.
    pub(crate) fn commit(&mut self, m: u32) {
        for lane in lanes(m) {
            self.groups[lane] += 1;
        }
    }

    /// Lanes end: none of their copies may be on its way.
    pub(crate) fn end(&self, m: u32) -> Outcome {
        let Some(p) = self.pending.iter().find(|p| m >> p.lane & 1 == 1) else { return Ok(()) };
        fault(
            Kind::Failed,
            p.lane,
            format!(
                "ends while a `cp.async` is still to fill shared memory at {:#x}: no `cp.async.wait_group` is between",
                p.at
            ),
        )
    }
}

impl Warp {
    pub(super) fn copy_async(&mut self, env: &mut Env<'_>, x: &CopyAsync, m: u32) -> Outcome {
        let size = usize::from(x.size);
        let (to, from) = (self.addresses(&x.to), self.addresses(&x.from));
        for lane in lanes(m) {
            let at = env.shared.locate(to[lane], size, lane, "copies to")?;
            let read = match x.read {
                Read::All => size,
                Read::Bytes(slot) => self.regs.narrow(slot)[lane] as usize,
                Read::Unless(p, negated) => {
                    let is_ignored = self.regs.preds[usize::from(p)] >> lane & 1 == 1;
                    if is_ignored == negated { size } else { 0 }
                }
            };
            if read > size {
                return fault(
                    Kind::Failed,
                    lane,
                    format!("cp.async of {size} bytes is to read {read}"),
                );
            }
            let mut bytes = [0; 16];
            if read > 0 {
                // The alignment is that of the whole, the range that of what is read.
                if from[lane] % size as u64 != 0 {
                    return fault(
                        Kind::Misaligned,
                        lane,
                        format!("copies {size} bytes from {:#x}, which is misaligned", from[lane]),
                    );
                }
                let mut done = 0;
                while done < read {
                    let n = 1 << (read - done).min(8).ilog2();
                    let (b, offset) =
                        env.global.locate(from[lane] + done as u64, n, lane, "copies from")?;
                    env.global.read(b, offset, n, lane, Manner::Plain)?;
                    bytes[done..done + n].copy_from_slice(&b.load(offset, n).to_le_bytes()[..n]);
                    done += n;
                }
            }
            env.shared.write_as(self.who(), at, size, lane, Write::Copy)?;
            let group = self.copies.groups[lane];
            self.copies.pending.push(Pending { lane, group, at, size, bytes });
        }
        Ok(())
    }

    /// Waits until at most `n` groups are pending, or no copy is.
    pub(super) fn wait_group(&mut self, env: &mut Env<'_>, n: Option<u32>, m: u32) -> Outcome {
        for p in std::mem::take(&mut self.copies.pending) {
            let limit = n.map(|n| self.copies.groups[p.lane].saturating_sub(n));
            if m >> p.lane & 1 == 0 || limit.is_some_and(|l| p.group >= l) {
                self.copies.pending.push(p);
                continue;
            }
            env.shared.set_bytes(p.at, &p.bytes[..p.size]);
            env.shared.write_as(self.who(), p.at, p.size, p.lane, Write::Landed)?;
        }
        Ok(())
    }
}

//! Shuffles, votes and their kin. All lanes of a mask have to come together.

use super::atomic::compute;
use super::fault::{Kind, Outcome, fault};
use super::regs::{LANES, Slot, lanes};
use super::warp::{Warp, list};
use crate::code::{AtomicKind, Number, Shuffle, ShuffleKind, Vote};

impl Warp {
    /// The mask of each lane, checked: it has the lane itself, and only lanes that are here.
    fn members(&self, slot: Slot, m: u32, what: &str) -> Outcome<[u32; LANES]> {
        let masks = *self.regs.narrow(slot);
        for lane in lanes(m) {
            let mask = masks[lane];
            if mask >> lane & 1 == 0 {
                return fault(
                    Kind::Failed,
                    lane,
                    format!("{what}: the lane is not in its mask {mask:#010x}"),
                );
            }
            let missing = mask & !m;
            if missing != 0 {
                let exited = missing & !self.live;
                let why = if exited == missing { "have exited" } else { "are not here" };
                return fault(
                    Kind::Failed,
                    lane,
                    format!("{what}: lanes {} of the mask {mask:#010x} {why}", list(missing)),
                );
            }
        }
        Ok(masks)
    }

    pub(super) fn warp_barrier(&mut self, mask: Slot, m: u32) -> Outcome {
        self.members(mask, m, "bar.warp.sync")?;
        self.order.warp_barrier();
        Ok(())
    }

    pub(super) fn shuffle(&mut self, s: &Shuffle, m: u32) -> Outcome {
        let masks = self.members(s.mask, m, "shfl.sync")?;
        let (a, b, c) = (*self.regs.narrow(s.a), *self.regs.narrow(s.b), *self.regs.narrow(s.c));
        let mut out = [0; LANES];
        let mut in_range = 0;
        for lane in lanes(m) {
            let l = lane as u32;
            let offset = b[lane] & 31;
            let (clamp, segment) = (c[lane] & 31, c[lane] >> 8 & 31);
            let max = l & segment | clamp & !segment;
            let min = l & segment;
            let (source, valid) = match s.kind {
                ShuffleKind::Up => (l.wrapping_sub(offset), l as i32 - offset as i32 >= max as i32),
                ShuffleKind::Down => (l + offset, l + offset <= max),
                ShuffleKind::Butterfly => (l ^ offset, l ^ offset <= max),
                ShuffleKind::Index => (min | offset & !segment, (min | offset & !segment) <= max),
            };
            let source = if valid { source & 31 } else { l };
            if masks[lane] >> source & 1 == 0 {
                return fault(
                    Kind::Failed,
                    lane,
                    format!(
                        "shfl.sync: reads lane {source}, which is not in the mask {:#010x}",
                        masks[lane]
                    ),
                );
            }
            out[lane] = a[source as usize];
            in_range |= u32::from(valid) << lane;
        }
        self.regs.set_narrow(s.d, &out, m);
        if let Some(p) = s.pred {
            self.regs.set_pred(p, in_range, m);
        }
        Ok(())
    }

    pub(super) fn vote(
        &mut self,
        kind: Vote,
        d: Slot,
        pred: (Slot, bool),
        mask: Slot,
        m: u32,
    ) -> Outcome {
        let masks = self.members(mask, m, "vote.sync")?;
        let p = self.regs.preds[usize::from(pred.0)];
        let p = if pred.1 { !p } else { p };
        let (mut row, mut holds) = ([0; LANES], 0);
        for lane in lanes(m) {
            let mask = masks[lane];
            row[lane] = p & mask;
            let v = match kind {
                Vote::All => p & mask == mask,
                Vote::Any => p & mask != 0,
                _ => p & mask == mask || p & mask == 0,
            };
            holds |= u32::from(v) << lane;
        }
        if kind == Vote::Ballot {
            self.regs.set_narrow(d, &row, m);
        } else {
            self.regs.set_pred(d, holds, m);
        }
        Ok(())
    }

    pub(super) fn matching(
        &mut self,
        all: bool,
        wide: bool,
        d: Slot,
        pred: Option<Slot>,
        a: Slot,
        mask: Slot,
        m: u32,
    ) -> Outcome {
        let masks = self.members(mask, m, "match.sync")?;
        let values = if wide { *self.regs.wide(a) } else { self.regs.narrow(a).map(u64::from) };
        let (mut row, mut holds) = ([0; LANES], 0);
        for lane in lanes(m) {
            let equal = lanes(masks[lane])
                .filter(|o| values[*o] == values[lane])
                .fold(0, |m, o| m | 1 << o);
            let same = equal == masks[lane];
            row[lane] = if all && !same { 0 } else { equal };
            holds |= u32::from(same) << lane;
        }
        self.regs.set_narrow(d, &row, m);
        if let Some(p) = pred {
            self.regs.set_pred(p, holds, m);
        }
        Ok(())
    }

    pub(super) fn reduce(
        &mut self,
        kind: AtomicKind,
        signed: bool,
        d: Slot,
        a: Slot,
        mask: Slot,
        m: u32,
    ) -> Outcome {
        let masks = self.members(mask, m, "redux.sync")?;
        let values = *self.regs.narrow(a);
        let number = if signed { Number::S32 } else { Number::U32 };
        let mut row = [0; LANES];
        for lane in lanes(m) {
            let each = lanes(masks[lane]).map(|l| u64::from(values[l]));
            row[lane] = each.reduce(|x, y| compute(kind, number, x, y, 0)).unwrap_or(0) as u32;
        }
        self.regs.set_narrow(d, &row, m);
        Ok(())
    }
}

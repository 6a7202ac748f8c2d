//! Atomic operations on global and shared memory.

use std::sync::atomic::{AtomicU16, AtomicU32, AtomicU64, Ordering::Relaxed};

use super::access::Addresses;
use super::fault::Outcome;
use super::global::Manner;
use super::memory::Block;
use super::number::{Half, canonical};
use super::regs::lanes;
use super::shared::Write;
use super::warp::{Env, Warp};
use crate::code::{Atomic, AtomicKind, Number};
use crate::ptx::Space;

impl Warp {
    pub(super) fn atomic(&mut self, env: &mut Env<'_>, a: &Atomic, m: u32) -> Outcome {
        let at = self.addresses(&a.address);
        self.spaces(a.space, at, m, |w, space, at, m| match space {
            Space::Shared => w.atomic_shared(env, a, at, m),
            _ => w.atomic_global(env, a, at, m),
        })
    }

    fn operand(&self, a: &Atomic, slot: u16, lane: usize) -> u64 {
        if a.number.size() == 8 {
            self.regs.wide(slot)[lane]
        } else {
            u64::from(self.regs.narrow(slot)[lane])
        }
    }

    fn result(&mut self, a: &Atomic, lane: usize, old: u64) {
        if let Some(d) = a.d {
            if a.number.size() == 8 {
                self.regs.wide_mut(d)[lane] = old;
            } else {
                self.regs.narrow_mut(d)[lane] = old as u32;
            }
        }
    }

    fn atomic_global(&mut self, env: &mut Env<'_>, a: &Atomic, at: &Addresses, m: u32) -> Outcome {
        let size = a.number.size();
        for lane in lanes(m) {
            let (b, offset) = env.global.locate(at[lane], size, lane, "updates")?;
            env.global.read(b, offset, size, lane, Manner::Strong)?;
            env.global.write(b, offset, size, lane, Manner::Strong, false)?;
            let (x, y) = (self.operand(a, a.a, lane), self.operand(a, a.b, lane));
            let old = update(b, offset, size, |old| compute(a.kind, a.number, old, x, y));
            self.result(a, lane, old);
        }
        env.global.synchronise(a.ordered);
        Ok(())
    }

    fn atomic_shared(&mut self, env: &mut Env<'_>, a: &Atomic, at: &Addresses, m: u32) -> Outcome {
        let size = a.number.size();
        for lane in lanes(m) {
            let offset = env.shared.locate(at[lane], size, lane, "updates")?;
            env.shared.write_as(self.who(), offset, size, lane, Write::Atomic)?;
            let (x, y) = (self.operand(a, a.a, lane), self.operand(a, a.b, lane));
            let old = env.shared.get(offset, size);
            env.shared.set(offset, size, compute(a.kind, a.number, old, x, y));
            self.result(a, lane, old);
        }
        Ok(())
    }
}

/// Replaces an element; gives the old one.
fn update(b: &Block, offset: usize, size: usize, f: impl Fn(u64) -> u64) -> u64 {
    macro_rules! exchange {
        ($cell:expr, $t:ty, $atomic:ty) => {{
            let cell: &$atomic = $cell;
            let mut old = cell.load(Relaxed);
            loop {
                match cell.compare_exchange_weak(old, f(u64::from(old)) as $t, Relaxed, Relaxed) {
                    Ok(v) => break u64::from(v),
                    Err(v) => old = v,
                }
            }
        }};
    }
    match size {
        2 => exchange!(b.cell16(offset), u16, AtomicU16),
        4 => exchange!(b.cell32(offset), u32, AtomicU32),
        _ => exchange!(b.cell64(offset), u64, AtomicU64),
    }
}

/// The new value.
pub(super) fn compute(kind: AtomicKind, number: Number, old: u64, x: u64, y: u64) -> u64 {
    let two = |h: Half| {
        let add = |a: u64, b: u64| u64::from(h.nearest(h.to_f32(a as u16) + h.to_f32(b as u16)));
        add(old, x) | add(old >> 16, x >> 16) << 16
    };
    let one = |h: Half| u64::from(h.nearest(h.to_f32(old as u16) + h.to_f32(x as u16)));
    match (kind, number) {
        (AtomicKind::Add, Number::F32) => {
            u64::from(canonical(f32::from_bits(old as u32) + f32::from_bits(x as u32)).to_bits())
        }
        (AtomicKind::Add, Number::F64) => (f64::from_bits(old) + f64::from_bits(x)).to_bits(),
        (AtomicKind::Add, Number::F16) => one(Half::F16),
        (AtomicKind::Add, Number::Bf16) => one(Half::Bf16),
        (AtomicKind::Add, Number::F16x2) => two(Half::F16),
        (AtomicKind::Add, Number::Bf16x2) => two(Half::Bf16),
        (AtomicKind::Add, _) => old.wrapping_add(x),
        (AtomicKind::Min, Number::S32) => u64::from((old as i32).min(x as i32) as u32),
        (AtomicKind::Max, Number::S32) => u64::from((old as i32).max(x as i32) as u32),
        (AtomicKind::Min, Number::S64) => (old as i64).min(x as i64) as u64,
        (AtomicKind::Max, Number::S64) => (old as i64).max(x as i64) as u64,
        (AtomicKind::Min, _) => old.min(x),
        (AtomicKind::Max, _) => old.max(x),
        (AtomicKind::And, _) => old & x,
        (AtomicKind::Or, _) => old | x,
        (AtomicKind::Xor, _) => old ^ x,
        (AtomicKind::Exchange, _) => x,
        (AtomicKind::CompareExchange, _) => {
            let mask = if number.size() == 8 { !0 } else { (1 << (8 * number.size())) - 1 };
            if old == x & mask { y } else { old }
        }
        (AtomicKind::Increment, _) => {
            if old >= x {
                0
            } else {
                old + 1
            }
        }
        (AtomicKind::Decrement, _) => {
            if old == 0 || old > x {
                x
            } else {
                old - 1
            }
        }
    }
}

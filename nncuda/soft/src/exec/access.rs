//! Loads and stores of a warp.

use super::fault::{Kind, Outcome, fault};
use super::global::Manner;
use super::memory::{LOCAL_WINDOW, PARAM_WINDOW, SHARED_WINDOW, WINDOW};
use super::regs::{LANES, lanes};
use super::shared::Write;
use super::warp::{Env, Warp};
use crate::code::{Access, Address};
use crate::ptx::Space;

/// The address of each lane.
pub(super) type Addresses = [u64; LANES];

impl Warp {
    pub(super) fn addresses(&self, a: &Address) -> Addresses {
        let mut out = [0; LANES];
        if a.wide {
            let row = self.regs.wide(a.slot);
            for i in 0..LANES {
                out[i] = row[i].wrapping_add(a.offset as u64);
            }
        } else {
            let row = self.regs.narrow(a.slot);
            for i in 0..LANES {
                out[i] = u64::from(row[i].wrapping_add(a.offset as u32));
            }
        }
        out
    }

    pub(super) fn load(&mut self, env: &mut Env<'_>, a: &Access, m: u32) -> Outcome {
        let at = self.addresses(&a.address);
        self.spaces(a.space, at, m, |w, space, at, m| match space {
            Space::Shared => w.load_shared(env, a, at, m),
            Space::Local => w.load_local(env, a, at, m),
            Space::Param => w.load_param(env, a, at, m),
            _ => w.load_global(env, a, at, m),
        })
    }

    pub(super) fn store(&mut self, env: &mut Env<'_>, a: &Access, m: u32) -> Outcome {
        let at = self.addresses(&a.address);
        self.spaces(a.space, at, m, |w, space, at, m| match space {
            Space::Shared => w.store_shared(env, a, at, m),
            Space::Local => w.store_local(env, a, at, m),
            Space::Param => {
                let lane = m.trailing_zeros() as usize;
                fault(Kind::IllegalAddress, lane, format!("writes a parameter at {:#x}", at[lane]))
            }
            _ => w.store_global(env, a, at, m),
        })
    }

    /// Calls `f` for each space that generic addresses lie in; the addresses are then those of the space.
    pub(super) fn spaces(
        &mut self,
        space: Space,
        at: Addresses,
        m: u32,
        mut f: impl FnMut(&mut Self, Space, &Addresses, u32) -> Outcome,
    ) -> Outcome {
        if space != Space::Generic {
            return f(self, space, &at, m);
        }
        let mut rest = m;
        for (window, space) in [
            (SHARED_WINDOW, Space::Shared),
            (LOCAL_WINDOW, Space::Local),
            (PARAM_WINDOW, Space::Param),
        ] {
            let (mut part, mut inside) = (0, at);
            for lane in lanes(m) {
                if (window..window + WINDOW).contains(&at[lane]) {
                    part |= 1 << lane;
                    inside[lane] -= window;
                }
            }
            if part != 0 {
                rest &= !part;
                f(self, space, &inside, part)?;
            }
        }
        if rest == 0 { Ok(()) } else { f(self, Space::Global, &at, rest) }
    }

    /// Puts an element into its register.
    #[inline(always)]
    fn put(&mut self, a: &Access, element: usize, lane: usize, v: u64) {
        let slot = a.regs[element];
        match (a.size, a.signed) {
            (8, _) => self.regs.wide_mut(slot)[lane] = v,
            (1, true) => self.regs.narrow_mut(slot)[lane] = v as u8 as i8 as u32,
            (2, true) => self.regs.narrow_mut(slot)[lane] = v as u16 as i16 as u32,
            _ => self.regs.narrow_mut(slot)[lane] = v as u32,
        }
    }

    #[inline(always)]
    fn value(&self, a: &Access, element: usize, lane: usize) -> u64 {
        let slot = a.regs[element];
        match a.size {
            8 => self.regs.wide(slot)[lane],
            1 => u64::from(self.regs.narrow(slot)[lane] & 0xff),
            2 => u64::from(self.regs.narrow(slot)[lane] & 0xffff),
            _ => u64::from(self.regs.narrow(slot)[lane]),
        }
    }

    fn load_global(&mut self, env: &mut Env<'_>, a: &Access, at: &Addresses, m: u32) -> Outcome {
        let size = usize::from(a.size);
        let bytes = size * a.regs.len();
        let manner = match a {
            _ if a.constant => Manner::Constant,
            _ if a.strong => Manner::Strong,
            _ => Manner::Plain,
        };
        if a.ordered {
            env.global.synchronise(false);
        }
        for lane in lanes(m) {
            let (b, offset) = env.global.locate(at[lane], bytes, lane, "reads")?;
            env.global.read(b, offset, bytes, lane, manner)?;
            if size == 4 && !a.signed {
                for (e, slot) in a.regs.iter().enumerate() {
                    self.regs.narrow_mut(*slot)[lane] = b.load32(offset + 4 * e);
                }
                continue;
            }
            for e in 0..a.regs.len() {
                self.put(a, e, lane, b.load(offset + e * size, size));
            }
        }
        Ok(())
    }

    fn store_global(&mut self, env: &mut Env<'_>, a: &Access, at: &Addresses, m: u32) -> Outcome {
        let size = usize::from(a.size);
        let bytes = size * a.regs.len();
        let manner = if a.strong { Manner::Strong } else { Manner::Plain };
        for lane in lanes(m) {
            let (b, offset) = env.global.locate(at[lane], bytes, lane, "writes")?;
            let same = (0..a.regs.len())
                .all(|e| b.load(offset + e * size, size) == self.value(a, e, lane));
            env.global.write(b, offset, bytes, lane, manner, same)?;
            for e in 0..a.regs.len() {
                b.store(offset + e * size, size, self.value(a, e, lane));
            }
        }
        if a.ordered {
            env.global.synchronise(true);
        }
        Ok(())
    }

    fn load_shared(&mut self, env: &mut Env<'_>, a: &Access, at: &Addresses, m: u32) -> Outcome {
        let size = usize::from(a.size);
        let bytes = size * a.regs.len();
        if m == !0 && size == 4 && !a.strong && env.shared.all_inside(at, bytes) {
            return self.load_shared_words(env, a, at);
        }
        for lane in lanes(m) {
            let offset = env.shared.locate(at[lane], bytes, lane, "reads")?;
            if !a.strong {
                env.shared.read(self.who(), offset, bytes, lane, false)?;
            }
            for e in 0..a.regs.len() {
                self.put(a, e, lane, env.shared.get(offset + e * size, size));
            }
        }
        Ok(())
    }

    /// The common case: all lanes, words of four bytes, no address out of bounds.
    fn load_shared_words(&mut self, env: &mut Env<'_>, a: &Access, at: &Addresses) -> Outcome {
        let bytes = 4 * a.regs.len();
        // Lanes with the address of the one before, or of the one sixteen before, are noted with it.
        let mut repeats = 0u32;
        for lane in 1..LANES {
            repeats |= u32::from(at[lane] == at[lane - 1]) << lane;
        }
        let mut again = 0u32;
        for lane in 16..LANES {
            again |= u32::from(at[lane] == at[lane - 16]) << lane;
        }
        let shared_with = again | again >> 16 | repeats | repeats >> 1;
        for lane in lanes(!(repeats | again)) {
            let several = shared_with >> lane & 1 == 1;
            env.shared.read(self.who(), at[lane] as usize, bytes, lane, several)?;
        }
        for (e, slot) in a.regs.iter().enumerate() {
            let row = self.regs.narrow_mut(*slot);
            for (r, at) in row.iter_mut().zip(at) {
                *r = env.shared.word(*at as usize + 4 * e);
            }
        }
        Ok(())
    }

    fn store_shared(&mut self, env: &mut Env<'_>, a: &Access, at: &Addresses, m: u32) -> Outcome {
        let size = usize::from(a.size);
        let bytes = size * a.regs.len();
        for lane in lanes(m) {
            let offset = env.shared.locate(at[lane], bytes, lane, "writes")?;
            let same = (0..a.regs.len())
                .all(|e| env.shared.get(offset + e * size, size) == self.value(a, e, lane));
            let kind = match (a.strong, same) {
                (true, _) => Write::Atomic,
                (false, true) => Write::Same,
                (false, false) => Write::Plain,
            };
            env.shared.write_as(self.who(), offset, bytes, lane, kind)?;
            for e in 0..a.regs.len() {
                env.shared.set(offset + e * size, size, self.value(a, e, lane));
            }
        }
        Ok(())
    }

    /// Where an access to local memory goes in the warp's.
    fn local_at(
        &self,
        env: &Env<'_>,
        at: u64,
        bytes: usize,
        lane: usize,
        verb: &str,
    ) -> Outcome<usize> {
        let each = env.launch.kernel.local;
        if at & (bytes as u64 - 1) != 0 {
            return fault(
                Kind::Misaligned,
                lane,
                format!("{verb} {bytes} bytes of local memory at {at:#x}, which is misaligned"),
            );
        }
        if at.saturating_add(bytes as u64) > each as u64 {
            return fault(
                Kind::IllegalAddress,
                lane,
                format!(
                    "{verb} {bytes} bytes of local memory at {at:#x}; a thread has {each:#x} bytes"
                ),
            );
        }
        Ok(lane * each + at as usize)
    }

    fn load_local(&mut self, env: &mut Env<'_>, a: &Access, at: &Addresses, m: u32) -> Outcome {
        let size = usize::from(a.size);
        for lane in lanes(m) {
            let offset = self.local_at(env, at[lane], size * a.regs.len(), lane, "reads")?;
            for e in 0..a.regs.len() {
                let v = little(&self.local[offset + e * size..][..size]);
                self.put(a, e, lane, v);
            }
        }
        Ok(())
    }

    fn store_local(&mut self, env: &mut Env<'_>, a: &Access, at: &Addresses, m: u32) -> Outcome {
        let size = usize::from(a.size);
        for lane in lanes(m) {
            let offset = self.local_at(env, at[lane], size * a.regs.len(), lane, "writes")?;
            for e in 0..a.regs.len() {
                let v = self.value(a, e, lane).to_le_bytes();
                self.local[offset + e * size..][..size].copy_from_slice(&v[..size]);
            }
        }
        Ok(())
    }

    fn load_param(&mut self, env: &mut Env<'_>, a: &Access, at: &Addresses, m: u32) -> Outcome {
        let size = usize::from(a.size);
        let bytes = size * a.regs.len();
        let params = env.launch.params;
        for lane in lanes(m) {
            let at = at[lane];
            if at & (bytes as u64 - 1) != 0 {
                return fault(
                    Kind::Misaligned,
                    lane,
                    format!("reads {bytes} bytes of parameters at {at:#x}, which is misaligned"),
                );
            }
            let range =
                usize::try_from(at).ok().and_then(|at| params.get(at..at.checked_add(bytes)?));
            let Some(range) = range else {
                return fault(
                    Kind::IllegalAddress,
                    lane,
                    format!(
                        "reads {bytes} bytes of parameters at {at:#x}; there are {:#x}",
                        params.len()
                    ),
                );
            };
            for e in 0..a.regs.len() {
                self.put(a, e, lane, little(&range[e * size..][..size]));
            }
        }
        Ok(())
    }
}

/// A number of up to 8 bytes.
pub(super) fn little(bytes: &[u8]) -> u64 {
    bytes.iter().rev().fold(0, |v, b| v << 8 | u64::from(*b))
}

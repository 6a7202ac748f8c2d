//! The registers of a warp: a row of 32 lanes each.
//!
//! A register of up to 32 bits is one row, one of 64 bits is two rows that are read as one array of `u64`. A
//! predicate is a mask of lanes. For each register there is a mask of the lanes that were written.

/// The lanes of a warp.
pub(crate) const LANES: usize = 32;

/// The index of a row.
pub(crate) type Slot = u16;

/// 32 lanes of 32 bits.
#[derive(Clone, Copy)]
#[repr(C, align(64))]
pub(crate) struct Row([u32; LANES]);

/// The registers of a warp.
#[derive(Default)]
pub(crate) struct Regs {
    rows: Vec<Row>,
    /// Predicates, a bit a lane.
    pub(crate) preds: Vec<u32>,
    /// The lanes written: rows first, then predicates.
    pub(crate) defined: Vec<u32>,
}

impl Regs {
    /// Makes place for a kernel's registers; none is defined.
    pub(crate) fn reset(&mut self, rows: usize, preds: usize) {
        self.rows.resize(rows, Row([0; LANES]));
        self.preds.clear();
        self.preds.resize(preds, 0);
        self.defined.clear();
        self.defined.resize(rows + preds, 0);
    }

    /// A register of up to 32 bits.
    #[inline(always)]
    pub(crate) fn narrow(&self, slot: Slot) -> &[u32; LANES] {
        &self.rows[usize::from(slot)].0
    }

    #[inline(always)]
    pub(crate) fn narrow_mut(&mut self, slot: Slot) -> &mut [u32; LANES] {
        &mut self.rows[usize::from(slot)].0
    }

    /// A register of 64 bits.
    #[inline(always)]
    pub(crate) fn wide(&self, slot: Slot) -> &[u64; LANES] {
        let two = &self.rows[usize::from(slot)..][..2];
        // SAFETY: two adjacent rows of `repr(C)` are 256 bytes without gaps, aligned to 64; every bit pattern is a
        // `u64`.
        unsafe { &*two.as_ptr().cast() }
    }

    #[inline(always)]
    pub(crate) fn wide_mut(&mut self, slot: Slot) -> &mut [u64; LANES] {
        let two = &mut self.rows[usize::from(slot)..][..2];
        // SAFETY: as in `wide`, and the borrow of `self` is unique.
        unsafe { &mut *two.as_mut_ptr().cast() }
    }

    /// Writes the lanes of the mask.
    #[inline(always)]
    pub(crate) fn set_narrow(&mut self, slot: Slot, v: &[u32; LANES], mask: u32) {
        let d = self.narrow_mut(slot);
        if mask == !0 {
            *d = *v;
        } else {
            for i in 0..LANES {
                d[i] = if mask >> i & 1 == 1 { v[i] } else { d[i] };
            }
        }
    }

    /// Writes the lanes of the mask.
    #[inline(always)]
    pub(crate) fn set_wide(&mut self, slot: Slot, v: &[u64; LANES], mask: u32) {
        let d = self.wide_mut(slot);
        if mask == !0 {
            *d = *v;
        } else {
            for i in 0..LANES {
                d[i] = if mask >> i & 1 == 1 { v[i] } else { d[i] };
            }
        }
    }

    /// Writes the lanes of the mask.
    #[inline(always)]
    pub(crate) fn set_pred(&mut self, pred: Slot, v: u32, mask: u32) {
        let d = &mut self.preds[usize::from(pred)];
        *d = *d & !mask | v & mask;
    }
}

/// The lanes of a mask, lowest first.
#[inline(always)]
pub(crate) fn lanes(mask: u32) -> impl Iterator<Item = usize> {
    let mut m = mask;
    std::iter::from_fn(move || {
        let i = m.trailing_zeros() as usize;
        m &= m.wrapping_sub(1);
        (i < LANES).then_some(i)
    })
}

/// What a lane of a register holds.
pub(crate) trait Lane: Copy {
    const ZERO: Self;
    fn read(r: &Regs, slot: Slot) -> [Self; LANES];
    fn write(r: &mut Regs, slot: Slot, v: &[Self; LANES], mask: u32);
}

macro_rules! lane {
    ($($t:ty, $get:ident, $set:ident, $zero:expr, $from:expr, $to:expr;)*) => {$(
        impl Lane for $t {
            const ZERO: Self = $zero;
            #[inline(always)]
            fn read(r: &Regs, slot: Slot) -> [Self; LANES] {
                let v = r.$get(slot);
                let mut out = [Self::ZERO; LANES];
                for i in 0..LANES {
                    out[i] = ($from)(v[i]);
                }
                out
            }
            #[inline(always)]
            fn write(r: &mut Regs, slot: Slot, v: &[Self; LANES], mask: u32) {
                let mut out = [0; LANES];
                for i in 0..LANES {
                    out[i] = ($to)(v[i]);
                }
                r.$set(slot, &out, mask);
            }
        }
    )*};
}

lane! {
    u8, narrow, set_narrow, 0, |x: u32| x as u8, u32::from;
    i8, narrow, set_narrow, 0, |x: u32| x as i8, |v: i8| u32::from(v as u8);
    u16, narrow, set_narrow, 0, |x: u32| x as u16, u32::from;
    i16, narrow, set_narrow, 0, |x: u32| x as i16, |v: i16| u32::from(v as u16);
    u32, narrow, set_narrow, 0, |x: u32| x, |v: u32| v;
    i32, narrow, set_narrow, 0, |x: u32| x as i32, |v: i32| v as u32;
    f32, narrow, set_narrow, 0.0, f32::from_bits, f32::to_bits;
    u64, wide, set_wide, 0, |x: u64| x, |v: u64| v;
    i64, wide, set_wide, 0, |x: u64| x as i64, |v: i64| v as u64;
    f64, wide, set_wide, 0.0, f64::from_bits, f64::to_bits;
}

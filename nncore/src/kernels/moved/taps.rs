//! The taps of a window, as moves of a stretch of a plane.

use core::ops::Range;

/// Columns that one mask is for: the lanes of the widest vector.
pub(in crate::kernels) const MASKED: usize = 16;

/// Where a tap lies: the element of A in the first row, and by how much the plane is moved, a signed number.
pub(in crate::kernels) type Tap = [u32; 2];

/// The outputs that a tap reaches, by rows and columns of the output.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::kernels) struct Inside {
    pub(in crate::kernels) rows: Range<usize>,
    pub(in crate::kernels) columns: Range<usize>,
}

/// The taps of a product. Either every column of every tap lies in the plane; or masks say which do, and the others are 0.
#[derive(Clone, Copy, Debug)]
pub(in crate::kernels) struct Taps<'a> {
    list: &'a [Tap],
    /// A bit a column, [`MASKED`] of them a number, tap by tap; empty where there are no masks.
    masks: &'a [u16],
    columns: usize,
    /// Elements of a plane of which one may be read, from its first on.
    plane: usize,
}

/// Numbers of the masks of so many taps.
pub(in crate::kernels) const fn masks_len(taps: usize, columns: usize) -> usize {
    nnplan::mul(taps, columns.div_ceil(MASKED))
}

impl<'a> Taps<'a> {
    /// Without masks: moves are not negative.
    ///
    /// # Panics
    /// When one is.
    pub(in crate::kernels) fn whole(list: &'a [Tap], columns: usize) -> Self {
        let mut most = 0;
        for [_, b] in list {
            assert!(*b <= i32::MAX as u32, "a tap without a mask moves to the right");
            most = most.max(*b as usize);
        }
        Self { list, masks: &[], columns, plane: most.saturating_add(columns) }
    }

    /// With masks, of outputs of rows of `width`; `inside` tells what a tap reaches. A plane has `plane` elements.
    ///
    /// # Panics
    /// When a tap would reach an element outside the plane, or `masks` is not [`masks_len`] long.
    pub(in crate::kernels) fn masked(
        list: &'a [Tap],
        masks: &'a mut [u16],
        (width, columns): (usize, usize),
        plane: usize,
        inside: impl Fn(usize) -> Inside,
    ) -> Self {
        assert_eq!(
            masks.len(),
            masks_len(list.len(), columns),
            "a mask a tap and {MASKED} columns"
        );
        let each = columns.div_ceil(MASKED);
        // The columns of a tap in all rows, which taps of other rows share; then the rows that it reaches.
        let mut known: [(usize, Range<usize>); PATTERNS] = core::array::from_fn(|_| (0, 0..0));
        for tap in 0..list.len() {
            let of = inside(tap).columns;
            let found = known.iter().position(|(_, columns)| *columns == of);
            match found.filter(|_| !of.is_empty()) {
                Some(i) => {
                    let from = known[i].0 * each;
                    masks.copy_within(from..from + each, tap * each);
                }
                None => {
                    known[tap % PATTERNS] = (tap, of.clone());
                    pattern(&mut masks[tap * each..][..each], width, columns, of);
                }
            }
        }
        for (tap, [_, shift]) in list.iter().enumerate() {
            let Inside { rows, columns: of } = inside(tap);
            let masks = &mut masks[tap * each..][..each];
            if rows.is_empty() || of.is_empty() {
                masks.fill(0);
                continue;
            }
            let shift = *shift as i32 as isize;
            let (first, last) =
                (rows.start * width + of.start, (rows.end - 1) * width + of.end - 1);
            assert!(last < columns && of.end <= width, "outputs that there are");
            let is_in = |column: usize| {
                column.checked_add_signed(shift).is_some_and(|element| element < plane)
            };
            assert!(is_in(first) && is_in(last), "a tap reaches elements of the plane");
            clear(masks, 0, first);
            clear(masks, last + 1, each * MASKED);
        }
        Self { list, masks, columns, plane }
    }

    /// The same for the first columns.
    ///
    /// # Panics
    /// When there are not so many, or there are masks.
    pub(in crate::kernels) fn first(self, columns: usize) -> Self {
        assert!(columns <= self.columns && self.masks.is_empty(), "the first columns");
        Self { columns, plane: self.plane.saturating_sub(self.columns - columns), ..self }
    }

    pub(in crate::kernels) fn has_masks(&self) -> bool {
        !self.masks.is_empty()
    }

    pub(super) fn list(&self) -> &'a [Tap] {
        self.list
    }

    pub(super) fn masks(&self) -> &'a [u16] {
        self.masks
    }

    pub(in crate::kernels) fn columns(&self) -> usize {
        self.columns
    }

    pub(super) fn plane(&self) -> usize {
        self.plane
    }
}

/// Ranges of columns that are remembered while masks are made: those of a kernel that is 8 wide.
const PATTERNS: usize = 8;

/// Sets the bits of some columns of all rows, and clears the others.
fn pattern(masks: &mut [u16], width: usize, columns: usize, of: Range<usize>) {
    masks.fill(0);
    if of.len() == width {
        return set(masks, 0, columns);
    }
    if of.is_empty() {
        return;
    }
    for row in (0..columns).step_by(width) {
        let (first, end) = (row + of.start, columns.min(row + of.end));
        if first < end {
            set(masks, first, end);
        }
    }
}

/// Clears the bits from `first` to `end`.
fn clear(masks: &mut [u16], first: usize, end: usize) {
    if first >= end {
        return;
    }
    let (low, high) = (first / MASKED, (end - 1) / MASKED);
    let from = u16::MAX << (first % MASKED);
    let to = u16::MAX >> (MASKED - 1 - (end - 1) % MASKED);
    if low == high {
        masks[low] &= !(from & to);
        return;
    }
    masks[low] &= !from;
    masks[low + 1..high].fill(0);
    masks[high] &= !to;
}

/// Sets the bits from `first` to `end`.
#[inline(always)]
fn set(masks: &mut [u16], first: usize, end: usize) {
    let (low, high) = (first / MASKED, (end - 1) / MASKED);
    let from = u16::MAX << (first % MASKED);
    let to = u16::MAX >> (MASKED - 1 - (end - 1) % MASKED);
    if low == high {
        masks[low] |= from & to;
        return;
    }
    masks[low] |= from;
    masks[low + 1..high].fill(u16::MAX);
    masks[high] |= to;
}

//! The memory plan: values with sizes and live ranges get offsets.

/// A value: its size, and the first and last step at which it is alive (both inclusive).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live {
    /// Elements; 0 takes no room.
    pub size: usize,
    /// The step that writes it.
    pub first: usize,
    /// The last step that reads it.
    pub last: usize,
}

impl Live {
    /// A value of `size` elements that lives from step `first` to step `last`.
    #[must_use]
    pub const fn new(size: usize, first: usize, last: usize) -> Self {
        Self { size: crate::or_zero(size), first, last }
    }

    /// Whether it is alive at a step.
    pub(crate) const fn holds(&self, step: usize) -> bool {
        self.first <= step && step <= self.last
    }

    const fn meets(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last && self.size > 0 && other.size > 0
    }
}

/// Offsets of `N` values, and the length of the arena that holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan<const N: usize> {
    /// The first element of each value.
    pub offsets: [usize; N],
    /// Elements of the arena.
    pub len: usize,
}

/// Places values so that no two that are alive together overlap: the largest
/// first, each into the lowest gap that holds it. Offsets are multiples of 16 elements.
/// Returns the length of the arena. `O(n²)`.
///
/// # Panics
/// When a slice is shorter than `values`.
pub const fn plan_into(
    values: &[Live],
    offsets: &mut [usize],
    order: &mut [usize],
    placed: &mut [usize],
) -> usize {
    let n = values.len();
    // Insertion sort by size, descending; equal sizes keep their order.
    let mut i = 0;
    while i < n {
        let mut j = i;
        while j > 0 && values[order[j - 1]].size < values[i].size {
            order[j] = order[j - 1];
            j -= 1;
        }
        order[j] = i;
        i += 1;
    }
    let mut len = 0;
    let mut count = 0; // placed[..count] is sorted by offset
    let mut i = 0;
    while i < n {
        let v = order[i];
        let size = crate::align(values[v].size);
        let mut offset = 0;
        let mut k = 0;
        while k < count {
            let other = placed[k];
            if values[v].meets(&values[other]) {
                if offset + size <= offsets[other] {
                    break;
                }
                let end = offsets[other] + crate::align(values[other].size);
                if end > offset {
                    offset = end;
                }
            }
            k += 1;
        }
        offsets[v] = offset;
        if values[v].size > 0 && offset + size > len {
            len = offset + size;
        }
        let mut k = count;
        while k > 0 && offsets[placed[k - 1]] > offset {
            placed[k] = placed[k - 1];
            k -= 1;
        }
        placed[k] = v;
        count += 1;
        i += 1;
    }
    len
}

/// [`plan_into`] for a number of values that is known at compile time.
#[must_use]
pub const fn plan<const N: usize>(values: &[Live; N]) -> Plan<N> {
    let mut plan = Plan { offsets: [0; N], len: 0 };
    plan.len = plan_into(values, &mut plan.offsets, &mut [0; N], &mut [0; N]);
    plan
}

/// Whether no two values that are alive together overlap, and all lie within `len`.
#[must_use]
pub const fn verify(values: &[Live], offsets: &[usize], len: usize) -> bool {
    let mut i = 0;
    while i < values.len() {
        if values[i].size > 0 && offsets[i] + values[i].size > len {
            return false;
        }
        let mut j = 0;
        while j < i {
            if values[i].meets(&values[j])
                && offsets[i] < offsets[j] + values[j].size
                && offsets[j] < offsets[i] + values[i].size
            {
                return false;
            }
            j += 1;
        }
        i += 1;
    }
    true
}

/// The most elements that are alive at one step: no plan is shorter.
#[must_use]
pub const fn lower_bound(values: &[Live]) -> usize {
    let mut bound = 0;
    let mut i = 0;
    while i < values.len() {
        // A peak begins where some value begins.
        let mut sum = 0;
        let mut j = 0;
        while j < values.len() {
            if values[j].first <= values[i].first && values[i].first <= values[j].last {
                sum += crate::align(values[j].size);
            }
            j += 1;
        }
        if sum > bound {
            bound = sum;
        }
        i += 1;
    }
    bound
}

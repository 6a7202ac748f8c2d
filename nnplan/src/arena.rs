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

/// Values up to this number are placed the largest first; more, in the order in which they live.
///
/// The first way packs best and compares each value with all others; the second looks only at the gaps between the
/// values that are alive, so that a network of thousands of layers compiles in time linear in its layers.
pub const FEW: usize = 512;

/// Room that [`plan_into`] works in: slices as long as the values, and their order on the way in is of no importance.
pub type Scratch<'a> = [&'a mut [usize]; 4];

/// Places values so that no two that are alive together overlap. Offsets are multiples of 16 elements. Returns the
/// length of the arena.
///
/// Up to [`FEW`] values, the largest first, each into the lowest gap that holds it: `O(n²)`. More than that, in the
/// order in which they begin to live, each into the smallest gap that holds it, once from the front and once from the
/// back, of which the shorter arena is taken: `O(n log n)` and the gaps that are open at a time.
///
/// # Panics
/// When a slice is shorter than `values`.
pub const fn plan_into(values: &[Live], offsets: &mut [usize], scratch: Scratch<'_>) -> usize {
    let [a, b, c, d] = scratch;
    if values.len() <= FEW {
        return by_size(values, offsets, a, b);
    }
    let back = by_time(values, offsets, [&mut *a, &mut *b, &mut *c, &mut *d], true);
    let front = by_time(values, offsets, [&mut *a, &mut *b, &mut *c, &mut *d], false);
    if back < front { by_time(values, offsets, [a, b, c, d], true) } else { front }
}

/// The largest first, each into the lowest gap that holds it.
const fn by_size(
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

/// In the order of time, each into the smallest gap that holds it; `backward`, the last to end comes first.
const fn by_time(
    values: &[Live],
    offsets: &mut [usize],
    [begins, ends, starts, lens]: Scratch<'_>,
    backward: bool,
) -> usize {
    let n = values.len();
    sort(values, begins, backward, !backward);
    sort(values, ends, backward, backward);
    // The gaps below `top`, sorted by offset: starts[..gaps] and lens[..gaps]. What lies above is free.
    let (mut gaps, mut top, mut len) = (0, 0, 0);
    let (mut i, mut ended) = (0, 0);
    while i < n {
        let v = begins[i];
        i += 1;
        // What ended before it begins gives its memory back.
        while ended < n && is_before(&values[ends[ended]], &values[v], backward) {
            let old = ends[ended];
            let size = crate::align(values[old].size);
            if size > 0 {
                gaps = release(starts, lens, gaps, offsets[old], size);
                if gaps > 0 && starts[gaps - 1] + lens[gaps - 1] == top {
                    gaps -= 1;
                    top = starts[gaps];
                }
            }
            ended += 1;
        }
        let size = crate::align(values[v].size);
        let (mut best, mut k) = (gaps, 0);
        while k < gaps {
            if lens[k] >= size && (best == gaps || lens[k] < lens[best]) {
                best = k;
            }
            k += 1;
        }
        if size == 0 {
            offsets[v] = 0;
        } else if best == gaps {
            offsets[v] = top;
            top += size;
        } else {
            offsets[v] = starts[best];
            starts[best] += size;
            lens[best] -= size;
            if lens[best] == 0 {
                gaps = remove(starts, lens, gaps, best);
            }
        }
        if top > len {
            len = top;
        }
    }
    len
}

/// Whether `a` has ended when `b` begins, in the direction of time.
const fn is_before(a: &Live, b: &Live, backward: bool) -> bool {
    if backward { a.first > b.last } else { a.last < b.first }
}

/// Adds a gap to those there are, and joins it with its neighbours. Returns their number.
const fn release(
    starts: &mut [usize],
    lens: &mut [usize],
    mut gaps: usize,
    start: usize,
    len: usize,
) -> usize {
    let mut k = gaps;
    while k > 0 && starts[k - 1] > start {
        k -= 1;
    }
    let joins_left = k > 0 && starts[k - 1] + lens[k - 1] == start;
    let joins_right = k < gaps && start + len == starts[k];
    match (joins_left, joins_right) {
        (true, true) => {
            lens[k - 1] += len + lens[k];
            gaps = remove(starts, lens, gaps, k);
        }
        (true, false) => lens[k - 1] += len,
        (false, true) => {
            starts[k] = start;
            lens[k] += len;
        }
        (false, false) => {
            let mut j = gaps;
            while j > k {
                (starts[j], lens[j]) = (starts[j - 1], lens[j - 1]);
                j -= 1;
            }
            (starts[k], lens[k]) = (start, len);
            gaps += 1;
        }
    }
    gaps
}

/// Takes gap `k` away. Returns how many are left.
const fn remove(starts: &mut [usize], lens: &mut [usize], gaps: usize, mut k: usize) -> usize {
    while k + 1 < gaps {
        (starts[k], lens[k]) = (starts[k + 1], lens[k + 1]);
        k += 1;
    }
    gaps - 1
}

/// The numbers of the values by their first step, or by their last; descending where time runs backward. Equal ones
/// keep their order. A heap: no more room than the result, and `O(n log n)`.
const fn sort(values: &[Live], order: &mut [usize], backward: bool, by_first: bool) {
    let n = values.len();
    let mut i = 0;
    let mut is_sorted = true;
    while i < n {
        order[i] = i;
        is_sorted &= i == 0 || !is_after(values, i - 1, i, backward, by_first);
        i += 1;
    }
    if is_sorted {
        return;
    }
    let mut start = n / 2;
    while start > 0 {
        start -= 1;
        sift(values, order, start, n, backward, by_first);
    }
    let mut end = n;
    while end > 1 {
        end -= 1;
        (order[0], order[end]) = (order[end], order[0]);
        sift(values, order, 0, end, backward, by_first);
    }
}

/// Whether value `a` comes after `b`.
const fn is_after(values: &[Live], a: usize, b: usize, backward: bool, by_first: bool) -> bool {
    let (x, y) = match by_first {
        true => (values[a].first, values[b].first),
        false => (values[a].last, values[b].last),
    };
    if x == y {
        return a > b;
    }
    (x > y) != backward
}

/// Moves the value at `root` down to where it belongs in the heap `order[..end]`.
const fn sift(
    values: &[Live],
    order: &mut [usize],
    mut root: usize,
    end: usize,
    backward: bool,
    by_first: bool,
) {
    loop {
        let mut child = 2 * root + 1;
        if child >= end {
            return;
        }
        if child + 1 < end && is_after(values, order[child + 1], order[child], backward, by_first) {
            child += 1;
        }
        if !is_after(values, order[child], order[root], backward, by_first) {
            return;
        }
        (order[root], order[child]) = (order[child], order[root]);
        root = child;
    }
}

/// [`plan_into`] for a number of values that is known at compile time.
#[must_use]
pub const fn plan<const N: usize>(values: &[Live; N]) -> Plan<N> {
    let mut plan = Plan { offsets: [0; N], len: 0 };
    let scratch: Scratch<'_> = [&mut [0; N], &mut [0; N], &mut [0; N], &mut [0; N]];
    plan.len = plan_into(values, &mut plan.offsets, scratch);
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

//! Shapes of one sample (the batch is implied) and of parameters, and
//! arithmetic in which a number may be unknown.

/// A number that is not known yet: in the macro, a size given by a constant it
/// cannot evaluate. Rules pass it on. Also the result of an overflow, which is
/// reported where it arises.
pub const UNKNOWN: usize = usize::MAX;

/// `a * b`; unknown when either is, or when the product overflows.
#[inline(always)]
#[must_use]
pub const fn mul(a: usize, b: usize) -> usize {
    if a == UNKNOWN || b == UNKNOWN {
        return UNKNOWN;
    }
    match a.checked_mul(b) {
        Some(product) => product,
        None => UNKNOWN,
    }
}

/// `a + b`; unknown when either is, or when the sum overflows.
#[must_use]
pub const fn add(a: usize, b: usize) -> usize {
    if a == UNKNOWN || b == UNKNOWN {
        return UNKNOWN;
    }
    match a.checked_add(b) {
        Some(sum) => sum,
        None => UNKNOWN,
    }
}

/// `a`, or `b` where it is unknown.
#[must_use]
pub(crate) const fn or_known(a: usize, b: usize) -> usize {
    if a == UNKNOWN { b } else { a }
}

/// `a * b` for counts of operations, saturating.
#[must_use]
pub const fn times(a: u64, b: usize) -> u64 {
    a.saturating_mul(b as u64)
}

/// Rounds up to a multiple of 16 elements: 64 bytes of `f32`, a cache line.
#[must_use]
pub const fn align(elements: usize) -> usize {
    match add(elements, 15) {
        UNKNOWN => UNKNOWN,
        sum => sum / 16 * 16,
    }
}

/// The number; 0 when it is unknown: for types, whose sizes must be sane even after a fault.
#[must_use]
pub const fn or_zero(n: usize) -> usize {
    if n == UNKNOWN { 0 } else { n }
}

/// The elements between the end of a tensor of `elements` and the next multiple of 16.
#[must_use]
pub const fn padding(elements: usize) -> usize {
    if elements == UNKNOWN { UNKNOWN } else { align(elements) - elements }
}

/// The largest of some numbers; 0 when there is none.
#[must_use]
pub const fn largest(numbers: &[usize]) -> usize {
    let mut max = 0;
    let mut i = 0;
    while i < numbers.len() {
        let n = or_zero(numbers[i]);
        if n > max {
            max = n;
        }
        i += 1;
    }
    max
}

/// The numbers of elements of several shapes.
#[must_use]
pub const fn lens<const N: usize>(shapes: &[Shape; N]) -> [usize; N] {
    let (mut lens, mut i) = ([0; N], 0);
    while i < N {
        lens[i] = shapes[i].len();
        i += 1;
    }
    lens
}

/// Sizes that a shape has at most.
pub const AXES: usize = 6;

/// The shape of a value of one sample, or of a parameter: up to six sizes.
///
/// Images are `[channels, height, width]`, matrices `[rows, columns]`, vectors
/// `[features]`. A shape of rank 0 stands for "unknown altogether".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    rank: usize,
    dims: [usize; AXES],
}

impl Shape {
    /// Nothing is known, not even the rank.
    pub const UNKNOWN: Self = Self { rank: 0, dims: [1, 1, 1, 1, 1, UNKNOWN] };

    /// A shape from its sizes.
    ///
    /// # Panics
    /// With more than six sizes.
    #[must_use]
    pub const fn new(dims: &[usize]) -> Self {
        assert!(dims.len() <= AXES, "a shape has at most six sizes");
        if dims.is_empty() {
            return Self::UNKNOWN;
        }
        let mut shape = Self { rank: dims.len(), dims: [1; AXES] };
        let mut i = 0;
        while i < dims.len() {
            shape.dims[i] = dims[i];
            i += 1;
        }
        shape
    }

    /// The number of sizes; 0 when unknown.
    #[must_use]
    pub const fn rank(&self) -> usize {
        // Never more; and so the compiler sees that no size after the last is asked for, and links no code for a panic
        // to a program that has none otherwise.
        if self.rank < AXES { self.rank } else { AXES }
    }

    /// Size number `axis`; 1 after the last.
    #[inline(always)]
    #[must_use]
    pub const fn dim(&self, axis: usize) -> usize {
        self.dims[axis]
    }

    /// The sizes.
    #[must_use]
    pub const fn dims(&self) -> &[usize] {
        self.dims.split_at(self.rank()).0
    }

    /// The last size, which may be known although the rank is not.
    #[must_use]
    pub const fn last(&self) -> usize {
        if self.rank == 0 { self.dims[AXES - 1] } else { self.dims[self.rank - 1] }
    }

    /// The same shape with another last size; its rank may be unknown.
    #[must_use]
    pub const fn with_last(mut self, size: usize) -> Self {
        if self.rank == 0 {
            self.dims[AXES - 1] = size;
        } else {
            self.dims[self.rank - 1] = size;
        }
        self
    }

    /// The same shape with another size on `axis`. Of an unknown axis all sizes are unknown; an axis that is
    /// not there changes nothing.
    #[must_use]
    pub const fn with(mut self, axis: usize, size: usize) -> Self {
        let mut i = 0;
        while i < self.rank() {
            if axis == UNKNOWN {
                self.dims[i] = UNKNOWN;
            } else if axis == i {
                self.dims[i] = size;
            }
            i += 1;
        }
        self
    }

    /// The same shape with an axis of size 1 before `axis`; unknown where it has six sizes already.
    #[must_use]
    pub const fn inserted(self, axis: usize) -> Self {
        if self.rank == 0 || self.rank() == AXES {
            return Self::UNKNOWN;
        }
        let mut shape = Self { rank: self.rank + 1, dims: [1; AXES] };
        let mut i = 0;
        while i < self.rank() {
            shape.dims[if i < axis { i } else { i + 1 }] = self.dims[i];
            i += 1;
        }
        shape
    }

    /// The same shape without `axis`; unknown where it has one size.
    #[must_use]
    pub const fn removed(self, axis: usize) -> Self {
        if self.rank() < 2 || axis >= self.rank() {
            return Self::UNKNOWN;
        }
        let mut shape = Self { rank: self.rank - 1, dims: [1; AXES] };
        let mut i = 0;
        while i < shape.rank {
            shape.dims[i] = self.dims[if i < axis { i } else { i + 1 }];
            i += 1;
        }
        shape
    }

    /// The sizes of this shape, or of `other` where they are unknown.
    #[must_use]
    pub const fn or(mut self, other: &Self) -> Self {
        if self.rank == 0 {
            return *other;
        }
        let mut i = 0;
        while i < self.rank && self.rank == other.rank {
            self.dims[i] = or_known(self.dims[i], other.dims[i]);
            i += 1;
        }
        self
    }

    /// The product of the sizes before `axis`, its size, and the product of those after it; unknown for an
    /// axis that is not there.
    #[must_use]
    pub const fn around(&self, axis: usize) -> (usize, usize, usize) {
        if axis >= self.rank() {
            return (UNKNOWN, UNKNOWN, UNKNOWN);
        }
        let (mut outer, mut inner, mut i) = (1, 1, 0);
        while i < self.rank() {
            if i < axis {
                outer = mul(outer, self.dims[i]);
            } else if i > axis {
                inner = mul(inner, self.dims[i]);
            }
            i += 1;
        }
        (outer, self.dims[axis], inner)
    }

    /// The number of elements; [`UNKNOWN`] when a size is, or on overflow.
    #[inline(always)] // without a loop: of a constant a constant, however little is optimised
    #[must_use]
    pub const fn len(&self) -> usize {
        if self.rank == 0 {
            return UNKNOWN;
        }
        let [a, b, c, d, e, f] = self.dims; // 1 after the last
        mul(mul(mul(mul(mul(a, b), c), d), e), f)
    }

    /// Whether a size is 0.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        let mut i = 0;
        while i < self.rank {
            if self.dims[i] == 0 {
                return true;
            }
            i += 1;
        }
        false
    }

    /// Whether every size is known.
    #[must_use]
    pub const fn is_known(&self) -> bool {
        if self.rank == 0 {
            return false;
        }
        let mut i = 0;
        while i < self.rank {
            if self.dims[i] == UNKNOWN {
                return false;
            }
            i += 1;
        }
        true
    }

    /// Whether both have the same rank and sizes, unknown ones counting as equal.
    #[must_use]
    pub const fn fits(&self, other: &Self) -> bool {
        if self.rank == 0 || other.rank == 0 {
            return true;
        }
        if self.rank != other.rank {
            return false;
        }
        let mut i = 0;
        while i < self.rank {
            let (a, b) = (self.dims[i], other.dims[i]);
            if a != b && a != UNKNOWN && b != UNKNOWN {
                return false;
            }
            i += 1;
        }
        true
    }

    /// `[channels, height, width]` as a conv or pool sees it, for any rank: missing sizes are 1.
    #[must_use]
    pub const fn channels(&self) -> usize {
        if self.rank == 0 { UNKNOWN } else { self.dims[0] }
    }

    /// Elements per channel: the product of all sizes but the first.
    #[must_use]
    pub const fn per_channel(&self) -> usize {
        if self.rank == 0 {
            return UNKNOWN;
        }
        let mut product = 1;
        let mut i = 1;
        while i < self.rank {
            product = mul(product, self.dims[i]);
            i += 1;
        }
        product
    }
}

//! The operands of products. What they are is up to closures: a linear layer's rows, or the pixels that a convolution's
//! window covers, which never lie in memory as a matrix.

use std::rc::Rc;

use crate::ptx::{Bool, F32, Pointer, U32};

/// How one operand is read. `line` is called once for each row of `a` (column of `b`), with its number and whether it
/// is there; what it gives is called for each position along the depth.
pub(crate) struct Side<'f, 'k> {
    /// What lies side by side in memory.
    pub(crate) order: Order,
    /// The elements of one row or column.
    pub(crate) line: &'f dyn Fn(U32<'k>, Bool<'k>) -> Line<'k>,
}

impl<'k> Side<'_, 'k> {
    /// `count` of its `lines`: number `first`, and each `by` lines on.
    pub(super) fn lines(
        &self,
        first: U32<'k>,
        lines: U32<'k>,
        by: u32,
        count: u32,
    ) -> Vec<Rc<Line<'k>>> {
        let one = Rc::new((self.line)(first, first.lt(lines)));
        let line = |i: u32| {
            if i == 0 {
                return one.clone();
            }
            let at = first + i * by;
            let is_there = at.lt(lines);
            Rc::new(one.on(i * by, is_there).unwrap_or_else(|| (self.line)(at, is_there)))
        };
        (0..count).map(line).collect()
    }
}

/// What lies side by side in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Order {
    /// Neighbouring rows of `a` (columns of `b`).
    Across,
    /// The same, a multiple of four at each position along the depth, one position right behind the other: if the matrix
    /// is aligned to 16 bytes so are four neighbours, and all are there or none.
    AcrossFours,
    /// Neighbours along the depth.
    Along,
    /// The same, with each row of `a` (column of `b`) at a multiple of four elements: if the matrix is aligned to 16 bytes
    /// so are four neighbours.
    AlongFours,
}

impl Order {
    /// So many neighbouring rows of `a` (columns of `b`), and as many elements from position to position along the depth.
    pub(crate) fn across(lines: u32) -> Self {
        if lines.is_multiple_of(4) { Self::AcrossFours } else { Self::Across }
    }

    /// Neighbours along the depth, with so many elements from row to row.
    pub(crate) fn along(across: u32) -> Self {
        if across.is_multiple_of(4) { Self::AlongFours } else { Self::Along }
    }

    pub(super) fn is_across(self) -> bool {
        matches!(self, Self::Across | Self::AcrossFours)
    }
}

/// An element in memory: number `at + near` of `x`, if it is there, else 0.
pub(crate) struct Element<'k> {
    pub(super) x: Pointer<'k>,
    pub(super) at: U32<'k>,
    pub(super) near: u32,
    pub(super) is_there: Bool<'k>,
}

impl<'k> Element<'k> {
    /// Number `at` of `x`, if it is there.
    pub(crate) fn of(x: Pointer<'k>, at: U32<'k>, is_there: Bool<'k>) -> Self {
        Self { x, at, near: 0, is_there }
    }

    fn load(self) -> F32<'k> {
        let Self { x, at, near, is_there } = self;
        match near {
            0 => x.load_where(is_there, at),
            _ => x.at(at).load_near_where(is_there, near),
        }
    }
}

/// Numbers that an instruction adds to an address, without one more.
const NEAR: u32 = 1 << 21;

/// The elements along the depth.
pub(crate) enum Line<'k> {
    /// By position, and whether it is there.
    Any(Box<dyn Fn(U32<'k>, Bool<'k>) -> Element<'k> + 'k>),
    /// The same, with the lines at steps in memory.
    Stepped(Stepped<'k>),
    /// At steps in memory, as are the lines.
    Plain(Plain<'k>),
}

/// Elements of one of the lines at steps in memory.
#[derive(Clone)]
pub(crate) struct Stepped<'k> {
    /// Those of the first line.
    first: Rc<dyn Fn(U32<'k>, Bool<'k>) -> Element<'k> + 'k>,
    /// Numbers from there on.
    near: u32,
    is_there: Bool<'k>,
    across: u32,
}

/// Elements at steps in memory.
#[derive(Clone, Copy)]
pub(crate) struct Plain<'k> {
    x: Pointer<'k>,
    first: U32<'k>,
    /// Numbers from there on.
    near: u32,
    is_there: Bool<'k>,
    across: u32,
    along: u32,
}

impl<'k> Line<'k> {
    /// By position, and whether it is there.
    pub(crate) fn any(f: impl Fn(U32<'k>, Bool<'k>) -> Element<'k> + 'k) -> Self {
        Self::Any(Box::new(f))
    }

    /// The same of a line which `is_there` or is not. The next one lies `across` elements on.
    pub(crate) fn stepped(
        across: u32,
        is_there: Bool<'k>,
        f: impl Fn(U32<'k>, Bool<'k>) -> Element<'k> + 'k,
    ) -> Self {
        Self::Stepped(Stepped { first: Rc::new(f), near: 0, is_there, across })
    }

    /// The element at position `k`.
    pub(crate) fn element(&self, k: U32<'k>, is_in: Bool<'k>) -> Element<'k> {
        match self {
            Self::Any(f) => f(k, is_in),
            Self::Stepped(Stepped { first, near, is_there, .. }) => {
                Element { near: *near, ..first(k, *is_there & is_in) }
            }
            Self::Plain(Plain { x, first, near, is_there, along, .. }) => {
                let is_there = *is_there & is_in;
                Element { x: *x, at: *first + k * *along, near: *near, is_there }
            }
        }
    }

    /// What is at position `k`, or 0.
    pub(super) fn number(&self, k: U32<'k>, is_in: Bool<'k>) -> F32<'k> {
        self.element(k, is_in).load()
    }

    /// The line `by` lines on, which `is_there` or is not, if it lies near.
    fn on(&self, by: u32, is_there: Bool<'k>) -> Option<Self> {
        let near = |near: u32, across: u32| {
            by.checked_mul(across)?.checked_add(near).filter(|near| *near < NEAR)
        };
        Some(match self {
            Self::Any(_) => return None,
            Self::Stepped(line) => {
                let near = near(line.near, line.across)?;
                Self::Stepped(Stepped { near, is_there, ..line.clone() })
            }
            Self::Plain(line) => {
                let near = near(line.near, line.across)?;
                Self::Plain(Plain { near, is_there, ..*line })
            }
        })
    }

    /// The elements at `count` positions from `k` on, a multiple of `count`; 0 from `end` on. Where they lie in memory in
    /// `fours`, four are read at once.
    pub(super) fn numbers(
        &self,
        k: U32<'k>,
        count: u32,
        end: U32<'k>,
        fours: bool,
    ) -> Vec<F32<'k>> {
        let each = if fours { 4 } else { 1 };
        // Whether all of them are there is known from the first.
        let whole = end.known().is_some_and(|end| end.is_multiple_of(count));
        let is_in = |i: u32| (k + if whole { 0 } else { i }).lt(end);
        match self {
            Self::Plain(line)
                if count.saturating_mul(line.along).saturating_add(line.near) < NEAR =>
            {
                let from = line.x.at(line.first + k * line.along);
                let read = |i: u32| {
                    let (is_there, by) = (line.is_there & is_in(i), line.near + i * line.along);
                    match fours {
                        true => from.load4_near_where(is_there, by).to_vec(),
                        false => vec![from.load_near_where(is_there, by)],
                    }
                };
                (0..count).step_by(each).flat_map(read).collect()
            }
            _ => (0..count).map(|i| self.number(k + i, is_in(i))).collect(),
        }
    }
}

/// A matrix in memory: element (i, k) at `start + i * across + k * along`.
pub(crate) fn plain<'k>(
    x: Pointer<'k>,
    start: U32<'k>,
    across: u32,
    along: u32,
) -> impl Fn(U32<'k>, Bool<'k>) -> Line<'k> {
    move |i, is_there| {
        Line::Plain(Plain { x, first: start + i * across, near: 0, is_there, across, along })
    }
}

/// A closure as [`Side`] wants it.
pub(crate) fn lines<'k, F: Fn(U32<'k>, Bool<'k>) -> Line<'k>>(f: F) -> F {
    f
}

//! Views of slices as matrices with a row and a column stride.

use core::marker::PhantomData;
use core::ops::Range;

/// A matrix in a slice: element (i, j) lies at `i * row_stride + j * column_stride`.
#[derive(Clone, Copy, Debug)]
pub struct MatrixRef<'a, T> {
    data: &'a [T],
    rows: usize,
    columns: usize,
    row_stride: usize,
    column_stride: usize,
}

/// The elements that a matrix spans, from its first to its last; `None` on overflow.
fn span(rows: usize, columns: usize, row_stride: usize, column_stride: usize) -> Option<usize> {
    if rows == 0 || columns == 0 {
        return Some(0);
    }
    let down = (rows - 1).checked_mul(row_stride)?;
    let across = (columns - 1).checked_mul(column_stride)?;
    down.checked_add(across)?.checked_add(1)
}

fn assert_fits(len: usize, rows: usize, columns: usize, row_stride: usize, column_stride: usize) {
    let fits = span(rows, columns, row_stride, column_stride).is_some_and(|n| n <= len);
    assert!(
        fits,
        "a {rows} × {columns} matrix of strides {row_stride}, {column_stride} in {len} elements"
    );
}

impl<'a, T> MatrixRef<'a, T> {
    /// A row-major matrix.
    ///
    /// # Panics
    /// When the slice is too short.
    #[must_use]
    pub fn new(data: &'a [T], rows: usize, columns: usize) -> Self {
        Self::strided(data, rows, columns, columns, 1)
    }

    /// A matrix with any strides.
    ///
    /// # Panics
    /// When the slice is too short.
    #[must_use]
    pub fn strided(
        data: &'a [T],
        rows: usize,
        columns: usize,
        row_stride: usize,
        column_stride: usize,
    ) -> Self {
        assert_fits(data.len(), rows, columns, row_stride, column_stride);
        Self { data, rows, columns, row_stride, column_stride }
    }

    /// The number of rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows
    }

    /// The number of columns.
    #[must_use]
    pub fn column_count(&self) -> usize {
        self.columns
    }

    #[cfg(all(feature = "alloc", not(for_size)))]
    pub(super) fn row_stride(&self) -> usize {
        self.row_stride
    }

    pub(super) fn column_stride(&self) -> usize {
        self.column_stride
    }

    /// The slice, which begins with the first element.
    #[cfg(vectors)]
    pub(super) fn numbers(&self) -> &'a [T] {
        self.data
    }

    /// Rows and columns exchanged; moves nothing.
    #[must_use]
    pub fn transposed(self) -> Self {
        Self {
            data: self.data,
            rows: self.columns,
            columns: self.rows,
            row_stride: self.column_stride,
            column_stride: self.row_stride,
        }
    }

    /// Some of the rows.
    ///
    /// # Panics
    /// When the range is not inside.
    #[must_use]
    pub fn rows(self, range: Range<usize>) -> Self {
        assert!(range.start <= range.end && range.end <= self.rows, "rows of a matrix");
        let start = (range.start * self.row_stride).min(self.data.len());
        Self { data: &self.data[start..], rows: range.len(), ..self }
    }

    /// Some of the columns.
    ///
    /// # Panics
    /// When the range is not inside.
    #[must_use]
    pub fn columns(self, range: Range<usize>) -> Self {
        self.transposed().rows(range).transposed()
    }

    /// Elements `range` of row `i`, whose column stride is 1.
    #[inline(always)]
    pub(super) fn row(&self, i: usize, range: Range<usize>) -> &'a [T] {
        debug_assert!(self.column_stride == 1 && range.end <= self.columns);
        let start = i * self.row_stride;
        &self.data[start + range.start..start + range.end]
    }

    /// Element (i, j).
    ///
    /// # Safety
    /// Inside the matrix.
    #[inline(always)]
    pub(super) unsafe fn get(&self, i: usize, j: usize) -> T
    where
        T: Copy,
    {
        debug_assert!(i < self.rows && j < self.columns);
        // SAFETY: inside the matrix (the caller), so inside the slice (`strided`).
        unsafe { *self.data.get_unchecked(i * self.row_stride + j * self.column_stride) }
    }

    /// The pointer and the strides that matrixmultiply takes.
    #[cfg(feature = "alloc")]
    pub(super) fn raw(&self) -> (*const T, isize, isize) {
        (self.data.as_ptr(), self.row_stride as isize, self.column_stride as isize)
    }
}

/// A matrix to write to, no element of which lies twice in the slice.
#[derive(Debug)]
pub struct MatrixMut<'a, T> {
    start: *mut T,
    rows: usize,
    columns: usize,
    row_stride: usize,
    column_stride: usize,
    slice: PhantomData<&'a mut [T]>,
}

// SAFETY: it is a `&mut [T]`, or a part of one that nothing else reaches.
unsafe impl<T: Send> Send for MatrixMut<'_, T> {}
// SAFETY: as a `&mut [T]`: a shared one gives no access to the elements.
unsafe impl<T: Sync> Sync for MatrixMut<'_, T> {}

impl<'a, T> MatrixMut<'a, T> {
    /// A row-major matrix.
    ///
    /// # Panics
    /// When the slice is too short.
    #[must_use]
    pub fn new(data: &'a mut [T], rows: usize, columns: usize) -> Self {
        Self::strided(data, rows, columns, columns, 1)
    }

    /// A matrix with any strides.
    ///
    /// # Panics
    /// When the slice is too short, or when neither the rows nor the columns lie one
    /// after the other.
    #[must_use]
    pub fn strided(
        data: &'a mut [T],
        rows: usize,
        columns: usize,
        row_stride: usize,
        column_stride: usize,
    ) -> Self {
        assert_fits(data.len(), rows, columns, row_stride, column_stride);
        let apart = |n: usize, stride: usize, inner: usize, inner_stride: usize| {
            (n <= 1 || (inner - 1) * inner_stride < stride) && (inner <= 1 || inner_stride > 0)
        };
        assert!(
            rows == 0
                || columns == 0
                || apart(rows, row_stride, columns, column_stride)
                || apart(columns, column_stride, rows, row_stride),
            "a matrix that overlaps itself"
        );
        Self {
            start: data.as_mut_ptr(),
            rows,
            columns,
            row_stride,
            column_stride,
            slice: PhantomData,
        }
    }

    /// The number of rows.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows
    }

    /// The number of columns.
    #[must_use]
    pub fn column_count(&self) -> usize {
        self.columns
    }

    pub(super) fn column_stride(&self) -> usize {
        self.column_stride
    }

    #[cfg(vectors)]
    pub(super) fn row_stride(&self) -> usize {
        self.row_stride
    }

    /// The place of the first element.
    #[cfg(vectors)]
    pub(super) fn start(&mut self) -> *mut T {
        self.start
    }

    /// Rows and columns exchanged; moves nothing.
    #[must_use]
    pub fn transposed(self) -> Self {
        Self {
            start: self.start,
            rows: self.columns,
            columns: self.rows,
            row_stride: self.column_stride,
            column_stride: self.row_stride,
            slice: PhantomData,
        }
    }

    /// Some of the rows.
    ///
    /// # Panics
    /// When the range is not inside.
    #[must_use]
    pub fn rows(self, range: Range<usize>) -> Self {
        self.transposed().columns(range).transposed()
    }

    /// Some of the columns.
    ///
    /// # Panics
    /// When the range is not inside.
    #[must_use]
    pub fn columns(mut self, range: Range<usize>) -> Self {
        let shared = self.shared();
        // SAFETY: `self` is taken, so nothing else writes to these columns.
        unsafe { shared.columns(range) }
    }

    /// For parts on several threads.
    pub(super) fn shared(&mut self) -> Shared<'a, T> {
        Shared(Self { slice: PhantomData, ..*self })
    }

    /// The place of element (i, j), for reading and writing.
    ///
    /// # Safety
    /// Inside the matrix.
    #[inline(always)]
    pub(super) unsafe fn at(&mut self, i: usize, j: usize) -> &mut T {
        debug_assert!(i < self.rows && j < self.columns);
        // SAFETY: inside the matrix (the caller), so inside the slice that it borrows
        // (`strided`).
        unsafe { &mut *self.start.add(i * self.row_stride + j * self.column_stride) }
    }

    /// Elements `start..start + len` of row `i`.
    ///
    /// # Safety
    /// Inside the matrix, whose column stride is 1.
    #[inline(always)]
    pub(super) unsafe fn row(&mut self, i: usize, start: usize, len: usize) -> &mut [T] {
        debug_assert!(self.column_stride == 1 && i < self.rows && start + len <= self.columns);
        // SAFETY: as `at`, and the elements lie side by side.
        unsafe { core::slice::from_raw_parts_mut(self.start.add(i * self.row_stride + start), len) }
    }

    pub(super) fn fill(&mut self, value: T)
    where
        T: Copy,
    {
        for i in 0..self.rows {
            for j in 0..self.columns {
                // SAFETY: inside, by the loops.
                unsafe { *self.at(i, j) = value };
            }
        }
    }

    /// The pointer and the strides that matrixmultiply takes.
    #[cfg(feature = "alloc")]
    pub(super) fn raw(&mut self) -> (*mut T, isize, isize) {
        (self.start, self.row_stride as isize, self.column_stride as isize)
    }
}

/// A matrix whose columns several threads take.
pub(super) struct Shared<'a, T>(MatrixMut<'a, T>);

// SAFETY: all it does is hand out disjoint parts (the contract of `columns`).
unsafe impl<T: Send> Sync for Shared<'_, T> {}

impl<'a, T> Shared<'a, T> {
    /// Some of the columns.
    ///
    /// # Safety
    /// No column twice while both parts live.
    ///
    /// # Panics
    /// When the range is not inside.
    pub(super) unsafe fn columns(&self, range: Range<usize>) -> MatrixMut<'a, T> {
        let whole = &self.0;
        assert!(range.start <= range.end && range.end <= whole.columns, "columns of a matrix");
        // The first column of an empty part may lie after the slice.
        let start = if range.is_empty() || whole.rows == 0 {
            whole.start
        } else {
            // SAFETY: the first element of a column of the matrix, so inside the slice.
            unsafe { whole.start.add(range.start * whole.column_stride) }
        };
        MatrixMut { start, columns: range.len(), slice: PhantomData, ..*whole }
    }
}

//! Ranges of the columns of matrices: how values are cut and put together along an axis.

use crate::tiny::access::View;

/// Columns of a row-major matrix.
#[derive(Clone, Copy)]
pub(super) struct Columns {
    /// The matrix, from the first of the columns on.
    pub(super) start: View,
    /// Columns of the matrix.
    pub(super) width: usize,
}

/// Copies `len` columns in `rows` rows.
pub(super) fn copy(rows: usize, len: usize, from: Columns, to: Columns) {
    for row in 0..rows {
        for i in 0..len {
            to.start.set(row * to.width + i, from.start.get(row * from.width + i));
        }
    }
}

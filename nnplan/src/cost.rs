//! Costs, and the table of a network.

use crate::{Shape, Text, UNKNOWN};

/// What one sample costs in one layer, forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Trained numbers.
    pub parameters: usize,
    /// Multiply-adds of matrix products and convolutions.
    pub macs: u64,
    /// Floating-point operations: two a multiply-add, and the element-wise ones.
    pub flops: u64,
}

impl Cost {
    /// Nothing.
    pub const ZERO: Self = Self { parameters: 0, macs: 0, flops: 0 };

    /// The sum of two.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            parameters: self.parameters.saturating_add(other.parameters),
            macs: self.macs.saturating_add(other.macs),
            flops: self.flops.saturating_add(other.flops),
        }
    }
}

/// The sum of costs.
#[must_use]
pub const fn total(rows: &[Row<'_>]) -> Cost {
    let mut sum = Cost::ZERO;
    let mut i = 0;
    while i < rows.len() {
        sum = sum.plus(rows[i].cost);
        i += 1;
    }
    sum
}

/// One line of a network's table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The layer's name.
    pub name: &'a str,
    /// Its kind.
    pub kind: &'a str,
    /// The shape of its output.
    pub shape: Shape,
    /// What it costs.
    pub cost: Cost,
}

/// The table of a network: a line a layer with shape, parameters and FLOPs, then the sums.
#[must_use]
pub const fn summary<const N: usize>(name: &str, rows: &[Row<'_>]) -> Text<N> {
    let mut name_width = 5;
    let mut kind_width = 4;
    let mut i = 0;
    while i < rows.len() {
        if rows[i].name.len() > name_width {
            name_width = rows[i].name.len();
        }
        if rows[i].kind.len() > kind_width {
            kind_width = rows[i].kind.len();
        }
        i += 1;
    }
    let mut text = Text::<N>::EMPTY
        .str(name)
        .str("\n")
        .left("layer", name_width + 2)
        .left("kind", kind_width + 2)
        .left("output", 18)
        .str("  parameters           FLOPs\n");
    let mut i = 0;
    while i < rows.len() {
        let row = &rows[i];
        text = text.left(row.name, name_width + 2).left(row.kind, kind_width + 2);
        let start = text.len();
        text = text.shape(&row.shape);
        while text.len() < start + 18 {
            text = text.str(" ");
        }
        text = text.right(known(row.cost.parameters), 12).right(row.cost.flops, 16).str("\n");
        i += 1;
    }
    let sum = total(rows);
    let start = text.len();
    text = text.str("total");
    while text.len() < start + name_width + kind_width + 22 {
        text = text.str(" ");
    }
    text.right(known(sum.parameters), 12).right(sum.flops, 16).str("\n")
}

const fn known(n: usize) -> u64 {
    if n == UNKNOWN { 0 } else { n as u64 }
}

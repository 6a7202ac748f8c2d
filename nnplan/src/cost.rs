//! Costs, and the table of a network.

use crate::{Shape, Text, UNKNOWN};

/// What one sample costs in one layer, forward.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Trained numbers.
    pub parameters: usize,
    /// Numbers of frozen tensors, which keep their values.
    pub frozen: usize,
    /// Multiply-adds of matrix products and convolutions.
    pub macs: u64,
    /// Floating-point operations: two a multiply-add, and the element-wise ones.
    pub flops: u64,
}

impl Cost {
    /// Nothing.
    pub const ZERO: Self = Self { parameters: 0, frozen: 0, macs: 0, flops: 0 };

    /// The same with parameters that were counted where they are used first.
    #[must_use]
    pub const fn shared(self) -> Self {
        Self { parameters: 0, frozen: 0, ..self }
    }

    /// The same of a layer of which tensors with so many numbers are frozen: with `usize::MAX`, all of them.
    #[must_use]
    pub const fn freezing(self, numbers: usize) -> Self {
        let frozen = if numbers < self.parameters { numbers } else { self.parameters };
        let parameters = match self.parameters {
            UNKNOWN if frozen != UNKNOWN => UNKNOWN,
            parameters => parameters - frozen,
        };
        Self { parameters, frozen: self.frozen.saturating_add(frozen), ..self }
    }

    /// The same without so many parameters, which were counted elsewhere.
    #[must_use]
    pub const fn without(self, parameters: usize) -> Self {
        Self { parameters: self.parameters.saturating_sub(parameters), ..self }
    }

    /// That of so many steps with the same parameters.
    #[must_use]
    pub const fn times(self, steps: usize) -> Self {
        if steps == UNKNOWN {
            return self;
        }
        let (macs, flops) = (crate::times(self.macs, steps), crate::times(self.flops, steps));
        Self { macs, flops, ..self }
    }

    /// The sum of two.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            parameters: self.parameters.saturating_add(other.parameters),
            frozen: self.frozen.saturating_add(other.frozen),
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

/// The row of a layer.
#[must_use]
pub const fn row<'a>(name: &'a str, kind: &'a str, shape: Shape, cost: Cost) -> Row<'a> {
    Row { name, kind, shape, cost }
}

/// The table of a network: a line a layer with shape, parameters and FLOPs, then the sums. Where something is frozen a
/// further column has the numbers that keep their values.
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
    let mut text = Text::<N>::EMPTY;
    text.push(name);
    text.push("\n");
    push_column(&mut text, "layer", name_width);
    push_column(&mut text, "kind", kind_width);
    let sum = total(rows);
    let has_frozen = sum.frozen > 0;
    text.push("output              parameters");
    text.push(if has_frozen { "      frozen" } else { "" });
    text.push("           FLOPs\n");
    let mut i = 0;
    while i < rows.len() {
        let row = &rows[i];
        push_column(&mut text, row.name, name_width);
        push_column(&mut text, row.kind, kind_width);
        let start = text.len();
        text.push_shape(&row.shape);
        text.push_blanks(start + 18);
        text.push_right(known(row.cost.parameters), 12);
        if has_frozen {
            text.push_right(known(row.cost.frozen), 12);
        }
        text.push_right(row.cost.flops, 16);
        text.push("\n");
        i += 1;
    }
    push_column(&mut text, "total", name_width + kind_width + 20);
    text.push_right(known(sum.parameters), 12);
    if has_frozen {
        text.push_right(known(sum.frozen), 12);
    }
    text.push_right(sum.flops, 16);
    text.push("\n");
    text
}

const fn push_column<const N: usize>(text: &mut Text<N>, s: &str, width: usize) {
    let start = text.len();
    text.push(s);
    text.push_blanks(start + width + 2);
}

const fn known(n: usize) -> u64 {
    if n == UNKNOWN { 0 } else { n as u64 }
}

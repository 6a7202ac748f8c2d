//! What a geometry says of its operands.

use nnplan::OpId;

use crate::bench::Values;

/// A geometry: what to try, and how long its operands are.
pub(crate) trait Sizes: Sized + core::fmt::Debug {
    /// What to try.
    fn samples() -> Vec<Self>;

    /// Elements of one sample of an operand, or of all of a tensor, by its name in the table without `d_`; 0 where the
    /// operand is absent.
    fn len(&self, operand: &str) -> usize;

    /// The same for one of any number of operands; none after the last.
    fn len_of(&self, number: usize) -> usize {
        let _ = number;
        0
    }

    /// The same for an operand of an operation, by its whole name in the table.
    fn len_in(&self, id: OpId, operand: &str) -> usize {
        let _ = id;
        self.len(operand.trim_start_matches("d_").trim_start_matches("sum_"))
    }

    /// Integers are below this.
    fn limit(&self) -> usize {
        1
    }

    /// Numbers of an im2col matrix.
    fn columns(&self) -> usize {
        0
    }

    /// Makes operands what they are to each other: an output that of an input, positions those of maxima.
    fn prepare(&self, samples: usize, values: &mut Values) {
        let _ = (samples, values);
    }
}

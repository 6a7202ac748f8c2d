//! Tensor cores: numbers of fewer bits, matrices of them in shared memory, and products with sums in single precision.
//!
//! All of it needs compute capability 8.0: a kernel that uses it says so in its text.

use super::arithmetic::{F32, U32};
use super::kernel::{Class, Kernel, Target};
use super::memory::Shared;

/// The numbers that tensor cores multiply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    /// 8 bits of exponent and 10 of fraction, one in a word of 32 bits.
    Tf32,
    /// 8 bits of exponent and 7 of fraction, two in a word of 32 bits.
    Bf16,
}

impl Format {
    /// The numbers of a word.
    pub(crate) fn per_word(self) -> u32 {
        match self {
            Self::Tf32 => 1,
            Self::Bf16 => 2,
        }
    }

    /// A word of numbers, each rounded to the nearest; of two that are as near tf32 takes the one farther from 0, bf16
    /// the even one.
    pub(crate) fn word<'k>(self, numbers: &[F32<'k>]) -> U32<'k> {
        let kernel = numbers[0].kernel();
        let word = needing(kernel).register(Class::B32);
        match (self, numbers) {
            (Self::Tf32, [x]) => {
                kernel.emit(format_args!("cvt.rna.tf32.f32 {word}, {}", x.operand()));
            }
            (Self::Bf16, [low, high]) => {
                let (low, high) = (low.operand(), high.operand());
                kernel.emit(format_args!("cvt.rn.bf16x2.f32 {word}, {high}, {low}"));
            }
            _ => unreachable!("as many numbers as a word has"),
        }
        U32::of(kernel, word)
    }

    /// `sums += a b` for a of 16 rows and b of 8 columns, both of 8 words along the depth: what the lanes of a full warp
    /// have of them is what [`Shared::matrices`] gives.
    pub(crate) fn multiply(self, sums: &[F32<'_>; 4], a: &[U32<'_>; 4], b: &[U32<'_>; 2]) {
        let kernel = needing(sums[0].kernel());
        let shape = match self {
            Self::Tf32 => "m16n8k8.row.col.f32.tf32.tf32.f32",
            Self::Bf16 => "m16n8k16.row.col.f32.bf16.bf16.f32",
        };
        let sums = group(sums.iter().map(|x| x.operand()));
        let (a, b) = (group(a.iter().map(|x| x.operand())), group(b.iter().map(|x| x.operand())));
        kernel.emit(format_args!("mma.sync.aligned.{shape} {sums}, {a}, {b}, {sums}"));
    }
}

/// The kernel, whose text says what it needs from now on.
fn needing(kernel: &Kernel) -> &Kernel {
    kernel.needs(Target::Sm80);
    kernel
}

/// Operands between braces.
fn group(operands: impl Iterator<Item = impl std::fmt::Display>) -> String {
    let operands: Vec<String> = operands.map(|operand| operand.to_string()).collect();
    format!("{{{}}}", operands.join(", "))
}

impl<'k> Shared<'k> {
    /// Four matrices of 8 rows, each of four words, in a full warp: lane i gives row i % 8 of matrix i / 8, four words from
    /// its `index` on, a multiple of four; and gets, of each matrix, word i % 4 of row i / 4.
    pub(crate) fn matrices(self, index: U32<'k>) -> [U32<'k>; 4] {
        let (kernel, address) = (needing(index.kernel()), self.address(index));
        let words = [Class::B32; 4].map(|class| kernel.register(class));
        let all = group(words.iter());
        kernel.emit(format_args!("ldmatrix.sync.aligned.m8n8.x4.shared.b16 {all}, {address}"));
        words.map(|word| U32::of(kernel, word))
    }

    /// Writes the word `index`.
    pub(crate) fn store_word(self, index: U32<'k>, word: U32<'k>) {
        let address = self.address(index);
        word.kernel().emit(format_args!("st.shared.b32 {address}, {}", word.operand()));
    }

    /// Writes four words from `index` on, a multiple of four.
    pub(crate) fn store4_words(self, index: U32<'k>, words: &[U32<'k>; 4]) {
        let (address, all) = (self.address(index), group(words.iter().map(|x| x.operand())));
        index.kernel().emit(format_args!("st.shared.v4.b32 {address}, {all}"));
    }
}

//! Tensor cores: `mma.sync` and `ldmatrix`.
//!
//! `mma` ignores the low 13 bits of a tf32 operand. Each product is exact. An element of D is C, then the products
//! with rising k added one after the other, each sum rounded to `f32` (to nearest). A GPU adds several products at
//! once and rounds otherwise: results may differ from these by some units of the last place of the largest sum.
//! An `f16` accumulator is an `f32` that is rounded at the end.

use super::fault::{Kind, Outcome, failed, fault};
use super::number::{Half, tf32};
use super::regs::{LANES, lanes};
use super::warp::{Env, Warp, list};
use crate::code::{LoadMatrix, Mma, MmaFormat};
use crate::ptx::Space;

impl Warp {
    fn whole(&self, m: u32, what: &str) -> Outcome {
        if m == !0 {
            return Ok(());
        }
        failed(format!("{what}: all 32 lanes have to take part, lanes {} do not", list(!m)))
    }

    pub(super) fn mma(&mut self, x: &Mma, m: u32) -> Outcome {
        self.whole(m, "mma.sync")?;
        let mut a = [[0f32; 16]; 16];
        let mut b = [[0f32; 8]; 16];
        let mut sum = [[0f32; 8]; 16];
        // Elements of a register: one of tf32, two of 16 bits.
        let (per, half) = match x.format {
            MmaFormat::Tf32 => (1, Half::F16),
            MmaFormat::F16 => (2, Half::F16),
            MmaFormat::Bf16 => (2, Half::Bf16),
        };
        let element = |word: u32, i: usize| match x.format {
            MmaFormat::Tf32 => tf32(word),
            _ => half.to_f32((word >> (16 * i)) as u16),
        };
        for lane in 0..LANES {
            let (g, t) = (lane / 4, lane % 4);
            for (r, slot) in x.a.iter().enumerate() {
                let word = self.regs.narrow(*slot)[lane];
                for i in 0..per {
                    a[g + 8 * (r % 2)][per * t + i + 4 * per * (r / 2)] = element(word, i);
                }
            }
            for (r, slot) in x.b.iter().enumerate() {
                let word = self.regs.narrow(*slot)[lane];
                for i in 0..per {
                    b[per * t + i + 4 * per * r][g] = element(word, i);
                }
            }
            for r in 0..4 {
                let v = &mut sum[g + 8 * (r / 2)][2 * t + r % 2];
                *v = if x.wide {
                    f32::from_bits(self.regs.narrow(x.c[r])[lane])
                } else {
                    Half::F16.to_f32((self.regs.narrow(x.c[r / 2])[lane] >> (16 * (r % 2))) as u16)
                };
            }
        }
        for (row, sums) in a.iter().zip(&mut sum) {
            for (k, products) in b[..x.k].iter().enumerate() {
                add_products(sums, row[k], products);
            }
        }
        for lane in 0..LANES {
            let (g, t) = (lane / 4, lane % 4);
            let at = |r: usize| sum[g + 8 * (r / 2)][2 * t + r % 2];
            if x.wide {
                for r in 0..4 {
                    self.regs.narrow_mut(x.d[r])[lane] = super::number::canonical(at(r)).to_bits();
                }
            } else {
                for r in 0..2 {
                    let two = [at(2 * r), at(2 * r + 1)].map(|v| u32::from(Half::F16.nearest(v)));
                    self.regs.narrow_mut(x.d[r])[lane] = two[0] | two[1] << 16;
                }
            }
        }
        Ok(())
    }

    pub(super) fn load_matrix(&mut self, env: &mut Env<'_>, x: &LoadMatrix, m: u32) -> Outcome {
        self.whole(m, "ldmatrix.sync")?;
        let n = x.regs.len();
        // The first 8 * n lanes give the addresses of rows of 16 bytes.
        let givers = if n == 4 { !0 } else { (1u32 << (8 * n)) - 1 };
        let defined = self.regs.defined[usize::from(x.address.slot)];
        if defined & givers != givers {
            let lane = (givers & !defined).trailing_zeros() as usize;
            return fault(Kind::Failed, lane, "the address of a row was never written".into());
        }
        let mut matrices = [[[0u16; 8]; 8]; 4];
        let at = self.addresses(&x.address);
        self.spaces(x.space, at, givers, |w, space, at, part| {
            for lane in lanes(part) {
                if space != Space::Shared {
                    return fault(
                        Kind::InvalidSpace,
                        lane,
                        format!("ldmatrix of {:#x}, which is not in shared memory", at[lane]),
                    );
                }
                let offset = env.shared.locate(at[lane], 16, lane, "reads")?;
                env.shared.read(w.who(), offset, 16, lane, true)?;
                let row = &mut matrices[lane / 8][lane % 8];
                for (v, b) in row.iter_mut().zip(env.shared.bytes(offset, 16).chunks_exact(2)) {
                    *v = u16::from_le_bytes([b[0], b[1]]);
                }
            }
            Ok(())
        })?;
        for (matrix, slot) in matrices.iter().zip(&x.regs) {
            for lane in 0..LANES {
                let (g, t) = (lane / 4, 2 * (lane % 4));
                let two = if x.transposed {
                    [matrix[t][g], matrix[t + 1][g]]
                } else {
                    [matrix[g][t], matrix[g][t + 1]]
                };
                self.regs.narrow_mut(*slot)[lane] = u32::from(two[0]) | u32::from(two[1]) << 16;
            }
        }
        Ok(())
    }
}

/// Adds a product to each sum.
fn add_products(sums: &mut [f32; 8], a: f32, b: &[f32; 8]) {
    #[cfg(target_arch = "x86_64")]
    if is_x86_feature_detected!("fma") && is_x86_feature_detected!("avx2") {
        // SAFETY: the processor has the features.
        unsafe { add_products_fast(sums, a, b) };
        return;
    }
    for (s, b) in sums.iter_mut().zip(b) {
        *s = a.mul_add(*b, *s);
    }
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2,fma")]
fn add_products_fast(sums: &mut [f32; 8], a: f32, b: &[f32; 8]) {
    for (s, b) in sums.iter_mut().zip(b) {
        *s = a.mul_add(*b, *s);
    }
}

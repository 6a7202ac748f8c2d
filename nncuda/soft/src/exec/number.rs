//! Formats of numbers and rounding.
//!
//! Every result here is that of one rounding of the exact value.

/// What `NaN` results of `f32` arithmetic are on a GPU.
pub(crate) const NAN: f32 = f32::from_bits(0x7fff_ffff);

/// How a result is rounded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Rounding {
    /// To nearest, ties to even.
    Nearest,
    /// To nearest, ties away from zero.
    Away,
    /// Towards zero.
    Zero,
    /// Down.
    Minus,
    /// Up.
    Plus,
}

impl Rounding {
    /// From the number that operations carry.
    pub(crate) fn from_code(code: u32) -> Self {
        match code {
            1 => Self::Zero,
            2 => Self::Minus,
            3 => Self::Plus,
            4 => Self::Away,
            _ => Self::Nearest,
        }
    }

    pub(crate) fn code(self) -> u32 {
        match self {
            Self::Nearest => 0,
            Self::Zero => 1,
            Self::Minus => 2,
            Self::Plus => 3,
            Self::Away => 4,
        }
    }

    /// To an integer.
    pub(crate) fn to_integer(self, x: f64) -> f64 {
        match self {
            Self::Nearest => x.round_ties_even(),
            Self::Away => x.round(),
            Self::Zero => x.trunc(),
            Self::Minus => x.floor(),
            Self::Plus => x.ceil(),
        }
    }
}

/// A `NaN` becomes the one of the hardware. By its bits: the compiler may take one `NaN` for another.
#[inline(always)]
pub(crate) fn canonical(x: f32) -> f32 {
    let b = x.to_bits();
    f32::from_bits(if b & 0x7fff_ffff > 0x7f80_0000 { NAN.to_bits() } else { b })
}

/// A subnormal becomes a zero of its sign.
#[inline(always)]
pub(crate) fn flush(x: f32) -> f32 {
    let b = x.to_bits();
    f32::from_bits(if b & 0x7f80_0000 == 0 { b & 0x8000_0000 } else { b })
}

/// A sum and what rounding lost of it, exactly.
fn two_sum(a: f64, b: f64) -> (f64, f64) {
    let s = a + b;
    let t = s - a;
    (s, (a - (s - t)) + (b - t))
}

/// The value `s + e` with the last bit of `s` made odd if something is lost: any later rounding to a narrower format
/// is then right.
fn odd(s: f64, e: f64) -> f64 {
    if e == 0.0 || !s.is_finite() || e.is_nan() || s.to_bits() & 1 == 1 {
        return s;
    }
    // The neighbour of `s` on the side of `e` is odd.
    if (e > 0.0) == (s > 0.0) {
        f64::from_bits(s.to_bits() + 1)
    } else {
        f64::from_bits(s.to_bits() - 1)
    }
}

/// `a * b + c` of values whose product is exact in `f64`, ready for rounding to a narrower format.
pub(crate) fn fma_odd(a: f64, b: f64, c: f64) -> f64 {
    let (s, e) = two_sum(a * b, c);
    odd(s, e)
}

/// The quotient, ready for rounding to a narrower format.
pub(crate) fn div_odd(a: f64, b: f64) -> f64 {
    let q = a / b;
    if !q.is_finite() || q == 0.0 || !b.is_finite() {
        return q;
    }
    let r = (-q).mul_add(b, a);
    odd(q, if b > 0.0 { r } else { -r })
}

/// The root, ready for rounding to a narrower format.
pub(crate) fn sqrt_odd(a: f64) -> f64 {
    let q = a.sqrt();
    if !q.is_finite() || q == 0.0 {
        return q;
    }
    odd(q, (-q).mul_add(q, a))
}

/// To `f32`, from the exact value or one that is odd where it is not.
pub(crate) fn to_f32(x: f64, rounding: Rounding) -> f32 {
    let n = x as f32;
    if !x.is_finite() {
        return n;
    }
    let back = f64::from(n);
    let up = match rounding {
        Rounding::Nearest | Rounding::Away => return n,
        Rounding::Zero => x < 0.0,
        Rounding::Minus => false,
        Rounding::Plus => true,
    };
    if back < x && up {
        n.next_up()
    } else if back > x && !up {
        n.next_down()
    } else {
        n
    }
}

/// A format of 16 bits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Half {
    /// IEEE binary16.
    F16,
    /// The high half of an `f32`.
    Bf16,
}

impl Half {
    /// Exactly.
    #[inline(always)]
    pub(crate) fn to_f32(self, bits: u16) -> f32 {
        match self {
            Self::Bf16 => f32::from_bits(u32::from(bits) << 16),
            Self::F16 => {
                let sign = u32::from(bits & 0x8000) << 16;
                let (e, m) = (u32::from(bits >> 10 & 31), u32::from(bits & 0x3ff));
                match e {
                    0 => f32::from_bits(sign | (m as f32 * f32::from_bits(0x3380_0000)).to_bits()),
                    31 => f32::from_bits(sign | 0x7f80_0000 | m << 13),
                    _ => f32::from_bits(sign | (e + 112) << 23 | m << 13),
                }
            }
        }
    }

    /// With one rounding.
    pub(crate) fn round(self, x: f64, rounding: Rounding) -> u16 {
        if x.is_nan() {
            return 0x7fff;
        }
        let (digits, least, largest, infinity) = match self {
            Self::F16 => (10, -24, 65504.0, 0x7c00u16),
            Self::Bf16 => (7, -133, 3.389_531_389_251_535_5e38, 0x7f80),
        };
        let sign = if x.is_sign_negative() { 0x8000u16 } else { 0 };
        let a = x.abs();
        if a == 0.0 {
            return sign;
        }
        if a.is_infinite() {
            return sign | infinity;
        }
        // The distance of neighbours near `a`, a power of two.
        let exponent = ((a.to_bits() >> 52) as i32 - 1023 - digits).max(least);
        let ulp = f64::from_bits(((exponent + 1023) as u64) << 52);
        let rounding = match (rounding, sign != 0) {
            (Rounding::Minus, true) => Rounding::Plus,
            (Rounding::Plus, true) => Rounding::Minus,
            (r, _) => r,
        };
        let n = rounding.to_integer(a / ulp);
        let v = n * ulp;
        if v > largest {
            return sign
                | if matches!(rounding, Rounding::Zero | Rounding::Minus) {
                    infinity - 1
                } else {
                    infinity
                };
        }
        // `v` is a value of the format: its `f32` form is exact.
        let v = v as f32;
        sign | match self {
            Self::Bf16 => (v.to_bits() >> 16) as u16,
            Self::F16 if n < 1024.0 => n as u16,
            Self::F16 => ((v.to_bits() >> 13) - (112 << 10)) as u16,
        }
    }

    /// To nearest, ties to even.
    pub(crate) fn nearest(self, x: f32) -> u16 {
        match self {
            Self::Bf16 if x.is_nan() => 0x7fff,
            Self::Bf16 => {
                let b = x.to_bits();
                ((b + 0x7fff + (b >> 16 & 1)) >> 16) as u16
            }
            Self::F16 => self.round(f64::from(x), Rounding::Nearest),
        }
    }
}

/// What the tensor cores see of an `f32`: its low 13 bits are ignored.
#[inline(always)]
pub(crate) fn tf32(bits: u32) -> f32 {
    f32::from_bits(bits & 0xffff_e000)
}

/// `cvt.rna.tf32.f32` and `cvt.rn.tf32.f32`.
pub(crate) fn round_tf32(x: f32, rounding: Rounding) -> u32 {
    let b = x.to_bits();
    if x.is_nan() {
        return NAN.to_bits();
    }
    if x.is_infinite() {
        return b;
    }
    let half = match rounding {
        Rounding::Nearest => 0xfff + (b >> 13 & 1),
        Rounding::Zero => 0,
        _ => 0x1000,
    };
    (b + half) & 0xffff_e000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_trip() {
        for bits in 0..=u16::MAX {
            for half in [Half::F16, Half::Bf16] {
                let x = half.to_f32(bits);
                if !x.is_nan() {
                    assert_eq!(half.round(f64::from(x), Rounding::Nearest), bits);
                    assert_eq!(half.nearest(x), bits);
                }
            }
        }
        assert_eq!(Half::F16.nearest(65520.0), 0x7c00);
        assert_eq!(Half::F16.nearest(65519.0), 0x7bff);
        assert_eq!(Half::F16.nearest(f32::from_bits(0x3300_0000)), 0);
        assert_eq!(Half::F16.nearest(f32::from_bits(0x3300_0001)), 1);
        assert_eq!(Half::Bf16.round(f64::from(f32::MAX), Rounding::Nearest), 0x7f80);
        assert_eq!(Half::Bf16.nearest(f32::MAX), 0x7f80);
        assert_eq!(Half::F16.round(1e9, Rounding::Zero), 0x7bff);
    }

    #[test]
    fn directed() {
        let x = 1.0 + 2f64.powi(-30);
        assert_eq!(to_f32(x, Rounding::Plus), 1.0f32.next_up());
        assert_eq!(to_f32(x, Rounding::Zero), 1.0);
        assert_eq!(to_f32(-x, Rounding::Minus), -1.0f32.next_up());
        assert_eq!(to_f32(1e300, Rounding::Zero), f32::MAX);
        assert_eq!(to_f32(1e300, Rounding::Nearest), f32::INFINITY);
        // A tie in f64's last place that only the lost part decides.
        let s = fma_odd(1.0, 1.0 + 2f64.powi(-24), 2f64.powi(-80));
        assert_eq!(to_f32(s, Rounding::Nearest), 1.0f32.next_up());
        assert_eq!(round_tf32(f32::from_bits(0x3f80_1000), Rounding::Away), 0x3f80_2000);
        assert_eq!(round_tf32(f32::from_bits(0x3f80_1000), Rounding::Nearest), 0x3f80_0000);
    }
}

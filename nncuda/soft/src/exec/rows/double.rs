//! `f64` arithmetic, rounded to nearest.

use super::rows;

rows! {
    ADD(a: f64, b: f64) -> f64 { a + b }
    SUB(a: f64, b: f64) -> f64 { a - b }
    MUL(a: f64, b: f64) -> f64 { a * b }
    FMA(a: f64, b: f64, c: f64) -> f64 { a.mul_add(b, c) }
    DIV(a: f64, b: f64) -> f64 { a / b }
    SQRT(a: f64) -> f64 { a.sqrt() }
    RCP(a: f64) -> f64 { 1.0 / a }
    MIN(a: f64, b: f64) -> f64 { minimum(a, b) }
    MAX(a: f64, b: f64) -> f64 { -minimum(-a, -b) }
    ABS(a: f64) -> f64 { a.abs() }
    NEG(a: f64) -> f64 { -a }
    COPYSIGN(a: f64, b: f64) -> f64 { b.copysign(a) }
}

/// The smaller, with -0 below +0; of a number and a NaN the number.
#[inline(always)]
fn minimum(a: f64, b: f64) -> f64 {
    if b.is_nan() || a < b || (a == b && a.is_sign_negative()) { a } else { b }
}

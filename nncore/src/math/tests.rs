//! The `f32` functions against libm's in `f64`.

extern crate std;
use super::*;
use std::vec::Vec;

/// The distance of `got` from `exact`, in steps of `f32` at `exact`; 0 when both are NaN or
/// `got` is `exact` rounded.
fn ulp(got: f32, exact: f64) -> f64 {
    let nearest = exact as f32;
    if got.to_bits() == nearest.to_bits() || (got.is_nan() && nearest.is_nan()) {
        return 0.0;
    }
    if got.is_nan() || nearest.is_nan() {
        return f64::INFINITY;
    }
    // After the largest f32 comes 2¹²⁸ rather than ∞.
    let finite = |x: f64| x.clamp(-f64::from(f32::MAX) - 2f64.powi(104), 2f64.powi(128));
    let exponent = ((exact.to_bits() >> 52) & 0x7ff) as i32 - 1023;
    let step = 2f64.powi(exponent.clamp(-126, 127) - 23);
    (finite(f64::from(got)) - finite(exact)).abs() / step
}

type Pair = (&'static str, fn(f32) -> f32, fn(f64) -> f64, f64);
const PAIRS: [Pair; 4] = [
    ("exp", exp_f32, libm::exp, 0.99),
    ("ln", ln_f32, libm::log, 0.87),
    ("tanh", tanh_f32, libm::tanh, 1.34),
    ("erf", erf_f32, libm::erf, 1.35),
];

/// The largest error over every `stride`-th f32, and where.
fn sweep(pair: &Pair, stride: usize) -> (f64, f32) {
    let mut worst = (0.0, 0.0);
    for bits in (0..=u32::MAX).step_by(stride) {
        let x = f32::from_bits(bits);
        let error = ulp(pair.1(x), pair.2(f64::from(x)));
        if error > worst.0 {
            worst = (error, x);
        }
    }
    worst
}

#[test]
fn functions_of_f32_are_within_their_bounds() {
    for pair in &PAIRS {
        let (error, x) = sweep(pair, 251);
        assert!(error <= pair.3, "{}({x:e}) is off by {error} ULP", pair.0);
    }
}

#[test]
#[ignore = "six minutes; the source of the table at the head of the module"]
fn every_f32() {
    for pair in &PAIRS {
        let (error, x) = sweep(pair, 1);
        std::println!("{}: {error:.3} ULP at {x:e}", pair.0);
        assert!(error <= pair.3, "{}({x:e}) is off by {error} ULP", pair.0);
    }
}

#[test]
fn special_values() {
    let (inf, nan) = (f32::INFINITY, f32::NAN);
    assert_eq!([exp_f32(inf), exp_f32(-inf), exp_f32(0.0), exp_f32(-0.0)], [inf, 0.0, 1.0, 1.0]);
    assert_eq!([exp_f32(1e30), exp_f32(-1e30), exp_f32(88.8)], [inf, 0.0, inf]);
    assert_eq!(exp_f32(-103.0).to_bits(), 1); // the smallest subnormal
    assert_eq!([ln_f32(inf), ln_f32(0.0), ln_f32(-0.0), ln_f32(1.0)], [inf, -inf, -inf, 0.0]);
    assert!(ln_f32(-1.0).is_nan() && ln_f32(-inf).is_nan() && ln_f32(-1e-40).is_nan());
    assert_eq!([tanh_f32(inf), tanh_f32(-inf), tanh_f32(50.0)], [1.0, -1.0, 1.0]);
    assert_eq!([erf_f32(inf), erf_f32(-inf), erf_f32(5.0)], [1.0, -1.0, 1.0]);
    for (_, f, ..) in PAIRS {
        assert!(f(nan).is_nan());
    }
    for f in [tanh_f32, erf_f32] {
        assert_eq!(f(-0.0).to_bits(), (-0.0f32).to_bits());
        let tiny = f32::from_bits(5);
        assert!(f(tiny) > 0.0 && f(tiny) < 1e-40);
    }
    assert!(sqrt_f32(-1.0).is_nan() && sqrt_f64(-1.0).is_nan());
    assert_eq!(sqrt_f32(2.0), core::f32::consts::SQRT_2);
    assert_eq!(sqrt_f64(2.0), core::f64::consts::SQRT_2);
}

const EXPONENTS: [f64; 16] = [
    -40.0,
    -5.0,
    -1.7,
    -1.0,
    -0.3,
    1e-3,
    1.0 / 3.0,
    0.5,
    0.999,
    1.0,
    1.5,
    2.0,
    3.0,
    4.0,
    17.3,
    1e5,
];

/// The largest error of a power over every `stride`-th f32, and where.
fn sweep_power(exponent: f64, stride: usize) -> (f64, f32) {
    let mut worst = (0.0, 0.0);
    for bits in (0..=u32::MAX).step_by(stride) {
        let x = f32::from_bits(bits);
        let error = ulp(pow_f32(x, exponent), libm::pow(f64::from(x), exponent));
        if error > worst.0 {
            worst = (error, x);
        }
    }
    worst
}

#[test]
fn powers_of_f32_are_within_their_bound() {
    for exponent in EXPONENTS {
        let (error, x) = sweep_power(exponent, 16_411);
        assert!(error <= 0.51, "{x:e} to the power of {exponent} is off by {error} ULP");
    }
    // Near 1, where a large exponent makes much of a small error.
    for i in -20_000..20_000 {
        let x = f32::from_bits(1.0f32.to_bits().wrapping_add_signed(i));
        for exponent in [-3e4, -0.5, 7.0, 1e4, 54321.5] {
            let error = ulp(pow_f32(x, exponent), libm::pow(f64::from(x), exponent));
            assert!(error <= 0.51, "{x:e} to the power of {exponent} is off by {error} ULP");
        }
    }
}

#[test]
#[ignore = "minutes an exponent"]
fn every_power() {
    for exponent in EXPONENTS {
        let (error, x) = sweep_power(exponent, 1);
        std::println!("{exponent}: {error:.3} ULP at {x:e}");
        assert!(error <= 0.51, "{x:e} to the power of {exponent} is off by {error} ULP");
    }
}

#[test]
fn special_values_of_powers_are_those_of_c() {
    let (inf, tiny) = (f32::INFINITY, f32::from_bits(1));
    let others = [0.0, -0.0, 1e300, -1e300, f64::MAX, f64::MIN_POSITIVE, 2f64.powi(52) + 1.0];
    for exponent in EXPONENTS.into_iter().chain(others) {
        for x in [0.0, tiny, 0.5, 1.0, 1.5, f32::MAX, inf, f32::NAN] {
            for x in [x, -x] {
                let (found, exact) = (pow_f32(x, exponent), libm::pow(f64::from(x), exponent));
                let is_same = ulp(found, exact) <= 0.51
                    && (exact != 0.0 || found.to_bits() == (exact as f32).to_bits());
                assert!(is_same, "{x:e} to the power of {exponent:e}: {found:e} for {exact:e}");
            }
        }
    }
    assert_eq!(
        [parity(3.0), parity(-2.0), parity(0.5)],
        [(true, true), (true, false), (false, false)]
    );
    assert_eq!([parity(1e300), parity(2f64.powi(53) - 1.0)], [(true, false), (true, true)]);
}

#[test]
fn results_do_not_depend_on_the_place_in_a_slice() {
    // The scalar and the vectorised loop must give the same bits.
    let x: Vec<f32> = (0..1003u32).map(|i| (i as f32 - 500.0) * 0.117).collect();
    for (name, f, ..) in PAIRS {
        let together: Vec<f32> = x.iter().map(|&x| f(x)).collect();
        for (i, &x) in x.iter().enumerate() {
            let alone = f(std::hint::black_box(x));
            assert!(alone.to_bits() == together[i].to_bits() || alone.is_nan(), "{name}({x})");
        }
    }
}

#[test]
fn stable_for_large_arguments() {
    fn check<T: Element>(limit: f64) {
        let of = T::from_f64;
        for x in [-1e4, -800.0, -90.0, -20.0, -1.0, -1e-3, 0.0, 1e-3, 1.0, 20.0, 90.0, 800.0, 1e4] {
            let near = |got: T, exact: f64| {
                let error = (got.to_f64() - of(exact).to_f64()).abs();
                assert!(error <= limit * exact.abs() + 1e-44, "{x}: {got} for {exact}");
            };
            near(sigmoid(of(x)), 1.0 / (1.0 + libm::exp(-of(x).to_f64())));
            let plus = of(x).to_f64();
            near(
                softplus(of(x)),
                if x > 0.0 { plus } else { 0.0 } + libm::log1p(libm::exp(-plus.abs())),
            );
            if x <= 0.0 {
                near(exp_m1_nonpositive(of(x)), libm::expm1(plus));
            }
        }
        assert!(
            sigmoid(of(f64::NAN)).to_f64().is_nan() && softplus(of(f64::NAN)).to_f64().is_nan()
        );
        assert_eq!(softplus(of(f64::NEG_INFINITY)), T::ZERO);
        assert_eq!(softplus(of(f64::INFINITY)).to_f64(), f64::INFINITY);
        assert_eq!(sigmoid(of(f64::NEG_INFINITY)), T::ZERO);
        assert_eq!(exp_m1_nonpositive(of(f64::NEG_INFINITY)), -T::ONE);
    }
    check::<f32>(6e-7);
    check::<f64>(1e-15);
}

#[test]
fn sums_of_integers_are_exact() {
    for n in [0, 1, 7, 15, 16, 17, 511, 512, 513, 1024, 5000] {
        let x: Vec<f32> = (0..n).map(|i| ((i * 7) % 19) as f32 - 9.0).collect();
        let y: Vec<f32> = (0..n).map(|i| ((i * 5) % 23) as f32).collect();
        let [xs, xy] = sums([&x[..], &y[..]], |[x, y]| [x, x * y]);
        let exact = x.iter().zip(&y).fold((0.0, 0.0), |(a, b), (x, y)| (a + x, b + x * y));
        assert_eq!((xs as f32, xy as f32), exact);
        assert_eq!(sum(&x), xs);
        let largest = x.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        assert_eq!(max(&x), largest);
    }
    assert_eq!(max(&[f32::NAN, -3.0, f32::NAN]), -3.0);
}

#[test]
fn powers() {
    for x in [0.0, 0.5, 0.9, 0.999, 0.999_99, 1.0, -0.3] {
        for n in (0..70).chain([1000, 4096, 12_345, 1_000_000]) {
            let (found, exact) = (powi(x, n), libm::pow(x, n as f64));
            let bound = n as f64 * f64::EPSILON * exact.abs() + f64::MIN_POSITIVE;
            assert!((found - exact).abs() <= bound, "{x} {n}: {found}, {exact}");
        }
    }
    assert_eq!(powi(2.0, 62), 4_611_686_018_427_387_904.0);
    assert_eq!(powi(-2.0, 63), -9_223_372_036_854_775_808.0);
    assert_eq!(powi(2.0, 1024), f64::INFINITY);
    assert_eq!(powi(f64::NAN, 0), 1.0);
    assert!(powi(f64::NAN, 3).is_nan());
    assert_eq!(powi(0.9, u64::MAX), 0.0);
}

#[test]
fn cosines_of_multiples_of_pi() {
    const PI: f64 = core::f64::consts::PI;
    const PI_REST: f64 = 1.224_646_799_147_353_2e-16;
    for i in 0..200_000 {
        let x = f64::from(i) * 1e-4 - 7.0;
        // π times the rest up to 2, which is exact, in two parts.
        let rest = x % 2.0;
        let y = PI * rest;
        let missing = PI.mul_add(rest, -y) + PI_REST * rest;
        let exact = libm::cos(y) - libm::sin(y) * missing;
        assert!((cos_pi(x) - exact).abs() <= f64::EPSILON, "{x}: {}, {exact}", cos_pi(x));
    }
    for (x, exact) in [
        (0.0, 1.0),
        (0.5, 0.0),
        (1.0, -1.0),
        (-1.5, 0.0),
        (2.0, 1.0),
        (1e6, 1.0),
        (1e6 + 1.0, -1.0),
    ] {
        assert_eq!(cos_pi(x), exact, "{x}");
    }
    assert!((cos_pi(0.25) - core::f64::consts::FRAC_1_SQRT_2).abs() <= f64::EPSILON / 2.0);
    assert!((cos_pi(1.0 / 3.0) - 0.5).abs() <= f64::EPSILON);
    let most = 2f64.powi(51);
    for (below, exact) in [(0.5, 0.0), (1.0, -1.0), (1.5, 0.0), (2.0, 1.0)] {
        assert_eq!((cos_pi(most - below), cos_pi(below - most)), (exact, exact), "{below}");
    }
    for x in [most, 2f64.powi(53), 2f64.powi(64), 1e300] {
        assert_eq!((cos_pi(x), cos_pi(-x)), (1.0, 1.0), "{x}");
    }
    assert!(cos_pi(f64::NAN).is_nan() && cos_pi(f64::INFINITY).is_nan());
}

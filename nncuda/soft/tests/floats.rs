//! Floating-point instructions against Rust's arithmetic.

mod common;

use common::{Gpu, evaluate};

fn values() -> Vec<f32> {
    vec![
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.5,
        1.5,
        -2.5,
        3.0,
        1.0 / 3.0,
        -7.25,
        1e-20,
        -1e20,
        16_777_217.0,
        f32::MIN_POSITIVE,
        f32::from_bits(1),
        f32::from_bits(0x007f_ffff),
        -f32::from_bits(0x0012_3456),
        f32::MAX,
        f32::MIN,
        f32::EPSILON,
        1.0 + f32::EPSILON,
        f32::INFINITY,
        f32::NEG_INFINITY,
        f32::NAN,
    ]
}

fn edges() -> Vec<[u64; 3]> {
    let v = values();
    let mut out = Vec::new();
    for (i, a) in v.iter().enumerate() {
        for (j, b) in v.iter().enumerate() {
            let c = v[(5 * i + 7 * j) % v.len()];
            out.push([*a, *b, c].map(|x| u64::from(x.to_bits())));
        }
    }
    out
}

fn f(x: u64) -> f32 {
    f32::from_bits(x as u32)
}

/// The bits of a result; a NaN is that of the hardware.
fn bits(x: f32) -> u64 {
    if x.is_nan() { 0x7fff_ffff } else { x.to_bits().into() }
}

fn flush(x: f32) -> f32 {
    if x.is_subnormal() { 0f32.copysign(x) } else { x }
}

#[track_caller]
fn check(gpu: &Gpu, text: &str, g: impl Fn(f32, f32, f32) -> u64) {
    let inputs = edges();
    for (i, got) in inputs.iter().zip(evaluate(gpu, text, &inputs)) {
        let x = i.map(f);
        assert_eq!(got, g(x[0], x[1], x[2]), "{text} of {x:?}");
    }
}

/// Checks an instruction without and with `.ftz`; `~` stands for it.
#[track_caller]
fn both(gpu: &Gpu, text: &str, g: impl Fn(f32, f32, f32) -> f32) {
    check(gpu, &text.replace('~', ""), |a, b, c| bits(g(a, b, c)));
    check(gpu, &text.replace('~', ".ftz"), |a, b, c| bits(flush(g(flush(a), flush(b), flush(c)))));
}

fn least(a: f32, b: f32) -> f32 {
    if a.is_nan() || b.is_nan() {
        return if a.is_nan() { b } else { a };
    }
    if a == b {
        f32::from_bits(a.to_bits() | b.to_bits())
    } else if a < b {
        a
    } else {
        b
    }
}

#[test]
fn single_precision() {
    let g = Gpu::new();
    both(&g, "add~.f32 %d, %a, %b;", |a, b, _| a + b);
    both(&g, "add.rn~.f32 %d, %a, %b;", |a, b, _| a + b);
    both(&g, "sub~.f32 %d, %a, %b;", |a, b, _| a - b);
    both(&g, "mul~.f32 %d, %a, %b;", |a, b, _| a * b);
    both(&g, "fma.rn~.f32 %d, %a, %b, %c;", f32::mul_add);
    both(&g, "div.rn~.f32 %d, %a, %b;", |a, b, _| a / b);
    both(&g, "sqrt.rn~.f32 %d, %a;", |a, _, _| a.sqrt());
    both(&g, "rcp.rn~.f32 %d, %a;", |a, _, _| 1.0 / a);
    both(&g, "min~.f32 %d, %a, %b;", |a, b, _| least(a, b));
    both(&g, "max~.f32 %d, %a, %b;", |a, b, _| {
        if a.is_nan() || b.is_nan() { least(a, b) } else { -least(-a, -b) }
    });
    both(&g, "min.NaN~.f32 %d, %a, %b;", |a, b, _| {
        if a.is_nan() || b.is_nan() { f32::NAN } else { least(a, b) }
    });
    check(&g, "abs.f32 %d, %a;", |a, _, _| a.abs().to_bits().into());
    check(&g, "neg.f32 %d, %a;", |a, _, _| (-a).to_bits().into());
    check(&g, "copysign.f32 %d, %a, %b;", |a, b, _| b.copysign(a).to_bits().into());
    check(&g, "add.sat.f32 %d, %a, %b;", |a, b, _| {
        let v = a + b;
        if v.is_nan() { 0 } else { bits(v.clamp(0.0, 1.0) + 0.0) }
    });
    check(&g, "mov.f32 %fx, 0f40490FDB; mov.b32 %d, %fx;", |_, _, _| 0x4049_0fdb);
    check(&g, "mov.f32 %fx, -1.5; mov.b32 %d, %fx;", |_, _, _| (-1.5f32).to_bits().into());
}

#[test]
fn directed_roundings() {
    let g = Gpu::new();
    // What f64 holds exactly, rounded by hand.
    let down = |x: f64| {
        let n = x as f32;
        if f64::from(n) > x { n.next_down() } else { n }
    };
    let up = move |x: f64| -down(-x);
    let zero = move |x: f64| if x < 0.0 { up(x) } else { down(x) };
    let sign = |v: f32, x: f64| if v == 0.0 { 0f32.copysign(x as f32) } else { v };
    check(&g, "mul.rm.f32 %d, %a, %b;", |a, b, _| {
        let x = f64::from(a) * f64::from(b);
        bits(sign(down(x), x))
    });
    check(&g, "mul.rp.f32 %d, %a, %b;", |a, b, _| {
        let x = f64::from(a) * f64::from(b);
        bits(sign(up(x), x))
    });
    check(&g, "mul.rz.f32 %d, %a, %b;", |a, b, _| {
        let x = f64::from(a) * f64::from(b);
        bits(sign(zero(x), x))
    });
    let one = [
        [1f32, 1e-20, 0.0],
        [1.0, -1e-20, 0.0],
        [-1.0, 1e-20, 0.0],
        [2.0, -2.0, 0.0],
        [1.0, 3.0, 0.0],
    ];
    let inputs = one.map(|x| x.map(|v| u64::from(v.to_bits())));
    let run = |text: &str| evaluate(&g, text, &inputs).into_iter().map(f).collect::<Vec<_>>();
    let below = 1f32.next_down();
    assert_eq!(run("add.rz.f32 %d, %a, %b;"), [1.0, below, -below, 0.0, 4.0]);
    assert_eq!(run("add.rp.f32 %d, %a, %b;"), [1f32.next_up(), 1.0, -below, 0.0, 4.0]);
    let m = run("add.rm.f32 %d, %a, %b;");
    assert_eq!(m, [1.0, below, -1.0, -0.0, 4.0]);
    assert!(m[3].is_sign_negative());
    assert_eq!(run("fma.rz.f32 %d, %a, 0f3F800000, %b;"), [1.0, below, -below, 0.0, 4.0]);
    assert_eq!(run("div.rm.f32 %d, %a, 0f40400000;")[0], down(1.0 / 3.0));
    assert_eq!(run("div.rp.f32 %d, %a, 0f40400000;")[0], up(1.0 / 3.0));
    assert_eq!(run("sqrt.rm.f32 %d, 0f40000000;")[0], down(2f64.sqrt()));
    assert_eq!(run("rcp.rp.f32 %d, 0f40400000;")[0], up(1.0 / 3.0));
}

#[test]
fn comparisons() {
    let g = Gpu::new();
    // Less, equal, greater, unordered: which of them hold.
    let all = [
        ("eq", [false, true, false, false]),
        ("ne", [true, false, true, false]),
        ("lt", [true, false, false, false]),
        ("le", [true, true, false, false]),
        ("gt", [false, false, true, false]),
        ("ge", [false, true, true, false]),
        ("equ", [false, true, false, true]),
        ("neu", [true, false, true, true]),
        ("ltu", [true, false, false, true]),
        ("leu", [true, true, false, true]),
        ("gtu", [false, false, true, true]),
        ("geu", [false, true, true, true]),
        ("num", [true, true, true, false]),
        ("nan", [false, false, false, true]),
    ];
    for (name, holds) in all {
        let h = |a: f32, b: f32| holds[a.partial_cmp(&b).map_or(3, |o| (o as i8 + 1) as usize)];
        let text = format!("setp.{name}~.f32 %p, %a, %b; selp.b32 %d, 1, 0, %p;");
        check(&g, &text.replace('~', ""), |a, b, _| h(a, b).into());
        check(&g, &text.replace('~', ".ftz"), |a, b, _| h(flush(a), flush(b)).into());
        let wide = format!(
            "cvt.f64.f32 %A, %a; cvt.f64.f32 %B, %b; setp.{name}.f64 %p, %A, %B; selp.b32 %d, 1, 0, %p;"
        );
        check(&g, &wide, |a, b, _| h(a, b).into());
    }
    check(&g, "testp.subnormal.f32 %p, %a; selp.b32 %d, 1, 0, %p;", |a, _, _| {
        a.is_subnormal().into()
    });
    check(&g, "testp.finite.f32 %p, %a; selp.b32 %d, 1, 0, %p;", |a, _, _| a.is_finite().into());
}

#[test]
fn double_precision() {
    let g = Gpu::new();
    let v = [
        0.0,
        -0.0,
        1.0,
        -3.5,
        1e-310,
        1e300,
        -1e300,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        0.1,
    ];
    let mut inputs = Vec::new();
    for (i, a) in v.iter().enumerate() {
        for (j, b) in v.iter().enumerate() {
            inputs.push([*a, *b, v[(i + 3 * j) % v.len()]].map(f64::to_bits));
        }
    }
    let check = |text: &str, h: &dyn Fn(f64, f64, f64) -> f64| {
        for (i, got) in inputs.iter().zip(evaluate(&g, text, &inputs)) {
            let x = i.map(f64::from_bits);
            let (want, got) = (h(x[0], x[1], x[2]), f64::from_bits(got));
            assert!(
                want.to_bits() == got.to_bits() || want.is_nan() && got.is_nan(),
                "{text} of {x:?}: {got}, {want}"
            );
        }
    };
    check("add.f64 %D, %A, %B;", &|a, b, _| a + b);
    check("sub.rn.f64 %D, %A, %B;", &|a, b, _| a - b);
    check("mul.f64 %D, %A, %B;", &|a, b, _| a * b);
    check("fma.rn.f64 %D, %A, %B, %C;", &f64::mul_add);
    check("div.rn.f64 %D, %A, %B;", &|a, b, _| a / b);
    check("sqrt.rn.f64 %D, %A;", &|a, _, _| a.sqrt());
    check("neg.f64 %D, %A;", &|a, _, _| -a);
    check("abs.f64 %D, %A;", &|a, _, _| a.abs());
    check("mov.f64 %D, 0d3FF8000000000000;", &|_, _, _| 1.5);
    check("min.f64 %D, %A, %B;", &|a, b, _| {
        if a == b { f64::from_bits(a.to_bits() | b.to_bits()) } else { a.min(b) }
    });
    check("max.f64 %D, %A, %B;", &|a, b, _| {
        if a == b { f64::from_bits(a.to_bits() & b.to_bits()) } else { a.max(b) }
    });
}

/// Numbers over the whole range of a function, for its error.
fn spread(low: f32, high: f32) -> Vec<[u64; 3]> {
    let n = 4000;
    let at = |i: u32| low + (high - low) * (i as f32 / n as f32);
    (0..=n).map(|i| [at(i), at(n - i) + 0.37, 0.0].map(|x| u64::from(x.to_bits()))).collect()
}

/// The largest error in units of the bound, and how many results differ from the rounded exact ones.
fn error(
    g: &Gpu,
    text: &str,
    inputs: &[[u64; 3]],
    exact: impl Fn(f64, f64) -> f64,
    bound: impl Fn(f64) -> f64,
) -> (f64, f64) {
    let (mut worst, mut wrong) = (0f64, 0);
    for (i, got) in inputs.iter().zip(evaluate(g, text, inputs)) {
        let want = exact(f64::from(f(i[0])), f64::from(f(i[1])));
        let got = f(got);
        worst = worst.max((f64::from(got) - want).abs() / bound(want));
        wrong += u32::from(got != want as f32);
    }
    (worst, f64::from(wrong) / inputs.len() as f64)
}

#[test]
fn approximations_are_wrong_within_their_bounds() {
    let g = Gpu::new();
    let ulp = |v: f64| 2f64.powi(v.abs().log2().floor() as i32 - 23);
    let relative = |e: f64| move |v: f64| v.abs() * 2f64.powf(e);
    let near = |(worst, wrong): (f64, f64)| {
        assert!(worst <= 1.0 && worst > 0.7 && wrong > 0.1, "{worst} {wrong}")
    };
    near(error(&g, "rcp.approx.f32 %d, %a;", &spread(0.1, 90.0), |a, _| 1.0 / a, ulp));
    near(error(
        &g,
        "div.approx.f32 %d, %a, %b;",
        &spread(0.1, 90.0),
        |a, b| a / b,
        |v| 2.0 * ulp(v),
    ));
    near(error(
        &g,
        "div.full.ftz.f32 %d, %a, %b;",
        &spread(0.1, 90.0),
        |a, b| a / b,
        |v| 2.0 * ulp(v),
    ));
    near(error(
        &g,
        "sqrt.approx.f32 %d, %a;",
        &spread(0.1, 90.0),
        |a, _| a.sqrt(),
        relative(-23.0),
    ));
    near(error(
        &g,
        "rsqrt.approx.f32 %d, %a;",
        &spread(0.1, 90.0),
        |a, _| 1.0 / a.sqrt(),
        relative(-22.9),
    ));
    near(error(
        &g,
        "ex2.approx.f32 %d, %a;",
        &spread(-30.0, 30.0),
        |a, _| a.exp2(),
        relative(-22.0),
    ));
    near(error(
        &g,
        "lg2.approx.f32 %d, %a;",
        &spread(2.5, 900.0),
        |a, _| a.log2(),
        relative(-22.0),
    ));
    near(error(
        &g,
        "sin.approx.f32 %d, %a;",
        &spread(-6.2, 6.2),
        |a, _| a.sin(),
        |_| 2f64.powf(-20.5),
    ));
    near(error(
        &g,
        "cos.approx.f32 %d, %a;",
        &spread(-6.2, 6.2),
        |a, _| a.cos(),
        |_| 2f64.powf(-20.5),
    ));
    near(error(
        &g,
        "tanh.approx.f32 %d, %a;",
        &spread(-4.0, 4.0),
        |a, _| a.tanh(),
        relative(-11.0),
    ));
    // The same each time.
    let twice = || evaluate(&g, "ex2.approx.ftz.f32 %d, %a;", &spread(-3.0, 3.0));
    assert_eq!(twice(), twice());
    let special = [0.0f32, -0.0, f32::INFINITY, f32::NEG_INFINITY, f32::NAN];
    let inputs = special.map(|x| [u64::from(x.to_bits()), 0, 0]);
    let run =
        |text: &str| evaluate(&g, text, &inputs).into_iter().map(f).map(bits).collect::<Vec<_>>();
    let want = |h: fn(f32) -> f32| special.map(|x| bits(h(x))).to_vec();
    assert_eq!(run("rcp.approx.f32 %d, %a;"), want(|x| 1.0 / x));
    assert_eq!(run("ex2.approx.f32 %d, %a;")[2..], want(f32::exp2)[2..]);
    assert_eq!(
        run("lg2.approx.f32 %d, %a;"),
        want(|x| if x == 0.0 { f32::NEG_INFINITY } else { x.log2() })
    );
    assert_eq!(run("tanh.approx.f32 %d, %a;"), want(f32::tanh));
    assert_eq!(
        run("rsqrt.approx.f32 %d, %a;"),
        want(|x| if x == 0.0 {
            (1.0 / x).clamp(f32::NEG_INFINITY, f32::INFINITY)
        } else {
            1.0 / x.sqrt()
        })
    );
}

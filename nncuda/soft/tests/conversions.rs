//! `cvt`, and arithmetic of 16-bit floats.

mod common;

use common::{Gpu, evaluate};

const INTS: [u64; 14] = [
    0,
    1,
    0x7f,
    0x80,
    0xff,
    0x8000,
    0xffff,
    0x7fff_ffff,
    0x8000_0000,
    0xffff_ffff,
    0x7fff_ffff_ffff_ffff,
    0x8000_0000_0000_0000,
    0xffff_ffff_ffff_ff85,
    0x0100_0001_0100_0081,
];

#[track_caller]
fn ints(g: &Gpu, text: &str, f: impl Fn(u64) -> u64) {
    let inputs = INTS.map(|a| [a, 0, 0]);
    for (a, got) in INTS.iter().zip(evaluate(g, text, &inputs)) {
        assert_eq!(got, f(*a), "{text} of {a:#x}");
    }
}

#[test]
fn integers() {
    let g = Gpu::new();
    ints(&g, "cvt.u32.u8 %d, %a;", |a| a & 0xff);
    ints(&g, "cvt.s32.s8 %d, %a;", |a| (a as i8) as u32 as u64);
    ints(&g, "cvt.s64.s32 %D, %a;", |a| a as i32 as u64);
    ints(&g, "cvt.u64.u32 %D, %a;", |a| a & 0xffff_ffff);
    ints(&g, "cvt.s64.s8 %D, %a;", |a| a as i8 as u64);
    ints(&g, "cvt.u32.u64 %d, %A;", |a| a & 0xffff_ffff);
    ints(&g, "cvt.s8.s32 %d, %a;", |a| a as i8 as u32 as u64);
    ints(&g, "cvt.u8.u32 %D, %a;", |a| a & 0xff);
    ints(&g, "cvt.s16.s64 %D, %A;", |a| a as i16 as u64);
    ints(&g, "cvt.sat.u8.s32 %d, %a;", |a| (a as i32).clamp(0, 255) as u64);
    ints(&g, "cvt.sat.s8.s64 %d, %A;", |a| (a as i64).clamp(-128, 127) as u32 as u64);
    ints(&g, "cvt.sat.s32.u32 %d, %a;", |a| (a as u32).min(i32::MAX as u32).into());
    ints(&g, "cvt.sat.u32.s64 %d, %A;", |a| (a as i64).clamp(0, u32::MAX.into()) as u64);
}

#[test]
fn integers_to_floats() {
    let g = Gpu::new();
    let bits = |x: f32| u64::from(x.to_bits());
    ints(&g, "cvt.rn.f32.s32 %d, %a;", |a| bits(a as i32 as f32));
    ints(&g, "cvt.rn.f32.u32 %d, %a;", |a| bits(a as u32 as f32));
    ints(&g, "cvt.rn.f32.u64 %d, %A;", |a| bits(a as f32));
    ints(&g, "cvt.rn.f32.s64 %d, %A;", |a| bits(a as i64 as f32));
    ints(&g, "cvt.rn.f32.u8 %d, %a;", |a| bits(a as u8 as f32));
    ints(&g, "cvt.rn.f64.s64 %D, %A;", |a| (a as i64 as f64).to_bits());
    ints(&g, "cvt.rn.f64.u32 %D, %a;", |a| (a as u32 as f64).to_bits());
    ints(&g, "cvt.rz.f32.u32 %d, %a;", |a| {
        let (x, n) = (a as u32, a as u32 as f32);
        bits(if f64::from(n) > f64::from(x) { n.next_down() } else { n })
    });
    ints(&g, "cvt.rp.f32.s32 %d, %a;", |a| {
        let (x, n) = (a as i32, a as i32 as f32);
        bits(if f64::from(n) < f64::from(x) { n.next_up() } else { n })
    });
    ints(&g, "cvt.rz.f64.u64 %D, %A;", |a| {
        let n = a as f64;
        (if n as u128 > u128::from(a) { n.next_down() } else { n }).to_bits()
    });
}

const FLOATS: [f32; 22] = [
    0.0,
    -0.0,
    0.5,
    -0.5,
    1.5,
    2.5,
    -2.5,
    -1.75,
    127.6,
    -129.2,
    300.5,
    1e9,
    3e9,
    -3e9,
    5e9,
    1e20,
    f32::MAX,
    f32::MIN_POSITIVE,
    f32::INFINITY,
    f32::NEG_INFINITY,
    f32::NAN,
    1e-40,
];

#[track_caller]
fn floats(g: &Gpu, text: &str, f: impl Fn(f32) -> u64) {
    let inputs = FLOATS.map(|x| [x.to_bits().into(), f64::from(x).to_bits(), 0]);
    for (x, got) in FLOATS.iter().zip(evaluate(g, text, &inputs)) {
        assert_eq!(got, f(*x), "{text} of {x}");
    }
}

#[test]
fn floats_to_integers() {
    let g = Gpu::new();
    floats(&g, "cvt.rzi.s32.f32 %d, %a;", |x| x as i32 as u32 as u64);
    floats(&g, "cvt.rni.s32.f32 %d, %a;", |x| x.round_ties_even() as i32 as u32 as u64);
    floats(&g, "cvt.rmi.s32.f32 %d, %a;", |x| x.floor() as i32 as u32 as u64);
    floats(&g, "cvt.rpi.u32.f32 %d, %a;", |x| x.ceil() as u32 as u64);
    floats(&g, "cvt.rzi.u32.f32 %d, %a;", |x| x as u32 as u64);
    floats(&g, "cvt.rzi.s64.f32 %D, %a;", |x| x as i64 as u64);
    floats(&g, "cvt.rzi.u64.f64 %D, %B;", |x| x as u64);
    floats(&g, "cvt.rzi.s8.f32 %d, %a;", |x| x as i8 as u32 as u64);
    floats(&g, "cvt.rzi.u16.f32 %dh, %a; cvt.u32.u16 %d, %dh;", |x| x as u16 as u64);
}

fn bits(x: f32) -> u64 {
    if x.is_nan() { 0x7fff_ffff } else { x.to_bits().into() }
}

#[test]
fn floats_to_floats() {
    let g = Gpu::new();
    floats(&g, "cvt.rni.f32.f32 %d, %a;", |x| bits(x.round_ties_even()));
    floats(&g, "cvt.rzi.f32.f32 %d, %a;", |x| bits(x.trunc()));
    floats(&g, "cvt.rmi.f32.f32 %d, %a;", |x| bits(x.floor()));
    floats(&g, "cvt.rpi.f32.f32 %d, %a;", |x| bits(x.ceil()));
    floats(&g, "cvt.sat.f32.f32 %d, %a;", |x| {
        if x.is_nan() { 0 } else { bits(x.clamp(0.0, 1.0) + 0.0) }
    });
    floats(&g, "cvt.ftz.f32.f32 %d, %a;", |x| bits(if x.is_subnormal() { 0.0 } else { x }));
    floats(&g, "cvt.rn.f32.f64 %d, %B;", bits);
    let tf32 = |x: f32, half: u32| {
        if x.is_nan() || x.is_infinite() {
            bits(x)
        } else {
            u64::from((x.to_bits() + half) & 0xffff_e000)
        }
    };
    floats(&g, "cvt.rna.tf32.f32 %d, %a;", |x| tf32(x, 0x1000));
    // Values whose rounding to f32 is in question.
    let hard = [
        1.0 + 2f64.powi(-24),
        1.0 + 2f64.powi(-24) + 2f64.powi(-50),
        -1.0 - 2f64.powi(-30),
        1e-46,
        1e300,
    ];
    let inputs = hard.map(|x| [0, x.to_bits(), 0]);
    let run = |text: &str| evaluate(&g, text, &inputs);
    let up = 1f32.next_up();
    let want = |x: [f32; 5]| x.map(|v| u64::from(v.to_bits())).to_vec();
    let least = f32::from_bits(1);
    assert_eq!(run("cvt.rn.f32.f64 %d, %B;"), want([1.0, up, -1.0, 0.0, f32::INFINITY]));
    assert_eq!(run("cvt.rz.f32.f64 %d, %B;"), want([1.0, 1.0, -1.0, 0.0, f32::MAX]));
    assert_eq!(run("cvt.rp.f32.f64 %d, %B;"), want([up, up, -1.0, least, f32::INFINITY]));
    assert_eq!(run("cvt.rm.f32.f64 %d, %B;"), want([1.0, 1.0, -up, 0.0, f32::MAX]));
}

/// The value of a half.
fn half(bits: u64) -> f64 {
    let (e, m) = ((bits >> 10 & 31) as i32, (bits & 0x3ff) as f64);
    let v = match e {
        0 => m * 2f64.powi(-24),
        31 if m == 0.0 => f64::INFINITY,
        31 => f64::NAN,
        _ => (1024.0 + m) * 2f64.powi(e - 25),
    };
    if bits & 0x8000 != 0 { -v } else { v }
}

/// The nearest half, by trying all; ties go to even.
fn to_half(x: f64, all: &[(f64, u64)]) -> u64 {
    if x.is_nan() {
        return 0x7fff;
    }
    let sign = if x.is_sign_negative() { 0x8000 } else { 0 };
    let a = x.abs();
    if a >= 65520.0 {
        return sign | 0x7c00;
    }
    let i = all.partition_point(|(v, _)| *v <= a);
    let (low, high) = (all[i - 1], all[i.min(all.len() - 1)]);
    let (d, e) = (a - low.0, high.0 - a);
    sign | if d < e || d == e && low.1 % 2 == 0 { low.1 } else { high.1 }
}

#[test]
fn half_precision() {
    let g = Gpu::new();
    let all: Vec<(f64, u64)> = (0..0x7c00).map(|b| (half(b), b)).collect();
    let v = [
        0x0000u64, 0x8000, 0x3c00, 0xbc01, 0x0001, 0x83ff, 0x7bff, 0xfbff, 0x7c00, 0x7e00, 0x3555,
        0x4248, 0x1400,
    ];
    let mut inputs = Vec::new();
    for (i, a) in v.iter().enumerate() {
        for (j, b) in v.iter().enumerate() {
            inputs.push([*a, *b, v[(2 * i + 3 * j) % v.len()]]);
        }
    }
    let check = |text: &str, h: &dyn Fn(f64, f64, f64) -> f64| {
        for (i, got) in
            inputs.iter().zip(evaluate(&g, &format!("{text} cvt.u32.u16 %d, %dh;"), &inputs))
        {
            let x = i.map(half);
            assert_eq!(got, to_half(h(x[0], x[1], x[2]), &all), "{text} of {x:?}");
        }
    };
    check("add.f16 %dh, %ah, %bh;", &|a, b, _| a + b);
    check("sub.rn.f16 %dh, %ah, %bh;", &|a, b, _| a - b);
    check("mul.f16 %dh, %ah, %bh;", &|a, b, _| a * b);
    check("fma.rn.f16 %dh, %ah, %bh, %ch;", &f64::mul_add);
    check("max.f16 %dh, %ah, %bh;", &|a, b, _| {
        if a == b { f64::from_bits(a.to_bits() & b.to_bits()) } else { a.max(b) }
    });
    let to_f32 = evaluate(&g, "cvt.f32.f16 %d, %ah;", &inputs);
    for (i, got) in inputs.iter().zip(to_f32) {
        assert_eq!(got, bits(half(i[0]) as f32));
    }
    floats(&g, "cvt.rn.f16.f32 %dh, %a; cvt.u32.u16 %d, %dh;", |x| to_half(x.into(), &all));
    floats(&g, "cvt.rn.f16x2.f32 %d, %a, 0f3F800000;", |x| to_half(x.into(), &all) << 16 | 0x3c00);
    // Two at once.
    let pairs = [[0x3c00_4000u64, 0x4200_bc00, 0x3800_3800]];
    assert_eq!(evaluate(&g, "add.f16x2 %d, %a, %b;", &pairs), [0x4400_3c00]);
    assert_eq!(evaluate(&g, "fma.rn.f16x2 %d, %a, %b, %c;", &pairs), [0x4300_be00]);
}

#[test]
fn brain_floats() {
    let g = Gpu::new();
    let round = |x: f32| {
        if x.is_nan() {
            return 0x7fff;
        }
        let b = u64::from(x.to_bits());
        (b + 0x7fff + (b >> 16 & 1)) >> 16
    };
    floats(&g, "cvt.rn.bf16.f32 %dh, %a; cvt.u32.u16 %d, %dh;", round);
    floats(&g, "cvt.rn.bf16x2.f32 %d, 0f40000000, %a;", |x| 0x4000 << 16 | round(x));
    floats(&g, "cvt.rz.bf16x2.f32 %d, %a, %a;", |x| {
        let b = if x.is_nan() { 0x7fff } else { u64::from(x.to_bits() >> 16) };
        b << 16 | b
    });
    floats(&g, "cvt.rn.relu.bf16x2.f32 %d, %a, %a;", |x| {
        let b = if x <= 0.0 { 0 } else { round(x) };
        b << 16 | b
    });
    let inputs = [[0x3f80u64, 0x3f81, 0x4000], [0x4049, 0xbf00, 0x3e99]];
    let v = |b: u64| f32::from_bits((b as u32) << 16);
    let got = evaluate(&g, "fma.rn.bf16 %dh, %ah, %bh, %ch; cvt.u32.u16 %d, %dh;", &inputs);
    for (i, got) in inputs.iter().zip(got) {
        let exact = f64::from(v(i[0])) * f64::from(v(i[1])) + f64::from(v(i[2]));
        assert_eq!(got, round(exact as f32));
    }
    assert_eq!(
        evaluate(&g, "mul.bf16x2 %d, %a, %b;", &[[0x4000_4040, 0x3f80_4000, 0]]),
        [0x4000_40c0]
    );
    assert_eq!(evaluate(&g, "cvt.f32.bf16 %d, %ah;", &[[0x4049, 0, 0]]), [0x4049_0000]);
}

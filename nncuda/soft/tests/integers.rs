//! Integer instructions against Rust's arithmetic.

mod common;

use common::{Gpu, evaluate};

/// Pairs and triples of values at the edges.
fn edges() -> Vec<[u64; 3]> {
    let v = [
        0,
        1,
        2,
        3,
        7,
        31,
        32,
        33,
        63,
        64,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        0x1_0000,
        0x7fff_ffff,
        0x8000_0000,
        0xffff_ffff,
        0x1_0000_0000,
        0x1234_5678_9abc_def0,
        i64::MAX as u64,
        i64::MIN as u64,
        u64::MAX,
        u64::MAX - 5,
    ];
    let mut out = Vec::new();
    for (i, a) in v.iter().enumerate() {
        for (j, b) in v.iter().enumerate() {
            out.push([*a, *b, v[(3 * i + 5 * j) % v.len()]]);
        }
    }
    out
}

/// Compares an instruction with a function on all edges that the filter lets through.
#[track_caller]
fn check_some(
    gpu: &Gpu,
    text: &str,
    keep: impl Fn([u64; 3]) -> bool,
    f: impl Fn(u64, u64, u64) -> u64,
) {
    let inputs: Vec<_> = edges().into_iter().filter(|x| keep(*x)).collect();
    for (i, got) in inputs.iter().zip(evaluate(gpu, text, &inputs)) {
        assert_eq!(got, f(i[0], i[1], i[2]), "{text} of {i:x?}");
    }
}

#[track_caller]
fn check(gpu: &Gpu, text: &str, f: impl Fn(u64, u64, u64) -> u64) {
    check_some(gpu, text, |_| true, f);
}

fn s(x: u64) -> i32 {
    x as i32
}

fn u(x: i32) -> u64 {
    u64::from(x as u32)
}

#[test]
fn arithmetic_of_32_bits() {
    let g = Gpu::new();
    check(&g, "add.s32 %d, %a, %b;", |a, b, _| u(s(a).wrapping_add(s(b))));
    check(&g, "add.sat.s32 %d, %a, %b;", |a, b, _| u(s(a).saturating_add(s(b))));
    check(&g, "sub.u32 %d, %a, %b;", |a, b, _| u(s(a).wrapping_sub(s(b))));
    check(&g, "sub.sat.s32 %d, %a, %b;", |a, b, _| u(s(a).saturating_sub(s(b))));
    check(&g, "mul.lo.u32 %d, %a, %b;", |a, b, _| u(s(a).wrapping_mul(s(b))));
    check(&g, "mul.hi.u32 %d, %a, %b;", |a, b, _| ((a as u32 as u64) * (b as u32 as u64)) >> 32);
    check(&g, "mul.hi.s32 %d, %a, %b;", |a, b, _| {
        u(((i64::from(s(a)) * i64::from(s(b))) >> 32) as i32)
    });
    check(&g, "mad.lo.s32 %d, %a, %b, %c;", |a, b, c| {
        u(s(a).wrapping_mul(s(b)).wrapping_add(s(c)))
    });
    check(&g, "mad.hi.s32 %d, %a, %b, %c;", |a, b, c| {
        u((((i64::from(s(a)) * i64::from(s(b))) >> 32) as i32).wrapping_add(s(c)))
    });
    check(&g, "mul24.lo.s32 %d, %a, %b;", |a, b, _| {
        u((s(a) << 8 >> 8).wrapping_mul(s(b) << 8 >> 8))
    });
    check(&g, "sad.u32 %d, %a, %b, %c;", |a, b, c| {
        u64::from((a as u32).abs_diff(b as u32).wrapping_add(c as u32))
    });
    check(&g, "min.s32 %d, %a, %b;", |a, b, _| u(s(a).min(s(b))));
    check(&g, "max.u32 %d, %a, %b;", |a, b, _| u64::from((a as u32).max(b as u32)));
    check(&g, "abs.s32 %d, %a;", |a, _, _| u(s(a).wrapping_abs()));
    check(&g, "neg.s32 %d, %a;", |a, _, _| u(s(a).wrapping_neg()));
    let nonzero = |x: [u64; 3]| x[1] as u32 != 0;
    check_some(&g, "div.s32 %d, %a, %b;", nonzero, |a, b, _| u(s(a).wrapping_div(s(b))));
    check_some(&g, "rem.s32 %d, %a, %b;", nonzero, |a, b, _| u(s(a).wrapping_rem(s(b))));
    check_some(&g, "div.u32 %d, %a, %b;", nonzero, |a, b, _| u64::from(a as u32 / b as u32));
    check_some(&g, "rem.u32 %d, %a, %b;", nonzero, |a, b, _| u64::from(a as u32 % b as u32));
    check(&g, "add.u32 %d, %a, -7;", |a, _, _| u(s(a).wrapping_sub(7)));
    check(&g, "dp4a.s32.u32 %d, %a, %b, %c;", |a, b, c| {
        let mut v = c as u32;
        for i in 0..4 {
            v = v.wrapping_add(
                (i32::from((a >> (8 * i)) as i8) * i32::from((b >> (8 * i)) as u8)) as u32,
            );
        }
        v.into()
    });
}

#[test]
fn arithmetic_of_16_bits() {
    let g = Gpu::new();
    let put = "cvt.u32.u16 %d, %dh;";
    check(&g, &format!("add.u16 %dh, %ah, %bh; {put}"), |a, b, _| {
        (a as u16).wrapping_add(b as u16).into()
    });
    check(&g, &format!("mul.lo.s16 %dh, %ah, %bh; {put}"), |a, b, _| {
        (a as u16).wrapping_mul(b as u16).into()
    });
    check(&g, &format!("mul.hi.s16 %dh, %ah, %bh; {put}"), |a, b, _| {
        u64::from(((i32::from(a as i16) * i32::from(b as i16)) >> 16) as u16)
    });
    check(&g, "mul.wide.s16 %d, %ah, %bh;", |a, b, _| u(i32::from(a as i16) * i32::from(b as i16)));
    check(&g, "mul.wide.u16 %d, %ah, %bh;", |a, b, _| {
        u64::from(u32::from(a as u16) * u32::from(b as u16))
    });
    check(&g, "mad.wide.u16 %d, %ah, %bh, %c;", |a, b, c| {
        u64::from((u32::from(a as u16) * u32::from(b as u16)).wrapping_add(c as u32))
    });
    check(&g, &format!("min.s16 %dh, %ah, %bh; {put}"), |a, b, _| {
        u64::from((a as i16).min(b as i16) as u16)
    });
    check(&g, &format!("shr.s16 %dh, %ah, %b; {put}"), |a, b, _| {
        u64::from(((a as i16) >> (b as u32).min(15)) as u16)
    });
    check(&g, &format!("not.b16 %dh, %ah; {put}"), |a, _, _| (!(a as u16)).into());
    check(&g, "cvt.s32.s16 %d, %ah;", |a, _, _| u(i32::from(a as i16)));
}

#[test]
fn arithmetic_of_64_bits() {
    let g = Gpu::new();
    check(&g, "add.s64 %D, %A, %B;", |a, b, _| a.wrapping_add(b));
    check(&g, "sub.u64 %D, %A, %B;", |a, b, _| a.wrapping_sub(b));
    check(&g, "mul.lo.s64 %D, %A, %B;", |a, b, _| a.wrapping_mul(b));
    check(&g, "mul.hi.u64 %D, %A, %B;", |a, b, _| ((u128::from(a) * u128::from(b)) >> 64) as u64);
    check(&g, "mul.hi.s64 %D, %A, %B;", |a, b, _| {
        ((i128::from(a as i64) * i128::from(b as i64)) >> 64) as u64
    });
    check(&g, "mad.lo.u64 %D, %A, %B, %C;", |a, b, c| a.wrapping_mul(b).wrapping_add(c));
    check(&g, "mul.wide.s32 %D, %a, %b;", |a, b, _| (i64::from(s(a)) * i64::from(s(b))) as u64);
    check(&g, "mul.wide.u32 %D, %a, %b;", |a, b, _| u64::from(a as u32) * u64::from(b as u32));
    check(&g, "mad.wide.s32 %D, %a, %b, %C;", |a, b, c| {
        (i64::from(s(a)) * i64::from(s(b))).wrapping_add(c as i64) as u64
    });
    let nonzero = |x: [u64; 3]| x[1] != 0;
    check_some(&g, "div.s64 %D, %A, %B;", nonzero, |a, b, _| {
        (a as i64).wrapping_div(b as i64) as u64
    });
    check_some(&g, "rem.u64 %D, %A, %B;", nonzero, |a, b, _| a % b);
    check(&g, "min.s64 %D, %A, %B;", |a, b, _| (a as i64).min(b as i64) as u64);
    check(&g, "max.u64 %D, %A, %B;", |a, b, _| a.max(b));
    check(&g, "neg.s64 %D, %A;", |a, _, _| a.wrapping_neg());
}

#[test]
fn bits_and_shifts() {
    let g = Gpu::new();
    check(&g, "and.b32 %d, %a, %b;", |a, b, _| a & b & 0xffff_ffff);
    check(&g, "or.b64 %D, %A, %B;", |a, b, _| a | b);
    check(&g, "xor.b32 %d, %a, 0xff00ff00;", |a, _, _| (a ^ 0xff00_ff00) & 0xffff_ffff);
    check(&g, "not.b64 %D, %A;", |a, _, _| !a);
    check(&g, "cnot.b32 %d, %a;", |a, _, _| u64::from(a as u32 == 0));
    check(&g, "shl.b32 %d, %a, %b;", |a, b, _| {
        (a as u32).checked_shl(b as u32).unwrap_or(0).into()
    });
    check(&g, "shl.b64 %D, %A, %b;", |a, b, _| a.checked_shl(b as u32).unwrap_or(0));
    check(&g, "shr.u32 %d, %a, %b;", |a, b, _| {
        (a as u32).checked_shr(b as u32).unwrap_or(0).into()
    });
    check(&g, "shr.s32 %d, %a, %b;", |a, b, _| u(s(a) >> (b as u32).min(31)));
    check(&g, "shr.s64 %D, %A, %b;", |a, b, _| (a as i64 >> (b as u32).min(63)) as u64);
    let pair = |a: u64, b: u64| a & 0xffff_ffff | b << 32;
    check(&g, "shf.l.wrap.b32 %d, %a, %b, %c;", move |a, b, c| {
        ((pair(a, b) << (c & 31)) >> 32) & 0xffff_ffff
    });
    check(&g, "shf.l.clamp.b32 %d, %a, %b, %c;", move |a, b, c| {
        ((u128::from(pair(a, b)) << (c as u32).min(32)) >> 32) as u32 as u64
    });
    check(&g, "shf.r.wrap.b32 %d, %a, %b, %c;", move |a, b, c| {
        (pair(a, b) >> (c & 31)) & 0xffff_ffff
    });
    check(&g, "shf.r.clamp.b32 %d, %a, %b, %c;", move |a, b, c| {
        (pair(a, b) >> (c as u32).min(32)) & 0xffff_ffff
    });
    check(&g, "brev.b32 %d, %a;", |a, _, _| (a as u32).reverse_bits().into());
    check(&g, "popc.b64 %d, %A;", |a, _, _| a.count_ones().into());
    check(&g, "clz.b32 %d, %a;", |a, _, _| (a as u32).leading_zeros().into());
    check(&g, "bfind.u32 %d, %a;", |a, _, _| (a as u32).checked_ilog2().unwrap_or(u32::MAX).into());
    check(&g, "bfind.s32 %d, %a;", |a, _, _| {
        let x = if s(a) < 0 { !s(a) } else { s(a) };
        (x as u32).checked_ilog2().unwrap_or(u32::MAX).into()
    });
    check(&g, "prmt.b32 %d, %a, %b, 0x7a31;", |a, b, _| {
        let byte = |i: u32| (pair_of(a, b) >> (8 * i)) as u8;
        let sign = |x: u8| if x & 0x80 != 0 { 0xff } else { 0 };
        u32::from_le_bytes([byte(1), byte(3), sign(byte(2)), byte(7)]).into()
    });
    check(&g, "lop3.b32 %d, %a, %b, %c, 0x96;", |a, b, c| (a ^ b ^ c) & 0xffff_ffff);
    check(&g, "lop3.b32 %d, %a, %b, %c, 0xe8;", |a, b, c| (a & b | a & c | b & c) & 0xffff_ffff);
}

fn pair_of(a: u64, b: u64) -> u64 {
    a & 0xffff_ffff | b << 32
}

/// `bfe` as the manual has it, bit by bit.
fn extract(a: u64, b: u64, c: u64, msb: u64, signed: bool) -> u64 {
    let (pos, len) = (b & 0xff, c & 0xff);
    let sign = if signed && len > 0 { a >> (pos + len - 1).min(msb) & 1 } else { 0 };
    (0..=msb).fold(0, |d, i| {
        let bit = if i < len && pos + i <= msb { a >> (pos + i) & 1 } else { sign };
        d | bit << i
    })
}

#[test]
fn fields() {
    let g = Gpu::new();
    check(&g, "bfe.u32 %d, %a, %b, %c;", |a, b, c| extract(a & 0xffff_ffff, b, c, 31, false));
    check(&g, "bfe.s32 %d, %a, %b, %c;", |a, b, c| extract(a & 0xffff_ffff, b, c, 31, true));
    check(&g, "bfe.u64 %D, %A, %b, %c;", |a, b, c| extract(a, b, c, 63, false));
    check(&g, "bfe.s64 %D, %A, %b, %c;", |a, b, c| extract(a, b, c, 63, true));
    check(&g, "bfi.b32 %d, %a, %b, %c, 5;", |a, b, c| {
        let pos = c & 0xff;
        (0..5u64).fold(b & 0xffff_ffff, |d, i| {
            if pos + i <= 31 { d & !(1 << (pos + i)) | (a >> i & 1) << (pos + i) } else { d }
        })
    });
    check(&g, "bfi.b64 %D, %A, %B, 9, 20;", |a, b, _| {
        let mask = 0xf_ffff << 9;
        b & !mask | a << 9 & mask
    });
}

#[test]
fn moves_and_selections() {
    let g = Gpu::new();
    check(&g, "mov.b64 %D, {%b, %a};", |a, b, _| b & 0xffff_ffff | a << 32);
    check(&g, "mov.b64 {%d, %e}, %A; add.u32 %d, %d, %e;", |a, _, _| {
        u64::from((a as u32).wrapping_add((a >> 32) as u32))
    });
    check(&g, "mov.b64 {%a, %b}, %A; mov.b64 %D, {%b, %a};", |a, _, _| a.rotate_left(32));
    check(&g, "mov.b32 %d, {%bh, %ah};", |a, b, _| b & 0xffff | (a & 0xffff) << 16);
    check(&g, "mov.b32 {%dh, %eh}, %a; mov.b32 %d, {%eh, %dh};", |a, _, _| {
        (a as u32).rotate_left(16).into()
    });
    check(&g, "setp.lt.s32 %p, %a, %b; selp.b32 %d, %a, %b, %p;", |a, b, _| u(s(a).min(s(b))));
    check(&g, "setp.lt.u64 %p, %A, %B; selp.b64 %D, %A, %B, %p;", |a, b, _| a.min(b));
    check(
        &g,
        "slct.b32.s32 %d, %a, %b, %c;",
        |a, b, c| if s(c) >= 0 { a } else { b } & 0xffff_ffff,
    );
    check(&g, "set.gt.u32.s32 %d, %a, %b;", |a, b, _| if s(a) > s(b) { 0xffff_ffff } else { 0 });
    check(
        &g,
        "set.le.f32.u32 %d, %a, %b;",
        |a, b, _| {
            if a as u32 <= b as u32 { 0x3f80_0000 } else { 0 }
        },
    );
}

#[test]
fn comparisons() {
    let g = Gpu::new();
    let put = "selp.b32 %d, 1, 0, %p;";
    type F = fn(std::cmp::Ordering) -> bool;
    let all: [(&str, F); 6] = [
        ("eq", |o| o.is_eq()),
        ("ne", |o| o.is_ne()),
        ("lt", |o| o.is_lt()),
        ("le", |o| o.is_le()),
        ("gt", |o| o.is_gt()),
        ("ge", |o| o.is_ge()),
    ];
    for (name, f) in all {
        check(&g, &format!("setp.{name}.s32 %p, %a, %b; {put}"), |a, b, _| {
            f(s(a).cmp(&s(b))).into()
        });
        check(&g, &format!("setp.{name}.u32 %p, %a, %b; {put}"), |a, b, _| {
            f((a as u32).cmp(&(b as u32))).into()
        });
        check(&g, &format!("setp.{name}.s64 %p, %A, %B; {put}"), |a, b, _| {
            f((a as i64).cmp(&(b as i64))).into()
        });
        check(&g, &format!("setp.{name}.u16 %p, %ah, %bh; {put}"), |a, b, _| {
            f((a as u16).cmp(&(b as u16))).into()
        });
    }
    check(&g, &format!("setp.hi.u32 %p, %a, %b; {put}"), |a, b, _| u64::from(a as u32 > b as u32));
    check(
        &g,
        "setp.lt.s32 %p|%q, %a, %b; selp.b32 %d, 1, 0, %p; @%q add.u32 %d, %d, 2;",
        |a, b, _| {
            if s(a) < s(b) { 1 } else { 2 }
        },
    );
    let combined = "setp.eq.s32 %q, %c, 0; setp.lt.{op}.s32 %p|%t, %a, %b, {not}%q; \
                    selp.b32 %d, 1, 0, %p; @%t add.u32 %d, %d, 2;";
    for (op, f) in [
        ("and", (|x, y| x && y) as fn(bool, bool) -> bool),
        ("or", |x, y| x || y),
        ("xor", |x, y| x != y),
    ] {
        for not in ["", "!"] {
            let text = combined.replace("{op}", op).replace("{not}", not);
            check(&g, &text, |a, b, c| {
                let c = (s(c) == 0) != (not == "!");
                u64::from(f(s(a) < s(b), c)) + 2 * u64::from(f(s(a) >= s(b), c))
            });
        }
    }
    let logic = "setp.lt.s32 %p, %a, %b; setp.lt.u32 %q, %a, %b; {op} selp.b32 %d, 1, 0, %p;";
    check(&g, &logic.replace("{op}", "and.pred %p, %p, !%q;"), |a, b, _| {
        u64::from(s(a) < s(b) && a as u32 >= b as u32)
    });
    check(&g, &logic.replace("{op}", "xor.pred %p, %p, %q;"), |a, b, _| {
        u64::from((s(a) < s(b)) != ((a as u32) < b as u32))
    });
    check(&g, &logic.replace("{op}", "not.pred %p, %q;"), |a, b, _| {
        u64::from(a as u32 >= b as u32)
    });
    check(&g, &logic.replace("{op}", "mov.pred %p, %q;"), |a, b, _| {
        u64::from((a as u32) < b as u32)
    });
}

//! Tensor cores, `ldmatrix` and asynchronous copies.

mod common;

use common::{Gpu, module, ok};

/// Small numbers that each format holds.
fn small(n: usize, salt: usize) -> Vec<f32> {
    (0..n).map(|i| ((i * 7919 + salt * 31) % 23) as f32 * 0.25 - 2.75).collect()
}

/// Numbers that each format has to round.
fn rough(n: usize, salt: usize) -> Vec<f32> {
    (0..n).map(|i| (((i + salt) as f32 * 12.9898).sin() * 43758.547).fract()).collect()
}

fn f16(x: f32) -> u16 {
    // Normal halves only.
    let b = x.to_bits();
    if x == 0.0 {
        return (b >> 16) as u16;
    }
    let r = b + 0xfff + (b >> 13 & 1);
    ((b >> 16 & 0x8000) | ((r >> 13 & 0x3ffff) - (112 << 10)) & 0x7fff) as u16
}

fn bf16(x: f32) -> u16 {
    let b = x.to_bits();
    ((b + 0x7fff + (b >> 16 & 1)) >> 16) as u16
}

fn f16_value(h: u16) -> f64 {
    let (e, m) = (i32::from(h >> 10 & 31), f64::from(h & 0x3ff));
    let v = if e == 0 { m * 2f64.powi(-24) } else { (1024.0 + m) * 2f64.powi(e - 25) };
    if h & 0x8000 != 0 { -v } else { v }
}

/// The fragments' layout, as the manual has it: row and column of the elements of A in a lane, in order.
fn a_places(k: usize, per: usize, lane: usize) -> Vec<(usize, usize)> {
    let (g, t) = (lane / 4, lane % 4);
    let mut out = Vec::new();
    for half in 0..k / (4 * per) {
        for row in [g, g + 8] {
            for i in 0..per {
                out.push((row, 4 * per * half + per * t + i));
            }
        }
    }
    out
}

/// Row (along k) and column of the elements of B in a lane.
fn b_places(k: usize, per: usize, lane: usize) -> Vec<(usize, usize)> {
    let (g, t) = (lane / 4, lane % 4);
    (0..k / (4 * per))
        .flat_map(|half| (0..per).map(move |i| (4 * per * half + per * t + i, g)))
        .collect()
}

/// Runs one `mma` of a shape and gives D in rows.
fn mma(gpu: &Gpu, k: usize, ty: &str, a: &[f32], b: &[f32], c: &[f32]) -> Vec<f32> {
    let per = if ty == "tf32" { 1 } else { 2 };
    let (na, nb) = (16 * k / 32 / per, 8 * k / 32 / per);
    let word = |v: &[f32]| match ty {
        "tf32" => v[0].to_bits(),
        "f16" => u32::from(f16(v[0])) | u32::from(f16(v[1])) << 16,
        _ => u32::from(bf16(v[0])) | u32::from(bf16(v[1])) << 16,
    };
    // What each lane loads: its registers of A, B, C.
    let mut input = Vec::new();
    for lane in 0..32 {
        let va: Vec<f32> = a_places(k, per, lane).iter().map(|(r, c)| a[r * k + c]).collect();
        let vb: Vec<f32> = b_places(k, per, lane).iter().map(|(r, c)| b[r * 8 + c]).collect();
        input.extend(va.chunks(per).map(word));
        input.extend(vb.chunks(per).map(word));
        let (g, t) = (lane / 4, lane % 4);
        input.extend(
            [(g, 2 * t), (g, 2 * t + 1), (g + 8, 2 * t), (g + 8, 2 * t + 1)]
                .map(|(r, j)| c[r * 8 + j].to_bits()),
        );
    }
    let each = na + nb + 4;
    let list = |from: usize, n: usize| {
        (from..from + n).map(|i| format!("%r{i}")).collect::<Vec<_>>().join(", ")
    };
    let loads: String =
        (0..each).map(|i| format!("ld.global.u32 %r{}, [%rd1+{}];\n", i + 2, 4 * i)).collect();
    let text = format!(
        "ld.param.u64 %rd1, [in];\nld.param.u64 %rd2, [out];\nmov.u32 %r1, %tid.x;\nmul.wide.u32 %rd3, %r1, {};\n\
         add.u64 %rd1, %rd1, %rd3;\n{loads}{}\
         mma.sync.aligned.m16n8k{k}.row.col.f32.{ty}.{ty}.f32 {{%f5, %f6, %f7, %f8}}, {{{}}}, {{{}}}, {{%f1, %f2, %f3, %f4}};\n\
         mul.wide.u32 %rd3, %r1, 16;\nadd.u64 %rd2, %rd2, %rd3;\nst.global.v4.f32 [%rd2], {{%f5, %f6, %f7, %f8}};\nret;",
        4 * each,
        (0..4)
            .map(|i| format!("mov.b32 %f{}, %r{};\n", i + 1, 2 + na + nb + i))
            .collect::<String>(),
        list(2, na),
        list(2 + na, nb),
    );
    let f = gpu.kernel(&module(".param .u64 in, .param .u64 out", &text));
    let (input, out) = (gpu.upload(&input), gpu.alloc(16 * 32));
    gpu.launch(f, 1, 32, params![input, out]);
    let v: Vec<f32> = gpu.download(out);
    let mut d = vec![0.0; 16 * 8];
    for lane in 0..32 {
        let (g, t) = (lane / 4, lane % 4);
        for (i, (r, j)) in
            [(g, 2 * t), (g, 2 * t + 1), (g + 8, 2 * t), (g + 8, 2 * t + 1)].into_iter().enumerate()
        {
            d[r * 8 + j] = v[4 * lane + i];
        }
    }
    d
}

#[test]
fn products_of_all_shapes() {
    let g = Gpu::new();
    for (k, ty) in [(4, "tf32"), (8, "tf32"), (8, "f16"), (16, "f16"), (8, "bf16"), (16, "bf16")] {
        let value = |x: f32| match ty {
            "tf32" => f64::from(f32::from_bits(x.to_bits() & 0xffff_e000)),
            "f16" => f16_value(f16(x)),
            _ => f64::from(f32::from_bits(u32::from(bf16(x)) << 16)),
        };
        for make in [small, rough] {
            let (a, b, c) = (make(16 * k, 1), make(k * 8, 2), make(16 * 8, 3));
            let d = mma(&g, k, ty, &a, &b, &c);
            for i in 0..16 {
                for j in 0..8 {
                    let terms: Vec<f64> =
                        (0..k).map(|x| value(a[i * k + x]) * value(b[x * 8 + j])).collect();
                    let want = f64::from(c[i * 8 + j]) + terms.iter().sum::<f64>();
                    let size =
                        f64::from(c[i * 8 + j]).abs() + terms.iter().map(|t| t.abs()).sum::<f64>();
                    let error = (f64::from(d[i * 8 + j]) - want).abs();
                    assert!(error <= size * k as f64 * 6e-8, "{k} {ty} {i} {j}: {error}");
                }
            }
        }
    }
}

#[test]
fn matrices_from_shared_memory() {
    let g = Gpu::new();
    for transposed in [false, true] {
        for n in [1usize, 2, 4] {
            let trans = if transposed { ".trans" } else { "" };
            let list = (0..n).map(|i| format!("%r{}", i + 10)).collect::<Vec<_>>().join(", ");
            let stores: String = (0..n)
                .map(|i| format!("st.global.u32 [%rd2+{}], %r{};\n", 128 * i, i + 10))
                .collect();
            let text = format!(
                ".shared .align 16 .b8 s[512];\nld.param.u64 %rd1, [in];\nld.param.u64 %rd2, [out];\nmov.u32 %r1, %tid.x;\n\
                 mul.wide.u32 %rd3, %r1, 16;\nadd.u64 %rd1, %rd1, %rd3;\nld.global.v4.u32 {{%r2, %r3, %r4, %r5}}, [%rd1];\n\
                 shl.b32 %r6, %r1, 4;\nmov.u32 %r7, s;\nadd.u32 %r7, %r7, %r6;\nst.shared.v4.u32 [%r7], {{%r2, %r3, %r4, %r5}};\n\
                 bar.sync 0;\nldmatrix.sync.aligned.m8n8.x{n}{trans}.shared.b16 {{{list}}}, [%r7];\n\
                 mul.wide.u32 %rd3, %r1, 4;\nadd.u64 %rd2, %rd2, %rd3;\n{stores}ret;"
            );
            let f = g.kernel(&module(".param .u64 in, .param .u64 out", &text));
            let data: Vec<u16> = (0..256).collect();
            let (input, out) = (g.upload(&data), g.alloc(128 * n));
            g.launch(f, 1, 32, params![input, out]);
            let got: Vec<u16> = g.download(out);
            for m in 0..n {
                for lane in 0..32 {
                    for i in 0..2 {
                        let (r, c) = (lane / 4, 2 * (lane % 4) + i);
                        let (r, c) = if transposed { (c, r) } else { (r, c) };
                        assert_eq!(got[64 * m + 2 * lane + i], data[64 * m + 8 * r + c]);
                    }
                }
            }
        }
    }
    let f = g.kernel(&module(
        "",
        ".shared .align 16 .b8 s[512];\nmov.u32 %r1, %tid.x;\nshl.b32 %r1, %r1, 4;\nmov.u32 %r2, s;\nadd.u32 %r2, %r2, %r1;\n\
         mov.u32 %r3, 0;\nst.shared.u32 [%r2], %r3;\nldmatrix.sync.aligned.m8n8.x1.shared.b16 {%r4}, [%r2];\nret;",
    ));
    let (code, message) = g.fails(f, 1, 32, &[]);
    assert_eq!(code, 719);
    assert!(message.contains("no `bar.warp.sync` is between"), "{message}");
}

#[test]
fn asynchronous_copies_of_a_part() {
    let g = Gpu::new();
    // Each thread copies 16 bytes: so many of them, or all unless a predicate holds.
    let text = ".shared .align 16 .b8 s[768];
        ld.param.u64 %rd1, [in];
        ld.param.u64 %rd2, [out];
        mov.u32 %r1, %tid.x;
        mul.wide.u32 %rd3, %r1, 16;
        add.u64 %rd1, %rd1, %rd3;
        add.u64 %rd2, %rd2, %rd3;
        mov.u32 %r2, s;
        shl.b32 %r3, %r1, 4;
        add.u32 %r2, %r2, %r3;
        setp.lt.u32 %p1, %r1, 3;
        COPY
        cp.async.wait_all;
        ld.shared.v4.u32 {%r4, %r5, %r6, %r7}, [%r2];
        st.global.v4.u32 [%rd2], {%r4, %r5, %r6, %r7};
        ret;";
    let data: Vec<u32> = (1..=32).collect();
    let check = |copy: &str, bytes: &dyn Fn(usize) -> usize| {
        let f = g.kernel(&module(".param .u64 in, .param .u64 out", &text.replace("COPY", copy)));
        let (input, out) = (g.upload(&data), g.alloc(128));
        g.launch(f, 1, 8, params![input, out]);
        let mut want: Vec<u8> = data.iter().flat_map(|x| x.to_le_bytes()).collect();
        (0..8).for_each(|t| want[16 * t + bytes(t)..16 * t + 16].fill(0));
        assert_eq!(g.download::<u8>(out), want);
    };
    check("shl.b32 %r8, %r1, 1;\ncp.async.cg.shared.global [%r2], [%rd1], 16, %r8;", &|t| 2 * t);
    let where_not = "cp.async.ca.shared.global [%r2], [%rd1], 16, %p1;";
    check(where_not, &|t| if t < 3 { 0 } else { 16 });
    check(&where_not.replace("%p1", "!%p1"), &|t| if t < 3 { 16 } else { 0 });
}

#[test]
fn a_pipeline_of_asynchronous_copies() {
    let g = Gpu::new();
    // Three stages: while one is added up, two are on their way. A block of 64 threads adds up rows of 64 numbers; the
    // rows behind the last are read as zeros.
    let text = ".shared .align 16 .b8 s[768];
        ld.param.u64 %rd1, [in];
        ld.param.u64 %rd2, [out];
        ld.param.u32 %r20, [rows];
        mov.u32 %r1, %tid.x;
        mul.wide.u32 %rd3, %r1, 4;
        add.u64 %rd1, %rd1, %rd3;
        add.u64 %rd2, %rd2, %rd3;
        mov.u32 %r2, s;
        shl.b32 %r3, %r1, 2;
        add.u32 %r4, %r2, %r3;
        xor.b32 %r5, %r3, 252;
        add.u32 %r5, %r2, %r5;
        mov.f32 %f1, 0f00000000;
        cp.async.ca.shared.global [%r4], [%rd1], 4;
        cp.async.commit_group;
        cp.async.ca.shared.global [%r4+256], [%rd1+256], 4;
        cp.async.commit_group;
        mov.u32 %r6, 0;
        mov.u32 %r7, 512;
        mov.u32 %r8, 0;
        LOOP: cp.async.wait_group 1;
        bar.sync 0;
        add.u32 %r9, %r6, 2;
        setp.lt.u32 %p1, %r9, %r20;
        selp.u32 %r10, 4, 0, %p1;
        mul.wide.u32 %rd4, %r9, 256;
        add.u64 %rd4, %rd1, %rd4;
        add.u32 %r11, %r4, %r7;
        cp.async.ca.shared.global [%r11], [%rd4], 4, %r10;
        cp.async.commit_group;
        add.u32 %r12, %r5, %r8;
        ld.shared.f32 %f2, [%r12];
        add.f32 %f1, %f1, %f2;
        mov.u32 %r7, %r8;
        add.u32 %r8, %r8, 256;
        setp.eq.u32 %p2, %r8, 768;
        selp.u32 %r8, 0, %r8, %p2;
        add.u32 %r6, %r6, 1;
        setp.lt.u32 %p1, %r6, %r20;
        @%p1 bra LOOP;
        cp.async.wait_all;
        st.global.f32 [%rd2], %f1;
        ret;";
    let f = g.kernel(&module(".param .u64 in, .param .u64 out, .param .u32 rows", text));
    let rows = 7;
    let data: Vec<f32> = (0..64 * rows).map(|i| i as f32).collect();
    let (input, out) = (g.upload(&data), g.alloc(256));
    g.launch(f, 1, 64, params![input, out, rows as u32]);
    let got: Vec<f32> = g.download(out);
    for (t, v) in got.iter().enumerate() {
        let want: f32 = (0..rows).map(|r| data[64 * r + (t ^ 63)]).sum();
        assert_eq!(*v, want);
    }
    ok(cu!(cuCtxSynchronize()));
}

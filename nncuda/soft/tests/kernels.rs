//! Whole kernels: hand-written ones and what nvcc makes.

mod common;

use common::{Gpu, module};

/// What nvcc 13 makes of a few kernels.
const NVCC: &str = include_str!("ptx/nvcc.ptx");

#[test]
fn saxpy() {
    let gpu = Gpu::new();
    let k = gpu.kernel(&module(
        ".param .u32 n, .param .f32 a, .param .u64 x, .param .u64 y",
        "ld.param.u32 %r1, [n];
         ld.param.f32 %f1, [a];
         ld.param.u64 %rd1, [x];
         ld.param.u64 %rd2, [y];
         mov.u32 %r2, %ctaid.x;
         mov.u32 %r3, %ntid.x;
         mov.u32 %r4, %tid.x;
         mad.lo.s32 %r5, %r2, %r3, %r4;
         setp.ge.s32 %p1, %r5, %r1;
         @%p1 bra DONE;
         cvta.to.global.u64 %rd1, %rd1;
         cvta.to.global.u64 %rd2, %rd2;
         mul.wide.s32 %rd3, %r5, 4;
         add.s64 %rd4, %rd1, %rd3;
         add.s64 %rd5, %rd2, %rd3;
         ld.global.f32 %f2, [%rd4];
         ld.global.f32 %f3, [%rd5];
         fma.rn.f32 %f3, %f1, %f2, %f3;
         st.global.f32 [%rd5], %f3;
         DONE: ret;",
    ));
    let n = 1000;
    let x: Vec<f32> = (0..n).map(|i| i as f32).collect();
    let y: Vec<f32> = (0..n).map(|i| 1.0 / (1 + i) as f32).collect();
    let (dx, dy) = (gpu.upload(&x), gpu.upload(&y));
    gpu.launch(k, 8, 128, params![n, 2.5f32, dx, dy]);
    let got: Vec<f32> = gpu.download(dy);
    for i in 0..n as usize {
        assert_eq!(got[i], 2.5f32.mul_add(x[i], y[i]));
    }
}

#[test]
fn nvcc_sgemm() {
    let gpu = Gpu::new();
    let m = gpu.load(NVCC);
    let f = gpu.function(m, "sgemm16");
    let (mm, nn, kk) = (100, 70, 90);
    let a: Vec<f32> = (0..mm * kk).map(|i| ((i * 7919) % 13) as f32 - 6.0).collect();
    let b: Vec<f32> = (0..kk * nn).map(|i| ((i * 104729) % 11) as f32 - 5.0).collect();
    let (da, db, dc) = (gpu.upload(&a), gpu.upload(&b), gpu.alloc(4 * mm * nn));
    let grid = [nn.div_ceil(16) as u32, mm.div_ceil(16) as u32, 1];
    let args = params![mm as i32, nn as i32, kk as i32, da, db, dc];
    common::ok(gpu.try_launch(f, grid, [16, 16, 1], 0, std::ptr::null_mut(), args));
    let c: Vec<f32> = gpu.download(dc);
    for i in 0..mm {
        for j in 0..nn {
            let s: f32 = (0..kk).map(|k| a[i * kk + k] * b[k * nn + j]).sum();
            assert_eq!(c[i * nn + j], s);
        }
    }
}

/// Whatever the text, a module loads or it does not.
#[test]
fn texts_with_faults() {
    let gpu = Gpu::new();
    let mut state = 1u64;
    let mut random = |n: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % n
    };
    let words = [
        "{",
        "}",
        "[",
        "]",
        ";",
        ",",
        "%p1",
        "%f999",
        "-1",
        "0x",
        ".v4",
        ".reg .b32 %r<4000000000>;",
        "|",
        "!",
        "0f12",
        "\"",
    ];
    for round in 0..3000 {
        let mut text: Vec<u8> = NVCC.bytes().collect();
        let at = random(text.len());
        match round % 3 {
            0 => text.truncate(at),
            1 => drop(text.drain(at..(at + random(12)).min(NVCC.len()))),
            _ => drop(text.splice(at..at, words[random(words.len())].bytes())),
        }
        if let Ok(m) = gpu.try_load(std::str::from_utf8(&text).unwrap()) {
            common::ok(cu!(cuModuleUnload(m => common::Handle)));
        }
    }
}

#[test]
fn nvcc_softmax() {
    let gpu = Gpu::new();
    let m = gpu.load(NVCC);
    let f = gpu.function(m, "softmax_rows");
    let (rows, cols) = (5, 77);
    let x: Vec<f32> = (0..rows * cols).map(|i| ((i * 31) % 17) as f32 * 0.3).collect();
    let (dx, dy, total) = (gpu.upload(&x), gpu.alloc(4 * x.len()), gpu.upload(&[0f32]));
    gpu.launch(f, rows as u32, 32, params![cols as i32, dx, dy, total]);
    let y: Vec<f32> = gpu.download(dy);
    for r in 0..rows {
        let row = &x[r * cols..][..cols];
        let max = row.iter().fold(f32::MIN, |m, v| m.max(*v));
        let sum: f64 = row.iter().map(|v| f64::from(v - max).exp()).sum();
        for (v, got) in row.iter().zip(&y[r * cols..]) {
            let want = f64::from(v - max).exp() / sum;
            assert!((f64::from(*got) - want).abs() < 1e-6 * want.max(1e-3));
        }
    }
}

#[test]
fn nvcc_mma() {
    let gpu = Gpu::new();
    let m = gpu.load(NVCC);
    let f = gpu.function(m, "mma_tf32");
    let a: Vec<f32> = (0..128).map(|i| (i % 7) as f32 - 3.0).collect();
    let b: Vec<f32> = (0..64).map(|i| (i % 5) as f32 - 2.0).collect();
    let (da, db, dc) = (gpu.upload(&a), gpu.upload(&b), gpu.alloc(4 * 128));
    gpu.launch(f, 1, 32, params![da, db, dc]);
    let c: Vec<f32> = gpu.download(dc);
    for i in 0..16 {
        for j in 0..8 {
            let s: f32 = (0..8).map(|k| a[i * 8 + k] * b[k * 8 + j]).sum();
            assert_eq!(c[i * 8 + j], s);
        }
    }
}

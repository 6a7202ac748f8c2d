//! How fast kernels are interpreted: `cargo run --release -p nncuda-soft --example speed`.

#[path = "../tests/common/mod.rs"]
mod common;

use std::fmt::Write;
use std::time::Instant;

use common::{Arg, Gpu, Handle, module, ok};

/// A product of matrices: a block of 16 × 16 threads makes a tile of 128 × 128, a thread 8 × 8 of it, 8 columns of A
/// and rows of B at a time in shared memory.
fn sgemm() -> String {
    let mut t = String::from(
        ".shared .align 16 .b8 as_[4096];
         .shared .align 16 .b8 bs_[4096];
         .reg .f32 %c<64>, %a<8>, %b<8>;
         ld.param.u32 %r1, [n];
         ld.param.u64 %rd1, [a];
         ld.param.u64 %rd2, [b];
         ld.param.u64 %rd3, [c];
         mov.u32 %r2, %tid.x;
         shr.u32 %r3, %r2, 4;
         and.b32 %r4, %r2, 15;
         mov.u32 %r5, %ctaid.y;
         shl.b32 %r5, %r5, 7;
         mov.u32 %r6, %ctaid.x;
         shl.b32 %r6, %r6, 7;
         // A: each thread four numbers of a row; B: four of a row.
         shr.u32 %r7, %r2, 1;
         add.u32 %r8, %r5, %r7;
         and.b32 %r9, %r2, 1;
         shl.b32 %r9, %r9, 2;
         mad.lo.u32 %r10, %r8, %r1, %r9;
         mul.wide.u32 %rd4, %r10, 4;
         add.u64 %rd4, %rd1, %rd4;
         shr.u32 %r11, %r2, 5;
         and.b32 %r12, %r2, 31;
         shl.b32 %r12, %r12, 2;
         add.u32 %r13, %r6, %r12;
         mad.lo.u32 %r14, %r11, %r1, %r13;
         mul.wide.u32 %rd5, %r14, 4;
         add.u64 %rd5, %rd2, %rd5;
         mov.u32 %r15, as_;
         mov.u32 %r16, bs_;
         shl.b32 %r17, %r9, 9;
         shl.b32 %r18, %r7, 2;
         add.u32 %r17, %r17, %r18;
         add.u32 %r17, %r17, %r15;
         shl.b32 %r18, %r2, 4;
         add.u32 %r18, %r18, %r16;
         shl.b32 %r19, %r3, 5;
         add.u32 %r19, %r19, %r15;
         shl.b32 %r20, %r4, 5;
         add.u32 %r20, %r20, %r16;
         shl.b32 %r21, %r1, 5;
         cvt.u64.u32 %rd6, %r21;
         mov.u32 %r22, 0;\n",
    );
    for i in 0..64 {
        let _ = writeln!(t, "mov.f32 %c{i}, 0f00000000;");
    }
    t += "LOOP: ld.global.v4.f32 {%f0, %f1, %f2, %f3}, [%rd4];
          ld.global.v4.f32 {%f4, %f5, %f6, %f7}, [%rd5];
          st.shared.f32 [%r17], %f0;
          st.shared.f32 [%r17+512], %f1;
          st.shared.f32 [%r17+1024], %f2;
          st.shared.f32 [%r17+1536], %f3;
          st.shared.v4.f32 [%r18], {%f4, %f5, %f6, %f7};
          bar.sync 0;\n";
    for k in 0..8 {
        for (reg, base) in [("a", 19), ("b", 20)] {
            for h in [0, 4] {
                let _ = writeln!(
                    t,
                    "ld.shared.v4.f32 {{%{reg}{}, %{reg}{}, %{reg}{}, %{reg}{}}}, [%r{base}+{}];",
                    h,
                    h + 1,
                    h + 2,
                    h + 3,
                    512 * k + 4 * h
                );
            }
        }
        for i in 0..64 {
            let _ = writeln!(t, "fma.rn.f32 %c{i}, %a{}, %b{}, %c{i};", i / 8, i % 8);
        }
    }
    t += "bar.sync 0;
          add.u64 %rd4, %rd4, 32;
          add.u64 %rd5, %rd5, %rd6;
          add.u32 %r22, %r22, 8;
          setp.lt.u32 %p1, %r22, %r1;
          @%p1 bra LOOP;
          shl.b32 %r23, %r3, 3;
          add.u32 %r23, %r23, %r5;
          shl.b32 %r24, %r4, 3;
          add.u32 %r24, %r24, %r6;\n";
    for i in 0..8 {
        let _ = writeln!(
            t,
            "mad.lo.u32 %r25, %r23, %r1, %r24;
             mul.wide.u32 %rd7, %r25, 4;
             add.u64 %rd7, %rd3, %rd7;
             st.global.v4.f32 [%rd7], {{%c{}, %c{}, %c{}, %c{}}};
             st.global.v4.f32 [%rd7+16], {{%c{}, %c{}, %c{}, %c{}}};
             add.u32 %r23, %r23, 1;",
            8 * i,
            8 * i + 1,
            8 * i + 2,
            8 * i + 3,
            8 * i + 4,
            8 * i + 5,
            8 * i + 6,
            8 * i + 7
        );
    }
    module(".param .u32 n, .param .u64 a, .param .u64 b, .param .u64 c", &t)
}

/// Runs a kernel of three matrices and tells how fast it was.
fn measure(
    gpu: &Gpu,
    name: &str,
    kernel: Handle,
    n: usize,
    tile: usize,
    block: [u32; 3],
    sizes: usize,
) {
    let a: Vec<f32> = (0..n * n).map(|i| ((i * 7919) % 13) as f32 - 6.0).collect();
    let b: Vec<f32> = (0..n * n).map(|i| ((i * 104_729) % 11) as f32 - 5.0).collect();
    let (da, db, dc) = (gpu.upload(&a), gpu.upload(&b), gpu.alloc(4 * n * n));
    let tiles = (n / tile) as u32;
    for threads in [1, 2] {
        nncuda_soft::set_threads(threads);
        let before = nncuda_soft::counters().warp_instructions;
        let start = Instant::now();
        let mut args = vec![Arg::from(n as u32); sizes];
        args.extend([da, db, dc].map(Arg::from));
        ok(gpu.try_launch(kernel, [tiles, tiles, 1], block, 0, std::ptr::null_mut(), &args));
        ok(cu!(cuCtxSynchronize()));
        let time = start.elapsed().as_secs_f64();
        let steps = (nncuda_soft::counters().warp_instructions - before) as f64;
        println!(
            "{name} {n}³, {threads} threads: {time:.3} s, {:.1} M warp-instructions/s, {:.0} MFLOP/s",
            steps / time / 1e6,
            2.0 * (n * n * n) as f64 / time / 1e6
        );
    }
    let c: Vec<f32> = gpu.download(dc);
    let (i, j) = (n - 3, n - 7);
    let want: f32 = (0..n).map(|k| a[i * n + k] * b[k * n + j]).sum();
    assert_eq!(c[i * n + j], want);
}

fn main() {
    let gpu = Gpu::new();
    let k = gpu.kernel(&sgemm());
    measure(&gpu, "8 × 8 of a thread", k, 512, 128, [256, 1, 1], 1);
    let m = gpu.load(include_str!("../tests/ptx/nvcc.ptx"));
    let k = gpu.function(m, "sgemm16");
    measure(&gpu, "1 of a thread, by nvcc", k, 256, 16, [16, 16, 1], 3);
    let k = gpu.kernel(&module("", "ret;"));
    let start = Instant::now();
    for _ in 0..1000 {
        gpu.launch(k, 1, 32, &[]);
    }
    println!("a launch: {:.1} µs", start.elapsed().as_secs_f64() * 1e3);
}

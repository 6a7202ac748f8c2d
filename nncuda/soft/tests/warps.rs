//! Divergence, and what the lanes of a warp do together.

mod common;

use common::{Gpu, module};

/// Runs a kernel in one block whose threads each leave `%r9` in `out`.
#[track_caller]
fn run(gpu: &Gpu, block: u32, body: &str) -> Vec<u32> {
    let text = format!(
        "ld.param.u64 %rd1, [out];\nmov.u32 %r1, %tid.x;\nmov.u32 %r9, 0;\n{body}\n\
         mul.wide.u32 %rd2, %r1, 4;\nadd.u64 %rd1, %rd1, %rd2;\nst.global.u32 [%rd1], %r9;\nret;"
    );
    let k = gpu.kernel(&module(".param .u64 out", &text));
    let out = gpu.alloc(4 * block as usize);
    gpu.launch(k, 1, block, params![out]);
    gpu.download(out)
}

#[track_caller]
fn check(gpu: &Gpu, block: u32, body: &str, f: impl Fn(u32) -> u32) {
    let want: Vec<u32> = (0..block).map(f).collect();
    assert_eq!(run(gpu, block, body), want, "{body}");
}

#[test]
fn branches() {
    let g = Gpu::new();
    // Nested: four ways, and back together. All lanes are there again for the vote.
    let nested = "and.b32 %r2, %r1, 1;\nand.b32 %r3, %r1, 2;\nsetp.eq.u32 %p1, %r2, 0;\nsetp.eq.u32 %p2, %r3, 0;\n\
                  @%p1 bra A;\n@%p2 bra B;\nmov.u32 %r9, 3;\nbra C;\nB: mov.u32 %r9, 1;\nC: add.u32 %r9, %r9, 100;\nbra E;\n\
                  A: @!%p2 bra D;\nmov.u32 %r9, 0;\nbra E;\nD: mov.u32 %r9, 2;\n\
                  E: activemask.b32 %r4;\npopc.b32 %r4, %r4;\nmad.lo.u32 %r9, %r4, 1000, %r9;";
    check(&g, 64, nested, |t| 32000 + (t & 3) + if t & 1 == 1 { 100 } else { 0 });
    // A loop with a different count for each lane.
    let count = "mov.u32 %r2, 0;\nL: setp.ge.u32 %p1, %r2, %r1;\n@%p1 bra E;\nadd.u32 %r9, %r9, %r2;\n\
                 add.u32 %r2, %r2, 1;\nbra.uni L;\nE: activemask.b32 %r4;\nsetp.ne.u32 %p2, %r4, -1;\n@%p2 trap;";
    check(&g, 64, count, |t| (0..t).sum());
    // A nested loop.
    let twice = "mov.u32 %r2, 0;\nL: rem.u32 %r3, %r1, 5;\nM: add.u32 %r9, %r9, 1;\nsub.u32 %r3, %r3, 1;\n\
                 setp.ge.s32 %p1, %r3, 0;\n@%p1 bra M;\nadd.u32 %r2, %r2, 1;\nsetp.le.u32 %p1, %r2, %r1;\n@%p1 bra L;";
    check(&g, 40, twice, |t| (t % 5 + 1) * (t + 1));
    // Lanes that leave early.
    let early = "mov.u32 %r2, 0;\nL: setp.eq.u32 %p1, %r2, %r1;\n@%p1 bra OUT;\nadd.u32 %r2, %r2, 1;\nbra L;\n\
                 OUT: mul.lo.u32 %r9, %r2, 3;";
    check(&g, 32, early, |t| 3 * t);
    // Indexed branches.
    let indexed = "T: .branchtargets A, B, C;\nrem.u32 %r2, %r1, 3;\nbrx.idx %r2, T;\nA: mov.u32 %r9, 10;\nbra E;\n\
                   B: mov.u32 %r9, 20;\nbra E;\nC: mov.u32 %r9, 30;\nE:";
    check(&g, 32, indexed, |t| 10 * (t % 3 + 1));
    // Blocks of their own names.
    let scopes = "{\n.reg .b32 %x;\nmov.u32 %x, 5;\nbra L;\nL: add.u32 %r9, %r9, %x;\n}\n{\n.reg .b32 %x;\nmov.u32 %x, 7;\n\
                  bra L;\nL: add.u32 %r9, %r9, %x;\n}";
    check(&g, 32, scopes, |_| 12);
    // An exit in the middle, and the others go on.
    let out = run(&g, 32, "setp.lt.u32 %p1, %r1, 10;\n@%p1 exit;\nmov.u32 %r9, 1;");
    assert_eq!(out[..10], [u32::MAX; 10]);
    assert_eq!(out[10..], [1; 22]);
}

#[test]
fn special_registers() {
    let g = Gpu::new();
    check(&g, 70, "mov.u32 %r9, %laneid;", |t| t % 32);
    check(&g, 70, "mov.u32 %r9, %warpid;", |t| t / 32);
    check(&g, 70, "mov.u32 %r9, %ntid.x;", |_| 70);
    check(&g, 40, "mov.u32 %r9, %lanemask_lt;", |t| (1 << (t % 32)) - 1);
    check(&g, 40, "mov.u32 %r9, %lanemask_ge;", |t| !((1 << (t % 32)) - 1));
    check(
        &g,
        32,
        "mov.u32 %r2, %clock;\nmov.u32 %r3, %clock;\nsetp.gt.u32 %p1, %r3, %r2;\nselp.u32 %r9, 1, 0, %p1;",
        |_| 1,
    );
    let k = g.kernel(&module(
        ".param .u64 out",
        "ld.param.u64 %rd1, [out];\nmov.u32 %r1, %ctaid.z;\nmov.u32 %r2, %nctaid.y;\nmov.u32 %r3, %ctaid.y;\n\
         mad.lo.u32 %r1, %r1, %r2, %r3;\nmov.u32 %r2, %nctaid.x;\nmov.u32 %r3, %ctaid.x;\nmad.lo.u32 %r1, %r1, %r2, %r3;\n\
         mov.u32 %r2, %ntid.z;\nmov.u32 %r3, %tid.z;\nmad.lo.u32 %r1, %r1, %r2, %r3;\nmov.u32 %r2, %ntid.y;\n\
         mov.u32 %r3, %tid.y;\nmad.lo.u32 %r1, %r1, %r2, %r3;\nmov.u32 %r2, %ntid.x;\nmov.u32 %r3, %tid.x;\n\
         mad.lo.u32 %r1, %r1, %r2, %r3;\nmul.wide.u32 %rd2, %r1, 4;\nadd.u64 %rd1, %rd1, %rd2;\nst.global.u32 [%rd1], %r1;\nret;",
    ));
    let out = g.alloc(4 * 2 * 3 * 5 * 7 * 2 * 3);
    common::ok(g.try_launch(k, [2, 3, 5], [7, 2, 3], 0, std::ptr::null_mut(), params![out]));
    assert_eq!(g.download::<u32>(out), (0..2 * 3 * 5 * 7 * 2 * 3).collect::<Vec<u32>>());
}

#[test]
fn shuffles() {
    let g = Gpu::new();
    let s = |mode: &str, b: &str, c: &str| {
        format!(
            "mul.lo.u32 %r2, %r1, 10;\nshfl.sync.{mode}.b32 %r9|%p1, %r2, {b}, {c}, -1;\n@!%p1 add.u32 %r9, %r9, 5;"
        )
    };
    check(&g, 32, &s("bfly", "1", "31"), |t| 10 * (t ^ 1));
    check(&g, 32, &s("down", "3", "31"), |t| if t + 3 < 32 { 10 * (t + 3) } else { 10 * t + 5 });
    check(&g, 32, &s("up", "3", "0"), |t| if t >= 3 { 10 * (t - 3) } else { 10 * t + 5 });
    check(&g, 32, &s("idx", "7", "31"), |_| 70);
    // Segments of eight lanes: the mask 0b11000.
    check(&g, 32, &s("idx", "2", "0x181f"), |t| 10 * (t / 8 * 8 + 2));
    check(&g, 32, &s("down", "1", "0x181f"), |t| if t % 8 < 7 { 10 * (t + 1) } else { 10 * t + 5 });
    check(&g, 32, &s("up", "1", "0x1800"), |t| if t % 8 > 0 { 10 * (t - 1) } else { 10 * t + 5 });
    check(&g, 32, &s("bfly", "4", "0x181f"), |t| 10 * (t ^ 4));
    // Half of the warp.
    let half =
        "setp.ge.u32 %p1, %r1, 16;\n@%p1 bra E;\nshfl.sync.bfly.b32 %r9, %r1, 8, 31, 0xffff;\nE:";
    check(&g, 32, half, |t| if t < 16 { t ^ 8 } else { 0 });
}

#[test]
fn votes_and_their_kin() {
    let g = Gpu::new();
    let p = "setp.lt.u32 %p1, %r1, 5;\nsetp.lt.u32 %p3, %r1, 99;\n";
    let put = "selp.u32 %r9, 1, 0, %p2;";
    check(&g, 32, &format!("{p}vote.sync.ballot.b32 %r9, %p1, -1;"), |_| 31);
    check(&g, 32, &format!("{p}vote.sync.ballot.b32 %r9, !%p1, -1;"), |_| !31);
    check(&g, 32, &format!("{p}vote.sync.any.pred %p2, %p1, -1;\n{put}"), |_| 1);
    check(&g, 32, &format!("{p}vote.sync.all.pred %p2, %p1, -1;\n{put}"), |_| 0);
    check(&g, 32, &format!("{p}vote.sync.all.pred %p2, %p3, -1;\n{put}"), |_| 1);
    check(&g, 32, &format!("{p}vote.sync.uni.pred %p2, !%p3, -1;\n{put}"), |_| 1);
    check(&g, 32, &format!("{p}vote.sync.uni.pred %p2, %p1, -1;\n{put}"), |_| 0);
    let three = "rem.u32 %r2, %r1, 3;\n";
    let alike = |t: u32| (0..32).filter(|o| o % 3 == t % 3).fold(0u32, |m, o| m | 1 << o);
    check(&g, 32, &format!("{three}match.any.sync.b32 %r9, %r2, -1;"), alike);
    check(&g, 32, &format!("{three}match.all.sync.b32 %r9|%p2, %r2, -1;"), |_| 0);
    check(&g, 32, "match.all.sync.b32 %r9|%p2, 4, -1;", |_| u32::MAX);
    check(&g, 32, "redux.sync.add.u32 %r9, %r1, -1;", |_| 496);
    check(&g, 32, "sub.u32 %r2, %r1, 3;\nredux.sync.min.s32 %r9, %r2, -1;", |_| -3i32 as u32);
    check(&g, 32, "redux.sync.xor.b32 %r9, %r1, -1;", |_| 0);
    let red = "bar.red.popc.u32 %r9, 0, %p1;";
    check(&g, 96, &format!("setp.lt.u32 %p1, %r1, 70;\n{red}"), |_| 70);
    check(
        &g,
        96,
        &format!("setp.lt.u32 %p1, %r1, 70;\nbar.red.and.pred %p2, 0, %p1;\n{put}"),
        |_| 0,
    );
    check(
        &g,
        96,
        &format!("setp.lt.u32 %p1, %r1, 70;\nbar.red.or.pred %p2, 0, !%p1;\n{put}"),
        |_| 1,
    );
}

#[test]
fn warps_hand_over_through_named_barriers() {
    let g = Gpu::new();
    // The second warp fills and arrives; the first waits.
    let body = ".shared .align 4 .b8 s[128];\nmov.u32 %r2, s;\nand.b32 %r3, %r1, 31;\nshl.b32 %r3, %r3, 2;\nadd.u32 %r2, %r2, %r3;\n\
                setp.lt.u32 %p1, %r1, 32;\n@%p1 bra A;\nmul.lo.u32 %r4, %r1, 2;\nst.shared.u32 [%r2], %r4;\nbar.arrive 3, 64;\nbra E;\n\
                A: bar.sync 3, 64;\nld.shared.u32 %r9, [%r2];\nE:";
    check(&g, 64, body, |t| if t < 32 { 2 * (t + 32) } else { 0 });
}

#[test]
fn a_warp_may_wait_for_another() {
    let g = Gpu::new();
    // The one with work to do may be the last to run: the others spin.
    for seed in 1..5 {
        nncuda_soft::set_block_order(seed);
        let body = ".shared .align 4 .b8 s[4];\nmov.u32 %r2, 0;\nst.volatile.shared.u32 [s], %r2;\nbar.sync 0;\nshr.u32 %r3, %r1, 5;\n\
                    L: ld.volatile.shared.u32 %r4, [s];\nsetp.ne.u32 %p1, %r4, %r3;\n@%p1 bra L;\nbar.warp.sync -1;\nadd.u32 %r5, %r3, 1;\n\
                    st.volatile.shared.u32 [s], %r5;\nmov.u32 %r9, %r5;";
        check(&g, 128, body, |t| t / 32 + 1);
    }
}

#[test]
fn atomic_operations() {
    let g = Gpu::new();
    let text = "ld.param.u64 %rd1, [p];\nmov.u32 %r1, %tid.x;\nmov.u32 %r2, %ctaid.x;\ncvt.rn.f32.u32 %f1, %r1;\n\
        red.global.add.u32 [%rd1], 1;\nred.global.max.s32 [%rd1+4], %r1;\nred.global.min.u32 [%rd1+8], %r1;\n\
        shl.b32 %r3, 1, %r1;\nred.global.or.b32 [%rd1+12], %r3;\nred.global.xor.b32 [%rd1+16], %r3;\n\
        red.global.and.b32 [%rd1+20], 0xf0f0;\nred.global.add.f32 [%rd1+24], %f1;\natom.global.inc.u32 %r4, [%rd1+28], 5;\n\
        atom.global.dec.u32 %r4, [%rd1+32], 6;\ncvt.u64.u32 %rd2, %r1;\nred.global.add.u64 [%rd1+40], %rd2;\n\
        cvt.f64.f32 %fd1, %f1;\nred.global.add.f64 [%rd1+48], %fd1;\natom.global.exch.b32 %r4, [%rd1+56], 77;\n\
        M: ld.relaxed.gpu.global.u32 %r5, [%rd1+60];\nadd.u32 %r6, %r5, 3;\natom.global.cas.b32 %r7, [%rd1+60], %r5, %r6;\n\
        setp.ne.u32 %p1, %r7, %r5;\n@%p1 bra M;\nret;";
    let k = g.kernel(&module(".param .u64 p", text));
    let mut start = vec![0u32; 16];
    start[2] = 9;
    start[5] = 0xffff;
    let p = g.upload(&start);
    g.launch(k, 4, 32, params![p]);
    let v: Vec<u32> = g.download(p);
    assert_eq!(v[..6], [128, 31, 0, u32::MAX, 0, 0xf0f0]);
    assert_eq!(f32::from_bits(v[6]), 4.0 * 496.0);
    assert_eq!(v[7], 128 % 6);
    assert_eq!(v[8], 7 - 128 % 7);
    assert_eq!(u64::from(v[10]) | u64::from(v[11]) << 32, 4 * 496);
    assert_eq!(f64::from_bits(u64::from(v[12]) | u64::from(v[13]) << 32), 4.0 * 496.0);
    assert_eq!(v[14..], [77, 128 * 3]);
    // Halves, and shared memory by a generic address.
    let text = ".shared .align 4 .b8 s[8];\nld.param.u64 %rd1, [p];\nmov.u32 %r1, %tid.x;\nmov.u32 %r2, 0;\nsetp.eq.u32 %p1, %r1, 0;\n\
        @%p1 st.shared.u32 [s], %r2;\nbar.sync 0;\nmov.u64 %rd2, s;\ncvta.shared.u64 %rd3, %rd2;\natom.add.u32 %r3, [%rd3], 2;\n\
        mov.b32 %r4, 0x3c004000;\nred.global.add.noftz.f16x2 [%rd1], %r4;\nbar.sync 0;\nld.shared.u32 %r5, [s];\n\
        @%p1 st.global.u32 [%rd1+4], %r5;\nret;";
    let k = g.kernel(&module(".param .u64 p", text));
    let p = g.upload(&[0u32, 0]);
    g.launch(k, 1, 64, params![p]);
    assert_eq!(g.download::<u32>(p), [0x5400_5800, 128]);
}

//! What is a fault here: one kernel that fails for each check, and its message.

mod common;

use common::{Buffer, Gpu, module, ok};
use nncuda_soft::{Mode, set_instruction_budget, set_race_check, set_uninitialised};

/// Runs a kernel with one parameter `p` in one block; it has to fail with the code and the words.
#[track_caller]
fn fails(gpu: &Gpu, body: &str, p: Buffer, grid: u32, block: u32, code: u32, words: &[&str]) {
    let head = "ld.param.u64 %rd1, [p];\nmov.u32 %r1, %tid.x;\nmov.u32 %r2, %ctaid.x;\n";
    let k = gpu.kernel(&module(".param .u64 p", &format!("{head}{body}")));
    let (got, message) = gpu.fails(k, grid, block, params![p]);
    assert_eq!(got, code, "{message}");
    for w in words.iter().chain(&["kernel `k`", "PTX line"]) {
        assert!(message.contains(w), "`{w}` is not in: {message}");
    }
    // The context is broken until it is reset.
    let (mut free, mut total) = (0, 0);
    assert_eq!(cu!(cuMemGetInfo_v2(&mut free => &mut usize, &mut total => &mut usize)), code);
    assert_eq!(gpu.try_download::<u8>(Buffer(p.0, 1)), Err(code));
    nncuda_soft::reset();
}

/// Runs a kernel that has to go well.
#[track_caller]
fn runs(gpu: &Gpu, body: &str, p: Buffer, grid: u32, block: u32) {
    let head = "ld.param.u64 %rd1, [p];\nmov.u32 %r1, %tid.x;\nmov.u32 %r2, %ctaid.x;\n";
    let k = gpu.kernel(&module(".param .u64 p", &format!("{head}{body}")));
    gpu.launch(k, grid, block, params![p]);
    ok(cu!(cuCtxSynchronize()));
}

const S: &str = ".shared .align 16 .b8 s[1024];\n";

#[test]
fn addresses() {
    let g = Gpu::new();
    let p = g.upload(&[0u32; 4]);
    let text =
        "mul.wide.u32 %rd2, %r1, 4;\nadd.u64 %rd1, %rd1, %rd2;\nld.global.u32 %r3, [%rd1];\nret;";
    let words = [
        "thread (4, 0, 0)",
        "block (0, 0, 0)",
        "`ld.global.u32 %r3, [%rd1]`",
        "0 bytes behind the end",
        "16 bytes",
    ];
    fails(&g, text, p, 1, 32, 700, &words);

    let p = g.upload(&[0u32; 4]);
    fails(&g, "st.global.u32 [%rd1+2], 1;\nret;", p, 1, 1, 716, &["misaligned", "writes 4 bytes"]);
    let p = g.upload(&[0u32; 4]);
    fails(
        &g,
        "ld.global.v4.u32 {%r3, %r4, %r5, %r6}, [%rd1+4];\nret;",
        p,
        1,
        1,
        716,
        &["misaligned", "16 bytes"],
    );
    let p = g.upload(&[0u32; 4]);
    fails(
        &g,
        "ld.global.u32 %r3, [%rd1+-4];\nret;",
        p,
        1,
        1,
        700,
        &["no address of device memory"],
    );
    fails(&g, "ld.global.u32 %r3, [%rd1];\nret;", Buffer(0, 4), 1, 1, 700, &["0x0", "no address"]);
    // The first bytes are inside.
    let p = g.upload(&[0u8; 13]);
    fails(
        &g,
        "ld.global.u32 %r3, [%rd1+12];\nret;",
        p,
        1,
        1,
        700,
        &["reach over the end of an allocation of 13 bytes"],
    );

    let p = g.upload(&[0u32; 4]);
    ok(cu!(cuMemFree_v2(p.0 => u64)));
    let other = g.alloc(16);
    assert_ne!(other.0, p.0);
    fails(&g, "ld.global.u32 %r3, [%rd1];\nret;", p, 1, 1, 700, &["freed"]);

    let p = g.upload(&[0u32; 4]);
    let shared =
        format!("{S}mov.u64 %rd2, s;\ncvta.shared.u64 %rd2, %rd2;\nst.global.u32 [%rd2], 1;\nret;");
    fails(&g, &shared, p, 1, 1, 717, &["which is in shared memory"]);
    let p = g.upload(&[0u32; 4]);
    let shared = format!("{S}mov.u32 %r3, s;\nst.shared.u32 [%r3+1024], 1;\nret;");
    fails(&g, &shared, p, 1, 1, 700, &["shared memory at 0x400; the block has 0x400 bytes"]);
    let p = g.upload(&[0u32; 4]);
    fails(
        &g,
        &format!("{S}st.shared.v2.u32 [s+4], {{%r1, %r1}};\nret;"),
        p,
        1,
        1,
        716,
        &["shared", "misaligned"],
    );
    let p = g.upload(&[0u32; 4]);
    let local = ".local .align 8 .b8 l[16];\nmov.u64 %rd2, l;\nst.local.u32 [%rd2+16], 1;\nret;";
    fails(&g, local, p, 1, 1, 700, &["local memory at 0x10; a thread has 0x10 bytes"]);
}

#[test]
fn constants_and_parameters() {
    let g = Gpu::new();
    let p = g.upload(&[0u32; 4]);
    let k = ".version 7.0\n.target sm_80\n.address_size 64\n.const .align 4 .u32 c[2] = {1, 2};\n\
             .visible .entry k() {\n.reg .b64 %rd<2>;\nmov.u64 %rd1, c;\ncvta.const.u64 %rd1, %rd1;\n\
             st.u32 [%rd1], 7;\nret;\n}";
    let f = g.kernel(k);
    let (code, message) = g.fails(f, 1, 1, &[]);
    assert_eq!(code, 700);
    assert!(message.contains("which is constant: the variable `c`"), "{message}");
    nncuda_soft::reset();
    let text = "mov.b64 %rd2, p;\ncvta.param.u64 %rd2, %rd2;\nst.u32 [%rd2], 1;\nret;";
    fails(&g, text, p, 1, 1, 700, &["writes a parameter"]);
    for (text, word) in [
        ("st.param.u32 [p], 1;", "param memory cannot be written"),
        ("st.const.u32 [%rd1], 1;", "const memory cannot be written"),
        ("ld.param.u64 %rd1, [p+8];", "bytes 8 to 16 of `p`, which has 8"),
        ("ld.param.u32 %r1, [p+2];", "misaligned"),
        ("ld.param.u32 %r1, [q];", "`q` is not declared"),
    ] {
        let (code, log) = g.try_load(&module(".param .u64 p", text)).unwrap_err();
        assert_eq!(code, 218);
        assert!(log.contains(word) && log.contains("line 12"), "{log}");
    }
}

#[test]
fn registers_that_were_never_written() {
    let g = Gpu::new();
    let p = g.upload(&[0u32; 4]);
    fails(&g, "add.u32 %r3, %r4, 1;\nret;", p, 1, 1, 719, &["reads %r4, which was never written"]);
    let p = g.upload(&[0u32; 4]);
    // Lane by lane: only thread 5 lacks it.
    let text =
        "setp.ne.u32 %p1, %r1, 5;\n@%p1 mov.f32 %f3, 0f00000000;\nadd.f32 %f4, %f3, %f3;\nret;";
    fails(&g, text, p, 1, 32, 719, &["thread (5, 0, 0)", "reads %f3"]);
    let p = g.upload(&[0u32; 4]);
    fails(&g, "@%p2 bra L;\nL: ret;", p, 1, 1, 719, &["reads %p2"]);
    let p = g.upload(&[0u32; 4]);
    runs(
        &g,
        "setp.ne.u32 %p1, %r1, 5;\n@%p1 mov.f32 %f3, 0f00000000;\n@%p1 add.f32 %f4, %f3, %f3;\nret;",
        p,
        1,
        32,
    );
}

#[test]
fn memory_that_was_never_written() {
    let g = Gpu::new();
    let p = g.alloc(16);
    assert_eq!(g.download::<u32>(p), [u32::MAX; 4]);
    runs(&g, "ld.global.u32 %r3, [%rd1];\nret;", p, 1, 1);
    nncuda_soft::reset();
    set_uninitialised(Mode::Fault);
    let p = g.alloc(16);
    fails(
        &g,
        "st.global.u32 [%rd1], 1;\nld.global.u32 %r3, [%rd1];\nld.global.u32 %r3, [%rd1+4];\nret;",
        p,
        1,
        1,
        719,
        &["byte 4 of an allocation was never written"],
    );
    set_uninitialised(Mode::Fault);
    let p = g.upload(&[1u32]);
    fails(
        &g,
        &format!("{S}ld.shared.u32 %r3, [s+8];\nret;"),
        p,
        1,
        1,
        719,
        &["shared memory at 0x8, which was never written"],
    );
    set_uninitialised(Mode::Fault);
    let (a, b) = (g.alloc(16), g.alloc(16));
    ok(cu!(cuMemsetD32_v2(a.0 => u64, 3 => u32, 2 => usize)));
    ok(cu!(cuMemcpyDtoD_v2(b.0 => u64, a.0 => u64, 16 => usize)));
    runs(&g, "ld.global.v2.u32 {%r3, %r4}, [%rd1];\nret;", b, 1, 1);
    fails(&g, "ld.global.u32 %r3, [%rd1+8];\nret;", b, 1, 1, 719, &["byte 8"]);
}

#[test]
fn barriers() {
    let g = Gpu::new();
    let new = || g.upload(&[0u32; 256]);
    let exit = "setp.ge.u32 %p1, %r1, 40;\n@%p1 ret;\nbar.sync 0;\nret;";
    fails(
        &g,
        exit,
        new(),
        1,
        64,
        719,
        &["barrier 0 is not reached by all threads", "lanes 8-31 of the warp have exited"],
    );
    let exit = "setp.ge.u32 %p1, %r1, 32;\n@%p1 ret;\nbar.sync 0;\nret;";
    fails(
        &g,
        exit,
        new(),
        1,
        64,
        719,
        &["barrier 0 is not reached by all threads", "warps 1 have exited"],
    );
    let split = "setp.ge.u32 %p1, %r1, 7;\n@%p1 bra L;\nbar.sync 0;\nL: bar.sync 0;\nret;";
    fails(&g, split, new(), 1, 32, 719, &["lanes 7-31 are elsewhere"]);
    let off = "setp.ge.u32 %p1, %r1, 7;\n@%p1 bar.sync 0;\nret;";
    fails(&g, off, new(), 1, 32, 719, &["lanes 0-6 are switched off by the guard"]);
    let two = "setp.ge.u32 %p1, %r1, 32;\n@%p1 bra L;\nbar.sync 1;\nret;\nL: bar.sync 2;\nret;";
    fails(&g, two, new(), 1, 64, 719, &["waits at barrier"]);
    fails(&g, "bar.sync 0, 40;\nret;", new(), 1, 64, 719, &["multiple of 32"]);
    // What is right: a part of the warps, and lanes that come together behind a branch.
    let part = "setp.ge.u32 %p1, %r1, 64;\n@%p1 bra L;\nbar.sync 1, 64;\nL: bar.sync 0;\nret;";
    runs(&g, part, new(), 1, 128);
    runs(
        &g,
        "setp.ge.u32 %p1, %r1, 7;\n@%p1 bra L;\nadd.u32 %r1, %r1, 1;\nL: bar.sync 0;\nret;",
        new(),
        1,
        32,
    );
    let loose =
        "setp.ge.u32 %p1, %r1, 7;\n@%p1 bra L;\nbarrier.sync 0;\nret;\nL: barrier.sync 0;\nret;";
    runs(&g, loose, new(), 1, 64);
}

#[test]
fn lanes_that_are_missing() {
    let g = Gpu::new();
    let new = || g.upload(&[0u32; 256]);
    let part = "setp.ge.u32 %p1, %r1, 16;\n@%p1 ";
    let shfl = format!("{part}shfl.sync.bfly.b32 %r3, %r1, 1, 31, 0xffffffff;\nret;");
    fails(
        &g,
        &shfl,
        new(),
        1,
        32,
        719,
        &["shfl.sync: lanes 0-15 of the mask 0xffffffff are not here"],
    );
    let gone = format!("{part}ret;\nshfl.sync.bfly.b32 %r3, %r1, 1, 31, -1;\nret;");
    fails(&g, &gone, new(), 1, 32, 719, &["lanes 16-31 of the mask 0xffffffff have exited"]);
    fails(
        &g,
        "shfl.sync.idx.b32 %r3, %r1, 20, 31, 0xffff;\nret;",
        new(),
        1,
        32,
        719,
        &["not in its mask"],
    );
    let source = format!("{part}ret;\nshfl.sync.idx.b32 %r3, %r1, 20, 31, 0xffff;\nret;");
    fails(&g, &source, new(), 1, 32, 719, &["reads lane 20, which is not in the mask"]);
    let vote = format!("setp.eq.u32 %p2, %r1, 0;\n{part}vote.sync.ballot.b32 %r3, %p2, -1;\nret;");
    fails(&g, &vote, new(), 1, 32, 719, &["vote.sync: lanes 0-15"]);
    fails(
        &g,
        &format!("{part}bar.warp.sync -1;\nret;"),
        new(),
        1,
        32,
        719,
        &["bar.warp.sync: lanes 0-15"],
    );
    // A block whose last warp is not whole.
    fails(&g, "shfl.sync.up.b32 %r3, %r1, 1, 0, -1;\nret;", new(), 1, 48, 719, &["lanes 16-31"]);
    let mma = "mov.b32 %r3, 0;\nmov.f32 %f1, 0f00000000;\nsetp.lt.u32 %p1, %r1, 31;\n@%p1 \
               mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32 {%f2,%f3,%f4,%f5}, {%r3,%r3,%r3,%r3}, {%r3,%r3}, \
               {%f1,%f1,%f1,%f1};\nret;";
    fails(&g, mma, new(), 1, 32, 719, &["all 32 lanes have to take part, lanes 31 do not"]);
    let ldmatrix = format!(
        "{S}mov.u32 %r3, s;\nsetp.lt.u32 %p1, %r1, 31;\n@%p1 ldmatrix.sync.aligned.m8n8.x1.shared.b16 {{%r4}}, [%r3];\nret;"
    );
    fails(&g, &ldmatrix, new(), 1, 32, 719, &["ldmatrix.sync: all 32 lanes"]);
}

/// `%r4` is the address in shared memory of the thread's own word, `%r5` that of its neighbour's.
const WORDS: &str = ".shared .align 16 .b8 s[1024];\nmov.u32 %r3, s;\nshl.b32 %r4, %r1, 2;\nadd.u32 %r4, %r4, %r3;\n\
                     mov.u32 %r6, %ntid.x;\nadd.u32 %r5, %r1, 1;\nrem.u32 %r5, %r5, %r6;\nshl.b32 %r5, %r5, 2;\n\
                     add.u32 %r5, %r5, %r3;\n";

#[test]
fn races_in_shared_memory() {
    let g = Gpu::new();
    let new = || g.upload(&[0u32; 256]);
    let w = |rest: &str| format!("{WORDS}{rest}\nret;");
    let no_barrier = w("st.shared.u32 [%r4], %r1;\nld.shared.u32 %r7, [%r5];");
    fails(
        &g,
        &no_barrier,
        new(),
        1,
        32,
        719,
        &["a race: reads shared memory", "no `bar.warp.sync` is between"],
    );
    runs(
        &g,
        &w("st.shared.u32 [%r4], %r1;\nbar.warp.sync -1;\nld.shared.u32 %r7, [%r5];"),
        new(),
        1,
        32,
    );
    let two_warps = w("st.shared.u32 [%r4], %r1;\nbar.warp.sync -1;\nld.shared.u32 %r7, [%r5];");
    fails(&g, &two_warps, new(), 1, 64, 719, &["a race", "shared memory", "no barrier is between"]);
    runs(&g, &w("st.shared.u32 [%r4], %r1;\nbar.sync 0;\nld.shared.u32 %r7, [%r5];"), new(), 1, 64);
    // A write over what others still read.
    let again = w(
        "st.shared.u32 [%r4], %r1;\nbar.sync 0;\nld.shared.u32 %r7, [%r5];\nst.shared.u32 [%r4], 7;",
    );
    fails(&g, &again, new(), 1, 64, 719, &["a race: writes shared memory"]);
    let twice = "st.shared.u32 [%r4], %r1;\nbar.sync 0;\nld.shared.u32 %r7, [%r5];\nbar.sync 0;\nst.shared.u32 [%r4], 7;";
    runs(&g, &w(twice), new(), 1, 64);
    // All write one word: the same value is well.
    fails(
        &g,
        &w("st.shared.u32 [%r3], %r1;"),
        new(),
        1,
        32,
        719,
        &["a race: writes shared memory at 0x0", "wrote"],
    );
    runs(&g, &w("st.shared.u32 [%r3], 9;"), new(), 1, 64);
    // Bytes of one word are separate.
    runs(
        &g,
        &w(
            "add.u32 %r7, %r3, %r1;\nst.shared.u8 [%r7], %r1;\nbar.sync 0;\nld.shared.u32 %r8, [%r4];",
        ),
        new(),
        1,
        64,
    );
    let bytes = w("add.u32 %r7, %r3, %r1;\nst.shared.u8 [%r7], %r1;\nld.shared.u8 %r8, [%r7+1];");
    fails(&g, &bytes, new(), 1, 32, 719, &["a race"]);
    // Atomic operations are ordered among each other only.
    runs(
        &g,
        &w(
            "setp.eq.u32 %p1, %r1, 0;\n@%p1 st.shared.u32 [%r3], 0;\nbar.sync 0;\nred.shared.add.u32 [%r3], 1;",
        ),
        new(),
        1,
        64,
    );
    let mixed = w(
        "st.shared.u32 [%r3], 0;\nbar.sync 0;\nred.shared.add.u32 [%r3], 1;\nld.shared.u32 %r7, [%r3];",
    );
    fails(&g, &mixed, new(), 1, 64, 719, &["a race: reads"]);
    // A barrier of the other warps orders nothing here.
    let other = w(
        "st.shared.u32 [%r4], %r1;\nsetp.ge.u32 %p1, %r1, 64;\n@%p1 bra L;\nbar.sync 1, 64;\nL: ld.shared.u32 %r7, [%r5];",
    );
    fails(&g, &other, new(), 1, 128, 719, &["a race"]);
    let part = w(
        "setp.ge.u32 %p1, %r1, 64;\n@%p1 ret;\nrem.u32 %r5, %r5, 256;\nst.shared.u32 [%r4], %r1;\nbar.sync 1, 64;\n\
                  xor.b32 %r5, %r4, 128;\nld.shared.u32 %r7, [%r5];",
    );
    runs(&g, &part, new(), 1, 128);
}

#[test]
fn asynchronous_copies() {
    let g = Gpu::new();
    let new = || g.upload(&[5u32; 256]);
    let copy = format!(
        "{WORDS}mul.wide.u32 %rd2, %r1, 4;\nadd.u64 %rd2, %rd1, %rd2;\ncp.async.ca.shared.global [%r4], [%rd2], 4;\n"
    );
    let w = |rest: &str| format!("{copy}{rest}\nret;");
    let early = w("cp.async.commit_group;\nld.shared.u32 %r7, [%r4];");
    fails(
        &g,
        &early,
        new(),
        1,
        32,
        719,
        &["cp.async", "still to fill", "no `cp.async.wait_group` is between"],
    );
    let group = w(
        "cp.async.commit_group;\ncp.async.commit_group;\ncp.async.wait_group 2;\nld.shared.u32 %r7, [%r4];",
    );
    fails(&g, &group, new(), 1, 32, 719, &["still to fill"]);
    runs(
        &g,
        &w("cp.async.commit_group;\ncp.async.wait_group 0;\nld.shared.u32 %r7, [%r4];"),
        new(),
        1,
        32,
    );
    runs(&g, &w("cp.async.wait_all;\nld.shared.u32 %r7, [%r4];"), new(), 1, 32);
    let others = w("cp.async.wait_all;\nld.shared.u32 %r7, [%r5];");
    fails(&g, &others, new(), 1, 64, 719, &["a race"]);
    runs(&g, &w("cp.async.wait_all;\nbar.sync 0;\nld.shared.u32 %r7, [%r5];"), new(), 1, 64);
    let over = w("st.shared.u32 [%r4], 1;\ncp.async.wait_all;");
    fails(&g, &over, new(), 1, 32, 719, &["writes shared memory", "still to fill"]);
    let reader = w(
        "cp.async.wait_all;\nbar.sync 0;\nld.shared.u32 %r7, [%r5];\ncp.async.ca.shared.global [%r4], [%rd2], 4;",
    );
    fails(&g, &reader, new(), 1, 64, 719, &["a race: writes shared memory"]);
    let twice = w("cp.async.ca.shared.global [%r4], [%rd2], 4;\ncp.async.wait_all;");
    fails(&g, &twice, new(), 1, 32, 719, &["writes shared memory", "still to fill"]);
    let words = ["thread (9, 0, 0)", "`ret`", "ends while a `cp.async` is still to fill", "0x24"];
    fails(&g, &w("setp.ne.u32 %p1, %r1, 9;\n@%p1 cp.async.wait_all;"), new(), 1, 32, 719, &words);
    let two = "cp.async.commit_group;\ncp.async.ca.shared.global [%r4+128], [%rd2], 4;\n\
               cp.async.commit_group;\ncp.async.wait_group 1;";
    fails(&g, &w(two), new(), 1, 32, 719, &["ends while a `cp.async`", "0x80"]);
}

#[test]
fn where_asynchronous_copies_read_and_write() {
    let g = Gpu::new();
    let new = || g.upload(&[5u32; 4]);
    let w = |copy: &str| format!("{S}mov.u32 %r3, s;\n{copy}\ncp.async.wait_all;\nret;");
    let copy = |to: u32, from: u32, rest: &str| {
        w(&format!("cp.async.ca.shared.global [%r3+{to}], [%rd1+{from}], {rest};"))
    };
    for (text, code, words) in [
        (copy(1024, 0, "4"), 700, ["copies to 4 bytes", "the block has 0x400 bytes"]),
        (copy(4, 0, "8"), 716, ["copies to 8 bytes of shared memory", "misaligned"]),
        (copy(0, 8, "16"), 716, ["copies 16 bytes", "misaligned"]),
        (copy(0, 16, "4"), 700, ["copies from 4 bytes", "0 bytes behind the end"]),
        (copy(0, 0, "8, 12"), 719, ["cp.async of 8 bytes", "is to read 12"]),
        (copy(0, 0, "4, %r7"), 719, ["reads %r7", "never written"]),
        (copy(0, 0, "4, !%p2"), 719, ["reads %p2", "never written"]),
    ] {
        fails(&g, &text, new(), 1, 1, code, &words);
    }
    // What is not read need not be there.
    runs(&g, &copy(0, 16, "16, 0"), new(), 1, 1);
    runs(
        &g,
        &w("setp.eq.u32 %p1, %r1, 0;\ncp.async.cg.shared.global [%r3], [%rd1+16], 16, %p1;"),
        new(),
        1,
        1,
    );
    for (text, word) in [
        (copy(0, 0, "2"), "a size of 2"),
        (w("cp.async.cg.shared.global [%r3], [%rd1], 8;"), "16 with `.cg`"),
        (w("cp.async.ca.global.shared [%rd1], [%r3], 4;"), "`.shared.global` is expected"),
        (w("cp.async.shared.global [%r3], [%rd1], 4;"), "`.ca` or `.cg` is expected"),
        (copy(0, 0, "4, 4, 4"), "too many operands"),
    ] {
        let (code, log) = g.try_load(&module(".param .u64 p", &text)).unwrap_err();
        assert_eq!(code, 218);
        assert!(log.contains(word), "{log}");
    }
    set_uninitialised(Mode::Fault);
    fails(
        &g,
        &copy(0, 8, "8"),
        g.alloc(16),
        1,
        1,
        719,
        &["byte 8 of an allocation was never written"],
    );
}

#[test]
fn races_between_blocks() {
    let g = Gpu::new();
    let new = || g.upload(&[0u32; 256]);
    fails(
        &g,
        "st.global.u32 [%rd1], %r2;\nret;",
        new(),
        64,
        1,
        719,
        &["a race: writes global memory", "in the same launch"],
    );
    runs(&g, "st.global.u32 [%rd1], 3;\nret;", new(), 64, 1);
    runs(&g, "red.global.add.u32 [%rd1], 3;\nret;", new(), 64, 1);
    let read = "mul.wide.u32 %rd2, %r2, 4;\nadd.u64 %rd2, %rd1, %rd2;\nld.global.u32 %r3, [%rd1];\nadd.u32 %r3, %r2, 7;\n\
                st.global.u32 [%rd2], %r3;\nret;";
    fails(&g, read, new(), 8, 1, 719, &["a race"]);
    set_race_check(false);
    runs(&g, read, new(), 8, 1);
    set_race_check(true);
    let atomic = "red.global.add.u32 [%rd1], 1;\nld.global.u32 %r3, [%rd1];\nret;";
    fails(&g, atomic, new(), 8, 1, 719, &["a race"]);
    runs(
        &g,
        "red.global.add.u32 [%rd1], 1;\nld.relaxed.gpu.global.u32 %r3, [%rd1];\nret;",
        new(),
        8,
        1,
    );
    let constant = "st.global.u32 [%rd1], %r1;\nld.global.nc.u32 %r3, [%rd1];\nret;";
    fails(&g, constant, new(), 1, 1, 719, &["through the read-only cache"]);
    // Halves of a word by different blocks.
    let halves = "mul.wide.u32 %rd2, %r2, 2;\nadd.u64 %rd2, %rd1, %rd2;\ncvt.u16.u32 %h1, %r2;\nst.global.u16 [%rd2], %h1;\n\
                  ld.global.u16 %h2, [%rd2];\nret;";
    runs(&g, halves, new(), 64, 1);
    // The last block adds up what the others left.
    let last = "mul.wide.u32 %rd2, %r2, 4;\nadd.u64 %rd2, %rd1, %rd2;\nst.global.u32 [%rd2+4], %r2;\n{fence}\n\
                atom.global.inc.u32 %r3, [%rd1], 7;\nsetp.ne.u32 %p1, %r3, 7;\n@%p1 ret;\nmembar.gl;\n\
                mov.u32 %r4, 0;\nmov.u32 %r5, 0;\nL: add.u64 %rd1, %rd1, 4;\nld.global.u32 %r6, [%rd1];\n\
                add.u32 %r4, %r4, %r6;\nadd.u32 %r5, %r5, 1;\nsetp.lt.u32 %p1, %r5, 8;\n@%p1 bra L;\n\
                st.global.u32 [%rd1+64], %r4;\nret;";
    let p = new();
    runs(&g, &last.replace("{fence}", "membar.gl;"), p, 8, 1);
    assert_eq!(g.download::<u32>(p)[24], 28);
    fails(&g, &last.replace("{fence}", ""), new(), 8, 1, 719, &["a race"]);
}

#[test]
fn kernels_that_do_not_end_or_go_wrong() {
    let g = Gpu::new();
    let new = || g.upload(&[0u32; 4]);
    set_instruction_budget(10_000);
    fails(&g, "L: bra L;", new(), 1, 32, 702, &["10000 operations", "no end"]);
    fails(&g, "trap;", new(), 1, 1, 719, &["`trap`"]);
    fails(
        &g,
        "ld.global.u32 %r3, [%rd1];\ndiv.u32 %r4, %r1, %r3;\nret;",
        new(),
        1,
        1,
        719,
        &["division by zero"],
    );
}

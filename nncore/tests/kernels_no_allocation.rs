//! What promises no allocation makes none: our own matrix products, the kernels on them in
//! portable arithmetic, and the fork-join. One test, since the counter is the process's.
#![cfg(feature = "threads")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use nncore::kernels::Write;
use nncore::kernels::conv2d::{conv2d, conv2d_grad_input, conv2d_grad_weight, scratch_len};
use nncore::kernels::gemm::{Arithmetic, Exec, MatrixMut, MatrixRef, gemm, gemm_parallel};
use nncore::threads::Threads;
use nnplan::{Conv2d, Conv2dArgs, Padding, Shape};

struct Counting;

static ALLOCATIONS: AtomicUsize = AtomicUsize::new(0);

// SAFETY: everything is passed on to the system's allocator.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.fetch_add(1, Ordering::SeqCst);
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn allocations(f: impl FnOnce()) -> usize {
    let before = ALLOCATIONS.load(Ordering::SeqCst);
    f();
    ALLOCATIONS.load(Ordering::SeqCst) - before
}

#[test]
fn none() {
    let x = vec![1.0_f32; 300 * 300];
    let mut y = vec![0.0; 300 * 300];
    let row = MatrixRef::new(&x, 1, 300);
    let square = MatrixRef::new(&x, 300, 300);

    assert_ne!(allocations(|| drop(vec![1_u8; 10])), 0, "the counter counts");
    for arithmetic in [Arithmetic::Native, Arithmetic::Portable] {
        let out = MatrixMut::new(&mut y, 1, 300);
        assert_eq!(allocations(|| gemm(arithmetic, row, square, Write::Assign, out)), 0);
        let out = MatrixMut::new(&mut y, 1, 300);
        let w = square.transposed();
        assert_eq!(allocations(|| gemm(arithmetic, row, w, Write::Assign, out)), 0);
        let out = MatrixMut::new(&mut y, 12, 12);
        let (a, b) = (square.rows(0..12).columns(0..12), square.rows(0..12).columns(5..17));
        assert_eq!(allocations(|| gemm(arithmetic, a, b, Write::Add, out)), 0);
    }
    // A thread allocates while it starts: wait until all three are at work.
    let threads = Threads::new(3).expect("threads");
    let inside = AtomicUsize::new(0);
    threads.run(3, &|_| {
        inside.fetch_add(1, Ordering::SeqCst);
        while inside.load(Ordering::SeqCst) < 3 {
            std::thread::yield_now();
        }
    });
    let exec = Exec { arithmetic: Arithmetic::Portable, threads: &threads };
    let out = MatrixMut::new(&mut y, 300, 300);
    assert_eq!(allocations(|| gemm_parallel(exec, square, square, Write::Assign, out)), 0);
    let counter = AtomicUsize::new(0);
    let count = |_| {
        counter.fetch_add(1, Ordering::SeqCst);
    };
    assert_eq!(allocations(|| (0..1000).for_each(|_| threads.run(5, &count))), 0);
    convolution(exec);
}

fn convolution(exec: Exec<'_>) {
    let args = Conv2dArgs {
        in_channels: None,
        out_channels: 8,
        kernel: [3, 3],
        stride: [1, 1],
        padding: Padding::Same,
        dilation: [1, 1],
        groups: Some(1),
        bias: false,
    };
    let g = Conv2d::new(Shape::new(&[6, 10, 10]), args);
    let (x, w) = (vec![1.0; g.input.len()], vec![1.0; g.weight().len()]);
    let (mut d_x, mut d_w) = (x.clone(), w.clone());
    let mut y = vec![0.0; g.output().len()];
    let mut scratch = vec![0.0; scratch_len(&g)];
    let made = allocations(|| {
        conv2d(exec, &g, 1, &x, &w, None, &mut y, &mut scratch);
        conv2d_grad_input(exec, &g, 1, &y, &w, &mut d_x, &mut scratch);
        conv2d_grad_weight(exec, &g, 1, &x, &y, Write::Assign, &mut d_w, &mut scratch);
    });
    assert_eq!(made, 0);
}

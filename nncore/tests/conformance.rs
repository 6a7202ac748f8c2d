//! The CPU computes every operation as the portable kernels do: in both types of numbers, by its own kernels and by those
//! that have the same bits on every machine, on one thread and on several. So does the
//! device of programs without an allocator.
#![cfg(feature = "threads")]

use nncore::{Cpu, CpuOptions, Element};

fn cpu<T: Element>(threads: usize, strict: bool) -> Cpu<T> {
    Cpu::with_options(CpuOptions { threads: Some(threads), strict }).expect("threads")
}

mod numbers_of_4_bytes {
    nnconformance::conformance!(super::cpu::<f32>(3, false));
}

mod numbers_of_8_bytes {
    nnconformance::conformance!(super::cpu::<f64>(3, false));
}

mod one_thread {
    nnconformance::conformance!(super::cpu::<f32>(1, false));
}

mod strict {
    nnconformance::conformance!(super::cpu::<f32>(3, true));
}

mod tiny {
    nnconformance::conformance!(nnconformance::Tiny);
}

mod on_host {
    nnconformance::conformance!(on_host: super::cpu::<f32>(3, false));
}

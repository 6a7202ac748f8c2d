//! Constants that stand for no size, in networks that are layers of others: on every device.
use nncore::dim::{D, Minus, U2, U4};
use nncore::prelude::*;
use nncore::tiny;

const KERNEL: usize = usize::MAX;

network! {
    struct Inner;
    input: [2, 8, 8];
    pool: MaxPool2d(KERNEL);
    all: GlobalAvgPool2d;
    view Pooled: all;
}

network! {
    struct Outer;
    input: [2, 8, 8];
    inner: Inner;
    flat: Flatten;
    fc: Linear(2 -> 2);
}

network! {
    struct Pool<K: Dim>;
    input: [2, 8, 8];
    pool: AvgPool2d(K);
    all: Upsample2d(1);
}

network! {
    struct Sized;
    input: [2, 8, 8];
    first: Pool<D<KERNEL>>;
}

network! {
    struct Chain;
    input: [2, 8, 8];
    pools: [Pool<Minus<U2, U4>>; 2];
}

fn main() -> Result<(), nncore::Error> {
    let _ = Model::<Outer, _>::init(&Cpu::new()?, Seed(1))?;
    let _ = tiny::inference_len::<Outer>(1);
    let _ = Pooled::SUMMARY;
    Ok(())
}

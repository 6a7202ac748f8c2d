//! A module that hides all that emitted code could name: the network computes the same.
#![allow(dead_code, unused, non_camel_case_types, non_upper_case_globals, non_snake_case)]

macro_rules! net {
    () => {
        ::nncore::network! {
            pub struct Net;
            input pass: [3];
            input o: [3];
            fc: Linear(3 -> 4);
            r#fn: Relu;
            drop: Dropout(0.25);
            norm: LayerNorm;
            out: Linear(4 -> 2);
            fn forward(a, b) {
                let gen = r#fn(fc(a + b));
                let x = norm(drop(gen));
                out(x) + 1.0
            }
            view View: x;
            loss: MeanSquaredError;
        }
    };
}

mod plain {
    net!();
}

mod hidden {
    use crate::Alien;

    trait Evil: Sized {
        fn split_at(self, _: u8) -> Alien { Alien }
        fn len(self) -> Alien { Alien }
        fn dim(self, _: u8) -> Alien { Alien }
        fn output(self) -> Alien { Alien }
        fn segment<A, B>(self, _: A, _: B) -> Alien { Alien }
        fn within<A, B>(self, _: A, _: B) -> Alien { Alien }
        fn linear(self) -> Alien { Alien }
        fn weight(self) -> Alien { Alien }
        fn cost(self) -> Alien { Alien }
        fn as_str(self) -> Alien { Alien }
        const ARENA: Alien = Alien;
        const MEMORY: Alien = Alien;
    }
    impl<T> Evil for T {}

    const o: Alien = Alien;
    const batch: Alien = Alien;
    const optimizer_slots: Alien = Alien;
    const x: Alien = Alien;
    static pass: Alien = Alien;
    struct f;
    enum Unit {
        y,
        piece,
    }
    use self::Unit::*;
    struct usize;
    struct bool;
    struct str;
    type f32 = Alien;
    type u64 = Alien;
    struct Option;
    struct Some;
    struct None;
    struct Clone;
    struct Copy;
    struct Debug;
    mod core {}
    mod std {}
    mod nncore {}
    macro_rules! assert { ($($t:tt)*) => { compile_error!("a macro of the user's") } }
    macro_rules! panic { ($($t:tt)*) => { compile_error!("a macro of the user's") } }
    macro_rules! vec { ($($t:tt)*) => { compile_error!("a macro of the user's") } }
    macro_rules! matches { ($($t:tt)*) => { compile_error!("a macro of the user's") } }

    net!();
}

mod generic {
    nncore::network! {
        pub struct Block<T: Dim, D: Dim, THROUGH: Dim, usize: Dim>;
        input: [T, D];
        a: Linear(D -> THROUGH);
        b: Linear(THROUGH -> usize);
    }
}

mod words {
    nncore::network! {
        pub struct T;
        const T: usize = 3;
        input: [T];
        a: Linear(T -> T);
    }
    // Fields of the parameters: `r#type`, `self_`.
    nncore::network! {
        pub struct Outer;
        input: [3];
        type: T;
        self: T;
        a: [T; 2];
    }
    nncore::network! {
        pub struct Wide;
        input: [1, 3];
        t: generic::Block<D<1>, D<3>, D<2>, D<3>>;
    }
    use super::generic;
    use nncore::dim::D;
}

#[derive(Clone, Copy)]
pub struct Alien;

use nncore::prelude::*;

fn losses<N>() -> Result<Vec<u32>, nncore::Error>
where
    N: Network<Input = (Vector<3>, Vector<3>), Output = Vector<2>>,
{
    let mut model = Model::<N, _>::init(&Cpu::new()?, Seed(1))?;
    let mut trainer =
        Trainer::new(&mut model, MeanSquaredError::new(), Adam::new(0.1), Capacity(2))?;
    let inputs = (Batch::from_vec(vec![0.5; 6])?, Batch::from_vec(vec![-0.25; 6])?);
    let mut all = Vec::new();
    for _ in 0..4 {
        all.push(trainer.step((&inputs.0, &inputs.1), &Batch::zeros(2))?.to_bits());
    }
    Ok(all)
}

fn main() -> Result<(), nncore::Error> {
    assert_eq!(losses::<plain::Net>()?, losses::<hidden::Net>()?);
    assert_eq!(plain::Net::SUMMARY, hidden::Net::SUMMARY);
    let model = Model::<words::T, _>::init(&Cpu::<f32>::new()?, Seed(1))?;
    assert_eq!(model.parameters().a_bias.len(), 3);
    Ok(())
}

//! Fragments of `macro_rules!` in every place of a network: rustc computes what the macro planned, that with
//! parentheses around them.
#![cfg(all(feature = "std", feature = "checkpoint"))]

use nncore::device::Memory;
use nncore::prelude::*;
use nncore::tiny;

/// Whether two networks are the same: their tables but for the names, and their outputs to the bit.
fn assert_same<A, B>(what: &str)
where
    A: Network,
    B: Network<Input = A::Input, Output = A::Output>,
{
    let table = |text: &str| text.split_once('\n').map(|(_, rest)| rest.to_owned());
    assert_eq!(A::INPUT_SHAPES, B::INPUT_SHAPES, "{what}");
    assert_eq!(A::OUTPUT_SHAPES, B::OUTPUT_SHAPES, "{what}");
    assert_eq!((A::PARAMETER_LEN, A::BUFFER_LEN), (B::PARAMETER_LEN, B::BUFFER_LEN), "{what}");
    assert_eq!(A::COST, B::COST, "{what}");
    let lens = |m: Memory| (m.arena, m.local, m.index, m.statistic, m.scratch);
    assert_eq!(lens(A::INFERENCE), lens(B::INFERENCE), "{what}");
    assert_eq!(lens(A::TRAINING), lens(B::TRAINING), "{what}");
    assert_eq!(table(A::SUMMARY), table(B::SUMMARY), "{what}");
}

/// `n` different numbers, exact in f32.
fn ramp(n: usize) -> Vec<f32> {
    (0..n).map(|i| (i * 37 % 64) as f32 / 8.0 - 3.0).collect()
}

fn model<N: Network>() -> Model<N, Cpu> {
    let mut model = Model::init(&Cpu::with_threads(1).unwrap(), Seed(1)).unwrap();
    for tensor in N::TENSORS {
        let mut values = ramp(tensor.shape.len());
        if tensor.name.ends_with("running_var") {
            values.iter_mut().for_each(|v| *v = v.abs() + 0.5);
        }
        model.set_tensor(tensor.name, &values).unwrap();
    }
    model
}

/// Outputs of two samples.
macro_rules! outputs {
    ($net:ty) => {{
        let model = model::<$net>();
        let len: usize = <$net as Network>::INPUT_SHAPES[0].len();
        let x = Batch::from_vec(ramp(2 * len)).unwrap();
        let y = Predictor::new(&model, Capacity(2)).unwrap().run(&x).unwrap();
        y.items().to_vec()
    }};
}

/// A network with fragments, and the one that is meant.
macro_rules! same {
    ($($what:ident: { $($written:tt)* } { $($meant:tt)* })*) => { $(
        #[test]
        fn $what() {
            mod written { use nncore::prelude::*; $($written)* }
            network! { struct Meant; $($meant)* }
            assert_same::<written::Net, Meant>(stringify!($what));
            assert_eq!(outputs!(written::Net), outputs!(Meant), stringify!($what));
        }
    )* };
}

macro_rules! net {
    ({ $($items:tt)* } $($rest:tt)*) => { network! { pub(crate) struct Net; $($items)* } };
}

macro_rules! sizes {
    ($a:expr, $b:expr, $c:expr) => {
        net! { {
            const WIDTH: usize = 2 * $a;
            input: [2 * $a];
            one: Linear(2 * $a -> 3 * $b - 1, bias = $c);
            two: Linear(_ -> WIDTH / $b);
            memory <= 4 * $b KiB for 2 * $a;
            flash <= 8 * $b KiB;
        } }
    };
}

macro_rules! images {
    ($two:expr, $one:expr, $three:expr) => {
        net! { {
            input: [$two * 1, 3 * $two, 2 * $three];
            a: Conv2d($two * 1 -> 2 * $two, kernel = 1 * $three, stride = 1 * $one, padding = 1 * $one,
                      dilation = 1 * $one, groups = 1 * $two);
            b: BatchNorm2d(2 * $two);
            c: MaxPool2d(1 * $two, stride = 1 * $one, padding = (0 * $two, 1 * $one), dilation = 1 * $one);
            #[allow(dropped_rows)]
            d: AvgPool2d((1 * $two, 1 * $one), stride = (1 * $two, 1 * $one), padding = 0 * $two);
            e: Upsample2d((1 * $two, 2 * $two));
            f: LayerNorm(axes = 1 * $two);
            g: Softmax(axis = 1 * $two);
        } }
    };
}

macro_rules! reals {
    ($n:expr, $half:expr) => {
        net! { {
            input: [4];
            a: Linear(4, bias = true);
            b: Elu(alpha = 2.0 * $n);
            c: LeakyRelu(1.0 - $half);
            d: BatchNorm1d(eps = 0.5 * $n, momentum = 1.0 - $half);
            e: Elu(-$half);
            f: LayerNorm(eps = 0.125 * $n);
        } }
    };
}

macro_rules! functions {
    ($two:expr, $one:expr, $scale:expr) => {
        net! { {
            input: [2 * $two, 3 * $two];
            a: Linear(3 * $two -> 6);
            fn forward(x) {
                let h = a(x) * $scale;
                let s = slice(h, 1 * $one..2 * $two, axis = 0 * $two);
                let r = reshape(s, [3 * $one, 1 * $two, 3]);
                let p = permute(r, [1 * $two, 0 * $two, 1 * $one]);
                let m = mean(p, axes = (0 * $two, 1 * $two), keep = true);
                let e = expand(m, [1 * $two + 1, 3, 1 * $two]);
                let u = upsample2d(e + p, 1 * $two);
                let c = concat(u, max_pool2d(u, 1 * $one), axis = 0 * $two);
                softmax(leaky_relu(c, slope = 1.0 - $scale / 8.0), axis = 1 * $one)
            }
        } }
    };
}

macro_rules! body {
    ($e:expr, $sum:expr, $f:ident, $l:literal, $x:ident) => {
        net! { {
            input: [4];
            a: Linear(4);
            fn forward($x) {
                let h = a($x) * $e - $e;
                let k = $f(h - $sum) * $l;
                (k - $e / 2.0) * -$sum
            }
        } }
    };
}

macro_rules! blocks {
    ($wide:expr, $v:vis, $name:ident, $kind:path, $t:ty, $n:literal, $tt:tt, $b:block) => {
        network! {
            $v struct $name;
            const N: $t = $n;
            input: [$tt];
            a: Linear(if $wide { 2 } else { 5 } * 2 -> match N { 0 | 1 => 4, n => n + 3 });
            b: $kind;
            c: Linear(const { N + 3 } -> $b);
            d: Linear($b -> $b * 2);
            e: Linear(<$t>::MIN + 1 + [0_u8; N].len());
        }
    };
}

same! {
    sizes_are_one_operand: { sizes!(1 + 2, 4 - 2, false); } {
        const WIDTH: usize = 6;
        input: [6];
        one: Linear(6 -> 5, bias = false);
        two: Linear(5 -> 3);
        memory <= 8 KiB for 6;
        flash <= 16 KiB;
    }
    sizes_of_images_are_one_operand: { images!(1 + 1, 2 - 1, 1 + 2); } {
        input: [2, 6, 6];
        a: Conv2d(2 -> 4, kernel = 3, stride = 1, padding = 1, dilation = 1, groups = 2);
        b: BatchNorm2d(4);
        c: MaxPool2d(2, stride = 1, padding = (0, 1), dilation = 1);
        #[allow(dropped_rows)]
        d: AvgPool2d((2, 1), stride = (2, 1), padding = 0);
        e: Upsample2d((2, 4));
        f: LayerNorm(axes = 2);
        g: Softmax(axis = 2);
    }
    real_numbers_are_one_operand: { reals!(0.5 + 0.25, 0.25 + 0.25); } {
        input: [4];
        a: Linear(4, bias = true);
        b: Elu(alpha = 2.0 * (0.5 + 0.25));
        c: LeakyRelu(1.0 - (0.25 + 0.25));
        d: BatchNorm1d(eps = 0.5 * (0.5 + 0.25), momentum = 1.0 - (0.25 + 0.25));
        e: Elu(-(0.25 + 0.25));
        f: LayerNorm(eps = 0.125 * (0.5 + 0.25));
    }
    arguments_of_functions_are_one_operand: { functions!(1 + 1, 2 - 1, 2.0 + 2.0); } {
        input: [4, 6];
        a: Linear(6 -> 6);
        fn forward(x) {
            let h = a(x) * 4.0;
            let s = slice(h, 1..4, axis = 0);
            let r = reshape(s, [3, 2, 3]);
            let p = permute(r, [2, 0, 1]);
            let m = mean(p, axes = (0, 2), keep = true);
            let e = expand(m, [3, 3, 2]);
            let u = upsample2d(e + p, 2);
            let c = concat(u, max_pool2d(u, 1), axis = 0);
            softmax(leaky_relu(c, slope = 0.5), axis = 1)
        }
    }
    values_are_one_operand: { body!(x + x, x - 1.0, relu, 0.5, x); } {
        input: [4];
        a: Linear(4);
        fn forward(x) {
            let h = a(x) * (x + x) - (x + x);
            let k = relu(h - (x - 1.0)) * 0.5;
            (k - (x + x) / 2.0) * -(x - 1.0)
        }
    }
    other_fragments_are_what_they_hold: {
        blocks!(1 > 2, pub(crate), Net, Relu, usize, 4, 10, { 2 + 1 });
    } {
        input: [10];
        a: Linear(10 -> 7);
        b: Relu;
        c: Linear(7 -> 3);
        d: Linear(3 -> 6);
        e: Linear(6 -> 5);
    }
}

macro_rules! product {
    ($n:ident, $e:expr) => {
        network! {
            struct $n;
            input: [4];
            a: Linear(4 -> 4);
            fn forward(x) { a(x) * $e }
        }
    };
}
product!(Product, x + x);

macro_rules! window {
    ($n:ident, $e:expr) => {
        network! { struct $n; input: [$e / 2]; r: Relu; }
    };
}
window!(Window, 8 + 8);

#[test]
fn a_product_with_a_sum_is_multiplied_by_all_of_it() {
    let mut model = Model::<Product, Cpu>::init(&Cpu::new().unwrap(), Seed(1)).unwrap();
    for (name, value) in [("a.weight", vec![1.0; 16]), ("a.bias", vec![0.0; 4])] {
        model.set_tensor(name, &value).unwrap();
    }
    let x = Batch::from_vec(vec![1.0; 4]).unwrap();
    let y = Predictor::new(&model, Capacity(1)).unwrap().run(&x).unwrap();
    assert_eq!(y.items(), [8.0; 4]);
}

#[test]
fn the_tiny_device_reads_no_more_than_the_input() {
    assert_eq!(Window::INPUT_SHAPES[0].len(), 8);
    let mut room = vec![0.0; 64];
    let weights = tiny::WeightsRef::<Window>::from_slices(&[], &[]).unwrap();
    let mut predictor = tiny::Predictor::<Window>::in_slice(weights, &mut room).unwrap();
    let x = [1.0, -1.0, 2.0, -2.0, 3.0, -3.0, 4.0, -4.0];
    assert_eq!(predictor.run(&x).unwrap(), [1.0, 0.0, 2.0, 0.0, 3.0, 0.0, 4.0, 0.0]);
}

macro_rules! lossy {
    ($n:ident, $f:expr, $a:expr, $b:expr) => {
        network! {
            struct $n;
            input: [4];
            a: Linear(4);
            loss: $a + 2.0 * $f * $b;
            fn forward(x) { let y = a(x); let z = y * x; let w = y + x; (y, z, w) }
        }
    };
}
lossy!(Lossy, 0.25 + 0.5, L1(y), Huber(z, delta = 1.0 + 1.0) + MeanSquaredError(w));

network! {
    struct Meant;
    input: [4];
    a: Linear(4);
    loss: L1(y) + 1.5 * Huber(z, delta = 2.0) + 1.5 * MeanSquaredError(w);
    fn forward(x) { let y = a(x); let z = y * x; let w = y + x; (y, z, w) }
}

#[test]
fn losses_and_their_factors_are_one_operand() {
    let x = Batch::from_vec(ramp(8)).unwrap();
    let t: Batch<Vector<4>> = Batch::from_vec(ramp(8)).unwrap();
    let mut one = model::<Lossy>();
    let mut two = model::<Meant>();
    let sgd = || Sgd::new(0.125);
    let mut one = Trainer::with_declared_loss(&mut one, sgd(), Capacity(2)).unwrap();
    let mut two = Trainer::with_declared_loss(&mut two, sgd(), Capacity(2)).unwrap();
    for _ in 0..3 {
        let losses = [one.step(&x, (&t, &t, &t)).unwrap(), two.step(&x, (&t, &t, &t)).unwrap()];
        assert_eq!(losses[0].to_bits(), losses[1].to_bits());
        assert!(losses[0] > 0.0);
    }
}

//! Safe code against what devices rest on: operations, losses and networks that lie, and panics within a pass. At worst they
//! are refused or panic. (What does not compile is among the UI tests.)
#![cfg(feature = "std")]
#![forbid(unsafe_code)]

use std::panic::{AssertUnwindSafe, catch_unwind, panic_any};
use std::sync::atomic::{AtomicUsize, Ordering};

use nncore::custom::{At, Backward, Operation, Role, Shaped, Sizes, TensorInfo, check_gradient};
use nncore::device::TargetKind;
use nncore::loss::LossKind;
use nncore::optim::Rule;
use nncore::prelude::*;
use nncore::tiny::{self, Recipe};
use nncore::{CpuOptions, Element, Error};

network! { struct Empty; input: [4]; act: Relu; }
network! { struct Net; input: [4]; fc: Linear(4 -> 4); }

/// The parameters of a network that has none are a struct of no bytes, at an address that fits its alignment.
#[test]
fn parameters_of_a_network_without_any() {
    let mut model = Model::<Empty, _>::init(&Cpu::with_threads(1).unwrap(), Seed(1)).unwrap();
    let address = std::ptr::from_ref(model.parameters()).addr();
    assert_eq!(address % 64, 0, "{address:#x}");
    assert_eq!(size_of_val(model.parameters_mut()), 0);
    let double = Cpu::<f64>::with_options(CpuOptions::default()).unwrap();
    let model = Model::<Empty, _>::init(&double, Seed(1)).unwrap();
    assert_eq!(std::ptr::from_ref(model.parameters()).addr() % 64, 0);
}

const fn tensor(name: &'static str, offset: usize, len: usize) -> TensorInfo {
    TensorInfo { name, shape: Sizes::new(&[len]), offset, role: Role::Scale, is_frozen: false }
}

/// An operation whose tensors are `T::ALL`.
#[derive(Clone, Copy, Debug)]
struct With<T>(std::marker::PhantomData<T>);

trait Tensors: Copy + std::fmt::Debug + Send + Sync + 'static {
    const ALL: &'static [TensorInfo];
}

impl<X: Shaped, T: Tensors> Operation<X> for With<T> {
    const OUTPUT: Sizes = X::SHAPE;
    const TENSORS: &'static [TensorInfo] = T::ALL;
    fn forward<E: Element>(x: &[E], _: &[E], y: &mut [E]) {
        y.copy_from_slice(x);
    }
    fn backward<E: Element>(g: Backward<'_, E>) {
        g.d_x.unwrap_or_default().copy_from_slice(g.d_y);
    }
}

/// What is said of an operation with these tensors.
macro_rules! said {
    ($($tensor:expr),*) => {{
        #[derive(Clone, Copy, Debug)]
        struct These;
        impl Tensors for These {
            const ALL: &'static [TensorInfo] = &[$($tensor),*];
        }
        check_gradient::<At<1, 4, 0, 0>, With<These>>().map_err(|error| error.to_string())
    }};
}

#[test]
fn tensors_of_an_operation_are_in_order_and_apart() {
    assert_eq!(said!(tensor("scale", 0, 4), tensor("shift", 16, 4)), Ok(()));
    let text = said!(tensor("scale", 1 << 20, 4), tensor("shift", 0, 4)).unwrap_err();
    let expected = "the tensor `shift` of an operation begins before the end of `scale`\n\
                    expected: tensors in the order of their offsets, this one at 1048592 or after\n   found: 0";
    assert_eq!(text, expected);
    let refused = "of an operation";
    for said in [
        said!(tensor("scale", 0, 17), tensor("shift", 16, 4)),
        said!(tensor("scale", 0, usize::MAX), tensor("shift", 16, 4)),
        said!(tensor("scale", usize::MAX - 15, 4)),
        said!(tensor("scale", 0, 1 << 62)),
        said!(tensor("scale", 4, 4)),
        said!(TensorInfo { role: Role::RunningMean, ..tensor("mean", 0, 4) }),
        said!(TensorInfo { is_frozen: true, ..tensor("mean", 0, 4) }),
    ] {
        let text = said.unwrap_err();
        assert!(text.contains(refused) && text.contains("\n   found: "), "{text}");
    }
}

/// A loss of four numbers, which compares with `T` and says that its formula is another one.
#[derive(Clone, Debug)]
struct Liar<T>(LossKind, std::marker::PhantomData<T>);

impl<T: nncore::shape::Comparable + Target> Loss<Vector<4>> for Liar<T> {
    type Target = T;
    const TARGET: TargetKind = T::KIND;
    type Expects = nncore::loss::Anything;
    fn kind(&self) -> LossKind {
        self.0
    }
}

trait Target {
    const KIND: TargetKind;
    const FORMULA: LossKind;
}

impl Target for Vector<4> {
    const KIND: TargetKind = TargetKind::Values;
    const FORMULA: LossKind = LossKind::CrossEntropy { label_smoothing: 0.0, ignore_index: None };
}

impl Target for Vector<1> {
    const KIND: TargetKind = TargetKind::Values;
    const FORMULA: LossKind = LossKind::MeanSquaredError;
}

impl Target for ClassIndex<4> {
    const KIND: TargetKind = TargetKind::Labels;
    const FORMULA: LossKind = LossKind::L1;
}

impl<T: nncore::shape::Comparable + Target> Recipe<Net> for Liar<T> {
    type Loss = Self;
    const LOSS: Self = Self(T::FORMULA, std::marker::PhantomData);
    const OPTIMIZER: Rule = Sgd::new(0.1).into_rule();
}

fn lie<T>()
where
    T: nncore::shape::Comparable + Target,
    T: nncore::batch::Holds<<T as nncore::shape::Sample>::Item<f32>, f32>,
    T::Item<f32>: Default,
{
    let liar = || Liar::<T>(T::FORMULA, std::marker::PhantomData);
    let targets = vec![<T::Item<f32>>::default(); T::ITEMS];
    let mut memory = vec![0.0; tiny::training_len::<Net, Liar<T>>(1)];
    let mut trainer =
        tiny::Trainer::<Net, Liar<T>, 1>::init_in_slice(&mut memory, Seed(1)).unwrap();
    let error = trainer.step(&[1.0; 4], &targets[..]).unwrap_err();
    assert!(matches!(error, Error::Targets { .. }), "{error}");
    let mut memory = vec![0.0; tiny::inference_len::<Net>(1)];
    let mut predictor = tiny::Predictor::<Net>::in_slice(trainer.weights(), &mut memory).unwrap();
    let error = predictor.evaluate(&[1.0; 4], &targets[..], &liar()).unwrap_err();
    assert!(matches!(error, Error::Targets { .. }), "{error}");

    let mut model = Model::<Net, _>::init(&Cpu::with_threads(1).unwrap(), Seed(1)).unwrap();
    let mut trainer = Trainer::new(&mut model, liar(), Sgd::new(0.1), Capacity(1)).unwrap();
    let targets = Batch::from_vec(targets).unwrap();
    let step = catch_unwind(AssertUnwindSafe(|| trainer.step(&Batch::zeros(1), &targets)));
    assert!(step.is_err(), "{step:?}");
}

#[test]
fn a_loss_reads_the_targets_that_it_names() {
    lie::<Vector<4>>();
    lie::<Vector<1>>();
    lie::<ClassIndex<4>>();
}

/// How often it has run.
static CALLS: AtomicUsize = AtomicUsize::new(0);

/// Panics with a payload that panics when it is dropped, twice, from the second call on.
#[derive(Clone, Copy, Debug)]
struct Panics;

struct Bomb(u32);

impl Drop for Bomb {
    fn drop(&mut self) {
        if self.0 > 0 && !std::thread::panicking() {
            panic_any(Self(self.0 - 1));
        }
    }
}

impl<X: Shaped> Operation<X> for Panics {
    const OUTPUT: Sizes = X::SHAPE;
    fn forward<E: Element>(x: &[E], _: &[E], y: &mut [E]) {
        if x[0] < E::ZERO {
            CALLS.fetch_add(1, Ordering::Relaxed);
            panic_any(Bomb(2));
        }
        y.copy_from_slice(x);
    }
    fn backward<E: Element>(g: Backward<'_, E>) {
        g.d_x.unwrap_or_default().copy_from_slice(g.d_y);
    }
}

/// Enough work for all threads. (Under Miri, for which that is too much, it runs on one.)
const WIDTH: usize = if cfg!(miri) { 8 } else { 512 };

network! {
    struct Fails;
    input: [WIDTH];
    fc: Linear(WIDTH -> WIDTH);
    op: Custom<Panics>;
    act: LeakyRelu(0.5);
}

#[test]
fn a_panic_in_an_operation_leaves_model_and_device_usable() {
    for threads in [1, 2, 4] {
        let device = Cpu::with_threads(threads).unwrap();
        let mut model = Model::<Fails, _>::init(&device, Seed(1)).unwrap();
        model.set_tensor("fc.bias", &vec![1.0; WIDTH]).unwrap();
        let zeros = Batch::zeros(16);
        let mut trainer =
            Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.0), Capacity(16)).unwrap();
        let good = trainer.step(&zeros, &Batch::zeros(16)).unwrap();
        // Whatever the weights are, a large input of one sign or the other makes the first output negative.
        for scale in [1e3, -1e3] {
            let inputs = Batch::from_vec(vec![scale; 16 * WIDTH]).unwrap();
            let step = catch_unwind(AssertUnwindSafe(|| trainer.step(&inputs, &zeros)));
            match step {
                Ok(loss) => assert!(loss.unwrap().is_finite()),
                Err(payload) => std::mem::forget(payload.downcast::<Bomb>().expect("the payload")),
            }
        }
        assert!(CALLS.swap(0, Ordering::Relaxed) > 0, "one of the two panicked");
        assert_eq!(trainer.step(&zeros, &Batch::zeros(16)).unwrap(), good, "{threads} threads");
    }
}

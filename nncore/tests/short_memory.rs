//! Memory that is refused. Each allocation of a size that somebody gives is refused in turn, and each time there is an
//! error, where an abort would end this program. One test, since the allocator is that of the process.
#![cfg(feature = "checkpoint")]

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicIsize, Ordering};

use nncore::loss::WeightedCrossEntropy;
use nncore::prelude::*;
use nncore::{Error, checkpoint};

/// Bytes from which on an allocation counts. Names, messages and lists of tensors are smaller.
const LARGE: usize = 4096;

/// Large allocations until one is refused; far below 0 none is.
static LEFT: AtomicIsize = AtomicIsize::new(isize::MIN / 2);

/// The system's allocator, which refuses one large allocation.
struct Refusing;

fn refuses(layout: Layout) -> bool {
    layout.size() >= LARGE && LEFT.fetch_sub(1, Ordering::SeqCst) == 0
}

// SAFETY: what is not refused is passed on to the system's allocator. `realloc` is the trait's own, through these.
unsafe impl GlobalAlloc for Refusing {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if refuses(layout) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promise.
        unsafe { System.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        if refuses(layout) {
            return std::ptr::null_mut();
        }
        // SAFETY: the caller's promise.
        unsafe { System.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's promise.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Refusing = Refusing;

fn is_short_memory(error: &Error) -> bool {
    match error {
        Error::OutOfMemory { bytes } => *bytes >= LARGE / 2,
        Error::Checkpoint(checkpoint::CheckpointError::Io { source, .. }) => {
            source.kind() == std::io::ErrorKind::OutOfMemory
        }
        _ => false,
    }
}

/// Refuses each large allocation of `f` in turn; there are `expected` or more.
fn each_refused<X>(what: &str, expected: isize, f: impl Fn() -> Result<X, Error>) {
    let mut n = 0;
    loop {
        LEFT.store(n, Ordering::SeqCst);
        let result = f();
        let was_refused = LEFT.swap(isize::MIN / 2, Ordering::SeqCst) < 0;
        match result {
            Err(error) => {
                assert!(was_refused && is_short_memory(&error), "{what}, allocation {n}: {error}");
            }
            Ok(_) => {
                assert!(!was_refused, "{what}: allocation {n} was refused without a word");
                break;
            }
        }
        n += 1;
    }
    assert!(n >= expected, "{what} makes {n} large allocations");
}

const CLASSES: usize = 2048;

network! {
    struct Net;
    input: [8];
    norm: BatchNorm1d;
    fc1: Linear(8 -> 2048);
    norm2: BatchNorm1d;
}

network! {
    /// With integers.
    struct Words;
    input: [32] in 0..64;
    embed: Embedding(64 -> 32);
}

type Classified = WeightedCrossEntropy<CLASSES>;

fn classified() -> Classified {
    CrossEntropy::new().weighted([1.0; CLASSES])
}

fn models(device: &Cpu) -> Result<(), Error> {
    each_refused("init", 4, || Model::<Net, _>::init(device, Seed(1)));
    let normal = nncore::init::Initializer::KaimingNormal;
    each_refused("with_initializer", 4, || {
        Model::<Net, _>::with_initializer(device, Seed(1), normal)
    });
    let model = Model::<Net, _>::init(device, Seed(1))?;
    each_refused("tensor", 1, || model.tensor("fc1.weight"));
    each_refused("kept tensor", 1, || model.tensor("norm2.running_mean"));
    each_refused("to_device", 4, || model.to_device(device));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("net.safetensors");
    each_refused("save", 3, || model.save(&path));
    each_refused("load", 5, || Model::<Net, _>::load(device, &path));
    let mut again = Model::<Net, _>::load(device, &path)?;
    assert_eq!(again.tensor("fc1.weight")?, model.tensor("fc1.weight")?);
    let values = vec![1.0; CLASSES];
    again.set_tensor("norm2.running_mean", &values)?;
    assert_eq!(again.tensor("norm2.running_mean")?, values);
    Ok(())
}

fn training(device: &Cpu) -> Result<(), Error> {
    each_refused("Trainer::new", 6, || {
        let mut model = Model::<Net, _>::init(device, Seed(1))?;
        let adam = Adam::new(1e-3);
        Trainer::new(&mut model, classified(), adam, Capacity(64)).map(drop)
    });
    let mut model = Model::<Net, _>::init(device, Seed(1))?;
    let rms = RmsProp::new(1e-3).momentum(0.5).centered(true);
    let mut trainer = Trainer::new(&mut model, classified(), rms, Capacity(4))?;
    let (inputs, labels) = (Batch::zeros(4), Batch::zeros(4));
    trainer.step(&inputs, &labels)?;
    each_refused("Trainer::output", 1, || trainer.output());
    each_refused("Trainer::gradient", 1, || trainer.gradient("fc1.weight"));
    let state = trainer.state()?;
    each_refused("Trainer::state", 6, || {
        let mut model = Model::<Net, _>::init(device, Seed(1))?;
        let rms = RmsProp::new(1e-3).momentum(0.5).centered(true);
        let mut trainer = Trainer::new(&mut model, classified(), rms, Capacity(4))?;
        trainer.state()
    });
    each_refused("Trainer::restore", 6, || {
        let mut model = Model::<Net, _>::init(device, Seed(1))?;
        let rms = RmsProp::new(1e-3).momentum(0.5).centered(true);
        let mut trainer = Trainer::new(&mut model, classified(), rms, Capacity(4))?;
        trainer.restore(&state)
    });
    Ok(())
}

fn inference(device: &Cpu) -> Result<(), Error> {
    let model = Model::<Net, _>::init(device, Seed(1))?;
    each_refused("Predictor::new", 2, || Predictor::new(&model, Capacity(64)));
    let words = Model::<Words, _>::init(device, Seed(1))?;
    each_refused("integers", 2, || Predictor::new(&words, Capacity(64)));
    let inputs = Batch::zeros(64);
    each_refused("run", 1, || Predictor::new(&model, Capacity(64))?.run(&inputs));
    each_refused("run_into", 1, || {
        Predictor::new(&model, Capacity(64))?.run_into(&inputs, &mut Batch::zeros(0))
    });
    let labels = Batch::zeros(64);
    each_refused("evaluate", 1, || {
        Predictor::new(&model, Capacity(64))?.evaluate(&inputs, &labels, &classified())
    });
    Ok(())
}

fn batches(device: &Cpu) -> Result<(), Error> {
    each_refused("try_zeros", 1, || Batch::<Vector<8>>::try_zeros(1000));
    let model = Model::<Net, _>::init(device, Seed(1))?;
    // Without memory a batch is an error of whoever is given it.
    each_refused("zeros", 1, || Predictor::new(&model, Capacity(1000))?.run(&Batch::zeros(1000)));
    each_refused("targets", 1, || {
        let (inputs, labels) = (Batch::zeros(2000), Batch::zeros(2000));
        Predictor::new(&model, Capacity(2000))?.evaluate(&inputs, &labels, &classified())
    });
    each_refused("resize", 1, || {
        let mut inputs = Batch::zeros(1);
        inputs.resize(500);
        Predictor::new(&model, Capacity(500))?.run(&inputs)
    });
    let mut batch = Batch::<Vector<8>>::zeros(2);
    batch.items_mut().fill(1.0);
    let before = batch.clone();
    each_refused("try_resize", 1, || {
        let mut batch = before.clone();
        let result = batch.try_resize(1000);
        assert!(result.is_ok() || batch == before);
        result
    });
    for len in [usize::MAX, usize::MAX / 2, usize::MAX / 8, usize::MAX / 64] {
        let error = Batch::<Vector<8>>::try_zeros(len).expect_err("no memory");
        assert!(matches!(error, Error::OutOfMemory { .. }), "{len}: {error}");
        let mut none = Batch::<Vector<8>>::zeros(len);
        assert!(none.is_empty());
        let mut predictor = Predictor::new(&model, Capacity(2))?;
        let found = predictor.run(&none).expect_err("no memory");
        assert_eq!(found.to_string(), error.to_string());
        let mut trainer_model = Model::<Net, _>::init(device, Seed(1))?;
        let mut trainer =
            Trainer::new(&mut trainer_model, MeanSquaredError, Sgd::new(0.1), Capacity(2))?;
        assert!(trainer.step(&none, &Batch::zeros(2)).is_err());
        assert!(trainer.step(&Batch::zeros(2), &Batch::zeros(len)).is_err());
        none.resize(2); // it is one again
        assert_eq!(predictor.run(&none)?.len(), 2);
    }
    Ok(())
}

/// Plans for more samples than any machine has memory for.
fn capacities(device: &Cpu) -> Result<(), Error> {
    let mut model = Model::<Net, _>::init(device, Seed(1))?;
    for capacity in [usize::MAX, usize::MAX / 2, usize::MAX / 64, 1 << 50].map(Capacity) {
        let error = Predictor::new(&model, capacity).expect_err("no memory");
        assert!(matches!(error, Error::OutOfMemory { .. }), "{capacity:?}: {error}");
        let error = Trainer::new(&mut model, MeanSquaredError, Sgd::new(0.1), capacity);
        let error = error.map(drop).expect_err("no memory");
        assert!(matches!(error, Error::OutOfMemory { .. }), "{capacity:?}: {error}");
    }
    Ok(())
}

/// Threads of a number that no system starts.
fn threads() {
    for n in [usize::MAX, usize::MAX / 2, 1 << 20, 4097] {
        let error = Cpu::with_threads(n).expect_err("too many");
        let expected =
            format!("threads could not be started: expected at most 4096 threads, found {n}");
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn every_refusal_is_an_error() -> Result<(), Error> {
    // Portable kernels: matrixmultiply makes a buffer in each call, and aborts without one.
    let device = Cpu::with_options(CpuOptions { threads: Some(1), strict: true })?;
    models(&device)?;
    training(&device)?;
    inference(&device)?;
    batches(&device)?;
    capacities(&device)?;
    threads();
    Ok(())
}

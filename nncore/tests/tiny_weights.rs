//! Weight files on the device without an allocator: between it and models, in the program's file, and damaged ones.

#[path = "attack/count.rs"]
mod count;
#[path = "tiny_weights/damaged.rs"]
mod damaged;
#[path = "tiny_weights/file.rs"]
mod file;
#[path = "tiny_weights/unusual.rs"]
mod unusual;

use file::{File, LEN, Net, good};
use nncore::include_weights;
use nncore::prelude::*;
use nncore::tiny::{Memory, Weights, WeightsRef, weight_file_len, weights_len};

/// As PyTorch writes it: with an entry `format`, tensors by name; the numbers are random.
static WEIGHTS: Weights<Net, LEN> = include_weights!("tiny_weights/net.safetensors" for Net);

fn bits(numbers: &[f32]) -> Vec<u32> {
    numbers.iter().map(|x| x.to_bits()).collect()
}

/// A model no two numbers of which are alike, and one is not a number.
fn model() -> Model<Net, Cpu> {
    let mut model = Model::init(&Cpu::new().unwrap(), Seed(7)).unwrap();
    let mut next = 0.0;
    for tensor in Net::TENSORS {
        let numbers: Vec<f32> = (0..tensor.shape.len()).map(|i| next + i as f32).collect();
        next += numbers.len() as f32;
        model.set_tensor(tensor.name, &numbers).unwrap();
    }
    model.set_tensor("fc2.bias", &[f32::from_bits(0x7fa1_2345), -0.0]).unwrap();
    model
}

fn assert_same(model: &Model<Net, Cpu>, weights: WeightsRef<'_, Net>) {
    for tensor in Net::TENSORS {
        let expected = model.tensor(tensor.name).unwrap();
        let found = weights.tensor(tensor.name).unwrap();
        assert_eq!(bits(&expected), bits(found), "{}", tensor.name);
    }
}

#[test]
fn a_file_of_a_model_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("net.safetensors");
    let model = model();
    model.save(&path).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let mut memory = [f32::NAN; LEN + 5];
    let weights = WeightsRef::<Net>::read(&bytes, &mut memory).unwrap();
    assert_same(&model, weights);
    assert!(weights.tensor("fc3.bias").is_none());
    // What lies between the tensors is 0, and what lies behind is as it was.
    let used: usize = Net::TENSORS.iter().map(|t| t.shape.len()).sum();
    let numbers = [weights.parameters(), weights.kept()].concat();
    assert_eq!(numbers.len(), LEN);
    assert_eq!(numbers.iter().filter(|x| x.to_bits() == 0).count(), LEN - used + 1);
    assert!(memory[LEN..].iter().all(|x| x.is_nan()));
}

#[test]
fn a_file_is_read_at_any_address() {
    let file = good().bytes();
    for shift in 0..9 {
        let bytes = [vec![0xff; shift], file.clone()].concat();
        let (mut memory, mut other) = ([0.0; LEN], [0.0; LEN]);
        let a = WeightsRef::<Net>::read(&bytes[shift..], &mut memory).unwrap();
        let b = WeightsRef::<Net>::read(&file, &mut other).unwrap();
        assert_eq!(bits(a.parameters()), bits(b.parameters()));
        assert_eq!(bits(a.kept()), bits(b.kept()));
    }
}

#[test]
fn a_model_loads_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("from.safetensors"), folder.path().join("to.safetensors"));
    let model = model();
    model.save(&from).unwrap();
    let mut memory = [0.0; LEN];
    let weights = WeightsRef::<Net>::read(&std::fs::read(&from).unwrap(), &mut memory).unwrap();

    const SIZE: usize = weight_file_len::<Net>();
    let mut buffer = [0xff; SIZE + 3];
    assert_eq!(weights.write(&mut buffer).unwrap(), SIZE);
    assert_eq!(buffer[SIZE..], [0xff; 3]);
    std::fs::write(&to, &buffer[..SIZE]).unwrap();
    let loaded = Model::<Net, _>::load(&Cpu::new().unwrap(), &to).unwrap();
    assert_same(&loaded, weights);

    let tensors = safetensors::SafeTensors::deserialize(&buffer[..SIZE]).unwrap();
    assert_eq!(tensors.len(), Net::TENSORS.len());
    assert_eq!((SIZE - tensors.iter().map(|(_, t)| t.data().len()).sum::<usize>()) % 8, 0);
    let mut again = [0.0; LEN];
    let again = WeightsRef::<Net>::read(&buffer[..SIZE], &mut again).unwrap();
    assert_eq!(bits(again.parameters()), bits(weights.parameters()));
    assert_eq!(bits(again.kept()), bits(weights.kept()));

    let short = weights.write(&mut buffer[..SIZE - 1]).unwrap_err();
    let told = format!("the memory is too short: expected {SIZE} bytes, found {}", SIZE - 1);
    assert_eq!(short.to_string(), told);
    assert_eq!(short.tensor(), None);
}

#[test]
fn weights_in_the_program_are_those_of_the_file() {
    assert_eq!(LEN, weights_len::<Net>());
    assert_eq!((&raw const WEIGHTS).addr() % 64, 0);
    assert_eq!(size_of_val(&WEIGHTS).next_multiple_of(64), (4 * LEN).next_multiple_of(64));
    let path = "tiny_weights/net.safetensors";
    let model = Model::<Net, _>::load(&Cpu::new().unwrap(), path).unwrap();
    let weights = WeightsRef::from(&WEIGHTS);
    assert_same(&model, weights);
    let bytes = std::fs::read(path).unwrap();
    let mut memory = [f32::NAN; LEN];
    let read = WeightsRef::<Net>::read(&bytes, &mut memory).unwrap();
    assert_eq!(bits(read.parameters()), bits(weights.parameters()));
    assert_eq!(bits(read.kept()), bits(weights.kept()));
}

network! {
    /// Without a norm.
    struct Small;
    input: [3];
    fc1: Linear(3 -> 4);
    act: Relu;
    fc2: Linear(4 -> 2);
}

static SMALL: Weights<Small, { weights_len::<Small>() }> =
    include_weights!("tiny_weights/small.safetensors" for Small);

#[test]
fn a_predictor_runs_on_weights_in_the_program() {
    use nncore::tiny::{Predictor, inference_len};
    static MEMORY: Memory<{ inference_len::<Small>(2) }> = Memory::new();
    let inputs = [0.5, -1.0, 2.0, -0.25, 0.75, 1.5];
    let mut predictor = Predictor::<Small, 2>::new(&SMALL, MEMORY.take().unwrap());
    let found = predictor.run(&inputs).unwrap().to_vec();
    let model = Model::<Small, _>::load(&Cpu::new().unwrap(), "tiny_weights/small.safetensors");
    let model = model.unwrap();
    let mut predictor = nncore::Predictor::new(&model, Capacity(2)).unwrap();
    let expected = predictor.run(&Batch::from_vec(inputs.to_vec()).unwrap()).unwrap();
    for (a, b) in found.iter().zip(expected.items()) {
        assert!((a - b).abs() < 1e-6, "{found:?} {expected:?}");
    }
    assert!(found.iter().any(|x| x.abs() > 0.01));
}

#[test]
fn slices_are_taken_in_the_layout() {
    let weights = WeightsRef::from(&WEIGHTS);
    let again = WeightsRef::<Net>::from_slices(weights.parameters(), weights.kept()).unwrap();
    assert_eq!(again.tensor("norm.running_var"), weights.tensor("norm.running_var"));
    let error = WeightsRef::<Net>::from_slices(weights.parameters(), &[]).unwrap_err();
    let told = format!("the kept tensors: expected {} numbers, found 0", Net::BUFFER_LEN);
    assert_eq!(error.to_string(), told);
    let short = &weights.parameters()[1..];
    let error = WeightsRef::<Net>::from_slices(short, weights.kept()).unwrap_err();
    assert!(error.to_string().starts_with("the trained tensors: expected"), "{error}");
    let error: &dyn core::error::Error = &error;
    assert!(error.source().is_none());
}

#[test]
fn memory_may_be_too_short() {
    let mut memory = [1.0; LEN - 1];
    let error = WeightsRef::<Net>::read(&good().bytes(), &mut memory).unwrap_err();
    let told = format!("the memory is too short: expected {LEN} numbers, found {}", LEN - 1);
    assert_eq!(error.to_string(), told);
}

#[test]
fn tensors_may_come_in_any_order() {
    let read = |file: &File| {
        let mut memory = [0.0; LEN];
        let weights = WeightsRef::<Net>::read(&file.bytes(), &mut memory);
        let weights = weights.unwrap_or_else(|e| panic!("{e}"));
        (bits(weights.parameters()), bits(weights.kept()))
    };
    let expected = read(&good());
    for turn in 0..good().entries.len() {
        let mut file = good();
        file.entries.rotate_left(turn);
        assert_eq!(read(&file), expected);
        file.entries.reverse();
        assert_eq!(read(&file), expected);
    }
}

#[test]
fn files_are_read_as_other_programs_write_them() {
    type Change = fn(&mut File);
    let cases: [Change; 9] = [
        |f| f.metadata = None,
        |f| f.metadata = Some("{}".into()),
        |f| {
            f.metadata =
                Some(r#"{"format": "pt", "\u00e9\ud83d\ude00\n": "\\\"\/\b\f\r\t"}"#.into())
        },
        |f| f.entries[0].name = r"\u0066c1.bi\u0061s".into(),
        |f| f.entries[0].dtype = r#""\u004632""#.into(),
        |f| f.padding = "    \n\t\r  ".into(),
        |f| f.counter(r#""norm.num_batches_tracked""#, "I64", "[]", 8),
        |f| f.counter(r#""norm.num_batches_tracked""#, "I32", "[1]", 4),
        |f| f.counter(r#""norm.num_batches_tracked""#, "F32", "[0]", 0),
    ];
    for (i, change) in cases.iter().enumerate() {
        let mut file = good();
        change(&mut file);
        let mut memory = [0.0; LEN];
        let weights = WeightsRef::<Net>::read(&file.bytes(), &mut memory);
        let weights = weights.unwrap_or_else(|e| panic!("case {i}: {e}"));
        assert_eq!(weights.tensor("fc1.bias"), Some(&[0.0, 1.0, 2.0, 3.0][..]), "case {i}");
        assert!(safetensors::SafeTensors::deserialize(&file.bytes()).is_ok(), "case {i}");
    }
}

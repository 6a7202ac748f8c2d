//! Batches to the memory of a device, and back.

use alloc::string::ToString;
use alloc::vec;
use alloc::vec::Vec;

use super::*;
use crate::device::{Memory, Store, WorkspaceNeeds};
use crate::{Batch, Cpu};

type Three = (Vector<2>, Indices<3, 10>, Matrix<2, 2>);

fn memory<I: Inputs>(capacity: usize) -> (Cpu, Workspace<Cpu>) {
    let device = Cpu::with_threads(1).unwrap();
    let needs = WorkspaceNeeds {
        capacity,
        memory: Memory::NONE,
        border: 0,
        input: I::LEN,
        integers: I::INTEGERS,
        target: 0,
        labels: 0,
        gradients: 0,
        flops: 0,
    };
    let workspace = device.workspace(&needs).unwrap();
    (device, workspace)
}

fn numbers<S: Shape>(len: usize, first: f32) -> Batch<S> {
    Batch::from_vec((0..len * S::LEN).map(|i| first + i as f32).collect()).unwrap()
}

#[test]
fn one_input_lies_at_the_start() {
    let (device, mut workspace) = memory::<Vector<3>>(4);
    let batch = numbers::<Vector<3>>(2, 1.0);
    assert_eq!(<Vector<3> as Inputs>::samples(&batch).unwrap(), 2);
    Vector::<3>::upload(&device, &mut workspace, Offsets::default(), &batch).unwrap();
    let expected = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
    assert_eq!(workspace.input.as_slice(), expected);
}

/// The elements, and zeros for samples up to the capacity.
fn padded<S: Shape>(batch: &Batch<S>, capacity: usize) -> Vec<f32> {
    let mut all = batch.items().to_vec();
    all.resize(capacity * S::LEN, 0.0);
    all
}

#[test]
fn several_inputs_lie_one_behind_the_other_for_every_capacity() {
    assert_eq!((Three::LEN, Three::INTEGERS), (6, 3));
    for capacity in [2, 3, 7] {
        let (device, mut workspace) = memory::<Three>(capacity);
        let (a, c) = (numbers::<Vector<2>>(2, 1.0), numbers::<Matrix<2, 2>>(2, 50.0));
        let b = Batch::<Indices<3, 10>>::from_vec(vec![9, 0, 1, 2, 3, 4]).unwrap();
        let batches = (&a, &b, &c);
        assert_eq!(Three::samples::<f32>(batches).unwrap(), 2);
        Three::upload(&device, &mut workspace, Offsets::default(), batches).unwrap();
        let expected = [padded(&a, capacity), padded(&c, capacity)].concat();
        assert_eq!(workspace.input.as_slice(), expected);
        let mut integers = b.items().to_vec();
        integers.resize(3 * capacity, 0);
        assert_eq!(workspace.integers.as_slice(), integers);
    }
}

#[test]
fn integers_lie_one_behind_the_other() {
    type Pair = (Indices<1, 5>, Indices<2, 7>);
    let (device, mut workspace) = memory::<Pair>(3);
    let (a, b) = (Batch::from_vec(vec![4, 3]).unwrap(), Batch::from_vec(vec![6, 5, 2, 1]).unwrap());
    Pair::upload(&device, &mut workspace, Offsets::default(), (&a, &b)).unwrap();
    assert_eq!(workspace.integers.as_slice(), [4, 3, 0, 6, 5, 2, 1, 0, 0]);
    assert!(workspace.input.as_slice().is_empty());
}

#[test]
fn inputs_that_are_not_equally_many() {
    let (a, c) = (numbers::<Vector<2>>(3, 0.0), numbers::<Matrix<2, 2>>(4, 0.0));
    let b = Batch::<Indices<3, 10>>::zeros(3);
    let error = Three::samples::<f32>((&a, &b, &c)).unwrap_err();
    assert!(matches!(error, Error::Inputs { expected: 3, input: 2, found: 4 }), "{error}");
    let message = "the inputs are not equally many\nexpected: 3 samples, as in `inputs.0`\n   found: 4 in `inputs.2`";
    assert_eq!(error.to_string(), message);
    // Nothing is said of an empty batch here: a step refuses it.
    assert_eq!(
        <(Vector<2>, Vector<2>)>::samples::<f32>((&Batch::zeros(0), &Batch::zeros(0))).unwrap(),
        0
    );
}

#[test]
fn an_index_out_of_range_is_refused() {
    let (device, mut workspace) = memory::<Indices<3, 10>>(2);
    let batch = Batch::<Indices<3, 10>>::from_vec(vec![9, 0, 1, 2, 10, 4_000_000_000]).unwrap();
    let start = Offsets::default();
    let error = Indices::upload(&device, &mut workspace, start, &batch).unwrap_err();
    let found = matches!(error, Error::Index { sample: 1, position: 1, value: 10, limit: 10 });
    assert!(found, "{error}");
    assert_eq!(
        error.to_string(),
        "integer 1 of sample 1 is out of range\nexpected: below 10\n   found: 10"
    );
    assert_eq!(workspace.integers.as_slice(), [0; 6], "nothing was copied");
}

#[test]
fn targets_lie_behind_those_of_other_losses() {
    let (device, mut workspace) = memory::<Vector<1>>(3);
    workspace.target = device.allocate(9).unwrap();
    workspace.labels = device.allocate(9).unwrap();
    let at = Offsets { reals: 1, integers: 2 };
    Vector::<2>::upload_targets(&device, &mut workspace, at, &[1.0, 2.0]).unwrap();
    assert_eq!(workspace.target.as_slice(), [0.0, 0.0, 0.0, 1.0, 2.0, 0.0, 0.0, 0.0, 0.0]);
    ClassIndex::<9>::upload_targets(&device, &mut workspace, at, &[8]).unwrap();
    assert_eq!(workspace.labels.as_slice(), [0, 0, 0, 0, 0, 0, 8, 0, 0]);
    // A target may be a class that a loss ignores: it is not looked at here.
    Indices::<2, 5>::upload_targets(&device, &mut workspace, Offsets::default(), &[7, 1]).unwrap();
    assert_eq!(workspace.labels.as_slice(), [7, 1, 0, 0, 0, 0, 8, 0, 0]);
}

/// Fills each output with its number, and what was asked for.
fn filled<O: Outputs>(batches: &mut O::Batches<f64>) -> Vec<(usize, usize)> {
    let mut asked = Vec::new();
    O::fill(batches, |i, items| {
        items.fill(i as f64);
        asked.push((i, items.len()));
        Ok(())
    })
    .unwrap();
    asked
}

#[test]
fn outputs_are_filled_by_their_numbers() {
    type Six = (Vector<1>, Vector<2>, Matrix<3, 1>, Image<1, 2, 2>, Vector<5>, Vector<6>);
    assert_eq!((Six::COUNT, Six::LENS), (6, &[1, 2, 3, 4, 5, 6][..]));
    let mut six = Six::zeros(2).unwrap();
    assert_eq!(filled::<Six>(&mut six), [(0, 2), (1, 4), (2, 6), (3, 8), (4, 10), (5, 12)]);
    assert_eq!((six.0.items(), six.2.items()), (&[0.0; 2][..], &[2.0; 6][..]));
    Six::resize(&mut six, 1).unwrap();
    assert_eq!((six.0.len(), six.5.items()), (1, &[5.0; 6][..]));
    let mut one = Vector::<4>::zeros(3).unwrap();
    assert_eq!(filled::<Vector<4>>(&mut one), [(0, 12)]);
    Vector::<4>::resize(&mut one, 4).unwrap();
    assert_eq!(one.len(), 4);
}

#[test]
fn an_output_that_cannot_be_read_is_an_error() {
    type Pair = (Vector<1>, Vector<2>);
    let mut pair = Pair::zeros::<f32>(1).unwrap();
    let mut read = 0;
    let result = Pair::fill(&mut pair, |_, _| {
        read += 1;
        Err(Error::EmptyBatch)
    });
    assert!(result.is_err());
    assert_eq!(read, 1);
}

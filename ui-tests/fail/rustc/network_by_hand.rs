//! Devices rest on what a network says: one by hand is `unsafe`.
use nncore::device::{Execute, Memory, Ops, Pass, Region};
use nncore::network::{Network, NoParameters, Other};
use nncore::prelude::*;
use nncore::tensor::TensorInfo;
use nncore::__private::v1::plan::Cost;
use nncore::{Element, custom::Sizes};

#[derive(Clone, Copy)]
struct Long;

impl Network for Long {
    type Input = Vector<4>;
    type Output = Vector<4>;
    type Ending = Other;
    type Parameters<T: Element> = NoParameters<T>;
    const NAME: &'static str = "Long";
    const SUMMARY: &'static str = "";
    const TENSORS: &'static [TensorInfo] = &[];
    const COST: Cost = Cost::ZERO;
    const PARAMETER_LEN: usize = 0;
    const BUFFER_LEN: usize = 0;
    type Room = [usize; 0];
    const INFERENCE: Memory = Memory::NONE;
    const TRAINING: Memory = Memory::NONE;
    const FROZEN: Memory = Memory::NONE;
    const INPUTS: &'static [Region] = &[Region::input(0, 65_536)];
    const INPUT_SHAPES: &'static [Sizes] = &[Sizes::new(&[65_536])];
    const OUTPUT_SHAPES: &'static [Sizes] = &[Sizes::new(&[4])];
    fn infer<D: Execute, const INNER: bool>(_: &mut Pass<'_, D>) {}
    fn piece<O: Ops, const INNER: bool>(_: &mut O) {}
    fn forward<D: Execute, const INNER: bool>(_: &mut Pass<'_, D>) {}
    fn backward<D: Execute, const THROUGH: bool, const INNER: bool>(_: &mut Pass<'_, D>) {}
    fn forward_frozen<D: Execute, const INNER: bool>(_: &mut Pass<'_, D>) {}
    fn backward_frozen<D: Execute, const INNER: bool>(_: &mut Pass<'_, D>) {}
}

fn main() {}

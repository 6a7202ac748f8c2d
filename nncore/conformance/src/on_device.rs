//! A call on a device of nncore's.

use nncore::Element;
use nncore::device::{
    Base, Device, Memory, Pass, PassKind, Region, Scratch, Space, Tensors, WorkspaceNeeds,
};
use nnplan::Role;

use crate::bench::{Bench, Data, Method, Place, Subject};

fn needs(bench: &Bench<'_>) -> WorkspaceNeeds {
    let room = &bench.room;
    let scratch = Scratch {
        columns: bench.columns,
        partials: room.gradients,
        shared: if bench.way.is_added { room.gradients } else { 0 },
    };
    let memory = Memory {
        arena: room.samples,
        index: room.index,
        statistic: room.statistics,
        scratch,
        ..Memory::NONE
    };
    WorkspaceNeeds {
        capacity: bench.way.samples + 2,
        memory,
        border: 0,
        input: room.input,
        integers: room.integers,
        target: 0,
        labels: 0,
        gradients: room.gradients,
        flops: u64::MAX, // threads pay
    }
}

impl<D: Device> Subject for D {
    const BYTES: usize = <D::Element as Element>::BYTES;

    fn run<G: Sync>(&self, bench: &Bench<'_>, g: &G, method: &impl Method<G>) -> Vec<Data> {
        let needs = needs(bench);
        let start = |place: &Place| place.start(needs.capacity);
        let mut workspace = self.workspace(&needs).expect("memory");
        let allocate = |len| self.allocate::<D::Element>(len).expect("memory");
        let [mut parameters, mut kept] =
            [allocate(bench.room.parameters), allocate(bench.room.kept)];
        for (_, place) in bench.in_order() {
            let at = start(place);
            let copied = match &place.data {
                _ if place.region.is_none() => continue,
                Data::Integers(x) => self.upload_at(&mut workspace.integers, at, x),
                Data::Bytes(x) => self.upload_at(&mut workspace.index, at, x),
                Data::Numbers(x) => {
                    let x: Vec<D::Element> = x.iter().map(|x| Element::from_f64(*x)).collect();
                    let to = match place.operand.role {
                        Role::Tensor => &mut parameters,
                        Role::Running => &mut kept,
                        Role::Gradient => &mut workspace.gradients,
                        Role::Statistic => &mut workspace.statistic,
                        _ if place.region.space == Space::Input => &mut workspace.input,
                        _ => &mut workspace.arena,
                    };
                    self.upload_at(to, at, &x)
                }
            };
            copied.expect("a copy");
        }
        let regions: Vec<Region> = bench.places().iter().map(|p| p.region).collect();
        let (reads, writes) = bench.cut(&regions);
        {
            let tensors = [Tensors::Shared(&parameters), Tensors::Exclusive(&mut kept)];
            // SAFETY: all memory is of the sizes that `needs` says, which the operands lie in.
            let mut pass = unsafe {
                Pass::new(self, &mut workspace, tensors, None, Base::absolute(), bench.state())
            };
            let segment = bench.segment(&regions);
            D::run(&mut pass, PassKind::Training, |pass| {
                pass.segment(&segment, |piece| method.call(piece, g, reads, writes));
            });
            assert!(pass.fault.is_none(), "{:?}", pass.fault);
        }
        let number = |place: &Place| {
            let mut x = vec![D::Element::ZERO; place.data.numbers().len()];
            let from = match place.operand.role {
                Role::Running => &kept,
                Role::Gradient => &workspace.gradients,
                Role::Statistic => &workspace.statistic,
                _ => &workspace.arena,
            };
            self.download(from, start(place), &mut x).expect("a copy");
            Data::Numbers(x.into_iter().map(Element::to_f64).collect())
        };
        let read = |place: &Place| match &place.data {
            Data::Bytes(x) => {
                let mut x = vec![0; x.len()];
                self.download(&workspace.index, start(place), &mut x).expect("a copy");
                Data::Bytes(x)
            }
            _ if place.region.is_none() => place.data.clone(),
            _ => number(place),
        };
        bench.written().iter().map(read).collect()
    }
}

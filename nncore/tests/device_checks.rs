//! What the CPU device refuses of passes by hand: `unsafe` slices and the absence of races rest on its own checks, not on
//! the plan. Each of these would otherwise be a race, or two references to the same memory.
#![cfg(feature = "threads")]

mod device;

use std::panic::{AssertUnwindSafe, catch_unwind};

use device::Fixture;
use nncore::CpuPiece;
use nncore::device::{Memory, Ops, Region, Scratch, WorkspaceNeeds};
use nnplan::{
    Activation, Conv2d, Conv2dArgs, Linear, LinearArgs, Padding, Pool2d, Pool2dArgs, Shape,
};

type Piece<'p> = CpuPiece<'p, f32>;

/// Samples, and threads that share them.
const BATCH: usize = 6;

/// The text of the panic of a segment.
#[track_caller]
fn refused(
    sizes: impl Fn(&mut WorkspaceNeeds),
    change: impl Fn(&mut Fixture<f32>),
    regions: &[Region],
    gradients: &[Region],
    call: impl Fn(&mut Piece<'_>) + Sync,
) -> String {
    let mut fixture = Fixture::<f32>::new(3, BATCH, sizes);
    change(&mut fixture);
    let run = AssertUnwindSafe(|| fixture.run(true, regions, gradients, call));
    let payload = catch_unwind(run).expect_err("a panic");
    let text = payload.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| payload.downcast_ref::<String>().cloned()).expect("a text")
}

fn arena(needs: &mut WorkspaceNeeds) {
    needs.memory.arena = 16;
}

fn relu(x: Region, y: Region) -> impl Fn(&mut Piece<'_>) + Sync {
    move |o| o.activation(&Activation::Relu, x, y)
}

#[test]
fn more_samples_than_there_is_room_for() {
    let (x, y) = (Region::arena(0, 8), Region::arena(8, 8));
    // Told that there is room for one, its pieces would write the blocks of each other.
    let text = refused(arena, |f| f.workspace.capacity = 1, &[x, y], &[], relu(x, y));
    assert!(text.contains("no more samples than there is room for"), "{text}");
    // Told that there is room for more than there is, they would lie behind the end.
    let text = refused(arena, |f| f.workspace.capacity = 1 << 20, &[x, y], &[], relu(x, y));
    assert!(text.contains("lies within its space"), "{text}");
    let text = refused(arena, |f| f.workspace.capacity = 1 << 60, &[x, y], &[], relu(x, y));
    assert!(text.contains("lies within its space"), "{text}");
}

#[test]
fn offsets_that_overflow() {
    // For nine samples, the second begins at the first's place, if products wrap.
    let capacity = BATCH + 3;
    let again = (usize::MAX / capacity) + 1;
    let wrapped = again.wrapping_mul(capacity);
    assert!(wrapped < capacity);
    let (x, y) = (Region::arena(0, 8), Region::arena(again, 8));
    let text = refused(arena, |_| {}, &[x, y], &[], relu(x, y));
    assert!(text.contains("lies within its space"), "{text}");
    let y = Region::arena(usize::MAX - 3, 8);
    let text = refused(arena, |_| {}, &[x, y], &[], relu(x, y));
    assert!(text.contains("lies within its space"), "{text}");
}

#[test]
fn regions_that_overlap_or_are_not_listed() {
    let (x, y) = (Region::arena(0, 8), Region::arena(7, 8));
    let text = refused(arena, |_| {}, &[x, y], &[], relu(x, y));
    assert!(text.contains("keeps the values of a segment apart"), "{text}");
    let y = Region::arena(8, 8);
    let text = refused(arena, |_| {}, &[x], &[], relu(x, y));
    assert!(text.contains("lists the regions it touches"), "{text}");
}

#[test]
fn sums_of_gradients_for_which_there_is_no_room() {
    let g = Linear::new(
        Shape::new(&[4]),
        LinearArgs { in_features: None, out_features: 4, bias: true },
    );
    let (x, d_y) = (Region::arena(0, 4), Region::arena(4, 4));
    let gradients = [Region::gradient(0, 16), Region::gradient(16, 16)];
    let sizes = |needs: &mut WorkspaceNeeds| {
        needs.memory = Memory {
            arena: 8,
            scratch: Scratch { partials: 16, ..Memory::NONE.scratch },
            ..Memory::NONE
        };
        needs.gradients = 32;
    };
    // Slots have room for one of the two: the second of a slot would be the first of the next one.
    let text = refused(
        sizes,
        |_| {},
        &[x, d_y],
        &gradients,
        |o| {
            o.linear_grad_weight(&g, x, d_y, gradients[1]);
        },
    );
    assert!(text.contains("room for the sums of a segment"), "{text}");
}

#[test]
fn values_of_a_piece_that_reach_into_its_columns() {
    let args = Conv2dArgs {
        in_channels: None,
        out_channels: 1,
        kernel: [3, 3],
        stride: [1, 1],
        padding: Padding::Same,
        dilation: [1, 1],
        groups: Some(1),
        bias: false,
    };
    let g = Conv2d::new(Shape::new(&[2, 4, 4]), args);
    let (x, w) = (Region::arena(0, 32), Region::parameter(0, 18));
    let y = Region::local(64, 16); // behind the values, where the im2col matrix begins
    let sizes = |needs: &mut WorkspaceNeeds| {
        needs.memory = Memory {
            arena: 32,
            local: 64,
            scratch: Scratch { columns: 1024, ..Memory::NONE.scratch },
            ..Memory::NONE
        };
    };
    let with_weight = |f: &mut Fixture<f32>| f.set_parameters(&[1.0; 18]);
    let text = refused(sizes, with_weight, &[x, y], &[], |o| {
        o.conv2d(&g, x, w, Region::NONE, y);
    });
    assert!(text.contains("lies within its space"), "{text}");
}

#[test]
fn positions_in_another_space() {
    let args = Pool2dArgs {
        kernel: Some([2, 2]),
        stride: None,
        padding: Padding::Explicit([0; 4]),
        dilation: [1, 1],
        count_include_pad: true,
    };
    let g = Pool2d::new(Shape::new(&[1, 4, 4]), args);
    let (x, y, indices) = (Region::arena(0, 16), Region::arena(16, 4), Region::arena(20, 4));
    let sizes = |needs: &mut WorkspaceNeeds| {
        needs.memory = Memory { arena: 24, index: 24, ..Memory::NONE };
    };
    let text = refused(sizes, |_| {}, &[x, y, indices], &[], |o| o.max_pool2d(&g, x, y, indices));
    assert!(text.contains("positions are bytes"), "{text}");
}

#[test]
fn an_operation_after_all_of_this_is_right() {
    let (x, y) = (Region::arena(0, 8), Region::arena(8, 8));
    let mut fixture = Fixture::<f32>::new(3, BATCH, arena);
    fixture.fill(&[x], 7);
    let expected: Vec<f32> = fixture.samples(x).iter().map(|x| x.max(0.0)).collect();
    fixture.run(true, &[x, y], &[], relu(x, y));
    assert_eq!(fixture.samples(y), expected);
}

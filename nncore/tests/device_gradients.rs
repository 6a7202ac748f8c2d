//! Gradients of tensors with several readers: one call replaces, the others add, in split and whole segments.
#![cfg(feature = "threads")]

mod device;

use device::{Fixture, numbers};
use nncore::CpuPiece;
use nncore::device::{Ops, Region};
use nnplan::{
    BatchNorm, BatchNormArgs, Conv2d, Conv2dArgs, LayerNorm, Linear, LinearArgs, Padding, Shape,
};

/// The gradients of two tensors by one call, from an input and the gradient of an output.
struct Case {
    name: &'static str,
    lens: [usize; 2],
    /// Elements of the two tensors.
    tensors: [usize; 2],
    /// Whether a piece of the batch can do it.
    splits: bool,
    call: fn(&mut CpuPiece<'_, f64>, [Region; 2], [Region; 2]),
}

const LINEAR: Linear =
    Linear::new(Shape::new(&[7]), LinearArgs { in_features: None, out_features: 5, bias: true });

const CONV: Conv2d = Conv2d::new(
    Shape::new(&[5, 6, 4]),
    Conv2dArgs {
        in_channels: None,
        out_channels: 6,
        kernel: [3, 3],
        stride: [1, 1],
        padding: Padding::Same,
        dilation: [1, 1],
        groups: Some(1),
        bias: true,
    },
);

const LAYER_NORM: LayerNorm = LayerNorm::new(Shape::new(&[3, 6]), Some(1), 1e-5);

const BATCH_NORM: BatchNorm = BatchNorm::new(
    Shape::new(&[19, 2, 2]),
    BatchNormArgs { channels: None, images: true, eps: 1e-5, momentum: 0.1 },
);

/// Statistics that the norms read, and sums that the batch norm writes: numbers of the whole batch.
const STATISTIC: usize = 5 * 19;

const CASES: [Case; 4] = [
    Case {
        name: "linear",
        lens: [7, 5],
        tensors: [35, 5],
        splits: true,
        call: |o, [x, d_y], [d_w, d_b]| {
            o.linear_grad_weight(&LINEAR, x, d_y, d_w);
            o.linear_grad_bias(&LINEAR, d_y, d_b);
        },
    },
    Case {
        name: "conv2d",
        lens: [120, 144],
        tensors: [6 * 5 * 9, 6],
        splits: true,
        call: |o, [x, d_y], [d_w, d_b]| {
            o.conv2d_grad_weight(&CONV, x, d_y, d_w);
            o.conv2d_grad_bias(&CONV, d_y, d_b);
        },
    },
    Case {
        name: "layer_norm",
        lens: [18, 18],
        tensors: [6, 6],
        splits: true,
        call: |o, [x, d_y], [d_w, d_b]| {
            // Its own values serve as statistics: any numbers do.
            let (mean, inv_std) = (Region { len: 3, ..x }, Region { len: 3, ..d_y });
            o.layer_norm_grad_parameters(&LAYER_NORM, x, d_y, mean, inv_std, d_w, Region::NONE);
            o.layer_norm_grad_parameters(&LAYER_NORM, x, d_y, mean, inv_std, Region::NONE, d_b);
        },
    },
    Case {
        name: "batch_norm",
        lens: [76, 76],
        tensors: [19, 19],
        splits: false,
        call: |o, [x, d_y], [d_w, d_b]| {
            let [w, mean, inv_std, sum_w, sum_b] =
                [0, 1, 2, 3, 4].map(|i| Region::statistic(19 * i, 19));
            let none = Region::NONE;
            o.batch_norm_grad(&BATCH_NORM, x, d_y, w, mean, inv_std, none, sum_w, sum_b);
            o.keep_gradient(&19, sum_w, d_w);
            o.keep_gradient(&19, sum_b, d_b);
        },
    },
];

/// What calls leave in the gradients, which hold NaN before: each call with the inputs of its number.
fn run(
    case: &Case,
    threads: usize,
    batch: usize,
    segments: &[(bool, &[usize])],
    sums: [bool; 2],
) -> Vec<f64> {
    let [x_len, y_len] = case.lens;
    let [w_len, b_len] = case.tensors;
    let inputs = [0, 1].map(|i| {
        let start = i * (x_len + y_len);
        [Region::input(start, x_len), Region::input(start + x_len, y_len)]
    });
    let tensors = sums.map(|sum| {
        let region = if sum { Region::gradient_sum } else { Region::gradient };
        [region(0, w_len), region(nnplan::align(w_len), b_len)]
    });
    let gradients = nnplan::align(w_len) + nnplan::align(b_len);
    let mut fixture = Fixture::<f64>::new(threads, batch, |needs| {
        needs.input = 2 * (x_len + y_len);
        needs.gradients = gradients;
        needs.memory.statistic = STATISTIC;
        needs.memory.scratch.columns = nncore::kernels::conv2d::scratch_len(&CONV);
        needs.memory.scratch.partials = 2 * gradients;
    });
    fixture.fill(inputs.as_flattened(), 1);
    fixture.workspace.statistic.as_mut_slice().copy_from_slice(&numbers(STATISTIC, 2));
    fixture.workspace.gradients.as_mut_slice().fill(f64::NAN);
    for (split, calls) in segments {
        let mut regions: Vec<Region> = calls.iter().flat_map(|i| inputs[*i]).collect();
        if case.name == "layer_norm" {
            let statistics: Vec<Region> = regions.iter().map(|r| Region { len: 3, ..*r }).collect();
            regions.extend(statistics);
        }
        let of_calls: Vec<Region> = calls.iter().flat_map(|i| tensors[*i]).collect();
        let gradients = if *split { &of_calls[..] } else { &[] };
        fixture.run(*split, &regions, gradients, |o| {
            for i in *calls {
                (case.call)(o, inputs[*i], tensors[*i]);
            }
        });
    }
    let all = fixture.workspace.gradients.as_slice();
    [&all[..w_len], &all[nnplan::align(w_len)..][..b_len]].concat()
}

/// Plans of the two calls: in segments of their own, split and whole, or in one.
const PLANS: [&[(bool, &[usize])]; 6] = [
    &[(false, &[0]), (false, &[1])],
    &[(false, &[0, 1])],
    &[(true, &[0]), (false, &[1])],
    &[(false, &[0]), (true, &[1])],
    &[(true, &[0]), (true, &[1])],
    &[(true, &[0, 1])],
];

#[test]
fn a_sum_adds_and_a_gradient_replaces() {
    for case in &CASES {
        for plan in PLANS.iter().filter(|p| case.splits || p.iter().all(|(split, _)| !split)) {
            for batch in [1, 2, 5, 37] {
                let what = format!("{}, {plan:?}, batch {batch}", case.name);
                let whole = |i: &'static [usize]| run(case, 1, batch, &[(false, i)], [false; 2]);
                let (first, second) = (whole(&[0]), whole(&[1]));
                let sum: Vec<f64> = first.iter().zip(&second).map(|(a, b)| a + b).collect();
                near(&run(case, 1, batch, plan, [false, true]), &sum, &what);
                if plan.len() == 2 {
                    near(&run(case, 1, batch, plan, [false; 2]), &second, &what);
                }
                let one = run(case, 1, batch, plan, [false, true]);
                assert_eq!(one, run(case, 3, batch, plan, [false, true]), "{what}: three threads");
            }
        }
    }
}

/// Sums of small whole numbers are exact; the norms multiply fractions.
#[track_caller]
fn near(found: &[f64], expected: &[f64], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (f, e)) in found.iter().zip(expected).enumerate() {
        assert!((f - e).abs() <= 1e-12 * e.abs(), "{what}: element {i} is {f}, not {e}");
    }
}

#[test]
#[should_panic(expected = "replaced before what is added")]
fn a_gradient_is_not_replaced_after_it_was_added_to() {
    run(&CASES[0], 1, 5, &[(true, &[0, 1])], [true, false]);
}

#[test]
#[should_panic(expected = "kept once")]
fn a_piece_keeps_no_sums_of_the_batch() {
    let (sum, d) = (Region::statistic(0, 4), Region::gradient(0, 4));
    let mut fixture = Fixture::<f64>::new(1, 2, |needs| {
        needs.memory.statistic = 4;
        needs.memory.scratch.partials = 16;
        needs.gradients = 16;
    });
    fixture.run(true, &[], &[d], |o| o.keep_gradient(&4, sum, d));
}

#[test]
fn a_loss_of_the_second_input() {
    let inputs = [Region::input(0, 6), Region::input(6, 4)];
    let mut fixture = Fixture::<f64>::new(1, 5, |needs| {
        needs.input = 10;
        needs.target = 4;
    });
    fixture.fill(&inputs, 1);
    let squares: f64 = fixture.samples(inputs[1]).iter().map(|x| x * x).sum();
    assert_eq!(fixture.loss(inputs[1]), squares / 20.0);
}

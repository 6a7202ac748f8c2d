//! What the kernels of losses and updates compute, beside `nncore::kernels` on the same numbers: updates, losses' gradients by
//! elements and the scale of a norm have the same bits; losses and the gradient of cross entropy are within 2e-6.

use std::ops::Range;

use nncore::device::Clip;
use nncore::kernels::loss::{LossKind, cross_entropy, elementwise_loss};
use nncore::kernels::update::{self as cpu_update, Update};

use super::bench::Bench;
use super::loss::{Argument, Loss};
use super::row_tests::{CLIPS, NOT_WRITTEN, Numbers, RULES, SAME, SUMS, check, losses, number};
use super::*;
use crate::Arg;

/// The buffers of a loss.
struct LossBench {
    bench: Bench,
    output: u64,
    target: u64,
    labels: u64,
    weights: u64,
    gradient: u64,
    total: u64,
    status: u64,
}

impl LossBench {
    fn run(&mut self, loss: &Loss, batch: usize) {
        let scratch = self.bench.f32(&vec![f32::NAN; loss.scratch(batch)]);
        for (kernel, arguments) in loss.kernels().iter().zip(loss.arguments(batch)) {
            let arguments: Vec<Arg> = arguments
                .into_iter()
                .map(|argument| match argument {
                    Argument::Output => Arg::Pointer(self.output),
                    Argument::Target => Arg::Pointer(self.target),
                    Argument::Labels => Arg::Pointer(self.labels),
                    Argument::ClassWeights => Arg::Pointer(self.weights),
                    Argument::Gradient => Arg::Pointer(self.gradient),
                    Argument::Scratch => Arg::Pointer(scratch),
                    Argument::Total => Arg::Pointer(self.total),
                    Argument::Status => Arg::Pointer(self.status),
                    Argument::Number(n) => Arg::U32(n),
                    Argument::Real(x) => Arg::F32(x),
                })
                .collect();
            self.bench.launch(kernel, &arguments);
        }
    }
}

fn with_labels(loss: &Loss, batch: usize, labels: &[u32], numbers: &mut Numbers) {
    let n = batch * loss.len;
    let (output, target) = (numbers.take(n), numbers.take(n));
    let weights = numbers.positive(loss.len);
    let mut bench = Bench::new();
    let [output_at, target_at, weights_at] = [&output, &target, &weights].map(|x| bench.f32(x));
    let gradient_at = bench.f32(&vec![NOT_WRITTEN; n]);
    let (labels_at, status_at) = (bench.u32(labels), bench.u32(&[0; 3]));
    let total_at = bench.f64(&[10.0]);
    let mut run = LossBench {
        bench,
        output: output_at,
        target: target_at,
        labels: labels_at,
        weights: weights_at,
        gradient: gradient_at,
        total: total_at,
        status: status_at,
    };
    run.run(loss, batch);
    let mut d = vec![NOT_WRITTEN; n];
    let wanted = loss.has_gradient.then_some(&mut d[..]);
    let exact = match loss.kind {
        LossKind::CrossEntropy { label_smoothing, ignore_index } => cross_entropy(
            label_smoothing,
            ignore_index,
            loss.weight,
            loss.len,
            batch,
            &output,
            labels,
            loss.has_class_weights.then_some(&weights[..]),
            wanted,
        ),
        LossKind::None => {
            wanted.into_iter().for_each(|d| d.fill(0.0));
            Ok(0.0)
        }
        kind => Ok(elementwise_loss(kind, loss.weight, n, &output, &target, wanted)),
    };
    let (total, status) = (run.bench.read_f64(total_at)[0], run.bench.read_u32(status_at));
    match exact {
        Ok(exact) => {
            check(&format!("{loss:?}"), SUMS, &[(total - 10.0) as f32], &[exact]);
            assert_eq!(status, [0; 3]);
        }
        Err(fault) => {
            assert_eq!(total, 10.0);
            assert_eq!(status, [fault.sample as u32 + 1, fault.label, fault.classes as u32]);
        }
    }
    let limit = if matches!(loss.kind, LossKind::CrossEntropy { .. }) { SUMS } else { SAME };
    check(&format!("gradient of {loss:?}"), limit, &run.bench.read_f32(gradient_at), &d);
}

#[test]
fn all_losses() {
    for len in [1, 10, 1500] {
        for batch in [1, 7, 300] {
            if len * batch > 100_000 {
                continue;
            }
            for loss in losses(len) {
                for mut numbers in Numbers::both() {
                    let labels: Vec<u32> =
                        (0..batch).map(|_| numbers.bits() % len as u32).collect();
                    with_labels(&loss, batch, &labels, &mut numbers);
                }
            }
        }
    }
}

#[test]
fn labels_that_are_ignored_or_no_class() {
    let mut numbers = Numbers { state: 3, integers: false };
    for loss in losses(10) {
        let LossKind::CrossEntropy { ignore_index, .. } = loss.kind else { continue };
        let mut labels: Vec<u32> = (0..600).map(|i| i % 10).collect();
        labels[555] = 10;
        labels[77] = u32::MAX;
        labels[400] = 11;
        with_labels(&loss, 600, &labels, &mut numbers);
        let Some(ignored) = ignore_index else { continue };
        let mut labels = vec![3; 40];
        labels[5..30].fill(ignored);
        with_labels(&loss, 40, &labels, &mut numbers);
        with_labels(&loss, 5, &[ignored; 5], &mut numbers);
    }
}

#[test]
fn updates() {
    let n = 1000;
    for rule in &RULES {
        for clip in CLIPS {
            for mut numbers in Numbers::both() {
                update_case(rule, clip, n, 0.0, &mut numbers);
            }
        }
    }
}

/// Where the square of the mean gradient is above the mean square, by rounding or, as here, by far, the variance is 0.
#[test]
fn centred_roots_of_less_than_nothing() {
    for rule in RULES.iter().filter(|rule| matches!(rule, Update::RmsProp { centered: true, .. })) {
        for mut numbers in Numbers::both() {
            let p = update_case(rule, Clip::None, 100, 30.0, &mut numbers);
            assert!(p.iter().all(|p| p.is_finite()), "{rule:?}: {p:?}");
        }
    }
}

/// Three steps on a range of the parameters, which are given; the last of the rule's buffers starts as it is told.
fn update_case(rule: &Update, clip: Clip, n: usize, start: f32, numbers: &mut Numbers) -> Vec<f32> {
    let range: Range<usize> = 3..n - 2;
    let (learning_rate, decay) = (0.05, 0.5);
    let mut bench = Bench::new();
    let mut p = numbers.take(n);
    let p_at = bench.f32(&p);
    let mut slots = [(); 3].map(|()| vec![0.0; n]);
    let used = &mut slots[..rule.state_slots()];
    used.iter_mut().rev().take(1).for_each(|last| last.fill(start));
    let slots_at: Vec<u64> = used.iter().map(|slot| bench.f32(slot)).collect();
    let scaled = rule.decay_times(decay);
    let kernel = update::update(rule, clip);
    let first = |at: u64| Arg::Pointer(at + 4 * range.start as u64);
    for step in 1..4 {
        let mut g = numbers.take(n);
        let g_at = bench.f32(&g);
        let factors = bench.f32(&update::factors(&scaled, learning_rate, step));
        let status = bench.u32(&[0; 3]);
        let mut arguments =
            vec![first(p_at), first(g_at), Arg::Pointer(factors), Arg::Pointer(status)];
        let mut scale = 1.0;
        match clip {
            Clip::None => {}
            Clip::Value(limit) => cpu_update::clip_value(limit, &mut g),
            Clip::Norm(most) => {
                scale = cpu_update::clip_scale(cpu_update::squared_norm(&g).sqrt(), most);
                let found = norm_scale(&mut bench, g_at, n, most);
                check("scale", SAME, &bench.read_f32(found), &[scale as f32]);
                arguments.push(Arg::Pointer(found));
            }
        }
        arguments.extend(slots_at.iter().map(|slot| first(*slot)));
        arguments.push(number(range.len()));
        bench.launch(&kernel, &arguments);
        let state = slots.each_mut().map(|slot| &mut slot[range.clone()]);
        let (p, g) = (&mut p[range.clone()], &g[range.clone()]);
        cpu_update::update(&scaled, learning_rate, step, scale, p, g, state);
    }
    check(&format!("{rule:?}, {clip:?}"), SAME, &bench.read_f32(p_at), &p);
    for (found, exact) in slots_at.iter().zip(&slots) {
        check(&format!("state of {rule:?}"), SAME, &bench.read_f32(*found), exact);
    }
    p
}

/// Where the scale of a norm lies.
fn norm_scale(bench: &mut Bench, gradients: u64, n: usize, most: f64) -> u64 {
    let count = update::norm_parts(n);
    let (parts, scale) = (bench.f64(&vec![f64::NAN; count]), bench.f32(&[NOT_WRITTEN]));
    let arguments = [Arg::Pointer(gradients), Arg::Pointer(parts), number(n)];
    bench.launch(&update::squared_norm(), &arguments);
    let arguments = [Arg::Pointer(parts), Arg::Pointer(scale), number(count)];
    bench.launch(&update::clip_scale(most), &arguments);
    scale
}

#[test]
fn norms_of_gradients() {
    let mut numbers = Numbers { state: 9, integers: false };
    for n in [1, 4096, 10_000] {
        for special in [None, Some(f32::NAN), Some(f32::INFINITY), Some(1e30), Some(1e-30)] {
            let mut g = numbers.take(n);
            if let Some(special) = special {
                g[n / 2] = special;
            }
            let mut bench = Bench::new();
            let at = bench.f32(&g);
            let scale = norm_scale(&mut bench, at, n, 0.5);
            let norm = cpu_update::squared_norm(&g).sqrt();
            let exact = cpu_update::clip_scale(norm, 0.5) as f32;
            check("scale", SAME, &bench.read_f32(scale), &[exact]);
        }
    }
}

//! The schedule's memory: no two values that are alive together overlap, the arena is nearly as small
//! as can be, and a run over the planned memory gives what a run with memory of its own gives.

mod common;

use common::chain::chains;
use common::data::Data;
use common::memory::{Plans, Runner};
use common::{CONV_NET, Random, compiled};
use nncompiler::compile::{inference_graph, training_graph};
use nncompiler::schedule::{Schedule, schedule};
use nnplan::Live;

const CASES: usize = 1200;

#[test]
fn arenas_of_random_chains_are_close_to_the_lower_bound() {
    let mut ratios = Vec::new();
    for chain in chains(CASES, 2) {
        let network = compiled(&chain.text).network;
        for graph in [inference_graph(&network), training_graph(&network, true)] {
            let schedule = schedule(graph);
            ratios.push(Plans::new(&schedule, &network).arena.ratio());
        }
    }
    let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
    let worst = ratios.iter().fold(0.0, |a: f64, b| a.max(*b));
    println!("arena over lower bound: mean {mean:.4}, worst {worst:.4}, {} plans", ratios.len());
    assert!(mean < 1.1, "{mean}");
}

#[test]
fn runs_over_planned_memory_equal_plain_runs() {
    // Images that shrink slowly: memory of one call's input is wanted for its joined pool's output.
    let deep = "pub struct N; input: [2, 9, 9];
        a: Conv2d(2, kernel = 2); b: MaxPool2d(2, stride = 1); c: Silu;
        d: Conv2d(2, kernel = 2); e: MaxPool2d(2, stride = 1); f: Silu;
        g: Conv2d(2, kernel = 2); h: Gelu; i: Conv2d(3, kernel = 1); j: Relu; k: MaxPool2d(2);
        l: Flatten; m: Linear(9); n: Elu; o: Linear(9); p: Tanh; q: Linear(9);";
    let texts = chains(CASES, 3).into_iter().map(|c| c.text);
    for (i, text) in [deep.to_owned()].into_iter().chain(texts).enumerate() {
        let network = compiled(&text).network;
        let data = Data::random(&network, &mut Random(i as u64));
        let fused = i % 3 != 0;
        for graph in [inference_graph(&network), training_graph(&network, fused)] {
            let schedule = schedule(graph);
            let oracle = data.run(&schedule.graph);
            let run = || {
                for piece in [1, 2, data.batch] {
                    Runner::new(&schedule, &network, &data, &oracle).run(piece);
                    let runner = Runner::new(&schedule, &network, &data, &oracle);
                    runner.without_input_gradients().run(piece);
                }
            };
            if let Err(panic) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)) {
                println!("{text}\n{}", schedule.graph.text());
                std::panic::resume_unwind(panic);
            }
        }
    }
}

/// Elements of the arena and of the largest segment's memory.
fn sizes(schedule: &Schedule, text: &str) -> (usize, usize, f64) {
    let plans = Plans::new(schedule, &compiled(text).network);
    let local = plans.locals.iter().map(|p| p.len).max().unwrap_or(0);
    (plans.arena.len, local, plans.arena.ratio())
}

#[test]
fn the_conv_net_needs_no_more_than_it_must() {
    let c = compiled(CONV_NET);
    let (inference, training) = (sizes(&c.inference, CONV_NET), sizes(&c.training, CONV_NET));
    println!("inference {inference:?}, training {training:?}");
    assert!(inference.2 <= 1.001 && training.2 <= 1.001, "{inference:?} {training:?}");
}

#[test]
fn random_plans_hold() {
    let mut random = Random(4);
    let (mut sum, count) = (0.0, 10_000);
    for _ in 0..count {
        let n = random.within(0, 12);
        let steps = random.within(1, 12);
        let lives: Vec<Live> = (0..n)
            .map(|_| {
                let size = if random.once_in(8) { 0 } else { random.within(1, 100) };
                let first = random.within(0, steps);
                Live::new(size, first, random.within(first, steps))
            })
            .collect();
        let (offsets, len) = nncompiler::schedule::plan(&lives);
        assert!(nnplan::verify(&lives, &offsets, len), "{lives:?}: {offsets:?}");
        assert!(offsets.iter().all(|o| o % 16 == 0), "{offsets:?}");
        let bound = nnplan::lower_bound(&lives);
        assert!(len >= bound, "{lives:?}: {len} below {bound}");
        sum += if bound == 0 { 1.0 } else { len as f64 / bound as f64 };
        for (i, a) in lives.iter().enumerate() {
            for (j, b) in lives.iter().enumerate().take(i) {
                let together = a.first <= b.last && b.first <= a.last;
                let apart = offsets[i] + a.size <= offsets[j] || offsets[j] + b.size <= offsets[i];
                assert!(!together || apart || a.size * b.size == 0, "{a:?} {b:?} {offsets:?}");
            }
        }
    }
    println!("random plans over the lower bound: mean {:.4}", sum / f64::from(count));
    assert!(sum / f64::from(count) < 1.1);
}

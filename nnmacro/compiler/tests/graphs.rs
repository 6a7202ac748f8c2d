//! Random networks with bodies: what they hold, their gradients against central differences, the rewrites of the
//! graph, which must not change a bit, and runs over planned memory.

mod common;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use common::data::Data;
use common::differences::check;
use common::function::{legal_pairs, operations};
use common::graph::{Net, graphs};
use common::memory::{Plans, Runner};
use common::{Random, compiled, in_parallel};
use nncompiler::compile::{frozen_graph, inference_graph, training_graph};
use nncompiler::schedule::schedule;

const CASES: usize = 10_000;

/// The schedules of as many networks, for inference, for training and frozen, are run over their planned memory.
const PLANNED: usize = 4_000;

#[test]
fn gradients_of_random_graphs_are_right() {
    let graphs = graphs(CASES, 11);
    let counts = in_parallel(&graphs, |i, net| {
        check(&net.text, i as u64).unwrap_or_else(|e| panic!("case {i}: {e}\n{}", net.text))
    });
    let compared: usize = counts.iter().map(|c| c.compared).sum();
    let skipped: usize = counts.iter().map(|c| c.skipped).sum();
    println!("{CASES} graphs, {compared} gradients compared, {skipped} skipped");
    assert!(compared > 12 * CASES, "{compared}");
    assert!(skipped * 20 < compared + skipped, "{skipped} of {compared} skipped");
}

#[test]
fn shapes_are_those_of_independent_arithmetic() {
    for net in graphs(CASES, 11) {
        let network = compiled(&net.text).network;
        let found: Vec<_> =
            network.outputs.iter().map(|o| network.shape(o.value).dims().to_vec()).collect();
        assert_eq!(found, net.outputs, "{}", net.text);
    }
}

#[test]
fn the_graphs_hold_every_operation_and_every_pair() {
    let graphs = graphs(CASES, 11);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut pairs: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut traits: BTreeMap<&str, usize> = BTreeMap::new();
    for net in &graphs {
        net.operations.iter().for_each(|o| *counts.entry(o).or_default() += 1);
        net.edges.iter().for_each(|pair| *pairs.entry(*pair).or_default() += 1);
        let mut own = net.traits.clone();
        own.sort_unstable();
        own.dedup();
        own.iter().for_each(|t| *traits.entry(t).or_default() += 1);
    }
    println!("{counts:?}\n{} pairs\n{traits:?}", pairs.len());
    for operation in operations() {
        let count = counts.get(operation).copied().unwrap_or(0);
        assert!(count >= 200, "{operation}: {count}");
    }
    // The generator's list is the language's: kinds, kinds as functions, functions, signs.
    let mut known: Vec<String> = operations().into_iter().map(str::to_owned).collect();
    known.retain(|o| !["+", "-", "*", "number", "split"].contains(&o.as_str()));
    let mut words: Vec<String> = nncompiler::ops::kind_names().map(str::to_owned).collect();
    words.extend(nncompiler::ops::function_names());
    words.sort_unstable();
    known.sort_unstable();
    assert_eq!(words, known);
    let most = graphs.iter().map(|net| net.operations.len()).max();
    assert!(graphs.iter().any(|net| net.operations.len() == 1) && most >= Some(12), "{most:?}");
    assert_eq!(traits.len(), 13, "{traits:?}");
    assert!(traits.values().all(|count| *count >= 200), "{traits:?}");
    for pair in legal_pairs() {
        assert!(pairs.contains_key(&pair), "{} ahead of {}", pair.0, pair.1);
    }
}

/// The ratios of the arenas to the lower bound. Each schedule is run over its memory, in which freed parts are NaN.
fn run_over_planned_memory(i: usize, net: &Net) -> Vec<f64> {
    let network = compiled(&net.text).network;
    let data = Data::random(&network, &mut Random(i as u64));
    let mut ratios = Vec::new();
    let training = training_graph(&network, !i.is_multiple_of(3));
    for graph in [inference_graph(&network), training, frozen_graph(&network)] {
        let schedule = schedule(graph);
        ratios.push(Plans::new(&schedule, &network).arena.ratio());
        let oracle = data.run(&schedule.graph);
        let run = || {
            for piece in [1, 2, data.batch] {
                Runner::new(&schedule, &network, &data, &oracle).run(piece);
                let runner = Runner::new(&schedule, &network, &data, &oracle);
                runner.without_input_gradients().run(piece);
            }
        };
        if let Err(panic) = catch_unwind(AssertUnwindSafe(run)) {
            println!("case {i}\n{}\n{}", net.text, schedule.graph.text());
            std::panic::resume_unwind(panic);
        }
    }
    ratios
}

#[test]
fn runs_over_planned_memory_equal_plain_runs() {
    let graphs = graphs(PLANNED, 12);
    let ratios = in_parallel(&graphs, run_over_planned_memory).concat();
    let mean = ratios.iter().sum::<f64>() / ratios.len() as f64;
    let worst = ratios.iter().fold(0.0, |a: f64, b| a.max(*b));
    let above = ratios.iter().filter(|r| **r > 1.0).count();
    println!(
        "{} schedules, arena over lower bound: mean {mean:.4}, worst {worst:.4}, {above} above 1",
        ratios.len()
    );
    assert_eq!(ratios.len(), 3 * PLANNED);
    assert!(mean < 1.1, "{mean}");
}

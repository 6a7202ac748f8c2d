//! Random networks with bodies: what they hold, their gradients against central differences, the rewrites of the
//! graph, which must not change a bit, and runs over planned memory.

mod common;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use common::data::{Data, gradients};
use common::differences::check;
use common::function::{legal_pairs, operations};
use common::graph::{Net, graphs};
use common::memory::{Plans, Runner};
use common::{Random, compiled, in_parallel};
use nncompiler::compile::{frozen_graph, inference_graph, training_graph};
use nncompiler::network::Network;
use nncompiler::schedule::{Schedule, schedule, within};

const CASES: usize = 11_500;

/// Of as many networks the four schedules are run over their planned memory: for inference, for training, frozen, and
/// for training with little memory.
const PLANNED: usize = 2_500;

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
    known.retain(|o| !["+", "-", "*", "/", "number", "split"].contains(&o.as_str()));
    let mut words: Vec<String> = nncompiler::ops::kind_names().map(str::to_owned).collect();
    words.extend(nncompiler::ops::function_names());
    words.retain(|word| word != "detach"); // its gradient is not that of the function: `bodies.rs`
    words.sort_unstable();
    known.sort_unstable();
    assert_eq!(words, known);
    let most = graphs.iter().map(|net| net.operations.len()).max();
    assert!(graphs.iter().any(|net| net.operations.len() == 1) && most >= Some(12), "{most:?}");
    assert_eq!(traits.len(), 14, "{traits:?}");
    assert!(traits.values().all(|count| *count >= 200), "{traits:?}");
    for pair in legal_pairs() {
        assert!(pairs.contains_key(&pair), "{} before {}", pair.0, pair.1);
    }
}

/// Runs a schedule over its memory, in which freed parts are NaN; the ratio of its arena to the lower bound, and the
/// blocks of the arena.
fn run(schedule: &Schedule, network: &Network, data: &Data) -> (f64, usize) {
    let oracle = data.run(&schedule.graph);
    for piece in [1, 2, data.batch] {
        Runner::new(schedule, network, data, &oracle).run(piece);
        let runner = Runner::new(schedule, network, data, &oracle);
        runner.without_input_gradients().run(piece);
    }
    let arena = Plans::new(schedule, network).arena;
    (arena.ratio(), arena.lives.len())
}

/// All schedules of a network, one with values that are computed again: the ratios, and the number of these values.
fn run_over_planned_memory(i: usize, net: &Net) -> (Vec<(f64, usize)>, usize) {
    let network = compiled(&net.text).network;
    let data = Data::random(&network, &mut Random(i as u64));
    let training = training_graph(&network, !i.is_multiple_of(3));
    let plain = gradients(&training, &data.run(&training));
    let (lean, again) = within(&network, training.clone(), data.batch, 0);
    assert_eq!(plain, gradients(&lean.graph, &data.run(&lean.graph)), "{}", net.text);
    let graphs = [inference_graph(&network), training, frozen_graph(&network)];
    let mut ratios = Vec::new();
    for schedule in graphs.map(schedule).into_iter().chain([lean]) {
        let run = || run(&schedule, &network, &data);
        ratios.push(catch_unwind(AssertUnwindSafe(run)).unwrap_or_else(|panic| {
            println!("case {i}\n{}\n{}", net.text, schedule.graph.text());
            std::panic::resume_unwind(panic)
        }));
    }
    (ratios, again.len())
}

#[test]
fn runs_over_planned_memory_equal_plain_runs() {
    let graphs = graphs(PLANNED, 12);
    let runs = in_parallel(&graphs, run_over_planned_memory);
    let again: usize = runs.iter().map(|(_, again)| again).sum();
    let ratios: Vec<(f64, usize)> = runs.into_iter().flat_map(|(ratios, _)| ratios).collect();
    let mean = |blocks: usize| {
        let some = ratios.iter().filter(|(_, n)| *n >= blocks);
        let (sum, count) = some.fold((0.0, 0), |(sum, count), (r, _)| (sum + r, count + 1));
        (sum / f64::from(count), count)
    };
    let worst = ratios.iter().fold(0.0, |a: f64, (r, _)| a.max(*r));
    let ((mean, all), (mean_of_large, large)) = (mean(0), mean(6));
    println!(
        "{all} schedules, arena over lower bound: mean {mean:.4}, worst {worst:.4}; \
         {large} of six blocks and more: mean {mean_of_large:.4}; {again} values computed again"
    );
    assert_eq!(ratios.len(), 4 * PLANNED);
    assert!(mean < 1.1 && mean_of_large < 1.1, "{mean}, {mean_of_large}");
    assert!(again > PLANNED / 10, "{again}");
}

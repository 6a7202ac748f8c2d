//! Which operations work in place, and that inference takes no more memory than the values that are alive: counted
//! here, apart from the schedule.

mod common;

use std::collections::{BTreeMap, HashMap};

use common::graph::graphs;
use common::memory::Plans;
use common::{chain::chains, compiled};
use nncompiler::compile::{frozen_graph, inference_graph, training_graph};
use nncompiler::graph::{Graph, Node, Space, ValueId};
use nncompiler::ops::Placement;
use nncompiler::schedule::{Schedule, calls, schedule};

/// The inputs that an operation may overwrite with its output, and otherwise why it may not.
const IN_PLACE: [(&str, &[usize], &str); 60] = [
    ("accumulate", &[0, 1], ""),
    ("activation", &[0], ""),
    ("activation_grad", &[1], ""),
    ("adaptive_avg_pool2d", &[], "windows overlap"),
    ("adaptive_avg_pool2d_grad", &[], "windows overlap"),
    ("affine", &[0], ""),
    ("avg_pool2d", &[], "windows overlap, and the output is smaller"),
    ("avg_pool2d_grad", &[], "the output is larger"),
    ("batch_norm", &[], "its gradient reads the input"),
    ("batch_norm_grad", &[1], ""),
    ("batch_norm_inference", &[0], ""),
    ("batch_norm_inference_grad", &[0], ""),
    ("binary", &[0, 1], ""),
    ("concat", &[], "the output is larger"),
    ("conv2d", &[], "an element is read for many"),
    ("conv2d_grad_bias", &[], "a tensor's gradient"),
    ("conv2d_grad_input", &[], "an element is read for many"),
    ("conv2d_grad_weight", &[], "a tensor's gradient"),
    ("copy", &[], "for memory of its own"),
    ("detach", &[], "a view"),
    ("dropout", &[0], ""),
    ("embedding", &[], "it reads integers"),
    ("embedding_grad_weight", &[], "a tensor's gradient"),
    ("expand", &[], "the output is larger"),
    ("expand_grad", &[], "the output is smaller"),
    ("keep_gradient", &[], "a tensor's gradient"),
    ("layer_norm", &[0], ""),
    ("layer_norm_grad_input", &[1], ""),
    ("layer_norm_grad_parameters", &[], "a tensor's gradient"),
    ("linear", &[], "an element is read for many"),
    ("linear_grad_bias", &[], "a tensor's gradient"),
    ("linear_grad_input", &[], "an element is read for many"),
    ("linear_grad_weight", &[], "a tensor's gradient"),
    ("matmul", &[], "an element is read for many"),
    ("matmul_grad_left", &[], "an element is read for many"),
    ("matmul_grad_right", &[], "an element is read for many"),
    ("max_pool2d", &[], "windows overlap, and the output is smaller"),
    ("max_pool2d_grad", &[], "the output is larger"),
    ("normalize", &[0], ""),
    ("normalize_grad", &[1], ""),
    ("pad2d", &[], "the output is larger"),
    ("pad2d_grad", &[], "the output is smaller"),
    ("permute", &[], "elements change places"),
    ("permute_grad", &[], "elements change places"),
    ("fill", &[], "it reads no value"),
    ("fill_grad", &[], "a tensor's gradient"),
    ("prelu", &[0], ""),
    ("prelu_grad_input", &[2], ""),
    ("prelu_grad_weight", &[], "a tensor's gradient"),
    ("reduce", &[], "the output is smaller"),
    ("reduce_grad", &[], "the output is larger"),
    ("reshape", &[], "a view"),
    ("scale", &[0], ""),
    ("scale_grad_parameters", &[], "a tensor's gradient"),
    ("slice", &[], "the output is smaller"),
    ("slice_grad", &[], "the output is larger"),
    ("softmax", &[0], ""),
    ("softmax_grad", &[1], ""),
    ("upsample2d", &[], "the output is larger"),
    ("upsample2d_grad", &[], "the output is smaller"),
];

const CASES: usize = 2_500;

/// The networks of the tests.
fn texts() -> Vec<String> {
    let random = graphs(CASES, 12).into_iter().map(|net| net.text);
    let detached = "pub struct N; input: [3]; fn forward(x) { x * detach(x) }".to_owned();
    random.chain(chains(CASES, 2).into_iter().map(|chain| chain.text)).chain([detached]).collect()
}

#[test]
fn every_operation_says_what_it_may_overwrite() {
    let mut found: BTreeMap<&str, &[usize]> = BTreeMap::new();
    for text in texts() {
        let network = compiled(&text).network;
        let graphs =
            [inference_graph(&network), training_graph(&network, true), frozen_graph(&network)];
        for node in graphs.iter().flat_map(|g| &g.nodes) {
            let known = found.insert(node.op.record().name, node.op.record().in_place);
            assert!(known.is_none_or(|k| k == node.op.record().in_place), "{:?}", node.op);
        }
    }
    let expected: BTreeMap<&str, &[usize]> = IN_PLACE.iter().map(|(m, i, _)| (*m, *i)).collect();
    for (method, inputs, reason) in IN_PLACE {
        assert_eq!(inputs.is_empty(), !reason.is_empty(), "{method}: inputs, or a reason");
    }
    assert_eq!(found, expected, "an operation has a row in `IN_PLACE`");
}

/// Elements as memory is cut into them.
fn size(graph: &Graph, value: ValueId) -> usize {
    nnplan::align(graph.value(value).shape.len())
}

/// The most elements of a sample that calls hold at once, beside the inputs and the outputs: each value from the call that
/// writes it to the last one that reads it, and none twice where `IN_PLACE` allows it.
fn alive(schedule: &Schedule) -> usize {
    let graph = &schedule.graph;
    // A joined call reads and writes all of its operands side by side.
    let mut joined: Vec<(usize, usize)> = (0..graph.nodes.len()).map(|i| (i, i)).collect();
    for call in schedule.segments.iter().flat_map(|s| calls(graph, &schedule.readers, s)) {
        let last = call.nodes().last().unwrap_or(call.node);
        joined[call.node..=last].fill((call.node, last));
    }
    let overwrites = |node: &Node| -> &[usize] {
        IN_PLACE
            .iter()
            .find(|(method, ..)| *method == node.op.record().name)
            .map_or(&[], |row| row.1)
    };
    // The block of each value; views have that of what they show.
    let mut blocks: HashMap<ValueId, usize> = HashMap::new();
    let (mut sizes, mut is_output) = (Vec::new(), Vec::<bool>::new());
    let mut spans: Vec<(usize, usize)> = Vec::new();
    let last_read = |value: ValueId| {
        let reads = |n: &&(usize, &Node)| {
            n.1.op.record().placement != Placement::View
                && n.1.inputs.iter().flatten().any(|x| graph.storage(*x) == value)
        };
        graph.nodes.iter().enumerate().filter(|n| reads(&n)).map(|(i, _)| joined[i].1).max()
    };
    for (i, node) in graph.nodes.iter().enumerate() {
        for output in node.outputs.iter().flatten() {
            let output = *output;
            if graph.storage(output) != output || graph.value(output).space != Space::Sample {
                continue;
            }
            let kept = graph.outputs.iter().any(|o| graph.storage(*o) == output);
            let lender = overwrites(node).iter().find_map(|k| {
                let x = graph.storage(node.inputs[*k]?);
                let beside = node.inputs.iter().flatten().filter(|v| graph.storage(**v) == x);
                let block = *blocks.get(&x)?;
                let is_free = spans[block].1 == joined[i].1 && !is_output[block];
                (is_free && beside.count() == 1 && node.outputs[0] == Some(output)).then_some(block)
            });
            let end = last_read(output).unwrap_or(joined[i].1);
            match lender {
                Some(block) => {
                    spans[block].1 = spans[block].1.max(end);
                    is_output[block] |= kept;
                    blocks.insert(output, block);
                }
                None => {
                    blocks.insert(output, sizes.len());
                    sizes.push(size(graph, output));
                    is_output.push(kept);
                    spans.push((joined[i].0, end));
                }
            }
        }
    }
    let at = |i: usize| {
        let blocks = 0..sizes.len();
        let held = blocks.filter(|b| !is_output[*b] && spans[*b].0 <= i && i <= spans[*b].1);
        held.map(|b| sizes[b]).sum()
    };
    (0..graph.nodes.len()).map(at).max().unwrap_or(0)
}

/// What the plan takes beyond what is alive: a value between two segments is kept for the whole batch, while a segment
/// works on pieces of it; and blocks lie side by side.
#[test]
fn inference_takes_little_more_than_what_is_alive() {
    let (mut sum, mut worst, mut one, mut count) = (0.0, (0.0, String::new()), 0, 0);
    for text in texts() {
        let network = compiled(&text).network;
        let schedule = schedule(inference_graph(&network));
        let plans = Plans::new(&schedule, &network);
        let local = plans.locals.iter().map(|p| p.len).max().unwrap_or(0);
        let (found, bound) = (plans.arena.len + local, alive(&schedule));
        let text = || format!("{found}, alive {bound}\n{text}\n{}", schedule.graph.text());
        assert!(found >= bound, "{}", text());
        if schedule.segments.len() < 2 && plans.arena.len == 0 {
            // All of it in one segment: blocks alone may lie badly.
            let ratio = plans.locals.iter().map(common::memory::Planned::ratio).fold(1.0, f64::max);
            assert!(found as f64 <= bound as f64 * ratio, "{}", text());
            one += 1;
        }
        let ratio = if bound == 0 { 1.0 } else { found as f64 / bound as f64 };
        sum += ratio;
        count += 1;
        if ratio > worst.0 {
            worst = (ratio, text());
        }
    }
    let mean = sum / f64::from(count);
    println!(
        "{count} networks, {one} of one segment; mean {mean:.3}, worst {:.2}: {}",
        worst.0, worst.1
    );
    assert!(one > CASES, "{one}");
    assert!(mean < 1.2 && worst.0 <= 3.0, "{mean}, {}", worst.1);
}

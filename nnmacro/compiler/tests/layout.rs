//! Values in other layouts than the logical one: what is computed stays the same to the bit, conversions are few, and the
//! memory plans hold.

mod common;

use common::chain::chains;
use common::data::{Data, gradients, output};
use common::graph::graphs;
use common::memory::Runner;
use common::{CONV_NET, Random, compiled, in_parallel};
use nncompiler::compile::{frozen_graph, inference_graph, training_graph};
use nncompiler::graph::{Graph, Node, ValueId, tell_apart, verify};
use nncompiler::layout::lay_out;
use nncompiler::network::Network;
use nncompiler::ops::OpId;
use nncompiler::schedule::{Schedule, schedule, within};
use nnplan::{Layout, Layouts};

/// Of each generator.
const CASES: usize = 450;

fn is_convolution(id: OpId) -> bool {
    matches!(
        id,
        OpId::Conv2d | OpId::Conv2dGradInput | OpId::Conv2dGradWeight | OpId::Conv2dGradBias
    )
}

/// Channels last where a value comes from a convolution and goes to one, on the way through calls that take any layout: on
/// its own side of the graph, forward or backward.
fn between_convolutions(graph: &Graph, id: ValueId) -> Layout {
    let maker = graph.nodes.iter().position(|n| n.outputs.contains(&Some(id)));
    let Some(maker) = maker else { return Layout::Logical };
    let side =
        if maker < graph.forward { 0..graph.forward } else { graph.forward..graph.nodes.len() };
    let side = &graph.nodes[side];
    match comes_from(side, id) && goes_to(side, id) {
        true => Layout::ChannelsLast,
        false => Layout::Logical,
    }
}

fn passes(node: &Node) -> bool {
    node.op.record().layouts == Layouts::Any
}

fn comes_from(side: &[Node], id: ValueId) -> bool {
    let maker = side.iter().find(|n| n.outputs.contains(&Some(id)));
    maker.is_some_and(|maker| {
        let mut inputs = maker.inputs.iter().flatten();
        is_convolution(maker.op.id) || passes(maker) && inputs.any(|x| comes_from(side, *x))
    })
}

fn goes_to(side: &[Node], id: ValueId) -> bool {
    side.iter().filter(|n| n.inputs.contains(&Some(id))).any(|reader| {
        let mut outputs = reader.outputs.iter().flatten();
        is_convolution(reader.op.id) || passes(reader) && outputs.any(|y| goes_to(side, *y))
    })
}

/// Channels last wherever that is possible.
fn everywhere(_: &Graph, _: ValueId) -> Layout {
    Layout::ChannelsLast
}

/// Some here, some there.
fn anyhow(graph: &Graph, id: ValueId) -> Layout {
    match Random((graph.values.len() * 1000 + id.0) as u64).once_in(2) {
        true => Layout::ChannelsLast,
        false => Layout::Logical,
    }
}

const POLICIES: [fn(&Graph, ValueId) -> Layout; 3] = [between_convolutions, everywhere, anyhow];

fn laid_out(graph: &Graph, network: &Network, policy: fn(&Graph, ValueId) -> Layout) -> Graph {
    let mut graph = lay_out(graph.clone(), network, &policy);
    verify(&graph, "layout");
    tell_apart(&mut graph);
    graph
}

/// The numbers of conversions, forward and backward.
fn conversions(graph: &Graph) -> (usize, usize) {
    let changes = graph.nodes.iter().enumerate().filter(|(_, node)| {
        node.op.record().layouts == Layouts::Changes
            && graph.value(node.input(0)).layout != graph.value(node.output(0)).layout
    });
    let (forward, backward): (Vec<_>, Vec<_>) = changes.partition(|(n, _)| *n < graph.forward);
    (forward.len(), backward.len())
}

fn run_over_planned_memory(schedule: &Schedule, network: &Network, data: &Data) {
    let oracle = data.run(&schedule.graph);
    for piece in [1, data.batch] {
        Runner::new(schedule, network, data, &oracle).run(piece);
        let runner = Runner::new(schedule, network, data, &oracle);
        runner.without_input_gradients().run(piece);
    }
}

/// Compares the graphs of a network with the same ones under each policy; the number of conversions under each.
fn check(text: &str, seed: usize) -> [usize; 3] {
    let network = compiled(text).network;
    let data = Data::random(&network, &mut Random(seed as u64));
    let mut counts = [0; 3];
    let training = training_graph(&network, !seed.is_multiple_of(3));
    for plain in [inference_graph(&network), frozen_graph(&network), training] {
        let expected = data.run(&plain);
        for (policy, count) in POLICIES.into_iter().zip(&mut counts) {
            let graph = laid_out(&plain, &network, policy);
            let found = data.run(&graph);
            assert_eq!(output(&graph, &found), output(&plain, &expected), "{text}");
            assert_eq!(gradients(&graph, &found), gradients(&plain, &expected), "{text}");
            let (forward, backward) = conversions(&graph);
            *count += forward + backward;
            if forward + backward == 0 {
                continue; // memory is that of other tests
            }
            let lean = within(&network, graph.clone(), data.batch, 0).0;
            run_over_planned_memory(&schedule(graph), &network, &data);
            run_over_planned_memory(&lean, &network, &data);
        }
    }
    counts
}

/// A network of convolutions that keep the shape, with functions, norms, pools and sums between them.
fn convolutions(random: &mut Random) -> String {
    let (mut layers, mut body) = (String::new(), "let h0 = x; ".to_owned());
    let count = random.within(3, 9);
    for i in 0..count {
        let (h, other) = (format!("h{i}"), format!("h{}", random.within(0, i)));
        let value = match random.within(0, 11) {
            0..=3 => {
                let (kernel, padding) = random.one(&[(1, 0), (3, 1)]);
                layers +=
                    &format!("c{i}: Conv2d(3 -> 3, kernel = {kernel}, padding = {padding}); ");
                format!("c{i}({h})")
            }
            4 | 5 => format!("{}({h})", random.one(&["relu", "silu", "tanh", "gelu"])),
            6 | 7 => format!("{h} + {other}"),
            8 => format!("{h} * tanh({other})"),
            9 => format!("0.5 * {h} - 1.0"),
            10 => format!("max_pool2d({h}, 3, stride = 1, padding = 1)"),
            _ => {
                layers += &format!("n{i}: BatchNorm2d; ");
                format!("n{i}({h})")
            }
        };
        body += &format!("let h{} = {value}; ", i + 1);
    }
    let all: Vec<String> = (0..=count).map(|i| format!("h{i}")).collect();
    format!("pub struct N; input: [3, 4, 3]; {layers}fn forward(x) {{ {body}{} }}", all.join(" + "))
}

#[test]
fn layouts_change_no_bit_and_plans_hold() {
    let mut random = Random(24);
    let texts = chains(CASES, 21).into_iter().map(|c| c.text);
    let texts = texts.chain(graphs(CASES, 22).into_iter().map(|net| net.text));
    let texts = texts.chain((0..CASES / 3).map(|_| convolutions(&mut random)));
    let texts: Vec<String> = texts.collect();
    let counts = in_parallel(&texts, |i, text| check(text, i));
    let with = |policy: usize| counts.iter().filter(|count| count[policy] > 0).count();
    let all = [0, 1, 2].map(with);
    println!("networks with conversions under each policy: {all:?} of {}", counts.len());
    assert!(all[0] >= CASES / 10 && all[1] >= CASES / 4 && all[2] >= CASES / 4, "{all:?}");
}

#[test]
fn without_convolutions_nothing_is_converted() {
    let texts = chains(CASES, 23).into_iter().map(|c| c.text);
    let mut count = 0;
    for text in texts.filter(|text| !text.contains("Conv")) {
        let network = compiled(&text).network;
        let plain = training_graph(&network, true);
        let graph = laid_out(&plain, &network, between_convolutions);
        assert_eq!(graph.text(), plain.text(), "{text}");
        assert_eq!(conversions(&graph), (0, 0), "{text}");
        count += 1;
    }
    assert!(count > CASES / 4, "{count}");
}

#[test]
fn what_lies_between_two_convolutions_is_converted_there_and_back() {
    let layers = [
        ("a", "a: Conv2d(2 -> 3, kernel = 3); "),
        ("b", "b: Conv2d(3 -> 3, kernel = 1); "),
        ("c", "c: Conv2d(3 -> 2, kernel = 2); "),
    ];
    let cases = [
        // Nobody between them takes the layout.
        ("last(flatten(c(b(a(x)))))", 0),
        ("last(flatten(c(b(relu(a(x))))))", 2),
        // The pairs in the middle are gone.
        ("last(flatten(c(b(2.0 * silu(relu(a(x)) + 1.0)))))", 2),
        ("last(flatten(c(relu(b(relu(a(x)))))))", 4),
        // The sum reads what `relu` makes as it lies; `b` reads a conversion.
        ("let h = relu(a(x)); last(flatten(c(relu(b(h) + h))))", 4),
        // A dropout draws its mask by the number of the element: logical.
        ("last(flatten(c(b(relu(dropout(relu(a(x)), 0.5))))))", 0),
        // The last activation goes to no convolution.
        ("last(flatten(relu(b(relu(a(x))))))", 2),
    ];
    for (body, expected) in cases {
        let used = layers.into_iter().filter(|(name, _)| body.contains(&format!("{name}(")));
        let used: String = used.map(|(_, layer)| layer).collect();
        let text = format!(
            "pub struct N; input: [2, 6, 5]; {used} last: Linear(4); fn forward(x) {{ {body} }}"
        );
        let network = compiled(&text).network;
        for plain in [inference_graph(&network), training_graph(&network, true)] {
            let is_inference = plain.forward == plain.nodes.len();
            let graph = laid_out(&plain, &network, between_convolutions);
            if is_inference && body.contains("dropout") {
                continue; // there is none
            }
            let (forward, backward) = conversions(&graph);
            assert_eq!(forward, expected, "{text}\n{}", graph.text());
            assert_eq!(backward > 0, expected > 0 && !is_inference, "{text}\n{}", graph.text());
        }
        check(&text, 0);
    }
}

#[test]
fn the_conv_net_keeps_its_values() {
    // Between its convolutions lie max pools, which take the logical layout alone.
    assert_eq!(check(&CONV_NET.replace("56", "12").replace("14", "3"), 1)[0], 0);
    let residual = "pub struct N; input x: [3, 6, 6]; input y: [4, 6, 6];
        a: Conv2d(4, kernel = 3, padding = 1); b: Conv2d(4, kernel = 3, padding = 1);
        c: Conv2d(4, kernel = 3, padding = 1); n: BatchNorm2d;
        d: ConvTranspose2d(2, kernel = 2, stride = 2); e: Linear(3);
        fn forward(x, y) {
            let h = silu(a(x)) * y; let k = relu(c(n(b(h))) + h); (e(flatten(d(k))), k) }";
    let counts = check(residual, 2);
    assert!(counts.iter().all(|count| *count > 0), "{counts:?}");
}

#[test]
#[should_panic(
    expected = "conv2d gets operands that are [ChannelsLast, Logical, Logical, Logical]"
)]
fn a_call_never_gets_a_layout_that_it_does_not_take() {
    let network = compiled("pub struct N; input: [2, 4, 4]; a: Conv2d(3, kernel = 1);").network;
    let mut graph = inference_graph(&network);
    let x = graph.inputs[0];
    graph.values[x.0].layout = Layout::ChannelsLast;
    verify(&graph, "test");
}

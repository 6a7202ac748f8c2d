//! Gradients of a network against central differences, in f64.

use nncompiler::compile::{frozen_graph, inference_graph, training_graph};
use nncompiler::graph::{Builder, Graph, Mode, Space, ValueId, sources};
use nncompiler::network::Network;

use super::data::{Data, Gradients, gradients, output};
use super::{Random, compiled};

/// Below so many parameters each gradient is compared; above, some coordinates and directions.
const FEW: usize = 60;
const COORDINATES: usize = 6;
const DIRECTIONS: usize = 3;

/// How many numbers were compared.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Counts {
    pub(crate) compared: usize,
    /// Coordinates at a kink, or too steep for differences.
    pub(crate) skipped: usize,
}

/// Compares everything that can be said of `text`: gradients with differences, the fused graph
/// with the unfused one, inference with training.
pub(crate) fn check(text: &str, seed: u64) -> Result<Counts, String> {
    let network = compiled(text).network;
    let mut random = Random(seed);
    let data = Data::random(&network, &mut random);
    let (fused, plain) = (training_graph(&network, true), training_graph(&network, false));
    let (a, b) = (data.run(&fused), data.run(&plain));
    let gradients_of = (gradients(&fused, &a), gradients(&plain, &b));
    if output(&plain, &b).iter().any(|x| !x.is_finite()) {
        return Err("the output is not finite".to_owned());
    }
    if output(&fused, &a) != output(&plain, &b) {
        return Err("fusion changes the output".to_owned());
    }
    if gradients_of.0 != gradients_of.1 {
        return Err("fusion changes a gradient".to_owned());
    }
    let alike = |kind: &str| kind != "Dropout" && !kind.starts_with("BatchNorm");
    if network.layers.iter().all(|l| alike(l.kind_name()) && l.word != "dropout") {
        let inference = inference_graph(&network);
        if output(&inference, &data.run(&inference)) != output(&plain, &b) {
            return Err("inference and training differ".to_owned());
        }
    }
    if gradients(&pruned(&plain), &data.run(&pruned(&plain))).tensors != gradients_of.1.tensors {
        return Err("gradients by the inputs change those of the tensors".to_owned());
    }
    let counts = compare(&network, &data, Mode::Training, &gradients_of.1, &mut random)?;
    let frozen = frozen_graph(&network);
    let values = data.run(&frozen);
    let inference = inference_graph(&network);
    if output(&frozen, &values) != output(&inference, &data.run(&inference)) {
        return Err("a frozen network gives something else than inference".to_owned());
    }
    let gradients = gradients(&frozen, &values);
    let more = compare(&network, &data, Mode::Frozen, &gradients, &mut random)
        .map_err(|e| format!("frozen: {e}"))?;
    Ok(Counts { compared: counts.compared + more.compared, skipped: counts.skipped + more.skipped })
}

/// The graph without the calls that only gradients by the inputs need.
fn pruned(graph: &Graph) -> Graph {
    let mut pruned = graph.clone();
    let (_, through) = graph.wanted();
    let mut nodes = graph.nodes.iter().zip(through);
    pruned.nodes = nodes.by_ref().filter(|(_, t)| !t).map(|(n, _)| n.clone()).collect();
    pruned.input_gradients.clear();
    pruned
}

/// The sum of output times random numbers: its gradient is what the backward pass yields.
fn loss(graph: &Graph, data: &Data) -> f64 {
    let values = data.run(graph);
    output(graph, &values).iter().zip(data.d_outputs.iter().flatten()).map(|(y, r)| y * r).sum()
}

/// What a loss depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Source {
    Tensor(usize),
    Input(usize),
}

/// A direction in the space of all parameters and inputs: (source, element, share).
type Direction = Vec<(Source, usize, f64)>;

fn directions(network: &Network, data: &Data, mode: Mode, random: &mut Random) -> Vec<Direction> {
    let by = sources(network, mode);
    let tensors = network.tensors.iter().enumerate();
    let trained = tensors.filter(|(_, t)| by.parameters && !t.is_kept());
    let tensors = trained.map(|(t, n)| (Source::Tensor(t), n.tensor.shape.len()));
    let inputs = network.inputs.iter().enumerate();
    let real = inputs.filter(|(_, input)| by.inputs && input.limit.is_none());
    let inputs = real.map(|(i, _)| (Source::Input(i), data.inputs[i].len()));
    let mut list = Vec::new();
    for sources in [tensors.collect::<Vec<_>>(), inputs.collect()] {
        let each = |(source, len): (Source, usize)| (0..len).map(move |i| (source, i));
        let all: Vec<(Source, usize)> = sources.into_iter().flat_map(each).collect();
        let single = |(source, i): (Source, usize)| vec![(source, i, 1.0)];
        if all.len() < FEW {
            list.extend(all.into_iter().map(single));
            continue;
        }
        list.extend((0..COORDINATES).map(|_| single(random.one(&all))));
        let scale = 1.0 / (all.len() as f64).sqrt();
        for _ in 0..DIRECTIONS {
            list.push(all.iter().map(|(s, i)| (*s, *i, scale * random.normal())).collect());
        }
    }
    list
}

/// The tensors and inputs that an output depends on.
fn reaching(graph: &Graph) -> Vec<ValueId> {
    let mut reaching = graph.outputs.clone();
    for node in graph.nodes.iter().rev() {
        if node.outputs.iter().flatten().any(|o| reaching.contains(o)) {
            reaching.extend(node.inputs.iter().flatten());
        }
    }
    reaching
}

/// Whether there is a gradient for each tensor and input that an output depends on, and for no other.
fn check_complete(
    network: &Network,
    forward: &Graph,
    mode: Mode,
    gradients: &Gradients,
) -> Result<(), String> {
    let by = sources(network, mode);
    let reaching = reaching(forward);
    let is_reached = |space: Space| reaching.iter().any(|v| forward.value(*v).space == space);
    for (t, tensor) in network.tensors.iter().enumerate() {
        let len = gradients.tensors.get(&t).map(Vec::len);
        let expected = by.parameters && !tensor.is_kept() && is_reached(Space::Parameter(t));
        let expected = expected.then(|| tensor.tensor.shape.len());
        if len != expected {
            return Err(format!("`{}`: {len:?} gradients, not {expected:?}", tensor.name));
        }
    }
    // Who has the network as a layer reads the gradient by each input; where no output depends on one it is zero.
    for (i, d) in gradients.inputs.iter().enumerate() {
        let input = &network.inputs[i];
        if d.is_some() != (by.inputs && input.limit.is_none()) {
            return Err(format!("`{}` has a gradient: {}", input.name, d.is_some()));
        }
        if let Some(d) = d.as_ref().filter(|_| !is_reached(Space::Input(i)))
            && d.iter().any(|x| *x != 0.0)
        {
            return Err(format!("`{}` has a gradient that is not zero", input.name));
        }
    }
    Ok(())
}

fn compare(
    network: &Network,
    data: &Data,
    mode: Mode,
    gradients: &Gradients,
    random: &mut Random,
) -> Result<Counts, String> {
    let forward = Builder::forward(network, mode);
    check_complete(network, &forward, mode, gradients)?;
    let largest = gradients.all().fold(0.0, |m: f64, x| m.max(x.abs()));
    let mut counts = Counts::default();
    for direction in directions(network, data, mode, random) {
        let slope_of = |(source, i, share): &(Source, usize, f64)| {
            let gradient = match source {
                Source::Tensor(t) => gradients.tensors.get(t),
                Source::Input(n) => gradients.inputs[*n].as_ref(),
            };
            share * gradient.map_or(0.0, |g| g[*i])
        };
        let analytic: f64 = direction.iter().map(slope_of).sum();
        let slope = |h: f64| {
            let mut moved = data.clone();
            let mut at = |h: f64| {
                for (source, i, share) in &direction {
                    match source {
                        Source::Tensor(t) => {
                            moved.tensors.get_mut(t).expect("a tensor")[*i] =
                                data.tensors[t][*i] + h * share;
                        }
                        Source::Input(n) => moved.inputs[*n][*i] = data.inputs[*n][*i] + h * share,
                    }
                }
                loss(&forward, &moved)
            };
            (at(h) - at(-h)) / (2.0 * h)
        };
        match difference(slope, analytic, largest) {
            Ok(()) => counts.compared += 1,
            Err(None) => counts.skipped += 1,
            Err(Some(numeric)) => {
                let (source, i, _) = direction[0];
                let name = match source {
                    Source::Tensor(t) => &network.tensors[t].name,
                    Source::Input(n) => &network.inputs[n].name,
                };
                return Err(format!(
                    "`{name}`[{i}] (and {} more): gradient {analytic}, difference {numeric}",
                    direction.len() - 1
                ));
            }
        }
    }
    Ok(counts)
}

/// Compares with differences of two step sizes, extrapolated; where those disagree at every scale
/// there is a kink or the function is too steep, which `Err(None)` says.
fn difference(slope: impl Fn(f64) -> f64, analytic: f64, largest: f64) -> Result<(), Option<f64>> {
    let tolerance = |x: f64| 1e-7 + 1e-5 * analytic.abs().max(x.abs()).max(1e-3 * largest);
    let mut settled = None;
    for h in [1e-4, 1e-5, 1e-6] {
        let (wide, narrow) = (slope(h), slope(h / 2.0));
        let numeric = (4.0 * narrow - wide) / 3.0; // the h² terms cancel
        if (numeric - analytic).abs() <= tolerance(numeric) {
            return Ok(());
        }
        if (wide - narrow).abs() <= 0.1 * tolerance(numeric) {
            settled = Some(numeric);
        }
    }
    Err(settled)
}

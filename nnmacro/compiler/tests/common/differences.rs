//! Gradients of a network against central differences, in f64.

use nncompiler::compile::{inference_graph, training_graph};
use nncompiler::graph::{Builder, Graph, Mode, Tensors};
use nncompiler::network::Network;

use super::data::{Data, gradients, output};
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
    compare(&network, &data, &gradients_of.1, &mut random)
}

/// The sum of output times random numbers: its gradient is what the backward pass yields.
fn loss(graph: &Graph, data: &Data) -> f64 {
    let values = data.run(graph);
    output(graph, &values).iter().zip(data.d_outputs.iter().flatten()).map(|(y, r)| y * r).sum()
}

/// A direction in the space of all parameters: (tensor, element, share).
type Direction = Vec<(usize, usize, f64)>;

fn directions(network: &Network, random: &mut Random) -> Vec<Direction> {
    let trained = network.tensors.iter().enumerate().filter(|(_, t)| !t.is_kept());
    let all: Vec<(usize, usize)> =
        trained.flat_map(|(t, n)| (0..n.tensor.shape.len()).map(move |i| (t, i))).collect();
    let single = |(t, i): (usize, usize)| vec![(t, i, 1.0)];
    if all.len() < FEW {
        return all.into_iter().map(single).collect();
    }
    let mut list: Vec<Direction> = (0..COORDINATES).map(|_| single(random.one(&all))).collect();
    let scale = 1.0 / (all.len() as f64).sqrt();
    for _ in 0..DIRECTIONS {
        list.push(all.iter().map(|(t, i)| (*t, *i, scale * random.normal())).collect());
    }
    list
}

fn compare(
    network: &Network,
    data: &Data,
    gradients: &Tensors,
    random: &mut Random,
) -> Result<Counts, String> {
    for (t, tensor) in network.tensors.iter().enumerate() {
        let len = gradients.get(&t).map(Vec::len);
        let expected = (!tensor.is_kept()).then(|| tensor.tensor.shape.len());
        if len != expected {
            return Err(format!("`{}`: {len:?} gradients, not {expected:?}", tensor.name));
        }
    }
    let forward = Builder::forward(network, Mode::Training);
    let largest = gradients.values().flatten().fold(0.0, |m: f64, x| m.max(x.abs()));
    let mut counts = Counts::default();
    for direction in directions(network, random) {
        let analytic: f64 = direction.iter().map(|(t, i, s)| s * gradients[t][*i]).sum();
        let slope = |h: f64| {
            let mut moved = data.clone();
            let mut at = |h: f64| {
                for (t, i, s) in &direction {
                    moved.tensors.get_mut(t).expect("a tensor")[*i] = data.tensors[t][*i] + h * s;
                }
                loss(&forward, &moved)
            };
            (at(h) - at(-h)) / (2.0 * h)
        };
        match difference(slope, analytic, largest) {
            Ok(()) => counts.compared += 1,
            Err(None) => counts.skipped += 1,
            Err(Some(numeric)) => {
                let (t, i, _) = direction[0];
                let name = &network.tensors[t].name;
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

//! The command `predict`: what pictures show.

use std::path::Path;

use nncore::data::{DataError, folder};
use nncore::device::Device;
use nncore::metrics::top_k;
use nncore::prelude::*;
use nncore::text::Printable;

use super::arguments::{Predicting, on};
use super::output::{Output, Percent, shown};
use super::weights::{self, Weights};
use super::{CLASSES, Classifier, Fault};

/// Classes that are told of each picture.
const TOLD: usize = 3;

/// Writes the most probable classes of every picture that can be read.
///
/// # Errors
/// When the weights cannot be read; when outputs are not finite; after the results of the others,
/// when pictures cannot be read.
pub(super) fn predict<N: Classifier>(
    options: &Predicting,
    out: &mut Output<'_>,
) -> Result<(), Fault> {
    on!(&options.machine.device()?, device => predict_on::<N, _>(device, options, out))
}

fn predict_on<N: Classifier, D: Device<Element = f32>>(
    device: &D,
    options: &Predicting,
    out: &mut Output<'_>,
) -> Result<(), Fault> {
    let weights = weights::load::<N, D>(device, &options.weights)?;
    let mut predictor = Predictor::new(&weights.model, Capacity(1))?;
    let mut image = Batch::<N::Input>::zeros(1);
    let mut errors = Vec::new();
    for path in &options.pictures {
        if let Err(error) = prepare(&weights, path, &mut image) {
            errors.push(error);
            continue;
        }
        let logits = predictor.run(&image)?;
        if let Some(&logit) = logits.items().iter().find(|logit| !logit.is_finite()) {
            let what = format!("the outputs of the network for `{}`", shown(path));
            return Err(Fault::NotFinite { what, found: logit.into() });
        }
        let told = tell(logits.items(), &weights.classes);
        out.line(format_args!("{}: {told}", shown(path)));
    }
    if errors.is_empty() { Ok(()) } else { Err(Fault::Pictures(errors)) }
}

fn prepare<N: Classifier, D: Device>(
    weights: &Weights<N, D>,
    path: &Path,
    image: &mut Batch<N::Input>,
) -> Result<(), DataError> {
    let decoded = folder::decode(path)?;
    weights.preprocessing.apply(decoded.picture(), image.items_mut());
    Ok(())
}

/// The most probable classes: `ring 98.10 %, disc 1.20 %, frame 0.31 %`.
fn tell(logits: &[f32], classes: &[String]) -> String {
    let probabilities = softmax(logits);
    let mut places = [0; TOLD];
    let n = top_k(&probabilities, &mut places).min(classes.len());
    let tell = |&place: &usize| {
        let class = classes.get(place).map_or_else(
            || format!("output {place}"),
            |class| Printable(class).to_string(), // from the weight file
        );
        format!("{class} {}", Percent(probabilities[place]))
    };
    places[..n].iter().map(tell).collect::<Vec<_>>().join(", ")
}

fn softmax(logits: &[f32]) -> [f64; CLASSES] {
    let largest = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let mut exp = [0.0; CLASSES];
    (exp.iter_mut().zip(logits)).for_each(|(exp, x)| *exp = f64::from(x - largest).exp());
    let sum: f64 = exp.iter().sum();
    exp.map(|exp| exp / sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_three_classes_in_order() {
        let mut logits = [f32::NEG_INFINITY; CLASSES];
        (logits[1], logits[4], logits[9]) = (6.0_f32.ln() + 50.0, 3.0_f32.ln() + 50.0, 50.0);
        let classes = ["a", "b", "c", "d", "e"].map(str::to_string);
        assert_eq!(tell(&logits, &classes), "b 60.00 %, e 30.00 %, output 9 10.00 %");
        assert_eq!(tell(&logits, &classes[..2]), "b 60.00 %, e 30.00 %".replace("e ", "output 4 "));
    }
}

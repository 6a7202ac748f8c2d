//! Tests: the loss and the confusion matrix of a model over a set, and the command `eval`.

use nncore::data::{Loader, Pictures, Preprocessing, Remark};
use nncore::device::Device;
use nncore::metrics::{Confusion, Mean};
use nncore::prelude::*;

use super::arguments::{Evaluating, SAMPLES, on};
use super::interrupt::Stoppable;
use super::output::{Notes, Output, Percent, shown};
use super::weights::{self, Weights};
use super::{CLASSES, Classifier, Fault, sets};

/// Pictures that are evaluated together. Part of what the loss means to the last bit, so no
/// option.
const BATCH: usize = 64;

/// What a model makes of a set.
pub(super) struct Evaluation {
    /// The mean cross-entropy, without label smoothing.
    pub(super) loss: f64,
    pub(super) confusion: Confusion<CLASSES>,
}

impl Evaluation {
    pub(super) fn accuracy(&self) -> f64 {
        self.confusion.accuracy()
    }
}

/// Evaluates a model on all pictures of a set, in their order.
///
/// # Errors
/// When memory is short; when `stop` asks for it.
pub(super) fn evaluate<N: Classifier, D: Device<Element = f32>>(
    model: &Model<N, D>,
    pictures: &Pictures,
    preprocessing: Preprocessing,
    stop: Option<&Stoppable>,
) -> Result<Evaluation, Fault> {
    let batch = BATCH.min(pictures.len());
    // A clone shares the pixels.
    let loader = Loader::new(pictures.clone(), preprocessing, batch, 0).in_order();
    let mut predictor = Predictor::new(model, Capacity(batch))?;
    let mut images = Batch::zeros(batch);
    let mut labels = Batch::<ClassIndex<CLASSES>>::zeros(batch);
    let (mut loss, mut confusion) = (Mean::new(), Confusion::new());
    let mut batches = loader.batches(0);
    loop {
        let n = batches.next_into(images.items_mut(), labels.items_mut());
        if n == 0 {
            return Ok(Evaluation { loss: loss.value(), confusion });
        }
        // Only the last batch is smaller.
        images.resize(n);
        labels.resize(n);
        let mean = predictor.evaluate(&images, &labels, &CrossEntropy::new())?;
        loss.add(f64::from(mean), n as f64);
        confusion.add_batch(predictor.output()?.items(), labels.items());
        stop.map_or(Ok(()), Stoppable::check)?;
    }
}

/// Writes the measures of every class and the confusion matrix, which classes were not tested,
/// and, as the last two lines, loss and accuracy.
pub(super) fn write(evaluation: &Evaluation, classes: &[String], out: &mut Output<'_>) {
    let confusion = &evaluation.confusion;
    out.line(format_args!("\n{}\n", confusion.report(classes)));
    let untested = classes.iter().enumerate().filter(|(i, _)| confusion.support(*i) == 0);
    let untested: Vec<String> = untested.map(|(_, class)| class.clone()).collect();
    if !untested.is_empty() {
        out.line(format_args!("{}\n", Remark::Untested { classes: untested }));
    }
    out.line(format_args!("test loss: {:.4}", evaluation.loss));
    out.line(format_args!("test accuracy: {}", Percent(evaluation.accuracy())));
}

/// The command `eval`.
///
/// # Errors
/// When weights or data cannot be read, or do not belong together; when the loss is not finite.
pub(super) fn report<N: Classifier>(
    options: &Evaluating,
    out: &mut Output<'_>,
) -> Result<(), Fault> {
    on!(&options.machine.device()?, device => report_on::<N, _>(device, options, out))
}

fn report_on<N: Classifier, D: Device<Element = f32>>(
    device: &D,
    options: &Evaluating,
    out: &mut Output<'_>,
) -> Result<(), Fault> {
    let Weights { model, classes, preprocessing, metadata } =
        weights::load::<N, D>(device, &options.weights)?;
    let seed = options.seed.or(weights::number(&metadata, weights::SEED)).unwrap_or(1);
    let samples = weights::number(&metadata, weights::SAMPLES);
    let samples = samples.and_then(|n| n.try_into().ok()).unwrap_or(SAMPLES);
    let notes = Notes { quiet: options.machine.quiet };
    let pictures = sets::open_test(options.data.as_deref(), samples, seed, options.all, notes)?;
    if pictures.classes() != classes {
        return Err(Fault::Failed(format!(
            "`{}` was trained on other classes than those of the data\n  \
             expected: {classes:?}\n  found: {:?}\n  \
             help: give data of these classes, `--data DIR`, or other weights",
            shown(&options.weights),
            pictures.classes(),
        )));
    }
    notes.line(format_args!("testing on {} pictures", pictures.len()));
    let evaluation = evaluate(&model, &pictures, preprocessing, None)?;
    if !evaluation.loss.is_finite() {
        let what = "the loss on the test pictures".into();
        return Err(Fault::NotFinite { what, found: evaluation.loss });
    }
    write(&evaluation, &classes, out);
    Ok(())
}

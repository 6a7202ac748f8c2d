//! The command `train`.

use std::fmt;
use std::path::PathBuf;

use nncore::checkpoint;
use nncore::data::{self, Loader, Pictures, Preprocessing};
use nncore::device::Device;
use nncore::metrics::{Confusion, Mean};
use nncore::network::training_bytes;
use nncore::prelude::*;
use nncore::report::Progress;

use super::arguments::{Chosen, Opened, Training, on};
use super::evaluation::{self, Evaluation, evaluate};
use super::interrupt::Stoppable;
use super::output::{Notes, Output, Percent, shown};
use super::sets::{self, Sets};
use super::{CLASSES, Classifier, Diverged, Fault, Program, weights};

/// A training under way.
struct Run<'a> {
    program: &'a Program,
    options: &'a Training,
    sets: Sets,
    preprocessing: Preprocessing,
    /// The weight file.
    path: PathBuf,
    notes: Notes,
    stop: Stoppable,
}

/// The best weights so far.
struct Best<N: Classifier, D: Device> {
    model: Model<N, D>,
    moment: Moment,
    /// None without validation: then the last epoch is the best.
    validation_loss: Option<f64>,
    /// Whether the file holds them.
    is_saved: bool,
}

/// A point in a training.
#[derive(Clone, Copy)]
struct Moment {
    /// Counted from 1.
    epoch: usize,
    /// In the epoch, counted from 1; none behind the last.
    step: Option<usize>,
    /// Of the last step.
    learning_rate: f64,
}

/// Loss and accuracy of an epoch's training steps, each before its update.
struct Score {
    loss: f64,
    accuracy: f64,
    /// Of the last step.
    learning_rate: f64,
}

type Job<'m, N, D> = Trainer<'m, N, D, CrossEntropy, Chosen>;

/// Trains a network, saves its weights after each epoch that is the best so far, and tests the
/// best in the end.
///
/// # Errors
/// When the weight file cannot be written, which is found out first; when the data cannot be
/// read; when the loss is not finite; when a signal ends it. What was saved until then stays.
pub(super) fn train<N: Classifier>(
    program: &Program,
    options: &Training,
    out: &mut Output<'_>,
) -> Result<(), Fault> {
    let path = weights::path(options.out.as_deref(), program.name);
    checkpoint::check_writable(&path)?;
    let device = options.machine.device()?;
    let notes = Notes { quiet: options.machine.quiet };
    let Training { samples, seed, validation, .. } = *options;
    let sets = sets::open(options.data.as_deref(), samples, seed, validation, notes)?;
    notes.line(&sets);
    let preprocessing = data::statistics(&sets.train, N::SIZE, N::SIZE);
    let run = Run { program, options, sets, preprocessing, path, notes, stop: Stoppable::begin() };
    on!(&device, on => run.train::<N, _>(on, &device, out))
}

impl Run<'_> {
    fn train<N: Classifier, D: Device<Element = f32>>(
        &self,
        device: &D,
        opened: &Opened,
        out: &mut Output<'_>,
    ) -> Result<(), Fault> {
        let mut best = None;
        let fitted = self.fit::<N, D>(device, opened, out, &mut best);
        let tested = fitted.and_then(|()| {
            let best: &Best<N, D> =
                best.as_ref().ok_or(Fault::Failed("no epoch was run".into()))?;
            self.evaluate(&best.model, &self.sets.test, best.moment).map(|test| (best, test))
        });
        let (best, test) = match tested {
            Ok(tested) => tested,
            Err(fault) => return Err(self.told(fault, best.as_ref())),
        };
        self.save(best, Some(&test))?;
        out.line(format_args!("{best}, saved to `{}`", shown(&self.path)));
        evaluation::write(&test, self.sets.classes(), out);
        Ok(())
    }

    /// All epochs; leaves the best weights in `best`.
    fn fit<N: Classifier, D: Device<Element = f32>>(
        &self,
        device: &D,
        opened: &Opened,
        out: &mut Output<'_>,
        best: &mut Option<Best<N, D>>,
    ) -> Result<(), Fault> {
        let options = self.options;
        let seed = Seed(options.seed);
        // Memory is planned for a batch: never for more than there is.
        let batch_size = options.batch_size.get().min(self.sets.train.len());
        let loader =
            Loader::new(self.sets.train.clone(), self.preprocessing, batch_size, options.seed)
                .augment(options.changes());
        let epochs = options.epochs.get();
        let steps = loader.batches_per_epoch() as u64 * epochs as u64;
        options.check_warm_up(self.program, steps)?;
        let mut model = Model::<N, _>::init(device, seed)?;
        let loss = CrossEntropy::new().label_smoothing(options.label_smoothing);
        let optimizer = options.optimizer(steps);
        self.describe::<N>(opened, batch_size, &optimizer);
        let mut trainer =
            Trainer::new(&mut model, loss, optimizer, Capacity(batch_size))?.seed(seed);
        for epoch in 1..=epochs {
            let score = self.epoch(&mut trainer, &loader, epoch)?;
            let moment = Moment { epoch, step: None, learning_rate: score.learning_rate };
            let validation = match &self.sets.validation {
                Some(pictures) => Some(self.evaluate(trainer.model(), pictures, moment)?),
                None => None,
            };
            out.line(tell_epoch(epoch, epochs, &score, validation.as_ref()));
            let validation_loss = validation.map(|evaluation| evaluation.loss);
            if best.as_ref().is_none_or(|best| best.is_beaten_by(validation_loss)) {
                // On the same device this is a copy beside the weights that go on.
                let model = trainer.model().to_device(device)?;
                let new = Best { model, moment, validation_loss, is_saved: false };
                self.keep(best.insert(new));
            }
        }
        Ok(())
    }

    /// The steps of an epoch.
    fn epoch<N: Classifier, D: Device<Element = f32>>(
        &self,
        trainer: &mut Job<'_, N, D>,
        loader: &Loader,
        epoch: usize,
    ) -> Result<Score, Fault> {
        let label = format!("epoch {epoch}/{}", self.options.epochs);
        let mut progress = Progress::new(loader.batches_per_epoch(), label, self.notes.mode());
        let mut images = Batch::zeros(loader.batch_size());
        let mut labels = Batch::<ClassIndex<CLASSES>>::zeros(loader.batch_size());
        let (mut mean, mut confusion) = (Mean::new(), Confusion::<CLASSES>::new());
        let mut batches = loader.batches(epoch as u64);
        let (mut step, mut learning_rate) = (0, trainer.learning_rate());
        loop {
            let n = batches.next_into(images.items_mut(), labels.items_mut());
            if n == 0 {
                progress.finish();
                let (loss, accuracy) = (mean.value(), confusion.accuracy());
                return Ok(Score { loss, accuracy, learning_rate });
            }
            // Only the last batch is smaller.
            images.resize(n);
            labels.resize(n);
            learning_rate = trainer.learning_rate();
            let loss = f64::from(trainer.step(&images, &labels)?);
            step += 1;
            if !loss.is_finite() {
                let moment = Moment { epoch, step: Some(step), learning_rate };
                return Err(self.diverged(loss, moment));
            }
            mean.add(loss, n as f64);
            confusion.add_batch(trainer.output()?.items(), labels.items());
            progress.step(n, loss);
            self.stop.check()?;
        }
    }

    /// Evaluates, and finds out whether the last step spoiled the weights.
    fn evaluate<N: Classifier, D: Device<Element = f32>>(
        &self,
        model: &Model<N, D>,
        pictures: &Pictures,
        moment: Moment,
    ) -> Result<Evaluation, Fault> {
        let evaluation = evaluate(model, pictures, self.preprocessing, Some(&self.stop))?;
        if evaluation.loss.is_finite() {
            return Ok(evaluation);
        }
        Err(self.diverged(evaluation.loss, moment))
    }

    fn diverged(&self, loss: f64, moment: Moment) -> Fault {
        let Moment { epoch, step, learning_rate } = moment;
        let (base, out) = (self.options.learning_rate(), self.path.clone());
        Fault::Diverged(Diverged { loss, step, epoch, learning_rate, base, out, kept: None })
    }

    /// Saves the best weights so far: whatever ends the training, they are in the file. Where that
    /// fails the training goes on; it is tried again at its end.
    fn keep<N: Classifier, D: Device<Element = f32>>(&self, best: &mut Best<N, D>) {
        match self.save(best, None) {
            Ok(()) => best.is_saved = true,
            Err(fault) => self.notes.remark(format_args!("{fault}\n  note: the training goes on")),
        }
    }

    /// Says of what ends the training early what is in the file.
    fn told<N: Classifier, D: Device<Element = f32>>(
        &self,
        fault: Fault,
        best: Option<&Best<N, D>>,
    ) -> Fault {
        let path = shown(&self.path);
        match (fault, best) {
            (Fault::Interrupted { signal, .. }, Some(best)) => {
                match if best.is_saved { Ok(()) } else { self.save(best, None) } {
                    Ok(()) => {
                        let kept = format!("{best}, untested, saved to `{path}`");
                        Fault::Interrupted { signal, kept }
                    }
                    Err(fault) => fault,
                }
            }
            (Fault::Interrupted { signal, .. }, None) => {
                let kept =
                    format!("no epoch was finished: nothing was saved, `{path}` is as it was");
                Fault::Interrupted { signal, kept }
            }
            (Fault::Diverged(diverged), Some(best)) if best.is_saved => {
                Fault::Diverged(Diverged { kept: Some(best.to_string()), ..diverged })
            }
            (fault, _) => fault,
        }
    }

    /// Writes the weight file.
    fn save<N: Classifier, D: Device<Element = f32>>(
        &self,
        best: &Best<N, D>,
        test: Option<&Evaluation>,
    ) -> Result<(), Fault> {
        let options = self.options;
        let mut metadata = weights::describe::<N>(self.sets.classes(), self.preprocessing)?;
        metadata.set(weights::SEED, options.seed.to_string());
        metadata.set("training.data", self.sets.source.to_string());
        if options.data.is_none() {
            metadata.set(weights::SAMPLES, options.samples.to_string());
        }
        metadata.set("training.options", options.tell());
        metadata.set("training.epoch", best.moment.epoch.to_string());
        if let Some(loss) = best.validation_loss {
            metadata.set("validation.loss", format!("{loss:.6}"));
        }
        if let Some(test) = test {
            metadata.set("test.loss", format!("{:.6}", test.loss));
            metadata.set("test.accuracy", format!("{:.6}", test.accuracy()));
        }
        Ok(best.model.save_with_metadata(&self.path, &metadata)?)
    }

    /// Notes what is trained, and what that takes.
    fn describe<N: Classifier>(&self, device: &Opened, batch_size: usize, optimizer: &Chosen) {
        let trained = N::TENSORS.iter().filter(|tensor| !tensor.role.is_buffer());
        let parameters: usize = trained.map(|tensor| tensor.shape.len()).sum();
        let slots = optimizer.settings().update.state_slots();
        let bytes = training_bytes::<N>(batch_size, slots);
        self.notes.line(format_args!(
            "network: {}, {parameters} parameters; training takes {:.0} MB beside the pictures; \
             {device}",
            N::NAME,
            bytes as f64 / 1e6,
        ));
    }
}

impl<N: Classifier, D: Device> Best<N, D> {
    fn is_beaten_by(&self, validation_loss: Option<f64>) -> bool {
        match (self.validation_loss, validation_loss) {
            (Some(best), Some(loss)) => loss < best,
            // Without validation the last epoch counts.
            _ => true,
        }
    }
}

impl<N: Classifier, D: Device> fmt::Display for Best<N, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "weights of epoch {}", self.moment.epoch)?;
        match self.validation_loss {
            Some(_) => f.write_str(" (the lowest validation loss)"),
            None => f.write_str(" (the last finished one)"),
        }
    }
}

/// The results of an epoch.
fn tell_epoch(
    epoch: usize,
    epochs: usize,
    score: &Score,
    validation: Option<&Evaluation>,
) -> String {
    let tell = |loss, accuracy| format!("loss {loss:.4}, accuracy {}", Percent(accuracy));
    let training = tell(score.loss, score.accuracy);
    let validation = validation.map_or_else(String::new, |validation| {
        format!("; validation {}", tell(validation.loss, validation.accuracy()))
    });
    format!("epoch {epoch}/{epochs}: training {training}{validation}")
}

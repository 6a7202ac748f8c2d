//! What a weight file says besides the tensors: classes, preprocessing, and how the weights came
//! about.

use std::path::{Path, PathBuf};

use nncore::checkpoint::{self, CheckpointError, Metadata, Rename};
use nncore::data::Preprocessing;
use nncore::device::Device;
use nncore::prelude::*;

use super::arguments::{Evaluating, Importing};
use super::output::{Output, shown};
use super::{Classifier, Fault, Import, evaluation};

/// The seed of the training.
pub(super) const SEED: &str = "training.seed";
/// The number of generated training pictures; only there if they were generated.
pub(super) const SAMPLES: &str = "training.samples";

/// The weight file to write: the one that was asked for, or one with the program's name.
pub(super) fn path(out: Option<&Path>, program: &str) -> PathBuf {
    out.map_or_else(|| format!("{program}.safetensors").into(), Path::to_path_buf)
}

/// A trained model and what is needed to use it.
pub(super) struct Weights<N: Classifier, D: Device> {
    pub(super) model: Model<N, D>,
    pub(super) classes: Vec<String>,
    pub(super) preprocessing: Preprocessing,
    pub(super) metadata: Metadata,
}

/// Metadata of a network's weights for these classes and this preprocessing.
pub(super) fn describe<N: Classifier>(
    classes: &[String],
    preprocessing: Preprocessing,
) -> Result<Metadata, CheckpointError> {
    let mut metadata = Metadata::new();
    metadata.set_network(N::NAME);
    metadata.set_classes(classes);
    let Preprocessing { mean, std, height, width } = preprocessing;
    metadata.set_preprocessing(&checkpoint::Preprocessing::new(&mean, &std, height, width)?);
    Ok(metadata)
}

/// A whole number in the metadata.
pub(super) fn number(metadata: &Metadata, key: &str) -> Option<u64> {
    metadata.get(key)?.parse().ok()
}

/// Loads a model with its classes and its preprocessing.
///
/// # Errors
/// When the file cannot be read, holds other tensors or numbers that are not finite, does not say what its classes are and how
/// pictures are prepared, or says something that does not fit the network.
pub(super) fn load<N: Classifier, D: Device<Element = f32>>(
    device: &D,
    path: &Path,
) -> Result<Weights<N, D>, Fault> {
    let (model, metadata) = Model::load_with_rename(device, path, &Rename::new())?;
    check_finite(path, &model)?;
    let entry =
        |error: CheckpointError| Fault::Failed(format!("weight file `{}`: {error}", shown(path)));
    let classes = metadata.classes().map_err(entry)?;
    let classes = classes.ok_or_else(|| missing(path, "nncore.classes", "names of the classes"))?;
    if classes.is_empty() || classes.len() > super::CLASSES {
        let expected = format!("1 to {} classes, one an output at most", super::CLASSES);
        return Err(misfit(path, "nncore.classes", &expected, &format!("{}", classes.len())));
    }
    let stated = metadata.preprocessing().map_err(entry)?;
    let stated = stated.ok_or_else(|| missing(path, "nncore.mean", "preparation of pictures"))?;
    let preprocessing = fitting::<N>(path, &stated)?;
    Ok(Weights { model, classes, preprocessing, metadata })
}

/// That all numbers of a model are finite: a diverged training leaves others.
fn check_finite<N: Network, D: Device<Element = f32>>(
    path: &Path,
    model: &Model<N, D>,
) -> Result<(), Fault> {
    for tensor in N::TENSORS {
        let values = model.tensor(tensor.name)?;
        if let Some(place) = values.iter().position(|value| !value.is_finite()) {
            return Err(Fault::Failed(format!(
                "tensor `{}` of weight file `{}` is not finite\n  \
                 expected: finite numbers\n  found: {} at element {place} of {}\n  \
                 help: take weights of a training that did not diverge",
                tensor.name,
                shown(path),
                values[place],
                values.len()
            )));
        }
    }
    Ok(())
}

fn fitting<N: Classifier>(
    path: &Path,
    stated: &checkpoint::Preprocessing,
) -> Result<Preprocessing, Fault> {
    let size = N::SIZE;
    let (height, width) = (stated.height(), stated.width());
    if (height, width) != (size, size) {
        let (expected, found) = (format!("{size} x {size} pixels"), format!("{height} x {width}"));
        return Err(misfit(path, "nncore.height", &expected, &found));
    }
    match (stated.mean().try_into(), stated.std().try_into()) {
        (Ok(mean), Ok(std)) => Ok(Preprocessing { mean, std, height, width }),
        _ => {
            let found = format!("{}", stated.mean().len());
            Err(misfit(path, "nncore.mean", "a number for each of 3 channels", &found))
        }
    }
}

/// The command `import`.
///
/// # Errors
/// When the file cannot be read or holds other tensors, or the new one cannot be written; when
/// the data to test on cannot be read.
pub(super) fn import<N: Classifier>(
    program: &str,
    import: &Import,
    options: &Importing,
    out: &mut Output<'_>,
) -> Result<(), Fault> {
    let path = path(options.out.as_deref(), program);
    checkpoint::check_writable(&path)?;
    // Only copied from file to file.
    let (model, _) = Model::<N, _>::load_with_rename(&Cpu::new()?, &options.file, &import.rename)?;
    check_finite(&options.file, &model)?;
    let (mean, std) = (import.mean, import.std);
    let preprocessing = Preprocessing { mean, std, height: N::SIZE, width: N::SIZE };
    let mut metadata = describe::<N>(&import.classes.map(str::to_owned), preprocessing)?;
    metadata.set("imported.from", options.file.display().to_string());
    model.save_with_metadata(&path, &metadata)?;
    out.line(format_args!("weights of `{}`, saved to `{}`", shown(&options.file), shown(&path)));
    let Some(data) = options.data.clone() else { return Ok(()) };
    let machine = options.machine;
    let test = Evaluating { weights: path, data: Some(data), all: false, seed: None, machine };
    evaluation::report::<N>(&test, out)
}

fn missing(path: &Path, key: &str, what: &str) -> Fault {
    Fault::Failed(format!(
        "weight file `{}` does not tell the {what}\n  \
         expected: a metadata entry `{key}`\n  found: no such entry\n  \
         help: take weights that this program saved, or set the entry where the file is made",
        shown(path)
    ))
}

fn misfit(path: &Path, key: &str, expected: &str, found: &str) -> Fault {
    Fault::Failed(format!(
        "metadata entry `{key}` of weight file `{}` does not fit the network\n  \
         expected: {expected}\n  found: {found}\n  \
         help: take weights that were trained for this network",
        shown(path)
    ))
}

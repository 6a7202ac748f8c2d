//! The state of a training: what it needs to go on with the same bits, beside the tensors of its model.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use super::{Deferred, Trainer};
use crate::device::Device;
use crate::loss::Terms;
use crate::network::Network;
use crate::optim::{Optimizer, Settings, UpdateKind, nearest_trained};
use crate::random::Seed;
use crate::tensor::TensorInfo;
use crate::{Element, Error, room};

/// Steps that a state may count: there are as many again before the number overflows.
const MOST_STEPS: u64 = 1 << 63;

/// What a training needs to go on with the same bits, beside the tensors of its model: [`Trainer::state`] takes it out,
/// [`Trainer::restore`] puts it back.
///
/// ```
/// use nncore::prelude::*;
///
/// # network! { struct Net; input: [2]; fc1: Linear(2 -> 8); drop: Dropout(0.5); fc2: Linear(8 -> 1); }
/// # let device = Cpu::with_threads(1)?;
/// # let (x, y) = (Batch::from_vec(vec![1.0, 2.0])?, Batch::from_vec(vec![3.0])?);
/// # let path = std::env::temp_dir().join(format!("nncore-state-{}.safetensors", std::process::id()));
/// let adam = Adam::new(1e-2);
/// let mut model = Model::<Net, _>::init(&device, Seed(1))?;
/// let mut trainer = Trainer::new(&mut model, MeanSquaredError, adam.clone(), Capacity(1))?;
/// trainer.step(&x, &y)?;
/// let state = trainer.state()?;
/// # #[cfg(feature = "checkpoint")] {
/// trainer.model().save(&path)?;
/// let expected = trainer.step(&x, &y)?;
///
/// let mut model = Model::<Net, _>::load(&device, &path)?;
/// let mut trainer = Trainer::new(&mut model, MeanSquaredError, adam, Capacity(1))?;
/// trainer.restore(&state)?;
/// assert_eq!(trainer.step(&x, &y)?, expected);
/// # std::fs::remove_file(path).unwrap();
/// # }
/// # Ok::<(), nncore::Error>(())
/// ```
///
/// It is of no device: numbers lie on the host, by the names of tensors, and a trainer on another device of the same number
/// type takes them. All fields are public, so that a state can be written to a file and made from one.
///
/// It holds no number of the optimizer's settings, of its schedule or of the loss: who makes the new trainer gives them, and
/// may give others.
#[derive(Clone, Debug, PartialEq)]
pub struct TrainerState<T = f32> {
    /// The optimizer it is of.
    pub optimizer: UpdateKind,
    /// The steps taken, below 2⁶³: where the schedule stands, t in Adam's formulas, and the step that dropout draws for.
    pub steps: u64,
    /// The seed of dropout.
    pub seed: Seed,
    /// The base learning rate, if [`Trainer::set_learning_rate`] gave one; else it is the optimizer's own.
    pub learning_rate: Option<f64>,
    /// The numbers that the optimizer keeps: each of its slots for each trained tensor, in any order.
    pub slots: Vec<StateSlot<T>>,
}

/// What an optimizer keeps of one tensor in one of its slots.
#[derive(Clone, Debug, PartialEq)]
pub struct StateSlot<T = f32> {
    /// The slot, under the name that `state_dict()` of `torch.optim` has for it.
    ///
    /// | optimizer | slots |
    /// |---|---|
    /// | `Sgd` | `momentum_buffer`, where `momentum` is not 0 |
    /// | `Adam`, `AdamW` | `exp_avg`, `exp_avg_sq` |
    /// | `RmsProp` | `square_avg`; `momentum_buffer`, where `momentum` is not 0; `grad_avg`, where it is centered |
    pub slot: Cow<'static, str>,
    /// The tensor: `conv1.weight`.
    pub tensor: Cow<'static, str>,
    /// A number for each of the tensor, in its layout.
    pub values: Vec<T>,
}

/// Why a state is not one of a trainer.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum StateError {
    /// It is of another optimizer.
    Optimizer {
        /// The trainer's.
        expected: UpdateKind,
        /// The state's.
        found: UpdateKind,
    },
    /// It counts too many steps.
    Steps {
        /// The steps.
        found: u64,
    },
    /// It has nothing for a trained tensor in a slot of the optimizer.
    Missing {
        /// The slot.
        slot: &'static str,
        /// The tensor.
        tensor: &'static str,
        /// The numbers of the tensor.
        expected: usize,
    },
    /// It has another number of numbers for a tensor.
    Elements {
        /// The slot.
        slot: &'static str,
        /// The tensor.
        tensor: &'static str,
        /// The numbers of the tensor.
        expected: usize,
        /// Those of the state.
        found: usize,
    },
    /// It has something that the trainer does not keep, or has it twice.
    Unknown {
        /// The slot.
        slot: String,
        /// The tensor.
        tensor: String,
        /// Whether the trainer keeps it, so that this is the second.
        is_second: bool,
        /// The trained tensor whose name is most like this one.
        nearest: Option<&'static str>,
    },
}

impl fmt::Display for StateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Optimizer { expected, found } => write!(
                f,
                "the state is of another optimizer\nexpected: `{}`\n   found: `{}`",
                expected.name(),
                found.name()
            ),
            Self::Steps { found } => write!(
                f,
                "the state counts too many steps\nexpected: below {MOST_STEPS}\n   found: {found}"
            ),
            Self::Missing { slot, tensor, expected } => write!(
                f,
                "the state has no `{slot}` of `{tensor}`\nexpected: {expected} numbers\n   found: none"
            ),
            Self::Elements { slot, tensor, expected, found } => write!(
                f,
                "the state's `{slot}` of `{tensor}` has another number of elements\nexpected: {expected}\n   found: {found}"
            ),
            Self::Unknown { slot, tensor, is_second: true, nearest: _ } => write!(
                f,
                "the state has `{}` of `{}` twice\nexpected: once",
                slot.escape_debug(),
                tensor.escape_debug()
            ),
            Self::Unknown { slot, tensor, is_second: false, nearest } => {
                write!(
                    f,
                    "the state has something that the trainer does not keep\nexpected: a slot of the optimizer, of a trained tensor\n   found: `{}` of `{}`",
                    slot.escape_debug(),
                    tensor.escape_debug()
                )?;
                match nearest {
                    Some(name) if name != tensor => {
                        write!(f, "\nhelp: the nearest name of a tensor is `{name}`")
                    }
                    _ => Ok(()),
                }
            }
        }
    }
}

impl core::error::Error for StateError {}

impl From<StateError> for Error {
    fn from(error: StateError) -> Self {
        Self::State(error)
    }
}

fn trained(tensors: &'static [TensorInfo]) -> impl Iterator<Item = &'static TensorInfo> {
    tensors.iter().filter(|tensor| !tensor.is_kept())
}

impl<T> TrainerState<T> {
    fn find(&self, slot: &str, tensor: &str) -> Option<&[T]> {
        let is_it = |s: &&StateSlot<T>| s.slot == slot && s.tensor == tensor;
        self.slots.iter().find(is_it).map(|s| &s.values[..])
    }

    /// Whether it is the state of a trainer with these settings, and a network with these tensors.
    fn check(&self, settings: &Settings, tensors: &'static [TensorInfo]) -> Result<(), Error> {
        let (rule, found, steps) = (&settings.update, self.optimizer, self.steps);
        if found != rule.kind() {
            return Err(StateError::Optimizer { expected: rule.kind(), found }.into());
        }
        if steps >= MOST_STEPS {
            return Err(StateError::Steps { found: steps }.into());
        }
        settings.check_at(self.learning_rate.unwrap_or(settings.learning_rate))?;
        for slot in rule.slot_names() {
            for TensorInfo { name: tensor, shape, .. } in trained(tensors) {
                let expected = shape.len();
                match self.find(slot, tensor).map(<[T]>::len) {
                    Some(found) if found == expected => {}
                    Some(found) => {
                        return Err(StateError::Elements { slot, tensor, expected, found }.into());
                    }
                    None => return Err(StateError::Missing { slot, tensor, expected }.into()),
                }
            }
        }
        for (i, StateSlot { slot, tensor, .. }) in self.slots.iter().enumerate() {
            let is_known = rule.slot_names().any(|name| name == slot)
                && trained(tensors).any(|known| known.name == tensor);
            let is_second =
                self.slots[..i].iter().any(|first| first.slot == *slot && first.tensor == *tensor);
            if !is_known || is_second {
                let nearest = nearest_trained(tensor, tensors);
                let (slot, tensor) = (slot.clone().into_owned(), tensor.clone().into_owned());
                return Err(StateError::Unknown { slot, tensor, is_second, nearest }.into());
            }
        }
        Ok(())
    }
}

impl<N: Network, D: Device, L: Terms<N::Output>, O: Optimizer> Trainer<'_, N, D, L, O> {
    /// What this training needs to go on with the same bits, beside the tensors of its [`model`](Self::model): the numbers of
    /// the optimizer, copied from the device, the number of steps, the seed of dropout, and the learning rate that was
    /// set. A trainer of the same network with the same optimizer [takes](Self::restore) it. Steps that were
    /// [submitted](Self::submit) are waited for; their mean loss can be taken after it as before.
    ///
    /// # Errors
    /// The first error of steps that were submitted. When a copy fails, or there is not enough memory for it.
    pub fn state(&mut self) -> Result<TrainerState<D::Element>, Error> {
        self.collect_deferred()?;
        let rule = &self.optimizer.settings().update;
        let count = self.slots.len() * trained(N::TENSORS).count();
        let mut slots = Vec::new();
        room::reserve(&mut slots, count)?;
        for (slot, buffer) in rule.slot_names().zip(&self.slots) {
            for tensor in trained(N::TENSORS) {
                let mut values = room::filled(tensor.shape.len(), D::Element::ZERO)?;
                self.model.device.download(buffer, tensor.offset, &mut values)?;
                let (slot, tensor) = (Cow::Borrowed(slot), Cow::Borrowed(tensor.name));
                slots.push(StateSlot { slot, tensor, values });
            }
        }
        Ok(TrainerState {
            optimizer: rule.kind(),
            steps: self.state.step,
            seed: Seed(self.state.seed),
            learning_rate: self.learning_rate,
            slots,
        })
    }

    /// Goes on where `state` was taken. The tensors of the model are not part of it, and stay as they are: a model that goes
    /// on, too, was loaded from a file of that moment, say. The next steps then have the bits that they would have had
    /// there, on devices with the same bits; the [`Capacity`](crate::Capacity) may be another. Losses of submitted steps
    /// that nobody took are dropped.
    ///
    /// The settings of this trainer's optimizer stay: its schedule goes on at the state's number of steps.
    ///
    /// # Errors
    /// When the state is of another optimizer, or its tensors are not the trained tensors of this network: `Error::State`.
    /// When its learning rate is out of range: `Error::OutOfRange`. When there is not enough memory. The trainer is then as it
    /// was. When a copy to the device fails; the numbers of the optimizer are then not known.
    pub fn restore(&mut self, state: &TrainerState<D::Element>) -> Result<(), Error> {
        let rule = self.optimizer.settings().update;
        state.check(self.optimizer.settings(), N::TENSORS)?;
        let mut values = room::filled(N::PARAMETER_LEN, D::Element::ZERO)?;
        // Their errors are of a training that is left.
        let _ = self.collect_deferred();
        self.deferred = Deferred::default();
        for (slot, buffer) in rule.slot_names().zip(&mut self.slots) {
            for tensor in trained(N::TENSORS) {
                if let Some(found) = state.find(slot, tensor.name) {
                    values[tensor.range()].copy_from_slice(found);
                }
            }
            self.model.device.upload(buffer, &values)?;
        }
        self.state.step = state.steps;
        self.state.seed = state.seed.0;
        self.learning_rate = state.learning_rate;
        Ok(())
    }
}

//! The losses of a network: one an output.

use super::{Anything, Expected, Loss, LossKind};
use crate::Error;
#[cfg(feature = "alloc")]
use crate::device::{Device, Workspace};
use crate::device::{Region, TargetKind};
use crate::numbers::{Numbers, Range};
use crate::shape::{Comparable, Offsets, Outputs, Ports, Sample, Shape};
#[cfg(feature = "alloc")]
use crate::{Batch, Element};

/// The losses of a network with these outputs: a [`Loss`] where there is one, a tuple of them where there are several.
///
/// The loss of a step is their sum, each times its [`weight`](Loss::weight):
///
/// ```text
/// loss = Σ weight[i] loss[i](output[i], target[i])
/// ```
///
/// | losses | what a step compares with |
/// |---|---|
/// | `CrossEntropy` of `Vector<10>` | `&Batch<ClassIndex<10>>` |
/// | `(CrossEntropy, MeanSquaredError)` of `(Vector<10>, Vector<2>)` | `(&Batch<ClassIndex<10>>, &Batch<Vector<2>>)` |
/// | `(CrossEntropy, NoLoss)` of the same | `(&Batch<ClassIndex<10>>, ())` |
///
/// # Example
///
/// ```
/// use nncore::loss::Losses;
/// use nncore::prelude::*;
///
/// fn targets<O: nncore::shape::Outputs, L: Losses<O>>(_: &L, _: L::Targets<'_, f32>) {}
///
/// type Both = (Vector<10>, Vector<2>);
///
/// let (classes, numbers) = (Batch::<ClassIndex<10>>::zeros(4), Batch::<Vector<2>>::zeros(4));
/// let losses = (CrossEntropy::new(), Weighted(0.5, MeanSquaredError));
/// targets::<Both, _>(&losses, (&classes, &numbers));
/// targets::<Both, _>(&(CrossEntropy::new(), NoLoss), (&classes, ()));
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a loss of the output `{Output}`",
    label = "expected `CrossEntropy::new()` for a `Vector` of logits, `MeanSquaredError` for any shape, a tuple for several outputs"
)]
pub trait Losses<Output: Outputs>: Terms<Output> {}

/// What a step asks of losses. It also holds for what is not a loss of the output, which is refused where a trainer is made:
/// so that one mistake is one error.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a loss of the output `{Output}`",
    label = "expected a loss, such as `CrossEntropy::new()` or `MeanSquaredError`"
)]
pub trait Terms<Output: Outputs>: Send + Sync + 'static {
    /// What a step compares the outputs with.
    #[cfg(feature = "alloc")]
    type Targets<'a, T: Element>: Copy;
    /// What [`tiny`](crate::tiny) compares the outputs with: a slice, sample after sample, or a tuple of them.
    type Slices<'a>: Copy;
    /// What each loss expects of the network: see [`After`](super::After).
    #[doc(hidden)]
    type Expects: Expected;
    /// What is known of each loss before a program's run.
    #[doc(hidden)]
    const PARTS: &'static [TargetSizes];

    /// The loss of output `i`; none of one that is not there.
    #[doc(hidden)]
    fn term(&self, i: usize) -> Term<'_>;

    /// Tells where the targets of the outputs from number `first` on lie.
    ///
    /// # Errors
    /// When they are not as many as the `inputs`.
    #[doc(hidden)]
    fn bind(
        inputs: usize,
        targets: Self::Slices<'_>,
        first: usize,
        ports: &mut Ports,
    ) -> Result<(), Error>;

    /// Copies targets to where the losses read them.
    ///
    /// # Errors
    /// When they are not as many as the `inputs`, or the copy fails.
    #[cfg(feature = "alloc")]
    #[doc(hidden)]
    fn upload<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        inputs: usize,
        at: Offsets,
        targets: Self::Targets<'_, D::Element>,
    ) -> Result<(), Error>;
}

/// The targets of one loss.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct TargetSizes {
    /// Real numbers of the target of one sample.
    pub values: usize,
    /// Class indices of the target of one sample.
    pub labels: usize,
}

impl TargetSizes {
    /// Where its targets begin, after those that were taken before.
    #[must_use]
    pub const fn take(&self, room: &mut Offsets) -> Offsets {
        room.take(self.values, self.labels)
    }

    /// Whether a loss of this kind, of an output of `len` elements, reads these targets and no others. A loss of the user's
    /// own may be of any kind.
    #[must_use]
    pub const fn is_read_by(&self, kind: &LossKind, len: usize) -> bool {
        match kind {
            LossKind::None => true,
            LossKind::CrossEntropy { .. } => self.labels == 1,
            _ => self.values == len,
        }
    }

    /// The region of its targets.
    #[must_use]
    pub const fn region(&self, at: Offsets) -> Region {
        match self {
            Self { values: 0, labels: 0, .. } => Region::NONE,
            Self { labels: 0, values, .. } => Region::target(at.reals, *values),
            Self { labels, .. } => Region::label(at.integers, *labels),
        }
    }
}

/// The loss of one output: what a device is told of it.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Term<'a> {
    /// The formula and its constants.
    pub kind: LossKind,
    /// What value and gradient are multiplied by.
    pub weight: f64,
    /// Weights of the classes.
    pub class_weights: Option<&'a [f64]>,
}

impl Term<'_> {
    /// The first number that is out of its range.
    #[inline(always)]
    pub(crate) fn numbers(&self) -> Numbers {
        use Range::{Finite, NotNegative, Positive, Unit};
        let Self { kind, weight, class_weights } = self;
        let mut all = Numbers::NONE.and("the weight of a loss", Finite, *weight);
        match *kind {
            LossKind::CrossEntropy { label_smoothing, ignore_index: _ } => {
                all = all.and("`label_smoothing` of `CrossEntropy`", Unit, label_smoothing);
            }
            LossKind::Huber { delta } => all = all.and("`delta` of `Huber`", Positive, delta),
            LossKind::BinaryCrossEntropyWithLogits
            | LossKind::MeanSquaredError
            | LossKind::L1
            | LossKind::None => {}
        }
        if let Some(weights) = class_weights {
            for weight in *weights {
                all = all.and("a class weight of `CrossEntropy`", NotNegative, *weight);
            }
        }
        all
    }

    /// Of an output that is not trained on.
    const NONE: Self = Self { kind: LossKind::None, weight: 1.0, class_weights: None };
}

#[diagnostic::do_not_recommend]
impl<O: Outputs, L: Loss<O, Target: Comparable> + Clone> Losses<O> for L {}

#[diagnostic::do_not_recommend]
impl<O: Outputs, L: Loss<O> + Clone> Terms<O> for L {
    #[cfg(feature = "alloc")]
    type Targets<'a, T: Element> = &'a Batch<L::Target, T>;
    type Slices<'a> = &'a [<L::Target as Sample>::Item<f32>];
    type Expects = L::Expects;
    const PARTS: &'static [TargetSizes] = &[{
        assert!(
            O::COUNT == 1,
            "a `Loss` is one of one output; several outputs take a tuple of losses"
        );
        nnplan::require(
            L::TARGET as u8 == <L::Target as Sample>::TARGET as u8,
            "the `TARGET` of a `Loss` says where its `Target` lies\nexpected: `Labels` for class indices, `Values` for numbers\n   found: the other one",
        );
        let items = <L::Target as Sample>::ITEMS;
        match L::TARGET {
            TargetKind::Values => TargetSizes { values: items, labels: 0 },
            TargetKind::Labels => TargetSizes { values: 0, labels: items },
        }
    }];

    #[inline(always)] // of a constant loss a constant: a program holds no other
    fn term(&self, _: usize) -> Term<'_> {
        Term { kind: self.kind(), weight: self.weight(), class_weights: self.class_weights() }
    }

    #[inline(always)]
    fn bind(
        inputs: usize,
        targets: Self::Slices<'_>,
        first: usize,
        ports: &mut Ports,
    ) -> Result<(), Error> {
        let each = <L::Target as Sample>::ITEMS;
        if targets.len() != inputs * each {
            return Err(Error::Targets { inputs, targets: targets.len() / each.max(1) });
        }
        <L::Target as Sample>::bind_targets(targets, first, ports);
        Ok(())
    }

    #[cfg(feature = "alloc")]
    fn upload<D: Device>(
        device: &D,
        workspace: &mut Workspace<D>,
        inputs: usize,
        at: Offsets,
        targets: &Batch<L::Target, D::Element>,
    ) -> Result<(), Error> {
        let found = targets.checked_len()?;
        if found != inputs {
            return Err(Error::Targets { inputs, targets: found });
        }
        <L::Target as Sample>::upload_targets(device, workspace, at, targets.items())
    }
}

/// The loss of an output that is not trained on: its value is 0, so is its gradient, and its target is `()`.
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [2];
///     fc: Linear(2 -> 3);
/// }
///
/// let mut model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let mut trainer = Trainer::new(&mut model, NoLoss, Sgd::new(0.1), Capacity(1))?;
/// assert_eq!(trainer.step(&Batch::zeros(1), ())?, 0.0);
/// assert_eq!(trainer.gradient("fc.weight")?, [0.0; 6]);
/// # Ok::<(), nncore::Error>(())
/// ```
// Not `Clone`: that tells it apart from all types that are a `Loss`, of which other crates may have more.
#[allow(missing_copy_implementations)]
#[derive(Debug, Default, PartialEq, Eq)]
pub struct NoLoss;

#[diagnostic::do_not_recommend]
impl<O: Shape> Losses<O> for NoLoss {}

/// `CrossEntropy` where `CrossEntropy::new()` was meant. It is not a loss, but has its targets, so nothing follows.
#[doc(hidden)]
#[derive(Debug)]
pub struct CrossEntropyWithoutNew(());

/// The value of the word alone.
#[doc(hidden)]
#[allow(non_upper_case_globals, reason = "a struct and its value have one name")]
pub const CrossEntropy: CrossEntropyWithoutNew = CrossEntropyWithoutNew(());

#[diagnostic::do_not_recommend]
impl<O: Outputs> Terms<O> for CrossEntropyWithoutNew {
    #[cfg(feature = "alloc")]
    type Targets<'a, T: Element> = &'a Batch<O::Class, T>;
    type Slices<'a> = &'a [u32];
    type Expects = Anything;
    const PARTS: &'static [TargetSizes] = &[];

    fn term(&self, _: usize) -> Term<'_> {
        Term { kind: LossKind::None, weight: 1.0, class_weights: None }
    }

    fn bind(_: usize, _: &[u32], _: usize, _: &mut Ports) -> Result<(), Error> {
        Ok(())
    }

    #[cfg(feature = "alloc")]
    fn upload<D: Device>(
        _: &D,
        _: &mut Workspace<D>,
        _: usize,
        _: Offsets,
        _: &Batch<O::Class, D::Element>,
    ) -> Result<(), Error> {
        Ok(())
    }
}

#[diagnostic::do_not_recommend]
impl<O: Shape> Terms<O> for NoLoss {
    #[cfg(feature = "alloc")]
    type Targets<'a, T: Element> = ();
    type Slices<'a> = ();
    type Expects = Anything;
    const PARTS: &'static [TargetSizes] = &[TargetSizes { values: 0, labels: 0 }];

    #[inline(always)]
    fn term(&self, _: usize) -> Term<'_> {
        Term::NONE
    }

    #[inline(always)]
    fn bind(_: usize, (): (), _: usize, _: &mut Ports) -> Result<(), Error> {
        Ok(())
    }

    #[cfg(feature = "alloc")]
    fn upload<D: Device>(
        _: &D,
        _: &mut Workspace<D>,
        _: usize,
        _: Offsets,
        (): (),
    ) -> Result<(), Error> {
        Ok(())
    }
}

macro_rules! tuples {
    ($($S:ident $L:ident $target:ident $i:tt),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($S: Shape, $L: Losses<$S>),+> Losses<($($S,)+)> for ($($L,)+) {}

        #[diagnostic::do_not_recommend]
        impl<$($S: Shape, $L: Terms<$S>),+> Terms<($($S,)+)> for ($($L,)+) {
            #[cfg(feature = "alloc")]
            type Targets<'a, T: Element> = ($($L::Targets<'a, T>,)+);
            type Slices<'a> = ($($L::Slices<'a>,)+);
            type Expects = ($($L::Expects,)+);
            const PARTS: &'static [TargetSizes] = &[$($L::PARTS[0]),+];

            #[inline(always)]
            fn term(&self, i: usize) -> Term<'_> {
                match i {
                    $($i => self.$i.term(0),)+
                    _ => Term::NONE,
                }
            }

            #[inline(always)]
            fn bind(
                inputs: usize,
                ($($target,)+): Self::Slices<'_>,
                first: usize,
                ports: &mut Ports,
            ) -> Result<(), Error> {
                $($L::bind(inputs, $target, first + $i, ports)?;)+
                Ok(())
            }

            #[cfg(feature = "alloc")]
            fn upload<D: Device>(
                device: &D,
                workspace: &mut Workspace<D>,
                inputs: usize,
                at: Offsets,
                ($($target,)+): Self::Targets<'_, D::Element>,
            ) -> Result<(), Error> {
                let mut room = at;
                $($L::upload(device, workspace, inputs, $L::PARTS[0].take(&mut room), $target)?;)+
                Ok(())
            }
        }
    };
}

tuples!(A LA a 0, B LB b 1);
tuples!(A LA a 0, B LB b 1, C LC c 2);
tuples!(A LA a 0, B LB b 1, C LC c 2, E LE e 3);
tuples!(A LA a 0, B LB b 1, C LC c 2, E LE e 3, F LF f 4);
tuples!(A LA a 0, B LB b 1, C LC c 2, E LE e 3, F LF f 4, G LG g 5);

//! The arguments of a trainer: what an optimizer is, and what arguments that were exchanged are told.

use super::{Capacity, Trainer};
use crate::device::Device;
use crate::loss::{self, Terms};
use crate::network::Network;
use crate::optim::Optimizer;
use crate::{Error, Model};

/// What [`Trainer::new`] takes after a loss `L`: an optimizer. It also holds for a loss after an optimizer, and knows what
/// trainer was meant: so that arguments that were exchanged are one error, at the first of them.
#[doc(hidden)]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an optimizer",
    label = "expected an optimizer with its learning rate, such as `Sgd::new(0.1)` or `Adam::new(0.001)`"
)]
pub trait TrainsWith<L>: Sized {
    /// The loss.
    type Loss;
    /// The optimizer.
    type Optimizer;
    /// A trainer.
    ///
    /// # Errors
    /// Those of [`Trainer::new`].
    fn trainer<N: Network, D: Device>(
        self,
        model: &mut Model<N, D>,
        loss: L,
        capacity: Capacity,
    ) -> Result<Trainer<'_, N, D, Self::Loss, Self::Optimizer>, Error>
    where
        L: Terms<N::Output>;
}

#[diagnostic::do_not_recommend]
impl<L, O: Optimizer> TrainsWith<L> for O {
    type Loss = L;
    type Optimizer = O;
    fn trainer<N: Network, D: Device>(
        self,
        model: &mut Model<N, D>,
        loss: L,
        capacity: Capacity,
    ) -> Result<Trainer<'_, N, D, L, O>, Error>
    where
        L: Terms<N::Output>,
    {
        Trainer::build(model, loss, self, capacity)
    }
}

macro_rules! exchanged {
    ($($loss:ty $([$($generic:tt)*])?;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($($generic)*,)? O: Optimizer> TrainsWith<O> for $loss {
            type Loss = Self;
            type Optimizer = O;
            fn trainer<N: Network, D: Device>(
                self,
                _: &mut Model<N, D>,
                _: O,
                _: Capacity,
            ) -> Result<Trainer<'_, N, D, Self, O>, Error>
            where
                O: Terms<N::Output>,
            {
                unreachable!("an optimizer is not a loss")
            }
        }
    )*};
}

exchanged! {
    loss::CrossEntropy;
    loss::WeightedCrossEntropy<C> [const C: usize];
    loss::BinaryCrossEntropyWithLogits;
    loss::MeanSquaredError;
    loss::L1;
    loss::Huber;
    loss::Weighted<L> [L];
    loss::Unchecked<L> [L];
}

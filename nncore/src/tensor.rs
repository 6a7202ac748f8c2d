//! The tensors of a network: what `network!` tells the runtime of each of them.

pub use nnplan::Shape as Sizes;

/// What a tensor is for: decides how it is initialised, and which buffer holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The weight of a linear layer or a convolution.
    Weight {
        /// Inputs of one output: `in_features`, or `in_channels / groups * kernel h * kernel w`.
        fan_in: usize,
        /// Outputs of one input: `out_features`, or `out_channels / groups * kernel h * kernel w`.
        fan_out: usize,
    },
    /// Their bias.
    Bias {
        /// Inputs of one output of the layer.
        fan_in: usize,
    },
    /// The weight of a norm; starts at 1.
    Scale,
    /// The bias of a norm; starts at 0.
    Shift,
    /// The running mean of a batch norm; kept, not trained; starts at 0.
    RunningMean,
    /// The running variance of a batch norm; kept, not trained; starts at 1.
    RunningVariance,
}

impl Role {
    /// Whether it is a weight, which is decayed, rather than a bias or a tensor of a norm.
    #[must_use]
    pub const fn is_weight(&self) -> bool {
        !matches!(self, Self::Bias { .. } | Self::Scale | Self::Shift) && !self.is_buffer()
    }

    /// Whether it lies among the buffers (kept, not trained) rather than the parameters.
    #[must_use]
    pub const fn is_buffer(&self) -> bool {
        matches!(self, Self::RunningMean | Self::RunningVariance)
    }
}

/// A named tensor of a network.
#[derive(Clone, Copy, Debug)]
pub struct TensorInfo {
    /// PyTorch's name: `conv1.weight`, `norm1.running_mean`.
    pub name: &'static str,
    /// Its sizes, in PyTorch's layout (OIHW; (out, in)).
    pub shape: Sizes,
    /// Its first element in the parameters, or in the buffers when [`Role::is_buffer`].
    pub offset: usize,
    /// What it is for.
    pub role: Role,
}

impl TensorInfo {
    /// Its elements in the parameters or the buffers.
    #[must_use]
    pub fn range(&self) -> core::ops::Range<usize> {
        self.offset..self.offset + self.shape.len()
    }
}

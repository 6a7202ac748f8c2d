//! The tensors of a network: what `network!` tells the runtime of each of them.

pub use nnplan::Shape as Sizes;

use crate::network::AsLayer;

/// How the numbers of a [`Parameter`](crate::layers::Parameter) begin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Start {
    /// Each with this value.
    Constant(f64),
    /// Uniform in ±bound.
    Uniform(f64),
    /// Normal with mean 0 and this standard deviation.
    Normal(f64),
}

/// What a tensor is for: decides how it is initialised, and which buffer holds it.
#[derive(Clone, Copy, Debug, PartialEq)]
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
    /// The slopes of a `PRelu`; start at 0.25.
    Slope,
    /// The numbers of a [`Parameter`](crate::layers::Parameter).
    Free(Start),
    /// The weight of an embedding.
    Embedding,
    /// The running mean of a batch norm; kept, not trained; starts at 0.
    RunningMean,
    /// The running variance of a batch norm; kept, not trained; starts at 1.
    RunningVariance,
}

impl Role {
    /// Whether it is the weight of a layer, rather than a bias, a tensor of a norm, or free.
    #[must_use]
    pub const fn is_weight(&self) -> bool {
        !matches!(self, Self::Bias { .. } | Self::Scale | Self::Shift | Self::Slope | Self::Free(_))
            && !self.is_buffer()
    }

    /// Whether it is a running statistic: kept, never trained.
    #[must_use]
    pub const fn is_buffer(&self) -> bool {
        matches!(self, Self::RunningMean | Self::RunningVariance)
    }
}

/// Roles, as emitted code names them.
#[doc(hidden)]
pub mod roles {
    use super::Role;
    pub use super::Role::{Embedding, RunningMean, RunningVariance, Scale, Shift, Slope};

    /// A free parameter, with each number at `value`.
    #[must_use]
    pub const fn constant(value: f64) -> Role {
        Role::Free(super::Start::Constant(value))
    }

    /// A free parameter, uniform in ±`bound`.
    #[must_use]
    pub const fn uniform(bound: f64) -> Role {
        Role::Free(super::Start::Uniform(bound))
    }

    /// A free parameter, normal with this standard deviation.
    #[must_use]
    pub const fn normal(deviation: f64) -> Role {
        Role::Free(super::Start::Normal(deviation))
    }

    /// The weight of a layer with so many inputs of one output, and outputs of one input.
    #[must_use]
    pub const fn weight([fan_in, fan_out]: [usize; 2]) -> Role {
        Role::Weight { fan_in, fan_out }
    }

    /// Its bias.
    #[must_use]
    pub const fn bias([fan_in, _]: [usize; 2]) -> Role {
        Role::Bias { fan_in }
    }
}

/// A named tensor of a network.
#[derive(Clone, Copy, Debug)]
pub struct TensorInfo {
    /// PyTorch's name: `conv1.weight`, `norm1.running_mean`.
    pub name: &'static str,
    /// Its sizes, in PyTorch's layout (OIHW; (out, in)).
    pub shape: Sizes,
    /// Its first element in the parameters, or in the buffers when [`is_kept`](Self::is_kept).
    pub offset: usize,
    /// What it is for.
    pub role: Role,
    /// Whether it is a parameter that keeps its value.
    pub is_frozen: bool,
}

impl TensorInfo {
    /// Whether it lies among the buffers (kept, not trained) rather than the parameters: a running statistic, or a
    /// frozen parameter.
    #[must_use]
    pub const fn is_kept(&self) -> bool {
        self.is_frozen || self.role.is_buffer()
    }

    /// Its elements in the parameters or the buffers.
    #[must_use]
    pub fn range(&self) -> core::ops::Range<usize> {
        self.offset..self.offset + self.shape.len()
    }
}

/// A tensor that has no place yet: [`lay_out`] gives it one.
#[doc(hidden)]
#[must_use]
pub const fn tensor(name: &'static str, shape: Sizes, role: Role, is_frozen: bool) -> TensorInfo {
    TensorInfo { name, shape, offset: 0, role, is_frozen }
}

/// The largest of `tensors`, with their bytes as `f32`.
#[doc(hidden)]
#[must_use]
pub const fn largest_tensors(tensors: &[TensorInfo]) -> nnplan::Largest<'static> {
    let (mut largest, mut i) = (nnplan::Largest::NONE, 0);
    while i < tensors.len() {
        largest = largest.with(tensors[i].name, nnplan::mul(4, tensors[i].shape.len()));
        i += 1;
    }
    largest
}

/// A network within a network.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The layer's name.
    pub name: &'static str,
    /// Where its parameters begin: in the outer network's, or in its buffers when it is frozen.
    pub parameters: usize,
    /// Where its buffers begin in the outer network's.
    pub buffers: usize,
    /// Whether it is frozen.
    pub is_frozen: bool,
    /// Its tensors.
    pub tensors: &'static [TensorInfo],
    /// Whether all its sizes are known.
    pub is_known: bool,
    /// Elements of its parameters and of its buffers.
    lens: [usize; 2],
}

impl Part {
    /// A network as the layer `name`. It has no place yet: [`lay_out`] gives it one.
    #[must_use]
    pub const fn new(layer: &AsLayer, name: &'static str, is_frozen: bool) -> Self {
        let lens = [layer.parameters, layer.buffers];
        let (tensors, is_known) = (layer.tensors, layer.is_known);
        Self { name, parameters: 0, buffers: 0, is_frozen, tensors, is_known, lens }
    }
}

/// Where the tensors of a network lie.
#[doc(hidden)]
#[derive(Clone, Copy, Debug)]
pub struct Layout<const T: usize, const P: usize> {
    /// Its own.
    pub tensors: [TensorInfo; T],
    /// Those of the networks within.
    pub parts: [Part; P],
    /// Elements of the parameters.
    pub parameters: usize,
    /// Elements of the buffers.
    pub buffers: usize,
}

/// Gives each tensor a place, at multiples of 16 elements: the network's own first, then the networks within it. What
/// is kept lies among the buffers.
#[doc(hidden)]
#[must_use]
pub const fn lay_out<const T: usize, const P: usize>(
    mut tensors: [TensorInfo; T],
    mut parts: [Part; P],
) -> Layout<T, P> {
    let (mut parameters, mut buffers, mut i) = (0, 0, 0);
    while i < T {
        let end = if tensors[i].is_kept() { &mut buffers } else { &mut parameters };
        tensors[i].offset = *end;
        *end = nnplan::add(*end, nnplan::align(tensors[i].shape.len()));
        i += 1;
    }
    (parameters, buffers) = (nnplan::or_zero(parameters), nnplan::or_zero(buffers));
    let mut i = 0;
    while i < P {
        let part = &mut parts[i];
        if part.is_frozen {
            // All of it is kept: its parameters, then its buffers.
            part.parameters = buffers;
            part.buffers = buffers + part.lens[0];
            buffers = part.buffers + part.lens[1];
        } else {
            (part.parameters, part.buffers) = (parameters, buffers);
            parameters += part.lens[0];
            buffers += part.lens[1];
        }
        i += 1;
    }
    Layout { tensors, parts, parameters, buffers }
}

/// The number of tensors of a network and the networks within it.
#[doc(hidden)]
#[must_use]
pub const fn table_len(own: &[TensorInfo], parts: &[Part]) -> usize {
    let (mut sum, mut i) = (own.len(), 0);
    while i < parts.len() {
        sum += parts[i].tensors.len();
        i += 1;
    }
    sum
}

/// The bytes of the names of the tensors within.
#[doc(hidden)]
#[must_use]
pub const fn names_len(_: &[TensorInfo], parts: &[Part]) -> usize {
    let (mut sum, mut i) = (0, 0);
    while i < parts.len() {
        let mut k = 0;
        while k < parts[i].tensors.len() {
            sum += parts[i].name.len() + 1 + parts[i].tensors[k].name.len();
            k += 1;
        }
        i += 1;
    }
    sum
}

/// The names of the tensors within, one after another.
#[doc(hidden)]
#[must_use]
pub const fn names<const N: usize>(_: &[TensorInfo], parts: &[Part]) -> [u8; N] {
    let (mut names, mut end, mut i) = ([0; N], 0, 0);
    while i < parts.len() {
        let mut k = 0;
        while k < parts[i].tensors.len() {
            end = put(&mut names, end, parts[i].name.as_bytes());
            end = put(&mut names, end, b".");
            end = put(&mut names, end, parts[i].tensors[k].name.as_bytes());
            k += 1;
        }
        i += 1;
    }
    names
}

const fn put(to: &mut [u8], mut end: usize, bytes: &[u8]) -> usize {
    let mut i = 0;
    while i < bytes.len() {
        to[end] = bytes[i];
        end += 1;
        i += 1;
    }
    end
}

/// The tensors of a network and the networks within it; `names` are those of the latter.
///
/// # Panics
/// At compile time, when `N` or `names` are of another network.
#[doc(hidden)]
#[must_use]
pub const fn table<const N: usize>(
    own: &[TensorInfo],
    parts: &[Part],
    names: &'static [u8],
) -> [TensorInfo; N] {
    let none = TensorInfo {
        name: "",
        shape: Sizes::UNKNOWN,
        offset: 0,
        role: Role::Scale,
        is_frozen: false,
    };
    let (mut all, mut rest, mut n) = ([none; N], names, 0);
    while n < own.len() {
        all[n] = own[n];
        n += 1;
    }
    let mut i = 0;
    while i < parts.len() {
        let part = &parts[i];
        let mut k = 0;
        while k < part.tensors.len() {
            let inner = part.tensors[k];
            let (name, behind) = rest.split_at(part.name.len() + 1 + inner.name.len());
            let Ok(name) = core::str::from_utf8(name) else { panic!("names are text") };
            // Frozen where the part is; what the part itself keeps lies in its buffers either way.
            let base = if inner.is_kept() { part.buffers } else { part.parameters };
            all[n] = TensorInfo {
                name,
                offset: base + inner.offset,
                is_frozen: inner.is_frozen || part.is_frozen && !inner.role.is_buffer(),
                ..inner
            };
            (rest, n) = (behind, n + 1);
            k += 1;
        }
        i += 1;
    }
    all
}

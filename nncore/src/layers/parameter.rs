//! The page of free tensors.

/// A tensor of the user's own: a scale, a query, a token.
///
/// # Syntax
///
/// ```text
/// name: Parameter([channels, 1, 1], init = 1);
/// name: Parameter(features, init = normal(0.02));
/// name: Parameter([rows, columns], init = uniform(0.1));
/// ```
///
/// | argument | default | |
/// |---|---|---|
/// | first | | one to six sizes: a size, or a list of them |
/// | `init` | | each number: one value, or drawn from `uniform(bound)`, which is ±bound, or from `normal(deviation)` |
///
/// It is a value of a body, not a layer that is called: `x * name`. A chain of layers cannot have one.
///
/// # Shape
///
/// As declared; it reads nothing. Nothing is stretched unasked: [`expand`](crate::functions#expand) repeats axes of size 1.
///
/// # Formula
///
/// The same numbers for each sample; the gradient is the sum of those of all samples.
///
/// # Parameters
///
/// One tensor, which has the name of the layer alone: `name`.
///
/// # Differences from PyTorch
///
/// `torch.nn.Parameter`, whose tensor is given; a body stretches nothing unasked. `decay_weights_only` of an optimizer does not
/// count it among the weights.
///
/// # Errors
///
/// ```text
/// `scale` has no init
/// `scale` is a value, not a function
/// `scale` is a value, which a chain of layers does not use
/// ```
///
/// # Example
///
/// The scale of a residual branch (Touvron et al., "Going deeper with Image Transformers", 2021, equation 4):
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [8];
///     branch: Linear(8 -> 8);
///     scale: Parameter(8, init = 0.1);
///     fn forward(x) { x + scale * branch(x) }
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// assert_eq!(model.parameters().scale, [0.1; 8]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Parameter;

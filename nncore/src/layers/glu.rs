//! The page of `Glu`.

/// A gated linear unit: one half of the values, each times the sigmoid of its partner in the other half (Dauphin, Fan, Auli,
/// Grangier 2016).
///
/// # Syntax
///
/// ```text
/// name: Glu;
/// name: Glu(axis = 1);
/// ```
///
/// | option | default | |
/// |---|---|---|
/// | `axis` | `0` | the axis that is halved, from 0 |
///
/// # Shape
///
/// Any; the output has half the size along `axis`.
///
/// # Formula
///
/// `y = a * sigmoid(b)`, a being the first half and b the second.
///
/// # Parameters
///
/// None.
///
/// # Differences from PyTorch
///
/// `dim` counts the batch, and is the last axis by default.
///
/// # Errors
///
/// ```text
/// `gate` makes 2 equal parts, but the axis of the value has 7
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     struct Net;
///     input: [4];
///     gate: Glu;
/// }
///
/// let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
/// let x = Batch::from_vec(vec![3.0, -2.0, 0.0, 0.0])?;
/// let y: Batch<Vector<2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.items(), [1.5, -1.0]);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Glu;

//! The page of `Embedding`.

/// A row of a table for each integer: words, categories, positions.
///
/// # Syntax
///
/// ```text
/// name: Embedding(count -> features);
/// name: Embedding(_ -> features);       // as many rows as the integers of the input have values
/// ```
///
/// # Shape
///
/// `[length]` integers, of an `input t: [length] in 0..count;`, to `[length, features]`; `[rows, columns]` to `[rows, columns,
/// features]`.
///
/// # Formula
///
/// `y[i][f] = weight[t[i]][f]`
///
/// The gradient adds up: a row that occurs twice gets both gradients, in the order of the batch.
///
/// # Parameters
///
/// `weight` `[count, features]`, N(0, 1) at first. It counts as a weight: weight decay applies.
///
/// # Differences from PyTorch
///
/// It is `torch.nn.Embedding(count, features)` with its defaults; `padding_idx`, `max_norm` and sparse gradients are not
/// there. Integers out of range are an error of the step before any computation.
///
/// # Errors
///
/// ```text
/// `words` has 1000 rows, but `t` provides integers below 2000
/// ```
///
/// # Example
///
/// ```
/// use nncore::prelude::*;
///
/// network! {
///     /// The mean of the words' vectors.
///     struct Bag;
///     input t: [4] in 0..100;
///     words: Embedding(100 -> 8);
///     fc: Linear(8 -> 2);
///     fn forward(t) { fc(mean(words(t), axis = 0)) }
/// }
///
/// let model = Model::<Bag, _>::init(&Cpu::new()?, Seed(1))?;
/// let x: Batch<Indices<4, 100>> = Batch::from_vec(vec![3, 14, 15, 92])?;
/// let y: Batch<Vector<2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
/// assert_eq!(y.len(), 1);
/// # Ok::<(), nncore::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Embedding;

//! What a body may say: `fn forward(x) { … }` of [`network!`](crate::network!), and a section for each function.
//!
//! ```
//! use nncore::prelude::*;
//!
//! network! {
//!     /// Channels are weighted by what the whole picture shows (Hu et al., "Squeeze-and-Excitation", 2017).
//!     struct Excited;
//!     input: [8, 16, 16];
//!     conv: Conv2d(8 -> 8, kernel = 3, padding = 1);
//!     down: Linear(8 -> 2);
//!     up:   Linear(2 -> 8);
//!     fn forward(x) {
//!         let h = relu(conv(x));
//!         let gate = sigmoid(up(relu(down(mean(h, axes = (1, 2))))));
//!         x + h * expand(reshape(gate, [8, 1, 1]), [8, 16, 16])
//!     }
//! }
//!
//! assert_eq!(<Excited as Network>::Output::DIMS, [8, 16, 16]);
//! ```
//!
//! # The body
//!
//! `fn forward(a, b) { let … = …; …; result }`: a parameter for each input, in their order; `let` gives a value a name, or
//! several (`let (u, v) = split(x);`); the last expression is the output, or a tuple of outputs. A name may be bound again.
//! An expression is a name, a call of a declared layer (`conv(x)`), of a function, or an operator. A network of several inputs
//! or outputs is called with as many values, and gives as many: `let (y, h) = cell(x, h);`. There are no loops but [`scan`](#scan), no
//! conditions or types; each value must be used, and each layer called.
//!
//! A layer that is called twice shares its weights, and its gradients add up.
//!
//! # Operators
//!
//! | | |
//! |---|---|
//! | `a + b`, `a - b`, `a * b`, `a / b` | element by element; both of the same shape: nothing is stretched unasked, see [`expand`](#expand) |
//! | `a + 1`, `2.0 * a`, `1 - a`, `a / 3`, `1.0 / a` | with a number: a literal, a constant, or arithmetic on them in parentheses, `a * (1.0 / SCALE)` |
//! | `-a` | |
//!
//! A quotient by 0 is ∞ or `-∞`, and `0 / 0` is NaN, as in PyTorch; so are its gradients, `d / b` and `-d (a / b) / b`. A number
//! by which values are divided is not 0. There is no `**`: see [`pow`](#pow).
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [4];
//!     fn forward(x) { let (a, b) = split(x); concat(a / b, 1.0 / b) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![3.0, -1.0, 4.0, 0.0])?;
//! let y: Batch<Vector<4>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [0.75, f32::NEG_INFINITY, 0.25, f32::INFINITY]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # Layers as functions
//!
//! Every layer without tensors is a function in snake_case, with the same arguments after the value: `relu(x)`,
//! `leaky_relu(x, slope = 0.1)`, `max_pool2d(x, 2)`, `flatten(x)`, `dropout(x, 0.5)`, `softmax(x)`, `upsample2d(x, 2)`. See
//! [`layers`](crate::layers).
//!
//! Axes count from 0 and leave the batch out: axis 0 of an image are its channels.
//!
//! # `exp`
//!
//! `exp(x)`: `y = eˣ` of each element; ∞ from `x = 88.73` on in `f32`. The derivative is `y`. (`torch.exp`.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [2];
//!     fn forward(x) { exp(x) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![0.0, 1.0])?;
//! let y: Batch<Vector<2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! let expected = [1.0, 2.718282];
//! assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `ln`
//!
//! `ln(x)`: the natural logarithm of each element; `-∞` at 0, NaN below. The derivative is `1 / x`: at 0 a gradient of 0
//! becomes NaN, so write `ln(x + 1e-6)` where 0 occurs. (`torch.log`; `log2` and `log10` are `1.442695 * ln(x)` and
//! `0.4342945 * ln(x)`.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [3];
//!     fn forward(x) { ln(x) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![1.0, 2.0, 10.0])?;
//! let y: Batch<Vector<3>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! let expected = [0.0, 0.693147, 2.302585];
//! assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `sqrt`
//!
//! `sqrt(x)`: the square root of each element, correctly rounded; NaN below 0. The derivative is `1 / (2 y)`, which is ∞ at 0:
//! write `sqrt(x + 1e-6)` where 0 occurs. (`torch.sqrt`.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [3];
//!     fn forward(x) { sqrt(x) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![0.0, 4.0, 2.25])?;
//! let y: Batch<Vector<3>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [0.0, 2.0, 1.5]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `square`
//!
//! `square(x)`: `y = x²` of each element. The derivative is `2 x`. (`torch.square`.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [3];
//!     fn forward(x) { square(x) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![-3.0, 0.5, 2.0])?;
//! let y: Batch<Vector<3>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [9.0, 0.25, 4.0]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `abs`
//!
//! `abs(x)`: `y = |x|` of each element. The derivative is 1 above 0, -1 below, 0 at 0. (`torch.abs`.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [3];
//!     fn forward(x) { abs(x) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![-3.0, 0.0, 2.0])?;
//! let y: Batch<Vector<3>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [3.0, 0.0, 2.0]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `clamp`
//!
//! `clamp(x, 0.0, 6.0)`, `clamp(x, min = 0.0)`, `clamp(x, max = 6.0)`: `y = min(max(x, min), max)` of each element; NaN stays.
//! The bounds are constants, and `max` is not below `min`. The derivative is 1 between the bounds, and 0 beyond them and at them, as
//! in PyTorch 2.15; older versions of PyTorch pass the gradient on at a bound. (`torch.clamp`; `relu6(x)` is
//! `clamp(x, 0.0, 6.0)`.)
//!
//! ```
//! # use nncore::prelude::*;
//! const HIGH: f32 = 1.5;
//!
//! network! {
//!     struct Net;
//!     input: [4];
//!     fn forward(x) { clamp(x, -1.0, HIGH) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![-3.0, -0.5, 1.0, 2.0])?;
//! let y: Batch<Vector<4>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [-1.0, -0.5, 1.0, 1.5]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `pow`
//!
//! `pow(x, 1.5)`: `y = xᵖ` of each element with a constant exponent p, a finite number; NaN where x is below 0, unless p is an
//! integer. The exponents 2, 3, ½, -½, -1 and -2 are products, roots and quotients, which are exact where these are. The
//! derivative is `p xᵖ⁻¹`: at 0 it is 0 for p above 1, 1 for `p = 1`, and infinite for other p below 1, as in PyTorch; of `p = 0` it is
//! 0 everywhere. (`torch.pow`, `x ** 1.5`.)
//!
//! ```
//! # use nncore::prelude::*;
//! const EXPONENT: f64 = 1.5;
//!
//! network! {
//!     struct Net;
//!     input: [3];
//!     fn forward(x) { pow(x, EXPONENT) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![0.0, 4.0, 2.25])?;
//! let y: Batch<Vector<3>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! let expected = [0.0, 8.0, 3.375];
//! assert!(y.items().iter().zip(expected).all(|(y, e): (&f32, f32)| (y - e).abs() < 1e-5));
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `concat`
//!
//! `concat(a, b, …, axis = 0)`: values one after another, as many as there are. They agree along all other axes.
//! (`torch.cat`.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [2, 4, 4];
//!     a: Conv2d(2 -> 3, kernel = 1);
//!     fn forward(x) { concat(x, a(x)) }
//! }
//! assert_eq!(<Net as Network>::Output::DIMS, [5, 4, 4]);
//! ```
//!
//! # `split`
//!
//! `let (a, b) = split(x, axis = 0);`: as many equal parts as there are names. (`torch.chunk`, which allows a last part
//! that is smaller.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [6];
//!     fn forward(x) { let (a, b, c) = split(x); a * b + c }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0])?;
//! let y: Batch<Vector<2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [1.0 * 3.0 + 5.0, 2.0 * 4.0 + 6.0]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `slice`
//!
//! `slice(x, 2..5, axis = 0)`: the positions 2, 3 and 4 along an axis; `..5` and `2..` go from the start and to the end.
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [3, 8, 8];
//!     fn forward(x) { slice(slice(x, 1..7, axis = 1), 1..7, axis = 2) }
//! }
//! assert_eq!(<Net as Network>::Output::DIMS, [3, 6, 6]);
//! ```
//!
//! # `reshape`
//!
//! `reshape(x, [channels, height, width])`: the same elements in the same order (row-major). No bytes move.
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [32];
//!     fc: Linear(32 -> 4*7*7);
//!     fn forward(x) { reshape(fc(x), [4, 7, 7]) }
//! }
//! assert_eq!(<Net as Network>::Output::DIMS, [4, 7, 7]);
//! ```
//!
//! # `transpose`
//!
//! `transpose(x)`: the axes of a matrix exchanged, `y[j][i] = x[i][j]`; of an image, the last two.
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [2, 3];
//!     fn forward(x) { transpose(x) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0])?;
//! let y: Batch<Matrix<3, 2>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `permute`
//!
//! `permute(x, [1, 2, 0])`: axis i of the output is the named axis of the input: this one makes (height, width, channels)
//! of an image.
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [3, 4, 5];
//!     fn forward(x) { permute(x, [1, 2, 0]) }
//! }
//! assert_eq!(<Net as Network>::Output::DIMS, [4, 5, 3]);
//! ```
//!
//! # `expand`
//!
//! `expand(x, [channels, height, width])`: axes of size 1 are repeated; the others stay. Its gradient is the sum.
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [2];
//!     fn forward(x) { expand(reshape(x, [2, 1]), [2, 3]) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![1.0, 2.0])?;
//! let y: Batch<Matrix<2, 3>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [1.0, 1.0, 1.0, 2.0, 2.0, 2.0]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `sum`
//!
//! `sum(x)`, `sum(x, axis = 0)`, `sum(x, axes = (1, 2), keep = true)`: over all axes unless some are named. They go, or
//! stay with size 1 if `keep`; when none is left the shape is `[1]`.
//!
//! # `mean`
//!
//! The same divided by their number.
//!
//! # `max`
//!
//! The same with the largest; its gradient goes to the first of equals. NaN wins.
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [2, 3];
//!     fn forward(x) { concat(sum(x, axis = 1), mean(x, axis = 0), max(x)) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0])?;
//! let y: Batch<Vector<6>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [6.0, 15.0, 2.5, 3.5, 4.5, 6.0]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `scan`
//!
//! `let (all, h) = scan(cell, x, h0, reverse = false);`: a network along a sequence, with a state that goes from step to step.
//! `cell` is a layer that is a network; `x` is `[steps, …]`, and the cell's first input is one step of it; its other inputs are
//! states, which begin with the values given. The last outputs of the cell are the next states. If it gives one value more, that
//! comes first, and is collected; else the first state is. What comes out is `all`, `[steps, …]`, then the last state of each;
//! one name alone is `all`. `reverse = true` begins with the last step; what is collected lies in its place all the same.
//!
//! Gradients flow back through time, over all steps. Training keeps for each step what the backward pass of the cell reads, an
//! inference two sets of states. The code is a loop, whatever the number of steps. A cell without a state is applied to each
//! step alone: `scan(row, x)`. (`jax.lax.scan`.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     /// Elman, "Finding structure in time", 1990.
//!     struct Cell;
//!     input x: [8];
//!     input h: [16];
//!     of_x: Linear(8 -> 16);
//!     of_h: Linear(16 -> 16, bias = false);
//!     fn forward(x, h) { tanh(of_x(x) + of_h(h)) }
//! }
//!
//! network! {
//!     /// A class for a sequence of twenty steps.
//!     struct Classifier;
//!     input: [20, 8];
//!     cell: Cell;
//!     head: Linear(16 -> 3);
//!     fn forward(x) {
//!         let (_, last) = scan(cell, x, zeros([16]));
//!         head(last)
//!     }
//! }
//! assert_eq!(Classifier::PARAMETERS, (8 * 16 + 16) + 16 * 16 + (16 * 3 + 3));
//! ```
//!
//! # `zeros`
//!
//! `zeros([8, 4])`: a value of zeros, such as the first state of a recurrent network. (`torch.zeros`, of one sample.)
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [3];
//!     fn forward(x) { concat(x, zeros([2])) }
//! }
//! # let model = Model::<Net, _>::init(&Cpu::new()?, Seed(1))?;
//! # let x = Batch::from_vec(vec![1.0, 2.0, 3.0])?;
//! let y: Batch<Vector<5>> = Predictor::new(&model, Capacity(1))?.run(&x)?;
//! assert_eq!(y.items(), [1.0, 2.0, 3.0, 0.0, 0.0]);
//! # Ok::<(), nncore::Error>(())
//! ```
//!
//! # `detach`
//!
//! `detach(x)`: the same value, through which no gradient flows: what made it is not trained by what reads this.
//! (`torch.Tensor.detach`.) A layer that only detached values lead to would never be trained, which is an error; mark it
//! `#[frozen]`.
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     struct Net;
//!     input: [2];
//!     fc: Linear(2 -> 2);
//!     fn forward(x) {
//!         let h = fc(x);
//!         h * detach(sigmoid(h))
//!     }
//! }
//! assert_eq!(<Net as Network>::Output::DIMS, [2]);
//! ```
//!
//! # `matmul`
//!
//! `matmul(a, b, transpose_a = false, transpose_b = false)`: the product of two matrices that are both values, or of each
//! pair of matrices of two images. `[m, k]` and `[k, n]` give `[m, n]`.
//!
//! ```
//! # use nncore::prelude::*;
//! network! {
//!     /// One head of attention (Vaswani et al., "Attention is all you need", 2017) over ten positions.
//!     struct Attention;
//!     input: [10, 16];
//!     q: Linear(16 -> 4); k: Linear(16 -> 4); v: Linear(16 -> 16);
//!     fn forward(x) {
//!         let near = softmax(matmul(q(x), k(x), transpose_b = true) / 2.0, axis = 1);
//!         x + matmul(near, v(x))
//!     }
//! }
//! assert_eq!(<Attention as Network>::Output::DIMS, [10, 16]);
//! ```

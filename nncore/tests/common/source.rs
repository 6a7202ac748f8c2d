//! A layer whose output is any batch of given numbers, and whose weight's gradient is the gradient by
//! them. It stands before the layer under test, and so shows what that layer sends back.
//!
//! The weight holds a column of features for each position of each sample; the inputs, 0 and 1, choose the
//! column. A sum of products with one 1 is exact.

/// The source of a batch.
pub struct Source {
    samples: usize,
    /// Columns of one sample: 1, rows, or pixels.
    positions: usize,
    /// Numbers of a column: features or channels.
    features: usize,
    /// An image: channels come before the pixels.
    image: bool,
}

impl Source {
    /// The source of tensors of that shape: `[batch, features]`, `[batch, rows, features]` or
    /// `[batch, channels, height, width]`.
    pub fn new(shape: &[usize]) -> Self {
        let (samples, positions, features) = match *shape {
            [n, f] => (n, 1, f),
            [n, rows, f] => (n, rows, f),
            [n, c, h, w] => (n, h * w, c),
            _ => panic!("no network has an input of the shape {shape:?}"),
        };
        Self { samples, positions, features, image: shape.len() == 4 }
    }

    /// The number of samples.
    pub fn samples(&self) -> usize {
        self.samples
    }

    fn columns(&self) -> usize {
        self.samples * self.positions
    }

    /// What the network gets: `[batch, (rows,) columns]` or `[batch, columns, height, width]`.
    pub fn inputs(&self) -> Vec<f64> {
        let (positions, columns) = (self.positions, self.columns());
        let mut inputs = vec![0.0; columns * columns];
        for column in 0..columns {
            let (n, p) = (column / positions, column % positions);
            let first = n * positions * columns;
            let place = if self.image { column * positions + p } else { p * columns + column };
            inputs[first + place] = 1.0;
        }
        inputs
    }

    /// The weight `[features, columns]` that makes the source's output `x`.
    pub fn weight(&self, x: &[f64]) -> Vec<f64> {
        let mut weight = vec![0.0; x.len()];
        for (i, at) in self.places().into_iter().enumerate() {
            weight[at] = x[i];
        }
        weight
    }

    /// The gradient by the source's output, from the gradient by the weight.
    pub fn gradient<T: Copy>(&self, d_weight: &[T]) -> Vec<T> {
        self.places().into_iter().map(|at| d_weight[at]).collect()
    }

    /// Where in the weight each element of the output stands.
    fn places(&self) -> Vec<usize> {
        let (features, positions) = (self.features, self.positions);
        let place = |i: usize| {
            let (n, rest) = (i / (features * positions), i % (features * positions));
            let (p, f) = match self.image {
                true => (rest % positions, rest / positions),
                false => (rest / features, rest % features),
            };
            f * self.columns() + n * positions + p
        };
        (0..self.columns() * features).map(place).collect()
    }
}

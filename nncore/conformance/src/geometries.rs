//! The geometries that are tried: small ones, with the corners that kernels tell apart.

use nncore::portable::{self, Cells, Out, Sums};
use nnplan::{
    Activation, AdaptiveAvgPool2d, Affine, BatchNorm, BatchNormArgs, Binary, BinaryFunction,
    Concat, Conv2d, Conv2dArgs, Dropout, Embedding, EmbeddingArgs, Expand, Fill, LayerNorm, Linear,
    LinearArgs, MatMul, Normalize, OpId, Pad2d, PadMode, Padding, Permute, Pool2d, Pool2dArgs,
    Reduce, ReduceFunction, Scale, Shape, Slice, Softmax, SoftmaxArgs, Upsample2d,
};

use crate::bench::Values;
use crate::sizes::Sizes;

/// Elements where a geometry does not say how many there are.
const ELEMENTS: usize = 37;

fn shape(sizes: &[usize]) -> Shape {
    Shape::new(sizes)
}

/// `x` and what is like it have the input's elements, all else the output's.
macro_rules! plain {
    ($($G:ident: $samples:expr;)*) => {$(
        impl Sizes for $G {
            fn samples() -> Vec<Self> {
                $samples
            }

            fn len(&self, operand: &str) -> usize {
                if operand == "x" { self.input.len() } else { self.output().len() }
            }
        }
    )*};
}

plain! {
    Softmax: [(&[7][..], 0), (&[3, 40], 1), (&[4, 3, 5], 0), (&[2, 19, 3], 1)]
        .into_iter()
        .flat_map(|(input, axis)| {
            [false, true].map(|log| Softmax::new(shape(input), SoftmaxArgs { axis, log }))
        })
        .collect();
    Affine: vec![Affine::new(shape(&[ELEMENTS]), -0.5, 0.25), Affine::new(shape(&[3, 2]), 2.0, 0.0)];
    Pad2d: [PadMode::Zero, PadMode::Reflect, PadMode::Replicate]
        .into_iter()
        .map(|mode| Pad2d::new(shape(&[2, 4, 5]), [1, 2, 3, 0], mode))
        .collect();
    AdaptiveAvgPool2d: [[1, 1], [3, 2], [5, 7], [7, 4]]
        .map(|size| AdaptiveAvgPool2d::new(shape(&[3, 5, 7]), size))
        .to_vec();
    Permute: vec![
        Permute::new(shape(&[4, 7]), &[1, 0]),
        Permute::new(shape(&[3, 4, 5]), &[2, 0, 1]),
        Permute::new(shape(&[2, 3, 2, 2, 3, 2]), &[5, 3, 1, 0, 2, 4]),
    ];
    Expand: vec![
        Expand::new(shape(&[1, 5]), shape(&[3, 5])),
        Expand::new(shape(&[3, 1, 4, 1]), shape(&[3, 70, 4, 2])),
    ];
    Upsample2d: vec![
        Upsample2d::new(shape(&[2, 3, 5]), [2, 2]),
        Upsample2d::new(shape(&[1, 4, 3]), [1, 3]),
    ];
}

impl Sizes for Slice {
    fn samples() -> Vec<Self> {
        vec![
            Self::new(shape(&[9]), 0, 2, 7),
            Self::new(shape(&[3, 6, 2]), 1, 0, 1),
            Self::new(shape(&[4, 2, 5]), 2, 3, 5),
        ]
    }

    fn len(&self, operand: &str) -> usize {
        if operand == "x" { self.input.len() } else { self.output().len() }
    }

    /// A part that is put in its place is the input.
    fn len_in(&self, id: OpId, operand: &str) -> usize {
        match (id, operand) {
            (OpId::SlicePut, "x") => self.len("y"),
            (OpId::SlicePut, _) => self.len("x"),
            _ => self.len(operand.trim_start_matches("d_")),
        }
    }
}

impl Sizes for Linear {
    fn samples() -> Vec<Self> {
        [(&[1][..], 1), (&[7], 3), (&[70], 9), (&[33], 40), (&[3, 5], 4)]
            .into_iter()
            .flat_map(|(input, out_features)| {
                [false, true].map(|bias| {
                    let args = LinearArgs { in_features: None, out_features, bias };
                    Self::new(shape(input), args)
                })
            })
            .collect()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" => self.rows * self.in_features,
            "w" => self.in_features * self.out_features,
            "b" if self.bias => self.out_features,
            "b" => 0,
            _ => self.rows * self.out_features,
        }
    }
}

impl Sizes for Conv2d {
    fn samples() -> Vec<Self> {
        let plain = Conv2dArgs {
            in_channels: None,
            out_channels: 4,
            kernel: [3, 3],
            stride: [1, 1],
            padding: Padding::Explicit([0; 4]),
            dilation: [1, 1],
            groups: Some(1),
            bias: true,
        };
        let same = Conv2dArgs { padding: Padding::Same, ..plain };
        let all = [
            (&[3, 7, 8], plain),
            (&[1, 5, 5], Conv2dArgs { bias: false, ..same }),
            (
                &[2, 9, 7],
                Conv2dArgs { stride: [2, 3], padding: Padding::Explicit([1; 4]), ..plain },
            ),
            (&[4, 6, 6], Conv2dArgs { groups: Some(2), ..same }),
            (&[4, 6, 5], Conv2dArgs { groups: Some(4), ..same }),
            (&[8, 4, 4], Conv2dArgs { kernel: [1, 1], ..plain }),
            (&[2, 9, 9], Conv2dArgs { dilation: [2, 2], out_channels: 3, ..plain }),
            (&[3, 6, 4], Conv2dArgs { kernel: [2, 4], out_channels: 5, ..plain }),
        ];
        all.into_iter().map(|(input, args)| Self::new(shape(input), args)).collect()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" => self.input.len(),
            "w" => self.weight().len(),
            "b" if self.bias => self.out_channels,
            "b" => 0,
            _ => self.output().len(),
        }
    }

    fn columns(&self) -> usize {
        nncore::kernels::conv2d::scratch_len(self)
    }
}

impl Sizes for Pool2d {
    fn samples() -> Vec<Self> {
        let pairs = Pool2dArgs {
            kernel: Some([2, 2]),
            stride: None,
            padding: Padding::Explicit([0; 4]),
            dilation: [1, 1],
            count_include_pad: true,
        };
        let all = [
            (&[2, 6, 8], pairs),
            (&[1, 7, 5], pairs),
            (&[2, 7, 9], Pool2dArgs { kernel: Some([3, 3]), stride: Some([2, 1]), ..pairs }),
            (
                &[1, 6, 6],
                Pool2dArgs {
                    kernel: Some([3, 3]),
                    stride: Some([1, 1]),
                    padding: Padding::Explicit([1; 4]),
                    count_include_pad: false,
                    ..pairs
                },
            ),
            (&[3, 4, 5], Pool2dArgs { kernel: None, ..pairs }),
            (&[1, 18, 20], Pool2dArgs { kernel: None, ..pairs }),
        ];
        all.into_iter().map(|(input, args)| Self::new(shape(input), args)).collect()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" => self.input.len(),
            "indices" => self.index_len(),
            _ => self.output().len(),
        }
    }

    /// Positions are those of the maxima of other numbers.
    fn prepare(&self, samples: usize, values: &mut Values) {
        let n = samples * self.output().len();
        let (mut x, mut y) = (values.more(samples * self.input.len()), vec![0.0; n]);
        if let Some(indices) = values.bytes("indices") {
            let len = self.index_len();
            let out = |to| Out { to, write: Sums::Replace, is_there: true, len };
            let (y, indices) = (out(Cells::of(&mut y)), out(Cells::bytes(indices)));
            portable::max_pool2d(self, samples, [Cells::of(&mut x)], [y, indices]);
        }
    }
}

impl Sizes for Activation {
    fn samples() -> Vec<Self> {
        vec![
            Self::Relu,
            Self::LeakyRelu(0.1),
            Self::Elu(1.5),
            Self::Gelu,
            Self::GeluTanh,
            Self::Silu,
            Self::Sigmoid,
            Self::Tanh,
            Self::Softplus,
            Self::HardSwish,
            Self::Exp,
            Self::Ln,
            Self::Sqrt,
            Self::Square,
            Self::Abs,
            Self::Clamp(-0.75, 1.0),
            Self::Pow(3.0),
            Self::Pow(-1.3),
            Self::Reciprocal(2.0),
        ]
    }

    fn len(&self, _: &str) -> usize {
        ELEMENTS
    }
}

impl Sizes for Dropout {
    fn samples() -> Vec<Self> {
        [(0.0, 0), (0.5, 1), (0.1, 7)].map(|(p, layer)| Self { p, layer }).to_vec()
    }

    fn len(&self, _: &str) -> usize {
        2 * ELEMENTS
    }
}

impl Sizes for usize {
    fn samples() -> Vec<Self> {
        vec![1, ELEMENTS, 130]
    }

    fn len(&self, _: &str) -> usize {
        *self
    }
}

impl Sizes for BatchNorm {
    fn samples() -> Vec<Self> {
        let args = BatchNormArgs { channels: None, images: true, momentum: 0.1, eps: 1e-5 };
        let lines = BatchNormArgs { images: false, ..args };
        [(&[5][..], lines), (&[3, 4, 5], args), (&[2, 33], lines)]
            .map(|(input, args)| Self::new(shape(input), args))
            .to_vec()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" | "y" => self.input.len(),
            _ => self.channels,
        }
    }
}

impl Sizes for LayerNorm {
    fn samples() -> Vec<Self> {
        [&[6][..], &[3, 40], &[2, 3, 5]]
            .map(|input| Self::new(shape(input), Some(1), 1e-5))
            .to_vec()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" | "y" => self.input.len(),
            "w" | "b" => self.features,
            _ => self.rows,
        }
    }
}

impl Sizes for Normalize {
    fn samples() -> Vec<Self> {
        let rows = |centered| {
            [(&[6][..], 1), (&[3, 40], 1), (&[2, 3, 5], 2)]
                .map(|(input, axes)| Self::new(shape(input), Some(axes), 1e-5, centered))
        };
        [rows(true), rows(false)].concat()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" | "y" => self.rows.input.len(),
            _ => self.rows.rows,
        }
    }
}

impl Sizes for Scale {
    fn samples() -> Vec<Self> {
        [(true, true), (true, false), (false, true)]
            .into_iter()
            .flat_map(|(weight, bias)| {
                [(&[4, 3, 5][..], 0), (&[6], 0), (&[2, 7, 3], 1)]
                    .map(|(input, axis)| Self::new(shape(input), axis, weight, bias))
            })
            .collect()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" | "y" => self.input.len(),
            "w" if !self.weight => 0,
            "b" if !self.bias => 0,
            _ => self.channels,
        }
    }
}

impl Sizes for Binary {
    fn samples() -> Vec<Self> {
        use BinaryFunction::{Add, Div, Mul, Sub};
        let of = |function| Self::new(function, shape(&[ELEMENTS]), shape(&[ELEMENTS]));
        [Add, Sub, Mul, Div].map(of).to_vec()
    }

    fn len(&self, _: &str) -> usize {
        self.left.len()
    }
}

impl Sizes for Fill {
    fn samples() -> Vec<Self> {
        vec![Self::new(shape(&[5, 3]), true), Self::zeros(ELEMENTS)]
    }

    fn len(&self, operand: &str) -> usize {
        if operand == "w" && !self.tensor { 0 } else { self.shape.len() }
    }
}

impl Sizes for Concat {
    fn samples() -> Vec<Self> {
        vec![
            Self::new(&[shape(&[3]), shape(&[1]), shape(&[5])], 0),
            Self::new(&[shape(&[2, 3, 4]), shape(&[2, 1, 4])], 1),
            Self::new(&[shape(&[2, 2]); 8], 1),
        ]
    }

    fn len(&self, _: &str) -> usize {
        self.output().len()
    }

    fn len_of(&self, number: usize) -> usize {
        if number < self.count { self.inputs[number].len() } else { 0 }
    }
}

impl Sizes for Reduce {
    fn samples() -> Vec<Self> {
        use ReduceFunction::{Max, Mean, Sum};
        [Sum, Mean, Max]
            .into_iter()
            .flat_map(|f| {
                [
                    Self::new(f, shape(&[9]), [true], false),
                    Self::new(f, shape(&[3, 70]), [false, true], true),
                    Self::new(f, shape(&[70, 3]), [true, false], false),
                    Self::new(f, shape(&[2, 3, 4, 2]), [false, true, false, true], false),
                ]
            })
            .collect()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" => self.input.len(),
            _ => self.output().len(),
        }
    }

    /// A gradient reads input and output for a maximum alone.
    fn len_in(&self, id: OpId, operand: &str) -> usize {
        let is_read = id != OpId::ReduceGrad || self.function == ReduceFunction::Max;
        match operand {
            "x" | "y" if !is_read => 0,
            "x" | "d_x" => self.input.len(),
            _ => self.output().len(),
        }
    }

    /// The output is that of the input.
    fn prepare(&self, samples: usize, values: &mut Values) {
        let len = self.output().len();
        let mut y = vec![0.0; samples * len];
        let Some(mut x) = values.numbers("x").map(|x| x.clone()) else { return };
        let out = Out { to: Cells::of(&mut y), write: Sums::Replace, is_there: true, len };
        portable::reduce(self, samples, [Cells::of(&mut x)], [out]);
        if let Some(there) = values.numbers("y") {
            *there = y;
        }
    }
}

impl Sizes for MatMul {
    fn samples() -> Vec<Self> {
        [(false, false), (true, false), (false, true), (true, true)]
            .into_iter()
            .flat_map(|(left, right)| {
                let pair = |[m, n]: [usize; 2], swap| if swap { [n, m] } else { [m, n] };
                [(&[][..], 5, 3, 4), (&[2], 3, 33, 2), (&[3], 1, 4, 9)].map(|(batch, m, k, n)| {
                    let of = |pair: [usize; 2]| shape(&[batch, &pair].concat());
                    Self::new(of(pair([m, k], left)), of(pair([k, n], right)), left, right)
                })
            })
            .collect()
    }

    fn len(&self, operand: &str) -> usize {
        self.batch
            * match operand {
                "a" => self.m * self.k,
                "b" => self.k * self.n,
                _ => self.m * self.n,
            }
    }
}

impl Sizes for Embedding {
    fn samples() -> Vec<Self> {
        [(&[1][..], 3, 4), (&[5], 7, 3), (&[2, 3], 4, 33)]
            .map(|(input, limit, features)| {
                Self::new(shape(input), limit, EmbeddingArgs { count: None, features })
            })
            .to_vec()
    }

    fn len(&self, operand: &str) -> usize {
        match operand {
            "x" => self.input.len(),
            "w" => self.count * self.features,
            _ => self.output().len(),
        }
    }

    fn limit(&self) -> usize {
        self.limit
    }
}

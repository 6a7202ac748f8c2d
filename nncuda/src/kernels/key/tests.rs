//! A key is what its kernel is: keys that differ have texts that differ, and the text has nothing else to depend on.

use std::collections::{HashMap, HashSet};

use nnplan::{AXES, Activation, Permute, Shape};

use super::*;

/// Those that differ from a value in one number.
pub(super) trait Near: Sized {
    /// They.
    fn near(&self) -> Vec<Self>;
}

/// Of names: all others.
macro_rules! near_names {
    ($($Name:ty: $($value:expr),+;)*) => {$(
        impl Near for $Name {
            fn near(&self) -> Vec<Self> {
                [$($value),+].into_iter().filter(|other| other != self).collect()
            }
        }
    )*};
}

/// Of records: each number in its turn. All fields have to be named here.
macro_rules! near_numbers {
    ($($Record:ident { $($field:ident),+ })*) => {$(
        impl Near for $Record {
            fn near(&self) -> Vec<Self> {
                let Self { $($field),+ } = *self;
                let mut all = Vec::new();
                $(all.extend($field.near().into_iter().map(|$field| Self { $field, ..*self }));)+
                all
            }
        }
    )*};
}

near_names! {
    bool: false, true;
    Write: Write::Assign, Write::Add;
    Sums: Sums::Whole, Sums::Parts;
    Stage: Stage::Whole, Stage::Parts, Stage::Last;
    Bias: Bias::Linear, Bias::Conv2d, Bias::Fill;
    BinaryFunction: BinaryFunction::Add, BinaryFunction::Sub, BinaryFunction::Mul, BinaryFunction::Div;
    ReduceFunction: ReduceFunction::Sum, ReduceFunction::Mean, ReduceFunction::Max;
    Distance:
        Distance::BinaryCrossEntropyWithLogits, Distance::MeanSquaredError, Distance::L1,
        Distance::Huber(Real::of(0.5)), Distance::Huber(Real::of(2.0));
    Limit: Limit::None, Limit::Norm, Limit::Value(Real::of(0.5)), Limit::Value(Real::of(2.0));
    Momentum:
        Momentum::None, Momentum::Plain, Momentum::Nesterov(Real::of(0.5)),
        Momentum::Nesterov(Real::of(0.75));
}

near_numbers! {
    Features { from, to }
    WindowAxis { input, kernel, stride, dilation, before, output }
    Convolution { in_channels, out_channels, groups, vertical, horizontal }
    Pool { vertical, horizontal }
    Blocks { kernel, output }
    Matrices { m, n, k, transpose_left, transpose_right }
    Classes { classes, inner, log }
    Channels { count, positions }
    Columns { start, len, width }
    Table { count, features }
    Scale { scale, width }
    Sizes { input, output }
    CrossEntropy { classes, label_smoothing, ignore_index, has_class_weights }
}

impl Near for Tile {
    /// See [`tiles`].
    fn near(&self) -> Vec<Self> {
        Vec::new()
    }
}

impl Near for usize {
    fn near(&self) -> Vec<Self> {
        vec![2 * self]
    }
}

impl Near for u32 {
    fn near(&self) -> Vec<Self> {
        vec![2 * self]
    }
}

impl Near for Real {
    fn near(&self) -> Vec<Self> {
        vec![Self::of(0.5 * self.get())]
    }
}

impl Near for [usize; 2] {
    fn near(&self) -> Vec<Self> {
        let [a, b] = *self;
        vec![[2 * a, b], [a, 2 * b]]
    }
}

impl<T: Near + First> Near for Option<T> {
    fn near(&self) -> Vec<Self> {
        match self {
            None => vec![Some(T::FIRST)],
            Some(some) => some.near().into_iter().map(Some).chain([None]).collect(),
        }
    }
}

/// What an option holds that was empty.
trait First {
    /// It.
    const FIRST: Self;
}

impl First for u32 {
    const FIRST: Self = 5;
}

impl First for Write {
    const FIRST: Self = Self::Assign;
}

impl First for Channels {
    const FIRST: Self = Self { count: 12, positions: 10 };
}

impl First for Function {
    const FIRST: Self = Self::new(Activation::Relu);
}

impl Near for Function {
    fn near(&self) -> Vec<Self> {
        let all = [
            Activation::Relu,
            Activation::LeakyRelu(0.25),
            Activation::LeakyRelu(0.5),
            Activation::Elu(0.25),
            Activation::Elu(0.5),
            Activation::Gelu,
            Activation::GeluTanh,
            Activation::Silu,
            Activation::Sigmoid,
            Activation::Tanh,
            Activation::Softplus,
            Activation::HardSwish,
            Activation::Exp,
            Activation::Ln,
            Activation::Sqrt,
            Activation::Square,
            Activation::Abs,
            Activation::Clamp(-0.5, 3.0),
            Activation::Clamp(-0.25, 3.0),
            Activation::Clamp(-0.5, 5.0),
            Activation::Pow(1.5),
            Activation::Pow(2.5),
            Activation::Reciprocal(2.0),
            Activation::Reciprocal(3.0),
        ];
        all.iter().map(Self::from).filter(|other| other != self).collect()
    }
}

impl Near for Rule {
    fn near(&self) -> Vec<Self> {
        let of = |[a, b, c]: [f64; 3]| [a, b, c].map(Real::of);
        let three = [[0.9, 0.99, 1e-8], [0.8, 0.99, 1e-8], [0.9, 0.999, 1e-8], [0.9, 0.99, 1e-6]];
        let momenta = Momentum::None.near().into_iter().chain([Momentum::None]);
        let mut all: Vec<Self> = momenta.map(Self::Sgd).collect();
        for [a, b, c] in three.map(of) {
            all.push(Self::Adam { beta1: a, beta2: b, eps: c });
            all.push(Self::AdamW { beta1: a, beta2: b, eps: c });
            let rms = |centered| Self::RmsProp { alpha: a, momentum: b, eps: c, centered };
            all.extend([rms(false), rms(true)]);
        }
        all.retain(|other| other != self);
        all
    }
}

impl Near for Groups {
    fn near(&self) -> Vec<Self> {
        let sizes = self.sizes().map(|n| n as usize);
        let of = |i: usize| {
            let mut sizes = sizes;
            sizes[i] *= 2;
            groups(sizes)
        };
        (0..4).map(of).collect()
    }
}

/// Groups of these sizes.
fn groups([p, b, q, c]: [usize; 4]) -> Groups {
    let (shape, mut reduced) = (Shape::new(&[2, p, b, q, c]), [false; AXES]);
    (reduced[1], reduced[3]) = (true, true);
    Groups::new(&shape, reduced)
}

impl Near for Permutation {
    fn near(&self) -> Vec<Self> {
        let of = |shape: &[usize], axes: &[usize]| (&Permute::new(Shape::new(shape), axes)).into();
        let all = [
            of(&[4, 6, 10], &[2, 1, 0]),
            of(&[4, 6, 10], &[1, 0, 2]),
            of(&[8, 6, 10], &[2, 1, 0]),
            of(&[4, 12, 10], &[2, 1, 0]),
            of(&[4, 6, 20], &[2, 1, 0]),
            of(&[40, 60], &[1, 0]),
            of(&[60, 40], &[1, 0]),
            of(&[2, 40, 60], &[2, 0, 1]),
        ];
        all.into_iter().filter(|other| other != self).collect()
    }
}

const TILE: Tile =
    Tile { size: Size::Small, precision: Precision::F32, is_aligned: true, is_pipelined: false };

/// A key of each variant, of a geometry in which every number plays a part.
fn all() -> Vec<KernelKey> {
    use KernelKey as Key;
    let (tile, sums, write, stage) = (TILE, Sums::Whole, Write::Assign, Stage::Whole);
    let (bias, keeps, function) = (true, true, Some(Function::from(&Activation::Gelu)));
    let axis =
        |input, output| WindowAxis { input, kernel: 3, stride: 2, dilation: 3, before: 2, output };
    let (vertical, horizontal) = (axis(24, 11), axis(20, 9));
    let conv = Convolution { in_channels: 40, out_channels: 24, groups: 2, vertical, horizontal };
    let pool = Pool { vertical, horizontal };
    let features = Features { from: 2048, to: 300 };
    let channels = Channels { count: 12, positions: 10 };
    let matrices = Matrices { m: 24, n: 40, k: 100, transpose_left: true, transpose_right: false };
    let groups = groups([3, 4, 5, 6]);
    let columns = Columns { start: 3, len: 5, width: 20 };
    let table = Table { count: 7, features: 200 };
    let (sizes, scale) =
        (Sizes { input: [9, 7], output: [3, 5] }, Scale { scale: [3, 2], width: 7 });
    let classes = Classes { classes: 10, inner: 1, log: false };
    let (eps, momentum, weight) = (Real::of(1e-5), Real::of(0.1), Real::of(0.7));
    let loss = CrossEntropy {
        classes: 10,
        label_smoothing: Real::of(0.1),
        ignore_index: Some(3),
        has_class_weights: true,
    };
    let permutation = (&Permute::new(Shape::new(&[4, 6, 10]), &[2, 1, 0])).into();
    let function_ = Function::from(&Activation::Silu);
    vec![
        Key::Linear { features, bias, function, tile, sums },
        Key::LinearGemv { features, rows: 2, bias, function, is_aligned: true },
        Key::LinearGradInput { features, tile, sums },
        Key::LinearGradWeight { features, tile, write },
        Key::Conv2d { conv, bias, function, tile, sums },
        Key::Conv2dGradInput { conv, tile, sums },
        Key::Conv2dGradWeight { conv, tile, write },
        Key::Conv2dGrouped { conv, bias, function },
        Key::Conv2dGroupedGradInput { conv },
        Key::Conv2dGroupedGradWeight { conv, write },
        Key::Conv2dMaxPool2d {
            conv,
            pool: Blocks { kernel: [1, 2], output: [11, 4] },
            bias,
            keeps,
            function,
            tile,
        },
        Key::AddParts { channels: Some(channels), function, write },
        Key::GradBias { of: Bias::Linear, channels, write, stage },
        Key::MaxPool2d { pool, keeps, function },
        Key::MaxPool2dGrad { pool, is_pairs: false },
        Key::AvgPool2d { pool, by_all: false },
        Key::AvgPool2dGrad { pool, by_all: false, is_pairs: false },
        Key::AdaptiveAvgPool2d { sizes },
        Key::AdaptiveAvgPool2dGrad { sizes },
        Key::Upsample2d { scale },
        Key::Upsample2dGrad { scale },
        Key::Activation { function: function_ },
        Key::ActivationGrad { function: function_ },
        Key::Softmax { classes },
        Key::SoftmaxGrad { classes },
        Key::Dropout { p: Real::of(0.25), len: 100 },
        Key::BatchNormStatistics { channels, eps, momentum, stage },
        Key::BatchNormApply { channels },
        Key::BatchNormGradParameters { channels, stage },
        Key::BatchNormGradInput { channels },
        Key::BatchNormInference { channels, eps },
        Key::BatchNormInferenceGrad { channels, eps },
        Key::LayerNorm { features: 100, eps, keeps },
        Key::LayerNormGradInput { features: 100 },
        Key::LayerNormGradParameters {
            features: 100,
            weight: Some(write),
            bias: Some(write),
            stage,
        },
        Key::Copy { write },
        Key::Accumulate {},
        Key::Binary { function: BinaryFunction::Add },
        Key::Affine { scale: Real::of(0.3), shift: Real::of(0.7) },
        Key::ConcatPart { columns },
        Key::Slice { columns },
        Key::SliceGrad { columns },
        Key::SliceStep { len: 5, width: 20 },
        Key::SlicePut { len: 5, width: 20 },
        Key::Fill { len: 7 },
        Key::Zero {},
        Key::Permute { permutation },
        Key::Reduce { function: ReduceFunction::Mean, groups },
        Key::ReduceGrad { function: ReduceFunction::Max, groups },
        Key::Expand { groups },
        Key::ExpandGrad { groups },
        Key::MatMul { matrices, tile, sums },
        Key::MatMulGradLeft { matrices, tile, sums },
        Key::MatMulGradRight { matrices, tile, sums },
        Key::Embedding { table },
        Key::EmbeddingGradWeight { table, write },
        Key::CrossEntropyTerms { loss },
        Key::CrossEntropyMean { classes: 10, ignore_index: Some(3), weight },
        Key::CrossEntropyGrad { loss },
        Key::LossTerms { distance: Distance::MeanSquaredError, has_gradient: true },
        Key::LossMean { weight },
        Key::Zeros {},
        Key::Update { rule: Rule::Sgd(Momentum::Plain), limit: Limit::None },
        Key::SquaredNorm {},
        Key::ClipScale { max_norm: Real::of(2.0) },
    ]
}

/// What a device makes of a kernel.
fn made(key: &KernelKey) -> (String, u32, u32) {
    let kernel = key.build();
    (kernel.ptx(), kernel.threads(), kernel.per_block())
}

/// A product by every tile.
fn tiles(key: KernelKey) -> Vec<KernelKey> {
    let sizes = [Size::Small, Size::Large];
    let ways = [
        (Precision::F32, false),
        (Precision::F32, true),
        (Precision::Tf32, false),
        (Precision::Tf32, true),
        (Precision::Bf16, false),
    ];
    let tiles = sizes.into_iter().flat_map(|size| {
        ways.into_iter().flat_map(move |(precision, is_pipelined)| {
            [true, false].map(|is_aligned| Tile { size, precision, is_aligned, is_pipelined })
        })
    });
    let by = |tile| {
        let mut key = key;
        key.tile().map(|old| *old = tile).map(|()| key)
    };
    tiles.filter_map(by).collect()
}

/// The keys above, those near them, and those near the ones of other stages and parts.
fn many() -> Vec<KernelKey> {
    let mut keys = HashSet::new();
    for key in all() {
        keys.insert(key);
        keys.extend(tiles(key));
        for near in key.near() {
            keys.insert(near);
            if near.name() != key.name() {
                keys.extend(near.near());
            }
        }
    }
    keys.into_iter().collect()
}

#[test]
fn all_variants_are_compared() {
    let found: Vec<&str> = all().iter().map(KernelKey::variant).collect();
    assert_eq!(found, KernelKey::VARIANTS);
}

#[test]
fn names_are_those_of_the_kernels() {
    for key in many() {
        let name = key.normal().name();
        assert_eq!(key.normal().build().name(), name);
        assert!(key.normal().to_string().starts_with(&*name));
    }
}

/// Whether two keys say the same of all but the alignment, which some geometries of a kernel have no use for.
fn differ_in_alignment(mut a: KernelKey, mut b: KernelKey) -> bool {
    let (Some(one), Some(other)) = (a.tile(), b.tile()) else { return false };
    (one.is_aligned, other.is_aligned) = (true, true);
    a == b
}

#[test]
fn keys_are_shown_with_their_numbers() {
    let shown = |variant: &str| {
        let key = all().into_iter().find(|key| key.variant() == variant);
        key.expect("a key of each").normal().to_string()
    };
    assert_eq!(shown("Linear"), "linear 2048 -> 300 bias Gelu small f32");
    assert_eq!(shown("LinearGemv"), "linear_gemv 2048 -> 300 rows 2 bias Gelu aligned");
    assert_eq!(
        shown("Conv2dMaxPool2d"),
        "conv2d_max_pool2d 40 -> 24 groups 2 24x20 kernel 3x3 stride 2x2 dilation 3x3 padding 2x2 \
         pool 1x2 -> 11x4 bias keeps Gelu small f32"
    );
    assert_eq!(shown("GradBias"), "linear_grad_bias 12 of 10");
    assert_eq!(shown("Reduce"), "reduce Mean [3] 4 [5] 6");
    assert_eq!(shown("MatMul"), "matmul 24x100ᵀ by 100x40 small f32");
    assert_eq!(
        shown("CrossEntropyGrad"),
        "cross_entropy_grad 10 classes smoothing 0.1 without 3 weights"
    );
    assert_eq!(shown("Update"), "update Sgd Plain");
    assert_eq!(shown("Dropout"), "dropout p 0.25 len 100");
}

/// Nothing is in a key that plays no part, and what is set to one value plays none.
#[test]
fn keys_that_differ_are_kernels_that_differ() {
    let mut texts: HashMap<_, KernelKey> = HashMap::new();
    let (mut keys, mut alike) = (HashSet::new(), Vec::new());
    for key in many() {
        let (normal, text) = (key.normal(), made(&key));
        assert!(made(&normal) == text, "{key:?} is not {normal:?}");
        assert_eq!(normal.normal(), normal);
        if keys.insert(normal)
            && let Some(other) = texts.insert(text, normal)
            && !differ_in_alignment(normal, other)
        {
            alike.push(format!("{normal:?}\n{other:?}\n"));
        }
    }
    assert!(alike.is_empty(), "{} pairs have the same text:\n{}", alike.len(), alike.join("\n"));
    assert!(keys.len() > 500, "{} keys", keys.len());
}

/// Of each kernel that says so there are geometries to which it matters whether its operands are aligned.
#[test]
fn alignment_plays_a_part() {
    for key in all() {
        let is_told = |mut key: KernelKey| key.tile().is_some_and(|tile| tile.is_aligned);
        let aligned: Vec<KernelKey> =
            tiles(key).into_iter().map(KernelKey::normal).filter(|key| is_told(*key)).collect();
        let plays = |key: &KernelKey| {
            let mut other = *key;
            other.tile().expect("a tile").is_aligned = false;
            made(key) != made(&other)
        };
        assert!(aligned.is_empty() || aligned.iter().any(plays), "{key:?}");
    }
}

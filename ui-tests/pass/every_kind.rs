//! Every kind of layer, with every option.
#![deny(warnings)]
use nncore::prelude::*;

network! {
    struct Images;
    input: [3, 32, 32];
    conv1: Conv2d(3 -> 8, kernel = 3, stride = 1, padding = same, dilation = 1, groups = 1, bias = false);
    norm1: BatchNorm2d(8, eps = 1e-3, momentum = 0.01);
    relu: Relu;
    deep: Conv2d(8 -> 16, kernel = (3, 5), padding = (1, 2), groups = depthwise);
    leaky: LeakyRelu(0.1);
    pool1: MaxPool2d(2, stride = 2, padding = 0, dilation = 1);
    elu: Elu(alpha = 0.5);
    pool2: AvgPool2d((2, 2), stride = 2, padding = 0, count_include_pad = false);
    gelu: Gelu;
    fast: Gelu(approximate = tanh);
    silu: Silu;
    layers: LayerNorm(axes = 1, eps = 1e-6);
    pool3: GlobalAvgPool2d;
    flat: Flatten;
    norm2: BatchNorm1d;
    tanh: Tanh;
    plus: Softplus;
    swish: HardSwish;
    drop: Dropout(0.25);
    head: Linear(16 -> 10, bias = true);
    log: LogSoftmax(axis = 0);
}

network! {
    struct Rows;
    input: [4, 8];
    a: Linear(8 -> 6, bias = false);
    b: LeakyRelu;
    c: Elu;
    d: Dropout;
    e: BatchNorm1d(4, eps = 1e-3, momentum = 0.01);
    f: LayerNorm;
    g: Softmax(axis = 1);
    h: Sigmoid;
}

network! {
    struct Words;
    input t: [4] in 0..9;
    words: Embedding(9 -> 6);
}

network! {
    struct Pixels;
    input: [2, 3, 3];
    up: Upsample2d((2, 3));
    fit: AdaptiveAvgPool2d(output_size = (4, 9));
}

network! {
    struct Sequences;
    input: [4, 32];
    conv: Conv1d(4 -> 8, kernel = 3, stride = 1, padding = (2, 0), dilation = 1, groups = 2, bias = false);
    norm: GroupNorm(2, eps = 1e-3, affine = false);
    slope: PRelu(8);
    pool1: MaxPool1d(2, stride = 2, padding = 0, dilation = 1);
    gate: Glu(axis = 0);
    pool2: AvgPool1d(kernel = 2, stride = 2, padding = same, count_include_pad = false);
    rms: RmsNorm(axes = 1, eps = 1e-5);
}

network! {
    struct Free;
    input: [8, 2];
    scale: Parameter([8, 1], init = 1);
    shift: Parameter(16, init = normal(0.1));
    fn forward(x) { x * expand(scale, [8, 2]) + reshape(shift, [8, 2]) + zeros([8, 2]) * detach(x) }
}

network! {
    struct Fine;
    input: [8, 3, 3];
    norm: InstanceNorm2d(eps = 1e-3, affine = true);
    up: PixelShuffle(2);
    pad: Pad2d(1, mode = replicate);
    grow: ConvTranspose2d(2 -> 2, kernel = 3, stride = 1, padding = 1, output_padding = 0, dilation = 1, groups = 2, bias = false);
}

fn main() -> Result<(), nncore::Error> {
    let device = Cpu::new()?;
    let images = Model::<Images, _>::init(&device, Seed(1))?;
    let log: Batch<Vector<10>> = Predictor::new(&images, Capacity(2))?.run(&Batch::zeros(2))?;
    assert!((log.sample(0).iter().map(|x| x.exp()).sum::<f32>() - 1.0).abs() < 1e-3);
    let rows = Model::<Rows, _>::init(&device, Seed(1))?;
    let out: Batch<Matrix<4, 6>> = Predictor::new(&rows, Capacity(2))?.run(&Batch::zeros(2))?;
    assert_eq!(out.items().len(), 48);
    let words = Model::<Words, _>::init(&device, Seed(1))?;
    let out: Batch<Matrix<4, 6>> = Predictor::new(&words, Capacity(2))?.run(&Batch::zeros(2))?;
    assert_eq!(out.items().len(), 48);
    let pixels = Model::<Pixels, _>::init(&device, Seed(1))?;
    let out: Batch<Image<2, 4, 9>> = Predictor::new(&pixels, Capacity(1))?.run(&Batch::zeros(1))?;
    assert_eq!(out.items().len(), 72);
    let sequences = Model::<Sequences, _>::init(&device, Seed(1))?;
    let out: Batch<Matrix<4, 8>> = Predictor::new(&sequences, Capacity(1))?.run(&Batch::zeros(1))?;
    assert_eq!(out.items(), [0.0; 32]);
    let fine = Model::<Fine, _>::init(&device, Seed(1))?;
    let out: Batch<Image<2, 8, 8>> = Predictor::new(&fine, Capacity(1))?.run(&Batch::zeros(1))?;
    assert_eq!(out.items(), [0.0; 128]);
    Ok(())
}

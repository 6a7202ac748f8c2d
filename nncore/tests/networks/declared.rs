//! The networks.

use super::networks;

networks! {
    // Single layers, with and without parameters.
    OneLinear { input: [5]; fc: Linear(5 -> 3); }
    LinearWithoutBias { input: [4]; fc: Linear(4 -> 4, bias = false); }
    OneConv { input: [2, 5, 6]; conv: Conv2d(2 -> 3, kernel = 3); }
    OneBatchNorm { input: [6]; norm: BatchNorm1d; }
    OneLayerNorm { input: [2, 6]; norm: LayerNorm; }
    OneRelu { input: [7]; act: Relu; }
    OneSoftmax { input: [5]; soft: Softmax; }
    OneMaxPool { input: [2, 4, 4]; pool: MaxPool2d(2); }
    OneFlatten { input: [2, 3, 2]; flat: Flatten; }
    OneDropout { input: [9]; drop: Dropout(0.5); }

    // Linear layers.
    LinearOnly { input: [6]; fc1: Linear(6 -> 8); fc2: Linear(8 -> 4, bias = false); fc3: Linear(4 -> 2); }
    Rows { input: [3, 5]; fc1: Linear(5 -> 4); act: Relu; fc2: Linear(_ -> 2); }
    RowsFlat { input: [4, 3]; fc1: Linear(3 -> 4); flat: Flatten; again: Flatten; fc2: Linear(2); }
    Wide { input: [128]; fc1: Linear(128 -> 128); relu: Relu; fc2: Linear(128 -> 128); relu2: Relu; fc3: Linear(128 -> 8); }
    Coder { input: [6]; down: Linear(6 -> 2); act: Tanh; up: Linear(2 -> 6); end: Sigmoid; }

    // Convolutions.
    ConvSame { input: [1, 5, 6]; conv: Conv2d(1 -> 2, kernel = (2, 4), padding = same); act: Relu; }
    ConvSides { input: [2, 6, 5]; conv: Conv2d(2 -> 3, kernel = (3, 2), stride = (2, 1), padding = (0, 1, 2, 1)); }
    ConvDilated { input: [2, 7, 6]; conv: Conv2d(2 -> 4, kernel = 3, dilation = (2, 1), padding = same); act: Relu; conv2: Conv2d(_ -> 2, kernel = 2, dilation = 3, bias = false); }
    ConvGroups { input: [4, 5, 4]; conv: Conv2d(4 -> 12, kernel = 3, padding = 1, groups = 2); conv2: Conv2d(12 -> 6, kernel = 2, groups = 3); }
    WideGroups { input: [10, 5, 5]; conv: Conv2d(10 -> 20, kernel = 3, padding = 1, groups = 2); relu: Relu; conv2: Conv2d(20 -> 10, kernel = 1, groups = 2); }
    Depthwise { input: [3, 5, 5]; depth: Conv2d(3 -> 3, kernel = 3, padding = 1, groups = depthwise); act: Relu; point: Conv2d(3 -> 8, kernel = 1); more: Conv2d(8 -> 16, kernel = 3, stride = 2, groups = 8); }
    Pointwise { input: [8, 4, 4]; one: Conv2d(8 -> 12, kernel = 1, bias = false); act: Relu; two: Conv2d(12 -> 4, kernel = 1); }
    ConvConv { input: [2, 6, 6]; conv1: Conv2d(2 -> 9, kernel = 3, padding = 1); #[allow(dropped_rows)] conv2: Conv2d(9 -> 6, kernel = 3, stride = 2); }
    LargeConv { input: [4, 7, 7]; conv1: Conv2d(4 -> 36, kernel = 3, padding = 1); relu: Relu; conv2: Conv2d(36 -> 6, kernel = 3); }

    // Pools, and ReLUs that move behind them.
    ConvReluPool { input: [3, 8, 8]; conv: Conv2d(3 -> 6, kernel = 3, padding = 1); relu: Relu; pool: MaxPool2d(2); flat: Flatten; fc: Linear(96 -> 4); }
    DeepReluPool {
        input: [1, 12, 12];
        conv1: Conv2d(1 -> 3, kernel = 3, padding = 1); relu1: Relu; pool1: MaxPool2d(2);
        conv2: Conv2d(3 -> 6, kernel = 3, padding = 1); relu2: Relu; pool2: MaxPool2d(3, stride = 1);
        relu3: Relu; pool3: MaxPool2d(2); flat: Flatten; fc: Linear(24 -> 4); relu4: Relu; fc2: Linear(4 -> 2);
    }
    ReluReluPool { input: [2, 5, 5]; conv: Conv2d(2 -> 2, kernel = 2); relu1: Relu; relu2: Relu; pool: MaxPool2d(2); }
    PoolFirst { input: [2, 6, 6]; relu: Relu; pool: MaxPool2d(2); conv: Conv2d(2 -> 2, kernel = 2); pool2: MaxPool2d(2, stride = 1); }
    PoolOverlap { input: [2, 7, 7]; conv: Conv2d(2 -> 3, kernel = 2); pool: MaxPool2d(3, stride = 1, padding = 1); pool2: MaxPool2d(2, stride = 1, dilation = 2); }
    PoolSame { input: [3, 5, 7]; conv: Conv2d(3 -> 3, kernel = 1); pool: MaxPool2d((3, 2), stride = (2, 3), padding = same); }
    PoolLarge { input: [1, 18, 19]; conv: Conv2d(1 -> 2, kernel = 1); pool: MaxPool2d(17, stride = 1); }
    AvgExact { input: [2, 6, 6]; conv: Conv2d(2 -> 3, kernel = 3, padding = 1); pool: AvgPool2d(2); act: LeakyRelu(0.5); }
    AvgPadded { input: [2, 6, 5]; conv: Conv2d(2 -> 2, kernel = 2); pool: AvgPool2d(3, stride = 2, padding = 1); pool2: AvgPool2d(2, stride = 1, padding = 1, count_include_pad = false); }
    AvgSame { input: [1, 6, 5]; conv: Conv2d(1 -> 2, kernel = 2); pool: AvgPool2d(3, stride = 2, padding = same); }
    GlobalAvg { input: [3, 6, 6]; conv: Conv2d(3 -> 5, kernel = 3); relu: Relu; pool: GlobalAvgPool2d; flat: Flatten; fc: Linear(5 -> 3); }

    // Norms.
    ConvNorm { input: [2, 6, 6]; conv: Conv2d(2 -> 9, kernel = 3, padding = 1, bias = false); norm: BatchNorm2d(9); relu: Relu; pool: MaxPool2d(2); flat: Flatten; fc: Linear(81 -> 3); }
    NormImageFirst { input: [3, 4, 4]; norm: BatchNorm2d(3, eps = 1e-3, momentum = 0.3); conv: Conv2d(3 -> 2, kernel = 2); norm2: BatchNorm2d; }
    NormFirst { input: [6]; norm: BatchNorm1d; fc: Linear(6 -> 4); norm2: BatchNorm1d(4); act: Relu; fc2: Linear(4 -> 2); }
    NormRows { input: [3, 4]; norm: BatchNorm1d(3, momentum = 0.5); fc: Linear(4 -> 2); }
    LayerNormAll { input: [2, 3, 4]; norm: LayerNorm(axes = 3); conv: Conv2d(2 -> 3, kernel = 2); norm2: LayerNorm(axes = 2, eps = 1e-3); flat: Flatten; norm3: LayerNorm; }
    LayerNormRows { input: [3, 5]; fc: Linear(5 -> 6); norm: LayerNorm(axes = 1); act: Gelu; fc2: Linear(6 -> 3); norm2: LayerNorm; }

    GroupNorms { input: [4, 4, 4]; conv: Conv2d(4 -> 6, kernel = 3); norm: GroupNorm(3); relu: Relu; each: InstanceNorm2d(affine = true); conv2: Conv2d(6 -> 4, kernel = 1); plain: InstanceNorm2d; flat: Flatten; groups: GroupNorm(4, eps = 1e-3, affine = false); fc: Linear(16 -> 3); }
    RmsNorms { input: [3, 5]; first: RmsNorm(axes = 1); fc: Linear(5 -> 6); norm: RmsNorm(axes = 1); act: PRelu; fc2: Linear(6 -> 4); slopes: PRelu(3); all: RmsNorm(eps = 1e-3); }

    // Sequences, and images with more around them.
    Sequences { input: [3, 12]; conv: Conv1d(3 -> 4, kernel = 3, padding = (2, 0)); relu: Relu; pool: MaxPool1d(2); conv2: Conv1d(4 -> 8, kernel = 3, dilation = 2, groups = 2, bias = false); gate: Glu; pool2: AvgPool1d(2, stride = 1); flat: Flatten; fc: Linear(4 -> 3); halves: Linear(3 -> 6); gate2: Glu; }
    Transposed { input: [3, 3, 4]; conv: Conv2d(3 -> 4, kernel = 2); up: ConvTranspose2d(4 -> 6, kernel = 3, stride = 2, padding = 1, output_padding = 1); relu: Relu; up2: ConvTranspose2d(6 -> 2, kernel = 2, groups = 2, bias = false); conv2: Conv2d(2 -> 2, kernel = 2); }
    Padded { input: [4, 3, 4]; pad: Pad2d(1, mode = reflect); conv: Conv2d(4 -> 8, kernel = 2); up: PixelShuffle(2); edge: Pad2d((0, 1, 2, 0), mode = replicate); conv2: Conv2d(2 -> 3, kernel = 3); zeros: Pad2d((1, 0)); conv3: Conv2d(3 -> 2, kernel = 3); }

    Adaptive { input: [2, 5, 7]; conv: Conv2d(2 -> 3, kernel = 2); pool: AdaptiveAvgPool2d((3, 4)); soft: Silu; larger: AdaptiveAvgPool2d((4, 6)); conv2: Conv2d(3 -> 2, kernel = 1); even: AdaptiveAvgPool2d(2); act: Tanh; one: AdaptiveAvgPool2d(1); }

    // Dropout.
    Dropouts { input: [8]; fc1: Linear(8 -> 70); drop1: Dropout(0.3); act: Relu; fc2: Linear(70 -> 5); drop2: Dropout(0.6); }
    DropoutConv { input: [2, 6, 6]; conv: Conv2d(2 -> 4, kernel = 3, padding = 1); drop: Dropout(0.25); relu: Relu; pool: MaxPool2d(2); drop2: Dropout(p = 0.5); conv2: Conv2d(4 -> 2, kernel = 2); }
    DropoutExact { input: [6]; drop0: Dropout(0.5); fc1: Linear(6 -> 8); relu: Relu; drop1: Dropout(0.75); drop2: Dropout; fc2: Linear(8 -> 2); none: Dropout(0.0); }

    // Softmax in places.
    SoftmaxEnd { input: [4]; fc: Linear(4 -> 5); soft: Softmax; }
    LogSoftmaxEnd { input: [4]; fc: Linear(4 -> 5); soft: LogSoftmax; }
    SoftmaxMiddle { input: [3, 4]; fc: Linear(4 -> 4); soft: Softmax(axis = 1); fc2: Linear(4 -> 2); soft2: LogSoftmax(axis = 0); }
    SoftmaxImage { input: [2, 3, 4]; conv: Conv2d(2 -> 3, kernel = 2); soft: Softmax(axis = 2); conv2: Conv2d(3 -> 2, kernel = 1); soft2: Softmax; }

    // Activations.
    GeluSilu { input: [5]; fc1: Linear(5 -> 6); a: Gelu; fc2: Linear(6 -> 6); b: Silu; fc3: Linear(6 -> 3); c: Gelu(approximate = tanh); }
    SoftplusTanh { input: [5]; fc1: Linear(5 -> 6); a: Softplus; fc2: Linear(6 -> 6); b: Tanh; c: Sigmoid; }
    EluSwish { input: [3, 4, 4]; conv: Conv2d(3 -> 3, kernel = 2); a: Elu(0.7); b: HardSwish; conv2: Conv2d(3 -> 3, kernel = 2); c: LeakyRelu(-0.3); d: Elu; }
    Leaky { input: [6]; fc: Linear(6 -> 6); a: LeakyRelu(0.25); b: LeakyRelu(0); fc2: Linear(6 -> 2); }

    // Constants as sizes: of the network, and known to rustc only.
    Constants { const HIDDEN: usize = 6; const SIDE: usize = 4; input: [1, SIDE, SIDE + 1]; flat: Flatten; fc1: Linear(SIDE * (SIDE + 1) -> HIDDEN); act: Relu; fc2: Linear(HIDDEN -> HIDDEN / 2); }
    Outside where CHANNELS = 3, CLASSES = 4, EDGE = 6 {
        input: [CHANNELS, EDGE, EDGE]; conv: Conv2d(CHANNELS -> 2 * CHANNELS, kernel = CHANNELS, padding = same); norm: BatchNorm2d; relu: Relu;
        pool: MaxPool2d(EDGE / 3); flat: Flatten; fc: Linear(6 * CHANNELS * CHANNELS -> CLASSES);
    }

    // Much at once.
    Mixture {
        input: [2, 8, 8];
        conv: Conv2d(2 -> 6, kernel = 3, padding = 1); norm: BatchNorm2d; relu: Relu; pool: MaxPool2d(2); drop: Dropout(0.2);
        depth: Conv2d(6 -> 6, kernel = 3, groups = depthwise, padding = same); act: Silu; avg: AvgPool2d(2); flat: Flatten;
        fc1: Linear(24 -> 8); ln: LayerNorm; gelu: Gelu; drop2: Dropout(0.5); fc2: Linear(8 -> 4); soft: LogSoftmax;
    }

    // Pools of a convolution: a last row and column that reach no window, an activation whose gradient reads their output.
    PoolOdd { input: [2, 7, 9]; conv: Conv2d(2 -> 3, kernel = 3, padding = 1); #[allow(dropped_rows)] pool: MaxPool2d(2); act: Gelu; flat: Flatten; fc: Linear(36 -> 3); }
    PoolLine { input: [3, 4, 6]; conv: Conv2d(3 -> 2, kernel = 1, bias = false); pool: MaxPool2d((1, 2)); act: Relu; }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R100 {
        input: [1, 5];
        l0: Softplus();
        l1: Flatten;
        train: biases;
        fn forward(x0) {
            let h0 = sum(x0, axes = (0, 1));
            let h1 = log_softmax(h0);
            let h0 = x0 / (square(x0) + 0.5);
            let h3 = expand(permute(h0, [0, 1]), [4, 5]);
            let h4 = l0(h1);
            let h5 = l1(h4);
            let h6 = h5 + 0.5;
            let h7 = l1(clamp(h1, min = -0.3));
            (expand(h3, [4, 5]), slice(h6, ..1), h7)
        }
    }
    R101 {
        input: [4, 3] in 0..1;
        l0: Embedding(1 -> 3);
        l1: Silu();
        l2: Parameter([4, 3, 3], init = normal(0.5));
        l3: Conv2d(4 -> 4, kernel = 2, stride = 2, dilation = 2, groups = 2);
        l4: GlobalAvgPool2d;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l0(x0);
            let h3 = (h0 + h1) * l2;
            let _h4 = l3(h2);
            let h5 = l4(l3(gelu(h2, approximate = tanh) * h3));
            let h2 = l1(h5);
            let h7 = ln(square(h2) + 0.5);
            h7
        }
    }
    R102 {
        input: [2, 4, 6];
        l0: LeakyRelu(slope = -0.3);
        l1: Relu();
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = pixel_shuffle(h0, 1);
            let h2 = permute(h1, [2, 0, 1]);
            let (h3_0, h3_1) = split(pow(0.5 + square(tanh(h2)), 0.5), axis = 2);
            let h4 = transpose(h3_0);
            let h5 = dropout(h4, 0.3);
            let h6 = softmax(h5, axis = 2);
            let _h7 = upsample2d(h0, 1);
            let h0 = l0(h4);
            let h9 = l1(h6);
            let h10 = upsample2d(h9, (3, 2));
            (h3_1, h0, h10)
        }
    }
    R103 {
        input x0: [4, 5];
        input x1: [1, 2, 2];
        l0: LayerNorm(axes = 2, eps = 0.1);
        l1: AvgPool2d(2, stride = (3, 1), padding = 0, count_include_pad = false);
        l2: AvgPool2d(kernel = (2, 3), stride = 1, padding = same);
        l3: BatchNorm1d(eps = 0.1);
        l4: MaxPool2d(1, padding = 0);
        l5: Softmax(axis = 0);
        fn forward(x0, x1) {
            let h0 = l1(x1);
            let h1 = l2(h0);
            let (_h2_0, h2_1) = split(x1, axis = 2);
            let h3 = l3(sum(h2_1));
            let _h4 = sum(h3, axes = 0, keep = true);
            let h5 = ln(square(h1) + 0.5);
            let _h6 = l4(h5);
            let h7 = l5(h3);
            (l0(sqrt(square(x0) + 0.5)), l3(h7))
        }
    }
    R104 {
        input: [3, 5, 2];
        l0: Pad2d((0, 1, 1, 0), mode = replicate);
        l1: LayerNorm(eps = 1e-2);
        l2: Silu();
        l3: ConvTranspose2d(3 -> 3, kernel = (2, 3), padding = (0, 1), bias = false);
        fn forward(x0) {
            let h0 = sum((l0(x0)), axes = 0);
            let h1 = square(h0);
            let h2 = gelu(h1);
            let h0 = l1(h1);
            let h4 = l2(h0);
            let h5 = avg_pool2d((l3(x0)), kernel = 2, count_include_pad = true);
            let h6 = l3(x0);
            (h2, h5, h0, transpose(transpose(h6)), permute(h4, [1, 0]))
        }
    }
    R105 {
        input x0: [3, 3, 3];
        input x1: [4, 3, 1];
        input x2: [4, 1, 3];
        #[frozen] l0: Sigmoid;
        l1: BatchNorm2d(2, eps = 1e-2);
        fn forward(x0, x1, x2) {
            let h0 = exp(tanh(matmul(x1, x2, transpose_a = false)));
            let h1 = glu(h0, axis = 0);
            let h2 = l0(h1);
            let _h3 = l1(h2);
            let h4 = l1(h1);
            let h5 = l0(h0);
            let h6 = pad2d(x0, (2, 2, 1, 2));
            let h1 = l0(h6);
            let h8 = h1 - zeros([3, 7, 6]);
            (h4, h5, h8)
        }
    }
    R106 {
        input x0: [4, 2, 4];
        input x1: [1, 1, 3];
        l0: Dropout(0.3);
        l1: LayerNorm(eps = 0.1);
        fn forward(x0, x1) {
            let h0 = 0.5 * x0;
            let h1 = l0(exp(tanh(x0)));
            let h2 = clamp(h1, 0, 6.0);
            let h3 = max_pool2d(h2, kernel = 2, padding = (0, 1));
            let h4 = l1(h3);
            let h5 = l0(h4);
            let h6 = abs(h5);
            let h7 = concat(h5, x1, h6, h6);
            (l0(h0), h7)
        }
    }
    R107 {
        input x0: [1];
        input x1: [3, 5, 3];
        input x2: [4, 2] in 0..3;
        input x3: [5, 3, 3];
        l0: Conv2d(1, kernel = 3, stride = 2, padding = (0, 0, 2, 0), bias = false);
        l1: Embedding(3);
        l2: Embedding(_ -> 4);
        l3: Softmax;
        train: l1;
        fn forward(x0, x1, x2, x3) {
            let h0 = expand(silu(x1), [3, 5, 3]);
            let h1 = l0(h0);
            let x0 = hard_swish(x0);
            let h3 = l0(h0);
            let h4 = l1(x2);
            let h5 = exp(tanh(h4));
            let h6 = permute(x1, [1, 0, 2]);
            let h7 = h6 * x3;
            let h8 = l3(h3);
            let h9 = flatten(h8);
            let h10 = flatten(h7);
            let h11 = concat(h10, h9);
            (h1, x0, l1(x2), h5, l2(x2), h11)
        }
    }
    R108 {
        input x0: [4, 1, 6];
        input x1: [1, 1, 6];
        l0: Relu;
        l1: MaxPool2d((1, 2), stride = (2, 3), dilation = 2);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let x1 = x1 * max(h0, axes = 0, keep = true);
            let h2 = l0(x1 / (square(x1) + 0.5));
            let h3 = l0(h2);
            let (_h4_0, _h4_1) = split(h0);
            let h5 = l1(pow(0.5 + square(tanh(h2)), -2.0));
            let h6 = l0(h5);
            (h2 / (square(l0(h3)) + 0.5), h6)
        }
    }
    R109 {
        input x0: [3, 1, 2];
        input x1: [1, 5, 1];
        input x2: [1, 2, 4];
        l0: Conv2d(1 -> 2, kernel = (3, 2), stride = (2, 1), padding = (1, 2), dilation = (2, 1), bias = true);
        l1: Parameter([2, 1, 4], init = normal(0.5));
        l2: Sigmoid();
        l3: RmsNorm(eps = 1e-2);
        l4: BatchNorm2d(eps = 0.1, momentum = 0.3);
        fn forward(_x0, x1, x2) {
            let h0 = log_softmax(x2, axis = 1);
            let h1 = concat(h0, x2, axis = 1);
            let h2 = max_pool2d(h1, 1, stride = (1, 2), padding = same, dilation = 2);
            let h3 = permute(h2, [2, 0, 1]);
            let h4 = l0(x1);
            let _h5 = h3 * l1;
            let h6 = l0(x1);
            let h7 = max_pool2d(h6, 3, stride = 2, padding = 1);
            let h8 = l2(h7);
            let h9 = l3(h8);
            let h10 = elu(h9);
            let h11 = l4(h10);
            (h4, h11)
        }
    }
    R110 {
        input: [3, 6, 5];
        l0: PRelu(1);
        l1: InstanceNorm2d(affine = true);
        l2: LayerNorm(axes = 2, eps = 1e-2);
        l3: Glu(axis = 1);
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let h1 = l0(h0);
            let _h2 = -h1;
            let h3 = l1(x0);
            let h4 = pow(0.5 + square(tanh(ln(square(h3) + 0.5))), -2.0);
            let h5 = x0 + h4;
            let h6 = l0(h5);
            let h7 = l3(l2(h1));
            (relu(h1), square(h6), h7)
        }
    }
    R111 {
        input x0: [2, 3] in 0..3;
        input x1: [4] in 0..5;
        l0: Embedding(_ -> 1);
        l1: Softmax(axis = 1);
        l2: HardSwish();
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l0(x0);
            let h1 = permute(l2(h1), [0, 1, 2]);
            let h4 = ln(square(h2) + 0.5);
            let h5 = exp(tanh(h4));
            let h6 = abs(h5);
            let h7 = l0(x0);
            let h8 = elu(h0, 0.7);
            let h9 = relu(h1);
            (h6, square(h7), h8, h9)
        }
    }
    R112 {
        input x0: [1, 3];
        input x1: [7];
        input x2: [4, 4];
        l0: MaxPool1d(1, stride = 3);
        l1: Parameter([1, 1], init = normal(0.5));
        l2: PRelu(1);
        l3: BatchNorm1d(1, momentum = 0.3);
        fn forward(x0, x1, x2) {
            let h0 = relu(x2);
            let h1 = l0(x0);
            let h2 = l0(x0);
            let h3 = gelu(h0, approximate = none);
            let h4 = avg_pool1d(silu(h3), kernel = 1, stride = 2, padding = 0, count_include_pad = false);
            let h5 = l0(x0);
            let h6 = exp(tanh(x1));
            let h7 = h2 + l1;
            let h8 = l2(h2);
            let h9 = flatten(h1);
            let h10 = flatten(l3(h7));
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h8);
            let h14 = concat(h13, h12);
            (h1, l0(x0), h4, h5, h6, h14)
        }
    }
    R113 {
        input x0: [1, 1];
        input x1: [1, 3];
        input x2: [1, 3];
        l0: Linear(2);
        l1: BatchNorm1d(3, eps = 1e-2, momentum = 0.3);
        fn forward(x0, x1, x2) {
            let x0 = concat(x0, x0, x0, x1, axis = 1);
            let _h1 = l0((slice(x0 - zeros([1, 6]), 2..3, axis = 1)));
            let h2 = sqrt(square(x0) + 0.5);
            let h3 = expand(h2, [3, 6]);
            let h4 = hard_swish(x0);
            let h5 = hard_swish(h3);
            let h6 = permute(x1 * x2, [0, 1]);
            (h4, h6, l1(h5))
        }
    }
    R114 {
        input: [4, 5];
        l0: Conv1d(4 -> 2, kernel = 3, stride = 1);
        l1: Elu(0.7);
        l2: Linear(_ -> 2, bias = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = 0.5 - h1 - zeros([2, 3]);
            let h3 = transpose(h2);
            let h4 = l0(x0);
            let h5 = sum(h3, axis = 1, keep = false);
            let h6 = l0(x0);
            let h7 = h6 * h6;
            let h8 = clamp(h4, min = 0.1, max = 0.1);
            (l1(h2), h2, h5, h7, h8, l2(h1))
        }
    }
    R115 {
        input: [1, 5] in 0..2;
        l0: Embedding(_ -> 1);
        l1: ConvTranspose2d(_ -> 3, kernel = (1, 3), stride = (2, 1), padding = (1, 0));
        l2: Dropout(0.3);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l0(x0);
            let _h2 = relu(h0);
            let h3 = sqrt(square(x0) + 0.5);
            let h4 = abs(h3);
            let h5 = l1(h4);
            let h6 = max_pool2d(h5, 3, stride = (3, 1), padding = same);
            let _h7 = expand(h6, [3, 3, 3]);
            let h8 = l2(h4);
            (h6, expand(h8, [1, 5, 3]))
        }
    }
    R116 {
        input: [2, 2];
        l0: HardSwish();
        l1: Glu(axis = 2);
        l2: Parameter([1, 2, 1], init = -1);
        l3: BatchNorm2d(eps = 1e-2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = silu(l1(reshape(h0, [2, 1, 2])));
            let h1 = permute(h1, [1, 2, 0]);
            let h3 = transpose(h1);
            let h4 = global_avg_pool2d(l3(softmax(h1, axis = 1)));
            (h3 * l2, x0 - l0(x0), h4)
        }
    }
    R117 {
        input: [4, 1] in 0..6;
        l0: Embedding(6 -> 4);
        l1: Tanh();
        l2: ConvTranspose2d(_ -> 3, kernel = 1, stride = (1, 2), padding = (0, 1), output_padding = (0, 1), bias = true);
        l3: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l0(x0);
            let h3 = clamp(h2, min = 0.1, max = 0.1);
            let h4 = l2(h3);
            let h5 = hard_swish(h4);
            let h6 = l3(h1);
            let h7 = max_pool2d(h1, kernel = 2, stride = 2, padding = same);
            let h8 = sum(h0, axis = 1, keep = true);
            let h9 = ln(square(h1) + 0.5);
            (h5, h6, h7, h8, h9)
        }
    }
    R118 {
        input: [1, 4, 4];
        l0: Relu();
        l1: Parameter([1, 4, 12], init = -1);
        l2: Tanh;
        l3: InstanceNorm2d(affine = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = concat(h0, x0, x0, axis = 2);
            let h2 = l0(h1);
            let h3 = l2(leaky_relu((mean((h2 + l1), axis = 1, keep = true))));
            let h0 = matmul(h3, h3, transpose_b = true);
            let h5 = l3(h0);
            let h6 = max(h1, axes = (0, 2), keep = true);
            (h5, h6 - h6)
        }
    }
    R119 {
        input: [4, 4, 1];
        l0: Conv2d(4, kernel = 2, stride = 2, padding = same, dilation = 2, bias = false);
        l1: Parameter([4, 2, 1], init = -1);
        l2: MaxPool2d(kernel = 2, padding = same);
        l3: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let x0 = sqrt(square(x0) + 0.5);
            let h1 = l0(x0);
            let h2 = pow(0.5 + square(tanh(h1)), 1.7);
            let h3 = h2 + l1;
            let h4 = l2(relu(h3));
            let h5 = sigmoid(l3(h4));
            h5
        }
    }
    R120 {
        input x0: [1, 2] in 0..5;
        input x1: [1, 2, 3];
        l0: Embedding(5 -> 2);
        l1: Pad2d((1, 1, 0, 1));
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let x0 = -0.7 * h0;
            let h2 = l1(x0);
            let h3 = matmul(h2, x1, transpose_b = true);
            let h4 = hard_swish(h3);
            let h5 = pad2d(h3, padding = (0, 1, 1, 0));
            let h6 = h5 * 1.5;
            let (h7_0, h7_1) = split(h4 + zeros([1, 4, 2]), axis = 2);
            (h6, h7_1, ln(square(h7_0) + 0.5), log_softmax(h2), x0 * x0, h6)
        }
    }
    R121 {
        input x0: [2, 5, 1];
        input x1: [3, 1, 1];
        l0: AdaptiveAvgPool2d(output_size = (7, 2));
        l1: Conv2d(_ -> 2, kernel = 3, padding = 1, dilation = (2, 1));
        fn forward(x0, x1) {
            let h0 = square(x1);
            let h1 = l0(h0);
            let h2 = log_softmax(abs(x0), axis = 1);
            let h0 = abs(h2);
            let h4 = l0(x1);
            let h5 = l1(h0);
            let h6 = dropout(h1);
            (l0(x1), h4, h5, square(h2), h6, adaptive_avg_pool2d(l1(h0), output_size = (2, 7)))
        }
    }
    R122 {
        input: [2, 4, 2];
        l0: Sigmoid();
        l1: AdaptiveAvgPool2d((3, 2));
        l2: InstanceNorm2d(eps = 1e-2, affine = false);
        fn forward(x0) {
            let h0 = x0 - zeros([2, 4, 2]);
            let h1 = l0(x0);
            let h2 = l0(h0);
            let h3 = x0 * h1;
            let h4 = l1(h3);
            let h5 = l2(h0);
            let h6 = l0(h5);
            let h7 = h4 * h4;
            let h8 = h2 + h2;
            let h9 = h8 * h8;
            let h10 = h7 + l1(h2);
            (h6, h9, h10)
        }
    }
    R123 {
        input x0: [3, 6, 1];
        input x1: [6];
        l0: BatchNorm1d(eps = 1e-2);
        l1: RmsNorm(axes = 1, eps = 0.1);
        l2: Linear(_ -> 5, bias = true);
        l3: PixelShuffle(1);
        l4: Linear(_ -> 4, bias = false);
        fn forward(x0, x1) {
            let h0 = transpose(x0);
            let h0 = h0 / (square(h0) + 0.5);
            let h2 = max(x1, axis = 0);
            let h3 = l0(h2);
            let h4 = l1(h3);
            let h5 = l3(h0);
            let h6 = l4(h4);
            (clamp(max(l2(h4), keep = true), -0.5, 1.5), h5, h6)
        }
    }
    R124 {
        input x0: [3, 2];
        input x1: [3, 2];
        input x2: [3, 1];
        l0: Sigmoid();
        l1: Silu();
        fn forward(x0, x1, x2) {
            let h0 = pow(0.5 + square(tanh(x0)), 0.5);
            let h1 = relu((exp(tanh(h0))));
            let x0 = relu(h1);
            let h3 = x1 + x0;
            let h4 = glu(h3, axis = 1);
            let h5 = tanh(h4);
            let h6 = h4 - h5;
            let (_h7_0, h7_1) = split(h3, axis = 1);
            let h8 = l0(h3);
            (h6, h7_1 * x2, l1(h8))
        }
    }
}

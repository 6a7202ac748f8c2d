//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R125 {
        input: [2, 4] in 0..2;
        l0: Embedding(4 -> 2);
        l1: Embedding(_ -> 3);
        l2: Silu;
        l3: Tanh();
        train: biases;
        fn forward(x0) {
            let h0 = leaky_relu(l0(x0), 0);
            let h1 = softmax(h0);
            let h2 = l1(x0);
            let h3 = pad2d(h1, padding = (2, 1, 1, 2), mode = replicate);
            let h4 = sum(h3, axis = 0);
            let h5 = l3(h4);
            (l0(x0), h2, h1 + 1.5, l2(h1), l2(h5))
        }
    }
    R126 {
        input x0: [1, 3, 3];
        input x1: [4, 4];
        input x2: [2, 4];
        l0: InstanceNorm2d(eps = 0.1);
        l1: Pad2d((0, 2), mode = replicate);
        l2: Gelu(approximate = none);
        l3: AvgPool2d(3, padding = same, count_include_pad = false);
        fn forward(x0, x1, x2) {
            let x0 = expand((transpose(x0)), [4, 3, 3]);
            let h1 = square(x0);
            let h2 = ln(square(h1) + 0.5);
            let x0 = concat(h2, h1, h1, axis = 1);
            let x2 = permute(x2, [1, 0]);
            let h5 = l0(x0);
            let h6 = l2(x1);
            let h7 = l0(x0 - h5);
            (x2, l1(h5), h6, h7, l3(h5))
        }
    }
    R127 {
        input: [2, 5, 6];
        l0: Glu;
        l1: MaxPool2d(3, stride = 1);
        l2: Conv2d(2 -> 3, kernel = 2, stride = (2, 1), padding = 1, bias = false);
        l3: Conv2d(3 -> 2, kernel = 1, stride = 2, padding = 2, dilation = (1, 2), groups = 1, bias = false);
        l4: MaxPool2d(kernel = 1, padding = same);
        fn forward(x0) {
            let h0 = pixel_shuffle(x0, 1);
            let h1 = reshape(h0, [4, 5, 1, 3]);
            let h2 = h1 * h1;
            let h3 = l0(h1);
            let h4 = permute(h3, [1, 0, 3, 2]);
            let h5 = l2((l1(x0)));
            let h6 = l3(h5);
            let h7 = l4(h6);
            let h8 = reshape((l0(h2)), [10, 1, 3]);
            let h9 = reshape(h4, [10, 3, 1]);
            (h8, h9, h7)
        }
    }
    R128 {
        input: [3];
        l0: Gelu;
        l1: GroupNorm(1, affine = true);
        l2: Elu(alpha = 1.5);
        l3: Linear(3 -> 1, bias = false);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = permute(l0(x0), [0]);
            let h2 = h1 - x0;
            let h3 = expand(mean(h2, keep = false), [1]);
            let h4 = slice(h3, 0.., axis = 0);
            let h5 = l1(h4);
            let h6 = l3(h1);
            let h7 = l1(l2(h3));
            let h8 = mean(h6, axis = 0);
            (h5, h7, h8)
        }
    }
    R129 {
        input x0: [2, 3] in 0..4;
        input x1: [1, 2, 2];
        l0: Embedding(6 -> 1);
        l1: Conv2d(_ -> 2, kernel = 2, stride = 2, padding = same, dilation = 2);
        l2: Upsample2d((3, 2));
        l3: Pad2d(padding = (2, 0, 0, 0), mode = zero);
        l4: Conv2d(3, kernel = (2, 1), padding = (2, 2, 0, 1), groups = 1, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h0 = l1(h0);
            let x0 = permute(h0, [2, 1, 0]);
            let h3 = l2(x0);
            let _h4 = l2(x0);
            let h5 = softplus(h3);
            let h6 = mean(h0, axis = 1, keep = true);
            let h7 = l4(h6);
            let h8 = ln(square(h7) + 0.5);
            let h9 = x1 + x0;
            let h10 = sigmoid(h9);
            (l3(x0), h5, h8, h10)
        }
    }
    R130 {
        input: [4, 2] in 0..4;
        l0: Embedding(3);
        l1: Glu(axis = 0);
        l2: Flatten;
        fn forward(x0) {
            let h0 = square(l0(x0));
            let h1 = log_softmax(h0, axis = 1);
            let h2 = adaptive_avg_pool2d(l1(h1), 2);
            let h2 = expand(h2, [2, 2, 2]);
            let h4 = pixel_shuffle(h2, 1) * h2;
            let h5 = l2(h4);
            tanh(h5)
        }
    }
    R131 {
        input x0: [4, 3, 2];
        input x1: [4, 2, 3];
        input x2: [2, 4] in 0..2;
        l0: Conv2d(_ -> 4, kernel = 3, stride = (1, 2), padding = same, dilation = (1, 2), groups = 2, bias = false);
        l1: Softplus;
        l2: Upsample2d(1);
        fn forward(x0, _x1, _x2) {
            let h0 = silu(x0);
            let h1 = l0(h0);
            let h2 = square(h1);
            let h3 = h2 - l1(h2);
            let (_h4_0, _h4_1) = split(h3);
            let x0 = abs(h0);
            let h1 = l1(h2);
            let h7 = l0(x0);
            let h3 = l2(x0);
            (h3, h1, h7, pow(0.5 + square(tanh(h3)), 2))
        }
    }
    R132 {
        input x0: [2, 5];
        input x1: [2, 2];
        input x2: [2, 1];
        l0: Relu;
        l1: GroupNorm(1, eps = 0.1, affine = false);
        l2: PRelu(1);
        l3: Linear(3, bias = false);
        fn forward(x0, x1, x2) {
            let x0 = abs(x0);
            let h1 = l0(l0(x0));
            let h2 = sqrt(square(h1) + 0.5);
            let h3 = concat(x0, h2, x2, x1, axis = 1);
            let h4 = ln(square(h3) + 0.5);
            let h5 = l1(h2);
            let h6 = l2(h4);
            let h7 = l1(h1);
            let h8 = l3(h6);
            (h5, pow(0.5 + square(tanh(h6)), 2), h8, h7 + 0.5)
        }
    }
    R133 {
        input: [2, 3] in 0..2;
        #[frozen] l0: Embedding(5 -> 1);
        #[frozen] l1: Tanh;
        #[frozen] l2: AdaptiveAvgPool2d((2, 4));
        #[frozen] l3: Conv2d(2 -> 1, kernel = 1, dilation = 2, bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l2((l1(h0)));
            let h2 = exp(tanh(h1));
            let h3 = max(h2, axes = 2);
            let h4 = l1(max(l2(square(h0)), axes = (0, 1, 2)));
            (h3, l3(pow(0.5 + square(tanh(-1 - h1)), 0)), h4)
        }
    }
    R134 {
        input x0: [3, 6, 1];
        input x1: [1] in 0..3;
        l0: PRelu;
        l1: Flatten;
        l2: Linear(3, bias = false);
        l3: Relu;
        l4: Elu(0.7);
        fn forward(x0, _x1) {
            let x0 = sqrt(square(x0) + 0.5);
            let h1 = l0(l0(x0));
            let h2 = leaky_relu(l2(l1(h1)));
            let x0 = l1(x0);
            let h4 = l0(h1);
            let h5 = transpose(h4);
            let h6 = l4(x0);
            (h2, h4, l3(exp(tanh(h5))), h6)
        }
    }
    R135 {
        input x0: [1, 5, 2];
        input x1: [1];
        input x2: [1, 5, 3];
        l0: Conv2d(1 -> 2, kernel = 2, padding = 0, dilation = (1, 2));
        fn forward(x0, x1, x2) {
            let x2 = matmul(x0, x2, transpose_a = true);
            let x0 = x2 - x2;
            let h2 = softmax(x0, axis = 1);
            let h3 = tanh(h2);
            let h4 = max(x1, axis = 0);
            let h5 = l0(h3);
            let h6 = pad2d(max_pool2d(h5, 3, stride = (3, 2), padding = 1), 0, mode = reflect);
            let h7 = l0(x2);
            let h8 = slice(h6, ..);
            let h9 = leaky_relu(h4, 0.2);
            (h7, l0(h2), h8, h9)
        }
    }
    R136 {
        input x0: [4, 3] in 0..5;
        input x1: [2, 4];
        l0: Relu();
        l1: LeakyRelu(slope = -0.3);
        l2: Sigmoid;
        fn forward(_x0, x1) {
            let (h0_0, h0_1) = split(x1);
            let h1 = h0_1 / (square(h0_0) + 0.5);
            let h2 = exp(tanh(h1));
            let h3 = square(h2);
            let h4 = matmul(h3, h3, transpose_a = true);
            let h5 = 3.0 + h3;
            let h6 = leaky_relu(h5, slope = -0.3);
            let h7 = l0(l0(h4));
            let h8 = l1(h1);
            let h9 = l2(h1);
            (h6, x1, h7, abs(h8), h9)
        }
    }
    R137 {
        input x0: [1, 3, 3];
        input x1: [1, 4, 3];
        l0: Flatten;
        l1: LayerNorm(eps = 0.1);
        l2: Flatten;
        l3: Softplus;
        l4: Conv2d(1 -> 4, kernel = 2, stride = (2, 1), padding = 0, dilation = 2, groups = 1, bias = false);
        fn forward(x0, x1) {
            let h0 = matmul(x0, x1, transpose_a = true, transpose_b = true);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = sqrt(square(h2) + 0.5);
            let h4 = l2(h2);
            let h5 = l3(h4);
            let h1 = -concat(h3, h1, h5, h5);
            let x1 = l4(x1);
            (h1, h4, x1)
        }
    }
    R138 {
        input: [1, 5, 1];
        l0: InstanceNorm2d(eps = 0.1);
        l1: HardSwish();
        fn forward(x0) {
            let h0 = max(x0, axes = (0, 2));
            let h1 = l0(x0);
            let x0 = h0 / (square(l1(h0)) + 0.5);
            let h3 = ln(square(x0) + 0.5);
            let h4 = softplus(h1);
            let h5 = clamp(h3, min = 0.1, max = 0.1);
            (sum(h5, keep = true), max_pool2d(h4, 2, stride = 3, padding = same), slice(x0, 1..3), l1(h3))
        }
    }
    R139 {
        input x0: [5];
        input x1: [2];
        l0: LayerNorm(axes = 1, eps = 0.1);
        l1: Flatten;
        l2: Linear(1 -> 1, bias = false);
        fn forward(x0, x1) {
            let h0 = max(x0, axes = 0, keep = true);
            let h1 = flatten(h0 - -0.7);
            let h2 = 1e-1 + h1;
            let h3 = l1((concat((l0(h1)), h2, axis = 0)));
            let h4 = l2(h0);
            let h5 = l0(h2);
            (l1(x1 / (square(h3) + 0.5)), h4, h5)
        }
    }
    R140 {
        input x0: [4] in 0..2;
        input x1: [3, 2];
        input x2: [2, 2, 3];
        input x3: [2, 3, 2];
        l0: LeakyRelu;
        l1: HardSwish();
        l2: Linear(2 -> 2, bias = true);
        l3: Silu();
        train: l0, l3;
        fn forward(_x0, x1, x2, x3) {
            let h0 = l0(x2);
            let h1 = transpose(h0) * x3;
            let h2 = l0(h0);
            let h3 = l0(h2);
            let h4 = l1(h3);
            let h5 = sqrt(square(h0) + 0.5);
            let h6 = adaptive_avg_pool2d(h4, (2, 1));
            (h1, reshape(h3, [12]), h5, l2(x1), l0(l3(h3)), h6)
        }
    }
    R141 {
        input: [1, 2] in 0..3;
        l0: Embedding(6 -> 4);
        l1: Sigmoid;
        l2: MaxPool2d(1, stride = 3, dilation = 2);
        train: biases;
        fn forward(x0) {
            let h0 = l0(x0);
            let (h1_0, _h1_1) = split(h0, axis = 1);
            let h2 = l0(x0);
            let h3 = permute(h2, [0, 2, 1]);
            let h4 = l1(h3);
            let h5 = sqrt(square(h1_0) + 0.5);
            let h6 = softplus(h5);
            let h7 = l0(x0);
            let _h8 = max(h4, axes = (1, 2), keep = true);
            let h9 = reshape(reshape(h6, [1, 2, 2, 1]), [2, 2, 1]);
            (h9, l2(h7))
        }
    }
    R142 {
        input x0: [1, 2];
        input x1: [1, 2];
        l0: Tanh;
        l1: Gelu(approximate = tanh);
        fn forward(x0, x1) {
            let h0 = x0 * -0.7;
            let h1 = gelu(h0, approximate = none);
            let h2 = h1 + x1;
            let h3 = exp(tanh(h2));
            let h4 = h3 / (square(h1) + 0.5);
            let h5 = l0(h2);
            let h6 = l0(h0);
            let h7 = leaky_relu(h6, 0.2);
            let (h8_0, h8_1) = split(l1(h5), axis = 1);
            (h4, h7, h8_0, h2, h8_1)
        }
    }
    R143 {
        input: [3, 3, 1];
        l0: LayerNorm(axes = 1, eps = 0.1);
        l1: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = reshape(x0, [3, 1, 1, 3]);
            let h1 = l0(h0);
            let h2 = sigmoid(h1);
            let x0 = log_softmax(h2, axis = 2);
            let h4 = l1(x0);
            let h5 = reshape(h4, [3, 1, 3]);
            let h6 = reshape(h2, [3, 1, 3]);
            (h5, h6)
        }
    }
    R144 {
        input: [1, 3];
        l0: PRelu;
        l1: Softplus;
        fn forward(x0) {
            let h0 = leaky_relu(pow(0.5 + square(tanh((l1(softplus(x0))))), -1));
            let h1 = l0(h0);
            let h2 = softplus(h1);
            let h3 = permute(h2, [1, 0]);
            (expand(l0(elu(l0(x0))), [3, 3]), h3)
        }
    }
    R145 {
        input x0: [2];
        input x1: [4, 3, 4];
        input x2: [2, 3, 6];
        l0: Conv2d(1, kernel = 2, stride = (1, 2), dilation = (1, 2));
        l1: LeakyRelu;
        fn forward(x0, x1, x2) {
            let h0 = transpose(x2);
            let h1 = sqrt(square(h0) + 0.5);
            let h2 = l0(x1);
            let h3 = clamp(x0, 0, 6.0);
            let h4 = slice(h2, 0..1);
            let h5 = square(h4);
            let h6 = l0(x1);
            let h7 = l1(h0);
            let h8 = flatten(h7);
            let h9 = flatten(h6);
            let h10 = concat(h9, h8);
            (clamp(h1, -0.5, 1.5), gelu(square(h2), approximate = none), h3, l0(x1), h5, h10)
        }
    }
    R146 {
        input x0: [3, 5];
        input x1: [3, 5];
        l0: Softplus;
        l1: PRelu(1);
        fn forward(x0, x1) {
            let x1 = matmul(x1, x0, transpose_a = false, transpose_b = true);
            let h1 = l0(transpose(x1));
            let h2 = clamp(x1, max = 0.7);
            let h3 = l0(h2);
            let h4 = l0(matmul(h1, x1, transpose_b = true));
            let h5 = l1(x1);
            let h6 = hard_swish(h4);
            (h3, avg_pool1d(h5, 1, stride = 1), h6)
        }
    }
    R147 {
        input: [1, 5];
        l0: LayerNorm;
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l0(h0);
            let h2 = leaky_relu(h1 * h1, 0.2);
            let (h3_0, h3_1, h3_2, h3_3, h3_4) = split(sqrt(square(h2) + 0.5), axis = 1);
            let h4 = h1 + l0(h0);
            let h5 = l0(h2);
            let h6 = flatten(h5);
            let h7 = flatten(h4);
            let h8 = concat(h7, h6);
            (h3_0, h3_1, h3_2, h3_3, h3_4, h8)
        }
    }
    R148 {
        input: [2, 1];
        l0: Relu;
        l1: RmsNorm(axes = 1, eps = 0.1);
        l2: LayerNorm(axes = 1);
        l3: RmsNorm;
        train: biases;
        fn forward(x0) {
            let h0 = l0(x0);
            let h0 = l1(h0);
            let h2 = max(h0, axis = 0, keep = true);
            let x0 = flatten(h2);
            let h4 = max(x0, keep = true);
            let h5 = h0 * 2;
            let h6 = l3(h5);
            let h7 = l1(h6);
            let h8 = slice(h0, .., axis = 1);
            let h9 = matmul(h8, h8, transpose_a = true);
            (l2(h4), h7, h9)
        }
    }
    R149 {
        input: [1, 1] in 0..5;
        l0: Embedding(_ -> 2);
        l1: Flatten;
        l2: LeakyRelu(0.2);
        fn forward(x0) {
            let h0 = l0(x0);
            let _h1 = transpose(h0);
            let h2 = l1(l0(x0));
            let h3 = l0(x0);
            let h4 = h3 + h3;
            let h3 = sum(h4, axes = 0);
            let h6 = mean(h3);
            let h7 = l2(h6);
            let h7 = concat(h7, 1.5 / (square(h6) + 0.5), h7, axis = 0);
            let h9 = h7 * h7;
            (h2, h9, h7)
        }
    }
}

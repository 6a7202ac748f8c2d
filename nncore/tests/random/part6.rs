//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R150 {
        input x0: [2, 4, 3];
        input x1: [2, 2, 3];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = concat(x0, x0, x1, axis = 1);
            let h0 = (abs(h0)) + h0;
            let h2 = reshape(h0, [3, 2, 5, 2, 1]);
            let h3 = sigmoid(h2);
            let h4 = ln(square(x0) + 0.5) - x0;
            let h5 = sum(h4, axes = (1, 2));
            let h6 = l0(h5);
            let h7 = reshape(softplus(h3), [30, 2, 1]);
            let h8 = reshape(log_softmax(h3, axis = 2), [30, 2, 1]);
            (h7, h8, h6)
        }
    }
    R151 {
        input x0: [3, 3];
        input x1: [3, 3];
        l0: Parameter([9, 1, 1], init = uniform(1.5));
        l1: BatchNorm2d(18);
        l2: Conv2d(2, kernel = 1, stride = (1, 2), padding = same, bias = true);
        fn forward(x0, x1) {
            let h0 = reshape(x1 / (square(x0) + 0.5), [9, 1, 1]);
            let h1 = h0 - zeros([9, 1, 1]);
            let h2 = h1 + l0;
            let x0 = abs(h2);
            let h4 = square(x0);
            let h5 = concat(h4, h4, axis = 0);
            let h6 = l1(h5 * h5);
            let h7 = dropout(h6, 0.3);
            (sqrt(square(h1) + 0.5), l2(h6), h7)
        }
    }
    R152 {
        input: [2, 6, 6];
        l0: Parameter([2, 6, 6], init = -1);
        l1: MaxPool2d(kernel = (2, 1), dilation = 2);
        fn forward(x0) {
            let h0 = x0 * l0;
            let x0 = h0 - x0;
            let h2 = l1(expand(x0, [2, 6, 6]));
            let h3 = h2 + h2 / (square(h2) + 0.5);
            let h4 = l1(h0);
            let h5 = l1(h0);
            let h6 = l1(h0);
            (h3 * h2, h4, h5, l1(x0), h3, h6)
        }
    }
    R153 {
        input x0: [7] in 0..2;
        input x1: [2, 5];
        input x2: [3, 3, 5];
        l0: Embedding(2);
        l1: Linear(2, bias = false);
        l2: AdaptiveAvgPool2d((4, 1));
        l3: GroupNorm(1, eps = 1e-2, affine = true);
        l4: Tanh;
        l5: Linear(_ -> 2, bias = false);
        fn forward(x0, _x1, x2) {
            let h0 = l1(l0(x0));
            let h1 = l2(x2);
            let h2 = l2(x2);
            let h3 = clamp(h0, max = 0.7);
            let h4 = l4(h2);
            let h5 = h0 - h3;
            (l3(h1), h1 - zeros([3, 4, 1]), h4, l5(hard_swish(h5)))
        }
    }
    R154 {
        input x0: [2, 3];
        input x1: [2, 3];
        l0: LogSoftmax;
        l1: LeakyRelu(slope = -0.3);
        fn forward(x0, x1) {
            let h0 = x1 * x0;
            let h1 = ln(square(h0) + 0.5);
            let h2 = clamp(sum(x1, axes = 0), -0.5, 1.5);
            let h3 = slice(h2, 0..3, axis = 0);
            let h4 = l0(h2);
            let h5 = l0(h4);
            let h6 = clamp(l0(h3), min = 0.1, max = 0.1);
            let h7 = l1(h6);
            let h8 = glu(h1, axis = 0);
            (h5, h7, h8 + h8)
        }
    }
    R155 {
        input x0: [1, 3] in 0..3;
        input x1: [1, 3, 1];
        input x2: [1, 3, 1];
        l0: Embedding(1);
        l1: HardSwish;
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = max(h1, axes = (0, 2), keep = true);
            let h3 = x1 + h0;
            let h4 = h2 * x2;
            let h5 = l1(h3);
            let h6 = l1(h3 + h3);
            let _h7 = avg_pool2d(h3 + h6, 3, padding = same, count_include_pad = false);
            (h5, l1((pow(0.5 + square(tanh(h4)), -0.5))))
        }
    }
    R156 {
        input: [6];
        l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let h0 = max(abs(x0), axes = 0);
            let h1 = sigmoid(h0);
            let h2 = exp(tanh(h0 * ln(square(h1) + 0.5)));
            let h3 = h2 + zeros([1]);
            let h4 = pow(0.5 + square(tanh(h1)), -2.0);
            let h5 = h1 * h4;
            let h6 = h5 * h5;
            let h4 = l0(exp(tanh(h6)));
            (h3, h1, h4, h3)
        }
    }
    R157 {
        input: [7] in 0..2;
        #[frozen] l0: Embedding(2);
        l1: Sigmoid;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = softplus(h0);
            let h3 = l0(x0);
            let _h4 = softmax(l0(x0), axis = 1);
            let h5 = ln(square(h2) + 0.5);
            let h6 = permute((l1(h1)), [0, 1]);
            (l0(x0), h3 / (square(l1(h2)) + 0.5), h5, h6)
        }
    }
    R158 {
        input: [7];
        l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let h0 = mean(x0);
            let x0 = mean(h0, axis = 0);
            let h2 = sqrt(square(1e-1 - x0) + 0.5);
            let h3 = ln(square(h2) + 0.5);
            let h4 = elu(h2, alpha = 1.5);
            let h5 = square(h4);
            let h6 = sqrt(square(h2) + 0.5);
            let x0 = permute(h5, [0]);
            (h3, h6, l0(x0))
        }
    }
    R159 {
        input: [1, 5, 3];
        l0: Conv2d(_ -> 3, kernel = 3, stride = 2, padding = (0, 1, 2, 1));
        l1: Sigmoid();
        l2: PRelu(3);
        l3: Conv2d(3, kernel = (2, 3), padding = (1, 2, 1, 2), dilation = 2, groups = depthwise);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = l1(h0);
            let h3 = clamp(h1, min = 0.1, max = 0.1);
            let h4 = l2(h3);
            let h5 = l3(h2);
            let h6 = mean(h5, axes = (1, 2));
            let h7 = pow(0.5 + square(tanh(h4)), 0);
            let h8 = permute(h5, [1, 0, 2]);
            let h9 = clamp(l0(x0), min = 0.1, max = 0.1);
            (h6, h7, h8, h9 * h9)
        }
    }
    R160 {
        input: [2, 3, 4];
        l0: GroupNorm(1, affine = false);
        l1: Silu;
        l2: MaxPool2d(2, padding = 0, dilation = 2);
        l3: BatchNorm2d(eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let h1 = l1(h0);
            let h2 = l2(h0);
            let h3 = l0(h1);
            let h4 = slice(h3, 1..2, axis = 0);
            let h5 = l3(h4);
            let h6 = sqrt(square(h5) + 0.5);
            (h1 / (square(h1) + 0.5), h2, l2(l0(h0)), h6)
        }
    }
    R161 {
        input x0: [4];
        input x1: [2, 5];
        input x2: [1, 3] in 0..6;
        l0: Linear(4, bias = true);
        l1: Gelu(approximate = none);
        l2: Embedding(6 -> 3);
        l3: Dropout(0.3);
        fn forward(x0, x1, x2) {
            let h0 = hard_swish(abs(x1));
            let h1 = matmul(h0, x1, transpose_a = false, transpose_b = true);
            let h2 = l1(x1);
            let h3 = h2 - 3.0;
            let h4 = l2(x2);
            let h5 = l0(l0(x0));
            let h6 = expand(h4, [2, 3, 3]);
            let h7 = l3(h6);
            (x1, h1, h3, h5, h0 / (square(h2) + 0.5), h7 + zeros([2, 3, 3]))
        }
    }
    R162 {
        input x0: [3, 2];
        input x1: [3, 3];
        input x2: [3, 2];
        l0: GroupNorm(1, affine = true);
        fn forward(x0, x1, x2) {
            let h0 = softplus(x0);
            let h1 = h0 / (square(x0) + 0.5);
            let h2 = ln(square(h1) + 0.5);
            let h3 = concat(h2, h2, x2, x1, axis = 1);
            let h4 = avg_pool1d(expand(x2, [3, 2]), kernel = 1, count_include_pad = true);
            let h5 = log_softmax(x1, axis = 1);
            let h6 = relu(l0(h5));
            let h7 = l0(h6);
            (-dropout(h3), h4, h7)
        }
    }
    R163 {
        input x0: [4, 4, 6];
        input x1: [3, 3, 2];
        input x2: [3, 3, 2];
        l0: Conv2d(_ -> 3, kernel = (1, 3), stride = 2, padding = same, dilation = 2, bias = true);
        l1: Sigmoid;
        l2: Sigmoid;
        l3: LayerNorm(axes = 2, eps = 0.1);
        l4: Parameter([3, 2, 9], init = uniform(1.5));
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let h1 = concat(h0, h0, h0, axis = 2);
            let h2 = square(h1);
            let h3 = sqrt(square(h0) + 0.5);
            let h4 = l3(l2(l1(h2))) + l4;
            let h5 = matmul(h4, x1, transpose_a = true, transpose_b = true);
            (h3, h5, x1 / (square(x2) + 0.5))
        }
    }
    R164 {
        input x0: [4, 4];
        input x1: [4, 4];
        l0: Softplus();
        l1: Gelu(approximate = none);
        l2: HardSwish();
        train: biases;
        fn forward(x0, x1) {
            let h0 = slice(x0 * x1, 1..3, axis = 1);
            let x0 = slice(h0, 0..1, axis = 0);
            let h2 = pow(0.5 + square(tanh(x0)), -2.0);
            let h3 = l0(x0);
            let h4 = sigmoid(h3);
            let h5 = h0 - zeros([4, 2]);
            let h6 = h5 - -0.7;
            let h7 = l2(l2(x1));
            let h8 = flatten(h7);
            let h9 = flatten(h5);
            let h10 = concat(h9, h8);
            (h2, l1(h3), h4, l2(x1), h6, h10)
        }
    }
    R165 {
        input x0: [3, 1, 6];
        input x1: [3, 1, 6];
        l0: MaxPool2d((1, 3), padding = valid, dilation = 2);
        l1: Conv2d(1, kernel = 1, stride = 2, bias = true);
        fn forward(x0, x1) {
            let h0 = x0 + x0;
            let x1 = l0(silu(h0) * x1);
            let x1 = concat(x1, x1, axis = 1);
            let h3 = x0 / (square(h0) + 0.5);
            let h0 = clamp(transpose(h3), min = 0.1, max = 0.1);
            let _h5 = l1(h0);
            let h6 = l1(h0);
            (x1, h6)
        }
    }
    R166 {
        input x0: [2, 5, 2];
        input x1: [4, 2] in 0..1;
        input x2: [3];
        input x3: [3];
        l0: PixelShuffle(1);
        fn forward(x0, _x1, x2, x3) {
            let h0 = x2 - x3;
            let h1 = reshape(h0, [1, 3, 1]);
            let h2 = sqrt(square(x0) + 0.5);
            let h3 = l0(h2 * x0);
            let _h4 = pad2d(h3, (0, 1, 1, 0));
            let h5 = l0(h2);
            (sqrt(square(sigmoid(gelu(h1, approximate = none))) + 0.5), max((l0(h5)), axes = (0, 1, 2)))
        }
    }
    R167 {
        input: [1, 4, 4];
        l0: Conv2d(_ -> 2, kernel = 3, stride = 2, groups = depthwise);
        l1: RmsNorm(eps = 1e-2);
        l2: BatchNorm2d(2);
        l3: Conv2d(2 -> 4, kernel = 1, stride = 2, padding = 0, dilation = (1, 2), groups = depthwise, bias = false);
        train: l2, l3;
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = expand(x0, [2, 3, 2]);
            let h2 = log_softmax(h1, axis = 1);
            let _x0 = l2(l1(h2));
            let h4 = h2 + zeros([2, 3, 2]);
            l3(h4)
        }
    }
    R168 {
        input: [3, 4] in 0..5;
        l0: Embedding(2);
        l1: HardSwish();
        l2: LeakyRelu(0);
        l3: Flatten;
        fn forward(x0) {
            let x0 = l0(x0);
            let _h1 = l1(abs(pad2d(x0, (2, 1, 0, 0), mode = reflect)));
            let h2 = l2(x0);
            let h3 = h2 + zeros([3, 4, 2]);
            let h4 = l2(h3);
            (h3, l3(abs(h4)))
        }
    }
    R169 {
        input: [3, 1] in 0..1;
        #[frozen] l0: Embedding(1 -> 3);
        l1: AvgPool2d(kernel = 1, stride = (1, 2), count_include_pad = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + h0;
            let x0 = l0(x0);
            let h3 = l1(h0);
            let h4 = l1(h0);
            let h5 = h4 * h3 - h3;
            let h6 = l1(h1);
            let h7 = relu(h5);
            let h8 = l1(h0);
            (reshape((abs(x0)), [1, 3, 3]), h6, h7, h8)
        }
    }
    R170 {
        input x0: [3, 4, 4];
        input x1: [4, 2];
        l0: Glu(axis = 2);
        l1: HardSwish();
        l2: Glu(axis = 1);
        fn forward(x0, x1) {
            let h0 = expand(l0(x0), [3, 4, 2]);
            let x0 = l1(h0);
            let x0 = x0 / (square(x0) + 0.5);
            let h3 = l1(x0);
            let h4 = softplus(h3);
            let _h5 = l2(l1(h3));
            let _h6 = l2(h4);
            let x0 = mean(h0, axis = 0, keep = false);
            let h8 = x0 + x1;
            h8
        }
    }
    R171 {
        input x0: [2] in 0..2;
        input x1: [3, 1, 4];
        input x2: [4, 5];
        l0: MaxPool1d(kernel = 3, stride = 1, padding = same);
        l1: Conv2d(_ -> 1, kernel = 2, padding = same, dilation = 2, groups = 1, bias = false);
        l2: InstanceNorm2d(affine = false);
        l3: Conv2d(_ -> 3, kernel = 1, stride = 2, padding = valid, dilation = 2, bias = true);
        l4: RmsNorm(axes = 1);
        fn forward(_x0, x1, x2) {
            let h0 = x2 * x2;
            let x2 = sum(h0, axes = (0, 1), keep = true);
            let h2 = l0(h0) + -0.7;
            let h3 = l2(l1(x1));
            let h4 = h3 - h3;
            (h2, l3(sqrt(square(h3) + 0.5)), l4(flatten(x2)), l3(h3), h4)
        }
    }
    R172 {
        input x0: [4];
        input x1: [4, 5, 2];
        l0: Gelu(approximate = none);
        l1: Softmax(axis = 0);
        l2: Softplus;
        fn forward(x0, x1) {
            let h0 = square(x1);
            let h1 = hard_swish(pixel_shuffle(sigmoid(h0), 1));
            let h2 = l0(h1);
            let h3 = slice(h2, ..1, axis = 0);
            let h4 = l1(x0);
            let h0 = sum(h4, keep = true);
            let h1 = l1(h4);
            let h7 = l2(h4);
            let h4 = pow(0.5 + square(tanh(h7)), 0);
            (h3, h0, h1, h4)
        }
    }
    R173 {
        input x0: [4, 4];
        input x1: [4, 2] in 0..4;
        l0: Embedding(_ -> 4);
        l1: LayerNorm(eps = 0.1);
        l2: MaxPool2d(kernel = 2, stride = (2, 1), padding = same);
        l3: LogSoftmax(axis = 2);
        l4: Linear(_ -> 4);
        l5: Conv2d(4 -> 2, kernel = 2, stride = 1, padding = valid, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = l0(x1);
            let h2 = l1(h0);
            let h3 = slice(h1, ..3, axis = 0);
            let _h4 = l1(h1);
            let _h5 = l2(h3);
            let h6 = l0(x1);
            let h7 = l4(x0);
            let h8 = matmul(x0, h7, transpose_b = false);
            (expand(h1, [4, 2, 4]), l3(h6), l5(h2), h8)
        }
    }
    R174 {
        input: [3, 3, 3];
        l0: Pad2d((1, 0));
        l1: Sigmoid;
        fn forward(x0) {
            let h0 = sqrt(square(x0) + 0.5);
            let h1 = l0(x0);
            let h2 = l1(h0);
            let h3 = l1(h1);
            let h4 = max(h3, axis = 0);
            let h5 = adaptive_avg_pool2d(h2, (5, 7));
            let _h6 = abs(h5);
            let h7 = max_pool1d(h4, 3);
            let h8 = max_pool2d(h5, kernel = 2);
            let h9 = avg_pool1d(h7, kernel = 1, stride = 2, padding = same, count_include_pad = false);
            (h8 * h8, h9)
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R125 {
        input x0: [1, 2, 1];
        input x1: [2, 1, 1];
        l0: MaxPool2d(2, stride = 2, padding = same, dilation = (2, 1));
        l1: LayerNorm;
        fn forward(x0, x1) {
            let h0 = pow(0.5 + square(tanh(l0(softplus(pow(0.5 + square(tanh(x0)), -0.5))))), -1);
            let h1 = expand(x1, [2, 1, 2]);
            let h2 = l1(x1);
            let h3 = clamp(h1, -0.5, 1.5);
            let h4 = l1(h2);
            let h5 = avg_pool2d(h0, kernel = (3, 1), stride = (1, 3), padding = same, count_include_pad = false);
            let h6 = flatten(h5);
            let h7 = flatten(h4);
            let h8 = concat(h7, h6);
            (l0(x0), softplus(h0), h3, x0, l0(x0), h8)
        }
    }
    R126 {
        input x0: [1, 3];
        input x1: [1, 3];
        l0: LogSoftmax(axis = 1);
        l1: HardSwish();
        fn forward(x0, x1) {
            let h0 = matmul(x1, x0, transpose_a = true, transpose_b = false);
            let h1 = l0(h0);
            let h2 = l0(h0);
            let h3 = h2 * h2;
            let h4 = softmax(max_pool1d(h1, kernel = 2, padding = (1, 0), dilation = 2));
            let h5 = l1(h0);
            let h6 = sum(h5, axes = (0, 1));
            (h3, h6, h4 - h4, mean(l1(h1), axes = (0, 1), keep = true))
        }
    }
    R127 {
        input x0: [3, 3, 4];
        input x1: [6];
        l0: BatchNorm1d(eps = 0.1, momentum = 0.3);
        l1: Linear(1, bias = true);
        l2: LeakyRelu(slope = -0.3);
        l3: Linear(_ -> 5, bias = true);
        fn forward(_x0, x1) {
            let h0 = l0(x1);
            let _x1 = l1(x1);
            let h2 = h0 * h0;
            let h3 = l2(h2 + h2);
            let h4 = slice(h3, 2..3, axis = 0);
            let h5 = l3(h3);
            let h6 = glu(h3, axis = 0);
            let h7 = h5 - zeros([5]);
            let h8 = softplus(l3(h2));
            (h4, l2(h0), h6, h7, h8)
        }
    }
    R128 {
        input x0: [2, 6, 4];
        input x1: [6, 4, 3];
        l0: Softmax(axis = 2);
        l1: Elu;
        fn forward(x0, x1) {
            let h0 = x0 + x0;
            let h1 = permute(h0, [1, 0, 2]);
            let h0 = h1 / (square(h1) + 0.5);
            let h3 = l0(h0);
            let h4 = sqrt(square(h3) + 0.5);
            let h5 = pad2d(l1(h4), padding = (1, 0), mode = reflect);
            let h6 = l1(abs(h0));
            let h7 = matmul(h5, x1, transpose_a = true);
            let h8 = slice(h6, ..1, axis = 1);
            (h8, -0.7 / (square(h7) + 0.5))
        }
    }
    R129 {
        input: [1, 5, 4];
        l0: BatchNorm2d(5, eps = 1e-2);
        l1: Gelu(approximate = tanh);
        l2: Dropout(0.3);
        fn forward(x0) {
            let x0 = permute(x0, [2, 0, 1]);
            let h1 = permute(x0, [2, 1, 0]);
            let h2 = l0(l0(matmul(h1, h1, transpose_b = true)));
            let h3 = concat(x0, x0, axis = 2);
            let (_h4_0, h4_1, h4_2, h4_3, h4_4) = split(h3, axis = 2);
            let h1 = l2(l2(l1(h1)));
            let _h6 = l2(h4_2);
            let h3 = exp(tanh(h3));
            (h2, h4_1, h4_3, h4_4, h1, h3)
        }
    }
    R130 {
        input x0: [2, 1, 3];
        input x1: [3, 4] in 0..3;
        l0: HardSwish;
        l1: AdaptiveAvgPool2d((6, 4));
        train: biases;
        fn forward(x0, _x1) {
            let x0 = relu(x0);
            let h1 = l0(x0);
            let h2 = l0(x0);
            let h3 = clamp(square(h2), max = 0.7);
            let h4 = max(x0, axes = (0, 1, 2), keep = true);
            let h2 = l1(h4);
            let h6 = l1(h4);
            let h7 = exp(tanh(h6));
            let _h8 = sqrt(square(h7) + 0.5);
            let h9 = reshape(h2, [3, 2, 4, 1, 1, 1]);
            let h10 = l0(h3);
            let h11 = reshape(h9, [24, 1, 1]);
            (h1, h11, h10)
        }
    }
    R131 {
        input x0: [2, 2] in 0..3;
        input x1: [2];
        l0: Linear(2 -> 4);
        fn forward(_x0, x1) {
            let h0 = clamp(x1, min = -0.3);
            let h1 = l0(x1);
            let h2 = clamp(h0, min = -0.3);
            let h0 = ln(square(square(h2)) + 0.5);
            let h4 = h1 + h1;
            let h5 = abs(h4);
            let h6 = h5 + h5;
            let h7 = l0(h0);
            let h0 = sigmoid(h5);
            (h6, h7, sum(h0, axes = 0, keep = false))
        }
    }
    R132 {
        input x0: [3, 3, 2];
        input x1: [3, 3, 2];
        l0: AdaptiveAvgPool2d(output_size = (7, 1));
        #[frozen] l1: Dropout(0.3);
        fn forward(x0, x1) {
            let h0 = pad2d(pow(0.5 + square(tanh(x0)), 0.5), (0, 0, 0, 1), mode = reflect);
            let h1 = ln(square(h0) + 0.5);
            let h2 = l0(h1);
            let h3 = x0 + x1 + x1;
            let x1 = l0(h0);
            let h5 = adaptive_avg_pool2d(h3, 2);
            let h6 = pow(0.5 + square(tanh(h2)), -1);
            let _h7 = l1(h6);
            let h8 = exp(tanh(h0));
            let h9 = l0(h8);
            (x1, h5, h9)
        }
    }
    R133 {
        input x0: [3, 5];
        input x1: [1, 1, 4];
        input x2: [4, 5, 3];
        l0: BatchNorm2d(eps = 0.1);
        l1: PixelShuffle(1);
        l2: Elu(alpha = 1.5);
        fn forward(_x0, _x1, x2) {
            let h0 = l0((l0(x2 / (square(x2) + 0.5))));
            let h1 = l0(x2);
            let h2 = h0 - h1;
            let h3 = l1(l0(h2));
            let h4 = slice(h3, 1..5, axis = 1);
            let h5 = l2(h2);
            let h6 = sum(h4, axes = (0, 1));
            let h7 = l1(h2);
            (l0(x2), h5, h6, h7)
        }
    }
    R134 {
        input x0: [2, 6, 3];
        input x1: [2, 1, 3];
        l0: Softplus;
        l1: Silu;
        l2: AdaptiveAvgPool2d(output_size = (4, 2));
        l3: Softmax(axis = 1);
        l4: InstanceNorm2d(eps = 1e-2, affine = false);
        l5: PRelu(1);
        train: biases;
        fn forward(x0, x1) {
            let h0 = concat(x0, x1, x0, axis = 1);
            let h1 = transpose(h0);
            let x0 = l0(h1);
            let h3 = l1(x0);
            let h4 = l2(h3);
            let h5 = abs(h4);
            let h6 = permute(x1, [0, 2, 1]);
            let x1 = l3(h6);
            let h8 = l4(h4);
            let h9 = slice(h5, 0..1);
            let h10 = l5(h9);
            let h11 = silu(h8);
            (x1, h10, h11)
        }
    }
    R135 {
        input: [1];
        l0: Linear(_ -> 5, bias = true);
        l1: HardSwish;
        l2: RmsNorm(axes = 1);
        l3: Elu(0.7);
        fn forward(x0) {
            let h0 = l2(l1(l0(x0)));
            let h1 = h0 * h0;
            let h1 = concat(x0, h1, x0, axis = 0);
            let h1 = abs(h1 - zeros([7]));
            let h4 = l0(x0);
            let h5 = l2(relu(h4));
            let h6 = hard_swish(l3(h5));
            (h1, h6)
        }
    }
    R136 {
        input x0: [4, 2, 2];
        input x1: [2, 4] in 0..3;
        input x2: [3, 4, 5];
        input x3: [4, 1, 3];
        l0: AdaptiveAvgPool2d(5);
        l1: ConvTranspose2d(_ -> 4, kernel = (1, 2), stride = 1, padding = (1, 0));
        fn forward(x0, _x1, _x2, x3) {
            let x0 = x0 * x0;
            let h1 = matmul(x3, (avg_pool2d(x0, 2, stride = (2, 1), count_include_pad = true)), transpose_a = true, transpose_b = false);
            let h2 = l0(glu(h1, axis = 0));
            let h3 = relu(h2);
            let h4 = l1(slice(h3, ..1));
            let h5 = gelu(h4, approximate = tanh);
            let h6 = pow(0.5 + square(tanh(h5)), 1);
            let h7 = log_softmax(h6);
            (h4, h7)
        }
    }
    R137 {
        input x0: [4, 3, 6];
        input x1: [3, 2];
        l0: Linear(2 -> 3, bias = true);
        l1: Conv2d(12, kernel = (3, 2), stride = 2, padding = 0, groups = depthwise, bias = true);
        l2: LogSoftmax(axis = 2);
        l3: Conv2d(4, kernel = 1, stride = (2, 1), padding = valid, dilation = 2, bias = false);
        l4: Conv2d(12 -> 4, kernel = 2, stride = 2, padding = (1, 0), dilation = 2, bias = false);
        l5: Tanh;
        l6: Elu(alpha = 1.5);
        l7: Conv2d(4, kernel = (2, 1), stride = 2, padding = (2, 1), dilation = 2, groups = depthwise, bias = true);
        fn forward(x0, x1) {
            let h0 = concat(x0, x0, x0, axis = 0);
            let h1 = l0(2 + x1);
            let h2 = l1(h0);
            let h3 = l2(h2);
            let h4 = l3(h3);
            let _h5 = l5(l0(x1));
            let h6 = l7(l6(l4(h3)));
            (concat(x1, h1, h1, h1, axis = 1), h4, h6)
        }
    }
    R138 {
        input x0: [4, 2, 2];
        input x1: [1, 1, 1];
        input x2: [5] in 0..6;
        l0: RmsNorm(axes = 1);
        l1: Parameter([1, 1, 1], init = -1);
        l2: AvgPool2d(kernel = 1, stride = 2);
        fn forward(x0, x1, _x2) {
            let h0 = l0((l0(reshape(max(pow(0.5 + square(tanh(x1)), 1), axes = 1, keep = true) - zeros([1, 1, 1]), [1, 1, 1]))));
            let h1 = h0 + l1;
            let h2 = pad2d(global_avg_pool2d(pow(0.5 + square(tanh(x0)), 2)), padding = 0, mode = reflect);
            (l2(l0(h1)), x0, h2)
        }
    }
    R139 {
        input x0: [1, 3] in 0..5;
        input x1: [1, 4];
        l0: Embedding(_ -> 1);
        l1: Conv2d(3 -> 3, kernel = 1, stride = (2, 1), padding = 0, dilation = 2, groups = depthwise, bias = true);
        fn forward(x0, x1) {
            let h0 = x1 * x1;
            let h1 = reshape(h0, [2, 2]);
            let _h2 = exp(tanh(permute(h1, [0, 1])));
            let h3 = l0(x0);
            let h4 = log_softmax(h3, axis = 2);
            let h5 = dropout(matmul(h4, h4, transpose_b = true), 0.3);
            let h6 = global_avg_pool2d((permute(h5, [2, 0, 1])));
            let h7 = l1(h6);
            (slice(h0, 3..4, axis = 1), h7)
        }
    }
    R140 {
        input x0: [1, 1, 3];
        input x1: [1, 1, 3];
        l0: HardSwish();
        fn forward(x0, x1) {
            let h0 = adaptive_avg_pool2d(x1 - x0, (2, 5));
            let h1 = exp(tanh(h0));
            let x0 = h0 + 0.5;
            let h3 = transpose(x0);
            let h4 = glu(l0(h1), axis = 1);
            let h5 = l0(h0);
            (h3, l0(l0(h1)), relu(h4), l0(h5), h3)
        }
    }
    R141 {
        input x0: [3, 3];
        input x1: [3, 3];
        input x2: [2, 3];
        l0: LayerNorm;
        l1: Softplus();
        fn forward(x0, x1, x2) {
            let h0 = concat(x1, x0, x2, x2);
            let h1 = avg_pool1d(h0, 2, stride = 3, padding = 1, count_include_pad = false);
            let h1 = matmul(h1, x2, transpose_b = false);
            let h3 = sqrt(square(x0) + 0.5);
            let h4 = pow(0.5 + square(tanh(square(l0((l0(h3)))))), -1);
            let h5 = transpose(h4);
            let h6 = square(h5);
            (mean(h1, axis = 0), h6, l1(h0))
        }
    }
    R142 {
        input x0: [4, 4];
        input x1: [2, 4];
        l0: Elu;
        l1: BatchNorm1d(eps = 0.1, momentum = 0.3);
        fn forward(x0, x1) {
            let h0 = square(x0);
            let h1 = glu(h0, axis = 0);
            let h2 = x1 * h1;
            let h3 = x0 - h0;
            let h4 = l0(h2);
            let h5 = leaky_relu(h4, 0);
            let h6 = slice(h3, 0..1, axis = 1);
            let h0 = h1 * 1e-1;
            let h8 = l1(h0);
            let h9 = mean(h4, keep = true);
            (h5, h6, h8, h9)
        }
    }
    R143 {
        input x0: [4, 3] in 0..5;
        input x1: [3, 3] in 0..5;
        l0: Embedding(5 -> 3);
        l1: PixelShuffle(1);
        l2: Gelu(approximate = tanh);
        l3: InstanceNorm2d;
        fn forward(_x0, x1) {
            let h0 = l0(x1);
            let h0 = pixel_shuffle(h0, 1);
            let h2 = l0(x1);
            let h3 = avg_pool2d(h2, 3, stride = 1, count_include_pad = false);
            let h4 = l1(h3);
            let h3 = ln(square(h3) + 0.5);
            let h6 = h3 - zeros([3, 1, 1]);
            let h7 = l2(h6);
            let _h8 = h7 * h4;
            let h9 = l3(h7);
            let h10 = gelu(h4, approximate = tanh);
            (h0, h6, h9, abs(h2), h10)
        }
    }
    R144 {
        input x0: [1, 5] in 0..3;
        input x1: [4, 2];
        l0: Relu;
        fn forward(_x0, x1) {
            let x1 = tanh(x1);
            let h1 = exp(tanh(slice(x1, 0..1, axis = 0)));
            let h1 = transpose(h1);
            let h1 = gelu(h1, approximate = tanh);
            let h4 = l0(h1);
            let h4 = h4 * h1;
            let h6 = max(h4, axes = 1, keep = false);
            let (h7_0, h7_1) = split(h6);
            (h7_0, elu(h7_1))
        }
    }
    R145 {
        input x0: [3, 2];
        input x1: [1, 6, 3];
        input x2: [1, 1];
        l0: BatchNorm1d(eps = 1e-2);
        l1: LayerNorm(axes = 2);
        l2: Linear(2);
        l3: Elu(0.7);
        fn forward(_x0, x1, x2) {
            let h0 = l1(l0(x2));
            let h1 = h0 - x2;
            let h2 = l2(h1);
            let h3 = max_pool2d(x1, kernel = 1, padding = same, dilation = 2);
            let h4 = l2(l0(l0(sqrt(square(x2) + 0.5))));
            let h5 = l3(x1);
            (h2, l2(x2), h3, h4, permute(h5, [1, 2, 0]))
        }
    }
    R146 {
        input: [2, 4];
        l0: Flatten;
        fn forward(x0) {
            let h0 = max(x0, axis = 1);
            let h1 = l0(h0);
            let h2 = relu(h1);
            let h3 = l0(square(h2 / (square(h2) + 0.5)));
            let (h4_0, h4_1) = split((sigmoid(h2)), axis = 0);
            (h4_0, h3, h4_1, mean(l0(h3)))
        }
    }
    R147 {
        input x0: [3];
        input x1: [2, 5];
        input x2: [2, 5];
        input x3: [5, 5];
        l0: LayerNorm(axes = 2, eps = 1e-2);
        l1: AvgPool1d(1, count_include_pad = true);
        l2: LogSoftmax;
        l3: GroupNorm(2, eps = 0.1, affine = true);
        fn forward(_x0, x1, x2, x3) {
            let h0 = l0(x1);
            let h1 = x2 + h0;
            let h2 = l1((matmul(x1, x1, transpose_a = true)));
            let h3 = l2(h2);
            let h4 = x3 + h3;
            let h5 = 1e-1 / (square(h4) + 0.5);
            let h6 = l3(l0(h1));
            (h5, l0(h6))
        }
    }
    R148 {
        input: [2, 4, 4];
        #[frozen] l0: Flatten;
        l1: Upsample2d(1);
        #[frozen] l2: ConvTranspose2d(_ -> 4, kernel = (3, 2), padding = 1);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = expand(l0(leaky_relu(h0, slope = -0.3)), [32]);
            let x0 = l1(x0);
            let h3 = l1(x0);
            let h4 = reshape(l0(h0), [8, 4, 1, 1]);
            let h5 = h4 / (square(h4) + 0.5);
            let h6 = l2(x0);
            let h7 = reshape(h5, [32, 1, 1]);
            (h3, h7, h1 * h1, h6)
        }
    }
    R149 {
        input x0: [3, 5];
        input x1: [4, 5, 6];
        input x2: [1, 4];
        l0: ConvTranspose2d(_ -> 2, kernel = (3, 2), stride = 1, bias = false);
        l1: BatchNorm2d;
        fn forward(_x0, x1, x2) {
            let h0 = leaky_relu(x2, 0);
            let h1 = l0(x1);
            let _h2 = concat(h1, h1, axis = 2);
            let h3 = relu(silu(l0(x1)));
            let h4 = l1(h3);
            let h5 = l1(h3);
            (h0, slice(h4, ..1, axis = 0), pow(0.5 + square(tanh(h5)), -2.0))
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R100 {
        input x0: [1, 4];
        input x1: [3, 2] in 0..6;
        input x2: [4, 3];
        l0: Relu;
        l1: LogSoftmax;
        l2: Softplus;
        l3: Relu;
        fn forward(x0, _x1, x2) {
            let x2 = transpose(matmul(x2, x0, transpose_a = true, transpose_b = true));
            let h1 = l0(x2);
            let h2 = l1(x2);
            let (h3_0, h3_1, h3_2) = split((l1(h1)), axis = 1);
            let _h4 = l2(h2);
            let h5 = h3_2 - h3_2;
            let h6 = matmul(h3_1, h5, transpose_a = true, transpose_b = false);
            let h7 = l3(h5);
            (max(tanh(h1), axis = 1, keep = true), h3_0, h6, h7, h3_2)
        }
    }
    R101 {
        input x0: [2, 3, 1];
        input x1: [1, 2] in 0..6;
        l0: Conv2d(2 -> 2, kernel = (2, 1), stride = (1, 2), padding = same, dilation = (1, 2), groups = depthwise);
        l1: Upsample2d(scale = (1, 2));
        l2: Silu;
        #[frozen] l3: Conv2d(_ -> 1, kernel = 3, stride = (1, 2), padding = same, groups = depthwise);
        fn forward(x0, _x1) {
            let h0 = reshape((transpose(x0 - 1.5)), [1, 6, 1, 1]);
            let x0 = l2(l1(l0(l0(x0))));
            let h2 = max(slice(x0, ..2, axis = 0), axes = (0, 1, 2), keep = true);
            let h3 = l3(h2);
            let h4 = transpose(h3);
            let h5 = softplus(h2);
            let h6 = reshape(h0, [6, 1, 1]);
            (h6, h4, h5)
        }
    }
    R102 {
        input x0: [3, 5];
        input x1: [2, 3] in 0..1;
        input x2: [6];
        l0: Tanh;
        l1: Silu;
        l2: LeakyRelu(0.2);
        l3: BatchNorm1d(3, eps = 0.1);
        fn forward(x0, _x1, x2) {
            let h0 = l0(x2);
            let h1 = x2 * h0;
            let h2 = permute(leaky_relu(h1, 0.2), [0]);
            let h3 = l1(log_softmax(h2));
            let h4 = l1(x0);
            let h5 = elu(h3);
            let h6 = l2(h5);
            (h6, l3(sigmoid(h4)))
        }
    }
    R103 {
        input: [1, 1] in 0..6;
        l0: Embedding(2);
        l1: Embedding(9 -> 1);
        l2: Softmax(axis = 1);
        l3: Dropout(0.0);
        fn forward(x0) {
            let h0 = l1(x0);
            let h1 = tanh(h0);
            let h2 = h0 * permute(h1, [2, 1, 0]);
            let h3 = l2(h0);
            let h4 = mean(l0(x0), axes = 0);
            let h5 = l3(h4);
            (h5, concat(h1, h2, h3))
        }
    }
    R104 {
        input: [4, 4, 5];
        l0: Elu(alpha = 1.5);
        l1: LeakyRelu(slope = -0.3);
        l2: Elu(alpha = 1.5);
        l3: AvgPool2d(1, stride = 2, padding = same);
        l4: Upsample2d(scale = 1);
        l5: Tanh();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(permute(h0, [0, 1, 2]));
            let h2 = l1(3.0 * expand(h1, [4, 4, 5]));
            let h3 = l2(h2);
            let h3 = l3(h3);
            let h5 = l4(h0);
            let h6 = l4(h5);
            let h7 = l5(h2);
            (h3, mean(x0, axis = 1, keep = false), h6, h7)
        }
    }
    R105 {
        input: [4, 4] in 0..1;
        #[frozen] l0: Embedding(2);
        l1: Upsample2d(scale = (2, 1));
        l2: Conv2d(4 -> 1, kernel = 3, stride = 2, padding = same, groups = 1);
        l3: AvgPool2d(kernel = 1, stride = (3, 2));
        fn forward(x0) {
            let x0 = transpose(l0(x0));
            let h1 = log_softmax(dropout(x0), axis = 0);
            let h2 = transpose(h1);
            let (h3_0, h3_1, h3_2, h3_3) = split(h1, axis = 2);
            let h4 = softmax(h3_1, axis = 0);
            let _h5 = transpose(h4);
            let h6 = l3(l1(h3_0));
            (h2, h3_3, l2(h3_2), h6)
        }
    }
    R106 {
        input: [2, 2, 6];
        l0: MaxPool2d(kernel = (1, 3), stride = 3, padding = same, dilation = (1, 2));
        l1: Elu(alpha = 1.5);
        l2: Linear(2);
        l3: Elu(alpha = 1.5);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = relu(h0);
            let h2 = matmul(h1, h1, transpose_a = false, transpose_b = true);
            let h3 = l1(h2);
            let h4 = l1(h2);
            let h5 = l2(mean(upsample2d(h3, scale = (2, 3)), axes = (0, 2)));
            let h6 = h5 * h5;
            let h7 = l3(h4);
            (mean(h3, axes = (0, 1)), h6, h2 * h7)
        }
    }
    R107 {
        input x0: [1, 3] in 0..5;
        input x1: [1, 3] in 0..3;
        l0: Embedding(3 -> 3);
        l1: Conv2d(1 -> 4, kernel = 2, stride = 1, padding = (2, 1, 0, 0), dilation = (1, 2));
        l2: Linear(9 -> 4, bias = true);
        l3: LeakyRelu(0.2);
        l4: Linear(1, bias = false);
        l5: Linear(9 -> 4);
        l6: Conv2d(4 -> 1, kernel = (2, 1), stride = (1, 2), padding = (0, 2), bias = true);
        fn forward(_x0, x1) {
            let h0 = l0(x1);
            let h1 = tanh((reshape(h0, [9])));
            let h2 = l1(h0);
            let h3 = hard_swish(h2);
            let h4 = elu(h1);
            let h5 = l2(h4);
            let h6 = l3(h5);
            let h7 = l4(h6);
            let h4 = l1(h0);
            let h9 = l5(h1);
            let h10 = l6(h3);
            (h7, h4, h9, h6, h10)
        }
    }
    R108 {
        input x0: [2, 1] in 0..6;
        input x1: [3, 3, 4];
        l0: Sigmoid;
        l1: Softmax(axis = 0);
        l2: AvgPool2d(2, padding = same);
        train: biases;
        fn forward(_x0, x1) {
            let x1 = l0(x1);
            let h1 = upsample2d(x1, 1);
            let h2 = l1(reshape(h1, [36]));
            let h3 = max(matmul(x1, x1, transpose_b = true), axes = (0, 1, 2), keep = true);
            let h4 = l2(max_pool2d(h3, 1));
            let h5 = slice(h1, 0..2);
            (softplus(h2), h4, h5)
        }
    }
    R109 {
        input: [4, 4, 1];
        l0: Gelu;
        l1: Conv2d(4 -> 2, kernel = 1, stride = 2, dilation = (2, 1), groups = 2);
        l2: Sigmoid();
        fn forward(x0) {
            let h0 = log_softmax(x0, axis = 2);
            let x0 = avg_pool2d(h0, 3, stride = 3, padding = 1, count_include_pad = false);
            let h2 = transpose(x0);
            let h3 = l0(h0);
            let h4 = 2 + x0;
            let h5 = slice(h4, ..1, axis = 1);
            let h6 = l1(h0);
            let h7 = permute(h6, [0, 1, 2]);
            let h8 = l2(l1(h3));
            let h3 = l0(l0(h6));
            (h2, h5, h7, h8, h3)
        }
    }
    R110 {
        input x0: [1, 3];
        input x1: [3, 4];
        input x2: [7];
        l0: Tanh();
        l1: LogSoftmax;
        fn forward(x0, x1, x2) {
            let h0 = l0(x2);
            let h1 = flatten(h0);
            let h2 = sum(h1, keep = true);
            let h3 = sigmoid(h2);
            let h4 = x1 - 1e-1;
            let h5 = l0(h0);
            let _h6 = matmul(x0, x0, transpose_b = true);
            let h7 = l1(leaky_relu(h1, slope = -0.3));
            (l1(h1), h3, l0(h2), h4, h5, h7)
        }
    }
    R111 {
        input: [4] in 0..6;
        l0: Embedding(_ -> 3);
        l1: Flatten;
        l2: Linear(12 -> 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = tanh(h0 + h0);
            let h2 = l1(l0(x0));
            let h1 = silu(h1);
            let h4 = leaky_relu(transpose(h1), slope = -0.3);
            let x0 = reshape(l1(h1), [3, 4]);
            let h6 = silu(h4);
            let h7 = l2(h2);
            (x0, h6, h7)
        }
    }
    R112 {
        input x0: [2, 1, 4];
        input x1: [1, 3, 1];
        l0: Tanh();
        l1: Gelu(approximate = tanh);
        l2: AvgPool2d(2, stride = (3, 2), count_include_pad = false);
        fn forward(x0, x1) {
            let h0 = max_pool2d(slice(x0, ..1, axis = 0), 1, padding = 0);
            let h1 = avg_pool2d(gelu(h0, approximate = tanh), 3, stride = 2, padding = 1, count_include_pad = false);
            let _h2 = l0(h1);
            let h3 = h0 * 1.5;
            let h0 = matmul(x1, h3);
            let h5 = l1(h0);
            let h6 = l2(h5);
            let (h7_0, h7_1) = split(h6, axis = 2);
            (silu(x1), h7_0, h7_1)
        }
    }
    R113 {
        input: [3, 3, 4];
        l0: BatchNorm2d(3);
        l1: Upsample2d(1);
        l2: Conv2d(1, kernel = 2, dilation = (1, 2));
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = h1 * x0;
            let h3 = h2 * x0;
            let h4 = h2 + h3;
            let h5 = transpose(x0);
            let h6 = l1(x0);
            (h4, h5, reshape(h6, [4, 9]), l2(l1(h3)), elu(h6))
        }
    }
    R114 {
        input: [2, 5, 1];
        l0: Relu;
        l1: HardSwish();
        l2: Dropout(0.0);
        l3: Relu;
        train: biases;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = sum(slice(l1(-hard_swish(x0)), 2..5, axis = 1), axes = 0, keep = true);
            let h2 = mean(l3(slice(x0, .., axis = 2)));
            let h3 = slice(l2(h1), 1..2, axis = 1);
            (h0, h2, h3)
        }
    }
    R115 {
        input x0: [2, 2, 1];
        input x1: [3, 4, 1];
        l0: Softplus;
        l1: LeakyRelu(0.2);
        l2: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l3: Sigmoid;
        l4: BatchNorm2d(3);
        fn forward(_x0, x1) {
            let h0 = 1e-1 * x1;
            let h1 = l1((l0(l0(h0))));
            let h2 = l1(x1);
            let h3 = l2((slice(h2, 1..2, axis = 1)));
            let x1 = l3(h3);
            let h5 = l4(h2);
            (h1, l2(x1), h5)
        }
    }
    R116 {
        input x0: [1, 5, 3];
        input x1: [4];
        l0: Relu();
        l1: Softmax(axis = 2);
        l2: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let h0 = x1 * x1;
            let h1 = l0(expand(h0, [4]));
            let h2 = sum(h1, axes = 0, keep = true);
            let h3 = transpose(x0);
            let h4 = h3 + -1;
            let h5 = l1(h3);
            let h6 = avg_pool2d(h5, (3, 1), stride = (1, 3), padding = 0, count_include_pad = false);
            let (_h7_0, h7_1) = split(h6, axis = 2);
            let h1 = transpose(h7_1);
            let h9 = l2(h4);
            let h10 = log_softmax(h2);
            (h1, h9, h10)
        }
    }
    R117 {
        input: [3, 4];
        l0: Linear(5, bias = false);
        l1: Linear(4 -> 5, bias = true);
        l2: HardSwish;
        fn forward(x0) {
            let h0 = reshape(x0, [4, 1, 1, 3]);
            let h1 = relu(log_softmax(h0));
            let h2 = sum(h1, axes = (1, 2, 3));
            let h3 = l1(h2);
            let h4 = relu(h1);
            let h5 = l0(h2);
            let h6 = l2(h5);
            let h7 = transpose(l0(x0));
            let h8 = reshape(h4, [4, 1, 3]);
            (max(h3, keep = true), h8, h6, h7)
        }
    }
    R118 {
        input x0: [3, 4, 1];
        input x1: [3, 2];
        #[frozen] l0: Silu();
        fn forward(_x0, x1) {
            let x1 = l0(max(x1, axes = 1, keep = true));
            let h1 = mean(l0(x1), axes = (0, 1), keep = true);
            let h2 = l0(h1);
            let h3 = relu(l0(x1));
            let (h4_0, h4_1, h4_2) = split(h3);
            let h5 = h2 * h1;
            (sum(h2), h4_0, h4_1, h4_2, h5, softmax(h2))
        }
    }
    R119 {
        input: [2];
        l0: Softplus;
        l1: BatchNorm1d(2, eps = 0.1);
        l2: BatchNorm1d(2, eps = 0.1);
        l3: Softplus;
        fn forward(x0) {
            let h0 = slice(x0, 0..2, axis = 0);
            let h1 = elu(x0, alpha = 1.5);
            let h2 = slice(h1, ..);
            let h3 = l0(h0);
            let h4 = l1(h3);
            let h5 = silu(h4) - h0;
            let x0 = l3(l0(l2(h5)));
            (h2, x0)
        }
    }
    R120 {
        input: [3, 3, 3];
        l0: Gelu(approximate = tanh);
        l1: MaxPool2d(kernel = (3, 2), stride = 2, padding = same);
        fn forward(x0) {
            let h0 = leaky_relu(x0, slope = -0.3);
            let h1 = sum(x0, axes = 1);
            let (h2_0, h2_1, h2_2) = split(h1, axis = 1);
            let h3 = sum(l0(h2_2), axes = 0);
            let (h4_0, h4_1, h4_2) = split(h0, axis = 2);
            let h5 = h4_0 * h4_2;
            let h6 = l0(h4_2);
            let h7 = l0(h2_1);
            let h8 = h7 - h7;
            let h9 = flatten(h8);
            let h10 = flatten(leaky_relu((l1(h4_2)), 0.2));
            let h11 = concat(h10, h9);
            (h2_0, h3, h4_1, h5, h6, h11)
        }
    }
    R121 {
        input x0: [1, 1, 4];
        input x1: [1, 2];
        input x2: [3, 3];
        l0: Conv2d(_ -> 3, kernel = 2, stride = 2, padding = 1, dilation = 2, bias = false);
        l1: Linear(2 -> 2);
        l2: Softmax(axis = 0);
        l3: Linear(1 -> 4);
        fn forward(x0, x1, x2) {
            let h0 = max(x2);
            let h1 = l0(x0);
            let h2 = l2(h0);
            let x0 = reshape(l1(x1), [2]);
            let h4 = l2(sum(h0, axes = 0));
            let h5 = l3(h4);
            (h2, x0, h5, max_pool2d(gelu(h1), kernel = 3, stride = 2, padding = same, dilation = (2, 1)), x1)
        }
    }
    R122 {
        input: [2, 2, 6];
        l0: Softmax(axis = 0);
        l1: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = max_pool2d(l1((x0 * h0)), kernel = 2, stride = 1, padding = 0);
            let h2 = x0 * x0;
            let h3 = max(h2, axes = (0, 1, 2), keep = true);
            let h0 = relu(h3);
            let h5 = softmax(h0, axis = 1);
            let h6 = reshape(h5, [1, 1, 1]);
            h6
        }
    }
    R123 {
        input x0: [1, 1];
        input x1: [1, 1];
        input x2: [3, 4];
        l0: Linear(1 -> 3, bias = false);
        l1: Silu;
        fn forward(x0, x1, x2) {
            let h0 = x0 + x1;
            let x1 = l0(h0);
            let h2 = permute(x2, [1, 0]);
            let h3 = silu(h2);
            let x1 = slice(x1, 1..2, axis = 1);
            let h5 = l1(x1);
            let h6 = l0(h5);
            let h7 = permute(h2, [0, 1]);
            let h8 = dropout(h3, 0.3);
            let h9 = matmul(h7, h6, transpose_b = true);
            let h10 = l0(h9);
            (x0 + h0, h8, h10)
        }
    }
    R124 {
        input: [4, 5] in 0..6;
        l0: Embedding(6 -> 2);
        l1: GlobalAvgPool2d;
        l2: Tanh;
        l3: LogSoftmax(axis = 0);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l2(l1(h0));
            let h2 = sum(h1, axis = 0);
            let h3 = dropout(h0, p = 0.25);
            let h4 = h2 * h2;
            let h5 = l2(slice(max(h0, axes = (0, 1, 2)), .., axis = 0));
            let h6 = l3(h5);
            (h3, h4, h6)
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R075 {
        input: [3, 6, 2];
        l0: Conv2d(_ -> 4, kernel = 3, stride = 2, padding = (2, 0, 2, 2), dilation = 2, bias = false);
        l1: Softmax(axis = 1);
        l2: Gelu(approximate = none);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = matmul(h1, h0, transpose_b = true);
            let h3 = l0(x0);
            let h4 = l2(l1(h3));
            let h5 = l0(x0);
            let h3 = sigmoid(h5);
            let _h7 = transpose(h4);
            let _h1 = sum(h0, axes = (0, 1));
            let x0 = l2(h4);
            let h10 = leaky_relu(x0, 0);
            (h2, h3, h10)
        }
    }
    R076 {
        input x0: [3, 5];
        input x1: [3, 5];
        input x2: [3, 1];
        l0: Softplus();
        l1: Silu();
        l2: LogSoftmax;
        l3: LayerNorm(eps = 0.1);
        fn forward(x0, x1, x2) {
            let h0 = l0((x0 * x1));
            let h1 = matmul(x2, (leaky_relu(h0, 0) - 0.5), transpose_a = true);
            let h2 = l1(h1);
            let h3 = tanh(h2);
            let h4 = l2(h3);
            (max(h0, keep = false), l3(tanh(h4)))
        }
    }
    R077 {
        input x0: [1, 6, 1];
        input x1: [1, 6, 1];
        l0: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l1: BatchNorm2d(1);
        l2: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let x1 = x0 + x1 + -0.7;
            let x0 = x0 * x1;
            let h2 = dropout(x1);
            let (h3_0, h3_1, h3_2) = split(x0, axis = 1);
            let h4 = l0(h3_0);
            let h5 = l1(h2);
            let h6 = permute(h3_2, [0, 2, 1]);
            let h7 = l2(h6);
            let h8 = log_softmax(h7, axis = 2);
            (h4, h5, relu(h3_1), h8)
        }
    }
    R078 {
        input: [3, 3, 2];
        l0: Conv2d(_ -> 3, kernel = (3, 1), stride = 1, groups = 3, bias = false);
        l1: Softplus();
        l2: Relu();
        train: l0, l1;
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = hard_swish(x0);
            let h2 = l1(h0);
            let (_h3_0, h3_1, h3_2) = split(h1, axis = 1);
            let _h4 = l2(h3_2);
            let h5 = expand(upsample2d(h1, (1, 2)), [3, 3, 4]);
            (transpose(mean(transpose(dropout(h2, 0.0)), axis = 2, keep = false)), h3_1, h5)
        }
    }
    R079 {
        input: [1, 2] in 0..4;
        l0: Embedding(1);
        l1: Softmax(axis = 2);
        l2: Sigmoid();
        l3: AvgPool2d(kernel = 1, stride = 3, padding = 0);
        l4: Dropout(0.3);
        l5: Dropout;
        l6: LogSoftmax;
        fn forward(x0) {
            let h0 = l0(x0);
            let (h1_0, h1_1) = split(h0, axis = 1);
            let h2 = h1_0 - h1_0;
            let h3 = tanh(l1(h2));
            let h4 = l2(l0(x0));
            let h5 = l3(h3);
            let h6 = l4(h5);
            let h7 = l5(h6);
            let h8 = l6(h7);
            (l1(h1_1), h6, h4, h8)
        }
    }
    R080 {
        input x0: [4, 1] in 0..5;
        input x1: [3, 2];
        l0: Relu;
        l1: HardSwish();
        l2: BatchNorm1d(3, eps = 0.1);
        l3: LogSoftmax;
        fn forward(_x0, x1) {
            let h0 = log_softmax((mean(matmul(x1, x1, transpose_a = false, transpose_b = true), axis = 0)), axis = 0);
            let h0 = hard_swish(h0);
            let h2 = l1((l0(h0)));
            let h3 = log_softmax((l2(h2)));
            let h0 = expand(h3, [3]);
            let h5 = l3(h0);
            (h5, h5)
        }
    }
    R081 {
        input x0: [2, 4, 2];
        input x1: [3];
        l0: BatchNorm1d(eps = 0.1, momentum = 0.3);
        l1: Dropout(p = 0.25);
        l2: Linear(3 -> 2);
        l3: Dropout(0.0);
        train: biases;
        fn forward(x0, x1) {
            let h0 = x1 - x1;
            let h1 = x1 * h0;
            let h2 = softplus(expand(x0, [2, 4, 2]));
            let _h3 = transpose(h2);
            let h4 = l0(x1);
            let h5 = l2(l1(h4));
            (h1, l3(h5) - h5, l2(permute(h0, [0])))
        }
    }
    R082 {
        input x0: [1, 2, 2];
        input x1: [4, 2];
        l0: AvgPool2d(3, stride = 1, padding = 1);
        l1: Softmax(axis = 1);
        l2: Flatten;
        l3: Softmax;
        l4: Softmax(axis = 2);
        fn forward(x0, _x1) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = x0 + h1;
            let h3 = l0(sigmoid(h1));
            let h4 = h3 + x0;
            let h3 = h3 * h4;
            let h6 = l2(h3);
            let h7 = l1(h2);
            let h8 = silu(h7);
            let h9 = l4(h8);
            (l3(h6), h9)
        }
    }
    R083 {
        input: [3, 2] in 0..4;
        l0: Embedding(4 -> 4);
        l1: Conv2d(3 -> 3, kernel = 1, stride = 1, padding = (0, 1, 0, 1), groups = depthwise);
        l2: BatchNorm2d(3, eps = 0.1);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = elu(x0, alpha = 1.5);
            let h2 = global_avg_pool2d(1.5 + h1);
            let h3 = max_pool2d(h2, (2, 3), stride = 1, padding = 1);
            let h4 = dropout(h3, p = 0.25);
            let h5 = l2(h1);
            let h6 = l2(h5);
            let h7 = l1(h4);
            let h8 = h7 + h7;
            (h6, upsample2d(x0, scale = 1), transpose(h8))
        }
    }
    R084 {
        input x0: [3, 5, 5];
        input x1: [2] in 0..1;
        l0: BatchNorm1d;
        fn forward(x0, _x1) {
            let h0 = softplus(x0);
            let h1 = mean(h0, axes = (0, 1, 2));
            let h2 = permute(h1, [0]);
            let h3 = slice(h2, ..1);
            let h4 = gelu(h3, approximate = none);
            let h5 = h1 - h4;
            let h6 = l0(softplus(sum((h5 - h5), axis = 0)));
            let h7 = h1 * h6;
            h7
        }
    }
    R085 {
        input: [4, 1] in 0..3;
        l0: Embedding(3 -> 3);
        l1: LeakyRelu(0);
        l2: Tanh;
        l3: BatchNorm1d(12, eps = 0.1, momentum = 0.3);
        l4: LayerNorm(axes = 1, eps = 0.1);
        l5: BatchNorm1d(12, eps = 1e-2, momentum = 0.3);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = flatten(l1(h0));
            let h2 = gelu(l3(l2(x0 / 0.5)), approximate = none);
            let h3 = l4(x0);
            (l3(h2), h3, l5(h2))
        }
    }
    R086 {
        input x0: [3, 5, 3];
        input x1: [1, 1, 5];
        l0: MaxPool2d((1, 2), padding = same, dilation = (2, 1));
        fn forward(x0, x1) {
            let x1 = max(x1, axes = (0, 1, 2));
            let h1 = permute(x0, [0, 1, 2]);
            let h2 = -0.7 - h1;
            let h3 = l0(h1);
            let _h4 = l0(h2);
            let h5 = mean(h2, axes = (0, 1, 2)) + 1.5;
            let h6 = h5 - h5;
            let (h7_0, h7_1, h7_2) = split(h1, axis = 2);
            let h8 = upsample2d(h7_2, (1, 3));
            let h9 = flatten(x1);
            let h10 = flatten(h8);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h7_1);
            let h14 = concat(h13, h12);
            (x1, l0(x0), h3, h6, h7_0, h14)
        }
    }
    R087 {
        input: [7] in 0..4;
        l0: Embedding(4);
        l1: Dropout(p = 0.25);
        l2: Silu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = reshape(l0(x0), [28]);
            let h2 = l0(x0);
            let h3 = l1(leaky_relu((sigmoid(h1)), 0)) / -0.7;
            let h4 = h0 * h2;
            let _h5 = leaky_relu(h3, 0.2);
            let h6 = transpose(h0);
            let h7 = l2(h6);
            (h4, h7, h4)
        }
    }
    R088 {
        input: [4, 1];
        l0: Softplus();
        l1: Sigmoid;
        l2: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        fn forward(x0) {
            let h0 = tanh(x0);
            let h1 = h0 - 1e-1;
            let (h2_0, h2_1) = split(h1 - l0(h0));
            let h3 = l1(h2_0);
            let h4 = expand((l2(h3)), [2, 1]);
            let h5 = hard_swish(h2_1);
            let h6 = expand(h5, [2, 3]);
            let h7 = l0(x0);
            (h4, expand(h1, [4, 4]), h6, h7)
        }
    }
    R089 {
        input x0: [3, 3];
        input x1: [4, 1, 4];
        l0: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        l1: Linear(3 -> 1, bias = true);
        l2: LogSoftmax(axis = 1);
        fn forward(x0, _x1) {
            let h0 = leaky_relu(l1((l0(x0))), 0);
            let h1 = transpose(l1(x0));
            let h2 = 3.0 * h1;
            let h3 = l2(l1(h2));
            let h4 = log_softmax(h0, axis = 1) - -0.7;
            (h3, h4)
        }
    }
    R090 {
        input: [4, 6, 5];
        l0: Silu;
        fn forward(x0) {
            let h0 = l0(x0 + x0);
            let h1 = expand(h0, [4, 6, 5]);
            let h2 = gelu(h1, approximate = tanh);
            let h3 = upsample2d(l0(h1), scale = 1);
            let h4 = softplus(h3);
            (l0(h4), expand(h2, [4, 6, 5]))
        }
    }
    R091 {
        input x0: [2, 4];
        input x1: [1];
        l0: Linear(3, bias = false);
        fn forward(x0, x1) {
            let h0 = mean(x0, keep = false);
            let x0 = softmax(reshape(h0, [1, 1]), axis = 1);
            let h2 = hard_swish((-0.7 * x0));
            let _h3 = permute(h2, [1, 0]);
            let h4 = l0(x0);
            let h5 = -h4;
            let _h6 = reshape(h5, [3, 1, 1]);
            let h7 = concat(h0, x1, h0, h0, axis = 0);
            (slice(h7, 2..3), l0(h2))
        }
    }
    R092 {
        input: [2, 6, 6];
        l0: Gelu(approximate = none);
        l1: MaxPool2d(1, stride = 2, padding = valid);
        l2: Conv2d(3 -> 3, kernel = 2, padding = 1, dilation = (2, 1), groups = depthwise, bias = false);
        fn forward(x0) {
            let x0 = reshape(x0, [3, 8, 3]);
            let h1 = silu(x0);
            let h2 = elu(x0, alpha = 1.5);
            let h2 = h2 + h1;
            let h4 = dropout(h2, p = 0.25);
            let h1 = l1(l0(h4));
            let h6 = l0(h1);
            let h7 = l2(h1 - h6);
            let h8 = max_pool2d((leaky_relu(h7, slope = -0.3)), 2, stride = 1, padding = 0, dilation = (2, 1));
            h8
        }
    }
    R093 {
        input: [4, 5] in 0..5;
        l0: Embedding(_ -> 3);
        l1: LayerNorm(axes = 1, eps = 1e-2);
        l2: Conv2d(_ -> 2, kernel = 3, stride = 2, padding = same, groups = 2);
        l3: LeakyRelu;
        l4: Elu;
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = l1(slice(x0, 2.., axis = 0));
            let h2 = x0 * x0;
            let h3 = l2(h2);
            let h4 = l2(x0);
            let h5 = l3(h3);
            let h2 = h4 + h5;
            let h7 = elu(h2, 0.7);
            l4(h7)
        }
    }
    R094 {
        input x0: [1, 4, 6];
        input x1: [1, 1, 6];
        input x2: [1, 7, 2];
        l0: HardSwish();
        fn forward(x0, x1, x2) {
            let h0 = slice(gelu(concat(x2, concat(x1, x1, x0, x1, axis = 1), axis = 2)), ..1);
            let h1 = elu(l0(x1 * l0(softmax(x1, axis = 1))), 0.7);
            let x2 = transpose(h0);
            let h3 = relu(h1);
            (x2, l0(h3))
        }
    }
    R095 {
        input x0: [2, 5];
        input x1: [4, 4, 4];
        input x2: [4, 4, 3];
        input x3: [4, 4, 3];
        l0: Conv2d(_ -> 4, kernel = 2, stride = (2, 1), padding = 1);
        l1: Elu;
        l2: Conv2d(4 -> 4, kernel = 2, padding = same, groups = depthwise, bias = true);
        l3: BatchNorm2d;
        fn forward(_x0, x1, x2, x3) {
            let h0 = l0(x1);
            let h1 = l1(h0);
            let x1 = hard_swish(h1);
            let h3 = l1(h0);
            let h4 = l2(h3);
            let h5 = mean(h4, axes = (1, 2), keep = true);
            let h6 = matmul(h1, h3, transpose_a = false, transpose_b = true);
            let h7 = l3(h6);
            let _h8 = transpose(x1);
            let h9 = x3 * x2;
            (matmul(x1, x2, transpose_a = true, transpose_b = true), h5, h7, h9)
        }
    }
    R096 {
        input: [3, 2];
        l0: Elu;
        l1: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = softmax(h0);
            let x0 = flatten(h1);
            let h3 = hard_swish(h1);
            let h4 = expand(l1(x0), [6]);
            let h5 = l0(h1);
            let h6 = h3 - h5;
            let h7 = l0(h6);
            let h8 = permute(h4, [0]);
            (h7, h8)
        }
    }
    R097 {
        input x0: [4, 2, 1];
        input x1: [6];
        input x2: [4, 1];
        input x3: [6];
        l0: LayerNorm;
        l1: Conv2d(1, kernel = 1, stride = 1, padding = 1, bias = true);
        l2: AvgPool2d((1, 2), stride = (1, 3), padding = (0, 1), count_include_pad = false);
        l3: Dropout;
        l4: Conv2d(1 -> 2, kernel = 2, stride = (2, 1), bias = false);
        fn forward(x0, x1, x2, x3) {
            let x2 = reshape(x2, [1, 4]);
            let h1 = expand(x0, [4, 2, 4]);
            let h2 = flatten(x1);
            let _h3 = l0((l0(sum(h1, axis = 0))));
            let h4 = l3(x2);
            let h5 = l4(l2(l1(h1)));
            (h2 - x3, h4, reshape(h5, [8]))
        }
    }
    R098 {
        input: [4, 4, 5];
        l0: Sigmoid;
        fn forward(x0) {
            let h0 = -1 * (3.0 * x0);
            let h1 = silu(h0);
            let h2 = 1e-1 * h1;
            let h3 = silu(silu(matmul(x0, h0, transpose_a = true, transpose_b = false)));
            let h4 = l0(gelu(h3, approximate = none));
            let h5 = permute(h4, [0, 1, 2]);
            let h6 = max(h2, axes = (1, 2));
            (l0(h3), h5, h6)
        }
    }
    R099 {
        input: [3, 2, 5];
        l0: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let x0 = 1e-1 - leaky_relu(slice(x0, ..1, axis = 2), 0);
            let x0 = l0(x0);
            let h2 = silu(x0);
            let h3 = matmul(h2, h2, transpose_a = false, transpose_b = true);
            let (_h4_0, h4_1) = split(h3, axis = 2);
            let (h5_0, h5_1, h5_2) = split(x0, axis = 0);
            let x0 = slice(h5_2, ..1, axis = 2);
            let h5_2 = max(h5_1, axes = (0, 2), keep = true);
            let h8 = h5_0 * h5_2;
            let h9 = l0(h2);
            (h4_1, x0, h8, h9)
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R125 {
        input x0: [1, 6, 4];
        input x1: [3, 3, 1];
        l0: Conv2d(_ -> 3, kernel = (3, 2), stride = (1, 2), padding = 0, dilation = (1, 2), bias = false);
        l1: Elu;
        l2: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let h0 = concat(x1, l0(x0), axis = 1);
            let h1 = l1((tanh(h0)));
            let h2 = l0(x0);
            let x1 = matmul(h2, h2, transpose_b = true);
            let h4 = softmax(x1, axis = 2);
            let h5 = l2(h0);
            let h6 = l1(h1);
            let h7 = flatten(h6);
            let h8 = flatten(silu(h2));
            let h9 = concat(h8, h7);
            (h2, softplus(x1), l1(h1), h4, h5, h9)
        }
    }
    R126 {
        input: [4, 4] in 0..4;
        l0: Embedding(_ -> 3);
        l1: Dropout(p = 0.25);
        l2: Softplus();
        fn forward(x0) {
            let x0 = l1(l0(x0));
            let h1 = l2(x0);
            let h2 = 1.5 * h1;
            let h3 = l1(h2);
            let _h4 = upsample2d(h1, scale = 1);
            let h5 = sum(reshape(h3, [8, 1, 6, 1]), axis = 1, keep = true);
            let h6 = reshape(h5, [8, 6, 1]);
            h6
        }
    }
    R127 {
        input x0: [2, 1, 2];
        input x1: [3, 6, 2];
        input x2: [1, 1];
        l0: Linear(_ -> 4, bias = false);
        l1: HardSwish;
        l2: LeakyRelu(0.2);
        l3: Elu(0.7);
        l4: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
        fn forward(_x0, x1, x2) {
            let h0 = l0(x2);
            let h1 = hard_swish(h0);
            let x1 = l1(x1);
            let x2 = l2(x1);
            let h4 = l3(h1);
            let h5 = concat(h1, h4, axis = 1);
            let h1 = l4(h5);
            let h7 = x1 + 0.5;
            (h4, x2, h1, h7)
        }
    }
    R128 {
        input x0: [7];
        input x1: [1, 5];
        input x2: [1, 5];
        l0: Elu;
        fn forward(x0, _x1, _x2) {
            let h0 = -l0(x0);
            let h1 = reshape(h0, [7]);
            let h2 = l0(h0);
            let h3 = relu(h1);
            let h4 = l0(h3);
            let h4 = expand(h4, [7]) + h1;
            let h6 = l0(h2);
            let h7 = elu(h6, 0.7);
            (h4, l0(h1), h3, h7)
        }
    }
    R129 {
        input: [3] in 0..6;
        l0: Embedding(6 -> 3);
        l1: Softmax(axis = 1);
        l2: Elu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 * h0;
            let h2 = l2(l1(h1));
            let (h3_0, h3_1, h3_2) = split(h2, axis = 1);
            let h4 = h0 - l2(h2);
            let h5 = l0(x0);
            let h6 = silu(h3_1);
            let h7 = h3_0 + h3_2;
            let h8 = log_softmax(h6, axis = 1);
            let h9 = sum(h5, axes = 1);
            (h4, h7, h8, h9, h4)
        }
    }
    R130 {
        input x0: [2, 5, 2];
        input x1: [2, 5, 2];
        l0: MaxPool2d((1, 2), stride = 3, padding = same, dilation = 2);
        l1: Gelu(approximate = tanh);
        l2: HardSwish;
        l3: LeakyRelu(0);
        fn forward(x0, x1) {
            let h0 = x0 + x1;
            let h1 = l1(transpose(l0(h0)));
            let x0 = l1(2 + h1);
            let h3 = l2(tanh(softplus(x0)));
            let (h4_0, h4_1) = split(h3);
            (h4_0, max_pool2d(h4_1, 1, stride = 3, padding = 0, dilation = (2, 1)), l3(x0))
        }
    }
    R131 {
        input x0: [4];
        input x1: [2, 2, 4];
        input x2: [2, 1, 2];
        input x3: [2, 2, 1];
        l0: MaxPool2d((2, 1), stride = 2);
        l1: Dropout(0.3);
        l2: Conv2d(2 -> 1, kernel = 3, stride = 2, padding = same, dilation = (1, 2));
        l3: Softplus;
        l4: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l5: LeakyRelu(0);
        fn forward(x0, x1, x2, x3) {
            let x1 = l0(x1);
            let h1 = x1 + x2;
            let h2 = l1(h1);
            let x2 = l2(matmul(h2, x3, transpose_a = true, transpose_b = true));
            let x3 = x1 + silu(x1);
            let h5 = l3(x3);
            let _h6 = l5(transpose(x3));
            let h7 = x0 * x0;
            (x2, l4(h5), h7, x2)
        }
    }
    R132 {
        input x0: [1, 2, 1];
        input x1: [4, 3] in 0..3;
        l0: Gelu(approximate = tanh);
        l1: AvgPool2d(1, stride = 3);
        l2: Tanh();
        fn forward(x0, _x1) {
            let h0 = sum(x0, keep = true);
            let h1 = l0(h0);
            let h0 = l1(permute(h1, [0, 1, 2]));
            let x0 = softmax(h1);
            let h4 = l0(x0);
            let h5 = l2(h4);
            let h5 = matmul(h5, h0, transpose_b = true);
            let h5 = hard_swish(h5) + h5;
            max(h5)
        }
    }
    R133 {
        input x0: [2, 1];
        input x1: [4, 5, 2];
        input x2: [4, 5, 3];
        l0: BatchNorm1d(24, eps = 0.1, momentum = 0.3);
        l1: Softmax(axis = 1);
        l2: Silu();
        l3: LayerNorm(eps = 0.1);
        l4: Tanh;
        fn forward(x0, x1, x2) {
            let h0 = reshape(matmul(x1, x2, transpose_a = true), [24]);
            let h1 = permute(x0, [0, 1]);
            let h2 = l2(l1(h1));
            let h3 = max(h2, axes = (0, 1));
            let h0 = l3((l0(h0)));
            let h5 = l4(h0);
            let h6 = h3 - h3;
            (h5, h6, softplus(h0))
        }
    }
    R134 {
        input x0: [4, 3, 2];
        input x1: [4, 3, 3];
        input x2: [4, 6, 4];
        l0: Upsample2d(scale = 2);
        l1: Silu;
        l2: Tanh;
        fn forward(x0, x1, x2) {
            let h0 = matmul(x1, x0, transpose_a = true);
            let h1 = l0(h0);
            let h2 = x2 - h1;
            let h3 = concat(h1, l1(h2), axis = 0);
            let h4 = -h0;
            let h5 = l2(h1);
            let (_h6_0, _h6_1, h6_2, h6_3, h6_4, _h6_5) = split(h2, axis = 1);
            let _h7 = l1(h6_3);
            let h8 = h2 - h5;
            let h9 = l0(h4);
            (h6_2, h6_4, sum(h3), h8, h9)
        }
    }
    R135 {
        input: [3, 1];
        l0: Linear(2, bias = false);
        l1: Softplus;
        l2: Silu;
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = sigmoid(l0(h0));
            let h2 = l1(h1);
            let h3 = l2(h2);
            let h4 = l1(h3);
            let h5 = l0(h0);
            let h6 = permute(h4, [0, 1]);
            (h5, h6, h5)
        }
    }
    R136 {
        input: [1, 2];
        l0: Sigmoid;
        l1: LeakyRelu(0.2);
        fn forward(x0) {
            let (_h0_0, h0_1) = split(l0(x0), axis = 1);
            let h1 = softplus(h0_1);
            let h2 = dropout(l0(h1), 0.0);
            let h3 = h2 + h2;
            let h4 = l0(h1);
            let h5 = max(h4, keep = true);
            let h6 = leaky_relu(h5, 0.2);
            (h3, l1(h0_1), h6)
        }
    }
    R137 {
        input x0: [3, 3, 4];
        input x1: [3, 3, 4];
        l0: BatchNorm2d;
        l1: Conv2d(3 -> 1, kernel = 3, padding = 1);
        l2: Gelu(approximate = tanh);
        l3: Elu(alpha = 1.5);
        fn forward(x0, x1) {
            let h0 = permute(x0, [0, 1, 2]);
            let h1 = l0(h0);
            let h2 = h0 + x0;
            let h3 = l1(h1);
            let h4 = h3 + h3;
            let _h5 = sigmoid(h4);
            let h6 = l0(h2);
            let h7 = l2(h6);
            let h8 = l2(x1 + h7);
            (slice(l3(x1), 1..2, axis = 2), h8)
        }
    }
    R138 {
        input x0: [1, 5, 3];
        input x1: [3, 2, 3];
        input x2: [3, 3, 2];
        l0: GlobalAvgPool2d;
        l1: Tanh;
        l2: Elu(alpha = 1.5);
        l3: Upsample2d(1);
        l4: HardSwish;
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let h1 = permute(h0, [0, 2, 1]);
            let h2 = expand(x0, [3, 5, 3]);
            let h3 = concat(h2, x1, h2, axis = 1);
            let h4 = l3(h3);
            let h5 = matmul(x1, h4, transpose_b = true);
            (reshape(l2(l1(h1 - h1)), [1, 1, 1]), h5, matmul((l4(h3)), x2, transpose_a = false, transpose_b = false), h0)
        }
    }
    R139 {
        input: [4, 1];
        l0: LayerNorm;
        l1: BatchNorm1d(4, eps = 1e-2);
        fn forward(x0) {
            let x0 = x0 * 2;
            let h1 = matmul(x0, x0, transpose_b = true);
            let h2 = mean(l0(tanh(h1)), axes = 1, keep = true);
            let h3 = l1(h2);
            let (_h4_0, h4_1) = split(h3);
            let h5 = h4_1 * h4_1;
            let x0 = h3 + h2;
            let h7 = l1(x0);
            (h5, permute(x0, [0, 1]), matmul(h7, h7, transpose_a = true))
        }
    }
    R140 {
        input x0: [1];
        input x1: [3, 4, 1];
        input x2: [3, 4, 4];
        input x3: [2];
        l0: Softplus;
        l1: LeakyRelu;
        fn forward(x0, x1, x2, x3) {
            let h0 = concat(x0, x0, x3, x0, axis = 0);
            let h1 = l1(h0);
            let h2 = avg_pool2d(l0(permute(matmul(x1, x2, transpose_a = true), [0, 2, 1])), 2, stride = 1, padding = same, count_include_pad = true);
            let h3 = h1 - expand(h0, [5]);
            let h4 = l1(h3);
            let h5 = h4 * 1e-1;
            (h2, slice(sum(x0), ..), h5)
        }
    }
    R141 {
        input x0: [2, 3];
        input x1: [6];
        l0: LayerNorm(eps = 0.1);
        l1: LeakyRelu(0);
        l2: BatchNorm1d(eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = flatten(transpose(x0));
            let x0 = -1 - (h0 + h0);
            let h2 = l1(h0);
            let h3 = l2(h2);
            let h4 = l0(h2);
            let h5 = -(h0 * h4);
            let h6 = x1 + l0(x0);
            let h7 = h6 * h6;
            (h3, h5, h7)
        }
    }
    R142 {
        input: [1, 1];
        l0: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let x0 = sigmoid(x0);
            let h1 = slice(x0, ..1, axis = 1);
            let h2 = leaky_relu(silu(h1));
            let h3 = max(h2, axes = 0, keep = true);
            let h4 = flatten(tanh(h3));
            let h5 = reshape(h4, [1, 1]);
            let h6 = concat(h5 + h5, h1, axis = 0);
            l0(h6)
        }
    }
    R143 {
        input x0: [4, 5, 1];
        input x1: [2, 6, 4];
        l0: Softmax(axis = 2);
        l1: LayerNorm(axes = 2, eps = 0.1);
        l2: Sigmoid;
        l3: HardSwish();
        l4: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l1(h1);
            let h3 = sum(h2, axes = (0, 2), keep = true);
            let h4 = l2(h3);
            let h5 = l3(h4);
            let h6 = h3 + h5;
            let h7 = mean(l4(h1), axes = (0, 1));
            (x1 + x1, reshape(h2, [10, 2]), h6 * h3, h7)
        }
    }
    R144 {
        input x0: [3, 3, 3];
        input x1: [2, 2, 1];
        l0: Conv2d(9 -> 2, kernel = 1, stride = 2, padding = 0, dilation = (1, 2), bias = false);
        l1: AvgPool2d(kernel = 2, stride = 3, padding = same, count_include_pad = true);
        fn forward(x0, x1) {
            let h0 = slice(x0, .., axis = 2);
            let h1 = x0 * h0;
            let h2 = l0(reshape(h1, [9, 3, 1]));
            let h3 = x1 - h2;
            let h4 = l1(h0);
            let h5 = upsample2d(h4, (2, 3));
            let h6 = reshape(reshape(l1(x0), [1, 1, 1, 3]), [1, 1, 3]);
            (h3, h6, softplus(h0), transpose(h0), matmul(h0, h5, transpose_a = true, transpose_b = true))
        }
    }
    R145 {
        input x0: [3, 1] in 0..5;
        input x1: [1, 6, 4];
        input x2: [1, 6, 4];
        l0: Embedding(2);
        l1: Conv2d(_ -> 2, kernel = 1, stride = 2);
        l2: Gelu;
        fn forward(x0, x1, x2) {
            let x2 = x1 - x2;
            let h1 = gelu(l0(x0));
            let h2 = l1(h1);
            let h3 = h2 * h2;
            let h4 = dropout(h3, p = 0.25);
            let h5 = h1 / 2;
            let h6 = l2(h5);
            let h7 = transpose((concat(h1, h6, h1, axis = 1)));
            (x2, l2(concat(h4, h4, axis = 1)), h7, x2)
        }
    }
    R146 {
        input x0: [4, 2, 3];
        input x1: [1];
        input x2: [4, 1, 2];
        input x3: [4, 1, 2];
        l0: LogSoftmax;
        l1: Upsample2d(scale = (3, 1));
        l2: Softmax(axis = 1);
        l3: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        fn forward(x0, x1, x2, x3) {
            let x2 = x2 - x3;
            let h1 = x0 * x0;
            let h2 = dropout(x0);
            let _h3 = l1(h2);
            let h4 = max_pool2d(h1, kernel = (2, 1), stride = 1, padding = same);
            let h5 = concat(h4, h4, l0(h1), axis = 0);
            let (_h6_0, h6_1) = split(h5, axis = 1);
            let h7 = l2(concat(x3, x2, x3, axis = 1));
            let h8 = l3(x1);
            let h9 = l0(h4);
            (h6_1, h7, h8, h9, h6_1)
        }
    }
    R147 {
        input: [2, 4] in 0..5;
        l0: Embedding(_ -> 2);
        l1: Softplus();
        l2: Dropout(0.0);
        l3: MaxPool2d(1, stride = (2, 3));
        l4: Embedding(_ -> 1);
        l5: Dropout(0.0);
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = l2(h0);
            let h2 = h0 + h0;
            let h3 = softplus(h1);
            let h4 = softplus(h3);
            let _h5 = l3(h0);
            let h6 = l4(x0);
            let h3 = -0.7 - h6;
            let h8 = l4(x0);
            let h9 = permute(l5(h4), [2, 1, 0]);
            (h2, h3, h8, h9)
        }
    }
    R148 {
        input: [2];
        l0: LogSoftmax(axis = 0);
        l1: Softplus;
        l2: Linear(2 -> 3, bias = false);
        fn forward(x0) {
            let (h0_0, h0_1) = split(x0);
            let h1 = reshape(h0_1, [1, 1, 1]);
            let h2 = slice(l0(h0_1), 0..1, axis = 0) + h0_0;
            let h3 = softmax(concat(h1, l1(l1(h1)), h1, h1, axis = 2), axis = 1);
            let _h4 = leaky_relu(h3);
            let h5 = l2(x0);
            (h2 * h0_1, h5)
        }
    }
    R149 {
        input: [4, 3] in 0..5;
        l0: Embedding(2);
        l1: Conv2d(4 -> 4, kernel = 1, padding = 2, dilation = (2, 1), groups = depthwise);
        l2: Embedding(_ -> 4);
        l3: Dropout(0.3);
        l4: Sigmoid();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = softmax(hard_swish(h0), axis = 1);
            let h2 = h1 * h0;
            let h3 = l1(h2);
            let h2 = l2(x0);
            let _h5 = softplus(h2);
            let h6 = l3(h3);
            let h7 = l1(h0);
            let h8 = max(l1(h0), axes = (0, 1));
            let h9 = l4(h8);
            (h6, h7, h9)
        }
    }
}

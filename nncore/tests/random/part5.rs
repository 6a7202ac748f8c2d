//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R125 {
        input: [4, 5] in 0..6;
        l0: Embedding(4);
        l1: InstanceNorm2d(eps = 1e-2, affine = false);
        l2: Pad2d((1, 0, 1, 0), mode = replicate);
        l3: ConvTranspose2d(6 -> 4, kernel = 1, stride = (1, 2), padding = (0, 1));
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0 * h0);
            let h2 = transpose(h1);
            let h3 = softplus(h2);
            let h4 = l0(x0);
            let _h5 = flatten(h3);
            let h6 = slice(h2, 1.., axis = 1);
            let h7 = concat(h6, h6, axis = 2);
            let h8 = l2(h2);
            let h9 = l3(permute(h8, [2, 0, 1]));
            (h4, h7, h9)
        }
    }
    R126 {
        input x0: [3, 1, 4];
        input x1: [3, 1, 3];
        input x2: [3, 4, 1];
        input x3: [3, 1, 1];
        l0: Flatten;
        l1: Parameter([3, 1, 1], init = normal(0.5));
        fn forward(x0, x1, x2, x3) {
            let h0 = pixel_shuffle(matmul(x2, matmul(x0, x1, transpose_a = true), transpose_a = true), 1);
            let h1 = global_avg_pool2d(x0);
            let h2 = x3 - h1;
            let h3 = l0(h2);
            let h4 = x3 + l1;
            let _h5 = x3 + h4;
            let h6 = h0 - 1.5;
            let h7 = expand(h0, [3, 4, 3]);
            let h8 = transpose(h7);
            (h0 + x1, h3, h6, h8)
        }
    }
    R127 {
        input x0: [1, 5];
        input x1: [4, 6, 2];
        input x2: [2];
        l0: BatchNorm1d(eps = 1e-2);
        l1: Gelu;
        l2: Relu;
        fn forward(x0, x1, x2) {
            let _h0 = relu(x1);
            let h1 = reshape((l0((l0(x2 * x2)) + zeros([2]))), [2]);
            let h2 = concat(x2, x2, h1);
            let h3 = slice(h2, 1..2, axis = 0);
            let h4 = l2(l1(h3));
            (matmul(x0, x0, transpose_a = true), h4)
        }
    }
    R128 {
        input x0: [3, 5];
        input x1: [3];
        l0: Elu(0.7);
        l1: LeakyRelu;
        l2: Parameter([3], init = normal(0.5));
        l3: Parameter([3], init = uniform(1.5));
        l4: Linear(5, bias = false);
        l5: GroupNorm(1, eps = 0.1, affine = true);
        l6: Conv1d(3 -> 2, kernel = 2, stride = 2, padding = (2, 0), bias = true);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = l1(h0);
            let h2 = permute(h1, [0]);
            let h0 = l0(h2);
            let h4 = expand(h0 + l2, [3]);
            let h5 = avg_pool1d(x0, kernel = 2, stride = 3, padding = same, count_include_pad = false);
            let h6 = h5 + h5;
            let h7 = l4(x1);
            let h8 = l5(h4);
            let h9 = l6(h6);
            (h1 + l3, h7, h8, h9)
        }
    }
    R129 {
        input: [2, 4, 5];
        l0: Conv2d(_ -> 4, kernel = (2, 1), stride = (1, 2), padding = same, dilation = 2, groups = depthwise);
        l1: Linear(4 -> 3);
        l2: AvgPool2d(3, padding = valid);
        l3: Pad2d(padding = (2, 0, 0, 1));
        l4: PixelShuffle(1);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = max(x0, axes = (1, 2));
            let h2 = concat(l1(h1), h1, h1, axis = 0);
            let h3 = log_softmax(h2);
            let h4 = dropout(h3, 0.0);
            let h5 = l3(x0);
            let _h6 = l4(h5);
            let h7 = max(h2, axes = 0, keep = false);
            (h4, l2(x0), h7)
        }
    }
    R130 {
        input: [2, 3] in 0..5;
        l0: Embedding(6 -> 1);
        l1: Relu();
        l2: MaxPool2d(3, padding = 1);
        l3: PRelu(1);
        l4: Parameter([1, 1, 1], init = normal(0.5));
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(h0);
            let h2 = avg_pool2d(x0, 2, stride = (3, 2), padding = 1, count_include_pad = false);
            let h3 = h2 * h2;
            let h4 = l2(h3 + zeros([2, 2, 1]));
            let h5 = transpose(h4);
            let h6 = l3(h5);
            let h7 = glu(h6);
            (l2(h3), h7 + l4)
        }
    }
    R131 {
        input: [2, 3, 6];
        l0: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = softmax(x0, axis = 1);
            let h1 = h0 - zeros([2, 3, 6]);
            let h2 = max_pool2d(h1, kernel = 3, stride = 3, padding = 0);
            let h3 = l0(h2);
            let _h4 = transpose(h1);
            let h5 = l0(h3);
            let h6 = max_pool2d(slice(h5, 1..2, axis = 0), (2, 1), stride = 2, padding = same);
            let h7 = l0(l0(h2));
            (h6, l0(h7), h3 / 1.5)
        }
    }
    R132 {
        input x0: [1, 3, 3];
        input x1: [1, 3, 3];
        l0: Relu;
        fn forward(x0, x1) {
            let h0 = concat(x0, x1, x1, axis = 1);
            let x1 = gelu(h0, approximate = tanh);
            let h2 = pixel_shuffle(x1, 1);
            let h3 = l0(relu(permute(x1, [1, 0, 2])));
            let h4 = slice(elu(h3, 0.7), 0.., axis = 1);
            let h5 = slice(h4, 1..3, axis = 0);
            (h2, h5)
        }
    }
    R133 {
        input: [3] in 0..4;
        l0: Embedding(3);
        l1: HardSwish;
        l2: Softmax(axis = 0);
        l3: Embedding(_ -> 4);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l1(h1 - zeros([3, 3]));
            let h3 = log_softmax(h2, axis = 1) + zeros([3, 3]);
            let h4 = l2(reshape(h3, [9]));
            let h0 = l3(x0);
            (h4, h0)
        }
    }
    R134 {
        input x0: [1, 1, 5];
        input x1: [3, 2];
        l0: Conv2d(_ -> 3, kernel = (1, 3), stride = 2, padding = (2, 1), dilation = 2, groups = 1, bias = true);
        l1: Parameter([1, 1, 5], init = 0.7);
        l2: HardSwish();
        l3: PixelShuffle(1);
        fn forward(x0, x1) {
            let h0 = concat(x1, x1, x1, x1, axis = 1);
            let h1 = transpose(x0 * l1);
            let h2 = l0(x0) - zeros([3, 3, 2]);
            let h3 = l2(h1);
            let (h4_0, h4_1, h4_2, h4_3, _h4_4) = split(h3, axis = 1);
            let x0 = l3(h4_0);
            let h6 = max(h4_1, axes = (0, 2));
            let h7 = sum(x1, axes = (0, 1));
            let h8 = expand(x0, [2, 4, 2]);
            let h9 = flatten(h8);
            let h10 = flatten(h7);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten((h0 + h0));
            let h14 = concat(h13, h12);
            (h2, h4_2, h4_3, h6, x1, h14)
        }
    }
    R135 {
        input: [2, 4] in 0..4;
        l0: Embedding(4 -> 4);
        l1: LeakyRelu;
        l2: Relu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h1 = h1 * 1e-1;
            let h0 = l1(log_softmax(h1, axis = 2));
            let (h4_0, h4_1) = split(h1, axis = 1);
            let h5 = pad2d(h4_0, (2, 1, 0, 0), mode = zero);
            let h6 = l0(x0);
            let h7 = l2(h0);
            let h8 = concat(h1, h6, h7, axis = 2);
            (h4_1, h5, h8)
        }
    }
    R136 {
        input: [5];
        l0: Flatten;
        l1: Gelu(approximate = none);
        l2: RmsNorm(axes = 1);
        l3: HardSwish;
        fn forward(x0) {
            let h0 = l0(x0 + x0);
            let h1 = gelu(h0, approximate = tanh);
            let h2 = l1(l0(h1));
            let x0 = h2 * h0;
            let _h4 = leaky_relu(h0, slope = -0.3);
            let h5 = l2(x0);
            let h6 = l3((l0((expand(h2, [5])))));
            (h5, h6)
        }
    }
    R137 {
        input x0: [2, 3, 3];
        input x1: [3, 7, 1];
        l0: Conv2d(3, kernel = 2, stride = 2, padding = 0, dilation = 2);
        l1: LeakyRelu(slope = -0.3);
        train: biases;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = concat(h0, h0, h0, h0, axis = 1);
            let x0 = l0(x0);
            let h3 = avg_pool2d(h1, (2, 1), stride = 1, padding = valid, count_include_pad = true);
            let h1 = h3 + h3 - h3;
            let h5 = slice(h1, 1..2, axis = 1);
            let h6 = l1(h5);
            let h7 = concat(h6, h1, h1, axis = 1);
            let h8 = l1(x0);
            (h7 * x1, h1 + h3, h8)
        }
    }
    R138 {
        input: [3, 1];
        l0: AvgPool1d(3, stride = 1, padding = same, count_include_pad = true);
        l1: MaxPool1d(3, stride = 2, padding = same);
        l2: Sigmoid();
        fn forward(x0) {
            let h0 = reshape(x0, [1, 3]);
            let h1 = transpose(h0);
            let h2 = l1(l0(h1));
            let h3 = flatten(gelu(permute(h0, [1, 0]), approximate = none)) * 0.5;
            let _h4 = 2 + h3;
            let h5 = matmul(h2, h2, transpose_b = true);
            let h6 = l2(h5);
            let h6 = l2(h6);
            h6
        }
    }
    R139 {
        input x0: [1, 1] in 0..6;
        input x1: [1, 3, 4];
        input x2: [1, 3, 3];
        l0: Embedding(_ -> 2);
        l1: Gelu(approximate = none);
        l2: Parameter([1, 1, 3], init = -1);
        fn forward(x0, x1, x2) {
            let h0 = transpose(x1);
            let h1 = concat(h0, x2, axis = 1);
            let h2 = relu(h1);
            let (h3_0, h3_1, h3_2, h3_3, _h3_4, h3_5, h3_6) = split(h2, axis = 1);
            let h4 = permute(h3_0, [1, 2, 0]);
            let _h5 = l0(x0);
            let h6 = l1(h3_6);
            let _h7 = h3_3 * l2;
            let (_h8_0, _h8_1, h8_2) = split(avg_pool2d(h3_3, 1), axis = 2);
            let h9 = l0(x0);
            let h10 = flatten(h9);
            let h11 = flatten(h8_2);
            let h12 = concat(h11, h10);
            (h3_2, h3_5, h4, hard_swish(h3_1), h6, h12)
        }
    }
    R140 {
        input: [4, 4];
        l0: Softmax(axis = 1);
        fn forward(x0) {
            let h0 = sigmoid(hard_swish(matmul(x0, x0, transpose_a = true, transpose_b = true)));
            let h1 = hard_swish(expand(h0, [4, 4]));
            let h2 = l0(h0);
            let h3 = x0 - h0;
            let h4 = max(h3 - h3, axes = 0);
            (sum(h1, axes = (0, 1), keep = true), h2, h4)
        }
    }
    R141 {
        input x0: [2, 3];
        input x1: [1, 3] in 0..3;
        input x2: [5];
        l0: BatchNorm1d(5, eps = 0.1);
        l1: Parameter([2, 3], init = normal(0.5));
        l2: HardSwish;
        fn forward(x0, _x1, x2) {
            let h0 = flatten(l0(x2));
            let h1 = x0 + l1;
            let h2 = reshape(h0, [5, 1, 1, 1]);
            let h3 = l0(h0);
            let h4 = transpose(dropout(h1, 0.3));
            let x0 = l2((l2(h3)));
            let h6 = x0 * h3;
            let h7 = reshape(h2, [5, 1, 1]);
            (h7, h4, h6)
        }
    }
    R142 {
        input x0: [1, 2, 2];
        input x1: [1, 2, 2];
        l0: Parameter([1, 2, 2], init = normal(0.5));
        l1: AvgPool2d(2, count_include_pad = false);
        fn forward(x0, x1) {
            let h0 = log_softmax(x0, axis = 0);
            let h1 = h0 * l0;
            let h2 = tanh(h1 - h1);
            let h3 = transpose(h2);
            let h4 = h3 - 3.0;
            let h5 = l1(h3);
            let _h6 = softplus(h5);
            let h1 = x0 * h3;
            let h8 = tanh(h1);
            let _h2 = x1 - h8;
            matmul(h4, h8, transpose_b = true)
        }
    }
    R143 {
        input x0: [1, 3];
        input x1: [3, 3];
        input x2: [2, 3, 4];
        input x3: [1, 1];
        l0: Linear(3 -> 3, bias = false);
        l1: Parameter([3, 1], init = 0.7);
        l2: Conv1d(2, kernel = 1, dilation = 2, groups = 2);
        l3: Dropout(0.0);
        fn forward(x0, x1, x2, x3) {
            let h0 = max(x2, axes = 2) * 1.5;
            let h1 = hard_swish(l0(h0));
            let h2 = transpose(x0);
            let h3 = h2 * l1;
            let h4 = l3(l0(x1));
            (matmul(h4, h1, transpose_b = true), sum(l2(concat(h3, x3, axis = 0)), axes = (0, 1)))
        }
    }
    R144 {
        input x0: [1, 4, 3];
        input x1: [1, 5] in 0..3;
        l0: Relu;
        l1: ConvTranspose2d(1 -> 2, kernel = 1, padding = (1, 0), output_padding = 0, bias = false);
        l2: Flatten;
        l3: Embedding(_ -> 2);
        l4: AvgPool2d(1, stride = 1, padding = valid, count_include_pad = true);
        fn forward(x0, x1) {
            let x0 = l0(x0 + x0);
            let h1 = l1(x0);
            let h1 = l0(permute(l2(h1), [0]));
            let h3 = sum(h1, axes = 0, keep = false);
            let _h4 = h3 - zeros([1]);
            let h5 = l3(x1);
            let (h6_0, h6_1, h6_2, h6_3, h6_4) = split(h5, axis = 1);
            let h5 = l4(h6_0);
            let h8 = flatten(h6_1);
            let h9 = flatten(leaky_relu(h5, 0.2));
            let h10 = concat(h9, h8);
            (h6_1, h6_2, x0, h6_3, h6_4, h10)
        }
    }
    R145 {
        input: [1, 4];
        l0: LogSoftmax;
        l1: Dropout;
        l2: Softmax(axis = 1);
        l3: LogSoftmax(axis = 1);
        l4: Linear(3, bias = false);
        fn forward(x0) {
            let h0 = l0(concat(x0, matmul(x0, x0, transpose_b = true), axis = 1));
            let x0 = l0(h0);
            let h2 = l1(transpose(x0));
            let h3 = l2(h2);
            let h4 = l3(h3);
            let h5 = l4(h3);
            let h6 = log_softmax(h5);
            (l4(h3 - h4), h6)
        }
    }
    R146 {
        input: [1, 1];
        l0: Dropout(p = 0.25);
        l1: Parameter([1, 1], init = uniform(1.5));
        l2: Parameter([1, 1], init = uniform(1.5));
        l3: Linear(2 -> 1, bias = false);
        train: l0, l2;
        fn forward(x0) {
            let x0 = sigmoid(l0(x0)) * l1;
            let h1 = slice(x0, 0..1, axis = 1);
            let h2 = (-0.7 + l0(h1)) + l2;
            let h3 = avg_pool1d(h2, 2, stride = 1, padding = 1);
            let h4 = matmul(h2, h2, transpose_a = true, transpose_b = true);
            let h5 = l3((h3 - h3));
            (h4, h5, h4)
        }
    }
    R147 {
        input x0: [1, 2, 6];
        input x1: [3, 5];
        l0: Conv2d(_ -> 4, kernel = (3, 1), stride = 2, padding = (2, 0), dilation = (2, 1));
        l1: Parameter([4, 1, 3], init = -1);
        l2: Linear(5, bias = true);
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = avg_pool1d(leaky_relu((-x1), 0.2), 2, stride = 1, padding = 0);
            let h2 = upsample2d(x0, scale = (3, 1));
            let h3 = x0 + l1;
            let _h4 = h2 + 2;
            let h5 = permute(h1, [1, 0]);
            let h6 = permute(h3 - zeros([4, 1, 3]), [0, 2, 1]);
            let h7 = h5 + h5;
            (h6, l2(h1), h7)
        }
    }
    R148 {
        input x0: [4, 4, 6];
        input x1: [4, 4];
        l0: Relu();
        l1: LayerNorm(axes = 3, eps = 1e-2);
        l2: Softmax(axis = 2);
        l3: Parameter([4, 4, 6], init = -1);
        l4: Parameter([4, 4, 6], init = -1);
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h1 = l2(h1);
            let h3 = mean(h1 + l3, axis = 2);
            let h4 = avg_pool1d(h3, 1, padding = valid, count_include_pad = false);
            let h5 = -h1;
            let _h6 = x1 * h4;
            let (h7_0, _h7_1, _h7_2, h7_3) = split(x0 * l4, axis = 1);
            (h5, h7_0, h7_3, avg_pool1d(x1, 3, padding = valid), x0)
        }
    }
    R149 {
        input x0: [3, 2, 3];
        input x1: [1, 1] in 0..1;
        input x2: [3, 5, 4];
        l0: BatchNorm2d(3, eps = 0.1);
        l1: GroupNorm(3, eps = 1e-2, affine = true);
        l2: Embedding(2 -> 2);
        l3: PixelShuffle(1);
        l4: ConvTranspose2d(_ -> 1, kernel = (1, 3), stride = (2, 1), padding = (0, 1), bias = false);
        fn forward(_x0, x1, x2) {
            let h0 = expand(x2, [3, 5, 4]);
            let h1 = pixel_shuffle(h0, 1);
            let h2 = l0(h1);
            let h3 = sum(dropout(x2), axes = 2, keep = true);
            let h4 = l2(x1);
            let h5 = l3(h3);
            let _h6 = l4(h4);
            let h7 = permute(l1(h2), [0, 2, 1]);
            let _h0 = h3 - 2;
            (h7, h5, -1 - h7)
        }
    }
}

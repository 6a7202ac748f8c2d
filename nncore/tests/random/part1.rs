//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R025 {
        input: [3, 3] in 0..2;
        l0: Embedding(5 -> 4);
        l1: AvgPool2d(2, count_include_pad = false);
        l2: Softplus();
        l3: Gelu(approximate = none);
        l4: BatchNorm2d(eps = 0.1);
        l5: LeakyRelu(slope = -0.3);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l2(h1 - -0.7);
            let h3 = concat(l3(h2), h1);
            let h4 = concat(h3, h3, axis = 1);
            let (h5_0, h5_1) = split(h4, axis = 1);
            let _h6 = pad2d(h5_0, (2, 2, 1, 0), mode = replicate);
            let h7 = l2(l4(h1));
            (l5(h0), h5_1, h7)
        }
    }
    R026 {
        input: [4, 1, 1];
        l0: Softmax(axis = 0);
        l1: GroupNorm(4, eps = 1e-2, affine = true);
        l2: Softplus();
        l3: Relu;
        l4: Conv2d(4 -> 2, kernel = 3, stride = (2, 1), padding = (0, 0, 2, 0));
        fn forward(x0) {
            let x0 = expand(silu(x0), [4, 3, 3]);
            let x0 = l0(x0 + x0);
            let h2 = l2(l1(x0));
            let h3 = l3(h2);
            let h4 = l2(h3);
            let h5 = l4(matmul(h3, h4, transpose_a = false, transpose_b = true));
            let h6 = matmul(h5, h5, transpose_a = true);
            (x0, l1(x0), h6)
        }
    }
    R027 {
        input x0: [2];
        input x1: [2];
        l0: Tanh();
        l1: Linear(2 -> 2, bias = false);
        l2: LeakyRelu(0);
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = hard_swish(l0(x0));
            let h2 = x1 + h1;
            let x0 = x1 * permute(h2, [0]);
            let h4 = l1(l1(h1));
            (l1(l2(h1)), x0, expand((h4 * x0), [2]))
        }
    }
    R028 {
        input: [2, 6, 3];
        l0: AvgPool2d(3, stride = 2, padding = 0, count_include_pad = false);
        l1: Dropout(p = 0.25);
        l2: Conv2d(2 -> 4, kernel = 3, padding = same, dilation = (2, 1), groups = depthwise);
        l3: PixelShuffle(2);
        l4: Pad2d(0, mode = replicate);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(max(h0, axis = 2, keep = false));
            let x0 = relu(h0);
            let h3 = l2(x0);
            let h4 = max(h3, axes = 0);
            let h5 = l3(h3);
            let h6 = slice(h5, .., axis = 0);
            let h7 = h3 * h3;
            let h8 = l4(h7);
            let h9 = slice(h8, ..1, axis = 1);
            (h1, h6, h4 - 2, h9)
        }
    }
    R029 {
        input: [4, 3];
        l0: BatchNorm1d(3);
        train: l0;
        fn forward(x0) {
            let x0 = reshape(matmul(x0, x0, transpose_a = true), [3, 3]);
            let h1 = avg_pool1d(x0, kernel = 1, stride = 3, padding = 0, count_include_pad = false);
            let h2 = slice(h1, 1..2, axis = 0);
            let h1 = transpose(h2);
            let (h4_0, h4_1, h4_2) = split(x0, axis = 1);
            let h5 = l0(h4_2);
            let h6 = l0(h5);
            let h7 = tanh(h6);
            let h8 = tanh(h7 * h4_0);
            (h1 + h2, h4_1, h8)
        }
    }
    R030 {
        input x0: [4, 6, 5];
        input x1: [2];
        input x2: [4, 5, 6];
        l0: Elu;
        l1: InstanceNorm2d(eps = 1e-2, affine = true);
        l2: GroupNorm(1, eps = 1e-2, affine = false);
        l3: BatchNorm1d;
        l4: Sigmoid();
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let x1 = l2(l1(x0));
            let h2 = l0(h0);
            let h3 = l1(x1);
            let h4 = tanh(h3);
            let h5 = l3(h2);
            let x0 = expand(h5, [2]);
            let h2 = transpose(h3);
            let h8 = -x1;
            (x0, x2 - h2, l4(h4), h8)
        }
    }
    R031 {
        input x0: [4, 2] in 0..1;
        input x1: [3, 1, 4];
        l0: LayerNorm(axes = 3, eps = 1e-2);
        l1: Softmax(axis = 2);
        l2: Embedding(4 -> 2);
        l3: LogSoftmax(axis = 1);
        fn forward(x0, x1) {
            let h0 = permute(x1, [0, 1, 2]);
            let h1 = transpose(h0);
            let h2 = l0(h0);
            let x1 = mean(h2, axis = 0);
            let h4 = l1(h2);
            let h5 = gelu(h0);
            let (h6_0, h6_1) = split(h5, axis = 2);
            let h7 = l2(x0);
            let h8 = l2(x0);
            let h9 = l3(h7 * h8);
            let h10 = l0(h2);
            let h11 = flatten(h1);
            let h12 = flatten(h10);
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(h9);
            let h16 = concat(h15, h14);
            let h17 = flatten(h16);
            let h18 = flatten(h2);
            let h19 = concat(h18, h17);
            (h1, x1, h4, h6_0, h6_1, h19)
        }
    }
    R032 {
        input: [3, 1];
        l0: Gelu(approximate = none);
        l1: LeakyRelu(0);
        l2: Conv1d(3 -> 3, kernel = 1, stride = 2, padding = 1, groups = depthwise);
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = l0(reshape(h0, [1, 1, 3, 1]));
            let (h2_0, h2_1, h2_2) = split(l2(x0), axis = 0);
            let h3 = max_pool1d(h2_1, kernel = 1);
            let h4 = matmul(h3, h3, transpose_b = true);
            let _h5 = expand(h2_0, [4, 2]);
            let h6 = l0(h4);
            let h7 = h6 + h4;
            let h8 = reshape((l1(l1(h1))), [1, 3, 1]);
            (h2_2, h8, h7, h0)
        }
    }
    R033 {
        input x0: [3, 3] in 0..6;
        input x1: [1, 3] in 0..3;
        input x2: [2, 6, 1];
        l0: Conv2d(2 -> 4, kernel = 2, stride = (2, 1), padding = 1, dilation = 2, groups = 1, bias = true);
        l1: LogSoftmax;
        l2: Elu(0.7);
        fn forward(_x0, _x1, x2) {
            let h0 = pad2d(x2, padding = (0, 1), mode = replicate);
            let h1 = h0 * h0;
            let (h2_0, h2_1, h2_2) = split(h1 + 3.0, axis = 1);
            let h3 = l0(h2_0);
            let h4 = l1(h2_0);
            let h5 = l2(h4);
            let h6 = l0(h5);
            let h7 = l2(h2_0);
            let h8 = permute(h6, [1, 0, 2]);
            let h9 = glu(h7, axis = 1);
            let h10 = reshape(h9, [1, 2, 3, 1]);
            let h11 = reshape(h10, [2, 3, 1]);
            (h2_1, h2_2, h3, h8, h11)
        }
    }
    R034 {
        input: [4, 4, 1];
        l0: PRelu(1);
        l1: InstanceNorm2d(eps = 0.1);
        l2: InstanceNorm2d(eps = 0.1, affine = true);
        l3: Conv2d(4 -> 3, kernel = 3, stride = 2, padding = same, dilation = 2);
        fn forward(x0) {
            let h0 = log_softmax(l0(x0));
            let h1 = l1(h0);
            let h2 = l0(softplus(h0));
            let h3 = glu(h0, axis = 1);
            let h4 = transpose(h3);
            let h5 = l2(h4);
            let h6 = l1(h2);
            let h7 = 2 + h5;
            (h6, l3(concat(h1, h0, h1, x0, axis = 2)), h7)
        }
    }
    R035 {
        input x0: [4, 5, 5];
        input x1: [3, 1, 6];
        input x2: [1, 6, 5];
        l0: MaxPool2d(kernel = 1, stride = (1, 3), padding = same);
        l1: PixelShuffle(1);
        l2: LayerNorm;
        l3: Conv2d(_ -> 3, kernel = 3, stride = 2, padding = (1, 1, 2, 1), dilation = 2, bias = false);
        fn forward(_x0, x1, x2) {
            let h0 = l0(x2);
            let h1 = max(h0, axes = (1, 2));
            let h2 = l0(x2);
            let x1 = l1(x1);
            let h1 = reshape(h1, [1]);
            let h5 = l2(h1);
            let h6 = l1(x1) * x1;
            let h7 = 1.5 * l0(x2);
            (h5, x1, h6, expand(l3(h2), [3, 2, 4]), h7)
        }
    }
    R036 {
        input: [3, 4];
        l0: AvgPool1d(1, stride = 3);
        l1: Linear(2 -> 1, bias = false);
        l2: LeakyRelu(0);
        l3: MaxPool1d(2, stride = 3);
        fn forward(x0) {
            let h0 = l0(relu(x0));
            let h1 = sigmoid(h0);
            let h2 = l1(h0);
            let h3 = l2(l0(x0));
            let h4 = softplus(expand(h2, [3, 3]));
            let h5 = concat(h2, h2, h4, axis = 1);
            (h3 / -1, l3(h1), h5)
        }
    }
    R037 {
        input x0: [1, 1] in 0..1;
        input x1: [2, 1, 6];
        l0: Conv2d(_ -> 2, kernel = 3, stride = 2, padding = same, dilation = (1, 2), groups = depthwise);
        l1: LayerNorm(axes = 2);
        fn forward(_x0, x1) {
            let h0 = expand(x1, [2, 2, 6]);
            let h1 = avg_pool2d(h0, (1, 2), stride = 1, padding = (0, 1), count_include_pad = false);
            let x1 = expand(h1, [2, 2, 7]);
            let h3 = transpose(h1);
            let h4 = reshape(h3, [28]);
            let h5 = expand(h4, [28]);
            let _h6 = 2 + h5;
            let h7 = l1(h1);
            (l0(x1 + -0.7), l0(x1), sigmoid(h7))
        }
    }
    R038 {
        input: [3, 1];
        l0: Linear(2);
        l1: Relu;
        fn forward(x0) {
            let x0 = permute(x0, [1, 0]);
            let h1 = x0 / 1e-1;
            let h2 = l0(h1);
            let _h3 = permute(h2, [1, 0]);
            let h4 = matmul(h2, h1, transpose_a = true, transpose_b = false);
            let h5 = h4 * 0.5;
            let h6 = softmax(reshape(h5, [2, 1, 3, 1]), axis = 3);
            let h7 = l1(h6);
            let h8 = elu(x0 + 1.5, 0.7);
            let h9 = reshape(h7, [2, 3, 1]);
            (transpose(h2), h9, h8)
        }
    }
    R039 {
        input: [3, 4] in 0..2;
        l0: Embedding(2);
        l1: Upsample2d(1);
        l2: AvgPool2d(kernel = (2, 1), stride = (3, 2), padding = same);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = mean(h0, axes = 0, keep = true);
            let h2 = l0(x0);
            let h3 = avg_pool2d(h2, kernel = 3, stride = (2, 3), padding = (0, 1), count_include_pad = true);
            let h4 = l2(gelu(h0, approximate = tanh));
            let h5 = softmax(slice(h3, .., axis = 2), axis = 1);
            let (h6_0, h6_1) = split(l1((l1(h1))), axis = 2);
            (h4, matmul(h3, h5, transpose_a = true), h6_0, h6_1)
        }
    }
    R040 {
        input x0: [2, 3] in 0..1;
        input x1: [1, 6, 6];
        l0: AvgPool2d(1, stride = (2, 3), padding = valid, count_include_pad = false);
        #[frozen] l1: Silu;
        #[frozen] l2: Upsample2d((1, 2));
        fn forward(_x0, x1) {
            let h0 = softmax(x1, axis = 2);
            let h1 = slice(h0, 0..1, axis = 2);
            let _h2 = expand(h1, [4, 6, 4]);
            let h3 = slice(l2(l1((transpose(l0(pixel_shuffle(h0, 1)))))), 1.., axis = 1);
            let h4 = tanh(h3);
            let h1 = avg_pool2d(h0, (2, 3), stride = (1, 3), padding = 1);
            (h4, global_avg_pool2d(h1))
        }
    }
    R041 {
        input: [1, 1] in 0..2;
        #[frozen] l0: Embedding(3 -> 1);
        #[frozen] l1: LeakyRelu;
        #[frozen] l2: Conv2d(1 -> 4, kernel = 1, stride = 1, padding = 0, dilation = (1, 2), bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = hard_swish(h0);
            let h2 = mean(l1(x0) + h0, axes = (1, 2));
            let h3 = transpose(h0);
            let h4 = reshape(h3, [1, 1, 1]);
            let h5 = permute(h4, [0, 1, 2]);
            let h6 = slice(h2, 0.., axis = 0);
            let h7 = max(h6, axes = 0);
            let _h2 = l2(h3);
            (h5, dropout(h7, 0.0))
        }
    }
    R042 {
        input x0: [4, 1, 5];
        input x1: [4, 5, 5];
        #[frozen] l0: LogSoftmax(axis = 1);
        fn forward(x0, x1) {
            let h0 = matmul(x0, x0, transpose_a = true, transpose_b = false);
            let h1 = max_pool2d(h0, (2, 1), stride = 3, padding = 0);
            let h2 = l0(h0);
            let h3 = max(x1, keep = false);
            let h4 = h0 - h2;
            let h5 = -silu(h3);
            let h6 = max(hard_swish(h4), axes = (0, 1, 2));
            let h7 = l0(h4);
            let h8 = matmul(x0, h7);
            (h1, mean(x1, axes = (0, 2)), h5, h6, h8)
        }
    }
    R043 {
        input x0: [2, 4, 1];
        input x1: [1];
        l0: LogSoftmax;
        l1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l2: PixelShuffle(1);
        l3: Conv2d(4, kernel = 1, dilation = 2, bias = true);
        l4: Conv2d(2, kernel = (2, 1), stride = 2, padding = same);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = 1e-1 - h1;
            let h3 = l1(h2);
            let h4 = l2(h3);
            let h5 = l3(h4);
            let h6 = l4(h5);
            let h7 = sum(h0, axes = (1, 2), keep = false);
            let h8 = max(h7, keep = false);
            let h9 = x1 + h8;
            let h1 = matmul(h6, h6, transpose_a = true);
            let h11 = expand(h1, [2, 1, 4]);
            (h9, h6, h11)
        }
    }
    R044 {
        input x0: [3, 1] in 0..5;
        input x1: [3, 1, 1];
        l0: Embedding(5 -> 1);
        l1: Tanh;
        l2: Upsample2d(1);
        l3: InstanceNorm2d(eps = 1e-2, affine = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h0 = l2(h1);
            let x0 = (l3(h0 - h1)) * x1;
            let h4 = upsample2d(x0, scale = (1, 2));
            let h5 = l3(x0);
            let h6 = silu(h5);
            let h7 = transpose(h6);
            let h8 = h4 * (pixel_shuffle(h4, 1));
            (h7, h8)
        }
    }
    R045 {
        input: [1, 5] in 0..5;
        l0: Embedding(_ -> 4);
        l1: Conv2d(2, kernel = (3, 2), stride = (2, 1), padding = 2, bias = true);
        l2: Glu(axis = 2);
        l3: Linear(1 -> 1, bias = false);
        l4: Silu;
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l0(x0);
            let (h2_0, h2_1, h2_2, h2_3, h2_4) = split(x0, axis = 1);
            let h3 = l1(x0);
            let h4 = l2(h2_3);
            let (h5_0, h5_1) = split(h4, axis = 2);
            let h6 = softmax(h0);
            let h7 = reshape(h5_1, [1]);
            let _h8 = l3(h7);
            let h9 = l4(l2(h2_4));
            let h10 = flatten(h9);
            let h11 = flatten(elu(h7, alpha = 1.5));
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(h6);
            let h15 = concat(h14, h13);
            (h2_0, h2_1, h2_2, h3, h5_0, h15)
        }
    }
    R046 {
        input: [5];
        l0: GroupNorm(1, eps = 0.1, affine = true);
        l1: Dropout;
        l2: Flatten;
        l3: GroupNorm(1, affine = true);
        l4: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l2(l1(h0));
            let h2 = l3((l1(x0 - h1)));
            let h3 = reshape(h0, [5, 1]);
            let h4 = l4(h3);
            let h5 = l3(h2 + h0);
            (l1(slice(h1, 2..4)), h4, h5)
        }
    }
    R047 {
        input x0: [1] in 0..1;
        input x1: [1, 1];
        l0: Embedding(3);
        l1: MaxPool1d(2, stride = 3, padding = valid);
        l2: GroupNorm(1, eps = 1e-2, affine = true);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = softplus(x1 + h1);
            let h3 = l0(x0);
            let h4 = max_pool1d(h3, 3, stride = 1, padding = same, dilation = 2);
            let h5 = l2(h2);
            let h6 = l1(h3);
            let h7 = sum(h4, axes = (0, 1), keep = true);
            (max(h1, axes = 0), l2(h1), h5, slice(h6, 0..1, axis = 1), h7)
        }
    }
    R048 {
        input x0: [4, 6, 6];
        input x1: [2, 3];
        l0: MaxPool1d(2, stride = 1, padding = same, dilation = 2);
        l1: Conv2d(4 -> 4, kernel = 1, padding = 0, dilation = (1, 2), groups = 4, bias = false);
        l2: Dropout(p = 0.25);
        l3: Softplus();
        l4: AvgPool1d(1, padding = same, count_include_pad = true);
        fn forward(x0, x1) {
            let (h0_0, h0_1, h0_2) = split(x1, axis = 1);
            let h1 = permute(h0_0, [1, 0]);
            let h2 = dropout(h0_2);
            let h3 = l1(x0);
            let h4 = l2(h0_0);
            let h5 = -l3(h0_2);
            let h6 = max_pool2d(h3, (2, 3), stride = 2, padding = valid);
            let h7 = h6 + h6;
            let h8 = flatten(h0_1);
            let h9 = flatten(h7);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(l4(h1));
            let h13 = concat(h12, h11);
            (h0_1, -0.7 - l0(x1), h2, h4, h5, h13)
        }
    }
    R049 {
        input: [3, 5] in 0..6;
        l0: Embedding(7 -> 1);
        l1: RmsNorm(eps = 0.1);
        l2: Conv2d(3 -> 1, kernel = (3, 1), stride = 2, padding = (2, 0), dilation = 2);
        l3: BatchNorm2d;
        l4: BatchNorm2d(eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 * h0;
            let h2 = l1(h0);
            let h3 = l2((dropout(h2)));
            let h4 = l3(h3);
            let h5 = softplus(h3);
            let h2 = permute(h0, [2, 1, 0]);
            let h7 = l4(h2);
            let h8 = l0(x0);
            let _h9 = slice(h8, 2..3, axis = 0);
            let h10 = permute(h5, [1, 2, 0]);
            (h1, h4, h7, h10)
        }
    }
}

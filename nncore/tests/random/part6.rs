//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R150 {
        input x0: [3, 5, 6];
        input x1: [3, 2, 5];
        l0: Sigmoid();
        fn forward(x0, x1) {
            let h0 = matmul(x0, x1, transpose_a = true, transpose_b = true);
            let h1 = relu(h0);
            let h2 = max(h1, axes = (0, 2), keep = false);
            let h3 = tanh(h2);
            let h4 = transpose((pixel_shuffle(h1, 1)));
            let h5 = sigmoid(h2);
            let h6 = max(h3, keep = true);
            let h7 = h2 / -0.7;
            (h4, h5, h1, h7, l0(h6), h4)
        }
    }
    R151 {
        input: [2, 4] in 0..6;
        l0: Embedding(7 -> 3);
        fn forward(x0) {
            let h0 = avg_pool2d(l0(x0), 2, padding = 0, count_include_pad = true);
            let h1 = expand(h0, [2, 2, 1]);
            let (_h2_0, h2_1) = split(h1, axis = 1);
            let h3 = l0(x0);
            let h4 = softmax((hard_swish(h3)));
            (h2_1, hard_swish(h4))
        }
    }
    R152 {
        input x0: [3, 1];
        input x1: [4, 5, 4];
        l0: Softmax(axis = 2);
        l1: Conv2d(4 -> 3, kernel = 1, dilation = (1, 2));
        fn forward(_x0, x1) {
            let (h0_0, h0_1, h0_2, h0_3) = split(x1, axis = 2);
            let h1 = h0_0 + h0_2;
            let h2 = matmul(h1, elu(h0_3, alpha = 1.5), transpose_a = true);
            let h3 = l0(relu(h0_0));
            let h4 = h0_1 - h0_2;
            let h5 = l0(h4);
            let h6 = permute(h2, [1, 0, 2]);
            (h3, l1(h5), h6)
        }
    }
    R153 {
        input: [3] in 0..4;
        l0: Embedding(4 -> 2);
        l1: Gelu(approximate = tanh);
        l2: Softmax(axis = 1);
        l3: MaxPool1d(kernel = 1, stride = 2);
        l4: Linear(_ -> 5);
        l5: Linear(_ -> 3);
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = slice(h0, ..) - l2(l0(x0));
            let h2 = l3((slice(h1, 1..)));
            let h3 = h2 + h2;
            let h4 = l4(h3);
            l5(h4)
        }
    }
    R154 {
        input: [1, 4];
        l0: Flatten;
        l1: AvgPool1d(1, stride = 3);
        fn forward(x0) {
            let h0 = concat(x0, x0, x0, axis = 1);
            let h1 = l0(h0);
            let h2 = gelu(h1, approximate = tanh);
            let h3 = elu(l0(h0), 0.7);
            let h4 = x0 + x0;
            let h1 = l1(h4);
            let _h6 = gelu(h1, approximate = none);
            let h7 = sum(h3);
            (permute(h2, [0]), h7)
        }
    }
    R155 {
        input x0: [1, 2, 6];
        input x1: [2, 5] in 0..6;
        input x2: [1, 3];
        l0: PRelu(1);
        l1: Linear(3);
        l2: RmsNorm(axes = 1, eps = 0.1);
        l3: MaxPool1d(kernel = 3, stride = 1, padding = 1);
        l4: Elu(alpha = 1.5);
        l5: Pad2d((0, 1, 1, 0), mode = reflect);
        train: l1, l2, l4;
        fn forward(x0, _x1, x2) {
            let h0 = l1(l0(x2));
            let h1 = x2 * h0;
            let h2 = l0(x2);
            let _h3 = l1(h0);
            let h4 = l2(h2);
            let h5 = dropout(l3(h4), 0.3);
            let h6 = l4(h5);
            let h7 = l1(h6);
            let h8 = l5(x0);
            (h1, transpose(h2), h7, h8)
        }
    }
    R156 {
        input x0: [3, 2];
        input x1: [4, 4];
        l0: Softplus;
        l1: MaxPool1d(kernel = 2, stride = 2, padding = 1, dilation = 2);
        l2: Relu();
        fn forward(x0, x1) {
            let x1 = -x1;
            let h1 = max(x1, axis = 0, keep = true);
            let h2 = l0(h1);
            let h1 = l1(h1);
            let h4 = softplus(x0);
            let h5 = mean(h4, axis = 0);
            let h6 = l2(h2) - h2;
            (h2, h1 / 2, h5, l2(h6) * l2(h2))
        }
    }
    R157 {
        input: [4, 1, 4];
        l0: Relu();
        l1: Conv2d(4 -> 4, kernel = 3, stride = 2, padding = (1, 0), groups = 2);
        l2: BatchNorm1d(2, momentum = 0.3);
        fn forward(x0) {
            let h0 = gelu(x0);
            let h1 = expand(x0 * h0, [4, 1, 4]);
            let h2 = reshape(h1, [2, 8]);
            let h1 = l0(x0);
            let h4 = concat(h0, h1, axis = 2);
            let h1 = l0(h0);
            let (_h6_0, h6_1, h6_2, h6_3) = split(h1, axis = 0);
            let h7 = l0(h4);
            let (_h8_0, h8_1, _h8_2) = split(l1(h7), axis = 2);
            let h9 = l2(h2);
            (h6_1, h6_2, h6_3, h8_1, h9)
        }
    }
    R158 {
        input: [3, 3, 2];
        l0: Gelu(approximate = tanh);
        l1: BatchNorm2d(eps = 0.1);
        fn forward(x0) {
            let h0 = expand(l1(l0(x0)) + -1, [3, 3, 2]);
            let h0 = h0 - (log_softmax(x0, axis = 1));
            let h2 = elu(h0, 0.7);
            let h3 = permute(h2, [1, 0, 2]);
            h3
        }
    }
    R159 {
        input x0: [2, 2, 5];
        input x1: [2, 2, 5];
        l0: Conv2d(2 -> 1, kernel = (1, 3), stride = 2, padding = 1, bias = false);
        l1: InstanceNorm2d(eps = 0.1, affine = false);
        l2: Elu(0.7);
        fn forward(x0, x1) {
            let h0 = x0 + x0 + x1;
            let h0 = global_avg_pool2d(l0(h0));
            let x0 = leaky_relu(h0, slope = -0.3);
            let h3 = l0(x1);
            let h4 = l1(x0);
            let _h5 = l2(l2(x0));
            let h6 = avg_pool2d(transpose(x0), kernel = 3, padding = same, count_include_pad = true);
            (max(h3, axes = (1, 2)), h4, h6)
        }
    }
    R160 {
        input x0: [2, 5, 1];
        input x1: [2, 5, 1];
        l0: InstanceNorm2d(eps = 0.1);
        l1: BatchNorm2d(eps = 0.1);
        fn forward(x0, x1) {
            let h0 = permute(x0, [2, 1, 0]);
            let h1 = transpose((h0 + h0));
            let h2 = reshape(h1, [2, 5, 1, 1]);
            let h3 = x0 + x1;
            let h4 = avg_pool2d(l0(h0), kernel = 1, stride = (1, 3), padding = valid);
            let h5 = flatten(glu(h3));
            let _h6 = slice(h5, ..3, axis = 0);
            let h7 = reshape(relu(h2), [10, 1, 1]);
            (l1(h4), h7)
        }
    }
    R161 {
        input x0: [1, 5];
        input x1: [1, 1];
        l0: BatchNorm1d(eps = 0.1);
        l1: HardSwish();
        l2: Dropout(p = 0.25);
        l3: BatchNorm1d(1, eps = 0.1);
        l4: LogSoftmax(axis = 1);
        fn forward(x0, x1) {
            let h0 = concat(x1, x1, x0, x0, axis = 1);
            let h1 = l0(h0);
            let h2 = l2(l1(h1));
            let h0 = expand(tanh(l3(x1)), [4, 1]);
            let h4 = l4(h2);
            (h0, h4, x0 - x0)
        }
    }
    R162 {
        input: [4, 4];
        l0: MaxPool1d(3, stride = 2);
        l1: LeakyRelu(slope = -0.3);
        l2: MaxPool1d(kernel = 1, stride = 2, padding = same);
        l3: Conv1d(_ -> 3, kernel = 3, stride = 2, padding = same, dilation = 2, groups = 1, bias = false);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = leaky_relu(x0 * h1);
            let h3 = l2(h2);
            let h4 = l3(h3);
            let (h5_0, h5_1, h5_2) = split(h4);
            let h6 = l3(h2);
            let (h7_0, _h7_1, h7_2) = split(h6);
            let h8 = flatten(h7_2);
            let h9 = flatten(h7_0);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten((l2(h1)));
            let h13 = concat(h12, h11);
            (max_pool1d(h1, 3, stride = 1, padding = 1), l1(x0), h5_0, h5_1, h5_2, h13)
        }
    }
    R163 {
        input: [4, 5] in 0..2;
        l0: Embedding(2 -> 1);
        l1: GroupNorm(2, affine = true);
        l2: LayerNorm(axes = 2, eps = 1e-2);
        l3: GroupNorm(4, eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = glu(h0, axis = 0);
            let _h2 = sum(l0(x0), keep = true);
            let h3 = l0(x0);
            let (h4_0, h4_1, _h4_2, h4_3, h4_4) = split(h3, axis = 1);
            let h5 = l0(x0);
            let h6 = l1(h5);
            let h7 = -h6;
            let h8 = l2(h3);
            let h9 = flatten(l3(h7));
            let h10 = flatten(h8);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(sum(h7, axes = 1, keep = true));
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h4_4);
            let h17 = concat(h16, h15);
            (h1, h4_0, h4_1, h3, h4_3, h17)
        }
    }
    R164 {
        input: [2, 2, 1];
        l0: Pad2d(padding = (2, 2, 0, 1), mode = zero);
        l1: InstanceNorm2d(eps = 0.1, affine = true);
        fn forward(x0) {
            let h0 = max(x0, axes = 2, keep = true);
            let h1 = l0(h0);
            let h2 = upsample2d(h1, scale = 1);
            let h3 = avg_pool1d(max(x0, axis = 1), kernel = 3, stride = 2, padding = 1, count_include_pad = false);
            let x0 = sigmoid(h1);
            let h5 = expand(x0, [2, 6, 2]);
            let h6 = expand(h1, [2, 6, 2]);
            let h7 = softmax(h2, axis = 1);
            let h8 = l1(h7);
            (h3, h5, h6, matmul(h0, h0, transpose_b = true), h8)
        }
    }
    R165 {
        input: [6];
        l0: GroupNorm(1, eps = 0.1, affine = true);
        l1: BatchNorm1d(eps = 1e-2);
        fn forward(x0) {
            let h0 = slice(x0, 0..4, axis = 0);
            let h1 = sigmoid(h0);
            let h2 = l0(h1);
            let h3 = l0(h2);
            let h3 = l1(h3);
            let h5 = h0 * h3;
            let h6 = l0(h5);
            let h7 = reshape(h6, [2, 2]);
            let h8 = tanh(glu(h2, axis = 0));
            let h9 = l1(h6);
            (h7, h8, h9)
        }
    }
    R166 {
        input x0: [1, 4] in 0..6;
        input x1: [3, 4];
        input x2: [2, 2, 3];
        l0: Glu(axis = 1);
        l1: Softplus;
        l2: Softmax(axis = 1);
        l3: PixelShuffle(1);
        fn forward(_x0, x1, x2) {
            let h0 = avg_pool1d(x1, 1, stride = 3, count_include_pad = true);
            let (h1_0, h1_1, h1_2) = split(avg_pool1d(l1(l1(l0(h0))), kernel = 3, stride = 2, padding = same, count_include_pad = true));
            let h2 = reshape(h0, [3, 1, 1, 2]);
            let h3 = l2(h1_1);
            let h1_1 = upsample2d(x2, (1, 2));
            let h5 = sigmoid(l3(h1_1));
            let h0 = h3 + h1_2;
            let h7 = reshape(h2, [3, 1, 2]);
            (h1_0, h7, h5, h0, x1)
        }
    }
    R167 {
        input: [4, 6, 6];
        l0: Conv2d(4 -> 4, kernel = (1, 3), stride = 2, padding = 1, dilation = (1, 2), groups = 4);
        l1: Softmax;
        l2: InstanceNorm2d;
        l3: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = softplus(h0);
            let h0 = pixel_shuffle(h1, 1);
            let h3 = l1(h0);
            let h4 = max(h1, axes = (0, 1, 2));
            let h5 = l2(h3);
            let h6 = l0(x0);
            let h7 = l2(h6);
            let h8 = l3(h7);
            (h4, h5, slice(h3, 1..2, axis = 2), h8)
        }
    }
    R168 {
        input: [4, 6, 3];
        l0: GlobalAvgPool2d;
        l1: Relu();
        l2: HardSwish();
        l3: Conv2d(4 -> 3, kernel = 3, padding = same, dilation = (1, 2));
        l4: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = expand(x0, [4, 6, 3]);
            let h3 = hard_swish(h2);
            let h4 = l2(h1);
            let h5 = slice(pad2d(h4, (2, 1, 0, 2)), 1.., axis = 1);
            let h6 = x0 * h3;
            (l1(h1), h5, h6, l3(h2), l4(l2(h0)), h0)
        }
    }
    R169 {
        input: [3, 5, 6];
        l0: Flatten;
        l1: PixelShuffle(1);
        l2: Conv2d(3 -> 3, kernel = 3, dilation = (2, 1), groups = 3, bias = false);
        l3: BatchNorm1d(eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let x0 = leaky_relu(x0, 0.2);
            let h1 = l1(x0);
            let h2 = l3((l0(x0)));
            let _h3 = l0(h1) - h2;
            let h4 = l0(h1);
            (x0, l2(h1), h4)
        }
    }
    R170 {
        input: [2, 3, 1];
        l0: LogSoftmax(axis = 1);
        l1: Silu;
        fn forward(x0) {
            let h0 = x0 - 3.0;
            let h1 = h0 - -0.7;
            let h2 = pad2d(h1, (0, 1, 0, 0), mode = replicate);
            let h3 = matmul(h1, h1, transpose_a = true);
            let h4 = softplus(h3);
            let x0 = l0(h4);
            let h6 = l1(x0);
            let h7 = l1(h6);
            let h8 = l1(h0);
            let h9 = l1(h8);
            (h2, pad2d(h3 - h6, padding = (2, 0, 1, 1)), h7, h9)
        }
    }
    R171 {
        input: [4, 1];
        l0: Gelu(approximate = tanh);
        l1: LayerNorm(axes = 2, eps = 1e-2);
        l2: Linear(1 -> 5, bias = false);
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let x0 = l0(l0(h0));
            let h2 = expand(x0, [4, 1]);
            let _h3 = matmul(h0, h2, transpose_a = true);
            let h4 = l1(h0);
            let x0 = l0(avg_pool1d(h4, 2, stride = 1, padding = same, count_include_pad = true));
            let h6 = l2(h4);
            (h6, h4, l1(x0))
        }
    }
    R172 {
        input x0: [2, 5, 6];
        input x1: [3, 4];
        input x2: [1, 1, 2];
        input x3: [2, 2, 1];
        l0: Softmax(axis = 1);
        l1: Elu(0.7);
        l2: Relu;
        l3: ConvTranspose2d(_ -> 2, kernel = 2, stride = (1, 2), padding = 1, groups = 2, bias = false);
        fn forward(x0, x1, x2, x3) {
            let h0 = slice(x0, 2.., axis = 1);
            let h1 = softplus(h0);
            let h2 = slice(x1, 2..);
            let h3 = l0(h2);
            let h4 = l2(l1(x2));
            let h5 = expand(h4, [2, 2, 2]);
            let h6 = l3(h5);
            let h7 = transpose(h6);
            let h8 = h7 + x3;
            (dropout(h1, 0.3), h1, h3, h8)
        }
    }
    R173 {
        input x0: [3, 3, 4];
        input x1: [9, 3, 3];
        l0: BatchNorm2d(3, eps = 0.1);
        l1: PixelShuffle(1);
        fn forward(x0, x1) {
            let h0 = l1(x0);
            let h1 = max(l0(x0), axes = (0, 1), keep = true);
            let h2 = concat(h0, l0(x0), h0);
            let h3 = hard_swish(h1);
            let h4 = concat(h2, x1, axis = 2);
            let _h5 = dropout(h4, p = 0.25);
            let h6 = l0(l1(x0));
            (h3, h2, h6)
        }
    }
    R174 {
        input x0: [4, 1] in 0..6;
        input x1: [1, 3, 3];
        input x2: [4, 3];
        l0: Silu;
        l1: BatchNorm2d(1, eps = 1e-2);
        l2: PixelShuffle(1);
        l3: Tanh;
        l4: MaxPool2d((3, 1), stride = 1, dilation = (1, 2));
        fn forward(_x0, x1, x2) {
            let h0 = l0(x2);
            let x2 = permute(h0, [0, 1]);
            let h2 = l1(x1);
            let h3 = expand(l2(h2), [3, 3, 3]);
            let h4 = l3(h3);
            let h5 = softmax(dropout(h4, p = 0.25), axis = 1);
            let h6 = x1 / 3.0;
            let h7 = l2(h6);
            let h8 = l4(h7);
            (h5, h8, l3(x2))
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R100 {
        input x0: [3, 3] in 0..3;
        input x1: [4, 1, 1];
        input x2: [3, 1];
        l0: Conv2d(_ -> 2, kernel = 2, stride = 2, padding = same, dilation = 2, groups = 1);
        l1: Parameter([4, 1, 1], init = uniform(1.5));
        fn forward(_x0, x1, x2) {
            let (h0_0, h0_1) = split(x1, axis = 0);
            let h1 = slice(max_pool1d(x2, 1, stride = 2), .., axis = 1);
            let h2 = h1 + h1;
            let h3 = mean(h2);
            let h4 = softmax(h0_1, axis = 0);
            let h5 = l0(h4);
            let h6 = leaky_relu(h0_0);
            let _h7 = h6 - 1e-1;
            let h8 = transpose(x1);
            let h9 = h8 + l1;
            (h3, h5, hard_swish(h1), h9)
        }
    }
    R101 {
        input: [2, 1] in 0..6;
        l0: Embedding(7 -> 3);
        l1: Sigmoid;
        l2: PixelShuffle(1);
        fn forward(x0) {
            let h0 = max(l0(x0), axis = 0, keep = false);
            let h1 = matmul(h0, h0, transpose_b = true);
            let h2 = h0 * h0;
            let h3 = l0(x0);
            let h4 = l0(x0);
            let h5 = l1((h1 + zeros([1, 1])));
            let h1 = l2(l1(h4));
            (h3, h5, h1, transpose(h2))
        }
    }
    R102 {
        input: [7];
        l0: RmsNorm;
        l1: PRelu(1);
        l2: Silu;
        l3: LogSoftmax;
        l4: Linear(7 -> 1, bias = true);
        l5: Parameter([1], init = uniform(1.5));
        fn forward(x0) {
            let h0 = x0 * -0.7;
            let _h1 = log_softmax(l0(h0));
            let h2 = l1(x0);
            let h3 = l2(h2);
            let h4 = 0.5 - h3;
            let x0 = l3(h4);
            let (h6_0, _h6_1, _h6_2, h6_3, h6_4, h6_5, h6_6) = split(x0, axis = 0);
            let h4 = l4(h3);
            let (_h8_0, h8_1, _h8_2, h8_3, h8_4, h8_5, h8_6) = split(h0, axis = 0);
            let x0 = h4 + l5;
            let h10 = flatten(h6_0);
            let h11 = flatten(x0);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(h3);
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(h8_6);
            let h18 = concat(h17, h16);
            let h19 = flatten(h18);
            let h20 = flatten(h8_5);
            let h21 = concat(h20, h19);
            let h22 = flatten(h21);
            let h23 = flatten(h8_4);
            let h24 = concat(h23, h22);
            let h25 = flatten(h24);
            let h26 = flatten(h8_3);
            let h27 = concat(h26, h25);
            let h28 = flatten(h27);
            let h29 = flatten(h8_1);
            let h30 = concat(h29, h28);
            (h6_0, h6_3, h6_4, h6_5, h6_6, h30)
        }
    }
    R103 {
        input x0: [1, 4];
        input x1: [4, 1, 5];
        input x2: [3, 4, 4];
        l0: Conv2d(_ -> 3, kernel = (2, 1), stride = (2, 1), padding = (2, 1), dilation = (1, 2), groups = 3);
        l1: MaxPool2d(kernel = 1, stride = (2, 3), padding = same, dilation = 2);
        l2: MaxPool1d(2, stride = 1, padding = same);
        l3: AvgPool1d(1, stride = 2, padding = same);
        l4: PixelShuffle(2);
        l5: HardSwish();
        fn forward(x0, x1, x2) {
            let h0 = l0(matmul(x2, x2, transpose_a = true, transpose_b = true));
            let h1 = l1(x1);
            let h2 = mean(x0, axis = 1, keep = true);
            let h3 = l0(x2);
            let h4 = l2(h2);
            let h5 = avg_pool1d(l3(h4), 3, stride = 1, padding = 1, count_include_pad = false);
            let _h6 = l4(h1);
            let h7 = l5(h5);
            (h7, h3 * (h0 - h3))
        }
    }
    R104 {
        input: [3, 5, 5];
        l0: ConvTranspose2d(3 -> 4, kernel = (3, 2), stride = 1, padding = 1, output_padding = 0);
        fn forward(x0) {
            let x0 = x0 - x0;
            let h1 = softplus(x0);
            let h2 = softmax(h1, axis = 0);
            let h3 = l0(h2);
            let h4 = l0(x0);
            let h5 = l0(h1);
            let _h6 = expand(h4, [4, 5, 4]);
            (slice(h1, 2.., axis = 0), mean(h3, axis = 1, keep = true), l0(h1), permute(h4, [1, 0, 2]), upsample2d(h5, 1))
        }
    }
    R105 {
        input x0: [4, 6, 6];
        input x1: [3, 4];
        #[frozen] l0: BatchNorm2d(eps = 0.1);
        #[frozen] l1: Dropout(0.3);
        l2: Conv1d(3 -> 3, kernel = 1, padding = 1, dilation = 2, groups = depthwise);
        fn forward(x0, x1) {
            let h0 = x1 + zeros([3, 4]);
            let h1 = l0(x0);
            let h2 = l1(h1);
            let h3 = expand((h0 + x1), [3, 4]);
            let h4 = log_softmax(h3, axis = 0);
            let h5 = transpose(slice(h3, 1..2, axis = 1));
            let h6 = l0(h1);
            let h7 = avg_pool1d(h4, 1, stride = 2, count_include_pad = false);
            let h8 = l1(h7);
            (h2, h5, h6, l2(h3), h8)
        }
    }
    R106 {
        input: [2];
        #[frozen] l0: Softplus();
        #[frozen] l1: Tanh;
        fn forward(x0) {
            let h0 = tanh(l0(x0));
            let x0 = log_softmax(h0, axis = 0);
            let h2 = l1(sum(x0));
            let h3 = mean(h2, keep = true);
            let h4 = relu(l0(h0));
            (dropout(l1(h3)), h4)
        }
    }
    R107 {
        input x0: [1, 6, 5];
        input x1: [5];
        input x2: [3, 3];
        l0: Linear(1, bias = false);
        l1: PRelu(1);
        l2: Silu;
        l3: BatchNorm2d(eps = 0.1);
        l4: Conv2d(1 -> 1, kernel = 2, stride = 1, padding = same, dilation = (2, 1), groups = depthwise, bias = false);
        fn forward(x0, x1, x2) {
            let h0 = l0(x2);
            let x2 = softmax(l0(x2), axis = 1);
            let h2 = max_pool1d((-l1(x2)), kernel = 3, padding = 1);
            let _h3 = -1 - l2(h2);
            let h4 = l3(x0);
            let h5 = l4(h4);
            let h6 = reshape(reshape(h4, [6, 1, 5, 1]), [6, 5, 1]);
            (h0, concat(x1, x1, axis = 0), h6, h5)
        }
    }
    R108 {
        input: [2, 1, 4];
        l0: Tanh();
        l1: ConvTranspose2d(2 -> 4, kernel = (1, 3), padding = 0, output_padding = 0);
        l2: ConvTranspose2d(_ -> 4, kernel = (3, 1), stride = (2, 1), output_padding = 0, bias = false);
        l3: Conv2d(1, kernel = 1, stride = 1, padding = same, dilation = (2, 1), groups = 1);
        train: l0, l1, l2;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = silu(h0);
            let h2 = hard_swish(h1);
            let h3 = l0(h2);
            let h4 = global_avg_pool2d(h1);
            let h5 = l1(h3);
            let (_h6_0, h6_1, h6_2, _h6_3, h6_4, h6_5) = split(h5, axis = 2);
            let h7 = l2((l1(h0)));
            let h8 = l3(h7);
            let h9 = flatten(h8);
            let h10 = flatten(h2 * h3);
            let h11 = concat(h10, h9);
            (h4, h6_1, h6_4, h6_5, expand(h6_2, [4, 3, 1]), h11)
        }
    }
    R109 {
        input: [1, 3, 4];
        l0: LeakyRelu(0.2);
        l1: LayerNorm(eps = 0.1);
        l2: Upsample2d(1);
        l3: Sigmoid();
        l4: LogSoftmax(axis = 1);
        l5: Conv2d(_ -> 2, kernel = (2, 3), stride = 2, padding = (1, 1, 1, 2), dilation = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = leaky_relu(h0, slope = -0.3);
            let h2 = matmul(x0, x0, transpose_a = true);
            let x0 = l1(h2);
            let h4 = l1(h2);
            let h5 = reshape(l3(h4), [8, 1, 2]);
            let h6 = avg_pool2d(h5, 2, stride = 1, padding = 1);
            let h7 = l4(h6);
            let h8 = l5(x0);
            (l2(x0), h7, h8)
        }
    }
    R110 {
        input x0: [2, 1, 3];
        input x1: [1, 6];
        input x2: [1, 2];
        l0: Parameter([2, 1, 3], init = uniform(1.5));
        l1: GlobalAvgPool2d;
        l2: Dropout(0.3);
        fn forward(x0, x1, x2) {
            let h0 = x0 * l0;
            let h1 = permute(softplus(h0), [0, 2, 1]);
            let h2 = reshape(h1, [1, 6]);
            let h3 = l1(h1);
            let h4 = x1 + h2;
            let h5 = l1(h1);
            let h6 = l2(h4);
            (matmul(h3, h3, transpose_a = true), expand(h3, [2, 2, 3]), h5, matmul(x2, h6, transpose_a = true))
        }
    }
    R111 {
        input x0: [1, 1];
        input x1: [4, 1];
        input x2: [4] in 0..3;
        l0: Flatten;
        l1: GroupNorm(1, eps = 0.1, affine = true);
        l2: Embedding(1);
        l3: Embedding(3 -> 2);
        fn forward(x0, _x1, x2) {
            let h0 = mean(max_pool1d(x0, kernel = 1, stride = 2, dilation = 2), axis = 0, keep = false);
            let h1 = l0(h0);
            let h2 = l1(h0);
            let h3 = l2(x2);
            let h4 = relu(h1);
            let h5 = h4 + zeros([1]);
            let h6 = h5 * h2;
            let h7 = l1(h4);
            let h8 = l3(x2);
            (l2(x2), h3, h7, sum(h6, axis = 0), h8)
        }
    }
    R112 {
        input: [2, 1, 5];
        l0: Silu();
        l1: PixelShuffle(1);
        l2: Parameter([2, 1, 1], init = -1);
        l3: Parameter([2, 1, 1], init = 0.7);
        fn forward(x0) {
            let (h0_0, h0_1, h0_2, h0_3, h0_4) = split(x0, axis = 2);
            let h1 = slice(h0_3, 0..1, axis = 0) - zeros([1, 1, 1]);
            let h2 = l1(h1);
            let _h3 = permute(h1, [2, 0, 1]);
            let h4 = l0((slice(h0_2, 1.., axis = 0)));
            let h5 = (l0(h0_2)) * l2;
            let h6 = h4 * h2;
            (h0_0, h0_1, h5, h6, l0((h0_4 * l3)))
        }
    }
    R113 {
        input: [4, 6, 5];
        l0: InstanceNorm2d(affine = false);
        l1: Linear(5 -> 4);
        l2: Conv2d(4 -> 2, kernel = 3, padding = (1, 2), dilation = 2, groups = 1);
        fn forward(x0) {
            let h0 = expand(x0, [4, 6, 5]);
            let h1 = leaky_relu(x0 * h0);
            let x0 = pixel_shuffle(h1, 1) - h1;
            let h3 = sigmoid(x0);
            let h1 = l0(h3);
            let h5 = 1e-1 - h1;
            let h6 = mean(h5, axes = 1);
            let h7 = log_softmax(h6);
            let h8 = l2(h0);
            (l1(h6), h7, h8)
        }
    }
    R114 {
        input x0: [3, 1, 4];
        input x1: [3, 1, 4];
        l0: Softplus;
        l1: Relu;
        fn forward(x0, x1) {
            let x0 = x1 + x0;
            let h1 = pixel_shuffle(x0, 1);
            let x1 = transpose(h1);
            let _h3 = elu(expand(x1, [3, 4, 1]), alpha = 1.5);
            let h4 = x0 * h1 * x0;
            let h5 = l1(l0(x0 * h4));
            let h6 = flatten(h1);
            (max_pool2d(h4, (1, 3), stride = (2, 3), padding = same, dilation = 2), h5, h6)
        }
    }
    R115 {
        input x0: [4, 5, 4];
        input x1: [1, 2] in 0..6;
        l0: Elu(0.7);
        l1: BatchNorm2d(4, eps = 0.1);
        l2: AvgPool2d(3, stride = 2, count_include_pad = true);
        l3: Sigmoid;
        fn forward(x0, _x1) {
            let h0 = mean(x0, axis = 1);
            let h1 = l0(h0);
            let h2 = concat(h1, h0, h1, axis = 1);
            let h3 = l1(x0);
            let h4 = h3 + zeros([4, 5, 4]);
            let h5 = softplus(l1(h3));
            let h6 = l2(h4);
            let h7 = l3(h6);
            let (h8_0, h8_1, h8_2, h8_3, h8_4) = split(h3, axis = 1);
            let h9 = flatten(h6);
            let h10 = flatten(h8_4);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h8_3);
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h8_2);
            let h17 = concat(h16, h15);
            (h2, h5, h7, h8_0, h8_1, h17)
        }
    }
    R116 {
        input x0: [3, 1, 4];
        input x1: [3, 1, 4];
        l0: GroupNorm(1, eps = 0.1, affine = false);
        l1: Silu();
        train: biases;
        fn forward(x0, x1) {
            let h0 = silu(x0);
            let h1 = h0 + x1;
            let h2 = glu(x1, axis = 2);
            let h3 = concat(x0, x0, h1, h0, axis = 1);
            let h4 = slice(l0(x1), ..1, axis = 1);
            let h5 = l0(leaky_relu(h4, slope = -0.3));
            let h6 = permute(h5, [1, 0, 2]);
            let h7 = l1(h6);
            (h2, h3 - h3, h7 + zeros([1, 3, 4]))
        }
    }
    R117 {
        input: [7] in 0..4;
        l0: Embedding(4 -> 4);
        l1: GroupNorm(7, eps = 0.1, affine = false);
        l2: MaxPool1d(2);
        l3: AvgPool1d(kernel = 3, stride = 1, padding = 1, count_include_pad = true);
        fn forward(x0) {
            let h0 = dropout(l0(x0), 0.0);
            let h1 = l0(x0);
            let h2 = h1 / 0.5;
            let h3 = softmax(l1(h0), axis = 1);
            let h4 = l2(h2);
            let h2 = l3(log_softmax(h3)) * h1;
            (h4, h2)
        }
    }
    R118 {
        input: [4, 4, 5];
        l0: Tanh();
        l1: Upsample2d(scale = 1);
        l2: MaxPool2d(kernel = 2, stride = 1, padding = valid, dilation = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = permute(h0, [1, 0, 2]);
            let _h2 = l0(x0);
            let h3 = l1(h1);
            let h4 = expand(h3, [4, 4, 5]);
            let h5 = mean(h1, axes = 1);
            let _h6 = concat(h5, h5);
            let h7 = l2(l0(tanh(h4)));
            let h8 = reshape(reshape(h7, [2, 1, 12, 1]), [2, 12, 1]);
            h8
        }
    }
    R119 {
        input: [2, 2, 5];
        l0: BatchNorm2d(2, eps = 0.1);
        l1: ConvTranspose2d(2 -> 3, kernel = (3, 1), padding = (0, 1), bias = true);
        fn forward(x0) {
            let x0 = x0 - x0;
            let h1 = l0(matmul(x0, x0, transpose_a = true));
            let h2 = h1 + 1.5;
            let h3 = l0(h2);
            let h4 = l0(h3);
            let _h5 = l1(h1);
            (h4, transpose(x0) + zeros([2, 5, 2]))
        }
    }
    R120 {
        input x0: [2, 2, 1];
        input x1: [2, 4, 5];
        input x2: [2, 3, 6];
        l0: Parameter([1, 4, 1, 10], init = -1);
        l1: LogSoftmax(axis = 1);
        l2: LeakyRelu;
        l3: Elu;
        fn forward(x0, x1, x2) {
            let h0 = reshape(x1, [1, 4, 1, 10]);
            let h1 = gelu(upsample2d(x0, (3, 1)));
            let h2 = expand(slice(avg_pool2d(x1, kernel = (3, 2), stride = (1, 2), padding = same, count_include_pad = false), ..2, axis = 1), [2, 2, 3]);
            let h3 = l2(h1);
            let h4 = matmul(h3, x2, transpose_a = true, transpose_b = true);
            let h5 = l3(h4);
            let h6 = reshape(h0 * l0, [4, 1, 10]);
            (h6, l1(h2), h5)
        }
    }
    R121 {
        input: [1, 3] in 0..1;
        l0: Embedding(4);
        l1: Dropout(p = 0.25);
        l2: Embedding(_ -> 1);
        l3: RmsNorm;
        l4: Conv2d(1, kernel = 2, stride = (2, 1), groups = depthwise);
        l5: BatchNorm2d;
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = matmul(h0, h0, transpose_a = true, transpose_b = false);
            let h2 = slice(h1, 2.., axis = 2);
            let h3 = relu(h1);
            let h4 = l2(x0);
            let h5 = l3(h3);
            let _h6 = l4(h5);
            let h7 = l5(h3);
            let h8 = h7 + h3;
            let h9 = h8 * h3;
            (h2, h4, h9)
        }
    }
    R122 {
        input x0: [1, 6, 2];
        input x1: [2, 3, 5];
        input x2: [4, 5];
        input x3: [3, 1, 2];
        l0: Flatten;
        l1: Flatten;
        fn forward(x0, x1, x2, x3) {
            let (h0_0, _h0_1) = split(x1);
            let h1 = l0(x2);
            let (h2_0, h2_1, h2_2) = split(h0_0, axis = 1);
            let _h3 = transpose(h2_2);
            let h4 = l1(h1);
            let h5 = max_pool2d(h2_2, 1, stride = 3, padding = same);
            let h6 = sigmoid(x0);
            let h7 = reshape(h4, [1, 1, 4, 5]);
            let h8 = expand(h5, [3, 1, 2]);
            let h9 = x3 + h8;
            let (h10_0, h10_1) = split(h7, axis = 2);
            let h11 = reshape(h10_0, [1, 2, 5]);
            let h12 = reshape(h10_1, [1, 2, 5]);
            let h13 = flatten(h12);
            let h14 = flatten(h11);
            let h15 = concat(h14, h13);
            (h2_0, h2_1, -h1, h6, h9, h15)
        }
    }
    R123 {
        input: [2, 5];
        l0: Linear(_ -> 3, bias = false);
        l1: Elu;
        l2: Linear(3 -> 1, bias = true);
        l3: BatchNorm1d;
        l4: Glu(axis = 0);
        l5: Elu(alpha = 1.5);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let x0 = expand(h1, [2, 3]);
            let h3 = l2(max_pool1d(x0, 2, stride = 1, padding = same));
            let _h4 = concat(x0, x0, h0, h0);
            let h0 = concat(h3, h3);
            let h6 = l3(h0);
            let _h7 = l4(h3);
            let h8 = sigmoid(h6);
            let h9 = l5(l3(h8));
            (h1, h9)
        }
    }
    R124 {
        input x0: [3, 4, 1];
        input x1: [3, 5, 4];
        l0: Pad2d(padding = (1, 0, 2, 1), mode = zero);
        l1: MaxPool2d((2, 1), stride = 3, padding = 0);
        l2: PRelu(3);
        fn forward(x0, x1) {
            let h0 = x0 * x0;
            let h1 = l0(h0);
            let h2 = l1(slice(max_pool2d(x0, kernel = 3, padding = same), 0..2));
            let x1 = x1 - h1;
            let h4 = elu(h1 * x1, 0.7);
            let _h5 = x1 - h4;
            let h6 = -h4;
            let h7 = pixel_shuffle(h2, 1);
            (h6, l2(h1), h7)
        }
    }
}

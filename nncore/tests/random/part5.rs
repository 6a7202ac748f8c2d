//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R125 {
        input x0: [2, 5] in 0..6;
        input x1: [4, 3] in 0..6;
        input x2: [4, 3, 1];
        l0: Embedding(6 -> 4);
        l1: Sigmoid;
        #[frozen] l2: Silu;
        l3: Upsample2d(1);
        #[frozen] l4: Conv2d(1, kernel = (1, 2), stride = (1, 2), dilation = (1, 2));
        fn forward(_x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = concat(h0, h0, x2, h0, axis = 2);
            let h2 = l1(h1);
            let h3 = h2 * h1;
            let h4 = l1(h1);
            let h5 = l2(h4);
            let h6 = h5 + l1(h3);
            let h4 = l3(h6);
            let h8 = l4(h4);
            let h9 = 3.0 - h8;
            h9
        }
    }
    R126 {
        input: [2, 3, 2];
        l0: Softplus();
        l1: Silu();
        l2: InstanceNorm2d;
        l3: Silu;
        fn forward(x0) {
            let x0 = l1(l0((expand(x0, [2, 3, 2]))));
            let x0 = l2(x0);
            let x0 = l0(x0);
            let h3 = mean(x0, axes = (0, 2));
            let h4 = l2(x0);
            let h5 = sigmoid(h4);
            let h6 = l1(x0);
            let h7 = tanh(h6);
            let h8 = l3(h7);
            (h3, h5, x0, h8)
        }
    }
    R127 {
        input x0: [3, 2];
        input x1: [4, 4, 4];
        l0: Tanh();
        l1: Conv2d(4 -> 1, kernel = (2, 1), stride = 1, padding = (2, 0), bias = true);
        l2: BatchNorm2d(1, eps = 0.1);
        l3: MaxPool2d((2, 1), stride = 2, padding = valid, dilation = (2, 1));
        l4: AvgPool2d(1, stride = 3, padding = same, count_include_pad = true);
        fn forward(x0, x1) {
            let h0 = l1(x1);
            let h1 = l2(h0);
            let h2 = l0(h1);
            let h3 = l3(h1);
            let h4 = log_softmax(h1, axis = 0);
            let h5 = max_pool1d(x0, 1, stride = 1, dilation = 2);
            let h6 = l4(slice(x1, ..1, axis = 1));
            let h7 = flatten(h6);
            let h8 = flatten(slice(h2, 3..4, axis = 2));
            let h9 = concat(h8, h7);
            (l0(x1), h3, h4, pad2d(l2(h1), 0, mode = replicate), h5, h9)
        }
    }
    R128 {
        input: [4, 2];
        l0: GroupNorm(1, eps = 1e-2, affine = true);
        fn forward(x0) {
            let x0 = sigmoid(x0);
            let h1 = softmax(x0, axis = 1);
            let h2 = transpose(x0);
            let h3 = mean(h2, axes = 0, keep = true);
            let h4 = h3 + h3;
            let _h5 = concat(h3, l0(h4), axis = 1);
            let h6 = slice(h1, 0..1, axis = 1);
            (hard_swish(h4), h6, h2)
        }
    }
    R129 {
        input: [3, 1];
        l0: LeakyRelu(slope = -0.3);
        l1: GroupNorm(1, eps = 1e-2, affine = true);
        l2: Linear(1 -> 3, bias = false);
        l3: Linear(_ -> 3, bias = true);
        fn forward(x0) {
            let x0 = max_pool1d(x0, kernel = 1, dilation = 2);
            let h1 = l0(x0);
            let h2 = l1(h1);
            let h3 = l3(transpose(l0(x0)));
            let h4 = max(h3, keep = false);
            let _h5 = permute(h4, [0]);
            (l2(h2) * -1, l2(h1))
        }
    }
    R130 {
        input x0: [1, 2, 4];
        input x1: [1, 5, 3];
        l0: Relu;
        l1: Gelu(approximate = none);
        l2: LogSoftmax(axis = 1);
        l3: PixelShuffle(1);
        l4: Gelu(approximate = none);
        fn forward(x0, _x1) {
            let h0 = l1(l0(x0));
            let h1 = l2(h0);
            let h2 = softplus(l3(h1));
            let h3 = x0 + h2;
            let h4 = l4(h3);
            let h5 = hard_swish(h4);
            let h6 = l3(h5);
            (h0, h6)
        }
    }
    R131 {
        input: [2, 4, 5];
        l0: PRelu(1);
        l1: Conv2d(2 -> 4, kernel = 2, stride = 1, groups = 1, bias = false);
        l2: PixelShuffle(1);
        l3: ConvTranspose2d(_ -> 4, kernel = (2, 1), padding = (0, 1), bias = false);
        l4: Glu(axis = 2);
        l5: Conv2d(4 -> 4, kernel = (3, 2), stride = 2, padding = same, dilation = 2);
        l6: GroupNorm(4, eps = 1e-2);
        l7: LeakyRelu(0);
        l8: MaxPool2d(kernel = 2, padding = same);
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = l1(l0(x0));
            let h2 = x0 * x0;
            let h3 = l2(h2);
            let h4 = l4(l3(h2));
            let _h5 = l6(x0);
            let h6 = l7(l5(h4));
            let h7 = l8(h4);
            (h3, mean(h6), h7)
        }
    }
    R132 {
        input x0: [6] in 0..6;
        input x1: [6, 1];
        l0: Embedding(6 -> 2);
        l1: Conv1d(6, kernel = 2, stride = 2, padding = same, groups = depthwise, bias = true);
        l2: Flatten;
        l3: Tanh;
        l4: Dropout(0.3);
        fn forward(x0, x1) {
            let x0 = l1(l0(x0));
            let h1 = l3(x0);
            let h2 = transpose(h1);
            let h3 = l4(x0);
            let h4 = max(h1, axis = 1, keep = true);
            let h5 = l3(l2(x0));
            (l4(h2), h4, h5, h3 + x1)
        }
    }
    R133 {
        input: [4, 5, 5];
        l0: AvgPool2d(2, stride = 1, padding = 0, count_include_pad = false);
        l1: AvgPool2d(2, stride = (2, 1), padding = 1, count_include_pad = true);
        l2: Conv2d(4 -> 4, kernel = (2, 1), stride = 2, padding = (2, 0, 1, 1), dilation = 2, groups = 4);
        l3: Softplus();
        l4: BatchNorm2d(4, eps = 0.1);
        train: l1, l2;
        fn forward(x0) {
            let h0 = l3(l2(l1(l0(x0 - x0))));
            let h0 = permute(l4(h0), [0, 2, 1]);
            let x0 = l0(x0);
            let h3 = transpose(x0);
            let h4 = sigmoid(h0);
            (h3, h4)
        }
    }
    R134 {
        input x0: [2];
        input x1: [4, 5, 5];
        input x2: [2, 5, 6];
        l0: Linear(2 -> 4, bias = true);
        l1: Elu;
        l2: MaxPool2d(kernel = 3, stride = 3, padding = 1);
        l3: RmsNorm;
        fn forward(x0, x1, _x2) {
            let (h0_0, h0_1) = split(l0(x0));
            let h0_0 = l1(h0_0);
            let h2 = l1(h0_0);
            let h3 = l2(x1);
            let h4 = avg_pool2d(h3, kernel = 3, padding = same, count_include_pad = true);
            let _h5 = l1(h2);
            let h6 = l3(h4);
            let x1 = expand(h6, [4, 1, 3]);
            let h8 = transpose(x1);
            let h9 = slice(h0_0, .., axis = 0);
            (h0_1, h8, avg_pool2d(h6, (2, 1), stride = 3, padding = same), h9)
        }
    }
    R135 {
        input: [3, 3, 5];
        l0: LayerNorm(eps = 0.1);
        l1: GlobalAvgPool2d;
        l2: Silu;
        fn forward(x0) {
            let h0 = dropout(l0(x0), 0.0);
            let (h1_0, h1_1, h1_2) = split(l0(h0));
            let h2 = matmul(h1_2, h1_2, transpose_b = true);
            let h3 = l1(h2);
            let h4 = l2(l0(x0));
            let h5 = max(h4, axes = (0, 1));
            let h6 = l2(h5);
            (h1_0, h1_1, h3, h6)
        }
    }
    R136 {
        input: [3, 6, 4];
        l0: MaxPool2d(1, padding = valid, dilation = (1, 2));
        fn forward(x0) {
            let h0 = transpose(x0);
            let (h1_0, _h1_1, h1_2) = split(h0, axis = 0);
            let h2 = avg_pool2d(h1_2, kernel = (3, 1), stride = (1, 3), padding = valid);
            let (h3_0, h3_1) = split(h2, axis = 1);
            let _h4 = dropout(h2, p = 0.25);
            let h5 = l0(permute(h1_0, [1, 2, 0]));
            let h6 = softplus(l0(h5));
            let h0 = l0(h6);
            (h3_0, h3_1, h0)
        }
    }
    R137 {
        input x0: [2, 4, 1];
        input x1: [2, 1, 1];
        input x2: [3] in 0..5;
        l0: LayerNorm(axes = 3, eps = 0.1);
        l1: Flatten;
        l2: Conv2d(2, kernel = 1, padding = valid);
        l3: MaxPool2d((2, 3), stride = 1, padding = 1);
        l4: Upsample2d(scale = 1);
        l5: Upsample2d(scale = (1, 3));
        fn forward(x0, x1, _x2) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l2(h0);
            let h3 = l3(h2);
            let h4 = relu(h3);
            let h5 = slice(concat(h2, x0, axis = 2), 1.., axis = 2);
            let h6 = l5(h3);
            (pixel_shuffle(x1, 1), h1, h4, l4(h5), h6)
        }
    }
    R138 {
        input x0: [4, 3];
        input x1: [2, 3];
        l0: LeakyRelu(0.2);
        l1: Dropout(p = 0.25);
        l2: Elu(alpha = 1.5);
        l3: AvgPool1d(2, count_include_pad = false);
        fn forward(x0, x1) {
            let h0 = expand(x1, [2, 3]);
            let h1 = l2(l0(x0));
            let h2 = hard_swish(h1);
            let h3 = relu((gelu((mean(h0, keep = true)), approximate = none)));
            let h4 = l3(l1(2 - h0));
            let h5 = permute(h3, [1, 0]);
            (h1 + h2, h4, h5)
        }
    }
    R139 {
        input x0: [4, 2];
        input x1: [2, 6, 2];
        l0: InstanceNorm2d(eps = 1e-2, affine = true);
        l1: RmsNorm(axes = 1, eps = 0.1);
        l2: BatchNorm1d;
        l3: LayerNorm;
        fn forward(x0, x1) {
            let h0 = dropout(x1);
            let h1 = upsample2d(h0, scale = (1, 3));
            let h2 = l0(h1);
            let h3 = l0(h2);
            let h0 = h3 * h2;
            let h5 = l0(h0);
            let h6 = l1(h3);
            let h3 = l2(x0);
            let h8 = l0(h2);
            let h9 = permute(h8, [2, 1, 0]);
            let h10 = h9 - 1.5;
            (h6, h3, h10, l3(h5))
        }
    }
    R140 {
        input: [2, 4, 3];
        l0: GlobalAvgPool2d;
        l1: PixelShuffle(1);
        l2: PRelu(1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = leaky_relu(h0, 0.2);
            let h2 = l2(h0);
            let h3 = -h2;
            let h4 = softplus(h3);
            (concat(h1, l1(h0) * h0, h1, axis = 1), h4)
        }
    }
    R141 {
        input x0: [2, 4];
        input x1: [2, 4];
        l0: Softmax(axis = 1);
        l1: HardSwish;
        l2: Linear(3, bias = true);
        l3: MaxPool1d(kernel = 2, stride = 2, padding = 0);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = flatten(x1);
            let h2 = l1(h1);
            let _h3 = l2(h0);
            let h4 = h0 - 1e-1;
            let h5 = expand(slice(h2, 0..3), [3]);
            let h6 = l2(x0);
            let _h7 = matmul(h0, h4, transpose_a = true);
            let h8 = expand(h0, [2, 4]);
            (h5, h6, l3(h8))
        }
    }
    R142 {
        input: [2, 3, 3];
        l0: GlobalAvgPool2d;
        l1: GlobalAvgPool2d;
        fn forward(x0) {
            let (h0_0, h0_1, h0_2) = split(x0, axis = 1);
            let h1 = l0(h0_0);
            let h2 = l0(h0_1);
            let h3 = l1(permute(h0_0 + h0_0, [0, 2, 1]));
            let (h4_0, _h4_1, h4_2) = split(h0_2, axis = 2);
            let h5 = glu(h2, axis = 0);
            let h0_1 = slice(x0, ..1, axis = 1);
            let (h7_0, h7_1) = split(h0_1, axis = 0);
            let h8 = l0(h0_2);
            let h9 = flatten(h8);
            let h10 = flatten((max_pool2d(h4_0, 1, stride = (1, 3), padding = 0, dilation = (2, 1))));
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h7_1);
            let h14 = concat(h13, h12);
            (h1, h3, h4_2, h5, h7_0, h14)
        }
    }
    R143 {
        input x0: [6];
        input x1: [4, 4] in 0..3;
        l0: Embedding(_ -> 3);
        l1: Silu();
        l2: Conv2d(4 -> 3, kernel = (1, 3), padding = same, dilation = 2, bias = true);
        fn forward(x0, x1) {
            let x1 = l0(x1);
            let h1 = l1(gelu(elu(x1, alpha = 1.5), approximate = tanh));
            let h2 = h1 * h1;
            let h3 = max(x1, axes = (0, 1, 2));
            let h4 = concat(x0, h3, h3, x0, axis = 0);
            let h5 = h3 + h3;
            (l2(h2), h4, h5)
        }
    }
    R144 {
        input: [3, 3];
        l0: PRelu(3);
        train: biases;
        fn forward(x0) {
            let (h0_0, h0_1, h0_2) = split(softplus(x0), axis = 1);
            let h1 = l0(h0_2);
            let h2 = l0(h0_0 * h0_1);
            let h3 = log_softmax(h0_1, axis = 1);
            let h4 = sigmoid(h0_1) * h3;
            (h3, h1, h2, l0(avg_pool1d(h4, 2, stride = 2, padding = same, count_include_pad = false)))
        }
    }
    R145 {
        input: [4, 1] in 0..2;
        l0: Embedding(2 -> 2);
        l1: AvgPool2d((1, 2), stride = (3, 2), count_include_pad = true);
        l2: PixelShuffle(2);
        l3: Conv2d(3, kernel = (3, 2), stride = 2, padding = same);
        l4: HardSwish();
        fn forward(x0) {
            let h0 = l0(x0) * (l0(x0));
            let x0 = l1(h0);
            let h2 = l2(permute(x0, [0, 2, 1]));
            let x0 = l3(h2);
            let h4 = glu(h2, axis = 1);
            let h5 = silu((l4(l4(h0))));
            (x0, h4 + h4, h5)
        }
    }
    R146 {
        input x0: [3, 5];
        input x1: [3, 5];
        l0: Conv1d(3 -> 2, kernel = 2, stride = 2, padding = (2, 1), bias = true);
        l1: LeakyRelu(0);
        l2: LogSoftmax;
        l3: Linear(4 -> 2);
        fn forward(x0, x1) {
            let h0 = l0(expand(x1 + x0, [3, 5]));
            let h1 = l1(h0);
            let h0 = l2(h1);
            let h3 = glu(h1, axis = 1);
            let (h4_0, h4_1) = split(h3, axis = 1);
            let h5 = permute(x1 + 3.0, [0, 1]);
            let h6 = l1(h0);
            (l3(h0), h4_0, h4_1, h5, h6)
        }
    }
    R147 {
        input x0: [4, 2, 1];
        input x1: [1, 2, 1];
        input x2: [4, 1, 4];
        l0: Conv2d(3, kernel = 1, stride = 2, padding = 0, bias = true);
        l1: Conv2d(_ -> 2, kernel = 1, stride = (1, 2), padding = valid, groups = 2);
        l2: HardSwish();
        train: l1;
        fn forward(x0, _x1, x2) {
            let h0 = permute(x2, [2, 1, 0]);
            let h1 = transpose(x0);
            let h2 = transpose(h1);
            let h3 = l0(h0);
            let h4 = relu(h2);
            let h5 = l1(h4);
            let h6 = l2(h2);
            let h7 = transpose(h6);
            (h3, matmul(h0, h4, transpose_a = true, transpose_b = true), h5, h7, h6)
        }
    }
    R148 {
        input: [4, 5];
        l0: Sigmoid;
        l1: AvgPool1d(3, stride = 2, padding = (1, 0), count_include_pad = true);
        l2: LeakyRelu(slope = -0.3);
        fn forward(x0) {
            let h0 = slice(x0, ..2, axis = 0);
            let h1 = l0((l0(h0)));
            let h0 = l1(h1);
            let _h3 = l2(x0);
            let h4 = l1(h1);
            let h1 = l0(h4);
            let h6 = leaky_relu(h0, 0.2);
            let h7 = h4 - h1;
            let h8 = expand(h7, [2, 2]);
            (slice(h6, 0..2), h8)
        }
    }
    R149 {
        input x0: [3, 3] in 0..4;
        input x1: [3, 2, 3];
        l0: Embedding(_ -> 3);
        l1: RmsNorm(axes = 1, eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = max(transpose(h0), axes = (0, 1));
            let h2 = matmul(x1, h0, transpose_b = false);
            let h3 = l0(x0);
            let _h4 = gelu(l1(h1));
            let h5 = l0(x0);
            let h6 = reshape(max_pool2d(h5, kernel = (2, 3), stride = 2, padding = valid), [3, 1, 1]);
            let h7 = reshape(h1, [1, 1, 3]);
            (h2, h3, l1(h1), h6, h7)
        }
    }
}

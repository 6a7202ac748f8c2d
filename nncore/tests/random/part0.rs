//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R000 {
        input x0: [4, 2];
        input x1: [2, 2];
        input x2: [2, 10];
        l0: LayerNorm(axes = 2);
        fn forward(x0, x1, x2) {
            let x1 = permute(concat(x0, x0, x1, axis = 0), [0, 1]);
            let h1 = permute(x1, [1, 0]);
            let h2 = x2 * h1;
            let h3 = softmax(h2, axis = 1) * h1;
            let (_h4_0, h4_1, h4_2, h4_3, h4_4, h4_5, h4_6, h4_7, h4_8, h4_9) = split(h2, axis = 1);
            let h5 = reshape(h4_8, [2]);
            let h6 = mean(h4_2, axes = 0);
            let h7 = l0(h4_6);
            let h8 = flatten(x1);
            let h9 = flatten(h7);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(h6);
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten((sum(h4_7, keep = false)));
            let h16 = concat(h15, h14);
            let h17 = flatten(h16);
            let h18 = flatten(h5);
            let h19 = concat(h18, h17);
            let h20 = flatten(h19);
            let h21 = flatten(h4_9);
            let h22 = concat(h21, h20);
            let h23 = flatten(h22);
            let h24 = flatten(h4_5);
            let h25 = concat(h24, h23);
            (silu(reshape(x1, [20])), h3, h4_1, h4_3, h4_4, h25)
        }
    }
    R001 {
        input: [1, 3] in 0..6;
        l0: Embedding(2);
        l1: Conv2d(1 -> 2, kernel = (3, 1), stride = 2, padding = (1, 2, 0, 2), groups = depthwise, bias = false);
        l2: GroupNorm(2, eps = 0.1, affine = true);
        train: l2;
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = x0 * 1.5;
            let h2 = l2(l1(h1 + (x0 - h1)));
            let h3 = transpose((silu(h2))) * h2;
            let h4 = h2 - h3;
            (h1 / 2, h3 * h4)
        }
    }
    R002 {
        input x0: [1, 5];
        input x1: [5, 5];
        l0: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = permute(x0, [0, 1]);
            let h1 = matmul(h0 - h0, h0, transpose_a = true);
            let h2 = h1 + x1;
            let (h3_0, h3_1, h3_2, h3_3, h3_4) = split(h2);
            let h4 = h3_0 + h3_1;
            let h5 = softplus(h3_1);
            let h6 = concat(h4, h3_4, axis = 1);
            let h7 = permute(h3_2, [1, 0]);
            let h4 = sum(h7, axes = 1, keep = true);
            let h7 = matmul(h5, h4, transpose_a = true, transpose_b = true);
            let h10 = l0(h6);
            (h3_3, h7, h3_4 + h5, h10)
        }
    }
    R003 {
        input: [4, 5, 5];
        l0: Glu(axis = 0);
        l1: BatchNorm2d(1, eps = 0.1);
        l2: BatchNorm1d(eps = 0.1);
        l3: PixelShuffle(1);
        fn forward(x0) {
            let h0 = reshape(x0, [100]);
            let h1 = h0 + h0;
            let h0 = transpose(x0);
            let h3 = h0 + h0;
            let h4 = transpose(h0);
            let h0 = slice(h3, 4.., axis = 2);
            let (h6_0, h6_1, h6_2, _h6_3) = split(x0);
            let h7 = l3(h4);
            let h8 = flatten(h7);
            let h9 = flatten(l2(h1));
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(l1(h6_0));
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(l0(h3));
            let h16 = concat(h15, h14);
            (h0, gelu(h4, approximate = none), h1, h6_1, h6_2, h16)
        }
    }
    R004 {
        input: [2, 5, 5];
        #[frozen] l0: Tanh();
        l1: GlobalAvgPool2d;
        #[frozen] l2: Gelu(approximate = tanh);
        l3: Elu(alpha = 1.5);
        l4: Tanh;
        fn forward(x0) {
            let h0 = l1(l0(slice(x0, 1..4, axis = 1)));
            let h1 = l3(l2(h0));
            let h2 = matmul(h1 * h0, h0, transpose_a = true);
            let (h3_0, h3_1) = split(h2);
            let h4 = matmul(h3_0, h3_1, transpose_a = true, transpose_b = true);
            let _h5 = sum(l4(h4), axes = (0, 2), keep = false);
            let h6 = h1 + h0;
            (h6, h2)
        }
    }
    R005 {
        input: [4, 2];
        l0: LayerNorm(axes = 2);
        l1: Tanh();
        l2: Conv1d(4 -> 1, kernel = 2, padding = same, dilation = 2, groups = 1, bias = false);
        l3: BatchNorm1d(eps = 0.1);
        l4: Dropout(0.3);
        fn forward(x0) {
            let h0 = relu(l2(l1(l0(x0))));
            let x0 = mean(h0, axis = 0);
            let h2 = x0 * l3(x0);
            let h3 = gelu(h2);
            let h4 = l3(h3);
            let h5 = h3 + h4;
            let h6 = l4(h5);
            let h7 = concat(h6, h2);
            (h7, h6)
        }
    }
    R006 {
        input x0: [3, 5] in 0..2;
        input x1: [4, 1, 2];
        input x2: [3, 5] in 0..4;
        input x3: [4, 2, 2];
        l0: Softplus;
        l1: BatchNorm2d(eps = 0.1);
        l2: Relu;
        l3: Pad2d((0, 2, 1, 2), mode = replicate);
        fn forward(_x0, x1, _x2, x3) {
            let h0 = x1 + x1;
            let h1 = l0(h0);
            let h2 = l1(h1 * h0);
            let h3 = x3 - matmul(x1, x1, transpose_a = true);
            let x3 = h2 + h1;
            let _h5 = l2(h0);
            let _h6 = l3(l1(x1));
            let h7 = matmul((concat(h1, h1, axis = 1)), x3, transpose_a = false, transpose_b = true);
            (h3, h7)
        }
    }
    R007 {
        input x0: [3, 5];
        input x1: [4, 5] in 0..1;
        l0: Tanh;
        l1: HardSwish();
        l2: Tanh;
        l3: Linear(_ -> 4);
        fn forward(x0, _x1) {
            let h0 = tanh(x0);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = sum(h2, axes = 0, keep = true);
            let h4 = h0 * h2;
            let h1 = l2(h3);
            let h1 = max(h1);
            let h7 = h1 * h1;
            let h8 = h7 / -0.7;
            let h9 = concat(h1, h8, h1);
            (l3(h0), h9, l3(h4))
        }
    }
    R008 {
        input: [4, 3, 4];
        l0: RmsNorm(axes = 2, eps = 0.1);
        l1: GroupNorm(1, eps = 0.1);
        l2: Sigmoid;
        l3: Softplus();
        train: l1, l2;
        fn forward(x0) {
            let h0 = transpose(l0(x0));
            let h1 = l1(reshape(h0, [1, 12, 4, 1]));
            let h0 = l2(h1);
            let h3 = slice(h1, 0..4, axis = 2);
            let h4 = permute(h1, [3, 1, 2, 0]);
            let h5 = expand((h0 - h1), [4, 12, 4, 1]);
            let h6 = l3(h3 * l1(h4));
            let h7 = reshape(h5, [48, 4, 1]);
            let h8 = reshape(h6, [12, 4, 1]);
            (h7, h8)
        }
    }
    R009 {
        input: [2, 4];
        l0: Linear(4 -> 3, bias = true);
        l1: RmsNorm(eps = 1e-2);
        l2: Linear(3, bias = false);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = mean(x0, axes = (0, 1));
            let h2 = softplus(h1);
            let h3 = expand(h2, [4]);
            let (_h4_0, h4_1, _h4_2, h4_3) = split(h3);
            let h5 = 0.5 * h4_3;
            let (h6_0, h6_1, h6_2) = split(l0(h3));
            let h7 = l1(h1 + h1) + -1;
            let h8 = l2(h1);
            let h9 = flatten(h4_1);
            let h10 = flatten(h8);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h7);
            let h14 = concat(h13, h12);
            (h4_1, h5, h6_0, h6_1, h6_2, h14)
        }
    }
    R010 {
        input x0: [2, 5];
        input x1: [2, 11];
        l0: Softmax(axis = 1);
        fn forward(x0, x1) {
            let h0 = max_pool1d(x0, 1, stride = 3);
            let h1 = permute((expand(l0((expand(h0, [2, 2]))) + h0, [2, 2])), [0, 1]);
            let h2 = l0(h1);
            let h3 = l0(h2);
            (x1 + concat(h1, h2, h0, x0, axis = 1), log_softmax(h3))
        }
    }
    R011 {
        input x0: [1, 4, 2];
        input x1: [8];
        l0: LayerNorm(eps = 0.1);
        l1: Sigmoid();
        l2: LogSoftmax(axis = 0);
        l3: Flatten;
        fn forward(x0, x1) {
            let h0 = x0 + 3.0;
            let h1 = l0(expand(h0, [1, 4, 2]));
            let x0 = l0(h0);
            let _h3 = h0 * x0;
            let h4 = sum(h1, axes = (0, 1));
            let h5 = l1(h4);
            let h6 = l2(h5);
            let h7 = x1 * l3(x0);
            (elu(expand(h6, [2])), h7)
        }
    }
    R012 {
        input x0: [1];
        input x1: [4];
        input x2: [5];
        l0: LogSoftmax(axis = 0);
        l1: Sigmoid();
        fn forward(x0, x1, _x2) {
            let h0 = leaky_relu(x0, 0);
            let h1 = reshape(h0, [1]);
            let h2 = l0(h1);
            let h3 = l0(h2) + x0;
            let (h4_0, h4_1, h4_2, h4_3) = split(x1, axis = 0);
            let h5 = glu(x1, axis = 0);
            let h6 = l0(h0);
            let h7 = l1(h4_1);
            let h8 = flatten(h7);
            let h9 = flatten(h6 * h2);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(h5);
            let h13 = concat(h12, h11);
            (h3, l1(h2) / 1.5, h4_0, h4_2, h4_3, h13)
        }
    }
    R013 {
        input x0: [2, 5] in 0..2;
        input x1: [4, 1];
        l0: BatchNorm1d(4, eps = 0.1, momentum = 0.3);
        l1: Conv1d(4 -> 3, kernel = 1, stride = 2, padding = 1, groups = 1);
        l2: Embedding(2);
        l3: Linear(_ -> 4);
        fn forward(x0, x1) {
            let x1 = hard_swish(x1);
            let h1 = elu(x1, 0.7);
            let h1 = slice(h1, 0..1, axis = 1);
            let h3 = reshape(h1, [1, 4, 1, 1]);
            let h1 = l0(h1);
            let h5 = l1(h1);
            let h6 = l2(x0);
            let h7 = matmul(h6, h6, transpose_b = true);
            let h8 = softplus(l3(h5));
            let h9 = avg_pool1d(h8, 1, stride = 2, count_include_pad = false);
            let h5 = h5 + h9;
            let h11 = reshape(h3, [4, 1, 1]);
            (h11, h6, h7, h5)
        }
    }
    R014 {
        input x0: [5];
        input x1: [2];
        l0: Relu();
        l1: Dropout(0.0);
        fn forward(x0, x1) {
            let x0 = slice(x0, 0..2, axis = 0);
            let h1 = elu(x0);
            let h2 = softmax(x0);
            let h3 = sum(h2, keep = false);
            let h4 = h1 - h2;
            let h5 = slice((concat(h4, x1, (mean(x0, axes = 0, keep = true)), axis = 0)), ..1, axis = 0);
            let h5 = l0(h5);
            let h1 = l0(h5 * h3);
            let h8 = l1(h4);
            (h1, h8, h5)
        }
    }
    R015 {
        input: [4, 3, 6];
        l0: RmsNorm(axes = 3, eps = 0.1);
        l1: Conv2d(_ -> 4, kernel = (3, 2), stride = 2, padding = 1, dilation = 2, groups = depthwise);
        l2: Conv2d(4, kernel = 1, stride = (1, 2), padding = (0, 2, 1, 0), groups = 2);
        l3: Glu;
        l4: LeakyRelu(0);
        fn forward(x0) {
            let h0 = max_pool2d(x0, 3, stride = (1, 3), padding = 1, dilation = 2);
            let h1 = l1(x0);
            let h2 = gelu(h0, approximate = tanh);
            let h3 = l0(h2 * l0(h0));
            let h4 = l3(h1);
            let h5 = l4(h0);
            let h6 = l0(h5);
            let _h7 = (l2(h1)) / -1;
            let (h8_0, h8_1) = split(h4);
            (h3, h6, h8_0, h8_1)
        }
    }
    R016 {
        input: [3, 4, 4];
        l0: Silu;
        l1: Softmax(axis = 0);
        fn forward(x0) {
            let x0 = sum(x0, axes = (0, 1, 2));
            let h1 = expand(x0, [2]);
            let h2 = dropout(h1, p = 0.25);
            let h3 = h1 * (h1 * h2);
            let h4 = h2 + h3;
            let h5 = -1 - h4;
            let h6 = dropout(h5, 0.3);
            let h7 = concat(h6, h4, x0, h6, axis = 0);
            let h8 = l0(h7 * h7);
            l1(h8)
        }
    }
    R017 {
        input x0: [2, 5];
        input x1: [1, 5, 6];
        input x2: [4, 3];
        l0: BatchNorm2d(1, eps = 0.1);
        fn forward(x0, x1, _x2) {
            let h0 = pixel_shuffle(x1, 1);
            let x1 = x1 + h0 + h0;
            let h2 = elu(x1, 0.7);
            let h3 = dropout(h2, p = 0.25);
            let h4 = l0(x1);
            let h5 = matmul(avg_pool1d(x0, 2, stride = 3), x0);
            let h6 = upsample2d(h3, scale = 1);
            let h7 = l0(h6);
            (1.5 - h2, l0(h4), h5, h7)
        }
    }
    R018 {
        input: [1, 5, 1];
        l0: Dropout(0.3);
        l1: InstanceNorm2d(eps = 0.1, affine = false);
        l2: MaxPool2d(3, stride = 1, padding = same);
        l3: Softmax(axis = 2);
        fn forward(x0) {
            let x0 = elu(x0);
            let x0 = hard_swish(x0);
            let h2 = matmul(x0, x0, transpose_b = true);
            let h3 = l0(h2);
            let h4 = l1(h3);
            let h5 = mean(h2, axis = 2, keep = true);
            let h6 = transpose(h3);
            let h7 = l3(h6);
            let h8 = h2 * h7;
            let h9 = silu(concat(h4, h4, axis = 1));
            (l2(h5), h8, h9)
        }
    }
    R019 {
        input x0: [1, 5];
        input x1: [1, 1];
        input x2: [1, 4];
        l0: Sigmoid;
        l1: Linear(_ -> 2);
        l2: Linear(2 -> 4);
        fn forward(x0, x1, x2) {
            let h0 = sigmoid(x0);
            let h1 = l0(h0);
            let h0 = softmax(l1(l0(slice(h1, 0.., axis = 0))), axis = 1);
            let h3 = l0(h0);
            let h4 = l2(h0);
            (elu(concat(h0, h1, h1, x1, axis = 1)), h4, x2 - l2(h3))
        }
    }
    R020 {
        input x0: [1, 2] in 0..4;
        input x1: [1, 2, 3];
        #[frozen] l0: Embedding(5 -> 3);
        #[frozen] l1: Tanh;
        #[frozen] l2: HardSwish();
        #[frozen] l3: Softmax(axis = 2);
        fn forward(x0, x1) {
            let h0 = l2(l1(l0(x0)));
            let x0 = h0 + h0;
            let h2 = concat(x1, x0, h0, axis = 1);
            let h3 = (l3(h2)) - h2;
            let h4 = l2(x0);
            let h5 = l1(h2);
            let (h6_0, h6_1, h6_2) = split(h3, axis = 2);
            let h7 = flatten(x1);
            let h8 = flatten(avg_pool2d(x0, 2, stride = (3, 1), padding = same, count_include_pad = true));
            let h9 = concat(h8, h7);
            let h10 = flatten(h9);
            let h11 = flatten(h6_2);
            let h12 = concat(h11, h10);
            (x1, h4, transpose(h5), h6_0, h6_1, h12)
        }
    }
    R021 {
        input: [2, 3];
        l0: BatchNorm1d(2);
        l1: LeakyRelu(0.2);
        l2: Linear(_ -> 5, bias = true);
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = mean(hard_swish(x0));
            let h2 = sum(x0, axes = 0, keep = true);
            let x0 = tanh(x0 + h2);
            let h4 = hard_swish(h2);
            let h5 = l2(h2);
            (l1(concat(permute(x0, [0]), x0, x0, axis = 0)), h5, sum(h4, axis = 0, keep = false))
        }
    }
    R022 {
        input: [2, 5];
        l0: Silu;
        l1: Conv1d(2 -> 1, kernel = 2);
        l2: Gelu(approximate = none);
        train: l2;
        fn forward(x0) {
            let h0 = x0 * l0(x0);
            let h1 = avg_pool1d(h0, 1, stride = 2, padding = same, count_include_pad = false);
            let h2 = gelu(h1, approximate = none);
            let h3 = l1(h2);
            let h4 = permute(h1, [0, 1]);
            let h5 = sigmoid(h3);
            let h6 = relu(h4);
            let h7 = l2(h3);
            let h8 = permute(h7, [0, 1]);
            let h9 = h5 + h8;
            (transpose(h6), h9)
        }
    }
    R023 {
        input: [4, 3, 5];
        l0: Softmax(axis = 0);
        l1: Upsample2d(scale = (2, 1));
        l2: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0) {
            let h0 = softplus(x0);
            let x0 = l0(h0);
            let x0 = sigmoid(x0);
            let h3 = l1(x0);
            let h4 = h3 * h3;
            let h5 = l0(h0);
            let h6 = l1(h0);
            let h4 = l2(h4);
            let _h8 = l2(h4 - h4);
            let _h9 = h0 * x0;
            let h10 = h4 / -0.7;
            (h5, h6, h10)
        }
    }
    R024 {
        input x0: [1, 1, 2];
        input x1: [2, 5, 2];
        input x2: [1, 6, 2];
        input x3: [1, 3, 2];
        l0: Glu;
        l1: Elu(0.7);
        l2: Tanh();
        l3: Flatten;
        fn forward(x0, x1, x2, x3) {
            let h0 = x2 - -1;
            let h1 = l0(x1);
            let x2 = h1 * h1;
            let h3 = glu(x2, axis = 2);
            let h4 = l2(h0);
            let h5 = reshape(x2, [10]);
            let h0 = matmul(l1(h3), h1, transpose_a = true, transpose_b = false);
            let x2 = concat(x3, h0, x3, x0, axis = 1);
            let h8 = global_avg_pool2d(h0);
            let h9 = expand(x2, [2, 8, 2]);
            let h10 = l3(h3);
            (h4, h5, h8, h9, h10, h4)
        }
    }
}

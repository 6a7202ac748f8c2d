//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R000 {
        input x0: [2] in 0..6;
        input x1: [1, 6, 1];
        input x2: [3, 6, 6];
        input x3: [3, 6, 2];
        l0: LayerNorm(axes = 3, eps = 0.1);
        fn forward(_x0, x1, x2, x3) {
            let h0 = matmul(x2 - x2, x2, transpose_b = true);
            let x2 = transpose(h0);
            let (_h2_0, h2_1, h2_2, h2_3, h2_4, h2_5) = split(x2, axis = 2);
            let h3 = x1 * x1;
            let h4 = expand(h2_2, [3, 6, 2]);
            let h5 = h2_4 + 0.5;
            let h6 = concat(x3, x3, h4, h4, axis = 0);
            let h7 = permute(h2_1, [0, 1, 2]);
            let h8 = h2_2 + 0.5;
            let h9 = l0(x1);
            let h10 = flatten(h9);
            let h11 = flatten(h8);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(x2);
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(h7);
            let h18 = concat(h17, h16);
            let h19 = flatten(h18);
            let h20 = flatten(h6);
            let h21 = concat(h20, h19);
            (h2_3, h2_5, h3, h5, upsample2d(h2_1, (1, 3)), h21)
        }
    }
    R001 {
        input x0: [2, 5];
        input x1: [3, 2, 5];
        input x2: [3];
        input x3: [3, 2, 5];
        l0: Conv2d(3 -> 3, kernel = 1, padding = same, dilation = (1, 2), groups = depthwise, bias = true);
        l1: HardSwish();
        l2: Linear(5 -> 1, bias = false);
        fn forward(x0, x1, x2, x3) {
            let h0 = x2 / 2;
            let h1 = l0(x1);
            let h2 = x3 * h1;
            let h3 = l0(x3);
            let h4 = h0 * x2;
            let h5 = l0(h3);
            let h6 = x2 + x2;
            let (h7_0, h7_1, h7_2, h7_3, h7_4) = split(x1, axis = 2);
            let h8 = l2(x0);
            let h9 = h4 - zeros([3]);
            let h10 = flatten(h9);
            let h11 = flatten(h8);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(l1(h7_2));
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(h7_4);
            let h18 = concat(h17, h16);
            let h19 = flatten(h18);
            let h20 = flatten(h7_3);
            let h21 = concat(h20, h19);
            (l0(h2), h5, h6, h7_0, h7_1, h21)
        }
    }
    R002 {
        input: [1, 4];
        l0: Silu();
        fn forward(x0) {
            let h0 = sum(x0, axes = 0, keep = true);
            let h1 = relu(h0);
            let x0 = reshape(h1, [2, 1, 1, 1, 2]);
            let h3 = log_softmax(x0, axis = 2);
            let h4 = dropout(h3, 0.0);
            let h5 = expand(h4, [2, 2, 4, 2, 2]);
            let h6 = h3 - -1;
            let h7 = concat(h4, -h6, h4, axis = 4);
            let x0 = l0(h7);
            let h9 = h0 - zeros([1, 4]);
            let h10 = reshape(h5, [16, 2, 2]);
            let h11 = reshape(x0, [2, 1, 6]);
            let h12 = reshape(gelu(h3), [2, 1, 2]);
            (h10, h11, h12, h9)
        }
    }
    R003 {
        input: [1, 2] in 0..1;
        l0: Embedding(_ -> 1);
        l1: Linear(2 -> 2);
        l2: Conv2d(1 -> 1, kernel = (2, 1), stride = 2, padding = 1, dilation = (2, 1), groups = depthwise);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = (h0 - h0) * h0 + h0;
            let h2 = slice(h0, 0.., axis = 1);
            let _x0 = slice(h2, 0.., axis = 0);
            let h4 = sum(l2(h0), axes = (0, 2), keep = true);
            (l1(flatten(h1) - zeros([2])), h0 * h2, h2, h4)
        }
    }
    R004 {
        input: [4];
        l0: Parameter([1], init = 0.7);
        l1: GroupNorm(1, eps = 1e-2, affine = true);
        fn forward(x0) {
            let x0 = slice(x0, 3.., axis = 0);
            let h1 = x0 * l0;
            let h2 = l1(h1);
            let h3 = concat(h1, x0, h2, h2, axis = 0);
            let h4 = h3 + (h3 + 1.5);
            let h5 = h3 * h4;
            let h6 = gelu(h4);
            let h7 = slice(l1(h2 * l1(x0)), ..1);
            (h5, h6, h7, x0)
        }
    }
    R005 {
        input: [4, 5, 1];
        #[frozen] l0: Gelu(approximate = none);
        #[frozen] l1: Conv2d(2, kernel = (1, 2), padding = same, dilation = (1, 2), groups = depthwise);
        #[frozen] l2: PRelu(1);
        #[frozen] l3: Tanh;
        fn forward(x0) {
            let h0 = glu(x0);
            let h1 = l0(h0);
            let h2 = upsample2d(h0, 1);
            let h0 = h2 + h1;
            let h4 = h0 - -0.7;
            let h5 = l0(h4);
            let h6 = l1(l0(h5));
            let h7 = l1(l3(l2(h6) - h6));
            h7
        }
    }
    R006 {
        input: [3, 6, 4];
        l0: Parameter([4, 9, 1, 2], init = normal(0.5));
        l1: Relu;
        l2: Relu();
        train: biases;
        fn forward(x0) {
            let h0 = reshape(x0, [4, 9, 1, 2]);
            let h1 = h0 * l0;
            let h2 = l1(h1);
            let h3 = permute(h0, [2, 3, 0, 1]) - -0.7;
            let (h4_0, h4_1, h4_2, _h4_3, h4_4, _h4_5, h4_6, h4_7, h4_8) = split(h2, axis = 1);
            let h5 = l2(h4_7);
            let h6 = global_avg_pool2d(x0);
            let h7 = mean(h4_4, axes = 1, keep = true);
            let h8 = reshape(h3, [2, 4, 9]);
            let h9 = reshape(h4_0, [4, 1, 2]);
            let h10 = reshape(h4_1, [4, 1, 2]);
            let h11 = reshape(h4_2, [4, 1, 2]);
            let h12 = reshape(h4_6, [4, 1, 2]);
            let h13 = reshape(h4_8, [4, 1, 2]);
            let h14 = reshape(h5, [4, 1, 2]);
            let h15 = reshape(h7, [4, 1, 2]);
            let h16 = flatten(h15);
            let h17 = flatten(h6);
            let h18 = concat(h17, h16);
            let h19 = flatten(h18);
            let h20 = flatten(h14);
            let h21 = concat(h20, h19);
            let h22 = flatten(h21);
            let h23 = flatten(h13);
            let h24 = concat(h23, h22);
            let h25 = flatten(h24);
            let h26 = flatten(h12);
            let h27 = concat(h26, h25);
            (h8, upsample2d(x0, 1), h9, h10, h11, h27)
        }
    }
    R007 {
        input x0: [3, 3];
        input x1: [1, 4];
        l0: Glu(axis = 1);
        l1: Linear(5, bias = false);
        l2: RmsNorm(axes = 1);
        l3: Elu;
        fn forward(_x0, x1) {
            let h0 = l0(x1);
            let h1 = l0(x1) * softmax(h0, axis = 0);
            let h2 = l2(h1);
            let (h3_0, _h3_1, h3_2, h3_3, h3_4) = split(l1(h0), axis = 1);
            let h4 = l3(h3_2);
            let h5 = flatten((expand(elu((l0(x1))), [3, 2])));
            let h6 = flatten(h2);
            let h7 = concat(h6, h5);
            (h3_0, h3_3, h3_4, h4, l1(h2), h7)
        }
    }
    R008 {
        input: [2, 3];
        l0: Sigmoid;
        l1: Dropout(0.3);
        fn forward(x0) {
            let h0 = x0 * x0;
            let (h1_0, h1_1, _h1_2) = split(h0, axis = 1);
            let h2 = h1_0 + slice(h1_1, .., axis = 1);
            let h3 = reshape(softmax(h2, axis = 1), [1, 1, 2, 1, 1, 1]);
            let x0 = l0(h3);
            let h5 = x0 * h3;
            let h6 = reshape(l0(dropout(concat(h5, x0, axis = 2))), [4, 1, 1]);
            let h7 = reshape(l1(h5), [2, 1, 1]);
            (h6, h7)
        }
    }
    R009 {
        input: [1, 4];
        l0: Softmax;
        l1: Linear(4 -> 5, bias = true);
        fn forward(x0) {
            let h0 = x0 + l0(x0);
            let h0 = tanh(h0);
            let h2 = l0((1e-1 + h0));
            let h3 = l1(h2 * x0);
            let h4 = h3 + h3;
            let h5 = h4 * h3;
            let h6 = h5 * (hard_swish(h4));
            let h7 = l1(h0);
            (x0, h6, h7, x0)
        }
    }
    R010 {
        input x0: [3, 1];
        input x1: [2, 9];
        l0: BatchNorm1d(3, eps = 0.1);
        l1: HardSwish();
        l2: Sigmoid;
        l3: GroupNorm(1, eps = 1e-2, affine = true);
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = concat(x0, hard_swish(l1(x0)), x0, x0, axis = 1);
            let h2 = x0 - x0;
            let h3 = concat(h1, h1, h2, axis = 1);
            let h4 = matmul((l1(x0)), h3, transpose_a = true);
            let h5 = concat(h4, x1, axis = 0);
            let h6 = l3(x1);
            (0.5 + l2(h5), h6)
        }
    }
    R011 {
        input x0: [6];
        input x1: [1, 2];
        input x2: [4, 6, 3];
        l0: Tanh();
        l1: Parameter([6], init = 0.7);
        l2: PRelu(6);
        l3: BatchNorm2d(4, eps = 1e-2, momentum = 0.3);
        l4: PixelShuffle(1);
        l5: BatchNorm1d(eps = 0.1);
        fn forward(x0, x1, x2) {
            let x0 = l0(x0);
            let h1 = x0 * l1;
            let h2 = expand(h1, [6]);
            let h3 = l2(h2);
            let h4 = transpose(x1);
            let h5 = reshape(h1, [3, 2, 1, 1, 1, 1]);
            let h6 = l4(l3(x2));
            let _h7 = l5(h3);
            let h8 = -h4;
            let h9 = sum(h6, axis = 1);
            let h10 = reshape(h5, [6, 1, 1]);
            (h10, permute(h8, [1, 0]), h6, h9)
        }
    }
    R012 {
        input x0: [3, 3, 3];
        input x1: [5];
        l0: Parameter([3, 3, 3], init = -1);
        l1: GlobalAvgPool2d;
        l2: Dropout(p = 0.25);
        l3: PixelShuffle(1);
        fn forward(x0, x1) {
            let h0 = x1 * permute(x1, [0]);
            let h1 = silu(x0);
            let h2 = h1 * l0;
            let h3 = h1 + h2;
            let x0 = l1(x0);
            let h5 = x0 + zeros([3, 1, 1]);
            let h6 = sum(x0 + h5, axes = (0, 1, 2), keep = true);
            let h7 = h6 + h6;
            (h0, h3, l2(h7), x0, l3(x0))
        }
    }
    R013 {
        input x0: [3, 3] in 0..4;
        input x1: [3, 1, 4];
        #[frozen] l0: Embedding(_ -> 4);
        #[frozen] l1: BatchNorm2d(3);
        l2: InstanceNorm2d(eps = 0.1);
        #[frozen] l3: Upsample2d(scale = (2, 1));
        l4: HardSwish;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h0 = pixel_shuffle(h0, 1);
            let h2 = l1(h0);
            let h3 = concat(h0, h0, h2, axis = 2);
            let h4 = slice(h3, .., axis = 1);
            let h5 = max_pool2d(h4, 1, stride = 3, dilation = 2);
            let h6 = l3(h5);
            let h7 = x1 + h5;
            let h8 = dropout(h7, p = 0.25);
            (l2(h3), l4(h6), l3(h7), h8)
        }
    }
    R014 {
        input x0: [4, 4];
        input x1: [1, 6, 4];
        input x2: [1, 3, 2];
        l0: Dropout(0.3);
        l1: LogSoftmax;
        l2: Linear(12 -> 3);
        train: biases;
        fn forward(x0, _x1, x2) {
            let h0 = l0(x2);
            let h1 = transpose(h0);
            let h2 = concat(x0, x0, l1(x0), axis = 1);
            let h3 = max(x0, axes = (0, 1), keep = true);
            let h4 = h3 - h3;
            let h5 = pixel_shuffle(h0, 1);
            let h6 = permute(h1, [1, 2, 0]);
            (h5 + h0, concat(x0, l2(h2), x0, axis = 1), h6, h5, mean(h4, axes = (0, 1), keep = false))
        }
    }
    R015 {
        input x0: [2, 2, 5];
        input x1: [1, 3, 6];
        input x2: [2, 2, 5];
        l0: LayerNorm(axes = 1);
        l1: PixelShuffle(1);
        l2: Pad2d(padding = (0, 0, 0, 1), mode = reflect);
        l3: Silu();
        l4: Elu(0.7);
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let x1 = l0(h0) - x1;
            let h2 = l1(x1);
            let h0 = l2(h2);
            let h4 = l3(x0);
            let h5 = permute(l0(x1), [0, 2, 1]);
            let h6 = l4(x1);
            (h0, h4 + x0 + x2, h5, x1 + h2, h6)
        }
    }
    R016 {
        input x0: [4, 4];
        input x1: [4, 1];
        l0: LeakyRelu(slope = -0.3);
        l1: Parameter([4, 2], init = -1);
        l2: AvgPool1d(1, count_include_pad = false);
        fn forward(x0, x1) {
            let h0 = x0 + zeros([4, 4]);
            let (h1_0, h1_1) = split(h0, axis = 1);
            let h2 = h1_0 * l1;
            let h3 = l0(h2);
            let h4 = slice(h3, 1..);
            let h5 = leaky_relu(h3, 0);
            let h6 = mean(h2);
            let (h7_0, h7_1) = split(h1_1, axis = 1);
            let h8 = l2(h7_1);
            let h9 = x1 * h8;
            let h10 = flatten(h9);
            let h11 = flatten(h7_0);
            let h12 = concat(h11, h10);
            (l0(h1_1), h4, h6, transpose(h5), h2, h12)
        }
    }
    R017 {
        input: [1, 1];
        l0: BatchNorm1d(1, eps = 1e-2);
        l1: Dropout(p = 0.25);
        l2: Parameter([1, 1], init = uniform(1.5));
        l3: RmsNorm;
        fn forward(x0) {
            let h0 = matmul(x0, x0);
            let h1 = l1(h0);
            let h2 = h1 + l2;
            let h3 = l0(h2);
            let h4 = h0 * h3;
            let h5 = l3(concat(h4, h2, axis = 1));
            let h6 = transpose(h5);
            let h7 = leaky_relu(h6, 0.2);
            let h8 = sigmoid(h5);
            (l0(h0), h6 * h7, h8)
        }
    }
    R018 {
        input x0: [3, 1];
        input x1: [1, 2, 2];
        l0: Parameter([1, 3], init = normal(0.5));
        l1: MaxPool2d(1, padding = same);
        l2: Conv2d(1 -> 2, kernel = (3, 1), padding = 1, bias = false);
        train: l1;
        fn forward(x0, x1) {
            let h0 = max_pool1d(x0, 3, stride = 1, padding = same);
            let h1 = dropout(permute(h0, [1, 0]), p = 0.25);
            let h0 = h1 + l0;
            let h1 = h1 - h0;
            let h4 = pixel_shuffle(l1(x1), 1);
            let h5 = max(h4, axes = (0, 1), keep = false);
            let h6 = reshape(h5, [2, 1]);
            let _h7 = l2(h4);
            let h4 = max_pool1d(h1, 1, stride = 2);
            let (h9_0, h9_1) = split(h4, axis = 1);
            (h6, h9_0, h9_1, h1)
        }
    }
    R019 {
        input x0: [2];
        input x1: [1];
        l0: Linear(2 -> 5);
        l1: LogSoftmax(axis = 0);
        l2: Elu;
        l3: Glu;
        fn forward(x0, x1) {
            let h0 = slice(x1, ..1, axis = 0);
            let h1 = sigmoid(x0);
            let h2 = l0(h1);
            let h3 = dropout(h1);
            let h4 = log_softmax(h3, axis = 0);
            let h5 = hard_swish(h4);
            let h6 = l0(h5);
            let h7 = l1(h3);
            let h8 = h5 - h7;
            let h9 = l2(silu(h2));
            let h10 = l3(h4);
            (h0, h4, h6, h8, h9, h10)
        }
    }
    R020 {
        input: [4, 5, 6];
        l0: LogSoftmax(axis = 1);
        l1: Parameter([4, 5, 6], init = 0.7);
        l2: RmsNorm(axes = 2, eps = 0.1);
        l3: Parameter([10, 12], init = -1);
        fn forward(x0) {
            let h0 = pixel_shuffle(x0, 1);
            let x0 = softplus(x0);
            let h2 = l0(x0);
            let h3 = x0 * h2;
            let h4 = l0((h0 * l1));
            let h5 = max(h4);
            let h6 = reshape(x0, [10, 12]);
            let h2 = l2(h6);
            let h8 = concat(h2, h6, axis = 1);
            let h9 = h2 + l3;
            (h3, h5, h8, h9)
        }
    }
    R021 {
        input: [3, 4];
        l0: LogSoftmax;
        l1: LeakyRelu(slope = -0.3);
        #[frozen] l2: Linear(1, bias = false);
        l3: Parameter([3, 1], init = -1);
        #[frozen] l4: Gelu(approximate = none);
        l5: Linear(1 -> 5, bias = true);
        fn forward(x0) {
            let x0 = matmul(x0, x0, transpose_b = true);
            let h1 = x0 + x0;
            let x0 = elu(h1);
            let h3 = l0(x0);
            let h4 = l1(h1);
            let h5 = l1(h4);
            let h6 = l2(h5) + l3;
            let h7 = l4(h6);
            let h8 = h7 * h6;
            let h9 = l5(h7);
            (h3, transpose(h7), h7, h8, h9)
        }
    }
    R022 {
        input: [2, 3];
        l0: AvgPool1d(3, stride = 2);
        l1: Tanh;
        fn forward(x0) {
            let h0 = gelu(x0);
            let h1 = relu(dropout((mean(x0, axes = 0, keep = false)), p = 0.25));
            let h2 = l0(h0);
            let h3 = permute(h2, [1, 0]);
            let h4 = l0(x0);
            let h4 = h4 * 1e-1;
            let h6 = l1(reshape(h4, [1, 2, 1, 1, 1]));
            let h7 = glu(h6, axis = 1);
            let h8 = expand(h1, [3]);
            let h9 = reshape(h7, [1, 1, 1]);
            let h10 = reshape(h6, [2, 1, 1]);
            (h3, h9, h8, h10)
        }
    }
    R023 {
        input: [4, 4, 6];
        l0: LayerNorm;
        l1: Conv2d(2 -> 1, kernel = 1, dilation = 2);
        l2: Gelu(approximate = tanh);
        fn forward(x0) {
            let h0 = glu(x0, axis = 0);
            let h1 = h0 + h0;
            let h2 = upsample2d(h1, scale = 1);
            let h3 = sigmoid(avg_pool2d(h2, 2, padding = same, count_include_pad = false));
            let h1 = upsample2d(h3, scale = (3, 1));
            let h5 = hard_swish(h1);
            let h6 = l0(h2);
            let h7 = l1(h6);
            let h3 = l2(h5);
            let h6 = h1 - h3;
            (x0, h7, h6)
        }
    }
    R024 {
        input: [4, 6, 4];
        l0: AvgPool2d((3, 2), stride = 3, padding = 0, count_include_pad = false);
        l1: Tanh();
        l2: GroupNorm(24, eps = 0.1);
        #[frozen] l3: Pad2d((1, 0, 1, 0), mode = reflect);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = leaky_relu(x0, 0);
            let h2 = matmul(h0, h0, transpose_b = true);
            let h3 = transpose(h1 + x0);
            let h4 = l1(h1);
            let h5 = concat(h0, h2, h0, axis = 2);
            let _h6 = l2(reshape(h1, [96]));
            let h7 = l3(h5);
            let h8 = hard_swish(h4 + 1.5);
            (h3, h7, h8)
        }
    }
}

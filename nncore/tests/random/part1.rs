//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R025 {
        input x0: [1, 6, 2];
        input x1: [3, 2] in 0..1;
        input x2: [2, 2];
        l0: LeakyRelu(slope = -0.3);
        l1: BatchNorm2d;
        l2: Embedding(3 -> 2);
        l3: Conv2d(1 -> 1, kernel = (2, 3), stride = (1, 2), padding = same, groups = depthwise, bias = false);
        l4: Linear(_ -> 5, bias = false);
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let h1 = transpose(h0);
            let h2 = l1(h1);
            let h3 = l1(h2);
            let h4 = l2(x1);
            let h5 = max(h4, axes = 1);
            let h6 = sum(concat(h5, x2, h5, h5), axes = 0);
            let _h7 = l3(h3);
            let h8 = l4(h6);
            let (_h9_0, h9_1, h9_2) = split(h5);
            (h8, h9_1, h0, h9_2, expand(h1, [2, 2, 6]))
        }
    }
    R026 {
        input: [2, 2, 4];
        l0: PixelShuffle(1);
        l1: GroupNorm(2, eps = 1e-2);
        fn forward(x0) {
            let x0 = avg_pool2d(l0(x0), 3, stride = 1, padding = 1, count_include_pad = false);
            let h1 = max(x0, axis = 1, keep = true);
            let h2 = gelu(h1);
            let h3 = l0(x0);
            let h4 = l1(h3);
            let h5 = flatten(h2);
            let h6 = glu(h3, axis = 2);
            let h4 = l0((expand(h4, [2, 2, 4])) - h4);
            (h5, h6, h4 * h3)
        }
    }
    R027 {
        input x0: [3, 6, 5];
        input x1: [3, 6, 5];
        l0: LayerNorm(axes = 2, eps = 1e-2);
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = x1 * x0;
            let h2 = l0(h1);
            let h3 = expand(h2, [3, 6, 5]);
            let h1 = expand(h3, [3, 6, 5]);
            let h5 = l0(h1);
            let h6 = h5 + h3;
            let h7 = l0(h6);
            let h8 = permute(x1, [0, 2, 1]);
            (max_pool2d(h7, kernel = 2, stride = 3, padding = same, dilation = 2), expand(h8, [3, 5, 6]), global_avg_pool2d(h7))
        }
    }
    R028 {
        input: [2, 1, 3];
        l0: Sigmoid();
        l1: PixelShuffle(1);
        fn forward(x0) {
            let h0 = l0(x0 - zeros([2, 1, 3]));
            let h1 = avg_pool2d(h0, kernel = (2, 3), stride = (3, 1), padding = 1);
            let h2 = h1 * h0;
            let h0 = max(h2 - l1(h2), axis = 0, keep = true);
            let h4 = -h2;
            let h5 = silu(h4);
            let _h6 = h5 + zeros([2, 1, 3]);
            let h7 = permute(h5, [2, 0, 1]);
            (l0(h0), h7)
        }
    }
    R029 {
        input: [3, 3, 2];
        l0: Sigmoid();
        l1: Conv2d(_ -> 4, kernel = 1, stride = 2, padding = valid, dilation = 2, groups = 1, bias = true);
        l2: Gelu;
        l3: Conv2d(4 -> 4, kernel = (3, 2), padding = (1, 2));
        l4: Relu();
        l5: MaxPool2d(2, stride = (1, 3), padding = same);
        l6: Conv2d(4 -> 4, kernel = 1, stride = 2, dilation = (1, 2));
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = l2(h0);
            let h2 = l3(h1);
            let h0 = transpose(h2);
            let h4 = h2 + l4(h2);
            let h5 = l5(glu(h4, axis = 2));
            let h6 = l3(h5);
            let _h7 = l6(h6);
            let h5 = reshape(h1, [8, 1, 1, 1, 1, 1]);
            let h9 = reshape(h5, [8, 1, 1]);
            (h0, h9)
        }
    }
    R030 {
        input x0: [1, 4, 1];
        input x1: [4, 2, 6];
        l0: Pad2d(padding = (2, 1, 1, 1));
        l1: AvgPool2d(2, stride = (2, 3), padding = same, count_include_pad = false);
        l2: Silu();
        l3: InstanceNorm2d(eps = 1e-2, affine = false);
        l4: Conv2d(3, kernel = 3, stride = 2, padding = 2, groups = 1, bias = false);
        fn forward(x0, x1) {
            let x1 = l1(l0(x1));
            let (h1_0, h1_1, h1_2) = split(x1, axis = 1);
            let h2 = max_pool2d(h1_2, 1, stride = 1, padding = same, dilation = (2, 1));
            let h3 = l3(concat(h1_2, h2, l2(x1), h1_2, axis = 1));
            let h4 = h3 + h3;
            let h5 = max(pad2d(max_pool2d(h4, 3, stride = 1, padding = 1, dilation = 2), padding = (1, 2, 2, 0), mode = replicate), axes = (0, 1, 2));
            let h6 = l4(x0);
            (h1_0, h1_1, h5, h6)
        }
    }
    R031 {
        input: [2, 3];
        l0: Relu();
        l1: BatchNorm1d(2, eps = 0.1);
        fn forward(x0) {
            let h0 = expand(x0, [2, 3]);
            let h1 = l0(h0);
            let h1 = h1 - x0;
            let h3 = leaky_relu(l1(h1), 0.2);
            let h4 = l0(l0(h3));
            let h5 = h4 / 1e-1;
            let h6 = l1(h5);
            let (_h7_0, h7_1) = split(h6 - -0.7, axis = 0);
            (permute(h7_1, [0, 1]), h3)
        }
    }
    R032 {
        input x0: [3];
        input x1: [4, 4];
        l0: Parameter([3], init = -1);
        l1: RmsNorm(axes = 1, eps = 1e-2);
        l2: AvgPool2d(1, stride = 2, padding = valid, count_include_pad = false);
        fn forward(x0, x1) {
            let h0 = log_softmax(x1, axis = 1);
            let h1 = l1(x0 + l0 + x0);
            let h2 = sum(reshape(h1, [1, 1, 1, 3, 1, 1]), axes = (3, 4, 5), keep = false);
            let h3 = permute(h2, [2, 1, 0]);
            let h4 = h2 * 3.0 - h3;
            let _h5 = l2(h4);
            (permute(h0, [0, 1]), reshape(h2, [1]))
        }
    }
    R033 {
        input x0: [2, 4, 6];
        input x1: [3] in 0..6;
        input x2: [4, 3];
        l0: Relu();
        l1: Softmax(axis = 1);
        l2: BatchNorm1d(4);
        l3: Tanh;
        l4: Conv2d(2 -> 2, kernel = (2, 1), padding = (1, 1, 1, 0), dilation = (1, 2), groups = 2, bias = true);
        l5: GroupNorm(1, eps = 0.1, affine = false);
        fn forward(x0, _x1, x2) {
            let h0 = l0(x2);
            let h1 = l1(h0);
            let h2 = l2(h1);
            let h3 = l3(h1);
            let h4 = reshape(log_softmax(h2, axis = 0), [2, 6, 1]);
            let h5 = l0(h3);
            let h6 = l5(h5);
            let h7 = l5(l2(h2));
            let h8 = matmul(h7, h7, transpose_a = true);
            (l4(x0), h4, h6, h8)
        }
    }
    R034 {
        input: [3, 1, 3];
        l0: HardSwish();
        l1: InstanceNorm2d(eps = 0.1, affine = false);
        l2: InstanceNorm2d(eps = 0.1);
        l3: PixelShuffle(1);
        l4: Conv2d(3, kernel = 2, stride = 2, padding = same, dilation = (2, 1), bias = true);
        l5: Softplus();
        fn forward(x0) {
            let h0 = l1((l0(x0))) + zeros([3, 1, 3]);
            let h1 = h0 - zeros([3, 1, 3]);
            let h2 = l2(h1);
            let h0 = mean(h2, axes = (0, 2), keep = true);
            let h4 = l3(l1(h2));
            let h5 = l5(h4);
            let h6 = h4 + h5;
            let h7 = l1(h6);
            (h5, l4(h0), h7)
        }
    }
    R035 {
        input: [3, 5] in 0..2;
        #[frozen] l0: Embedding(2 -> 2);
        l1: ConvTranspose2d(1 -> 2, kernel = (2, 3), padding = (1, 0), output_padding = 0);
        #[frozen] l2: Sigmoid();
        #[frozen] l3: Gelu(approximate = none);
        fn forward(x0) {
            let h0 = l0(x0);
            let (h1_0, h1_1, h1_2) = split(h0, axis = 0);
            let h2 = silu(h1_2);
            let h3 = transpose(h2);
            let h4 = l1(h1_0);
            let h5 = l2(h1_1);
            let h6 = tanh(h4);
            (h5, l2(h3), l3(silu(h4)), l0(x0), h6 + h4)
        }
    }
    R036 {
        input: [3, 5] in 0..3;
        l0: Embedding(4 -> 4);
        l1: PRelu(1);
        l2: Pad2d(padding = (0, 1, 0, 0), mode = replicate);
        l3: Pad2d((0, 1, 0, 1), mode = replicate);
        fn forward(x0) {
            let h0 = l1(hard_swish(l1(l0(x0))) - zeros([3, 5, 4]));
            let h1 = matmul(h0, h0, transpose_b = true);
            let h2 = l2(h1);
            let (h3_0, h3_1, h3_2, _h3_3, h3_4) = split((reshape(h1, [3, 1, 5, 1, 5, 1])), axis = 4);
            let h4 = elu(h3_4);
            let h5 = slice(h3_4, ..1);
            let h6 = l3(h2);
            let h7 = reshape(h3_0, [15, 1, 1]);
            let h8 = reshape(h3_1, [15, 1, 1]);
            let h9 = reshape(h3_2, [15, 1, 1]);
            let h10 = reshape(h4, [15, 1, 1]);
            let h11 = reshape(h5, [5, 1, 1]);
            (h7, h8, h9, h10, h11, h6)
        }
    }
    R037 {
        input: [2, 5, 1];
        l0: Conv2d(2 -> 4, kernel = 1, stride = 2, padding = (1, 2, 2, 2), groups = 2);
        l1: Upsample2d(1);
        l2: LeakyRelu(0);
        l3: Linear(_ -> 5);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = slice(h0, .., axis = 2);
            let h2 = l0(expand(h1, [2, 5, 4]));
            let x0 = l1(h2);
            let h4 = slice(x0, 0..3, axis = 2);
            let h5 = flatten(l2(tanh(h4)));
            let h6 = expand(h5, [48]);
            (l3(h6), l1(x0))
        }
    }
    R038 {
        input: [4, 5, 3];
        l0: PRelu(4);
        l1: Parameter([4, 5, 5], init = normal(0.5));
        l2: Conv2d(4 -> 4, kernel = 2, dilation = (1, 2), groups = depthwise, bias = true);
        l3: Silu;
        fn forward(x0) {
            let x0 = tanh(x0);
            let h1 = matmul(x0, x0, transpose_b = true);
            let h2 = max_pool2d(silu(h1), (3, 1), stride = 3, padding = valid, dilation = 2);
            let h3 = l0(h1);
            let h4 = h3 * l1;
            let h5 = l0(h4);
            let h6 = l2(h1);
            let h7 = hard_swish(h6);
            let (h8_0, h8_1, h8_2) = split(h7, axis = 2);
            (sum(h2, axes = (0, 2)), l3(h5), h8_0, h8_1, h8_2)
        }
    }
    R039 {
        input: [2] in 0..5;
        l0: Embedding(2);
        l1: Relu;
        l2: Glu(axis = 1);
        l3: RmsNorm(axes = 2, eps = 0.1);
        l4: LayerNorm(axes = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(1e-1 - h0);
            let h2 = permute(h1, [0, 1]);
            let h3 = h2 * h1;
            let _h4 = mean(h1, axes = 1);
            let _h5 = slice(l3(h2), 0..1, axis = 0);
            let h6 = l4(l2(h3));
            let (_h7_0, h7_1) = split(h6);
            let h8 = l2(h3);
            (h7_1, h8)
        }
    }
    R040 {
        input: [4, 2, 6];
        l0: PixelShuffle(1);
        l1: Sigmoid;
        l2: Glu;
        l3: PRelu;
        fn forward(x0) {
            let (h0_0, h0_1) = split(x0, axis = 1);
            let h1 = transpose(h0_1);
            let h0_1 = hard_swish(h1);
            let h3 = l0(h0_0);
            let h4 = l1(h3);
            let h5 = permute(x0, [2, 1, 0]);
            let h6 = l2(h4);
            let h7 = l3(h6);
            let h8 = dropout(silu(h7 + h6), 0.3);
            (h0_1, h5, permute(h8, [2, 0, 1]), h0_1)
        }
    }
    R041 {
        input x0: [2, 4] in 0..6;
        input x1: [2, 4, 3];
        l0: Embedding(6 -> 3);
        l1: Embedding(3);
        l2: Upsample2d((1, 2));
        l3: Flatten;
        l4: Parameter([2, 4, 3], init = normal(0.5));
        l5: Softmax(axis = 0);
        fn forward(x0, x1) {
            let h0 = l2(l1(x0));
            let h1 = l3(h0);
            let h2 = leaky_relu(l0(x0), 0.2);
            let h3 = (tanh(h1)) * h1;
            let h4 = relu(h2 * l4 * x1);
            let h5 = l5(h4 + zeros([2, 4, 3]));
            (h3, h5)
        }
    }
    R042 {
        input x0: [1, 4, 2];
        input x1: [1];
        input x2: [1];
        input x3: [3];
        l0: BatchNorm1d(1, eps = 0.1);
        l1: PRelu;
        fn forward(x0, x1, x2, x3) {
            let x0 = flatten(x0);
            let h1 = x1 * max(x0, keep = true);
            let h2 = relu(concat(x2, h1, x2, axis = 0));
            let x1 = x3 * h2;
            let h4 = slice(x1, 0..1, axis = 0) - x2;
            let h5 = softplus(h4);
            let h6 = relu(l0(h1));
            let h6 = l1(h6);
            (h5, h6)
        }
    }
    R043 {
        input: [4, 3, 2];
        l0: Conv2d(2, kernel = (2, 3), padding = (1, 1, 1, 2), dilation = (1, 2), groups = 2);
        l1: BatchNorm2d(4);
        fn forward(x0) {
            let h0 = max_pool2d(x0, (1, 3), stride = 1, padding = same, dilation = (2, 1));
            let h1 = relu(h0);
            let h2 = h1 + x0;
            let h0 = slice(h2, 1.., axis = 1);
            let h4 = transpose(x0);
            let h5 = l0(h4);
            let _h6 = -h5;
            let h7 = l1(matmul(h0 + zeros([4, 2, 2]), h2, transpose_a = true, transpose_b = true));
            h7
        }
    }
    R044 {
        input x0: [2, 5];
        input x1: [2];
        l0: Flatten;
        l1: Tanh();
        l2: Elu(alpha = 1.5);
        l3: Linear(_ -> 1, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h0 = l1(h0);
            let h2 = softmax(h0, axis = 0);
            let h3 = l2(h2);
            let h4 = matmul(x0, x0, transpose_a = true, transpose_b = false);
            let h3 = l2(h3);
            let h6 = h3 * h2;
            let h7 = expand(h6, [10]);
            let (h8_0, h8_1, h8_2, h8_3, h8_4, _h8_5, h8_6, h8_7, h8_8, h8_9) = split(h7);
            let _h3 = concat(h7, x1);
            let h10 = l3(h8_1);
            let h11 = elu(h10, 0.7);
            let h12 = flatten(h11);
            let h13 = flatten(h8_9);
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h8_8);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h8_7);
            let h20 = concat(h19, h18);
            let h21 = flatten(h20);
            let h22 = flatten(h8_6);
            let h23 = concat(h22, h21);
            (h4, h8_0, h8_2, h8_3, h8_4, h23)
        }
    }
    R045 {
        input x0: [3, 3, 3];
        input x1: [4, 1, 2];
        l0: GlobalAvgPool2d;
        l1: ConvTranspose2d(3 -> 4, kernel = (1, 3), stride = (2, 1), padding = 1);
        l2: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        l3: Conv2d(_ -> 4, kernel = (2, 1), stride = 2, padding = (0, 1), dilation = (1, 2));
        fn forward(x0, x1) {
            let h0 = slice((x0 - zeros([3, 3, 3])), 2.., axis = 1);
            let h0 = l0(h0);
            let h2 = expand(h0, [3, 3, 3]);
            let h3 = concat(x0, x0, x0, h2, axis = 2);
            let h4 = l1(h3);
            let _h5 = h4 * h4;
            let h6 = l2(h2);
            let h7 = slice(matmul(x1, (l3(pad2d(h3, 0))), transpose_a = true, transpose_b = false), 3..);
            (h6, h7)
        }
    }
    R046 {
        input: [6];
        l0: Softmax;
        fn forward(x0) {
            let h0 = x0 + x0 - x0;
            let h1 = tanh(h0);
            let h2 = l0(h0);
            let (h3_0, h3_1, h3_2, h3_3, _h3_4, h3_5) = split(permute(h2, [0]));
            let h4 = mean(permute(h1, [0]), axes = 0);
            let h5 = l0(x0);
            let h0 = l0(l0(h1 - h1));
            let h7 = flatten(h0);
            let h8 = flatten(h5);
            let h9 = concat(h8, h7);
            let h10 = flatten(h9);
            let h11 = flatten(h4);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(h3_5);
            let h15 = concat(h14, h13);
            (h3_0, h3_1, h3_2, h3_3, x0, h15)
        }
    }
    R047 {
        input: [2, 1];
        l0: LayerNorm(axes = 1, eps = 0.1);
        l1: Softplus;
        l2: Relu();
        l3: Sigmoid;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let x0 = mean(h1 + zeros([2, 1]), axes = 0);
            let h0 = x0 + x0;
            let h4 = l0(h1);
            let x0 = softplus(dropout(l2(h0)));
            let h6 = h4 * h1;
            let h7 = l3(x0);
            (h6 * h6, h7)
        }
    }
    R048 {
        input x0: [1, 1, 1];
        input x1: [1, 1, 1];
        l0: RmsNorm(axes = 3, eps = 1e-2);
        l1: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
        fn forward(x0, x1) {
            let h0 = l0(x0) - x0;
            let h1 = softmax(h0, axis = 1);
            let h2 = l0(h1);
            let h2 = matmul(h0 * 1.5, h2, transpose_a = true, transpose_b = true);
            let h4 = gelu(h2);
            let h5 = l1(h4);
            let h6 = matmul(x1, h4 * h0, transpose_a = true, transpose_b = true);
            (h5, h6, h0)
        }
    }
    R049 {
        input x0: [4, 5, 6];
        input x1: [4, 5, 1];
        l0: Parameter([4, 5, 13], init = -1);
        l1: Parameter([4, 5, 13], init = normal(0.5));
        l2: Linear(5, bias = true);
        fn forward(x0, x1) {
            let h0 = relu(x0);
            let x1 = concat(x1, x0, h0, axis = 2) + l0;
            let h2 = mean(h0, axes = (0, 2), keep = false);
            let h3 = slice(h2, 0..1, axis = 0);
            let x0 = h3 / 1e-1;
            let h0 = x1 + l1;
            let h6 = l2(x0);
            let h7 = l2(h3);
            (h6, transpose(h0), h7)
        }
    }
}

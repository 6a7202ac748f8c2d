//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R150 {
        input: [7] in 0..4;
        #[frozen] l0: Embedding(4 -> 2);
        #[frozen] l1: Glu(axis = 1);
        #[frozen] l2: Softplus;
        #[frozen] l3: MaxPool1d(2, stride = 1, padding = same);
        fn forward(x0) {
            let x0 = l0(x0);
            let (h1_0, h1_1, h1_2, h1_3, h1_4, h1_5, h1_6) = split(l1(x0));
            let h2 = l1(x0);
            let h3 = l2(h2);
            let h4 = transpose(x0);
            let h5 = l3(h3);
            let h6 = silu(h4);
            let h7 = flatten(max_pool1d(h1_5, 2, padding = (0, 1)));
            let h8 = flatten(h6);
            let h9 = concat(h8, h7);
            let h10 = flatten(h9);
            let h11 = flatten(l1(x0));
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(h5);
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(h4 + h4);
            let h18 = concat(h17, h16);
            (h1_1, h1_2, h1_3, h1_6, h1_4 + h1_0, h18)
        }
    }
    R151 {
        input x0: [3, 2] in 0..5;
        input x1: [4, 2];
        l0: Linear(2 -> 5, bias = true);
        l1: Embedding(2);
        l2: AvgPool2d(2, stride = (2, 1), count_include_pad = false);
        l3: BatchNorm2d(3);
        l4: MaxPool2d(3, padding = 1);
        l5: Upsample2d((1, 2));
        fn forward(x0, x1) {
            let h0 = x1 - x1;
            let h1 = l0(h0);
            let x0 = l1(x0);
            let h3 = dropout(x0, p = 0.25);
            let h4 = max_pool2d(x0, kernel = 2, stride = 1, padding = valid);
            let h5 = mean(l3(h4), axes = (0, 1, 2));
            let h0 = l5(l4(l2(h3)));
            (h1, h5, h0)
        }
    }
    R152 {
        input x0: [2];
        input x1: [1, 3, 1];
        input x2: [2, 1];
        l0: PRelu;
        l1: Tanh();
        fn forward(x0, x1, x2) {
            let h0 = permute(x1, [0, 1, 2]);
            let h1 = x0 * x0;
            let h2 = log_softmax(h1);
            let x0 = upsample2d(x1, 1);
            let h4 = l0(l0(l0(max(x2, axis = 0, keep = true))));
            let h5 = l1(h2);
            let h6 = permute(h4, [1, 0]);
            let h7 = l1(max(h1, axes = 0));
            (h0, x0, h5, h6, h7)
        }
    }
    R153 {
        input x0: [5];
        input x1: [1];
        l0: Softmax;
        l1: Linear(_ -> 2, bias = true);
        l2: Softmax;
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = reshape(l2(h1), [2, 1, 1, 1]);
            let h3 = slice(l1(x0), ..1, axis = 0);
            let h4 = permute(h3, [0]);
            let h5 = x1 + h4;
            let h6 = sum(l0(x0), axes = 0);
            let h7 = reshape(h2, [2, 1, 1]);
            (l1(x0), h7, h5, h6)
        }
    }
    R154 {
        input x0: [3, 1, 2];
        input x1: [3, 1];
        input x2: [5];
        l0: LeakyRelu(0.2);
        l1: Dropout(p = 0.25);
        l2: Elu(0.7);
        l3: HardSwish;
        l4: HardSwish();
        l5: Pad2d((0, 1, 1, 2));
        fn forward(x0, x1, x2) {
            let h0 = mean(x2, axis = 0, keep = true);
            let x2 = l0(l0(x1));
            let h2 = l1(h0);
            let _h3 = l2(h2);
            let x2 = l3(x2);
            let h5 = l5(mean(l4(x0), axis = 1, keep = true));
            let h6 = l0(x1);
            let h7 = slice(upsample2d(h5, (2, 1)), 0..2);
            (x2, h2, h6, h7)
        }
    }
    R155 {
        input: [1, 2, 3];
        l0: Dropout(p = 0.25);
        l1: BatchNorm2d(1);
        l2: Conv2d(1 -> 2, kernel = (2, 1), stride = 1);
        l3: Sigmoid;
        fn forward(x0) {
            let h0 = silu(x0);
            let h1 = l0(x0);
            let h2 = l1(x0);
            let _h3 = l1(h0);
            let h4 = l3((l0(h1)));
            let (h5_0, h5_1, h5_2) = split(h2, axis = 2);
            let h6 = reshape(1.5 - l2(h2), [1, 2, 3, 1]);
            let h7 = silu(h6);
            let h8 = reshape(h7, [2, 3, 1]);
            (h4, h5_1, h5_2, 2 - h5_0, h8)
        }
    }
    R156 {
        input: [4, 5, 6];
        l0: PixelShuffle(1);
        l1: HardSwish();
        l2: Silu;
        train: l1, l2;
        fn forward(x0) {
            let x0 = x0 - l0(x0);
            let h1 = l1(x0);
            let h2 = l0(h1);
            let h3 = h1 - h1;
            let h4 = x0 + h3;
            let h3 = l0(h4);
            let h6 = hard_swish(h3);
            let h7 = l2(h2);
            let h8 = h6 - (l0(h4));
            (h7, h2, h8)
        }
    }
    R157 {
        input x0: [4, 5, 1];
        input x1: [1, 1, 1];
        l0: LayerNorm;
        l1: GlobalAvgPool2d;
        l2: Conv2d(2 -> 4, kernel = (1, 3), padding = valid, groups = depthwise);
        l3: Conv2d(_ -> 2, kernel = 1, stride = 2, padding = same, bias = true);
        fn forward(x0, x1) {
            let h0 = expand(x0, [4, 5, 4]);
            let h1 = expand(h0, [4, 5, 4]);
            let h2 = l1(slice(l0(h1), 1..2));
            let (h3_0, h3_1, h3_2, h3_3, h3_4) = split(h1, axis = 1);
            let (h4_0, h4_1) = split(h3_0, axis = 0);
            let _h1 = l2(h4_1);
            let h6 = x1 - h2;
            let h7 = l3(h3_2);
            let h8 = h3_4 * h3_0;
            let h9 = silu(h4_0);
            (h3_1, h3_3, h6, h7, h8, h9)
        }
    }
    R158 {
        input x0: [1, 5, 2];
        input x1: [1, 1, 2];
        l0: Flatten;
        fn forward(x0, x1) {
            let h0 = matmul(x1, mean(x0, axes = (0, 1), keep = true), transpose_a = true);
            let h1 = h0 + h0;
            let x1 = h1 - h1;
            let h3 = h1 - 1.5;
            let h4 = h1 + h3;
            let h5 = h4 / 3.0;
            let h6 = log_softmax(h5, axis = 1);
            let h7 = tanh(x1);
            (transpose(h6), expand(h7, [1, 2, 2]), l0(h3))
        }
    }
    R159 {
        input x0: [2, 5, 2];
        input x1: [2, 2, 2];
        l0: Conv2d(2 -> 2, kernel = (3, 1), padding = same, dilation = 2, groups = depthwise, bias = true);
        l1: Conv2d(2, kernel = 2, padding = 1, dilation = 2, groups = depthwise);
        l2: MaxPool2d(2, stride = 1, padding = 0);
        l3: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let h0 = l0(softplus(x0));
            let h1 = l1(h0);
            let h2 = pixel_shuffle(h1, 1);
            let h3 = l2(sum(h2, axes = 0, keep = true));
            let h4 = matmul(x1, l1(h2), transpose_b = true);
            (l3(h3), h4)
        }
    }
    R160 {
        input: [4, 5];
        l0: LogSoftmax;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = slice(l0(h0), 0.., axis = 0);
            let h2 = silu(h1);
            let h3 = l0(h2);
            let h4 = max(h3, axis = 0, keep = false);
            let h5 = flatten(x0);
            let h6 = permute(h5, [0]);
            let h7 = hard_swish(transpose(max_pool1d(x0, 3, stride = 1)));
            let h2 = expand(h6, [20]);
            (h3, h4, h7, h2)
        }
    }
    R161 {
        input: [4, 5];
        l0: Linear(5 -> 2, bias = false);
        l1: Softmax(axis = 0);
        fn forward(x0) {
            let h0 = leaky_relu(x0);
            let h0 = transpose(h0);
            let h2 = permute(x0, [0, 1]);
            let h3 = h2 - (h2 * x0);
            let (h4_0, h4_1, h4_2, h4_3, _h4_4) = split(x0, axis = 1);
            let _h5 = l0(x0);
            let h4_2 = avg_pool1d(h4_2, 3, padding = same);
            let h7 = transpose(h4_0);
            let h8 = l0(h2);
            let h9 = l0(h3);
            let h10 = l1(h4_1);
            let h11 = flatten(h10);
            let h12 = flatten(h4_1);
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(h9);
            let h16 = concat(h15, h14);
            (h0, h4_3, h4_2, h7, h8, h16)
        }
    }
    R162 {
        input: [4, 4, 4];
        l0: Silu;
        l1: BatchNorm2d(4, eps = 0.1);
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = permute(h0, [2, 0, 1]);
            let h2 = softplus(l0(h1));
            let h3 = sum(h2, axes = 2, keep = true);
            let h4 = l0(h3);
            let h5 = max(reshape(l1(h4), [8, 1, 2]), axes = 1);
            (permute(x0, [0, 2, 1]), tanh(h5 * h5))
        }
    }
    R163 {
        input: [4, 6, 2];
        l0: Gelu(approximate = none);
        l1: BatchNorm2d(1, eps = 0.1);
        l2: Conv2d(1 -> 2, kernel = (2, 1), stride = (1, 2), padding = (1, 0), dilation = 2, bias = true);
        fn forward(x0) {
            let x0 = global_avg_pool2d(x0);
            let h1 = l0(x0);
            let h2 = softplus(h1);
            let h3 = slice(h2, 1..2);
            let h4 = l1(h3);
            let h5 = h4 + h4;
            let h6 = l2(h5);
            let h7 = silu(permute(x0, [1, 2, 0]));
            let h8 = permute(h7, [2, 1, 0]);
            (h6, h8)
        }
    }
    R164 {
        input: [2, 3];
        l0: MaxPool1d(kernel = 1, stride = 2, padding = valid);
        l1: GroupNorm(1, eps = 0.1, affine = false);
        fn forward(x0) {
            let x0 = mean(x0 + x0 * x0, axes = 0, keep = true);
            let h1 = l0(x0);
            let h2 = silu(x0);
            let h2 = gelu(h2, approximate = none);
            let h4 = mean(h2, axis = 0);
            let h5 = l0(x0);
            let h6 = relu(l0(h2));
            let h7 = l1(h4);
            (h1, h5, l0(h2), h6, h7)
        }
    }
    R165 {
        input x0: [2, 3];
        input x1: [3, 3];
        l0: Dropout;
        l1: Sigmoid();
        l2: Linear(_ -> 4, bias = true);
        l3: Linear(_ -> 5, bias = true);
        fn forward(x0, x1) {
            let x1 = -0.7 * x1;
            let h1 = transpose(x1);
            let h1 = dropout(h1);
            let h3 = expand(x0, [2, 3]);
            let h4 = l0((sum(h3, axis = 0)));
            let h5 = relu(h4);
            let h6 = l1(h5);
            let h7 = hard_swish(h6);
            let h1 = l2(h1);
            let h9 = l3(h1);
            let h10 = l3(h1);
            (h7, h9, h10)
        }
    }
    R166 {
        input x0: [4, 1, 1];
        input x1: [2, 1, 1];
        l0: Gelu(approximate = none);
        l1: Conv2d(_ -> 2, kernel = (2, 3), stride = (2, 1), padding = (1, 2), dilation = (1, 2));
        l2: InstanceNorm2d(eps = 0.1, affine = true);
        l3: Softmax(axis = 2);
        l4: Tanh();
        l5: Softplus;
        fn forward(x0, x1) {
            let h0 = l2(x0);
            let h1 = l4(l3(l1(l0(x0)) * x1));
            let h2 = l3(h1);
            let h3 = l5(h2);
            let x0 = l2(h0);
            let h5 = matmul(x0, x0, transpose_a = true, transpose_b = true);
            let h6 = x0 * h5;
            (x1, h3, h6)
        }
    }
    R167 {
        input: [3, 3, 2];
        l0: Conv2d(3, kernel = 2, stride = 2, padding = 1, groups = 3);
        l1: Softplus;
        l2: Glu(axis = 1);
        l3: Linear(4);
        l4: BatchNorm1d(6);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = log_softmax(x0);
            let h3 = l2(l1(h2));
            let h4 = max(h3, axes = (0, 1));
            let h5 = l3(h4);
            let h6 = 1e-1 - h5;
            let h7 = concat(h6, h4);
            let h8 = l4(h7);
            (h1, h8)
        }
    }
    R168 {
        input: [3, 5, 4];
        l0: MaxPool2d(3, stride = (3, 2));
        l1: BatchNorm2d(eps = 1e-2);
        l2: LeakyRelu(0.2);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = transpose(x0);
            let h2 = l1(h1);
            let h3 = x0 + x0;
            let h4 = h2 + h3;
            let h5 = reshape((h4 * x0), [3]);
            let h6 = gelu(h2, approximate = tanh);
            (h5, h3, global_avg_pool2d(l2(h4)), l2(h6), h5)
        }
    }
    R169 {
        input: [5] in 0..1;
        l0: Embedding(_ -> 1);
        l1: Tanh;
        l2: RmsNorm(axes = 2, eps = 0.1);
        l3: LeakyRelu;
        l4: Gelu(approximate = none);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = l0(x0);
            let (_h3_0, h3_1, _h3_2, h3_3, h3_4) = split(h2, axis = 0);
            let (h4_0, h4_1, h4_2, h4_3, h4_4) = split(h1);
            let h5 = h4_0 - h3_1;
            let h6 = flatten(l4(h4_2));
            let h7 = flatten(l3(l1(h3_4)));
            let h8 = concat(h7, h6);
            let h9 = flatten(h8);
            let h10 = flatten(h5);
            let h11 = concat(h10, h9);
            (h0, l2(h3_3), h4_1, h4_3, h4_4, h11)
        }
    }
    R170 {
        input: [2, 3, 5];
        l0: RmsNorm(axes = 1, eps = 0.1);
        l1: Sigmoid();
        l2: GroupNorm(2, affine = true);
        l3: MaxPool2d(kernel = (2, 3), stride = (1, 2), dilation = (2, 1));
        l4: Tanh();
        l5: AvgPool2d(kernel = 2, padding = 0, count_include_pad = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = x0 - h0;
            let h2 = l2(h0);
            let h3 = l3(h1);
            let h4 = l3(h1);
            let h5 = expand(h4, [2, 1, 2]);
            let _h6 = l4(transpose(h2));
            let _h7 = elu(h5, 0.7);
            let h8 = l5(l1(h1));
            (h3, h8, l3(h2))
        }
    }
    R171 {
        input: [1, 2];
        l0: LeakyRelu(0);
        l1: Softmax;
        l2: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let h0 = flatten(x0);
            let h1 = max(h0);
            let (h2_0, h2_1) = split(x0, axis = 1);
            let h3 = hard_swish(l0(h2_0));
            let h4 = l1(h1);
            let h5 = l2(h3);
            let h6 = softplus(h5);
            let _h0 = l2(h2_1);
            (h4, h6, leaky_relu(h5), h1)
        }
    }
    R172 {
        input: [4, 1, 1];
        l0: Flatten;
        l1: HardSwish;
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = sigmoid(l0(h0));
            let h2 = glu(l1(h1));
            let h3 = gelu(h2, approximate = none);
            let h4 = expand(h3, [2]);
            concat(h4, h1)
        }
    }
    R173 {
        input x0: [1, 1, 4];
        input x1: [3, 1, 4];
        #[frozen] l0: Conv2d(1, kernel = 3, stride = 2, padding = (2, 1), dilation = 2, bias = true);
        l1: LeakyRelu(0.2);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = permute(h0, [0, 2, 1]);
            let h0 = concat(x1, x0, x0, x1);
            let h3 = reshape(h0, [8, 4, 1, 1]);
            let h4 = gelu(h3, approximate = none);
            let h5 = flatten(h4);
            let h6 = permute(h4, [2, 0, 1, 3]);
            let h7 = l0(x0);
            let _h8 = l1(h0);
            let h9 = softmax(h7, axis = 1);
            let (h10_0, _h10_1, h10_2, h10_3) = split(h6, axis = 1);
            let h11 = reshape(h9, [1, 1, 1, 1]);
            let h12 = reshape(h10_0, [2, 4, 1]);
            let h13 = reshape(h10_2, [2, 4, 1]);
            let h14 = reshape(h10_3, [2, 4, 1]);
            let h15 = reshape(h11, [1, 1, 1]);
            let h16 = flatten(h1);
            let h17 = flatten(h15);
            let h18 = concat(h17, h16);
            (h1, h5, h12, h13, h14, h18)
        }
    }
    R174 {
        input: [3, 1, 4];
        l0: Elu(alpha = 1.5);
        #[frozen] l1: Upsample2d(1);
        #[frozen] l2: HardSwish;
        l3: Flatten;
        #[frozen] l4: InstanceNorm2d(eps = 0.1, affine = true);
        fn forward(x0) {
            let h0 = expand(x0, [3, 2, 4]);
            let h1 = l0(x0);
            let h2 = mean(l1(h1), axes = (1, 2), keep = true);
            let h1 = l2(h0);
            let h4 = l3(h2);
            let h5 = l4(glu(h0, axis = 1));
            (pixel_shuffle(h1, 1), h4, h5)
        }
    }
}

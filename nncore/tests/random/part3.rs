//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R075 {
        input: [3, 6, 2];
        l0: ConvTranspose2d(_ -> 2, kernel = 3, stride = 1, padding = 1, bias = false);
        l1: Conv2d(3, kernel = 3, padding = (1, 2, 1, 1), groups = 1, bias = false);
        l2: Flatten;
        l3: LeakyRelu(0.2);
        fn forward(x0) {
            let h0 = l0(pixel_shuffle(x0, 1));
            let h1 = l1(h0);
            let h2 = l0(x0);
            let x0 = expand(upsample2d(x0, (1, 3)), [3, 6, 6]);
            let h1 = l2(h1);
            let _h5 = h1 * h1;
            let h6 = l1(h2);
            let h7 = h2 - h2;
            (l3(x0), upsample2d(h0, (1, 3)), h6, h7)
        }
    }
    R076 {
        input: [3, 2];
        l0: LeakyRelu;
        l1: Linear(_ -> 1, bias = false);
        l2: Conv1d(_ -> 3, kernel = 1, stride = 2, groups = depthwise);
        l3: HardSwish();
        fn forward(x0) {
            let (h0_0, h0_1) = split(x0, axis = 1);
            let h1 = reshape(h0_1, [3, 1, 1, 1, 1]);
            let h2 = l0(h1);
            let h3 = l1(h0_0);
            let h4 = h3 - h0_0;
            let h5 = l2(h3);
            let _h6 = l3(l0(h1));
            let h7 = softplus(h5 * h4);
            let h8 = reshape(l0(h2 / -1), [3, 1, 1]);
            (h7, h8)
        }
    }
    R077 {
        input: [3, 3] in 0..3;
        #[frozen] l0: Embedding(_ -> 1);
        #[frozen] l1: Pad2d(padding = (0, 2, 1, 1), mode = zero);
        l2: MaxPool2d(2, stride = 3, padding = (0, 1), dilation = (2, 1));
        l3: Parameter([3, 1, 2], init = normal(0.5));
        #[frozen] l4: PRelu(1);
        #[frozen] l5: Embedding(4 -> 3);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = expand(h1, [3, 5, 3]);
            let h0 = transpose(l1(h0));
            let h4 = l2(h0);
            let h5 = h4 * l3;
            let h6 = l4(h5);
            let h7 = 1e-1 * h2;
            let h8 = h7 + h1;
            let h9 = reshape(l5(x0), [9, 3, 1, 1]);
            let h10 = reshape(h9, [27, 1, 1]);
            (h6, h8, h10)
        }
    }
    R078 {
        input x0: [2, 1];
        input x1: [1, 1];
        l0: RmsNorm(eps = 0.1);
        l1: Linear(1 -> 5);
        l2: Softplus;
        fn forward(x0, x1) {
            let h0 = silu(x0);
            let h1 = matmul(h0, x1, transpose_b = false);
            let x1 = l0(h1);
            let h3 = l1(h1);
            let h4 = silu(avg_pool1d(h0, kernel = 3, stride = 2, padding = same, count_include_pad = true));
            let h5 = h4 * x1;
            let h1 = avg_pool1d(h5, 1, stride = 2, padding = 0);
            let h7 = l0(h0);
            let h5 = l2(h3);
            (h1, h3, h7, h5)
        }
    }
    R079 {
        input x0: [2, 5, 4];
        input x1: [4, 4, 4];
        input x2: [4, 2, 4];
        input x3: [2, 4];
        l0: Gelu(approximate = tanh);
        l1: BatchNorm2d(eps = 0.1);
        l2: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        l3: Parameter([2, 2], init = 0.7);
        fn forward(x0, x1, x2, x3) {
            let h0 = l1(x1);
            let h1 = (mean((l0(x2)), axis = 0)) - x3;
            let h2 = reshape(h0, [1, 1, 8, 2, 4]);
            let h3 = avg_pool1d(h1, kernel = 1, stride = 2, count_include_pad = true);
            let h4 = reshape(h2, [4, 2, 4, 2]);
            let h5 = l2(h3);
            let (h6_0, h6_1) = split(h5 * l3, axis = 1);
            let h7 = reshape(h4, [8, 4, 2]);
            (h7, x0 * x0, h6_0, h6_1, l1(x1))
        }
    }
    R080 {
        input: [4, 3];
        l0: Tanh();
        l1: Gelu(approximate = tanh);
        l2: Conv1d(4 -> 1, kernel = 2, padding = same, dilation = 2);
        l3: Parameter([1, 3], init = -1);
        l4: Softplus;
        l5: Glu(axis = 0);
        l6: MaxPool1d(2, stride = 3, padding = same);
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = l2(h0);
            let h2 = relu(h1);
            let h3 = l4(h0);
            let h4 = l5(h3) + zeros([2, 3]);
            let _h5 = h4 * h4;
            let h6 = elu(h2);
            let h7 = l6(x0);
            (h1 * l3, h6, h7)
        }
    }
    R081 {
        input: [1, 5, 4];
        l0: Softplus;
        l1: AvgPool2d(3, stride = 1, count_include_pad = false);
        l2: Linear(1 -> 4, bias = true);
        l3: Linear(4 -> 4, bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = permute(h0, [0, 1, 2]);
            let h2 = l1(h1);
            let h3 = l0(x0);
            let _h4 = upsample2d(h3, scale = 1);
            let h5 = permute(x0, [0, 1, 2]);
            let h6 = h1 + x0;
            let h7 = l2(sum(leaky_relu(h2)));
            let h8 = l1(h3);
            (h5, h6, l3(h7), h8)
        }
    }
    R082 {
        input: [2];
        l0: Gelu(approximate = tanh);
        l1: BatchNorm1d(eps = 0.1);
        l2: Elu(alpha = 1.5);
        fn forward(x0) {
            let x0 = x0 + x0;
            let h1 = x0 + zeros([2]);
            let h2 = -0.7 + h1;
            let h3 = l0(x0);
            let h4 = l0(h1);
            let h5 = l2(relu(h2));
            let h6 = l0(h5);
            let h7 = h4 * h4;
            (l1(h3), h6, h7, h5, flatten(flatten(h3)))
        }
    }
    R083 {
        input x0: [6];
        input x1: [1, 3];
        input x2: [3, 1];
        l0: BatchNorm2d(1, eps = 0.1);
        fn forward(x0, x1, x2) {
            let h0 = matmul(x1, x2, transpose_b = false);
            let h1 = transpose((reshape(x0, [3, 1, 1, 2, 1])));
            let (h2_0, h2_1, h2_2) = split(x2);
            let h3 = leaky_relu(l0(reshape(h2_2, [1, 1, 1])), 0.2);
            let h4 = l0(h3);
            let h5 = h4 * h3;
            let h6 = reshape(max(h1, axis = 3) + zeros([3, 1, 1, 2]), [3, 1, 2]);
            (h0, h6, h2_0, h2_1, h5)
        }
    }
    R084 {
        input: [2, 3, 3];
        l0: AvgPool1d(kernel = 3, stride = 2, padding = valid, count_include_pad = false);
        l1: Linear(_ -> 1, bias = false);
        l2: HardSwish;
        fn forward(x0) {
            let x0 = l0(max(x0, axis = 2));
            let h1 = transpose(x0);
            let h2 = x0 * x0 * x0;
            let h3 = l1(glu(h1, axis = 1));
            let h4 = glu(h2);
            let h5 = h3 + zeros([1, 1]);
            let h6 = l2(h3);
            (silu(expand(h4, [2, 1])), h5, h6)
        }
    }
    R085 {
        input: [3, 1] in 0..1;
        l0: Embedding(1 -> 2);
        l1: Softplus();
        l2: Embedding(4 -> 2);
        l3: Glu(axis = 2);
        l4: Embedding(2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = sigmoid(transpose(h0));
            let h2 = l0(x0);
            let h3 = l1(expand(h1, [3, 2, 1]));
            let h4 = l2(x0);
            let h5 = l3(h2);
            let h6 = l4(x0);
            (silu(h0) * -0.7, h3, avg_pool2d(h4, 1, stride = (2, 3), padding = same, count_include_pad = true), h5, h6)
        }
    }
    R086 {
        input x0: [2, 3];
        input x1: [1, 4, 4];
        l0: RmsNorm(axes = 2, eps = 0.1);
        l1: LeakyRelu(0);
        l2: Gelu;
        fn forward(x0, x1) {
            let h0 = hard_swish(x1);
            let h1 = elu(h0);
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = matmul(x0, x0, transpose_a = false, transpose_b = true);
            let _h5 = permute(h4, [0, 1]);
            let h6 = l0(-h0);
            let (h7_0, h7_1, h7_2) = split(x0, axis = 1);
            let h8 = l2(h3);
            let h9 = h8 - x1;
            let h10 = matmul(h3, h9);
            (h6, h7_0, h7_1, h7_2, h10)
        }
    }
    R087 {
        input: [2, 5, 1];
        l0: RmsNorm(axes = 3, eps = 0.1);
        l1: Pad2d((1, 0, 0, 0), mode = zero);
        l2: Conv2d(_ -> 3, kernel = (3, 1), stride = 2, padding = valid, dilation = (1, 2));
        l3: PixelShuffle(1);
        l4: LogSoftmax;
        l5: AvgPool2d((1, 2), stride = (3, 2), padding = same, count_include_pad = false);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l0(x0);
            let h2 = x0 * h0;
            let h3 = silu(h2);
            let h4 = l2(h0);
            let h5 = max(l1(h1), axes = 0, keep = true);
            let h6 = -0.7 - l3(h5);
            let h2 = l4(h4);
            let h8 = l2(h3);
            let h1 = l5(h8);
            (h6, h2, h1, h0)
        }
    }
    R088 {
        input x0: [4, 4, 1];
        input x1: [4, 3, 4];
        l0: Softplus();
        l1: GlobalAvgPool2d;
        l2: Conv2d(2 -> 2, kernel = 2, stride = 2, padding = (0, 2, 2, 0), dilation = 2, bias = false);
        train: l0, l1, l2;
        fn forward(x0, x1) {
            let h0 = matmul(x1, x0, transpose_a = false);
            let x1 = x0 * x0;
            let h2 = transpose(slice(x0, 0.., axis = 2));
            let h3 = silu(h2);
            let h4 = glu(h0, axis = 0);
            let _h5 = l0(h4);
            let h6 = l1(h2);
            let h7 = sum(h4, axes = (0, 1, 2));
            (x1, leaky_relu(hard_swish(h3)), h6, h7, l2(h4))
        }
    }
    R089 {
        input: [1, 5, 2];
        l0: GlobalAvgPool2d;
        l1: Glu(axis = 2);
        l2: LayerNorm(eps = 1e-2);
        l3: Conv2d(1 -> 3, kernel = 2, padding = same, bias = true);
        fn forward(x0) {
            let h0 = l0(softplus(x0));
            let (h1_0, h1_1, h1_2, h1_3, h1_4) = split(x0, axis = 1);
            let h2 = l1(h1_0);
            let h3 = l2(h0);
            let h4 = l3(x0);
            let h5 = h4 + 1e-1;
            let h6 = upsample2d(h5, (1, 3));
            let h7 = flatten(h6);
            let h8 = flatten(h1_3 - zeros([1, 1, 2]));
            let h9 = concat(h8, h7);
            (h1_2, h1_4, sum(h1_1, axes = (0, 1, 2), keep = true), permute(h1_3, [0, 1, 2]), h3 - h2, h9)
        }
    }
    R090 {
        input: [3, 4];
        #[frozen] l0: LogSoftmax(axis = 0);
        #[frozen] l1: LeakyRelu(0);
        #[frozen] l2: HardSwish;
        fn forward(x0) {
            let h0 = softplus(-0.7 * x0);
            let h1 = l1(h0);
            let h2 = l0((l1(l0(h0))));
            let h3 = matmul(h2, h2, transpose_b = true);
            let h4 = l0(h2);
            (l2(h3), concat(h0, h1, axis = 0), h3, h4)
        }
    }
    R091 {
        input: [1, 4, 4];
        l0: Conv2d(4 -> 4, kernel = 1, padding = same, dilation = 2, groups = depthwise, bias = false);
        l1: Silu();
        l2: LayerNorm(axes = 2, eps = 0.1);
        fn forward(x0) {
            let h0 = expand(x0, [4, 4, 4]);
            let x0 = softmax((l1(l0(h0))), axis = 1);
            let h2 = l1(x0);
            let h3 = permute(h0, [0, 2, 1]);
            let h4 = permute(h3, [2, 1, 0]) * h2;
            let h5 = concat(h4, h4, axis = 0);
            let _h6 = h5 * 2;
            let h7 = l2(x0) - zeros([4, 4, 4]);
            h7
        }
    }
    R092 {
        input x0: [4, 5];
        input x1: [2, 1];
        l0: Silu();
        l1: GroupNorm(4, affine = true);
        l2: PRelu(4);
        l3: Linear(1 -> 1, bias = false);
        fn forward(x0, x1) {
            let (h0_0, h0_1, h0_2, h0_3, h0_4) = split(x0, axis = 1);
            let x0 = l0(h0_2);
            let h2 = l1(h0_4);
            let h3 = concat(x1, h2, axis = 0);
            let h4 = h0_0 * 0.5;
            let h5 = l2(h4);
            let h6 = l3(h5);
            let _h7 = l1(l0(x0)) + x0;
            let x0 = matmul(h6, l0(x0), transpose_a = true);
            (h0_1, h0_3, h3, x0)
        }
    }
    R093 {
        input x0: [3, 2, 3];
        input x1: [3, 5, 5];
        input x2: [4, 5] in 0..6;
        l0: PixelShuffle(1);
        l1: LayerNorm(axes = 2, eps = 1e-2);
        l2: Softmax(axis = 0);
        l3: Linear(18 -> 2, bias = true);
        fn forward(x0, x1, _x2) {
            let x0 = flatten(x0);
            let h1 = softplus((l0(x1)));
            let h2 = tanh(x0);
            let h3 = slice(h1, 2..3, axis = 1);
            let (h4_0, h4_1, h4_2, h4_3, h4_4) = split(h3, axis = 2);
            let h5 = l2(l1(h4_4));
            let h3 = l0(h1);
            let h4_4 = global_avg_pool2d(h5);
            let h1 = l3(h2);
            let h9 = flatten(h1);
            let h10 = flatten(h4_4);
            let h11 = concat(h10, h9);
            (h4_0, h4_1, h4_2, h4_3, h3, h11)
        }
    }
    R094 {
        input x0: [4, 2, 4];
        input x1: [1];
        l0: Glu(axis = 2);
        l1: MaxPool2d(2, stride = (2, 3), padding = (1, 0));
        l2: Flatten;
        l3: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(l0(x0));
            let h2 = mean(l2(slice(h1, 0.., axis = 2)), axis = 0, keep = true);
            let _h3 = concat(h2, h2, axis = 0);
            let h4 = l3(h0) + -0.7;
            let h1 = l3(h0);
            let h6 = h2 * x1;
            (h1, sum(h4, axes = 2), h6)
        }
    }
    R095 {
        input x0: [2, 3];
        input x1: [4, 3];
        l0: LayerNorm(axes = 2, eps = 1e-2);
        l1: Tanh();
        l2: PRelu;
        l3: LayerNorm(axes = 2, eps = 0.1);
        l4: LeakyRelu(0);
        fn forward(x0, x1) {
            let h0 = sum(x0);
            let h1 = concat(slice(h0, ..1), h0, h0, axis = 0);
            let h2 = l0(matmul(x0, x1, transpose_b = true));
            let h3 = slice(h2, ..2, axis = 1);
            let h3 = 1e-1 * h3;
            let h5 = l3((l1(x1)));
            let h6 = l4(h5);
            (h3, l2(l1(h1)), h6)
        }
    }
    R096 {
        input: [1, 3];
        l0: LogSoftmax(axis = 1);
        l1: Parameter([1, 3], init = normal(0.5));
        l2: Dropout(0.0);
        l3: Tanh;
        l4: GroupNorm(3, eps = 1e-2);
        l5: Relu();
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = x0 + zeros([1, 3]);
            let h2 = h1 + l1;
            let h3 = permute(x0, [0, 1]);
            let h4 = slice(h2, 0..1, axis = 1);
            let h5 = l4(l3(transpose(x0 + l2(h2))));
            (h3, h5, mean(h4), l5(h1), h3)
        }
    }
    R097 {
        input x0: [4, 3, 2];
        input x1: [4, 1];
        l0: Conv2d(4 -> 4, kernel = 2, groups = depthwise, bias = false);
        l1: MaxPool2d(1, stride = 3);
        l2: Elu(alpha = 1.5);
        l3: Dropout(p = 0.25);
        l4: Conv2d(4, kernel = 3, padding = (2, 1));
        fn forward(x0, x1) {
            let h0 = 3.0 + x1;
            let h1 = permute(l0(x0), [0, 1, 2]);
            let x0 = l1(h1);
            let h1 = l2(x0);
            let h4 = gelu(h1, approximate = none);
            let (_h5_0, _h5_1) = split(h4);
            let _h6 = x1 + h0;
            let h7 = l3(h1);
            let h8 = l4(h7);
            log_softmax(h8, axis = 2)
        }
    }
    R098 {
        input: [1, 5, 4];
        l0: Softplus;
        l1: ConvTranspose2d(_ -> 4, kernel = (3, 2), padding = (1, 0), bias = false);
        l2: Softplus();
        fn forward(x0) {
            let h0 = transpose(l0(x0));
            let h1 = permute(elu(h0), [0, 2, 1]);
            let h0 = l0(h1);
            let h3 = l1(h0);
            let h4 = transpose(h3);
            let h0 = l2(h4);
            let h1 = l2(h0);
            let h7 = h1 - h0;
            h7
        }
    }
    R099 {
        input: [1] in 0..2;
        l0: Embedding(4 -> 3);
        l1: Conv1d(1 -> 3, kernel = 2, stride = 1, padding = 0, groups = 1, bias = false);
        l2: Conv1d(1 -> 4, kernel = 2, padding = same, bias = true);
        l3: Tanh();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = flatten((l1(h0)));
            let h3 = h2 * h2;
            let h4 = l1(h0);
            let h5 = l2(h0);
            let h6 = l0(x0);
            let h7 = l3(h6);
            let _h2 = l3(h4);
            let h9 = concat(h0, h5, h5, h7);
            (h1, h3, silu(h9))
        }
    }
}

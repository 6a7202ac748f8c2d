//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R150 {
        input x0: [1];
        input x1: [1];
        l0: PRelu(1);
        fn forward(x0, x1) {
            let h0 = x0 + x1;
            let h1 = gelu(h0, approximate = none);
            let x1 = 1e-1 + h1;
            let h3 = l0(log_softmax(l0(slice(x1, 0..1, axis = 0)), axis = 0));
            let x1 = h0 - h3;
            let h5 = l0(x1);
            h5 + h5
        }
    }
    R151 {
        input x0: [4];
        input x1: [2];
        input x2: [3, 5, 5];
        l0: Linear(_ -> 2, bias = false);
        l1: GlobalAvgPool2d;
        l2: Upsample2d(scale = (2, 1));
        l3: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        fn forward(x0, x1, x2) {
            let h0 = x2 + zeros([3, 5, 5]);
            let x2 = l0(x0);
            let _h2 = mean(x1, keep = true);
            let _h3 = l0(x0);
            let h4 = l1(h0);
            let (h5_0, h5_1, h5_2, h5_3, _h5_4) = split(h0, axis = 1);
            let x1 = l0(x0);
            let h7 = l2(h5_0);
            let h8 = -1 + x2;
            let h9 = l3(h5_1);
            let h10 = flatten(h9);
            let h11 = flatten(h8);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(reshape(h7, [6, 5]));
            let h15 = concat(h14, h13);
            (h4, h5_2, h5_3, x1, h5_0, h15)
        }
    }
    R152 {
        input x0: [4, 1];
        input x1: [3, 3];
        input x2: [1, 4, 6];
        input x3: [3, 3];
        l0: Silu();
        l1: Glu(axis = 2);
        l2: Relu();
        l3: Linear(5);
        fn forward(x0, x1, x2, x3) {
            let h0 = l0(expand(x1, [3, 3]));
            let h1 = gelu(l2(l1(x2)), approximate = none);
            let h2 = x0 * x0;
            let h3 = permute(h2, [0, 1]);
            let h4 = reshape(h3, [1, 1, 1, 4]);
            let _h5 = max_pool2d(h1, kernel = (2, 3), stride = 1, padding = same, dilation = 2);
            let h6 = dropout(h0, 0.0);
            let h7 = reshape(h4, [1, 1, 4]);
            (x3 + h0, h7, l3(h6))
        }
    }
    R153 {
        input x0: [4, 3];
        input x1: [1, 5] in 0..4;
        l0: GroupNorm(3, eps = 0.1, affine = true);
        l1: Linear(_ -> 4, bias = false);
        l2: RmsNorm(eps = 0.1);
        l3: Relu;
        l4: Linear(_ -> 3, bias = true);
        fn forward(x0, _x1) {
            let h0 = transpose(x0);
            let h1 = mean(l0((l0(h0))), keep = true);
            let h2 = expand(l1(h1), [1, 4]);
            let h3 = l3(l2(h2));
            let h4 = expand(matmul(h3, h0, transpose_b = true), [4, 3]);
            let h5 = l4(l3(h4));
            h5
        }
    }
    R154 {
        input: [1, 3, 1];
        l0: GroupNorm(1, eps = 1e-2, affine = false);
        l1: Gelu(approximate = none);
        l2: Silu;
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = reshape(silu(h1 - x0), [1, 3]);
            let h3 = avg_pool2d(x0, 2, stride = (2, 3), padding = same);
            let h4 = upsample2d(h3, scale = 2);
            let h5 = l2(h4);
            let h6 = h5 * h5;
            (h2, h6)
        }
    }
    R155 {
        input x0: [1, 1];
        input x1: [2, 6, 5];
        input x2: [2, 1];
        l0: Conv2d(2, kernel = (1, 2), stride = 2, padding = (2, 0, 1, 1), dilation = 2, groups = depthwise);
        l1: Conv1d(_ -> 2, kernel = 3, stride = 2, padding = 2, dilation = 2);
        l2: RmsNorm(eps = 0.1);
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = l2(h0);
            let h2 = h1 + zeros([2, 4, 3]);
            let _h3 = l2(h2 + 2);
            let h4 = avg_pool1d(x2 * l1(transpose(x0)), 2, stride = 2, padding = (1, 0), count_include_pad = true);
            (transpose(l0(x1)), h4, l2(h1))
        }
    }
    R156 {
        input: [4, 2, 5];
        l0: Upsample2d(scale = 1);
        l1: Parameter([2, 2, 5], init = 0.7);
        l2: AvgPool2d((1, 2), stride = 3, padding = valid, count_include_pad = true);
        l3: PRelu(2);
        fn forward(x0) {
            let (h0_0, h0_1) = split(x0, axis = 0);
            let x0 = l0(h0_1);
            let h2 = l0(x0);
            let h3 = l2((l0(h2) * l1));
            let _h4 = softplus(h0_0);
            let (h5_0, h5_1) = split(l3(h3), axis = 0);
            (slice(h3, ..1, axis = 1), h0_1, h5_0, h5_1)
        }
    }
    R157 {
        input x0: [3, 3];
        input x1: [2, 1];
        input x2: [2, 4];
        input x3: [3, 4];
        #[frozen] l0: Linear(4, bias = false);
        l1: Relu();
        #[frozen] l2: RmsNorm(eps = 0.1);
        l3: HardSwish;
        fn forward(x0, x1, x2, x3) {
            let h0 = concat(x1, x1, gelu(x2, approximate = tanh), axis = 1);
            let h1 = l0(x0);
            let h2 = x3 - h1;
            let h3 = l1(h2);
            let h4 = l0(x0);
            let h5 = sigmoid(h4);
            let h6 = l2(h0);
            let _h7 = silu(h0);
            let h8 = avg_pool1d((l3(h6)), 1, stride = 3, count_include_pad = false);
            (h3, h5, h8, reshape(h0, [3, 4, 1]))
        }
    }
    R158 {
        input: [4, 3, 1];
        l0: RmsNorm;
        l1: Glu(axis = 0);
        l2: PRelu(1);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(x0);
            let h2 = l1(h0);
            let h3 = transpose(x0);
            let _h4 = matmul(h3, h3, transpose_b = true);
            let h5 = silu(mean(l2(x0), axes = (0, 1, 2)));
            (h5, x0 + zeros([2, 3, 1]), l0(h0), 3.0 + h2)
        }
    }
    R159 {
        input: [4, 1, 3];
        l0: BatchNorm2d(eps = 1e-2);
        l1: Gelu;
        l2: LayerNorm(axes = 2, eps = 0.1);
        l3: Silu();
        l4: Conv2d(4, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = depthwise, bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = transpose(h0);
            let h2 = permute(h1, [0, 1, 2]);
            let h3 = h0 * x0;
            let h4 = l3(h3);
            let h5 = h4 - zeros([4, 1, 3]);
            let h6 = h2 + zeros([4, 3, 1]);
            let h7 = l4(h6);
            (l2((l1(h0))), h5, h7)
        }
    }
    R160 {
        input x0: [2, 2, 4];
        input x1: [4, 4] in 0..1;
        l0: Dropout(0.0);
        l1: Softplus;
        l2: Glu(axis = 2);
        fn forward(x0, _x1) {
            let h0 = permute(x0, [2, 0, 1]);
            let h1 = l0(h0);
            let h2 = dropout(h1 * h0, p = 0.25);
            let h1 = h2 + -0.7;
            let _h4 = expand(h2, [4, 2, 2]);
            let h5 = l2(h2);
            (h0, h1, l1(l0(h2)), h5, l1(h2))
        }
    }
    R161 {
        input: [4, 5, 2];
        l0: Softplus();
        l1: GlobalAvgPool2d;
        l2: Elu;
        l3: Linear(4 -> 5, bias = true);
        l4: ConvTranspose2d(4 -> 1, kernel = (1, 3), padding = (0, 1), bias = true);
        l5: Conv2d(_ -> 4, kernel = 2, stride = 1, padding = 1, dilation = 2, groups = 1, bias = true);
        fn forward(x0) {
            let h0 = slice(x0, ..1, axis = 2);
            let h1 = l1(h0);
            let h2 = expand(l2(flatten(h1)), [4]);
            let _h3 = l3(h2);
            let _h4 = l4(l0(x0));
            let h5 = l5(l1(h0));
            h5
        }
    }
    R162 {
        input: [1, 4, 3];
        l0: MaxPool2d(1, stride = (1, 2), dilation = 2);
        l1: ConvTranspose2d(1 -> 1, kernel = 3, output_padding = 0, bias = true);
        l2: InstanceNorm2d(eps = 0.1, affine = true);
        l3: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + h0;
            let x0 = l0(x0);
            let h3 = h1 + x0;
            let h4 = l2(3.0 + l1(h3));
            let h5 = dropout(h4);
            (h1, slice(h5, 0..3, axis = 2), x0 - (l3(h1)))
        }
    }
    R163 {
        input x0: [5];
        input x1: [3];
        l0: Softplus();
        l1: Linear(1 -> 5);
        l2: Linear(14 -> 5);
        l3: Sigmoid;
        fn forward(x0, x1) {
            let x0 = concat(x1, x0, x1, x1);
            let x1 = l0(x0);
            let x1 = l0(x1);
            let x1 = silu(x1);
            let (h4_0, _h4_1, _h4_2, h4_3, h4_4, h4_5, _h4_6, h4_7, _h4_8, h4_9, h4_10, h4_11, _h4_12, h4_13) = split(x1, axis = 0);
            let h5 = l0(x0);
            let h6 = l1(h4_0);
            let h7 = l2(x0);
            let h8 = 3.0 - h4_13;
            let h9 = h8 - h8;
            let h10 = l3(h7);
            let h11 = flatten(h10);
            let h12 = flatten(h9);
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(l2(h5));
            let h16 = concat(h15, h14);
            let h17 = flatten(h16);
            let h18 = flatten(h6);
            let h19 = concat(h18, h17);
            let h20 = flatten(h19);
            let h21 = flatten(h4_11);
            let h22 = concat(h21, h20);
            let h23 = flatten(h22);
            let h24 = flatten(h4_10);
            let h25 = concat(h24, h23);
            (h4_3, h4_4, h4_5, h4_7, h4_9, h25)
        }
    }
    R164 {
        input: [1, 4, 1];
        l0: LeakyRelu(slope = -0.3);
        l1: Tanh();
        l2: Upsample2d(1);
        l3: ConvTranspose2d(_ -> 2, kernel = (1, 2), stride = 2, padding = (0, 1), output_padding = (0, 1));
        fn forward(x0) {
            let h0 = tanh(x0);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = h2 + zeros([1, 4, 1]);
            let h4 = log_softmax(x0, axis = 2);
            let _h5 = (l1(h4)) * h0;
            let _h6 = l3((l2(h3)));
            h4 + h0
        }
    }
    R165 {
        input: [3, 6, 5];
        l0: BatchNorm2d(momentum = 0.3);
        l1: InstanceNorm2d(eps = 0.1, affine = true);
        fn forward(x0) {
            let h0 = slice(x0, 0..1, axis = 2);
            let h1 = l0(h0);
            let h2 = leaky_relu(h1, 0.2);
            let x0 = l0(h2);
            let h4 = matmul(x0, x0, transpose_a = true);
            let h5 = reshape(h4, [1, 3]);
            let h6 = mean(l1(softmax(h2, axis = 1)), axes = (0, 1, 2), keep = false);
            (matmul(x0, x0, transpose_a = true), h5, h6)
        }
    }
    R166 {
        input x0: [2, 6, 5];
        input x1: [3, 5, 5];
        l0: Dropout;
        l1: Upsample2d(scale = 1);
        l2: Conv2d(2, kernel = 2, stride = 2, padding = (2, 1), groups = depthwise, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = expand(h0, [2, 6, 5]);
            let h2 = l0((elu(x1)));
            let h3 = tanh(h2);
            let h4 = l0(max(h2, axis = 0, keep = true));
            let x0 = l0(h4);
            let h6 = l1(h1);
            (flatten(h6), h3 * 1e-1, l2(x0))
        }
    }
    R167 {
        input: [4, 1] in 0..4;
        l0: Embedding(4);
        l1: Gelu(approximate = tanh);
        l2: Conv2d(_ -> 3, kernel = 2, stride = 1, padding = (2, 0), dilation = (1, 2));
        l3: InstanceNorm2d(eps = 0.1, affine = false);
        l4: Dropout;
        l5: Elu(0.7);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = h0 + h1;
            let h3 = l2(h2);
            let h4 = h0 / 0.5;
            let h5 = l4(h2 - h4);
            let h6 = slice(l3(h3), 0..1);
            let h7 = softplus(h5);
            let h8 = l5(h7);
            (reshape(h0, [16]), h6, h8, h4)
        }
    }
    R168 {
        input: [4, 4, 1];
        l0: Conv2d(_ -> 4, kernel = (1, 2), stride = 2, padding = (0, 0, 2, 0), dilation = 2);
        l1: LogSoftmax(axis = 1);
        l2: AvgPool2d(kernel = (2, 1), stride = 1);
        l3: Parameter([4, 1, 1], init = 0.7);
        l4: Glu;
        l5: RmsNorm;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = expand(slice(x0, 1..3, axis = 1), [4, 2, 3]);
            let h3 = l2(h1);
            let h4 = l4(h1);
            let h5 = concat(h4, h4, l5(h4), axis = 2);
            (expand(h2, [4, 2, 3]), h3 * l3, h5)
        }
    }
    R169 {
        input x0: [2, 4];
        input x1: [1, 2, 2];
        input x2: [1, 5, 4];
        l0: Linear(_ -> 2);
        l1: Glu(axis = 2);
        l2: Softmax;
        l3: Pad2d(padding = 0, mode = reflect);
        l4: LayerNorm(axes = 3, eps = 0.1);
        train: biases;
        fn forward(x0, x1, x2) {
            let (h0_0, h0_1, h0_2, h0_3, h0_4) = split(x2 + x2, axis = 1);
            let h1 = l0(x0);
            let h2 = l1(h0_1);
            let h3 = h0_4 * h0_0;
            let h4 = l3(h0_0);
            let h5 = l1(h0_2);
            let h6 = l4(l2(x1));
            let h7 = flatten(h6);
            let h8 = flatten(max(h0_1, axis = 2, keep = true));
            let h9 = concat(h8, h7);
            let h10 = flatten(h9);
            let h11 = flatten(h5);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(h4);
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(l0(x0));
            let h18 = concat(h17, h16);
            (max_pool2d(x1, 1, stride = 3, dilation = 2), h0_3, h1, h2, h3, h18)
        }
    }
    R170 {
        input x0: [4, 4, 5];
        input x1: [2, 3, 1];
        input x2: [4, 3];
        l0: Tanh();
        l1: Upsample2d(1);
        l2: Conv1d(4 -> 4, kernel = 2, stride = 2, padding = (1, 2), groups = depthwise, bias = true);
        l3: Linear(_ -> 1, bias = false);
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l2(x2);
            let h3 = h2 - zeros([4, 3]);
            let h4 = l3(h3);
            let h5 = max_pool1d(h4, 1, padding = valid);
            let (h6_0, _h6_1, h6_2, _h6_3, h6_4) = split(h1, axis = 2);
            let _h7 = l1(x0);
            (dropout(max_pool2d(x1 + x1, kernel = 2, stride = (1, 2), padding = 1)), h6_0, h6_2, h6_4, max_pool1d(h5, 3, stride = 2, padding = same, dilation = 2))
        }
    }
    R171 {
        input x0: [7];
        input x1: [1, 1, 6];
        input x2: [1, 6, 1];
        l0: Pad2d((1, 0, 0, 1));
        l1: InstanceNorm2d(eps = 0.1, affine = false);
        l2: InstanceNorm2d(eps = 0.1);
        l3: Linear(2, bias = true);
        l4: Conv2d(6 -> 3, kernel = 1, stride = (2, 1), bias = true);
        fn forward(x0, x1, x2) {
            let h0 = reshape(x2, [6, 1, 1]);
            let h1 = l0(h0);
            let h2 = tanh(h1);
            let h3 = l0(h0);
            let h4 = l1(x1);
            let h5 = gelu(h2);
            let _h6 = l3(x0);
            let h7 = l4(h1);
            let h8 = l4(h5);
            (mean(h0, axes = (0, 2), keep = false), h3, l2(h4), h7, h8)
        }
    }
    R172 {
        input: [1, 6, 1];
        l0: GroupNorm(1, eps = 0.1, affine = false);
        l1: Pad2d(padding = (1, 1, 2, 0), mode = zero);
        fn forward(x0) {
            let h0 = (0.5 + x0) / 1e-1;
            let h1 = expand(leaky_relu(h0 - zeros([1, 6, 1]), slope = -0.3), [1, 6, 2]);
            let h2 = l0(softplus(h1));
            let h3 = l1(h2);
            let h4 = matmul(h3, h3, transpose_b = true);
            let h5 = sigmoid(h4);
            (l0(h1), 2 * h5)
        }
    }
    R173 {
        input: [5] in 0..1;
        l0: Embedding(3 -> 1);
        l1: Linear(_ -> 3, bias = true);
        l2: Conv1d(1, kernel = 3, stride = 1, padding = 2);
        l3: PRelu(1);
        l4: Softplus();
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = hard_swish(x0);
            let x0 = l1(x0);
            let x0 = mean(x0);
            let (h4_0, h4_1, h4_2, h4_3, h4_4) = split(h1, axis = 0);
            let h5 = l2(h4_4);
            let h6 = h4_2 * h4_0;
            let h7 = l3(h4_1);
            let h8 = l4(h7);
            (x0, h4_3, h5, h6, h8, x0)
        }
    }
    R174 {
        input: [4, 1, 1];
        l0: Parameter([4, 2, 1], init = uniform(1.5));
        l1: PixelShuffle(2);
        l2: Softplus;
        l3: Sigmoid;
        fn forward(x0) {
            let h0 = expand(x0, [4, 2, 1]);
            let h1 = h0 + l0;
            let h2 = l1(h0);
            let h3 = slice(h2, 0.., axis = 0);
            let h4 = l2(h3);
            let h5 = softplus(h1 + h1);
            let h6 = l2(h2);
            let x0 = l3(h6);
            let h8 = h4 - x0;
            (h5, matmul(h8, h8, transpose_a = false, transpose_b = true))
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R050 {
        input: [2, 6, 4];
        l0: Relu();
        l1: Glu(axis = 2);
        l2: GroupNorm(1, eps = 1e-2, affine = true);
        l3: Linear(24 -> 5);
        l4: Sigmoid();
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = expand(h2, [2, 6, 2]);
            let h4 = l2(h3);
            let h5 = reshape(h4, [24]);
            let h6 = l3(l0(h5));
            let h7 = mean(h6, keep = false);
            let h8 = softmax(h7);
            let h9 = l4((h8 * 2));
            h9
        }
    }
    R051 {
        input: [2, 2];
        l0: Linear(_ -> 2, bias = false);
        l1: Conv1d(4, kernel = 1, stride = 2, padding = (2, 1), dilation = 2, groups = depthwise, bias = false);
        l2: LogSoftmax;
        l3: AvgPool1d(kernel = 3, stride = 1, padding = same, count_include_pad = false);
        l4: BatchNorm1d(12, eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = l1((l0(x0)));
            let h1 = l2(h0 - h0);
            let h2 = mean(h1, axes = (0, 1), keep = true);
            let x0 = max(h2, axes = 1, keep = true);
            let x0 = l3(x0);
            let h5 = h2 + x0;
            let h6 = max_pool1d(h5, 1, stride = 2);
            let h7 = flatten(h1);
            let h8 = tanh(h7);
            (h6, l4(h8))
        }
    }
    R052 {
        input x0: [1, 3];
        input x1: [6];
        l0: Conv1d(1 -> 2, kernel = 3, padding = (2, 1), groups = depthwise);
        l1: Conv1d(_ -> 2, kernel = 2, padding = same, groups = depthwise, bias = true);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = (1e-1 + gelu(h0, approximate = none)) * 2;
            let _h2 = transpose(softplus(h0));
            let (h3_0, h3_1) = split(h0, axis = 1);
            let h4 = l1(h3_1);
            let h5 = expand(h4, [2, 2]);
            let h6 = l0(x0);
            let h7 = flatten(h0);
            let h8 = flatten(h6);
            let h9 = concat(h8, h7);
            (h1, mean(x1, axes = 0, keep = true), h3_0, tanh(h3_1), h5, h9)
        }
    }
    R053 {
        input x0: [3, 3] in 0..2;
        input x1: [3, 6, 1];
        l0: Embedding(_ -> 1);
        l1: HardSwish();
        l2: RmsNorm(axes = 1, eps = 1e-2);
        l3: Linear(1);
        l4: Tanh();
        l5: GroupNorm(1, eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = flatten(l1(h0));
            let h2 = l2(h1);
            let h3 = upsample2d(h0, (2, 1));
            let h4 = l4(x1 * h3);
            let h5 = l5(l3(h2));
            let h6 = l4(expand(h4, [3, 6, 4]));
            (h5 + h5, h6)
        }
    }
    R054 {
        input x0: [2, 5, 1];
        input x1: [4, 4] in 0..1;
        l0: Gelu(approximate = none);
        l1: Conv2d(4, kernel = (3, 1), stride = 2, dilation = (2, 1), bias = false);
        l2: Flatten;
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h0 = x0 * h0;
            let h2 = relu(h0);
            let h3 = l1(h2);
            let h4 = l2(h3 - h3);
            let x0 = l2(h3);
            let h6 = -1 - x0;
            let h7 = dropout(h6);
            let h8 = hard_swish(transpose(h2));
            (h4, h7, mean(x0, axis = 0), h0, h8)
        }
    }
    R055 {
        input x0: [6];
        input x1: [7];
        input x2: [2, 3, 4];
        l0: Sigmoid();
        l1: Tanh;
        l2: Linear(4);
        l3: Tanh;
        l4: Linear(_ -> 2);
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = l1(h0);
            let h2 = l2(h1);
            let h3 = l3(reshape(x0, [2, 1, 3]));
            let h4 = h2 * h2;
            let h5 = tanh(h4);
            (h5, expand(h0, [7]), -matmul(x2, h3, transpose_a = true, transpose_b = true), l4(h0), expand(x1, [7]))
        }
    }
    R056 {
        input: [2, 5] in 0..2;
        l0: Embedding(2 -> 1);
        l1: ConvTranspose2d(2 -> 3, kernel = 3, stride = (1, 2), padding = 1, output_padding = (0, 1));
        l2: PixelShuffle(1);
        l3: InstanceNorm2d(eps = 1e-2, affine = true);
        l4: AvgPool2d(kernel = 2, stride = (2, 1), padding = valid, count_include_pad = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + h0;
            let h2 = pad2d(h1, (0, 0, 0, 1));
            let x0 = sigmoid(h2);
            let h4 = x0 + x0;
            let h5 = l1(h4);
            let h6 = l2(h5);
            let h7 = l3(h6);
            let h8 = h5 + h6;
            (l4(h7), h8)
        }
    }
    R057 {
        input x0: [3, 3, 3];
        input x1: [3, 3, 3];
        input x2: [3, 2, 1];
        l0: BatchNorm2d(3);
        l1: MaxPool2d(3, stride = (2, 3), padding = valid);
        l2: PRelu;
        l3: RmsNorm(eps = 0.1);
        l4: Elu(0.7);
        l5: LayerNorm(eps = 0.1);
        train: l2, l4, l5;
        fn forward(x0, x1, x2) {
            let x0 = l0(x1 + x0);
            let h1 = max(x0, axes = (0, 1, 2));
            let h2 = expand(x1, [3, 3, 3]);
            let h3 = l1(h2);
            let h4 = l5(l4(concat(h3, x2, h3, axis = 1)));
            (l2(h1), x1, l3((l0(x0))), h4)
        }
    }
    R058 {
        input x0: [3, 2, 1];
        input x1: [3, 2, 1];
        l0: InstanceNorm2d(eps = 0.1, affine = true);
        l1: Relu();
        l2: Tanh;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = max_pool2d(x1 * h0, 1, padding = 0, dilation = 2);
            let h2 = transpose(h0);
            let h3 = slice(transpose(h1), 0..1, axis = 1);
            let _h4 = concat(x1, x0 * h0, l1(h0), h1, axis = 2);
            let h5 = l2(h2);
            (h3, l0(l0(x1)), h5)
        }
    }
    R059 {
        input: [3, 3] in 0..6;
        l0: Embedding(6 -> 3);
        l1: Dropout(0.0);
        l2: Upsample2d((1, 2));
        l3: Tanh;
        l4: Softplus();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = hard_swish(h1);
            let h1 = l0(x0);
            let h4 = l2(-0.7 + h2);
            let h5 = reshape(h4, [1, 1, 6, 9]);
            let h6 = h2 * transpose(h1);
            let _h7 = l3(h4);
            let h8 = l2(h6);
            let h9 = l4(h8);
            let h10 = reshape(h5, [1, 6, 9]);
            (h10, h9)
        }
    }
    R060 {
        input: [2, 3, 6];
        l0: Upsample2d(1);
        l1: Silu;
        l2: Linear(6 -> 3, bias = false);
        l3: Flatten;
        l4: Glu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + x0;
            let h2 = max(l1(h1), axis = 1);
            let h3 = l2(h2);
            let (h4_0, h4_1, h4_2) = split(max(h1, axes = (0, 1)), axis = 0);
            (l3(h0 / 3.0), h4_1, h4_2, elu(h3), l4(h4_0))
        }
    }
    R061 {
        input: [2, 4, 6];
        l0: Conv2d(_ -> 4, kernel = (2, 1), stride = 1, padding = (1, 1, 0, 2), groups = depthwise);
        l1: Linear(1 -> 1);
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = pixel_shuffle(matmul(h0, h0, transpose_b = true), 1);
            let h2 = upsample2d(matmul(h1, h1), 1);
            let h3 = global_avg_pool2d(h2);
            let h4 = l0(h3);
            let h0 = reshape(h3, [2]);
            let h6 = l1(slice(h0, 0..1));
            (h4, h6)
        }
    }
    R062 {
        input: [4, 1, 5];
        l0: LogSoftmax;
        l1: Silu();
        l2: PixelShuffle(2);
        l3: Gelu(approximate = none);
        l4: AvgPool2d(2, padding = valid, count_include_pad = false);
        fn forward(x0) {
            let h0 = softmax(x0 + x0, axis = 1);
            let h1 = l0(expand(h0, [4, 3, 5]));
            let (h2_0, _h2_1, h2_2) = split(h1, axis = 1);
            let _h3 = l3(l2(matmul(h2_2, h2_2, transpose_b = true)));
            let h4 = l4(pixel_shuffle(h1, 1));
            let h5 = h4 * h4;
            (l1(h2_0), h5)
        }
    }
    R063 {
        input: [1, 5] in 0..1;
        l0: Embedding(2 -> 2);
        l1: PRelu;
        l2: MaxPool2d(kernel = 2, padding = valid, dilation = (2, 1));
        l3: Dropout;
        l4: Embedding(_ -> 3);
        train: l0;
        fn forward(x0) {
            let h0 = l0(x0);
            let (h1_0, h1_1) = split(h0, axis = 2);
            let h0 = l1(h0);
            let h3 = l2(h0);
            let h4 = l3(h3);
            let h5 = l3(h1_1);
            let h6 = l4(x0);
            let h7 = log_softmax(h6, axis = 0);
            let h8 = h7 + h7;
            let h9 = softplus(h4);
            let _h10 = l2(h0);
            let h11 = softmax(h9, axis = 0);
            (h1_0, h5, h8, h11)
        }
    }
    R064 {
        input: [1, 1, 4];
        l0: PixelShuffle(1);
        l1: Conv2d(2, kernel = 1, stride = 2, padding = valid, dilation = 2);
        l2: Elu(0.7);
        fn forward(x0) {
            let h0 = l0(x0);
            let h0 = l1(l0(h0));
            let h2 = pixel_shuffle(h0, 1);
            let h3 = h2 - h0;
            let h4 = h2 - h0;
            let h5 = l2(h4);
            let h4 = h5 - h2;
            let h7 = sum(h4, axis = 0);
            let h8 = h7 + h7;
            let h9 = leaky_relu(h0, slope = -0.3);
            (h3, h8, h9, h3)
        }
    }
    R065 {
        input: [1, 4];
        l0: Gelu;
        l1: LayerNorm(eps = 0.1);
        l2: Conv1d(_ -> 3, kernel = 3, stride = 2, padding = valid);
        l3: Linear(1);
        train: l1, l2;
        fn forward(x0) {
            let x0 = l1((l0(x0)));
            let h1 = l2(x0);
            let h2 = l3(h1);
            let h3 = h1 * h2;
            let h4 = log_softmax(sigmoid(h3), axis = 0);
            let h5 = slice(h1, .., axis = 1);
            (leaky_relu(h4, 0.2), slice(h5, .., axis = 1))
        }
    }
    R066 {
        input x0: [3, 3];
        input x1: [6] in 0..2;
        l0: RmsNorm(eps = 1e-2);
        train: l0;
        fn forward(x0, _x1) {
            let (h0_0, h0_1, h0_2) = split(x0, axis = 1);
            let h1 = l0(h0_1);
            let h2 = h1 - h1;
            let h3 = avg_pool1d(hard_swish(h0_2), 1, stride = 2, padding = 0, count_include_pad = false) - -0.7;
            let h4 = elu(avg_pool1d(expand(x0, [3, 3]), kernel = 2, stride = 1, count_include_pad = true));
            let _h5 = leaky_relu(h4);
            (h3, l0(h2), permute(h0_0, [1, 0]))
        }
    }
    R067 {
        input: [4, 4, 2];
        l0: Elu;
        l1: BatchNorm2d(4, eps = 0.1);
        l2: Sigmoid;
        l3: LayerNorm;
        fn forward(x0) {
            let h0 = l0(permute(x0, [0, 2, 1]));
            let h1 = elu(h0);
            let _h2 = slice(l1(h0 * h1), 0..1, axis = 1);
            let h3 = l0(h1);
            let h4 = l2(h0);
            let h1 = l3(concat(x0, x0, axis = 0));
            let h6 = max(h1, axes = (0, 2));
            (h3, h4, h6, sigmoid(h1))
        }
    }
    R068 {
        input x0: [2, 3, 2];
        input x1: [2, 3, 2];
        l0: ConvTranspose2d(_ -> 4, kernel = (1, 2), padding = (0, 1));
        l1: Softplus;
        l2: PRelu(2);
        fn forward(x0, x1) {
            let h0 = x0 - x1;
            let h1 = h0 - 1e-1;
            let h2 = l0(h1);
            let h3 = concat((l1(h2)) * h2, h2, h2, axis = 1);
            let h4 = max(h3, axes = (1, 2), keep = true);
            let h5 = softmax(h1);
            (l2(h5), hard_swish(h0), glu(softplus(h4)))
        }
    }
    R069 {
        input: [1, 4] in 0..4;
        l0: Embedding(_ -> 4);
        l1: HardSwish();
        l2: RmsNorm(axes = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 - h0;
            let h2 = l1(leaky_relu(h1, 0.2));
            let h1 = expand((l0(x0)), [1, 4, 4]);
            let h4 = l1(h1);
            let h5 = expand(h4, [2, 4, 4]);
            let h6 = l2(matmul(h5, h5, transpose_a = false, transpose_b = true));
            let h7 = max(h6, axis = 2, keep = true);
            (h1, h2, h7, l2(h6))
        }
    }
    R070 {
        input x0: [3, 1, 6];
        input x1: [4, 3] in 0..5;
        l0: GroupNorm(3, affine = false);
        l1: LogSoftmax(axis = 2);
        fn forward(x0, _x1) {
            let h0 = elu(slice(x0, 0..1, axis = 1), alpha = 1.5);
            let h1 = l0((dropout(h0, p = 0.25)));
            let h2 = pixel_shuffle(h1, 1);
            let h3 = concat(h2, h0, axis = 2);
            let h4 = sum(x0, axes = (1, 2));
            let h2 = gelu(transpose(h1));
            let h6 = reshape(h4, [3, 1, 1]);
            let h7 = softmax(h6, axis = 1);
            let h8 = l1(h7);
            (h3, h2, h8, h0)
        }
    }
    R071 {
        input: [2, 4, 2];
        l0: LayerNorm(eps = 0.1);
        l1: AvgPool2d((3, 1), stride = (1, 3), count_include_pad = false);
        l2: Conv2d(_ -> 1, kernel = 2, stride = 1, padding = (1, 2), dilation = 2, groups = 1);
        l3: PRelu;
        fn forward(x0) {
            let h0 = upsample2d(l1((l0(x0))), scale = (2, 3));
            let h1 = h0 + h0;
            let h2 = l2(h1);
            let h3 = max(h2, axes = (0, 1));
            let h4 = silu(h3);
            let h5 = pixel_shuffle(x0, 1);
            (expand(h3, [5]), l3(x0), h4, l3(h5), l0(h5))
        }
    }
    R072 {
        input: [4, 3, 2];
        l0: PRelu(4);
        l1: GroupNorm(1, eps = 0.1, affine = false);
        l2: Tanh;
        fn forward(x0) {
            let h0 = mean(x0 + 1.5, axes = (1, 2));
            let h1 = permute(h0, [0]);
            let h2 = leaky_relu(l0(h1), 0.2);
            let h3 = h2 * h1;
            let h4 = l1(h3);
            let h5 = l1(h4);
            let h6 = l2(h5);
            let h7 = h2 + h6;
            let h8 = expand(h4, [4]);
            (h7, permute(h7, [0]), h8)
        }
    }
    R073 {
        input x0: [3, 4, 4];
        input x1: [3, 4, 3];
        input x2: [3, 4, 2];
        input x3: [3, 2, 1];
        l0: PRelu(1);
        l1: Conv2d(3 -> 3, kernel = 2, stride = 2, padding = same, dilation = (2, 1), groups = 3);
        fn forward(x0, x1, x2, x3) {
            let h0 = concat(x0, x2, x1, axis = 2);
            let h1 = global_avg_pool2d(h0);
            let h2 = slice(h1, 1..2, axis = 0);
            let h3 = mean(h2, axes = (0, 2), keep = false);
            let h4 = avg_pool2d(l0(h2), kernel = 1, stride = 2, padding = 0);
            let h5 = l1(h0);
            let _h6 = l0(h4);
            let (_h7_0, h7_1, h7_2) = split(x1);
            (h3, l1(h0), permute(h5, [0, 2, 1]), h7_1, h7_2, matmul(h1, x3, transpose_a = true, transpose_b = true))
        }
    }
    R074 {
        input x0: [6];
        input x1: [3, 6, 6];
        input x2: [2, 2, 4];
        l0: Relu;
        l1: LogSoftmax;
        l2: Dropout;
        l3: Softplus();
        l4: Gelu(approximate = none);
        fn forward(_x0, x1, x2) {
            let h0 = l0(max_pool2d(x1, 1, stride = 3, padding = 0));
            let h1 = silu(h0);
            let h2 = hard_swish(h1);
            let _h3 = (l2(h0)) * h2;
            (permute(l1((l1((leaky_relu(x2))))), [1, 2, 0]), l4(l3(h0)))
        }
    }
}

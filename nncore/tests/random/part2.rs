//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R050 {
        input: [1];
        l0: Flatten;
        l1: LeakyRelu;
        l2: Tanh;
        l3: LeakyRelu(slope = -0.3);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = relu(h0);
            let h2 = x0 * sum(x0, axis = 0, keep = true);
            let h3 = l1(h2);
            let h4 = slice(l2(h3), 0..1);
            let h5 = gelu(x0);
            let h6 = hard_swish(h2);
            let h7 = l2(h5);
            (hard_swish(h4), l3(h2), h6, h7)
        }
    }
    R051 {
        input x0: [7];
        input x1: [5];
        l0: PRelu(1);
        l1: PRelu;
        l2: LayerNorm;
        l3: Linear(4, bias = true);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let x0 = slice(h0, 2.., axis = 0);
            let h2 = -x0;
            let h3 = l2(x0);
            let h4 = h3 * h2;
            let h5 = l1(h4);
            let h6 = x1 - h5;
            let h7 = softplus(h6);
            let h8 = l3(h7);
            (l1(x0), max(h8, axes = 0), mean(x0))
        }
    }
    R052 {
        input x0: [4, 5];
        input x1: [1];
        l0: Relu;
        l1: Glu(axis = 1);
        l2: Softplus();
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = transpose(x0);
            let h2 = l1(h1);
            let h3 = dropout(h2);
            let h4 = permute(h3, [1, 0]);
            let h5 = max(l2(l2(h1)), axes = (0, 1), keep = true);
            let h3 = mean(x0);
            let h7 = x1 + h3;
            let h8 = sigmoid(h7);
            let h9 = h2 + h2;
            (h4, h5, h8, h9)
        }
    }
    R053 {
        input x0: [1, 1, 1];
        input x1: [1, 5];
        input x2: [3, 5, 4];
        l0: Linear(5 -> 5);
        l1: Pad2d(padding = (0, 2, 0, 2), mode = replicate);
        l2: Conv2d(3 -> 3, kernel = 3, stride = 2, padding = 1, dilation = (2, 1), bias = true);
        fn forward(x0, x1, x2) {
            let h0 = transpose(x0);
            let h1 = max_pool2d(x2 / 1e-1, kernel = (3, 1), stride = (3, 1), padding = same, dilation = (1, 2));
            let h2 = l0(x1);
            let h3 = silu(h2);
            let (h4_0, h4_1, _h4_2, h4_3, h4_4) = split(h3, axis = 1);
            let h5 = matmul(h1, h1, transpose_a = true);
            let h6 = l1(x0);
            let h7 = l2(h5);
            let h8 = flatten(h7);
            let h9 = flatten(h6);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(permute(h0, [2, 1, 0]));
            let h13 = concat(h12, h11);
            (pad2d(pad2d(x2, (0, 1)), padding = (0, 1, 0, 1)), h4_0, h4_1, h4_3, h4_4, h13)
        }
    }
    R054 {
        input: [3];
        l0: Sigmoid();
        l1: PRelu(3);
        l2: Relu();
        l3: HardSwish();
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let x0 = h1 * h1;
            let h3 = l2(x0);
            let h4 = l1(h3);
            let h5 = h4 + h3;
            let x0 = sum(h1);
            let h7 = l0(x0);
            let h3 = l2(h7) - 1.5;
            let h9 = l3(h1);
            (h5, h3, hard_swish(h9), h5)
        }
    }
    R055 {
        input: [4];
        l0: Linear(1 -> 4, bias = true);
        l1: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0) {
            let h0 = dropout(x0, 0.0);
            let h1 = log_softmax(h0);
            let h2 = h1 * h1;
            let (h3_0, _h3_1, h3_2, h3_3) = split(h1, axis = 0);
            let _h4 = slice(h3_3, ..1);
            let h5 = slice(h2, ..3, axis = 0);
            let (h6_0, h6_1, h6_2) = split(h5, axis = 0);
            let h7 = l0(h6_2);
            let _h8 = l1(h6_1);
            let _h9 = log_softmax(h3_3, axis = 0);
            let h6_1 = l1(h3_0);
            (h3_2, h6_0, h7, h6_1)
        }
    }
    R056 {
        input: [4, 5];
        l0: Conv1d(_ -> 4, kernel = 1, stride = 1, padding = valid, bias = true);
        l1: Relu;
        fn forward(x0) {
            let h0 = max_pool1d(x0, kernel = 1, stride = 3, dilation = 2);
            let x0 = concat(h0, h0, h0, axis = 0);
            let h2 = l0(x0);
            let h3 = max(h2, axes = 1);
            let h4 = flatten(h3);
            let h5 = mean(h4);
            let h3 = expand(h5, [4]);
            let h7 = tanh(h3);
            let _h8 = l1(h7);
            let h9 = l1(h0);
            (h9, slice(h3, 0..1, axis = 0), glu(x0))
        }
    }
    R057 {
        input: [2, 2];
        l0: BatchNorm1d(eps = 0.1);
        l1: Softplus;
        fn forward(x0) {
            let x0 = 1e-1 * x0;
            let h1 = l0(x0);
            let h2 = l0(h1);
            let h3 = matmul(h2, h1);
            let h4 = h2 + h3;
            let h5 = leaky_relu(h3);
            let h6 = l0(h5);
            let h7 = transpose(h3);
            let h8 = h5 * h4;
            (h7, l1(mean(h6, axis = 1, keep = false)), permute(h1, [0, 1]), h8)
        }
    }
    R058 {
        input x0: [3];
        input x1: [1];
        input x2: [3];
        l0: Silu;
        l1: PRelu;
        l2: Linear(_ -> 2, bias = false);
        fn forward(x0, x1, x2) {
            let x0 = l0(x0);
            let h1 = 3.0 + x0;
            let h2 = l1(l0(l0(h1)));
            let h3 = l1(tanh(h2));
            let h4 = concat(x1, h3, x1, h3, axis = 0);
            let _h5 = l2(h4);
            let h6 = mean(h3, axes = 0, keep = true);
            let h7 = h1 + x2;
            (h6, softmax(h3, axis = 0), h7)
        }
    }
    R059 {
        input: [2, 3] in 0..5;
        l0: Embedding(5 -> 4);
        l1: PixelShuffle(1);
        l2: RmsNorm;
        l3: Gelu;
        fn forward(x0) {
            let h0 = mean((l0(x0)), axes = (0, 1), keep = true);
            let h1 = l1(softmax(h0, axis = 0));
            let h2 = l2(h1);
            let h3 = l1(softplus(h2));
            let h4 = l0(x0);
            let h5 = l3(h4);
            let h6 = reshape(l2(h2), [1, 1, 2, 2]);
            let h7 = reshape(h6, [1, 2, 2]);
            (h5, h3 / 3.0, h7, h0)
        }
    }
    R060 {
        input: [1, 3, 3];
        l0: Conv2d(1 -> 1, kernel = (2, 1), stride = 2, padding = (2, 1, 1, 0), bias = false);
        l1: RmsNorm(axes = 1);
        fn forward(x0) {
            let x0 = l0(x0 - 3.0);
            let h1 = reshape(x0, [6, 1, 1, 1]);
            let h2 = concat(h1, h1, axis = 0);
            let h3 = pad2d(x0, padding = (0, 0, 2, 1), mode = zero);
            let h4 = pad2d(h3 / 3.0, padding = (0, 0, 0, 1), mode = replicate);
            let h5 = sum(h4);
            let h6 = l1(h5);
            let h7 = permute(mean(h2, axes = (0, 1, 2), keep = false), [0]);
            (h6, h7, transpose(h3))
        }
    }
    R061 {
        input x0: [4, 5];
        input x1: [4, 3, 1];
        input x2: [4, 5];
        l0: HardSwish();
        l1: Conv2d(2, kernel = 2, stride = 1, padding = (0, 1), groups = 1, bias = true);
        l2: Pad2d(padding = (2, 0, 2, 1));
        l3: Pad2d((2, 0, 1, 1), mode = zero);
        fn forward(x0, x1, x2) {
            let x1 = l0(x1);
            let h1 = max_pool2d(x1, 3, stride = 2, padding = (0, 1));
            let h1 = h1 - h1;
            let h1 = permute(h1, [2, 0, 1]);
            let h4 = l1(h1);
            let h5 = slice(h4, 0..1);
            let h6 = permute(l2(h5), [1, 0, 2]);
            let _h7 = sum(h6, axes = 2);
            let _h8 = l3(h6);
            let h9 = l1(h1);
            (x0 + x2, h9, x2)
        }
    }
    R062 {
        input x0: [3, 3];
        input x1: [1, 2];
        l0: Tanh();
        l1: Conv1d(3 -> 3, kernel = 3, stride = 2, padding = 1, groups = 3);
        l2: Softplus();
        l3: HardSwish;
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let x0 = expand(x0, [3, 3]);
            let h2 = softmax(x0);
            let h3 = elu(h2, alpha = 1.5);
            let h4 = l1(h3);
            let h5 = concat(h4, h4, x1, axis = 0);
            let h6 = -0.7 * h5;
            let h7 = l2(h4);
            let h8 = avg_pool1d(h6, 1, stride = 2, count_include_pad = false);
            let h9 = l0(h3);
            (h7, l3(h8), h9)
        }
    }
    R063 {
        input x0: [1, 2, 1];
        input x1: [1];
        l0: Conv2d(1 -> 2, kernel = (1, 3), padding = same, bias = true);
        l1: Conv2d(2 -> 2, kernel = 3, stride = 2, padding = 1);
        l2: Upsample2d(2);
        fn forward(x0, x1) {
            let h0 = max(x0, axis = 1);
            let x0 = l0(x0);
            let h2 = leaky_relu(x0, 0);
            let h3 = max_pool1d(h0, 1, stride = 3, padding = same);
            let h4 = l1(h2 - h2);
            let h5 = transpose(h4);
            let h6 = l2(h2);
            let _h7 = permute(h6, [0, 2, 1]);
            let h8 = x1 * sum(h0);
            (h0 * h3, h5, h8)
        }
    }
    R064 {
        input: [4, 6, 1];
        l0: LayerNorm(eps = 0.1);
        l1: PixelShuffle(1);
        l2: RmsNorm(axes = 3, eps = 0.1);
        fn forward(x0) {
            let x0 = transpose(x0);
            let h1 = l0(x0);
            let h2 = (l1(h1)) + h1;
            let h3 = slice(slice(h2, .., axis = 1), 2..4, axis = 2);
            let h4 = transpose(concat(h3, x0, axis = 2));
            let h5 = gelu(l2(h4), approximate = tanh);
            (h3, h5)
        }
    }
    R065 {
        input: [1, 1];
        l0: Elu;
        l1: PRelu(1);
        l2: Linear(4);
        fn forward(x0) {
            let h0 = transpose(l0(x0));
            let h1 = gelu(h0);
            let h2 = l0(h1);
            let h3 = l1(h2 + h0);
            let h4 = matmul(h0, h3, transpose_a = false);
            let h5 = l2(x0 - h4);
            let h6 = 3.0 + h5;
            let _h7 = l2(h3);
            (h6, h2, matmul(h0, h1))
        }
    }
    R066 {
        input: [3, 3, 1];
        l0: MaxPool2d((1, 2), stride = (3, 2), padding = same);
        l1: Upsample2d((3, 1));
        l2: Upsample2d(scale = (2, 1));
        fn forward(x0) {
            let h0 = 1e-1 * x0;
            let h1 = relu(h0);
            let h2 = l0(h1);
            let h3 = softmax(h0, axis = 2);
            let h4 = l1(h2);
            let h5 = matmul(h4, h4, transpose_a = true);
            let h6 = sum(h5, axes = (0, 1, 2));
            let h7 = reshape(h6, [1, 1]);
            let _h6 = l1(h2);
            let h9 = slice(h7, .., axis = 1);
            let h10 = l2(h5);
            let h11 = -h3;
            (h9, h10, h3, h11)
        }
    }
    R067 {
        input: [2, 3];
        l0: Linear(4);
        l1: Gelu(approximate = none);
        train: biases;
        fn forward(x0) {
            let x0 = softmax(avg_pool1d(x0, 2), axis = 1);
            let h1 = leaky_relu(x0, 0.2);
            let h2 = max_pool1d(h1, 1, stride = 1);
            let h3 = gelu(x0, approximate = none);
            let h4 = expand(l0(h2), [2, 4]);
            let _h5 = l0(h1);
            let h6 = l0(x0);
            let h7 = l1(h6);
            let h8 = reshape(h7, [8]) * 0.5;
            (h3, h4, h8, h6)
        }
    }
    R068 {
        input x0: [1, 3] in 0..2;
        input x1: [1];
        input x2: [2, 1];
        l0: Embedding(3);
        l1: Upsample2d(scale = (1, 2));
        l2: Conv1d(2 -> 1, kernel = 1, stride = 2, padding = 1, dilation = 2);
        l3: AvgPool1d(kernel = 1, stride = 3, padding = valid);
        fn forward(x0, x1, x2) {
            let h0 = l2(x2);
            let h1 = avg_pool2d(sigmoid(l1(l0(x0))), 2, stride = 3, padding = 1, count_include_pad = true);
            let h2 = h1 + h1;
            let h3 = reshape(x1, [1, 1, 1, 1]);
            let h4 = max_pool2d(h2, (1, 2), stride = (2, 3), padding = 0, dilation = 2);
            let h5 = l3(matmul(h0, slice(h0, ..1, axis = 1), transpose_a = true));
            let h6 = pad2d(h4, (1, 1, 2, 0));
            let h7 = reshape(h3, [1, 1, 1]);
            (h7, h5, h6)
        }
    }
    R069 {
        input x0: [2, 3, 6];
        input x1: [2, 3, 6];
        l0: RmsNorm;
        l1: Conv2d(_ -> 2, kernel = 2, padding = same, groups = depthwise, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = x0 * x0;
            let h2 = l0(h1);
            let h3 = softmax(h0 + h2, axis = 0);
            let h1 = l1(h3) + x1;
            let h5 = matmul(h2, h1, transpose_b = true);
            let h6 = sigmoid((max_pool2d(h3, kernel = (2, 3), stride = 3, padding = 0)));
            let h7 = l0(h3);
            let h8 = l1(h7);
            (h5, h6, h8)
        }
    }
    R070 {
        input x0: [2, 5, 2];
        input x1: [2, 5, 1];
        l0: LeakyRelu;
        l1: PixelShuffle(1);
        l2: Upsample2d((1, 2));
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = max(h0, axes = (0, 2), keep = true);
            let h2 = transpose(h1);
            let h0 = l1(glu(x0, axis = 2));
            let h4 = x1 - h0;
            let h5 = l2(h4);
            let h6 = slice(h2, ..1, axis = 2);
            let _h7 = l1(h4);
            let h8 = l0(h5);
            (h6 - h6, h8)
        }
    }
    R071 {
        input: [3, 2, 1];
        l0: RmsNorm;
        l1: Flatten;
        l2: Conv2d(2 -> 2, kernel = (1, 2), stride = 2, padding = same, dilation = 2, groups = depthwise);
        l3: BatchNorm1d(2, eps = 0.1);
        l4: InstanceNorm2d(eps = 0.1, affine = true);
        train: l1, l3, l4;
        fn forward(x0) {
            let h0 = sum(permute(x0, [1, 0, 2]), axis = 2, keep = true);
            let x0 = l0(x0);
            let h2 = l1(max(x0, axes = (0, 2), keep = false));
            let h3 = l2(h0);
            let h4 = l3(h2);
            let h5 = l4(h3);
            let _h6 = h3 - h5;
            (h4, sum(h3, axis = 2) + 1.5)
        }
    }
    R072 {
        input: [2, 2];
        l0: Tanh();
        l1: Relu;
        l2: BatchNorm1d(2, eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = softmax(l1(l1(concat(h0, x0, axis = 1))), axis = 0);
            let h2 = reshape(l2(h1), [1, 4, 2]);
            let h3 = avg_pool1d(x0, 2, count_include_pad = false);
            let h4 = max(h3);
            let h5 = l1(h2);
            let h6 = softplus(h0);
            (x0, h4, h5, h6 * 1e-1)
        }
    }
    R073 {
        input x0: [4, 2];
        input x1: [2];
        #[frozen] l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0, x1) {
            let h0 = gelu(x1);
            let h1 = expand(transpose(x0), [2, 4]);
            let h2 = matmul(h1, x0);
            let h3 = permute(h2, [1, 0]);
            let h4 = permute(h3, [0, 1]);
            let h5 = h4 + h4;
            let h6 = l0(l0(silu(h0)));
            let h7 = log_softmax(h4, axis = 1);
            (l0(h0), h5, h6, h7)
        }
    }
    R074 {
        input: [4];
        l0: Linear(3);
        l1: RmsNorm;
        l2: Glu;
        l3: Softmax;
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = h0 * h0;
            let h2 = softplus(h1);
            let h3 = sigmoid(h2);
            let h4 = l0(h3);
            let h5 = leaky_relu(h1 - h2);
            let h6 = 1e-1 * h5;
            (l1(h4), l2(h2), l2(h6), l3(h3))
        }
    }
}

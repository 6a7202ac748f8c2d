//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R050 {
        input: [1, 4];
        l0: Dropout(0.3);
        l1: Elu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = dropout(h0, 0.3);
            let h2 = l0(h1);
            let h3 = l1(h0);
            let h4 = elu(h3);
            let h5 = l0(h4);
            let h6 = h5 + h5;
            let h7 = l1(h4);
            let h8 = hard_swish(h6);
            (sigmoid(h1) + h2, l1(h4), h7, h8)
        }
    }
    R051 {
        input x0: [2, 2, 1];
        input x1: [2, 4, 3];
        l0: Conv2d(_ -> 4, kernel = 1, stride = 2);
        l1: Conv2d(_ -> 1, kernel = 1, padding = (0, 1), bias = true);
        l2: Parameter([1, 4, 5], init = -1);
        fn forward(x0, x1) {
            let x0 = gelu(x0, approximate = none);
            let h1 = elu(upsample2d(x0, scale = (2, 3)), 0.7);
            let h2 = x1 * h1;
            let h3 = silu(h2);
            let h4 = pad2d(h3, (0, 1), mode = zero);
            let h5 = l0(x1);
            let h6 = l1(expand(h2, [2, 4, 3]));
            let (h7_0, h7_1, h7_2) = split(x1, axis = 2);
            (h4 - zeros([2, 4, 5]), h5, h6 * l2, h7_0, h7_1, h7_2)
        }
    }
    R052 {
        input: [3, 2];
        l0: Tanh;
        l1: HardSwish;
        l2: LogSoftmax;
        l3: Softplus;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = 2 + h0;
            let h0 = 2 * h1;
            let h3 = l1(h0);
            let h4 = slice(h3, 1..2);
            let h5 = h4 - h4;
            let h6 = softplus(h5);
            let h7 = tanh(h3);
            let h8 = max(h6, axes = 1);
            let h9 = l2(h8);
            let h10 = l3(h9);
            (h4 * h6, h7, h10)
        }
    }
    R053 {
        input x0: [2, 3] in 0..4;
        input x1: [2, 3, 1];
        l0: Embedding(6 -> 1);
        l1: Parameter([2, 3, 1], init = uniform(1.5));
        l2: Upsample2d((1, 2));
        l3: PRelu(1);
        l4: Parameter([1, 3, 1], init = 0.7);
        l5: Relu;
        fn forward(x0, x1) {
            let h0 = l2(l0(x0) - x1 + l1);
            let h1 = l2(x1);
            let x1 = relu(sum(h1, axes = (0, 2), keep = true));
            let h3 = l3(x1);
            let h4 = l0(x0);
            let h5 = l5(l2(h4));
            (h0, h3, x1 * l4, h5)
        }
    }
    R054 {
        input x0: [2, 5];
        input x1: [3, 4] in 0..3;
        input x2: [1, 5] in 0..4;
        l0: Softmax;
        l1: Tanh;
        l2: Linear(_ -> 1, bias = false);
        l3: Relu;
        fn forward(x0, _x1, _x2) {
            let h0 = l0(l0(l0(x0) * x0));
            let x0 = l1(h0);
            let h2 = silu(h0);
            let h3 = l0(h2);
            let h4 = l3(h3);
            let h5 = flatten(h2);
            (1.5 + l2(slice(x0, 1..2, axis = 1)), h4, h5)
        }
    }
    R055 {
        input: [3, 1];
        #[frozen] l0: Linear(_ -> 2, bias = false);
        #[frozen] l1: Linear(5, bias = true);
        #[frozen] l2: Relu;
        l3: HardSwish;
        #[frozen] l4: LayerNorm(eps = 0.1);
        l5: Linear(_ -> 5, bias = false);
        fn forward(x0) {
            let h0 = elu(x0, alpha = 1.5);
            let h1 = h0 - zeros([3, 1]);
            let h2 = sigmoid(h1);
            let h3 = permute(h1, [0, 1]);
            let h0 = l0(h3);
            let h5 = l1(h2);
            let h6 = 3.0 - h0;
            let h7 = l2(h6);
            let h8 = l3(h7);
            let h9 = l4(h8);
            let h10 = l1(h1);
            (h5, l5(h9), h10)
        }
    }
    R056 {
        input: [1, 4, 4];
        l0: Elu(alpha = 1.5);
        l1: LogSoftmax(axis = 2);
        l2: LogSoftmax(axis = 0);
        l3: Parameter([4, 1, 1], init = uniform(1.5));
        train: l0, l1, l2, l3;
        fn forward(x0) {
            let h0 = reshape(x0, [4, 2, 2]);
            let h1 = sum(h0, axes = 0, keep = true);
            let h2 = matmul(h0, h0, transpose_a = true, transpose_b = false);
            let h3 = sum(h1, axis = 0, keep = true);
            let h4 = l0(h3);
            let h5 = l1(h2);
            let _h6 = l2(h3);
            let h1 = h0 * h5;
            let h8 = sigmoid(h1);
            let h9 = max_pool2d(h8, 1, stride = 2, padding = same, dilation = 2);
            let h10 = h4 + 1e-1;
            (h9 + l3, h10)
        }
    }
    R057 {
        input: [2, 5];
        l0: Softplus();
        l1: BatchNorm1d(2);
        l2: Tanh();
        l3: Flatten;
        l4: LayerNorm(eps = 0.1);
        train: biases;
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h0 = expand(h2, [2, 5]);
            let _h4 = l3(h2);
            let h5 = reshape(concat(h0, h1, axis = 1), [5, 1, 1, 4]);
            let h6 = glu(l4(h5), axis = 3);
            let h7 = reshape(h6, [5, 1, 2]);
            (slice(x0, 3..4, axis = 1), l0(h1), l2(x0), h7)
        }
    }
    R058 {
        input: [3, 6, 4];
        l0: LeakyRelu(0.2);
        l1: Glu(axis = 1);
        l2: Silu();
        l3: Relu();
        fn forward(x0) {
            let h0 = dropout(x0, p = 0.25);
            let h0 = l1(expand(l0(h0), [3, 6, 4]));
            let _h2 = l2(h0);
            let h3 = matmul(h0, h0, transpose_a = true, transpose_b = false);
            let h4 = l0(x0);
            let h5 = reshape(h4, [9, 8, 1, 1]);
            let h6 = l1(h4);
            let h7 = reshape(h5, [72, 1, 1]);
            let h8 = reshape(l3(h5), [72, 1, 1]);
            (h7, h3, h8, h6)
        }
    }
    R059 {
        input x0: [4, 5] in 0..6;
        input x1: [1, 1, 2];
        l0: Silu;
        l1: Softplus();
        l2: LayerNorm(eps = 0.1);
        l3: Conv2d(_ -> 2, kernel = 1, stride = (1, 2), padding = (2, 0), dilation = 2, groups = depthwise);
        fn forward(_x0, x1) {
            let x1 = transpose(x1);
            let h1 = l1(x1);
            let h2 = slice(h1 + h1, ..1, axis = 0);
            let h3 = l2(h2);
            let h4 = expand(h3, [1, 2, 3]);
            let h1 = l3(l0(x1));
            let h6 = l0(h4);
            let h7 = matmul(h6, h6, transpose_a = true, transpose_b = false);
            let h7 = reshape(h7, [1, 9]);
            let h9 = max_pool1d(h7, kernel = 2, stride = 3, dilation = 2);
            (h1, h9)
        }
    }
    R060 {
        input: [1];
        l0: Silu();
        l1: Elu(alpha = 1.5);
        l2: RmsNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = slice(h0, ..1);
            let h0 = l1(h1);
            let h1 = l1(h0);
            let h4 = l0(h1 + x0);
            let h5 = 3.0 * h4;
            let h6 = expand(x0, [2]);
            let h7 = leaky_relu(h6, 0.2);
            let h8 = sigmoid(h7);
            (h5, reshape(l2(h7), [2, 1, 1]), h8, h5)
        }
    }
    R061 {
        input: [1, 5] in 0..3;
        l0: Embedding(_ -> 1);
        l1: BatchNorm2d(1, eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = leaky_relu(h0, slope = -0.3);
            let h2 = concat(h1, h1, axis = 1);
            let h3 = h2 + h2;
            let h1 = l1((h3 + h2));
            let h5 = h2 * h1;
            let h1 = mean(h5, axes = (1, 2), keep = false);
            let h7 = concat(h1, h1, h1, h1);
            let h8 = l1(h5);
            let h9 = mean(h8, axes = (0, 1));
            (h1, h7, h9)
        }
    }
    R062 {
        input: [1, 4];
        l0: LeakyRelu(0);
        l1: LogSoftmax(axis = 2);
        l2: Sigmoid;
        fn forward(x0) {
            let h0 = l0((reshape(x0, [4, 1, 1, 1])));
            let h1 = l0(h0);
            let x0 = h0 * h1;
            let h3 = l1(x0);
            let h4 = h3 + zeros([4, 1, 1, 1]);
            let h5 = l2(h1) + zeros([4, 1, 1, 1]) + zeros([4, 1, 1, 1]);
            let h6 = reshape(h4, [4, 1, 1]);
            let h7 = reshape((l1(h0)), [4, 1, 1]);
            let h8 = reshape(h5, [4, 1, 1]);
            (h6, h7, h8)
        }
    }
    R063 {
        input: [6];
        l0: PRelu;
        l1: BatchNorm1d(6);
        l2: LogSoftmax(axis = 0);
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = hard_swish(permute((dropout(h0)), [0]));
            let h2 = tanh(h1);
            let h3 = sum(h2, axis = 0, keep = false);
            let h4 = h3 + -1;
            let h5 = l0(h4);
            let x0 = l1(h1);
            let h7 = l1(x0);
            let h8 = l2(h5);
            (h7, l0(h3), h1, h8)
        }
    }
    R064 {
        input: [1, 1];
        l0: Relu;
        l1: RmsNorm(axes = 1, eps = 1e-2);
        l2: Linear(3);
        l3: PRelu(3);
        l4: Sigmoid;
        fn forward(x0) {
            let x0 = softplus(x0);
            let x0 = l0(elu(reshape(x0, [1])));
            let h2 = max(x0);
            let h2 = x0 - h2;
            let h4 = l1(l0((l0(h2))));
            let h4 = l2(h4);
            let h6 = l3(h4);
            let h7 = l4(h6);
            h7
        }
    }
    R065 {
        input: [4, 3];
        l0: Softmax;
        l1: LayerNorm(axes = 1);
        l2: GroupNorm(3, eps = 1e-2, affine = true);
        l3: Linear(3 -> 2, bias = true);
        fn forward(x0) {
            let h0 = concat(x0, x0, x0, axis = 0);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let (h3_0, h3_1, h3_2, h3_3) = split((softmax(h2 * 3.0, axis = 1)), axis = 0);
            let h4 = l2(elu(h3_3, alpha = 1.5));
            let h5 = silu(x0);
            let h6 = reshape((reshape(h2, [12, 3, 1, 1])), [36, 1, 1]);
            (h3_1, h3_2, concat(h3_0, l3(h4), axis = 1), h6, h5)
        }
    }
    R066 {
        input: [3, 2, 1];
        l0: GroupNorm(1, eps = 0.1);
        #[frozen] l1: Dropout;
        l2: Parameter([3, 1, 2, 1], init = uniform(1.5));
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = upsample2d(x0 + x0, scale = (1, 2));
            let h2 = max_pool2d(h1, (1, 3), stride = 2, padding = same, dilation = (1, 2));
            let h3 = l0(h0);
            let h4 = sum(l1(h0), axes = (0, 1));
            let h5 = reshape(leaky_relu(reshape((softmax(x0, axis = 1)), [3, 1, 2, 1]), 0.2) + l2, [3, 2, 1]);
            (h2, h3, h4, h5)
        }
    }
    R067 {
        input: [3, 3, 6];
        l0: Conv2d(3 -> 3, kernel = (1, 3), stride = 2, padding = same, dilation = 2, bias = true);
        l1: Silu;
        l2: Elu(0.7);
        fn forward(x0) {
            let h0 = x0 * x0;
            let _h1 = slice(h0, 1..2, axis = 2);
            let h2 = l0(x0);
            let h3 = l0(h0);
            let h4 = l1(h2);
            let h5 = l2(h0);
            let h6 = reshape(max_pool2d(log_softmax(h3, axis = 1), 2, stride = 3), [1, 1, 3]);
            let h7 = expand(expand(h4, [3, 2, 3]), [3, 2, 3]);
            let h8 = h7 + h7;
            (h5, h6, h8)
        }
    }
    R068 {
        input: [4, 5, 6];
        l0: PRelu(1);
        l1: GlobalAvgPool2d;
        l2: Dropout(0.3);
        l3: Silu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h0 = pad2d(h0, (0, 1), mode = zero);
            let h2 = l1(h0);
            let h3 = l2(h0);
            let h4 = l3(h2);
            let h5 = h4 - h2;
            let h6 = l0(x0);
            let h7 = matmul(h6, h6, transpose_b = true);
            let h8 = mean(h7, axes = (0, 1), keep = true);
            (h5, slice(h3, 2..3, axis = 0), transpose(h0), h8)
        }
    }
    R069 {
        input: [2, 4];
        l0: Linear(2 -> 3, bias = true);
        l1: BatchNorm1d(2, eps = 1e-2);
        fn forward(x0) {
            let h0 = x0 + x0;
            let x0 = x0 * h0;
            let h2 = glu(x0, axis = 1);
            let h3 = l0(h2);
            let h4 = l1(h3);
            let h3 = relu(h4);
            let h6 = expand(h3, [2, 3]);
            let h7 = permute(h4, [1, 0]);
            let h8 = matmul((matmul(h7, h6)), h6, transpose_a = true, transpose_b = true) * h7;
            let h9 = h8 - -1;
            (x0, h9)
        }
    }
    R070 {
        input x0: [4, 2];
        input x1: [4, 2];
        l0: Parameter([2, 2], init = -1);
        l1: Dropout(p = 0.25);
        l2: GroupNorm(2, eps = 0.1, affine = false);
        fn forward(x0, x1) {
            let h0 = permute(x0, [0, 1]) - x1;
            let h1 = glu(h0);
            let x1 = silu(h1 + l0);
            let x0 = leaky_relu(permute(x1, [0, 1]), 0);
            let h4 = permute(x0, [0, 1]);
            let h5 = l1(x1);
            let h6 = h4 / -1;
            (h4, l1(h5), l2(h6))
        }
    }
    R071 {
        input: [1, 1];
        l0: BatchNorm1d(1, eps = 0.1);
        l1: HardSwish();
        fn forward(x0) {
            let x0 = x0 - x0;
            let h1 = reshape(x0, [1, 1]);
            let h2 = softplus(h1);
            let h3 = l0(l1(x0));
            let h4 = transpose(l0(x0));
            let h5 = slice(h4, 0..1, axis = 1);
            let h6 = l1(h3);
            (l0(h5), mean(h2, keep = false), h6)
        }
    }
    R072 {
        input x0: [3, 6, 6];
        input x1: [3, 2];
        input x2: [2, 3, 3];
        l0: HardSwish;
        l1: Upsample2d(1);
        l2: Upsample2d((1, 2));
        l3: LeakyRelu;
        fn forward(x0, x1, x2) {
            let h0 = l0(x2);
            let (_h1_0, h1_1, h1_2, h1_3, _h1_4, h1_5) = split(x0, axis = 1);
            let h2 = l2(h0);
            let h3 = l3((l1(h0)));
            let h4 = -h1_1;
            let h5 = l3(x2);
            let h6 = l2(h5);
            let h7 = l0(h0);
            let _h8 = h1_5 - h1_3;
            let h9 = l3(h7);
            let h10 = flatten(h9);
            let h11 = flatten(h6);
            let h12 = concat(h11, h10);
            (max_pool1d(x1, 1), h1_2, h2, h3, h4, h12)
        }
    }
    R073 {
        input x0: [4, 2];
        input x1: [1, 4, 1];
        l0: AvgPool1d(2, padding = same, count_include_pad = false);
        l1: Upsample2d((2, 1));
        l2: Linear(_ -> 1);
        l3: PixelShuffle(1);
        l4: Dropout;
        l5: Conv2d(2, kernel = 1, stride = (2, 1), padding = same, dilation = 2, groups = 1);
        l6: RmsNorm(axes = 1, eps = 1e-2);
        l7: Gelu(approximate = none);
        l8: Gelu;
        fn forward(x0, x1) {
            let (h0_0, h0_1) = split(x1, axis = 1);
            let h1 = l0(x0);
            let h2 = l3(h0_0);
            let h3 = l5(x1);
            let h4 = l6(l2(h1));
            let h5 = h4 + 1.5;
            let h6 = l7(l4(h2));
            let h7 = max_pool2d(h6, kernel = (1, 2), stride = (2, 3), padding = (0, 1));
            let h8 = l8(h3);
            (l1(h0_1), h5, h7, h8)
        }
    }
    R074 {
        input: [1, 1, 1];
        l0: Parameter([1, 1, 1], init = 0.7);
        l1: Flatten;
        l2: Parameter([1], init = normal(0.5));
        l3: Sigmoid;
        l4: Elu;
        fn forward(x0) {
            let h0 = relu(x0);
            let h1 = silu(h0 + x0);
            let h0 = h1 - h0;
            let h3 = l1(h1 + l0);
            let h4 = l3(avg_pool2d(h0, (3, 1), padding = (1, 0)));
            let h5 = l1(h4);
            let h6 = l4(h4);
            (h3 * l2, h5, h6)
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R025 {
        input: [1, 3, 4];
        l0: Conv2d(2, kernel = 2, stride = (2, 1), groups = 1);
        l1: Softplus();
        l2: BatchNorm2d(2, eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 * h0;
            let h2 = hard_swish(x0);
            let h3 = flatten(h2);
            let h4 = permute(h3, [0]);
            let h5 = silu(mean(h1, axes = (1, 2), keep = true));
            let h6 = transpose(h5);
            let h0 = l1(hard_swish(h2));
            let x0 = l2(h1);
            let h9 = l2(x0);
            (h4, h6, h0, h9)
        }
    }
    R026 {
        input: [4, 4, 4];
        l0: GlobalAvgPool2d;
        l1: Gelu(approximate = none);
        fn forward(x0) {
            let h0 = max_pool2d(x0, (3, 1), stride = (1, 3), padding = same);
            let (h1_0, _h1_1) = split(max(h0, axis = 1, keep = true), axis = 0);
            let h0 = l0(h1_0);
            let h3 = -(h0 * transpose(h0));
            let h4 = l1(h3);
            let h3 = -0.7 + h4;
            let h6 = slice(h3, 0.., axis = 2);
            expand(h6, [2, 2, 1])
        }
    }
    R027 {
        input: [5];
        l0: Flatten;
        l1: Softplus();
        l2: LayerNorm(eps = 1e-2);
        l3: BatchNorm1d(5, eps = 0.1);
        fn forward(x0) {
            let h0 = sigmoid(x0);
            let h1 = softmax(h0, axis = 0);
            let h2 = sum(h1, axis = 0);
            let h3 = l0(l0(h1));
            let _h4 = l1(h2);
            let h5 = x0 + (elu(h3));
            let h6 = h1 + h5;
            let h7 = l2(h6);
            let h8 = l3(h7);
            h8 + h0
        }
    }
    R028 {
        input: [3, 4, 5];
        l0: AvgPool2d((3, 1), stride = 2, padding = same);
        l1: Conv2d(3 -> 3, kernel = 1, padding = valid, dilation = (2, 1), groups = 3, bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = matmul(h0, h0, transpose_a = true, transpose_b = false);
            let h2 = h1 / 1e-1;
            let h3 = gelu(h0, approximate = none);
            let h4 = transpose(h3);
            let h5 = upsample2d(h4, 2);
            let h6 = (sum(h5, axes = (1, 2))) * 2;
            let h7 = elu(h2, 0.7);
            let _h8 = l1(h5);
            (h6, mean(h7, axes = (1, 2)), h3 + h0)
        }
    }
    R029 {
        input: [2, 2, 1];
        l0: AvgPool2d((2, 3), stride = 2, padding = (0, 1), count_include_pad = true);
        l1: LogSoftmax(axis = 1);
        l2: Linear(_ -> 4);
        l3: Tanh;
        l4: Conv2d(4, kernel = 1, stride = (2, 1), dilation = (1, 2), groups = 2);
        fn forward(x0) {
            let x0 = leaky_relu(x0, 0) + x0;
            let h1 = reshape(x0, [4]);
            let h2 = l0(x0);
            let h3 = expand(h2, [2, 2, 4]);
            let h4 = l1(x0);
            let x0 = l2(h1);
            let x0 = l2(x0);
            let h7 = l3(x0);
            let x0 = l4(h3);
            let h9 = l3(x0);
            let h10 = reshape(h9, [1, 4, 4, 1]);
            let h11 = reshape(h10, [4, 4, 1]);
            (h4, h7, h11)
        }
    }
    R030 {
        input: [4];
        l0: HardSwish;
        l1: Sigmoid();
        l2: Flatten;
        l3: Dropout(0.3);
        l4: Sigmoid;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = dropout(h0, p = 0.25);
            let h2 = l0(h1);
            let h3 = l0(h0);
            let h4 = l0(h3);
            let h5 = l1(h4) - h2;
            let h6 = l3(h5);
            let h7 = leaky_relu(h6 + h6, 0.2);
            let h8 = l4(h6);
            (l2(h4), h7, h8)
        }
    }
    R031 {
        input: [2, 5, 4];
        l0: Tanh();
        l1: Conv2d(2 -> 3, kernel = (2, 1), padding = valid, dilation = (2, 1));
        l2: GlobalAvgPool2d;
        l3: LayerNorm(eps = 1e-2);
        l4: Sigmoid;
        fn forward(x0) {
            let h0 = l2(l1(l0(x0)));
            let h1 = slice(h0, .., axis = 2);
            let _h2 = sigmoid(h1);
            let h3 = l1(x0);
            let h0 = log_softmax(h3);
            let h5 = l4(l3(h0));
            let h6 = h0 * h5;
            (h6, h5 - -0.7)
        }
    }
    R032 {
        input: [2, 1, 6];
        l0: Conv2d(2 -> 2, kernel = 1, stride = (2, 1), dilation = 2, groups = 2);
        l1: MaxPool2d(kernel = 1, stride = 2, padding = same);
        fn forward(x0) {
            let h0 = l0(transpose(x0));
            let h1 = permute(h0, [1, 2, 0]);
            let h2 = matmul(h0, h0, transpose_a = true, transpose_b = false);
            let h3 = l1(h2) - h2;
            let h4 = slice(h3, 0.., axis = 2);
            let h0 = l1(h4);
            let x0 = softmax(h0, axis = 1);
            (h1, l1(silu(x0) + h2))
        }
    }
    R033 {
        input x0: [2];
        input x1: [1];
        l0: Linear(1, bias = false);
        l1: Linear(_ -> 3);
        l2: Softplus();
        fn forward(x0, x1) {
            let h0 = elu(softplus(x0), alpha = 1.5);
            let h1 = elu(l0(h0));
            let h2 = h1 - h1;
            let h3 = sigmoid(h2);
            let h4 = concat(h3, h3);
            let h5 = l0(h4);
            let _h6 = l2(l1(h3));
            let h2 = x1 * h1;
            let h8 = h0 + h4;
            (h5, h2, h8, h3)
        }
    }
    R034 {
        input x0: [2, 6, 3];
        input x1: [2, 3, 6];
        l0: Softmax(axis = 0);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = (l0(h0)) - 2;
            let h2 = (upsample2d(h1, 1)) + x0;
            let h3 = transpose(h2);
            let h4 = 0.5 * h1;
            let (h5_0, _h5_1) = split(h0, axis = 1);
            let h6 = slice(h0, ..1, axis = 2);
            (h4, h5_0, h6, slice(x1 + h3, 0..1, axis = 1))
        }
    }
    R035 {
        input: [1, 1, 5];
        l0: LogSoftmax;
        l1: Conv2d(2, kernel = 1, padding = same, bias = false);
        l2: BatchNorm2d;
        l3: LogSoftmax(axis = 2);
        train: l0, l2, l3;
        fn forward(x0) {
            let x0 = slice(x0, 1..4, axis = 2);
            let h1 = l1(l0(x0));
            let x0 = l1(x0);
            let h3 = l2(x0);
            let h4 = h3 + h3;
            let h5 = avg_pool2d(h4, 1, count_include_pad = false);
            let h6 = concat(h3, h5, h5);
            let h7 = 3.0 - h6;
            (h1, l3(h7))
        }
    }
    R036 {
        input: [1, 1] in 0..3;
        l0: Embedding(3 -> 1);
        l1: Silu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = sigmoid(h0 + h1);
            let h3 = permute(h2, [0, 2, 1]);
            let _h4 = concat(h1, (h1 + 0.5), h3, axis = 1);
            let h5 = l1(h0 * h0);
            let h6 = -h0;
            (h5, h6)
        }
    }
    R037 {
        input: [3, 1] in 0..2;
        l0: Embedding(2 -> 3);
        l1: Conv2d(3, kernel = 2, stride = 2, padding = (2, 1), bias = true);
        l2: Embedding(2 -> 3);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = tanh((l1(h0) + 1.5));
            let h2 = slice(h1, ..2, axis = 2);
            let h3 = permute(h2, [1, 0, 2]);
            let h4 = sum(h3, axes = (1, 2), keep = true);
            let h5 = tanh(h4);
            let h6 = expand(flatten(h0), [9]);
            let h7 = l2(x0);
            (h5, h2, h6, h7, h2 + h1)
        }
    }
    R038 {
        input: [2, 5, 6];
        l0: Upsample2d(scale = 1);
        fn forward(x0) {
            let h0 = l0(softmax(x0, axis = 2));
            let h1 = tanh(expand(tanh(x0), [2, 5, 6]));
            let h2 = transpose(h0);
            let (h3_0, h3_1, h3_2) = split(h2, axis = 1);
            let h4 = avg_pool2d(h3_2, (1, 3), stride = (1, 2), padding = same, count_include_pad = true);
            let h5 = silu(h1);
            let h6 = h1 - leaky_relu(h0);
            let h7 = h5 * h6;
            (h3_0, h3_1, h4, h7)
        }
    }
    R039 {
        input: [4, 4, 4];
        l0: Conv2d(2, kernel = 3, stride = 2, padding = (1, 2, 0, 1), bias = false);
        l1: Softplus();
        l2: MaxPool2d(kernel = (3, 1), stride = 2, padding = same, dilation = 2);
        l3: Relu;
        fn forward(x0) {
            let x0 = max_pool2d(x0, 1, stride = (1, 2), dilation = 2);
            let h1 = slice(x0, 3..4, axis = 1);
            let h2 = h1 * h1;
            let h1 = gelu(x0);
            let (h4_0, h4_1) = split(h1, axis = 0);
            let h5 = silu(h2);
            let _h6 = l0(h4_1);
            let h7 = l1(h4_0);
            let h2 = l2(h5);
            let _h9 = transpose(h2);
            let h10 = l3(h2);
            (l0(h7), h10)
        }
    }
    R040 {
        input: [1, 4, 5];
        l0: LogSoftmax(axis = 3);
        l1: MaxPool2d(kernel = 1, padding = same);
        l2: LogSoftmax(axis = 2);
        fn forward(x0) {
            let h0 = matmul(x0, x0, transpose_b = true);
            let h1 = max_pool2d(h0, kernel = 3, stride = 1);
            let h2 = reshape(h1, [4, 1, 1, 1]);
            let h3 = l0(l0(h2));
            let h0 = reshape(h3, [1, 4, 1, 1]);
            let h5 = mean(h0, axes = 1);
            let h6 = l1(h5);
            let h7 = l1(h6);
            let h8 = l2(h7);
            let x0 = permute(h8, [0, 2, 1]);
            let h10 = transpose(x0);
            h10
        }
    }
    R041 {
        input: [2, 3, 2];
        l0: LogSoftmax(axis = 2);
        l1: BatchNorm2d(eps = 0.1);
        l2: Conv2d(2 -> 4, kernel = (3, 2), stride = 1, padding = 0, groups = depthwise, bias = false);
        l3: BatchNorm1d(eps = 1e-2);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = sigmoid(h1);
            let h1 = dropout(x0);
            let h4 = slice(h1, ..2, axis = 2);
            let h5 = dropout(h2, 0.0);
            let h6 = l0(h5);
            let h7 = l1(h6);
            let h8 = l2(h7);
            let h9 = l3(sum(x0, axis = 1) * -1);
            (h4, h8, h9)
        }
    }
    R042 {
        input x0: [4, 5, 6];
        input x1: [1, 1, 1];
        input x2: [1, 1] in 0..2;
        l0: HardSwish;
        l1: Linear(4 -> 4, bias = true);
        l2: Gelu(approximate = tanh);
        fn forward(x0, _x1, _x2) {
            let h0 = expand(x0, [4, 5, 6]);
            let h1 = dropout(h0);
            let h2 = max(leaky_relu(h1, 0), axes = (1, 2));
            let h3 = h2 + h2;
            let h4 = l0(h1);
            let h5 = elu(h0, alpha = 1.5);
            let h6 = l1(h2);
            let h7 = flatten(l2(h2));
            let h8 = flatten(h6);
            let h9 = concat(h8, h7);
            (l0((expand(h1, [4, 5, 6]))), upsample2d(x0, scale = 1), h3, h4, h5, h9)
        }
    }
    R043 {
        input x0: [4, 1];
        input x1: [3, 5];
        l0: Silu;
        l1: Softmax(axis = 1);
        l2: Linear(_ -> 5);
        l3: Softmax(axis = 0);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l2(log_softmax(l1(h0)));
            let h2 = l2(x0);
            let h3 = l3(h1);
            let h4 = sigmoid(matmul(h2 + h1, x1, transpose_b = true));
            let h5 = expand(reshape(h3, [1, 10, 2, 1]), [2, 10, 2, 2]);
            let h6 = reshape(h5, [20, 2, 2]);
            (x0, relu(h2), h4, h6)
        }
    }
    R044 {
        input x0: [7];
        input x1: [1];
        l0: Sigmoid();
        l1: Relu;
        l2: HardSwish;
        l3: Elu;
        l4: LayerNorm(eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = permute(mean(h0, axes = 0, keep = true), [0]);
            let h2 = -1 + l1(h1 * x1);
            let h3 = l2(h2);
            let h4 = max(l2(h1), axis = 0);
            let h5 = l4(h0);
            (h3, l3(x0 + h0), h4, h5)
        }
    }
    R045 {
        input: [1, 2] in 0..6;
        #[frozen] l0: Embedding(6 -> 2);
        l1: Softplus();
        #[frozen] l2: BatchNorm2d;
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(dropout(x0, 0.3));
            let h2 = expand(h1, [4, 2, 2]);
            let h3 = max_pool2d(h2, kernel = 1, stride = 3, padding = same);
            let h4 = h3 + h3;
            let h5 = l1(x0);
            let _h6 = max_pool2d(h3, kernel = 2, stride = (1, 2), padding = 1);
            let _h7 = max_pool2d(h5, 2, stride = 3, padding = 0);
            (h4, silu(l1(l2(h5))))
        }
    }
    R046 {
        input x0: [4, 4, 1];
        input x1: [3, 2] in 0..6;
        input x2: [1, 1, 1];
        l0: AvgPool2d(kernel = (3, 2), stride = 2, padding = same, count_include_pad = false);
        l1: Conv2d(4 -> 4, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = depthwise);
        l2: LeakyRelu(0.2);
        l3: Softmax(axis = 0);
        l4: Silu;
        l5: Elu(0.7);
        fn forward(x0, _x1, x2) {
            let x0 = l0(x0);
            let x0 = slice(l1(x0), 0..3);
            let x0 = relu(x0);
            let h3 = l3((l2(x0)));
            let h4 = max(h3, axes = (1, 2), keep = true);
            let h5 = gelu(h4);
            let h6 = max((l5((l4(h5)))), axis = 0, keep = true);
            h6 + x2
        }
    }
    R047 {
        input x0: [4, 1, 4];
        input x1: [1, 1];
        l0: Dropout(0.0);
        l1: Linear(4, bias = false);
        l2: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = transpose(h0);
            let h2 = leaky_relu(tanh(h1), slope = -0.3);
            let h3 = gelu(x0, approximate = tanh);
            let h4 = l2(h3);
            let _h5 = softmax(h4, axis = 2);
            let h6 = sum(h1, axis = 1, keep = true);
            (l1(h2), permute(h3, [0, 1, 2]), h6, l1(h1))
        }
    }
    R048 {
        input: [1, 4, 2];
        l0: Sigmoid;
        l1: Silu();
        l2: BatchNorm2d(eps = 1e-2);
        fn forward(x0) {
            let h0 = reshape(x0, [8, 1, 1]);
            let h1 = l0(expand(transpose(h0), [8, 3, 1]));
            let h2 = hard_swish(h0);
            let h3 = dropout(h2, 0.0);
            let h4 = h2 + h0;
            let _h5 = 1e-1 - h4;
            let h6 = l2(upsample2d(log_softmax(l1(h1), axis = 1), 2));
            (h3, h6)
        }
    }
    R049 {
        input x0: [1, 5, 3];
        input x1: [4, 5] in 0..3;
        input x2: [4, 5] in 0..6;
        l0: Conv2d(_ -> 4, kernel = (2, 3), stride = (2, 1), padding = same, bias = false);
        fn forward(x0, _x1, _x2) {
            let h0 = -0.7 * x0;
            let h1 = expand(x0, [1, 5, 3]) * -1;
            let h2 = l0(h0);
            let h3 = leaky_relu(h2 - h2);
            let h4 = h2 + h3;
            let h5 = softplus(h4);
            let h6 = global_avg_pool2d(h5);
            let h7 = l0(softmax(h0, axis = 2));
            (permute(h1, [0, 2, 1]), h6, h7)
        }
    }
}

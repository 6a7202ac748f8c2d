//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R175 {
        input x0: [3, 3] in 0..6;
        input x1: [2, 3] in 0..6;
        l0: Embedding(_ -> 2);
        l1: LeakyRelu;
        fn forward(_x0, x1) {
            let h0 = l0(x1);
            let h1 = mean(l1(max_pool2d(l0(x1), kernel = 1, padding = valid, dilation = 2)), axes = (1, 2));
            let h2 = transpose(h0);
            let h3 = slice(h2, 0..1, axis = 1);
            let h4 = l1(h0);
            let h3 = h3 - 3.0;
            let h6 = sigmoid(h3) + h3;
            let h7 = hard_swish(h1);
            (h4, h6, h7)
        }
    }
    R176 {
        input x0: [1, 3];
        input x1: [1];
        input x2: [1, 1];
        l0: Tanh;
        l1: Softmax;
        l2: Sigmoid();
        l3: LogSoftmax(axis = 0);
        l4: Flatten;
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = l0(l1(h0));
            let h2 = l2(h1);
            let h3 = 2 * h1;
            let h4 = matmul(x2, x0, transpose_b = false);
            let h5 = transpose(x0);
            (h1, h3, l3(permute(h2, [0])) + h2, l0(h4), l4(h4), h5)
        }
    }
    R177 {
        input x0: [1, 2, 4];
        input x1: [1, 2, 4];
        l0: Flatten;
        l1: BatchNorm1d(eps = 0.1);
        l2: Conv2d(1 -> 1, kernel = 1, stride = (2, 1), padding = (0, 1), dilation = 2, groups = depthwise, bias = true);
        train: l1, l2;
        fn forward(x0, x1) {
            let h0 = max(x1 + x0, axes = 0);
            let h1 = l0(h0);
            let h2 = permute(h1, [0]);
            let h3 = l1(h0);
            let h4 = l2(x0);
            let _h5 = avg_pool2d(h4, 2, stride = 2, padding = same);
            let h6 = x0 * 2;
            (l0(h0), h2, h6, l0(h3))
        }
    }
    R178 {
        input: [2, 3, 5];
        l0: LogSoftmax(axis = 0);
        l1: Sigmoid;
        l2: Silu();
        l3: Dropout(0.3);
        fn forward(x0) {
            let h0 = expand(x0, [2, 3, 5]);
            let h1 = l0(mean(h0, axes = (0, 1), keep = true));
            let h2 = silu(h1);
            let h3 = sigmoid(h0);
            let h4 = l2(h1);
            let h5 = l3(x0);
            (h2, l1(h3), h1, h4, h5)
        }
    }
    R179 {
        input: [3];
        l0: Linear(3 -> 3, bias = true);
        l1: LayerNorm;
        l2: Dropout(p = 0.25);
        l3: Sigmoid;
        l4: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l2(h1);
            let _h3 = reshape(h2, [1, 1, 3, 1]);
            let x0 = leaky_relu(expand(h2, [3]), slope = -0.3);
            let h5 = reshape(x0, [3]);
            let h6 = l3(h5);
            l4(h6)
        }
    }
    R180 {
        input: [2, 2, 5];
        l0: Relu();
        l1: Conv2d(2 -> 2, kernel = 1, stride = 2, padding = 1, dilation = 2);
        l2: AvgPool2d(kernel = (1, 2), stride = (3, 2), padding = (0, 1));
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = upsample2d(h0, 1);
            let h2 = transpose(x0);
            let h3 = matmul(h2 * h2, h2, transpose_b = true);
            let h4 = l1(x0);
            let h5 = global_avg_pool2d(l0(h4));
            let h5 = upsample2d(h5, scale = 1);
            let h7 = permute(h5, [1, 0, 2]);
            let h8 = l2(h1);
            (h3, h8, concat(h7, h7, h7, axis = 2), h3)
        }
    }
    R181 {
        input x0: [1, 5, 6];
        input x1: [1, 3, 6];
        l0: Conv2d(3, kernel = 1, stride = 2, padding = 0, groups = depthwise, bias = false);
        l1: Conv2d(_ -> 4, kernel = (3, 1), padding = (2, 1), dilation = 2, bias = false);
        l2: Conv2d(_ -> 1, kernel = 1, padding = same, dilation = (2, 1), bias = false);
        fn forward(x0, x1) {
            let x1 = max_pool2d(x1, kernel = (3, 1), stride = (1, 3), padding = same, dilation = (2, 1));
            let h1 = elu(x1, alpha = 1.5);
            let _h2 = l0(avg_pool2d(h1, 1, stride = 3));
            let h3 = global_avg_pool2d(x0);
            let h4 = softmax(max_pool2d(h3, 1, stride = (3, 1), dilation = 2), axis = 0);
            let h5 = l2(h4);
            let (h6_0, h6_1) = split(l1(x1), axis = 0);
            let h7 = expand(h4, [3, 4, 1]);
            (h5, h6_0, h6_1, h7)
        }
    }
    R182 {
        input x0: [2, 3];
        input x1: [3, 3] in 0..4;
        input x2: [3, 3];
        l0: LeakyRelu;
        fn forward(x0, _x1, x2) {
            let h0 = matmul(x2, dropout(x0, 0.3), transpose_a = true, transpose_b = true);
            let h1 = expand(h0, [3, 2]);
            let x2 = l0(h1);
            let h3 = l0(log_softmax((l0(h0)), axis = 0));
            (x2, h3)
        }
    }
    R183 {
        input x0: [2, 1] in 0..4;
        input x1: [1, 3, 5];
        input x2: [1, 3];
        input x3: [1, 3, 2];
        l0: Embedding(4 -> 1);
        l1: HardSwish();
        fn forward(x0, x1, _x2, x3) {
            let h0 = l0(x0);
            let h1 = expand(h0, [2, 4, 1]);
            let h2 = matmul(h1, h1, transpose_b = true);
            let h1 = sum(l1(h2));
            let h0 = l0(x0);
            let _h5 = softmax(l0(x0), axis = 1);
            let h6 = l1(h2);
            let h7 = gelu(h6);
            (h1, h0, concat(x3, x1, x1, axis = 2), h7, l0(x0))
        }
    }
    R184 {
        input x0: [3, 1] in 0..5;
        input x1: [2, 6, 1];
        input x2: [1, 1, 4];
        l0: Embedding(1);
        l1: Upsample2d(1);
        fn forward(x0, x1, x2) {
            let h0 = sigmoid(x1);
            let h1 = upsample2d(2 * h0, scale = (1, 2));
            let h2 = transpose(h0);
            let h3 = expand(l1(h2), [2, 2, 6]);
            let h4 = 2 * x2;
            (l0(x0), transpose(h1), -h3, h4)
        }
    }
    R185 {
        input: [1, 3];
        l0: Linear(5);
        l1: Softplus;
        l2: Dropout;
        l3: Gelu(approximate = tanh);
        l4: Flatten;
        l5: Dropout(0.3);
        l6: BatchNorm1d(eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let x0 = l0(x0);
            let x0 = l2(x0);
            let x0 = l1(x0);
            let h4 = x0 - h0;
            let h5 = l3(h4);
            let h5 = l4(h5);
            let h5 = l5(h5);
            let h8 = l6(h5);
            let h9 = l5(matmul(h4, h4, transpose_a = true));
            (h8, h9)
        }
    }
    R186 {
        input: [1];
        l0: LeakyRelu;
        fn forward(x0) {
            let x0 = sigmoid(x0);
            let h1 = x0 + x0;
            let h1 = l0(h1);
            let h3 = leaky_relu(h1, slope = -0.3) - sigmoid(h1);
            let h4 = l0(h3);
            let h5 = max(h4, keep = false);
            let _h6 = concat(h5, h4, h5);
            let h7 = l0(h5);
            h7
        }
    }
    R187 {
        input: [3, 5, 1];
        l0: GlobalAvgPool2d;
        l1: Softmax(axis = 1);
        l2: Conv2d(3 -> 3, kernel = 1, stride = (1, 2), padding = valid, dilation = (2, 1), groups = depthwise, bias = false);
        l3: MaxPool2d((3, 2), stride = 2, padding = same);
        l4: Linear(_ -> 3, bias = true);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = reshape(leaky_relu(x0, slope = -0.3), [1, 3]);
            let h2 = reshape(h1, [3, 1, 1, 1]);
            let h3 = reshape(h2, [3, 1, 1]);
            let h4 = h3 * x0;
            let h5 = l1(h4);
            let _h6 = softplus(h2);
            let h7 = l3(l2(h5));
            let h2 = l4(h1);
            let h9 = l3(h3);
            (h7, h2, h9)
        }
    }
    R188 {
        input: [1];
        l0: Silu();
        train: biases;
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = relu(h0);
            let h2 = permute(h1, [0]);
            let h3 = softmax(h2, axis = 0);
            let h4 = permute(h2, [0]);
            let _h5 = h4 / 2;
            let h6 = log_softmax(slice(h3, ..1), axis = 0);
            let _h7 = softmax(h6, axis = 0);
            let h8 = reshape(h1, [1, 1, 1, 1]);
            let h9 = reshape(h8, [1, 1, 1]);
            (l0(h6), h9)
        }
    }
    R189 {
        input x0: [1, 6, 1];
        input x1: [1, 3];
        l0: BatchNorm1d(eps = 0.1);
        fn forward(x0, x1) {
            let h0 = max(x1, axes = (0, 1));
            let h1 = gelu(flatten(h0), approximate = tanh) * 1.5;
            let h2 = silu(x0);
            let h3 = relu(l0(h1) + 2);
            let _h4 = max(h3, axis = 0);
            let h5 = dropout(x1, 0.3);
            let h6 = l0(h3);
            (h2, h5, h6, h6 + 0.5)
        }
    }
    R190 {
        input x0: [1, 2, 4];
        input x1: [1, 2, 4];
        l0: LogSoftmax;
        l1: HardSwish;
        l2: Conv2d(1 -> 3, kernel = 2, stride = (1, 2), padding = (2, 0, 2, 0), dilation = 2, groups = depthwise);
        l3: Tanh();
        fn forward(x0, x1) {
            let h0 = gelu(avg_pool2d(x0, 2, stride = 1, padding = 0, count_include_pad = false), approximate = tanh);
            let h1 = l0(h0);
            let h2 = l1(h1 + h1);
            let h3 = l2(h2);
            let h4 = concat(x0, x1, x0, x0, axis = 1);
            let h5 = reshape(h4, [1, 4, 8]);
            let h6 = l1(h0);
            (slice(l3(h3), ..1), h5, l1(h6))
        }
    }
    R191 {
        input x0: [4, 5, 5];
        input x1: [1, 5, 6];
        input x2: [1, 4];
        l0: Flatten;
        l1: Conv2d(_ -> 2, kernel = 3, stride = 2, padding = (2, 1), dilation = 2, bias = true);
        l2: Sigmoid();
        l3: AvgPool2d(1, stride = (3, 1), count_include_pad = true);
        l4: Sigmoid;
        l5: BatchNorm1d(4, eps = 0.1);
        l6: Tanh;
        fn forward(x0, x1, x2) {
            let h0 = l0(x2);
            let _h1 = l1(x0);
            let h2 = l2(x1);
            let h3 = h2 + h2;
            let h4 = l3(x1);
            let h5 = l4(h0);
            let h6 = h5 + h0;
            let _h7 = permute(x0, [0, 2, 1]);
            let h8 = l5(h0);
            let _h9 = l6(h8);
            (h4, h6, upsample2d(l3(h3), 1))
        }
    }
    R192 {
        input x0: [2, 5, 5];
        input x1: [2, 5, 5];
        input x2: [2, 2, 2];
        l0: AvgPool2d(kernel = 2, stride = 3, padding = same, count_include_pad = true);
        train: l0;
        fn forward(x0, x1, x2) {
            let h0 = x1 * x0;
            let h1 = x2 - l0(matmul(h0, h0, transpose_a = false, transpose_b = true));
            let h2 = dropout(h1, 0.3);
            let h3 = log_softmax(h2, axis = 2);
            let h4 = max(h1, axis = 2, keep = false);
            let h5 = l0(h0);
            let h6 = permute(x2, [2, 1, 0]);
            let h7 = l0(x0);
            (h3, h4, h6, h5 + h7, l0(x1), h1)
        }
    }
    R193 {
        input: [4, 6, 4];
        l0: Linear(1 -> 3);
        train: biases;
        fn forward(x0) {
            let h0 = softmax(x0, axis = 1);
            let h1 = reshape(x0, [12, 1, 8, 1]);
            let h2 = max(h1 + h1, axes = (0, 1));
            let h3 = l0(h2);
            let h4 = concat(x0, h0, axis = 1);
            let h5 = gelu(h0);
            let h6 = elu(h5);
            let h7 = log_softmax(h1, axis = 2);
            let h8 = leaky_relu(h7, slope = -0.3);
            let h9 = reshape(h8, [12, 8, 1]);
            (h3, h4, transpose(l0(h2)), h6, h9)
        }
    }
    R194 {
        input x0: [4, 2];
        input x1: [1, 4, 2];
        l0: Tanh;
        fn forward(x0, x1) {
            let h0 = upsample2d(sigmoid(x1), (1, 3));
            let h1 = max_pool2d(h0, (2, 3), stride = (3, 1), padding = valid, dilation = 2);
            let h2 = x0 - x0;
            let h3 = mean(h2, axes = (0, 1), keep = true);
            let h4 = h3 * h3;
            let h5 = reshape(h1, [1, 1, 2]);
            let h6 = slice(h4, .., axis = 1);
            let h7 = slice(h5, 0..);
            (h0, concat(h4, h4, axis = 1), h6, l0(h4), hard_swish(h7))
        }
    }
    R195 {
        input: [1];
        l0: Softmax;
        l1: Softplus();
        l2: BatchNorm1d(eps = 0.1);
        l3: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = permute(x0, [0]);
            let h2 = l3(h0);
            let h3 = l0(dropout(l2(h1), p = 0.25));
            let h4 = l3(h2);
            let h5 = tanh(x0);
            let h6 = slice(h0 + h4, 0..1, axis = 0);
            let h7 = concat(h6, h3);
            (h5, h7)
        }
    }
    R196 {
        input x0: [1, 2];
        input x1: [1, 2];
        l0: Gelu;
        l1: Elu(0.7);
        l2: Elu(alpha = 1.5);
        train: l2;
        fn forward(x0, x1) {
            let h0 = l0(x1 * x0);
            let h1 = l1(h0);
            let h2 = silu(h1);
            let h3 = slice(l0(h2), ..1);
            let (h4_0, h4_1) = split(h3, axis = 1);
            let h5 = l1(x1);
            let h6 = matmul(h5, h5, transpose_a = true, transpose_b = false);
            let h7 = expand(h0, [4, 2]);
            let h8 = l2(h0);
            let h9 = l2(h8);
            (h4_0, h4_1, h6, h7, h9, h4_0)
        }
    }
    R197 {
        input: [3, 2];
        l0: Linear(2 -> 3, bias = false);
        fn forward(x0) {
            let x0 = -x0;
            let h1 = l0(x0);
            let h2 = silu(h1);
            let h3 = l0(x0);
            let _h4 = gelu(h3, approximate = tanh);
            let h5 = elu(h2, 0.7);
            let _h6 = l0(x0);
            let h7 = l0(x0);
            let h8 = hard_swish(h2);
            let h9 = h3 * h7;
            (l0(x0), h5, h8, l0(x0), h9)
        }
    }
    R198 {
        input x0: [1, 1, 3];
        input x1: [4, 6, 3];
        l0: Gelu;
        l1: BatchNorm2d(4, eps = 0.1);
        fn forward(_x0, x1) {
            let h0 = permute(x1, [0, 1, 2]);
            let h1 = softplus(h0);
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = reshape(h3, [9, 4, 2, 1]);
            let _h5 = l0(h4);
            let h6 = permute(h1 - 2, [1, 2, 0]);
            h6
        }
    }
    R199 {
        input x0: [1, 4];
        input x1: [1, 4] in 0..4;
        input x2: [4];
        l0: Elu;
        l1: BatchNorm1d(eps = 0.1);
        l2: Softmax(axis = 0);
        train: biases;
        fn forward(x0, _x1, x2) {
            let h0 = x2 * x2;
            let h1 = permute(h0, [0]);
            let h2 = l0(h1);
            let h3 = h2 * x2;
            let h4 = l0(h3);
            let h5 = l2(h4);
            (slice(sum(x0, axes = (0, 1)), ..), l1(l1(x0)), h5)
        }
    }
}

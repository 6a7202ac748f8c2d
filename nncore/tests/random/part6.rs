//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R150 {
        input x0: [4, 2, 4];
        input x1: [4, 2, 4];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0, x1) {
            let x1 = x0 - x1;
            let h1 = global_avg_pool2d(x1);
            let h2 = permute(h1 + h1, [2, 0, 1]);
            let x0 = max_pool2d(h2, kernel = 1, stride = (1, 3), padding = same, dilation = 2);
            let h4 = permute(h2, [0, 1, 2]);
            let h5 = reshape(h4, [1, 2, 2, 1]);
            let h6 = reshape(h1, [2, 2]);
            let x1 = transpose(transpose((leaky_relu(x0, slope = -0.3))));
            let h8 = gelu(x1);
            let h9 = reshape(h5, [2, 2, 1]);
            (h9, h6, l0(h8))
        }
    }
    R151 {
        input: [4, 5, 4];
        #[frozen] l0: MaxPool2d(1, padding = 0, dilation = 2);
        l1: Conv2d(4 -> 1, kernel = 1, stride = 2, padding = (1, 2), dilation = (1, 2));
        #[frozen] l2: Sigmoid();
        #[frozen] l3: Elu;
        l4: Conv2d(_ -> 1, kernel = 1, stride = (2, 1), padding = valid, groups = 1, bias = true);
        l5: HardSwish;
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(h0);
            let h2 = x0 + x0;
            let h3 = mean(h2, axes = (0, 1));
            let h4 = l4(permute((l3(l2(h0))), [0, 1, 2]));
            let h4 = l5(h4);
            let h6 = softmax(h2, axis = 0);
            let h7 = permute(h3, [0]);
            (h4, h6, h7)
        }
    }
    R152 {
        input: [1, 3, 2];
        l0: AvgPool2d(1, stride = (2, 3), padding = 0, count_include_pad = false);
        l1: Conv2d(1 -> 1, kernel = (1, 2), stride = (1, 2), padding = (0, 2, 1, 2));
        l2: Tanh();
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = l0(h0);
            let h2 = sigmoid(l0(x0));
            let h3 = matmul(h2, h1, transpose_a = true);
            let h4 = l0(h0);
            let h5 = h2 * h1;
            let (h6_0, h6_1) = split(h2, axis = 1);
            let _h7 = l1(h6_1);
            let h6_1 = l2(h2);
            (h3, h4, h5, h6_0, h6_1)
        }
    }
    R153 {
        input x0: [3, 1, 4];
        input x1: [3, 6, 6];
        input x2: [1, 4, 4];
        l0: LayerNorm(axes = 3, eps = 0.1);
        l1: Elu;
        fn forward(_x0, x1, _x2) {
            let x1 = silu(x1);
            let h1 = permute(x1, [2, 1, 0]);
            let h2 = l0(h1);
            let h3 = log_softmax(h2);
            let h4 = l0(h3);
            let h5 = l0(h4);
            let h6 = transpose(h4);
            let h7 = l1(x1);
            let h8 = l0(h2);
            (slice((h5 - h2), ..2), h5, h6, leaky_relu(h7, slope = -0.3), h8)
        }
    }
    R154 {
        input: [2, 3, 4];
        l0: Conv2d(1, kernel = (1, 3), stride = (2, 1), padding = (1, 0, 0, 2));
        l1: GlobalAvgPool2d;
        fn forward(x0) {
            let h0 = hard_swish(expand(x0, [2, 3, 4]));
            let h1 = elu(x0, alpha = 1.5);
            let h2 = transpose(reshape(h1, [6, 1, 4]));
            let h3 = l0((elu(global_avg_pool2d(h2), 0.7)));
            let h4 = l1(h0);
            let h5 = h4 * h4;
            (transpose(h3) - 1.5, h0, h5)
        }
    }
    R155 {
        input x0: [1, 6, 5];
        input x1: [2, 5, 2];
        input x2: [1, 1];
        l0: BatchNorm1d(1, eps = 0.1);
        l1: BatchNorm2d(1, eps = 0.1);
        l2: Elu(alpha = 1.5);
        l3: Sigmoid();
        fn forward(x0, _x1, x2) {
            let h0 = l0(x2);
            let h1 = l1(x0);
            let x0 = l2(h1);
            let h3 = l3(x0);
            let h4 = h3 + h3;
            let h5 = expand(h3, [2, 6, 5]);
            let _h6 = log_softmax(h3, axis = 2);
            let h7 = slice(h5, ..1, axis = 2);
            (h0, h4, h7)
        }
    }
    R156 {
        input: [2, 6, 2];
        l0: Softplus();
        l1: GlobalAvgPool2d;
        l2: Flatten;
        fn forward(x0) {
            let h0 = softplus(x0);
            let h1 = l0(h0);
            let x0 = l1(h1);
            let h3 = sum(h1, axes = (0, 1), keep = false);
            let h4 = l1(h0);
            let h5 = transpose(h4);
            let h6 = l2(h5);
            (x0, h3, hard_swish(h6))
        }
    }
    R157 {
        input: [2, 2];
        l0: BatchNorm1d(eps = 1e-2);
        l1: Gelu(approximate = tanh);
        l2: Linear(_ -> 3);
        l3: Linear(_ -> 3);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = l0(h0);
            let h2 = tanh(softmax(h0));
            let h3 = expand(h1, [2, 2]);
            let h4 = l1(x0);
            let h5 = l2((concat(h4, h1, h4, axis = 0)));
            let h6 = l3(h3);
            let (h7_0, h7_1) = split(h2);
            let (_h8_0, h8_1) = split(h7_1, axis = 1);
            (max(x0, axis = 1), h5, h6, h7_0, h8_1)
        }
    }
    R158 {
        input: [1];
        l0: Flatten;
        l1: Linear(1 -> 5);
        fn forward(x0) {
            let x0 = 0.5 - x0;
            let h1 = x0 - x0;
            let h2 = concat(h1, x0, h1, x0);
            let h3 = mean(h2, axis = 0) / 3.0;
            let h4 = permute(h2, [0]);
            let h5 = mean(h4, axis = 0);
            let h6 = l1(softplus(h3));
            (slice(h3, .., axis = 0), l0(h1), h5, h6)
        }
    }
    R159 {
        input: [3, 2];
        l0: Linear(1 -> 1, bias = true);
        l1: Relu();
        l2: LogSoftmax(axis = 1);
        l3: Relu();
        l4: LayerNorm(axes = 2, eps = 0.1);
        fn forward(x0) {
            let h0 = slice(flatten(x0 / 2), ..1, axis = 0);
            let h1 = l0(h0);
            let h0 = -h1;
            let h3 = l1(x0);
            let h4 = l4(h3);
            let h5 = h4 - l3(x0);
            let h6 = 1e-1 + l2((transpose(h3)));
            (h4, h0, h5, h6, h4)
        }
    }
    R160 {
        input: [3, 1, 6];
        l0: Elu;
        l1: Silu();
        l2: LeakyRelu(slope = -0.3);
        l3: Dropout(0.0);
        fn forward(x0) {
            let h0 = l1(l0(avg_pool2d(avg_pool2d(x0 * 2, 1, stride = (2, 1), padding = valid, count_include_pad = false), kernel = 1, stride = (1, 2))));
            let h1 = l2(h0);
            let h1 = l2(h1);
            let h3 = l3(h1);
            h3
        }
    }
    R161 {
        input x0: [4, 3, 6];
        input x1: [1, 3] in 0..4;
        #[frozen] l0: Silu();
        l1: Conv2d(4 -> 4, kernel = 2, stride = 2, groups = depthwise);
        #[frozen] l2: Conv2d(4 -> 4, kernel = 1, stride = (2, 1), padding = 1, groups = depthwise, bias = true);
        #[frozen] l3: Dropout;
        #[frozen] l4: Upsample2d(scale = 1);
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h1 = l1(silu(x0 - h0));
            let h2 = max_pool2d(l2(h1), 3, stride = (1, 3), padding = same);
            let h3 = slice(h0, 0..1, axis = 1);
            let _h4 = 1.5 - l3(h0);
            (h3, l3(h2), h1, l4(x0))
        }
    }
    R162 {
        input x0: [2, 3];
        input x1: [2, 3];
        input x2: [8, 2];
        #[frozen] l0: LogSoftmax;
        l1: LeakyRelu(slope = -0.3);
        #[frozen] l2: LeakyRelu;
        fn forward(x0, x1, x2) {
            let x0 = transpose(x0);
            let x0 = -x0;
            let h2 = concat(x0, x0, x0, x0, axis = 1);
            let h3 = x2 * matmul(h2, x1, transpose_a = true, transpose_b = true);
            let h4 = l0(h2);
            let h5 = l1(h4);
            let h6 = sum(h5, axes = 1, keep = false);
            let h7 = l0(h5);
            let h8 = sigmoid(h7);
            (h3 - x2, h8, l2(h6))
        }
    }
    R163 {
        input x0: [3, 2, 4];
        input x1: [2];
        #[frozen] l0: Linear(2 -> 1, bias = true);
        #[frozen] l1: HardSwish;
        #[frozen] l2: Linear(4, bias = true);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = l0(x1);
            let h2 = mean(h1, keep = true);
            let h3 = max((dropout(h2, 0.3)), axes = 0, keep = false);
            let h4 = transpose(x0);
            let h5 = h3 * softplus(h0);
            let h6 = l1(h2);
            (h4, h5, l2(h6))
        }
    }
    R164 {
        input x0: [1, 3, 3];
        input x1: [2, 1, 1];
        l0: MaxPool2d(1, stride = 3, padding = valid, dilation = (1, 2));
        l1: Conv2d(2, kernel = (2, 1), padding = same, groups = depthwise, bias = false);
        l2: AvgPool2d(2, stride = 3, padding = 1);
        l3: Softmax(axis = 0);
        fn forward(x0, x1) {
            let x0 = global_avg_pool2d(x0);
            let h1 = x0 * x0;
            let h2 = l0(h1);
            let h3 = l3(l0((l2(x0))));
            let h4 = x1 - (l1(h2));
            (h3 * 2, upsample2d(h4, (3, 1)))
        }
    }
    R165 {
        input: [3, 2];
        l0: Softplus;
        l1: Linear(_ -> 5, bias = false);
        l2: Elu;
        l3: Linear(4);
        l4: Tanh;
        fn forward(x0) {
            let h0 = l1(x0);
            let h1 = dropout(x0, 0.3);
            let h2 = transpose(h1);
            let h3 = l2(x0);
            let _h4 = sigmoid(h2);
            let h5 = l3(h3);
            let h2 = tanh(l0((softmax(x0, axis = 1))));
            let h7 = l4(h2);
            let h8 = expand(h0, [3, 5]);
            let h9 = h8 + h8;
            (h5, h7, h9)
        }
    }
    R166 {
        input x0: [4, 5] in 0..1;
        input x1: [2] in 0..6;
        input x2: [6];
        l0: Silu();
        l1: Gelu;
        l2: Silu();
        l3: Softmax;
        fn forward(_x0, _x1, x2) {
            let h0 = relu((expand(x2, [6])));
            let h1 = x2 - x2;
            let h2 = l0(h0);
            let h3 = tanh(l1(h2));
            let h4 = l1(h3);
            let h5 = l3(h1);
            let h6 = slice(h5, 0..2, axis = 0);
            (l2(h4), h4, h6)
        }
    }
    R167 {
        input: [4, 4, 1];
        l0: BatchNorm2d(4, eps = 0.1);
        fn forward(x0) {
            let h0 = relu(x0);
            let h1 = l0(x0);
            let h2 = l0(h1);
            let h3 = h2 + x0;
            let h4 = hard_swish(h3);
            let h5 = h2 - h4;
            let h6 = avg_pool2d(h5, 1, stride = (2, 3), padding = valid);
            let _h7 = l0(h4);
            let h8 = flatten(h0);
            (reshape(h0, [8, 2]), h6, h8, h3)
        }
    }
    R168 {
        input x0: [3, 2, 1];
        input x1: [1, 5];
        input x2: [3, 3];
        l0: AvgPool2d(kernel = 3, stride = 1, padding = 1, count_include_pad = true);
        l1: LogSoftmax(axis = 1);
        l2: Softmax(axis = 0);
        l3: Flatten;
        fn forward(x0, _x1, _x2) {
            let h0 = l0(x0);
            let h1 = permute(h0, [1, 2, 0]);
            let _h2 = expand(h1, [2, 1, 3]);
            let h0 = l0(x0);
            let h4 = l2(l1(h0));
            let h5 = slice(h4, .., axis = 1);
            (l3(h0), transpose(h4), h5, elu(x0, 0.7), softplus(h0))
        }
    }
    R169 {
        input x0: [2, 3] in 0..5;
        input x1: [2, 4] in 0..5;
        input x2: [2, 4, 3];
        l0: Embedding(3);
        l1: Upsample2d((1, 2));
        l2: BatchNorm2d(eps = 0.1, momentum = 0.3);
        fn forward(_x0, x1, x2) {
            let h0 = l0(x1);
            let x1 = concat(h0, h0, h0);
            let h2 = elu(x1, alpha = 1.5);
            let h3 = dropout(x1, p = 0.25);
            let h4 = gelu(h3, approximate = none);
            let _h5 = l1(permute(h4, [0, 1, 2]));
            let h6 = l1(h2);
            let h7 = concat(h0, h0, x2, axis = 2);
            (h6, l2(h7))
        }
    }
    R170 {
        input x0: [4, 3];
        input x1: [2, 6, 5];
        input x2: [3, 4] in 0..4;
        l0: Sigmoid;
        l1: Conv2d(_ -> 3, kernel = 2, dilation = 2, groups = depthwise);
        l2: GlobalAvgPool2d;
        fn forward(x0, x1, _x2) {
            let h0 = x1 + x1;
            let x0 = slice(x0, ..1, axis = 1);
            let h2 = slice(h0, 1..2, axis = 0);
            let h3 = l0(h2);
            let h3 = dropout((l1(h3)), 0.3);
            let h5 = l0(h3);
            let h6 = h0 - x1;
            let h7 = l2(h0);
            let h2 = relu(h6);
            let h9 = slice(h2, 0..5, axis = 2);
            (x0, h5, h7, h9 + h0)
        }
    }
    R171 {
        input x0: [4, 2, 6];
        input x1: [4, 5];
        input x2: [2, 6, 2];
        input x3: [2, 4, 6];
        l0: Conv2d(4, kernel = 1, padding = same);
        l1: Linear(4, bias = false);
        fn forward(_x0, x1, x2, x3) {
            let h0 = transpose(x1);
            let h1 = matmul(x2, x3, transpose_a = true, transpose_b = true);
            let h2 = concat(h1, h1, h1, axis = 2);
            let h3 = global_avg_pool2d(h2);
            let h4 = l0(h3);
            let h5 = 0.5 - l0(h3);
            let h6 = max_pool2d(h5, 1, stride = 3, padding = valid, dilation = (2, 1));
            let h7 = h6 - h6;
            let h8 = l1(h0);
            let h9 = h1 * h1;
            (h4, h7, h8, h9, expand(h2, [2, 2, 12]))
        }
    }
    R172 {
        input x0: [4, 6, 4];
        input x1: [1, 4, 4];
        l0: Conv2d(_ -> 3, kernel = (3, 2), stride = 2, padding = (2, 1, 2, 1), dilation = 2);
        fn forward(x0, x1) {
            let x0 = softplus(elu(max(x0 * upsample2d(x0, 1), axes = 0, keep = true)));
            let h1 = dropout(x0, 0.0);
            let h2 = softplus(h1);
            let h3 = l0((matmul(x1, h2, transpose_a = true, transpose_b = true)));
            (h2, h3)
        }
    }
    R173 {
        input x0: [1, 5, 4];
        input x1: [4, 2, 3];
        l0: Silu;
        l1: LogSoftmax(axis = 1);
        l2: BatchNorm2d(eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = permute(x0, [1, 2, 0]);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = expand(h2, [5, 4, 1]);
            let h4 = l0(x0);
            let h5 = l2(h4);
            let _h6 = x0 + h5;
            let h7 = softplus(l0(x1));
            let h8 = h7 + h7;
            (h3, h8, l2(h4))
        }
    }
    R174 {
        input x0: [4, 4] in 0..3;
        input x1: [1];
        l0: Embedding(3 -> 2);
        l1: MaxPool2d(kernel = 2, stride = 1, padding = 1);
        l2: Flatten;
        l3: MaxPool2d(kernel = (2, 3), stride = 3, padding = same);
        l4: HardSwish();
        fn forward(x0, x1) {
            let h0 = l1(l0(x0));
            let h1 = upsample2d(h0, (1, 2));
            let h2 = l3(h0);
            let h3 = dropout(h0, 0.0);
            let h4 = l2(h1);
            (l4(h2), h3, concat(x1, x1, expand(l2(h1), [120]), axis = 0), h4)
        }
    }
}

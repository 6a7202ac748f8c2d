//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R175 {
        input x0: [1, 4];
        input x1: [1, 2];
        input x2: [2, 2] in 0..5;
        l0: Linear(_ -> 5, bias = false);
        l1: Linear(_ -> 5);
        l2: Linear(5 -> 1);
        l3: GroupNorm(5, eps = 0.1, affine = false);
        fn forward(x0, x1, _x2) {
            let h0 = l0(relu(x1));
            let (_h1_0, h1_1) = split(x0, axis = 1);
            let h2 = log_softmax(l0(h1_1), axis = 1);
            let x0 = l1(h2);
            let h4 = softplus(x0);
            let _h5 = slice(h1_1, ..2, axis = 1);
            let h6 = flatten(h4);
            let h7 = l2(h0);
            let h8 = l3(h6);
            let (_h9_0, _h9_1, _h9_2, h9_3, h9_4) = split(h8);
            (h7, h9_3, h9_4, h7)
        }
    }
    R176 {
        input x0: [4, 1, 2];
        input x1: [12, 2, 6];
        l0: LayerNorm(eps = 0.1);
        fn forward(x0, x1) {
            let h0 = pad2d(x0, (1, 0, 2, 2));
            let h1 = log_softmax(concat(h0, h0, h0), axis = 1);
            let h2 = leaky_relu(x1 - h1, slope = -0.3);
            let _h3 = upsample2d(h1, (2, 1));
            let h4 = l0(glu(reshape(h0, [48])));
            (h2, h4)
        }
    }
    R177 {
        input: [3, 2] in 0..2;
        l0: Embedding(2 -> 1);
        l1: Conv2d(_ -> 1, kernel = 1, stride = 2, padding = (0, 1, 2, 1), dilation = (1, 2), groups = 1);
        l2: LogSoftmax;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = 0.5 - pad2d(l0(x0), (2, 1, 1, 1), mode = zero);
            let h2 = l0(x0);
            let h3 = l2(l1(h0));
            let h4 = dropout(h3, p = 0.25);
            let _h5 = h4 - h3;
            (h2, mean(h1, axes = (0, 1, 2)))
        }
    }
    R178 {
        input x0: [4, 6, 2];
        input x1: [2, 2, 2];
        l0: Conv2d(_ -> 2, kernel = 3, padding = 0, dilation = 2, groups = 2, bias = false);
        l1: Softmax;
        l2: MaxPool2d(kernel = (1, 3), stride = 1, padding = same, dilation = 2);
        l3: RmsNorm(axes = 3);
        l4: LeakyRelu(0.2);
        fn forward(x0, x1) {
            let h0 = upsample2d(elu(x0), scale = (1, 3));
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = l2(((h2 - 2) * x1));
            let h4 = -h3;
            let h5 = l4(l3(h4));
            h5
        }
    }
    R179 {
        input: [2, 2];
        l0: Glu(axis = 1);
        l1: Softmax(axis = 0);
        l2: BatchNorm1d(2);
        l3: Linear(1 -> 4, bias = true);
        l4: Linear(4, bias = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 - h0;
            let h2 = l1(h1);
            let h3 = l2(h2);
            let h4 = l3(h3);
            let h5 = max(h4, axis = 0, keep = true);
            let h6 = l4(x0);
            let h7 = h6 * h4;
            let h8 = glu(h2);
            (h5, h7, h8)
        }
    }
    R180 {
        input x0: [3];
        input x1: [4, 6, 3];
        input x2: [1, 2, 5];
        l0: Relu();
        l1: Pad2d(padding = (1, 0, 0, 2), mode = zero);
        l2: Linear(3 -> 2, bias = false);
        fn forward(x0, x1, x2) {
            let h0 = glu(x2, axis = 1);
            let (h1_0, h1_1) = split(x1, axis = 0);
            let h2 = elu(x2, 0.7);
            let (h3_0, _h3_1, h3_2, h3_3, h3_4) = split(h2, axis = 2);
            let h4 = softplus(h3_4);
            let h5 = h3_2 + h3_2;
            let h6 = l0(h3_0);
            let _h7 = l2(x0);
            let h8 = l0(h0);
            let h9 = flatten(h8);
            let h10 = flatten(slice(h3_2, 0..1, axis = 1));
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(l1(h5));
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h6);
            let h17 = concat(h16, h15);
            (leaky_relu(h0, 0.2), h1_0, h1_1, h3_3, h4, h17)
        }
    }
    R181 {
        input x0: [4, 3];
        input x1: [2, 3];
        l0: LayerNorm(axes = 2);
        l1: MaxPool1d(2, stride = 3, dilation = 2);
        fn forward(x0, x1) {
            let h0 = slice(x0, 0..2);
            let h1 = l0(h0);
            let h2 = l1(h0);
            let h3 = log_softmax(reshape(h1, [1, 2, 3]), axis = 0);
            let h4 = concat(avg_pool1d(l1(l0(h0)), kernel = 2, padding = same), x1, x1, axis = 1);
            (h2, h3, h4, h2)
        }
    }
    R182 {
        input x0: [2, 1, 3];
        input x1: [3, 4, 4];
        input x2: [1, 1, 4];
        l0: Pad2d((0, 0, 0, 2), mode = reflect);
        l1: AvgPool2d(2, padding = same, count_include_pad = false);
        l2: Softmax;
        l3: Tanh;
        fn forward(x0, x1, _x2) {
            let h0 = x1 * x1;
            let x1 = reshape(h0, [48]);
            let h2 = l0(x0);
            let h3 = concat(x0, x0, h2, axis = 2);
            let _h4 = sum(h0, axes = (0, 1));
            let h5 = l2(x1);
            let h6 = l3(h2 * elu(h2, 0.7));
            (l1(h3), h5, h6)
        }
    }
    R183 {
        input x0: [3, 3] in 0..4;
        input x1: [3, 3, 4];
        l0: Embedding(6 -> 4);
        l1: MaxPool1d(2, padding = valid, dilation = 2);
        l2: Relu;
        l3: AvgPool2d(1, stride = (3, 1), padding = valid);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = h0 - x1;
            let h2 = global_avg_pool2d(l0(x0));
            let h3 = h0 - h1;
            let h4 = max(h3, axis = 0, keep = false);
            let h5 = l1(h4);
            let _x1 = l2((l0(x0)));
            let h7 = l3(h2);
            (h5, h7)
        }
    }
    R184 {
        input x0: [4, 2];
        input x1: [2, 6, 5];
        input x2: [2, 3] in 0..6;
        l0: MaxPool1d(1, stride = 1, dilation = 2);
        fn forward(x0, x1, _x2) {
            let h0 = l0(x0);
            let h1 = slice(permute(x1, [2, 1, 0]), ..1, axis = 2);
            let h2 = x0 + h0;
            let x0 = upsample2d(h1, (1, 3));
            let h4 = l0(h2);
            let h5 = x0 - x0;
            let _h6 = matmul(h5, h5, transpose_a = false, transpose_b = true);
            let h7 = l0(h4);
            (permute(h4, [1, 0]), h1, h7)
        }
    }
    R185 {
        input: [3, 2, 2];
        #[frozen] l0: AvgPool2d((1, 2), stride = 1, padding = 0, count_include_pad = false);
        #[frozen] l1: Conv2d(1 -> 2, kernel = (1, 3), stride = (1, 2), padding = same);
        #[frozen] l2: Silu;
        #[frozen] l3: Conv2d(_ -> 2, kernel = 1, stride = (1, 2), padding = (2, 1, 1, 0));
        fn forward(x0) {
            let h0 = elu((l0(x0)), 0.7);
            let x0 = (max(h0, axes = (0, 2), keep = true)) - -1;
            let x0 = softplus(dropout(x0));
            let h3 = x0 + x0;
            let h4 = l1(h3);
            let h5 = transpose(h4);
            let h6 = softmax(l2(h4), axis = 1);
            (h5, l3(h6))
        }
    }
    R186 {
        input x0: [4, 4, 4];
        input x1: [7];
        input x2: [2, 3, 4];
        l0: Elu(alpha = 1.5);
        l1: BatchNorm1d(eps = 0.1);
        l2: Glu;
        l3: InstanceNorm2d(eps = 0.1, affine = false);
        fn forward(x0, x1, x2) {
            let x0 = max_pool2d(x0, (2, 1), stride = 1);
            let h1 = concat(x2, x0, x0, x2, axis = 0);
            let h2 = l1(l0(x1));
            let _h3 = l0(x1);
            let (h4_0, _h4_1, h4_2, h4_3, _h4_4, h4_5, h4_6) = split(h2);
            let h5 = flatten(h4_0);
            let h6 = flatten(l2(h1));
            let h7 = concat(h6, h5);
            let h8 = flatten(h7);
            let h9 = flatten(l3(permute(l3(l2(h1)), [0, 1, 2])));
            let h10 = concat(h9, h8);
            (h4_0, h4_2, h4_3, h4_5, h4_6, h10)
        }
    }
    R187 {
        input x0: [2, 4];
        input x1: [2, 5] in 0..4;
        l0: GroupNorm(1, affine = true);
        l1: Linear(_ -> 3, bias = false);
        l2: Embedding(5 -> 2);
        l3: Linear(_ -> 3, bias = true);
        fn forward(x0, x1) {
            let h0 = matmul(x0, x0 + x0, transpose_b = true);
            let h1 = expand(h0, [2, 2]);
            let h2 = transpose(h1);
            let h3 = l0(h2);
            let h4 = l0(h3);
            let h5 = h1 - h4;
            let h3 = l1(h5);
            let _h7 = l2(x1);
            let h8 = max_pool1d(l3(h3), kernel = 2, stride = 1, padding = 0);
            let h9 = concat(h8, h4, h4, h4, axis = 1);
            h9
        }
    }
    R188 {
        input x0: [3, 2, 5];
        input x1: [3, 2, 5];
        fn forward(x0, x1) {
            let h0 = glu(x1 - x0, axis = 1);
            let h1 = 0.5 * h0;
            let h2 = relu(h1);
            let x0 = h2 + h0;
            let h4 = log_softmax(x1, axis = 0);
            let h5 = x0 + 0.5;
            let h6 = reshape(h4, [2, 5, 3]);
            let _h7 = sigmoid(h6);
            (h5, log_softmax(h0, axis = 0))
        }
    }
    R189 {
        input x0: [2, 2, 6];
        input x1: [2, 2, 6];
        l0: RmsNorm(eps = 0.1);
        l1: Conv2d(3, kernel = (1, 2), stride = (1, 2), padding = 1, dilation = (2, 1));
        l2: Gelu(approximate = none);
        fn forward(x0, x1) {
            let h0 = l0(slice(x0, 1..6, axis = 2));
            let h1 = relu(h0);
            let h2 = sigmoid(l2(x1 * x0));
            let h3 = softplus(h2);
            let h4 = softplus(x0);
            let h5 = transpose(h4);
            (l1(h1), l1(h0), h3, h5)
        }
    }
    R190 {
        input: [2, 3];
        l0: Softmax(axis = 1);
        l1: BatchNorm1d(eps = 0.1);
        l2: Elu(0.7);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + x0;
            let h2 = mean(h1, axis = 1);
            let h3 = max(h2, keep = true);
            let h4 = l0(leaky_relu(x0, 0));
            let (h5_0, h5_1) = split(h4, axis = 0);
            let h6 = concat(h5_1, h5_0, h5_0, axis = 1);
            let h7 = l2(h3);
            let h8 = l1(h3);
            (h6, h7, l2(h8 - h8))
        }
    }
    R191 {
        input x0: [1, 4] in 0..4;
        input x1: [2, 6, 5];
        l0: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        l1: Silu;
        fn forward(_x0, x1) {
            let h0 = dropout(x1, 0.3);
            let x1 = sum((gelu(h0, approximate = tanh)), axes = 0);
            let h2 = reshape(x1 * 1.5, [2, 3, 5]);
            let h3 = mean(h2, axes = 2);
            let h4 = l0(h3);
            let h5 = l0(dropout(h4, 0.3));
            let h6 = l1(h5);
            h6
        }
    }
    R192 {
        input: [3, 4];
        l0: Relu;
        l1: Linear(4);
        l2: Tanh();
        fn forward(x0) {
            let h0 = mean(x0, axes = (0, 1));
            let h1 = l0(h0);
            let h2 = l1(h1);
            let _h3 = dropout(h1, 0.0);
            let h4 = slice(h1, ..);
            let h5 = l2(l0(h1));
            (l2(h2), h4, h5)
        }
    }
    R193 {
        input: [1, 4, 1];
        l0: Silu;
        l1: PRelu(1);
        l2: Linear(1 -> 1, bias = false);
        l3: Conv2d(2, kernel = 1, stride = (1, 2), padding = valid, dilation = 2, groups = depthwise, bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 - x0;
            let h2 = global_avg_pool2d(l1(h0));
            let h2 = mean(h2, axes = 1);
            let h4 = l2(h2);
            let h5 = l3(l0(x0));
            let (h6_0, h6_1) = split(h5);
            (h0, h1, leaky_relu(h4, slope = -0.3), h6_0, h6_1)
        }
    }
    R194 {
        input: [2, 2];
        l0: PRelu(2);
        fn forward(x0) {
            let h0 = max(softplus(slice(x0, 0..2, axis = 0)), keep = true);
            let h0 = softplus(h0);
            let (h2_0, h2_1) = split(x0, axis = 1);
            let h3 = dropout(l0(h2_1), p = 0.25);
            let h4 = -0.7 - h2_0;
            let h2_1 = l0(h4);
            let h6 = permute(h3, [1, 0]);
            (h0, h2_1, h6)
        }
    }
    R195 {
        input x0: [4, 5, 1];
        input x1: [4];
        input x2: [5];
        l0: Linear(5 -> 1, bias = true);
        l1: Silu;
        l2: Softplus();
        l3: Softmax(axis = 0);
        fn forward(x0, _x1, x2) {
            let h0 = expand(x2, [5]);
            let h1 = l1(h0);
            let h2 = l1(x2);
            let h3 = gelu(h1);
            let h4 = l3(h3);
            (glu(matmul(x0, x0, transpose_a = false, transpose_b = true), axis = 0), l0(h2), l2(l0(h0)), h4)
        }
    }
    R196 {
        input: [4, 6, 6];
        l0: Conv2d(_ -> 3, kernel = (1, 3), stride = 2, padding = same, dilation = 2);
        l1: Upsample2d(scale = 2);
        l2: Relu();
        l3: Upsample2d(1);
        l4: MaxPool2d((1, 3), padding = (0, 1), dilation = 2);
        fn forward(x0) {
            let h0 = l2(l1(l0(silu(x0))));
            let h1 = l3(h0);
            let x0 = l3(h1);
            let h3 = expand(x0, [3, 6, 6]);
            let h4 = reshape(h3, [108]);
            let h5 = l4(h3);
            let h6 = matmul(h5, h3, transpose_a = true);
            let (h7_0, _h7_1, h7_2) = split(h6);
            (h4, concat(h5, h5, axis = 1), h7_0, h7_2)
        }
    }
    R197 {
        input: [4, 6, 2];
        l0: Conv2d(4 -> 4, kernel = 2, stride = (2, 1), padding = 1, groups = depthwise, bias = true);
        fn forward(x0) {
            let h0 = leaky_relu(x0, slope = -0.3);
            let h1 = x0 * h0;
            let _h2 = elu(h0, alpha = 1.5);
            let h3 = h1 / 1e-1;
            let h4 = relu(l0(h0));
            let h5 = l0(h3);
            let h3 = matmul(h5, h4, transpose_a = true, transpose_b = false);
            let h7 = matmul(h3, h5, transpose_a = false, transpose_b = true);
            h7 + h7
        }
    }
    R198 {
        input x0: [2, 1, 5];
        input x1: [4, 4];
        l0: Gelu(approximate = tanh);
        l1: AvgPool1d(2, stride = 3, padding = same, count_include_pad = false);
        l2: LeakyRelu(slope = -0.3);
        l3: Linear(4 -> 1);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = l1(x1);
            let h2 = l2(x0);
            let h3 = matmul(x1, concat(matmul(h0, h1), l1(h0), axis = 1), transpose_a = false, transpose_b = true);
            let h4 = upsample2d(h2, (3, 1));
            (l3(h3), tanh(h4))
        }
    }
    R199 {
        input x0: [2, 3, 1];
        input x1: [2, 1, 6];
        input x2: [2, 1, 1];
        input x3: [8, 3, 1];
        l0: BatchNorm2d(eps = 0.1);
        l1: InstanceNorm2d(affine = false);
        l2: HardSwish;
        fn forward(x0, _x1, x2, x3) {
            let h0 = global_avg_pool2d(x0);
            let h1 = x2 - h0;
            let h2 = h1 * 1.5;
            let h3 = global_avg_pool2d(h2 - h0);
            let h4 = l0(x0);
            let h5 = l1(h0);
            let h6 = l0(h4);
            let h7 = concat(h6, x0, h4, h6, axis = 0);
            let h8 = matmul(h7, x3, transpose_a = true);
            (h3, l2(h5), h2, h8, permute(h1, [2, 1, 0]))
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R125 {
        input: [2, 6, 3];
        l0: RmsNorm;
        l1: BatchNorm2d(eps = 1e-2);
        l2: Elu(alpha = 1.5);
        fn forward(x0) {
            let h0 = l0(l0(matmul(x0, x0, transpose_a = true)));
            let x0 = transpose(slice(h0, ..2, axis = 1));
            let h2 = l0(h0) - h0;
            let h3 = l1(h2);
            let h4 = l0(h3);
            let h5 = l2(h4);
            let h6 = transpose(x0);
            (h6, l1(h5))
        }
    }
    R126 {
        input x0: [3, 3, 1];
        input x1: [3, 1, 3];
        l0: Softplus();
        l1: GlobalAvgPool2d;
        l2: Silu();
        l3: RmsNorm(eps = 1e-2);
        l4: PRelu(1);
        l5: Conv2d(1, kernel = 1, stride = 1, dilation = 2);
        fn forward(x0, x1) {
            let x1 = l1(l0(silu(x1 + x1)));
            let (h1_0, h1_1, h1_2) = split(x1);
            let h2 = gelu(h1_0);
            let h3 = matmul(h1_1, h1_2, transpose_b = true);
            let h4 = l5(l4(h3));
            (sum(h2, keep = true), l3(l2(x0)), h4)
        }
    }
    R127 {
        input x0: [6];
        input x1: [1, 1];
        input x2: [1, 1];
        l0: LayerNorm(eps = 0.1);
        l1: Relu();
        l2: Conv1d(_ -> 4, kernel = 1, stride = 2, padding = (2, 1));
        fn forward(x0, x1, x2) {
            let (_h0_0, h0_1, h0_2) = split(x0, axis = 0);
            let h1 = max(h0_1, keep = true);
            let h2 = softmax(h0_2);
            let h3 = l0(h2);
            let h4 = softplus(h3);
            let h5 = l1(h0_1);
            let h6 = h5 - h5;
            let h7 = l0(h6);
            (h1, h4, h7, l2(x2 * (x2 * x1)))
        }
    }
    R128 {
        input x0: [3, 2] in 0..1;
        input x1: [3, 5] in 0..1;
        l0: Embedding(3);
        l1: LogSoftmax(axis = 0);
        l2: PRelu(1);
        l3: RmsNorm(axes = 1);
        l4: Sigmoid;
        fn forward(_x0, x1) {
            let h0 = l0(x1);
            let h1 = l1(slice(h0, 2..3, axis = 0));
            let h2 = l2(h1);
            let h3 = pixel_shuffle(h0, 1);
            let h4 = max(h3, axes = 1, keep = true);
            let h5 = -1 * h4;
            let h6 = permute(l1(h2), [0, 1, 2]);
            let _h7 = l2(h6);
            let h8 = l4(h1);
            (h5, l3(h6), h8)
        }
    }
    R129 {
        input: [1];
        l0: Linear(1 -> 5);
        l1: Softplus;
        l2: Silu();
        fn forward(x0) {
            let h0 = sum(x0, axes = 0);
            let h1 = expand(permute(h0, [0]), [1]);
            let h2 = concat(h1, x0);
            let h3 = l1(h0);
            let h4 = sigmoid(hard_swish(h0 + h1));
            let h5 = l0(h4);
            let h6 = l2(l0(h1));
            (permute(h2, [0]), h3, h5, h6)
        }
    }
    R130 {
        input x0: [2, 3];
        input x1: [2, 3];
        l0: Conv1d(2 -> 1, kernel = 1, stride = 2, dilation = 2);
        l1: Tanh();
        l2: Dropout(p = 0.25);
        l3: AvgPool1d(kernel = 2, stride = 1, padding = 1);
        fn forward(x0, x1) {
            let x1 = x0 + x1;
            let h1 = dropout(x1, 0.0);
            let h2 = l0(dropout(h1, 0.3));
            let (h3_0, h3_1) = split(l1(h2), axis = 1);
            let h4 = l2(h3_1);
            let h5 = slice(x1, 0..1);
            let h6 = concat(x0, h5, h5, (softmax(h1)));
            (h4, transpose(x1), l3(h3_0), h6)
        }
    }
    R131 {
        input: [3, 5] in 0..5;
        l0: Embedding(3);
        l1: Conv2d(_ -> 3, kernel = 2, stride = 2, dilation = (2, 1), groups = depthwise);
        l2: PRelu(1);
        l3: MaxPool2d(3, stride = 2, padding = same, dilation = (1, 2));
        l4: PixelShuffle(1);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = sigmoid(h0);
            let h2 = matmul(x0, x0, transpose_a = true);
            let h3 = l1(h0 + log_softmax(x0, axis = 2));
            let h4 = l3(l2(h3));
            let h5 = l4(h2);
            let h6 = transpose(h5);
            (h4, h6)
        }
    }
    R132 {
        input: [3, 2, 5];
        l0: Dropout;
        l1: Relu;
        l2: Conv2d(3, kernel = 1, stride = 2, padding = valid);
        fn forward(x0) {
            let h0 = l0(x0);
            let (h1_0, h1_1) = split(permute(l1(h0), [0, 1, 2]), axis = 1);
            let h2 = matmul(h1_1, h1_1, transpose_b = true);
            let x0 = upsample2d(tanh(h1_1), (2, 1));
            let _h4 = leaky_relu(h0, slope = -0.3);
            let h0 = l2(h2);
            let h6 = transpose(h2);
            let h7 = l0(h6);
            (h2, h1_0, x0, l1(h0), h7)
        }
    }
    R133 {
        input: [3, 6, 6];
        #[frozen] l0: Conv2d(2, kernel = 1, stride = (2, 1), padding = same, dilation = (1, 2), groups = 1, bias = false);
        l1: LeakyRelu(slope = -0.3);
        l2: Conv2d(3, kernel = (1, 3), padding = (2, 0), dilation = 2, groups = 1, bias = false);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = x0 - x0;
            let h2 = l1(x0);
            let h3 = transpose(reshape(h2, [6, 6]));
            let h4 = max_pool1d(h3, kernel = 3, padding = valid);
            let h5 = permute(h4, [1, 0]);
            let _h6 = h5 * h5;
            let h7 = reshape(h1, [4, 9]);
            (h5, l2(l1(h1)), l1(h2), h7)
        }
    }
    R134 {
        input: [2, 1] in 0..5;
        l0: Embedding(5 -> 1);
        l1: PRelu(1);
        l2: Flatten;
        l3: HardSwish();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1((mean(h0, axes = (0, 2))));
            let h2 = leaky_relu(h1 + h1, 0.2);
            let h3 = 3.0 + h1;
            let (h4_0, h4_1) = split(h0);
            let h5 = l1(h2);
            let h6 = l2(h5);
            let h7 = l3(h3);
            (h4_0, h3, h4_1, h6 - 2, relu(h7))
        }
    }
    R135 {
        input x0: [1, 5, 3];
        input x1: [2];
        l0: Linear(2 -> 2, bias = false);
        l1: InstanceNorm2d(eps = 1e-2);
        l2: GlobalAvgPool2d;
        l3: RmsNorm(axes = 1, eps = 0.1);
        l4: LayerNorm;
        fn forward(x0, x1) {
            let h0 = x1 + (leaky_relu(x1, 0));
            let h1 = slice(matmul(x0, x0, transpose_a = false, transpose_b = true), 0..);
            let (_h2_0, h2_1) = split(x1, axis = 0);
            let h3 = l0(l0(h0));
            let h0 = l1(h1);
            let h5 = h2_1 + -1;
            let h6 = l3(l2(h0));
            let h7 = l4(h3);
            (h5, h6, h7)
        }
    }
    R136 {
        input: [3, 2] in 0..6;
        l0: Embedding(9 -> 2);
        l1: Elu(alpha = 1.5);
        l2: AvgPool2d(3, stride = 3, padding = 1, count_include_pad = true);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l2(l1(tanh(x0)));
            let (h2_0, h2_1) = split(x0, axis = 1);
            let h3 = l2(x0);
            let h4 = l1(x0);
            let h5 = tanh(h4);
            let h6 = h2_1 * h2_0;
            let (h7_0, h7_1, h7_2) = split(h3);
            let h8 = flatten(h4);
            let h9 = flatten(h7_2);
            let h10 = concat(h9, h8);
            (h1, h6, l2(h5), h7_0, h7_1, h10)
        }
    }
    R137 {
        input: [4, 3];
        l0: RmsNorm(axes = 2);
        l1: Glu(axis = 1);
        l2: BatchNorm1d;
        l3: Dropout(0.3);
        fn forward(x0) {
            let h0 = transpose(x0);
            let h0 = tanh(h0);
            let h2 = l0(h0);
            let h3 = l1(h2);
            let h4 = permute(h3, [1, 0]);
            let h5 = permute(h4 * h4, [0, 1]);
            let h6 = l3(h0);
            let h7 = l2(h4);
            let h8 = h7 / -0.7;
            (permute(l2(h5), [1, 0]), h6, h8)
        }
    }
    R138 {
        input: [5];
        l0: Gelu;
        #[frozen] l1: HardSwish();
        l2: Softmax;
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l0(h0);
            let h2 = l0(h1 * x0);
            let h3 = l1(h2);
            let h4 = max(h2, keep = true);
            let h5 = l1(l2(3.0 * h3));
            let h0 = l1(h3);
            (h4, h5, h0)
        }
    }
    R139 {
        input x0: [4, 5] in 0..5;
        input x1: [16];
        input x2: [4, 5, 8];
        l0: Embedding(5 -> 4);
        l1: Silu;
        l2: BatchNorm1d(eps = 0.1, momentum = 0.3);
        fn forward(x0, x1, x2) {
            let x0 = l0(x0);
            let x1 = reshape((l1(slice(x0, ..1, axis = 1))), [16]) - x1;
            let h2 = mean(x1, axes = 0, keep = true);
            let x0 = l1(concat(x0, x0, axis = 0));
            let h4 = permute(x0, [1, 2, 0]);
            let h5 = permute(h4, [1, 0, 2]);
            let _h6 = l2(h2);
            let h7 = x2 * h5;
            h7
        }
    }
    R140 {
        input x0: [2, 4, 5];
        input x1: [2, 2, 1];
        l0: Softplus;
        l1: Softmax(axis = 0);
        l2: Softmax(axis = 2);
        l3: Conv2d(2 -> 2, kernel = 1, stride = 2, dilation = (2, 1), groups = 2);
        fn forward(x0, x1) {
            let h0 = expand(x0, [2, 4, 5]);
            let x0 = hard_swish(softplus(h0));
            let h2 = relu(l0(x0));
            let h3 = log_softmax(h2, axis = 2);
            let h4 = l1(h3);
            let h5 = l1(h4);
            let h6 = l3(h5);
            let h7 = concat(h6, x1, h6, axis = 2);
            let h8 = dropout(x0);
            (l2(h3), h7, h8)
        }
    }
    R141 {
        input: [3, 5, 5];
        l0: Conv2d(_ -> 4, kernel = 1, stride = 2, dilation = 2);
        l1: GroupNorm(4, eps = 0.1, affine = true);
        l2: Conv2d(3, kernel = 2, stride = (1, 2), padding = (0, 1, 1, 2), dilation = 2);
        fn forward(x0) {
            let x0 = x0 * x0;
            let x0 = reshape(x0, [5, 5, 3]);
            let h2 = l0(x0);
            let h3 = l2(l1(l0(x0 * x0)));
            let h4 = h3 + h3;
            let h5 = sigmoid(h4);
            (l0(x0), h2, avg_pool2d(h3, kernel = 2, stride = 1, padding = (0, 1), count_include_pad = true) * 0.5, h5)
        }
    }
    R142 {
        input: [4, 6, 3];
        l0: Relu;
        fn forward(x0) {
            let h0 = avg_pool2d(mean(x0, axes = 0, keep = true), 1, stride = (3, 2), padding = 0, count_include_pad = false);
            let h1 = sum(x0, axis = 0);
            let h2 = dropout(mean(h1, axes = (0, 1)), 0.0);
            let h3 = slice(h2, 0..1, axis = 0);
            let _h4 = sum(x0, axes = (0, 2));
            (l0(h0), h3, pixel_shuffle(pad2d(l0(permute(x0, [1, 0, 2])), (1, 2, 1, 2), mode = reflect), 1))
        }
    }
    R143 {
        input x0: [5] in 0..5;
        input x1: [3];
        #[frozen] l0: Embedding(5 -> 4);
        l1: LeakyRelu(0.2);
        l2: AvgPool1d(2);
        l3: Elu(0.7);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let _h1 = l0(x0);
            let h2 = l1(h0);
            let h3 = expand(h0, [5, 4]);
            let h4 = h3 * h3;
            let h5 = reshape(h4, [20]);
            let h6 = l3(h5);
            let h7 = concat(h6, h5, h5, x1);
            (x1, elu(l0(x0)), leaky_relu(h2, slope = -0.3), l2(h4), h7)
        }
    }
    R144 {
        input: [2, 2];
        l0: LeakyRelu(slope = -0.3);
        l1: LeakyRelu(0);
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = tanh((l0(mean((transpose(h0))))));
            let h2 = transpose(x0);
            let h3 = l1(h1);
            let (h4_0, h4_1) = split(h2, axis = 0);
            let h5 = -expand(h3, [1]);
            let h6 = l1(h5);
            (h1 + h1, h4_0, h4_1, h6)
        }
    }
    R145 {
        input x0: [2, 2, 3];
        input x1: [2, 1] in 0..2;
        input x2: [2, 2, 3];
        l0: HardSwish();
        l1: LogSoftmax(axis = 2);
        l2: Embedding(4);
        l3: Tanh();
        l4: Gelu;
        l5: Conv2d(_ -> 1, kernel = (2, 3), stride = 2, padding = same, dilation = 2);
        fn forward(x0, x1, x2) {
            let h0 = x0 - x2;
            let h1 = l0(silu(h0));
            let h0 = l1(x0);
            let h3 = l3(h1);
            let h4 = expand(h3, [2, 2, 3]);
            let h5 = h4 * h4;
            let h6 = l4(h0);
            let h7 = elu(l5(l2(x1)), 0.7);
            (mean(h5, axis = 0, keep = true), h6, h7)
        }
    }
    R146 {
        input: [4, 3];
        l0: AvgPool1d(kernel = 2, padding = 1, count_include_pad = true);
        l1: HardSwish();
        l2: BatchNorm1d(eps = 1e-2);
        fn forward(x0) {
            let h0 = glu(x0);
            let h1 = l0(h0);
            let x0 = dropout(h1);
            let h3 = glu(x0);
            let h3 = h3 * h3;
            let h5 = max_pool1d(h3, kernel = 2, stride = 3);
            let h6 = l2((l1(h0)));
            (h5, x0, h6)
        }
    }
    R147 {
        input x0: [1, 4, 6];
        input x1: [3, 6, 6];
        l0: BatchNorm2d(momentum = 0.3);
        l1: Elu(alpha = 1.5);
        l2: Relu;
        l3: BatchNorm2d(3, eps = 0.1);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = expand(x0, [1, 4, 6]);
            let h2 = h1 * h1;
            let h3 = transpose(global_avg_pool2d(h0));
            let h4 = concat(h3, h3, axis = 1);
            let h5 = relu(h0);
            let h6 = l3(h4);
            let _h7 = h6 + h6;
            let h8 = l1(h5);
            (h2, l1(h0), l2(h4), h8)
        }
    }
    R148 {
        input: [3, 5];
        l0: LeakyRelu(0);
        l1: HardSwish();
        fn forward(x0) {
            let h0 = softmax((max(x0, axis = 1, keep = true)), axis = 1);
            let h1 = hard_swish(h0);
            let h2 = tanh(h1);
            let _h3 = -h2;
            let h4 = l1(reshape(max((l0(h0)), axis = 1, keep = false), [3, 1, 1, 1]));
            let h5 = max(h2, axes = 0);
            let h6 = reshape((slice(h4, ..1, axis = 2)), [3, 1, 1]);
            (h6, h5, h1)
        }
    }
    R149 {
        input x0: [2, 2, 6];
        input x1: [3, 1, 3];
        l0: Conv2d(_ -> 3, kernel = 1, stride = 2, padding = 0, dilation = (1, 2), groups = 1, bias = false);
        l1: Dropout(0.0);
        fn forward(x0, x1) {
            let h0 = relu(x0 - x0);
            let h1 = h0 * x0;
            let _h2 = x1 * l0(h0);
            let h3 = glu((pad2d(h1, padding = (2, 1, 1, 1), mode = zero)), axis = 2);
            let h4 = concat(h3, h3, h3, axis = 2);
            (x1, h4, l0(l1(h0)))
        }
    }
}

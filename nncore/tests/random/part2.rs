//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R050 {
        input: [1, 3];
        l0: Flatten;
        l1: LayerNorm(axes = 1, eps = 0.1);
        l2: Silu;
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l0(x0);
            let x0 = leaky_relu(x0);
            let h3 = l1(x0);
            let h4 = square(h3);
            let h0 = h0 * h0;
            let _h6 = l2(h0);
            let h7 = ln(square(sigmoid(h4)) + 0.5);
            let h8 = reshape(h7, [3, 1, 1, 1]);
            let h0 = expand(h0, [3]);
            let h10 = reshape(h8, [3, 1, 1]);
            (h10, sigmoid(h0))
        }
    }
    R051 {
        input: [4, 2, 5];
        #[frozen] l0: Conv2d(_ -> 1, kernel = (2, 1), stride = 2, padding = (2, 1), dilation = 2, groups = 1, bias = false);
        #[frozen] l1: LogSoftmax(axis = 2);
        l2: Glu(axis = 2);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = sqrt(square(h0) + 0.5);
            let h2 = sum(h1, axes = 2, keep = true);
            let h3 = l0(h2);
            let h4 = softmax(h0);
            let h5 = l1(l0(h2));
            let _h6 = h2 + (sigmoid(h2));
            let h7 = l2(h3);
            let h8 = pow(0.5 + square(tanh(h5)), 0);
            let h9 = sqrt(square(h4) + 0.5);
            (h7, h8, h9)
        }
    }
    R052 {
        input: [1, 1, 2];
        #[frozen] l0: Flatten;
        l1: GlobalAvgPool2d;
        #[frozen] l2: Softmax;
        l3: Elu(0.7);
        fn forward(x0) {
            let h0 = l0(avg_pool2d(expand(dropout(mean(silu(x0), axes = (1, 2), keep = true), 0.3), [1, 4, 4]), kernel = (3, 2), stride = (2, 3), padding = same, count_include_pad = true));
            let h1 = l1(x0);
            let h2 = l2(h0);
            let _h3 = sqrt(square(h2) + 0.5);
            let h4 = transpose(h1);
            square(l3(h4))
        }
    }
    R053 {
        input: [2, 2, 5];
        l0: Linear(_ -> 1);
        l1: Relu;
        fn forward(x0) {
            let h0 = silu((x0 + x0));
            let h1 = sum(max(h0, axes = 2, keep = true), axes = 1);
            let x0 = l0(h1);
            let h3 = x0 * h1;
            let h4 = elu(h3, 0.7);
            let h5 = l0(h4);
            let h6 = matmul(h1, h1, transpose_b = true);
            let h7 = l1(x0);
            (h5, h6, h7)
        }
    }
    R054 {
        input: [3, 1, 6];
        l0: Silu;
        l1: Conv2d(_ -> 3, kernel = 1, stride = (2, 1), padding = (1, 0), groups = depthwise);
        l2: LogSoftmax;
        fn forward(x0) {
            let h0 = reshape(x0, [3, 2, 3, 1]);
            let h1 = l0(l0(h0));
            let h2 = max(h0, axes = (2, 3));
            let h0 = l0(h1);
            let h4 = h1 + h0;
            let h5 = exp(tanh(h4));
            let h6 = l1(x0);
            let h7 = reshape(h6, [9, 2, 1, 2]);
            let h8 = matmul(h2, h2, transpose_a = false, transpose_b = true);
            let h9 = l2(h2);
            let h10 = reshape(h5, [6, 3, 1]);
            let h11 = reshape(h1, [6, 3, 1]);
            let h12 = reshape(permute(h7, [0, 1, 2, 3]), [18, 1, 2]);
            (h10, h8, h9, h11, h12)
        }
    }
    R055 {
        input: [5];
        #[frozen] l0: Linear(7 -> 3, bias = false);
        fn forward(x0) {
            let h0 = sum(x0);
            let h1 = concat(x0, h0, h0, axis = 0);
            let h1 = exp(tanh(h1));
            let h3 = h1 / 0.5;
            let h4 = l0(h3);
            let (h5_0, h5_1, h5_2) = split(h4);
            let h6 = expand(h5_2, [1]);
            let h7 = sqrt(square(h6) + 0.5);
            (l0(h1), h7, mean(reshape(h5_1 / (square(h5_0) + 0.5), [1]), axis = 0))
        }
    }
    R056 {
        input x0: [3];
        input x1: [2, 1, 4];
        l0: RmsNorm(axes = 1, eps = 1e-2);
        l1: Linear(_ -> 3);
        fn forward(x0, x1) {
            let h0 = abs((x1 + x1));
            let x0 = reshape(x0, [1, 1, 3, 1]);
            let h0 = -1 - h0;
            let h3 = leaky_relu(h0);
            let h4 = square(h3);
            let h5 = sqrt(square(h4) + 0.5);
            let (h6_0, h6_1, h6_2) = split(x0, axis = 2);
            let h7 = l1(mean(h6_1, axes = (0, 2), keep = false));
            let h8 = h0 - h5;
            let h9 = reshape((l0(x0)), [1, 3, 1]);
            let h10 = reshape(h6_0, [1, 1, 1]);
            let h11 = reshape(h6_2, [1, 1, 1]);
            (h9, h10, h11, h7, h8)
        }
    }
    R057 {
        input: [1, 2];
        l0: BatchNorm1d(eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = relu(sqrt(square(x0) + 0.5));
            let h1 = square(h0 + l0(exp(tanh(h0))));
            let h0 = l0(h1);
            let h3 = softplus(h0);
            let h4 = relu(h1);
            (h3, h4)
        }
    }
    R058 {
        input x0: [1, 3];
        input x1: [1, 3];
        l0: Linear(3 -> 1, bias = true);
        l1: Tanh;
        l2: PRelu;
        l3: Tanh();
        l4: MaxPool1d(1, stride = 2, dilation = 2);
        l5: Elu;
        fn forward(x0, x1) {
            let h0 = log_softmax(leaky_relu(x0, 0.2), axis = 1);
            let h1 = ln(square(h0) + 0.5);
            let x0 = h0 / (square(h1) + 0.5);
            let h3 = l1(x1);
            let h4 = 0.5 - h3;
            let h5 = l5((l2(h4)));
            let h6 = l2(h5);
            (l0(x0), l4(l3(x1)), h6)
        }
    }
    R059 {
        input x0: [1, 2] in 0..4;
        input x1: [2, 2];
        l0: Embedding(4 -> 1);
        l1: Softmax(axis = 0);
        l2: PRelu(1);
        l3: Glu(axis = 1);
        l4: AvgPool1d(2, stride = 1, padding = 1);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h0 = l1(h1);
            let h3 = l1(h0);
            let h4 = l0(x0);
            let h5 = transpose(x1);
            let h6 = dropout(l2(h4), 0.3);
            let h7 = l3(h6);
            let h8 = avg_pool2d(h7, 1, stride = (1, 3), padding = same);
            let h9 = h8 * h7;
            (h3, h9, l4(h5))
        }
    }
    R060 {
        input: [7];
        l0: Softmax(axis = 0);
        l1: Sigmoid();
        fn forward(x0) {
            let h0 = permute(x0, [0]);
            let h1 = l0(h0);
            let h2 = abs(h1);
            let h3 = l1(h2);
            let h2 = silu(h3);
            let h5 = square(x0);
            let h6 = softplus(ln(square((l1(h5))) + 0.5));
            (l1(concat(h2, h2, h6, x0)), l0(h3))
        }
    }
    R061 {
        input: [4, 1, 1];
        l0: BatchNorm2d(eps = 0.1);
        l1: Elu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h2 = l0(dropout(h0) / (square(h0) + 0.5));
            let h3 = clamp(h2, min = -0.3);
            let h4 = l1(h1) - h0;
            let h4 = concat(h4, h0, axis = 2);
            (h3, concat(h4, h4, h4, axis = 1), h3)
        }
    }
    R062 {
        input: [1, 2, 5];
        l0: InstanceNorm2d(eps = 0.1, affine = false);
        l1: RmsNorm(eps = 0.1);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l0(x0);
            let h2 = expand(l0(exp(tanh(h1))), [2, 2, 5]);
            let h3 = pixel_shuffle(h2, 1);
            let _h4 = l1((l0(x0)));
            let h5 = ln(square(gelu((h3 - h2), approximate = none) - -1) + 0.5);
            h5
        }
    }
    R063 {
        input x0: [1, 4];
        input x1: [1, 2];
        l0: Tanh;
        l1: Linear(4 -> 4);
        l2: Linear(1 -> 1);
        l3: LeakyRelu;
        fn forward(x0, x1) {
            let h0 = l0(slice(x0, ..1, axis = 0));
            let (h1_0, h1_1) = split(h0, axis = 1);
            let h2 = x1 + h1_1;
            let h3 = gelu(h0, approximate = none);
            let h4 = h1_0 + h2;
            let h5 = l2(max(l1((gelu(h3, approximate = tanh))), axes = (0, 1)));
            let h6 = l3(h3);
            let h7 = clamp(h6, min = -0.3);
            (h4, h5, h7)
        }
    }
    R064 {
        input: [5];
        #[frozen] l0: LogSoftmax;
        l1: LogSoftmax;
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let h1 = ln(square(h0) + 0.5);
            let h2 = sum(h1);
            let h3 = softplus(h2);
            let h4 = reshape(h3, [1, 1]);
            let h5 = h3 + -1;
            let h6 = matmul(h4, h4, transpose_a = true, transpose_b = false);
            let h7 = l0(h5);
            let h8 = l0(l0(h2));
            let h9 = l1(h0);
            (h6, h7, sum(h8, axes = 0), h9)
        }
    }
    R065 {
        input: [4];
        l0: BatchNorm1d(3, eps = 0.1);
        l1: BatchNorm1d;
        fn forward(x0) {
            let h0 = slice(x0, 1..4);
            let (h1_0, _h1_1, h1_2) = split(h0, axis = 0);
            let h2 = exp(tanh(h1_0));
            let h3 = h0 - h0;
            let h4 = dropout(h3, 0.0);
            let h5 = h3 - h4;
            let h6 = l0(h0);
            let h7 = h5 * h6;
            let h8 = l1(h5);
            (exp(tanh(h1_2)), h3, h2, l0(h7), h8)
        }
    }
    R066 {
        input: [1, 1];
        l0: Sigmoid;
        l1: HardSwish();
        l2: Silu();
        train: l1;
        fn forward(x0) {
            let x0 = tanh(x0);
            let h1 = transpose(x0);
            let h1 = 2 + h1;
            let h3 = l0(h1);
            let h3 = l1(h3);
            let h5 = l2(l1(h3));
            let h6 = l0(h3);
            let h7 = h1 * l2(h1);
            (abs(h5), h6, l0(h3), h5, h7)
        }
    }
    R067 {
        input: [1, 2] in 0..4;
        l0: Embedding(6 -> 2);
        l1: InstanceNorm2d(eps = 0.1, affine = false);
        l2: GroupNorm(1, affine = false);
        train: biases;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = pad2d((max_pool2d(l0(x0), 1, padding = same, dilation = 2)), (0, 1, 1, 0), mode = reflect);
            let h2 = transpose(h1);
            let h3 = l1(h2);
            let _h4 = concat(h3, h2, h3, axis = 0);
            let h3 = silu(expand(h0, [1, 2, 2]));
            let h6 = slice(max_pool2d(h3, 1, dilation = (2, 1)), 0..1, axis = 0);
            l2(h6)
        }
    }
    R068 {
        input x0: [4, 4] in 0..1;
        input x1: [4, 2, 1];
        l0: Embedding(4 -> 2);
        l1: MaxPool2d(1, stride = (3, 2), padding = same);
        l2: Tanh;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let x0 = abs(h0);
            let h2 = ln(square(x0) + 0.5);
            let h3 = log_softmax(h2, axis = 1);
            let h4 = l2(h3);
            let _h5 = l2(h4);
            let h6 = ln(square(leaky_relu(h3, 0)) + 0.5);
            let h7 = permute(h6, [1, 2, 0]);
            (h4, x1 + l1(h2), max(h4), h7)
        }
    }
    R069 {
        input: [2, 4, 6];
        l0: Conv2d(4, kernel = 2, stride = (2, 1), padding = (1, 0), dilation = 2);
        l1: Upsample2d(scale = 1);
        fn forward(x0) {
            let x0 = elu(x0, 0.7);
            let h1 = 2 + x0;
            let h2 = matmul(h1, h1, transpose_a = false, transpose_b = true);
            let h3 = elu(x0, alpha = 1.5);
            let h4 = l0(x0);
            let h5 = h3 / (square(h1) + 0.5);
            let h6 = l0(h5);
            let h7 = clamp(l1(h2), 0, 6.0);
            let h8 = l1(h2);
            (square(reshape(h1, [48])), h4, h6, h7, h8, h2)
        }
    }
    R070 {
        input: [2, 2];
        l0: Relu();
        fn forward(x0) {
            let h0 = x0 + x0;
            let x0 = softmax(h0);
            let x0 = square(clamp(x0, 0, 6.0));
            let h3 = l0(h0 * x0);
            let h4 = sum(h3, axes = (0, 1), keep = true);
            let h5 = expand(h0, [2, 2]);
            let h6 = l0(h5);
            (h6, l0(h4) / (square(h4) + 0.5))
        }
    }
    R071 {
        input: [4, 2, 6];
        l0: Conv2d(4 -> 4, kernel = 3, stride = 2, padding = same, dilation = 2, bias = false);
        l1: InstanceNorm2d(eps = 0.1, affine = true);
        l2: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l3: Pad2d(padding = (1, 0, 2, 2));
        l4: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
        l5: AvgPool2d(kernel = 3, padding = 1, count_include_pad = false);
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = h0 * l0(x0);
            let h2 = concat(h1, h0, h1, axis = 1);
            let h3 = l2(h2);
            let h4 = l3(h3);
            let h5 = l1(h1);
            let x0 = h5 + h5;
            let h7 = softplus(x0);
            let h8 = l5(h5);
            (h4, l4(h7), h8)
        }
    }
    R072 {
        input: [2, 2, 3];
        l0: Dropout(0.3);
        l1: Tanh;
        l2: GroupNorm(1, eps = 0.1, affine = true);
        l3: Gelu(approximate = none);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = -x0;
            let h2 = l0(h1);
            let h3 = l1(permute(h2, [0, 2, 1]));
            let h4 = l3((l2(h3)));
            let h5 = l2(h4);
            let h6 = 3.0 / (square(h5) + 0.5);
            let h7 = sqrt(square(h6) + 0.5);
            (l1(h2), h7)
        }
    }
    R073 {
        input: [4, 1, 3];
        #[frozen] l0: LogSoftmax(axis = 1);
        #[frozen] l1: MaxPool2d(kernel = 1, stride = 3);
        #[frozen] l2: LayerNorm(eps = 0.1);
        #[frozen] l3: LayerNorm(axes = 3, eps = 0.1);
        fn forward(x0) {
            let x0 = silu(x0);
            let h1 = sum(x0, axes = (0, 2), keep = true);
            let h2 = square(h1);
            let h3 = l0(h2);
            let h4 = l1(h3);
            let h5 = l2(-0.7 * h1);
            let h6 = transpose(x0);
            let h7 = l3(tanh(h4));
            let h8 = h7 + h7;
            (abs(h4), h5, h6, h8)
        }
    }
    R074 {
        input: [2, 5, 4];
        l0: Softplus;
        fn forward(x0) {
            let x0 = x0 * x0;
            let h1 = pow(0.5 + square(tanh(x0)), -1);
            let h2 = l0(h1);
            let h3 = square(h2);
            let h4 = leaky_relu(h3, 0);
            let h5 = concat(h4, h3, h2, axis = 2);
            let h6 = h1 / (square(h3) + 0.5);
            let h7 = max_pool2d(h6, (1, 2), stride = (3, 2), padding = 0, dilation = 2);
            (h5, h7)
        }
    }
}

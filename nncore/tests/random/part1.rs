//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R025 {
        input x0: [1, 5] in 0..3;
        input x1: [1, 5, 1];
        input x2: [1];
        l0: Embedding(1);
        l1: Conv2d(_ -> 3, kernel = (1, 3), stride = 2, groups = depthwise);
        fn forward(x0, x1, x2) {
            let x0 = l0(x0);
            let h1 = l1((transpose(x0)));
            let h2 = ln(square(max(h1, axes = (0, 1, 2))) + 0.5);
            let h3 = matmul(x1 + x0, x0, transpose_a = true);
            let h4 = gelu(x2 * ln(square(h2) + 0.5), approximate = none);
            let h5 = abs(h4);
            (exp(tanh(h3)), h5)
        }
    }
    R026 {
        input: [2, 3, 2];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let x0 = sum(x0, keep = false);
            let x0 = elu(x0, alpha = 1.5);
            let x0 = gelu(sqrt(square(x0) + 0.5), approximate = none);
            let h3 = x0 + x0;
            let h4 = softmax(h3);
            let h3 = h4 - zeros([1]);
            let h6 = concat(x0, hard_swish(h3), sum(h3, keep = false));
            let h7 = h6 * h6;
            let h8 = mean(x0, keep = false);
            let h9 = l0(h8);
            (h7, h9)
        }
    }
    R027 {
        input: [2, 4] in 0..6;
        l0: Embedding(3);
        l1: GroupNorm(2);
        l2: Conv2d(2 -> 2, kernel = (1, 2), stride = (2, 1), padding = 1, dilation = 2, groups = depthwise);
        train: l0, l1;
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l0(x0);
            let h2 = square(x0);
            let h3 = h0 * h2;
            let h4 = tanh(h3);
            let h5 = permute(h4, [0, 2, 1]);
            let h6 = reshape(l2(h5), [2, 12]);
            (l1(h0), silu(mean(h5, axes = (0, 1, 2))), expand(h6, [2, 12]))
        }
    }
    R028 {
        input x0: [2, 1, 3];
        input x1: [3, 6, 3];
        l0: LeakyRelu;
        l1: Flatten;
        fn forward(_x0, x1) {
            let h0 = log_softmax(x1, axis = 0);
            let h1 = permute(h0, [0, 1, 2]);
            let h2 = ln(square(h1) + 0.5);
            let h3 = upsample2d(h2 - zeros([3, 6, 3]), scale = (1, 2));
            let h4 = expand(sigmoid(h3), [3, 6, 6]);
            let h5 = l0(x1);
            let h6 = matmul(h4, h5, transpose_b = false);
            let h7 = l0(h6);
            let h8 = l1(h7);
            (1.5 * h4, h8)
        }
    }
    R029 {
        input x0: [1, 4, 1];
        input x1: [5] in 0..6;
        input x2: [4, 5, 1];
        l0: Silu;
        #[frozen] l1: InstanceNorm2d(eps = 1e-2);
        l2: Conv2d(4 -> 4, kernel = 2, stride = (2, 1), padding = same);
        #[frozen] l3: Conv2d(4 -> 4, kernel = 2, stride = 2, padding = 1, bias = true);
        fn forward(_x0, _x1, x2) {
            let h0 = expand(x2 + x2, [4, 5, 2]);
            let x2 = l0(h0);
            let h2 = global_avg_pool2d(x2);
            let h3 = l0(h2);
            let h4 = l2(l1(h0));
            let h2 = h4 - h4;
            let h6 = sqrt(square(h3) + 0.5);
            let h7 = ln(square(h6) + 0.5);
            (h2, l3(x2), square(h6), h7)
        }
    }
    R030 {
        input: [2, 3, 1];
        l0: Tanh();
        #[frozen] l1: Linear(1 -> 4, bias = false);
        l2: Parameter([2, 3, 1], init = uniform(1.5));
        l3: Pad2d((1, 1, 1, 0), mode = zero);
        fn forward(x0) {
            let h0 = pixel_shuffle(x0, 1);
            let (h1_0, h1_1) = split(h0, axis = 0);
            let h2 = l0(h0);
            let h3 = l1(mean(h0, axes = (0, 1)));
            let h4 = h2 + l2;
            let h5 = l3(x0) + zeros([2, 5, 2]);
            let h6 = mean(h1_0, axes = (0, 1, 2), keep = true);
            let h7 = reshape(square(reshape(h3, [1, 4, 1, 1, 1])), [4, 1, 1]);
            (h1_1, h7, h4, h5, relu(h6))
        }
    }
    R031 {
        input: [2, 6, 1];
        l0: Parameter([2, 6, 1], init = -1);
        l1: Softplus();
        l2: Conv2d(2 -> 4, kernel = 2, padding = (1, 2, 1, 1), dilation = (2, 1), groups = depthwise, bias = false);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = h0 * l0;
            let h2 = l1(max(h1));
            let h3 = leaky_relu(h0, slope = -0.3);
            let h4 = l2((h1 / (square(h0) + 0.5)));
            let h5 = h4 + zeros([4, 7, 2]);
            let _h6 = l2(h1);
            let h1 = max(sqrt(square(h2) + 0.5), keep = true);
            let h8 = max_pool2d(h5, kernel = 2, stride = 1);
            (h3, h1, h8)
        }
    }
    R032 {
        input: [6];
        #[frozen] l0: Glu;
        fn forward(x0) {
            let h0 = log_softmax(x0 * x0);
            let h1 = exp(tanh(h0));
            let h2 = clamp(h1, min = 0.1, max = 0.1);
            let x0 = h2 * h0;
            let h4 = l0(h0);
            let h5 = l0(h2);
            let h6 = concat(h4, h0, h5, axis = 0);
            let (h7_0, _h7_1, h7_2, h7_3) = split(h6);
            let h8 = l0(h1);
            (l0(x0), h7_0, h7_2, hard_swish(h7_3), h8)
        }
    }
    R033 {
        input: [3, 2];
        l0: LayerNorm(axes = 1, eps = 0.1);
        l1: RmsNorm(axes = 1, eps = 1e-2);
        l2: AvgPool1d(2, stride = 1);
        fn forward(x0) {
            let h0 = matmul(x0, x0, transpose_b = true);
            let h1 = l0(x0);
            let h2 = pow(0.5 + square(tanh(h1)), -2.0);
            let x0 = sqrt(square(h2) + 0.5);
            let h4 = x0 * -0.7;
            let h5 = l1(h1);
            let h6 = l2(h5);
            (h0, concat(h6, l0(l0(h4)) - zeros([3, 2]), h1, axis = 1))
        }
    }
    R034 {
        input: [2, 1, 4];
        l0: Softplus;
        l1: Parameter([1, 1, 1, 1, 1], init = uniform(1.5));
        l2: Sigmoid();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 * h0;
            let _h2 = clamp(abs(h1), min = 0.1, max = 0.1);
            let h3 = mean(transpose(h1), axes = (0, 1));
            let h4 = reshape((slice(h3, ..1, axis = 0)), [1, 1, 1, 1, 1]) + l1;
            let h5 = reshape(h4, [1, 1, 1]);
            let h6 = reshape(concat(l2(h4), h4, axis = 2), [2, 1, 1]);
            (h5, h6)
        }
    }
    R035 {
        input: [4];
        l0: Dropout(p = 0.25);
        l1: Linear(4 -> 2, bias = true);
        l2: Parameter([2], init = -1);
        l3: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        l4: Linear(_ -> 4, bias = true);
        fn forward(x0) {
            let h0 = l1(l0(l0(x0)));
            let h1 = square((h0 * h0));
            let h2 = expand(x0, [4]);
            (l3(expand(h1 * l2, [2])) + h1, l4(h2))
        }
    }
    R036 {
        input: [3, 3, 1];
        l0: Softmax(axis = 1);
        l1: PRelu(1);
        l2: GlobalAvgPool2d;
        l3: LayerNorm;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h2 = reshape(h1, [1, 9, 1, 1, 1]);
            let h3 = l1(h2);
            let h1 = l1(h3);
            let h5 = sqrt(square(h1) + 0.5);
            let _h6 = sqrt(square(max_pool2d(x0, (2, 1), stride = 2, dilation = 2)) + 0.5);
            let h7 = sqrt(square(x0) + 0.5);
            let h8 = reshape(l3(h5), [9, 1, 1]);
            (l2(h0), h8, h7)
        }
    }
    R037 {
        input x0: [7] in 0..6;
        input x1: [2, 4];
        input x2: [4, 4] in 0..1;
        l0: BatchNorm1d(eps = 0.1);
        l1: Sigmoid();
        l2: Linear(_ -> 2, bias = false);
        l3: BatchNorm1d(eps = 0.1);
        fn forward(_x0, x1, _x2) {
            let h0 = glu(x1, axis = 1);
            let x1 = h0 / (square(h0) + 0.5);
            let h2 = l0(l0(x1));
            let h3 = l0(h2);
            let h4 = expand(h3, [2, 2]);
            let h5 = h2 * h4;
            let h6 = l2(l1(x1));
            let x1 = l3(h6);
            (x1, h5, matmul(h0, x1, transpose_a = true, transpose_b = true))
        }
    }
    R038 {
        input: [4, 2, 1];
        l0: LogSoftmax(axis = 2);
        l1: MaxPool2d(1, dilation = 2);
        l2: AvgPool2d((2, 1), stride = (1, 2), count_include_pad = false);
        l3: BatchNorm1d(2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let _h2 = upsample2d(l2((l0(h1))), 1);
            let h3 = relu(x0);
            let h4 = l2(h3);
            let _h5 = slice((l2(h1)), 0.., axis = 1) * h4;
            let h1 = mean(x0, axes = 0);
            let h7 = l3(h1);
            (h7, x0, h7)
        }
    }
    R039 {
        input: [4, 2, 4];
        l0: GroupNorm(1, eps = 0.1, affine = true);
        l1: MaxPool2d(kernel = 1, padding = valid, dilation = 2);
        l2: Conv2d(4, kernel = 2, stride = (1, 2), padding = valid, groups = 4, bias = false);
        l3: Linear(4 -> 3);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = 3.0 / (square(h0) + 0.5);
            let h2 = max(h1, axis = 0);
            let h3 = permute(h2, [0, 1]);
            let (h4_0, h4_1) = split(h3, axis = 0);
            let x0 = l0(x0);
            let _h6 = transpose(x0);
            let h7 = l1(h0);
            let h8 = l2(h7);
            let _h9 = softmax(h8);
            let h10 = l3(h4_0);
            (h4_1, h10)
        }
    }
    R040 {
        input x0: [3, 1];
        input x1: [3, 5, 5];
        l0: RmsNorm(axes = 2, eps = 0.1);
        l1: PRelu(3);
        l2: Relu();
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let x0 = l0(h0);
            let x0 = l0(x0);
            let h3 = exp(tanh(x0));
            let h3 = l1(slice(h3, ..1, axis = 1));
            let h3 = x0 * h3;
            let x0 = l2(h3);
            let h7 = h0 + exp(tanh(x0));
            let h7 = reshape(h7, [3]);
            slice(h7, 0..2)
        }
    }
    R041 {
        input: [3, 1, 5];
        l0: Elu(alpha = 1.5);
        l1: BatchNorm2d(eps = 0.1);
        fn forward(x0) {
            let x0 = softplus(x0);
            let h1 = l0(x0);
            let h2 = l0(h1);
            let h3 = x0 * h2;
            let h4 = softplus(h2);
            let h5 = x0 + h3;
            let _h6 = l1(l1(h5));
            let h7 = tanh(h4);
            sqrt(square(h7) + 0.5)
        }
    }
    R042 {
        input: [2, 3, 2];
        l0: LogSoftmax(axis = 2);
        train: biases;
        fn forward(x0) {
            let h0 = x0 * x0;
            let x0 = square(h0 / 2);
            let h2 = slice(x0, ..1);
            let h3 = pixel_shuffle(h0, 1);
            let h4 = abs(h3);
            let h5 = l0(h4);
            let h6 = pixel_shuffle(h2 / (square(h2) + 0.5), 1);
            let h7 = h6 - h2;
            (h5, l0(x0), clamp(h7, -0.5, 1.5))
        }
    }
    R043 {
        input: [6];
        l0: Linear(6 -> 4, bias = true);
        l1: Softmax;
        l2: Parameter([4], init = uniform(1.5));
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 / (square(h0) + 0.5);
            let h2 = exp(tanh(l0(x0)));
            let h3 = l0(x0);
            let h4 = l1(h3);
            let h5 = 2 * leaky_relu(h2, 0);
            let h6 = h5 + l2;
            let h7 = h6 * h2;
            (h4, h7, h1 - l1(h1))
        }
    }
    R044 {
        input: [1];
        l0: Tanh();
        fn forward(x0) {
            let h0 = permute(x0, [0]);
            let h0 = tanh(h0);
            let h0 = log_softmax(h0, axis = 0);
            let h3 = softplus(h0);
            let h4 = sqrt(square(l0(h3)) + 0.5) + zeros([1]);
            let h5 = pow(0.5 + square(tanh(h4 / (square(l0(x0)) + 0.5))), 0.5);
            let h6 = leaky_relu(h4, 0);
            (h5, exp(tanh(h6)), x0)
        }
    }
    R045 {
        input x0: [1, 1] in 0..4;
        input x1: [1, 1, 4];
        input x2: [1, 1, 1];
        l0: Embedding(6 -> 4);
        l1: InstanceNorm2d(eps = 1e-2, affine = false);
        fn forward(x0, x1, x2) {
            let h0 = softmax(l0(x0), axis = 2);
            let h1 = h0 + x1;
            let h2 = pixel_shuffle(h1, 1);
            let x1 = h2 / (square(h1) + 0.5);
            let h4 = reshape(x2 + matmul(h2, abs((l1(x1))), transpose_b = true), [1, 1, 1]);
            let (h5_0, _h5_1, h5_2, h5_3) = split(h0, axis = 2);
            let h6 = l0(x0);
            (h4, h5_0, h5_2, h5_3, h6)
        }
    }
    R046 {
        input: [1, 4, 2];
        l0: Relu;
        l1: Softmax;
        fn forward(x0) {
            let h0 = l0(exp(tanh(elu(x0, alpha = 1.5))));
            let h1 = expand(h0, [1, 4, 2]);
            let h2 = l1(h1);
            let x0 = transpose(h2);
            let h4 = matmul(x0, h0, transpose_a = true, transpose_b = true);
            let h5 = l1(h0);
            let h6 = upsample2d(h5, scale = (1, 3));
            let h7 = h6 - h6;
            let x0 = l1(h0);
            let h9 = log_softmax(h4);
            (h7, x0, h9)
        }
    }
    R047 {
        input x0: [2, 4] in 0..3;
        input x1: [1, 4, 1];
        l0: Embedding(6 -> 1);
        l1: LeakyRelu(0);
        l2: Elu;
        l3: Conv2d(_ -> 1, kernel = 3, stride = 2, padding = same, dilation = 2, groups = depthwise);
        l4: Conv2d(3, kernel = 1, stride = 1, padding = same, dilation = (2, 1), groups = 1);
        l5: Pad2d(padding = (2, 0, 2, 0), mode = zero);
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = elu(x0);
            let (h2_0, h2_1) = split(h1, axis = 0);
            let h3 = l1(h2_0);
            let h4 = l2(h3);
            let h5 = x1 + h4;
            let h6 = l3(h5);
            let (h7_0, h7_1) = split((flatten(h5)));
            let h8 = l5((l2(h2_1)));
            (h6, l4(h2_1), h7_0, h7_1, h8)
        }
    }
    R048 {
        input x0: [4, 3, 4];
        input x1: [1, 2] in 0..2;
        l0: ConvTranspose2d(_ -> 3, kernel = (1, 3), padding = 1, output_padding = 0);
        l1: Tanh();
        l2: Silu();
        l3: Elu(alpha = 1.5);
        train: l0, l1, l3;
        fn forward(x0, _x1) {
            let h0 = clamp(x0, min = -0.3);
            let h1 = pow(0.5 + square(tanh(h0)), -2.0);
            let h1 = l1(l0(h1));
            let h3 = l2(h1);
            let h4 = clamp(h3 + h1, max = 0.7);
            let h4 = l1(h4);
            let _h6 = transpose(h4);
            let h7 = softmax(h1, axis = 1);
            let h8 = l3(h4);
            let h9 = tanh(h8);
            (h7, h9)
        }
    }
    R049 {
        input: [1, 2] in 0..1;
        l0: Embedding(1 -> 3);
        l1: Elu;
        l2: Tanh();
        l3: BatchNorm2d(1, eps = 1e-2);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(h0);
            let h2 = x0 / (square(h0) + 0.5);
            let h3 = l2(h2) - zeros([1, 2, 3]);
            let h4 = l3(h3);
            let h5 = l2(h4);
            let h6 = sqrt(square(permute(h3, [2, 1, 0])) + 0.5);
            let h7 = permute(h6, [1, 0, 2]);
            (h5, relu(l3(h2)), h7)
        }
    }
}

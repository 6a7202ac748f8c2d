//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R025 {
        input x0: [1, 3];
        input x1: [1, 1];
        l0: MaxPool1d(kernel = 1, stride = 2, padding = same, dilation = 2);
        l1: Linear(1 -> 1);
        l2: Linear(2, bias = false);
        fn forward(x0, x1) {
            let h0 = matmul(gelu(x0), x1, transpose_a = true, transpose_b = true);
            let h1 = l0((l0(h0)));
            let h2 = l1(h0);
            let h3 = expand(h2, [3, 1]);
            let h4 = pow(0.5 + square(tanh(h3)), 3.0);
            let h5 = square(h4);
            let h6 = softmax(l0(h0), axis = 1);
            let h7 = l1(h6);
            (h1, l2(h5), h7)
        }
    }
    R026 {
        input: [5];
        l0: Linear(5);
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let h1 = leaky_relu(h0);
            let h2 = clamp(h1, -0.5, 1.5);
            let h3 = h2 * h0;
            let (h4_0, h4_1, h4_2, h4_3, h4_4) = split(h1, axis = 0);
            let _h5 = expand(x0 + h2, [5]);
            let h6 = silu(h4_1);
            let h7 = hard_swish(h6);
            let h8 = sigmoid(h4_2);
            let h9 = flatten(h8);
            let h10 = flatten(l0(h7));
            let h11 = concat(h10, h9);
            (h3, h4_0, h4_3, h4_4, clamp(h4_2, min = 0.1, max = 0.1), h11)
        }
    }
    R027 {
        input: [1, 5] in 0..1;
        l0: Embedding(3);
        l1: Relu();
        l2: Softmax(axis = 2);
        l3: Conv2d(3 -> 2, kernel = 1, stride = (2, 1), padding = same, bias = true);
        fn forward(x0) {
            let h0 = 1e-1 + (l0(x0));
            let h1 = l1(h0);
            let h2 = permute(relu(h1), [2, 0, 1]);
            let h3 = global_avg_pool2d(clamp(h2, -0.5, 1.5));
            let h4 = h3 + h3;
            let h5 = l2(h3);
            (permute(h0, [2, 0, 1]), h4 + h4, l3(h5))
        }
    }
    R028 {
        input: [1, 5, 6];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = silu(x0);
            let h1 = glu(x0, axis = 2);
            let h2 = sqrt(square(pow(0.5 + square(tanh(h1)), 0.5)) + 0.5) - h1;
            let h3 = transpose(pow(0.5 + square(tanh(h0)), 1.7));
            let _h4 = h2 + h1;
            let h5 = h1 - -1;
            let h6 = l0(h5);
            (h3, tanh(h2), h6, h1)
        }
    }
    R029 {
        input x0: [1, 4, 5];
        input x1: [3, 5, 4];
        l0: Pad2d(padding = (2, 1, 0, 1), mode = replicate);
        l1: Dropout(p = 0.25);
        l2: Linear(60 -> 4);
        l3: Conv2d(1, kernel = (3, 2), stride = 1, padding = same, dilation = 2, bias = true);
        fn forward(x0, x1) {
            let x0 = upsample2d(l0(x0), 1);
            let h1 = flatten(x1);
            let h2 = h1 * (h1 * h1);
            let h3 = l1(h2);
            let h4 = leaky_relu((pixel_shuffle(x0, 1)), 0.2);
            let h5 = l2(h3);
            (h5, l3(x0 + h4))
        }
    }
    R030 {
        input x0: [3, 1, 6];
        input x1: [4, 3] in 0..5;
        input x2: [4, 1];
        l0: Elu(alpha = 1.5);
        fn forward(_x0, _x1, x2) {
            let x2 = l0(x2);
            let h1 = 2 + x2;
            let x2 = softplus(h1) * x2;
            let h3 = l0(x2);
            let h4 = h3 + h1;
            let h5 = l0(l0(h4 - x2));
            let h6 = ln(square(h5) + 0.5);
            let h7 = l0(h6);
            let h8 = reshape(h7, [4]);
            h8
        }
    }
    R031 {
        input x0: [4, 2, 4];
        input x1: [2] in 0..5;
        l0: Embedding(6 -> 1);
        l1: LeakyRelu;
        l2: Linear(5);
        l3: Gelu;
        l4: Dropout(p = 0.25);
        train: biases;
        fn forward(x0, x1) {
            let h0 = x0 * x0;
            let (h1_0, h1_1) = split(h0, axis = 1);
            let h2 = exp(tanh(h1_0));
            let h3 = softmax(h2, axis = 0);
            let h1_0 = h3 * h1_1;
            let h5 = l0(x1);
            let _h6 = l2(l1(h5));
            let h7 = l3(h1_1);
            let h8 = reshape(h2, [16]);
            (h1_0, h7, h8 / (square(l4(h8)) + 0.5), h3)
        }
    }
    R032 {
        input x0: [6];
        input x1: [3];
        input x2: [3];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0, x1, x2) {
            let h0 = 1.5 / (square(x0) + 0.5);
            let h1 = clamp(h0, max = 0.7);
            let (h2_0, h2_1, h2_2) = split(x0, axis = 0);
            let h3 = abs(h2_2);
            let _h4 = -0.7 * (h2_2 / (square(expand(h2_1, [2])) + 0.5));
            let h5 = ln(square((sqrt(square(h1) + 0.5))) + 0.5);
            let h6 = sum(h2_1, axes = 0);
            let h7 = l0(h3);
            let h8 = flatten(h7);
            let h9 = flatten(permute(h1, [0]));
            let h10 = concat(h9, h8);
            (h2_0, h1, h5, concat(h3, h3, x1, x2, axis = 0), h6, h10)
        }
    }
    R033 {
        input: [3];
        l0: LogSoftmax;
        l1: Sigmoid;
        #[frozen] l2: Linear(2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let (_h3_0, h3_1, h3_2) = split(h2, axis = 0);
            let (_h4_0, _h4_1, h4_2) = split(h2);
            let h5 = l2(h0);
            let h6 = l2(h0);
            let h7 = l0(h1 / (square(h2) + 0.5));
            let h8 = l2(h7);
            let h9 = sum(h8, axes = 0, keep = true);
            let h10 = l1(h2);
            let h11 = flatten(h10);
            let h12 = flatten(h9);
            let h13 = concat(h12, h11);
            (h3_1, h3_2, h4_2, h5, h6, h13)
        }
    }
    R034 {
        input x0: [3, 2, 1];
        input x1: [3, 2] in 0..1;
        input x2: [7] in 0..1;
        l0: PixelShuffle(1);
        l1: Sigmoid;
        l2: Relu();
        l3: GroupNorm(1, eps = 0.1, affine = true);
        l4: Conv2d(_ -> 2, kernel = 1, padding = 0);
        train: biases;
        fn forward(x0, _x1, _x2) {
            let h0 = permute(l0(x0), [1, 0, 2]);
            let h1 = expand(h0, [2, 3, 3]);
            let h2 = leaky_relu(h1);
            let h3 = concat(l2(l1(h2)), h0, axis = 2);
            let h4 = tanh(h3);
            let h5 = global_avg_pool2d(h0);
            let h6 = l3(h0);
            let h7 = l4(h6);
            (l0(x0), h4, h5, h7)
        }
    }
    R035 {
        input: [3, 2];
        l0: Gelu(approximate = none);
        l1: Linear(2 -> 2);
        l2: LayerNorm(eps = 0.1);
        train: biases;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0((l1(h0)));
            let h2 = pow(0.5 + square(tanh(h1)), 2);
            let h3 = h2 * h1;
            let h4 = matmul(h0, h0, transpose_a = true);
            let h5 = x0 + h1;
            let h6 = l0(h0);
            let h7 = matmul(h6, transpose(h5), transpose_a = true, transpose_b = true);
            let h8 = l2(h5);
            (matmul(h3, h3, transpose_b = true), h4, h7, h8)
        }
    }
    R036 {
        input: [1, 6, 6];
        l0: LayerNorm(axes = 3, eps = 0.1);
        fn forward(x0) {
            let x0 = concat(x0, x0, axis = 2);
            let (h1_0, h1_1, h1_2, h1_3) = split(x0, axis = 2);
            let h2 = glu(transpose(h1_1), axis = 2);
            let h3 = reshape(h1_3, [1, 2, 3, 3]);
            let (h4_0, h4_1, h4_2) = split(silu(h3), axis = 2);
            let h5 = l0(expand(h2, [3, 3, 3]));
            let h6 = reshape(h4_0, [2, 1, 3]);
            let h7 = reshape(h4_1, [2, 1, 3]);
            let h8 = reshape(max(h4_2, axes = (1, 3), keep = true), [1, 1, 1]);
            let h9 = flatten(h5);
            let h10 = flatten(h8);
            let h11 = concat(h10, h9);
            (h1_2, matmul(h1_0, h1_0, transpose_b = true), slice(h2, 1..3, axis = 2), h6, h7, h11)
        }
    }
    R037 {
        input x0: [3, 1, 5];
        input x1: [2, 1, 6];
        l0: Conv2d(2 -> 4, kernel = 1, stride = (2, 1), padding = same, bias = false);
        l1: HardSwish();
        l2: HardSwish;
        fn forward(x0, x1) {
            let x1 = pow(0.5 + square(tanh(x1)), 0.5);
            let h1 = l0(x1);
            let h2 = l0(x1);
            let h3 = l1(x0);
            let h4 = l0(abs(x1));
            let h5 = sigmoid(h2);
            let h6 = matmul(h5, h5, transpose_a = true);
            let h7 = h4 / (square(h4) + 0.5);
            let h8 = pixel_shuffle(h7, 1);
            let h9 = l2(h6);
            (h1, h3, h8, h9)
        }
    }
    R038 {
        input: [1, 5];
        l0: LeakyRelu(0);
        l1: LeakyRelu;
        l2: HardSwish;
        fn forward(x0) {
            let h0 = softplus(x0);
            let h1 = l0(h0);
            let h0 = dropout(l1(h1));
            let h3 = concat(h1, h0, x0, axis = 0);
            let h4 = expand(h3, [3, 5]);
            let h5 = h0 + h1;
            let h6 = l1(h5);
            let h7 = h5 / (square(h6) + 0.5);
            let h8 = l1(h7);
            (l2(h4), h8, h0)
        }
    }
    R039 {
        input: [3, 1];
        l0: BatchNorm1d(1, eps = 1e-2);
        l1: PRelu(1);
        fn forward(x0) {
            let h0 = l0(transpose(log_softmax(x0, axis = 1)));
            let h1 = l1(h0);
            let _h2 = permute(h1, [1, 0]);
            let h3 = abs(sqrt(square(h1) + 0.5));
            let h4 = h0 - h0;
            let h5 = max(h1, axes = 0);
            let h6 = expand(h4, [4, 3]);
            let h7 = reshape(reshape(h4, [1, 1, 3, 1]), [1, 3, 1]);
            (l0(h0), h3, h7, h5, h6)
        }
    }
    R040 {
        input: [2];
        fn forward(x0) {
            let h0 = softmax(x0, axis = 0);
            let h1 = h0 + 1e-1 + h0;
            let h2 = max(h1, axes = 0);
            let h1 = sqrt(square(h2) + 0.5);
            let h1 = slice(h1, .., axis = 0);
            let h1 = ln(square(-h1) + 0.5);
            let (h6_0, h6_1) = split(h0, axis = 0);
            let h7 = flatten(h1);
            let h8 = h6_1 + h7;
            (h6_0, expand(h7, [2]), h8)
        }
    }
    R041 {
        input: [1, 2] in 0..1;
        l0: Embedding(1 -> 1);
        l1: Gelu(approximate = tanh);
        l2: LayerNorm(axes = 2);
        l3: HardSwish();
        l4: Softplus;
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l0(x0);
            let h2 = l1(x0);
            let h3 = l2(h2);
            let h4 = h3 - h3;
            let h5 = l3(h4);
            let h6 = l3(h5);
            let _h7 = permute(l4(h0), [0, 2, 1]) / 3.0;
            let h8 = l4(h6);
            let h9 = concat(h3, h3, x0, axis = 1);
            (h8, h9)
        }
    }
    R042 {
        input: [4, 1];
        l0: RmsNorm(eps = 0.1);
        l1: Relu;
        l2: Glu;
        l3: Softmax(axis = 1);
        l4: GroupNorm(2, eps = 0.1, affine = true);
        fn forward(x0) {
            let x0 = -x0;
            let x0 = dropout(x0);
            let h2 = l1((l1(l0(x0))));
            let h3 = l3(square(x0));
            let h4 = l4(h3);
            let h5 = log_softmax(l2(h4));
            (h2, h5 + l2(h2))
        }
    }
    R043 {
        input x0: [4, 5, 4];
        input x1: [4, 1, 4];
        l0: Silu;
        l1: Conv2d(4 -> 2, kernel = 1, stride = 2, dilation = 2, groups = 2, bias = true);
        fn forward(x0, x1) {
            let x0 = x0 / (square(x0) + 0.5);
            let h1 = ln(square(x0) + 0.5);
            let h2 = sqrt(square(avg_pool2d(x0, kernel = 3, stride = 2, padding = 1)) + 0.5);
            let h3 = exp(tanh(h2));
            let h4 = h1 + h1;
            let h5 = avg_pool2d(h4, 2, stride = (3, 1), padding = same);
            let _x0 = l0(concat(x1, x1, x0, h5, axis = 1));
            let h7 = l1(h3);
            let h8 = l0(h7);
            let h9 = l1(h2);
            (h8, h9)
        }
    }
    R044 {
        input x0: [3, 1, 4];
        input x1: [1, 3];
        l0: Relu;
        l1: MaxPool2d(kernel = 3, padding = same, dilation = (1, 2));
        l2: Silu();
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = slice(x1, 0..);
            let h1 = transpose(h1 * h1);
            let x0 = reshape(h1, [1, 3, 1, 1]);
            let h1 = concat(x0, x0, axis = 1);
            let h5 = h1 - h1;
            let _x1 = l0(h5);
            let h1 = l1(h0);
            let h8 = l2(h1);
            (h1 * silu(h1), h8)
        }
    }
    R045 {
        input x0: [4, 4, 2];
        input x1: [1];
        l0: Softplus;
        l1: LeakyRelu;
        l2: LayerNorm(eps = 0.1);
        l3: RmsNorm(eps = 0.1);
        fn forward(x0, x1) {
            let x1 = l0(x1);
            let x1 = l1(x1);
            let h2 = l0(x1);
            let h3 = max_pool2d(x0, (3, 1), stride = (3, 2), padding = same, dilation = 2);
            let h4 = slice(x1, ..);
            let h5 = l2(h2);
            let h6 = ln(square(h5) + 0.5);
            let h7 = l2(h6);
            let h8 = l3(h5);
            let h9 = l3(h4);
            let h10 = avg_pool2d(x0, 2, stride = (3, 1), padding = same);
            (h3, h8, h9, l1(h7), h10)
        }
    }
    R046 {
        input: [5];
        l0: Elu(alpha = 1.5);
        l1: Softmax;
        l2: Relu();
        fn forward(x0) {
            let h0 = l1(l0(sqrt(square(x0) + 0.5))) + x0;
            let h1 = l2((clamp(h0, 0, 6.0)));
            let h2 = l1(ln(square(h1) + 0.5));
            let h1 = ln(square(h2) + 0.5);
            let h4 = square(h1);
            let h5 = pow(0.5 + square(tanh(h4)), 0.5);
            h5 + h4
        }
    }
    R047 {
        input: [4, 3] in 0..6;
        l0: Embedding(1);
        l1: Conv2d(_ -> 3, kernel = (2, 1), padding = (2, 1, 1, 0), dilation = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = reshape(h1, [1, 12, 1, 1]);
            let h3 = l1(h1);
            let h4 = h1 / (square(-0.7 - h1) + 0.5);
            let h5 = sum(h1, axes = (0, 1, 2), keep = false);
            let h6 = expand(h0, [4, 3, 1]);
            let h7 = reshape(expand(h2, [2, 12, 2, 1]), [24, 2, 1]);
            (h3 + h3, h5, matmul(h4, h1, transpose_a = false, transpose_b = true), h6, h7)
        }
    }
    R048 {
        input: [4, 2, 5];
        l0: GroupNorm(1, eps = 0.1);
        l1: Relu();
        l2: BatchNorm1d(40, eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = l0(expand((expand(x0, [4, 2, 5])), [4, 2, 5]));
            let x0 = transpose(h0);
            let h2 = permute(x0 * x0, [1, 2, 0]);
            let _h3 = ln(square(h2) + 0.5);
            let h0 = flatten(x0);
            let h5 = l1(h0);
            let h6 = h5 * h5;
            let h7 = l2(h0);
            (h6, hard_swish(x0), h7, x0)
        }
    }
    R049 {
        input: [6];
        l0: Softplus;
        l1: Linear(_ -> 3, bias = true);
        l2: BatchNorm1d(3, eps = 0.1);
        fn forward(x0) {
            let h0 = relu(clamp(x0, max = 0.7));
            let h1 = h0 * h0;
            let h2 = l0(abs(h1));
            let h3 = abs(h2);
            let h4 = h3 / (square(h3) + 0.5);
            let h5 = expand(h4, [6]);
            let h6 = l1(h5);
            let h1 = l2(h6);
            permute(h1, [0])
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R150 {
        input: [3, 4, 1];
        l0: Gelu(approximate = tanh);
        fn forward(x0) {
            let h0 = mean(softplus(x0), axes = (0, 1), keep = false);
            let h1 = permute(h0, [0]);
            let h2 = matmul(x0, x0, transpose_a = true);
            let h3 = sigmoid(h1);
            let h4 = max(h3, axes = 0);
            let h5 = l0(h4);
            let h6 = sqrt(square(h2) + 0.5);
            (slice(h4, 0..), l0(h5), concat(h6, h2, h2, h6) * 2)
        }
    }
    R151 {
        input x0: [1, 2, 1];
        input x1: [1, 2, 3];
        input x2: [3] in 0..2;
        l0: Tanh();
        l1: Conv2d(1 -> 1, kernel = 2, padding = same, bias = true);
        l2: Dropout(p = 0.25);
        l3: Embedding(_ -> 2);
        fn forward(_x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = sigmoid(hard_swish(h0));
            let h2 = l1(h1);
            let h3 = l3(x2);
            let h4 = avg_pool1d(slice(h3, ..1, axis = 1), kernel = 1, stride = 3, count_include_pad = true);
            (h2, l2(matmul(x1, x1, transpose_a = true)), h4, h0)
        }
    }
    R152 {
        input: [1, 2, 4];
        l0: Pad2d((1, 0, 1, 1), mode = reflect);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = mean(l0(x0), keep = true);
            let h2 = silu(h0);
            let h3 = l0(x0);
            let h4 = slice(h3, 1..3, axis = 1);
            let h5 = pow(0.5 + square(tanh(h4)), 2);
            (silu(h1), h0 - h2, hard_swish(h3), h5)
        }
    }
    R153 {
        input: [1, 2] in 0..5;
        l0: Embedding(6 -> 2);
        l1: BatchNorm2d(2, eps = 1e-2);
        l2: ConvTranspose2d(_ -> 2, kernel = (3, 2), stride = 2, padding = 1, output_padding = 1, bias = true);
        l3: Softmax(axis = 1);
        l4: Conv2d(2 -> 3, kernel = 1, stride = 1, padding = same, dilation = (1, 2), bias = false);
        l5: ConvTranspose2d(3 -> 3, kernel = (3, 1), output_padding = 0, bias = true);
        train: biases;
        fn forward(x0) {
            let x0 = ln(square(l0(x0)) + 0.5);
            let x0 = slice(x0, 1..2, axis = 2);
            let h2 = exp(tanh(x0));
            let h3 = permute(h2, [1, 0, 2]);
            let h4 = l3(x0);
            let h5 = reshape(sqrt(square(h4) + 0.5), [2]);
            let h6 = l4(l2(l1(h3)));
            let h7 = l5(h6);
            (h5, h7)
        }
    }
    R154 {
        input x0: [3, 4, 6];
        input x1: [3, 1, 6];
        input x2: [2, 2, 3];
        l0: Softmax(axis = 0);
        l1: MaxPool2d(3, stride = (3, 1), dilation = 2);
        l2: MaxPool2d(2, stride = 1);
        fn forward(x0, x1, x2) {
            let x0 = l0(x0);
            let h1 = l0(x0);
            let x2 = x2 + (pow(0.5 + square(tanh(permute((l1((concat(x1, x0, x0, axis = 1)))), [1, 2, 0]))), 2));
            let h3 = permute(x0, [1, 2, 0]);
            let h4 = l0(h1);
            let h5 = pow(0.5 + square(tanh(h4)), 1);
            let x2 = l2(x2);
            (h3, h5, x2 - 2)
        }
    }
    R155 {
        input x0: [3, 4];
        input x1: [3, 4];
        l0: LogSoftmax;
        l1: Linear(4 -> 5);
        l2: Linear(3, bias = false);
        l3: Gelu;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let x0 = l0(x0);
            let x0 = l1(x0);
            let h3 = softmax(x0, axis = 0);
            let h4 = l2(h0);
            let h5 = l0(h0);
            let h6 = l3(h4);
            let h7 = l0(h0);
            let h8 = l3(h0);
            let h9 = l0(h8);
            (h3, h5, h6, h7, x1 + h9, l0(h9))
        }
    }
    R156 {
        input x0: [1];
        input x1: [4, 2, 2];
        input x2: [1, 3, 2];
        l0: AvgPool2d(kernel = (3, 2), stride = (2, 1), padding = (0, 1));
        l1: PRelu(1);
        l2: Upsample2d(1);
        l3: RmsNorm(axes = 1);
        l4: Elu(alpha = 1.5);
        fn forward(_x0, x1, x2) {
            let x2 = x2 - x2;
            let x2 = avg_pool2d(l2(l1(l0(softplus(x2)))), 3, stride = (3, 2), padding = (1, 0), count_include_pad = true);
            let h2 = l3(x2);
            let h3 = l4(log_softmax(x1));
            (permute(elu(h2), [0, 1, 2]), h3)
        }
    }
    R157 {
        input x0: [1];
        input x1: [3, 5, 1];
        l0: Pad2d(padding = (0, 1, 0, 1));
        l1: RmsNorm(axes = 2, eps = 1e-2);
        l2: Conv2d(3 -> 1, kernel = (3, 2), stride = 2, padding = valid, bias = true);
        l3: Conv2d(1, kernel = 1, padding = same, dilation = (1, 2), bias = true);
        fn forward(_x0, x1) {
            let x1 = max_pool2d(x1, (1, 3), stride = 1, padding = same, dilation = 2);
            let h1 = l0(x1);
            let x1 = l2(l1(h1));
            let h3 = 2 - x1;
            let h4 = l2(h1);
            let h5 = l3(h4);
            let h6 = adaptive_avg_pool2d(h5, 2);
            (h3, h6)
        }
    }
    R158 {
        input: [2, 2];
        l0: HardSwish();
        fn forward(x0) {
            let x0 = reshape(x0, [4, 1, 1, 1]);
            let h1 = l0(x0);
            let h2 = l0(l0(h1));
            let h3 = dropout(h2);
            let h4 = exp(tanh(expand(h3, [4, 2, 2, 2])));
            let h5 = l0(h2);
            let h6 = softmax(h2);
            let h7 = l0(h6);
            let h8 = reshape(h4, [8, 2, 2]);
            let h9 = reshape(h5, [4, 1, 1]);
            let h10 = reshape(h7, [4, 1, 1]);
            (h8, h9, h10)
        }
    }
    R159 {
        input x0: [1, 1] in 0..2;
        input x1: [1, 5, 1];
        #[frozen] l0: Embedding(2 -> 4);
        l1: Embedding(4);
        l2: PRelu;
        l3: AdaptiveAvgPool2d((5, 4));
        #[frozen] l4: Embedding(5 -> 4);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(x0);
            let h2 = l1(x0);
            let h3 = l1(x0);
            let h4 = l3(l2(h3));
            let h5 = l4(x0);
            let h6 = l0(x0);
            let h7 = exp(tanh(h5));
            let h8 = flatten(h4);
            let h9 = flatten(h7);
            let h10 = concat(h9, h8);
            (h0 - h0, h1, h2, concat(x1, softmax(h4, axis = 1), h4, axis = 2), h6, h10)
        }
    }
    R160 {
        input x0: [2, 4] in 0..5;
        input x1: [1, 5, 5];
        #[frozen] l0: Relu;
        fn forward(_x0, x1) {
            let h0 = x1 - x1;
            let h1 = slice(h0, 3.., axis = 2);
            let h2 = h1 * h1;
            let h3 = h1 - h2;
            let h3 = square(h3);
            let h5 = permute(h3, [0, 1, 2]);
            let h0 = expand(h5, [3, 5, 2]);
            let (h7_0, h7_1, h7_2, _h7_3, h7_4) = split((l0(h3)), axis = 1);
            (h0, h7_0, h7_1, h7_2, pixel_shuffle(h5, 1), expand(h7_4, [1, 2, 2]))
        }
    }
    R161 {
        input: [3] in 0..4;
        l0: Embedding(4);
        l1: HardSwish();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = reshape(h0, [3, 4]);
            let h2 = l0(x0);
            let h3 = gelu(h1, approximate = tanh);
            let h4 = h0 + 1e-1;
            let h5 = l0(x0);
            let h6 = exp(tanh(h5));
            let h7 = slice(l1(h3), 0..2, axis = 1);
            let h8 = tanh(h4);
            let h9 = flatten(h8);
            let h10 = flatten(h7);
            let h11 = concat(h10, h9);
            (h2, transpose(h1), h4, h6, square(h5), h11)
        }
    }
    R162 {
        input: [2, 3, 3];
        l0: Softplus();
        l1: Linear(1 -> 3, bias = false);
        l2: PixelShuffle(1);
        fn forward(x0) {
            let h0 = clamp(x0, min = 0.1, max = 0.1);
            let x0 = mean(abs(h0));
            let h2 = l0(l0(x0));
            let (h3_0, h3_1, h3_2) = split(h0, axis = 2);
            let h4 = l1(h2);
            let x0 = h2 + x0;
            let h6 = l2(h3_0);
            let h7 = square(h6);
            let h8 = l2(h3_1);
            (h3_2, h4, x0, h7, h8)
        }
    }
    R163 {
        input x0: [4];
        input x1: [4];
        l0: HardSwish;
        l1: LayerNorm(axes = 1);
        l2: LayerNorm(eps = 1e-2);
        l3: RmsNorm(eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l0(l1(h0));
            let h2 = h1 - h0;
            let h0 = x1 + h2;
            let x0 = l2(h2);
            let h5 = permute(elu(h0), [0]);
            let h6 = reshape(h2, [1, 4, 1]);
            let _h7 = global_avg_pool2d(h6);
            let (h8_0, h8_1, h8_2, h8_3) = split(x0, axis = 0);
            (l3(h5), h8_0, h8_1, h8_2, h8_3)
        }
    }
    R164 {
        input: [5];
        #[frozen] l0: Tanh;
        fn forward(x0) {
            let h0 = sum(square(x0), axis = 0);
            let h1 = gelu(h0);
            let h0 = permute(h0, [0]);
            let h3 = slice((l0(h1)), 0..1, axis = 0);
            let h4 = l0(h0);
            let h5 = ln(square(h4) + 0.5);
            let h6 = log_softmax(ln(square(x0) + 0.5), axis = 0);
            (sqrt(square(x0) + 0.5), h3, l0(h5), h6)
        }
    }
    R165 {
        input x0: [4, 4];
        input x1: [1, 2, 3];
        l0: Conv2d(1 -> 1, kernel = 1, stride = 2, dilation = (2, 1));
        fn forward(_x0, x1) {
            let h0 = square(l0(x1));
            let h1 = pow(0.5 + square(tanh(h0)), -1);
            let h0 = h1 - tanh(h0);
            let h3 = tanh(exp(tanh(h0)));
            let h4 = l0(x1);
            let h5 = l0(x1);
            let h1 = h5 + h3;
            (h4, h1, x1)
        }
    }
    R166 {
        input x0: [2, 6, 6];
        input x1: [2, 5, 2];
        input x2: [4];
        input x3: [2, 6, 6];
        l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0, x1, x2, x3) {
            let x1 = abs(ln(square(x1) + 0.5));
            let h1 = pow(0.5 + square(tanh(x1)), 1);
            let h2 = matmul(h1, h1, transpose_a = true);
            let h3 = x0 / (square(x3) + 0.5);
            let h4 = exp(tanh(h2));
            let h5 = glu(x2, axis = 0);
            let _h6 = ln(square(h5) + 0.5);
            (abs(h1), permute(matmul(x1, x1, transpose_a = false, transpose_b = true), [0, 1, 2]), h3, transpose(h1), h4, l0(h1))
        }
    }
    R167 {
        input x0: [1, 5, 2];
        input x1: [1, 5, 2];
        l0: LayerNorm(axes = 2, eps = 1e-2);
        l1: LogSoftmax;
        l2: BatchNorm2d;
        fn forward(x0, x1) {
            let h0 = x0 / 1e-1;
            let h1 = pow(0.5 + square(tanh(l0(h0))), 1.7);
            let h2 = log_softmax(h1, axis = 2);
            let h3 = x1 * h2;
            let h4 = abs(h0);
            let h5 = l2(x0);
            let h6 = pow(0.5 + square(tanh(l1(h3))), 1);
            let h7 = h6 + h6;
            (h4, h7, pow(0.5 + square(tanh(h5)), -2.5))
        }
    }
    R168 {
        input x0: [1, 3, 5];
        input x1: [4, 4, 3];
        l0: ConvTranspose2d(_ -> 4, kernel = 1, stride = (2, 1), padding = 1, output_padding = (1, 0));
        l1: Dropout;
        fn forward(x0, x1) {
            let h0 = reshape(x0, [3, 1, 1, 5]);
            let h1 = upsample2d(l0(x0), scale = 1);
            let h2 = x1 * h1;
            let h3 = ln(square(x0) + 0.5);
            let h4 = l0(h3);
            let h5 = l0(h3);
            let h6 = -0.7 * h0;
            let h7 = reshape(h0 / (square(h0) + 0.5), [3, 1, 5]);
            let h8 = reshape(l1(h6), [3, 1, 5]);
            (h2, h7, h4, 1.5 + h5, h8)
        }
    }
    R169 {
        input: [1, 5] in 0..3;
        l0: Embedding(3 -> 2);
        l1: LayerNorm(eps = 0.1);
        l2: PRelu(1);
        l3: BatchNorm2d(1, eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = hard_swish(h0);
            let h0 = sqrt(square(h1) + 0.5);
            let h3 = pixel_shuffle(h0, 1);
            let h4 = l2(h3);
            let h5 = clamp(h4, min = -0.3);
            let h6 = l3(h5);
            let h7 = tanh(h4);
            (l1(h3), h6, h7)
        }
    }
    R170 {
        input x0: [4, 2];
        input x1: [3, 6, 3];
        l0: Glu(axis = 1);
        l1: GroupNorm(3);
        l2: Softplus();
        fn forward(_x0, x1) {
            let h0 = softmax(gelu(x1, approximate = tanh));
            let h1 = l0(x1);
            let h2 = l1(h1);
            let h3 = l0(h0) / (square(h2) + 0.5);
            let h4 = l2(h3);
            let _h5 = sum(h2, axes = 1);
            let h6 = l1(h2);
            let h7 = hard_swish(h6);
            (h4, h7, h6)
        }
    }
    R171 {
        input x0: [1, 3, 3];
        input x1: [3, 3] in 0..4;
        input x2: [1, 6, 5];
        l0: Dropout(0.0);
        l1: BatchNorm1d(eps = 0.1);
        fn forward(x0, _x1, x2) {
            let h0 = gelu(x2, approximate = tanh);
            let h1 = max(h0);
            let h2 = permute(x2, [0, 1, 2]);
            let h3 = l0(h2);
            let h4 = l1(h1);
            let h5 = matmul(x0, x0, transpose_a = false, transpose_b = true);
            let h6 = l1((sqrt(square(h4) + 0.5)));
            let h7 = l0(h6);
            let h8 = l1(h7);
            (h3, abs(h5), l1(h8))
        }
    }
    R172 {
        input: [3, 2, 5];
        l0: MaxPool2d(1, stride = (3, 2), padding = same);
        l1: MaxPool2d(3, padding = same);
        fn forward(x0) {
            let h0 = sqrt(square(elu(x0 - -1)) + 0.5);
            let h1 = l0(x0);
            let (h2_0, h2_1) = split(exp(tanh(h0)), axis = 1);
            let h3 = l0(x0);
            let h4 = dropout(h3);
            let _h5 = l1(h4);
            let _h6 = l1(h1);
            let h7 = h4 * h4;
            let h8 = leaky_relu(h2_1, slope = -0.3);
            (h2_0, h7, h8)
        }
    }
    R173 {
        input x0: [4, 4];
        input x1: [4, 2] in 0..2;
        input x2: [1, 4];
        l0: Linear(_ -> 1);
        l1: LeakyRelu(slope = -0.3);
        fn forward(x0, _x1, x2) {
            let h0 = l0(x0);
            let h1 = l0(x2 + (transpose(elu(l0(pow(0.5 + square(tanh(x0)), 2)), alpha = 1.5))));
            let h2 = l0(x0);
            let h3 = square(h2);
            let h4 = l1(h1);
            let h5 = l1(h4);
            (max(h0, axis = 0, keep = false), h3, h5)
        }
    }
    R174 {
        input x0: [1, 6, 5];
        input x1: [1, 6, 2];
        l0: ConvTranspose2d(1 -> 2, kernel = 1, bias = true);
        l1: Flatten;
        fn forward(x0, x1) {
            let h0 = upsample2d(x0, 1);
            let h1 = -h0;
            let h2 = concat(h0, x1, x0, axis = 2);
            let h3 = glu((l0(h1 + x0)), axis = 1);
            let _h4 = h3 - h3;
            let h5 = l1(l0(expand(h0, [1, 6, 5])));
            (h2, h5)
        }
    }
}

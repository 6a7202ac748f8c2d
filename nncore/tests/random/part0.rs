//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R000 {
        input x0: [3, 1, 6];
        input x1: [3, 1, 6];
        l0: LayerNorm(axes = 3, eps = 0.1);
        fn forward(x0, x1) {
            let h0 = upsample2d(x0, scale = 1);
            let h1 = x1 * sqrt(square(h0) + 0.5);
            let h2 = exp(tanh(h1));
            let h3 = transpose(h2);
            let h4 = h2 / (square(h0) + 0.5);
            let h5 = 0.5 / (square(x1) + 0.5);
            let _h6 = pad2d(h1 * h5, padding = (0, 0, 1, 0));
            let h7 = -h2;
            let h8 = concat(h1, x0, h7, h7, axis = 0);
            let h9 = l0(h8);
            (matmul(h3, h4, transpose_a = true, transpose_b = true), h9)
        }
    }
    R001 {
        input x0: [3, 2];
        input x1: [1, 5, 1];
        l0: Linear(2 -> 3, bias = false);
        l1: Linear(3 -> 1, bias = false);
        fn forward(x0, x1) {
            let h0 = x0 - x0;
            let x0 = glu(max(h0, axes = 0));
            let (h2_0, h2_1, h2_2, h2_3, h2_4) = split(x1, axis = 1);
            let h3 = reshape(x0, [1, 1, 1, 1]);
            let h4 = h2_0 * avg_pool2d(h2_1, 3, stride = 2, padding = same, count_include_pad = true);
            let h5 = abs(h2_3);
            let h6 = l0(h0);
            let h7 = h6 + h6;
            let h2_0 = l1(h7);
            let h9 = reshape(h3, [1, 1, 1]);
            let h10 = flatten(h0);
            let h11 = flatten(h2_0);
            let h12 = concat(h11, h10);
            (h2_2, h2_4, h9, h4, h5, h12)
        }
    }
    R002 {
        input x0: [3, 4, 6];
        input x1: [3, 12, 2];
        input x2: [3, 3, 12];
        fn forward(x0, x1, x2) {
            let h0 = abs(x0);
            let h1 = h0 + x0;
            let x2 = matmul(reshape(h1, [3, 12, 2]) + x1, x2, transpose_a = true, transpose_b = true);
            let h3 = x2 + x2;
            let h4 = x2 / (square(h3) + 0.5);
            let h5 = square(h4);
            let h6 = h3 / (square(h5) + 0.5);
            let h7 = 3.0 * (concat(h0, h1, axis = 2));
            (h6, h7 + h7)
        }
    }
    R003 {
        input: [4, 3] in 0..1;
        l0: Embedding(3);
        l1: BatchNorm1d(eps = 0.1);
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = reshape(x0, [12, 1, 3, 1]);
            let h2 = x0 - exp(tanh(x0));
            let h3 = sqrt(square(h2) + 0.5);
            let h4 = h3 + h3;
            let (h5_0, h5_1, h5_2) = split(h4, axis = 2);
            let h6 = h5_1 + h5_2;
            let h7 = abs(x0);
            let h8 = l1((max(h7, axes = (0, 1, 2, 3))));
            let h9 = reshape(h5_0, [12, 1, 1]);
            let h10 = reshape(h6, [12, 1, 1]);
            let h11 = reshape((silu(h5_1)), [12, 1, 1]);
            (h9, h10, h11, h8)
        }
    }
    R004 {
        input x0: [4];
        input x1: [3, 2, 3];
        l0: Dropout(p = 0.25);
        l1: GlobalAvgPool2d;
        l2: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        l3: Tanh();
        fn forward(_x0, x1) {
            let h0 = l0(square(l0(x1)));
            let h1 = l1(h0);
            let h2 = abs(sqrt(square(h1) + 0.5));
            let (h3_0, h3_1, h3_2) = split(h1, axis = 0);
            let h4 = l2(x1);
            let h5 = l3(h1);
            let h6 = flatten(h5);
            let h7 = flatten(-1 * h2);
            let h8 = concat(h7, h6);
            let h9 = flatten(h8);
            let h10 = flatten(h4);
            let h11 = concat(h10, h9);
            (l0(h0), l1(x1), h3_0, h3_1, h3_2, h11)
        }
    }
    R005 {
        input x0: [2, 5];
        input x1: [3, 4, 2];
        l0: Conv2d(3 -> 3, kernel = 3, stride = 1, padding = same, dilation = 2, groups = depthwise);
        l1: Silu();
        fn forward(x0, x1) {
            let h0 = permute(x0, [0, 1]);
            let h1 = gelu(h0, approximate = tanh);
            let h2 = l0(x1);
            let h3 = pow(0.5 + square(tanh(h2)), 3.0);
            let h4 = h2 * h3;
            let h5 = l0(h4);
            let h2 = l0(h5);
            let h7 = x1 - h2;
            let h8 = h3 + (l1(h7));
            (h1, mean(l1(h8), axes = (0, 2), keep = true), h1)
        }
    }
    R006 {
        input: [1];
        l0: LeakyRelu;
        l1: Dropout(0.0);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + clamp(x0, min = -0.3);
            let x0 = l0(h1);
            let h3 = dropout(x0, 0.0);
            let h4 = pow(0.5 + square(tanh(h3)), -0.5);
            let h5 = l0(h4);
            let h6 = square(l0(h3));
            let h7 = l1(h4);
            let h8 = concat(h7, h0);
            let h9 = concat(x0, h8, h6, h8, axis = 0);
            (h5, h9)
        }
    }
    R007 {
        input: [6];
        l0: Linear(6 -> 4);
        l1: Gelu(approximate = tanh);
        l2: LeakyRelu(slope = -0.3);
        l3: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = abs(x0);
            let h1 = ln(square((l1(h1 - clamp(h1, max = 0.7))) * x0) + 0.5);
            let h3 = l2(square((ln(square(h1) + 0.5))));
            let x0 = -0.7 / (square(h3) + 0.5);
            let h5 = l3(x0);
            h5
        }
    }
    R008 {
        input x0: [4, 6, 6];
        input x1: [4, 2, 6];
        l0: PRelu(1);
        fn forward(x0, x1) {
            let h0 = transpose(x0);
            let h1 = x0 / (square(h0) + 0.5);
            let h2 = x0 - h1;
            let x0 = pow(0.5 + square(tanh(h2)), -2.5);
            let h4 = matmul(h2, x0, transpose_b = true);
            let h1 = l0(h1);
            let h6 = -0.7 / (square(h1) + 0.5);
            let h7 = h6 - h4;
            let h8 = pixel_shuffle(h7, 1);
            let h9 = l0(exp(tanh(h8)));
            (concat(x1, x1, h2, axis = 1), h9)
        }
    }
    R009 {
        input x0: [1, 3] in 0..2;
        input x1: [2, 1, 4];
        input x2: [2, 2, 1];
        #[frozen] l0: Conv2d(2 -> 2, kernel = (2, 3), stride = 2, padding = (2, 1), dilation = 2, groups = depthwise);
        fn forward(_x0, x1, x2) {
            let h0 = square(x1);
            let h1 = sqrt(square(h0) + 0.5);
            let h2 = hard_swish(h1);
            let h3 = h1 - h2;
            let h4 = h3 / (square(h1) + 0.5);
            let h5 = square(l0(h4));
            let _h6 = x2 + h5;
            let h7 = l0(h0);
            let h5 = transpose(l0(h1));
            (h7, slice(h5, ..1, axis = 2))
        }
    }
    R010 {
        input x0: [1, 3];
        input x1: [2, 1, 3];
        input x2: [6];
        l0: Elu(0.7);
        l1: Conv1d(2, kernel = 1, stride = 2, padding = (0, 1), groups = depthwise);
        l2: Flatten;
        l3: AvgPool1d(2, stride = 3, padding = valid, count_include_pad = false);
        fn forward(x0, x1, x2) {
            let h0 = l1(x0);
            let h1 = l0(x1);
            let h2 = h1 / (square(h1) + 0.5);
            let h3 = matmul(h1, h1, transpose_b = true);
            let (h4_0, h4_1, h4_2, h4_3, h4_4, h4_5) = split(x2, axis = 0);
            let h5 = l0(h2);
            let h6 = l0(x1);
            let h7 = l3(h0);
            let h8 = flatten(h7);
            let h9 = flatten(h6);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(l2(h4_5));
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(sum(h4_1, keep = true));
            let h16 = concat(h15, h14);
            let h17 = flatten(h16);
            let h18 = flatten(h5);
            let h19 = concat(h18, h17);
            let h20 = flatten(h19);
            let h21 = flatten(h4_4);
            let h22 = concat(h21, h20);
            (ln(square(x2) + 0.5), h3, h4_0, h4_2, h4_3, h22)
        }
    }
    R011 {
        input x0: [1, 5, 4];
        input x1: [1];
        l0: Gelu(approximate = none);
        l1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        l2: Linear(_ -> 2);
        fn forward(x0, x1) {
            let h0 = l0(l0(x0));
            let h1 = mean(h0, axes = (0, 1), keep = true);
            let h2 = sum(l0(h1), axes = (0, 2));
            let h3 = x1 * h2 + x1;
            let h4 = slice(h3, 0..);
            let h5 = h4 / -0.7;
            let h6 = l1(h5);
            let h7 = l2(h2 / (square(h4) + 0.5));
            (h6, h7)
        }
    }
    R012 {
        input: [1, 1];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = ln(square(pow(0.5 + square(tanh(x0)), 0)) + 0.5);
            let h1 = relu(h0);
            let h1 = square(h1);
            let h3 = relu(pow(0.5 + square(tanh(h1)), 3.0));
            let h4 = pow(0.5 + square(tanh(h3)), 0) * h1;
            let h5 = flatten(clamp(matmul(h3, h4, transpose_a = true, transpose_b = true), max = 0.7));
            let _h6 = ln(square(h5) + 0.5);
            let h7 = l0(h1);
            h7
        }
    }
    R013 {
        input: [3, 3];
        l0: LayerNorm(eps = 0.1);
        l1: Tanh();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = clamp(h0, min = -0.3);
            let x0 = ln(square(h1) + 0.5);
            let h3 = expand(x0, [3, 3]);
            let h0 = h3 + h0;
            let h3 = h1 + h0 / (square(h1) + 0.5);
            let h6 = l0(h3);
            let h7 = l0(h6);
            let h8 = matmul(h7, h3);
            let h9 = l1(h1);
            (h8, h1 + h0, h9)
        }
    }
    R014 {
        input: [2, 5, 2];
        l0: HardSwish;
        l1: Elu(alpha = 1.5);
        fn forward(x0) {
            let h0 = max_pool2d(x0, 1, stride = (1, 2), dilation = 2);
            let h1 = sqrt(square(h0) + 0.5);
            let h2 = l1(l0(ln(square(reshape(elu(h1, alpha = 1.5), [1, 5, 2, 1])) + 0.5)));
            let h3 = reshape(mean(h2, axis = 2, keep = true), [5, 1, 1]);
            let h4 = reshape(transpose(l0(h2)), [5, 1, 2]);
            (h3, h4, max(h0))
        }
    }
    R015 {
        input x0: [3, 2, 3];
        input x1: [1, 2] in 0..5;
        l0: HardSwish;
        l1: Conv2d(3 -> 4, kernel = 1, stride = 2, padding = valid, dilation = (2, 1), bias = true);
        l2: AdaptiveAvgPool2d(output_size = (5, 4));
        fn forward(x0, _x1) {
            let x0 = l0(x0);
            let h1 = softplus(l0(x0));
            let h2 = l0(h1);
            let h3 = h2 * x0;
            let h4 = l2(h3);
            let h5 = tanh(h3) / (square(x0) + 0.5);
            let _h6 = mean(l0(h5), axes = (0, 2));
            let h7 = l1(h3);
            (l1(x0), h5, h4, h7)
        }
    }
    R016 {
        input: [3];
        l0: LayerNorm(axes = 1);
        fn forward(x0) {
            let x0 = x0 * 2;
            let h1 = softmax(x0);
            let x0 = softplus(h1);
            let h3 = sqrt(square(x0) + 0.5);
            let h4 = permute(h1, [0]);
            let h5 = exp(tanh(h4));
            let h6 = concat(h5, h5, h4, h3);
            let _h3 = glu(h6, axis = 0);
            let h8 = exp(tanh(exp(tanh((max(h5, axis = 0, keep = false))))));
            let h9 = l0(h8);
            h9
        }
    }
    R017 {
        input x0: [3, 2] in 0..2;
        input x1: [2, 2];
        input x2: [4];
        l0: Linear(1 -> 1, bias = true);
        l1: BatchNorm1d(4);
        l2: Embedding(_ -> 1);
        l3: AvgPool1d(kernel = 3, stride = 1, padding = 1, count_include_pad = true);
        fn forward(x0, _x1, x2) {
            let x2 = reshape(x2, [2, 2]);
            let h1 = max(x2, keep = true);
            let h2 = expand(h1, [3, 1]);
            let h3 = concat(h2, h1, axis = 0);
            let h4 = glu(l1(h3));
            let h5 = l1(l0(h3));
            let h6 = l1(h5);
            let h7 = exp(tanh(h6));
            let h8 = l2(x0);
            (h4, h3, h8, l3(h7))
        }
    }
    R018 {
        input: [2, 1, 3];
        l0: Softplus();
        l1: MaxPool2d(kernel = 1, stride = (3, 1));
        l2: LogSoftmax(axis = 0);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = abs(h0);
            let h2 = mean(x0, axis = 0, keep = false);
            let h3 = avg_pool1d(clamp(l2(h2), 0, 6.0), 3, stride = 2);
            let h4 = clamp(h3, -0.5, 1.5);
            (sum(h0, axis = 1), h4, h1 * l1(exp(tanh(h1))), l1(x0))
        }
    }
    R019 {
        input: [2, 2, 5];
        l0: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        l1: Silu();
        l2: Elu(0.7);
        l3: Conv2d(1 -> 4, kernel = 2);
        l4: ConvTranspose2d(1 -> 2, kernel = (2, 1), stride = (2, 1), padding = (0, 1), output_padding = 0);
        fn forward(x0) {
            let h0 = slice(x0, 1..2);
            let h1 = h0 - h0;
            let h2 = l0(h1);
            let h3 = l1((square(matmul(h2, h2, transpose_a = true))));
            let h4 = l2((l2(h2)));
            let h5 = l3(h4);
            let h6 = l2(h1);
            let h7 = l4(h6);
            (h3, avg_pool2d(h4, 3, padding = 1, count_include_pad = false), h5, h7)
        }
    }
    R020 {
        input: [4, 4, 4];
        l0: Dropout(p = 0.25);
        l1: Linear(_ -> 4);
        fn forward(x0) {
            let x0 = sqrt(square(x0) + 0.5);
            let x0 = slice(x0, 2..4, axis = 1);
            let (h2_0, h2_1) = split(x0, axis = 2);
            let h2_1 = softmax(l0(h2_1));
            let h4 = max(concat(h2_0, h2_0, h2_1, axis = 0), axes = (0, 1), keep = true);
            let h5 = mean((l0(h4)), axes = (0, 1, 2), keep = false);
            let h6 = l0(h4) + h4;
            (l1(h5), h6)
        }
    }
    R021 {
        input: [2, 5, 1];
        l0: AdaptiveAvgPool2d((7, 5));
        l1: Conv2d(2 -> 2, kernel = 3, stride = 1, padding = (0, 2), dilation = (1, 2), groups = depthwise);
        l2: Tanh();
        train: l2;
        fn forward(x0) {
            let x0 = l0(x0) + l0(x0);
            let x0 = dropout(abs(x0), 0.3);
            let x0 = transpose(x0);
            let h3 = l1(clamp(x0, -0.5, 1.5));
            let x0 = l2(l1(x0));
            let h5 = leaky_relu(h3, 0);
            let h6 = h5 * x0;
            h6
        }
    }
    R022 {
        input: [1];
        l0: RmsNorm(eps = 1e-2);
        l1: Softmax;
        l2: Gelu(approximate = tanh);
        l3: HardSwish();
        l4: Linear(1 -> 3, bias = true);
        fn forward(x0) {
            let h0 = sum(x0, axes = 0);
            let h1 = max(h0, axis = 0, keep = false);
            let h2 = l0(clamp(h1, 0, 6.0));
            let h3 = l0(h2);
            let h2 = l1(h3 + h0);
            let h5 = l2(h2);
            let h6 = l4(h0);
            let h7 = l0(l3(h5));
            let h8 = gelu(h7);
            (h6, h8)
        }
    }
    R023 {
        input x0: [3, 3];
        input x1: [3, 4];
        l0: LayerNorm(eps = 0.1);
        l1: Linear(_ -> 3, bias = true);
        fn forward(x0, x1) {
            let h0 = matmul(x1, x0, transpose_a = true, transpose_b = true);
            let h1 = h0 / (square(h0) + 0.5);
            let h2 = transpose(x1);
            let h3 = h2 - h2;
            let h4 = expand(l0(h1 * l0(h1)), [4, 3]);
            let h5 = l0(h4);
            let h6 = concat(h1, h2, l1(h5), axis = 1);
            let h3 = l0(h3);
            (h6, h3)
        }
    }
    R024 {
        input x0: [2, 1, 6];
        input x1: [4, 5, 3];
        l0: Conv1d(4 -> 4, kernel = 2, stride = 2, padding = 1, groups = 2, bias = true);
        l1: AvgPool2d(3, stride = 2, padding = valid);
        l2: Sigmoid;
        fn forward(x0, x1) {
            let h0 = l1(adaptive_avg_pool2d(x0, 3));
            let h1 = ln(square(l2(h0)) + 0.5);
            let h2 = sigmoid(h1);
            let h3 = matmul(h2, h0 + h0, transpose_a = true, transpose_b = true);
            let _h4 = max(h3);
            let h5 = h1 * h2;
            (ln(square((l0(max(x1, axes = 2)))) + 0.5), h5)
        }
    }
}

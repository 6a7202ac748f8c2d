//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R175 {
        input: [3, 1];
        l0: BatchNorm1d(1);
        l1: Softplus();
        train: l1;
        fn forward(x0) {
            let h0 = clamp(x0, min = -0.3);
            let h0 = mean(dropout(h0, 0.3), axes = (0, 1), keep = false);
            let h2 = l0(h0);
            let h3 = l1(h2);
            let h4 = pow(0.5 + square(tanh(l0(-h3))), -2.5);
            (h4, h0, clamp((h2 / 1.5), min = 0.1, max = 0.1))
        }
    }
    R176 {
        input x0: [4, 2];
        input x1: [4, 2];
        l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0, x1) {
            let h0 = ((ln(square(x0) + 0.5)) + x1) / 3.0;
            let h1 = expand(h0, [4, 2]);
            let h2 = silu(sigmoid(h1));
            let h3 = matmul(x1, h2, transpose_a = true);
            let x0 = h0 + h1;
            let h5 = slice(sum(h1, axis = 1), 0..1);
            (h3, x0, h2, l0(h5))
        }
    }
    R177 {
        input: [3, 2, 3];
        l0: Conv2d(3 -> 2, kernel = 2, padding = 0, groups = 1, bias = false);
        l1: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = sum(l0(x0), axes = (1, 2), keep = true);
            let h2 = tanh(h1);
            let h3 = l1(h2);
            let h4 = x0 + exp(tanh(x0));
            let h5 = max(h4, axes = (1, 2));
            let h6 = pad2d(h3, (1, 2, 2, 2), mode = zero);
            let h7 = l0(h4);
            let h8 = pad2d(h3 - -1, (2, 1, 1, 2), mode = zero);
            (h0, h5, h6, h7, h8)
        }
    }
    R178 {
        input x0: [3, 6, 6];
        input x1: [1, 1, 5];
        l0: Flatten;
        l1: ConvTranspose2d(_ -> 1, kernel = (2, 3), padding = 1, output_padding = 0, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = reshape(h0, [108]);
            let h2 = elu(l0(x0));
            let h3 = permute(h2, [0]);
            let h4 = slice(h3, 41..55, axis = 0);
            let h5 = l1(x0);
            let h6 = l1(x0);
            (log_softmax((mean(h1))), h4, matmul(x1, h5, transpose_b = false), h6)
        }
    }
    R179 {
        input x0: [3, 4];
        input x1: [3, 1, 4];
        l0: BatchNorm2d(1);
        l1: Conv2d(1 -> 3, kernel = 3, stride = 1, padding = 0);
        l2: Conv1d(2 -> 4, kernel = 3, stride = 2, groups = depthwise, bias = false);
        fn forward(x0, x1) {
            let x0 = l1(l0(reshape(x0, [1, 3, 4])));
            let h1 = max(matmul(x0, x1, transpose_a = true), axes = 0);
            let x1 = expand(h1, [2, 4]);
            let h3 = dropout(l2(x1), 0.0);
            let h4 = elu(h3, 0.7);
            let h5 = h4 - h4;
            let h6 = reshape(h5, [1, 2, 1, 2]);
            let h7 = -x1;
            let h8 = reshape(h6, [2, 1, 2]);
            (h8, h7)
        }
    }
    R180 {
        input: [1, 4, 4];
        l0: Relu;
        l1: HardSwish;
        l2: BatchNorm2d(1, eps = 1e-2);
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = l0(h0);
            let x0 = l0(pad2d(expand(h1, [4, 4, 4]), padding = (0, 2, 0, 0), mode = reflect));
            let h0 = l0(x0);
            let h4 = l0(h1);
            let h1 = square(h4);
            let h6 = l2(l1(h1));
            (h0, h6, h4, h0)
        }
    }
    R181 {
        input: [1, 2, 3];
        l0: Upsample2d(1);
        l1: Conv2d(1, kernel = 2, stride = 2, padding = 1, dilation = 2, bias = true);
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = abs(h0);
            let h2 = glu(x0, axis = 1);
            let h3 = l1(l0(l0(h2)));
            let _h4 = l1(h2);
            (h2, tanh(h1), ln(square(h3) + 0.5), softplus(h1))
        }
    }
    R182 {
        input: [1, 4, 5];
        l0: InstanceNorm2d;
        l1: HardSwish;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h0 = ln(square(h1) + 0.5);
            let h3 = l0(h0);
            let h4 = l1(h3);
            let (h5_0, h5_1, h5_2, _h5_3) = split(h3, axis = 1);
            let h6 = h5_0 / (square(h5_1) + 0.5);
            let _h7 = l0(h4);
            let h8 = h1 + h1;
            (h4 / (square(h1) + 0.5), h5_2, h6, h8)
        }
    }
    R183 {
        input: [2, 6, 3];
        l0: Conv2d(_ -> 3, kernel = (1, 3), padding = valid, dilation = (1, 2), groups = 1, bias = true);
        l1: Elu(alpha = 1.5);
        fn forward(x0) {
            let h0 = concat(x0, x0, x0, axis = 2);
            let h1 = h0 * h0;
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = clamp(h3, max = 0.7);
            let h5 = l0(h1);
            let h6 = sum(h5, axes = (0, 2), keep = true);
            let _h7 = l1(h4);
            let x0 = glu(log_softmax(h6, axis = 1), axis = 1);
            let h9 = l0(h1);
            (x0, l0(h1), h9)
        }
    }
    R184 {
        input x0: [4, 4, 1];
        input x1: [3, 3, 5];
        input x2: [3, 3, 5];
        l0: Pad2d(padding = (0, 1, 0, 0), mode = replicate);
        l1: Tanh;
        l2: LeakyRelu;
        train: biases;
        fn forward(x0, x1, x2) {
            let x1 = x2 - x1;
            let h1 = clamp(x1, min = 0.1, max = 0.1);
            let h2 = square(h1);
            let _h3 = l1(l0(h2));
            let h4 = l1(h2);
            let h5 = l1(l0(h4));
            let h6 = reshape(x0, [1, 8, 2]);
            (l2(h5), x1, h6, l0(h4 + h4))
        }
    }
    R185 {
        input x0: [3, 2, 5];
        input x1: [3, 5, 2];
        l0: Upsample2d((1, 3));
        l1: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        l2: Conv2d(3 -> 3, kernel = 1, stride = 2, dilation = 2, groups = depthwise);
        fn forward(x0, x1) {
            let h0 = avg_pool2d(transpose(3.0 * x0) + x1, 2, padding = (0, 0, 0, 1), count_include_pad = false);
            let h1 = log_softmax(h0, axis = 2);
            let h2 = l0(x1);
            let h3 = sum(l1(x1), axes = (0, 2));
            (matmul(h2, h2, transpose_b = true), h3, l2(h1))
        }
    }
    R186 {
        input x0: [2, 1];
        input x1: [3, 2, 3];
        input x2: [1, 2];
        l0: LeakyRelu(slope = -0.3);
        l1: InstanceNorm2d(eps = 0.1);
        l2: Conv2d(3 -> 4, kernel = 2, stride = 2, padding = same);
        l3: MaxPool1d(1, stride = 2, dilation = 2);
        l4: Flatten;
        l5: Tanh;
        fn forward(x0, x1, _x2) {
            let h0 = l0(x0);
            let x0 = l1(x1);
            let h2 = log_softmax(h0, axis = 0);
            let h3 = l1(log_softmax(x1));
            let h4 = l2(x1);
            let _h5 = slice(h3, 1..2);
            let _h6 = l3(h2);
            let h7 = square(h4);
            let h8 = abs(h7);
            let h9 = l4(x0);
            let h10 = l5(h8);
            (h9, h10)
        }
    }
    R187 {
        input: [1, 5, 2];
        l0: Conv2d(_ -> 1, kernel = (2, 1), stride = 2, padding = 0, dilation = 2);
        fn forward(x0) {
            let h0 = abs(x0);
            let _h1 = l0(h0);
            let h2 = max_pool2d(x0, kernel = 1, dilation = (2, 1));
            let h3 = softplus(h2);
            let h4 = exp(tanh(h3));
            let h5 = transpose(h4);
            let _h6 = hard_swish(pow(0.5 + square(tanh(h5)), -0.5));
            let h7 = l0(h3);
            let h8 = sigmoid(h7);
            (l0(h0), 2 / (square(h8) + 0.5))
        }
    }
    R188 {
        input x0: [7];
        input x1: [4];
        input x2: [3, 2, 2];
        l0: Glu(axis = 2);
        l1: PRelu(4);
        l2: Elu(alpha = 1.5);
        l3: Sigmoid();
        fn forward(x0, x1, x2) {
            let x0 = gelu(x0, approximate = tanh);
            let h1 = l0(x2);
            let h2 = l1(x1);
            let x2 = l1(h2);
            let _x2 = x2 - x2;
            let h5 = l2(sigmoid(sigmoid(x0)));
            let h6 = mean(h2, axes = 0);
            let _x0 = reshape(h5, [1, 7, 1]);
            let h8 = l1(h2);
            let h9 = l3(h6);
            (h1, h8, h9)
        }
    }
    R189 {
        input: [2, 2, 2];
        l0: LayerNorm(axes = 2, eps = 0.1);
        l1: Softplus;
        l2: Softmax(axis = 1);
        l3: Linear(3, bias = true);
        fn forward(x0) {
            let x0 = x0 + x0;
            let h1 = l0(x0);
            let h2 = l0(h1);
            let h3 = max(h2, axes = 0);
            let h1 = l0(x0);
            let h5 = l1(pow(0.5 + square(tanh(h3)), 3.0));
            let h6 = l0(x0);
            let h7 = l2(h1);
            let _h8 = l3(abs(h5));
            let h9 = l2(h7);
            (h6, h9, h5)
        }
    }
    R190 {
        input x0: [2, 4] in 0..1;
        input x1: [3, 6, 3];
        l0: MaxPool2d(3, stride = (1, 3), padding = same, dilation = (1, 2));
        l1: Silu;
        l2: LayerNorm(axes = 2);
        fn forward(_x0, x1) {
            let h0 = square(x1);
            let h1 = l0(h0);
            let h0 = pixel_shuffle(h1, 1);
            let h3 = l0(x1);
            let h4 = l1(h1);
            let h5 = l2(h4);
            let h6 = l1(h5);
            let h7 = exp(tanh(h0));
            let h8 = l1(h7);
            (l1(h6), h8, l1(h6), abs(h3))
        }
    }
    R191 {
        input x0: [4, 5] in 0..3;
        input x1: [1];
        input x2: [2, 3, 3];
        input x3: [2, 2, 6];
        l0: LeakyRelu(slope = -0.3);
        l1: Linear(_ -> 5, bias = false);
        fn forward(_x0, x1, x2, x3) {
            let h0 = expand(x1, [3]);
            let h1 = -avg_pool2d(pad2d(x2, padding = (0, 1, 2, 1), mode = zero), kernel = 1, stride = (3, 1), padding = 0, count_include_pad = false);
            let h2 = h1 * x3;
            let h3 = l1(clamp(h0, 0, 6.0));
            let h4 = l0(l0(h1));
            let h5 = permute(l1(h0), [0]);
            (h2, l0(x3), h3, h4, h5)
        }
    }
    R192 {
        input: [1, 3, 3];
        l0: AdaptiveAvgPool2d(output_size = 3);
        l1: RmsNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = sigmoid(x0);
            let x0 = hard_swish(h0);
            let h2 = l0(relu(x0));
            let h3 = x0 + h2;
            let h4 = global_avg_pool2d(h3);
            let h5 = reshape(x0, [9, 1, 1]);
            let h6 = h2 / (square(h2) + 0.5);
            let h7 = l1(h6);
            let h6 = l1(h7);
            (h4, reshape(h5, [9]), l0(h6))
        }
    }
    R193 {
        input: [3, 1, 6];
        l0: Sigmoid();
        l1: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = square(x0);
            let h1 = sqrt(square(l0(x0)) + 0.5);
            let h2 = h0 - h1;
            let h3 = l1(l1(matmul(h2, h2, transpose_b = true)));
            let h4 = square(h3);
            let h5 = square(h4);
            (h5, h0, hard_swish(h4))
        }
    }
    R194 {
        input: [1, 6, 3];
        l0: Sigmoid();
        l1: HardSwish();
        fn forward(x0) {
            let h0 = slice(x0, 0..1, axis = 2);
            let h1 = glu(transpose(h0), axis = 2);
            let h2 = abs(h1);
            let h3 = l0(h2);
            let h4 = l1(h1);
            let h5 = l1(h2);
            let h6 = abs(silu(h3));
            (h4, h5, h6)
        }
    }
    R195 {
        input: [1, 5] in 0..5;
        l0: Embedding(_ -> 2);
        l1: Pad2d((1, 0, 0, 0), mode = reflect);
        l2: Gelu(approximate = none);
        l3: Conv2d(1 -> 2, kernel = 2, padding = 1, dilation = 2, bias = false);
        l4: Glu(axis = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let (h1_0, h1_1) = split(h0, axis = 2);
            let h2 = l1(h1_1);
            let h3 = square(h2);
            let h4 = upsample2d(h3, scale = (1, 3));
            let h5 = -1 / (square(h4) + 0.5);
            let h6 = h1_0 + h1_1;
            let h7 = l3(h3);
            let h8 = l4(h7);
            let h9 = h8 - 1e-1;
            (h5, l2(h6), h9)
        }
    }
    R196 {
        input: [2, 4];
        l0: Gelu(approximate = tanh);
        l1: LeakyRelu(0);
        fn forward(x0) {
            let h0 = log_softmax(x0);
            let h1 = abs(max(h0, axes = (0, 1), keep = true));
            let h2 = max(h1, axes = (0, 1), keep = true);
            let h3 = hard_swish(h2);
            let h4 = elu(l0(h3), 0.7);
            let h5 = l1(h4);
            let h6 = l0(h4);
            (matmul(x0, x0, transpose_b = true), h5, h3, h6)
        }
    }
    R197 {
        input x0: [3, 5] in 0..3;
        input x1: [3, 3, 1];
        l0: Embedding(_ -> 1);
        l1: Elu(0.7);
        l2: Conv2d(3, kernel = 1, stride = (2, 1), padding = same, dilation = (2, 1), groups = depthwise);
        l3: Conv2d(3 -> 4, kernel = 1, stride = 2, padding = valid, dilation = 2);
        l4: Dropout;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(l0(x0));
            let h2 = l3(l1(elu(h0)));
            let h3 = x1 + l2(h1);
            let h4 = l4(h2);
            let h5 = dropout(l2(h1), 0.3);
            (h3, h5, h2 / (square(h4) + 0.5))
        }
    }
    R198 {
        input x0: [4, 5, 1];
        input x1: [4, 6, 4];
        input x2: [1, 6, 4];
        l0: AdaptiveAvgPool2d(5);
        l1: LeakyRelu(0.2);
        l2: Elu;
        fn forward(x0, x1, _x2) {
            let h0 = l0(x1);
            let h1 = elu(h0);
            let h2 = glu(h1);
            let h3 = max(sqrt(square(h2) + 0.5), axis = 1);
            let h4 = l0(x1);
            let h5 = l2(l1(h4));
            let (_h6_0, _h6_1, h6_2, h6_3) = split(x0);
            (h3, sqrt(square(h5) + 0.5), h6_2, h6_3)
        }
    }
    R199 {
        input: [2, 4, 2];
        l0: PixelShuffle(1);
        l1: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0) {
            let h0 = sigmoid((l0((gelu(pow(0.5 + square(tanh(x0)), -2.0), approximate = tanh)))));
            let (h1_0, h1_1) = split((slice(l1(h0), ..1, axis = 1)), axis = 2);
            let h2 = l1(x0);
            (x0, h1_0, h1_1, h2)
        }
    }
}

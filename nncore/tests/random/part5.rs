//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R125 {
        input x0: [3, 6, 2];
        input x1: [3, 3, 2];
        l0: Upsample2d(1);
        l1: Conv2d(_ -> 1, kernel = 1, padding = valid, dilation = 2, bias = false);
        l2: Conv2d(1 -> 3, kernel = (2, 1), stride = 2, padding = 1, dilation = 2);
        train: l2;
        fn forward(x0, x1) {
            let x0 = permute(x0 * x0, [0, 1, 2]);
            let x0 = l0(x0);
            let h2 = l0(x0) * x0;
            let h3 = 1e-1 - x0;
            let h4 = (l2((l1(slice(pow(0.5 + square(tanh(l0(h3))), 3.0), 0..1, axis = 2))))) / (square(x1) + 0.5);
            (h2, h4)
        }
    }
    R126 {
        input x0: [4, 4];
        input x1: [2, 4, 6];
        l0: MaxPool1d(3, stride = 2, padding = 1);
        l1: Flatten;
        l2: Gelu(approximate = tanh);
        l3: Elu(0.7);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = x1 * x1;
            let h2 = reshape(h1, [8, 1, 3, 2]);
            let h3 = l1(h0);
            let h4 = h0 * h0;
            let _h5 = h3 + h3;
            let h6 = pow(0.5 + square(tanh(h2)), -2.0);
            let h7 = l0(x0);
            let h8 = reshape(l3(h6), [8, 3, 2]);
            (l2(h1), l0(x0), l1(h4), h8, h7)
        }
    }
    R127 {
        input: [4, 1];
        #[frozen] l0: Sigmoid();
        #[frozen] l1: Linear(1 -> 2, bias = false);
        fn forward(x0) {
            let h0 = glu(x0, axis = 0);
            let h0 = silu(h0);
            let h2 = gelu(h0, approximate = none);
            let h3 = sqrt(square(h0) + 0.5);
            let h4 = softplus(l1(h3));
            (l1(h2 * h0), expand((l0(h0)), [2, 2]), h4)
        }
    }
    R128 {
        input: [4, 1, 6];
        l0: PixelShuffle(1);
        l1: Softmax(axis = 1);
        l2: RmsNorm(axes = 1);
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let h1 = l0(h0);
            let h2 = dropout(h1, p = 0.25);
            let h3 = silu(h2);
            let h4 = h3 - h2;
            let h5 = glu(h0);
            let h6 = l1(h1);
            let h7 = l2(h6);
            (h5, -1 + x0, h7, max(h4, axis = 0, keep = true))
        }
    }
    R129 {
        input: [1, 4, 5];
        l0: LayerNorm(eps = 0.1);
        l1: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + x0;
            let h2 = relu(h1);
            let h3 = l0(h2);
            let h4 = l1(x0);
            let h5 = transpose(h3);
            let h6 = h5 * h5;
            let h7 = glu(h4, axis = 1);
            let h8 = l1(h6);
            let h9 = sqrt(square(h8) + 0.5);
            (clamp(h7, min = 0.1, max = 0.1), h9)
        }
    }
    R130 {
        input x0: [3, 5, 2];
        input x1: [3, 5, 2];
        l0: MaxPool2d(1, stride = (3, 2));
        fn forward(x0, x1) {
            let x0 = global_avg_pool2d(x1 + x0);
            let h1 = global_avg_pool2d(x0);
            let h2 = x0 / -1;
            let h3 = l0(concat(h2, h2, h1, h1, axis = 1));
            let h4 = log_softmax(h3, axis = 0);
            (slice(x0, ..1, axis = 2), h4)
        }
    }
    R131 {
        input x0: [4, 2];
        input x1: [1, 4];
        l0: Linear(2 -> 4, bias = false);
        l1: Elu(alpha = 1.5);
        fn forward(x0, x1) {
            let h0 = matmul(x1, clamp(l0(x0), min = 0.1, max = 0.1), transpose_a = false, transpose_b = true);
            let h1 = l0(x0);
            let h2 = log_softmax(h1, axis = 1);
            let h3 = sqrt(square(ln(square(h0) + 0.5)) + 0.5);
            let h4 = x1 * h3;
            (square(h0), h4, hard_swish(l1(h2)))
        }
    }
    R132 {
        input: [4, 5];
        #[frozen] l0: LogSoftmax(axis = 1);
        fn forward(x0) {
            let h0 = max_pool1d(x0, kernel = 1, stride = 2);
            let h1 = transpose(h0);
            let h2 = leaky_relu(h1, 0);
            let h3 = sqrt(square(h2) + 0.5);
            let h4 = h0 + h0;
            let h5 = h4 - h0;
            let h6 = abs(h3);
            let h7 = hard_swish(h5);
            let h8 = l0(mean(h6, axes = (0, 1), keep = true));
            (h7, silu(slice(h3, ..2, axis = 1)), h8)
        }
    }
    R133 {
        input x0: [2, 2] in 0..3;
        input x1: [1, 2, 6];
        input x2: [1, 2, 3];
        l0: Embedding(3 -> 3);
        l1: ConvTranspose2d(2 -> 1, kernel = 1, stride = (1, 2), output_padding = (0, 1));
        l2: Glu;
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let h1 = pow(0.5 + square(tanh(h0)), -0.5);
            let h2 = l0(x0);
            let h3 = l2(h2);
            let h4 = l1(h1);
            let h5 = l1(l0(x0)) * x1;
            let h6 = x2 - h3;
            let h1 = -0.7 + h6;
            (h4, h5, h1, h4)
        }
    }
    R134 {
        input x0: [2, 4];
        input x1: [2, 2];
        l0: Glu(axis = 0);
        #[frozen] l1: Softplus;
        fn forward(x0, x1) {
            let h0 = permute(x0, [1, 0]);
            let h1 = softmax(h0, axis = 1);
            let h2 = l0(h1);
            let h3 = l0(h0);
            let h4 = slice(h3, 0..1, axis = 1);
            let h5 = matmul(h3, h4, transpose_a = true);
            let _h6 = l1(h5);
            let h7 = h1 * h0;
            let h8 = x1 + h2;
            (h7, h8)
        }
    }
    R135 {
        input x0: [4, 1] in 0..5;
        input x1: [2, 4];
        l0: PRelu(2);
        l1: Embedding(5 -> 1);
        l2: AvgPool2d(1, stride = 2, padding = same);
        l3: HardSwish;
        fn forward(x0, x1) {
            let h0 = l0(avg_pool1d(x1, kernel = 1, count_include_pad = false));
            let h1 = abs(x1);
            let h2 = l0(h0 + h1);
            let h3 = l3(l2(l1(x0)));
            (h1, h2, pad2d(l1(x0), (0, 2, 1, 0), mode = zero), h3)
        }
    }
    R136 {
        input: [1, 2];
        l0: Dropout;
        l1: Silu;
        l2: LeakyRelu(0);
        fn forward(x0) {
            let h0 = relu(x0);
            let h1 = matmul(h0, x0, transpose_a = false, transpose_b = true);
            let h2 = l0(h1);
            let x0 = l1(l0(glu(x0, axis = 1)));
            let h4 = l2(x0);
            let h5 = l2(h2);
            let h6 = l1(h1);
            (l0(h4), h2, h5, h6)
        }
    }
    R137 {
        input: [4, 5];
        l0: AvgPool1d(1, stride = 2, padding = same, count_include_pad = false);
        l1: Linear(3 -> 5);
        fn forward(x0) {
            let h0 = transpose(expand(x0, [4, 5]));
            let h1 = l0(log_softmax(x0));
            let h2 = -0.7 - h1;
            let h3 = l0(l1(h2));
            let h4 = l1(h1);
            (square(h0), slice(h3, 1..2, axis = 1), h4)
        }
    }
    R138 {
        input: [1, 4];
        #[frozen] l0: HardSwish();
        #[frozen] l1: Relu();
        fn forward(x0) {
            let h0 = elu(x0 / -1, 0.7);
            let h1 = l0(h0);
            let h2 = l0(h1);
            let h3 = h1 / (square(h2) + 0.5);
            let h4 = abs((sum(x0, axes = 1)));
            let h3 = l0(h3);
            let h0 = l1(h1);
            let (_h7_0, _h7_1, h7_2, h7_3) = split(h3, axis = 1);
            let h8 = avg_pool1d(h1, kernel = 3, stride = 2, padding = same);
            let h9 = flatten(h8);
            let h10 = flatten(x0);
            let h11 = concat(h10, h9);
            (h4, h0, h7_2, h7_3, l0(h1), h11)
        }
    }
    R139 {
        input x0: [4] in 0..2;
        input x1: [2, 3, 4];
        l0: LayerNorm(eps = 0.1);
        #[frozen] l1: Gelu(approximate = tanh);
        l2: Embedding(4 -> 4);
        #[frozen] l3: Linear(2, bias = true);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = l1(h0);
            let h2 = h1 / (square(h1) + 0.5);
            let h3 = l1(glu(mean(h2, axes = 0, keep = false), axis = 1));
            let h4 = h3 * h3;
            let h5 = l1(l0(h2));
            let h6 = l3(h4);
            let h7 = pad2d(h5, (2, 1, 0, 2));
            (l2(x0), h6, h7)
        }
    }
    R140 {
        input: [3, 3, 3];
        l0: PixelShuffle(1);
        l1: Softplus;
        l2: Dropout(0.3);
        l3: Sigmoid;
        fn forward(x0) {
            let h0 = exp(tanh((clamp(x0, min = -0.3))));
            let h1 = concat(x0, x0, h0, axis = 0);
            let _h0 = reshape(reshape(h1, [81]), [81]);
            let h3 = l1(l0(h1));
            let _h4 = ln(square(h1) + 0.5);
            let h5 = l2(h3);
            let h6 = square(l0(h3));
            (l3(h5), h6)
        }
    }
    R141 {
        input: [2, 2, 1];
        l0: LayerNorm;
        l1: Glu;
        l2: Softmax(axis = 0);
        l3: HardSwish();
        l4: Linear(1);
        l5: Sigmoid;
        fn forward(x0) {
            let h0 = flatten(x0);
            let h1 = l0(h0);
            let h2 = h0 + l0(h1);
            let x0 = l1(h2);
            let h4 = l2(h2);
            let h5 = max(l3(ln(square(h0) + 0.5)), keep = false);
            let _h6 = l4(h5);
            let h7 = l5(h5);
            (x0, h4, h5, l3(h0), h7)
        }
    }
    R142 {
        input x0: [1, 2, 3];
        input x1: [2, 1, 1];
        input x2: [2, 2, 1];
        l0: Softplus();
        l1: Gelu(approximate = none);
        fn forward(x0, x1, x2) {
            let x1 = matmul(x2, x1, transpose_a = false, transpose_b = true);
            let h1 = permute(x1, [0, 2, 1]);
            let h2 = l0(l0(h1));
            let h3 = elu(h2);
            let h4 = l0(h3);
            let h5 = x0 - x0;
            let h6 = sum(h4, axis = 1);
            let h7 = elu(l1(h6), alpha = 1.5);
            (h5, mean(h6, axes = (0, 1)), h7)
        }
    }
    R143 {
        input x0: [7];
        input x1: [7];
        l0: LayerNorm;
        l1: LayerNorm(eps = 0.1);
        l2: GroupNorm(7, eps = 0.1, affine = false);
        fn forward(x0, x1) {
            let h0 = x1 - x0;
            let h1 = square(h0);
            let x0 = h1 - 2;
            let h3 = square(l0(x0));
            let _h4 = l1(x1);
            let h5 = l1(h3);
            let _h6 = exp(tanh(l1(sqrt(square(h0) + 0.5))));
            let h7 = l2(h5);
            (slice(h3, 4..6), h7)
        }
    }
    R144 {
        input: [2, 6, 6];
        l0: Glu(axis = 2);
        l1: Tanh;
        l2: GroupNorm(2, eps = 0.1);
        l3: Sigmoid();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = (l1(l0(x0))) * h0;
            let h2 = h1 / (square(h0) + 0.5);
            let h3 = l2(h2);
            let h4 = l3(h3);
            let h5 = l3(h0);
            (max_pool2d(h4, (2, 3), stride = 2), tanh(x0), h5)
        }
    }
    R145 {
        input: [3];
        #[frozen] l0: Linear(3 -> 2, bias = true);
        #[frozen] l1: LeakyRelu(0);
        fn forward(x0) {
            let h0 = clamp(x0, -0.5, 1.5);
            let _h1 = l0(h0);
            let h2 = softplus(h0);
            let (_h3_0, h3_1, h3_2) = split(h2, axis = 0);
            let h4 = l1(h3_2);
            let h5 = abs(h4);
            let h6 = exp(tanh(l1(h3_1)));
            let h7 = l0(h0);
            (softmax(h5), h6, h0, h7)
        }
    }
    R146 {
        input: [3, 1];
        l0: RmsNorm(axes = 1);
        #[frozen] l1: Gelu(approximate = tanh);
        fn forward(x0) {
            let h0 = relu(max_pool1d(x0, 1, stride = 1, padding = 0, dilation = 2));
            let x0 = permute(l0(h0), [0, 1]);
            let h2 = log_softmax((l0(x0)), axis = 0);
            sum(l1(l1(-0.7 / (square(h2) + 0.5))), axes = (0, 1), keep = true)
        }
    }
    R147 {
        input x0: [2, 5];
        input x1: [3, 2, 3];
        l0: LayerNorm(eps = 0.1);
        fn forward(_x0, x1) {
            let x1 = l0(x1);
            let h1 = expand(transpose(hard_swish(slice(x1, 2.., axis = 2))), [3, 4, 2]);
            let h1 = h1 * h1;
            let h3 = l0(x1);
            (h1, x1 * h3)
        }
    }
    R148 {
        input x0: [2, 5];
        input x1: [1, 2];
        l0: AvgPool1d(1, stride = 3, padding = 0);
        fn forward(x0, x1) {
            let h0 = mean(x1, keep = true);
            let h1 = l0(h0);
            let h2 = l0(h1);
            let h3 = sqrt(square(x0) + 0.5);
            let h4 = exp(tanh(h0));
            let h5 = reshape(h4, [1, 1]);
            let h6 = reshape(h5, [1]);
            let h7 = h2 - l0(h2);
            let h8 = l0(h2);
            let h9 = relu(h1);
            let h10 = flatten(h3);
            let h11 = flatten(h9);
            let h12 = concat(h11, h10);
            (h3, h6, h7, h8, sqrt(square(h2) + 0.5), h12)
        }
    }
    R149 {
        input x0: [2, 3, 5];
        input x1: [2, 3, 5];
        input x2: [1, 4, 5];
        l0: BatchNorm2d;
        l1: Gelu(approximate = none);
        fn forward(x0, x1, x2) {
            let h0 = abs(glu((x0 * x1)));
            let x0 = slice(h0, 0..2, axis = 1);
            let h2 = upsample2d(x0, (2, 1));
            let h3 = l0(x1);
            let h4 = l0(h3);
            let h5 = h2 * x2;
            let h6 = l1(h3);
            (h0, softplus(h2), h5, l0(h4), h6)
        }
    }
}

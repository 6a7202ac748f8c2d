//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R100 {
        input: [4, 4];
        l0: Softplus;
        l1: Linear(_ -> 5);
        l2: LeakyRelu(0);
        fn forward(x0) {
            let h0 = concat(x0, x0, x0);
            let h1 = h0 / (square(h0) + 0.5);
            let h2 = permute(h1, [1, 0]);
            let h3 = h2 + h2;
            let h4 = l0(h3);
            let _h5 = l0(h3);
            let h2 = l0(h3);
            let h7 = l0(h2);
            let h8 = l1(h7);
            let h9 = softmax(h8, axis = 1);
            (l2(-h4), h9, h1)
        }
    }
    R101 {
        input: [4, 5, 5];
        l0: Conv2d(1 -> 1, kernel = 2, padding = 1, dilation = (1, 2), groups = depthwise);
        #[frozen] l1: AvgPool2d(kernel = 3, stride = (3, 1), padding = same);
        #[frozen] l2: Silu();
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = mean(h0, axis = 0, keep = true);
            let (h2_0, _h2_1, h2_2, h2_3, h2_4) = split(h1, axis = 1);
            let h0 = l0(h2_4);
            let h0 = l0(max(h0, axes = 1, keep = true));
            let h5 = mean(h0, axes = 0);
            let h6 = l1(h2_2);
            let h0 = l2(h5);
            (h2_0, h2_3, h6, h0)
        }
    }
    R102 {
        input: [4, 1, 4];
        l0: Gelu(approximate = tanh);
        l1: HardSwish();
        #[frozen] l2: BatchNorm2d(4, eps = 0.1);
        fn forward(x0) {
            let x0 = l0((concat(x0, x0, x0, x0, axis = 1)));
            let h1 = l1(l1(x0));
            let h2 = l0(max(h1, axes = (0, 2), keep = false));
            let x0 = l1(x0);
            let h4 = ln(square(x0) + 0.5);
            let h5 = permute(h2, [0]);
            let h6 = softmax(x0, axis = 1);
            let h7 = l1(h6);
            let h8 = l2(h7);
            (h4, h5, h8, h4)
        }
    }
    R103 {
        input x0: [3, 5] in 0..2;
        input x1: [6];
        input x2: [6];
        l0: Embedding(3);
        l1: PRelu(1);
        fn forward(x0, x1, x2) {
            let x1 = x1 / (square(x1) + 0.5);
            let h1 = x2 / (square(x1) + 0.5);
            let h2 = sqrt(square(log_softmax(h1)) + 0.5);
            let h3 = concat(h1, h2, h2, x1);
            let _h4 = l0(x0);
            let h5 = l0(x0);
            let h6 = x2 - h1;
            (h6, ln(square((l1(h3))) + 0.5), sigmoid(h5))
        }
    }
    R104 {
        input x0: [1, 5] in 0..4;
        input x1: [1, 6, 4];
        input x2: [4, 3];
        l0: RmsNorm(axes = 1);
        l1: Pad2d((0, 1, 0, 0));
        l2: Tanh;
        l3: Flatten;
        fn forward(_x0, x1, x2) {
            let h0 = exp(tanh(x1));
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = abs(h2);
            let h4 = l2(h3);
            let h5 = l2(l0(h1));
            let h6 = sqrt(square(h2) + 0.5);
            let h7 = l3(h5);
            let h8 = reshape(sigmoid(reshape(x2, [2, 1, 1, 6])), [2, 1, 6]);
            (h4, l3(h5), h6, h8, h7)
        }
    }
    R105 {
        input: [2, 3] in 0..2;
        l0: Embedding(3);
        l1: GroupNorm(2, affine = true);
        l2: Conv2d(2 -> 4, kernel = 1, stride = 2, padding = valid);
        fn forward(x0) {
            let h0 = mean(l0(x0), axis = 1, keep = false);
            let h1 = l0(x0);
            let h2 = slice(h1, 1..2, axis = 1);
            let h3 = pow(0.5 + square(tanh(h2)), -0.5);
            let h4 = expand(h0, [2, 3]);
            let h5 = abs(h4);
            let h6 = permute(h2, [1, 0, 2]);
            let h7 = hard_swish(h6);
            let h8 = l1(h3);
            (h5, h7, l2(h8))
        }
    }
    R106 {
        input: [4];
        l0: Softmax;
        l1: Flatten;
        l2: LayerNorm(eps = 1e-2);
        l3: Sigmoid;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l2(l1(h0));
            let h2 = h1 + x0;
            let (h3_0, _h3_1) = split(h2, axis = 0);
            let h0 = relu(h3_0);
            let h5 = l1(h2);
            let h6 = expand(h5, [4]);
            let h7 = l0(h6);
            let h6 = h7 + -1;
            let h1 = l3(h6);
            let h10 = glu(h1);
            (h0, h10)
        }
    }
    R107 {
        input: [5];
        #[frozen] l0: LayerNorm;
        #[frozen] l1: Relu();
        l2: Softplus();
        fn forward(x0) {
            let x0 = l1(l0(x0 + x0));
            let h1 = abs(x0);
            let h2 = l1(h1);
            let (_h3_0, h3_1, h3_2, _h3_3, h3_4) = split((l0(h2)), axis = 0);
            let h4 = l2(h3_4);
            let h5 = square(h3_1);
            (h3_2, h4, silu(h5), h3_4)
        }
    }
    R108 {
        input x0: [3, 1, 1];
        input x1: [3, 1, 1];
        input x2: [3, 4, 3];
        l0: Elu(0.7);
        l1: Gelu;
        fn forward(x0, x1, x2) {
            let h0 = pad2d(x0, (2, 1, 1, 1), mode = replicate);
            let h1 = concat(h0, l0(h0), axis = 2);
            let h2 = pow(0.5 + square(tanh(h1)), 1);
            let h3 = x0 * x1;
            let _h4 = l1(l0(h0));
            let _h5 = l0(x2 * h0);
            let h6 = sum(h3, axes = (1, 2), keep = true);
            (h2 * h1, h6, h0)
        }
    }
    R109 {
        input: [2, 2, 5];
        l0: BatchNorm2d(2, eps = 0.1);
        l1: Tanh;
        l2: LogSoftmax;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = permute(h0, [0, 2, 1]);
            let h1 = dropout(h1, 0.3);
            let h3 = l1(h1);
            let h4 = square(h3);
            let h5 = 1e-1 - transpose(h4);
            let h6 = l2(x0);
            (l0(h5) * h0, l2((relu(h6))))
        }
    }
    R110 {
        input: [1, 1];
        l0: MaxPool1d(1, stride = 2, dilation = 2);
        l1: Conv1d(1 -> 1, kernel = 1, bias = true);
        l2: Linear(_ -> 2, bias = false);
        l3: Glu(axis = 1);
        train: biases;
        fn forward(x0) {
            let h0 = l0(sqrt(square(x0) + 0.5));
            let h1 = softplus(h0);
            let h2 = l1(h1);
            let h3 = expand(ln(square(h1) + 0.5), [1, 2]);
            let h4 = relu(h3);
            let h5 = clamp(h2, -0.5, 1.5);
            (l2(h1), l3(h4), h5)
        }
    }
    R111 {
        input x0: [4, 3];
        input x1: [1];
        l0: GroupNorm(3, affine = false);
        l1: Linear(1 -> 3, bias = false);
        fn forward(x0, x1) {
            let x0 = elu(mean(x0));
            let h1 = concat(x1, x0, x1, axis = 0);
            let x1 = gelu(x0, approximate = none);
            let h3 = permute(h1, [0]);
            let h4 = l0(h3);
            let h5 = l1(x1);
            let h6 = pow(0.5 + square(tanh(h3)), 0.5);
            let h7 = l1(slice(h6, ..1));
            (square(abs(h4)), h5, h7)
        }
    }
    R112 {
        input x0: [2, 2, 2];
        input x1: [1, 2, 6];
        l0: LayerNorm(axes = 1);
        fn forward(x0, x1) {
            let (h0_0, h0_1) = split(x0);
            let h1 = exp(tanh(h0_1));
            let _h2 = pow(0.5 + square(tanh(h0_1)), 0);
            let h0_1 = upsample2d(h0_0, scale = (1, 3));
            let h4 = h0_1 / (square(x1) + 0.5);
            let h5 = max(h1, axis = 1, keep = false);
            let h6 = h4 + h0_1;
            let h7 = leaky_relu(h6);
            let h8 = permute(h0_0, [0, 2, 1]);
            let h9 = -h8;
            let h10 = l0(h5);
            (sum(h7, keep = true), h9, h10, h4)
        }
    }
    R113 {
        input x0: [4, 2, 5];
        input x1: [4, 2];
        input x2: [4, 2, 2];
        input x3: [4, 2, 1];
        #[frozen] l0: PixelShuffle(1);
        #[frozen] l1: PRelu;
        l2: Conv2d(2, kernel = (1, 3), stride = 2, padding = (2, 2, 0, 1), groups = 1, bias = false);
        l3: Conv2d(4 -> 3, kernel = (1, 3), padding = 0, dilation = (2, 1), bias = true);
        fn forward(x0, x1, x2, x3) {
            let h0 = expand(x1, [4, 2]);
            let h1 = l0(l0(x0));
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = 2 * h3;
            let h5 = 0.5 / (square(h4) + 0.5);
            let h6 = max_pool2d(h5, 1);
            let h7 = concat(h3, h1, x2, x3, axis = 2);
            let _h8 = l2(h1);
            (x1 - h0, h7, h5, l3(h6))
        }
    }
    R114 {
        input: [1];
        l0: Relu();
        l1: GroupNorm(4, affine = true);
        fn forward(x0) {
            let h0 = x0 - x0;
            let x0 = flatten(x0);
            let h2 = x0 - h0;
            let h3 = softmax(h2, axis = 0);
            let h4 = sum(h3, axis = 0, keep = false);
            let h5 = l0(h3);
            let h4 = l1(sqrt(square(expand(h4, [4])) + 0.5));
            let h7 = ln(square(h4) + 0.5);
            let h8 = l1(h7);
            let h9 = permute(h3, [0]);
            (h5, h8, h9, h5)
        }
    }
    R115 {
        input x0: [2, 1, 4];
        input x1: [2, 1, 4];
        l0: Conv2d(2 -> 2, kernel = (2, 3), stride = (1, 2), padding = same, dilation = 2, groups = depthwise, bias = false);
        l1: Upsample2d((1, 2));
        l2: ConvTranspose2d(2 -> 4, kernel = (1, 3), stride = (2, 1), padding = 0, output_padding = (1, 0), groups = 2, bias = true);
        fn forward(x0, x1) {
            let h0 = l1(l0(x0));
            let h1 = h0 + x1;
            let _h2 = l2(h1);
            let h3 = mean(h1, axes = (0, 2));
            let h4 = l0(x1);
            let h5 = permute(h4, [1, 0, 2]);
            let h6 = transpose(h5);
            let h7 = sum(h6, axes = (0, 1), keep = true);
            (l2(h0), h3, h7)
        }
    }
    R116 {
        input: [4, 4, 1];
        l0: AvgPool2d(3, stride = (1, 2), padding = same, count_include_pad = false);
        l1: Softmax(axis = 2);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h0 = global_avg_pool2d(h0);
            let h2 = l0(h0);
            let h3 = slice(x0, ..1, axis = 2);
            let x0 = l1(h0);
            let h5 = matmul(x0, h2, transpose_a = true);
            (h2 * l1(h5), tanh(h3), l0(x0))
        }
    }
    R117 {
        input x0: [4, 4] in 0..4;
        input x1: [3, 2] in 0..5;
        l0: Embedding(5 -> 4);
        l1: Flatten;
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h1 = h0 - h0;
            let h2 = clamp(h1, 0, 6.0);
            let h3 = softmax(h2, axis = 2);
            let (h4_0, _h4_1) = split(h1, axis = 0);
            let _h5 = l0(x0);
            let h6 = abs(h3);
            (l1(h3), max(h4_0, axes = (0, 1)), max_pool2d(h1, 1, stride = 2, padding = same, dilation = (2, 1)), h6)
        }
    }
    R118 {
        input x0: [3];
        input x1: [3, 3];
        l0: Dropout(0.3);
        l1: GroupNorm(1, eps = 0.1, affine = true);
        fn forward(x0, x1) {
            let h0 = permute(x1, [0, 1]);
            let h1 = transpose((sqrt(square(l0(l0(h0))) + 0.5)));
            let h2 = l1(silu(h0));
            let h3 = concat(h0, h2, h2, axis = 1);
            let h4 = reshape(l0(x0), [3, 1, 1, 1]);
            let h5 = reshape(silu(h4), [3, 1, 1]);
            (h3, l0(h1), h5)
        }
    }
    R119 {
        input: [3, 1, 2];
        l0: HardSwish;
        l1: Conv2d(2, kernel = 1, stride = (2, 1), padding = valid, dilation = (2, 1), bias = true);
        l2: Conv2d(3 -> 4, kernel = (1, 2), stride = 2, padding = 0);
        l3: Silu;
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let h1 = l0(h0);
            let h2 = l0(h1);
            let h3 = 2 + h2;
            let h4 = l1(h3);
            let h5 = h4 + h4;
            let h6 = l0(h0);
            let h7 = l2(h6);
            let h8 = reshape(h2, [2, 1, 3]);
            (permute(h5, [2, 1, 0]), h7, l3(ln(square(x0) + 0.5)), h8)
        }
    }
    R120 {
        input: [1, 2, 6];
        l0: Glu(axis = 1);
        l1: Gelu(approximate = none);
        l2: Pad2d((1, 0), mode = zero);
        l3: ConvTranspose2d(1 -> 4, kernel = 1, padding = 1, bias = true);
        l4: PixelShuffle(1);
        l5: LogSoftmax(axis = 0);
        fn forward(x0) {
            let h0 = l0(softplus(max_pool2d(x0, 1, stride = (1, 3), dilation = (2, 1))));
            let h0 = softmax(h0, axis = 0);
            let h0 = expand(h0, [2, 4, 2]);
            let h0 = l1(h0);
            let h4 = l3((l2(x0)));
            let h5 = pad2d(h4, (2, 1, 0, 0), mode = zero);
            (x0, h0, l5(l4(h5)))
        }
    }
    R121 {
        input x0: [6];
        input x1: [4, 2, 2];
        input x2: [4, 2, 2];
        l0: BatchNorm2d(4, eps = 0.1);
        l1: Conv2d(4 -> 4, kernel = 2, stride = 2, padding = 1, dilation = (2, 1), bias = true);
        fn forward(x0, x1, x2) {
            let h0 = hard_swish(sqrt(square(x1) + 0.5));
            let h1 = exp(tanh(h0));
            let h2 = l0(l0(h1));
            let h3 = global_avg_pool2d(h1);
            let h4 = l1(h3);
            let h5 = l0(h0);
            (h2, h4, x0 * (x0 / (square(x0) + 0.5)), h5 - x2)
        }
    }
    R122 {
        input x0: [3, 3];
        input x1: [3, 3];
        #[frozen] l0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
        #[frozen] l1: Elu(alpha = 1.5);
        l2: PRelu(1);
        fn forward(x0, x1) {
            let x0 = gelu(x0, approximate = none);
            let h1 = x1 / (square(x0) + 0.5);
            let h2 = sum(h1, axis = 1);
            let h3 = abs(h1);
            let _h4 = l0(log_softmax(h3, axis = 1));
            let h5 = l1(x0);
            let h6 = max(h5, keep = true);
            let h7 = square(h5);
            let h8 = clamp(h2, min = 0.1, max = 0.1);
            let h1 = l2(h7);
            (h6, x1, h8, h1)
        }
    }
    R123 {
        input: [4] in 0..2;
        l0: Embedding(2 -> 4);
        l1: LayerNorm;
        l2: Linear(_ -> 1, bias = true);
        l3: Flatten;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0 * h0);
            let h2 = l2(h1);
            let h3 = sum(l3(h2), axes = 0);
            let h4 = permute(h3, [0]);
            let h5 = square(h4);
            let h6 = ln(square(h5) + 0.5);
            let h7 = sqrt(square(h6) + 0.5);
            let h8 = sum(-0.7 * h7, axes = 0, keep = true);
            (h0, h8, h0)
        }
    }
    R124 {
        input: [1, 4, 4];
        l0: LeakyRelu(0);
        l1: Tanh;
        fn forward(x0) {
            let h0 = global_avg_pool2d(x0);
            let h1 = transpose(x0);
            let h2 = l0(exp(tanh(h1)));
            let _h3 = l1(h0);
            let h4 = l0(log_softmax(h2, axis = 2));
            let h5 = concat(l1(h1), h4, axis = 1);
            (h1, gelu(exp(tanh(reshape(h0, [1])))), h5)
        }
    }
}

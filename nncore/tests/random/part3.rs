//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R075 {
        input: [1, 1] in 0..2;
        l0: Embedding(2 -> 1);
        l1: LogSoftmax(axis = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 - -1;
            let h2 = square(h1);
            let h3 = sqrt(square(clamp(h2, 0, 6.0)) + 0.5);
            let h4 = expand(h2, [4, 4, 3]);
            let h5 = h4 - h4;
            let h6 = concat(h3, h0, h3, h2, axis = 2);
            let h7 = h6 + h6;
            let _h8 = l0(x0);
            let h9 = l1(h7);
            (adaptive_avg_pool2d(h5, (2, 3)), h9)
        }
    }
    R076 {
        input x0: [3, 2, 5];
        input x1: [2, 2, 5];
        input x2: [2, 2, 2];
        l0: LayerNorm(axes = 3, eps = 0.1);
        fn forward(_x0, x1, x2) {
            let h0 = x1 * x1;
            let h1 = reshape(matmul(x1, x1, transpose_a = true), [2, 5, 1, 5]);
            let h2 = tanh(h1);
            let h3 = h2 * h2;
            let _h4 = concat(h0, x2, x1, axis = 2);
            let h5 = leaky_relu(h1, slope = -0.3);
            let h6 = permute(h2, [0, 1, 2, 3]);
            let h7 = pow(0.5 + square(tanh(h3)), -1);
            let h8 = l0(x2);
            let h9 = reshape(h5, [10, 1, 5]);
            let h10 = reshape(h6, [10, 1, 5]);
            let h11 = reshape(clamp(h7, min = 0.1, max = 0.1), [10, 1, 5]);
            (h9, h10, h11, h8)
        }
    }
    R077 {
        input x0: [2, 5, 2];
        input x1: [4, 1] in 0..2;
        l0: BatchNorm2d(eps = 0.1);
        l1: LayerNorm(axes = 2, eps = 0.1);
        l2: ConvTranspose2d(2 -> 4, kernel = (1, 3), padding = (0, 1), bias = false);
        l3: BatchNorm2d;
        l4: Upsample2d(1);
        l5: GlobalAvgPool2d;
        fn forward(x0, _x1) {
            let h0 = slice(x0, ..2, axis = 2);
            let h1 = relu(h0);
            let h2 = l0(h1);
            let h3 = l2(l1(h2));
            let x0 = transpose(l3(h3));
            let h5 = l4(x0);
            let h6 = abs(l5(h5));
            h6
        }
    }
    R078 {
        input: [2, 6, 6];
        l0: Sigmoid;
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = x0 + h0;
            let h2 = sum(exp(tanh(h1)), axes = (0, 2), keep = true);
            let h3 = ln(square(h2) + 0.5);
            let h4 = concat(h2, h3, h2, axis = 2);
            let h1 = sum(h4, axes = (0, 1, 2), keep = false);
            let h6 = transpose(h2);
            let h7 = l0(h1);
            let h8 = h1 - h7;
            (h8, matmul((h6 - h6), h6, transpose_a = false, transpose_b = true))
        }
    }
    R079 {
        input x0: [1, 6, 4];
        input x1: [1, 3, 4];
        input x2: [1, 6, 4];
        l0: LayerNorm(axes = 3, eps = 0.1);
        l1: RmsNorm(eps = 0.1);
        fn forward(x0, x1, x2) {
            let x1 = log_softmax(x1, axis = 1);
            let h1 = permute(x1, [0, 1, 2]);
            let h2 = l0(h1);
            let h3 = x0 * x2;
            let x2 = h1 - (l0(h2));
            let h2 = pow(0.5 + square(tanh(x2)), -2.0);
            let h6 = mean(x1, axes = 2, keep = false);
            (h3, l0(h2), ln(square(h6) + 0.5), l1(h1))
        }
    }
    R080 {
        input x0: [1, 5, 5];
        input x1: [4, 5];
        input x2: [4, 5, 1];
        l0: Sigmoid;
        l1: LeakyRelu(0);
        fn forward(x0, x1, x2) {
            let h0 = reshape(l0(x2), [10, 1, 1, 2]);
            let h1 = h0 / 2;
            let h2 = l0(l1(h0));
            let _h3 = h2 * h2;
            let (h4_0, h4_1, _h4_2, h4_3) = split(x1);
            let h5 = l0(pow(0.5 + square(tanh(l0((clamp(x0, min = -0.3))))), -1));
            let h6 = reshape(h1, [10, 1, 2]);
            let h7 = flatten(h5);
            let h8 = flatten(h4_3);
            let h9 = concat(h8, h7);
            (x2, h6, matmul(x2, x2, transpose_a = false, transpose_b = true), h4_0, h4_1, h9)
        }
    }
    R081 {
        input: [1, 2];
        l0: Softplus;
        l1: Linear(2 -> 2, bias = false);
        l2: Linear(5, bias = false);
        fn forward(x0) {
            let h0 = square(l0(x0));
            let (h1_0, _h1_1) = split(h0, axis = 1);
            let h0 = l1(l0(h0));
            let h0 = l1(h0 + 2);
            let h4 = concat(h0, l2(h1_0), axis = 1);
            let h5 = x0 / (square(l0(h0)) + 0.5);
            (h4, expand(h5, [4, 2]))
        }
    }
    R082 {
        input: [3, 4];
        l0: Sigmoid();
        l1: Conv1d(4, kernel = 3, padding = (2, 1), bias = false);
        fn forward(x0) {
            let h0 = tanh(x0);
            let h0 = l0(h0);
            let h2 = slice(h0, 2..4, axis = 1);
            let h3 = abs(h2);
            let h4 = transpose(glu(h3, axis = 1));
            let h5 = transpose(h4);
            let _h6 = l0(h5);
            let h7 = l0(h0);
            let h7 = transpose(l1(h7));
            let h0 = exp(tanh(x0));
            (h7, h0)
        }
    }
    R083 {
        input: [4, 1, 4];
        l0: Conv2d(_ -> 3, kernel = (1, 3), stride = (2, 1), padding = (2, 1), bias = true);
        l1: LogSoftmax(axis = 2);
        fn forward(x0) {
            let h0 = slice(elu(x0, alpha = 1.5), ..1, axis = 0);
            let h1 = exp(tanh(l0(h0)));
            let h2 = l0(h0);
            let (h3_0, h3_1, h3_2, h3_3) = split((leaky_relu(h2, slope = -0.3)), axis = 2);
            let _h4 = sqrt(square(h1) + 0.5);
            let h5 = h3_0 * (h3_3 - 2);
            let h6 = l1(h5);
            let h7 = h5 / (square(h6) + 0.5);
            (h3_1, h3_2, h7)
        }
    }
    R084 {
        input x0: [2, 3, 2];
        input x1: [6] in 0..4;
        #[frozen] l0: Silu;
        #[frozen] l1: RmsNorm(eps = 0.1);
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h1 = h0 / (square(x0) + 0.5);
            let h2 = clamp(h1, max = 0.7);
            let (h3_0, h3_1) = split(h0, axis = 0);
            let h4 = slice(h3_1, .., axis = 0);
            let h5 = softplus(h4);
            let h6 = 1e-1 - h1;
            let h0 = l1(h5);
            let h8 = l0(h0);
            (h2, h3_0, h8, matmul(x0, h1, transpose_a = false, transpose_b = true), l0(x0 * h6))
        }
    }
    R085 {
        input x0: [3, 5, 6];
        input x1: [3, 1, 6];
        l0: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        l1: Relu();
        fn forward(x0, x1) {
            let h0 = slice(x1, .., axis = 1);
            let h1 = h0 + x1;
            let h2 = pow(0.5 + square(tanh(x0)), -0.5);
            let h3 = l0(h1);
            let h4 = l1(h3);
            let h5 = expand(h0, [3, 4, 6]);
            let h6 = l0(h4);
            let h7 = l0(h6);
            let _h8 = log_softmax(sqrt(square(h3) + 0.5), axis = 1);
            let h9 = l1(h5);
            (h3, h2, h7, h9)
        }
    }
    R086 {
        input: [1, 4];
        l0: Softmax(axis = 1);
        l1: Tanh;
        fn forward(x0) {
            let h0 = x0 - x0;
            let h0 = l0(h0);
            let x0 = l0(elu(h0, 0.7));
            let h3 = l1(x0);
            let h0 = expand(h3, [1, 4]);
            let h5 = mean(h0, keep = true);
            let h6 = matmul(x0, h5, transpose_a = true);
            (sum(glu(h0, axis = 1), axes = (0, 1)), x0, h6)
        }
    }
    R087 {
        input: [3, 6, 5];
        l0: Pad2d(padding = (1, 0, 1, 1), mode = replicate);
        l1: Relu();
        l2: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        l3: Conv2d(1, kernel = 1, groups = 1, bias = false);
        l4: Conv2d(1, kernel = 2, stride = 2, padding = (1, 2, 1, 1), dilation = (1, 2), groups = depthwise, bias = false);
        l5: Tanh();
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(h0);
            let h2 = avg_pool2d(x0, (2, 1), stride = 1);
            let h3 = l4(l3(l2(h2)));
            let h4 = l5(h3);
            let h5 = abs(h2);
            let h6 = l2(h5);
            (permute(h4, [0, 1, 2]), h6)
        }
    }
    R088 {
        input: [1, 5, 2];
        l0: LayerNorm(axes = 2, eps = 0.1);
        fn forward(x0) {
            let h0 = clamp(x0, max = 0.7);
            let h0 = transpose(upsample2d(h0, scale = (1, 3)));
            let (h2_0, h2_1) = split(h0, axis = 1);
            let h2_1 = avg_pool2d(pixel_shuffle(h2_1, 1), (2, 1), stride = 2, count_include_pad = true);
            let h4 = global_avg_pool2d(h2_1);
            let h5 = h2_1 * h2_1;
            let h6 = pow(0.5 + square(tanh(h2_0)), 0.5);
            let h7 = exp(tanh(h2_0));
            let h8 = l0(h0);
            (h5, h7, expand(h6, [4, 3, 5]), slice(h4, ..1, axis = 2), h8)
        }
    }
    R089 {
        input: [4, 1, 6];
        l0: Conv2d(_ -> 4, kernel = (3, 1), stride = (1, 2), padding = (2, 2, 1, 2), groups = 4);
        l1: BatchNorm2d(4);
        l2: Dropout(p = 0.25);
        fn forward(x0) {
            let h0 = reshape(upsample2d(x0, 1), [24]);
            let h1 = l2(l1(l0(x0)));
            let h2 = l1(h1);
            let h3 = clamp(h2, min = -0.3);
            let h4 = relu(h0);
            let h5 = l0(x0);
            let h6 = h1 / (square(h2) + 0.5);
            (h3, h4, exp(tanh(h1)), h5, l2(h6))
        }
    }
    R090 {
        input: [1, 5, 5];
        l0: GroupNorm(1, affine = false);
        l1: RmsNorm(eps = 0.1);
        l2: BatchNorm2d(1, eps = 0.1);
        fn forward(x0) {
            let h0 = l0(softmax(hard_swish(x0), axis = 0));
            let x0 = relu(h0);
            let h2 = x0 * x0;
            let h2 = l1(h2);
            let h4 = reshape(h2, [25]);
            let h2 = pow(0.5 + square(tanh(h4)), 2);
            let h6 = h4 + h2;
            (h6, l2(max(matmul(h0, x0), axes = (0, 1, 2), keep = true)))
        }
    }
    R091 {
        input x0: [4, 1, 5];
        input x1: [4, 2];
        input x2: [3, 2] in 0..6;
        l0: MaxPool1d(1, stride = 2, padding = same, dilation = 2);
        l1: Conv2d(4 -> 4, kernel = (1, 2), stride = 2, padding = (1, 0), dilation = 2, groups = depthwise);
        l2: AvgPool2d(2, stride = 3, padding = 0);
        l3: Conv2d(_ -> 4, kernel = 1, stride = 1, padding = (0, 1, 1, 2));
        fn forward(x0, x1, _x2) {
            let h0 = -x0;
            let h1 = l1(pow(0.5 + square(tanh(pow(0.5 + square(tanh(h0)), 1.7))), -1));
            let h2 = l2(h1);
            let h3 = h2 + h2;
            let h4 = exp(tanh(x0));
            let h5 = ln(square(h4) + 0.5);
            let h6 = matmul(h3, h2, transpose_a = false, transpose_b = true);
            (l0(x1), l3(h2), reshape(h5, [5, 4]), h6)
        }
    }
    R092 {
        input: [1, 4, 2];
        l0: LogSoftmax(axis = 2);
        l1: Softmax(axis = 2);
        l2: GroupNorm(1, affine = true);
        l3: Conv2d(1 -> 4, kernel = 1, stride = (1, 2), padding = (1, 0, 2, 0), dilation = (2, 1));
        fn forward(x0) {
            let h0 = dropout(l0(x0));
            let h0 = l1(h0);
            let h2 = square(h0);
            let h0 = l1(h2);
            let h0 = softplus(l2(h0));
            let h0 = h0 - x0;
            let x0 = avg_pool2d(h0, kernel = (3, 1), stride = 3, padding = valid);
            let h7 = l1(h2);
            let h8 = leaky_relu(l3(x0), slope = -0.3);
            (h7, h8)
        }
    }
    R093 {
        input x0: [1, 2];
        input x1: [1] in 0..2;
        input x2: [1, 1];
        l0: Relu;
        l1: Softmax(axis = 0);
        l2: Linear(5);
        l3: Relu();
        l4: BatchNorm1d(1, eps = 0.1);
        fn forward(x0, _x1, x2) {
            let h0 = softplus(x0);
            let h1 = expand(h0, [2, 2]);
            let h2 = concat(h0, x0, x2, x2, axis = 1);
            let _h3 = h2 * h2;
            let h4 = l1(l0(h2));
            let h5 = l2(h1);
            let h6 = l3(h4);
            let h7 = l0(h6);
            let h1 = l4(h7);
            (h5, h1)
        }
    }
    R094 {
        input: [4, 4, 5];
        l0: Upsample2d(scale = 1);
        l1: Conv2d(_ -> 4, kernel = 1, dilation = (1, 2));
        l2: Silu();
        fn forward(x0) {
            let h0 = transpose(l0(x0));
            let h1 = l1(l0(x0));
            let h2 = l2(h1);
            let h3 = pad2d(avg_pool2d(h0, kernel = 3, stride = 2, padding = same), (2, 1, 2, 1), mode = zero);
            let h4 = h3 + h3;
            let h5 = h3 / (square(h4) + 0.5);
            let h6 = matmul(h0, h0, transpose_a = true);
            let h7 = ln(square(h6) + 0.5);
            let h4 = 1e-1 * h7;
            (h2, h5, h4, h3)
        }
    }
    R095 {
        input x0: [1];
        input x1: [3, 2];
        l0: PRelu;
        l1: BatchNorm1d(3, momentum = 0.3);
        fn forward(_x0, x1) {
            let h0 = sqrt(square(x1) + 0.5);
            let h1 = l0(expand(x1, [3, 2]));
            let h2 = exp(tanh(h1));
            let h3 = abs(l1(h0));
            let h4 = l0(l1(h0));
            let h5 = h4 / (square(h3) + 0.5);
            let h6 = l1(h5);
            let h7 = h6 - h2;
            h7
        }
    }
    R096 {
        input: [1, 4, 3];
        l0: Glu(axis = 1);
        l1: InstanceNorm2d(affine = false);
        fn forward(x0) {
            let h0 = slice(x0, 1..2, axis = 2);
            let h0 = elu(h0, 0.7);
            let h2 = 1e-1 - h0;
            let h3 = matmul(h0, h2, transpose_b = true);
            let x0 = l0(h0);
            let h2 = l0(h2);
            let h6 = l1((h2 * x0));
            let h7 = l1(h6);
            let h8 = l1(h7);
            (h3, h8)
        }
    }
    R097 {
        input: [4, 5] in 0..3;
        l0: Embedding(3 -> 1);
        l1: Upsample2d((3, 1));
        l2: AdaptiveAvgPool2d(1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = gelu(l0(x0));
            let h2 = expand(matmul(h0, h1, transpose_a = true, transpose_b = false), [4, 2, 1]);
            let h3 = l1(h2);
            let h4 = h0 * h1;
            (h3, pow(0.5 + square(tanh(l2(l0(x0)))), -0.5), l2(h1), h4)
        }
    }
    R098 {
        input: [4, 5, 5];
        l0: PRelu(4);
        l1: LogSoftmax(axis = 0);
        #[frozen] l2: Conv2d(4, kernel = 2, stride = (2, 1), padding = (1, 2, 2, 1), dilation = 2, bias = true);
        l3: GlobalAvgPool2d;
        #[frozen] l4: RmsNorm(eps = 1e-2);
        #[frozen] l5: Upsample2d(3);
        fn forward(x0) {
            let h0 = l0(l0(l0(x0)));
            let h1 = l3(l2(ln(square(l1(concat(x0, h0))) + 0.5)));
            let h2 = l4(h1);
            let h3 = h1 * h2;
            let h4 = h3 + h3;
            let h1 = l5(h4);
            h1
        }
    }
    R099 {
        input x0: [4, 6, 6];
        input x1: [1, 6, 1];
        input x2: [1, 3];
        l0: Conv2d(_ -> 3, kernel = 1, stride = 2, padding = valid, dilation = 2, groups = 1, bias = true);
        l1: LogSoftmax(axis = 0);
        fn forward(x0, x1, x2) {
            let h0 = pow(0.5 + square(tanh(x1)), 1.7);
            let h1 = silu(h0);
            let h2 = upsample2d(h1, scale = 1);
            let h3 = x0 + x0;
            let h4 = max(pow(0.5 + square(tanh(h2)), 1.7), axes = (0, 1, 2));
            let h5 = l0(h0);
            let h6 = avg_pool1d(x2, 1, padding = same);
            let h7 = l1(h4);
            (h3, l0(h2), h7, elu(h6), flatten(h5))
        }
    }
}

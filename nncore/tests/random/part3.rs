//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R075 {
        input: [1, 5];
        l0: Linear(_ -> 5, bias = true);
        l1: Conv1d(1 -> 1, kernel = 1, stride = 2, padding = 2, groups = 1, bias = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = matmul(l1(h0 / (square(x0) + 0.5)), h0, transpose_b = true);
            let h2 = avg_pool1d(h1, 1, stride = 3, padding = valid, count_include_pad = true);
            let h3 = l0(matmul(h2, h0, transpose_a = false));
            let h4 = l1(h3 * 2);
            l1(h4)
        }
    }
    R076 {
        input: [2, 5, 1];
        l0: GlobalAvgPool2d;
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let h1 = mean(h0, axes = (0, 1, 2), keep = false);
            let h2 = elu(h0, alpha = 1.5);
            let x0 = h2 + h2;
            let h4 = max(sqrt(square(x0) + 0.5), axes = (0, 2));
            let h5 = h1 + h1;
            let _h6 = h1 + h5;
            let h7 = expand(h4, [5]);
            (h7, -leaky_relu(l0(h0), 0.2))
        }
    }
    R077 {
        input: [2, 2] in 0..2;
        l0: Embedding(2 -> 1);
        l1: Conv2d(2 -> 2, kernel = 2, stride = 1, padding = same, groups = depthwise);
        #[frozen] l2: Flatten;
        #[frozen] l3: Softplus();
        #[frozen] l4: Silu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1((sqrt(square(h0) + 0.5)));
            let h2 = max(l0(x0), axes = (0, 1, 2));
            let x0 = permute(h2, [0]);
            let h4 = l2(h2);
            let h5 = l1(h1);
            let h6 = pow(0.5 + square(tanh(l4(x0))), 0);
            (flatten(h1), l3(h4), h0, h5, h6)
        }
    }
    R078 {
        input: [2, 5];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = permute(x0, [1, 0]);
            let h1 = softplus(h0);
            let h2 = abs(h1);
            let h3 = mean(h2, keep = true);
            let h4 = matmul(h1, h0, transpose_b = true);
            let h5 = h4 + h4;
            let h6 = square(h3);
            let h7 = mean(h6, axes = (0, 1), keep = true);
            let h8 = max_pool1d(square(sqrt(square(h0) + 0.5)), kernel = 2, stride = 3, padding = 1);
            (h5, abs(h2), h8, l0(h7))
        }
    }
    R079 {
        input: [1, 5];
        l0: BatchNorm1d(eps = 0.1, momentum = 0.3);
        l1: Sigmoid();
        l2: Silu();
        l3: Relu();
        l4: Dropout(0.0);
        l5: Linear(5 -> 4, bias = false);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let x0 = l1(h1);
            let h3 = l1(x0);
            let h4 = max(h3, axes = (0, 1));
            let h5 = -h4;
            let h6 = h4 + h5;
            let h7 = l0(h1);
            let h8 = l2(h6);
            let h9 = l3(h7);
            let _h10 = l4(h9);
            let h11 = l5(h9);
            (h8, h11)
        }
    }
    R080 {
        input: [3, 3, 2];
        l0: Conv2d(3 -> 1, kernel = 1, stride = 2, groups = 1, bias = true);
        l1: InstanceNorm2d(eps = 1e-2, affine = false);
        l2: Sigmoid;
        l3: Tanh;
        fn forward(x0) {
            let x0 = avg_pool2d(x0, 2, stride = (2, 1), padding = 0, count_include_pad = false);
            let h1 = clamp(l0(x0), min = 0.1, max = 0.1);
            let h2 = l1(h1);
            let h1 = l2(l1(max(h2, axes = (0, 1), keep = true)));
            let _h4 = h1 * 0.5;
            let x0 = l2(slice(h2, 0..1, axis = 1));
            let h6 = l3(x0);
            (h1, h6)
        }
    }
    R081 {
        input: [4, 1] in 0..4;
        l0: Embedding(6 -> 3);
        l1: Dropout(p = 0.25);
        fn forward(x0) {
            let h0 = global_avg_pool2d(l0(x0));
            let h1 = mean(max_pool2d(h0, 1, stride = (3, 1), dilation = 2), axes = (0, 2), keep = false);
            let h2 = l0(x0);
            let h3 = l0(x0);
            let h4 = l0(x0);
            let h5 = l1(h0);
            let h6 = clamp(h3, min = 0.1, max = 0.1);
            let h7 = l0(x0);
            let h8 = flatten(h7);
            let h9 = flatten((gelu(h4, approximate = tanh)));
            let h10 = concat(h9, h8);
            (h1, l0(x0), h2, h5, h6, h10)
        }
    }
    R082 {
        input: [4, 3];
        l0: GroupNorm(1, eps = 1e-2, affine = true);
        l1: Elu(0.7);
        l2: Silu;
        l3: Relu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(l0(h0));
            let h2 = l0(h1);
            let h3 = l3(h2);
            let h4 = h2 - (l2(h0));
            let h5 = h3 * h4;
            let h6 = l1(h5);
            h6 / (square(silu(l1(x0))) + 0.5)
        }
    }
    R083 {
        input: [1, 2, 5];
        l0: Conv2d(1 -> 1, kernel = 2, stride = 2, dilation = (1, 2));
        l1: PixelShuffle(1);
        l2: GroupNorm(1, affine = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = leaky_relu(h0, 0.2);
            let h2 = global_avg_pool2d(h1);
            let h3 = l0(x0);
            let h4 = l0(x0);
            let h5 = h1 - h4;
            let h6 = slice(h3, 1.., axis = 2);
            let h7 = glu((l1(h0)), axis = 2);
            let (h8_0, h8_1) = split(h4, axis = 2);
            (h2, h5, h6, square(l2(h7)), h8_0, h8_1)
        }
    }
    R084 {
        input x0: [1, 6, 4];
        input x1: [3, 5];
        l0: Conv1d(3 -> 1, kernel = 1, stride = 1, dilation = 2, bias = true);
        fn forward(_x0, x1) {
            let h0 = dropout(silu(exp(tanh(x1))));
            let x1 = abs(h0);
            let h2 = exp(tanh(x1));
            let h3 = sigmoid(x1);
            let _h4 = sqrt(square(h3) + 0.5);
            let h5 = square(h2);
            let h5 = l0(h3) / (square(l0(h5)) + 0.5);
            (x1, h5)
        }
    }
    R085 {
        input x0: [2, 4, 3];
        input x1: [2, 5] in 0..5;
        input x2: [4, 4] in 0..5;
        input x3: [2, 2, 4];
        l0: Pad2d(padding = (1, 0, 2, 1), mode = zero);
        l1: Embedding(2);
        l2: MaxPool2d(1, stride = (3, 1), dilation = 2);
        fn forward(x0, x1, _x2, x3) {
            let x0 = log_softmax(l0(clamp((global_avg_pool2d(x0)), max = 0.7)), axis = 2);
            let h1 = matmul(x3, x0, transpose_a = true);
            let x3 = 3.0 + h1;
            let h3 = l1(x1);
            let h4 = pow(0.5 + square(tanh(x0)), -0.5);
            (x3, h3, l1(x1), l2(h4))
        }
    }
    R086 {
        input: [4, 3];
        l0: HardSwish();
        l1: Linear(_ -> 1, bias = false);
        fn forward(x0) {
            let x0 = square(x0);
            let h1 = exp(tanh(-x0));
            let h2 = avg_pool1d(h1, 3, stride = 2, padding = 1, count_include_pad = true);
            let h3 = expand(h2, [4, 2]);
            let h4 = gelu(h3, approximate = none);
            let h5 = matmul(x0, h1, transpose_b = true);
            let _h3 = matmul(h5, h5, transpose_a = true, transpose_b = true);
            let h7 = l0(l0(h2));
            (h4, l1(l0(h7)))
        }
    }
    R087 {
        input x0: [1, 2, 3];
        input x1: [2, 3, 1];
        l0: Conv2d(2, kernel = (1, 3), stride = 1, padding = (0, 1), dilation = 2, groups = 1, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = ln(square(h0) + 0.5);
            let h1 = hard_swish(h1);
            let h3 = softmax(h1, axis = 1);
            let x0 = concat(x1, x1, l0(x0), h3, axis = 1);
            let h5 = slice(x0, 0..1, axis = 2);
            let h6 = upsample2d(h3, (3, 2));
            let h7 = -h1;
            (slice(h5, ..1, axis = 0), matmul(h6, h6, transpose_a = true), h7)
        }
    }
    R088 {
        input x0: [2, 3, 2];
        input x1: [2, 6, 1];
        input x2: [2, 1];
        input x3: [2, 1];
        l0: MaxPool1d(1, padding = valid, dilation = 2);
        fn forward(_x0, _x1, x2, x3) {
            let x2 = x2 * x2;
            let h1 = avg_pool1d(x2, kernel = 1, stride = 2, padding = same, count_include_pad = false);
            let x2 = 2 + h1;
            let h3 = max_pool1d(x2, 1, stride = 2, padding = same);
            let h4 = tanh(h3);
            let h5 = pow(0.5 + square(tanh(h4)), 3.0);
            let h3 = 3.0 * h5;
            let h7 = clamp(h4, min = -0.3);
            let h8 = x3 + h7;
            let h9 = l0(h1);
            let h10 = h4 + h9;
            (h3, h8, sum(h10, axis = 1), h3)
        }
    }
    R089 {
        input: [3, 3, 3];
        l0: LogSoftmax(axis = 1);
        l1: BatchNorm2d(eps = 0.1);
        l2: GlobalAvgPool2d;
        fn forward(x0) {
            let h0 = square((-x0));
            let h1 = hard_swish(h0);
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = ln(square(h3) + 0.5);
            let h5 = l2(h4);
            let h6 = l1(h3);
            (h5, h1, h6, l0(abs(h1)))
        }
    }
    R090 {
        input x0: [4, 5, 6];
        input x1: [2, 3, 2];
        l0: HardSwish();
        fn forward(x0, x1) {
            let h0 = max_pool2d(x0, 3, stride = 2, dilation = (2, 1));
            let h1 = leaky_relu(h0, 0.2);
            let h2 = pixel_shuffle(h1, 2);
            let h3 = expand(1e-1 + avg_pool2d(h2, (1, 3), stride = 2, padding = same, count_include_pad = true), [2, 3, 2]);
            let h4 = sum(concat(h3, x1, axis = 1), axes = (0, 1, 2));
            let h5 = l0(h4);
            let _h6 = sqrt(square(h5) + 0.5);
            let h2 = avg_pool2d(h2, kernel = (2, 3), stride = 2, padding = 1, count_include_pad = false);
            (avg_pool2d(h2, 1, stride = 2), h1)
        }
    }
    R091 {
        input: [2, 5, 4];
        l0: Elu(0.7);
        #[frozen] l1: Conv2d(2 -> 3, kernel = 2, stride = (2, 1), padding = valid, bias = false);
        l2: Conv2d(2 -> 2, kernel = 1, stride = (1, 2), padding = (1, 0, 0, 1), dilation = 2, bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = gelu(h0, approximate = tanh);
            let h3 = exp(tanh(h2));
            let h4 = l0(h3);
            let h5 = expand(l2(h4), [2, 6, 3]);
            let h6 = expand((log_softmax(h1)), [3, 2, 3]);
            (h5, sum(h6, axes = (0, 1), keep = true), h6)
        }
    }
    R092 {
        input: [1, 2, 2];
        l0: Dropout(0.3);
        fn forward(x0) {
            let h0 = mean(clamp(x0, min = 0.1, max = 0.1));
            let h1 = clamp(h0, max = 0.7) - h0;
            let h2 = ln(square(h1) + 0.5);
            let (h3_0, h3_1) = split(x0, axis = 1);
            let h4 = l0(h3_1);
            let h5 = l0(h0 - h2);
            let h0 = l0(h0);
            (h3_0, h5 * h0, glu(h4, axis = 2))
        }
    }
    R093 {
        input: [4, 4] in 0..4;
        l0: Embedding(7 -> 1);
        l1: GlobalAvgPool2d;
        l2: AvgPool2d(kernel = 3, stride = (2, 1), padding = same);
        l3: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(l0(x0));
            let h2 = l1(h0);
            let h3 = abs(h2);
            let h4 = upsample2d(h3, scale = (3, 1));
            let h0 = l2(h4);
            let h6 = sum(h4, axes = (0, 2), keep = true);
            let h7 = l3(x0);
            (sqrt(square(h0) + 0.5), h7, transpose(h6), h0)
        }
    }
    R094 {
        input: [3, 5, 1];
        l0: GlobalAvgPool2d;
        l1: ConvTranspose2d(3 -> 1, kernel = (2, 3), stride = (2, 1), padding = (1, 0), output_padding = (1, 0));
        l2: Softmax(axis = 2);
        l3: Relu;
        l4: Sigmoid;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l2(h1);
            let x0 = l3(l1(h0));
            let h1 = abs(h1);
            let h5 = concat(h0, h0, h0, axis = 2);
            let h6 = l4(h2);
            let _h0 = pow(0.5 + square(tanh(h0)), -2.5);
            let h5 = ln(square(h5) + 0.5);
            (x0, h6, h1 * h1, abs(h5), x0)
        }
    }
    R095 {
        input: [2, 4, 6];
        l0: Conv2d(2, kernel = (3, 2), stride = 2, groups = 2);
        l1: LayerNorm(axes = 2);
        l2: Conv2d(2, kernel = 3, stride = (1, 2), padding = (2, 1, 2, 2), groups = depthwise);
        l3: HardSwish;
        fn forward(x0) {
            let h0 = reshape(l0(x0), [6, 1, 1]);
            let x0 = l0(x0);
            let h0 = l1(h0);
            let h3 = sum(h0, axes = (0, 1, 2), keep = true);
            let h4 = gelu(l1(h0), approximate = tanh);
            let h5 = l2(x0);
            let h6 = l1(h4);
            let h7 = l3(h6);
            let h8 = h4 - h7;
            (h3, relu(h5), h8)
        }
    }
    R096 {
        input x0: [2];
        input x1: [3, 5, 4];
        l0: AvgPool2d(3, stride = 1, padding = same);
        fn forward(x0, x1) {
            let h0 = -0.7 + x0;
            let h1 = l0(x1);
            let h2 = clamp(h1, min = -0.3);
            let h3 = square(h1);
            let h4 = l0(h3);
            let h5 = l0(x1);
            let h6 = sigmoid((pow(0.5 + square(tanh(h3 + l0(x1))), -0.5)));
            (h0, h4, gelu(l0(h2), approximate = none), h5, h6)
        }
    }
    R097 {
        input x0: [4, 4, 1];
        input x1: [1, 5, 1];
        input x2: [1, 2, 5];
        input x3: [1, 5, 1];
        l0: Sigmoid();
        l1: MaxPool2d(1, stride = (1, 3), padding = 0, dilation = 2);
        l2: Conv2d(_ -> 3, kernel = 1, padding = 1, dilation = 2, bias = true);
        l3: BatchNorm2d(3, eps = 0.1);
        fn forward(x0, x1, x2, x3) {
            let h0 = l0(matmul(x2, x1, transpose_b = false));
            let h1 = clamp(l0(x0), min = -0.3);
            let h2 = l1(x1);
            let h3 = l2(h0);
            let h4 = l2(h0);
            let h5 = l1(h2);
            let h6 = l3(h3) / 2;
            let h7 = elu(h6);
            (h1, h2 / (square(x3) + 0.5), h4, h5, x0, h7)
        }
    }
    R098 {
        input: [3];
        l0: RmsNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let h1 = slice(h0 - x0, 1..2, axis = 0);
            let h2 = mean(h1, keep = false);
            let h3 = abs(h2);
            let h4 = l0(h3);
            let h5 = l0(softplus(h4));
            let h6 = exp(tanh(h5));
            sum(h6, axis = 0, keep = true)
        }
    }
    R099 {
        input: [3, 1];
        l0: BatchNorm1d(eps = 0.1);
        l1: AvgPool1d(3, padding = same, count_include_pad = false);
        l2: MaxPool1d(kernel = 1, stride = 2, padding = 0);
        l3: Conv2d(2, kernel = 1, stride = 2, padding = (1, 1, 1, 0));
        fn forward(x0) {
            let h0 = concat(x0, x0, x0, axis = 0);
            let x0 = l0(x0);
            let (h2_0, h2_1, _h2_2) = split(x0);
            let h3 = elu(h2_0, alpha = 1.5);
            let h4 = l0(x0);
            let _h5 = slice(h4, .., axis = 1);
            let h6 = ln(square(x0) + 0.5);
            let h2_0 = x0 + h6;
            let _h8 = l1(h0);
            let h9 = l3(reshape(x0, [3, 1, 1]));
            (h3, h2_0, l2(h2_1), h9)
        }
    }
}

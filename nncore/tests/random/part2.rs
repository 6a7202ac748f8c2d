//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R050 {
        input: [4, 2] in 0..3;
        l0: Embedding(3 -> 4);
        l1: Tanh();
        l2: Relu();
        l3: AdaptiveAvgPool2d((3, 5));
        fn forward(x0) {
            let x0 = softmax(l0(x0), axis = 0);
            let h1 = sqrt(square(expand(x0, [4, 2, 4]) / (square(x0) + 0.5)) + 0.5);
            let h2 = expand(x0, [4, 2, 4]);
            let _h3 = matmul(x0, x0, transpose_a = true);
            let h4 = l2(l1(h1));
            let h5 = (clamp(h4, -0.5, 1.5)) * h1;
            let h6 = l3(x0);
            (h2, h5, h6)
        }
    }
    R051 {
        input: [1, 3, 3];
        l0: AvgPool2d((1, 2), stride = (2, 3), padding = 0, count_include_pad = false);
        l1: BatchNorm1d(3);
        l2: GlobalAvgPool2d;
        l3: Conv2d(1 -> 2, kernel = 1, stride = 1, padding = (0, 2), dilation = 2);
        train: biases;
        fn forward(x0) {
            let h0 = sum(x0, axes = (0, 1));
            let h1 = l0(x0);
            let h2 = ln(square(h1) + 0.5);
            let h3 = l2(h1);
            let h4 = 2 - h3;
            let h5 = tanh(h4);
            let h6 = l3(h3);
            (ln(square(l1(h0)) + 0.5), h5, h6, sum(max_pool2d(h2, kernel = 3, stride = 3, padding = same, dilation = (2, 1)), axes = (0, 2), keep = true))
        }
    }
    R052 {
        input: [3, 3, 1];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = sigmoid(x0);
            let h1 = 2 * h0;
            let h2 = adaptive_avg_pool2d(h0 + h1, output_size = (6, 5));
            let h1 = softmax(x0, axis = 1) + h0;
            let h4 = exp(tanh(flatten(x0)));
            let h5 = x0 / (square(silu(h1) / (square(h0) + 0.5)) + 0.5);
            let h6 = l0(h5);
            (h2, h4, h6)
        }
    }
    R053 {
        input x0: [1, 2, 1];
        input x1: [4];
        l0: Glu;
        l1: Tanh();
        l2: LayerNorm(axes = 1, eps = 0.1);
        l3: ConvTranspose2d(_ -> 4, kernel = 3, padding = 1);
        l4: Conv2d(4, kernel = 1, stride = (2, 1), padding = same, groups = depthwise);
        l5: InstanceNorm2d(eps = 1e-2, affine = true);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let x0 = l1(l1(x0));
            let h2 = transpose(x0);
            let _h3 = pixel_shuffle(x0, 1);
            let x0 = l2(x1);
            let h5 = l3(h2);
            let h6 = sigmoid(h0);
            let h7 = l5(l4(l3(h2)));
            (h5, dropout(x0, p = 0.25), h6, h7)
        }
    }
    R054 {
        input: [4, 3, 5];
        l0: Softplus();
        l1: Softmax;
        l2: Pad2d((0, 0, 2, 0), mode = replicate);
        train: l2;
        fn forward(x0) {
            let h0 = expand(x0, [4, 3, 5]);
            let h1 = l0(h0);
            let h2 = pad2d(l1(l1(softplus(h1))), padding = (1, 2, 1, 1), mode = reflect);
            let h3 = h2 * h2;
            let h4 = 3.0 - h3;
            let h5 = global_avg_pool2d(softplus(h4));
            let h6 = l2(h5);
            (h6, transpose(h1), h6)
        }
    }
    R055 {
        input: [3, 4] in 0..2;
        l0: Embedding(5 -> 1);
        l1: Conv2d(4, kernel = (2, 3), stride = 2, padding = same, dilation = 2, bias = true);
        l2: Tanh;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = square(h0);
            let h2 = hard_swish(h0);
            let h3 = l1(h2);
            let h4 = permute(h3, [1, 0, 2]);
            let h5 = l2(pow(0.5 + square(tanh(h1)), 1.7));
            (h2 + h5, square(hard_swish(h4 + h4)))
        }
    }
    R056 {
        input: [1, 5, 6];
        l0: LeakyRelu(slope = -0.3);
        fn forward(x0) {
            let h0 = square(x0);
            let _x0 = mean(h0, axes = (0, 2), keep = false);
            let h2 = upsample2d(h0, 1);
            let (h3_0, h3_1, h3_2) = split(glu(h0 - h2, axis = 2), axis = 2);
            let h4 = sum(hard_swish(h3_0), axes = (0, 2));
            let h0 = sigmoid(h3_2);
            let h6 = l0(h4);
            let h7 = clamp(h6, min = -0.3);
            (h3_2, h3_1, h0, h7)
        }
    }
    R057 {
        input: [1, 4, 1];
        l0: Conv2d(_ -> 1, kernel = 2, padding = (2, 1), bias = true);
        l1: Softplus;
        l2: LeakyRelu(0);
        l3: Conv2d(_ -> 1, kernel = (2, 1), dilation = (1, 2), groups = depthwise);
        l4: Tanh();
        fn forward(x0) {
            let _h0 = l0(x0);
            let h1 = pad2d(x0, padding = (1, 0, 2, 1));
            let h2 = l1(h1);
            let h3 = slice(l2((l1(gelu(h2)))), ..1, axis = 0);
            let h4 = l1(h1);
            let h4 = l3(h4);
            (concat(h3, pad2d(l4(h4), padding = (0, 1, 1, 1)), axis = 2), h1)
        }
    }
    R058 {
        input: [1, 3, 2];
        l0: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = gelu(x0);
            let h1 = upsample2d(h0, scale = (2, 1));
            let h1 = upsample2d(h1, 1);
            let h3 = 1e-1 + h1;
            let h4 = upsample2d(h3, 1);
            let h5 = exp(tanh(h0));
            let h6 = 0.5 - h5;
            let h7 = avg_pool2d(h6, 1, stride = 2, count_include_pad = true);
            let h8 = sqrt(square(h7) + 0.5);
            let h9 = sum(h8, keep = true);
            let h10 = square(h8);
            let h11 = leaky_relu(h10, 0.2);
            (h4, h9, h11, l0(x0))
        }
    }
    R059 {
        input x0: [2];
        input x1: [1, 5, 1];
        input x2: [1, 5, 1];
        l0: Conv2d(1 -> 3, kernel = 1, dilation = 2, bias = true);
        l1: HardSwish();
        l2: Relu();
        l3: PRelu(3);
        l4: Linear(2, bias = true);
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = sum(h0, axes = 2, keep = true);
            let h2 = slice(h1, 1..2);
            let x2 = h2 / (square(x2) + 0.5);
            let h4 = l1(h1);
            let (h5_0, h5_1, _h5_2) = split(h4);
            let h6 = l2(h1);
            let h2 = l1(h0);
            let h8 = l4(x0);
            let h9 = h5_1 / (square(x1) + 0.5);
            let h10 = flatten(h9);
            let h11 = flatten(h8);
            let h12 = concat(h11, h10);
            (x2, h5_0, h6, h2, l3(h0), h12)
        }
    }
    R060 {
        input x0: [3, 3] in 0..1;
        input x1: [1, 1, 3];
        l0: ConvTranspose2d(1 -> 1, kernel = 3, padding = 0, bias = true);
        l1: Sigmoid;
        l2: Softmax(axis = 2);
        fn forward(_x0, x1) {
            let x1 = exp(tanh(x1));
            let h1 = slice(x1, 0..1, axis = 1);
            let h2 = l0(mean(x1, axes = (0, 2), keep = true));
            let x1 = x1 / 2;
            let h4 = l1(x1);
            let h5 = transpose(h4);
            let h6 = matmul(h4, h1, transpose_a = true);
            let h7 = elu(h6, alpha = 1.5);
            let h8 = permute(h7, [2, 1, 0]);
            let h9 = expand(h8, [3, 3, 3]);
            let h10 = l2(h9);
            (h2, h5, h10, h7)
        }
    }
    R061 {
        input: [3, 2];
        l0: Softmax(axis = 1);
        l1: Linear(2 -> 4);
        fn forward(x0) {
            let h0 = l0(x0 + x0);
            let h1 = h0 + x0;
            let h2 = permute(h1, [0, 1]);
            let h3 = sum(h2, axes = (0, 1));
            let h4 = l0(x0);
            let h5 = slice(l1(h4 * h2), 2..4, axis = 1);
            let h6 = l1(h5);
            (h3, h6)
        }
    }
    R062 {
        input: [4, 4];
        l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = silu(softmax(h0, axis = 1));
            let h2 = sum(h1, keep = false);
            let h3 = sqrt(square(h2) + 0.5);
            let _h4 = abs((permute(max(x0, axes = 1), [0])));
            let h5 = abs(h2);
            let h6 = abs(h3);
            let h7 = l0(h5);
            (hard_swish(-h3), h6, h7)
        }
    }
    R063 {
        input: [4, 6, 5];
        l0: GlobalAvgPool2d;
        l1: Conv2d(_ -> 4, kernel = (2, 3), stride = 2, padding = 0, dilation = 2, groups = 1);
        l2: Conv2d(4 -> 4, kernel = 3, padding = (1, 2), dilation = 2, groups = depthwise, bias = true);
        l3: Tanh();
        fn forward(x0) {
            let h0 = l0(x0 + 0.5);
            let h1 = x0 - x0;
            let x0 = h1 + -0.7;
            let h1 = pad2d(l1(x0), (2, 1, 2, 0), mode = replicate);
            let h4 = expand(h1, [4, 5, 3]);
            let _h5 = sqrt(square(h1) + 0.5);
            let h6 = l2(h4);
            let h7 = matmul(h6, h6, transpose_b = true);
            let h8 = l3(h7);
            (h0, h8)
        }
    }
    R064 {
        input: [4, 5, 5];
        l0: Upsample2d(1);
        l1: Softmax(axis = 0);
        l2: Silu;
        fn forward(x0) {
            let h0 = reshape(x0, [100]);
            let h1 = l0(x0);
            let h2 = mean(l1(h0), axes = 0);
            let h3 = sqrt(square(x0 - h1) + 0.5);
            let h4 = l2(h3);
            let _h5 = flatten(h4);
            let h6 = l0(h4);
            let h7 = h2 - h2;
            let h8 = exp(tanh(h3));
            (l0(h6), h7, h8)
        }
    }
    R065 {
        input: [3, 5];
        l0: Linear(4, bias = false);
        fn forward(x0) {
            let h0 = relu(x0);
            let h1 = l0(h0);
            let (h2_0, h2_1, h2_2, h2_3) = split(l0(x0), axis = 1);
            let h3 = silu(l0(x0));
            let h4 = l0(h0);
            let h5 = l0(h0);
            let h6 = softmax(h2_3);
            let h7 = square(h2_0);
            let h8 = l0(h0);
            let h9 = flatten(h8);
            let h10 = flatten(h7);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h6);
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h5);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h4);
            let h20 = concat(h19, h18);
            let h21 = flatten(h20);
            let h22 = flatten(h3);
            let h23 = concat(h22, h21);
            (h1, h2_1, h2_2, h2_3, h2_0 * h2_3, h23)
        }
    }
    R066 {
        input: [4, 6, 4];
        l0: Upsample2d(1);
        l1: InstanceNorm2d(eps = 0.1, affine = false);
        fn forward(x0) {
            let x0 = l0(slice(square(x0), 0..2, axis = 0));
            let h1 = l1((l0(x0 * x0)));
            let h2 = elu(h1, 0.7);
            let h3 = l1(h2);
            let _h4 = l0(h3);
            let h5 = l1(x0);
            let h6 = exp(tanh(h1));
            (concat(h1, h3, axis = 1), h5, h6)
        }
    }
    R067 {
        input: [4, 1];
        l0: HardSwish();
        l1: Linear(1, bias = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = h0 + x0;
            let h2 = l0(x0);
            let h3 = l1(h2);
            let h4 = l0(h3);
            let _h5 = concat(h4, h3, axis = 1);
            let h6 = l0(h3);
            let h7 = gelu(l1(h6));
            let h8 = exp(tanh(h6));
            let h9 = h8 + h0;
            h9 * h7
        }
    }
    R068 {
        input: [1, 6, 3];
        l0: MaxPool2d(kernel = 2, stride = 1, padding = same);
        l1: Dropout(0.3);
        fn forward(x0) {
            let x0 = dropout(x0);
            let (h1_0, h1_1, h1_2) = split(x0, axis = 2);
            let h2 = avg_pool2d(h1_2, (3, 1), stride = 1, count_include_pad = false);
            let h3 = l0(h2);
            let _h4 = ln(square(l0(h3)) + 0.5);
            let _h5 = l1(h2);
            let h6 = l1(x0);
            let h7 = l1(adaptive_avg_pool2d(h3, (1, 7)));
            let h3 = sqrt(square(max(h6, axis = 1)) + 0.5);
            (h2, h1_0, h1_1, h7, h3)
        }
    }
    R069 {
        input: [2, 2] in 0..3;
        l0: Embedding(3 -> 2);
        l1: Dropout(p = 0.25);
        l2: GroupNorm(2, eps = 0.1, affine = true);
        l3: Conv2d(2 -> 3, kernel = 2, stride = 1, padding = (0, 1, 1, 0), bias = true);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = clamp(x0, 0, 6.0);
            let h3 = l1(ln(square(x0) + 0.5)) / -0.7;
            let h4 = l2(h3);
            let h5 = l2(h1);
            let h6 = l2(h2);
            let x0 = l1(h6);
            (h4, x0, h6, l3(h2), l2(h5))
        }
    }
    R070 {
        input x0: [1, 2, 2];
        input x1: [4, 4];
        l0: Linear(5, bias = false);
        l1: Relu();
        l2: RmsNorm(axes = 2, eps = 0.1);
        fn forward(x0, x1) {
            let h0 = concat(x1, x1, axis = 0);
            let h1 = l0(h0);
            let h2 = pow(0.5 + square(tanh(h1)), -2.0);
            let h3 = sqrt(square(h2) + 0.5);
            let h4 = expand(h3, [8, 5]);
            let h5 = sqrt(square(h4) + 0.5);
            let h6 = l1(x0);
            let h7 = -1 / (square(h6) + 0.5);
            let h8 = glu(h7, axis = 1);
            let h9 = l2(h8);
            (h5, avg_pool1d(h3, kernel = 3, count_include_pad = true), transpose(h4), h9, h5)
        }
    }
    R071 {
        input x0: [4];
        input x1: [4, 4, 2];
        input x2: [4, 4, 4];
        l0: Silu;
        l1: Silu;
        l2: Linear(2, bias = true);
        fn forward(x0, x1, x2) {
            let h0 = matmul(x1, x2, transpose_a = true);
            let h1 = slice(h0 * h0, 2..4, axis = 2);
            let h0 = max_pool2d(h1, (1, 2), stride = (3, 1));
            let h3 = slice(h0, 0..1, axis = 2);
            let h4 = h0 * h3;
            let h5 = permute(h4, [2, 1, 0]);
            let h6 = l1(h1);
            (l0(h5), l1(h0), l2(x0), h6, l2(x0))
        }
    }
    R072 {
        input x0: [2, 1] in 0..4;
        input x1: [2, 5];
        input x2: [4, 1] in 0..2;
        l0: Linear(_ -> 3);
        l1: Silu;
        fn forward(_x0, x1, _x2) {
            let x1 = matmul(x1, x1, transpose_a = true);
            let h1 = hard_swish(x1);
            let h2 = x1 * h1;
            let h3 = softplus(square(h2));
            let h4 = clamp(h3, min = -0.3);
            let h5 = relu(h4);
            let h6 = mean(h5, axes = (0, 1));
            let h7 = l0(h6);
            let h8 = expand(h4, [5, 5]);
            (transpose(h5), l1(h7), h8)
        }
    }
    R073 {
        input x0: [4, 3] in 0..1;
        input x1: [1, 4] in 0..2;
        l0: Embedding(2);
        l1: Embedding(1 -> 2);
        #[frozen] l2: Softmax(axis = 0);
        l3: PixelShuffle(2);
        l4: Upsample2d(scale = 1);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = l1(x0);
            let h2 = h1 + h1;
            let h3 = l3(h2 / (square(l2(h1)) + 0.5));
            let h4 = l4(h3);
            let h5 = square(sigmoid(reshape(h4, [24])));
            (pow(0.5 + square(tanh(h0)), 3.0), h5, h2 / (square(h1) + 0.5))
        }
    }
    R074 {
        input: [1];
        l0: Softplus();
        fn forward(x0) {
            let h0 = l0(x0);
            let h0 = l0(h0);
            let h2 = 1e-1 * h0;
            let h3 = l0(h2);
            let h4 = permute(h3, [0]);
            let h5 = slice(h0, ..);
            let h6 = ln(square(sqrt(square(h0) + 0.5)) + 0.5);
            let h7 = l0(l0(softmax(h4)));
            (h6, leaky_relu(h5, 0), h7)
        }
    }
}

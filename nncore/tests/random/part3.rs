//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R075 {
        input x0: [3] in 0..1;
        input x1: [3, 2];
        l0: Embedding(3);
        l1: AvgPool1d(kernel = 1, stride = 2, padding = same);
        l2: Linear(_ -> 5, bias = true);
        fn forward(x0, x1) {
            let h0 = clamp(sqrt(square(expand(l0(x0), [3, 3])) + 0.5), min = -0.3);
            let h1 = h0 + h0;
            let h0 = l1(h1) * x1;
            let h3 = l1(h1);
            let h3 = l2(h3 * h0);
            (pow(0.5 + square(tanh(h1)), -0.5), h3 * h3)
        }
    }
    R076 {
        input: [1, 4, 1];
        l0: MaxPool2d(2, stride = (2, 1), padding = 1);
        l1: Flatten;
        fn forward(x0) {
            let h0 = pow(0.5 + square(tanh(x0)), -2.5);
            let h1 = slice(h0, .., axis = 0);
            let h2 = square(h1);
            let h3 = gelu(h1);
            let h4 = hard_swish(l0(h3));
            let h5 = l0(h2);
            let h6 = relu(h3);
            let h7 = l1(h4);
            let h8 = dropout(l0(h2), 0.3);
            (h5, h7, h1 * h6, h8)
        }
    }
    R077 {
        input: [3, 4];
        l0: Linear(4 -> 4);
        l1: LayerNorm(eps = 0.1);
        l2: Tanh();
        fn forward(x0) {
            let h0 = -x0;
            let h1 = h0 / (square(x0) + 0.5);
            let h2 = l0(h1);
            let h3 = l0(h2);
            let h4 = l1(-1 / (square(x0) + 0.5));
            let h5 = matmul(h4, h0, transpose_a = true);
            let h6 = mean(h5, keep = true);
            let h7 = l2(h6);
            let h8 = l1(x0);
            (h3, h7, glu(h5, axis = 1), h8, expand(h8, [3, 4]))
        }
    }
    R078 {
        input x0: [3, 4];
        input x1: [1, 2, 3];
        input x2: [3, 4, 1];
        l0: LogSoftmax;
        l1: Flatten;
        l2: LeakyRelu(slope = -0.3);
        fn forward(x0, _x1, x2) {
            let x0 = max_pool1d(x0, 2, stride = 3, padding = 0);
            let h1 = x2 + 3.0;
            let h2 = softmax(h1);
            let h3 = softmax(h1);
            let h4 = mean(h3);
            let h5 = l0(x0);
            let h6 = l1(h3);
            let h7 = exp(tanh(h6));
            let h8 = pow(0.5 + square(tanh(h6)), -2.0);
            (h2, square(gelu(x0, approximate = tanh)), h4, h5, l2(h7), h8)
        }
    }
    R079 {
        input: [4, 5, 3];
        l0: BatchNorm2d(eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = reshape(x0, [60]);
            let h1 = l0(x0);
            let h2 = ln(square(h0) + 0.5);
            let h3 = l0(h1);
            let h4 = sum(exp(tanh(-h2)));
            let _h5 = concat(h2, h4, h0, axis = 0);
            softmax(h3, axis = 1)
        }
    }
    R080 {
        input: [3, 6, 2];
        l0: GlobalAvgPool2d;
        l1: Upsample2d(scale = 2);
        l2: Dropout(p = 0.25);
        l3: BatchNorm2d(eps = 0.1);
        l4: Silu;
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = 0.5 - x0;
            let h2 = hard_swish(h1);
            let h2 = l1(h2);
            let x0 = l2(ln(square(l2(h2)) + 0.5));
            let h2 = l3(h2);
            let h6 = h2 + x0;
            x0 + l4(h6)
        }
    }
    R081 {
        input: [2, 1, 1];
        l0: Softmax(axis = 5);
        #[frozen] l1: Conv2d(4, kernel = 1, stride = 1, padding = 0, groups = depthwise, bias = true);
        fn forward(x0) {
            let h0 = x0 * 3.0;
            let h1 = flatten(h0);
            let h2 = reshape(h1, [1, 1, 1, 1, 1, 2]);
            let h3 = l0(h2) * (exp(tanh(tanh(h2))));
            let h4 = log_softmax(l1(x0));
            let h5 = l1(h0);
            let h6 = reshape(h3, [1, 1, 2]);
            (h6, h4, h5)
        }
    }
    R082 {
        input: [3, 3];
        l0: Softplus();
        l1: LogSoftmax(axis = 1);
        fn forward(x0) {
            let x0 = dropout(x0, 0.3);
            let h1 = x0 + x0;
            let h1 = h1 - zeros([3, 3]);
            let h3 = x0 + h1;
            let h4 = expand(h3 + x0, [3, 3]);
            let h5 = l0(h4);
            let h6 = l1(h5);
            let h7 = l1(h6);
            let h8 = expand(h7, [3, 3]);
            let h9 = l0(h3);
            (h8, leaky_relu(h9), h8)
        }
    }
    R083 {
        input: [2, 3];
        l0: AvgPool1d(kernel = 3, padding = 1, count_include_pad = true);
        l1: Linear(1 -> 2);
        l2: Relu();
        fn forward(x0) {
            let h0 = transpose(relu(x0));
            let h1 = l0(h0);
            let x0 = h1 + zeros([3, 1]);
            let h3 = l1(x0);
            let h4 = l1(h1);
            let h5 = l2(h0);
            let h6 = sqrt(square(h3) + 0.5);
            (l2(h4), silu(h5), h6)
        }
    }
    R084 {
        input: [3, 5, 6];
        l0: AdaptiveAvgPool2d(2);
        l1: Elu(0.7);
        l2: GroupNorm(1, eps = 1e-2, affine = false);
        fn forward(x0) {
            let (h0_0, h0_1, h0_2, h0_3, h0_4) = split(x0, axis = 1);
            let h1 = l0(x0);
            let (h2_0, h2_1, h2_2) = split((h0_2 - h0_3));
            let h3 = l0(x0);
            let h4 = softmax(h0_0, axis = 2);
            let h5 = l1(h2_1);
            let h6 = l2(h2_0);
            let h7 = flatten(h6);
            let h8 = flatten(transpose(h3));
            let h9 = concat(h8, h7);
            let h10 = flatten(h9);
            let h11 = flatten(h5);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(silu(h4));
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(h2_2);
            let h18 = concat(h17, h16);
            let h19 = flatten(h18);
            let h20 = flatten(l0(x0));
            let h21 = concat(h20, h19);
            (h0_1, h0_4, l0(x0), h0_3, h1, h21)
        }
    }
    R085 {
        input: [2, 5, 2];
        l0: Tanh();
        l1: Dropout;
        l2: BatchNorm2d(momentum = 0.3);
        fn forward(x0) {
            let h0 = global_avg_pool2d(x0);
            let h0 = l0(h0);
            let x0 = pixel_shuffle(h0, 1);
            let x0 = l0(x0);
            let h4 = l1(x0);
            let h5 = l2(x0);
            let h6 = transpose(h4);
            let h7 = leaky_relu(h5, slope = -0.3);
            (h6, clamp(l2(h7), -0.5, 1.5))
        }
    }
    R086 {
        input: [4, 6, 1];
        l0: InstanceNorm2d(eps = 1e-2);
        fn forward(x0) {
            let x0 = clamp(x0, -0.5, 1.5);
            let h1 = l0(x0);
            let x0 = l0(h1);
            let h3 = 1.5 * (1.5 / (square(x0) + 0.5));
            let h4 = softplus(h3);
            let h5 = l0(softmax((l0(h4)), axis = 2));
            let h5 = slice((matmul(h5, x0, transpose_b = true)), ..1, axis = 2);
            let h7 = l0(h5);
            h7
        }
    }
    R087 {
        input x0: [3, 1] in 0..6;
        input x1: [3, 5];
        input x2: [3, 3];
        l0: LayerNorm(axes = 1, eps = 0.1);
        l1: Embedding(9 -> 4);
        fn forward(x0, x1, x2) {
            let x1 = l0(x1);
            let h1 = l0(x1);
            let h2 = ln(square(h1) + 0.5);
            let h3 = exp(tanh(h1 / (square(x1) + 0.5)));
            let h4 = l1(x0);
            let h5 = global_avg_pool2d(h4);
            let _h6 = h2 / (square(h3) + 0.5);
            (pow(0.5 + square(tanh((reshape(h5, [1, 1, 3])))), 1), x2 + slice(x1, 1..4, axis = 1))
        }
    }
    R088 {
        input: [2, 6, 6];
        l0: Upsample2d(1);
        l1: Conv2d(2 -> 4, kernel = 3, stride = 2, padding = (2, 0), dilation = (2, 1), groups = 1, bias = true);
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = x0 + h0;
            let h2 = h1 - x0;
            let h3 = x0 * h2;
            let h4 = l0(h3);
            let h5 = 1e-1 + h2;
            let h6 = l0(h5);
            let h1 = mean(h6, axes = (0, 1, 2), keep = false);
            let h8 = l1(h5 - h2);
            (h4, h1 - zeros([1]), l0(h2), h8)
        }
    }
    R089 {
        input x0: [1, 2, 5];
        input x1: [2, 2, 5];
        input x2: [1, 2, 5];
        input x3: [2, 2, 4];
        l0: Conv2d(1 -> 2, kernel = (1, 2), stride = 2, padding = (1, 2), dilation = (1, 2));
        l1: PRelu(2);
        l2: Gelu(approximate = tanh);
        l3: BatchNorm2d(6, momentum = 0.3);
        fn forward(x0, x1, x2, x3) {
            let h0 = exp(tanh(x0));
            let h1 = silu(h0);
            let h2 = l0(h1);
            let h3 = h2 * x3;
            let _h4 = l1(h3);
            let h5 = concat(x1, x2, x1, x0, axis = 0);
            let h6 = l2(h0);
            let h7 = pow(0.5 + square(tanh(h6)), -0.5);
            let h8 = l3(h5 + h5);
            let h9 = l2(h8);
            (l0(h0), h7, h9)
        }
    }
    R090 {
        input: [4, 3];
        #[frozen] l0: LayerNorm;
        fn forward(x0) {
            let h0 = silu(pow(0.5 + square(tanh(transpose(softmax(x0, axis = 0)))), 3.0));
            let h1 = matmul(matmul(h0, h0, transpose_a = true), x0, transpose_a = true);
            let h2 = h1 - h1;
            let h3 = concat(h2, h1);
            let h4 = concat(h2, h3);
            let h5 = l0(h4);
            h5
        }
    }
    R091 {
        input x0: [4, 2];
        input x1: [4, 2];
        input x2: [4, 2];
        l0: LayerNorm(axes = 1);
        l1: PRelu(1);
        l2: Linear(2 -> 3, bias = false);
        fn forward(x0, x1, x2) {
            let x0 = x1 / (square(x0) + 0.5);
            let h1 = l1(l0(x0));
            let h2 = pow(0.5 + square(tanh((h1 / (square(x0) + 0.5)))), -1);
            let h3 = l1(h2);
            let h4 = l2(h3);
            let h5 = h4 * 2;
            let h6 = exp(tanh(h2));
            (h5, h6, l2(log_softmax((x2 * x1), axis = 0)))
        }
    }
    R092 {
        input: [1, 4, 4];
        l0: Upsample2d(1);
        l1: PixelShuffle(1);
        l2: Softplus;
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let x0 = adaptive_avg_pool2d(h0, output_size = 6);
            let h2 = l0(h0);
            let h3 = l1(h2);
            let h4 = l0(h3);
            let h5 = x0 - zeros([1, 6, 6]);
            let h6 = silu(h5);
            let h7 = tanh(h4);
            let h8 = l2(h7);
            let h9 = l1(h8);
            (upsample2d(l0(h3), 1), h6, h9)
        }
    }
    R093 {
        input: [2, 1, 1];
        l0: InstanceNorm2d(eps = 1e-2, affine = true);
        l1: Conv2d(2 -> 2, kernel = 3, stride = 1, padding = 2, dilation = 2);
        l2: BatchNorm2d(2, momentum = 0.3);
        fn forward(x0) {
            let h0 = abs(x0);
            let h1 = 2 * sum(exp(tanh(h0)) / (square(h0) + 0.5), axes = (0, 1, 2));
            let x0 = l1(l0(h0));
            let h3 = l2((l1(x0)));
            (h1, relu(x0), h3)
        }
    }
    R094 {
        input: [1, 3, 5];
        l0: LeakyRelu;
        l1: MaxPool1d(kernel = 3, stride = 2);
        fn forward(x0) {
            let h0 = sqrt(square(x0) + 0.5);
            let h1 = concat(h0, x0, x0);
            let h2 = l0(mean(h0, axes = 1, keep = false));
            let h3 = pow(0.5 + square(tanh(h2)), 0.5);
            let h4 = l0(h3);
            let h5 = -h4;
            let _h6 = ln(square(l0(h2)) + 0.5);
            let h7 = l1(h2);
            let h8 = concat(h7, h7);
            (h1, -0.7 - h3, h5, h8)
        }
    }
    R095 {
        input: [2, 3] in 0..4;
        l0: Embedding(1);
        l1: Parameter([2, 3, 1], init = normal(0.5));
        l2: Parameter([2, 1, 3], init = 0.7);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + l1;
            let h2 = square(h1);
            let h3 = -1 * h2;
            let h4 = reshape(h3, [3, 2, 1, 1]);
            let h5 = h4 * 3.0;
            let h6 = transpose(h1);
            let h7 = log_softmax(h6, axis = 0);
            let h8 = reshape(h5, [6, 1, 1]);
            (h8, l0(x0), h7 * l2, h6 + h7)
        }
    }
    R096 {
        input x0: [3, 6, 2];
        input x1: [3];
        l0: Glu(axis = 0);
        l1: PRelu(1);
        l2: Elu(alpha = 1.5);
        fn forward(x0, x1) {
            let h0 = sum(x0, axes = (0, 2));
            let h1 = softmax(h0);
            let h2 = hard_swish(h1);
            let h3 = l1(sqrt(square(x1 * l0(h1)) + 0.5));
            let h4 = l0(h0);
            let h5 = ln(square(h3) + 0.5);
            let h6 = l2(h1);
            (l0(h2), h5, h6, l1(h4))
        }
    }
    R097 {
        input: [4];
        l0: Linear(4 -> 5);
        l1: LogSoftmax;
        l2: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let h0 = tanh(x0 + x0);
            let h1 = l0(x0);
            let (h2_0, h2_1, _h2_2, h2_3, h2_4) = split(sigmoid(h1));
            let h3 = l1(h2_0);
            let h4 = l0(h0);
            (h2_1, h2_4, pow(0.5 + square(tanh(h3)), 1.7), h2_3 - zeros([1]), h4, l2(h3))
        }
    }
    R098 {
        input x0: [3, 1, 5];
        input x1: [2, 1, 5];
        input x2: [3, 4] in 0..5;
        l0: AvgPool2d(kernel = 2, stride = 1, padding = 1);
        l1: Silu();
        l2: Softmax(axis = 0);
        l3: Conv2d(3, kernel = 1, stride = 2, groups = 3, bias = false);
        fn forward(x0, x1, _x2) {
            let h0 = slice(x1, ..2, axis = 2);
            let h1 = l0(h0);
            let h2 = l1(h0);
            let h3 = concat(h1, l0(h0), axis = 2);
            let h4 = max_pool2d(h1, 1, stride = (3, 2), padding = same);
            (h2, l2(h0), square(h4), l3(softplus(clamp(x0, -0.5, 1.5))), global_avg_pool2d(h3))
        }
    }
    R099 {
        input x0: [1, 6, 3];
        input x1: [1, 5, 5];
        input x2: [3, 2];
        l0: Flatten;
        l1: Linear(1, bias = true);
        l2: Glu(axis = 1);
        l3: AvgPool1d(kernel = 2, padding = 1, count_include_pad = true);
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let x1 = h0 / (square(h0) + 0.5);
            let h2 = expand(x1, [25]);
            let (h3_0, h3_1, h3_2, h3_3, h3_4, h3_5, _h3_6, h3_7, h3_8, _h3_9, _h3_10, h3_11, h3_12, _h3_13, _h3_14, h3_15, h3_16, h3_17, h3_18, h3_19, h3_20, h3_21, h3_22, h3_23, h3_24) = split(h2);
            let h4 = expand(h3_11, [4]);
            let h5 = expand(h3_8, [3]);
            let h6 = l1(h3_23);
            let h7 = flatten(h6);
            let h8 = flatten(l3(x2));
            let h9 = concat(h8, h7);
            let h10 = flatten(h9);
            let h11 = flatten(l2(x0));
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(h5);
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(h4);
            let h18 = concat(h17, h16);
            let h19 = flatten(h18);
            let h20 = flatten(l1(h3_16));
            let h21 = concat(h20, h19);
            let h22 = flatten(h21);
            let h23 = flatten(h3_24);
            let h24 = concat(h23, h22);
            let h25 = flatten(h24);
            let h26 = flatten(h3_22);
            let h27 = concat(h26, h25);
            let h28 = flatten(h27);
            let h29 = flatten(h3_21);
            let h30 = concat(h29, h28);
            let h31 = flatten(h30);
            let h32 = flatten(h3_20);
            let h33 = concat(h32, h31);
            let h34 = flatten(h33);
            let h35 = flatten(h3_19);
            let h36 = concat(h35, h34);
            let h37 = flatten(h36);
            let h38 = flatten(h3_18);
            let h39 = concat(h38, h37);
            let h40 = flatten(h39);
            let h41 = flatten(h3_17);
            let h42 = concat(h41, h40);
            let h43 = flatten(h42);
            let h44 = flatten(h3_15);
            let h45 = concat(h44, h43);
            let h46 = flatten(h45);
            let h47 = flatten(h3_12);
            let h48 = concat(h47, h46);
            let h49 = flatten(h48);
            let h50 = flatten(h3_7);
            let h51 = concat(h50, h49);
            let h52 = flatten(h51);
            let h53 = flatten(h3_5);
            let h54 = concat(h53, h52);
            (h3_0, h3_1, h3_2, h3_3, h3_4, h54)
        }
    }
}

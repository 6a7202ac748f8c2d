//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R000 {
        input x0: [5];
        input x1: [2];
        input x2: [1];
        l0: Relu();
        fn forward(x0, x1, x2) {
            let h0 = gelu(concat(x1, x0, x1, concat(log_softmax(x0), x0, x1, x0), axis = 0), approximate = tanh);
            let (h1_0, h1_1, h1_2, h1_3, h1_4, _h1_5, h1_6, _h1_7, h1_8, h1_9, h1_10, h1_11, h1_12, h1_13, _h1_14, h1_15, h1_16, h1_17, h1_18, _h1_19, h1_20, h1_21, _h1_22, h1_23, _h1_24, _h1_25) = split(h0, axis = 0);
            let h2 = h1_23 / (square(h1_8) + 0.5);
            let h3 = abs(h0);
            let h4 = h1_4 * h1_15;
            let h5 = l0(h1_12);
            let h6 = x2 - h1_23;
            let h7 = flatten(h6);
            let h8 = flatten(l0(h1_2));
            let h9 = concat(h8, h7);
            let h10 = flatten(h9);
            let h11 = flatten(h5);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(h4);
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(h3);
            let h18 = concat(h17, h16);
            let h19 = flatten(h18);
            let h20 = flatten(h2);
            let h21 = concat(h20, h19);
            let h22 = flatten(h21);
            let h23 = flatten(h1_21);
            let h24 = concat(h23, h22);
            let h25 = flatten(h24);
            let h26 = flatten(h1_20);
            let h27 = concat(h26, h25);
            let h28 = flatten(h27);
            let h29 = flatten(h1_18);
            let h30 = concat(h29, h28);
            let h31 = flatten(h30);
            let h32 = flatten(h1_17);
            let h33 = concat(h32, h31);
            let h34 = flatten(h33);
            let h35 = flatten(h1_16);
            let h36 = concat(h35, h34);
            let h37 = flatten(h36);
            let h38 = flatten(h1_13);
            let h39 = concat(h38, h37);
            let h40 = flatten(h39);
            let h41 = flatten(h1_11);
            let h42 = concat(h41, h40);
            let h43 = flatten(h42);
            let h44 = flatten(h1_10);
            let h45 = concat(h44, h43);
            let h46 = flatten(h45);
            let h47 = flatten(h1_9);
            let h48 = concat(h47, h46);
            (pow(0.5 + square(tanh(h0)), -0.5), h1_0, h1_1, h1_3, h1_6, h48)
        }
    }
    R001 {
        input x0: [1, 1];
        input x1: [1, 1];
        input x2: [1, 4];
        l0: Linear(1 -> 4);
        l1: Linear(_ -> 1);
        l2: Sigmoid;
        fn forward(x0, x1, x2) {
            let h0 = sqrt(square(x0) + 0.5);
            let x0 = exp(tanh(h0));
            let h2 = x1 * x0;
            let h3 = relu(x1);
            let h4 = l1((l0(x1)));
            let h5 = concat(h3, h4, h4, h2, axis = 1);
            let h0 = l0(h2);
            let h7 = l0(h3);
            let h2 = h7 + x2;
            (h5, h0, elu((l2(h2))))
        }
    }
    R002 {
        input x0: [1, 3];
        input x1: [2, 1, 3];
        input x2: [6];
        input x3: [2, 1, 1];
        l0: Silu;
        l1: GroupNorm(1, eps = 0.1, affine = true);
        l2: LayerNorm(eps = 0.1);
        fn forward(x0, x1, x2, x3) {
            let h0 = x1 / (square(x1) + 0.5);
            let h1 = reshape(x0, [1, 1, 1, 3]);
            let (_h2_0, h2_1, h2_2) = split((l0(h0)), axis = 2);
            let h3 = l0(x1);
            let h4 = expand(x1, [2, 3, 3]);
            let h5 = max_pool1d(x0, kernel = 1, stride = 1, padding = valid);
            let h6 = l2(h5);
            let h7 = h2_1 + x3;
            let h8 = reshape(h1, [1, 1, 3]);
            let h9 = flatten(h7);
            let h10 = flatten(h6);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h4);
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h3);
            let h17 = concat(h16, h15);
            (ln(square(x2) + 0.5), h8, x1, h2_2, l1(x0), h17)
        }
    }
    R003 {
        input x0: [1, 3, 2];
        input x1: [1, 1, 3];
        l0: BatchNorm2d;
        l1: Conv2d(1 -> 4, kernel = 2, stride = (1, 2), padding = 1, dilation = (2, 1));
        l2: Elu;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(x0);
            let h2 = abs(h0);
            let h3 = max(l0(h2), axis = 1);
            let h4 = l2(elu(x1, alpha = 1.5));
            let h5 = matmul(x0, h0, transpose_b = true);
            let h6 = flatten(l0(h0));
            let h7 = flatten(h5);
            let h8 = concat(h7, h6);
            (h1, l2(x1), softmax(l1(h0)), h3, h4, h8)
        }
    }
    R004 {
        input: [3];
        l0: LeakyRelu;
        l1: Softplus();
        train: l0;
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let h1 = l0(x0);
            let h2 = h1 + h0;
            let h3 = clamp(x0, max = 0.7);
            let h4 = l0(h2) - h3;
            let h5 = exp(tanh((l0(h0))));
            let (h6_0, h6_1, h6_2) = split(x0);
            let h7 = l1(h4);
            let h8 = flatten(h1);
            let h9 = flatten(h7);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten((l1(h1)));
            let h13 = concat(h12, h11);
            (square(x0), h5, h6_0, h6_1, h6_2, h13)
        }
    }
    R005 {
        input: [1] in 0..4;
        l0: Embedding(_ -> 1);
        l1: Linear(1 -> 1, bias = true);
        l2: Dropout(p = 0.25);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0 + x0);
            let h2 = h1 * x0;
            let h3 = sqrt(square(h2) + 0.5);
            let h4 = l2(h3);
            let h5 = h4 + h4;
            let h6 = concat(x0, h4, h5, axis = 0);
            let h7 = l1(h6);
            let h8 = matmul(l2(h1), h7, transpose_a = true, transpose_b = true);
            (h8, h3, l1(h6))
        }
    }
    R006 {
        input: [2, 3, 4];
        l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let x0 = sigmoid(x0);
            let h1 = x0 - -0.7;
            let h2 = abs(x0);
            let x0 = pow(0.5 + square(tanh(x0)), -0.5);
            let h4 = mean(h2, axes = (0, 2));
            let h5 = relu(h4);
            let _h6 = silu(h5);
            let h7 = reshape(h2, [12, 1, 2, 1]);
            let h8 = h7 + h7;
            let _h9 = slice(x0, 2..3, axis = 2);
            let h10 = h1 * h2;
            let h11 = reshape(h8 + 1.5, [12, 2, 1]);
            (h11, l0(h10))
        }
    }
    R007 {
        input: [3, 5, 1];
        l0: Sigmoid;
        l1: InstanceNorm2d;
        l2: LeakyRelu(0.2);
        l3: Conv2d(3 -> 3, kernel = 1, padding = valid, dilation = 2, groups = 3, bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l3(l2(h0));
            let h3 = concat(h1, h2, x0, axis = 2);
            let h4 = l3(h1);
            let h5 = matmul(h2, x0, transpose_b = true);
            let h6 = permute(x0, [2, 1, 0]);
            let _h7 = h6 / (square(h6) + 0.5);
            let h8 = pixel_shuffle(x0, 1);
            (avg_pool2d(h2, (2, 3), padding = 1), h3, h4, l0(h5), h8)
        }
    }
    R008 {
        input x0: [1, 1] in 0..4;
        input x1: [1];
        input x2: [2, 4];
        input x3: [2, 1];
        l0: LayerNorm(eps = 0.1);
        fn forward(_x0, x1, x2, x3) {
            let h0 = ln(square(max(x1, keep = true)) + 0.5);
            let h1 = h0 * max(h0, axis = 0);
            let h2 = exp(tanh(x2));
            let x2 = concat(x2, x3, x2, h2, axis = 1);
            let h4 = softplus(x2);
            let h5 = pow(0.5 + square(tanh(h4)), -2.0);
            let _h6 = x2 + h4 * h5;
            (h1, flatten(h5), l0(h4), x3)
        }
    }
    R009 {
        input: [2, 6, 2];
        l0: MaxPool2d(2, stride = 1, padding = same);
        l1: Conv2d(2 -> 1, kernel = 3, stride = 2, padding = 2, dilation = 2);
        l2: GroupNorm(1, eps = 0.1);
        l3: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let x0 = x0 / -0.7;
            let h1 = l0(x0);
            let h2 = l1(transpose(h1));
            let h3 = square(h1);
            let h4 = l2(exp(tanh(h2)));
            let h5 = l0(h3);
            let h6 = l3(h4);
            let h7 = h4 / (square(h6) + 0.5);
            let h8 = l2(h2);
            (pad2d(h5, (0, 1, 0, 2)), h1, h7, h8)
        }
    }
    R010 {
        input x0: [2, 1];
        input x1: [3];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = leaky_relu(x0);
            let h1 = max(transpose(h0));
            let h2 = abs(1e-1 - h1);
            let h3 = glu(h0);
            let h4 = gelu(h3, approximate = tanh);
            let h5 = permute(h4, [1, 0]);
            let h6 = sum(h5, axes = (0, 1));
            let h7 = matmul(h4 * h4, h5, transpose_b = true);
            let h8 = l0(h7);
            (h2, h6, concat(h1, x1), h8)
        }
    }
    R011 {
        input: [1, 5];
        l0: LayerNorm(axes = 1);
        l1: ConvTranspose2d(1 -> 4, kernel = 3, stride = (2, 1), padding = (1, 0), output_padding = (1, 0));
        l2: Elu(alpha = 1.5);
        l3: Sigmoid;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = x0 + h0;
            let (h2_0, _h2_1, _h2_2, h2_3, h2_4) = split(h1, axis = 1);
            let h3 = reshape(h2_4, [1, 1, 1]);
            let h4 = l0(h0);
            let _h5 = l1(h3);
            let h6 = matmul(h1, h1, transpose_b = true);
            let h7 = reshape(h6, [1]);
            let h8 = l2(h2_4);
            let h9 = flatten(l3(h2_0));
            let h10 = flatten(l0(h1));
            let h11 = concat(h10, h9);
            (h2_3, hard_swish(h2_0), h4, h7, h8, h11)
        }
    }
    R012 {
        input: [2, 4];
        l0: HardSwish;
        fn forward(x0) {
            let h0 = transpose(x0);
            let x0 = exp(tanh(h0)) * -0.7;
            let h2 = h0 / (square(x0) + 0.5);
            let h3 = pow(0.5 + square(tanh(h2)), 1);
            let h4 = l0(h3);
            let h5 = clamp(h4, min = -0.3);
            let _h6 = sigmoid(h5);
            let h7 = tanh(h0);
            let h8 = h7 + h5;
            (slice(h8, 1..4), mean(x0, axis = 0, keep = true))
        }
    }
    R013 {
        input: [3, 5];
        l0: BatchNorm1d(eps = 0.1, momentum = 0.3);
        l1: Tanh;
        l2: Flatten;
        fn forward(x0) {
            let h0 = l0(l0(x0));
            let h1 = pow(0.5 + square(tanh(h0)), 1.7);
            let h2 = l1(h1);
            let h3 = l1(h2);
            let h4 = l0(h1);
            let h5 = l0(h4);
            let h6 = concat(tanh(h4), h1, h1);
            (h3, h5, l2(reshape(h2, [15])), clamp(h6, max = 0.7))
        }
    }
    R014 {
        input: [2, 6, 3];
        l0: Glu;
        l1: LayerNorm(axes = 2, eps = 1e-2);
        l2: Softplus();
        l3: Dropout(0.0);
        fn forward(x0) {
            let h0 = mean(x0, axes = (0, 1), keep = true);
            let h1 = l0(x0);
            let h2 = l2(l1(h1));
            let (h3_0, h3_1, h3_2) = split(h2, axis = 2);
            let h2 = h3_1 + 0.5;
            let h5 = h0 * h0;
            let h6 = l3(h5);
            let h7 = l3(h6);
            let h8 = square(h7);
            let h9 = slice(h2, .., axis = 2);
            let x0 = concat(h3_2, h9, h9, h1, axis = 2);
            (h3_0, h8, x0)
        }
    }
    R015 {
        input: [1, 4, 5];
        l0: ConvTranspose2d(1 -> 2, kernel = (3, 2), padding = 0, bias = false);
        l1: Conv2d(_ -> 2, kernel = 3, stride = 2, padding = same, dilation = (2, 1), groups = depthwise, bias = false);
        l2: Pad2d((0, 2, 2, 1), mode = reflect);
        l3: Conv2d(2 -> 3, kernel = (2, 1), stride = (1, 2), padding = same, bias = false);
        l4: PRelu;
        l5: Pad2d((0, 0, 1, 2), mode = zero);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = dropout(h0);
            let h0 = l1(h1);
            let h0 = l3(l2(h0));
            let h4 = l4(h0);
            let h5 = abs(reshape(h4, [3, 5, 3]));
            let h6 = l5(h5);
            let h7 = 0.5 / (square(h0) + 0.5);
            let h8 = h7 + h5;
            (h6, h8)
        }
    }
    R016 {
        input x0: [3, 5, 4];
        input x1: [3, 5, 5];
        l0: AvgPool2d((2, 1), stride = 2, padding = (1, 0), count_include_pad = true);
        fn forward(x0, x1) {
            let h0 = matmul(x0, x0, transpose_b = true);
            let h1 = h0 - h0;
            let h2 = x1 + h0;
            let h3 = concat(softmax(h0, axis = 0), h2, h0, axis = 0);
            let h4 = h1 * h2;
            let h5 = 0.5 / (square(dropout((sqrt(square(h1) + 0.5)), 0.3)) + 0.5);
            (h3, l0(h5), ln(square((l0(h4))) + 0.5), h1)
        }
    }
    R017 {
        input x0: [3, 4, 5];
        input x1: [2, 5];
        l0: Conv1d(4, kernel = 3, stride = 2, padding = same);
        l1: PRelu;
        l2: Conv2d(_ -> 3, kernel = 1, stride = 2, padding = valid, groups = depthwise);
        l3: AvgPool1d(kernel = 3, stride = 1, padding = 1, count_include_pad = false);
        l4: PRelu(1);
        l5: Upsample2d(scale = 1);
        l6: Linear(_ -> 5);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = l1(x0);
            let h2 = l2(h1);
            let _h3 = l3(h0);
            let (_h4_0, h4_1, h4_2) = split(transpose(l0(x1)), axis = 0);
            let _h0 = l4(h4_2);
            let h6 = l5(h2);
            (h2 - h6, l6(h4_1), flatten(h6))
        }
    }
    R018 {
        input: [1];
        l0: Softplus();
        l1: PRelu;
        train: l0, l1;
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = ln(square(h0) + 0.5);
            let h2 = sqrt(square(h1) + 0.5);
            let h3 = h2 / 3.0;
            let h4 = l0(h3);
            let h5 = sqrt(square(h2) + 0.5);
            let h6 = h5 + ln(square(h4) + 0.5);
            let h7 = l1(h5);
            (l0(h5), h6, h4 * l1(h7))
        }
    }
    R019 {
        input: [1, 1, 3];
        l0: Relu();
        l1: BatchNorm2d(1, momentum = 0.3);
        l2: Relu;
        l3: Gelu(approximate = none);
        l4: RmsNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = slice(x0, 0.., axis = 1);
            let h1 = l0(h0);
            let x0 = sqrt(square(h0) + 0.5);
            let h3 = l1(x0);
            let h4 = l1(h1);
            let h5 = clamp(h0, max = 0.7);
            let h6 = l3(l2(h3));
            (h4, h3, l1(3.0 + h5), l0(x0), h6, l4(h3))
        }
    }
    R020 {
        input: [2];
        l0: Softmax;
        l1: Linear(2 -> 3);
        fn forward(x0) {
            let h0 = pow(0.5 + square(tanh(sqrt(square((abs(x0))) + 0.5))), 3.0);
            let h1 = leaky_relu((permute(h0, [0])));
            let h2 = h0 - h1;
            let h0 = dropout(h0, p = 0.25);
            let h4 = l0(h0);
            let _h5 = permute(h2, [0]);
            let h2 = silu(h4);
            let h7 = l1(h2);
            let h8 = slice(h7, 0..2);
            (h8, h8)
        }
    }
    R021 {
        input x0: [1, 5, 5];
        input x1: [1, 5];
        input x2: [1, 3, 3];
        l0: PixelShuffle(1);
        l1: Dropout(0.0);
        l2: AvgPool1d(kernel = 3, count_include_pad = true);
        l3: Linear(5 -> 4);
        l4: LayerNorm(eps = 1e-2);
        fn forward(x0, x1, x2) {
            let h0 = l1(x0);
            let h1 = l2(x1);
            let h2 = l0(h0);
            let _h3 = l3(x1);
            let h4 = reshape(l0(dropout(x0)), [5, 5, 1]);
            let h5 = l1(h1);
            let h6 = l4(h5);
            let h7 = l1(h5);
            let h8 = avg_pool2d(x2, 3, stride = (2, 1), count_include_pad = false);
            let h9 = flatten(h2);
            let h10 = flatten(l2(x1));
            let h11 = concat(h10, h9);
            (h2, h4, h6, h7, h8, h11)
        }
    }
    R022 {
        input: [4, 3, 5];
        l0: PRelu(4);
        l1: BatchNorm2d(eps = 1e-2);
        l2: Sigmoid();
        l3: Gelu;
        fn forward(x0) {
            let h0 = log_softmax(x0, axis = 0);
            let h1 = l0(h0);
            let h2 = exp(tanh(h1));
            let h3 = upsample2d(h2, (2, 1));
            let h0 = l1(sqrt(square(h2) + 0.5) * h0);
            let h5 = l2(h0);
            let h6 = transpose(h1);
            let h7 = h0 - l3(h5);
            (h6, h7, reshape(h3, [10, 12]))
        }
    }
    R023 {
        input x0: [4, 4];
        input x1: [2, 6, 1];
        l0: Conv2d(2 -> 2, kernel = 1, dilation = (1, 2), groups = 2);
        #[frozen] l1: LeakyRelu(0);
        l2: Silu;
        #[frozen] l3: LogSoftmax(axis = 2);
        fn forward(_x0, x1) {
            let h0 = ln(square(clamp(x1, max = 0.7)) + 0.5);
            let h1 = max_pool2d(h0, 1, stride = (1, 3), dilation = (1, 2));
            let h2 = l0(h1);
            let h3 = l0(h2);
            let h3 = l2(l1(h3));
            let h5 = l3(h3);
            let _h6 = concat(h3, h5, axis = 2);
            let h7 = l0(h1);
            (h0 * h2, expand(h1, [2, 6, 4]), h3, h7)
        }
    }
    R024 {
        input: [2, 3, 6];
        l0: RmsNorm(axes = 1, eps = 0.1);
        l1: Conv2d(_ -> 3, kernel = 1, stride = 2, dilation = (2, 1));
        l2: Dropout(0.3);
        fn forward(x0) {
            let h0 = upsample2d(x0, 1);
            let h1 = l0(h0);
            let x0 = l0(h1);
            let h3 = l0(x0 / (square(h1 - x0) + 0.5));
            let h4 = l1(h1);
            let h5 = sqrt(square(h4) + 0.5);
            let h6 = h3 * h0;
            let h7 = h1 + h6;
            let h8 = l2(h7);
            (h5, h8)
        }
    }
}

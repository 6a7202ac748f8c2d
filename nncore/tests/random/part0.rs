//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R000 {
        input x0: [1, 4, 1];
        input x1: [4, 1, 3];
        input x2: [4, 1] in 0..2;
        l0: InstanceNorm2d(affine = false);
        l1: AdaptiveAvgPool2d(output_size = 1);
        l2: MaxPool2d(1, stride = (2, 1), dilation = (2, 1));
        l3: BatchNorm2d(1, eps = 0.1);
        fn forward(x0, x1, _x2) {
            let h0 = l0(exp(tanh(x1))) - x1;
            let h1 = l1(x1);
            let (h2_0, h2_1, h2_2, h2_3) = split(h1);
            let h3 = expand(x0, [1, 4, 2]);
            let h4 = transpose(h3);
            let h5 = l2(h2_2);
            let h6 = l3(h2_2);
            let h7 = matmul(h1, l1(h0), transpose_a = true);
            let h8 = flatten(h7);
            let h9 = flatten(h6);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(h5);
            let h13 = concat(h12, h11);
            (h2_0, h2_3, expand(h2_1, [4, 1, 4]), h1, h4, h13)
        }
    }
    R001 {
        input x0: [4, 6, 3];
        input x1: [4, 3];
        l0: Linear(4, bias = false);
        l1: Gelu;
        l2: Conv1d(_ -> 4, kernel = 1, stride = 2, padding = (0, 1), dilation = 2, groups = 2);
        fn forward(x0, x1) {
            let h0 = sum(x0, axes = 1);
            let h1 = x1 * h0;
            let h2 = l0(h1);
            let h3 = expand(h2, [4, 4]);
            let h4 = l1(h3);
            let h5 = l0(clamp(h1, min = -0.3));
            let h2 = concat(h3, x1, h5, axis = 1);
            let h7 = h3 * h4;
            let h8 = slice(h1, .., axis = 1);
            let h5 = permute(h8, [0, 1]);
            let h10 = l2(x1);
            (h2, h7, h5, h10)
        }
    }
    R002 {
        input x0: [5];
        input x1: [1];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = sigmoid(x0);
            let h1 = slice(h0, 2..5, axis = 0);
            let h0 = h1 + h1;
            let h3 = h0 * h1;
            let h4 = mean(h3, axes = 0, keep = true);
            let x1 = h4 * pow(0.5 + square(tanh(h4)), -1) + x1;
            let h6 = abs(x1);
            let h7 = concat(leaky_relu(h1, slope = -0.3), x1, h1, axis = 0);
            let h8 = h7 - zeros([7]);
            let h9 = l0(h6);
            (h8, h9)
        }
    }
    R003 {
        input: [4] in 0..2;
        l0: Embedding(2 -> 3);
        l1: Parameter([4, 3], init = -1);
        #[frozen] l2: Softmax(axis = 0);
        #[frozen] l3: Linear(3 -> 4, bias = false);
        #[frozen] l4: LayerNorm(axes = 2);
        fn forward(x0) {
            let h0 = tanh((l0(x0)));
            let h1 = expand(h0, [4, 3]) * l1;
            let h2 = h1 - h0;
            let h3 = h2 * h2;
            let h4 = h3 / (square(h3) + 0.5);
            let x0 = l2((abs(h0)));
            let _h6 = concat(x0, h4, h4, h1, axis = 1);
            let _h7 = l3(x0);
            let h8 = l4(h2);
            (h8, h8)
        }
    }
    R004 {
        input: [1, 1, 3];
        l0: Pad2d(2);
        l1: PRelu(1);
        l2: Linear(35 -> 1);
        fn forward(x0) {
            let h0 = reshape(x0, [3, 1, 1, 1, 1, 1]);
            let h1 = permute(h0, [3, 2, 4, 5, 1, 0]);
            let h2 = max(h1, axes = (1, 3));
            let h3 = h2 / (square(h2) + 0.5);
            let h4 = flatten(l0(x0 / (square(upsample2d(x0, 1)) + 0.5)));
            let h5 = concat(h3, h2, h3, axis = 3);
            let h6 = l1(h5);
            let h7 = reshape(h1 * h1, [1, 1, 3]);
            let h8 = reshape(h5, [1, 1, 9]);
            let h9 = reshape(h6, [1, 1, 9]);
            (h7, h8, h9, l2(h4))
        }
    }
    R005 {
        input: [2, 6, 3];
        l0: ConvTranspose2d(_ -> 4, kernel = (3, 2), padding = (1, 0), bias = true);
        l1: Conv2d(4 -> 4, kernel = 2, padding = 1, groups = 2);
        l2: Conv2d(4 -> 4, kernel = 1, stride = 2, padding = 2, groups = 4);
        l3: GlobalAvgPool2d;
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(h0);
            let h2 = x0 + x0;
            let h3 = slice(h0, ..1);
            let (h4_0, h4_1) = split(h3, axis = 1);
            let h0 = h4_0 - h4_1;
            let h6 = matmul(h4_0, h0, transpose_b = true);
            let h7 = reshape(l3(h0), [1]);
            (l2(h2), slice(h6, 0..), h7, h0 + h4_1)
        }
    }
    R006 {
        input: [3, 4, 4];
        l0: Tanh();
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let h1 = permute(h0, [1, 0, 2]);
            let h2 = h1 / (square(h1) + 0.5);
            let h3 = reshape(h2, [3, 4, 2, 2]);
            let h4 = log_softmax(h3, axis = 3);
            let h2 = h4 - h3;
            let h6 = h4 / (square(h2) + 0.5);
            let h7 = slice(h6, ..1, axis = 2);
            let h8 = l0(h7);
            let h9 = l0(h6);
            let h10 = reshape(h8, [12, 1, 2]);
            let h11 = reshape(h9, [12, 2, 2]);
            let h12 = reshape(pow(0.5 + square(tanh(h2)), -1), [12, 2, 2]);
            (h10, h11, h12, abs(x0))
        }
    }
    R007 {
        input x0: [3, 1, 4];
        input x1: [3, 5];
        input x2: [2, 6, 5];
        l0: Linear(5 -> 5);
        l1: PRelu;
        l2: PRelu;
        l3: ConvTranspose2d(2 -> 2, kernel = (2, 1), stride = (1, 2), padding = (1, 0), output_padding = (0, 1), groups = 2, bias = true);
        l4: LogSoftmax(axis = 2);
        fn forward(x0, x1, x2) {
            let (h0_0, h0_1, h0_2, h0_3, h0_4) = split(x2, axis = 2);
            let h1 = l0(x1);
            let h2 = leaky_relu(sum(h0_2, axes = (0, 1, 2)), 0.2);
            let h3 = l1(h0_0);
            let h4 = l0(h1);
            let h5 = l2(x0);
            let h6 = l3(h0_2);
            let h7 = l4(h6);
            let h8 = flatten(h0_1);
            let h9 = flatten(h7);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(h5);
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(h4);
            let h16 = concat(h15, h14);
            (h0_1, h0_3, h0_4 * h0_4, h2, h3, h16)
        }
    }
    R008 {
        input: [7];
        l0: LeakyRelu;
        train: biases;
        fn forward(x0) {
            let x0 = pow(0.5 + square(tanh(x0)), -2.5);
            let h1 = x0 - x0;
            let h2 = exp(tanh(x0));
            let h3 = softplus(h2);
            let h4 = concat(h1, x0, h3);
            let h5 = l0(h4);
            let h6 = h5 * h4;
            let h7 = silu(h6);
            let h3 = h4 - h7;
            let h9 = square(h3);
            let _h10 = l0(h4);
            let h11 = h9 + -0.7;
            h11
        }
    }
    R009 {
        input x0: [4, 4] in 0..4;
        input x1: [1, 3, 1];
        input x2: [4, 2, 4];
        l0: InstanceNorm2d(eps = 1e-2, affine = false);
        l1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l2: Parameter([2, 4, 4], init = normal(0.5));
        l3: Tanh;
        l4: Silu;
        fn forward(_x0, _x1, x2) {
            let h0 = transpose(slice(l0(x2), ..2));
            let h1 = l1(h0 * h0);
            let h2 = concat(h1, h0, axis = 2);
            let h3 = l1(h1);
            let h4 = l3(h2 * l2);
            let h5 = l4(h3);
            let x2 = h2 + h4;
            let h7 = l3(x2);
            (h5, h7)
        }
    }
    R010 {
        input: [3, 4];
        l0: Gelu;
        l1: Gelu(approximate = none);
        fn forward(x0) {
            let h0 = x0 - 3.0;
            let h0 = reshape(reshape(h0 + x0, [2, 2, 1, 3]), [2, 1, 2, 3, 1, 1]);
            let h2 = l0(h0);
            let h3 = ln(square(ln(square(h2) + 0.5)) + 0.5);
            let h4 = l1(h3);
            let h5 = l1(sqrt(square(h0) + 0.5));
            let h6 = exp(tanh(h5));
            let h7 = gelu(h3, approximate = tanh);
            let h8 = reshape(h4, [12, 1, 1]);
            let h9 = reshape(h6, [12, 1, 1]);
            let h10 = reshape(h7, [12, 1, 1]);
            let h11 = reshape(h2, [12, 1, 1]);
            let h12 = reshape(h4, [12, 1, 1]);
            (h8, h9, h10, h11, h12)
        }
    }
    R011 {
        input: [2, 5, 5];
        #[frozen] l0: Softmax(axis = 1);
        l1: Conv2d(2 -> 4, kernel = 3, stride = 2, padding = (1, 0), dilation = 2, groups = 2);
        l2: Softplus;
        #[frozen] l3: LeakyRelu(0);
        fn forward(x0) {
            let h0 = leaky_relu(x0, slope = -0.3);
            let h1 = transpose(h0);
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = l2(h3);
            let h5 = l3(h4);
            let h6 = expand(h5, [4, 2, 2]);
            let h7 = max(matmul(x0, (clamp(h1, min = -0.3)), transpose_b = false), axes = (0, 1));
            let h8 = l1(h0);
            (h5, h6, pow(0.5 + square(tanh(h7)), -1), h8)
        }
    }
    R012 {
        input: [3, 1, 2];
        l0: Silu();
        l1: ConvTranspose2d(3 -> 3, kernel = (2, 3), stride = 1, padding = (1, 0), output_padding = 0, bias = true);
        l2: Parameter([3, 1, 4], init = 0.7);
        fn forward(x0) {
            let h0 = leaky_relu(square(x0));
            let h1 = l0(h0 * 1.5);
            let h2 = expand(transpose(h1), [3, 2, 2]);
            let h0 = l1(h2);
            let h1 = h0 + (h0 + (h0 + l2));
            let h5 = hard_swish(h1);
            let h6 = h5 / (square(h0) + 0.5);
            h6
        }
    }
    R013 {
        input: [4] in 0..1;
        #[frozen] l0: Embedding(2 -> 2);
        #[frozen] l1: Softplus();
        l2: Linear(_ -> 5);
        l3: LayerNorm(axes = 2);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = mean(l1(x0), axes = 1, keep = false);
            let h2 = abs(h1);
            let h3 = dropout(x0, 0.0);
            let h4 = l3(max_pool1d(h3, 3, stride = 1, padding = same)) * h3;
            let h5 = l1(h4);
            let h6 = l1(h5);
            (l2(h2 + h1), h6, h4)
        }
    }
    R014 {
        input x0: [4, 2];
        input x1: [3, 2];
        l0: HardSwish;
        l1: Parameter([3, 2], init = -1);
        fn forward(_x0, x1) {
            let h0 = ln(square(x1) + 0.5);
            let h1 = l0(h0) - zeros([3, 2]);
            let h2 = softmax(h1, axis = 1);
            let h3 = h1 * h2;
            let _h4 = tanh(l0(h3));
            let h3 = gelu(x1);
            let h6 = h3 + l1;
            let h7 = l0(h6);
            let h8 = h7 * h3;
            h8 + zeros([3, 2])
        }
    }
    R015 {
        input x0: [1];
        input x1: [1, 5, 6];
        input x2: [1, 4, 6];
        l0: LayerNorm(axes = 3, eps = 0.1);
        l1: Softplus;
        fn forward(_x0, x1, x2) {
            let h0 = pow(0.5 + square(tanh(x2)), 1);
            let h1 = global_avg_pool2d(x1);
            let h2 = adaptive_avg_pool2d(l0(h0), output_size = (1, 4));
            let h3 = l0(x2);
            let h4 = l1(h3);
            let h5 = leaky_relu(h3, 0);
            let h6 = l0(h4);
            let h7 = l0(h5);
            let h8 = h6 + h4;
            (h2, h1 * (0.5 * h1), h7, h4, h8)
        }
    }
    R016 {
        input: [3, 1, 4];
        l0: Parameter([3, 1, 4], init = -1);
        l1: Sigmoid;
        l2: LeakyRelu(slope = -0.3);
        fn forward(x0) {
            let h0 = x0 * l0;
            let h1 = reshape(silu(h0), [1, 4, 1, 3]);
            let h2 = l1(h1);
            let h3 = l1(h2 * -1);
            let h4 = l2(reshape(h3, [2, 2, 3]));
            let h5 = l2(h4);
            let h6 = transpose(h5);
            let h7 = reshape((exp(tanh(h2))) - h2, [4, 1, 3]);
            (h5, h7, h6)
        }
    }
    R017 {
        input: [1, 5];
        l0: Linear(_ -> 3);
        l1: LayerNorm(axes = 2, eps = 1e-2);
        l2: Conv1d(5 -> 5, kernel = 3, padding = 1, dilation = 2, groups = depthwise);
        fn forward(x0) {
            let h0 = clamp(x0, min = -0.3) / (square(x0) + 0.5);
            let h1 = clamp(h0, min = 0.1, max = 0.1);
            let h2 = permute(h1 - -0.7, [1, 0]);
            let h3 = max_pool1d(h2, 1, stride = 1, padding = valid, dilation = 2);
            let h1 = l0(h3);
            let h2 = l0(h2);
            (h2 - h2, l0(l2(l1(h1))))
        }
    }
    R018 {
        input: [1, 5];
        l0: Softmax(axis = 1);
        train: biases;
        fn forward(x0) {
            let h0 = reshape(x0, [1, 5, 1, 1, 1, 1]);
            let (h1_0, h1_1, h1_2, h1_3, _h1_4) = split(x0, axis = 1);
            let h2 = sqrt(square(h1_1) + 0.5);
            let (h3_0, _h3_1, _h3_2, _h3_3, h3_4) = split(h0, axis = 1);
            let h4 = sqrt(square(h1_2) + 0.5);
            let h5 = permute(h4, [0, 1]);
            let h6 = expand(h5, [4, 1]);
            let (h7_0, h7_1, h7_2, _h7_3, h7_4) = split(2 + h0, axis = 1);
            let h8 = permute(h1_1, [1, 0]);
            let h9 = reshape(h3_0, [1, 1, 1]);
            let h10 = reshape(clamp(h3_4, 0, 6.0), [1, 1, 1]);
            let h11 = reshape(h7_0, [1, 1, 1]);
            let h12 = reshape(h7_1, [1, 1, 1]);
            let h13 = reshape(h7_2, [1, 1, 1]);
            let h14 = reshape(h7_4, [1, 1, 1]);
            let h15 = flatten(h8);
            let h16 = flatten(h14);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h13);
            let h20 = concat(h19, h18);
            let h21 = flatten(h20);
            let h22 = flatten(h12);
            let h23 = concat(h22, h21);
            let h24 = flatten(h23);
            let h25 = flatten(h11);
            let h26 = concat(h25, h24);
            let h27 = flatten(h26);
            let h28 = flatten(h6);
            let h29 = concat(h28, h27);
            (h1_0, h1_3, h9, h10, l0(h2), h29)
        }
    }
    R019 {
        input: [2, 4];
        l0: Linear(4);
        l1: Linear(4);
        l2: HardSwish();
        fn forward(x0) {
            let h0 = exp(tanh(x0));
            let x0 = l0(h0);
            let x0 = dropout(x0, 0.0);
            let h3 = l1(x0);
            let h4 = l2(h3);
            let h5 = silu(h4);
            let h6 = concat(h5, h4, axis = 1);
            let h7 = l1(h4);
            let h8 = mean(h7, axis = 0);
            let h9 = sum(h8, keep = true);
            let _h10 = h5 * 3.0;
            (h6, pow(0.5 + square(tanh(h9)), 3.0), h6)
        }
    }
    R020 {
        input x0: [1, 5];
        input x1: [3, 4, 3];
        l0: HardSwish;
        l1: Parameter([3, 2, 2], init = -1);
        l2: MaxPool1d(1, stride = 2, padding = 0);
        train: biases;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = exp(tanh(h0));
            let h2 = avg_pool2d(x1, 3, stride = 2, padding = same, count_include_pad = true);
            let h3 = sqrt(square(h2 * l1) + 0.5);
            let h2 = h3 - h2;
            let h5 = transpose(h2);
            let h6 = exp(tanh(h1));
            let h7 = square(h6);
            (h1, hard_swish(pad2d(h5, padding = (0, 0, 0, 2), mode = zero)), l2(h6), h7)
        }
    }
    R021 {
        input x0: [4, 2];
        input x1: [3, 1, 4];
        input x2: [3, 3, 4];
        l0: Conv2d(3, kernel = 3, groups = depthwise, bias = false);
        l1: Parameter([1], init = -1);
        l2: Conv2d(4, kernel = 1, stride = 2);
        fn forward(x0, x1, x2) {
            let x2 = l0(x2);
            let h1 = sum(x2, axes = (0, 1, 2), keep = false);
            let x2 = h1 + h1 * l1;
            let h3 = x2 / (square(h1) + 0.5);
            let h4 = pow(0.5 + square(tanh(x1)), 0);
            let h5 = tanh(avg_pool1d(x0, kernel = 3, stride = 1, padding = 1));
            let h6 = l2(h4);
            let h7 = h6 / (square(h6) + 0.5);
            let h8 = tanh(h7);
            let h9 = -1 + h8;
            (h3, h5, h9)
        }
    }
    R022 {
        input: [2, 6, 1];
        l0: RmsNorm;
        l1: GroupNorm(1, eps = 0.1);
        l2: PRelu(1);
        fn forward(x0) {
            let h0 = x0 + zeros([2, 6, 1]);
            let h1 = 0.5 - max((h0 + zeros([2, 6, 1])), axes = (0, 1, 2), keep = true);
            let h2 = clamp(l1(l0(h1)), max = 0.7);
            let h3 = concat(h2, h2, h2, h1, axis = 1);
            let h4 = l1((l1(h2)));
            let h5 = ln(square(l2(h1)) + 0.5);
            (h3, h4, h5)
        }
    }
    R023 {
        input x0: [3, 2, 2];
        input x1: [2, 3];
        l0: Parameter([3, 1, 2, 2], init = -1);
        l1: Linear(_ -> 2);
        l2: Silu();
        l3: Linear(3 -> 3, bias = false);
        fn forward(x0, x1) {
            let h0 = permute(x0, [2, 0, 1]);
            let h1 = pow(0.5 + square(tanh(h0)), 3.0);
            let h2 = h1 + h0;
            let h2 = mean(h2, axis = 2);
            let h4 = reshape(x0, [3, 1, 2, 2]);
            let h5 = h4 - zeros([3, 1, 2, 2]);
            let h6 = h5 * l0;
            let h7 = l3(l2(h2 + x1));
            let h8 = reshape(l2(h6), [3, 2, 2]);
            (l1(x1), h7, h8)
        }
    }
    R024 {
        input x0: [4, 4];
        input x1: [4, 5, 5];
        l0: Parameter([2, 7, 1], init = uniform(1.5));
        l1: Linear(5);
        l2: Silu();
        fn forward(_x0, x1) {
            let (h0_0, h0_1, h0_2, h0_3, h0_4) = split(x1, axis = 2);
            let h1 = sum(abs(h0_2), axes = (0, 1));
            let (h2_0, h2_1) = split(h0_3);
            let h3 = pad2d(h2_1, padding = (1, 0), mode = replicate);
            let h4 = h3 * l0;
            let h5 = adaptive_avg_pool2d(x1, output_size = (6, 2));
            let h6 = h5 + h5;
            let h0_2 = l1(h1);
            let h8 = adaptive_avg_pool2d(pow(0.5 + square(tanh(h0_1)), 1.7), output_size = 5);
            let h9 = flatten(h8);
            let h10 = flatten(l2(h2_0));
            let h11 = concat(h10, h9);
            (h0_0, h0_4, h4, h6, h0_2, h11)
        }
    }
}

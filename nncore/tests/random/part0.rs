//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R000 {
        input x0: [2, 1, 6];
        input x1: [1, 1, 6];
        l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0, x1) {
            let x0 = log_softmax(x0, axis = 2);
            let h1 = max(x0, axes = (0, 1), keep = true);
            let h2 = x1 + h1;
            let h3 = h2 * h1;
            let h4 = h2 * h3;
            let h5 = h4 + h4;
            let (h6_0, _h6_1, h6_2, _h6_3, h6_4, h6_5) = split(h5, axis = 2);
            let (h7_0, h7_1, h7_2) = split(x1, axis = 2);
            let h8 = expand(h7_2, [1, 3, 2]);
            let h9 = h4 + h3;
            let h10 = mean(h7_1, axis = 0, keep = true);
            let h11 = sum(x0, axes = (0, 2), keep = true);
            let h12 = flatten(h3);
            let h13 = flatten(l0(h6_0));
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h11);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h10);
            let h20 = concat(h19, h18);
            let h21 = flatten(h20);
            let h22 = flatten(h9);
            let h23 = concat(h22, h21);
            (h6_2, h6_4, h6_5, h7_0, h8, h23)
        }
    }
    R001 {
        input x0: [2, 1] in 0..2;
        input x1: [2, 4, 4];
        l0: Embedding(_ -> 4);
        l1: Elu(0.7);
        l2: LayerNorm;
        l3: LayerNorm(eps = 0.1);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l2(h1);
            let h3 = h2 * 1e-1;
            let h3 = concat(h2, h0, h1, h3, axis = 1);
            let h5 = x1 - h3;
            let h6 = l3(x1);
            let h7 = max_pool2d(h5, 1, stride = 2, padding = same, dilation = 2);
            let h3 = matmul(h5, h6);
            let h9 = slice(h3, 1.., axis = 2);
            let h10 = expand(h7, [2, 2, 2]);
            let h11 = h7 + h10;
            (h9, h11)
        }
    }
    R002 {
        input x0: [1, 4, 3];
        input x1: [4, 5];
        input x2: [4, 5];
        l0: Gelu;
        train: biases;
        fn forward(x0, x1, x2) {
            let h0 = global_avg_pool2d(x0);
            let h1 = x1 * x2;
            let h2 = matmul(h1, x1, transpose_b = true);
            let h3 = h2 + h2;
            let h4 = avg_pool2d(h0, 1, stride = (3, 2), padding = valid, count_include_pad = true);
            let h5 = h0 + h4 + h4;
            let h6 = h4 * h5;
            let x2 = concat(h6, h0, l0(h6), h5, axis = 0);
            let h8 = upsample2d(x2, (1, 3));
            (h3, h8, l0(x2))
        }
    }
    R003 {
        input x0: [4, 4] in 0..6;
        input x1: [6];
        input x2: [1, 1, 4];
        l0: MaxPool2d(1);
        #[frozen] l1: Linear(_ -> 2, bias = false);
        #[frozen] l2: Conv2d(1 -> 1, kernel = (1, 2), stride = (2, 1), padding = valid, dilation = 2, bias = true);
        fn forward(_x0, x1, x2) {
            let h0 = l0(x2);
            let h1 = reshape(x1, [3, 2, 1, 1]);
            let h2 = slice(h1, 1.., axis = 1);
            let h3 = slice(h2, 0..1, axis = 0);
            let h4 = elu(h3, alpha = 1.5);
            let h5 = l1(x1);
            let (h6_0, h6_1, h6_2) = split(h2, axis = 0);
            let _h7 = l1(x1);
            let h8 = l2(h0);
            let h9 = l1(x1);
            let h10 = reshape(h6_1, [1, 1, 1]);
            let h11 = reshape(tanh(h4), [1, 1, 1]);
            let h12 = reshape(h6_0, [1, 1, 1]);
            let h13 = reshape(h6_2, [1, 1, 1]);
            let h14 = reshape(2 + h6_1, [1, 1, 1]);
            let h15 = flatten(h9);
            let h16 = flatten(h14);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h8);
            let h20 = concat(h19, h18);
            (h10, h11, h5, h12, h13, h20)
        }
    }
    R004 {
        input: [2, 1];
        l0: Relu;
        fn forward(x0) {
            let h0 = 3.0 + x0;
            let h1 = sum(h0);
            let h2 = h1 - h1;
            let h3 = transpose(x0);
            let h4 = transpose(h3);
            let h5 = l0(h4);
            let h6 = h5 - h4;
            let h7 = concat(l0(sum((h2 * h1), axes = 0, keep = true)), h2);
            let h8 = l0(h6);
            (h7, h8)
        }
    }
    R005 {
        input: [2, 5];
        l0: BatchNorm1d(5);
        fn forward(x0) {
            let x0 = slice(x0, ..1);
            let h1 = transpose(x0);
            let h2 = permute(h1, [0, 1]);
            let h1 = gelu(h2, approximate = none);
            let h4 = matmul(h1, x0);
            let (h5_0, h5_1, _h5_2, h5_3, h5_4) = split(h4, axis = 1);
            let h6 = l0(h5_4);
            let h7 = x0 + (x0 - x0);
            let h8 = flatten(l0(h2));
            let h9 = flatten(h7);
            let h10 = concat(h9, h8);
            (sum(h4, axes = (0, 1), keep = true) / -1, h5_0, h5_1, h5_3, h6, h10)
        }
    }
    R006 {
        input: [5];
        l0: HardSwish;
        l1: Linear(_ -> 4);
        fn forward(x0) {
            let h0 = concat(x0, silu(x0), axis = 0);
            let h1 = l1(h0);
            let h2 = expand(mean(h1, keep = true), [2]);
            let (h3_0, h3_1, h3_2, h3_3) = split(concat(h2, l0(h0), h2, h2));
            let h4 = silu(h3_2);
            let h5 = max(h3_0);
            (h3_1, expand(h1, [4]) * h3_3, h4, h5)
        }
    }
    R007 {
        input: [2];
        l0: Sigmoid();
        l1: Gelu(approximate = tanh);
        l2: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = l0(dropout(x0, p = 0.25));
            let h1 = l0(h0);
            let h2 = reshape(h1, [1, 2, 1, 1]);
            let _h3 = max(h2, axes = (0, 1), keep = true);
            let h0 = l1(h2);
            let h5 = l2(h0 - l2(h0));
            let h6 = permute(h2, [0, 3, 2, 1]);
            let h7 = reshape(h5, [2, 1, 1]);
            let h8 = reshape(l1(h6), [1, 1, 2]);
            (h7, h8)
        }
    }
    R008 {
        input: [2, 3];
        l0: Gelu(approximate = tanh);
        l1: Relu();
        l2: Elu;
        l3: LogSoftmax(axis = 0);
        l4: Dropout(p = 0.25);
        l5: HardSwish;
        l6: Silu;
        fn forward(x0) {
            let h0 = l1(l0(expand(x0, [2, 3])));
            let h1 = l2(h0);
            let h2 = l0(h1);
            let h3 = h2 * h1;
            let h4 = gelu(h3, approximate = tanh);
            let h5 = l3(h3);
            let h6 = l4(h2);
            let h7 = l5(h6);
            let h3 = l6(h4 - h3);
            (h5, h7, h3)
        }
    }
    R009 {
        input: [4, 6, 3];
        l0: BatchNorm2d(4, eps = 0.1);
        l1: HardSwish;
        fn forward(x0) {
            let h0 = tanh(x0);
            let h1 = l0(h0);
            let h2 = transpose(h1);
            let h3 = silu(h2);
            let (h4_0, h4_1, h4_2, h4_3) = split(h3);
            let h5 = l0(h0);
            let h6 = l1(l0(x0));
            let h7 = slice(l0(h6), 1..2);
            let h8 = flatten(h7 + -1);
            let h9 = flatten(permute(h6, [1, 0, 2]));
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(h5);
            let h13 = concat(h12, h11);
            (h4_0, h4_1, h4_2, h1, h4_3, h13)
        }
    }
    R010 {
        input x0: [2, 5];
        input x1: [2, 2];
        l0: Elu(alpha = 1.5);
        l1: LogSoftmax(axis = 0);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h0 = l0(h0);
            let h2 = l1(h0);
            let h3 = reshape(matmul(h2, x1, transpose_a = true), [10, 1, 1, 1]);
            let h4 = h3 - h3;
            let h5 = elu(hard_swish(h4), alpha = 1.5);
            let h6 = silu(x0);
            let h7 = leaky_relu(h4);
            let h8 = relu(h3 + h5);
            let h9 = reshape(h7, [10, 1, 1]);
            let h10 = reshape(h8, [10, 1, 1]);
            (h6, h9, h10)
        }
    }
    R011 {
        input: [3, 5];
        l0: BatchNorm1d(eps = 0.1, momentum = 0.3);
        l1: LayerNorm(axes = 2, eps = 0.1);
        l2: Softmax(axis = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h2 = concat(x0, h1, axis = 1);
            let h3 = expand(h0, [3, 5]);
            let h4 = h3 - l0(h1);
            let h5 = h4 * 3.0;
            let h6 = max(h0 + l1(h5), axes = (0, 1));
            let h7 = l1(h0);
            (h2, h6, h7, l2(h5))
        }
    }
    R012 {
        input x0: [1];
        input x1: [3, 4] in 0..1;
        l0: Dropout;
        l1: LeakyRelu(0.2);
        l2: Softplus();
        l3: Tanh();
        fn forward(x0, _x1) {
            let h0 = slice(x0, .., axis = 0);
            let x0 = l0(h0);
            let h2 = h0 * x0;
            let h3 = l1(gelu(concat(h0, leaky_relu(h2, slope = -0.3), axis = 0)));
            let h4 = concat(h3, h3, h3, axis = 0);
            let h5 = slice(h4, 2..3, axis = 0);
            let h6 = reshape(l2(x0), [1, 1, 1, 1]);
            let h2 = l3(h4);
            let h8 = reshape(h6, [1, 1, 1]);
            (h5, h8, h2)
        }
    }
    R013 {
        input x0: [2, 5, 3];
        input x1: [1, 1, 1];
        l0: Elu(0.7);
        l1: Conv2d(_ -> 3, kernel = 1, padding = (0, 1, 0, 1), dilation = 2, groups = depthwise, bias = true);
        l2: Tanh;
        fn forward(x0, x1) {
            let h0 = softmax(x0, axis = 2);
            let h1 = mean(h0, axes = 0, keep = true);
            let h2 = slice(h1, 2..3, axis = 1);
            let h3 = tanh(h2);
            let h4 = l0(h3);
            let h5 = x0 - h0;
            let h6 = l1(x1);
            let h7 = l1(x1 - avg_pool2d(h4, (1, 2), stride = (2, 3), padding = same, count_include_pad = true));
            let h8 = l2(h4);
            let h9 = h4 + h8;
            (h5, h6, h7, h9)
        }
    }
    R014 {
        input x0: [3, 5, 3];
        input x1: [1, 3, 1];
        l0: MaxPool2d(3, stride = 2, padding = (1, 0, 0, 0));
        l1: BatchNorm2d(1);
        fn forward(x0, x1) {
            let h0 = x0 * x0;
            let (h1_0, h1_1, h1_2) = split(h0);
            let h2 = h1_2 + h1_1;
            let h3 = concat(h2, h1_2, h2, axis = 2);
            let h4 = l0(h1_0);
            let h0 = matmul(x1, h4, transpose_a = false, transpose_b = true);
            let h6 = hard_swish(l1(h3));
            let h7 = relu(h6);
            let (_h8_0, _h8_1, h8_2, h8_3, h8_4, h8_5, h8_6, h8_7, h8_8) = split(h7, axis = 2);
            let h9 = l0(h1_1);
            let h10 = max_pool2d(h9, kernel = (2, 3), stride = 1, padding = 1);
            let h11 = flatten(h10);
            let h12 = flatten(h8_8);
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(h9);
            let h16 = concat(h15, h14);
            let h17 = flatten(h16);
            let h18 = flatten(h8_7);
            let h19 = concat(h18, h17);
            let h20 = flatten(h19);
            let h21 = flatten(h8_6);
            let h22 = concat(h21, h20);
            (h0, h8_2, h8_3, h8_4, h8_5, h22)
        }
    }
    R015 {
        input: [1, 3];
        l0: Gelu(approximate = none);
        l1: Linear(3 -> 3, bias = true);
        l2: Linear(3 -> 2);
        l3: Softmax(axis = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = h1 * h1;
            let h0 = l2(h2);
            let h4 = l3(h1);
            let h5 = h4 - h1;
            let _h6 = l2(h1);
            let h7 = l1((dropout(h1, 0.3)));
            let h8 = flatten(h7);
            let (h9_0, h9_1, h9_2) = split(h5, axis = 1);
            (sum(h0, axes = 0, keep = true), h8, h9_0, h9_1, h9_2)
        }
    }
    R016 {
        input x0: [1, 5];
        input x1: [1, 5];
        l0: Dropout(p = 0.25);
        #[frozen] l1: Relu();
        l2: Softplus;
        fn forward(x0, x1) {
            let h0 = reshape(x1 * x0, [5, 1, 1, 1]);
            let h1 = l0(x0);
            let h2 = l0(h1);
            let h3 = mean(h2, axes = 0, keep = true);
            let (h4_0, h4_1, h4_2, h4_3, h4_4) = split(h0, axis = 0);
            let h5 = l1(h2);
            let h6 = matmul(h3, h5, transpose_b = true);
            let _h7 = log_softmax(h6, axis = 1);
            let h8 = concat(l2(h5), x0);
            let h9 = reshape(h4_0, [1, 1, 1]);
            let h10 = reshape(h4_1, [1, 1, 1]);
            let h11 = reshape(h4_2, [1, 1, 1]);
            let h12 = reshape(h4_3, [1, 1, 1]);
            let h13 = reshape((transpose(h4_4)), [1, 1, 1]);
            let h14 = reshape(h4_0, [1, 1, 1]);
            let h15 = flatten(h14);
            let h16 = flatten(h13);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h8);
            let h20 = concat(h19, h18);
            (h9, h10, h3, h11, h12, h20)
        }
    }
    R017 {
        input: [4, 4];
        l0: BatchNorm1d(4, eps = 0.1, momentum = 0.3);
        l1: Linear(2);
        l2: HardSwish;
        fn forward(x0) {
            let h0 = silu(x0);
            let h1 = max(h0, axis = 1, keep = false);
            let h2 = l0(h0);
            let h3 = hard_swish(h2);
            let h4 = l1(h0);
            let h5 = log_softmax(h4, axis = 0);
            (l2(h2), l0(h3), sigmoid(permute(h1, [0])), mean(h5, axes = 1, keep = true), concat(h5, h4, h5))
        }
    }
    R018 {
        input: [4, 3, 1];
        l0: LeakyRelu(0.2);
        l1: Sigmoid();
        fn forward(x0) {
            let h0 = avg_pool2d(x0, 2, stride = 1, padding = same);
            let h1 = l0(-0.7 - h0);
            let x0 = transpose(l0(h0));
            let h3 = matmul(x0, x0, transpose_a = true);
            let h4 = l1(h3);
            let h5 = h4 + h4;
            let h3 = max_pool2d(h5, kernel = 1, stride = (2, 3), padding = valid, dilation = 2);
            let (h7_0, h7_1, h7_2) = split(h1, axis = 1);
            (h3, h7_0, x0, h7_1 - sigmoid(h7_2))
        }
    }
    R019 {
        input: [5];
        l0: LayerNorm;
        l1: Relu();
        l2: Linear(_ -> 2, bias = false);
        train: l1, l2;
        fn forward(x0) {
            let h0 = mean(x0, axis = 0);
            let h1 = max(x0, keep = false);
            let h2 = h0 * (l0(h1));
            let h3 = l1(l0(h2));
            let h4 = softmax(l1(h3));
            let h5 = expand(h4, [4]);
            let (h6_0, h6_1, h6_2, h6_3) = split(h5);
            (l1(h3), h6_0, h6_2, h6_3, l2(h6_1))
        }
    }
    R020 {
        input: [1];
        l0: LeakyRelu(0.2);
        l1: Relu;
        fn forward(x0) {
            let h0 = permute(l0(x0), [0]);
            let h0 = dropout(h0, p = 0.25);
            let h2 = (relu(h0)) + h0;
            let h3 = h2 + sum(h2, axis = 0);
            let h4 = 3.0 - h3;
            let h5 = permute(h3, [0]);
            let h2 = l1(h0) * h5;
            (h4, x0, h2)
        }
    }
    R021 {
        input: [1];
        l0: Silu;
        l1: Linear(1 -> 3, bias = true);
        l2: Conv2d(4, kernel = (3, 1), stride = (1, 2), padding = 2, dilation = 2, groups = depthwise);
        l3: Conv2d(_ -> 4, kernel = 1, stride = 2, padding = (0, 2, 0, 0), groups = 2);
        train: l0, l1, l2;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = reshape(h0, [1, 1, 1]);
            let h2 = avg_pool2d(h1, (3, 2), stride = (3, 1), padding = 1, count_include_pad = false);
            let _h0 = l0(l1(l0(x0)));
            let h4 = l3(l2(matmul(h1, h1)));
            let (h5_0, h5_1, h5_2, h5_3) = split(h4);
            let h6 = elu(h5_3, 0.7);
            let h7 = matmul(h6, h2, transpose_a = true, transpose_b = true);
            (h5_0, h5_1, h5_2, h7)
        }
    }
    R022 {
        input x0: [3, 1];
        input x1: [2, 1, 4];
        l0: Softplus();
        l1: Elu;
        fn forward(x0, x1) {
            let h0 = permute(x1, [0, 1, 2]);
            let h1 = l0((relu(h0)));
            let h2 = l0(h0);
            let h3 = sum(x0, axis = 0);
            let h4 = h1 + slice(h2, ..1, axis = 1) - h0;
            let h5 = l1(h4);
            let _h6 = l0(h5);
            let h7 = max(h3, keep = false);
            reshape(h7, [1, 1])
        }
    }
    R023 {
        input: [2, 5];
        l0: LayerNorm;
        l1: Tanh();
        fn forward(x0) {
            let h0 = -1 * x0;
            let h1 = x0 + h0;
            let h2 = matmul(concat(x0, h1, x0, h1, axis = 0), h0, transpose_b = true);
            let h3 = softplus(h2);
            let h4 = transpose(l0(h3));
            let h5 = l1(h4);
            let h5 = concat(h5, h4, h4, h4, axis = 0);
            let h7 = reshape(h5, [64]);
            let _h8 = h7 * 1e-1;
            let h9 = l0(h2);
            h9
        }
    }
    R024 {
        input x0: [4, 1];
        input x1: [4, 1];
        input x2: [1];
        l0: Tanh();
        l1: Sigmoid;
        l2: Linear(1 -> 4, bias = false);
        l3: Softplus();
        fn forward(x0, x1, x2) {
            let x0 = gelu(x0 - x1);
            let h1 = silu(x0);
            let h2 = mean(h1, axis = 0, keep = true);
            let h3 = relu(h2);
            let h4 = max(h3, axes = (0, 1));
            let h5 = l0(h1);
            let h6 = l1(h5);
            let _h7 = l2(x0);
            let h4 = concat(x2, h4);
            let h9 = l3(h4);
            let h10 = h9 * h4;
            (h6, h10, h6)
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R000 {
        input x0: [5];
        input x1: [2, 1] in 0..5;
        input x2: [5];
        l0: LayerNorm(axes = 1, eps = 0.1);
        fn forward(x0, _x1, x2) {
            let h0 = reshape(x2, [5, 1, 1, 1]);
            let (h1_0, h1_1, h1_2, h1_3, h1_4) = split(h0);
            let h2 = max(x0, keep = true);
            let h3 = transpose(h1_3);
            let x0 = relu(h3 - 3.0) * h1_3;
            let h5 = x2 + x2;
            let (h6_0, h6_1, h6_2, _h6_3, h6_4) = split(h5);
            let h7 = slice(h1_0 + h1_1, 0..1, axis = 2);
            let h8 = l0(h2);
            let h9 = reshape(h1_2, [1, 1, 1]);
            let h10 = reshape(h1_4, [1, 1, 1]);
            let h11 = reshape(x0, [1, 1, 1]);
            let h12 = reshape(h1_1, [1, 1, 1]);
            let h13 = flatten(h8);
            let h14 = flatten(max(h7, axes = (0, 3)));
            let h15 = concat(h14, h13);
            let h16 = flatten(h15);
            let h17 = flatten(h6_4);
            let h18 = concat(h17, h16);
            let h19 = flatten(h18);
            let h20 = flatten(h6_2);
            let h21 = concat(h20, h19);
            let h22 = flatten(h21);
            let h23 = flatten(h6_1);
            let h24 = concat(h23, h22);
            (h9, h10, h11, h6_0, h12, h24)
        }
    }
    R001 {
        input: [1, 1, 6];
        l0: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let x0 = x0 - x0;
            let h1 = reshape(x0, [2, 1, 3, 1]);
            let h2 = h1 + h1;
            let h3 = expand(h2, [2, 2, 3, 2]);
            let h4 = transpose((l0(h2)));
            let h5 = l0(h1);
            let h6 = transpose(hard_swish(h3) + h3);
            let h5 = slice(mean(h5, axes = (0, 1), keep = true), 0..);
            let h8 = reshape(h4, [2, 1, 3]);
            let h9 = reshape(h6, [4, 2, 3]);
            let h10 = reshape(h5, [1, 3, 1]);
            (h8, h9, h10)
        }
    }
    R002 {
        input x0: [2, 2, 1];
        input x1: [4, 3, 2];
        l0: Conv2d(2 -> 4, kernel = 1, dilation = (1, 2));
        l1: Dropout(p = 0.25);
        l2: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(concat(h0, h0, axis = 2));
            let h2 = h1 * h1;
            let h0 = l2(h2);
            let h4 = elu(h0, alpha = 1.5);
            let h5 = slice(h4, 0..1, axis = 2);
            let h0 = transpose(h1);
            let h4 = h0 + h1;
            let h8 = concat(h1, x1, h0, h4, axis = 1);
            let h9 = h8 * 1.5;
            let h10 = h1 - h4;
            (h5, h9, h10)
        }
    }
    R003 {
        input: [4, 1];
        l0: LayerNorm;
        #[frozen] l1: LogSoftmax(axis = 0);
        l2: Relu();
        l3: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l0(h0 * h0);
            let h2 = l1(h1);
            let h3 = l1(h2);
            let h4 = concat(h3, h3 - 1.5, axis = 1);
            let h5 = concat(h2, h0, l3(h3), h4, axis = 1);
            (transpose(h0), l2(l0(x0)), h5)
        }
    }
    R004 {
        input x0: [4, 5];
        input x1: [4, 5];
        input x2: [4, 2];
        l0: Gelu(approximate = tanh);
        l1: LogSoftmax;
        fn forward(x0, x1, x2) {
            let h0 = x0 + x1;
            let h1 = reshape(h0, [1, 4, 5, 1]);
            let x2 = matmul(x0, x2, transpose_a = true, transpose_b = false);
            let h3 = h1 + 1.5;
            let (h4_0, h4_1, h4_2, h4_3, h4_4) = split(log_softmax(expand(x1, [4, 5]), axis = 1), axis = 1);
            let h5 = slice(h4_3, 0.., axis = 1);
            let h6 = reshape(l0(h3), [4, 5, 1]);
            let h7 = reshape(h1, [4, 5, 1]);
            let h8 = reshape((l0(h1)), [4, 5, 1]);
            let h9 = flatten(h8);
            let h10 = flatten(l1(h0));
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h5);
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h7);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h6);
            let h20 = concat(h19, h18);
            (x2, h4_0, h4_1, h4_2, sum(h4_4, keep = true), h20)
        }
    }
    R005 {
        input: [3, 5];
        l0: BatchNorm1d(eps = 1e-2);
        fn forward(x0) {
            let h0 = reshape(x0, [15]);
            let (h1_0, h1_1, h1_2, h1_3, h1_4, h1_5, h1_6, h1_7, h1_8, h1_9, h1_10, h1_11, h1_12, h1_13, _h1_14) = split(h0, axis = 0);
            let h2 = h1_3 - -1;
            let h3 = mean(h1_1, axes = 0, keep = true);
            let h4 = l0(h1_6 + h1_7);
            let h5 = h1_13 - h1_13;
            let _h6 = silu(h4);
            let _h7 = h1_4 * h1_9;
            let h8 = l0(h1_11);
            let h9 = flatten(h8);
            let h10 = flatten(h5);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h3);
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten((permute(concat(h1_8, h0), [0])));
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h2);
            let h20 = concat(h19, h18);
            (h1_0, h1_2, h1_5, h1_10, h1_12, h20)
        }
    }
    R006 {
        input x0: [3, 2, 3];
        input x1: [4] in 0..6;
        l0: Sigmoid;
        l1: Linear(1);
        l2: HardSwish();
        l3: RmsNorm(axes = 2, eps = 0.1);
        l4: Conv1d(1, kernel = 2, padding = (2, 0), dilation = 2);
        fn forward(x0, _x1) {
            let h0 = sum(x0, axes = 2);
            let h1 = l0(h0);
            let x0 = h1 * h1;
            let h3 = h0 * x0;
            let h4 = l1(x0);
            let h5 = l2(h4);
            let h6 = h5 + h4;
            let (h7_0, h7_1, h7_2) = split(h5, axis = 0);
            let h8 = l4(h3);
            let h9 = flatten(h0);
            let h10 = flatten(h8);
            let h11 = concat(h10, h9);
            (tanh(h0), l2(l3(h6)), h7_0, h7_1, h7_2, h11)
        }
    }
    R007 {
        input x0: [2, 6, 3];
        input x1: [6, 2, 3];
        l0: LogSoftmax(axis = 1);
        l1: GroupNorm(6, eps = 0.1);
        l2: BatchNorm2d(6, momentum = 0.3);
        l3: Conv2d(6 -> 6, kernel = 3, stride = 2, padding = 1, groups = depthwise, bias = false);
        fn forward(x0, x1) {
            let x0 = permute(x0, [1, 0, 2]);
            let h1 = l1(l0(x0) - x0);
            let h2 = h1 * x0;
            let h3 = elu(h1);
            let h4 = l0(h3);
            let h5 = h3 + h1;
            let h6 = x1 + h3;
            let x1 = l3(l2((softmax(h4, axis = 2))));
            (h2, h5, h6, x1)
        }
    }
    R008 {
        input: [1] in 0..5;
        l0: Embedding(5 -> 1);
        #[frozen] l1: MaxPool1d(1, stride = 2, padding = same);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = tanh(h0 - 0.5);
            let h2 = reshape(h0, [1, 1]);
            let h3 = h2 * x0;
            let h4 = matmul(h2, h3, transpose_b = true);
            let h5 = l1(h4);
            let h6 = l1(h5);
            let h7 = (h6 + h6) * h4;
            (h7, permute(transpose(h5), [0, 1]))
        }
    }
    R009 {
        input: [1, 1];
        l0: Linear(1 -> 4, bias = true);
        l1: Linear(4 -> 4, bias = false);
        l2: Softplus;
        l3: Linear(1 -> 4, bias = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l0(x0);
            let h2 = reshape(x0, [4, 1, 1, 1]);
            let x0 = permute(h2, [3, 2, 1, 0]);
            let h4 = l1(h0);
            let h5 = h4 * h0;
            let h6 = l2(h5);
            let _h0 = l3(max(h6));
            let h8 = tanh(h6);
            let h9 = concat(h4, h4, h8, axis = 1);
            let h10 = reshape(x0, [1, 1, 4]);
            let h11 = reshape(max(h2, axes = 1, keep = true), [4, 1, 1]);
            (h6, h10, h11, h9)
        }
    }
    R010 {
        input x0: [1, 3];
        input x1: [3, 5, 5];
        l0: Relu();
        l1: Conv2d(_ -> 4, kernel = 3, stride = (2, 1), padding = same, dilation = (1, 2), bias = false);
        fn forward(x0, x1) {
            let x1 = l0(x1);
            let h1 = avg_pool1d(x0, 3, stride = 1, padding = (1, 0));
            let _h2 = l0(h1) + h1;
            let h3 = max_pool2d(x1, kernel = 1, stride = 3, padding = same, dilation = 2);
            let h4 = glu(h3, axis = 1);
            let h5 = softplus(h4);
            let h6 = l1(h5);
            let h7 = h6 + h6 * h6 - 1.5;
            (transpose(h3), h7, h5)
        }
    }
    R011 {
        input: [3, 3, 2];
        l0: RmsNorm(eps = 1e-2);
        #[frozen] l1: Gelu(approximate = none);
        #[frozen] l2: BatchNorm1d(72, eps = 0.1);
        l3: LayerNorm(eps = 0.1);
        l4: Sigmoid;
        fn forward(x0) {
            let h0 = flatten(x0);
            let _h1 = max_pool2d(x0, kernel = 1, stride = 2, dilation = (2, 1));
            let h2 = h0 * h0;
            let h0 = l0(h2);
            let h4 = l1(h0);
            let h5 = h4 - h2;
            let h6 = concat(h4, h5, h2, h5);
            let h7 = softmax(h6, axis = 0);
            let h8 = l2(h7);
            let h9 = sigmoid(h8);
            let x0 = l3(h7);
            let h11 = l4(h9);
            (x0, h11, h2)
        }
    }
    R012 {
        input: [1, 3];
        l0: Elu(0.7);
        l1: Softplus;
        l2: Sigmoid();
        l3: Relu;
        l4: Gelu(approximate = none);
        l5: Softmax;
        train: biases;
        fn forward(x0) {
            let x0 = l0(reshape(x0, [1, 1, 3, 1]));
            let h1 = x0 + x0;
            let h2 = l2(l1(h1));
            let _h3 = l3(l1(x0));
            let h4 = leaky_relu(hard_swish(h2), 0);
            let h5 = l0(x0);
            let h1 = l4(h5);
            let h7 = l5(h1);
            let h8 = reshape(h4, [1, 3, 1]);
            let h9 = reshape(h2, [1, 3, 1]);
            let h10 = reshape(h7, [1, 3, 1]);
            (h8, h9, h10)
        }
    }
    R013 {
        input: [1, 4, 1];
        l0: Pad2d(padding = (1, 0, 0, 0));
        l1: Conv2d(1 -> 2, kernel = 1, groups = depthwise, bias = false);
        l2: Conv2d(2 -> 2, kernel = (1, 3), padding = same, bias = true);
        l3: Softplus;
        l4: Upsample2d(scale = 1);
        fn forward(x0) {
            let h0 = sigmoid(x0);
            let h1 = l1(h0);
            let h2 = l2(h1);
            let h3 = l0(h0) * -1;
            let (h4_0, h4_1, h4_2, h4_3) = split(h1, axis = 1);
            let h5 = flatten(l3(l3(h2)));
            let h6 = flatten(l4(h0 - x0));
            let h7 = concat(h6, h5);
            let h8 = flatten(h7);
            let h9 = flatten(h4_3);
            let h10 = concat(h9, h8);
            (transpose(x0), h3, h4_0, h4_1, h4_2, h10)
        }
    }
    R014 {
        input: [1, 4];
        l0: AvgPool1d(3, stride = 1, padding = same, count_include_pad = false);
        fn forward(x0) {
            let h0 = mean(x0 / 1e-1, axes = 0, keep = true);
            let x0 = x0 - h0;
            let h2 = x0 / 1e-1;
            let _h3 = x0 + h2;
            let h4 = leaky_relu(glu(x0, axis = 1));
            let h5 = l0(h4);
            let h6 = l0(h5 * h4);
            (expand(h5, [4, 2]), l0(h6))
        }
    }
    R015 {
        input x0: [3, 1];
        input x1: [2, 4, 5];
        l0: BatchNorm1d(3, eps = 0.1);
        #[frozen] l1: Silu();
        #[frozen] l2: InstanceNorm2d(eps = 0.1);
        fn forward(x0, x1) {
            let h0 = mean(x1, axis = 2, keep = true);
            let h1 = concat(x0, l0(x0), x0);
            let h2 = l0(x0);
            let h3 = l1(x0);
            let h4 = expand(expand(h1, [9, 2]), [9, 2]);
            let h5 = l2(pixel_shuffle(h0, 1) + h0);
            (matmul((slice(x0, 1..2)), h2, transpose_a = true, transpose_b = true), h3, h4, h5)
        }
    }
    R016 {
        input: [1, 5, 5];
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let h1 = elu((permute(h0, [0, 2, 1])));
            let h2 = h0 * h1;
            let (h3_0, h3_1, h3_2, h3_3, h3_4) = split(h1 * h2, axis = 1);
            let (h4_0, h4_1, h4_2, h4_3, h4_4) = split(x0, axis = 2);
            let h5 = tanh(h0);
            let h6 = h5 * h5;
            let h7 = max(h4_1, axes = (0, 1));
            let h8 = flatten(h7 + h7);
            let h9 = flatten(matmul(h3_4, h3_2, transpose_a = true));
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(h6);
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(h4_4);
            let h16 = concat(h15, h14);
            let h17 = flatten(h16);
            let h18 = flatten(h4_3);
            let h19 = concat(h18, h17);
            (h3_0, h3_1, h3_3, h4_0, h4_2, h19)
        }
    }
    R017 {
        input: [3, 2, 4];
        l0: Conv2d(3 -> 2, kernel = 1, stride = (2, 1), padding = same, dilation = 2, groups = 1, bias = false);
        l1: BatchNorm2d(2, eps = 0.1, momentum = 0.3);
        l2: Dropout(0.3);
        l3: Elu;
        l4: Upsample2d(1);
        fn forward(x0) {
            let x0 = transpose(l0(pad2d(x0, padding = (0, 1, 0, 2), mode = reflect)));
            let h1 = l1(x0);
            let h2 = l3(expand(l1((l2(h1))), [2, 6, 2]));
            let h3 = l4(h2);
            let h1 = h3 * h1;
            let h5 = h1 * h2;
            let h6 = l3(h5);
            (h6, h2)
        }
    }
    R018 {
        input x0: [3, 2, 3];
        input x1: [3, 4, 6];
        l0: PRelu;
        fn forward(x0, x1) {
            let x0 = upsample2d(x0, (3, 2));
            let h1 = concat(x0, x0, axis = 1);
            let h2 = h1 * 3.0;
            let h3 = l0(reshape(matmul(h2, x0, transpose_b = true), [3, 1, 9, 8]));
            let h4 = log_softmax(h3, axis = 1);
            let h1 = matmul(h1, x0, transpose_b = true);
            let h6 = matmul(x1, h1, transpose_b = true);
            let (h7_0, h7_1, h7_2) = split(h6);
            let h8 = reshape(l0(h4), [3, 9, 8]);
            (h7_0, h7_1, h7_2, h8, leaky_relu(h1, slope = -0.3), h7_0)
        }
    }
    R019 {
        input: [1, 1, 3];
        l0: Dropout(0.0);
        l1: Linear(4 -> 2);
        l2: Linear(4 -> 2);
        fn forward(x0) {
            let h0 = silu(x0);
            let h1 = expand(sum(h0, axes = (1, 2)), [4]);
            let h0 = dropout(h1);
            let h3 = avg_pool2d(x0, kernel = 1, stride = 2, count_include_pad = false);
            let h4 = l0(h1 + h0);
            let h5 = h0 - h4;
            let h6 = l1(h5);
            let h7 = expand(h6, [2]);
            (h3 * h3, h7, l2(h1), h5)
        }
    }
    R020 {
        input x0: [2, 3];
        input x1: [3, 5, 2];
        #[frozen] l0: Softplus;
        l1: LeakyRelu(0);
        l2: LeakyRelu;
        #[frozen] l3: Softmax(axis = 2);
        l4: Upsample2d(1);
        l5: Gelu(approximate = none);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let x1 = l1(h0);
            let h2 = concat(h0 * x1, x1, axis = 2);
            let h3 = h2 - h2;
            let h4 = l2(h3);
            let h5 = l3(h4);
            let h6 = upsample2d(h4, scale = 1);
            let h7 = flatten(max_pool1d(x0, kernel = 3, stride = 1, padding = same, dilation = 2));
            let h8 = flatten(h3);
            let h9 = concat(h8, h7);
            (avg_pool1d(x0, 1, padding = valid, count_include_pad = true), h5, l4(h4), l5(h3), h6, h9)
        }
    }
    R021 {
        input x0: [2, 6, 2];
        input x1: [2, 2, 2];
        l0: Conv2d(2 -> 3, kernel = 2, padding = (0, 2, 2, 1), dilation = 2, bias = false);
        l1: PRelu(3);
        l2: LogSoftmax(axis = 1);
        l3: Gelu(approximate = none);
        l4: Conv2d(_ -> 1, kernel = 3, stride = 2, padding = (1, 2, 0, 2), bias = false);
        l5: Linear(4, bias = false);
        fn forward(x0, x1) {
            let h0 = matmul(x0, x0, transpose_a = true, transpose_b = false);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = l2(h2);
            let h4 = h2 * h3;
            let _h5 = x1 + h0;
            let h2 = l2(h1);
            let h1 = l3(h0);
            let h8 = mean(h1);
            let _h9 = l5(h8);
            let h10 = expand(l4(h3), [4, 2, 2]);
            (h4, h2, h10, h4)
        }
    }
    R022 {
        input: [6];
        l0: Softplus;
        l1: PRelu;
        l2: Dropout(0.3);
        l3: BatchNorm1d(6, eps = 1e-2);
        fn forward(x0) {
            let x0 = elu(x0, alpha = 1.5);
            let h1 = l0(x0);
            let h2 = l1(2 * h1);
            let h3 = concat(h1, x0, x0, h2);
            let h2 = flatten(h3);
            let h5 = h2 + 0.5;
            let h6 = permute(h2, [0]);
            let h7 = l2(x0);
            let h8 = softmax(h6, axis = 0);
            let h9 = slice(h7, 4..6, axis = 0);
            (h5, l3(h7), h8, h9)
        }
    }
    R023 {
        input: [2, 3] in 0..4;
        l0: Embedding(_ -> 1);
        l1: MaxPool1d(1, padding = valid);
        l2: HardSwish();
        l3: Linear(4, bias = false);
        l4: MaxPool2d(kernel = (2, 3), stride = (1, 3), padding = same, dilation = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = silu(h0);
            let h2 = mean(h0, axes = 0, keep = false);
            let h3 = matmul(h2, h2, transpose_a = true);
            let h4 = l2(l2(h3));
            let h5 = l3(h3);
            let _h6 = h5 + h5;
            let h7 = l4(h1 * h0);
            let h8 = h2 - l1(h2);
            (h0, h4, h7, h8)
        }
    }
    R024 {
        input x0: [6];
        input x1: [3, 1] in 0..6;
        l0: Linear(6 -> 5, bias = true);
        l1: LeakyRelu(0);
        l2: Sigmoid();
        l3: PRelu(1);
        l4: Softplus();
        fn forward(x0, _x1) {
            let h0 = tanh(softmax(x0));
            let h1 = l0(h0);
            let h2 = l1(x0);
            let h3 = l2(h0);
            let h4 = h2 + h3;
            let h5 = gelu(h0);
            let h6 = sigmoid(max(x0, keep = false));
            let h7 = l3(h1);
            let h8 = l4(h7);
            let h9 = flatten(h2);
            let h10 = flatten(h8);
            let h11 = concat(h10, h9);
            (h2, h4, h5, h6, mean(h2), h11)
        }
    }
}

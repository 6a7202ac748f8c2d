//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R000 {
        input x0: [2];
        input x1: [2];
        l0: Elu;
        l1: Parameter([4], init = -1);
        l2: Parameter([4], init = -1);
        fn forward(x0, x1) {
            let h0 = expand(slice(l0(x0), ..1), [4]);
            let h1 = h0 * l1;
            let h2 = h1 + l2;
            let h3 = concat(h1, h1);
            let h4 = h3 - h3;
            let (h5_0, h5_1, h5_2, h5_3, h5_4, h5_5, h5_6, h5_7) = split(h4);
            let h6 = x0 + x1;
            let h7 = h0 * h2;
            let h4 = l0(h6);
            let h9 = flatten(h7 - zeros([4]));
            let h10 = flatten(h4);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h5_7);
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h5_6);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h5_5);
            let h20 = concat(h19, h18);
            let h21 = flatten(h20);
            let h22 = flatten(x0);
            let h23 = concat(h22, h21);
            (h5_0, h5_1, h5_2, h5_3, h5_4, h23)
        }
    }
    R001 {
        input x0: [3];
        input x1: [1, 4, 5];
        l0: Linear(3 -> 2, bias = false);
        l1: Conv2d(1 -> 3, kernel = 2, stride = (2, 1), padding = (0, 1, 2, 2), groups = depthwise);
        fn forward(x0, x1) {
            let h0 = slice(x1, 1..4, axis = 1);
            let h1 = transpose(h0);
            let (h2_0, h2_1, h2_2, h2_3, h2_4) = split(h1, axis = 1);
            let h3 = tanh(h2_2);
            let h2_2 = h2_0 - zeros([1, 1, 3]);
            let h5 = slice(h2_4, 1.., axis = 2);
            let h6 = reshape(h2_3, [3]);
            let h7 = h6 * h6;
            let h8 = l0(h6);
            let h9 = l1(h2_4);
            let h10 = flatten(h9);
            let h11 = flatten(h8);
            let h12 = concat(h11, h10);
            let h13 = flatten(h12);
            let h14 = flatten(h6);
            let h15 = concat(h14, h13);
            (h3, h5, concat(h2_1, h2_2, h2_2, axis = 2), h7, l0(x0), h15)
        }
    }
    R002 {
        input: [3, 3];
        l0: Sigmoid();
        l1: Softplus;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = hard_swish(h0 - zeros([3, 3]));
            let h2 = l0(h1);
            let h3 = h2 * h1;
            let _h4 = matmul(h0, x0, transpose_b = true);
            let h5 = x0 - tanh(h0);
            let h6 = l1(reshape(h3, [1, 9, 1, 1]));
            let h2 = permute(h6, [3, 1, 2, 0]);
            let h8 = sum(h2, axes = (0, 1, 2, 3), keep = true);
            let h9 = reshape(h8, [1, 1, 1]);
            (h5, h9)
        }
    }
    R003 {
        input: [5] in 0..3;
        l0: Embedding(4 -> 2);
        l1: MaxPool1d(1, stride = 3, padding = same);
        l2: Linear(2, bias = true);
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = slice(x0, 3..5);
            let h2 = l1(x0);
            let h3 = concat(x0, x0, h2, h2, axis = 1);
            let h3 = l2((h3 * h3));
            let h5 = permute(h3, [0, 1]);
            let h6 = softplus(x0);
            let h7 = reshape((reshape(h6, [1, 4, 1, 1])), [4, 1, 1]);
            (h7, expand(h2 * -1, [2, 3]), h3 * h5)
        }
    }
    R004 {
        input x0: [4, 1];
        input x1: [1, 3, 3];
        input x2: [2, 3];
        l0: Conv1d(4, kernel = 3, groups = depthwise);
        l1: RmsNorm(eps = 0.1);
        l2: Tanh();
        l3: Sigmoid();
        fn forward(x0, x1, x2) {
            let h0 = elu(x0);
            let x2 = l1(l0(x2));
            let h2 = l2(x1);
            let h3 = transpose(h2);
            let x1 = h3 - h2;
            let h5 = l3(x1);
            let (h6_0, h6_1, h6_2) = split(h3, axis = 1);
            let h7 = l1(x0);
            let h8 = l3(h7);
            let h9 = flatten(h8);
            let h10 = flatten(h3);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(max(h6_1, keep = true));
            let h14 = concat(h13, h12);
            (h0, x2, h5 + h3, h6_0, h6_2, h14)
        }
    }
    R005 {
        input x0: [4];
        input x1: [6];
        #[frozen] l0: Parameter([6], init = -1);
        #[frozen] l1: BatchNorm1d(6);
        #[frozen] l2: RmsNorm(axes = 1, eps = 0.1);
        l3: Relu;
        fn forward(x0, x1) {
            let h0 = 3.0 + x1 * l0;
            let h1 = l1(x1);
            let h2 = expand(x0, [4]);
            let h3 = concat(h0, h2, h1, h2, axis = 0);
            let h4 = l1(x1);
            let h5 = x1 * h4;
            let h6 = l2(h2);
            (elu(h1, alpha = 1.5), h3 - zeros([20]), concat(h5, h4, l3(h6)))
        }
    }
    R006 {
        input: [4, 3, 5];
        l0: GroupNorm(1, eps = 0.1, affine = false);
        l1: Conv2d(1 -> 2, kernel = 3, stride = 2, padding = 1, bias = false);
        l2: InstanceNorm2d(affine = false);
        l3: Parameter([1, 1, 3], init = -1);
        l4: Parameter([1, 1, 3], init = uniform(1.5));
        fn forward(x0) {
            let h0 = l1(l0(max(x0, axes = (0, 1), keep = true)));
            let h1 = glu(h0, axis = 0);
            let h2 = silu(h1);
            let h3 = l2(h2 - h1);
            let h4 = h1 + h3;
            let h3 = h4 * h3;
            let h6 = h3 * l3;
            let h7 = (h6 + zeros([1, 1, 3])) + l4;
            h7
        }
    }
    R007 {
        input: [3, 3];
        l0: Linear(3 -> 1, bias = true);
        l1: Dropout(0.3);
        l2: LayerNorm;
        l3: Softplus;
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = (l0(h0)) / 1.5;
            let h2 = l1(h0);
            let h3 = matmul(h0, h2, transpose_a = false);
            let h4 = l2(h3);
            let h0 = l0(h0);
            let h6 = h1 - h0;
            let h7 = reshape(h6, [1, 3, 1]);
            let h8 = l3(h4);
            let h9 = h8 * h2;
            (h9, upsample2d(h7, (2, 1)))
        }
    }
    R008 {
        input: [4, 2, 5];
        l0: Pad2d(padding = 0, mode = reflect);
        l1: Sigmoid;
        l2: Parameter([4, 1, 2], init = -1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = x0 + h0;
            let h2 = h1 - dropout(h1, p = 0.25);
            let h3 = l1(x0 - -1);
            let h4 = avg_pool2d(h0, 2, stride = 3, padding = valid, count_include_pad = true) * l2;
            let (h5_0, h5_1) = split(softplus(h3) * h2, axis = 1);
            (pad2d(h4, (0, 1)), h5_0, h5_1)
        }
    }
    R009 {
        input: [2, 2];
        l0: LayerNorm(axes = 1, eps = 0.1);
        l1: Linear(1 -> 3, bias = false);
        l2: Gelu(approximate = tanh);
        l3: Parameter([1, 3], init = uniform(1.5));
        l4: Dropout(0.0);
        fn forward(x0) {
            let h0 = max(x0, axis = 1, keep = true);
            let h1 = l0(max_pool1d(h0, kernel = 2, stride = 3, padding = same));
            let h2 = l1((h0 - h1));
            let h1 = l2(h2);
            let h4 = mean(h1, axes = 0, keep = true) + l3;
            let h5 = l4(h4);
            let h6 = h0 + l0(h0);
            let h7 = slice(h6, 0..1);
            (h5, h7)
        }
    }
    R010 {
        input: [2, 2];
        l0: Elu;
        fn forward(x0) {
            let (h0_0, h0_1) = split(x0);
            let h1 = concat(h0_0, h0_1, x0, axis = 0);
            let h2 = gelu(h0_0, approximate = none);
            let h0_0 = transpose(h2);
            let h4 = l0(h0_0);
            let (h5_0, h5_1, h5_2, h5_3) = split(h1, axis = 0);
            let h6 = h4 * (h0_0 * h4);
            let h5_0 = h5_0 * 2;
            let _h8 = concat(h6, h6, h4, h0_0, axis = 1);
            let h9 = x0 + x0;
            (h5_2, h5_3, h5_0 * h5_1, h9)
        }
    }
    R011 {
        input: [3, 3, 2];
        l0: Conv2d(3 -> 4, kernel = 2, stride = 2, padding = (2, 2, 2, 0), dilation = (1, 2), bias = false);
        l1: BatchNorm2d(4, eps = 0.1);
        l2: BatchNorm2d;
        l3: Silu;
        fn forward(x0) {
            let x0 = tanh(x0);
            let h1 = l0(x0 * x0);
            let h2 = mean(l0(x0), axes = (1, 2), keep = true);
            let h3 = dropout(h2, 0.0);
            let h2 = h2 + h3;
            let h5 = l1(h1);
            let h6 = l2(h5);
            let h7 = max(h3, axes = (0, 1, 2));
            (sigmoid(h2), h6, l3(h7))
        }
    }
    R012 {
        input: [2] in 0..1;
        l0: Embedding(1 -> 1);
        l1: GroupNorm(1, eps = 0.1);
        l2: LogSoftmax(axis = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = silu(l1(h0)) + zeros([2, 1]);
            let h2 = l1(h1);
            let h3 = (h0 * h2) - h1;
            let h4 = h1 + h0;
            let h5 = l2(permute(h3, [1, 0]));
            (expand(l1(h4), [2, 1]), h5)
        }
    }
    R013 {
        input: [3, 5];
        l0: LayerNorm(eps = 0.1);
        l1: Linear(_ -> 5, bias = false);
        fn forward(x0) {
            let h0 = log_softmax(x0, axis = 1);
            let h1 = x0 - h0;
            let h2 = h1 - expand(h1, [3, 5]);
            let h3 = l0(h0);
            let h4 = l0(h3);
            let h5 = matmul(h4, h4, transpose_b = true);
            (sum((h2 - x0 - 3.0 + l1(h3)), axes = 0), h5)
        }
    }
    R014 {
        input: [4, 4];
        l0: LogSoftmax(axis = 0);
        l1: PRelu;
        fn forward(x0) {
            let h0 = sigmoid(x0);
            let x0 = 2 * h0;
            let h2 = concat(x0, x0, h0, axis = 0);
            let h3 = log_softmax(h2, axis = 1);
            let h4 = relu(h3);
            let h0 = h4 + h2;
            let h6 = l0(h0);
            let h2 = matmul(h6, h6, transpose_a = true);
            let _h8 = concat(l1(h3), h6, axis = 0);
            let _h9 = max(h2);
            (l1(h0), h0)
        }
    }
    R015 {
        input: [2, 4];
        l0: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        l1: RmsNorm(axes = 1);
        l2: Parameter([2, 2], init = normal(0.5));
        train: l1;
        fn forward(x0) {
            let h0 = avg_pool1d(x0, kernel = 1, stride = 2, padding = 0, count_include_pad = false);
            let h1 = x0 - x0;
            let h2 = l1(h0);
            let h3 = h2 + l0(h0);
            let x0 = h2 * h3;
            let h5 = l0(h3);
            let h6 = matmul(x0, x0, transpose_a = true, transpose_b = true);
            let h7 = h1 + h1;
            let h8 = l1(x0);
            (h5, h2, h6, h7, l0(h8), h2 + l2)
        }
    }
    R016 {
        input: [1, 5, 3];
        l0: Silu();
        l1: RmsNorm(eps = 1e-2);
        l2: HardSwish;
        l3: Softplus();
        l4: Sigmoid;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = l2(upsample2d(h1, scale = (1, 2)));
            let h4 = h3 + l3(h3);
            let h5 = l4(l0(h2));
            let h6 = concat(h3, h4, axis = 1);
            (max(h2, axes = (1, 2), keep = true), l1(h5), h6)
        }
    }
    R017 {
        input x0: [2, 4, 4];
        input x1: [1];
        input x2: [2, 4, 2];
        l0: HardSwish();
        l1: Linear(_ -> 5, bias = true);
        l2: MaxPool2d((3, 1), stride = (2, 1), padding = 0);
        l3: BatchNorm1d(eps = 0.1);
        fn forward(x0, x1, x2) {
            let x1 = reshape(x1, [1, 1]);
            let h1 = l0(x1);
            let h2 = l1(h1);
            let h3 = sum(h2, axes = 0, keep = true);
            let h4 = h3 + zeros([1, 5]);
            let h5 = concat(h4, h3, x1, axis = 1);
            (pad2d(x2, (2, 1, 2, 0)), mean(h3, axes = 0), 3.0 - l2(x0), h5, l3(x1))
        }
    }
    R018 {
        input: [4, 4];
        l0: Softplus;
        l1: Tanh();
        fn forward(x0) {
            let x0 = permute(x0, [0, 1]);
            let h1 = l0(x0);
            let h2 = sum(matmul(h1, l0(h1), transpose_a = false), axes = 1, keep = true);
            let h3 = permute(h2, [0, 1]);
            let (h4_0, h4_1, h4_2, h4_3) = split(h3, axis = 0);
            let h5 = expand(h4_2, [4, 3]);
            let h4_2 = h3 + h2;
            let h7 = l1(h4_3);
            let h8 = sum(h4_3, keep = true);
            (h4_0, h5, h4_2, h7, avg_pool1d(h4_1, kernel = 3, padding = 1, count_include_pad = true), h8)
        }
    }
    R019 {
        input x0: [1, 4];
        input x1: [2, 4] in 0..5;
        l0: LayerNorm(eps = 1e-2);
        l1: LayerNorm(eps = 1e-2);
        l2: PRelu(1);
        fn forward(x0, _x1) {
            let h0 = max_pool1d(l0(x0 + zeros([1, 4])), 1, stride = 2, padding = same, dilation = 2);
            let h0 = concat(h0, h0, axis = 0);
            let h0 = avg_pool1d((-h0), 3, padding = 1, count_include_pad = true);
            let h3 = l1(h0);
            let h4 = h0 + h3;
            let h5 = tanh(h4);
            let h6 = l2(x0);
            let _h7 = l1(h5);
            (l2(h6), h6)
        }
    }
    R020 {
        input: [3, 2];
        l0: GlobalAvgPool2d;
        l1: Conv2d(4, kernel = 1, stride = 2, groups = depthwise);
        fn forward(x0) {
            let h0 = tanh(x0);
            let h1 = reshape((slice(h0, ..2)), [2, 1, 2]);
            let h0 = softmax(avg_pool2d(h1, 2, stride = (3, 1), padding = 1, count_include_pad = true), axis = 2);
            let h3 = global_avg_pool2d(h1);
            let h4 = h3 * (h3 - zeros([2, 1, 1]));
            let h5 = l0(h4);
            let h6 = l1(h5 + h3);
            (h0, h6, l0(h5))
        }
    }
    R021 {
        input: [3, 5, 3];
        l0: Conv2d(_ -> 3, kernel = 3, stride = 2, padding = valid, groups = 3, bias = true);
        l1: PixelShuffle(1);
        l2: Sigmoid();
        l3: InstanceNorm2d(affine = false);
        l4: Elu(0.7);
        l5: Linear(_ -> 1, bias = false);
        l6: Sigmoid();
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = max_pool2d(x0, (2, 1), stride = 2, padding = same);
            let x0 = l1(x0);
            let h3 = reshape(l1(x0), [1, 3]);
            let h4 = l3(l2(x0));
            let _h5 = l3(x0);
            let h6 = l4(h3);
            let _x0 = l5(h6);
            let h8 = expand(h6, [4, 3]);
            let h9 = l6(h8);
            (h4, h9)
        }
    }
    R022 {
        input: [1, 1, 3];
        l0: PixelShuffle(1);
        l1: Relu;
        l2: Relu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = 1e-1 * h0;
            let h2 = l0(h1);
            let h3 = h1 + h2;
            let h4 = sum(l1(h3), axes = (0, 1, 2));
            let h5 = sigmoid(h4);
            let h6 = l2(x0);
            let h7 = h6 * x0;
            (h5, l1(matmul(h3, l0(h6), transpose_b = true)), h7)
        }
    }
    R023 {
        input: [4, 2, 1];
        l0: LeakyRelu;
        l1: LayerNorm(axes = 3, eps = 0.1);
        l2: Gelu(approximate = tanh);
        l3: Pad2d((1, 0, 0, 0), mode = reflect);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = x0 - h0;
            let h3 = l2(h2);
            let x0 = l2(h0);
            let _h5 = x0 + zeros([4, 2, 1]);
            let h6 = slice(l3(h3), ..1, axis = 2);
            let h7 = 2 * h1;
            let _h8 = l1(h2);
            let _h9 = 2 + h6;
            l2(h7)
        }
    }
    R024 {
        input: [3, 5, 4];
        #[frozen] l0: LayerNorm;
        fn forward(x0) {
            let x0 = avg_pool2d(permute(expand(softmax(x0, axis = 1), [3, 5, 4]), [1, 0, 2]), (2, 3), stride = (1, 3), padding = valid, count_include_pad = false);
            let x0 = tanh(x0);
            let h2 = x0 + zeros([5, 2, 1]);
            let h2 = x0 + h2;
            let h4 = h2 / -0.7;
            let h5 = sigmoid(h2);
            let (h6_0, h6_1, h6_2, h6_3, _h6_4) = split(sum(relu(h4), axis = 2, keep = true), axis = 0);
            let h7 = l0(h6_0);
            (h5, h6_1, h6_2, h6_3, h2, h7)
        }
    }
}

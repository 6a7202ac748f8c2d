//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R075 {
        input: [4, 3];
        l0: Tanh;
        l1: PRelu(1);
        l2: Linear(3 -> 3, bias = false);
        l3: Linear(3 -> 5);
        l4: Linear(1, bias = false);
        fn forward(x0) {
            let h0 = permute(x0, [1, 0]);
            let h1 = concat(h0, h0, tanh(h0), axis = 0);
            let h2 = l0(x0);
            let h3 = matmul(h2, x0, transpose_a = true);
            let h4 = l1(h3);
            let h5 = l2(h3);
            let h6 = l1(h5);
            let h7 = transpose(h6);
            let h8 = l3(h7);
            (h1, h2, h4, softplus(h0), l4(h8))
        }
    }
    R076 {
        input x0: [3, 6, 1];
        input x1: [3, 1, 6];
        l0: Gelu(approximate = tanh);
        l1: InstanceNorm2d(affine = true);
        l2: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        l3: Glu(axis = 1);
        l4: AvgPool2d(1, stride = (1, 2), count_include_pad = true);
        l5: Sigmoid();
        fn forward(x0, x1) {
            let (h0_0, h0_1, h0_2) = split(l0(x0), axis = 1);
            let _h1 = hard_swish(h0_0);
            let h2 = l2(l1(h0_2));
            let h3 = l3(h2);
            let h4 = pixel_shuffle(x1, 1) - x1;
            let h5 = l4(h4);
            let h6 = l5(h5);
            (h0_1, x0, softplus(h0_0), h3, h6)
        }
    }
    R077 {
        input: [3];
        l0: Gelu;
        l1: LayerNorm(axes = 1);
        l2: Gelu;
        l3: BatchNorm1d(1);
        fn forward(x0) {
            let (h0_0, h0_1, h0_2) = split(x0, axis = 0);
            let h1 = l0(h0_0);
            let h1 = h0_2 - h1;
            let h3 = 1.5 + h0_1;
            let h4 = l1(h3);
            let _h5 = dropout(l2(h4));
            let h6 = -h1;
            let h7 = l3(h0_1);
            let h4 = l3(h7);
            (h6, l0(h4), max(h1))
        }
    }
    R078 {
        input x0: [1, 1];
        input x1: [3];
        input x2: [2];
        l0: Elu(0.7);
        l1: Tanh;
        l2: Softplus();
        l3: Softmax(axis = 0);
        l4: GroupNorm(5, eps = 0.1, affine = false);
        l5: PRelu(5);
        fn forward(x0, x1, x2) {
            let h0 = concat(x2, x1, axis = 0);
            let h1 = h0 + h0;
            let h2 = avg_pool1d(relu(x0), kernel = 1, padding = same, count_include_pad = true);
            let h3 = l1(l0(h1));
            let h4 = l2(h0);
            let h5 = l3(x1);
            let h6 = l4(tanh(h3));
            let h7 = l5(h0);
            (h2, h4, h5, h6, l2(h7))
        }
    }
    R079 {
        input x0: [3, 2];
        input x1: [2, 2, 4];
        l0: Glu(axis = 1);
        l1: PRelu;
        l2: Conv2d(_ -> 1, kernel = 1, stride = 1, dilation = (2, 1), groups = 1);
        l3: Sigmoid();
        l4: InstanceNorm2d(eps = 0.1, affine = true);
        l5: Conv2d(3 -> 3, kernel = 1, padding = 1, groups = depthwise, bias = true);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let _h1 = l1(h0);
            let h2 = l3(expand(l2(x1), [3, 2, 4]));
            let h3 = l4(h2);
            let h4 = l3(h2);
            let _h5 = elu(h4);
            let h6 = max_pool1d(h0, 1, stride = 2);
            let h7 = expand(x0, [3, 2]);
            (h3, hard_swish(h4), x0, h6, h7, l5(h2))
        }
    }
    R080 {
        input x0: [2, 5, 2];
        input x1: [4] in 0..4;
        l0: Pad2d(padding = (2, 2, 0, 1));
        l1: InstanceNorm2d(eps = 0.1);
        l2: Relu;
        l3: Tanh;
        l4: Conv2d(3, kernel = 1, stride = (2, 1), padding = 1, dilation = (1, 2), groups = 1, bias = false);
        fn forward(x0, _x1) {
            let h0 = global_avg_pool2d(x0);
            let h1 = mean(l0(h0), axis = 0);
            let h2 = -0.7 + h1;
            let h3 = l1(l0(h0));
            let h4 = l2(h3);
            let h5 = l3(x0);
            let h6 = softplus(h4);
            let h7 = l3(h3);
            let h8 = l4(h7);
            (matmul(h2, h2, transpose_b = true), h5, h6, h8)
        }
    }
    R081 {
        input: [2, 5, 5];
        l0: GlobalAvgPool2d;
        l1: BatchNorm2d;
        l2: Gelu;
        l3: Softplus;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l1(h1);
            let h3 = l1(h2);
            let h4 = silu(x0);
            let h5 = max(h4, axes = (0, 1, 2));
            let x0 = silu(max_pool2d(h0, 1, stride = 2));
            let h7 = l2(x0);
            let h0 = -l3(h7);
            (h3, h5, h0, pad2d(h4, padding = (1, 1, 0, 1), mode = replicate))
        }
    }
    R082 {
        input: [4, 4, 4];
        l0: GroupNorm(1, eps = 1e-2, affine = true);
        l1: Gelu;
        fn forward(x0) {
            let h0 = pad2d(x0, (0, 2, 1, 1), mode = replicate);
            let h1 = h0 - h0;
            let h2 = expand(x0, [4, 4, 4]);
            let h3 = l0(h2);
            let h4 = l0(l1(transpose(h3)));
            let h5 = matmul(h4, h4);
            let h6 = l0(h5);
            let h7 = expand(h3, [4, 4, 4]);
            (transpose(h1), h6, h7)
        }
    }
    R083 {
        input: [4, 4, 2];
        l0: Conv2d(4 -> 4, kernel = 3, stride = 2, padding = same, dilation = (1, 2), groups = depthwise, bias = true);
        l1: GroupNorm(1, eps = 1e-2, affine = true);
        fn forward(x0) {
            let h0 = softmax(x0, axis = 2);
            let h1 = x0 - h0;
            let h2 = elu(x0, 0.7);
            let x0 = h2 + h0;
            let h4 = log_softmax(x0);
            let h5 = mean(h2, axes = (0, 1));
            let h6 = max(h4 + h1, axes = (0, 1, 2));
            let _h7 = permute(h6, [0]);
            let h8 = l0(h4);
            let h9 = l1(l0(x0));
            (h5, h8, h9)
        }
    }
    R084 {
        input: [1, 2, 4];
        l0: Dropout(0.0);
        l1: HardSwish();
        l2: BatchNorm2d;
        l3: MaxPool2d(1, stride = (2, 3), dilation = 2);
        #[frozen] l4: Upsample2d(3);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(matmul(x0, x0, transpose_a = false, transpose_b = true));
            let h2 = l1(elu(x0));
            let _h2 = x0 + h2;
            let h4 = l2(x0);
            let h5 = softplus(h4);
            let h6 = l3(h5);
            let x0 = l4(h5 * h4);
            let h8 = slice(x0, 1..2, axis = 1);
            (h0, h6, h8)
        }
    }
    R085 {
        input x0: [3];
        input x1: [1, 1];
        input x2: [4, 1] in 0..4;
        input x3: [4, 2];
        l0: BatchNorm1d(eps = 1e-2);
        l1: BatchNorm1d(4, eps = 0.1, momentum = 0.3);
        fn forward(_x0, x1, _x2, x3) {
            let h0 = l0(expand(x1, [4, 2]));
            let x1 = l0(x3 - h0);
            let h2 = silu(h0);
            let h3 = l0(h2);
            let h4 = transpose(x1);
            let h5 = l1(l0(h3));
            let (h6_0, _h6_1) = split(h5, axis = 1);
            let h7 = l0(x1) * 3.0;
            (h4, h6_0, h7)
        }
    }
    R086 {
        input x0: [2, 6, 4];
        input x1: [2, 3, 6];
        l0: LogSoftmax(axis = 0);
        l1: Silu;
        l2: MaxPool2d(3, stride = 1, padding = same, dilation = (1, 2));
        l3: HardSwish;
        l4: Softplus();
        fn forward(x0, x1) {
            let h0 = max(x0, keep = false);
            let h1 = l0(h0);
            let h2 = reshape(h1, [1, 1, 1]);
            let h3 = l1(h2);
            let h4 = l2(x0);
            let h5 = log_softmax(h1);
            let _h6 = expand(h0, [3]);
            let h7 = l2((l3(h4)));
            let h8 = l4(h1);
            (h3, h5, matmul(x1, h4), h7, h8)
        }
    }
    R087 {
        input x0: [2, 4, 5];
        input x1: [2, 4] in 0..1;
        input x2: [2, 5];
        l0: BatchNorm2d(eps = 0.1);
        l1: MaxPool2d(kernel = 1, stride = 2, padding = same, dilation = 2);
        l2: Tanh;
        l3: Sigmoid();
        fn forward(x0, _x1, x2) {
            let h0 = x2 * -1;
            let h1 = expand(x0, [2, 4, 5]);
            let h2 = l0(leaky_relu(h1, 0));
            let h3 = mean(max_pool2d(x0, 2, padding = 0), keep = true);
            let h4 = l1(h3);
            let h5 = l1(h4);
            let h6 = l0(l2(h2));
            let h7 = l3(h6);
            (tanh(h0), h5, h7)
        }
    }
    R088 {
        input: [3, 2];
        l0: RmsNorm;
        l1: GroupNorm(3, eps = 1e-2);
        fn forward(x0) {
            let h0 = concat(x0, x0, x0);
            let h0 = sigmoid(h0);
            let h2 = reshape(h0, [18]);
            let h3 = leaky_relu(sum(h2, axis = 0), slope = -0.3);
            let h4 = l0(h0);
            let h5 = glu(h4, axis = 1);
            let h6 = l1(h5);
            let h7 = mean(h0, keep = true);
            (h3, mean(h4, axes = (0, 1)), h6, h7)
        }
    }
    R089 {
        input: [1, 3, 5];
        l0: BatchNorm2d(1, eps = 0.1);
        l1: AvgPool2d(1, stride = 3, padding = valid);
        l2: BatchNorm2d(2, eps = 0.1);
        l3: AvgPool2d((3, 2), stride = 1, count_include_pad = false);
        l4: Elu;
        l5: GroupNorm(1);
        l6: BatchNorm2d(2, eps = 0.1);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = expand(h1, [2, 4, 2]);
            let x0 = l2(h2);
            let h1 = l3(x0);
            let h5 = expand(l4(h1), [2, 2, 1]);
            let x0 = l5(l4(h5));
            let h7 = l6(h5) + h1;
            (x0, h7)
        }
    }
    R090 {
        input x0: [3, 4];
        input x1: [2, 5, 2];
        input x2: [2] in 0..5;
        l0: Softplus();
        fn forward(x0, x1, _x2) {
            let x1 = log_softmax(x1, axis = 2);
            let h1 = max_pool2d(x1, (1, 3), stride = 3, padding = (0, 1));
            let h2 = gelu(sum(h1, axes = 2), approximate = tanh);
            let h3 = leaky_relu(x0, 0.2);
            let h4 = max_pool1d(h3, kernel = 3, stride = 2, padding = same);
            let h5 = x1 - 2;
            let h6 = permute(leaky_relu(concat(h3, h3, h3, axis = 0)), [0, 1]);
            let h7 = l0(h6);
            let h8 = h7 / 1e-1;
            (h2, h4, h5, h8)
        }
    }
    R091 {
        input: [2, 5, 2];
        #[frozen] l0: Gelu(approximate = none);
        l1: Upsample2d(1);
        #[frozen] l2: Flatten;
        #[frozen] l3: Linear(_ -> 2);
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = l0(concat(h0, h0, axis = 1));
            let h2 = transpose(l1(sum(h1, axis = 1, keep = true)));
            let h3 = l2(h1);
            let h1 = l3(h3);
            let h5 = l3(h3);
            let h6 = h5 + h1;
            let h7 = pixel_shuffle(h0, 1);
            (h2, h6, h7)
        }
    }
    R092 {
        input x0: [2, 6, 5];
        input x1: [1, 2, 2];
        l0: MaxPool2d(2, stride = 3, padding = valid);
        #[frozen] l1: Dropout(p = 0.25);
        l2: LogSoftmax(axis = 0);
        l3: Flatten;
        fn forward(x0, x1) {
            let h0 = l0(sigmoid(x0));
            let h1 = l1(h0);
            let h2 = l2(h1);
            let _h3 = l3(expand(h1, [2, 2, 2]));
            let _h4 = sum(h0, axes = (0, 2), keep = false);
            let x0 = l2(h1);
            let h6 = l2(x0);
            let h7 = matmul(h2, pixel_shuffle(h6, 1), transpose_a = true, transpose_b = true);
            let h8 = concat(h7, x1, x1, x0);
            h8
        }
    }
    R093 {
        input x0: [4, 1, 1];
        input x1: [2, 3];
        input x2: [2, 2];
        l0: Linear(4);
        l1: BatchNorm2d(eps = 0.1);
        l2: Silu;
        l3: Gelu;
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = avg_pool2d(x0, 1, stride = (3, 1), padding = same, count_include_pad = false);
            let h2 = l1(h1);
            let h3 = slice(h2, .., axis = 2);
            let h4 = l2(h3);
            let h5 = matmul(x2, h0);
            let h6 = l3(h3);
            let h7 = reshape(h6, [4, 1]);
            let h8 = l2(x0);
            let h9 = pad2d(h4 + x0, padding = (2, 1, 1, 1));
            (h5, l1(h3), h7, h8, h9)
        }
    }
    R094 {
        input: [3, 2];
        l0: PRelu;
        l1: Dropout(p = 0.25);
        l2: Linear(_ -> 3, bias = true);
        l3: HardSwish();
        train: biases;
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = expand(h0 + h0, [2, 3]);
            let h2 = l0(h1);
            let h3 = l0(h2);
            let h2 = gelu(h3);
            let h5 = l1(h2);
            let h6 = h3 * h5;
            let h7 = l1(h6);
            let h8 = l3(l2(h7));
            let h9 = l0(h8);
            h9
        }
    }
    R095 {
        input: [1, 4] in 0..2;
        l0: Embedding(1);
        l1: Dropout(0.0);
        l2: Elu;
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h0 = sum(h0, axes = (1, 2), keep = true);
            let h2 = silu(l0(x0));
            let h3 = l2(h0);
            let _h4 = h2 + h2;
            let h5 = l2(l2(elu(h0, alpha = 1.5)));
            (h3, h5)
        }
    }
    R096 {
        input x0: [1];
        input x1: [1];
        l0: Softplus();
        l1: Tanh;
        fn forward(x0, x1) {
            let h0 = x0 - x0;
            let x0 = softplus(sum(h0, keep = false));
            let x0 = sigmoid((x1 * x0));
            let h3 = l0(x1);
            let h4 = log_softmax(h3, axis = 0);
            let h5 = l1(l0(x0));
            let _h6 = max(h5);
            let h7 = sum(x0, axes = 0);
            let h8 = x0 + -1;
            (h4, h7, h8)
        }
    }
    R097 {
        input: [3, 3, 3];
        l0: Conv2d(3 -> 2, kernel = 3, stride = (2, 1), padding = same);
        #[frozen] l1: HardSwish;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = hard_swish(l0(x0));
            let h2 = dropout(h0, 0.3);
            let h3 = l0(x0);
            let h4 = l1(h3);
            let h5 = pixel_shuffle(h1, 1);
            let h6 = l0(x0);
            let h7 = pad2d(h6, (1, 0, 2, 2));
            let _h8 = matmul(h4, h7);
            let h9 = reshape(h5, [2, 6]);
            (h0 / -1, h2, h9)
        }
    }
    R098 {
        input: [1, 4];
        l0: Glu(axis = 1);
        l1: Gelu;
        fn forward(x0) {
            let h0 = silu(x0);
            let h1 = softmax(l0(h0), axis = 1);
            let h2 = slice(l1(x0 * -0.7), 0.., axis = 0);
            let h3 = l0(h2);
            let h4 = gelu(h3, approximate = tanh);
            (l1(l1(hard_swish(h1))), elu(h1), h4)
        }
    }
    R099 {
        input: [1, 5, 6];
        l0: LayerNorm(axes = 2);
        l1: MaxPool1d(kernel = 1, stride = 3, padding = same);
        l2: BatchNorm1d(1, eps = 0.1);
        l3: Flatten;
        l4: Silu;
        l5: Softmax(axis = 0);
        fn forward(x0) {
            let x0 = sum(x0, axes = 2);
            let h1 = l0(x0);
            let h2 = h1 + x0;
            let h3 = reshape(h2, [1, 5]);
            let h4 = l3(h3);
            let h5 = l4(h4);
            let h6 = slice(l2(l1(h1)), 0..1, axis = 1);
            let h7 = avg_pool1d(h6, 1, stride = 1, padding = valid, count_include_pad = false);
            (l5(h5), h7)
        }
    }
}

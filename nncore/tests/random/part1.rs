//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R025 {
        input x0: [2];
        input x1: [4, 6, 1];
        l0: MaxPool2d((2, 1), stride = 3, padding = same);
        l1: Conv2d(4 -> 3, kernel = 3, stride = 2, padding = same, dilation = (1, 2), bias = false);
        l2: Glu;
        l3: Glu(axis = 0);
        fn forward(_x0, x1) {
            let x1 = slice(x1, 1..3, axis = 1);
            let h1 = x1 - x1;
            let h2 = l0(h1);
            let h3 = flatten(h2);
            let h2 = gelu(h3, approximate = tanh);
            let h5 = h2 * h3;
            let _h6 = l1(h1);
            let h7 = expand((l0(x1)), [4, 2, 3]);
            let _h8 = l2(h7);
            let h9 = l3(h2);
            (l1(x1), h5, h9)
        }
    }
    R026 {
        input: [1, 2];
        l0: PRelu(1);
        l1: Sigmoid();
        train: l1;
        fn forward(x0) {
            let h0 = dropout(x0, 0.0);
            let h1 = expand(x0, [4, 2]);
            let h2 = concat(x0, h1, h0, h1);
            let h3 = mean(h2);
            let h1 = max(h0, axis = 1);
            let h5 = l0(h2);
            let h6 = l1(matmul(h5, h5, transpose_a = true, transpose_b = false));
            let h7 = permute(h1 - h3, [0]);
            (max(h6, axes = (0, 1)), h7 - 1.5)
        }
    }
    R027 {
        input x0: [4, 2, 3];
        input x1: [1, 1];
        l0: Tanh;
        l1: Conv2d(4, kernel = 2, stride = 1, padding = (2, 0), bias = false);
        l2: PixelShuffle(1);
        l3: Glu(axis = 1);
        l4: Pad2d((0, 1, 1, 1), mode = replicate);
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let x0 = slice(h0, 2..4, axis = 0);
            let h2 = l0(x0);
            let h3 = l1(h2);
            let h4 = concat(h2, x0, h2, h0, axis = 0);
            let h5 = l2(x0);
            let h6 = l0(h2);
            let h7 = l4(h4);
            let h8 = l4(h4);
            (l1(h2) - h3, l3(h5), h6, h7, h8)
        }
    }
    R028 {
        input x0: [1, 1, 6];
        input x1: [1, 6, 1];
        l0: Gelu(approximate = none);
        fn forward(x0, x1) {
            let h0 = dropout(l0(x0), 0.3);
            let x0 = elu(h0, 0.7);
            let h2 = tanh(x0);
            let h2 = upsample2d(h2, (2, 1));
            let h4 = reshape(h2, [6, 2, 1, 1]);
            let h5 = h4 - h4;
            let h6 = h0 * h0;
            let h7 = glu(h5 * h4, axis = 0);
            let _h8 = matmul(h6, x1);
            let h9 = mean(h6, axes = (0, 1), keep = true);
            let h10 = reshape(h7, [6, 1, 1]);
            (h10, h9)
        }
    }
    R029 {
        input: [4, 1];
        l0: LayerNorm(axes = 2, eps = 1e-2);
        l1: MaxPool1d(1, padding = same, dilation = 2);
        l2: Relu();
        fn forward(x0) {
            let x0 = glu(gelu(x0, approximate = tanh));
            let h1 = l0(x0);
            let h2 = l0(h1);
            let h3 = h2 + x0 + h1;
            let h4 = l1(permute(h3, [0, 1]));
            let h5 = h4 * h3;
            l2(h5)
        }
    }
    R030 {
        input: [1, 1, 3];
        l0: LayerNorm;
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = matmul(h0, softmax(h0, axis = 2), transpose_b = true);
            let h2 = slice(h1, ..1, axis = 0);
            let h3 = transpose(h2);
            let h4 = h1 * h3;
            let h5 = expand(h4, [1, 3, 3]);
            let h6 = h2 * h5;
            let (h7_0, h7_1, _h7_2) = split(h2, axis = 2);
            let h8 = expand(h7_1, [4, 3, 1]);
            (h6, h7_0, h5, h8, l0(h7_1))
        }
    }
    R031 {
        input: [4, 2];
        l0: Conv2d(_ -> 8, kernel = 1, stride = (2, 1), padding = 1, dilation = 2, groups = depthwise, bias = false);
        l1: Glu(axis = 0);
        l2: Gelu(approximate = none);
        l3: HardSwish();
        l4: Conv2d(1, kernel = (1, 3), stride = 1, padding = (1, 1, 1, 2));
        l5: AvgPool2d(1, stride = (2, 1));
        fn forward(x0) {
            let h0 = x0 / 2;
            let h1 = l0(reshape(h0, [8, 1, 1]));
            let h2 = l1(h1);
            let h3 = l3(l2(h2));
            let (h4_0, h4_1, _h4_2) = split(h2, axis = 2);
            let h5 = l4(h4_1);
            let _h6 = sum(h5, axes = (0, 1, 2));
            let h7 = l5(h5);
            (h4_0, h3, reshape(h2, [6, 4]), l2(h4_0), h7)
        }
    }
    R032 {
        input: [4, 6, 5];
        l0: ConvTranspose2d(4 -> 4, kernel = 3, padding = (1, 0), groups = 4);
        l1: Dropout(0.3);
        l2: Gelu(approximate = tanh);
        l3: BatchNorm2d(eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = relu(x0);
            let h1 = tanh(expand(l0(x0), [4, 6, 7]));
            let h2 = l1(h0);
            let h3 = l2((l1(h2)));
            let h4 = mean(h1, axes = 0, keep = false);
            let h5 = l3((l0(h3)));
            (h1 - 0.5, h4, h5, h3)
        }
    }
    R033 {
        input x0: [4, 5, 1];
        input x1: [4, 1, 3];
        l0: AvgPool2d(kernel = 2, stride = 1, padding = same);
        l1: Softmax(axis = 2);
        l2: GroupNorm(1, affine = false);
        l3: Conv2d(2, kernel = (2, 3), stride = 2, padding = same, dilation = 2, groups = 2, bias = false);
        l4: Conv2d(4, kernel = 3, padding = same, dilation = 2, groups = 4, bias = false);
        train: l1, l3;
        fn forward(x0, x1) {
            let h0 = mean(x0, axes = (1, 2), keep = true);
            let h1 = upsample2d(h0, scale = (1, 3));
            let h0 = max_pool2d(h1, 3, stride = (2, 1), padding = same, dilation = 2);
            let h3 = h1 - l0(h0);
            let h4 = l0(h3 * -1);
            let h5 = l1(h4);
            let h6 = l2(h5);
            let h7 = l4(h6);
            (l3(x1 + h0), h6, h7)
        }
    }
    R034 {
        input x0: [1];
        input x1: [1, 2, 1];
        l0: LogSoftmax(axis = 0);
        l1: Gelu;
        l2: RmsNorm;
        fn forward(x0, x1) {
            let x0 = (reshape(l0(x0), [1, 1, 1])) - 2;
            let x0 = permute(x0, [2, 0, 1]);
            let h2 = log_softmax(x0, axis = 2);
            let h3 = l1(h2 * h2);
            let h4 = l1(h3);
            let h5 = concat(x1, h4, x0, axis = 1);
            let h6 = log_softmax(l2(h5), axis = 1);
            let h7 = l2(h6);
            h7
        }
    }
    R035 {
        input: [3, 2, 2];
        l0: RmsNorm(axes = 3, eps = 1e-2);
        l1: Conv2d(3 -> 3, kernel = 1, padding = same, dilation = 2, groups = 3);
        l2: Tanh();
        l3: GroupNorm(1, eps = 1e-2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h0 = h0 * -1;
            let h2 = l1(h0);
            let h0 = l0(l2(h0));
            let h4 = l1(h0);
            let h5 = expand(h4, [3, 2, 2]);
            let h6 = reshape(h5, [1, 12, 1, 1]);
            let h7 = max(h0, axes = (0, 1));
            let h8 = reshape(h6, [12, 1, 1]);
            (h8, l3(h2), h7, l3(h0))
        }
    }
    R036 {
        input x0: [4, 2, 5];
        input x1: [4, 6, 2];
        fn forward(x0, x1) {
            let h0 = sum(transpose(x1), axis = 2);
            let h1 = dropout(h0, 0.3);
            let x1 = pixel_shuffle(x1, 1);
            let h0 = softplus(x0);
            let h4 = h0 * h0;
            let h5 = avg_pool2d(h4, kernel = 2, stride = (3, 1));
            let h6 = avg_pool2d(h5, 1, stride = 2, padding = 0);
            let _h7 = permute(x1, [1, 0, 2]);
            let h8 = sum(avg_pool1d(h1, 3, stride = 1, padding = (1, 0), count_include_pad = true), axis = 0);
            let h9 = h0 - h4;
            (h6, h8, h9)
        }
    }
    R037 {
        input: [1, 5, 5];
        l0: Elu(alpha = 1.5);
        l1: GlobalAvgPool2d;
        l2: Elu(0.7);
        l3: Conv2d(_ -> 4, kernel = 2, padding = same, dilation = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = reshape(h0, [5, 5, 1]);
            let h2 = l1(x0);
            let h3 = l2((l1(x0)));
            let h4 = l3(h2);
            let h5 = slice(h4, ..1, axis = 0);
            let h6 = log_softmax(h2, axis = 2);
            let _h7 = l3(h6);
            (h5, h0, l2(softplus(h3)))
        }
    }
    R038 {
        input: [2, 3];
        l0: Linear(3 -> 1, bias = true);
        l1: Tanh;
        l2: LeakyRelu(slope = -0.3);
        l3: Softplus();
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = l0(h0);
            let h0 = -h1;
            let h3 = l1(h1);
            let x0 = 2 + (l2(h3));
            let h5 = l3(h0);
            let h6 = l2(h1);
            (max(x0, axes = 1), h1, softmax(matmul(h5, h0, transpose_b = true), axis = 1), sigmoid(h6))
        }
    }
    R039 {
        input: [4, 5, 5];
        l0: Linear(2 -> 3);
        l1: Softplus;
        l2: BatchNorm2d(eps = 0.1);
        fn forward(x0) {
            let (h0_0, h0_1) = split(sum(slice(x0, 0..2), axis = 1));
            let h1 = sigmoid(h0_1);
            let h2 = slice(h1, 3..5, axis = 1);
            let h3 = h2 - h2;
            let h4 = avg_pool1d(h0_0, 1, stride = 3, padding = same);
            let h5 = l1(l0(h4));
            let h6 = l2(x0);
            let h7 = 2 + h2;
            (h3, h5, h6, leaky_relu(h7, 0))
        }
    }
    R040 {
        input: [3, 3, 2];
        l0: LeakyRelu;
        l1: Dropout;
        l2: Relu;
        fn forward(x0) {
            let x0 = slice(x0, ..1, axis = 1);
            let h1 = l0(x0);
            let h2 = sum((l1(h1)), axis = 2, keep = true);
            let x0 = silu(h1);
            let h4 = l1(x0);
            let _h5 = x0 + x0;
            let h6 = matmul(h4, h2, transpose_a = true, transpose_b = true);
            let h7 = transpose(l2(h6));
            let h8 = expand(h7, [3, 3, 2]);
            h8
        }
    }
    R041 {
        input: [2, 1] in 0..6;
        l0: Embedding(6 -> 4);
        l1: Sigmoid;
        l2: LayerNorm(eps = 0.1);
        l3: InstanceNorm2d;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = reshape(h1, [1, 4, 2]);
            let h3 = l2(l1(h1));
            let h4 = l3(h3);
            let h5 = permute(h3 * l2(h1), [1, 2, 0]);
            let h6 = glu(h4);
            let h7 = gelu(h2, approximate = none);
            let h8 = concat(h6, h1, h1, h3);
            (h0, h5, h7, h8)
        }
    }
    R042 {
        input x0: [7];
        input x1: [1, 3, 4];
        input x2: [1, 1, 2];
        l0: Pad2d((1, 2));
        l1: LeakyRelu;
        fn forward(_x0, x1, x2) {
            let (h0_0, h0_1) = split(x1, axis = 2);
            let x1 = l0(h0_1);
            let h2 = concat(x2, h0_0, axis = 1);
            let h3 = transpose(dropout(h0_0, 0.0));
            let h4 = h2 * h2;
            let (_h5_0, h5_1, h5_2, h5_3) = split(h2, axis = 1);
            let h6 = log_softmax(h4, axis = 1);
            let h7 = permute(h3, [1, 0, 2]);
            let h8 = relu(h7);
            let h9 = flatten(h8);
            let h10 = flatten((transpose(h2)));
            let h11 = concat(h10, h9);
            (l1(x1), h5_1, h5_2, h5_3, h6, h11)
        }
    }
    R043 {
        input x0: [3, 1];
        input x1: [2, 4];
        input x2: [3, 4, 1];
        l0: GroupNorm(1, eps = 1e-2, affine = false);
        l1: Linear(2 -> 3, bias = false);
        l2: Conv2d(3 -> 3, kernel = (1, 2), stride = 1, padding = 1, dilation = 2, groups = depthwise);
        l3: InstanceNorm2d(eps = 0.1, affine = false);
        l4: Softmax(axis = 2);
        fn forward(_x0, x1, x2) {
            let h0 = l1(permute((l0(x1)), [1, 0]));
            let h1 = permute(h0, [0, 1]);
            let h2 = l3(l2(x2));
            let h3 = h2 + h2;
            let h4 = l4(h3);
            let h5 = permute(h4, [0, 1, 2]);
            let h6 = silu(h5);
            let h7 = expand(h0, [4, 3]);
            (h1, l4(h6), h7)
        }
    }
    R044 {
        input: [1, 3];
        l0: Softmax(axis = 1);
        l1: Tanh();
        l2: LogSoftmax(axis = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = relu(h0);
            let h2 = -1 + (h0 + h1);
            let h3 = l0(h2);
            let h0 = l1(h3);
            let h5 = l2(h0);
            let (h6_0, h6_1, h6_2) = split(log_softmax(h5, axis = 1), axis = 1);
            let h5 = l1(h6_2);
            let h8 = l0(h0);
            let h9 = slice(h8, 0..1, axis = 1);
            (h6_0, h6_1, h5, h9)
        }
    }
    R045 {
        input: [1];
        #[frozen] l0: Flatten;
        #[frozen] l1: Linear(_ -> 2, bias = true);
        #[frozen] l2: Sigmoid;
        l3: Linear(3, bias = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = flatten(l1(h0));
            let x0 = l2(h1);
            let (h3_0, h3_1) = split(x0);
            let x0 = l0(h3_1);
            let h5 = l3(h1);
            let h6 = l0(h3_0);
            let h7 = h3_0 * h6;
            let h8 = expand(h1, [2]);
            (concat(h6, x0, h5, axis = 0), h5, h7, h8)
        }
    }
    R046 {
        input x0: [2, 5, 6];
        input x1: [4, 5];
        l0: Dropout;
        l1: Tanh();
        l2: Pad2d((1, 1, 1, 0));
        fn forward(x0, x1) {
            let h0 = expand(slice(permute(l0(x0), [0, 2, 1]), 1..2, axis = 1), [2, 4, 5]);
            let h1 = max(h0, axis = 0);
            let h2 = l1(h1);
            let h3 = x1 - gelu(h2);
            let h4 = l1(h3);
            let _h5 = permute(h4, [0, 1]);
            let h1 = l2(x0);
            h1
        }
    }
    R047 {
        input: [2, 2];
        l0: Glu(axis = 1);
        l1: Linear(4, bias = false);
        l2: PRelu;
        l3: BatchNorm1d(eps = 0.1);
        l4: LeakyRelu(0);
        l5: Silu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = l1(h0);
            let h3 = l2(h2) + h2;
            let h4 = avg_pool1d((elu(h3)), kernel = 2, stride = 1);
            let h5 = l3(h4);
            let h6 = l3(h5) - h5;
            let h2 = l4(h1);
            (h6, l5(h2))
        }
    }
    R048 {
        input: [1, 3];
        #[frozen] l0: Softplus();
        fn forward(x0) {
            let h0 = x0 - x0;
            let x0 = dropout(h0, 0.0);
            let h2 = expand(h0, [2, 3]);
            let h3 = glu(h2);
            let h4 = expand(x0, [2, 3]);
            let h4 = permute(h4, [1, 0]);
            let h6 = tanh(h4);
            let h2 = l0(h6);
            let h8 = 3.0 + h3;
            let h9 = sigmoid(h8);
            let _h10 = expand(h9, [3, 3]);
            (h9, gelu(h2))
        }
    }
    R049 {
        input: [2, 2, 4];
        l0: MaxPool2d(2, stride = 3, padding = 1);
        l1: PRelu(1);
        l2: Conv2d(4, kernel = (3, 2), stride = (1, 2), padding = same, bias = false);
        l3: Pad2d(padding = (0, 2, 2, 0), mode = zero);
        l4: BatchNorm2d(eps = 0.1);
        l5: Dropout;
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let h1 = l1(l0(x0));
            let h2 = l3((l2(l0(x0))));
            let _h3 = transpose(l4(h2));
            let h4 = l2(h1);
            (l0(h0), 1e-1 * l5(h4))
        }
    }
}

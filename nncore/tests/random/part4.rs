//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R100 {
        input x0: [4];
        input x1: [4];
        l0: LeakyRelu(slope = -0.3);
        l1: GroupNorm(5, eps = 0.1, affine = true);
        fn forward(x0, x1) {
            let x0 = 1.5 - x0;
            let x0 = silu(x0);
            let h2 = sum(x1 * x0, axes = 0, keep = false);
            let h3 = concat(h2, x0);
            let x0 = l0((permute(l0(h3), [0])));
            let x1 = l1(x0);
            let h6 = gelu(x1, approximate = none);
            let h7 = l1(h6);
            h7
        }
    }
    R101 {
        input x0: [4, 5];
        input x1: [2, 6, 2];
        l0: BatchNorm1d(eps = 0.1);
        l1: LayerNorm(eps = 1e-2);
        l2: AvgPool1d(3, stride = 1, padding = same);
        l3: Conv2d(1 -> 3, kernel = (3, 2), stride = 2, padding = same, dilation = 2, bias = false);
        fn forward(x0, x1) {
            let h0 = l1(l0(x0 + x0));
            let h1 = l2(expand(h0, [4, 5]));
            let (h2_0, h2_1, h2_2, h2_3) = split(h0, axis = 0);
            let _h3 = l3(slice(x1, ..1));
            (h2_0, h2_1, h2_2, x1, h2_3, l2(l0(h1)))
        }
    }
    R102 {
        input: [1, 4];
        l0: AvgPool1d(1, stride = 3, padding = same, count_include_pad = false);
        l1: Conv1d(4, kernel = 1, stride = 2, padding = valid, bias = false);
        l2: Dropout(0.0);
        train: l0, l1, l2;
        fn forward(x0) {
            let h0 = slice(x0, 0..1, axis = 0);
            let h0 = x0 + h0;
            let h2 = slice(h0, ..1, axis = 0);
            let x0 = l0(h2);
            let h4 = reshape(x0, [1, 2]);
            let h5 = l0(h0);
            let h6 = h5 + h5;
            let h7 = hard_swish(h4);
            let h8 = max(l2(x0), axis = 1, keep = true);
            (permute(l1(h6), [1, 0]), h7, h8)
        }
    }
    R103 {
        input: [4];
        l0: Linear(1 -> 4, bias = true);
        l1: Sigmoid;
        fn forward(x0) {
            let h0 = x0 / 2;
            let h1 = slice(h0, 0..1);
            let h2 = log_softmax(h1, axis = 0);
            let h3 = gelu(h2, approximate = none);
            let h4 = l0(h2);
            let h2 = l0(h1);
            let (h6_0, h6_1) = split(h4);
            let h7 = -x0;
            let h8 = l1(h7);
            let x0 = relu(h8);
            (h3, h2, h6_0, h6_1, x0)
        }
    }
    R104 {
        input: [2, 2, 1];
        l0: Sigmoid();
        l1: Silu;
        train: biases;
        fn forward(x0) {
            let h0 = x0 + 3.0;
            let h1 = x0 - h0;
            let h2 = max_pool2d(h1, kernel = 3, stride = (2, 1), padding = 1);
            let h3 = l0(h2);
            let h4 = expand(h3, [2, 4, 3]);
            let h5 = pad2d(h4, (2, 1, 0, 2));
            let h6 = l0(h3 * h2);
            let h4 = h0 + x0;
            let h8 = max_pool2d(h4, 1, stride = 1);
            let h9 = l1(h8);
            let h10 = expand(h9, [2, 2, 3]);
            (h5, h6, h10)
        }
    }
    R105 {
        input: [4, 3] in 0..5;
        l0: Embedding(4);
        l1: PixelShuffle(1);
        l2: Silu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = relu(softplus(h1));
            let h3 = dropout(h2, 0.0);
            let h2 = 2 - h3;
            let h5 = l1(h2);
            let h6 = expand(h5 - h0, [4, 3, 4]);
            (l2(h6), l1(h0))
        }
    }
    R106 {
        input x0: [1, 6, 4];
        input x1: [3, 6, 5];
        input x2: [3, 3, 1];
        l0: MaxPool1d(3, stride = 3, padding = valid);
        l1: Silu;
        l2: AvgPool1d(kernel = 1, stride = 3, padding = same);
        fn forward(_x0, x1, _x2) {
            let h0 = l0(elu(mean(x1, axes = 2), 0.7));
            let h1 = h0 + h0;
            let h2 = l1(h1);
            let h3 = l2((transpose(h0)));
            let h4 = h0 - h2;
            let h5 = gelu(h4, approximate = none);
            (reshape(h0, [3, 1, 2]), h3, h5)
        }
    }
    R107 {
        input: [3, 3, 2];
        l0: LayerNorm(axes = 3, eps = 0.1);
        l1: AvgPool2d(2, padding = 1, count_include_pad = true);
        l2: Elu(0.7);
        l3: Conv2d(3 -> 1, kernel = 1, padding = same, dilation = 2);
        l4: Linear(_ -> 3);
        fn forward(x0) {
            let h0 = expand(x0, [3, 3, 2]);
            let x0 = h0 + x0;
            let h2 = 0.5 * (x0 * x0);
            let h3 = l1(h2);
            let h4 = l2(slice(h3, 1..2, axis = 1));
            let h5 = l3(x0);
            let h6 = max(l0(x0), axes = 2);
            let h7 = l4(h6);
            (h5, softmax(h4), h7, h5)
        }
    }
    R108 {
        input: [1, 2, 2];
        l0: MaxPool2d(2, stride = (2, 1), padding = same, dilation = (1, 2));
        l1: LeakyRelu;
        l2: PixelShuffle(1);
        l3: InstanceNorm2d(eps = 1e-2);
        l4: Silu;
        train: biases;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = h0 * (h0 * h1);
            let h0 = l2(h0);
            let h4 = l0(x0);
            let h5 = l4((l3(h0)));
            let h6 = max(h5, axes = 1, keep = false);
            let h7 = concat(h6, h6, h6, h6, axis = 0);
            let h8 = l2(slice(h4, 0..1, axis = 0));
            (h2, h7, h8)
        }
    }
    R109 {
        input x0: [4, 2, 3];
        input x1: [3, 2, 1];
        l0: Conv2d(_ -> 1, kernel = 2, stride = (1, 2), padding = same);
        #[frozen] l1: Gelu;
        l2: PixelShuffle(1);
        fn forward(x0, x1) {
            let x0 = max(x0, axes = 2, keep = true);
            let h1 = max((l0(x0)), axes = (0, 2), keep = true);
            let h2 = l1(h1);
            let h3 = l2(l0(x0));
            let h4 = concat(h3, x1);
            (h2, expand(pad2d(h1, (1, 0), mode = reflect), [3, 4, 2]), avg_pool2d(l1(l0(x0)), kernel = 1, stride = (1, 3), padding = valid), h4)
        }
    }
    R110 {
        input: [3, 5];
        l0: Tanh();
        l1: Dropout(p = 0.25);
        l2: Silu();
        l3: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l2(h1);
            let h3 = dropout(h2, 0.0);
            let h4 = matmul(h3, h3, transpose_b = true);
            let h5 = -1 + (h1 / 1e-1);
            let h6 = matmul(h5, (h4 * h4), transpose_a = true, transpose_b = true);
            (slice(gelu((l3(h2)), approximate = none), 3..5, axis = 1), h6)
        }
    }
    R111 {
        input x0: [3, 3];
        input x1: [3, 2, 3];
        l0: Conv2d(3 -> 3, kernel = 3, stride = 2, padding = same, dilation = 2, groups = 1, bias = false);
        l1: Silu;
        l2: BatchNorm1d(eps = 0.1);
        l3: LeakyRelu(slope = -0.3);
        fn forward(x0, x1) {
            let h0 = x1 / 3.0;
            let h1 = sigmoid(avg_pool1d(x0, 3, stride = 1, padding = 1));
            let h2 = l0(h0);
            let h3 = transpose(h1);
            let h4 = glu(h2, axis = 2);
            let h5 = l1(h3);
            let h6 = l2(h5);
            let h7 = l3(h4);
            (sum(h3, keep = false), h6, slice(h7, 0..1, axis = 1), l0(x1))
        }
    }
    R112 {
        input x0: [2, 3];
        input x1: [7];
        input x2: [3, 5] in 0..1;
        input x3: [1];
        l0: AvgPool1d(2, stride = 3, padding = 1);
        l1: Conv1d(1 -> 2, kernel = 3, stride = 1, padding = same);
        fn forward(x0, _x1, _x2, x3) {
            let h0 = max(x0, axes = (0, 1));
            let h1 = hard_swish((h0 + -1));
            let h2 = hard_swish(max(x0, axes = (0, 1), keep = true));
            let h3 = concat(h2, h2, axis = 1);
            let h2 = l0(h3);
            let h0 = l1(-1 - h2);
            let h6 = x3 * h1;
            (glu(h0, axis = 0), h6)
        }
    }
    R113 {
        input x0: [4, 3] in 0..3;
        input x1: [4, 2];
        l0: Embedding(_ -> 2);
        l1: Embedding(6 -> 1);
        l2: Linear(2 -> 5, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(x0);
            let h2 = h1 / 1.5;
            let h3 = max(transpose(h0), axes = 2);
            let h4 = glu(h0);
            let x0 = glu(h4, axis = 0);
            let h6 = transpose(h2);
            let h7 = permute(h2, [2, 0, 1]);
            (x0, matmul(h3, x1, transpose_a = true, transpose_b = false), h4 + h4, l2(x1), h6, h7)
        }
    }
    R114 {
        input x0: [6] in 0..5;
        input x1: [6, 3];
        l0: Embedding(3);
        l1: Sigmoid;
        l2: Tanh();
        train: l0, l2;
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let x0 = x0 * x0 * 3.0;
            let x0 = gelu(x0);
            let h3 = tanh(l1(softplus(x0)));
            let h4 = l1(h3);
            let h5 = h4 + x1;
            let h5 = l2(h5);
            let h7 = gelu(h5, approximate = tanh);
            let h8 = h5 * h5;
            (h7, h8)
        }
    }
    R115 {
        input x0: [2, 3, 4];
        input x1: [4, 3];
        l0: GroupNorm(2, affine = true);
        l1: Glu;
        l2: LayerNorm(axes = 2, eps = 0.1);
        l3: Tanh();
        l4: Linear(3, bias = false);
        fn forward(x0, x1) {
            let h0 = pad2d(x0, (0, 2, 1, 0), mode = reflect);
            let h1 = l1(l0(l0(h0)));
            let h2 = l2(h1);
            let h3 = elu(h2, 0.7);
            let _h4 = l3(h0);
            let h0 = l4(x1);
            let h6 = reshape(reshape(h0, [1, 3, 4, 1]), [3, 4, 1]);
            (h3, h6)
        }
    }
    R116 {
        input x0: [3, 2];
        input x1: [4, 2];
        input x2: [3, 1];
        l0: Tanh();
        l1: AvgPool1d(kernel = 2, padding = 1);
        l2: Linear(_ -> 2);
        fn forward(x0, x1, x2) {
            let h0 = matmul(x1, x0, transpose_b = true);
            let x1 = reshape(h0, [1, 3, 4, 1]);
            let h2 = l1(x0);
            let h3 = x0 * h2;
            let h4 = l0(h3);
            let h5 = mean(x0, axis = 1, keep = true);
            let h6 = x2 * h5;
            let h7 = l1(l2(h4));
            let h8 = l1(h7);
            let h9 = x0 - h8;
            let h10 = reshape(l0(x1), [3, 4, 1]);
            (h10, h6, h9)
        }
    }
    R117 {
        input x0: [4, 3, 5];
        input x1: [4, 3, 3];
        l0: Conv2d(4, kernel = 1, padding = valid, dilation = 2, groups = depthwise);
        l1: LayerNorm(axes = 1);
        l2: Upsample2d(scale = (2, 1));
        l3: Elu;
        fn forward(x0, x1) {
            let h0 = reshape(x0, [60]);
            let _h1 = h0 + h0;
            let h2 = l0(x0);
            let h3 = l2(h2);
            let h4 = h3 / -0.7;
            let h5 = softplus(l2(x0));
            let h6 = transpose((l1(l0(x0))));
            let h0 = concat(x1, h6, axis = 1);
            let h8 = l3(h0);
            (h6, h4, h5, h8)
        }
    }
    R118 {
        input: [1, 4];
        l0: AvgPool1d(kernel = 2, padding = 1);
        l1: HardSwish;
        train: l0;
        fn forward(x0) {
            let h0 = l0(gelu(x0));
            let h1 = permute(h0, [0, 1]);
            let (h2_0, h2_1, h2_2) = split(h0, axis = 1);
            let h3 = gelu((softplus(x0)), approximate = tanh);
            let h4 = slice(h2_1, 0..1, axis = 1);
            (h1, h2_0, h2_1, elu(h2_2), l1(l0(-h3)), h4)
        }
    }
    R119 {
        input x0: [6] in 0..4;
        input x1: [3, 4];
        l0: Embedding(_ -> 4);
        l1: Glu(axis = 1);
        l2: RmsNorm(eps = 0.1);
        l3: LogSoftmax(axis = 1);
        l4: Glu(axis = 1);
        fn forward(x0, x1) {
            let h0 = matmul(x1, l0(x0), transpose_b = true);
            let h1 = permute(h0, [0, 1]);
            let h2 = l1(h0);
            let h3 = l2(h2);
            let h4 = l0(x0);
            let h5 = l3(h0);
            let h6 = gelu(h0);
            let h7 = permute(h3, [1, 0]);
            let h8 = l4(h6);
            let h9 = flatten(relu(h8));
            let h10 = flatten(h7);
            let h11 = concat(h10, h9);
            (h1, x1, h4, h5, l1(h6), h11)
        }
    }
    R120 {
        input x0: [3, 5, 3];
        input x1: [3, 5, 3];
        l0: GroupNorm(1);
        l1: Tanh;
        l2: PixelShuffle(1);
        fn forward(x0, x1) {
            let h0 = sum(elu(x0 * x1, alpha = 1.5));
            let h1 = slice(h0, ..1, axis = 0);
            let h2 = l0(h1);
            let h3 = dropout(l1(h2), p = 0.25);
            let h4 = l1(x0);
            let _h5 = l2(h4);
            let h6 = max(h3, axis = 0);
            (l1(h2), h6)
        }
    }
    R121 {
        input x0: [1, 5] in 0..3;
        input x1: [4, 6, 3];
        input x2: [2, 3, 4];
        input x3: [2, 7, 6];
        l0: MaxPool2d(kernel = 3, stride = (1, 2), padding = same, dilation = (1, 2));
        l1: Pad2d(padding = (2, 1, 2, 2), mode = zero);
        l2: LayerNorm(axes = 3);
        l3: BatchNorm2d(2, eps = 0.1);
        l4: LogSoftmax(axis = 2);
        fn forward(_x0, _x1, x2, x3) {
            let h0 = matmul(x2, x2, transpose_a = true, transpose_b = false);
            let h1 = l1((l0(h0)));
            let h2 = l3(h1);
            let h3 = l2(l2(l0(h0)));
            let h4 = l4(h3);
            let h5 = matmul(h4, h4, transpose_b = true);
            let h6 = x3 - h1;
            let h7 = pad2d(h2, (0, 0, 1, 0), mode = zero);
            (h5, h6, h7, l4(h4))
        }
    }
    R122 {
        input: [2, 2];
        l0: RmsNorm(axes = 2, eps = 1e-2);
        l1: Softplus();
        fn forward(x0) {
            let (h0_0, h0_1) = split(x0, axis = 1);
            let x0 = relu(h0_0);
            let h2 = glu(x0, axis = 0);
            let h3 = max((matmul(h0_1, h2, transpose_a = false, transpose_b = true)), keep = true);
            let h4 = l0(h3);
            let h5 = l1(h4);
            let h3 = avg_pool1d(h5, kernel = 2, stride = 3, padding = 1);
            let h0_1 = transpose(h3);
            l1(h0_1)
        }
    }
    R123 {
        input: [1, 1];
        l0: Linear(1 -> 2, bias = true);
        l1: LeakyRelu(0.2);
        l2: Softplus();
        l3: Linear(4, bias = false);
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = gelu(h0);
            let h2 = concat(sum((l1(l0(h1))), axes = (0, 1), keep = true), h1, x0, axis = 1);
            let h3 = l2(h2);
            let h4 = l3(h1);
            let _h5 = expand(h3, [3, 3]);
            let h6 = softmax(h2, axis = 1);
            (h4, l0(h1), h6, h2, 2 - h2, h4)
        }
    }
    R124 {
        input: [1, 5, 3];
        l0: Pad2d(padding = (0, 0, 0, 2));
        l1: LogSoftmax;
        l2: Upsample2d(scale = 1);
        l3: Conv2d(1 -> 1, kernel = 3, stride = 2, padding = same, bias = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = pixel_shuffle(gelu(l1(h0)), 1);
            let h2 = l1((transpose(h1)));
            let h3 = l2(h2);
            let h4 = l1(h3);
            let (h5_0, h5_1, _h5_2, h5_3, h5_4) = split(reshape(x0, [15]));
            let h6 = l3(h4);
            (h5_0, h5_1, h5_3, h5_4, h6)
        }
    }
}

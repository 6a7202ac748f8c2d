//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R050 {
        input: [3, 6, 5];
        l0: HardSwish();
        l1: Softmax(axis = 2);
        l2: Parameter([3, 2, 2], init = normal(0.5));
        fn forward(x0) {
            let h0 = reshape(x0, [3, 1, 5, 2, 3]);
            let _h1 = l0(h0);
            let h2 = h0 + zeros([3, 1, 5, 2, 3]);
            let h3 = pixel_shuffle(x0, 1);
            let h4 = max_pool2d(h3, 3, stride = 2, padding = 1, dilation = 2);
            let h5 = matmul(h4, h4);
            let h6 = h2 + h0;
            let h7 = l0(h2);
            let h8 = reshape(h6, [15, 2, 3]);
            let h9 = reshape(h7 + h7, [15, 2, 3]);
            (global_avg_pool2d(h3), h8, l1(h3), h9, h5 * l2)
        }
    }
    R051 {
        input x0: [2, 4];
        input x1: [2, 3];
        input x2: [1, 2];
        l0: LayerNorm(axes = 2, eps = 0.1);
        l1: Parameter([2, 3], init = uniform(1.5));
        l2: Linear(_ -> 5);
        l3: MaxPool1d(kernel = 3, stride = 1, padding = 0, dilation = 2);
        fn forward(x0, x1, _x2) {
            let h0 = softmax(x1);
            let h1 = relu(h0 + l1);
            let h2 = max_pool1d(h1, 2, stride = 3, padding = 1, dilation = 2);
            let h3 = expand(l0(x0), [2, 4]);
            let h1 = l2(h2);
            let (h5_0, _h5_1, h5_2) = split(h0, axis = 1);
            let _h6 = matmul(h5_0, h5_2, transpose_a = true, transpose_b = false);
            let h7 = gelu(h5_0, approximate = none);
            (h3, l3(-0.7 * h1), h7)
        }
    }
    R052 {
        input x0: [1, 5] in 0..3;
        input x1: [1, 1, 1];
        l0: Embedding(3 -> 1);
        l1: Elu(alpha = 1.5);
        l2: Parameter([1, 5, 1], init = -1);
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = matmul(l1(permute(x0, [0, 1, 2])), x0, transpose_a = true);
            let h2 = l1(x0) + x0;
            let h3 = h2 * l2;
            let _h4 = matmul(h3, h1, transpose_b = true);
            (x1 * h1, softmax(max(h2, axes = (1, 2)), axis = 0))
        }
    }
    R053 {
        input x0: [1, 4, 6];
        input x1: [3, 3];
        input x2: [2, 2, 5];
        input x3: [3, 3];
        l0: Linear(5, bias = true);
        l1: Linear(5 -> 5, bias = true);
        l2: AvgPool1d(3, stride = 1, count_include_pad = false);
        l3: Parameter([3, 5], init = 0.7);
        l4: AvgPool1d(kernel = 3, stride = 2, count_include_pad = true);
        fn forward(_x0, x1, x2, x3) {
            let h0 = concat(x3, x3, x1, axis = 1);
            let h1 = l0(h0);
            let h2 = reshape(h0, [9, 1, 1, 3]);
            let h3 = l1(h1);
            let h4 = l2(h3);
            let h5 = expand(h1, [3, 5]);
            let h6 = h5 + l3;
            let h7 = l4(h6);
            let h8 = (l2(h6)) * h4;
            let h9 = avg_pool2d(x2, (2, 1), stride = (3, 1), padding = same);
            let h10 = reshape(h2 - h2, [9, 1, 3]);
            (h10, h7, h8, h9)
        }
    }
    R054 {
        input: [2];
        l0: Dropout;
        l1: Softmax;
        l2: RmsNorm(axes = 1, eps = 0.1);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = h0 - x0;
            let h2 = l0(h1);
            let h3 = l1(h2) - h1;
            let h4 = l2(l0(l2(h0)));
            let h5 = x0 + h4;
            let h6 = expand(h5, [2]);
            let h7 = l0(h6);
            let h8 = concat(h7, h7, h3, axis = 0);
            h8
        }
    }
    R055 {
        input: [2, 2, 2];
        l0: BatchNorm2d;
        l1: Relu();
        l2: LayerNorm(axes = 3, eps = 1e-2);
        fn forward(x0) {
            let h0 = matmul(x0, x0);
            let h1 = upsample2d(h0, (1, 2));
            let h2 = l0(h1);
            let h3 = permute(h1, [1, 2, 0]);
            let h4 = l0((l0(l0(h2))) - 3.0);
            let h5 = relu(h2);
            let h6 = l2(l1(h4));
            (h3, l1(h5), h6)
        }
    }
    R056 {
        input x0: [4, 6, 2];
        input x1: [3, 5, 3];
        input x2: [1, 4] in 0..1;
        input x3: [4, 6, 3];
        l0: LayerNorm(eps = 0.1);
        fn forward(x0, _x1, _x2, x3) {
            let (h0_0, h0_1, h0_2) = split(x0, axis = 1);
            let x0 = softmax(h0_2, axis = 2);
            let h0_2 = pad2d(x0, padding = (2, 2, 1, 0));
            let h3 = x3 - h0_2;
            let h4 = x0 + h0_1;
            let h5 = permute(h4, [1, 0, 2]);
            let h5 = max_pool2d(h5, (1, 3), stride = (3, 1), padding = (0, 0, 0, 1));
            let h7 = h5 - h5;
            let h8 = reshape(h0_0, [2, 1, 2, 4]);
            let h9 = 2 * h8;
            let h10 = leaky_relu(h5, 0.2);
            let h11 = reshape(h9, [2, 2, 4]);
            (h3, h7, h11, l0((max(h10, axes = 0, keep = true))))
        }
    }
    R057 {
        input: [1, 2] in 0..5;
        l0: Embedding(5 -> 3);
        l1: PRelu(1);
        l2: LogSoftmax(axis = 1);
        l3: Conv2d(1 -> 1, kernel = 3, padding = (2, 1), groups = 1);
        l4: Softplus();
        fn forward(x0) {
            let h0 = l1((l0(x0)));
            let h1 = log_softmax(h0, axis = 2);
            let _h2 = l3(l2(h1));
            let x0 = l4(h1);
            let (_h4_0, _h4_1, h4_2) = split(l2(x0), axis = 2);
            let _h5 = max(h4_2, axis = 1);
            let h6 = l4(h1);
            let h7 = reshape(reshape(h6, [1, 1, 1, 2, 3, 1]), [2, 3, 1]);
            (slice(h1, ..1, axis = 1), h7, h0)
        }
    }
    R058 {
        input: [3, 3, 1];
        l0: Parameter([1, 3, 3], init = normal(0.5));
        l1: RmsNorm(eps = 1e-2);
        l2: BatchNorm2d(eps = 0.1);
        fn forward(x0) {
            let h0 = transpose(x0);
            let x0 = softplus(h0);
            let h2 = permute(x0, [1, 0, 2]) * l0;
            let h3 = gelu(h2);
            let h4 = h3 / 1.5;
            let h5 = h2 - zeros([1, 3, 3]);
            let h6 = avg_pool2d(h5, 3, stride = 2, padding = 1, count_include_pad = true);
            let h7 = sum(x0, axis = 2, keep = true);
            let h8 = l1(h6);
            let _h9 = l2(h8);
            let h10 = softmax(h4, axis = 2);
            (h7, h10)
        }
    }
    R059 {
        input x0: [3] in 0..3;
        input x1: [3, 1];
        l0: Embedding(1);
        l1: LeakyRelu(0.2);
        l2: AvgPool1d(1, stride = 1, count_include_pad = false);
        l3: Linear(_ -> 5);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = h1 + h1;
            let h3 = l1(h1);
            let h4 = x1 - h3;
            let h5 = l1(h4);
            let h6 = elu(l2(h0));
            let h7 = h6 + h5;
            let h8 = l3(x1);
            (concat(h2, h0, axis = 1), h7, h8)
        }
    }
    R060 {
        input x0: [3, 5] in 0..1;
        input x1: [3, 4, 2];
        input x2: [2, 4, 5];
        l0: PRelu(1);
        l1: Pad2d(padding = (0, 0, 2, 0), mode = reflect);
        fn forward(_x0, x1, x2) {
            let x2 = elu(x2, 0.7);
            let h1 = expand(x2, [2, 4, 5]);
            let _h2 = log_softmax(h1 * x2, axis = 2);
            let h3 = transpose(x2);
            let h4 = l0(x1 + x1);
            let h5 = 2 - (l0(h4));
            let h6 = transpose(h5);
            let h7 = l1(h6);
            (avg_pool2d(h3, (2, 1), stride = 2, padding = same, count_include_pad = false), h7)
        }
    }
    R061 {
        input x0: [4, 3, 2];
        input x1: [7];
        l0: Glu;
        #[frozen] l1: Conv2d(4 -> 3, kernel = 3, stride = 2, padding = (0, 1));
        #[frozen] l2: LayerNorm(axes = 2, eps = 0.1);
        l3: Dropout(0.3);
        l4: Silu();
        fn forward(x0, x1) {
            let h0 = l0(concat(x1, x1, x1, x1, axis = 0));
            let h1 = l1(x0);
            let h2 = l2((l1(sigmoid(x0))));
            let _h3 = l3(h0);
            let h4 = avg_pool2d(h2, 2, padding = same, count_include_pad = true);
            let h5 = h4 + h1;
            let x0 = l4(h4);
            let (h7_0, h7_1, h7_2) = split(x0, axis = 0);
            let h8 = h7_2 * h7_0;
            (h5, h7_1, h8)
        }
    }
    R062 {
        input x0: [4, 1, 5];
        input x1: [4, 1, 4];
        l0: PixelShuffle(1);
        l1: Gelu(approximate = none);
        l2: PixelShuffle(1);
        train: l0, l1, l2;
        fn forward(x0, x1) {
            let h0 = l0((log_softmax(x0, axis = 0)));
            let h0 = expand(h0, [4, 2, 5]);
            let h2 = permute(pad2d(x1, (1, 0, 1, 2), mode = zero), [1, 0, 2]);
            let h3 = mean(l2(leaky_relu(dropout(l0(slice(l1(h0), 1.., axis = 1)), 0.3), slope = -0.3)), axes = (0, 1));
            (h2, h3, h0)
        }
    }
    R063 {
        input: [6];
        l0: Elu(alpha = 1.5);
        l1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        l2: Relu;
        l3: Gelu(approximate = none);
        fn forward(x0) {
            let h0 = l1((l0(x0)));
            let h1 = glu(h0, axis = 0);
            let h2 = l1(h0);
            let h3 = x0 + h2;
            let h4 = l2(l0(h3));
            let _h5 = h4 + zeros([6]);
            (x0, -h3, l3((h1 - h1)))
        }
    }
    R064 {
        input: [3, 2];
        l0: Parameter([3, 2], init = 0.7);
        l1: Sigmoid;
        l2: LayerNorm(axes = 2, eps = 0.1);
        fn forward(x0) {
            let h0 = x0 + l0;
            let h1 = l1(h0);
            let h2 = permute(h1, [0, 1]);
            let h3 = expand((reshape(h2, [1, 1, 3, 2, 1, 1])), [2, 3, 3, 2, 3, 1]);
            let h4 = silu(h0);
            let h5 = l1(h4);
            let h6 = h5 - zeros([3, 2]);
            let h7 = transpose((dropout(x0, 0.0)));
            let x0 = l2(h7);
            let h9 = reshape(h3, [36, 3, 1]);
            (h9, h6, x0)
        }
    }
    R065 {
        input: [7] in 0..4;
        l0: Embedding(_ -> 2);
        l1: GroupNorm(1, affine = true);
        l2: Parameter([7, 1], init = -1);
        l3: Elu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = mean(h0, axes = 1, keep = true);
            let h2 = l0(x0);
            let h3 = tanh(h2);
            let h4 = (l1(l1(glu(l0(x0), axis = 1)))) * l2;
            let h5 = max(h1);
            let h0 = l3(avg_pool1d(h0, 3, stride = 2, padding = 1, count_include_pad = true));
            (h3, h4, h5, h0)
        }
    }
    R066 {
        input x0: [2, 5, 1];
        input x1: [2, 5, 1];
        l0: ConvTranspose2d(_ -> 3, kernel = 3, stride = (1, 2), padding = (1, 0), bias = false);
        l1: Flatten;
        l2: PRelu;
        l3: RmsNorm(axes = 2);
        fn forward(x0, x1) {
            let h0 = gelu(x0, approximate = none);
            let h1 = mean(l0(slice(h0, ..2)), axes = 1);
            let h2 = l1(h1);
            let h0 = h2 - h2;
            let h4 = expand(h0, [9]) + h2;
            let h5 = transpose(h1);
            let h6 = l3(h5);
            let h7 = x0 + x1;
            (h4, l2(h2), h6, h7)
        }
    }
    R067 {
        input: [1, 3, 6];
        l0: Dropout(p = 0.25);
        l1: Parameter([1, 3], init = -1);
        l2: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = 0.5 + glu(gelu(x0), axis = 2);
            let x0 = max(h0, axis = 1);
            let h2 = x0 + 1.5;
            let h3 = l0((h2 * 1e-1));
            let h0 = (l0(h3)) * l1;
            let h5 = l2(h0);
            let h6 = transpose(h5);
            let h7 = l2(h3);
            (h6, h7)
        }
    }
    R068 {
        input: [4, 3, 5];
        l0: Tanh();
        l1: Silu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h2 = relu(h1);
            let h3 = max_pool2d(h2, kernel = 1, stride = 3, padding = valid, dilation = (2, 1));
            let h4 = matmul(h0, l0(h1), transpose_b = true);
            let h5 = 2 - h4;
            let (h6_0, _h6_1, h6_2) = split(l0(h5), axis = 1);
            let h7 = l0(h6_0);
            let h8 = l1(h3);
            let h9 = l1(h7);
            (h6_2, h8, h9)
        }
    }
    R069 {
        input x0: [2] in 0..6;
        input x1: [2, 5];
        input x2: [2, 1, 3];
        l0: Conv2d(5 -> 2, kernel = 1, padding = same, groups = 1, bias = true);
        l1: PRelu(1);
        l2: Conv2d(_ -> 2, kernel = 1, stride = 2, groups = 2);
        l3: BatchNorm2d(eps = 0.1);
        fn forward(_x0, x1, x2) {
            let h0 = reshape(x1, [5, 1, 2]);
            let x2 = concat(x2, (l0(h0)), l0(h0), axis = 2);
            let h2 = l1(x2);
            let (_h3_0, h3_1, h3_2, h3_3, h3_4, h3_5, h3_6) = split(h2, axis = 2);
            let _h4 = reshape(l0(h0), [2, 1, 1, 2, 1, 1]);
            let h5 = l3(h3_1);
            let h6 = flatten(h5);
            let h7 = flatten((l3(h3_5)));
            let h8 = concat(h7, h6);
            let h9 = flatten(h8);
            let h10 = flatten(l2(h3_5));
            let h11 = concat(h10, h9);
            (h3_2, h3_3, h2, h3_4, h3_6, h11)
        }
    }
    R070 {
        input x0: [3, 2, 6];
        input x1: [1, 2] in 0..4;
        input x2: [6, 2, 1];
        l0: LogSoftmax(axis = 0);
        l1: Dropout(0.0);
        l2: Gelu;
        fn forward(x0, _x1, x2) {
            let h0 = x0 + 1e-1;
            let h1 = x0 * h0;
            let h1 = l0(h1);
            let h3 = permute(h1, [2, 1, 0]);
            let h3 = l1(h3);
            let h5 = matmul(x2, h3, transpose_a = true);
            let h6 = l2(h5);
            let _h7 = h3 * h3;
            let h8 = avg_pool2d(h6, 1, stride = 2, count_include_pad = false);
            let h9 = softplus(h8);
            let h10 = matmul(h9, h8, transpose_a = true);
            (x0 - h1, h8, h10)
        }
    }
    R071 {
        input: [4, 3, 2];
        #[frozen] l0: HardSwish;
        #[frozen] l1: Linear(2 -> 5);
        #[frozen] l2: Linear(_ -> 1);
        fn forward(x0) {
            let h0 = mean(leaky_relu(x0, slope = -0.3), axes = (0, 1), keep = false);
            let h1 = leaky_relu(x0);
            let h2 = l0(h1);
            let _h3 = l1(h0);
            let h4 = 1.5 + h1;
            let h5 = dropout(h4);
            let h6 = -h2;
            let h7 = slice(h6, 0..2, axis = 0);
            let h8 = l2(max(h7, axes = (0, 2)));
            (h5, -h8)
        }
    }
    R072 {
        input x0: [2, 2] in 0..3;
        input x1: [1, 3];
        input x2: [1, 3];
        l0: GroupNorm(2);
        l1: Elu(0.7);
        fn forward(_x0, x1, x2) {
            let h0 = concat(x1, x2, x1, x2, axis = 0);
            let h1 = l0(h0);
            let h2 = 1e-1 - h0;
            let h3 = gelu(l0(h2));
            let h4 = transpose(l1(h3));
            let h5 = l0(l1(h1));
            let h3 = transpose(h4);
            let h7 = l1(h3 - zeros([4, 3]));
            (h5, x2, h7)
        }
    }
    R073 {
        input: [2, 2] in 0..6;
        l0: Embedding(_ -> 4);
        l1: RmsNorm;
        l2: LogSoftmax(axis = 3);
        l3: HardSwish;
        fn forward(x0) {
            let h0 = gelu(l0(x0), approximate = tanh);
            let h1 = pad2d(l0(x0), padding = (1, 2, 1, 2));
            let h2 = reshape(h1, [10, 1, 7, 1]);
            let h3 = l1(sigmoid(h0));
            let h4 = 1e-1 * h3;
            let h5 = l3(h0);
            let h6 = reshape(l2(h2), [10, 7, 1]);
            (h6, h4, h5)
        }
    }
    R074 {
        input: [2, 4];
        l0: Parameter([2, 4], init = -1);
        l1: Parameter([4, 2], init = 0.7);
        l2: Glu(axis = 1);
        l3: Linear(1 -> 5, bias = false);
        l4: Tanh();
        fn forward(x0) {
            let h0 = x0 + l0;
            let h1 = leaky_relu(h0) - x0;
            let h2 = transpose(h1);
            let h3 = tanh(h2);
            let h4 = h3 * l1;
            let h5 = l2(h4);
            let h6 = l3(h5);
            let h7 = transpose(h6);
            let h8 = l4(h3);
            (matmul(h1, h5, transpose_a = false), h7, l2(h8), h3)
        }
    }
}

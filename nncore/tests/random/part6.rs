//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R150 {
        input x0: [4, 2, 2];
        input x1: [3, 1, 3];
        input x2: [7];
        l0: Tanh;
        l1: ConvTranspose2d(3 -> 2, kernel = (3, 2), stride = (1, 2), padding = 1, output_padding = (0, 1), bias = false);
        l2: Linear(2, bias = true);
        l3: AvgPool2d(2, stride = 3, padding = same);
        fn forward(x0, x1, x2) {
            let h0 = elu(x0, alpha = 1.5);
            let h1 = l0(h0);
            let h2 = h1 - zeros([4, 2, 2]);
            let h3 = l0(x1);
            let h4 = transpose(x0);
            let h5 = l1(h3);
            (l0(l1(x1)), l2(x2), h5, h2 + h4, l3(global_avg_pool2d(h0)))
        }
    }
    R151 {
        input: [2, 1] in 0..4;
        l0: Embedding(4 -> 4);
        l1: Upsample2d(1);
        fn forward(x0) {
            let h0 = avg_pool2d(l0(x0), 1, stride = 1, padding = same);
            let h1 = l1(h0);
            let h2 = global_avg_pool2d((permute(h1, [1, 2, 0])));
            let h3 = l0(x0);
            let h4 = h3 - (h3 - h3);
            let h1 = matmul(h2, h2 * h2, transpose_a = false, transpose_b = true);
            let _h6 = h4 - h4;
            let h7 = concat(h1, h1, h2, axis = 0);
            h7
        }
    }
    R152 {
        input: [4, 4];
        l0: Conv1d(4 -> 4, kernel = 2, padding = valid, dilation = 2, groups = depthwise, bias = false);
        l1: Softplus();
        fn forward(x0) {
            let h0 = softmax(x0, axis = 1);
            let h1 = l0(h0);
            let h2 = slice((l1((expand(h1, [4, 2])))), 0..3);
            let h3 = max_pool1d(h2, 1, stride = 2, padding = 0);
            let h4 = reshape(h3, [1, 3, 1, 1, 1]);
            let _h5 = permute(dropout(h1, 0.0), [0, 1]);
            let h6 = max(h4, axes = (0, 3, 4), keep = true);
            let h7 = reshape(h6, [3, 1, 1]);
            h7
        }
    }
    R153 {
        input: [3, 5] in 0..4;
        l0: Embedding(5 -> 3);
        l1: Sigmoid();
        l2: Upsample2d(scale = 1);
        l3: Elu(0.7);
        train: l0, l2, l3;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = l1(h1);
            let h3 = upsample2d(h2, (1, 2));
            let h4 = transpose(h3);
            let h5 = l2(h4) - h4;
            let h6 = max(h0 - h0, axes = (0, 2), keep = false);
            let h7 = l3(h2);
            (h5, concat(h6, h6, h6, axis = 0), h7, h0)
        }
    }
    R154 {
        input x0: [2, 6, 5];
        input x1: [3, 5, 5];
        l0: Dropout;
        l1: Upsample2d(scale = 1);
        l2: Conv2d(2, kernel = 2, stride = 2, padding = (2, 1), groups = depthwise, bias = false);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = expand(h0, [2, 6, 5]);
            let h2 = l0((elu(x1)));
            let h3 = tanh(h2);
            let h4 = l0(max(h2, axis = 0, keep = true));
            let x0 = l0(h4);
            let h6 = l1(h1);
            (flatten(h6), h3 * 1e-1, l2(x0))
        }
    }
    R155 {
        input x0: [4, 2];
        input x1: [1, 4, 1];
        l0: AvgPool1d(2, padding = same, count_include_pad = false);
        l1: Upsample2d((2, 1));
        l2: Linear(_ -> 1);
        l3: PixelShuffle(1);
        l4: Dropout;
        l5: Conv2d(2, kernel = 1, stride = (2, 1), padding = same, dilation = 2, groups = 1);
        l6: RmsNorm(axes = 1, eps = 1e-2);
        l7: Gelu(approximate = none);
        l8: Gelu;
        fn forward(x0, x1) {
            let (h0_0, h0_1) = split(x1, axis = 1);
            let h1 = l0(x0);
            let h2 = l3(h0_0);
            let h3 = l5(x1);
            let h4 = l6(l2(h1));
            let h5 = h4 + 1.5;
            let h6 = l7(l4(h2));
            let h7 = max_pool2d(h6, kernel = (1, 2), stride = (2, 3), padding = (0, 1));
            let h8 = l8(h3);
            (l1(h0_1), h5, h7, h8)
        }
    }
    R156 {
        input: [3, 2, 2];
        l0: Parameter([3, 4, 2], init = -1);
        l1: Softplus;
        l2: Sigmoid();
        fn forward(x0) {
            let h0 = x0 + zeros([3, 2, 2]);
            let h1 = log_softmax(h0);
            let h2 = upsample2d(h1, (2, 1)) + l0;
            let (h3_0, h3_1, h3_2) = split(permute(h2, [2, 0, 1]), axis = 1);
            let h4 = h3_1 * l1(h3_2);
            let h5 = l2(h1);
            let h6 = softplus(h3_2);
            (h3_0, h4, h5, h6)
        }
    }
    R157 {
        input: [2, 5, 6];
        l0: Conv2d(2 -> 1, kernel = 3, stride = (2, 1), padding = (2, 1, 0, 2), dilation = 2, bias = false);
        l1: ConvTranspose2d(1 -> 2, kernel = (2, 1), stride = (2, 1), padding = (0, 1), bias = false);
        l2: PRelu(1);
        fn forward(x0) {
            let h0 = tanh(x0);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = pixel_shuffle(l2(h2), 1);
            let h4 = l2(l2(h3));
            let h5 = concat(h3, h4, axis = 1);
            let h6 = reshape(h2, [4, 4]);
            let h7 = h4 - -1;
            let h8 = l0(h0);
            let h9 = h8 - h8;
            (h5, h4, h6, h7, h9, h5)
        }
    }
    R158 {
        input: [2, 3, 1];
        l0: Relu();
        l1: Conv2d(_ -> 4, kernel = (2, 1), dilation = (2, 1), groups = depthwise, bias = false);
        l2: GroupNorm(2, eps = 1e-2);
        l3: AvgPool2d((2, 1), stride = (2, 3), padding = same, count_include_pad = false);
        fn forward(x0) {
            let h0 = reshape(x0, [3, 2, 1, 1]);
            let h1 = silu(h0);
            let h2 = slice(h1, 0..1, axis = 3);
            let h3 = l0(h2);
            let x0 = l1(x0);
            let h2 = l3(l2(x0));
            let h6 = reshape(transpose(h3), [6, 1, 1]);
            (h2, h6)
        }
    }
    R159 {
        input x0: [4, 3, 6];
        input x1: [1, 4, 1];
        l0: Conv2d(4 -> 4, kernel = (2, 1), stride = (1, 2), padding = (2, 1, 1, 0), dilation = 2, groups = depthwise);
        l1: Dropout(0.0);
        l2: ConvTranspose2d(_ -> 1, kernel = (1, 3), padding = (0, 1));
        fn forward(x0, x1) {
            let h0 = sum(x0, axes = 2, keep = true);
            let h1 = l1(l0(h0 + h0)) - zeros([4, 4, 1]);
            let h2 = l0(h0);
            let h3 = l2(l1(h1));
            let h4 = h3 * x1;
            (h2, h4, h2)
        }
    }
    R160 {
        input: [3, 4] in 0..3;
        l0: Embedding(_ -> 2);
        l1: ConvTranspose2d(_ -> 3, kernel = (2, 1), stride = (1, 2), padding = 0, output_padding = 0, groups = 3, bias = true);
        l2: HardSwish();
        l3: MaxPool2d(kernel = (1, 2), stride = 2, padding = same);
        l4: InstanceNorm2d;
        fn forward(x0) {
            let x0 = l1(l0(x0));
            let h1 = leaky_relu(concat(x0, x0, axis = 2));
            let h2 = h1 * h1;
            let h3 = softplus(l2(x0));
            let h4 = concat(h1, h2, axis = 0);
            let h5 = slice(h4, 1..2, axis = 1);
            let h6 = reshape(reshape(h3, [1, 5, 1, 1, 9]), [5, 1, 9]);
            (h6, l4(l3(h5)))
        }
    }
    R161 {
        input: [3, 6, 2];
        l0: Glu(axis = 2);
        l1: Silu;
        l2: Conv2d(3 -> 1, kernel = (3, 1), dilation = (2, 1), bias = false);
        l3: Conv2d(1 -> 3, kernel = 1, dilation = 2, groups = 1);
        l4: Linear(5, bias = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = l2(h0);
            let h3 = l3(h2);
            let h4 = l3(h2);
            let h1 = l4(flatten(h1));
            let h6 = mean(h0, axes = (1, 2), keep = true);
            (h0, h3, h4, gelu(h1), h6, h0)
        }
    }
    R162 {
        input x0: [4];
        input x1: [7];
        l0: Softmax(axis = 0);
        l1: LogSoftmax;
        fn forward(x0, x1) {
            let h0 = glu(x0, axis = 0);
            let h1 = concat(x1, x1, h0);
            let h2 = softplus(h1) + h1;
            let h3 = l0(h2);
            let h1 = l1(h3);
            let (h5_0, h5_1, h5_2, h5_3) = split(h1);
            let h6 = h5_2 * h5_0;
            let (h7_0, h7_1, h7_2, h7_3) = split(h6);
            let h8 = l1(h2);
            let h9 = flatten(h8);
            let h10 = flatten(h7_3);
            let h11 = concat(h10, h9);
            (h5_1, h5_3, h7_0, h7_1, h7_2, h11)
        }
    }
    R163 {
        input: [3, 1, 3];
        l0: Conv2d(1 -> 2, kernel = (3, 2), stride = (2, 1), padding = 1, groups = 1, bias = false);
        l1: BatchNorm2d(eps = 0.1);
        l2: Parameter([1, 1, 1], init = 0.7);
        fn forward(x0) {
            let h0 = -1 * x0;
            let h1 = max_pool2d(h0, kernel = (3, 2), stride = 3, padding = same, dilation = 2);
            let h2 = mean(h1, keep = true);
            let h3 = slice(h2, ..1, axis = 1);
            let h4 = max(l0(h3), axes = 2);
            let h5 = l1(h2);
            let h6 = l1(h5);
            let h7 = 3.0 - sum(relu(h6 * l2));
            (h4, h7)
        }
    }
    R164 {
        input x0: [2, 4, 2];
        input x1: [2, 2, 2];
        l0: GroupNorm(2, eps = 1e-2, affine = true);
        l1: MaxPool2d((3, 1), stride = 1, padding = same, dilation = 2);
        l2: AvgPool2d(2, stride = (3, 2), padding = same, count_include_pad = true);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = transpose(x0);
            let h3 = max(h1, axes = (1, 2));
            let h4 = permute(h3, [0]);
            let h5 = matmul(l2(h2), x1, transpose_b = true);
            (matmul(h2, l2(h2), transpose_a = true, transpose_b = true), pad2d(l2(h2), padding = (2, 1, 0, 0)), x1, h4, h0 * -1, h5)
        }
    }
    R165 {
        input: [3, 2] in 0..6;
        #[frozen] l0: Embedding(_ -> 1);
        l1: GroupNorm(3, affine = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = expand(h0, [3, 2, 1]) + zeros([3, 2, 1]);
            let h2 = expand(max(mean(h1, axis = 1), axes = (0, 1), keep = false), [3]);
            let h3 = dropout(h1, p = 0.25);
            let h4 = l1(h3);
            (l1(h0), l0(x0), h2, h4)
        }
    }
    R166 {
        input x0: [3, 3, 6];
        input x1: [3, 5, 7];
        l0: AvgPool2d(2, stride = (3, 1), padding = same, count_include_pad = true);
        fn forward(x0, x1) {
            let h0 = x0 - zeros([3, 3, 6]);
            let _h1 = -h0;
            let h2 = sigmoid(h0);
            let h3 = h2 - 1e-1;
            let h4 = pad2d(h3, (2, 0, 1, 0));
            let h5 = x1 * h4;
            let h6 = pixel_shuffle(h5 + x1, 1);
            (h2 + zeros([3, 3, 6]), h4, l0(h6))
        }
    }
    R167 {
        input: [3, 5, 6];
        l0: MaxPool2d(1, stride = (3, 1), padding = 0, dilation = (2, 1));
        l1: LayerNorm;
        #[frozen] l2: Conv2d(_ -> 4, kernel = (3, 2), stride = 2, padding = 0, dilation = 2, bias = true);
        fn forward(x0) {
            let h0 = l0(global_avg_pool2d(x0));
            let h0 = transpose(h0);
            let h2 = l1(h0);
            let h3 = concat(h0, h2, h0, axis = 1);
            let h4 = l0(h0);
            let h5 = l1(h4);
            let h6 = l0(h4);
            let h7 = h6 * h2;
            (l2(x0), h3, h5, h7)
        }
    }
    R168 {
        input x0: [2, 4];
        input x1: [6];
        l0: Elu(alpha = 1.5);
        l1: HardSwish();
        fn forward(x0, x1) {
            let h0 = expand(x1, [6]);
            let h1 = elu(h0, alpha = 1.5);
            let (h2_0, h2_1, h2_2) = split(l0(h1));
            let h3 = concat(h2_1, x1);
            let h4 = h0 * x1;
            let _h5 = l0(h4);
            let h6 = l1(l1(h2_0));
            (h2_2, h6, avg_pool1d(x0 + zeros([2, 4]), 2, padding = 0, count_include_pad = true), mean(h3, axes = 0, keep = true))
        }
    }
    R169 {
        input: [3, 1];
        l0: BatchNorm1d(3, eps = 0.1);
        l1: Parameter([3, 3], init = normal(0.5));
        l2: GroupNorm(3, eps = 1e-2, affine = false);
        l3: Softmax;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = matmul(h1, x0, transpose_b = true);
            let h3 = l2(h2 * l1);
            let h4 = h3 + h2;
            let h3 = matmul(h1, softmax(h4, axis = 0), transpose_a = true, transpose_b = true);
            let _h1 = concat(l3(transpose(h0)), h4, h3, axis = 0);
            let h7 = max_pool1d(h4, 3, stride = 1);
            h7
        }
    }
    R170 {
        input x0: [4, 4, 5];
        input x1: [4, 4, 5];
        l0: ConvTranspose2d(_ -> 4, kernel = 1, stride = 1, padding = 0, bias = true);
        l1: Parameter([4, 4, 5], init = uniform(1.5));
        l2: GroupNorm(1, eps = 1e-2);
        l3: Conv2d(4 -> 3, kernel = (2, 1), padding = valid, groups = 1, bias = true);
        fn forward(x0, x1) {
            let h0 = x1 + x0;
            let h1 = relu(h0);
            let h2 = relu(h1);
            let h3 = l0(x1);
            let h4 = gelu(h2, approximate = none);
            let h5 = l2(h0);
            let h6 = slice(h5, 0..1, axis = 2);
            let h7 = l3(transpose(h1));
            (h3 + l1, l0(h4), h6, h7)
        }
    }
    R171 {
        input x0: [4, 4];
        input x1: [3, 5];
        input x2: [1, 1];
        #[frozen] l0: Linear(1 -> 4);
        #[frozen] l1: BatchNorm1d(1, eps = 1e-2);
        #[frozen] l2: HardSwish;
        fn forward(x0, x1, x2) {
            let h0 = reshape(x2, [1, 1]);
            let h1 = l0(h0);
            let h2 = l0(x2);
            let _h3 = l1(h2);
            let h4 = l2(x1);
            let h5 = l0(x2);
            let h6 = -h4;
            let _h7 = l0(x2);
            let h8 = matmul(log_softmax(h2, axis = 1), x0, transpose_b = false);
            (h5, h6, expand(mean(h1, axis = 1), [4]), h8)
        }
    }
    R172 {
        input: [3, 2, 5];
        l0: LogSoftmax(axis = 2);
        l1: Linear(5, bias = false);
        fn forward(x0) {
            let h0 = upsample2d(x0, (2, 1));
            let h1 = 3.0 + h0;
            let h1 = global_avg_pool2d(h1);
            let h3 = tanh(h1);
            let h4 = slice(h3, .., axis = 0);
            let h5 = h3 - h1;
            let h6 = 1e-1 + h4;
            let h7 = l0(h6);
            let h8 = mean(x0, axes = 0);
            let h9 = transpose(h8);
            let h10 = l1(h9);
            (h5, h7, expand(x0, [3, 2, 5]), h10)
        }
    }
    R173 {
        input x0: [3];
        input x1: [1, 5, 6];
        input x2: [1, 6, 4];
        l0: Linear(3 -> 3);
        l1: Tanh;
        l2: Elu;
        l3: Softmax(axis = 2);
        fn forward(x0, x1, x2) {
            let h0 = gelu(x1, approximate = tanh);
            let x1 = l0((l0(x0)));
            let x1 = leaky_relu(x1, slope = -0.3);
            let h3 = l2((l1(x1)));
            let h4 = matmul(x2, h0, transpose_a = true, transpose_b = true);
            let h5 = upsample2d(h4, 1);
            let h4 = l3(h5);
            let (_h7_0, h7_1, h7_2, h7_3, h7_4) = split(h4, axis = 2);
            (h3, h7_1, h7_3, h7_4, expand(h7_2, [2, 4, 3]))
        }
    }
    R174 {
        input x0: [1, 3, 4];
        input x1: [1, 5] in 0..1;
        l0: Flatten;
        l1: Pad2d(padding = (1, 2, 2, 2), mode = replicate);
        fn forward(x0, _x1) {
            let x0 = max_pool2d(x0, 2, padding = 0);
            let h1 = l0(x0);
            let h2 = permute(h1, [0]);
            let h3 = matmul(x0, x0, transpose_a = true);
            let h4 = l1(h3);
            let h5 = pixel_shuffle(h4, 1);
            let h6 = matmul(h5, h4, transpose_a = true, transpose_b = false);
            let h7 = hard_swish(h6);
            (gelu(h2, approximate = none), h1, mean(h3), h7)
        }
    }
}

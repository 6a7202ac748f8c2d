//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R025 {
        input: [4];
        l0: Flatten;
        l1: Linear(5, bias = false);
        l2: Silu();
        l3: Linear(5 -> 1, bias = false);
        l4: Dropout(0.0);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h0 = l0(h0 + h0);
            let x0 = l1((sum(h0, axis = 0, keep = true)));
            let h3 = l2(x0);
            let h4 = h0 - h0;
            let h5 = expand(reshape(h3, [1, 1, 5, 1]), [4, 2, 5, 1]);
            let h6 = reshape(l4(h5), [8, 5, 1]);
            (slice(h4, 1..3, axis = 0), l3(h3), h6, x0)
        }
    }
    R026 {
        input: [6];
        l0: HardSwish;
        l1: RmsNorm;
        l2: Dropout(0.3);
        train: biases;
        fn forward(x0) {
            let x0 = leaky_relu(x0, slope = -0.3);
            let h1 = l1(l0(x0)) * x0;
            let h2 = l0(gelu(x0));
            let h3 = softmax(h2);
            let h4 = l1(h3);
            let h5 = sum(h2);
            (h5, l2(mean(h4)), leaky_relu(h1, 0))
        }
    }
    R027 {
        input x0: [4, 2];
        input x1: [4, 1];
        l0: MaxPool1d(kernel = 1, stride = 1, padding = same, dilation = 2);
        l1: BatchNorm1d(eps = 0.1);
        l2: Conv1d(_ -> 4, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = depthwise);
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let h1 = reshape(x0, [8, 1, 1, 1]);
            let h2 = l1(gelu(l0(x0), approximate = none));
            let h3 = l1(h2);
            let h4 = x0 * h3;
            let h5 = reshape(sigmoid(h1), [8, 1, 1]);
            (h5, x1 - l2(h2), h4)
        }
    }
    R028 {
        input: [3, 4];
        #[frozen] l0: Sigmoid;
        #[frozen] l1: Linear(1 -> 3, bias = false);
        #[frozen] l2: GroupNorm(1);
        fn forward(x0) {
            let h0 = mean(x0, axes = (0, 1), keep = true);
            let x0 = permute(h0, [0, 1]);
            let h2 = permute(x0, [0, 1]);
            let h3 = l0(slice(h2, .., axis = 1)) * 0.5;
            let h4 = l1(h0);
            let h5 = permute(h0 + h3, [1, 0]);
            let h6 = matmul(l2(h5), h4, transpose_a = true, transpose_b = false);
            let h7 = h6 * h6;
            (h7, h7)
        }
    }
    R029 {
        input x0: [4, 2, 3];
        input x1: [4, 4, 2];
        input x2: [1, 4];
        input x3: [1, 1];
        l0: BatchNorm1d(1, eps = 0.1);
        l1: BatchNorm2d;
        l2: PRelu(1);
        l3: HardSwish;
        l4: Gelu;
        fn forward(x0, _x1, x2, x3) {
            let h0 = x2 * x2;
            let h1 = log_softmax(h0);
            let _x2 = permute(h1, [0, 1]);
            let _h3 = l1(x0);
            let h4 = l2(h0);
            let h5 = h4 * h4;
            let h6 = matmul(h1, l0(h1), transpose_b = true);
            let h7 = l4(h6 + x3);
            (h5, l3(h1), h7)
        }
    }
    R030 {
        input: [2, 4] in 0..2;
        l0: Embedding(4 -> 1);
        l1: Parameter([2, 4, 1], init = 0.7);
        l2: LeakyRelu(0.2);
        l3: PRelu(2);
        l4: Tanh();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = reshape(transpose(h0), [2, 2, 1, 2]);
            let h2 = l2(max(h0 * l1, axes = (1, 2)));
            let _h3 = expand(h0, [2, 4, 1]);
            let h2 = h2 + zeros([2]) - -1;
            let h5 = l3(h1);
            let _h1 = l4(h2);
            let h2 = gelu(h5, approximate = none);
            let h8 = reshape(h2, [4, 1, 2]);
            (h0, h8, h0)
        }
    }
    R031 {
        input x0: [1, 5, 6];
        input x1: [3, 2];
        input x2: [4, 2, 6];
        input x3: [4, 1, 3];
        #[frozen] l0: RmsNorm(axes = 1, eps = 0.1);
        l1: GroupNorm(1, eps = 0.1, affine = false);
        l2: Linear(_ -> 2, bias = true);
        #[frozen] l3: Conv2d(1, kernel = 2, stride = 2, padding = same, groups = 1);
        fn forward(_x0, x1, x2, x3) {
            let x2 = avg_pool2d(x2, (1, 2), stride = 2, count_include_pad = true);
            let x2 = l0(x2);
            let h2 = x2 - x3;
            let h3 = l0(x2);
            let h4 = l1(h2);
            let h5 = sum(x3, axes = (0, 1));
            let (h6_0, h6_1, h6_2) = split(h3, axis = 2);
            let h7 = l0(h3);
            let _h8 = l2(x1);
            let h9 = flatten(x3);
            let h10 = flatten(matmul(h6_1, x3));
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(l3(pixel_shuffle(x3, 2)));
            let h14 = concat(h13, h12);
            (h4, h5, h6_0, h6_2, h7, h14)
        }
    }
    R032 {
        input: [7];
        l0: Parameter([1], init = -1);
        l1: Softmax;
        fn forward(x0) {
            let h0 = expand(x0, [7]);
            let (h1_0, h1_1, h1_2, h1_3, h1_4, h1_5, h1_6) = split(h0);
            let x0 = h1_6 + zeros([1]);
            let h3 = h1_2 + h1_0;
            let h4 = silu(h1_3);
            let h5 = h1_4 + l0;
            let h6 = l1(h3);
            let h7 = h4 + h6;
            let h8 = h7 - h7;
            let h9 = l1(max(h0, axis = 0));
            let h10 = flatten(h9);
            let h11 = flatten(h8);
            let h12 = concat(h11, h10);
            (h1_1, h1_5, x0, h5, l1(h1_0), h12)
        }
    }
    R033 {
        input x0: [4, 3, 4];
        input x1: [7];
        l0: Conv2d(4, kernel = (1, 2), padding = same, groups = depthwise, bias = false);
        fn forward(x0, _x1) {
            let h0 = max_pool2d(x0, 1, stride = (2, 3), padding = 0);
            let h1 = h0 * h0;
            let x0 = l0(h1);
            let h3 = concat(h0, x0, axis = 0);
            let h4 = matmul(0.5 - permute(h3, [0, 1, 2]), h3, transpose_a = true, transpose_b = true);
            let h5 = l0(x0);
            let h6 = x0 * h5;
            (slice(h4, ..2, axis = 1), h6)
        }
    }
    R034 {
        input x0: [4, 5] in 0..6;
        input x1: [2, 2] in 0..4;
        input x2: [3, 3, 3];
        l0: AvgPool2d(2, stride = (1, 2), padding = (1, 0, 0, 1), count_include_pad = false);
        l1: AvgPool2d(2, stride = 3, padding = same, count_include_pad = false);
        l2: GlobalAvgPool2d;
        l3: Tanh();
        l4: Tanh;
        l5: MaxPool2d(kernel = (2, 1), stride = 2, dilation = (1, 2));
        fn forward(_x0, _x1, x2) {
            let h0 = l0(x2);
            let h1 = transpose(h0);
            let h2 = l2(h0);
            let x2 = concat(h2, (l1(l0(x2))), h2, axis = 1);
            let h4 = l3(x2);
            let h5 = pixel_shuffle(h1, 1);
            let h6 = l4(h0);
            let h7 = gelu(h6, approximate = tanh);
            let h8 = l5(h7);
            (expand(h4, [3, 3, 4]), h5, h8)
        }
    }
    R035 {
        input x0: [6];
        input x1: [2, 6, 6];
        input x2: [5] in 0..4;
        l0: Embedding(4 -> 3);
        l1: LogSoftmax(axis = 1);
        l2: AvgPool1d(kernel = 2, padding = same);
        l3: Conv2d(4, kernel = 3, stride = 2, padding = (0, 2), groups = 2, bias = false);
        fn forward(_x0, x1, x2) {
            let h0 = l2(l1(l0(x2)));
            let h1 = max_pool2d(x1 * x1, 3, stride = (1, 3), padding = valid);
            let h2 = permute(h1, [0, 1, 2]);
            let x1 = l3(h2);
            let x2 = pad2d(x1, padding = (0, 0, 1, 0)) / 1e-1;
            let h5 = l3(h1);
            let h6 = reshape(h0, [1, 5, 2, 1]) - 3.0;
            let h7 = reshape(h6, [5, 2, 1]);
            (x2, h5, h7, x1)
        }
    }
    R036 {
        input x0: [7];
        input x1: [2];
        l0: LogSoftmax(axis = 0);
        l1: Linear(1 -> 2, bias = true);
        l2: PRelu(5);
        fn forward(x0, x1) {
            let (h0_0, _h0_1, h0_2, h0_3, h0_4, h0_5, h0_6) = split(x0);
            let h1 = l0(l0(h0_6));
            let _h2 = max(h1, axes = 0);
            let (h3_0, h3_1, h3_2, h3_3, h3_4, h3_5, h3_6) = split(x0);
            let h4 = l1(h0_4);
            let h5 = permute(h3_4, [0]);
            let h6 = concat(h3_0, h5, x1, h0_2, axis = 0);
            let h7 = l2(h6);
            let h8 = flatten(h7);
            let h9 = flatten(h4);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(l0(dropout(h0_0, 0.3)));
            let h13 = concat(h12, h11);
            let h14 = flatten(h13);
            let h15 = flatten(h3_6);
            let h16 = concat(h15, h14);
            let h17 = flatten(h16);
            let h18 = flatten(h3_5);
            let h19 = concat(h18, h17);
            (h0_3, h0_5, h3_1, h3_2, h3_3, h19)
        }
    }
    R037 {
        input: [3];
        l0: LogSoftmax;
        l1: LayerNorm(axes = 1, eps = 1e-2);
        l2: BatchNorm1d(3);
        fn forward(x0) {
            let x0 = softplus(x0);
            let h1 = expand((x0 - zeros([3])), [3]);
            let h2 = l0(x0);
            let h3 = l2((l0(l1(h2))));
            let h4 = 3.0 * h3;
            let h5 = mean(mean(h4), keep = true);
            (h1, x0, l1(h3), h5)
        }
    }
    R038 {
        input x0: [3, 3] in 0..5;
        input x1: [1, 3] in 0..6;
        input x2: [7];
        l0: Sigmoid;
        l1: HardSwish();
        l2: GroupNorm(1, eps = 0.1, affine = false);
        fn forward(_x0, _x1, x2) {
            let h0 = l0(l0(x2));
            let h1 = max(h0, keep = true);
            let h2 = reshape(h1, [1]);
            let h3 = l0(concat(x2, x2, h1, l0(h2), axis = 0));
            let h4 = h3 * h3;
            let h5 = relu(h4);
            let h6 = l1(h5);
            let h7 = l2(h2);
            let h8 = reshape(h7, [1, 1]);
            (h6, h8)
        }
    }
    R039 {
        input x0: [1, 1, 4];
        input x1: [1, 1, 4];
        l0: MaxPool2d((3, 2), stride = (1, 3), padding = same, dilation = 2);
        l1: Conv2d(1 -> 2, kernel = 1, stride = 2, padding = (0, 1, 0, 2), dilation = 2);
        fn forward(x0, x1) {
            let h0 = slice(x0, .., axis = 1);
            let h1 = silu(h0);
            let h2 = l0(h1);
            let h3 = h2 * h2;
            let h4 = h3 + h3;
            let h2 = l0(h0);
            let x0 = x1 * h1;
            let h7 = tanh(x0);
            let h8 = l1(h1);
            let h9 = mean(h7, axes = 1);
            let h10 = matmul(h8, h8, transpose_a = false, transpose_b = true);
            let h11 = l1(h0);
            (h4, h2, h9, h10, h11, h4)
        }
    }
    R040 {
        input x0: [1];
        input x1: [5];
        l0: Softplus;
        l1: Linear(_ -> 2, bias = false);
        l2: Parameter([5], init = uniform(1.5));
        fn forward(x0, x1) {
            let h0 = reshape(l0(x0), [1, 1, 1, 1]);
            let x0 = l1(x0);
            let (h2_0, h2_1) = split(x0, axis = 0);
            let h3 = (concat(h2_1, h2_0, h2_1, x0)) * l2;
            let h4 = h3 + h3;
            let h5 = softplus(h4);
            let h6 = h5 + 1.5;
            let h7 = reshape(h0, [1, 1, 1]);
            (h7, slice(reshape(x0, [1, 2]), 1.., axis = 1), h5 + x1, h6)
        }
    }
    R041 {
        input x0: [3, 1, 4];
        input x1: [2, 3];
        input x2: [4, 3];
        #[frozen] l0: AvgPool2d(1, stride = (3, 2));
        #[frozen] l1: AvgPool1d(2, stride = 1, padding = 0, count_include_pad = true);
        #[frozen] l2: Linear(2);
        #[frozen] l3: Glu(axis = 1);
        l4: Linear(2 -> 2, bias = true);
        fn forward(x0, x1, x2) {
            let x0 = l0(x0);
            let x0 = x0 + x0;
            let h2 = hard_swish(x1);
            let h3 = l1(concat(h2, x2, h2));
            let h4 = 1e-1 - h3;
            let h5 = l2(h4);
            let h6 = 2 + h5;
            let h7 = tanh(h6);
            let h8 = l4(h7);
            (leaky_relu(x0, slope = -0.3), l3(h5), h8)
        }
    }
    R042 {
        input: [4, 3, 3];
        l0: InstanceNorm2d;
        l1: Sigmoid();
        l2: Relu();
        l3: Conv1d(1, kernel = 1, stride = 1, padding = (1, 2), groups = 1, bias = true);
        l4: MaxPool1d(kernel = 3, stride = 1, padding = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = sum(h0, axis = 0);
            let h2 = h1 * h1;
            let h3 = slice(l0(l0(x0)), 1..2, axis = 2);
            let h4 = l3(h1);
            let h5 = concat(h4, h4, h4);
            let h6 = sum(h5, axis = 0);
            let h7 = l4(h1);
            (l2(l1(h2)), h3, h6, h7)
        }
    }
    R043 {
        input x0: [2, 2];
        input x1: [2, 4];
        l0: LayerNorm;
        l1: Tanh;
        l2: GroupNorm(2, eps = 1e-2, affine = true);
        fn forward(x0, x1) {
            let h0 = l0(transpose(x0)) + x0;
            let x0 = l1(l0(h0));
            let h2 = l2(sigmoid(l2(x0 * h0)));
            (matmul(expand((sum(x0, keep = true)), [1, 4]), x1, transpose_b = true), h2)
        }
    }
    R044 {
        input: [1, 1, 3];
        l0: PixelShuffle(1);
        l1: ConvTranspose2d(_ -> 3, kernel = (2, 3), stride = 1, padding = (0, 1), bias = false);
        l2: Gelu(approximate = none);
        l3: Parameter([3, 4, 1], init = uniform(1.5));
        l4: BatchNorm2d(eps = 0.1);
        fn forward(x0) {
            let h0 = transpose(x0);
            let x0 = h0 + h0;
            let h2 = l1(l0(x0));
            let h3 = hard_swish(concat(x0, l0(h0), axis = 2));
            let h4 = hard_swish(h2) + l3;
            let h5 = concat(l4(h4), h2, h2, axis = 0);
            (l2(h3), h5, h4)
        }
    }
    R045 {
        input x0: [6] in 0..4;
        input x1: [2, 1] in 0..4;
        l0: Embedding(_ -> 3);
        l1: Softmax;
        l2: Embedding(_ -> 1);
        l3: Pad2d(padding = (2, 0, 2, 1), mode = zero);
        l4: AvgPool2d(2, stride = 1, padding = same, count_include_pad = true);
        l5: Dropout;
        l6: Flatten;
        fn forward(_x0, x1) {
            let h0 = l0(x1);
            let h1 = l1(h0);
            let h2 = l2(x1);
            let h3 = l3((concat(h2, matmul(h0, h1, transpose_b = true), axis = 2)));
            let _h4 = l6(l5(l4(h3)));
            avg_pool2d((l1(h0)), kernel = 1, stride = 1, padding = same, count_include_pad = false)
        }
    }
    R046 {
        input: [2, 3, 4];
        l0: HardSwish();
        l1: Gelu;
        l2: Elu(alpha = 1.5);
        l3: Tanh();
        fn forward(x0) {
            let x0 = elu(x0);
            let h1 = l0(x0);
            let h1 = upsample2d(h1 - l1(h1), 1);
            let x0 = sum(h1, axes = (0, 1, 2));
            let h4 = leaky_relu(l0(h1));
            let h5 = l2(h4);
            let h6 = expand(h5, [2, 3, 4]);
            let h7 = l3(h6);
            let h8 = h7 + h4;
            (h4, x0, h8)
        }
    }
    R047 {
        input: [1, 1, 4];
        l0: Upsample2d((3, 1));
        l1: Conv2d(1 -> 2, kernel = 1, stride = (2, 1), padding = 1, bias = false);
        l2: InstanceNorm2d(eps = 0.1, affine = true);
        l3: PRelu(1);
        fn forward(x0) {
            let (h0_0, h0_1) = split(x0, axis = 2);
            let (h1_0, h1_1) = split(h0_1, axis = 2);
            let h2 = l0(h1_0);
            let (h3_0, _h3_1, h3_2) = split(tanh(h2 - zeros([1, 3, 1])), axis = 1);
            let h4 = l0(l3(h1_1));
            let _h5 = glu(h0_0, axis = 2);
            let h6 = l1(h4);
            (l2(l1(h2)), h3_0, h3_2, h6)
        }
    }
    R048 {
        input x0: [2, 6, 6];
        input x1: [1, 1, 6];
        l0: Conv2d(1 -> 1, kernel = 1, stride = 2, dilation = 2, bias = false);
        l1: Glu;
        l2: LeakyRelu(0.2);
        l3: Pad2d(padding = (2, 2, 2, 1));
        l4: Relu;
        fn forward(x0, x1) {
            let x1 = l0((upsample2d((permute(x1, [1, 2, 0])), 1)));
            let h1 = l1(x0);
            let h2 = expand(h1, [1, 6, 6]);
            let h3 = l2(x1);
            let h4 = l3(h3);
            let h5 = l4(h4);
            let _h6 = tanh(l4(h2));
            let h1 = pad2d(permute(h5, [0, 2, 1]), padding = (0, 2, 0, 0), mode = zero);
            (h1, h1)
        }
    }
    R049 {
        input: [1, 2];
        #[frozen] l0: Linear(2 -> 5, bias = false);
        #[frozen] l1: Gelu;
        l2: LayerNorm(eps = 1e-2);
        #[frozen] l3: HardSwish();
        l4: Parameter([1, 2], init = 0.7);
        fn forward(x0) {
            let x0 = x0 + x0;
            let h1 = l0(x0);
            let h2 = l1(h1);
            let h3 = l3(l2((l0(x0))));
            let h4 = matmul(h3, h2, transpose_b = true);
            let h5 = l3(h1);
            let _h6 = l2((h5 / -1));
            let h7 = x0 + l4;
            (reshape(x0, [2, 1]), h4, h7)
        }
    }
}

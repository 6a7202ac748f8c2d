//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R125 {
        input: [4, 2] in 0..2;
        l0: Embedding(2 -> 1);
        l1: Softplus();
        l2: Silu;
        l3: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = elu((l0(x0)), 0.7);
            let x0 = expand(h0, [4, 2, 4]);
            let h2 = reshape(x0, [4, 1, 8]);
            let h3 = sum(l1(h2), axes = (0, 1));
            let h4 = l2(h0);
            let x0 = glu(h3, axis = 0);
            let _h6 = l3(x0);
            let h4 = h4 + zeros([4, 2, 1]);
            let h8 = reshape(reshape(h2, [8, 2, 1, 2]), [16, 1, 2]);
            (h4, h8)
        }
    }
    R126 {
        input: [4, 4];
        l0: Dropout(p = 0.25);
        l1: LogSoftmax(axis = 1);
        fn forward(x0) {
            let h0 = slice(expand(x0, [4, 4]), ..3);
            let h1 = slice(h0, 0..1, axis = 1);
            let x0 = l0(h1);
            let h3 = avg_pool1d(h1, kernel = 1, stride = 2);
            let h4 = x0 - (h3 + zeros([3, 1]));
            let _h5 = concat(x0, h4, h4, axis = 1);
            let h0 = l0(x0);
            let x0 = l1(h0);
            let h8 = 1.5 * h0;
            (x0, h1, h8)
        }
    }
    R127 {
        input: [2, 6, 1];
        l0: MaxPool2d(3, stride = 1, padding = same, dilation = 2);
        l1: Conv2d(2 -> 4, kernel = 3, stride = 2, padding = same, groups = depthwise);
        l2: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        l3: PixelShuffle(1);
        l4: LeakyRelu(slope = -0.3);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = h0 + x0;
            let h3 = upsample2d(l2(h0) * l4(l3(x0)), (1, 3));
            let h4 = max_pool2d(h3, (3, 2), stride = 3);
            (h1, l3(h2), h2, h4)
        }
    }
    R128 {
        input: [3, 1, 5];
        l0: Silu;
        l1: Pad2d((0, 0, 1, 0), mode = reflect);
        l2: Parameter([2, 1, 1], init = uniform(1.5));
        l3: Pad2d(padding = 0, mode = reflect);
        fn forward(x0) {
            let h0 = matmul(x0, x0, transpose_b = true);
            let h1 = pixel_shuffle(h0, 1);
            let h2 = slice(pixel_shuffle(h1, 1), 0.., axis = 2);
            let h3 = slice(l0(h1), ..2);
            let h4 = l0(h3 + zeros([2, 1, 1]));
            let h5 = h4 * l2;
            let h6 = h3 * h5;
            let h7 = l3(h6);
            (h2, l1(x0), h7, h2)
        }
    }
    R129 {
        input: [3, 4];
        l0: BatchNorm1d;
        fn forward(x0) {
            let h0 = x0 - zeros([3, 4]);
            let (h1_0, h1_1) = split(h0, axis = 1);
            let _h2 = hard_swish(h1_1);
            let h3 = elu(h0, 0.7);
            let h4 = gelu(h3, approximate = none);
            let h5 = l0(h4);
            let h6 = hard_swish(h1_0);
            let h7 = silu(h6);
            let h8 = h1_0 + h7;
            let h9 = h8 + h8;
            (h5, l0(h3), h9, h3 + x0)
        }
    }
    R130 {
        input: [4];
        l0: Relu();
        l1: Sigmoid();
        #[frozen] l2: Linear(1 -> 5, bias = true);
        fn forward(x0) {
            let h0 = max(x0);
            let _h1 = (h0 + h0) * h0;
            let h2 = softplus(h0);
            let h3 = concat(h2, x0, x0, h2);
            let h4 = l0(h3);
            let h5 = gelu((l0(h4)), approximate = none);
            let h6 = l1(h5);
            let h7 = dropout(h0, 0.3);
            let h8 = l2(h7);
            let h9 = tanh(h5);
            (h6, h8, h9)
        }
    }
    R131 {
        input: [4, 4, 5];
        l0: Linear(4 -> 4, bias = true);
        l1: Relu;
        l2: Linear(3, bias = false);
        fn forward(x0) {
            let x0 = mean(x0, axes = (1, 2));
            let h1 = leaky_relu(x0, 0);
            let h2 = reshape(h1 + zeros([4]), [4, 1]);
            let _h3 = l0(x0);
            let h4 = l0(h1);
            let h5 = h4 + l0(h1);
            (max(l2(l1(h1)), axis = 0), glu(h2), h5)
        }
    }
    R132 {
        input: [3, 1, 6];
        l0: Sigmoid;
        l1: Softmax(axis = 1);
        l2: Parameter([3, 6, 3], init = 0.7);
        fn forward(x0) {
            let h0 = expand(x0, [3, 3, 6]);
            let h1 = permute(h0, [0, 2, 1]);
            let h2 = concat(h1, h1, h1, h1, axis = 0);
            let h3 = expand(h2, [12, 6, 3]);
            let h4 = l1(h3);
            let h5 = h1 * l2;
            let h6 = l1(h2);
            let h7 = transpose(h4);
            (max(h1, axes = 1), silu(l0(h3)), h5, h6, h7)
        }
    }
    R133 {
        input x0: [2, 6, 1];
        input x1: [3, 4, 1];
        l0: Softmax(axis = 2);
        l1: Upsample2d((1, 2));
        l2: Softmax;
        l3: Conv2d(2 -> 3, kernel = 2, stride = (2, 1), padding = (1, 2, 1, 0), groups = 1, bias = true);
        l4: Sigmoid();
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = sum(h1, axes = (0, 2));
            let h2 = l2(h2);
            let h1 = l3(h0);
            let h5 = x1 + h1;
            let h6 = l4(h5);
            (h6, silu(h2), l3(h0))
        }
    }
    R134 {
        input: [3, 4, 2];
        l0: Upsample2d(scale = (1, 2));
        l1: Parameter([3, 4, 4], init = 0.7);
        l2: AvgPool2d(2, stride = 3);
        fn forward(x0) {
            let x0 = hard_swish(x0);
            let h1 = l0(x0);
            let h2 = relu(h1);
            let h3 = l0(x0) * l1;
            let h4 = log_softmax(h3, axis = 2) - zeros([3, 4, 4]);
            let _h5 = matmul(h2, l0(x0), transpose_b = true);
            let h6 = l2(h3);
            (h4, h6)
        }
    }
    R135 {
        input x0: [1, 3, 3];
        input x1: [6];
        input x2: [3];
        l0: PixelShuffle(1);
        l1: Flatten;
        l2: Linear(_ -> 3);
        l3: LayerNorm(eps = 0.1);
        fn forward(x0, x1, x2) {
            let x0 = matmul(x0, x0, transpose_a = true);
            let x0 = l0(l0(x0));
            let h2 = sum(x1, axis = 0);
            let h3 = l3(l2(h2));
            let h4 = max_pool2d(transpose(x0), 3, stride = (2, 3), padding = 1);
            let h5 = pixel_shuffle(h4, 1);
            (l1(x2), h3, h5)
        }
    }
    R136 {
        input x0: [1, 2];
        input x1: [2, 1];
        l0: AvgPool1d(1, padding = 0);
        l1: Gelu(approximate = none);
        l2: MaxPool1d(2, stride = 3);
        l3: Elu(alpha = 1.5);
        l4: Softplus;
        fn forward(x0, x1) {
            let h0 = x0 + l0(x0);
            let h1 = l1(h0);
            let h2 = l2(h1);
            let h3 = h0 * x0;
            let x0 = transpose(h3);
            let h5 = x1 + max_pool1d(x0, 1, stride = 2, dilation = 2);
            let h6 = tanh(h5);
            let h7 = l3(h6);
            let h8 = l4(h7);
            (h2, dropout(h1, 0.3), h8)
        }
    }
    R137 {
        input: [5];
        l0: HardSwish;
        l1: Parameter([5], init = normal(0.5));
        l2: Softmax(axis = 0);
        l3: Linear(5 -> 5);
        fn forward(x0) {
            let h0 = l0(reshape(x0, [5])) * x0;
            let h1 = l0(h0);
            let h2 = h1 * l1;
            let h3 = l2(h2);
            let h4 = max(h3, keep = false);
            let h5 = l3(h1);
            let h6 = l3(h5);
            (x0 - zeros([5]), h4, h6)
        }
    }
    R138 {
        input x0: [2, 3];
        input x1: [3, 1];
        l0: Conv1d(3 -> 3, kernel = 1, stride = 2, padding = same, groups = depthwise);
        l1: RmsNorm(axes = 2);
        l2: PRelu(3);
        fn forward(_x0, x1) {
            let h0 = dropout(x1, 0.0);
            let h1 = x1 * h0 - zeros([3, 1]);
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = h3 + x1;
            let h5 = log_softmax(h4, axis = 1);
            let h6 = relu(h5);
            let h7 = l0(h6);
            let h8 = l2(-h7);
            (concat(x1, h5), h8)
        }
    }
    R139 {
        input: [1, 2];
        l0: Linear(_ -> 4);
        l1: AvgPool1d(2, padding = 1, count_include_pad = true);
        l2: Linear(4 -> 1, bias = false);
        l3: Tanh();
        fn forward(x0) {
            let x0 = permute(x0, [0, 1]) - zeros([1, 2]);
            let h1 = concat(x0, x0, x0, axis = 1);
            let h2 = l0(x0);
            let h3 = l0(x0);
            let h4 = l1(x0);
            let h5 = l1(h4);
            let h6 = expand(h3, [2, 4]);
            let h4 = l2(h3);
            let h8 = l3(h2);
            let _h9 = h2 + h8;
            let h8 = max_pool1d(h1, 3, stride = 1, padding = 0, dilation = 2);
            (h5, h6, h4, h8)
        }
    }
    R140 {
        input: [1, 4, 3];
        l0: Relu();
        l1: HardSwish;
        fn forward(x0) {
            let h0 = expand(x0, [1, 4, 3]);
            let h1 = l0(h0);
            let h2 = reshape(h1, [4, 3]);
            let h3 = l1(h0);
            let _h4 = permute(h2, [0, 1]);
            let h5 = slice(h3, .., axis = 0);
            let h6 = h5 * x0;
            let h7 = reshape(h6, [12, 1, 1, 1, 1]);
            let h8 = dropout(h7, p = 0.25);
            let h9 = pad2d(h1, padding = (2, 0, 0, 0));
            let x0 = l0(h9);
            let h11 = glu(x0, axis = 1);
            let h12 = reshape(h8, [12, 1, 1]);
            (h12, h11)
        }
    }
    R141 {
        input: [1, 1];
        l0: BatchNorm1d(eps = 0.1);
        l1: Tanh;
        l2: Softmax;
        train: biases;
        fn forward(x0) {
            let h0 = softmax(l0(x0), axis = 1);
            let h1 = transpose(h0);
            let h2 = l0(h1);
            let h3 = 1.5 * h2;
            let h2 = l0(h2);
            let h3 = l1(h3);
            let h6 = l2(l1(h2));
            (h6, x0, transpose(h3))
        }
    }
    R142 {
        input: [2, 1];
        l0: Parameter([1, 1], init = -1);
        l1: Glu;
        l2: HardSwish();
        fn forward(x0) {
            let x0 = permute(x0, [0, 1]);
            let h1 = glu(x0, axis = 0);
            let h2 = softplus(h1) + l0;
            let h3 = l1(x0);
            let h4 = mean(expand(h3, [3, 2]), axes = (0, 1), keep = true);
            let h5 = transpose(h4);
            let (_h6_0, h6_1) = split(x0);
            let h7 = l2(h2);
            let h8 = transpose(h4);
            (h5, h6_1, relu(h7), h8)
        }
    }
    R143 {
        input: [2, 5, 1];
        l0: GlobalAvgPool2d;
        l1: BatchNorm2d(1, momentum = 0.3);
        l2: Conv2d(1 -> 2, kernel = (2, 3), padding = (1, 2, 2, 1), groups = depthwise, bias = true);
        train: l1;
        fn forward(x0) {
            let h0 = sum(x0, axis = 0, keep = true);
            let h1 = h0 * h0;
            let h1 = h1 - h0;
            let h3 = l1(l1(h0));
            let (h4_0, _h4_1, h4_2, _h4_3, h4_4) = split(h3, axis = 1);
            let h5 = l0(h0);
            (h4_0, h4_2, h5, concat(l0(h1), h1, axis = 1), l2(h4_4))
        }
    }
    R144 {
        input: [1, 4];
        l0: PRelu(1);
        fn forward(x0) {
            let x0 = sum(x0, axes = (0, 1));
            let h1 = log_softmax((tanh(x0)));
            let h2 = sigmoid(h1);
            let h3 = x0 + h2;
            let h4 = l0(h3);
            let h5 = sum(h4, axes = 0, keep = true);
            let h6 = l0(h5);
            l0((elu(h6, alpha = 1.5)))
        }
    }
    R145 {
        input x0: [1, 1, 2];
        input x1: [2, 4, 1];
        input x2: [3, 3] in 0..3;
        input x3: [2, 2, 1];
        l0: MaxPool2d(kernel = (1, 2), stride = 3, padding = same);
        l1: Conv2d(2, kernel = (2, 3), stride = (1, 2), padding = same, dilation = 2, groups = 1, bias = true);
        l2: Conv2d(_ -> 3, kernel = 3, stride = (2, 1), padding = (1, 2, 1, 0), bias = false);
        l3: Tanh();
        fn forward(x0, x1, _x2, x3) {
            let h0 = l0(x1);
            let h1 = l1(h0);
            let h1 = expand(h1, [2, 2, 3]);
            let h3 = l0(x1);
            let h4 = hard_swish(h1);
            let _h5 = l2(h4);
            let h6 = leaky_relu(x0 + -1, slope = -0.3);
            let h7 = l3(1e-1 - h3);
            let h8 = x3 * h7;
            (x0 * h6, h8)
        }
    }
    R146 {
        input: [3, 1, 2];
        l0: Parameter([1, 1, 1], init = -1);
        l1: Softplus;
        l2: Softmax(axis = 1);
        l3: Parameter([1, 1, 1], init = 0.7);
        fn forward(x0) {
            let h0 = max(x0, keep = true);
            let h1 = pad2d(x0, (0, 1, 0, 2));
            let x0 = l2(l1(sum(h0 * l0, axis = 1)));
            let h3 = l2(x0);
            let h4 = -h3;
            let h5 = flatten(h1);
            let h6 = upsample2d(h0 * l3, (1, 3));
            (h4, x0 - zeros([1, 1]), h5, h6)
        }
    }
    R147 {
        input x0: [1, 1] in 0..4;
        input x1: [1, 1, 2];
        l0: Embedding(2);
        l1: BatchNorm2d;
        l2: Parameter([1, 3, 2], init = uniform(1.5));
        fn forward(x0, x1) {
            let x0 = l0(x0);
            let x1 = concat(x0, x0, x1, axis = 1);
            let h2 = l1(x1);
            let h3 = mean(h2, axis = 0, keep = true) + l2;
            let h4 = l1(x1);
            let h5 = permute(max_pool2d(tanh(x1), 2, stride = (1, 3), padding = 1, dilation = 2), [2, 1, 0]);
            (leaky_relu(h3, slope = -0.3), mean(h4, axes = 1, keep = false), h5)
        }
    }
    R148 {
        input x0: [1, 6, 3];
        input x1: [1, 1] in 0..6;
        l0: AvgPool2d(3, stride = 3, padding = valid);
        l1: Sigmoid;
        l2: Embedding(6 -> 3);
        l3: GroupNorm(1, eps = 0.1, affine = true);
        l4: Pad2d((0, 0, 2, 1), mode = replicate);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = sum(h0, keep = true);
            let h2 = l1(h1);
            let h3 = upsample2d(l2(x1), scale = (1, 2));
            let h4 = transpose(h0);
            let h5 = 1e-1 * h4;
            let h6 = pixel_shuffle(h5, 1);
            let h7 = l4(x0);
            (l3(h2), max(h3), h6, h7)
        }
    }
    R149 {
        input x0: [3];
        input x1: [1, 4];
        input x2: [3];
        l0: Parameter([3], init = 0.7);
        l1: Linear(3 -> 5, bias = false);
        l2: LeakyRelu(0.2);
        fn forward(x0, x1, x2) {
            let x0 = x0 * l0;
            let h1 = x0 + zeros([3]);
            let x0 = hard_swish(h1);
            let h3 = l1(x0);
            let h4 = gelu(h1, approximate = tanh);
            let h5 = transpose(x1);
            let h6 = l2(l1(h1));
            let h7 = permute(h3, [0]);
            (h5, h3 + flatten(h3), h6, h7, h4 + x2)
        }
    }
}

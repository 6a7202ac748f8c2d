//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R100 {
        input: [4];
        l0: Parameter([4], init = -1);
        l1: Tanh();
        l2: Softplus();
        l3: Parameter([4], init = normal(0.5));
        fn forward(x0) {
            let h0 = elu(l1(x0 * l0 * x0));
            let h1 = dropout(h0, 0.3);
            let h2 = h1 + -0.7;
            let h3 = hard_swish(l2(h2));
            let h4 = x0 - -1;
            let h5 = h4 + l3;
            let h6 = h3 + h2;
            let h7 = reshape(reshape(h3, [1, 4, 1, 1]), [4, 1, 1]);
            (h5, h7, h6)
        }
    }
    R101 {
        input x0: [1];
        input x1: [3, 1];
        l0: Parameter([1], init = normal(0.5));
        l1: Linear(4, bias = true);
        l2: BatchNorm1d(eps = 0.1);
        l3: LogSoftmax(axis = 0);
        l4: Relu();
        fn forward(x0, _x1) {
            let x0 = silu(l1(x0 * l0));
            let h1 = l2(expand(x0, [4]));
            let _h1 = slice((l3(h1)), ..1);
            let h3 = l2(x0);
            let h4 = sum(x0, keep = false);
            let h5 = l4(h3);
            let h4 = h4 - zeros([1]);
            (h5, h4)
        }
    }
    R102 {
        input x0: [3, 1] in 0..2;
        input x1: [2];
        input x2: [3, 1, 1];
        l0: PRelu(1);
        l1: GroupNorm(3, affine = false);
        fn forward(_x0, _x1, x2) {
            let h0 = -0.7 * x2;
            let h1 = max_pool2d(h0, kernel = 1, padding = 0, dilation = 2);
            let h1 = log_softmax(h1, axis = 2);
            let h3 = slice(l0(x2), 0.., axis = 1);
            let h4 = l0(h3);
            let h5 = l1(softplus(h1));
            let h6 = concat(h4, h3, h5, axis = 0);
            let (h7_0, _h7_1, h7_2) = split(h6, axis = 0);
            let h8 = permute(h7_0, [0, 1, 2]);
            (h7_2, h5 * h8, h7_2)
        }
    }
    R103 {
        input: [1, 1];
        l0: LayerNorm(axes = 2, eps = 1e-2);
        #[frozen] l1: Linear(1 -> 5, bias = true);
        fn forward(x0) {
            let h0 = l1(reshape(l0(x0), [1, 1]));
            let h1 = avg_pool1d((softplus(h0)), kernel = 1, stride = 2, count_include_pad = true);
            let h2 = l1(x0);
            let h3 = reshape(h2, [5, 1, 1]);
            (h1 / 3.0, hard_swish(h3))
        }
    }
    R104 {
        input: [4, 2, 6];
        l0: InstanceNorm2d(eps = 0.1, affine = true);
        l1: Parameter([1, 1, 1], init = 0.7);
        l2: AvgPool2d(2, stride = (3, 2), padding = 0, count_include_pad = false);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = permute(h0, [0, 1, 2]);
            let h2 = l0(x0);
            let h3 = sum(h2, keep = true);
            let h4 = h3 + l1;
            let h5 = max((h2 - l0(h1)), axes = (0, 2));
            let x0 = relu(h5);
            let h5 = expand(x0, [2]);
            let h8 = h1 + zeros([4, 2, 6]);
            let h9 = l2(h8);
            (h4, h5, h9)
        }
    }
    R105 {
        input x0: [1, 2];
        input x1: [4, 6, 6];
        input x2: [3, 2, 1];
        l0: Conv2d(3 -> 4, kernel = 3, stride = 2, padding = same, dilation = (1, 2), bias = false);
        l1: HardSwish();
        l2: RmsNorm(axes = 2);
        fn forward(_x0, _x1, x2) {
            let h0 = l0(x2);
            let h1 = relu(h0);
            let h2 = log_softmax(h1, axis = 2);
            let h3 = pixel_shuffle(h2, 2);
            let h4 = transpose((l1(h3)));
            let _h5 = tanh(l0(x2));
            (h4, l2(h0))
        }
    }
    R106 {
        input: [1, 4, 4];
        l0: Elu(alpha = 1.5);
        l1: LogSoftmax(axis = 2);
        l2: LogSoftmax(axis = 0);
        l3: Parameter([4, 1, 1], init = uniform(1.5));
        train: l0, l1, l2, l3;
        fn forward(x0) {
            let h0 = reshape(x0, [4, 2, 2]);
            let h1 = sum(h0, axes = 0, keep = true);
            let h2 = matmul(h0, h0, transpose_a = true, transpose_b = false);
            let h3 = sum(h1, axis = 0, keep = true);
            let h4 = l0(h3);
            let h5 = l1(h2);
            let _h6 = l2(h3);
            let h1 = h0 * h5;
            let h8 = sigmoid(h1);
            let h9 = max_pool2d(h8, 1, stride = 2, padding = same, dilation = 2);
            let h10 = h4 + 1e-1;
            (h9 + l3, h10)
        }
    }
    R107 {
        input: [4, 3] in 0..2;
        l0: Embedding(2 -> 2);
        l1: LogSoftmax(axis = 1);
        l2: Pad2d(padding = (0, 1, 2, 1), mode = zero);
        l3: Sigmoid();
        l4: PixelShuffle(2);
        l5: InstanceNorm2d(affine = true);
        l6: Linear(2 -> 3, bias = true);
        train: biases;
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = l2(h0);
            let h2 = l0(x0);
            let h3 = l3(h1);
            let (h4_0, h4_1) = split(h3, axis = 1);
            let h5 = l5(l4(h2));
            let h6 = sigmoid(l6(mean(h4_1, axes = (0, 2))) * -1);
            (h4_0, h5, h6)
        }
    }
    R108 {
        input x0: [2, 3, 2];
        input x1: [3, 5, 3];
        input x2: [2, 6, 1];
        l0: Glu;
        l1: Silu;
        fn forward(_x0, _x1, x2) {
            let h0 = x2 * x2;
            let x2 = slice(l0(x2), 4..6, axis = 1);
            let h2 = permute(x2, [2, 0, 1]);
            let h3 = matmul(h2, x2, transpose_a = true, transpose_b = true);
            let h4 = l0(h0);
            let h5 = -1 - h4;
            let h6 = l0((l1(h0)));
            (h3, expand(h5, [3, 6, 3]), h6, -log_softmax(h2, axis = 2))
        }
    }
    R109 {
        input x0: [2, 2] in 0..4;
        input x1: [4, 3] in 0..6;
        l0: Embedding(6 -> 3);
        l1: ConvTranspose2d(4 -> 2, kernel = (3, 2), stride = (2, 1), padding = (1, 0), output_padding = (1, 0), groups = 2, bias = true);
        l2: Embedding(4);
        l3: LayerNorm(axes = 2);
        l4: RmsNorm(axes = 2, eps = 1e-2);
        l5: Silu;
        fn forward(x0, x1) {
            let h0 = l1(l0(x1));
            let h0 = max_pool2d(h0, 1, stride = 3, dilation = (2, 1));
            let h2 = softplus(h0);
            let h3 = l2(x0);
            let h4 = h3 + l3(h3);
            let h5 = l3(h3);
            let _h6 = l4(h2);
            let h7 = l5(h5);
            (matmul(h4, h4, transpose_a = true, transpose_b = false), h7, l5(h3))
        }
    }
    R110 {
        input: [1, 4];
        l0: Silu();
        l1: LeakyRelu;
        l2: Dropout;
        l3: Relu();
        l4: BatchNorm1d(1, momentum = 0.3);
        fn forward(x0) {
            let h0 = softplus(permute(x0, [0, 1])) * 2;
            let h1 = l3(l2(l1((l0(h0)))));
            let h2 = l2(h1);
            let h3 = permute(h0, [1, 0]);
            let h4 = l4(h2);
            let _h5 = permute(h4, [1, 0]);
            let h4 = h4 * h1;
            (h1, h3, h4)
        }
    }
    R111 {
        input x0: [2, 2];
        input x1: [2];
        input x2: [4, 3];
        l0: BatchNorm1d(4, eps = 0.1);
        l1: Parameter([2], init = uniform(1.5));
        l2: Linear(_ -> 2);
        l3: LeakyRelu(0);
        l4: Linear(1, bias = true);
        l5: Softplus;
        l6: Linear(_ -> 5, bias = true);
        l7: Silu;
        l8: BatchNorm1d(4, eps = 1e-2);
        fn forward(x0, x1, x2) {
            let h0 = l0(x2);
            let h1 = x1 * l1;
            let h2 = l2(h0);
            let h0 = l2(h0);
            let h4 = avg_pool1d(x0, 1, stride = 3, padding = valid);
            let h5 = l5(l3(h4));
            let _h6 = l6(h5);
            let h7 = x2 + x2;
            (h2, l4(h0), l7(h1), l8(h7))
        }
    }
    R112 {
        input: [4, 6, 6];
        l0: Conv2d(4, kernel = (2, 3), stride = 2, padding = 1, dilation = 2, groups = depthwise, bias = true);
        l1: Glu(axis = 2);
        l2: GroupNorm(1, eps = 0.1, affine = true);
        fn forward(x0) {
            let (h0_0, h0_1, h0_2, h0_3) = split(l0(x0 - zeros([4, 6, 6])));
            let h1 = l1(concat(h0_0, tanh(h0_3), axis = 2));
            let h2 = tanh(l2(h1));
            let h3 = reshape(h2, [2, 3]);
            let h4 = sigmoid(h3);
            let h5 = matmul(h0_1, h0_1, transpose_b = true);
            (h0_2, h4, h5)
        }
    }
    R113 {
        input x0: [1, 1, 6];
        input x1: [2, 2] in 0..4;
        l0: Embedding(7 -> 2);
        l1: Conv2d(4, kernel = 1, stride = 2, padding = same, dilation = (2, 1));
        l2: Embedding(4 -> 1);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = log_softmax(h0, axis = 1);
            let h2 = log_softmax(h1, axis = 0);
            let h3 = l1(h2);
            let h4 = l2(x1);
            let h5 = softmax(h4, axis = 0);
            let h6 = mean(h3, axes = (0, 1));
            let h7 = permute(h6, [0]);
            let h8 = h7 - h7;
            let h9 = reshape(reshape(avg_pool2d(x0, 3, stride = (1, 3), padding = 1), [1, 2, 1, 1, 1]), [2, 1, 1]);
            (h9, h5, h8, h3 + h3)
        }
    }
    R114 {
        input x0: [3, 2, 1];
        input x1: [4, 1];
        input x2: [4, 3, 2];
        l0: ConvTranspose2d(_ -> 1, kernel = (2, 3), padding = (1, 0), bias = false);
        l1: PRelu(1);
        l2: Elu(alpha = 1.5);
        fn forward(x0, x1, x2) {
            let h0 = max_pool2d(x2, kernel = 2, padding = same, dilation = (2, 1)) * 0.5;
            let h1 = l0(h0 + h0);
            let h2 = x0 * x0;
            let h3 = l0(h0);
            let (h4_0, h4_1, h4_2) = split(h3, axis = 2);
            let h5 = l1(h4_1);
            let h6 = l2(h1);
            let h7 = reshape(x1, [1, 2, 2, 1, 1, 1]);
            let h8 = mean(avg_pool2d(h2, 1, stride = (2, 1), padding = valid, count_include_pad = false), axes = 1);
            let h9 = reshape(h7, [4, 1, 1]);
            (h4_0, h4_2, h5, h6, h9, h8)
        }
    }
    R115 {
        input x0: [4, 3, 4];
        input x1: [4, 3] in 0..3;
        input x2: [4, 3, 4];
        l0: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l1: Upsample2d(1);
        l2: Silu;
        fn forward(x0, _x1, x2) {
            let h0 = x2 + x0;
            let h1 = l0(h0);
            let _h2 = l1(x2);
            let h3 = h0 - h1;
            let h4 = l2(h3);
            let h5 = expand(x2, [4, 3, 4]);
            let h6 = h1 + h0;
            let (h7_0, h7_1, h7_2) = split(h6, axis = 1);
            (h5, h7_0, h7_1, h7_2, l0(h4))
        }
    }
    R116 {
        input x0: [1, 3];
        input x1: [2, 5, 6];
        input x2: [2, 3];
        l0: RmsNorm(axes = 2, eps = 0.1);
        l1: MaxPool1d(3, stride = 2, padding = same, dilation = 2);
        l2: AvgPool1d(1, stride = 2, padding = same);
        fn forward(x0, x1, x2) {
            let x2 = l0(x2);
            let x1 = max_pool2d(x1, 2, stride = 1, padding = 0, dilation = 2);
            let h2 = l0(x2);
            let h3 = max_pool1d(x0, 1, stride = 3, dilation = 2);
            let h4 = 1e-1 * h3;
            let h5 = permute(h4 - zeros([1, 1]), [1, 0]);
            let h6 = l1(h3);
            let h7 = expand(l0(h2) - zeros([2, 3]), [2, 3]);
            (x1, h6, h7, h3, l2(h5))
        }
    }
    R117 {
        input: [2, 2, 4];
        l0: BatchNorm2d(eps = 1e-2);
        l1: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0) {
            let _h0 = sum((l0(x0)), axes = (0, 2));
            let h1 = l0(x0);
            let h2 = l1(expand(h1, [2, 2, 4]));
            let h3 = sum(h2, axis = 0);
            (l0(l1(l1(h2 - 3.0))), h3, sigmoid(h1))
        }
    }
    R118 {
        input: [4, 2];
        l0: Glu(axis = 1);
        l1: Parameter([4, 2], init = uniform(1.5));
        l2: MaxPool1d(1, stride = 3, padding = same, dilation = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = x0 * l1;
            let h2 = h1 + zeros([4, 2]);
            let h3 = transpose(h2);
            let h4 = concat(h1, h0, axis = 1);
            let h0 = h4 - h4;
            let h6 = l2(h0);
            let h7 = concat(h4, h6, h6, h4, axis = 1);
            let h8 = sum((h3 - h3), axes = 1, keep = true);
            let h9 = h8 * h8;
            let h10 = h9 + h9;
            (h7, h10, h7)
        }
    }
    R119 {
        input: [3, 6, 3];
        l0: PixelShuffle(1);
        l1: Conv2d(3 -> 3, kernel = 3, padding = 1, groups = 3);
        fn forward(x0) {
            let h0 = l0(max_pool2d(x0, 1, stride = (3, 2), padding = same, dilation = 2));
            let h1 = upsample2d(h0, scale = (3, 1));
            let h2 = softmax(h0);
            let x0 = 0.5 - x0;
            let h4 = mean(x0, axes = (1, 2));
            let h5 = slice(x0, 1..2, axis = 0);
            let h6 = concat(h5, h5, axis = 2);
            let h7 = h2 / 2;
            let h8 = l1(h7);
            let h9 = h0 - h8;
            (h1, h4, l1(h2), h6, h9)
        }
    }
    R120 {
        input x0: [1, 2, 5];
        input x1: [1, 2, 5];
        l0: GlobalAvgPool2d;
        l1: GlobalAvgPool2d;
        l2: Conv2d(1 -> 3, kernel = 1, groups = depthwise, bias = false);
        train: biases;
        fn forward(x0, x1) {
            let h0 = permute(x0, [0, 2, 1]);
            let h1 = h0 - (gelu(h0, approximate = none));
            let h2 = relu(x0);
            let h2 = l0(h2);
            let h4 = pad2d(h2 - h2, 0, mode = reflect);
            let h5 = l1(h4);
            let h6 = l2(h0);
            let h0 = x1 * x0;
            let h8 = -h0;
            let h9 = l1(h5);
            (h1, h6, h8, h9)
        }
    }
    R121 {
        input: [1, 3, 2];
        l0: MaxPool2d(kernel = (2, 1), stride = 1, padding = valid, dilation = 2);
        l1: PRelu;
        l2: Conv2d(_ -> 2, kernel = 3, stride = 2, padding = same, bias = false);
        l3: LayerNorm(eps = 1e-2);
        l4: Dropout(p = 0.25);
        l5: LogSoftmax(axis = 1);
        l6: Sigmoid();
        l7: Sigmoid();
        l8: Upsample2d((3, 2));
        train: biases;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = sigmoid(x0);
            let h3 = l0(h2);
            let h4 = l4(x0);
            let h5 = l5(h3);
            let h6 = l6(h4);
            let h7 = l7(h6);
            let h8 = max_pool2d(h5, 1, stride = (1, 2), padding = valid, dilation = 2);
            let h9 = l8(h8);
            (l2(h1), l3(x0), h7, h9)
        }
    }
    R122 {
        input: [2, 3] in 0..5;
        l0: Embedding(6 -> 1);
        l1: Relu();
        l2: MaxPool2d(3, padding = 1);
        l3: PRelu(1);
        l4: Parameter([1, 1, 1], init = normal(0.5));
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(h0);
            let h2 = avg_pool2d(x0, 2, stride = (3, 2), padding = 1, count_include_pad = false);
            let h3 = h2 * h2;
            let h4 = l2(h3 + zeros([2, 2, 1]));
            let h5 = transpose(h4);
            let h6 = l3(h5);
            let h7 = glu(h6);
            (l2(h3), h7 + l4)
        }
    }
    R123 {
        input x0: [4, 5, 1];
        input x1: [1];
        l0: Conv2d(4, kernel = 1, stride = 2, padding = 0, dilation = (1, 2), groups = depthwise);
        l1: Pad2d(padding = 1, mode = zero);
        l2: BatchNorm2d(eps = 1e-2);
        l3: Sigmoid();
        l4: LeakyRelu(0.2);
        l5: LogSoftmax(axis = 1);
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = h1 * h1;
            let h3 = l0(x0);
            let h3 = l2(h3);
            let h5 = l3(h3);
            let h6 = global_avg_pool2d(h2);
            let h7 = l0(x0);
            let h8 = transpose(l4(x0));
            let h9 = l5(h8);
            (expand(h5, [4, 3, 2]), h6, h7, h9)
        }
    }
    R124 {
        input: [3, 5];
        l0: Sigmoid();
        l1: Flatten;
        l2: MaxPool1d(3, stride = 1, dilation = 2);
        fn forward(x0) {
            let h0 = permute(x0, [0, 1]);
            let h1 = 0.5 - h0;
            let x0 = elu(h1);
            let h3 = slice(x0, 1..4, axis = 1);
            let h4 = dropout(h3, p = 0.25);
            let h5 = l2(h0);
            let h6 = (l1(l0(h3))) + zeros([9]);
            (h4, transpose(expand(x0, [3, 5])), h5, h1, h6)
        }
    }
}

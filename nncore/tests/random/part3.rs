//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R075 {
        input x0: [4, 2, 6];
        input x1: [4, 5];
        l0: Gelu(approximate = tanh);
        l1: Parameter([4, 2], init = uniform(1.5));
        l2: Sigmoid();
        l3: Linear(_ -> 5, bias = false);
        l4: Tanh;
        l5: PRelu;
        l6: Conv2d(4 -> 3, kernel = 2, stride = 2, padding = 1, dilation = (2, 1), bias = true);
        fn forward(x0, x1) {
            let h0 = x0 - zeros([4, 2, 6]);
            let h1 = sum(h0, axis = 2);
            let h2 = l0(h1);
            let h3 = h1 * l1;
            let h4 = l2(x0);
            let h5 = l2(h2);
            let h6 = l3(h5);
            let h7 = l4(h4);
            let _h8 = l5(h2);
            let h9 = l6(h0);
            let h10 = x1 * h6;
            (h3, h7, expand(h9, [3, 4, 4]), h10)
        }
    }
    R076 {
        input: [2] in 0..2;
        l0: Embedding(1);
        l1: Softmax(axis = 0);
        l2: MaxPool1d(1, padding = 0);
        fn forward(x0) {
            let h0 = l0(x0);
            let h0 = l1(h0);
            let h2 = l2(h0);
            let h3 = permute(h0, [0, 1]);
            let h4 = l1(h3);
            let h5 = slice(h2, 0..1, axis = 0);
            let x0 = l1((h2 - -h4));
            let h7 = slice(x0, 0..2, axis = 0);
            let h8 = avg_pool1d(h7, 2, stride = 3, padding = same, count_include_pad = true);
            let h4 = l2(h8);
            (h5, x0, h4)
        }
    }
    R077 {
        input: [2, 3] in 0..1;
        l0: Embedding(2);
        l1: Pad2d((1, 0), mode = reflect);
        l2: Parameter([2, 5, 2], init = uniform(1.5));
        l3: Flatten;
        fn forward(x0) {
            let h0 = mean(l0(x0), axes = 2);
            let h1 = silu(l0(x0));
            let h2 = l1(l0(x0));
            let h3 = log_softmax(max_pool2d(h2 + l2, kernel = (2, 1), stride = 1, padding = same, dilation = 2), axis = 2);
            let h4 = l1(h1);
            let h5 = gelu(h0);
            (h3, l3(h4), h5)
        }
    }
    R078 {
        input: [1, 2];
        #[frozen] l0: Gelu;
        #[frozen] l1: Parameter([1, 2], init = normal(0.5));
        l2: PRelu(1);
        l3: Gelu(approximate = tanh);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l2(l0(h0) * l1);
            let h2 = elu(h0, 0.7);
            let h2 = flatten(h2);
            let h4 = concat(h0, h0, axis = 0);
            (0.5 + h2, l3(h1), l0(h4))
        }
    }
    R079 {
        input: [1, 2, 6];
        l0: Elu(0.7);
        l1: Conv2d(1 -> 3, kernel = (2, 1), stride = 1, padding = same, dilation = 2);
        l2: BatchNorm2d(3, eps = 1e-2);
        train: l2;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = matmul(h0, h0, transpose_a = true);
            let h2 = l1(l0(x0)) * 0.5;
            let h3 = permute(h1, [1, 0, 2]);
            let h4 = avg_pool2d((softplus(h0)), 1, stride = 3, count_include_pad = false);
            let h5 = l2(slice(h2, 1..3, axis = 2));
            (h3, h4, h5)
        }
    }
    R080 {
        input: [4, 2, 1];
        l0: Softplus();
        l1: MaxPool2d(kernel = 1, stride = (3, 2), dilation = (1, 2));
        l2: Pad2d(0, mode = reflect);
        l3: Parameter([4, 1, 1], init = 0.7);
        l4: LogSoftmax(axis = 2);
        l5: Tanh;
        train: l0, l1, l3, l5;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l2(l1(h0));
            let h2 = l1(x0);
            let h3 = h1 - (h2 + l3) * gelu(h1, approximate = none);
            let h4 = l4(h3);
            let h5 = transpose(h4);
            (matmul(x0, h2, transpose_b = true), l5(h5))
        }
    }
    R081 {
        input x0: [1, 3];
        input x1: [6] in 0..5;
        input x2: [1, 2] in 0..2;
        l0: Softmax(axis = 0);
        l1: Embedding(_ -> 2);
        l2: Linear(_ -> 3, bias = false);
        l3: Conv2d(_ -> 2, kernel = 1, stride = 2, padding = 1, dilation = (2, 1), bias = true);
        l4: Elu(alpha = 1.5);
        fn forward(x0, _x1, x2) {
            let h0 = l0(softplus(matmul(x0, x0, transpose_a = true, transpose_b = false)));
            let h1 = log_softmax(h0);
            let h2 = l1(x2);
            let h3 = l4(l3(h2));
            (l2(h1), permute(h2, [1, 2, 0]), pixel_shuffle(h3, 1))
        }
    }
    R082 {
        input: [1, 3];
        l0: BatchNorm1d(1, eps = 0.1);
        l1: Gelu;
        l2: AvgPool1d(1, stride = 2, count_include_pad = false);
        fn forward(x0) {
            let x0 = l0(matmul(x0, x0, transpose_b = true));
            let h1 = slice(x0, 0..1, axis = 1);
            let h1 = x0 * h1;
            let h3 = l1(h1);
            let h4 = l2(h3);
            let h5 = max(h3, axes = 0);
            let _h6 = leaky_relu(h5, 0.2);
            let _h7 = h4 * h3;
            let h8 = softmax(h5);
            (h8, matmul(h3 + zeros([1, 1]), h1, transpose_a = false, transpose_b = true))
        }
    }
    R083 {
        input x0: [2];
        input x1: [4, 3];
        l0: Linear(_ -> 4, bias = true);
        l1: Softmax(axis = 1);
        l2: Linear(2 -> 3);
        fn forward(x0, x1) {
            let x1 = elu(x1, alpha = 1.5);
            let h1 = slice(sum(x1, axis = 0, keep = true), 0..2, axis = 1);
            let h2 = l0(h1) + zeros([1, 4]);
            let h3 = mean(x1, axis = 0, keep = false);
            let h2 = dropout(h2, p = 0.25);
            let h5 = reshape(h3, [1, 1, 3, 1]);
            let h6 = l1(h2);
            let (h7_0, h7_1) = split(x0, axis = 0);
            let h8 = l2(x0);
            let h9 = h5 - h5;
            let h10 = reshape(h9, [1, 3, 1]);
            (h6, h7_0, h7_1, h8, h10, x1)
        }
    }
    R084 {
        input x0: [4];
        input x1: [2];
        l0: LogSoftmax;
        l1: RmsNorm(axes = 1, eps = 0.1);
        l2: Parameter([4], init = normal(0.5));
        fn forward(x0, _x1) {
            let x0 = x0 - (l0(x0));
            let h1 = l1(x0);
            let h2 = l1(h1);
            let _h3 = max((l0(h2)), axis = 0);
            let h4 = l0(h2);
            let h5 = permute(h4, [0]);
            let _h6 = l1(h5);
            let x0 = h5 + l2;
            let h8 = hard_swish(x0);
            l1(h8)
        }
    }
    R085 {
        input: [3, 1] in 0..5;
        l0: Embedding(4);
        l1: Tanh;
        l2: AvgPool2d((3, 2), stride = 3, padding = 1, count_include_pad = true);
        l3: MaxPool2d((1, 3), stride = 1, padding = (0, 1));
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = h0 + h1;
            let h3 = l1(h2);
            let x0 = reshape(h3, [12, 1, 1]);
            let h2 = max(x0, axes = 0, keep = true);
            let _h6 = l1((l1(h2)));
            let x0 = l3(l2(h2));
            let h3 = l2(x0);
            l3(h3)
        }
    }
    R086 {
        input: [1, 3];
        l0: Parameter([1, 3], init = 0.7);
        l1: Flatten;
        l2: Elu(0.7);
        fn forward(x0) {
            let x0 = x0 * l0;
            let h1 = transpose((matmul(x0, x0, transpose_a = true)));
            let h2 = permute(x0, [0, 1]);
            let h2 = transpose(h2);
            let h4 = l1(h2);
            let h2 = expand(h4, [3]);
            let h6 = l2(h1);
            let h6 = relu(h6 - h1);
            (h2, h6 / 1.5)
        }
    }
    R087 {
        input: [1, 2] in 0..2;
        l0: Embedding(2);
        l1: PixelShuffle(1);
        l2: AvgPool2d(kernel = (3, 2), stride = 1, padding = 1, count_include_pad = true);
        l3: Conv2d(1 -> 3, kernel = 1, stride = (1, 2), padding = 2, groups = 1, bias = false);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = l1(x0);
            let h2 = 2 * h1 + zeros([1, 2, 2]);
            let h3 = h2 * h2;
            let h4 = sum(l1(h3), axes = (1, 2), keep = true);
            let x0 = leaky_relu(h4, slope = -0.3);
            let h6 = l3(x0);
            (l2(x0) - 1e-1, h2, h6)
        }
    }
    R088 {
        input: [3, 3];
        l0: AvgPool1d(1, stride = 3);
        l1: Conv1d(3 -> 4, kernel = 2, stride = 2, padding = (0, 2), bias = false);
        l2: Linear(1 -> 1, bias = false);
        l3: Silu();
        fn forward(x0) {
            let h0 = 1.5 - x0;
            let h1 = elu(h0, alpha = 1.5);
            let h2 = l0(h0) - 1e-1;
            let h3 = hard_swish(h2);
            let h4 = l2(h3);
            let h5 = avg_pool1d((l3(h4)), 1, padding = valid, count_include_pad = false);
            let h6 = leaky_relu(l3(h5), slope = -0.3);
            (l0(h1), l1(h0), h6)
        }
    }
    R089 {
        input x0: [4, 4, 2];
        input x1: [4, 3] in 0..2;
        l0: PRelu(1);
        l1: Conv2d(1 -> 4, kernel = 2, stride = (2, 1), padding = 0, dilation = 2, groups = 1);
        l2: Conv2d(1 -> 2, kernel = 2, stride = (2, 1), padding = (0, 0, 1, 0));
        l3: AvgPool2d(2, stride = (3, 2), padding = 0, count_include_pad = true);
        train: biases;
        fn forward(x0, _x1) {
            let h0 = softplus(permute(x0, [1, 0, 2]));
            let h1 = l0(h0);
            let h2 = permute(h1, [2, 0, 1]);
            let h3 = slice(h2, 0..1);
            let h4 = h3 / 1e-1;
            let h5 = l1(h4);
            let h6 = l2(h4);
            let h7 = permute(h6, [1, 2, 0]);
            (matmul(h0, h5, transpose_b = true) * 1e-1, l3(h7))
        }
    }
    R090 {
        input: [2, 2, 1];
        l0: Sigmoid();
        l1: Parameter([1, 1, 2], init = uniform(1.5));
        l2: Upsample2d((3, 1));
        fn forward(x0) {
            let h0 = permute(x0, [2, 0, 1]);
            let h0 = slice(h0, 1.., axis = 1);
            let h2 = matmul(softmax(h0, axis = 1), h0, transpose_a = true);
            let h2 = gelu(h2, approximate = tanh);
            let h4 = l0(x0);
            let h5 = l0(l0((sigmoid(h4))));
            let h6 = l2(h4);
            let h7 = h2 - h2;
            (h0 + l1, h5, h6, h7)
        }
    }
    R091 {
        input: [2];
        l0: Linear(2 -> 4);
        l1: BatchNorm2d(1, eps = 1e-2, momentum = 0.3);
        l2: MaxPool2d((3, 1), stride = 1, padding = same, dilation = 2);
        l3: InstanceNorm2d(eps = 0.1, affine = false);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = max(x0 - zeros([2]), axis = 0);
            let h2 = relu(h1);
            let h3 = l0(x0);
            let h4 = l0(x0);
            let h5 = l1((reshape(h2, [1, 1, 1])));
            let h6 = glu(h4, axis = 0);
            let h7 = l2(h5);
            let h8 = l3(h7);
            (h0, h3, h6, max(h5), h8)
        }
    }
    R092 {
        input x0: [2, 2];
        input x1: [2, 5, 6];
        input x2: [1, 1];
        input x3: [3, 5, 6];
        l0: ConvTranspose2d(2 -> 3, kernel = (1, 3), padding = (0, 1), output_padding = 0, bias = true);
        l1: Tanh;
        l2: MaxPool2d(2, stride = 3, padding = 1);
        l3: ConvTranspose2d(_ -> 4, kernel = (3, 1), padding = 1);
        fn forward(x0, x1, _x2, x3) {
            let h0 = l0(x1);
            let h1 = l1(h0);
            let h2 = x1 + x1;
            let h3 = x0 - zeros([2, 2]);
            let h4 = h3 * -1;
            let h5 = l2(global_avg_pool2d(h2));
            let h6 = avg_pool2d(h5, (1, 3), stride = 1, padding = same);
            let h7 = l3(x3 + h0);
            (max(max_pool2d(h1, 1, stride = (1, 3), padding = same), axes = (0, 1, 2), keep = true), h4, h6, h7)
        }
    }
    R093 {
        input: [4, 5] in 0..3;
        #[frozen] l0: Embedding(_ -> 4);
        l1: MaxPool2d(2, stride = (2, 1), padding = 1, dilation = (1, 2));
        #[frozen] l2: Conv2d(4 -> 3, kernel = 3, padding = same, dilation = 2, groups = 1);
        l3: Embedding(_ -> 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(permute(sigmoid(l0(x0)), [0, 1, 2]));
            let (h2_0, h2_1, _h2_2, h2_3) = split(h1);
            let h3 = hard_swish(h2_0);
            let h4 = l1(h0);
            let h5 = l3(x0);
            let h6 = reshape(reshape((l2(h4)), [4, 3, 1, 3]), [12, 1, 3]);
            (h2_1, h2_3, h3, h6, h5)
        }
    }
    R094 {
        input: [3, 1, 1];
        l0: Parameter([3, 1, 1], init = uniform(1.5));
        l1: Parameter([3, 1, 1], init = -1);
        l2: Upsample2d(scale = (2, 3));
        fn forward(x0) {
            let h0 = expand(x0, [3, 1, 1]) + l0;
            let h1 = gelu(h0, approximate = tanh);
            let h2 = upsample2d(h0, (2, 3));
            let h3 = h1 + dropout(h1);
            let h4 = softmax(h3, axis = 1);
            let h5 = l2(h4);
            let h6 = h5 * h2;
            (matmul(h1, h1), x0 * l1, slice(h6, 0.., axis = 2))
        }
    }
    R095 {
        input x0: [3, 2, 6];
        input x1: [4, 3];
        #[frozen] l0: Linear(_ -> 4);
        fn forward(x0, x1) {
            let h0 = slice(pad2d(x0, (1, 2, 0, 1), mode = replicate), ..4, axis = 2);
            let h1 = gelu(h0 + 0.5);
            let h2 = expand(h1, [3, 5, 4]);
            let h3 = sum(h2, axes = 2);
            let h4 = matmul(h3, x1, transpose_a = true, transpose_b = true);
            let h5 = l0(h4);
            let h6 = max(h5, axis = 1, keep = false);
            let h7 = l0(h5);
            let h8 = reshape(h7, [2, 10]);
            (h6, h8, h6)
        }
    }
    R096 {
        input: [3, 2];
        l0: PRelu(3);
        l1: Tanh;
        l2: Glu(axis = 0);
        fn forward(x0) {
            let h0 = flatten((sigmoid(l0(x0))));
            let h1 = l1(h0);
            let h2 = elu(h1, alpha = 1.5);
            let (h3_0, h3_1) = split(h2, axis = 0);
            let h4 = h3_0 + h3_1 + zeros([3]);
            let h5 = h4 * l2(h0);
            let h6 = dropout(h0, 0.3);
            (h5, h6, h4)
        }
    }
    R097 {
        input: [2, 1];
        l0: LayerNorm(axes = 1, eps = 0.1);
        l1: Softplus;
        l2: Relu();
        l3: Sigmoid;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let x0 = mean(h1 + zeros([2, 1]), axes = 0);
            let h0 = x0 + x0;
            let h4 = l0(h1);
            let x0 = softplus(dropout(l2(h0)));
            let h6 = h4 * h1;
            let h7 = l3(x0);
            (h6 * h6, h7)
        }
    }
    R098 {
        input: [1, 5];
        #[frozen] l0: LayerNorm(axes = 2);
        fn forward(x0) {
            let h0 = transpose(x0 + 0.5);
            let h0 = avg_pool1d(h0, 2, stride = 2, padding = same, count_include_pad = false);
            let h2 = h0 * h0;
            let h3 = concat(h0, h2, axis = 0);
            let h4 = reshape(h0, [1, 5, 1]);
            let h5 = expand(h3, [10, 4]);
            let h6 = gelu(h5, approximate = tanh);
            let h7 = slice(h6, 0..1, axis = 1);
            let h8 = l0(h7);
            (log_softmax(h4, axis = 2), h8)
        }
    }
    R099 {
        input: [1, 3, 3];
        l0: Conv2d(3, kernel = 1, stride = (2, 1), padding = same, dilation = 2);
        l1: Glu(axis = 1);
        l2: Conv2d(3 -> 3, kernel = (2, 3), stride = 2, padding = 1, dilation = 2, groups = 3);
        l3: PRelu(3);
        l4: Pad2d(padding = (2, 0, 2, 0), mode = replicate);
        fn forward(x0) {
            let x0 = expand(x0, [3, 3, 3]);
            let h1 = x0 + x0;
            let h2 = l0((dropout(h1)));
            let h3 = l1(h2);
            let h4 = l2(h3);
            let (h5_0, h5_1, h5_2) = split(h4, axis = 0);
            let h6 = l4(dropout(h5_0));
            (slice(l3(sigmoid(h3)), 1..2, axis = 0), h5_1, h5_2, h6)
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R075 {
        input x0: [3, 3] in 0..5;
        input x1: [1, 2];
        l0: BatchNorm1d(momentum = 0.3);
        l1: LogSoftmax(axis = 1);
        fn forward(_x0, x1) {
            let x1 = gelu(x1, approximate = tanh);
            let h1 = x1 + l0(x1);
            let h2 = l1(h1);
            let x1 = l0(h1);
            let h4 = transpose(x1);
            let h5 = h4 * h4;
            let h2 = sum(h2, axes = (0, 1), keep = true);
            let h1 = l1(x1);
            let h8 = elu(h2);
            (h1, h8, leaky_relu(h5 * h4))
        }
    }
    R076 {
        input x0: [7];
        input x1: [4, 4, 1];
        input x2: [2, 2, 1];
        l0: Conv2d(1 -> 2, kernel = 1, stride = (2, 1), padding = 0, dilation = (1, 2), bias = true);
        l1: Gelu(approximate = tanh);
        l2: Flatten;
        l3: MaxPool2d(kernel = 3, stride = (1, 2), padding = 1);
        l4: LogSoftmax(axis = 2);
        fn forward(_x0, x1, x2) {
            let x1 = x1 - x1;
            let h1 = max(x1, axis = 0, keep = true);
            let h2 = l3(h1);
            let h3 = l4(h2);
            (l1(l0(h1)) + x2, l2(sum(h1, axis = 1)), x2, l1(h1), h3)
        }
    }
    R077 {
        input: [2, 4, 5];
        l0: Conv2d(2, kernel = (3, 1), stride = 2, padding = valid, dilation = (1, 2), groups = 2);
        l1: Upsample2d((3, 2));
        l2: Upsample2d(1);
        l3: Sigmoid;
        l4: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l0(h0);
            let h2 = l2((l1(h1)));
            let h3 = l3(h2 - h2);
            let h4 = x0 - h0;
            let h5 = h4 * h0;
            let h1 = reshape(h5, [4, 1, 10]);
            let h7 = l4(h2);
            (concat(h2, h3, axis = 1), h1 - h1, h7)
        }
    }
    R078 {
        input: [4, 1, 1];
        l0: PixelShuffle(2);
        l1: Pad2d(0, mode = reflect);
        l2: AvgPool2d(2, stride = (2, 1), padding = valid);
        l3: RmsNorm(axes = 3, eps = 1e-2);
        l4: Tanh();
        fn forward(x0) {
            let h0 = avg_pool2d(x0, (1, 3), stride = 1, padding = same, count_include_pad = false);
            let h1 = l0(h0);
            let h2 = matmul(h1, h1, transpose_a = true, transpose_b = true);
            let h3 = -h0;
            let h4 = l1(h3);
            let h5 = h2 * h2;
            let h6 = h0 + h3;
            let h7 = l4(h6);
            (h4, l3(l2(h1)), h5 + pixel_shuffle(h0, 2), h7)
        }
    }
    R079 {
        input: [5];
        l0: Softplus;
        l1: HardSwish;
        l2: BatchNorm1d(5, eps = 0.1);
        l3: Linear(5 -> 5, bias = false);
        fn forward(x0) {
            let h0 = permute(x0, [0]);
            let h1 = l0(x0);
            let h2 = l1(h1);
            let h3 = h2 * h2;
            let h4 = slice(h3, ..1);
            let h5 = l2((h1 - 1e-1));
            (leaky_relu(h1), l1(0.5 - h0), permute(h1, [0]), h4, l3(h5))
        }
    }
    R080 {
        input: [1, 1];
        l0: Silu;
        l1: Flatten;
        l2: Upsample2d((1, 3));
        fn forward(x0) {
            let h0 = tanh(x0);
            let h1 = permute(l0(h0), [1, 0]);
            let h2 = l0(h1);
            let h3 = l0(h2);
            let h4 = reshape(h3, [1, 1, 1]);
            let h5 = reshape(h4, [1, 1]);
            let h6 = slice(h1, 0..1);
            let h7 = l1(h6);
            let h8 = l2(max_pool2d(h4, kernel = 3, stride = 1, padding = same, dilation = (2, 1)));
            (h5, h7, h8)
        }
    }
    R081 {
        input x0: [1, 1, 1];
        input x1: [3, 4, 4];
        #[frozen] l0: HardSwish;
        l1: Conv2d(3 -> 2, kernel = 3, stride = 2, padding = (2, 1, 2, 2), dilation = 2);
        l2: Conv2d(2 -> 4, kernel = (1, 3), stride = 1, padding = (1, 2, 1, 0), groups = 2);
        l3: Silu;
        l4: Conv2d(1 -> 4, kernel = 1, padding = valid, bias = true);
        l5: LayerNorm(eps = 0.1);
        fn forward(x0, x1) {
            let x1 = l1(l0(x1));
            let h1 = l2(x1);
            let h2 = pad2d(h1, (0, 1, 0, 1));
            let h3 = reshape(h2, [48]);
            let h4 = l3(x0);
            let h5 = l4(x0 - (x0 - x0));
            let h6 = l5(x1);
            let h7 = l2(h6);
            (h3, h4, dropout(h1, p = 0.25), h5, h7, h3)
        }
    }
    R082 {
        input: [2, 5, 2];
        l0: Tanh();
        l1: Conv2d(3, kernel = 3, padding = (1, 0, 1, 1), bias = false);
        l2: Tanh();
        l3: Relu();
        l4: Upsample2d(2);
        l5: Silu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = reshape(h0, [2, 5, 2]);
            let h2 = avg_pool2d(l1(x0), 1, stride = 3, padding = same);
            let h3 = l3(slice(l2(h2), 1..2, axis = 0));
            let h4 = l3(h3);
            let h5 = l4(h4);
            let h6 = l5(sum(h1, axes = 1, keep = true));
            (h5, l2(h6))
        }
    }
    R083 {
        input x0: [4, 5];
        input x1: [5];
        l0: LayerNorm;
        l1: HardSwish();
        l2: Linear(5 -> 5);
        l3: Linear(4 -> 3, bias = false);
        l4: AvgPool1d(kernel = 3, stride = 3, count_include_pad = true);
        l5: Softmax(axis = 0);
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h2 = h1 + h1;
            let h3 = l1(h2);
            let h4 = l2(h3);
            let h5 = transpose(h4);
            let h6 = l3(h5);
            let h7 = sigmoid(h6);
            let h8 = l0(h1);
            let h9 = l5(h6);
            (h6, h8, l4(h7), relu(h7), h9)
        }
    }
    R084 {
        input: [4, 6, 6];
        l0: Elu(alpha = 1.5);
        l1: Softmax(axis = 0);
        fn forward(x0) {
            let h0 = -x0;
            let h1 = max_pool2d(l0(h0), 3, stride = 1, padding = 1);
            let h1 = h1 / 1.5;
            let h3 = l0(h1);
            let h4 = l1(h3);
            let h5 = tanh(h4);
            let h6 = l0(h5);
            let h7 = hard_swish(h3);
            let (h8_0, h8_1, h8_2, h8_3, h8_4, h8_5) = split(h6, axis = 1);
            let h9 = flatten(h7);
            let h10 = flatten(h8_5);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h8_4);
            let h14 = concat(h13, h12);
            (h7, h8_0, h8_1, h8_2, h8_3, h14)
        }
    }
    R085 {
        input: [4, 4, 5];
        l0: InstanceNorm2d(eps = 0.1);
        l1: Upsample2d(scale = 1);
        l2: Conv2d(4 -> 4, kernel = 1, groups = 1);
        l3: Linear(4, bias = false);
        fn forward(x0) {
            let h0 = slice(x0, 1..4, axis = 2);
            let x0 = 1.5 + x0;
            let h0 = expand(l0(h0), [4, 4, 3]);
            let h3 = max_pool2d(l1(x0), 2, stride = (2, 1), padding = valid);
            let h4 = l0(h0);
            let h5 = flatten(gelu(l2(h3), approximate = tanh));
            let h6 = l3((max(h5, axis = 0)));
            (h4, h6)
        }
    }
    R086 {
        input x0: [4, 3];
        input x1: [1, 5, 5];
        input x2: [4, 3, 5];
        input x3: [1, 1, 3];
        l0: MaxPool1d(1, dilation = 2);
        l1: Linear(_ -> 5, bias = true);
        l2: MaxPool2d(kernel = 1, stride = (3, 2), dilation = 2);
        l3: Dropout(0.0);
        fn forward(x0, x1, x2, x3) {
            let x0 = l0(x0);
            let x0 = l1(x0);
            let h2 = max_pool1d(x0, 1, stride = 3, dilation = 2);
            let h3 = expand(h2, [4, 2]);
            let h4 = mean(x1, axis = 1, keep = true);
            let h5 = l2(h4);
            let x0 = x3 - h5;
            let _h7 = l3(pad2d(x2, padding = (1, 2, 1, 1), mode = replicate));
            let h8 = x0 * h5;
            (h3, transpose(h2), h8)
        }
    }
    R087 {
        input x0: [6];
        input x1: [1, 5, 1];
        input x2: [6];
        l0: MaxPool2d(kernel = 1, stride = 2, padding = 0, dilation = 2);
        l1: Elu(0.7);
        l2: Linear(3, bias = false);
        l3: BatchNorm2d(1);
        train: biases;
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let (h1_0, h1_1, _h1_2) = split(h0, axis = 1);
            let h2 = l0(x1);
            let h3 = l1(h2);
            let _h4 = l1(silu(h3));
            let h5 = l0(x1);
            let h6 = glu(x2 + x0, axis = 0);
            let h7 = l2(h6);
            let h8 = l3(h5);
            (h1_0, h1_1, h7, log_softmax(h0, axis = 2), h8)
        }
    }
    R088 {
        input x0: [4, 4, 5];
        input x1: [1, 5] in 0..5;
        input x2: [4, 1, 6];
        input x3: [4, 1, 6];
        l0: Relu();
        l1: RmsNorm(eps = 0.1);
        l2: Pad2d((1, 1, 0, 2), mode = replicate);
        fn forward(x0, _x1, x2, x3) {
            let h0 = permute(softmax(x0, axis = 2), [1, 2, 0]);
            let x0 = relu(x0);
            let x0 = -x0;
            let h3 = l0(x0);
            let h4 = l1(1e-1 - h0);
            let h5 = l2(h4);
            let h6 = l1(h0);
            (h3, h6, concat(x2, h5, x3, softplus(h5), axis = 1))
        }
    }
    R089 {
        input: [4, 4];
        l0: Sigmoid();
        l1: Silu;
        l2: Linear(1 -> 3, bias = true);
        l3: LayerNorm(axes = 2, eps = 0.1);
        l4: Relu;
        fn forward(x0) {
            let h0 = mean(x0, axis = 0, keep = true);
            let h1 = l1(transpose(l0(h0)));
            let h2 = l2(h1);
            let h3 = l3(h1);
            let _h4 = l4(h3);
            let h5 = tanh(h0);
            let _h6 = reshape(h5, [1, 4, 1, 1]);
            let _h7 = l3(h1);
            let h2 = hard_swish(h2);
            h2
        }
    }
    R090 {
        input x0: [2, 2];
        input x1: [4];
        l0: LogSoftmax(axis = 1);
        l1: PRelu;
        fn forward(x0, x1) {
            let h0 = transpose(x0);
            let h1 = x1 * x1;
            let h0 = l0(h0);
            let h3 = expand(h0, [2, 2]);
            let h4 = l1(h3);
            let h5 = concat(x1, h1, x1, x1);
            let h6 = h5 + h5;
            let h7 = l0(tanh(h0));
            let h8 = l1(h7);
            let h9 = permute(h8, [1, 0]);
            (h6, slice(h4, 1..), h9)
        }
    }
    R091 {
        input x0: [5];
        input x1: [1, 5] in 0..3;
        l0: Embedding(4 -> 1);
        l1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        fn forward(x0, x1) {
            let h0 = relu((x0 - x0));
            let h1 = l0(x1);
            let h2 = global_avg_pool2d(h1);
            let x1 = max(h2, axes = 2, keep = false);
            let h4 = x1 * (2 * x1);
            let h5 = matmul(h4, h4, transpose_a = false, transpose_b = true);
            let h6 = h4 - h5;
            (h0, h6, l1(h1), h0)
        }
    }
    R092 {
        input: [2, 2, 2];
        l0: Pad2d((0, 1, 0, 0), mode = reflect);
        l1: Softmax(axis = 1);
        fn forward(x0) {
            let h0 = l0(reshape(x0, [2, 4, 1]));
            let h1 = elu(h0 * h0, alpha = 1.5);
            let h2 = l1(l1(transpose(h0 - h1)));
            let h3 = h2 + h2;
            (expand(h2, [2, 4, 5]), mean(x0, axes = (0, 1, 2)), h3)
        }
    }
    R093 {
        input x0: [4, 2, 6];
        input x1: [2, 3] in 0..6;
        input x2: [2, 3];
        l0: Embedding(6 -> 4);
        l1: Linear(5);
        l2: GlobalAvgPool2d;
        l3: Tanh();
        l4: Flatten;
        l5: Conv2d(3, kernel = 1, stride = (1, 2), padding = (1, 2), groups = depthwise);
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = l1(x2);
            let h2 = l2(x0);
            let h3 = upsample2d(h2, (3, 2));
            let h4 = permute(h3, [1, 0, 2]);
            let h5 = l3(h0);
            let (h6_0, _h6_1, _h6_2, h6_3) = split(l4(h2));
            let h7 = l2(x0);
            let h8 = transpose(h7);
            (h1, h5, h6_0, h6_3, l5(h4), h8)
        }
    }
    R094 {
        input x0: [4, 5, 1];
        input x1: [4, 3, 1];
        l0: AvgPool2d(1, stride = 2, count_include_pad = false);
        l1: Relu;
        l2: AvgPool2d(1, stride = 3, padding = same, count_include_pad = false);
        l3: PixelShuffle(2);
        fn forward(x0, x1) {
            let h0 = reshape(x0, [1, 1, 4, 5]);
            let h1 = l0(x0);
            let h2 = l1(log_softmax(x0, axis = 2));
            let h3 = l2(h2);
            let h4 = l0(h2);
            let h5 = l0(h2);
            let h6 = l1(h5);
            let h7 = l3(h6);
            let h8 = permute(h2, [2, 1, 0]);
            let h9 = reshape(0.5 + h0, [1, 4, 5]);
            let h10 = flatten(h6);
            let h11 = flatten(h8);
            let h12 = concat(h11, h10);
            (h1, h3, h9, h4 + x1, h7, h12)
        }
    }
    R095 {
        input x0: [4, 3];
        input x1: [1, 6, 4];
        l0: LeakyRelu;
        l1: BatchNorm2d(eps = 0.1);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = l0(h0);
            let h1 = l1(h1);
            let h3 = h1 + h0;
            let h4 = x0 - x0;
            let h5 = l0(h3);
            let h6 = h1 - h5;
            let h7 = l1(h6);
            (h4, h6 * elu(h1, alpha = 1.5), h7)
        }
    }
    R096 {
        input: [3, 4, 1];
        l0: Dropout(0.0);
        l1: Softplus;
        fn forward(x0) {
            let h0 = pixel_shuffle(x0, 1);
            let h1 = gelu(slice(h0, 0..1), approximate = tanh);
            let x0 = l0(upsample2d(h1, (1, 3)));
            let x0 = sigmoid(x0);
            let h4 = expand(h1, [1, 4, 2]);
            let h5 = l1(x0);
            let h6 = l0(slice(h4, ..2, axis = 1));
            (h5, h1, h6)
        }
    }
    R097 {
        input: [1, 1];
        l0: Linear(_ -> 5);
        l1: Conv1d(1 -> 4, kernel = 3, stride = 2, dilation = 2);
        l2: LayerNorm(eps = 0.1);
        l3: Softplus();
        l4: Elu;
        fn forward(x0) {
            let h0 = mean(x0, axes = (0, 1), keep = false);
            let h1 = l0(x0);
            let h2 = gelu(h1, approximate = tanh);
            let h3 = l2(l2(h2));
            let h4 = 1.5 - h3;
            let h5 = l4(l3(l1(h2)));
            let h6 = h5 - -0.7;
            (h0, slice(h4, 4.., axis = 1), h6)
        }
    }
    R098 {
        input x0: [1, 5, 4];
        input x1: [7];
        l0: RmsNorm(eps = 0.1);
        l1: Tanh;
        l2: ConvTranspose2d(1 -> 3, kernel = (2, 1), stride = (2, 1), padding = 1, output_padding = (1, 0));
        l3: Softmax;
        l4: Tanh;
        fn forward(x0, x1) {
            let x0 = transpose(x0);
            let h1 = l0(x0);
            let h2 = concat(sigmoid(h1), h1, h1);
            let h3 = l1(h1);
            let h4 = l3(x1);
            let _h5 = l0(x0);
            let h6 = l4(x1);
            let h7 = pixel_shuffle(h3, 1);
            let (h8_0, h8_1, h8_2, _h8_3, h8_4) = split(h7, axis = 2);
            let h9 = flatten(h8_4);
            let h10 = flatten(h8_2);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h8_1);
            let h14 = concat(h13, h12);
            (h2, h4, max(l2(h3), axes = (0, 1, 2)), h6, h8_0, h14)
        }
    }
    R099 {
        input: [1, 3] in 0..2;
        l0: Embedding(3 -> 1);
        l1: Softmax(axis = 0);
        l2: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = slice(h0, 0..1, axis = 2);
            let h2 = avg_pool2d(h1, 1, stride = 3, count_include_pad = true);
            let h3 = l1(h2);
            let h4 = permute(h3 * h2, [1, 2, 0]);
            let _h5 = l2(h4);
            let h6 = l1(h2);
            let h7 = dropout(h6, 0.0);
            let h8 = softplus(global_avg_pool2d(h3));
            (l0(x0), h7, h8)
        }
    }
}

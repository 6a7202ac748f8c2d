//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R175 {
        input x0: [1, 5, 6];
        input x1: [2, 4];
        l0: Softmax(axis = 1);
        l1: Linear(2, bias = true);
        l2: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        l3: Conv2d(1 -> 4, kernel = 1, stride = (2, 1), padding = 0, dilation = 2, bias = true);
        fn forward(x0, x1) {
            let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5) = split(x0, axis = 2);
            let x0 = l0(h0_1 * h0_5);
            let h2 = concat(h0_0, x0, h0_3, axis = 2);
            let h3 = l1(x1);
            let h4 = transpose(reshape(x1, [1, 8, 1, 1]));
            let h5 = l3(h0_2);
            let h6 = reshape(gelu(h4, approximate = tanh), [8, 1, 1]);
            (h0_4, h2, l2(h3), h6, h5)
        }
    }
    R176 {
        input x0: [1, 3, 4];
        input x1: [3, 5];
        input x2: [3, 3, 5];
        l0: Glu(axis = 2);
        l1: AvgPool2d(kernel = (3, 2), stride = 2);
        l2: ConvTranspose2d(1 -> 3, kernel = (1, 3), stride = 2, padding = (1, 0), bias = true);
        l3: Dropout(0.0);
        train: l1, l3;
        fn forward(x0, _x1, x2) {
            let h0 = l0(x0);
            let x0 = l1(h0 + h0);
            let h2 = -x0;
            let h3 = x2 + l3(l2(h0));
            let h4 = matmul(h3, h3, transpose_b = true);
            let h5 = glu(h0, axis = 2);
            let h6 = h5 - h5;
            let h7 = l2(h0);
            (h2, h4, h6, h7)
        }
    }
    R177 {
        input x0: [4, 1];
        input x1: [4, 4] in 0..6;
        l0: LayerNorm(eps = 0.1);
        l1: Glu(axis = 1);
        l2: LayerNorm(eps = 0.1);
        l3: Embedding(_ -> 2);
        l4: LayerNorm(axes = 3);
        fn forward(x0, x1) {
            let h0 = transpose(x0);
            let h1 = l0(h0);
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = elu(h3, 0.7);
            let h5 = l2(h4);
            let h6 = l2(h5);
            let h7 = l3(x1);
            let h8 = l4(h7);
            let h9 = permute(reshape(h1, [2, 1, 1, 2]), [3, 0, 1, 2]);
            let h10 = l4(h8);
            let h11 = reshape(h9, [4, 1, 1]);
            (h6, h11, h10)
        }
    }
    R178 {
        input: [3];
        l0: LogSoftmax;
        l1: Softplus();
        l2: Elu(0.7);
        fn forward(x0) {
            let h0 = (l0(sigmoid(x0))) - 2;
            let h0 = expand(mean((l1(h0)), axes = 0), [4]);
            let x0 = relu(h0);
            let h3 = l2(x0);
            let x0 = elu(h3, 0.7);
            let h5 = log_softmax(x0, axis = 0);
            let h6 = concat(x0, h3);
            let h7 = elu(h6, 0.7);
            (h5, h7)
        }
    }
    R179 {
        input: [5];
        l0: Flatten;
        l1: Softmax;
        l2: Linear(5 -> 5, bias = true);
        fn forward(x0) {
            let h0 = l2(l1(expand(l0(x0), [5])));
            let h1 = l2(h0 / 2);
            let h2 = l0(h0);
            let h3 = l1(h2);
            let h4 = l2(h2);
            let h5 = reshape(h4, [5]);
            let h6 = h1 + h5;
            let h7 = sum(h3, axes = 0, keep = true);
            (h6, h7)
        }
    }
    R180 {
        input: [3, 5, 2];
        l0: Sigmoid();
        l1: Gelu(approximate = none);
        l2: Conv2d(4, kernel = 1, padding = (2, 1, 0, 1), dilation = 2);
        fn forward(x0) {
            let h0 = l0(elu(x0));
            let h1 = l0(transpose(l1(h0)));
            let h2 = h1 / 0.5;
            let h3 = glu(h2, axis = 1);
            let h4 = l2(h3);
            h4
        }
    }
    R181 {
        input x0: [2, 3, 4];
        input x1: [3];
        l0: MaxPool2d(kernel = (1, 3), stride = 2, padding = 0, dilation = 2);
        l1: Relu;
        l2: BatchNorm1d(eps = 0.1, momentum = 0.3);
        l3: Conv2d(2 -> 2, kernel = (2, 1), stride = 2, padding = 0, dilation = 2, groups = 2, bias = false);
        l4: AvgPool2d((3, 1), stride = 3, padding = same, count_include_pad = false);
        fn forward(x0, x1) {
            let h0 = permute(x1, [0]);
            let (_h1_0, h1_1, h1_2) = split(h0);
            let h0 = pad2d(x0, padding = (1, 0, 0, 1));
            let h3 = l0(h0);
            let h4 = l1(h3);
            let h5 = matmul(h4, h4, transpose_a = true);
            let h6 = reshape(l2(h1_2), [1, 1]);
            let h7 = l4(l3(x0));
            (h1_1, h5, h6, h3, h7)
        }
    }
    R182 {
        input: [2, 6, 3];
        #[frozen] l0: Glu(axis = 1);
        #[frozen] l1: Upsample2d((2, 1));
        l2: MaxPool2d(2, stride = (3, 1), padding = valid, dilation = 2);
        #[frozen] l3: GroupNorm(2, eps = 1e-2, affine = true);
        fn forward(x0) {
            let x0 = l0(leaky_relu(x0, slope = -0.3));
            let h1 = l1(x0);
            let h2 = l2(h1);
            let h3 = l0(h1);
            let _h4 = l0(h1);
            (h2, matmul(x0, h3, transpose_b = true), l3(h3))
        }
    }
    R183 {
        input: [1];
        #[frozen] l0: Linear(1 -> 3, bias = true);
        l1: Gelu(approximate = tanh);
        fn forward(x0) {
            let h0 = sum(x0, axes = 0, keep = false);
            let h1 = l0(sum(h0));
            let h2 = h1 * h1;
            let h3 = l0(reshape(h1, [3, 1]));
            let x0 = l1(h3);
            let h5 = l0(h0);
            let h6 = silu(h2);
            let h7 = permute(h6, [0]);
            (x0, permute(h5, [0]), h7)
        }
    }
    R184 {
        input x0: [3, 2, 6];
        input x1: [1, 5];
        input x2: [1, 5];
        l0: GlobalAvgPool2d;
        l1: LeakyRelu(0);
        fn forward(x0, x1, x2) {
            let h0 = glu(x0, axis = 2);
            let h1 = l0(h0);
            let h2 = slice(x2, 1.., axis = 1);
            let _h3 = avg_pool1d(h2, 3, stride = 2, padding = 1);
            let h4 = expand(glu(x0, axis = 2), [3, 2, 3]);
            let h5 = l1((l0(h0)));
            (max_pool1d(log_softmax(x1 * x2, axis = 1), 2, dilation = 2), h1, slice(h1, 0..1, axis = 1), h4, h5)
        }
    }
    R185 {
        input: [4, 4];
        l0: Softplus;
        l1: BatchNorm1d(eps = 0.1, momentum = 0.3);
        l2: Linear(_ -> 2, bias = true);
        fn forward(x0) {
            let h0 = transpose(l0(l0(x0)));
            let h1 = gelu(h0, approximate = tanh);
            let h2 = l1(l0(h1));
            let _h3 = l1(max_pool1d(h1, kernel = 3, stride = 1, padding = same));
            let h4 = l2(mean(x0, axis = 1));
            (h2, h4, h2)
        }
    }
    R186 {
        input: [3, 6, 6];
        l0: Relu;
        l1: Sigmoid();
        l2: Softmax;
        l3: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        l4: Pad2d(padding = (0, 0, 1, 0));
        l5: Upsample2d(scale = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l2(l1(h0));
            let h0 = l3(h1);
            let h0 = l4(h0);
            let h4 = l5(h0);
            let h5 = softmax(h4, axis = 1);
            let x0 = h5 * h0;
            let h7 = h4 + x0;
            h7
        }
    }
    R187 {
        input: [2, 5];
        l0: Conv1d(4, kernel = 1, padding = 0, dilation = 2, bias = true);
        #[frozen] l1: LayerNorm(eps = 0.1);
        l2: AvgPool1d(kernel = 2, stride = 1, padding = same);
        fn forward(x0) {
            let h0 = sum(x0);
            let h1 = h0 - h0;
            let h2 = l0(x0);
            let h3 = sum(h2, axes = (0, 1), keep = true);
            let h4 = permute(h1, [0]);
            let h5 = l0(x0);
            let h6 = l1(h4);
            let h7 = l1(h0);
            (h3, h5, h6, concat(h2, h2, (l2(l2(l0(x0)))), axis = 0), h7)
        }
    }
    R188 {
        input x0: [1, 2];
        input x1: [4, 3, 1];
        input x2: [4, 1];
        l0: MaxPool2d(kernel = 2, padding = same, dilation = (2, 1));
        l1: ConvTranspose2d(_ -> 1, kernel = (3, 2), padding = (1, 0), bias = true);
        l2: Linear(1 -> 2, bias = true);
        l3: AvgPool1d(1, stride = 2, count_include_pad = false);
        l4: Flatten;
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = l0(x1);
            let h2 = mean(x0, axes = (0, 1));
            let h3 = l3(x2);
            let h4 = l4(pad2d((l1(h0)), (0, 2, 2, 0)));
            let _h5 = matmul(h3, h3, transpose_a = true);
            let h6 = h2 - h2;
            (h1, x2, l2(leaky_relu(x2, 0)), h4, h6)
        }
    }
    R189 {
        input: [3, 4];
        l0: Relu();
        l1: Linear(4 -> 3, bias = true);
        l2: LogSoftmax(axis = 1);
        l3: AvgPool1d(kernel = 3, stride = 3, padding = same, count_include_pad = false);
        l4: GroupNorm(1, eps = 0.1, affine = true);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l1(l0(x0));
            let h2 = max_pool1d(h0, kernel = 1, stride = 3);
            let h3 = l3(l2(h2));
            let x0 = max(l1(h0), axes = (0, 1), keep = true);
            let h5 = l4(x0);
            let h6 = slice(h1, ..1, axis = 1);
            (h3, h5, h6)
        }
    }
    R190 {
        input x0: [3, 2, 4];
        input x1: [2, 1, 1];
        l0: PRelu(1);
        l1: Tanh();
        l2: Sigmoid();
        l3: PixelShuffle(1);
        l4: Relu;
        fn forward(x0, x1) {
            let h0 = global_avg_pool2d(x1);
            let h1 = l0(h0);
            let h2 = l1(x0);
            let h3 = l4(l3(l2(h0 / 2)));
            let h0 = relu(h1);
            let h5 = h0 + h0 * h3;
            (h2, h5)
        }
    }
    R191 {
        input x0: [1, 2] in 0..4;
        input x1: [1, 1, 1];
        l0: Embedding(7 -> 2);
        l1: AvgPool2d(kernel = 2, stride = 3, padding = same, count_include_pad = false);
        l2: LayerNorm(axes = 2, eps = 1e-2);
        l3: Embedding(_ -> 1);
        fn forward(x0, x1) {
            let h0 = l1(l0(x0));
            let h1 = avg_pool2d(h0, 3, padding = 1, count_include_pad = false);
            let h2 = l2(h1);
            let h1 = h1 + x1;
            let h4 = mean(l2(h1), axes = (0, 1, 2));
            let h5 = permute(h2, [0, 1, 2]);
            let h6 = l3(x0);
            let h7 = pixel_shuffle(h6, 1);
            (h5, reshape(h4, [1, 1, 1]), h7)
        }
    }
    R192 {
        input: [1, 2, 3];
        l0: RmsNorm(eps = 0.1);
        l1: ConvTranspose2d(_ -> 3, kernel = (2, 1), stride = (1, 2), output_padding = (0, 1), bias = false);
        l2: Tanh();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = h1 + h1;
            let h3 = concat(x0, h0, h0, axis = 0);
            let _h4 = upsample2d(pixel_shuffle(h3 + h3, 1), (1, 2));
            let h5 = l2(h1);
            let h6 = sigmoid(h5);
            let h7 = l2(h6);
            (h2, h7, h3)
        }
    }
    R193 {
        input: [1, 6, 3];
        l0: Conv2d(1 -> 1, kernel = 1, stride = 2, padding = same, dilation = 2, bias = false);
        l1: Pad2d((0, 0, 0, 1), mode = zero);
        l2: LeakyRelu(slope = -0.3);
        l3: Conv2d(_ -> 3, kernel = (2, 3), stride = (1, 2), padding = same, dilation = 2, bias = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = concat(h0, h0, axis = 1);
            let (h2_0, h2_1) = split(h1, axis = 2);
            let h3 = concat(h2_0, h2_1, axis = 1);
            let h4 = l1((tanh(h3)));
            let h5 = l2(h4);
            let h6 = mean(h0, axes = (0, 1, 2), keep = true);
            let h7 = l3(mean(h3, axes = 1, keep = true));
            let h8 = l0(x0);
            let h9 = log_softmax(h7, axis = 1);
            (h5, h6, h8, h0, h9)
        }
    }
    R194 {
        input: [4, 2];
        l0: HardSwish;
        l1: Tanh;
        l2: Glu(axis = 0);
        fn forward(x0) {
            let h0 = slice(x0, 0..3);
            let h1 = glu(h0, axis = 1);
            let h2 = h1 * h1;
            let h3 = permute(h2, [1, 0]);
            let h4 = expand(h3, [4, 3]);
            let h5 = slice(h4, 2..4);
            let h6 = l0(x0);
            let _h7 = concat(x0, h0, h6);
            let h8 = l2(h5);
            let h9 = l2(h5);
            (l1(h2), h3, h8, dropout(h9, 0.0))
        }
    }
    R195 {
        input x0: [4, 4, 6];
        input x1: [3, 4, 6];
        l0: Dropout(p = 0.25);
        l1: Silu;
        l2: Linear(2);
        #[frozen] l3: Linear(3, bias = true);
        l4: Linear(3 -> 5, bias = true);
        fn forward(x0, x1) {
            let h0 = flatten((concat(x0, x1, axis = 0)));
            let h1 = mean(h0 - 0.5);
            let h2 = slice((l1(l0(h1))), ..);
            let h3 = l0(h1);
            let h4 = silu(h1);
            let h5 = l3(h3);
            let h6 = l4(h5);
            (l2(h2), h4, h6)
        }
    }
    R196 {
        input x0: [2, 1, 6];
        input x1: [2, 3, 6];
        input x2: [4, 1] in 0..6;
        l0: RmsNorm(axes = 3);
        l1: Upsample2d((2, 1));
        l2: PRelu(1);
        fn forward(x0, x1, _x2) {
            let h0 = sum(x1, axis = 0, keep = true);
            let h1 = relu(x0);
            let h2 = l1(l0(h1));
            let h3 = leaky_relu((pad2d(h2, padding = (2, 0, 0, 0), mode = zero)), 0.2);
            let h4 = l2((l1(x0)));
            let h5 = h0 * h0;
            (h3 - h3, h4, h5)
        }
    }
    R197 {
        input x0: [1, 1];
        input x1: [1, 6, 6];
        input x2: [3, 6, 5];
        l0: Conv2d(3, kernel = (3, 2), stride = 2, padding = (1, 2));
        l1: Softplus;
        l2: Linear(3, bias = false);
        fn forward(x0, x1, x2) {
            let h0 = permute(x2, [0, 1, 2]);
            let h1 = softmax(x1 - x1, axis = 0);
            let h2 = mean(h1, axes = (1, 2), keep = true);
            let h3 = matmul(x0, x0, transpose_b = false);
            let h4 = l0(h1);
            let h5 = permute(x2, [2, 0, 1]);
            let _h6 = l1(h0);
            let h7 = l2(concat(h3, x0, h3, h3));
            let h8 = expand(h7, [4, 3]);
            (h2, h4, h5, x0 + h3, h8)
        }
    }
    R198 {
        input: [4, 4];
        l0: Dropout(0.3);
        l1: Elu(0.7);
        l2: MaxPool1d(2, stride = 3);
        fn forward(x0) {
            let h0 = glu(x0, axis = 1);
            let h1 = l0(max(slice(h0, ..1, axis = 1), keep = true));
            let h2 = max_pool1d(transpose(x0), 3, stride = 1, padding = 1, dilation = 2);
            let h3 = l1(x0);
            let x0 = l2(h2);
            let _h5 = sigmoid(x0);
            let h6 = elu(l1(h3), alpha = 1.5);
            let h7 = expand(h6, [4, 4]);
            (h1, h6, h7, h1)
        }
    }
    R199 {
        input x0: [3, 3];
        input x1: [1, 4, 6];
        input x2: [1, 4, 6];
        l0: PixelShuffle(1);
        l1: Linear(3 -> 2, bias = true);
        l2: Glu(axis = 1);
        l3: HardSwish();
        fn forward(x0, x1, x2) {
            let x2 = x2 + x1;
            let h1 = l0(x2);
            let x1 = -0.7 * sum(x2, axes = (0, 1, 2));
            let x2 = l1(x0);
            let _h4 = l2(x2);
            let h5 = l1(x0);
            let x0 = sigmoid(x1);
            let h7 = l3(x0);
            (h1, h5, h7)
        }
    }
}

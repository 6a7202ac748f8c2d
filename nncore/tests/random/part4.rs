//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R100 {
        input: [3, 1];
        l0: Dropout(0.3);
        l1: MaxPool1d(2, stride = 2, padding = same);
        l2: Gelu(approximate = none);
        fn forward(x0) {
            let x0 = x0 * x0;
            let h1 = l2(expand((l1((l0(x0)))), [3, 2]));
            let h2 = glu((sigmoid(h1)), axis = 1);
            let h3 = h2 + x0;
            let h4 = l1(h3);
            let h1 = l1(h4);
            let x0 = reshape(h1, [1, 3]);
            l0(x0)
        }
    }
    R101 {
        input x0: [3, 2];
        input x1: [2, 1, 2];
        l0: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l1: Linear(2 -> 4, bias = true);
        l2: Pad2d(0, mode = reflect);
        l3: Conv1d(3 -> 4, kernel = 2, padding = 0, bias = true);
        l4: BatchNorm2d(2, eps = 1e-2);
        l5: Elu(alpha = 1.5);
        fn forward(x0, x1) {
            let h0 = l1(x0);
            let h1 = tanh(h0);
            let h2 = l2(l0(x1));
            let h3 = pixel_shuffle(h2, 1);
            let h4 = l4(h3);
            let h5 = l5(h4);
            (max_pool1d(glu(x0, axis = 1), 2, stride = 3, padding = same), l3(h1), h5)
        }
    }
    R102 {
        input: [6];
        l0: LogSoftmax;
        l1: Flatten;
        l2: Relu;
        l3: Elu(0.7);
        train: biases;
        fn forward(x0) {
            let h0 = l1(l0(x0));
            let h1 = l2(l2(h0) * x0);
            let x0 = l0(h1);
            let h3 = elu(x0, 0.7);
            let h4 = l2(h3);
            let h5 = h1 - -1;
            (l3(x0), h4, h5)
        }
    }
    R103 {
        input: [6] in 0..6;
        l0: Embedding(6 -> 2);
        l1: Softplus();
        l2: Embedding(6 -> 3);
        l3: Silu();
        l4: HardSwish;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = avg_pool1d(h0, kernel = 3, padding = 1);
            let _h2 = transpose(h0);
            let h3 = h1 * h1;
            let h4 = l1(h0);
            let h5 = l2(x0);
            let h6 = l3(h5);
            let h7 = l4(h6);
            let h8 = h3 / 2;
            let h9 = h1 - h8;
            (h4, h7, h9)
        }
    }
    R104 {
        input x0: [3];
        input x1: [1, 1, 6];
        l0: Glu(axis = 1);
        l1: AvgPool2d(kernel = 2, stride = (1, 3), padding = same, count_include_pad = false);
        fn forward(_x0, x1) {
            let h0 = upsample2d(x1, (2, 1));
            let h1 = sum(softmax(h0, axis = 2), axis = 1, keep = true);
            let h2 = x1 + h1;
            let h3 = silu(h1);
            let h4 = l0((transpose(h3)));
            let h5 = transpose(h4);
            let h6 = mean(h2, axis = 1);
            (h5, h6, l1(h1))
        }
    }
    R105 {
        input: [4, 1, 3];
        l0: Linear(3);
        l1: Sigmoid;
        fn forward(x0) {
            let h0 = relu(x0);
            let x0 = sum(h0, axis = 1);
            let h2 = l0(x0);
            let h3 = sum(l1(h2));
            let h4 = transpose(upsample2d(h0, scale = 1));
            let h5 = l0((matmul(x0, x0, transpose_a = true)));
            (h3, h4, h5 - h5)
        }
    }
    R106 {
        input x0: [2, 3, 2];
        input x1: [2, 3, 2];
        #[frozen] l0: Softplus();
        #[frozen] l1: ConvTranspose2d(_ -> 2, kernel = (2, 3), stride = (2, 1), padding = 1, output_padding = (1, 0), bias = true);
        l2: PixelShuffle(1);
        fn forward(x0, x1) {
            let x1 = l0(softplus(x1 + x0));
            let x0 = matmul(x1, x0, transpose_a = false, transpose_b = true);
            let h2 = l1(slice(x1, ..1, axis = 2));
            let (h3_0, h3_1, h3_2, h3_3, h3_4) = split(h2, axis = 1);
            let h4 = l2(h3_3);
            let _h3_3 = expand(x0, [2, 3, 3]);
            let _h6 = permute(h3_1, [1, 0, 2]);
            (h3_0, h3_2, h3_4, log_softmax(h4, axis = 1))
        }
    }
    R107 {
        input: [1, 6, 4];
        l0: Elu;
        l1: Flatten;
        l2: LayerNorm(eps = 0.1);
        l3: MaxPool2d(kernel = (2, 3), stride = 1, padding = 1, dilation = (2, 1));
        l4: Tanh;
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = l0(x0);
            let h2 = l1(h1);
            let h3 = glu(l2(h2), axis = 0);
            let h4 = l2(h2);
            let h5 = l4(l3(h0));
            let h6 = 2 - h5;
            let (h7_0, h7_1) = split(h6, axis = 1);
            let h8 = pad2d(h7_0, (0, 1, 2, 0), mode = reflect);
            (h3, h4, h7_1, l0(x0), h8)
        }
    }
    R108 {
        input: [1, 4];
        l0: Flatten;
        l1: Gelu;
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = dropout(h0, 0.0) + 1.5;
            let h2 = mean(h1, keep = true);
            let h3 = l0(h2);
            let h4 = h3 + softmax(h3, axis = 0);
            let h5 = l1(h2);
            (h4, h2 * h5)
        }
    }
    R109 {
        input x0: [1, 1];
        input x1: [2, 1];
        l0: LayerNorm(axes = 2, eps = 0.1);
        l1: Linear(3, bias = false);
        fn forward(x0, x1) {
            let h0 = matmul(x1, x0, transpose_b = true);
            let h1 = hard_swish(x0);
            let h2 = concat(h0, x1, h1, axis = 0);
            let h3 = h2 * h2;
            let h4 = sum(l1(l0(h1)), keep = true);
            let h5 = l1(h0);
            (concat(h3, h3, silu(h2), axis = 1), h4, x0, h5)
        }
    }
    R110 {
        input: [1, 3, 2];
        l0: Pad2d((2, 2, 2, 0), mode = replicate);
        l1: ConvTranspose2d(_ -> 1, kernel = (1, 2), padding = (0, 1), bias = true);
        fn forward(x0) {
            let h0 = sigmoid(x0);
            let x0 = tanh(h0);
            let h2 = max_pool2d(matmul(x0, h0, transpose_b = true), 1, padding = same, dilation = (1, 2));
            let h3 = l1(h2);
            let h4 = reshape(h3, [3, 1, 2]);
            let _h5 = h4 * h4;
            let h6 = max_pool2d(h0, kernel = 3, stride = 2, padding = 1, dilation = (2, 1));
            (l0(h0 + h0), h2, h6)
        }
    }
    R111 {
        input x0: [1, 5] in 0..6;
        input x1: [1];
        input x2: [1, 4, 3];
        input x3: [1, 3, 1];
        l0: Elu(alpha = 1.5);
        l1: Linear(1 -> 2, bias = true);
        l2: RmsNorm(eps = 0.1);
        l3: Dropout(0.0);
        l4: InstanceNorm2d(eps = 1e-2, affine = false);
        l5: Conv2d(1 -> 1, kernel = 2, stride = (2, 1), padding = (0, 1));
        fn forward(_x0, x1, x2, x3) {
            let h0 = slice(permute(x1, [0]), 0..1);
            let h1 = sum(x1, keep = true);
            let h2 = l1(l0(h1));
            let h3 = l3(l0(h0));
            let h4 = l4(x2);
            let h5 = elu(l5(h4));
            (matmul(x3, x2, transpose_a = true, transpose_b = true), l2(h2), h3, x2, h5)
        }
    }
    R112 {
        input x0: [3, 6, 5];
        input x1: [3, 5];
        l0: AvgPool1d(kernel = 2, stride = 1, padding = 1, count_include_pad = false);
        l1: Conv2d(3 -> 4, kernel = 3, padding = 1, dilation = (1, 2));
        fn forward(x0, x1) {
            let x1 = transpose(x1);
            let h1 = permute(softplus(x1), [0, 1]);
            let h2 = x0 * x0;
            let h3 = sum(h2, axes = 0, keep = true);
            let h4 = l0(x1);
            let _h5 = slice(h4, 1..3, axis = 1);
            let _h6 = max(l0(h1) - 0.5, axis = 0);
            (l1(h2), transpose(h3))
        }
    }
    R113 {
        input x0: [2, 5] in 0..1;
        input x1: [2, 2, 4];
        l0: Embedding(1 -> 4);
        l1: PixelShuffle(1);
        l2: Embedding(_ -> 3);
        l3: GlobalAvgPool2d;
        l4: RmsNorm;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = sigmoid(l1(h0));
            let h2 = l2(x0);
            let h3 = l3(h1);
            let (h4_0, h4_1) = split(h3);
            let h5 = l4(h4_1);
            let h6 = concat(x1, x1, elu(relu(h0), alpha = 1.5), x1, axis = 1);
            let h7 = permute(h4_0, [2, 0, 1]);
            (h2, h4_1, h5, h6, h7, l3(h0))
        }
    }
    R114 {
        input: [2];
        l0: PRelu(1);
        l1: HardSwish;
        l2: LeakyRelu(slope = -0.3);
        fn forward(x0) {
            let h0 = elu(x0, 0.7);
            let h1 = sum(l0(h0), axis = 0);
            let h2 = l1(h1);
            let h3 = expand(l0(x0), [2]);
            let h4 = h3 + h3;
            let h5 = h1 - h1;
            (h2, l0(h4), log_softmax(h5, axis = 0), l2(h0))
        }
    }
    R115 {
        input: [1, 2];
        l0: BatchNorm1d(1, eps = 0.1);
        l1: Gelu;
        l2: AvgPool1d(1, padding = same, count_include_pad = false);
        l3: GroupNorm(1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = slice(slice((l0(h0)), ..1, axis = 1), 0.., axis = 1);
            let h2 = l1(h1);
            let h3 = max(h2, axis = 1);
            let h2 = l2(h1);
            let h5 = l3(h1) - h2;
            let h6 = x0 / 1.5;
            (h3, h5, h6)
        }
    }
    R116 {
        input: [1];
        l0: LeakyRelu(0.2);
        l1: Sigmoid;
        fn forward(x0) {
            let x0 = relu(x0);
            let h1 = l0(x0);
            let h2 = dropout(h1, 0.0);
            let h3 = l1(h2);
            let h4 = permute(h3, [0]);
            let h5 = leaky_relu(h3);
            let h6 = h1 * (slice(softplus(x0), 0..));
            let _h1 = h5 * x0;
            let h5 = reshape(h2, [1, 1]);
            let h9 = slice(h5, .., axis = 1);
            (h4, h6, h9)
        }
    }
    R117 {
        input: [3, 3];
        l0: Linear(3 -> 1, bias = true);
        l1: HardSwish();
        fn forward(x0) {
            let (h0_0, _h0_1, h0_2) = split(x0, axis = 0);
            let h1 = l0(h0_0);
            let h2 = softmax(h0_2, axis = 1);
            let h3 = l0(h2);
            let h4 = l1(h0_2);
            let h5 = x0 / -1;
            let h6 = l0(h5);
            let h7 = h1 * matmul(h6, h0_2, transpose_a = true, transpose_b = true);
            (h3, h4, h7, max(h7, axes = (0, 1)))
        }
    }
    R118 {
        input: [3, 4, 4];
        l0: MaxPool2d((3, 1), stride = (2, 1), padding = same);
        fn forward(x0) {
            let h0 = permute(x0, [1, 2, 0]);
            let h1 = gelu(h0 + h0, approximate = tanh);
            let h2 = pad2d(h1, padding = (0, 0, 1, 0));
            let h3 = max(h0, axes = 2, keep = true);
            let h4 = glu(reshape(matmul(h2, h2, transpose_a = false, transpose_b = true), [64]));
            let h5 = l0(h3);
            let _h6 = permute(h4, [0]);
            let h7 = slice(x0, ..1, axis = 1);
            (h5, h7 + h7)
        }
    }
    R119 {
        input: [1, 4] in 0..2;
        l0: Embedding(_ -> 2);
        l1: Embedding(2 -> 1);
        l2: Glu;
        fn forward(x0) {
            let h0 = permute(l0(x0), [1, 0, 2]);
            let h0 = permute(h0, [2, 0, 1]);
            let h2 = glu(h0, axis = 1);
            let h3 = l1(x0);
            let h4 = sum(h3, axis = 2, keep = true);
            let h5 = l2(h2);
            let h6 = h5 - h5;
            (l1(x0), l1(x0), expand(h4, [1, 4, 4]), h3, h6, transpose(h2))
        }
    }
    R120 {
        input: [1, 1];
        l0: LeakyRelu;
        l1: Sigmoid;
        l2: BatchNorm1d(1);
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = tanh(h0);
            let h2 = transpose(h1);
            let h3 = h2 + 1e-1;
            let h4 = l0(h3);
            let h5 = l1(h0);
            let h5 = l2(h5);
            let h7 = 2 - h5;
            let h8 = concat(x0, h7, h0, axis = 0);
            (h4, sum(h8, axis = 0, keep = false), transpose(h7), relu(x0))
        }
    }
    R121 {
        input x0: [1, 1] in 0..1;
        input x1: [2, 1, 6];
        l0: PRelu;
        #[frozen] l1: Conv2d(2 -> 4, kernel = (3, 1), stride = (1, 2), padding = (1, 2));
        l2: GlobalAvgPool2d;
        l3: Conv2d(_ -> 4, kernel = 1, stride = (2, 1), padding = (1, 2, 0, 1), dilation = (1, 2));
        fn forward(_x0, x1) {
            let h0 = l0(x1);
            let x1 = reshape(h0, [12]);
            let h2 = pixel_shuffle(h0, 1);
            let _h3 = leaky_relu(h2);
            let h4 = softplus(h2);
            let h5 = l1(h4);
            let h2 = l0(h4);
            let h7 = l2(tanh(h5));
            let h8 = l3(h7);
            let h9 = matmul(h8, h8, transpose_a = true);
            (x1, h0 * h2, h9)
        }
    }
    R122 {
        input: [3, 4, 1];
        l0: Conv2d(_ -> 2, kernel = 1, stride = (1, 2), groups = 1, bias = true);
        l1: Sigmoid;
        l2: Glu(axis = 0);
        fn forward(x0) {
            let h0 = dropout(reshape(x0, [1, 6, 2]), 0.3);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let x0 = l1(l2(h2));
            let h4 = -1 * glu(x0, axis = 1);
            let h5 = sigmoid(h2);
            let h6 = tanh(h0);
            (h4, h1 + h5, h6)
        }
    }
    R123 {
        input x0: [4, 6, 1];
        input x1: [4, 6, 4];
        l0: LeakyRelu(slope = -0.3);
        l1: LayerNorm(axes = 3);
        l2: GlobalAvgPool2d;
        fn forward(x0, x1) {
            let x0 = expand(x0, [4, 6, 4]);
            let h1 = l0(x0);
            let h2 = h1 * x1;
            let h3 = transpose(h2);
            let h2 = expand(h3, [4, 4, 6]);
            let h5 = permute(l1(h2), [0, 1, 2]);
            let h6 = pad2d(h2, (0, 1, 0, 0), mode = reflect);
            let h7 = l2(h6);
            let h8 = h7 / 3.0;
            (l1(h5), h8)
        }
    }
    R124 {
        input: [3, 2, 4];
        l0: Dropout(p = 0.25);
        l1: Pad2d(padding = (1, 2, 1, 1), mode = zero);
        l2: Silu;
        l3: GroupNorm(3, eps = 0.1, affine = true);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = l1(l0(h0));
            let h1 = hard_swish(h1);
            let h0 = l1(h0);
            let h1 = l2(h1);
            let h5 = l3(l0(h1));
            (h0, matmul(h5, h5, transpose_a = true))
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R150 {
        input: [3, 4];
        l0: Relu();
        l1: PixelShuffle(1);
        l2: GroupNorm(1, eps = 1e-2);
        fn forward(x0) {
            let x0 = square(x0);
            let h1 = reshape(x0, [12]);
            let h2 = h1 + h1;
            let h3 = l0(h2) + h1;
            let h2 = reshape(h3, [1, 4, 3, 1]);
            let h5 = reshape(h2, [1, 4, 3]);
            let h6 = l1(h5);
            let h7 = l2(h6);
            let h8 = sum(h2, axes = (1, 2, 3), keep = false);
            (h7, h8, avg_pool1d(x0, kernel = 1, stride = 2, padding = same, count_include_pad = true))
        }
    }
    R151 {
        input x0: [3, 2];
        input x1: [3, 1];
        l0: Linear(3, bias = true);
        l1: Tanh();
        fn forward(x0, x1) {
            let h0 = mean(x0, axis = 1, keep = true);
            let h1 = relu(x1 / (square(h0) + 0.5));
            let h2 = l1(h0);
            let h3 = transpose(l0(x1));
            let h4 = l0(h1);
            let _h5 = slice(h4, 1..2, axis = 1);
            let h6 = l1((expand(h2, [3, 4])));
            (h3, h6)
        }
    }
    R152 {
        input x0: [3, 2];
        input x1: [3, 2, 2];
        input x2: [1, 5];
        l0: Silu();
        l1: Linear(2 -> 3, bias = true);
        fn forward(x0, x1, _x2) {
            let h0 = exp(tanh(relu(x0)));
            let h1 = max_pool2d(x1, 1, stride = 3);
            let h2 = pixel_shuffle(h1, 1);
            let h3 = l0(h2);
            let h4 = l1(l0(h0));
            let h5 = expand(h3, [3, 2, 1]);
            let h6 = softplus(h5);
            let h7 = matmul(h4, h4, transpose_a = true);
            let h8 = sum(h3, axes = (0, 2), keep = true);
            (h6, h7 * h7, h8)
        }
    }
    R153 {
        input x0: [3, 2, 2];
        input x1: [3, 3];
        input x2: [4, 2] in 0..3;
        l0: Embedding(1);
        l1: LogSoftmax(axis = 1);
        l2: MaxPool1d(kernel = 1, dilation = 2);
        fn forward(x0, x1, x2) {
            let h0 = square(x0);
            let h1 = l0(x2);
            let h2 = permute(h0, [2, 0, 1]);
            let h3 = sum(max_pool2d(l0(x2), kernel = 2, stride = (2, 3), padding = 1, dilation = (2, 1)), axes = (0, 1));
            let _h4 = l1(h1);
            let h5 = l2(x1 / (square(l2(x1)) + 0.5));
            let h6 = gelu(l2(h5), approximate = none);
            (h2, h3, h6)
        }
    }
    R154 {
        input: [1, 2, 1];
        l0: InstanceNorm2d(eps = 1e-2, affine = false);
        l1: Upsample2d(scale = (2, 3));
        fn forward(x0) {
            let x0 = exp(tanh(x0));
            let h1 = 1.5 / (square(expand(x0, [2, 2, 1])) + 0.5);
            let h2 = l0(h1 / (square(h1) + 0.5));
            let h3 = l0(h1);
            let h4 = reshape(h3, [4]);
            let h5 = transpose(x0);
            let h6 = elu(h5);
            let h7 = l1(h6);
            (h4, l0(h2) * h2, h7)
        }
    }
    R155 {
        input: [1, 4, 2];
        l0: LayerNorm(axes = 1);
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let h1 = l0(h0);
            let h2 = l0((elu(h0, 0.7)));
            let h3 = permute(h2, [2, 0, 1]);
            let h4 = 3.0 / (square(h3) + 0.5);
            let h5 = pad2d(l0(h1), padding = (1, 1, 1, 2), mode = replicate);
            (1.5 / (square(h2) + 0.5), x0 - x0, h5, expand(h4, [2, 4, 4]))
        }
    }
    R156 {
        input: [1, 1, 3];
        l0: Pad2d((0, 1, 1, 2), mode = replicate);
        l1: PixelShuffle(1);
        fn forward(x0) {
            let x0 = exp(tanh(x0));
            let h1 = slice(x0, 0..1, axis = 1);
            let h2 = max_pool2d(h1, 1, stride = (1, 2), padding = valid);
            let h3 = h2 + h2;
            let h4 = relu(mean(x0, axes = (0, 2), keep = true));
            let h5 = ln(square(h4) + 0.5);
            let h6 = l0(h5);
            let h7 = l1(l0(h5));
            let h6 = h7 + h6;
            let h9 = h2 + h3;
            (h6, h9, h3)
        }
    }
    R157 {
        input x0: [4, 5] in 0..5;
        input x1: [4, 5, 1];
        input x2: [4, 5, 1];
        l0: Embedding(8 -> 1);
        l1: Silu();
        l2: BatchNorm2d(4);
        l3: Flatten;
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let x0 = h0 * x1;
            let h2 = log_softmax(x0, axis = 2);
            let h3 = exp(tanh(sqrt(square(h2) + 0.5)));
            let h4 = ln(square(l1(h2)) + 0.5);
            let h5 = l3(x1);
            let h6 = x0 + h3;
            (concat(h2, h3, x2, x2, axis = 2), h4, l2(h4), h5, avg_pool2d(h0, 1, stride = 1, padding = same), h6)
        }
    }
    R158 {
        input: [1, 2, 2];
        #[frozen] l0: GroupNorm(3, eps = 0.1, affine = false);
        l1: InstanceNorm2d(eps = 1e-2, affine = true);
        #[frozen] l2: Softplus;
        l3: ConvTranspose2d(_ -> 2, kernel = 2, stride = (2, 1), padding = (0, 1), bias = false);
        fn forward(x0) {
            let h0 = permute(x0, [0, 2, 1]);
            let h1 = slice(h0, 0..1, axis = 1);
            let h2 = h1 * h1;
            let h3 = sqrt(square(h2) + 0.5);
            let h4 = expand(h3, [3, 4, 2]);
            let h1 = l1((l0(h4)));
            let h6 = clamp(h1, min = -0.3);
            let _h7 = permute(l0(h6), [1, 0, 2]);
            let h8 = l2(h2);
            let h9 = l3(h8);
            h9
        }
    }
    R159 {
        input: [4];
        l0: Linear(2 -> 4, bias = false);
        l1: Glu(axis = 0);
        fn forward(x0) {
            let h0 = elu(x0, 0.7);
            let h0 = glu(h0);
            let h2 = 0.5 + h0;
            let h3 = gelu(l0(h2));
            let h4 = l0(l1(h3));
            (l0(exp(tanh(h0))), h4, abs(l0(h2)))
        }
    }
    R160 {
        input: [1, 3, 3];
        l0: RmsNorm(eps = 1e-2);
        l1: HardSwish();
        l2: AvgPool2d(3, padding = valid, count_include_pad = true);
        fn forward(x0) {
            let h0 = square(x0);
            let h1 = l1(relu(l0(square(h0))));
            let h2 = -clamp(h0, min = -0.3);
            let h3 = l2(h2);
            let h4 = mean(h1, axes = (0, 1, 2), keep = true);
            (l0(ln(square(x0) + 0.5)), h3, l1(h2), h4)
        }
    }
    R161 {
        input: [2, 1];
        l0: RmsNorm;
        l1: PRelu(1);
        l2: BatchNorm1d(eps = 0.1, momentum = 0.3);
        l3: AvgPool1d(kernel = 1, stride = 1, padding = 0, count_include_pad = false);
        fn forward(x0) {
            let h0 = l2(l1((l1((l0(x0))))));
            let h1 = l2(h0);
            let h2 = l1(h1);
            let h3 = matmul(x0, h2, transpose_b = true);
            let h4 = h3 + h3;
            let h0 = l3((x0 + x0));
            let h6 = clamp(h0, max = 0.7);
            (h4, permute(h6, [1, 0]))
        }
    }
    R162 {
        input x0: [1, 3];
        input x1: [1, 3] in 0..3;
        l0: Gelu(approximate = tanh);
        fn forward(x0, _x1) {
            let h0 = x0 + x0;
            let h1 = l0(h0);
            let h0 = l0(exp(tanh(h1)));
            let h3 = concat(h1, h0, h0, axis = 1);
            let h4 = ln(square(h1) + 0.5);
            let h5 = square((sigmoid(h4)));
            let h6 = exp(tanh(h0));
            (h3, l0(h5), h6)
        }
    }
    R163 {
        input: [1, 2];
        l0: LayerNorm(axes = 2);
        l1: LeakyRelu(slope = -0.3);
        l2: Sigmoid();
        fn forward(x0) {
            let h0 = transpose(x0);
            let h0 = l0(h0);
            let h2 = l1(h0);
            let x0 = slice(l2(x0), ..1, axis = 0);
            let h4 = l0(h0);
            let h5 = reshape(h4, [1, 1, 2]);
            let h6 = l2(h5);
            let h7 = avg_pool1d(h2, 2, padding = 1, count_include_pad = true);
            let h8 = l1(h7);
            (x0, h6, h8)
        }
    }
    R164 {
        input: [3, 6, 4];
        l0: AvgPool2d(3, padding = same, count_include_pad = true);
        l1: Dropout(p = 0.25);
        l2: BatchNorm2d(eps = 1e-2);
        fn forward(x0) {
            let (h0_0, h0_1, h0_2) = split(x0, axis = 0);
            let h1 = sum(gelu(h0_2), axes = (1, 2));
            let h2 = l1(h1);
            let h3 = l2(h0_1);
            let (h4_0, h4_1) = split((expand(h3, [1, 6, 4])), axis = 1);
            (l0((h0_0 / (square(h0_2) + 0.5))), h2, h4_0, h4_1, softmax(h1, axis = 0))
        }
    }
    R165 {
        input: [1, 3, 2];
        l0: Sigmoid;
        l1: Conv2d(_ -> 3, kernel = (1, 3), stride = 2, padding = same, dilation = 2);
        l2: ConvTranspose2d(3 -> 2, kernel = 3, stride = (2, 1), padding = 1, output_padding = 0, bias = false);
        l3: Conv2d(4, kernel = 1, padding = valid, dilation = 2);
        l4: Pad2d((0, 1, 1, 2), mode = replicate);
        fn forward(x0) {
            let (h0_0, _h0_1) = split(x0, axis = 2);
            let h1 = square(l0(x0));
            let h2 = l1(x0);
            let h3 = l2(h2);
            let h4 = permute(h3, [1, 0, 2]);
            let h5 = l3(h4);
            let h6 = l4(h0_0);
            (h1, h3, h5 + h5, h6 * h6)
        }
    }
    R166 {
        input x0: [2, 3];
        input x1: [1, 3];
        input x2: [3];
        l0: Elu(0.7);
        l1: HardSwish();
        l2: Tanh();
        l3: Linear(_ -> 5, bias = true);
        fn forward(x0, x1, x2) {
            let h0 = clamp(x0, min = -0.3);
            let h1 = glu(x0, axis = 0);
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = (l0(h3)) * x1;
            let h5 = l3(h1);
            let h6 = max(h0, axis = 1);
            let h7 = reshape(x1, [3]);
            let _h8 = l1(x1);
            let h9 = h7 * x2;
            (l2(h3), h4, h5, h6, h9)
        }
    }
    R167 {
        input: [4, 3, 3];
        l0: Conv2d(1 -> 4, kernel = (1, 2), padding = 0, dilation = 2);
        l1: Conv2d(4 -> 4, kernel = 3, stride = 2, padding = valid, groups = 4);
        l2: GroupNorm(1, eps = 0.1, affine = true);
        train: l2;
        fn forward(x0) {
            let h0 = mean(x0, axes = 0, keep = true);
            let x0 = mean(l0(h0));
            let h2 = l0(h0);
            let h3 = mean((tanh(mean(x0, axes = 0))), axis = 0);
            let h4 = matmul(h2, h2, transpose_b = true);
            (l1(h4), l2(h3), h3)
        }
    }
    R168 {
        input x0: [3, 1];
        input x1: [1, 4, 2];
        input x2: [4, 1, 1];
        l0: LayerNorm(eps = 0.1);
        fn forward(_x0, x1, x2) {
            let h0 = mean(x1, keep = false);
            let h1 = pixel_shuffle(x1, 1);
            let h2 = sum(h0, axes = 0);
            let h3 = dropout(h2, 0.3);
            let h4 = reshape(h3, [1, 1]);
            let h5 = permute(h1, [1, 2, 0]);
            let h6 = concat(x2, h5, x2, axis = 1);
            let h7 = max_pool1d(transpose(h4), 2, padding = 1);
            let h8 = concat(h6, h6, axis = 2);
            let h9 = permute(h2, [0]);
            let h10 = l0(h9);
            (h7, h8, h10)
        }
    }
    R169 {
        input x0: [2, 3, 6];
        input x1: [1, 1];
        l0: LayerNorm(axes = 2, eps = 0.1);
        fn forward(x0, x1) {
            let x1 = l0(x1);
            let h1 = l0(x1);
            let h2 = log_softmax(h1, axis = 1);
            let h3 = square(h2);
            let h4 = sum(x0, axes = (0, 2), keep = true);
            let h5 = transpose(transpose(h4));
            let _h6 = gelu(h3);
            h5 - h4
        }
    }
    R170 {
        input: [4];
        l0: LogSoftmax(axis = 0);
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = gelu(x0, approximate = tanh) * x0;
            let h2 = l0(x0);
            let h3 = l0(h2);
            let h4 = sqrt(square(h2) + 0.5);
            let x0 = dropout(clamp(h3, -0.5, 1.5), 0.0);
            let h3 = ln(square(x0) + 0.5);
            (h4, h3, h4)
        }
    }
    R171 {
        input x0: [6];
        input x1: [1, 5, 1];
        input x2: [1, 5, 1];
        input x3: [1, 5, 1];
        l0: Gelu;
        l1: Upsample2d(1);
        l2: LayerNorm(axes = 1, eps = 1e-2);
        l3: Linear(5, bias = false);
        l4: PixelShuffle(1);
        fn forward(x0, x1, x2, x3) {
            let h0 = (x2 + x1) * x3;
            let h1 = h0 * h0;
            let h2 = l1(h0);
            let h3 = exp(tanh(h1));
            let _h4 = l3(x0);
            let _h5 = l3(l0(x0));
            let h6 = slice(h2, ..1, axis = 2);
            (reshape(h6, [5, 1, 1]), l4(l2(h3)))
        }
    }
    R172 {
        input: [4, 2, 6];
        l0: Silu();
        l1: RmsNorm(eps = 0.1);
        fn forward(x0) {
            let x0 = l0(concat(exp(tanh(x0)), x0, x0));
            let h1 = mean(l0(l1(x0)), keep = false);
            let _h2 = transpose(l0(x0));
            let h3 = l1(x0);
            let h4 = slice(h3, 5..10, axis = 0);
            let h5 = gelu(h4, approximate = tanh);
            let h6 = clamp(h5, 0, 6.0);
            (h1, h6, h1)
        }
    }
    R173 {
        input: [6] in 0..6;
        l0: Embedding(8 -> 4);
        l1: Elu;
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l0(x0);
            let (h2_0, h2_1) = split(square(h0));
            let h0 = 2 + h2_1;
            let h4 = avg_pool1d(x0, kernel = 3, stride = 2, padding = 1, count_include_pad = true);
            let h5 = max(h4, axes = (0, 1));
            let h6 = square(concat(h5, h5, h5));
            let h7 = square(h0);
            let h8 = l1(elu(h7, 0.7));
            (h2_0, h6, h0, h8)
        }
    }
    R174 {
        input x0: [3, 2] in 0..1;
        input x1: [4, 1, 3];
        l0: Flatten;
        fn forward(_x0, x1) {
            let x1 = exp(tanh(x1));
            let x1 = x1 / (square(x1) + 0.5);
            let h2 = upsample2d(dropout(ln(square(x1) + 0.5), p = 0.25), (1, 2));
            let h3 = reshape(h2, [8, 1, 3, 1]);
            let h4 = sqrt(square(h3) + 0.5);
            let h4 = h3 - h4;
            let h6 = softplus(h3);
            let h7 = l0(h2);
            let h8 = reshape(h4, [8, 3, 1]);
            let h9 = reshape(h6, [8, 3, 1]);
            let h10 = reshape(h4, [8, 3, 1]);
            (h8, h9, l0(h2), h7, l0(h2), h10)
        }
    }
}

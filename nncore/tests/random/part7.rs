//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R175 {
        input: [2, 5, 4];
        l0: Conv2d(2 -> 4, kernel = 2, stride = (2, 1), padding = same, dilation = (2, 1), groups = depthwise);
        l1: Upsample2d((2, 1));
        l2: Conv2d(_ -> 2, kernel = (1, 2), dilation = 2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h0 = l1(h0);
            let h2 = x0 * x0;
            let h3 = sigmoid(h2);
            let h4 = pad2d(h3, (0, 1, 0, 0), mode = reflect);
            let h5 = abs(h4);
            let h6 = transpose(h2);
            let h7 = upsample2d(h0, 1) + h0;
            let h8 = l0(h2);
            let _h9 = l2(h0);
            (h5, h6, h7, h8, l0(x0))
        }
    }
    R176 {
        input: [7];
        l0: HardSwish;
        l1: Softplus;
        l2: Gelu(approximate = tanh);
        fn forward(x0) {
            let h0 = x0 / (square(x0) + 0.5);
            let h1 = leaky_relu(h0, slope = -0.3);
            let h2 = l0(clamp(h1, max = 0.7));
            let h3 = clamp(h0, max = 0.7);
            let h4 = square(h3);
            let h5 = l1(h4);
            let h6 = l2(tanh(l0(x0 * sqrt(square(h2) + 0.5))));
            (h5, h6)
        }
    }
    R177 {
        input: [1, 2];
        l0: LayerNorm(axes = 1, eps = 1e-2);
        l1: Linear(3, bias = false);
        fn forward(x0) {
            let x0 = concat(x0, x0, x0, axis = 1);
            let h1 = l0(slice(x0, 1..4, axis = 1));
            let h2 = l1(pow(0.5 + square(tanh(h1)), -0.5));
            let h3 = l0(h2);
            let h3 = silu(h3);
            let h3 = h2 + h3;
            let h6 = l0(h3);
            (mean(h3, axes = (0, 1), keep = true), h6)
        }
    }
    R178 {
        input: [4, 6, 2];
        l0: Softplus;
        l1: Silu();
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let h1 = h0 / (square(h0) + 0.5);
            let h2 = l0(h1);
            let h3 = softmax(l1(concat(x0, h0, axis = 1)), axis = 0);
            let h4 = h0 + -0.7;
            let h5 = l0(tanh(l1(h4)));
            (sqrt(square(h2) + 0.5), h3, h5)
        }
    }
    R179 {
        input x0: [2, 1, 1];
        input x1: [2, 1, 1];
        l0: Relu;
        l1: Conv2d(2 -> 3, kernel = 1, stride = 2, dilation = 2);
        l2: Pad2d((2, 0, 0, 0));
        l3: Tanh;
        fn forward(x0, x1) {
            let h0 = x1 / (square(x0) + 0.5);
            let h1 = l0(h0);
            let h2 = matmul(h0, h1, transpose_b = true);
            let h3 = l0(h2);
            let h4 = expand(h3, [2, 3, 3]);
            let h5 = l1(h4);
            let h6 = l1(h4);
            let h7 = l2(h6);
            (silu(h5), h7, l3(x1))
        }
    }
    R180 {
        input: [3, 4, 6];
        l0: Pad2d((1, 1, 1, 0));
        l1: HardSwish();
        l2: Sigmoid();
        fn forward(x0) {
            let h0 = l0(x0);
            let x0 = l1(x0);
            let h2 = l2(h0);
            let x0 = slice(x0, 1..2, axis = 0);
            let (h4_0, h4_1) = split(x0, axis = 1);
            let h5 = max_pool2d(expand(h4_1, [2, 2, 6]), (2, 3), stride = (3, 2), padding = same, dilation = (1, 2));
            let _h6 = pow(0.5 + square(tanh(h5)), -0.5);
            let h7 = expand(max_pool2d(h5, 2, stride = 3, padding = same, dilation = (1, 2)), [2, 3, 3]);
            let h8 = upsample2d(h7, 1);
            (pad2d(h2, (0, 1, 0, 0), mode = reflect), h4_0, h8)
        }
    }
    R181 {
        input: [3, 1];
        l0: Linear(1, bias = true);
        l1: Dropout(0.0);
        l2: Gelu;
        fn forward(x0) {
            let h0 = clamp(x0, -0.5, 1.5);
            let h1 = h0 - x0;
            let h2 = l0(h1);
            let h3 = l0(h2);
            let h4 = ln(square(h3) + 0.5);
            let h0 = l0(h4);
            let _h6 = exp(tanh(h0));
            let _h7 = l1(h4);
            let h8 = l2(h4);
            h8
        }
    }
    R182 {
        input: [1, 1] in 0..2;
        l0: Embedding(2 -> 4);
        l1: PRelu(1);
        l2: Silu();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = global_avg_pool2d(h0);
            let h2 = sqrt(square(l1(max(h1 * h1, axes = 0, keep = true))) + 0.5);
            let x0 = elu(pad2d(h2, (0, 1, 2, 0), mode = zero), alpha = 1.5);
            let h4 = h1 - h2;
            let h5 = l2(h4);
            (x0, h5)
        }
    }
    R183 {
        input: [1];
        l0: BatchNorm1d(eps = 1e-2);
        l1: LeakyRelu(slope = -0.3);
        train: l0, l1;
        fn forward(x0) {
            let x0 = expand(x0, [2]);
            let h1 = l1(l0(x0));
            let h2 = l0(h1);
            let x0 = l0(reshape(h1, [2]));
            let _h4 = elu(x0, 0.7);
            slice(l0(h2), ..1)
        }
    }
    R184 {
        input: [2, 3];
        l0: Silu();
        l1: PRelu(2);
        l2: Tanh;
        l3: RmsNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = square(l0(x0));
            let h1 = l1(l0(x0));
            let h2 = l1(h1);
            let h3 = l2(h2);
            let h4 = h1 / (square(h0) + 0.5);
            let h5 = l0(h3);
            let h6 = l1(h5);
            let h5 = l3(h6);
            let h8 = ln(square(h3) + 0.5);
            (h4, reshape(h5, [1, 6]), h8)
        }
    }
    R185 {
        input: [3, 2];
        l0: BatchNorm1d(eps = 0.1);
        l1: GroupNorm(3, eps = 1e-2, affine = true);
        l2: Silu;
        fn forward(x0) {
            let h0 = 1e-1 + x0;
            let h1 = l0((l1(l0(h0))));
            let h2 = pow(0.5 + square(tanh(h1)), -1);
            let h1 = l2(h0);
            let x0 = l0(h2);
            let h5 = x0 + x0;
            let h6 = ln(square(h5) + 0.5);
            let h7 = glu(h6, axis = 1);
            let h8 = l2(l2(h7));
            (h1, h8)
        }
    }
    R186 {
        input: [4];
        l0: Softmax(axis = 0);
        fn forward(x0) {
            let (h0_0, h0_1, h0_2, h0_3) = split(x0, axis = 0);
            let h1 = pow(0.5 + square(tanh(sum(h0_3))), 0);
            let h2 = l0(h0_0);
            let _h3 = expand(h0_2, [2]);
            let h0_0 = reshape(h0_1, [1, 1]);
            let _h5 = avg_pool1d(h0_0, kernel = 1, stride = 1, padding = valid, count_include_pad = true);
            (h2, elu(softplus(l0(h1)), alpha = 1.5), sum(h0_0, axes = 1), clamp(h0_0, 0, 6.0))
        }
    }
    R187 {
        input x0: [3, 3];
        input x1: [3, 2, 1];
        input x2: [4];
        l0: Conv2d(3 -> 3, kernel = 1, stride = (2, 1), padding = (1, 1, 2, 1), dilation = 2, groups = depthwise);
        l1: Glu(axis = 1);
        fn forward(_x0, x1, x2) {
            let h0 = reshape(x2, [4]);
            let (h1_0, h1_1, h1_2, h1_3) = split(h0);
            let h2 = l0(x1);
            let h3 = l0(x1);
            let h4 = pad2d(h3, padding = (1, 1, 2, 0), mode = reflect);
            let h5 = leaky_relu(h1_3);
            let h6 = h2 * h3;
            let h7 = clamp(h5, min = 0.1, max = 0.1);
            let h8 = flatten(h7);
            let h9 = flatten(h6);
            let h10 = concat(h9, h8);
            (h1_0, h4, h1_1, h1_2, l1(matmul(ln(square(h3) + 0.5), h4, transpose_a = false)), h10)
        }
    }
    R188 {
        input: [4];
        l0: Elu(0.7);
        fn forward(x0) {
            let h0 = expand(x0, [4]);
            let h1 = exp(tanh(x0));
            let h2 = silu(h1);
            let h0 = l0(h0);
            let h4 = sigmoid(h0);
            let h5 = l0(h0);
            let h6 = abs(h2);
            let h7 = abs(tanh(h5));
            let h8 = l0(h7);
            let h9 = h4 / (square(x0) + 0.5);
            (log_softmax(h6, axis = 0), h8, h9)
        }
    }
    R189 {
        input x0: [2, 2, 2];
        input x1: [1, 4, 1];
        l0: Conv2d(_ -> 2, kernel = 3, stride = (1, 2), padding = (0, 2, 2, 0), dilation = 2, groups = 1, bias = true);
        l1: GroupNorm(1, eps = 0.1, affine = false);
        l2: Dropout(0.3);
        #[frozen] l3: Conv2d(_ -> 2, kernel = (1, 3), stride = (1, 2), padding = same);
        fn forward(_x0, x1) {
            let h0 = exp(tanh(x1));
            let (h1_0, h1_1) = split(h0, axis = 1);
            let h2 = pad2d(h1_1, padding = (1, 1, 2, 0), mode = replicate);
            let _h3 = l0(h2);
            let h4 = l1(h1_0);
            let h5 = l2(h4);
            l3(h5)
        }
    }
    R190 {
        input: [1, 4, 4];
        l0: Tanh();
        l1: Softmax;
        l2: ConvTranspose2d(_ -> 4, kernel = (3, 1), stride = 2, padding = 1);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = relu(l0(x0));
            let x0 = l1(l0(h1));
            let h3 = transpose(l0(x0));
            let h4 = h3 * h3;
            (l2(h4), l2(h1))
        }
    }
    R191 {
        input: [1, 5] in 0..1;
        l0: Embedding(1);
        l1: LayerNorm(eps = 1e-2);
        l2: AvgPool2d(3, padding = same, count_include_pad = true);
        l3: Glu(axis = 1);
        fn forward(x0) {
            let h0 = leaky_relu((l0(x0)), 0);
            let h1 = l0(x0);
            let h2 = l1(h1);
            let _x0 = l3(l2(h0));
            let h4 = l2(h2);
            (mean(h4, axes = 2, keep = true), h4)
        }
    }
    R192 {
        input x0: [2, 4] in 0..1;
        input x1: [1, 3, 5];
        input x2: [2, 4, 2];
        l0: AvgPool2d((3, 2), stride = 1, padding = 1, count_include_pad = false);
        l1: Dropout;
        fn forward(_x0, x1, x2) {
            let h0 = x2 * x2;
            let h1 = l0(h0);
            let h2 = -h0;
            let h3 = l0(x2);
            let h4 = pad2d((l1(x1)), (1, 0, 0, 0), mode = zero);
            let h5 = pow(0.5 + square(tanh(h4)), 3.0);
            let h6 = gelu(h5, approximate = none);
            let _h7 = expand(h6, [1, 4, 5]);
            let h8 = leaky_relu(x1, 0);
            let _h9 = h8 * x1;
            let h10 = elu(h3, 0.7);
            (h1, h2, h10)
        }
    }
    R193 {
        input x0: [1, 3, 6];
        input x1: [3, 4, 5];
        input x2: [1, 3];
        l0: MaxPool1d(kernel = 2, stride = 3, padding = 0);
        l1: RmsNorm(eps = 1e-2);
        l2: Linear(1 -> 5, bias = false);
        l3: Linear(1 -> 1);
        fn forward(x0, x1, x2) {
            let _h0 = gelu(x1, approximate = none);
            let h1 = l0(x2);
            let h2 = l0((x2 + x2));
            let h3 = l1(h2);
            let h4 = l1(clamp(h3, -0.5, 1.5)) * 1e-1;
            let h5 = l2(h4);
            let h6 = l3(h2);
            (sqrt(square(x0) + 0.5), h1, clamp(x1, -0.5, 1.5), h5, h6)
        }
    }
    R194 {
        input: [2, 2];
        l0: Relu();
        l1: Elu(0.7);
        fn forward(x0) {
            let h0 = slice(l0(x0), 1..2, axis = 1);
            let h0 = transpose(h0);
            let h2 = abs(h0);
            let h3 = l0(h2);
            let h4 = exp(tanh(h3));
            let _h5 = silu(h3) - h2;
            let h6 = l1(h3);
            let _h7 = h6 * l1(h6);
            let h8 = x0 / 1.5;
            (h4, h8)
        }
    }
    R195 {
        input: [3, 1, 6];
        #[frozen] l0: PixelShuffle(1);
        #[frozen] l1: Conv2d(3, kernel = (3, 1), stride = 2, padding = same, dilation = 2, groups = depthwise);
        l2: Pad2d((1, 2, 1, 1), mode = replicate);
        fn forward(x0) {
            let h0 = tanh(x0);
            let h1 = l0(h0);
            let h2 = relu(h1);
            let h3 = l1(h2);
            (l1(leaky_relu(h1)), l0(h0), h3, l2(h2))
        }
    }
    R196 {
        input: [4, 3, 5];
        l0: LeakyRelu(0.2);
        l1: Gelu(approximate = none);
        fn forward(x0) {
            let x0 = x0 - x0;
            let h1 = l0(x0);
            let h2 = l0(h1);
            let h1 = l1(h2);
            let h4 = log_softmax(h1, axis = 0);
            let h5 = matmul(h4, h4, transpose_a = true);
            let h6 = pixel_shuffle(h5, 1);
            let h7 = gelu(h5);
            (h6, h7, l1(clamp(h5, max = 0.7)))
        }
    }
    R197 {
        input: [2, 3];
        l0: Sigmoid;
        l1: Linear(6 -> 4);
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l0(h0);
            let h2 = flatten(h1);
            let h3 = l0(flatten(h2));
            let _h4 = l1(expand(h3, [6]));
            let h5 = l0(l1(h2));
            (l1(h2), l1(h2), h5, leaky_relu(h3, 0.2))
        }
    }
    R198 {
        input: [2, 4];
        l0: Softmax;
        l1: Gelu(approximate = none);
        fn forward(x0) {
            let h0 = relu(x0);
            let h1 = gelu(h0);
            let h2 = hard_swish(h1);
            let h3 = l0(h0);
            let h4 = expand(reshape((l0(h3)), [8]), [8]);
            let h5 = l0(h2);
            let x0 = l1((avg_pool1d(h5, 1, padding = same)));
            (h4, x0)
        }
    }
    R199 {
        input x0: [1, 1, 6];
        input x1: [3];
        input x2: [1, 1, 6];
        input x3: [2, 1, 1];
        l0: RmsNorm(eps = 0.1);
        l1: Linear(_ -> 1, bias = false);
        l2: Conv2d(_ -> 3, kernel = (1, 3), stride = 2, padding = 2, dilation = 2, bias = true);
        l3: Pad2d(padding = (2, 0, 0, 2), mode = zero);
        train: biases;
        fn forward(x0, x1, x2, x3) {
            let (h0_0, h0_1, h0_2) = split(x1);
            let h1 = concat(x2, x0, axis = 0);
            let _h2 = pow(0.5 + square(tanh((l0(h0_0)))), -0.5);
            let x0 = slice(h0_1, ..);
            let h4 = concat(h1, h1, x3, axis = 2);
            let h5 = l2(h4);
            let h6 = log_softmax(x0);
            let h7 = l3(x3);
            (l1(l0(h0_2)), h5, h6, h7)
        }
    }
}

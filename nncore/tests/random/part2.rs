//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R050 {
        input x0: [2, 6, 2];
        input x1: [2, 12, 6];
        l0: Relu();
        l1: RmsNorm(eps = 0.1);
        fn forward(x0, x1) {
            let h0 = matmul(x0, x0, transpose_b = true);
            let h1 = expand(h0, [2, 6, 6]);
            let h0 = l0(h1);
            let h3 = concat(h1, h0, axis = 1);
            let h4 = x1 / (square(h3) + 0.5);
            let h5 = h0 * h0;
            let h6 = l1(h5);
            let h7 = silu(h6);
            let h8 = transpose(h7);
            let _h9 = l0(h8);
            let h10 = l0(h8);
            (x0, h4, h8 - h1, h10)
        }
    }
    R051 {
        input x0: [3, 2, 2];
        input x1: [3, 3];
        input x2: [4, 2] in 0..3;
        l0: Embedding(1);
        l1: BatchNorm1d(eps = 0.1);
        l2: Elu(0.7);
        l3: Pad2d(padding = (1, 0, 0, 0), mode = reflect);
        fn forward(x0, x1, x2) {
            let h0 = expand(x0, [3, 2, 2]);
            let h1 = l0(x2);
            let x2 = h1 + h1;
            let h3 = l1(x1);
            let h4 = l2(x2);
            let (h5_0, h5_1, h5_2) = split(h3, axis = 1);
            let h6 = l3(x2);
            let h7 = permute(h6, [2, 0, 1]);
            let h8 = reshape(h4, [4, 1, 2]);
            let h9 = max(h0, axis = 0, keep = true);
            let h10 = elu(h8, 0.7);
            let h11 = flatten(h10);
            let h12 = flatten(h9);
            let h13 = concat(h12, h11);
            (h5_0, h5_1, h5_2, h7, l1(x1), h13)
        }
    }
    R052 {
        input: [3, 5, 6];
        l0: Sigmoid;
        l1: RmsNorm;
        l2: Parameter([3, 1, 3], init = 0.7);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = adaptive_avg_pool2d(x0, output_size = (5, 4));
            let h1 = mean(h1, axes = (0, 1));
            let h3 = permute((l1(h1)), [0]);
            let h4 = l0(h3);
            let h5 = max_pool2d(x0, (1, 3), stride = 2, dilation = (1, 2));
            let h6 = l1(h3);
            let h7 = transpose(h5);
            let _h8 = l0(h4);
            (h6, h7 + l2)
        }
    }
    R053 {
        input: [1, 3, 3];
        l0: Parameter([1, 3, 3], init = 0.7);
        l1: Conv2d(1 -> 1, kernel = (2, 3), stride = 2, padding = (1, 0, 0, 2));
        l2: RmsNorm(axes = 1);
        fn forward(x0) {
            let h0 = x0 * l0;
            let h1 = clamp(l1(h0), min = -0.3);
            let h2 = slice(h1, 0.., axis = 0);
            let h3 = ln(square(l1(x0)) + 0.5);
            let h4 = hard_swish(l2(matmul(h3, h2, transpose_b = true)));
            let h5 = h4 - zeros([1, 2, 2]);
            let h6 = reshape((reshape(h3, [2, 1, 1, 2, 1, 1])), [4, 1, 1]);
            (h6, h5)
        }
    }
    R054 {
        input: [1, 4];
        l0: GroupNorm(1, eps = 0.1, affine = true);
        fn forward(x0) {
            let h0 = exp(tanh(avg_pool1d(x0 - x0, 2, stride = 2, padding = valid, count_include_pad = false)));
            let h1 = 0.5 + h0;
            let h2 = permute(pow(0.5 + square(tanh(h0)), 3.0), [0, 1]);
            let x0 = mean(h1, axes = 0, keep = true);
            let h4 = l0(h2);
            let h5 = h4 - x0;
            let h6 = concat(h5, h0, h0);
            let h1 = square(h6);
            h1
        }
    }
    R055 {
        input x0: [1, 5, 1];
        input x1: [1, 2];
        l0: PixelShuffle(1);
        l1: Linear(2 -> 3);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = x1 + x1;
            let h2 = max_pool2d((-0.7 / (square(l0(h0)) + 0.5)), 3, stride = (2, 3), padding = same, dilation = (1, 2));
            let h3 = l1(h1);
            let h4 = abs(h2);
            let _h5 = l1(x1);
            let h6 = permute(l1(x1), [1, 0]);
            (abs(h3), h4 - h2, h6)
        }
    }
    R056 {
        input: [3, 3];
        l0: Parameter([3, 3], init = 0.7);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h0 = softplus(h0);
            let h2 = -1 / (square((h0 * l0)) + 0.5);
            let h3 = ln(square((pow(0.5 + square(tanh(h0)), 0.5)) - zeros([3, 3])) + 0.5);
            let h3 = h3 - h0;
            let h5 = leaky_relu(h3);
            let h6 = tanh(gelu(h2));
            let h7 = slice(h6, .., axis = 0);
            (h5, h7)
        }
    }
    R057 {
        input x0: [2, 2];
        input x1: [4, 5];
        input x2: [1, 2, 6];
        l0: LayerNorm(eps = 0.1);
        l1: MaxPool1d(1, stride = 2, padding = same);
        fn forward(x0, x1, x2) {
            let (h0_0, h0_1, h0_2) = split(x2, axis = 2);
            let h1 = ln(square(x0) + 0.5);
            let h2 = l0(x1);
            let h3 = softplus(h2);
            let h4 = square(h0_2);
            let h5 = h4 / (square(exp(tanh(h0_0))) + 0.5);
            let h6 = l0(h3);
            let _h7 = h5 * h0_2;
            let h8 = h5 * 3.0;
            (h0_0, h0_1, h1, l1(h6), h8)
        }
    }
    R058 {
        input: [1, 5, 5];
        l0: Pad2d(padding = (0, 1, 0, 1), mode = zero);
        l1: Relu();
        l2: Linear(3, bias = false);
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = transpose(global_avg_pool2d(h0));
            let h2 = expand(permute(h0, [0, 2, 1]), [2, 5, 5]);
            let x0 = ln(square(h2) + 0.5);
            let h1 = l0(h1);
            let h5 = l1(h1);
            let h6 = reshape(h2, [5, 5, 2, 1, 1]);
            let h2 = mean(h6, axes = (0, 3, 4), keep = false);
            let h8 = l2(h2);
            (x0, h8, h1 + h5)
        }
    }
    R059 {
        input x0: [1];
        input x1: [2, 1, 3];
        l0: HardSwish();
        l1: AdaptiveAvgPool2d((5, 2));
        l2: Gelu;
        l3: Flatten;
        l4: Conv2d(2 -> 2, kernel = (3, 1), padding = same, groups = depthwise, bias = true);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = 1e-1 * h0;
            let h2 = l0(h1);
            let h3 = sqrt(square(x0) + 0.5);
            let h4 = l1(h2);
            let h5 = concat(h4, h4, h4, h4, axis = 2);
            let h6 = l2(h5);
            let _h4 = clamp(h6, -0.5, 1.5);
            let h8 = l4(h2);
            let h9 = l0(h0);
            (l3(h3), h8, h9, l4(x1))
        }
    }
    R060 {
        input: [3, 6, 4];
        l0: MaxPool2d(1, padding = same, dilation = (2, 1));
        l1: Elu(0.7);
        l2: Sigmoid();
        train: biases;
        fn forward(x0) {
            let h0 = tanh((avg_pool2d(expand(x0, [3, 6, 4]), 3, stride = (1, 2), padding = same, count_include_pad = false)));
            let h1 = l0(h0 / (square(h0 + h0) + 0.5));
            let h2 = adaptive_avg_pool2d(h1, 7);
            let h3 = square(h2);
            let h4 = l1(l0(h0)) * h0;
            (h3, l2(h4))
        }
    }
    R061 {
        input: [4, 5] in 0..2;
        l0: Embedding(_ -> 2);
        l1: InstanceNorm2d(eps = 0.1, affine = true);
        l2: GroupNorm(4, eps = 0.1, affine = true);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = l1(h1);
            let h3 = 1.5 - permute(h0, [0, 2, 1]);
            let h4 = ln(square(h3) + 0.5);
            let h5 = log_softmax(h4, axis = 1);
            let h2 = l2(h2);
            let _h7 = l0(x0);
            (h5, h1, h3 + h4, concat(h1, h2, axis = 2), l0(x0))
        }
    }
    R062 {
        input: [1, 5];
        l0: Gelu(approximate = none);
        l1: Relu();
        l2: Parameter([1, 5], init = uniform(1.5));
        train: l0;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + x0;
            let (h2_0, h2_1, h2_2, h2_3, h2_4) = split(h0, axis = 1);
            let h3 = l0(l1(h2_4));
            let h4 = concat(h2_0, h3, axis = 1);
            let h5 = h0 * l2;
            let _h6 = l1(h1);
            let h7 = l1(h2_2);
            let h8 = sigmoid(h7);
            (h2_1, l0(h2_3), h4, h5, h8)
        }
    }
    R063 {
        input: [1, 5] in 0..1;
        l0: Embedding(3 -> 4);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = abs(h0);
            let h0 = expand(h1, [2, 5, 4]);
            let h1 = l0(x0);
            let h4 = clamp(h1, -0.5, 1.5);
            let _h5 = h0 / (square(h0) + 0.5);
            let _h6 = h4 - l0(x0);
            let h7 = l0(x0);
            let h8 = avg_pool2d(h7, 2, stride = (3, 1), padding = valid);
            let h9 = slice(h8, ..1, axis = 0);
            (h9, pow(0.5 + square(tanh(h7)), -2.5))
        }
    }
    R064 {
        input: [2, 4] in 0..4;
        l0: Embedding(4 -> 4);
        l1: Pad2d((0, 1, 1, 1), mode = zero);
        l2: Parameter([2, 5, 6], init = uniform(1.5));
        l3: Glu(axis = 2);
        l4: PixelShuffle(1);
        l5: Flatten;
        fn forward(x0) {
            let x0 = sqrt(square(l0(x0)) + 0.5);
            let x0 = relu(x0);
            let h2 = l1(x0);
            let h3 = ln(square(h2) + 0.5);
            let h3 = h3 + l2;
            let h3 = l3(slice(h3, 0..));
            let h6 = transpose(h3);
            let h7 = l4(h6);
            slice(l5(h7), 0..1)
        }
    }
    R065 {
        input: [4, 3];
        l0: Linear(3 -> 5);
        l1: Linear(_ -> 3);
        l2: BatchNorm1d(4, eps = 0.1);
        l3: RmsNorm;
        train: biases;
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = clamp(l1(pow(0.5 + square(tanh(slice(x0, 0..1, axis = 1))), 0.5)), min = 0.1, max = 0.1);
            let h2 = l2(h1);
            let h3 = exp(tanh(square(x0)));
            (h2, l3(sigmoid(h1)), h3)
        }
    }
    R066 {
        input: [3, 4];
        l0: Relu;
        l1: Parameter([3, 4], init = 0.7);
        fn forward(x0) {
            let h0 = x0 / (square(x0) + 0.5);
            let h1 = sqrt(square(h0) + 0.5);
            let h2 = transpose(h1);
            let h3 = permute(expand(h2, [4, 3]), [1, 0]);
            let h4 = sqrt(square(l0(x0)) + 0.5);
            let h5 = glu(h4, axis = 1);
            let h6 = h5 * 0.5;
            let h7 = l0(h1);
            (h3 * l1, h6, matmul(h0, h3, transpose_a = true), h7)
        }
    }
    R067 {
        input x0: [3, 1] in 0..2;
        input x1: [4];
        l0: LayerNorm(axes = 1, eps = 0.1);
        l1: Gelu(approximate = tanh);
        l2: Linear(_ -> 5);
        fn forward(_x0, x1) {
            let x1 = x1 * 1.5;
            let h1 = square(x1);
            let h2 = permute(elu(h1), [0]);
            let h3 = h2 + h2;
            let h4 = l1(x1);
            let h5 = l1(h3);
            let _h6 = square(h4);
            (glu(x1), h5, l2(abs(l0(h3))))
        }
    }
    R068 {
        input: [2, 6, 1];
        l0: AvgPool2d((1, 2), stride = 3, padding = (0, 1));
        l1: Upsample2d(1);
        l2: Glu(axis = 2);
        l3: Linear(1 -> 3);
        fn forward(x0) {
            let (h0_0, h0_1) = split(x0, axis = 0);
            let h1 = 2 / (square(h0_1) + 0.5);
            let h2 = pad2d(h1, (1, 0, 2, 1), mode = replicate);
            let h3 = l0(h1);
            let h4 = leaky_relu(h3 + h3, 0);
            let h5 = l1(h2);
            let h6 = l1(h5);
            let _h7 = l2(h5);
            let h8 = sum(h4);
            let h9 = l3(h8);
            (h0_0, h6, max(x0), h9)
        }
    }
    R069 {
        input: [1, 5, 2];
        l0: BatchNorm2d;
        l1: Conv2d(_ -> 2, kernel = (2, 1), stride = 1, padding = same, dilation = 2);
        fn forward(x0) {
            let h0 = expand(x0, [1, 5, 2]);
            let h1 = l0(h0);
            let h2 = hard_swish(h1);
            let h3 = l1(x0);
            let _x0 = permute(h1 * x0, [2, 1, 0]);
            let h5 = l0((h1 + -0.7));
            let _h6 = concat(h5, h5, axis = 2);
            let h7 = global_avg_pool2d(h3);
            (permute(h2, [1, 0, 2]), h7)
        }
    }
    R070 {
        input: [4, 4, 3];
        l0: Softmax(axis = 2);
        fn forward(x0) {
            let h0 = pixel_shuffle(x0, 1);
            let h1 = ln(square(h0) + 0.5);
            let h2 = l0(h0);
            let h3 = upsample2d(h1, scale = 1);
            let x0 = sqrt(square(h3) + 0.5);
            let h5 = l0(h0);
            let h6 = expand(h2, [4, 4, 3]);
            let h7 = l0(h5);
            let h8 = expand(sum(x0 + h2, axes = 0), [4, 3]);
            let h9 = pow(0.5 + square(tanh(h0)), -1);
            (h6, h7, h8, h9)
        }
    }
    R071 {
        input x0: [1, 5, 4];
        input x1: [1, 5, 4];
        l0: Conv2d(1 -> 4, kernel = (2, 1), stride = 2, groups = depthwise, bias = true);
        l1: Parameter([4, 2, 2], init = 0.7);
        l2: LogSoftmax(axis = 0);
        l3: Softplus();
        fn forward(x0, x1) {
            let h0 = x1 - x0;
            let x0 = elu(h0, 0.7);
            let x1 = (l0(x0) * l1) + l0(x0);
            let h3 = max(l2(x1), axes = 2, keep = false);
            let h4 = l3(exp(tanh(l0(x0))));
            (x1, exp(tanh(h3)), h4)
        }
    }
    R072 {
        input: [2, 1];
        l0: Silu;
        l1: Parameter([2, 1], init = normal(0.5));
        fn forward(x0) {
            let h0 = abs(x0);
            let h1 = l0(h0);
            let h2 = sigmoid(h1);
            let h3 = l0(h1);
            let h4 = l0(x0);
            let h5 = h4 * (h3 - 2);
            let h6 = sum(h5, axes = (0, 1), keep = false);
            let h5 = max_pool1d((relu(h1)), 1, stride = 3, padding = 0, dilation = 2);
            let h8 = l0(h5);
            let h9 = x0 + l1;
            (h2, h6, h8, h9)
        }
    }
    R073 {
        input: [1, 1, 4];
        l0: Conv2d(_ -> 4, kernel = (3, 1), stride = 2, padding = 1, bias = true);
        fn forward(x0) {
            let x0 = permute(x0, [1, 2, 0]);
            let h1 = dropout(x0, p = 0.25);
            let h2 = reshape(x0, [1, 4, 1, 1]);
            let h3 = reshape(h2, [1, 2, 1, 2, 1]);
            let x0 = l0(ln(square(h1) + 0.5));
            let h5 = hard_swish(x0);
            let h6 = leaky_relu(h5, slope = -0.3);
            let h7 = l0(h1);
            let h8 = l0(h1);
            let h9 = l0(h1);
            let h2 = exp(tanh(h3));
            let h11 = reshape(h2, [2, 2, 1]);
            (h6, h7, h8, h9, h11)
        }
    }
    R074 {
        input: [2, 1, 1];
        l0: MaxPool2d(1, stride = 2, padding = same, dilation = (1, 2));
        l1: Pad2d((0, 2, 2, 1));
        l2: InstanceNorm2d(eps = 0.1);
        l3: Gelu(approximate = none);
        l4: Silu;
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = l2(h0);
            let h4 = l3(h3);
            let h5 = h4 * h3;
            let h6 = clamp(h2, 0, 6.0);
            let h7 = h6 / 1.5;
            let h8 = transpose(l4(h5));
            let _h9 = ln(square(h8) + 0.5);
            let h10 = expand(h6, [2, 3, 4]);
            (h7, h10)
        }
    }
}

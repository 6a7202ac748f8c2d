//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R175 {
        input x0: [3, 2];
        input x1: [3, 2];
        l0: BatchNorm1d(1, eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = mean(pow(0.5 + square(tanh(x1 - x0)), -0.5), keep = true);
            let h1 = avg_pool1d(h0, kernel = 1, stride = 3, padding = same, count_include_pad = false);
            let h2 = l0(h1);
            let h3 = l0(h2);
            let h4 = exp(tanh(h3));
            let h5 = permute(h0, [1, 0]);
            (relu(x0), h4, ln(square(h0) + 0.5), h5)
        }
    }
    R176 {
        input: [4, 5, 4];
        l0: Conv2d(4 -> 4, kernel = 3, padding = (2, 2, 0, 2), groups = 4);
        l1: Gelu;
        fn forward(x0) {
            let h0 = hard_swish(x0);
            let h1 = l1(l1(l0(h0)));
            let h2 = tanh(h1);
            let h3 = sum(h0, axis = 0);
            let h4 = square(h2);
            let h5 = -0.7 + h4;
            (expand(h3 - zeros([5, 4]), [5, 4]), h5)
        }
    }
    R177 {
        input: [5];
        l0: Linear(1, bias = true);
        l1: Parameter([5], init = uniform(1.5));
        l2: Softplus;
        fn forward(x0) {
            let h0 = x0 * x0;
            let h1 = l0(x0);
            let h2 = h1 - h1;
            let h3 = h0 * l1;
            let (_h4_0, h4_1, _h4_2, h4_3, _h4_4) = split(h3);
            let h3 = l0(h3);
            let h6 = l2(h2);
            (h4_1, h4_3, h3, square(h6), -0.7 - h6)
        }
    }
    R178 {
        input: [3, 3];
        l0: RmsNorm(axes = 1, eps = 1e-2);
        l1: Glu(axis = 0);
        l2: Glu(axis = 0);
        train: biases;
        fn forward(x0) {
            let h0 = expand(x0, [3, 3]);
            let h1 = l0(x0);
            let h2 = transpose(h1);
            let h3 = transpose(h0);
            let h4 = l1(concat(h0, l0(x0), h0, h0));
            let h5 = mean(h1, keep = true);
            let h1 = square(h5);
            let h7 = l2(h4);
            let h8 = transpose(h1);
            (h2, h3 - zeros([3, 3]), h7, h8)
        }
    }
    R179 {
        input x0: [1, 4, 5];
        input x1: [1, 5];
        l0: Linear(5 -> 1, bias = false);
        l1: Elu(alpha = 1.5);
        l2: Silu;
        l3: Conv2d(1 -> 1, kernel = (1, 3), padding = 1, dilation = 2);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = sum(x0, axes = (0, 1));
            let x1 = l1(h1);
            let h3 = pad2d(x0, (0, 2, 1, 0), mode = zero);
            let h4 = sqrt(square(x1) + 0.5);
            let _h5 = l1((square(x1)));
            let h6 = l3(x0);
            (h0, l2(clamp(x1, min = -0.3)), h3, h4, h6)
        }
    }
    R180 {
        input: [3, 6, 3];
        l0: GlobalAvgPool2d;
        fn forward(x0) {
            let h0 = slice(x0, 1..2, axis = 2);
            let h0 = permute(h0, [2, 1, 0]);
            let h2 = matmul(h0, h0, transpose_a = false, transpose_b = true);
            let h3 = global_avg_pool2d(x0);
            let h4 = h3 / (square(h3 - h3) + 0.5);
            let h5 = softplus(h2);
            let h6 = l0(h0);
            let h7 = l0(h0);
            let h8 = expand(h3, [3, 1, 2]);
            let h9 = flatten(h8);
            let h10 = flatten(h7);
            let h11 = concat(h10, h9);
            (l0(h0), sqrt(square(h2) + 0.5), h4, h5, h6, h11)
        }
    }
    R181 {
        input: [1, 1];
        l0: Softmax;
        l1: GroupNorm(1, eps = 0.1, affine = false);
        l2: Linear(_ -> 1, bias = true);
        fn forward(x0) {
            let h0 = flatten(x0);
            let h1 = flatten(h0);
            let x0 = l0(max(h1, keep = true));
            let h3 = l1(x0);
            let h4 = l2(h0);
            let h5 = l2(h4);
            let h6 = slice(h5, 0..);
            (square(h3), h6)
        }
    }
    R182 {
        input x0: [2, 5];
        input x1: [7];
        input x2: [2, 6, 4];
        input x3: [2, 1, 1];
        l0: LayerNorm(eps = 1e-2);
        fn forward(_x0, x1, x2, x3) {
            let h0 = x2 * x2;
            let x2 = global_avg_pool2d(h0);
            let h2 = clamp(x1, min = -0.3);
            let h3 = exp(tanh(h2));
            let h4 = ln(square(h2) + 0.5);
            let h5 = sqrt(square(x1) + 0.5);
            let h6 = upsample2d(h0, scale = 1);
            let h7 = exp(tanh(h4));
            let h8 = l0(upsample2d(h6, 1));
            (x2 + x3, h3, h5, h7, h8)
        }
    }
    R183 {
        input x0: [2, 3];
        input x1: [3, 2];
        l0: MaxPool1d(1, stride = 3, padding = same);
        l1: Linear(1 -> 2);
        l2: Dropout;
        l3: Parameter([2, 2], init = 0.7);
        fn forward(x0, x1) {
            let h0 = l1(l0(x0));
            let h1 = l0(x0);
            let h2 = l2(h0);
            let h3 = h2 + h2;
            let h4 = concat(h0, h3, x1, axis = 0);
            let h5 = l2(h4);
            let h6 = l1(h1);
            let h7 = max_pool1d(h6, 1, dilation = 2);
            let h8 = l2((h7 + l3));
            (h5, h8)
        }
    }
    R184 {
        input x0: [2, 6, 2];
        input x1: [2, 3] in 0..6;
        l0: AvgPool2d((3, 1), stride = 3, count_include_pad = true);
        l1: MaxPool2d(1, stride = (1, 2), dilation = 2);
        l2: Flatten;
        l3: GroupNorm(1, eps = 0.1, affine = true);
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = l1(h1);
            let h3 = sqrt(square(exp(tanh(h0))) + 0.5);
            let h4 = exp(tanh(h2));
            let h5 = l0(x0);
            let h6 = l2(h4);
            let h7 = l3(h5);
            let h8 = reshape(reshape(l0(x0), [4, 1, 1, 1, 1, 1]), [4, 1, 1]);
            (sum(h3, keep = true), h6, h7, h8)
        }
    }
    R185 {
        input: [1, 2];
        l0: BatchNorm1d(eps = 0.1);
        l1: Linear(_ -> 1);
        l2: Parameter([1, 1], init = uniform(1.5));
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h2 = max_pool1d(h1, 1, stride = 3, padding = valid, dilation = 2);
            let h3 = l0(h1);
            let h4 = l1((concat(x0, h0, x0, h0, axis = 1)));
            let h1 = leaky_relu(h2);
            let h6 = square(l0(x0));
            (h1, h3, h4, h1 * l2, h6)
        }
    }
    R186 {
        input: [2, 1, 5];
        l0: Dropout;
        l1: Dropout(p = 0.25);
        fn forward(x0) {
            let h0 = leaky_relu(x0);
            let h1 = l0(h0);
            let h2 = 0.5 + h1;
            let h2 = l0(h2);
            let h4 = h2 * x0;
            let h5 = pixel_shuffle(h1, 1);
            let h6 = l0(h4);
            (l1(h5 * h1), avg_pool2d(h6, 2, padding = 1))
        }
    }
    R187 {
        input: [4, 3];
        l0: BatchNorm1d(4, eps = 1e-2);
        l1: Conv2d(1 -> 4, kernel = 1, stride = (2, 1), padding = 0, dilation = (2, 1));
        fn forward(x0) {
            let h0 = sigmoid(x0 * -1);
            let h1 = reshape(h0, [1, 12, 1]);
            let h2 = l0(h0);
            let x0 = l1(h1);
            let h4 = transpose(x0);
            (l1(h1), l1(h1), h4, l1(h1), (l0(h2)) + h0)
        }
    }
    R188 {
        input x0: [3, 2];
        input x1: [1];
        l0: Parameter([1], init = -1);
        l1: Tanh();
        fn forward(x0, x1) {
            let h0 = exp(tanh(x0));
            let h1 = softmax(h0, axis = 1);
            let h2 = mean(h1, axes = (0, 1));
            let h3 = expand(h2, [1]);
            let h4 = pow(0.5 + square(tanh((x1 - h3) - zeros([1]))), 3.0);
            let h5 = h2 + l0;
            (h5, l1((expand(h4, [3]))))
        }
    }
    R189 {
        input x0: [1, 2, 5];
        input x1: [4, 2];
        l0: Linear(2 -> 2, bias = false);
        l1: PixelShuffle(1);
        l2: Conv2d(1 -> 1, kernel = (3, 2), stride = (1, 2), padding = 1, bias = true);
        l3: Linear(2 -> 2, bias = false);
        l4: HardSwish;
        fn forward(x0, x1) {
            let h0 = l0(x1 + zeros([4, 2]));
            let x0 = clamp(dropout(softplus(x0)), -0.5, 1.5);
            let h2 = l3(x1);
            let h3 = flatten(h2);
            let _h4 = 1e-1 * h3;
            (h0, l4(l2(l1(x0))))
        }
    }
    R190 {
        input: [2, 2];
        l0: MaxPool1d(kernel = 1, padding = same);
        l1: PRelu;
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = l0(h0);
            let h2 = elu(h1, 0.7);
            let (h3_0, h3_1) = split(l0(h2), axis = 1);
            let _h4 = slice(h3_1, 0..1);
            let h5 = matmul(l1(h1), x0, transpose_a = true, transpose_b = true);
            let h6 = sum(h2, axis = 0);
            let h7 = glu(h5);
            let h8 = concat(h6, h6, axis = 0);
            (h3_0, h7, h8)
        }
    }
    R191 {
        input: [1, 5] in 0..4;
        l0: Embedding(6 -> 3);
        l1: Flatten;
        l2: Parameter([15], init = -1);
        fn forward(x0) {
            let h0 = silu(sqrt(square(l0(x0)) + 0.5));
            let x0 = l0(x0);
            let _h2 = mean(x0, axes = (1, 2));
            let x0 = l1(x0);
            let h4 = sqrt(square(x0) + 0.5);
            let h5 = l1(h0);
            let h6 = h5 + l2;
            (h4, h6, l1(h0), x0)
        }
    }
    R192 {
        input x0: [7];
        input x1: [3, 2];
        input x2: [12];
        l0: Linear(3 -> 4);
        l1: Dropout(0.0);
        fn forward(_x0, x1, x2) {
            let x1 = hard_swish(x1);
            let h1 = square(x1);
            let h2 = l0(matmul(h1, h1, transpose_b = true));
            let h3 = x1 + h1;
            let h4 = x2 + exp(tanh(abs(flatten(h2))));
            let h5 = ln(square(h2) + 0.5);
            let h6 = l1(x2);
            (h3, ln(square(h4) + 0.5), h5, h6)
        }
    }
    R193 {
        input: [1];
        l0: BatchNorm1d(1, eps = 1e-2);
        l1: Tanh;
        l2: Relu;
        l3: Parameter([1], init = 0.7);
        fn forward(x0) {
            let h0 = x0 / (square(x0) + 0.5);
            let h1 = dropout(reshape(h0, [1, 1, 1, 1, 1, 1]));
            let h2 = l0(x0);
            let _h3 = l2(exp(tanh(h1)));
            let h4 = l2(h2);
            let _h5 = h4 * l3;
            let h6 = l1(h2);
            let h7 = mean(h6 / (square(h6) + 0.5), axis = 0);
            (l0(h0), h7)
        }
    }
    R194 {
        input: [2, 5];
        l0: Softmax;
        l1: Softmax(axis = 1);
        l2: Softmax(axis = 1);
        l3: Dropout(p = 0.25);
        l4: Conv1d(1 -> 4, kernel = 2, stride = 1, padding = same);
        fn forward(x0) {
            let h0 = l0(x0);
            let (h1_0, h1_1) = split(x0, axis = 0);
            let h2 = l0(h0);
            let h3 = l2(l1(h1_0));
            let h4 = l1(h1_1);
            let h5 = l3(h2);
            let h6 = h4 - zeros([1, 5]);
            let h7 = l3(h6);
            (h3, flatten(h5), l4(slice(h7, ..1)), h3)
        }
    }
    R195 {
        input: [2, 1, 6];
        l0: LayerNorm(eps = 0.1);
        fn forward(x0) {
            let h0 = elu(x0);
            let h1 = concat(h0, x0, axis = 2);
            let h2 = expand((exp(tanh(h1)) + h1), [2, 3, 12]);
            let h3 = sqrt(square(h2) + 0.5);
            let h2 = flatten(h3);
            let h5 = l0(softmax(h0, axis = 1));
            (mean(h2, keep = true), l0(leaky_relu(h5, slope = -0.3)))
        }
    }
    R196 {
        input: [2, 5, 1];
        l0: AvgPool2d(kernel = (3, 1), padding = same);
        l1: Silu();
        fn forward(x0) {
            let h0 = softplus(x0);
            let h1 = max(x0, axes = (0, 2));
            let h2 = matmul(h0, x0, transpose_a = true, transpose_b = false);
            let h3 = exp(tanh(h2));
            let h4 = dropout(h3, 0.3);
            let _h5 = l0(sqrt(square(clamp(x0, 0, 6.0)) + 0.5));
            let h6 = h1 + h1;
            let h7 = l1(h4);
            let h8 = gelu(h6, approximate = tanh);
            (h6 / (square(h1) + 0.5), h7, h8)
        }
    }
    R197 {
        input x0: [3, 3, 4];
        input x1: [3, 5, 5];
        input x2: [6];
        l0: GlobalAvgPool2d;
        l1: AdaptiveAvgPool2d(output_size = (1, 3));
        l2: InstanceNorm2d(affine = true);
        l3: Linear(4, bias = true);
        train: l0, l3;
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let x0 = l1(x0);
            let h2 = gelu(x0, approximate = tanh);
            let x1 = l2(h2);
            let x1 = expand(x1, [3, 2, 3]);
            let h5 = matmul(h0, h2, transpose_a = true);
            let h6 = l3(x2);
            (x1, l3(x2), h5, h6)
        }
    }
    R198 {
        input: [2, 6, 5];
        l0: Upsample2d(1);
        l1: Glu;
        fn forward(x0) {
            let h0 = max(x0, axes = 1, keep = true);
            let h1 = h0 + 2;
            let h2 = l0(h0);
            let h3 = l0(h2);
            let h4 = l0(h3);
            let h5 = l1(h1);
            let h6 = slice(h0, 0..1, axis = 0);
            let h2 = concat(h4, h2, axis = 1);
            let _h8 = clamp(h5, min = 0.1, max = 0.1);
            let h1 = l1(h1);
            let h10 = hard_swish(h4);
            (h6, h2, ln(square(h1) + 0.5), h10)
        }
    }
    R199 {
        input: [1, 3];
        l0: Silu();
        l1: Linear(3 -> 3, bias = false);
        l2: Sigmoid();
        l3: MaxPool1d(2, stride = 3, padding = 1, dilation = 2);
        train: biases;
        fn forward(x0) {
            let h0 = max((l1(l0((l0(x0))))), axes = 0, keep = true);
            let h1 = l0(h0);
            let h2 = l2(h1);
            let h3 = sqrt(square(h2) + 0.5);
            l3(l1(h3))
        }
    }
}

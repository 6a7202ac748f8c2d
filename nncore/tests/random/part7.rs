//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R175 {
        input: [1, 3];
        l0: BatchNorm1d(eps = 0.1);
        fn forward(x0) {
            let h0 = elu(x0);
            let h1 = permute(h0, [0, 1]);
            let h1 = (l0(l0(h0))) + h1;
            let h3 = relu(h1) + zeros([1, 3]);
            let h4 = matmul((softplus(h3)), h0, transpose_a = true);
            silu(h4)
        }
    }
    R176 {
        input: [4, 5, 5];
        l0: Conv2d(4, kernel = (1, 2), stride = 2, groups = 4);
        l1: GlobalAvgPool2d;
        l2: Sigmoid;
        l3: Parameter([4, 1, 1], init = normal(0.5));
        l4: Parameter([4, 1, 1], init = -1);
        l5: Pad2d(padding = 0, mode = reflect);
        fn forward(x0) {
            let h0 = l0(transpose(x0));
            let x0 = l1(gelu(h0, approximate = tanh));
            let h2 = l2(x0);
            let h3 = x0 * l3;
            let h4 = h3 * l4 * x0;
            let h5 = matmul(h3, h4, transpose_b = false);
            let h6 = l5(h5);
            (h2, h6)
        }
    }
    R177 {
        input x0: [1] in 0..1;
        input x1: [1, 3];
        input x2: [1, 2];
        l0: Embedding(1 -> 1);
        l1: Softmax(axis = 1);
        l2: Embedding(3);
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let h1 = l0(x0);
            let h1 = concat(h1, h0, x2, x1, axis = 1);
            let h3 = elu(h1, alpha = 1.5);
            let h4 = x2 * x2;
            let h5 = softmax(h4);
            let h6 = expand(l1(h4), [4, 2]);
            let _h7 = l1(h5);
            let h8 = l2(x0);
            (h6, avg_pool1d(h3, 3, padding = 1, count_include_pad = true) - 1e-1, h8)
        }
    }
    R178 {
        input: [3];
        l0: LeakyRelu(0.2);
        l1: HardSwish;
        fn forward(x0) {
            let h0 = l0(l0(x0));
            let h1 = h0 + l0(h0);
            let h2 = l0(h0);
            let x0 = l1(h2);
            let h4 = expand(x0, [3]);
            let h5 = h4 + 2;
            let h6 = softplus(h5);
            let h7 = h5 - h6;
            (h1, l1(permute(h7, [0])))
        }
    }
    R179 {
        input: [2, 2];
        l0: Conv2d(2, kernel = 3, stride = (2, 1), padding = same, dilation = 2, groups = depthwise, bias = true);
        fn forward(x0) {
            let h0 = permute(x0, [1, 0]);
            let h1 = h0 - x0;
            let h2 = reshape(h1, [2, 2, 1]);
            let h3 = permute(2 + x0, [0, 1]);
            let h4 = mean(h1, axes = (0, 1), keep = true) - 1.5;
            let h5 = l0(h2);
            let h6 = l0(h2);
            let h7 = h6 + h6;
            (h3 * x0, max_pool2d(h2, 1, stride = 2, padding = same), h4, h5, h7)
        }
    }
    R180 {
        input x0: [3, 1, 3];
        input x1: [2, 2, 5];
        input x2: [7] in 0..5;
        l0: Dropout(0.3);
        l1: Conv2d(1 -> 1, kernel = (1, 2), stride = (1, 2), padding = 2, dilation = (1, 2), bias = false);
        fn forward(x0, x1, _x2) {
            let x1 = transpose(x1);
            let x1 = hard_swish(slice(x1, 0..1));
            let x0 = l0(x0);
            let (h3_0, h3_1, h3_2) = split(x0, axis = 0);
            let h4 = slice(h3_0, 0.., axis = 0);
            let h5 = l0(x1);
            let h6 = sigmoid(h4);
            let h7 = l1(h6);
            let _h8 = avg_pool2d(h5, kernel = 3, stride = (3, 1), padding = same, count_include_pad = false);
            let h9 = log_softmax(h3_1, axis = 0);
            let h10 = l0(h7);
            (h3_2, h9, h10)
        }
    }
    R181 {
        input x0: [2, 5, 2];
        input x1: [2, 1, 5];
        l0: Sigmoid;
        l1: Conv2d(_ -> 4, kernel = 3, stride = 2, padding = (2, 1, 2, 0), groups = 1, bias = true);
        l2: Linear(2 -> 3, bias = false);
        fn forward(x0, x1) {
            let h0 = transpose(x0);
            let h1 = l0(mean(h0, axes = (0, 2)));
            let h2 = l1(concat(x1, x1 * x1, axis = 2));
            let (h3_0, h3_1, h3_2, _h3_3, h3_4) = split(h2, axis = 2);
            let h4 = sum(h3_0, axes = 1, keep = true);
            let h5 = sum(h3_1);
            let h6 = sigmoid(h0);
            let h7 = softmax(h6);
            let h8 = flatten(h3_2);
            let h9 = flatten(h3_1);
            let h10 = concat(h9, h8);
            let h11 = flatten(h10);
            let h12 = flatten(h7);
            let h13 = concat(h12, h11);
            (h3_2, h3_4, l2(h1), h4, h5, h13)
        }
    }
    R182 {
        input x0: [3, 4, 3];
        input x1: [2, 5, 1];
        input x2: [3, 5];
        l0: HardSwish;
        l1: Silu;
        l2: Gelu(approximate = none);
        l3: Linear(3, bias = false);
        fn forward(x0, x1, x2) {
            let h0 = reshape(x1, [2, 1, 1, 5]);
            let h1 = l0(x2 * x2);
            let h2 = h0 + h0;
            let h3 = relu(h1);
            let h4 = h3 - h3;
            let h5 = l2(h3);
            let _h6 = l3(h3);
            let h7 = h5 - 2;
            let h8 = reshape(tanh(h2), [2, 1, 5]);
            (gelu(x0, approximate = tanh), l1(h4), h8, h3, h7)
        }
    }
    R183 {
        input: [3, 3] in 0..3;
        l0: Embedding(_ -> 2);
        l1: BatchNorm1d;
        l2: Conv1d(_ -> 2, kernel = 1, stride = 2, padding = 0);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = pixel_shuffle(h0, 1);
            let h2 = reshape(matmul(h1, h1, transpose_a = true), [6, 2]);
            let h3 = l1(h2);
            let x0 = softmax(h3);
            let h5 = l1(x0);
            let h6 = expand(h3, [6, 2]);
            let h7 = h2 - zeros([6, 2]);
            let h8 = h7 + x0;
            (h5, h6, l2(l1(h2)), h8, h5)
        }
    }
    R184 {
        input x0: [2, 5, 1];
        input x1: [2, 6, 1];
        l0: Sigmoid;
        l1: HardSwish;
        l2: HardSwish();
        l3: RmsNorm(axes = 3, eps = 0.1);
        l4: Tanh();
        l5: Conv2d(4, kernel = 2, stride = 2, padding = same, dilation = (1, 2), groups = depthwise, bias = true);
        fn forward(x0, x1) {
            let h0 = transpose(x0);
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = l2(h2);
            let h4 = pad2d(h3, padding = (0, 0, 1, 0), mode = reflect);
            let h5 = l3(h4);
            let h6 = transpose(h5);
            let _h7 = h6 * x1;
            let h8 = l4(l4(x1));
            let h9 = elu(h3, alpha = 1.5);
            (l5(h8), h9)
        }
    }
    R185 {
        input: [3, 4, 5];
        l0: Silu;
        l1: Gelu;
        l2: Conv2d(3, kernel = 2, stride = 2, padding = same, dilation = (2, 1), bias = true);
        l3: Linear(1, bias = false);
        fn forward(x0) {
            let h0 = sum(x0, axes = (0, 2));
            let h1 = l1(l0(x0));
            let h2 = sum(l1(h1), axes = (0, 2), keep = true);
            let h3 = l2(h2);
            let _h4 = l0(h3);
            let _h5 = l0(h2);
            (l3(l1(l0(h0))), l3(h0))
        }
    }
    R186 {
        input: [2, 1];
        l0: LayerNorm;
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = transpose(h0);
            let h2 = tanh(h1);
            let h3 = max_pool1d((permute(h2, [0, 1])), 2, stride = 3, padding = same);
            let h4 = h3 * h3;
            let h5 = sum(h4, axes = 1, keep = false);
            let h6 = expand(h2, [1, 2]);
            let h7 = l0(h6);
            (h5, h7)
        }
    }
    R187 {
        input x0: [5] in 0..6;
        input x1: [4, 4] in 0..4;
        l0: Embedding(5 -> 1);
        l1: BatchNorm2d(4, momentum = 0.3);
        l2: PixelShuffle(1);
        l3: LogSoftmax(axis = 2);
        fn forward(_x0, x1) {
            let x1 = l0(x1);
            let h1 = transpose(x1);
            let h2 = l1(h1);
            let h1 = l2(h2);
            let h4 = l2(h1);
            let h5 = 0.5 - h4;
            let h6 = matmul(h1, x1, transpose_a = false);
            let h7 = tanh(h4);
            let h8 = l3(h2);
            (h5, h6, h7 + h8)
        }
    }
    R188 {
        input x0: [2, 5, 2];
        input x1: [2, 5, 2];
        l0: Relu();
        l1: MaxPool2d(2, stride = (1, 3), padding = same);
        l2: RmsNorm(axes = 3, eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = softmax(x0, axis = 1);
            let h1 = l0(h0 * x1);
            let h2 = l0(h1);
            let h1 = l1(x0);
            let h4 = l1(l0(h2) / -0.7);
            let h5 = l1(h2);
            let h6 = l2(l2(max_pool2d(h0, 2, stride = 3, padding = 0)));
            (h1, h4, h5, h6, x0)
        }
    }
    R189 {
        input x0: [1, 3, 4];
        input x1: [4, 2] in 0..2;
        l0: PRelu(1);
        l1: LayerNorm(eps = 0.1);
        l2: Embedding(_ -> 4);
        fn forward(x0, x1) {
            let h0 = avg_pool2d(x0, 3, stride = (2, 1), padding = (1, 0), count_include_pad = true);
            let h1 = h0 + h0;
            let h2 = h1 + h1;
            let h3 = h2 * h1;
            let h4 = matmul(h3, h0, transpose_b = true);
            let h5 = l0(h4);
            let h6 = sum(l0(h5), axes = (0, 2));
            let h7 = l1(h3);
            let h8 = l2(x1);
            (h6, permute(h7, [1, 2, 0]), h8, log_softmax(h3, axis = 0))
        }
    }
    R190 {
        input: [1, 6, 3];
        l0: GroupNorm(1, eps = 0.1, affine = false);
        l1: Conv2d(1, kernel = 1, stride = 1, padding = valid, dilation = 2, bias = true);
        l2: Glu(axis = 1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 + h0 / 2;
            let h2 = permute(glu(elu(h1, alpha = 1.5), axis = 1), [1, 0, 2]);
            let h3 = hard_swish(h2);
            let h4 = l1(h2);
            let h1 = l2((log_softmax(h0, axis = 2)));
            (h3, h4, h1)
        }
    }
    R191 {
        input: [1, 4, 2];
        l0: MaxPool2d(1, stride = 3, dilation = 2);
        l1: LayerNorm(axes = 2, eps = 0.1);
        l2: Upsample2d(3);
        fn forward(x0) {
            let h0 = x0 / -0.7;
            let h1 = max_pool2d(h0, 1, stride = (3, 2), padding = 0);
            let h2 = l1(l0(h1));
            let _h3 = l1(h2);
            let x0 = l0(h1) - 3.0;
            let h5 = l2(x0);
            let h6 = concat(h5, h5, h5, h5, axis = 1);
            (h1, h6)
        }
    }
    R192 {
        input x0: [2, 3, 1];
        input x1: [1, 1];
        input x2: [1, 4, 4];
        l0: PRelu;
        #[frozen] l1: Glu(axis = 1);
        l2: Relu;
        #[frozen] l3: HardSwish();
        #[frozen] l4: Flatten;
        fn forward(_x0, x1, x2) {
            let h0 = l0(x1);
            let _h1 = x2 + zeros([1, 4, 4]);
            let h2 = l2(max(h0, keep = false));
            let h3 = slice(h2, .., axis = 0);
            let _h4 = x2 * x2;
            let h5 = max(l3(h3), axis = 0);
            let h6 = l4(h5);
            (l1(sum(x2, axes = 2, keep = true)), h6)
        }
    }
    R193 {
        input: [3, 3] in 0..5;
        l0: Embedding(_ -> 1);
        l1: Conv2d(3 -> 3, kernel = (3, 1), stride = 2, padding = 1, groups = depthwise, bias = false);
        l2: Softplus();
        l3: Relu();
        l4: Conv2d(3, kernel = (2, 1), stride = 2, padding = (1, 1, 2, 0), groups = depthwise, bias = false);
        l5: GroupNorm(3, eps = 1e-2, affine = true);
        fn forward(x0) {
            let h0 = softmax(l0(x0), axis = 0);
            let h1 = l0(x0);
            let h2 = l1(h1);
            let x0 = l2(h2);
            let h1 = expand(x0, [3, 2, 2]);
            let h5 = l3(h0);
            (l4(h1), max(l5(reshape(h5, [9, 1, 1, 1])), keep = false))
        }
    }
    R194 {
        input: [3, 4, 5];
        l0: GlobalAvgPool2d;
        l1: Upsample2d((2, 1));
        l2: Upsample2d((1, 2));
        l3: Pad2d(padding = (0, 2, 2, 1), mode = zero);
        l4: Silu;
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = glu(h0, axis = 1);
            let h2 = slice(h1, 1.., axis = 1);
            let h3 = l1(l0(h0));
            let h4 = l2(h3 * h3);
            let _h4 = l3(h4);
            let _h6 = mean(h2, keep = false);
            let h7 = l4(h0);
            h7
        }
    }
    R195 {
        input x0: [4, 4, 3];
        input x1: [3, 3];
        l0: Parameter([4, 3], init = normal(0.5));
        l1: Conv2d(_ -> 4, kernel = (3, 2), padding = valid, groups = 4, bias = true);
        l2: Conv2d(4 -> 1, kernel = (3, 1), stride = 2, padding = same, dilation = 2, groups = 1);
        fn forward(x0, x1) {
            let h0 = x0 / 1e-1;
            let h1 = pixel_shuffle(h0, 1);
            let x0 = max(h1, axes = 0);
            let h3 = matmul(expand(x0, [4, 3]), x1);
            let h4 = silu(h0);
            let h5 = l1(h1);
            let h6 = l1(h1);
            (h3 + l0, h5, h6, slice(h3, 1..2, axis = 1), l2(l1(h4)))
        }
    }
    R196 {
        input: [5];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = dropout(max(x0, axes = 0, keep = false), 0.0);
            let h1 = relu(h0);
            let h2 = permute(softmax(h1, axis = 0), [0]);
            let h3 = relu(log_softmax(h2, axis = 0));
            let h4 = permute(h3, [0]);
            let h5 = l0(h4);
            h5
        }
    }
    R197 {
        input x0: [3, 1, 3];
        input x1: [3, 5];
        l0: Relu();
        l1: GroupNorm(3, eps = 0.1, affine = false);
        l2: Conv2d(3 -> 3, kernel = 1, stride = (1, 2), groups = 3, bias = false);
        l3: LayerNorm(axes = 2, eps = 0.1);
        l4: Flatten;
        fn forward(x0, x1) {
            let h0 = softplus(l1(x1));
            let x1 = max(l0(max_pool2d(x0, kernel = 1, stride = (1, 3), dilation = (2, 1))), axes = (0, 2));
            let h2 = l2(x0);
            let h3 = relu(h0);
            let h4 = l0(x0);
            (x1, l3((l2(x0))), h2, h4, l4(h3))
        }
    }
    R198 {
        input: [3, 5];
        l0: GroupNorm(1, eps = 0.1, affine = true);
        l1: RmsNorm;
        l2: RmsNorm(eps = 1e-2);
        l3: Conv1d(3, kernel = 3, padding = 1, groups = depthwise, bias = true);
        fn forward(x0) {
            let h0 = gelu(l0(x0));
            let h1 = l1(h0);
            let x0 = l0(h1);
            let h3 = l2(x0);
            let h4 = softmax(h3, axis = 1);
            (h4, l3(h1), h3)
        }
    }
    R199 {
        input: [4, 1, 4];
        l0: BatchNorm1d(eps = 0.1);
        l1: Parameter([4], init = normal(0.5));
        fn forward(x0) {
            let x0 = x0 / 2;
            let h1 = mean(x0, axes = (1, 2), keep = false);
            let h2 = dropout(h1, 0.3);
            let h3 = softplus(h1);
            let h4 = l0(h3);
            let h5 = mean(h4, axes = 0, keep = true);
            let h6 = h2 * l1;
            (h5, l0(h2), h6)
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R175 {
        input: [1, 1];
        l0: Parameter([1, 1], init = 0.7);
        l1: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
        l2: PRelu;
        fn forward(x0) {
            let h0 = x0 + l0;
            let h1 = expand(h0, [1, 3]);
            let h2 = h1 * h1;
            let h3 = mean(h2, axes = (0, 1), keep = true);
            let h4 = l1(l1(h3));
            let h5 = silu(mean(h4, axes = (0, 1)));
            let h6 = reshape(h0, [1, 1, 1, 1, 1, 1]);
            let _h7 = l2(h6);
            let h8 = reshape(h3, [1, 1, 1]);
            (h5, h8)
        }
    }
    R176 {
        input x0: [4, 1, 4];
        input x1: [1];
        l0: Parameter([4], init = uniform(1.5));
        l1: Tanh();
        l2: Sigmoid();
        l3: Softmax(axis = 0);
        fn forward(x0, x1) {
            let x0 = ((max(x0, axes = (1, 2))) + zeros([4])) * l0;
            let x0 = mean(softmax(dropout(x0, p = 0.25), axis = 0), axes = 0);
            let h2 = l2(x0);
            let h3 = l3(x0);
            let _h4 = l2((l1(x0)));
            let h5 = h3 - x1;
            (h2, h5)
        }
    }
    R177 {
        input x0: [1, 2] in 0..6;
        input x1: [2, 4] in 0..1;
        l0: Embedding(7 -> 2);
        l1: Conv2d(1 -> 4, kernel = 3, stride = 2, padding = (2, 1), dilation = (2, 1), bias = true);
        l2: HardSwish;
        fn forward(x0, _x1) {
            let h0 = dropout(l0(x0), 0.3);
            let h1 = l1(h0);
            let h2 = pixel_shuffle(l2(h1), 2);
            tanh(h2)
        }
    }
    R178 {
        input: [3];
        l0: Elu;
        fn forward(x0) {
            let h0 = reshape(x0, [3]);
            let h1 = l0(h0);
            let h2 = l0(softplus((h1 / 1e-1)));
            let h3 = silu(h2);
            let h4 = h3 - h2;
            (2 + elu(sum(h0), alpha = 1.5), h4)
        }
    }
    R179 {
        input x0: [3, 3];
        input x1: [3, 3] in 0..2;
        input x2: [4, 1, 5];
        input x3: [4, 1, 1];
        l0: Parameter([3, 3], init = 0.7);
        l1: Embedding(1);
        fn forward(x0, x1, x2, x3) {
            let h0 = x0 * l0;
            let h1 = h0 + x0;
            let (h2_0, _h2_1, h2_2, h2_3, h2_4) = split(x2, axis = 2);
            let h3 = softmax(h2_4, axis = 1);
            let (h4_0, h4_1) = split(h3, axis = 0);
            let h5 = leaky_relu(h2_3, slope = -0.3);
            let h6 = l1(x1);
            let h7 = x3 - h5;
            let h8 = relu(silu(h6));
            let h9 = flatten(l1(x1));
            let h10 = flatten(h8);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h7);
            let h14 = concat(h13, h12);
            (x0 + h1, h2_0, h2_2, h4_0, h4_1, h14)
        }
    }
    R180 {
        input x0: [1, 6, 4];
        input x1: [1, 6, 1];
        l0: LayerNorm(axes = 2, eps = 0.1);
        l1: Silu();
        l2: Sigmoid;
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h1 = h0 + zeros([1, 6, 4]);
            let h2 = x1 + max(h1, axis = 2, keep = true);
            let h3 = pixel_shuffle(l1(h2), 1);
            let h4 = h3 + 0.5;
            let h5 = x0 + h1;
            let h6 = l2(h4);
            let h7 = max(h6, axes = (0, 2), keep = true);
            (matmul(h4, h0, transpose_a = true), h5, h7)
        }
    }
    R181 {
        input: [4, 1, 2];
        l0: Conv2d(4 -> 1, kernel = 1, stride = 2, padding = 1, bias = false);
        l1: PixelShuffle(1);
        fn forward(x0) {
            let h0 = concat(x0, x0, x0, axis = 1);
            let h1 = l0(h0);
            let h2 = slice(h1, 0..);
            let h3 = transpose(h1);
            let h4 = pixel_shuffle(h3, 1);
            let h5 = sum(h4, axes = (1, 2));
            let h6 = l0(h0);
            let h7 = h6 * h6;
            let h8 = l1(h2);
            let h9 = reshape(reshape(concat(x0, x0, axis = 0), [1, 1, 8, 2, 1]), [8, 2, 1]);
            (h4 + zeros([1, 2, 3]), h5, h7, h8, h9)
        }
    }
    R182 {
        input: [1, 4, 1];
        l0: HardSwish();
        l1: Tanh;
        l2: Pad2d((2, 2, 2, 1), mode = replicate);
        l3: Parameter([1, 1, 4], init = 0.7);
        fn forward(x0) {
            let h0 = permute(x0, [1, 2, 0]);
            let h1 = relu(h0) * h0;
            let h2 = l0(h1);
            let h3 = l1(h2);
            let h4 = mean((l2(h3)), axes = 0, keep = true);
            let h5 = avg_pool2d(slice(h4, 0..1, axis = 1), 3, stride = 1, padding = same, count_include_pad = true) + l3;
            let h6 = avg_pool2d(h2, 1, padding = valid);
            (h5, h6)
        }
    }
    R183 {
        input x0: [1, 6, 3];
        input x1: [1, 6, 3];
        input x2: [2, 1, 6];
        l0: Conv2d(1 -> 2, kernel = (3, 2), padding = same, groups = depthwise, bias = false);
        l1: Conv2d(2 -> 2, kernel = 2, padding = (0, 2), dilation = 2);
        l2: InstanceNorm2d(eps = 1e-2, affine = true);
        l3: Softmax(axis = 1);
        fn forward(x0, x1, x2) {
            let h0 = x1 * x0;
            let h1 = l0(h0);
            let h2 = l1(h1);
            let h3 = l3(h1);
            let h4 = matmul(x2, h3);
            (l2(h2), log_softmax(leaky_relu(h4, 0.2), axis = 1))
        }
    }
    R184 {
        input x0: [3, 5];
        input x1: [3, 3, 3];
        input x2: [5, 3];
        l0: Tanh();
        fn forward(x0, x1, x2) {
            let h0 = x1 + log_softmax(x1, axis = 0);
            let h1 = l0(h0);
            let h2 = softmax(matmul(x2, x0, transpose_a = true, transpose_b = true));
            let h3 = slice(h2, ..1, axis = 0);
            let h4 = matmul(h3, h3, transpose_a = true);
            let h5 = l0(h4);
            let h6 = l0(h5);
            let h7 = avg_pool2d(h1, kernel = (3, 2), padding = same);
            (h3, h6, h7)
        }
    }
    R185 {
        input x0: [4, 3, 5];
        input x1: [4, 4, 5];
        input x2: [2, 1];
        l0: InstanceNorm2d(affine = false);
        l1: LogSoftmax(axis = 0);
        l2: Tanh();
        l3: Linear(3 -> 2, bias = false);
        l4: Conv2d(_ -> 4, kernel = (3, 1), stride = 1, padding = 1, dilation = (2, 1), groups = 2, bias = false);
        l5: Linear(3 -> 4, bias = false);
        fn forward(x0, x1, x2) {
            let h0 = l0(x0);
            let h1 = l1(x1);
            let h2 = softplus(h0);
            let h3 = x2 - x2;
            let h4 = expand(h3, [2, 3]);
            let h5 = l2(h2);
            let _h6 = matmul(h0, h0, transpose_b = true);
            let h7 = l3(h4);
            let _h8 = l4(h2);
            let h9 = l5(h4);
            let h10 = l1(max_pool2d(h1, kernel = 2, stride = 1, padding = same, dilation = 2));
            (h5, h7, h9, h10)
        }
    }
    R186 {
        input x0: [4, 2, 1];
        input x1: [4, 2];
        input x2: [2, 5];
        input x3: [4, 2];
        l0: HardSwish;
        l1: AvgPool2d(2, stride = (3, 2), padding = same, count_include_pad = false);
        fn forward(x0, x1, x2, x3) {
            let h0 = permute(x3 * x1, [1, 0]);
            let _x1 = permute(h0, [1, 0]);
            let h2 = l0(x0);
            let h3 = x0 + h2;
            let h4 = x0 - h3;
            let h5 = l0(h4);
            let h6 = sum((x2 * x2), axes = 1, keep = false);
            let h7 = l1(h5);
            let h8 = l0(h3);
            (h6, h7, concat(h8, h4, h8))
        }
    }
    R187 {
        input x0: [2, 5];
        input x1: [2, 5];
        l0: Linear(5 -> 5);
        l1: LogSoftmax;
        l2: Relu;
        fn forward(x0, x1) {
            let x1 = x1 * x0;
            let h1 = x0 + x1;
            let h2 = transpose(x1);
            let h3 = mean(h1, axis = 0);
            let h4 = relu(h3);
            let h5 = l0(h4);
            let h6 = l0(h5);
            let h7 = l0(h6);
            let h8 = l1(h3);
            let h9 = l2(h7);
            (h2, h8, h9)
        }
    }
    R188 {
        input x0: [4, 4, 6];
        input x1: [6];
        l0: AvgPool2d(3, stride = 1, padding = (1, 0), count_include_pad = true);
        l1: Glu(axis = 2);
        fn forward(x0, _x1) {
            let h0 = l0(x0);
            let h0 = matmul(h0, h0);
            let h2 = expand(h0, [4, 4, 4]);
            let x0 = softmax(h2, axis = 2);
            let h4 = permute(l1(x0), [2, 0, 1]);
            let h5 = l1(h0 + zeros([4, 4, 4]));
            (h4, h5)
        }
    }
    R189 {
        input x0: [3, 1, 1];
        input x1: [3];
        l0: Tanh();
        l1: Conv2d(_ -> 3, kernel = (2, 1), padding = same, dilation = 2, groups = 3, bias = false);
        l2: Gelu;
        l3: Linear(_ -> 1, bias = false);
        l4: Sigmoid;
        fn forward(x0, x1) {
            let h0 = l1(x0);
            let h1 = l0(h0);
            let x0 = l0(l2(l0(x1)));
            let h3 = h1 - h1;
            (l3(x0), l4(h3))
        }
    }
    R190 {
        input x0: [4, 2, 5];
        input x1: [7];
        l0: Conv2d(1, kernel = 1, stride = 1, padding = valid, groups = 1);
        l1: Parameter([5, 2, 1, 1], init = -1);
        l2: Dropout(0.3);
        fn forward(x0, x1) {
            let h0 = l0(leaky_relu(x0, slope = -0.3));
            let h1 = upsample2d(permute(x0 + zeros([4, 2, 5]), [2, 1, 0]), (2, 1));
            let h2 = mean(x0, axes = (0, 1, 2), keep = false);
            let h0 = reshape(h0, [5, 2, 1, 1]) + l1;
            let _h4 = l2(x1);
            let h5 = reshape((softmax(h0, axis = 1)), [10, 1, 1]);
            (h2, h5, sigmoid(h1) * h1, h2)
        }
    }
    R191 {
        input: [3, 4, 3];
        l0: PRelu(3);
        l1: Softplus;
        l2: BatchNorm2d(eps = 1e-2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(l1(h0));
            let h2 = max_pool2d(h1, 2, stride = (3, 2), padding = same, dilation = (2, 1));
            let h3 = l2(h2);
            let _h4 = slice(x0, ..2, axis = 2);
            let h5 = l2(h3);
            let h6 = avg_pool2d(h5, kernel = (2, 3), stride = 1, padding = same, count_include_pad = false);
            let h7 = matmul(h6, h6, transpose_b = true);
            let h8 = l0(h1);
            (h7, h8, h7)
        }
    }
    R192 {
        input: [4, 3];
        l0: MaxPool1d(kernel = 1, stride = 1);
        l1: PRelu;
        l2: Glu;
        fn forward(x0) {
            let h0 = l0(x0) + x0;
            let h1 = h0 - h0;
            let h2 = l0(h1);
            let h3 = softmax(h2);
            let h4 = expand(h3, [4, 3]);
            let (h5_0, _h5_1, _h5_2, _h5_3) = split(x0, axis = 0);
            let h6 = l1(h3);
            let h7 = l2(h6);
            (h5_0, l0(h4), h7)
        }
    }
    R193 {
        input x0: [1, 1] in 0..5;
        input x1: [2, 1];
        l0: Parameter([2, 1], init = uniform(1.5));
        l1: LayerNorm(eps = 0.1);
        l2: BatchNorm1d(eps = 1e-2);
        l3: GroupNorm(1, eps = 0.1);
        l4: Conv1d(2 -> 2, kernel = 1, padding = (1, 2), dilation = 2, groups = 1);
        fn forward(_x0, x1) {
            let h0 = x1 + l0;
            let h1 = l1(h0);
            let h2 = -h1;
            let h3 = silu(h2);
            let h4 = l3(h3);
            let h5 = l1(h4);
            let h6 = l4(h5);
            let h7 = max_pool1d(h4, 3, stride = 2, padding = same);
            (l2(h3), h5, hard_swish(h6), h7)
        }
    }
    R194 {
        input: [4, 2, 1];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = x0 - x0;
            let h1 = leaky_relu((reshape(h0, [1, 2, 1, 2, 2])));
            let h2 = sigmoid(h1);
            let h3 = permute(h2, [0, 4, 3, 1, 2]);
            let h4 = l0(h1);
            let h5 = reshape(h3, [4, 2, 1]);
            let h6 = reshape(h4, [2, 2, 2]);
            (x0 - log_softmax(h0, axis = 1), h5, h6)
        }
    }
    R195 {
        input: [6];
        l0: Conv2d(2, kernel = 3, padding = same, groups = depthwise);
        l1: GroupNorm(1, eps = 0.1, affine = false);
        l2: Elu;
        fn forward(x0) {
            let h0 = permute(x0, [0]);
            let h1 = reshape(h0, [1, 6, 1]);
            let h2 = l0(h1);
            let h3 = permute(transpose(l0(h1)), [1, 2, 0]);
            let _h4 = l1(h3);
            let h5 = softplus(l0(h1));
            let h3 = reshape(l2(h2), [6, 1, 2]);
            let h7 = global_avg_pool2d(h3);
            (h5, h3, h7)
        }
    }
    R196 {
        input x0: [3, 1, 1];
        input x1: [3, 1, 1];
        l0: Upsample2d(scale = 2);
        l1: Elu(0.7);
        fn forward(x0, x1) {
            let h0 = permute(x0, [0, 1, 2]);
            let h1 = leaky_relu(h0);
            let h2 = hard_swish(h1);
            let h3 = h2 - 1.5;
            let h4 = concat(x1, h3, h3, h3);
            let h5 = l0(h4);
            let h6 = leaky_relu(h5);
            let h7 = l1(h1);
            let h8 = l0(h4);
            let h9 = slice(h8, 1.., axis = 2);
            let h4 = l1(h7);
            let h11 = slice(h6, 0.., axis = 2);
            (h6, h9, h4, h11)
        }
    }
    R197 {
        input x0: [3, 1, 4];
        input x1: [2, 3];
        input x2: [4, 3];
        #[frozen] l0: AvgPool2d(1, stride = (3, 2));
        #[frozen] l1: AvgPool1d(2, stride = 1, padding = 0, count_include_pad = true);
        #[frozen] l2: Linear(2);
        #[frozen] l3: Glu(axis = 1);
        l4: Linear(2 -> 2, bias = true);
        fn forward(x0, x1, x2) {
            let x0 = l0(x0);
            let x0 = x0 + x0;
            let h2 = hard_swish(x1);
            let h3 = l1(concat(h2, x2, h2));
            let h4 = 1e-1 - h3;
            let h5 = l2(h4);
            let h6 = 2 + h5;
            let h7 = tanh(h6);
            let h8 = l4(h7);
            (leaky_relu(x0, slope = -0.3), l3(h5), h8)
        }
    }
    R198 {
        input: [3, 1, 3];
        l0: Pad2d(padding = (1, 0), mode = reflect);
        l1: Softmax(axis = 1);
        l2: Dropout;
        l3: ConvTranspose2d(_ -> 1, kernel = (1, 3), stride = 1, padding = (0, 1), bias = true);
        fn forward(x0) {
            let h0 = concat(x0, x0, axis = 2);
            let h1 = concat(h0, h0, h0, h0, axis = 1);
            let h0 = l0(h1);
            let h3 = l1(permute(h1, [1, 0, 2]));
            let (h4_0, h4_1) = split(h0, axis = 1);
            let h5 = l3(leaky_relu((l2(h3))));
            (h4_0, h4_1, h5)
        }
    }
    R199 {
        input x0: [2];
        input x1: [4, 5];
        l0: Conv1d(_ -> 4, kernel = 1, stride = 2, padding = same, dilation = 2, groups = depthwise);
        #[frozen] l1: Linear(3 -> 4, bias = false);
        l2: LogSoftmax(axis = 1);
        fn forward(_x0, x1) {
            let h0 = leaky_relu(x1, 0.2);
            let h1 = x1 * (-h0);
            let h2 = l0(x1);
            let h3 = l0(h0);
            let h4 = l1(h2);
            (matmul(h0, h0, transpose_b = true), h3, l1(l0(h1)), l2(h1), h4)
        }
    }
}

//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R100 {
        input: [4, 1] in 0..2;
        l0: Embedding(4 -> 3);
        l1: AvgPool2d(2, stride = 2, padding = same, count_include_pad = true);
        l2: AvgPool2d((2, 3), stride = (3, 2), padding = 1);
        l3: GroupNorm(1, eps = 0.1);
        l4: Sigmoid;
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = max(x0, axes = (0, 1, 2), keep = true);
            let h2 = l1(x0);
            let h3 = l1(h2);
            let x0 = exp(tanh(h3));
            let h5 = l2(x0);
            let h6 = pow(0.5 + square(tanh(h5)), -0.5);
            let h7 = l3(h6);
            let h2 = adaptive_avg_pool2d(h5, (3, 2));
            let h9 = l4(h2);
            (h7, h9)
        }
    }
    R101 {
        input: [3, 2];
        l0: Linear(2 -> 5, bias = false);
        train: l0;
        fn forward(x0) {
            let h0 = clamp(x0, -0.5, 1.5);
            let h1 = 0.5 / (square(h0) + 0.5);
            let h2 = permute(h1, [1, 0]);
            let h3 = matmul(h2, x0);
            let h4 = l0(h3);
            let h5 = ln(square(h4) + 0.5);
            let h6 = max_pool1d(h5, 1, padding = 0);
            let h0 = l0(h0);
            let h5 = l0(h3);
            let h9 = x0 - h1;
            let h10 = hard_swish(h9);
            (h6, h0, h5, h10, h6)
        }
    }
    R102 {
        input: [3, 4];
        l0: LayerNorm(axes = 1);
        fn forward(x0) {
            let h0 = x0 / (square(x0) + 0.5);
            let h1 = matmul(h0, h0, transpose_b = true);
            let h2 = reshape(pow(0.5 + square(tanh(h0)), 1), [6, 2, 1]);
            let h3 = matmul(h1, h1, transpose_b = true);
            let h4 = mean(h3, axes = (0, 1));
            (permute(pad2d(h2, padding = (1, 1, 0, 2), mode = zero), [1, 0, 2]), tanh(elu(h0, alpha = 1.5)), l0(h4))
        }
    }
    R103 {
        input x0: [2, 2, 6];
        input x1: [7];
        input x2: [4, 6, 3];
        l0: Linear(7 -> 2, bias = false);
        l1: Elu(alpha = 1.5);
        l2: Linear(2 -> 3, bias = true);
        l3: RmsNorm(eps = 1e-2);
        l4: Upsample2d(scale = 1);
        fn forward(_x0, x1, x2) {
            let h0 = 0.5 * x2;
            let x1 = l0(x1);
            let x2 = x1 * x1;
            let x2 = l1(x2);
            let h4 = l2(x2);
            let h5 = l3(h4);
            let h6 = l4(h0);
            let (h7_0, h7_1, _h7_2) = split(h6, axis = 1);
            let h8 = x2 * x1;
            let h9 = softmax(h7_1, axis = 1);
            (h5, h7_0, l1(h8 * 1.5), h9)
        }
    }
    R104 {
        input: [4, 4, 6];
        l0: LayerNorm(axes = 1, eps = 1e-2);
        fn forward(x0) {
            let h0 = elu(reshape(x0, [96]));
            let h1 = exp(tanh(h0));
            let x0 = h1 / (square(h1) + 0.5);
            let h3 = hard_swish(x0);
            let h4 = h3 + 2;
            let h5 = silu(h4);
            let h0 = h5 * h5;
            let h7 = sqrt(square((gelu(h0))) + 0.5);
            let h5 = l0(h7);
            h5
        }
    }
    R105 {
        input: [4, 4] in 0..2;
        l0: Embedding(3);
        l1: GroupNorm(4, eps = 1e-2);
        l2: AdaptiveAvgPool2d(6);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = h0 * 3.0;
            let h2 = ln(square(h1) + 0.5);
            let h3 = max_pool2d(h2, (2, 1), stride = (2, 3));
            let h4 = l1(l0(x0));
            let h5 = expand(h4, [4, 4, 3]);
            let h6 = l1(h5);
            let h7 = l2(h6);
            (h3 / (square(h3) + 0.5), h7 / (square(h7) + 0.5))
        }
    }
    R106 {
        input: [1, 2];
        l0: Tanh;
        l1: MaxPool1d(1);
        l2: PRelu(2);
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = h0 + (l0(h0));
            let x0 = l1(h0);
            let h3 = l1(x0);
            let h4 = reshape(h3, [1, 1, 2]);
            let h5 = l1(h1);
            let h6 = l2(x0);
            let h7 = sum(h6, axis = 1, keep = true);
            let h8 = softmax(h7, axis = 1);
            (h4, h5, h8)
        }
    }
    R107 {
        input x0: [4, 1, 5];
        input x1: [3, 2];
        l0: AvgPool1d(3, stride = 2, padding = same, count_include_pad = false);
        l1: LayerNorm(eps = 0.1);
        l2: Silu();
        l3: Pad2d((2, 1, 0, 0), mode = zero);
        fn forward(x0, x1) {
            let x1 = gelu(x1);
            let h1 = abs(x1);
            let x1 = l0(h1);
            let x1 = l1(x1);
            let h4 = l2(x0);
            let h5 = pow(0.5 + square(tanh(h4)), 3.0);
            let h6 = expand((l3(h5)), [4, 4, 5]);
            let h7 = ln(square(h6) + 0.5);
            (h7, l1(l1(x1)), l2(x0))
        }
    }
    R108 {
        input: [1, 1];
        l0: GroupNorm(2, eps = 1e-2, affine = false);
        l1: Glu(axis = 0);
        l2: Softplus;
        l3: BatchNorm1d(2, eps = 0.1);
        fn forward(x0) {
            let h0 = concat(x0, x0);
            let h1 = square(clamp(h0, min = 0.1, max = 0.1));
            let h2 = l1(l0(h1));
            let h3 = l2(sqrt(square(l0(h0)) + 0.5));
            let h4 = l3(h1);
            (h2, h4, h3, mean(h4, axes = (0, 1)))
        }
    }
    R109 {
        input x0: [1, 5, 3];
        input x1: [6];
        l0: Linear(1, bias = false);
        l1: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
        l2: Linear(1 -> 5, bias = false);
        l3: BatchNorm1d(1, eps = 1e-2);
        fn forward(x0, x1) {
            let h0 = l1(l0(x1));
            let h1 = leaky_relu(h0, 0);
            let h2 = l2(h0);
            let h3 = clamp(pixel_shuffle(x0, 1), min = -0.3);
            let h4 = l3(pow(0.5 + square(tanh(h1)), -2.0));
            let _h5 = matmul(x0, x0, transpose_a = true);
            (h2, h4, softplus(exp(tanh(tanh(h3)))))
        }
    }
    R110 {
        input: [1, 2];
        l0: Linear(_ -> 2, bias = false);
        l1: Dropout(p = 0.25);
        l2: Softmax(axis = 0);
        fn forward(x0) {
            let h0 = transpose(x0);
            let h1 = l1(l0(h0));
            let h2 = l2(h1);
            let h3 = l2(h2 - 3.0);
            let x0 = l1(h3);
            let _h5 = x0 - x0;
            l2(relu(h1))
        }
    }
    R111 {
        input: [2, 4, 4];
        l0: BatchNorm2d(eps = 0.1);
        l1: InstanceNorm2d(eps = 0.1);
        fn forward(x0) {
            let x0 = l0(x0);
            let x0 = l0(x0);
            let h2 = x0 / (square(x0) + 0.5);
            let h3 = pow(0.5 + square(tanh(softmax((h2 + x0), axis = 2))), -0.5);
            let h4 = slice(h3, 1..3, axis = 2);
            let x0 = l0(h3);
            let h6 = l0(x0);
            (sum(h4, axes = 0, keep = true), h6, l1(h2), h2)
        }
    }
    R112 {
        input: [4, 5, 2];
        l0: Glu(axis = 2);
        l1: Dropout(0.0);
        l2: Relu();
        l3: Conv2d(_ -> 3, kernel = (2, 3), stride = (1, 2), padding = (0, 1, 2, 1), dilation = (1, 2), groups = 1);
        fn forward(x0) {
            let x0 = x0 * x0;
            let h1 = square(x0 + x0);
            let h2 = l0(h1);
            let h3 = h2 + h2;
            let h1 = l1(h1);
            let x0 = l2(x0);
            let h6 = l3(x0);
            let h7 = l0(h1);
            let h8 = l2(h7);
            (h3, h6, h8, softplus(ln(square(h1) + 0.5)))
        }
    }
    R113 {
        input x0: [2, 1, 1];
        input x1: [3, 4];
        l0: BatchNorm2d(eps = 0.1, momentum = 0.3);
        l1: MaxPool2d(2, stride = (2, 3), padding = same);
        l2: BatchNorm1d(eps = 0.1);
        fn forward(x0, _x1) {
            let h0 = abs(x0);
            let h1 = sqrt(square(l0(h0) - 1e-1) + 0.5);
            let x0 = l0(h1);
            let h3 = l1(x0);
            let h4 = l2((max(x0, keep = false)));
            let h5 = h4 + h4;
            let h6 = l0(matmul(h3, h3, transpose_b = true));
            (h4 + h5, h6)
        }
    }
    R114 {
        input x0: [3, 4, 3];
        input x1: [6];
        input x2: [1, 3];
        l0: Relu();
        l1: Dropout(0.3);
        l2: LeakyRelu;
        l3: LayerNorm(eps = 0.1);
        fn forward(_x0, x1, x2) {
            let h0 = concat(x2, x2, x2, x2);
            let h1 = pow(0.5 + square(tanh(clamp(x1, min = 0.1, max = 0.1))), 1);
            let h2 = sigmoid(h1);
            let h3 = l0(h2);
            let h4 = l2(h0);
            let h5 = l3(h4);
            let h6 = h0 + h5;
            let h7 = concat(l1(h3), h2, h1);
            let h8 = leaky_relu(h7, slope = -0.3);
            (h0 / (square(h6) + 0.5), h8)
        }
    }
    R115 {
        input: [4];
        l0: Linear(_ -> 3);
        l1: Dropout(0.3);
        fn forward(x0) {
            let x0 = (x0 + x0) * x0;
            let h1 = hard_swish(x0);
            let h2 = exp(tanh(h1));
            let h3 = l0(h2);
            let h4 = sqrt(square(h3) + 0.5);
            let h5 = l1((softplus(h1)));
            let h6 = l1(h5);
            (l0(h1), h4, h6)
        }
    }
    R116 {
        input: [3, 4];
        l0: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = expand(x0, [3, 4]);
            let x0 = log_softmax(h0, axis = 1);
            let x0 = 1.5 + x0;
            let h3 = sqrt(square(sigmoid(x0)) + 0.5);
            let h4 = concat(h0, h3, h0);
            let h5 = softplus(h4);
            let h6 = concat(gelu(h0, approximate = none), h3, axis = 1);
            let h7 = l0(x0);
            (mean(x0, axes = 0), h6, ln(square(h5) + 0.5), h7)
        }
    }
    R117 {
        input: [1] in 0..3;
        l0: Embedding(4);
        l1: MaxPool1d(1, stride = 2, dilation = 2);
        l2: Silu();
        l3: Linear(5, bias = true);
        fn forward(x0) {
            let x0 = l0(x0);
            let h1 = sum(x0, axis = 0, keep = true);
            let h2 = l2((l1(h1)));
            let h3 = l3(h2);
            let h4 = dropout(h1);
            let _h5 = l2(square(h4));
            let h6 = log_softmax((h3 + l3(h2)), axis = 0);
            h6
        }
    }
    R118 {
        input: [3, 4, 3];
        l0: MaxPool2d(3);
        fn forward(x0) {
            let x0 = upsample2d(x0, (1, 2));
            let h1 = max(x0, axes = (0, 1), keep = false);
            let x0 = ln(square(x0) + 0.5);
            let h3 = mean(h1);
            let h3 = elu(h3, alpha = 1.5);
            let h5 = h3 * h3;
            let h1 = avg_pool2d(x0, kernel = 2, stride = 1, padding = same);
            let h7 = x0 / (square(h1) + 0.5);
            let h8 = l0(h7);
            (h5, h8)
        }
    }
    R119 {
        input x0: [1, 1, 6];
        input x1: [2, 2] in 0..4;
        input x2: [1, 1, 1];
        l0: Embedding(7 -> 2);
        l1: MaxPool2d(1, stride = 3, padding = valid, dilation = (2, 1));
        l2: RmsNorm;
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = l0(x1);
            let h2 = l1((glu(h1, axis = 2)));
            let h3 = h2 + h2;
            let h4 = global_avg_pool2d(x0) - x2;
            (l1(avg_pool2d(h0, 3, stride = (1, 3), padding = 1)), h0, l2((ln(square(h3) + 0.5))), max_pool2d(h4, 3, stride = 3, padding = same))
        }
    }
    R120 {
        input x0: [4, 2];
        input x1: [2, 2];
        l0: Glu;
        l1: MaxPool1d(1, stride = 3, dilation = 2);
        l2: BatchNorm1d(4, eps = 0.1, momentum = 0.3);
        fn forward(x0, x1) {
            let h0 = l0(concat(x0, x1, x1, axis = 0));
            let h1 = elu(h0, 0.7);
            let h0 = ln(square(h1) + 0.5);
            let h3 = l1(h0);
            let h4 = glu(h0, axis = 1) + h3;
            let _h5 = l2(h4);
            let h6 = l1(h1);
            h6
        }
    }
    R121 {
        input: [3, 1, 3];
        l0: BatchNorm2d(eps = 0.1);
        l1: Upsample2d((1, 2));
        fn forward(x0) {
            let h0 = clamp(x0, max = 0.7);
            let h0 = l0(h0);
            let h2 = l0(h0);
            let h3 = l0(h2);
            let h4 = abs(h3);
            let x0 = max_pool2d(x0, kernel = 3, stride = 3, padding = same, dilation = 2);
            let h6 = clamp(x0, -0.5, 1.5);
            let h7 = h4 - h3;
            let h8 = permute(h4, [2, 0, 1]);
            let (h9_0, h9_1, h9_2) = split(h8, axis = 0);
            let h10 = l1(h6);
            (l1(x0), h7, h9_0, h9_1, h9_2, h10)
        }
    }
    R122 {
        input x0: [3, 3] in 0..2;
        input x1: [2, 6, 1];
        input x2: [2, 5, 1];
        l0: PRelu;
        #[frozen] l1: Pad2d(padding = (0, 1, 1, 2));
        #[frozen] l2: Pad2d(padding = (0, 0, 0, 1));
        fn forward(_x0, x1, x2) {
            let h0 = x2 * x2;
            let h1 = slice(matmul(x2, h0, transpose_a = true), ..1);
            let x2 = adaptive_avg_pool2d(h1, 4);
            let h3 = log_softmax(h1, axis = 2);
            let h4 = x1 - x1;
            let h5 = l1(h4);
            (h3, h5, l2(sum(h4, axes = (0, 2), keep = true)), l0(x2) + x2, square(x2))
        }
    }
    R123 {
        input: [2, 4] in 0..2;
        l0: Embedding(2 -> 2);
        l1: Glu(axis = 2);
        l2: RmsNorm(eps = 1e-2);
        l3: Conv2d(2 -> 2, kernel = 3, stride = (1, 2), padding = 2, dilation = (1, 2));
        #[frozen] l4: LayerNorm(eps = 1e-2);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = l1(h0);
            let h2 = max(h1, axes = 1, keep = false);
            let h3 = l3(l1(l0(x0)));
            let h4 = l1(h0);
            let h5 = max(h3, axes = (0, 2));
            let h6 = expand(l2(h2), [2, 4]);
            let h7 = exp(tanh(h5));
            let x0 = l4(h4);
            (h6, h7, x0)
        }
    }
    R124 {
        input: [4, 1, 3];
        l0: Softplus();
        l1: AdaptiveAvgPool2d((6, 3));
        fn forward(x0) {
            let h0 = max_pool2d(l0(softmax(transpose(x0), axis = 2)), kernel = 1, stride = (2, 1), dilation = (1, 2));
            let h1 = mean(h0, axis = 2, keep = true);
            let h2 = softmax(h0, axis = 1);
            let h3 = max(h0, axes = (1, 2));
            let h4 = transpose(h1 * h2);
            let h5 = ln(square(h3) + 0.5);
            (l1(h1), h4, h5)
        }
    }
}

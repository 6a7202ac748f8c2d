//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_2 = 2; SIZE_3 = 3; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; SIZE_7 = 7; }
    inner {
        R152L2 {
            input: [SIZE_4, SIZE_5, SIZE_6];
            a0: Conv2d(4 -> 4, kernel = 1);
            a1: Softmax(axis = 2);
        }
        R152L3 {
            input: [SIZE_4, SIZE_5, SIZE_6];
            a0: LayerNorm(axes = 1);
            a1: RmsNorm(axes = 1, eps = 1e-2);
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R153L1 {
            input: [SIZE_2, SIZE_4];
            a0: LayerNorm(eps = 0.1);
            a1: GroupNorm(1, eps = 0.1, affine = false);
        }
        R153L2 {
            input: [SIZE_2, SIZE_4];
            a0: BatchNorm1d(eps = 0.1);
            a1: Softplus();
            a2: LayerNorm;
        }
        R153L3 {
            input: [SIZE_2, SIZE_4];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: BatchNorm1d(eps = 1e-2);
        }
        R154L0 {
            input: [SIZE_1];
            a0: LayerNorm(eps = 0.1);
            a1: Linear(2, bias = true);
        }
        R155L0 {
            input: [SIZE_7];
            a0: PRelu(1);
            a1: Tanh;
        }
        R155L3 {
            input: [SIZE_4];
            a0: BatchNorm1d(4, eps = 1e-2);
            a1: PRelu(1);
        }
        R157L0 {
            input: [SIZE_3];
            a0: Tanh;
            a1: Linear(5);
        }
        R157L1 {
            input: [SIZE_1];
            a0: Linear(1 -> 2);
        }
        R158L0 {
            input: [SIZE_2, SIZE_2];
            a0: AvgPool1d(1);
        }
        R158L1 {
            input: [SIZE_2, SIZE_2];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        }
        R159L0 {
            input: [SIZE_4, SIZE_4, SIZE_1];
            a0: BatchNorm2d(4, eps = 1e-2, momentum = 0.3);
            a1: Relu;
            a2: LayerNorm(eps = 0.1);
        }
        R159L1 {
            input: [SIZE_4, SIZE_4, SIZE_1];
            a0: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
            a1: GlobalAvgPool2d;
        }
        R160L2 {
            input: [SIZE_7];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: RmsNorm(eps = 1e-2);
            a2: BatchNorm1d(eps = 0.1, momentum = 0.3);
        }
        R161L1 {
            input: [SIZE_4, SIZE_3];
            a0: GroupNorm(2, eps = 0.1, affine = true);
        }
        R162L0 {
            input: [SIZE_1, SIZE_3, SIZE_6];
            a0: Conv2d(4, kernel = 1, stride = 2, padding = 1, dilation = 2, groups = depthwise, bias = false);
            a1: Tanh();
        }
        R163L1 {
            input: [SIZE_2, SIZE_5, SIZE_5];
            a0: Conv2d(2 -> 2, kernel = 1);
            a1: Conv2d(2 -> 1, kernel = 1, stride = 2, padding = (0, 1), dilation = 2, bias = true);
        }
        R165L2 {
            input: [SIZE_1, SIZE_1, SIZE_1];
            a0: Tanh;
            a1: Pad2d((2, 1, 2, 2), mode = zero);
            a2: BatchNorm2d(1, eps = 0.1);
        }
        R166L0 {
            input: [SIZE_3, SIZE_1, SIZE_1];
            a0: BatchNorm2d(3, eps = 1e-2);
            a1: AvgPool2d((2, 3), stride = 2, padding = 1);
        }
        R167L0 {
            input: [SIZE_1, SIZE_3];
            a0: PRelu(1);
            a1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        }
        R167L2 {
            input: [SIZE_1, SIZE_3];
            a0: BatchNorm1d(eps = 1e-2);
            a1: AvgPool1d(kernel = 2, count_include_pad = false);
            a2: Linear(1 -> 1);
        }
        R168L0 {
            input: [SIZE_4, SIZE_3, SIZE_5];
            a0: Pad2d(padding = (1, 1, 1, 0), mode = zero);
        }
        R168L2 {
            input: [SIZE_4, SIZE_5, SIZE_6];
            a0: Silu;
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R168L3 {
            input: [SIZE_4, SIZE_5, SIZE_6];
            a0: BatchNorm2d(4, eps = 1e-2);
            a1: MaxPool2d(kernel = 3, stride = (3, 2), padding = valid, dilation = (2, 1));
        }
        R169L1 {
            input: [SIZE_4];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: GroupNorm(2, eps = 1e-2, affine = false);
        }
        R170L1 {
            input: [SIZE_3, SIZE_2];
            a0: Tanh;
            a1: LogSoftmax(axis = 1);
        }
        R172L1 {
            input: [SIZE_1, SIZE_3, SIZE_2];
            a0: Conv2d(1 -> 2, kernel = (2, 3), stride = (2, 1), padding = 2, dilation = (2, 1), groups = depthwise);
        }
        R174L0 {
            input: [SIZE_1, SIZE_4];
            a0: Linear(1);
            a1: Linear(1 -> 1);
        }
        R174L2 {
            input: [SIZE_1, SIZE_1];
            a0: Linear(5, bias = false);
            a1: Linear(5 -> 5);
        }
        R176L0 {
            input: [SIZE_1, SIZE_3];
            a0: Tanh;
        }
        R176L1 {
            input: [SIZE_1, SIZE_3];
            a0: LogSoftmax(axis = 1);
        }
    }
    R152 {
        composed {
            input: [SIZE_4, SIZE_5, SIZE_6];
            #[frozen] l0: Parameter([4, 5, 6], init = normal(0.5));
            #[frozen] l1: GroupNorm(1, eps = 1e-2, affine = true);
            l2: R152L2;
            #[frozen] l3: R152L3;
            fn forward(x0) {
                let h0 = sqrt(square(x0) + 0.5);
                let h1 = h0 + l0;
                let h2 = l1(sqrt(square(h0) + 0.5));
                let h3 = l2(h2);
                let h4 = l2(h2);
                let h5 = l3(h2);
                (h1, x0 / (square(h3) + 0.5), h4, h5)
            }
        }
        flat {
            input: [SIZE_4, SIZE_5, SIZE_6];
            #[frozen] l0: Parameter([4, 5, 6], init = normal(0.5));
            #[frozen] l1: GroupNorm(1, eps = 1e-2, affine = true);
            l2_0: Conv2d(4 -> 4, kernel = 1);
            l2_1: Softmax(axis = 2);
            #[frozen] l3_0: LayerNorm(axes = 1);
            #[frozen] l3_1: RmsNorm(axes = 1, eps = 1e-2);
            #[frozen] l3_2: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0) {
                let h0 = sqrt(square(x0) + 0.5);
                let h1 = h0 + l0;
                let h2 = l1(sqrt(square(h0) + 0.5));
                let h3 = l2_1(l2_0(h2));
                let h4 = l2_1(l2_0(h2));
                let h5 = l3_2(l3_1(l3_0(h2)));
                (h1, x0 / (square(h3) + 0.5), h4, h5)
            }
        }
    }
    R153 {
        composed {
            input: [SIZE_2] in 0..5;
            l0: Embedding(6 -> 4);
            l1: R153L1;
            l2: R153L2;
            l3: R153L3;
            fn forward(x0) {
                let x0 = relu(l0(x0));
                let h1 = ln(square(x0) + 0.5);
                let h2 = x0 * x0;
                let (h3_0, h3_1) = split(h2, axis = 0);
                let h4 = (l1(h2)) + -1;
                let h5 = l1(x0);
                let h6 = l2(h5);
                let h7 = hard_swish(h5) * h5;
                (h1, h3_0, h3_1, h4, h7, l3(h6))
            }
        }
        flat {
            input: [SIZE_2] in 0..5;
            l0: Embedding(6 -> 4);
            l1_0: LayerNorm(eps = 0.1);
            l1_1: GroupNorm(1, eps = 0.1, affine = false);
            l2_0: BatchNorm1d(eps = 0.1);
            l2_1: Softplus();
            l2_2: LayerNorm;
            l3_0: LayerNorm(axes = 2, eps = 0.1);
            l3_1: BatchNorm1d(eps = 1e-2);
            fn forward(x0) {
                let x0 = relu(l0(x0));
                let h1 = ln(square(x0) + 0.5);
                let h2 = x0 * x0;
                let (h3_0, h3_1) = split(h2, axis = 0);
                let h4 = (l1_1(l1_0(h2))) + -1;
                let h5 = l1_1(l1_0(x0));
                let h6 = l2_2(l2_1(l2_0(h5)));
                let h7 = hard_swish(h5) * h5;
                (h1, h3_0, h3_1, h4, h7, l3_1(l3_0(h6)))
            }
        }
    }
    R154 {
        composed {
            input x0: [SIZE_1];
            input x1: [SIZE_1];
            l1: GroupNorm(2, eps = 1e-2, affine = true);
            l0: R154L0;
            fn forward(x0, x1) {
                let h0 = sqrt(square(silu(x0 * x1)) + 0.5);
                let h1 = 2 - h0;
                let h2 = l0(h1);
                let h3 = l1(h2);
                h3
            }
        }
        flat {
            input x0: [SIZE_1];
            input x1: [SIZE_1];
            l1: GroupNorm(2, eps = 1e-2, affine = true);
            l0_0: LayerNorm(eps = 0.1);
            l0_1: Linear(2, bias = true);
            fn forward(x0, x1) {
                let h0 = sqrt(square(silu(x0 * x1)) + 0.5);
                let h1 = 2 - h0;
                let h2 = l0_1(l0_0(h1));
                let h3 = l1(h2);
                h3
            }
        }
    }
    R155 {
        composed {
            input: [SIZE_7];
            l1: Linear(7 -> 4, bias = false);
            l2: Relu;
            l0: R155L0;
            l3: R155L3;
            fn forward(x0) {
                let h0 = sqrt(square(x0) + 0.5);
                let h0 = l0(h0);
                let h2 = l0(h0);
                let h3 = permute(l1(h2), [0]);
                let h0 = l2(h3);
                let x0 = exp(tanh(h3));
                let h6 = l3(x0);
                let h7 = sigmoid(h0);
                let h8 = l2(h2);
                let h9 = h2 - h8;
                (h6, h7, h9 - -1)
            }
        }
        flat {
            input: [SIZE_7];
            l1: Linear(7 -> 4, bias = false);
            l2: Relu;
            l0_0: PRelu(1);
            l0_1: Tanh;
            l3_0: BatchNorm1d(4, eps = 1e-2);
            l3_1: PRelu(1);
            fn forward(x0) {
                let h0 = sqrt(square(x0) + 0.5);
                let h0 = l0_1(l0_0(h0));
                let h2 = l0_1(l0_0(h0));
                let h3 = permute(l1(h2), [0]);
                let h0 = l2(h3);
                let x0 = exp(tanh(h3));
                let h6 = l3_1(l3_0(x0));
                let h7 = sigmoid(h0);
                let h8 = l2(h2);
                let h9 = h2 - h8;
                (h6, h7, h9 - -1)
            }
        }
    }
    R157 {
        composed {
            input: [SIZE_3];
            l0: R157L0;
            l1: R157L1;
            fn forward(x0) {
                let h0 = -x0;
                let (_h1_0, h1_1, h1_2, h1_3, h1_4) = split(l0(h0), axis = 0);
                let x0 = l0(h0);
                let h3 = relu(x0);
                let h4 = h3 - zeros([5]);
                let h5 = l1(abs(h1_3));
                let h6 = reshape(h1_3, [1, 1, 1, 1, 1]);
                let h7 = reshape(h6, [1, 1, 1]);
                (h1_1, h1_4, expand(h1_2, [3]), h4, h5, h7)
            }
        }
        flat {
            input: [SIZE_3];
            l0_0: Tanh;
            l0_1: Linear(5);
            l1_0: Linear(1 -> 2);
            fn forward(x0) {
                let h0 = -x0;
                let (_h1_0, h1_1, h1_2, h1_3, h1_4) = split(l0_1(l0_0(h0)), axis = 0);
                let x0 = l0_1(l0_0(h0));
                let h3 = relu(x0);
                let h4 = h3 - zeros([5]);
                let h5 = l1_0(abs(h1_3));
                let h6 = reshape(h1_3, [1, 1, 1, 1, 1]);
                let h7 = reshape(h6, [1, 1, 1]);
                (h1_1, h1_4, expand(h1_2, [3]), h4, h5, h7)
            }
        }
    }
    R158 {
        composed {
            input x0: [SIZE_7];
            input x1: [SIZE_1, SIZE_5] in 0..4;
            input x2: [SIZE_2, SIZE_2];
            l2: Linear(_ -> 3, bias = true);
            l0: R158L0;
            l1: R158L1;
            fn forward(x0, _x1, x2) {
                let h0 = l1(x2);
                let h1 = relu(x0);
                let h2 = l2(h1);
                let h3 = l1(x2);
                let h4 = l1(l0(x2));
                (h0, h2, h3, x2, h4)
            }
        }
        flat {
            input x0: [SIZE_7];
            input x1: [SIZE_1, SIZE_5] in 0..4;
            input x2: [SIZE_2, SIZE_2];
            l2: Linear(_ -> 3, bias = true);
            l0_0: AvgPool1d(1);
            l1_0: LayerNorm(axes = 2, eps = 0.1);
            l1_1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
            fn forward(x0, _x1, x2) {
                let h0 = l1_1(l1_0(x2));
                let h1 = relu(x0);
                let h2 = l2(h1);
                let h3 = l1_1(l1_0(x2));
                let h4 = l1_1(l1_0(l0_0(x2)));
                (h0, h2, h3, x2, h4)
            }
        }
    }
    R159 {
        composed {
            input x0: [SIZE_2, SIZE_2, SIZE_6];
            input x1: [SIZE_4, SIZE_4, SIZE_1];
            l0: R159L0;
            l1: R159L1;
            fn forward(x0, x1) {
                let h0 = x1 + zeros([4, 4, 1]);
                let h1 = x1 + x1;
                let _h2 = x0 + x0;
                let h3 = hard_swish(l0(h0));
                let h4 = clamp(h3, -0.5, 1.5);
                let h5 = h1 + zeros([4, 4, 1]);
                let h6 = sum(h5 + zeros([4, 4, 1]), axis = 2);
                (l1(h4), h6)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_2, SIZE_6];
            input x1: [SIZE_4, SIZE_4, SIZE_1];
            l0_0: BatchNorm2d(4, eps = 1e-2, momentum = 0.3);
            l0_1: Relu;
            l0_2: LayerNorm(eps = 0.1);
            l1_0: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
            l1_1: GlobalAvgPool2d;
            fn forward(x0, x1) {
                let h0 = x1 + zeros([4, 4, 1]);
                let h1 = x1 + x1;
                let _h2 = x0 + x0;
                let h3 = hard_swish(l0_2(l0_1(l0_0(h0))));
                let h4 = clamp(h3, -0.5, 1.5);
                let h5 = h1 + zeros([4, 4, 1]);
                let h6 = sum(h5 + zeros([4, 4, 1]), axis = 2);
                (l1_1(l1_0(h4)), h6)
            }
        }
    }
    R160 {
        composed {
            input x0: [SIZE_4, SIZE_6, SIZE_6];
            input x1: [SIZE_7];
            l0: Parameter([4, 6, 6], init = uniform(1.5));
            l1: Relu();
            l3: Parameter([4, 6, 6], init = uniform(1.5));
            l2: R160L2;
            fn forward(x0, x1) {
                let h0 = square(x0);
                let h1 = h0 * l0;
                let h2 = pow(0.5 + square(tanh(x1)), 0);
                let h3 = l1(h1);
                let h4 = l1((l2(h2)));
                let h5 = h3 * h0 + l3;
                let h6 = sqrt(square(flatten(h5)) + 0.5);
                (h3 - (l1(h0)), h4, h6)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_6, SIZE_6];
            input x1: [SIZE_7];
            l0: Parameter([4, 6, 6], init = uniform(1.5));
            l1: Relu();
            l3: Parameter([4, 6, 6], init = uniform(1.5));
            l2_0: LayerNorm(axes = 1, eps = 0.1);
            l2_1: RmsNorm(eps = 1e-2);
            l2_2: BatchNorm1d(eps = 0.1, momentum = 0.3);
            fn forward(x0, x1) {
                let h0 = square(x0);
                let h1 = h0 * l0;
                let h2 = pow(0.5 + square(tanh(x1)), 0);
                let h3 = l1(h1);
                let h4 = l1((l2_2(l2_1(l2_0(h2)))));
                let h5 = h3 * h0 + l3;
                let h6 = sqrt(square(flatten(h5)) + 0.5);
                (h3 - (l1(h0)), h4, h6)
            }
        }
    }
    R161 {
        composed {
            input: [SIZE_4, SIZE_5];
            l0: Linear(5 -> 3, bias = true);
            l1: R161L1;
            fn forward(x0) {
                let h0 = hard_swish(x0);
                let h1 = l0(clamp(h0, min = -0.3));
                let h2 = l0(h0);
                let h3 = l0(x0) * relu(h2 * h1);
                let h4 = l1(h3);
                let h5 = l1(h4);
                let h6 = l0(h0);
                let h7 = h3 / (square(h3) + 0.5);
                (h5, h6, h3, h7)
            }
        }
        flat {
            input: [SIZE_4, SIZE_5];
            l0: Linear(5 -> 3, bias = true);
            l1_0: GroupNorm(2, eps = 0.1, affine = true);
            fn forward(x0) {
                let h0 = hard_swish(x0);
                let h1 = l0(clamp(h0, min = -0.3));
                let h2 = l0(h0);
                let h3 = l0(x0) * relu(h2 * h1);
                let h4 = l1_0(h3);
                let h5 = l1_0(h4);
                let h6 = l0(h0);
                let h7 = h3 / (square(h3) + 0.5);
                (h5, h6, h3, h7)
            }
        }
    }
    R162 {
        composed {
            input x0: [SIZE_3, SIZE_3, SIZE_4];
            input x1: [SIZE_1, SIZE_5, SIZE_6];
            l1: HardSwish();
            l0: R162L0;
            fn forward(x0, x1) {
                let x1 = slice(x1, ..3, axis = 1);
                let h1 = ln(square(x1) + 0.5);
                let h2 = l0(h1);
                let h3 = l1((h2 + h2));
                let h4 = square(h2);
                let h5 = h4 * h4;
                let h6 = l1(h3);
                let h7 = max(h2, axes = (0, 1), keep = false);
                let h8 = expand(h7, [4]);
                let h9 = x0 / (square(x0) + 0.5);
                (h5, h6, h8, h9)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_3, SIZE_4];
            input x1: [SIZE_1, SIZE_5, SIZE_6];
            l1: HardSwish();
            l0_0: Conv2d(4, kernel = 1, stride = 2, padding = 1, dilation = 2, groups = depthwise, bias = false);
            l0_1: Tanh();
            fn forward(x0, x1) {
                let x1 = slice(x1, ..3, axis = 1);
                let h1 = ln(square(x1) + 0.5);
                let h2 = l0_1(l0_0(h1));
                let h3 = l1((h2 + h2));
                let h4 = square(h2);
                let h5 = h4 * h4;
                let h6 = l1(h3);
                let h7 = max(h2, axes = (0, 1), keep = false);
                let h8 = expand(h7, [4]);
                let h9 = x0 / (square(x0) + 0.5);
                (h5, h6, h8, h9)
            }
        }
    }
    R163 {
        composed {
            input: [SIZE_2, SIZE_5, SIZE_5];
            l0: Parameter([2, 5, 5], init = 0.7);
            l1: R163L1;
            fn forward(x0) {
                let h0 = upsample2d((x0 + l0), 1);
                let h1 = softmax(h0);
                let h0 = permute(x0, [1, 2, 0]);
                let h3 = h1 + h1;
                let h4 = l1(x0);
                (h3, adaptive_avg_pool2d(h0, (1, 2)), -1 - h4)
            }
        }
        flat {
            input: [SIZE_2, SIZE_5, SIZE_5];
            l0: Parameter([2, 5, 5], init = 0.7);
            l1_0: Conv2d(2 -> 2, kernel = 1);
            l1_1: Conv2d(2 -> 1, kernel = 1, stride = 2, padding = (0, 1), dilation = 2, bias = true);
            fn forward(x0) {
                let h0 = upsample2d((x0 + l0), 1);
                let h1 = softmax(h0);
                let h0 = permute(x0, [1, 2, 0]);
                let h3 = h1 + h1;
                let h4 = l1_1(l1_0(x0));
                (h3, adaptive_avg_pool2d(h0, (1, 2)), -1 - h4)
            }
        }
    }
    R165 {
        composed {
            input x0: [SIZE_1, SIZE_1] in 0..5;
            input x1: [SIZE_1, SIZE_1, SIZE_4];
            l0: Embedding(6 -> 1);
            l1: Silu();
            l2: R165L2;
            fn forward(x0, x1) {
                let h0 = matmul(l0(x0), x1, transpose_b = false);
                let h1 = l0(x0);
                let h2 = l0(x0);
                let _h3 = l1(x1);
                let h4 = l2(h1 * h2);
                (h0, h1 / (square(h1) + 0.5), l2(l0(x0)), h4, h0)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_1] in 0..5;
            input x1: [SIZE_1, SIZE_1, SIZE_4];
            l0: Embedding(6 -> 1);
            l1: Silu();
            l2_0: Tanh;
            l2_1: Pad2d((2, 1, 2, 2), mode = zero);
            l2_2: BatchNorm2d(1, eps = 0.1);
            fn forward(x0, x1) {
                let h0 = matmul(l0(x0), x1, transpose_b = false);
                let h1 = l0(x0);
                let h2 = l0(x0);
                let _h3 = l1(x1);
                let h4 = l2_2(l2_1(l2_0(h1 * h2)));
                (h0, h1 / (square(h1) + 0.5), l2_2(l2_1(l2_0(l0(x0)))), h4, h0)
            }
        }
    }
    R166 {
        composed {
            input: [SIZE_3, SIZE_5, SIZE_6];
            l1: Elu;
            l0: R166L0;
            fn forward(x0) {
                let h0 = clamp(x0, min = -0.3);
                let x0 = exp(tanh(h0));
                let h2 = sum(x0, axes = (1, 2), keep = true);
                let h3 = h2 / (square(h2) + 0.5);
                let h4 = l0(h3);
                let h5 = l1(h4);
                let h6 = global_avg_pool2d(l1(h5));
                let h7 = -h6;
                let h8 = l0(h6);
                (h7, h8)
            }
        }
        flat {
            input: [SIZE_3, SIZE_5, SIZE_6];
            l1: Elu;
            l0_0: BatchNorm2d(3, eps = 1e-2);
            l0_1: AvgPool2d((2, 3), stride = 2, padding = 1);
            fn forward(x0) {
                let h0 = clamp(x0, min = -0.3);
                let x0 = exp(tanh(h0));
                let h2 = sum(x0, axes = (1, 2), keep = true);
                let h3 = h2 / (square(h2) + 0.5);
                let h4 = l0_1(l0_0(h3));
                let h5 = l1(h4);
                let h6 = global_avg_pool2d(l1(h5));
                let h7 = -h6;
                let h8 = l0_1(l0_0(h6));
                (h7, h8)
            }
        }
    }
    R167 {
        composed {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_3, SIZE_1];
            l1: Linear(5, bias = true);
            l0: R167L0;
            l2: R167L2;
            fn forward(x0, x1) {
                let h0 = transpose(x1);
                let h1 = x0 / (square(x0) + 0.5);
                let h2 = h1 - zeros([1, 3]);
                let h3 = clamp(x1, min = 0.1, max = 0.1);
                let h4 = -1 / (square(x0) + 0.5);
                let h5 = l0(h2);
                let h6 = l1(matmul(h0, h0, transpose_a = true));
                let h7 = x1 / (square(h3) + 0.5);
                let h8 = l2(h5);
                let h9 = permute(h8, [1, 0]);
                (h4, h7, expand(h6, [3, 5]), h9)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_3, SIZE_1];
            l1: Linear(5, bias = true);
            l0_0: PRelu(1);
            l0_1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
            l2_0: BatchNorm1d(eps = 1e-2);
            l2_1: AvgPool1d(kernel = 2, count_include_pad = false);
            l2_2: Linear(1 -> 1);
            fn forward(x0, x1) {
                let h0 = transpose(x1);
                let h1 = x0 / (square(x0) + 0.5);
                let h2 = h1 - zeros([1, 3]);
                let h3 = clamp(x1, min = 0.1, max = 0.1);
                let h4 = -1 / (square(x0) + 0.5);
                let h5 = l0_1(l0_0(h2));
                let h6 = l1(matmul(h0, h0, transpose_a = true));
                let h7 = x1 / (square(h3) + 0.5);
                let h8 = l2_2(l2_1(l2_0(h5)));
                let h9 = permute(h8, [1, 0]);
                (h4, h7, expand(h6, [3, 5]), h9)
            }
        }
    }
    R168 {
        composed {
            input: [SIZE_4, SIZE_3, SIZE_5];
            l1: Parameter([4, 5, 6], init = -1);
            l0: R168L0;
            l2: R168L2;
            l3: R168L3;
            fn forward(x0) {
                let x0 = l0(x0);
                let h1 = x0 * l1;
                let h2 = h1 + h1;
                let h3 = max_pool2d(l2(x0), kernel = 2, stride = 1, padding = same, dilation = (1, 2));
                let h4 = l3(h2);
                let h5 = pow(0.5 + square(tanh(h2)), -0.5);
                (h3, h4, h2, h5, sqrt(square(h2) + 0.5))
            }
        }
        flat {
            input: [SIZE_4, SIZE_3, SIZE_5];
            l1: Parameter([4, 5, 6], init = -1);
            l0_0: Pad2d(padding = (1, 1, 1, 0), mode = zero);
            l2_0: Silu;
            l2_1: Conv2d(4 -> 4, kernel = 1);
            l3_0: BatchNorm2d(4, eps = 1e-2);
            l3_1: MaxPool2d(kernel = 3, stride = (3, 2), padding = valid, dilation = (2, 1));
            fn forward(x0) {
                let x0 = l0_0(x0);
                let h1 = x0 * l1;
                let h2 = h1 + h1;
                let h3 = max_pool2d(l2_1(l2_0(x0)), kernel = 2, stride = 1, padding = same, dilation = (1, 2));
                let h4 = l3_1(l3_0(h2));
                let h5 = pow(0.5 + square(tanh(h2)), -0.5);
                (h3, h4, h2, h5, sqrt(square(h2) + 0.5))
            }
        }
    }
    R169 {
        composed {
            input: [SIZE_4];
            l0: Linear(4 -> 3, bias = false);
            l1: R169L1;
            fn forward(x0) {
                let h0 = expand((x0 + x0), [4]);
                let h1 = l0(h0);
                let h2 = (permute(h1, [0])) * h1;
                let h1 = l1(x0 + zeros([4]));
                let h4 = l0(x0);
                let h5 = l1(h1);
                (h0, h2, h4, h5)
            }
        }
        flat {
            input: [SIZE_4];
            l0: Linear(4 -> 3, bias = false);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: GroupNorm(2, eps = 1e-2, affine = false);
            fn forward(x0) {
                let h0 = expand((x0 + x0), [4]);
                let h1 = l0(h0);
                let h2 = (permute(h1, [0])) * h1;
                let h1 = l1_1(l1_0(x0 + zeros([4])));
                let h4 = l0(x0);
                let h5 = l1_1(l1_0(h1));
                (h0, h2, h4, h5)
            }
        }
    }
    R170 {
        composed {
            input: [SIZE_3, SIZE_2];
            l0: HardSwish;
            l2: Sigmoid();
            l1: R170L1;
            fn forward(x0) {
                let h0 = l1(l0(x0));
                let h1 = ln(square(1.5 + h0) + 0.5);
                let h2 = l2(h1);
                h2
            }
        }
        flat {
            input: [SIZE_3, SIZE_2];
            l0: HardSwish;
            l2: Sigmoid();
            l1_0: Tanh;
            l1_1: LogSoftmax(axis = 1);
            fn forward(x0) {
                let h0 = l1_1(l1_0(l0(x0)));
                let h1 = ln(square(1.5 + h0) + 0.5);
                let h2 = l2(h1);
                h2
            }
        }
    }
    R172 {
        composed {
            input x0: [SIZE_1, SIZE_3] in 0..1;
            input x1: [SIZE_1, SIZE_1, SIZE_2];
            l0: Embedding(2);
            l2: Linear(2, bias = false);
            l1: R172L1;
            fn forward(x0, x1) {
                let x0 = l0(x0);
                let _h1 = l1(x0);
                let (h2_0, h2_1, h2_2) = split(x0, axis = 1);
                let h3 = slice(h2_2, ..);
                let h4 = elu(h2_1, 0.7);
                let h5 = abs(x0);
                let h6 = l2((reshape(h4, [2, 1])));
                let h7 = softmax(upsample2d(h5, 2), axis = 1);
                (h2_0, h3 * x1, h6, h7)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_3] in 0..1;
            input x1: [SIZE_1, SIZE_1, SIZE_2];
            l0: Embedding(2);
            l2: Linear(2, bias = false);
            l1_0: Conv2d(1 -> 2, kernel = (2, 3), stride = (2, 1), padding = 2, dilation = (2, 1), groups = depthwise);
            fn forward(x0, x1) {
                let x0 = l0(x0);
                let _h1 = l1_0(x0);
                let (h2_0, h2_1, h2_2) = split(x0, axis = 1);
                let h3 = slice(h2_2, ..);
                let h4 = elu(h2_1, 0.7);
                let h5 = abs(x0);
                let h6 = l2((reshape(h4, [2, 1])));
                let h7 = softmax(upsample2d(h5, 2), axis = 1);
                (h2_0, h3 * x1, h6, h7)
            }
        }
    }
    R174 {
        composed {
            input: [SIZE_1, SIZE_4];
            #[frozen] l1: GroupNorm(1, affine = false);
            #[frozen] l0: R174L0;
            l2: R174L2;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = sqrt(square(h1) + 0.5);
                let h3 = l2(h2);
                let h4 = reshape(h3, [5, 1, 1, 1, 1, 1]);
                let h5 = l2(h0);
                let h6 = tanh(h5);
                let h7 = silu(h6);
                let h8 = reshape(h4, [5, 1, 1]);
                (h8, ln(square(h3) + 0.5), h2, h7)
            }
        }
        flat {
            input: [SIZE_1, SIZE_4];
            #[frozen] l1: GroupNorm(1, affine = false);
            #[frozen] l0_0: Linear(1);
            #[frozen] l0_1: Linear(1 -> 1);
            l2_0: Linear(5, bias = false);
            l2_1: Linear(5 -> 5);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1(h0);
                let h2 = sqrt(square(h1) + 0.5);
                let h3 = l2_1(l2_0(h2));
                let h4 = reshape(h3, [5, 1, 1, 1, 1, 1]);
                let h5 = l2_1(l2_0(h0));
                let h6 = tanh(h5);
                let h7 = silu(h6);
                let h8 = reshape(h4, [5, 1, 1]);
                (h8, ln(square(h3) + 0.5), h2, h7)
            }
        }
    }
    R176 {
        composed {
            input: [SIZE_4, SIZE_3];
            l0: R176L0;
            l1: R176L1;
            fn forward(x0) {
                let h0 = abs(x0);
                let h1 = slice(h0, 2.., axis = 1);
                let (h2_0, h2_1, h2_2, h2_3) = split(h0, axis = 0);
                let h3 = clamp(l1(l0(h2_3)), -0.5, 1.5);
                let h0 = l1(h2_1);
                (h1, h2_0, h2_2, h3, h0)
            }
        }
        flat {
            input: [SIZE_4, SIZE_3];
            l0_0: Tanh;
            l1_0: LogSoftmax(axis = 1);
            fn forward(x0) {
                let h0 = abs(x0);
                let h1 = slice(h0, 2.., axis = 1);
                let (h2_0, h2_1, h2_2, h2_3) = split(h0, axis = 0);
                let h3 = clamp(l1_0(l0_0(h2_3)), -0.5, 1.5);
                let h0 = l1_0(h2_1);
                (h1, h2_0, h2_2, h3, h0)
            }
        }
    }
}

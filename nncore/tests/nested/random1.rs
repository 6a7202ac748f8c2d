//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_12 = 12; SIZE_2 = 2; SIZE_3 = 3; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; SIZE_7 = 7; SIZE_8 = 8; }
    inner {
        R61L1 {
            input: [SIZE_3, SIZE_4];
            a0: LayerNorm(axes = 2);
            a1: AvgPool1d(2, stride = 1, padding = 0);
            a2: Linear(3 -> 3);
        }
        R62L0 {
            input: [SIZE_5];
            a0: LayerNorm(eps = 0.1);
            a1: HardSwish();
        }
        R62L1 {
            input: [SIZE_8];
            a0: BatchNorm1d(eps = 0.1);
            a1: PRelu(1);
            a2: LayerNorm;
        }
        R62L3 {
            input: [SIZE_8];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: BatchNorm1d(8, eps = 1e-2, momentum = 0.3);
        }
        R63L1 {
            input: [SIZE_2, SIZE_4];
            a0: LayerNorm(eps = 0.1);
            a1: Linear(4 -> 2);
        }
        R65L1 {
            input: [SIZE_2, SIZE_3];
            a0: Silu;
            a1: Tanh;
        }
        R66L1 {
            input: [SIZE_3];
            a0: BatchNorm1d(3, eps = 1e-2);
            a1: HardSwish();
        }
        R66L3 {
            input: [SIZE_12];
            a0: Tanh;
            a1: Glu;
        }
        R68L0 {
            input: [SIZE_4, SIZE_5];
            a0: LogSoftmax;
        }
        R68L1 {
            input: [SIZE_4, SIZE_5];
            a0: Relu();
        }
        R69L0 {
            input: [SIZE_2];
            a0: Relu();
            a1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        }
        R70L0 {
            input: [SIZE_2, SIZE_5, SIZE_6];
            a0: BatchNorm2d(2, eps = 1e-2, momentum = 0.3);
            a1: Softplus;
            a2: LayerNorm(eps = 0.1);
        }
        R71L0 {
            input: [SIZE_4, SIZE_2, SIZE_5];
            a0: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
            a1: PRelu;
        }
        R71L1 {
            input: [SIZE_2, SIZE_2, SIZE_5];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: GroupNorm(2, eps = 0.1, affine = true);
            a2: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R72L0 {
            input: [SIZE_3, SIZE_5, SIZE_1];
            a0: Conv2d(3 -> 3, kernel = (2, 3), stride = (2, 1), padding = (1, 0, 1, 2), groups = 1);
        }
        R72L1 {
            input: [SIZE_3, SIZE_3, SIZE_2];
            a0: Conv2d(_ -> 3, kernel = 1, stride = 2, groups = depthwise, bias = true);
            a1: Tanh();
        }
        R73L1 {
            input: [SIZE_3, SIZE_1, SIZE_6];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: Conv2d(3 -> 3, kernel = 1, stride = 2, padding = (2, 2, 0, 2), dilation = 2, bias = true);
        }
        R75L1 {
            input: [SIZE_1];
            a0: Tanh;
            a1: LayerNorm(axes = 1, eps = 0.1);
            a2: BatchNorm1d(1, eps = 0.1);
        }
        R75L2 {
            input: [SIZE_1];
            a0: BatchNorm1d(1, eps = 1e-2);
            a1: BatchNorm1d;
        }
        R76L1 {
            input: [SIZE_2, SIZE_3, SIZE_2];
            a0: Conv2d(_ -> 1, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = 1);
            a1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        }
        R77L0 {
            input: [SIZE_2, SIZE_1, SIZE_5];
            a0: BatchNorm2d(eps = 1e-2);
            a1: Elu;
            a2: Conv2d(2 -> 2, kernel = 1);
        }
        R77L1 {
            input: [SIZE_2, SIZE_1, SIZE_5];
            a0: PixelShuffle(1);
        }
        R77L2 {
            input: [SIZE_1];
            a0: Linear(_ -> 3);
            a1: Linear(3 -> 3);
        }
        R78L0 {
            input: [SIZE_1, SIZE_3];
            a0: BatchNorm1d(1, eps = 1e-2);
            a1: AvgPool1d(3, stride = 2, count_include_pad = false);
        }
        R78L3 {
            input: [SIZE_1, SIZE_1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: MaxPool1d(3, stride = 1, padding = same);
        }
        R80L1 {
            input: [SIZE_1, SIZE_2, SIZE_6];
            a0: Tanh;
            a1: Conv2d(1, kernel = 3, stride = (1, 2), padding = 2, bias = true);
        }
        R81L0 {
            input: [SIZE_4];
            a0: Glu;
        }
        R83L0 {
            input: [SIZE_3, SIZE_3, SIZE_4];
            a0: Pad2d(padding = (0, 2, 1, 1), mode = zero);
            a1: Conv2d(3 -> 3, kernel = 1);
        }
        R84L0 {
            input: [SIZE_5];
            a0: LeakyRelu(0.2);
            a1: Linear(5 -> 5);
        }
        R85L1 {
            input: [SIZE_1, SIZE_1, SIZE_5];
            a0: Softplus();
        }
        R85L2 {
            input: [SIZE_1, SIZE_1, SIZE_5];
            a0: Conv2d(_ -> 1, kernel = 3, stride = (1, 2), padding = (0, 2, 2, 2), dilation = (1, 2));
        }
    }
    R61 {
        composed {
            input x0: [SIZE_4, SIZE_3];
            input x1: [SIZE_2, SIZE_1];
            input x2: [SIZE_3, SIZE_4];
            input x3: [SIZE_3, SIZE_4];
            l0: Parameter([3, 4], init = 0.7);
            l1: R61L1;
            fn forward(x0, x1, x2, x3) {
                let h0 = x2 + zeros([3, 4]) + l0;
                let _x2 = x0 - zeros([4, 3]);
                let h2 = h0 + x3;
                let h3 = tanh(x1);
                let h4 = l1(h0);
                let h5 = h0 / 2;
                (h2, h3, -h4, h5)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_3];
            input x1: [SIZE_2, SIZE_1];
            input x2: [SIZE_3, SIZE_4];
            input x3: [SIZE_3, SIZE_4];
            l0: Parameter([3, 4], init = 0.7);
            l1_0: LayerNorm(axes = 2);
            l1_1: AvgPool1d(2, stride = 1, padding = 0);
            l1_2: Linear(3 -> 3);
            fn forward(x0, x1, x2, x3) {
                let h0 = x2 + zeros([3, 4]) + l0;
                let _x2 = x0 - zeros([4, 3]);
                let h2 = h0 + x3;
                let h3 = tanh(x1);
                let h4 = l1_2(l1_1(l1_0(h0)));
                let h5 = h0 / 2;
                (h2, h3, -h4, h5)
            }
        }
    }
    R62 {
        composed {
            input x0: [SIZE_3];
            input x1: [SIZE_5];
            l2: Parameter([8], init = -1);
            l0: R62L0;
            l1: R62L1;
            l3: R62L3;
            fn forward(x0, x1) {
                let h0 = l0(x1);
                let h1 = l1(softmax(concat(x0, h0, axis = 0)));
                let x1 = h1 * l2;
                let h3 = l3(x1);
                let h4 = expand(h3, [8]);
                let h5 = h4 + h3;
                let h6 = hard_swish(h5);
                let h7 = l3(h6);
                let h8 = leaky_relu(h7, slope = -0.3);
                h8
            }
        }
        flat {
            input x0: [SIZE_3];
            input x1: [SIZE_5];
            l2: Parameter([8], init = -1);
            l0_0: LayerNorm(eps = 0.1);
            l0_1: HardSwish();
            l1_0: BatchNorm1d(eps = 0.1);
            l1_1: PRelu(1);
            l1_2: LayerNorm;
            l3_0: LayerNorm(axes = 1, eps = 0.1);
            l3_1: BatchNorm1d(8, eps = 1e-2, momentum = 0.3);
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x1));
                let h1 = l1_2(l1_1(l1_0(softmax(concat(x0, h0, axis = 0)))));
                let x1 = h1 * l2;
                let h3 = l3_1(l3_0(x1));
                let h4 = expand(h3, [8]);
                let h5 = h4 + h3;
                let h6 = hard_swish(h5);
                let h7 = l3_1(l3_0(h6));
                let h8 = leaky_relu(h7, slope = -0.3);
                h8
            }
        }
    }
    R63 {
        composed {
            input: [SIZE_4, SIZE_3];
            l0: Dropout(0.3);
            l1: R63L1;
            fn forward(x0) {
                let h0 = x0 - 0.5;
                let h1 = permute(h0 / 0.5, [0, 1]);
                let h2 = l0(h1);
                let x0 = permute(x0, [1, 0]);
                let h4 = x0 + zeros([3, 4]);
                let h5 = x0 * x0;
                let h6 = slice(h5, 0..2);
                let h7 = l1(h6);
                (h2, h4, h1, h7)
            }
        }
        flat {
            input: [SIZE_4, SIZE_3];
            l0: Dropout(0.3);
            l1_0: LayerNorm(eps = 0.1);
            l1_1: Linear(4 -> 2);
            fn forward(x0) {
                let h0 = x0 - 0.5;
                let h1 = permute(h0 / 0.5, [0, 1]);
                let h2 = l0(h1);
                let x0 = permute(x0, [1, 0]);
                let h4 = x0 + zeros([3, 4]);
                let h5 = x0 * x0;
                let h6 = slice(h5, 0..2);
                let h7 = l1_1(l1_0(h6));
                (h2, h4, h1, h7)
            }
        }
    }
    R65 {
        composed {
            input x0: [SIZE_2, SIZE_3];
            input x1: [SIZE_4, SIZE_5];
            l0: Softplus;
            l1: R65L1;
            fn forward(x0, _x1) {
                let h0 = l0(x0);
                let h1 = l0(expand(x0 + h0, [2, 3]));
                let h2 = l0(h1);
                let h3 = l1(h1);
                (permute(h2, [0, 1]), h3)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_3];
            input x1: [SIZE_4, SIZE_5];
            l0: Softplus;
            l1_0: Silu;
            l1_1: Tanh;
            fn forward(x0, _x1) {
                let h0 = l0(x0);
                let h1 = l0(expand(x0 + h0, [2, 3]));
                let h2 = l0(h1);
                let h3 = l1_1(l1_0(h1));
                (permute(h2, [0, 1]), h3)
            }
        }
    }
    R66 {
        composed {
            input: [SIZE_6];
            l0: Softmax;
            l2: Parameter([3], init = -1);
            l1: R66L1;
            #[frozen] l3: R66L3;
            fn forward(x0) {
                let h0 = l0(gelu(x0, approximate = none));
                let (h1_0, h1_1) = split(h0, axis = 0);
                let h1_0 = concat(h1_0, h1_0, h1_1, h1_1, axis = 0);
                let h3 = l1(h1_1 + h1_1);
                let h1_1 = h1_1 - zeros([3]);
                let h5 = h3 + l2;
                let _h3 = l3(h1_0);
                (h1_1, l1(h5))
            }
        }
        flat {
            input: [SIZE_6];
            l0: Softmax;
            l2: Parameter([3], init = -1);
            l1_0: BatchNorm1d(3, eps = 1e-2);
            l1_1: HardSwish();
            #[frozen] l3_0: Tanh;
            #[frozen] l3_1: Glu;
            fn forward(x0) {
                let h0 = l0(gelu(x0, approximate = none));
                let (h1_0, h1_1) = split(h0, axis = 0);
                let h1_0 = concat(h1_0, h1_0, h1_1, h1_1, axis = 0);
                let h3 = l1_1(l1_0(h1_1 + h1_1));
                let h1_1 = h1_1 - zeros([3]);
                let h5 = h3 + l2;
                let _h3 = l3_1(l3_0(h1_0));
                (h1_1, l1_1(l1_0(h5)))
            }
        }
    }
    R68 {
        composed {
            input: [SIZE_4, SIZE_5];
            l0: R68L0;
            l1: R68L1;
            train: l0;
            fn forward(x0) {
                let h0 = l0(l0(x0));
                let h1 = reshape((l0(h0)), [2, 5, 1, 2]);
                let _h2 = concat(h1, h1, axis = 1);
                l0(x0 * l1(x0))
            }
        }
        flat {
            input: [SIZE_4, SIZE_5];
            l0_0: LogSoftmax;
            l1_0: Relu();
            train: l0_0;
            fn forward(x0) {
                let h0 = l0_0(l0_0(x0));
                let h1 = reshape((l0_0(h0)), [2, 5, 1, 2]);
                let _h2 = concat(h1, h1, axis = 1);
                l0_0(x0 * l1_0(x0))
            }
        }
    }
    R69 {
        composed {
            input x0: [SIZE_2, SIZE_5, SIZE_3];
            input x1: [SIZE_2];
            input x2: [SIZE_7];
            l1: PixelShuffle(1);
            l0: R69L0;
            fn forward(x0, x1, _x2) {
                let h0 = x1 * x1;
                let h1 = softmax(h0 * h0);
                let h2 = slice(h1, 0..1, axis = 0);
                let h3 = l0(h0);
                let x0 = max_pool2d(x0, 1, stride = (3, 2), dilation = (1, 2));
                let h5 = l1(x0);
                (h2, l0(h3), l1(x0), l1(h5))
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_5, SIZE_3];
            input x1: [SIZE_2];
            input x2: [SIZE_7];
            l1: PixelShuffle(1);
            l0_0: Relu();
            l0_1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
            fn forward(x0, x1, _x2) {
                let h0 = x1 * x1;
                let h1 = softmax(h0 * h0);
                let h2 = slice(h1, 0..1, axis = 0);
                let h3 = l0_1(l0_0(h0));
                let x0 = max_pool2d(x0, 1, stride = (3, 2), dilation = (1, 2));
                let h5 = l1(x0);
                (h2, l0_1(l0_0(h3)), l1(x0), l1(h5))
            }
        }
    }
    R70 {
        composed {
            input x0: [SIZE_3, SIZE_1] in 0..1;
            input x1: [SIZE_2, SIZE_5, SIZE_6];
            input x2: [SIZE_3, SIZE_4] in 0..3;
            l1: Embedding(4 -> 2);
            l2: Embedding(4 -> 4);
            l0: R70L0;
            train: l0, l1;
            fn forward(_x0, x1, x2) {
                let h0 = l0(x1);
                let h1 = l0(h0);
                let h2 = l1(x2);
                let h3 = h2 + h2;
                let h4 = sigmoid(h0);
                let h2 = l1(x2);
                let h6 = -0.7 * reshape(h0, [60]);
                let h7 = l2(x2);
                let h8 = slice(h6, 1..5, axis = 0);
                let h9 = l1(x2);
                let h10 = flatten(h9);
                let h11 = flatten(h8);
                let h12 = concat(h11, h10);
                (h1, h4, h2, h7, leaky_relu(h3, slope = -0.3), h12)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_1] in 0..1;
            input x1: [SIZE_2, SIZE_5, SIZE_6];
            input x2: [SIZE_3, SIZE_4] in 0..3;
            l1: Embedding(4 -> 2);
            l2: Embedding(4 -> 4);
            l0_0: BatchNorm2d(2, eps = 1e-2, momentum = 0.3);
            l0_1: Softplus;
            l0_2: LayerNorm(eps = 0.1);
            train: l0_0, l0_1, l0_2, l1;
            fn forward(_x0, x1, x2) {
                let h0 = l0_2(l0_1(l0_0(x1)));
                let h1 = l0_2(l0_1(l0_0(h0)));
                let h2 = l1(x2);
                let h3 = h2 + h2;
                let h4 = sigmoid(h0);
                let h2 = l1(x2);
                let h6 = -0.7 * reshape(h0, [60]);
                let h7 = l2(x2);
                let h8 = slice(h6, 1..5, axis = 0);
                let h9 = l1(x2);
                let h10 = flatten(h9);
                let h11 = flatten(h8);
                let h12 = concat(h11, h10);
                (h1, h4, h2, h7, leaky_relu(h3, slope = -0.3), h12)
            }
        }
    }
    R71 {
        composed {
            input x0: [SIZE_2, SIZE_3, SIZE_5];
            input x1: [SIZE_2, SIZE_3, SIZE_5];
            input x2: [SIZE_2, SIZE_2, SIZE_3];
            l2: PRelu(4);
            l0: R71L0;
            l1: R71L1;
            fn forward(x0, x1, x2) {
                let h0 = matmul(x2, x0 + x1);
                let x2 = concat(h0, h0);
                let h2 = l0(x2);
                let _h3 = softplus(x1);
                let x1 = l0(h2);
                let h5 = h2 * x1;
                let h6 = l2(x1);
                let _h7 = slice(h6, 2..3, axis = 2);
                let h8 = h5 * 2;
                let h9 = l2(h8);
                (l1(h0), h9, x2)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_3, SIZE_5];
            input x1: [SIZE_2, SIZE_3, SIZE_5];
            input x2: [SIZE_2, SIZE_2, SIZE_3];
            l2: PRelu(4);
            l0_0: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
            l0_1: PRelu;
            l1_0: LayerNorm(axes = 3, eps = 0.1);
            l1_1: GroupNorm(2, eps = 0.1, affine = true);
            l1_2: BatchNorm2d(eps = 0.1, momentum = 0.3);
            fn forward(x0, x1, x2) {
                let h0 = matmul(x2, x0 + x1);
                let x2 = concat(h0, h0);
                let h2 = l0_1(l0_0(x2));
                let _h3 = softplus(x1);
                let x1 = l0_1(l0_0(h2));
                let h5 = h2 * x1;
                let h6 = l2(x1);
                let _h7 = slice(h6, 2..3, axis = 2);
                let h8 = h5 * 2;
                let h9 = l2(h8);
                (l1_2(l1_1(l1_0(h0))), h9, x2)
            }
        }
    }
    R72 {
        composed {
            input x0: [SIZE_3, SIZE_5, SIZE_1];
            input x1: [SIZE_3, SIZE_5, SIZE_1];
            l2: Parameter([3, 2, 1], init = -1);
            l3: Parameter([3, 5, 1], init = normal(0.5));
            l0: R72L0;
            l1: R72L1;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = x0 + x1;
                let h3 = relu(h2);
                let h4 = 2 - h2;
                let h5 = h2 * l3;
                let h6 = h4 + h5;
                (h1 + l2, h3, h6)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_5, SIZE_1];
            input x1: [SIZE_3, SIZE_5, SIZE_1];
            l2: Parameter([3, 2, 1], init = -1);
            l3: Parameter([3, 5, 1], init = normal(0.5));
            l0_0: Conv2d(3 -> 3, kernel = (2, 3), stride = (2, 1), padding = (1, 0, 1, 2), groups = 1);
            l1_0: Conv2d(_ -> 3, kernel = 1, stride = 2, groups = depthwise, bias = true);
            l1_1: Tanh();
            fn forward(x0, x1) {
                let h0 = l0_0(x0);
                let h1 = l1_1(l1_0(h0));
                let h2 = x0 + x1;
                let h3 = relu(h2);
                let h4 = 2 - h2;
                let h5 = h2 * l3;
                let h6 = h4 + h5;
                (h1 + l2, h3, h6)
            }
        }
    }
    R73 {
        composed {
            input x0: [SIZE_2, SIZE_1, SIZE_5];
            input x1: [SIZE_3, SIZE_3, SIZE_6];
            input x2: [SIZE_1, SIZE_5];
            l0: Glu(axis = 2);
            l1: R73L1;
            fn forward(x0, x1, _x2) {
                let (h0_0, h0_1, h0_2) = split(x1, axis = 1);
                let h1 = l0(h0_0);
                let h2 = l1(h0_2);
                let h3 = slice(x0, 2..3, axis = 2);
                let h4 = l1(h0_2);
                let h5 = concat(x0, x0, x0, axis = 1);
                let h6 = silu(h5);
                let h7 = l0(h0_0);
                let h8 = h3 * h3;
                let h9 = flatten(h0_1);
                let h10 = flatten(h8);
                let h11 = concat(h10, h9);
                let h12 = flatten(h11);
                let h13 = flatten(h7);
                let h14 = concat(h13, h12);
                (h0_1, h2, h4, permute(h1, [1, 0, 2]), h6, h14)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_1, SIZE_5];
            input x1: [SIZE_3, SIZE_3, SIZE_6];
            input x2: [SIZE_1, SIZE_5];
            l0: Glu(axis = 2);
            l1_0: Conv2d(3 -> 3, kernel = 1);
            l1_1: Conv2d(3 -> 3, kernel = 1, stride = 2, padding = (2, 2, 0, 2), dilation = 2, bias = true);
            fn forward(x0, x1, _x2) {
                let (h0_0, h0_1, h0_2) = split(x1, axis = 1);
                let h1 = l0(h0_0);
                let h2 = l1_1(l1_0(h0_2));
                let h3 = slice(x0, 2..3, axis = 2);
                let h4 = l1_1(l1_0(h0_2));
                let h5 = concat(x0, x0, x0, axis = 1);
                let h6 = silu(h5);
                let h7 = l0(h0_0);
                let h8 = h3 * h3;
                let h9 = flatten(h0_1);
                let h10 = flatten(h8);
                let h11 = concat(h10, h9);
                let h12 = flatten(h11);
                let h13 = flatten(h7);
                let h14 = concat(h13, h12);
                (h0_1, h2, h4, permute(h1, [1, 0, 2]), h6, h14)
            }
        }
    }
    R75 {
        composed {
            input x0: [SIZE_2, SIZE_3, SIZE_4];
            input x1: [SIZE_1];
            input x2: [SIZE_1];
            input x3: [SIZE_1, SIZE_1, SIZE_1];
            l0: LeakyRelu(slope = -0.3);
            l1: R75L1;
            l2: R75L2;
            fn forward(x0, x1, x2, x3) {
                let _h0 = x0 + x0;
                let h1 = permute(x1, [0]);
                let h2 = l0(x1);
                let h3 = h1 + x2;
                let h4 = reshape(h2, [1, 1, 1]);
                let h5 = upsample2d(h4, (2, 1));
                let h6 = h4 + x3;
                (h3, h5, l0(x1), l1(x2), l2(h2), h6)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_3, SIZE_4];
            input x1: [SIZE_1];
            input x2: [SIZE_1];
            input x3: [SIZE_1, SIZE_1, SIZE_1];
            l0: LeakyRelu(slope = -0.3);
            l1_0: Tanh;
            l1_1: LayerNorm(axes = 1, eps = 0.1);
            l1_2: BatchNorm1d(1, eps = 0.1);
            l2_0: BatchNorm1d(1, eps = 1e-2);
            l2_1: BatchNorm1d;
            fn forward(x0, x1, x2, x3) {
                let _h0 = x0 + x0;
                let h1 = permute(x1, [0]);
                let h2 = l0(x1);
                let h3 = h1 + x2;
                let h4 = reshape(h2, [1, 1, 1]);
                let h5 = upsample2d(h4, (2, 1));
                let h6 = h4 + x3;
                (h3, h5, l0(x1), l1_2(l1_1(l1_0(x2))), l2_1(l2_0(h2)), h6)
            }
        }
    }
    R76 {
        composed {
            input x0: [SIZE_1, SIZE_2, SIZE_3];
            input x1: [SIZE_1, SIZE_3, SIZE_2];
            l0: PRelu(1);
            l2: Sigmoid();
            l1: R76L1;
            fn forward(x0, x1) {
                let h0 = permute(x0, [0, 2, 1]);
                let h1 = expand(h0 - x1, [2, 3, 2]);
                let h2 = l0(h1);
                let h3 = l0(h2);
                let h4 = x0 * x0 * x0;
                let h5 = reshape(l2(h4), [3, 2, 1]);
                (l1(h2), h3, h5)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_2, SIZE_3];
            input x1: [SIZE_1, SIZE_3, SIZE_2];
            l0: PRelu(1);
            l2: Sigmoid();
            l1_0: Conv2d(_ -> 1, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = 1);
            l1_1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
            fn forward(x0, x1) {
                let h0 = permute(x0, [0, 2, 1]);
                let h1 = expand(h0 - x1, [2, 3, 2]);
                let h2 = l0(h1);
                let h3 = l0(h2);
                let h4 = x0 * x0 * x0;
                let h5 = reshape(l2(h4), [3, 2, 1]);
                (l1_1(l1_0(h2)), h3, h5)
            }
        }
    }
    R77 {
        composed {
            input x0: [SIZE_4, SIZE_1];
            input x1: [SIZE_2, SIZE_1, SIZE_5];
            input x2: [SIZE_2, SIZE_1, SIZE_5];
            input x3: [SIZE_1, SIZE_4];
            l0: R77L0;
            l1: R77L1;
            l2: R77L2;
            fn forward(x0, x1, x2, x3) {
                let h0 = x2 + x1;
                let h1 = transpose(x0);
                let h2 = max(h1) * 3.0;
                let h3 = h2 - h2;
                let h4 = concat(h3, h2);
                let x0 = l1(log_softmax(l0(-h0), axis = 2));
                let h6 = l2(h2);
                (h3, h4, x0, h6, x3 * h1, h3)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_1];
            input x1: [SIZE_2, SIZE_1, SIZE_5];
            input x2: [SIZE_2, SIZE_1, SIZE_5];
            input x3: [SIZE_1, SIZE_4];
            l0_0: BatchNorm2d(eps = 1e-2);
            l0_1: Elu;
            l0_2: Conv2d(2 -> 2, kernel = 1);
            l1_0: PixelShuffle(1);
            l2_0: Linear(_ -> 3);
            l2_1: Linear(3 -> 3);
            fn forward(x0, x1, x2, x3) {
                let h0 = x2 + x1;
                let h1 = transpose(x0);
                let h2 = max(h1) * 3.0;
                let h3 = h2 - h2;
                let h4 = concat(h3, h2);
                let x0 = l1_0(log_softmax(l0_2(l0_1(l0_0(-h0))), axis = 2));
                let h6 = l2_1(l2_0(h2));
                (h3, h4, x0, h6, x3 * h1, h3)
            }
        }
    }
    R78 {
        composed {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_1];
            l1: Linear(_ -> 5);
            l2: Gelu(approximate = tanh);
            l0: R78L0;
            l3: R78L3;
            fn forward(x0, x1) {
                let h0 = mean(x0, axes = (0, 1));
                let x0 = l0(x0);
                let h2 = l1(x0);
                let h0 = h0 + x1;
                let h4 = l3(x0);
                let h5 = l1(softplus(l2(h0)));
                let h6 = permute(h5, [0]);
                let h5 = h5 + h6;
                let (h8_0, h8_1, _h8_2, _h8_3, h8_4) = split(h5);
                (h2, h4, h0, h8_0, h8_1, h8_4)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_1];
            l1: Linear(_ -> 5);
            l2: Gelu(approximate = tanh);
            l0_0: BatchNorm1d(1, eps = 1e-2);
            l0_1: AvgPool1d(3, stride = 2, count_include_pad = false);
            l3_0: LayerNorm(axes = 1, eps = 0.1);
            l3_1: MaxPool1d(3, stride = 1, padding = same);
            fn forward(x0, x1) {
                let h0 = mean(x0, axes = (0, 1));
                let x0 = l0_1(l0_0(x0));
                let h2 = l1(x0);
                let h0 = h0 + x1;
                let h4 = l3_1(l3_0(x0));
                let h5 = l1(softplus(l2(h0)));
                let h6 = permute(h5, [0]);
                let h5 = h5 + h6;
                let (h8_0, h8_1, _h8_2, _h8_3, h8_4) = split(h5);
                (h2, h4, h0, h8_0, h8_1, h8_4)
            }
        }
    }
    R80 {
        composed {
            input x0: [SIZE_1, SIZE_2] in 0..6;
            input x1: [SIZE_1, SIZE_6, SIZE_2];
            input x2: [SIZE_3, SIZE_4] in 0..6;
            l0: Parameter([2], init = uniform(1.5));
            l2: Softmax(axis = 2);
            l1: R80L1;
            fn forward(_x0, x1, _x2) {
                let h0 = max(x1, axes = (0, 1), keep = false);
                let h1 = h0 + l0;
                let h2 = transpose(x1);
                let h3 = h2 * h2;
                let h4 = l1(h2);
                let h5 = max(h3, axis = 2, keep = false);
                let h6 = sigmoid(h5);
                let h7 = l1(h2);
                let h8 = -h7;
                (h1 + h0, l2(h4), h6, h8, l1(h3))
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_2] in 0..6;
            input x1: [SIZE_1, SIZE_6, SIZE_2];
            input x2: [SIZE_3, SIZE_4] in 0..6;
            l0: Parameter([2], init = uniform(1.5));
            l2: Softmax(axis = 2);
            l1_0: Tanh;
            l1_1: Conv2d(1, kernel = 3, stride = (1, 2), padding = 2, bias = true);
            fn forward(_x0, x1, _x2) {
                let h0 = max(x1, axes = (0, 1), keep = false);
                let h1 = h0 + l0;
                let h2 = transpose(x1);
                let h3 = h2 * h2;
                let h4 = l1_1(l1_0(h2));
                let h5 = max(h3, axis = 2, keep = false);
                let h6 = sigmoid(h5);
                let h7 = l1_1(l1_0(h2));
                let h8 = -h7;
                (h1 + h0, l2(h4), h6, h8, l1_1(l1_0(h3)))
            }
        }
    }
    R81 {
        composed {
            input x0: [SIZE_4, SIZE_5, SIZE_3];
            input x1: [SIZE_4];
            input x2: [SIZE_2, SIZE_1];
            l1: Dropout;
            l2: InstanceNorm2d(eps = 0.1, affine = true);
            l0: R81L0;
            fn forward(x0, x1, _x2) {
                let h0 = permute(x0, [0, 2, 1]);
                let h1 = l0(x1);
                let (h2_0, h2_1) = split(h1, axis = 0);
                let h3 = l2(h0);
                let h4 = permute(h3, [0, 1, 2]);
                let h5 = h3 + h4;
                let h6 = matmul(h5, x0);
                let h7 = l1(h2_0);
                let h8 = l1(h6);
                (h2_1, l1(h2_0), h7, h8, x1)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_5, SIZE_3];
            input x1: [SIZE_4];
            input x2: [SIZE_2, SIZE_1];
            l1: Dropout;
            l2: InstanceNorm2d(eps = 0.1, affine = true);
            l0_0: Glu;
            fn forward(x0, x1, _x2) {
                let h0 = permute(x0, [0, 2, 1]);
                let h1 = l0_0(x1);
                let (h2_0, h2_1) = split(h1, axis = 0);
                let h3 = l2(h0);
                let h4 = permute(h3, [0, 1, 2]);
                let h5 = h3 + h4;
                let h6 = matmul(h5, x0);
                let h7 = l1(h2_0);
                let h8 = l1(h6);
                (h2_1, l1(h2_0), h7, h8, x1)
            }
        }
    }
    R83 {
        composed {
            input: [SIZE_3, SIZE_3, SIZE_4];
            l1: Gelu(approximate = tanh);
            l2: Dropout;
            l0: R83L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(l1(h0));
                let h2 = h0 - h0;
                let h3 = l2(h2);
                let h4 = slice(h1, 1..2, axis = 0);
                (h3, h1 - zeros([3, 5, 6]), h4)
            }
        }
        flat {
            input: [SIZE_3, SIZE_3, SIZE_4];
            l1: Gelu(approximate = tanh);
            l2: Dropout;
            l0_0: Pad2d(padding = (0, 2, 1, 1), mode = zero);
            l0_1: Conv2d(3 -> 3, kernel = 1);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1(l1(h0));
                let h2 = h0 - h0;
                let h3 = l2(h2);
                let h4 = slice(h1, 1..2, axis = 0);
                (h3, h1 - zeros([3, 5, 6]), h4)
            }
        }
    }
    R84 {
        composed {
            input x0: [SIZE_2];
            input x1: [SIZE_4, SIZE_4, SIZE_1];
            input x2: [SIZE_4, SIZE_1, SIZE_3];
            input x3: [SIZE_1];
            l1: LogSoftmax(axis = 0);
            l2: Linear(5 -> 5, bias = true);
            l0: R84L0;
            fn forward(x0, _x1, x2, x3) {
                let h0 = concat(x3, x3, x0, x3, axis = 0);
                let h1 = l1(l0(h0));
                let h2 = gelu(h1);
                let h3 = l2(h0);
                (sum(x2, axes = (0, 1, 2)), h2, h3)
            }
        }
        flat {
            input x0: [SIZE_2];
            input x1: [SIZE_4, SIZE_4, SIZE_1];
            input x2: [SIZE_4, SIZE_1, SIZE_3];
            input x3: [SIZE_1];
            l1: LogSoftmax(axis = 0);
            l2: Linear(5 -> 5, bias = true);
            l0_0: LeakyRelu(0.2);
            l0_1: Linear(5 -> 5);
            fn forward(x0, _x1, x2, x3) {
                let h0 = concat(x3, x3, x0, x3, axis = 0);
                let h1 = l1(l0_1(l0_0(h0)));
                let h2 = gelu(h1);
                let h3 = l2(h0);
                (sum(x2, axes = (0, 1, 2)), h2, h3)
            }
        }
    }
    R85 {
        composed {
            input x0: [SIZE_1, SIZE_5, SIZE_3];
            input x1: [SIZE_1, SIZE_2, SIZE_5];
            l0: Glu(axis = 1);
            l1: R85L1;
            l2: R85L2;
            fn forward(_x0, x1) {
                let h0 = l0(x1);
                let h1 = slice(h0, 0..1, axis = 1);
                (l1(l0(x1)), l2(h1), x1)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_5, SIZE_3];
            input x1: [SIZE_1, SIZE_2, SIZE_5];
            l0: Glu(axis = 1);
            l1_0: Softplus();
            l2_0: Conv2d(_ -> 1, kernel = 3, stride = (1, 2), padding = (0, 2, 2, 2), dilation = (1, 2));
            fn forward(_x0, x1) {
                let h0 = l0(x1);
                let h1 = slice(h0, 0..1, axis = 1);
                (l1_0(l0(x1)), l2_0(h1), x1)
            }
        }
    }
}

//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        R0L1 {
            input: [4];
            a0: Tanh;
            a1: Linear(_ -> 2);
            a2: BatchNorm1d(eps = 0.1);
        }
        R30L0 {
            input: [4, 3, 2];
            a0: LayerNorm(axes = 2);
            a1: LayerNorm(axes = 3, eps = 1e-2);
        }
        R33L2 {
            input: [4, 3, 3];
            a0: LeakyRelu;
            a1: LayerNorm(eps = 0.1);
        }
        R33L3 {
            input: [36];
            a0: Linear(3);
        }
        R34L0 {
            input: [1];
            a0: LayerNorm(axes = 1, eps = 1e-2);
            a1: LayerNorm(eps = 0.1);
            a2: Tanh;
        }
        R35L1 {
            input: [1, 2, 1];
            a0: Tanh();
            a1: Conv2d(1 -> 3, kernel = 1, padding = (1, 2), dilation = (2, 1), groups = depthwise);
        }
        R35L2 {
            input: [1, 1, 2];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: MaxPool2d(3, stride = 2, padding = 1);
        }
        R36L0 {
            input: [3, 3, 6];
            a0: MaxPool2d(2, stride = (3, 2), padding = 0);
        }
        R36L2 {
            input: [3, 1, 3];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: Tanh;
            a2: LayerNorm;
        }
        R36L3 {
            input: [1, 1, 3];
            a0: Tanh();
            a1: Softplus;
            a2: Conv2d(1 -> 1, kernel = 1);
        }
        R39L0 {
            input: [3, 1];
            a0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            a1: Relu;
        }
        R41L1 {
            input: [2];
            a0: HardSwish();
            a1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        }
        R41L2 {
            input: [2];
            a0: Softmax(axis = 0);
            a1: LayerNorm(eps = 0.1);
        }
        R41L3 {
            input: [2, 1, 6];
            a0: LayerNorm(eps = 0.1);
            a1: Upsample2d(scale = (2, 1));
            a2: BatchNorm2d(2);
        }
        R41L4 {
            input: [2, 2, 6];
            a0: MaxPool2d(1, dilation = (2, 1));
            a1: Conv2d(2 -> 2, kernel = 1);
        }
        R42L0 {
            input: [4, 5];
            a0: HardSwish;
            a1: Linear(5 -> 5);
        }
        R43L1 {
            input: [7];
            a0: Softmax(axis = 0);
            a1: Tanh;
        }
        R43L3 {
            input: [7];
            a0: Relu();
        }
        R44L0 {
            input: [3, 4];
            a0: Linear(4 -> 4);
            a1: Relu;
        }
        R44L1 {
            input: [1, 6, 4];
            a0: Conv2d(1, kernel = 2, dilation = 2, groups = depthwise);
        }
        R45L0 {
            input: [1, 4, 2];
            a0: LogSoftmax(axis = 0);
            a1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R45L1 {
            input: [1, 4, 2];
            a0: Conv2d(4, kernel = (3, 2), stride = (1, 2), padding = (2, 1), dilation = (1, 2), groups = 1, bias = false);
            a1: BatchNorm2d(momentum = 0.3);
        }
        R45L2 {
            input: [4, 6, 1];
            a0: BatchNorm2d(4, eps = 0.1);
            a1: LeakyRelu(slope = -0.3);
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R45L3 {
            input: [1, 4, 2];
            a0: Tanh();
            a1: Elu;
            a2: Tanh;
        }
        R46L0 {
            input: [1, 1, 1];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: Sigmoid;
            a2: LayerNorm(axes = 1, eps = 0.1);
        }
        R46L2 {
            input: [2, 1, 5];
            a0: BatchNorm2d(eps = 1e-2);
            a1: Gelu(approximate = tanh);
        }
        R46L3 {
            input: [1, 3, 3];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Upsample2d(scale = 2);
        }
        R47L1 {
            input: [2];
            a0: Softplus;
            a1: Tanh();
        }
        R47L2 {
            input: [2];
            a0: Linear(_ -> 5);
            a1: BatchNorm1d;
        }
        R48L0 {
            input: [4];
            a0: Linear(4 -> 4);
            a1: Softplus();
        }
        R48L1 {
            input: [4];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R48L2 {
            input: [4];
            a0: Linear(4 -> 4);
            a1: Silu();
        }
        R49L1 {
            input: [3, 1, 1];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: Upsample2d((2, 3));
        }
        R49L2 {
            input: [4, 2, 1];
            a0: LayerNorm(axes = 1);
            a1: Upsample2d(1);
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R50L0 {
            input: [4, 5];
            a0: LayerNorm(eps = 0.1);
            a1: Linear(_ -> 2, bias = false);
        }
        R50L1 {
            input: [4, 5];
            a0: BatchNorm1d(eps = 0.1);
            a1: Linear(1, bias = true);
            a2: LayerNorm;
        }
        R50L2 {
            input: [4, 2];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: Sigmoid();
        }
        R51L0 {
            input: [1];
            a0: LayerNorm(eps = 0.1);
            a1: Linear(5);
        }
        R52L1 {
            input: [1, 3, 2];
            a0: Upsample2d(scale = (1, 3));
            a1: Tanh;
        }
        R52L3 {
            input: [1, 3, 6];
            a0: BatchNorm2d(1, eps = 1e-2);
            a1: Silu();
        }
        R54L0 {
            input: [2, 5, 1];
            a0: Tanh;
            a1: Conv2d(4, kernel = (2, 1), stride = (1, 2), padding = (0, 1), dilation = 2, bias = false);
        }
    }
    R0 {
        composed {
            input: [1];
            l0: Linear(4, bias = false);
            l2: LayerNorm(eps = 1e-2);
            l1: R0L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h1 = reshape(h1, [2, 1, 1, 1]);
                let h3 = l2(h1);
                let h4 = reshape(h3, [2, 1, 1]);
                let h5 = reshape(h1, [2, 1, 1]);
                (h4, h5)
            }
        }
        flat {
            input: [1];
            l0: Linear(4, bias = false);
            l2: LayerNorm(eps = 1e-2);
            l1_0: Tanh;
            l1_1: Linear(_ -> 2);
            l1_2: BatchNorm1d(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1_2(l1_1(l1_0(h0)));
                let h1 = reshape(h1, [2, 1, 1, 1]);
                let h3 = l2(h1);
                let h4 = reshape(h3, [2, 1, 1]);
                let h5 = reshape(h1, [2, 1, 1]);
                (h4, h5)
            }
        }
    }
    R30 {
        composed {
            input: [4, 3, 2];
            l1: LeakyRelu;
            l0: R30L0;
            fn forward(x0) {
                let x0 = l0(x0);
                let h1 = reshape(x0, [2, 2, 6, 1]);
                let h2 = l1(h1);
                let h2 = h1 * h2;
                let h4 = reshape(h2, [4, 6, 1]);
                let h5 = reshape(h2, [4, 6, 1]);
                (h4, h5)
            }
        }
        flat {
            input: [4, 3, 2];
            l1: LeakyRelu;
            l0_0: LayerNorm(axes = 2);
            l0_1: LayerNorm(axes = 3, eps = 1e-2);
            fn forward(x0) {
                let x0 = l0_1(l0_0(x0));
                let h1 = reshape(x0, [2, 2, 6, 1]);
                let h2 = l1(h1);
                let h2 = h1 * h2;
                let h4 = reshape(h2, [4, 6, 1]);
                let h5 = reshape(h2, [4, 6, 1]);
                (h4, h5)
            }
        }
    }
    R33 {
        composed {
            input: [4, 3, 3];
            l0: Gelu(approximate = none);
            l1: LeakyRelu(0.2);
            l2: R33L2;
            l3: R33L3;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(x0, [36]);
                let h2 = l0(x0);
                let h3 = h2 + h2;
                let h4 = log_softmax(h3, axis = 0);
                let h5 = max(l2(h4), axes = 1, keep = true);
                let h6 = l3(h1);
                (l1(h0), x0, h6, l0(h5))
            }
        }
        flat {
            input: [4, 3, 3];
            l0: Gelu(approximate = none);
            l1: LeakyRelu(0.2);
            l2_0: LeakyRelu;
            l2_1: LayerNorm(eps = 0.1);
            l3_0: Linear(3);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(x0, [36]);
                let h2 = l0(x0);
                let h3 = h2 + h2;
                let h4 = log_softmax(h3, axis = 0);
                let h5 = max(l2_1(l2_0(h4)), axes = 1, keep = true);
                let h6 = l3_0(h1);
                (l1(h0), x0, h6, l0(h5))
            }
        }
    }
    R34 {
        composed {
            input: [1];
            #[frozen] l1: Dropout;
            l0: R34L0;
            fn forward(x0) {
                let h0 = leaky_relu(x0, slope = -0.3) + x0;
                let h1 = l0(h0);
                let h1 = sum(h1, keep = false);
                let h3 = l1(x0);
                ((mean(h1, axis = 0, keep = true) - 0.5) / -1, h3)
            }
        }
        flat {
            input: [1];
            #[frozen] l1: Dropout;
            l0_0: LayerNorm(axes = 1, eps = 1e-2);
            l0_1: LayerNorm(eps = 0.1);
            l0_2: Tanh;
            fn forward(x0) {
                let h0 = leaky_relu(x0, slope = -0.3) + x0;
                let h1 = l0_2(l0_1(l0_0(h0)));
                let h1 = sum(h1, keep = false);
                let h3 = l1(x0);
                ((mean(h1, axis = 0, keep = true) - 0.5) / -1, h3)
            }
        }
    }
    R35 {
        composed {
            input: [1, 2, 2];
            l0: Dropout(0.0);
            l1: R35L1;
            l2: R35L2;
            fn forward(x0) {
                let h0 = slice(x0, 0..1, axis = 1);
                let h1 = l0(-1 * (h0 / 2));
                let h2 = transpose(elu(h1, 0.7));
                let h3 = l1(h2);
                let h4 = l2(h1);
                (h3, h4)
            }
        }
        flat {
            input: [1, 2, 2];
            l0: Dropout(0.0);
            l1_0: Tanh();
            l1_1: Conv2d(1 -> 3, kernel = 1, padding = (1, 2), dilation = (2, 1), groups = depthwise);
            l2_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l2_1: MaxPool2d(3, stride = 2, padding = 1);
            fn forward(x0) {
                let h0 = slice(x0, 0..1, axis = 1);
                let h1 = l0(-1 * (h0 / 2));
                let h2 = transpose(elu(h1, 0.7));
                let h3 = l1_1(l1_0(h2));
                let h4 = l2_1(l2_0(h1));
                (h3, h4)
            }
        }
    }
    R36 {
        composed {
            input x0: [3];
            input x1: [2, 1, 3];
            input x2: [3, 3, 6];
            l1: Tanh;
            l0: R36L0;
            l2: R36L2;
            l3: R36L3;
            train: l1, l2, l3;
            fn forward(x0, x1, x2) {
                let x2 = l0(x2);
                let h1 = hard_swish(x2);
                let h2 = l2(x2);
                let (h3_0, _h3_1, h3_2) = split(h2, axis = 0);
                let _h4 = l1(x0);
                (l1(h1), expand(x1, [2, 3, 3]), h3_2, l3(h3_0))
            }
        }
        flat {
            input x0: [3];
            input x1: [2, 1, 3];
            input x2: [3, 3, 6];
            l1: Tanh;
            l0_0: MaxPool2d(2, stride = (3, 2), padding = 0);
            l2_0: Conv2d(3 -> 3, kernel = 1);
            l2_1: Tanh;
            l2_2: LayerNorm;
            l3_0: Tanh();
            l3_1: Softplus;
            l3_2: Conv2d(1 -> 1, kernel = 1);
            train: l1, l2_0, l2_1, l2_2, l3_0, l3_1, l3_2;
            fn forward(x0, x1, x2) {
                let x2 = l0_0(x2);
                let h1 = hard_swish(x2);
                let h2 = l2_2(l2_1(l2_0(x2)));
                let (h3_0, _h3_1, h3_2) = split(h2, axis = 0);
                let _h4 = l1(x0);
                (l1(h1), expand(x1, [2, 3, 3]), h3_2, l3_2(l3_1(l3_0(h3_0))))
            }
        }
    }
    R39 {
        composed {
            input x0: [3, 1];
            input x1: [4, 4];
            l1: Silu();
            #[frozen] l2: Elu;
            #[frozen] l0: R39L0;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = transpose(0.5 * x1);
                let h2 = l0(h0);
                let h3 = l1(h2);
                let _x0 = l2(h1);
                let h3 = concat(h3, h3, h0, h0, axis = 0);
                let h6 = h3 + 1.5;
                h6
            }
        }
        flat {
            input x0: [3, 1];
            input x1: [4, 4];
            l1: Silu();
            #[frozen] l2: Elu;
            #[frozen] l0_0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            #[frozen] l0_1: Relu;
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x0));
                let h1 = transpose(0.5 * x1);
                let h2 = l0_1(l0_0(h0));
                let h3 = l1(h2);
                let _x0 = l2(h1);
                let h3 = concat(h3, h3, h0, h0, axis = 0);
                let h6 = h3 + 1.5;
                h6
            }
        }
    }
    R41 {
        composed {
            input x0: [2, 4];
            input x1: [2, 1, 6];
            input x2: [5];
            l0: Linear(5 -> 2, bias = true);
            l1: R41L1;
            l2: R41L2;
            l3: R41L3;
            l4: R41L4;
            fn forward(x0, x1, x2) {
                let h0 = leaky_relu(x2);
                let h1 = l0(h0);
                let (_h2_0, h2_1) = split(x0, axis = 0);
                let h3 = l0(x2);
                let h4 = l1(h1);
                let h5 = leaky_relu(h4, slope = -0.3);
                let (h6_0, h6_1) = split(h5);
                let h7 = l3(x1);
                let h8 = l4(h7);
                let h9 = flatten(h4);
                let h10 = flatten(h8);
                let h11 = concat(h10, h9);
                (h2_1, l1(h3), l2(h3), h6_1, concat(h1, h6_0), h11)
            }
        }
        flat {
            input x0: [2, 4];
            input x1: [2, 1, 6];
            input x2: [5];
            l0: Linear(5 -> 2, bias = true);
            l1_0: HardSwish();
            l1_1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
            l2_0: Softmax(axis = 0);
            l2_1: LayerNorm(eps = 0.1);
            l3_0: LayerNorm(eps = 0.1);
            l3_1: Upsample2d(scale = (2, 1));
            l3_2: BatchNorm2d(2);
            l4_0: MaxPool2d(1, dilation = (2, 1));
            l4_1: Conv2d(2 -> 2, kernel = 1);
            fn forward(x0, x1, x2) {
                let h0 = leaky_relu(x2);
                let h1 = l0(h0);
                let (_h2_0, h2_1) = split(x0, axis = 0);
                let h3 = l0(x2);
                let h4 = l1_1(l1_0(h1));
                let h5 = leaky_relu(h4, slope = -0.3);
                let (h6_0, h6_1) = split(h5);
                let h7 = l3_2(l3_1(l3_0(x1)));
                let h8 = l4_1(l4_0(h7));
                let h9 = flatten(h4);
                let h10 = flatten(h8);
                let h11 = concat(h10, h9);
                (h2_1, l1_1(l1_0(h3)), l2_1(l2_0(h3)), h6_1, concat(h1, h6_0), h11)
            }
        }
    }
    R42 {
        composed {
            input x0: [3, 3];
            input x1: [4, 2, 2];
            input x2: [4, 5];
            l1: Linear(_ -> 5, bias = false);
            l0: R42L0;
            fn forward(x0, x1, x2) {
                let h0 = x2 * x2;
                let h1 = slice(h0, ..3, axis = 0);
                let h2 = l0(silu(h0));
                let _h3 = concat(x1, (upsample2d(x1, scale = (2, 1))), axis = 1);
                let h4 = reshape(x0, [9]);
                let h5 = softmax(h1, axis = 1);
                let h6 = l0(h2);
                (h5, l1(h4), h2, h6)
            }
        }
        flat {
            input x0: [3, 3];
            input x1: [4, 2, 2];
            input x2: [4, 5];
            l1: Linear(_ -> 5, bias = false);
            l0_0: HardSwish;
            l0_1: Linear(5 -> 5);
            fn forward(x0, x1, x2) {
                let h0 = x2 * x2;
                let h1 = slice(h0, ..3, axis = 0);
                let h2 = l0_1(l0_0(silu(h0)));
                let _h3 = concat(x1, (upsample2d(x1, scale = (2, 1))), axis = 1);
                let h4 = reshape(x0, [9]);
                let h5 = softmax(h1, axis = 1);
                let h6 = l0_1(l0_0(h2));
                (h5, l1(h4), h2, h6)
            }
        }
    }
    R43 {
        composed {
            input x0: [7];
            input x1: [3, 1];
            l0: Silu;
            l2: HardSwish();
            l1: R43L1;
            l3: R43L3;
            fn forward(x0, x1) {
                let h0 = l0(x1);
                let h1 = matmul(h0, h0, transpose_a = true);
                let h2 = l0(x0);
                let h3 = l1(x0);
                let h4 = l2(h3);
                let h5 = l2(h3);
                let h6 = l2(h5);
                let h7 = l3(h6);
                let h8 = l1(h2);
                let h9 = transpose(x1);
                let h10 = h9 - h9;
                (h1, h4, slice(h7, 0..2), h8, h10)
            }
        }
        flat {
            input x0: [7];
            input x1: [3, 1];
            l0: Silu;
            l2: HardSwish();
            l1_0: Softmax(axis = 0);
            l1_1: Tanh;
            l3_0: Relu();
            fn forward(x0, x1) {
                let h0 = l0(x1);
                let h1 = matmul(h0, h0, transpose_a = true);
                let h2 = l0(x0);
                let h3 = l1_1(l1_0(x0));
                let h4 = l2(h3);
                let h5 = l2(h3);
                let h6 = l2(h5);
                let h7 = l3_0(h6);
                let h8 = l1_1(l1_0(h2));
                let h9 = transpose(x1);
                let h10 = h9 - h9;
                (h1, h4, slice(h7, 0..2), h8, h10)
            }
        }
    }
    R44 {
        composed {
            input x0: [3, 4];
            input x1: [2, 2] in 0..6;
            input x2: [1, 2, 4];
            input x3: [1, 2, 4];
            l2: Embedding(4);
            l0: R44L0;
            l1: R44L1;
            fn forward(x0, x1, x2, x3) {
                let h0 = l0(x0);
                let h1 = permute(l1(concat(x2, x3, x3, axis = 1)), [0, 1, 2]);
                let h1 = max(h1, axes = (1, 2), keep = true);
                let h3 = concat(x0, h0, x0, axis = 1);
                let h4 = reshape(expand(h3, [3, 12]), [6, 1, 6, 1]);
                let h5 = h1 - 2;
                let h6 = l2(x1);
                let h7 = reshape(h4, [6, 6, 1]);
                (h7, h5, h6)
            }
        }
        flat {
            input x0: [3, 4];
            input x1: [2, 2] in 0..6;
            input x2: [1, 2, 4];
            input x3: [1, 2, 4];
            l2: Embedding(4);
            l0_0: Linear(4 -> 4);
            l0_1: Relu;
            l1_0: Conv2d(1, kernel = 2, dilation = 2, groups = depthwise);
            fn forward(x0, x1, x2, x3) {
                let h0 = l0_1(l0_0(x0));
                let h1 = permute(l1_0(concat(x2, x3, x3, axis = 1)), [0, 1, 2]);
                let h1 = max(h1, axes = (1, 2), keep = true);
                let h3 = concat(x0, h0, x0, axis = 1);
                let h4 = reshape(expand(h3, [3, 12]), [6, 1, 6, 1]);
                let h5 = h1 - 2;
                let h6 = l2(x1);
                let h7 = reshape(h4, [6, 6, 1]);
                (h7, h5, h6)
            }
        }
    }
    R45 {
        composed {
            input: [1, 4, 2];
            l0: R45L0;
            l1: R45L1;
            l2: R45L2;
            l3: R45L3;
            fn forward(x0) {
                let h0 = sigmoid(x0);
                let h0 = l0(x0 - h0);
                let h0 = h0 + 3.0;
                let h3 = l1(h0);
                let h4 = permute(x0, [1, 0, 2]);
                let h5 = l2(h3);
                let h6 = l0(h0);
                let x0 = l3(h0);
                let h8 = l3(h6);
                (h4, x0, softmax(softplus(h5), axis = 2), h8)
            }
        }
        flat {
            input: [1, 4, 2];
            l0_0: LogSoftmax(axis = 0);
            l0_1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l1_0: Conv2d(4, kernel = (3, 2), stride = (1, 2), padding = (2, 1), dilation = (1, 2), groups = 1, bias = false);
            l1_1: BatchNorm2d(momentum = 0.3);
            l2_0: BatchNorm2d(4, eps = 0.1);
            l2_1: LeakyRelu(slope = -0.3);
            l2_2: Conv2d(4 -> 4, kernel = 1);
            l3_0: Tanh();
            l3_1: Elu;
            l3_2: Tanh;
            fn forward(x0) {
                let h0 = sigmoid(x0);
                let h0 = l0_1(l0_0(x0 - h0));
                let h0 = h0 + 3.0;
                let h3 = l1_1(l1_0(h0));
                let h4 = permute(x0, [1, 0, 2]);
                let h5 = l2_2(l2_1(l2_0(h3)));
                let h6 = l0_1(l0_0(h0));
                let x0 = l3_2(l3_1(l3_0(h0)));
                let h8 = l3_2(l3_1(l3_0(h6)));
                (h4, x0, softmax(softplus(h5), axis = 2), h8)
            }
        }
    }
    R46 {
        composed {
            input x0: [1, 3, 3];
            input x1: [2, 1, 5];
            input x2: [1, 3, 3];
            l1: LogSoftmax(axis = 1);
            l0: R46L0;
            l2: R46L2;
            l3: R46L3;
            fn forward(x0, x1, x2) {
                let h0 = max(x1, axes = (0, 1, 2), keep = true);
                let h1 = l1((softmax(h0, axis = 1)));
                let h2 = permute(h1, [1, 0, 2]);
                let h3 = x2 * (permute(x0, [0, 1, 2]) + x0);
                let h4 = l3(h3);
                (l0(h0), h2, l2(x1), h4)
            }
        }
        flat {
            input x0: [1, 3, 3];
            input x1: [2, 1, 5];
            input x2: [1, 3, 3];
            l1: LogSoftmax(axis = 1);
            l0_0: LayerNorm(axes = 3, eps = 0.1);
            l0_1: Sigmoid;
            l0_2: LayerNorm(axes = 1, eps = 0.1);
            l2_0: BatchNorm2d(eps = 1e-2);
            l2_1: Gelu(approximate = tanh);
            l3_0: LayerNorm(axes = 1, eps = 0.1);
            l3_1: Upsample2d(scale = 2);
            fn forward(x0, x1, x2) {
                let h0 = max(x1, axes = (0, 1, 2), keep = true);
                let h1 = l1((softmax(h0, axis = 1)));
                let h2 = permute(h1, [1, 0, 2]);
                let h3 = x2 * (permute(x0, [0, 1, 2]) + x0);
                let h4 = l3_1(l3_0(h3));
                (l0_2(l0_1(l0_0(h0))), h2, l2_1(l2_0(x1)), h4)
            }
        }
    }
    R47 {
        composed {
            input: [4, 2];
            l0: Gelu;
            l1: R47L1;
            l2: R47L2;
            fn forward(x0) {
                let h0 = elu(x0 + x0, 0.7);
                let _h1 = l0(h0);
                let h2 = gelu(x0, approximate = tanh);
                let h3 = matmul(h2, h2, transpose_a = true, transpose_b = false);
                let h4 = l0(h3);
                let h5 = sum(h4, axis = 1, keep = false);
                let h6 = l1(h5);
                let h7 = tanh(h5);
                (l2(h6), h7, h7 / 2)
            }
        }
        flat {
            input: [4, 2];
            l0: Gelu;
            l1_0: Softplus;
            l1_1: Tanh();
            l2_0: Linear(_ -> 5);
            l2_1: BatchNorm1d;
            fn forward(x0) {
                let h0 = elu(x0 + x0, 0.7);
                let _h1 = l0(h0);
                let h2 = gelu(x0, approximate = tanh);
                let h3 = matmul(h2, h2, transpose_a = true, transpose_b = false);
                let h4 = l0(h3);
                let h5 = sum(h4, axis = 1, keep = false);
                let h6 = l1_1(l1_0(h5));
                let h7 = tanh(h5);
                (l2_1(l2_0(h6)), h7, h7 / 2)
            }
        }
    }
    R48 {
        composed {
            input x0: [1, 5] in 0..3;
            input x1: [1, 4, 5];
            l0: R48L0;
            l1: R48L1;
            l2: R48L2;
            fn forward(_x0, x1) {
                let h0 = relu(permute(x1, [0, 2, 1]));
                let h1 = h0 - h0;
                let h2 = expand(h1, [4, 5, 4]);
                let h3 = gelu(h2, approximate = tanh);
                let x1 = sum(h3, axes = (0, 1), keep = false);
                let h5 = expand(l0(x1 + x1), [4]);
                let h0 = l1(h5);
                let h7 = l2(h0);
                let h8 = l0(h7);
                h8
            }
        }
        flat {
            input x0: [1, 5] in 0..3;
            input x1: [1, 4, 5];
            l0_0: Linear(4 -> 4);
            l0_1: Softplus();
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: LayerNorm(axes = 1, eps = 1e-2);
            l2_0: Linear(4 -> 4);
            l2_1: Silu();
            fn forward(_x0, x1) {
                let h0 = relu(permute(x1, [0, 2, 1]));
                let h1 = h0 - h0;
                let h2 = expand(h1, [4, 5, 4]);
                let h3 = gelu(h2, approximate = tanh);
                let x1 = sum(h3, axes = (0, 1), keep = false);
                let h5 = expand(l0_1(l0_0(x1 + x1)), [4]);
                let h0 = l1_1(l1_0(h5));
                let h7 = l2_1(l2_0(h0));
                let h8 = l0_1(l0_0(h7));
                h8
            }
        }
    }
    R49 {
        composed {
            input: [1, 4, 2];
            l0: Conv2d(1 -> 3, kernel = 1, stride = (1, 2), padding = valid);
            l1: R49L1;
            l2: R49L2;
            fn forward(x0) {
                let h0 = transpose(max_pool2d(x0, 1, stride = 2, padding = same, dilation = 2));
                let h0 = l0(h0);
                let h2 = l1(h0);
                let h3 = softplus(h2);
                (h3, l2(permute(x0, [1, 2, 0])), x0)
            }
        }
        flat {
            input: [1, 4, 2];
            l0: Conv2d(1 -> 3, kernel = 1, stride = (1, 2), padding = valid);
            l1_0: Conv2d(3 -> 3, kernel = 1);
            l1_1: Upsample2d((2, 3));
            l2_0: LayerNorm(axes = 1);
            l2_1: Upsample2d(1);
            l2_2: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0) {
                let h0 = transpose(max_pool2d(x0, 1, stride = 2, padding = same, dilation = 2));
                let h0 = l0(h0);
                let h2 = l1_1(l1_0(h0));
                let h3 = softplus(h2);
                (h3, l2_2(l2_1(l2_0(permute(x0, [1, 2, 0])))), x0)
            }
        }
    }
    R50 {
        composed {
            input: [4, 5];
            l0: R50L0;
            l1: R50L1;
            l2: R50L2;
            fn forward(x0) {
                let h0 = x0 * x0;
                let h1 = elu(x0, 0.7);
                let h1 = l0(h1);
                let h3 = expand(h0, [4, 5]);
                let h4 = l1(h3);
                let h5 = l2(h1 + h1);
                (h4, h5)
            }
        }
        flat {
            input: [4, 5];
            l0_0: LayerNorm(eps = 0.1);
            l0_1: Linear(_ -> 2, bias = false);
            l1_0: BatchNorm1d(eps = 0.1);
            l1_1: Linear(1, bias = true);
            l1_2: LayerNorm;
            l2_0: LayerNorm(axes = 2, eps = 0.1);
            l2_1: Sigmoid();
            fn forward(x0) {
                let h0 = x0 * x0;
                let h1 = elu(x0, 0.7);
                let h1 = l0_1(l0_0(h1));
                let h3 = expand(h0, [4, 5]);
                let h4 = l1_2(l1_1(l1_0(h3)));
                let h5 = l2_1(l2_0(h1 + h1));
                (h4, h5)
            }
        }
    }
    R51 {
        composed {
            input: [2, 4, 5];
            l1: Elu(alpha = 1.5);
            l0: R51L0;
            fn forward(x0) {
                let h0 = max(reshape(x0, [40]), keep = true);
                let h1 = h0 + h0;
                let h2 = max(l0(h1), axes = 0, keep = true) * l1(h0);
                (permute(x0, [0, 1, 2]), l1(l1(h2)))
            }
        }
        flat {
            input: [2, 4, 5];
            l1: Elu(alpha = 1.5);
            l0_0: LayerNorm(eps = 0.1);
            l0_1: Linear(5);
            fn forward(x0) {
                let h0 = max(reshape(x0, [40]), keep = true);
                let h1 = h0 + h0;
                let h2 = max(l0_1(l0_0(h1)), axes = 0, keep = true) * l1(h0);
                (permute(x0, [0, 1, 2]), l1(l1(h2)))
            }
        }
    }
    R52 {
        composed {
            input x0: [1, 2] in 0..4;
            input x1: [4, 6, 1];
            input x2: [2, 4, 1];
            input x3: [1, 3, 6];
            l0: Embedding(3);
            l2: LogSoftmax(axis = 1);
            l1: R52L1;
            l3: R52L3;
            train: l0, l2;
            fn forward(x0, _x1, x2, x3) {
                let h0 = l0(x0);
                let h1 = transpose(l0(x0));
                let h2 = l2(x2);
                let h3 = elu(h2, alpha = 1.5);
                let h4 = l0(x0);
                let h5 = permute(h3, [2, 1, 0]);
                (h0, l1(h1) + x3, sigmoid(h4), h5, l3(x3), h0)
            }
        }
        flat {
            input x0: [1, 2] in 0..4;
            input x1: [4, 6, 1];
            input x2: [2, 4, 1];
            input x3: [1, 3, 6];
            l0: Embedding(3);
            l2: LogSoftmax(axis = 1);
            l1_0: Upsample2d(scale = (1, 3));
            l1_1: Tanh;
            l3_0: BatchNorm2d(1, eps = 1e-2);
            l3_1: Silu();
            train: l0, l2;
            fn forward(x0, _x1, x2, x3) {
                let h0 = l0(x0);
                let h1 = transpose(l0(x0));
                let h2 = l2(x2);
                let h3 = elu(h2, alpha = 1.5);
                let h4 = l0(x0);
                let h5 = permute(h3, [2, 1, 0]);
                (h0, l1_1(l1_0(h1)) + x3, sigmoid(h4), h5, l3_1(l3_0(x3)), h0)
            }
        }
    }
    R54 {
        composed {
            input x0: [2, 5, 2];
            input x1: [7];
            input x2: [7];
            l1: Dropout(p = 0.25);
            l0: R54L0;
            fn forward(x0, x1, _x2) {
                let (h0_0, h0_1) = split(x0, axis = 2);
                let h1 = upsample2d(h0_1, (1, 3));
                let h2 = l0(h0_0);
                let h3 = x1 * 2;
                let _h4 = l1(h1);
                let h5 = flatten(reshape(h1, [30]));
                let h6 = flatten(-0.7 * h2);
                let h7 = concat(h6, h5);
                (transpose(sigmoid(h1)), l0(h0_1), h1, l0(h0_0), h3, h7)
            }
        }
        flat {
            input x0: [2, 5, 2];
            input x1: [7];
            input x2: [7];
            l1: Dropout(p = 0.25);
            l0_0: Tanh;
            l0_1: Conv2d(4, kernel = (2, 1), stride = (1, 2), padding = (0, 1), dilation = 2, bias = false);
            fn forward(x0, x1, _x2) {
                let (h0_0, h0_1) = split(x0, axis = 2);
                let h1 = upsample2d(h0_1, (1, 3));
                let h2 = l0_1(l0_0(h0_0));
                let h3 = x1 * 2;
                let _h4 = l1(h1);
                let h5 = flatten(reshape(h1, [30]));
                let h6 = flatten(-0.7 * h2);
                let h7 = concat(h6, h5);
                (transpose(sigmoid(h1)), l0_1(l0_0(h0_1)), h1, l0_1(l0_0(h0_0)), h3, h7)
            }
        }
    }
}

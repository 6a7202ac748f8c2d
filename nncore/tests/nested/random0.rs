//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        R0L1 {
            input: [1, 3];
            a0: Tanh;
            a1: Conv1d(1 -> 3, kernel = 2, stride = 2, padding = 2, bias = true);
            a2: BatchNorm1d(eps = 0.1);
        }
        R100L0 {
            input: [2, 3];
            a0: HardSwish();
        }
        R100L1 {
            input: [2, 3];
            a0: Linear(3 -> 3);
            a1: Linear(3, bias = true);
        }
        R100L2 {
            input: [2, 3];
            a0: Glu;
        }
        R100L3 {
            input: [2, 3];
            a0: Softmax(axis = 0);
            a1: BatchNorm1d(eps = 0.1, momentum = 0.3);
        }
        R101L0 {
            input: [4, 3];
            a0: PRelu(1);
            a1: BatchNorm1d(momentum = 0.3);
        }
        R101L1 {
            input: [2, 4];
            a0: BatchNorm1d(2, eps = 0.1);
            a1: Conv1d(2 -> 1, kernel = 3, padding = 2, bias = true);
            a2: Linear(6 -> 6);
        }
        R101L2 {
            input: [1, 6];
            a0: Tanh();
            a1: Linear(6 -> 1, bias = false);
            a2: Tanh;
        }
        R102L0 {
            input: [6];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Glu;
            a2: LayerNorm(axes = 1, eps = 0.1);
        }
        R102L2 {
            input: [3];
            a0: BatchNorm1d(eps = 1e-2);
            a1: Relu();
        }
        R103L1 {
            input: [2, 1, 1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: GlobalAvgPool2d;
        }
        R103L2 {
            input: [2, 1, 1];
            a0: LayerNorm(eps = 0.1);
            a1: Tanh();
        }
        R103L3 {
            input: [6, 1, 1];
            a0: PRelu(6);
            a1: BatchNorm2d;
        }
        R103L4 {
            input: [6, 1, 1];
            a0: Conv2d(6 -> 6, kernel = 1);
            a1: HardSwish();
        }
        R104L0 {
            input: [1, 3];
            a0: LayerNorm(axes = 2);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R104L1 {
            input: [1, 3];
            a0: Linear(3 -> 3);
            a1: Silu;
        }
        R105L1 {
            input: [3, 2, 1];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: Conv2d(3 -> 3, kernel = 2, stride = (1, 2), padding = (0, 1), groups = depthwise, bias = false);
        }
        R106L0 {
            input: [3, 1, 4];
            a0: LayerNorm(axes = 1);
            a1: HardSwish;
            a2: Conv2d(3 -> 3, kernel = 1);
        }
        R106L1 {
            input: [3, 1, 4];
            a0: LayerNorm(eps = 0.1);
            a1: Conv2d(_ -> 1, kernel = (1, 2), stride = 2, padding = 1, dilation = 2, groups = 1);
        }
        R1L1 {
            input: [4, 5, 6];
            a0: Conv2d(4 -> 4, kernel = 2, stride = (2, 1), padding = valid, dilation = 2, groups = 4);
            a1: LayerNorm(axes = 3, eps = 1e-2);
        }
        R20L2 {
            input: [4, 1];
            a0: Linear(_ -> 3);
        }
        R21L3 {
            input: [60];
            a0: LayerNorm(axes = 1, eps = 1e-2);
            a1: Linear(_ -> 1, bias = true);
            a2: Tanh;
        }
        R28L0 {
            input: [6];
            a0: Tanh();
            a1: LayerNorm(axes = 1);
        }
        R28L1 {
            input: [6];
            a0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            a1: Gelu(approximate = tanh);
        }
        R3L1 {
            input: [1, 1, 5];
            a0: BatchNorm2d(eps = 1e-2);
            a1: LayerNorm(eps = 0.1);
        }
        R76L0 {
            input: [1];
            a0: LogSoftmax(axis = 0);
        }
        R76L1 {
            input: [1];
            a0: Linear(1 -> 1);
            a1: LayerNorm(eps = 1e-2);
            a2: LayerNorm;
        }
        R79L1 {
            input: [2, 4, 3];
            a0: Tanh();
            a1: ConvTranspose2d(_ -> 1, kernel = (2, 3), stride = 1, padding = (1, 0), bias = false);
            a2: Conv2d(1 -> 1, kernel = 1);
        }
        R82L0 {
            input: [4, 5, 4];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: LayerNorm(eps = 0.1);
        }
        R90L1 {
            input: [1, 3, 4];
            a0: GlobalAvgPool2d;
            a1: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
        }
        R91L1 {
            input: [6, 1, 1];
            a0: Upsample2d((3, 2));
            a1: LayerNorm(eps = 0.1);
        }
        R98L0 {
            input: [2, 4, 1];
            a0: LayerNorm(eps = 0.1);
            a1: PixelShuffle(1);
            a2: BatchNorm2d(2);
        }
        R98L1 {
            input: [2, 4, 1];
            a0: AvgPool2d(kernel = 3, padding = 1, count_include_pad = false);
            a1: Conv2d(2 -> 2, kernel = 1);
        }
        R98L2 {
            input: [2, 1];
            a0: Linear(1 -> 2, bias = true);
            a1: Linear(2 -> 2);
        }
        R99L1 {
            input: [4, 1, 2];
            a0: Glu(axis = 2);
            a1: Tanh;
        }
    }
    R0 {
        composed {
            input: [1, 3];
            l0: LayerNorm(axes = 2, eps = 0.1);
            l1: R0L1;
            fn forward(x0) {
                let x0 = l0(x0);
                let x0 = reshape(l1(x0), [3, 1, 3, 1]);
                let h2 = x0 * x0;
                let h3 = reshape(h2, [3, 3, 1]);
                let h4 = reshape(x0, [3, 3, 1]);
                (h3, h4)
            }
        }
        flat {
            input: [1, 3];
            l0: LayerNorm(axes = 2, eps = 0.1);
            l1_0: Tanh;
            l1_1: Conv1d(1 -> 3, kernel = 2, stride = 2, padding = 2, bias = true);
            l1_2: BatchNorm1d(eps = 0.1);
            fn forward(x0) {
                let x0 = l0(x0);
                let x0 = reshape(l1_2(l1_1(l1_0(x0))), [3, 1, 3, 1]);
                let h2 = x0 * x0;
                let h3 = reshape(h2, [3, 3, 1]);
                let h4 = reshape(x0, [3, 3, 1]);
                (h3, h4)
            }
        }
    }
    R1 {
        composed {
            input: [4, 5, 6];
            l0: LayerNorm(axes = 2);
            #[frozen] l2: LayerNorm(axes = 4, eps = 0.1);
            #[frozen] l1: R1L1;
            fn forward(x0) {
                let h0 = reshape(l1((l0(x0))), [1, 4, 2, 4, 1]);
                let h1 = l2(h0);
                let h2 = reshape(h1, [8, 4, 1]);
                h2
            }
        }
        flat {
            input: [4, 5, 6];
            l0: LayerNorm(axes = 2);
            #[frozen] l2: LayerNorm(axes = 4, eps = 0.1);
            #[frozen] l1_0: Conv2d(4 -> 4, kernel = 2, stride = (2, 1), padding = valid, dilation = 2, groups = 4);
            #[frozen] l1_1: LayerNorm(axes = 3, eps = 1e-2);
            fn forward(x0) {
                let h0 = reshape(l1_1(l1_0((l0(x0)))), [1, 4, 2, 4, 1]);
                let h1 = l2(h0);
                let h2 = reshape(h1, [8, 4, 1]);
                h2
            }
        }
    }
    R3 {
        composed {
            input: [1, 1, 5];
            l0: LayerNorm(axes = 2, eps = 0.1);
            l1: R3L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = reshape(h1, [1, 1, 1, 5, 1, 1]);
                let h1 = h2 * h2;
                let h4 = reshape(h1, [5, 1, 1]);
                h4
            }
        }
        flat {
            input: [1, 1, 5];
            l0: LayerNorm(axes = 2, eps = 0.1);
            l1_0: BatchNorm2d(eps = 1e-2);
            l1_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1_1(l1_0(h0));
                let h2 = reshape(h1, [1, 1, 1, 5, 1, 1]);
                let h1 = h2 * h2;
                let h4 = reshape(h1, [5, 1, 1]);
                h4
            }
        }
    }
    R20 {
        composed {
            input: [1, 4, 6];
            l0: LayerNorm(eps = 1e-2);
            l1: Relu();
            l2: R20L2;
            fn forward(x0) {
                let h0 = reshape(x0, [1, 6, 4, 1]);
                let h1 = l0(h0);
                let h2 = sum(l1(h1), axes = (0, 1));
                let h3 = l2(h2);
                h3
            }
        }
        flat {
            input: [1, 4, 6];
            l0: LayerNorm(eps = 1e-2);
            l1: Relu();
            l2_0: Linear(_ -> 3);
            fn forward(x0) {
                let h0 = reshape(x0, [1, 6, 4, 1]);
                let h1 = l0(h0);
                let h2 = sum(l1(h1), axes = (0, 1));
                let h3 = l2_0(h2);
                h3
            }
        }
    }
    R21 {
        composed {
            input: [2, 6, 5];
            l0: LayerNorm(axes = 5, eps = 0.1);
            l1: LeakyRelu(0);
            l2: Flatten;
            l3: R21L3;
            fn forward(x0) {
                let h0 = l0((reshape(x0, [4, 5, 3, 1, 1, 1])));
                let h1 = l1(h0);
                let h2 = l3(l2(h1));
                h2
            }
        }
        flat {
            input: [2, 6, 5];
            l0: LayerNorm(axes = 5, eps = 0.1);
            l1: LeakyRelu(0);
            l2: Flatten;
            l3_0: LayerNorm(axes = 1, eps = 1e-2);
            l3_1: Linear(_ -> 1, bias = true);
            l3_2: Tanh;
            fn forward(x0) {
                let h0 = l0((reshape(x0, [4, 5, 3, 1, 1, 1])));
                let h1 = l1(h0);
                let h2 = l3_2(l3_1(l3_0(l2(h1))));
                h2
            }
        }
    }
    R28 {
        composed {
            input: [6];
            l0: R28L0;
            l1: R28L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h0 = l1(h0);
                let h2 = reshape(h0, [2, 1, 1, 3, 1]);
                let h0 = h2 * h2;
                let h4 = reshape(h0, [2, 3, 1]);
                h4
            }
        }
        flat {
            input: [6];
            l0_0: Tanh();
            l0_1: LayerNorm(axes = 1);
            l1_0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l1_1: Gelu(approximate = tanh);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h0 = l1_1(l1_0(h0));
                let h2 = reshape(h0, [2, 1, 1, 3, 1]);
                let h0 = h2 * h2;
                let h4 = reshape(h0, [2, 3, 1]);
                h4
            }
        }
    }
    R76 {
        composed {
            input: [6];
            l0: R76L0;
            l1: R76L1;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5) = split(x0, axis = 0);
                let h1 = l0(h0_2);
                let h2 = flatten(h0_0);
                let h3 = flatten(h0_2);
                let h4 = concat(h3, h2);
                let h5 = flatten(h4);
                let h6 = flatten((l1(h1)));
                let h7 = concat(h6, h5);
                (h0_0, h0_1, h0_3, h0_4, h0_5, h7)
            }
        }
        flat {
            input: [6];
            l0_0: LogSoftmax(axis = 0);
            l1_0: Linear(1 -> 1);
            l1_1: LayerNorm(eps = 1e-2);
            l1_2: LayerNorm;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5) = split(x0, axis = 0);
                let h1 = l0_0(h0_2);
                let h2 = flatten(h0_0);
                let h3 = flatten(h0_2);
                let h4 = concat(h3, h2);
                let h5 = flatten(h4);
                let h6 = flatten((l1_2(l1_1(l1_0(h1)))));
                let h7 = concat(h6, h5);
                (h0_0, h0_1, h0_3, h0_4, h0_5, h7)
            }
        }
    }
    R79 {
        composed {
            input: [1, 6, 4];
            l0: LayerNorm;
            l1: R79L1;
            fn forward(x0) {
                let h0 = reshape(x0, [12, 1, 2, 1, 1, 1]);
                let h0 = l0(h0);
                let h2 = reshape(h0, [2, 4, 3]);
                let h3 = l1(h2);
                let h4 = h3 + h3;
                h4
            }
        }
        flat {
            input: [1, 6, 4];
            l0: LayerNorm;
            l1_0: Tanh();
            l1_1: ConvTranspose2d(_ -> 1, kernel = (2, 3), stride = 1, padding = (1, 0), bias = false);
            l1_2: Conv2d(1 -> 1, kernel = 1);
            fn forward(x0) {
                let h0 = reshape(x0, [12, 1, 2, 1, 1, 1]);
                let h0 = l0(h0);
                let h2 = reshape(h0, [2, 4, 3]);
                let h3 = l1_2(l1_1(l1_0(h2)));
                let h4 = h3 + h3;
                h4
            }
        }
    }
    R82 {
        composed {
            input: [4, 5, 4];
            l1: Softplus;
            l0: R82L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(reshape(h0, [10, 4, 1, 1, 2, 1]));
                let x0 = h1 * h1;
                let h3 = reshape(h1, [40, 2, 1]);
                let h4 = reshape(x0, [40, 2, 1]);
                (h3, h4)
            }
        }
        flat {
            input: [4, 5, 4];
            l1: Softplus;
            l0_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l0_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1(reshape(h0, [10, 4, 1, 1, 2, 1]));
                let x0 = h1 * h1;
                let h3 = reshape(h1, [40, 2, 1]);
                let h4 = reshape(x0, [40, 2, 1]);
                (h3, h4)
            }
        }
    }
    R90 {
        composed {
            input: [1, 6, 6];
            l0: LayerNorm(eps = 1e-2);
            l1: R90L1;
            fn forward(x0) {
                let h0 = reshape(x0, [1, 3, 4, 3]);
                let h0 = max(l0(h0), axes = 3);
                let h2 = l1(h0);
                h2 + h2
            }
        }
        flat {
            input: [1, 6, 6];
            l0: LayerNorm(eps = 1e-2);
            l1_0: GlobalAvgPool2d;
            l1_1: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
            fn forward(x0) {
                let h0 = reshape(x0, [1, 3, 4, 3]);
                let h0 = max(l0(h0), axes = 3);
                let h2 = l1_1(l1_0(h0));
                h2 + h2
            }
        }
    }
    R91 {
        composed {
            input: [1, 3, 6];
            l0: LayerNorm;
            l1: R91L1;
            fn forward(x0) {
                let x0 = l0(reshape(x0, [6, 3, 1, 1, 1, 1]));
                let h1 = l1(max(x0, axes = (1, 2, 5)));
                let h2 = reshape(x0, [18, 1, 1]);
                (h2, h1)
            }
        }
        flat {
            input: [1, 3, 6];
            l0: LayerNorm;
            l1_0: Upsample2d((3, 2));
            l1_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let x0 = l0(reshape(x0, [6, 3, 1, 1, 1, 1]));
                let h1 = l1_1(l1_0(max(x0, axes = (1, 2, 5))));
                let h2 = reshape(x0, [18, 1, 1]);
                (h2, h1)
            }
        }
    }
    R98 {
        composed {
            input: [2, 4, 1];
            l0: R98L0;
            l1: R98L1;
            l2: R98L2;
            fn forward(x0) {
                let h0 = upsample2d(x0, 1);
                let h1 = mean(h0, axis = 1);
                let h2 = l1(l0(x0));
                let _h3 = dropout(h2, 0.3);
                let h4 = avg_pool2d(h0, kernel = 1, count_include_pad = true);
                (elu(h1, 0.7), h4, l2(h1))
            }
        }
        flat {
            input: [2, 4, 1];
            l0_0: LayerNorm(eps = 0.1);
            l0_1: PixelShuffle(1);
            l0_2: BatchNorm2d(2);
            l1_0: AvgPool2d(kernel = 3, padding = 1, count_include_pad = false);
            l1_1: Conv2d(2 -> 2, kernel = 1);
            l2_0: Linear(1 -> 2, bias = true);
            l2_1: Linear(2 -> 2);
            fn forward(x0) {
                let h0 = upsample2d(x0, 1);
                let h1 = mean(h0, axis = 1);
                let h2 = l1_1(l1_0(l0_2(l0_1(l0_0(x0)))));
                let _h3 = dropout(h2, 0.3);
                let h4 = avg_pool2d(h0, kernel = 1, count_include_pad = true);
                (elu(h1, 0.7), h4, l2_1(l2_0(h1)))
            }
        }
    }
    R99 {
        composed {
            input x0: [3, 5];
            input x1: [1, 5, 4];
            input x2: [4, 1, 2];
            l0: PixelShuffle(1);
            l2: Conv1d(3 -> 3, kernel = 3, stride = 2, padding = 0, groups = depthwise, bias = false);
            l1: R99L1;
            fn forward(x0, x1, x2) {
                let _h0 = avg_pool2d(l0(x1), kernel = 3, stride = (3, 2), padding = same, count_include_pad = true);
                let h1 = matmul(x1, x1, transpose_a = false, transpose_b = true);
                let _h2 = h1 * h1;
                let h3 = l1(x2);
                let h4 = l2(x0);
                (h3, h4)
            }
        }
        flat {
            input x0: [3, 5];
            input x1: [1, 5, 4];
            input x2: [4, 1, 2];
            l0: PixelShuffle(1);
            l2: Conv1d(3 -> 3, kernel = 3, stride = 2, padding = 0, groups = depthwise, bias = false);
            l1_0: Glu(axis = 2);
            l1_1: Tanh;
            fn forward(x0, x1, x2) {
                let _h0 = avg_pool2d(l0(x1), kernel = 3, stride = (3, 2), padding = same, count_include_pad = true);
                let h1 = matmul(x1, x1, transpose_a = false, transpose_b = true);
                let _h2 = h1 * h1;
                let h3 = l1_1(l1_0(x2));
                let h4 = l2(x0);
                (h3, h4)
            }
        }
    }
    R100 {
        composed {
            input x0: [2, 3];
            input x1: [3, 2];
            l4: Sigmoid();
            l0: R100L0;
            l1: R100L1;
            l2: R100L2;
            l3: R100L3;
            fn forward(x0, x1) {
                let h0 = l1(l0(x0));
                let h1 = l2(h0);
                let h2 = l0(x0);
                let h3 = log_softmax(h2, axis = 0) + zeros([2, 3]);
                let h3 = l3(h3);
                let h5 = transpose(h3);
                let h6 = l3(h3);
                let h7 = h2 * h6;
                (h1, h5 + x1, l4(h7))
            }
        }
        flat {
            input x0: [2, 3];
            input x1: [3, 2];
            l4: Sigmoid();
            l0_0: HardSwish();
            l1_0: Linear(3 -> 3);
            l1_1: Linear(3, bias = true);
            l2_0: Glu;
            l3_0: Softmax(axis = 0);
            l3_1: BatchNorm1d(eps = 0.1, momentum = 0.3);
            fn forward(x0, x1) {
                let h0 = l1_1(l1_0(l0_0(x0)));
                let h1 = l2_0(h0);
                let h2 = l0_0(x0);
                let h3 = log_softmax(h2, axis = 0) + zeros([2, 3]);
                let h3 = l3_1(l3_0(h3));
                let h5 = transpose(h3);
                let h6 = l3_1(l3_0(h3));
                let h7 = h2 * h6;
                (h1, h5 + x1, l4(h7))
            }
        }
    }
    R101 {
        composed {
            input x0: [4, 3];
            input x1: [4, 3];
            l0: R101L0;
            l1: R101L1;
            l2: R101L2;
            train: l1;
            fn forward(x0, x1) {
                let h0 = l0(x0) + x1;
                let h1 = expand(max(h0, axes = (0, 1), keep = true), [2, 4]);
                let h2 = l2(l1(h1));
                let h3 = expand(x0, [4, 3]);
                let h4 = concat(h0, x0, h0, h3, axis = 1);
                let h5 = h1 * h1;
                let h6 = matmul(h5, h5 - 3.0, transpose_b = true);
                (h2, h4, h6)
            }
        }
        flat {
            input x0: [4, 3];
            input x1: [4, 3];
            l0_0: PRelu(1);
            l0_1: BatchNorm1d(momentum = 0.3);
            l1_0: BatchNorm1d(2, eps = 0.1);
            l1_1: Conv1d(2 -> 1, kernel = 3, padding = 2, bias = true);
            l1_2: Linear(6 -> 6);
            l2_0: Tanh();
            l2_1: Linear(6 -> 1, bias = false);
            l2_2: Tanh;
            train: l1_0, l1_1, l1_2;
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x0)) + x1;
                let h1 = expand(max(h0, axes = (0, 1), keep = true), [2, 4]);
                let h2 = l2_2(l2_1(l2_0(l1_2(l1_1(l1_0(h1))))));
                let h3 = expand(x0, [4, 3]);
                let h4 = concat(h0, x0, h0, h3, axis = 1);
                let h5 = h1 * h1;
                let h6 = matmul(h5, h5 - 3.0, transpose_b = true);
                (h2, h4, h6)
            }
        }
    }
    R102 {
        composed {
            input: [6];
            l1: GroupNorm(1, eps = 0.1);
            l0: R102L0;
            l2: R102L2;
            fn forward(x0) {
                let h0 = expand(x0, [6]);
                let h1 = h0 - x0;
                let h2 = expand(h1, [6]);
                let x0 = l0(h2);
                let _h1 = l1(x0);
                let h5 = l0(h0);
                (l2(h5), h2 + zeros([6]))
            }
        }
        flat {
            input: [6];
            l1: GroupNorm(1, eps = 0.1);
            l0_0: LayerNorm(axes = 1, eps = 0.1);
            l0_1: Glu;
            l0_2: LayerNorm(axes = 1, eps = 0.1);
            l2_0: BatchNorm1d(eps = 1e-2);
            l2_1: Relu();
            fn forward(x0) {
                let h0 = expand(x0, [6]);
                let h1 = h0 - x0;
                let h2 = expand(h1, [6]);
                let x0 = l0_2(l0_1(l0_0(h2)));
                let _h1 = l1(x0);
                let h5 = l0_2(l0_1(l0_0(h0)));
                (l2_1(l2_0(h5)), h2 + zeros([6]))
            }
        }
    }
    R103 {
        composed {
            input x0: [2, 1] in 0..6;
            input x1: [2, 1, 1];
            l0: Embedding(_ -> 1);
            l1: R103L1;
            l2: R103L2;
            l3: R103L3;
            l4: R103L4;
            fn forward(x0, x1) {
                let x0 = l0(x0);
                let h1 = l2(l1(x1 - x0));
                let h2 = l3(concat(x1, h1, h1, axis = 0));
                let h3 = l4(h2);
                let h4 = pixel_shuffle(h3, 1);
                let h5 = hard_swish(h4);
                let _h6 = l1(x0);
                let _h1 = l3(h2);
                let h8 = permute(h5, [2, 1, 0]);
                h8
            }
        }
        flat {
            input x0: [2, 1] in 0..6;
            input x1: [2, 1, 1];
            l0: Embedding(_ -> 1);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: GlobalAvgPool2d;
            l2_0: LayerNorm(eps = 0.1);
            l2_1: Tanh();
            l3_0: PRelu(6);
            l3_1: BatchNorm2d;
            l4_0: Conv2d(6 -> 6, kernel = 1);
            l4_1: HardSwish();
            fn forward(x0, x1) {
                let x0 = l0(x0);
                let h1 = l2_1(l2_0(l1_1(l1_0(x1 - x0))));
                let h2 = l3_1(l3_0(concat(x1, h1, h1, axis = 0)));
                let h3 = l4_1(l4_0(h2));
                let h4 = pixel_shuffle(h3, 1);
                let h5 = hard_swish(h4);
                let _h6 = l1_1(l1_0(x0));
                let _h1 = l3_1(l3_0(h2));
                let h8 = permute(h5, [2, 1, 0]);
                h8
            }
        }
    }
    R104 {
        composed {
            input x0: [1, 3];
            input x1: [3, 2];
            input x2: [1, 5, 5];
            l0: R104L0;
            l1: R104L1;
            train: l1;
            fn forward(x0, _x1, _x2) {
                let x0 = x0 / 3.0;
                let h1 = l0(x0);
                let h2 = l1(h1 + x0) / 1e-1;
                let h3 = reshape(h2, [3]);
                let (h4_0, h4_1, h4_2) = split(h3);
                let h5 = expand(x0, [2, 3]);
                let h6 = h5 * h5;
                (transpose(x0), h4_0, h4_1, h4_2, h6)
            }
        }
        flat {
            input x0: [1, 3];
            input x1: [3, 2];
            input x2: [1, 5, 5];
            l0_0: LayerNorm(axes = 2);
            l0_1: LayerNorm(axes = 1, eps = 1e-2);
            l1_0: Linear(3 -> 3);
            l1_1: Silu;
            train: l1_0, l1_1;
            fn forward(x0, _x1, _x2) {
                let x0 = x0 / 3.0;
                let h1 = l0_1(l0_0(x0));
                let h2 = l1_1(l1_0(h1 + x0)) / 1e-1;
                let h3 = reshape(h2, [3]);
                let (h4_0, h4_1, h4_2) = split(h3);
                let h5 = expand(x0, [2, 3]);
                let h6 = h5 * h5;
                (transpose(x0), h4_0, h4_1, h4_2, h6)
            }
        }
    }
    R105 {
        composed {
            input: [1, 4, 3];
            l0: Conv2d(1 -> 3, kernel = 2, stride = 2, padding = same, dilation = 2, bias = false);
            #[frozen] l1: R105L1;
            fn forward(x0) {
                let h0 = l0(slice(x0, 1.., axis = 2));
                let h0 = -1 * h0;
                let h2 = h0 * (h0 * h0);
                let _h3 = l1(h0);
                let h4 = pad2d(h2, (2, 0, 2, 1), mode = zero);
                let h5 = l1(h0);
                (h5, concat(h4, h4, axis = 2))
            }
        }
        flat {
            input: [1, 4, 3];
            l0: Conv2d(1 -> 3, kernel = 2, stride = 2, padding = same, dilation = 2, bias = false);
            #[frozen] l1_0: Conv2d(3 -> 3, kernel = 1);
            #[frozen] l1_1: Conv2d(3 -> 3, kernel = 2, stride = (1, 2), padding = (0, 1), groups = depthwise, bias = false);
            fn forward(x0) {
                let h0 = l0(slice(x0, 1.., axis = 2));
                let h0 = -1 * h0;
                let h2 = h0 * (h0 * h0);
                let _h3 = l1_1(l1_0(h0));
                let h4 = pad2d(h2, (2, 0, 2, 1), mode = zero);
                let h5 = l1_1(l1_0(h0));
                (h5, concat(h4, h4, axis = 2))
            }
        }
    }
    R106 {
        composed {
            input x0: [3, 1, 4];
            input x1: [1, 2, 2];
            l0: R106L0;
            l1: R106L1;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = l1(h0) - x1;
                let h2 = h1 + x1;
                let h3 = transpose(h2);
                let h4 = l1(h0);
                let h5 = relu(h0);
                let h6 = l1(h5);
                (softplus(h2), h4, h3 * l1(x0), h6)
            }
        }
        flat {
            input x0: [3, 1, 4];
            input x1: [1, 2, 2];
            l0_0: LayerNorm(axes = 1);
            l0_1: HardSwish;
            l0_2: Conv2d(3 -> 3, kernel = 1);
            l1_0: LayerNorm(eps = 0.1);
            l1_1: Conv2d(_ -> 1, kernel = (1, 2), stride = 2, padding = 1, dilation = 2, groups = 1);
            fn forward(x0, x1) {
                let h0 = l0_2(l0_1(l0_0(x0)));
                let h1 = l1_1(l1_0(h0)) - x1;
                let h2 = h1 + x1;
                let h3 = transpose(h2);
                let h4 = l1_1(l1_0(h0));
                let h5 = relu(h0);
                let h6 = l1_1(l1_0(h5));
                (softplus(h2), h4, h3 * l1_1(l1_0(x0)), h6)
            }
        }
    }
}

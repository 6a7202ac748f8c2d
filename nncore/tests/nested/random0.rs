//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        R25L2 {
            input: [12, 2];
            a0: Tanh;
            a1: LayerNorm(axes = 1, eps = 0.1);
            a2: BatchNorm1d(eps = 0.1);
        }
        R43L1 {
            input: [1];
            a0: GroupNorm(1, eps = 0.1, affine = true);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R44L1 {
            input: [1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: LayerNorm(eps = 0.1);
        }
        R48L1 {
            input: [6, 1];
            a0: Conv1d(6 -> 2, kernel = 1, stride = 2, padding = 1);
        }
        R49L1 {
            input: [4, 4];
            a0: LayerNorm(axes = 2, eps = 1e-2);
            a1: Gelu(approximate = tanh);
            a2: Tanh;
        }
        R51L0 {
            input: [4, 2, 1];
            a0: Tanh();
            a1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R51L1 {
            input: [4, 2, 1];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: Conv2d(3, kernel = 1, padding = 1, dilation = (1, 2), groups = 1, bias = true);
        }
        R52L0 {
            input: [2, 1];
            a0: BatchNorm1d(eps = 0.1, momentum = 0.3);
        }
        R52L1 {
            input: [1, 4, 2];
            a0: Conv2d(1 -> 1, kernel = 1);
            a1: Elu;
            a2: LayerNorm;
        }
        R53L1 {
            input: [2, 4, 1];
            a0: Tanh();
            a1: Upsample2d((1, 2));
            a2: Conv2d(2 -> 2, kernel = 1);
        }
        R54L2 {
            input: [1, 3, 4];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: Elu;
        }
        R56L1 {
            input: [4, 6, 2];
            a0: Sigmoid;
            a1: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
        }
        R56L2 {
            input: [4, 6, 2];
            a0: Elu;
            a1: LayerNorm(eps = 0.1);
        }
        R57L2 {
            input: [3, 5];
            a0: LayerNorm(eps = 0.1);
            a1: MaxPool1d(kernel = 2, stride = 1, padding = valid, dilation = 2);
            a2: BatchNorm1d(3);
        }
        R58L0 {
            input: [1, 1, 6];
            a0: Upsample2d(1);
            a1: Conv2d(1 -> 1, kernel = 1);
        }
        R58L1 {
            input: [1, 1, 6];
            a0: Conv2d(1 -> 1, kernel = 2, stride = 2, padding = 1, groups = depthwise);
            a1: Conv2d(1 -> 1, kernel = 1);
        }
        R60L1 {
            input: [5, 3];
            a0: Linear(3 -> 3, bias = false);
            a1: Tanh;
        }
        R62L0 {
            input: [4, 5, 3];
            a0: PRelu;
        }
        R62L1 {
            input: [4, 1, 3];
            a0: Conv2d(4 -> 4, kernel = 1);
            a1: GlobalAvgPool2d;
        }
        R62L2 {
            input: [4, 1, 3];
            a0: Conv2d(_ -> 3, kernel = 1, stride = 2, padding = 0);
        }
        R63L0 {
            input: [1, 2];
            a0: PRelu(1);
            a1: BatchNorm1d(eps = 0.1, momentum = 0.3);
        }
        R63L1 {
            input: [1, 1];
            a0: HardSwish;
            a1: BatchNorm1d(momentum = 0.3);
        }
        R63L2 {
            input: [1, 1];
            a0: BatchNorm1d(1, eps = 0.1);
            a1: Linear(2, bias = true);
            a2: Linear(2 -> 2);
        }
        R65L0 {
            input: [6];
            a0: Tanh();
            a1: Linear(6 -> 3);
            a2: Tanh;
        }
        R65L1 {
            input: [1, 1];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: MaxPool1d(kernel = 2, stride = 3, padding = same);
            a2: LayerNorm(axes = 1, eps = 0.1);
        }
        R66L0 {
            input: [2, 2];
            a0: BatchNorm1d(eps = 1e-2);
            a1: Conv1d(3, kernel = 3, padding = (2, 0), bias = false);
        }
        R66L1 {
            input: [2, 2];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: Conv1d(2 -> 2, kernel = 1, stride = 2, padding = 1, dilation = 2);
        }
        R66L2 {
            input: [3, 2];
            a0: Conv1d(3 -> 3, kernel = 2, stride = 1, padding = 2, dilation = 2, groups = depthwise, bias = false);
            a1: Tanh();
        }
        R66L3 {
            input: [3, 4];
            a0: Gelu(approximate = none);
            a1: BatchNorm1d;
        }
        R67L0 {
            input: [1, 2, 3];
            a0: Conv2d(1 -> 1, kernel = 1);
            a1: Conv2d(4, kernel = 1, stride = (2, 1), padding = 0, dilation = 2);
        }
        R67L1 {
            input: [1, 12];
            a0: Linear(12 -> 5, bias = false);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R67L2 {
            input: [1, 5];
            a0: Linear(5 -> 5);
            a1: MaxPool1d(kernel = 3, stride = 2, dilation = 2);
        }
        R68L1 {
            input: [3, 3];
            a0: Linear(3 -> 3);
            a1: LeakyRelu(slope = -0.3);
        }
        R70L0 {
            input: [1, 2, 2];
            a0: LayerNorm(axes = 1);
            a1: Relu;
            a2: Conv2d(1 -> 1, kernel = 1);
        }
        R70L1 {
            input: [1, 2, 2];
            a0: LayerNorm(eps = 0.1);
            a1: RmsNorm(axes = 2, eps = 0.1);
        }
        R70L2 {
            input: [1, 2, 2];
            a0: BatchNorm2d(eps = 0.1);
            a1: AvgPool2d(2, stride = 2, padding = valid);
            a2: LayerNorm;
        }
        R70L3 {
            input: [1, 1, 1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: MaxPool2d(kernel = 1, stride = (3, 1), padding = same, dilation = 2);
        }
    }
    R25 {
        composed {
            input: [4, 2, 3];
            l0: LayerNorm(axes = 3, eps = 0.1);
            l1: Sigmoid;
            l2: R25L2;
            fn forward(x0) {
                let h0 = reshape(x0, [1, 1, 4, 6]);
                let h1 = l0(h0);
                let h2 = l1(h1);
                let h2 = l2((reshape(h2, [12, 2])));
                h2
            }
        }
        flat {
            input: [4, 2, 3];
            l0: LayerNorm(axes = 3, eps = 0.1);
            l1: Sigmoid;
            l2_0: Tanh;
            l2_1: LayerNorm(axes = 1, eps = 0.1);
            l2_2: BatchNorm1d(eps = 0.1);
            fn forward(x0) {
                let h0 = reshape(x0, [1, 1, 4, 6]);
                let h1 = l0(h0);
                let h2 = l1(h1);
                let h2 = l2_2(l2_1(l2_0((reshape(h2, [12, 2])))));
                h2
            }
        }
    }
    R43 {
        composed {
            input: [7];
            l0: LayerNorm(eps = 1e-2);
            l1: R43L1;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5, h0_6) = split(l0(x0), axis = 0);
                let x0 = l1(h0_0);
                let h2 = flatten(h0_1);
                let h3 = flatten(x0);
                let h4 = concat(h3, h2);
                let h5 = flatten(h4);
                let h6 = flatten(h0_6);
                let h7 = concat(h6, h5);
                let h8 = flatten(h7);
                let h9 = flatten(h0_5);
                let h10 = concat(h9, h8);
                (h0_1, h0_2, h0_3, h0_0, h0_4, h10)
            }
        }
        flat {
            input: [7];
            l0: LayerNorm(eps = 1e-2);
            l1_0: GroupNorm(1, eps = 0.1, affine = true);
            l1_1: LayerNorm(axes = 1, eps = 1e-2);
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5, h0_6) = split(l0(x0), axis = 0);
                let x0 = l1_1(l1_0(h0_0));
                let h2 = flatten(h0_1);
                let h3 = flatten(x0);
                let h4 = concat(h3, h2);
                let h5 = flatten(h4);
                let h6 = flatten(h0_6);
                let h7 = concat(h6, h5);
                let h8 = flatten(h7);
                let h9 = flatten(h0_5);
                let h10 = concat(h9, h8);
                (h0_1, h0_2, h0_3, h0_0, h0_4, h10)
            }
        }
    }
    R44 {
        composed {
            input: [5];
            l0: LayerNorm(eps = 0.1);
            l1: R44L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let (h1_0, h1_1, h1_2, h1_3, h1_4) = split(h0, axis = 0);
                let h2 = flatten(h1_0);
                let h3 = flatten(l1((mean(h1_3))));
                let h4 = concat(h3, h2);
                (h1_0, h1_1, h1_2, h0, h1_4, h4)
            }
        }
        flat {
            input: [5];
            l0: LayerNorm(eps = 0.1);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let (h1_0, h1_1, h1_2, h1_3, h1_4) = split(h0, axis = 0);
                let h2 = flatten(h1_0);
                let h3 = flatten(l1_1(l1_0((mean(h1_3)))));
                let h4 = concat(h3, h2);
                (h1_0, h1_1, h1_2, h0, h1_4, h4)
            }
        }
    }
    R48 {
        composed {
            input: [4, 3, 3];
            l0: LayerNorm(eps = 0.1);
            l1: R48L1;
            fn forward(x0) {
                let h0 = reshape(x0, [3, 6, 2, 1]);
                let h1 = l0(h0);
                let h2 = mean(h1, axes = (0, 2));
                let h3 = l1(h2);
                max(h3)
            }
        }
        flat {
            input: [4, 3, 3];
            l0: LayerNorm(eps = 0.1);
            l1_0: Conv1d(6 -> 2, kernel = 1, stride = 2, padding = 1);
            fn forward(x0) {
                let h0 = reshape(x0, [3, 6, 2, 1]);
                let h1 = l0(h0);
                let h2 = mean(h1, axes = (0, 2));
                let h3 = l1_0(h2);
                max(h3)
            }
        }
    }
    R49 {
        composed {
            input: [2, 4, 6];
            l0: LayerNorm(axes = 2, eps = 0.1);
            l1: R49L1;
            fn forward(x0) {
                let h0 = l0(reshape(x0, [3, 4, 1, 4]));
                let h1 = l1(max(h0, axes = (0, 2), keep = false));
                tanh(h1)
            }
        }
        flat {
            input: [2, 4, 6];
            l0: LayerNorm(axes = 2, eps = 0.1);
            l1_0: LayerNorm(axes = 2, eps = 1e-2);
            l1_1: Gelu(approximate = tanh);
            l1_2: Tanh;
            fn forward(x0) {
                let h0 = l0(reshape(x0, [3, 4, 1, 4]));
                let h1 = l1_2(l1_1(l1_0(max(h0, axes = (0, 2), keep = false))));
                tanh(h1)
            }
        }
    }
    R51 {
        composed {
            input x0: [4, 2, 1];
            input x1: [2, 1] in 0..6;
            input x2: [2, 4] in 0..1;
            l0: R51L0;
            l1: R51L1;
            fn forward(x0, _x1, _x2) {
                let (h0_0, _h0_1, h0_2, h0_3) = split(sum(x0, axes = (1, 2)), axis = 0);
                let h1 = max(h0_0);
                let h2 = l1(l0(x0));
                let h3 = concat(h0_3, h0_3, h0_3, h0_3, axis = 0);
                (expand(h0_2, [4]), tanh(h1), matmul(h2, h2, transpose_a = true, transpose_b = false), h3)
            }
        }
        flat {
            input x0: [4, 2, 1];
            input x1: [2, 1] in 0..6;
            input x2: [2, 4] in 0..1;
            l0_0: Tanh();
            l0_1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l1_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l1_1: Conv2d(3, kernel = 1, padding = 1, dilation = (1, 2), groups = 1, bias = true);
            fn forward(x0, _x1, _x2) {
                let (h0_0, _h0_1, h0_2, h0_3) = split(sum(x0, axes = (1, 2)), axis = 0);
                let h1 = max(h0_0);
                let h2 = l1_1(l1_0(l0_1(l0_0(x0))));
                let h3 = concat(h0_3, h0_3, h0_3, h0_3, axis = 0);
                (expand(h0_2, [4]), tanh(h1), matmul(h2, h2, transpose_a = true, transpose_b = false), h3)
            }
        }
    }
    R52 {
        composed {
            input x0: [2, 6, 4];
            input x1: [2, 1];
            input x2: [3, 4, 2];
            l0: R52L0;
            l1: R52L1;
            fn forward(x0, x1, x2) {
                let h0 = slice(x2, 2..);
                let h1 = x2 / 3.0;
                let h2 = l1(l1(h0));
                let h3 = slice(x0, 0..1, axis = 0);
                let h4 = transpose(h3);
                (slice((l0(x1)), ..1, axis = 0), h1, h2, h4)
            }
        }
        flat {
            input x0: [2, 6, 4];
            input x1: [2, 1];
            input x2: [3, 4, 2];
            l0_0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l1_0: Conv2d(1 -> 1, kernel = 1);
            l1_1: Elu;
            l1_2: LayerNorm;
            fn forward(x0, x1, x2) {
                let h0 = slice(x2, 2..);
                let h1 = x2 / 3.0;
                let h2 = l1_2(l1_1(l1_0(l1_2(l1_1(l1_0(h0))))));
                let h3 = slice(x0, 0..1, axis = 0);
                let h4 = transpose(h3);
                (slice((l0_0(x1)), ..1, axis = 0), h1, h2, h4)
            }
        }
    }
    R53 {
        composed {
            input x0: [4, 2] in 0..5;
            input x1: [2, 2, 4];
            input x2: [2, 1, 2];
            l0: Embedding(6 -> 4);
            l2: Linear(4 -> 4);
            l1: R53L1;
            fn forward(x0, x1, x2) {
                let (h0_0, h0_1) = split(l0(x0), axis = 0);
                let h1 = matmul(h0_1, x2, transpose_a = true, transpose_b = true);
                let x0 = sum(h0_1 * x1 * h0_0, axis = 1);
                let h0_0 = slice(h1, .., axis = 2);
                let x2 = l1(hard_swish(h1));
                (h0_0, x2, l2(l2(x0)))
            }
        }
        flat {
            input x0: [4, 2] in 0..5;
            input x1: [2, 2, 4];
            input x2: [2, 1, 2];
            l0: Embedding(6 -> 4);
            l2: Linear(4 -> 4);
            l1_0: Tanh();
            l1_1: Upsample2d((1, 2));
            l1_2: Conv2d(2 -> 2, kernel = 1);
            fn forward(x0, x1, x2) {
                let (h0_0, h0_1) = split(l0(x0), axis = 0);
                let h1 = matmul(h0_1, x2, transpose_a = true, transpose_b = true);
                let x0 = sum(h0_1 * x1 * h0_0, axis = 1);
                let h0_0 = slice(h1, .., axis = 2);
                let x2 = l1_2(l1_1(l1_0(hard_swish(h1))));
                (h0_0, x2, l2(l2(x0)))
            }
        }
    }
    R54 {
        composed {
            input: [2, 2, 2];
            l0: Conv2d(2 -> 1, kernel = 1, padding = 1, groups = 1, bias = true);
            l1: Dropout(0.0);
            l3: InstanceNorm2d(eps = 0.1, affine = true);
            l2: R54L2;
            fn forward(x0) {
                let (_h0_0, h0_1) = split(x0, axis = 1);
                let h1 = l0(h0_1);
                let h2 = l1(l0(h0_1));
                let h3 = l2(h2);
                let _x0 = h3 + h1;
                let h5 = l3(h0_1);
                h5
            }
        }
        flat {
            input: [2, 2, 2];
            l0: Conv2d(2 -> 1, kernel = 1, padding = 1, groups = 1, bias = true);
            l1: Dropout(0.0);
            l3: InstanceNorm2d(eps = 0.1, affine = true);
            l2_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l2_1: Elu;
            fn forward(x0) {
                let (_h0_0, h0_1) = split(x0, axis = 1);
                let h1 = l0(h0_1);
                let h2 = l1(l0(h0_1));
                let h3 = l2_1(l2_0(h2));
                let _x0 = h3 + h1;
                let h5 = l3(h0_1);
                h5
            }
        }
    }
    R56 {
        composed {
            input x0: [4, 6, 2];
            input x1: [2, 5];
            l0: InstanceNorm2d(eps = 0.1, affine = false);
            l1: R56L1;
            l2: R56L2;
            fn forward(x0, x1) {
                let x0 = silu(x0);
                let h1 = l0(x0) + 3.0;
                let h2 = l1(h1);
                let h3 = l2(h2);
                let h4 = transpose(h3);
                let h5 = l2(elu(h2, alpha = 1.5));
                let h1 = avg_pool1d(x1, 1, stride = 2, padding = same, count_include_pad = false);
                (h2, h5, h1, l2(h3), h4 + h4)
            }
        }
        flat {
            input x0: [4, 6, 2];
            input x1: [2, 5];
            l0: InstanceNorm2d(eps = 0.1, affine = false);
            l1_0: Sigmoid;
            l1_1: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
            l2_0: Elu;
            l2_1: LayerNorm(eps = 0.1);
            fn forward(x0, x1) {
                let x0 = silu(x0);
                let h1 = l0(x0) + 3.0;
                let h2 = l1_1(l1_0(h1));
                let h3 = l2_1(l2_0(h2));
                let h4 = transpose(h3);
                let h5 = l2_1(l2_0(elu(h2, alpha = 1.5)));
                let h1 = avg_pool1d(x1, 1, stride = 2, padding = same, count_include_pad = false);
                (h2, h5, h1, l2_1(l2_0(h3)), h4 + h4)
            }
        }
    }
    R57 {
        composed {
            input x0: [3, 5];
            input x1: [1];
            l0: Dropout(0.0);
            l1: Dropout(0.3);
            l2: R57L2;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let x0 = l1(x0);
                let h2 = permute(x0, [1, 0]);
                let h3 = l0(permute(max(h0, axes = 1), [0]));
                (concat(x1, h3, h3, axis = 0), reshape(l2(h0 * transpose(h2)), [3, 1, 3]))
            }
        }
        flat {
            input x0: [3, 5];
            input x1: [1];
            l0: Dropout(0.0);
            l1: Dropout(0.3);
            l2_0: LayerNorm(eps = 0.1);
            l2_1: MaxPool1d(kernel = 2, stride = 1, padding = valid, dilation = 2);
            l2_2: BatchNorm1d(3);
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let x0 = l1(x0);
                let h2 = permute(x0, [1, 0]);
                let h3 = l0(permute(max(h0, axes = 1), [0]));
                (concat(x1, h3, h3, axis = 0), reshape(l2_2(l2_1(l2_0(h0 * transpose(h2)))), [3, 1, 3]))
            }
        }
    }
    R58 {
        composed {
            input: [1, 6, 6];
            l0: R58L0;
            l1: R58L1;
            train: l1;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5) = split((matmul(x0, x0)), axis = 1);
                let h1 = (0.5 + h0_1) * h0_2;
                (h0_3, h0_4, l0(h0_5), flatten(l1(h0_0)), sum(h1, axes = 1))
            }
        }
        flat {
            input: [1, 6, 6];
            l0_0: Upsample2d(1);
            l0_1: Conv2d(1 -> 1, kernel = 1);
            l1_0: Conv2d(1 -> 1, kernel = 2, stride = 2, padding = 1, groups = depthwise);
            l1_1: Conv2d(1 -> 1, kernel = 1);
            train: l1_0, l1_1;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5) = split((matmul(x0, x0)), axis = 1);
                let h1 = (0.5 + h0_1) * h0_2;
                (h0_3, h0_4, l0_1(l0_0(h0_5)), flatten(l1_1(l1_0(h0_0))), sum(h1, axes = 1))
            }
        }
    }
    R60 {
        composed {
            input: [5] in 0..4;
            l0: Embedding(4 -> 3);
            l1: R60L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h0 = expand(h0 * -1, [5, 3]);
                let h2 = l1(h0);
                let h3 = h2 / -0.7;
                let h3 = l1(h3);
                (h3, h2)
            }
        }
        flat {
            input: [5] in 0..4;
            l0: Embedding(4 -> 3);
            l1_0: Linear(3 -> 3, bias = false);
            l1_1: Tanh;
            fn forward(x0) {
                let h0 = l0(x0);
                let h0 = expand(h0 * -1, [5, 3]);
                let h2 = l1_1(l1_0(h0));
                let h3 = h2 / -0.7;
                let h3 = l1_1(l1_0(h3));
                (h3, h2)
            }
        }
    }
    R62 {
        composed {
            input: [4, 5, 3];
            l0: R62L0;
            l1: R62L1;
            l2: R62L2;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = h0 * h0;
                let h2 = sum(h1, axes = 0, keep = false);
                let h3 = matmul(x0, x0, transpose_a = true, transpose_b = false);
                let (h4_0, h4_1, h4_2) = split(h3, axis = 1);
                let h5 = l1(h4_2);
                let h6 = (h2 + 1.5) + h2;
                (slice(x0, 2.., axis = 2), l2(h4_1), slice(h5, .., axis = 1), l1(h4_0), h2, h6)
            }
        }
        flat {
            input: [4, 5, 3];
            l0_0: PRelu;
            l1_0: Conv2d(4 -> 4, kernel = 1);
            l1_1: GlobalAvgPool2d;
            l2_0: Conv2d(_ -> 3, kernel = 1, stride = 2, padding = 0);
            fn forward(x0) {
                let h0 = l0_0(x0);
                let h1 = h0 * h0;
                let h2 = sum(h1, axes = 0, keep = false);
                let h3 = matmul(x0, x0, transpose_a = true, transpose_b = false);
                let (h4_0, h4_1, h4_2) = split(h3, axis = 1);
                let h5 = l1_1(l1_0(h4_2));
                let h6 = (h2 + 1.5) + h2;
                (slice(x0, 2.., axis = 2), l2_0(h4_1), slice(h5, .., axis = 1), l1_1(l1_0(h4_0)), h2, h6)
            }
        }
    }
    R63 {
        composed {
            input: [1, 2];
            l3: Dropout(0.3);
            l0: R63L0;
            l1: R63L1;
            l2: R63L2;
            fn forward(x0) {
                let h0 = x0 + -1;
                let h1 = l0(h0);
                let h2 = l1((max(permute(x0, [0, 1]), axes = (0, 1), keep = true)));
                let h3 = l2(h2);
                let _h4 = transpose(h3);
                let (h5_0, h5_1) = split(x0, axis = 1);
                let h6 = l2(h5_1);
                (l0(h1), sum(h5_0, keep = true), l3(h1), h6)
            }
        }
        flat {
            input: [1, 2];
            l3: Dropout(0.3);
            l0_0: PRelu(1);
            l0_1: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l1_0: HardSwish;
            l1_1: BatchNorm1d(momentum = 0.3);
            l2_0: BatchNorm1d(1, eps = 0.1);
            l2_1: Linear(2, bias = true);
            l2_2: Linear(2 -> 2);
            fn forward(x0) {
                let h0 = x0 + -1;
                let h1 = l0_1(l0_0(h0));
                let h2 = l1_1(l1_0((max(permute(x0, [0, 1]), axes = (0, 1), keep = true))));
                let h3 = l2_2(l2_1(l2_0(h2)));
                let _h4 = transpose(h3);
                let (h5_0, h5_1) = split(x0, axis = 1);
                let h6 = l2_2(l2_1(l2_0(h5_1)));
                (l0_1(l0_0(h1)), sum(h5_0, keep = true), l3(h1), h6)
            }
        }
    }
    R65 {
        composed {
            input x0: [4, 2];
            input x1: [4];
            input x2: [6];
            l2: BatchNorm1d(4, eps = 1e-2);
            l0: R65L0;
            l1: R65L1;
            fn forward(x0, _x1, x2) {
                let x2 = softplus(x2);
                let h1 = permute(x2, [0]);
                let h2 = max(x0, keep = true);
                let h3 = x2 - 1.5;
                let h4 = l0(h3);
                let h5 = l1(h2);
                let h6 = softmax(h5, axis = 0);
                let h7 = dropout(h1 * 1e-1);
                let h8 = transpose(h6);
                let h9 = mean(h7, keep = true);
                (h4, l2(x0), h8, h9)
            }
        }
        flat {
            input x0: [4, 2];
            input x1: [4];
            input x2: [6];
            l2: BatchNorm1d(4, eps = 1e-2);
            l0_0: Tanh();
            l0_1: Linear(6 -> 3);
            l0_2: Tanh;
            l1_0: LayerNorm(axes = 2, eps = 0.1);
            l1_1: MaxPool1d(kernel = 2, stride = 3, padding = same);
            l1_2: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x0, _x1, x2) {
                let x2 = softplus(x2);
                let h1 = permute(x2, [0]);
                let h2 = max(x0, keep = true);
                let h3 = x2 - 1.5;
                let h4 = l0_2(l0_1(l0_0(h3)));
                let h5 = l1_2(l1_1(l1_0(h2)));
                let h6 = softmax(h5, axis = 0);
                let h7 = dropout(h1 * 1e-1);
                let h8 = transpose(h6);
                let h9 = mean(h7, keep = true);
                (h4, l2(x0), h8, h9)
            }
        }
    }
    R66 {
        composed {
            input x0: [2, 2];
            input x1: [2, 2];
            l4: BatchNorm1d(momentum = 0.3);
            l0: R66L0;
            l1: R66L1;
            l2: R66L2;
            l3: R66L3;
            fn forward(x0, x1) {
                let h0 = x1 + (-0.7 - x0 + x0);
                let h1 = hard_swish(h0);
                let h2 = h0 + h1;
                let h3 = h2 * h2;
                let h4 = permute(l0(x1), [0, 1]);
                let h5 = l3(l2(h4));
                (l1(h0), h3, l4(h5))
            }
        }
        flat {
            input x0: [2, 2];
            input x1: [2, 2];
            l4: BatchNorm1d(momentum = 0.3);
            l0_0: BatchNorm1d(eps = 1e-2);
            l0_1: Conv1d(3, kernel = 3, padding = (2, 0), bias = false);
            l1_0: LayerNorm(axes = 2, eps = 0.1);
            l1_1: Conv1d(2 -> 2, kernel = 1, stride = 2, padding = 1, dilation = 2);
            l2_0: Conv1d(3 -> 3, kernel = 2, stride = 1, padding = 2, dilation = 2, groups = depthwise, bias = false);
            l2_1: Tanh();
            l3_0: Gelu(approximate = none);
            l3_1: BatchNorm1d;
            fn forward(x0, x1) {
                let h0 = x1 + (-0.7 - x0 + x0);
                let h1 = hard_swish(h0);
                let h2 = h0 + h1;
                let h3 = h2 * h2;
                let h4 = permute(l0_1(l0_0(x1)), [0, 1]);
                let h5 = l3_1(l3_0(l2_1(l2_0(h4))));
                (l1_1(l1_0(h0)), h3, l4(h5))
            }
        }
    }
    R67 {
        composed {
            input x0: [4];
            input x1: [1, 2, 3];
            input x2: [4, 2, 3];
            l0: R67L0;
            l1: R67L1;
            l2: R67L2;
            fn forward(_x0, x1, x2) {
                let h0 = softmax(x2, axis = 1);
                let h1 = l0(pixel_shuffle(x1, 1));
                let h2 = h1 * h1;
                let h3 = h0 + x2;
                let h4 = x2 * x2;
                let h5 = l1(reshape(h2, [1, 12]));
                let h6 = l2(h5);
                (h6, (silu(h4)) + h3, sum(h4, axes = (0, 1)))
            }
        }
        flat {
            input x0: [4];
            input x1: [1, 2, 3];
            input x2: [4, 2, 3];
            l0_0: Conv2d(1 -> 1, kernel = 1);
            l0_1: Conv2d(4, kernel = 1, stride = (2, 1), padding = 0, dilation = 2);
            l1_0: Linear(12 -> 5, bias = false);
            l1_1: LayerNorm(axes = 1, eps = 1e-2);
            l2_0: Linear(5 -> 5);
            l2_1: MaxPool1d(kernel = 3, stride = 2, dilation = 2);
            fn forward(_x0, x1, x2) {
                let h0 = softmax(x2, axis = 1);
                let h1 = l0_1(l0_0(pixel_shuffle(x1, 1)));
                let h2 = h1 * h1;
                let h3 = h0 + x2;
                let h4 = x2 * x2;
                let h5 = l1_1(l1_0(reshape(h2, [1, 12])));
                let h6 = l2_1(l2_0(h5));
                (h6, (silu(h4)) + h3, sum(h4, axes = (0, 1)))
            }
        }
    }
    R68 {
        composed {
            input: [3, 1];
            l0: Conv1d(_ -> 3, kernel = 3, padding = 2, groups = 3, bias = false);
            l1: R68L1;
            fn forward(x0) {
                let h0 = expand(x0, [3, 4]);
                let x0 = h0 + silu(h0);
                let x0 = (silu(x0)) * h0;
                let h3 = l0(sum(transpose(permute(x0, [1, 0])), axes = 1, keep = true));
                let h4 = l1(h3);
                h4
            }
        }
        flat {
            input: [3, 1];
            l0: Conv1d(_ -> 3, kernel = 3, padding = 2, groups = 3, bias = false);
            l1_0: Linear(3 -> 3);
            l1_1: LeakyRelu(slope = -0.3);
            fn forward(x0) {
                let h0 = expand(x0, [3, 4]);
                let x0 = h0 + silu(h0);
                let x0 = (silu(x0)) * h0;
                let h3 = l0(sum(transpose(permute(x0, [1, 0])), axes = 1, keep = true));
                let h4 = l1_1(l1_0(h3));
                h4
            }
        }
    }
    R70 {
        composed {
            input x0: [1, 2, 2];
            input x1: [1, 2, 2];
            l4: Upsample2d((2, 1));
            l5: Conv2d(1 -> 3, kernel = 3, stride = 2, padding = same, groups = 1, bias = false);
            #[frozen] l0: R70L0;
            l1: R70L1;
            #[frozen] l2: R70L2;
            l3: R70L3;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = l1(h0) * x0;
                let h2 = -h0;
                let h3 = 2 * h2;
                let h4 = l2(h3);
                let h5 = l4(x1 * h0);
                let h6 = l5(l3(h4));
                (h1, h5, h6)
            }
        }
        flat {
            input x0: [1, 2, 2];
            input x1: [1, 2, 2];
            l4: Upsample2d((2, 1));
            l5: Conv2d(1 -> 3, kernel = 3, stride = 2, padding = same, groups = 1, bias = false);
            #[frozen] l0_0: LayerNorm(axes = 1);
            #[frozen] l0_1: Relu;
            #[frozen] l0_2: Conv2d(1 -> 1, kernel = 1);
            l1_0: LayerNorm(eps = 0.1);
            l1_1: RmsNorm(axes = 2, eps = 0.1);
            #[frozen] l2_0: BatchNorm2d(eps = 0.1);
            #[frozen] l2_1: AvgPool2d(2, stride = 2, padding = valid);
            #[frozen] l2_2: LayerNorm;
            l3_0: LayerNorm(axes = 1, eps = 0.1);
            l3_1: MaxPool2d(kernel = 1, stride = (3, 1), padding = same, dilation = 2);
            fn forward(x0, x1) {
                let h0 = l0_2(l0_1(l0_0(x0)));
                let h1 = l1_1(l1_0(h0)) * x0;
                let h2 = -h0;
                let h3 = 2 * h2;
                let h4 = l2_2(l2_1(l2_0(h3)));
                let h5 = l4(x1 * h0);
                let h6 = l5(l3_1(l3_0(h4)));
                (h1, h5, h6)
            }
        }
    }
}

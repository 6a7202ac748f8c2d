//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_10 = 10; SIZE_2 = 2; SIZE_3 = 3; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; }
    inner {
        R78L0 {
            input: [SIZE_4, SIZE_3];
            a0: Linear(3 -> 3);
            a1: Linear(3 -> 1);
        }
        R78L1 {
            input: [SIZE_4, SIZE_1];
            a0: GroupNorm(1, eps = 1e-2);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R79L0 {
            input: [SIZE_3];
            a0: Linear(3 -> 3);
            a1: Flatten;
        }
        R80L0 {
            input: [SIZE_1, SIZE_5];
            a0: Linear(5 -> 5);
            a1: RmsNorm(eps = 0.1);
        }
        R80L1 {
            input: [SIZE_4, SIZE_5];
            a0: LayerNorm(axes = 2);
            a1: Linear(5 -> 1);
            a2: Linear(1 -> 1);
        }
        R81L0 {
            input: [SIZE_6, SIZE_4, SIZE_5];
            a0: LayerNorm(eps = 0.1);
            a1: Conv2d(4, kernel = 1, stride = 2, padding = same, dilation = 2);
        }
        R81L1 {
            input: [SIZE_4, SIZE_2, SIZE_2];
            a0: BatchNorm2d(eps = 0.1);
            a1: Silu;
            a2: LayerNorm;
        }
        R82L1 {
            input: [SIZE_1, SIZE_3, SIZE_2];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: PixelShuffle(1);
        }
        R83L1 {
            input: [SIZE_3];
            a0: LayerNorm(eps = 0.1);
            a1: Linear(2);
        }
        R84L1 {
            input: [SIZE_3, SIZE_3];
            a0: HardSwish;
            a1: Tanh;
        }
        R84L3 {
            input: [SIZE_3, SIZE_3];
            a0: BatchNorm1d(3, eps = 1e-2);
            a1: Softmax(axis = 1);
        }
        R85L0 {
            input: [SIZE_5, SIZE_2];
            a0: Tanh;
            a1: Tanh;
        }
        R85L1 {
            input: [SIZE_2, SIZE_5];
            a0: AvgPool1d(3, stride = 3, padding = valid);
        }
        R85L2 {
            input: [SIZE_2, SIZE_5, SIZE_2];
            a0: PRelu;
        }
        R85L3 {
            input: [SIZE_1, SIZE_10, SIZE_2];
            a0: Conv2d(1 -> 3, kernel = (1, 2), stride = 2, padding = same, dilation = (2, 1), groups = depthwise);
            a1: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        }
        R87L1 {
            input: [SIZE_3, SIZE_1];
            a0: BatchNorm1d(3, eps = 1e-2, momentum = 0.3);
            a1: Silu();
            a2: LayerNorm(eps = 0.1);
        }
        R88L0 {
            input: [SIZE_1, SIZE_1];
            a0: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
            a1: MaxPool1d(kernel = 1, stride = 3, padding = same, dilation = 2);
        }
        R88L2 {
            input: [SIZE_2, SIZE_5, SIZE_4];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: Conv2d(1, kernel = (2, 1), bias = false);
            a2: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R88L4 {
            input: [SIZE_1, SIZE_2, SIZE_6];
            a0: Conv2d(1 -> 2, kernel = 1, stride = 1, padding = same, dilation = (2, 1), bias = true);
        }
        R89L0 {
            input: [SIZE_2, SIZE_3, SIZE_3];
            a0: Softmax(axis = 1);
            a1: Tanh();
        }
        R90L1 {
            input: [SIZE_2, SIZE_1];
            a0: Linear(1 -> 1);
            a1: LeakyRelu(0);
        }
        R91L2 {
            input: [SIZE_2, SIZE_6, SIZE_4];
            a0: Tanh;
            a1: Conv2d(2 -> 4, kernel = 1, stride = (1, 2), dilation = (1, 2));
            a2: BatchNorm2d(4, eps = 0.1);
        }
        R92L0 {
            input: [SIZE_1, SIZE_1];
            a0: BatchNorm1d(1, eps = 1e-2);
            a1: LogSoftmax(axis = 0);
        }
        R92L2 {
            input: [SIZE_1, SIZE_1];
            a0: Softplus;
            a1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        }
        R93L1 {
            input: [SIZE_4, SIZE_4, SIZE_2];
            a0: BatchNorm2d(eps = 1e-2);
            a1: LogSoftmax(axis = 2);
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R93L2 {
            input: [SIZE_4, SIZE_4, SIZE_2];
            a0: Conv2d(_ -> 4, kernel = (1, 2), stride = 2, groups = depthwise);
        }
        R94L0 {
            input: [SIZE_2, SIZE_2];
            a0: PRelu(2);
            a1: Linear(2 -> 2);
        }
        R94L1 {
            input: [SIZE_2, SIZE_2];
            a0: BatchNorm1d(2, eps = 1e-2);
            a1: AvgPool1d(2, stride = 3, padding = valid);
        }
        R95L0 {
            input: [SIZE_4, SIZE_5];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Softplus;
        }
        R95L2 {
            input: [SIZE_4, SIZE_5];
            a0: Tanh;
            a1: Linear(5 -> 4, bias = false);
        }
        R96L1 {
            input: [SIZE_2, SIZE_5];
            a0: AvgPool1d(kernel = 3, stride = 2, padding = 0);
        }
        R97L0 {
            input: [SIZE_4, SIZE_5, SIZE_4];
            a0: Glu(axis = 2);
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R97L2 {
            input: [SIZE_4, SIZE_5, SIZE_2];
            a0: Conv2d(_ -> 4, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = depthwise);
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R99L1 {
            input: [SIZE_4];
            a0: Linear(4 -> 3, bias = false);
        }
    }
    R78 {
        composed {
            input: [SIZE_4, SIZE_3];
            l0: R78L0;
            l1: R78L1;
            fn forward(x0) {
                let h0 = 1.5 - x0;
                let h1 = sigmoid(h0);
                let x0 = l0(h1);
                let h3 = x0 / -1;
                let h4 = l1(h3);
                let h5 = expand(h4, [4, 1]);
                let h6 = abs(transpose(h5));
                h6
            }
        }
        flat {
            input: [SIZE_4, SIZE_3];
            l0_0: Linear(3 -> 3);
            l0_1: Linear(3 -> 1);
            l1_0: GroupNorm(1, eps = 1e-2);
            l1_1: LayerNorm(axes = 1, eps = 1e-2);
            fn forward(x0) {
                let h0 = 1.5 - x0;
                let h1 = sigmoid(h0);
                let x0 = l0_1(l0_0(h1));
                let h3 = x0 / -1;
                let h4 = l1_1(l1_0(h3));
                let h5 = expand(h4, [4, 1]);
                let h6 = abs(transpose(h5));
                h6
            }
        }
    }
    R79 {
        composed {
            input x0: [SIZE_3];
            input x1: [SIZE_3];
            l1: RmsNorm(axes = 1);
            l0: R79L0;
            fn forward(x0, x1) {
                let x0 = l0(x0);
                let h1 = x0 * x1;
                let h2 = x1 - -1;
                let h3 = l1(x0);
                let h4 = l0(h3);
                let h5 = l0(x0 - x0);
                let h6 = l0(h3);
                (h1 / 1.5, h2, h4, h1, h5, h6)
            }
        }
        flat {
            input x0: [SIZE_3];
            input x1: [SIZE_3];
            l1: RmsNorm(axes = 1);
            l0_0: Linear(3 -> 3);
            l0_1: Flatten;
            fn forward(x0, x1) {
                let x0 = l0_1(l0_0(x0));
                let h1 = x0 * x1;
                let h2 = x1 - -1;
                let h3 = l1(x0);
                let h4 = l0_1(l0_0(h3));
                let h5 = l0_1(l0_0(x0 - x0));
                let h6 = l0_1(l0_0(h3));
                (h1 / 1.5, h2, h4, h1, h5, h6)
            }
        }
    }
    R80 {
        composed {
            input x0: [SIZE_1, SIZE_5];
            input x1: [SIZE_1, SIZE_4];
            l0: R80L0;
            l1: R80L1;
            fn forward(x0, x1) {
                let h0 = l1(expand((l0(l0(x0))), [4, 5]));
                let h1 = square(h0);
                let h0 = h1 / (square(h1) + 0.5);
                let (h3_0, h3_1, h3_2, h3_3) = split(h1);
                let h4 = exp(tanh(h3_3));
                let h5 = 2 * h4;
                let h6 = l0(x0);
                (sum(matmul(x1, h0), axis = 1), h3_0, h3_1, h3_2, h5, h6)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_5];
            input x1: [SIZE_1, SIZE_4];
            l0_0: Linear(5 -> 5);
            l0_1: RmsNorm(eps = 0.1);
            l1_0: LayerNorm(axes = 2);
            l1_1: Linear(5 -> 1);
            l1_2: Linear(1 -> 1);
            fn forward(x0, x1) {
                let h0 = l1_2(l1_1(l1_0(expand((l0_1(l0_0(l0_1(l0_0(x0))))), [4, 5]))));
                let h1 = square(h0);
                let h0 = h1 / (square(h1) + 0.5);
                let (h3_0, h3_1, h3_2, h3_3) = split(h1);
                let h4 = exp(tanh(h3_3));
                let h5 = 2 * h4;
                let h6 = l0_1(l0_0(x0));
                (sum(matmul(x1, h0), axis = 1), h3_0, h3_1, h3_2, h5, h6)
            }
        }
    }
    R81 {
        composed {
            input x0: [SIZE_4, SIZE_6, SIZE_5];
            input x1: [SIZE_4, SIZE_2, SIZE_3];
            l0: R81L0;
            l1: R81L1;
            fn forward(x0, x1) {
                let h0 = abs(x0);
                let h0 = clamp(l0(square(permute(h0 * h0, [1, 0, 2]))), -0.5, 1.5);
                let h2 = matmul(x1, x1, transpose_b = true);
                (h0 - x1, l1(h2))
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_6, SIZE_5];
            input x1: [SIZE_4, SIZE_2, SIZE_3];
            l0_0: LayerNorm(eps = 0.1);
            l0_1: Conv2d(4, kernel = 1, stride = 2, padding = same, dilation = 2);
            l1_0: BatchNorm2d(eps = 0.1);
            l1_1: Silu;
            l1_2: LayerNorm;
            fn forward(x0, x1) {
                let h0 = abs(x0);
                let h0 = clamp(l0_1(l0_0(square(permute(h0 * h0, [1, 0, 2])))), -0.5, 1.5);
                let h2 = matmul(x1, x1, transpose_b = true);
                (h0 - x1, l1_2(l1_1(l1_0(h2))))
            }
        }
    }
    R82 {
        composed {
            input x0: [SIZE_1, SIZE_3] in 0..1;
            input x1: [SIZE_1, SIZE_4] in 0..4;
            l0: Embedding(_ -> 2);
            l1: R82L1;
            fn forward(x0, _x1) {
                let x0 = l0(x0);
                let h1 = sum(x0, axes = 1);
                let (h2_0, _h2_1) = split(h1, axis = 1);
                let h3 = l1(x0);
                (flatten(h2_0), x0, h3)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_3] in 0..1;
            input x1: [SIZE_1, SIZE_4] in 0..4;
            l0: Embedding(_ -> 2);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: PixelShuffle(1);
            fn forward(x0, _x1) {
                let x0 = l0(x0);
                let h1 = sum(x0, axes = 1);
                let (h2_0, _h2_1) = split(h1, axis = 1);
                let h3 = l1_1(l1_0(x0));
                (flatten(h2_0), x0, h3)
            }
        }
    }
    R83 {
        composed {
            input: [SIZE_3];
            l0: Gelu;
            l1: R83L1;
            fn forward(x0) {
                let h0 = x0 * x0;
                let h1 = slice(h0, 2..3);
                let h1 = reshape((abs((expand((l0(h1)), [2])))), [2, 1, 1, 1]);
                let h3 = h1 + 1.5;
                let h4 = exp(tanh(h3));
                let h5 = l0(h4);
                let h6 = l1(sqrt(square(h0) + 0.5));
                let h7 = l0(h5);
                let h8 = reshape(h7, [2, 1, 1]);
                (h6, h8)
            }
        }
        flat {
            input: [SIZE_3];
            l0: Gelu;
            l1_0: LayerNorm(eps = 0.1);
            l1_1: Linear(2);
            fn forward(x0) {
                let h0 = x0 * x0;
                let h1 = slice(h0, 2..3);
                let h1 = reshape((abs((expand((l0(h1)), [2])))), [2, 1, 1, 1]);
                let h3 = h1 + 1.5;
                let h4 = exp(tanh(h3));
                let h5 = l0(h4);
                let h6 = l1_1(l1_0(sqrt(square(h0) + 0.5)));
                let h7 = l0(h5);
                let h8 = reshape(h7, [2, 1, 1]);
                (h6, h8)
            }
        }
    }
    R84 {
        composed {
            input: [SIZE_3, SIZE_3];
            l0: HardSwish;
            l2: AvgPool1d(1, stride = 1, padding = same);
            l1: R84L1;
            l3: R84L3;
            fn forward(x0) {
                let h0 = elu(x0, alpha = 1.5);
                let h1 = l0(h0);
                let h2 = h1 + 1e-1;
                let _h3 = (l1(h2)) + 1e-1;
                let h4 = l2(h2);
                let h5 = l3(h4);
                let h6 = h5 / (square(h1) + 0.5);
                (permute(mean(l1(h1), axis = 1), [0]), h0, h6, h5 - 1.5)
            }
        }
        flat {
            input: [SIZE_3, SIZE_3];
            l0: HardSwish;
            l2: AvgPool1d(1, stride = 1, padding = same);
            l1_0: HardSwish;
            l1_1: Tanh;
            l3_0: BatchNorm1d(3, eps = 1e-2);
            l3_1: Softmax(axis = 1);
            fn forward(x0) {
                let h0 = elu(x0, alpha = 1.5);
                let h1 = l0(h0);
                let h2 = h1 + 1e-1;
                let _h3 = (l1_1(l1_0(h2))) + 1e-1;
                let h4 = l2(h2);
                let h5 = l3_1(l3_0(h4));
                let h6 = h5 / (square(h1) + 0.5);
                (permute(mean(l1_1(l1_0(h1)), axis = 1), [0]), h0, h6, h5 - 1.5)
            }
        }
    }
    R85 {
        composed {
            input: [SIZE_2, SIZE_5, SIZE_2];
            l0: R85L0;
            l1: R85L1;
            l2: R85L2;
            l3: R85L3;
            fn forward(x0) {
                let h0 = x0 * x0;
                let h1 = h0 * h0;
                let h2 = x0 * x0;
                let h3 = reshape(sum(h2, axes = 0, keep = true), [5, 2]);
                let h4 = l0(h3);
                let h5 = permute(h4, [1, 0]);
                let _h6 = l1(h5);
                let h7 = reshape((reshape(x0, [5, 2, 2])), [1, 10, 2]);
                let h8 = l3(h7);
                (h3, l2(h1), h8)
            }
        }
        flat {
            input: [SIZE_2, SIZE_5, SIZE_2];
            l0_0: Tanh;
            l0_1: Tanh;
            l1_0: AvgPool1d(3, stride = 3, padding = valid);
            l2_0: PRelu;
            l3_0: Conv2d(1 -> 3, kernel = (1, 2), stride = 2, padding = same, dilation = (2, 1), groups = depthwise);
            l3_1: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
            fn forward(x0) {
                let h0 = x0 * x0;
                let h1 = h0 * h0;
                let h2 = x0 * x0;
                let h3 = reshape(sum(h2, axes = 0, keep = true), [5, 2]);
                let h4 = l0_1(l0_0(h3));
                let h5 = permute(h4, [1, 0]);
                let _h6 = l1_0(h5);
                let h7 = reshape((reshape(x0, [5, 2, 2])), [1, 10, 2]);
                let h8 = l3_1(l3_0(h7));
                (h3, l2_0(h1), h8)
            }
        }
    }
    R87 {
        composed {
            input: [SIZE_3, SIZE_1];
            l0: Sigmoid;
            l1: R87L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = softplus(h0);
                let h2 = l1(h1);
                let h3 = pow(0.5 + square(tanh(h2)), 1);
                let h4 = h3 + x0;
                (h2, l1(h4))
            }
        }
        flat {
            input: [SIZE_3, SIZE_1];
            l0: Sigmoid;
            l1_0: BatchNorm1d(3, eps = 1e-2, momentum = 0.3);
            l1_1: Silu();
            l1_2: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = softplus(h0);
                let h2 = l1_2(l1_1(l1_0(h1)));
                let h3 = pow(0.5 + square(tanh(h2)), 1);
                let h4 = h3 + x0;
                (h2, l1_2(l1_1(l1_0(h4))))
            }
        }
    }
    R88 {
        composed {
            input x0: [SIZE_2, SIZE_5, SIZE_4];
            input x1: [SIZE_1, SIZE_1];
            input x2: [SIZE_2, SIZE_2, SIZE_6];
            l1: Relu();
            l3: Conv2d(_ -> 1, kernel = 1, padding = valid, bias = true);
            l0: R88L0;
            l2: R88L2;
            l4: R88L4;
            fn forward(x0, x1, x2) {
                let h0 = l0(x1);
                let h1 = l1(l0(x1));
                let _h2 = l1(h1);
                let h3 = l2(x0);
                let h4 = l1(x2);
                let h5 = l3(h4);
                let h6 = l4(h5);
                let h7 = l0(x1);
                let h8 = flatten(l2(x0));
                let h9 = flatten(h7);
                let h10 = concat(h9, h8);
                let h11 = flatten(h10);
                let h12 = flatten(l1(h1));
                let h13 = concat(h12, h11);
                (h0, l1(x2), x2, h3, h6, h13)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_5, SIZE_4];
            input x1: [SIZE_1, SIZE_1];
            input x2: [SIZE_2, SIZE_2, SIZE_6];
            l1: Relu();
            l3: Conv2d(_ -> 1, kernel = 1, padding = valid, bias = true);
            l0_0: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
            l0_1: MaxPool1d(kernel = 1, stride = 3, padding = same, dilation = 2);
            l2_0: LayerNorm(axes = 3, eps = 0.1);
            l2_1: Conv2d(1, kernel = (2, 1), bias = false);
            l2_2: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l4_0: Conv2d(1 -> 2, kernel = 1, stride = 1, padding = same, dilation = (2, 1), bias = true);
            fn forward(x0, x1, x2) {
                let h0 = l0_1(l0_0(x1));
                let h1 = l1(l0_1(l0_0(x1)));
                let _h2 = l1(h1);
                let h3 = l2_2(l2_1(l2_0(x0)));
                let h4 = l1(x2);
                let h5 = l3(h4);
                let h6 = l4_0(h5);
                let h7 = l0_1(l0_0(x1));
                let h8 = flatten(l2_2(l2_1(l2_0(x0))));
                let h9 = flatten(h7);
                let h10 = concat(h9, h8);
                let h11 = flatten(h10);
                let h12 = flatten(l1(h1));
                let h13 = concat(h12, h11);
                (h0, l1(x2), x2, h3, h6, h13)
            }
        }
    }
    R89 {
        composed {
            input: [SIZE_2, SIZE_3, SIZE_3];
            l1: GroupNorm(3, eps = 0.1, affine = false);
            l0: R89L0;
            fn forward(x0) {
                let h0 = l0(l0(x0));
                let h1 = l0(silu(hard_swish(h0)));
                let h2 = h1 + h1;
                let h2 = reshape(reshape(h2, [9, 1, 2, 1]), [3, 3, 2, 1]);
                let x0 = l1(h2);
                let h5 = l1(x0);
                let h6 = reshape(l1(x0), [9, 2, 1]);
                let h7 = reshape(h5, [9, 2, 1]);
                (h6, max_pool2d(h0, kernel = 1, padding = same, dilation = 2), h7)
            }
        }
        flat {
            input: [SIZE_2, SIZE_3, SIZE_3];
            l1: GroupNorm(3, eps = 0.1, affine = false);
            l0_0: Softmax(axis = 1);
            l0_1: Tanh();
            fn forward(x0) {
                let h0 = l0_1(l0_0(l0_1(l0_0(x0))));
                let h1 = l0_1(l0_0(silu(hard_swish(h0))));
                let h2 = h1 + h1;
                let h2 = reshape(reshape(h2, [9, 1, 2, 1]), [3, 3, 2, 1]);
                let x0 = l1(h2);
                let h5 = l1(x0);
                let h6 = reshape(l1(x0), [9, 2, 1]);
                let h7 = reshape(h5, [9, 2, 1]);
                (h6, max_pool2d(h0, kernel = 1, padding = same, dilation = 2), h7)
            }
        }
    }
    R90 {
        composed {
            input: [SIZE_2, SIZE_1];
            l0: Conv1d(2 -> 2, kernel = 2, stride = 2, padding = same, dilation = 2, groups = depthwise);
            l1: R90L1;
            fn forward(x0) {
                let h0 = 2 / (square(l0(l0(x0))) + 0.5);
                let (h1_0, h1_1) = split(h0);
                let h2 = l0(h0) + h0;
                let h3 = h0 * h2;
                let h4 = l0(h3);
                let h5 = l0(silu(h3));
                let h6 = abs(h1_0);
                (h1_1, h4, h5, l1(h2), h6)
            }
        }
        flat {
            input: [SIZE_2, SIZE_1];
            l0: Conv1d(2 -> 2, kernel = 2, stride = 2, padding = same, dilation = 2, groups = depthwise);
            l1_0: Linear(1 -> 1);
            l1_1: LeakyRelu(0);
            fn forward(x0) {
                let h0 = 2 / (square(l0(l0(x0))) + 0.5);
                let (h1_0, h1_1) = split(h0);
                let h2 = l0(h0) + h0;
                let h3 = h0 * h2;
                let h4 = l0(h3);
                let h5 = l0(silu(h3));
                let h6 = abs(h1_0);
                (h1_1, h4, h5, l1_1(l1_0(h2)), h6)
            }
        }
    }
    R91 {
        composed {
            input: [SIZE_2, SIZE_4, SIZE_2];
            l0: ConvTranspose2d(2 -> 2, kernel = (1, 3), stride = 2, padding = 1, output_padding = 1, groups = 2, bias = true);
            l1: AdaptiveAvgPool2d(3);
            l2: R91L2;
            fn forward(x0) {
                let h0 = leaky_relu(x0, 0.2);
                let h1 = l0(ln(square(h0) + 0.5));
                let h2 = l1(h0);
                let h3 = l0(x0);
                let h4 = elu(h2, 0.7);
                let h5 = flatten((l2(h3)));
                let h6 = l0(h0);
                let (h7_0, h7_1) = split(h6, axis = 2);
                (h1, h4, h5, h7_0, h7_1)
            }
        }
        flat {
            input: [SIZE_2, SIZE_4, SIZE_2];
            l0: ConvTranspose2d(2 -> 2, kernel = (1, 3), stride = 2, padding = 1, output_padding = 1, groups = 2, bias = true);
            l1: AdaptiveAvgPool2d(3);
            l2_0: Tanh;
            l2_1: Conv2d(2 -> 4, kernel = 1, stride = (1, 2), dilation = (1, 2));
            l2_2: BatchNorm2d(4, eps = 0.1);
            fn forward(x0) {
                let h0 = leaky_relu(x0, 0.2);
                let h1 = l0(ln(square(h0) + 0.5));
                let h2 = l1(h0);
                let h3 = l0(x0);
                let h4 = elu(h2, 0.7);
                let h5 = flatten((l2_2(l2_1(l2_0(h3)))));
                let h6 = l0(h0);
                let (h7_0, h7_1) = split(h6, axis = 2);
                (h1, h4, h5, h7_0, h7_1)
            }
        }
    }
    R92 {
        composed {
            input: [SIZE_4, SIZE_2, SIZE_3];
            l1: Softmax(axis = 1);
            l0: R92L0;
            l2: R92L2;
            fn forward(x0) {
                let h0 = global_avg_pool2d(x0);
                let h1 = mean(h0, axis = 0, keep = false);
                let h2 = l0(h1);
                let h3 = l2(l1(h2));
                let x0 = slice(h2, .., axis = 0);
                let h5 = l2(x0);
                let h1 = softmax(h5, axis = 1);
                let h7 = permute(h0, [2, 1, 0]);
                (h3, h1, h7)
            }
        }
        flat {
            input: [SIZE_4, SIZE_2, SIZE_3];
            l1: Softmax(axis = 1);
            l0_0: BatchNorm1d(1, eps = 1e-2);
            l0_1: LogSoftmax(axis = 0);
            l2_0: Softplus;
            l2_1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
            fn forward(x0) {
                let h0 = global_avg_pool2d(x0);
                let h1 = mean(h0, axis = 0, keep = false);
                let h2 = l0_1(l0_0(h1));
                let h3 = l2_1(l2_0(l1(h2)));
                let x0 = slice(h2, .., axis = 0);
                let h5 = l2_1(l2_0(x0));
                let h1 = softmax(h5, axis = 1);
                let h7 = permute(h0, [2, 1, 0]);
                (h3, h1, h7)
            }
        }
    }
    R93 {
        composed {
            input x0: [SIZE_4, SIZE_4, SIZE_2];
            input x1: [SIZE_1, SIZE_1];
            input x2: [SIZE_1, SIZE_6, SIZE_6];
            input x3: [SIZE_2, SIZE_1];
            l0: Sigmoid;
            l1: R93L1;
            l2: R93L2;
            fn forward(x0, x1, _x2, x3) {
                let h0 = l0(x1);
                let h1 = l0(h0);
                let h2 = elu(concat(x3, h1, x1, x3), 0.7);
                let h3 = transpose(hard_swish(h2));
                let h1 = l1(upsample2d(x0, scale = 1));
                let _h5 = l2(h1);
                ln(square(h3) + 0.5)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_4, SIZE_2];
            input x1: [SIZE_1, SIZE_1];
            input x2: [SIZE_1, SIZE_6, SIZE_6];
            input x3: [SIZE_2, SIZE_1];
            l0: Sigmoid;
            l1_0: BatchNorm2d(eps = 1e-2);
            l1_1: LogSoftmax(axis = 2);
            l1_2: Conv2d(4 -> 4, kernel = 1);
            l2_0: Conv2d(_ -> 4, kernel = (1, 2), stride = 2, groups = depthwise);
            fn forward(x0, x1, _x2, x3) {
                let h0 = l0(x1);
                let h1 = l0(h0);
                let h2 = elu(concat(x3, h1, x1, x3), 0.7);
                let h3 = transpose(hard_swish(h2));
                let h1 = l1_2(l1_1(l1_0(upsample2d(x0, scale = 1))));
                let _h5 = l2_0(h1);
                ln(square(h3) + 0.5)
            }
        }
    }
    R94 {
        composed {
            input x0: [SIZE_1, SIZE_4, SIZE_6];
            input x1: [SIZE_3, SIZE_2];
            input x2: [SIZE_2, SIZE_2];
            input x3: [SIZE_3, SIZE_2];
            l2: Silu();
            l0: R94L0;
            l1: R94L1;
            fn forward(x0, x1, x2, x3) {
                let h0 = l0(x2);
                let h1 = x0 + x0;
                let h2 = x3 * x1;
                let h3 = l2(adaptive_avg_pool2d(x0, output_size = 3));
                let h4 = expand(sqrt(square(l1(h0)) + 0.5), [2, 4]);
                (h1, h3, softmax(h2, axis = 1), l0(x2), h4)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_4, SIZE_6];
            input x1: [SIZE_3, SIZE_2];
            input x2: [SIZE_2, SIZE_2];
            input x3: [SIZE_3, SIZE_2];
            l2: Silu();
            l0_0: PRelu(2);
            l0_1: Linear(2 -> 2);
            l1_0: BatchNorm1d(2, eps = 1e-2);
            l1_1: AvgPool1d(2, stride = 3, padding = valid);
            fn forward(x0, x1, x2, x3) {
                let h0 = l0_1(l0_0(x2));
                let h1 = x0 + x0;
                let h2 = x3 * x1;
                let h3 = l2(adaptive_avg_pool2d(x0, output_size = 3));
                let h4 = expand(sqrt(square(l1_1(l1_0(h0))) + 0.5), [2, 4]);
                (h1, h3, softmax(h2, axis = 1), l0_1(l0_0(x2)), h4)
            }
        }
    }
    R95 {
        composed {
            input: [SIZE_4, SIZE_5];
            l1: MaxPool1d(3, padding = 0);
            l0: R95L0;
            l2: R95L2;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l0(h0);
                let h2 = l0(h1);
                let h3 = square(h2);
                let h4 = l1(abs(h0));
                let h0 = -1 - h3;
                let h6 = h0 * x0;
                let h3 = h3 * h6;
                (h4, l2(h3))
            }
        }
        flat {
            input: [SIZE_4, SIZE_5];
            l1: MaxPool1d(3, padding = 0);
            l0_0: LayerNorm(axes = 1, eps = 0.1);
            l0_1: Softplus;
            l2_0: Tanh;
            l2_1: Linear(5 -> 4, bias = false);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l0_1(l0_0(h0));
                let h2 = l0_1(l0_0(h1));
                let h3 = square(h2);
                let h4 = l1(abs(h0));
                let h0 = -1 - h3;
                let h6 = h0 * x0;
                let h3 = h3 * h6;
                (h4, l2_1(l2_0(h3)))
            }
        }
    }
    R96 {
        composed {
            input x0: [SIZE_2, SIZE_5, SIZE_3];
            input x1: [SIZE_2, SIZE_2];
            input x2: [SIZE_1, SIZE_2, SIZE_3];
            l0: Linear(2 -> 5);
            l2: Silu;
            l3: Linear(2 -> 5, bias = true);
            l1: R96L1;
            fn forward(x0, x1, x2) {
                let h0 = l0(x1);
                let h1 = ln(square(x0) + 0.5);
                let h2 = l1(h0);
                let h3 = l2(h2);
                let h2 = l1(h0);
                let h5 = matmul(h2, h2, transpose_a = true, transpose_b = true);
                let _h6 = 0.5 - h5;
                let h7 = clamp(h5, min = -0.3);
                let _h8 = l3(h5);
                let h9 = sum(x2, axes = (0, 1, 2));
                (h3, l1(h0), h7, h9, dropout(h1, 0.0), x1)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_5, SIZE_3];
            input x1: [SIZE_2, SIZE_2];
            input x2: [SIZE_1, SIZE_2, SIZE_3];
            l0: Linear(2 -> 5);
            l2: Silu;
            l3: Linear(2 -> 5, bias = true);
            l1_0: AvgPool1d(kernel = 3, stride = 2, padding = 0);
            fn forward(x0, x1, x2) {
                let h0 = l0(x1);
                let h1 = ln(square(x0) + 0.5);
                let h2 = l1_0(h0);
                let h3 = l2(h2);
                let h2 = l1_0(h0);
                let h5 = matmul(h2, h2, transpose_a = true, transpose_b = true);
                let _h6 = 0.5 - h5;
                let h7 = clamp(h5, min = -0.3);
                let _h8 = l3(h5);
                let h9 = sum(x2, axes = (0, 1, 2));
                (h3, l1_0(h0), h7, h9, dropout(h1, 0.0), x1)
            }
        }
    }
    R97 {
        composed {
            input x0: [SIZE_4, SIZE_5, SIZE_4];
            input x1: [SIZE_1, SIZE_5, SIZE_4];
            l1: Elu;
            l0: R97L0;
            l2: R97L2;
            fn forward(x0, x1) {
                let h0 = expand(x0, [4, 5, 4]);
                let h1 = l0(x0);
                let h2 = l0(h0);
                let h3 = l2(l0(h0));
                let h4 = upsample2d(h0, scale = 1);
                let _h5 = concat(x1, h4, x1);
                let h6 = l2(h2);
                (h2 + l1(h1), h3, h6)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_5, SIZE_4];
            input x1: [SIZE_1, SIZE_5, SIZE_4];
            l1: Elu;
            l0_0: Glu(axis = 2);
            l0_1: Conv2d(4 -> 4, kernel = 1);
            l2_0: Conv2d(_ -> 4, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = depthwise);
            l2_1: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0, x1) {
                let h0 = expand(x0, [4, 5, 4]);
                let h1 = l0_1(l0_0(x0));
                let h2 = l0_1(l0_0(h0));
                let h3 = l2_1(l2_0(l0_1(l0_0(h0))));
                let h4 = upsample2d(h0, scale = 1);
                let _h5 = concat(x1, h4, x1);
                let h6 = l2_1(l2_0(h2));
                (h2 + l1(h1), h3, h6)
            }
        }
    }
    R99 {
        composed {
            input x0: [SIZE_3];
            input x1: [SIZE_5];
            input x2: [SIZE_6];
            l0: Linear(4, bias = false);
            l1: R99L1;
            fn forward(x0, _x1, x2) {
                let h0 = l0(x0);
                let h1 = leaky_relu(x2, 0.2);
                let h2 = l1(l0(tanh(x0)));
                (h0, h1, h2)
            }
        }
        flat {
            input x0: [SIZE_3];
            input x1: [SIZE_5];
            input x2: [SIZE_6];
            l0: Linear(4, bias = false);
            l1_0: Linear(4 -> 3, bias = false);
            fn forward(x0, _x1, x2) {
                let h0 = l0(x0);
                let h1 = leaky_relu(x2, 0.2);
                let h2 = l1_0(l0(tanh(x0)));
                (h0, h1, h2)
            }
        }
    }
}

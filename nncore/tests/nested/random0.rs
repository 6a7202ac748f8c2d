//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        R0L1 {
            input: [2, 2, 1];
            a0: Tanh;
            a1: Conv2d(1, kernel = 2, padding = same, dilation = 2, groups = 1, bias = false);
            a2: BatchNorm2d(eps = 0.1);
        }
        R14L0 {
            input: [7];
            a0: LayerNorm(axes = 1, eps = 1e-2);
            a1: LayerNorm(eps = 0.1);
            a2: Tanh;
        }
        R14L1 {
            input: [7];
            a0: Tanh();
            a1: PRelu(7);
        }
        R1L1 {
            input: [3, 3, 5];
            a0: AvgPool2d(kernel = 3, stride = 3, count_include_pad = true);
            a1: LayerNorm(axes = 3, eps = 1e-2);
        }
        R2L1 {
            input: [3, 2, 1];
            a0: Upsample2d((1, 3));
            a1: LayerNorm(eps = 0.1);
        }
        R35L0 {
            input: [2];
            a0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            a1: LayerNorm(eps = 0.1);
        }
        R35L1 {
            input: [2];
            a0: HardSwish();
        }
        R3L2 {
            input: [20];
            a0: Linear(_ -> 5, bias = true);
        }
        R42L0 {
            input: [1, 5];
            a0: Linear(5 -> 5);
            a1: LayerNorm(eps = 1e-2);
            a2: LayerNorm;
        }
        R62L0 {
            input: [7];
            a0: Tanh();
            a1: LayerNorm(eps = 1e-2);
            a2: Linear(7 -> 7);
        }
        R64L0 {
            input: [4, 5, 6];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: LayerNorm(axes = 2);
        }
        R72L1 {
            input: [1, 3, 2];
            a0: Conv2d(1 -> 3, kernel = 1, stride = 1, padding = valid, dilation = 2, bias = false);
            a1: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        }
        R72L2 {
            input: [3, 3, 2];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: LayerNorm(eps = 0.1);
        }
        R73L1 {
            input: [2, 6, 4];
            a0: LayerNorm(eps = 0.1);
            a1: MaxPool2d(2, stride = (2, 1));
            a2: BatchNorm2d(2);
        }
        R73L2 {
            input: [4, 1, 3];
            a0: Tanh();
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R73L3 {
            input: [4, 1, 3];
            a0: MaxPool2d((1, 2), stride = (3, 1), padding = same);
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R74L2 {
            input: [3, 5, 3];
            a0: LeakyRelu;
            a1: Tanh;
        }
        R76L1 {
            input: [1, 3];
            a0: AvgPool1d(3, stride = 2, count_include_pad = true);
        }
        R77L0 {
            input: [2, 6, 2];
            a0: Conv2d(2 -> 2, kernel = 1);
            a1: Upsample2d((1, 3));
        }
        R77L1 {
            input: [2, 6, 6];
            a0: Silu;
        }
        R78L0 {
            input: [2, 2, 4];
            a0: Conv2d(2 -> 2, kernel = (1, 2), stride = 1, groups = 1, bias = false);
            a1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R78L1 {
            input: [5];
            a0: Linear(5);
            a1: BatchNorm1d(momentum = 0.3);
        }
        R78L2 {
            input: [2, 2, 3];
            a0: BatchNorm2d(2, eps = 0.1);
            a1: Pad2d(padding = (1, 0, 2, 1), mode = reflect);
            a2: Conv2d(2 -> 2, kernel = 1);
        }
        R79L0 {
            input: [3, 5, 1];
            a0: Tanh();
            a1: GroupNorm(1);
            a2: Tanh;
        }
        R79L1 {
            input: [3, 5, 1];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: GroupNorm(3, eps = 0.1, affine = false);
            a2: LayerNorm(axes = 1, eps = 0.1);
        }
        R79L3 {
            input: [3, 1, 6];
            a0: BatchNorm2d(eps = 1e-2);
            a1: LeakyRelu(0);
        }
        R80L0 {
            input: [2, 1, 3];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: PixelShuffle(1);
        }
        R80L1 {
            input: [2, 1, 3];
            a0: PixelShuffle(1);
            a1: Tanh();
        }
        R81L0 {
            input: [4, 3, 5];
            a0: GlobalAvgPool2d;
            a1: BatchNorm2d;
        }
        R81L1 {
            input: [2, 1, 4];
            a0: Conv2d(2 -> 2, kernel = 1);
            a1: Softplus();
        }
        R81L3 {
            input: [2, 1];
            a0: Linear(1 -> 5, bias = true);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R81L4 {
            input: [2, 1, 4];
            a0: Conv2d(2 -> 2, kernel = 1);
            a1: Conv2d(2 -> 3, kernel = 2, stride = (2, 1), padding = 1, dilation = 2, bias = false);
        }
        R82L1 {
            input: [3, 2, 5];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: LayerNorm;
        }
        R82L2 {
            input: [3];
            a0: LayerNorm(axes = 1);
            a1: HardSwish();
            a2: Linear(3 -> 3);
        }
        R82L3 {
            input: [3, 2, 5];
            a0: LayerNorm(eps = 0.1);
            a1: HardSwish;
        }
        R82L4 {
            input: [5];
            a0: BatchNorm1d(eps = 0.1);
            a1: Linear(5 -> 2);
            a2: LayerNorm;
        }
        R83L0 {
            input: [3, 2, 1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: PRelu(3);
        }
        R83L1 {
            input: [8];
            a0: LayerNorm(eps = 0.1);
            a1: Linear(8 -> 1, bias = false);
        }
    }
    R0 {
        composed {
            input: [2, 2, 1];
            l0: LayerNorm(eps = 1e-2);
            l1: R0L1;
            fn forward(x0) {
                let h0 = reshape(l1((l0(x0))), [2, 1, 1, 1]);
                let h1 = tanh(h0);
                let h2 = reshape(h1, [2, 1, 1]);
                h2
            }
        }
        flat {
            input: [2, 2, 1];
            l0: LayerNorm(eps = 1e-2);
            l1_0: Tanh;
            l1_1: Conv2d(1, kernel = 2, padding = same, dilation = 2, groups = 1, bias = false);
            l1_2: BatchNorm2d(eps = 0.1);
            fn forward(x0) {
                let h0 = reshape(l1_2(l1_1(l1_0((l0(x0))))), [2, 1, 1, 1]);
                let h1 = tanh(h0);
                let h2 = reshape(h1, [2, 1, 1]);
                h2
            }
        }
    }
    R1 {
        composed {
            input: [3, 2, 4];
            l0: Conv2d(_ -> 3, kernel = 2, padding = 1, groups = depthwise);
            l1: R1L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(l1(h0), [3, 1, 1, 1]);
                let h2 = reshape(h1 + h1, [3, 1, 1]);
                h2
            }
        }
        flat {
            input: [3, 2, 4];
            l0: Conv2d(_ -> 3, kernel = 2, padding = 1, groups = depthwise);
            l1_0: AvgPool2d(kernel = 3, stride = 3, count_include_pad = true);
            l1_1: LayerNorm(axes = 3, eps = 1e-2);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(l1_1(l1_0(h0)), [3, 1, 1, 1]);
                let h2 = reshape(h1 + h1, [3, 1, 1]);
                h2
            }
        }
    }
    R2 {
        composed {
            input: [3, 2, 1];
            l0: LayerNorm(axes = 1, eps = 0.1);
            l1: R2L1;
            fn forward(x0) {
                let h0 = l1(l0(x0));
                let h1 = reshape(h0, [3, 2, 3, 1]);
                let h2 = tanh(h1);
                let h3 = reshape(h2, [6, 3, 1]);
                let h4 = reshape(h1, [6, 3, 1]);
                (h3, h4)
            }
        }
        flat {
            input: [3, 2, 1];
            l0: LayerNorm(axes = 1, eps = 0.1);
            l1_0: Upsample2d((1, 3));
            l1_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l1_1(l1_0(l0(x0)));
                let h1 = reshape(h0, [3, 2, 3, 1]);
                let h2 = tanh(h1);
                let h3 = reshape(h2, [6, 3, 1]);
                let h4 = reshape(h1, [6, 3, 1]);
                (h3, h4)
            }
        }
    }
    R3 {
        composed {
            input: [2, 5, 2];
            #[frozen] l0: LayerNorm(axes = 4, eps = 1e-2);
            #[frozen] l1: Flatten;
            #[frozen] l2: R3L2;
            fn forward(x0) {
                let x0 = l0(reshape(x0, [5, 2, 2, 1]));
                let h1 = l1(x0);
                let h1 = ln(square(h1) + 0.5);
                let h3 = reshape(x0, [10, 2, 1]);
                (h3, l2(h1))
            }
        }
        flat {
            input: [2, 5, 2];
            #[frozen] l0: LayerNorm(axes = 4, eps = 1e-2);
            #[frozen] l1: Flatten;
            #[frozen] l2_0: Linear(_ -> 5, bias = true);
            fn forward(x0) {
                let x0 = l0(reshape(x0, [5, 2, 2, 1]));
                let h1 = l1(x0);
                let h1 = ln(square(h1) + 0.5);
                let h3 = reshape(x0, [10, 2, 1]);
                (h3, l2_0(h1))
            }
        }
    }
    R14 {
        composed {
            input: [7];
            l0: R14L0;
            l1: R14L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape((l1(h0)), [7, 1, 1, 1]);
                let h2 = reshape(h1 * h1, [7, 1, 1]);
                h2
            }
        }
        flat {
            input: [7];
            l0_0: LayerNorm(axes = 1, eps = 1e-2);
            l0_1: LayerNorm(eps = 0.1);
            l0_2: Tanh;
            l1_0: Tanh();
            l1_1: PRelu(7);
            fn forward(x0) {
                let h0 = l0_2(l0_1(l0_0(x0)));
                let h1 = reshape((l1_1(l1_0(h0))), [7, 1, 1, 1]);
                let h2 = reshape(h1 * h1, [7, 1, 1]);
                h2
            }
        }
    }
    R35 {
        composed {
            input: [2];
            l0: R35L0;
            l1: R35L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(l1(h0), [2, 1, 1, 1]);
                let h2 = h1 * h1;
                let h3 = reshape(h2, [2, 1, 1]);
                let h4 = reshape(h2, [2, 1, 1]);
                (h3, h4)
            }
        }
        flat {
            input: [2];
            l0_0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l0_1: LayerNorm(eps = 0.1);
            l1_0: HardSwish();
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = reshape(l1_0(h0), [2, 1, 1, 1]);
                let h2 = h1 * h1;
                let h3 = reshape(h2, [2, 1, 1]);
                let h4 = reshape(h2, [2, 1, 1]);
                (h3, h4)
            }
        }
    }
    R42 {
        composed {
            input: [1, 5];
            l1: LayerNorm(axes = 2, eps = 0.1);
            l0: R42L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = avg_pool1d(h0, 2, stride = 2, padding = valid);
                let h2 = l1(reshape(h1, [1, 2, 1, 1]));
                let h3 = reshape(h2, [2, 1, 1]);
                h3
            }
        }
        flat {
            input: [1, 5];
            l1: LayerNorm(axes = 2, eps = 0.1);
            l0_0: Linear(5 -> 5);
            l0_1: LayerNorm(eps = 1e-2);
            l0_2: LayerNorm;
            fn forward(x0) {
                let h0 = l0_2(l0_1(l0_0(x0)));
                let h1 = avg_pool1d(h0, 2, stride = 2, padding = valid);
                let h2 = l1(reshape(h1, [1, 2, 1, 1]));
                let h3 = reshape(h2, [2, 1, 1]);
                h3
            }
        }
    }
    R62 {
        composed {
            input: [7];
            #[frozen] l1: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] l0: R62L0;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5, h0_6) = split((l0(x0)), axis = 0);
                let h1 = l1(h0_1);
                let h2 = flatten(h1);
                let h3 = flatten(h0_6);
                let h4 = concat(h3, h2);
                (h0_0, h0_2, h0_3, h0_4, h0_5, h4)
            }
        }
        flat {
            input: [7];
            #[frozen] l1: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] l0_0: Tanh();
            #[frozen] l0_1: LayerNorm(eps = 1e-2);
            #[frozen] l0_2: Linear(7 -> 7);
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, h0_5, h0_6) = split((l0_2(l0_1(l0_0(x0)))), axis = 0);
                let h1 = l1(h0_1);
                let h2 = flatten(h1);
                let h3 = flatten(h0_6);
                let h4 = concat(h3, h2);
                (h0_0, h0_2, h0_3, h0_4, h0_5, h4)
            }
        }
    }
    R64 {
        composed {
            input: [4, 5, 6];
            l1: Silu;
            l0: R64L0;
            fn forward(x0) {
                let h0 = reshape(l0(x0), [10, 6, 2, 1]);
                let h1 = l1(h0);
                let h2 = reshape(h1, [60, 2, 1]);
                let h3 = reshape(h1, [60, 2, 1]);
                (h2, h3)
            }
        }
        flat {
            input: [4, 5, 6];
            l1: Silu;
            l0_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l0_1: LayerNorm(axes = 2);
            fn forward(x0) {
                let h0 = reshape(l0_1(l0_0(x0)), [10, 6, 2, 1]);
                let h1 = l1(h0);
                let h2 = reshape(h1, [60, 2, 1]);
                let h3 = reshape(h1, [60, 2, 1]);
                (h2, h3)
            }
        }
    }
    R72 {
        composed {
            input x0: [1, 3, 2];
            input x1: [1, 3, 2];
            l0: LogSoftmax(axis = 1);
            l1: R72L1;
            l2: R72L2;
            fn forward(x0, x1) {
                let h0 = x0 + x0;
                let h1 = l0(h0);
                let h2 = h0 + x1;
                let h3 = softplus(l0(x1));
                (tanh(h1), h3, l2(l1(h2)))
            }
        }
        flat {
            input x0: [1, 3, 2];
            input x1: [1, 3, 2];
            l0: LogSoftmax(axis = 1);
            l1_0: Conv2d(1 -> 3, kernel = 1, stride = 1, padding = valid, dilation = 2, bias = false);
            l1_1: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
            l2_0: LayerNorm(axes = 1, eps = 0.1);
            l2_1: LayerNorm(eps = 0.1);
            fn forward(x0, x1) {
                let h0 = x0 + x0;
                let h1 = l0(h0);
                let h2 = h0 + x1;
                let h3 = softplus(l0(x1));
                (tanh(h1), h3, l2_1(l2_0(l1_1(l1_0(h2)))))
            }
        }
    }
    R73 {
        composed {
            input x0: [2, 6, 4];
            input x1: [4, 1, 3];
            l0: Tanh;
            l1: R73L1;
            l2: R73L2;
            l3: R73L3;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = l0(h1);
                let x0 = h0 + x0;
                let h4 = ln(square(h2) + 0.5);
                let h5 = l2(x1);
                let _h6 = h5 / (square(x1) + 0.5);
                let h7 = reshape(x0, [48]);
                let h8 = l0(h7);
                (h4, l3(x1), pow(0.5 + square(tanh(softplus(x0))), 0.5), h8)
            }
        }
        flat {
            input x0: [2, 6, 4];
            input x1: [4, 1, 3];
            l0: Tanh;
            l1_0: LayerNorm(eps = 0.1);
            l1_1: MaxPool2d(2, stride = (2, 1));
            l1_2: BatchNorm2d(2);
            l2_0: Tanh();
            l2_1: Conv2d(4 -> 4, kernel = 1);
            l3_0: MaxPool2d((1, 2), stride = (3, 1), padding = same);
            l3_1: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = l1_2(l1_1(l1_0(h0)));
                let h2 = l0(h1);
                let x0 = h0 + x0;
                let h4 = ln(square(h2) + 0.5);
                let h5 = l2_1(l2_0(x1));
                let _h6 = h5 / (square(x1) + 0.5);
                let h7 = reshape(x0, [48]);
                let h8 = l0(h7);
                (h4, l3_1(l3_0(x1)), pow(0.5 + square(tanh(softplus(x0))), 0.5), h8)
            }
        }
    }
    R74 {
        composed {
            input x0: [3, 5, 3];
            input x1: [3, 1, 1];
            l0: Dropout(0.0);
            l1: Conv2d(3, kernel = (1, 3), stride = 2, dilation = (2, 1), groups = 3, bias = false);
            l2: R74L2;
            fn forward(x0, x1) {
                let h0 = softplus(x0);
                let h1 = sqrt(square((max((exp(tanh(h0))), axes = 2))) + 0.5);
                let h2 = silu(h1);
                let h3 = square(h2);
                let h4 = max_pool2d(x0, 2, stride = (3, 1), padding = same);
                let h5 = abs(h4);
                (h3, h1, l2((l0(x0))), x1 + l1(h5))
            }
        }
        flat {
            input x0: [3, 5, 3];
            input x1: [3, 1, 1];
            l0: Dropout(0.0);
            l1: Conv2d(3, kernel = (1, 3), stride = 2, dilation = (2, 1), groups = 3, bias = false);
            l2_0: LeakyRelu;
            l2_1: Tanh;
            fn forward(x0, x1) {
                let h0 = softplus(x0);
                let h1 = sqrt(square((max((exp(tanh(h0))), axes = 2))) + 0.5);
                let h2 = silu(h1);
                let h3 = square(h2);
                let h4 = max_pool2d(x0, 2, stride = (3, 1), padding = same);
                let h5 = abs(h4);
                (h3, h1, l2_1(l2_0((l0(x0)))), x1 + l1(h5))
            }
        }
    }
    R76 {
        composed {
            input: [2, 1];
            l0: Linear(3, bias = true);
            l1: R76L1;
            fn forward(x0) {
                let x0 = transpose(x0);
                let h1 = x0 + x0;
                let h2 = pow(0.5 + square(tanh(h1)), -0.5);
                let h3 = slice(h2, 0..1);
                let h4 = h2 - h3;
                let h2 = h1 / (square(h4) + 0.5);
                let h6 = permute(h2, [0, 1]);
                let x0 = slice(l0(h6), 0..3, axis = 1);
                let h8 = l1(x0);
                let h9 = 3.0 - h8;
                let h10 = h8 + h9;
                (h2, h10)
            }
        }
        flat {
            input: [2, 1];
            l0: Linear(3, bias = true);
            l1_0: AvgPool1d(3, stride = 2, count_include_pad = true);
            fn forward(x0) {
                let x0 = transpose(x0);
                let h1 = x0 + x0;
                let h2 = pow(0.5 + square(tanh(h1)), -0.5);
                let h3 = slice(h2, 0..1);
                let h4 = h2 - h3;
                let h2 = h1 / (square(h4) + 0.5);
                let h6 = permute(h2, [0, 1]);
                let x0 = slice(l0(h6), 0..3, axis = 1);
                let h8 = l1_0(x0);
                let h9 = 3.0 - h8;
                let h10 = h8 + h9;
                (h2, h10)
            }
        }
    }
    R77 {
        composed {
            input x0: [3, 2];
            input x1: [2];
            input x2: [2, 6, 2];
            l0: R77L0;
            l1: R77L1;
            fn forward(x0, x1, x2) {
                let h0 = l0(x2);
                let h1 = x0 + x0;
                let h2 = clamp(ln(square(silu(l0(x2))) + 0.5), min = -0.3);
                let h3 = l1(l0(x2));
                let h4 = softmax(x1, axis = 0);
                let h5 = flatten(x0);
                let h6 = flatten(h4);
                let h7 = concat(h6, h5);
                (h0, matmul(x0, x0, transpose_b = true), h1, h2, h3, h7)
            }
        }
        flat {
            input x0: [3, 2];
            input x1: [2];
            input x2: [2, 6, 2];
            l0_0: Conv2d(2 -> 2, kernel = 1);
            l0_1: Upsample2d((1, 3));
            l1_0: Silu;
            fn forward(x0, x1, x2) {
                let h0 = l0_1(l0_0(x2));
                let h1 = x0 + x0;
                let h2 = clamp(ln(square(silu(l0_1(l0_0(x2)))) + 0.5), min = -0.3);
                let h3 = l1_0(l0_1(l0_0(x2)));
                let h4 = softmax(x1, axis = 0);
                let h5 = flatten(x0);
                let h6 = flatten(h4);
                let h7 = concat(h6, h5);
                (h0, matmul(x0, x0, transpose_b = true), h1, h2, h3, h7)
            }
        }
    }
    R78 {
        composed {
            input x0: [2, 2, 4];
            input x1: [5];
            l0: R78L0;
            l1: R78L1;
            l2: R78L2;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = h0 / 1e-1;
                let x1 = l1(x1);
                let h3 = clamp(reshape(x1, [5]), max = 0.7);
                let h4 = sigmoid(h1);
                let _h5 = l1(h3);
                let h6 = l2(h4);
                (sqrt(square(h1) + 0.5), h6)
            }
        }
        flat {
            input x0: [2, 2, 4];
            input x1: [5];
            l0_0: Conv2d(2 -> 2, kernel = (1, 2), stride = 1, groups = 1, bias = false);
            l0_1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l1_0: Linear(5);
            l1_1: BatchNorm1d(momentum = 0.3);
            l2_0: BatchNorm2d(2, eps = 0.1);
            l2_1: Pad2d(padding = (1, 0, 2, 1), mode = reflect);
            l2_2: Conv2d(2 -> 2, kernel = 1);
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x0));
                let h1 = h0 / 1e-1;
                let x1 = l1_1(l1_0(x1));
                let h3 = clamp(reshape(x1, [5]), max = 0.7);
                let h4 = sigmoid(h1);
                let _h5 = l1_1(l1_0(h3));
                let h6 = l2_2(l2_1(l2_0(h4)));
                (sqrt(square(h1) + 0.5), h6)
            }
        }
    }
    R79 {
        composed {
            input x0: [3, 1, 6];
            input x1: [3, 3, 6];
            input x2: [3, 5, 1];
            l2: InstanceNorm2d(affine = true);
            l0: R79L0;
            l1: R79L1;
            l3: R79L3;
            fn forward(x0, _x1, x2) {
                let h0 = ln(square(x0) + 0.5);
                let h1 = l0(x2);
                let x2 = l1(h1);
                let h3 = elu(x2, 0.7);
                let h4 = l2(h3);
                let h5 = reshape(h0, [9, 2, 1]);
                let h6 = h0 / 0.5;
                let h7 = max_pool2d(h4, kernel = (2, 1), stride = 2);
                let _h8 = square(h7);
                (h5, l3(h6))
            }
        }
        flat {
            input x0: [3, 1, 6];
            input x1: [3, 3, 6];
            input x2: [3, 5, 1];
            l2: InstanceNorm2d(affine = true);
            l0_0: Tanh();
            l0_1: GroupNorm(1);
            l0_2: Tanh;
            l1_0: LayerNorm(axes = 3, eps = 0.1);
            l1_1: GroupNorm(3, eps = 0.1, affine = false);
            l1_2: LayerNorm(axes = 1, eps = 0.1);
            l3_0: BatchNorm2d(eps = 1e-2);
            l3_1: LeakyRelu(0);
            fn forward(x0, _x1, x2) {
                let h0 = ln(square(x0) + 0.5);
                let h1 = l0_2(l0_1(l0_0(x2)));
                let x2 = l1_2(l1_1(l1_0(h1)));
                let h3 = elu(x2, 0.7);
                let h4 = l2(h3);
                let h5 = reshape(h0, [9, 2, 1]);
                let h6 = h0 / 0.5;
                let h7 = max_pool2d(h4, kernel = (2, 1), stride = 2);
                let _h8 = square(h7);
                (h5, l3_1(l3_0(h6)))
            }
        }
    }
    R80 {
        composed {
            input: [2, 1, 3];
            l0: R80L0;
            l1: R80L1;
            fn forward(x0) {
                let x0 = -0.7 - x0;
                let h1 = reshape(x0, [6]);
                let h2 = abs(h1);
                let h3 = l0(x0);
                let h4 = l1(h3);
                let h5 = l1(-1 / (square(x0) + 0.5));
                let h6 = h5 + h4;
                (h2, h6)
            }
        }
        flat {
            input: [2, 1, 3];
            l0_0: LayerNorm(axes = 1, eps = 0.1);
            l0_1: PixelShuffle(1);
            l1_0: PixelShuffle(1);
            l1_1: Tanh();
            fn forward(x0) {
                let x0 = -0.7 - x0;
                let h1 = reshape(x0, [6]);
                let h2 = abs(h1);
                let h3 = l0_1(l0_0(x0));
                let h4 = l1_1(l1_0(h3));
                let h5 = l1_1(l1_0(-1 / (square(x0) + 0.5)));
                let h6 = h5 + h4;
                (h2, h6)
            }
        }
    }
    R81 {
        composed {
            input x0: [4, 3, 5];
            input x1: [2, 1, 4];
            input x2: [2, 1];
            l2: Dropout(0.3);
            l0: R81L0;
            l1: R81L1;
            l3: R81L3;
            l4: R81L4;
            fn forward(x0, x1, x2) {
                let h0 = pixel_shuffle(x1, 1);
                let h1 = slice(l0(x0), 0..1);
                let x1 = l1(h0);
                let h3 = l2(h1);
                let h4 = square(h3);
                let h5 = sum(x1, axes = (0, 2));
                let h6 = l0(x0);
                let h7 = max((l4(x1)), axes = (0, 1, 2));
                let h8 = max_pool2d(h6, kernel = 1, stride = (1, 2));
                (h4, h5, l3(x2), h7, h8)
            }
        }
        flat {
            input x0: [4, 3, 5];
            input x1: [2, 1, 4];
            input x2: [2, 1];
            l2: Dropout(0.3);
            l0_0: GlobalAvgPool2d;
            l0_1: BatchNorm2d;
            l1_0: Conv2d(2 -> 2, kernel = 1);
            l1_1: Softplus();
            l3_0: Linear(1 -> 5, bias = true);
            l3_1: LayerNorm(axes = 1, eps = 1e-2);
            l4_0: Conv2d(2 -> 2, kernel = 1);
            l4_1: Conv2d(2 -> 3, kernel = 2, stride = (2, 1), padding = 1, dilation = 2, bias = false);
            fn forward(x0, x1, x2) {
                let h0 = pixel_shuffle(x1, 1);
                let h1 = slice(l0_1(l0_0(x0)), 0..1);
                let x1 = l1_1(l1_0(h0));
                let h3 = l2(h1);
                let h4 = square(h3);
                let h5 = sum(x1, axes = (0, 2));
                let h6 = l0_1(l0_0(x0));
                let h7 = max((l4_1(l4_0(x1))), axes = (0, 1, 2));
                let h8 = max_pool2d(h6, kernel = 1, stride = (1, 2));
                (h4, h5, l3_1(l3_0(x2)), h7, h8)
            }
        }
    }
    R82 {
        composed {
            input x0: [3, 2, 5];
            input x1: [1, 2, 1];
            input x2: [3, 2, 5];
            l0: Silu;
            l1: R82L1;
            l2: R82L2;
            l3: R82L3;
            l4: R82L4;
            fn forward(x0, _x1, x2) {
                let h0 = l0(x0) * x2;
                let h1 = pow(0.5 + square(tanh(l1(x0 / (square(h0) + 0.5)))), 0);
                let h2 = sum(h1, axes = (1, 2));
                let h3 = h2 * h2;
                let h4 = l2(h3);
                let h5 = l4(mean(h0, axes = (0, 1)));
                (h4, l3(x0), h5)
            }
        }
        flat {
            input x0: [3, 2, 5];
            input x1: [1, 2, 1];
            input x2: [3, 2, 5];
            l0: Silu;
            l1_0: Conv2d(3 -> 3, kernel = 1);
            l1_1: LayerNorm;
            l2_0: LayerNorm(axes = 1);
            l2_1: HardSwish();
            l2_2: Linear(3 -> 3);
            l3_0: LayerNorm(eps = 0.1);
            l3_1: HardSwish;
            l4_0: BatchNorm1d(eps = 0.1);
            l4_1: Linear(5 -> 2);
            l4_2: LayerNorm;
            fn forward(x0, _x1, x2) {
                let h0 = l0(x0) * x2;
                let h1 = pow(0.5 + square(tanh(l1_1(l1_0(x0 / (square(h0) + 0.5))))), 0);
                let h2 = sum(h1, axes = (1, 2));
                let h3 = h2 * h2;
                let h4 = l2_2(l2_1(l2_0(h3)));
                let h5 = l4_2(l4_1(l4_0(mean(h0, axes = (0, 1)))));
                (h4, l3_1(l3_0(x0)), h5)
            }
        }
    }
    R83 {
        composed {
            input x0: [3, 6, 2];
            input x1: [1, 5];
            input x2: [1];
            l0: R83L0;
            l1: R83L1;
            fn forward(x0, x1, x2) {
                let h0 = mean(x0, axes = (0, 2));
                let h0 = concat(x2, x2, h0);
                let h2 = max_pool2d(x0, 2, stride = 3, padding = same);
                let h3 = x1 + x1;
                let h2 = (l0(h2)) + h2;
                let h5 = l1(h0);
                (h3, abs(h2), h5)
            }
        }
        flat {
            input x0: [3, 6, 2];
            input x1: [1, 5];
            input x2: [1];
            l0_0: LayerNorm(axes = 1, eps = 0.1);
            l0_1: PRelu(3);
            l1_0: LayerNorm(eps = 0.1);
            l1_1: Linear(8 -> 1, bias = false);
            fn forward(x0, x1, x2) {
                let h0 = mean(x0, axes = (0, 2));
                let h0 = concat(x2, x2, h0);
                let h2 = max_pool2d(x0, 2, stride = 3, padding = same);
                let h3 = x1 + x1;
                let h2 = (l0_1(l0_0(h2))) + h2;
                let h5 = l1_1(l1_0(h0));
                (h3, abs(h2), h5)
            }
        }
    }
}

//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_2 = 2; SIZE_3 = 3; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; SIZE_7 = 7; }
    inner {
        R100L1 {
            input: [SIZE_1];
            a0: Flatten;
            a1: Linear(1 -> 1);
        }
        R101L1 {
            input: [SIZE_2, SIZE_2, SIZE_6];
            a0: PixelShuffle(1);
            a1: Conv2d(2 -> 2, kernel = 1);
        }
        R103L1 {
            input: [SIZE_2, SIZE_2, SIZE_6];
            a0: PRelu(2);
        }
        R104L0 {
            input: [SIZE_1, SIZE_2];
            a0: BatchNorm1d(eps = 0.1);
        }
        R105L0 {
            input: [SIZE_4, SIZE_4, SIZE_4];
            a0: Conv2d(4 -> 4, kernel = 1);
            a1: Conv2d(3, kernel = 2);
        }
        R105L1 {
            input: [SIZE_3, SIZE_3, SIZE_3];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: Softmax(axis = 0);
            a2: LayerNorm;
        }
        R106L0 {
            input: [SIZE_3, SIZE_1, SIZE_1];
            a0: Flatten;
        }
        R106L1 {
            input: [SIZE_3];
            a0: Softmax;
            a1: Tanh();
        }
        R84L1 {
            input: [SIZE_3, SIZE_4, SIZE_3];
            a0: GroupNorm(1, affine = false);
            a1: Tanh;
        }
        R85L0 {
            input: [SIZE_3, SIZE_1, SIZE_1];
            a0: BatchNorm2d(3, eps = 1e-2);
            a1: Conv2d(_ -> 1, kernel = 1, stride = 2, padding = 0, dilation = (2, 1));
        }
        R85L1 {
            input: [SIZE_1, SIZE_1, SIZE_1];
            a0: Tanh;
            a1: Elu(0.7);
        }
        R86L0 {
            input: [SIZE_4, SIZE_4, SIZE_3];
            a0: ConvTranspose2d(_ -> 3, kernel = 2, padding = 1);
        }
        R86L1 {
            input: [SIZE_3, SIZE_5, SIZE_4];
            a0: LeakyRelu(slope = -0.3);
        }
        R87L0 {
            input: [SIZE_1, SIZE_3, SIZE_6];
            a0: LogSoftmax(axis = 0);
            a1: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
        }
        R87L2 {
            input: [SIZE_3, SIZE_2, SIZE_4];
            a0: BatchNorm2d(3, eps = 1e-2, momentum = 0.3);
            a1: AvgPool2d(kernel = (2, 1), stride = 2, padding = same, count_include_pad = false);
            a2: LayerNorm(eps = 0.1);
        }
        R88L0 {
            input: [SIZE_4];
            a0: BatchNorm1d(4, eps = 0.1, momentum = 0.3);
            a1: GroupNorm(1, eps = 0.1, affine = false);
        }
        R88L1 {
            input: [SIZE_1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Linear(1 -> 2);
            a2: BatchNorm1d(eps = 0.1, momentum = 0.3);
        }
        R89L1 {
            input: [SIZE_2, SIZE_3, SIZE_1];
            a0: LogSoftmax(axis = 1);
        }
        R91L0 {
            input: [SIZE_4, SIZE_1];
            a0: Elu;
            a1: Tanh();
        }
        R91L2 {
            input: [SIZE_3, SIZE_6, SIZE_3];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: LayerNorm(eps = 0.1);
        }
        R93L1 {
            input: [SIZE_3, SIZE_1, SIZE_6];
            a0: Tanh;
            a1: RmsNorm(axes = 3, eps = 1e-2);
            a2: BatchNorm2d(3, eps = 0.1);
        }
        R94L0 {
            input: [SIZE_2, SIZE_4];
            a0: BatchNorm1d(2, eps = 1e-2);
            a1: Linear(2, bias = true);
        }
        R94L2 {
            input: [SIZE_1, SIZE_1, SIZE_2];
            a0: Glu(axis = 2);
            a1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        }
        R95L0 {
            input: [SIZE_7];
            a0: BatchNorm1d(eps = 1e-2);
            a1: Linear(3);
            a2: Linear(3 -> 3);
        }
        R95L2 {
            input: [SIZE_2];
            a0: LayerNorm;
        }
        R96L0 {
            input: [SIZE_4, SIZE_6, SIZE_2];
            a0: Conv2d(4 -> 4, kernel = 2, padding = same, dilation = (2, 1), groups = depthwise);
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R96L1 {
            input: [SIZE_4, SIZE_6, SIZE_2];
            a0: BatchNorm2d(4, eps = 1e-2);
            a1: MaxPool2d(kernel = (3, 1), stride = 3, padding = same);
        }
        R97L0 {
            input: [SIZE_4, SIZE_2];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Linear(_ -> 4, bias = false);
        }
        R98L0 {
            input: [SIZE_3, SIZE_2];
            a0: Tanh;
            a1: Linear(2 -> 5, bias = true);
        }
        R99L0 {
            input: [SIZE_3];
            a0: Relu();
        }
    }
    R84 {
        composed {
            input x0: [SIZE_1, SIZE_2];
            input x1: [SIZE_3, SIZE_3, SIZE_6];
            input x2: [SIZE_3, SIZE_4, SIZE_3];
            l0: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
            l2: Glu(axis = 2);
            l1: R84L1;
            fn forward(_x0, x1, x2) {
                let h0 = l0(x2);
                let h1 = l1(h0);
                (max(l1(h1), axes = 1), l1(h0), l2(x1))
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_2];
            input x1: [SIZE_3, SIZE_3, SIZE_6];
            input x2: [SIZE_3, SIZE_4, SIZE_3];
            l0: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
            l2: Glu(axis = 2);
            l1_0: GroupNorm(1, affine = false);
            l1_1: Tanh;
            fn forward(_x0, x1, x2) {
                let h0 = l0(x2);
                let h1 = l1_1(l1_0(h0));
                (max(l1_1(l1_0(h1)), axes = 1), l1_1(l1_0(h0)), l2(x1))
            }
        }
    }
    R85 {
        composed {
            input: [SIZE_3, SIZE_1, SIZE_1];
            l0: R85L0;
            l1: R85L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = h0 * log_softmax(h0);
                let h2 = l1(h1);
                let h3 = ln(square(x0) + 0.5);
                (h2, h3)
            }
        }
        flat {
            input: [SIZE_3, SIZE_1, SIZE_1];
            l0_0: BatchNorm2d(3, eps = 1e-2);
            l0_1: Conv2d(_ -> 1, kernel = 1, stride = 2, padding = 0, dilation = (2, 1));
            l1_0: Tanh;
            l1_1: Elu(0.7);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = h0 * log_softmax(h0);
                let h2 = l1_1(l1_0(h1));
                let h3 = ln(square(x0) + 0.5);
                (h2, h3)
            }
        }
    }
    R86 {
        composed {
            input x0: [SIZE_3, SIZE_5, SIZE_4];
            input x1: [SIZE_4, SIZE_4, SIZE_3];
            l0: R86L0;
            l1: R86L1;
            fn forward(x0, x1) {
                let h0 = l0(x1);
                let h1 = x0 * (expand(x0, [3, 5, 4]));
                let h2 = l0(x1);
                let h3 = exp(tanh(h0));
                let h4 = l1(h1);
                let h5 = -1 / (square(h4) + 0.5);
                let h6 = l1(h5);
                (l0(x1), ln(square(h0) + 0.5), h0, h2, h3, h6)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_5, SIZE_4];
            input x1: [SIZE_4, SIZE_4, SIZE_3];
            l0_0: ConvTranspose2d(_ -> 3, kernel = 2, padding = 1);
            l1_0: LeakyRelu(slope = -0.3);
            fn forward(x0, x1) {
                let h0 = l0_0(x1);
                let h1 = x0 * (expand(x0, [3, 5, 4]));
                let h2 = l0_0(x1);
                let h3 = exp(tanh(h0));
                let h4 = l1_0(h1);
                let h5 = -1 / (square(h4) + 0.5);
                let h6 = l1_0(h5);
                (l0_0(x1), ln(square(h0) + 0.5), h0, h2, h3, h6)
            }
        }
    }
    R87 {
        composed {
            input: [SIZE_1, SIZE_3, SIZE_6];
            l1: Conv2d(1 -> 3, kernel = 3, stride = 2, padding = (1, 2, 1, 2));
            l0: R87L0;
            l2: R87L2;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let x0 = l0(h0);
                let h3 = l2(l1(x0));
                let h4 = permute(h1, [1, 0, 2]);
                let h5 = l1(l0(x0));
                (h3, h4, h0, h1 + h5)
            }
        }
        flat {
            input: [SIZE_1, SIZE_3, SIZE_6];
            l1: Conv2d(1 -> 3, kernel = 3, stride = 2, padding = (1, 2, 1, 2));
            l0_0: LogSoftmax(axis = 0);
            l0_1: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
            l2_0: BatchNorm2d(3, eps = 1e-2, momentum = 0.3);
            l2_1: AvgPool2d(kernel = (2, 1), stride = 2, padding = same, count_include_pad = false);
            l2_2: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1(h0);
                let x0 = l0_1(l0_0(h0));
                let h3 = l2_2(l2_1(l2_0(l1(x0))));
                let h4 = permute(h1, [1, 0, 2]);
                let h5 = l1(l0_1(l0_0(x0)));
                (h3, h4, h0, h1 + h5)
            }
        }
    }
    R88 {
        composed {
            input: [SIZE_4];
            #[frozen] l0: R88L0;
            #[frozen] l1: R88L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = x0 * l0(x0);
                let h1 = h1 * 1e-1;
                let h3 = sqrt(square(sum(h1, axis = 0, keep = true)) + 0.5);
                let h4 = dropout(h1, p = 0.25);
                let h5 = l0(h4);
                let h6 = exp(tanh(h5));
                let _h7 = l0(h6);
                let h8 = l1(h3);
                (h0, h8, l1(h3))
            }
        }
        flat {
            input: [SIZE_4];
            #[frozen] l0_0: BatchNorm1d(4, eps = 0.1, momentum = 0.3);
            #[frozen] l0_1: GroupNorm(1, eps = 0.1, affine = false);
            #[frozen] l1_0: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] l1_1: Linear(1 -> 2);
            #[frozen] l1_2: BatchNorm1d(eps = 0.1, momentum = 0.3);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = x0 * l0_1(l0_0(x0));
                let h1 = h1 * 1e-1;
                let h3 = sqrt(square(sum(h1, axis = 0, keep = true)) + 0.5);
                let h4 = dropout(h1, p = 0.25);
                let h5 = l0_1(l0_0(h4));
                let h6 = exp(tanh(h5));
                let _h7 = l0_1(l0_0(h6));
                let h8 = l1_2(l1_1(l1_0(h3)));
                (h0, h8, l1_2(l1_1(l1_0(h3))))
            }
        }
    }
    R89 {
        composed {
            input x0: [SIZE_2, SIZE_3, SIZE_1];
            input x1: [SIZE_3, SIZE_4, SIZE_1];
            input x2: [SIZE_2, SIZE_4, SIZE_5];
            l0: RmsNorm(eps = 0.1);
            l1: R89L1;
            fn forward(x0, x1, _x2) {
                let h0 = matmul(l0(x1), x1, transpose_a = true);
                let h1 = l0(x1);
                let h2 = h1 / (square(x1) + 0.5);
                let h3 = l0(h2);
                let h4 = l0(h3);
                let h5 = l0(h4) - h2;
                let h6 = l1(square(0.5 / (square(x0) + 0.5)));
                (h0, h5, h6, h0)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_3, SIZE_1];
            input x1: [SIZE_3, SIZE_4, SIZE_1];
            input x2: [SIZE_2, SIZE_4, SIZE_5];
            l0: RmsNorm(eps = 0.1);
            l1_0: LogSoftmax(axis = 1);
            fn forward(x0, x1, _x2) {
                let h0 = matmul(l0(x1), x1, transpose_a = true);
                let h1 = l0(x1);
                let h2 = h1 / (square(x1) + 0.5);
                let h3 = l0(h2);
                let h4 = l0(h3);
                let h5 = l0(h4) - h2;
                let h6 = l1_0(square(0.5 / (square(x0) + 0.5)));
                (h0, h5, h6, h0)
            }
        }
    }
    R91 {
        composed {
            input x0: [SIZE_3, SIZE_6, SIZE_3];
            input x1: [SIZE_3, SIZE_4];
            #[frozen] l1: InstanceNorm2d(eps = 1e-2);
            l0: R91L0;
            #[frozen] l2: R91L2;
            fn forward(x0, x1) {
                let (h0_0, h0_1, h0_2) = split(x1, axis = 0);
                let h1 = 2 * (l0(transpose(h0_2)));
                let h2 = square(h0_1);
                let _h3 = ln(square(sum(h2, axes = (0, 1))) + 0.5);
                let h4 = l1(l1(x0));
                let h5 = l2(h4);
                (h0_0, h1, h5)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_6, SIZE_3];
            input x1: [SIZE_3, SIZE_4];
            #[frozen] l1: InstanceNorm2d(eps = 1e-2);
            l0_0: Elu;
            l0_1: Tanh();
            #[frozen] l2_0: Conv2d(3 -> 3, kernel = 1);
            #[frozen] l2_1: LayerNorm(eps = 0.1);
            fn forward(x0, x1) {
                let (h0_0, h0_1, h0_2) = split(x1, axis = 0);
                let h1 = 2 * (l0_1(l0_0(transpose(h0_2))));
                let h2 = square(h0_1);
                let _h3 = ln(square(sum(h2, axes = (0, 1))) + 0.5);
                let h4 = l1(l1(x0));
                let h5 = l2_1(l2_0(h4));
                (h0_0, h1, h5)
            }
        }
    }
    R93 {
        composed {
            input x0: [SIZE_1, SIZE_1, SIZE_4];
            input x1: [SIZE_3, SIZE_2, SIZE_6];
            input x2: [SIZE_3];
            l0: Glu(axis = 1);
            l1: R93L1;
            fn forward(x0, x1, x2) {
                let h0 = abs(x0);
                let h1 = l0(x1);
                let h2 = l0(x1);
                let _h3 = l0(x1);
                let h4 = abs(h1);
                let h5 = h0 * h0;
                let h6 = l1(h2);
                (x2 + x2, abs(global_avg_pool2d(x1)), h5, h1 - l1(h4), h6)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_1, SIZE_4];
            input x1: [SIZE_3, SIZE_2, SIZE_6];
            input x2: [SIZE_3];
            l0: Glu(axis = 1);
            l1_0: Tanh;
            l1_1: RmsNorm(axes = 3, eps = 1e-2);
            l1_2: BatchNorm2d(3, eps = 0.1);
            fn forward(x0, x1, x2) {
                let h0 = abs(x0);
                let h1 = l0(x1);
                let h2 = l0(x1);
                let _h3 = l0(x1);
                let h4 = abs(h1);
                let h5 = h0 * h0;
                let h6 = l1_2(l1_1(l1_0(h2)));
                (x2 + x2, abs(global_avg_pool2d(x1)), h5, h1 - l1_2(l1_1(l1_0(h4))), h6)
            }
        }
    }
    R94 {
        composed {
            input x0: [SIZE_2, SIZE_4];
            input x1: [SIZE_1, SIZE_2, SIZE_3];
            l1: AvgPool2d(2, stride = (3, 2), padding = 1);
            l3: Softplus;
            l0: R94L0;
            l2: R94L2;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = leaky_relu(h0);
                let h2 = l1(x1);
                let h3 = ln(square(l2(h2)) + 0.5);
                (h1, h3, x1, l3(abs(x1)))
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_4];
            input x1: [SIZE_1, SIZE_2, SIZE_3];
            l1: AvgPool2d(2, stride = (3, 2), padding = 1);
            l3: Softplus;
            l0_0: BatchNorm1d(2, eps = 1e-2);
            l0_1: Linear(2, bias = true);
            l2_0: Glu(axis = 2);
            l2_1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x0));
                let h1 = leaky_relu(h0);
                let h2 = l1(x1);
                let h3 = ln(square(l2_1(l2_0(h2))) + 0.5);
                (h1, h3, x1, l3(abs(x1)))
            }
        }
    }
    R95 {
        composed {
            input: [SIZE_7];
            l1: Dropout;
            l0: R95L0;
            #[frozen] l2: R95L2;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = slice(h0, 1.., axis = 0);
                let h2 = exp(tanh(h1));
                let _h3 = l0(x0);
                let h4 = l1(l0(x0));
                let h5 = l2(h2);
                (h4, l1(h5))
            }
        }
        flat {
            input: [SIZE_7];
            l1: Dropout;
            l0_0: BatchNorm1d(eps = 1e-2);
            l0_1: Linear(3);
            l0_2: Linear(3 -> 3);
            #[frozen] l2_0: LayerNorm;
            fn forward(x0) {
                let h0 = l0_2(l0_1(l0_0(x0)));
                let h1 = slice(h0, 1.., axis = 0);
                let h2 = exp(tanh(h1));
                let _h3 = l0_2(l0_1(l0_0(x0)));
                let h4 = l1(l0_2(l0_1(l0_0(x0))));
                let h5 = l2_0(h2);
                (h4, l1(h5))
            }
        }
    }
    R96 {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_2];
            l2: HardSwish;
            l0: R96L0;
            l1: R96L1;
            fn forward(x0) {
                let h0 = l0(softmax(x0, axis = 1));
                let h1 = l1(h0);
                let h2 = l2(h1);
                let h3 = l2(h2);
                let h4 = h3 * h3;
                h4
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_2];
            l2: HardSwish;
            l0_0: Conv2d(4 -> 4, kernel = 2, padding = same, dilation = (2, 1), groups = depthwise);
            l0_1: Conv2d(4 -> 4, kernel = 1);
            l1_0: BatchNorm2d(4, eps = 1e-2);
            l1_1: MaxPool2d(kernel = (3, 1), stride = 3, padding = same);
            fn forward(x0) {
                let h0 = l0_1(l0_0(softmax(x0, axis = 1)));
                let h1 = l1_1(l1_0(h0));
                let h2 = l2(h1);
                let h3 = l2(h2);
                let h4 = h3 * h3;
                h4
            }
        }
    }
    R97 {
        composed {
            input: [SIZE_4, SIZE_2];
            l1: Tanh;
            l2: Dropout(p = 0.25);
            l0: R97L0;
            fn forward(x0) {
                let x0 = l0(x0);
                let h1 = l1(x0);
                let h2 = 1.5 * l1(x0);
                let h3 = l2(x0);
                (h1, h2, h3)
            }
        }
        flat {
            input: [SIZE_4, SIZE_2];
            l1: Tanh;
            l2: Dropout(p = 0.25);
            l0_0: LayerNorm(axes = 1, eps = 0.1);
            l0_1: Linear(_ -> 4, bias = false);
            fn forward(x0) {
                let x0 = l0_1(l0_0(x0));
                let h1 = l1(x0);
                let h2 = 1.5 * l1(x0);
                let h3 = l2(x0);
                (h1, h2, h3)
            }
        }
    }
    R98 {
        composed {
            input x0: [SIZE_1, SIZE_5, SIZE_6];
            input x1: [SIZE_3, SIZE_2];
            l1: Relu();
            l0: R98L0;
            fn forward(x0, x1) {
                let h0 = l0(x1);
                let h1 = expand(x0, [3, 5, 6]);
                let h2 = x1 - x1;
                let h3 = transpose(h0);
                let h4 = square(h3);
                (l1(h0 * h0), abs(h1), h2, h4)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_5, SIZE_6];
            input x1: [SIZE_3, SIZE_2];
            l1: Relu();
            l0_0: Tanh;
            l0_1: Linear(2 -> 5, bias = true);
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x1));
                let h1 = expand(x0, [3, 5, 6]);
                let h2 = x1 - x1;
                let h3 = transpose(h0);
                let h4 = square(h3);
                (l1(h0 * h0), abs(h1), h2, h4)
            }
        }
    }
    R99 {
        composed {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_3];
            l1: LayerNorm;
            l0: R99L0;
            fn forward(x0, x1) {
                let h0 = x1 / (square(x1) + 0.5);
                let h1 = elu(h0, alpha = 1.5);
                let h2 = h1 * x1;
                let h3 = x1 / (square(h2) + 0.5);
                let _h4 = h1 + leaky_relu(h0);
                let h5 = l1(x0);
                (matmul(x0, x0, transpose_a = true), l0(h3 + h1) + h1, h5, elu(h2, alpha = 1.5))
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_3];
            l1: LayerNorm;
            l0_0: Relu();
            fn forward(x0, x1) {
                let h0 = x1 / (square(x1) + 0.5);
                let h1 = elu(h0, alpha = 1.5);
                let h2 = h1 * x1;
                let h3 = x1 / (square(h2) + 0.5);
                let _h4 = h1 + leaky_relu(h0);
                let h5 = l1(x0);
                (matmul(x0, x0, transpose_a = true), l0_0(h3 + h1) + h1, h5, elu(h2, alpha = 1.5))
            }
        }
    }
    R100 {
        composed {
            input x0: [SIZE_4];
            input x1: [SIZE_4, SIZE_2, SIZE_4];
            l0: BatchNorm2d(4);
            l1: R100L1;
            fn forward(x0, x1) {
                let h0 = mean(x1, axes = (0, 2), keep = true);
                let h1 = l0(x1);
                let h2 = l1(sum(elu(x0, 0.7), keep = true));
                let h3 = l1(h2);
                (h0 / (square(h0) + 0.5), h1, h3)
            }
        }
        flat {
            input x0: [SIZE_4];
            input x1: [SIZE_4, SIZE_2, SIZE_4];
            l0: BatchNorm2d(4);
            l1_0: Flatten;
            l1_1: Linear(1 -> 1);
            fn forward(x0, x1) {
                let h0 = mean(x1, axes = (0, 2), keep = true);
                let h1 = l0(x1);
                let h2 = l1_1(l1_0(sum(elu(x0, 0.7), keep = true)));
                let h3 = l1_1(l1_0(h2));
                (h0 / (square(h0) + 0.5), h1, h3)
            }
        }
    }
    R101 {
        composed {
            input x0: [SIZE_4, SIZE_2, SIZE_6];
            input x1: [SIZE_4, SIZE_2, SIZE_6];
            l0: Glu(axis = 0);
            l1: R101L1;
            fn forward(x0, x1) {
                let x1 = l0(x0 / (square(x1) + 0.5));
                let h1 = l1(x1);
                let h2 = max(h1, axes = (0, 1), keep = false);
                let h3 = (l0(x0) + x1) / 2;
                let _h4 = h3 * h3;
                let _h5 = l0(x0);
                (x0, h2, l0(x0))
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_2, SIZE_6];
            input x1: [SIZE_4, SIZE_2, SIZE_6];
            l0: Glu(axis = 0);
            l1_0: PixelShuffle(1);
            l1_1: Conv2d(2 -> 2, kernel = 1);
            fn forward(x0, x1) {
                let x1 = l0(x0 / (square(x1) + 0.5));
                let h1 = l1_1(l1_0(x1));
                let h2 = max(h1, axes = (0, 1), keep = false);
                let h3 = (l0(x0) + x1) / 2;
                let _h4 = h3 * h3;
                let _h5 = l0(x0);
                (x0, h2, l0(x0))
            }
        }
    }
    R103 {
        composed {
            input x0: [SIZE_2, SIZE_6, SIZE_2];
            input x1: [SIZE_4, SIZE_2, SIZE_1];
            l0: ConvTranspose2d(1 -> 4, kernel = (2, 1), padding = 0);
            l1: R103L1;
            fn forward(x0, x1) {
                let h0 = sqrt(square(x0) + 0.5);
                let h1 = relu(h0);
                let h2 = max(h1, axes = (1, 2), keep = true);
                let h3 = reshape(h2, [1, 1, 2]);
                let _h4 = matmul(l0(h3), x1, transpose_a = true);
                let h5 = permute(l1((transpose(h0))), [0, 2, 1]);
                let h6 = l0(h3);
                (l0(h3), leaky_relu(x1, 0.2), h5, h1, h6)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_6, SIZE_2];
            input x1: [SIZE_4, SIZE_2, SIZE_1];
            l0: ConvTranspose2d(1 -> 4, kernel = (2, 1), padding = 0);
            l1_0: PRelu(2);
            fn forward(x0, x1) {
                let h0 = sqrt(square(x0) + 0.5);
                let h1 = relu(h0);
                let h2 = max(h1, axes = (1, 2), keep = true);
                let h3 = reshape(h2, [1, 1, 2]);
                let _h4 = matmul(l0(h3), x1, transpose_a = true);
                let h5 = permute(l1_0((transpose(h0))), [0, 2, 1]);
                let h6 = l0(h3);
                (l0(h3), leaky_relu(x1, 0.2), h5, h1, h6)
            }
        }
    }
    R104 {
        composed {
            input x0: [SIZE_2];
            input x1: [SIZE_1, SIZE_2];
            l1: Conv1d(1 -> 4, kernel = 2, stride = 2, padding = same);
            l0: R104L0;
            fn forward(x0, x1) {
                let h0 = l0(x1);
                let h1 = glu(x0, axis = 0);
                let h2 = gelu(h1, approximate = none);
                let h3 = l0(x1);
                let _h4 = l0(h3);
                let _h5 = leaky_relu(transpose(h0), 0);
                let h6 = l1(h0);
                (expand(h2, [1]), h6)
            }
        }
        flat {
            input x0: [SIZE_2];
            input x1: [SIZE_1, SIZE_2];
            l1: Conv1d(1 -> 4, kernel = 2, stride = 2, padding = same);
            l0_0: BatchNorm1d(eps = 0.1);
            fn forward(x0, x1) {
                let h0 = l0_0(x1);
                let h1 = glu(x0, axis = 0);
                let h2 = gelu(h1, approximate = none);
                let h3 = l0_0(x1);
                let _h4 = l0_0(h3);
                let _h5 = leaky_relu(transpose(h0), 0);
                let h6 = l1(h0);
                (expand(h2, [1]), h6)
            }
        }
    }
    R105 {
        composed {
            input x0: [SIZE_6];
            input x1: [SIZE_4, SIZE_4, SIZE_4];
            l0: R105L0;
            l1: R105L1;
            fn forward(_x0, x1) {
                let h0 = l0(x1);
                let x1 = l0(x1);
                let h2 = concat(h0, x1, x1, x1, axis = 1);
                let h3 = l1(x1);
                let h4 = l1(h0);
                let h5 = clamp(x1, -0.5, 1.5);
                (clamp(h3, max = 0.7), h4, h5, transpose(h2), sum(h2, axes = (0, 1, 2)))
            }
        }
        flat {
            input x0: [SIZE_6];
            input x1: [SIZE_4, SIZE_4, SIZE_4];
            l0_0: Conv2d(4 -> 4, kernel = 1);
            l0_1: Conv2d(3, kernel = 2);
            l1_0: LayerNorm(axes = 3, eps = 0.1);
            l1_1: Softmax(axis = 0);
            l1_2: LayerNorm;
            fn forward(_x0, x1) {
                let h0 = l0_1(l0_0(x1));
                let x1 = l0_1(l0_0(x1));
                let h2 = concat(h0, x1, x1, x1, axis = 1);
                let h3 = l1_2(l1_1(l1_0(x1)));
                let h4 = l1_2(l1_1(l1_0(h0)));
                let h5 = clamp(x1, -0.5, 1.5);
                (clamp(h3, max = 0.7), h4, h5, transpose(h2), sum(h2, axes = (0, 1, 2)))
            }
        }
    }
    R106 {
        composed {
            input x0: [SIZE_4, SIZE_2];
            input x1: [SIZE_3, SIZE_1, SIZE_1];
            input x2: [SIZE_5];
            l2: Linear(5);
            l3: Softmax(axis = 1);
            l0: R106L0;
            l1: R106L1;
            fn forward(x0, x1, x2) {
                let x1 = l0(x1);
                let h1 = slice((slice(abs(x0), 3..4, axis = 0)), 1..2, axis = 1);
                let h2 = l1(x1);
                let h3 = sum(h2, axes = 0);
                let h4 = l2(h3);
                let h5 = l3(l2(transpose(h1)));
                let h6 = x0 - x0;
                (h5, h4 / (square(x2) + 0.5), h6)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_2];
            input x1: [SIZE_3, SIZE_1, SIZE_1];
            input x2: [SIZE_5];
            l2: Linear(5);
            l3: Softmax(axis = 1);
            l0_0: Flatten;
            l1_0: Softmax;
            l1_1: Tanh();
            fn forward(x0, x1, x2) {
                let x1 = l0_0(x1);
                let h1 = slice((slice(abs(x0), 3..4, axis = 0)), 1..2, axis = 1);
                let h2 = l1_1(l1_0(x1));
                let h3 = sum(h2, axes = 0);
                let h4 = l2(h3);
                let h5 = l3(l2(transpose(h1)));
                let h6 = x0 - x0;
                (h5, h4 / (square(x2) + 0.5), h6)
            }
        }
    }
}

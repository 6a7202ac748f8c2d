//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_10 = 10; SIZE_2 = 2; SIZE_3 = 3; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; SIZE_7 = 7; SIZE_8 = 8; }
    inner {
        R71L2 {
            input: [SIZE_2, SIZE_4, SIZE_4];
            a0: LayerNorm(eps = 0.1);
            a1: GroupNorm(2, eps = 0.1, affine = false);
        }
        R71L4 {
            input: [SIZE_2, SIZE_4, SIZE_4];
            a0: AvgPool2d(kernel = 2, stride = 2);
            a1: Tanh;
        }
        R72L1 {
            input: [SIZE_2, SIZE_1, SIZE_2];
            a0: BatchNorm2d(2, eps = 1e-2);
            a1: InstanceNorm2d(eps = 0.1);
        }
        R73L0 {
            input: [SIZE_4, SIZE_4, SIZE_5];
            a0: Tanh;
            a1: PixelShuffle(1);
        }
        R73L1 {
            input: [SIZE_4, SIZE_10, SIZE_5];
            a0: LogSoftmax(axis = 0);
        }
        R73L2 {
            input: [SIZE_4, SIZE_4, SIZE_5];
            a0: Upsample2d(1);
        }
        R74L0 {
            input: [SIZE_4];
            a0: Linear(4 -> 2, bias = true);
            a1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        }
        R74L2 {
            input: [SIZE_2];
            a0: BatchNorm1d(2, eps = 1e-2, momentum = 0.3);
            a1: Linear(2 -> 3);
            a2: LayerNorm(eps = 0.1);
        }
        R74L3 {
            input: [SIZE_3];
            a0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            a1: PRelu(3);
        }
        R75L0 {
            input: [SIZE_3, SIZE_3, SIZE_3];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: Gelu(approximate = none);
            a2: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R75L2 {
            input: [SIZE_3, SIZE_3, SIZE_3];
            a0: Relu;
        }
        R76L1 {
            input: [SIZE_2, SIZE_3, SIZE_4];
            a0: LeakyRelu;
            a1: Tanh();
        }
        R76L3 {
            input: [SIZE_2, SIZE_3, SIZE_8];
            a0: Conv2d(2 -> 2, kernel = 1);
            a1: LayerNorm(eps = 1e-2);
        }
        R76L6 {
            input: [SIZE_2, SIZE_3, SIZE_8];
            a0: Tanh;
            a1: Conv2d(2, kernel = 3, stride = 2, dilation = (1, 2), bias = false);
            a2: BatchNorm2d(2, eps = 0.1);
        }
        R78L0 {
            input: [SIZE_3, SIZE_5];
            a0: BatchNorm1d(3, eps = 1e-2);
            a1: MaxPool1d(3, stride = 1, padding = 1, dilation = 2);
        }
        R78L2 {
            input: [SIZE_3, SIZE_3];
            a0: Gelu;
            a1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        }
        R79L1 {
            input: [SIZE_8, SIZE_5];
            a0: BatchNorm1d(eps = 1e-2);
            a1: MaxPool1d(2, stride = 3);
            a2: Linear(2 -> 2);
        }
        R79L2 {
            input: [SIZE_1, SIZE_1, SIZE_1];
            a0: Conv2d(_ -> 2, kernel = 3, stride = (1, 2), padding = same);
        }
        R80L0 {
            input: [SIZE_1];
            a0: RmsNorm(axes = 1, eps = 1e-2);
            a1: Linear(1 -> 1);
        }
        R80L1 {
            input: [SIZE_2];
            a0: BatchNorm1d(2, eps = 1e-2);
            a1: Gelu(approximate = none);
        }
        R81L1 {
            input: [SIZE_4, SIZE_5, SIZE_3];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Sigmoid;
        }
        R82L1 {
            input: [SIZE_4, SIZE_2];
            a0: Tanh;
            a1: Softplus;
        }
        R82L3 {
            input: [SIZE_2, SIZE_5, SIZE_5];
            a0: BatchNorm2d(eps = 0.1);
        }
        R83L1 {
            input: [SIZE_4, SIZE_1];
            a0: Glu;
            a1: Linear(1 -> 1);
        }
        R84L2 {
            input: [SIZE_1, SIZE_1, SIZE_3];
            a0: Conv2d(1 -> 4, kernel = 1, padding = (2, 1, 1, 1), groups = depthwise);
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R85L3 {
            input: [SIZE_1, SIZE_10];
            a0: Glu(axis = 1);
        }
        R86L0 {
            input: [SIZE_2, SIZE_6, SIZE_3];
            a0: Glu(axis = 1);
        }
        R86L2 {
            input: [SIZE_2, SIZE_6, SIZE_3];
            a0: Conv2d(2 -> 2, kernel = 1);
            a1: LayerNorm(eps = 0.1);
        }
        R87L0 {
            input: [SIZE_1, SIZE_4];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Softmax(axis = 1);
            a2: LayerNorm;
        }
        R87L1 {
            input: [SIZE_1, SIZE_4];
            a0: BatchNorm1d(eps = 0.1);
        }
        R87L2 {
            input: [SIZE_1, SIZE_4];
            a0: HardSwish();
            a1: Tanh();
        }
        R88L1 {
            input: [SIZE_4, SIZE_4, SIZE_1];
            a0: Elu;
        }
        R90L0 {
            input: [SIZE_2, SIZE_1];
            a0: Tanh;
            a1: Linear(1 -> 3, bias = true);
            a2: BatchNorm1d(2);
        }
        R90L1 {
            input: [SIZE_2, SIZE_3];
            a0: Tanh();
            a1: Conv1d(2, kernel = 2, stride = 2, groups = depthwise);
            a2: Tanh();
        }
        R90L3 {
            input: [SIZE_1, SIZE_2];
            a0: BatchNorm1d;
            a1: Sigmoid();
            a2: Tanh();
        }
        R91L1 {
            input: [SIZE_7];
            a0: Linear(2, bias = false);
        }
        R91L2 {
            input: [SIZE_7];
            a0: Tanh();
            a1: Elu(0.7);
            a2: Linear(7 -> 7);
        }
        R93L0 {
            input: [SIZE_4, SIZE_2, SIZE_5];
            a0: MaxPool2d((2, 1), stride = 2);
        }
    }
    R71 {
        composed {
            input: [SIZE_2, SIZE_4] in 0..3;
            l0: Embedding(4);
            l1: Embedding(_ -> 4);
            l3: RmsNorm;
            l2: R71L2;
            l4: R71L4;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = h0 + h0;
                let h2 = reshape(h0, [1, 1, 4, 8]);
                let h3 = l3(l2(l1(x0)));
                let h4 = l4(h3);
                let h5 = tanh(h2);
                let h6 = softplus(h4);
                let h7 = reshape((h5 / -0.7), [1, 4, 8]);
                (h1, h7, h6)
            }
        }
        flat {
            input: [SIZE_2, SIZE_4] in 0..3;
            l0: Embedding(4);
            l1: Embedding(_ -> 4);
            l3: RmsNorm;
            l2_0: LayerNorm(eps = 0.1);
            l2_1: GroupNorm(2, eps = 0.1, affine = false);
            l4_0: AvgPool2d(kernel = 2, stride = 2);
            l4_1: Tanh;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = h0 + h0;
                let h2 = reshape(h0, [1, 1, 4, 8]);
                let h3 = l3(l2_1(l2_0(l1(x0))));
                let h4 = l4_1(l4_0(h3));
                let h5 = tanh(h2);
                let h6 = softplus(h4);
                let h7 = reshape((h5 / -0.7), [1, 4, 8]);
                (h1, h7, h6)
            }
        }
    }
    R72 {
        composed {
            input x0: [SIZE_4, SIZE_1, SIZE_6];
            input x1: [SIZE_3, SIZE_6, SIZE_3];
            input x2: [SIZE_2, SIZE_1, SIZE_2];
            input x3: [SIZE_2, SIZE_1, SIZE_2];
            l0: Linear(_ -> 2, bias = false);
            l1: R72L1;
            fn forward(x0, x1, x2, x3) {
                let h0 = x3 + x2;
                let h1 = slice(h0, 0.., axis = 1);
                let h0 = elu(h1);
                let h3 = permute(x1, [2, 0, 1]);
                let h4 = concat(h3, h3, h3, axis = 1);
                let h5 = l1(h0);
                (l0(flatten(h4)), slice(x0, ..1, axis = 1), h5)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_1, SIZE_6];
            input x1: [SIZE_3, SIZE_6, SIZE_3];
            input x2: [SIZE_2, SIZE_1, SIZE_2];
            input x3: [SIZE_2, SIZE_1, SIZE_2];
            l0: Linear(_ -> 2, bias = false);
            l1_0: BatchNorm2d(2, eps = 1e-2);
            l1_1: InstanceNorm2d(eps = 0.1);
            fn forward(x0, x1, x2, x3) {
                let h0 = x3 + x2;
                let h1 = slice(h0, 0.., axis = 1);
                let h0 = elu(h1);
                let h3 = permute(x1, [2, 0, 1]);
                let h4 = concat(h3, h3, h3, axis = 1);
                let h5 = l1_1(l1_0(h0));
                (l0(flatten(h4)), slice(x0, ..1, axis = 1), h5)
            }
        }
    }
    R73 {
        composed {
            input x0: [SIZE_4, SIZE_4, SIZE_5];
            input x1: [SIZE_4, SIZE_1, SIZE_5];
            l0: R73L0;
            l1: R73L1;
            #[frozen] l2: R73L2;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = concat(h0, h0, x1, x1, axis = 1);
                let h2 = softplus(h1);
                let _h3 = 1e-1 - l1(h2);
                let h4 = l2(l2(x0));
                let h5 = pad2d(h0, (0, 2, 0, 0), mode = replicate);
                let h1 = concat(h5, h5);
                let h7 = silu(h4);
                let h8 = elu(h7, 0.7);
                (matmul(h1, h1, transpose_a = false, transpose_b = true), h8)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_4, SIZE_5];
            input x1: [SIZE_4, SIZE_1, SIZE_5];
            l0_0: Tanh;
            l0_1: PixelShuffle(1);
            l1_0: LogSoftmax(axis = 0);
            #[frozen] l2_0: Upsample2d(1);
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x0));
                let h1 = concat(h0, h0, x1, x1, axis = 1);
                let h2 = softplus(h1);
                let _h3 = 1e-1 - l1_0(h2);
                let h4 = l2_0(l2_0(x0));
                let h5 = pad2d(h0, (0, 2, 0, 0), mode = replicate);
                let h1 = concat(h5, h5);
                let h7 = silu(h4);
                let h8 = elu(h7, 0.7);
                (matmul(h1, h1, transpose_a = false, transpose_b = true), h8)
            }
        }
    }
    R74 {
        composed {
            input x0: [SIZE_4];
            input x1: [SIZE_2];
            l1: PRelu(1);
            l0: R74L0;
            l2: R74L2;
            l3: R74L3;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = l1(l0(x0));
                let h2 = l1(h1);
                let h3 = l0(x0) + h2;
                let h4 = reshape(h3, [2]);
                let h5 = sum(h3, keep = true);
                (h5, h4 * h0, l3(l2(h3 + x1)))
            }
        }
        flat {
            input x0: [SIZE_4];
            input x1: [SIZE_2];
            l1: PRelu(1);
            l0_0: Linear(4 -> 2, bias = true);
            l0_1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
            l2_0: BatchNorm1d(2, eps = 1e-2, momentum = 0.3);
            l2_1: Linear(2 -> 3);
            l2_2: LayerNorm(eps = 0.1);
            l3_0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            l3_1: PRelu(3);
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1(l0_1(l0_0(x0)));
                let h2 = l1(h1);
                let h3 = l0_1(l0_0(x0)) + h2;
                let h4 = reshape(h3, [2]);
                let h5 = sum(h3, keep = true);
                (h5, h4 * h0, l3_1(l3_0(l2_2(l2_1(l2_0(h3 + x1))))))
            }
        }
    }
    R75 {
        composed {
            input: [SIZE_3, SIZE_3, SIZE_3];
            #[frozen] l1: Softmax;
            #[frozen] l0: R75L0;
            l2: R75L2;
            fn forward(x0) {
                let h0 = l0(l0(x0));
                let h1 = x0 - 1e-1;
                let h2 = l2((l1(h0)));
                let h3 = h1 + h2;
                (tanh(h0), h3)
            }
        }
        flat {
            input: [SIZE_3, SIZE_3, SIZE_3];
            #[frozen] l1: Softmax;
            #[frozen] l0_0: LayerNorm(axes = 3, eps = 0.1);
            #[frozen] l0_1: Gelu(approximate = none);
            #[frozen] l0_2: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l2_0: Relu;
            fn forward(x0) {
                let h0 = l0_2(l0_1(l0_0(l0_2(l0_1(l0_0(x0))))));
                let h1 = x0 - 1e-1;
                let h2 = l2_0((l1(h0)));
                let h3 = h1 + h2;
                (tanh(h0), h3)
            }
        }
    }
    R76 {
        composed {
            input: [SIZE_2, SIZE_3] in 0..4;
            l0: Embedding(_ -> 4);
            l2: Softplus();
            l4: MaxPool2d(kernel = 3, stride = (2, 3), padding = same, dilation = 2);
            l5: MaxPool2d(kernel = 2, stride = 3, padding = same, dilation = (1, 2));
            l7: Embedding(2);
            l1: R76L1;
            l3: R76L3;
            l6: R76L6;
            fn forward(x0) {
                let h0 = l1(l0(x0));
                let h1 = h0 * h0;
                let h2 = concat(h1, h0, axis = 2);
                let _h3 = l4((l3((l2(h2)))));
                let (h4_0, _h4_1) = split(l5(h0), axis = 2);
                let _h5 = l6(h2);
                let h6 = l7(x0);
                (l0(x0), h4_0, h6)
            }
        }
        flat {
            input: [SIZE_2, SIZE_3] in 0..4;
            l0: Embedding(_ -> 4);
            l2: Softplus();
            l4: MaxPool2d(kernel = 3, stride = (2, 3), padding = same, dilation = 2);
            l5: MaxPool2d(kernel = 2, stride = 3, padding = same, dilation = (1, 2));
            l7: Embedding(2);
            l1_0: LeakyRelu;
            l1_1: Tanh();
            l3_0: Conv2d(2 -> 2, kernel = 1);
            l3_1: LayerNorm(eps = 1e-2);
            l6_0: Tanh;
            l6_1: Conv2d(2, kernel = 3, stride = 2, dilation = (1, 2), bias = false);
            l6_2: BatchNorm2d(2, eps = 0.1);
            fn forward(x0) {
                let h0 = l1_1(l1_0(l0(x0)));
                let h1 = h0 * h0;
                let h2 = concat(h1, h0, axis = 2);
                let _h3 = l4((l3_1(l3_0((l2(h2))))));
                let (h4_0, _h4_1) = split(l5(h0), axis = 2);
                let _h5 = l6_2(l6_1(l6_0(h2)));
                let h6 = l7(x0);
                (l0(x0), h4_0, h6)
            }
        }
    }
    R78 {
        composed {
            input: [SIZE_3, SIZE_5];
            l1: Gelu;
            l0: R78L0;
            l2: R78L2;
            train: l0, l2;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(l1(l0(x0))) * h0;
                (h1, l2(h1))
            }
        }
        flat {
            input: [SIZE_3, SIZE_5];
            l1: Gelu;
            l0_0: BatchNorm1d(3, eps = 1e-2);
            l0_1: MaxPool1d(3, stride = 1, padding = 1, dilation = 2);
            l2_0: Gelu;
            l2_1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
            train: l0_0, l0_1, l2_0, l2_1;
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1(l1(l0_1(l0_0(x0)))) * h0;
                (h1, l2_1(l2_0(h1)))
            }
        }
    }
    R79 {
        composed {
            input x0: [SIZE_2, SIZE_2, SIZE_6];
            input x1: [SIZE_2, SIZE_4, SIZE_6];
            input x2: [SIZE_2, SIZE_5];
            input x3: [SIZE_2, SIZE_2, SIZE_6];
            l0: BatchNorm1d(8, eps = 0.1);
            l1: R79L1;
            l2: R79L2;
            fn forward(x0, x1, x2, x3) {
                let x2 = l0(concat(x2, x2, x2, x2));
                let h1 = x0 * x3;
                let h2 = sum(x1, keep = true);
                let _h3 = l2(h2);
                let h4 = glu(l1(x2), axis = 1);
                let h5 = h4 * h4;
                let h6 = max(leaky_relu(h5, 0.2), axes = (0, 1));
                (h1, l0(l0(x2)), x2, h6)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_2, SIZE_6];
            input x1: [SIZE_2, SIZE_4, SIZE_6];
            input x2: [SIZE_2, SIZE_5];
            input x3: [SIZE_2, SIZE_2, SIZE_6];
            l0: BatchNorm1d(8, eps = 0.1);
            l1_0: BatchNorm1d(eps = 1e-2);
            l1_1: MaxPool1d(2, stride = 3);
            l1_2: Linear(2 -> 2);
            l2_0: Conv2d(_ -> 2, kernel = 3, stride = (1, 2), padding = same);
            fn forward(x0, x1, x2, x3) {
                let x2 = l0(concat(x2, x2, x2, x2));
                let h1 = x0 * x3;
                let h2 = sum(x1, keep = true);
                let _h3 = l2_0(h2);
                let h4 = glu(l1_2(l1_1(l1_0(x2))), axis = 1);
                let h5 = h4 * h4;
                let h6 = max(leaky_relu(h5, 0.2), axes = (0, 1));
                (h1, l0(l0(x2)), x2, h6)
            }
        }
    }
    R80 {
        composed {
            input: [SIZE_2];
            l0: R80L0;
            l1: R80L1;
            fn forward(x0) {
                let h0 = permute(x0, [0]);
                let h1 = max(h0, axes = 0);
                let h2 = l0(h1);
                let h3 = concat((permute(h1, [0])), h2, axis = 0);
                let h4 = l1(h3);
                let h5 = l0(h1);
                (h4, h5)
            }
        }
        flat {
            input: [SIZE_2];
            l0_0: RmsNorm(axes = 1, eps = 1e-2);
            l0_1: Linear(1 -> 1);
            l1_0: BatchNorm1d(2, eps = 1e-2);
            l1_1: Gelu(approximate = none);
            fn forward(x0) {
                let h0 = permute(x0, [0]);
                let h1 = max(h0, axes = 0);
                let h2 = l0_1(l0_0(h1));
                let h3 = concat((permute(h1, [0])), h2, axis = 0);
                let h4 = l1_1(l1_0(h3));
                let h5 = l0_1(l0_0(h1));
                (h4, h5)
            }
        }
    }
    R81 {
        composed {
            input x0: [SIZE_4, SIZE_4] in 0..6;
            input x1: [SIZE_2, SIZE_4];
            input x2: [SIZE_4, SIZE_5, SIZE_3];
            input x3: [SIZE_2, SIZE_5, SIZE_3];
            l0: Linear(_ -> 5, bias = true);
            l1: R81L1;
            fn forward(_x0, x1, x2, x3) {
                let h0 = concat(x3, x3, x2);
                let h1 = (h0 + h0) * h0;
                let h2 = sum(h1, axis = 2, keep = true);
                let h3 = h2 + h2;
                let x3 = leaky_relu(h3, 0.2);
                let h5 = softmax(x3, axis = 1);
                let h6 = transpose((l0(x1)));
                let h7 = max(h3, axes = (1, 2));
                (h5, l1(x2), h6 + h6, h7)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_4] in 0..6;
            input x1: [SIZE_2, SIZE_4];
            input x2: [SIZE_4, SIZE_5, SIZE_3];
            input x3: [SIZE_2, SIZE_5, SIZE_3];
            l0: Linear(_ -> 5, bias = true);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: Sigmoid;
            fn forward(_x0, x1, x2, x3) {
                let h0 = concat(x3, x3, x2);
                let h1 = (h0 + h0) * h0;
                let h2 = sum(h1, axis = 2, keep = true);
                let h3 = h2 + h2;
                let x3 = leaky_relu(h3, 0.2);
                let h5 = softmax(x3, axis = 1);
                let h6 = transpose((l0(x1)));
                let h7 = max(h3, axes = (1, 2));
                (h5, l1_1(l1_0(x2)), h6 + h6, h7)
            }
        }
    }
    R82 {
        composed {
            input x0: [SIZE_2, SIZE_5, SIZE_5];
            input x1: [SIZE_3, SIZE_2, SIZE_2];
            input x2: [SIZE_4, SIZE_2];
            input x3: [SIZE_2, SIZE_1, SIZE_5];
            l0: Tanh;
            l2: Relu;
            l4: Upsample2d(scale = 1);
            l5: Glu(axis = 1);
            l1: R82L1;
            l3: R82L3;
            fn forward(x0, x1, x2, x3) {
                let x2 = l2(l1(l0(l0(x2))));
                let h1 = l3(x0);
                let _h2 = l4(concat(x0, x3, h1, axis = 1));
                let h3 = l5(reshape(x2, [1, 4, 2, 1]));
                let (h4_0, h4_1) = split(h3, axis = 2);
                let h5 = reshape(h4_1, [2, 1, 1]);
                let h6 = reshape(transpose(h4_0), [2, 1, 1]);
                (flatten(x1), h5, h6)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_5, SIZE_5];
            input x1: [SIZE_3, SIZE_2, SIZE_2];
            input x2: [SIZE_4, SIZE_2];
            input x3: [SIZE_2, SIZE_1, SIZE_5];
            l0: Tanh;
            l2: Relu;
            l4: Upsample2d(scale = 1);
            l5: Glu(axis = 1);
            l1_0: Tanh;
            l1_1: Softplus;
            l3_0: BatchNorm2d(eps = 0.1);
            fn forward(x0, x1, x2, x3) {
                let x2 = l2(l1_1(l1_0(l0(l0(x2)))));
                let h1 = l3_0(x0);
                let _h2 = l4(concat(x0, x3, h1, axis = 1));
                let h3 = l5(reshape(x2, [1, 4, 2, 1]));
                let (h4_0, h4_1) = split(h3, axis = 2);
                let h5 = reshape(h4_1, [2, 1, 1]);
                let h6 = reshape(transpose(h4_0), [2, 1, 1]);
                (flatten(x1), h5, h6)
            }
        }
    }
    R83 {
        composed {
            input x0: [SIZE_3];
            input x1: [SIZE_4, SIZE_1];
            l0: AvgPool1d(kernel = 2, stride = 2, padding = same);
            l1: R83L1;
            fn forward(_x0, x1) {
                let h0 = slice((relu(x1)), 0..4);
                let h1 = h0 + h0;
                let h0 = l0(h1);
                let h1 = h0 + h0;
                let h4 = l1(h1);
                (h0, h4)
            }
        }
        flat {
            input x0: [SIZE_3];
            input x1: [SIZE_4, SIZE_1];
            l0: AvgPool1d(kernel = 2, stride = 2, padding = same);
            l1_0: Glu;
            l1_1: Linear(1 -> 1);
            fn forward(_x0, x1) {
                let h0 = slice((relu(x1)), 0..4);
                let h1 = h0 + h0;
                let h0 = l0(h1);
                let h1 = h0 + h0;
                let h4 = l1_1(l1_0(h1));
                (h0, h4)
            }
        }
    }
    R84 {
        composed {
            input: [SIZE_1, SIZE_3] in 0..1;
            l0: Embedding(2 -> 3);
            l1: Softmax(axis = 2);
            l3: Upsample2d(scale = (3, 2));
            l2: R84L2;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2) = split((l0(x0)), axis = 1);
                let h0_1 = l1(h0_1);
                let h2 = l0(x0);
                let h3 = permute(h0_1, [1, 0, 2]) * h0_0;
                let h4 = h0_1 * h3;
                let h5 = -1 + h0_1;
                let h6 = l3(h3);
                (reshape(l1(h0_2), [3]), h2, h4, l2(h5), h6)
            }
        }
        flat {
            input: [SIZE_1, SIZE_3] in 0..1;
            l0: Embedding(2 -> 3);
            l1: Softmax(axis = 2);
            l3: Upsample2d(scale = (3, 2));
            l2_0: Conv2d(1 -> 4, kernel = 1, padding = (2, 1, 1, 1), groups = depthwise);
            l2_1: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0) {
                let (h0_0, h0_1, h0_2) = split((l0(x0)), axis = 1);
                let h0_1 = l1(h0_1);
                let h2 = l0(x0);
                let h3 = permute(h0_1, [1, 0, 2]) * h0_0;
                let h4 = h0_1 * h3;
                let h5 = -1 + h0_1;
                let h6 = l3(h3);
                (reshape(l1(h0_2), [3]), h2, h4, l2_1(l2_0(h5)), h6)
            }
        }
    }
    R85 {
        composed {
            input x0: [SIZE_1, SIZE_5];
            input x1: [SIZE_4, SIZE_2];
            input x2: [SIZE_1, SIZE_3, SIZE_1];
            l0: Dropout;
            l1: InstanceNorm2d(eps = 0.1, affine = false);
            l2: Linear(4);
            l3: R85L3;
            fn forward(x0, x1, x2) {
                let h0 = x2 * x2;
                let h1 = concat(l0(x0), x0, axis = 1);
                let h2 = l0(x2);
                let h3 = l0(h1);
                let h3 = l0(h3);
                let h5 = l1(h2);
                let _h6 = l2(x1);
                let h0 = 1.5 + h0;
                let h8 = l3(h1);
                (h3, h5, h0, h8)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_5];
            input x1: [SIZE_4, SIZE_2];
            input x2: [SIZE_1, SIZE_3, SIZE_1];
            l0: Dropout;
            l1: InstanceNorm2d(eps = 0.1, affine = false);
            l2: Linear(4);
            l3_0: Glu(axis = 1);
            fn forward(x0, x1, x2) {
                let h0 = x2 * x2;
                let h1 = concat(l0(x0), x0, axis = 1);
                let h2 = l0(x2);
                let h3 = l0(h1);
                let h3 = l0(h3);
                let h5 = l1(h2);
                let _h6 = l2(x1);
                let h0 = 1.5 + h0;
                let h8 = l3_0(h1);
                (h3, h5, h0, h8)
            }
        }
    }
    R86 {
        composed {
            input x0: [SIZE_2, SIZE_6, SIZE_3];
            input x1: [SIZE_2, SIZE_6, SIZE_3];
            l1: LayerNorm(axes = 3, eps = 1e-2);
            l0: R86L0;
            l2: R86L2;
            fn forward(x0, x1) {
                let h0 = x1 + x0;
                let x1 = l0(h0);
                let h2 = l1(x1);
                let h3 = upsample2d(h0, 1);
                let h4 = upsample2d(h3, scale = 1);
                let h5 = l2(h4);
                let h6 = l2(h5);
                (1e-1 - h2, h6)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_6, SIZE_3];
            input x1: [SIZE_2, SIZE_6, SIZE_3];
            l1: LayerNorm(axes = 3, eps = 1e-2);
            l0_0: Glu(axis = 1);
            l2_0: Conv2d(2 -> 2, kernel = 1);
            l2_1: LayerNorm(eps = 0.1);
            fn forward(x0, x1) {
                let h0 = x1 + x0;
                let x1 = l0_0(h0);
                let h2 = l1(x1);
                let h3 = upsample2d(h0, 1);
                let h4 = upsample2d(h3, scale = 1);
                let h5 = l2_1(l2_0(h4));
                let h6 = l2_1(l2_0(h5));
                (1e-1 - h2, h6)
            }
        }
    }
    R87 {
        composed {
            input: [SIZE_3, SIZE_4];
            l0: R87L0;
            l1: R87L1;
            l2: R87L2;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2) = split(x0);
                let h1 = dropout(h0_0, 0.3);
                let h2 = l0(dropout(h0_0));
                let h3 = matmul(h2, x0, transpose_b = true);
                let _h4 = l0(h0_2);
                let h5 = l1(h1);
                let h6 = h5 + h0_2;
                let _h7 = softmax(h6, axis = 1);
                let _h8 = l2(h0_1);
                let h9 = transpose(matmul(h3, h3, transpose_a = false, transpose_b = true));
                (h9, h9)
            }
        }
        flat {
            input: [SIZE_3, SIZE_4];
            l0_0: LayerNorm(axes = 1, eps = 0.1);
            l0_1: Softmax(axis = 1);
            l0_2: LayerNorm;
            l1_0: BatchNorm1d(eps = 0.1);
            l2_0: HardSwish();
            l2_1: Tanh();
            fn forward(x0) {
                let (h0_0, h0_1, h0_2) = split(x0);
                let h1 = dropout(h0_0, 0.3);
                let h2 = l0_2(l0_1(l0_0(dropout(h0_0))));
                let h3 = matmul(h2, x0, transpose_b = true);
                let _h4 = l0_2(l0_1(l0_0(h0_2)));
                let h5 = l1_0(h1);
                let h6 = h5 + h0_2;
                let _h7 = softmax(h6, axis = 1);
                let _h8 = l2_1(l2_0(h0_1));
                let h9 = transpose(matmul(h3, h3, transpose_a = false, transpose_b = true));
                (h9, h9)
            }
        }
    }
    R88 {
        composed {
            input x0: [SIZE_4, SIZE_1, SIZE_4];
            input x1: [SIZE_2, SIZE_1, SIZE_4];
            input x2: [SIZE_4, SIZE_4, SIZE_2];
            input x3: [SIZE_4, SIZE_4, SIZE_1];
            l0: BatchNorm2d(eps = 0.1);
            l2: InstanceNorm2d(eps = 1e-2);
            l1: R88L1;
            fn forward(_x0, x1, x2, x3) {
                let x2 = concat(x3, x2, x2, x2, axis = 2);
                let h1 = l0(x2);
                let h2 = softplus(h1);
                let h3 = upsample2d(h2, scale = 1);
                let h4 = tanh(x1);
                let h5 = l1(x3);
                let h2 = mean(h5, axes = (1, 2), keep = false);
                (h2, l2(h4), h5, l1(x3), expand(h3, [4, 4, 7]))
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_1, SIZE_4];
            input x1: [SIZE_2, SIZE_1, SIZE_4];
            input x2: [SIZE_4, SIZE_4, SIZE_2];
            input x3: [SIZE_4, SIZE_4, SIZE_1];
            l0: BatchNorm2d(eps = 0.1);
            l2: InstanceNorm2d(eps = 1e-2);
            l1_0: Elu;
            fn forward(_x0, x1, x2, x3) {
                let x2 = concat(x3, x2, x2, x2, axis = 2);
                let h1 = l0(x2);
                let h2 = softplus(h1);
                let h3 = upsample2d(h2, scale = 1);
                let h4 = tanh(x1);
                let h5 = l1_0(x3);
                let h2 = mean(h5, axes = (1, 2), keep = false);
                (h2, l2(h4), h5, l1_0(x3), expand(h3, [4, 4, 7]))
            }
        }
    }
    R90 {
        composed {
            input x0: [SIZE_7];
            input x1: [SIZE_2, SIZE_1];
            input x2: [SIZE_2, SIZE_1];
            l2: PRelu;
            l0: R90L0;
            l1: R90L1;
            l3: R90L3;
            fn forward(_x0, x1, x2) {
                let h0 = x1 * x2;
                let h1 = l0(h0);
                let h2 = slice(transpose(l1(h1)), 0..2, axis = 1);
                let h3 = l2(h2);
                let h4 = l3(h3) * (-h3);
                (h4, h4)
            }
        }
        flat {
            input x0: [SIZE_7];
            input x1: [SIZE_2, SIZE_1];
            input x2: [SIZE_2, SIZE_1];
            l2: PRelu;
            l0_0: Tanh;
            l0_1: Linear(1 -> 3, bias = true);
            l0_2: BatchNorm1d(2);
            l1_0: Tanh();
            l1_1: Conv1d(2, kernel = 2, stride = 2, groups = depthwise);
            l1_2: Tanh();
            l3_0: BatchNorm1d;
            l3_1: Sigmoid();
            l3_2: Tanh();
            fn forward(_x0, x1, x2) {
                let h0 = x1 * x2;
                let h1 = l0_2(l0_1(l0_0(h0)));
                let h2 = slice(transpose(l1_2(l1_1(l1_0(h1)))), 0..2, axis = 1);
                let h3 = l2(h2);
                let h4 = l3_2(l3_1(l3_0(h3))) * (-h3);
                (h4, h4)
            }
        }
    }
    R91 {
        composed {
            input: [SIZE_7];
            l0: LogSoftmax(axis = 0);
            l1: R91L1;
            l2: R91L2;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = leaky_relu(l0(x0), 0.2);
                let h2 = l1(h0);
                (x0, l0(h1), h2, l2(h1))
            }
        }
        flat {
            input: [SIZE_7];
            l0: LogSoftmax(axis = 0);
            l1_0: Linear(2, bias = false);
            l2_0: Tanh();
            l2_1: Elu(0.7);
            l2_2: Linear(7 -> 7);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = leaky_relu(l0(x0), 0.2);
                let h2 = l1_0(h0);
                (x0, l0(h1), h2, l2_2(l2_1(l2_0(h1))))
            }
        }
    }
    R93 {
        composed {
            input: [SIZE_4, SIZE_2, SIZE_5];
            l1: Pad2d(padding = (1, 0, 0, 1), mode = replicate);
            l0: R93L0;
            fn forward(x0) {
                let x0 = transpose(x0);
                let _h1 = l0(transpose(x0));
                let h2 = l1(x0);
                (l1(x0), reshape(h2, [72]))
            }
        }
        flat {
            input: [SIZE_4, SIZE_2, SIZE_5];
            l1: Pad2d(padding = (1, 0, 0, 1), mode = replicate);
            l0_0: MaxPool2d((2, 1), stride = 2);
            fn forward(x0) {
                let x0 = transpose(x0);
                let _h1 = l0_0(transpose(x0));
                let h2 = l1(x0);
                (l1(x0), reshape(h2, [72]))
            }
        }
    }
}

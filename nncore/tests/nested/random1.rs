//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_2 = 2; SIZE_3 = 3; SIZE_36 = 36; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; SIZE_7 = 7; }
    inner {
        R107L0 {
            input: [SIZE_4, SIZE_5];
            a0: BatchNorm1d(eps = 0.1);
            a1: GroupNorm(2, eps = 0.1, affine = false);
            a2: LayerNorm;
        }
        R107L1 {
            input: [SIZE_4, SIZE_5];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: LogSoftmax;
        }
        R108L0 {
            input: [SIZE_2];
            a0: LayerNorm(eps = 0.1);
            a1: Softplus;
        }
        R109L1 {
            input: [SIZE_3, SIZE_1, SIZE_1];
            a0: MaxPool2d((2, 1), stride = (3, 2), padding = (1, 0));
            a1: Tanh;
        }
        R111L3 {
            input: [SIZE_3, SIZE_2];
            a0: BatchNorm1d(3, eps = 1e-2);
            a1: Softplus;
        }
        R112L0 {
            input: [SIZE_1, SIZE_2];
            a0: Tanh;
            a1: Linear(2 -> 5, bias = false);
        }
        R112L1 {
            input: [SIZE_1, SIZE_5];
            a0: BatchNorm1d(1);
        }
        R112L2 {
            input: [SIZE_1, SIZE_5];
            a0: Linear(5 -> 3, bias = true);
        }
        R112L3 {
            input: [SIZE_1, SIZE_5];
            a0: Linear(5 -> 5);
            a1: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
        }
        R113L1 {
            input: [SIZE_1, SIZE_5];
            a0: BatchNorm1d(1, eps = 1e-2, momentum = 0.3);
            a1: Relu;
            a2: LayerNorm(eps = 0.1);
        }
        R113L2 {
            input: [SIZE_3, SIZE_5];
            a0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            a1: Tanh();
        }
        R114L0 {
            input: [SIZE_1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Sigmoid;
            a2: BatchNorm1d(eps = 0.1, momentum = 0.3);
        }
        R114L2 {
            input: [SIZE_1];
            a0: Linear(1 -> 2, bias = true);
        }
        R114L3 {
            input: [SIZE_2];
            a0: Gelu;
            a1: Tanh();
        }
        R115L1 {
            input: [SIZE_1];
            a0: Linear(1 -> 1);
            a1: LogSoftmax(axis = 0);
        }
        R116L0 {
            input: [SIZE_3, SIZE_2, SIZE_3];
            a0: Tanh;
            a1: Conv2d(_ -> 2, kernel = 2, stride = (1, 2), padding = same, bias = true);
            a2: BatchNorm2d(2, eps = 0.1);
        }
        R116L1 {
            input: [SIZE_2, SIZE_2];
            a0: BatchNorm1d(2, eps = 1e-2);
            a1: Tanh();
        }
        R117L1 {
            input: [SIZE_3, SIZE_4, SIZE_3];
            a0: Flatten;
            a1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
        }
        R117L4 {
            input: [SIZE_36];
            a0: BatchNorm1d(eps = 1e-2);
            a1: Tanh;
            a2: Linear(36 -> 36);
        }
        R118L1 {
            input: [SIZE_1, SIZE_2];
            a0: Conv1d(_ -> 4, kernel = 3, padding = same, bias = true);
        }
        R119L0 {
            input: [SIZE_4, SIZE_6, SIZE_3];
            a0: Pad2d((0, 1, 0, 0));
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R119L1 {
            input: [SIZE_4, SIZE_3, SIZE_3];
            a0: BatchNorm2d(4, eps = 1e-2);
            a1: LayerNorm(axes = 1, eps = 0.1);
        }
        R119L3 {
            input: [SIZE_4, SIZE_7, SIZE_3];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Softmax;
        }
        R120L1 {
            input: [SIZE_2];
            a0: Tanh;
            a1: LayerNorm(axes = 1, eps = 0.1);
        }
        R121L0 {
            input: [SIZE_4, SIZE_2, SIZE_2];
            a0: RmsNorm(eps = 1e-2);
        }
        R123L0 {
            input: [SIZE_3, SIZE_5];
            a0: Softplus();
            a1: Linear(5 -> 5);
        }
        R123L2 {
            input: [SIZE_4, SIZE_3, SIZE_4];
            a0: LayerNorm(eps = 0.1);
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R124L2 {
            input: [SIZE_3, SIZE_3];
            a0: AvgPool1d(1, stride = 2, padding = valid);
        }
        R124L3 {
            input: [SIZE_4, SIZE_4, SIZE_6];
            a0: Softmax(axis = 0);
        }
        R124L5 {
            input: [SIZE_3, SIZE_2];
            a0: Linear(2 -> 2);
            a1: Conv1d(3, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = depthwise);
        }
        R125L0 {
            input: [SIZE_4, SIZE_4, SIZE_2];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: HardSwish;
            a2: LayerNorm;
        }
        R125L1 {
            input: [SIZE_4, SIZE_4, SIZE_2];
            a0: PRelu(1);
        }
        R126L0 {
            input: [SIZE_3, SIZE_2];
            a0: Linear(1, bias = false);
            a1: Tanh();
        }
        R126L2 {
            input: [SIZE_1];
            a0: BatchNorm1d(1, eps = 1e-2);
        }
        R127L1 {
            input: [SIZE_4, SIZE_1];
            a0: Tanh;
            a1: Tanh();
            a2: BatchNorm1d(4);
        }
        R127L2 {
            input: [SIZE_4, SIZE_1];
            a0: Tanh();
            a1: GroupNorm(2, eps = 0.1, affine = false);
            a2: Tanh();
        }
        R128L1 {
            input: [SIZE_3, SIZE_4, SIZE_1];
            a0: BatchNorm2d;
            a1: Softplus;
            a2: Tanh();
        }
    }
    R107 {
        composed {
            input: [SIZE_4, SIZE_5];
            l0: R107L0;
            l1: R107L1;
            fn forward(x0) {
                let x0 = x0 / 1e-1;
                let h1 = l0(x0);
                let h2 = l1(h1);
                let h3 = h2 + h2;
                let (h4_0, h4_1) = split(x0, axis = 0);
                let h5 = h4_0 / -1;
                let h6 = h5 + h4_1;
                let h7 = concat(h3 * h3, h6, h6, h4_0, axis = 0);
                let h8 = matmul(h2, h2, transpose_a = false, transpose_b = true);
                (h7, h8, l0(x0), l0(x0))
            }
        }
        flat {
            input: [SIZE_4, SIZE_5];
            l0_0: BatchNorm1d(eps = 0.1);
            l0_1: GroupNorm(2, eps = 0.1, affine = false);
            l0_2: LayerNorm;
            l1_0: LayerNorm(axes = 2, eps = 0.1);
            l1_1: LogSoftmax;
            fn forward(x0) {
                let x0 = x0 / 1e-1;
                let h1 = l0_2(l0_1(l0_0(x0)));
                let h2 = l1_1(l1_0(h1));
                let h3 = h2 + h2;
                let (h4_0, h4_1) = split(x0, axis = 0);
                let h5 = h4_0 / -1;
                let h6 = h5 + h4_1;
                let h7 = concat(h3 * h3, h6, h6, h4_0, axis = 0);
                let h8 = matmul(h2, h2, transpose_a = false, transpose_b = true);
                (h7, h8, l0_2(l0_1(l0_0(x0))), l0_2(l0_1(l0_0(x0))))
            }
        }
    }
    R108 {
        composed {
            input x0: [SIZE_2];
            input x1: [SIZE_2];
            l1: Sigmoid();
            l0: R108L0;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = l1(reshape(h0, [1, 2])) - zeros([1, 2]);
                let _h2 = l0(permute(l0(x0), [0]));
                (transpose(h1) - 3.0, x1 - l1(h0))
            }
        }
        flat {
            input x0: [SIZE_2];
            input x1: [SIZE_2];
            l1: Sigmoid();
            l0_0: LayerNorm(eps = 0.1);
            l0_1: Softplus;
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1(reshape(h0, [1, 2])) - zeros([1, 2]);
                let _h2 = l0_1(l0_0(permute(l0_1(l0_0(x0)), [0])));
                (transpose(h1) - 3.0, x1 - l1(h0))
            }
        }
    }
    R109 {
        composed {
            input x0: [SIZE_4, SIZE_1];
            input x1: [SIZE_3, SIZE_4, SIZE_1];
            input x2: [SIZE_4, SIZE_2];
            l0: MaxPool2d(kernel = (2, 1), stride = 3, dilation = 2);
            l2: MaxPool1d(kernel = 2, padding = (0, 1), dilation = 2);
            l1: R109L1;
            fn forward(x0, x1, x2) {
                let h0 = l0(x1);
                let h1 = l1(h0);
                let h2 = x2 - x2;
                let h3 = slice(x0, 0..1, axis = 1);
                let h4 = flatten((h3 * l2(h2)));
                (h1, h4)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_1];
            input x1: [SIZE_3, SIZE_4, SIZE_1];
            input x2: [SIZE_4, SIZE_2];
            l0: MaxPool2d(kernel = (2, 1), stride = 3, dilation = 2);
            l2: MaxPool1d(kernel = 2, padding = (0, 1), dilation = 2);
            l1_0: MaxPool2d((2, 1), stride = (3, 2), padding = (1, 0));
            l1_1: Tanh;
            fn forward(x0, x1, x2) {
                let h0 = l0(x1);
                let h1 = l1_1(l1_0(h0));
                let h2 = x2 - x2;
                let h3 = slice(x0, 0..1, axis = 1);
                let h4 = flatten((h3 * l2(h2)));
                (h1, h4)
            }
        }
    }
    R111 {
        composed {
            input: [SIZE_3] in 0..6;
            l0: Embedding(_ -> 1);
            l1: Embedding(7 -> 2);
            l2: Embedding(6 -> 3);
            l4: Dropout(p = 0.25);
            l3: R111L3;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = h0 + zeros([3, 1]);
                let h2 = l1(x0);
                let h3 = flatten(h2);
                let h4 = l3(h2);
                let h5 = l4(h4);
                (h1, h3, h2 - zeros([3, 2]), slice(l2(x0), ..1, axis = 0), h5, l2(x0))
            }
        }
        flat {
            input: [SIZE_3] in 0..6;
            l0: Embedding(_ -> 1);
            l1: Embedding(7 -> 2);
            l2: Embedding(6 -> 3);
            l4: Dropout(p = 0.25);
            l3_0: BatchNorm1d(3, eps = 1e-2);
            l3_1: Softplus;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = h0 + zeros([3, 1]);
                let h2 = l1(x0);
                let h3 = flatten(h2);
                let h4 = l3_1(l3_0(h2));
                let h5 = l4(h4);
                (h1, h3, h2 - zeros([3, 2]), slice(l2(x0), ..1, axis = 0), h5, l2(x0))
            }
        }
    }
    R112 {
        composed {
            input: [SIZE_1, SIZE_2];
            l4: Parameter([1, 5], init = -1);
            l0: R112L0;
            l1: R112L1;
            l2: R112L2;
            l3: R112L3;
            fn forward(x0) {
                let h0 = l0(x0);
                let h0 = l1(h0);
                let h2 = l2(h0);
                let h3 = silu(h2);
                let h4 = l3(l0(x0)) + l4;
                let h5 = concat(relu(h3), h2, axis = 1);
                let h6 = matmul(h5, h5, transpose_a = true, transpose_b = false);
                let h7 = h6 * 1e-1;
                (h7, l2(h4))
            }
        }
        flat {
            input: [SIZE_1, SIZE_2];
            l4: Parameter([1, 5], init = -1);
            l0_0: Tanh;
            l0_1: Linear(2 -> 5, bias = false);
            l1_0: BatchNorm1d(1);
            l2_0: Linear(5 -> 3, bias = true);
            l3_0: Linear(5 -> 5);
            l3_1: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h0 = l1_0(h0);
                let h2 = l2_0(h0);
                let h3 = silu(h2);
                let h4 = l3_1(l3_0(l0_1(l0_0(x0)))) + l4;
                let h5 = concat(relu(h3), h2, axis = 1);
                let h6 = matmul(h5, h5, transpose_a = true, transpose_b = false);
                let h7 = h6 * 1e-1;
                (h7, l2_0(h4))
            }
        }
    }
    R113 {
        composed {
            input: [SIZE_3, SIZE_5];
            l0: Sigmoid;
            l1: R113L1;
            l2: R113L2;
            fn forward(x0) {
                let h0 = mean(x0, axes = 0, keep = true);
                let h1 = elu(h0, 0.7);
                let h2 = l0(h1);
                let x0 = elu(h2);
                let x0 = expand(x0, [3, 5]);
                let h5 = gelu(1.5 * x0, approximate = tanh);
                let h6 = l2(l2(h5));
                (h1 + l1(h1 + 1e-1), h6)
            }
        }
        flat {
            input: [SIZE_3, SIZE_5];
            l0: Sigmoid;
            l1_0: BatchNorm1d(1, eps = 1e-2, momentum = 0.3);
            l1_1: Relu;
            l1_2: LayerNorm(eps = 0.1);
            l2_0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            l2_1: Tanh();
            fn forward(x0) {
                let h0 = mean(x0, axes = 0, keep = true);
                let h1 = elu(h0, 0.7);
                let h2 = l0(h1);
                let x0 = elu(h2);
                let x0 = expand(x0, [3, 5]);
                let h5 = gelu(1.5 * x0, approximate = tanh);
                let h6 = l2_1(l2_0(l2_1(l2_0(h5))));
                (h1 + l1_2(l1_1(l1_0(h1 + 1e-1))), h6)
            }
        }
    }
    R114 {
        composed {
            input: [SIZE_1];
            #[frozen] l1: Gelu;
            #[frozen] l0: R114L0;
            l2: R114L2;
            l3: R114L3;
            fn forward(x0) {
                let h0 = x0 + x0;
                let h1 = l0(h0);
                let h1 = x0 * h1;
                let h0 = l1(x0);
                let h4 = 1.5 + h0;
                let h5 = l2(x0);
                let h6 = max(h4, axis = 0, keep = true);
                (l0(h1), 1e-1 - h4, l3(h5), h6, h4)
            }
        }
        flat {
            input: [SIZE_1];
            #[frozen] l1: Gelu;
            #[frozen] l0_0: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] l0_1: Sigmoid;
            #[frozen] l0_2: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l2_0: Linear(1 -> 2, bias = true);
            l3_0: Gelu;
            l3_1: Tanh();
            fn forward(x0) {
                let h0 = x0 + x0;
                let h1 = l0_2(l0_1(l0_0(h0)));
                let h1 = x0 * h1;
                let h0 = l1(x0);
                let h4 = 1.5 + h0;
                let h5 = l2_0(x0);
                let h6 = max(h4, axis = 0, keep = true);
                (l0_2(l0_1(l0_0(h1))), 1e-1 - h4, l3_1(l3_0(h5)), h6, h4)
            }
        }
    }
    R115 {
        composed {
            input: [SIZE_1];
            l0: Elu(0.7);
            l2: Softmax;
            l3: Flatten;
            l4: Parameter([1], init = 0.7);
            l1: R115L1;
            fn forward(x0) {
                let h0 = l0(l0(x0));
                let h1 = log_softmax((slice(h0, ..1)), axis = 0);
                let h2 = l2(permute(l1(h1), [0]));
                let h3 = expand(x0, [3]);
                let h4 = l3(h3);
                (h2, h4, x0 * l4)
            }
        }
        flat {
            input: [SIZE_1];
            l0: Elu(0.7);
            l2: Softmax;
            l3: Flatten;
            l4: Parameter([1], init = 0.7);
            l1_0: Linear(1 -> 1);
            l1_1: LogSoftmax(axis = 0);
            fn forward(x0) {
                let h0 = l0(l0(x0));
                let h1 = log_softmax((slice(h0, ..1)), axis = 0);
                let h2 = l2(permute(l1_1(l1_0(h1)), [0]));
                let h3 = expand(x0, [3]);
                let h4 = l3(h3);
                (h2, h4, x0 * l4)
            }
        }
    }
    R116 {
        composed {
            input x0: [SIZE_2, SIZE_2];
            input x1: [SIZE_3, SIZE_2, SIZE_3];
            l2: MaxPool1d(kernel = 2, stride = 1);
            l3: Parameter([2, 2], init = normal(0.5));
            l0: R116L0;
            l1: R116L1;
            fn forward(x0, x1) {
                let h0 = x0 * (2 - x0 * x0);
                let h1 = l1(h0);
                let h2 = slice(l0(x1), ..2, axis = 1);
                let h3 = l2(h0);
                let h4 = x1 * x1;
                (l0(x1), h0, h2, h3, h4, h1 + l3)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_2];
            input x1: [SIZE_3, SIZE_2, SIZE_3];
            l2: MaxPool1d(kernel = 2, stride = 1);
            l3: Parameter([2, 2], init = normal(0.5));
            l0_0: Tanh;
            l0_1: Conv2d(_ -> 2, kernel = 2, stride = (1, 2), padding = same, bias = true);
            l0_2: BatchNorm2d(2, eps = 0.1);
            l1_0: BatchNorm1d(2, eps = 1e-2);
            l1_1: Tanh();
            fn forward(x0, x1) {
                let h0 = x0 * (2 - x0 * x0);
                let h1 = l1_1(l1_0(h0));
                let h2 = slice(l0_2(l0_1(l0_0(x1))), ..2, axis = 1);
                let h3 = l2(h0);
                let h4 = x1 * x1;
                (l0_2(l0_1(l0_0(x1))), h0, h2, h3, h4, h1 + l3)
            }
        }
    }
    R117 {
        composed {
            input: [SIZE_3, SIZE_4] in 0..3;
            l0: Embedding(3 -> 3);
            #[frozen] l2: Tanh();
            l3: ConvTranspose2d(3 -> 2, kernel = (1, 3), stride = (1, 2), padding = (0, 1), output_padding = (0, 1), bias = false);
            #[frozen] l1: R117L1;
            #[frozen] l4: R117L4;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1((l0(x0)));
                let _h2 = l2(h0);
                let h3 = l3(expand(h0, [3, 4, 3]));
                let h3 = pixel_shuffle(h3, 1);
                let h5 = l2(h3);
                let h0 = l4(h1);
                let h7 = h1 - h0;
                let h8 = h7 + h7;
                (h5, h8)
            }
        }
        flat {
            input: [SIZE_3, SIZE_4] in 0..3;
            l0: Embedding(3 -> 3);
            #[frozen] l2: Tanh();
            l3: ConvTranspose2d(3 -> 2, kernel = (1, 3), stride = (1, 2), padding = (0, 1), output_padding = (0, 1), bias = false);
            #[frozen] l1_0: Flatten;
            #[frozen] l1_1: BatchNorm1d(eps = 1e-2, momentum = 0.3);
            #[frozen] l4_0: BatchNorm1d(eps = 1e-2);
            #[frozen] l4_1: Tanh;
            #[frozen] l4_2: Linear(36 -> 36);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1_1(l1_0((l0(x0))));
                let _h2 = l2(h0);
                let h3 = l3(expand(h0, [3, 4, 3]));
                let h3 = pixel_shuffle(h3, 1);
                let h5 = l2(h3);
                let h0 = l4_2(l4_1(l4_0(h1)));
                let h7 = h1 - h0;
                let h8 = h7 + h7;
                (h5, h8)
            }
        }
    }
    R118 {
        composed {
            input x0: [SIZE_3, SIZE_2];
            input x1: [SIZE_2];
            l0: Dropout(0.3);
            l2: Dropout(0.3);
            l1: R118L1;
            fn forward(x0, x1) {
                let (h0_0, h0_1, h0_2) = split(x0, axis = 0);
                let h1 = slice(h0_1, 1..2, axis = 1);
                let h2 = matmul(h1, h1, transpose_b = false);
                let h3 = -l0(3.0 - h2);
                let h4 = -h3;
                (l1(h0_0), h4, reshape(h0_2, [2]) * x1, l2(h1))
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_2];
            input x1: [SIZE_2];
            l0: Dropout(0.3);
            l2: Dropout(0.3);
            l1_0: Conv1d(_ -> 4, kernel = 3, padding = same, bias = true);
            fn forward(x0, x1) {
                let (h0_0, h0_1, h0_2) = split(x0, axis = 0);
                let h1 = slice(h0_1, 1..2, axis = 1);
                let h2 = matmul(h1, h1, transpose_b = false);
                let h3 = -l0(3.0 - h2);
                let h4 = -h3;
                (l1_0(h0_0), h4, reshape(h0_2, [2]) * x1, l2(h1))
            }
        }
    }
    R119 {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_3];
            l2: RmsNorm(axes = 2, eps = 0.1);
            l0: R119L0;
            l1: R119L1;
            l3: R119L3;
            fn forward(x0) {
                let h0 = x0 * -0.7;
                let h1 = l0(h0);
                let h2 = l0(h0);
                let h3 = l0(h0);
                let h4 = l1(matmul(h1, h1, transpose_a = true));
                let h5 = l1(h4);
                let h6 = l1(h5);
                let h7 = l3(h2);
                (h3, tanh(l0(x0)), h6, l2(h1), h7)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_3];
            l2: RmsNorm(axes = 2, eps = 0.1);
            l0_0: Pad2d((0, 1, 0, 0));
            l0_1: Conv2d(4 -> 4, kernel = 1);
            l1_0: BatchNorm2d(4, eps = 1e-2);
            l1_1: LayerNorm(axes = 1, eps = 0.1);
            l3_0: LayerNorm(axes = 1, eps = 0.1);
            l3_1: Softmax;
            fn forward(x0) {
                let h0 = x0 * -0.7;
                let h1 = l0_1(l0_0(h0));
                let h2 = l0_1(l0_0(h0));
                let h3 = l0_1(l0_0(h0));
                let h4 = l1_1(l1_0(matmul(h1, h1, transpose_a = true)));
                let h5 = l1_1(l1_0(h4));
                let h6 = l1_1(l1_0(h5));
                let h7 = l3_1(l3_0(h2));
                (h3, tanh(l0_1(l0_0(x0))), h6, l2(h1), h7)
            }
        }
    }
    R120 {
        composed {
            input: [SIZE_4];
            l0: Softmax;
            #[frozen] l2: Gelu;
            l1: R120L1;
            fn forward(x0) {
                let x0 = slice(x0, 1..3, axis = 0);
                let h1 = l0(x0);
                let h2 = l0(h1);
                let h3 = l2(h2);
                (l1(x0), h3)
            }
        }
        flat {
            input: [SIZE_4];
            l0: Softmax;
            #[frozen] l2: Gelu;
            l1_0: Tanh;
            l1_1: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x0) {
                let x0 = slice(x0, 1..3, axis = 0);
                let h1 = l0(x0);
                let h2 = l0(h1);
                let h3 = l2(h2);
                (l1_1(l1_0(x0)), h3)
            }
        }
    }
    R121 {
        composed {
            input x0: [SIZE_2, SIZE_1];
            input x1: [SIZE_1, SIZE_1];
            input x2: [SIZE_4, SIZE_2, SIZE_2];
            l1: Conv1d(4, kernel = 1, stride = 1, padding = 0, bias = false);
            l0: R121L0;
            fn forward(_x0, x1, x2) {
                let h0 = l1(x1);
                let (h1_0, h1_1) = split(l1(x1));
                (l0(x2), l1(x1), dropout(h0, p = 0.25), h1_0, h1_1)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_1];
            input x1: [SIZE_1, SIZE_1];
            input x2: [SIZE_4, SIZE_2, SIZE_2];
            l1: Conv1d(4, kernel = 1, stride = 1, padding = 0, bias = false);
            l0_0: RmsNorm(eps = 1e-2);
            fn forward(_x0, x1, x2) {
                let h0 = l1(x1);
                let (h1_0, h1_1) = split(l1(x1));
                (l0_0(x2), l1(x1), dropout(h0, p = 0.25), h1_0, h1_1)
            }
        }
    }
    R123 {
        composed {
            input x0: [SIZE_4, SIZE_3, SIZE_4];
            input x1: [SIZE_3, SIZE_5];
            input x2: [SIZE_4, SIZE_1] in 0..4;
            l1: Sigmoid();
            l3: Silu;
            l0: R123L0;
            l2: R123L2;
            fn forward(x0, x1, _x2) {
                let h0 = l1(l0(x1));
                let x1 = l2(x0);
                let h2 = transpose(x1);
                let _h3 = gelu(h2, approximate = tanh);
                let h4 = sigmoid(x0);
                (h0, l3(x1 + x0), h4)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_3, SIZE_4];
            input x1: [SIZE_3, SIZE_5];
            input x2: [SIZE_4, SIZE_1] in 0..4;
            l1: Sigmoid();
            l3: Silu;
            l0_0: Softplus();
            l0_1: Linear(5 -> 5);
            l2_0: LayerNorm(eps = 0.1);
            l2_1: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0, x1, _x2) {
                let h0 = l1(l0_1(l0_0(x1)));
                let x1 = l2_1(l2_0(x0));
                let h2 = transpose(x1);
                let _h3 = gelu(h2, approximate = tanh);
                let h4 = sigmoid(x0);
                (h0, l3(x1 + x0), h4)
            }
        }
    }
    R124 {
        composed {
            input x0: [SIZE_3, SIZE_3];
            input x1: [SIZE_3, SIZE_2, SIZE_6];
            input x2: [SIZE_4, SIZE_4, SIZE_6];
            l0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            l1: MaxPool2d((2, 1), stride = 2, dilation = (1, 2));
            l4: GroupNorm(1, eps = 0.1, affine = false);
            l2: R124L2;
            l3: R124L3;
            l5: R124L5;
            fn forward(x0, x1, x2) {
                let h0 = gelu(x2, approximate = none);
                let h1 = l0(x0);
                let h2 = l1(x1);
                let h3 = l2(x0 * h1);
                let h1 = tanh(h0);
                let h5 = l4(l3(h1));
                let h6 = l5(h3);
                (h5, h3, h2 - zeros([3, 1, 3]), h0 + h0, l5(h3), h6)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_3];
            input x1: [SIZE_3, SIZE_2, SIZE_6];
            input x2: [SIZE_4, SIZE_4, SIZE_6];
            l0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            l1: MaxPool2d((2, 1), stride = 2, dilation = (1, 2));
            l4: GroupNorm(1, eps = 0.1, affine = false);
            l2_0: AvgPool1d(1, stride = 2, padding = valid);
            l3_0: Softmax(axis = 0);
            l5_0: Linear(2 -> 2);
            l5_1: Conv1d(3, kernel = 2, stride = 2, padding = 1, dilation = 2, groups = depthwise);
            fn forward(x0, x1, x2) {
                let h0 = gelu(x2, approximate = none);
                let h1 = l0(x0);
                let h2 = l1(x1);
                let h3 = l2_0(x0 * h1);
                let h1 = tanh(h0);
                let h5 = l4(l3_0(h1));
                let h6 = l5_1(l5_0(h3));
                (h5, h3, h2 - zeros([3, 1, 3]), h0 + h0, l5_1(l5_0(h3)), h6)
            }
        }
    }
    R125 {
        composed {
            input: [SIZE_4, SIZE_4, SIZE_4];
            l0: R125L0;
            l1: R125L1;
            fn forward(x0) {
                let (h0_0, h0_1) = split(x0, axis = 2);
                let h1 = l0(h0_0);
                let h2 = l1(h0_1);
                let (h3_0, h3_1) = split(h1, axis = 2);
                let h4 = avg_pool2d(h3_1, (3, 1), stride = 2, count_include_pad = false);
                (h2, l1(h1), h3_0, h4)
            }
        }
        flat {
            input: [SIZE_4, SIZE_4, SIZE_4];
            l0_0: LayerNorm(axes = 3, eps = 0.1);
            l0_1: HardSwish;
            l0_2: LayerNorm;
            l1_0: PRelu(1);
            fn forward(x0) {
                let (h0_0, h0_1) = split(x0, axis = 2);
                let h1 = l0_2(l0_1(l0_0(h0_0)));
                let h2 = l1_0(h0_1);
                let (h3_0, h3_1) = split(h1, axis = 2);
                let h4 = avg_pool2d(h3_1, (3, 1), stride = 2, count_include_pad = false);
                (h2, l1_0(h1), h3_0, h4)
            }
        }
    }
    R126 {
        composed {
            input x0: [SIZE_3, SIZE_2];
            input x1: [SIZE_1];
            l1: GroupNorm(1, eps = 1e-2);
            l3: Softmax(axis = 1);
            l0: R126L0;
            l2: R126L2;
            fn forward(x0, x1) {
                let h0 = l0(leaky_relu(x0, 0));
                let h1 = l1(h0);
                let h2 = l1(h0);
                let h3 = l3(h0);
                let h4 = glu(x0, axis = 1);
                let h5 = l0(x0);
                let h6 = h4 - h5;
                (reshape(h1, [3]), h3, x1 * l2(mean(h2, axes = (0, 1))), h6)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_2];
            input x1: [SIZE_1];
            l1: GroupNorm(1, eps = 1e-2);
            l3: Softmax(axis = 1);
            l0_0: Linear(1, bias = false);
            l0_1: Tanh();
            l2_0: BatchNorm1d(1, eps = 1e-2);
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(leaky_relu(x0, 0)));
                let h1 = l1(h0);
                let h2 = l1(h0);
                let h3 = l3(h0);
                let h4 = glu(x0, axis = 1);
                let h5 = l0_1(l0_0(x0));
                let h6 = h4 - h5;
                (reshape(h1, [3]), h3, x1 * l2_0(mean(h2, axes = (0, 1))), h6)
            }
        }
    }
    R127 {
        composed {
            input x0: [SIZE_4, SIZE_1];
            input x1: [SIZE_4, SIZE_1];
            l0: Parameter([4, 1], init = 0.7);
            l1: R127L1;
            l2: R127L2;
            fn forward(x0, x1) {
                let x0 = x0 * l0;
                let h1 = l1(x0);
                let h2 = x1 - h1;
                let h3 = x1 + zeros([4, 1]);
                let h4 = h2 + x1;
                let _h5 = l2(h4);
                (l2(h3), h2)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_1];
            input x1: [SIZE_4, SIZE_1];
            l0: Parameter([4, 1], init = 0.7);
            l1_0: Tanh;
            l1_1: Tanh();
            l1_2: BatchNorm1d(4);
            l2_0: Tanh();
            l2_1: GroupNorm(2, eps = 0.1, affine = false);
            l2_2: Tanh();
            fn forward(x0, x1) {
                let x0 = x0 * l0;
                let h1 = l1_2(l1_1(l1_0(x0)));
                let h2 = x1 - h1;
                let h3 = x1 + zeros([4, 1]);
                let h4 = h2 + x1;
                let _h5 = l2_2(l2_1(l2_0(h4)));
                (l2_2(l2_1(l2_0(h3))), h2)
            }
        }
    }
    R128 {
        composed {
            input: [SIZE_3, SIZE_4, SIZE_1];
            l0: Silu;
            l1: R128L1;
            fn forward(x0) {
                let h0 = x0 + x0;
                let h1 = sigmoid(l1(l0(h0) + 1.5));
                let h2 = l1(h0);
                let h3 = l1(h0 - h0 + h1);
                let _h4 = l0(h3);
                (h2, x0, max(h0, axes = (0, 1)), h2)
            }
        }
        flat {
            input: [SIZE_3, SIZE_4, SIZE_1];
            l0: Silu;
            l1_0: BatchNorm2d;
            l1_1: Softplus;
            l1_2: Tanh();
            fn forward(x0) {
                let h0 = x0 + x0;
                let h1 = sigmoid(l1_2(l1_1(l1_0(l0(h0) + 1.5))));
                let h2 = l1_2(l1_1(l1_0(h0)));
                let h3 = l1_2(l1_1(l1_0(h0 - h0 + h1)));
                let _h4 = l0(h3);
                (h2, x0, max(h0, axes = (0, 1)), h2)
            }
        }
    }
}

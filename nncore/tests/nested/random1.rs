//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_2 = 2; SIZE_3 = 3; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; }
    inner {
        R67L0 {
            input: [SIZE_3, SIZE_1];
            a0: LayerNorm(eps = 0.1);
            a1: Linear(3, bias = true);
        }
        R68L2 {
            input: [SIZE_2, SIZE_5, SIZE_2];
            a0: Conv2d(_ -> 4, kernel = 2, stride = (1, 2), padding = (2, 1, 1, 1), dilation = 2, groups = depthwise, bias = true);
            a1: Tanh;
        }
        R68L4 {
            input: [SIZE_1, SIZE_6, SIZE_1];
            a0: BatchNorm2d(1, eps = 1e-2);
            a1: Relu();
        }
        R69L0 {
            input: [SIZE_3, SIZE_2];
            a0: Tanh;
            a1: GroupNorm(1, affine = true);
        }
        R69L1 {
            input: [SIZE_3, SIZE_5];
            a0: Elu(0.7);
        }
        R69L2 {
            input: [SIZE_3, SIZE_5];
            a0: BatchNorm1d(3, eps = 0.1);
        }
        R69L3 {
            input: [SIZE_3, SIZE_5];
            a0: Linear(4, bias = true);
            a1: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
        }
        R70L1 {
            input: [SIZE_2, SIZE_1, SIZE_2];
            a0: BatchNorm2d(2, eps = 1e-2, momentum = 0.3);
            a1: Upsample2d(2);
            a2: LayerNorm(eps = 0.1);
        }
        R71L0 {
            input: [SIZE_2, SIZE_3, SIZE_1];
            a0: BatchNorm2d(2, eps = 0.1, momentum = 0.3);
            a1: HardSwish;
        }
        R71L1 {
            input: [SIZE_2, SIZE_3, SIZE_1];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: Softplus();
            a2: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R72L1 {
            input: [SIZE_1, SIZE_1, SIZE_1];
            a0: Softmax(axis = 2);
        }
        R72L2 {
            input: [SIZE_1, SIZE_1, SIZE_1];
            a0: Conv2d(1 -> 4, kernel = 3, padding = same, groups = depthwise, bias = false);
            a1: Tanh();
        }
        R73L0 {
            input: [SIZE_1];
            a0: Linear(1 -> 1);
            a1: Linear(1 -> 3);
        }
        R74L2 {
            input: [SIZE_3, SIZE_5];
            a0: Tanh;
            a1: Elu;
            a2: BatchNorm1d(3, eps = 0.1);
        }
        R75L1 {
            input: [SIZE_3, SIZE_3, SIZE_3];
            a0: BatchNorm2d(3, eps = 1e-2);
            a1: GroupNorm(1, eps = 0.1, affine = false);
        }
        R75L3 {
            input: [SIZE_3, SIZE_3, SIZE_3];
            a0: BatchNorm2d(3, eps = 0.1);
            a1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        }
        R76L1 {
            input: [SIZE_1, SIZE_2];
            a0: BatchNorm1d(eps = 1e-2);
            a1: Tanh();
            a2: Linear(2 -> 2);
        }
        R77L0 {
            input: [SIZE_2, SIZE_6, SIZE_6];
            a0: Pad2d((0, 1, 0, 0), mode = replicate);
        }
        R77L1 {
            input: [SIZE_2, SIZE_6, SIZE_6];
            a0: GroupNorm(1, eps = 0.1);
            a1: Conv2d(2 -> 2, kernel = 1);
        }
        R78L1 {
            input: [SIZE_1, SIZE_1, SIZE_4];
            a0: BatchNorm2d(1, eps = 1e-2);
            a1: Conv2d(4, kernel = 2, padding = same);
        }
        R80L1 {
            input: [SIZE_3, SIZE_3, SIZE_3];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: ConvTranspose2d(_ -> 2, kernel = (1, 3), stride = (2, 1), padding = (0, 1), output_padding = (1, 0), bias = false);
        }
        R81L1 {
            input: [SIZE_4, SIZE_4, SIZE_5];
            a0: Tanh;
            a1: Gelu(approximate = none);
        }
        R81L3 {
            input: [SIZE_4, SIZE_4, SIZE_5];
            a0: ConvTranspose2d(_ -> 1, kernel = (2, 3), stride = (2, 1), padding = (1, 0), output_padding = (1, 0), bias = true);
        }
        R82L2 {
            input: [SIZE_1, SIZE_1];
            a0: Softplus();
            a1: Linear(1 -> 1);
        }
        R83L1 {
            input: [SIZE_1];
            a0: Linear(1 -> 5);
            a1: Linear(5 -> 5);
        }
        R84L0 {
            input: [SIZE_3, SIZE_5, SIZE_5];
            a0: BatchNorm2d(eps = 1e-2);
        }
        R84L1 {
            input: [SIZE_3, SIZE_5, SIZE_5];
            a0: Conv2d(3 -> 3, kernel = 1, stride = (2, 1), padding = (0, 1), groups = 3, bias = true);
        }
        R85L1 {
            input: [SIZE_3, SIZE_2, SIZE_1];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: Relu;
        }
        R85L2 {
            input: [SIZE_3, SIZE_2, SIZE_1];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: LogSoftmax(axis = 2);
            a2: LayerNorm;
        }
        R85L3 {
            input: [SIZE_3, SIZE_2, SIZE_1];
            a0: HardSwish;
        }
        R86L0 {
            input: [SIZE_1];
            a0: GroupNorm(1, eps = 0.1, affine = false);
            a1: Tanh();
        }
        R87L0 {
            input: [SIZE_1, SIZE_2];
            a0: Softmax;
        }
    }
    R67 {
        composed {
            input: [SIZE_3, SIZE_1];
            l1: Linear(_ -> 3, bias = true);
            l0: R67L0;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2) = split(slice(x0, ..1, axis = 1), axis = 0);
                let x0 = x0 + 1e-1;
                let _h0_2 = h0_2 + h0_0 + 2;
                let h3 = x0 * x0;
                let h4 = l0(h3);
                let h5 = l1(relu(h4));
                let h6 = slice(h0_0, ..1, axis = 1);
                (h0_1, h5, h6)
            }
        }
        flat {
            input: [SIZE_3, SIZE_1];
            l1: Linear(_ -> 3, bias = true);
            l0_0: LayerNorm(eps = 0.1);
            l0_1: Linear(3, bias = true);
            fn forward(x0) {
                let (h0_0, h0_1, h0_2) = split(slice(x0, ..1, axis = 1), axis = 0);
                let x0 = x0 + 1e-1;
                let _h0_2 = h0_2 + h0_0 + 2;
                let h3 = x0 * x0;
                let h4 = l0_1(l0_0(h3));
                let h5 = l1(relu(h4));
                let h6 = slice(h0_0, ..1, axis = 1);
                (h0_1, h5, h6)
            }
        }
    }
    R68 {
        composed {
            input: [SIZE_2, SIZE_5, SIZE_2];
            l0: Gelu(approximate = none);
            l1: Dropout;
            l3: Pad2d(padding = (0, 0, 0, 1), mode = replicate);
            l2: R68L2;
            l4: R68L4;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l2(l1(h0));
                let (h2_0, h2_1, h2_2, h2_3) = split(h1);
                let h3 = sum(h0, axes = (0, 1, 2), keep = true);
                let h4 = l3(l1(slice(x0, 1..2, axis = 0)));
                let h5 = l0(h2_0);
                let h6 = l4(h2_3);
                let h7 = mean(h5, axes = (0, 2));
                let h8 = flatten(h7);
                let h9 = flatten(h6);
                let h10 = concat(h9, h8);
                (h1, h2_1, h2_2, leaky_relu(h3, 0), h4, h10)
            }
        }
        flat {
            input: [SIZE_2, SIZE_5, SIZE_2];
            l0: Gelu(approximate = none);
            l1: Dropout;
            l3: Pad2d(padding = (0, 0, 0, 1), mode = replicate);
            l2_0: Conv2d(_ -> 4, kernel = 2, stride = (1, 2), padding = (2, 1, 1, 1), dilation = 2, groups = depthwise, bias = true);
            l2_1: Tanh;
            l4_0: BatchNorm2d(1, eps = 1e-2);
            l4_1: Relu();
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l2_1(l2_0(l1(h0)));
                let (h2_0, h2_1, h2_2, h2_3) = split(h1);
                let h3 = sum(h0, axes = (0, 1, 2), keep = true);
                let h4 = l3(l1(slice(x0, 1..2, axis = 0)));
                let h5 = l0(h2_0);
                let h6 = l4_1(l4_0(h2_3));
                let h7 = mean(h5, axes = (0, 2));
                let h8 = flatten(h7);
                let h9 = flatten(h6);
                let h10 = concat(h9, h8);
                (h1, h2_1, h2_2, leaky_relu(h3, 0), h4, h10)
            }
        }
    }
    R69 {
        composed {
            input x0: [SIZE_3, SIZE_2];
            input x1: [SIZE_3, SIZE_3];
            input x2: [SIZE_3, SIZE_4];
            l0: R69L0;
            l1: R69L1;
            l2: R69L2;
            l3: R69L3;
            fn forward(x0, x1, x2) {
                let h0 = l0(x0);
                let h1 = concat(h0, x1, axis = 1);
                let h2 = l1(elu(h1)) + h1;
                let h3 = l2(h2);
                let h1 = permute(h3, [0, 1]);
                let h5 = l3(h2);
                let h6 = l1(h1);
                let h7 = slice((h5 * x2), .., axis = 0);
                let h8 = x2 * h7;
                (h6, h8)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_2];
            input x1: [SIZE_3, SIZE_3];
            input x2: [SIZE_3, SIZE_4];
            l0_0: Tanh;
            l0_1: GroupNorm(1, affine = true);
            l1_0: Elu(0.7);
            l2_0: BatchNorm1d(3, eps = 0.1);
            l3_0: Linear(4, bias = true);
            l3_1: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            fn forward(x0, x1, x2) {
                let h0 = l0_1(l0_0(x0));
                let h1 = concat(h0, x1, axis = 1);
                let h2 = l1_0(elu(h1)) + h1;
                let h3 = l2_0(h2);
                let h1 = permute(h3, [0, 1]);
                let h5 = l3_1(l3_0(h2));
                let h6 = l1_0(h1);
                let h7 = slice((h5 * x2), .., axis = 0);
                let h8 = x2 * h7;
                (h6, h8)
            }
        }
    }
    R70 {
        composed {
            input x0: [SIZE_2, SIZE_2];
            input x1: [SIZE_4];
            l0: PRelu(1);
            l1: R70L1;
            fn forward(x0, x1) {
                let h0 = x1 + x1;
                let h1 = h0 * h0;
                let h2 = l0(x0);
                let h3 = l0(h2);
                let h4 = reshape(h3, [2, 1, 2]);
                let h5 = pixel_shuffle(h4, 1);
                let h6 = l1(h4);
                let h7 = l0(h3);
                let h8 = transpose(x0);
                let h9 = expand(h5, [2, 1, 2]);
                (h1, l1(h5), h6, h7, h8, h9)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_2];
            input x1: [SIZE_4];
            l0: PRelu(1);
            l1_0: BatchNorm2d(2, eps = 1e-2, momentum = 0.3);
            l1_1: Upsample2d(2);
            l1_2: LayerNorm(eps = 0.1);
            fn forward(x0, x1) {
                let h0 = x1 + x1;
                let h1 = h0 * h0;
                let h2 = l0(x0);
                let h3 = l0(h2);
                let h4 = reshape(h3, [2, 1, 2]);
                let h5 = pixel_shuffle(h4, 1);
                let h6 = l1_2(l1_1(l1_0(h4)));
                let h7 = l0(h3);
                let h8 = transpose(x0);
                let h9 = expand(h5, [2, 1, 2]);
                (h1, l1_2(l1_1(l1_0(h5))), h6, h7, h8, h9)
            }
        }
    }
    R71 {
        composed {
            input x0: [SIZE_2, SIZE_3, SIZE_1];
            input x1: [SIZE_2, SIZE_3, SIZE_1];
            l2: Conv2d(2 -> 2, kernel = 1, stride = 2, padding = 0, dilation = 2);
            l0: R71L0;
            l1: R71L1;
            fn forward(x0, x1) {
                let h0 = x1 * l0(x0);
                let h1 = slice(h0, ..1, axis = 2) * h0;
                let h2 = 1e-1 * l2(l1(h1));
                h2 - h2
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_3, SIZE_1];
            input x1: [SIZE_2, SIZE_3, SIZE_1];
            l2: Conv2d(2 -> 2, kernel = 1, stride = 2, padding = 0, dilation = 2);
            l0_0: BatchNorm2d(2, eps = 0.1, momentum = 0.3);
            l0_1: HardSwish;
            l1_0: LayerNorm(axes = 3, eps = 0.1);
            l1_1: Softplus();
            l1_2: BatchNorm2d(eps = 0.1, momentum = 0.3);
            fn forward(x0, x1) {
                let h0 = x1 * l0_1(l0_0(x0));
                let h1 = slice(h0, ..1, axis = 2) * h0;
                let h2 = 1e-1 * l2(l1_2(l1_1(l1_0(h1))));
                h2 - h2
            }
        }
    }
    R72 {
        composed {
            input: [SIZE_2, SIZE_2] in 0..3;
            l0: Embedding(6 -> 4);
            l3: ConvTranspose2d(_ -> 3, kernel = (3, 2), stride = 2, padding = (1, 0), output_padding = 1);
            l1: R72L1;
            l2: R72L2;
            fn forward(x0) {
                let h0 = sum((l0(x0)), keep = true);
                let h1 = h0 - h0;
                let x0 = l1(h1);
                let x0 = log_softmax(l2(x0), axis = 2);
                let h4 = x0 - 2;
                let h5 = l3(h0);
                (h4, reshape(h5, [9, 2, 1]))
            }
        }
        flat {
            input: [SIZE_2, SIZE_2] in 0..3;
            l0: Embedding(6 -> 4);
            l3: ConvTranspose2d(_ -> 3, kernel = (3, 2), stride = 2, padding = (1, 0), output_padding = 1);
            l1_0: Softmax(axis = 2);
            l2_0: Conv2d(1 -> 4, kernel = 3, padding = same, groups = depthwise, bias = false);
            l2_1: Tanh();
            fn forward(x0) {
                let h0 = sum((l0(x0)), keep = true);
                let h1 = h0 - h0;
                let x0 = l1_0(h1);
                let x0 = log_softmax(l2_1(l2_0(x0)), axis = 2);
                let h4 = x0 - 2;
                let h5 = l3(h0);
                (h4, reshape(h5, [9, 2, 1]))
            }
        }
    }
    R73 {
        composed {
            input: [SIZE_1];
            l1: Tanh;
            l0: R73L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l0(x0);
                let _h2 = (l0(x0)) * h1;
                let h3 = sum(h0, keep = true);
                let h4 = l0(h3);
                let h5 = l1(h4);
                let h6 = l1(h0);
                let h7 = mean(h6, axes = 0, keep = false);
                (h5, softmax(h7, axis = 0))
            }
        }
        flat {
            input: [SIZE_1];
            l1: Tanh;
            l0_0: Linear(1 -> 1);
            l0_1: Linear(1 -> 3);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l0_1(l0_0(x0));
                let _h2 = (l0_1(l0_0(x0))) * h1;
                let h3 = sum(h0, keep = true);
                let h4 = l0_1(l0_0(h3));
                let h5 = l1(h4);
                let h6 = l1(h0);
                let h7 = mean(h6, axes = 0, keep = false);
                (h5, softmax(h7, axis = 0))
            }
        }
    }
    R74 {
        composed {
            input x0: [SIZE_3, SIZE_5];
            input x1: [SIZE_3, SIZE_3];
            l0: Dropout;
            l1: Relu;
            l2: R74L2;
            fn forward(x0, x1) {
                let _h0 = x0 * -1;
                let h1 = l0(matmul(x1, x0, transpose_a = false));
                let h2 = sum(h1);
                let (_h3_0, h3_1, h3_2) = split(l0(x1));
                (h3_1, l1(h3_2), l2(tanh(h1)), max(h2, keep = true))
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_5];
            input x1: [SIZE_3, SIZE_3];
            l0: Dropout;
            l1: Relu;
            l2_0: Tanh;
            l2_1: Elu;
            l2_2: BatchNorm1d(3, eps = 0.1);
            fn forward(x0, x1) {
                let _h0 = x0 * -1;
                let h1 = l0(matmul(x1, x0, transpose_a = false));
                let h2 = sum(h1);
                let (_h3_0, h3_1, h3_2) = split(l0(x1));
                (h3_1, l1(h3_2), l2_2(l2_1(l2_0(tanh(h1)))), max(h2, keep = true))
            }
        }
    }
    R75 {
        composed {
            input x0: [SIZE_3, SIZE_3] in 0..2;
            input x1: [SIZE_3, SIZE_3, SIZE_3];
            input x2: [SIZE_3, SIZE_3, SIZE_2];
            input x3: [SIZE_3, SIZE_3, SIZE_1];
            l0: Embedding(_ -> 3);
            l2: Sigmoid;
            l1: R75L1;
            l3: R75L3;
            train: l2;
            fn forward(x0, x1, x2, x3) {
                let h0 = l0(x0);
                let h1 = x1 - h0;
                let h2 = l1(h1);
                let h3 = l2(h2);
                let h4 = concat(h3, x2, x3, axis = 2);
                let h5 = l3(l2(h3) * h1);
                let h6 = hard_swish(h5);
                (h4, h6)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_3] in 0..2;
            input x1: [SIZE_3, SIZE_3, SIZE_3];
            input x2: [SIZE_3, SIZE_3, SIZE_2];
            input x3: [SIZE_3, SIZE_3, SIZE_1];
            l0: Embedding(_ -> 3);
            l2: Sigmoid;
            l1_0: BatchNorm2d(3, eps = 1e-2);
            l1_1: GroupNorm(1, eps = 0.1, affine = false);
            l3_0: BatchNorm2d(3, eps = 0.1);
            l3_1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
            train: l2;
            fn forward(x0, x1, x2, x3) {
                let h0 = l0(x0);
                let h1 = x1 - h0;
                let h2 = l1_1(l1_0(h1));
                let h3 = l2(h2);
                let h4 = concat(h3, x2, x3, axis = 2);
                let h5 = l3_1(l3_0(l2(h3) * h1));
                let h6 = hard_swish(h5);
                (h4, h6)
            }
        }
    }
    R76 {
        composed {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_1, SIZE_3];
            l0: Linear(3 -> 2, bias = false);
            l1: R76L1;
            fn forward(x0, x1) {
                let h0 = x1 * x0;
                let h1 = sigmoid(h0);
                let h2 = h1 * x1;
                let h3 = l0(h2);
                let h4 = hard_swish(h3);
                let _h5 = dropout(h4, p = 0.25);
                (l1(l0(h1)), h4)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_1, SIZE_3];
            l0: Linear(3 -> 2, bias = false);
            l1_0: BatchNorm1d(eps = 1e-2);
            l1_1: Tanh();
            l1_2: Linear(2 -> 2);
            fn forward(x0, x1) {
                let h0 = x1 * x0;
                let h1 = sigmoid(h0);
                let h2 = h1 * x1;
                let h3 = l0(h2);
                let h4 = hard_swish(h3);
                let _h5 = dropout(h4, p = 0.25);
                (l1_2(l1_1(l1_0(l0(h1)))), h4)
            }
        }
    }
    R77 {
        composed {
            input x0: [SIZE_2, SIZE_6, SIZE_1];
            input x1: [SIZE_2, SIZE_6, SIZE_6];
            l0: R77L0;
            l1: R77L1;
            fn forward(x0, x1) {
                let h0 = expand(x1, [2, 6, 6]);
                let h1 = x0 * x0;
                let h2 = log_softmax(x1, axis = 2);
                let h3 = l0(h2);
                let h4 = h3 - h3;
                let h5 = elu(h3 * h3);
                let h6 = softmax(expand(l1(h2), [2, 6, 6]), axis = 2);
                (h0, h1, h4, h5, h6)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_6, SIZE_1];
            input x1: [SIZE_2, SIZE_6, SIZE_6];
            l0_0: Pad2d((0, 1, 0, 0), mode = replicate);
            l1_0: GroupNorm(1, eps = 0.1);
            l1_1: Conv2d(2 -> 2, kernel = 1);
            fn forward(x0, x1) {
                let h0 = expand(x1, [2, 6, 6]);
                let h1 = x0 * x0;
                let h2 = log_softmax(x1, axis = 2);
                let h3 = l0_0(h2);
                let h4 = h3 - h3;
                let h5 = elu(h3 * h3);
                let h6 = softmax(expand(l1_1(l1_0(h2)), [2, 6, 6]), axis = 2);
                (h0, h1, h4, h5, h6)
            }
        }
    }
    R78 {
        composed {
            input: [SIZE_1, SIZE_4] in 0..3;
            l0: Embedding(3 -> 1);
            l1: R78L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = transpose(h0);
                let h2 = l1(h1);
                let h3 = h2 + h2;
                (glu(h1, axis = 2), h3)
            }
        }
        flat {
            input: [SIZE_1, SIZE_4] in 0..3;
            l0: Embedding(3 -> 1);
            l1_0: BatchNorm2d(1, eps = 1e-2);
            l1_1: Conv2d(4, kernel = 2, padding = same);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = transpose(h0);
                let h2 = l1_1(l1_0(h1));
                let h3 = h2 + h2;
                (glu(h1, axis = 2), h3)
            }
        }
    }
    R80 {
        composed {
            input: [SIZE_3, SIZE_3, SIZE_4];
            l0: PixelShuffle(1);
            l1: R80L1;
            fn forward(x0) {
                let x0 = x0 / 1e-1;
                let h1 = matmul(x0, x0, transpose_b = true);
                let x0 = l0(h1);
                let h3 = gelu(x0, approximate = none);
                let h4 = x0 * h3;
                let h5 = l1(h1);
                let h6 = sum(h4, axis = 1);
                (h5, h6)
            }
        }
        flat {
            input: [SIZE_3, SIZE_3, SIZE_4];
            l0: PixelShuffle(1);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: ConvTranspose2d(_ -> 2, kernel = (1, 3), stride = (2, 1), padding = (0, 1), output_padding = (1, 0), bias = false);
            fn forward(x0) {
                let x0 = x0 / 1e-1;
                let h1 = matmul(x0, x0, transpose_b = true);
                let x0 = l0(h1);
                let h3 = gelu(x0, approximate = none);
                let h4 = x0 * h3;
                let h5 = l1_1(l1_0(h1));
                let h6 = sum(h4, axis = 1);
                (h5, h6)
            }
        }
    }
    R81 {
        composed {
            input: [SIZE_4, SIZE_2];
            l0: Linear(2 -> 5, bias = false);
            l2: Upsample2d(1);
            l1: R81L1;
            l3: R81L3;
            fn forward(x0) {
                let h0 = softmax(x0, axis = 0);
                let _h1 = expand(l0(x0), [4, 5]);
                let h2 = l0(h0);
                let h3 = reshape(h2, [4, 1, 5]);
                let h4 = expand(h3, [4, 4, 5]);
                let h5 = l1(h4);
                let h6 = l0(x0);
                (l3((l2(h5))), h6)
            }
        }
        flat {
            input: [SIZE_4, SIZE_2];
            l0: Linear(2 -> 5, bias = false);
            l2: Upsample2d(1);
            l1_0: Tanh;
            l1_1: Gelu(approximate = none);
            l3_0: ConvTranspose2d(_ -> 1, kernel = (2, 3), stride = (2, 1), padding = (1, 0), output_padding = (1, 0), bias = true);
            fn forward(x0) {
                let h0 = softmax(x0, axis = 0);
                let _h1 = expand(l0(x0), [4, 5]);
                let h2 = l0(h0);
                let h3 = reshape(h2, [4, 1, 5]);
                let h4 = expand(h3, [4, 4, 5]);
                let h5 = l1_1(l1_0(h4));
                let h6 = l0(x0);
                (l3_0((l2(h5))), h6)
            }
        }
    }
    R82 {
        composed {
            input x0: [SIZE_3, SIZE_3];
            input x1: [SIZE_4, SIZE_4, SIZE_1];
            input x2: [SIZE_2, SIZE_5];
            l0: MaxPool2d(kernel = 1, stride = 3, padding = same);
            l1: Elu(0.7);
            l2: R82L2;
            fn forward(x0, x1, x2) {
                let x2 = expand(x2, [2, 5]);
                let _h1 = l1(x1);
                let h2 = max(x0, keep = true);
                let h3 = l0(x1) - 1.5;
                let h4 = transpose(x0);
                let h5 = l2(h2);
                (x2, h3, mean(h4, axis = 0), h5)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_3];
            input x1: [SIZE_4, SIZE_4, SIZE_1];
            input x2: [SIZE_2, SIZE_5];
            l0: MaxPool2d(kernel = 1, stride = 3, padding = same);
            l1: Elu(0.7);
            l2_0: Softplus();
            l2_1: Linear(1 -> 1);
            fn forward(x0, x1, x2) {
                let x2 = expand(x2, [2, 5]);
                let _h1 = l1(x1);
                let h2 = max(x0, keep = true);
                let h3 = l0(x1) - 1.5;
                let h4 = transpose(x0);
                let h5 = l2_1(l2_0(h2));
                (x2, h3, mean(h4, axis = 0), h5)
            }
        }
    }
    R83 {
        composed {
            input x0: [SIZE_4];
            input x1: [SIZE_2];
            l0: Relu();
            l2: PRelu(5);
            l3: Silu;
            l4: Linear(13 -> 1, bias = true);
            l1: R83L1;
            fn forward(x0, x1) {
                let x0 = permute(x0, [0]);
                let h1 = slice(max(x0, axes = 0, keep = true), 0..1, axis = 0);
                let h2 = l0(h1);
                let h3 = sigmoid(h2);
                let h4 = l2(l1(h3));
                let h5 = l3(h4 - 0.5);
                let h6 = l4(permute(concat(h5, x1, h5, h3, axis = 0), [0]));
                h6
            }
        }
        flat {
            input x0: [SIZE_4];
            input x1: [SIZE_2];
            l0: Relu();
            l2: PRelu(5);
            l3: Silu;
            l4: Linear(13 -> 1, bias = true);
            l1_0: Linear(1 -> 5);
            l1_1: Linear(5 -> 5);
            fn forward(x0, x1) {
                let x0 = permute(x0, [0]);
                let h1 = slice(max(x0, axes = 0, keep = true), 0..1, axis = 0);
                let h2 = l0(h1);
                let h3 = sigmoid(h2);
                let h4 = l2(l1_1(l1_0(h3)));
                let h5 = l3(h4 - 0.5);
                let h6 = l4(permute(concat(h5, x1, h5, h3, axis = 0), [0]));
                h6
            }
        }
    }
    R84 {
        composed {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_3, SIZE_5, SIZE_5];
            l2: Linear(1 -> 5, bias = true);
            l0: R84L0;
            l1: R84L1;
            fn forward(x0, x1) {
                let h0 = l0(transpose(x1));
                let h1 = l0(h0);
                let x1 = h1 + h1;
                let _h3 = l1(x1);
                let h4 = dropout(l0(h1));
                let h5 = l1(h4);
                let h6 = l2(mean(x0, axes = 1));
                let h5 = matmul(h5, h5, transpose_b = true);
                let h8 = l1(x1);
                (h6, h5, h8)
            }
        }
        flat {
            input x0: [SIZE_1, SIZE_3];
            input x1: [SIZE_3, SIZE_5, SIZE_5];
            l2: Linear(1 -> 5, bias = true);
            l0_0: BatchNorm2d(eps = 1e-2);
            l1_0: Conv2d(3 -> 3, kernel = 1, stride = (2, 1), padding = (0, 1), groups = 3, bias = true);
            fn forward(x0, x1) {
                let h0 = l0_0(transpose(x1));
                let h1 = l0_0(h0);
                let x1 = h1 + h1;
                let _h3 = l1_0(x1);
                let h4 = dropout(l0_0(h1));
                let h5 = l1_0(h4);
                let h6 = l2(mean(x0, axes = 1));
                let h5 = matmul(h5, h5, transpose_b = true);
                let h8 = l1_0(x1);
                (h6, h5, h8)
            }
        }
    }
    R85 {
        composed {
            input: [SIZE_3, SIZE_2] in 0..4;
            l0: Embedding(4 -> 1);
            l1: R85L1;
            l2: R85L2;
            l3: R85L3;
            fn forward(x0) {
                let h0 = l0(x0);
                let h0 = 1.5 * h0;
                let h2 = l1(l0(x0));
                let h3 = reshape(h2, [6, 1]);
                let _h4 = dropout(h0, 0.3);
                let h5 = h3 * h3;
                (h5, h2, transpose(l3(l2(h2))))
            }
        }
        flat {
            input: [SIZE_3, SIZE_2] in 0..4;
            l0: Embedding(4 -> 1);
            l1_0: Conv2d(3 -> 3, kernel = 1);
            l1_1: Relu;
            l2_0: LayerNorm(axes = 3, eps = 0.1);
            l2_1: LogSoftmax(axis = 2);
            l2_2: LayerNorm;
            l3_0: HardSwish;
            fn forward(x0) {
                let h0 = l0(x0);
                let h0 = 1.5 * h0;
                let h2 = l1_1(l1_0(l0(x0)));
                let h3 = reshape(h2, [6, 1]);
                let _h4 = dropout(h0, 0.3);
                let h5 = h3 * h3;
                (h5, h2, transpose(l3_0(l2_2(l2_1(l2_0(h2))))))
            }
        }
    }
    R86 {
        composed {
            input: [SIZE_4, SIZE_3];
            l1: LeakyRelu(0);
            l0: R86L0;
            fn forward(x0) {
                let h0 = sum(x0, axes = (0, 1));
                let h1 = h0 * h0;
                let h2 = relu(h1);
                let h3 = l0(h2);
                let h4 = l1(h3);
                let h5 = concat(h0, h4, h1, h1);
                let h6 = h5 * h5;
                let h7 = h3 - 0.5;
                (l0(h2), h6, h7)
            }
        }
        flat {
            input: [SIZE_4, SIZE_3];
            l1: LeakyRelu(0);
            l0_0: GroupNorm(1, eps = 0.1, affine = false);
            l0_1: Tanh();
            fn forward(x0) {
                let h0 = sum(x0, axes = (0, 1));
                let h1 = h0 * h0;
                let h2 = relu(h1);
                let h3 = l0_1(l0_0(h2));
                let h4 = l1(h3);
                let h5 = concat(h0, h4, h1, h1);
                let h6 = h5 * h5;
                let h7 = h3 - 0.5;
                (l0_1(l0_0(h2)), h6, h7)
            }
        }
    }
    R87 {
        composed {
            input x0: [SIZE_4, SIZE_1];
            input x1: [SIZE_1, SIZE_5];
            l1: GroupNorm(1, eps = 0.1, affine = false);
            l0: R87L0;
            fn forward(x0, x1) {
                let _h0 = l1(l0(avg_pool1d(x1, 1, stride = 3, padding = same, count_include_pad = false)));
                let h1 = log_softmax(x0, axis = 0);
                (sum(x0, axis = 1), h1, x0)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_1];
            input x1: [SIZE_1, SIZE_5];
            l1: GroupNorm(1, eps = 0.1, affine = false);
            l0_0: Softmax;
            fn forward(x0, x1) {
                let _h0 = l1(l0_0(avg_pool1d(x1, 1, stride = 3, padding = same, count_include_pad = false)));
                let h1 = log_softmax(x0, axis = 0);
                (sum(x0, axis = 1), h1, x0)
            }
        }
    }
}

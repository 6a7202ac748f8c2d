//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_2 = 2; SIZE_3 = 3; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; SIZE_7 = 7; SIZE_8 = 8; }
    inner {
        R56L0 {
            input: [SIZE_2, SIZE_1, SIZE_1];
            a0: LayerNorm(axes = 1, eps = 1e-2);
        }
        R56L1 {
            input: [SIZE_2, SIZE_1, SIZE_1];
            a0: AvgPool2d((3, 1), stride = 1, padding = same);
        }
        R56L2 {
            input: [SIZE_2, SIZE_1, SIZE_1];
            a0: Conv2d(2 -> 2, kernel = 3, padding = same, dilation = (1, 2), groups = depthwise, bias = true);
            a1: BatchNorm2d(2, eps = 0.1, momentum = 0.3);
        }
        R58L0 {
            input: [SIZE_3, SIZE_2];
            a0: BatchNorm1d(3, eps = 1e-2, momentum = 0.3);
            a1: Linear(2 -> 1, bias = true);
            a2: LayerNorm(eps = 0.1);
        }
        R58L1 {
            input: [SIZE_3, SIZE_1];
            a0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            a1: Gelu;
        }
        R58L2 {
            input: [SIZE_3, SIZE_1];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: LogSoftmax(axis = 0);
            a2: BatchNorm1d(eps = 0.1, momentum = 0.3);
        }
        R59L0 {
            input: [SIZE_4];
            a0: Softplus();
        }
        R59L1 {
            input: [SIZE_3, SIZE_1, SIZE_1];
            a0: AvgPool2d(1, stride = (1, 3), padding = valid);
            a1: Tanh();
        }
        R60L1 {
            input: [SIZE_1, SIZE_1, SIZE_2];
            a0: Conv2d(1 -> 1, kernel = 1);
            a1: LogSoftmax(axis = 2);
        }
        R61L0 {
            input: [SIZE_1, SIZE_3, SIZE_5];
            a0: Tanh;
            a1: Conv2d(1, kernel = 3, stride = 2, padding = (1, 0), dilation = 2, groups = 1, bias = true);
            a2: BatchNorm2d(1, eps = 0.1);
        }
        R62L0 {
            input: [SIZE_2, SIZE_5, SIZE_2];
            a0: BatchNorm2d(2, eps = 1e-2);
            a1: LeakyRelu(slope = -0.3);
        }
        R62L2 {
            input: [SIZE_2, SIZE_5, SIZE_2];
            a0: AvgPool2d((2, 1), stride = 1, padding = same, count_include_pad = false);
            a1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        }
        R63L0 {
            input: [SIZE_4, SIZE_1, SIZE_3];
            a0: BatchNorm2d(eps = 1e-2);
            a1: MaxPool2d(1, stride = 3);
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R63L1 {
            input: [SIZE_4, SIZE_1, SIZE_1];
            a0: LeakyRelu(0);
        }
        R64L0 {
            input: [SIZE_4, SIZE_6, SIZE_4];
            a0: GlobalAvgPool2d;
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R64L1 {
            input: [SIZE_3];
            a0: BatchNorm1d(3, eps = 1e-2);
            a1: Tanh();
        }
        R65L1 {
            input: [SIZE_1, SIZE_3];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Tanh();
        }
        R67L1 {
            input: [SIZE_1];
            a0: Tanh;
            a1: Relu();
        }
        R68L0 {
            input: [SIZE_4, SIZE_5];
            a0: Linear(1, bias = true);
        }
        R69L0 {
            input: [SIZE_2, SIZE_3, SIZE_2];
            a0: MaxPool2d(kernel = (3, 2), stride = 1, padding = 0);
            a1: Conv2d(2 -> 2, kernel = 1);
        }
        R70L0 {
            input: [SIZE_3, SIZE_3, SIZE_1];
            a0: MaxPool2d(3, stride = (2, 1), padding = same, dilation = (2, 1));
            a1: Conv2d(3 -> 3, kernel = 1);
        }
        R71L2 {
            input: [SIZE_4];
            a0: Linear(_ -> 4);
        }
        R72L0 {
            input: [SIZE_3, SIZE_6, SIZE_6];
            a0: Conv2d(3 -> 3, kernel = 3, stride = (1, 2), padding = valid, groups = 1);
        }
        R73L0 {
            input: [SIZE_2, SIZE_2, SIZE_5];
            a0: Conv2d(2 -> 2, kernel = 1);
            a1: Tanh();
        }
        R73L1 {
            input: [SIZE_2, SIZE_2, SIZE_5];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: BatchNorm2d(2);
            a2: LayerNorm;
        }
        R73L2 {
            input: [SIZE_2, SIZE_2, SIZE_5];
            a0: Conv2d(2 -> 2, kernel = 2, stride = (1, 2), padding = (1, 0, 1, 1), dilation = 2);
        }
        R74L0 {
            input: [SIZE_2, SIZE_1, SIZE_5];
            a0: Gelu(approximate = none);
            a1: Tanh();
        }
        R75L1 {
            input: [SIZE_2, SIZE_8];
            a0: Tanh;
        }
        R76L1 {
            input: [SIZE_3, SIZE_2];
            a0: Tanh;
            a1: HardSwish();
            a2: BatchNorm1d(3);
        }
        R77L0 {
            input: [SIZE_1, SIZE_4];
            a0: Tanh();
            a1: LeakyRelu(0.2);
            a2: Tanh();
        }
    }
    R56 {
        composed {
            input x0: [SIZE_2, SIZE_1];
            input x1: [SIZE_2, SIZE_1, SIZE_1];
            input x2: [SIZE_2, SIZE_5, SIZE_4];
            l0: R56L0;
            #[frozen] l1: R56L1;
            #[frozen] l2: R56L2;
            fn forward(x0, x1, _x2) {
                let h0 = l0(l1(l0(x1))) - -1;
                let _h1 = expand(h0, [2, 1, 3]);
                let h2 = l2(reshape(x0, [2, 1, 1]));
                let h3 = permute(h2, [2, 0, 1]);
                h3
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_1];
            input x1: [SIZE_2, SIZE_1, SIZE_1];
            input x2: [SIZE_2, SIZE_5, SIZE_4];
            l0_0: LayerNorm(axes = 1, eps = 1e-2);
            #[frozen] l1_0: AvgPool2d((3, 1), stride = 1, padding = same);
            #[frozen] l2_0: Conv2d(2 -> 2, kernel = 3, padding = same, dilation = (1, 2), groups = depthwise, bias = true);
            #[frozen] l2_1: BatchNorm2d(2, eps = 0.1, momentum = 0.3);
            fn forward(x0, x1, _x2) {
                let h0 = l0_0(l1_0(l0_0(x1))) - -1;
                let _h1 = expand(h0, [2, 1, 3]);
                let h2 = l2_1(l2_0(reshape(x0, [2, 1, 1])));
                let h3 = permute(h2, [2, 0, 1]);
                h3
            }
        }
    }
    R58 {
        composed {
            input x0: [SIZE_4, SIZE_5] in 0..3;
            input x1: [SIZE_1, SIZE_3] in 0..6;
            input x2: [SIZE_2, SIZE_3];
            l3: Embedding(6 -> 2);
            l4: Conv2d(_ -> 3, kernel = 3, stride = 2, padding = (1, 2, 2, 1), dilation = 2, groups = depthwise);
            l0: R58L0;
            l1: R58L1;
            l2: R58L2;
            fn forward(_x0, x1, x2) {
                let h0 = -1 - x2;
                let h1 = permute(h0, [1, 0]);
                let h2 = l0(h1);
                let h3 = l1(h2);
                let h4 = l2(h3);
                let h5 = gelu(h4, approximate = tanh);
                let h6 = l2(h5);
                let h7 = h4 + h6;
                let h0 = l4(l3(x1));
                let h9 = h6 * h3;
                (h7, h0, h9)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_5] in 0..3;
            input x1: [SIZE_1, SIZE_3] in 0..6;
            input x2: [SIZE_2, SIZE_3];
            l3: Embedding(6 -> 2);
            l4: Conv2d(_ -> 3, kernel = 3, stride = 2, padding = (1, 2, 2, 1), dilation = 2, groups = depthwise);
            l0_0: BatchNorm1d(3, eps = 1e-2, momentum = 0.3);
            l0_1: Linear(2 -> 1, bias = true);
            l0_2: LayerNorm(eps = 0.1);
            l1_0: BatchNorm1d(3, eps = 0.1, momentum = 0.3);
            l1_1: Gelu;
            l2_0: LayerNorm(axes = 2, eps = 0.1);
            l2_1: LogSoftmax(axis = 0);
            l2_2: BatchNorm1d(eps = 0.1, momentum = 0.3);
            fn forward(_x0, x1, x2) {
                let h0 = -1 - x2;
                let h1 = permute(h0, [1, 0]);
                let h2 = l0_2(l0_1(l0_0(h1)));
                let h3 = l1_1(l1_0(h2));
                let h4 = l2_2(l2_1(l2_0(h3)));
                let h5 = gelu(h4, approximate = tanh);
                let h6 = l2_2(l2_1(l2_0(h5)));
                let h7 = h4 + h6;
                let h0 = l4(l3(x1));
                let h9 = h6 * h3;
                (h7, h0, h9)
            }
        }
    }
    R59 {
        composed {
            input: [SIZE_3, SIZE_1, SIZE_4];
            l0: R59L0;
            l1: R59L1;
            fn forward(x0) {
                let h0 = reshape(x0, [12]);
                let h1 = sum(x0, axes = (0, 1));
                let h2 = tanh((expand(h0, [12])));
                let h3 = hard_swish(h2);
                let h4 = matmul(x0, x0, transpose_b = true);
                let h5 = gelu(h1);
                let h6 = l1(sigmoid(h4));
                let h7 = max(l0(l0(h1)), keep = false);
                (h3, h5, h6, h7)
            }
        }
        flat {
            input: [SIZE_3, SIZE_1, SIZE_4];
            l0_0: Softplus();
            l1_0: AvgPool2d(1, stride = (1, 3), padding = valid);
            l1_1: Tanh();
            fn forward(x0) {
                let h0 = reshape(x0, [12]);
                let h1 = sum(x0, axes = (0, 1));
                let h2 = tanh((expand(h0, [12])));
                let h3 = hard_swish(h2);
                let h4 = matmul(x0, x0, transpose_b = true);
                let h5 = gelu(h1);
                let h6 = l1_1(l1_0(sigmoid(h4)));
                let h7 = max(l0_0(l0_0(h1)), keep = false);
                (h3, h5, h6, h7)
            }
        }
    }
    R60 {
        composed {
            input x0: [SIZE_2, SIZE_3];
            input x1: [SIZE_1, SIZE_1, SIZE_2];
            l0: Upsample2d(1);
            l2: MaxPool2d((1, 2), stride = 2, padding = (0, 0, 1, 0), dilation = 2);
            l3: LeakyRelu;
            l1: R60L1;
            fn forward(_x0, x1) {
                let h0 = -x1;
                let h1 = l0(x1);
                let _h2 = l0(h1);
                let h3 = l1(sum(h1, axes = (0, 1), keep = true));
                let h4 = l1(h3);
                let _h5 = l2(h4);
                let _h6 = l3(h3);
                let h7 = transpose(h4);
                (h0 - 2, l0(x1), l2(h4), h7)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_3];
            input x1: [SIZE_1, SIZE_1, SIZE_2];
            l0: Upsample2d(1);
            l2: MaxPool2d((1, 2), stride = 2, padding = (0, 0, 1, 0), dilation = 2);
            l3: LeakyRelu;
            l1_0: Conv2d(1 -> 1, kernel = 1);
            l1_1: LogSoftmax(axis = 2);
            fn forward(_x0, x1) {
                let h0 = -x1;
                let h1 = l0(x1);
                let _h2 = l0(h1);
                let h3 = l1_1(l1_0(sum(h1, axes = (0, 1), keep = true)));
                let h4 = l1_1(l1_0(h3));
                let _h5 = l2(h4);
                let _h6 = l3(h3);
                let h7 = transpose(h4);
                (h0 - 2, l0(x1), l2(h4), h7)
            }
        }
    }
    R61 {
        composed {
            input: [SIZE_1, SIZE_3, SIZE_5];
            l1: Dropout;
            l0: R61L0;
            fn forward(x0) {
                let x0 = l0(x0);
                let h1 = permute(x0, [2, 0, 1]);
                let h2 = l1(reshape(concat(x0, h1, axis = 2), [1, 2, 1, 1]));
                let h3 = h1 + x0;
                let h4 = dropout(h3, 0.3);
                let h5 = avg_pool2d(max_pool2d(h4, 1, stride = (3, 2)), 1, stride = 3, count_include_pad = true);
                let h6 = reshape(concat(h2, h2, h2, axis = 0), [6, 1, 1]);
                (h5, h6)
            }
        }
        flat {
            input: [SIZE_1, SIZE_3, SIZE_5];
            l1: Dropout;
            l0_0: Tanh;
            l0_1: Conv2d(1, kernel = 3, stride = 2, padding = (1, 0), dilation = 2, groups = 1, bias = true);
            l0_2: BatchNorm2d(1, eps = 0.1);
            fn forward(x0) {
                let x0 = l0_2(l0_1(l0_0(x0)));
                let h1 = permute(x0, [2, 0, 1]);
                let h2 = l1(reshape(concat(x0, h1, axis = 2), [1, 2, 1, 1]));
                let h3 = h1 + x0;
                let h4 = dropout(h3, 0.3);
                let h5 = avg_pool2d(max_pool2d(h4, 1, stride = (3, 2)), 1, stride = 3, count_include_pad = true);
                let h6 = reshape(concat(h2, h2, h2, axis = 0), [6, 1, 1]);
                (h5, h6)
            }
        }
    }
    R62 {
        composed {
            input x0: [SIZE_3];
            input x1: [SIZE_1, SIZE_5, SIZE_2];
            input x2: [SIZE_1, SIZE_5, SIZE_2];
            #[frozen] l1: Upsample2d(1);
            #[frozen] l3: Conv2d(2, kernel = 2, padding = 1, groups = depthwise, bias = false);
            l0: R62L0;
            #[frozen] l2: R62L2;
            fn forward(_x0, x1, x2) {
                let h0 = x1 - x2;
                let h1 = expand(h0, [2, 5, 2]);
                let h0 = l2(l1(l0(h1)));
                let h3 = l3(h0);
                let h4 = l0(h0);
                let h5 = h4 + h4;
                let h6 = sum(h5, axes = (0, 2));
                (h6 + h6, slice(h3, 0..1, axis = 0))
            }
        }
        flat {
            input x0: [SIZE_3];
            input x1: [SIZE_1, SIZE_5, SIZE_2];
            input x2: [SIZE_1, SIZE_5, SIZE_2];
            #[frozen] l1: Upsample2d(1);
            #[frozen] l3: Conv2d(2, kernel = 2, padding = 1, groups = depthwise, bias = false);
            l0_0: BatchNorm2d(2, eps = 1e-2);
            l0_1: LeakyRelu(slope = -0.3);
            #[frozen] l2_0: AvgPool2d((2, 1), stride = 1, padding = same, count_include_pad = false);
            #[frozen] l2_1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
            fn forward(_x0, x1, x2) {
                let h0 = x1 - x2;
                let h1 = expand(h0, [2, 5, 2]);
                let h0 = l2_1(l2_0(l1(l0_1(l0_0(h1)))));
                let h3 = l3(h0);
                let h4 = l0_1(l0_0(h0));
                let h5 = h4 + h4;
                let h6 = sum(h5, axes = (0, 2));
                (h6 + h6, slice(h3, 0..1, axis = 0))
            }
        }
    }
    R63 {
        composed {
            input: [SIZE_4, SIZE_3, SIZE_3];
            l0: R63L0;
            l1: R63L1;
            fn forward(x0) {
                let h0 = slice(x0, ..1, axis = 1);
                let h1 = x0 * x0;
                let _h2 = expand(elu(h1, 0.7), [4, 3, 3]);
                let h3 = 0.5 - l1(l1(l0(h0)));
                let h4 = permute(h3, [2, 0, 1]);
                (l0((h0 * h0)), l0(h0), h4)
            }
        }
        flat {
            input: [SIZE_4, SIZE_3, SIZE_3];
            l0_0: BatchNorm2d(eps = 1e-2);
            l0_1: MaxPool2d(1, stride = 3);
            l0_2: Conv2d(4 -> 4, kernel = 1);
            l1_0: LeakyRelu(0);
            fn forward(x0) {
                let h0 = slice(x0, ..1, axis = 1);
                let h1 = x0 * x0;
                let _h2 = expand(elu(h1, 0.7), [4, 3, 3]);
                let h3 = 0.5 - l1_0(l1_0(l0_2(l0_1(l0_0(h0)))));
                let h4 = permute(h3, [2, 0, 1]);
                (l0_2(l0_1(l0_0((h0 * h0)))), l0_2(l0_1(l0_0(h0))), h4)
            }
        }
    }
    R64 {
        composed {
            input x0: [SIZE_4, SIZE_6, SIZE_4];
            input x1: [SIZE_5];
            input x2: [SIZE_2, SIZE_4];
            input x3: [SIZE_2, SIZE_4];
            l2: BatchNorm2d(4, eps = 0.1);
            l0: R64L0;
            l1: R64L1;
            fn forward(x0, x1, x2, x3) {
                let h0 = reshape(x1, [1, 5]);
                let h1 = l0(x0);
                let h2 = slice(l1(slice(x1, 0..3, axis = 0)), 1.., axis = 0);
                let x2 = slice(x2 * x2, ..2);
                let _h4 = x3 * x2;
                let h5 = l2(h1);
                (h0, h2, h5, x2)
            }
        }
        flat {
            input x0: [SIZE_4, SIZE_6, SIZE_4];
            input x1: [SIZE_5];
            input x2: [SIZE_2, SIZE_4];
            input x3: [SIZE_2, SIZE_4];
            l2: BatchNorm2d(4, eps = 0.1);
            l0_0: GlobalAvgPool2d;
            l0_1: Conv2d(4 -> 4, kernel = 1);
            l1_0: BatchNorm1d(3, eps = 1e-2);
            l1_1: Tanh();
            fn forward(x0, x1, x2, x3) {
                let h0 = reshape(x1, [1, 5]);
                let h1 = l0_1(l0_0(x0));
                let h2 = slice(l1_1(l1_0(slice(x1, 0..3, axis = 0))), 1.., axis = 0);
                let x2 = slice(x2 * x2, ..2);
                let _h4 = x3 * x2;
                let h5 = l2(h1);
                (h0, h2, h5, x2)
            }
        }
    }
    R65 {
        composed {
            input: [SIZE_4, SIZE_1];
            l0: Linear(1 -> 3, bias = false);
            l1: R65L1;
            fn forward(x0) {
                let h0 = sum(silu(x0), axis = 1, keep = true);
                let h1 = l0(softmax(permute(slice(h0, ..1, axis = 0), [1, 0]), axis = 1));
                let h2 = l0(x0);
                let h3 = l1(h1);
                let h4 = l0(x0);
                let h5 = x0 * x0;
                (h3, transpose(h5), concat(h2, h4, axis = 1))
            }
        }
        flat {
            input: [SIZE_4, SIZE_1];
            l0: Linear(1 -> 3, bias = false);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: Tanh();
            fn forward(x0) {
                let h0 = sum(silu(x0), axis = 1, keep = true);
                let h1 = l0(softmax(permute(slice(h0, ..1, axis = 0), [1, 0]), axis = 1));
                let h2 = l0(x0);
                let h3 = l1_1(l1_0(h1));
                let h4 = l0(x0);
                let h5 = x0 * x0;
                (h3, transpose(h5), concat(h2, h4, axis = 1))
            }
        }
    }
    R67 {
        composed {
            input x0: [SIZE_2, SIZE_6, SIZE_1];
            input x1: [SIZE_2, SIZE_4];
            input x2: [SIZE_1, SIZE_4, SIZE_5];
            l0: AvgPool2d(kernel = (1, 2), stride = 2, padding = same, count_include_pad = true);
            l2: LayerNorm(eps = 1e-2);
            l1: R67L1;
            fn forward(x0, _x1, x2) {
                let x2 = l0(x2);
                let h1 = x0 - leaky_relu(x0, 0.2);
                let h2 = l1(mean(silu(h1), keep = false));
                let h3 = dropout(l2(h2), 0.3);
                (x2 - x2 + x2, h3)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_6, SIZE_1];
            input x1: [SIZE_2, SIZE_4];
            input x2: [SIZE_1, SIZE_4, SIZE_5];
            l0: AvgPool2d(kernel = (1, 2), stride = 2, padding = same, count_include_pad = true);
            l2: LayerNorm(eps = 1e-2);
            l1_0: Tanh;
            l1_1: Relu();
            fn forward(x0, _x1, x2) {
                let x2 = l0(x2);
                let h1 = x0 - leaky_relu(x0, 0.2);
                let h2 = l1_1(l1_0(mean(silu(h1), keep = false)));
                let h3 = dropout(l2(h2), 0.3);
                (x2 - x2 + x2, h3)
            }
        }
    }
    R68 {
        composed {
            input x0: [SIZE_3, SIZE_3] in 0..6;
            input x1: [SIZE_4, SIZE_5];
            l1: LeakyRelu(0.2);
            l2: Softmax(axis = 1);
            l0: R68L0;
            fn forward(_x0, x1) {
                let h0 = l0(x1);
                let x1 = h0 * h0;
                let (h2_0, h2_1) = split(x1);
                let h3 = h2_0 * 1e-1;
                let h4 = h2_0 + h3;
                let h5 = l1(matmul(h2_1, h3, transpose_a = true, transpose_b = false));
                let h6 = l2(h4);
                (h5, h6)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_3] in 0..6;
            input x1: [SIZE_4, SIZE_5];
            l1: LeakyRelu(0.2);
            l2: Softmax(axis = 1);
            l0_0: Linear(1, bias = true);
            fn forward(_x0, x1) {
                let h0 = l0_0(x1);
                let x1 = h0 * h0;
                let (h2_0, h2_1) = split(x1);
                let h3 = h2_0 * 1e-1;
                let h4 = h2_0 + h3;
                let h5 = l1(matmul(h2_1, h3, transpose_a = true, transpose_b = false));
                let h6 = l2(h4);
                (h5, h6)
            }
        }
    }
    R69 {
        composed {
            input x0: [SIZE_2, SIZE_3, SIZE_1];
            input x1: [SIZE_2, SIZE_3, SIZE_1];
            l1: Elu(alpha = 1.5);
            l0: R69L0;
            fn forward(x0, x1) {
                let x1 = upsample2d(x0 + x1, (1, 2));
                let h1 = l0(x1);
                let h2 = permute(h1, [2, 1, 0]);
                let h3 = matmul(h2 * h2, h2, transpose_b = true);
                let (h4_0, h4_1) = split(x1, axis = 2);
                let h2 = l1(softmax(h4_1));
                let (h6_0, h6_1, h6_2) = split(h2, axis = 1);
                (h3, h4_0, h6_0, h6_1, h6_2)
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_3, SIZE_1];
            input x1: [SIZE_2, SIZE_3, SIZE_1];
            l1: Elu(alpha = 1.5);
            l0_0: MaxPool2d(kernel = (3, 2), stride = 1, padding = 0);
            l0_1: Conv2d(2 -> 2, kernel = 1);
            fn forward(x0, x1) {
                let x1 = upsample2d(x0 + x1, (1, 2));
                let h1 = l0_1(l0_0(x1));
                let h2 = permute(h1, [2, 1, 0]);
                let h3 = matmul(h2 * h2, h2, transpose_b = true);
                let (h4_0, h4_1) = split(x1, axis = 2);
                let h2 = l1(softmax(h4_1));
                let (h6_0, h6_1, h6_2) = split(h2, axis = 1);
                (h3, h4_0, h6_0, h6_1, h6_2)
            }
        }
    }
    R70 {
        composed {
            input x0: [SIZE_7];
            input x1: [SIZE_2, SIZE_3];
            input x2: [SIZE_3, SIZE_3, SIZE_1];
            input x3: [SIZE_7];
            l1: Sigmoid;
            l0: R70L0;
            fn forward(x0, _x1, x2, x3) {
                let h0 = flatten(x3 + x0);
                let h1 = l0(x2);
                let h2 = permute(h0, [0]);
                let h3 = transpose(h1);
                let h4 = h2 + h2;
                let h5 = 0.5 + h4;
                (sum(x2, axes = (1, 2), keep = false), h3, h5, 1e-1 + l1(h4), l1(x3))
            }
        }
        flat {
            input x0: [SIZE_7];
            input x1: [SIZE_2, SIZE_3];
            input x2: [SIZE_3, SIZE_3, SIZE_1];
            input x3: [SIZE_7];
            l1: Sigmoid;
            l0_0: MaxPool2d(3, stride = (2, 1), padding = same, dilation = (2, 1));
            l0_1: Conv2d(3 -> 3, kernel = 1);
            fn forward(x0, _x1, x2, x3) {
                let h0 = flatten(x3 + x0);
                let h1 = l0_1(l0_0(x2));
                let h2 = permute(h0, [0]);
                let h3 = transpose(h1);
                let h4 = h2 + h2;
                let h5 = 0.5 + h4;
                (sum(x2, axes = (1, 2), keep = false), h3, h5, 1e-1 + l1(h4), l1(x3))
            }
        }
    }
    R71 {
        composed {
            input x0: [SIZE_2, SIZE_5, SIZE_3];
            input x1: [SIZE_1, SIZE_6, SIZE_4];
            input x2: [SIZE_4];
            l0: AvgPool2d((2, 1), stride = (2, 3), padding = valid, count_include_pad = true);
            l1: Conv2d(_ -> 3, kernel = 3, padding = same, dilation = 2, groups = 1);
            l2: R71L2;
            fn forward(x0, x1, x2) {
                let (h0_0, h0_1, _h0_2) = split(matmul(x0, x0, transpose_a = true), axis = 2);
                let h1 = l0(x1);
                let h2 = l1(h0_1);
                (transpose(x1 - 0.5), h0_0, x1, h1, h2, l2(x2))
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_5, SIZE_3];
            input x1: [SIZE_1, SIZE_6, SIZE_4];
            input x2: [SIZE_4];
            l0: AvgPool2d((2, 1), stride = (2, 3), padding = valid, count_include_pad = true);
            l1: Conv2d(_ -> 3, kernel = 3, padding = same, dilation = 2, groups = 1);
            l2_0: Linear(_ -> 4);
            fn forward(x0, x1, x2) {
                let (h0_0, h0_1, _h0_2) = split(matmul(x0, x0, transpose_a = true), axis = 2);
                let h1 = l0(x1);
                let h2 = l1(h0_1);
                (transpose(x1 - 0.5), h0_0, x1, h1, h2, l2_0(x2))
            }
        }
    }
    R72 {
        composed {
            input x0: [SIZE_2, SIZE_2];
            input x1: [SIZE_3, SIZE_6, SIZE_6];
            input x2: [SIZE_3, SIZE_6, SIZE_6];
            #[frozen] l1: Linear(2 -> 5);
            l0: R72L0;
            fn forward(x0, x1, x2) {
                let h0 = x2 + x1;
                let h1 = l0(hard_swish(h0));
                let _x2 = l1(x0);
                let h3 = h1 * h1;
                let h4 = l1(x0);
                (h3, l0(h0), permute(h4, [0, 1]))
            }
        }
        flat {
            input x0: [SIZE_2, SIZE_2];
            input x1: [SIZE_3, SIZE_6, SIZE_6];
            input x2: [SIZE_3, SIZE_6, SIZE_6];
            #[frozen] l1: Linear(2 -> 5);
            l0_0: Conv2d(3 -> 3, kernel = 3, stride = (1, 2), padding = valid, groups = 1);
            fn forward(x0, x1, x2) {
                let h0 = x2 + x1;
                let h1 = l0_0(hard_swish(h0));
                let _x2 = l1(x0);
                let h3 = h1 * h1;
                let h4 = l1(x0);
                (h3, l0_0(h0), permute(h4, [0, 1]))
            }
        }
    }
    R73 {
        composed {
            input x0: [SIZE_5] in 0..3;
            input x1: [SIZE_2, SIZE_2, SIZE_5];
            l0: R73L0;
            l1: R73L1;
            l2: R73L2;
            fn forward(_x0, x1) {
                let h0 = flatten((l1(l0(x1))));
                let h1 = reshape(h0, [20]);
                let h2 = h0 * h1;
                let h1 = l2(x1);
                let h4 = h0 - 1e-1;
                let h5 = l2(x1);
                (h2, h4, concat(h1, h5, (h1 - h1), axis = 0))
            }
        }
        flat {
            input x0: [SIZE_5] in 0..3;
            input x1: [SIZE_2, SIZE_2, SIZE_5];
            l0_0: Conv2d(2 -> 2, kernel = 1);
            l0_1: Tanh();
            l1_0: LayerNorm(axes = 3, eps = 0.1);
            l1_1: BatchNorm2d(2);
            l1_2: LayerNorm;
            l2_0: Conv2d(2 -> 2, kernel = 2, stride = (1, 2), padding = (1, 0, 1, 1), dilation = 2);
            fn forward(_x0, x1) {
                let h0 = flatten((l1_2(l1_1(l1_0(l0_1(l0_0(x1)))))));
                let h1 = reshape(h0, [20]);
                let h2 = h0 * h1;
                let h1 = l2_0(x1);
                let h4 = h0 - 1e-1;
                let h5 = l2_0(x1);
                (h2, h4, concat(h1, h5, (h1 - h1), axis = 0))
            }
        }
    }
    R74 {
        composed {
            input: [SIZE_2, SIZE_1, SIZE_5];
            l1: Flatten;
            l0: R74L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = permute(x0, [0, 1, 2]);
                let h2 = l1(matmul(h1, h0, transpose_a = false, transpose_b = true));
                let h0 = max(x0, axes = 1, keep = true);
                (h2, gelu(h0, approximate = tanh))
            }
        }
        flat {
            input: [SIZE_2, SIZE_1, SIZE_5];
            l1: Flatten;
            l0_0: Gelu(approximate = none);
            l0_1: Tanh();
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = permute(x0, [0, 1, 2]);
                let h2 = l1(matmul(h1, h0, transpose_a = false, transpose_b = true));
                let h0 = max(x0, axes = 1, keep = true);
                (h2, gelu(h0, approximate = tanh))
            }
        }
    }
    R75 {
        composed {
            input: [SIZE_2, SIZE_2] in 0..6;
            l0: Embedding(4);
            l1: R75L1;
            fn forward(x0) {
                let x0 = l0(x0);
                let h1 = reshape(x0, [8, 1, 2, 1]);
                let h2 = transpose(permute(h1, [3, 2, 1, 0]));
                let h3 = reshape(h2, [16]);
                let h4 = reshape(-(softplus(sigmoid(h1))), [2, 8]);
                let h5 = l1(h4);
                (h3 * h3, h5)
            }
        }
        flat {
            input: [SIZE_2, SIZE_2] in 0..6;
            l0: Embedding(4);
            l1_0: Tanh;
            fn forward(x0) {
                let x0 = l0(x0);
                let h1 = reshape(x0, [8, 1, 2, 1]);
                let h2 = transpose(permute(h1, [3, 2, 1, 0]));
                let h3 = reshape(h2, [16]);
                let h4 = reshape(-(softplus(sigmoid(h1))), [2, 8]);
                let h5 = l1_0(h4);
                (h3 * h3, h5)
            }
        }
    }
    R76 {
        composed {
            input x0: [SIZE_3, SIZE_1];
            input x1: [SIZE_3, SIZE_1];
            l0: Linear(1, bias = true);
            l1: R76L1;
            fn forward(x0, x1) {
                let x0 = permute(x0, [0, 1]);
                let h1 = x1 + x0;
                let h2 = l0(h1);
                let h3 = l0(h2);
                let h4 = l1(expand(h3, [3, 2]));
                (h3 - 2, h4)
            }
        }
        flat {
            input x0: [SIZE_3, SIZE_1];
            input x1: [SIZE_3, SIZE_1];
            l0: Linear(1, bias = true);
            l1_0: Tanh;
            l1_1: HardSwish();
            l1_2: BatchNorm1d(3);
            fn forward(x0, x1) {
                let x0 = permute(x0, [0, 1]);
                let h1 = x1 + x0;
                let h2 = l0(h1);
                let h3 = l0(h2);
                let h4 = l1_2(l1_1(l1_0(expand(h3, [3, 2]))));
                (h3 - 2, h4)
            }
        }
    }
    R77 {
        composed {
            input x0: [SIZE_4];
            input x1: [SIZE_3, SIZE_1];
            input x2: [SIZE_1, SIZE_4];
            l1: Relu();
            l0: R77L0;
            fn forward(x0, _x1, x2) {
                let h0 = dropout(x2);
                let h1 = l0(x2);
                let h2 = l0(h1);
                let h3 = concat(h2, l1(tanh(h2)), axis = 1);
                let h4 = l1(x0);
                (h0, h3, slice(h1 - x2, 0..1, axis = 1), h4)
            }
        }
        flat {
            input x0: [SIZE_4];
            input x1: [SIZE_3, SIZE_1];
            input x2: [SIZE_1, SIZE_4];
            l1: Relu();
            l0_0: Tanh();
            l0_1: LeakyRelu(0.2);
            l0_2: Tanh();
            fn forward(x0, _x1, x2) {
                let h0 = dropout(x2);
                let h1 = l0_2(l0_1(l0_0(x2)));
                let h2 = l0_2(l0_1(l0_0(h1)));
                let h3 = concat(h2, l1(tanh(h2)), axis = 1);
                let h4 = l1(x0);
                (h0, h3, slice(h1 - x2, 0..1, axis = 1), h4)
            }
        }
    }
}

//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        R1L1 {
            input: [1, 6, 3];
            a0: Tanh;
            a1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a2: BatchNorm2d(eps = 0.1);
        }
        R47L0 {
            input: [2, 6, 2];
            a0: Sigmoid;
            a1: LayerNorm(eps = 0.1);
        }
        R47L1 {
            input: [2, 6, 2];
            a0: Conv2d(2 -> 4, kernel = (3, 1), padding = same, bias = true);
        }
        R47L2 {
            input: [24];
            a0: LayerNorm(axes = 1, eps = 1e-2);
            a1: BatchNorm1d;
            a2: Tanh;
        }
        R47L3 {
            input: [4, 2, 6];
            a0: Tanh();
            a1: Pad2d((0, 0, 0, 1), mode = replicate);
        }
        R48L0 {
            input: [1, 1, 3];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: Elu(0.7);
        }
        R48L1 {
            input: [1, 1, 3];
            a0: Sigmoid();
        }
        R49L0 {
            input: [1, 4, 4];
            a0: Conv2d(1 -> 1, kernel = 1);
            a1: BatchNorm2d(1, eps = 1e-2);
            a2: LayerNorm;
        }
        R49L1 {
            input: [1, 4, 4];
            a0: Tanh();
            a1: LeakyRelu(0);
            a2: Conv2d(1 -> 1, kernel = 1);
        }
        R50L1 {
            input: [1, 1, 1];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: Conv2d(1 -> 2, kernel = 3, stride = (1, 2), padding = same, dilation = 2, bias = false);
        }
        R53L3 {
            input: [3, 2, 1];
            a0: GroupNorm(3, affine = false);
            a1: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
        }
        R54L0 {
            input: [4, 2, 6];
            a0: Conv2d(4 -> 4, kernel = (1, 2), stride = 2, padding = same, groups = 4, bias = true);
            a1: LayerNorm(eps = 0.1);
        }
        R54L1 {
            input: [4, 1, 3];
            a0: LayerNorm(eps = 0.1);
            a1: Sigmoid;
            a2: BatchNorm2d(4);
        }
        R55L0 {
            input: [4, 2, 2];
            a0: Conv2d(4 -> 4, kernel = 1, stride = 2, padding = (2, 1, 2, 0), dilation = 2, groups = depthwise);
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R55L1 {
            input: [4, 2, 3];
            a0: MaxPool2d(kernel = 1, padding = 0);
            a1: Conv2d(4 -> 4, kernel = 1);
        }
        R56L1 {
            input: [2, 3, 1];
            a0: PixelShuffle(1);
            a1: Tanh;
        }
        R57L2 {
            input: [7];
            a0: Linear(7 -> 3, bias = false);
        }
        R58L0 {
            input: [3, 2, 4];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: PixelShuffle(1);
        }
        R58L1 {
            input: [3, 2, 1];
            a0: PixelShuffle(1);
        }
        R58L2 {
            input: [3, 1, 2];
            a0: InstanceNorm2d(eps = 0.1, affine = true);
            a1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R59L1 {
            input: [2, 2, 1];
            a0: Conv2d(2 -> 4, kernel = 1, stride = (1, 2), dilation = (1, 2), groups = depthwise);
            a1: BatchNorm2d(momentum = 0.3);
        }
        R59L2 {
            input: [4, 2, 1];
            a0: BatchNorm2d(4, eps = 0.1);
            a1: Upsample2d(scale = (1, 3));
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R5L1 {
            input: [4, 1, 3];
            a0: GroupNorm(2, eps = 0.1, affine = true);
            a1: LayerNorm(axes = 3, eps = 1e-2);
        }
        R60L0 {
            input: [4, 3, 5];
            a0: Tanh();
            a1: Upsample2d(scale = 1);
            a2: Tanh;
        }
        R60L1 {
            input: [4, 3, 5];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: ConvTranspose2d(4 -> 4, kernel = (3, 2), stride = (2, 1), padding = 1, output_padding = (1, 0), groups = 4, bias = false);
            a2: LayerNorm(axes = 1, eps = 0.1);
        }
        R61L0 {
            input: [2, 2];
            a0: BatchNorm1d(eps = 1e-2);
            a1: Linear(2 -> 2, bias = false);
        }
        R61L1 {
            input: [2, 2];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: Softmax(axis = 0);
        }
        R62L1 {
            input: [1, 3, 1];
            a0: InstanceNorm2d(affine = false);
            a1: Tanh();
        }
        R62L2 {
            input: [1, 3, 1];
            a0: MaxPool2d(kernel = 3, padding = same);
            a1: BatchNorm2d;
        }
        R63L0 {
            input: [1, 5];
            a0: Linear(5 -> 5);
            a1: Linear(_ -> 4);
        }
        R63L1 {
            input: [3, 4];
            a0: Glu(axis = 1);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R64L0 {
            input: [3, 2, 4];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: HardSwish();
        }
        R65L1 {
            input: [3, 2, 2];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: RmsNorm(eps = 0.1);
        }
        R66L1 {
            input: [4, 5, 1];
            a0: LayerNorm(axes = 1);
            a1: Gelu(approximate = tanh);
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R66L2 {
            input: [4, 5, 1];
            a0: LayerNorm(eps = 0.1);
            a1: LeakyRelu(slope = -0.3);
        }
        R66L3 {
            input: [4, 5, 1];
            a0: BatchNorm2d(eps = 0.1);
            a1: LeakyRelu(0);
            a2: LayerNorm;
        }
        R66L4 {
            input: [4, 5, 1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Glu(axis = 0);
        }
    }
    R1 {
        composed {
            input: [1, 6, 3];
            l0: LayerNorm(axes = 3);
            l2: LayerNorm;
            l1: R1L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(l1(h0), [3, 2, 3, 1]);
                let h2 = l2(h1);
                let h3 = reshape(h2, [6, 3, 1]);
                h3
            }
        }
        flat {
            input: [1, 6, 3];
            l0: LayerNorm(axes = 3);
            l2: LayerNorm;
            l1_0: Tanh;
            l1_1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l1_2: BatchNorm2d(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(l1_2(l1_1(l1_0(h0))), [3, 2, 3, 1]);
                let h2 = l2(h1);
                let h3 = reshape(h2, [6, 3, 1]);
                h3
            }
        }
    }
    R5 {
        composed {
            input: [4, 1, 3];
            l0: LayerNorm(eps = 0.1);
            l1: R5L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = reshape(h1, [2, 2, 3, 1]);
                let h1 = h2 * h2;
                let h4 = reshape(h1, [4, 3, 1]);
                h4
            }
        }
        flat {
            input: [4, 1, 3];
            l0: LayerNorm(eps = 0.1);
            l1_0: GroupNorm(2, eps = 0.1, affine = true);
            l1_1: LayerNorm(axes = 3, eps = 1e-2);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1_1(l1_0(h0));
                let h2 = reshape(h1, [2, 2, 3, 1]);
                let h1 = h2 * h2;
                let h4 = reshape(h1, [4, 3, 1]);
                h4
            }
        }
    }
    R47 {
        composed {
            input x0: [2, 6, 2];
            input x1: [4, 2, 7];
            l0: R47L0;
            l1: R47L1;
            l2: R47L2;
            l3: R47L3;
            train: l0, l3;
            fn forward(x0, x1) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = transpose(h1);
                let x0 = l2(reshape(h0, [24]));
                let h4 = l3(h2);
                let h5 = h4 + x1;
                (x0, l1(h0), concat(h4, h5, axis = 2))
            }
        }
        flat {
            input x0: [2, 6, 2];
            input x1: [4, 2, 7];
            l0_0: Sigmoid;
            l0_1: LayerNorm(eps = 0.1);
            l1_0: Conv2d(2 -> 4, kernel = (3, 1), padding = same, bias = true);
            l2_0: LayerNorm(axes = 1, eps = 1e-2);
            l2_1: BatchNorm1d;
            l2_2: Tanh;
            l3_0: Tanh();
            l3_1: Pad2d((0, 0, 0, 1), mode = replicate);
            train: l0_0, l0_1, l3_0, l3_1;
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1_0(h0);
                let h2 = transpose(h1);
                let x0 = l2_2(l2_1(l2_0(reshape(h0, [24]))));
                let h4 = l3_1(l3_0(h2));
                let h5 = h4 + x1;
                (x0, l1_0(h0), concat(h4, h5, axis = 2))
            }
        }
    }
    R48 {
        composed {
            input x0: [1, 1, 3];
            input x1: [3, 4, 2];
            input x2: [1, 4] in 0..3;
            l2: Embedding(3 -> 2);
            l0: R48L0;
            l1: R48L1;
            fn forward(x0, x1, x2) {
                let x1 = expand(x1, [3, 4, 2]);
                let h1 = l0(x0);
                let x0 = mean(x0, axes = (0, 1, 2), keep = false);
                let h3 = l1(h1);
                let h4 = -x1;
                let h5 = elu(h1, alpha = 1.5);
                let h6 = l0(h3);
                let h7 = h5 * h5;
                let h8 = l0(h7);
                let _h9 = slice(h6, .., axis = 1);
                (x0, h4, h8, l2(x2))
            }
        }
        flat {
            input x0: [1, 1, 3];
            input x1: [3, 4, 2];
            input x2: [1, 4] in 0..3;
            l2: Embedding(3 -> 2);
            l0_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l0_1: Elu(0.7);
            l1_0: Sigmoid();
            fn forward(x0, x1, x2) {
                let x1 = expand(x1, [3, 4, 2]);
                let h1 = l0_1(l0_0(x0));
                let x0 = mean(x0, axes = (0, 1, 2), keep = false);
                let h3 = l1_0(h1);
                let h4 = -x1;
                let h5 = elu(h1, alpha = 1.5);
                let h6 = l0_1(l0_0(h3));
                let h7 = h5 * h5;
                let h8 = l0_1(l0_0(h7));
                let _h9 = slice(h6, .., axis = 1);
                (x0, h4, h8, l2(x2))
            }
        }
    }
    R49 {
        composed {
            input: [1, 4, 4];
            l2: Elu(0.7);
            #[frozen] l0: R49L0;
            l1: R49L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = tanh(h0);
                let h2 = transpose(x0);
                let (h3_0, h3_1, h3_2, h3_3) = split((1.5 + h2), axis = 1);
                let h4 = l1(h2);
                let h5 = l2((elu(h4)));
                let h6 = slice(h3_1, ..1, axis = 2);
                (h3_0, h3_2, h3_3, l1(gelu(h1, approximate = tanh)), l0(h5), h6)
            }
        }
        flat {
            input: [1, 4, 4];
            l2: Elu(0.7);
            #[frozen] l0_0: Conv2d(1 -> 1, kernel = 1);
            #[frozen] l0_1: BatchNorm2d(1, eps = 1e-2);
            #[frozen] l0_2: LayerNorm;
            l1_0: Tanh();
            l1_1: LeakyRelu(0);
            l1_2: Conv2d(1 -> 1, kernel = 1);
            fn forward(x0) {
                let h0 = l0_2(l0_1(l0_0(x0)));
                let h1 = tanh(h0);
                let h2 = transpose(x0);
                let (h3_0, h3_1, h3_2, h3_3) = split((1.5 + h2), axis = 1);
                let h4 = l1_2(l1_1(l1_0(h2)));
                let h5 = l2((elu(h4)));
                let h6 = slice(h3_1, ..1, axis = 2);
                (h3_0, h3_2, h3_3, l1_2(l1_1(l1_0(gelu(h1, approximate = tanh)))), l0_2(l0_1(l0_0(h5))), h6)
            }
        }
    }
    R50 {
        composed {
            input x0: [1, 1, 5];
            input x1: [3, 1];
            #[frozen] l0: AvgPool1d(1, padding = same, count_include_pad = false);
            l1: R50L1;
            fn forward(x0, x1) {
                let x1 = tanh(x1);
                let h1 = global_avg_pool2d(x0);
                let h2 = h1 + h1;
                let h3 = softmax(h2, axis = 2);
                let h2 = h2 * h3;
                let h5 = hard_swish(l0(x1));
                let _h6 = l0(x1 + h5);
                (h1, reshape(h2, [1]), l1(h3))
            }
        }
        flat {
            input x0: [1, 1, 5];
            input x1: [3, 1];
            #[frozen] l0: AvgPool1d(1, padding = same, count_include_pad = false);
            l1_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l1_1: Conv2d(1 -> 2, kernel = 3, stride = (1, 2), padding = same, dilation = 2, bias = false);
            fn forward(x0, x1) {
                let x1 = tanh(x1);
                let h1 = global_avg_pool2d(x0);
                let h2 = h1 + h1;
                let h3 = softmax(h2, axis = 2);
                let h2 = h2 * h3;
                let h5 = hard_swish(l0(x1));
                let _h6 = l0(x1 + h5);
                (h1, reshape(h2, [1]), l1_1(l1_0(h3)))
            }
        }
    }
    R53 {
        composed {
            input: [4];
            l0: Dropout(p = 0.25);
            l1: Pad2d((1, 0, 0, 0), mode = reflect);
            l2: Softplus();
            l3: R53L3;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(h0, [2, 2, 1]);
                let h2 = l1(h1);
                let h1 = permute(h2, [1, 0, 2]);
                let h4 = l2(h1);
                let h5 = l3(h1);
                let h6 = h1 + (h4 * -0.7) * h5;
                (h6, h1)
            }
        }
        flat {
            input: [4];
            l0: Dropout(p = 0.25);
            l1: Pad2d((1, 0, 0, 0), mode = reflect);
            l2: Softplus();
            l3_0: GroupNorm(3, affine = false);
            l3_1: BatchNorm2d(3, eps = 0.1, momentum = 0.3);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(h0, [2, 2, 1]);
                let h2 = l1(h1);
                let h1 = permute(h2, [1, 0, 2]);
                let h4 = l2(h1);
                let h5 = l3_1(l3_0(h1));
                let h6 = h1 + (h4 * -0.7) * h5;
                (h6, h1)
            }
        }
    }
    R54 {
        composed {
            input x0: [4, 2, 6];
            input x1: [1, 6];
            l0: R54L0;
            l1: R54L1;
            fn forward(x0, x1) {
                let h0 = max(x0, axis = 1);
                let h1 = hard_swish(h0);
                let h2 = concat(h1, x1, h0, h0 - h1);
                let h3 = l1(l0(x0 - x0));
                (h2, l0(x0), h3)
            }
        }
        flat {
            input x0: [4, 2, 6];
            input x1: [1, 6];
            l0_0: Conv2d(4 -> 4, kernel = (1, 2), stride = 2, padding = same, groups = 4, bias = true);
            l0_1: LayerNorm(eps = 0.1);
            l1_0: LayerNorm(eps = 0.1);
            l1_1: Sigmoid;
            l1_2: BatchNorm2d(4);
            fn forward(x0, x1) {
                let h0 = max(x0, axis = 1);
                let h1 = hard_swish(h0);
                let h2 = concat(h1, x1, h0, h0 - h1);
                let h3 = l1_2(l1_1(l1_0(l0_1(l0_0(x0 - x0)))));
                (h2, l0_1(l0_0(x0)), h3)
            }
        }
    }
    R55 {
        composed {
            input: [4, 2, 2];
            l2: Dropout;
            l0: R55L0;
            l1: R55L1;
            fn forward(x0) {
                let _h0 = l0(x0);
                let h1 = x0 * x0;
                let h2 = expand(h1, [4, 2, 2]);
                let h3 = l1(matmul(h2, l0(x0), transpose_b = true));
                let h4 = permute(concat(x0, h3, h2, axis = 2), [1, 2, 0]);
                let h5 = pad2d(h4, padding = (0, 0, 0, 1));
                let h6 = l2(global_avg_pool2d(l0(h1)));
                (h5, h6)
            }
        }
        flat {
            input: [4, 2, 2];
            l2: Dropout;
            l0_0: Conv2d(4 -> 4, kernel = 1, stride = 2, padding = (2, 1, 2, 0), dilation = 2, groups = depthwise);
            l0_1: Conv2d(4 -> 4, kernel = 1);
            l1_0: MaxPool2d(kernel = 1, padding = 0);
            l1_1: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0) {
                let _h0 = l0_1(l0_0(x0));
                let h1 = x0 * x0;
                let h2 = expand(h1, [4, 2, 2]);
                let h3 = l1_1(l1_0(matmul(h2, l0_1(l0_0(x0)), transpose_b = true)));
                let h4 = permute(concat(x0, h3, h2, axis = 2), [1, 2, 0]);
                let h5 = pad2d(h4, padding = (0, 0, 0, 1));
                let h6 = l2(global_avg_pool2d(l0_1(l0_0(h1))));
                (h5, h6)
            }
        }
    }
    R56 {
        composed {
            input x0: [2, 1] in 0..1;
            input x1: [2, 3, 1];
            input x2: [1, 6, 6];
            input x3: [2, 3, 3];
            l0: HardSwish;
            l2: Gelu;
            l3: Embedding(2);
            l1: R56L1;
            fn forward(x0, x1, x2, x3) {
                let (h0_0, h0_1) = split(x2, axis = 1);
                let h1 = l0(x1);
                let h2 = l1((l0(h1)));
                let _h3 = matmul(h2, x3, transpose_a = true, transpose_b = true);
                (h0_0, l2(elu(h0_1)), l3(x0), l0((l1(h1))), h0_0)
            }
        }
        flat {
            input x0: [2, 1] in 0..1;
            input x1: [2, 3, 1];
            input x2: [1, 6, 6];
            input x3: [2, 3, 3];
            l0: HardSwish;
            l2: Gelu;
            l3: Embedding(2);
            l1_0: PixelShuffle(1);
            l1_1: Tanh;
            fn forward(x0, x1, x2, x3) {
                let (h0_0, h0_1) = split(x2, axis = 1);
                let h1 = l0(x1);
                let h2 = l1_1(l1_0((l0(h1))));
                let _h3 = matmul(h2, x3, transpose_a = true, transpose_b = true);
                (h0_0, l2(elu(h0_1)), l3(x0), l0((l1_1(l1_0(h1)))), h0_0)
            }
        }
    }
    R57 {
        composed {
            input: [7];
            l0: Tanh;
            l1: Tanh;
            l2: R57L2;
            fn forward(x0) {
                let h0 = gelu(x0);
                let h1 = l0(h0);
                let h2 = l1(l1(h1));
                let h3 = reshape(h2, [1, 7, 1, 1]);
                let h4 = l0(h3 * h3);
                let h5 = l2(h2);
                let h6 = permute(h4, [0, 3, 1, 2]);
                let h7 = reshape(h6, [7]);
                let h8 = sum(l1(h4), axes = (0, 1, 3), keep = false);
                (h5, h7, h8)
            }
        }
        flat {
            input: [7];
            l0: Tanh;
            l1: Tanh;
            l2_0: Linear(7 -> 3, bias = false);
            fn forward(x0) {
                let h0 = gelu(x0);
                let h1 = l0(h0);
                let h2 = l1(l1(h1));
                let h3 = reshape(h2, [1, 7, 1, 1]);
                let h4 = l0(h3 * h3);
                let h5 = l2_0(h2);
                let h6 = permute(h4, [0, 3, 1, 2]);
                let h7 = reshape(h6, [7]);
                let h8 = sum(l1(h4), axes = (0, 1, 3), keep = false);
                (h5, h7, h8)
            }
        }
    }
    R58 {
        composed {
            input x0: [3, 2, 4];
            input x1: [1, 1];
            input x2: [3];
            l0: R58L0;
            l1: R58L1;
            l2: R58L2;
            fn forward(x0, _x1, x2) {
                let h0 = l0(l0(x0));
                let (h1_0, h1_1, h1_2, h1_3) = split(h0, axis = 2);
                let h2 = permute(h1_3, [0, 2, 1]);
                let _h3 = l1(h1_1);
                let h4 = l2(h2);
                (h1_0, h1_2, max(x2, keep = true), h4)
            }
        }
        flat {
            input x0: [3, 2, 4];
            input x1: [1, 1];
            input x2: [3];
            l0_0: Conv2d(3 -> 3, kernel = 1);
            l0_1: PixelShuffle(1);
            l1_0: PixelShuffle(1);
            l2_0: InstanceNorm2d(eps = 0.1, affine = true);
            l2_1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            fn forward(x0, _x1, x2) {
                let h0 = l0_1(l0_0(l0_1(l0_0(x0))));
                let (h1_0, h1_1, h1_2, h1_3) = split(h0, axis = 2);
                let h2 = permute(h1_3, [0, 2, 1]);
                let _h3 = l1_0(h1_1);
                let h4 = l2_1(l2_0(h2));
                (h1_0, h1_2, max(x2, keep = true), h4)
            }
        }
    }
    R59 {
        composed {
            input x0: [2, 2] in 0..5;
            input x1: [4, 2, 1];
            l0: Embedding(5 -> 1);
            l1: R59L1;
            l2: R59L2;
            fn forward(x0, x1) {
                let h0 = l2(x1);
                let h1 = h0 + h0;
                (elu(sum(x1 + l1(l0(x0)), axes = (1, 2)), alpha = 1.5), h0, h1)
            }
        }
        flat {
            input x0: [2, 2] in 0..5;
            input x1: [4, 2, 1];
            l0: Embedding(5 -> 1);
            l1_0: Conv2d(2 -> 4, kernel = 1, stride = (1, 2), dilation = (1, 2), groups = depthwise);
            l1_1: BatchNorm2d(momentum = 0.3);
            l2_0: BatchNorm2d(4, eps = 0.1);
            l2_1: Upsample2d(scale = (1, 3));
            l2_2: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0, x1) {
                let h0 = l2_2(l2_1(l2_0(x1)));
                let h1 = h0 + h0;
                (elu(sum(x1 + l1_1(l1_0(l0(x0))), axes = (1, 2)), alpha = 1.5), h0, h1)
            }
        }
    }
    R60 {
        composed {
            input: [1, 3, 5];
            l2: PixelShuffle(1);
            l0: R60L0;
            l1: R60L1;
            fn forward(x0) {
                let h0 = expand(x0, [4, 3, 5]);
                let h1 = l1(h0);
                let h2 = l2(h1);
                let h3 = slice(h0 - 1.5, 1..4, axis = 2);
                (l0(h0), h3, softmax(h2, axis = 0))
            }
        }
        flat {
            input: [1, 3, 5];
            l2: PixelShuffle(1);
            l0_0: Tanh();
            l0_1: Upsample2d(scale = 1);
            l0_2: Tanh;
            l1_0: LayerNorm(axes = 3, eps = 0.1);
            l1_1: ConvTranspose2d(4 -> 4, kernel = (3, 2), stride = (2, 1), padding = 1, output_padding = (1, 0), groups = 4, bias = false);
            l1_2: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x0) {
                let h0 = expand(x0, [4, 3, 5]);
                let h1 = l1_2(l1_1(l1_0(h0)));
                let h2 = l2(h1);
                let h3 = slice(h0 - 1.5, 1..4, axis = 2);
                (l0_2(l0_1(l0_0(h0))), h3, softmax(h2, axis = 0))
            }
        }
    }
    R61 {
        composed {
            input x0: [4, 2];
            input x1: [2, 2];
            l0: R61L0;
            l1: R61L1;
            fn forward(x0, x1) {
                let h0 = sigmoid(x0);
                let h1 = h0 * h0 + x0;
                let h2 = x1 + glu(h1, axis = 0);
                let h3 = l0(h2);
                let h4 = l0(h3);
                let h5 = l0(h4);
                let h6 = l0(h5);
                let h7 = l1(x1);
                (h6, h7)
            }
        }
        flat {
            input x0: [4, 2];
            input x1: [2, 2];
            l0_0: BatchNorm1d(eps = 1e-2);
            l0_1: Linear(2 -> 2, bias = false);
            l1_0: LayerNorm(axes = 2, eps = 0.1);
            l1_1: Softmax(axis = 0);
            fn forward(x0, x1) {
                let h0 = sigmoid(x0);
                let h1 = h0 * h0 + x0;
                let h2 = x1 + glu(h1, axis = 0);
                let h3 = l0_1(l0_0(h2));
                let h4 = l0_1(l0_0(h3));
                let h5 = l0_1(l0_0(h4));
                let h6 = l0_1(l0_0(h5));
                let h7 = l1_1(l1_0(x1));
                (h6, h7)
            }
        }
    }
    R62 {
        composed {
            input x0: [1, 3, 1];
            input x1: [1, 1] in 0..2;
            l0: Sigmoid();
            l1: R62L1;
            l2: R62L2;
            fn forward(x0, _x1) {
                let h0 = x0 * 3.0;
                let h1 = l1(l0(x0));
                let h2 = h1 - l0(h0);
                let h3 = expand(h2, [3, 3, 4]);
                let h4 = l1(h2);
                let _h5 = h4 * h4;
                let _h6 = l0(l2(x0));
                let h7 = max(h3, axes = (0, 2), keep = true) - -0.7;
                h7
            }
        }
        flat {
            input x0: [1, 3, 1];
            input x1: [1, 1] in 0..2;
            l0: Sigmoid();
            l1_0: InstanceNorm2d(affine = false);
            l1_1: Tanh();
            l2_0: MaxPool2d(kernel = 3, padding = same);
            l2_1: BatchNorm2d;
            fn forward(x0, _x1) {
                let h0 = x0 * 3.0;
                let h1 = l1_1(l1_0(l0(x0)));
                let h2 = h1 - l0(h0);
                let h3 = expand(h2, [3, 3, 4]);
                let h4 = l1_1(l1_0(h2));
                let _h5 = h4 * h4;
                let _h6 = l0(l2_1(l2_0(x0)));
                let h7 = max(h3, axes = (0, 2), keep = true) - -0.7;
                h7
            }
        }
    }
    R63 {
        composed {
            input x0: [1, 3];
            input x1: [2, 5];
            input x2: [1, 5];
            input x3: [3, 1];
            l0: R63L0;
            l1: R63L1;
            fn forward(x0, _x1, x2, x3) {
                let h0 = l0(x2);
                let h1 = l1(matmul(x3, h0));
                let h2 = reshape(h1, [2, 3]);
                let h3 = max(x0, axes = (0, 1));
                let h4 = expand(h2, [2, 3]);
                (h3, h4, h1 * h1)
            }
        }
        flat {
            input x0: [1, 3];
            input x1: [2, 5];
            input x2: [1, 5];
            input x3: [3, 1];
            l0_0: Linear(5 -> 5);
            l0_1: Linear(_ -> 4);
            l1_0: Glu(axis = 1);
            l1_1: LayerNorm(axes = 1, eps = 1e-2);
            fn forward(x0, _x1, x2, x3) {
                let h0 = l0_1(l0_0(x2));
                let h1 = l1_1(l1_0(matmul(x3, h0)));
                let h2 = reshape(h1, [2, 3]);
                let h3 = max(x0, axes = (0, 1));
                let h4 = expand(h2, [2, 3]);
                (h3, h4, h1 * h1)
            }
        }
    }
    R64 {
        composed {
            input x0: [3, 2, 4];
            input x1: [3, 2, 4];
            l1: LeakyRelu(0);
            l0: R64L0;
            fn forward(x0, x1) {
                let h0 = x0 + x0;
                let h1 = x1 + h0;
                let (h2_0, _h2_1, h2_2) = split(l0(h1));
                let h2_0 = h2_2 + h2_0;
                let h4 = h2_0 + h2_2;
                let h5 = l1(x1);
                let h6 = avg_pool2d(h4, kernel = 3, stride = 2, padding = same, count_include_pad = true);
                let h7 = h6 / -1;
                let h8 = h0 + x1;
                let h9 = x1 * h8;
                (h5, h7, h9)
            }
        }
        flat {
            input x0: [3, 2, 4];
            input x1: [3, 2, 4];
            l1: LeakyRelu(0);
            l0_0: Conv2d(3 -> 3, kernel = 1);
            l0_1: HardSwish();
            fn forward(x0, x1) {
                let h0 = x0 + x0;
                let h1 = x1 + h0;
                let (h2_0, _h2_1, h2_2) = split(l0_1(l0_0(h1)));
                let h2_0 = h2_2 + h2_0;
                let h4 = h2_0 + h2_2;
                let h5 = l1(x1);
                let h6 = avg_pool2d(h4, kernel = 3, stride = 2, padding = same, count_include_pad = true);
                let h7 = h6 / -1;
                let h8 = h0 + x1;
                let h9 = x1 * h8;
                (h5, h7, h9)
            }
        }
    }
    R65 {
        composed {
            input x0: [3, 5, 1];
            input x1: [3, 2, 2];
            l0: Dropout(0.0);
            l1: R65L1;
            fn forward(x0, x1) {
                let x1 = x1 * l0(x1);
                let _h1 = max(x1, axes = 0);
                let h2 = x0 * x0;
                let h3 = hard_swish(x1);
                let h4 = l1(h3);
                (h2, leaky_relu(h4))
            }
        }
        flat {
            input x0: [3, 5, 1];
            input x1: [3, 2, 2];
            l0: Dropout(0.0);
            l1_0: Conv2d(3 -> 3, kernel = 1);
            l1_1: RmsNorm(eps = 0.1);
            fn forward(x0, x1) {
                let x1 = x1 * l0(x1);
                let _h1 = max(x1, axes = 0);
                let h2 = x0 * x0;
                let h3 = hard_swish(x1);
                let h4 = l1_1(l1_0(h3));
                (h2, leaky_relu(h4))
            }
        }
    }
    R66 {
        composed {
            input: [4, 5] in 0..3;
            l0: Embedding(3 -> 1);
            l5: Conv2d(2 -> 4, kernel = (3, 1), stride = 2, dilation = 2, bias = false);
            l1: R66L1;
            l2: R66L2;
            l3: R66L3;
            l4: R66L4;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = transpose(h0);
                let h2 = slice(l0(x0), .., axis = 2);
                let x0 = l1(h2);
                let h4 = x0 + h0;
                let h5 = slice(h4, ..3, axis = 1);
                let h6 = l3(l2(x0));
                let h7 = l4(h6);
                let h8 = l5(elu(h7));
                (h1, h5, h8, h1)
            }
        }
        flat {
            input: [4, 5] in 0..3;
            l0: Embedding(3 -> 1);
            l5: Conv2d(2 -> 4, kernel = (3, 1), stride = 2, dilation = 2, bias = false);
            l1_0: LayerNorm(axes = 1);
            l1_1: Gelu(approximate = tanh);
            l1_2: Conv2d(4 -> 4, kernel = 1);
            l2_0: LayerNorm(eps = 0.1);
            l2_1: LeakyRelu(slope = -0.3);
            l3_0: BatchNorm2d(eps = 0.1);
            l3_1: LeakyRelu(0);
            l3_2: LayerNorm;
            l4_0: LayerNorm(axes = 1, eps = 0.1);
            l4_1: Glu(axis = 0);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = transpose(h0);
                let h2 = slice(l0(x0), .., axis = 2);
                let x0 = l1_2(l1_1(l1_0(h2)));
                let h4 = x0 + h0;
                let h5 = slice(h4, ..3, axis = 1);
                let h6 = l3_2(l3_1(l3_0(l2_1(l2_0(x0)))));
                let h7 = l4_1(l4_0(h6));
                let h8 = l5(elu(h7));
                (h1, h5, h8, h1)
            }
        }
    }
}

//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        R0L1 {
            input: [4, 2, 3];
            a0: Tanh;
            a1: BatchNorm2d(eps = 1e-2);
            a2: BatchNorm2d(eps = 0.1);
        }
        R24L1 {
            input: [4];
            a0: Silu();
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R36L1 {
            input: [7];
            a0: LogSoftmax(axis = 0);
            a1: LayerNorm(eps = 0.1);
        }
        R55L1 {
            input: [192];
            a0: Linear(192 -> 1);
        }
        R57L0 {
            input: [3, 1];
            a0: LayerNorm(axes = 2, eps = 1e-2);
            a1: LayerNorm;
            a2: Tanh;
        }
        R58L0 {
            input: [4, 5, 6];
            a0: Tanh();
            a1: LayerNorm(eps = 0.1);
        }
        R59L0 {
            input: [6];
            a0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            a1: LayerNorm(axes = 1, eps = 0.1);
        }
        R61L1 {
            input: [1, 1];
            a0: MaxPool1d(3, padding = 1);
        }
        R62L1 {
            input: [4, 8, 1];
            a0: Conv2d(4 -> 4, kernel = 1);
            a1: HardSwish;
            a2: LayerNorm;
        }
        R62L2 {
            input: [4, 8, 1];
            a0: Tanh();
            a1: LayerNorm(axes = 1, eps = 1e-2);
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R65L2 {
            input: [4, 3, 4];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: Conv2d(4 -> 4, kernel = 2, stride = (1, 2), padding = 1, groups = depthwise);
        }
        R67L1 {
            input: [1, 5, 3];
            a0: Tanh();
            a1: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
        }
        R68L0 {
            input: [1, 1, 3];
            a0: BatchNorm2d(eps = 0.1);
            a1: LayerNorm(eps = 0.1);
        }
        R68L1 {
            input: [1, 1, 3];
            a0: LayerNorm(eps = 0.1);
            a1: PixelShuffle(1);
            a2: BatchNorm2d(1);
        }
        R68L2 {
            input: [1, 1, 3];
            a0: Sigmoid;
            a1: Conv2d(1 -> 1, kernel = 1);
        }
        R69L0 {
            input: [4, 2, 6];
            a0: Conv2d(4 -> 3, kernel = 1, padding = 0, dilation = 2);
            a1: Conv2d(3 -> 3, kernel = 1);
        }
        R70L0 {
            input: [2, 3];
            a0: Linear(3 -> 4, bias = false);
            a1: Tanh;
        }
        R71L0 {
            input: [1];
            a0: Relu();
        }
        R71L1 {
            input: [1];
            a0: Linear(1 -> 1);
            a1: Silu;
        }
        R72L0 {
            input: [3, 6, 4];
            a0: AvgPool2d(kernel = 2, stride = 3, padding = valid);
        }
        R72L1 {
            input: [3, 1, 2];
            a0: Upsample2d(2);
            a1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R72L2 {
            input: [3, 2, 4];
            a0: Conv2d(3 -> 3, kernel = 3, padding = (1, 2, 0, 2), dilation = (2, 1), groups = 3);
            a1: BatchNorm2d(momentum = 0.3);
        }
        R73L0 {
            input: [3, 2];
            a0: BatchNorm1d(3, eps = 0.1);
            a1: HardSwish;
            a2: Linear(2 -> 2);
        }
        R73L1 {
            input: [3, 2];
            a0: Tanh();
            a1: LogSoftmax(axis = 1);
            a2: Tanh;
        }
        R75L0 {
            input: [3, 1, 1];
            a0: LayerNorm(axes = 3, eps = 0.1);
            a1: ConvTranspose2d(_ -> 3, kernel = 3, stride = 2, padding = (1, 0), output_padding = (1, 0), bias = false);
            a2: LayerNorm(axes = 1, eps = 0.1);
        }
        R76L0 {
            input: [4, 1];
            a0: BatchNorm1d(eps = 1e-2);
            a1: LayerNorm(axes = 1);
        }
        R76L1 {
            input: [3, 3, 1];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Softmax(axis = 2);
        }
        R77L0 {
            input: [4, 5, 5];
            a0: ConvTranspose2d(4 -> 4, kernel = (1, 3), padding = (1, 0), output_padding = 0, groups = 2, bias = false);
            a1: Tanh();
        }
        R77L1 {
            input: [4, 3, 7];
            a0: InstanceNorm2d(eps = 1e-2, affine = true);
            a1: BatchNorm2d;
        }
    }
    R0 {
        composed {
            input: [1, 1, 4];
            l0: Conv2d(1 -> 4, kernel = (1, 2), stride = 2, padding = (0, 2, 1, 2), dilation = 2, bias = false);
            l2: LayerNorm(eps = 0.1);
            l1: R0L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(l1(h0), [2, 12, 1, 1]);
                let h2 = l2(h1);
                let h3 = reshape(h2, [24, 1, 1]);
                h3
            }
        }
        flat {
            input: [1, 1, 4];
            l0: Conv2d(1 -> 4, kernel = (1, 2), stride = 2, padding = (0, 2, 1, 2), dilation = 2, bias = false);
            l2: LayerNorm(eps = 0.1);
            l1_0: Tanh;
            l1_1: BatchNorm2d(eps = 1e-2);
            l1_2: BatchNorm2d(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(l1_2(l1_1(l1_0(h0))), [2, 12, 1, 1]);
                let h2 = l2(h1);
                let h3 = reshape(h2, [24, 1, 1]);
                h3
            }
        }
    }
    R24 {
        composed {
            input: [4];
            l0: LayerNorm(axes = 1);
            l1: R24L1;
            fn forward(x0) {
                let x0 = l1(l0(x0));
                let h1 = reshape(x0, [1, 1, 2, 2]);
                let h2 = reshape((h1 * h1), [1, 2, 2]);
                (h2, x0)
            }
        }
        flat {
            input: [4];
            l0: LayerNorm(axes = 1);
            l1_0: Silu();
            l1_1: LayerNorm(axes = 1, eps = 1e-2);
            fn forward(x0) {
                let x0 = l1_1(l1_0(l0(x0)));
                let h1 = reshape(x0, [1, 1, 2, 2]);
                let h2 = reshape((h1 * h1), [1, 2, 2]);
                (h2, x0)
            }
        }
    }
    R36 {
        composed {
            input: [7];
            l0: LayerNorm;
            l1: R36L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let (h1_0, h1_1, h1_2, h1_3, h1_4, h1_5, _h1_6) = split(l1(h0));
                let h2 = flatten(h0);
                let h3 = flatten((max(h1_4)));
                let h4 = concat(h3, h2);
                (h1_0, h1_1, h1_2, h1_3, h1_5, h4)
            }
        }
        flat {
            input: [7];
            l0: LayerNorm;
            l1_0: LogSoftmax(axis = 0);
            l1_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let (h1_0, h1_1, h1_2, h1_3, h1_4, h1_5, _h1_6) = split(l1_1(l1_0(h0)));
                let h2 = flatten(h0);
                let h3 = flatten((max(h1_4)));
                let h4 = concat(h3, h2);
                (h1_0, h1_1, h1_2, h1_3, h1_5, h4)
            }
        }
    }
    R55 {
        composed {
            input: [4, 6, 2];
            l0: LayerNorm(eps = 0.1);
            l1: R55L1;
            fn forward(x0) {
                let h0 = l0(reshape(x0, [8, 2, 1, 3]));
                let h1 = flatten(concat(h0, h0, h0, h0, axis = 2));
                let h2 = l1(h1);
                h2
            }
        }
        flat {
            input: [4, 6, 2];
            l0: LayerNorm(eps = 0.1);
            l1_0: Linear(192 -> 1);
            fn forward(x0) {
                let h0 = l0(reshape(x0, [8, 2, 1, 3]));
                let h1 = flatten(concat(h0, h0, h0, h0, axis = 2));
                let h2 = l1_0(h1);
                h2
            }
        }
    }
    R57 {
        composed {
            input: [3, 1];
            l1: RmsNorm(eps = 0.1);
            l0: R57L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = reshape(h0, [3, 1, 1, 1]);
                let h2 = l1(h1);
                let h3 = h2 * h2;
                let h4 = reshape(h3, [3, 1, 1]);
                h4
            }
        }
        flat {
            input: [3, 1];
            l1: RmsNorm(eps = 0.1);
            l0_0: LayerNorm(axes = 2, eps = 1e-2);
            l0_1: LayerNorm;
            l0_2: Tanh;
            fn forward(x0) {
                let h0 = l0_2(l0_1(l0_0(x0)));
                let h1 = reshape(h0, [3, 1, 1, 1]);
                let h2 = l1(h1);
                let h3 = h2 * h2;
                let h4 = reshape(h3, [3, 1, 1]);
                h4
            }
        }
    }
    R58 {
        composed {
            input: [4, 5, 6];
            l1: Elu;
            l2: LayerNorm(eps = 0.1);
            l0: R58L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l2(l1(reshape(h0, [10, 1, 1, 12])));
                let h2 = reshape(h1, [10, 1, 12]);
                h2
            }
        }
        flat {
            input: [4, 5, 6];
            l1: Elu;
            l2: LayerNorm(eps = 0.1);
            l0_0: Tanh();
            l0_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l2(l1(reshape(h0, [10, 1, 1, 12])));
                let h2 = reshape(h1, [10, 1, 12]);
                h2
            }
        }
    }
    R59 {
        composed {
            input: [6];
            l1: Softplus();
            l2: LayerNorm(axes = 4, eps = 0.1);
            l0: R59L0;
            fn forward(x0) {
                let h0 = reshape(l2(l1(reshape((l0(x0)), [1, 1, 6, 1]))), [1, 6, 1]);
                h0
            }
        }
        flat {
            input: [6];
            l1: Softplus();
            l2: LayerNorm(axes = 4, eps = 0.1);
            l0_0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l0_1: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x0) {
                let h0 = reshape(l2(l1(reshape((l0_1(l0_0(x0))), [1, 1, 6, 1]))), [1, 6, 1]);
                h0
            }
        }
    }
    R61 {
        composed {
            input x0: [2, 6, 1];
            input x1: [1, 1];
            l0: LayerNorm(axes = 4, eps = 0.1);
            l1: R61L1;
            fn forward(x0, x1) {
                let h0 = reshape(x0, [1, 6, 2, 1]);
                l1(mean(l0(h0), axes = (1, 2))) + x1
            }
        }
        flat {
            input x0: [2, 6, 1];
            input x1: [1, 1];
            l0: LayerNorm(axes = 4, eps = 0.1);
            l1_0: MaxPool1d(3, padding = 1);
            fn forward(x0, x1) {
                let h0 = reshape(x0, [1, 6, 2, 1]);
                l1_0(mean(l0(h0), axes = (1, 2))) + x1
            }
        }
    }
    R62 {
        composed {
            input: [2, 4, 4];
            l0: LayerNorm(axes = 2);
            l1: R62L1;
            l2: R62L2;
            fn forward(x0) {
                let h0 = reshape(x0, [1, 4, 8, 1]);
                let h1 = mean(l0(h0), axis = 0);
                let h2 = l1(h1);
                l2(h2)
            }
        }
        flat {
            input: [2, 4, 4];
            l0: LayerNorm(axes = 2);
            l1_0: Conv2d(4 -> 4, kernel = 1);
            l1_1: HardSwish;
            l1_2: LayerNorm;
            l2_0: Tanh();
            l2_1: LayerNorm(axes = 1, eps = 1e-2);
            l2_2: Conv2d(4 -> 4, kernel = 1);
            fn forward(x0) {
                let h0 = reshape(x0, [1, 4, 8, 1]);
                let h1 = mean(l0(h0), axis = 0);
                let h2 = l1_2(l1_1(l1_0(h1)));
                l2_2(l2_1(l2_0(h2)))
            }
        }
    }
    R65 {
        composed {
            input x0: [4, 3] in 0..4;
            input x1: [4, 3, 4];
            l0: Embedding(4);
            l1: Conv2d(4 -> 4, kernel = (1, 3), padding = same, dilation = 2, groups = 4, bias = false);
            l3: Conv2d(_ -> 4, kernel = (1, 3), stride = 2, padding = same, dilation = 2, groups = 4, bias = true);
            l2: R65L2;
            fn forward(x0, x1) {
                let x0 = l0(x0);
                let h1 = expand(x0 + x0, [4, 3, 4]);
                let h2 = square(h1);
                let h3 = log_softmax(x0, axis = 2);
                let h4 = gelu(h3);
                let h5 = abs(l1(h2));
                let h6 = l2(h5);
                let h7 = pad2d(x0, (2, 1, 1, 2), mode = zero);
                let h8 = l3(h7);
                let h9 = h4 * x1;
                (h6, h8, h9, h6)
            }
        }
        flat {
            input x0: [4, 3] in 0..4;
            input x1: [4, 3, 4];
            l0: Embedding(4);
            l1: Conv2d(4 -> 4, kernel = (1, 3), padding = same, dilation = 2, groups = 4, bias = false);
            l3: Conv2d(_ -> 4, kernel = (1, 3), stride = 2, padding = same, dilation = 2, groups = 4, bias = true);
            l2_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l2_1: Conv2d(4 -> 4, kernel = 2, stride = (1, 2), padding = 1, groups = depthwise);
            fn forward(x0, x1) {
                let x0 = l0(x0);
                let h1 = expand(x0 + x0, [4, 3, 4]);
                let h2 = square(h1);
                let h3 = log_softmax(x0, axis = 2);
                let h4 = gelu(h3);
                let h5 = abs(l1(h2));
                let h6 = l2_1(l2_0(h5));
                let h7 = pad2d(x0, (2, 1, 1, 2), mode = zero);
                let h8 = l3(h7);
                let h9 = h4 * x1;
                (h6, h8, h9, h6)
            }
        }
    }
    R67 {
        composed {
            input x0: [1, 1, 5];
            input x1: [1, 5, 3];
            l0: AdaptiveAvgPool2d(output_size = (5, 3));
            l1: R67L1;
            fn forward(x0, x1) {
                let h0 = concat(x0, x0, axis = 1);
                let h1 = -1 + h0;
                let h2 = ln(square(h1) + 0.5);
                let h3 = l0(h2);
                let h4 = h0 + h2;
                let _h5 = l0(h2);
                let h6 = concat(x0, h4, x0, axis = 1);
                let h7 = l1(x1 / (square(h3) + 0.5));
                (l0(h4), pow(0.5 + square(tanh(h3)), 0.5), h6, h7)
            }
        }
        flat {
            input x0: [1, 1, 5];
            input x1: [1, 5, 3];
            l0: AdaptiveAvgPool2d(output_size = (5, 3));
            l1_0: Tanh();
            l1_1: BatchNorm2d(1, eps = 0.1, momentum = 0.3);
            fn forward(x0, x1) {
                let h0 = concat(x0, x0, axis = 1);
                let h1 = -1 + h0;
                let h2 = ln(square(h1) + 0.5);
                let h3 = l0(h2);
                let h4 = h0 + h2;
                let _h5 = l0(h2);
                let h6 = concat(x0, h4, x0, axis = 1);
                let h7 = l1_1(l1_0(x1 / (square(h3) + 0.5)));
                (l0(h4), pow(0.5 + square(tanh(h3)), 0.5), h6, h7)
            }
        }
    }
    R68 {
        composed {
            input: [1, 1, 3];
            l0: R68L0;
            l1: R68L1;
            l2: R68L2;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1((abs(h0)));
                let h2 = l2(x0);
                let h3 = l2(h1);
                let h4 = expand(h0, [3, 2, 3]);
                (h2, h0, abs(h3), adaptive_avg_pool2d(h4, 5))
            }
        }
        flat {
            input: [1, 1, 3];
            l0_0: BatchNorm2d(eps = 0.1);
            l0_1: LayerNorm(eps = 0.1);
            l1_0: LayerNorm(eps = 0.1);
            l1_1: PixelShuffle(1);
            l1_2: BatchNorm2d(1);
            l2_0: Sigmoid;
            l2_1: Conv2d(1 -> 1, kernel = 1);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1_2(l1_1(l1_0((abs(h0)))));
                let h2 = l2_1(l2_0(x0));
                let h3 = l2_1(l2_0(h1));
                let h4 = expand(h0, [3, 2, 3]);
                (h2, h0, abs(h3), adaptive_avg_pool2d(h4, 5))
            }
        }
    }
    R69 {
        composed {
            input x0: [4, 2, 6];
            input x1: [3, 6, 5];
            l1: Gelu(approximate = none);
            l2: MaxPool2d(kernel = 1, stride = (3, 2), padding = same);
            l0: R69L0;
            fn forward(x0, x1) {
                let h0 = x1 - 2;
                let h1 = l0(x0);
                let h2 = l1(h1);
                let h3 = silu(h2);
                let h4 = flatten(h3);
                let h5 = l1(h4);
                let h6 = h3 * h2;
                let h7 = l2(l0(x0));
                let h8 = sqrt(square(h0) + 0.5);
                let h9 = l2(h6);
                (h7, h8, expand(h5, [36]), h9)
            }
        }
        flat {
            input x0: [4, 2, 6];
            input x1: [3, 6, 5];
            l1: Gelu(approximate = none);
            l2: MaxPool2d(kernel = 1, stride = (3, 2), padding = same);
            l0_0: Conv2d(4 -> 3, kernel = 1, padding = 0, dilation = 2);
            l0_1: Conv2d(3 -> 3, kernel = 1);
            fn forward(x0, x1) {
                let h0 = x1 - 2;
                let h1 = l0_1(l0_0(x0));
                let h2 = l1(h1);
                let h3 = silu(h2);
                let h4 = flatten(h3);
                let h5 = l1(h4);
                let h6 = h3 * h2;
                let h7 = l2(l0_1(l0_0(x0)));
                let h8 = sqrt(square(h0) + 0.5);
                let h9 = l2(h6);
                (h7, h8, expand(h5, [36]), h9)
            }
        }
    }
    R70 {
        composed {
            input x0: [1, 4, 6];
            input x1: [2, 3];
            l1: RmsNorm;
            l0: R70L0;
            fn forward(x0, x1) {
                let h0 = l0(x1);
                let h1 = l1(exp(tanh(x0)));
                let h2 = clamp(h1, -0.5, 1.5);
                let h3 = clamp(h2, min = 0.1, max = 0.1);
                let _h4 = l1(x0 + h3);
                let h5 = h1 + h1;
                (x1, l0(x1), h0, h5)
            }
        }
        flat {
            input x0: [1, 4, 6];
            input x1: [2, 3];
            l1: RmsNorm;
            l0_0: Linear(3 -> 4, bias = false);
            l0_1: Tanh;
            fn forward(x0, x1) {
                let h0 = l0_1(l0_0(x1));
                let h1 = l1(exp(tanh(x0)));
                let h2 = clamp(h1, -0.5, 1.5);
                let h3 = clamp(h2, min = 0.1, max = 0.1);
                let _h4 = l1(x0 + h3);
                let h5 = h1 + h1;
                (x1, l0_1(l0_0(x1)), h0, h5)
            }
        }
    }
    R71 {
        composed {
            input: [1];
            l0: R71L0;
            l1: R71L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let x0 = l0(h0);
                let x0 = pow(0.5 + square(tanh(x0)), 1.7);
                let h0 = sum(square(x0), axes = 0);
                let h4 = l1(h0);
                let h5 = l0(h4);
                let x0 = softplus(l0(h0));
                let h7 = l1(x0);
                let h7 = h5 + h7;
                let h9 = l0(h7);
                (h7, h9)
            }
        }
        flat {
            input: [1];
            l0_0: Relu();
            l1_0: Linear(1 -> 1);
            l1_1: Silu;
            fn forward(x0) {
                let h0 = l0_0(x0);
                let x0 = l0_0(h0);
                let x0 = pow(0.5 + square(tanh(x0)), 1.7);
                let h0 = sum(square(x0), axes = 0);
                let h4 = l1_1(l1_0(h0));
                let h5 = l0_0(h4);
                let x0 = softplus(l0_0(h0));
                let h7 = l1_1(l1_0(x0));
                let h7 = h5 + h7;
                let h9 = l0_0(h7);
                (h7, h9)
            }
        }
    }
    R72 {
        composed {
            input x0: [3, 3];
            input x1: [3, 6, 4];
            input x2: [4, 2];
            l0: R72L0;
            l1: R72L1;
            l2: R72L2;
            train: l0;
            fn forward(x0, x1, x2) {
                let _h0 = hard_swish(x2);
                let h1 = l0(x1 * 0.5);
                let h1 = l1(transpose(h1));
                let _h3 = slice(x0, 0..1, axis = 1);
                let x1 = l2(h1);
                x1
            }
        }
        flat {
            input x0: [3, 3];
            input x1: [3, 6, 4];
            input x2: [4, 2];
            l0_0: AvgPool2d(kernel = 2, stride = 3, padding = valid);
            l1_0: Upsample2d(2);
            l1_1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l2_0: Conv2d(3 -> 3, kernel = 3, padding = (1, 2, 0, 2), dilation = (2, 1), groups = 3);
            l2_1: BatchNorm2d(momentum = 0.3);
            train: l0_0;
            fn forward(x0, x1, x2) {
                let _h0 = hard_swish(x2);
                let h1 = l0_0(x1 * 0.5);
                let h1 = l1_1(l1_0(transpose(h1)));
                let _h3 = slice(x0, 0..1, axis = 1);
                let x1 = l2_1(l2_0(h1));
                x1
            }
        }
    }
    R73 {
        composed {
            input: [3, 2];
            l0: R73L0;
            l1: R73L1;
            fn forward(x0) {
                let h0 = exp(tanh(x0));
                let h0 = h0 * -0.7;
                let h2 = relu(h0);
                let h3 = max(x0, axes = (0, 1));
                let h4 = l0(h2);
                let h5 = l1(h2);
                (concat(h3, h3), h4, h5)
            }
        }
        flat {
            input: [3, 2];
            l0_0: BatchNorm1d(3, eps = 0.1);
            l0_1: HardSwish;
            l0_2: Linear(2 -> 2);
            l1_0: Tanh();
            l1_1: LogSoftmax(axis = 1);
            l1_2: Tanh;
            fn forward(x0) {
                let h0 = exp(tanh(x0));
                let h0 = h0 * -0.7;
                let h2 = relu(h0);
                let h3 = max(x0, axes = (0, 1));
                let h4 = l0_2(l0_1(l0_0(h2)));
                let h5 = l1_2(l1_1(l1_0(h2)));
                (concat(h3, h3), h4, h5)
            }
        }
    }
    R75 {
        composed {
            input x0: [1, 1, 5];
            input x1: [2, 2];
            input x2: [3, 1, 4];
            l1: Elu;
            l0: R75L0;
            fn forward(_x0, x1, x2) {
                let h0 = softplus(x1);
                let h1 = transpose(h0);
                let x2 = l1(l0(global_avg_pool2d(matmul(x2, x2, transpose_b = true))));
                let h3 = h1 / (square(tanh((elu(x1)))) + 0.5);
                let h4 = x2 + x2;
                let h5 = flatten(h3);
                (clamp(h4, min = -0.3), h5)
            }
        }
        flat {
            input x0: [1, 1, 5];
            input x1: [2, 2];
            input x2: [3, 1, 4];
            l1: Elu;
            l0_0: LayerNorm(axes = 3, eps = 0.1);
            l0_1: ConvTranspose2d(_ -> 3, kernel = 3, stride = 2, padding = (1, 0), output_padding = (1, 0), bias = false);
            l0_2: LayerNorm(axes = 1, eps = 0.1);
            fn forward(_x0, x1, x2) {
                let h0 = softplus(x1);
                let h1 = transpose(h0);
                let x2 = l1(l0_2(l0_1(l0_0(global_avg_pool2d(matmul(x2, x2, transpose_b = true))))));
                let h3 = h1 / (square(tanh((elu(x1)))) + 0.5);
                let h4 = x2 + x2;
                let h5 = flatten(h3);
                (clamp(h4, min = -0.3), h5)
            }
        }
    }
    R76 {
        composed {
            input x0: [2, 2];
            input x1: [1, 2];
            input x2: [3, 3, 4];
            input x3: [3, 1, 3];
            l0: R76L0;
            l1: R76L1;
            fn forward(x0, _x1, x2, x3) {
                let h0 = expand(x0, [2, 2]);
                let h1 = max_pool2d(x2, 3, stride = 1, padding = (1, 1, 1, 0), dilation = (2, 1));
                let x2 = reshape(h0, [4, 1]);
                let h3 = l0(x2);
                let h4 = h1 + 1e-1;
                let h5 = h4 + h4;
                let _h5 = clamp((l1(permute(h5, [2, 0, 1]))), min = 0.1, max = 0.1);
                let x0 = 3.0 - h3;
                let h8 = dropout(h1);
                let h9 = h4 * x3;
                (x0, h8, h9, x3)
            }
        }
        flat {
            input x0: [2, 2];
            input x1: [1, 2];
            input x2: [3, 3, 4];
            input x3: [3, 1, 3];
            l0_0: BatchNorm1d(eps = 1e-2);
            l0_1: LayerNorm(axes = 1);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: Softmax(axis = 2);
            fn forward(x0, _x1, x2, x3) {
                let h0 = expand(x0, [2, 2]);
                let h1 = max_pool2d(x2, 3, stride = 1, padding = (1, 1, 1, 0), dilation = (2, 1));
                let x2 = reshape(h0, [4, 1]);
                let h3 = l0_1(l0_0(x2));
                let h4 = h1 + 1e-1;
                let h5 = h4 + h4;
                let _h5 = clamp((l1_1(l1_0(permute(h5, [2, 0, 1])))), min = 0.1, max = 0.1);
                let x0 = 3.0 - h3;
                let h8 = dropout(h1);
                let h9 = h4 * x3;
                (x0, h8, h9, x3)
            }
        }
    }
    R77 {
        composed {
            input x0: [4, 5, 5];
            input x1: [4, 5, 5];
            input x2: [4, 2, 5];
            input x3: [4, 5, 5];
            l0: R77L0;
            l1: R77L1;
            fn forward(x0, x1, x2, x3) {
                let h0 = x0 * x1;
                let h1 = l0(x0);
                let h2 = transpose(h1);
                let h3 = matmul(x0, x2, transpose_b = true);
                let h4 = l0(x1);
                let h5 = reshape(l1(h4), [84]);
                (l0(h0), pow(0.5 + square(tanh(h2)), 0.5), h3, h5, x3 * x0)
            }
        }
        flat {
            input x0: [4, 5, 5];
            input x1: [4, 5, 5];
            input x2: [4, 2, 5];
            input x3: [4, 5, 5];
            l0_0: ConvTranspose2d(4 -> 4, kernel = (1, 3), padding = (1, 0), output_padding = 0, groups = 2, bias = false);
            l0_1: Tanh();
            l1_0: InstanceNorm2d(eps = 1e-2, affine = true);
            l1_1: BatchNorm2d;
            fn forward(x0, x1, x2, x3) {
                let h0 = x0 * x1;
                let h1 = l0_1(l0_0(x0));
                let h2 = transpose(h1);
                let h3 = matmul(x0, x2, transpose_b = true);
                let h4 = l0_1(l0_0(x1));
                let h5 = reshape(l1_1(l1_0(h4)), [84]);
                (l0_1(l0_0(h0)), pow(0.5 + square(tanh(h2)), 0.5), h3, h5, x3 * x0)
            }
        }
    }
}

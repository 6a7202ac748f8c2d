//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        R0L1 {
            input: [1, 3];
            a0: Tanh;
            a1: Conv1d(1 -> 3, kernel = 2, stride = 2, padding = 2, bias = true);
            a2: BatchNorm1d(eps = 0.1);
        }
        R2L1 {
            input: [1, 4, 4];
            a0: BatchNorm2d;
            a1: LayerNorm(axes = 3, eps = 1e-2);
        }
        R33L1 {
            input: [72];
            a0: Glu;
        }
        R34L1 {
            input: [1];
            a0: LayerNorm(axes = 1, eps = 1e-2);
            a1: Linear(_ -> 4, bias = true);
            a2: Tanh;
        }
        R39L0 {
            input: [2, 4];
            a0: Tanh();
            a1: LayerNorm(eps = 0.1);
        }
        R40L0 {
            input: [7];
            a0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R40L1 {
            input: [1];
            a0: LogSoftmax;
        }
        R44L1 {
            input: [12, 3, 1];
            a0: Conv2d(12 -> 12, kernel = 1);
            a1: ConvTranspose2d(_ -> 3, kernel = (2, 1), padding = (1, 0), output_padding = 0, bias = true);
            a2: LayerNorm;
        }
        R46L1 {
            input: [1, 3, 5];
            a0: Tanh();
            a1: Tanh();
            a2: Conv2d(1 -> 1, kernel = 1);
        }
        R47L2 {
            input: [10, 4];
            a0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            a1: Linear(4 -> 4, bias = true);
        }
        R50L0 {
            input: [2, 5];
            a0: BatchNorm1d(2, eps = 0.1);
            a1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
        }
        R50L1 {
            input: [2, 5];
            a0: Conv1d(_ -> 1, kernel = 3, stride = 2, dilation = 2, groups = 1, bias = false);
            a1: LayerNorm(eps = 0.1);
        }
        R50L2 {
            input: [2, 5];
            a0: LayerNorm(eps = 0.1);
            a1: RmsNorm(axes = 2, eps = 1e-2);
            a2: BatchNorm1d(2);
        }
        R51L0 {
            input: [2, 2, 1];
            a0: PRelu;
            a1: Conv2d(2 -> 2, kernel = 1);
        }
        R51L1 {
            input: [2, 2, 1];
            a0: RmsNorm(eps = 1e-2);
            a1: Conv2d(2 -> 2, kernel = 1);
        }
        R53L2 {
            input: [3, 5, 5];
            a0: Conv2d(3 -> 4, kernel = 3, padding = valid, dilation = (2, 1), bias = false);
            a1: Tanh;
        }
        R54L1 {
            input: [4, 2];
            a0: Softplus();
        }
        R54L2 {
            input: [4, 2];
            a0: Linear(2 -> 2);
            a1: LeakyRelu(0.2);
        }
        R55L1 {
            input: [3, 6, 1];
            a0: RmsNorm(axes = 2, eps = 0.1);
        }
        R56L1 {
            input: [2, 2, 3];
            a0: Conv2d(2 -> 4, kernel = (3, 1), stride = (2, 1), padding = same, bias = false);
            a1: BatchNorm2d(eps = 0.1, momentum = 0.3);
        }
        R56L2 {
            input: [4, 1, 3];
            a0: Pad2d(padding = (0, 0, 1, 2), mode = reflect);
            a1: BatchNorm2d(momentum = 0.3);
        }
        R56L3 {
            input: [4, 1, 6];
            a0: BatchNorm2d(4, eps = 0.1);
            a1: Elu(0.7);
            a2: Conv2d(4 -> 4, kernel = 1);
        }
        R56L4 {
            input: [4, 1, 3];
            a0: Tanh();
            a1: Gelu;
            a2: Tanh;
        }
        R57L1 {
            input: [1, 6];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: PRelu(1);
            a2: LayerNorm(axes = 1, eps = 0.1);
        }
        R57L3 {
            input: [2, 6];
            a0: BatchNorm1d(eps = 1e-2);
            a1: Conv1d(2 -> 4, kernel = 1, stride = 2, padding = 1, dilation = 2, groups = depthwise);
        }
        R58L1 {
            input: [4];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Softplus;
        }
        R59L0 {
            input: [1];
            a0: Softplus;
            a1: Tanh();
        }
        R59L1 {
            input: [1, 4];
            a0: GroupNorm(1, eps = 0.1, affine = false);
            a1: BatchNorm1d;
        }
        R60L0 {
            input: [2, 3, 1];
            a0: Conv2d(2 -> 2, kernel = 1);
            a1: Pad2d(padding = (1, 0), mode = reflect);
        }
        R60L1 {
            input: [2, 5, 1];
            a0: Glu;
            a1: LayerNorm(axes = 2, eps = 1e-2);
        }
        R60L2 {
            input: [1, 5, 1];
            a0: Conv2d(1 -> 1, kernel = 1);
            a1: InstanceNorm2d(eps = 0.1);
        }
        R60L4 {
            input: [1, 5, 1];
            a0: Conv2d(1 -> 1, kernel = 1);
            a1: Conv2d(1 -> 3, kernel = 1, stride = 2, padding = (2, 2, 1, 0), dilation = (2, 1), groups = depthwise, bias = true);
        }
        R6L1 {
            input: [5];
            a0: GroupNorm(5, eps = 1e-2, affine = true);
            a1: LayerNorm(eps = 0.1);
        }
    }
    R0 {
        composed {
            input: [1, 3];
            l0: LayerNorm(axes = 2, eps = 0.1);
            l1: R0L1;
            fn forward(x0) {
                let x0 = l0(x0);
                let x0 = reshape(l1(x0), [3, 1, 3, 1]);
                let h2 = x0 * x0;
                let h3 = reshape(h2, [3, 3, 1]);
                let h4 = reshape(x0, [3, 3, 1]);
                (h3, h4)
            }
        }
        flat {
            input: [1, 3];
            l0: LayerNorm(axes = 2, eps = 0.1);
            l1_0: Tanh;
            l1_1: Conv1d(1 -> 3, kernel = 2, stride = 2, padding = 2, bias = true);
            l1_2: BatchNorm1d(eps = 0.1);
            fn forward(x0) {
                let x0 = l0(x0);
                let x0 = reshape(l1_2(l1_1(l1_0(x0))), [3, 1, 3, 1]);
                let h2 = x0 * x0;
                let h3 = reshape(h2, [3, 3, 1]);
                let h4 = reshape(x0, [3, 3, 1]);
                (h3, h4)
            }
        }
    }
    R2 {
        composed {
            input: [1, 4, 4];
            l0: LayerNorm(eps = 1e-2);
            l1: R2L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h0 = l1(h0);
                let h2 = reshape(h0, [8, 2, 1, 1]);
                let h3 = h2 + h2;
                let h4 = reshape(h3, [16, 1, 1]);
                h4
            }
        }
        flat {
            input: [1, 4, 4];
            l0: LayerNorm(eps = 1e-2);
            l1_0: BatchNorm2d;
            l1_1: LayerNorm(axes = 3, eps = 1e-2);
            fn forward(x0) {
                let h0 = l0(x0);
                let h0 = l1_1(l1_0(h0));
                let h2 = reshape(h0, [8, 2, 1, 1]);
                let h3 = h2 + h2;
                let h4 = reshape(h3, [16, 1, 1]);
                h4
            }
        }
    }
    R6 {
        composed {
            input: [5];
            l0: LayerNorm;
            l1: R6L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = reshape(h1, [5, 1, 1, 1]);
                let h3 = reshape(h2 * h2, [5, 1, 1]);
                h3
            }
        }
        flat {
            input: [5];
            l0: LayerNorm;
            l1_0: GroupNorm(5, eps = 1e-2, affine = true);
            l1_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1_1(l1_0(h0));
                let h2 = reshape(h1, [5, 1, 1, 1]);
                let h3 = reshape(h2 * h2, [5, 1, 1]);
                h3
            }
        }
    }
    R33 {
        composed {
            input: [4, 3, 6];
            l0: LayerNorm(eps = 1e-2);
            l1: R33L1;
            fn forward(x0) {
                let h0 = reshape(x0, [8, 3, 1, 3]);
                let h1 = l0(h0);
                let h2 = flatten(h1);
                let h3 = l1(h2);
                h3 + h3
            }
        }
        flat {
            input: [4, 3, 6];
            l0: LayerNorm(eps = 1e-2);
            l1_0: Glu;
            fn forward(x0) {
                let h0 = reshape(x0, [8, 3, 1, 3]);
                let h1 = l0(h0);
                let h2 = flatten(h1);
                let h3 = l1_0(h2);
                h3 + h3
            }
        }
    }
    R34 {
        composed {
            input: [2, 2, 2];
            l0: LayerNorm(axes = 2);
            l1: R34L1;
            fn forward(x0) {
                let x0 = reshape(x0, [4, 2, 1, 1]);
                let h1 = flatten(l0(x0));
                let h2 = mean(h1, axis = 0);
                let h3 = l1(h2);
                h3
            }
        }
        flat {
            input: [2, 2, 2];
            l0: LayerNorm(axes = 2);
            l1_0: LayerNorm(axes = 1, eps = 1e-2);
            l1_1: Linear(_ -> 4, bias = true);
            l1_2: Tanh;
            fn forward(x0) {
                let x0 = reshape(x0, [4, 2, 1, 1]);
                let h1 = flatten(l0(x0));
                let h2 = mean(h1, axis = 0);
                let h3 = l1_2(l1_1(l1_0(h2)));
                h3
            }
        }
    }
    R39 {
        composed {
            input: [2, 4];
            l1: LayerNorm(eps = 1e-2);
            l0: R39L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = concat(h0, x0);
                let h2 = reshape(l1(reshape(h1, [2, 2, 4, 1])), [4, 4, 1]);
                (h2, h0)
            }
        }
        flat {
            input: [2, 4];
            l1: LayerNorm(eps = 1e-2);
            l0_0: Tanh();
            l0_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = concat(h0, x0);
                let h2 = reshape(l1(reshape(h1, [2, 2, 4, 1])), [4, 4, 1]);
                (h2, h0)
            }
        }
    }
    R40 {
        composed {
            input: [7];
            l0: R40L0;
            l1: R40L1;
            train: l1;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, _h0_5, h0_6) = split(l0(x0));
                let h1 = flatten(h0_0);
                let h2 = flatten(l1(h0_4));
                let h3 = concat(h2, h1);
                (h0_0, h0_1, h0_2, h0_3, h0_6, h3)
            }
        }
        flat {
            input: [7];
            l0_0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l0_1: LayerNorm(axes = 1, eps = 1e-2);
            l1_0: LogSoftmax;
            train: l1_0;
            fn forward(x0) {
                let (h0_0, h0_1, h0_2, h0_3, h0_4, _h0_5, h0_6) = split(l0_1(l0_0(x0)));
                let h1 = flatten(h0_0);
                let h2 = flatten(l1_0(h0_4));
                let h3 = concat(h2, h1);
                (h0_0, h0_1, h0_2, h0_3, h0_6, h3)
            }
        }
    }
    R44 {
        composed {
            input: [3, 6, 2];
            l0: LayerNorm(eps = 0.1);
            l1: R44L1;
            fn forward(x0) {
                let h0 = reshape(x0, [12, 3, 1, 1]);
                let h1 = reshape(h0, [36, 1, 1]);
                (h1, l1(max(l0(h0), axes = 2, keep = false)))
            }
        }
        flat {
            input: [3, 6, 2];
            l0: LayerNorm(eps = 0.1);
            l1_0: Conv2d(12 -> 12, kernel = 1);
            l1_1: ConvTranspose2d(_ -> 3, kernel = (2, 1), padding = (1, 0), output_padding = 0, bias = true);
            l1_2: LayerNorm;
            fn forward(x0) {
                let h0 = reshape(x0, [12, 3, 1, 1]);
                let h1 = reshape(h0, [36, 1, 1]);
                (h1, l1_2(l1_1(l1_0(max(l0(h0), axes = 2, keep = false)))))
            }
        }
    }
    R46 {
        composed {
            input: [1, 6, 5];
            l0: Parameter([1, 1, 5], init = 0.7);
            l1: R46L1;
            fn forward(x0) {
                let x0 = -0.7 - x0;
                let (h1_0, h1_1) = split(x0, axis = 1);
                let h2 = avg_pool2d(h1_1, (3, 1), stride = 1, count_include_pad = false);
                let h3 = h2 + l0;
                let h4 = l1(h1_0);
                let h5 = slice(x0, 3.., axis = 1);
                let (h6_0, h6_1, h6_2) = split(h5, axis = 1);
                let h7 = expand(h1_0, [4, 3, 5]);
                let h8 = h6_1 * h6_0;
                (h3, h4, h6_2, h7, h8)
            }
        }
        flat {
            input: [1, 6, 5];
            l0: Parameter([1, 1, 5], init = 0.7);
            l1_0: Tanh();
            l1_1: Tanh();
            l1_2: Conv2d(1 -> 1, kernel = 1);
            fn forward(x0) {
                let x0 = -0.7 - x0;
                let (h1_0, h1_1) = split(x0, axis = 1);
                let h2 = avg_pool2d(h1_1, (3, 1), stride = 1, count_include_pad = false);
                let h3 = h2 + l0;
                let h4 = l1_2(l1_1(l1_0(h1_0)));
                let h5 = slice(x0, 3.., axis = 1);
                let (h6_0, h6_1, h6_2) = split(h5, axis = 1);
                let h7 = expand(h1_0, [4, 3, 5]);
                let h8 = h6_1 * h6_0;
                (h3, h4, h6_2, h7, h8)
            }
        }
    }
    R47 {
        composed {
            input x0: [2, 3, 3];
            input x1: [2, 5];
            #[frozen] l0: Sigmoid();
            #[frozen] l1: Conv2d(2 -> 4, kernel = (1, 3), stride = (1, 2), padding = (1, 2, 0, 2), bias = false);
            #[frozen] l3: Parameter([10, 1], init = 0.7);
            #[frozen] l2: R47L2;
            fn forward(x0, x1) {
                let h0 = l0(reshape(x1, [10, 1]));
                let h1 = concat(h0, h0, h0, h0, axis = 1);
                let x1 = l1(x0);
                let h3 = l1(x0);
                let h4 = l2(h1);
                let _h5 = h0 * l3;
                (h4, x1 - h3)
            }
        }
        flat {
            input x0: [2, 3, 3];
            input x1: [2, 5];
            #[frozen] l0: Sigmoid();
            #[frozen] l1: Conv2d(2 -> 4, kernel = (1, 3), stride = (1, 2), padding = (1, 2, 0, 2), bias = false);
            #[frozen] l3: Parameter([10, 1], init = 0.7);
            #[frozen] l2_0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            #[frozen] l2_1: Linear(4 -> 4, bias = true);
            fn forward(x0, x1) {
                let h0 = l0(reshape(x1, [10, 1]));
                let h1 = concat(h0, h0, h0, h0, axis = 1);
                let x1 = l1(x0);
                let h3 = l1(x0);
                let h4 = l2_1(l2_0(h1));
                let _h5 = h0 * l3;
                (h4, x1 - h3)
            }
        }
    }
    R50 {
        composed {
            input x0: [2, 5];
            input x1: [2, 5];
            input x2: [5, 5];
            l0: R50L0;
            l1: R50L1;
            l2: R50L2;
            fn forward(x0, x1, x2) {
                let h0 = l0(x0);
                let h1 = matmul(x0, h0, transpose_a = true);
                let h2 = l1(x1);
                let _h3 = h1 * x2;
                let h4 = h2 + 3.0;
                let h5 = l2(x1 - h0);
                let h6 = l0(h5);
                (h4, h6, expand(l2(x0), [2, 5]))
            }
        }
        flat {
            input x0: [2, 5];
            input x1: [2, 5];
            input x2: [5, 5];
            l0_0: BatchNorm1d(2, eps = 0.1);
            l0_1: BatchNorm1d(2, eps = 0.1, momentum = 0.3);
            l1_0: Conv1d(_ -> 1, kernel = 3, stride = 2, dilation = 2, groups = 1, bias = false);
            l1_1: LayerNorm(eps = 0.1);
            l2_0: LayerNorm(eps = 0.1);
            l2_1: RmsNorm(axes = 2, eps = 1e-2);
            l2_2: BatchNorm1d(2);
            fn forward(x0, x1, x2) {
                let h0 = l0_1(l0_0(x0));
                let h1 = matmul(x0, h0, transpose_a = true);
                let h2 = l1_1(l1_0(x1));
                let _h3 = h1 * x2;
                let h4 = h2 + 3.0;
                let h5 = l2_2(l2_1(l2_0(x1 - h0)));
                let h6 = l0_1(l0_0(h5));
                (h4, h6, expand(l2_2(l2_1(l2_0(x0))), [2, 5]))
            }
        }
    }
    R51 {
        composed {
            input: [2, 2, 1];
            l0: R51L0;
            l1: R51L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = slice(l0(x0) / 2, 0..1, axis = 1);
                (matmul(h2, h2, transpose_a = true), expand(permute(h1, [0, 1, 2]), [2, 2, 3]))
            }
        }
        flat {
            input: [2, 2, 1];
            l0_0: PRelu;
            l0_1: Conv2d(2 -> 2, kernel = 1);
            l1_0: RmsNorm(eps = 1e-2);
            l1_1: Conv2d(2 -> 2, kernel = 1);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1_1(l1_0(h0));
                let h2 = slice(l0_1(l0_0(x0)) / 2, 0..1, axis = 1);
                (matmul(h2, h2, transpose_a = true), expand(permute(h1, [0, 1, 2]), [2, 2, 3]))
            }
        }
    }
    R53 {
        composed {
            input x0: [1, 4];
            input x1: [3];
            input x2: [3, 5, 5];
            l0: Parameter([5], init = -1);
            l1: Tanh;
            l2: R53L2;
            fn forward(x0, x1, x2) {
                let h0 = mean(x2, axes = (0, 1)) * l0;
                let h1 = x0 - zeros([1, 4]);
                let _h2 = l2(x2);
                (h0, h1, upsample2d(l2(l1(x2)), 1), x1 * elu(x1, 0.7), h0)
            }
        }
        flat {
            input x0: [1, 4];
            input x1: [3];
            input x2: [3, 5, 5];
            l0: Parameter([5], init = -1);
            l1: Tanh;
            l2_0: Conv2d(3 -> 4, kernel = 3, padding = valid, dilation = (2, 1), bias = false);
            l2_1: Tanh;
            fn forward(x0, x1, x2) {
                let h0 = mean(x2, axes = (0, 1)) * l0;
                let h1 = x0 - zeros([1, 4]);
                let _h2 = l2_1(l2_0(x2));
                (h0, h1, upsample2d(l2_1(l2_0(l1(x2))), 1), x1 * elu(x1, 0.7), h0)
            }
        }
    }
    R54 {
        composed {
            input x0: [2, 3];
            input x1: [2, 3];
            input x2: [4, 4];
            input x3: [4, 2];
            l0: Linear(4 -> 2, bias = false);
            l1: R54L1;
            l2: R54L2;
            fn forward(x0, _x1, x2, x3) {
                let h0 = l0(x2);
                let h1 = h0 + x3;
                let h2 = h1 - zeros([4, 2]);
                let h3 = max(h0);
                let h4 = dropout(x0, 0.0);
                let h5 = l1(h2);
                let h6 = l2(h5);
                (h3, h4, permute(h6, [1, 0]))
            }
        }
        flat {
            input x0: [2, 3];
            input x1: [2, 3];
            input x2: [4, 4];
            input x3: [4, 2];
            l0: Linear(4 -> 2, bias = false);
            l1_0: Softplus();
            l2_0: Linear(2 -> 2);
            l2_1: LeakyRelu(0.2);
            fn forward(x0, _x1, x2, x3) {
                let h0 = l0(x2);
                let h1 = h0 + x3;
                let h2 = h1 - zeros([4, 2]);
                let h3 = max(h0);
                let h4 = dropout(x0, 0.0);
                let h5 = l1_0(h2);
                let h6 = l2_1(l2_0(h5));
                (h3, h4, permute(h6, [1, 0]))
            }
        }
    }
    R55 {
        composed {
            input: [3, 6, 1];
            l0: Tanh();
            l1: R55L1;
            fn forward(x0) {
                let h0 = l1(l0(x0));
                let h1 = l1(h0) + zeros([3, 6, 1]);
                let h2 = l0(h0);
                let _x0 = elu(h2);
                let h4 = permute(softplus(h1), [1, 2, 0]);
                let h5 = h4 - h4;
                let _h0 = l0(h5);
                let h7 = l1(elu(h2, 0.7));
                h7
            }
        }
        flat {
            input: [3, 6, 1];
            l0: Tanh();
            l1_0: RmsNorm(axes = 2, eps = 0.1);
            fn forward(x0) {
                let h0 = l1_0(l0(x0));
                let h1 = l1_0(h0) + zeros([3, 6, 1]);
                let h2 = l0(h0);
                let _x0 = elu(h2);
                let h4 = permute(softplus(h1), [1, 2, 0]);
                let h5 = h4 - h4;
                let _h0 = l0(h5);
                let h7 = l1_0(elu(h2, 0.7));
                h7
            }
        }
    }
    R56 {
        composed {
            input x0: [2, 2] in 0..3;
            input x1: [2, 2, 3];
            input x2: [4, 3, 1];
            l0: Embedding(3 -> 2);
            l5: Softmax(axis = 2);
            l1: R56L1;
            l2: R56L2;
            l3: R56L3;
            l4: R56L4;
            train: l1, l4;
            fn forward(x0, x1, x2) {
                let h0 = l1((matmul(l0(x0), x1)));
                let h1 = h0 * h0;
                let h2 = (l3(l2(h1))) / 0.5;
                let h3 = log_softmax(h1, axis = 0);
                let x1 = l4(h3);
                let h5 = l5(x1);
                let h6 = matmul(x2, h2, transpose_a = false);
                (h5, h6)
            }
        }
        flat {
            input x0: [2, 2] in 0..3;
            input x1: [2, 2, 3];
            input x2: [4, 3, 1];
            l0: Embedding(3 -> 2);
            l5: Softmax(axis = 2);
            l1_0: Conv2d(2 -> 4, kernel = (3, 1), stride = (2, 1), padding = same, bias = false);
            l1_1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l2_0: Pad2d(padding = (0, 0, 1, 2), mode = reflect);
            l2_1: BatchNorm2d(momentum = 0.3);
            l3_0: BatchNorm2d(4, eps = 0.1);
            l3_1: Elu(0.7);
            l3_2: Conv2d(4 -> 4, kernel = 1);
            l4_0: Tanh();
            l4_1: Gelu;
            l4_2: Tanh;
            train: l1_0, l1_1, l4_0, l4_1, l4_2;
            fn forward(x0, x1, x2) {
                let h0 = l1_1(l1_0((matmul(l0(x0), x1))));
                let h1 = h0 * h0;
                let h2 = (l3_2(l3_1(l3_0(l2_1(l2_0(h1)))))) / 0.5;
                let h3 = log_softmax(h1, axis = 0);
                let x1 = l4_2(l4_1(l4_0(h3)));
                let h5 = l5(x1);
                let h6 = matmul(x2, h2, transpose_a = false);
                (h5, h6)
            }
        }
    }
    R57 {
        composed {
            input: [3, 2];
            l0: Parameter([1, 6], init = uniform(1.5));
            l2: LogSoftmax;
            l1: R57L1;
            l3: R57L3;
            fn forward(x0) {
                let h0 = sigmoid(x0);
                let h1 = elu(reshape(h0, [1, 6]), alpha = 1.5);
                let h2 = transpose(h0);
                let h3 = h2 * h2;
                let h4 = flatten(h3);
                let h5 = h1 * l0;
                let h6 = l1(h5);
                let h7 = l2(h6);
                let h8 = expand(h7, [2, 6]);
                let h9 = h8 + h8;
                (h4, l3(h9))
            }
        }
        flat {
            input: [3, 2];
            l0: Parameter([1, 6], init = uniform(1.5));
            l2: LogSoftmax;
            l1_0: LayerNorm(axes = 2, eps = 0.1);
            l1_1: PRelu(1);
            l1_2: LayerNorm(axes = 1, eps = 0.1);
            l3_0: BatchNorm1d(eps = 1e-2);
            l3_1: Conv1d(2 -> 4, kernel = 1, stride = 2, padding = 1, dilation = 2, groups = depthwise);
            fn forward(x0) {
                let h0 = sigmoid(x0);
                let h1 = elu(reshape(h0, [1, 6]), alpha = 1.5);
                let h2 = transpose(h0);
                let h3 = h2 * h2;
                let h4 = flatten(h3);
                let h5 = h1 * l0;
                let h6 = l1_2(l1_1(l1_0(h5)));
                let h7 = l2(h6);
                let h8 = expand(h7, [2, 6]);
                let h9 = h8 + h8;
                (h4, l3_1(l3_0(h9)))
            }
        }
    }
    R58 {
        composed {
            input x0: [4];
            input x1: [2, 3, 5];
            l0: Parameter([4], init = normal(0.5));
            l1: R58L1;
            fn forward(x0, x1) {
                let x1 = x1 + x1;
                let _h1 = sum(x1, axis = 0, keep = false);
                let h2 = pad2d(x1, (2, 1, 0, 0));
                let x0 = x0 * l0 / 1e-1;
                let _h4 = x0 + x0;
                let h5 = l1(x0);
                (h2, h5)
            }
        }
        flat {
            input x0: [4];
            input x1: [2, 3, 5];
            l0: Parameter([4], init = normal(0.5));
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            l1_1: Softplus;
            fn forward(x0, x1) {
                let x1 = x1 + x1;
                let _h1 = sum(x1, axis = 0, keep = false);
                let h2 = pad2d(x1, (2, 1, 0, 0));
                let x0 = x0 * l0 / 1e-1;
                let _h4 = x0 + x0;
                let h5 = l1_1(l1_0(x0));
                (h2, h5)
            }
        }
    }
    R59 {
        composed {
            input: [1, 5];
            l0: R59L0;
            l1: R59L1;
            fn forward(x0) {
                let h0 = reshape(x0, [5]);
                let _h1 = permute(h0, [0]);
                let (h2_0, h2_1, h2_2, h2_3, h2_4) = split(permute(h0, [0]));
                let h3 = avg_pool1d(x0, kernel = 2, stride = 1, padding = 0, count_include_pad = false);
                let h4 = l0(h2_3);
                let h5 = l1(h3);
                let h6 = mean(h2_0, keep = false);
                (h2_1, h2_2, h2_4, h4, h5, h6)
            }
        }
        flat {
            input: [1, 5];
            l0_0: Softplus;
            l0_1: Tanh();
            l1_0: GroupNorm(1, eps = 0.1, affine = false);
            l1_1: BatchNorm1d;
            fn forward(x0) {
                let h0 = reshape(x0, [5]);
                let _h1 = permute(h0, [0]);
                let (h2_0, h2_1, h2_2, h2_3, h2_4) = split(permute(h0, [0]));
                let h3 = avg_pool1d(x0, kernel = 2, stride = 1, padding = 0, count_include_pad = false);
                let h4 = l0_1(l0_0(h2_3));
                let h5 = l1_1(l1_0(h3));
                let h6 = mean(h2_0, keep = false);
                (h2_1, h2_2, h2_4, h4, h5, h6)
            }
        }
    }
    R60 {
        composed {
            input: [2, 3, 1];
            l3: Conv2d(4, kernel = 2, stride = (1, 2), padding = (0, 1), dilation = (2, 1), groups = depthwise);
            l5: Gelu;
            l0: R60L0;
            l1: R60L1;
            l2: R60L2;
            l4: R60L4;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = l2(h1);
                let h3 = l3(h0);
                let h4 = dropout(h3, 0.0);
                let h5 = l2(h2 + h2);
                let h6 = l5(h4);
                let h7 = h1 * h5;
                (l4(l2(h1) + h5), h6, h3, h7)
            }
        }
        flat {
            input: [2, 3, 1];
            l3: Conv2d(4, kernel = 2, stride = (1, 2), padding = (0, 1), dilation = (2, 1), groups = depthwise);
            l5: Gelu;
            l0_0: Conv2d(2 -> 2, kernel = 1);
            l0_1: Pad2d(padding = (1, 0), mode = reflect);
            l1_0: Glu;
            l1_1: LayerNorm(axes = 2, eps = 1e-2);
            l2_0: Conv2d(1 -> 1, kernel = 1);
            l2_1: InstanceNorm2d(eps = 0.1);
            l4_0: Conv2d(1 -> 1, kernel = 1);
            l4_1: Conv2d(1 -> 3, kernel = 1, stride = 2, padding = (2, 2, 1, 0), dilation = (2, 1), groups = depthwise, bias = true);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = l1_1(l1_0(h0));
                let h2 = l2_1(l2_0(h1));
                let h3 = l3(h0);
                let h4 = dropout(h3, 0.0);
                let h5 = l2_1(l2_0(h2 + h2));
                let h6 = l5(h4);
                let h7 = h1 * h5;
                (l4_1(l4_0(l2_1(l2_0(h1)) + h5)), h6, h3, h7)
            }
        }
    }
}

//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        R0L1 {
            input: [4, 2, 6];
            a0: Tanh;
            a1: MaxPool2d(1, stride = (3, 1), padding = valid);
            a2: BatchNorm2d(eps = 0.1);
        }
        R113L0 {
            input: [5];
            a0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            a1: LayerNorm(axes = 1);
        }
        R129L0 {
            input: [1, 3];
            a0: Linear(_ -> 5, bias = true);
            a1: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
        }
        R130L1 {
            input: [3, 1, 1];
            a0: Upsample2d(scale = (1, 2));
            a1: LayerNorm(eps = 0.1);
        }
        R130L2 {
            input: [3, 1, 2];
            a0: LayerNorm(eps = 0.1);
            a1: LayerNorm(axes = 3, eps = 0.1);
            a2: BatchNorm2d(3);
        }
        R131L1 {
            input: [1];
            a0: BatchNorm1d(1, eps = 0.1);
            a1: Linear(1 -> 1);
        }
        R131L2 {
            input: [1];
            a0: Linear(_ -> 4, bias = false);
            a1: Linear(4 -> 4);
        }
        R134L1 {
            input: [2, 4];
            a0: LayerNorm;
            a1: Tanh;
        }
        R136L1 {
            input: [1, 3, 1];
            a0: LayerNorm(axes = 1, eps = 0.1);
        }
        R144L0 {
            input: [1];
            a0: Linear(1 -> 1);
            a1: Tanh;
        }
        R145L0 {
            input: [2, 1, 6];
            a0: GroupNorm(1, eps = 1e-2, affine = false);
        }
        R145L1 {
            input: [2, 1, 6];
            a0: Flatten;
            a1: BatchNorm1d(eps = 0.1, momentum = 0.3);
        }
        R145L2 {
            input: [12];
            a0: Linear(12 -> 1, bias = true);
            a1: BatchNorm1d(momentum = 0.3);
        }
        R146L0 {
            input: [3, 3];
            a0: BatchNorm1d(3, eps = 0.1);
            a1: Linear(3 -> 3);
            a2: Linear(3 -> 3);
        }
        R146L1 {
            input: [5];
            a0: Tanh();
            a1: Relu();
            a2: Tanh;
        }
        R148L0 {
            input: [5];
            a0: LayerNorm(axes = 1, eps = 0.1);
            a1: Linear(5 -> 2, bias = false);
            a2: LayerNorm(axes = 1, eps = 0.1);
        }
        R149L0 {
            input: [3, 2];
            a0: BatchNorm1d(eps = 1e-2);
            a1: MaxPool1d(kernel = 2, padding = 0);
        }
        R149L1 {
            input: [3, 1];
            a0: LayerNorm(axes = 2, eps = 0.1);
            a1: Silu;
        }
        R149L2 {
            input: [3, 1];
            a0: Linear(1 -> 3);
            a1: Tanh();
        }
        R150L0 {
            input: [4, 3, 1];
            a0: Elu(0.7);
            a1: BatchNorm2d;
        }
        R150L1 {
            input: [4, 3, 1];
            a0: Conv2d(4 -> 4, kernel = 1);
            a1: Tanh;
        }
        R151L0 {
            input: [2, 5];
            a0: PRelu(2);
            a1: LayerNorm(axes = 1, eps = 1e-2);
        }
        R151L1 {
            input: [2, 5];
            a0: Linear(5 -> 5);
            a1: PRelu;
        }
        R1L1 {
            input: [3, 2, 4];
            a0: GlobalAvgPool2d;
            a1: LayerNorm(axes = 3, eps = 1e-2);
        }
        R4L2 {
            input: [60];
            a0: LayerNorm(eps = 0.1);
            a1: LayerNorm(eps = 0.1);
        }
        R53L0 {
            input: [3, 5, 6];
            a0: Conv2d(3 -> 3, kernel = 3, stride = (2, 1), dilation = 2, groups = depthwise);
        }
        R53L1 {
            input: [3, 1, 2];
            a0: Conv2d(3 -> 3, kernel = 1);
            a1: Silu;
            a2: LayerNorm;
        }
        R5L0 {
            input: [5];
            a0: Linear(_ -> 2, bias = false);
        }
        R5L1 {
            input: [2];
            a0: LayerNorm(axes = 1, eps = 1e-2);
            a1: BatchNorm1d(2);
            a2: Tanh;
        }
        R64L0 {
            input: [3, 4, 6];
            a0: Tanh();
            a1: LayerNorm(eps = 0.1);
            a2: Conv2d(3 -> 3, kernel = 1);
        }
        R6L0 {
            input: [4, 2, 5];
            a0: Tanh();
            a1: Conv2d(4, kernel = (3, 1), stride = 2, padding = (0, 2, 0, 2), groups = 4);
        }
        R6L1 {
            input: [4, 1, 4];
            a0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            a1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
        }
    }
    R0 {
        composed {
            input: [4, 2, 6];
            #[frozen] l0: LayerNorm;
            l1: R0L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = max(reshape(l1(h0), [1, 8, 1, 3]), axes = (0, 2, 3), keep = true);
                let h2 = reshape(h1, [8, 1, 1]);
                h2
            }
        }
        flat {
            input: [4, 2, 6];
            #[frozen] l0: LayerNorm;
            l1_0: Tanh;
            l1_1: MaxPool2d(1, stride = (3, 1), padding = valid);
            l1_2: BatchNorm2d(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = max(reshape(l1_2(l1_1(l1_0(h0))), [1, 8, 1, 3]), axes = (0, 2, 3), keep = true);
                let h2 = reshape(h1, [8, 1, 1]);
                h2
            }
        }
    }
    R1 {
        composed {
            input: [3, 2, 4];
            l0: LayerNorm(eps = 0.1);
            l1: R1L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = reshape(h1, [1, 1, 3, 1, 1, 1]);
                let h3 = max(h2, axes = (3, 4), keep = true);
                let h4 = reshape(h3, [3, 1, 1]);
                h4
            }
        }
        flat {
            input: [3, 2, 4];
            l0: LayerNorm(eps = 0.1);
            l1_0: GlobalAvgPool2d;
            l1_1: LayerNorm(axes = 3, eps = 1e-2);
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1_1(l1_0(h0));
                let h2 = reshape(h1, [1, 1, 3, 1, 1, 1]);
                let h3 = max(h2, axes = (3, 4), keep = true);
                let h4 = reshape(h3, [3, 1, 1]);
                h4
            }
        }
    }
    R4 {
        composed {
            input: [4, 5, 3];
            l0: LayerNorm(axes = 3, eps = 0.1);
            l1: Flatten;
            l2: R4L2;
            fn forward(x0) {
                let h0 = l0(reshape(x0, [4, 3, 1, 1, 5, 1]));
                let x0 = l2(sqrt(square(l1(h0)) + 0.5));
                x0
            }
        }
        flat {
            input: [4, 5, 3];
            l0: LayerNorm(axes = 3, eps = 0.1);
            l1: Flatten;
            l2_0: LayerNorm(eps = 0.1);
            l2_1: LayerNorm(eps = 0.1);
            fn forward(x0) {
                let h0 = l0(reshape(x0, [4, 3, 1, 1, 5, 1]));
                let x0 = l2_1(l2_0(sqrt(square(l1(h0)) + 0.5)));
                x0
            }
        }
    }
    R5 {
        composed {
            input: [5];
            l2: LayerNorm(eps = 0.1);
            l0: R5L0;
            l1: R5L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = reshape(h1, [1, 1, 2, 1, 1, 1]);
                let h3 = l2(h2);
                let h4 = reshape(h3, [2, 1, 1]);
                h4
            }
        }
        flat {
            input: [5];
            l2: LayerNorm(eps = 0.1);
            l0_0: Linear(_ -> 2, bias = false);
            l1_0: LayerNorm(axes = 1, eps = 1e-2);
            l1_1: BatchNorm1d(2);
            l1_2: Tanh;
            fn forward(x0) {
                let h0 = l0_0(x0);
                let h1 = l1_2(l1_1(l1_0(h0)));
                let h2 = reshape(h1, [1, 1, 2, 1, 1, 1]);
                let h3 = l2(h2);
                let h4 = reshape(h3, [2, 1, 1]);
                h4
            }
        }
    }
    R6 {
        composed {
            input: [4, 2, 5];
            l0: R6L0;
            l1: R6L1;
            fn forward(x0) {
                let h0 = l1(l0(x0));
                let h0 = reshape(h0, [1, 2, 4, 2, 1, 1]);
                let h2 = reshape(h0, [16, 1, 1]);
                let h3 = reshape(h0, [16, 1, 1]);
                (h2, h3)
            }
        }
        flat {
            input: [4, 2, 5];
            l0_0: Tanh();
            l0_1: Conv2d(4, kernel = (3, 1), stride = 2, padding = (0, 2, 0, 2), groups = 4);
            l1_0: BatchNorm2d(eps = 0.1, momentum = 0.3);
            l1_1: BatchNorm2d(eps = 1e-2, momentum = 0.3);
            fn forward(x0) {
                let h0 = l1_1(l1_0(l0_1(l0_0(x0))));
                let h0 = reshape(h0, [1, 2, 4, 2, 1, 1]);
                let h2 = reshape(h0, [16, 1, 1]);
                let h3 = reshape(h0, [16, 1, 1]);
                (h2, h3)
            }
        }
    }
    R53 {
        composed {
            input: [3, 5, 6];
            l0: R53L0;
            l1: R53L1;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = l1(h0);
                let h2 = tanh(reshape(h1, [6, 1, 1, 1, 1]));
                let h3 = reshape(h2, [6, 1, 1]);
                h3
            }
        }
        flat {
            input: [3, 5, 6];
            l0_0: Conv2d(3 -> 3, kernel = 3, stride = (2, 1), dilation = 2, groups = depthwise);
            l1_0: Conv2d(3 -> 3, kernel = 1);
            l1_1: Silu;
            l1_2: LayerNorm;
            fn forward(x0) {
                let h0 = l0_0(x0);
                let h1 = l1_2(l1_1(l1_0(h0)));
                let h2 = tanh(reshape(h1, [6, 1, 1, 1, 1]));
                let h3 = reshape(h2, [6, 1, 1]);
                h3
            }
        }
    }
    R64 {
        composed {
            input: [3, 4, 6];
            #[frozen] l1: Tanh;
            #[frozen] l0: R64L0;
            fn forward(x0) {
                let x0 = tanh(reshape(l1(l0(x0)), [4, 2, 3, 3]));
                let h1 = reshape(x0, [8, 3, 3]);
                h1
            }
        }
        flat {
            input: [3, 4, 6];
            #[frozen] l1: Tanh;
            #[frozen] l0_0: Tanh();
            #[frozen] l0_1: LayerNorm(eps = 0.1);
            #[frozen] l0_2: Conv2d(3 -> 3, kernel = 1);
            fn forward(x0) {
                let x0 = tanh(reshape(l1(l0_2(l0_1(l0_0(x0)))), [4, 2, 3, 3]));
                let h1 = reshape(x0, [8, 3, 3]);
                h1
            }
        }
    }
    R113 {
        composed {
            input: [5];
            l1: LayerNorm(axes = 4, eps = 0.1);
            l0: R113L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = clamp(h0, max = 0.7);
                let h2 = reshape(h1, [5, 1, 1, 1]);
                let h3 = reshape(l1(h2), [5, 1, 1]);
                h3
            }
        }
        flat {
            input: [5];
            l1: LayerNorm(axes = 4, eps = 0.1);
            l0_0: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l0_1: LayerNorm(axes = 1);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = clamp(h0, max = 0.7);
                let h2 = reshape(h1, [5, 1, 1, 1]);
                let h3 = reshape(l1(h2), [5, 1, 1]);
                h3
            }
        }
    }
    R129 {
        composed {
            input: [1, 3];
            l1: LayerNorm(axes = 2, eps = 0.1);
            l0: R129L0;
            fn forward(x0) {
                let h0 = l0(x0);
                let h1 = permute(h0, [1, 0]);
                let h2 = l1(reshape(h1, [5, 1, 1, 1, 1, 1]));
                let h3 = reshape(h2, [5, 1, 1]);
                (h0, h3)
            }
        }
        flat {
            input: [1, 3];
            l1: LayerNorm(axes = 2, eps = 0.1);
            l0_0: Linear(_ -> 5, bias = true);
            l0_1: BatchNorm1d(1, eps = 0.1, momentum = 0.3);
            fn forward(x0) {
                let h0 = l0_1(l0_0(x0));
                let h1 = permute(h0, [1, 0]);
                let h2 = l1(reshape(h1, [5, 1, 1, 1, 1, 1]));
                let h3 = reshape(h2, [5, 1, 1]);
                (h0, h3)
            }
        }
    }
    R130 {
        composed {
            input: [3, 2, 6];
            l0: LayerNorm(axes = 5, eps = 1e-2);
            l1: R130L1;
            l2: R130L2;
            fn forward(x0) {
                let h0 = l0(reshape(x0, [3, 12, 1, 1, 1]));
                let h1 = sum(h0, axes = (1, 2));
                let x0 = l1(h1);
                l2(x0)
            }
        }
        flat {
            input: [3, 2, 6];
            l0: LayerNorm(axes = 5, eps = 1e-2);
            l1_0: Upsample2d(scale = (1, 2));
            l1_1: LayerNorm(eps = 0.1);
            l2_0: LayerNorm(eps = 0.1);
            l2_1: LayerNorm(axes = 3, eps = 0.1);
            l2_2: BatchNorm2d(3);
            fn forward(x0) {
                let h0 = l0(reshape(x0, [3, 12, 1, 1, 1]));
                let h1 = sum(h0, axes = (1, 2));
                let x0 = l1_1(l1_0(h1));
                l2_2(l2_1(l2_0(x0)))
            }
        }
    }
    R131 {
        composed {
            input: [1, 2, 1];
            l0: LayerNorm(eps = 0.1);
            #[frozen] l1: R131L1;
            l2: R131L2;
            fn forward(x0) {
                let h0 = reshape(x0, [1, 2, 1, 1, 1]);
                let h1 = l0(h0);
                let h2 = l1(sum(h1, axes = (0, 1, 2, 4)));
                let h3 = l2(h2);
                h3
            }
        }
        flat {
            input: [1, 2, 1];
            l0: LayerNorm(eps = 0.1);
            #[frozen] l1_0: BatchNorm1d(1, eps = 0.1);
            #[frozen] l1_1: Linear(1 -> 1);
            l2_0: Linear(_ -> 4, bias = false);
            l2_1: Linear(4 -> 4);
            fn forward(x0) {
                let h0 = reshape(x0, [1, 2, 1, 1, 1]);
                let h1 = l0(h0);
                let h2 = l1_1(l1_0(sum(h1, axes = (0, 1, 2, 4))));
                let h3 = l2_1(l2_0(h2));
                h3
            }
        }
    }
    R134 {
        composed {
            input: [2, 4, 4];
            l0: LayerNorm(eps = 1e-2);
            l1: R134L1;
            fn forward(x0) {
                let h0 = reshape(x0, [2, 2, 4, 2]);
                let h1 = l0(h0);
                let h2 = mean(h1, axes = (1, 3));
                let h3 = slice(h2, .., axis = 0);
                l1(h3)
            }
        }
        flat {
            input: [2, 4, 4];
            l0: LayerNorm(eps = 1e-2);
            l1_0: LayerNorm;
            l1_1: Tanh;
            fn forward(x0) {
                let h0 = reshape(x0, [2, 2, 4, 2]);
                let h1 = l0(h0);
                let h2 = mean(h1, axes = (1, 3));
                let h3 = slice(h2, .., axis = 0);
                l1_1(l1_0(h3))
            }
        }
    }
    R136 {
        composed {
            input: [2, 1, 2];
            l0: LayerNorm(eps = 0.1);
            l1: R136L1;
            fn forward(x0) {
                let h0 = l0(reshape(x0, [2, 1, 2, 1, 1, 1]));
                let h1 = max(h0, axes = (0, 3, 4), keep = false);
                let h2 = pad2d(h1, padding = (0, 1, 0, 0), mode = zero);
                l1(h2)
            }
        }
        flat {
            input: [2, 1, 2];
            l0: LayerNorm(eps = 0.1);
            l1_0: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x0) {
                let h0 = l0(reshape(x0, [2, 1, 2, 1, 1, 1]));
                let h1 = max(h0, axes = (0, 3, 4), keep = false);
                let h2 = pad2d(h1, padding = (0, 1, 0, 0), mode = zero);
                l1_0(h2)
            }
        }
    }
    R144 {
        composed {
            input: [1];
            l1: Parameter([1], init = uniform(1.5));
            l0: R144L0;
            fn forward(x0) {
                let h0 = x0 * permute(clamp(x0, 0, 6.0), [0]);
                let h1 = x0 + h0;
                let h2 = l0(h0);
                let _h3 = l0(h1);
                let h4 = h0 * l1;
                let _h5 = slice(h4, 0..);
                let h6 = l0(l0(h2));
                (silu(l0(h1)), h6)
            }
        }
        flat {
            input: [1];
            l1: Parameter([1], init = uniform(1.5));
            l0_0: Linear(1 -> 1);
            l0_1: Tanh;
            fn forward(x0) {
                let h0 = x0 * permute(clamp(x0, 0, 6.0), [0]);
                let h1 = x0 + h0;
                let h2 = l0_1(l0_0(h0));
                let _h3 = l0_1(l0_0(h1));
                let h4 = h0 * l1;
                let _h5 = slice(h4, 0..);
                let h6 = l0_1(l0_0(l0_1(l0_0(h2))));
                (silu(l0_1(l0_0(h1))), h6)
            }
        }
    }
    R145 {
        composed {
            input x0: [2, 1, 6];
            input x1: [2, 4, 4];
            l3: Parameter([1], init = -1);
            l0: R145L0;
            l1: R145L1;
            l2: R145L2;
            train: l0;
            fn forward(x0, x1) {
                let h0 = l1(l0(pow(0.5 + square(tanh(x0)), 3.0)));
                let h1 = adaptive_avg_pool2d(x0, 4);
                let x0 = sqrt(square(h1) + 0.5);
                let h3 = x0 + x1;
                let h4 = l2(h0);
                let h5 = permute(l2(h0), [0]);
                let h6 = h5 * l3;
                (h3, h4, h6)
            }
        }
        flat {
            input x0: [2, 1, 6];
            input x1: [2, 4, 4];
            l3: Parameter([1], init = -1);
            l0_0: GroupNorm(1, eps = 1e-2, affine = false);
            l1_0: Flatten;
            l1_1: BatchNorm1d(eps = 0.1, momentum = 0.3);
            l2_0: Linear(12 -> 1, bias = true);
            l2_1: BatchNorm1d(momentum = 0.3);
            train: l0_0;
            fn forward(x0, x1) {
                let h0 = l1_1(l1_0(l0_0(pow(0.5 + square(tanh(x0)), 3.0))));
                let h1 = adaptive_avg_pool2d(x0, 4);
                let x0 = sqrt(square(h1) + 0.5);
                let h3 = x0 + x1;
                let h4 = l2_1(l2_0(h0));
                let h5 = permute(l2_1(l2_0(h0)), [0]);
                let h6 = h5 * l3;
                (h3, h4, h6)
            }
        }
    }
    R146 {
        composed {
            input x0: [3, 3];
            input x1: [2, 6, 4];
            input x2: [5];
            input x3: [5];
            l0: R146L0;
            l1: R146L1;
            fn forward(x0, _x1, x2, x3) {
                let h0 = l0(l0(x0));
                let x0 = l0((softplus(h0)));
                let h2 = x3 + x2;
                let h3 = h0 + zeros([3, 3]);
                let _h4 = l0(x0);
                let h5 = h2 - 0.5;
                let h6 = l0(h3);
                (l1(h2), h5, h6)
            }
        }
        flat {
            input x0: [3, 3];
            input x1: [2, 6, 4];
            input x2: [5];
            input x3: [5];
            l0_0: BatchNorm1d(3, eps = 0.1);
            l0_1: Linear(3 -> 3);
            l0_2: Linear(3 -> 3);
            l1_0: Tanh();
            l1_1: Relu();
            l1_2: Tanh;
            fn forward(x0, _x1, x2, x3) {
                let h0 = l0_2(l0_1(l0_0(l0_2(l0_1(l0_0(x0))))));
                let x0 = l0_2(l0_1(l0_0((softplus(h0)))));
                let h2 = x3 + x2;
                let h3 = h0 + zeros([3, 3]);
                let _h4 = l0_2(l0_1(l0_0(x0)));
                let h5 = h2 - 0.5;
                let h6 = l0_2(l0_1(l0_0(h3)));
                (l1_2(l1_1(l1_0(h2))), h5, h6)
            }
        }
    }
    R148 {
        composed {
            input x0: [5];
            input x1: [5];
            input x2: [4, 5] in 0..5;
            l1: RmsNorm(eps = 1e-2);
            l0: R148L0;
            fn forward(x0, x1, _x2) {
                let h0 = l0(x1);
                let h1 = l0(x0);
                let h2 = -0.7 * h1;
                let h3 = square(l0(x1));
                let h4 = l0(x0);
                let h5 = l0(x0);
                let h6 = clamp(l0(x1), max = 0.7);
                let _h7 = pow(0.5 + square(tanh(h2)), 0.5);
                let h8 = l1(h6);
                (h0, h4, h3 + 1e-1, h5, h8)
            }
        }
        flat {
            input x0: [5];
            input x1: [5];
            input x2: [4, 5] in 0..5;
            l1: RmsNorm(eps = 1e-2);
            l0_0: LayerNorm(axes = 1, eps = 0.1);
            l0_1: Linear(5 -> 2, bias = false);
            l0_2: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x0, x1, _x2) {
                let h0 = l0_2(l0_1(l0_0(x1)));
                let h1 = l0_2(l0_1(l0_0(x0)));
                let h2 = -0.7 * h1;
                let h3 = square(l0_2(l0_1(l0_0(x1))));
                let h4 = l0_2(l0_1(l0_0(x0)));
                let h5 = l0_2(l0_1(l0_0(x0)));
                let h6 = clamp(l0_2(l0_1(l0_0(x1))), max = 0.7);
                let _h7 = pow(0.5 + square(tanh(h2)), 0.5);
                let h8 = l1(h6);
                (h0, h4, h3 + 1e-1, h5, h8)
            }
        }
    }
    R149 {
        composed {
            input: [3, 2];
            l3: Dropout(0.3);
            l0: R149L0;
            l1: R149L1;
            l2: R149L2;
            train: l0, l2, l3;
            fn forward(x0) {
                let h0 = sqrt(square(x0) + 0.5);
                let h1 = l0(h0 - zeros([3, 2]));
                let h2 = square(h1);
                let h3 = l0(x0);
                let h4 = l0(x0);
                let h5 = l0(h0);
                (l2(h2), h3 * l1(h3), l0(h0), l3(h4), h5)
            }
        }
        flat {
            input: [3, 2];
            l3: Dropout(0.3);
            l0_0: BatchNorm1d(eps = 1e-2);
            l0_1: MaxPool1d(kernel = 2, padding = 0);
            l1_0: LayerNorm(axes = 2, eps = 0.1);
            l1_1: Silu;
            l2_0: Linear(1 -> 3);
            l2_1: Tanh();
            train: l0_0, l0_1, l2_0, l2_1, l3;
            fn forward(x0) {
                let h0 = sqrt(square(x0) + 0.5);
                let h1 = l0_1(l0_0(h0 - zeros([3, 2])));
                let h2 = square(h1);
                let h3 = l0_1(l0_0(x0));
                let h4 = l0_1(l0_0(x0));
                let h5 = l0_1(l0_0(h0));
                (l2_1(l2_0(h2)), h3 * l1_1(l1_0(h3)), l0_1(l0_0(h0)), l3(h4), h5)
            }
        }
    }
    R150 {
        composed {
            input x0: [4, 1, 1];
            input x1: [3, 2, 2];
            input x2: [4, 3, 1];
            l0: R150L0;
            l1: R150L1;
            fn forward(x0, x1, x2) {
                let h0 = square(x2);
                let h1 = transpose(x1);
                let h2 = l0(x2);
                let h3 = exp(tanh(x0));
                let (_h4_0, _h4_1) = split(exp(tanh(h3)));
                (h1, l1(h2), l0(h0))
            }
        }
        flat {
            input x0: [4, 1, 1];
            input x1: [3, 2, 2];
            input x2: [4, 3, 1];
            l0_0: Elu(0.7);
            l0_1: BatchNorm2d;
            l1_0: Conv2d(4 -> 4, kernel = 1);
            l1_1: Tanh;
            fn forward(x0, x1, x2) {
                let h0 = square(x2);
                let h1 = transpose(x1);
                let h2 = l0_1(l0_0(x2));
                let h3 = exp(tanh(x0));
                let (_h4_0, _h4_1) = split(exp(tanh(h3)));
                (h1, l1_1(l1_0(h2)), l0_1(l0_0(h0)))
            }
        }
    }
    R151 {
        composed {
            input: [2, 5];
            l0: R151L0;
            l1: R151L1;
            fn forward(x0) {
                let h0 = abs(x0);
                let h1 = l0(h0);
                let h0 = matmul(h1, h1, transpose_a = true);
                let x0 = permute(h1, [0, 1]);
                let h4 = l1(h1);
                (h0, tanh(x0), h4)
            }
        }
        flat {
            input: [2, 5];
            l0_0: PRelu(2);
            l0_1: LayerNorm(axes = 1, eps = 1e-2);
            l1_0: Linear(5 -> 5);
            l1_1: PRelu;
            fn forward(x0) {
                let h0 = abs(x0);
                let h1 = l0_1(l0_0(h0));
                let h0 = matmul(h1, h1, transpose_a = true);
                let x0 = permute(h1, [0, 1]);
                let h4 = l1_1(l1_0(h1));
                (h0, tanh(x0), h4)
            }
        }
    }
}

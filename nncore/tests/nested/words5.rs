//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_2 = 2; SIZE_3 = 3; SIZE_4 = 4; SIZE_5 = 5; SIZE_6 = 6; SIZE_7 = 7; }
    inner {
        Inner1x1 {
            input: [SIZE_1, SIZE_1];
            a: Linear(1 -> 1);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner1x4x6 {
            input: [SIZE_1, SIZE_4, SIZE_6];
            a: Conv2d(1 -> 1, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner1x6 {
            input: [SIZE_1, SIZE_6];
            a: Linear(6 -> 6);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner2x4x6 {
            input: [SIZE_2, SIZE_4, SIZE_6];
            a: Conv2d(2 -> 2, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4 {
            input: [SIZE_4];
            a: Linear(4 -> 4);
            b: Tanh;
        }
        Inner4x1 {
            input: [SIZE_4, SIZE_1];
            a: Linear(1 -> 1);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x1x1 {
            input: [SIZE_4, SIZE_1, SIZE_1];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x1x5 {
            input: [SIZE_4, SIZE_1, SIZE_5];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x2 {
            input: [SIZE_4, SIZE_2];
            a: Linear(2 -> 2);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x2x2 {
            input: [SIZE_4, SIZE_2, SIZE_2];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x2x4 {
            input: [SIZE_4, SIZE_2, SIZE_4];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x3 {
            input: [SIZE_4, SIZE_3];
            a: Linear(3 -> 3);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x3x3 {
            input: [SIZE_4, SIZE_3, SIZE_3];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x3x5 {
            input: [SIZE_4, SIZE_3, SIZE_5];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x3x7 {
            input: [SIZE_4, SIZE_3, SIZE_7];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x4 {
            input: [SIZE_4, SIZE_4];
            a: Linear(4 -> 4);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x4x4 {
            input: [SIZE_4, SIZE_4, SIZE_4];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x5 {
            input: [SIZE_4, SIZE_5];
            a: Linear(5 -> 5);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x5x3 {
            input: [SIZE_4, SIZE_5, SIZE_3];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x5x6 {
            input: [SIZE_4, SIZE_5, SIZE_6];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x6 {
            input: [SIZE_4, SIZE_6];
            a: Linear(6 -> 6);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x6x2 {
            input: [SIZE_4, SIZE_6, SIZE_2];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x6x6 {
            input: [SIZE_4, SIZE_6, SIZE_6];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner6 {
            input: [SIZE_6];
            a: Linear(6 -> 6);
            b: Tanh;
        }
    }
    W50T {
        composed {
            input: [SIZE_4, SIZE_6];
            n0: Inner1x1;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner1x6;
            fn forward(x) {
                let a0 = max(x, axes = (0, 1), keep = true);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = max(p1_out, axes = 0);
                let p2_out = p2(x);
                let a2 = max(p2_out, axes = 0, keep = true);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            n0_a: Linear(1 -> 1);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = max(x, axes = (0, 1), keep = true);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = max(p1_out, axes = 0);
                let p2_out = p2_b(p2_a(x));
                let a2 = max(p2_out, axes = 0, keep = true);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W50F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4;
            fn forward(x) {
                let a0 = max(x, axis = 2);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = max(p1_out, axes = (1, 2), keep = true);
                let p2_out = p2(x);
                let a2 = max(p2_out, axes = (1, 2));
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Linear(4 -> 4);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = max(x, axis = 2);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = max(p1_out, axes = (1, 2), keep = true);
                let p2_out = p2_b(p2_a(x));
                let a2 = max(p2_out, axes = (1, 2));
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W51T {
        composed {
            input: [SIZE_1, SIZE_4, SIZE_6];
            n0: Inner2x4x6;
            p1: Inner1x4x6;
            p2: Inner1x4x6;
            n2: Inner1x4x6;
            fn forward(x) {
                let a0 = expand(x, [2, 4, 6]);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = expand(p1_out, [1, 4, 6]);
                let p2_out = p2(x);
                let a2 = expand(p2_out, [1, 4, 6]);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_1, SIZE_4, SIZE_6];
            n0_a: Conv2d(2 -> 2, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(1 -> 1, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(1 -> 1, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(1 -> 1, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = expand(x, [2, 4, 6]);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = expand(p1_out, [1, 4, 6]);
                let p2_out = p2_b(p2_a(x));
                let a2 = expand(p2_out, [1, 4, 6]);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W51F {
        composed {
            input: [SIZE_1, SIZE_4, SIZE_6];
            #[frozen] n0: Inner2x4x6;
            #[frozen] p1: Inner1x4x6;
            #[frozen] p2: Inner1x4x6;
            #[frozen] n2: Inner1x4x6;
            fn forward(x) {
                let a0 = expand(x, [2, 4, 6]);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = expand(p1_out, [2, 4, 6]);
                let p2_out = p2(x);
                let a2 = expand(p2_out, [1, 4, 6]);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_1, SIZE_4, SIZE_6];
            #[frozen] n0_a: Conv2d(2 -> 2, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(1 -> 1, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(1 -> 1, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(1 -> 1, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = expand(x, [2, 4, 6]);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = expand(p1_out, [2, 4, 6]);
                let p2_out = p2_b(p2_a(x));
                let a2 = expand(p2_out, [1, 4, 6]);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W52T {
        composed {
            input: [SIZE_6];
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = x + zeros([6]);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out + zeros([6]);
                let p2_out = p2(x);
                let a2 = p2_out + zeros([6]);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_6];
            n0_a: Linear(6 -> 6);
            n0_b: Tanh;
            p1_a: Linear(6 -> 6);
            p1_b: Tanh;
            p2_a: Linear(6 -> 6);
            p2_b: Tanh;
            n2_a: Linear(6 -> 6);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = x + zeros([6]);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out + zeros([6]);
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out + zeros([6]);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W52F {
        composed {
            input: [SIZE_6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = x + zeros([6]);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out + zeros([6]);
                let p2_out = p2(x);
                let a2 = p2_out + zeros([6]);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = x + zeros([6]);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out + zeros([6]);
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out + zeros([6]);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W53T {
        composed {
            input: [SIZE_4, SIZE_4];
            n0: Inner4x4;
            p1: Inner4x4;
            p2: Inner4x4;
            n2: Inner4x4;
            fn forward(x) {
                let a0 = matmul(x, x, transpose_b = true);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = matmul(p1_out, x, transpose_b = true);
                let p2_out = p2(x);
                let a2 = matmul(p2_out, x, transpose_b = true);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_4];
            n0_a: Linear(4 -> 4);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(4 -> 4);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(4 -> 4);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(4 -> 4);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = matmul(x, x, transpose_b = true);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = matmul(p1_out, x, transpose_b = true);
                let p2_out = p2_b(p2_a(x));
                let a2 = matmul(p2_out, x, transpose_b = true);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W53F {
        composed {
            input: [SIZE_4, SIZE_4];
            #[frozen] n0: Inner4x4;
            #[frozen] p1: Inner4x4;
            #[frozen] p2: Inner4x4;
            #[frozen] n2: Inner4x4;
            fn forward(x) {
                let a0 = matmul(x, x, transpose_b = true);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = matmul(p1_out, x, transpose_b = true);
                let p2_out = p2(x);
                let a2 = matmul(p2_out, x, transpose_b = true);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_4];
            #[frozen] n0_a: Linear(4 -> 4);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(4 -> 4);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(4 -> 4);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(4 -> 4);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = matmul(x, x, transpose_b = true);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = matmul(p1_out, x, transpose_b = true);
                let p2_out = p2_b(p2_a(x));
                let a2 = matmul(p2_out, x, transpose_b = true);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W54T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x2x2;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x4x4;
            fn forward(x) {
                let a0 = max_pool2d(x, (3, 1), stride = 3, padding = same, dilation = (2, 1));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = max_pool2d(p1_out, 3, stride = (2, 3), dilation = 2);
                let p2_out = p2(x);
                let a2 = max_pool2d(p2_out, kernel = 2, stride = 1, dilation = 2);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = max_pool2d(x, (3, 1), stride = 3, padding = same, dilation = (2, 1));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = max_pool2d(p1_out, 3, stride = (2, 3), dilation = 2);
                let p2_out = p2_b(p2_a(x));
                let a2 = max_pool2d(p2_out, kernel = 2, stride = 1, dilation = 2);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W54F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x5x3;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x4x4;
            fn forward(x) {
                let a0 = max_pool2d(x, kernel = 2, stride = (1, 2), padding = valid);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = max_pool2d(p1_out, 1, stride = 2, padding = same, dilation = (2, 1));
                let p2_out = p2(x);
                let a2 = max_pool2d(p2_out, 2, stride = 1, dilation = 2);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = max_pool2d(x, kernel = 2, stride = (1, 2), padding = valid);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = max_pool2d(p1_out, 1, stride = 2, padding = same, dilation = (2, 1));
                let p2_out = p2_b(p2_a(x));
                let a2 = max_pool2d(p2_out, 2, stride = 1, dilation = 2);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W55T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x3x3;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x2x4;
            fn forward(x) {
                let a0 = avg_pool2d(x, 2, count_include_pad = false);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = avg_pool2d(p1_out, 1, stride = (1, 3), count_include_pad = false);
                let p2_out = p2(x);
                let a2 = avg_pool2d(p2_out, kernel = 3, stride = (3, 1), padding = (1, 0), count_include_pad = true);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = avg_pool2d(x, 2, count_include_pad = false);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = avg_pool2d(p1_out, 1, stride = (1, 3), count_include_pad = false);
                let p2_out = p2_b(p2_a(x));
                let a2 = avg_pool2d(p2_out, kernel = 3, stride = (3, 1), padding = (1, 0), count_include_pad = true);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W55F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x3x5;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x2x2;
            fn forward(x) {
                let a0 = avg_pool2d(x, 2, stride = (2, 1), padding = 0);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = avg_pool2d(p1_out, kernel = 3, stride = (2, 1), padding = same, count_include_pad = false);
                let p2_out = p2(x);
                let a2 = avg_pool2d(p2_out, kernel = (1, 3), stride = 3, padding = valid, count_include_pad = true);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = avg_pool2d(x, 2, stride = (2, 1), padding = 0);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = avg_pool2d(p1_out, kernel = 3, stride = (2, 1), padding = same, count_include_pad = false);
                let p2_out = p2_b(p2_a(x));
                let a2 = avg_pool2d(p2_out, kernel = (1, 3), stride = 3, padding = valid, count_include_pad = true);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W56T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x1x1;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x1x1;
            fn forward(x) {
                let a0 = global_avg_pool2d(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = global_avg_pool2d(p1_out);
                let p2_out = p2(x);
                let a2 = global_avg_pool2d(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = global_avg_pool2d(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = global_avg_pool2d(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = global_avg_pool2d(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W56F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x1x1;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x1x1;
            fn forward(x) {
                let a0 = global_avg_pool2d(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = global_avg_pool2d(p1_out);
                let p2_out = p2(x);
                let a2 = global_avg_pool2d(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = global_avg_pool2d(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = global_avg_pool2d(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = global_avg_pool2d(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W57T {
        composed {
            input: [SIZE_4, SIZE_6];
            n0: Inner4x2;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x1;
            fn forward(x) {
                let a0 = max_pool1d(x, 3, stride = 2, padding = 1, dilation = 2);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = max_pool1d(p1_out, kernel = 2, padding = same);
                let p2_out = p2(x);
                let a2 = max_pool1d(p2_out, kernel = 3, dilation = 2);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            n0_a: Linear(2 -> 2);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(1 -> 1);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = max_pool1d(x, 3, stride = 2, padding = 1, dilation = 2);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = max_pool1d(p1_out, kernel = 2, padding = same);
                let p2_out = p2_b(p2_a(x));
                let a2 = max_pool1d(p2_out, kernel = 3, dilation = 2);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W57F {
        composed {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0: Inner4x5;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x4;
            fn forward(x) {
                let a0 = max_pool1d(x, 2, stride = 1, padding = 0);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = max_pool1d(p1_out, 3, padding = 0);
                let p2_out = p2(x);
                let a2 = max_pool1d(p2_out, kernel = 3, stride = 1, padding = 1, dilation = 2);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0_a: Linear(5 -> 5);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(4 -> 4);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = max_pool1d(x, 2, stride = 1, padding = 0);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = max_pool1d(p1_out, 3, padding = 0);
                let p2_out = p2_b(p2_a(x));
                let a2 = max_pool1d(p2_out, kernel = 3, stride = 1, padding = 1, dilation = 2);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W58T {
        composed {
            input: [SIZE_4, SIZE_6];
            n0: Inner4x2;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x3;
            fn forward(x) {
                let a0 = avg_pool1d(x, 1, stride = 3);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = avg_pool1d(p1_out, 2, stride = 3, padding = same, count_include_pad = false);
                let p2_out = p2(x);
                let a2 = avg_pool1d(p2_out, 1, stride = 2, padding = same, count_include_pad = true);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            n0_a: Linear(2 -> 2);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(3 -> 3);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = avg_pool1d(x, 1, stride = 3);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = avg_pool1d(p1_out, 2, stride = 3, padding = same, count_include_pad = false);
                let p2_out = p2_b(p2_a(x));
                let a2 = avg_pool1d(p2_out, 1, stride = 2, padding = same, count_include_pad = true);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W58F {
        composed {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0: Inner4x4;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x2;
            fn forward(x) {
                let a0 = avg_pool1d(x, 2, padding = 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = avg_pool1d(p1_out, kernel = 2, stride = 1, padding = 1, count_include_pad = false);
                let p2_out = p2(x);
                let a2 = avg_pool1d(p2_out, kernel = 3, stride = 2, padding = 0, count_include_pad = false);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0_a: Linear(4 -> 4);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(2 -> 2);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = avg_pool1d(x, 2, padding = 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = avg_pool1d(p1_out, kernel = 2, stride = 1, padding = 1, count_include_pad = false);
                let p2_out = p2_b(p2_a(x));
                let a2 = avg_pool1d(p2_out, kernel = 3, stride = 2, padding = 0, count_include_pad = false);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W59T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x5x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x1x5;
            fn forward(x) {
                let a0 = adaptive_avg_pool2d(x, (5, 6));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = adaptive_avg_pool2d(p1_out, (6, 1));
                let p2_out = p2(x);
                let a2 = adaptive_avg_pool2d(p2_out, (1, 5));
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = adaptive_avg_pool2d(x, (5, 6));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = adaptive_avg_pool2d(p1_out, (6, 1));
                let p2_out = p2_b(p2_a(x));
                let a2 = adaptive_avg_pool2d(p2_out, (1, 5));
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W59F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x3x7;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x2;
            fn forward(x) {
                let a0 = adaptive_avg_pool2d(x, (3, 7));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = adaptive_avg_pool2d(p1_out, 4);
                let p2_out = p2(x);
                let a2 = adaptive_avg_pool2d(p2_out, output_size = (6, 2));
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = adaptive_avg_pool2d(x, (3, 7));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = adaptive_avg_pool2d(p1_out, 4);
                let p2_out = p2_b(p2_a(x));
                let a2 = adaptive_avg_pool2d(p2_out, output_size = (6, 2));
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
}

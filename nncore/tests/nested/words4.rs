//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        Inner1 {
            input: [1];
            a: Linear(1 -> 1);
            b: Tanh;
        }
        Inner12x3x4 {
            input: [12, 3, 4];
            a: Conv2d(12 -> 12, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner144 {
            input: [144];
            a: Linear(144 -> 144);
            b: Tanh;
        }
        Inner2 {
            input: [2];
            a: Linear(2 -> 2);
            b: Tanh;
        }
        Inner24 {
            input: [24];
            a: Linear(24 -> 24);
            b: Tanh;
        }
        Inner3 {
            input: [3];
            a: Linear(3 -> 3);
            b: Tanh;
        }
        Inner4 {
            input: [4];
            a: Linear(4 -> 4);
            b: Tanh;
        }
        Inner4x2x6 {
            input: [4, 2, 6];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x6 {
            input: [4, 6];
            a: Linear(6 -> 6);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x6x2 {
            input: [4, 6, 2];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x6x6 {
            input: [4, 6, 6];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner6 {
            input: [6];
            a: Linear(6 -> 6);
            b: Tanh;
        }
        Inner6x1x4 {
            input: [6, 1, 4];
            a: Conv2d(6 -> 6, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner8x6 {
            input: [8, 6];
            a: Linear(6 -> 6);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner8x6x6 {
            input: [8, 6, 6];
            a: Conv2d(8 -> 8, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
    }
    W40T {
        composed {
            input: [4, 6];
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = abs(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = abs(p1_out);
                let p2_out = p2(x);
                let a2 = abs(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6];
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = abs(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = abs(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = abs(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W40F {
        composed {
            input: [6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = abs(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = abs(p1_out);
                let p2_out = p2(x);
                let a2 = abs(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = abs(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = abs(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = abs(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W41T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = clamp(x, min = -0.3);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = clamp(p1_out, min = 0.1, max = 0.1);
                let p2_out = p2(x);
                let a2 = clamp(p2_out, min = 0.1, max = 0.1);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = clamp(x, min = -0.3);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = clamp(p1_out, min = 0.1, max = 0.1);
                let p2_out = p2_b(p2_a(x));
                let a2 = clamp(p2_out, min = 0.1, max = 0.1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W41F {
        composed {
            input: [6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = clamp(x, max = 0.7);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = clamp(p1_out, -0.5, 1.5);
                let p2_out = p2(x);
                let a2 = clamp(p2_out, min = 0.1, max = 0.1);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = clamp(x, max = 0.7);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = clamp(p1_out, -0.5, 1.5);
                let p2_out = p2_b(p2_a(x));
                let a2 = clamp(p2_out, min = 0.1, max = 0.1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W42T {
        composed {
            input: [4, 6];
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = pow(0.5 + square(tanh(x)), -2.5);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = pow(0.5 + square(tanh(p1_out)), 3.0);
                let p2_out = p2(x);
                let a2 = pow(0.5 + square(tanh(p2_out)), 1);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6];
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = pow(0.5 + square(tanh(x)), -2.5);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = pow(0.5 + square(tanh(p1_out)), 3.0);
                let p2_out = p2_b(p2_a(x));
                let a2 = pow(0.5 + square(tanh(p2_out)), 1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W42F {
        composed {
            input: [6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = pow(0.5 + square(tanh(x)), -2.0);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = pow(0.5 + square(tanh(p1_out)), 1.7);
                let p2_out = p2(x);
                let a2 = pow(0.5 + square(tanh(p2_out)), -0.5);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = pow(0.5 + square(tanh(x)), -2.0);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = pow(0.5 + square(tanh(p1_out)), 1.7);
                let p2_out = p2_b(p2_a(x));
                let a2 = pow(0.5 + square(tanh(p2_out)), -0.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W43T {
        composed {
            input: [4, 6];
            n0: Inner8x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner8x6;
            fn forward(x) {
                let a0 = concat(x, x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = concat(p1_out, x);
                let p2_out = p2(x);
                let a2 = concat(p2_out, x);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6];
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = concat(x, x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = concat(p1_out, x);
                let p2_out = p2_b(p2_a(x));
                let a2 = concat(p2_out, x);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W43F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner8x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner8x6x6;
            fn forward(x) {
                let a0 = concat(x, x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = concat(p1_out, x);
                let p2_out = p2(x);
                let a2 = concat(p2_out, x);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            #[frozen] n0_a: Conv2d(8 -> 8, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(8 -> 8, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = concat(x, x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = concat(p1_out, x);
                let p2_out = p2_b(p2_a(x));
                let a2 = concat(p2_out, x);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W44T {
        composed {
            input: [6];
            n0: Inner3;
            p1: Inner6;
            p2: Inner6;
            n2: Inner2;
            fn forward(x) {
                let a0 = slice(x, 2..5);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = slice(p1_out, 2.., axis = 0);
                let p2_out = p2(x);
                let a2 = slice(p2_out, ..2, axis = 0);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [6];
            n0_a: Linear(3 -> 3);
            n0_b: Tanh;
            p1_a: Linear(6 -> 6);
            p1_b: Tanh;
            p2_a: Linear(6 -> 6);
            p2_b: Tanh;
            n2_a: Linear(2 -> 2);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = slice(x, 2..5);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = slice(p1_out, 2.., axis = 0);
                let p2_out = p2_b(p2_a(x));
                let a2 = slice(p2_out, ..2, axis = 0);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W44F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4x6x2;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x2x6;
            fn forward(x) {
                let a0 = slice(x, 4..6, axis = 2);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = slice(p1_out, 0..2, axis = 1);
                let p2_out = p2(x);
                let a2 = slice(p2_out, 4.., axis = 1);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = slice(x, 4..6, axis = 2);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = slice(p1_out, 0..2, axis = 1);
                let p2_out = p2_b(p2_a(x));
                let a2 = slice(p2_out, 4.., axis = 1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W45T {
        composed {
            input: [4, 6];
            n0: Inner6x1x4;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner24;
            fn forward(x) {
                let a0 = reshape(x, [6, 1, 4]);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = reshape(p1_out, [6, 1, 4]);
                let p2_out = p2(x);
                let a2 = reshape(p2_out, [24]);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6];
            n0_a: Conv2d(6 -> 6, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(24 -> 24);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = reshape(x, [6, 1, 4]);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = reshape(p1_out, [6, 1, 4]);
                let p2_out = p2_b(p2_a(x));
                let a2 = reshape(p2_out, [24]);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W45F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner144;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner12x3x4;
            fn forward(x) {
                let a0 = reshape(x, [144]);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = reshape(p1_out, [6, 4, 6]);
                let p2_out = p2(x);
                let a2 = reshape(p2_out, [12, 3, 4]);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            #[frozen] n0_a: Linear(144 -> 144);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(12 -> 12, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = reshape(x, [144]);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = reshape(p1_out, [6, 4, 6]);
                let p2_out = p2_b(p2_a(x));
                let a2 = reshape(p2_out, [12, 3, 4]);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W46T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = transpose(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = transpose(p1_out);
                let p2_out = p2(x);
                let a2 = transpose(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = transpose(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = transpose(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = transpose(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W46F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = transpose(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = transpose(p1_out);
                let p2_out = p2(x);
                let a2 = transpose(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = transpose(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = transpose(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = transpose(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W47T {
        composed {
            input: [4, 6];
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = permute(x, [0, 1]);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = permute(p1_out, [1, 0]);
                let p2_out = p2(x);
                let a2 = permute(p2_out, [0, 1]);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6];
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = permute(x, [0, 1]);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = permute(p1_out, [1, 0]);
                let p2_out = p2_b(p2_a(x));
                let a2 = permute(p2_out, [0, 1]);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W47F {
        composed {
            input: [4, 6];
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = permute(x, [0, 1]);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = permute(p1_out, [1, 0]);
                let p2_out = p2(x);
                let a2 = permute(p2_out, [0, 1]);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = permute(x, [0, 1]);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = permute(p1_out, [1, 0]);
                let p2_out = p2_b(p2_a(x));
                let a2 = permute(p2_out, [0, 1]);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W48T {
        composed {
            input: [4, 6, 6];
            n0: Inner6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner1;
            fn forward(x) {
                let a0 = sum(x, axes = (0, 1));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = sum(p1_out, axes = 2);
                let p2_out = p2(x);
                let a2 = sum(p2_out, keep = false);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            n0_a: Linear(6 -> 6);
            n0_b: Tanh;
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Linear(1 -> 1);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = sum(x, axes = (0, 1));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = sum(p1_out, axes = 2);
                let p2_out = p2_b(p2_a(x));
                let a2 = sum(p2_out, keep = false);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W48F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner1;
            fn forward(x) {
                let a0 = sum(x, axes = (1, 2));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = sum(p1_out, axes = (0, 1));
                let p2_out = p2(x);
                let a2 = sum(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            #[frozen] n0_a: Linear(4 -> 4);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Linear(1 -> 1);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = sum(x, axes = (1, 2));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = sum(p1_out, axes = (0, 1));
                let p2_out = p2_b(p2_a(x));
                let a2 = sum(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W49T {
        composed {
            input: [4, 6];
            n0: Inner1;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner1;
            fn forward(x) {
                let a0 = mean(x, axes = (0, 1));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = mean(p1_out, axes = (0, 1));
                let p2_out = p2(x);
                let a2 = mean(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6];
            n0_a: Linear(1 -> 1);
            n0_b: Tanh;
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(1 -> 1);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = mean(x, axes = (0, 1));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = mean(p1_out, axes = (0, 1));
                let p2_out = p2_b(p2_a(x));
                let a2 = mean(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W49F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner1;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner1;
            fn forward(x) {
                let a0 = mean(x, axes = (0, 1, 2));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = mean(p1_out, axes = 0);
                let p2_out = p2(x);
                let a2 = mean(p2_out, axes = (0, 1, 2));
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            #[frozen] n0_a: Linear(1 -> 1);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Linear(1 -> 1);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = mean(x, axes = (0, 1, 2));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = mean(p1_out, axes = 0);
                let p2_out = p2_b(p2_a(x));
                let a2 = mean(p2_out, axes = (0, 1, 2));
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
}

//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_1 = 1; SIZE_144 = 144; SIZE_24 = 24; SIZE_3 = 3; SIZE_4 = 4; SIZE_6 = 6; }
    inner {
        Inner144 {
            input: [SIZE_144];
            a: Linear(144 -> 144);
            b: Tanh;
        }
        Inner24 {
            input: [SIZE_24];
            a: Linear(24 -> 24);
            b: Tanh;
        }
        Inner4x6 {
            input: [SIZE_4, SIZE_6];
            a: Linear(6 -> 6);
            b: LayerNorm(axes = 1, eps = 0.1);
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
        Inner6x1 {
            input: [SIZE_6, SIZE_1];
            a: Linear(1 -> 1);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner6x3 {
            input: [SIZE_6, SIZE_3];
            a: Linear(3 -> 3);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
    }
    W10T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: Flatten;
            k1: Flatten;
            k2: Flatten;
            n0: Inner144;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner144;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: Flatten;
            k1: Flatten;
            k2: Flatten;
            n0_a: Linear(144 -> 144);
            n0_b: Tanh;
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Linear(144 -> 144);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W10F {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: Flatten;
            k1: Flatten;
            k2: Flatten;
            #[frozen] n0: Inner24;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner24;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            k0: Flatten;
            k1: Flatten;
            k2: Flatten;
            #[frozen] n0_a: Linear(24 -> 24);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(24 -> 24);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W11T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: Upsample2d(1);
            k1: Upsample2d(1);
            k2: Upsample2d(1);
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: Upsample2d(1);
            k1: Upsample2d(1);
            k2: Upsample2d(1);
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W11F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: Upsample2d(scale = 1);
            k1: Upsample2d(1);
            k2: Upsample2d(1);
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: Upsample2d(scale = 1);
            k1: Upsample2d(1);
            k2: Upsample2d(1);
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W12T {
        composed {
            input: [SIZE_6] in 0..5;
            k0: Embedding(6 -> 1);
            n0: Inner6x1;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                n0_out
            }
        }
        flat {
            input: [SIZE_6] in 0..5;
            k0: Embedding(6 -> 1);
            n0_a: Linear(1 -> 1);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                n0_out
            }
        }
    }
    W12F {
        composed {
            input: [SIZE_6] in 0..5;
            k0: Embedding(8 -> 3);
            #[frozen] n0: Inner6x3;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                n0_out
            }
        }
        flat {
            input: [SIZE_6] in 0..5;
            k0: Embedding(8 -> 3);
            #[frozen] n0_a: Linear(3 -> 3);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                n0_out
            }
        }
    }
    W13T {
        composed {
            input: [SIZE_6];
            k0: BatchNorm1d(6, eps = 1e-2);
            k1: BatchNorm1d(6, momentum = 0.3);
            k2: BatchNorm1d;
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_6];
            k0: BatchNorm1d(6, eps = 1e-2);
            k1: BatchNorm1d(6, momentum = 0.3);
            k2: BatchNorm1d;
            n0_a: Linear(6 -> 6);
            n0_b: Tanh;
            p1_a: Linear(6 -> 6);
            p1_b: Tanh;
            p2_a: Linear(6 -> 6);
            p2_b: Tanh;
            n2_a: Linear(6 -> 6);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W13F {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: BatchNorm1d(eps = 0.1);
            k1: BatchNorm1d(4, eps = 0.1);
            k2: BatchNorm1d(momentum = 0.3);
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            k0: BatchNorm1d(eps = 0.1);
            k1: BatchNorm1d(4, eps = 0.1);
            k2: BatchNorm1d(momentum = 0.3);
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W14T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: BatchNorm2d(4, momentum = 0.3);
            k1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            k2: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: BatchNorm2d(4, momentum = 0.3);
            k1: BatchNorm2d(eps = 0.1, momentum = 0.3);
            k2: BatchNorm2d(4, eps = 0.1, momentum = 0.3);
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W14F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: BatchNorm2d;
            k1: BatchNorm2d(4, eps = 1e-2);
            k2: BatchNorm2d(momentum = 0.3);
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: BatchNorm2d;
            k1: BatchNorm2d(4, eps = 1e-2);
            k2: BatchNorm2d(momentum = 0.3);
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W15T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: LayerNorm;
            k1: LayerNorm(axes = 2, eps = 0.1);
            k2: LayerNorm;
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: LayerNorm;
            k1: LayerNorm(axes = 2, eps = 0.1);
            k2: LayerNorm;
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W15F {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: LayerNorm(eps = 0.1);
            k1: LayerNorm(axes = 2, eps = 1e-2);
            k2: LayerNorm;
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            k0: LayerNorm(eps = 0.1);
            k1: LayerNorm(axes = 2, eps = 1e-2);
            k2: LayerNorm;
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W16T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: GroupNorm(4, eps = 0.1, affine = false);
            k1: GroupNorm(4, eps = 1e-2, affine = true);
            k2: GroupNorm(4, eps = 0.1, affine = false);
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: GroupNorm(4, eps = 0.1, affine = false);
            k1: GroupNorm(4, eps = 1e-2, affine = true);
            k2: GroupNorm(4, eps = 0.1, affine = false);
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W16F {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: GroupNorm(2, eps = 0.1, affine = true);
            k1: GroupNorm(1, eps = 0.1, affine = false);
            k2: GroupNorm(2, eps = 0.1, affine = true);
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            k0: GroupNorm(2, eps = 0.1, affine = true);
            k1: GroupNorm(1, eps = 0.1, affine = false);
            k2: GroupNorm(2, eps = 0.1, affine = true);
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W17T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: InstanceNorm2d(affine = false);
            k1: InstanceNorm2d;
            k2: InstanceNorm2d(eps = 1e-2, affine = true);
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: InstanceNorm2d(affine = false);
            k1: InstanceNorm2d;
            k2: InstanceNorm2d(eps = 1e-2, affine = true);
            n0_a: Conv2d(4 -> 4, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(4 -> 4, kernel = 1);
            n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W17F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: InstanceNorm2d(eps = 0.1, affine = true);
            k1: InstanceNorm2d(eps = 0.1, affine = true);
            k2: InstanceNorm2d(eps = 0.1);
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: InstanceNorm2d(eps = 0.1, affine = true);
            k1: InstanceNorm2d(eps = 0.1, affine = true);
            k2: InstanceNorm2d(eps = 0.1);
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W18T {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: RmsNorm(eps = 0.1);
            k1: RmsNorm(eps = 0.1);
            k2: RmsNorm;
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            k0: RmsNorm(eps = 0.1);
            k1: RmsNorm(eps = 0.1);
            k2: RmsNorm;
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W18F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: RmsNorm(eps = 1e-2);
            k1: RmsNorm(eps = 0.1);
            k2: RmsNorm(eps = 0.1);
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: RmsNorm(eps = 1e-2);
            k1: RmsNorm(eps = 0.1);
            k2: RmsNorm(eps = 0.1);
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W19T {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: PRelu;
            k1: PRelu(4);
            k2: PRelu(1);
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            k0: PRelu;
            k1: PRelu(4);
            k2: PRelu(1);
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W19F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: PRelu(1);
            k1: PRelu;
            k2: PRelu(4);
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = k1(p1_out);
                let p2_out = p2(x);
                let a2 = k2(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: PRelu(1);
            k1: PRelu;
            k2: PRelu(4);
            #[frozen] n0_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] n2_b: BatchNorm2d(eps = 0.1);
            fn forward(x) {
                let a0 = k0(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = k1(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = k2(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
}

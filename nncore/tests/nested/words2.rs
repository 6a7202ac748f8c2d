//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        Inner2x6 {
            input: [2, 6];
            a: Linear(6 -> 6);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x3 {
            input: [4, 3];
            a: Linear(3 -> 3);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x6 {
            input: [4, 6];
            a: Linear(6 -> 6);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x6x3 {
            input: [4, 6, 3];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x6x6 {
            input: [4, 6, 6];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x7x7 {
            input: [4, 7, 7];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x7x8 {
            input: [4, 7, 8];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner6 {
            input: [6];
            a: Linear(6 -> 6);
            b: Tanh;
        }
    }
    W20T {
        composed {
            input: [6];
            k0: Parameter([6], init = normal(0.5));
            k1: Parameter([6], init = normal(0.5));
            k2: Parameter([6], init = normal(0.5));
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = x * k0;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out * k1;
                let p2_out = p2(x);
                let a2 = p2_out * k2;
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [6];
            k0: Parameter([6], init = normal(0.5));
            k1: Parameter([6], init = normal(0.5));
            k2: Parameter([6], init = normal(0.5));
            n0_a: Linear(6 -> 6);
            n0_b: Tanh;
            p1_a: Linear(6 -> 6);
            p1_b: Tanh;
            p2_a: Linear(6 -> 6);
            p2_b: Tanh;
            n2_a: Linear(6 -> 6);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = x * k0;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out * k1;
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out * k2;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W20F {
        composed {
            input: [6];
            k0: Parameter([6], init = normal(0.5));
            k1: Parameter([6], init = normal(0.5));
            k2: Parameter([6], init = normal(0.5));
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = x * k0;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out * k1;
                let p2_out = p2(x);
                let a2 = p2_out * k2;
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [6];
            k0: Parameter([6], init = normal(0.5));
            k1: Parameter([6], init = normal(0.5));
            k2: Parameter([6], init = normal(0.5));
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = x * k0;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out * k1;
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out * k2;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W21T {
        composed {
            input: [4, 6, 6];
            k0: Pad2d(padding = (1, 0, 1, 1));
            k1: Pad2d(padding = 0, mode = zero);
            k2: Pad2d((0, 1, 1, 0), mode = zero);
            n0: Inner4x7x8;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x7x7;
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
            input: [4, 6, 6];
            k0: Pad2d(padding = (1, 0, 1, 1));
            k1: Pad2d(padding = 0, mode = zero);
            k2: Pad2d((0, 1, 1, 0), mode = zero);
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
    W21F {
        composed {
            input: [4, 6, 6];
            k0: Pad2d(padding = (1, 0, 0, 1), mode = replicate);
            k1: Pad2d(padding = (1, 0, 0, 0));
            k2: Pad2d(0, mode = replicate);
            #[frozen] n0: Inner4x7x7;
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
            input: [4, 6, 6];
            k0: Pad2d(padding = (1, 0, 0, 1), mode = replicate);
            k1: Pad2d(padding = (1, 0, 0, 0));
            k2: Pad2d(0, mode = replicate);
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
    W22T {
        composed {
            input: [4, 6];
            k0: Glu(axis = 1);
            k1: Glu(axis = 1);
            k2: Glu;
            n0: Inner4x3;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner2x6;
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
            input: [4, 6];
            k0: Glu(axis = 1);
            k1: Glu(axis = 1);
            k2: Glu;
            n0_a: Linear(3 -> 3);
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
    W22F {
        composed {
            input: [4, 6, 6];
            k0: Glu(axis = 2);
            k1: Glu(axis = 1);
            k2: Glu(axis = 2);
            #[frozen] n0: Inner4x6x3;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x3;
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
            input: [4, 6, 6];
            k0: Glu(axis = 2);
            k1: Glu(axis = 1);
            k2: Glu(axis = 2);
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
    W23T {
        composed {
            input: [4, 6, 6];
            k0: PixelShuffle(1);
            k1: PixelShuffle(1);
            k2: PixelShuffle(1);
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
            input: [4, 6, 6];
            k0: PixelShuffle(1);
            k1: PixelShuffle(1);
            k2: PixelShuffle(1);
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
    W23F {
        composed {
            input: [4, 6, 6];
            k0: PixelShuffle(1);
            k1: PixelShuffle(1);
            k2: PixelShuffle(1);
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
            input: [4, 6, 6];
            k0: PixelShuffle(1);
            k1: PixelShuffle(1);
            k2: PixelShuffle(1);
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
    W24T {
        composed {
            input: [4, 6, 6];
            k0: Dropout(p = 0.25);
            k1: Dropout(0.0);
            k2: Dropout;
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
            input: [4, 6, 6];
            k0: Dropout(p = 0.25);
            k1: Dropout(0.0);
            k2: Dropout;
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
    W24F {
        composed {
            input: [6];
            k0: Dropout;
            k1: Dropout(0.0);
            k2: Dropout(0.0);
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
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
            input: [6];
            k0: Dropout;
            k1: Dropout(0.0);
            k2: Dropout(0.0);
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(6 -> 6);
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
    W25T {
        composed {
            input: [4, 6, 6];
            k0: Relu();
            k1: Relu();
            k2: Relu();
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
            input: [4, 6, 6];
            k0: Relu();
            k1: Relu();
            k2: Relu();
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
    W25F {
        composed {
            input: [4, 6, 6];
            k0: Relu;
            k1: Relu();
            k2: Relu;
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
            input: [4, 6, 6];
            k0: Relu;
            k1: Relu();
            k2: Relu;
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
    W26T {
        composed {
            input: [4, 6];
            k0: LeakyRelu;
            k1: LeakyRelu(slope = -0.3);
            k2: LeakyRelu;
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
            input: [4, 6];
            k0: LeakyRelu;
            k1: LeakyRelu(slope = -0.3);
            k2: LeakyRelu;
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
    W26F {
        composed {
            input: [6];
            k0: LeakyRelu;
            k1: LeakyRelu(0);
            k2: LeakyRelu(0);
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
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
            input: [6];
            k0: LeakyRelu;
            k1: LeakyRelu(0);
            k2: LeakyRelu(0);
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(6 -> 6);
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
    W27T {
        composed {
            input: [4, 6, 6];
            k0: Elu(alpha = 1.5);
            k1: Elu(alpha = 1.5);
            k2: Elu(alpha = 1.5);
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
            input: [4, 6, 6];
            k0: Elu(alpha = 1.5);
            k1: Elu(alpha = 1.5);
            k2: Elu(alpha = 1.5);
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
    W27F {
        composed {
            input: [6];
            k0: Elu(alpha = 1.5);
            k1: Elu(0.7);
            k2: Elu;
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
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
            input: [6];
            k0: Elu(alpha = 1.5);
            k1: Elu(0.7);
            k2: Elu;
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(6 -> 6);
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
    W28T {
        composed {
            input: [4, 6, 6];
            k0: Gelu;
            k1: Gelu;
            k2: Gelu(approximate = tanh);
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
            input: [4, 6, 6];
            k0: Gelu;
            k1: Gelu;
            k2: Gelu(approximate = tanh);
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
    W28F {
        composed {
            input: [4, 6, 6];
            k0: Gelu(approximate = none);
            k1: Gelu(approximate = none);
            k2: Gelu(approximate = none);
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
            input: [4, 6, 6];
            k0: Gelu(approximate = none);
            k1: Gelu(approximate = none);
            k2: Gelu(approximate = none);
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
    W29T {
        composed {
            input: [4, 6];
            k0: Silu;
            k1: Silu;
            k2: Silu();
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
            input: [4, 6];
            k0: Silu;
            k1: Silu;
            k2: Silu();
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
    W29F {
        composed {
            input: [4, 6];
            k0: Silu;
            k1: Silu();
            k2: Silu();
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
            input: [4, 6];
            k0: Silu;
            k1: Silu();
            k2: Silu();
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
}

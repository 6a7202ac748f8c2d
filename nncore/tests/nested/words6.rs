//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        Inner144 {
            input: [144];
            a: Linear(144 -> 144);
            b: Tanh;
        }
        Inner4x3 {
            input: [4, 3];
            a: Linear(3 -> 3);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x3x6 {
            input: [4, 3, 6];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
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
        Inner4x7x6 {
            input: [4, 7, 6];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x7x7 {
            input: [4, 7, 7];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x8x7 {
            input: [4, 8, 7];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x8x8 {
            input: [4, 8, 8];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner6 {
            input: [6];
            a: Linear(6 -> 6);
            b: Tanh;
        }
    }
    W60T {
        composed {
            input: [4, 6, 6];
            n0: Inner144;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner144;
            fn forward(x) {
                let a0 = flatten(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = flatten(p1_out);
                let p2_out = p2(x);
                let a2 = flatten(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6, 6];
            n0_a: Linear(144 -> 144);
            n0_b: Tanh;
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Linear(144 -> 144);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = flatten(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = flatten(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = flatten(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W60F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner144;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner144;
            fn forward(x) {
                let a0 = flatten(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = flatten(p1_out);
                let p2_out = p2(x);
                let a2 = flatten(p2_out);
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
            #[frozen] n2_a: Linear(144 -> 144);
            #[frozen] n2_b: Tanh;
            fn forward(x) {
                let a0 = flatten(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = flatten(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = flatten(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W61T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = upsample2d(x, scale = 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = upsample2d(p1_out, 1);
                let p2_out = p2(x);
                let a2 = upsample2d(p2_out, 1);
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
                let a0 = upsample2d(x, scale = 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = upsample2d(p1_out, 1);
                let p2_out = p2_b(p2_a(x));
                let a2 = upsample2d(p2_out, 1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W61F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = upsample2d(x, 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = upsample2d(p1_out, 1);
                let p2_out = p2(x);
                let a2 = upsample2d(p2_out, 1);
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
                let a0 = upsample2d(x, 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = upsample2d(p1_out, 1);
                let p2_out = p2_b(p2_a(x));
                let a2 = upsample2d(p2_out, 1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W62T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x8x8;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x8x7;
            fn forward(x) {
                let a0 = pad2d(x, 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = pad2d(p1_out, (0, 1));
                let p2_out = p2(x);
                let a2 = pad2d(p2_out, padding = (1, 1, 1, 0));
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
                let a0 = pad2d(x, 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = pad2d(p1_out, (0, 1));
                let p2_out = p2_b(p2_a(x));
                let a2 = pad2d(p2_out, padding = (1, 1, 1, 0));
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W62F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4x7x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x7x7;
            fn forward(x) {
                let a0 = pad2d(x, (0, 1, 0, 0), mode = replicate);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = pad2d(p1_out, padding = (0, 1, 0, 1), mode = replicate);
                let p2_out = p2(x);
                let a2 = pad2d(p2_out, (1, 0, 0, 1), mode = zero);
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
                let a0 = pad2d(x, (0, 1, 0, 0), mode = replicate);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = pad2d(p1_out, padding = (0, 1, 0, 1), mode = replicate);
                let p2_out = p2_b(p2_a(x));
                let a2 = pad2d(p2_out, (1, 0, 0, 1), mode = zero);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W63T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x3x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x3;
            fn forward(x) {
                let a0 = glu(x, axis = 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = glu(p1_out);
                let p2_out = p2(x);
                let a2 = glu(p2_out, axis = 2);
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
                let a0 = glu(x, axis = 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = glu(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = glu(p2_out, axis = 2);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W63F {
        composed {
            input: [4, 6];
            #[frozen] n0: Inner4x3;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x3;
            fn forward(x) {
                let a0 = glu(x, axis = 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = glu(p1_out);
                let p2_out = p2(x);
                let a2 = glu(p2_out, axis = 1);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [4, 6];
            #[frozen] n0_a: Linear(3 -> 3);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(3 -> 3);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = glu(x, axis = 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = glu(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = glu(p2_out, axis = 1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W64T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = pixel_shuffle(x, 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = pixel_shuffle(p1_out, 1);
                let p2_out = p2(x);
                let a2 = pixel_shuffle(p2_out, 1);
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
                let a0 = pixel_shuffle(x, 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = pixel_shuffle(p1_out, 1);
                let p2_out = p2_b(p2_a(x));
                let a2 = pixel_shuffle(p2_out, 1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W64F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = pixel_shuffle(x, 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = pixel_shuffle(p1_out, 1);
                let p2_out = p2(x);
                let a2 = pixel_shuffle(p2_out, 1);
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
                let a0 = pixel_shuffle(x, 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = pixel_shuffle(p1_out, 1);
                let p2_out = p2_b(p2_a(x));
                let a2 = pixel_shuffle(p2_out, 1);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W65T {
        composed {
            input: [6];
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = dropout(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = dropout(p1_out, 0.3);
                let p2_out = p2(x);
                let a2 = dropout(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [6];
            n0_a: Linear(6 -> 6);
            n0_b: Tanh;
            p1_a: Linear(6 -> 6);
            p1_b: Tanh;
            p2_a: Linear(6 -> 6);
            p2_b: Tanh;
            n2_a: Linear(6 -> 6);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = dropout(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = dropout(p1_out, 0.3);
                let p2_out = p2_b(p2_a(x));
                let a2 = dropout(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W65F {
        composed {
            input: [6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = dropout(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = dropout(p1_out, 0.0);
                let p2_out = p2(x);
                let a2 = dropout(p2_out, 0.0);
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
                let a0 = dropout(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = dropout(p1_out, 0.0);
                let p2_out = p2_b(p2_a(x));
                let a2 = dropout(p2_out, 0.0);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W66T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = relu(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = relu(p1_out);
                let p2_out = p2(x);
                let a2 = relu(p2_out);
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
                let a0 = relu(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = relu(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = relu(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W66F {
        composed {
            input: [6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = relu(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = relu(p1_out);
                let p2_out = p2(x);
                let a2 = relu(p2_out);
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
                let a0 = relu(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = relu(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = relu(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W67T {
        composed {
            input: [6];
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = leaky_relu(x, slope = -0.3);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = leaky_relu(p1_out, 0);
                let p2_out = p2(x);
                let a2 = leaky_relu(p2_out, 0.2);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [6];
            n0_a: Linear(6 -> 6);
            n0_b: Tanh;
            p1_a: Linear(6 -> 6);
            p1_b: Tanh;
            p2_a: Linear(6 -> 6);
            p2_b: Tanh;
            n2_a: Linear(6 -> 6);
            n2_b: Tanh;
            fn forward(x) {
                let a0 = leaky_relu(x, slope = -0.3);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = leaky_relu(p1_out, 0);
                let p2_out = p2_b(p2_a(x));
                let a2 = leaky_relu(p2_out, 0.2);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W67F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = leaky_relu(x, 0.2);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = leaky_relu(p1_out, slope = -0.3);
                let p2_out = p2(x);
                let a2 = leaky_relu(p2_out, slope = -0.3);
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
                let a0 = leaky_relu(x, 0.2);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = leaky_relu(p1_out, slope = -0.3);
                let p2_out = p2_b(p2_a(x));
                let a2 = leaky_relu(p2_out, slope = -0.3);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W68T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = elu(x, 0.7);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = elu(p1_out, alpha = 1.5);
                let p2_out = p2(x);
                let a2 = elu(p2_out, alpha = 1.5);
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
                let a0 = elu(x, 0.7);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = elu(p1_out, alpha = 1.5);
                let p2_out = p2_b(p2_a(x));
                let a2 = elu(p2_out, alpha = 1.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W68F {
        composed {
            input: [4, 6];
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = elu(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = elu(p1_out, 0.7);
                let p2_out = p2(x);
                let a2 = elu(p2_out, alpha = 1.5);
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
                let a0 = elu(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = elu(p1_out, 0.7);
                let p2_out = p2_b(p2_a(x));
                let a2 = elu(p2_out, alpha = 1.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W69T {
        composed {
            input: [4, 6];
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = gelu(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = gelu(p1_out, approximate = tanh);
                let p2_out = p2(x);
                let a2 = gelu(p2_out, approximate = none);
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
                let a0 = gelu(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = gelu(p1_out, approximate = tanh);
                let p2_out = p2_b(p2_a(x));
                let a2 = gelu(p2_out, approximate = none);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W69F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = gelu(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = gelu(p1_out);
                let p2_out = p2(x);
                let a2 = gelu(p2_out, approximate = none);
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
                let a0 = gelu(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = gelu(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = gelu(p2_out, approximate = none);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
}

//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { SIZE_4 = 4; SIZE_6 = 6; }
    inner {
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
    }
    W30T {
        composed {
            input: [SIZE_6];
            k0: Sigmoid;
            k1: Sigmoid();
            k2: Sigmoid();
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
            k0: Sigmoid;
            k1: Sigmoid();
            k2: Sigmoid();
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
    W30F {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: Sigmoid;
            k1: Sigmoid();
            k2: Sigmoid;
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
            k0: Sigmoid;
            k1: Sigmoid();
            k2: Sigmoid;
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
    W31T {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: Tanh;
            k1: Tanh;
            k2: Tanh;
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
            k0: Tanh;
            k1: Tanh;
            k2: Tanh;
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
    W31F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: Tanh();
            k1: Tanh;
            k2: Tanh;
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
            k0: Tanh();
            k1: Tanh;
            k2: Tanh;
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
    W32T {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: Softplus;
            k1: Softplus;
            k2: Softplus;
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
            k0: Softplus;
            k1: Softplus;
            k2: Softplus;
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
    W32F {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: Softplus;
            k1: Softplus();
            k2: Softplus();
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
            k0: Softplus;
            k1: Softplus();
            k2: Softplus();
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
    W33T {
        composed {
            input: [SIZE_6];
            k0: HardSwish;
            k1: HardSwish();
            k2: HardSwish();
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
            k0: HardSwish;
            k1: HardSwish();
            k2: HardSwish();
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
    W33F {
        composed {
            input: [SIZE_6];
            k0: HardSwish();
            k1: HardSwish();
            k2: HardSwish;
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
            input: [SIZE_6];
            k0: HardSwish();
            k1: HardSwish();
            k2: HardSwish;
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
    W34T {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: Softmax;
            k1: Softmax;
            k2: Softmax(axis = 1);
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
            k0: Softmax;
            k1: Softmax;
            k2: Softmax(axis = 1);
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
    W34F {
        composed {
            input: [SIZE_4, SIZE_6];
            k0: Softmax(axis = 0);
            k1: Softmax(axis = 1);
            k2: Softmax(axis = 0);
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
            k0: Softmax(axis = 0);
            k1: Softmax(axis = 1);
            k2: Softmax(axis = 0);
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
    W35T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: LogSoftmax(axis = 2);
            k1: LogSoftmax(axis = 1);
            k2: LogSoftmax(axis = 2);
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
            k0: LogSoftmax(axis = 2);
            k1: LogSoftmax(axis = 1);
            k2: LogSoftmax(axis = 2);
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
    W35F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            k0: LogSoftmax(axis = 0);
            k1: LogSoftmax(axis = 2);
            k2: LogSoftmax(axis = 2);
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
            k0: LogSoftmax(axis = 0);
            k1: LogSoftmax(axis = 2);
            k2: LogSoftmax(axis = 2);
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
    W36T {
        composed {
            input: [SIZE_4, SIZE_6];
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = exp(tanh(x));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = exp(tanh(p1_out));
                let p2_out = p2(x);
                let a2 = exp(tanh(p2_out));
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = exp(tanh(x));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = exp(tanh(p1_out));
                let p2_out = p2_b(p2_a(x));
                let a2 = exp(tanh(p2_out));
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W36F {
        composed {
            input: [SIZE_6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = exp(tanh(x));
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = exp(tanh(p1_out));
                let p2_out = p2(x);
                let a2 = exp(tanh(p2_out));
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
                let a0 = exp(tanh(x));
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = exp(tanh(p1_out));
                let p2_out = p2_b(p2_a(x));
                let a2 = exp(tanh(p2_out));
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W37T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = ln(square(x) + 0.5);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = ln(square(p1_out) + 0.5);
                let p2_out = p2(x);
                let a2 = ln(square(p2_out) + 0.5);
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
                let a0 = ln(square(x) + 0.5);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = ln(square(p1_out) + 0.5);
                let p2_out = p2_b(p2_a(x));
                let a2 = ln(square(p2_out) + 0.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W37F {
        composed {
            input: [SIZE_6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = ln(square(x) + 0.5);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = ln(square(p1_out) + 0.5);
                let p2_out = p2(x);
                let a2 = ln(square(p2_out) + 0.5);
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
                let a0 = ln(square(x) + 0.5);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = ln(square(p1_out) + 0.5);
                let p2_out = p2_b(p2_a(x));
                let a2 = ln(square(p2_out) + 0.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W38T {
        composed {
            input: [SIZE_4, SIZE_6];
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = sqrt(square(x) + 0.5);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = sqrt(square(p1_out) + 0.5);
                let p2_out = p2(x);
                let a2 = sqrt(square(p2_out) + 0.5);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = sqrt(square(x) + 0.5);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = sqrt(square(p1_out) + 0.5);
                let p2_out = p2_b(p2_a(x));
                let a2 = sqrt(square(p2_out) + 0.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W38F {
        composed {
            input: [SIZE_6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = sqrt(square(x) + 0.5);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = sqrt(square(p1_out) + 0.5);
                let p2_out = p2(x);
                let a2 = sqrt(square(p2_out) + 0.5);
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
                let a0 = sqrt(square(x) + 0.5);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = sqrt(square(p1_out) + 0.5);
                let p2_out = p2_b(p2_a(x));
                let a2 = sqrt(square(p2_out) + 0.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W39T {
        composed {
            input: [SIZE_4, SIZE_6];
            n0: Inner4x6;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x6;
            fn forward(x) {
                let a0 = square(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = square(p1_out);
                let p2_out = p2(x);
                let a2 = square(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            n0_a: Linear(6 -> 6);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(6 -> 6);
            n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = square(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = square(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = square(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W39F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = square(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = square(p1_out);
                let p2_out = p2(x);
                let a2 = square(p2_out);
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
                let a0 = square(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = square(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = square(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
}

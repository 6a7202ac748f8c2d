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
    W70T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = silu(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = silu(p1_out);
                let p2_out = p2(x);
                let a2 = silu(p2_out);
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
                let a0 = silu(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = silu(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = silu(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W70F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = silu(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = silu(p1_out);
                let p2_out = p2(x);
                let a2 = silu(p2_out);
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
                let a0 = silu(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = silu(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = silu(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W71T {
        composed {
            input: [SIZE_6];
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = sigmoid(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = sigmoid(p1_out);
                let p2_out = p2(x);
                let a2 = sigmoid(p2_out);
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
                let a0 = sigmoid(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = sigmoid(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = sigmoid(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W71F {
        composed {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = sigmoid(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = sigmoid(p1_out);
                let p2_out = p2(x);
                let a2 = sigmoid(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = sigmoid(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = sigmoid(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = sigmoid(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W72T {
        composed {
            input: [SIZE_6];
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = tanh(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = tanh(p1_out);
                let p2_out = p2(x);
                let a2 = tanh(p2_out);
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
                let a0 = tanh(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = tanh(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = tanh(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W72F {
        composed {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = tanh(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = tanh(p1_out);
                let p2_out = p2(x);
                let a2 = tanh(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = tanh(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = tanh(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = tanh(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W73T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = softplus(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = softplus(p1_out);
                let p2_out = p2(x);
                let a2 = softplus(p2_out);
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
                let a0 = softplus(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = softplus(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = softplus(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W73F {
        composed {
            input: [SIZE_6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = softplus(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = softplus(p1_out);
                let p2_out = p2(x);
                let a2 = softplus(p2_out);
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
                let a0 = softplus(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = softplus(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = softplus(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W74T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = hard_swish(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = hard_swish(p1_out);
                let p2_out = p2(x);
                let a2 = hard_swish(p2_out);
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
                let a0 = hard_swish(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = hard_swish(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = hard_swish(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W74F {
        composed {
            input: [SIZE_6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = hard_swish(x);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = hard_swish(p1_out);
                let p2_out = p2(x);
                let a2 = hard_swish(p2_out);
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
                let a0 = hard_swish(x);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = hard_swish(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = hard_swish(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W75T {
        composed {
            input: [SIZE_6];
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = softmax(x, axis = 0);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = softmax(p1_out);
                let p2_out = p2(x);
                let a2 = softmax(p2_out);
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
                let a0 = softmax(x, axis = 0);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = softmax(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = softmax(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W75F {
        composed {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = softmax(x, axis = 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = softmax(p1_out, axis = 1);
                let p2_out = p2(x);
                let a2 = softmax(p2_out);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = softmax(x, axis = 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = softmax(p1_out, axis = 1);
                let p2_out = p2_b(p2_a(x));
                let a2 = softmax(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W76T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = log_softmax(x, axis = 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = log_softmax(p1_out, axis = 1);
                let p2_out = p2(x);
                let a2 = log_softmax(p2_out);
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
                let a0 = log_softmax(x, axis = 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = log_softmax(p1_out, axis = 1);
                let p2_out = p2_b(p2_a(x));
                let a2 = log_softmax(p2_out);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W76F {
        composed {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = log_softmax(x, axis = 1);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = log_softmax(p1_out);
                let p2_out = p2(x);
                let a2 = log_softmax(p2_out, axis = 0);
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = log_softmax(x, axis = 1);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = log_softmax(p1_out);
                let p2_out = p2_b(p2_a(x));
                let a2 = log_softmax(p2_out, axis = 0);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W77T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = x + x;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out + x;
                let p2_out = p2(x);
                let a2 = p2_out + x;
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
                let a0 = x + x;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out + x;
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out + x;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W77F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = x + x;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out + x;
                let p2_out = p2(x);
                let a2 = p2_out + x;
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
                let a0 = x + x;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out + x;
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out + x;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W78T {
        composed {
            input: [SIZE_6];
            n0: Inner6;
            p1: Inner6;
            p2: Inner6;
            n2: Inner6;
            fn forward(x) {
                let a0 = x - x;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out - x;
                let p2_out = p2(x);
                let a2 = p2_out - x;
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
                let a0 = x - x;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out - x;
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out - x;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W78F {
        composed {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0: Inner4x6;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x6;
            fn forward(x) {
                let a0 = x - x;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out - x;
                let p2_out = p2(x);
                let a2 = p2_out - x;
                let n2_out = n2(a2);
                (n0_out, a1, n2_out)
            }
        }
        flat {
            input: [SIZE_4, SIZE_6];
            #[frozen] n0_a: Linear(6 -> 6);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(6 -> 6);
            #[frozen] n2_b: LayerNorm(axes = 1, eps = 0.1);
            fn forward(x) {
                let a0 = x - x;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out - x;
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out - x;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W79T {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = x * x;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out * x;
                let p2_out = p2(x);
                let a2 = p2_out * x;
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
                let a0 = x * x;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out * x;
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out * x;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W79F {
        composed {
            input: [SIZE_4, SIZE_6, SIZE_6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = x * x;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out * x;
                let p2_out = p2(x);
                let a2 = p2_out * x;
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
                let a0 = x * x;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out * x;
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out * x;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
}

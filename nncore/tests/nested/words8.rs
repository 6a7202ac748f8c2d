//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
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
    }
    W80T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = x / (square(x) + 0.5);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out / (square(x) + 0.5);
                let p2_out = p2(x);
                let a2 = p2_out / (square(x) + 0.5);
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
                let a0 = x / (square(x) + 0.5);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out / (square(x) + 0.5);
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out / (square(x) + 0.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W80F {
        composed {
            input: [6];
            #[frozen] n0: Inner6;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner6;
            fn forward(x) {
                let a0 = x / (square(x) + 0.5);
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = p1_out / (square(x) + 0.5);
                let p2_out = p2(x);
                let a2 = p2_out / (square(x) + 0.5);
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
                let a0 = x / (square(x) + 0.5);
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = p1_out / (square(x) + 0.5);
                let p2_out = p2_b(p2_a(x));
                let a2 = p2_out / (square(x) + 0.5);
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W81T {
        composed {
            input: [4, 6, 6];
            n0: Inner4x6x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x6x6;
            fn forward(x) {
                let a0 = 1.5 - x * 0.5;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = 1.5 - p1_out * 0.5;
                let p2_out = p2(x);
                let a2 = 1.5 - p2_out * 0.5;
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
                let a0 = 1.5 - x * 0.5;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = 1.5 - p1_out * 0.5;
                let p2_out = p2_b(p2_a(x));
                let a2 = 1.5 - p2_out * 0.5;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
    W81F {
        composed {
            input: [4, 6, 6];
            #[frozen] n0: Inner4x6x6;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x6x6;
            fn forward(x) {
                let a0 = 1.5 - x * 0.5;
                let n0_out = n0(a0);
                let p1_out = p1(x);
                let a1 = 1.5 - p1_out * 0.5;
                let p2_out = p2(x);
                let a2 = 1.5 - p2_out * 0.5;
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
                let a0 = 1.5 - x * 0.5;
                let n0_out = n0_b(n0_a(a0));
                let p1_out = p1_b(p1_a(x));
                let a1 = 1.5 - p1_out * 0.5;
                let p2_out = p2_b(p2_a(x));
                let a2 = 1.5 - p2_out * 0.5;
                let n2_out = n2_b(n2_a(a2));
                (n0_out, a1, n2_out)
            }
        }
    }
}

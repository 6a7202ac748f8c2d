//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

use crate::networks::nested;

nested! {
    sizes { }
    inner {
        Inner1x7x6 {
            input: [1, 7, 6];
            a: Conv2d(1 -> 1, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner2 {
            input: [2];
            a: Linear(2 -> 2);
            b: Tanh;
        }
        Inner2x1x2 {
            input: [2, 1, 2];
            a: Conv2d(2 -> 2, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner2x3x6 {
            input: [2, 3, 6];
            a: Conv2d(2 -> 2, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner2x4 {
            input: [2, 4];
            a: Linear(4 -> 4);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner2x5 {
            input: [2, 5];
            a: Linear(5 -> 5);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner2x5x4 {
            input: [2, 5, 4];
            a: Conv2d(2 -> 2, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner3x1x2 {
            input: [3, 1, 2];
            a: Conv2d(3 -> 3, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner3x4x6 {
            input: [3, 4, 6];
            a: Conv2d(3 -> 3, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4 {
            input: [4];
            a: Linear(4 -> 4);
            b: Tanh;
        }
        Inner4x1 {
            input: [4, 1];
            a: Linear(1 -> 1);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x1x1 {
            input: [4, 1, 1];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x2 {
            input: [4, 2];
            a: Linear(2 -> 2);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x2x2 {
            input: [4, 2, 2];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x2x4 {
            input: [4, 2, 4];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x3 {
            input: [4, 3];
            a: Linear(3 -> 3);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x3x2 {
            input: [4, 3, 2];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x3x3 {
            input: [4, 3, 3];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x3x5 {
            input: [4, 3, 5];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x4x7 {
            input: [4, 4, 7];
            a: Conv2d(4 -> 4, kernel = 1);
            b: BatchNorm2d(eps = 0.1);
        }
        Inner4x5 {
            input: [4, 5];
            a: Linear(5 -> 5);
            b: LayerNorm(axes = 1, eps = 0.1);
        }
        Inner4x5x6 {
            input: [4, 5, 6];
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
        Inner4x6x4 {
            input: [4, 6, 4];
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
    }
    W0T {
        composed {
            input: [6];
            k0: Linear(6 -> 4);
            k1: Linear(_ -> 4, bias = true);
            k2: Linear(6 -> 4, bias = true);
            n0: Inner4;
            p1: Inner6;
            p2: Inner6;
            n2: Inner4;
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
            k0: Linear(6 -> 4);
            k1: Linear(_ -> 4, bias = true);
            k2: Linear(6 -> 4, bias = true);
            n0_a: Linear(4 -> 4);
            n0_b: Tanh;
            p1_a: Linear(6 -> 6);
            p1_b: Tanh;
            p2_a: Linear(6 -> 6);
            p2_b: Tanh;
            n2_a: Linear(4 -> 4);
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
    W0F {
        composed {
            input: [6];
            k0: Linear(2, bias = false);
            k1: Linear(_ -> 4, bias = true);
            k2: Linear(2);
            #[frozen] n0: Inner2;
            #[frozen] p1: Inner6;
            #[frozen] p2: Inner6;
            #[frozen] n2: Inner2;
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
            k0: Linear(2, bias = false);
            k1: Linear(_ -> 4, bias = true);
            k2: Linear(2);
            #[frozen] n0_a: Linear(2 -> 2);
            #[frozen] n0_b: Tanh;
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: Tanh;
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: Tanh;
            #[frozen] n2_a: Linear(2 -> 2);
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
    W1T {
        composed {
            input: [4, 6];
            k0: Conv1d(4 -> 2, kernel = 2, stride = 1, bias = false);
            k1: Conv1d(4, kernel = 1, stride = 2, padding = 2, dilation = 2, groups = depthwise);
            k2: Conv1d(4, kernel = 3, padding = (1, 0), groups = 2, bias = false);
            n0: Inner2x5;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x5;
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
            k0: Conv1d(4 -> 2, kernel = 2, stride = 1, bias = false);
            k1: Conv1d(4, kernel = 1, stride = 2, padding = 2, dilation = 2, groups = depthwise);
            k2: Conv1d(4, kernel = 3, padding = (1, 0), groups = 2, bias = false);
            n0_a: Linear(5 -> 5);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(5 -> 5);
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
    W1F {
        composed {
            input: [4, 6];
            k0: Conv1d(4 -> 2, kernel = 2, padding = valid, dilation = 2);
            k1: Conv1d(4 -> 2, kernel = 2, stride = 2, dilation = 2, bias = false);
            k2: Conv1d(4 -> 4, kernel = 3, stride = 2, padding = 1, groups = 4);
            #[frozen] n0: Inner2x4;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x3;
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
            k0: Conv1d(4 -> 2, kernel = 2, padding = valid, dilation = 2);
            k1: Conv1d(4 -> 2, kernel = 2, stride = 2, dilation = 2, bias = false);
            k2: Conv1d(4 -> 4, kernel = 3, stride = 2, padding = 1, groups = 4);
            #[frozen] n0_a: Linear(4 -> 4);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(3 -> 3);
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
    W2T {
        composed {
            input: [4, 6, 6];
            k0: Conv2d(2, kernel = (1, 2), stride = (2, 1), padding = same, dilation = 2, groups = 2);
            k1: Conv2d(4 -> 3, kernel = 1, stride = 2, dilation = 2);
            k2: Conv2d(4 -> 3, kernel = 3, stride = (2, 1), dilation = 2);
            n0: Inner2x3x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner3x1x2;
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
            k0: Conv2d(2, kernel = (1, 2), stride = (2, 1), padding = same, dilation = 2, groups = 2);
            k1: Conv2d(4 -> 3, kernel = 1, stride = 2, dilation = 2);
            k2: Conv2d(4 -> 3, kernel = 3, stride = (2, 1), dilation = 2);
            n0_a: Conv2d(2 -> 2, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(3 -> 3, kernel = 1);
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
    W2F {
        composed {
            input: [4, 6, 6];
            k0: Conv2d(2, kernel = 1, stride = 2, padding = (2, 1), groups = 2);
            k1: Conv2d(_ -> 4, kernel = (2, 3), padding = same);
            k2: Conv2d(4 -> 2, kernel = 3, stride = 2, dilation = (2, 1));
            #[frozen] n0: Inner2x5x4;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner2x1x2;
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
            k0: Conv2d(2, kernel = 1, stride = 2, padding = (2, 1), groups = 2);
            k1: Conv2d(_ -> 4, kernel = (2, 3), padding = same);
            k2: Conv2d(4 -> 2, kernel = 3, stride = 2, dilation = (2, 1));
            #[frozen] n0_a: Conv2d(2 -> 2, kernel = 1);
            #[frozen] n0_b: BatchNorm2d(eps = 0.1);
            #[frozen] p1_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p1_b: BatchNorm2d(eps = 0.1);
            #[frozen] p2_a: Conv2d(4 -> 4, kernel = 1);
            #[frozen] p2_b: BatchNorm2d(eps = 0.1);
            #[frozen] n2_a: Conv2d(2 -> 2, kernel = 1);
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
    W3T {
        composed {
            input: [4, 6, 6];
            k0: ConvTranspose2d(4 -> 1, kernel = (2, 1), padding = 0, bias = false);
            k1: ConvTranspose2d(4 -> 4, kernel = (3, 1), padding = (1, 0), groups = 4);
            k2: ConvTranspose2d(4 -> 3, kernel = (1, 3), padding = 1);
            n0: Inner1x7x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner3x4x6;
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
            k0: ConvTranspose2d(4 -> 1, kernel = (2, 1), padding = 0, bias = false);
            k1: ConvTranspose2d(4 -> 4, kernel = (3, 1), padding = (1, 0), groups = 4);
            k2: ConvTranspose2d(4 -> 3, kernel = (1, 3), padding = 1);
            n0_a: Conv2d(1 -> 1, kernel = 1);
            n0_b: BatchNorm2d(eps = 0.1);
            p1_a: Conv2d(4 -> 4, kernel = 1);
            p1_b: BatchNorm2d(eps = 0.1);
            p2_a: Conv2d(4 -> 4, kernel = 1);
            p2_b: BatchNorm2d(eps = 0.1);
            n2_a: Conv2d(3 -> 3, kernel = 1);
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
    W3F {
        composed {
            input: [4, 6, 6];
            k0: ConvTranspose2d(4 -> 4, kernel = (3, 1), padding = 1, output_padding = 0, bias = true);
            k1: ConvTranspose2d(_ -> 4, kernel = (2, 1), padding = (1, 0), output_padding = 0, groups = 2);
            k2: ConvTranspose2d(_ -> 4, kernel = (1, 2), padding = (1, 0), output_padding = 0, bias = false);
            #[frozen] n0: Inner4x6x4;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x4x7;
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
            k0: ConvTranspose2d(4 -> 4, kernel = (3, 1), padding = 1, output_padding = 0, bias = true);
            k1: ConvTranspose2d(_ -> 4, kernel = (2, 1), padding = (1, 0), output_padding = 0, groups = 2);
            k2: ConvTranspose2d(_ -> 4, kernel = (1, 2), padding = (1, 0), output_padding = 0, bias = false);
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
    W4T {
        composed {
            input: [4, 6, 6];
            k0: MaxPool2d(3, stride = 1, padding = (1, 0, 0, 1), dilation = 2);
            k1: MaxPool2d(3);
            k2: MaxPool2d(kernel = (1, 2), stride = 2, padding = same, dilation = (1, 2));
            n0: Inner4x3x3;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x3x3;
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
            k0: MaxPool2d(3, stride = 1, padding = (1, 0, 0, 1), dilation = 2);
            k1: MaxPool2d(3);
            k2: MaxPool2d(kernel = (1, 2), stride = 2, padding = same, dilation = (1, 2));
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
    W4F {
        composed {
            input: [4, 6, 6];
            k0: MaxPool2d((2, 3), stride = 3, padding = 1, dilation = 2);
            k1: MaxPool2d((2, 1), stride = 1, padding = same, dilation = 2);
            k2: MaxPool2d(kernel = 2, stride = 1, padding = same, dilation = 2);
            #[frozen] n0: Inner4x2x2;
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
            k0: MaxPool2d((2, 3), stride = 3, padding = 1, dilation = 2);
            k1: MaxPool2d((2, 1), stride = 1, padding = same, dilation = 2);
            k2: MaxPool2d(kernel = 2, stride = 1, padding = same, dilation = 2);
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
    W5T {
        composed {
            input: [4, 6, 6];
            k0: AvgPool2d((2, 3), stride = 3, padding = 1, count_include_pad = true);
            k1: AvgPool2d(kernel = (1, 2), stride = 1, padding = valid);
            k2: AvgPool2d(3, stride = 1, padding = same, count_include_pad = true);
            n0: Inner4x3x2;
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
            k0: AvgPool2d((2, 3), stride = 3, padding = 1, count_include_pad = true);
            k1: AvgPool2d(kernel = (1, 2), stride = 1, padding = valid);
            k2: AvgPool2d(3, stride = 1, padding = same, count_include_pad = true);
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
    W5F {
        composed {
            input: [4, 6, 6];
            k0: AvgPool2d((3, 2), stride = 1, padding = same, count_include_pad = false);
            k1: AvgPool2d(1, stride = 2, padding = 0, count_include_pad = false);
            k2: AvgPool2d(kernel = (3, 1), stride = 1, padding = same);
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
            k0: AvgPool2d((3, 2), stride = 1, padding = same, count_include_pad = false);
            k1: AvgPool2d(1, stride = 2, padding = 0, count_include_pad = false);
            k2: AvgPool2d(kernel = (3, 1), stride = 1, padding = same);
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
    W6T {
        composed {
            input: [4, 6, 6];
            k0: GlobalAvgPool2d;
            k1: GlobalAvgPool2d;
            k2: GlobalAvgPool2d;
            n0: Inner4x1x1;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x1x1;
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
            k0: GlobalAvgPool2d;
            k1: GlobalAvgPool2d;
            k2: GlobalAvgPool2d;
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
    W6F {
        composed {
            input: [4, 6, 6];
            k0: GlobalAvgPool2d;
            k1: GlobalAvgPool2d;
            k2: GlobalAvgPool2d;
            #[frozen] n0: Inner4x1x1;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x1x1;
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
            k0: GlobalAvgPool2d;
            k1: GlobalAvgPool2d;
            k2: GlobalAvgPool2d;
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
    W7T {
        composed {
            input: [4, 6];
            k0: MaxPool1d(1, stride = 3, padding = same);
            k1: MaxPool1d(2, stride = 1);
            k2: MaxPool1d(kernel = 1, stride = 2);
            n0: Inner4x2;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x3;
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
            k0: MaxPool1d(1, stride = 3, padding = same);
            k1: MaxPool1d(2, stride = 1);
            k2: MaxPool1d(kernel = 1, stride = 2);
            n0_a: Linear(2 -> 2);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(3 -> 3);
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
    W7F {
        composed {
            input: [4, 6];
            k0: MaxPool1d(kernel = 3);
            k1: MaxPool1d(3, stride = 3, padding = same, dilation = 2);
            k2: MaxPool1d(3, stride = 2, dilation = 2);
            #[frozen] n0: Inner4x2;
            #[frozen] p1: Inner4x6;
            #[frozen] p2: Inner4x6;
            #[frozen] n2: Inner4x1;
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
            k0: MaxPool1d(kernel = 3);
            k1: MaxPool1d(3, stride = 3, padding = same, dilation = 2);
            k2: MaxPool1d(3, stride = 2, dilation = 2);
            #[frozen] n0_a: Linear(2 -> 2);
            #[frozen] n0_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p1_a: Linear(6 -> 6);
            #[frozen] p1_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] p2_a: Linear(6 -> 6);
            #[frozen] p2_b: LayerNorm(axes = 1, eps = 0.1);
            #[frozen] n2_a: Linear(1 -> 1);
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
    W8T {
        composed {
            input: [4, 6];
            k0: AvgPool1d(3, stride = 3, padding = same, count_include_pad = false);
            k1: AvgPool1d(kernel = 2, padding = (1, 0));
            k2: AvgPool1d(1, stride = 2, count_include_pad = true);
            n0: Inner4x2;
            p1: Inner4x6;
            p2: Inner4x6;
            n2: Inner4x3;
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
            k0: AvgPool1d(3, stride = 3, padding = same, count_include_pad = false);
            k1: AvgPool1d(kernel = 2, padding = (1, 0));
            k2: AvgPool1d(1, stride = 2, count_include_pad = true);
            n0_a: Linear(2 -> 2);
            n0_b: LayerNorm(axes = 1, eps = 0.1);
            p1_a: Linear(6 -> 6);
            p1_b: LayerNorm(axes = 1, eps = 0.1);
            p2_a: Linear(6 -> 6);
            p2_b: LayerNorm(axes = 1, eps = 0.1);
            n2_a: Linear(3 -> 3);
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
    W8F {
        composed {
            input: [4, 6];
            k0: AvgPool1d(3, stride = 2, padding = same);
            k1: AvgPool1d(kernel = 3, stride = 2, padding = same);
            k2: AvgPool1d(3, stride = 1, padding = same, count_include_pad = false);
            #[frozen] n0: Inner4x3;
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
            k0: AvgPool1d(3, stride = 2, padding = same);
            k1: AvgPool1d(kernel = 3, stride = 2, padding = same);
            k2: AvgPool1d(3, stride = 1, padding = same, count_include_pad = false);
            #[frozen] n0_a: Linear(3 -> 3);
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
    W9T {
        composed {
            input: [4, 6, 6];
            k0: AdaptiveAvgPool2d((5, 6));
            k1: AdaptiveAvgPool2d((4, 2));
            k2: AdaptiveAvgPool2d(output_size = (3, 5));
            n0: Inner4x5x6;
            p1: Inner4x6x6;
            p2: Inner4x6x6;
            n2: Inner4x3x5;
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
            k0: AdaptiveAvgPool2d((5, 6));
            k1: AdaptiveAvgPool2d((4, 2));
            k2: AdaptiveAvgPool2d(output_size = (3, 5));
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
    W9F {
        composed {
            input: [4, 6, 6];
            k0: AdaptiveAvgPool2d(output_size = (6, 3));
            k1: AdaptiveAvgPool2d(output_size = (2, 5));
            k2: AdaptiveAvgPool2d((2, 4));
            #[frozen] n0: Inner4x6x3;
            #[frozen] p1: Inner4x6x6;
            #[frozen] p2: Inner4x6x6;
            #[frozen] n2: Inner4x2x4;
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
            k0: AdaptiveAvgPool2d(output_size = (6, 3));
            k1: AdaptiveAvgPool2d(output_size = (2, 5));
            k2: AdaptiveAvgPool2d((2, 4));
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

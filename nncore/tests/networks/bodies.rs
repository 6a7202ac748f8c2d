//! Networks with bodies.

pub(crate) use one::CASES;
pub(crate) use several::CASES as SEVERAL;

mod one {
    use crate::networks::networks;

    networks! {
        Residual {
            input: [2, 6, 6]; conv1: Conv2d(2 -> 3, kernel = 3, padding = 1); norm1: BatchNorm2d;
            conv2: Conv2d(3 -> 2, kernel = 3, padding = 1); head: Linear(72 -> 3);
            fn forward(x) { let h = relu(norm1(conv1(x))); let s = relu(conv2(h) + x); head(flatten(s)) }
        }
        Readers {
            input: [4]; a: Linear(4 -> 5); b: Linear(5 -> 5); c: Linear(5 -> 5);
            fn forward(x) { let h = tanh(a(x)); let u = b(h); let v = c(h); u * v - h }
        }
        ThreeTimes { input: [4]; a: Linear(4 -> 4); fn forward(x) { relu(a(relu(a(relu(a(x)))))) } }
        SharedNorm {
            input: [3]; a: Linear(3 -> 4); n: BatchNorm1d; b: Linear(4 -> 4);
            fn forward(x) { let h = n(a(x)); n(b(tanh(h))) }
        }
        SharedConv {
            input: [2, 5, 5]; c: Conv2d(2 -> 2, kernel = 3, padding = same); n: LayerNorm(axes = 1);
            fn forward(x) { let h = tanh(n(c(x))); tanh(n(c(h))) + h }
        }
        SharedInOneSegment {
            input: [2, 5, 5]; c: Conv2d(2 -> 2, kernel = 3, padding = same);
            fn forward(x) { c(relu(c(relu(c(x))))) }
        }
        Numbers {
            input: [3]; a: Linear(3 -> 3);
            fn forward(x) {
                let h = a(x); let gate = sigmoid(h);
                gate * x + (1.0 - gate) * h - 2.0 * x + h / 4.0 - 1 + (-h)
            }
        }
        Quotients {
            input: [3]; a: Linear(3 -> 4); b: Linear(3 -> 4); c: Linear(4 -> 4);
            fn forward(x) {
                let u = a(x); let v = softplus(b(x)) + 0.1; let q = u / v;
                c(q) / (square(q) + 1.0) + 2.0 / v - v / v
            }
        }
        Elementary {
            input: [3]; a: Linear(3 -> 4); b: Linear(4 -> 4);
            fn forward(x) {
                let h = exp(tanh(a(x))); let s = abs(b(sqrt(h)));
                ln(h + 0.5) * square(b(h)) + clamp(b(h), -0.5, 0.5) - clamp(s, min = 0.1) + clamp(ln(s + 0.1), max = 0.2)
            }
        }
        Powers {
            input: [3]; a: Linear(3 -> 4);
            fn forward(x) {
                let h = softplus(a(x)) + 0.1;
                pow(h, 2) + pow(h, 0.5) - pow(h, -1) + pow(h, 1.7) - pow(h, exponent = -0.3) + pow(tanh(a(x)), 3)
            }
        }
        Squares { input: [3]; a: Linear(3 -> 3); fn forward(x) { let h = a(x); h * h + h } }
        ConcatSplit {
            input: [3, 4]; a: Linear(4 -> 6); b: Linear(4 -> 2);
            fn forward(x) {
                let (u, v, w) = split(a(x), axis = 1);
                let c = concat(b(x), u, v, axis = 1);
                concat(c, concat(w, w, w, axis = 1))
            }
        }
        Slices {
            input: [2, 5, 3]; a: Conv2d(2 -> 2, kernel = 1);
            fn forward(x) {
                let h = a(x);
                slice(h, 1..4, axis = 1) * slice(h, 2.., axis = 1) + slice(h, ..3, axis = 1)
            }
        }
        Axes {
            input: [2, 3, 4]; a: Conv2d(2 -> 2, kernel = 1); b: Linear(6 -> 2);
            fn forward(x) {
                let t = permute(a(x), [2, 0, 1]);
                let m = transpose(reshape(t, [4, 6]));
                b(transpose(m))
            }
        }
        Reductions {
            input: [2, 3, 4]; a: Conv2d(2 -> 3, kernel = 1);
            fn forward(x) {
                let h = a(x); let m = mean(h, axes = (1, 2)); let s = sum(h, axis = 2); let t = max(h, axis = 1);
                concat(m, flatten(s), flatten(t), sum(h), mean(h), max(h))
            }
        }
        SqueezeExcite {
            input: [4, 3, 3]; a: Conv2d(4 -> 4, kernel = 3, padding = 1); down: Linear(4 -> 2); up: Linear(2 -> 4);
            fn forward(x) {
                let h = a(x);
                let gate = sigmoid(up(relu(down(mean(h, axes = (1, 2))))));
                h * expand(reshape(gate, [4, 1, 1]), [4, 3, 3])
            }
        }
        Attention {
            input: [5, 4]; q: Linear(4 -> 3); k: Linear(4 -> 3); v: Linear(4 -> 4);
            fn forward(x) {
                let s = softmax(matmul(q(x), k(x), transpose_b = true) / 1.7, axis = 1);
                x + matmul(s, v(x))
            }
        }
        Products {
            input: [2, 3, 3]; a: Conv2d(2 -> 2, kernel = 1); b: Conv2d(2 -> 2, kernel = 1);
            fn forward(x) {
                let u = a(x); let v = b(x);
                matmul(u, v, transpose_a = true) + matmul(v, u, transpose_a = true, transpose_b = true)
            }
        }
        FreeTensors {
            input: [3, 4]; fc: Linear(4 -> 4); scale: Parameter([3, 1], init = 1.5); shift: Parameter(12, init = normal(0.5)); again: Linear(4 -> 4); again.weight = fc.weight;
            fn forward(x) {
                let h = again(tanh(fc(x))) * expand(scale, [3, 4]);
                h + reshape(shift, [3, 4]) + (zeros([3, 4]) + h)
            }
        }
        SixAxes {
            input: [4, 6, 6]; c: Conv2d(4 -> 4, kernel = 1);
            fn forward(x) {
                let h = permute(reshape(c(x), [4, 2, 3, 1, 2, 3]), [1, 4, 0, 2, 5, 3]);
                let m = mean(h, axes = (0, 3, 4), keep = true);
                sum(flatten(h * expand(m, [2, 2, 4, 3, 3, 1]))) + max(flatten(m))
            }
        }
        UNet {
            input: [1, 8, 8]; d1: Conv2d(1 -> 2, kernel = 3, padding = 1); d2: Conv2d(2 -> 3, kernel = 3, padding = 1);
            u1: Conv2d(5 -> 2, kernel = 3, padding = 1);
            fn forward(x) {
                let a = relu(d1(x)); let b = relu(d2(max_pool2d(a, 2)));
                u1(concat(a, upsample2d(b, 2)))
            }
        }
        FrozenLayers {
            input: [2, 4, 4]; #[frozen] c1: Conv2d(2 -> 3, kernel = 3); #[frozen] n1: BatchNorm2d;
            c2: Conv2d(3 -> 3, kernel = 1); #[frozen] n2: BatchNorm2d; #[frozen] c3: Conv2d(3 -> 2, kernel = 1);
            fc: Linear(8 -> 3);
            fn forward(x) { fc(flatten(relu(c3(n2(c2(max_pool2d(relu(n1(c1(x))), 1))))))) }
        }
        BiasesAlone {
            input: [3, 4]; a: Linear(4 -> 3); n: LayerNorm; c: BatchNorm1d; train: biases;
            fn forward(x) { c(tanh(n(a(x)))) }
        }
        HeadAlone { input: [4]; a: Linear(4 -> 3); n: BatchNorm1d; r: Relu; fc: Linear(3 -> 2); train: fc; }
    }
}

pub(crate) mod several {
    use crate::networks::graphs;

    graphs! {
        Tokens {
            input tokens: [5] in 0..7; e: Embedding(7 -> 3); a: Linear(3 -> 2);
            fn forward(tokens) { a(e(tokens)) }
        }
        SharedEmbedding {
            input left: [3] in 0..5; input right: [3] in 0..5; e: Embedding(_ -> 4);
            fn forward(a, b) { e(a) * e(b) }
        }
        TwoByThree {
            input image: [1, 4, 4]; input noise: [3]; c: Conv2d(1 -> 2, kernel = 3); a: Linear(8 -> 3); b: Linear(3 -> 2);
            fn forward(image, noise) { let f = flatten(relu(c(image))); let h = a(f) + noise; (b(h), h, f) }
        }
        OutputIsInput { input: [3]; a: Linear(3 -> 3); fn forward(x) { (a(x), x) } }
        OneValueTwice { input: [3]; a: Linear(3 -> 3); fn forward(x) { let h = tanh(a(x)); (h, h) } }
    }
}

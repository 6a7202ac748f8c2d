//! Random networks. Made by nncompiler's test `compiled`: not for editing.

use crate::networks::graphs;

graphs! {
    R050 {
        input: [2, 5, 3];
        l0: GlobalAvgPool2d;
        l1: Relu;
        l2: MaxPool2d(kernel = 1, stride = 2, dilation = 2);
        l3: Relu();
        l4: Sigmoid;
        l5: Upsample2d((2, 3));
        fn forward(x0) {
            let h0 = softmax(x0, axis = 0);
            let h1 = max(h0, axes = (0, 2), keep = false);
            let h2 = h0 * x0;
            let h3 = l0(upsample2d(h0, (1, 2)));
            let h4 = l2(l1(h3));
            let h5 = max(h1, axis = 0, keep = true);
            let h6 = l3(h5);
            let (h7_0, _h7_1) = split(h2);
            let h8 = l4(h6);
            (h7_0, h8, l5(h4))
        }
    }
    R051 {
        input x0: [2, 5] in 0..6;
        input x1: [3, 1];
        input x2: [3, 5, 1];
        l0: Softmax(axis = 2);
        l1: Conv2d(1, kernel = 3, stride = (2, 1), padding = 1, groups = 1);
        l2: LayerNorm(eps = 1e-2);
        #[frozen] l3: Linear(5, bias = false);
        #[frozen] l4: MaxPool2d(kernel = 1, stride = (1, 2), padding = valid, dilation = 2);
        #[frozen] l5: Sigmoid;
        l6: Tanh();
        fn forward(_x0, x1, x2) {
            let h0 = hard_swish(x2);
            let h1 = elu(x1, alpha = 1.5);
            let h2 = l0(h0);
            let h3 = l1(x2);
            let h4 = l2(h3);
            let h5 = l3(x1);
            let h6 = l4(h4);
            let h7 = l6(l5(h5));
            let h8 = slice(h4 * h6, 1..2, axis = 1);
            (transpose(h1), h2, h7, h8)
        }
    }
    R052 {
        input x0: [4, 4];
        input x1: [1, 3, 4];
        input x2: [4, 2] in 0..2;
        input x3: [1, 1, 1];
        l0: Relu;
        l1: Tanh();
        l2: Upsample2d(1);
        l3: AvgPool2d((3, 1), stride = (2, 3), count_include_pad = false);
        l4: BatchNorm2d(eps = 0.1);
        fn forward(x0, x1, _x2, x3) {
            let h0 = l0(x0);
            let (h1_0, h1_1, h1_2, h1_3) = split(l2(x1), axis = 2);
            let h2 = l3(h1_2);
            let h3 = x3 * h2;
            let h4 = l4(h3);
            let h5 = h4 / 0.5;
            (h1_0, h1_1, sum(h1_3, axis = 0, keep = true), x0 + h0 + l1(h0), h5 - h3, h5)
        }
    }
    R053 {
        input: [4, 6, 4];
        l0: Silu;
        l1: Conv2d(_ -> 3, kernel = 1, stride = (1, 2), padding = valid);
        l2: Flatten;
        l3: LayerNorm(axes = 3, eps = 1e-2);
        fn forward(x0) {
            let h0 = x0 + 0.5;
            let h1 = l0(h0);
            let (h2_0, h2_1) = split(h0, axis = 2);
            let h3 = h2_1 * h2_0;
            let _h4 = l1(transpose(h1));
            let h5 = log_softmax(h2_1, axis = 0);
            let h6 = l2(h0);
            let h7 = l2(h1);
            let h8 = flatten(l3(h1));
            let h9 = flatten(h7);
            let h10 = concat(h9, h8);
            (h3, l2(h0), max_pool2d(h1, 2, stride = (2, 1), dilation = 2), h5, h6, h10)
        }
    }
    R054 {
        input x0: [2, 2, 1];
        input x1: [2, 2, 1];
        l0: AvgPool2d((3, 1), stride = 1, padding = same);
        l1: Relu;
        l2: Tanh;
        l3: HardSwish();
        fn forward(x0, x1) {
            let x0 = permute(x0, [0, 1, 2]);
            let h1 = l0(x0);
            let h2 = l1(x0);
            let (h3_0, h3_1) = split(h2);
            let h4 = l1(h3_0);
            let h5 = l0(elu(l0(h1)));
            let h6 = l2(h5);
            let h7 = l2(l3(h6));
            let h8 = concat(h7, h2, x1);
            (h3_1, h4, h8)
        }
    }
    R055 {
        input x0: [1, 2, 1];
        input x1: [1, 2, 1];
        l0: Conv2d(1 -> 1, kernel = (2, 3), stride = 2, padding = same, dilation = (1, 2));
        l1: LayerNorm(axes = 2);
        l2: Upsample2d((1, 2));
        fn forward(x0, x1) {
            let h0 = l0(leaky_relu(x0, slope = -0.3));
            let h1 = concat(h0, x1, x1, x0, axis = 1);
            let h2 = matmul(x0, h1, transpose_b = true);
            let h3 = dropout((matmul(h2, x1, transpose_a = true, transpose_b = false)), p = 0.25);
            let h4 = permute(l1(h3), [1, 2, 0]);
            let h5 = softplus(l0(x0));
            let h6 = l2(h0);
            (h4, l2(h5), h6)
        }
    }
    R056 {
        input x0: [6];
        input x1: [5];
        l0: Linear(_ -> 3, bias = true);
        l1: Silu();
        l2: Dropout(0.3);
        fn forward(x0, x1) {
            let x1 = l0(x1);
            let h1 = concat(x1, x1, x0);
            let h2 = max(h1, axes = 0);
            let h3 = h2 + h2;
            let h4 = log_softmax(h2 - l1(h2));
            let h5 = l2(h4);
            let h6 = l1(h5);
            let h7 = silu(h6);
            let h8 = softmax(h2, axis = 0);
            (h3, h7, x1, 1e-1 - h8)
        }
    }
    R057 {
        input: [1, 1, 2];
        l0: Silu;
        l1: Sigmoid;
        l2: Flatten;
        l3: Sigmoid;
        l4: Linear(2 -> 4, bias = true);
        l5: Conv2d(1 -> 1, kernel = 1, stride = 2);
        fn forward(x0) {
            let x0 = l0(x0 * x0);
            let h1 = l1(x0);
            let h2 = l2(h1);
            let h3 = h2 * h2;
            let h4 = l3((h2 - h2));
            let h5 = log_softmax(h3, axis = 0);
            let h6 = l4(h4 + h4);
            (l3(h5), h6, l5(x0))
        }
    }
    R058 {
        input x0: [6];
        input x1: [1];
        fn forward(x0, x1) {
            let h0 = slice(x0, 3..4) * x1;
            let h1 = hard_swish(h0);
            let h2 = leaky_relu(h1);
            let h3 = dropout(x0, 0.3);
            let h1 = sum(h3, keep = true);
            let h5 = gelu(h1);
            let h6 = h2 * h5;
            let h7 = sum(softplus(h6));
            let h8 = concat(h6, x0, h7, h3, axis = 0);
            let h9 = flatten(h6);
            (h8, h9)
        }
    }
    R059 {
        input x0: [4, 1];
        input x1: [3];
        l0: Linear(3 -> 1, bias = false);
        l1: LeakyRelu(0);
        l2: Softplus;
        l3: LeakyRelu(0.2);
        fn forward(x0, x1) {
            let h0 = l0(x1);
            let h1 = softplus(transpose(x0));
            let h2 = l1(h1);
            let h3 = l2(h2);
            let h4 = matmul(h2, h3, transpose_a = true);
            let h5 = l3(mean(x1));
            let h6 = tanh(h5 * h0);
            (h4, l3(h6), l0(x1), h4)
        }
    }
    R060 {
        input: [2, 5];
        l0: LeakyRelu(0);
        train: l0;
        fn forward(x0) {
            let h0 = slice(transpose(dropout(x0, 0.0) * x0), ..1, axis = 1);
            let h1 = dropout(softmax(h0, axis = 1));
            let _h2 = reshape(log_softmax(h1, axis = 1), [5, 1, 1, 1]);
            let h3 = l0(h1);
            let h4 = l0(h0);
            (l0(h3), h4)
        }
    }
    R061 {
        input: [3, 3];
        l0: HardSwish();
        l1: Linear(5);
        l2: Softplus;
        fn forward(x0) {
            let h0 = x0 + x0;
            let h1 = l0(h0);
            let x0 = transpose(expand(h1, [3, 3]));
            let h3 = l0(x0);
            let h4 = l2(x0);
            let h5 = silu(h0);
            let h6 = expand(h5, [3, 3]);
            (l1(h3), l1(h4), h6)
        }
    }
    R062 {
        input: [3, 6, 3];
        l0: Relu();
        fn forward(x0) {
            let x0 = softmax(x0);
            let h1 = softplus(x0);
            let h2 = reshape(h1, [9, 6, 1, 1]);
            let h3 = h2 - h2;
            let h4 = h2 * h3;
            let h5 = elu(h4);
            let h6 = l0(h2);
            let h7 = -relu(h1);
            let h8 = matmul(h7, h7, transpose_a = true);
            let h9 = max(h5, axes = (0, 2, 3), keep = true);
            let h10 = l0(h8);
            let h11 = reshape(h6, [54, 1, 1]);
            let h12 = reshape(h9, [6, 1, 1]);
            (h11, h12, h10)
        }
    }
    R063 {
        input: [2, 4] in 0..2;
        #[frozen] l0: Embedding(4 -> 2);
        #[frozen] l1: Tanh();
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = permute(matmul(h0, h0, transpose_b = true), [1, 0, 2]);
            let h2 = reshape(h1, [32]);
            let h3 = l1(h2);
            let h4 = matmul(h1, h1, transpose_a = true, transpose_b = false);
            let h5 = softplus(h3);
            let h6 = l1(flatten(h4));
            let x0 = avg_pool2d((l0(x0)), 2, padding = (0, 1), count_include_pad = false);
            (h5, h6, x0)
        }
    }
    R064 {
        input: [2, 6, 6];
        l0: Dropout(0.3);
        l1: Elu;
        l2: GlobalAvgPool2d;
        fn forward(x0) {
            let h0 = softplus(x0);
            let h1 = max_pool2d(h0, (2, 3), stride = 1, dilation = 2);
            let h2 = l0(flatten(h0));
            let h3 = concat(h2, l0(l1(h2)), h2);
            let x0 = l2(h1);
            let (_h5_0, h5_1, h5_2, h5_3) = split(h1, axis = 1);
            let h6 = flatten(l2(h1));
            let h7 = flatten(h5_3);
            let h8 = concat(h7, h6);
            (h0, h3, leaky_relu(x0, 0.2), h5_1, h5_2, h8)
        }
    }
    R065 {
        input: [2, 3, 5];
        l0: Conv2d(2 -> 2, kernel = (3, 2), stride = 1, padding = same, dilation = 2, groups = 1);
        l1: Elu(alpha = 1.5);
        fn forward(x0) {
            let h0 = permute(x0, [0, 1, 2]);
            let h1 = l0(h0);
            let h2 = relu(h1);
            let h3 = avg_pool2d(h2, 2, stride = (3, 1), padding = same, count_include_pad = true);
            let h4 = reshape(h3, [2, 1, 5]);
            let h5 = tanh(h2);
            let h6 = expand(l0(h5) * h5, [2, 3, 5]);
            (h1, l1(h1), h4, h6)
        }
    }
    R066 {
        input: [3, 4, 1];
        l0: LogSoftmax(axis = 1);
        l1: Gelu;
        l2: Sigmoid();
        l3: Upsample2d((2, 3));
        fn forward(x0) {
            let h0 = global_avg_pool2d(x0);
            let h1 = l0(matmul(h0, x0, transpose_a = true, transpose_b = true));
            let h2 = mean(h1, axes = 2, keep = true);
            let h3 = tanh(h2);
            let h4 = l1(h0);
            let h5 = l2(h3);
            let h6 = l2(h5);
            let h7 = h6 + -0.7;
            let h8 = dropout(h4, p = 0.25);
            (dropout(h3), l3(h7), h8, x0)
        }
    }
    R067 {
        input x0: [1, 3] in 0..2;
        input x1: [2, 1, 4];
        l0: Embedding(2 -> 2);
        l1: Sigmoid();
        l2: Tanh();
        l3: Tanh();
        fn forward(x0, x1) {
            let h0 = relu(x1);
            let h1 = l0(x0);
            let x1 = transpose(h0);
            let h3 = h0 * h0;
            let _h4 = -0.7 + h3;
            let h5 = l1(x1);
            let h6 = permute(h1, [1, 2, 0]);
            let h7 = l2(h0);
            let h8 = permute(h7, [2, 0, 1]);
            let h9 = l3(h8);
            let h10 = l1(h6);
            (h5, l0(x0), h9, h10)
        }
    }
    R068 {
        input: [2, 6, 2];
        l0: HardSwish;
        l1: Softplus;
        fn forward(x0) {
            let h0 = softplus(x0);
            let h1 = log_softmax(h0, axis = 1);
            let h2 = l0(h1);
            let h3 = l0(h0 - h0) + h1;
            (transpose(l1(h2)), h3, h0 + h0)
        }
    }
    R069 {
        input x0: [2, 5] in 0..4;
        input x1: [2, 4, 5];
        l0: Embedding(7 -> 1);
        l1: Dropout(0.0);
        l2: Sigmoid;
        l3: MaxPool2d(3, stride = 2, padding = same, dilation = 2);
        l4: Conv2d(2 -> 2, kernel = (3, 2), padding = (2, 2, 1, 0), dilation = 2, groups = 1);
        fn forward(x0, x1) {
            let h0 = l0(x0);
            let h0 = expand(h0, [2, 5, 4]);
            let h2 = l1(h0);
            let h3 = permute(l2(h2), [0, 2, 1]);
            let h4 = x1 + h3;
            let _h0 = relu(global_avg_pool2d((l3(h0))));
            let h6 = permute(x1, [0, 1, 2]);
            let h7 = expand(h6, [2, 4, 5]);
            (h7, l4(h4))
        }
    }
    R070 {
        input x0: [4, 6, 3];
        input x1: [2, 2, 1];
        l0: Elu(0.7);
        l1: Dropout;
        l2: HardSwish;
        fn forward(x0, x1) {
            let h0 = l0(flatten(x0));
            let h1 = log_softmax((concat(h0, h0)), axis = 0);
            let h2 = slice(h1, 3..40);
            let (h3_0, h3_1, h3_2, h3_3, h3_4, h3_5, h3_6, h3_7, _h3_8, h3_9, h3_10, h3_11, h3_12, h3_13, h3_14, _h3_15, h3_16, _h3_17, h3_18, h3_19, h3_20, _h3_21, h3_22, h3_23, h3_24, _h3_25, _h3_26, h3_27, _h3_28, h3_29, _h3_30, h3_31, h3_32, h3_33, _h3_34, h3_35, h3_36) = split(l1(h2));
            let _h4 = mean(h3_27, axis = 0, keep = false);
            let h5 = l1(h3_1);
            let h6 = flatten(h5);
            let h7 = flatten((l2(h3_22)));
            let h8 = concat(h7, h6);
            let h9 = flatten(h8);
            let h10 = flatten(h3_36);
            let h11 = concat(h10, h9);
            let h12 = flatten(h11);
            let h13 = flatten(h3_35);
            let h14 = concat(h13, h12);
            let h15 = flatten(h14);
            let h16 = flatten(h3_33);
            let h17 = concat(h16, h15);
            let h18 = flatten(h17);
            let h19 = flatten(h3_32);
            let h20 = concat(h19, h18);
            let h21 = flatten(h20);
            let h22 = flatten(h3_31);
            let h23 = concat(h22, h21);
            let h24 = flatten(h23);
            let h25 = flatten(h3_29);
            let h26 = concat(h25, h24);
            let h27 = flatten(h26);
            let h28 = flatten(h3_24);
            let h29 = concat(h28, h27);
            let h30 = flatten(h29);
            let h31 = flatten(h3_23);
            let h32 = concat(h31, h30);
            let h33 = flatten(h32);
            let h34 = flatten(h3_20);
            let h35 = concat(h34, h33);
            let h36 = flatten(h35);
            let h37 = flatten(h3_19);
            let h38 = concat(h37, h36);
            let h39 = flatten(h38);
            let h40 = flatten(h3_18);
            let h41 = concat(h40, h39);
            let h42 = flatten(h41);
            let h43 = flatten(h3_27);
            let h44 = concat(h43, h42);
            let h45 = flatten(h44);
            let h46 = flatten(h3_16);
            let h47 = concat(h46, h45);
            let h48 = flatten(h47);
            let h49 = flatten(h3_14);
            let h50 = concat(h49, h48);
            let h51 = flatten(h50);
            let h52 = flatten(h3_13);
            let h53 = concat(h52, h51);
            let h54 = flatten(h53);
            let h55 = flatten(h3_12);
            let h56 = concat(h55, h54);
            let h57 = flatten(h56);
            let h58 = flatten(h3_11);
            let h59 = concat(h58, h57);
            let h60 = flatten(h59);
            let h61 = flatten(h3_10);
            let h62 = concat(h61, h60);
            let h63 = flatten(h62);
            let h64 = flatten(h3_9);
            let h65 = concat(h64, h63);
            let h66 = flatten(h65);
            let h67 = flatten(h3_7);
            let h68 = concat(h67, h66);
            let h69 = flatten(h68);
            let h70 = flatten(h3_6);
            let h71 = concat(h70, h69);
            let h72 = flatten(h71);
            let h73 = flatten(h3_5);
            let h74 = concat(h73, h72);
            (max_pool2d(x1, 1), h3_0, h3_2, h3_3, h3_4, h74)
        }
    }
    R071 {
        input x0: [4, 1, 1];
        input x1: [1, 3, 4];
        input x2: [1, 4, 3];
        l0: BatchNorm2d(eps = 0.1);
        l1: Upsample2d((2, 1));
        fn forward(x0, x1, x2) {
            let h0 = l0(x1);
            let h1 = leaky_relu(h0);
            let x1 = log_softmax(transpose(h1), axis = 1);
            let h3 = slice(x0, ..2, axis = 0);
            let h1 = l0(h1);
            let h5 = hard_swish(h0);
            let _h6 = x2 - x1;
            let h7 = l1(h5);
            let h8 = max(h7, axis = 0);
            let h9 = transpose(h8);
            (h3, h1, matmul(h8, h9, transpose_a = true, transpose_b = true))
        }
    }
    R072 {
        input x0: [2, 1];
        input x1: [3, 2, 1];
        l0: GlobalAvgPool2d;
        l1: Sigmoid;
        fn forward(x0, x1) {
            let h0 = relu(gelu(x1 + x1, approximate = tanh));
            let h1 = silu(h0);
            let h2 = l0(h1);
            let h3 = l0(x1);
            let h4 = dropout(h3, 0.0);
            let h5 = l1(x0);
            let h6 = matmul(x0, h5, transpose_a = false, transpose_b = true);
            (avg_pool2d(h2, 3, stride = (2, 1), padding = same), h2 + h4, h0 + x1, h6)
        }
    }
    R073 {
        input: [4, 2];
        l0: Relu;
        l1: LogSoftmax(axis = 0);
        l2: BatchNorm1d(1);
        fn forward(x0) {
            let h0 = l0(x0);
            let h1 = elu(h0);
            let h0 = l1(sum(h1));
            let h3 = l2(h0 + l2((h0 * h0)));
            let h1 = matmul(h1, h1, transpose_b = true);
            let h5 = max(h3, axes = 0);
            (h1, h5)
        }
    }
    R074 {
        input x0: [4, 1];
        input x1: [2, 2] in 0..4;
        input x2: [1];
        input x3: [1];
        l0: Flatten;
        l1: Linear(_ -> 1, bias = false);
        #[frozen] l2: Relu();
        #[frozen] l3: Silu();
        fn forward(x0, _x1, x2, x3) {
            let h0 = l0(x0);
            let x2 = l1(concat(x2, h0, h0, x2));
            let h2 = l2(x2);
            let x2 = l0(x0);
            let h4 = elu(x2, 0.7);
            let h5 = hard_swish(h2);
            let h6 = l3(h4);
            (log_softmax(h2, axis = 0), x3 * h5, l2(x2 * 2), h6)
        }
    }
}

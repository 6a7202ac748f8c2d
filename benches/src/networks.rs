//! The networks that are timed beside their peers: MLPerf Tiny's, in the sizes of that benchmark (Banbury et al.: MLPerf Tiny
//! Benchmark, 2021), besides the README's ConvNet and a perceptron.

use nncore::prelude::*;

network! {
    /// Two convolutions, and what they are given added to them.
    pub struct Identity16;
    input: [16, 32, 32];
    conv1: Conv2d(16 -> 16, kernel = 3, padding = 1);
    norm1: BatchNorm2d;
    conv2: Conv2d(16 -> 16, kernel = 3, padding = 1);
    norm2: BatchNorm2d;
    fn forward(x) {
        let h = relu(norm1(conv1(x)));
        relu(norm2(conv2(h)) + x)
    }
}

network! {
    /// Half the size and twice the channels, with a shortcut.
    pub struct Down32;
    input: [16, 32, 32];
    conv1: Conv2d(16 -> 32, kernel = 3, stride = 2, padding = 1);
    norm1: BatchNorm2d;
    conv2: Conv2d(32 -> 32, kernel = 3, padding = 1);
    norm2: BatchNorm2d;
    #[allow(dropped_rows)]
    shortcut: Conv2d(16 -> 32, kernel = 1, stride = 2);
    fn forward(x) {
        let h = relu(norm1(conv1(x)));
        relu(norm2(conv2(h)) + shortcut(x))
    }
}

network! {
    /// The same once more.
    pub struct Down64;
    input: [32, 16, 16];
    conv1: Conv2d(32 -> 64, kernel = 3, stride = 2, padding = 1);
    norm1: BatchNorm2d;
    conv2: Conv2d(64 -> 64, kernel = 3, padding = 1);
    norm2: BatchNorm2d;
    #[allow(dropped_rows)]
    shortcut: Conv2d(32 -> 64, kernel = 1, stride = 2);
    fn forward(x) {
        let h = relu(norm1(conv1(x)));
        relu(norm2(conv2(h)) + shortcut(x))
    }
}

network! {
    /// A residual network for pictures of 32 × 32.
    pub struct ResNet8;
    input: [3, 32, 32];
    conv: Conv2d(3 -> 16, kernel = 3, padding = 1);
    norm: BatchNorm2d;
    relu: Relu;
    stage1: Identity16;
    stage2: Down32;
    stage3: Down64;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    head: Linear(64 -> 10);
}

network! {
    /// Depthwise separable convolutions for spoken words: 49 windows of 10 coefficients.
    pub struct DsCnn;
    input: [1, 49, 10];
    #[allow(dropped_rows)]
    c0: Conv2d(1 -> 64, kernel = (10, 4), stride = 2, padding = (5, 1));
    n0: BatchNorm2d;
    r0: Relu;
    c1: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise);
    n1: BatchNorm2d;
    r1: Relu;
    c2: Conv2d(64 -> 64, kernel = 1);
    n2: BatchNorm2d;
    r2: Relu;
    c3: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise);
    n3: BatchNorm2d;
    r3: Relu;
    c4: Conv2d(64 -> 64, kernel = 1);
    n4: BatchNorm2d;
    r4: Relu;
    c5: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise);
    n5: BatchNorm2d;
    r5: Relu;
    c6: Conv2d(64 -> 64, kernel = 1);
    n6: BatchNorm2d;
    r6: Relu;
    c7: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise);
    n7: BatchNorm2d;
    r7: Relu;
    c8: Conv2d(64 -> 64, kernel = 1);
    n8: BatchNorm2d;
    r8: Relu;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    head: Linear(64 -> 12);
}

network! {
    /// A quarter of MobileNet's width (Howard et al., 2017), for pictures of 96 × 96: is there a person?
    pub struct MobileNet;
    input: [3, 96, 96];
    #[allow(dropped_rows)]
    c0: Conv2d(3 -> 8, kernel = 3, stride = 2, padding = 1);
    n0: BatchNorm2d;
    r0: Relu;
    c1: Conv2d(8 -> 8, kernel = 3, padding = 1, groups = depthwise);
    n1: BatchNorm2d;
    r1: Relu;
    c2: Conv2d(8 -> 16, kernel = 1);
    n2: BatchNorm2d;
    r2: Relu;
    #[allow(dropped_rows)]
    c3: Conv2d(16 -> 16, kernel = 3, stride = 2, padding = 1, groups = depthwise);
    n3: BatchNorm2d;
    r3: Relu;
    c4: Conv2d(16 -> 32, kernel = 1);
    n4: BatchNorm2d;
    r4: Relu;
    c5: Conv2d(32 -> 32, kernel = 3, padding = 1, groups = depthwise);
    n5: BatchNorm2d;
    r5: Relu;
    c6: Conv2d(32 -> 32, kernel = 1);
    n6: BatchNorm2d;
    r6: Relu;
    #[allow(dropped_rows)]
    c7: Conv2d(32 -> 32, kernel = 3, stride = 2, padding = 1, groups = depthwise);
    n7: BatchNorm2d;
    r7: Relu;
    c8: Conv2d(32 -> 64, kernel = 1);
    n8: BatchNorm2d;
    r8: Relu;
    c9: Conv2d(64 -> 64, kernel = 3, padding = 1, groups = depthwise);
    n9: BatchNorm2d;
    r9: Relu;
    c10: Conv2d(64 -> 64, kernel = 1);
    n10: BatchNorm2d;
    r10: Relu;
    #[allow(dropped_rows)]
    c11: Conv2d(64 -> 64, kernel = 3, stride = 2, padding = 1, groups = depthwise);
    n11: BatchNorm2d;
    r11: Relu;
    c12: Conv2d(64 -> 128, kernel = 1);
    n12: BatchNorm2d;
    r12: Relu;
    c13: Conv2d(128 -> 128, kernel = 3, padding = 1, groups = depthwise);
    n13: BatchNorm2d;
    r13: Relu;
    c14: Conv2d(128 -> 128, kernel = 1);
    n14: BatchNorm2d;
    r14: Relu;
    c15: Conv2d(128 -> 128, kernel = 3, padding = 1, groups = depthwise);
    n15: BatchNorm2d;
    r15: Relu;
    c16: Conv2d(128 -> 128, kernel = 1);
    n16: BatchNorm2d;
    r16: Relu;
    c17: Conv2d(128 -> 128, kernel = 3, padding = 1, groups = depthwise);
    n17: BatchNorm2d;
    r17: Relu;
    c18: Conv2d(128 -> 128, kernel = 1);
    n18: BatchNorm2d;
    r18: Relu;
    c19: Conv2d(128 -> 128, kernel = 3, padding = 1, groups = depthwise);
    n19: BatchNorm2d;
    r19: Relu;
    c20: Conv2d(128 -> 128, kernel = 1);
    n20: BatchNorm2d;
    r20: Relu;
    c21: Conv2d(128 -> 128, kernel = 3, padding = 1, groups = depthwise);
    n21: BatchNorm2d;
    r21: Relu;
    c22: Conv2d(128 -> 128, kernel = 1);
    n22: BatchNorm2d;
    r22: Relu;
    #[allow(dropped_rows)]
    c23: Conv2d(128 -> 128, kernel = 3, stride = 2, padding = 1, groups = depthwise);
    n23: BatchNorm2d;
    r23: Relu;
    c24: Conv2d(128 -> 256, kernel = 1);
    n24: BatchNorm2d;
    r24: Relu;
    c25: Conv2d(256 -> 256, kernel = 3, padding = 1, groups = depthwise);
    n25: BatchNorm2d;
    r25: Relu;
    c26: Conv2d(256 -> 256, kernel = 1);
    n26: BatchNorm2d;
    r26: Relu;
    pool: GlobalAvgPool2d;
    flat: Flatten;
    head: Linear(256 -> 2);
}

/// Networks.
pub mod networks {
    nncore::network! {
        /// A network.
        #[derive(PartialEq, Eq, Hash, Default)]
        pub struct Net;
        /// A size.
        const WIDTH: usize = 5;
        input: [3, 9, 9];
        conv1: Conv2d((3) -> 4, kernel = 3, padding = 1);
        relu: Relu;
        #[allow(dropped_rows)]
        pool1: MaxPool2d(2);
        norm: BatchNorm2d;
        flat: Flatten;
        drop: Dropout(0.5);
        ln: LayerNorm;
        fc: Linear((4*4*4) -> WIDTH);
        /// A view.
        pub view Features: ln;
        loss: CrossEntropy;
    }
    nncore::network! {
        /// Private.
        struct Private;
        const UNUSED: usize = 3;
        input: [3];
        fc: Linear(3 -> 4);
    }
    nncore::network! {
        /// Generic.
        pub struct Block<C: Dim, T: Dim>;
        input: [C, T];
        a: Linear(T -> T);
        b: LayerNorm;
        fn forward(x) { x + b(a(x)) }
    }
    nncore::network! {
        /// Outer.
        pub struct Outer;
        input first: [4, 6];
        input tokens: [4] in 0..10;
        blocks: [Block<nncore::dim::D<4>, nncore::dim::D<6>>; 2];
        table: Embedding(10 -> 6);
        head: Linear(6 -> { 2 + 1 });
        memory <= 64 MiB for 4;
        memory <= 64 KiB;
        flash <= 1 MiB;
        fn forward(first, tokens) {
            let x = blocks(first + table(tokens));
            let y = slice(x, 0..2);
            (head(y), mean(x, axis = 1))
        }
    }
}

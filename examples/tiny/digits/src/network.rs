// The network, as the server trains it (`examples/src/bin/digits.rs`) and the device runs it.
nncore::network! {
    /// Pixels of a digit to ten logits.
    pub struct Digits;
    input: [784];
    fc1: Linear(784 -> 128);
    relu: Relu;
    fc2: Linear(128 -> 10);
}

//! The words of the language: the layer kinds and losses that `network!` knows, one type each, for
//! reference. They compute nothing; the macro reads their names.

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $name;
    )*};
}

words! {
    /// `Linear(in -> out, bias = true)`: y = x Wᵀ + b.
    Linear;
    /// `Conv2d(in -> out, kernel = 3, …)`.
    Conv2d;
    /// `MaxPool2d(2)`.
    MaxPool2d;
    /// `AvgPool2d(2)`.
    AvgPool2d;
    /// `GlobalAvgPool2d`.
    GlobalAvgPool2d;
    /// `Flatten`.
    Flatten;
    /// `BatchNorm1d`.
    BatchNorm1d;
    /// `BatchNorm2d`.
    BatchNorm2d;
    /// `LayerNorm`.
    LayerNorm;
    /// `Dropout(0.5)`.
    Dropout;
    /// `Relu`.
    Relu;
    /// `LeakyRelu(0.01)`.
    LeakyRelu;
    /// `Elu(alpha = 1.0)`.
    Elu;
    /// `Gelu(approximate = none)`.
    Gelu;
    /// `Silu`.
    Silu;
    /// `Sigmoid`.
    Sigmoid;
    /// `Tanh`.
    Tanh;
    /// `Softplus`.
    Softplus;
    /// `HardSwish`.
    HardSwish;
    /// `Softmax(axis = 0)`.
    Softmax;
    /// `LogSoftmax(axis = 0)`.
    LogSoftmax;
    /// `loss: CrossEntropy(…)`.
    CrossEntropy;
    /// `loss: BinaryCrossEntropyWithLogits`.
    BinaryCrossEntropyWithLogits;
    /// `loss: MeanSquaredError`.
    MeanSquaredError;
    /// `loss: L1`.
    L1;
    /// `loss: Huber(delta = 1.0)`.
    Huber;
}

//! The losses that `loss:` can declare.

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::{Arguments, Ending};

/// A loss: a word of the language.
pub struct LossKind {
    /// `CrossEntropy`
    pub name: &'static str,
    /// How it is written, for messages.
    pub usage: &'static str,
    /// Its value and type, within nncore's `loss` module.
    pub read: fn(&mut Arguments<'_>) -> TokenStream,
    /// Whether it takes class indices, and so a vector of logits.
    pub classes: bool,
    /// The activation it contains: a network that ends with it applies it twice.
    pub contains: &'static [Ending],
}

/// Every loss.
pub const LOSSES: &[LossKind] = &[
    LossKind {
        name: "CrossEntropy",
        usage: "CrossEntropy(label_smoothing = 0.0, ignore_index = 255)",
        read: |a| {
            let smoothing = a.real("label_smoothing", 0.0);
            a.check_real(
                &smoothing,
                |s| (0.0..=1.0).contains(&s),
                "`label_smoothing` is the share of the uniform distribution",
                "a number from 0 to 1",
            );
            let s = &smoothing.tokens;
            let ignore = a.size_option("ignore_index").map(|n| quote!(.ignore_index(#n as u32)));
            quote!(CrossEntropy::new().label_smoothing(#s) #ignore)
        },
        classes: true,
        contains: &[Ending::Softmax, Ending::LogSoftmax],
    },
    LossKind {
        name: "BinaryCrossEntropyWithLogits",
        usage: "BinaryCrossEntropyWithLogits",
        read: |_| quote!(BinaryCrossEntropyWithLogits::new()),
        classes: false,
        contains: &[Ending::Sigmoid],
    },
    LossKind {
        name: "MeanSquaredError",
        usage: "MeanSquaredError",
        read: |_| quote!(MeanSquaredError::new()),
        classes: false,
        contains: &[],
    },
    LossKind {
        name: "L1",
        usage: "L1",
        read: |_| quote!(L1::new()),
        classes: false,
        contains: &[],
    },
    LossKind {
        name: "Huber",
        usage: "Huber(delta = 1.0)",
        read: |a| {
            let delta = a.first_real("delta", Some(1.0)); // PyTorch's default
            let what = "`delta` is where the loss turns linear";
            a.check_real(&delta, |d| d > 0.0, what, "a number above 0");
            let d = &delta.tokens;
            quote!(Huber::new(#d))
        },
        classes: false,
        contains: &[],
    },
];

/// The loss called `name`.
pub fn loss(name: &str) -> Option<&'static LossKind> {
    LOSSES.iter().find(|l| l.name == name)
}

impl LossKind {
    /// The type's name without arguments.
    pub fn type_name(&self) -> TokenStream {
        let name = quote::format_ident!("{}", self.name);
        quote!(#name)
    }

    /// What is wrong with an output of this shape, if anything.
    pub fn misfit(&self, output: &Shape) -> Option<String> {
        if self.classes && output.rank() > 1 {
            return Some(format!(
                "`{}` takes a vector of logits, one a class\nexpected: rank 1\n   found: rank {}",
                self.name,
                output.rank()
            ));
        }
        None
    }
}

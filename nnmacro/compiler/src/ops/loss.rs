//! The losses that `loss:` can declare.

use nnplan::{Range, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::{Arguments, Ending};
use crate::diagnostics::shape_text;

/// A loss: a word of the language.
pub struct LossKind {
    /// `CrossEntropy`
    pub name: &'static str,
    /// How it is written, for messages.
    pub usage: &'static str,
    /// Its value and type, within nncore's `loss` module.
    pub read: fn(&mut Arguments<'_>) -> TokenStream,
    /// A value without options.
    pub plain: fn() -> TokenStream,
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
            let meaning = "the share of the uniform distribution";
            a.check_real(&smoothing, "label_smoothing", Range::Unit, meaning);
            let s = &smoothing.tokens;
            let ignore =
                a.size_option("ignore_index").map(|n| quote!(.ignore_index(#n as __nn::u32)));
            quote!(CrossEntropy::new().label_smoothing(#s) #ignore)
        },
        plain: || quote!(CrossEntropy::new()),
        classes: true,
        contains: &[Ending::Softmax, Ending::LogSoftmax],
    },
    LossKind {
        name: "BinaryCrossEntropyWithLogits",
        usage: "BinaryCrossEntropyWithLogits",
        read: |_| quote!(BinaryCrossEntropyWithLogits::new()),
        plain: || quote!(BinaryCrossEntropyWithLogits::new()),
        classes: false,
        contains: &[Ending::Sigmoid],
    },
    LossKind {
        name: "MeanSquaredError",
        usage: "MeanSquaredError",
        read: |_| quote!(MeanSquaredError::new()),
        plain: || quote!(MeanSquaredError::new()),
        classes: false,
        contains: &[],
    },
    LossKind {
        name: "L1",
        usage: "L1",
        read: |_| quote!(L1::new()),
        plain: || quote!(L1::new()),
        classes: false,
        contains: &[],
    },
    LossKind {
        name: "Huber",
        usage: "Huber(delta = 1.0)",
        read: |a| {
            let delta = a.first_real("delta", 1.0); // PyTorch's default
            a.check_real(&delta, "delta", Range::Positive, "where the loss turns linear");
            let d = &delta.tokens;
            quote!(Huber::new(#d))
        },
        plain: || quote!(Huber::new(1.0)),
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

    /// What is wrong with an output of this shape, which layer `last` provides, if anything.
    pub fn misfit(&self, last: &str, output: &Shape, has_body: bool) -> Option<String> {
        if !self.classes || output.rank() <= 1 {
            return None;
        }
        let shape = shape_text(output);
        let help = if has_body {
            "put `flatten(…)` around the output"
        } else {
            "put `flat: Flatten;` before `loss`"
        };
        Some(format!(
            "`{}` takes a vector of logits, one a class, but `{last}` provides {shape}\nexpected: [classes]\n   found: {shape}\nhelp: {help}, or declare another loss",
            self.name
        ))
    }
}

//! That no activation is applied twice.

use nnplan::Text;

use super::Losses;
use crate::network::{Ending, Network};

/// Stops the compiler, at the place of the call.
#[track_caller]
const fn fail(text: &str) {
    panic!("{}", text);
}

/// Whether a loss would apply the softmax (or sigmoid) that the network ends with a second time.
pub(crate) struct Once<N, L>(core::marker::PhantomData<(N, L)>);

impl<N: Network, L: Losses<N::Output>> Once<N, L> {
    pub(crate) const CHECK: () = {
        let mut output = 0;
        while output < L::PARTS.len() {
            let contains = L::PARTS[output].contains;
            let mut i = 0;
            while i < contains.len() {
                if contains[i] as u8 == N::ENDINGS[output] as u8 {
                    fail(Self::text(output).as_str());
                }
                i += 1;
            }
            output += 1;
        }
    };

    const fn text(output: usize) -> Text<512> {
        let (ending, found) = match N::ENDINGS[output] {
            Ending::Sigmoid => ("sigmoid", "probabilities"),
            Ending::LogSoftmax => ("log softmax", "logarithms of probabilities"),
            _ => ("softmax", "probabilities"),
        };
        let mut name = Text::<512>::EMPTY;
        if L::PARTS.len() > 1 {
            name = name.str("outputs.").size(output).str("` of `");
        }
        let name = name.str(N::NAME);
        let text = Text::EMPTY.str("`").str(name.as_str()).str("` ends with a ").str(ending);
        let text = text.str(", which the loss contains already\nexpected: logits\n   found: ");
        let text = text.str(found).str("\nhelp: drop the last layer of `").str(name.as_str());
        text.str("`, or write `Unchecked(loss)`")
    }
}

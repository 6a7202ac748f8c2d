//! The loss: read, and checked against the output.

use proc_macro2::TokenStream;

use super::is_gap;
use crate::diagnostics::Diagnostics;
use crate::network::Network;
use crate::ops::loss::LossKind;
use crate::ops::{self, Arguments, Ending};
use crate::syntax::{Constants, Declaration};

/// Reads the loss and checks it against the output.
pub fn loss(
    declaration: &Declaration,
    network: &Network,
    constants: &Constants,
    diagnostics: &Diagnostics,
) -> Option<(&'static LossKind, TokenStream)> {
    let syntax = declaration.loss.as_ref()?;
    let kind = ops::loss::loss(&syntax.kind.to_string())?;
    let mut arguments = Arguments::new(syntax, 0, kind.usage, constants, diagnostics);
    let tokens = (kind.read)(&mut arguments);
    arguments.finish();
    let output = network.outputs.first()?;
    let last = network.maker(output.value)?;
    if declaration.body.is_none() && is_gap(declaration, declaration.layers.len()) {
        return Some((kind, tokens));
    }
    let layer = &network.layers[last.layer];
    if let Some(message) = kind.misfit(&last.name, &last.geometry.output()) {
        diagnostics.error(&syntax.kind, message);
    } else if let Some(doubled) = doubled(kind, layer.op.ending())
        && !syntax.allows("double_softmax")
    {
        diagnostics.warn(
            &syntax.name,
            syntax.kind.span(),
            "double_softmax",
            format!(
                "`{}` contains a {doubled}, and `{}` ahead of it is one already\nhelp: drop `{}`, or silence this with `#[allow(double_softmax)]`",
                kind.name, last.name, last.name
            ),
        );
    }
    Some((kind, tokens))
}

fn doubled(kind: &LossKind, ending: Ending) -> Option<&'static str> {
    kind.contains.contains(&ending).then_some(match ending {
        Ending::Softmax | Ending::LogSoftmax => "softmax",
        Ending::Sigmoid => "sigmoid",
        Ending::Other => "",
    })
}

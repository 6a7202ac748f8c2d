//! What a network may take and give: as many values, of as many sizes, as the types at its border have.

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::ToTokens;

use super::steps::Operand;
use crate::diagnostics::{Diagnostics, shape_text};
use crate::network::{Network, Output};
use crate::syntax::{Declaration, value_text};

/// Inputs and outputs that a network has at most.
pub const MOST: usize = 6;

/// Sizes that an input or output has at most, beside the batch.
pub const MOST_SIZES: usize = 3;

/// Refuses too many inputs and outputs, and outputs of too many sizes.
pub(super) fn border(declaration: &Declaration, network: &Network, diagnostics: &Diagnostics) {
    if let Some(input) = declaration.inputs.get(MOST) {
        let found = declaration.inputs.len();
        diagnostics.error(
            input.ident(),
            format!(
                "a network has up to {MOST} inputs\nexpected: {MOST} at most\n   found: {found}\nhelp: take several as one, and `split` it in `forward`"
            ),
        );
    }
    if let Some(body) = &declaration.body {
        let terms: Vec<TokenStream> = body.outputs.iter().map(|t| t.tokens()).collect();
        outputs(network, &network.outputs, &terms, true, diagnostics);
    }
    for (view, values) in declaration.views.iter().zip(&network.views) {
        let names: Vec<TokenStream> = view.outputs.iter().map(ToTokens::to_token_stream).collect();
        outputs(network, values, &names, false, diagnostics);
    }
}

/// Refuses an operand of too many sizes for an operation of the user's own.
pub(super) fn operand(
    layer: &str,
    operation: &TokenStream,
    operands: &[Operand],
    diagnostics: &Diagnostics,
) {
    for operand in operands.iter().filter(|o| o.shape.rank() > MOST_SIZES) {
        let (written, shape) = (&operand.written, shape_text(&operand.shape));
        diagnostics.error(
            operation,
            format!(
                "`{layer}` is an operation of your own and takes up to {MOST_SIZES} sizes, but `{written}` has {}\nexpected: `[a, b, c]`, `[a, b]` or `[a]`\n   found: {shape}\nhelp: merge two of them, with `reshape`",
                operand.shape.rank()
            ),
        );
    }
}

fn outputs(
    network: &Network,
    values: &[Output],
    written: &[TokenStream],
    written_in_body: bool,
    diagnostics: &Diagnostics,
) {
    if let Some(tokens) = written.get(MOST) {
        let found = written.len();
        diagnostics.error(
            tokens,
            format!(
                "a network has up to {MOST} outputs\nexpected: {MOST} at most\n   found: {found}\nhelp: give several as one, with `concat`"
            ),
        );
    }
    if values.len() != written.len() {
        return; // a mistake that was reported
    }
    for (value, tokens) in values.iter().zip(written) {
        let shape = network.shape(value.value);
        // After a fault, which was reported, the shape may be another one.
        let is_faulty = network.maker(value.value).is_some_and(|s| !s.geometry.fault().is_none());
        if shape.rank() <= MOST_SIZES || is_faulty {
            continue;
        }
        let (text, found) = (value_text(tokens), shape_text(&shape));
        let dims = shape.dims();
        let merged = Shape::new(&[dims[0].saturating_mul(dims[1]), dims[2], dims[3]]);
        let help = match written_in_body && shape.is_known() {
            true => format!("write `reshape({text}, {})`", shape_text(&merged)),
            false => "merge two of them in `forward`, with `reshape`".to_owned(),
        };
        diagnostics.error(
            tokens,
            format!(
                "an output has up to {MOST_SIZES} sizes beside the batch, but `{text}` has {}\nexpected: `[a, b, c]`, `[a, b]` or `[a]`\n   found: {found}\nhelp: {help}",
                dims.len(),
            ),
        );
    }
}

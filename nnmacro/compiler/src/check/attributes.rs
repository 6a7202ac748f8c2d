//! Attributes: which of them stand on what.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::parse::Parser;
use syn::{Attribute, Meta, Path, parse_quote};

use super::LINTS;
use crate::diagnostics::{Diagnostics, list, suggest};
use crate::emit::{conditions, split};
use crate::syntax::{Declaration, LayerSyntax, source_text};

pub(super) fn of_layer(layer: &LayerSyntax, diagnostics: &Diagnostics) {
    for attribute in &layer.attributes {
        if attribute.path().is_ident("doc") {
            continue;
        }
        if attribute.path().is_ident("frozen") && layer.name != "loss" {
            if attribute.meta.require_path_only().is_err() {
                let found = source_text(&attribute.to_token_stream());
                diagnostics.error(
                    attribute,
                    format!(
                        "`frozen` takes no arguments\nexpected: `#[frozen]`\n   found: `{found}`"
                    ),
                );
            }
            continue;
        }
        let found = source_text(&attribute.to_token_stream());
        let remarks = list(LINTS).replace(" and ", " or ");
        let expected = format!(
            "expected: a comment, `#[frozen]`, or `#[allow(…)]` of {remarks}\n   found: `{found}`"
        );
        if !attribute.path().is_ident("allow") {
            let path = source_text(&attribute.path().to_token_stream());
            let help = beside_types(attribute);
            let message = format!("a layer takes no attribute `{path}`\n{expected}{help}");
            diagnostics.error(attribute, message);
            continue;
        }
        let result = attribute.parse_nested_meta(|meta| {
            if LINTS.iter().any(|known| meta.path.is_ident(known)) {
                return Ok(());
            }
            let name = source_text(&meta.path.to_token_stream());
            let help = suggest(&name, LINTS).map(|s| format!("\nhelp: write `{s}`"));
            let help = help.unwrap_or_default();
            diagnostics.error(
                meta.path,
                format!(
                    "no remark is called `{name}`\nexpected: {remarks}\n   found: `{name}`{help}"
                ),
            );
            Ok(())
        });
        if result.is_err() {
            diagnostics.error(attribute, format!("`allow` names remarks\n{expected}"));
        }
    }
}

/// Attributes of constants: a condition is not one, since sizes are computed before it.
pub(super) fn of_constants(declaration: &Declaration, diagnostics: &Diagnostics) {
    let all = declaration.constants.iter().flat_map(|c| &c.attributes);
    for attribute in all.filter(|a| is_condition(a)) {
        let help = beside_types(attribute);
        let found = source_text(&attribute.to_token_stream());
        diagnostics.error(
            attribute,
            format!("a constant takes no condition\nexpected: a comment, or another attribute\n   found: `{found}`{help}"),
        );
    }
}

/// Whether an attribute leaves out what it stands on.
pub(crate) fn is_condition(attribute: &Attribute) -> bool {
    !conditions(std::slice::from_ref(attribute)).is_empty()
}

/// A help for conditions, which the macro cannot know.
pub(crate) fn beside_types(attribute: &Attribute) -> String {
    if attribute.path().is_ident("cfg") || attribute.path().is_ident("cfg_attr") {
        "\nhelp: declare a network for each condition, with `#[cfg(…)]` on its type".to_owned()
    } else {
        String::new()
    }
}

/// The traits that every network derives.
const DERIVED: [&str; 3] = ["Clone", "Copy", "Debug"];

/// Reports derives that the macro writes itself, and removes them.
pub(crate) fn derives(declaration: &mut Declaration, diagnostics: &Diagnostics) {
    let views = declaration.views.iter_mut().map(|v| &mut v.attributes);
    for attributes in views.chain([&mut declaration.attributes]) {
        attributes.retain_mut(|attribute| match underived(&attribute.meta, diagnostics) {
            Some(meta) => {
                *attribute = parse_quote!(#[#meta]);
                true
            }
            None => false,
        });
    }
}

/// An attribute without such derives; `None` when nothing is left of it.
fn underived(meta: &Meta, diagnostics: &Diagnostics) -> Option<TokenStream> {
    let is_derive = meta.path().is_ident("derive");
    let list = match meta.require_list() {
        Ok(list) if is_derive || meta.path().is_ident("cfg_attr") => list,
        _ => return Some(meta.to_token_stream()),
    };
    let mut parts = split(list.tokens.clone());
    if parts.is_empty() {
        return Some(meta.to_token_stream());
    }
    if is_derive {
        parts.retain(|path| !is_derived(path, diagnostics));
        return (!parts.is_empty()).then(|| quote!(derive(#(#parts),*)));
    }
    let condition = parts.remove(0);
    let kept = parts.into_iter().filter_map(|tokens| match syn::parse2::<Meta>(tokens.clone()) {
        Ok(meta) => underived(&meta, diagnostics),
        Err(_) => Some(tokens), // for rustc
    });
    let kept: Vec<TokenStream> = kept.collect();
    (!kept.is_empty()).then(|| quote!(cfg_attr(#condition, #(#kept),*)))
}

/// Whether the macro derives a trait itself, which is reported.
fn is_derived(path: &TokenStream, diagnostics: &Diagnostics) -> bool {
    let Ok(trait_) = Path::parse_mod_style.parse2(path.clone()) else { return false };
    let last = trait_.segments.last().map(|s| s.ident.to_string()).unwrap_or_default();
    if !DERIVED.contains(&last.as_str()) {
        return false;
    }
    let name = source_text(path);
    diagnostics.error(
        path,
        format!("a network derives `{name}` by itself\nexpected: other traits\n   found: `{name}`"),
    );
    true
}

//! What is left when a layer has read its arguments: unknown, repeated, or too many.

use proc_macro2::Ident;
use quote::ToTokens;
use syn::Expr;

use super::Arguments;
use crate::diagnostics::{list, suggest};
use crate::syntax::{Argument, source_text};

impl Arguments<'_> {
    /// Reports arguments that no getter took: unknown, repeated, too many.
    pub fn finish(&self) {
        let options = self.options.borrow();
        let taken = self.taken.borrow();
        let kind = self.layer.kind.to_string();
        let mut unknown: Vec<(&Ident, &Expr)> = Vec::new();
        for (i, argument) in self.layer.arguments.iter().enumerate() {
            if taken.contains(&i) {
                continue;
            }
            match argument {
                Argument::Named { name, value } => {
                    if options.iter().any(|o| name == o) {
                        self.twice(name, value);
                    } else {
                        unknown.push((name, value));
                    }
                }
                Argument::Positional(expr) if !self.quiet.replace(true) => {
                    let text = source_text(&expr.to_token_stream());
                    self.diagnostics.error(
                        expr,
                        format!(
                            "`{kind}` does not take `{text}` here\nexpected: `{}`\n   found: `{}`",
                            self.usage,
                            self.layer.source()
                        ),
                    );
                }
                Argument::Arrow { tokens, .. } if !self.quiet.replace(true) => {
                    self.diagnostics.error(
                        tokens,
                        format!(
                            "`{kind}` takes no `in -> out`\nexpected: `{}`\n   found: `{}`",
                            self.usage,
                            self.layer.source()
                        ),
                    );
                }
                Argument::Range { tokens, .. } | Argument::List { tokens, .. }
                    if !self.quiet.replace(true) =>
                {
                    self.diagnostics.error(
                        tokens,
                        format!(
                            "`{kind}` takes no list or range here\nexpected: `{}`\n   found: `{}`",
                            self.usage,
                            self.layer.source()
                        ),
                    );
                }
                _ => {}
            }
        }
        self.unknown_options(&unknown, &options);
    }

    fn twice(&self, name: &Ident, value: &Expr) {
        let first = self.layer.arguments.iter().find_map(|a| match a {
            Argument::Named { name: n, value } if n == name => Some(value),
            _ => None,
        });
        let text = |e: &Expr| source_text(&e.to_token_stream());
        let (first, second) = (first.map(text).unwrap_or_default(), text(value));
        self.diagnostics.error(
            name,
            format!(
                "`{name}` of {} is given twice\nexpected: `{name} = {first}` alone\n   found: `{name} = {second}` as well",
                self.name()
            ),
        );
    }

    /// One error for all options that the layer does not have: often its kind is what is wrong.
    fn unknown_options(&self, unknown: &[(&Ident, &Expr)], options: &[&'static str]) {
        let Some((first, _)) = unknown.first() else { return };
        let words: Vec<String> = unknown.iter().map(|(name, _)| name.to_string()).collect();
        let (kind, plural) = (&self.layer.kind, if words.len() > 1 { "s" } else { "" });
        let known = match options {
            [] => "no options".to_owned(),
            some => list(some.iter().copied()).replace(" and ", " or "),
        };
        let near: Vec<String> = unknown
            .iter()
            .filter_map(|(name, value)| {
                let near = near_option(&name.to_string(), options)?;
                Some(format!("{near} = {}", source_text(&value.to_token_stream())))
            })
            .collect();
        let help = match near.as_slice() {
            [] => String::new(),
            some => format!("\nhelp: write `{}`", some.join(", ")),
        };
        let words = list(words.iter().map(String::as_str));
        self.diagnostics.error(
            first,
            format!(
                "`{kind}` has no option{plural} {words}\nexpected: {known}\n   found: {words}{help}"
            ),
        );
    }
}

/// The option that a misspelt `word` most likely means.
pub(super) fn near_option(word: &str, options: &[&'static str]) -> Option<&'static str> {
    suggest(word, options.iter().copied())
}

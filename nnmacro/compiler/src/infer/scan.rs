//! `let (ys, h) = scan(cell, x, h0);`: a network along a sequence.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;

use super::body::Scope;
use super::calls::is_option;
use super::layers::Read;
use super::steps::Operand;
use crate::syntax::{Call, value_text};

const USAGE: &str = "scan(cell, x, h)";

impl<'s> Scope<'s, '_> {
    /// What is collected, and the last states for as many names as are left.
    pub(super) fn scan(&mut self, call: &Call, names: &[Ident]) -> Option<Vec<Operand>> {
        let found = value_text(&call.tokens);
        let (given, options): (Vec<_>, Vec<_>) = call.arguments.iter().partition(|a| !is_option(a));
        let Some((cell, values)) = given.split_first() else {
            let message =
                format!("`scan` lacks a network\nexpected: `{USAGE}`\n   found: `{found}`");
            self.error(&call.name, message);
            return None;
        };
        let read = self.cell(cell, &found);
        let reverse = self.reverse(&options, &found);
        let operands: Vec<Option<Operand>> = values.iter().map(|v| self.argument(v)).collect();
        let (read, reverse) = (read?, reverse?);
        let operands: Vec<Operand> = operands.into_iter().collect::<Option<_>>()?;
        if operands.is_empty() {
            let message =
                format!("`scan` lacks a sequence\nexpected: `{USAGE}`\n   found: `{found}`");
            self.error(&call.name, message);
            return None;
        }
        if let Some(integers) = operands.iter().find(|o| self.steps.limit(o).is_some()) {
            let written = &integers.written;
            let message = format!(
                "a scan runs along real numbers, but `{written}` holds integers\nexpected: an `Embedding` before it\n   found: `{found}`"
            );
            self.error(&call.name, message);
            return None;
        }
        if names.len() > 1 && names.len() != operands.len() {
            let states = operands.len() - 1;
            let message = format!(
                "a scan with {states} {} gives {} values: what is collected, and the last states\nexpected: {} names\n   found: {}",
                if states == 1 { "state" } else { "states" },
                operands.len(),
                operands.len(),
                names.len()
            );
            self.error(&call.name, message);
            return None;
        }
        let at = names.first().unwrap_or(&call.name);
        let first = self.steps.scanned(read, operands, reverse, at)?;
        let mut all = self.steps.further(&first, names.get(1..).unwrap_or_default(), read.reading);
        all.insert(0, Operand { written: found, ..first });
        Some(all)
    }

    /// The network that is applied.
    fn cell(&mut self, tokens: &TokenStream, found: &str) -> Option<&'s Read> {
        let mut words = tokens.clone().into_iter();
        let name = match (words.next(), words.next()) {
            (Some(TokenTree::Ident(name)), None) => name,
            _ => {
                let message = format!(
                    "`scan` takes the name of a network first\nexpected: `{USAGE}`\n   found: `{found}`"
                );
                self.error(tokens, message);
                return None;
            }
        };
        let text = name.unraw().to_string();
        self.called.insert(text.clone());
        let Some(read) = self.layers.get(&text).copied() else {
            let known = self.networks();
            let expected =
                if known.is_empty() { "a network declared as a layer".to_owned() } else { known };
            let message = format!(
                "there is no network `{text}` here\nexpected: {expected}\n   found: `{text}`"
            );
            self.error(&name, message);
            return None;
        };
        let Some(read) = read else {
            self.is_faulty = true;
            return None;
        };
        if !self.steps.is_network(read) {
            let word = self.steps.network.layers[read.parts[0].0].word.clone();
            let message = format!(
                "`scan` applies a network, and `{text}` is `{word}`\nexpected: a network declared elsewhere, which takes a step and its states\n   found: `{text}`"
            );
            self.error(&name, message);
            return None;
        }
        Some(read)
    }

    /// The names of layers that are networks.
    fn networks(&self) -> String {
        let is_network =
            |name: &&String| self.layers[*name].is_some_and(|read| self.steps.is_network(read));
        let mut names: Vec<&str> =
            self.layers.keys().filter(is_network).map(String::as_str).collect();
        names.sort_unstable();
        crate::diagnostics::list(names).replace(" and ", " or ")
    }

    /// `reverse = true`
    fn reverse(&mut self, options: &[&TokenStream], found: &str) -> Option<bool> {
        let mut reverse = false;
        for option in options {
            let words: Vec<String> = (*option).clone().into_iter().map(|t| t.to_string()).collect();
            reverse = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
                ["reverse", "=", "true"] => true,
                ["reverse", "=", "false"] => false,
                _ => {
                    let message = format!(
                        "`scan` has one option\nexpected: `reverse = true` or `reverse = false`\n   found: `{found}`"
                    );
                    self.error(option, message);
                    return None;
                }
            };
        }
        Some(reverse)
    }
}

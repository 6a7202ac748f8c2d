//! The tensors of the layers: their names, which of them are frozen, and which are shared with other layers.

use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt;

use super::steps::Steps;
use crate::diagnostics::{list, shape_text, suggest};
use crate::network::{NamedTensor, Network, TiedTensor};
use crate::ops::Tensor;
use crate::syntax::{Declaration, Tie};

/// A tensor of a layer, by their numbers.
type Place = (usize, usize);

impl Steps<'_> {
    /// The network with its tensors, in the order of the layers.
    /// `biases`: these alone are trained.
    pub(super) fn finish(mut self, declaration: &Declaration, biases: bool) -> Network {
        let ties = self.ties(declaration);
        let network = &mut self.network;
        let is_tied = |place: Place| ties.iter().any(|(tied, ..)| *tied == place);
        let mut numbers = std::collections::HashMap::new();
        for (i, layer) in network.layers.iter_mut().enumerate() {
            let first = network.tensors.len();
            for (k, tensor) in self.tensors[i].iter().flatten().enumerate() {
                if is_tied((i, k)) {
                    continue;
                }
                numbers.insert((i, k), network.tensors.len());
                network.tensors.push(NamedTensor {
                    name: tensor.of(&layer.name, "."),
                    field: format_ident!("{}", tensor.of(&layer.value_name(), "_")),
                    is_frozen: is_frozen(tensor, layer.is_frozen, biases),
                    tensor: tensor.clone(),
                });
            }
            layer.tensors = first..network.tensors.len();
        }
        for ((layer, k), of, written) in &ties {
            let tensor = &self.tensors[*layer].as_ref().expect("its tensors")[*k];
            network.ties.push(TiedTensor {
                layer: *layer,
                suffix: tensor.suffix,
                tensor: numbers[of],
                name: tensor.of(&network.layers[*layer].name, "."),
                shape_tokens: tensor.shape_tokens.clone(),
                shape: tensor.shape,
                written: written.clone(),
            });
        }
        self.network
    }

    /// Which tensor is which: the tied one, the one that it is, and what is underlined.
    fn ties(&self, declaration: &Declaration) -> Vec<(Place, Place, Ident)> {
        let mut ties: Vec<(Place, Place, Ident)> = Vec::new();
        for Tie { tied, of } in &declaration.ties {
            let (Some(a), Some(b)) = (self.tensor(tied, declaration), self.tensor(of, declaration))
            else {
                continue;
            };
            // What is tied itself is another one's.
            let b = ties.iter().find(|(tied, ..)| *tied == b).map_or(b, |(_, of, _)| *of);
            let is_first = !ties.iter().any(|(tied, of, _)| *tied == a || *of == a);
            if let Some(message) = self.misfit(tied, of, a, b, is_first) {
                self.diagnostics.error(&tied[0], message);
                continue;
            }
            ties.push((a, b, tied[0].clone()));
        }
        ties
    }

    /// Why one cannot be the other.
    fn misfit(
        &self,
        tied: &[Ident; 2],
        of: &[Ident; 2],
        a: Place,
        b: Place,
        is_first: bool,
    ) -> Option<String> {
        let (name, other) = (path(tied), path(of));
        if a == b {
            return Some(format!(
                "`{name}` is tied to itself\nexpected: a tensor of another layer\n   found: `{other}`"
            ));
        }
        if !is_first {
            return Some(format!(
                "`{name}` is in another tie before this one\nexpected: each tensor tied once, to one that is not\n   found: `{name} = {other}`"
            ));
        }
        let tensor = |(layer, k): Place| &self.tensors[layer].as_ref().expect("its tensors")[k];
        let (first, second) = (tensor(a), tensor(b));
        if first.buffer || second.buffer {
            return Some(format!(
                "a running statistic is not tied\nexpected: a trained tensor\n   found: `{}`",
                if first.buffer { &name } else { &other }
            ));
        }
        let frozen = |(layer, _): Place| self.network.layers[layer].is_frozen;
        if frozen(a) != frozen(b) {
            let (yes, no) = if frozen(a) { (&name, &other) } else { (&other, &name) };
            return Some(format!(
                "`{yes}` is frozen and `{no}` is not, but they are one tensor\nexpected: both frozen, or none\n   found: `#[frozen]` on one"
            ));
        }
        let (expected, found) = (shape_text(&second.shape), shape_text(&first.shape));
        (!first.shape.fits(&second.shape)).then(|| {
            format!(
                "`{name}` and `{other}` are one tensor, but have two shapes\nexpected: {expected}, as `{other}`\n   found: {found}"
            )
        })
    }

    /// The tensor called so.
    fn tensor(&self, [layer, tensor]: &[Ident; 2], declaration: &Declaration) -> Option<Place> {
        let text = layer.unraw().to_string();
        let layers = || self.network.layers.iter().enumerate();
        let of_it: Vec<usize> = layers()
            .filter(|(_, l)| l.is_declared && l.name.split('.').next() == Some(&text))
            .map(|(i, _)| i)
            .collect();
        if of_it.is_empty() {
            self.no_layer(layer, &text, declaration);
            return None;
        }
        if of_it.iter().any(|i| self.network.layers[*i].network.is_some()) {
            self.diagnostics.error(
                layer,
                format!(
                    "`{text}` is a network, whose tensors are its own\nexpected: a layer with tensors, or the same network used twice\n   found: `{text}`"
                ),
            );
            return None;
        }
        let wanted = tensor.unraw().to_string();
        let tensors = || {
            let of_layer = |i: &usize| {
                let all = self.tensors[*i].iter().flatten().enumerate();
                all.map(|(k, t)| ((*i, k), t.suffix)).collect::<Vec<_>>()
            };
            of_it.iter().flat_map(of_layer)
        };
        let found = tensors().find(|(_, suffix)| *suffix == wanted).map(|(place, _)| place);
        // Of a layer that could not be applied nothing is known.
        if found.is_none() && !self.diagnostics.has_errors() {
            let names: Vec<&str> = tensors().map(|(_, suffix)| suffix).collect();
            let expected = match names.is_empty() {
                true => "a layer with tensors".to_owned(),
                false => list(names.iter().copied()).replace(" and ", " or "),
            };
            self.diagnostics.error(
                tensor,
                format!(
                    "`{text}` has no tensor `{wanted}`\nexpected: {expected}\n   found: `{wanted}`"
                ),
            );
        }
        found
    }

    fn no_layer(&self, layer: &Ident, text: &str, declaration: &Declaration) {
        let is_declared = declaration.layers.iter().any(|l| l.name.unraw() == text);
        if is_declared || !declaration.unreadable.is_empty() {
            return; // which could not be read
        }
        let known: Vec<String> =
            declaration.layers.iter().map(|l| l.name.unraw().to_string()).collect();
        let near = suggest(text, known.iter().map(String::as_str));
        let help = near.map(|n| format!("\nhelp: write `{n}`")).unwrap_or_default();
        self.diagnostics.error(
            layer,
            format!(
                "there is no layer `{text}`\nexpected: a layer with tensors\n   found: `{text}`{help}"
            ),
        );
    }
}

fn is_frozen(tensor: &Tensor, layer: bool, biases: bool) -> bool {
    (layer || biases && tensor.suffix != "bias") && !tensor.buffer
}

/// `out.weight`
fn path([layer, tensor]: &[Ident; 2]) -> String {
    format!("{}.{}", layer.unraw(), tensor.unraw())
}

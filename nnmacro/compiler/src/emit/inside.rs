//! The networks within a network: where they lie, and what runs them.

use proc_macro2::TokenStream;
use quote::quote;

use super::program::Program;
use super::{ident, number};
use crate::graph::Node;
use crate::ops::{Geometry, OpId, Placement, blocks, of_network};

impl Program<'_> {
    /// Where the networks within this one lie, a call each: those that run once, and those in scans.
    pub(super) fn insides(&self) -> [Vec<TokenStream>; 2] {
        let mut all = [Vec::new(), Vec::new()];
        for segment in &self.schedule.segments {
            if let Some((is_scan, _)) = self.inside.get(&segment.nodes[0]) {
                all[usize::from(*is_scan)].push(self.inside_of(segment.nodes[0]));
            }
        }
        all
    }

    fn inside_of(&self, n: usize) -> TokenStream {
        let node = &self.schedule.graph.nodes[n];
        let operands: Vec<_> = self.schedule.graph.operands(node).collect();
        // Forward and backward alike: the inputs, the outputs, the blocks. Backward then the gradients.
        let step = &self.network.steps[node.step];
        let blocks = blocks(&node.geometry);
        let outputs = match is_backward(node) {
            true => (node.inputs.len() - step.inputs.len() - blocks) / 2,
            false => node.outputs.len() - blocks,
        };
        let (x, rest) = operands.split_at(step.inputs.len());
        let (y, rest) = rest.split_at(outputs);
        let (blocks, rest) = rest.split_at(blocks);
        let blocks = blocks.iter().map(|o| self.region(*o));
        let (x, y) = (self.picked(x), self.picked(y));
        let (part, key) = (number(self.parts[step.layer]), number(node.step));
        let part = quote!(&__Nn::_OWN.parts[#part]);
        // Gradients of a network that is used twice are added to those of the use whose backward pass ran before.
        let gradients = is_backward(node).then(|| {
            let (d_y, d_x) = rest.split_at(outputs);
            let (d_y, d_x) = (self.picked(d_y), self.picked(d_x));
            let again = self.again.contains(&n);
            quote!([#d_y, #d_x], #again)
        });
        if matches!(node.geometry, Geometry::Scan(_)) {
            let ty = self.network.layers[step.layer].network.as_ref().expect("a network");
            let (layer, plan, g) =
                (of_network(ty, "AS_LAYER"), of_network(ty, plan(node)), &node.numbers);
            let gradients = gradients.map(|g| quote!(.backward(#g)));
            return quote! {
                __nn::Scan::forward(
                    #key, &#g, (&#layer, &#plan, #part), [#(#blocks),*], #x, #y
                ) #gradients
            };
        }
        let function = ident(if is_backward(node) { "backward" } else { "forward" });
        let gradients = gradients.map(|g| quote!(, #g));
        let (starts, u) = (self.name("O"), number(self.uses[&node.step].number));
        quote! {
            __nn::Inside::#function(
                #key, #part, __nn::Within::Plan(__Nn::#starts[#u]), [#(#blocks),*], #x, #y #gradients
            )
        }
    }

    /// A network within this one: its regions lie within ours.
    pub(super) fn subnetwork(&self, n: usize) -> TokenStream {
        let node = &self.schedule.graph.nodes[n];
        let ty = self.network.layer_of(node.step).network.as_ref().expect("a network");
        let (is_scan, i) = (self.inside[&n].0, number(self.inside[&n].1));
        let (insides, function) = (self.name("B"), self.function(ty, node));
        if is_scan {
            let scans = self.name("C");
            if is_backward(node) {
                return quote!(__nn_pass.scan_back(&__Nn::#scans[#i], |__nn_pass| #function););
            }
            let training = node.op.id != OpId::Infer;
            return quote!(__nn_pass.scan(&__Nn::#scans[#i], #training, |__nn_pass| #function););
        }
        quote! {
            __nn_pass.within(
                &__Nn::#insides[#i],
                |__nn_pass| #function,
            );
        }
    }

    /// The same, on a piece of the batch.
    pub(super) fn subnetwork_of_piece(&self, n: usize, inside: usize) -> TokenStream {
        let (insides, i) = (self.name("B"), number(inside));
        let piece = of_network(self.type_of(&self.schedule.graph.nodes[n]), "piece");
        quote! {
            __nn::Ops::within(__nno, &__Nn::#insides[#i], |__nno| #piece::<_, true>(__nno));
        }
    }

    /// The function of a network within this one, and its argument.
    fn function(&self, ty: &TokenStream, node: &Node) -> TokenStream {
        let function = of_network(ty, node.op.record().name);
        if node.op.id != OpId::Backward {
            return quote!(#function::<__NnDevice, true>(__nn_pass));
        }
        if matches!(node.geometry, Geometry::Scan(_)) {
            // The gradient goes through from step to step, wherever it ends.
            return quote!(#function::<__NnDevice, true, true>(__nn_pass));
        }
        let mut d_x = node.outputs.iter().flatten();
        let through = node.outputs.iter().any(Option::is_some);
        if through && !d_x.any(|d| self.wanted[d.0]) {
            return quote!(#function::<__NnDevice, __NN_THROUGH, true>(__nn_pass));
        }
        quote!(#function::<__NnDevice, #through, true>(__nn_pass))
    }

    pub(super) fn type_of(&self, node: &Node) -> &TokenStream {
        self.network.layer_of(node.step).network.as_ref().expect("a network")
    }

    /// The networks within this one: their names as layers, and their plans.
    pub(super) fn inner(&self) -> Vec<(&str, TokenStream)> {
        let mut plans = Vec::new();
        for node in &self.schedule.graph.nodes {
            if node.op.record().placement != Placement::Alone || is_backward(node) {
                continue;
            }
            let plan = plan(node);
            let ty = self.network.layer_of(node.step).network.as_ref().expect("a network");
            let name = self.network.steps[node.step].name.as_str();
            plans.push((name, of_network(ty, plan)));
        }
        plans
    }
}

/// The plan of the network that a call runs.
pub(super) fn plan(node: &Node) -> &'static str {
    match node.op.id {
        OpId::Infer => "INFERENCE",
        OpId::ForwardFrozen | OpId::BackwardFrozen => "FROZEN",
        _ => "TRAINING",
    }
}

pub(super) fn is_backward(node: &Node) -> bool {
    matches!(node.op.id, OpId::Backward | OpId::BackwardFrozen)
}

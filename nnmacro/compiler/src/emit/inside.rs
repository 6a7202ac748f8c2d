//! The networks within a network: where they lie, and what runs them.

use std::ops::Range;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{quote, quote_spanned};

use super::program::Program;
use super::{ident, number};
use crate::graph::Node;
use crate::ops::{Geometry, OpId, Placement, blocks, of_network};
use crate::schedule::{END, time};

/// A network that runs once within another one.
pub(super) struct Use {
    /// Its number among those of the network.
    number: usize,
    ty: TokenStream,
    /// Its plan.
    plan: TokenStream,
    /// The steps at which it runs; 0 where it has no backward calls.
    forward: usize,
    backward: usize,
    /// The number of what crosses its border.
    inside: usize,
}

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

    /// The networks that run once within this one, in the order of their steps.
    pub(super) fn find_uses(&mut self) {
        let graph = &self.schedule.graph;
        for (n, node) in graph.nodes.iter().enumerate() {
            let is_once = self.inside.get(&n).is_some_and(|(is_scan, _)| !is_scan);
            if !is_once {
                continue;
            }
            let (step, inside) = (time(graph, n), self.inside[&n].1);
            let number = self.uses.len();
            let ty = self.type_of(node).clone();
            let plan = of_network(&ty, plan(node));
            let new = Use { number, ty, plan, forward: step, backward: 0, inside };
            let found = self.uses.entry(node.step).or_insert(new);
            if is_backward(node) {
                (found.backward, found.inside) = (step, inside);
            }
        }
    }

    fn type_of(&self, node: &Node) -> &TokenStream {
        self.network.layer_of(node.step).network.as_ref().expect("a network")
    }

    /// The constants that say where values lie: those of its own, what touches them, and the networks within.
    pub(super) fn values(&self) -> TokenStream {
        let [list, values, starts, insides, places] =
            ["L", "V", "O", "B", "D"].map(|suffix| self.name(suffix));
        let graph = &self.schedule.graph;
        let steps = |own: Option<(usize, usize)>| {
            let (first, last) = own.unwrap_or((END, 0));
            (number(first), number(last))
        };
        let blocks = self.schedule.blocks().map(|block| {
            let (len, (first, last)) = (&graph.value(block.value).len, steps(block.own));
            quote!((#len, #first, #last))
        });
        let ports = self.schedule.border.iter().map(|block| {
            let (region, (first, last)) = (self.lasting(block.value), steps(block.own));
            quote!((#region, #first, #last))
        });
        let pairs = self.schedule.in_place.iter().map(|pair| {
            let (from, to) = (self.lasting(pair.from), self.lasting(pair.to));
            let step = number(pair.step);
            quote!(__nn::InPlace { from: #from, to: #to, step: #step })
        });
        let (ports, pairs): (Vec<_>, Vec<_>) = (ports.collect(), pairs.collect());
        let all = self.uses_in_order();
        let uses = all.iter().map(|u| {
            let plan = &u.plan;
            let (forward, backward, i) = (number(u.forward), number(u.backward), number(u.inside));
            quote!(__nn::Use::of(#plan.values, (#forward, #backward), &__Nn::#insides[#i]))
        });
        let (count, own) = (number(all.len()), number(self.schedule.blocks().count()));
        let plans = all.iter().map(|u| &u.plan);
        let within = self.name("W");
        let (within, uses) = match all.is_empty() {
            true => (TokenStream::new(), quote!(&[])),
            false => {
                let constants = quote! {
                    const #starts: &'static [__nn::usize; #count] =
                        &__nn::starts(#own, [#(#plans.values),*]);
                    const #within: &'static [__nn::Use; #count] = &__nn::uses([#(#uses),*]);
                };
                (constants, quote!(__Nn::#within))
            }
        };
        let (loss, end) = (number(graph.forward), number(graph.nodes.len() + 1));
        let ends = |range: Range<usize>| {
            let nodes = |i: usize| &self.schedule.segments[i].nodes;
            let (first, last) = (nodes(range.start)[0], nodes(range.end - 1));
            let (first, last) = (time(graph, first), time(graph, last[last.len() - 1]));
            (number(first), number(last))
        };
        // Of a single call the segment is of importance for what it alone touches.
        let segments = self.schedule.segments.iter().enumerate().filter(|(i, s)| {
            s.split && (s.nodes.len() > 1 || !self.schedule.locals[*i].is_empty())
        });
        let segments = segments.map(|(i, _)| {
            let (first, last) = ends(i..i + 1);
            quote!((#first, #last))
        });
        let runs = self.runs.iter().map(|run| {
            let (first, last) = ends(run.clone());
            let node = |i: usize| &graph.nodes[self.schedule.segments[i].nodes[0]];
            let within = run.clone().filter_map(|i| self.uses.get(&node(i).step)).map(|u| u.number);
            let within: Vec<usize> = within.collect();
            let (from, to) = (number(within[0]), number(within[within.len() - 1] + 1));
            let uses = self.name("W");
            quote!(__nn::Run::of((#first, #last), (#from, #to), __Nn::#uses))
        });
        let is_one = self.is_one();
        let (room, span) = (room(&[self]), first_use(&[self]));
        let room_of_values = quote_spanned! {span=>
            const #places: &'static __nn::Placed =
                &__nn::within(&__nn::places::<#room>(__Nn::#values));
        };
        quote! {
            const #list: &'static [(__nn::usize, __nn::usize, __nn::usize)] = &[#(#blocks),*];
            #within
            const #values: &'static __nn::Values = &__nn::Values::of(
                __Nn::#list, &[#(#ports),*], (#loss, #end),
                (&[#(#segments),*], &[#(#runs),*], #is_one), #uses, &[#(#pairs),*],
            );
            #room_of_values
        }
    }

    fn uses_in_order(&self) -> Vec<&Use> {
        let mut all: Vec<&Use> = self.uses.values().collect();
        all.sort_by_key(|u| u.number);
        all
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

/// Room for the places of values: of as many as the longest of the programs has, and of the networks within. The types of
/// these are joined as a tree, since rustc follows types to a limited depth.
pub(super) fn room(programs: &[&Program<'_>]) -> TokenStream {
    let own = programs
        .iter()
        .map(|p| p.schedule.blocks().count())
        .max()
        .map_or_else(|| number(0), number);
    let longest = programs.iter().max_by_key(|p| p.uses.len());
    let uses = longest.map_or_else(Vec::new, |p| p.uses_in_order());
    let rooms: Vec<TokenStream> = uses.iter().map(|u| of_network(&u.ty, "Room")).collect();
    let own = quote!([__nn::usize; #own]);
    let room = match joined(&rooms) {
        None => own,
        Some(rooms) => quote!(__nn::Both<#own, #rooms>),
    };
    let at = first_use(programs);
    let there = |mut token: TokenTree| {
        token.set_span(token.span().located_at(at));
        token
    };
    room.into_iter().map(there).collect()
}

/// Where the first network within is named: items that hold its room stand there, so that rustc says once what is wrong
/// with the type.
pub(super) fn first_use(programs: &[&Program<'_>]) -> Span {
    let all = programs.iter().find_map(|p| p.uses_in_order().first().map(|u| u.ty.clone()));
    let first = all.and_then(|ty| ty.into_iter().next());
    first.map_or_else(Span::call_site, |token| Span::call_site().located_at(token.span()))
}

fn joined(rooms: &[TokenStream]) -> Option<TokenStream> {
    match rooms {
        [] => None,
        [one] => Some(one.clone()),
        _ => {
            let (left, right) = rooms.split_at(rooms.len() / 2);
            let (left, right) = (joined(left), joined(right));
            Some(quote!(__nn::Both<#left, #right>))
        }
    }
}

/// The plan of the network that a call runs.
fn plan(node: &Node) -> &'static str {
    match node.op.id {
        OpId::Infer => "INFERENCE",
        OpId::ForwardFrozen | OpId::BackwardFrozen => "FROZEN",
        _ => "TRAINING",
    }
}

fn is_backward(node: &Node) -> bool {
    matches!(node.op.id, OpId::Backward | OpId::BackwardFrozen)
}

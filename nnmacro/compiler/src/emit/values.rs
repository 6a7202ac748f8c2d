//! The values that lie sample by sample, for the plan that rustc makes of them and of those of the networks within.

use std::ops::Range;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{quote, quote_spanned};

use super::checks::names_any;
use super::inside::{is_backward, plan};
use super::number;
use super::program::Program;
use crate::ops::of_network;
use crate::schedule::{Block, END, time};

/// A network that runs once within another one.
pub(super) struct Use {
    /// Its number among those of the network.
    pub(super) number: usize,
    ty: TokenStream,
    /// Whether its type names sizes that this network is generic over.
    is_generic: bool,
    /// Its plan.
    plan: TokenStream,
    /// The steps at which it runs; 0 where it has no backward calls.
    forward: usize,
    backward: usize,
    /// The number of what crosses its border.
    inside: usize,
}

impl Program<'_> {
    /// The networks that run once within this one, in the order of their steps.
    pub(super) fn find_uses(&mut self, generics: &[Ident]) {
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
            let is_generic = names_any(&ty, generics);
            let new = Use { number, ty, is_generic, plan, forward: step, backward: 0, inside };
            let found = self.uses.entry(node.step).or_insert(new);
            if is_backward(node) {
                (found.backward, found.inside) = (step, inside);
            }
        }
    }

    /// The constants that say where values lie: those of its own, what touches them, and the networks within.
    pub(super) fn values(&self) -> TokenStream {
        let [list, values, places] = ["L", "V", "D"].map(|suffix| self.name(suffix));
        let graph = &self.schedule.graph;
        let blocks = self.schedule.blocks().map(|block| {
            let (len, (first, last)) = (&graph.value(block.value).len, own_steps(block));
            quote!((#len, #first, #last))
        });
        let ports = self.schedule.border.iter().map(|block| {
            let (region, (first, last)) = (self.lasting(block.value), own_steps(block));
            quote!((#region, #first, #last))
        });
        let pairs = self.schedule.in_place.iter().map(|pair| {
            let (from, to) = (self.lasting(pair.from), self.lasting(pair.to));
            let step = number(pair.step);
            quote!(__nn::InPlace { from: #from, to: #to, step: #step })
        });
        let (within, uses) = self.uses();
        let (segments, runs, is_one) =
            (self.split_segments(), self.joined_segments(), self.is_one());
        let (loss, end) = (number(graph.forward), number(graph.nodes.len() + 1));
        let (room, span) = (room(&[self]), first_use(&[self]));
        let room_of_values = quote_spanned! {span=>
            const #places: &'static __nn::Placed =
                &__nn::Placed::of(&__nn::places::<#room>(__Nn::#values));
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

    /// The networks that run once: constants of them, and what names their list.
    fn uses(&self) -> (TokenStream, TokenStream) {
        let all = self.uses_in_order();
        if all.is_empty() {
            return (TokenStream::new(), quote!(&[]));
        }
        let [starts, insides, within] = ["O", "B", "W"].map(|suffix| self.name(suffix));
        let uses = all.iter().map(|u| {
            let plan = &u.plan;
            let (forward, backward, i) = (number(u.forward), number(u.backward), number(u.inside));
            quote!(__nn::Use::of(#plan.values, (#forward, #backward), &__Nn::#insides[#i]))
        });
        let (count, own) = (number(all.len()), number(self.schedule.blocks().count()));
        let plans = all.iter().map(|u| &u.plan);
        let constants = quote! {
            const #starts: &'static [__nn::usize; #count] =
                &__nn::starts(#own, [#(#plans.values),*]);
            const #within: &'static [__nn::Use; #count] = &__nn::uses([#(#uses),*]);
        };
        (constants, quote!(__Nn::#within))
    }

    /// The first and the last step of segments.
    fn ends(&self, segments: Range<usize>) -> TokenStream {
        let graph = &self.schedule.graph;
        let nodes = |i: usize| &self.schedule.segments[i].nodes;
        let (first, last) = (nodes(segments.start)[0], nodes(segments.end - 1));
        let (first, last) = (time(graph, first), time(graph, last[last.len() - 1]));
        let (first, last) = (number(first), number(last));
        quote!((#first, #last))
    }

    /// The segments that a piece of the batch runs through alone. Of a single call it is of importance for what it alone
    /// touches.
    fn split_segments(&self) -> Vec<TokenStream> {
        let segments = self.schedule.segments.iter().enumerate().filter(|(i, s)| {
            s.split && (s.nodes.len() > 1 || !self.schedule.locals[*i].is_empty())
        });
        segments.map(|(i, _)| self.ends(i..i + 1)).collect()
    }

    /// Those of them, and networks, that may be joined.
    fn joined_segments(&self) -> Vec<TokenStream> {
        let run = |run: &Range<usize>| {
            let node = |i: usize| &self.schedule.graph.nodes[self.schedule.segments[i].nodes[0]];
            let within = run.clone().filter_map(|i| self.uses.get(&node(i).step)).map(|u| u.number);
            let within: Vec<usize> = within.collect();
            let (from, to) = (number(within[0]), number(within[within.len() - 1] + 1));
            let (ends, uses) = (self.ends(run.clone()), self.name("W"));
            quote!(__nn::Run::of(#ends, (#from, #to), __Nn::#uses))
        };
        self.runs.iter().map(run).collect()
    }

    fn uses_in_order(&self) -> Vec<&Use> {
        let mut all: Vec<&Use> = self.uses.values().collect();
        all.sort_by_key(|u| u.number);
        all
    }
}

/// The first and the last step at which calls of the network's own touch a value; none is the last before the first.
fn own_steps(block: &Block) -> (Literal, Literal) {
    let (first, last) = block.own.unwrap_or((END, 0));
    (number(first), number(last))
}

/// Room for the places of values: of as many as the longest of the programs has, and of the networks within. It is one array,
/// whose length names each of their types on its own: what is wrong with one is told there. An array cannot have a length that
/// names sizes, so the rooms of networks that do so are joined by type: as a tree, since rustc follows types to a limited depth.
pub(super) fn room(programs: &[&Program<'_>]) -> TokenStream {
    let own = programs
        .iter()
        .map(|p| p.schedule.blocks().count())
        .max()
        .map_or_else(|| number(0), number);
    let longest = programs.iter().max_by_key(|p| p.uses.len());
    let uses = longest.map_or_else(Vec::new, |p| p.uses_in_order());
    let (generic, known): (Vec<&Use>, Vec<&Use>) = uses.into_iter().partition(|u| u.is_generic);
    let lengths = known.iter().map(|u| of_network(&u.ty, "ROOM"));
    let rooms: Vec<TokenStream> = generic.iter().map(|u| of_network(&u.ty, "Room")).collect();
    let at = first_use(programs);
    let known = match known.is_empty() {
        true => quote_spanned!(at=> [__nn::usize; #own]),
        false => quote_spanned!(at=> [__nn::usize; __nn::room(#own, [#(#lengths),*])]),
    };
    match joined(&rooms, at) {
        None => known,
        Some(rooms) => quote_spanned!(at=> __nn::Both<#known, #rooms>),
    }
}

/// Where the first network within is named: items that hold its room stand there, so that rustc says once what is wrong
/// with the type.
pub(super) fn first_use(programs: &[&Program<'_>]) -> Span {
    let all = programs.iter().find_map(|p| p.uses_in_order().first().map(|u| u.ty.clone()));
    let first = all.and_then(|ty| ty.into_iter().next());
    first.map_or_else(Span::call_site, |token| Span::call_site().located_at(token.span()))
}

fn joined(rooms: &[TokenStream], at: Span) -> Option<TokenStream> {
    match rooms {
        [] => None,
        [one] => Some(one.clone()),
        _ => {
            let (left, right) = rooms.split_at(rooms.len() / 2);
            let (left, right) = (joined(left, at), joined(right, at));
            Some(quote_spanned!(at=> __nn::Both<#left, #right>))
        }
    }
}

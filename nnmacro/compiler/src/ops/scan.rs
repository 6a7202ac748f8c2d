//! `scan(cell, x, h)`: a network step by step along a sequence, with a state.

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::subnetwork::{Program, of_network};
use super::{Geometry, Layer, On};
use crate::graph::{Builder, Space, ValueId};

/// The network of type `ty`, applied so.
pub(crate) fn scan(ty: TokenStream, reverse: bool) -> Box<dyn Layer> {
    Box::new(Scan { ty, reverse })
}

/// The last of its states number `i`, from 1.
pub(crate) fn state_of(ty: TokenStream, i: usize) -> Box<dyn Layer> {
    Box::new(State { ty, i })
}

#[derive(Debug)]
struct Scan {
    ty: TokenStream,
    reverse: bool,
}

impl Layer for Scan {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let (unknown, cost) = (Shape::UNKNOWN, nnplan::Cost::ZERO);
        Geometry::Scan(nnplan::Scan::new(on.input(), unknown, unknown, cost, self.reverse))
    }

    fn geometry(&self, _: &TokenStream, on: On<'_, TokenStream>) -> TokenStream {
        let (layer, x, reverse) = (of_network(&self.ty, "AS_LAYER"), on.inputs, self.reverse);
        quote!(__nn::scan(&#layer, &[#(#x),*], #reverse))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let layer = of_network(&self.ty, "AS_LAYER");
        let mut y = b.outputs();
        // The last states that have no name lie somewhere, too.
        for i in y.len()..inputs.len() {
            let len = quote!(__nn::state_len(&#layer, #i));
            y.push(b.extra(&format!("state{i}"), Space::Sample, Shape::UNKNOWN, len));
        }
        let Program { op, plan, is_training } = Program::of(b, &self.ty, inputs);
        let g = b.geometry_name();
        let steps = if is_training { quote!((&#g).length()) } else { quote!(1) };
        let (unknown, sample) = (Shape::UNKNOWN, Space::Sample);
        let of_all = |each: TokenStream| quote!(__nn::plan::or_zero(#each * #steps));
        let room = quote!(__nn::scan_room(&#layer, (&#g).length(), #is_training));
        let blocks = [
            b.extra("arena", sample, unknown, of_all(quote!(#plan.arena))),
            b.positions("index", unknown, of_all(quote!(#plan.index))),
            b.extra("statistic", Space::Statistic, unknown, quote!(#plan.statistic * #steps)),
            b.extra("steps", sample, unknown, room),
        ];
        let x: Vec<Option<ValueId>> = inputs.iter().copied().map(Some).collect();
        let all = y.iter().copied().chain(blocks).map(Some);
        b.call(op, &x, &all.collect::<Vec<_>>());
        y[0]
    }
}

#[derive(Debug)]
struct State {
    ty: TokenStream,
    i: usize,
}

impl Layer for State {
    fn resolve(&self, _: On<'_, Shape>) -> Geometry {
        super::subnetwork::unknown()
    }

    fn geometry(&self, _: &TokenStream, _: On<'_, TokenStream>) -> TokenStream {
        let (layer, i) = (of_network(&self.ty, "AS_LAYER"), self.i);
        quote!(__nn::scan_state(&#layer, #i))
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        b.further(inputs[0], self.i)
    }
}

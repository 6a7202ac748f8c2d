//! Segments in a row with networks among them: one segment, if rustc finds that each of the networks runs piece by piece.

use proc_macro2::TokenStream;
use quote::quote;

use super::program::Program;
use super::{ident, number};

impl Program<'_> {
    /// Finds what may be joined.
    pub(super) fn find_runs(&mut self) {
        let segments = &self.schedule.segments;
        let is_within =
            |i: usize| self.inside.get(&segments[i].nodes[0]).is_some_and(|(is_scan, _)| !is_scan);
        let is_piece = |i: usize| segments[i].split || is_within(i);
        let mut i = 0;
        let mut runs = Vec::new();
        while self.joins && i < segments.len() {
            let start = i;
            while i < segments.len() && is_piece(i) {
                i += 1;
            }
            if (start..i).any(is_within) {
                runs.push(start..i);
            }
            i = i.max(start + 1);
        }
        self.runs = runs;
    }

    /// The segments that runs are, if they are joined.
    pub(super) fn segments_of_runs(&self) -> TokenStream {
        if self.runs.is_empty() {
            return TokenStream::new();
        }
        let (regions, runs) = (ident(self.prefix), self.name("R"));
        let all = self.runs.iter().map(|run| {
            let mut touched: Vec<usize> = self.schedule.segments[run.clone()]
                .iter()
                .flat_map(|segment| self.schedule.sample_values(segment))
                .map(|value| self.numbers[&self.schedule.place(value)])
                .collect();
            touched.sort_unstable();
            touched.dedup();
            let touched = touched.into_iter().map(number);
            quote!(__nn::split(&__nn::pick(__Nn::#regions, &[#(#touched),*]), &[]))
        });
        quote!(const #runs: &'static [__nn::Segment] = &[#(#all),*];)
    }

    /// Segments and networks in a row: one segment, if each of the networks runs piece by piece.
    pub(super) fn run(&self, run: usize) -> TokenStream {
        let (values, constants, i) = (self.name("V"), self.name("R"), number(run));
        let joined = match self.is_one() {
            true => quote!(__Nn::_piece::<_, __NN_INNER>(__nno);),
            false => self.calls_of_run(run),
        };
        let apart: TokenStream = self.runs[run].clone().map(|i| self.segment(i)).collect();
        quote! {
            if const { (&*__Nn::#values).is_joined(#i) } {
                __nn_pass.segment(&__Nn::#constants[#i], |__nno| { #joined });
            } else {
                #apart
            }
        }
    }

    /// The calls of a run, on a piece of the batch.
    fn calls_of_run(&self, run: usize) -> TokenStream {
        let calls = self.runs[run].clone().map(|i| {
            let node = self.schedule.segments[i].nodes[0];
            match self.inside.get(&node) {
                Some((_, inside)) => self.subnetwork_of_piece(node, *inside),
                None => self.statements[i].iter().map(|s| self.call(s)).collect(),
            }
        });
        let (calls, regions): (TokenStream, _) = (calls.collect(), self.regions());
        quote!(#regions #calls)
    }

    /// Whether the whole program is one segment that a piece runs through alone, or one run.
    pub(super) fn is_one(&self) -> bool {
        match (&self.schedule.segments[..], &self.runs[..]) {
            ([], _) => true,
            ([one], []) => one.split,
            (all, [run]) => run.len() == all.len(),
            _ => false,
        }
    }

    /// The body of the function that runs the program on a piece of the batch, if there is such a one.
    pub(super) fn piece(&self) -> TokenStream {
        match (self.is_one(), self.runs.is_empty()) {
            (false, _) => TokenStream::new(),
            (true, false) => self.calls_of_run(0),
            (true, true) => {
                let calls = self.statements.iter().flatten().map(|s| self.call(s));
                let (calls, regions): (TokenStream, _) = (calls.collect(), self.regions());
                quote!(#regions #calls)
            }
        }
    }
}

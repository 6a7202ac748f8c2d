//! The programs: regions as constants, segments as closures of straight-line calls.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use nnplan::Type;
use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::values::Use;
use super::{Compiled, ident, number};
use crate::diagnostics::shape_text;
use crate::graph::{Graph, ValueId};
use crate::network::Network;
use crate::ops::{Geometry, OpId, Placement};
use crate::schedule::{Block, Place, Schedule, Segment, calls};

/// One call, as tokens and for people.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The operation.
    pub id: OpId,
    /// The numbers of the layer, or of the call.
    pub geometry: TokenStream,
    /// The number of the step.
    pub step: usize,
    /// Whether only the gradients by the inputs need it.
    pub is_through: bool,
    /// The operands; `None` where one is absent.
    pub operands: Vec<Option<ValueId>>,
    /// What it computes.
    pub formula: String,
    /// The shapes of what it writes.
    pub shapes: String,
    /// The batch norm by running statistics that follows within the same call.
    pub norm: Option<Box<Statement>>,
    /// The max pool that follows within the same call.
    pub pool: Option<Box<Statement>>,
    /// The activation that follows within the same call.
    pub activation: Option<Box<Statement>>,
}

/// The calls of a segment; views are none. `through`: the second part of [`Graph::wanted`].
pub fn statements(schedule: &Schedule, segment: &Segment, through: &[bool]) -> Vec<Statement> {
    let graph = &schedule.graph;
    calls(graph, &schedule.readers, segment)
        .into_iter()
        .filter(|c| graph.nodes[c.node].op.record().placement != Placement::View)
        .map(|c| Statement {
            norm: c.norm.map(|n| Box::new(plain(graph, n))),
            pool: c.pool.map(|n| Box::new(plain(graph, n))),
            activation: c.activation.map(|n| Box::new(plain(graph, n))),
            is_through: through[c.node],
            ..plain(graph, c.node)
        })
        .collect()
}

fn plain(graph: &Graph, node: usize) -> Statement {
    let node = &graph.nodes[node];
    Statement {
        id: node.op.id,
        geometry: node.numbers.clone(),
        step: node.step,
        operands: graph.operands(node).collect(),
        formula: graph.formula(node),
        shapes: node
            .outputs
            .iter()
            .flatten()
            .map(|o| shape_text(&graph.value(*o).shape))
            .collect::<Vec<_>>()
            .join(", "),
        is_through: false,
        norm: None,
        pool: None,
        activation: None,
    }
}

/// After which of the others a program has the regions of such places: bytes and whole-batch numbers have plans of their own.
fn part(place: Place) -> usize {
    match place {
        Place::Arena(Type::Byte, _) => 1,
        Place::Statistic(_) => 2,
        _ => 0,
    }
}

impl Statement {
    /// Whether something follows within the same call.
    pub fn is_fused(&self) -> bool {
        self.norm.is_some() || self.pool.is_some() || self.activation.is_some()
    }
}

/// A program: constants that hold its plan, and its functions.
pub(super) struct Program<'a> {
    pub(super) network: &'a Network,
    pub(super) schedule: &'a Schedule,
    /// What the names of its constants begin with: `_T`.
    pub(super) prefix: &'static str,
    /// The places of the values that calls name, and a value that lies there: in the order of their regions.
    places: Vec<(Place, ValueId)>,
    /// The number of each place among them.
    pub(super) numbers: HashMap<Place, usize>,
    /// How many regions there are.
    count: usize,
    /// The calls of each segment; none where a network within this one runs.
    pub(super) statements: Vec<Vec<Statement>>,
    /// The number of each segment with calls among the constants.
    segments: HashMap<usize, usize>,
    /// The calls of networks within this one: whether each is a scan, and its number among its kind.
    pub(super) inside: HashMap<usize, (bool, usize)>,
    /// The values that are needed whether or not the gradients by the inputs are.
    pub(super) wanted: Vec<bool>,
    /// The number of each layer among the networks within this one.
    pub(super) parts: Vec<usize>,
    /// The backward calls of networks that ran before with the same parameters.
    pub(super) again: HashSet<usize>,
    /// The networks that run once, by their step.
    pub(super) uses: HashMap<usize, Use>,
    /// Whether it may run within a segment of another network: an inference.
    pub(super) joins: bool,
    /// Segments in a row with networks among them, all of which may run piece by piece.
    pub(super) runs: Vec<Range<usize>>,
}

impl<'a> Program<'a> {
    /// The program of a schedule, whose constants are called `_I`, `_T`, …
    pub(super) fn new(c: &'a Compiled, schedule: &'a Schedule, prefix: &'static str) -> Self {
        let network = &c.network;
        let parts = network.layers.iter().scan(0, |count, layer| {
            let number = *count;
            *count += usize::from(layer.network.is_some());
            Some(number)
        });
        let mut program = Self {
            network,
            schedule,
            prefix,
            places: Vec::new(),
            numbers: HashMap::new(),
            count: 0,
            statements: Vec::new(),
            segments: HashMap::new(),
            inside: HashMap::new(),
            wanted: Vec::new(),
            parts: parts.collect(),
            again: HashSet::new(),
            uses: HashMap::new(),
            joins: prefix == "_I",
            runs: Vec::new(),
        };
        program.number_places();
        program.number_calls();
        program.find_uses(&c.declaration.generics);
        program.find_runs();
        program
    }

    /// Numbers the places. Values that share memory share a number; the blocks of a plan are in the plan's order, which
    /// decides where equal ones lie.
    fn number_places(&mut self) {
        let graph = &self.schedule.graph;
        let mut places = BTreeMap::new();
        for id in graph.nodes.iter().flat_map(|n| graph.operands(n)).flatten() {
            if let Some(place) = self.schedule.places.get(&id) {
                places.entry(*place).or_insert(id);
            }
        }
        self.places = places.into_iter().collect();
        self.places.sort_by_key(|(place, _)| part(*place));
        let tensors = self.network.tensors.len();
        let has_gradients = self.has_gradients();
        let mut next = if has_gradients { 2 * tensors } else { tensors };
        for (place, _) in &self.places {
            let number = match *place {
                Place::Parameter(t) | Place::Buffer(t) => t,
                Place::Gradient(t) => tensors + t,
                _ => {
                    next += 1;
                    next - 1
                }
            };
            self.numbers.insert(*place, number);
        }
        self.count = next;
    }

    /// Whether it computes gradients of tensors of the network's own.
    fn has_gradients(&self) -> bool {
        self.places.iter().any(|(place, _)| matches!(place, Place::Gradient(_)))
    }

    /// Numbers the segments, and the calls of networks within this one.
    fn number_calls(&mut self) {
        let (schedule, graph) = (self.schedule, &self.schedule.graph);
        let (wanted, through) = graph.wanted();
        self.wanted = wanted;
        let mut ran = HashSet::new();
        for (i, segment) in schedule.segments.iter().enumerate() {
            let first = segment.nodes[0];
            let node = &graph.nodes[first];
            if node.op.record().placement == Placement::Alone {
                let is_scan = matches!(node.geometry, Geometry::Scan(_));
                let number = self.inside.values().filter(|(scan, _)| *scan == is_scan).count();
                self.inside.insert(first, (is_scan, number));
                if !ran.insert((node.op.id, self.network.steps[node.step].layer)) {
                    self.again.insert(first);
                }
                self.statements.push(Vec::new());
                continue;
            }
            let calls = statements(schedule, segment, &through);
            if !calls.is_empty() {
                self.segments.insert(i, self.segments.len());
            }
            self.statements.push(calls);
        }
    }

    pub(super) fn name(&self, suffix: &str) -> Ident {
        format_ident!("{}{suffix}", self.prefix)
    }

    /// The region of an operand.
    pub(super) fn region(&self, id: Option<ValueId>) -> TokenStream {
        let Some(id) = id else { return quote!(__nn::Region::NONE) };
        let (regions, i) = (ident(self.prefix), number(self.numbers[&self.schedule.place(id)]));
        quote!(__Nn::#regions[#i])
    }

    /// The number of its region.
    fn number(&self, id: Option<ValueId>) -> TokenStream {
        match id {
            Some(id) => number(self.numbers[&self.schedule.place(id)]).to_token_stream(),
            None => quote!(__nn::ABSENT),
        }
    }

    /// The regions of operands, as a list that a constant may refer to.
    pub(super) fn picked(&self, ids: &[Option<ValueId>]) -> TokenStream {
        let none = || quote!(__nn::Region::NONE);
        let all = ids.iter().map(|id| id.map_or_else(none, |id| self.lasting(id)));
        quote!(&[#(#all),*])
    }

    /// The region of a value, in a list that a constant may refer to.
    pub(super) fn lasting(&self, id: ValueId) -> TokenStream {
        let (regions, i) = (ident(self.prefix), number(self.numbers[&self.schedule.place(id)]));
        quote!(__nn::at(__Nn::#regions, #i))
    }

    /// The region of an operand, in a segment.
    fn operand(&self, id: &Option<ValueId>) -> TokenStream {
        let Some(id) = id else { return quote!(__nn::Region::NONE) };
        let i = number(self.numbers[&self.schedule.place(*id)]);
        quote!(__nnr[#i])
    }

    /// The constant with what the program needs.
    pub(super) fn memory(&self) -> TokenStream {
        let name = self.name("M");
        quote!(__Nn::#name)
    }

    /// The constants: where its values lie, its segments, and what it needs.
    pub(super) fn constants(&self) -> TokenStream {
        let [program, regions, placed, segments, memory, insides, scans, values, places] =
            ["P", "", "A", "S", "M", "B", "C", "V", "D"].map(|suffix| self.name(suffix));
        let (count, slots) = (number(self.count), self.slots());
        let all = self.schedule.segments.iter().enumerate();
        let all = all.filter(|(i, _)| self.segments.contains_key(i)).map(|(_, segment)| {
            let picked = |values: Vec<ValueId>| {
                if values.is_empty() {
                    return quote!(&[]);
                }
                let values = values.iter().map(|v| number(self.numbers[&self.schedule.place(*v)]));
                quote!(&__nn::pick(__Nn::#regions, &[#(#values),*]))
            };
            if !segment.split {
                return quote!(__nn::WHOLE);
            }
            let touched = picked(self.schedule.sample_values(segment));
            let gradients = picked(self.schedule.gradients(segment));
            quote!(__nn::split(#touched, #gradients))
        });
        let all: Vec<TokenStream> = all.collect();
        let runs = self.segments_of_runs();
        let columns = self.columns();
        let mut seen = HashSet::new();
        let inner = self.inner().into_iter().map(|(_, plan)| plan);
        let inner = inner.filter(|plan| seen.insert(plan.to_string()));
        let [within, along] = self.insides();
        let (own, either) = (self.values(), ident(&self.prefix.to_lowercase()));
        let along = (!along.is_empty())
            .then(|| quote!(const #scans: &'static [__nn::Scan<'static>] = &[#(#along),*];));
        quote! {
            #own
            const #program: &'static __nn::Program<#count> =
                &__nn::program(&__Nn::_OWN.tensors, &#slots);
            const #regions: &'static [__nn::Region; #count] = &__Nn::#program.regions;
            const #placed: &'static [__nn::Region; #count] =
                &__nn::placed(__Nn::#regions, (&*__Nn::#places).offsets());
            const #segments: &'static [__nn::Segment] = &[#(#all),*];
            const #memory: __nn::Memory = (&__Nn::#program).memory(
                __Nn::#segments, &[#(#columns),*], &[#(#inner),*], (__Nn::#values, __Nn::#places),
            );
            const #insides: &'static [__nn::Inside<'static>] = &[#(#within),*];
            #[inline(always)]
            const fn #either<const __NN_INNER: __nn::bool>() -> &'static [__nn::Region; #count] {
                if __NN_INNER { __Nn::#regions } else { __Nn::#placed }
            }
            #runs
            #along
        }
    }

    /// What follows a call within it.
    fn epilogue(&self, s: &Statement) -> TokenStream {
        let none = || quote!(__nn::plan::None);
        let norm = s.norm.as_ref().map_or_else(none, |n| {
            let g = &n.geometry;
            let regions = n.operands[1..].iter().map(|o| self.number(*o));
            quote!(__nn::plan::Some((&#g, [#(#regions),*])))
        });
        let pool = s.pool.as_ref().map_or_else(none, |p| {
            let (g, y, indices) = (&p.geometry, p.operands[1], p.operands[2]);
            let (y, indices) = (self.number(y), self.number(indices));
            quote!(__nn::plan::Some((&#g, [#y, #indices])))
        });
        let activation = s.activation.as_ref().map_or_else(none, |a| {
            let (g, y) = (&a.geometry, self.number(a.operands[1]));
            quote!(__nn::plan::Some((#g, #y)))
        });
        quote!(__nn::epilogue(__nnr, #norm, #pool, #activation))
    }

    /// The geometries of calls whose im2col matrix devices need room for beside the plan.
    fn columns(&self) -> Vec<TokenStream> {
        let nodes = self.schedule.segments.iter().flat_map(|s| &s.nodes);
        let nodes = nodes.map(|n| &self.schedule.graph.nodes[*n]);
        let mut seen = HashSet::new();
        nodes
            .filter(|n| n.op.record().columns && seen.insert(n.step))
            .map(|n| {
                let g = &n.numbers;
                quote!(__nn::columns(&#g))
            })
            .collect()
    }

    /// What the program works on, as far as the macro knows it, in the order of the places.
    fn slots(&self) -> TokenStream {
        let (schedule, graph) = (self.schedule, &self.schedule.graph);
        let gradients = self.has_gradients();
        let (mut fixed, mut planned) = (TokenStream::new(), [(); 2].map(|()| TokenStream::new()));
        for (place, id) in &self.places {
            let mut border = |region: &str, i: usize| {
                let (region, i, len) = (ident(region), number(i), &graph.value(*id).len);
                fixed.extend(quote!(__nn::Region::#region(#i, #len),));
            };
            let mut block = |space: usize, block: &Block| {
                let len = &graph.value(block.value).len;
                let (first, last) = (number(block.first), number(block.last));
                planned[space].extend(quote!((#len, #first, #last),));
            };
            match *place {
                Place::Parameter(_) | Place::Buffer(_) | Place::Gradient(_) => {}
                Place::Input(i) => match graph.value(*id).element {
                    Type::Integer => border("integer", i),
                    _ => border("input", i),
                },
                Place::Output(i) => border("output", i),
                Place::OutputGradient(i) => border("output_gradient", i),
                Place::InputGradient(i) => border("input_gradient", i),
                Place::GradientSum(t) => {
                    let (t, len) = (number(t), &graph.value(*id).len);
                    fixed.extend(quote! {
                        __nn::Region::gradient_sum(__Nn::_OWN.tensors[#t].offset, #len),
                    });
                }
                Place::Arena(Type::Byte, i) => block(0, &schedule.bytes[i]),
                Place::Arena(..) | Place::Local(..) => {} // they are listed apart: see `values`
                Place::Statistic(i) => block(1, &schedule.statistics[i]),
            }
        }
        let [index, statistic] = planned;
        let values = self.name("L");
        quote! {
            __nn::Slots {
                gradients: #gradients, fixed: &[#fixed], values: __Nn::#values,
                index: &[#index], statistic: &[#statistic],
            }
        }
    }

    /// The body of a function that runs some of the segments.
    pub(super) fn body(&self, segments: Range<usize>) -> TokenStream {
        let mut body = TokenStream::new();
        let mut i = segments.start;
        while i < segments.end {
            match self.runs.iter().position(|run| run.start == i) {
                Some(run) => {
                    body.extend(self.run(run));
                    i = self.runs[run].end;
                }
                None => {
                    body.extend(self.segment(i));
                    i += 1;
                }
            }
        }
        body
    }

    /// The regions that calls name: by number in another network, where they lie in one that runs alone.
    pub(super) fn regions(&self) -> TokenStream {
        let regions = ident(&self.prefix.to_lowercase());
        quote!(let __nnr = __Nn::#regions::<__NN_INNER>();)
    }

    pub(super) fn segment(&self, i: usize) -> TokenStream {
        let segment = &self.schedule.segments[i];
        if self.schedule.graph.nodes[segment.nodes[0]].op.record().placement == Placement::Alone {
            return self.subnetwork(segment.nodes[0]);
        }
        let Some(number) = self.segments.get(&i).copied().map(number) else {
            return TokenStream::new();
        };
        let statements = &self.statements[i];
        let all_through = statements.iter().all(|s| s.is_through);
        let constants = self.name("S");
        let calls = if self.joins && self.runs.is_empty() && self.is_one() {
            quote!(__Nn::_piece::<_, __NN_INNER>(__nno);)
        } else {
            let calls = statements.iter().map(|statement| {
                let call = self.call(statement);
                if statement.is_through && !all_through {
                    quote!(if __NN_THROUGH { #call })
                } else {
                    call
                }
            });
            let (calls, regions): (TokenStream, _) = (calls.collect(), self.regions());
            quote!(#regions #calls)
        };
        let segment = quote! {
            __nn_pass.segment(&__Nn::#constants[#number], |__nno| { #calls });
        };
        if all_through { quote!(if __NN_THROUGH { #segment }) } else { segment }
    }

    /// A call, for rustc.
    pub(super) fn call(&self, s: &Statement) -> TokenStream {
        let geometry = &s.geometry;
        let operands: Vec<TokenStream> = s.operands.iter().map(|o| self.operand(o)).collect();
        if !s.is_fused() {
            let method = ident(s.id.record().name);
            if s.id.record().is_variadic() {
                // Any number of operands are read, one is written.
                let (y, x) = operands.split_last().expect("an operand");
                return quote!(__nn::Ops::#method(__nno, &#geometry, &[#(#x),*], #y););
            }
            return quote!(__nn::Ops::#method(__nno, &#geometry, #(#operands),*););
        }
        let method = format_ident!("{}_with", s.id.record().name);
        let epilogue = self.epilogue(s);
        quote!(__nn::Ops::#method(__nno, &#geometry, &#epilogue, #(#operands),*);)
    }

    /// The layers of a segment, for a comment.
    pub(super) fn title(&self, segment: &Segment) -> String {
        let mut layers: Vec<&str> = Vec::new();
        for n in &segment.nodes {
            let name = &self.network.steps[self.schedule.graph.nodes[*n].step].name;
            if !layers.contains(&name.as_str()) {
                layers.push(name);
            }
        }
        layers.join(", ")
    }
}

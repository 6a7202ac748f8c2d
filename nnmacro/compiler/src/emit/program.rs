//! The programs: regions as constants, segments as closures of straight-line calls.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::{generic, ident, offset_name, region_name};
use crate::diagnostics::shape_text;
use crate::graph::{Graph, Mode, Space, ValueId};
use crate::network::Network;
use crate::ops::Placement;
use crate::schedule::{Block, Place, Schedule, Segment, calls};

/// One call, as tokens and for people.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The device's method.
    pub method: &'static str,
    /// The numbers of the layer, or of the call.
    pub geometry: TokenStream,
    /// The number of the step.
    pub step: usize,
    /// Whether it reads any number of operands.
    pub is_variadic: bool,
    /// Whether only the gradients by the inputs need it.
    pub is_through: bool,
    /// The names of the operands' regions; `None` where one is absent.
    pub operands: Vec<Option<String>>,
    /// What it computes.
    pub formula: String,
    /// The shapes of what it writes.
    pub shapes: String,
    /// The max pool that follows within the same call.
    pub pool: Option<Box<Statement>>,
    /// The activation that follows within the same call.
    pub activation: Option<Box<Statement>>,
}

/// The calls of a segment; views are none.
pub fn statements(schedule: &Schedule, segment: &Segment) -> Vec<Statement> {
    let graph = &schedule.graph;
    let through = graph.through();
    calls(graph, segment)
        .into_iter()
        .filter(|c| graph.nodes[c.node].op.placement != Placement::View)
        .map(|c| Statement {
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
        method: node.op.method,
        geometry: node.numbers.clone(),
        step: node.step,
        is_variadic: node.op.formula.contains("{x}"),
        operands: graph.operands(node).map(|o| o.map(|o| graph.value(o).name.clone())).collect(),
        formula: graph.formula(node),
        shapes: node
            .outputs
            .iter()
            .flatten()
            .map(|o| shape_text(&graph.value(*o).shape))
            .collect::<Vec<_>>()
            .join(", "),
        is_through: false,
        pool: None,
        activation: None,
    }
}

impl Statement {
    /// Whether something follows within the same call.
    pub fn is_fused(&self) -> bool {
        self.pool.is_some() || self.activation.is_some()
    }

    /// The regions of the operands, for rustc.
    fn regions(&self, holder: &Ident) -> Vec<TokenStream> {
        let region = |o: &Option<String>| match o {
            Some(name) => {
                let name = region_name(name);
                quote!(#holder::#name)
            }
            None => quote!(__nn::Region::NONE),
        };
        self.operands.iter().map(region).collect()
    }

    /// The call, for rustc.
    fn tokens(&self, holder: &Ident) -> TokenStream {
        let (geometry, operands) = (&self.geometry, self.regions(holder));
        if !self.is_fused() {
            let method = ident(self.method);
            if self.is_variadic {
                // Any number of operands are read, one is written.
                let (y, x) = operands.split_last().expect("an operand");
                return quote!(__nn::Ops::#method(__nn_o, &#geometry, &[#(#x),*], #y););
            }
            return quote!(__nn::Ops::#method(__nn_o, &#geometry, #(#operands),*););
        }
        let method = format_ident!("{}_with", self.method);
        let none = quote!(::core::option::Option::None);
        let pool = self.pool.as_ref().map_or(none.clone(), |p| {
            let (g, regions) = (&p.geometry, p.regions(holder));
            let (y, indices) = (&regions[1], &regions[2]);
            quote!(::core::option::Option::Some((#g, #y, #indices)))
        });
        let activation = self.activation.as_ref().map_or(none, |a| {
            let (g, y) = (&a.geometry, &a.regions(holder)[1]);
            quote!(::core::option::Option::Some((#g, #y)))
        });
        quote! {
            __nn::Ops::#method(
                __nn_o,
                &#geometry,
                const { &__nn::Epilogue { pool: #pool, activation: #activation } },
                #(#operands),*
            );
        }
    }
}

/// A program: a type that holds its regions as constants, and its functions.
pub(super) struct Program<'a> {
    pub(super) network: &'a Network,
    pub(super) schedule: &'a Schedule,
    /// The sizes that the network is generic over.
    pub(super) generics: &'a [Ident],
    /// `__NnTraining`
    pub(super) holder: Ident,
}

impl Program<'_> {
    /// The type with the plans and regions.
    pub(super) fn regions(&self) -> TokenStream {
        let holder = &self.holder;
        let s = self.schedule;
        let mut consts = self.plan("ARENA", &s.arena);
        consts.extend(self.plan("INDEX", &s.indices));
        consts.extend(self.plan("STATISTIC", &s.statistics));
        let mut local_lens = Vec::new();
        for (i, blocks) in s.locals.iter().enumerate() {
            let name = format!("LOCAL{i}");
            consts.extend(self.plan(&name, blocks));
            if !blocks.is_empty() {
                let name = ident(&name);
                local_lens.push(quote!(Self::#name.len));
            }
        }
        local_lens.extend(self.inner().iter().map(|(_, plan)| quote!(#plan.local)));
        for (i, value) in s.graph.values.iter().enumerate() {
            let Some(place) = s.places.get(&ValueId(i)) else { continue };
            let (name, len) = (region_name(&value.name), &value.len);
            let region = self.region(*place, len);
            consts.extend(quote!(pub const #name: __nn::Region = #region;));
        }
        let scratch = self.scratch();
        let item = generic::marker(holder, self.generics);
        let parameters = generic::parameters(self.generics);
        let arguments = generic::arguments(self.generics);
        quote! {
            #item
            impl #parameters #holder #arguments {
                #consts
                const MEMORY: __nn::Memory = __nn::Memory {
                    arena: Self::ARENA.len,
                    local: __nn::plan::largest(&[#(#local_lens),*]),
                    index: Self::INDEX.len,
                    statistic: Self::STATISTIC.len,
                    scratch: #scratch,
                };
            }
        }
    }

    /// Scratch that devices need beside the plan, reported apart: im2col, and partial sums of gradients of a segment; the
    /// same of those in which a tensor gets more than one.
    fn scratch(&self) -> TokenStream {
        let s = self.schedule;
        let mut columns = Vec::new();
        let (mut partials, mut shared) = (Vec::new(), Vec::new());
        for segment in &s.segments {
            for n in &segment.nodes {
                let node = &s.graph.nodes[*n];
                if node.op.method.starts_with("conv2d") {
                    let g = &node.numbers;
                    if !columns.iter().any(|c: &TokenStream| c.to_string() == g.to_string()) {
                        columns.push(g.clone());
                    }
                }
            }
            if segment.split {
                let gradients = s.gradients(segment);
                let lens = gradients.iter().map(|v| {
                    let len = &s.graph.value(*v).len;
                    quote!(__nn::plan::align(#len))
                });
                let sum = lens.fold(quote!(0), |sum, len| quote!(__nn::plan::add(#sum, #len)));
                let is_added =
                    |v: &ValueId| matches!(s.graph.value(*v).space, Space::GradientSum(_));
                if gradients.iter().any(is_added) {
                    shared.push(sum.clone());
                }
                partials.push(sum);
            }
        }
        let mut columns: Vec<TokenStream> =
            columns.iter().map(|g| quote!(__nn::columns(&#g))).collect();
        for (_, plan) in self.inner() {
            columns.push(quote!(#plan.scratch.columns));
            partials.push(quote!(#plan.scratch.partials));
            shared.push(quote!(#plan.scratch.shared));
        }
        quote!(__nn::Scratch {
            columns: __nn::plan::largest(&[#(#columns),*]),
            partials: __nn::plan::largest(&[#(#partials),*]),
            shared: __nn::plan::largest(&[#(#shared),*]),
        })
    }

    fn plan(&self, name: &str, blocks: &[Block]) -> TokenStream {
        let name = ident(name);
        let count = blocks.len();
        let values = blocks.iter().map(|b| {
            let (len, first, last) = (&self.schedule.graph.value(b.value).len, b.first, b.last);
            quote!(__nn::plan::Live::new(#len, #first, #last))
        });
        quote!(const #name: __nn::plan::Plan<#count> = __nn::plan::plan(&[#(#values),*]);)
    }

    fn region(&self, place: Place, len: &TokenStream) -> TokenStream {
        let tensor = |kind: &str, offset: Ident| {
            let kind = ident(kind);
            quote!(__nn::Region::#kind(#offset, #len))
        };
        let block = |kind: &str, plan: &str, i: usize| {
            let (kind, plan) = (ident(kind), ident(plan));
            quote!(__nn::Region::#kind(Self::#plan.offsets[#i], #len))
        };
        let border = |kind: &str, i: usize| {
            let kind = ident(kind);
            quote!(__nn::Region::#kind(#i, #len))
        };
        match place {
            Place::Input(i) => border("input", i),
            Place::Integer(i) => border("integer", i),
            Place::Output(i) => border("output", i),
            Place::OutputGradient(i) => border("output_gradient", i),
            Place::InputGradient(i) => border("input_gradient", i),
            Place::Parameter(t) => tensor("parameter", offset_name(t)),
            Place::Buffer(t) => tensor("buffer", offset_name(t)),
            Place::Gradient(t) => tensor("gradient", offset_name(t)),
            Place::GradientSum(t) => tensor("gradient_sum", offset_name(t)),
            Place::Arena(i) => block("arena", "ARENA", i),
            Place::Local(s, i) => block("local", &format!("LOCAL{s}"), i),
            Place::Index(i) => block("index", "INDEX", i),
            Place::Statistic(i) => block("statistic", "STATISTIC", i),
        }
    }

    /// The body of a function that runs some of the segments.
    pub(super) fn body(&self, segments: std::ops::Range<usize>) -> TokenStream {
        let segments = self.schedule.segments[segments].iter().map(|s| self.segment(s));
        quote!(#(#segments)*)
    }

    fn segment(&self, segment: &Segment) -> TokenStream {
        if self.schedule.graph.nodes[segment.nodes[0]].op.placement == Placement::Alone {
            return self.subnetwork(segment.nodes[0]);
        }
        let holder = &self.holder;
        let s = self.schedule;
        let statements = statements(s, segment);
        let all_through = statements.iter().all(|s| s.is_through);
        let calls: Vec<TokenStream> = statements
            .iter()
            .map(|statement| {
                let call = statement.tokens(holder);
                if statement.is_through && !all_through {
                    quote!(if __NN_THROUGH { #call })
                } else {
                    call
                }
            })
            .collect();
        if calls.is_empty() {
            return TokenStream::new();
        }
        let names = |values: Vec<ValueId>| {
            let names = values.into_iter().map(|v| {
                let name = region_name(&s.graph.value(v).name);
                quote!(#holder::#name)
            });
            quote!(&[#(#names),*])
        };
        let split = segment.split;
        let regions = names(s.sample_values(segment));
        let gradients = if split { names(s.gradients(segment)) } else { quote!(&[]) };
        let segment = quote! {
            __nn_pass.segment(
                const { &__nn::Segment { split: #split, regions: #regions, gradients: #gradients } },
                |__nn_o| { #(#calls)* },
            );
        };
        if all_through { quote!(if __NN_THROUGH { #segment }) } else { segment }
    }

    /// A network within this one: its regions lie within ours.
    fn subnetwork(&self, n: usize) -> TokenStream {
        let (graph, holder) = (&self.schedule.graph, &self.holder);
        let node = &graph.nodes[n];
        let layer = self.network.steps[node.step].layer;
        let ty = self.network.layers[layer].network.as_ref().expect("a network");
        let region = |id: Option<ValueId>| match id {
            Some(id) => {
                let name = region_name(&graph.value(id).name);
                quote!(#holder::#name)
            }
            None => quote!(__nn::Region::NONE),
        };
        let operands: Vec<TokenStream> = graph.operands(node).map(region).collect();
        let is_backward = node.op.method.starts_with("backward");
        let frozen = self.network.layers[layer].is_frozen;
        // Forward and backward alike: the input, the output, the blocks.
        let (x, y, blocks) = (&operands[0], &operands[1], &operands[2..5]);
        let (d_y, d_x) = match is_backward {
            true => (operands[5].clone(), operands[6].clone()),
            false => (quote!(__nn::Region::NONE), quote!(__nn::Region::NONE)),
        };
        let [arena, index, statistic] = blocks else { unreachable!("three blocks") };
        let (parameters, buffers) = super::part_names(layer);
        // Gradients of a network that is used twice are added to those of the use whose backward pass ran before.
        let uses = |n: &crate::graph::Node| {
            n.op.method == node.op.method && self.network.steps[n.step].layer == layer
        };
        let (key, again) = (node.step as u32, is_backward && graph.nodes[..n].iter().any(uses));
        let function = match (node.op.method, node.outputs[0]) {
            ("backward", Some(d_x)) if graph.is_through(d_x) => {
                quote!(backward::<__NnDevice, __NN_THROUGH>(__nn_pass))
            }
            ("backward", d_x) => {
                let through = d_x.is_some();
                quote!(backward::<__NnDevice, #through>(__nn_pass))
            }
            (method, _) => {
                let method = ident(method);
                quote!(#method(__nn_pass))
            }
        };
        quote! {
            __nn_pass.within(
                const { &__nn::Inside {
                    key: #key, again: #again, frozen: #frozen, parameters: #parameters, buffers: #buffers,
                    arena: #arena, index: #index, statistic: #statistic,
                    input: #x, output: #y, output_gradient: #d_y, input_gradient: #d_x,
                } },
                |__nn_pass| <#ty as __nn::Network>::#function,
            );
        }
    }

    /// The networks within this one: their names as layers, and their plans.
    pub(super) fn inner(&self) -> Vec<(&str, TokenStream)> {
        let mut plans = Vec::new();
        for node in &self.schedule.graph.nodes {
            let plan = ident(match node.op.method {
                "infer" => "INFERENCE",
                "forward" => "TRAINING",
                "forward_frozen" => "FROZEN",
                _ => continue,
            });
            let ty = self.network.layer_of(node.step).network.as_ref().expect("a network");
            let name = self.network.steps[node.step].name.as_str();
            plans.push((name, quote!(<#ty as __nn::Network>::#plan)));
        }
        plans
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

/// The name of a holder.
pub(super) fn holder(mode: Mode) -> Ident {
    ident(&format!("__Nn{mode:?}"))
}

//! The pipeline on one screen; the only file that knows all stages.

use proc_macro2::TokenStream;

use crate::check;
use crate::diagnostics::{Diagnostics, Warning};
use crate::emit::{self, Compiled, Reader};
use crate::foreign;
use crate::grad::differentiate;
use crate::graph::{Builder, Graph, Mode, sources, tell_apart, verify};
use crate::infer;
use crate::layout::{lay_out, logical};
use crate::network::Network;
use crate::schedule::{fuse, is_counted, leanest, schedule, within};
use crate::syntax::{Declaration, likely_name, parse};

/// What the front end makes of a declaration.
pub enum Front {
    /// It compiles.
    Good(Box<Compiled>),
    /// It does not: what could be made out, and the errors.
    Bad {
        /// The declaration, when its head was readable.
        declaration: Option<Box<Declaration>>,
        /// The layers, when names and kinds were right.
        network: Option<Box<Network>>,
        /// The errors, in the order of the source.
        errors: Vec<syn::Error>,
        /// Remarks.
        warnings: Vec<Warning>,
    },
}

/// Compiles the tokens of one `network!` for rustc.
pub fn compile(tokens: TokenStream) -> TokenStream {
    compile_for(Reader::Rustc, tokens)
}

/// Compiles the tokens of one `network!`.
pub fn compile_for(reader: Reader, tokens: TokenStream) -> TokenStream {
    match front(tokens.clone()) {
        Front::Good(compiled) => emit::whole(&compiled, reader),
        Front::Bad { declaration: Some(d), network, errors, warnings } => {
            emit::broken(&d, network.as_deref(), &errors, &warnings, reader)
        }
        Front::Bad { declaration: None, errors, .. } => {
            emit::headless(likely_name(tokens).as_ref(), &errors)
        }
    }
}

/// tokens → syntax tree → layers with shapes → ▮ → graphs → gradients → layouts → schedules → ▮ (budgets).
pub fn front(tokens: TokenStream) -> Front {
    let diagnostics = Diagnostics::default();
    let Some(mut declaration) = parse(tokens, &diagnostics) else {
        return bad(None, None, diagnostics);
    };
    foreign::translate(&mut declaration, &diagnostics);
    check::derives(&mut declaration, &diagnostics);
    check::sizes(&mut declaration, &diagnostics);
    check::check(&declaration, &diagnostics);
    let constants = check::constants(&declaration, &diagnostics);
    // Shapes are inferred even after mistakes, so that all independent ones are reported at once.
    let network = infer::infer(&declaration, &constants, &diagnostics);
    let loss = infer::loss(&declaration, &network, &constants, &diagnostics);
    let budgets = infer::budgets(&declaration, &constants, &diagnostics);
    check::fields(&declaration, &network, &diagnostics);
    if diagnostics.has_errors() {
        return bad(Some(declaration), Some(network), diagnostics);
    }
    let mut compiled = compiled(declaration, network);
    let Compiled { declaration, network, inference, .. } = &compiled;
    infer::refused(declaration, network, inference, &budgets, &diagnostics);
    if let Some(budget) = &budgets.training {
        meet(&mut compiled, budget, &diagnostics);
    }
    if diagnostics.has_errors() {
        return bad(Some(compiled.declaration), Some(compiled.network), diagnostics);
    }
    let (_, warnings) = diagnostics.finish();
    let evaluated = constants.evaluated();
    // Nothing may fail from here on.
    let Compiled { declaration, network, .. } = &compiled;
    let views = (0..declaration.views.len()).map(|i| view(declaration, network, i)).collect();
    Front::Good(Box::new(Compiled { views, loss, budgets, warnings, evaluated, ..compiled }))
}

/// Computes cheap values again where memory is scarce; reports when that does not suffice.
fn meet(compiled: &mut Compiled, budget: &infer::Budget, diagnostics: &Diagnostics) {
    let graph = training_graph(&compiled.network, true);
    let Some((limit, batch)) = budget.known().filter(|_| is_counted(&compiled.network)) else {
        compiled.lean = Some(leanest(graph));
        return;
    };
    (compiled.training, compiled.again) = within(&compiled.network, graph, batch, limit);
    infer::exceeded(
        &compiled.declaration,
        &compiled.network,
        &compiled.training,
        budget,
        diagnostics,
    );
}

/// View number `i` of a declaration without mistakes: the same layers and shapes, and an end of its own.
fn view(declaration: &Declaration, network: &Network, i: usize) -> Compiled {
    let view = declaration.views[i].clone();
    let shared = emit::shared_attributes(&declaration.attributes);
    let attributes = shared.into_iter().chain(view.attributes).collect();
    let (name, visibility) = (view.name, view.visibility);
    let of = declaration.name.clone();
    let network = Network { stops: Some(network.views[i].clone()), ..network.clone() };
    let declaration = Declaration { name, visibility, attributes, ..declaration.clone() };
    Compiled { view_of: Some(of), ..compiled(declaration, network) }
}

/// The schedules of a network.
fn compiled(declaration: Declaration, network: Network) -> Compiled {
    Compiled {
        inference: schedule(inference_graph(&network)),
        training: schedule(training_graph(&network, true)),
        frozen: schedule(frozen_graph(&network)),
        declaration,
        network,
        loss: None,
        budgets: infer::Budgets::default(),
        again: Vec::new(),
        lean: None,
        views: Vec::new(),
        view_of: None,
        warnings: Vec::new(),
        evaluated: Vec::new(),
    }
}

fn bad(
    declaration: Option<Declaration>,
    network: Option<Network>,
    diagnostics: Diagnostics,
) -> Front {
    let (errors, warnings) = diagnostics.finish();
    Front::Bad {
        declaration: declaration.map(Box::new),
        network: network.map(Box::new),
        errors,
        warnings,
    }
}

/// The graph of an inference.
pub fn inference_graph(network: &Network) -> Graph {
    let graph = Builder::forward(network, Mode::Inference);
    verify(&graph, "build");
    let graph = fuse(graph);
    verify(&graph, "fuse");
    laid_out(graph, network)
}

/// The graph of a training step, forward and backward; `fused` is how it is compiled.
pub fn training_graph(network: &Network, fused: bool) -> Graph {
    gradient_graph(network, Mode::Training, fused)
}

/// The graph of a frozen layer of a network that is trained, forward and backward.
pub fn frozen_graph(network: &Network) -> Graph {
    gradient_graph(network, Mode::Frozen, true)
}

fn gradient_graph(network: &Network, mode: Mode, fused: bool) -> Graph {
    let mut graph = Builder::forward(network, mode);
    verify(&graph, "build");
    if fused {
        graph = fuse(graph);
        verify(&graph, "fuse");
    }
    let graph = differentiate(graph, sources(network, mode));
    verify(&graph, "differentiate");
    laid_out(graph, network)
}

/// The graph with layouts and names.
fn laid_out(graph: Graph, network: &Network) -> Graph {
    let mut graph = lay_out(graph, network, &logical);
    verify(&graph, "layout");
    tell_apart(&mut graph);
    graph
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    /// Views have the layers that were read once: their number costs schedules, not syntax and shapes.
    #[test]
    fn a_declaration_is_read_once_for_all_its_views() {
        let text = "struct Net; input: [4]; fc1: Linear(4 -> 3); act: Relu; fc2: Linear(3 -> 2);
                    view Features: act; view First: fc1;";
        let Front::Good(compiled) = front(text.parse().expect("tokens")) else {
            panic!("it compiles")
        };
        assert_eq!(compiled.views.len(), 2);
        for view in &compiled.views {
            let layers = compiled.network.layers.iter().zip(&view.network.layers);
            assert!(layers.into_iter().all(|(own, of_view)| Rc::ptr_eq(&own.op, &of_view.op)));
        }
    }
}

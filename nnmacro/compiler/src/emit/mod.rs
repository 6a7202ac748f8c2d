//! Schedule → Rust. Everything emitted is a constant that rustc evaluates through nnplan, or a
//! straight line of calls; the order is that of the source, so the same input gives the same output.

mod budgets;
mod checks;
mod generic;
mod item;
mod mirror;
mod numbers;
mod parameters;
mod program;
mod text;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use crate::diagnostics::Warning;
use crate::infer::{Budgets, OutputLoss};
use crate::network::Network;
use crate::schedule::Schedule;
use crate::syntax::{Declaration, Number};

pub use item::{broken, whole};
pub use program::{Statement, statements};
pub use text::program_text;

/// Everything the emission works from.
pub struct Compiled {
    /// What was written.
    pub declaration: Declaration,
    /// The layers with their numbers.
    pub network: Network,
    /// The loss of each output, if one is declared.
    pub loss: Option<Vec<OutputLoss>>,
    /// The inference schedule.
    pub inference: Schedule,
    /// The training schedule.
    pub training: Schedule,
    /// The schedule as a frozen layer of a network that is trained.
    pub frozen: Schedule,
    /// What the network may take.
    pub budgets: Budgets,
    /// The values that are computed again in the backward pass to stay within the memory for training.
    pub again: Vec<String>,
    /// Training that takes less memory, where only rustc can tell whether it is needed.
    pub lean: Option<Schedule>,
    /// The views.
    pub views: Vec<Compiled>,
    /// The network that this one is a view of.
    pub view_of: Option<Ident>,
    /// Remarks.
    pub warnings: Vec<Warning>,
    /// The sizes that the macro evaluated itself.
    pub evaluated: Vec<Number>,
}

/// The one path through which emitted code names the runtime.
pub fn root(declaration: &Declaration) -> TokenStream {
    match &declaration.crate_path {
        Some(path) => quote!(#path::__private::v1),
        None => quote!(::nncore::__private::v1),
    }
}

/// The constant with the geometry of step `i`.
pub fn geometry_name(i: usize) -> TokenStream {
    let name = format_ident!("__nn_G{i}");
    quote!(#name)
}

/// The constant with the shape of value `i`: the inputs, then what each step makes.
pub fn shape_name(i: usize) -> TokenStream {
    let name = format_ident!("__nn_S{i}");
    quote!(#name)
}

/// The constant with the offset of tensor `i`.
fn offset_name(i: usize) -> Ident {
    format_ident!("__nn_P{i}")
}

/// The constant with the offset of input `i`.
fn input_name(i: usize) -> Ident {
    format_ident!("__nn_I{i}")
}

/// The constants with the places of the network that layer `i` is, among the parameters and the buffers.
fn part_names(i: usize) -> (Ident, Ident) {
    (format_ident!("__nn_B{i}_parameters"), format_ident!("__nn_B{i}_buffers"))
}

/// A name of the user's as an item of ours: raw where it is a word of Rust.
fn word(name: &str) -> Ident {
    let (plain, at) = (name.trim_start_matches("r#"), Span::call_site());
    match plain {
        "_" | "self" | "Self" | "super" | "crate" => format_ident!("{plain}_"), // never raw
        _ if syn::parse_str::<Ident>(plain).is_ok() => Ident::new(plain, at),
        _ => Ident::new_raw(plain, at),
    }
}

/// A name of ours: resolved where the macro is called, but underlined nowhere.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

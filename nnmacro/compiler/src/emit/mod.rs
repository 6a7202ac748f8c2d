//! Schedule → Rust. Everything emitted is a constant that rustc evaluates through nnplan, or a
//! straight line of calls; the order is that of the source, so the same input gives the same output.

mod attributes;
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
use crate::syntax::Declaration;

pub(crate) use attributes::{conditions, shared as shared_attributes, split};
pub use item::{broken, whole};
pub use program::{Statement, statements};
pub use text::program_text;

/// Who reads what is emitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The compiler of Rust.
    Rustc,
    /// An editor: it also gets the mirror, which shows it the user's own tokens.
    Editor,
}

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

/// The constant with the region of a value: the prefix keeps it apart from the words of every edition of Rust.
fn region_name(value: &str) -> Ident {
    format_ident!("__nn_r_{value}")
}

/// `(&receiver).name(…)`: on a reference an own method comes before those of traits, so that no trait of the user's,
/// implemented for all types, is called in its place.
fn method(receiver: &TokenStream, name: &str, arguments: &TokenStream) -> TokenStream {
    let name = ident(name);
    quote!((&#receiver).#name(#arguments))
}

/// A word of the user's as a name, even where Rust has it for itself: `type`, `self`.
fn escaped(word: &str) -> Ident {
    let plain = word.trim_start_matches("r#");
    if syn::parse_str::<Ident>(plain).is_ok() && plain != "gen" {
        return ident(plain);
    }
    match plain {
        "self" | "Self" | "super" | "crate" | "_" => format_ident!("{plain}_"),
        _ => Ident::new_raw(plain, Span::call_site()),
    }
}

/// A name of ours: resolved where the macro is called, but underlined nowhere.
fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

//! Schedule → Rust. Everything emitted is a constant that rustc evaluates through nnplan, or a
//! straight line of calls, in the order of the source, so the same input gives the same output.

mod attributes;
mod broken;
mod budgets;
mod checks;
mod generic;
mod inside;
mod item;
mod mirror;
mod numbers;
mod parameters;
mod program;
mod runs;
mod text;
mod values;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use crate::diagnostics::Warning;
use crate::infer::{Budgets, OutputLoss};
use crate::network::Network;
use crate::schedule::Schedule;
use crate::syntax::{Declaration, Number};

pub(crate) use attributes::{conditions, shared as shared_attributes, split};
pub use broken::{broken, headless};
pub use item::whole;
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

/// The type that holds the numbers and the programs of a network: all of them are constants of it.
///
/// Every name of ours begins with `__nn`, `__Nn` or `_`, which need no attribute against lints. Outside of a generic
/// network's own functions the type has no arguments, so it is named as it is everywhere.
pub(crate) fn holder() -> Ident {
    ident("__Nn")
}

/// The geometry of step `i`. It is a constant by itself, so that a program holds the geometries that its calls name, not
/// the table of all.
pub fn geometry_name(i: usize) -> TokenStream {
    let name = format_ident!("_G{i}");
    quote!(__Nn::#name)
}

/// The shape number `i` of those that are computed in the constant number `level`.
pub fn shape_name(level: usize, i: usize) -> TokenStream {
    let (numbers, i) = (format_ident!("_N{level}"), number(i));
    quote!(__Nn::#numbers._s[#i])
}

/// The type that layer `i` is, where its own is long.
pub fn alias_name(i: usize, span: Span) -> Ident {
    Ident::new(&format!("__NnLayer{i}"), span)
}

/// The number of elements of value `i`.
pub fn len_name(i: usize) -> TokenStream {
    let i = number(i);
    quote!(__Nn::_L[#i])
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

/// A number, written without its type.
fn number(n: usize) -> Literal {
    Literal::usize_unsuffixed(n)
}

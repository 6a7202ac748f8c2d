//! What is left of a network with mistakes.
//!
//! Its type is one that rustc knows to be wrong: it names a type whose argument is our first error. Whatever a program
//! does with such a type, rustc says no more of it: methods, constants, sizes of arrays, batches, losses and labels of
//! any kind, implementations of the user's own, and networks that have it as a layer. An invented type would be compared
//! with what the program expects, and one mistake would become several.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Visibility};

use super::item::named_at_call;
use super::{Reader, attributes, checks, mirror, root};
use crate::diagnostics::{Warning, to_tokens};
use crate::network::Network;
use crate::syntax::Declaration;

/// The errors, and a type of each name that is declared.
pub fn broken(
    d: &Declaration,
    network: Option<&Network>,
    errors: &[syn::Error],
    remarks: &[Warning],
    reader: Reader,
) -> TokenStream {
    let attributes = attributes::of_a_name(&d.attributes);
    let mut seen = vec![d.name.to_string()];
    let mut types = one(&attributes, &d.visibility, &d.name, &d.generics, errors);
    for view in &d.views {
        if !seen.contains(&view.name.to_string()) {
            seen.push(view.name.to_string());
            let mut attributes = attributes::conditions(&d.attributes);
            attributes.extend(attributes::of_a_name(&view.attributes));
            types.extend(one(&attributes, &view.visibility, &view.name, &[], errors));
        }
    }
    let (conditions, everywhere) =
        (attributes::conditions(&d.attributes), attributes::shared(&d.attributes));
    let rest = others(&errors[1..]);
    let (mirror, warnings) = (mirror::mirror(d, network, reader), checks::warnings(d, remarks));
    let editor = (reader == Reader::Editor).then(|| {
        let (root, first) = (root(d), to_tokens(&errors[..1]));
        // An editor shows errors of macros where items stand.
        quote! {
            #(#everywhere)*
            const _: () = { use #root as __nn; #mirror #first };
        }
    });
    quote! {
        #types
        #(#conditions)*
        #rest
        #warnings
        #editor
    }
}

/// The errors beside the first, as an item.
fn others(errors: &[syn::Error]) -> TokenStream {
    let errors = to_tokens(errors);
    quote!(const _: () = #errors;)
}

/// The errors of a network whose head could not be read, and a type of the name that it seems to have.
pub fn headless(name: Option<&Ident>, errors: &[syn::Error]) -> TokenStream {
    let public = syn::parse_quote!(pub);
    let Some(name) = name.filter(|_| !errors.is_empty()) else { return others(errors) };
    let ty = one(&[], &public, name, &[], errors);
    let rest = others(&errors[1..]);
    quote!(#ty #rest)
}

/// A type that rustc knows to be wrong, under this name. It is a type of the crate's own, so that the crate may implement
/// traits for it; and a value, as a network without parameters of its type is.
fn one(
    attributes: &[Attribute],
    visibility: &Visibility,
    name: &Ident,
    generics: &[Ident],
    errors: &[syn::Error],
) -> TokenStream {
    let error = to_tokens(&errors[..1]);
    let plain = name.unraw().to_string().replace('_', "");
    let marker = format_ident!("__NnBroken{plain}");
    let conditions = attributes::conditions(attributes);
    let mut of: Vec<&Ident> = Vec::new();
    for parameter in generics {
        if !of.contains(&parameter) {
            of.push(parameter);
        }
    }
    let (parameters, value) = if of.is_empty() {
        let constant = named_at_call(name);
        let value = quote! {
            #(#conditions)*
            #[doc(hidden)]
            #visibility const #constant: #name = <#name>::VALUE;
        };
        (TokenStream::new(), value)
    } else {
        (quote!(<#(#of),*>), TokenStream::new())
    };
    quote! {
        #(#conditions)*
        #[doc(hidden)]
        pub struct #marker<#(#of,)* const __NN_MISTAKE: usize>(::core::marker::PhantomData<(#(#of,)*)>);
        #(#attributes)*
        #visibility type #name #parameters = #marker<#(#of,)* #error>;
        #value
    }
}

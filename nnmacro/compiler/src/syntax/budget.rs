//! Budgets: `memory <= 64 MiB for 64;`, `memory <= 64 KiB;`, `flash <= 256 KiB;`

use proc_macro2::Ident;
use syn::Token;
use syn::ext::IdentExt;
use syn::parse::ParseStream;

use super::layer::expression;
use super::parse::{is_word, once};
use super::term::{here, next_or_end};
use super::{BudgetSyntax, BudgetsSyntax, LimitSyntax};
use crate::diagnostics::Diagnostics;

/// Whether a budget begins here.
pub(super) fn begins_budget(input: ParseStream<'_>) -> bool {
    (is_word(input, "memory") || is_word(input, "flash")) && input.peek2(Token![<=])
}

/// Reads one of the budgets.
pub(super) fn budget(
    input: ParseStream<'_>,
    out: &mut BudgetsSyntax,
    diagnostics: &Diagnostics,
) -> syn::Result<()> {
    let limit = limit(input)?;
    let keyword = limit.keyword.clone();
    let is_flash = keyword == "flash";
    if input.peek(Token![for]) && is_flash {
        let message = "tensors take the same flash whatever the batch\nexpected: `flash <= 256 KiB;`\n   found: `for`";
        return Err(here(input, message.to_owned()));
    }
    if input.parse::<Option<Token![for]>>()?.is_some() {
        if input.is_empty() || input.peek(Token![;]) {
            let found = next_or_end(input);
            let message = format!(
                "the budget says for how many samples\nexpected: `memory <= 64 MiB for 64;`, the limit and the samples of a batch\n   found: {found}"
            );
            return Err(here(input, message));
        }
        let budget = BudgetSyntax { limit, batch: expression(input)? };
        once(&mut out.training, budget, &keyword, "`memory … for …`", diagnostics);
    } else if is_flash {
        once(&mut out.flash, limit, &keyword, "`flash`", diagnostics);
    } else {
        once(&mut out.inference, limit, &keyword, "`memory` without `for`", diagnostics);
    }
    Ok(())
}

/// `memory <= 64 MiB`
fn limit(input: ParseStream<'_>) -> syn::Result<LimitSyntax> {
    let keyword: Ident = input.parse()?;
    let wrong = |what: &str| {
        let found = next_or_end(input);
        let expected = match keyword == "flash" {
            true => "`flash <= 256 KiB;`",
            false => "`memory <= 64 KiB;`, or for training `memory <= 64 MiB for 64;`",
        };
        here(input, format!("{what}\nexpected: {expected}\n   found: {found}"))
    };
    input.parse::<Token![<=]>()?;
    let amount = expression(input).map_err(|_| wrong("the budget has no limit"))?;
    let Some((unit_word, _)) = input.cursor().ident() else {
        return Err(wrong("the limit has no unit"));
    };
    let unit = match unit_word.to_string().as_str() {
        "B" | "bytes" => 1,
        "KiB" => 1 << 10,
        "MiB" => 1 << 20,
        "GiB" => 1 << 30,
        "KB" | "kB" => 1000,
        "MB" => 1_000_000,
        "GB" => 1_000_000_000,
        _ => return Err(wrong("the limit is in `B`, `KiB`, `MiB`, `GiB`, `kB`, `MB` or `GB`")),
    };
    Ident::parse_any(input)?;
    Ok(LimitSyntax { keyword, amount, unit, unit_word })
}

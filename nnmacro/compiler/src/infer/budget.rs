//! The budget of memory: `memory <= 64 MiB for 64;`

use quote::ToTokens;

use crate::diagnostics::Diagnostics;
use crate::network::Network;
use crate::schedule::{Schedule, usage};
use crate::syntax::{BudgetSyntax, Constants, Declaration, Number, source_text};

/// What training may take.
#[derive(Clone, Debug)]
pub struct Budget {
    /// The number ahead of the unit.
    pub amount: Number,
    /// Bytes of the unit.
    pub unit: usize,
    /// The samples of a batch.
    pub batch: Number,
}

impl Budget {
    /// The limit in bytes, and the samples; `None` when only rustc knows.
    pub fn known(&self) -> Option<(usize, usize)> {
        let known = self.amount.is_known() && self.batch.is_known();
        known.then(|| (self.amount.value.saturating_mul(self.unit), self.batch.value))
    }
}

/// Reads the budget.
pub fn budget(
    declaration: &Declaration,
    constants: &Constants,
    diagnostics: &Diagnostics,
) -> Option<Budget> {
    let syntax = declaration.budget.as_ref()?;
    let number = |expr: &syn::Expr, what: &str| {
        let number = constants.number(expr).unwrap_or_else(|(at, fault)| {
            diagnostics.error(&at, fault.text(what, &at));
            Number::faulty()
        });
        if number.value == 0 {
            let text = source_text(&expr.to_token_stream());
            let message = format!("{what} is zero\nexpected: 1 or more\n   found: `{text}`");
            diagnostics.error(expr, message);
        }
        number
    };
    let amount = number(&syntax.amount, "the limit of `memory`");
    let batch = number(&syntax.batch, "the batch of `memory`");
    Some(Budget { amount, unit: syntax.unit, batch })
}

/// Reports that a step takes more than the budget, with what holds the most at the peak.
pub fn exceeded(
    declaration: &Declaration,
    network: &Network,
    schedule: &Schedule,
    budget: &Budget,
    diagnostics: &Diagnostics,
) {
    let (Some(syntax), Some((limit, batch))) = (&declaration.budget, budget.known()) else {
        return;
    };
    let Some(usage) = usage(network, schedule, batch).filter(|u| u.bytes > limit) else { return };
    let held = match usage.largest {
        Some((value, bytes)) => {
            let layer = schedule.layer(network, value);
            format!("; at its peak `{layer}` holds the most, {}", size(bytes, syntax))
        }
        None => String::new(),
    };
    let sample = (usage.bytes - usage.fixed) / batch;
    let most = limit.saturating_sub(usage.fixed) / sample.max(1);
    let help =
        if most > 0 { format!("for {most}") } else { format!("<= {}", size(usage.bytes, syntax)) };
    let written = source_text(&syntax.amount.to_token_stream());
    let (unit, samples) = (&syntax.unit_word, source_text(&syntax.batch.to_token_stream()));
    diagnostics.error(
        &syntax.keyword,
        format!(
            "training `{}` on batches of {samples} takes {}, parameters and gradients included{held}\nexpected: at most {written} {unit}\n   found: {}\nhelp: write `memory {}`",
            declaration.name,
            size(usage.bytes, syntax),
            size(usage.bytes, syntax),
            if most > 0 { format!("<= {written} {unit} {help}") } else { format!("{help} for {samples}") }
        ),
    );
}

/// Bytes in the unit of the budget, rounded up.
fn size(bytes: usize, syntax: &BudgetSyntax) -> String {
    format!("{} {}", bytes.div_ceil(syntax.unit), syntax.unit_word)
}

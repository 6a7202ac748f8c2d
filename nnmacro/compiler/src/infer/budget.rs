//! The budgets: `memory <= 64 MiB for 64;`, `memory <= 64 KiB;`, `flash <= 256 KiB;`

use std::cell::RefCell;

use nnplan::Text;
use quote::ToTokens;
use syn::Expr;

use crate::diagnostics::Diagnostics;
use crate::network::Network;
use crate::schedule::{Schedule, flash, usage, working};
use crate::syntax::{
    BudgetSyntax, Constants, Declaration, LimitSyntax, Number, Unchecked, source_text,
};

/// What the network may take.
#[derive(Clone, Debug, Default)]
pub struct Budgets {
    /// Memory, in training.
    pub training: Option<Budget>,
    /// Memory, in an inference of one sample.
    pub inference: Option<Limit>,
    /// Flash.
    pub flash: Option<Limit>,
    /// What only rustc knows of their numbers.
    pub unchecked: Vec<Unchecked>,
}

/// What training may take.
#[derive(Clone, Debug)]
pub struct Budget {
    /// The limit.
    pub limit: Limit,
    /// The samples of a batch.
    pub batch: Number,
}

/// A number of bytes.
#[derive(Clone, Debug)]
pub struct Limit {
    /// The number before the unit.
    pub amount: Number,
    /// Bytes of the unit.
    pub unit: usize,
}

impl Budget {
    /// The limit in bytes, and the samples; `None` when only rustc knows.
    pub fn known(&self) -> Option<(usize, usize)> {
        let Limit { amount, unit } = &self.limit;
        let known = amount.is_known() && self.batch.is_known();
        known.then(|| (amount.value.saturating_mul(*unit), self.batch.value))
    }
}

/// Reads the budgets.
pub fn budgets(
    declaration: &Declaration,
    constants: &Constants,
    diagnostics: &Diagnostics,
) -> Budgets {
    let unchecked = RefCell::new(Vec::new());
    let number = |expr: &Expr, what: &str| {
        let number = constants.number(expr).unwrap_or_else(|(at, fault)| {
            diagnostics.error(&at, fault.text(what, &at));
            Number::faulty()
        });
        if number.value == 0 {
            let text = source_text(&expr.to_token_stream());
            let message = format!("{what} is zero\nexpected: 1 or more\n   found: `{text}`");
            diagnostics.error(expr, message);
        }
        if !number.is_known() {
            unchecked.borrow_mut().extend(constants.unchecked(expr, what));
        }
        number
    };
    let limit = |syntax: &LimitSyntax| {
        let amount = number(&syntax.amount, &format!("the limit of `{}`", syntax.keyword));
        Limit { amount, unit: syntax.unit }
    };
    let training = |syntax: &BudgetSyntax| Budget {
        limit: limit(&syntax.limit),
        batch: number(&syntax.batch, "the batch of `memory`"),
    };
    let syntax = &declaration.budgets;
    let (training, inference, flash) = (
        syntax.training.as_ref().map(training),
        syntax.inference.as_ref().map(limit),
        syntax.flash.as_ref().map(limit),
    );
    Budgets { training, inference, flash, unchecked: unchecked.into_inner() }
}

/// Reports that an inference works on more memory, or that the tensors take more flash, than the budgets allow.
pub fn refused(
    declaration: &Declaration,
    network: &Network,
    inference: &Schedule,
    budgets: &Budgets,
    diagnostics: &Diagnostics,
) {
    let name = declaration.name.to_string();
    let refuse = |syntax: Option<&LimitSyntax>, limit: Option<&Limit>, told: Told<'_>| {
        let (Some(syntax), Some(limit)) = (syntax, limit) else { return };
        if !limit.amount.is_known() {
            return;
        }
        let word = &syntax.unit_word.to_string();
        let limit = nnplan::Limit { amount: limit.amount.value, unit: limit.unit, word };
        if let Some(text) = told(&limit).filter(|t| !t.is_empty()) {
            diagnostics.error(&syntax.amount, text.as_str());
        }
    };
    let syntax = &declaration.budgets;
    refuse(syntax.inference.as_ref(), budgets.inference.as_ref(), &|limit| {
        let working = working(network, inference)?;
        let beside = [&working.arena[..], &working.statistics, &working.outputs];
        let locals: Vec<_> = working.locals.iter().map(Vec::as_slice).collect();
        Some(nnplan::told_memory(&name, working.bytes, limit, &beside, &locals))
    });
    refuse(syntax.flash.as_ref(), budgets.flash.as_ref(), &|limit| {
        let (bytes, largest) = flash(network)?;
        Some(nnplan::told_flash(&name, bytes, limit, &largest))
    });
}

/// What is said of a limit; `None` where only rustc can count.
type Told<'a> = &'a dyn Fn(&nnplan::Limit<'_>) -> Option<Text>;

/// Reports that a step takes more than the budget, with what holds the most at the peak.
pub fn exceeded(
    declaration: &Declaration,
    network: &Network,
    schedule: &Schedule,
    budget: &Budget,
    diagnostics: &Diagnostics,
) {
    let (Some(BudgetSyntax { limit: syntax, batch: written_batch }), Some((limit, batch))) =
        (&declaration.budgets.training, budget.known())
    else {
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
    let (unit, samples) = (&syntax.unit_word, source_text(&written_batch.to_token_stream()));
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
fn size(bytes: usize, syntax: &LimitSyntax) -> String {
    format!("{} {}", bytes.div_ceil(syntax.unit), syntax.unit_word)
}

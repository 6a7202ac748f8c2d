//! The parts of the output, each a text.

use std::fmt::Write;

use nncompiler::emit::{Compiled, program_text};
use nncompiler::schedule::Schedule;

use crate::find::Found;
use crate::memory;

/// A part of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    Summary,
    Graph,
    Dot,
    Mermaid,
    Schedule,
    Memory,
    Code,
    Rust,
}

impl Part {
    pub(crate) const ALL: [Self; 8] = [
        Self::Summary,
        Self::Graph,
        Self::Dot,
        Self::Mermaid,
        Self::Schedule,
        Self::Memory,
        Self::Code,
        Self::Rust,
    ];
    /// What is shown unless asked otherwise.
    pub(crate) const DEFAULT: [Self; 5] =
        [Self::Summary, Self::Graph, Self::Schedule, Self::Memory, Self::Code];

    /// Its word on the command line.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Graph => "graph",
            Self::Dot => "dot",
            Self::Mermaid => "mermaid",
            Self::Schedule => "schedule",
            Self::Memory => "memory",
            Self::Code => "code",
            Self::Rust => "rust",
        }
    }
}

/// The parts asked for; a headline before each when there are several.
pub(crate) fn text(found: &Found, parts: &[Part], path: &str) -> Result<String, String> {
    let c = &found.compiled;
    let mut out = String::new();
    for part in parts {
        if parts.len() > 1 {
            let _ = writeln!(out, "== {} of {}\n", part.word(), c.declaration.name);
        }
        out += &match part {
            Part::Summary => summary(c),
            Part::Graph => c.training.graph.text(),
            Part::Dot => c.training.graph.dot(&c.declaration.name.to_string()),
            Part::Mermaid => c.training.graph.mermaid(),
            Part::Schedule => schedules(c),
            Part::Memory => memory::text(c),
            Part::Code => program_text(c).trim_end().to_owned() + "\n",
            Part::Rust => rust(found, path)?,
        };
        if parts.len() > 1 {
            out.push('\n');
        }
    }
    Ok(out)
}

fn summary(c: &Compiled) -> String {
    let rows = c.network.rows();
    let mut out =
        nnplan::summary::<{ 1 << 16 }>(&c.declaration.name.to_string(), &rows).as_str().to_owned();
    if !c.network.is_known() {
        out.push_str("`?` is known to rustc only, and counts 0 here\n");
    }
    for warning in &c.warnings {
        let _ = writeln!(out, "line {}: {}", warning.span.start().line, warning.message);
    }
    out
}

fn schedules(c: &Compiled) -> String {
    let mut out = String::new();
    let training = &c.training;
    let forward = training.forward;
    let last = training.segments.len();
    if !c.again.is_empty() {
        let _ = writeln!(out, "computed again in the backward pass: {}", c.again.join(", "));
    }
    segments(&mut out, c, "inference", &c.inference, 0..c.inference.segments.len());
    segments(&mut out, c, "training, forward", training, 0..forward);
    let _ = writeln!(out, "    {:>3}  the loss", training.graph.forward);
    segments(&mut out, c, "training, backward", training, forward..last);
    out
}

fn segments(
    out: &mut String,
    c: &Compiled,
    title: &str,
    schedule: &Schedule,
    range: std::ops::Range<usize>,
) {
    let _ = writeln!(out, "{title}");
    for segment in &schedule.segments[range] {
        let how = if segment.split { "a piece of the batch at a time" } else { "the whole batch" };
        let _ = writeln!(out, "  {how}");
        for n in &segment.nodes {
            let node = &schedule.graph.nodes[*n];
            let layer = &c.network.steps[node.step].name;
            let step = schedule.step(*n);
            let _ = writeln!(out, "    {step:>3}  {layer:<12} {}", schedule.graph.formula(node));
        }
    }
}

/// All that the macro emits.
fn rust(found: &Found, path: &str) -> Result<String, String> {
    // Without the file's constants: as the macro sees it.
    let tokens = nncompiler::compile(found.tokens.clone());
    let file = syn::parse2(tokens).map_err(|e| format!("{path}: what is emitted is wrong: {e}"))?;
    Ok(prettyplease::unparse(&file))
}

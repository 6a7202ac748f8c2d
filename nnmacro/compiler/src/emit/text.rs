//! The programs for people: formatted, with a comment at each call.

use std::fmt::Write;

use super::Compiled;
use super::program::{Program, Statement, statements};
use crate::graph::Graph;

/// The emitted functions as text: the user's names, the formula and shape of each call.
pub fn program_text(c: &Compiled) -> String {
    let mut out = String::new();
    let training = &c.training;
    let parts = [
        ("infer", &c.inference, 0..c.inference.segments.len()),
        ("forward", training, 0..training.forward),
        ("backward", training, training.forward..training.segments.len()),
    ];
    for (name, schedule, segments) in parts {
        let program = Program::new(c, schedule, "_");
        let (_, through) = schedule.graph.wanted();
        let generics = if name == "backward" { ", const THROUGH: bool" } else { "" };
        let _ = writeln!(out, "fn {name}<D: Device{generics}>(pass: &mut Pass<'_, D>) {{");
        for segment in &schedule.segments[segments] {
            let calls = statements(schedule, segment, &through);
            if calls.is_empty() {
                continue;
            }
            let how =
                if segment.split { "a piece of the batch at a time" } else { "the whole batch" };
            let _ = writeln!(out, "    // {}: {how}", program.title(segment));
            let _ = writeln!(out, "    pass.segment(|o| {{");
            for call in calls {
                write_call(&mut out, c, &schedule.graph, &call);
            }
            let _ = writeln!(out, "    }});");
        }
        let _ = writeln!(out, "}}\n");
    }
    out
}

fn write_call(out: &mut String, c: &Compiled, graph: &Graph, call: &Statement) {
    let layer = |s: &Statement| c.network.layer_of(s.step).name.as_str();
    let names = |s: &Statement| -> Vec<String> {
        let name = |o: &Option<_>| o.map_or("NONE", |o| &graph.value(o).name).to_owned();
        s.operands.iter().map(name).collect()
    };
    let parts =
        [Some(call), call.norm.as_deref(), call.pool.as_deref(), call.activation.as_deref()];
    for part in parts.iter().flatten() {
        let _ = writeln!(out, "        // {}   {}", part.formula, part.shapes);
    }
    if !call.is_fused() {
        let (mut names, guard) = (names(call), if call.is_through { "if THROUGH " } else { "" });
        if call.id.record().is_variadic() {
            let y = names.pop().unwrap_or_default();
            names = vec![format!("&[{}]", names.join(", ")), y];
        }
        let call = format!("o.{}(&{}, {});", call.id.record().name, layer(call), names.join(", "));
        let call = if guard.is_empty() { call } else { format!("{guard}{{ {call} }}") };
        let _ = writeln!(out, "        {call}");
        return;
    }
    let mut epilogue = Vec::new();
    if let Some(norm) = &call.norm {
        epilogue.push(format!("norm: ({}, {})", layer(norm), names(norm)[1..].join(", ")));
    }
    if let Some(pool) = &call.pool {
        epilogue.push(format!("pool: ({}, {})", layer(pool), names(pool)[1..].join(", ")));
    }
    if let Some(activation) = &call.activation {
        epilogue.push(format!("activation: ({}, {})", layer(activation), names(activation)[1]));
    }
    let _ = writeln!(
        out,
        "        o.{}_with(&{}, &Epilogue {{ {} }}, {});",
        call.id.record().name,
        layer(call),
        epilogue.join(", "),
        names(call).join(", ")
    );
}

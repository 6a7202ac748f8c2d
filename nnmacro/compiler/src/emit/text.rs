//! The programs for people: formatted, with a comment at each call.

use std::fmt::Write;

use super::Compiled;
use super::program::{Program, holder, statements};

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
        let program = Program { network: &c.network, schedule, holder: holder(name != "infer") };
        let _ = writeln!(out, "fn {name}<D: Device>(pass: &mut Pass<'_, D>) {{");
        for segment in &schedule.segments[segments] {
            let calls = statements(schedule, segment);
            if calls.is_empty() {
                continue;
            }
            let how =
                if segment.split { "a piece of the batch at a time" } else { "the whole batch" };
            let _ = writeln!(out, "    // {}: {how}", program.title(segment));
            let _ = writeln!(out, "    pass.segment(|o| {{");
            for call in calls {
                let operands: Vec<&str> =
                    call.operands.iter().map(|o| o.as_deref().unwrap_or("NONE")).collect();
                let layer = call.geometry.to_string().replace("__nn_G", "");
                let layer =
                    layer.parse::<usize>().map_or("", |i| c.network.layers[i].name.as_str());
                let _ = writeln!(out, "        // {}   {}", call.formula, call.shapes);
                let _ =
                    writeln!(out, "        o.{}(&{layer}, {});", call.method, operands.join(", "));
            }
            let _ = writeln!(out, "    }});");
        }
        let _ = writeln!(out, "}}\n");
    }
    out
}

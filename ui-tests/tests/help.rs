//! What a message tells to write is written here, into every case, by the compiler as a library: the mistake is gone,
//! and no other has come.

use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use nncompiler::Front;

/// The cases of all topics, except those that only rustc finds.
fn cases() -> Vec<PathBuf> {
    let mut all = Vec::new();
    for topic in fs::read_dir("fail").expect("the folder `fail`") {
        let topic = topic.expect("a topic").path();
        if topic.ends_with("rustc") {
            continue;
        }
        for entry in fs::read_dir(topic).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.extension().is_some_and(|e| e == "rs") {
                all.push(path);
            }
        }
    }
    all.sort();
    all
}

/// What stands between the braces of each `network! { … }`.
fn networks(source: &str) -> Vec<&str> {
    let mut all = Vec::new();
    for (start, opening) in source.match_indices("network! {") {
        let start = start + opening.len();
        let mut depth = 1;
        let end = source[start..].find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        all.push(&source[start..start + end.expect("a closing brace")]);
    }
    all
}

struct Mistake {
    message: String,
    place: Range<usize>,
}

/// The mistakes in a network; `None` when these are no tokens.
fn mistakes(network: &str) -> Option<Vec<Mistake>> {
    let Front::Bad { errors, .. } = nncompiler::front(network.parse().ok()?) else {
        return Some(Vec::new());
    };
    let offset = |line: usize, column: usize| {
        let lines: usize = network.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let rest = &network[lines..];
        lines + rest.char_indices().nth(column).map_or(rest.len(), |(i, _)| i)
    };
    let place = |e: &syn::Error| {
        let (start, end) = (e.span().start(), e.span().end());
        offset(start.line, start.column)..offset(end.line, end.column)
    };
    Some(errors.iter().map(|e| Mistake { message: e.to_string(), place: place(e) }).collect())
}

/// The code in a help: what to write, and the item it names besides.
fn help(message: &str) -> Option<(&str, Vec<&str>)> {
    let help = message.lines().find_map(|line| line.strip_prefix("help: "))?;
    let code = help.split('`').skip(1).step_by(2).collect();
    Some((help.split(' ').next()?, code))
}

/// From the bracket or comma before `at` to the one after it.
fn argument(network: &str, at: usize) -> Range<usize> {
    let (mut depth, mut start) = (0, at);
    for (i, c) in network[..at].char_indices().rev() {
        match c {
            ')' | ']' => depth += 1,
            '(' | '[' | ',' | ';' if depth == 0 => break,
            '(' | '[' => depth -= 1,
            _ => {}
        }
        start = i;
    }
    let (mut depth, mut end) = (0, at);
    for (i, c) in network[at..].char_indices() {
        end = at + i;
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' | ',' | ';' if depth == 0 => break,
            ')' | ']' => depth -= 1,
            _ => {}
        }
    }
    start..end
}

/// Behind the bracket that closes the one at `open`.
fn call_end(network: &str, open: usize) -> usize {
    let mut depth = 0;
    let end = network[open..].find(|c| {
        depth += i32::from(c == '(') - i32::from(c == ')');
        depth == 0
    });
    end.map_or(network.len(), |i| open + i + 1)
}

/// The ways to follow a help that tells to write `code` at `place`.
fn written(network: &str, place: &Range<usize>, code: &str) -> Vec<String> {
    let replaced =
        |range: Range<usize>| format!("{}{code}{}", &network[..range.start], &network[range.end..]);
    let mut all = vec![replaced(place.clone())];
    let around = argument(network, place.start);
    all.push(replaced(around.clone())); // `groups = 2` for what stands at `3`
    let item = network[place.start..].find(';').map_or(network.len(), |i| place.start + i);
    all.push(replaced(place.start..item)); // a layer with all of its arguments
    if network[place.end..].starts_with('(') {
        all.push(replaced(place.start..call_end(network, place.end))); // a call
    }
    let start = network[..place.start].rfind(':').map_or(0, |i| i + 1);
    all.push(replaced(start..item));
    // Options in place of those named alike or otherwise, or as the last.
    let name = code.split(' ').next().unwrap_or_default();
    if let Some(old) = network[start..item].find(&format!("{name} =")) {
        all.push(replaced(argument(network, start + old)));
    }
    let open = network[start..item].find('(').map(|i| start + i);
    if let (Some(open), Some(close)) = (open, network[start..item].rfind(')')) {
        all.push(format!("{}, {code}{}", &network[..start + close], &network[start + close..]));
        all.push(replaced(place.start..start + close));
        all.push(replaced(open + 1..start + close));
    }
    all
}

/// The ways to follow a help.
fn followed(network: &str, mistake: &Mistake, verb: &str, code: &[&str]) -> Vec<String> {
    let line_of = |name: &str| network.find(&format!("{name}:")).expect("the item");
    match (verb, code) {
        ("write", [first, ..]) => written(network, &mistake.place, first),
        ("drop", [name]) if name.starts_with('_') => written(network, &mistake.place, name),
        ("drop", []) => {
            let start = mistake.place.start;
            let end = start + network[start..].find(';').expect("its end") + 1;
            vec![format!("{}{}", &network[..start], &network[end..])]
        }
        ("end", [name]) => {
            let close = network.rfind('}').expect("the end of the body");
            vec![format!("{}{name} {}", &network[..close], &network[close..])]
        }
        ("put" | "declare", [item, rest @ ..]) if item.ends_with(';') => {
            let name = &item[..=item.find(':').expect("a colon")];
            // An item of that name moves, or gets other sizes.
            let mut network = network.to_owned();
            let mut at = rest.first().map(|ahead| line_of(ahead));
            if let Some(old) = network.find(name) {
                let end = old + network[old..].find(';').expect("its end") + 1;
                network.replace_range(old..end, &" ".repeat(end - old));
                at = at.or(Some(old));
            }
            network.insert_str(at.expect("a place"), item);
            vec![network]
        }
        ("put", [layer, ahead]) => {
            let start = line_of(layer);
            let end = start + network[start..].find(';').expect("its end") + 1;
            let mut moved = network.to_owned();
            let item = network[start..end].to_owned();
            moved.replace_range(start..end, "");
            moved.insert_str(line_of(ahead), &item);
            vec![moved]
        }
        _ => Vec::new(),
    }
}

/// The first line, without the shape at its end, which another mistake may have hidden.
fn what(mistake: &Mistake) -> &str {
    let line = mistake.message.lines().next().unwrap_or_default();
    line.split(" provides").next().unwrap_or(line)
}

/// Whether a way to follow a help mends one mistake of `before` and makes none.
fn mends(outcome: &str, before: &[Mistake]) -> bool {
    let Some(after) = mistakes(outcome) else { return false };
    let known = |m: &Mistake| before.iter().any(|b| what(b) == what(m));
    after.len() < before.len() && after.iter().all(known)
}

#[test]
fn what_a_help_tells_to_write_mends_the_mistake() {
    let (mut helps, mut useless) = (0, Vec::new());
    for path in cases() {
        let source = fs::read_to_string(&path).expect("a case");
        for network in networks(&source) {
            let before = mistakes(network).expect("tokens");
            for mistake in &before {
                let Some((verb, code)) = help(&mistake.message) else { continue };
                let is_advice =
                    ["compute", "bind", "several", "merge", "give", "take", "use", "leave"]
                        .contains(&verb)
                        || mistake.message.contains("help: write the ");
                if is_advice || code.iter().any(|c| c.contains('…')) {
                    continue; // not text to paste
                }
                helps += 1;
                let outcomes = followed(network, mistake, verb, &code);
                if !outcomes.iter().any(|o| mends(o, &before)) {
                    useless.push(format!("{}: {}", path.display(), mistake.message));
                }
            }
        }
    }
    assert!(useless.is_empty(), "{} of {helps}:\n{}", useless.len(), useless.join("\n\n"));
    assert!(helps >= 60, "only {helps} helps");
}

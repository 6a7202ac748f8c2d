//! `nnshow FILE.rs [NAME] [--PART…]`: what `network!` makes of the networks in a file.

mod find;
mod memory;
mod parts;

use std::io::Write;
use std::process::ExitCode;

use parts::Part;

const USAGE: &str = "\
usage: nnshow FILE.rs [NAME] [--PART…]

Shows what `network!` makes of the networks in FILE.rs, or of the one called NAME.

parts (without one: summary, graph, schedule, memory, code):
  --summary   the table of layers: shapes, parameters, FLOPs
  --graph     the graph of a training step, forward and backward
  --dot       the same for Graphviz
  --mermaid   the same for Mermaid
  --schedule  which calls run together over a piece of the batch
  --memory    where each value lies, and from when to when
  --code      the calls that are emitted, with formulas and shapes
  --rust      all that is emitted, as Rust
  --help      this text
";

/// What the command line asks for.
#[derive(Debug, Default, PartialEq)]
struct Request {
    file: String,
    name: Option<String>,
    parts: Vec<Part>,
}

/// Why there is nothing to show.
#[derive(Debug, PartialEq)]
enum Stop {
    /// `--help`
    Help,
    /// The command line is wrong.
    Usage(String),
}

fn request(arguments: impl Iterator<Item = String>) -> Result<Request, Stop> {
    let mut request = Request::default();
    for argument in arguments {
        match argument.strip_prefix("--") {
            Some("help") => return Err(Stop::Help),
            Some(word) => match Part::ALL.iter().find(|p| p.word() == word) {
                Some(part) => request.parts.push(*part),
                None => return Err(Stop::Usage(format!("there is no part `--{word}`"))),
            },
            None if argument.starts_with('-') => {
                return Err(Stop::Usage(format!("there is no option `{argument}`")));
            }
            None if request.file.is_empty() => request.file = argument,
            None if request.name.is_none() => request.name = Some(argument),
            None => return Err(Stop::Usage(format!("`{argument}` is one word too many"))),
        }
    }
    if request.file.is_empty() {
        return Err(Stop::Usage("which file?".to_owned()));
    }
    if request.parts.is_empty() {
        request.parts = Part::DEFAULT.to_vec();
    }
    Ok(request)
}

fn show(request: &Request) -> Result<String, String> {
    let networks = find::networks(&request.file, request.name.as_deref())?;
    let mut out = String::new();
    for network in &networks {
        out += &parts::text(network, &request.parts, &request.file)?;
    }
    Ok(out)
}

/// 0 done, 1 failure, 2 usage.
fn main() -> ExitCode {
    let request = match request(std::env::args().skip(1)) {
        Ok(request) => request,
        Err(Stop::Help) => return print(USAGE),
        Err(Stop::Usage(message)) => {
            eprint!("nnshow: {message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match show(&request) {
        Ok(text) => print(&text),
        Err(message) => {
            eprintln!("nnshow: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Prints; a reader that has seen enough (`| head`) is no failure.
fn print(text: &str) -> ExitCode {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        _ => ExitCode::SUCCESS,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(words: &[&str]) -> Result<Request, Stop> {
        request(words.iter().map(|w| (*w).to_owned()))
    }

    #[test]
    fn a_file_alone_shows_the_usual_parts() {
        let request = of(&["net.rs"]).expect("a request");
        assert_eq!(request.parts, Part::DEFAULT);
        assert_eq!((request.file.as_str(), request.name), ("net.rs", None));
    }

    #[test]
    fn parts_come_in_the_order_given() {
        let request = of(&["--dot", "net.rs", "Net", "--summary"]).expect("a request");
        assert_eq!(request.parts, [Part::Dot, Part::Summary]);
        assert_eq!(request.name.as_deref(), Some("Net"));
    }

    #[test]
    fn what_is_not_understood_is_a_usage_error() {
        for words in [&[][..], &["--sumary", "x"], &["-s", "x"], &["a", "b", "c"]] {
            assert!(matches!(of(words), Err(Stop::Usage(_))), "{words:?}");
        }
        assert_eq!(of(&["--help"]), Err(Stop::Help));
    }

    #[test]
    fn the_usage_names_every_part() {
        for part in Part::ALL {
            assert!(USAGE.contains(&format!("  --{} ", part.word())), "{part:?}");
        }
    }
}

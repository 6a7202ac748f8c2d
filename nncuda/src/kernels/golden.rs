//! What the generator makes is recorded in `golden/`: some kernels as text, to be read, and of the others what tells whether
//! they changed.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use super::tests::named;
use crate::ptx::Kernel;

/// The kernels to be read: a product, one whose operand is found in an image, that with a pool, teams along rows, a loss, and
/// sums of channels.
const READ: [&str; 6] = [
    "linear",
    "conv2d",
    "conv2d_max_pool2d",
    "softmax",
    "cross_entropy_terms",
    "batch_norm_statistics",
];

/// What to do where a text differs.
const HELP: &str = "\
NNCUDA_REFRESH=1 cargo test -p nncuda --lib golden writes nncuda/golden anew.
To see what changed: NNCUDA_TEXTS=FOLDER cargo test -p nncuda --lib golden writes the text of every kernel into a folder;
do that with and without the change, and compare both folders.";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden")
}

/// FNV-1a, of 64 bits: the same on every machine.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

/// The number between two texts.
fn between(line: &str, start: &str, end: char) -> Option<u32> {
    line.split_once(start)?.1.split_once(end)?.0.parse().ok()
}

/// A line of the table: name, instructions, registers of a thread as they are declared, bytes of shared memory, hash.
fn line(name: &str, text: &str) -> String {
    let is_instruction =
        |line: &&str| line.starts_with("    ") && line.ends_with(';') && !line.contains(" .reg ");
    let instructions = text.lines().filter(is_instruction).count();
    let registers: u32 = text
        .lines()
        .filter(|line| line.contains(" .reg "))
        .map(|line| between(line, "<", '>').expect("a number of registers"))
        .sum();
    let shared = text.lines().find_map(|line| between(line, ".b8 memory[", ']')).unwrap_or(0);
    format!("{name:60} {instructions:7} {registers:7} {shared:7}  {:016x}", hash(text))
}

/// The table of the kernels that are not there as text.
fn table(named: &[(String, Kernel)]) -> String {
    let [name, instructions, registers, shared] = ["# name", "instr.", "reg.", "shared"];
    let mut table =
        format!("{name:60} {instructions:>7} {registers:>7} {shared:>7}  hash of the text\n");
    for (name, kernel) in named.iter().filter(|(name, _)| !READ.contains(&&**name)) {
        let _ = writeln!(table, "{}", line(name, &kernel.ptx())); // a string grows
    }
    table
}

/// All files of `golden/`.
fn files(named: &[(String, Kernel)]) -> Vec<(String, String)> {
    let text = |read: &str| {
        let kernel = named.iter().find(|(name, _)| name == read).expect("a sample of it");
        (format!("{read}.ptx"), kernel.1.ptx())
    };
    let table = ("kernels.txt".to_owned(), table(named));
    READ.into_iter().map(text).chain([table]).collect()
}

/// The lines of the table that differ.
fn differing<'a>(recorded: &'a str, found: &'a str) -> Vec<&'a str> {
    let of = |a: &'a str, b: &'a str| {
        let others: std::collections::HashSet<&str> = b.lines().collect();
        a.lines().filter(move |line| !others.contains(line)).collect::<Vec<_>>()
    };
    let names = [of(recorded, found), of(found, recorded)].concat();
    let mut names: Vec<&str> = names.iter().filter_map(|line| line.split(' ').next()).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// `NNCUDA_REFRESH=1` writes what is recorded anew, and `NNCUDA_TEXTS=FOLDER` the texts of all.
#[test]
fn text_is_as_recorded() {
    let named = named();
    if let Some(texts) = std::env::var_os("NNCUDA_TEXTS").map(PathBuf::from) {
        fs::create_dir_all(&texts).expect("a folder for the texts");
        for (name, kernel) in &named {
            fs::write(texts.join(name).with_extension("ptx"), kernel.ptx()).expect("a file");
        }
    }
    let files = files(&named);
    if std::env::var_os("NNCUDA_REFRESH").is_some() {
        let _ = fs::remove_dir_all(folder());
        fs::create_dir_all(folder()).expect("the folder");
        for (name, text) in &files {
            fs::write(folder().join(name), text).expect("a file");
        }
    }
    let recorded = |name: &str| fs::read_to_string(folder().join(name)).unwrap_or_default();
    let mut wrong = Vec::new();
    for (name, text) in &files {
        let recorded = recorded(name);
        if recorded != *text {
            match name.as_str() {
                "kernels.txt" => {
                    wrong.extend(differing(&recorded, text).into_iter().map(str::to_owned))
                }
                _ => wrong.push(name.clone()),
            }
        }
    }
    assert!(wrong.is_empty(), "{} kernels differ: {}\n{HELP}", wrong.len(), wrong.join(", "));
    let count = fs::read_dir(folder()).expect("the folder").count();
    assert_eq!(count, files.len(), "nothing else is in golden/\n{HELP}");
}

#[test]
fn a_line_tells_what_a_kernel_needs() {
    let text = "\
.shared .align 16 .b8 memory[48];

.visible .entry f(
    .param .u64 a0
)
{
    .reg .pred %p<2>;
    .reg .b32 %r<13>;

    mov.u32 %r0, 1;
again:
    @%p0 bra again;
    ret;
}
";
    let found = line("f", text);
    let words: Vec<&str> = found.split_whitespace().collect();
    assert_eq!(words[..4], ["f", "3", "15", "48"]);
    assert_eq!(hash(""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(hash("a"), 0xaf63_dc4c_8601_ec8c, "that of everybody");
    assert_eq!(words[4], format!("{:016x}", hash(text)));
}

#[test]
fn lines_that_differ_are_named() {
    let (old, new) = ("a 1\nb 2\nc 3\n", "a 1\nb 5\nd 3\n");
    assert_eq!(differing(old, new), ["b", "c", "d"]);
    assert!(differing(old, old).is_empty());
}

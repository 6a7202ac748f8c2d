//! The list of functions against the declarations of `cust_raw`, where cargo has its source.
//!
//! `NNCUDA_REFRESH=1 cargo test -p nncuda-driver --test list` writes the list anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const VERSION: &str = "cust_raw-0.11.3";

/// What `cust_raw` declares.
#[derive(Default)]
struct Declarations {
    enums: BTreeSet<String>,
    structs: BTreeSet<String>,
    /// Other names of types: `type` and `use … as`.
    names: BTreeMap<String, String>,
}

impl Declarations {
    fn read(source: &str) -> Self {
        let mut all = Self::default();
        for item in source.split("\npub ").skip(1) {
            if let Some(rest) = item.strip_prefix("enum ") {
                all.enums.insert(word(rest));
            } else if let Some(rest) = item.strip_prefix("struct ") {
                all.structs.insert(word(rest));
            } else if let Some(rest) = item.strip_prefix("type ")
                && let Some((name, is)) = rest.split_once('=')
            {
                let is = is.split(';').next().unwrap_or_default();
                all.names.insert(name.trim().to_owned(), is.trim().to_owned());
            } else if let Some(rest) = item.strip_prefix("use self::")
                && let Some((is, name)) = rest.split_once(" as ")
            {
                all.names.insert(word(name), is.to_owned());
            }
        }
        all
    }

    /// How a value of a type is passed.
    fn passed(&self, name: &str) -> String {
        let name = name.trim();
        if name.starts_with('*') || name.contains("option::Option") {
            return "Pointer".to_owned();
        }
        let primitive = match name.trim_start_matches("::std::os::raw::") {
            "c_int" | "i32" => "i32",
            "c_uint" | "u32" => "u32",
            "c_uchar" | "u8" => "u8",
            "c_ushort" | "u16" => "u16",
            "c_ulonglong" | "u64" => "u64",
            "c_float" | "f32" => "f32",
            "usize" => "usize",
            _ if self.enums.contains(name) => "u32",
            "CUipcMemHandle_st" | "CUipcEventHandle_st" => "Handle",
            _ => "",
        };
        if !primitive.is_empty() {
            return primitive.to_owned();
        }
        match self.names.get(name) {
            Some(is) => self.passed(is),
            None => {
                panic!("a value of type {name} is passed in a way that the list has no word for")
            }
        }
    }
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The text between `from` and `to`.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let start = text.find(from).expect("the beginning is there") + from.len();
    let len = text[start..].find(to).expect("the end is there");
    &text[start..start + len]
}

fn functions(source: &str, all: &Declarations) -> (usize, String) {
    let mut list = String::new();
    let mut count = 0;
    for block in source.split("extern \"C\" {\n").skip(1) {
        let block = &block[..block.find("\n}").expect("a block ends")];
        for declared in block.split("pub fn ").skip(1) {
            let name = word(declared);
            let declared = declared.replace('\n', " ");
            let arguments = between(&declared, "(", "-> CUresult;");
            let arguments = arguments.trim_end().trim_end_matches(')');
            let mut types = Vec::new();
            for (i, argument) in arguments.split(',').filter(|a| !a.trim().is_empty()).enumerate() {
                let (_, is) = argument.split_once(':').expect("an argument has a type");
                types.push(format!("a{i}: {}", all.passed(is)));
            }
            writeln!(list, "    fn {name}({});", types.join(", ")).unwrap();
            count += 1;
        }
    }
    (count, list)
}

fn codes(source: &str) -> Vec<u32> {
    between(source, "pub enum cudaError_enum {", "}")
        .split(',')
        .filter_map(|line| line.split_once('='))
        .map(|(_, number)| number.trim().parse().expect("a code is a number"))
        .collect()
}

/// Numbers as a pattern, with ranges.
fn pattern(numbers: &[u32]) -> String {
    let mut parts = Vec::new();
    for group in numbers.chunk_by(|a, b| a + 1 == *b) {
        let (first, last) = (group[0], group[group.len() - 1]);
        parts.push(if first == last { first.to_string() } else { format!("{first}..={last}") });
    }
    parts.join(" | ")
}

fn render(source: &str) -> String {
    let (count, functions) = functions(source, &Declarations::read(source));
    let codes = pattern(&codes(source));
    format!(
        "//! The {count} functions that `{VERSION}` declares, and the result codes that it knows.
//!
//! Written by the test `list`, with `NNCUDA_REFRESH=1`.

use core::ffi::c_void;

use crate::forward;

/// A pointer to anything; a function's address.
type Pointer = *mut c_void;

/// A handle for another process, passed by value.
#[derive(Clone, Copy)]
#[repr(C)]
struct Handle([u8; 64]);

/// Whether the enum `CUresult` has this number.
#[rustfmt::skip]
pub(crate) fn is_known(code: u32) -> bool {{
    matches!(code, {codes})
}}

#[rustfmt::skip]
forward! {{
{functions}}}
"
    )
}

/// The source of `cust_raw`, where cargo keeps it.
fn source() -> Option<PathBuf> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")))?;
    let registries = std::fs::read_dir(home.join("registry/src")).ok()?;
    registries
        .filter_map(|registry| Some(registry.ok()?.path().join(VERSION).join("src/cuda.rs")))
        .find(|path| path.exists())
}

#[test]
fn the_list_is_what_cust_raw_declares() {
    let Some(source) = source() else {
        eprintln!("the source of {VERSION} was not found: nothing is compared");
        return;
    };
    let expected = render(&std::fs::read_to_string(source).unwrap());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/list.rs");
    if std::env::var_os("NNCUDA_REFRESH").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    assert!(
        std::fs::read_to_string(&path).unwrap() == expected,
        "src/list.rs differs from what {VERSION} declares\nhelp: NNCUDA_REFRESH=1 cargo test -p nncuda-driver --test list"
    );
}

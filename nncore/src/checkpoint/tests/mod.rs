//! Tests of weight files, and what they share.

mod damage;
mod failures;
mod headers;
mod metadata;
mod names;
mod round_trip;

use std::fs::Permissions;
use std::io;
use std::path::{Path, PathBuf};
use std::string::String;
use std::vec::Vec;
use std::{format, vec};

use super::disk::FileSystem;
use super::*;
use crate::tensor::{Role, Sizes};

/// Stands between and around the tensors; nothing may overwrite it.
const GUARD: f64 = -1234.5;

fn tensor(name: &'static str, shape: &[usize], offset: usize) -> TensorInfo {
    let role = match name.rsplit('.').next() {
        Some("running_mean") => Role::RunningMean,
        Some("running_var") => Role::RunningVariance,
        Some("bias") => Role::Bias { fan_in: 1 },
        _ => Role::Weight { fan_in: 1, fan_out: 1 },
    };
    TensorInfo { name, shape: Sizes::new(shape), offset, role, is_frozen: false }
}

/// Four tensors with gaps, not in the order of their names.
fn small() -> Vec<TensorInfo> {
    vec![
        tensor("fc.weight", &[2, 3], 1),
        tensor("fc.bias", &[2], 9),
        tensor("bn.running_mean", &[3], 0),
        tensor("bn.running_var", &[1, 1, 2], 4),
    ]
}

/// Parameters and buffers of a network.
#[derive(Clone, Debug, PartialEq)]
struct State<T> {
    parameters: Vec<T>,
    buffers: Vec<T>,
}

impl<T: Element> State<T> {
    /// Guards everywhere.
    fn empty() -> Self {
        let guard = T::from_f64(GUARD);
        Self { parameters: vec![guard; 12], buffers: vec![guard; 7] }
    }

    /// The tensors of [`small`] numbered from 0.25, guards between.
    fn numbered() -> Self {
        let mut state = Self::empty();
        let mut number = 0.25;
        for info in small() {
            let space = if info.is_kept() { &mut state.buffers } else { &mut state.parameters };
            for value in &mut space[info.range()] {
                *value = T::from_f64(number);
                number += 1.0;
            }
        }
        state
    }
}

/// What `save` writes of [`State::numbered`].
fn saved<T: Element>(metadata: &Metadata) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.safetensors");
    let state = State::<T>::numbered();
    save(&path, &small(), &state.parameters, &state.buffers, metadata).unwrap();
    std::fs::read(path).unwrap()
}

/// Loads [`small`] from bytes; asserts that an error changes nothing.
fn load_small<T: Element>(
    bytes: &[u8],
    rename: &Rename,
) -> Result<(State<T>, Metadata), CheckpointError> {
    let mut state = State::empty();
    let (parameters, buffers) = (&mut state.parameters, &mut state.buffers);
    let result =
        load_on(&Memory(bytes), Path::new("in/memory"), &small(), parameters, buffers, rename);
    if result.is_err() {
        assert_eq!(state, State::empty());
    }
    result.map(|metadata| (state, metadata))
}

fn peek_bytes(bytes: &[u8]) -> Result<(Metadata, Vec<TensorSummary>), CheckpointError> {
    peek_on(&Memory(bytes), Path::new("in/memory"))
}

/// A weight file from its JSON and its data.
fn file(json: &str, data: &[u8]) -> Vec<u8> {
    let mut bytes = (json.len() as u64).to_le_bytes().to_vec();
    bytes.extend_from_slice(json.as_bytes());
    bytes.extend_from_slice(data);
    bytes
}

/// The JSON of a file whose tensors lie one after another.
fn json_of(tensors: &[(&str, &str, &[usize], usize)]) -> (String, usize) {
    let mut end = 0;
    let entry = |(name, dtype, shape, len): &(&str, &str, &[usize], usize)| {
        let begin = end;
        end += len;
        format!(
            r#""{name}":{{"dtype":"{dtype}","shape":{shape:?},"data_offsets":[{begin},{end}]}}"#
        )
    };
    let entries: Vec<String> = tensors.iter().map(entry).collect();
    (format!("{{{}}}", entries.join(",")), end)
}

/// A file of F32 tensors of the names and shapes given, full of zeros.
fn zeros(tensors: &[(&str, &[usize])]) -> Vec<u8> {
    let tensors: Vec<(&str, &str, &[usize], usize)> = tensors
        .iter()
        .map(|(name, shape)| (*name, "F32", *shape, 4 * shape.iter().product::<usize>()))
        .collect();
    let (json, len) = json_of(&tensors);
    file(&json, &vec![0; len])
}

/// Files that exist in memory only, for reading.
struct Memory<'a>(&'a [u8]);

impl<'a> FileSystem for Memory<'a> {
    type Temporary = Vec<u8>;
    type Opened = &'a [u8];

    fn create(&self, _: &Path, _: Option<&Permissions>) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::Unsupported.into())
    }
    fn sync(&self, _: &mut Vec<u8>) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    fn replace(&self, _: Vec<u8>, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
    fn open(&self, _: &Path) -> io::Result<(&'a [u8], u64)> {
        Ok((self.0, self.0.len() as u64))
    }
}

/// The names in a folder.
fn listing(folder: &Path) -> Vec<PathBuf> {
    std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

/// Checks the manner of a message: what first, then indented lines, the last a help.
fn assert_manner(error: &CheckpointError) {
    let text = format!("{error}");
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines.len() >= 2, "{text}");
    assert!(lines[0].starts_with(|c: char| c.is_lowercase() || c == '`'), "{text}");
    assert!(lines[1..].iter().all(|line| line.starts_with("  ")), "{text}");
    assert!(lines.last().unwrap().starts_with("  help: "), "{text}");
    assert!(lines.iter().all(|line| !line.ends_with('.') && line.trim_end() == *line), "{text}");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()), "{text:?}");
}

//! Which tensor of a file goes where in the network, or all the reasons why the file does not fit.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::format;
use std::path::Path;
use std::string::String;
use std::vec::Vec;

use super::error::{CheckpointError, Difference};
use super::header::{Entry, METADATA};
use super::json::clip;
use super::rename::Rename;
use crate::Element;
use crate::tensor::TensorInfo;

/// Differences told one by one; the others are counted.
const SHOWN: usize = 40;
/// Names left over that are looked at for a common prefix, and for a similar name; and the
/// longest name, in bytes, that counts as similar. They bound the time on a hostile file.
const SPARE: usize = 20_000;
const SEARCHED: usize = 500;
const LONGEST: usize = 100;
/// What PyTorch keeps beside the running statistics, and nobody needs for inference or training
/// with a fixed momentum.
const COUNTER: &str = "num_batches_tracked";

/// The bytes of a tensor of the network in the data of a file.
#[derive(Debug)]
pub(super) struct Placement {
    /// Its number in the network's list.
    pub(super) tensor: usize,
    pub(super) begin: u64,
    pub(super) end: u64,
    /// Whether the file holds `f32` and the network `f64`.
    pub(super) widen: bool,
}

/// Checks that `tensors` lie within the parameters and buffers, each under a name of its own.
pub(super) fn check_layout(
    tensors: &[TensorInfo],
    parameters: usize,
    buffers: usize,
) -> Result<(), CheckpointError> {
    let mut names = HashSet::new();
    for info in tensors {
        let fault = |expected: &str, found: String| CheckpointError::Layout {
            tensor: info.name.into(),
            expected: expected.into(),
            found,
        };
        if info.name == METADATA {
            return Err(fault("another name: the format keeps this one", info.name.into()));
        }
        if !names.insert(info.name) {
            return Err(fault("a name of its own", format!("a second `{}`", clip(info.name))));
        }
        let (space, len) =
            if info.is_kept() { ("buffers", buffers) } else { ("parameters", parameters) };
        let end = info.offset.checked_add(info.shape.len());
        if !info.shape.is_known() || end.is_none_or(|end| end > len) {
            let expected = format!("all its elements within the {len} of the {space}");
            let found = format!("{:?} from element {}", info.shape.dims(), info.offset);
            return Err(fault(&expected, found));
        }
    }
    Ok(())
}

/// Finds for every tensor of the network the one of the file.
pub(super) fn fit<T: Element>(
    path: &Path,
    tensors: &[TensorInfo],
    entries: &[Entry<'_>],
    rename: &Rename,
) -> Result<Vec<Placement>, CheckpointError> {
    let wanted: HashSet<&str> = tensors.iter().map(|info| info.name).collect();
    let mut by_name = HashMap::new();
    for (number, entry) in entries.iter().enumerate() {
        let name = rename.apply(&entry.name);
        if is_counter(entry) && !wanted.contains(&*name) {
            continue;
        }
        if let Some(first) = by_name.insert(name.clone(), number) {
            return Err(CheckpointError::Rename {
                path: path.into(),
                to: name.into_owned(),
                first: entries[first].name.clone().into_owned(),
                second: entry.name.clone().into_owned(),
            });
        }
    }
    let mut placements = Vec::with_capacity(tensors.len());
    let mut misfits = Misfits::default();
    for (tensor, info) in tensors.iter().enumerate() {
        match by_name.remove(info.name) {
            Some(entry) => match placement::<T>(tensor, info, &entries[entry]) {
                Some(placement) => placements.push(placement),
                None => misfits.unlike.push((tensor, Some(entry))),
            },
            None => misfits.unlike.push((tensor, None)),
        }
    }
    misfits.extra = by_name.into_iter().map(|(name, number)| (number, name)).collect();
    misfits.extra.sort_unstable();
    if misfits.total() == 0 {
        Ok(placements)
    } else {
        Err(misfits.tell::<T>(path, tensors, entries))
    }
}

/// Whether an entry is PyTorch's count of batches: a single number under its name.
fn is_counter(entry: &Entry<'_>) -> bool {
    let is_last_word = entry.name.rsplit('.').next() == Some(COUNTER);
    // Long ones do not pass: they would be read, and are nothing PyTorch writes.
    is_last_word && entry.end - entry.begin <= 8
}

fn placement<T: Element>(tensor: usize, info: &TensorInfo, entry: &Entry<'_>) -> Option<Placement> {
    let fits = entry.shape == info.shape.dims() && accepts::<T>(&entry.dtype);
    let widen = entry.dtype != T::DTYPE;
    fits.then_some(Placement { tensor, begin: entry.begin, end: entry.end, widen })
}

/// Its own numbers, or narrower ones: every `f32` is an `f64`, but few `f64` are an `f32`.
fn accepts<T: Element>(dtype: &str) -> bool {
    dtype == T::DTYPE || (T::DTYPE == "F64" && dtype == "F32")
}

/// All that differs.
#[derive(Default)]
struct Misfits<'a> {
    /// Tensors of the network, and the file's of the same name.
    unlike: Vec<(usize, Option<usize>)>,
    /// Tensors of the file that the network lacks, under their new names.
    extra: Vec<(usize, Cow<'a, str>)>,
}

impl Misfits<'_> {
    fn total(&self) -> usize {
        self.unlike.len() + self.extra.len()
    }

    fn tell<T: Element>(
        &self,
        path: &Path,
        tensors: &[TensorInfo],
        entries: &[Entry<'_>],
    ) -> CheckpointError {
        let absent = self.unlike.iter().filter(|(_, entry)| entry.is_none());
        let absent: Vec<&str> = absent.map(|(tensor, _)| tensors[*tensor].name).collect();
        let spare: Vec<&str> = self.extra.iter().take(SPARE).map(|(_, name)| &**name).collect();
        let of_file = |number: usize| {
            let entry = &entries[number];
            format!("{} {}", clip(&entry.dtype), sizes(&entry.shape))
        };
        let of_network = self.unlike.iter().map(|(tensor, entry)| {
            let info = &tensors[*tensor];
            let near = if entry.is_none() { nearest(info.name, &spare) } else { None };
            Difference {
                tensor: info.name.into(),
                expected: Some(format!("{} {}", T::DTYPE, sizes(info.shape.dims()))),
                found: entry.map(of_file),
                near: near.map(String::from),
            }
        });
        let of_file_only = self.extra.iter().map(|(number, name)| Difference {
            tensor: name.clone().into_owned(),
            expected: None,
            found: Some(of_file(*number)),
            near: nearest(name, &absent).map(String::from),
        });
        CheckpointError::Mismatch {
            path: path.into(),
            differences: of_network.chain(of_file_only).take(SHOWN).collect(),
            total: self.total(),
            help: self.help::<T>(&absent, &spare, entries),
        }
    }

    /// The rule that would mend most, or where to look.
    fn help<T: Element>(&self, absent: &[&str], spare: &[&str], entries: &[Entry<'_>]) -> String {
        if let Some((from, to)) = common_prefix(absent, spare) {
            return format!("rename while loading: `Rename::new().prefix({from:?}, {to:?})`");
        }
        for name in absent.iter().take(SHOWN) {
            if let Some(near) = nearest(name, spare) {
                // Rules speak of names as they stand in the file.
                let number = self.extra.iter().find(|(_, extra)| extra == near);
                let from = clip(number.map_or(near, |(number, _)| &entries[*number].name));
                return format!(
                    "if it is the same tensor, rename it while loading: \
                     `Rename::new().exact(\"{from}\", \"{name}\")`"
                );
            }
        }
        let mut found = self.unlike.iter().filter_map(|(_, entry)| *entry);
        match found.find(|entry| !accepts::<T>(&entries[*entry].dtype)) {
            Some(_) if T::DTYPE == "F64" => {
                String::from("convert the tensors to F64 or F32; in PyTorch: `tensor.double()`")
            }
            Some(_) => String::from("convert the tensors to F32; in PyTorch: `tensor.float()`"),
            None => String::from(
                "`checkpoint::peek` lists what the file holds; `Rename` maps its names",
            ),
        }
    }
}

fn sizes(shape: &[usize]) -> String {
    // A file may claim 64 sizes; nobody wants to read them.
    if shape.len() <= 8 { format!("{shape:?}") } else { format!("of rank {}", shape.len()) }
}

/// The prefix that all absent names lack in the file, or have too much.
fn common_prefix<'a>(absent: &[&'a str], spare: &[&'a str]) -> Option<(&'a str, &'a str)> {
    let first = absent.first()?;
    let names: HashSet<&str> = spare.iter().copied().collect();
    let is_too_long = spare.iter().filter_map(|name| name.strip_suffix(first)).find(|prefix| {
        let mut all = absent.iter();
        prefix.len() <= LONGEST && all.all(|name| names.contains(&*format!("{prefix}{name}")))
    });
    if let Some(prefix) = is_too_long {
        return Some((prefix, ""));
    }
    let is_too_short = spare.iter().filter_map(|name| first.strip_suffix(name)).find(|prefix| {
        let mut all = absent.iter();
        all.all(|name| name.strip_prefix(prefix).is_some_and(|rest| names.contains(rest)))
    });
    is_too_short.map(|prefix| ("", prefix))
}

/// The most similar name, if it is similar: at most a quarter of the letters differ.
fn nearest<'a>(name: &str, others: &[&'a str]) -> Option<&'a str> {
    let limit = 1 + name.len().min(LONGEST) / 4;
    let near =
        others.iter().take(SEARCHED).filter(|other| other.len().abs_diff(name.len()) <= limit);
    near.map(|other| (edits(name.as_bytes(), other.as_bytes()), *other))
        .filter(|(edits, _)| *edits <= limit)
        .min_by_key(|(edits, _)| *edits)
        .map(|(_, other)| other)
}

/// Insertions, deletions, substitutions and swaps of neighbours that lead from `a` to `b`
/// (optimal string alignment); for longer names than [`LONGEST`] an upper bound of it.
fn edits(a: &[u8], b: &[u8]) -> usize {
    if a.len().max(b.len()) > LONGEST {
        return a.len().max(b.len());
    }
    let mut before_last: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i);
        for j in 1..=b.len() {
            let substitute = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = substitute.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before_last[j - 2] + 1);
            }
            row.push(least);
        }
        before_last = core::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        assert_eq!(edits(b"", b""), 0);
        assert_eq!(edits(b"", b"abc"), 3);
        assert_eq!(edits(b"abc", b""), 3);
        assert_eq!(edits(b"weight", b"weight"), 0);
        assert_eq!(edits(b"weight", b"wieght"), 1);
        assert_eq!(edits(b"weight", b"weigth"), 1);
        assert_eq!(edits(b"conv1.weight", b"conv2.bias"), 6);
        assert_eq!(edits(b"kitten", b"sitting"), 3);
    }

    #[test]
    fn nearest_is_silent_when_nothing_is_similar() {
        assert_eq!(nearest("conv1.weight", &["fc.bias", "conv1.wieght"]), Some("conv1.wieght"));
        assert_eq!(nearest("conv1.weight", &["classifier.6.bias"]), None);
        assert_eq!(nearest("a", &[]), None);
    }
}

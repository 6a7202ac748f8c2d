//! Weight files: the tensors of a network under PyTorch's names and in PyTorch's layouts, in
//! the format [safetensors](https://github.com/huggingface/safetensors).
//!
//! [`save`] and [`load`] copy between a file and the flat parameters and buffers of a network;
//! [`peek`] says what a file holds; [`Rename`] loads files in which the tensors are called
//! otherwise; [`Metadata`] are the strings beside the tensors. The state of a training run is
//! not in here.
//!
//! - A file is replaced whole or not at all; a load copies all tensors or none.
//! - No file, however damaged, makes [`load`] or [`peek`] panic, hang, or take more memory than
//!   a small multiple of the header plus the network's own size: a file whose tensors are not
//!   exactly the network's is refused before they are read.
//! - The same tensors and metadata give the same bytes, always.
//! - [`check_writable`] says before a training, not after it, that a file cannot be written.
//! - [`save`] writes a CRC-32 of the tensors' bytes (everything after the header) as metadata
//!   entry `nncore.checksum`, and [`load`] checks it, so that a flipped bit in a weight is found.
//!   Files of other programs do without. CRC-32 because it is made for damage (it finds every
//!   burst of up to 32 bits) and because everybody can compute it: `zlib.crc32` in Python.
//!
//! ```
//! use nncore::checkpoint::{self, Metadata, Rename};
//! use nncore::tensor::{Role, Sizes, TensorInfo};
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let folder = tempfile::tempdir()?;
//! # let path = folder.path().join("fc.safetensors");
//! // `network!` writes this list.
//! let tensors = [
//!     TensorInfo {
//!         name: "fc.weight",
//!         shape: Sizes::new(&[2, 3]),
//!         offset: 0,
//!         role: Role::Weight { fan_in: 3, fan_out: 2 },
//!         is_frozen: false,
//!     },
//!     TensorInfo {
//!         name: "fc.bias",
//!         shape: Sizes::new(&[2]),
//!         offset: 16, // parameters start at multiples of 64 bytes
//!         role: Role::Bias { fan_in: 3 },
//!         is_frozen: false,
//!     },
//! ];
//! let parameters: Vec<f32> = (0..18_u8).map(f32::from).collect();
//! checkpoint::save(&path, &tensors, &parameters, &[], &Metadata::new())?;
//!
//! let mut loaded = vec![0.0; 18];
//! checkpoint::load(&path, &tensors, &mut loaded, &mut [], &Rename::new())?;
//! assert_eq!(loaded[..6], parameters[..6]);
//! assert_eq!(loaded[16..], parameters[16..]);
//! assert_eq!(loaded[6..16], [0.0; 10]); // between the tensors nothing is touched
//!
//! let (_, list) = checkpoint::peek(&path)?;
//! assert_eq!(list[1], ("fc.weight".to_string(), "F32".to_string(), vec![2, 3]));
//! # Ok(())
//! # }
//! ```

mod checksum;
mod disk;
mod error;
mod header;
mod json;
mod matching;
mod metadata;
mod rename;
mod stale;
#[cfg(test)]
mod tests;

use core::any::Any;
use std::format;
use std::io::{self, Write};
use std::path::Path;
use std::string::String;
use std::vec::Vec;

pub use error::{CheckpointError, Difference};
pub use metadata::{Metadata, Preprocessing};
pub use rename::Rename;

use crate::Element;
use crate::tensor::TensorInfo;
use checksum::Crc32;
use disk::{Disk, FileSystem, Source};
use header::PREFIX;
use json::Fault;
use matching::Placement;

/// Elements converted and written at a time.
const CHUNK: usize = 8192;

/// Writes a network's tensors to a weight file.
///
/// The file is written under a temporary name in the same folder, brought onto the disk, and
/// only then given its name: an earlier file at `path` is replaced whole or stays, even if the
/// machine loses power. It keeps its permissions; if `path` is a link, the file it leads to is
/// replaced. Nothing is left behind on failure; if the process is killed, a hidden
/// `.checkpoint-….tmp` may be. The next `save` into that folder removes it, on Unix: while such a
/// file is written it is locked, and a lock ends with its process, so files of a process that
/// lives stay. Elsewhere it can be deleted by hand.
///
/// Tensors are sorted by name, as the Python package does. Dtype is [`Element::DTYPE`]; every
/// bit is kept, also of NaN.
///
/// # Errors
/// When the file cannot be written: no such folder, no permission, disk full, `path` is a folder
/// or a write-protected file. When `tensors` do not lie within `parameters` and `buffers`, or two
/// have one name. When the metadata are longer than the format allows (100 MB).
pub fn save<T: Element>(
    path: &Path,
    tensors: &[TensorInfo],
    parameters: &[T],
    buffers: &[T],
    metadata: &Metadata,
) -> Result<(), CheckpointError> {
    save_on(&Disk, path, tensors, parameters, buffers, metadata)
}

fn save_on<F: FileSystem, T: Element>(
    system: &F,
    path: &Path,
    tensors: &[TensorInfo],
    parameters: &[T],
    buffers: &[T],
    metadata: &Metadata,
) -> Result<(), CheckpointError> {
    matching::check_layout(tensors, parameters.len(), buffers.len())?;
    let mut sorted: Vec<&TensorInfo> = tensors.iter().collect();
    sorted.sort_unstable_by_key(|info| info.name);
    let values = |info: &TensorInfo| {
        if info.is_kept() { &buffers[info.range()] } else { &parameters[info.range()] }
    };

    let mut crc = Crc32::new();
    let mut bytes = Vec::new();
    if bytes.try_reserve_exact(CHUNK * T::BYTES).is_err() {
        return Err(disk::out_of_memory(path, (CHUNK * T::BYTES) as u64));
    }
    for chunk in sorted.iter().flat_map(|info| values(info).chunks(CHUNK)) {
        to_le_bytes(chunk, &mut bytes);
        crc.update(&bytes);
    }
    let mut entries = metadata.entries().clone();
    entries.insert(metadata::CHECKSUM.into(), checksum::render(crc.finalize()));
    let places =
        sorted.iter().map(|info| (info.name, info.shape.dims(), values(info).len() * T::BYTES));
    let header = header::render(&entries, T::DTYPE, places);
    let header_bytes = (header.len() - PREFIX) as u64;
    if header_bytes > header::MAX_HEADER {
        return Err(CheckpointError::HeaderTooLong { path: path.into(), bytes: header_bytes });
    }

    disk::write(system, path, |file: &mut dyn Write| -> io::Result<()> {
        file.write_all(&header)?;
        for chunk in sorted.iter().flat_map(|info| values(info).chunks(CHUNK)) {
            to_le_bytes(chunk, &mut bytes);
            file.write_all(&bytes)?;
        }
        Ok(())
    })
}

/// Whether [`save`] could begin to write this file: for a program to ask before it trains.
/// Nothing at the path is changed; a temporary file in its folder comes and goes.
///
/// # Errors
/// The same that `save` would give: no such folder, no permission, `path` is a folder or a
/// write-protected file. That the disk will be full shows only when it is.
pub fn check_writable(path: &Path) -> Result<(), CheckpointError> {
    disk::begin(&Disk, path).map(drop)
}

/// Replaces `bytes` with the bytes of `values`.
fn to_le_bytes<T: Element>(values: &[T], bytes: &mut Vec<u8>) {
    bytes.clear();
    for value in values {
        // Not by way of `f64`: that might change the bits of a NaN.
        let value: &dyn Any = value;
        if let Some(value) = value.downcast_ref::<f32>() {
            bytes.extend_from_slice(&value.to_le_bytes());
        } else if let Some(value) = value.downcast_ref::<f64>() {
            bytes.extend_from_slice(&value.to_le_bytes());
        }
    }
}

/// Reads a network's tensors from a weight file; returns its metadata.
///
/// All or nothing: on an error neither `parameters` nor `buffers` are touched. The file must
/// hold exactly the network's tensors, each in its shape, after [`Rename`]; only PyTorch's
/// `num_batches_tracked` is passed over. Their dtype must be [`Element::DTYPE`]; besides, `F32`
/// is read into `f64`, exactly. `F64` into `f32` would round, so it is an error.
///
/// # Errors
/// When the file cannot be read; when it is not a safetensors file, or is damaged; when its tensors
/// are not the network's (one error that lists all differences); when two tensors are renamed to
/// one name; when `tensors` do not lie within `parameters` and `buffers`.
pub fn load<T: Element>(
    path: &Path,
    tensors: &[TensorInfo],
    parameters: &mut [T],
    buffers: &mut [T],
    rename: &Rename,
) -> Result<Metadata, CheckpointError> {
    load_on(&Disk, path, tensors, parameters, buffers, rename)
}

fn load_on<F: FileSystem, T: Element>(
    system: &F,
    path: &Path,
    tensors: &[TensorInfo],
    parameters: &mut [T],
    buffers: &mut [T],
    rename: &Rename,
) -> Result<Metadata, CheckpointError> {
    matching::check_layout(tensors, parameters.len(), buffers.len())?;
    let mut source = Source::open(system, path)?;
    let mut bytes = source.header()?;
    let data_len = source.rest(&bytes);
    let header = parse(&source, &bytes)?;
    // After this line the data are as long as the network's tensors, and a few counters.
    let placements = matching::fit::<T>(path, tensors, &header.entries, rename)?;
    let expected = stated_checksum(&header).map_err(|fault| source.damage(fault, &[]))?;
    let metadata = Metadata::from_entries(header.metadata);

    let data_start = bytes.len();
    source.append(&mut bytes, data_len)?;
    let found = checksum::crc32(&bytes[data_start..]);
    if let Some(expected) = expected
        && expected != found
    {
        return Err(CheckpointError::Checksum { path: path.into(), expected, found });
    }
    // The format's own reader has the last word.
    if let Err(error) = safetensors::SafeTensors::read_metadata(&bytes) {
        let fault =
            Fault::new(PREFIX, "a file that the safetensors crate reads", format!("{error}"));
        return Err(source.damage(fault, &[]));
    }

    let data = &bytes[data_start..];
    for Placement { tensor, begin, end, widen } in placements {
        let info = &tensors[tensor];
        let space = if info.is_kept() { &mut *buffers } else { &mut *parameters };
        // As offsets are within `data`, they are `usize`.
        let data = &data[begin as usize..end as usize];
        copy(data, &mut space[info.range()], widen);
    }
    Ok(metadata)
}

/// The header that `bytes` are.
fn parse<'b, R: io::Read>(
    source: &Source<'_, R>,
    bytes: &'b [u8],
) -> Result<header::Header<'b>, CheckpointError> {
    header::parse(&bytes[PREFIX..], source.rest(bytes))
        .map_err(|fault| source.damage(Fault { at: fault.at + PREFIX, ..fault }, bytes))
}

/// The CRC-32 that the metadata state, if they do.
fn stated_checksum(header: &header::Header<'_>) -> Result<Option<u32>, Fault> {
    let Some(text) = header.metadata.get(metadata::CHECKSUM) else { return Ok(None) };
    checksum::parse(text).map(Some).ok_or_else(|| {
        let expected = "`crc32:` and 8 digits of 0-9, a-f in metadata entry `nncore.checksum`";
        Fault::new(PREFIX, expected, format!("`{}`", json::clip(text)))
    })
}

/// Reads the numbers of a tensor from its bytes.
fn copy<T: Element>(bytes: &[u8], values: &mut [T], widen: bool) {
    if widen {
        for (value, bytes) in values.iter_mut().zip(bytes.chunks_exact(f32::BYTES)) {
            *value = T::from_f64(<f32 as Element>::from_le_bytes(bytes).to_f64());
        }
    } else {
        for (value, bytes) in values.iter_mut().zip(bytes.chunks_exact(T::BYTES)) {
            *value = T::from_le_bytes(bytes);
        }
    }
}

/// A tensor in a weight file: its name, its dtype (`F32`), its shape.
pub type TensorSummary = (String, String, Vec<usize>);

/// What a weight file holds: its metadata, and its tensors in the order of the file. Reads the
/// header only, and so does not check `nncore.checksum`.
///
/// # Errors
/// When the file cannot be read, is not a safetensors file, or is damaged.
pub fn peek(path: &Path) -> Result<(Metadata, Vec<TensorSummary>), CheckpointError> {
    peek_on(&Disk, path)
}

fn peek_on<F: FileSystem>(
    system: &F,
    path: &Path,
) -> Result<(Metadata, Vec<TensorSummary>), CheckpointError> {
    let mut source = Source::open(system, path)?;
    let bytes = source.header()?;
    let header = parse(&source, &bytes)?;
    let tensors = header
        .entries
        .into_iter()
        .map(|entry| (entry.name.into_owned(), entry.dtype.into_owned(), entry.shape))
        .collect();
    Ok((Metadata::from_entries(header.metadata), tensors))
}

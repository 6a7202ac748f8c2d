//! A weight file written into a buffer.

use super::WeightsRef;
use super::error::{Problem, WeightsError};
use super::file::PREFIX;
use super::json::part;
use crate::network::Network;
use crate::tensor::TensorInfo;

/// The bytes of the weight file that [`WeightsRef::write`] writes.
#[must_use]
pub const fn weight_file_len<N: Network>() -> usize {
    header(N::TENSORS, &mut []) + data_len(N::TENSORS)
}

const fn data_len(tensors: &[TensorInfo]) -> usize {
    let (mut len, mut i) = (0, 0);
    while i < tensors.len() {
        len += 4 * tensors[i].shape.len();
        i += 1;
    }
    len
}

/// Appends to a buffer; what lies after its end is only counted.
struct Output<'a> {
    buffer: &'a mut [u8],
    len: usize,
}

impl Output<'_> {
    const fn push(&mut self, bytes: &[u8]) {
        let mut i = 0;
        while i < bytes.len() && self.len + i < self.buffer.len() {
            self.buffer[self.len + i] = bytes[i];
            i += 1;
        }
        self.len += bytes.len();
    }

    const fn push_number(&mut self, n: usize) {
        let (mut digits, mut first, mut rest) = ([0; 20], 20, n);
        while first > 0 {
            first -= 1;
            digits[first] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        self.push(part(&digits, first, 20));
    }
}

/// Writes the length and the header, padded with blanks to a multiple of 8 bytes; how many bytes these are.
const fn header(tensors: &[TensorInfo], buffer: &mut [u8]) -> usize {
    let mut out = Output { buffer, len: PREFIX };
    let (mut begin, mut i) = (0, 0);
    out.push(b"{");
    while i < tensors.len() {
        let TensorInfo { name, shape, .. } = &tensors[i];
        out.push(if i == 0 { b"\"" } else { b",\"" });
        // Words and numbers with points between: there is nothing to escape.
        out.push(name.as_bytes());
        out.push(b"\":{\"dtype\":\"F32\",\"shape\":[");
        let mut axis = 0;
        while axis < shape.rank() {
            if axis > 0 {
                out.push(b",");
            }
            out.push_number(shape.dim(axis));
            axis += 1;
        }
        let end = begin + 4 * shape.len();
        out.push(b"],\"data_offsets\":[");
        out.push_number(begin);
        out.push(b",");
        out.push_number(end);
        out.push(b"]}");
        (begin, i) = (end, i + 1);
    }
    out.push(b"}");
    let end = out.len.next_multiple_of(PREFIX);
    while out.len < end {
        out.push(b" ");
    }
    let len = out.len;
    out.len = 0;
    out.push(&((len - PREFIX) as u64).to_le_bytes());
    len
}

impl<N: Network> WeightsRef<'_, N> {
    /// Writes a weight file (safetensors) into a buffer: the tensors under their names, which
    /// [`Model::load`](crate::Model) reads, and [`read`](Self::read). How many bytes it has: [`weight_file_len`].
    ///
    /// # Errors
    /// When the buffer is shorter.
    pub fn write(&self, buffer: &mut [u8]) -> Result<usize, WeightsError> {
        let (expected, found) = (const { weight_file_len::<N>() }, buffer.len());
        if found < expected {
            let problem = Problem::Room { what: "bytes", expected, found };
            return Err(WeightsError { problem });
        }
        let begin = header(N::TENSORS, buffer);
        let Some((_, data)) = buffer.split_at_mut_checked(begin) else {
            let problem = Problem::Room { what: "bytes", expected, found };
            return Err(WeightsError { problem });
        };
        let (places, _) = data.as_chunks_mut();
        let numbers = N::TENSORS.iter().flat_map(|tensor| self.numbers(tensor));
        for (to, number) in places.iter_mut().zip(numbers) {
            *to = number.to_le_bytes();
        }
        Ok(expected)
    }
}

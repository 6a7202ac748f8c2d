//! Weights in the program's file: what `include_weights!` calls, in rustc.

use nnplan::Text;

use super::super::memory::check_weights;
use super::error::Problem;
use super::fit::{self, Notes, Report};
use super::{Weights, weights_len};
use crate::network::{Agrees, Network};

/// Bytes of all differences: more than 40 of them have.
const LINES: usize = 8192;

/// The weights in `file`, which was read from `path`; an error of the compiler at the caller's tokens when these are
/// not those of the network.
///
/// # Panics
/// At compile time, when the file is not a weight file, or belongs to another network.
#[doc(hidden)]
#[must_use]
#[track_caller]
pub const fn include_weights<N: Network, const LEN: usize>(
    path: &str,
    file: &[u8],
) -> Weights<N, LEN> {
    const {
        check_weights::<N>(weights_len::<N>(), LEN);
        assert!(N::TENSORS.len() <= fit::MOST, "a network has at most 2048 tensors here");
    };
    let () = Agrees::<N>::CHECK;
    // Of a network with mistakes nothing is known: they are reported where it is declared.
    if N::SUMMARY.is_empty() {
        return Weights::from_numbers([0.0; LEN]);
    }
    // Each tensor, and a counter beside.
    let mut notes = Notes::<{ 2 * fit::MOST }>::new(N::TENSORS);
    let report: Report<LINES> = fit::check(file, N::TENSORS, &mut notes);
    if let Some(first) = &report.first {
        panic!("{}", told(path, N::NAME, N::TENSORS.len(), first, &report).as_str());
    }
    let mut numbers = [0.0; LEN];
    let (parameters, kept) = numbers.split_at_mut(N::PARAMETER_LEN);
    assert!(fit::copy(file, N::TENSORS, &notes, parameters, kept), "a file that was checked");
    Weights::from_numbers(numbers)
}

/// The error: in one piece, since a panic in a constant shows one string.
const fn told(
    path: &str,
    network: &str,
    tensors: usize,
    first: &Problem,
    report: &Report<LINES>,
) -> Text<{ 2 * LINES }> {
    let mut text = Text::EMPTY;
    text.push("weight file `");
    text.push(path);
    if let Problem::Damaged { at, tensor, expected, found } = first {
        text.push("` is ");
        Problem::tell_place(&mut text, *at, tensor);
        text.push("\nexpected: ");
        text.push(expected);
        text.push("\n   found: ");
        found.tell(&mut text);
        text.push("\nhelp: write or copy the file again");
        return text;
    }
    text.push("` does not fit `");
    text.push(network);
    text.push("`\nexpected: the ");
    text.push_number(tensors as u64);
    text.push(if tensors == 1 { " tensor" } else { " tensors" });
    text.push(" of the network, as F32, and no other\n   found: ");
    text.push_number(report.count as u64);
    text.push(if report.count == 1 { " difference" } else { " differences" });
    text.push(report.lines.as_str());
    text.push(if report.has_place {
        "\nhelp: write or copy the file again"
    } else if report.has_dtype {
        "\nhelp: convert the tensors to F32; in PyTorch: `tensor.float()`"
    } else {
        "\nhelp: to map names, load the file by `Model::load_with_rename` and a `Rename`, and save the model"
    });
    text
}

//! How the tensors of an operation lie: in order, apart, and within what memory can hold. Regions of a network rest on it, and
//! what an operation says may be anything, so that it is looked at once, in rustc.

use nnplan::Text;

use crate::tensor::{Role, TensorInfo};

/// Elements that the tensors of a network may have, at most: as `f64` they fit into memory.
const MOST: usize = isize::MAX as usize / 8;

/// The first fault of the tensors of an operation.
pub(super) const fn fault(tensors: &[TensorInfo]) -> Text {
    let (mut end, mut i) = (0, 0);
    while i < tensors.len() {
        let TensorInfo { name, shape, offset, .. } = &tensors[i];
        let text = Text::EMPTY.str("the tensor `").str(name).str("` of an operation ");
        if tensors[i].is_kept() {
            let text = text.str("is not trained\nexpected: a trained tensor\n   found: ");
            return match tensors[i].role {
                Role::RunningMean | Role::RunningVariance => text.str("a running statistic"),
                _ => text.str("a frozen one"),
            };
        }
        if *offset % 16 != 0 {
            let text = text.str("does not begin at a multiple of 16 elements\nexpected: ");
            return text.size(nnplan::align(*offset)).str("\n   found: ").size(*offset);
        }
        if *offset < end {
            let text = text.str("begins before the end of `").str(tensors[i - 1].name);
            let text = text.str("`\nexpected: tensors in the order of their offsets, this one at ");
            return text.size(end).str(" or after\n   found: ").size(*offset);
        }
        let len = shape.len();
        if *offset > MOST || len > MOST - *offset {
            let text = text.str("is larger than memory\nexpected: up to ").size(MOST);
            return text.str(" elements in all\n   found: ").shape(shape).str(" at ").size(*offset);
        }
        end = nnplan::align(*offset + len);
        i += 1;
    }
    Text::EMPTY
}

/// The tensors, or none where these have a fault: regions have sane lengths then, too.
pub(super) const fn checked(tensors: &'static [TensorInfo]) -> &'static [TensorInfo] {
    if fault(tensors).is_empty() { tensors } else { &[] }
}

/// Where tensors without a fault end.
pub(super) const fn end(tensors: &[TensorInfo]) -> usize {
    match tensors.last() {
        Some(last) => last.offset + nnplan::align(last.shape.len()),
        None => 0,
    }
}

#[cfg(test)]
mod tests {
    use std::boxed::Box;

    use super::*;
    use crate::tensor::Sizes;

    const fn tensor(name: &'static str, offset: usize, len: usize) -> TensorInfo {
        TensorInfo { name, shape: Sizes::new(&[len]), offset, role: Role::Scale, is_frozen: false }
    }

    #[test]
    fn tensors_in_order_have_no_fault() {
        for tensors in [
            &[][..],
            &[tensor("a", 0, 0)],
            &[tensor("a", 0, 17), tensor("b", 32, 1), tensor("c", 64, 3)],
            &[tensor("a", 0, MOST)],
        ] {
            assert_eq!(fault(tensors).as_str(), "");
        }
        assert_eq!(end(&[tensor("a", 0, 17), tensor("b", 32, 1)]), 48);
    }

    #[test]
    fn others_have() {
        let (mean, frozen) = (Role::RunningMean, true);
        for (tensors, text) in [
            (&[tensor("a", 1 << 20, 4), tensor("b", 0, 4)][..], "begins before the end of `a`"),
            (&[tensor("a", 0, 17), tensor("b", 16, 1)], "begins before the end of `a`"),
            (&[tensor("a", 0, 1), tensor("b", 0, 0)], "begins before the end of `a`"),
            (&[tensor("a", 8, 1)], "expected: 16\n   found: 8"),
            (&[tensor("a", usize::MAX - 15, 1)], "is larger than memory"),
            (&[tensor("a", 16, usize::MAX)], "is larger than memory"),
            (&[tensor("a", 16, usize::MAX - 16)], "is larger than memory"),
            (&[tensor("a", 0, MOST - 1), tensor("b", 0, 1)], "begins before the end of `a`"),
            (&[TensorInfo { role: mean, ..tensor("a", 0, 1) }], "a running statistic"),
            (&[TensorInfo { is_frozen: frozen, ..tensor("a", 0, 1) }], "a frozen one"),
        ] {
            let fault = fault(tensors);
            assert!(fault.as_str().contains(text), "{}", fault.as_str());
            assert!(checked(Box::leak(tensors.to_vec().into_boxed_slice())).is_empty());
        }
    }
}

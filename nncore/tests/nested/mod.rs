//! Networks with networks as layers. Made by nncompiler's test `nested`: not for editing.

mod random0;
mod random1;
mod words0;
mod words1;
mod words2;
mod words3;
mod words4;
mod words5;
mod words6;
mod words7;
mod words8;

use crate::networks::Case;

pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    [
        random0::CASES,
        random1::CASES,
        words0::CASES,
        words1::CASES,
        words2::CASES,
        words3::CASES,
        words4::CASES,
        words5::CASES,
        words6::CASES,
        words7::CASES,
        words8::CASES,
    ]
    .into_iter()
    .flatten()
}

//! Random networks, chosen by nncompiler's test `compiled` among those whose gradients it checks.

mod part0;
mod part1;
mod part2;
mod part3;
mod part4;
mod part5;
mod part6;
mod part7;

use crate::networks::Case;

pub(crate) fn all() -> impl Iterator<Item = &'static Case> {
    [
        part0::CASES,
        part1::CASES,
        part2::CASES,
        part3::CASES,
        part4::CASES,
        part5::CASES,
        part6::CASES,
        part7::CASES,
    ]
    .into_iter()
    .flatten()
}

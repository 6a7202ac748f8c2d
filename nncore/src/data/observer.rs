//! How far a reader is.

/// How far the reading of a set is ([`open_with`](super::open_with)).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// What was read so far.
    pub done: usize,
    /// What there is in all.
    pub total: usize,
    /// What both count: `pictures` or `files`.
    pub unit: &'static str,
}

pub(super) type Observer<'a> = &'a mut dyn FnMut(Reading);

/// Counts for an observer.
pub(super) struct Counter<'a> {
    reading: Reading,
    observer: Observer<'a>,
}

impl<'a> Counter<'a> {
    pub(super) fn new(unit: &'static str, total: usize, observer: Observer<'a>) -> Self {
        Self { reading: Reading { done: 0, total, unit }, observer }
    }

    /// One more.
    pub(super) fn step(&mut self) {
        self.reading.done += 1;
        (self.observer)(self.reading);
    }
}

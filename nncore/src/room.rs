//! Memory of a size that somebody gives: an error where there is not so much, and never an abort.

use alloc::vec::Vec;

use crate::Error;

/// `len` times `value`.
///
/// # Errors
/// When there is not enough memory.
#[cfg(feature = "std")]
pub(crate) fn filled<X: Clone>(len: usize, value: X) -> Result<Vec<X>, Error> {
    let mut all = Vec::new();
    resize(&mut all, len, value)?;
    Ok(all)
}

/// Room for `len` elements more.
///
/// # Errors
/// When there is not enough memory; the vector is then as it was.
pub(crate) fn reserve<X>(all: &mut Vec<X>, len: usize) -> Result<(), Error> {
    all.try_reserve_exact(len).map_err(|_| {
        let len = all.len().saturating_add(len);
        Error::OutOfMemory { bytes: len.saturating_mul(size_of::<X>()) }
    })
}

/// Changes the length; what is new is `value`.
///
/// # Errors
/// When there is not enough memory; the vector is then as it was.
pub(crate) fn resize<X: Clone>(all: &mut Vec<X>, len: usize, value: X) -> Result<(), Error> {
    reserve(all, len.saturating_sub(all.len()))?;
    all.resize(len, value);
    Ok(())
}

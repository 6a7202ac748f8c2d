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

/// Changes the length; what is new is `value`.
///
/// # Errors
/// When there is not enough memory; the vector is then as it was.
pub(crate) fn resize<X: Clone>(all: &mut Vec<X>, len: usize, value: X) -> Result<(), Error> {
    let more = len.saturating_sub(all.len());
    if all.try_reserve_exact(more).is_err() {
        return Err(Error::OutOfMemory { bytes: len.saturating_mul(size_of::<X>()) });
    }
    all.resize(len, value);
    Ok(())
}

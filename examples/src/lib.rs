//! What the example programs share. The programs lie in `src/bin`, a file each.

pub mod classifier;
pub mod drawing;
mod options;

pub use options::Options;

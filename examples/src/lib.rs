//! What the example programs share. The programs lie in `src/bin`, a file each.

pub mod classifier;

//! How long an attack goes on.

/// So many rounds as the variable `NN_ATTACK` says, or `least` where it says less, or nothing.
pub(crate) fn rounds(least: u64) -> u64 {
    let asked =
        std::env::var("NN_ATTACK").ok().map(|n| n.parse().expect("`NN_ATTACK` is a number"));
    asked.unwrap_or(0).max(least)
}

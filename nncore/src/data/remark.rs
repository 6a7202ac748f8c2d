//! What a reader notices without giving up.

use super::error::{listed, shown};
use crate::text::Printable;
use core::fmt;
use std::format;
use std::path::PathBuf;
use std::string::String;
use std::vec::Vec;

/// Something about a set that was read that is worth a look, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Remark {
    /// The test set has no picture of these classes: nothing is known of how well they are
    /// told apart, and an average over classes leaves them out.
    Untested {
        /// The names of the classes.
        classes: Vec<String>,
    },
    /// The training set has no picture of these classes.
    Untrained {
        /// The names of the classes.
        classes: Vec<String>,
    },
    /// Files beside pictures that were not read: of other formats, or no pictures.
    LeftOut {
        /// The folder of the folders that hold them.
        path: PathBuf,
        /// How many there are of each kind, the most first: `.pgm`, `folders`,
        /// `files without an extension`.
        kinds: Vec<(String, usize)>,
    },
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Untested { classes } => {
                write!(f, "no test pictures of {}: not tested", listed(classes))
            }
            Self::Untrained { classes } => {
                write!(f, "no training pictures of {}: not learned", listed(classes))
            }
            Self::LeftOut { path, kinds } => {
                let total: usize = kinds.iter().map(|(_, count)| count).sum();
                write!(f, "`{}`: left out {total} that are not PNG or JPEG: ", shown(path))?;
                f.write_str(&counted(kinds))
            }
        }
    }
}

/// `7 .pgm, 1 folders`: the first six kinds, and how many more there are.
pub(super) fn counted(kinds: &[(String, usize)]) -> String {
    const MOST: usize = 6;
    let mut texts: Vec<String> = (kinds.iter().take(MOST))
        .map(|(kind, count)| format!("{count} {}", Printable(kind)))
        .collect();
    if kinds.len() > MOST {
        let more: usize = kinds[MOST..].iter().map(|(_, count)| count).sum();
        texts.push(format!("{more} of {} other kinds", kinds.len() - MOST));
    }
    texts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::string::ToString;
    use std::vec;

    #[test]
    fn one_line_each() {
        let untested = Remark::Untested { classes: vec!["emu".into(), "a\u{1b}b".into()] };
        assert_eq!(untested.to_string(), "no test pictures of `emu`, `a\\u{1b}b`: not tested");
        let many = (0..1000).map(|i| i.to_string()).collect();
        let untrained = Remark::Untrained { classes: many };
        assert_eq!(
            untrained.to_string(),
            "no training pictures of `0`, `1`, `2`, `3`, `4`, `5`, 994 more: not learned"
        );
        let kinds = (0..8).map(|i| (format!(".{i}"), 9 - i)).collect();
        let left_out = Remark::LeftOut { path: "set".into(), kinds };
        assert_eq!(
            left_out.to_string(),
            "`set`: left out 44 that are not PNG or JPEG: 9 .0, 8 .1, 7 .2, 6 .3, 5 .4, 4 .5, 5 of \
             2 other kinds"
        );
    }
}

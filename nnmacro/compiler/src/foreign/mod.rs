//! Words of other libraries, and what to write instead: of PyTorch, Keras, burn, candle and dfdx.
//!
//! The tables are here and nowhere else: [`kinds`], [`options`], [`functions`], [`losses`]. What is written in such words is
//! reported once, with text to paste, and then read as meant, so that nothing follows from it:
//! [`translate`] does that for layers and losses, [`calls`] for the terms of a body, [`mod@comments`] for Python's comments.

mod arguments;
pub(crate) mod calls;
mod comments;
mod functions;
mod kinds;
mod layers;
mod losses;
mod options;
mod rules;
mod shapes;
mod tokens;

pub(crate) use comments::comments;
pub(crate) use kinds::{Here, kind_here};
pub(crate) use layers::translate;
pub(crate) use losses::meant_loss;

use crate::diagnostics::suggest;
use crate::ops;

/// `Conv2D`, `conv_2d` and `Conv2dConfig` are one word.
fn plain(word: &str) -> String {
    let lower: String = word.chars().filter(|c| *c != '_').flat_map(char::to_lowercase).collect();
    let stem = ["config", "layer"].iter().find_map(|end| lower.strip_suffix(end));
    stem.filter(|stem| !stem.is_empty()).unwrap_or(&lower).to_owned()
}

/// The kind that a misspelt `word` most likely means: a similar word that is not a word of another library.
pub(crate) fn near_kind(word: &str) -> Option<&'static str> {
    let is_other = kind_here(word).is_some() || ops::loss::loss(word).is_some();
    suggest(word, ops::kind_names()).filter(|_| !is_other)
}

/// At most `most` bytes of a text, cut at a character.
fn cut(text: &str, most: usize) -> String {
    if text.len() <= most {
        return text.to_owned();
    }
    let end = (0..=most).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
    format!("{}…", &text[..end])
}

//! Rules that turn the names in a file into the names of the network.

use std::borrow::Cow;
use std::format;
use std::string::String;
use std::vec::Vec;

/// How the names in a file become the names of the network.
///
/// Files of other programs name the same tensors differently: PyTorch's `DataParallel` puts
/// `module.` before every name, Keras says `gamma` where PyTorch says `weight`. Per name:
///
/// 1. An [`exact`](Self::exact) rule for the whole name, as it stands in the file, decides alone.
/// 2. Otherwise the first [`prefix`](Self::prefix) rule that fits is applied, then the first
///    [`suffix`](Self::suffix) rule that fits; each at most once.
///
/// No rule sees the result of another of its kind, so names can be swapped and shifted
/// (`a → b` beside `b → a`), and the order of exact rules does not matter.
///
/// ```
/// use nncore::checkpoint::Rename;
///
/// // Saved from `torch.nn.DataParallel`.
/// let rename = Rename::new().prefix("module.", "");
/// assert_eq!(rename.apply("module.conv1.weight"), "conv1.weight");
///
/// // Exported from Keras.
/// let rename = Rename::new()
///     .prefix("batch_normalization.", "norm1.")
///     .prefix("dense.", "fc1.")
///     .suffix(".gamma", ".weight")
///     .suffix(".beta", ".bias")
///     .suffix(".moving_mean", ".running_mean")
///     .suffix(".moving_variance", ".running_var")
///     .suffix(".kernel", ".weight");
/// assert_eq!(rename.apply("batch_normalization.gamma"), "norm1.weight");
/// assert_eq!(rename.apply("dense.kernel"), "fc1.weight");
///
/// // One name; all others stay as they are.
/// let rename = Rename::new().exact("classifier.6.weight", "fc3.weight");
/// assert_eq!(rename.apply("classifier.6.weight"), "fc3.weight");
/// assert_eq!(rename.apply("classifier.6.bias"), "classifier.6.bias");
/// ```
///
/// (Renaming does not transpose: Keras' own `kernel` is `(in, out)`, PyTorch's `weight` is
/// `(out, in)`.)
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rename {
    exact: Vec<(String, String)>,
    prefixes: Vec<(String, String)>,
    suffixes: Vec<(String, String)>,
}

impl Rename {
    /// No rules: every name stays as it is.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The tensor that the file calls `from` is the network's `to`.
    #[must_use]
    pub fn exact(mut self, from: impl Into<String>, to: impl Into<String>) -> Self {
        self.exact.push((from.into(), to.into()));
        self
    }

    /// Names that start with `from` start with `to` instead. Mind the dot: `"dense."` does not
    /// fit `dense_1.weight`, `"dense"` does. An empty `from` fits every name.
    #[must_use]
    pub fn prefix(mut self, from: impl Into<String>, to: impl Into<String>) -> Self {
        self.prefixes.push((from.into(), to.into()));
        self
    }

    /// Names that end in `from` end in `to` instead.
    #[must_use]
    pub fn suffix(mut self, from: impl Into<String>, to: impl Into<String>) -> Self {
        self.suffixes.push((from.into(), to.into()));
        self
    }

    /// The network's name for the tensor that the file calls `name`.
    #[must_use]
    pub fn apply<'a>(&self, name: &'a str) -> Cow<'a, str> {
        if let Some((_, to)) = self.exact.iter().find(|(from, _)| from == name) {
            return Cow::Owned(to.clone());
        }
        let mut name = Cow::Borrowed(name);
        let first = |(from, to): &(String, String)| {
            name.strip_prefix(from.as_str()).map(|rest| format!("{to}{rest}"))
        };
        if let Some(renamed) = self.prefixes.iter().find_map(first) {
            name = Cow::Owned(renamed);
        }
        let first = |(from, to): &(String, String)| {
            name.strip_suffix(from.as_str()).map(|rest| format!("{rest}{to}"))
        };
        if let Some(renamed) = self.suffixes.iter().find_map(first) {
            name = Cow::Owned(renamed);
        }
        name
    }
}

//! What a program says about itself, besides its network.

use nncore::checkpoint::Rename;

use super::CLASSES;

/// A program: the name to call it by, and where it differs from the others.
///
/// ```
/// use examples::classifier::Program;
///
/// let program = Program::new("tuned").default("optimizer", "adam").default("epochs", "3");
/// # let _ = program;
/// ```
#[derive(Clone, Debug)]
pub struct Program {
    pub(super) name: &'static str,
    pub(super) defaults: Vec<(&'static str, &'static str)>,
    pub(super) import: Option<Import>,
}

/// How weights that were trained elsewhere become those of the network.
#[derive(Clone, Debug)]
pub struct Import {
    /// Their names.
    pub rename: Rename,
    /// What the outputs stand for.
    pub classes: [&'static str; CLASSES],
    /// Mean of each channel that the training subtracted, of pixel values from 0 to 1.
    pub mean: [f32; 3],
    /// What it divided each channel by then.
    pub std: [f32; 3],
}

impl Program {
    /// A program without anything of its own.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self { name, defaults: Vec::new(), import: None }
    }

    /// The value that an option of the training has unless given: `default("epochs", "3")`.
    #[must_use]
    pub fn default(mut self, option: &'static str, value: &'static str) -> Self {
        self.defaults.push((option, value));
        self
    }

    /// The command `import`.
    #[must_use]
    pub fn import(mut self, import: Import) -> Self {
        self.import = Some(import);
        self
    }
}

impl From<&'static str> for Program {
    fn from(name: &'static str) -> Self {
        Self::new(name)
    }
}

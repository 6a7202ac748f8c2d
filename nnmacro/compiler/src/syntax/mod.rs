//! The syntax tree: what was written, with spans.

mod body;
mod budget;
mod ending;
mod entrance;
mod expression;
mod items;
mod kind;
mod layer;
mod likely;
mod loss;
mod number;
mod parse;
mod term;
mod words;

pub use body::{Binding, Body};
pub(crate) use entrance::{ends, entrance};
pub(crate) use expression::read;
pub(crate) use layer::{call, elements_of};
pub use likely::likely_name;
pub use number::{Constants, Number, Unchecked, What, source_text, value_text};
pub use parse::parse;
pub(crate) use term::value;
pub use term::{Call, Member, Term};

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Expr, Path, Visibility};

/// One `network! { … }`.
#[derive(Clone)]
pub struct Declaration {
    /// Docs and attributes of the type.
    pub attributes: Vec<Attribute>,
    /// Its visibility.
    pub visibility: Visibility,
    /// Its name.
    pub name: Ident,
    /// The sizes that it is generic over: `<C: Dim, H: Dim>`.
    pub generics: Vec<Ident>,
    /// `crate = path;`
    pub crate_path: Option<Path>,
    /// `const NAME: usize = expr;`
    pub constants: Vec<Constant>,
    /// `input: [3, 56, 56];`, or one item an input.
    pub inputs: Vec<Input>,
    /// `name: Kind(args);`
    pub layers: Vec<LayerSyntax>,
    /// `memory <= 64 MiB for 64;`, `memory <= 64 KiB;`, `flash <= 256 KiB;`
    pub budgets: BudgetsSyntax,
    /// `view Features: pool2;`
    pub views: Vec<ViewSyntax>,
    /// `train: biases;` or `train: fc1, fc2;`: everything else is frozen.
    pub train: Option<TrainSyntax>,
    /// `out.weight = embedding.weight;`
    pub ties: Vec<Tie>,
    /// `fn forward(x) { … }`; without it the layers form a chain.
    pub body: Option<Body>,
    /// `loss: Kind(args) + 0.5 * Kind(output);`: the last one.
    pub loss: Option<LossSyntax>,
    /// Other items called `loss`, which is a mistake, and how many layers stand before each.
    pub earlier_losses: Vec<(usize, LossSyntax)>,
    /// How many layers stand before `loss`: all of them, unless there is a mistake.
    pub layers_before_loss: usize,
    /// How many layers stand before each item that could not be read: after it no shape is known.
    pub unreadable: Vec<usize>,
}

/// `out.weight = embedding.weight;`: one tensor of two layers.
#[derive(Clone)]
pub struct Tie {
    /// The layer that shares another layer's tensor, and the tensor.
    pub tied: [Ident; 2],
    /// The layer that has it, and the tensor.
    pub of: [Ident; 2],
}

/// A constant of the network.
#[derive(Clone)]
pub struct Constant {
    /// Docs and attributes.
    pub attributes: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// Its type: `usize`.
    pub ty: TokenStream,
    /// Its value.
    pub value: Expr,
}

/// An input.
#[derive(Clone)]
pub struct Input {
    /// The word `input`.
    pub keyword: Ident,
    /// Its name: `input image: [1, 28, 28];`
    pub name: Option<Ident>,
    /// The sizes, one to three.
    pub sizes: Vec<Expr>,
    /// The brackets with what is in them.
    pub brackets: TokenStream,
    /// The limit of integers: `in 0..65`.
    pub limit: Option<Expr>,
    /// Whether the sizes could not be made out, which was reported.
    pub is_faulty: bool,
}

impl Input {
    /// The name, or the word `input`.
    pub fn ident(&self) -> &Ident {
        self.name.as_ref().unwrap_or(&self.keyword)
    }
}

/// The budgets that are given.
#[derive(Clone, Default)]
pub struct BudgetsSyntax {
    /// How much memory training may take.
    pub training: Option<BudgetSyntax>,
    /// How much memory an inference of one sample may work on.
    pub inference: Option<LimitSyntax>,
    /// How much flash the tensors may take.
    pub flash: Option<LimitSyntax>,
}

/// How much memory training may take.
#[derive(Clone)]
pub struct BudgetSyntax {
    /// The limit.
    pub limit: LimitSyntax,
    /// The samples of a batch.
    pub batch: Expr,
}

/// What a budget allows: `memory <= 64 KiB`.
#[derive(Clone)]
pub struct LimitSyntax {
    /// The word `memory` or `flash`.
    pub keyword: Ident,
    /// The number before the unit.
    pub amount: Expr,
    /// Bytes of the unit.
    pub unit: usize,
    /// The unit's word.
    pub unit_word: Ident,
}

/// A view: a network of the same layers that stops at other values.
#[derive(Clone)]
pub struct ViewSyntax {
    /// Docs and attributes.
    pub attributes: Vec<Attribute>,
    /// Its visibility.
    pub visibility: Visibility,
    /// Its name.
    pub name: Ident,
    /// The values that it gives: layers, or names of the body.
    pub outputs: Vec<Ident>,
}

/// What is trained.
#[derive(Clone)]
pub struct TrainSyntax {
    /// The word `train`.
    pub keyword: Ident,
    /// Layers, or `biases`.
    pub names: Vec<Ident>,
}

impl NetworkSyntax {
    /// `Mish` of `Custom<Mish>`: an operation of the user's own.
    pub fn custom(&self) -> Option<TokenStream> {
        let tokens: Vec<TokenTree> = self.ty.clone().into_iter().collect();
        let is = |t: &TokenTree, sign| matches!(t, TokenTree::Punct(p) if p.as_char() == sign);
        let at = tokens.iter().position(|t| matches!(t, TokenTree::Ident(i) if i == "Custom"))?;
        let mut rest = &tokens[at + 1..];
        while let [first, more @ ..] = rest
            && is(first, ':')
        {
            rest = more;
        }
        let (mut open, mut arguments) = (0_usize, Vec::new());
        for (i, token) in rest.iter().enumerate() {
            let is_last = i + 1 == rest.len();
            let is_arrow = i > 0 && (is(&rest[i - 1], '-') || is(&rest[i - 1], '='));
            open += usize::from(is(token, '<'));
            open = open.checked_sub(usize::from(is(token, '>') && !is_arrow))?;
            // One argument, and nothing after it.
            if (open == 0) != is_last || open == 1 && is(token, ',') && i + 2 < rest.len() {
                return None;
            }
            arguments.push(token.clone());
        }
        let arguments = arguments.get(1..arguments.len().checked_sub(1)?)?;
        Some(arguments.iter().cloned().collect())
    }
}

/// The loss: a weighted sum.
#[derive(Clone)]
pub struct LossSyntax {
    /// The first term.
    pub first: LayerSyntax,
    /// The factor before it.
    pub factor: Option<TokenStream>,
    /// Further terms, each with its factor.
    pub rest: Vec<(Option<TokenStream>, LayerSyntax)>,
}

impl LossSyntax {
    /// All terms with their factors.
    pub fn terms(&self) -> impl Iterator<Item = (Option<&TokenStream>, &LayerSyntax)> {
        let rest = self.rest.iter().map(|(factor, term)| (factor.as_ref(), term));
        std::iter::once((self.factor.as_ref(), &self.first)).chain(rest)
    }
}

/// A network declared elsewhere.
#[derive(Clone)]
pub struct NetworkSyntax {
    /// Its type.
    pub ty: TokenStream,
    /// How many of it are chained: `[Block; 4]`.
    pub count: Option<Expr>,
}

/// A layer, or a term of the loss.
#[derive(Clone)]
pub struct LayerSyntax {
    /// Docs and attributes.
    pub attributes: Vec<Attribute>,
    /// Its name.
    pub name: Ident,
    /// Its kind.
    pub kind: Ident,
    /// The network, where the kind is a path or a list: `blocks: [Block; 4];`
    pub network: Option<NetworkSyntax>,
    /// Its arguments, those that could be read.
    pub arguments: Vec<Argument>,
    /// The values before them, as written, where it is a call of a function.
    pub values: Vec<String>,
    /// What stands between the parentheses.
    pub written: TokenStream,
    /// The parentheses with what is in them.
    pub group: TokenStream,
    /// Whether an argument could not be read, which was reported.
    pub is_faulty: bool,
    /// What of it is written as in another library.
    pub foreign: Foreign,
}

/// How a kind is written where it is not a single word: `nn.Linear(8, 10)`, `LinearConfig::new(8, 10).init(device)`.
#[derive(Clone, Default)]
pub struct Foreign {
    /// What stands before the arguments; empty for a word.
    pub path: TokenStream,
    /// What stands after them.
    pub tail: TokenStream,
    /// Whether it was rewritten: what follows from its sizes says nothing.
    pub is_guess: bool,
    /// Whether its kind was reported as one that is not in the language.
    pub is_lost: bool,
}

/// An argument.
#[derive(Clone)]
pub enum Argument {
    /// `in -> out` or `_ -> out`.
    Arrow {
        /// `None` for `_`.
        input: Option<Box<Expr>>,
        /// Right of the arrow.
        output: Box<Expr>,
        /// All of it.
        tokens: TokenStream,
    },
    /// `expr`
    Positional(Expr),
    /// `name = expr`
    Named {
        /// The option.
        name: Ident,
        /// Its value.
        value: Expr,
    },
    /// `[a, b]`, of a function.
    List {
        /// What stands between the brackets.
        elements: Vec<Expr>,
        /// All of it.
        tokens: TokenStream,
    },
    /// `a..b`, of a function.
    Range {
        /// Ahead of the dots; `None` is the start.
        start: Option<Box<Expr>>,
        /// After them; `None` is the end.
        end: Option<Box<Expr>>,
        /// All of it.
        tokens: TokenStream,
    },
}

impl Constant {
    /// Whether it may be a size; others are for rustc alone.
    pub fn is_size(&self) -> bool {
        let mut ty = self.ty.clone().into_iter();
        let is_usize = matches!(ty.next(), Some(TokenTree::Ident(i)) if i == "usize");
        is_usize && ty.next().is_none()
    }
}

impl Argument {
    /// As people write it: `3 -> 32`, `kernel = 3`.
    pub fn source(&self) -> String {
        let text = |e: &Expr| source_text(&e.to_token_stream());
        match self {
            Self::Arrow { input, output, .. } => {
                format!(
                    "{} -> {}",
                    input.as_deref().map_or_else(|| "_".to_owned(), text),
                    text(output)
                )
            }
            Self::Positional(value) => text(value),
            Self::Named { name, value } => format!("{name} = {}", text(value)),
            Self::List { tokens, .. } | Self::Range { tokens, .. } => source_text(tokens),
        }
    }
}

impl LayerSyntax {
    /// As people write it, without its name: `Conv2d(3 -> 32, kernel = 3)`.
    pub fn source(&self) -> String {
        let arguments: Vec<String> = self.sources().collect();
        if arguments.is_empty() {
            return self.kind.to_string();
        }
        format!("{}({})", self.kind, arguments.join(", "))
    }

    /// The values and arguments.
    fn sources(&self) -> impl Iterator<Item = String> + '_ {
        self.values.iter().cloned().chain(self.arguments.iter().map(Argument::source))
    }

    /// [`source`](Self::source) with another argument at `place`, or as the last.
    pub fn with_argument(&self, place: usize, argument: &str) -> String {
        let mut arguments: Vec<String> = self.sources().collect();
        let place = place + self.values.len();
        arguments.insert(place.min(arguments.len()), argument.to_owned());
        format!("{}({})", self.kind, arguments.join(", "))
    }

    /// Whether `#[allow(lint)]` stands on it.
    pub fn allows(&self, lint: &str) -> bool {
        self.attributes.iter().filter(|a| a.path().is_ident("allow")).any(|a| {
            let mut found = false;
            // What is not a plain list of names was reported by `check`.
            let _ = a.parse_nested_meta(|meta| {
                found |= meta.path.is_ident(lint);
                Ok(())
            });
            found
        })
    }

    /// The line it begins on.
    pub fn line(&self) -> usize {
        line(self.name.span())
    }
}

/// The line of a span: 1-based, 0 when the compiler does not say.
pub fn line(span: Span) -> usize {
    span.start().line
}

//! Terms of a body that are no calls: arithmetic on values and numbers.

use proc_macro2::{Ident, TokenStream};

use super::body::Scope;
use super::calls::first_ident;
use super::steps::{Operand, Reading};
use crate::network::NamedLayer;
use crate::ops::arguments::{Real, RealCheck};
use crate::ops::{self, Layer};
use crate::syntax::{Term, value_text};

impl Scope<'_, '_> {
    /// The value of a term, bound to `name` if it has one; `None` when it could not be made out.
    pub(super) fn value(&mut self, term: &Term, name: Option<&Ident>) -> Option<Operand> {
        match term {
            Term::Name(ident) => {
                if self.number(term).is_some() {
                    return self.number_alone(term);
                }
                self.named(ident)
            }
            Term::Number(_) => self.number_alone(term),
            Term::Negative { .. } if self.is_number(term) => self.number_alone(term),
            Term::Call(call) => self.call(call, name),
            Term::Member(member) => {
                // `foreign` reports these; what is left has an argument that it could not read.
                let message = format!(
                    "a body calls layers and functions by one word\nexpected: `{}(…)`\n   found: `{}`",
                    member.name,
                    value_text(&member.path)
                );
                self.error(&member.path, message);
                None
            }
            Term::Negative { of, tokens } => {
                let x = self.value(of, None)?;
                Some(self.affine("-", Real::literal(-1.0), Real::literal(0.0), x, tokens, name))
            }
            Term::Binary { left, sign, right, tokens } => {
                self.binary(left, *sign, right, tokens, name)
            }
        }
    }

    fn number_alone(&mut self, term: &Term) -> Option<Operand> {
        let text = value_text(&term.tokens());
        self.error(
            term.tokens(),
            format!(
                "a number alone is not a value of a network\nexpected: a value\n   found: `{text}`"
            ),
        );
        None
    }

    /// The number that a term is, if it is one: a literal, a constant, or arithmetic on them, which is rustc's.
    fn number(&self, term: &Term) -> Option<Real> {
        self.is_number(term).then(|| Real::of(term.tokens()))
    }

    fn is_number(&self, term: &Term) -> bool {
        match term {
            Term::Number(_) => true,
            Term::Name(name) => self.is_constant(name),
            Term::Binary { left, right, .. } => self.is_number(left) && self.is_number(right),
            Term::Negative { of, .. } => self.is_number(of),
            Term::Call(_) | Term::Member(_) => false,
        }
    }

    /// Whether a name is a constant: one of the network's, or in capitals and no value.
    fn is_constant(&self, name: &Ident) -> bool {
        let text = name.to_string();
        // Scripts without case have no capitals.
        let is_capital =
            text.starts_with(char::is_alphabetic) && !text.contains(char::is_lowercase);
        self.values.get(name).is_none()
            && (self.declaration.constants.iter().any(|c| c.name == *name) || is_capital)
    }

    fn binary(
        &mut self,
        left: &Term,
        sign: char,
        right: &Term,
        tokens: &TokenStream,
        name: Option<&Ident>,
    ) -> Option<Operand> {
        let text = value_text(tokens);
        match (self.number(left), self.number(right)) {
            (None, None) => self.of_two(left, sign, right, tokens, name),
            (None, Some(n)) => {
                let x = self.value(left, None)?;
                let (one, zero) = (Real::literal(1.0), Real::literal(0.0));
                self.finite(&n, right, sign)?;
                Some(match sign {
                    '+' => self.affine("+", one, n, x, tokens, name),
                    '-' => self.affine("-", one, n.negated(), x, tokens, name),
                    '*' => self.affine("*", n, zero, x, tokens, name),
                    _ => self.affine("/", n.inverse(), zero, x, tokens, name),
                })
            }
            (Some(n), None) => {
                let x = self.value(right, None)?;
                self.finite(&n, left, '*')?;
                match sign {
                    '+' => Some(self.affine("+", Real::literal(1.0), n, x, tokens, name)),
                    '-' => Some(self.affine("-", Real::literal(-1.0), n, x, tokens, name)),
                    '*' => Some(self.affine("*", n, Real::literal(0.0), x, tokens, name)),
                    _ => {
                        let op = ops::reciprocal(&n);
                        Some(self.with_numbers("/", op, &[&n], x, tokens, name))
                    }
                }
            }
            (Some(_), Some(_)) => {
                self.error(
                    tokens,
                    format!("numbers alone are not a value of a network\nexpected: a value on one side\n   found: `{text}`"),
                );
                None
            }
        }
    }

    /// A sign between two values.
    fn of_two(
        &mut self,
        left: &Term,
        sign: char,
        right: &Term,
        tokens: &TokenStream,
        name: Option<&Ident>,
    ) -> Option<Operand> {
        let (a, b) = (self.value(left, None), self.value(right, None));
        let word = match sign {
            '+' => "+",
            '-' => "-",
            '*' => "*",
            _ => "/",
        };
        let operand = |o: Operand, t: &Term| Operand { written: value_text(&t.tokens()), ..o };
        let operands = vec![operand(a?, left), operand(b?, right)];
        self.function(word, tokens, operands, name)
    }

    /// Refuses a number, or the inverse of one, that is not finite.
    fn finite(&mut self, number: &Real, term: &Term, sign: char) -> Option<()> {
        let (what, expected) = match (number.value, term) {
            // A literal without a value.
            (None, Term::Number(_)) => ("this number is too large", "a number below 1.8e308"),
            (Some(value), _) if sign == '/' && !(1.0 / value).is_finite() => {
                ("a value is divided by zero", "another number")
            }
            _ => return Some(()),
        };
        let text = value_text(&term.tokens());
        let message = format!("{what}\nexpected: {expected}\n   found: `{text}`");
        self.error(term.tokens(), message);
        None
    }

    /// `scale * x + shift`
    fn affine(
        &mut self,
        word: &'static str,
        scale: Real,
        shift: Real,
        x: Operand,
        tokens: &TokenStream,
        name: Option<&Ident>,
    ) -> Operand {
        let op = ops::affine(scale.clone(), shift.clone());
        self.with_numbers(word, op, &[&scale, &shift], x, tokens, name)
    }

    /// A sign between a value and `numbers`.
    fn with_numbers(
        &mut self,
        word: &'static str,
        op: Box<dyn Layer>,
        numbers: &[&Real],
        x: Operand,
        tokens: &TokenStream,
        name: Option<&Ident>,
    ) -> Operand {
        let ident = first_ident(tokens, word);
        let expected = if word == "/" { "a finite number other than 0" } else { "a finite number" };
        let check = |real: &&Real| {
            RealCheck::finite(real, &format!("what stands beside `{word}`"), expected)
        };
        let ranges = numbers.iter().filter_map(check).collect();
        let layer = NamedLayer { ranges, ..NamedLayer::of(word, ident.clone(), op) };
        let parts = self.steps.function(layer, tokens);
        let made = self.steps.run(&parts, vec![x], name.unwrap_or(&ident), Reading::Whole);
        Operand { written: value_text(tokens), ..made }
    }
}

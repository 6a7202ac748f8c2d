//! Statements, instructions and operands.

use super::ast::{Instruction, Operand, Statement};
use super::lex::Kind;
use super::parse::{Parser, describe, integer};
use super::{Error, Type};

impl<'a> Parser<'a> {
    /// The next statement of a body; `None` for what is skipped.
    pub(super) fn statement(&mut self) -> Result<Option<Statement<'a>>, Error> {
        let Some(t) = self.peek() else { return self.fail("a kernel has no end") };
        let line = t.line;
        match t.kind {
            Kind::Sign(b'{') => {
                self.next()?;
                Ok(Some(Statement::Open))
            }
            Kind::Sign(b'}') => {
                self.next()?;
                Ok(Some(Statement::Close))
            }
            Kind::Sign(b';') => {
                self.next()?;
                Ok(None)
            }
            Kind::Word(".loc" | ".file") => {
                self.skip_line();
                Ok(None)
            }
            Kind::Word(".pragma") => {
                while !self.take(b';') {
                    self.next()?;
                }
                Ok(None)
            }
            Kind::Word(".extern") => {
                self.next()?;
                self.variables().map(|v| Some(Statement::Variables(v)))
            }
            Kind::Word(".reg") => self.registers().map(Some),
            Kind::Word(w) if w.starts_with('.') => {
                self.variables().map(|v| Some(Statement::Variables(v)))
            }
            Kind::Word(w) if self.second() == Some(Kind::Sign(b':')) => {
                self.next()?;
                self.next()?;
                if self.take_word(".branchtargets") {
                    return self.targets(w).map(Some);
                }
                Ok(Some(Statement::Label(line, w)))
            }
            Kind::Word(_) | Kind::Sign(b'@') => {
                self.instruction().map(|i| Some(Statement::Instruction(i)))
            }
            other => self.fail(format!("expected a statement, found {}", describe(other))),
        }
    }

    fn targets(&mut self, name: &'a str) -> Result<Statement<'a>, Error> {
        let mut labels = vec![self.word()?];
        while self.take(b',') {
            labels.push(self.word()?);
        }
        self.expect(b';')?;
        Ok(Statement::Targets(name, labels))
    }

    fn registers(&mut self) -> Result<Statement<'a>, Error> {
        let line = self.line();
        self.word()?;
        let w = self.word()?;
        let Some(ty) = w.strip_prefix('.').and_then(Type::parse) else {
            return Err(Error::new(line, format!("`.reg {w}`: a scalar type is expected")));
        };
        let mut names = Vec::new();
        loop {
            let name = self.word()?;
            let mut count = None;
            if self.take(b'<') {
                let n = self.integer()?;
                self.expect(b'>')?;
                let Ok(n) = u32::try_from(n) else { return self.fail("too many registers") };
                count = Some(n);
            }
            names.push((name, count));
            if !self.take(b',') {
                self.expect(b';')?;
                return Ok(Statement::Registers(line, ty, names));
            }
        }
    }

    fn instruction(&mut self) -> Result<Instruction<'a>, Error> {
        let (line, start) = self.peek().map_or((0, 0), |t| (t.line, t.at));
        let mut guard = None;
        if self.take(b'@') {
            let negative = self.take(b'!');
            guard = Some((self.word()?, negative));
        }
        let op = self.word()?;
        let mut operands = Vec::new();
        let end = loop {
            if let Some(t) = self.peek().filter(|t| t.kind == Kind::Sign(b';')) {
                self.next()?;
                break t.at;
            }
            if !operands.is_empty() {
                self.expect(b',')
                    .map_err(|e| Error::new(e.line, format!("{} after `{}`", e.message, op)))?;
            }
            operands.push(self.operand()?);
        };
        Ok(Instruction { line, guard, op, operands, text: self.source[start..end].trim() })
    }

    fn operand(&mut self) -> Result<Operand<'a>, Error> {
        let t = self.next()?;
        match t.kind {
            Kind::Sign(b'!') => Ok(Operand::Not(self.word()?)),
            Kind::Sign(b'-') => {
                let w = self.word()?;
                Ok(if w.starts_with(|c: char| c.is_ascii_digit()) {
                    Operand::Number(w, true)
                } else {
                    Operand::Minus(w)
                })
            }
            Kind::Sign(b'{') => {
                let mut out = Vec::new();
                if self.take(b'}') {
                    return Ok(Operand::Group(out));
                }
                loop {
                    out.push(self.operand()?);
                    if !self.take(b',') {
                        self.expect(b'}')?;
                        return Ok(Operand::Group(out));
                    }
                }
            }
            Kind::Sign(b'[') => {
                let base = self.word()?;
                let offset = self.offset()?;
                self.expect(b']')?;
                Ok(Operand::Address(base, offset))
            }
            Kind::Word(w) if w.starts_with(|c: char| c.is_ascii_digit()) => {
                Ok(Operand::Number(w, false))
            }
            Kind::Word(w) => {
                if self.take(b'|') {
                    return Ok(Operand::Pair(w, self.word()?));
                }
                let offset = self.offset()?;
                Ok(if offset == 0 { Operand::Name(w) } else { Operand::Sum(w, offset) })
            }
            other => {
                Err(Error::new(t.line, format!("expected an operand, found {}", describe(other))))
            }
        }
    }

    /// `+4`, `-4` or `+-4`; 0 when there is none.
    fn offset(&mut self) -> Result<i64, Error> {
        let negative = if self.take(b'+') {
            self.take(b'-')
        } else if self.take(b'-') {
            true
        } else {
            return Ok(0);
        };
        let line = self.line();
        let w = self.word()?;
        let v = integer(w).ok_or_else(|| Error::new(line, format!("`{w}` is not an offset")))?;
        Ok(if negative { -v } else { v } as i64)
    }
}

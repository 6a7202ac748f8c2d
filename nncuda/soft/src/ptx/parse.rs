//! Modules, variables and kernels.

use super::ast::{Kernel, Module, Statement, Variable};
use super::lex::{Kind, Token, tokens};
use super::{Error, Space, Type};

/// The tree of a source.
pub(crate) fn parse(source: &str) -> Result<Module<'_>, Error> {
    let mut p = Parser { source, tokens: tokens(source)?, at: 0 };
    let mut module = Module::default();
    while p.peek().is_some() {
        p.item(&mut module)?;
    }
    if module.version == 0 {
        return Err(Error::new(1, "no `.version`: this is not PTX"));
    }
    if module.target == 0 {
        return Err(Error::new(1, "no `.target`"));
    }
    Ok(module)
}

/// The tokens and the next one's index.
pub(super) struct Parser<'a> {
    pub(super) source: &'a str,
    tokens: Vec<Token<'a>>,
    at: usize,
}

impl<'a> Parser<'a> {
    pub(super) fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    pub(super) fn second(&self) -> Option<Kind<'a>> {
        self.tokens.get(self.at + 1).map(|t| t.kind)
    }

    pub(super) fn line(&self) -> u32 {
        let i = self.at.min(self.tokens.len().saturating_sub(1));
        self.tokens.get(i).map_or(1, |t| t.line)
    }

    pub(super) fn fail<T>(&self, message: impl Into<String>) -> Result<T, Error> {
        Err(Error::new(self.line(), message))
    }

    pub(super) fn next(&mut self) -> Result<Token<'a>, Error> {
        let t = self.peek();
        self.at += 1;
        t.ok_or_else(|| Error::new(self.line(), "the text ends in the middle of a statement"))
    }

    /// Takes the sign if it comes next.
    pub(super) fn take(&mut self, sign: u8) -> bool {
        let found = self.peek().is_some_and(|t| t.kind == Kind::Sign(sign));
        self.at += usize::from(found);
        found
    }

    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let found = self.peek().is_some_and(|t| t.kind == Kind::Word(word));
        self.at += usize::from(found);
        found
    }

    pub(super) fn expect(&mut self, sign: u8) -> Result<Token<'a>, Error> {
        let t = self.next()?;
        if t.kind == Kind::Sign(sign) {
            return Ok(t);
        }
        Err(Error::new(t.line, format!("expected `{}`, found {}", sign as char, describe(t.kind))))
    }

    pub(super) fn word(&mut self) -> Result<&'a str, Error> {
        let t = self.next()?;
        match t.kind {
            Kind::Word(w) => Ok(w),
            other => Err(Error::new(t.line, format!("expected a word, found {}", describe(other)))),
        }
    }

    /// An integer constant.
    pub(super) fn integer(&mut self) -> Result<i128, Error> {
        let negative = self.take(b'-');
        let line = self.line();
        let w = self.word()?;
        let v = integer(w).ok_or_else(|| Error::new(line, format!("`{w}` is not an integer")))?;
        Ok(if negative { -v } else { v })
    }

    fn count(&mut self) -> Result<u32, Error> {
        let line = self.line();
        let v = self.integer()?;
        u32::try_from(v).map_err(|_| Error::new(line, format!("{v} is out of range")))
    }

    /// Up to three numbers between commas; those left out are 1.
    fn dimensions(&mut self) -> Result<[u32; 3], Error> {
        let mut out = [1; 3];
        for (i, d) in out.iter_mut().enumerate() {
            if i == 0 || self.take(b',') {
                *d = self.count()?;
            }
        }
        Ok(out)
    }

    pub(super) fn skip_line(&mut self) {
        let line = self.line();
        while self.peek().is_some_and(|t| t.line == line) {
            self.at += 1;
        }
    }

    fn skip_block(&mut self) -> Result<(), Error> {
        while !self.take(b'{') {
            self.next()?;
        }
        let mut depth = 1;
        while depth > 0 {
            match self.next()?.kind {
                Kind::Sign(b'{') => depth += 1,
                Kind::Sign(b'}') => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }

    fn item(&mut self, module: &mut Module<'a>) -> Result<(), Error> {
        let start = self.at;
        let word = self.word()?;
        match word {
            ".version" => {
                let w = self.word()?;
                let parts = w
                    .split_once('.')
                    .and_then(|(a, b)| Some((a.parse::<u32>().ok()?, b.parse::<u32>().ok()?)));
                let Some((major, minor)) = parts else {
                    return self.fail(format!("`.version {w}`: a number such as 7.0 is expected"));
                };
                module.version = 10 * major + minor;
            }
            ".target" => self.target(module)?,
            ".address_size" => {
                if self.integer()? != 64 {
                    return self.fail("only `.address_size 64` is known");
                }
            }
            ".file" | ".loc" => {
                self.at = start;
                self.skip_line();
            }
            ".section" => self.skip_block()?,
            ".pragma" => {
                while !self.take(b';') {
                    self.next()?;
                }
            }
            _ => {
                self.at = start;
                while self.take_word(".visible")
                    || self.take_word(".weak")
                    || self.take_word(".extern")
                    || self.take_word(".common")
                {}
                if self.take_word(".entry") {
                    let kernel = self.kernel()?;
                    if module.kernels.iter().any(|k| k.name == kernel.name) {
                        return Err(Error::new(
                            kernel.line,
                            format!("there are two kernels `{}`", kernel.name),
                        ));
                    }
                    module.kernels.push(kernel);
                } else if self
                    .peek()
                    .is_some_and(|t| matches!(t.kind, Kind::Word(".func" | ".alias")))
                {
                    return self
                        .fail("`.func`: functions beside kernels are not known; inline them");
                } else {
                    let v = self.variables()?;
                    module.variables.extend(v);
                }
            }
        }
        Ok(())
    }

    fn target(&mut self, module: &mut Module<'a>) -> Result<(), Error> {
        loop {
            let w = self.word()?;
            if let Some(n) = w.strip_prefix("sm_") {
                module.exact_target = n.ends_with(['a', 'f']);
                let n = n.trim_end_matches(['a', 'f']).parse();
                let Ok(n) = n else { return self.fail(format!("`.target {w}` is not known")) };
                module.target = n;
            }
            if !self.take(b',') {
                return Ok(());
            }
        }
    }

    fn kernel(&mut self) -> Result<Kernel<'a>, Error> {
        let line = self.line();
        let name = self.word()?;
        let mut k = Kernel {
            line,
            name,
            params: Vec::new(),
            max_block: None,
            block: None,
            body: Vec::new(),
        };
        if self.take(b'(') && !self.take(b')') {
            loop {
                let p = self.parameter()?;
                if k.params.iter().any(|q| q.name == p.name) {
                    return Err(Error::new(
                        p.line,
                        format!("there are two parameters `{}`", p.name),
                    ));
                }
                k.params.push(p);
                if !self.take(b',') {
                    break;
                }
            }
            self.expect(b')')?;
        }
        while !self.take(b'{') {
            match self.word()? {
                ".maxntid" => k.max_block = Some(self.dimensions()?),
                ".reqntid" => k.block = Some(self.dimensions()?),
                ".minnctapersm" | ".maxnctapersm" | ".maxnreg" => drop(self.integer()?),
                ".noreturn" => {}
                ".pragma" => {
                    while !self.take(b';') {
                        self.next()?;
                    }
                }
                other => return self.fail(format!("`{other}` is not known here")),
            }
        }
        let mut depth = 1;
        while depth > 0 {
            match self.statement()? {
                None => {}
                Some(Statement::Open) => {
                    depth += 1;
                    k.body.push(Statement::Open);
                }
                Some(Statement::Close) => {
                    depth -= 1;
                    if depth > 0 {
                        k.body.push(Statement::Close);
                    }
                }
                Some(s) => k.body.push(s),
            }
        }
        Ok(k)
    }

    fn parameter(&mut self) -> Result<Variable<'a>, Error> {
        let line = self.line();
        if !self.take_word(".param") {
            return self.fail(format!(
                "expected `.param`, found {}",
                self.peek().map_or("the end".into(), |t| describe(t.kind))
            ));
        }
        let mut v = self.head(line, Space::Param)?;
        self.tail(&mut v)?;
        if v.size.is_none() {
            return self.fail("a parameter's size is not given");
        }
        Ok(v)
    }

    /// A statement that declares variables of one type, with its semicolon.
    pub(super) fn variables(&mut self) -> Result<Vec<Variable<'a>>, Error> {
        let line = self.line();
        let w = self.word()?;
        let Some(space) = w.strip_prefix('.').and_then(Space::parse) else {
            return Err(Error::new(line, format!("`{w}` is not known here")));
        };
        let head = self.head(line, space)?;
        let mut out = vec![head];
        loop {
            let i = out.len() - 1;
            self.tail(&mut out[i])?;
            if !self.take(b',') {
                self.expect(b';')?;
                return Ok(out);
            }
            let name = self.word()?;
            let first = &out[0];
            out.push(Variable {
                line,
                space,
                name,
                ty: first.ty,
                align: first.align,
                size: Some(first.ty.size()),
                init: Vec::new(),
            });
        }
    }

    /// `.align 16 .b8 name`.
    fn head(&mut self, line: u32, space: Space) -> Result<Variable<'a>, Error> {
        let (mut align, mut lanes) = (None, 1);
        loop {
            let w = self.word()?;
            match w {
                ".align" => align = Some(self.count()? as usize),
                ".v2" => lanes = 2,
                ".v4" => lanes = 4,
                ".ptr" => {
                    while !self.take_word(".align") {
                        self.word()?;
                    }
                }
                ".attribute" => {
                    while !self.take(b')') {
                        self.next()?;
                    }
                }
                _ => {
                    let Some(ty) = w.strip_prefix('.').and_then(Type::parse) else {
                        return Err(Error::new(line, format!("`{w}`: a type is expected")));
                    };
                    if self.take_word(".ptr") {
                        while !matches!(self.peek().map(|t| t.kind), Some(Kind::Word(w)) if !w.starts_with('.'))
                        {
                            if self.word()? == ".align" {
                                self.count()?;
                            }
                        }
                    }
                    let size = ty.size() * lanes;
                    let align = align.unwrap_or(size);
                    if !align.is_power_of_two() {
                        return Err(Error::new(line, format!("an alignment of {align}")));
                    }
                    let name = self.word()?;
                    return Ok(Variable {
                        line,
                        space,
                        name,
                        ty,
                        align,
                        size: Some(size),
                        init: Vec::new(),
                    });
                }
            }
        }
    }

    /// `[4][2] = {…}`.
    fn tail(&mut self, v: &mut Variable<'a>) -> Result<(), Error> {
        let mut open = false;
        while self.take(b'[') {
            if self.take(b']') {
                open = true;
                continue;
            }
            let n = self.count()? as usize;
            self.expect(b']')?;
            let size = v.size.and_then(|s| s.checked_mul(n)).filter(|s| *s < 1 << 40);
            if size.is_none() {
                return self.fail(format!("`{}` is too large", v.name));
            }
            v.size = size;
        }
        if self.take(b'=') {
            self.initial(v)?;
            if open {
                v.size = Some(v.init.len());
                open = false;
            }
        }
        if open {
            v.size = None;
        }
        if v.size.is_some_and(|s| v.init.len() > s) {
            return self.fail(format!("`{}` has more initial values than elements", v.name));
        }
        Ok(())
    }

    fn initial(&mut self, v: &mut Variable<'a>) -> Result<(), Error> {
        if self.take(b'{') {
            if self.take(b'}') {
                return Ok(());
            }
            loop {
                self.initial(v)?;
                if !self.take(b',') {
                    return self.expect(b'}').map(drop);
                }
            }
        }
        let negative = self.take(b'-');
        let line = self.line();
        let w = self.word()?;
        let Some(bits) = constant(w, negative, v.ty) else {
            return Err(Error::new(
                line,
                format!("`{w}` is not a constant of this type; addresses are not known here"),
            ));
        };
        v.init.extend_from_slice(&bits.to_le_bytes()[..v.ty.size()]);
        Ok(())
    }
}

/// A token in a message.
pub(super) fn describe(kind: Kind<'_>) -> String {
    match kind {
        Kind::Word(w) => format!("`{w}`"),
        Kind::Text(t) => format!("\"{t}\""),
        Kind::Sign(s) => format!("`{}`", s as char),
    }
}

/// The value of an integer literal without a sign.
pub(crate) fn integer(word: &str) -> Option<i128> {
    let w = word.strip_suffix('U').unwrap_or(word);
    let (digits, radix) = if let Some(h) = w.strip_prefix("0x").or(w.strip_prefix("0X")) {
        (h, 16)
    } else if let Some(b) = w.strip_prefix("0b").or(w.strip_prefix("0B")) {
        (b, 2)
    } else if w.len() > 1 && w.starts_with('0') {
        (&w[1..], 8)
    } else {
        (w, 10)
    };
    u64::from_str_radix(digits, radix).ok().map(i128::from)
}

/// The bits of a literal as a value of the type.
pub(crate) fn constant(word: &str, negative: bool, ty: Type) -> Option<u64> {
    let hex = |p: [&str; 2]| p.iter().find_map(|p| word.strip_prefix(p));
    let float = if let Some(h) = hex(["0f", "0F"]) {
        Some(f64::from(f32::from_bits(u32::from_str_radix(h, 16).ok()?)))
    } else if let Some(h) = hex(["0d", "0D"]) {
        Some(f64::from_bits(u64::from_str_radix(h, 16).ok()?))
    } else if integer(word).is_none() && word.starts_with(|c: char| c.is_ascii_digit()) {
        Some(word.parse::<f64>().ok()?)
    } else {
        None
    };
    if let Some(v) = float {
        let v = if negative { -v } else { v };
        return match ty {
            Type::F64 | Type::B64 => Some(v.to_bits()),
            // The bits themselves: a NaN keeps its payload.
            Type::F32 | Type::B32 => Some(match hex(["0f", "0F"]) {
                Some(h) => {
                    u64::from(u32::from_str_radix(h, 16).ok()? ^ (u32::from(negative) << 31))
                }
                None => u64::from((v as f32).to_bits()),
            }),
            _ => None,
        };
    }
    let v = integer(word)?;
    let v = if negative { -v } else { v };
    match ty {
        Type::F32 => Some(u64::from((v as f32).to_bits())),
        Type::F64 => Some((v as f64).to_bits()),
        Type::Pred => Some(u64::from(v != 0)),
        _ => Some(v as u64 & mask(ty)),
    }
}

fn mask(ty: Type) -> u64 {
    if ty.size() == 8 { !0 } else { (1 << (8 * ty.size())) - 1 }
}

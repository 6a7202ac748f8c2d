//! Arithmetic of floating-point types.

use super::{Decoder, Fail, Ref, Words, arity};
use crate::code::Op;
use crate::exec::number::Rounding;
use crate::exec::regs::Slot;
use crate::exec::rows::{Ops, RowFn, approx, double, float, half};
use crate::ptx::Type;
use crate::ptx::ast::Operand;

/// The roundings of a mnemonic.
pub(super) const ROUNDINGS: [(&str, Rounding); 4] = [
    ("rn", Rounding::Nearest),
    ("rz", Rounding::Zero),
    ("rm", Rounding::Minus),
    ("rp", Rounding::Plus),
];

impl<'a> Decoder<'a> {
    pub(super) fn floats(
        &mut self,
        op: &str,
        ty: Type,
        w: Words<'a>,
        o: &[Operand<'a>],
    ) -> Result<(), Fail> {
        match ty {
            Type::F32 => self.singles(op, w, o),
            Type::F64 => self.doubles(op, w, o),
            Type::F16 | Type::F16x2 | Type::Bf16 | Type::Bf16x2 => self.halves(op, ty, w, o),
            _ => Err(format!("`{op}` of this type is not known")),
        }
    }

    fn sources(&mut self, o: &[Operand<'a>], ty: Type, n: usize) -> Result<Vec<Slot>, Fail> {
        arity(o, n + 1)?;
        o[1..].iter().map(|o| self.source(o, ty)).collect()
    }

    fn singles(&mut self, op: &str, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        if op == "testp" {
            return self.testp(w, o);
        }
        let ftz = usize::from(w.take("ftz"));
        let saturate = w.take("sat");
        let approximate = w.take("approx");
        let full = w.take("full");
        let nan = w.take("NaN");
        let rounding = w.pick(&ROUNDINGS);
        w.finish()?;
        let plain = |pair: [RowFn; 2], n: usize| Some((pair, n));
        // Rounded to nearest, or as the mnemonic says.
        let rounded = |nearest: float::Pair, other: float::Pair, n: usize| match rounding {
            None | Some(Rounding::Nearest) => Some((nearest, n)),
            Some(_) => Some((other, n)),
        };
        let found = match op {
            _ if approximate || full => match (op, approximate) {
                ("div", _) => plain(approx::DIV, 2),
                ("rcp", true) => plain(approx::RCP, 1),
                ("sqrt", true) => plain(approx::SQRT, 1),
                ("rsqrt", true) => plain(approx::RSQRT, 1),
                ("ex2", true) => plain(approx::EX2, 1),
                ("lg2", true) => plain(approx::LG2, 1),
                ("sin", true) => plain(approx::SIN, 1),
                ("cos", true) => plain(approx::COS, 1),
                ("tanh", true) => plain(approx::TANH, 1),
                _ => None,
            },
            "div" | "sqrt" | "rcp" | "fma" if rounding.is_none() => {
                return Err("a rounding such as `.rn` is missing".into());
            }
            "add" => rounded(float::ADD, float::ADD_TO, 2),
            "sub" => rounded(float::SUB, float::SUB_TO, 2),
            "mul" => rounded(float::MUL, float::MUL_TO, 2),
            "fma" | "mad" => rounded(float::FMA, float::FMA_TO, 3),
            "div" => rounded(float::DIV, float::DIV_TO, 2),
            "sqrt" => rounded(float::SQRT, float::SQRT_TO, 1),
            "rcp" => rounded(float::RCP, float::RCP_TO, 1),
            "min" => plain(if nan { float::MIN_NAN } else { float::MIN }, 2),
            "max" => plain(if nan { float::MAX_NAN } else { float::MAX }, 2),
            "abs" => plain(float::ABS, 1),
            "neg" => plain(float::NEG, 1),
            "copysign" => plain(float::COPYSIGN, 2),
            _ => None,
        };
        let (pair, n) = found.ok_or_else(|| format!("`{op}` with these modifiers is not known"))?;
        let sources = self.sources(o, Type::F32, n)?;
        let d = self.target(&o[0], Type::F32)?;
        self.row(pair[ftz], d, &sources, rounding.map_or(0, Rounding::code));
        if saturate {
            self.row(float::SATURATE[0], d, &[d], 0);
        }
        Ok(())
    }

    fn testp(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let table = [
            ("finite", 0),
            ("infinite", 1),
            ("number", 2),
            ("notanumber", 3),
            ("normal", 4),
            ("subnormal", 5),
        ];
        let imm = w.pick(&table).ok_or("the property is missing")?;
        w.finish()?;
        arity(o, 2)?;
        let a = self.source(&o[1], Type::F32)?;
        let (d, _) = self.predicate_operand(&o[0])?;
        let ops = Ops { d, a, imm, ..Ops::default() };
        self.emit(Op::Row(float::TEST.pick(), ops), &[Ref::Row(a)], &[Ref::Pred(d)]);
        Ok(())
    }

    fn doubles(&mut self, op: &str, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let approximate = w.take("approx");
        let _ = w.take("ftz");
        let nearest = w.take("rn");
        w.finish()?;
        if matches!(op, "fma" | "div" | "sqrt" | "rcp") && !nearest && !approximate {
            return Err("`.rn` is missing; no other rounding of `f64` is known".into());
        }
        let (f, n) = match (op, approximate) {
            ("rcp", true) => (approx::RCP_F64, 1),
            ("rsqrt", true) => (approx::RSQRT_F64, 1),
            ("add", false) => (double::ADD, 2),
            ("sub", false) => (double::SUB, 2),
            ("mul", false) => (double::MUL, 2),
            ("fma" | "mad", false) => (double::FMA, 3),
            ("div", false) => (double::DIV, 2),
            ("sqrt", false) => (double::SQRT, 1),
            ("rcp", false) => (double::RCP, 1),
            ("min", false) => (double::MIN, 2),
            ("max", false) => (double::MAX, 2),
            ("abs", false) => (double::ABS, 1),
            ("neg", false) => (double::NEG, 1),
            ("copysign", false) => (double::COPYSIGN, 2),
            _ => return Err(format!("`{op}` of f64 is not known")),
        };
        let sources = self.sources(o, Type::F64, n)?;
        let d = self.target(&o[0], Type::F64)?;
        self.row(f, d, &sources, 0);
        Ok(())
    }

    fn halves(
        &mut self,
        op: &str,
        ty: Type,
        mut w: Words<'a>,
        o: &[Operand<'a>],
    ) -> Result<(), Fail> {
        let _ = w.take("rn");
        let ftz = w.take("ftz");
        let saturate = w.take("sat");
        let nan = w.take("NaN");
        let relu = w.take("relu");
        let approximate = w.take("approx");
        w.finish()?;
        if ftz && op != "ex2" {
            return Err("`.ftz` of halves is not known".into());
        }
        let two = matches!(ty, Type::F16x2 | Type::Bf16x2);
        let f16 = matches!(ty, Type::F16 | Type::F16x2);
        if matches!(ty, Type::Bf16 | Type::Bf16x2) {
            let plain = matches!(op, "add" | "sub" | "mul");
            self.needs(if plain { 90 } else { 80 }, "`bf16` arithmetic")?;
        }
        if approximate {
            let kind = ["ex2", "tanh"].iter().position(|n| *n == op);
            let kind =
                kind.ok_or_else(|| format!("`{op}.approx` of this type is not known"))? as u32;
            let sources = self.sources(o, ty, 1)?;
            let d = self.target(&o[0], ty)?;
            self.row(approx::HALF, d, &sources, kind | u32::from(f16) << 4 | u32::from(two) << 5);
            return Ok(());
        }
        let (four, n) = match (op, nan, relu) {
            ("add", false, false) => (half::ADD, 2),
            ("sub", false, false) => (half::SUB, 2),
            ("mul", false, false) => (half::MUL, 2),
            ("fma", false, false) => (half::FMA, 3),
            ("fma", false, true) => (half::FMA_RELU, 3),
            ("min", false, false) => (half::MIN, 2),
            ("max", false, false) => (half::MAX, 2),
            ("min", true, false) => (half::MIN_NAN, 2),
            ("max", true, false) => (half::MAX_NAN, 2),
            ("neg", false, false) => (half::NEG, 1),
            ("abs", false, false) => (half::ABS, 1),
            _ => return Err(format!("`{op}` of this type with these modifiers is not known")),
        };
        let at = usize::from(two) + if f16 { 0 } else { 2 };
        let sources = self.sources(o, ty, n)?;
        let d = self.target(&o[0], ty)?;
        self.row(four[at], d, &sources, 0);
        if saturate {
            self.row(half::SATURATE[at], d, &[d], 0);
        }
        Ok(())
    }

    /// Fails if the module's target is too old for a feature.
    pub(super) fn needs(&self, capability: u32, what: &str) -> Result<(), Fail> {
        if self.target < capability {
            return Err(format!(
                "{what} needs `.target sm_{capability}`, the module has sm_{}",
                self.target
            ));
        }
        Ok(())
    }
}

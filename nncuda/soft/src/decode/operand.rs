//! Operands: registers, constants, addresses.

use super::{Decoder, Fail, Ref, Register, Symbol};
use crate::code::{Address, Relation, Value};
use crate::exec::regs::Slot;
use crate::exec::rows::{RowFn, bits};
use crate::ptx::ast::Operand;
use crate::ptx::{Space, Type};

/// What is done to a result that has to be widened into its register.
#[derive(Clone, Copy)]
pub(super) struct Target {
    /// Where the operation writes.
    pub(super) slot: Slot,
    /// The register and the row that widens, if it is another.
    after: Option<(Slot, RowFn)>,
}

impl<'a> Decoder<'a> {
    /// The register of a name, from the innermost block outwards.
    pub(super) fn lookup(&mut self, name: &'a str) -> Option<Register> {
        for s in self.scopes.clone().into_iter().rev() {
            if let Some(r) = self.registers.get(&(s, name)) {
                return Some(*r);
            }
            let digits = name.len() - name.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            // `%r1<5>` has names such as `%r12`: any split of the digits may be meant.
            for n in (1..=digits).rev() {
                let (stem, number) = name.split_at(name.len() - n);
                let Some(&(ty, count, first)) = self.ranges.get(&(s, stem)) else { continue };
                let canonical = number == "0" || !number.starts_with('0');
                let Ok(number) = number.parse::<u32>() else { continue };
                if number < count && canonical {
                    let step = if ty.wide() { 2 } else { 1 };
                    let r = Register { ty, slot: (first + number * step) as Slot };
                    return Some(r);
                }
            }
        }
        None
    }

    pub(super) fn predicate(&mut self, name: &'a str) -> Result<Slot, Fail> {
        match self.lookup(name) {
            Some(r) if r.ty == Type::Pred => Ok(r.slot),
            Some(_) => Err(format!("`{name}` is not a predicate")),
            None => Err(format!("`{name}` is not declared")),
        }
    }

    /// A predicate, perhaps negated.
    pub(super) fn predicate_operand(&mut self, o: &Operand<'a>) -> Result<(Slot, bool), Fail> {
        match o {
            Operand::Name(n) => Ok((self.predicate(n)?, false)),
            Operand::Not(n) => Ok((self.predicate(n)?, true)),
            Operand::Number(v, _) => {
                // A constant: a predicate of its own.
                let p = self.fresh_pred()?;
                let imm = if *v == "0" { 0 } else { !0 };
                let ops = crate::exec::rows::Ops { d: p, imm, ..Default::default() };
                self.emit(crate::code::Op::Row(bits::SET_PRED.pick(), ops), &[], &[Ref::Pred(p)]);
                Ok((p, false))
            }
            _ => Err("a predicate is expected".into()),
        }
    }

    /// The row of a source of the type. `loose`: the register may be wider than the type.
    pub(super) fn source_as(
        &mut self,
        o: &Operand<'a>,
        ty: Type,
        loose: bool,
    ) -> Result<Slot, Fail> {
        match o {
            Operand::Name(name) => {
                if let Some(r) = self.lookup(name) {
                    fits(name, r.ty, ty, loose)?;
                    if r.ty.wide() && !ty.wide() {
                        let t = self.fresh(false)?;
                        self.row(bits::LOW32, t, &[r.slot], 0);
                        return Ok(t);
                    }
                    return Ok(r.slot);
                }
                if name.starts_with('%') {
                    return self.special(name, ty);
                }
                if *name == "WARP_SZ" {
                    return self.bits_row(32, ty.wide());
                }
                self.symbol_row(name, 0, ty)
            }
            Operand::Sum(name, offset) => self.symbol_row(name, *offset, ty),
            Operand::Number(w, negative) => {
                let bits = crate::ptx::constant(w, *negative, ty);
                let bits = bits.ok_or_else(|| format!("`{w}` is not a constant of this type"))?;
                self.bits_row(bits, ty.wide())
            }
            Operand::Minus(n) => Err(format!("`-{n}`: use `neg`")),
            _ => Err("a register or a constant is expected".into()),
        }
    }

    pub(super) fn source(&mut self, o: &Operand<'a>, ty: Type) -> Result<Slot, Fail> {
        self.source_as(o, ty, false)
    }

    /// Where a result of the type goes. `loose`: into a wider register, too.
    pub(super) fn target_as(
        &mut self,
        o: &Operand<'a>,
        ty: Type,
        loose: bool,
    ) -> Result<Target, Fail> {
        let name = match o {
            Operand::Name("_") => return Ok(Target { slot: self.fresh(ty.wide())?, after: None }),
            Operand::Name(n) => *n,
            _ => return Err("the result has to be a register".into()),
        };
        let r = self.lookup(name).ok_or_else(|| format!("`{name}` is not declared"))?;
        fits(name, r.ty, ty, loose)?;
        if r.ty.wide() && !ty.wide() {
            let widen = if ty.signed() { bits::SEXT64 } else { bits::ZEXT64 };
            return Ok(Target { slot: self.fresh(false)?, after: Some((r.slot, widen)) });
        }
        Ok(Target { slot: r.slot, after: None })
    }

    /// Ends what `target_as` began, after the operation.
    pub(super) fn finish(&mut self, t: Target) {
        if let Some((d, widen)) = t.after {
            self.row(widen, d, &[t.slot], 0);
        }
    }

    /// Where a result of the type goes.
    pub(super) fn target(&mut self, o: &Operand<'a>, ty: Type) -> Result<Slot, Fail> {
        self.target_as(o, ty, false).map(|t| t.slot)
    }

    /// `[base+offset]`.
    pub(super) fn address(&mut self, o: &Operand<'a>, space: Space) -> Result<Address, Fail> {
        let Operand::Address(base, offset) = o else { return Err("an address is expected".into()) };
        if let Some(r) = self.lookup(base) {
            if r.ty.float() || !matches!(r.ty.size(), 4 | 8) || r.ty == Type::Pred {
                return Err(format!("`{base}` cannot be an address"));
            }
            if !r.ty.wide() && matches!(space, Space::Global | Space::Generic) {
                return Err(format!(
                    "`{base}` has 32 bits, an address in {} memory 64",
                    space.name()
                ));
            }
            return Ok(Address { slot: r.slot, wide: r.ty.wide(), offset: *offset });
        }
        if let Some(v) = crate::ptx::constant(base, false, Type::U64) {
            let slot = self.bits_row(v, true)?;
            return Ok(Address { slot, wide: true, offset: *offset });
        }
        let s = self.symbol(base)?;
        if s.space != space && space != Space::Generic {
            return Err(format!(
                "`{base}` is in {} memory, not in {}",
                s.space.name(),
                space.name()
            ));
        }
        if space == Space::Generic && !matches!(s.space, Space::Global | Space::Const) {
            return Err(format!("`{base}` has no generic address without `cvta`"));
        }
        let value = if s.dynamic { Value::DynamicShared } else { Value::Bits(s.address) };
        let slot = self.preset(value, true)?;
        Ok(Address { slot, wide: true, offset: *offset })
    }

    pub(super) fn symbol(&mut self, name: &str) -> Result<Symbol, Fail> {
        if let Some(s) = self.symbols.get(name) {
            return Ok(*s);
        }
        let v = self.shared.remove(name).ok_or_else(|| format!("`{name}` is not declared"))?;
        Ok(self.place_shared(&v))
    }

    fn symbol_row(&mut self, name: &str, offset: i64, ty: Type) -> Result<Slot, Fail> {
        let s = self.symbol(name)?;
        if ty.float() || ty.size() < 4 {
            return Err(format!("the address of `{name}` needs a register of 32 or 64 bits"));
        }
        if s.dynamic {
            if offset != 0 {
                return Err(format!("an offset to `{name}`: add it"));
            }
            return self.preset(Value::DynamicShared, ty.wide());
        }
        self.bits_row(s.address.wrapping_add(offset as u64), ty.wide())
    }

    fn special(&mut self, name: &str, ty: Type) -> Result<Slot, Fail> {
        let axis = |a: &str| match a {
            "x" => Some(0),
            "y" => Some(1),
            "z" => Some(2),
            _ => None,
        };
        let value = match name[1..].split_once('.') {
            Some((n, a)) => axis(a).and_then(|a| {
                Some(match n {
                    "tid" => Value::Tid(a),
                    "ntid" => Value::Ntid(a),
                    "ctaid" => Value::Ctaid(a),
                    "nctaid" => Value::Nctaid(a),
                    _ => return None,
                })
            }),
            None => match &name[1..] {
                "laneid" => Some(Value::Lane),
                "warpid" => Some(Value::Warp),
                "nwarpid" => Some(Value::Nwarpid),
                "smid" => Some(Value::Smid),
                "nsmid" => Some(Value::Nsmid),
                "gridid" => Some(Value::Zero),
                "lanemask_eq" => Some(Value::LaneMask(Relation::Equal)),
                "lanemask_lt" => Some(Value::LaneMask(Relation::Less)),
                "lanemask_le" => Some(Value::LaneMask(Relation::LessEqual)),
                "lanemask_gt" => Some(Value::LaneMask(Relation::Greater)),
                "lanemask_ge" => Some(Value::LaneMask(Relation::GreaterEqual)),
                "dynamic_smem_size" => Some(Value::SharedSize(false)),
                "total_smem_size" => Some(Value::SharedSize(true)),
                _ => None,
            },
        };
        let value = value.ok_or_else(|| format!("`{name}` is not declared"))?;
        if ty.float() {
            return Err(format!("`{name}` is an integer"));
        }
        self.preset(value, ty.wide())
    }
}

/// Whether a register of one type can be an operand of another, as `ptxas` has it.
fn fits(name: &str, register: Type, ty: Type, loose: bool) -> Result<(), Fail> {
    use Type::{B8, B16, B32, B64, Pred};
    let untyped = |t: Type| matches!(t, B8 | B16 | B32 | B64);
    if register == Pred || ty == Pred {
        return Err(format!(
            "`{name}` is {} a predicate",
            if register == Pred { "" } else { "not" }
        ));
    }
    let kind = untyped(register) || untyped(ty) || register.float() == ty.float() || packed(ty);
    let size = if loose && !(register.float() && ty.float()) {
        register.size() >= ty.size()
    } else {
        register.size() == ty.size()
    };
    if kind && size {
        return Ok(());
    }
    Err(format!("`{name}` is a register of type {register:?}, {ty:?} is expected"))
}

/// Types that live in registers of bits.
fn packed(ty: Type) -> bool {
    matches!(ty, Type::F16x2 | Type::Bf16x2 | Type::Bf16 | Type::Tf32)
}

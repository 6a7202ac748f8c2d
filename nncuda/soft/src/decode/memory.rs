//! Loads, stores and atomic operations.

use super::{Decoder, Fail, Ref, Words, arity};
use crate::code::{Access, Atomic, AtomicKind, Number, Op, Value};
use crate::exec::rows::bits;
use crate::ptx::ast::Operand;
use crate::ptx::{Space, Type};

/// What the qualifiers of an access say.
struct Qualifiers {
    strong: bool,
    ordered: bool,
    /// `.nc`: through the read-only cache.
    constant: bool,
    /// An operand with a cache policy follows.
    policy: bool,
    elements: usize,
}

/// Takes the qualifiers that loads and stores have.
fn qualifiers(w: &mut Words<'_>) -> Qualifiers {
    let mut q =
        Qualifiers { strong: false, ordered: false, constant: false, policy: false, elements: 1 };
    q.policy = w.take("L2::cache_hint");
    w.all.retain(|x| !x.starts_with("L1::") && !x.starts_with("L2::"));
    for c in ["ca", "cg", "cs", "lu", "wb", "wt"] {
        let _ = w.take(c);
    }
    q.constant = w.take("nc");
    q.strong = w.take("volatile") | w.take("relaxed") | w.take("cv") | w.take("mmio");
    q.ordered = w.take("acquire") | w.take("release");
    q.strong |= q.ordered;
    let _ = w.take("weak");
    scope(w);
    if w.take("v2") {
        q.elements = 2;
    } else if w.take("v4") {
        q.elements = 4;
    } else if w.take("v8") {
        q.elements = 8;
    }
    q
}

fn scope(w: &mut Words<'_>) {
    for s in ["cta", "cluster", "gpu", "sys"] {
        let _ = w.take(s);
    }
}

/// The registers of a vector.
fn elements<'b, 'a>(o: &'b Operand<'a>, n: usize) -> Result<&'b [Operand<'a>], Fail> {
    let parts = match o {
        Operand::Group(parts) => &parts[..],
        _ => std::slice::from_ref(o),
    };
    if parts.len() == n && (n > 1) == matches!(o, Operand::Group(_)) {
        return Ok(parts);
    }
    Err(format!("{n} elements are expected"))
}

impl<'a> Decoder<'a> {
    pub(super) fn load(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let q = qualifiers(&mut w);
        let space = w.space();
        let ty = w.ty()?;
        w.finish()?;
        arity(o, if q.policy { 3 } else { 2 })?;
        if q.constant && space != Space::Global {
            return Err("`.nc` is for `.global`".into());
        }
        let parts = elements(&o[0], q.elements)?;
        if let (Space::Param, Operand::Address(base, offset)) = (space, &o[1])
            && self.lookup(base).is_none()
        {
            return self.load_param(base, *offset, ty, parts);
        }
        let address = self.address(&o[1], space)?;
        let targets =
            parts.iter().map(|p| self.target_as(p, ty, true)).collect::<Result<Vec<_>, _>>()?;
        let regs: Vec<_> = targets.iter().map(|t| t.slot).collect();
        let writes: Vec<_> = regs.iter().map(|s| Ref::Row(*s)).collect();
        let access = Access {
            space,
            address,
            size: ty.size() as u8,
            signed: ty.signed(),
            strong: q.strong,
            ordered: q.ordered,
            constant: q.constant,
            regs,
        };
        self.emit(Op::Load(Box::new(access)), &[Ref::Row(address.slot)], &writes);
        for t in targets {
            self.finish(t);
        }
        Ok(())
    }

    /// A parameter at a known place: a row that is filled ahead.
    fn load_param(
        &mut self,
        base: &str,
        offset: i64,
        ty: Type,
        parts: &[Operand<'a>],
    ) -> Result<(), Fail> {
        let s = self.symbol(base)?;
        if s.space != Space::Param {
            return Err(format!("`{base}` is in {} memory, not in param", s.space.name()));
        }
        let bytes = (ty.size() * parts.len()) as i64;
        if offset < 0 || offset + bytes > s.size as i64 {
            return Err(format!(
                "bytes {offset} to {} of `{base}`, which has {}",
                offset + bytes,
                s.size
            ));
        }
        let at = s.address as i64 + offset;
        if at % bytes != 0 {
            return Err(format!("offset {offset} of `{base}` is misaligned for {bytes} bytes"));
        }
        for (i, p) in parts.iter().enumerate() {
            let offset = at as u32 + (i * ty.size()) as u32;
            let value = Value::Param { offset, size: ty.size() as u8, signed: ty.signed() };
            let a = self.preset(value, ty.wide())?;
            let d = self.target_as(p, ty, true)?;
            self.row(if ty.wide() { bits::MOV64 } else { bits::MOV32 }, d.slot, &[a], 0);
            self.finish(d);
        }
        Ok(())
    }

    pub(super) fn store(&mut self, mut w: Words<'a>, o: &[Operand<'a>]) -> Result<(), Fail> {
        let q = qualifiers(&mut w);
        let space = w.space();
        let ty = w.ty()?;
        w.finish()?;
        arity(o, if q.policy { 3 } else { 2 })?;
        if matches!(space, Space::Const | Space::Param) {
            return Err(format!("{} memory cannot be written", space.name()));
        }
        let address = self.address(&o[0], space)?;
        let parts = elements(&o[1], q.elements)?;
        let regs =
            parts.iter().map(|p| self.source_as(p, ty, true)).collect::<Result<Vec<_>, _>>()?;
        let mut reads: Vec<_> = regs.iter().map(|s| Ref::Row(*s)).collect();
        reads.push(Ref::Row(address.slot));
        let access = Access {
            space,
            address,
            size: ty.size() as u8,
            signed: false,
            strong: q.strong,
            ordered: q.ordered,
            constant: false,
            regs,
        };
        self.emit(Op::Store(Box::new(access)), &reads, &[]);
        Ok(())
    }

    /// `atom` and `red`.
    pub(super) fn atomic(
        &mut self,
        op: &str,
        mut w: Words<'a>,
        o: &[Operand<'a>],
    ) -> Result<(), Fail> {
        let ordered = w.take("acquire") | w.take("release") | w.take("acq_rel");
        let _ = w.take("relaxed");
        scope(&mut w);
        let noftz = w.take("noftz");
        let policy = w.take("L2::cache_hint");
        let space = w.space();
        let kinds = [
            ("add", AtomicKind::Add),
            ("min", AtomicKind::Min),
            ("max", AtomicKind::Max),
            ("and", AtomicKind::And),
            ("or", AtomicKind::Or),
            ("xor", AtomicKind::Xor),
            ("exch", AtomicKind::Exchange),
            ("cas", AtomicKind::CompareExchange),
            ("inc", AtomicKind::Increment),
            ("dec", AtomicKind::Decrement),
        ];
        let kind = w.pick(&kinds).ok_or("the operation is missing")?;
        let ty = w.ty()?;
        w.finish()?;
        let number = number(kind, ty).ok_or("the operation of this type is not known")?;
        if ty.float() && ty.size() == 2 && !noftz {
            return Err("`.noftz` is missing".into());
        }
        let returns = op == "atom";
        let swap = kind == AtomicKind::CompareExchange;
        if !returns && matches!(kind, AtomicKind::Exchange | AtomicKind::CompareExchange) {
            return Err("the operation has a result: use `atom`".into());
        }
        let first = usize::from(returns);
        arity(o, first + 2 + usize::from(swap) + usize::from(policy))?;
        if matches!(space, Space::Const | Space::Param | Space::Local) {
            return Err(format!("an atomic operation in {} memory", space.name()));
        }
        let address = self.address(&o[first], space)?;
        let a = self.source(&o[first + 1], ty)?;
        let b = if swap { self.source(&o[first + 2], ty)? } else { a };
        let d = if returns { Some(self.target(&o[0], ty)?) } else { None };
        let reads = [Ref::Row(address.slot), Ref::Row(a), Ref::Row(b)];
        let writes: Vec<_> = d.iter().map(|d| Ref::Row(*d)).collect();
        let atomic = Atomic { space, address, kind, number, ordered, d, a, b };
        self.emit(Op::Atomic(Box::new(atomic)), &reads, &writes);
        Ok(())
    }
}

/// What an atomic operation of the type works on.
fn number(kind: AtomicKind, ty: Type) -> Option<Number> {
    use AtomicKind::{
        Add, And, CompareExchange, Decrement, Exchange, Increment, Max, Min, Or, Xor,
    };
    Some(match (kind, ty) {
        (Add | Min | Max, Type::S32) => Number::S32,
        (Add | Min | Max, Type::U32) | (Increment | Decrement, Type::U32) => Number::U32,
        (Add | Min | Max, Type::U64) => Number::U64,
        (Min | Max | Add, Type::S64) => Number::S64,
        (And | Or | Xor | Exchange | CompareExchange, Type::B32) => Number::U32,
        (And | Or | Xor | Exchange | CompareExchange, Type::B64) => Number::U64,
        (Exchange | CompareExchange, Type::U32 | Type::S32) => Number::U32,
        (Exchange | CompareExchange, Type::U64 | Type::S64) => Number::U64,
        (CompareExchange, Type::B16) => Number::B16,
        (Add, Type::F32) => Number::F32,
        (Add, Type::F64) => Number::F64,
        (Add, Type::F16) => Number::F16,
        (Add, Type::F16x2) => Number::F16x2,
        (Add, Type::Bf16) => Number::Bf16,
        (Add, Type::Bf16x2) => Number::Bf16x2,
        _ => return None,
    })
}

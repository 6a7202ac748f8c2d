//! Loads and stores, of global and of shared memory; sums over a warp and a block.

use super::arithmetic::{F32, F64, U32, U64};
use super::kernel::{Class, Kernel, Register};

/// An address in global memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pointer<'k>(U64<'k>);

impl<'k> Pointer<'k> {
    pub(super) fn new(address: U64<'k>) -> Self {
        Self(address)
    }

    fn kernel(self) -> &'k Kernel {
        self.0.kernel()
    }

    /// The address as a value.
    pub(super) fn address(self) -> U64<'k> {
        self.0
    }

    /// The address `index` numbers on.
    pub(crate) fn at(self, index: U32<'k>) -> Self {
        Self(self.0.element(index, 4))
    }

    fn loaded(self, ty: &str, class: Class, index: U32<'k>, size: u32) -> Register {
        let (kernel, address) = (self.kernel(), self.0.element(index, size));
        let register = kernel.register(class);
        kernel.emit(format_args!("ld.global.{ty} {register}, [{}]", address.operand()));
        register
    }

    fn stored(self, ty: &str, index: U32<'k>, size: u32, value: impl std::fmt::Display) {
        let address = self.0.element(index, size);
        self.kernel().emit(format_args!("st.global.{ty} [{}], {value}", address.operand()));
    }

    /// Number `index`.
    pub(crate) fn load(self, index: U32<'k>) -> F32<'k> {
        F32::of(self.kernel(), self.loaded("f32", Class::F32, index, 4))
    }

    /// Number `index` where `condition` holds, else 0.
    pub(crate) fn load_where(self, condition: super::Bool<'k>, index: U32<'k>) -> F32<'k> {
        let kernel = self.kernel();
        let value = kernel.variable(kernel.f32(0.0));
        let address = self.0.element(index, 4);
        kernel.emit(format_args!(
            "@{} ld.global.f32 {}, [{}]",
            condition.register(),
            value.operand(),
            address.operand()
        ));
        value
    }

    /// Number `index`, which is near, where `condition` holds, else 0.
    pub(crate) fn load_near_where(self, condition: super::Bool<'k>, index: u32) -> F32<'k> {
        let kernel = self.kernel();
        let value = kernel.variable(kernel.f32(0.0));
        let (guard, address) = (condition.register(), self.0.operand());
        let (value_, by) = (value.operand(), 4 * index);
        kernel.emit(format_args!("@{guard} ld.global.f32 {value_}, [{address}+{by}]"));
        value
    }

    /// Four numbers from `index` on, which is near, where `condition` holds, else zeros. They lie at a multiple of 16
    /// bytes.
    pub(crate) fn load4_near_where(self, condition: super::Bool<'k>, index: u32) -> [F32<'k>; 4] {
        let kernel = self.kernel();
        let values = [0.0; 4].map(|zero| kernel.variable(kernel.f32(zero)));
        let (guard, address) = (condition.register(), self.0.operand());
        let ([a, b, c, d], by) = (values.map(F32::operand), 4 * index);
        let group = format_args!("{{{a}, {b}, {c}, {d}}}");
        kernel.emit(format_args!("@{guard} ld.global.v4.f32 {group}, [{address}+{by}]"));
        values
    }

    /// The integer `index`.
    pub(crate) fn load_u32(self, index: U32<'k>) -> U32<'k> {
        U32::of(self.kernel(), self.loaded("u32", Class::B32, index, 4))
    }

    /// The pair of words `index`, as 64 bits.
    pub(crate) fn load_u64(self, index: U32<'k>) -> U64<'k> {
        U64::of(self.kernel(), self.loaded("u64", Class::B64, index, 8))
    }

    /// The number `index` in double precision.
    pub(crate) fn load_f64(self, index: U32<'k>) -> F64<'k> {
        F64::of(self.kernel(), self.loaded("f64", Class::F64, index, 8))
    }

    /// Writes number `index`.
    pub(crate) fn store(self, index: U32<'k>, value: F32<'k>) {
        self.stored("f32", index, 4, value.operand());
    }

    /// Writes the number `index` in double precision.
    pub(crate) fn store_f64(self, index: U32<'k>, value: F64<'k>) {
        self.stored("f64", index, 8, value.operand());
    }

    /// Writes the integer `index`.
    pub(crate) fn store_u32(self, index: U32<'k>, value: U32<'k>) {
        self.stored("u32", index, 4, value.operand());
    }
}

/// Loads under a condition, and integers of some bytes.
impl<'k> Pointer<'k> {
    /// Number `index` where `condition` holds (always, if there is none), else `other`.
    pub(crate) fn load_or(
        self,
        condition: Option<super::Bool<'k>>,
        index: U32<'k>,
        other: f32,
    ) -> F32<'k> {
        let Some(condition) = condition else {
            return self.load(index);
        };
        let kernel = self.kernel();
        let value = kernel.variable(kernel.f32(other));
        self.guarded(condition, "f32", index, 4, value.operand());
        value
    }

    /// The integer of `bytes` bytes (1, 2 or 4) at place `index` where `condition` holds (always, if there is none), else
    /// `other`.
    pub(crate) fn load_bytes_or(
        self,
        bytes: usize,
        condition: Option<super::Bool<'k>>,
        index: U32<'k>,
        other: u32,
    ) -> U32<'k> {
        let (kernel, (ty, size)) = (self.kernel(), Self::integer(bytes));
        let Some(condition) = condition else {
            return U32::of(kernel, self.loaded(ty, Class::B32, index, size));
        };
        let value = kernel.counter(kernel.u32(other));
        self.guarded(condition, ty, index, size, value.operand());
        value
    }

    /// Writes the integer of `bytes` bytes (1, 2 or 4) at place `index`.
    pub(crate) fn store_bytes(self, bytes: usize, index: U32<'k>, value: U32<'k>) {
        let (ty, size) = Self::integer(bytes);
        self.stored(ty, index, size, value.operand());
    }

    fn integer(bytes: usize) -> (&'static str, u32) {
        match bytes {
            1 => ("u8", 1),
            2 => ("u16", 2),
            _ => ("u32", 4),
        }
    }

    fn guarded(
        self,
        condition: super::Bool<'k>,
        ty: &str,
        index: U32<'k>,
        size: u32,
        value: impl std::fmt::Display,
    ) {
        let (guard, address) = (condition.register(), self.0.element(index, size));
        let address = address.operand();
        self.kernel().emit(format_args!("@{guard} ld.global.{ty} {value}, [{address}]"));
    }
}

/// A block of shared memory.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shared<'k> {
    base: U32<'k>,
    start: u32,
}

impl<'k> Shared<'k> {
    pub(super) fn new(base: U32<'k>, start: u32) -> Self {
        Self { base, start }
    }

    /// The part from number `index` on, with the address computed once.
    pub(crate) fn at(self, index: U32<'k>) -> Self {
        match index.known() {
            Some(i) => Self { base: self.base, start: self.start + 4 * i },
            None => Self { base: self.base + index * 4, start: self.start },
        }
    }

    pub(super) fn address(self, index: U32<'k>) -> String {
        let place = self.at(index);
        format!("[{}+{}]", place.base.operand(), place.start)
    }

    /// Number `index`.
    pub(crate) fn load(self, index: U32<'k>) -> F32<'k> {
        let kernel = self.base.kernel();
        let address = self.address(index);
        let register = kernel.register(Class::F32);
        kernel.emit(format_args!("ld.shared.f32 {register}, {address}"));
        F32::of(kernel, register)
    }

    /// Four numbers from `index` on, a multiple of four.
    pub(crate) fn load4(self, index: U32<'k>) -> [F32<'k>; 4] {
        let kernel = self.base.kernel();
        let address = self.address(index);
        let [a, b, c, d] = [Class::F32; 4].map(|class| kernel.register(class));
        kernel.emit(format_args!("ld.shared.v4.f32 {{{a}, {b}, {c}, {d}}}, {address}"));
        [a, b, c, d].map(|r| F32::of(kernel, r))
    }

    /// Writes number `index`.
    pub(crate) fn store(self, index: U32<'k>, value: F32<'k>) {
        let address = self.address(index);
        self.base.kernel().emit(format_args!("st.shared.f32 {address}, {}", value.operand()));
    }
}

impl<'k> F32<'k> {
    /// The value of the lane whose number differs in the bits of `mask`, of a full warp.
    pub(crate) fn lane_xor(self, mask: u32) -> Self {
        let kernel = self.kernel();
        let register = kernel.register(Class::F32);
        kernel.emit(format_args!(
            "shfl.sync.bfly.b32 {register}, {}, {mask}, 31, -1",
            self.operand()
        ));
        Self::of(kernel, register)
    }
}

impl Kernel {
    /// `combine` over the values of all threads of the block, in a fixed order; all threads get it. The block is a
    /// multiple of 32 threads, all of which come here.
    pub(crate) fn combined<'k>(
        &'k self,
        value: F32<'k>,
        neutral: f32,
        combine: impl Fn(F32<'k>, F32<'k>) -> F32<'k>,
    ) -> F32<'k> {
        let mut all = value;
        for mask in [16, 8, 4, 2, 1] {
            all = combine(all, all.lane_xor(mask));
        }
        let warps = self.threads() / 32;
        if warps == 1 {
            return all;
        }
        let room = self.shared(warps);
        let (lane, warp) = (self.thread() % 32, self.thread() / 32);
        self.when(lane.eq(0), || room.store(warp, all));
        self.barrier();
        let is_there = lane.lt(warps);
        let own = self.variable(self.f32(neutral));
        self.when(is_there, || own.set(room.load(lane)));
        let mut all = own;
        for mask in [16, 8, 4, 2, 1] {
            all = combine(all, all.lane_xor(mask));
        }
        self.barrier(); // the room may be written again
        all
    }
}

/// Sets of lanes.
impl Kernel {
    /// The lanes of a full warp where `condition` holds, as bits.
    pub(crate) fn ballot<'k>(&'k self, condition: super::Bool<'k>) -> U32<'k> {
        let (register, condition) = (self.register(Class::B32), condition.register());
        self.emit(format_args!("vote.sync.ballot.b32 {register}, {condition}, -1"));
        U32::of(self, register)
    }
}

impl<'k> U32<'k> {
    /// The number of zeros below the lowest bit that is set; 32 of 0.
    pub(crate) fn trailing_zeros(self) -> Self {
        let kernel = self.kernel();
        let [reversed, zeros] = [Class::B32; 2].map(|class| kernel.register(class));
        kernel.emit(format_args!("brev.b32 {reversed}, {}", self.operand()));
        kernel.emit(format_args!("clz.b32 {zeros}, {reversed}"));
        Self::of(kernel, zeros)
    }
}

//! Copies from global to shared memory that go on while the thread does: no register holds what is on its way.
//!
//! All of it needs compute capability 8.0: a kernel that uses it says so in its text.

use super::arithmetic::Bool;
use super::kernel::{Kernel, Target};
use super::memory::{Pointer, Shared};

impl<'k> Shared<'k> {
    /// Starts to copy number `index` of `from`, which is near, to the first place, where `condition` holds; else it
    /// becomes 0.
    pub(crate) fn start_copy(self, from: Pointer<'k>, index: u32, condition: Bool<'k>) {
        self.start("ca", 4, from, index, condition);
    }

    /// The same of four numbers from `index` on. They lie at a multiple of 16 bytes, and so do their places.
    pub(crate) fn start_copy4(self, from: Pointer<'k>, index: u32, condition: Bool<'k>) {
        self.start("cg", 16, from, index, condition);
    }

    fn start(self, cache: &str, size: u32, from: Pointer<'k>, index: u32, condition: Bool<'k>) {
        let kernel = from.address().kernel();
        kernel.needs(Target::Sm80);
        // What is not read becomes 0.
        let read = kernel.u32(size).or_where_not(condition, kernel.u32(0)).operand();
        let (to, from, by) = (self.address(kernel.u32(0)), from.address().operand(), 4 * index);
        kernel.emit(format_args!(
            "cp.async.{cache}.shared.global {to}, [{from}+{by}], {size}, {read}"
        ));
    }
}

impl Kernel {
    /// Makes the copies that the thread started since the last time a group.
    pub(crate) fn commit_copies(&self) {
        self.needs(Target::Sm80);
        self.emit("cp.async.commit_group");
    }

    /// The thread waits until at most its last `groups` of copies are on their way. Others see what it copied behind a
    /// barrier.
    pub(crate) fn wait_for_copies(&self, groups: u32) {
        self.needs(Target::Sm80);
        self.emit(format_args!("cp.async.wait_group {groups}"));
    }
}

//! Memory whose bounds nobody checks at run time: the only place of this device where that is so.
//!
//! A kernel gets a [`View`] an operand, and asks for elements by their number. That these lie within is a promise of the
//! network's ([`Network`](crate::network::Network)), whose plan `network!` computes: regions lie within their spaces, and
//! operands have the sizes of their layers. A release build has no code for a network that breaks it, so that no panic can be
//! linked, whatever the compiler inlines. In tests, and in builds with debug assertions, each region, each size and each
//! access is checked.

use crate::portable::Access;

/// Elements that are read and written by their number.
#[derive(Debug)]
pub(crate) struct View<T = f32> {
    pointer: *mut T,
    #[cfg(any(test, debug_assertions))]
    len: usize,
}

impl<T> Clone for View<T> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for View<T> {}

impl<T: Copy> View<T> {
    /// `len` elements.
    ///
    /// # Safety
    /// They lie there while the view is used, and nobody writes them meanwhile but its holder. Its holder asks for
    /// elements below `len` only, and writes none that may only be read.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) unsafe fn new(pointer: *mut T, len: usize) -> Self {
        let _ = len;
        Self {
            pointer,
            #[cfg(any(test, debug_assertions))]
            len,
        }
    }

    /// An operand that is absent.
    pub(crate) const NONE: Self = Self {
        pointer: core::ptr::NonNull::dangling().as_ptr(),
        #[cfg(any(test, debug_assertions))]
        len: 0,
    };

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn check(self, first: usize, len: usize) {
        let _ = (first, len);
        #[cfg(any(test, debug_assertions))]
        assert!(
            first <= self.len && len <= self.len - first,
            "elements {first}..{first}+{len} of {}",
            self.len
        );
    }

    /// The elements from `first` on.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn from(self, first: usize) -> Self {
        self.check(first, 0);
        Self {
            // SAFETY: within the memory, as the view's holder keeps.
            pointer: unsafe { self.pointer.add(first) },
            #[cfg(any(test, debug_assertions))]
            len: self.len - first,
        }
    }

    /// Element `i`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn get(self, i: usize) -> T {
        self.check(i, 1);
        // SAFETY: within the memory, as the view's holder keeps.
        unsafe { self.pointer.add(i).read() }
    }

    /// Writes element `i`.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) fn set(self, i: usize, value: T) {
        self.check(i, 1);
        // SAFETY: within the memory, as the view's holder keeps.
        unsafe { self.pointer.add(i).write(value) }
    }

    /// The first `len` elements, to be read.
    ///
    /// # Safety
    /// Nobody writes them while the slice is used.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) unsafe fn slice<'a>(self, len: usize) -> &'a [T] {
        self.check(0, len);
        // SAFETY: within the memory, as the view's holder keeps; the rest is the caller's.
        unsafe { core::slice::from_raw_parts(self.pointer, len) }
    }

    /// The first `len` elements, to be written.
    ///
    /// # Safety
    /// Nobody else reads or writes them while the slice is used.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(super) unsafe fn slice_mut<'a>(self, len: usize) -> &'a mut [T] {
        self.check(0, len);
        // SAFETY: within the memory, as the view's holder keeps; the rest is the caller's.
        unsafe { core::slice::from_raw_parts_mut(self.pointer, len) }
    }
}

impl<T: Copy> View<T> {
    /// The same operand, of elements of another type: as the numbers that it is handed around as, or as what it is.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn cast<U>(self) -> View<U> {
        View {
            pointer: self.pointer.cast(),
            #[cfg(any(test, debug_assertions))]
            len: self.len,
        }
    }
}

impl Access for View {
    type Number = f32;

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn get(self, i: usize) -> f32 {
        Self::get(self, i)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn set(self, i: usize, value: f32) {
        Self::set(self, i, value);
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn from(self, first: usize) -> Self {
        Self::from(self, first)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn integer(self, i: usize) -> u32 {
        self.cast::<u32>().get(i)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn byte(self, i: usize) -> u8 {
        self.cast::<u8>().get(i)
    }

    #[cfg_attr(not(debug_assertions), inline(always))]
    fn set_byte(self, i: usize, value: u8) {
        self.cast::<u8>().set(i, value);
    }
}

/// What a network's plan keeps, as [`Network`](crate::network::Network) promises: looked at in tests and in builds with debug
/// assertions. Of others nothing is left in a program, however little the compiler makes of it: a comparison that it does not
/// see to be true would be a panic.
macro_rules! fits {
    ($is_fitting:expr) => {
        if cfg!(any(test, debug_assertions)) {
            assert!($is_fitting, "an operand lies in its space, and has the size of its layer");
        }
    };
}
pub(super) use fits;

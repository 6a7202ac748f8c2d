//! The border to C: pointers of the caller, and the form of a function.

use std::ffi::{CStr, c_char};

use super::codes::INVALID_VALUE;

/// A function's result: the error's code.
pub(super) type Answer<T = ()> = Result<T, u32>;

/// A pointer of the caller to where a result goes. The caller of the function promises that it is null or may be
/// written.
#[repr(transparent)]
pub(super) struct Out<T>(*mut T);

impl<T> Clone for Out<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Out<T> {}

impl<T> Out<T> {
    pub(super) fn is_null(self) -> bool {
        self.0.is_null()
    }

    /// Writes a result that has to be wanted.
    pub(super) fn set(self, v: T) -> Answer {
        if self.0.is_null() {
            return Err(INVALID_VALUE);
        }
        self.set_if_wanted(v);
        Ok(())
    }

    /// Writes a result unless the pointer is null.
    pub(super) fn set_if_wanted(self, v: T) {
        if !self.0.is_null() {
            // SAFETY: not null, so by the function's contract it may be written.
            unsafe { self.0.write_unaligned(v) };
        }
    }

    pub(super) fn null() -> Self {
        Self(std::ptr::null_mut())
    }

    /// An address that the caller gives as a number.
    pub(super) fn from_address(address: usize) -> Self {
        Self(address as *mut T)
    }

    /// The same array, to read.
    pub(super) fn reader(self) -> In<T> {
        In(self.0)
    }

    /// The same place for another type, as the function's contract has it.
    pub(super) fn cast<U>(self) -> Out<U> {
        Out(self.0.cast())
    }

    /// The place of an element of the array that starts here.
    pub(super) fn at(self, i: usize) -> Self {
        Self(self.0.wrapping_add(i))
    }
}

/// A pointer of the caller to an array. The caller of the function promises that it is null or that the elements that
/// the function is to read are there.
#[repr(transparent)]
pub(super) struct In<T>(*const T);

impl<T> Clone for In<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for In<T> {}

impl<T: Copy> In<T> {
    pub(super) fn null() -> Self {
        Self(std::ptr::null())
    }

    pub(super) fn is_null(self) -> bool {
        self.0.is_null()
    }

    /// An element, which has to be there.
    pub(super) fn get(self, i: usize) -> Answer<T> {
        if self.0.is_null() {
            return Err(INVALID_VALUE);
        }
        // SAFETY: not null, so by the function's contract the element is there.
        Ok(unsafe { self.0.add(i).read_unaligned() })
    }
}

impl In<c_char> {
    /// The string that starts here.
    pub(super) fn text(self) -> Answer<String> {
        if self.0.is_null() {
            return Err(INVALID_VALUE);
        }
        // SAFETY: not null, so by the function's contract a string that ends with a zero.
        Ok(unsafe { CStr::from_ptr(self.0) }.to_string_lossy().into_owned())
    }
}

/// Memory of the caller.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(transparent)]
pub(super) struct Host(pub(super) *mut u8);

// SAFETY: a number until it is used; who uses it promises that the memory is there.
unsafe impl Send for Host {}
// SAFETY: as above.
unsafe impl Sync for Host {}

impl Host {
    /// The bytes, to read.
    ///
    /// # Safety
    /// The caller of the driver's function promised that so many bytes are there.
    pub(super) unsafe fn read<'a>(self, len: usize) -> &'a [u8] {
        // SAFETY: the caller's promise.
        unsafe { std::slice::from_raw_parts(self.0, len) }
    }

    /// The bytes, to write.
    ///
    /// # Safety
    /// The caller of the driver's function promised that so many bytes are there and that nobody else uses them.
    pub(super) unsafe fn write<'a>(self, len: usize) -> &'a mut [u8] {
        // SAFETY: the caller's promise.
        unsafe { std::slice::from_raw_parts_mut(self.0, len) }
    }
}

/// Functions with the interface of C, and the table that finds them by name.
macro_rules! api {
    ($($(#[$meta:meta])* fn $name:ident($($arg:ident: $t:ty),* $(,)?) $body:block)*) => {
        $(
            $(#[$meta])*
            #[allow(non_snake_case)]
            extern "C" fn $name($($arg: $t),*) -> u32 {
                let answer = || -> $crate::driver::api::Answer { $body };
                match answer() {
                    Ok(()) => 0,
                    Err(code) => code,
                }
            }
        )*

        /// The address of a function, or null.
        pub(super) fn find(name: &str) -> *const std::ffi::c_void {
            match name {
                $(stringify!($name) => $name as *const std::ffi::c_void,)*
                _ => std::ptr::null(),
            }
        }
    };
}
pub(super) use api;

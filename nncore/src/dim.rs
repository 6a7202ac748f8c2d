//! Sizes as types, for networks that are generic over them: `network! { pub struct Block<C: Dim, H: Dim>; … }`.
//!
//! A size is a typenum number (`U16`), any constant (`D<12544>`), or arithmetic on sizes: [`Plus`], [`Minus`],
//! [`Times`], [`Over`]. Arithmetic asks for no bounds: code that is generic over `C: Dim` writes `Block<Times<C, U2>, H>`
//! and nothing else.
//!
//! ```
//! use nncore::dim::{D, Dim, Over, Plus, U8, U16};
//!
//! assert_eq!(<Plus<U16, D<100>>>::N, 116);
//! assert_eq!(<Over<U16, U8>>::N, 2);
//! ```
//!
//! What does not work out (`Minus<U8, U16>`) is [`UNKNOWN`](nnplan::UNKNOWN), which a network reports where it is used.

use core::fmt;
use core::marker::PhantomData;

use typenum::{Bit, UInt, UTerm, Unsigned};
#[doc(no_inline)]
pub use typenum::{
    U1, U2, U3, U4, U5, U6, U7, U8, U9, U10, U12, U16, U20, U24, U28, U32, U48, U56, U64, U96,
    U128, U256, U512, U1024,
};

/// A size.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a size",
    label = "expected a number such as `U16` or `D<100>`, or arithmetic on such numbers",
    note = "sizes are `U1` to `U1024`, `D<N>`, `Plus<A, B>`, `Minus<A, B>`, `Times<A, B>` and `Over<A, B>` of `nncore::dim`"
)]
pub trait Dim: 'static {
    /// The number.
    const N: usize;
}

impl Dim for UTerm {
    const N: usize = 0;
}

impl<U: Unsigned + 'static, B: Bit + 'static> Dim for UInt<U, B> {
    const N: usize = <Self as Unsigned>::USIZE;
}

/// The size `N`.
pub struct D<const N: usize>;

impl<const N: usize> Dim for D<N> {
    const N: usize = N;
}

impl<const N: usize> fmt::Debug for D<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{N}")
    }
}

macro_rules! arithmetic {
    ($($(#[$doc:meta])* $name:ident = $function:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub struct $name<A, B>(PhantomData<fn() -> (A, B)>);

        impl<A: Dim, B: Dim> Dim for $name<A, B> {
            const N: usize = nnplan::$function(A::N, B::N);
        }
    )*};
}

arithmetic! {
    /// `A + B`
    Plus = add;
    /// `A - B`
    Minus = sub;
    /// `A * B`
    Times = mul;
    /// `A / B`, rounded down
    Over = div;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arithmetic_is_that_of_numbers() {
        assert_eq!(<Plus<U16, Times<U3, U5>>>::N, 31);
        assert_eq!(<Minus<D<12544>, U128>>::N, 12416);
        assert_eq!(<Over<U7, U2>>::N, 3);
        assert_eq!(<Minus<U1, U2>>::N, nnplan::UNKNOWN);
        assert_eq!(<Over<U1, typenum::U0>>::N, nnplan::UNKNOWN);
        assert_eq!((U1::N, U1024::N), (1, 1024));
    }
}

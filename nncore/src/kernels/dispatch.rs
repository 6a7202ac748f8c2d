//! One body, compiled twice: for the instructions of the target, and for AVX2, which is
//! picked at run time. Never with FMA: both give the same bits. Once in builds for size, where
//! loops are not vectorised.

/// `avx2! { fn name<T, const N: usize>(a: A, …) = body; }` defines `name`, which calls
/// `body::<T, N>(a, …)`, an `#[inline(always)]` function. The type parameters are
/// [`Element`](crate::Element)s.
macro_rules! avx2 {
    ($(#[$meta:meta])* $vis:vis fn $name:ident<$($t:ident),* $(; $(const $n:ident: usize),*)?>
        ($($arg:ident: $ty:ty),* $(,)?) = $body:ident;) => {
        $(#[$meta])*
        $vis fn $name<$($t: $crate::Element,)* $($(const $n: usize),*)?>($($arg: $ty),*) {
            #[cfg(all(feature = "std", target_arch = "x86_64", not(for_size)))]
            {
                #[target_feature(enable = "avx2")]
                fn wide<$($t: $crate::Element,)* $($(const $n: usize),*)?>($($arg: $ty),*) {
                    $body::<$($t,)* $($($n),*)?>($($arg),*);
                }
                if std::is_x86_feature_detected!("avx2") {
                    // SAFETY: the processor has AVX2: the line above.
                    unsafe { wide::<$($t,)* $($($n),*)?>($($arg),*) };
                    return;
                }
            }
            $body::<$($t,)* $($($n),*)?>($($arg),*);
        }
    };
}

pub(crate) use avx2;

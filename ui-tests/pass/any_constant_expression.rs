//! A size is any constant expression, written out or handed on by a macro, without a warning.
#![deny(warnings)]

use nncore::prelude::*;

const WIDE: bool = true;
const SIZES: [usize; 3] = [4, 6, 8];

const fn twice(n: usize) -> usize {
    2 * n
}

network! {
    pub struct Net;
    input: [if WIDE { 4 } else { 2 } * 2];
    a: Linear({ let n = 3; n + 5 } -> match SIZES[1] { 6 => 7, n => n });
    b: Linear(_ -> const { twice(2) + 1 });
    c: Linear({ 5 } + 0 -> SIZES.len() as u8 as usize);
    d: Linear(if WIDE { 3 } else { 4 } -> (WIDE as usize) + 1);
    e: Linear(2 -> <[u8; 6]>::as_slice(&[0; 6]).len());
    f: Dropout(if WIDE { 0.25 } else { 0.5 });
}

macro_rules! network_of {
    ($v:vis, $name:ident, $n:expr, $t:ty, $b:block) => {
        network! {
            $v struct $name;
            const HIDDEN: $t = $n * 2;
            input: [$n];
            a: Linear(2 * $n - $n -> HIDDEN);
            b: Linear(HIDDEN -> $b);
            c: Dropout(1.0 - 1.0 / $n as f64);
        }
    };
}
network_of!(, Private, 1 + 2, usize, { 4 });
network_of!(pub(crate), Shared, { 2 } + 1, usize, { twice(3) });

fn main() {
    assert_eq!(Net::PARAMETERS, 9 * 7 + 8 * 5 + 6 * 3 + 4 * 2 + 3 * 6);
    assert_eq!(Private::PARAMETERS, 4 * 6 + 7 * 4);
    assert_eq!(Shared::PARAMETERS, 4 * 6 + 7 * 6);
}

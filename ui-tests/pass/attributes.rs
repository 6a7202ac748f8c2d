//! Attributes of the type and of views reach all that is emitted for them.
#![deny(warnings, missing_docs)]
use nncore::prelude::*;

network! {
    #[cfg(any())]
    struct Left;
    input: [3];
    fc: Linear(3 -> 2);
    view Out: fc;
    loss: CrossEntropy;
    memory <= 1 MiB for 4;
}

network! {
    #[cfg_attr(all(), cfg(any()))]
    struct Left;
    const N: usize = 3;
    input: [N];
    fc: Linear(4 -> 2); // what is left out is not compiled
    #[allow(dropped_rows)]
    view Out: fc;
}

network! {
    #[cfg(any())]
    struct Left<C: Dim>;
    input: [C];
    fc: Linear(C -> 2);
}

network! {
    #[cfg(all())]
    struct Left;
    input: [3];
    fc: Linear(3 -> 2);
    #[cfg(any())]
    view Out: fc;
    #[cfg(all())]
    #[derive(PartialEq)]
    view Other: fc;
}

struct Out;

mod old {
    nncore::network! {
        #[deprecated(note = "another one is better")]
        pub struct Old;
        const N: usize = 3;
        input: [N];
        fc: Linear(N -> 2);
        pub view View: fc;
        loss: CrossEntropy;
        memory <= 1 MiB for 4;
        memory <= 1 KiB;
        flash <= 1 KiB;
    }
    nncore::network! {
        #[cfg_attr(all(), deprecated)]
        pub struct Generic<C: Dim>;
        input: [C];
        fc: Linear(C -> 2);
    }
}

network! {
    #[allow(non_camel_case_types)]
    struct allowed;
    input: [3];
    fc: Linear(3 -> 2);
}

network! {
    #[expect(non_camel_case_types)]
    struct expected;
    #[allow(non_upper_case_globals)]
    const width: usize = 3;
    input: [width];
    fc: Linear(3 -> 2);
}

network! {
    #[must_use]
    #[non_exhaustive]
    #[repr(C)]
    #[doc(hidden)]
    #[doc(alias = "net")]
    #[derive(PartialEq, Eq)]
    #[cfg_attr(all(), derive(Hash, Default))]
    struct All;
    input: [3];
    fc: Linear(3 -> 2);
}

#[cfg(any())]
network! {
    struct All;
    input: [];
}

fn main() {
    assert!(Other == Other && All == All::default());
    assert_eq!(Left::PARAMETERS + allowed::PARAMETERS + expected::PARAMETERS, 24);
    assert_eq!(old::View::PARAMETERS, 8);
    let _ = Out;
}

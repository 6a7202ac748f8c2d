//! A network has the visibility it is given.
#![deny(warnings)]

mod networks {
    use nncore::prelude::*;

    network! {
        struct Private;
        input: [2];
        fc: Linear(2 -> 1);
    }

    network! {
        pub(crate) struct Crate;
        input: [Private::PARAMETERS];
        fc: Linear(3 -> 1);
    }
}

fn main() {
    assert_eq!(networks::Crate::PARAMETERS, 4);
}

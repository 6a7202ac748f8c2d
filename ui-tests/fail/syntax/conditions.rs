//! Conditions on items: the macro cannot know whether they hold.
use nncore::prelude::*;

network! {
    pub struct Net;
    #[cfg(feature = "wide")]
    const WIDTH: usize = 8;
    #[cfg_attr(test, cfg(all()))]
    input: [8];
    #[cfg(unix)]
    fc1: Linear(8 -> 4);
    #[cfg_attr(test, frozen)]
    fc2: Linear(4 -> 4);
    #[cfg(unix)]
    loss: CrossEntropy;
    #[cfg(unix)]
    train: fc2;
    #[cfg(unix)]
    memory <= 64 MiB for 4;
    #[cfg(unix)]
    view Hidden: fc1;
}

fn main() {
    println!("{}", Net::WIDTH);
}

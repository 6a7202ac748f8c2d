//! Keras' `Dense`, by its path.
use nncore::prelude::*;

network! {
    pub struct Net;
    input: [8];
    fc: tf.keras.layers.Dense(10);
}

fn main() {
    println!("{}", Net::SUMMARY);
}

//! The shape of an operation's input and its type have one length.
use nncore::custom::{Backward, Custom, Operation, Shaped, Sizes};
use nncore::prelude::*;
use nncore::tiny;
use nncore::Element;

#[derive(Clone, Copy, Debug)]
struct Long;

impl Shaped for Long {
    const SHAPE: Sizes = Sizes::new(&[65_536]);
    type Sample = Vector<4>;
}

#[derive(Clone, Copy, Debug)]
struct Same;

impl<X: Shaped> Operation<X> for Same {
    const OUTPUT: Sizes = X::SHAPE;

    fn forward<T: Element>(x: &[T], _: &[T], y: &mut [T]) {
        y.copy_from_slice(x);
    }

    fn backward<T: Element>(_: Backward<'_, T>) {}
}

fn main() {
    type Net = Custom<Same, Long>;
    static WEIGHTS: tiny::Weights<Net, 0> = tiny::Weights::from_numbers([]);
    let mut memory = [0.0; tiny::inference_len::<Net>(1)];
    tiny::Predictor::<Net>::new(&WEIGHTS, &mut memory).run(&[0.0; 4]).unwrap();
}

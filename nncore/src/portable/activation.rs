//! Activations and other functions of each element, and their gradients: the formulas of
//! [`kernels::activation`](crate::kernels::activation).
//!
//! A call names its function by a constant. It is chosen where the call stands, and each has a loop of its own: so a
//! program holds those that it uses, and not all of them as soon as it uses two.

use nnplan::Activation;

use super::{Access, Out};
use crate::kernels::activation::{Elements, Pairs, apply, apply_grad};

/// So many elements, from `x` to `y`.
struct FromTo<A> {
    n: usize,
    x: A,
    y: A,
}

impl<A: Access> Elements<A::Number> for FromTo<A> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn each(self, f: impl Fn(A::Number) -> A::Number) {
        for i in 0..self.n {
            self.y.set(i, f(self.x.get(i)));
        }
    }
}

/// So many saved numbers and gradients, to `d_x`.
struct Back<A> {
    n: usize,
    saved: A,
    d_y: A,
    d_x: A,
}

impl<A: Access> Pairs<A::Number> for Back<A> {
    #[cfg_attr(not(debug_assertions), inline(always))]
    fn both(self, f: impl Fn(A::Number, A::Number) -> A::Number) {
        for i in 0..self.n {
            self.d_x.set(i, f(self.saved.get(i), self.d_y.get(i)));
        }
    }
}

/// Defines [`activation`] and [`activation_grad`], with a function for each kind.
macro_rules! functions {
    ($($variant:ident $(($($constant:ident),+))? => $name:ident $grad:ident;)*) => {
        $(
            fn $name<A: Access>($($($constant: f64,)+)? n: usize, x: A, y: A) {
                apply(&Activation::$variant $(($($constant),+))?, FromTo { n, x, y });
            }
            fn $grad<A: Access>($($($constant: f64,)+)? n: usize, saved: A, d_y: A, d_x: A) {
                apply_grad(&Activation::$variant $(($($constant),+))?, Back { n, saved, d_y, d_x });
            }
        )*

        /// `y = f(x)`; `x` and `y` may be the same memory.
        #[cfg_attr(not(debug_assertions), inline(always))]
        pub fn activation<A: Access>(f: &Activation, samples: usize, [x]: [A; 1], [y]: [Out<A>; 1]) {
            let n = samples * y.len;
            match *f {
                $(Activation::$variant $(($($constant),+))? => $name($($($constant,)+)? n, x, y.to),)*
            }
        }

        /// `d_x = d_y f'`, by the output where [`saves_output`](Activation::saves_output), else by the input. `d_y` and
        /// `d_x` may be the same memory.
        #[cfg_attr(not(debug_assertions), inline(always))]
        pub fn activation_grad<A: Access>(
            f: &Activation,
            samples: usize,
            [saved, d_y]: [A; 2],
            [d_x]: [Out<A>; 1],
        ) {
            let n = samples * d_x.len;
            match *f {
                $(Activation::$variant $(($($constant),+))? => {
                    $grad($($($constant,)+)? n, saved, d_y, d_x.to);
                })*
            }
        }
    };
}

functions! {
    Relu => relu relu_grad;
    LeakyRelu(slope) => leaky_relu leaky_relu_grad;
    Elu(alpha) => elu elu_grad;
    Gelu => gelu gelu_grad;
    GeluTanh => gelu_tanh gelu_tanh_grad;
    Silu => silu silu_grad;
    Sigmoid => sigmoid sigmoid_grad;
    Tanh => tanh tanh_grad;
    Softplus => softplus softplus_grad;
    HardSwish => hard_swish hard_swish_grad;
    Exp => exp exp_grad;
    Ln => ln ln_grad;
    Sqrt => sqrt sqrt_grad;
    Square => square square_grad;
    Abs => abs abs_grad;
    Clamp(low, high) => clamp clamp_grad;
    Pow(exponent) => pow pow_grad;
    Reciprocal(factor) => reciprocal reciprocal_grad;
}

#[cfg(all(test, feature = "std"))]
mod tests {
    use std::format;

    use super::*;
    use crate::kernels::activation as cpu;
    use crate::portable::fixture::{assert_bits, numbers, read, written, written_to};

    #[test]
    fn has_the_bits_of_the_cpu() {
        let all = [
            Activation::Relu,
            Activation::LeakyRelu(0.2),
            Activation::Elu(0.7),
            Activation::Gelu,
            Activation::GeluTanh,
            Activation::Silu,
            Activation::Sigmoid,
            Activation::Tanh,
            Activation::Softplus,
            Activation::HardSwish,
            Activation::Exp,
            Activation::Ln,
            Activation::Sqrt,
            Activation::Square,
            Activation::Abs,
            Activation::Clamp(-0.3, 0.5),
            Activation::Pow(3.0),
            Activation::Pow(-1.7),
            Activation::Reciprocal(0.3),
        ];
        for f in &all {
            let (x, what) = (numbers(1, 97), format!("{f:?}"));
            let mut expected = x.clone();
            cpu::activation(f, &mut expected);
            let found = written(97, |y| activation(f, 1, [read(&x)], [y]));
            assert_bits(&found, &expected, &what);
            let in_place = written_to(x, |y| activation(f, 1, [y.to], [y]));
            assert_bits(&in_place, &expected, &what);
            let (saved, d, what) = (expected, numbers(2, 97), format!("the gradient of {f:?}"));
            let mut expected = d.clone();
            cpu::activation_grad(f, &saved, &mut expected);
            let saved = read(&saved);
            let found = written(97, |d_x| activation_grad(f, 1, [saved, read(&d)], [d_x]));
            assert_bits(&found, &expected, &what);
            let in_place = written_to(d, |d| activation_grad(f, 1, [saved, d.to], [d]));
            assert_bits(&in_place, &expected, &what);
        }
    }
}

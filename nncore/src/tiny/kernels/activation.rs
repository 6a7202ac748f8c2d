//! Activations and their gradients: the loops of [`kernels::activation`](crate::kernels::activation).
//!
//! A call names its function by a constant. It is chosen where the call stands, and each has a loop of its own: so a
//! program holds those that it uses, and not all of them as soon as it uses two.

use nnplan::Activation;

use crate::kernels::activation::{apply, apply_grad};

/// Defines [`activation`] and [`activation_grad`], with a function for each kind.
macro_rules! functions {
    ($($variant:ident $(($($constant:ident),+))? => $name:ident $grad:ident;)*) => {
        $(
            fn $name($($($constant: f64,)+)? data: &mut [f32]) {
                apply(&Activation::$variant $(($($constant),+))?, data);
            }
            fn $grad($($($constant: f64,)+)? saved: &[f32], d: &mut [f32]) {
                apply_grad(&Activation::$variant $(($($constant),+))?, saved, d);
            }
        )*

        /// `data[i] = f(data[i])`, in place.
        #[cfg_attr(not(debug_assertions), inline(always))]
        pub(in crate::tiny) fn activation(f: &Activation, data: &mut [f32]) {
            match *f {
                $(Activation::$variant $(($($constant),+))? => $name($($($constant,)+)? data),)*
            }
        }

        /// `d[i] = d[i] f'(…)`, in place, by what was saved of the value.
        #[cfg_attr(not(debug_assertions), inline(always))]
        pub(in crate::tiny) fn activation_grad(f: &Activation, saved: &[f32], d: &mut [f32]) {
            match *f {
                $(Activation::$variant $(($($constant),+))? => $grad($($($constant,)+)? saved, d),)*
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
    use crate::tiny::kernels::fixture::{assert_bits, numbers};

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
            let (mut found, mut expected) = (numbers(1, 97), numbers(1, 97));
            activation(f, &mut found);
            cpu::activation(f, &mut expected);
            assert_bits(&found, &expected, &format!("{f:?}"));
            let (saved, mut d) = (expected, numbers(2, 97));
            let mut expected = d.clone();
            activation_grad(f, &saved, &mut d);
            cpu::activation_grad(f, &saved, &mut expected);
            assert_bits(&d, &expected, &format!("the gradient of {f:?}"));
        }
    }
}

//! The activations of emitted code: chosen where they are constants. Compiled for one element type at a time, as
//! `ops.rs`.

use nnplan::Activation;

use super::T;
use crate::cpu::piece::CpuPiece;
use crate::device::Region;
use crate::kernels::activation;

/// `apply` and `apply_grad`, which choose among functions that hold one activation each.
macro_rules! activations {
    ($($kind:ident $(($($constant:ident),+))?: $function:ident, $derivative:ident;)*) => {
        impl CpuPiece<'_, T> {
            #[inline(always)]
            pub(super) fn apply(&self, f: &Activation, x: Region, y: Region) {
                match *f {
                    $(Activation::$kind $(($($constant),+))? => self.$function($($($constant,)+)? x, y),)*
                }
            }

            #[inline(always)]
            pub(super) fn apply_grad(&self, f: &Activation, saved: Region, d_y: Region, d_x: Region) {
                match *f {
                    $(Activation::$kind $(($($constant),+))? => self.$derivative($($($constant,)+)? saved, d_y, d_x),)*
                }
            }

            $(
                #[inline(never)]
                fn $function(&self, $($($constant: f64,)+)? x: Region, y: Region) {
                    self.in_place(x, y, 1, |_, y| {
                        activation::apply(&Activation::$kind $(($($constant),+))?, y);
                    });
                }

                #[inline(never)]
                fn $derivative(&self, $($($constant: f64,)+)? saved: Region, d_y: Region, d_x: Region) {
                    self.in_place_with(saved, d_y, d_x, |_, s, d| {
                        activation::apply_grad(&Activation::$kind $(($($constant),+))?, (s, d));
                    });
                }
            )*
        }
    };
}

activations! {
    Relu: relu, relu_grad;
    LeakyRelu(slope): leaky_relu, leaky_relu_grad;
    Elu(alpha): elu, elu_grad;
    Gelu: gelu, gelu_grad;
    GeluTanh: gelu_tanh, gelu_tanh_grad;
    Silu: silu, silu_grad;
    Sigmoid: sigmoid, sigmoid_grad;
    Tanh: tanh, tanh_grad;
    Softplus: softplus, softplus_grad;
    HardSwish: hard_swish, hard_swish_grad;
    Exp: exp, exp_grad;
    Ln: ln, ln_grad;
    Sqrt: sqrt, sqrt_grad;
    Square: square, square_grad;
    Abs: abs, abs_grad;
    Clamp(low, high): clamp, clamp_grad;
    Pow(exponent): pow, pow_grad;
    Reciprocal(factor): reciprocal, reciprocal_grad;
}

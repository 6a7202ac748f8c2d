//! Activations: one function of each element, one record a word. Functions that are no kind of layer: `elementwise.rs`.

use nnplan::{Activation as Function, Range, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Real;
use super::elementwise;
use super::{Arguments, Ending, Geometry, Kind, Layer, On, Op, OpId};
use crate::graph::{Builder, Node, ValueId};

macro_rules! plain {
    ($name:literal, $function:ident) => {
        Kind {
            name: $name,
            usage: $name,
            stateless: true,
            read: |_: &mut Arguments<'_>| {
                Box::new(Activation { function: Function::$function, tokens: quote!($function) })
            },
        }
    };
}

pub(super) const KINDS: &[Kind] = &[
    plain!("Relu", Relu),
    Kind {
        name: "LeakyRelu",
        usage: "LeakyRelu(0.01)",
        stateless: true,
        read: |a| {
            let slope = a.first_real("slope", 0.01); // PyTorch's default
            a.check_real(&slope, "slope", Range::Finite, "the factor of numbers below 0");
            with_constant(slope, Function::LeakyRelu, quote!(LeakyRelu))
        },
    },
    Kind {
        name: "Elu",
        usage: "Elu(alpha = 1.0)",
        stateless: true,
        read: |a| {
            let alpha = a.first_real("alpha", 1.0); // PyTorch's default
            a.check_real(&alpha, "alpha", Range::Finite, "the distance of the lower limit from 0");
            with_constant(alpha, Function::Elu, quote!(Elu))
        },
    },
    Kind {
        name: "Gelu",
        usage: "Gelu(approximate = none)",
        stateless: true,
        read: |a| {
            let (function, tokens) = match a.word("approximate", &["none", "tanh"]) {
                Some("tanh") => (Function::GeluTanh, quote!(GeluTanh)),
                _ => (Function::Gelu, quote!(Gelu)),
            };
            Box::new(Activation { function, tokens })
        },
    },
    plain!("Silu", Silu),
    plain!("Sigmoid", Sigmoid),
    plain!("Tanh", Tanh),
    plain!("Softplus", Softplus),
    plain!("HardSwish", HardSwish),
];

/// `sigmoid(x)`
pub(super) fn sigmoid() -> Box<dyn Layer> {
    Box::new(Activation { function: Function::Sigmoid, tokens: quote!(Sigmoid) })
}

fn with_constant(real: Real, function: fn(f64) -> Function, name: TokenStream) -> Box<dyn Layer> {
    let value = &real.tokens;
    // A constant that only rustc knows may be of either sign; the input serves both.
    Box::new(Activation {
        function: function(real.value.unwrap_or(0.0)),
        tokens: quote!(#name(#value)),
    })
}

#[derive(Debug)]
pub(super) struct Activation {
    pub(super) function: Function,
    /// The variant, for rustc.
    pub(super) tokens: TokenStream,
}

impl Layer for Activation {
    fn resolve(&self, on: On<'_, Shape>) -> Geometry {
        let input = on.input();
        Geometry::Activation(self.function, input)
    }

    fn geometry(&self, plan: &TokenStream, _: On<'_, TokenStream>) -> TokenStream {
        let tokens = &self.tokens;
        quote!(#plan::Activation::#tokens)
    }

    fn lower(&self, b: &mut Builder<'_>, inputs: &[ValueId]) -> ValueId {
        let x = inputs[0];
        let y = b.output();
        b.call(&ACTIVATION, &[Some(x)], &[Some(y)]);
        y
    }

    fn ending(&self) -> Ending {
        if self.function == Function::Sigmoid { Ending::Sigmoid } else { Ending::Other }
    }
}

/// The call of an activation; fusion looks for it.
static ACTIVATION: Op = Op {
    id: OpId::Activation,
    interpret: |g, run| {
        let f = function(g);
        for (y, x) in run.outputs[0].iter_mut().zip(run.inputs[0]) {
            *y = value(&f, *x);
        }
    },
    gradient: Some(|node: &Node, g| {
        let d_y = g.d_output(0);
        let saved =
            if function(&node.geometry).saves_output() { node.outputs[0] } else { node.inputs[0] };
        if let Some(d_x) = g.d_input(0) {
            g.call(&ACTIVATION_GRAD, &[saved, Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static ACTIVATION_GRAD: Op = Op {
    id: OpId::ActivationGrad,
    interpret: |g, run| {
        let f = function(g);
        for (i, d_x) in run.outputs[0].iter_mut().enumerate() {
            *d_x = run.inputs[1][i] * derivative(&f, run.inputs[0][i]);
        }
    },
    gradient: None,
};

fn function(g: &Geometry) -> Function {
    let Geometry::Activation(f, _) = g else { unreachable!("geometry of another layer") };
    *f
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// √(2/π), of GELU's tanh form.
const ROOT_2_OVER_PI: f64 = 0.797_884_560_802_865_4;

fn value(f: &Function, x: f64) -> f64 {
    match *f {
        // Not `max`, which drops NaN: a network that diverges must say so.
        Function::Relu => {
            if x <= 0.0 {
                0.0
            } else {
                x
            }
        }
        Function::LeakyRelu(slope) => {
            if x > 0.0 {
                x
            } else {
                slope * x
            }
        }
        Function::Elu(alpha) => {
            if x > 0.0 {
                x
            } else {
                alpha * x.exp_m1()
            }
        }
        Function::Gelu => x * normal(x),
        Function::GeluTanh => {
            0.5 * x * (1.0 + (ROOT_2_OVER_PI * (x + 0.044_715 * x.powi(3))).tanh())
        }
        Function::Silu => x * logistic(x),
        Function::Sigmoid => logistic(x),
        Function::Tanh => x.tanh(),
        Function::Softplus => {
            if x > 20.0 {
                x
            } else {
                x.exp().ln_1p()
            }
        }
        Function::HardSwish => x * (x + 3.0).clamp(0.0, 6.0) / 6.0,
        other => elementwise::value(&other, x),
    }
}

/// The derivative, by the output where [`Function::saves_output`], else by the input.
fn derivative(f: &Function, saved: f64) -> f64 {
    let x = saved;
    match *f {
        Function::Relu => f64::from(u8::from(x > 0.0)),
        Function::LeakyRelu(slope) => {
            if x > 0.0 {
                1.0
            } else {
                slope
            }
        }
        Function::Elu(alpha) => {
            if x > 0.0 {
                1.0
            } else {
                alpha * x.exp()
            }
        }
        Function::Gelu => {
            normal(x) + x * (-0.5 * x * x).exp() / (2.0 * core::f64::consts::PI).sqrt()
        }
        Function::GeluTanh => {
            let t = (ROOT_2_OVER_PI * (x + 0.044_715 * x.powi(3))).tanh();
            let inner = ROOT_2_OVER_PI * (1.0 + 3.0 * 0.044_715 * x * x);
            0.5 * (1.0 + t) + 0.5 * x * (1.0 - t * t) * inner
        }
        Function::Silu => logistic(x) * (1.0 + x * (1.0 - logistic(x))),
        Function::Sigmoid => x * (1.0 - x),
        Function::Tanh => 1.0 - x * x,
        Function::Softplus => {
            if x > 20.0 {
                1.0
            } else {
                logistic(x)
            }
        }
        Function::HardSwish => {
            if x <= -3.0 {
                0.0
            } else if x < 3.0 {
                x / 3.0 + 0.5
            } else {
                1.0
            }
        }
        other => elementwise::derivative(&other, x),
    }
}

/// The normal distribution function, `(1 + erf(x / √2)) / 2`, by its series or continued fraction.
fn normal(x: f64) -> f64 {
    let density = (-0.5 * x * x).exp() / (2.0 * core::f64::consts::PI).sqrt();
    if x.abs() < 4.0 {
        let (mut term, mut sum, mut k) = (x, x, 1.0);
        while term.abs() > 1e-18 * sum.abs() {
            k += 2.0;
            term *= x * x / k;
            sum += term;
        }
        return 0.5 + density * sum;
    }
    let mut fraction = 0.0;
    for k in (1..200).rev() {
        fraction = f64::from(k) / (x.abs() + fraction);
    }
    let tail = density / (x.abs() + fraction);
    if x > 0.0 { 1.0 - tail } else { tail }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_normal_distribution_function_is_right() {
        // Abramowitz & Stegun, table 26.1
        for (x, expected) in [
            (0.0, 0.5),
            (1.0, 0.841_344_746_068_543),
            (-2.0, 0.022_750_131_948_179_2),
            (3.9, 0.999_951_903_655_982),
            (-4.5, 3.397_673_124_730_06e-6),
        ] {
            assert!(
                (normal(x) - expected).abs() < 1e-13 * expected.max(1e-3),
                "{x}: {}",
                normal(x)
            );
        }
    }
}

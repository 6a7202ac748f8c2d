//! Activations: one function of each element, one record a word. Functions that are no kind of layer: `elementwise.rs`.

use nnplan::{Activation as Function, Range, Shape};
use proc_macro2::TokenStream;
use quote::quote;

use super::arguments::Real;
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
    gradient: Some(|node: &Node, g| {
        let d_y = g.d_output(0);
        let saved =
            if function(&node.geometry).saves_output() { node.outputs[0] } else { node.inputs[0] };
        if let Some(d_x) = g.d_input(0) {
            g.call(&ACTIVATION_GRAD, &[saved, Some(d_y)], &[Some(d_x)]);
        }
    }),
};

static ACTIVATION_GRAD: Op = Op { id: OpId::ActivationGrad, gradient: None };

fn function(g: &Geometry) -> Function {
    let Geometry::Activation(f, _) = g else { unreachable!("geometry of another layer") };
    *f
}

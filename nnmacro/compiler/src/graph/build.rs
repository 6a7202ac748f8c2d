//! Builds graphs: layers add their calls here.

use nnplan::Shape;
use proc_macro2::TokenStream;
use quote::quote;

use super::{Graph, Node, Space, Value, ValueId};
use crate::network::Network;
use crate::ops::{Geometry, Op};

/// What a graph is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Running statistics, no dropout, nothing kept for a backward pass.
    Inference,
    /// Batch statistics, dropout, and what the backward pass reads.
    Training,
}

/// Adds the calls of one layer after another.
pub struct Builder<'a> {
    graph: Graph,
    network: &'a Network,
    mode: Mode,
    layer: usize,
    tensors: Vec<Option<ValueId>>,
}

impl<'a> Builder<'a> {
    /// The graph of `network` in `mode`, forward only.
    pub fn forward(network: &'a Network, mode: Mode) -> Graph {
        let mut b = Self {
            graph: Graph::default(),
            network,
            mode,
            layer: 0,
            tensors: vec![None; network.tensors.len()],
        };
        let mut x = b.value("input".to_owned(), Space::Input, network.input, quote!(__nn_S0.len()));
        b.graph.input = Some(x);
        for (i, layer) in network.layers.iter().enumerate() {
            b.layer = i;
            x = layer.op.lower(&mut b, x);
        }
        b.graph.output = Some(x);
        b.graph.forward = b.graph.nodes.len();
        b.graph
    }

    /// What the graph is for.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// The numbers of the layer that is being added.
    pub fn geometry(&self) -> Geometry {
        self.network.layers[self.layer].geometry
    }

    /// The constant that holds them in emitted code.
    pub fn geometry_name(&self) -> TokenStream {
        super::super::emit::geometry_name(self.layer)
    }

    /// The shape of `x`.
    pub fn shape(&self, x: ValueId) -> Shape {
        self.graph.value(x).shape
    }

    fn value(&mut self, name: String, space: Space, shape: Shape, len: TokenStream) -> ValueId {
        self.graph.values.push(Value { name, space, shape, len, view_of: None });
        ValueId(self.graph.values.len() - 1)
    }

    /// The layer's output: one block a sample, of the layer's output shape.
    pub fn output(&mut self) -> ValueId {
        let layer = &self.network.layers[self.layer];
        let shape = layer.geometry.output();
        let len = super::super::emit::shape_name(self.layer + 1);
        self.value(format!("{}_out", layer.name), Space::Sample, shape, quote!(#len.len()))
    }

    /// A further value of the layer: `conv1_SUFFIX`.
    pub fn extra(&mut self, suffix: &str, space: Space, shape: Shape, len: TokenStream) -> ValueId {
        let name = format!("{}_{suffix}", self.network.layers[self.layer].name);
        self.value(name, space, shape, len)
    }

    /// The layer's tensor called `suffix`; `None` if it has none.
    pub fn tensor(&mut self, suffix: &str) -> Option<ValueId> {
        let number = self.network.layers[self.layer]
            .tensors
            .clone()
            .find(|t| self.network.tensors[*t].tensor.suffix == suffix)?;
        if let Some(known) = self.tensors[number] {
            return Some(known);
        }
        let tensor = &self.network.tensors[number];
        let space =
            if tensor.tensor.buffer { Space::Buffer(number) } else { Space::Parameter(number) };
        let (shape, tokens) = (tensor.tensor.shape, &tensor.tensor.shape_tokens);
        let name = format!("{}_{suffix}", self.network.layers[self.layer].name);
        let value = self.value(name, space, shape, quote!(#tokens.len()));
        self.tensors[number] = Some(value);
        Some(value)
    }

    /// A call.
    pub fn call(
        &mut self,
        op: &'static Op,
        inputs: &[Option<ValueId>],
        outputs: &[Option<ValueId>],
    ) {
        self.graph.nodes.push(Node {
            op,
            layer: self.layer,
            geometry: self.geometry(),
            inputs: inputs.to_vec(),
            outputs: outputs.to_vec(),
        });
    }

    /// A call without memory of its own: the output is `x` under the layer's output shape.
    pub fn view(&mut self, op: &'static Op, x: ValueId) -> ValueId {
        let y = self.output();
        self.graph.values[y.0].view_of = Some(x);
        self.call(op, &[Some(x)], &[Some(y)]);
        y
    }
}

//! A network that has grown as text: its outputs, its layers, its body.

use nncompiler::infer::MOST;

use super::{Draft, Layer, Net, Parts};

impl Draft<'_> {
    /// The text, with all values that nothing reads as outputs, or under names that say so.
    pub(super) fn finish(mut self) -> Net {
        let is_bare = self.layers.is_empty();
        if is_bare && !self.operations.is_empty() && self.random.once_in(3) {
            self.traits.push("no layer");
        } else if is_bare {
            let x = self.pick(|d, i| d.takes("LayerNorm", i));
            let (kind, x) = match x {
                Some(x) => ("LayerNorm", x),
                None => ("Embedding", self.inputs[0]),
            };
            self.apply(kind, x);
        }
        let outputs = self.outputs();
        let outputs = self.at_the_border(outputs);
        let mut inputs = String::new();
        for i in &self.inputs {
            let value = &self.values[*i];
            let name = value.text.trim_start_matches('_');
            let name = if self.inputs.len() == 1 { "" } else { &format!(" {name}") };
            let range = value.limit.map(|n| format!(" in 0..{n}")).unwrap_or_default();
            inputs += &format!("input{name}: {:?}{range};\n", value.dims);
        }
        let (layers, train) = self.declared_layers();
        let names = |ids: &[usize]| {
            ids.iter().map(|i| self.values[*i].text.clone()).collect::<Vec<_>>().join(", ")
        };
        let mut body = format!("fn forward({}) {{\n", names(&self.inputs));
        for (ids, value) in &self.statements {
            let names = if ids.len() > 1 { format!("({})", names(ids)) } else { names(ids) };
            body += &format!("    let {names} = {value};\n");
        }
        let last =
            if outputs.len() > 1 { format!("({})", names(&outputs)) } else { names(&outputs) };
        body += &format!("    {last}\n}}\n");
        let parts = Parts { inputs, layers, train, body };
        Net {
            text: parts.text(),
            operations: self.operations,
            edges: self.edges,
            outputs: outputs.iter().map(|i| self.values[*i].dims.clone()).collect(),
            traits: self.traits,
            parts,
        }
    }

    /// The layers; some networks freeze some, or say which are trained.
    fn declared_layers(&mut self) -> (Vec<Layer>, Option<String>) {
        let freezes = self.random.once_in(10);
        let (mut layers, mut names) = (Vec::new(), Vec::new());
        for (i, layer) in self.layers.iter().enumerate() {
            layers.push(Layer {
                kind: layer.kind,
                item: layer.item.clone(),
                is_frozen: freezes && self.random.once_in(2),
                has_one_shape: layer.has_one_shape,
                input: layer.input.clone(),
                output: layer.output.clone(),
            });
            if self.random.once_in(2) {
                names.push(format!("l{i}"));
            }
        }
        let mut train = None;
        if freezes {
            self.traits.push("frozen layers");
        } else if !names.is_empty() && self.random.once_in(12) {
            let names = if self.random.once_in(2) { "biases".to_owned() } else { names.join(", ") };
            train = Some(names);
            self.traits.push("a choice of what is trained");
        }
        (layers, train)
    }

    /// The outputs. What nothing reads and is not an output gets a name with `_`.
    fn outputs(&mut self) -> Vec<usize> {
        let (mut outputs, last) = (Vec::new(), self.values.len() - 1);
        for i in 0..self.values.len() {
            let value = &mut self.values[i];
            if value.readers > 0 {
                continue;
            }
            let is_input = ["input", "integers"].contains(&value.made_by);
            if i != last && (is_input || value.is_named && self.random.once_in(4)) {
                value.text.insert(0, '_');
                self.traits.push("an unused name");
            } else {
                outputs.push(i);
            }
        }
        let read: Vec<usize> = (0..self.values.len())
            .filter(|i| {
                let v = &self.values[*i];
                v.readers > 0 && v.is_named && !v.is_gone && v.limit.is_none()
            })
            .collect();
        if !read.is_empty() && (outputs.is_empty() || self.random.once_in(5)) {
            let feature = self.random.one(&read);
            let is_input = self.inputs.contains(&feature);
            self.traits.push(if is_input { "an input as output" } else { "a feature as output" });
            outputs.insert(self.random.within(0, outputs.len()), feature);
        }
        let first = outputs[0];
        if self.values[first].is_named && self.random.once_in(12) {
            self.traits.push("one value as two outputs");
            outputs.push(first);
        }
        let counted = [(self.inputs.len(), "several inputs"), (outputs.len(), "several outputs")];
        self.traits.extend(counted.iter().filter(|(n, _)| *n > 1).map(|(_, what)| what));
        outputs
    }

    /// As many outputs as a network may have, of as many sizes.
    fn at_the_border(&mut self, outputs: Vec<usize>) -> Vec<usize> {
        let mut all = Vec::new();
        for x in outputs {
            let dims = self.values[x].dims.clone();
            all.push(match dims[..] {
                [ref first @ .., c, d] if first.len() > 1 => {
                    let text = self.read(x, "reshape", 2);
                    let dims = vec![first.iter().product(), c, d];
                    self.last("reshape", format!("reshape({text}, {dims:?})"), dims)
                }
                _ => x,
            });
        }
        while all.len() > MOST {
            let [a, b] = [all.pop(), all.pop()].map(|x| {
                let x = x.expect("an output");
                let (text, len) =
                    (self.read(x, "flatten", 2), self.values[x].dims.iter().product());
                self.last("flatten", format!("flatten({text})"), vec![len])
            });
            let len = self.values[a].dims[0] + self.values[b].dims[0];
            let (b, a) = (self.read(b, "concat", 2), self.read(a, "concat", 2));
            all.push(self.last("concat", format!("concat({b}, {a})"), vec![len]));
        }
        all
    }

    /// A value with a name of its own: the others are outputs.
    fn last(&mut self, operation: &'static str, text: String, dims: Vec<usize>) -> usize {
        self.operations.push(operation);
        let x = self.value(operation, text, dims, 0);
        self.named(x)
    }
}

impl Parts {
    fn text(&self) -> String {
        let mut text = format!("pub struct N;\n{}", self.inputs);
        for layer in &self.layers {
            text += if layer.is_frozen { "#[frozen] " } else { "" };
            text += &layer.item;
        }
        text += &self.train.iter().map(|t| format!("train: {t};\n")).collect::<String>();
        text + &self.body
    }
}

//! Every layer against PyTorch: outputs, gradients, running statistics, from
//! `tests/pytorch/layers.safetensors`.
#![cfg(feature = "std")]

mod common;
#[path = "pytorch/layers.rs"]
mod layers;

/// A new kind of layer needs a case. Dropout is random.
#[test]
fn every_kind_but_dropout_is_recorded() {
    let source = concat!(include_str!("pytorch/layers.rs"), include_str!("pytorch/embedding.rs"));
    for kind in nncompiler::ops::KINDS.iter().copied().flatten() {
        let name = kind.name;
        let written = [format!("] {name};"), format!("] {name}("), format!("layer: {name}(")];
        let is_there = written.iter().any(|text| source.contains(text));
        assert_eq!(is_there, name != "Dropout", "`{name}`");
    }
}

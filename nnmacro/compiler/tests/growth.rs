//! The expansion grows with the layers, and no faster: each family of networks at two sizes.

mod common;

use common::deep::FAMILIES;

/// Bytes of emitted text for a layer more, at most: 2 KB where sizes are literals, more where rustc has to check them.
fn most(family: &str) -> usize {
    match family {
        "generic" => 2600,
        "sizes of other items" => 3500,
        "networks" | "arrays of networks" => 4900,
        "an operation of one's own" => 4750,
        _ => 2048,
    }
}

#[test]
fn a_layer_more_takes_as_many_tokens_wherever_it_stands() {
    for (family, source) in FAMILIES {
        let bytes = |layers| {
            let tokens = source(layers).parse().expect("tokens");
            let text = nncompiler::compile(tokens).to_string();
            assert!(!text.contains("compile_error"), "{family} of {layers}: {}", &text[..400]);
            text.len()
        };
        let (small, large, largest) = (bytes(100), bytes(200), bytes(300));
        let (a, b) = ((large - small) / 100, (largest - large) / 100);
        println!("{family}: {a} and {b} bytes a layer");
        assert!(b <= most(family), "{family}: {b} bytes of tokens a layer");
        // Numbers become longer: 99, 100.
        assert!(b <= a + a / 20, "{family}: {a} bytes a layer, then {b}");
    }
}

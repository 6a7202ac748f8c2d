//! The expansion grows with the layers, and no faster: each family of networks at two sizes.

mod common;

use common::deep::FAMILIES;

/// Bytes of emitted text for a layer more, at most.
const MOST: usize = 2048;

#[test]
fn a_layer_more_takes_as_many_tokens_wherever_it_stands() {
    for (family, source) in FAMILIES {
        let bytes = |layers| {
            let tokens = source(layers).parse().expect("tokens");
            let t = std::time::Instant::now();
            let text = nncompiler::compile(tokens).to_string();
            if std::env::var("X").is_ok() {
                println!("{layers}: {:?}", t.elapsed());
            }
            assert!(!text.contains("compile_error"), "{family} of {layers}: {}", &text[..400]);
            text.len()
        };
        let (small, large, largest) = (bytes(100), bytes(200), bytes(300));
        let (a, b) = ((large - small) / 100, (largest - large) / 100);
        println!("{family}: {a} and {b} bytes a layer");
        if std::env::var("X").is_ok() {
            continue;
        }
        assert!(b <= MOST, "{family}: {b} bytes of tokens a layer");
        // Numbers become longer: 99, 100.
        assert!(b <= a + a / 20, "{family}: {a} bytes a layer, then {b}");
    }
}

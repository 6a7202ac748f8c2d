//! Files whose tensors are not the network's: all differences at once, with what may be meant.

use std::string::ToString;

use super::*;

/// A network of one linear layer; the error of loading a file of these F32 tensors into it.
fn error_of(tensors: &[(&str, &[usize])]) -> CheckpointError {
    error_renamed(tensors, &Rename::new())
}

fn error_renamed(tensors: &[(&str, &[usize])], rename: &Rename) -> CheckpointError {
    let network = [tensor("fc.weight", &[2, 3], 0), tensor("fc.bias", &[2], 6)];
    let bytes = zeros(tensors);
    let mut parameters = [7.0_f32; 8];
    let path = Path::new("in/memory");
    let error =
        load_on(&Memory(&bytes), path, &network, &mut parameters, &mut [], rename).unwrap_err();
    assert_eq!(parameters, [7.0; 8]);
    assert_manner(&error);
    error
}

#[test]
fn every_difference_is_told_in_one_error() {
    let error = error_of(&[("fc.bias", &[3]), ("head.scale", &[1, 2]), ("other", &[])]);
    let expected = "\
weight file `in/memory` does not fit the network in 4 tensors
  `fc.weight`: expected F32 [2, 3], found no such tensor
  `fc.bias`: expected F32 [2], found F32 [3]
  `head.scale`: expected no such tensor, found F32 [1, 2]
  `other`: expected no such tensor, found F32 []
  help: `checkpoint::peek` lists what the file holds; `Rename` maps its names";
    assert_eq!(error.to_string(), expected);
    let CheckpointError::Mismatch { differences, total, .. } = error else { panic!() };
    assert_eq!((differences.len(), total), (4, 4));
    assert_eq!(differences[0].found, None);
    assert_eq!(differences[1].found.as_deref(), Some("F32 [3]"));
}

#[test]
fn near_names_are_suggested() {
    let error = error_of(&[("fc.wieght", &[2, 3]), ("fc.bias", &[2])]);
    let expected = "\
weight file `in/memory` does not fit the network in 2 tensors
  `fc.weight`: expected F32 [2, 3], found no such tensor; is it the file's `fc.wieght`?
  `fc.wieght`: expected no such tensor, found F32 [2, 3]; did you mean `fc.weight`?
  help: if it is the same tensor, rename it while loading: \
`Rename::new().exact(\"fc.wieght\", \"fc.weight\")`";
    assert_eq!(error.to_string(), expected);
}

#[test]
fn a_common_prefix_is_suggested() {
    let text = error_of(&[("module.fc.weight", &[2, 3]), ("module.fc.bias", &[2])]).to_string();
    assert!(text.contains(r#"`Rename::new().prefix("module.", "")`"#), "{text}");

    let network = [tensor("net.fc.weight", &[1], 0), tensor("net.fc.bias", &[1], 1)];
    let bytes = zeros(&[("fc.weight", &[1]), ("fc.bias", &[1])]);
    let mut parameters = [0.0_f32; 2];
    let error = load_on(
        &Memory(&bytes),
        Path::new("in/memory"),
        &network,
        &mut parameters,
        &mut [],
        &Rename::new(),
    );
    let text = error.unwrap_err().to_string();
    assert!(text.contains(r#"`Rename::new().prefix("", "net.")`"#), "{text}");
}

#[test]
fn suggestions_are_rules_that_work() {
    let network = [tensor("fc.weight", &[2, 3], 0), tensor("fc.bias", &[2], 6)];
    let cases: [(Vec<u8>, Rename); 2] = [
        (
            zeros(&[("module.fc.weight", &[2, 3]), ("module.fc.bias", &[2])]),
            Rename::new().prefix("module.", ""),
        ),
        (
            zeros(&[("fc.wieght", &[2, 3]), ("fc.bias", &[2])]),
            Rename::new().exact("fc.wieght", "fc.weight"),
        ),
    ];
    for (bytes, rename) in cases {
        let mut parameters = [7.0_f32; 8];
        let path = Path::new("in/memory");
        load_on(&Memory(&bytes), path, &network, &mut parameters, &mut [], &rename).unwrap();
        assert_eq!(parameters, [0.0; 8]);
    }
}

#[test]
fn other_dtypes_are_differences() {
    let network = [tensor("a", &[4], 0)];
    for (dtype, bytes) in [("F16", 8), ("BF16", 8), ("I32", 16), ("U8", 4), ("C64", 32), ("X9", 5)]
    {
        let (json, len) = json_of(&[("a", dtype, &[4], bytes)]);
        let bytes = file(&json, &vec![0; len]);
        let path = Path::new("in/memory");
        let mut parameters = [7.0_f64; 4];
        let rename = Rename::new();
        let error = load_on(&Memory(&bytes), path, &network, &mut parameters, &mut [], &rename);
        let error = error.unwrap_err();
        let text = error.to_string();
        assert!(text.contains(&format!("`a`: expected F64 [4], found {dtype} [4]")), "{text}");
        assert!(text.contains("`tensor.double()`"), "{text}");
        assert_manner(&error);
        assert_eq!(parameters, [7.0; 4]);
    }
}

#[test]
fn long_lists_are_cut() {
    let names: Vec<String> = (0..100).map(|i| format!("layer{i}.scale")).collect();
    let tensors: Vec<(&str, &[usize])> =
        names.iter().map(|name| (name.as_str(), &[1_usize][..])).collect();
    let error = error_of(&tensors);
    let text = error.to_string();
    assert!(text.contains("in 102 tensors"), "{text}");
    assert!(text.contains("\n  … and 62 more\n"), "{text}");
    assert_eq!(text.lines().count(), 1 + 40 + 1 + 1);
}

#[test]
fn hostile_names_are_shown_short_and_tame() {
    let long = "x".repeat(100_000);
    let escape = "\\u001b[2J\\u0007\\n";
    let error = error_of(&[(&long, &[1]), (escape, &[1])]);
    let text = error.to_string();
    assert!(text.len() < 1000, "{}", text.len());
    assert!(text.contains("\\u{1b}[2J\\u{7}\\n"), "{text}");
}

/// Thousands of names, all similar: still an answer at once.
#[test]
fn many_similar_names_take_no_long_time() {
    let start = std::time::Instant::now();
    let names: Vec<String> =
        (0..50_000).map(|i| format!("{}fc.weigh{i}", "f".repeat(80))).collect();
    let tensors: Vec<(&str, &[usize])> =
        names.iter().map(|name| (name.as_str(), &[][..])).collect();
    error_of(&tensors);
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn batch_counters_are_passed_over() {
    let network = [tensor("bn.weight", &[1], 0)];
    let path = Path::new("in/memory");
    let load = |json: &(String, usize), rename: &Rename| {
        let mut parameters = [7.0_f32];
        let bytes = file(&json.0, &vec![0; json.1]);
        load_on(&Memory(&bytes), path, &network, &mut parameters, &mut [], rename)
            .map(|_| assert_eq!(parameters, [0.0]))
    };
    let with = |name, dtype, shape, len| {
        json_of(&[(name, dtype, shape, len), ("bn.weight", "F32", &[1], 4)])
    };
    for name in ["bn.num_batches_tracked", "num_batches_tracked", "a.b.num_batches_tracked"] {
        load(&with(name, "I64", &[], 8), &Rename::new()).unwrap();
    }
    load(&with("num_batches_tracked", "I64", &[1], 8), &Rename::new()).unwrap();
    // Two that are renamed to one are no matter.
    let two = json_of(&[
        ("a.num_batches_tracked", "I64", &[], 8),
        ("b.num_batches_tracked", "I64", &[], 8),
        ("a.weight", "F32", &[1], 4),
    ]);
    load(&two, &Rename::new().prefix("a.", "bn.").prefix("b.", "bn.")).unwrap();
    // Not what PyTorch writes.
    let error = load(&with("bn.num_batches_tracked", "I64", &[2], 16), &Rename::new()).unwrap_err();
    assert!(error.to_string().contains("expected no such tensor, found I64 [2]"), "{error}");
    let error = load(&with("my_num_batches_tracked", "I64", &[], 8), &Rename::new()).unwrap_err();
    assert!(matches!(error, CheckpointError::Mismatch { .. }), "{error}");
    // The last word is the format's own reader's: it knows no such dtype.
    let error = load(&with("num_batches_tracked", "NEW", &[], 8), &Rename::new()).unwrap_err();
    assert!(error.to_string().contains("a file that the safetensors crate reads"), "{error}");
    assert_manner(&error);
}

#[test]
fn two_tensors_of_one_name_are_an_error() {
    let rename = Rename::new().prefix("a.", "fc.").prefix("b.", "fc.");
    let error = error_renamed(&[("a.weight", &[2, 3]), ("b.weight", &[2, 3])], &rename);
    let text = error.to_string();
    assert!(text.contains("`fc.weight` for both `a.weight` and `b.weight`"), "{text}");
    let rename = Rename::new().exact("a", "fc.bias");
    let error = error_renamed(&[("fc.bias", &[2]), ("a", &[2])], &rename);
    assert!(matches!(error, CheckpointError::Rename { .. }), "{error}");
}

#[test]
fn keras_names_load_renamed() {
    let values = State::<f32>::numbered();
    let renamed = [
        tensor("dense.kernel", &[2, 3], 1),
        tensor("dense.shift", &[2], 9),
        TensorInfo { role: Role::RunningMean, ..tensor("norm_1.moving_mean", &[3], 0) },
        TensorInfo {
            role: Role::RunningVariance,
            ..tensor("norm_1.moving_variance", &[1, 1, 2], 4)
        },
    ];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("keras");
    save(&path, &renamed, &values.parameters, &values.buffers, &Metadata::new()).unwrap();
    let rename = Rename::new()
        .prefix("dense.", "fc.")
        .prefix("norm_1.", "bn.")
        .suffix(".kernel", ".weight")
        .suffix(".moving_mean", ".running_mean")
        .suffix(".moving_variance", ".running_var")
        .exact("dense.shift", "fc.bias");
    let (state, _) = load_small::<f32>(&std::fs::read(&path).unwrap(), &rename).unwrap();
    assert_eq!(state, values);
}

#[test]
fn rules_do_not_see_each_others_results() {
    let swap = Rename::new().exact("a", "b").exact("b", "a");
    assert_eq!((&*swap.apply("a"), &*swap.apply("b"), &*swap.apply("c")), ("b", "a", "c"));
    let shift = Rename::new().prefix("1.", "2.").prefix("2.", "3.");
    assert_eq!((&*shift.apply("1.x"), &*shift.apply("2.x")), ("2.x", "3.x"));
    let suffix = Rename::new().suffix(".a", ".b").suffix(".b", ".c");
    assert_eq!((&*suffix.apply("x.a"), &*suffix.apply("x.b")), ("x.b", "x.c"));
    let exact = Rename::new().prefix("m.", "").exact("m.a", "m.b");
    assert_eq!((&*exact.apply("m.a"), &*exact.apply("m.b")), ("m.b", "b"));
    let first = Rename::new().prefix("m.n.", "p.").prefix("m.", "");
    assert_eq!((&*first.apply("m.n.a"), &*first.apply("m.a")), ("p.a", "a"));
    let all = Rename::new().prefix("", "net.").suffix("", ".x");
    assert_eq!((&*all.apply(""), &*all.apply("ü")), ("net..x", "net.ü.x"));
    assert_eq!(Rename::new().apply("a"), "a");
}

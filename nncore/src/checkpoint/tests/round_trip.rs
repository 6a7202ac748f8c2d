//! What is saved is what is loaded; the files follow the format.

use std::borrow::ToOwned;
use std::collections::HashMap;
use std::println;

use safetensors::tensor::{Dtype, SafeTensors, TensorView};

use super::*;

#[test]
fn every_bit_comes_back() {
    fn check<T: Element>() {
        let bytes = saved::<T>(&Metadata::new());
        let (state, metadata) = load_small::<T>(&bytes, &Rename::new()).unwrap();
        assert_eq!(state, State::numbered());
        assert_eq!(metadata, Metadata::new());
    }
    check::<f32>();
    check::<f64>();
}

#[test]
fn special_numbers_keep_their_bits() {
    let bits = [
        0x8000_0000_u32, // -0
        0x7f80_0000,     // infinity
        0xff80_0000,     // -infinity
        0x7f80_0001,     // a signalling NaN
        0x7fc1_2345,     // a NaN with a payload
        0x0000_0001,     // the smallest subnormal
        0x7f7f_ffff,     // the largest number
    ];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("special");
    let tensors = [tensor("a", &[7], 0)];
    let values: Vec<f32> = bits.iter().map(|bits| f32::from_bits(*bits)).collect();
    save(&path, &tensors, &values, &[], &Metadata::new()).unwrap();
    let mut loaded = [0.0_f32; 7];
    load(&path, &tensors, &mut loaded, &mut [], &Rename::new()).unwrap();
    assert_eq!(loaded.map(f32::to_bits), bits);

    let wide: Vec<f64> =
        bits.iter().map(|bits| f64::from_bits(u64::from(*bits) << 32 | 5)).collect();
    save(&path, &tensors, &wide, &[], &Metadata::new()).unwrap();
    let mut loaded = [0.0_f64; 7];
    load(&path, &tensors, &mut loaded, &mut [], &Rename::new()).unwrap();
    assert_eq!(
        loaded.map(f64::to_bits).as_slice(),
        wide.iter().map(|x| x.to_bits()).collect::<Vec<_>>()
    );
}

#[test]
fn f32_files_load_into_f64_exactly_and_not_the_other_way() {
    let bytes = saved::<f32>(&Metadata::new());
    let (state, _) = load_small::<f64>(&bytes, &Rename::new()).unwrap();
    assert_eq!(state, State::numbered());

    let bytes = saved::<f64>(&Metadata::new());
    let error = load_small::<f32>(&bytes, &Rename::new()).unwrap_err();
    let text = format!("{error}");
    assert!(text.contains("in 4 tensors"), "{text}");
    assert!(text.contains("`fc.weight`: expected F32 [2, 3], found F64 [2, 3]"), "{text}");
    assert!(text.contains("help: convert the tensors to F32"), "{text}");
    assert_manner(&error);
}

#[test]
fn tensors_longer_than_a_chunk() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("long");
    for len in [CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK + 5] {
        let tensors = [tensor("a", &[len], 0), tensor("b", &[1], len)];
        let values: Vec<f32> = (0..=len).map(|i| i as f32).collect();
        save(&path, &tensors, &values, &[], &Metadata::new()).unwrap();
        let mut loaded = vec![0.0; len + 1];
        load(&path, &tensors, &mut loaded, &mut [], &Rename::new()).unwrap();
        assert_eq!(loaded, values);
    }
}

#[test]
fn no_tensors_and_empty_tensors() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("none");
    save::<f32>(&path, &[], &[], &[], &Metadata::new()).unwrap();
    load::<f32>(&path, &[], &mut [], &mut [], &Rename::new()).unwrap();
    let tensors = [tensor("a", &[0, 3], 0), tensor("b", &[1], 0), tensor("c", &[2, 0], 1)];
    save::<f32>(&path, &tensors, &[7.0], &[], &Metadata::new()).unwrap();
    let mut loaded = [0.0_f32];
    load(&path, &tensors, &mut loaded, &mut [], &Rename::new()).unwrap();
    assert_eq!(loaded, [7.0]);
}

/// The same bytes as the format's own writer, and readable by its reader.
#[test]
fn the_safetensors_crate_writes_and_reads_the_same() {
    let ours = saved::<f32>(&Metadata::new());
    let numbers = |start: usize, n: usize| -> Vec<u8> {
        (start..start + n).flat_map(|i| (i as f32 + 0.25).to_le_bytes()).collect()
    };
    let data = [numbers(0, 6), numbers(6, 2), numbers(8, 3), numbers(11, 2)];
    let shapes = [vec![2, 3], vec![2], vec![3], vec![1, 1, 2]];
    let views = small().into_iter().zip(shapes).zip(&data).map(|((info, shape), data)| {
        (info.name, TensorView::new(Dtype::F32, shape, data).unwrap())
    });
    // Sorted by name: bn.running_mean, bn.running_var, fc.bias, fc.weight.
    let order = [&data[2], &data[3], &data[1], &data[0]].map(|bytes| bytes.as_slice()).concat();
    let checksum = checksum::render(checksum::crc32(&order));
    let info = HashMap::from([("nncore.checksum".to_owned(), checksum)]);
    let theirs = safetensors::serialize(views, Some(info)).unwrap();
    assert_eq!(ours, theirs);

    let read = SafeTensors::deserialize(&ours).unwrap();
    assert_eq!(read.tensor("fc.weight").unwrap().shape(), [2, 3]);
    assert_eq!(read.tensor("bn.running_var").unwrap().data(), data[3]);
}

#[test]
fn files_without_metadata_load() {
    let entries: [(&str, &str, &[usize], usize); 4] = [
        ("fc.weight", "F32", &[2, 3], 24),
        ("fc.bias", "F32", &[2], 8),
        ("bn.running_mean", "F32", &[3], 12),
        ("bn.running_var", "F32", &[1, 1, 2], 8),
    ];
    let (json, len) = json_of(&entries);
    let data: Vec<u8> = (0..len / 4).flat_map(|i| (i as f32 + 0.25).to_le_bytes()).collect();
    // In the network's order here, not sorted: the order of a file is free.
    let (state, _) = load_small::<f32>(&file(&json, &data), &Rename::new()).unwrap();
    assert_eq!(state, State::numbered());
}

#[test]
fn the_same_state_gives_the_same_bytes() {
    let mut metadata = Metadata::new();
    for i in 0..50 {
        metadata.set(format!("key {i}"), format!("value {i}"));
    }
    let first = saved::<f32>(&metadata);
    for _ in 0..5 {
        assert_eq!(saved::<f32>(&metadata), first);
    }
}

#[test]
fn metadata_of_the_file_survive() {
    let mut metadata = Metadata::new();
    metadata.set("quote \" and \\ and \n and \u{1} and \u{7f}", "ü 日本 🦀 \t");
    metadata.set("", "");
    metadata.set("nncore.checksum", "of another file");
    let (_, loaded) = load_small::<f32>(&saved::<f32>(&metadata), &Rename::new()).unwrap();
    metadata.remove("nncore.checksum");
    assert_eq!(loaded, metadata);
    let (peeked, _) = peek_bytes(&saved::<f32>(&metadata)).unwrap();
    assert_eq!(peeked, metadata);
}

#[test]
fn headers_beyond_the_limit_are_not_written() {
    let folder = tempfile::tempdir().unwrap();
    let mut metadata = Metadata::new();
    metadata.set("long", "x".repeat(100_000_000));
    let path = folder.path().join("long");
    let error = save::<f32>(&path, &[], &[], &[], &metadata).unwrap_err();
    assert!(matches!(error, CheckpointError::HeaderTooLong { .. }), "{error}");
    assert_manner(&error);
    assert_eq!(listing(folder.path()).len(), 0);
}

#[test]
fn tensors_outside_their_buffers_are_refused() {
    let bytes = saved::<f32>(&Metadata::new());
    let cases: [(Vec<TensorInfo>, &str); 6] = [
        (vec![tensor("a", &[5], 0)], "within the 4 of the parameters"),
        (vec![tensor("a", &[1], 4)], "within the 4 of the parameters"),
        (vec![tensor("a", &[1], usize::MAX)], "within the 4 of the parameters"),
        (vec![tensor("a.running_mean", &[3], 0)], "within the 2 of the buffers"),
        (vec![tensor("a", &[1], 0), tensor("a", &[1], 1)], "a second `a`"),
        (vec![tensor("__metadata__", &[1], 0)], "the format keeps this one"),
    ];
    let folder = tempfile::tempdir().unwrap();
    for (tensors, fragment) in cases {
        let path = folder.path().join("never");
        let error = save(&path, &tensors, &[0.0_f32; 4], &[0.0; 2], &Metadata::new()).unwrap_err();
        assert!(format!("{error}").contains(fragment), "{error}");
        assert_manner(&error);
        let (mut parameters, mut buffers) = ([0.0_f32; 4], [0.0; 2]);
        let system = Memory(&bytes);
        load_on(&system, &path, &tensors, &mut parameters, &mut buffers, &Rename::new())
            .unwrap_err();
    }
    assert_eq!(listing(folder.path()).len(), 0);
}

/// A model made elsewhere, where there is one: `shared/models` beside or above the workspace.
#[test]
fn a_real_file_peeks() {
    let name = "shared/models/autoencoder-ad.safetensors";
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let Some(path) = here.ancestors().map(|folder| folder.join(name)).find(|path| path.exists())
    else {
        println!("skipped: {name} not found");
        return;
    };
    let (metadata, tensors) = peek(&path).unwrap();
    assert_eq!(metadata, Metadata::new());
    assert_eq!(tensors.len(), 9 * 4 + 10 * 2);
    let last = tensors.last().unwrap();
    assert_eq!(*last, ("dense_9.weight".to_owned(), "F32".to_owned(), vec![640, 128]));
    let numbers: usize = tensors.iter().map(|tensor| tensor.2.iter().product::<usize>()).sum();

    // Load it under other names, as the network for it would.
    let wanted: Vec<TensorInfo> = tensors
        .iter()
        .scan(0, |offset, (name, _, shape)| {
            let start = *offset;
            *offset += shape.iter().product::<usize>();
            let name = name.replace("batch_normalization", "norm").leak();
            let role = Role::Weight { fan_in: 1, fan_out: 1 };
            Some(TensorInfo {
                name,
                shape: Sizes::new(shape),
                offset: start,
                role,
                is_frozen: false,
            })
        })
        .collect();
    let rename = Rename::new().prefix("batch_normalization", "norm");
    let mut parameters = vec![f32::NAN; numbers];
    load(&path, &wanted, &mut parameters, &mut [], &rename).unwrap();
    assert!(parameters.iter().all(|value| value.is_finite()));
}

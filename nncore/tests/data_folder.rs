//! Folders of pictures by class.
#![cfg(feature = "data")]

mod damage;

use nncore::data::{self, DataError, Loader, Source, folder};
use std::fs;
use std::path::Path;

/// Writes files, making folders as needed.
fn write(dir: &Path, files: &[(&str, Vec<u8>)]) {
    for (name, bytes) in files {
        let path = dir.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn classes_without_a_test_set() {
    let dir = tempfile::tempdir().unwrap();
    let files = [
        ("dog/1.jpg", damage::jpeg(5, 6)),
        ("cat/b.PNG", damage::png(3, 4)),
        ("cat/a.jpeg", damage::png(7, 2)), // its contents decide
        ("cat/.hidden.png", b"no picture".to_vec()),
        ("cat/notes.txt", b"passed by".to_vec()),
        ("README.md", b"passed by".to_vec()),
    ];
    write(dir.path(), &files);
    let set = data::open(dir.path()).unwrap();
    assert_eq!(set.source, Source::Folder);
    assert!(set.test.is_none());
    assert_eq!(set.train.classes(), ["cat", "dog"]);
    assert_eq!(set.train.counts(), [2, 1]);
    assert_eq!(set.train.sizes(), ((3, 2), (7, 6)));
    let picture = set.train.picture(1);
    let interleaved: Vec<u8> = (0..36).map(|i| (i * 7) as u8).collect();
    let planes: Vec<u8> =
        (0..3).flat_map(|c| interleaved.iter().skip(c).step_by(3).copied()).collect();
    assert_eq!((picture.height, picture.width, picture.pixels), (3, 4, &planes[..]));

    let preprocessing = data::statistics(&set.train, 8, 8);
    let loader = Loader::new(set.train, preprocessing, 4, 1).in_order();
    let (mut images, mut labels) = (vec![f32::NAN; 4 * 3 * 64], [9; 4]);
    assert_eq!(loader.batches(0).next_into(&mut images, &mut labels), 3);
    assert_eq!(labels, [0, 0, 1, 9]);
    assert!(images[..3 * 3 * 64].iter().all(|x| x.is_finite()));
}

#[test]
fn training_and_test_folders() {
    for test_name in ["test", "val"] {
        let dir = tempfile::tempdir().unwrap();
        let in_test = format!("{test_name}/dog/1.png");
        let files = [
            ("train/dog/1.png", damage::png(2, 2)),
            ("train/cat/1.png", damage::png(2, 2)),
            ("train/emu/1.png", damage::png(2, 2)),
            (&in_test, damage::png(2, 2)),
        ];
        write(dir.path(), &files);
        let set = data::open(dir.path()).unwrap();
        let test = set.test.unwrap();
        assert_eq!(set.train.counts(), [1, 1, 1]);
        assert_eq!((test.counts(), test.label(0)), (vec![0, 1, 0], 1));
        assert_eq!(test.classes(), set.train.classes());
        // A class that the training set does not have.
        write(dir.path(), &[(&format!("{test_name}/fox/1.png"), damage::png(2, 2))]);
        let error = data::open(dir.path()).unwrap_err();
        assert!(matches!(error, DataError::Classes { .. }), "{error}");
        assert!(error.to_string().contains("fox"), "{error}");
    }
}

#[test]
fn what_a_folder_may_lack() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), &[("cat/1.png", damage::png(2, 2))]);
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Classes { .. }), "one class: {error}");

    fs::create_dir(dir.path().join("dog")).unwrap();
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Empty { .. }), "{error}");
    assert!(error.path().unwrap().ends_with("dog"), "{error}");

    write(dir.path(), &[("dog/1.webp", b"RIFF".to_vec())]);
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Format { .. }), "{error}");

    fs::remove_file(dir.path().join("dog/1.webp")).unwrap();
    write(dir.path(), &[("dog/1.png", b"no picture".to_vec())]);
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Picture { .. }), "{error}");
    assert!(error.path().unwrap().ends_with("dog/1.png"), "{error}");
}

#[test]
fn large_pictures_are_averaged_down() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("large.png");
    for (size, expected) in
        [((511, 600), (511, 600)), ((512, 700), (256, 350)), ((800, 1031), (266, 343))]
    {
        fs::write(&path, damage::png(size.0, size.1)).unwrap();
        let decoded = folder::decode(&path).unwrap();
        let picture = decoded.picture();
        assert_eq!((picture.height, picture.width), expected);
    }
}

#[test]
fn sides_have_a_limit() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("long.png");
    fs::write(&path, damage::png(1, folder::MAX_SIDE + 1)).unwrap();
    let error = folder::decode(&path).unwrap_err();
    assert!(matches!(error, DataError::Picture { .. }), "{error}");
}

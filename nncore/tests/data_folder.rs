//! Folders of pictures by class.
#![cfg(feature = "data")]

mod damage;

use nncore::data::{self, DataError, Loader, Remark, Source, folder};
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
        ("cat/Thumbs.db", b"passed by".to_vec()),
        ("README.md", b"passed by".to_vec()),
    ];
    write(dir.path(), &files);
    let set = data::open(dir.path()).unwrap();
    assert_eq!(set.source, Source::Folder);
    assert!(set.test.is_none());
    assert_eq!(set.remarks, []);
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
        let untested = Remark::Untested { classes: vec!["cat".into(), "emu".into()] };
        assert_eq!(set.remarks, [untested]);
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

#[test]
fn what_is_left_out_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let png = || damage::png(2, 2);
    let other = || b"not read".to_vec();
    let files = [
        ("train/cat/1.png", png()),
        ("train/cat/2.PGM", other()),
        ("train/cat/3.pgm", other()),
        ("train/cat/4.webp", other()),
        ("train/cat/notes.txt", other()),
        ("train/cat/LICENSE", other()),
        ("train/cat/more/1.png", png()),
        ("train/cat/.DS_Store", other()),
        ("train/cat/Thumbs.db", other()),
        ("train/cat/desktop.ini", other()),
        ("train/dog/1.JFIF", damage::jpeg(3, 3)),
        ("train/dog/2.jpe", damage::jpeg(3, 3)),
        ("train/dog/3.pgm", other()),
        ("train/loose.jpg", damage::jpeg(3, 3)),
        ("train/readme.txt", other()),
        ("test/cat/1.png", png()),
        ("test/dog/1.png", png()),
        ("test/dog/2.a\u{1b}b", other()),
    ];
    write(dir.path(), &files);
    let set = data::open(dir.path()).unwrap();
    assert_eq!(set.train.counts(), [1, 2]);
    let kinds = |kinds: &[(&str, usize)]| {
        kinds.iter().map(|&(kind, n)| (kind.to_string(), n)).collect::<Vec<_>>()
    };
    let train = kinds(&[
        (".pgm", 3),
        (".jpg beside the folders of the classes", 1),
        (".txt", 1),
        (".webp", 1),
        ("files without an extension", 1),
        ("folders", 1),
    ]);
    let test = kinds(&[(".a\u{1b}b", 1)]);
    let expected = [("train", train), ("test", test)]
        .map(|(part, kinds)| Remark::LeftOut { path: dir.path().join(part), kinds });
    assert_eq!(set.remarks, expected);
    let text = set.remarks[1].to_string();
    assert!(text.ends_with("left out 1 that are not PNG or JPEG: 1 .a\\u{1b}b"), "{text}");

    // A class with nothing else is an error.
    fs::remove_file(dir.path().join("train/cat/1.png")).unwrap();
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Format { .. }), "{error}");
    assert!(error.to_string().contains("found: 2 .pgm, 1 .txt, 1 .webp"), "{error}");
}

#[test]
fn composed_and_decomposed_names_are_one_class() {
    let dir = tempfile::tempdir().unwrap();
    let (composed, decomposed) = ("\u{c4}rger", "A\u{308}rger"); // Ärger
    let in_train = [format!("train/{decomposed}/1.png"), format!("train/{composed}/1.png")];
    let in_test = format!("test/{decomposed}/1.png");
    let files = [
        (&*in_train[0], damage::png(2, 2)),
        (&*in_train[1], damage::png(3, 3)),
        ("train/Z\u{fc}rich/1.png", damage::png(2, 2)),
        ("test/Zu\u{308}rich/1.png", damage::png(2, 2)),
        (&*in_test, damage::png(2, 2)),
    ];
    write(dir.path(), &files);
    let set = data::open(dir.path()).unwrap();
    // In the byte order of the composed names, which are shown.
    assert_eq!(set.train.classes(), ["Z\u{fc}rich", composed]);
    let same = fs::read_dir(dir.path().join("train")).unwrap().count() == 2;
    assert_eq!(set.train.counts(), [1, if same { 1 } else { 2 }]);
    assert_eq!(set.test.unwrap().counts(), [1, 1]);
    assert_eq!(set.remarks, []);
}

#[test]
fn an_observer_sees_every_picture() {
    let dir = tempfile::tempdir().unwrap();
    let names = ["train/a/1.png", "train/a/2.png", "train/b/1.png", "test/b/1.png", "test/b/x.gif"];
    write(dir.path(), &names.map(|name| (name, damage::png(2, 2))));
    let mut seen = Vec::new();
    data::open_with(dir.path(), |read| seen.push((read.done, read.total, read.unit))).unwrap();
    assert_eq!(seen, [1, 2, 3, 4].map(|done| (done, 4, "pictures")));
}

#[test]
fn idx_files_under_every_spelling() {
    let files = [
        ("train-images", "idx3-ubyte", damage::idx(&[2, 1, 1], &[1, 2])),
        ("train-labels", "idx1-ubyte", damage::idx(&[2], &[0, 1])),
    ];
    for joint in ["-", "."] {
        for zipped in [false, true] {
            let dir = tempfile::tempdir().unwrap();
            for (stem, kind, bytes) in &files {
                // As archives unpack: a folder of one spelling beside the file of the other.
                let other = if joint == "-" { "." } else { "-" };
                for end in ["", ".gz"] {
                    fs::create_dir(dir.path().join(format!("{stem}{other}{kind}{end}"))).unwrap();
                }
                let (end, bytes) =
                    if zipped { (".gz", damage::gzip(bytes)) } else { ("", bytes.clone()) };
                fs::write(dir.path().join(format!("{stem}{joint}{kind}{end}")), bytes).unwrap();
            }
            let mut seen = Vec::new();
            let set = data::open_with(dir.path(), |read| seen.push((read.done, read.total)));
            assert_eq!((set.unwrap().train.len(), seen), (2, vec![(1, 2), (2, 2)]));
        }
    }
    // Folders alone are no files.
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("train-images.idx3-ubyte")).unwrap();
    fs::write(dir.path().join("train-labels-idx1-ubyte"), &files[1].2).unwrap();
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Kind { .. }), "{error}");
}

//! The program `convnet`, run as users run it: on tiny sets, on damaged ones, and interrupted.

#[path = "convnet/data.rs"]
mod data;
#[path = "convnet/program.rs"]
mod program;

use std::fs;
use std::path::Path;

use program::{Convnet, Ended};

/// A training of a few seconds, even without optimisation.
const QUICK: [&str; 5] = ["--samples", "120", "--epochs", "2", "--quiet"];

/// The last two lines of the results, checked for their form.
#[track_caller]
fn last_lines(ended: &Ended) -> [&str; 2] {
    let lines: Vec<&str> = ended.stdout.lines().collect();
    let [.., loss, accuracy] = lines[..] else { panic!("two lines: {}", ended.stdout) };
    let number = loss.strip_prefix("test loss: ").expect(loss);
    assert!(number.parse::<f64>().is_ok_and(f64::is_finite), "{loss}");
    assert_eq!(number.split_once('.').map(|(_, digits)| digits.len()), Some(4), "{loss}");
    let percent = accuracy.strip_prefix("test accuracy: ").expect(accuracy);
    let percent = percent.strip_suffix(" %").expect(accuracy);
    assert!(percent.parse::<f64>().is_ok_and(|x| (0.0..=100.0).contains(&x)), "{accuracy}");
    assert_eq!(percent.split_once('.').map(|(_, digits)| digits.len()), Some(2), "{accuracy}");
    assert!(ended.stdout.ends_with(" %\n"), "{:?}", ended.stdout);
    [loss, accuracy]
}

#[test]
fn what_was_trained_can_be_tested_again() {
    let convnet = Convnet::new();
    let trained = convnet.run(&QUICK);
    trained.assert_done();
    assert_eq!(trained.stderr, "", "quiet");
    let results = last_lines(&trained);
    for text in [
        "epoch 1/2: training loss ",
        "; validation loss ",
        " (the lowest validation loss), saved to `convnet.safetensors`\n",
        "class               precision     recall         F1    support\n  0 disc ",
        "target \\ predicted ",
    ] {
        assert!(trained.stdout.contains(text), "no `{text}` in\n{}", trained.stdout);
    }
    assert_eq!(convnet.files(), ["convnet.safetensors"]);
    // The same test pictures, drawn again; the same numbers, also on other threads.
    let tested = convnet.run(&["eval", "--weights", "convnet.safetensors", "--threads", "1"]);
    tested.assert_done();
    assert_eq!(last_lines(&tested), results);
    assert!(trained.stdout.ends_with(&tested.stdout), "{}", tested.stdout);
}

/// The classes and percentages of a line of `predict`.
#[track_caller]
fn classes<'a>(line: &'a str, picture: &str) -> Vec<(&'a str, f64)> {
    let classes = line.strip_prefix(picture).and_then(|rest| rest.strip_prefix(": ")).expect(line);
    let class = |text: &'a str| {
        let (name, percent) = text.split_once(' ').expect(line);
        (name, percent.strip_suffix(" %").expect(line).parse().expect(line))
    };
    classes.split(", ").map(class).collect()
}

#[test]
fn names_what_pictures_show() {
    let convnet = Convnet::new();
    convnet.run(&QUICK).assert_done();
    fs::write(convnet.path("a.png"), data::png(80, 60)).unwrap();
    fs::write(convnet.path("b.jpg"), data::jpeg(20, 30)).unwrap();
    fs::write(convnet.path("c.png"), "no picture").unwrap();
    let options = ["predict", "--weights", "convnet.safetensors"];
    let predicted = convnet.run(&[&options[..], &["a.png", "b.jpg"]].concat());
    predicted.assert_done();
    let lines: Vec<&str> = predicted.stdout.lines().collect();
    assert_eq!(lines.len(), 2, "{}", predicted.stdout);
    for (line, picture) in lines.iter().zip(["a.png", "b.jpg"]) {
        let classes = classes(line, picture);
        assert_eq!(classes.len(), 3, "{line}");
        let names = nncore::data::synthetic::CLASSES;
        assert!(classes.iter().all(|(name, _)| names.contains(name)), "{line}");
        assert!(classes.is_sorted_by(|a, b| a.1 >= b.1) && classes[2].1 >= 0.0, "{line}");
        assert!(classes.iter().map(|class| class.1).sum::<f64>() <= 100.02, "{line}");
    }
    // A damaged picture spoils its own line only.
    let predicted = convnet.run(&[&options[..], &["c.png", "a.png", "none.png"]].concat());
    predicted.assert_failed(1, &["`c.png`: not a picture", "`none.png`: no such file"]);
    assert_eq!(predicted.stdout.trim_end(), lines[0]);
}

#[test]
fn the_same_for_any_number_of_threads() {
    let runs = ["1", "2", "3"].map(|threads| {
        let convnet = Convnet::new();
        let ended = convnet.run(&[&QUICK[..], &["--threads", threads]].concat());
        ended.assert_done();
        (ended.stdout, fs::read(convnet.path("convnet.safetensors")).unwrap())
    });
    assert_eq!(runs[0].0, runs[1].0);
    assert!(runs[0] == runs[1] && runs[0] == runs[2], "the weight files differ");
    // Another seed is another training.
    let other = Convnet::new().run(&[&QUICK[..], &["--seed", "2"]].concat());
    assert_ne!(other.stdout, runs[0].0);
}

#[test]
fn every_option_trains() {
    let convnet = Convnet::new();
    let base = ["train", "--samples", "60", "--epochs", "2", "--batch-size", "30", "--quiet"];
    for (options, recorded) in [
        (&["--optimizer", "adam", "--label-smoothing", "0.1"][..], "--optimizer adam --lr 0.001 "),
        (&["--optimizer", "adamw", "--schedule", "one-cycle"], "--weight-decay 0.01 "),
        (&["--optimizer", "rmsprop", "--momentum", "0.5"], " --momentum 0.5 "),
        (&["--schedule", "cosine", "--warm-up", "2"], "--schedule cosine --warm-up 2 "),
        (&["--schedule", "step", "--clip-norm", "1"], " --clip-norm 1 "),
        (&["--augment", "shift,flip,crop=6", "--strict"], " --augment shift=4,flip,crop=6 "),
        (&["--validation", "0", "--lr", "0.02", "--weight-decay", "1e-4"], "--validation 0 "),
    ] {
        let ended = convnet.run(&[&base[..], options].concat());
        ended.assert_done();
        last_lines(&ended);
        let path = convnet.path("convnet.safetensors");
        let (metadata, _) = nncore::checkpoint::peek(&path).unwrap();
        let told = metadata.get("training.options").unwrap();
        assert!(told.contains(recorded), "{told}");
        assert_eq!(ended.stdout.contains("validation loss"), options[0] != "--validation");
        // What is recorded can be pasted, and is the same training.
        let pasted: Vec<&str> = told.split(' ').chain(["--samples", "60", "--quiet"]).collect();
        assert_eq!(convnet.run(&pasted).stdout, ended.stdout, "{told}");
    }
}

#[test]
fn learns_a_folder() {
    let convnet = Convnet::new();
    data::folders(&convnet.path("set"), &[("dark", 20, 40), ("light", 20, 200)]);
    let options = ["--data", "set", "--epochs", "6", "--batch-size", "8", "--optimizer", "adam"];
    let ended = convnet.run(&options);
    ended.assert_done();
    assert_eq!(last_lines(&ended)[1], "test accuracy: 100.00 %");
    for text in ["8 of the 10 outputs stand for no class", "split off", "epoch 6/6", "images/s"] {
        assert!(ended.stderr.contains(text), "no `{text}` in\n{}", ended.stderr);
    }
    let eval = ["eval", "--weights", "convnet.safetensors", "--data", "set"];
    let tested = convnet.run(&eval);
    assert!(ended.stdout.ends_with(&tested.stdout), "the pictures split off: {}", tested.stdout);
    let all = convnet.run(&[&eval[..], &["--all"]].concat());
    assert!(all.stdout.contains("(40 of 40)"), "{}", all.stdout);
    // The generated pictures are of other classes.
    let ended = convnet.run(&eval[..3]);
    ended.assert_failed(1, &["trained on other classes", "expected: [\"dark\", \"light\"]"]);
}

#[test]
fn classes_without_pictures_and_files_that_are_left_out_are_told() {
    let convnet = Convnet::new();
    data::folders(
        &convnet.path("set/train"),
        &[("dark", 9, 40), ("grey", 9, 120), ("light", 9, 200)],
    );
    data::folders(&convnet.path("set/test"), &[("dark", 3, 40), ("light", 3, 200)]);
    fs::write(convnet.path("set/train/grey/a.pgm"), "P5 1 1 255 0").unwrap();
    fs::write(convnet.path("set/train/grey/b.PGM"), "P5 1 1 255 0").unwrap();
    let ended = convnet.run(&["--data", "set", "--epochs", "1", "--quiet"]);
    ended.assert_done();
    let untested = "no test pictures of `grey`: not tested";
    let left_out = "remark: `set/train`: left out 2 that are not PNG or JPEG: 2 .pgm\n";
    assert_eq!(ended.stderr, format!("remark: {untested}\n{left_out}"));
    assert!(ended.stdout.contains(&format!("\n{untested}\n")), "{}", ended.stdout);
    last_lines(&ended);
    let tested = convnet.run(&["eval", "--weights", "convnet.safetensors", "--data", "set"]);
    assert!(ended.stdout.ends_with(&tested.stdout), "{}", tested.stdout);
    assert!(tested.stderr.contains(untested), "{}", tested.stderr);
    // The other way round there is nothing to train on.
    data::folders(&convnet.path("set/test"), &[("white", 3, 230)]);
    assert_bad(&convnet, "set", &["other classes than expected", "found: `white`"]);
    // A class of one picture has none to be tested on.
    data::folders(&convnet.path("one"), &[("dark", 9, 40), ("light", 1, 200)]);
    let ended = convnet.run(&["--data", "one", "--epochs", "1", "--quiet"]);
    assert_eq!(ended.stderr, "remark: no test pictures of `light`: not tested\n");
}

#[test]
fn mnist_and_cifar10_are_read() {
    let convnet = Convnet::new();
    data::mnist(&convnet.path("mnist"), 60, 20);
    data::cifar10(&convnet.path("cifar"), 60, 20);
    for set in ["mnist", "cifar"] {
        let ended = convnet.run(&["--data", set, "--epochs", "1", "--out", "w"]);
        ended.assert_done();
        last_lines(&ended);
        assert!(ended.stderr.contains(": 50 training, 10 validation, 20 test"), "{}", ended.stderr);
        let tested = convnet.run(&["eval", "--weights", "w", "--data", set]);
        assert!(ended.stdout.ends_with(&tested.stdout), "{}", tested.stdout);
    }
}

/// A training on the set `name` fails with these texts, and leaves nothing behind.
#[track_caller]
fn assert_bad(convnet: &Convnet, name: &str, texts: &[&str]) {
    let ended = convnet.run(&["--data", name, "--quiet", "--out", "w"]);
    ended.assert_failed(1, texts);
    assert!(ended.stdout.is_empty() && !convnet.path("w").exists());
}

#[test]
fn damaged_idx_files_are_named() {
    let convnet = Convnet::new();
    let set = |name: &str| {
        let dir = convnet.path(name);
        data::mnist(&dir, 60, 20);
        dir
    };
    let (images, labels) = (data::TRAIN_IMAGES, data::TRAIN_LABELS);

    let dir = set("cut");
    let bytes = fs::read(dir.join(images)).unwrap();
    fs::write(dir.join(images), &bytes[..bytes.len() / 2]).unwrap();
    assert_bad(&convnet, "cut", &[images, "expected: ", "found: ", "help: "]);

    let dir = set("swapped");
    fs::copy(dir.join(labels), dir.join(images)).unwrap();
    assert_bad(&convnet, "swapped", &[images, "header at byte", "expected: ", "help: "]);

    let dir = set("label");
    let mut bytes = fs::read(dir.join(labels)).unwrap();
    bytes[8 + 7] = 200;
    fs::write(dir.join(labels), bytes).unwrap();
    let text = "label 200 out of range at picture 7 (byte 15)";
    assert_bad(&convnet, "label", &[labels, text, "help: "]);
}

#[test]
fn bad_folders_are_named() {
    let convnet = Convnet::new();
    let set = |name, classes: &[_]| data::folders(&convnet.path(name), classes);

    set("damaged", &[("a", 3, 10), ("b", 3, 20)]);
    fs::write(convnet.path("damaged/b/1.png"), "no picture").unwrap();
    let texts = ["1.png", "not a picture", "help: repair or remove the file"];
    assert_bad(&convnet, "damaged", &texts);

    set("empty", &[("a", 3, 10), ("b", 0, 20), ("c", 3, 30)]);
    assert_bad(&convnet, "empty", &["no pictures", "an empty folder"]);

    let classes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k"];
    set("eleven", &classes.map(|name| (name, 3, 10)));
    assert_bad(&convnet, "eleven", &["11 classes for a network of 10 outputs", "help: "]);

    set("few", &[("a", 1, 10), ("b", 1, 20)]);
    assert_bad(&convnet, "few", &["`few`: too few pictures", "1 of `a`, 1 of `b`"]);

    assert_bad(&convnet, "nowhere", &["`nowhere`: no such file or folder", "help: check the path"]);
}

#[test]
fn an_output_that_cannot_be_written_is_found_out_first() {
    let convnet = Convnet::new();
    fs::create_dir(convnet.path("folder")).unwrap();
    fs::write(convnet.path("kept"), "precious").unwrap();
    data::protect(&convnet.path("kept"));
    for (out, text) in [
        ("none/w", "help: make the folder first: `mkdir -p none`"),
        ("folder", "found: a folder"),
        ("kept", "found: a write-protected file"),
        ("kept/w", "help: a part of the path is a file"),
    ] {
        // Not even the data are looked at before.
        let ended = convnet.run(&["--data", "nowhere", "--out", out]);
        ended.assert_failed(1, &[out, text]);
        assert_eq!(ended.stdout, "");
    }
    assert_eq!(fs::read(convnet.path("kept")).unwrap(), b"precious");
}

#[test]
fn a_diverging_training_keeps_the_older_weights() {
    let convnet = Convnet::new();
    fs::write(convnet.path("w"), "older").unwrap();
    let options = ["--lr", "1e6", "--batch-size", "20", "--out", "w"];
    let ended = convnet.run(&[&QUICK[..], &options].concat());
    let texts = [
        "the training diverged at step ",
        " of epoch 1, at learning rate 1000000\n",
        "expected: a finite loss",
        "found: ",
        "`--lr 100000`",
        "nothing was saved; `w` is as it was",
    ];
    ended.assert_failed(3, &texts);
    assert_eq!(convnet.files(), ["w"]);
    assert_eq!(fs::read(convnet.path("w")).unwrap(), b"older");
}

#[test]
fn bad_weights_are_named() {
    let convnet = Convnet::new();
    let eval = ["eval", "--weights", "w"];
    convnet.run(&eval).assert_failed(1, &["weight file `w`", "help: check the path"]);
    fs::write(convnet.path("w"), "no weights").unwrap();
    convnet.run(&eval).assert_failed(1, &["`w` is not a weight file or a damaged one", "help: "]);

    let out = ["--validation", "0", "--out", "w"];
    convnet.run(&[&QUICK[..], &out].concat()).assert_done();
    let mut bytes = fs::read(convnet.path("w")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(convnet.path("w"), bytes).unwrap();
    convnet.run(&eval).assert_failed(1, &["the tensors of weight file `w` are damaged"]);
}

#[test]
fn wrong_usage_is_told() {
    let convnet = Convnet::new();
    for (arguments, text) in [
        (&["--epochs", "0"][..], "--epochs <N>"),
        (&["--batch-size", "0"], "--batch-size <N>"),
        (&["--lr", "-1"], "expected: a number above 0"),
        (&["--lr", "nan"], "expected: a number above 0"),
        (&["--momentum", "1"], "expected: a number from 0 to below 1"),
        (&["--validation", "0.95"], "expected: a number from 0 to 0.9"),
        (&["--optimizer", "sdg"], "possible values: sgd, adam, adamw, rmsprop"),
        (&["--optimizer", "adam", "--momentum", "0.9"], "no meaning for adam"),
        (&["--augment", "spin"], "expected: `shift`, `flip`, `crop`"),
        (&["--samples", "60", "--data", "set"], "cannot be used with"),
        (&["--samples", "60", "--epochs", "1", "--warm-up", "9"], "expected: below 1, the steps"),
        (&["--threads", "0"], "expected: a whole number from 1 to 1024"),
        (&["eval"], "--weights <FILE>"),
        (&["predict", "--weights", "w"], "<PICTURE>"),
        (&["evaluate"], "unrecognized subcommand 'evaluate'"),
    ] {
        let ended = convnet.run(arguments);
        ended.assert_failed(2, &["error: ", text]);
        assert_eq!(ended.stdout, "");
        // Where usage is shown, it is this program's.
        let usage = ended.stderr.split_once("Usage: ").map(|(_, usage)| usage);
        assert!(usage.is_none_or(|usage| usage.starts_with("convnet ")), "{}", ended.stderr);
    }
    assert!(convnet.files().is_empty(), "{:?}", convnet.files());
}

/// Writes the file anew with `UPDATE=1`.
#[test]
fn help_is_as_it_was() {
    let convnet = Convnet::new();
    let jobs = [vec!["--help"], vec!["eval", "--help"], vec!["predict", "--help"]];
    let texts = jobs.map(|arguments| {
        let ended = convnet.run(&arguments);
        ended.assert_done();
        assert!(ended.stdout.lines().all(|line| line.chars().count() <= 100), "{}", ended.stdout);
        format!("$ convnet {}\n{}", arguments.join(" "), ended.stdout)
    });
    let found = texts.join("\n");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/convnet/help.txt");
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    assert_eq!(found, expected, "`UPDATE=1 cargo test -p examples` writes the new text");
}

/// A training that goes on until it is ended, after its first epochs.
#[cfg(unix)]
fn endless(convnet: &Convnet) -> program::Running {
    let mut running = convnet.start(&["--samples", "60", "--epochs", "100000", "--quiet"]);
    running.read_line("epoch 2/");
    running
}

/// The weights that were saved can be used, and nothing else is left.
#[cfg(unix)]
fn assert_saved(convnet: &Convnet) {
    assert_eq!(convnet.files(), ["convnet.safetensors"]);
    let tested = convnet.run(&["eval", "--weights", "convnet.safetensors"]);
    tested.assert_done();
    last_lines(&tested);
}

#[cfg(unix)]
#[test]
fn signals_keep_the_finished_epochs() {
    for (signal, code, text) in [
        ("INT", 130, "interrupted: finishing the step"),
        ("TERM", 143, "asked to end: finishing the step"),
        ("HUP", 129, "asked to end: finishing the step"),
    ] {
        let convnet = Convnet::new();
        let running = endless(&convnet);
        running.signal(signal);
        let ended = running.wait();
        ended.assert_failed(code, &[text, "untested, saved to `convnet.safetensors`"]);
        assert_saved(&convnet);
    }
}

#[cfg(unix)]
#[test]
fn a_killed_training_leaves_its_best_weights() {
    let convnet = Convnet::new();
    let running = endless(&convnet);
    running.signal("KILL");
    assert_eq!(running.wait().code, None);
    // The kill may meet the writing of the next weights: their file has another name.
    let whole = |name: &String| !name.starts_with('.');
    assert_eq!(convnet.files().into_iter().filter(whole).count(), 1);
    convnet.run(&["eval", "--weights", "convnet.safetensors"]).assert_done();
}

/// The folder of the weight file goes away while it trains.
#[cfg(unix)]
#[test]
fn a_training_goes_on_where_saving_fails() {
    let convnet = Convnet::new();
    fs::create_dir(convnet.path("out")).unwrap();
    let options = ["--samples", "60", "--epochs", "100000", "--quiet"];
    // Without validation, each epoch is saved.
    let saved = ["--validation", "0", "--out", "out/w"];
    let mut running = convnet.start(&[&options[..], &saved].concat());
    running.read_line("epoch 1/");
    fs::rename(convnet.path("out"), convnet.path("gone")).unwrap();
    running.read_note("the training goes on");
    fs::create_dir(convnet.path("out")).unwrap();
    running.signal("INT");
    running.wait().assert_failed(130, &["untested, saved to `out/w`"]);
    convnet.run(&["eval", "--weights", "out/w"]).assert_done();
}

#[cfg(target_os = "linux")]
#[test]
fn nohup_is_respected() {
    let convnet = Convnet::new();
    let mut running = convnet.start_ignoring_hangups(&["--samples", "60", "--epochs", "2"]);
    running.read_line("epoch 1/");
    running.signal("HUP");
    running.wait().assert_done();
    assert_saved(&convnet);
}

#[cfg(unix)]
#[test]
fn signals_in_the_first_epoch_keep_nothing() {
    let convnet = Convnet::new();
    // An epoch is one step, of seconds.
    let options = ["--samples", "600", "--validation", "0", "--epochs", "9", "--batch-size", "600"];
    let mut running = convnet.start(&options);
    running.read_note("network: ");
    running.signal("INT");
    let ended = running.wait();
    ended.assert_failed(130, &["no epoch was finished: nothing was saved"]);

    // The second signal says with which code it ends, at once.
    for (first, second, code) in [("INT", "INT", 130), ("TERM", "TERM", 143), ("HUP", "TERM", 143)]
    {
        let mut running = convnet.start(&options);
        running.read_note("network: ");
        running.signal(first);
        running.read_note("quits at once");
        running.signal(second);
        let ended = running.wait();
        assert_eq!(ended.code, Some(code));
        assert!(!ended.stderr.contains("nothing was saved"), "the step went on: {}", ended.stderr);
    }
    assert!(convnet.files().is_empty(), "{:?}", convnet.files());
}

#[test]
fn devices_are_listed_and_a_missing_gpu_is_told() {
    let convnet = Convnet::new();
    let listed = convnet.run(&["--list-devices"]);
    listed.assert_done();
    assert!(listed.stdout.starts_with("cpu: threads: "), "{}", listed.stdout);
    assert!(listed.stdout.contains("no GPU: no NVIDIA driver"), "{}", listed.stdout);
    let texts = ["no NVIDIA driver", "/no/such/driver.so", "help: install the NVIDIA driver"];
    convnet.run(&["--device", "cuda", "--epochs", "1"]).assert_failed(1, &texts);
    convnet.run(&["--device", "gpu"]).assert_failed(2, &["expected: `cpu`, `cuda` or `cuda:N`"]);
    assert!(convnet.files().is_empty(), "{:?}", convnet.files());
}

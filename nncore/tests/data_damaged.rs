//! No file, however damaged, makes a reader panic, hang or allocate without bound.
#![cfg(feature = "data")]

#[path = "attack/count.rs"]
mod count;
mod damage;

use damage::Random;
use nncore::data::{self, DataError, cifar10, folder, idx};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Remembers the largest request, and for each thread how much it holds and held at most.
struct Watch;

static LARGEST: AtomicUsize = AtomicUsize::new(0);

thread_local! {
    static HELD: Cell<(isize, isize)> = const { Cell::new((0, 0)) };
}

fn note(asked: usize, freed: usize) {
    LARGEST.fetch_max(asked, Ordering::Relaxed);
    // At a thread's end there is nowhere to note it.
    let _ = HELD.try_with(|held| {
        let (now, most) = held.get();
        let now = now + asked as isize - freed as isize;
        held.set((now, most.max(now)));
    });
}

/// The most bytes that `f` holds at a time, beside those of before.
fn held_by(f: impl FnOnce()) -> usize {
    let before = HELD.get().0;
    HELD.set((before, before));
    f();
    (HELD.get().1 - before) as usize
}

// SAFETY: passes every call on to `System`, unchanged.
unsafe impl GlobalAlloc for Watch {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        note(layout.size(), 0);
        // SAFETY: our caller's promise.
        unsafe { System.alloc(layout) }
    }
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        note(layout.size(), 0);
        // SAFETY: our caller's promise.
        unsafe { System.alloc_zeroed(layout) }
    }
    unsafe fn realloc(&self, old: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        note(size, layout.size());
        // SAFETY: our caller's promise.
        unsafe { System.realloc(old, layout, size) }
    }
    unsafe fn dealloc(&self, old: *mut u8, layout: Layout) {
        note(0, layout.size());
        // SAFETY: our caller's promise.
        unsafe { System.dealloc(old, layout) }
    }
}

#[global_allocator]
static WATCH: Watch = Watch;

/// The only large things in this process are decoded pictures, which have a limit.
fn assert_bounded() {
    let largest = LARGEST.load(Ordering::Relaxed);
    assert!(largest <= folder::MAX_DECODED as usize, "{largest} bytes in one allocation");
}

/// The text names the file, and says what was expected and found.
fn assert_names(error: &DataError, path: &Path) {
    let text = error.to_string();
    let name = path.file_name().unwrap().to_str().unwrap();
    for word in [name, "expected: ", "found: "] {
        assert!(text.contains(word), "no `{word}` in:\n{text}");
    }
}

const IMAGES: &str = "train-images-idx3-ubyte";
const LABELS: &str = "train-labels-idx1-ubyte";

fn images() -> Vec<u8> {
    damage::idx(&[3, 2, 4], &(0..24).collect::<Vec<u8>>())
}

fn labels() -> Vec<u8> {
    damage::idx(&[3], &[9, 0, 5])
}

/// Reads a set of MNIST's format made of two files.
fn mnist(images: &[u8], labels: &[u8]) -> Result<data::DataSet, DataError> {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(IMAGES), images).unwrap();
    fs::write(dir.path().join(LABELS), labels).unwrap();
    data::open(dir.path())
}

#[test]
fn the_whole_files_are_read() {
    let set = mnist(&images(), &labels()).unwrap();
    assert_eq!(set.source, data::Source::Mnist);
    assert!(set.test.is_none());
    assert_eq!((set.train.len(), set.train.channels()), (3, 1));
    assert_eq!([0, 1, 2].map(|i| set.train.label(i)), [9, 0, 5]);
    let picture = set.train.picture(1);
    assert_eq!((picture.height, picture.width), (2, 4));
    assert_eq!(picture.pixels, (8..16).collect::<Vec<u8>>());
    let zipped = mnist(&damage::gzip(&images()), &damage::gzip(&labels())).unwrap();
    assert_eq!(zipped.train.picture(1), picture);
}

#[test]
fn idx_cut_at_every_length() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("cut-idx3-ubyte");
    for file in [images(), labels(), damage::gzip(&images()), damage::gzip(&labels())] {
        for length in 0..file.len() {
            fs::write(&path, &file[..length]).unwrap();
            assert_names(&idx::read(&path).expect_err(&format!("{length} bytes")), &path);
        }
        for more in [vec![0], vec![0x1f, 0x8b], file.clone()] {
            fs::write(&path, [&file[..], &more[..]].concat()).unwrap();
            assert_names(&idx::read(&path).unwrap_err(), &path);
        }
    }
    assert_bounded();
}

#[test]
fn cifar10_cut_at_every_length() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("data_batch_1.bin");
    let file = damage::cifar10(2);
    for length in 0..=file.len() {
        fs::write(&path, &file[..length]).unwrap();
        match cifar10::read(dir.path()) {
            Ok(set) => assert_eq!(set.train.len() * cifar10::RECORD, length),
            Err(error) => {
                assert!(length == 0 || !length.is_multiple_of(cifar10::RECORD));
                assert_names(&error, &path);
            }
        }
    }
}

#[test]
fn cifar10_labels_and_names() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("data_batch_3.bin");
    let mut file = damage::cifar10(4);
    fs::write(&path, &file).unwrap();
    assert_eq!(data::open(dir.path()).unwrap().train.classes()[3], "cat");
    file[2 * cifar10::RECORD] = 10;
    fs::write(&path, &file).unwrap();
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Label { row: 2, offset: 6146, found: 10, .. }), "{error}");
    fs::write(dir.path().join("batches.meta.txt"), "one\ntwo\n").unwrap();
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Classes { .. }), "{error}");
    fs::remove_file(path).unwrap();
    fs::remove_file(dir.path().join("batches.meta.txt")).unwrap();
    fs::write(dir.path().join("test_batch.bin"), damage::cifar10(1)).unwrap();
    let error = data::open(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Missing { .. }), "{error}");
}

#[test]
fn mnist_files_that_contradict_each_other() {
    let label_10 = damage::idx(&[3], &[9, 10, 5]);
    let error = mnist(&images(), &label_10).unwrap_err();
    assert!(matches!(error, DataError::Label { row: 1, offset: 9, found: 10, .. }), "{error}");
    let error = mnist(&images(), &damage::idx(&[2], &[9, 0])).unwrap_err();
    assert!(matches!(error, DataError::Counts { images: 3, labels: 2, .. }), "{error}");
    let error = mnist(&labels(), &images()).unwrap_err();
    assert!(error.to_string().contains("exchanged"), "{error}");
    for sizes in [[0, 2, 4], [3, 0, 4], [3, 2, 0]] {
        let labels = damage::idx(&[sizes[0]], &vec![0; sizes[0] as usize]);
        let error = mnist(&damage::idx(&sizes, &[]), &labels).unwrap_err();
        assert!(matches!(error, DataError::Empty { .. }), "{error}");
    }
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(IMAGES), images()).unwrap();
    let error = data::open(dir.path()).unwrap_err();
    assert_names(&error, &dir.path().join(LABELS));
}

#[test]
fn sizes_that_lie_are_found_out_before_memory_is_asked_for() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lie-idx3-ubyte");
    for sizes in [[u32::MAX; 4], [1 << 20, 1 << 10, 1 << 10, 1], [60_000, 28, 28, 1]] {
        for file in [damage::idx(&sizes, &[0; 9]), damage::gzip(&damage::idx(&sizes, &[0; 9]))] {
            fs::write(&path, file).unwrap();
            assert_names(&idx::read(&path).unwrap_err(), &path);
        }
    }
    // A bomb: the header promises little, 64 MiB follow.
    let mut bomb = damage::idx(&[4], &[1, 2, 3, 4]);
    bomb.resize(64 << 20, 0);
    fs::write(&path, damage::gzip(&bomb)).unwrap();
    let error = idx::read(&path).unwrap_err();
    assert!(matches!(error, DataError::Length { .. }), "{error}");
}

/// Damages a file in many ways, `times` or as often as asked for (see `attack.rs`); gives how often `read` reported it.
fn reported(
    file: &[u8],
    header: usize,
    times: u64,
    mut read: impl FnMut(&[u8]) -> Result<(), DataError>,
) -> usize {
    let damaged = |seed| damage::damage(file, header, &mut Random(seed));
    let errors = (0..count::rounds(times)).filter_map(|seed| read(&damaged(seed)).err());
    errors.inspect(|error| assert!(error.to_string().contains("found: "), "{error}")).count()
}

#[test]
fn a_thousand_damaged_idx_files() {
    let (whole_images, whole_labels) = (images(), labels());
    let of_images = |file: &[u8]| {
        mnist(file, &whole_labels).map(|set| {
            // Damage that only changes pixels leaves a set of the same size.
            assert_eq!((set.train.len(), set.train.picture(2).pixels.len()), (3, 8));
        })
    };
    let of_labels = |file: &[u8]| {
        mnist(&whole_images, file).map(|set| {
            assert!((0..3).all(|i| set.train.label(i) < 10));
        })
    };
    assert!(reported(&whole_images, 16, 250, of_images) > 150);
    assert!(reported(&whole_labels, 8, 250, of_labels) > 150);
    // Damage to the name or the time in gzip's header changes nothing that is read.
    assert!(reported(&damage::gzip(&whole_images), 10, 250, of_images) > 150);
    assert!(reported(&damage::gzip(&whole_labels), 10, 250, of_labels) > 150);
    assert_bounded();
}

#[test]
fn three_hundred_damaged_cifar10_files() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("data_batch_1.bin");
    let errors = reported(&damage::cifar10(2), 1, 300, |file| {
        fs::write(&path, file).unwrap();
        let set = cifar10::read(dir.path())?;
        assert!((0..set.train.len()).all(|i| set.train.label(i) < 10));
        Ok(())
    });
    assert!(errors > 100, "{errors}");
}

#[test]
fn six_hundred_damaged_pictures() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("damaged.png");
    for (file, header, least) in [(damage::png(9, 7), 33, 200), (damage::jpeg(9, 7), 600, 60)] {
        fs::write(&path, &file).unwrap();
        let whole = folder::decode(&path).unwrap();
        assert_eq!((whole.picture().height, whole.picture().width), (9, 7));
        let errors = reported(&file, header, 300, |file| {
            fs::write(&path, file).unwrap();
            let decoded = folder::decode(&path).inspect_err(|error| assert_names(error, &path))?;
            let picture = decoded.picture();
            assert_eq!(picture.pixels.len(), 3 * picture.height * picture.width);
            Ok(())
        });
        assert!(errors >= least, "{errors}");
        for length in 0..file.len() {
            fs::write(&path, &file[..length]).unwrap();
            let decoded = folder::decode(&path);
            // A PNG is whole without its last chunk, `IEND`, and a checksum before it.
            assert!(decoded.is_err() || (header == 33 && file.len() - length <= 16), "{length}");
        }
    }
    assert_bounded();
}

#[test]
fn what_is_no_file() {
    let dir = tempfile::tempdir().unwrap();
    let error = idx::read(dir.path()).unwrap_err();
    assert!(matches!(error, DataError::Kind { found: "a folder", .. }), "{error}");
    let error = folder::decode(dir.path().join("none.png")).unwrap_err();
    assert!(matches!(error, DataError::Missing { .. }), "{error}");
    #[cfg(unix)]
    {
        let error = idx::read("/dev/zero").unwrap_err();
        assert!(matches!(error, DataError::Kind { .. }), "{error}");
    }
}

/// A PNG of one grey level, whose pixels are nearly as small as they can be; some take no time to
/// write, so the data of a larger one may be missing.
fn png(width: u32, height: u32, bits: u8, color: u8, data: &[u8]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut header = width.to_be_bytes().to_vec();
    header.extend(height.to_be_bytes());
    header.extend([bits, color, 0, 0, 0]);
    for (kind, body) in [(b"IHDR", &header[..]), (b"IDAT", data), (b"IEND", &[])] {
        file.extend((body.len() as u32).to_be_bytes());
        let start = file.len();
        file.extend(kind);
        file.extend(body);
        let mut crc = flate2::Crc::new();
        crc.update(&file[start..]);
        file.extend(crc.sum().to_be_bytes());
    }
    file
}

fn deflated(bytes: usize) -> Vec<u8> {
    use std::io::Write;
    let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(&vec![0; bytes]).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn small_files_of_huge_pictures() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("bomb.png");
    // More pixels than are decoded: found out by the header.
    for (width, height, bits, color) in
        [(16384, 12288, 8, 0), (16384, 16384, 1, 0), (8192, 8193, 8, 2), (4096, 8192, 16, 6)]
    {
        fs::write(&path, png(width, height, bits, color, &deflated(1000))).unwrap();
        let held = held_by(|| {
            let error = folder::decode(&path).unwrap_err();
            assert!(matches!(error, DataError::TooLarge { .. }), "{width} x {height}: {error}");
            assert_names(&error, &path);
        });
        assert!(held < 1 << 20, "{width} x {height}: {held} bytes");
    }
    // Of what is decoded, one copy is held, and a strip of it as RGB.
    let (width, height) = (2048, 2048);
    fs::write(
        &path,
        png(width, height, 1, 0, &deflated((width / 8 + 1) as usize * height as usize)),
    )
    .unwrap();
    let held = held_by(|| {
        let decoded = folder::decode(&path).unwrap();
        assert_eq!((decoded.picture().height, decoded.picture().width), (256, 256));
    });
    let grey = (width * height) as usize;
    assert!(held < grey + (6 << 20), "{held} bytes for {grey}");
}

#[test]
fn a_jpeg_that_promises_more_than_it_holds() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("lie.jpg");
    let mut file = damage::jpeg(8, 8);
    let frame = file.windows(2).position(|pair| pair == [0xff, 0xc0]).unwrap();
    for (height, width) in [(16384_u16, 4095_u16), (4095, 16384), (9, 8), (8, 9), (16, 16)] {
        file[frame + 5..frame + 7].copy_from_slice(&height.to_be_bytes());
        file[frame + 7..frame + 9].copy_from_slice(&width.to_be_bytes());
        fs::write(&path, &file).unwrap();
        let held = held_by(|| {
            let error = folder::decode(&path).unwrap_err();
            assert!(matches!(error, DataError::Picture { .. }), "{height} x {width}: {error}");
            assert_names(&error, &path);
        });
        assert!(held < 1 << 20, "{height} x {width}: {held} bytes");
    }
}

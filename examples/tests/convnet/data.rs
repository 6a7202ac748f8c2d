//! Small data sets of every kind.

use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::{ImageFormat, Rgb, RgbImage};

pub(crate) const TRAIN_IMAGES: &str = "train-images-idx3-ubyte";
pub(crate) const TRAIN_LABELS: &str = "train-labels-idx1-ubyte";

fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn slope(height: u32, width: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| Rgb([x as u8, y as u8, (x * y) as u8]))
}

pub(crate) fn png(height: u32, width: u32) -> Vec<u8> {
    encoded(&slope(height, width), ImageFormat::Png)
}

pub(crate) fn jpeg(height: u32, width: u32) -> Vec<u8> {
    encoded(&slope(height, width), ImageFormat::Jpeg)
}

/// A folder of so many pictures of about one grey level for each (class, count, level).
pub(crate) fn folders(dir: &Path, classes: &[(&str, u8, u8)]) {
    for &(class, count, level) in classes {
        fs::create_dir_all(dir.join(class)).unwrap();
        for i in 0..count {
            let picture = RgbImage::from_pixel(16, 12, Rgb([level + i, level, level - i % 8]));
            let bytes = encoded(&picture, ImageFormat::Png);
            fs::write(dir.join(class).join(format!("{i}.png")), bytes).unwrap();
        }
    }
}

fn idx(sizes: &[u32], bytes: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, 8, sizes.len() as u8];
    sizes.iter().for_each(|size| file.extend(size.to_be_bytes()));
    file.extend(bytes);
    file
}

/// Training and test pictures under MNIST's names, the labels 0 to 9 in turn.
pub(crate) fn mnist(dir: &Path, train: usize, test: usize) {
    fs::create_dir(dir).unwrap();
    let names = [
        (TRAIN_IMAGES, TRAIN_LABELS, train),
        ("t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte", test),
    ];
    for (images, labels, n) in names {
        let pixels: Vec<u8> = (0..n * 28 * 28).map(|i| (i * 7) as u8).collect();
        let classes: Vec<u8> = (0..n).map(|i| (i % 10) as u8).collect();
        fs::write(dir.join(images), idx(&[n as u32, 28, 28], &pixels)).unwrap();
        fs::write(dir.join(labels), idx(&[n as u32], &classes)).unwrap();
    }
}

/// Training and test pictures under CIFAR-10's names, the labels 0 to 9 in turn.
pub(crate) fn cifar10(dir: &Path, train: usize, test: usize) {
    fs::create_dir(dir).unwrap();
    for (name, n) in [("data_batch_1.bin", train), ("test_batch.bin", test)] {
        let record =
            |i| std::iter::once((i % 10) as u8).chain((0..3072).map(move |p| (p * i) as u8));
        fs::write(dir.join(name), (0..n).flat_map(record).collect::<Vec<u8>>()).unwrap();
    }
}

/// Protects a file against writing.
pub(crate) fn protect(path: &Path) {
    let mut permissions = fs::metadata(path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(path, permissions).unwrap();
}

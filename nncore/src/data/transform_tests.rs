//! Tests of `transform`: hand-computed pictures.

use super::*;
use crate::data::Pictures;
use std::string::String;
use std::vec;

/// Leaves pixel values as they are: (p / 255 - 0) / (1 / 255).
fn plain(height: usize, width: usize) -> Preprocessing {
    Preprocessing { mean: [0.0; 3], std: [1.0 / 255.0; 3], height, width }
}

fn grey(height: usize, width: usize, pixels: &[u8]) -> Picture<'_> {
    Picture { channels: 1, height, width, pixels }
}

fn close(found: &[f32], expected: &[f32]) {
    assert_eq!(found.len(), expected.len());
    for (a, b) in found.iter().zip(expected) {
        assert!((a - b).abs() < 1e-4, "{found:?}\n{expected:?}");
    }
}

/// The first channel of the input of a grey picture.
fn resized(picture: Picture<'_>, height: usize, width: usize) -> Vec<f32> {
    let mut out = vec![f32::NAN; 3 * height * width];
    plain(height, width).apply(picture, &mut out);
    let n = height * width;
    assert!(out[..n] == out[n..2 * n] && out[..n] == out[2 * n..], "grey in all channels");
    out.truncate(n);
    out
}

#[test]
fn twice_as_wide() {
    // Centres at -0.25, 0.25, 0.75, 1.25, the outer two clamped:
    // torch.nn.functional.interpolate(torch.tensor([[[0., 100.]]]), scale_factor=2,
    //     mode="linear", align_corners=False) is [0, 25, 75, 100].
    close(&resized(grey(1, 2, &[0, 100]), 1, 4), &[0.0, 25.0, 75.0, 100.0]);
    close(&resized(grey(2, 1, &[0, 100]), 4, 1), &[0.0, 25.0, 75.0, 100.0]);
}

#[test]
fn both_axes() {
    // 2 x 2 to 3 x 3: centres at -1/6 (clamped to 0), 1/2, 7/6 (clamped to 1).
    let expected = [0.0, 30.0, 60.0, 60.0, 90.0, 120.0, 120.0, 150.0, 180.0];
    close(&resized(grey(2, 2, &[0, 60, 120, 180]), 3, 3), &expected);
}

#[test]
fn smaller_takes_the_two_nearest_without_antialiasing() {
    // 5 to 2: centres at 0.75 and 3.25.
    close(&resized(grey(1, 5, &[0, 100, 7, 40, 80]), 1, 2), &[75.0, 50.0]);
    // 4 to 1: centre at 1.5.
    close(&resized(grey(1, 4, &[9, 100, 50, 9]), 1, 1), &[75.0]);
}

#[test]
fn one_pixel_fills_everything() {
    close(&resized(grey(1, 1, &[42]), 3, 5), &[42.0; 15]);
}

#[test]
fn equal_sizes_copy() {
    let pixels: Vec<u8> = (0..35).map(|i| i * 7).collect();
    let expected: Vec<f32> = pixels.iter().map(|&p| p.into()).collect();
    close(&resized(grey(5, 7, &pixels), 5, 7), &expected);
}

#[test]
fn standardises_each_channel() {
    let pixels = [0, 255, 51, 102, 255, 0];
    let picture = Picture { channels: 3, height: 1, width: 2, pixels: &pixels };
    let preprocessing =
        Preprocessing { mean: [0.5, 0.2, 0.0], std: [0.5, 0.1, 2.0], height: 1, width: 2 };
    let mut out = [f32::NAN; 6];
    preprocessing.apply(picture, &mut out);
    close(&out, &[-1.0, 1.0, 0.0, 2.0, 0.5, 0.0]);
}

#[test]
fn statistics_by_hand() {
    // Two pictures of 1 x 2: red 0, 255 | 0, 255; green constant; blue 0, 0 | 255, 255.
    let pixels = vec![0, 255, 51, 51, 0, 0, 0, 255, 51, 51, 255, 255];
    let names = vec![String::from("a")];
    let set = Pictures::new(3, 1, 2, pixels, &[0, 0], names).unwrap();
    let found = statistics(&set, 56, 48);
    close(&found.mean, &[0.5, 0.2, 0.5]);
    close(&found.std, &[0.5, 1.0, 0.5]);
    assert_eq!((found.height, found.width, found.len()), (56, 48, 3 * 56 * 48));
}

#[test]
fn standardised_training_sets_have_mean_0_and_deviation_1() {
    let set = crate::data::synthetic::pictures(5, 40);
    let preprocessing = statistics(&set, 56, 56);
    let (mut sum, mut squares) = ([0.0f64; 3], [0.0f64; 3]);
    let mut out = vec![0.0; preprocessing.len()];
    for i in 0..set.len() {
        preprocessing.apply(set.picture(i), &mut out);
        for (c, plane) in out.chunks_exact(56 * 56).enumerate() {
            sum[c] += plane.iter().map(|&x| f64::from(x)).sum::<f64>();
            squares[c] += plane.iter().map(|&x| f64::from(x) * f64::from(x)).sum::<f64>();
        }
    }
    let n = (40 * 56 * 56) as f64;
    for c in 0..3 {
        assert!((sum[c] / n).abs() < 1e-5 && (squares[c] / n - 1.0).abs() < 1e-5, "channel {c}");
    }
}

/// The first channel under a view.
fn viewed(pixels: &[u8], side: usize, view: &View) -> Vec<f32> {
    let mut out = vec![f32::NAN; 3 * side * side];
    // A mean of 10, to tell fill (0 after standardising) from black.
    let preprocessing = Preprocessing { mean: [10.0 / 255.0; 3], ..plain(side, side) };
    preprocessing.apply_view(grey(side, side, pixels), view, &mut out);
    out.truncate(side * side);
    out
}

#[test]
fn shifts_and_mirrors() {
    let pixels = [11, 12, 13, 14, 15, 16, 17, 18, 19];
    let mut view = View::WHOLE;
    view.columns.shift = 1;
    close(&viewed(&pixels, 3, &view), &[0.0, 1.0, 2.0, 0.0, 4.0, 5.0, 0.0, 7.0, 8.0]);
    view.columns.mirror = true;
    close(&viewed(&pixels, 3, &view), &[0.0, 3.0, 2.0, 0.0, 6.0, 5.0, 0.0, 9.0, 8.0]);
    view.columns.shift = -1;
    close(&viewed(&pixels, 3, &view), &[2.0, 1.0, 0.0, 5.0, 4.0, 0.0, 8.0, 7.0, 0.0]);
    view = View::WHOLE;
    view.rows.shift = -2;
    close(&viewed(&pixels, 3, &view), &[7.0, 8.0, 9.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
    view.rows.shift = 9;
    close(&viewed(&pixels, 3, &view), &[0.0; 9]);
}

#[test]
fn resampling_and_copying_agree_under_every_view() {
    let pixels: Vec<u8> = (0..64).map(|i| (i * 37 % 251) as u8).collect();
    for (dy, dx) in [(0, 0), (3, -2), (-8, 1), (0, 8), (-20, 20)] {
        for mirror in [false, true] {
            let mut view = View::WHOLE;
            (view.rows.shift, view.columns.shift, view.columns.mirror) = (dy, dx, mirror);
            let copied = viewed(&pixels, 8, &view);
            // All but 2^-23 of the window, so that it takes the general way; neighbours
            // differ by at most 251, and no centre moves by more than 2^-20.
            view.rows.part = 1.0 - f32::EPSILON;
            let resampled = viewed(&pixels, 8, &view);
            assert!(copied.iter().zip(&resampled).all(|(a, b)| (a - b).abs() < 1e-3));
        }
    }
}

#[test]
fn crops_enlarge_a_window() {
    // The right half of 0, 100, 50, 200, enlarged to 4: centres at 1.75, 2.25, 2.75, 3.25.
    let axis = Axis::new(4, 4, Stretch { start: 0.5, part: 0.5, mirror: false, shift: 0 });
    let at: Vec<f32> = axis.taps().iter().map(|tap| tap.low as f32 + tap.weight).collect();
    close(&at, &[1.75, 2.25, 2.75, 3.0]);
}

#[test]
fn drawn_views_stay_in_bounds() {
    let augment = Augment { shift: 3, flip: true, crop: 5 };
    let (mut mirrored, mut shifts) = (0, [0; 7]);
    for key in 0..1000 {
        let view = View::draw(augment, 20, 30, key);
        for axis in [view.rows, view.columns] {
            assert!(axis.part >= 0.75 && axis.start >= 0.0 && axis.start + axis.part <= 1.0001);
            shifts[(axis.shift + 3) as usize] += 1;
        }
        assert!(!view.rows.mirror);
        mirrored += usize::from(view.columns.mirror);
    }
    assert!((400..600).contains(&mirrored));
    assert!(shifts.iter().all(|&n| n > 200), "{shifts:?}");
}

#[test]
fn extreme_augmentation_stays_finite() {
    let pixels = [200; 6];
    let mut out = [f32::NAN; 27];
    for key in 0..200 {
        let augment = Augment { shift: 50, flip: true, crop: 1000 };
        plain(3, 3).apply_augmented(grey(2, 3, &pixels), augment, key, &mut out);
        assert!(out.iter().all(|x| (0.0..=200.01).contains(x)));
    }
}

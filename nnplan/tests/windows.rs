//! Windows against brute force: every position of a kernel on a padded line is tried.

use nnplan::{Padding, Pool2d, Pool2dArgs, Shape, UNKNOWN, Window};

/// Where windows of a kernel start on a line of `padded` rows.
fn starts(padded: usize, kernel: usize, stride: usize, dilation: usize) -> Vec<usize> {
    let fits = |start: usize| (0..kernel).all(|k| start + k * dilation < padded);
    (0..padded).step_by(stride).filter(|s| fits(*s)).collect()
}

fn each(mut f: impl FnMut(usize, usize, usize, usize)) {
    for input in 1..=9 {
        for kernel in 1..=5 {
            for stride in 1..=4 {
                for dilation in 1..=5 {
                    f(input, kernel, stride, dilation);
                }
            }
        }
    }
}

fn check(w: &Window) {
    let padded = w.input + w.before + w.after;
    assert_eq!(w.padded(), padded);
    let starts = starts(padded, w.kernel, w.stride, w.dilation);
    let output = if starts.is_empty() { UNKNOWN } else { starts.len() };
    assert_eq!(w.output, output, "{w:?}");
    assert_eq!(w.span(), (0..w.kernel).map(|k| k * w.dilation).max().unwrap() + 1);
    let is_inside = |row: &usize| (w.before..w.before + w.input).contains(row);
    // Rows behind the end of the last window: holes within windows are no loss.
    let end = starts.last().map_or(padded, |s| s + w.span());
    let lost = (end..padded).filter(is_inside).count();
    assert_eq!(w.dropped(), lost, "{w:?}");
    let half = w.before <= w.kernel / 2 && w.after <= w.kernel / 2;
    if half && !starts.is_empty() {
        let empty = |s: &usize| !(0..w.kernel).any(|k| is_inside(&(s + k * w.dilation)));
        assert_eq!(w.misses(), starts.iter().any(empty), "{w:?}");
    }
}

#[test]
fn explicit_padding_is_as_brute_force_has_it() {
    each(|input, kernel, stride, dilation| {
        for before in 0..=3 {
            for after in 0..=3 {
                let w = |axis, padding| {
                    let padding = Padding::Explicit(padding);
                    Window::new(axis, input, kernel, stride, dilation, padding)
                };
                check(&w(0, [before, after, 9, 9]));
                check(&w(1, [9, 9, before, after]));
            }
        }
    });
}

#[test]
fn same_keeps_the_ceiling_and_pads_the_end_more() {
    each(|input, kernel, stride, dilation| {
        let w = Window::new(0, input, kernel, stride, dilation, Padding::Same);
        assert_eq!(w.output, input.div_ceil(stride), "{w:?}");
        assert!(w.after == w.before || w.after == w.before + 1, "{w:?}");
        // No padding is wasted: with a row less one output would be lost.
        if w.before + w.after > 0 {
            let less = starts(w.padded() - 1, kernel, stride, dilation).len();
            assert_eq!(less, w.output - 1, "{w:?}");
        }
        let starts = starts(w.padded(), kernel, stride, dilation);
        let inside = |row: usize| (w.before..w.before + input).contains(&row);
        let empty = |s: &usize| !(0..kernel).any(|k| inside(s + k * dilation));
        assert_eq!(w.misses(), starts.iter().any(empty), "{w:?}");
    });
}

#[test]
fn unknown_numbers_pass_through() {
    for at in 0..4 {
        let mut n = [8, 3, 2, 1];
        n[at] = UNKNOWN;
        for padding in [Padding::Explicit([1; 4]), Padding::Same] {
            let w = Window::new(0, n[0], n[1], n[2], n[3], padding);
            assert_eq!((w.output, w.dropped(), w.misses()), (UNKNOWN, 0, false), "{w:?}");
        }
    }
    let w = Window::new(0, 8, 3, 1, 1, Padding::Explicit([UNKNOWN, 1, 0, 0]));
    assert_eq!(w.output, UNKNOWN);
    for (kernel, stride) in [(0, 1), (3, 0)] {
        let w = Window::new(0, 8, kernel, stride, 1, Padding::Same);
        assert_eq!(w.output, UNKNOWN, "a fault, not a panic");
    }
    let huge = Window::new(0, 8, usize::MAX - 1, 1, usize::MAX - 1, Padding::Same);
    assert_eq!(huge.output, UNKNOWN);
}

#[test]
fn a_pool_without_stride_steps_by_its_window() {
    let args = Pool2dArgs {
        kernel: Some([2, 3]),
        stride: None,
        padding: Padding::Explicit([0; 4]),
        dilation: [1, 1],
        count_include_pad: true,
    };
    let pool = Pool2d::new(Shape::new(&[4, 6, 9]), args);
    assert_eq!((pool.vertical.stride, pool.horizontal.stride), (2, 3));
    assert_eq!(pool.output(), Shape::new(&[4, 3, 3]));
    let global = Pool2d::new(Shape::new(&[4, 6, 9]), Pool2dArgs { kernel: None, ..args });
    assert_eq!(global.output(), Shape::new(&[4, 1, 1]));
    assert_eq!((global.index_bytes(), global.index_len()), (1, 4));
    let large = Pool2d::new(Shape::new(&[1, 20, 20]), Pool2dArgs { kernel: None, ..args });
    assert_eq!((large.index_bytes(), large.index_len()), (2, 2));
}

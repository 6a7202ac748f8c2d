use std::format;
use std::vec;
use std::vec::Vec;

use super::*;
use crate::kernels::Write;
use crate::kernels::fixture::{Guarded, Numbers};

/// A small image with padding, as taps of a 3 × 3 kernel over tight planes, and what each of them reaches.
struct Image {
    height: usize,
    width: usize,
}

impl Image {
    fn taps(&self) -> Vec<Tap> {
        let moved = |tap: usize| {
            let (p, q) = (tap as i32 / 3 - 1, tap as i32 % 3 - 1);
            p * self.width as i32 + q
        };
        (0..9).map(|tap| [tap as u32, moved(tap) as u32]).collect()
    }

    fn inside(&self, tap: usize) -> Inside {
        let axis = |at: usize, len: usize| match at {
            0 => 1..len.max(1),
            1 => 0..len,
            _ => 0..len - 1,
        };
        Inside { rows: axis(tap / 3, self.height), columns: axis(tap % 3, self.width) }
    }

    fn columns(&self) -> usize {
        self.height * self.width
    }

    /// The element that a tap brings to a column, if it reaches it.
    fn element(&self, tap: usize, column: usize) -> Option<usize> {
        let (row, at) = (column / self.width, column % self.width);
        let Inside { rows, columns } = self.inside(tap);
        let moved = self.taps()[tap][1] as i32 as isize;
        (rows.contains(&row) && columns.contains(&at)).then(|| (column as isize + moved) as usize)
    }
}

/// Widths around the vectors of both instruction sets.
const IMAGES: [[usize; 2]; 9] =
    [[1, 1], [2, 3], [1, 16], [4, 4], [3, 11], [5, 7], [8, 8], [2, 49], [9, 15]];

fn machines() -> Vec<Machine> {
    let all: Vec<Machine> = Machine::all().collect();
    if all.is_empty() {
        std::eprintln!("*** this machine has none of the instruction sets; nothing is checked");
    }
    all
}

#[test]
fn products() {
    let mut numbers = Numbers::new(1);
    for [height, width] in IMAGES {
        let image = Image { height, width };
        let (list, plane) = (image.taps(), image.columns());
        for (rows, groups, channels) in
            [(1, 1, 1), (2, 3, 1), (3, 1, 2), (4, 2, 2), (13, 1, 3), (8, 1, 0)]
        {
            let a: Vec<f32> = numbers.integers(groups * rows * channels * 9);
            let b: Vec<f32> = numbers.integers(groups * channels * plane);
            let start: Vec<f32> = numbers.integers(groups * rows);
            let [scale, shift]: [Vec<f32>; 2] = [(); 2].map(|()| numbers.integers(groups * rows));
            for (finish, machine) in
                [false, true].into_iter().flat_map(|f| machines().into_iter().map(move |m| (f, m)))
            {
                let mut masks = vec![0; masks_len(9, plane)];
                let taps =
                    Taps::masked(&list, &mut masks, (width, plane), plane, |tap| image.inside(tap));
                let affine = finish.then_some([&scale[..], &shift[..]]);
                let p = Product {
                    taps,
                    channels,
                    rows,
                    groups,
                    a: &a,
                    a_steps: [channels * 9, 9, rows * channels * 9],
                    b: &b,
                    b_steps: [plane, channels * plane],
                    start: Some(&start),
                    finish: Finish { affine, relu: finish, add: false },
                    c_steps: [plane, rows * plane],
                };
                let mut c = Guarded::nan(groups * rows * plane);
                product(machine, &p, c.slice());
                let expected: Vec<f32> = (0..groups * rows * plane)
                    .map(|i| {
                        let (group, row, column) = (i / plane / rows, i / plane % rows, i % plane);
                        let mut sum = start[i / plane];
                        for (channel, tap) in
                            (0..channels).flat_map(|c| (0..9).map(move |t| (c, t)))
                        {
                            let w = a[((group * rows + row) * channels + channel) * 9 + tap];
                            let x = image.element(tap, column);
                            sum +=
                                x.map_or(0.0, |x| w * b[(group * channels + channel) * plane + x]);
                        }
                        if finish {
                            (scale[i / plane] * sum + shift[i / plane]).max(0.0)
                        } else {
                            sum
                        }
                    })
                    .collect();
                c.assert(
                    &expected,
                    &format!("{height} x {width}, {rows} rows, {channels} channels, {machine:?}"),
                );
            }
        }
    }
}

#[test]
fn dot_products() {
    let mut numbers = Numbers::new(2);
    for [height, width] in IMAGES {
        let image = Image { height, width };
        let (list, plane) = (image.taps(), image.columns());
        for (rows, groups, channels, parts) in
            [(1, 3, 1, 2), (2, 1, 2, 1), (5, 2, 1, 3), (7, 1, 5, 2)]
        {
            let a: Vec<f32> = numbers.integers(parts * groups * rows * plane);
            let b: Vec<f32> = numbers.integers(parts * groups * channels * plane);
            let before: Vec<f32> = numbers.integers(groups * rows * channels * 9);
            for machine in machines() {
                let mut masks = vec![0; masks_len(9, plane)];
                let taps =
                    Taps::masked(&list, &mut masks, (width, plane), plane, |tap| image.inside(tap));
                let d = Dots {
                    taps,
                    channels,
                    rows,
                    groups,
                    parts,
                    columns: [0, plane],
                    a: &a,
                    a_steps: [plane, groups * rows * plane, rows * plane],
                    b: &b,
                    b_steps: [plane, groups * channels * plane, channels * plane],
                    c_row: channels * 9,
                };
                let mut c = Guarded::of(&before);
                dots(machine, &d, Write::Add, c.slice());
                let expected: Vec<f32> = (0..before.len())
                    .map(|i| {
                        let (tap, channel) = (i % 9, i / 9 % channels);
                        let (row, group) = (i / 9 / channels % rows, i / 9 / channels / rows);
                        let mut sum = before[i];
                        for (part, column) in
                            (0..parts).flat_map(|p| (0..plane).map(move |c| (p, c)))
                        {
                            let y = a[((part * groups + group) * rows + row) * plane + column];
                            let x = image.element(tap, column);
                            let at = ((part * groups + group) * channels + channel) * plane;
                            sum += x.map_or(0.0, |x| y * b[at + x]);
                        }
                        sum
                    })
                    .collect();
                c.assert(
                    &expected,
                    &format!("{height} x {width}, {rows} rows, {parts} parts, {machine:?}"),
                );
            }
        }
    }
}

#[test]
fn copies() {
    for width in [1, 2, 7, 8, 9, 15, 16, 17, 31, 33, 40] {
        for (from_step, to_step) in [(1, 1), (2, 1), (3, 1), (1, 2), (2, 3)] {
            let (from_row, to_row) = (width * from_step + 1, width * to_step + 2);
            let l = Lines {
                planes: 2,
                rows: 3,
                width,
                from: [3 * from_row, from_row, from_step],
                to: [3 * to_row + 1, to_row, to_step],
            };
            // Not one element more than is read.
            let from: Vec<f32> =
                (0..6 * from_row - 1 - (from_step - 1)).map(|i| i as f32).collect();
            let len = 2 * (3 * to_row + 1);
            let mut expected = vec![-1.0; len];
            for (plane, row, i) in (0..6 * width).map(|i| (i / width / 3, i / width % 3, i % width))
            {
                let at = plane * l.to[0] + row * to_row + i * to_step;
                expected[at] = from[plane * l.from[0] + row * from_row + i * from_step];
            }
            for machine in machines() {
                let mut to = Guarded::of(&vec![-1.0_f32; len]);
                copy(machine, &l, &from, to.slice());
                to.assert(&expected, &format!("{l:?}, {machine:?}"));
            }
        }
    }
}

#[test]
fn sums_of_planes() {
    let mut numbers = Numbers::new(3);
    for len in [1, 2, 7, 8, 16, 17, 33, 48, 100, 1025, 2100] {
        for (channels, samples) in [(1, 1), (3, 2), (8, 5)] {
            let x: Vec<f32> = numbers.integers(samples * channels * len);
            let d: Vec<f32> = numbers.integers(samples * channels * len);
            let p = planes::Planes { channels, first: 0, step: channels * len, samples, len };
            let mean: [f32; 8] = core::array::from_fn(|i| i as f32 - 3.0);
            for machine in machines() {
                for given in [None, Some(&d[..])] {
                    let found = planes::sums(machine, &p, &x, given, mean);
                    for (c, found) in found.into_iter().take(channels).enumerate() {
                        let mut expected = [0.0; 2];
                        for (n, i) in (0..samples).flat_map(|n| (0..len).map(move |i| (n, i))) {
                            let at = (n * channels + c) * len + i;
                            let difference = f64::from(x[at] - mean[c]);
                            let d = given.map_or(difference, |d| f64::from(d[at]));
                            expected[0] += d * difference;
                            expected[1] += d;
                        }
                        assert_eq!(found, expected, "{p:?}, channel {c}, {machine:?}");
                    }
                }
            }
        }
    }
}

/// What lies outside of the taps is not looked at, and what is not a number stays that.
#[test]
fn not_a_number() {
    for machine in machines() {
        let image = Image { height: 5, width: 7 };
        let (list, plane) = (image.taps(), image.columns());
        let mut masks = vec![0; masks_len(9, plane)];
        let taps = Taps::masked(&list, &mut masks, (7, plane), plane, |tap| image.inside(tap));
        let mut b = vec![1.0; plane];
        b[0] = f32::NAN;
        let p = Product {
            taps,
            channels: 1,
            rows: 1,
            groups: 1,
            a: &[1.0; 9],
            a_steps: [9, 9, 9],
            b: &b,
            b_steps: [plane, plane],
            start: None,
            finish: Finish { affine: None, relu: true, add: false },
            c_steps: [plane, plane],
        };
        let mut c = vec![0.0; plane];
        product(machine, &p, &mut c);
        let found: Vec<usize> = (0..plane).filter(|i| c[*i].is_nan()).collect();
        assert_eq!(found, [0, 1, 7, 8], "{machine:?}");
    }
}

#[test]
fn splits() {
    for width in [1_usize, 2, 3, 7, 15, 16, 17, 31, 32, 33, 48, 63, 64, 65, 100] {
        let (from_row, half) = (width + 3, width.div_ceil(2));
        let (from_plane, to_row, to_plane) = (4 * from_row, half + 1, 4 * (half + 1));
        let l = Lines {
            planes: 2,
            rows: 4,
            width,
            from: [from_plane, from_row, 1],
            to: [to_plane, to_row, 1],
        };
        let from: Vec<f32> = (0..8 * from_row - 3).map(|i| i as f32).collect();
        for at in [[0, 2 * to_plane], [2 * to_plane, 0]] {
            let mut expected = vec![-1.0; 4 * to_plane];
            for (plane, row, i) in (0..8 * width).map(|i| (i / width / 4, i / width % 4, i % width))
            {
                let to = at[i % 2] + plane * to_plane + row * to_row + i / 2;
                expected[to] = from[plane * from_plane + row * from_row + i];
            }
            for machine in machines() {
                let mut to = Guarded::of(&vec![-1.0_f32; 4 * to_plane]);
                split(machine, &l, at, &from, to.slice());
                to.assert(&expected, &format!("{l:?}, {at:?}, {machine:?}"));
            }
        }
    }
}

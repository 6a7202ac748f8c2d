//! The kernels against the CPU's.

use nncore::kernels as cpu;
use nncore::portable::{self, Cells, Out};

use super::*;
use crate::Arg;
use crate::kernels::bench::Bench;

fn numbers_of(bytes: &[u8]) -> Vec<f32> {
    bytes.as_chunks::<4>().0.iter().map(|b| f32::from_le_bytes(*b)).collect()
}

fn bytes_of(x: &[f32]) -> Vec<u8> {
    x.iter().flat_map(|x| x.to_le_bytes()).collect()
}

/// What the kernel leaves in `outputs`, which follow the inputs.
fn run(kernel: &Kernel, inputs: &[&[u8]], outputs: &[&[u8]], numbers: &[usize]) -> Vec<Vec<u8>> {
    let mut bench = Bench::new();
    let addresses: Vec<u64> = inputs.iter().chain(outputs).map(|b| bench.u8(b)).collect();
    let mut arguments: Vec<Arg> = addresses.iter().map(|a| Arg::Pointer(*a)).collect();
    arguments.extend(numbers.iter().map(|n| Arg::U32(size(*n))));
    bench.launch(kernel, &arguments);
    let mut buffers: Vec<Vec<u8>> = addresses.iter().map(|a| bench.read_u8(*a)).collect();
    for (before, after) in inputs.iter().zip(&buffers) {
        assert_eq!(*before, after, "{}: an input is written", kernel.name());
    }
    buffers.split_off(inputs.len())
}

/// The numbers a kernel writes, of which there are `n`; all of them are.
fn written(kernel: &Kernel, inputs: &[&[f32]], n: usize, last: usize) -> Vec<f32> {
    let inputs: Vec<Vec<u8>> = inputs.iter().map(|x| bytes_of(x)).collect();
    let inputs: Vec<&[u8]> = inputs.iter().map(|x| &x[..]).collect();
    numbers_of(&run(kernel, &inputs, &[&UNWRITTEN.repeat(n)], &[last])[0])
}

/// Of memory that is not written: no sum has these bits.
const UNWRITTEN: [u8; 4] = [0x55; 4];

fn equal(a: f32, b: f32) -> bool {
    a.to_bits() == b.to_bits() || a.is_nan() && b.is_nan()
}

#[track_caller]
fn assert_equal(found: &[f32], expected: &[f32], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    let wrong = (0..found.len()).find(|i| !equal(found[*i], expected[*i]));
    if let Some(i) = wrong {
        panic!("{what}: element {i}: {} instead of {}", found[i], expected[i]);
    }
}

#[track_caller]
fn assert_near(found: &[f32], expected: &[f32], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (i, (a, b)) in found.iter().zip(expected).enumerate() {
        assert!((a - b).abs() <= 1e-5 * (1.0 + b.abs()), "{what}: element {i}: {a}, not {b}");
    }
}

/// Random numbers.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        self.0 >> 33
    }
    fn integers(&mut self, n: usize) -> Vec<f32> {
        (0..n).map(|_| (self.next() % 9) as f32 - 4.0).collect()
    }
    fn reals(&mut self, n: usize) -> Vec<f32> {
        (0..n).map(|_| (self.next() % (1 << 24)) as f32 / (1 << 23) as f32 - 1.0).collect()
    }
    /// Numbers that are hard to compare.
    fn odd(&mut self, n: usize) -> Vec<f32> {
        let all =
            [f32::NAN, f32::NEG_INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY, -0.0, 0.0, 3.0];
        (0..n).map(|_| all[self.next() as usize % all.len()]).collect()
    }
    fn all(&mut self, n: usize) -> [Vec<f32>; 3] {
        [self.integers(n), self.reals(n), self.odd(n)]
    }
}

const BATCHES: [usize; 2] = [1, 3];

#[test]
fn pools_are_the_cpus() {
    for (g, batch) in pools().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        if g.index_bytes() == 4 && batch > 1 {
            continue; // for the time it takes
        }
        let (inputs, outputs) = (batch * g.input.len(), batch * g.output().len());
        let mut numbers = Numbers(7);
        for x in numbers.all(inputs) {
            let what = format!("{g:?}, batch {batch}");
            let mut y = vec![0.0; outputs];
            let mut positions = vec![0; batch * g.index_len()];
            cpu::pool2d::max_pool2d(g, batch, &x, &mut y, Some(&mut positions));
            let found = written(&pool2d::max_pool2d(g, false, None), &[&x], outputs, outputs);
            assert_equal(&found, &y, &what);
            let empty: [&[u8]; 2] = [&UNWRITTEN.repeat(outputs), &vec![0x55; positions.len()]];
            let found =
                run(&pool2d::max_pool2d(g, true, None), &[&bytes_of(&x)], &empty, &[outputs]);
            assert_equal(&numbers_of(&found[0]), &y, &what);
            assert_eq!(found[1], positions, "{what}");

            let d_y = numbers.reals(outputs);
            let mut d_x = vec![0.0; inputs];
            cpu::pool2d::max_pool2d_grad(g, batch, &d_y, &positions, &mut d_x);
            let sources: [&[u8]; 2] = [&bytes_of(&d_y), &positions];
            let empty = UNWRITTEN.repeat(inputs);
            let found = run(
                &pool2d::max_pool2d_grad(g, pool2d::is_pairs(g)),
                &sources,
                &[&empty],
                &[inputs],
            );
            assert_equal(&numbers_of(&found[0]), &d_x, &what);
        }
        let is_long = g.horizontal.kernel >= 16 || g.output().len() == g.channels;
        for (x, is_exact) in [(numbers.integers(inputs), true), (numbers.reals(inputs), !is_long)] {
            let what = format!("average {g:?}, batch {batch}");
            let mut y = vec![0.0; outputs];
            cpu::pool2d::avg_pool2d(g, batch, &x, &mut y);
            let found =
                written(&pool2d::avg_pool2d(g, pool2d::is_by_all(g)), &[&x], outputs, outputs);
            let check = if is_exact { assert_equal } else { assert_near };
            check(&found, &y, &what);
        }
        for d_y in numbers.all(outputs) {
            let what = format!("average's gradient {g:?}, batch {batch}");
            let mut d_x = vec![0.0; inputs];
            cpu::pool2d::avg_pool2d_grad(g, batch, &d_y, &mut d_x);
            let found = written(
                &pool2d::avg_pool2d_grad(g, pool2d::is_by_all(g), pool2d::is_pairs(g)),
                &[&d_y],
                inputs,
                inputs,
            );
            assert_equal(&found, &d_x, &what);
        }
    }
}

#[test]
fn concats_and_slices_are_the_cpus() {
    for (g, batch) in concats().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        let mut numbers = Numbers(8);
        let x: Vec<Vec<f32>> =
            g.inputs[..g.count].iter().map(|s| numbers.reals(batch * s.len())).collect();
        let mut expected = vec![0.0; batch * g.output().len()];
        let all: Vec<&[f32]> = x.iter().map(|x| &x[..]).collect();
        cpu::concat::concat(g, batch, &all, &mut expected);
        let mut y = UNWRITTEN.repeat(expected.len());
        for (i, x) in x.iter().enumerate() {
            y = run(
                &concat::concat_part(key::Columns::of_part(g, i)),
                &[&bytes_of(x)],
                &[&y],
                &[x.len()],
            )
            .remove(0);
        }
        assert_equal(&numbers_of(&y), &expected, &format!("{g:?}"));
    }
    for (g, batch) in slices().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        let mut numbers = Numbers(9);
        let (inputs, outputs) = (batch * g.input.len(), batch * g.output().len());
        let (x, d_y) = (numbers.reals(inputs), numbers.reals(outputs));
        let (mut y, mut d_x) = (vec![0.0; outputs], vec![0.0; inputs]);
        cpu::slice::slice(g, batch, &x, &mut y);
        cpu::slice::slice_grad(g, batch, &d_y, &mut d_x);
        let what = format!("{g:?}");
        assert_equal(&written(&slice::slice(g), &[&x], outputs, outputs), &y, &what);
        assert_equal(&written(&slice::slice_grad(g), &[&d_y], inputs, inputs), &d_x, &what);
    }
}

#[test]
fn steps_go_out_of_a_sequence_and_into_one() {
    let (len, steps, samples) = (7, 5, 3);
    let all = Numbers(11).reals(samples * steps * len);
    for start in [0, 2 * len, 4 * len] {
        let rows: Vec<f32> =
            all.chunks(steps * len).flat_map(|row| row[start..start + len].to_vec()).collect();
        let n = rows.len();
        let y = UNWRITTEN.repeat(n);
        let found = run(&slice::step(len, steps * len), &[&bytes_of(&all)], &[&y], &[start, n]);
        assert_equal(&numbers_of(&found[0]), &rows, "a step");
        let mut expected = all.clone();
        for (row, x) in expected.chunks_mut(steps * len).zip(rows.chunks(len)) {
            row[start..start + len].iter_mut().zip(x).for_each(|(y, x)| *y = x + 1.0);
        }
        let more: Vec<f32> = rows.iter().map(|x| x + 1.0).collect();
        let kernel = slice::step_put(len, steps * len);
        let found = run(&kernel, &[&bytes_of(&more)], &[&bytes_of(&all)], &[start, n]);
        assert_equal(&numbers_of(&found[0]), &expected, "a step put back");
    }
    let w = Numbers(12).reals(len);
    assert_equal(&written(&fill::fill(len), &[&w], 3 * len, 3 * len), &w.repeat(3), "a tensor");
    assert_equal(&written(&fill::zero(), &[], 10, 10), &[0.0; 10], "zeros");
}

#[test]
fn permutes_are_the_cpus() {
    for (g, batch) in permutes().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        let n = batch * g.input.len();
        let x = Numbers(10).reals(n);
        let mut y = vec![0.0; n];
        for g in [*g, g.inverse()] {
            cpu::permute::permute(&g, batch, &x, &mut y);
            assert_equal(&written(&permute::permute(&g), &[&x], n, n), &y, &format!("{g:?}"));
        }
    }
}

#[test]
fn expands_are_the_cpus() {
    for (g, batch) in expands().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        let (inputs, outputs) = (batch * g.input.len(), batch * g.output().len());
        let mut numbers = Numbers(11);
        let what = format!("{g:?}");
        let x = numbers.reals(inputs);
        let mut y = vec![0.0; outputs];
        cpu::expand::expand(g, batch, &x, &mut y);
        assert_equal(
            &written(&expand::expand(expand::groups(g)), &[&x], outputs, outputs),
            &y,
            &what,
        );
        let both = [numbers.integers(outputs), numbers.reals(outputs)];
        for (d_y, check) in both.iter().zip([assert_equal, assert_near]) {
            let mut d_x = vec![0.0; inputs];
            cpu::expand::expand_grad(g, batch, d_y, &mut d_x);
            check(
                &written(&expand::expand_grad(expand::groups(g)), &[d_y], inputs, inputs),
                &d_x,
                &what,
            );
        }
    }
}

#[test]
fn reductions_are_the_cpus() {
    for (g, batch) in reductions().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        let (inputs, outputs) = (batch * g.input.len(), batch * g.output().len());
        let mut numbers = Numbers(12);
        let is_max = g.function == ReduceFunction::Max;
        let what = format!("{g:?}, batch {batch}");
        let (kernel, gradient) = (
            reduce::reduce(g.function, reduce::groups(g)),
            reduce::reduce_grad(g.function, reduce::groups(g)),
        );
        for (i, x) in numbers.all(inputs).iter().enumerate() {
            if !is_max && i == 2 {
                continue;
            }
            let (mut y, mut d_x) = (vec![0.0; outputs], vec![0.0; inputs]);
            cpu::reduce::reduce(g, batch, x, &mut y);
            let found = written(&kernel, &[x], outputs, outputs);
            let d_y = numbers.reals(outputs);
            cpu::reduce::reduce_grad(g, batch, x, &y, &d_y, &mut d_x);
            if is_max {
                let same = found.iter().zip(&y).all(|(a, b)| a == b || equal(*a, *b));
                assert!(same, "{what}"); // whichever zero
                let found = written(&gradient, &[x, &y, &d_y], inputs, outputs);
                assert_equal(&found, &d_x, &what);
            } else {
                [assert_equal, assert_near][i](&found, &y, &what);
                assert_equal(&written(&gradient, &[&d_y], inputs, inputs), &d_x, &what);
            }
        }
    }
}

#[test]
fn upsamples_are_the_cpus() {
    for (g, batch) in upsamples().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        let (inputs, outputs) = (batch * g.input.len(), batch * g.output().len());
        let mut numbers = Numbers(13);
        let (x, d_y) = (numbers.reals(inputs), numbers.reals(outputs));
        let (mut y, mut d_x) = (vec![0.0; outputs], vec![0.0; inputs]);
        cpu::upsample2d::upsample2d(g, batch, &x, &mut y);
        cpu::upsample2d::upsample2d_grad(g, batch, &d_y, &mut d_x);
        let what = format!("{g:?}");
        assert_equal(&written(&upsample2d::upsample2d(g), &[&x], outputs, outputs), &y, &what);
        let found = written(&upsample2d::upsample2d_grad(g), &[&d_y], inputs, inputs);
        assert_equal(&found, &d_x, &what);
    }
}

#[test]
fn adaptive_pools_are_the_portable_ones() {
    for (g, batch) in adaptive_pools().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        let (inputs, outputs) = (batch * g.input.len(), batch * g.output().len());
        let mut numbers = Numbers(15);
        let (mut x, mut d_y) = (numbers.reals(inputs), numbers.reals(outputs));
        let (mut y, mut d_x) = (vec![0.0; outputs], vec![0.0; inputs]);
        let kernel = adaptive_avg_pool2d::adaptive_avg_pool2d(g);
        let found = written(&kernel, &[&x], outputs, outputs);
        let kernel = adaptive_avg_pool2d::adaptive_avg_pool2d_grad(g);
        let found_grad = written(&kernel, &[&d_y], inputs, inputs);
        let out = |to| [Out { to, write: portable::Sums::Replace, is_there: true, len: 0 }];
        let (from, to) = (Cells::of(&mut x), Cells::of(&mut y));
        portable::adaptive_avg_pool2d(g, batch, [from], out(to));
        let (from, to) = (Cells::of(&mut d_y), Cells::of(&mut d_x));
        portable::adaptive_avg_pool2d_grad(g, batch, [from], out(to));
        let what = format!("{g:?}");
        assert_equal(&found, &y, &what);
        assert_equal(&found_grad, &d_x, &what);
    }
}

#[test]
fn embeddings_are_the_cpus() {
    for (g, batch) in embeddings().iter().flat_map(|g| BATCHES.map(|b| (g, b))) {
        let mut numbers = Numbers(14);
        let integers = batch * g.input.len();
        let x: Vec<u32> = (0..integers).map(|_| (numbers.next() % g.count as u64) as u32).collect();
        let bytes: Vec<u8> = x.iter().flat_map(|x| x.to_le_bytes()).collect();
        let (w, n) = (numbers.reals(g.weight().len()), integers * g.features);
        let what = format!("{g:?}, batch {batch}");
        let mut y = vec![0.0; n];
        cpu::embedding::embedding(g, batch, &x, &w, &mut y);
        let empty = UNWRITTEN.repeat(n);
        let found = run(&embedding::embedding(g), &[&bytes, &bytes_of(&w)], &[&empty], &[n]);
        assert_equal(&numbers_of(&found[0]), &y, &what);

        let both = [numbers.integers(n), numbers.reals(n)];
        for (d_y, check) in both.iter().zip([assert_equal, assert_near]) {
            for write in [Write::Assign, Write::Add] {
                let mut d_w = numbers.integers(w.len());
                let before = bytes_of(&d_w);
                let of_cpu = match write {
                    Write::Assign => cpu::Write::Assign,
                    Write::Add => cpu::Write::Add,
                };
                let kernel = embedding::embedding_grad_weight(g, write);
                let sizes = [integers, w.len()];
                let found = run(&kernel, &[&bytes, &bytes_of(d_y)], &[&before], &sizes);
                cpu::embedding::embedding_grad_weight(g, batch, &x, d_y, of_cpu, &mut d_w);
                // Where a warp adds all the integers of a row, its sum is the CPU's.
                let is_exact = g.count > 2000 && write == Write::Assign;
                let check = if is_exact { assert_equal } else { check };
                check(&numbers_of(&found[0]), &d_w, &what);
            }
        }
    }
}

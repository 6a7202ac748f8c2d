//! The calls of functions of values on a device, against the portable kernels: in split and whole segments, on one thread
//! and on several, with operands anywhere.
#![cfg(feature = "threads")]

mod device;
#[path = "common/exact.rs"]
mod exact;

use device::{Fixture, numbers};
use exact::exact;
use nncore::CpuPiece;
use nncore::device::{Ops, Region};
use nncore::portable::{self, Cells, Out, Write};
use nnplan::{
    Affine, Binary, BinaryFunction, CONCAT_MAX, Concat, Embedding, EmbeddingArgs, Expand, MatMul,
    Permute, Reduce, ReduceFunction, Shape, Slice, Upsample2d,
};

type Piece<'p> = CpuPiece<'p, f64>;

/// The batches of a test: fewer than slots, more, and enough for several tasks.
const BATCHES: [usize; 4] = [1, 2, 19, 70];

/// Runs `call` on inputs of so many elements a sample and one output, in all ways; it must be what `expected` makes of
/// the whole batch.
fn check(
    what: &str,
    lens: &[usize],
    len: usize,
    call: impl Fn(&mut Piece<'_>, &[Region], Region) + Sync,
    expected: impl Fn(usize, &[&[f64]], &mut [f64]),
) {
    // The inputs lie one behind the other, in both spaces.
    let mut offset = 0;
    let inputs: Vec<Region> = lens
        .iter()
        .enumerate()
        .map(|(i, len)| {
            offset += len;
            let place = if i % 2 == 0 { Region::input } else { Region::arena };
            place(offset - len, *len)
        })
        .collect();
    let output = Region::arena(offset, len);
    let regions: Vec<Region> = inputs.iter().chain([&output]).copied().collect();
    for batch in BATCHES {
        for (split, threads) in [(true, 1), (true, 3), (false, 1), (false, 3)] {
            let mut fixture = Fixture::<f64>::new(threads, batch, |needs| {
                needs.input = offset;
                needs.memory.arena = offset + len;
            });
            fixture.workspace.arena.as_mut_slice().fill(f64::NAN);
            fixture.fill(&inputs, 5);
            fixture.run(split, &regions, &[], |o| call(o, &inputs, output));
            let x: Vec<Vec<f64>> = inputs.iter().map(|r| fixture.samples(*r).to_vec()).collect();
            let x: Vec<&[f64]> = x.iter().map(|x| &x[..]).collect();
            let mut y = vec![0.0; batch * len];
            expected(batch, &x, &mut y);
            let found = fixture.samples(output);
            assert!(are_same(found, &y), "{what}, batch {batch}, split {split}, {threads} threads");
        }
    }
}

/// Writes what a portable kernel makes of `x`.
fn expect<const N: usize>(
    x: [&[f64]; N],
    y: &mut [f64],
    kernel: impl FnOnce([Cells<'_, f64>; N], [Out<Cells<'_, f64>>; 1]),
) {
    let [found] = exact(x, [&*y], Write::Assign, kernel);
    y.copy_from_slice(&found);
}

/// Equal, where 0 / 0 is 0 / 0.
fn are_same(found: &[f64], expected: &[f64]) -> bool {
    let mut pairs = found.iter().zip(expected);
    found.len() == expected.len() && pairs.all(|(f, e)| f == e || f.is_nan() && e.is_nan())
}

/// The same where the output takes the place of the first input.
fn check_in_place(
    what: &str,
    lens: &[usize],
    call: impl Fn(&mut Piece<'_>, &[Region]) + Sync,
    expected: impl Fn(&[&[f64]], &mut [f64]),
) {
    let len = lens[0];
    let regions: Vec<Region> = (0..lens.len()).map(|i| Region::arena(i * len, len)).collect();
    for batch in BATCHES {
        for (split, threads) in [(true, 3), (false, 1), (false, 3)] {
            let mut fixture = Fixture::<f64>::new(threads, batch, |needs| {
                needs.memory.arena = lens.len() * len;
            });
            fixture.fill(&regions, 5);
            let x: Vec<Vec<f64>> = regions.iter().map(|r| fixture.samples(*r).to_vec()).collect();
            let x: Vec<&[f64]> = x.iter().map(|x| &x[..]).collect();
            let mut y = vec![0.0; batch * len];
            expected(&x, &mut y);
            fixture.run(split, &regions, &[], |o| call(o, &regions));
            assert!(
                are_same(fixture.samples(regions[0]), &y),
                "{what}, batch {batch}, split {split}"
            );
        }
    }
}

fn shape(dims: &[usize]) -> Shape {
    Shape::new(dims)
}

#[test]
fn element_by_element() {
    let s = shape(&[7, 61]);
    for function in BinaryFunction::ALL {
        let g = Binary::new(function, s, s);
        let expected = |x: &[&[f64]], y: &mut [f64]| {
            expect([x[0], x[x.len() - 1]], y, |x, y| portable::binary(&g, 1, x, y));
        };
        let what = format!("{function:?}");
        let apart = |o: &mut Piece<'_>, x: &[Region], y| o.binary(&g, x[0], x[1], y);
        check(&what, &[427, 427], 427, apart, |_, x, y| expected(x, y));
        let twice = |o: &mut Piece<'_>, x: &[Region], y| o.binary(&g, x[0], x[0], y);
        check(&what, &[427], 427, twice, |_, x, y| expected(x, y));
        check_in_place(&what, &[427, 427], |o, x| o.binary(&g, x[0], x[1], x[0]), expected);
    }
    let g = Affine::new(s, -0.5, 3.0);
    let expected = |x: &[&[f64]], y: &mut [f64]| {
        expect([x[0]], y, |x, y| portable::affine(&g, 1, x, y));
    };
    check("affine", &[427], 427, |o, x, y| o.affine(&g, x[0], y), |_, x, y| expected(x, y));
    check_in_place("affine", &[427], |o, x| o.affine(&g, x[0], x[0]), expected);
}

#[test]
fn an_output_takes_the_place_of_the_right_operand() {
    let g = Binary::new(BinaryFunction::Sub, shape(&[3]), shape(&[3]));
    let expected = |x: &[&[f64]], y: &mut [f64]| {
        for ((y, a), b) in y.iter_mut().zip(x[1]).zip(x[0]) {
            *y = a - b;
        }
    };
    check_in_place("right", &[3, 3], |o, x| o.binary(&g, x[1], x[0], x[0]), expected);
}

/// Those of `x` that are not there are empty.
fn concatenate(g: &Concat, n: usize, x: &[&[f64]], y: &mut [f64]) {
    let all: [&[f64]; CONCAT_MAX] = std::array::from_fn(|i| x.get(i).copied().unwrap_or(&[]));
    expect(all, y, |x, y| portable::concat(g, n, x, y));
}

#[test]
fn values_are_cut_and_put_together() {
    let shapes = [shape(&[2, 3, 5]), shape(&[2, 1, 5]), shape(&[2, 6, 5])];
    let g = Concat::new(&shapes, 1);
    check(
        "concat",
        &[30, 10, 60],
        100,
        |o, x, y| o.concat(&g, x, y),
        |n, x, y| {
            concatenate(&g, n, x, y);
        },
    );
    let twice = Concat::new(&[shapes[0]; 2], 1);
    check(
        "a value twice",
        &[30],
        60,
        |o, x, y| o.concat(&twice, &[x[0], x[0]], y),
        |n, x, y| {
            concatenate(&twice, n, &[x[0], x[0]], y);
        },
    );
    let g = Slice::new(shapes[2], 1, 2, 5);
    check(
        "slice",
        &[60],
        30,
        |o, x, y| o.slice(&g, x[0], y),
        |n, x, y| {
            expect([x[0]], y, |x, y| portable::slice(&g, n, x, y));
        },
    );
    check(
        "slice_grad",
        &[30],
        60,
        |o, x, y| o.slice_grad(&g, x[0], y),
        |n, x, y| {
            expect([x[0]], y, |x, y| portable::slice_grad(&g, n, x, y));
        },
    );
}

#[test]
fn axes_change_places_and_pixels_become_blocks() {
    let g = Permute::new(shape(&[9, 4, 17]), &[2, 0, 1]);
    check(
        "permute",
        &[612],
        612,
        |o, x, y| o.permute(&g, x[0], y),
        |n, x, y| {
            expect([x[0]], y, |x, y| portable::permute(&g, n, x, y));
        },
    );
    check(
        "permute_grad",
        &[612],
        612,
        |o, x, y| o.permute_grad(&g, x[0], y),
        |n, x, y| {
            expect([x[0]], y, |x, y| portable::permute(&g.inverse(), n, x, y));
        },
    );
    let g = Upsample2d::new(shape(&[3, 5, 7]), [2, 3]);
    check(
        "upsample2d",
        &[105],
        630,
        |o, x, y| o.upsample2d(&g, x[0], y),
        |n, x, y| {
            expect([x[0]], y, |x, y| portable::upsample2d(&g, n, x, y));
        },
    );
    check(
        "upsample2d_grad",
        &[630],
        105,
        |o, x, y| o.upsample2d_grad(&g, x[0], y),
        |n, x, y| {
            expect([x[0]], y, |x, y| portable::upsample2d_grad(&g, n, x, y));
        },
    );
}

#[test]
fn axes_are_reduced_and_repeated() {
    let input = shape(&[4, 30, 8]);
    for function in [ReduceFunction::Sum, ReduceFunction::Mean, ReduceFunction::Max] {
        // 32 elements: means of whole numbers are exact.
        let g = Reduce::new(function, input, [true, false, true, false], false);
        let what = format!("{function:?}");
        check(
            &what,
            &[960],
            30,
            |o, x, y| o.reduce(&g, x[0], y),
            |n, x, y| {
                expect([x[0]], y, |x, y| portable::reduce(&g, n, x, y));
            },
        );
        if function != ReduceFunction::Max {
            let none = Region::NONE;
            let call = |o: &mut Piece<'_>, x: &[Region], y| o.reduce_grad(&g, none, none, x[0], y);
            check(&what, &[30], 960, call, |n, x, d_x| {
                expect([&[], &[], x[0]], d_x, |x, y| portable::reduce_grad(&g, n, x, y));
            });
        }
    }
    let g = Expand::new(shape(&[4, 1, 8]), input);
    check(
        "expand",
        &[32],
        960,
        |o, x, y| o.expand(&g, x[0], y),
        |n, x, y| {
            expect([x[0]], y, |x, y| portable::expand(&g, n, x, y));
        },
    );
    check(
        "expand_grad",
        &[960],
        32,
        |o, x, y| o.expand_grad(&g, x[0], y),
        |n, x, y| {
            expect([x[0]], y, |x, y| portable::expand_grad(&g, n, x, y));
        },
    );
}

#[test]
fn the_gradient_of_a_maximum_reads_input_and_output() {
    let g = Reduce::new(ReduceFunction::Max, shape(&[5, 33]), [false, true, false, false], false);
    let [x, y, d_y, d_x] =
        [(0, 165), (165, 5), (170, 5), (175, 165)].map(|(at, n)| Region::arena(at, n));
    for batch in BATCHES {
        for (split, threads) in [(true, 3), (false, 1), (false, 3)] {
            let mut fixture = Fixture::<f64>::new(threads, batch, |needs| needs.memory.arena = 340);
            fixture.fill(&[x, d_y], 1);
            fixture.run(split, &[x, y, d_y, d_x], &[], |o| {
                o.reduce(&g, x, y);
                o.reduce_grad(&g, x, y, d_y, d_x);
            });
            let mut expected = vec![0.0; batch * 165];
            let (of_x, of_y) = (fixture.samples(x).to_vec(), fixture.samples(d_y).to_vec());
            let mut largest = vec![0.0; batch * 5];
            expect([&of_x], &mut largest, |x, y| portable::reduce(&g, batch, x, y));
            let by = [&of_x[..], &largest, &of_y];
            expect(by, &mut expected, |by, d_x| portable::reduce_grad(&g, batch, by, d_x));
            assert!(fixture.samples(d_x) == expected, "batch {batch}, split {split}");
        }
    }
}

#[test]
fn matrices_are_multiplied() {
    // Small products, and one that is split itself.
    for (stack, [m, k, n]) in [(3, [5, 8, 7]), (1, [90, 64, 100])] {
        let g = MatMul::new(shape(&[stack, m, k]), shape(&[stack, n, k]), false, true);
        let (a, b, y) = (g.left.len(), g.right.len(), g.output().len());
        let what = format!("{g:?}");
        check(
            &what,
            &[a, b],
            y,
            |o, x, y| o.matmul(&g, x[0], x[1], y),
            |n, x, y| {
                expect([x[0], x[1]], y, |x, y| portable::matmul(&g, n, x, y));
            },
        );
        check(
            &what,
            &[y, b],
            a,
            |o, x, y| o.matmul_grad_left(&g, x[0], x[1], y),
            |n, x, d_a| {
                expect([x[0], x[1]], d_a, |x, y| portable::matmul_grad_left(&g, n, x, y));
            },
        );
        check(
            &what,
            &[a, y],
            b,
            |o, x, y| o.matmul_grad_right(&g, x[0], x[1], y),
            |n, x, d_b| {
                expect([x[0], x[1]], d_b, |x, y| portable::matmul_grad_right(&g, n, x, y));
            },
        );
    }
    let g = MatMul::new(shape(&[6, 9]), shape(&[6, 9]), false, true);
    check(
        "a value by itself",
        &[54],
        36,
        |o, x, y| o.matmul(&g, x[0], x[0], y),
        |n, x, y| {
            expect([x[0]; 2], y, |x, y| portable::matmul(&g, n, x, y));
        },
    );
}

#[test]
fn integers_choose_rows() {
    let args = EmbeddingArgs { count: Some(37), features: 5 };
    let g = Embedding::new(shape(&[4]), 30, args);
    let table = g.weight().len();
    let (other, x) = (Region::integer(0, 3), Region::integer(3, 4));
    let (w, y, d_y) = (Region::parameter(0, table), Region::arena(0, 20), Region::arena(20, 20));
    let (d_w, sum) = (Region::gradient(0, table), Region::gradient_sum(0, table));
    for batch in BATCHES {
        for (split, threads) in [(true, 1), (true, 3), (false, 1), (false, 3)] {
            let what = format!("batch {batch}, split {split}, {threads} threads");
            let integers = |n: usize, seed| -> Vec<u32> {
                numbers::<f64>(batch * n, seed).iter().map(|i| (3.0 * (i + 4.0)) as u32).collect()
            };
            let mut fixture = Fixture::<f64>::new(threads, batch, |needs| {
                needs.integers = 7;
                needs.memory.arena = 40;
                needs.gradients = nnplan::align(table);
                needs.memory.scratch.partials = 2 * nnplan::align(table);
            });
            let chosen = integers(4, 1);
            fixture.fill_integers(&[(other, integers(3, 2)), (x, chosen.clone())]);
            fixture.set_parameters(&numbers(table, 3));
            fixture.fill(&[d_y], 4);
            fixture.workspace.gradients.as_mut_slice().fill(f64::NAN);
            fixture.run(split, &[x, y, d_y], &[d_w, sum], |o| {
                o.embedding(&g, x, w, y);
                o.embedding_grad_weight(&g, x, d_y, d_w);
                o.embedding_grad_weight(&g, x, y, sum);
            });
            let mut expected = vec![0.0; batch * 20];
            let of_w = numbers::<f64>(table, 3);
            expect([&of_w], &mut expected, |[w], y| {
                portable::embedding(&g, batch, [Cells::integers(&chosen), w], y);
            });
            assert!(fixture.samples(y) == expected, "{what}");
            let mut sums = vec![0.0; table];
            let of_d_y = fixture.samples(d_y).to_vec();
            for d in [&of_d_y, &expected] {
                [sums] = exact([d], [&sums], Write::Add, |[d], d_w| {
                    portable::embedding_grad_weight(&g, batch, [Cells::integers(&chosen), d], d_w);
                });
            }
            assert!(fixture.workspace.gradients.as_slice()[..table] == sums, "{what}");
        }
    }
}

#[test]
fn an_output_may_be_the_second_input() {
    let inputs = [Region::input(0, 6), Region::input(6, 4)];
    let mut fixture = Fixture::<f64>::new(1, 5, |needs| {
        needs.input = 10;
        needs.target = 4;
    });
    fixture.fill(&inputs, 1);
    let squares: f64 = fixture.samples(inputs[1]).iter().map(|x| x * x).sum();
    assert_eq!(fixture.loss(inputs[1]), squares / 20.0);
}

//! Functions of values: what they make of shapes, and the texts of their faults.

use nnplan::{
    Affine, Arg, Binary, BinaryFunction, CONCAT_MAX, Concat, Cost, Embedding, EmbeddingArgs,
    Expand, Fault, MatMul, Permute, Reduce, ReduceFunction, Reshape, Shape, Site, Slice, Step,
    UNKNOWN, Upsample2d, explain,
};

fn shape(dims: &[usize]) -> Shape {
    Shape::new(dims)
}

/// A function on shapes, whichever it is.
trait Function: std::fmt::Debug {
    fn look(&self) -> (Fault, Shape, Cost);
}

macro_rules! functions {
    ($($t:ty),*) => {$(
        impl Function for $t {
            fn look(&self) -> (Fault, Shape, Cost) {
                (self.fault(), self.output(), self.cost())
            }
        }
    )*};
}

functions!(
    Affine, Binary, Concat, Embedding, Expand, MatMul, Permute, Reduce, Reshape, Slice, Upsample2d
);

/// Without a fault, and its output.
#[track_caller]
fn gives(function: &dyn Function, dims: &[usize]) {
    let (fault, output, _) = function.look();
    assert_eq!((fault, output), (Fault::None, shape(dims)), "{function:?}");
}

#[track_caller]
fn faults(function: &dyn Function, fault: Fault) {
    assert_eq!(function.look().0, fault, "{function:?}");
}

const ADD: BinaryFunction = BinaryFunction::Add;

#[test]
fn two_values_have_one_shape() {
    let (left, right) = (shape(&[3, 4]), shape(&[3, 4]));
    let g = Binary::new(BinaryFunction::Mul, left, right);
    gives(&g, &[3, 4]);
    assert_eq!(g.cost(), Cost { parameters: 0, frozen: 0, macs: 0, flops: 12 });
    gives(&Binary::new(ADD, shape(&[UNKNOWN, 4]), right), &[3, 4]);
    gives(&Binary::new(ADD, Shape::UNKNOWN, right), &[3, 4]);
    for other in [&[4, 3][..], &[3], &[3, 4, 1]] {
        let right = shape(other);
        faults(&Binary::new(ADD, left, right), Fault::Unequal { left, right });
    }
    let g = Affine::new(left, 0.5, -1.0);
    gives(&g, &[3, 4]);
    assert_eq!(g.cost().flops, 24);
}

#[test]
fn values_lie_one_behind_the_other() {
    let inputs = [[2, 3, 4], [2, 1, 4], [2, 5, 4]].map(|d| shape(&d));
    let g = Concat::new(&inputs, 1);
    gives(&g, &[2, 9, 4]);
    assert_eq!((g.count, g.outer, g.inner), (3, 2, 4));
    assert_eq!([0, 1, 2, 3].map(|i| g.start(i)), [0, 3, 4, 9]);
    gives(&Concat::new(&inputs[..1], 2), &[2, 3, 4]);
    gives(&Concat::new(&[shape(&[2, UNKNOWN]), shape(&[3, 7])], 0), &[5, 7]);
    let (first, other) = (inputs[0], inputs[2]);
    faults(
        &Concat::new(&[first, first, other], 0),
        Fault::Concat { axis: 0, index: 2, first, other },
    );
    // What the first does not know the second tells.
    let partly = [shape(&[1, UNKNOWN]), shape(&[1, 3]), shape(&[1, 4])];
    let (axis, index, first, other) = (0, 2, partly[1], partly[2]);
    faults(&Concat::new(&partly, 0), Fault::Concat { axis, index, first, other });
    let other = shape(&[2, 3]);
    let fault = Fault::Concat { axis: 1, index: 1, first: inputs[0], other };
    faults(&Concat::new(&[inputs[0], other], 1), fault);
    faults(&Concat::new(&inputs, 3), Fault::Axis { axis: 3, rank: 3 });
    // Of an unknown axis nothing is known but the rank.
    let g = Concat::new(&inputs, UNKNOWN);
    gives(&g, &[UNKNOWN; 3]);
    for n in [0, CONCAT_MAX + 1] {
        let g = Concat::new(&vec![shape(&[1]); n], 0);
        faults(&g, Fault::Operands { min: 1, max: CONCAT_MAX, found: n });
    }
    gives(&Concat::new(&[shape(&[1, 5]); CONCAT_MAX], 0), &[CONCAT_MAX, 5]);
    let large = [shape(&[1 << 39, 1]); 3];
    faults(&Concat::new(&large, 1), Fault::Overflow);
}

#[test]
fn a_range_lies_within_its_axis() {
    let input = shape(&[2, 6, 4]);
    let g = Slice::new(input, 1, 2, 5);
    gives(&g, &[2, 3, 4]);
    assert_eq!((g.outer, g.inner, g.size()), (2, 4, 6));
    gives(&Slice::new(input, 0, 0, 2), &[2, 6, 4]);
    for (start, end) in [(3, 3), (4, 3), (5, 7), (7, 9)] {
        faults(&Slice::new(input, 1, start, end), Fault::Slice { start, end, size: 6 });
    }
    faults(&Slice::new(input, 3, 0, 1), Fault::Axis { axis: 3, rank: 3 });
    gives(&Slice::new(input, 1, UNKNOWN, 5), &[2, UNKNOWN, 4]);
    gives(&Slice::new(shape(&[UNKNOWN]), 0, 4, 9), &[5]);
    gives(&Slice::new(input, UNKNOWN, 1, 2), &[UNKNOWN; 3]);
}

#[test]
fn axes_are_those_of_numpy() {
    // numpy.transpose(x, (2, 0, 1)).shape
    let g = Permute::new(shape(&[2, 3, 4]), &[2, 0, 1]);
    gives(&g, &[4, 2, 3]);
    assert_eq!(g.inverse().axes[..3], [1, 2, 0]);
    gives(&g.inverse(), &[2, 3, 4]);
    gives(&Permute::new(shape(&[2, 3, 4, 5]), &[3, 2, 1, 0]), &[5, 4, 3, 2]);
    gives(&Permute::new(shape(&[7]), &[0]), &[7]);
    gives(&Permute::new(shape(&[2, 3]), &[1, UNKNOWN]), &[3, UNKNOWN]);
    gives(&Permute::new(Shape::UNKNOWN, &[1, 0]), &[UNKNOWN; 2]);
    for axes in [&[0, 0, 1][..], &[0, 1], &[0, 1, 3], &[0, 1, 2, 3], &[0; 9], &[]] {
        let fault = Fault::Permutation { rank: 3, found: axes.len() };
        faults(&Permute::new(shape(&[2, 3, 4]), axes), fault);
    }
}

#[test]
fn reduced_axes_go_or_stay_as_ones() {
    let input = shape(&[2, 3, 4, 5]);
    let g = |axes, keep| Reduce::new(ReduceFunction::Sum, input, axes, keep);
    gives(&g([false, true, false, true], false), &[2, 4]);
    gives(&g([false, true, false, true], true), &[2, 1, 4, 1]);
    gives(&g([true; 4], false), &[1]);
    gives(&g([true; 4], true), &[1; 4]);
    gives(&g([false; 4], false), &[2, 3, 4, 5]);
    assert_eq!(g([false, true, false, true], false).count(), 15);
    let rows = |function| Reduce::new(function, shape(&[3, 4]), [false, true, false, false], false);
    gives(&rows(ReduceFunction::Max), &[3]);
    assert_eq!(rows(ReduceFunction::Max).cost().flops, 12);
    assert_eq!(rows(ReduceFunction::Mean).cost().flops, 15);
    let g = Reduce::new(ReduceFunction::Max, shape(&[3, 4]), [true, false, true, true], true);
    faults(&g, Fault::Axis { axis: 2, rank: 2 });
}

#[test]
fn ones_are_repeated_and_nothing_else() {
    gives(&Expand::new(shape(&[3, 1, 1]), shape(&[3, 8, 9])), &[3, 8, 9]);
    gives(&Expand::new(shape(&[3]), shape(&[3])), &[3]);
    gives(&Expand::new(shape(&[3, 1]), shape(&[UNKNOWN, UNKNOWN])), &[3, UNKNOWN]);
    let input = shape(&[3, 1]);
    for to in [&[6, 8][..], &[3, 8, 1], &[3]] {
        let to = shape(to);
        faults(&Expand::new(input, to), Fault::Expand { input, to });
    }
    faults(&Expand::new(input, shape(&[3, 0])), Fault::Zero(Arg::Shape));
    faults(&Expand::new(shape(&[1, 1]), shape(&[1 << 30, 1 << 30])), Fault::Overflow);
}

#[test]
fn a_new_shape_has_as_many_elements() {
    gives(&Reshape::new(shape(&[3, 8]), shape(&[2, 3, 4])), &[2, 3, 4]);
    gives(&Reshape::new(shape(&[3, UNKNOWN]), shape(&[7])), &[7]);
    let fault = Fault::Elements { expected: 24, found: 25 };
    faults(&Reshape::new(shape(&[3, 8]), shape(&[5, 5])), fault);
    faults(&Reshape::new(shape(&[3, 8]), shape(&[1 << 30, 1 << 30])), Fault::Overflow);
}

#[test]
fn matrices_are_multiplied() {
    let (mk, kn, km, nk) = ([4, 8], [8, 5], [8, 4], [5, 8]);
    for (left, right, transpose_left, transpose_right) in
        [(mk, kn, false, false), (km, kn, true, false), (mk, nk, false, true), (km, nk, true, true)]
    {
        let g = MatMul::new(shape(&left), shape(&right), transpose_left, transpose_right);
        gives(&g, &[4, 5]);
        assert_eq!((g.batch, g.m, g.k, g.n), (1, 4, 8, 5));
        assert_eq!(g.cost(), Cost { parameters: 0, frozen: 0, macs: 160, flops: 320 });
        let stack = |[a, b]: [usize; 2]| shape(&[3, a, b]);
        let g = MatMul::new(stack(left), stack(right), transpose_left, transpose_right);
        gives(&g, &[3, 4, 5]);
        assert_eq!((g.batch, g.cost().macs), (3, 480));
    }
    let plain =
        |left: &[usize], right: &[usize]| MatMul::new(shape(left), shape(right), false, false);
    gives(&plain(&[4, UNKNOWN], &[8, UNKNOWN]), &[4, UNKNOWN]);
    assert_eq!(plain(&[4, UNKNOWN], &[8, UNKNOWN]).k, 8);
    gives(&MatMul::new(Shape::UNKNOWN, shape(&[3, 8, 5]), false, false), &[3, UNKNOWN, 5]);
    for (left, right) in
        [(&[4, 8][..], &[4, 8][..]), (&[2, 4, 8], &[3, 8, 5]), (&[4, 8], &[2, 8, 5])]
    {
        let (left, right) = (shape(left), shape(right));
        let fault = Fault::Product { left, right, transposed: [false, false] };
        faults(&MatMul::new(left, right, false, false), fault);
    }
    faults(&plain(&[8], &[8, 5]), Fault::Rank { min: 2, max: 3, found: 1 });
    faults(&plain(&[4, 8], &[1, 1, 8, 5]), Fault::Rank { min: 2, max: 3, found: 4 });
    faults(&plain(&[1 << 30, 1], &[1, 1 << 30]), Fault::Overflow);
}

#[test]
fn integers_become_rows() {
    let args = EmbeddingArgs { count: None, features: 6 };
    let g = Embedding::new(shape(&[9]), 50, args);
    gives(&g, &[9, 6]);
    assert_eq!((g.count, g.weight(), g.cost().parameters), (50, shape(&[50, 6]), 300));
    gives(&Embedding::new(shape(&[2, 9]), 50, args), &[2, 9, 6]);
    let of = |count, limit, features| {
        Embedding::new(shape(&[9]), limit, EmbeddingArgs { count: Some(count), features })
    };
    assert_eq!(of(64, 50, 6).weight(), shape(&[64, 6]));
    faults(&of(49, 50, 6), Fault::Rows { expected: 50, found: 49 });
    faults(&of(50, 50, 0), Fault::Zero(Arg::Output));
    faults(&of(0, UNKNOWN, 6), Fault::Zero(Arg::Input));
    faults(&of(1 << 30, 50, 1 << 30), Fault::Overflow);
    let g = Embedding::new(shape(&[1, 2, 3]), 50, args);
    faults(&g, Fault::Rank { min: 1, max: 2, found: 3 });
}

#[test]
fn pixels_become_blocks() {
    gives(&Upsample2d::new(shape(&[3, 4, 5]), [2, 3]), &[3, 8, 15]);
    faults(&Upsample2d::new(shape(&[3, 4, 5]), [2, 0]), Fault::Zero(Arg::Scale));
    faults(&Upsample2d::new(shape(&[3, 4]), [2, 2]), Fault::Rank { min: 3, max: 3, found: 2 });
    faults(&Upsample2d::new(shape(&[3, 4, 5]), [1 << 40, 2]), Fault::Overflow);
}

/// The message of a fault of `name`, given `operands`.
fn text(fault: Fault, name: &str, source: &str, operands: &[&str]) -> String {
    let trail = [Step { line: 2, name: "input", kind: "", shape: shape(&[3, 8, 8]) }];
    explain(&fault, &Site { name, kind: name, source, operands }, &trail).as_str().to_owned()
}

#[test]
fn operands_are_named_as_they_are_written() {
    let (left, right) = (shape(&[16, 32, 32]), shape(&[32, 16, 16]));
    let fault = Fault::Unequal { left, right };
    let expected = "\
`+` needs two equal shapes, but `h` is [16, 32, 32] and `down(x)` is [32, 16, 16]
expected: [16, 32, 32]
   found: [32, 16, 16]";
    assert_eq!(text(fault, "+", "", &["h", "down(x)"]), expected);
    assert!(
        text(fault, "+", "", &[]).contains("but the left value is [16, 32, 32] and the right one")
    );

    let (first, other) = (shape(&[16, 32, 32]), shape(&[16, 16, 16]));
    let fault = Fault::Concat { axis: 0, index: 1, first, other };
    let expected = "\
`concat` along axis 0 needs equal sizes on the other axes, but `b` is [16, 16, 16]
expected: [_, 32, 32]
   found: [16, 16, 16]";
    assert_eq!(text(fault, "concat", "", &["a", "b"]), expected);

    let expected = "\
`embed` has 100 rows, but `tokens` provides integers below 256
expected: 256 or more
   found: 100
help: write `256`";
    let fault = Fault::Rows { expected: 256, found: 100 };
    assert_eq!(text(fault, "embed", "100", &["tokens"]), expected);
    assert!(text(fault, "embed", "", &[]).contains("but `input` provides"));

    let fault = Fault::Operands { min: 1, max: 8, found: 9 };
    let expected = "`concat` takes 1 to 8 values, but there are 9\nexpected: 1 to 8\n   found: 9";
    assert_eq!(text(fault, "concat", "", &[]), expected);
}

#[test]
fn a_product_that_does_not_fit_may_fit_transposed() {
    let product = |left: &[usize], right: &[usize], transposed| {
        let g = MatMul::new(shape(left), shape(right), transposed, false);
        text(g.fault(), "matmul", "", &["a", "b"])
    };
    let expected = "\
`matmul` multiplies rows by columns, but `a` is [4, 8] and `b` is [4, 8]
expected: [8, _]
   found: [4, 8]
help: write `matmul(a, b, transpose_b = true)`";
    assert_eq!(product(&[4, 8], &[4, 8], false), expected);
    let found = product(&[2, 8, 4], &[2, 8, 5], false);
    assert!(found.contains("expected: [2, 4, _]\n   found: [2, 8, 5]\n"), "{found}");
    assert!(found.ends_with("help: write `matmul(a, b, transpose_a = true)`"), "{found}");
    let found = product(&[8, 4], &[4, 5], true);
    assert!(found.contains("expected: [8, _]\n"), "{found}");
    assert!(found.ends_with("help: write `matmul(a, b)`"), "{found}");
    let found = product(&[8, 4], &[5, 8], false);
    assert!(found.ends_with("(a, b, transpose_a = true, transpose_b = true)`"), "{found}");
    assert!(!product(&[4, 8], &[7, 9], false).contains("help"));
    assert!(product(&[4, 8], &[2, 8, 9], false).contains("expected: [8, _]"));
    let g = MatMul::new(shape(&[8, 4]), shape(&[4, 8]), false, true);
    let found = text(g.fault(), "matmul", "", &["a", "b"]);
    assert!(found.contains("expected: [_, 4]\n") && found.ends_with("matmul(a, b)`"), "{found}");
    let found =
        text(MatMul::new(shape(&[8]), shape(&[8, 4]), false, false).fault(), "matmul", "", &[]);
    let expected = "\
`matmul` takes a matrix or a stack of matrices, but one of its values is a vector
expected: [rows, columns] or [matrices, rows, columns]
   found: [features]";
    assert!(found.starts_with(expected), "{found}");
}

#[test]
fn faults_of_one_value_say_what_is_allowed() {
    let slice = |start, end, size| text(Fault::Slice { start, end, size }, "slice", "", &["x"]);
    let expected = "\
`slice` takes 4..9 of an axis of size 6
expected: a range within 0..6
   found: 4..9
help: write `4..6`";
    assert_eq!(slice(4, 9, 6), expected);
    let expected = "\
`slice` takes 4..4 of an axis of size 6, which is nothing
expected: a range within 0..6
   found: 4..4";
    assert_eq!(slice(4, 4, 6), expected);
    assert!(slice(4, 4, UNKNOWN).contains("expected: a start below the end"));
    assert!(!slice(7, 9, 6).contains("help"));

    let fault = Fault::Permutation { rank: 3, found: 2 };
    let expected = "\
`permute` names each axis once, but `x` has 3
expected: 0 to 2 in some order
   found: 2 axes";
    assert_eq!(text(fault, "permute", "", &["x"]), expected);
    assert!(text(fault, "permute", "[1, 0]", &["x"]).ends_with("   found: [1, 0]"));

    let fault = Fault::Expand { input: shape(&[3, 1]), to: shape(&[6, 8]) };
    let expected = "\
`expand` repeats axes of size 1, but `x` is [3, 1]
expected: [3, _]
   found: [6, 8]";
    assert_eq!(text(fault, "expand", "[6, 8]", &["x"]), expected);
    assert!(text(fault, "expand", "[6, W]", &["x"]).ends_with("found: [6, 8] ([6, W])"));

    let fault = Fault::Elements { expected: 24, found: 25 };
    let expected = "\
`reshape` keeps every element, but `x` has 24 and the new shape 25
expected: 24
   found: 25 ([5, 5])";
    assert_eq!(text(fault, "reshape", "[5, 5]", &["x"]), expected);
}

#[test]
fn faults_lie_at_their_arguments() {
    let (left, right) = (shape(&[1]), shape(&[2]));
    for (fault, arg) in [
        (Fault::Unequal { left, right }, Arg::Kind),
        (Fault::Concat { axis: 0, index: 1, first: left, other: right }, Arg::Kind),
        (Fault::Operands { min: 1, max: 8, found: 0 }, Arg::Kind),
        (Fault::Product { left, right, transposed: [false; 2] }, Arg::Kind),
        (Fault::Slice { start: 0, end: 0, size: 0 }, Arg::Range),
        (Fault::Permutation { rank: 1, found: 2 }, Arg::Axes),
        (Fault::Expand { input: left, to: right }, Arg::Shape),
        (Fault::Elements { expected: 1, found: 2 }, Arg::Shape),
        (Fault::Rows { expected: 2, found: 1 }, Arg::Input),
    ] {
        assert_eq!(fault.arg(), arg, "{fault:?}");
        assert!(Arg::ALL.contains(&arg));
    }
}

/// All functions on odd numbers: a fault or an output, never a panic.
#[test]
fn no_numbers_make_a_function_panic() {
    let odd = [0, 1, 3, 1 << 41, usize::MAX - 1, UNKNOWN];
    let mut shapes = vec![Shape::UNKNOWN];
    for a in odd {
        shapes.push(shape(&[a]));
        for b in odd {
            shapes.extend([shape(&[a, b]), shape(&[a, 3, b]), shape(&[b, a, 1, b])]);
        }
    }
    for (i, input) in shapes.iter().copied().enumerate() {
        for (k, other) in shapes.iter().copied().enumerate() {
            let all: [&dyn Function; 5] = [
                &Binary::new(ADD, input, other),
                &Concat::new(&[input, other, input], k % 5),
                &Expand::new(input, other),
                &Reshape::new(input, other),
                &MatMul::new(input, other, i % 2 == 0, k % 2 == 0),
            ];
            all.iter().for_each(|f| check(*f, &[input, other]));
        }
        for a in odd {
            for b in odd {
                let args = EmbeddingArgs { count: Some(a), features: b };
                let axes = [a == 1, b == 1, a == 0, b == 0];
                let permute = Permute::new(input, &[a, b, 0, 1][..i % 5]);
                let all: [&dyn Function; 5] = [
                    &Slice::new(input, i % 5, a, b),
                    &permute,
                    &Reduce::new(ReduceFunction::Mean, input, axes, i % 2 == 0),
                    &Embedding::new(input, b, args),
                    &Upsample2d::new(input, [a, b]),
                ];
                let given = [input, shape(&[a, b]), permute.output()];
                all.iter().for_each(|f| check(*f, &given));
                let back = permute.inverse();
                assert!(!permute.fault().is_none() || back.fault().is_none(), "{permute:?}");
            }
        }
    }
}

/// What is known and without fault has an output, which is known.
fn check(function: &dyn Function, given: &[Shape]) {
    let (fault, output, _) = function.look();
    let known = given.iter().all(Shape::is_known);
    assert!(!known || !fault.is_none() || output.is_known(), "{function:?}");
    let large = output.is_known() && output.len() > 1 << 40;
    let given_large = given.iter().any(|g| g.len() > 1 << 40);
    assert!(!large || !fault.is_none() || given_large, "{function:?} {output:?}");
    for operands in [&[][..], &["a", "b", "c"]] {
        assert_eq!(text(fault, "matmul", "", operands).is_empty(), fault.is_none());
    }
}

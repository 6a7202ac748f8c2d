//! Samples of the kernels that move numbers, and of those over windows and axes.

use nnplan::{
    AdaptiveAvgPool2d, Concat, Embedding, EmbeddingArgs, Expand, Padding, Permute, Pool2d,
    Pool2dArgs, Reduce, ReduceFunction, Shape, Slice, Upsample2d,
};

use super::*;

mod numeric;

/// Pools of all kinds of windows.
fn pools() -> Vec<Pool2d> {
    let pool = |input: [usize; 3], kernel, stride, padding: [usize; 4], dilation, pad| {
        let args = Pool2dArgs {
            kernel: Some(kernel),
            stride: Some(stride),
            padding: Padding::Explicit(padding),
            dilation,
            count_include_pad: pad,
        };
        let g = Pool2d::new(Shape::new(&input), args);
        assert!(g.fault().is_none(), "{:?}", g.fault());
        g
    };
    let same = Pool2dArgs {
        kernel: Some([2, 3]),
        stride: Some([1, 2]),
        padding: Padding::Same,
        dilation: [3, 2],
        count_include_pad: false,
    };
    vec![
        pool([3, 8, 10], [2, 2], [2, 2], [0; 4], [1, 1], true),
        pool([2, 7, 9], [2, 2], [2, 2], [0; 4], [1, 1], true),
        pool([2, 9, 12], [3, 4], [3, 4], [0; 4], [1, 1], true),
        pool([2, 9, 8], [3, 3], [2, 2], [1; 4], [1, 1], true),
        pool([2, 9, 8], [3, 3], [2, 2], [1; 4], [1, 1], false),
        pool([3, 10, 7], [3, 2], [1, 1], [0, 1, 1, 0], [2, 3], false),
        pool([2, 11, 9], [2, 1], [3, 2], [0; 4], [1, 1], true),
        pool([2, 20, 21], [7, 8], [2, 1], [3, 2, 1, 4], [1, 1], false),
        pool([1, 40, 40], [17, 17], [5, 6], [4; 4], [2, 1], true),
        pool([5, 9, 7], [9, 7], [9, 7], [0; 4], [1, 1], true),
        pool([5, 4, 4], [4, 4], [4, 4], [0; 4], [1, 1], true),
        pool([1, 257, 256], [257, 256], [1, 1], [0; 4], [1, 1], true),
        Pool2d::new(Shape::new(&[2, 8, 9]), same),
        // Windows that lie in the padding alone.
        Pool2d::new(Shape::new(&[2, 1, 9]), same),
    ]
}

/// Values one after the other.
fn concats() -> Vec<Concat> {
    let of = |shapes: &[&[usize]], axis| {
        let shapes: Vec<Shape> = shapes.iter().map(|s| Shape::new(s)).collect();
        Concat::new(&shapes, axis)
    };
    vec![
        of(&[&[3, 4, 5], &[1, 4, 5], &[2, 4, 5]], 0),
        of(&[&[3, 1, 5], &[3, 7, 5]], 1),
        of(&[&[7, 3], &[7, 300], &[7, 1]], 1),
    ]
}

/// Ranges along each axis.
fn slices() -> Vec<Slice> {
    let of = |shape: &[usize], axis, start, end| Slice::new(Shape::new(shape), axis, start, end);
    vec![
        of(&[5, 4, 3], 0, 1, 3),
        of(&[5, 9, 3], 1, 0, 7),
        of(&[40, 33], 1, 32, 33),
        of(&[8], 0, 0, 8),
    ]
}

/// Axes in other orders: rows that stay, short ones, and tiles.
fn permutes() -> Vec<Permute> {
    let of = |shape: &[usize], axes: &[usize]| Permute::new(Shape::new(shape), axes);
    vec![
        of(&[3, 4, 5, 6], &[0, 1, 2, 3]),
        of(&[3, 4, 5, 6], &[2, 0, 1, 3]),
        of(&[3, 4, 5, 6], &[3, 1, 0, 2]),
        of(&[9, 8, 3], &[2, 0, 1]),
        of(&[33, 70], &[1, 0]),
        of(&[17, 3, 16], &[2, 1, 0]),
        of(&[2, 40, 3, 35], &[0, 3, 2, 1]),
        of(&[1, 1], &[1, 0]),
        of(&[64, 32], &[1, 0]),
        of(&[2, 3, 2, 5, 3, 2], &[4, 1, 3, 0, 5, 2]),
    ]
}

/// Repetitions: few and many, side by side and apart.
fn expands() -> Vec<Expand> {
    let of = |from: &[usize], to: &[usize]| Expand::new(Shape::new(from), Shape::new(to));
    vec![
        of(&[3, 1, 5], &[3, 4, 5]),
        of(&[1], &[1000]),
        of(&[3, 1, 2, 1], &[3, 7, 2, 9]),
        of(&[1, 12], &[700, 12]),
        of(&[1, 3], &[90, 3]),
        of(&[2, 3], &[2, 3]),
        of(&[2, 1, 1, 3, 1, 2], &[2, 4, 3, 3, 5, 2]),
    ]
}

/// Reductions of all three kinds: short and long, side by side and apart.
fn reductions() -> Vec<Reduce> {
    use ReduceFunction::{Max, Mean, Sum};
    let shapes: &[(&[usize], &[usize])] = &[
        (&[5, 7], &[1]),
        (&[5, 7], &[0]),
        (&[5, 7], &[0, 1]),
        (&[3, 4, 5, 6], &[0, 2]),
        (&[3, 4, 5, 6], &[1, 3]),
        (&[5, 70], &[1]),
        (&[3, 5000], &[1]),
        (&[90, 40], &[0]),
        (&[3000, 9], &[0]),
        (&[9, 3, 40, 5], &[0, 2]),
        (&[40000], &[0]),
        (&[2, 3], &[]),
        (&[2, 3, 2, 5, 3, 2], &[1, 2, 4]),
    ];
    let of = |f, (shape, axes): &(&[usize], &[usize])| {
        Reduce::over(f, Shape::new(shape), Some(axes), false)
    };
    let each = |f| shapes.iter().map(move |s| of(f, s));
    each(Sum).chain(each(Mean)).chain(each(Max)).collect()
}

/// Blocks of pixels.
fn upsamples() -> Vec<Upsample2d> {
    let of = |shape: [usize; 3], scale| Upsample2d::new(Shape::new(&shape), scale);
    vec![of([3, 4, 5], [2, 2]), of([2, 3, 7], [3, 1]), of([2, 3, 4], [7, 5])]
}

/// Adaptive pools: even ones, uneven ones, larger than their input, of the whole image.
fn adaptive_pools() -> Vec<AdaptiveAvgPool2d> {
    let of = |shape: [usize; 3], size| AdaptiveAvgPool2d::new(Shape::new(&shape), size);
    vec![
        of([2, 6, 8], [2, 4]),
        of([3, 5, 7], [3, 4]),
        of([2, 3, 2], [5, 7]),
        of([1, 31, 1], [7, 3]),
        of([2, 9, 10], [1, 1]),
    ]
}

/// Tables: small and large ones, narrow and wide.
fn embeddings() -> Vec<Embedding> {
    let of = |integers: usize, count, features| {
        let args = EmbeddingArgs { count: Some(count), features };
        Embedding::new(Shape::new(&[integers]), count, args)
    };
    vec![of(1, 1, 1), of(100, 7, 5), of(70, 20, 40), of(300, 30, 150), of(50, 2100, 130)]
}

/// The kernels of all these.
fn all() -> Vec<Kernel> {
    let mut all = Vec::new();
    for g in &pools() {
        all.extend([pool2d::max_pool2d(g, false, None), pool2d::max_pool2d(g, true, None)]);
        all.extend([
            pool2d::max_pool2d_grad(g, pool2d::is_pairs(g)),
            pool2d::avg_pool2d(g, pool2d::is_by_all(g)),
            pool2d::avg_pool2d_grad(g, pool2d::is_by_all(g), pool2d::is_pairs(g)),
        ]);
    }
    for g in &concats() {
        all.extend((0..g.count).map(|i| concat::concat_part(key::Columns::of_part(g, i))));
    }
    all.extend(slices().iter().flat_map(|g| [slice::slice(g), slice::slice_grad(g)]));
    all.extend([slice::step(7, 35), slice::step_put(7, 35), fill::fill(7), fill::zero()]);
    all.extend(permutes().iter().map(permute::permute));
    all.extend(
        expands().iter().flat_map(|g| {
            [expand::expand(expand::groups(g)), expand::expand_grad(expand::groups(g))]
        }),
    );
    all.extend(reductions().iter().flat_map(|g| {
        [
            reduce::reduce(g.function, reduce::groups(g)),
            reduce::reduce_grad(g.function, reduce::groups(g)),
        ]
    }));
    for g in &upsamples() {
        all.extend([upsample2d::upsample2d(g), upsample2d::upsample2d_grad(g)]);
    }
    for g in &adaptive_pools() {
        all.extend([
            adaptive_avg_pool2d::adaptive_avg_pool2d(g),
            adaptive_avg_pool2d::adaptive_avg_pool2d_grad(g),
        ]);
    }
    for g in &embeddings() {
        all.push(embedding::embedding(g));
        all.extend([Write::Assign, Write::Add].map(|w| embedding::embedding_grad_weight(g, w)));
    }
    all
}

/// A sample of each kernel, and of each of its forms.
pub(super) fn samples() -> Vec<Kernel> {
    let (pools, permutes, reductions) = (pools(), permutes(), reductions());
    let (expands, upsamples, embeddings) = (expands(), upsamples(), embeddings());
    // Pairs; overlaps with padding, written out and in loops; a whole image.
    let [pairs, padded, looped, whole] = [0, 4, 7, 9].map(|i| &pools[i]);
    let many = reductions.len() / 3;
    vec![
        pool2d::max_pool2d(pairs, true, None),
        pool2d::max_pool2d(padded, false, None),
        pool2d::max_pool2d(looped, true, None),
        pool2d::max_pool2d_grad(pairs, pool2d::is_pairs(pairs)),
        pool2d::max_pool2d_grad(padded, pool2d::is_pairs(padded)),
        pool2d::avg_pool2d(padded, pool2d::is_by_all(padded)),
        pool2d::avg_pool2d(whole, pool2d::is_by_all(whole)),
        pool2d::avg_pool2d_grad(padded, pool2d::is_by_all(padded), pool2d::is_pairs(padded)),
        pool2d::avg_pool2d_grad(looped, pool2d::is_by_all(looped), pool2d::is_pairs(looped)),
        concat::concat_part(key::Columns::of_part(&concats()[1], 1)),
        slice::slice(&slices()[1]),
        slice::slice_grad(&slices()[0]),
        permute::permute(&permutes[0]), // a copy
        permute::permute(&permutes[2]),
        permute::permute(&permutes[6]),
        expand::expand(expand::groups(&expands[2])),
        expand::expand_grad(expand::groups(&expands[2])),
        expand::expand_grad(expand::groups(&expands[3])),
        // Of one thread, and of teams: sum, mean, maximum.
        reduce::reduce(reductions[3].function, reduce::groups(&reductions[3])),
        reduce::reduce(reductions[many + 6].function, reduce::groups(&reductions[many + 6])),
        reduce::reduce(
            reductions[2 * many + 7].function,
            reduce::groups(&reductions[2 * many + 7]),
        ),
        reduce::reduce_grad(reductions[many + 3].function, reduce::groups(&reductions[many + 3])),
        reduce::reduce_grad(
            reductions[2 * many + 1].function,
            reduce::groups(&reductions[2 * many + 1]),
        ),
        reduce::reduce_grad(
            reductions[2 * many + 6].function,
            reduce::groups(&reductions[2 * many + 6]),
        ),
        upsample2d::upsample2d(&upsamples[0]),
        upsample2d::upsample2d_grad(&upsamples[0]),
        upsample2d::upsample2d_grad(&upsamples[2]),
        adaptive_avg_pool2d::adaptive_avg_pool2d(&adaptive_pools()[1]),
        adaptive_avg_pool2d::adaptive_avg_pool2d_grad(&adaptive_pools()[1]),
        embedding::embedding(&embeddings[1]),
        embedding::embedding_grad_weight(&embeddings[2], Write::Assign),
        embedding::embedding_grad_weight(&embeddings[4], Write::Add),
    ]
}

/// The assembler takes all of them, also those that are no samples.
#[test]
fn the_assembler_takes_every_geometry() {
    let named = |(i, kernel): (usize, Kernel)| (format!("{}_{i}", kernel.name()), kernel);
    let named: Vec<_> = all().into_iter().enumerate().map(named).collect();
    tests::assemble("places", &named, &["sm_70", "sm_90"]);
}

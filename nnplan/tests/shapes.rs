//! Shapes, arithmetic with unknown numbers, and what layers make of shapes.

use nnplan::{
    Activation, AdaptiveAvgPool2d, Arg, BatchNorm, BatchNormArgs, Conv2d, Conv2dArgs, Cost, Fault,
    Flatten, LayerNorm, Linear, LinearArgs, Padding, Shape, Softmax, SoftmaxArgs, UNKNOWN, add,
    align, largest, mul, or_zero, padding, times,
};

#[test]
fn unknown_is_contagious_and_overflow_is_unknown() {
    assert_eq!((mul(6, 7), add(6, 7)), (42, 13));
    for (a, b) in [(UNKNOWN, 2), (2, UNKNOWN), (UNKNOWN, 0), (0, UNKNOWN)] {
        assert_eq!((mul(a, b), add(a, b)), (UNKNOWN, UNKNOWN));
    }
    assert_eq!((mul(1 << 40, 1 << 40), add(usize::MAX - 1, 5)), (UNKNOWN, UNKNOWN));
    assert_eq!(times(u64::MAX, 2), u64::MAX);
    assert_eq!((or_zero(UNKNOWN), or_zero(3)), (0, 3));
    assert_eq!(largest(&[3, UNKNOWN, 7, 5]), 7);
    assert_eq!(largest(&[]), 0);
}

#[test]
fn tensors_are_aligned_to_sixteen_elements() {
    for (n, aligned) in [(0, 0), (1, 16), (15, 16), (16, 16), (17, 32), (UNKNOWN, UNKNOWN)] {
        assert_eq!(align(n), aligned);
    }
    for n in 0..100 {
        assert_eq!(n + padding(n), align(n));
    }
    assert_eq!(align(usize::MAX - 3), UNKNOWN);
}

#[test]
fn shapes_know_what_they_know() {
    let image = Shape::new(&[3, 4, 5]);
    assert_eq!((image.rank(), image.len(), image.last()), (3, 60, 5));
    assert_eq!((image.channels(), image.per_channel()), (3, 20));
    assert_eq!((image.dims(), image.dim(3)), (&[3, 4, 5][..], 1));
    assert_eq!(image.with_last(7), Shape::new(&[3, 4, 7]));
    assert!(image.is_known() && !image.is_empty());
    assert!(Shape::new(&[3, 0]).is_empty());
    let partly = Shape::new(&[3, UNKNOWN]);
    assert!(!partly.is_known() && partly.len() == UNKNOWN && partly.channels() == 3);
    let none = Shape::UNKNOWN;
    assert!(!none.is_known() && none.len() == UNKNOWN && none.last() == UNKNOWN);
    assert_eq!((none.channels(), none.per_channel(), none.rank()), (UNKNOWN, UNKNOWN, 0));
    let tail = none.with_last(3);
    assert!(!tail.is_known() && tail.len() == UNKNOWN && (tail.last(), tail.rank()) == (3, 0));
}

#[test]
fn unknown_sizes_fit_any() {
    let fits = |a: &[usize], b: &[usize]| Shape::new(a).fits(&Shape::new(b));
    assert!(fits(&[3, 4], &[3, 4]) && fits(&[3, UNKNOWN], &[3, 4]) && fits(&[3, 4], &[UNKNOWN, 4]));
    assert!(!fits(&[3, 4], &[3, 5]) && !fits(&[3, 4], &[3, 4, 1]) && !fits(&[3, UNKNOWN], &[4, 4]));
    assert!(Shape::UNKNOWN.fits(&Shape::new(&[1])) && Shape::new(&[1]).fits(&Shape::UNKNOWN));
}

const CONV: Conv2dArgs = Conv2dArgs {
    in_channels: Some(4),
    out_channels: 6,
    kernel: [3, 2],
    stride: [1, 2],
    padding: Padding::Explicit([1, 1, 0, 0]),
    dilation: [1, 1],
    groups: Some(2),
    bias: true,
};

#[test]
fn a_convolution_has_the_sizes_of_its_definition() {
    // In a constant, as the emitted code has it.
    const G: Conv2d = Conv2d::new(Shape::new(&[4, 8, 9]), CONV);
    const { assert!(G.fault().is_none()) };
    assert_eq!(G.output(), Shape::new(&[6, 8, 4]));
    assert_eq!(G.weight(), Shape::new(&[6, 2, 3, 2]));
    assert_eq!((G.bias(), G.patch(), G.fan_out()), (Shape::new(&[6]), 12, 18));
    assert_eq!((G.in_pixels(), G.out_pixels()), (72, 32));
    let cost = G.cost();
    assert_eq!(cost.parameters, 6 * 12 + 6);
    assert_eq!(cost.macs, 6 * 32 * 12);
    assert_eq!(cost.flops, 2 * cost.macs + 6 * 32);
    let depthwise = Conv2d::new(Shape::new(&[4, 8, 9]), Conv2dArgs { groups: None, ..CONV });
    assert_eq!((depthwise.groups, depthwise.group_in()), (4, 1));
}

#[test]
fn layers_work_on_shapes_that_they_do_not_know() {
    let shapes = [
        Shape::UNKNOWN,
        Shape::new(&[UNKNOWN]),
        Shape::new(&[UNKNOWN; 2]),
        Shape::new(&[UNKNOWN; 3]),
    ];
    for input in shapes {
        let rank = input.rank();
        let linear = LinearArgs { in_features: None, out_features: 3, bias: true };
        let linear = Linear::new(input, linear);
        assert!(rank == 3 || linear.fault().is_none());
        let _ = (linear.output(), linear.cost(), linear.weight().len());
        let conv = Conv2d::new(input, CONV);
        assert!(rank == 1 || rank == 2 || conv.fault().is_none());
        let _ = (conv.output(), conv.cost(), conv.fan_out());
        let _ = (Flatten::new(input).output(), Flatten::new(input).fault());
        for images in [false, true] {
            let args = BatchNormArgs { channels: None, images, eps: 0.1, momentum: 0.1 };
            let norm = BatchNorm::new(input, args);
            let _ = (norm.output(), norm.cost(), norm.fault(), norm.weight());
        }
        for axes in [None, Some(1), Some(2), Some(UNKNOWN)] {
            let norm = LayerNorm::new(input, axes, 0.1);
            let _ = (norm.output(), norm.cost(), norm.fault(), norm.weight());
            assert!(axes != Some(UNKNOWN) || norm.rows == UNKNOWN && norm.weight().rank() == 0);
        }
        let softmax = Softmax::new(input, SoftmaxArgs { axis: UNKNOWN, log: false });
        assert!(softmax.fault().is_none() && softmax.output() == input);
    }
}

#[test]
fn norms_divide_a_sample_into_rows() {
    let input = Shape::new(&[2, 3, 4]);
    let rows = |axes| {
        let g = LayerNorm::new(input, axes, 1e-5);
        (g.rows, g.features, g.weight())
    };
    assert_eq!(rows(None), (1, 24, input));
    assert_eq!(rows(Some(3)), (1, 24, input));
    assert_eq!(rows(Some(2)), (2, 12, Shape::new(&[3, 4])));
    assert_eq!(rows(Some(1)), (6, 4, Shape::new(&[4])));
    let softmax = |axis| {
        let g = Softmax::new(input, SoftmaxArgs { axis, log: false });
        (g.outer, g.classes, g.inner)
    };
    assert_eq!((softmax(0), softmax(1), softmax(2)), ((1, 2, 12), (2, 3, 4), (6, 4, 1)));
}

#[test]
fn costs_saturate() {
    let large = Shape::new(&[usize::MAX / 2, 3]);
    let args = LinearArgs { in_features: Some(usize::MAX / 2), out_features: 1 << 40, bias: true };
    let linear = Linear::new(large, args);
    assert_eq!((linear.cost().macs, linear.cost().flops), (u64::MAX, u64::MAX));
}

#[test]
fn windows_of_an_adaptive_pool_cover_the_image() {
    for (input, output) in [(1, 1), (6, 2), (5, 3), (7, 4), (3, 5), (1, 4), (31, 7), (12, 8)] {
        let g = AdaptiveAvgPool2d::new(Shape::new(&[2, input, 1]), [output, 1]);
        assert_eq!((g.fault(), g.output()), (Fault::None, Shape::new(&[2, output, 1])));
        let mut elements = 0;
        for i in 0..output {
            let [start, end] = g.window(0, i);
            assert_eq!([start, end], [i * input / output, ((i + 1) * input).div_ceil(output)]);
            assert!(start < end && end <= input);
            elements += end - start;
            for pixel in 0..input {
                let [first, last] = g.windows_of(0, pixel);
                let is_in = (start..end).contains(&pixel);
                assert_eq!((first..last).contains(&i), is_in, "{input} to {output}: {pixel}, {i}");
            }
        }
        let flops = 2 * elements as u64;
        assert_eq!(g.cost(), Cost { flops, ..Cost::ZERO }, "{input} to {output}");
    }
    let of = |dims: &[usize], size| AdaptiveAvgPool2d::new(Shape::new(dims), size);
    assert_eq!(of(&[2, 3, 3], [0, 1]).fault(), Fault::Zero(Arg::Output));
    assert!(matches!(of(&[4], [2, 2]).fault(), Fault::Rank { min: 3, max: 3, found: 1 }));
    assert!(matches!(of(&[4, 1, 1], [1 << 20, 1 << 20]).fault(), Fault::Overflow));
    let unknown = of(&[UNKNOWN, 3, 3], [2, UNKNOWN]);
    assert_eq!((unknown.fault(), unknown.cost()), (Fault::None, Cost::ZERO));
}

#[test]
fn functions_of_each_element_say_what_their_gradient_reads() {
    use Activation::{Abs, Clamp, Exp, Ln, Pow, Reciprocal, Sqrt, Square};
    assert!([Exp, Sqrt, Clamp(0.0, 1.0)].iter().all(Activation::saves_output));
    assert!(![Ln, Square, Abs, Pow(0.5), Reciprocal(1.0)].iter().any(Activation::saves_output));
    let shape = Shape::new(&[3, 4]);
    for (f, each) in [(Exp, 1), (Abs, 1), (Reciprocal(2.0), 1), (Clamp(0.0, 1.0), 2), (Pow(2.0), 3)]
    {
        assert_eq!(f.cost(shape).flops, 12 * each, "{f:?}");
    }
}

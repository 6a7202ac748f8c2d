//! The texts of faults, each whole; and that no rule panics, whatever the numbers are.

use nnplan::{
    Arg, Conv2d, Conv2dArgs, Fault, Linear, LinearArgs, Padding, Pool2d, Pool2dArgs, Shape, Site,
    Step, UNKNOWN, explain,
};

fn step(line: usize, name: &'static str, kind: &'static str, dims: &[usize]) -> Step<'static> {
    Step { line, name, kind, shape: Shape::new(dims) }
}

fn text(fault: Fault, kind: &str, source: &str, trail: &[Step<'_>]) -> String {
    let site = Site { name: "x", kind, source, operands: &[] };
    explain(&fault, &site, trail).as_str().to_owned()
}

fn image() -> [Step<'static>; 1] {
    [step(2, "input", "", &[3, 8, 8])]
}

#[test]
fn another_size_is_explained_by_its_origin() {
    let trail = [
        step(2, "input", "", &[3, 56, 56]),
        step(3, "a", "Conv2d", &[64, 56, 56]),
        step(4, "b", "Relu", &[64, 56, 56]),
        step(5, "pool", "MaxPool2d", &[64, 8, 8]),
        step(6, "flat", "Flatten", &[4096]),
    ];
    let fault = Fault::Input { expected: 4096, found: 12544, channels: false };
    let expected = "\
`x` takes 12544 inputs (64*14*14), but `flat` provides 4096
expected: 4096
   found: 12544
shapes up to here:
  …
  line   3  a     Conv2d     [64, 56, 56]
  line   4  b     Relu       [64, 56, 56]
  line   5  pool  MaxPool2d  [64, 8, 8]
  line   6  flat  Flatten    [4096]
help: write `64*8*8`";
    assert_eq!(text(fault, "Linear", "64*14*14", &trail), expected);
    // A source that is the number says nothing more.
    let found = text(fault, "Linear", "12544", &trail);
    assert!(found.starts_with("`x` takes 12544 inputs, but"), "{found}");
    assert!(found.ends_with("help: write `64*8*8`"), "{found}");
}

#[test]
fn channels_are_called_channels() {
    let fault = Fault::Input { expected: 3, found: 1, channels: true };
    let expected = "\
`x` takes 1 input channel, but `input` provides 3
expected: 3
   found: 1
shapes up to here:
  line   2  input  [3, 8, 8]
help: write `3`";
    assert_eq!(text(fault, "Conv2d", "1", &image()), expected);
}

#[test]
fn ranks_have_names_and_a_way_out() {
    let expected = "\
`x` takes a vector or a matrix, but `input` provides an image [3, 8, 8]
expected: [features] or [rows, columns]
   found: [3, 8, 8]
shapes up to here:
  line   2  input  [3, 8, 8]
help: put `flat: Flatten;` before `x`, which makes it [192]";
    let fault = Fault::Rank { min: 1, max: 2, found: 3 };
    assert_eq!(text(fault, "Linear", "", &image()), expected);
    let fault = Fault::Rank { min: 3, max: 3, found: 1 };
    let found = text(fault, "Conv2d", "", &[step(0, "input", "", &[9])]);
    let expected = "\
`x` takes an image, but `input` provides a vector [9]
expected: [channels, height, width]
   found: [9]
shapes up to here:
  input  [9]
help: declare `input: [1, 3, 3];`";
    assert_eq!(found, expected, "without lines where the editor gives none");
}

/// The lines of a text but for the shapes.
fn brief(fault: Fault) -> String {
    let text = text(fault, "Conv2d", "", &image());
    let is_shape = |l: &&str| !l.starts_with("  line") && !l.starts_with("shapes");
    text.lines().filter(is_shape).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_other_faults_say_what_is_allowed() {
    let zero = |arg, name: &str| {
        let expected = format!("{name} of `x` is zero\nexpected: 1 or more\n   found: 0");
        assert_eq!(brief(Fault::Zero(arg)), expected);
    };
    zero(Arg::Kernel, "the kernel");
    zero(Arg::Stride, "`stride`");
    zero(Arg::Dilation, "`dilation`");
    zero(Arg::Groups, "`groups`");
    zero(Arg::Input, "the input size");
    zero(Arg::Output, "the output size");
    zero(Arg::Axis, "the number of axes");
    zero(Arg::Scale, "`scale`");
    zero(Arg::Shape, "a size of the new shape");
    assert_eq!(
        brief(Fault::Kernel { span: 11, padded: 8, horizontal: true }),
        "the window of `x` covers 11 columns, but its padded input has 8\nexpected: at most 8\n   found: 11\nhelp: write `padding = 2`, or a smaller kernel"
    );
    assert_eq!(
        brief(Fault::Groups { groups: 4, in_channels: 8, out_channels: 6 }),
        "the 6 output channels of `x` do not divide into 4 groups\nexpected: a divisor of 8 and 6\n   found: 4\nhelp: write `groups = 2`"
    );
    assert_eq!(
        brief(Fault::PoolPadding { padding: 2, limit: 1 }),
        "the padding of `x` is more than half its window\nexpected: at most 1\n   found: 2\nhelp: write `padding = 1`"
    );
    assert_eq!(
        brief(Fault::PoolGap { dilation: 4, input: 3, horizontal: false }),
        "the window of `x` can step over the whole input: its rows lie 4 apart\nexpected: at most 3\n   found: 4"
    );
    assert_eq!(
        brief(Fault::Axis { axis: 3, rank: 3 }),
        "`x` works along axis 3, but `input` provides [3, 8, 8]\nexpected: 0 to 2\n   found: 3"
    );
    assert_eq!(
        brief(Fault::Depthwise { in_channels: 4, out_channels: 6 }),
        "`x` is depthwise, but its 6 output channels are not a multiple of its 4 input channels\nexpected: a multiple of 4\n   found: 6\nhelp: write `8`"
    );
    assert!(brief(Fault::Overflow).contains("more than 2^40 elements"));
}

#[test]
fn a_message_stays_within_twelve_lines() {
    let trail: Vec<Step<'_>> = (0..20).map(|i| step(i, "layer", "Relu", &[3, 8, 8])).collect();
    for fault in [
        Fault::Input { expected: 1, found: 2, channels: false },
        Fault::Rank { min: 1, max: 2, found: 3 },
        Fault::Kernel { span: 9, padded: 8, horizontal: false },
    ] {
        let found = text(fault, "Linear", "", &trail);
        assert!(found.lines().count() <= 12, "{found}");
    }
}

/// All rules on odd numbers: a fault or an output, never a panic.
#[test]
fn no_numbers_make_a_rule_panic() {
    let odd = [0, 1, 3, 1 << 41, usize::MAX - 1, UNKNOWN];
    for input in [Shape::UNKNOWN, Shape::new(&[4]), Shape::new(&[4, 5, 6])] {
        for a in odd {
            for b in odd {
                for c in odd {
                    for padding in [Padding::Same, Padding::Explicit([b, c, 0, a])] {
                        windows(input, [a, b, c], padding);
                    }
                    let args = LinearArgs { in_features: Some(a), out_features: b, bias: true };
                    let g = Linear::new(Shape::new(&[c, a]), args);
                    let _ = (g.fault(), g.output(), g.cost());
                }
            }
        }
    }
}

fn windows(input: Shape, [a, b, c]: [usize; 3], padding: Padding) {
    let conv = Conv2d::new(
        input,
        Conv2dArgs {
            in_channels: None,
            out_channels: c,
            kernel: [a, b],
            stride: [b, c],
            padding,
            dilation: [c, a],
            groups: if a == 3 { None } else { Some(b) },
            bias: true,
        },
    );
    let (fault, output) = (conv.fault(), conv.output());
    let _ = (conv.cost(), conv.vertical.dropped(), conv.fan_out(), conv.weight().len());
    // What is known and without fault has an output, which is known.
    let known = input.is_known() && [a, b, c].iter().all(|n| *n != UNKNOWN);
    assert!(!known || !fault.is_none() || output.is_known(), "{conv:?}");
    let pool = Pool2d::new(
        input,
        Pool2dArgs {
            kernel: Some([a, b]),
            stride: Some([b, c]),
            padding,
            dilation: [c, a],
            count_include_pad: true,
        },
    );
    let (fault, output) = (pool.fault(), pool.output());
    let _ = (pool.cost(), pool.index_len());
    assert!(!known || !fault.is_none() || output.is_known(), "{pool:?}");
    for fault in [conv.fault(), pool.fault()] {
        let _ = text(fault, "Conv2d", "", &image());
    }
}

//! The planner on cases whose answer is known, and the table of a network.

use nnplan::{
    Cost, Live, Plan, Row, Shape, Text, UNKNOWN, lower_bound, plan, summary, total, verify,
};

#[test]
fn a_chain_needs_two_neighbours_at_a_time() {
    const LIVES: [Live; 3] = [Live::new(32, 0, 1), Live::new(64, 1, 2), Live::new(16, 2, 3)];
    const PLAN: Plan<3> = plan(&LIVES); // in a constant, as the emitted code has it
    assert_eq!(PLAN.len, 96);
    assert_eq!(lower_bound(&LIVES), 96);
    assert!(verify(&LIVES, &PLAN.offsets, PLAN.len));
    assert_eq!(PLAN.offsets, [64, 0, 64], "the first and the last share");
}

#[test]
fn sizes_are_rounded_and_nothing_takes_no_room() {
    let lives = [Live::new(1, 0, 5), Live::new(17, 0, 5), Live::new(0, 0, 5)];
    let p = plan(&lives);
    assert_eq!((p.len, lower_bound(&lives)), (48, 48));
    assert!(p.offsets.iter().all(|o| o % 16 == 0));
    assert_eq!(Live::new(UNKNOWN, 0, 1).size, 0);
    assert_eq!(plan(&[]), Plan { offsets: [], len: 0 });
    assert_eq!(lower_bound(&[]), 0);
}

#[test]
fn a_hole_is_filled_where_the_value_fits() {
    // The second dies early; the last fits into its place between two that stay.
    let lives =
        [Live::new(64, 0, 9), Live::new(48, 0, 1), Live::new(32, 0, 9), Live::new(40, 2, 9)];
    let p = plan(&lives);
    assert!(verify(&lives, &p.offsets, p.len));
    assert_eq!(p.len, 64 + 48 + 32);
    assert_eq!(p.offsets[3], p.offsets[1]);
}

#[test]
fn overlaps_are_found() {
    let lives = [Live::new(16, 0, 1), Live::new(16, 1, 2), Live::new(16, 2, 3)];
    assert!(verify(&lives, &[0, 16, 0], 32));
    assert!(!verify(&lives, &[0, 15, 0], 32), "an element is shared at step 1");
    assert!(!verify(&lives, &[0, 16, 16], 32), "and at step 2");
    assert!(!verify(&lives, &[0, 17, 0], 32), "behind the end");
    assert!(verify(&[Live::new(0, 0, 9), Live::new(8, 0, 9)], &[0, 0], 8), "0 elements");
}

fn row(
    name: &'static str,
    kind: &'static str,
    dims: &[usize],
    n: usize,
    flops: u64,
) -> Row<'static> {
    let cost = Cost { parameters: n, frozen: 0, macs: flops / 2, flops };
    Row { name, kind, shape: Shape::new(dims), cost }
}

#[test]
fn the_table_has_a_line_a_layer_and_the_sums() {
    let rows = [
        row("conv1", "Conv2d", &[32, 56, 56], 896, 5_519_360),
        row("pool1", "MaxPool2d", &[32, 28, 28], 0, 100_352),
        row("out", "Linear", &[10], UNKNOWN, 0),
    ];
    let text: Text<1024> = summary("Net", &rows);
    let expected = "\
Net
layer  kind       output              parameters           FLOPs
conv1  Conv2d     [32, 56, 56]               896         5519360
pool1  MaxPool2d  [32, 28, 28]                 0          100352
out    Linear     [10]                         0               0
total                                          0         5619712
";
    assert_eq!(text.as_str(), expected);
    assert_eq!(total(&rows).flops, 5_619_712);
    assert_eq!(total(&rows).parameters, UNKNOWN, "a sum with an unknown number is unknown");
    let known = total(&rows[..2]);
    assert_eq!((known.parameters, known.macs), (896, 2_809_856));
}

#[test]
fn what_is_frozen_has_a_column() {
    let frozen = |row: Row<'static>, numbers| Row { cost: row.cost.freezing(numbers), ..row };
    let rows = [
        frozen(row("body", "Body", &[16], 896, 1000), UNKNOWN),
        frozen(row("head", "Linear", &[10], 170, 320), 160),
    ];
    let text: Text<1024> = summary("Net", &rows);
    let expected = "\
Net
layer  kind    output              parameters      frozen           FLOPs
body   Body    [16]                         0         896            1000
head   Linear  [10]                        10         160             320
total                                      10        1056            1320
";
    assert_eq!(text.as_str(), expected);
    assert_eq!((total(&rows).parameters, total(&rows).frozen), (10, 1056));
    let unknown = row("out", "Linear", &[10], UNKNOWN, 0).cost;
    assert_eq!((unknown.freezing(3).parameters, unknown.freezing(3).frozen), (UNKNOWN, 3));
    assert_eq!(
        (unknown.freezing(UNKNOWN).parameters, unknown.freezing(UNKNOWN).frozen),
        (0, UNKNOWN)
    );
    assert_eq!(unknown.freezing(0), unknown);
    assert_eq!(unknown.freezing(UNKNOWN).shared(), unknown.shared());
}

#[test]
fn a_text_keeps_whole_what_fits() {
    let text = Text::<10>::EMPTY.str("abc").str("too long to fit").number(42);
    assert_eq!((text.as_str(), text.len()), ("abc42", 5));
    assert_eq!(Text::<32>::EMPTY.left("ab", 4).right(7, 3).as_str(), "ab    7");
    assert_eq!(Text::<32>::EMPTY.number(u64::MAX).as_str(), "18446744073709551615");
    assert_eq!(Text::<32>::EMPTY.size(UNKNOWN).number(0).as_str(), "?0");
    assert_eq!(Text::<32>::EMPTY.shape(&Shape::new(&[3, UNKNOWN])).as_str(), "[3, ?]");
    assert_eq!(Text::<32>::EMPTY.shape(&Shape::UNKNOWN).as_str(), "[?]");
    assert!(Text::<32>::EMPTY.is_empty());
}

//! Plans of networks within networks, by hand.

use super::*;
use crate::device::{Space, Within};

const NO_SEGMENTS: (&[(usize, usize)], &[Run], bool) = (&[], &[], false);

/// Within another network: one input, one output.
const fn inside(x: &'static [Region], y: &'static [Region], first: usize) -> Inside<'static> {
    Inside {
        key: 0,
        again: false,
        frozen: false,
        parameters: 0,
        buffers: 0,
        values: Within::Plan(first),
        index: Region::NONE,
        statistic: Region::NONE,
        inputs: x,
        outputs: y,
        output_gradients: &[],
        input_gradients: &[],
    }
}

/// Two calls with a value of ten between them.
const INNER: &Values = &Values::of(
    &[(10, 0, 1)],
    &[(Region::input(0, 10), 0, 0), (Region::output(0, 10), 1, 1)],
    (2, 3),
    NO_SEGMENTS,
    &[],
    &[],
);

#[test]
fn what_comes_in_ends_within() {
    // A value before the inner network, and one after it, which a call of the outer network reads.
    const X: &[Region] = &[Region::value(0, 10)];
    const Y: &[Region] = &[Region::value(1, 10)];
    const INSIDE: &Inside<'static> = &inside(X, Y, 2);
    const OUTER: &Values = &Values::of(
        &[(10, 0, 0), (10, 2, 2)],
        &[],
        (3, 4),
        NO_SEGMENTS,
        &[Use::of(INNER, (1, 0), INSIDE)],
        &[],
    );
    const PLACES: Placed = Placed::of(&places::<[usize; 3]>(OUTER));
    // Two at a time: the output lies where the input lay.
    assert_eq!(PLACES.offsets(), [0, 0, 16]);
    assert_eq!((PLACES.arena, PLACES.local), (32, 0));
    assert_eq!(starts(2, [INNER, INNER]), [2, 3]);
}

#[test]
fn calls_work_in_place_across_a_border() {
    // The inner call writes what comes in over, if nothing reads it afterwards.
    const WITHIN: &Values = &Values::of(
        &[(10, 0, 1)],
        &[(Region::input(0, 10), 0, 0)],
        (2, 3),
        NO_SEGMENTS,
        &[],
        &[InPlace { from: Region::input(0, 10), to: Region::value(0, 10), step: 0 }],
    );
    const X: &[Region] = &[Region::value(0, 10)];
    const TWICE: &[Region] = &[Region::value(0, 10), Region::value(0, 10)];
    const fn outer(blocks: &'static [Block], uses: &'static [Use]) -> Values {
        Values::of(blocks, &[], (3, 4), NO_SEGMENTS, uses, &[])
    }
    const fn used(inside: &'static Inside<'static>) -> Use {
        Use::of(WITHIN, (1, 0), inside)
    }
    const ONCE: &Inside<'static> = &inside(X, &[], 1);
    const BOTH: &Inside<'static> = &inside(TWICE, &[], 1);
    const ENDS: &Values = &outer(&[(10, 0, 0)], &[used(ONCE)]);
    const LIVES: &Values = &outer(&[(10, 0, 2)], &[used(ONCE)]);
    const NAMED: &Values = &outer(&[(10, 0, 0)], &[used(BOTH)]);
    let arena = |values| places::<[usize; 2]>(values).arena;
    assert_eq!(arena(ENDS), 16);
    assert_eq!(arena(LIVES), 32, "a call of the outer network reads it later");
    assert_eq!(arena(NAMED), 32, "it has two names within");
}

#[test]
fn runs_are_one_segment_if_all_within_is() {
    const PORTS: &[(Region, usize, usize)] =
        &[(Region::input(0, 10), 0, 0), (Region::output(0, 10), 1, 1)];
    const fn within(is_one: bool) -> Values {
        Values::of(&[(10, 0, 1)], PORTS, (2, 3), (&[(0, 1)], &[], is_one), &[], &[])
    }
    const PIECE: &Values = &within(true);
    const OTHER: &Values = &within(false);
    const X: &[Region] = &[Region::input(0, 10)];
    const Y: &[Region] = &[Region::value(0, 10)];
    const INSIDE: &Inside<'static> = &inside(X, Y, 1);
    const fn outer(uses: &'static [Use], runs: &'static [Run]) -> Values {
        Values::of(&[(10, 1, 1)], &[], (2, 3), (&[(1, 1)], runs, true), uses, &[])
    }
    const A: &[Use] = &[Use::of(PIECE, (0, 0), INSIDE)];
    const B: &[Use] = &[Use::of(OTHER, (0, 0), INSIDE)];
    const JOINED: &Values = &outer(A, &[Run::of((0, 1), (0, 1), A)]);
    const APART: &Values = &outer(B, &[Run::of((0, 1), (0, 1), B)]);
    assert!(JOINED.is_joined(0) && JOINED.is_piece);
    assert!(!APART.is_joined(0) && !APART.is_piece);
    const TOGETHER: Placed = Placed::of(&places::<[usize; 2]>(JOINED));
    const SPLIT: Placed = Placed::of(&places::<[usize; 2]>(APART));
    // What the inner network gives crosses from one segment to the other, if they are two.
    assert_eq!((TOGETHER.arena, TOGETHER.local), (0, 32));
    assert_eq!((SPLIT.arena, SPLIT.local), (16, 16));
    assert_eq!(region(TOGETHER.offsets()[0], 10).space, Space::Local);
    assert_eq!(region(SPLIT.offsets()[0], 10), Region::arena(0, 10));
}

#[test]
fn what_is_kept_lives_until_the_backward_calls() {
    // Two calls forward, two backward; a value between them, and what comes in, are read by the last.
    const LAYER: &Values = &Values::of(
        &[(10, 0, 4)],
        &[
            (Region::input(0, 10), 0, 4),
            (Region::output(0, 10), 1, 1),
            (Region::output_gradient(0, 10), 3, 3),
            (Region::input_gradient(0, 10), 4, 4),
        ],
        (2, 5),
        NO_SEGMENTS,
        &[],
        &[],
    );
    // a, b, c, and the gradients by c, b, a, of which calls of the outer network touch the first and the last.
    const V: [Region; 6] = {
        let mut v = [Region::NONE; 6];
        let mut i = 0;
        while i < 6 {
            v[i] = Region::value(i, 10);
            i += 1;
        }
        v
    };
    const FIRST: &Inside<'static> = &Inside {
        output_gradients: &[V[4]],
        input_gradients: &[V[5]],
        ..inside(&[V[0]], &[V[1]], 6)
    };
    const SECOND: &Inside<'static> = &Inside {
        output_gradients: &[V[3]],
        input_gradients: &[V[4]],
        ..inside(&[V[1]], &[V[2]], 7)
    };
    const USES: &[Use] = &uses([Use::of(LAYER, (1, 7), FIRST), Use::of(LAYER, (2, 6), SECOND)]);
    const OUTER: &Values = &Values::of(
        &[(10, 0, 0), (10, 9, 0), (10, 3, 5), (10, 5, 5), (10, 9, 0), (10, 8, 8)],
        &[],
        (4, 9),
        NO_SEGMENTS,
        USES,
        &[],
    );
    const PLACES: Placed = Placed::of(&places::<[usize; 8]>(OUTER));
    // When the gradient by c is made, all six before it are there; those by b and a then lie where others lay.
    let [a, b, c, d_c, d_b, d_a, in_first, in_second] = PLACES.offsets() else {
        panic!("eight values");
    };
    let mut all = [a, b, c, d_c, in_first, in_second];
    all.sort_unstable();
    assert_eq!(all, [&0, &16, &32, &48, &64, &80]);
    assert_eq!(PLACES.arena, 96);
    assert!([a, b, in_first, in_second].iter().all(|v| *v != d_b), "{d_b}");
    assert!(d_a != a && d_a != in_first && d_a != d_b, "{d_a}");
}

#[test]
fn without_backward_calls_values_live_through_the_forward_ones() {
    // What comes out is written by the first call and read by a backward one; another value is made meanwhile.
    const LAYER: &Values =
        &Values::of(&[(10, 1, 1)], &[(Region::output(0, 10), 0, 3)], (2, 4), NO_SEGMENTS, &[], &[]);
    const INSIDE: &Inside<'static> = &inside(&[], &[Region::value(0, 10)], 1);
    const OUTER: &Values = &Values::of(
        &[(10, 9, 0)],
        &[],
        (3, 5),
        NO_SEGMENTS,
        &[Use::of(LAYER, (2, 0), INSIDE)],
        &[],
    );
    const PLACES: Placed = Placed::of(&places::<[usize; 2]>(OUTER));
    assert_ne!(PLACES.offsets()[0], PLACES.offsets()[1]);
}

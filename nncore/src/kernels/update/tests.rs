//! Optimizers against PyTorch and their formulas.

extern crate std;
use super::*;
use crate::random::{Purpose, Seed, Stream};
use std::vec;
use std::vec::Vec;

/// What torch 2.15 makes of `p = torch.tensor([1., -2., 0.5])`, in `f64`, in four steps with
/// `p.grad = torch.tensor(g)` for g in [`GRADIENTS`].
const PYTORCH: [(Update, [f64; 3]); 11] = [
    // torch.optim.SGD(p, 0.1, weight_decay=0.1)
    (
        Update::Sgd { momentum: 0.0, dampening: 0.0, nesterov: false, weight_decay: 0.1 },
        [0.9507910199999999, -1.96128705, 0.329498205],
    ),
    // torch.optim.SGD(p, 0.1, 0.9)
    (
        Update::Sgd { momentum: 0.9, dampening: 0.0, nesterov: false, weight_decay: 0.0 },
        [0.97641, -2.03523, 0.0056999999999999456],
    ),
    // torch.optim.SGD(p, 0.1, 0.9, dampening=0.5, weight_decay=0.01)
    (
        Update::Sgd { momentum: 0.9, dampening: 0.5, nesterov: false, weight_decay: 0.01 },
        [0.964823346701375, -1.953650839154, -0.0933551657499375],
    ),
    // torch.optim.SGD(p, 0.1, 0.9, nesterov=True, weight_decay=0.01)
    (
        Update::Sgd { momentum: 0.9, dampening: 0.0, nesterov: true, weight_decay: 0.01 },
        [0.9568883365620531, -2.0476872114814273, -0.10278717930121399],
    ),
    // torch.optim.Adam(p, 0.1)
    (
        Update::Adam { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.0 },
        [0.8234553602863146, -1.9747378087273155, 0.3157304072721892],
    ),
    // torch.optim.Adam(p, 0.1, (0.8, 0.99), 0.01, 0.1)
    (
        Update::Adam { beta1: 0.8, beta2: 0.99, eps: 0.01, weight_decay: 0.1 },
        [0.7828345423898937, -1.8166838531974268, 0.3218907691934189],
    ),
    // torch.optim.AdamW(p, 0.1)
    (
        Update::AdamW { beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0.01 },
        [0.8199261186669539, -1.9669958596794397, 0.3141139106106801],
    ),
    // torch.optim.RMSprop(p, 0.1)
    (
        Update::RmsProp {
            alpha: 0.99,
            eps: 1e-8,
            weight_decay: 0.0,
            momentum: 0.0,
            centered: false,
        },
        [-0.4641507287980119, -2.3204293694608435, -0.2970820468908449],
    ),
    // torch.optim.RMSprop(p, 0.1, 0.9, 1e-3, 0.1, centered=True)
    (
        Update::RmsProp { alpha: 0.9, eps: 1e-3, weight_decay: 0.1, momentum: 0.0, centered: true },
        [0.4689889771508179, -1.7782130015077602, 0.2152148506318137],
    ),
    // torch.optim.RMSprop(p, 0.1, 0.9, momentum=0.5)
    (
        Update::RmsProp {
            alpha: 0.9,
            eps: 1e-8,
            weight_decay: 0.0,
            momentum: 0.5,
            centered: false,
        },
        [0.1851146595492233, -2.035621829482069, 0.05903955702297502],
    ),
    // torch.optim.RMSprop(p, 0.1, 0.9, 1e-3, 0.1, 0.5, centered=True)
    (
        Update::RmsProp { alpha: 0.9, eps: 1e-3, weight_decay: 0.1, momentum: 0.5, centered: true },
        [0.12189910377295574, -1.5625541723790743, 0.01670746178914268],
    ),
];
const GRADIENTS: [[f64; 3]; 4] =
    [[0.1, -0.3, 2.0], [0.2, 0.4, -1.0], [-0.5, 0.0, 0.25], [0.3, 0.3, 0.3]];

#[test]
fn updates_are_pytorchs() {
    for (u, expected) in PYTORCH {
        let mut p = [1.0, -2.0, 0.5];
        let mut state = [[0.0; 3]; 3];
        for (i, g) in GRADIENTS.iter().enumerate() {
            // Halved gradients scaled by two: a power of two changes no bit.
            let half = g.map(|g| g * 0.5);
            update(&u, 0.1, i as u64 + 1, 2.0, &mut p, &half, state.each_mut().map(|s| &mut s[..]));
        }
        for (found, expected) in p.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-14, "{u:?}: {found}, {expected}");
        }
        // The slots that are counted are those that are used.
        let used = state.iter().filter(|s| **s != [0.0; 3]).count();
        assert_eq!(used, u.state_slots(), "{u:?}");
        assert!(state[..used].iter().all(|s| *s != [0.0; 3]), "{u:?}");
    }
}

/// One step t, from 1, of parameter `p` with gradient `g`, by the pseudocode on `torch.optim`'s pages; `state` has the
/// order of [`Update::state_slots`].
fn by_formula(u: &Update, lr: f64, t: u64, p: &mut f64, g: f64, state: &mut [f64; 3]) {
    let t_real = t as f64;
    match *u {
        Update::Sgd { momentum, dampening, nesterov, weight_decay } => {
            let mut g = g + weight_decay * *p;
            if momentum != 0.0 {
                state[0] = if t > 1 { momentum * state[0] + (1.0 - dampening) * g } else { g };
                g = if nesterov { g + momentum * state[0] } else { state[0] };
            }
            *p -= lr * g;
        }
        Update::Adam { beta1, beta2, eps, .. } | Update::AdamW { beta1, beta2, eps, .. } => {
            let mut g = g;
            match *u {
                Update::AdamW { weight_decay, .. } => *p -= lr * weight_decay * *p,
                Update::Adam { weight_decay, .. } => g += weight_decay * *p,
                _ => {}
            }
            state[0] = beta1 * state[0] + (1.0 - beta1) * g;
            state[1] = beta2 * state[1] + (1.0 - beta2) * g * g;
            let m = state[0] / (1.0 - libm::pow(beta1, t_real));
            let v = state[1] / (1.0 - libm::pow(beta2, t_real));
            *p -= lr * m / (libm::sqrt(v) + eps);
        }
        Update::RmsProp { alpha, eps, weight_decay, momentum, centered } => {
            let g = g + weight_decay * *p;
            state[0] = alpha * state[0] + (1.0 - alpha) * g * g;
            let mut v = state[0];
            if centered {
                let slot = if momentum != 0.0 { 2 } else { 1 };
                state[slot] = alpha * state[slot] + (1.0 - alpha) * g;
                v -= state[slot] * state[slot];
                // `f64::max` would make a number of NaN.
                v = if v < 0.0 { 0.0 } else { v };
            }
            let step = g / (libm::sqrt(v) + eps);
            if momentum != 0.0 {
                state[1] = momentum * state[1] + step;
                *p -= lr * state[1];
            } else {
                *p -= lr * step;
            }
        }
    }
}

fn numbers(n: usize, a: u64) -> Vec<f32> {
    let stream = Stream::new(Seed(2), Purpose::Data, a, 0);
    (0..n as u64).map(|i| stream.normal_at(i) as f32).collect()
}

/// Five steps of n parameters, in pieces of `cut`, without slices for slots that are not used.
fn train(u: &Update, n: usize, cut: usize) -> (Vec<f32>, [Vec<f32>; 3]) {
    let mut p = numbers(n, 0);
    let mut state = [(); 3].map(|()| vec![0.0f32; n]);
    for step in 1..=5 {
        let g = numbers(n, step);
        for first in (0..n).step_by(cut) {
            let range = first..n.min(first + cut);
            let mut slot = 0;
            let pieces = state.each_mut().map(|s| {
                slot += 1;
                if slot <= u.state_slots() { &mut s[range.clone()] } else { &mut [] }
            });
            update(u, 0.01, step, 1.0, &mut p[range.clone()], &g[range], pieces);
        }
    }
    (p, state)
}

#[test]
fn updates_are_those_of_the_formulas_and_do_not_depend_on_cuts() {
    for (u, _) in PYTORCH {
        let n = 203;
        let (p, state) = train(&u, n, n);
        assert_eq!((p.clone(), state), train(&u, n, 17));
        for (i, &found) in p.iter().enumerate() {
            let (mut exact, mut state) = (f64::from(numbers(n, 0)[i]), [0.0; 3]);
            for step in 1..=5 {
                let g = f64::from(numbers(n, step)[i]);
                by_formula(&u, 0.01, step, &mut exact, g, &mut state);
            }
            let error = (f64::from(found) - exact).abs();
            assert!(error <= 2e-6 * exact.abs().max(1.0), "{u:?}: {found}, {exact}");
        }
    }
}

#[test]
fn a_nan_gradient_spoils_its_own_parameter_only() {
    for (u, _) in PYTORCH {
        let (mut p, mut state) = ([1.0f32; 3], [[0.0f32; 3]; 3]);
        let g = [0.5, f32::NAN, 0.5];
        update(&u, 0.1, 1, 1.0, &mut p, &g, state.each_mut().map(|s| &mut s[..]));
        assert!(p[0].is_finite() && p[1].is_nan() && p[0] == p[2], "{u:?}");
    }
}

#[test]
fn norms_by_blocks() {
    for n in [0, 1, 15, 16, 4095, 4096, 4097, 20_000] {
        let g = numbers(n, 9);
        let whole = squared_norm(&g);
        let blocks = g.chunks(NORM_BLOCK).map(squared_norm).fold(0.0, |sum, x| sum + x);
        assert_eq!(whole, blocks);
        let exact: f64 = g.iter().map(|&g| f64::from(g) * f64::from(g)).sum();
        assert!((whole - exact).abs() <= 1e-12 * exact);
    }
    assert_eq!(squared_norm(&[3.0f32, 4.0]), 25.0);
    let huge = squared_norm(&[f32::MAX; 2]);
    assert!(huge.is_finite() && huge > 1e76);
    assert!(squared_norm(&[1e-40f32]) > 0.0);
    assert!(squared_norm(&[1.0, f32::NAN]).is_nan());
}

#[test]
fn clipping_is_pytorchs() {
    // p.grad = torch.tensor([3., 4.]); torch.nn.utils.clip_grad_norm_(p, 1.0)
    assert_eq!(clip_scale(5.0, 1.0), 1.0 / (5.0 + 1e-6));
    assert_eq!(
        [clip_scale(0.5, 1.0), clip_scale(0.0, 1.0), clip_scale(f64::INFINITY, 1.0)],
        [1.0, 1.0, 0.0]
    );
    assert!(clip_scale(f64::NAN, 1.0).is_nan());
    let mut g = [0.5f32, -0.5, 7.0, -7.0, f32::INFINITY, f32::NEG_INFINITY, f32::NAN];
    clip_value(0.75, &mut g);
    assert_eq!(g[..6], [0.5, -0.5, 0.75, -0.75, 0.75, -0.75]);
    assert!(g[6].is_nan());
}

#[test]
#[should_panic(expected = "state of each parameter")]
fn missing_state() {
    let u = Update::Sgd { momentum: 0.9, dampening: 0.0, nesterov: false, weight_decay: 0.0 };
    update(&u, 0.1, 1, 1.0, &mut [1.0f32], &[1.0], [&mut [], &mut [], &mut []]);
}

/// Of a constant gradient the mean square and the squared mean become equal, and their difference may be rounded to less
/// than 0: PyTorch's parameter is NaN from then on.
#[test]
fn a_centred_root_of_less_than_nothing_is_0() {
    fn train<T: Element>(alpha: f64, g: f64, momentum: f64) -> [f64; 2] {
        let (eps, weight_decay) = (1e-8, 0.0);
        let u = Update::RmsProp { alpha, eps, weight_decay, momentum, centered: true };
        let (mut p, mut state) = ([T::ZERO], [[T::ZERO]; 3]);
        let (mut exact, mut exact_state, mut least) = (0.0, [0.0; 3], 0.0f64);
        for step in 1..=3000 {
            let slots = state.each_mut().map(|s| &mut s[..]);
            update(&u, 1e-12, step, 1.0, &mut p, &[T::from_f64(g)], slots);
            by_formula(&u, 1e-12, step, &mut exact, g, &mut exact_state);
            let [s, b, a] = state.map(|[x]| x);
            let a = if momentum == 0.0 { b } else { a };
            least = least.min((s - a * a).to_f64());
            assert!(p[0].is_finite() && exact.is_finite(), "{alpha} {g}: step {step}");
        }
        [least, p[0].to_f64()]
    }
    let mut negative = 0;
    for alpha in [0.5, 0.9, 0.99] {
        for g in [0.1, 0.3, 1.0, 1.1, 7.7, -123.456] {
            for momentum in [0.0, 0.5] {
                for [least, p] in
                    [train::<f32>(alpha, g, momentum), train::<f64>(alpha, g, momentum)]
                {
                    negative += usize::from(least < 0.0);
                    assert!(p * g < 0.0, "{alpha} {g}: {p}");
                }
            }
        }
    }
    assert!(negative >= 3, "{negative} of 72 had a difference below 0");
}

//! Initial values of parameters and buffers.

use crate::Element;
use crate::kernels::dispatch::avx2;
use crate::math::sqrt_f64;
#[cfg(not(for_size))]
use crate::random::unit;
use crate::random::{Purpose, Seed, Stream};
use crate::tensor::{Role, Start, TensorInfo};

/// How weights start. Norms always start at 1 and 0, running statistics at mean 0 and
/// variance 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Initializer {
    /// Weight and bias uniform in ±1/√fan_in: what `torch.nn.Linear` and `Conv2d` do
    /// (`reset_parameters`: `kaiming_uniform_` with a = √5, whose bound
    /// √(2/(1+a²)) √(3/fan_in) is the same).
    #[default]
    PyTorch,
    /// Uniform in ±√(6/fan_in), bias 0: variance 2/fan_in, made for ReLU (He, Zhang, Ren,
    /// Sun: Delving deep into rectifiers, 2015, section 2.2).
    KaimingUniform,
    /// Normal with that variance, bias 0.
    KaimingNormal,
    /// Uniform in ±√(6/(fan_in + fan_out)), bias 0 (Glorot, Bengio: Understanding the
    /// difficulty of training deep feedforward neural networks, 2010, equation 16).
    XavierUniform,
    /// Normal with variance 2/(fan_in + fan_out), bias 0.
    XavierNormal,
}

/// The distribution of a tensor's elements.
enum Distribution {
    Constant(f64),
    /// Uniform in ±bound.
    Uniform(f64),
    /// Normal with this standard deviation.
    Normal(f64),
}

impl Initializer {
    #[inline(always)]
    fn distribution(self, role: Role) -> Distribution {
        use Distribution::{Constant, Normal, Uniform};
        // √(numerator / fan); nothing to draw, and no NaN, for an empty tensor.
        let root = |numerator: f64, fan: usize| {
            if fan == 0 { 0.0 } else { sqrt_f64(numerator / fan as f64) }
        };
        match (self, role) {
            (_, Role::Scale | Role::RunningVariance) => Constant(1.0),
            (_, Role::Slope) => Constant(0.25),
            (_, Role::Free(Start::Constant(value))) => Constant(value),
            (_, Role::Free(Start::Uniform(bound))) => Uniform(bound),
            (_, Role::Free(Start::Normal(deviation))) => Normal(deviation),
            (_, Role::Shift | Role::RunningMean) => Constant(0.0),
            (Self::PyTorch, Role::Weight { fan_in, .. } | Role::Bias { fan_in }) => {
                Uniform(root(1.0, fan_in))
            }
            (_, Role::Bias { .. }) => Constant(0.0),
            (_, Role::Embedding) => Normal(1.0),
            (Self::KaimingUniform, Role::Weight { fan_in, .. }) => Uniform(root(6.0, fan_in)),
            (Self::KaimingNormal, Role::Weight { fan_in, .. }) => Normal(root(2.0, fan_in)),
            (Self::XavierUniform, Role::Weight { fan_in, fan_out }) => {
                Uniform(root(6.0, fan_in + fan_out))
            }
            (Self::XavierNormal, Role::Weight { fan_in, fan_out }) => {
                Normal(root(2.0, fan_in + fan_out))
            }
        }
    }
}

/// Fills `out`, the elements of `tensor`, which is number `index_of_tensor` of its network.
///
/// Element i is drawn from the counter (seed, tensor, i), in `f64`, and rounded. So `f32`
/// and `f64` networks start at the same point up to rounding, the numbers are the same on
/// every machine, and adding a layer at the end changes no tensor before it.
///
/// # Panics
/// When `out` has not the length of `tensor.shape`.
pub fn initialize<T: Element>(
    initializer: Initializer,
    seed: Seed,
    index_of_tensor: u32,
    tensor: &TensorInfo,
    out: &mut [T],
) {
    assert_eq!(out.len(), tensor.shape.len(), "`{}` has another length", tensor.name);
    fill::<T, true>(initializer, seed, index_of_tensor, tensor, out);
}

/// The same without the check; a program in which no tensor `IS_NORMAL`, normally distributed or free, has no code for that.
#[inline(always)]
pub(crate) fn fill<T: Element, const IS_NORMAL: bool>(
    initializer: Initializer,
    seed: Seed,
    index_of_tensor: u32,
    tensor: &TensorInfo,
    out: &mut [T],
) {
    let stream = Stream::new(seed, Purpose::Init, u64::from(index_of_tensor), 0);
    let role = match tensor.role {
        // There is none: the compiler is told so.
        Role::Free(_) if !IS_NORMAL => Role::Shift,
        role => role,
    };
    match initializer.distribution(role) {
        Distribution::Constant(value) => out.fill(T::from_f64(value)),
        Distribution::Uniform(bound) => {
            uniform(&stream, bound, out);
        }
        Distribution::Normal(_) if !IS_NORMAL => {
            debug_assert!(false, "`{}` is normally distributed", tensor.name);
        }
        Distribution::Normal(deviation) => {
            for (i, out) in out.iter_mut().enumerate() {
                *out = T::from_f64(stream.normal_at(i as u64) * deviation);
            }
        }
    }
}

avx2! {
    /// Numbers between `-bound` and `bound`: number i is that of the stream.
    fn uniform<T>(stream: &Stream, bound: f64, out: &mut [T]) = uniform_body;
}

#[inline(always)]
fn uniform_body<T: Element>(stream: &Stream, bound: f64, out: &mut [T]) {
    let number = |uniform: f64| T::from_f64((2.0 * uniform - 1.0) * bound);
    let mut done = 0;
    // A block is two numbers, and eight of them are computed side by side; in builds for size nothing is.
    #[cfg(not(for_size))]
    for sixteen in out.as_chunks_mut::<16>().0 {
        let [a, b, c, d] = stream.blocks::<8>(done as u64 / 2);
        for i in 0..8 {
            sixteen[2 * i] = number(unit(u64::from(b[i]) << 32 | u64::from(a[i])));
            sixteen[2 * i + 1] = number(unit(u64::from(d[i]) << 32 | u64::from(c[i])));
        }
        done += 16;
    }
    for out in &mut out[done..] {
        *out = number(stream.uniform_f64_at(done as u64));
        done += 1;
    }
}

/// Whether a tensor begins with numbers that are normally distributed, by [`Initializer::PyTorch`], or as it says itself.
pub(crate) const fn has_embedding(tensors: &[TensorInfo]) -> bool {
    let mut i = 0;
    while i < tensors.len() {
        if matches!(tensors[i].role, Role::Embedding | Role::Free(_)) {
            return true;
        }
        i += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    extern crate std;
    use super::*;
    use crate::tensor::Sizes;
    use std::vec;
    use std::vec::Vec;

    fn tensor(role: Role, n: usize) -> TensorInfo {
        TensorInfo { name: "fc.weight", shape: Sizes::new(&[n]), offset: 0, role, is_frozen: false }
    }

    fn fill<T: Element>(initializer: Initializer, role: Role, n: usize) -> Vec<T> {
        let mut out = vec![T::from_f64(f64::NAN); n];
        initialize(initializer, Seed(1), 3, &tensor(role, n), &mut out);
        out
    }

    /// Mean, variance and largest magnitude of a filled weight.
    fn moments(initializer: Initializer, role: Role) -> (f64, f64, f64) {
        let x: Vec<f64> = fill(initializer, role, 50_000);
        let n = x.len() as f64;
        let mean = x.iter().sum::<f64>() / n;
        let largest = x.iter().fold(0.0f64, |most, x| most.max(x.abs()));
        (mean, x.iter().map(|x| (x - mean).powi(2)).sum::<f64>() / n, largest)
    }

    #[test]
    fn distributions_are_those_of_the_papers() {
        let role = Role::Weight { fan_in: 64, fan_out: 32 };
        for (initializer, variance, bound) in [
            (Initializer::PyTorch, 1.0 / (3.0 * 64.0), Some(1.0 / 8.0)),
            (Initializer::KaimingUniform, 2.0 / 64.0, Some((6.0f64 / 64.0).sqrt())),
            (Initializer::KaimingNormal, 2.0 / 64.0, None),
            (Initializer::XavierUniform, 2.0 / 96.0, Some((6.0f64 / 96.0).sqrt())),
            (Initializer::XavierNormal, 2.0 / 96.0, None),
        ] {
            let (mean, found, largest) = moments(initializer, role);
            assert!(mean.abs() < 5.0 * (variance / 50_000.0f64).sqrt(), "{initializer:?}: {mean}");
            assert!((found / variance - 1.0).abs() < 0.04, "{initializer:?}: {found}");
            match bound {
                Some(bound) => assert!(largest <= bound && largest > 0.999 * bound),
                None => assert!(largest > 3.0 * variance.sqrt()),
            }
        }
        let (_, variance, largest) = moments(Initializer::PyTorch, Role::Bias { fan_in: 100 });
        assert!(largest <= 0.1 && (variance * 300.0 - 1.0).abs() < 0.04);
    }

    #[test]
    fn uniform_numbers_are_those_of_the_stream() {
        let stream = Stream::new(Seed(5), Purpose::Init, 2, 0);
        for n in [0, 1, 15, 16, 17, 40, 95] {
            let mut out = vec![0.0f64; n];
            uniform(&stream, 0.5, &mut out);
            for (i, x) in out.into_iter().enumerate() {
                let number = (2.0 * stream.uniform_f64_at(i as u64) - 1.0) * 0.5;
                assert_eq!(x, number, "number {i} of {n}");
            }
        }
    }

    #[test]
    fn constants() {
        for initializer in [Initializer::PyTorch, Initializer::KaimingNormal] {
            for (role, value) in [
                (Role::Scale, 1.0),
                (Role::Slope, 0.25),
                (Role::Shift, 0.0),
                (Role::RunningMean, 0.0),
                (Role::RunningVariance, 1.0),
            ] {
                assert_eq!(fill::<f32>(initializer, role, 5), [value; 5]);
            }
        }
        assert_eq!(fill::<f32>(Initializer::XavierUniform, Role::Bias { fan_in: 4 }, 3), [0.0; 3]);
        assert_eq!(fill::<f32>(Initializer::PyTorch, Role::Bias { fan_in: 0 }, 3), [0.0; 3]);
    }

    #[test]
    fn tensors_seeds_and_types() {
        let role = Role::Weight { fan_in: 9, fan_out: 9 };
        let single: Vec<f32> = fill(Initializer::KaimingNormal, role, 99);
        let double: Vec<f64> = fill(Initializer::KaimingNormal, role, 99);
        assert!(single.iter().zip(&double).all(|(&s, &d)| s == d as f32));
        let mut other = vec![0.0f32; 99];
        initialize(Initializer::KaimingNormal, Seed(1), 4, &tensor(role, 99), &mut other);
        assert!(single.iter().zip(&other).all(|(a, b)| a != b));
        initialize(Initializer::KaimingNormal, Seed(2), 3, &tensor(role, 99), &mut other);
        assert!(single.iter().zip(&other).all(|(a, b)| a != b));
    }
}

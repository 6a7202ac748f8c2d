//! Sums over the planes of channels of a batch.

use super::Machine;
use super::simd::Simd;

/// Vectors that are added in `f32` before their sum goes to an `f64`.
const BLOCK: usize = 64;

/// Channels that are summed side by side, at most: their planes lie one after another.
pub(in crate::kernels) const CHANNELS: usize = 8;

/// The planes of some channels: those of sample n begin at `first + n · step`.
#[derive(Clone, Copy, Debug)]
pub(in crate::kernels) struct Planes {
    /// At most [`CHANNELS`].
    pub(in crate::kernels) channels: usize,
    pub(in crate::kernels) first: usize,
    pub(in crate::kernels) step: usize,
    pub(in crate::kernels) samples: usize,
    /// Elements of a plane.
    pub(in crate::kernels) len: usize,
}

/// Of each channel two sums.
pub(in crate::kernels) type Sums = [[f64; 2]; CHANNELS];

/// `Σ d (x - mean)` and `Σ d` of each channel, where d is `x - mean` unless it is given. The order of a sum is that of the lanes
/// of the machine's vectors, and of the samples.
///
/// # Panics
/// When a plane lies outside the slices, or there are more than [`CHANNELS`].
pub(in crate::kernels) fn sums(
    machine: Machine,
    p: &Planes,
    x: &[f32],
    d: Option<&[f32]>,
    mean: [f32; CHANNELS],
) -> Sums {
    let mut totals = [[0.0; 2]; CHANNELS];
    if p.samples == 0 || p.len == 0 {
        return totals;
    }
    assert!(p.channels <= CHANNELS, "channels that are summed side by side");
    let last = (p.samples - 1).saturating_mul(p.step).saturating_add(p.first);
    let end = last.saturating_add(p.channels * p.len);
    assert!(end <= x.len() && d.is_none_or(|d| end <= d.len()), "planes of a channel");
    let (to, d) = (&mut totals, d.map_or(core::ptr::null(), <[f32]>::as_ptr));
    let (x, mean) = (x.as_ptr(), &mean);
    // SAFETY: a `Machine` is one that this machine has; the planes lie in their slices: above.
    unsafe {
        super::on!(
            machine,
            all(p: &Planes, d: *const f32, x: *const f32, mean: &[f32; CHANNELS], to: &mut Sums)
        );
    }
    totals
}

/// # Safety
/// The machine has the instructions of `S`, and the planes lie in `x`, and in `d` unless that is null.
#[inline(always)]
unsafe fn all<S: Simd>(
    p: &Planes,
    d: *const f32,
    x: *const f32,
    mean: &[f32; CHANNELS],
    totals: &mut Sums,
) {
    // SAFETY: elements of the planes.
    unsafe {
        let mut sums = [[S::splat(0.0); 4]; CHANNELS];
        let mut count = 0;
        for sample in 0..p.samples {
            let mut start = 0;
            while start < p.len {
                let len = (p.len - start).min(BLOCK * S::LANES);
                for channel in 0..p.channels {
                    let at = p.first + sample * p.step + channel * p.len + start;
                    let d = if d.is_null() { d } else { d.add(at) };
                    block::<S>(x.add(at), d, len, mean[channel], &mut sums[channel]);
                }
                count += len.div_ceil(S::LANES);
                if count >= BLOCK {
                    add::<S>(&mut sums, totals);
                    count = 0;
                }
                start += len;
            }
        }
        add::<S>(&mut sums, totals);
    }
}

/// Adds some elements of a plane.
///
/// # Safety
/// As [`all`]: `len` elements of `x`, and of `d` unless that is null.
#[inline(always)]
unsafe fn block<S: Simd>(
    x: *const f32,
    d: *const f32,
    len: usize,
    mean: f32,
    sums: &mut [S::Vector; 4],
) {
    // SAFETY: elements below `len`; the last vector is masked.
    unsafe {
        let (one, minus) = (S::splat(1.0), S::splat(-mean));
        let [mut a, mut b, mut c, mut e] = *sums;
        let rest = len % S::LANES;
        let whole = len - rest;
        let mut i = 0;
        while i + S::LANES < whole {
            let (left, right) = (x.add(i), x.add(i + S::LANES));
            let left = S::mul_add(S::load(left), one, minus);
            let right = S::mul_add(S::load(right), one, minus);
            let (of_left, of_right) = if d.is_null() {
                (left, right)
            } else {
                (S::load(d.add(i)), S::load(d.add(i + S::LANES)))
            };
            a = S::mul_add(of_left, left, a);
            b = S::mul_add(of_left, one, b);
            // Of neighbours, so that no sum waits for the one before it.
            c = S::mul_add(of_right, right, c);
            e = S::mul_add(of_right, one, e);
            i += 2 * S::LANES;
        }
        if i < whole {
            let difference = S::mul_add(S::load(x.add(i)), one, minus);
            let d = if d.is_null() { difference } else { S::load(d.add(i)) };
            a = S::mul_add(d, difference, a);
            b = S::mul_add(d, one, b);
        }
        if rest > 0 {
            let mask = S::first(rest);
            let difference = S::mul_add(S::load_first(x.add(whole), mask), one, minus);
            let difference = S::keep(difference, mask);
            let d = if d.is_null() { difference } else { S::load_first(d.add(whole), mask) };
            c = S::mul_add(d, difference, c);
            e = S::mul_add(d, one, e);
        }
        *sums = [a, b, c, e];
    }
}

/// Adds the sums to the totals, and begins anew.
///
/// # Safety
/// The machine has the instructions of `S`.
#[inline(always)]
unsafe fn add<S: Simd>(sums: &mut [[S::Vector; 4]; CHANNELS], totals: &mut Sums) {
    for (sums, total) in sums.iter_mut().zip(totals) {
        // SAFETY: passed on to the caller.
        let [a, b, c, d] = unsafe { S::sums(*sums) };
        total[0] += f64::from(a) + f64::from(c);
        total[1] += f64::from(b) + f64::from(d);
        // SAFETY: passed on to the caller.
        *sums = [unsafe { S::splat(0.0) }; 4];
    }
}

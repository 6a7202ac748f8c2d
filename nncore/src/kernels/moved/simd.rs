//! Vectors of `f32` in an instruction set.

use core::arch::x86_64::*;

/// Vectors of `f32`. All functions need the instructions of the type, and are inlined into functions that have them.
///
/// # Safety
/// Of each function: the machine has the instructions; a pointer is valid for the vector, or for the lanes of the mask.
pub(super) trait Simd {
    /// Numbers in a vector.
    const LANES: usize;
    /// Whether there are 32 registers; there are 16 otherwise.
    const MANY: bool;
    type Vector: Copy;
    /// The first lanes of a vector.
    type Mask: Copy;

    unsafe fn splat(x: f32) -> Self::Vector;
    unsafe fn load(from: *const f32) -> Self::Vector;
    unsafe fn store(to: *mut f32, x: Self::Vector);
    /// `a * b + c`
    unsafe fn mul_add(a: Self::Vector, b: Self::Vector, c: Self::Vector) -> Self::Vector;
    /// The larger of `x` and 0; NaN where `x` is.
    unsafe fn positive(x: Self::Vector) -> Self::Vector;
    /// The mask of the first `lanes`, at most all.
    unsafe fn first(lanes: usize) -> Self::Mask;
    /// The lanes of a vector whose first column is `column`; `bits` are those of the 16 columns among which it lies.
    unsafe fn mask(bits: *const u16, column: usize) -> Self::Mask;
    /// The lanes of both.
    unsafe fn both(a: Self::Mask, b: Self::Mask) -> Self::Mask;
    /// 0 in the other lanes.
    unsafe fn keep(x: Self::Vector, mask: Self::Mask) -> Self::Vector;
    /// 0 in the other lanes, which are not read.
    unsafe fn load_first(from: *const f32, mask: Self::Mask) -> Self::Vector;
    /// The other lanes are not written.
    unsafe fn store_first(to: *mut f32, mask: Self::Mask, x: Self::Vector);
    /// Lanes 0, 2, … of the first, then of the second.
    unsafe fn even(low: Self::Vector, high: Self::Vector) -> Self::Vector;
    /// Lanes 1, 3, … of the first, then of the second.
    unsafe fn odd(low: Self::Vector, high: Self::Vector) -> Self::Vector;
    /// The sums of the lanes of four vectors: halves onto halves, then neighbours.
    unsafe fn sums(x: [Self::Vector; 4]) -> [f32; 4];
}

/// Eight lanes.
pub(super) enum Avx2 {}

/// Ones, then zeros: the mask of n lanes begins 8 - n before the middle.
static MASKS: [i32; 16] = [-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0];

/// The sums of the lanes of four vectors of four. No `haddps`: it reaches half of the registers only, and then no sum is held
/// in another one.
#[inline(always)]
unsafe fn sums_of_four([a, b, c, d]: [__m128; 4]) -> [f32; 4] {
    // SAFETY: SSE, which every x86-64 has; both types are 16 bytes.
    unsafe {
        let ab = _mm_add_ps(_mm_unpacklo_ps(a, b), _mm_unpackhi_ps(a, b));
        let cd = _mm_add_ps(_mm_unpacklo_ps(c, d), _mm_unpackhi_ps(c, d));
        core::mem::transmute(_mm_add_ps(_mm_movelh_ps(ab, cd), _mm_movehl_ps(cd, ab)))
    }
}

// SAFETY (of each block below): the caller promises what the intrinsic needs: the trait's contract.
#[allow(clippy::undocumented_unsafe_blocks)]
impl Simd for Avx2 {
    const LANES: usize = 8;
    const MANY: bool = false;
    type Vector = __m256;
    type Mask = __m256i;

    #[inline(always)]
    unsafe fn splat(x: f32) -> __m256 {
        unsafe { _mm256_set1_ps(x) }
    }
    #[inline(always)]
    unsafe fn load(from: *const f32) -> __m256 {
        unsafe { _mm256_loadu_ps(from) }
    }
    #[inline(always)]
    unsafe fn store(to: *mut f32, x: __m256) {
        unsafe { _mm256_storeu_ps(to, x) }
    }
    #[inline(always)]
    unsafe fn mul_add(a: __m256, b: __m256, c: __m256) -> __m256 {
        unsafe { _mm256_fmadd_ps(a, b, c) }
    }
    #[inline(always)]
    unsafe fn positive(x: __m256) -> __m256 {
        // Of two, the second is taken where one is NaN.
        unsafe { _mm256_max_ps(_mm256_setzero_ps(), x) }
    }
    #[inline(always)]
    unsafe fn first(lanes: usize) -> __m256i {
        unsafe { _mm256_loadu_si256(MASKS.as_ptr().add(8 - lanes).cast()) }
    }
    #[inline(always)]
    unsafe fn mask(bits: *const u16, column: usize) -> __m256i {
        unsafe {
            let bits = _mm256_set1_epi32(i32::from(*bits >> (column % 16)));
            let lanes = _mm256_set_epi32(128, 64, 32, 16, 8, 4, 2, 1);
            _mm256_cmpeq_epi32(_mm256_and_si256(bits, lanes), lanes)
        }
    }
    #[inline(always)]
    unsafe fn both(a: __m256i, b: __m256i) -> __m256i {
        unsafe { _mm256_and_si256(a, b) }
    }
    #[inline(always)]
    unsafe fn keep(x: __m256, mask: __m256i) -> __m256 {
        unsafe { _mm256_and_ps(x, _mm256_castsi256_ps(mask)) }
    }
    #[inline(always)]
    unsafe fn load_first(from: *const f32, mask: __m256i) -> __m256 {
        unsafe { _mm256_maskload_ps(from, mask) }
    }
    #[inline(always)]
    unsafe fn store_first(to: *mut f32, mask: __m256i, x: __m256) {
        unsafe { _mm256_maskstore_ps(to, mask, x) }
    }
    #[inline(always)]
    unsafe fn even(low: __m256, high: __m256) -> __m256 {
        unsafe {
            let mixed = _mm256_castps_pd(_mm256_shuffle_ps(low, high, 0b10_00_10_00));
            _mm256_castpd_ps(_mm256_permute4x64_pd(mixed, 0b11_01_10_00))
        }
    }
    #[inline(always)]
    unsafe fn odd(low: __m256, high: __m256) -> __m256 {
        unsafe {
            let mixed = _mm256_castps_pd(_mm256_shuffle_ps(low, high, 0b11_01_11_01));
            _mm256_castpd_ps(_mm256_permute4x64_pd(mixed, 0b11_01_10_00))
        }
    }
    #[inline(always)]
    unsafe fn sums(x: [__m256; 4]) -> [f32; 4] {
        let half =
            |x| unsafe { _mm_add_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1)) };
        unsafe { sums_of_four([half(x[0]), half(x[1]), half(x[2]), half(x[3])]) }
    }
}

/// Sixteen lanes.
pub(super) enum Avx512 {}

#[allow(clippy::undocumented_unsafe_blocks)]
impl Simd for Avx512 {
    const LANES: usize = 16;
    const MANY: bool = true;
    type Vector = __m512;
    type Mask = __mmask16;

    #[inline(always)]
    unsafe fn splat(x: f32) -> __m512 {
        unsafe { _mm512_set1_ps(x) }
    }
    #[inline(always)]
    unsafe fn load(from: *const f32) -> __m512 {
        unsafe { _mm512_loadu_ps(from) }
    }
    #[inline(always)]
    unsafe fn store(to: *mut f32, x: __m512) {
        unsafe { _mm512_storeu_ps(to, x) }
    }
    #[inline(always)]
    unsafe fn mul_add(a: __m512, b: __m512, c: __m512) -> __m512 {
        unsafe { _mm512_fmadd_ps(a, b, c) }
    }
    #[inline(always)]
    unsafe fn positive(x: __m512) -> __m512 {
        // Of two, the second is taken where one is NaN.
        unsafe { _mm512_max_ps(_mm512_setzero_ps(), x) }
    }
    #[inline(always)]
    unsafe fn first(lanes: usize) -> __mmask16 {
        ((1_u32 << lanes) - 1) as __mmask16
    }
    #[inline(always)]
    unsafe fn mask(bits: *const u16, _: usize) -> __mmask16 {
        unsafe { *bits }
    }
    #[inline(always)]
    unsafe fn both(a: __mmask16, b: __mmask16) -> __mmask16 {
        a & b
    }
    #[inline(always)]
    unsafe fn keep(x: __m512, mask: __mmask16) -> __m512 {
        unsafe { _mm512_maskz_mov_ps(mask, x) }
    }
    #[inline(always)]
    unsafe fn load_first(from: *const f32, mask: __mmask16) -> __m512 {
        unsafe { _mm512_maskz_loadu_ps(mask, from) }
    }
    #[inline(always)]
    unsafe fn store_first(to: *mut f32, mask: __mmask16, x: __m512) {
        unsafe { _mm512_mask_storeu_ps(to, mask, x) }
    }
    #[inline(always)]
    unsafe fn even(low: __m512, high: __m512) -> __m512 {
        unsafe {
            let places =
                _mm512_set_epi32(30, 28, 26, 24, 22, 20, 18, 16, 14, 12, 10, 8, 6, 4, 2, 0);
            _mm512_permutex2var_ps(low, places, high)
        }
    }
    #[inline(always)]
    unsafe fn odd(low: __m512, high: __m512) -> __m512 {
        unsafe {
            let places =
                _mm512_set_epi32(31, 29, 27, 25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1);
            _mm512_permutex2var_ps(low, places, high)
        }
    }
    #[inline(always)]
    unsafe fn sums(x: [__m512; 4]) -> [f32; 4] {
        let quarter = |x| unsafe {
            let high = _mm256_castpd_ps(_mm512_extractf64x4_pd(_mm512_castps_pd(x), 1));
            let half = _mm256_add_ps(_mm512_castps512_ps256(x), high);
            _mm_add_ps(_mm256_castps256_ps128(half), _mm256_extractf128_ps(half, 1))
        };
        unsafe { sums_of_four([quarter(x[0]), quarter(x[1]), quarter(x[2]), quarter(x[3])]) }
    }
}

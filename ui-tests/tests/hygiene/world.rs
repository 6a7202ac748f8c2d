// What the networks of `nnmacro/compiler/tests/hygiene/networks.txt` name.
pub use nncore::dim::D;
pub const WIDTH: usize = 3;
pub const KERNEL: usize = 2;
pub const OTHER: usize = 8;
pub const RATE: f64 = 0.5;
pub const SLOPE: f32 = 0.1;
pub const LIMIT: usize = 1 << 20;
pub const fn half(n: usize) -> usize {
    n / 2
}
pub mod path {
    nncore::network! {
        pub struct Body;
        input: [3, 6, 6];
        conv: Conv2d(3 -> 4, kernel = 1);
    }
}
nncore::network! {
    pub struct Other<C: Dim, H: Dim>;
    input: [C, H, H];
    norm: BatchNorm2d;
}
#[derive(Clone, Copy, Debug)]
pub struct Mish;
impl<X: nncore::custom::Shaped> nncore::custom::Operation<X> for Mish {
    const OUTPUT: nncore::custom::Sizes = X::SHAPE;
    fn forward<T: nncore::Element>(x: &[T], _: &[T], y: &mut [T]) {
        y.copy_from_slice(x);
    }
    fn backward<T: nncore::Element>(g: nncore::custom::Backward<'_, T>) {
        if let Some(d_x) = g.d_x {
            d_x.copy_from_slice(g.d_y);
        }
    }
}

//! Sums in parts: where there are few sums, and long ones, several blocks compute parts of each. These lie one behind the
//! other, and a second kernel adds them in their order.

use nnplan::Activation;

use super::activation::applied;
use super::channels::Channels;
use super::product::{DEPTH, Depth, Place, Size};
use super::{THREADS, Write, size};
use crate::ptx::{Kernel, Pointer, U32};

/// With fewer blocks than this sums are cut: four for each multiprocessor of a large GPU.
const BLOCKS: usize = 528;

/// The most parts a sum is cut into.
pub(crate) const MOST_PARTS: usize = 64;

/// The most elements of all parts of a call: there is no more than a tile a block.
pub(crate) const MOST_ELEMENTS: usize = BLOCKS * Size::Small.elements();

/// In how many parts sums of `len` numbers are cut, so that enough blocks run: uncut there would be so many `blocks`. There is
/// room for `most` parts. A part has `least` numbers or more, none is empty, and a sum of less than four of them takes no
/// longer than a second kernel would.
pub(super) fn parts(blocks: usize, len: usize, least: usize, most: usize) -> usize {
    if len < 4 * least {
        return 1;
    }
    let most = most.clamp(1, MOST_PARTS);
    let parts = (BLOCKS / blocks.max(1)).min(len / least).clamp(1, most);
    len.div_ceil(len.div_ceil(parts))
}

/// The same for products: rows, columns, depth, and how many there are. There is room for so many elements.
pub(crate) fn of_product([rows, columns, depth, products]: [usize; 4], room: usize) -> usize {
    /// Tiles along the depth of a part.
    const LEAST: usize = 4;
    let tiles = depth.div_ceil(DEPTH as usize);
    let blocks = Size::Small.blocks(rows, columns, products);
    parts(blocks, tiles, LEAST, room / (rows * columns * products).max(1))
}

/// Part `z` of a sum over `depth`: parts end at multiples of the tile's depth, or at the end.
pub(super) fn part<'k>(depth: U32<'k>, z: U32<'k>, parts: U32<'k>) -> Depth<'k> {
    let each = (depth + (parts - 1)) / parts;
    let each = (each + (DEPTH - 1)) / DEPTH * DEPTH;
    let start = z * each;
    let end = start + each;
    Depth { start, end: end.or_where_not(end.lt(depth), depth), ..Depth::whole(depth) }
}

/// What a product does with the sums along its depth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sums {
    /// They are whole, and what is made of them is written.
    Whole,
    /// Parts of them are written, one after the other.
    Parts,
}

/// What a block computes of products.
pub(super) struct Share<'k> {
    /// The number of the product.
    pub(super) product: U32<'k>,
    /// Where its sums begin and end.
    pub(super) depth: Depth<'k>,
    /// Where the elements of all products begin, or those of its part.
    pub(super) y: Pointer<'k>,
}

impl Sums {
    /// The name of the kernel that computes them for `operation`.
    pub(super) fn name(self, operation: &str) -> String {
        match self {
            Self::Whole => operation.to_owned(),
            Self::Parts => format!("{operation}_parts"),
        }
    }

    /// The share of the block at `place`, of so many `products`, whose elements at `y` are `count` times `each`. With parts
    /// their number is the next parameter, and layers of blocks go part by part, in each product by product.
    pub(super) fn share<'k>(
        self,
        k: &'k Kernel,
        place: Place<'k>,
        products: U32<'k>,
        depth: u32,
        y: Pointer<'k>,
        [count, each]: [U32<'k>; 2],
    ) -> Share<'k> {
        let (product, depth) = (place.product, k.u32(depth));
        if self == Self::Whole {
            return Share { product, depth: Depth::whole(depth), y };
        }
        let parts = k.number();
        let (product, z) = (product % products, product / products);
        Share { product, depth: part(depth, z, parts), y: y.at(z * (count * each)) }
    }
}

/// `y = f(Σ parts + b)`, in the order of the parts. Parameters: the parts, one after the other, b where there is one, y, the
/// number of parts, n.
pub(crate) fn add_parts(write: Write, bias: Option<Channels>, f: Option<&Activation>) -> Kernel {
    /// Parts that are loaded before the first of them is added.
    const AT_ONCE: u32 = 4;
    Kernel::new("add_parts", THREADS, |k| {
        let x = k.pointer();
        let bias = bias.map(|bias| (bias, k.pointer()));
        let (y, parts, n) = (k.pointer(), k.number(), k.number());
        let i = k.index();
        k.end_unless(i.lt(n));
        let sum = k.variable(k.f32(0.0));
        let at = k.counter(i);
        k.each(k.u32(0), parts, AT_ONCE, |first| {
            let read = |j: u32| x.load_where((first + j).lt(parts), at + n * j);
            let values: Vec<_> = (0..AT_ONCE).map(read).collect();
            values.into_iter().for_each(|value| sum.set(sum + value));
            at.set(at + n * AT_ONCE);
        });
        let sum = match bias {
            Some((Channels { count, positions }, b)) => {
                sum + b.load(i / size(positions) % size(count))
            }
            None => sum,
        };
        write.store(y, i, applied(f, sum));
    })
}

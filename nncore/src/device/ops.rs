//! The operations, as the table has them: `nnplan::operations!`.

use nnplan::{Activation, BatchNorm, CONCAT_MAX, Conv2d, Linear, Pool2d, geometry};

use super::{Inside, Region};
use crate::portable::{self, Access, Out};

/// What follows a convolution or a linear layer within the same call.
///
/// The compiler decides it, for all devices alike. A device that has no fused kernel runs the plain
/// calls one after another, which is what the methods with an epilogue do unless overridden.
///
/// Nothing reads the value before a norm or a pool but it, within the call or later: a fused kernel need not write it. The
/// value before an activation may be read in the backward pass, unless the activation overwrites it.
#[derive(Clone, Copy, Debug)]
pub struct Epilogue<'a> {
    /// A batch norm by running statistics: its numbers, its weight, bias, mean and variance, and its output.
    pub norm: Option<(&'a BatchNorm, [Region; 5])>,
    /// A max pool: its numbers, its output, and the positions chosen.
    pub pool: Option<(&'a Pool2d, Region, Region)>,
    /// An activation: its function and its output.
    pub activation: Option<(Activation, Region)>,
}

impl Epilogue<'_> {
    /// The plain calls, from the value `y` on.
    #[cfg_attr(not(debug_assertions), inline(always))] // what follows is a constant where a call has it
    pub fn run<O: Ops + ?Sized>(&self, ops: &mut O, y: Region) {
        let mut last = y;
        if let Some((g, [w, b, mean, variance, out])) = &self.norm {
            ops.batch_norm_inference(g, last, *w, *b, *mean, *variance, *out);
            last = *out;
        }
        self.after_norm(ops, last);
    }

    /// What follows a norm.
    #[cfg_attr(not(debug_assertions), inline(always))]
    pub(crate) fn after_norm<O: Ops + ?Sized>(&self, ops: &mut O, y: Region) {
        let mut last = y;
        if let Some((g, pooled, indices)) = &self.pool {
            ops.max_pool2d(g, y, *pooled, *indices);
            last = *pooled;
        }
        if let Some((f, out)) = &self.activation {
            ops.activation(f, last, *out);
        }
    }
}

/// How a device runs portable kernels: it brings the operands into the memory of the host, where they are not there.
pub trait Host {
    /// How the memory is reached while a kernel runs.
    type Access<'v>: Access;

    /// Runs `kernel` on so many samples, with what is read and what is written. Of absent operands nothing is looked at. The
    /// `operation` is the name of the method that calls, for those who tell what runs.
    fn host<const R: usize, const W: usize>(
        &mut self,
        operation: &'static str,
        reads: [Region; R],
        writes: [Region; W],
        kernel: impl for<'v> FnOnce(usize, [Self::Access<'v>; R], [Out<Self::Access<'v>>; W]),
    );
}

/// Any number of operands, and none after the last.
#[cfg_attr(not(debug_assertions), inline(always))]
fn all(x: &[Region]) -> [Region; CONCAT_MAX] {
    let mut all = [Region::NONE; CONCAT_MAX];
    for (to, from) in all.iter_mut().zip(x) {
        *to = *from;
    }
    all
}

/// A method: with its portable kernel as its body, if there is one.
macro_rules! method {
    (() [$($doc:tt)*] $id:ident $method:ident(
        $g:ident: $G:ident $(, $x:ident: $X:ident $($x_none:ident)?)* => $($y:ident: $Y:ident $($y_none:ident)?),+
    )) => {
        $($doc)*
        fn $method(&mut self, $g: &geometry::$G $(, $x: Region)* $(, $y: Region)+);
    };
    ((portable) [$($doc:tt)*] $id:ident $method:ident($g:ident: $G:ident, $x:ident: Samples => $y:ident: $Y:ident)) => {
        $($doc)*
        #[cfg_attr(not(debug_assertions), inline(always))] // as below
        fn $method(&mut self, $g: &geometry::$G, $x: &[Region], $y: Region) {
            self.host(stringify!($method), all($x), [$y], |samples, x, y| portable::$method($g, samples, x, y));
        }
    };
    ((portable) [$($doc:tt)*] $id:ident $method:ident(
        $g:ident: $G:ident $(, $x:ident: $X:ident $($x_none:ident)?)* => $($y:ident: $Y:ident $($y_none:ident)?),+
    )) => {
        $($doc)*
        #[cfg_attr(not(debug_assertions), inline(always))] // its sizes are constants where a call has them
        fn $method(&mut self, $g: &geometry::$G $(, $x: Region)* $(, $y: Region)+) {
            self.host(stringify!($method), [$($x),*], [$($y),+], |samples, x, y| portable::$method($g, samples, x, y));
        }
    };
}

/// Calls on a piece of the batch. First the layer's numbers, then what is read, then what is written.
///
/// One method a row of [`operations!`](nnplan::operations). Formulas stand at the kernels of the same names in
/// [`kernels`](crate::kernels) and `portable`. An operand that may be absent is [`Region::NONE`]. Gradients of tensors are
/// sums over the batch; they replace what is there, or are added to it where the region is a
/// [`gradient_sum`](Region::gradient_sum). What a device does no better than everybody it leaves out: its portable kernel
/// runs then, as [`Host`] says.
pub trait Ops: Host {
    nnplan::operations!(each method);

    /// Makes the calls of a network within the one that runs.
    fn within(&mut self, inside: &Inside<'_>, f: impl FnOnce(&mut Self));

    /// [`linear`](Self::linear), then what the epilogue says, within one call.
    #[cfg_attr(not(debug_assertions), inline(always))] // as the epilogue
    fn linear_with(
        &mut self,
        g: &Linear,
        epilogue: &Epilogue<'_>,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
    ) {
        self.linear(g, x, w, b, y);
        epilogue.run(self, y);
    }

    /// [`conv2d`](Self::conv2d), then what the epilogue says, within one call.
    #[cfg_attr(not(debug_assertions), inline(always))] // as the epilogue
    fn conv2d_with(
        &mut self,
        g: &Conv2d,
        epilogue: &Epilogue<'_>,
        x: Region,
        w: Region,
        b: Region,
        y: Region,
    ) {
        self.conv2d(g, x, w, b, y);
        epilogue.run(self, y);
    }

    /// An operation of the user's own: see [`custom`](crate::custom). Sums of gradients are added to.
    fn custom<K: crate::custom::Kernel>(&mut self, reads: [Region; 4], writes: [Region; 2]);
}

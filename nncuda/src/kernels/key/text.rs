//! How keys are shown: short, with the numbers that a reader of a profile wants.

use core::fmt::{self, Display, Formatter};

use nnplan::{BinaryFunction, ReduceFunction};

use super::{
    Axis, Bias, Blocks, Channels, Classes, Columns, Convolution, CrossEntropy, Distance, Features,
    Function, Groups, Limit, Matrices, Momentum, Permutation, Pool, Real, Rule, Scale, Size, Sizes,
    Stage, Sums, Table, Tile, WindowAxis, Write,
};
use crate::Precision;

/// A number of a key, as it is shown behind what comes before it.
pub(super) trait Said {
    /// Writes it, with a space ahead; nothing of what need not be said.
    fn said(&self, field: &str, f: &mut Formatter<'_>) -> fmt::Result;
}

impl Said for bool {
    fn said(&self, field: &str, f: &mut Formatter<'_>) -> fmt::Result {
        if *self { write!(f, " {}", field.trim_start_matches("is_")) } else { Ok(()) }
    }
}

impl<T: Said> Said for Option<T> {
    fn said(&self, field: &str, f: &mut Formatter<'_>) -> fmt::Result {
        self.as_ref().map_or(Ok(()), |some| some.said(field, f))
    }
}

/// Numbers that are shown with their names.
macro_rules! named {
    ($($Number:ty),*) => {$(
        impl Said for $Number {
            fn said(&self, field: &str, f: &mut Formatter<'_>) -> fmt::Result {
                write!(f, " {field} {self:?}")
            }
        }
    )*};
}

named!(usize, u32, Real);

/// Names that are shown as they are.
macro_rules! plain {
    ($($Name:ty),*) => {$(
        impl Said for $Name {
            fn said(&self, _: &str, f: &mut Formatter<'_>) -> fmt::Result {
                write!(f, " {self:?}")
            }
        }
    )*};
}

plain!(BinaryFunction, ReduceFunction, Function, Distance, Momentum);

/// What is shown in a form of its own.
macro_rules! shown {
    ($($Shown:ty: |$of:ident, $f:ident| $text:expr;)*) => {$(
        impl Said for $Shown {
            fn said(&self, _: &str, $f: &mut Formatter<'_>) -> fmt::Result {
                let $of = self;
                $text
            }
        }
    )*};
}

/// `3x2`
struct By<T>(T, T);

impl<T: Display> Display for By<T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}x{}", self.0, self.1)
    }
}

/// What differs from the usual number on one of the axes.
fn unusual(
    f: &mut Formatter<'_>,
    name: &str,
    [down, across]: [usize; 2],
    usual: usize,
) -> fmt::Result {
    if [down, across] == [usual; 2] { Ok(()) } else { write!(f, " {name} {}", By(down, across)) }
}

/// A window over an image.
fn windows(f: &mut Formatter<'_>, down: &WindowAxis, across: &WindowAxis) -> fmt::Result {
    write!(f, " {}", By(down.input, across.input))?;
    if down.output > 0 {
        write!(f, " -> {}", By(down.output, across.output))?;
    }
    write!(f, " kernel {}", By(down.kernel, across.kernel))?;
    unusual(f, "stride", [down.stride, across.stride], 1)?;
    unusual(f, "dilation", [down.dilation, across.dilation], 1)?;
    unusual(f, "padding", [down.before, across.before], 0)
}

shown! {
    Features: |g, f| write!(f, " {} -> {}", g.from, g.to);
    Convolution: |g, f| {
        write!(f, " {} -> {}", g.in_channels, g.out_channels)?;
        if g.groups > 1 {
            write!(f, " groups {}", g.groups)?;
        }
        windows(f, &g.vertical, &g.horizontal)
    };
    Pool: |g, f| windows(f, &g.vertical, &g.horizontal);
    Blocks: |g, f| {
        let ([p, q], [rows, columns]) = (g.kernel, g.output);
        write!(f, " pool {} -> {}", By(p, q), By(rows, columns))
    };
    Matrices: |g, f| {
        let t = |is_transposed| if is_transposed { "ᵀ" } else { "" };
        let (left, right) = (t(g.transpose_left), t(g.transpose_right));
        write!(f, " {}{left} by {}{right}", By(g.m, g.k), By(g.k, g.n))
    };
    Classes: |g, f| {
        let log = if g.log { " log" } else { "" };
        write!(f, " {} apart {}{log}", g.classes, g.inner)
    };
    Channels: |g, f| write!(f, " {} of {}", g.count, g.positions);
    Columns: |g, f| write!(f, " {}..{} of {}", g.start, g.start + g.len, g.width);
    Table: |g, f| write!(f, " {}", By(g.count, g.features));
    Scale: |g, f| write!(f, " {} width {}", By(g.scale[0], g.scale[1]), g.width);
    Sizes: |g, f| {
        let ([height, width], [rows, columns]) = (g.input, g.output);
        write!(f, " {} -> {}", By(height, width), By(rows, columns))
    };
    Groups: |g, f| {
        let [p, b, q, c] = g.sizes();
        write!(f, " [{p}] {b} [{q}] {c}")
    };
    Permutation: |g, f| g.axes().iter().rev().try_for_each(|Axis { size, from }| {
        write!(f, " {size} apart {from}")
    });
    CrossEntropy: |g, f| {
        write!(f, " {} classes", g.classes)?;
        if g.label_smoothing.get() != 0.0 {
            write!(f, " smoothing {:?}", g.label_smoothing)?;
        }
        g.ignore_index.said("without", f)?;
        g.has_class_weights.said("weights", f)
    };
    Rule: |rule, f| match rule {
        Rule::Sgd(momentum) => {
            f.write_str(" Sgd")?;
            if *momentum == Momentum::None { Ok(()) } else { momentum.said("", f) }
        }
        Rule::Adam { beta1, beta2, eps } => write!(f, " Adam {beta1:?} {beta2:?} {eps:?}"),
        Rule::AdamW { beta1, beta2, eps } => write!(f, " AdamW {beta1:?} {beta2:?} {eps:?}"),
        Rule::RmsProp { alpha, eps, momentum, centered } => {
            write!(f, " RmsProp {alpha:?} {eps:?} momentum {momentum:?}")?;
            centered.said("centered", f)
        }
    };
    Limit: |limit, f| match limit {
        Limit::None => Ok(()),
        Limit::Norm => f.write_str(" by the norm"),
        Limit::Value(value) => write!(f, " up to {value:?}"),
    };
    Tile: |tile, f| {
        f.write_str(match tile.size {
            Size::Small => " small",
            Size::Large => " large",
        })?;
        f.write_str(match tile.precision {
            Precision::F32 => " f32",
            Precision::Tf32 => " tf32",
            Precision::Bf16 => " bf16",
        })?;
        tile.is_pipelined.said("pipelined", f)?;
        tile.is_aligned.said("aligned", f)
    };
    Write: |write, f| match write {
        Write::Assign => Ok(()),
        Write::Add => f.write_str(" added"),
    };
    // The name tells.
    Sums: |_sums, _f| Ok(());
    Stage: |_stage, _f| Ok(());
    Bias: |_bias, _f| Ok(());
}

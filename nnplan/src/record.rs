//! What is known of each operation: its number and its record, made from the table.

use crate::Type;
use crate::operations;

/// What an operand is to an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Real numbers, one block a sample.
    Sample,
    /// Any number of such operands.
    Samples,
    /// Integers, one block a sample.
    Integer,
    /// Positions within windows: bytes, one block a sample.
    Index,
    /// A tensor of the network, trained or kept.
    Tensor,
    /// A running statistic: a kept tensor that training changes.
    Running,
    /// The gradient of a tensor: a sum over the batch, which replaces what is there or is added to it.
    Gradient,
    /// Numbers of the whole batch.
    Statistic,
}

impl Role {
    /// What the elements of such an operand are.
    #[must_use]
    pub const fn element(self) -> Type {
        match self {
            Self::Integer => Type::Integer,
            Self::Index => Type::Byte,
            _ => Type::Real,
        }
    }
}

/// An operand of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Operand {
    /// Its name in the table.
    pub name: &'static str,
    /// What it is.
    pub role: Role,
    /// Whether it may be absent.
    pub is_optional: bool,
}

/// How a call may be cut over the batch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// Sample by sample: a piece of the batch runs through several of these while it is warm.
    Split,
    /// All samples at once: samples couple, or one large matrix product is faster.
    Whole,
    /// Either way: element-wise; it goes where its neighbours go.
    Either,
    /// No call at all: the output is the input under another shape.
    View,
    /// A program of its own, which cuts the batch itself.
    Alone,
}

/// In which layouts a call takes its operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layouts {
    /// All of them in the logical one.
    Logical,
    /// In any, all of them in the same: what it computes for an element does not depend on where that lies. (The mask of a
    /// dropout does: it is drawn by the element's number.)
    Any,
    /// What it reads in one, what it writes in another: where the shape stays the same, it changes the layout.
    Changes,
}

/// What is known of an operation.
#[derive(Clone, Copy, Debug)]
pub struct Record {
    /// Its name: the method of a device.
    pub name: &'static str,
    /// What it reads, in the order of the operands.
    pub reads: &'static [Operand],
    /// What it writes, after that.
    pub writes: &'static [Operand],
    /// How it may be cut.
    pub placement: Placement,
    /// What it computes, for people: `{0}` is the first operand.
    pub formula: &'static str,
    /// The operands that it reads whose memory the first that it writes may take, when nothing reads that operand later.
    /// Devices compute each of them in place, with the same bits.
    pub in_place: &'static [usize],
    /// Whether it is cheap enough to be computed again in the backward pass, where memory is scarce.
    pub recompute: bool,
    /// Whether it needs room for the im2col matrix of its geometry.
    pub columns: bool,
    /// What may follow it within the same call, in this order.
    pub joins: &'static [OpId],
    /// In which layouts it takes its operands.
    pub layouts: Layouts,
}

impl Record {
    const PLAIN: Self = Self {
        name: "",
        reads: &[],
        writes: &[],
        placement: Placement::Split,
        formula: "",
        in_place: &[],
        recompute: false,
        columns: false,
        joins: &[],
        layouts: Layouts::Logical,
    };

    /// Whether it reads any number of operands.
    #[must_use]
    pub const fn is_variadic(&self) -> bool {
        !self.reads.is_empty() && matches!(self.reads[0].role, Role::Samples)
    }
}

macro_rules! operand {
    ($name:ident: $role:ident) => {
        Operand { name: stringify!($name), role: Role::$role, is_optional: false }
    };
    ($name:ident: $role:ident None) => {
        Operand { name: stringify!($name), role: Role::$role, is_optional: true }
    };
}

macro_rules! flags {
    ($record:ident;) => {};
    ($record:ident; in_place: $($i:literal),+ $(; $($rest:tt)*)?) => {
        $record.in_place = &[$($i),+];
        flags!($record; $($($rest)*)?);
    };
    ($record:ident; recompute $(; $($rest:tt)*)?) => {
        $record.recompute = true;
        flags!($record; $($($rest)*)?);
    };
    ($record:ident; columns $(; $($rest:tt)*)?) => {
        $record.columns = true;
        flags!($record; $($($rest)*)?);
    };
    ($record:ident; layouts: $layouts:ident $(; $($rest:tt)*)?) => {
        $record.layouts = Layouts::$layouts;
        flags!($record; $($($rest)*)?);
    };
    ($record:ident; joins: $($id:ident),+ $(; $($rest:tt)*)?) => {
        $record.joins = &[$(OpId::$id),+];
        flags!($record; $($($rest)*)?);
    };
}

macro_rules! records {
    (
        methods {$(
            $(#[$doc:meta])*
            $id:ident $method:ident(
                $g:ident: $G:ident $(, $x:ident: $X:ident $(or $x_none:ident)?)* =>
                $($y:ident: $Y:ident $(or $y_none:ident)?),+
            ) $placement:ident $($portable:ident)? $formula:literal [$($flags:tt)*];
        )*}
        views {$($(#[$view_doc:meta])* $view:ident $view_name:ident $view_formula:literal;)*}
        programs {$($(#[$program_doc:meta])* $program:ident $program_name:ident $program_formula:literal;)*}
    ) => {
        /// An operation: a row of the table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum OpId {
            $(#[doc = concat!("`", stringify!($method), "`")] $id,)*
            $($(#[$view_doc])* $view,)*
            $($(#[$program_doc])* $program,)*
        }

        impl OpId {
            /// Each of them, in the order of the table.
            pub const ALL: &'static [Self] =
                &[$(Self::$id,)* $(Self::$view,)* $(Self::$program,)*];

            /// Those that are methods of a device.
            pub const METHODS: &'static [Self] = &[$(Self::$id,)*];

            /// What is known of it.
            #[must_use]
            pub const fn record(self) -> &'static Record {
                match self {
                    $(Self::$id => const {
                        #[allow(unused_mut)] // a row without flags
                        let mut record = Record {
                            name: stringify!($method),
                            reads: &[$(operand!($x: $X $($x_none)?)),*],
                            writes: &[$(operand!($y: $Y $($y_none)?)),+],
                            placement: Placement::$placement,
                            formula: $formula,
                            ..Record::PLAIN
                        };
                        flags!(record; $($flags)*);
                        &{ record }
                    },)*
                    $(Self::$view => &Record {
                        name: stringify!($view_name),
                        placement: Placement::View,
                        formula: $view_formula,
                        ..Record::PLAIN
                    },)*
                    $(Self::$program => &Record {
                        name: stringify!($program_name),
                        placement: Placement::Alone,
                        formula: $program_formula,
                        ..Record::PLAIN
                    },)*
                }
            }
        }
    };
}

operations!(records);

//! Portable kernels on the host, for operations that have no kernel on the GPU: their operands come and go.

use nncore::device::{Host, Region, Type};
use nncore::portable::{self, Cells, Out};

use crate::kernels::Write;
use crate::piece::CudaPiece;

/// What an operand holds, on the host.
enum Values {
    Numbers(Vec<f32>),
    Integers(Vec<u32>),
    Bytes(Vec<u8>),
}

impl Values {
    fn cells(&mut self) -> Cells<'_, f32> {
        match self {
            Self::Numbers(values) => Cells::of(values),
            Self::Integers(values) => Cells::integers(values),
            Self::Bytes(values) => Cells::bytes(values),
        }
    }
}

impl Host for CudaPiece<'_> {
    type Access<'v> = Cells<'v, f32>;

    fn host<const R: usize, const W: usize>(
        &mut self,
        operation: &'static str,
        reads: [Region; R],
        writes: [Region; W],
        kernel: impl for<'v> FnOnce(usize, [Cells<'v, f32>; R], [Out<Cells<'v, f32>>; W]),
    ) {
        let Some(call) = self.on_host(operation) else { return };
        let mut read = reads.map(|r| self.values(r));
        let mut written = writes.map(|w| self.values(w));
        let from = read.each_mut().map(Values::cells);
        let mut places = written.each_mut().map(Values::cells).into_iter().zip(writes);
        let to = core::array::from_fn(|_| {
            let (to, region) = places.next().expect("as many places as regions");
            let write = match self.write(region) {
                Write::Assign => portable::Sums::Replace,
                Write::Add => portable::Sums::Continue,
            };
            Out { to, write, is_there: self.is_there(region), len: region.len }
        });
        drop(places);
        kernel(self.batch(), from, to);
        for (region, values) in writes.into_iter().zip(&written) {
            match values {
                Values::Numbers(values) => self.uploaded(region, values),
                Values::Bytes(values) => self.upload_bytes(region, values),
                Values::Integers(_) => {} // they are only read
            }
        }
        self.end_on_host(call);
    }
}

impl CudaPiece<'_> {
    fn values(&mut self, region: Region) -> Values {
        match region.element {
            Type::Integer => Values::Integers(self.downloaded_integers(region)),
            Type::Byte if self.is_there(region) => Values::Bytes(self.downloaded_bytes(region)),
            Type::Byte => Values::Bytes(Vec::new()),
            Type::Real => Values::Numbers(self.downloaded(region)),
        }
    }
}

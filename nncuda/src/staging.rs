//! Copies from the host that nobody waits for: the numbers go to page-locked memory at once, and from there to the device
//! while it works.

use nncore::device::Plain;

use crate::{Context, CudaBuffer, CudaError, Event, PinnedBuffer, Stream};

/// Bytes up to which a copy goes straight to its place, ordered with the work of the stream. A larger one goes to memory of
/// the device beside that work, on a stream of its own, and from there to its place.
const SMALL: usize = 1 << 16;

/// Small copies that may be under way.
const MANY: usize = 32;
/// Large ones: one that is copied, one that is used, and one that is filled.
const FEW: usize = 3;

/// Bytes that are copied at a time, at most: so much page-locked memory is had.
const PIECE: usize = 1 << 26;

/// Memory through which copies go.
#[derive(Debug)]
pub(crate) struct Staging {
    stream: Stream,
    small: Ring,
    large: Ring,
}

/// Slots that are taken in turn.
#[derive(Debug)]
struct Ring {
    slots: Vec<Slot>,
    next: usize,
}

/// Memory of one copy.
#[derive(Debug)]
struct Slot {
    host: PinnedBuffer<u8>,
    device: CudaBuffer<u8>,
    /// The host's memory was read.
    uploaded: Event,
    /// The device's memory was read.
    used: Event,
}

impl Ring {
    /// The next slot, of so many bytes of the host, once its last copy is done.
    fn slot(
        &mut self,
        context: &Context,
        count: usize,
        bytes: usize,
    ) -> Result<&mut Slot, CudaError> {
        if self.slots.len() < count {
            let host = PinnedBuffer::zeroed(context, bytes)?;
            let device = CudaBuffer::zeroed(&Stream::new(context)?, 0)?;
            let (uploaded, used) = (Event::new(context)?, Event::new(context)?);
            self.slots.push(Slot { host, device, uploaded, used });
            self.next = self.slots.len() - 1;
            return Ok(self.slots.last_mut().expect("it was just pushed"));
        }
        self.next = (self.next + 1) % count;
        let slot = &mut self.slots[self.next];
        slot.uploaded.synchronize()?;
        if slot.host.as_slice().len() < bytes {
            slot.host = PinnedBuffer::zeroed(context, bytes)?;
        }
        Ok(slot)
    }
}

impl Staging {
    /// Memory is had when it is needed.
    pub(crate) fn new(context: &Context) -> Result<Self, CudaError> {
        let ring = || Ring { slots: Vec::new(), next: 0 };
        Ok(Self { stream: Stream::new(context)?, small: ring(), large: ring() })
    }

    /// Copies from the host to the elements from `offset` on, behind the work that `stream` has. `from` may be used for
    /// something else at once; does not wait for the device, but for a copy a few copies ago.
    ///
    /// # Panics
    /// When `from` is longer than what lies after `offset`.
    pub(crate) fn upload<X: Plain>(
        &mut self,
        stream: &Stream,
        buffer: &mut CudaBuffer<X>,
        offset: usize,
        from: &[X],
    ) -> Result<(), CudaError> {
        let mut done = 0;
        for piece in from.chunks(PIECE / size_of::<X>()) {
            self.upload_piece(stream, buffer, offset + done, piece)?;
            done += piece.len();
        }
        Ok(())
    }

    fn upload_piece<X: Plain>(
        &mut self,
        stream: &Stream,
        buffer: &mut CudaBuffer<X>,
        offset: usize,
        from: &[X],
    ) -> Result<(), CudaError> {
        let (context, bytes) = (stream.context(), size_of_val(from));
        // SAFETY: plain numbers have no padding; the bytes are only read.
        let from_bytes = unsafe { core::slice::from_raw_parts(from.as_ptr().cast::<u8>(), bytes) };
        let is_small = bytes <= SMALL;
        let slot = match is_small {
            true => self.small.slot(context, MANY, SMALL)?,
            false => self.large.slot(context, FEW, bytes)?,
        };
        slot.host.as_mut_slice()[..bytes].copy_from_slice(from_bytes);
        let to = buffer.bytes_at(offset, from.len());
        if is_small {
            // SAFETY: the host's memory stays until `uploaded`, and the buffer has the bytes.
            unsafe { to.upload(stream, &slot.host, bytes)? };
            return slot.uploaded.record(stream);
        }
        if slot.device.len() < bytes {
            // Dropping the old one waits for the device: this happens only as batches grow.
            slot.device = CudaBuffer::zeroed(&self.stream, bytes)?;
        }
        self.stream.wait(&slot.used)?;
        // SAFETY: as above.
        unsafe { slot.device.bytes_at(0, bytes).upload(&self.stream, &slot.host, bytes)? };
        slot.uploaded.record(&self.stream)?;
        stream.wait(&slot.uploaded)?;
        // SAFETY: the slot's memory is written again after `used` only, and the buffer has the bytes.
        unsafe { to.copy(stream, &slot.device, bytes)? };
        slot.used.record(stream)
    }
}

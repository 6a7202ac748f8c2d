//! Memory: allocation, copies, fills.

use std::alloc::Layout;
use std::ffi::c_void;

use super::api::{Answer, Host, Out, api};
use super::codes::{INVALID_VALUE, NOT_SUPPORTED, OUT_OF_MEMORY};
use super::object::{Handle, Place, Work};
use super::queue::{Until, flush};
use super::state::{CONTEXT, enter, stream_handle};
use super::work::{submit, submit_and_wait};
use crate::exec::memory::{DEVICE_BASE, PARAM_WINDOW};

/// Allocates device memory.
fn allocate(out: Out<u64>, size: usize, stream: Option<Handle>) -> Answer {
    let mut s = enter()?;
    match stream {
        // Nodes that allocate are not known.
        Some(h) if s.stream(stream_handle(h))?.capture.is_some() => return Err(NOT_SUPPORTED),
        Some(_) => {}
        None => s.forbid_if_unsafe()?,
    }
    if size == 0 || out.is_null() {
        return Err(INVALID_VALUE);
    }
    let Some(address) = s.heap.allocate(size, None, false, "an allocation") else {
        return s.refuse(OUT_OF_MEMORY, format!("{size} bytes: the device has no more"));
    };
    s.counters.allocations += 1;
    out.set(address)
}

fn free(address: u64, stream: Option<Handle>) -> Answer {
    let mut s = enter()?;
    match stream {
        Some(h) if s.stream(stream_handle(h))?.capture.is_some() => return Err(NOT_SUPPORTED),
        Some(_) => {}
        None => s.forbid_if_unsafe()?,
    }
    if address == 0 {
        return Ok(());
    }
    // `cuMemFree` waits for all work, `cuMemFreeAsync` comes after its stream's.
    s.counters.waits += u64::from(stream.is_none());
    drop(s);
    flush(stream.map_or(Until::All, |h| Until::Stream(stream_handle(h))))?;
    let mut s = enter()?;
    // A module's variable is not the caller's to free.
    let own = s.heap.find(address, 1).is_some_and(|(b, at)| at == 0 && b.name == "an allocation");
    if own && s.heap.free(address) {
        return Ok(());
    }
    s.refuse(INVALID_VALUE, format!("no allocation starts at {address:#x}, or it was freed"))
}

fn allocate_host(out: Out<Host>, size: usize) -> Answer {
    let mut s = enter()?;
    s.forbid_if_unsafe()?;
    if size == 0 || out.is_null() {
        return Err(INVALID_VALUE);
    }
    let layout = Layout::from_size_align(size, 4096).map_err(|_| OUT_OF_MEMORY)?;
    // SAFETY: the size is not zero.
    let p = unsafe { std::alloc::alloc(layout) };
    if p.is_null() {
        return Err(OUT_OF_MEMORY);
    }
    // SAFETY: just allocated with this size. It is filled so that the host may read it.
    unsafe { p.write_bytes(0xff, size) };
    s.pinned.insert(p as usize, layout);
    s.counters.allocations += 1;
    out.set(Host(p))
}

fn place(address: u64) -> Place {
    if (DEVICE_BASE..PARAM_WINDOW).contains(&address) {
        Place::Device(address)
    } else {
        Place::Host(Host(address as *mut u8))
    }
}

fn device_to_device(to: u64, from: u64, len: usize) -> Work {
    Work::Copy { to: Place::Device(to), from: Place::Device(from), len }
}

fn to_device(to: u64, from: Host, len: usize) -> Work {
    Work::Copy { to: Place::Device(to), from: Place::Host(from), len }
}

fn to_host(to: Host, from: u64, len: usize) -> Work {
    Work::Copy { to: Place::Host(to), from: Place::Device(from), len }
}

fn fill(to: u64, size: usize, value: u32, count: usize) -> Work {
    Work::Fill { to, size, value, count }
}

api! {
    fn cuMemAlloc_v2(out: Out<u64>, size: usize) {
        allocate(out, size, None)
    }

    fn cuMemAllocAsync(out: Out<u64>, size: usize, stream: Handle) {
        allocate(out, size, Some(stream))
    }

    fn cuMemFree_v2(address: u64) {
        free(address, None)
    }

    fn cuMemFreeAsync(address: u64, stream: Handle) {
        free(address, Some(stream))
    }

    fn cuMemGetInfo_v2(free: Out<usize>, total: Out<usize>) {
        let s = enter()?;
        free.set_if_wanted(s.heap.limit.saturating_sub(s.heap.used));
        total.set_if_wanted(s.heap.limit);
        Ok(())
    }

    fn cuMemGetAddressRange_v2(base: Out<u64>, size: Out<usize>, address: u64) {
        let s = enter()?;
        let (b, _) = s.heap.find(address, 1).ok_or(INVALID_VALUE)?;
        base.set_if_wanted(b.base);
        size.set_if_wanted(b.size);
        Ok(())
    }

    fn cuMemAllocHost_v2(out: Out<Host>, size: usize) {
        allocate_host(out, size)
    }

    fn cuMemHostAlloc(out: Out<Host>, size: usize, _flags: u32) {
        allocate_host(out, size)
    }

    fn cuMemFreeHost(p: Host) {
        let mut s = enter()?;
        s.forbid_if_unsafe()?;
        s.counters.waits += 1;
        drop(s);
        flush(Until::All)?;
        let mut s = enter()?;
        let Some(layout) = s.pinned.remove(&(p.0 as usize)) else {
            return s.refuse(INVALID_VALUE, "no page-locked memory starts there, or it was freed");
        };
        // SAFETY: an entry of the table is an allocation of that layout.
        unsafe { std::alloc::dealloc(p.0, layout) };
        Ok(())
    }

    fn cuMemcpyHtoD_v2(to: u64, from: Host, len: usize) {
        submit_and_wait(to_device(to, from, len))
    }

    fn cuMemcpyDtoH_v2(to: Host, from: u64, len: usize) {
        submit_and_wait(to_host(to, from, len))
    }

    fn cuMemcpyDtoD_v2(to: u64, from: u64, len: usize) {
        submit_and_wait(device_to_device(to, from, len))
    }

    fn cuMemcpy(to: u64, from: u64, len: usize) {
        submit_and_wait(Work::Copy { to: place(to), from: place(from), len })
    }

    fn cuMemcpyHtoDAsync_v2(to: u64, from: Host, len: usize, stream: Handle) {
        submit(stream, to_device(to, from, len))
    }

    fn cuMemcpyDtoHAsync_v2(to: Host, from: u64, len: usize, stream: Handle) {
        submit(stream, to_host(to, from, len))
    }

    fn cuMemcpyDtoDAsync_v2(to: u64, from: u64, len: usize, stream: Handle) {
        submit(stream, device_to_device(to, from, len))
    }

    fn cuMemcpyAsync(to: u64, from: u64, len: usize, stream: Handle) {
        submit(stream, Work::Copy { to: place(to), from: place(from), len })
    }

    fn cuMemsetD8_v2(to: u64, value: u8, count: usize) {
        submit_and_wait(fill(to, 1, value.into(), count))
    }

    fn cuMemsetD16_v2(to: u64, value: u16, count: usize) {
        submit_and_wait(fill(to, 2, value.into(), count))
    }

    fn cuMemsetD32_v2(to: u64, value: u32, count: usize) {
        submit_and_wait(fill(to, 4, value, count))
    }

    fn cuMemsetD8Async(to: u64, value: u8, count: usize, stream: Handle) {
        submit(stream, fill(to, 1, value.into(), count))
    }

    fn cuMemsetD16Async(to: u64, value: u16, count: usize, stream: Handle) {
        submit(stream, fill(to, 2, value.into(), count))
    }

    fn cuMemsetD32Async(to: u64, value: u32, count: usize, stream: Handle) {
        submit(stream, fill(to, 4, value, count))
    }

    fn cuPointerGetAttribute(data: Out<c_void>, attribute: u32, address: u64) {
        let s = enter()?;
        let device = s.heap.find(address, 1).map(|(b, _)| (b.base, b.size));
        let pinned = s.pinned.iter().find(|(at, l)| (**at..**at + l.size()).contains(&(address as usize)));
        if device.is_none() && pinned.is_none() {
            return Err(INVALID_VALUE);
        }
        let (base, size) = device.unwrap_or_else(|| pinned.map_or((0, 0), |(at, l)| (*at as u64, l.size())));
        match attribute {
            1 => data.cast().set(CONTEXT),
            2 => data.cast().set(if device.is_some() { 2u32 } else { 1 }),
            3 | 4 if (attribute == 3) == device.is_some() => data.cast().set(address),
            8 => data.cast().set(0u32),
            9 => data.cast().set(0i32),
            11 => data.cast().set(base),
            12 => data.cast().set(size),
            _ => Err(INVALID_VALUE),
        }
    }
}

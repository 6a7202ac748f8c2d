//! Initialisation, the primary context, errors.

use std::ffi::c_char;

use super::api::{Answer, Out, api};
use super::codes::{
    self, INVALID_CONTEXT, INVALID_DEVICE, INVALID_VALUE, NOT_SUPPORTED, STREAM_CAPTURE_UNSUPPORTED,
};
use super::device::device;
use super::object::Handle;
use super::queue::{Until, flush};
use super::state::{CONTEXT, CURRENT, enter, initialised, lock};

fn current() -> Handle {
    CURRENT.with_borrow(|c| c.last().copied().unwrap_or(0))
}

fn known(context: Handle) -> Answer {
    if context == CONTEXT && initialised()?.retained > 0 { Ok(()) } else { Err(INVALID_CONTEXT) }
}

api! {
    fn cuInit(flags: u32) {
        if flags != 0 {
            return Err(INVALID_VALUE);
        }
        lock().initialised = true;
        Ok(())
    }

    fn cuDriverGetVersion(version: Out<i32>) {
        version.set(12090)
    }

    fn cuDevicePrimaryCtxRetain(context: Out<Handle>, d: i32) {
        device(d)?;
        let mut s = initialised()?;
        if context.is_null() {
            return Err(INVALID_VALUE);
        }
        s.retained += 1;
        context.set(CONTEXT)
    }

    fn cuDevicePrimaryCtxRelease_v2(d: i32) {
        device(d)?;
        let mut s = initialised()?;
        s.retained = s.retained.checked_sub(1).ok_or(INVALID_CONTEXT)?;
        if s.retained == 0 {
            s.clear_context();
        }
        Ok(())
    }

    fn cuDevicePrimaryCtxReset_v2(d: i32) {
        device(d)?;
        initialised()?.clear_context();
        Ok(())
    }

    fn cuDevicePrimaryCtxGetState(d: i32, flags: Out<u32>, active: Out<i32>) {
        device(d)?;
        let s = initialised()?;
        flags.set(s.context_flags)?;
        active.set(i32::from(s.retained > 0))
    }

    fn cuDevicePrimaryCtxSetFlags_v2(d: i32, flags: u32) {
        device(d)?;
        initialised()?.context_flags = flags;
        Ok(())
    }

    fn cuCtxSetCurrent(context: Handle) {
        drop(initialised()?);
        if context != 0 {
            known(context)?;
        }
        CURRENT.with_borrow_mut(|c| {
            c.pop();
            if context != 0 {
                c.push(context);
            }
        });
        Ok(())
    }

    fn cuCtxGetCurrent(context: Out<Handle>) {
        drop(initialised()?);
        context.set(current())
    }

    fn cuCtxPushCurrent_v2(context: Handle) {
        known(context)?;
        CURRENT.with_borrow_mut(|c| c.push(context));
        Ok(())
    }

    fn cuCtxPopCurrent_v2(context: Out<Handle>) {
        drop(initialised()?);
        let top = CURRENT.with_borrow_mut(Vec::pop).ok_or(INVALID_CONTEXT)?;
        context.set_if_wanted(top);
        Ok(())
    }

    fn cuCtxGetDevice(d: Out<i32>) {
        drop(initialised()?);
        if current() == 0 {
            return Err(INVALID_CONTEXT);
        }
        d.set(0)
    }

    fn cuCtxGetApiVersion(context: Handle, version: Out<u32>) {
        known(if context == 0 { current() } else { context })?;
        version.set(3020)
    }

    fn cuCtxGetFlags(flags: Out<u32>) {
        flags.set(enter()?.context_flags)
    }

    fn cuCtxGetCacheConfig(config: Out<u32>) {
        drop(enter()?);
        config.set(0)
    }

    fn cuCtxSetCacheConfig(_config: u32) {
        enter().map(drop)
    }

    fn cuCtxGetSharedMemConfig(config: Out<u32>) {
        drop(enter()?);
        config.set(1)
    }

    fn cuCtxSetSharedMemConfig(_config: u32) {
        enter().map(drop)
    }

    fn cuCtxGetLimit(value: Out<usize>, limit: u32) {
        let s = enter()?;
        let default = match limit {
            0 => 1024,
            1 => 1 << 20,
            2 => 8 << 20,
            3 => 2,
            4 => 2048,
            5 => 128,
            6 => 0,
            _ => return Err(INVALID_VALUE),
        };
        value.set(s.limits.get(&limit).copied().unwrap_or(default))
    }

    fn cuCtxSetLimit(limit: u32, value: usize) {
        let mut s = enter()?;
        if limit > 6 {
            return Err(INVALID_VALUE);
        }
        s.limits.insert(limit, value);
        Ok(())
    }

    fn cuCtxGetStreamPriorityRange(least: Out<i32>, greatest: Out<i32>) {
        drop(enter()?);
        least.set_if_wanted(0);
        greatest.set_if_wanted(-5);
        Ok(())
    }

    fn cuCtxSynchronize() {
        let mut s = enter()?;
        s.forbid_in_capture(STREAM_CAPTURE_UNSUPPORTED)?;
        s.counters.waits += 1;
        drop(s);
        flush(Until::All)
    }

    fn cuGetErrorName(code: u32, text: Out<*const c_char>) {
        let found = codes::describe(code);
        text.set(found.map_or(std::ptr::null(), |(name, _)| name.as_ptr().cast()))?;
        found.map(drop).ok_or(INVALID_VALUE)
    }

    fn cuGetErrorString(code: u32, text: Out<*const c_char>) {
        let found = codes::describe(code);
        text.set(found.map_or(std::ptr::null(), |(_, text)| text.as_ptr().cast()))?;
        found.map(drop).ok_or(INVALID_VALUE)
    }

    fn cuCtxCreate_v2(_context: Out<Handle>, _flags: u32, d: i32) {
        // Only the primary context exists.
        if d == 0 { Err(NOT_SUPPORTED) } else { Err(INVALID_DEVICE) }
    }
}

//! The functions of the driver.
//!
//! Handles are numbers that are never used twice and never pointers: one that is wrong, or no longer valid, is found
//! out. All state is behind one lock. Work of a stream is done when it is enqueued, so all of it is done when the
//! function returns; only what a capture records waits for its graph. (With `set_asynchronous` it is done as late as
//! possible: see `queue`.)

mod api;
mod capture;
pub(crate) mod codes;
mod context;
mod device;
mod event;
mod function;
mod graph;
mod memory;
mod module;
mod object;
mod queue;
pub(crate) mod state;
mod stream;
mod work;

use std::ffi::c_void;

/// Does all work that was put off.
pub(crate) fn finish() {
    // A fault shows up at the next call.
    let _ = queue::flush(queue::Until::All);
}

/// The address of a function, or null.
pub(crate) fn resolve(name: &str) -> *const c_void {
    let tables = [
        context::find,
        device::find,
        event::find,
        function::find,
        graph::find,
        memory::find,
        module::find,
        stream::find,
    ];
    tables.iter().map(|find| find(name)).find(|p| !p.is_null()).unwrap_or(std::ptr::null())
}

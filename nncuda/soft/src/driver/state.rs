//! The state of the driver: one device, one primary context.

use std::alloc::Layout;
use std::cell::RefCell;
use std::collections::{HashMap, VecDeque};
use std::sync::{LazyLock, Mutex, MutexGuard};

use super::api::Answer;
use super::codes::{INVALID_CONTEXT, INVALID_HANDLE, NOT_INITIALIZED};
use super::object::{Capture, Handle, Object, Stream};
use super::queue::Item;
use crate::exec::memory::Heap;
use crate::knobs::{Counters, Knobs};

/// The handle of the primary context.
pub(super) const CONTEXT: Handle = 0x50f7_0000;
/// The legacy default stream.
pub(super) const LEGACY: Handle = 0;
/// The per-thread default stream; here one for all threads.
pub(super) const PER_THREAD: Handle = 2;

thread_local! {
    /// The contexts of this thread, the current one last.
    pub(super) static CURRENT: RefCell<Vec<Handle>> = const { RefCell::new(Vec::new()) };
}

/// Everything.
pub(crate) struct State {
    pub(crate) knobs: Knobs,
    pub(crate) heap: Heap,
    pub(super) objects: HashMap<Handle, Object>,
    next: Handle,
    pub(super) initialised: bool,
    pub(super) retained: u32,
    pub(super) context_flags: u32,
    pub(super) limits: HashMap<u32, usize>,
    /// The code of the fault that broke the context.
    pub(crate) sticky: u32,
    pub(crate) fault: Option<String>,
    /// Why the last call was refused.
    pub(crate) refusal: Option<String>,
    pub(crate) counters: Counters,
    /// Page-locked memory of the host.
    pub(super) pinned: HashMap<usize, Layout>,
    /// Work that is left for later, and how much there was.
    pub(super) queue: VecDeque<Item>,
    pub(super) queued: u64,
    pub(super) captures: HashMap<u64, Capture>,
    pub(super) next_capture: u64,
    /// The number of the last launch, for the cells of global memory.
    pub(super) epoch: u64,
}

static STATE: LazyLock<Mutex<State>> = LazyLock::new(|| Mutex::new(State::new()));

/// The state, whoever asks.
pub(crate) fn lock() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(|e| e.into_inner())
}

/// The state for a function that needs `cuInit` only.
pub(super) fn initialised() -> Answer<MutexGuard<'static, State>> {
    let s = lock();
    if s.initialised { Ok(s) } else { Err(NOT_INITIALIZED) }
}

/// The state for a function that needs a context that works.
pub(super) fn enter() -> Answer<MutexGuard<'static, State>> {
    let s = initialised()?;
    let current = CURRENT.with_borrow(|c| c.last().copied());
    if current != Some(CONTEXT) || s.retained == 0 {
        return Err(INVALID_CONTEXT);
    }
    if s.sticky != 0 { Err(s.sticky) } else { Ok(s) }
}

impl State {
    fn new() -> Self {
        let mut objects = HashMap::new();
        objects.insert(LEGACY, Object::Stream(Stream::default()));
        objects.insert(PER_THREAD, Object::Stream(Stream::default()));
        Self {
            knobs: Knobs::default(),
            heap: Heap::new(),
            objects,
            next: 0x50f8_0000,
            initialised: false,
            retained: 0,
            context_flags: 0,
            limits: HashMap::new(),
            sticky: 0,
            fault: None,
            refusal: None,
            counters: Counters::default(),
            pinned: HashMap::new(),
            queue: VecDeque::new(),
            queued: 0,
            captures: HashMap::new(),
            next_capture: 0,
            epoch: 0,
        }
    }

    /// Frees everything that was allocated in the context, and mends it.
    pub(crate) fn clear_context(&mut self) {
        self.objects.retain(|h, _| *h == LEGACY || *h == PER_THREAD);
        for h in [LEGACY, PER_THREAD] {
            self.objects.insert(h, Object::Stream(Stream::default()));
        }
        self.captures.clear();
        self.queue.clear();
        self.heap.clear();
        for (at, layout) in std::mem::take(&mut self.pinned) {
            // SAFETY: each entry is an allocation of that layout, and is removed here.
            unsafe { std::alloc::dealloc(at as *mut u8, layout) };
        }
        self.sticky = 0;
    }

    /// Back to the start, but for `cuInit` and the contexts that are held.
    pub(crate) fn reset(&mut self) {
        self.clear_context();
        self.knobs = Knobs::default();
        self.heap.limit = self.knobs.memory;
        self.heap.tracked = false;
        self.limits.clear();
        self.fault = None;
        self.refusal = None;
        self.counters = Counters::default();
    }

    /// A handle for a new object.
    pub(super) fn add(&mut self, o: Object) -> Handle {
        self.next += 16;
        self.objects.insert(self.next, o);
        self.next
    }

    /// Refuses a call, with a reason.
    pub(super) fn refuse<T>(&mut self, code: u32, reason: impl Into<String>) -> Answer<T> {
        self.refusal = Some(reason.into());
        Err(code)
    }
}

macro_rules! getters {
    ($($get:ident $get_mut:ident $remove:ident $kind:ident;)*) => {
        impl State {
            $(
                #[allow(dead_code)]
                pub(super) fn $get(&self, h: Handle) -> Answer<&super::object::$kind> {
                    match self.objects.get(&h) {
                        Some(Object::$kind(o)) => Ok(o),
                        _ => Err(INVALID_HANDLE),
                    }
                }

                #[allow(dead_code)]
                pub(super) fn $get_mut(&mut self, h: Handle) -> Answer<&mut super::object::$kind> {
                    match self.objects.get_mut(&h) {
                        Some(Object::$kind(o)) => Ok(o),
                        _ => Err(INVALID_HANDLE),
                    }
                }

                #[allow(dead_code)]
                pub(super) fn $remove(&mut self, h: Handle) -> Answer<super::object::$kind> {
                    self.$get(h)?;
                    match self.objects.remove(&h) {
                        Some(Object::$kind(o)) => Ok(o),
                        _ => Err(INVALID_HANDLE),
                    }
                }
            )*
        }
    };
}

getters! {
    module module_mut remove_module Module;
    function function_mut remove_function Function;
    stream stream_mut remove_stream Stream;
    event event_mut remove_event Event;
    graph graph_mut remove_graph Graph;
}

/// The stream of a handle of the caller.
pub(super) fn stream_handle(h: Handle) -> Handle {
    if h == 1 { LEGACY } else { h }
}

//! What handles stand for.

use std::collections::HashMap;
use std::ffi::c_void;
use std::sync::Arc;
use std::time::Instant;

use super::api::Host;
use crate::code::Kernel;

/// A handle as the caller has it: a number in the form of a pointer.
pub(super) type Handle = usize;

/// An object.
pub(super) enum Object {
    Module(Module),
    Function(Function),
    Stream(Stream),
    Event(Event),
    Graph(Graph),
    Executable(Graph),
}

/// A loaded module.
pub(super) struct Module {
    pub(super) kernels: HashMap<String, Arc<Kernel>>,
    /// Address and size of each variable.
    pub(super) variables: HashMap<String, (u64, usize)>,
    /// The kernels that were asked for.
    pub(super) functions: HashMap<String, Handle>,
    /// The PTX version, as 10 * major + minor.
    pub(super) ptx: u32,
}

/// A kernel of a module.
pub(super) struct Function {
    pub(super) kernel: Arc<Kernel>,
    /// Bytes of dynamic shared memory that a launch may ask for.
    pub(super) max_dynamic: usize,
    /// The PTX version, as 10 * major + minor.
    pub(super) ptx: u32,
    pub(super) carveout: i32,
}

/// A stream.
#[derive(Default)]
pub(super) struct Stream {
    pub(super) flags: u32,
    pub(super) priority: i32,
    /// The capture that it takes part in.
    pub(super) capture: Option<u64>,
    /// How far it is behind each stream of the capture: the number of its last node known here.
    pub(super) known: HashMap<Handle, usize>,
}

/// An event.
pub(super) struct Event {
    pub(super) timing: bool,
    pub(super) recorded: Option<Instant>,
    /// The stream in which it was recorded, and how far that was.
    pub(super) point: Option<(Handle, u64)>,
    /// The capture in which it was recorded, and what its stream knew then.
    pub(super) captured: Option<(u64, HashMap<Handle, usize>)>,
}

/// The nodes of a graph in an order that respects what they depend on.
#[derive(Clone, Default)]
pub(super) struct Graph {
    pub(super) nodes: Arc<Vec<Work>>,
}

/// A capture that is under way.
pub(super) struct Capture {
    pub(super) origin: Handle,
    pub(super) thread: std::thread::ThreadId,
    /// 0 global, 1 thread-local, 2 relaxed.
    pub(super) mode: u32,
    pub(super) nodes: Vec<Work>,
    pub(super) invalid: bool,
}

/// A place in memory.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    Device(u64),
    Host(Host),
}

/// What a stream does.
#[derive(Clone)]
pub(super) enum Work {
    Launch(Arc<Launch>),
    Copy {
        to: Place,
        from: Place,
        len: usize,
    },
    /// So many elements of so many bytes.
    Fill {
        to: u64,
        size: usize,
        value: u32,
        count: usize,
    },
    Call(Call),
    Graph(Arc<Vec<Work>>),
}

/// A launch with its arguments.
pub(super) struct Launch {
    pub(super) function: Handle,
    pub(super) kernel: Arc<Kernel>,
    pub(super) grid: [u32; 3],
    pub(super) block: [u32; 3],
    pub(super) dynamic: usize,
    pub(super) params: Vec<u8>,
}

/// A function of the host.
#[derive(Clone, Copy)]
pub(super) struct Call {
    pub(super) f: extern "C" fn(*mut c_void),
    pub(super) data: Host,
}

//! The device and what it can do.

use std::ffi::c_char;

use super::api::{Answer, Out, api};
use super::codes::{INVALID_DEVICE, INVALID_VALUE};
use super::state::initialised;

/// The device's name.
const NAME: &[u8] = b"nncuda-soft PTX interpreter";

/// Checks a device's number.
pub(super) fn device(d: i32) -> Answer {
    if d == 0 { Ok(()) } else { Err(INVALID_DEVICE) }
}

/// What depends on the compute capability.
pub(super) struct Limits {
    /// Bytes of shared memory of a block, for one that asks.
    pub(super) shared_optin: usize,
    /// Bytes of shared memory of a multiprocessor.
    pub(super) shared_total: usize,
    /// Threads of a multiprocessor.
    pub(super) threads: u32,
    /// Blocks of a multiprocessor.
    pub(super) blocks: u32,
}

/// The limits of a capability, from the tables of the programming guide.
pub(super) fn limits(capability: (u32, u32)) -> Limits {
    let (optin, total, threads, blocks) = match capability {
        (7, 5) => (64, 64, 1024, 16),
        (7, _) => (96, 96, 2048, 32),
        (8, 0) => (163, 164, 2048, 32),
        (8, 7) => (163, 164, 1536, 16),
        (8, 6) => (99, 100, 1536, 16),
        (8, _) => (99, 100, 1536, 24),
        (12, _) => (99, 100, 1536, 24),
        _ => (227, 228, 2048, 32),
    };
    Limits { shared_optin: optin << 10, shared_total: total << 10, threads, blocks }
}

api! {
    fn cuDeviceGetCount(n: Out<i32>) {
        drop(initialised()?);
        n.set(1)
    }

    fn cuDeviceGet(d: Out<i32>, ordinal: i32) {
        drop(initialised()?);
        device(ordinal)?;
        d.set(0)
    }

    fn cuDeviceGetName(text: Out<c_char>, len: i32, d: i32) {
        drop(initialised()?);
        device(d)?;
        if text.is_null() || len < 1 {
            return Err(INVALID_VALUE);
        }
        let n = NAME.len().min(len as usize - 1);
        for (i, c) in NAME[..n].iter().enumerate() {
            text.at(i).set(*c as c_char)?;
        }
        text.at(n).set(0)
    }

    fn cuDeviceGetUuid(uuid: Out<[u8; 16]>, d: i32) {
        drop(initialised()?);
        device(d)?;
        uuid.set(*b"nncuda-soft-gpu0")
    }

    fn cuDeviceGetUuid_v2(uuid: Out<[u8; 16]>, d: i32) {
        drop(initialised()?);
        device(d)?;
        uuid.set(*b"nncuda-soft-gpu0")
    }

    fn cuDeviceTotalMem_v2(bytes: Out<usize>, d: i32) {
        let s = initialised()?;
        device(d)?;
        bytes.set(s.heap.limit)
    }

    fn cuDeviceComputeCapability(major: Out<i32>, minor: Out<i32>, d: i32) {
        let s = initialised()?;
        device(d)?;
        major.set(s.knobs.capability.0 as i32)?;
        minor.set(s.knobs.capability.1 as i32)
    }

    fn cuDeviceGetAttribute(value: Out<i32>, attribute: u32, d: i32) {
        let s = initialised()?;
        device(d)?;
        let l = limits(s.knobs.capability);
        value.set(match attribute {
            1..=3 => 1024,                        // threads of a block, its x and y
            4 => 64,                              // its z
            5 => i32::MAX,                        // x of a grid
            6 | 7 => 65535,                       // its y and z
            8 => 48 << 10,                        // shared memory of a block
            9 => 64 << 10,                        // constant memory
            10 => 32,                             // lanes of a warp
            11 => i32::MAX,                       // pitch
            12 | 82 => 65536,                     // registers of a block, of a multiprocessor
            13 | 36 => 1_000_000,                 // clocks in kHz
            14 => 512,                            // alignment of textures
            15 | 31 | 41 | 78 | 79 | 80 | 115 => 1, // overlap, concurrent kernels, unified addresses, priorities, caches, pools
            16 => 4,                              // multiprocessors
            37 => 256,                            // bits of the memory's bus
            38 => 4 << 20,                        // L2 cache
            39 => l.threads as i32,               // threads of a multiprocessor
            40 => 2,                              // copy engines
            75 => s.knobs.capability.0 as i32,
            76 => s.knobs.capability.1 as i32,
            81 => l.shared_total as i32,
            97 => l.shared_optin as i32,
            106 => l.blocks as i32,
            111 => 1024,                          // shared memory that the system takes of a block
            0 => return Err(INVALID_VALUE),
            _ => 0,
        })
    }
}

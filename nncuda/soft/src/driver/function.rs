//! Kernels: attributes, launches, occupancy.

use std::sync::Arc;

use super::api::{Answer, In, Out, api};
use super::codes::INVALID_VALUE;
use super::device::{Limits, limits};
use super::object::{Function, Handle, Launch, Work};
use super::state::{State, enter, stream_handle};
use super::work::submit;

/// The attribute that lets a kernel have more dynamic shared memory.
const MAX_DYNAMIC: u32 = 8;
const CARVEOUT: u32 = 9;

/// Blocks of a launch that are run; a GPU has no such limit.
const MAX_BLOCKS: u64 = 1 << 26;

/// Keys of the `extra` array of a launch.
const BUFFER: usize = 1;
const BUFFER_SIZE: usize = 2;

/// What a launch asks for.
struct Request {
    grid: [u32; 3],
    block: [u32; 3],
    dynamic: usize,
}

impl State {
    fn limits(&self) -> Limits {
        limits(self.knobs.capability)
    }

    /// Refuses a launch that is beyond the limits.
    fn check_launch(&mut self, f: &Function, r: &Request) -> Answer {
        let name = &f.kernel.name;
        let mut why = None;
        let threads: u64 = r.block.iter().map(|n| u64::from(*n)).product();
        if r.grid.contains(&0) || r.block.contains(&0) {
            why = Some("a size is zero".to_string());
        } else if r.grid[0] > i32::MAX as u32 || r.grid[1] > 65535 || r.grid[2] > 65535 {
            why = Some("the grid is too large".into());
        } else if r.grid.iter().map(|n| u64::from(*n)).product::<u64>() > MAX_BLOCKS {
            why = Some(format!("more than {MAX_BLOCKS} blocks would never end here"));
        } else if threads > 1024 || r.block[2] > 64 {
            why = Some("the block is too large: 1024 threads, 64 of them along z".into());
        } else if threads > u64::from(f.kernel.max_threads) {
            why = Some(format!(
                "{threads} threads: the kernel is for {} at most",
                f.kernel.max_threads
            ));
        } else if f.kernel.block.is_some_and(|b| b != r.block) {
            why = Some(format!(
                "the kernel requires blocks of {:?}",
                f.kernel.block.unwrap_or_default()
            ));
        } else if r.dynamic > f.max_dynamic {
            why = Some(format!(
                "{} bytes of dynamic shared memory: {} are allowed, more with CU_FUNC_ATTRIBUTE_MAX_DYNAMIC_SHARED_SIZE_BYTES",
                r.dynamic, f.max_dynamic
            ));
        }
        match why {
            None => Ok(()),
            Some(why) => self.refuse(
                INVALID_VALUE,
                format!("kernel `{name}`, grid {:?}, block {:?}: {why}", r.grid, r.block),
            ),
        }
    }

    /// Blocks that fit into a multiprocessor.
    fn occupancy(&self, f: &Function, threads: u32, dynamic: usize) -> i32 {
        let l = self.limits();
        if threads == 0 || threads > f.kernel.max_threads {
            return 0;
        }
        let warps = threads.div_ceil(32);
        let shared = f.kernel.shared + dynamic + 1024;
        let by_threads = l.threads / 32 / warps;
        let by_shared = (l.shared_total / shared) as u32;
        let registers = f.kernel.registers.next_multiple_of(8) * 32 * warps;
        (l.blocks.min(by_threads).min(by_shared).min(65536 / registers)) as i32
    }
}

/// The bytes of the parameters.
fn parameters(
    s: &mut State,
    f: &Function,
    params: In<In<u8>>,
    extra: In<usize>,
) -> Answer<Vec<u8>> {
    let k = &f.kernel;
    let mut out = vec![0; k.param_bytes];
    if !extra.is_null() {
        let (mut buffer, mut size) = (0, None);
        for i in (0..).step_by(2) {
            match extra.get(i)? {
                BUFFER => buffer = extra.get(i + 1)?,
                BUFFER_SIZE => {
                    size = Some(Out::<usize>::from_address(extra.get(i + 1)?).reader().get(0)?)
                }
                0 => break,
                _ => return Err(INVALID_VALUE),
            }
        }
        let message = format!(
            "kernel `{}`: the buffer has {size:?} bytes of parameters, the kernel {}",
            k.name, k.param_bytes
        );
        if size != Some(k.param_bytes) || !params.is_null() {
            return s.refuse(INVALID_VALUE, message);
        }
        let from = Out::<u8>::from_address(buffer).reader();
        for (i, b) in out.iter_mut().enumerate() {
            *b = from.get(i)?;
        }
        return Ok(out);
    }
    for (i, p) in k.params.iter().enumerate() {
        let from = if params.is_null() { In::null() } else { params.get(i)? };
        if from.is_null() {
            return s
                .refuse(INVALID_VALUE, format!("kernel `{}`: parameter {i} is missing", k.name));
        }
        for (j, b) in out[p.offset..p.offset + p.size].iter_mut().enumerate() {
            *b = from.get(j)?;
        }
    }
    Ok(out)
}

fn copy_of(f: &Function) -> Function {
    Function { kernel: Arc::clone(&f.kernel), ..*f }
}

api! {
    fn cuFuncGetAttribute(value: Out<i32>, attribute: u32, function: Handle) {
        let s = enter()?;
        let f = s.function(function)?;
        let k = &f.kernel;
        let (major, minor) = s.knobs.capability;
        value.set(match attribute {
            0 => k.max_threads as i32,
            1 => k.shared as i32,
            2 | 7 => 0,
            3 => k.local as i32,
            4 => k.registers as i32,
            5 => f.ptx as i32,
            6 => (10 * major + minor) as i32,
            MAX_DYNAMIC => f.max_dynamic as i32,
            CARVEOUT => f.carveout,
            _ => return Err(INVALID_VALUE),
        })
    }

    fn cuFuncSetAttribute(function: Handle, attribute: u32, value: i32) {
        let mut s = enter()?;
        let limit = s.limits().shared_optin;
        let f = s.function_mut(function)?;
        match attribute {
            MAX_DYNAMIC => {
                let size = usize::try_from(value).map_err(|_| INVALID_VALUE)?;
                if size + f.kernel.shared > limit {
                    let have = f.kernel.shared;
                    return s.refuse(INVALID_VALUE, format!(
                        "{size} bytes of dynamic and {have} of static shared memory: the limit is {limit}"
                    ));
                }
                f.max_dynamic = size;
                Ok(())
            }
            CARVEOUT if (-1..=100).contains(&value) => {
                f.carveout = value;
                Ok(())
            }
            _ => Err(INVALID_VALUE),
        }
    }

    fn cuFuncSetCacheConfig(function: Handle, config: u32) {
        enter()?.function(function)?;
        if config > 3 { Err(INVALID_VALUE) } else { Ok(()) }
    }

    fn cuFuncSetSharedMemConfig(function: Handle, config: u32) {
        enter()?.function(function)?;
        if config > 2 { Err(INVALID_VALUE) } else { Ok(()) }
    }

    fn cuLaunchKernel(
        function: Handle, grid_x: u32, grid_y: u32, grid_z: u32, block_x: u32, block_y: u32, block_z: u32,
        dynamic: u32, stream: Handle, params: In<In<u8>>, extra: In<usize>,
    ) {
        let mut s = enter()?;
        s.stream(stream_handle(stream))?;
        let f = copy_of(s.function(function)?);
        let r = Request {
            grid: [grid_x, grid_y, grid_z],
            block: [block_x, block_y, block_z],
            dynamic: dynamic as usize,
        };
        s.check_launch(&f, &r)?;
        s.counters.launch_calls += 1;
        let params = parameters(&mut s, &f, params, extra)?;
        drop(s);
        let launch = Launch { function, kernel: f.kernel, grid: r.grid, block: r.block, dynamic: r.dynamic, params };
        submit(stream, Work::Launch(Arc::new(launch)))
    }

    fn cuOccupancyMaxActiveBlocksPerMultiprocessor(n: Out<i32>, function: Handle, threads: i32, dynamic: usize) {
        let s = enter()?;
        let threads = u32::try_from(threads).map_err(|_| INVALID_VALUE)?;
        n.set(s.occupancy(s.function(function)?, threads, dynamic))
    }

    fn cuOccupancyMaxActiveBlocksPerMultiprocessorWithFlags(
        n: Out<i32>, function: Handle, threads: i32, dynamic: usize, _flags: u32,
    ) {
        let s = enter()?;
        let threads = u32::try_from(threads).map_err(|_| INVALID_VALUE)?;
        n.set(s.occupancy(s.function(function)?, threads, dynamic))
    }

    fn cuOccupancyAvailableDynamicSMemPerBlock(bytes: Out<usize>, function: Handle, blocks: i32, threads: i32) {
        let s = enter()?;
        let f = s.function(function)?;
        if blocks < 1 || threads < 1 {
            return Err(INVALID_VALUE);
        }
        let each = s.limits().shared_total / blocks as usize;
        bytes.set(each.saturating_sub(1024 + f.kernel.shared).min(f.max_dynamic))
    }

    fn cuOccupancyMaxPotentialBlockSize(
        min_grid: Out<i32>, block: Out<i32>, function: Handle, dynamic_of: Option<extern "C" fn(i32) -> usize>,
        dynamic: usize, limit: i32,
    ) {
        let s = enter()?;
        let f = copy_of(s.function(function)?);
        let most = if limit > 0 { limit.min(1024) } else { 1024 };
        let (mut best, mut size, mut blocks) = (0, 0, 0);
        for threads in (32..=most.max(32)).rev().step_by(32) {
            let dynamic = dynamic_of.map_or(dynamic, |g| g(threads));
            let n = s.occupancy(&f, threads as u32, dynamic);
            if n * threads > best {
                (best, size, blocks) = (n * threads, threads, n);
            }
        }
        min_grid.set(blocks * 4)?;
        block.set(size)
    }

    fn cuCtxResetPersistingL2Cache() {
        enter().map(drop)
    }
}

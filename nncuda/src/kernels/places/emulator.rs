//! Runs a kernel's text, a thread at a time, on the CPU.

use std::collections::HashMap;

use crate::ptx::{Kernel, Parameter};

type Compute = fn(&[u64]) -> u64;

enum Op {
    Compute(Compute),
    Load { bytes: usize, shared: bool },
    Store { bytes: usize, shared: bool },
    Param,
    Branch(usize),
    Return,
    Barrier,
    Ballot,
}

#[derive(Clone, Copy)]
enum Source {
    Register(usize),
    Known(u64),
    Tid,
    Ctaid,
}

struct Inst {
    guard: Option<(bool, usize)>,
    op: Op,
    to: usize,
    from: [Source; 3],
    offset: u64,
}

fn f(x: u64) -> f32 {
    f32::from_bits(x as u32)
}
fn b(x: f32) -> u64 {
    u64::from(x.to_bits())
}
fn g(x: u64) -> f64 {
    f64::from_bits(x)
}
fn u(x: u64) -> u32 {
    x as u32
}
fn w(x: u32) -> u64 {
    u64::from(x)
}

fn compute(name: &str) -> Option<Compute> {
    Some(match name {
        "cvta.to.global.u64" | "mov.f32" | "mov.u32" | "mov.u64" | "mov.f64" | "mov.b32" => {
            |a| a[0]
        }
        "cvt.u64.u32" => |a| w(u(a[0])),
        "cvt.rn.f32.s32" => |a| b(u(a[0]) as i32 as f32),
        "cvt.f64.f32" => |a| f64::from(f(a[0])).to_bits(),
        "cvt.rn.f32.f64" => |a| b(g(a[0]) as f32),
        "add.u32" => |a| w(u(a[0]).wrapping_add(u(a[1]))),
        "sub.u32" => |a| w(u(a[0]).wrapping_sub(u(a[1]))),
        "mul.lo.u32" => |a| w(u(a[0]).wrapping_mul(u(a[1]))),
        "div.u32" => |a| w(u(a[0]) / u(a[1])),
        "rem.u32" => |a| w(u(a[0]) % u(a[1])),
        "and.b32" => |a| w(u(a[0]) & u(a[1])),
        "or.b32" => |a| w(u(a[0]) | u(a[1])),
        "xor.b32" => |a| w(u(a[0]) ^ u(a[1])),
        "shl.b32" => |a| w(u(a[0]).checked_shl(u(a[1])).unwrap_or(0)),
        "shr.u32" => |a| w(u(a[0]).checked_shr(u(a[1])).unwrap_or(0)),
        "add.u64" => |a| a[0].wrapping_add(a[1]),
        "mad.wide.u32" => |a| (w(u(a[0])) * w(u(a[1]))).wrapping_add(a[2]),
        "brev.b32" => |a| w(u(a[0]).reverse_bits()),
        "clz.b32" => |a| w(u(a[0]).leading_zeros()),
        "add.rn.f32" => |a| b(f(a[0]) + f(a[1])),
        "mul.rn.f32" => |a| b(f(a[0]) * f(a[1])),
        "div.rn.f32" => |a| b(f(a[0]) / f(a[1])),
        "add.rn.f64" => |a| (g(a[0]) + g(a[1])).to_bits(),
        "div.rn.f64" => |a| (g(a[0]) / g(a[1])).to_bits(),
        "selp.f32" | "selp.u32" => |a| if a[2] != 0 { a[0] } else { a[1] },
        "setp.lt.u32" => |a| u64::from(u(a[0]) < u(a[1])),
        "setp.gt.u32" => |a| u64::from(u(a[0]) > u(a[1])),
        "setp.ge.u32" => |a| u64::from(u(a[0]) >= u(a[1])),
        "setp.eq.u32" => |a| u64::from(u(a[0]) == u(a[1])),
        "setp.gt.f32" => |a| u64::from(f(a[0]) > f(a[1])),
        "setp.eq.f32" => |a| u64::from(f(a[0]) == f(a[1])),
        "setp.nan.f32" => |a| u64::from(f(a[0]).is_nan() || f(a[1]).is_nan()),
        "and.pred" => |a| a[0] & a[1],
        "or.pred" => |a| a[0] | a[1],
        "not.pred" => |a| a[0] ^ 1,
        _ => return None,
    })
}

fn bytes(ty: &str) -> usize {
    match ty {
        "u8" => 1,
        "u16" => 2,
        "u64" | "f64" => 8,
        _ => 4,
    }
}

#[derive(Default)]
struct Decoder {
    registers: HashMap<String, usize>,
    labels: HashMap<String, usize>,
}

impl Decoder {
    fn register(&mut self, name: &str) -> usize {
        let next = self.registers.len();
        *self.registers.entry(name.to_owned()).or_insert(next)
    }

    fn source(&mut self, text: &str) -> Source {
        if text == "%tid.x" {
            return Source::Tid;
        }
        if text == "%ctaid.x" {
            return Source::Ctaid;
        }
        if text == "memory" {
            return Source::Known(0);
        }
        if text.starts_with('%') {
            return Source::Register(self.register(text));
        }
        if let Some(bits) = text.strip_prefix("0f").or(text.strip_prefix("0d")) {
            return Source::Known(u64::from_str_radix(bits, 16).unwrap());
        }
        Source::Known(text.parse::<i64>().unwrap() as u64)
    }

    fn address(&mut self, text: &str) -> (Source, u64) {
        let text = text.trim_start_matches('[').trim_end_matches(']');
        let (base, offset) = text.split_once('+').unwrap_or((text, "0"));
        (self.source(base), offset.parse().unwrap())
    }

    fn inst(&mut self, line: &str) -> Inst {
        let line = line.trim().trim_end_matches(';');
        let (guard, line) = match line.strip_prefix('@') {
            Some(rest) => {
                let (guard, rest) = rest.split_once(' ').unwrap();
                let name = guard.trim_start_matches('!');
                (Some((guard.starts_with('!'), self.register(name))), rest)
            }
            None => (None, line),
        };
        let (name, rest) = line.split_once(' ').unwrap_or((line, ""));
        let parts: Vec<&str> = rest.split(',').map(str::trim).filter(|p| !p.is_empty()).collect();
        let mut inst =
            Inst { guard, op: Op::Return, to: 0, from: [Source::Known(0); 3], offset: 0 };
        let fields: Vec<&str> = name.split('.').collect();
        match fields[..] {
            ["ret"] => {}
            ["bra"] => inst.op = Op::Branch(self.labels[parts[0]]),
            ["bar", "sync"] => inst.op = Op::Barrier,
            ["vote", ..] => {
                inst.op = Op::Ballot;
                inst.to = self.register(parts[0]);
                inst.from[0] = self.source(parts[1]);
            }
            ["ld", "param", _] => {
                inst.op = Op::Param;
                inst.to = self.register(parts[0]);
                inst.offset = parts[1][2..parts[1].len() - 1].parse().unwrap();
            }
            ["ld", space, ty] => {
                inst.op = Op::Load { bytes: bytes(ty), shared: space == "shared" };
                inst.to = self.register(parts[0]);
                let (from, offset) = self.address(parts[1]);
                (inst.from[0], inst.offset) = (from, offset);
            }
            ["st", space, ty] => {
                inst.op = Op::Store { bytes: bytes(ty), shared: space == "shared" };
                let (to, offset) = self.address(parts[0]);
                inst.from = [to, self.source(parts[1]), Source::Known(0)];
                inst.offset = offset;
            }
            _ => {
                inst.op = Op::Compute(compute(name).unwrap_or_else(|| panic!("{name}")));
                inst.to = self.register(parts[0]);
                for (from, part) in inst.from.iter_mut().zip(&parts[1..]) {
                    *from = self.source(part);
                }
            }
        }
        inst
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Stop {
    Returned,
    Barrier,
    Ballot,
}

struct Thread {
    registers: Vec<u64>,
    pc: usize,
    stop: Option<Stop>,
}

/// Launches `kernel` on buffers of bytes and numbers; the last number is `n`.
pub(crate) fn launch(kernel: &Kernel, buffers: &mut [&mut Vec<u8>], numbers: &[u32]) {
    let text = kernel.ptx();
    let body = text.split("\n{\n").nth(1).unwrap();
    let lines: Vec<&str> = body
        .lines()
        .filter(|l| !l.trim().is_empty() && !l.trim().starts_with(".reg") && *l != "}")
        .collect();
    let mut decoder = Decoder::default();
    let mut at = 0;
    for line in &lines {
        match line.strip_suffix(':') {
            Some(label) => {
                decoder.labels.insert(label.to_owned(), at);
            }
            None => at += 1,
        }
    }
    let code: Vec<Inst> =
        lines.iter().filter(|l| !l.ends_with(':')).map(|l| decoder.inst(l)).collect();
    let (mut pointers, mut rest) = (0u64.., numbers.iter());
    let parameters: Vec<u64> = kernel
        .parameters()
        .iter()
        .map(|p| match p {
            Parameter::Pointer => (pointers.next().unwrap() + 1) << 40,
            _ => u64::from(*rest.next().unwrap()),
        })
        .collect();
    assert!(rest.next().is_none() && pointers.next().unwrap() == buffers.len() as u64);
    let blocks = numbers.last().unwrap().div_ceil(kernel.per_block());
    for block in 0..blocks {
        let mut shared = vec![0xff; 64 << 10];
        let mut threads: Vec<Thread> = (0..kernel.threads())
            .map(|_| Thread {
                registers: vec![u64::MAX; decoder.registers.len()],
                pc: 0,
                stop: None,
            })
            .collect();
        loop {
            for (tid, t) in threads.iter_mut().enumerate() {
                while t.stop.is_none() {
                    let inst = &code[t.pc];
                    t.pc += 1;
                    if inst.guard.is_some_and(|(not, p)| {
                        assert!(t.registers[p] < 2, "a predicate");
                        (t.registers[p] == 1) == not
                    }) {
                        continue;
                    }
                    let read = |s: &Source| match *s {
                        Source::Register(r) => t.registers[r],
                        Source::Known(x) => x,
                        Source::Tid => tid as u64,
                        Source::Ctaid => u64::from(block),
                    };
                    let [a, b, c] = &inst.from;
                    let from = [read(a), read(b), read(c)];
                    let mut memory =
                        |is_shared: bool, bytes: usize, act: &mut dyn FnMut(&mut [u8])| {
                            let address = from[0] + inst.offset;
                            assert!(address.is_multiple_of(bytes as u64), "aligned");
                            if is_shared {
                                let address = u(address) as usize;
                                return act(&mut shared[address..address + bytes]);
                            }
                            let (buffer, at) =
                                ((address >> 40) - 1, (address & ((1 << 40) - 1)) as usize);
                            let buffer = &mut buffers[buffer as usize];
                            assert!(
                                at + bytes <= buffer.len(),
                                "{}: pc {}: {at}",
                                kernel.name(),
                                t.pc
                            );
                            act(&mut buffer[at..at + bytes]);
                        };
                    match inst.op {
                        Op::Compute(f) => t.registers[inst.to] = f(&from),
                        Op::Load { bytes, shared } => {
                            let mut value = [0; 8];
                            memory(shared, bytes, &mut |m| value[..bytes].copy_from_slice(m));
                            t.registers[inst.to] = u64::from_le_bytes(value);
                        }
                        Op::Store { bytes, shared } => {
                            let value = from[1].to_le_bytes();
                            memory(shared, bytes, &mut |m| m.copy_from_slice(&value[..bytes]));
                        }
                        Op::Param => t.registers[inst.to] = parameters[inst.offset as usize],
                        Op::Branch(to) => t.pc = to,
                        Op::Return => t.stop = Some(Stop::Returned),
                        Op::Barrier => t.stop = Some(Stop::Barrier),
                        Op::Ballot => t.stop = Some(Stop::Ballot),
                    }
                }
            }
            let mut voted = false;
            for warp in threads.chunks_mut(32) {
                if warp[0].stop != Some(Stop::Ballot) {
                    assert!(
                        warp.iter().all(|t| t.stop != Some(Stop::Ballot)),
                        "all of a warp vote"
                    );
                    continue;
                }
                voted = true;
                let mut votes = 0;
                let pc = warp[0].pc;
                for (lane, t) in warp.iter().enumerate() {
                    assert!(t.stop == Some(Stop::Ballot) && t.pc == pc, "all of a warp vote");
                    let Source::Register(p) = code[t.pc - 1].from[0] else { panic!() };
                    votes |= t.registers[p] << lane;
                }
                for t in warp {
                    t.registers[code[t.pc - 1].to] = votes;
                    t.stop = None;
                }
            }
            if voted {
                continue;
            }
            let waiting = threads.iter().filter(|t| t.stop == Some(Stop::Barrier)).count();
            if waiting == 0 {
                break;
            }
            assert_eq!(waiting, threads.len(), "all come to the barrier");
            let pc = threads[0].pc;
            for t in &mut threads {
                assert_eq!(t.pc, pc, "the same barrier");
                t.stop = None;
            }
        }
    }
}

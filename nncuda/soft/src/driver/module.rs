//! Modules.

use std::collections::HashMap;
use std::ffi::{c_char, c_void};
use std::sync::Arc;

use super::api::{Answer, In, Out, api};
use super::codes::{
    FILE_NOT_FOUND, INVALID_IMAGE, INVALID_PTX, INVALID_VALUE, NO_BINARY_FOR_GPU, NOT_FOUND,
    NOT_SUPPORTED, OUT_OF_MEMORY, UNSUPPORTED_PTX_VERSION,
};
use super::object::{Function, Handle, Module, Object};
use super::queue::{Until, flush};
use super::state::{State, enter};
use crate::decode;
use crate::ptx::{Space, parse};

/// The newest PTX version that is read.
const NEWEST: u32 = 93;
/// Bytes of static shared memory that a kernel may have.
const STATIC_SHARED: usize = 48 << 10;

/// Options of `cuModuleLoadDataEx`.
const INFO_LOG: u32 = 3;
const INFO_SIZE: u32 = 4;
const ERROR_LOG: u32 = 5;
const ERROR_SIZE: u32 = 6;

/// The options of the caller.
#[derive(Clone, Copy)]
struct Options {
    count: u32,
    keys: In<u32>,
    values: Out<usize>,
    given: In<usize>,
}

impl Options {
    fn none() -> Self {
        Self { count: 0, keys: In::null(), values: Out::null(), given: In::null() }
    }

    fn find(&self, key: u32) -> Option<usize> {
        (0..self.count as usize).find(|i| self.keys.get(*i) == Ok(key))
    }

    /// Writes a text into the buffer that a pair of options gives, and its size.
    fn log(&self, buffer: u32, size: u32, text: &str) {
        let (Some(b), Some(s)) = (self.find(buffer), self.find(size)) else { return };
        let (Ok(at), Ok(room)) = (self.given.get(b), self.given.get(s)) else { return };
        let room = room & 0xffff_ffff;
        if at == 0 || room == 0 {
            return;
        }
        let to = Out::<u8>::from_address(at);
        let n = text.len().min(room - 1);
        for (i, c) in text.as_bytes()[..n].iter().chain(&[0]).enumerate() {
            to.at(i).set_if_wanted(*c);
        }
        self.values.at(s).set_if_wanted(n);
    }
}

/// Loads a module from PTX text.
fn load(out: Out<Handle>, text: &str, options: Options) -> Answer {
    let mut s = enter()?;
    s.forbid_if_unsafe()?;
    if out.is_null() {
        return Err(INVALID_VALUE);
    }
    match s.load_module(text) {
        Ok(m) => {
            options.log(INFO_LOG, INFO_SIZE, "");
            options.log(ERROR_LOG, ERROR_SIZE, "");
            s.counters.modules += 1;
            let h = s.add(Object::Module(m));
            out.set(h)
        }
        Err((code, message)) => {
            options.log(ERROR_LOG, ERROR_SIZE, &message);
            s.refuse(code, message)
        }
    }
}

impl State {
    fn load_module(&mut self, text: &str) -> Result<Module, (u32, String)> {
        let fail = |e: crate::ptx::Error| (INVALID_PTX, format!("ptx, {e}"));
        let tree = parse(text).map_err(fail)?;
        if tree.version > NEWEST {
            return Err((
                UNSUPPORTED_PTX_VERSION,
                format!("PTX version {}.{}", tree.version / 10, tree.version % 10),
            ));
        }
        let (major, minor) = self.knobs.capability;
        let own = 10 * major + minor;
        if tree.target > own || tree.exact_target && tree.target != own {
            return Err((
                NO_BINARY_FOR_GPU,
                format!("the module is for sm_{}, the device is sm_{own}", tree.target),
            ));
        }
        let mut symbols = HashMap::new();
        let mut variables = HashMap::new();
        let mut shared = Vec::new();
        for v in &tree.variables {
            let error = |message: &str| {
                (INVALID_PTX, format!("ptx, line {}: `{}`: {message}", v.line, v.name))
            };
            match v.space {
                Space::Shared => shared.push(v.clone()),
                Space::Global | Space::Const => {
                    let size = v.size.ok_or_else(|| error("external variables are not known"))?;
                    let mut bytes = v.init.clone();
                    bytes.resize(size.max(1), 0);
                    let name = format!("the variable `{}`", v.name);
                    let at = self.heap.allocate(
                        bytes.len(),
                        Some(&bytes),
                        v.space == Space::Const,
                        &name,
                    );
                    let Some(address) = at else {
                        self.free_all(&variables);
                        return Err((OUT_OF_MEMORY, "no memory for the module's variables".into()));
                    };
                    variables.insert(v.name.to_string(), (address, size));
                    symbols.insert(
                        v.name,
                        decode::Symbol { space: v.space, address, size, dynamic: false },
                    );
                }
                _ => {
                    self.free_all(&variables);
                    return Err(error("a variable of this space at the module's level"));
                }
            }
        }
        let mut kernels = HashMap::new();
        for k in &tree.kernels {
            let decoded = decode::kernel(k, &symbols, &shared, tree.target).and_then(|d| {
                if d.shared > STATIC_SHARED {
                    let message = format!(
                        "`{}` has {} bytes of static shared memory, {STATIC_SHARED} is the limit",
                        k.name, d.shared
                    );
                    return Err(crate::ptx::Error::new(k.line, message));
                }
                Ok(d)
            });
            match decoded {
                Ok(d) => drop(kernels.insert(k.name.to_string(), Arc::new(d))),
                Err(e) => {
                    self.free_all(&variables);
                    return Err(fail(e));
                }
            }
        }
        Ok(Module { kernels, variables, functions: HashMap::new(), ptx: tree.version })
    }

    fn free_all(&mut self, variables: &HashMap<String, (u64, usize)>) {
        for (address, _) in variables.values() {
            self.heap.free(*address);
        }
    }
}

/// The text of an image, which has to be PTX.
fn text(image: In<c_char>) -> Answer<String> {
    let first = image.get(0)? as u8;
    if first == 0x7f || first == 0x50 && image.get(1)? as u8 == 0xed {
        return enter()?.refuse(INVALID_IMAGE, "the image is a binary; only PTX is known");
    }
    image.text()
}

api! {
    fn cuModuleLoadData(out: Out<Handle>, image: In<c_char>) {
        drop(enter()?);
        load(out, &text(image)?, Options::none())
    }

    fn cuModuleLoadDataEx(out: Out<Handle>, image: In<c_char>, count: u32, keys: In<u32>, values: Out<usize>) {
        drop(enter()?);
        if count > 0 && (keys.is_null() || values.is_null()) {
            return Err(INVALID_VALUE);
        }
        load(out, &text(image)?, Options { count, keys, values, given: values.reader() })
    }

    fn cuModuleLoad(out: Out<Handle>, file: In<c_char>) {
        drop(enter()?);
        let text = std::fs::read_to_string(file.text()?).map_err(|_| FILE_NOT_FOUND)?;
        load(out, &text, Options::none())
    }

    fn cuModuleLoadFatBinary(_out: Out<Handle>, _image: In<c_void>) {
        enter()?.refuse(NOT_SUPPORTED, "only PTX is known")
    }

    fn cuModuleUnload(module: Handle) {
        enter()?.forbid_if_unsafe()?;
        flush(Until::All)?;
        let mut s = enter()?;
        let m = s.remove_module(module)?;
        for f in m.functions.values() {
            s.objects.remove(f);
        }
        s.free_all(&m.variables);
        Ok(())
    }

    fn cuModuleGetFunction(out: Out<Handle>, module: Handle, name: In<c_char>) {
        let mut s = enter()?;
        let name = name.text()?;
        let m = s.module(module)?;
        if let Some(f) = m.functions.get(&name) {
            return out.set(*f);
        }
        let ptx = m.ptx;
        let Some(kernel) = m.kernels.get(&name).cloned() else {
            return s.refuse(NOT_FOUND, format!("the module has no kernel `{name}`"));
        };
        let max_dynamic = STATIC_SHARED.saturating_sub(kernel.shared);
        let h = s.add(Object::Function(Function { kernel, max_dynamic, ptx, carveout: -1 }));
        s.module_mut(module)?.functions.insert(name, h);
        out.set(h)
    }

    fn cuModuleGetGlobal_v2(address: Out<u64>, size: Out<usize>, module: Handle, name: In<c_char>) {
        let mut s = enter()?;
        let name = name.text()?;
        let Some((at, n)) = s.module(module)?.variables.get(&name).copied() else {
            return s.refuse(NOT_FOUND, format!("the module has no variable `{name}`"));
        };
        address.set_if_wanted(at);
        size.set_if_wanted(n);
        Ok(())
    }
}

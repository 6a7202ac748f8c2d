//! Modules: kernels as PTX text, translated by the driver.

use core::ffi::c_void;
use core::fmt;
use std::collections::HashMap;
use std::ffi::CString;
use std::sync::Arc;

use cust::sys::{self, CUfunction, CUjit_option, CUmodule, CUresult};

use crate::error::{self, driver};
use crate::kernel::Function;
use crate::{Context, CudaError};

/// Bytes of the driver's report on a text.
const LOG: usize = 8192;

/// Lines of a text that an error quotes, at most.
const QUOTED: usize = 3;

/// The modules of a context by their texts. What is loaded stays until the context goes.
#[derive(Default)]
pub(crate) struct Cache {
    loaded: HashMap<Box<str>, CUmodule>,
}

impl Cache {
    fn get(&mut self, text: &str) -> Result<CUmodule, CudaError> {
        if let Some(module) = self.loaded.get(text) {
            return Ok(*module);
        }
        let module = load(text)?;
        self.loaded.insert(text.into(), module);
        Ok(module)
    }

    /// Unloads all; the context is the thread's.
    pub(crate) fn unload(&mut self) {
        for (_, module) in self.loaded.drain() {
            // SAFETY: it was loaded in `load`, and what holds its functions holds the context, which goes now.
            let _ = unsafe { driver!(cuModuleUnload(module)) };
        }
    }
}

/// Kernels of one PTX text, loaded.
#[derive(Clone, PartialEq, Eq)]
pub struct Module {
    context: Context,
    raw: CUmodule,
}

// SAFETY: the driver allows a module in any thread.
unsafe impl Send for Module {}
// SAFETY: as above, in several at a time.
unsafe impl Sync for Module {}

impl Module {
    /// The module of a PTX text. The driver translates a text once a context; from then on the same text is the same
    /// module.
    ///
    /// # Errors
    /// When the driver refuses the text: with what it says, and the lines that it names.
    pub fn load(context: &Context, text: &str) -> Result<Self, CudaError> {
        let _entered = context.enter()?;
        // The lock is held meanwhile, so that threads that ask for the same text wait for it.
        let raw = context.with_modules(|modules| modules.get(text))?;
        Ok(Self { context: context.clone(), raw })
    }

    /// The kernel `name`.
    ///
    /// # Errors
    /// When there is none.
    pub fn function(&self, name: &str) -> Result<Function, CudaError> {
        let missing = |result| CudaError::Launch {
            kernel: name.to_owned(),
            code: error::code(result),
            text: format!("the module has no such kernel: {}", error::name(result)),
        };
        let Ok(text) = CString::new(name) else {
            return Err(missing(CUresult::CUDA_ERROR_NOT_FOUND));
        };
        let _entered = self.context.enter()?;
        let mut raw: CUfunction = core::ptr::null_mut();
        // SAFETY: `raw` is a place for the function, the name ends with a zero, and the module is loaded.
        let result = unsafe { sys::cuModuleGetFunction(&mut raw, self.raw, text.as_ptr()) };
        if result != CUresult::CUDA_SUCCESS {
            return Err(missing(result));
        }
        Ok(Function::new(self.context.clone(), raw, Arc::from(name)))
    }
}

impl fmt::Debug for Module {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Module(device {})", self.context.info().index)
    }
}

/// Loads a text into the thread's context.
fn load(text: &str) -> Result<CUmodule, CudaError> {
    let Ok(image) = CString::new(text) else {
        return Err(CudaError::Module { log: "the text holds a zero byte".to_owned() });
    };
    let mut log = vec![0u8; LOG];
    let mut options =
        [CUjit_option::CU_JIT_ERROR_LOG_BUFFER, CUjit_option::CU_JIT_ERROR_LOG_BUFFER_SIZE_BYTES];
    // The driver takes a number as an option's value in the place of a pointer.
    let mut values: [*mut c_void; 2] =
        [log.as_mut_ptr().cast(), core::ptr::without_provenance_mut(LOG)];
    let mut module = core::ptr::null_mut();
    // SAFETY: `module` is a place for the module, the text ends with a zero, and there are as many values as options:
    // a buffer and its size.
    let result = unsafe {
        sys::cuModuleLoadDataEx(
            &mut module,
            image.as_ptr().cast::<c_void>(),
            options.len() as u32,
            options.as_mut_ptr(),
            values.as_mut_ptr(),
        )
    };
    if result == CUresult::CUDA_SUCCESS {
        return Ok(module);
    }
    let end = log.iter().position(|byte| *byte == 0).unwrap_or(LOG);
    let said = String::from_utf8_lossy(&log[..end]);
    let (name, code) = (error::name(result), error::code(result));
    Err(CudaError::Module { log: format!("{name} ({code})\n{}", quoted(said.trim_end(), text)) })
}

/// What the driver said of a text, and below it the lines that it names as `line 12`.
fn quoted(said: &str, text: &str) -> String {
    let mut report = said.to_owned();
    let mut quoted = Vec::new();
    for part in said.split("line ").skip(1) {
        let digits = part.find(|c: char| !c.is_ascii_digit()).unwrap_or(part.len());
        let Ok(number @ 1..) = part[..digits].parse::<usize>() else { continue };
        if quoted.contains(&number) || quoted.len() == QUOTED {
            continue;
        }
        quoted.push(number);
        if let Some(line) = text.lines().nth(number - 1) {
            report.push_str(&format!("\n{number:>5} | {line}"));
        }
    }
    report
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_the_driver_names_are_quoted_once() {
        let text = "one\ntwo\nthree\n";
        let said = "input, line 2; error: frob\ninput, line 2; fatal\ninput, line 9; fatal";
        assert_eq!(quoted(said, text), format!("{said}\n    2 | two"));
        assert_eq!(quoted("nothing about a line , line 0 and line x", text).lines().count(), 1);
        assert_eq!(quoted("", text), "");
    }
}

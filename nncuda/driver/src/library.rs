//! The driver's library, opened at run time.

use core::ffi::{CStr, c_void};

/// The environment variable that names the library to open.
#[cfg(unix)]
const VARIABLE: &str = "NNCUDA_DRIVER";

/// Where the library is looked for: by the loader's own search, then where containers and WSL have it.
#[cfg(unix)]
const PLACES: [&str; 3] =
    ["libcuda.so.1", "/usr/local/nvidia/lib64/libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1"];

/// An open library. It stays open as long as the process runs.
pub(crate) struct Library {
    #[cfg(unix)]
    handle: *mut c_void,
}

// SAFETY: the handle is only given to dlsym, which any thread may call.
unsafe impl Send for Library {}
// SAFETY: as above.
unsafe impl Sync for Library {}

#[cfg(unix)]
impl Library {
    /// Opens the driver's library, or says why it cannot be opened.
    pub(crate) fn open() -> Result<Self, String> {
        if let Some(path) = std::env::var_os(VARIABLE) {
            let path = path.to_string_lossy();
            return Self::open_at(&path)
                .map_err(|why| format!("{why} (the environment variable {VARIABLE} names it)"));
        }
        let mut first = None;
        for place in PLACES {
            match Self::open_at(place) {
                Ok(library) => return Ok(library),
                Err(why) => {
                    first.get_or_insert(why);
                }
            }
        }
        Err(first.unwrap_or_default())
    }

    fn open_at(path: &str) -> Result<Self, String> {
        let Ok(name) = std::ffi::CString::new(path) else {
            return Err(format!("{path:?} is not a path: it holds a zero byte"));
        };
        // SAFETY: `name` ends with a zero; the library's constructors are trusted, as with every library linked.
        let handle = unsafe { libc::dlopen(name.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
        if !handle.is_null() {
            return Ok(Self { handle });
        }
        // SAFETY: dlerror returns null or a text that lives until this thread's next dl call.
        let why = unsafe {
            let text = libc::dlerror();
            (!text.is_null()).then(|| CStr::from_ptr(text).to_string_lossy().into_owned())
        };
        Err(why.unwrap_or_else(|| format!("{path}: cannot be opened")))
    }

    /// The address of a function, or null.
    pub(crate) fn function(&self, name: &CStr) -> *const c_void {
        // SAFETY: the handle is open, the name ends with a zero.
        unsafe { libc::dlsym(self.handle, name.as_ptr()) }
    }
}

#[cfg(not(unix))]
impl Library {
    /// Says that this is not done yet.
    pub(crate) fn open() -> Result<Self, String> {
        Err("the CUDA driver is looked for on Unix only".to_owned())
    }

    /// Null.
    pub(crate) fn function(&self, _: &CStr) -> *const c_void {
        core::ptr::null()
    }
}

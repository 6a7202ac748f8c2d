//! WebAssembly: the host calls `run`, and gives `print`.

#[link(wasm_import_module = "host")]
unsafe extern "C" {
    #[link_name = "print"]
    fn host_print(bytes: *const u8, len: usize);
}

/// Hands bytes to the host.
pub(crate) fn print(bytes: &[u8]) {
    // SAFETY: the host reads the bytes before it returns.
    unsafe { host_print(bytes.as_ptr(), bytes.len()) }
}

#[unsafe(export_name = "run")]
extern "C" fn start() -> i32 {
    crate::run()
}

//! Runs the program in a folder of its own.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStderr, ChildStdout, Command, Stdio};

use tempfile::TempDir;

/// The program, and the folder that it works in.
pub(crate) struct Convnet {
    dir: TempDir,
}

/// What a run left behind.
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Convnet {
    pub(crate) fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// A path in the folder.
    pub(crate) fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The names in the folder, hidden ones too.
    pub(crate) fn files(&self) -> Vec<String> {
        let entries = fs::read_dir(self.dir.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort_unstable();
        names
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_convnet"));
        command
            .args(arguments)
            .current_dir(self.dir.path())
            .env("NO_COLOR", "1")
            .env("NNCUDA_DRIVER", "/no/such/driver.so") // also where there is a GPU
            .env_remove("COLUMNS");
        command
    }

    /// Runs it to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ended {
        let output = self.command(arguments).output().unwrap();
        Ended {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Starts it, as from a terminal.
    #[cfg(unix)]
    pub(crate) fn start(&self, arguments: &[&str]) -> Running {
        self.start_with(arguments, libc::SIG_DFL)
    }

    /// Starts it, as `nohup` does.
    #[cfg(target_os = "linux")]
    pub(crate) fn start_ignoring_hangups(&self, arguments: &[&str]) -> Running {
        self.start_with(arguments, libc::SIG_IGN)
    }

    #[cfg(unix)]
    fn start_with(&self, arguments: &[&str], hangups: libc::sighandler_t) -> Running {
        use std::os::unix::process::CommandExt;

        let mut command = self.command(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        // SAFETY: `signal` may be called between fork and exec.
        unsafe {
            command.pre_exec(move || {
                libc::signal(libc::SIGHUP, hangups);
                Ok(())
            });
        }
        let mut child = command.spawn().unwrap();
        let stdout = BufReader::new(child.stdout.take().unwrap());
        let stderr = BufReader::new(child.stderr.take().unwrap());
        Running { child, stdout, stderr, notes: String::new() }
    }
}

impl Ended {
    #[track_caller]
    pub(crate) fn assert_done(&self) {
        assert_eq!(self.code, Some(0), "{}", self.stderr);
    }

    /// It ended with this code, and said all of this.
    #[track_caller]
    pub(crate) fn assert_failed(&self, code: i32, texts: &[&str]) {
        let Self { code: found, stdout, stderr } = self;
        assert_eq!(*found, Some(code), "{stderr}\n{stdout}");
        for text in texts {
            assert!(stderr.contains(text), "no `{text}` in\n{stderr}");
        }
    }
}

/// A program that is running; killed when a test fails.
#[cfg(unix)]
pub(crate) struct Running {
    child: Child,
    stdout: BufReader<ChildStdout>,
    stderr: BufReader<ChildStderr>,
    /// The standard error as far as it was read.
    notes: String,
}

#[cfg(unix)]
impl Running {
    /// Reads the results up to a line with this beginning.
    #[track_caller]
    pub(crate) fn read_line(&mut self, start: &str) {
        let mut line = String::new();
        while !line.starts_with(start) {
            line.clear();
            assert!(self.stdout.read_line(&mut line).unwrap() > 0, "no line `{start}`");
        }
    }

    /// Reads the standard error up to a line that holds this.
    #[track_caller]
    pub(crate) fn read_note(&mut self, text: &str) {
        loop {
            let before = self.notes.len();
            assert!(self.stderr.read_line(&mut self.notes).unwrap() > 0, "{}", self.notes);
            if self.notes[before..].contains(text) {
                return;
            }
        }
    }

    /// Sends it a signal: `INT` is Ctrl-C.
    pub(crate) fn signal(&self, name: &str) {
        let (signal, pid) = (format!("-{name}"), self.child.id().to_string());
        assert!(Command::new("kill").args([signal, pid]).status().unwrap().success());
    }

    /// Its end.
    pub(crate) fn wait(mut self) -> Ended {
        let mut stdout = String::new();
        self.stdout.read_to_string(&mut stdout).unwrap();
        self.stderr.read_to_string(&mut self.notes).unwrap();
        let code = self.child.wait().unwrap().code();
        Ended { code, stdout, stderr: std::mem::take(&mut self.notes) }
    }
}

#[cfg(unix)]
impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

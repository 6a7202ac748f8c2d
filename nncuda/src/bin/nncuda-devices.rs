//! Lists the GPUs of the machine, one a line. Without any it says why, and exits with 2.

use std::process::ExitCode;

fn main() -> ExitCode {
    match nncuda::info() {
        Ok(devices) => {
            devices.iter().for_each(|device| println!("{device}"));
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

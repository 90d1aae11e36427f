//! The face on the terminal: one file a command. No rule lives here.

use std::process::ExitCode;

/// Runs the command line; the exit code is 0 clean, 1 findings at or above the bar, 2 usage or I/O.
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}

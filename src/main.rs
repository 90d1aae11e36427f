//! The command line of yakugo.

use std::process::ExitCode;

fn main() -> ExitCode {
    yakugo::cli::main()
}

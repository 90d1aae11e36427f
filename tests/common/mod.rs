//! What the suites over data outside the repository share.

#![allow(clippy::print_stdout, reason = "whoever runs a suite must see that it was skipped")]

use std::path::PathBuf;

/// The folder named by `YAKUGO_DATA`. Without the variable the suite says that it was skipped; with it, a
/// missing folder is a failure, so that no machine that should have the data passes without it.
pub(crate) fn data_dir() -> Option<PathBuf> {
    let Some(dir) = std::env::var_os("YAKUGO_DATA").map(PathBuf::from) else {
        println!(
            "skipped: set YAKUGO_DATA to the folder of test data (article/, carry/, …) to run this suite"
        );
        return None;
    };
    assert!(dir.is_dir(), "YAKUGO_DATA names {}, which is no folder", dir.display());
    Some(dir)
}

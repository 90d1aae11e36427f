//! What the suites over data outside the repository share.

use std::io::Write as _;
use std::path::PathBuf;

/// The folder named by `YAKUGO_DATA`. Without the variable the suite says that it was skipped; with it, a
/// missing folder is a failure, so that no machine that should have the data passes without it.
pub(crate) fn data_dir() -> Option<PathBuf> {
    let Some(dir) = std::env::var_os("YAKUGO_DATA").map(PathBuf::from) else {
        // Not `println!`: the test runner would swallow it where the test passes.
        let why =
            "skipped: set YAKUGO_DATA to the folder of test data (article/, carry/, …) to run this suite";
        let _ = writeln!(std::io::stderr(), "{why}");
        return None;
    };
    assert!(dir.is_dir(), "YAKUGO_DATA names {}, which is no folder", dir.display());
    Some(dir)
}

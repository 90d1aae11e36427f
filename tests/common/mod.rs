//! What all test suites share.

use std::path::PathBuf;

/// The folder of test data, from `YAKUGO_DATA`. Without the variable the suite is skipped and says so; a folder
/// that is named but not there fails it.
pub(crate) fn data_dir() -> Option<PathBuf> {
    let Some(dir) = std::env::var_os("YAKUGO_DATA").map(PathBuf::from) else {
        eprintln!("skipped: YAKUGO_DATA names no folder of test data");
        return None;
    };
    assert!(dir.is_dir(), "YAKUGO_DATA is {}, which is no folder", dir.display());
    Some(dir)
}

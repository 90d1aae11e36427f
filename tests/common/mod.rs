//! What the integration tests share.

use std::path::PathBuf;

/// The folder of test data named by `YAKUGO_DATA`; says that the suite is skipped where it is not set.
///
/// # Panics
///
/// If the variable names a folder that is not there: a suite that was asked for must not pass unseen.
pub fn data_dir() -> Option<PathBuf> {
    let Some(folder) = std::env::var_os("YAKUGO_DATA").map(PathBuf::from) else {
        println!("skipped: YAKUGO_DATA is not set, and other people's texts are not part of this repository");
        return None;
    };
    assert!(folder.is_dir(), "YAKUGO_DATA names no folder: {}", folder.display());
    Some(folder)
}

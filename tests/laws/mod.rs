//! What holds for any input whatever: the properties of the suites draw inputs, the fuzz targets in `fuzz/` search for
//! them, and both hold them to these laws.

#![allow(dead_code, reason = "no suite uses all of them")]
#![allow(clippy::unwrap_used, reason = "helpers of tests")]

pub(crate) mod documents;
pub(crate) mod files;
pub(crate) mod fluent;
pub(crate) mod plans;
pub(crate) mod texts;

//! Changed files as a patch that `git apply` and `patch -p1` take.

use similar::TextDiff;

/// The unified diff of a file with three lines around every change.
///
/// ```
/// let patch = yakugo::report::patch("a.ftl", "a = 1\nb = 2\n", "a = 1\nb = 3\n");
/// assert_eq!(patch, "--- a/a.ftl\n+++ b/a.ftl\n@@ -1,2 +1,2 @@\n a = 1\n-b = 2\n+b = 3\n");
/// ```
pub fn patch(path: &str, old: &str, new: &str) -> String {
    let diff = TextDiff::from_lines(old, new);
    diff.unified_diff().header(&format!("a/{path}"), &format!("b/{path}")).to_string()
}

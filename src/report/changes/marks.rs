//! `<del>` and `<ins>` around what went and came, for HTML and for Markdown that shows it.

use crate::carry::{Edit, Op};

/// The pieces one after the other, each through `escaped`.
pub(super) fn marked(ops: &[Op], escaped: impl Fn(&str) -> String) -> String {
    let mut out = String::new();
    for op in ops {
        let text = escaped(&op.text);
        match op.edit {
            Edit::Equal => out.push_str(&text),
            Edit::Delete => out.push_str(&format!("<del>{text}</del>")),
            Edit::Insert => out.push_str(&format!("<ins>{text}</ins>")),
        }
    }
    out
}

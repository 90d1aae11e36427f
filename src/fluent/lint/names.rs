//! Ids that are formed otherwise than the others of their file.

use crate::finding::{Finding, rule};
use crate::fluent::resource::Resource;

rule! {
    /// An id is formed otherwise than nearly all others of its source file.
    ///
    /// Why: whoever types the id from memory types it as the others are formed, and the program finds nothing.
    ///
    /// Example: `save_all` in a file of `open-file`, `close-file` and `print-page`.
    ///
    /// Fix: rename it in the file, in its translations and in the program, best before it is translated.
    pub(super) const ID_FORM: "id-form", Note;
}

/// How many ids with a form of their own a file must have before there is a custom.
const CUSTOM: usize = 5;
/// Of so many ids, one may be formed otherwise.
const OF: usize = 10;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Hyphens,
    Underscores,
    Capitals,
}

/// The form of an id; none if it is one word, or more than one form at a time.
fn form(id: &str) -> Option<Form> {
    let inner = id.strip_prefix('-').unwrap_or(id);
    match (inner.contains('-'), inner.contains('_'), inner.contains(|c: char| c.is_ascii_uppercase())) {
        (true, false, false) => Some(Form::Hyphens),
        (false, true, false) => Some(Form::Underscores),
        (false, false, true) => Some(Form::Capitals),
        _ => None,
    }
}

pub(super) fn check(resource: &Resource) -> Vec<Finding> {
    let all = || resource.messages().filter_map(|message| Some((message, form(&message.id)?)));
    let total = all().count();
    let custom = [
        (Form::Hyphens, "small letters and hyphens"),
        (Form::Underscores, "small letters and underscores"),
        (Form::Capitals, "capitals within words"),
    ];
    let count = |form| all().filter(|(_, other)| *other == form).count();
    let is_custom = |(form, _): &(Form, &str)| count(*form) >= CUSTOM && (total - count(*form)) * OF <= total;
    let Some((custom, name)) = custom.into_iter().find(is_custom) else { return Vec::new() };
    let others = all().filter(|(_, form)| *form != custom);
    others
        .map(|(message, _)| {
            let what = format!("the other ids of this file have {name}: form `{}` like them", message.id);
            Finding::new(&ID_FORM, message.id_span, what).unit(&message.id)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::fluent::lint::tests::found;

    fn check(like: &str, others: &[&str], expected: &[&str]) {
        let ids = (0..20).map(|n| like.replace('N', &char::from(b'a' + n).to_string()));
        let text: String =
            ids.chain(others.iter().map(|id| (*id).to_owned())).map(|id| format!("{id} = x\n")).collect();
        let ids: Vec<&str> = found("en", &text).into_iter().map(|(_, id)| id).collect();
        assert_eq!(ids, expected, "among {like}");
    }

    #[test]
    fn one_that_is_formed_otherwise() {
        check("open-N", &["save_all"], &["save_all"]);
        check("open-N", &["saveAll", "save", "-brand-name"], &["saveAll"]);
        check("open_N", &["save-all"], &["save-all"]);
        check("openPageN", &["save"], &[]);
        check("N", &["save-all", "save_all"], &[]);
        check("open-N", &["a_a", "a_b", "a_c", "a_d"], &[]);
    }
}

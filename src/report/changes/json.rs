//! Changes for programs.

use serde_json::{Value, json};

use crate::report::changes::Changed;

/// `{"version":1,"changes":[…]}`, one object a stale unit:
///
/// | key | what |
/// |---|---|
/// | `locale`, `document`, `id` | the unit |
/// | `headings` | the headings it stands under, the outermost first |
/// | `change` | `markup`, `punctuation`, `wording`, `split`, `merged` or `meaning` |
/// | `detail` | what changed in words: `10 mg → 5 mg`; empty where the texts must be read |
/// | `moved` | whether the segment went to another place since its text was replaced, or just then |
/// | `old` | the source text that was translated; `null` if it is lost. Of texts that were split or merged all as one, and so are `new` and `translation` |
/// | `between` | what the translator's file showed in between, where that is neither `old` nor `new`; otherwise `null` |
/// | `new` | the source text now |
/// | `ops` | the word diff of the two: objects with `op` (`equal`, `delete`, `insert`) and `text` |
/// | `sentences` | the sentences that changed, objects with `old` and `new`; `null` where the texts have not equally many |
/// | `translation` | the translation of `old` |
/// | `proposal` | the translation with the change of markup carried over, for a person to take or leave; otherwise `null` |
/// | `since` | the day since when it is stale, `YYYY-MM-DD`; `null` if nobody knows |
/// | `path`, `line` | the translator's file, and the line of the unit in it, from 1 |
pub fn json(changes: &[Changed]) -> String {
    let all: Vec<Value> = changes.iter().map(object).collect();
    format!("{:#}\n", json!({ "version": 1, "changes": all }))
}

fn object(change: &Changed) -> Value {
    let ops: Vec<Value> =
        change.ops.iter().map(|op| json!({ "op": op.edit.name(), "text": op.text })).collect();
    let sentences = change.sentences.as_ref().map(|sentences| {
        sentences.iter().map(|(old, new)| json!({ "old": old, "new": new })).collect::<Vec<_>>()
    });
    let (path, line) = &change.place;
    json!({
        "locale": change.locale,
        "document": change.document,
        "id": change.id,
        "headings": change.path,
        "change": change.change.kind.name(),
        "detail": change.change.detail,
        "moved": change.moved,
        "old": change.old,
        "between": change.between,
        "new": change.new,
        "ops": ops,
        "sentences": sentences,
        "translation": change.translation,
        "proposal": change.proposal,
        "since": change.since.map(|since| since.to_string()),
        "path": path,
        "line": line,
    })
}

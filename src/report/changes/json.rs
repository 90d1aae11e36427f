//! Changes for programs.

use serde_json::{Value, json};

use crate::report::changes::Changed;

/// `{"version":1,"changes":[…]}`, one object a stale unit.
pub fn json(changes: &[Changed]) -> String {
    let all: Vec<Value> = changes.iter().map(object).collect();
    format!("{:#}\n", json!({ "version": 1, "changes": all }))
}

fn object(change: &Changed) -> Value {
    let ops: Vec<Value> =
        change.ops.iter().map(|op| json!({ "op": op.edit.name(), "text": op.text })).collect();
    let (path, line) = &change.place;
    json!({
        "locale": change.locale,
        "document": change.document,
        "id": change.id,
        "headings": change.path,
        "change": change.change.kind.name(),
        "detail": change.change.detail,
        "old": change.old,
        "between": change.between,
        "new": change.new,
        "ops": ops,
        "translation": change.translation,
        "since": change.since.map(|since| since.to_string()),
        "path": path,
        "line": line,
    })
}

//! Pairs as JSON lines.

use serde_json::{Map, Value};

use super::Pair;

/// The pair of a line `{"id": …, "source": "…", "target": "…"}`. The id is a text or a number and may be left out; other
/// keys are left alone. Otherwise what is wrong and what to do.
///
/// ```
/// use yakugo::check::jsonl_pair;
/// assert_eq!(jsonl_pair(r#"{"id": 7, "source": "細胞", "target": "cell"}"#).unwrap().id, "7");
/// assert!(jsonl_pair(r#"{"source": "細胞"}"#).unwrap_err().contains("`target`"));
/// ```
pub fn pair(line: &str) -> Result<Pair, String> {
    let object: Map<String, Value> = serde_json::from_str(line).map_err(|error| {
        format!("this is no JSON object (column {}): write one whole object a line", error.column())
    })?;
    let text = |key: &str| match object.get(key) {
        Some(Value::String(text)) => Ok(text.clone()),
        Some(_) => Err(format!("`{key}` is no text: write it between quotes")),
        None => Err(format!("`{key}` is missing: every line needs a `source` and a `target`")),
    };
    let id = match object.get("id") {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        Some(Value::Null) | None => String::new(),
        Some(_) => return Err("`id` is neither a text nor a number".to_owned()),
    };
    Ok(Pair { id, source: text("source")?, target: text("target")? })
}

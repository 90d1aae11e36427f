//! Uses for programs.

use serde_json::json;

use crate::check::Occurrence;

/// An object a use, one a line and nothing else:
///
/// | key | what |
/// |---|---|
/// | `concept`, `term`, `status` | the term of the glossary |
/// | `locale` | its locale |
/// | `text` | what stands there |
/// | `grade` | `exact`, `listed` (a form of the glossary), `inflected` or `part` (of a longer word) |
/// | `path` | the file; `-` for standard input |
/// | `line` | the line, from 1 |
/// | `start`, `end` | characters of that line before it, and up to its end; `null` where the file writes it in another way |
/// | `id` | the unit; `null` in a text on its own |
pub fn jsonl(occurrences: &[Occurrence<'_>]) -> String {
    let mut out = String::new();
    for occurrence in occurrences {
        for passage in occurrence.passages() {
            for used in &passage.uses {
                let object = json!({
                    "concept": occurrence.concept,
                    "term": used.term.text,
                    "status": used.term.status.name(),
                    "locale": passage.locale,
                    "text": used.span.of(&passage.text),
                    "grade": used.grade.name(),
                    "path": passage.path,
                    "line": used.line,
                    "start": used.columns.map(|(start, _)| start),
                    "end": used.columns.map(|(_, end)| end),
                    "id": occurrence.id,
                });
                out.push_str(&format!("{object}\n"));
            }
        }
    }
    out
}

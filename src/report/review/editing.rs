//! What an editor opens for a translation: plain text, with all that a translator needs to see above one line, and
//! the translation below it.

use super::card::Card;

/// Everything above this line is only to be read. It bears the unit's name, so that no text can look like it.
fn cut_line(card: &Card<'_>) -> String {
    format!("-------- {} in {}: type the translation below this line --------", card.source.id, card.locale)
}

/// The text to open; `draft` is what was typed before and could not be taken.
pub fn to_edit(card: &Card<'_>, draft: &str) -> String {
    let source = card.source_locale;
    let mut out = format!("{} · {}\n", card.source.kind.name(), card.how());
    let headings = card.headings();
    if !headings.is_empty() {
        out.push_str(&format!("{headings}\n"));
    }
    for note in &card.source.notes {
        out.push_str(&format!("({note})\n"));
    }
    let mut section = |title: &str, text: &str| out.push_str(&format!("\n{title}:\n{}\n", text.trim_end()));
    match card.changed {
        Some(changed) => {
            if let Some(old) = &changed.old {
                let marked: String = changed.ops.iter().map(crate::carry::Op::marked).collect();
                section(&format!("{source}, as it was translated"), old);
                section(&format!("{source}, what changed"), &marked);
            }
            section(&format!("{source}, {}", if card.is_part() { "here" } else { "now" }), &card.source.text);
        }
        None => section(source, &card.source.text),
    }
    if let Some(proposal) = &card.unit.proposal {
        section(&format!("{}, proposed", card.locale), proposal);
    }
    if !card.terms.is_empty() {
        let terms: Vec<String> =
            card.terms.iter().map(|(word, wanted)| format!("{word} → {wanted}")).collect();
        section("terms", &terms.join("\n"));
    }
    out.push_str("\nNothing typed below: nothing is answered.");
    if let Some(translation) = card.translation() {
        out.push_str(" To begin with the old translation, move the last line above it.\n");
        out.push_str(&format!("\n{}", translation.trim_end()));
    }
    out.push_str(&format!("\n\n{}\n\n{draft}", cut_line(card)));
    if !draft.is_empty() && !draft.ends_with('\n') {
        out.push('\n');
    }
    out
}

/// The translation in an edited text, empty if there is none; `None` where the line above it is gone, so that nobody
/// can tell what was typed.
pub fn typed_text(card: &Card<'_>, edited: &str) -> Option<String> {
    let edited = edited.trim_start_matches('\u{FEFF}').replace("\r\n", "\n");
    let cut = cut_line(card);
    let mut lines = edited.lines();
    let mut below: Option<Vec<&str>> = None;
    while let Some(line) = lines.next() {
        if line.trim() == cut {
            below = Some(lines.clone().collect());
        }
    }
    Some(below?.join("\n").trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::carry::{classify, word_diff};
    use crate::catalog::{Policy, SourceUnit, Stale, State, Status, Unit};
    use crate::document::Kind;
    use crate::report::changes::Changed;
    use crate::report::review::Look;
    use crate::text::{Fingerprint, Span};

    fn with_card(check: impl Fn(&Card<'_>)) {
        let (old, new) = ("幹細胞を10分冷やす。", "幹細胞を20分冷やす。");
        let source = SourceUnit {
            id: "p-1".into(),
            kind: Kind::Paragraph,
            text: new.into(),
            fingerprint: Fingerprint::of(new),
            span: Span::default(),
            path: ["手順".into(), "冷却".into()].into(),
            notes: vec!["短く".into()],
        };
        let changed = Changed {
            locale: "en".into(),
            document: "guide".into(),
            id: "p-1".into(),
            path: vec!["手順".into()],
            change: classify(old, new),
            old: Some(old.into()),
            between: None,
            new: new.into(),
            moved: false,
            ops: word_diff(old, new),
            sentences: None,
            touched: Vec::new(),
            translation: "Cool for 10 min.".into(),
            proposal: None,
            since: "2026-11-20".parse().ok(),
            place: ("locales/en/guide.ftl".into(), 7),
        };
        let treatment = Policy::default().treatment(changed.change.kind).unwrap();
        let unit = Unit {
            status: Status::Stale(Stale { change: changed.change.clone(), was: None, treatment }),
            state: Some(State::Reviewed),
            translation: Some("Cool the stem cells\nfor 10 min.".into()),
            is_source: false,
            place: None,
            old_source: Some(old.into()),
            since: None,
            moved: false,
            propagated: false,
            shown: None,
            between: None,
            proposal: None,
            family: None,
        };
        check(&Card {
            position: (2, 5),
            source_locale: "ja",
            locale: "en",
            place: ("locales/en/guide.ftl", 7),
            source: &source,
            unit: &unit,
            changed: Some(&changed),
            terms: &[("幹細胞".to_owned(), "stem cell".to_owned())],
        });
    }

    #[test]
    fn a_card_says_what_a_reviewer_needs() {
        with_card(|card| {
            let today = "2026-11-22".parse().unwrap();
            let expected = "\n2/5 · en · paragraph · p-1\n\
                手順 › 冷却\n\
                stale (meaning: 10 minute → 20 minute), was reviewed · since 2026-11-20, 2 days\n\
                locales/en/guide.ftl:7\n\
                \n  ja     幹細胞を[-10-]{+20+}分冷やす。\n         (短く)\n  \
                en     Cool the stem cells\n         for 10 min.\n\
                \n  terms  幹細胞 → stem cell\n";
            assert_eq!(card.text(today, Look { colour: false, width: None }), expected);
            let narrow = card.text(today, Look { colour: true, width: Some(30) });
            assert!(narrow.contains("冷やす。\n") && narrow.contains("\u{1b}["), "{narrow}");
        });
    }

    #[test]
    fn what_is_typed_below_the_line_is_the_translation() {
        with_card(|card| {
            let opened = to_edit(card, "");
            for part in
                ["手順 › 冷却", "幹細胞 → stem cell", "を[-10-]{+20+}分", "Cool the stem cells\nfor 10 min."]
            {
                assert!(opened.contains(part), "{part}\n{opened}");
            }
            let check = |edited: &str, expected: Option<&str>| {
                assert_eq!(typed_text(card, edited).as_deref(), expected, "{edited}");
            };
            check(&opened, Some(""));
            check(&format!("{opened}\n  Cool.\n\n"), Some("Cool."));
            check(&format!("\u{FEFF}{opened}a\nb\n").replace('\n', "\r\n"), Some("a\nb"));
            check("Cool.", None);
            check(&to_edit(card, "Cool {."), Some("Cool {."));
            // The old translation is taken over by moving the line above it.
            let line = cut_line(card);
            let moved = opened.replace(&line, "").replace("Cool the", &format!("{line}\nCool the"));
            check(&moved, Some("Cool the stem cells\nfor 10 min."));
        });
    }
}

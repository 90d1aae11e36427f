//! Carrying a change of markup into a translation, where there is only one way to do it.
//!
//! The words of the source are the same as before; what changed are marks: the address of a link, the sign of
//! emphasis, code marks around a name. A mark of the source is found again in the translation by what it is (a link by
//! its address) where both have it equally often, or by the words it stands around where the translation has the very
//! same words. Whatever leaves a choice is left to a person.

use crate::carry::marks::{Look, Mark, Marked};
use crate::text::{Span, is_cjk};

/// The translation with the marks of the new source, if there is exactly one way to carry them over; the translation
/// as it is, if it has them already. Nothing where words changed, or where a person has to look.
///
/// It may be asked again about its own result, and then changes nothing.
///
/// ```
/// use yakugo::carry::propagate;
/// let (old, new) = ("詳細は[こちら](a/1)。", "詳細は[こちら](a/2)。");
/// assert_eq!(propagate(old, new, "See [this](a/1).").as_deref(), Some("See [this](a/2)."));
/// assert_eq!(propagate(old, new, "See [this](b).").as_deref(), None);
/// ```
pub fn propagate(old: &str, new: &str, translation: &str) -> Option<String> {
    let swap = Swap::between(Marked::read(old), Marked::read(new))?;
    let held = Marked::read(translation);
    if swap.is_done(&held) {
        return Some(translation.to_owned());
    }
    let text = spliced(translation, swap.edits(&held)?)?;
    let done = Marked::read(&text);
    (done.has_words_of(&held) && swap.is_done(&done)).then_some(text)
}

/// What happened to the marks of the source.
struct Swap<'a> {
    old: Marked<'a>,
    new: Marked<'a>,
    changes: Vec<Change<'a>>,
}

/// One mark that changed; both halves if it stands around words.
#[derive(Clone, Debug)]
struct Change<'a> {
    old: Option<Mark<'a>>,
    new: Option<Mark<'a>>,
}

/// Bytes of the translation and what comes in their place. Of two at one place, first what closes, then what opens,
/// each in the order of the new source.
struct Edit {
    span: Span,
    opens: bool,
    order: usize,
    text: String,
}

impl<'a> Swap<'a> {
    /// Nothing if the words are not the same, or if nothing changed that is known here.
    fn between(old: Marked<'a>, new: Marked<'a>) -> Option<Self> {
        if !old.has_words_of(&new) {
            return None;
        }
        let mut gone = old.marks.clone();
        let mut take = |wanted: &dyn Fn(&Mark<'_>) -> bool| Some(gone.remove(gone.iter().position(wanted)?));
        let is_same =
            |a: &Mark<'_>, b: &Mark<'_>| (&a.letters, a.look, a.title) == (&b.letters, b.look, b.title);
        let mut came: Vec<&Mark<'a>> = Vec::new();
        for mark in &new.marks {
            if take(&|other| is_same(mark, other)).is_none() {
                came.push(mark);
            }
        }
        let mut changes = Vec::new();
        for mark in came {
            let here = |other: &Mark<'_>| other.letters == mark.letters;
            let alike = take(&|other| here(other) && is_alike(other.look, mark.look));
            let old =
                alike.or_else(|| take(&|other| here(other) && is_pair(other.look) && is_pair(mark.look)));
            changes.push(Change { old, new: Some(mark.clone()) });
        }
        changes.extend(gone.into_iter().map(|mark| Change { old: Some(mark), new: None }));
        (!changes.is_empty() && !changes.iter().any(Change::has_words)).then_some(Self { old, new, changes })
    }

    /// Whether a translation has the marks of the new source already. Only where that can be told: if the source has a
    /// mark as often as before, nothing can be seen from counting.
    fn is_done(&self, held: &Marked<'_>) -> bool {
        let counted = |look: Look<'_>| {
            self.old.count(look) != self.new.count(look) && held.count(look) == self.new.count(look)
        };
        self.changes.iter().all(|change| {
            change.looks().all(counted)
                && (self.is_told_by_count(change) || self.is_told_by_words(change, held))
        })
    }

    /// Whether the number of marks tells that a change was made, as for a link, or for emphasis that was nowhere before.
    fn is_told_by_count(&self, change: &Change<'_>) -> bool {
        let came_or_went = |look: Look<'_>| self.old.count(look) == 0 || self.new.count(look) == 0;
        let is_added = change.old.is_none();
        change.looks().all(|look| look.is_specific() || !is_added && came_or_went(look))
    }

    /// Whether a translation has the new mark around the same words, and the old one not.
    fn is_told_by_words(&self, change: &Change<'a>, held: &Marked<'_>) -> bool {
        let of_new = change.new.as_ref().map(|mark| self.new.words_of(mark));
        let of_old = change.old.as_ref().map(|mark| self.old.words_of(mark));
        let Some(words) = of_new.or(of_old) else { return false };
        let has = |mark: &Mark<'_>| held.with(mark.look).any(|mark| held.words_of(mark) == words);
        let is_whole =
            |mark: &Mark<'a>| self.new.is_whole(mark) && held.with(mark.look).any(|mark| held.is_whole(mark));
        let came = match &change.new {
            Some(mark) => has(mark) || is_whole(mark),
            None => occurrences(&held.words, words).next().is_some(),
        };
        came && !change.old.as_ref().is_some_and(has)
    }

    fn edits(&self, held: &Marked<'_>) -> Option<Vec<Edit>> {
        let mut edits = Vec::new();
        let mut handled: Vec<(Look<'_>, Option<&str>)> = Vec::new();
        for change in &self.changes {
            let Some(old) = &change.old else {
                edits.extend(self.addition(change.new.as_ref()?, held)?);
                continue;
            };
            // All marks of one look with one fate are found by counting, others by the words they stand around.
            let all_alike = self.share_a_fate(change, |mark| mark.look == old.look);
            let words = (!all_alike || held.count(old.look) != self.old.count(old.look))
                .then(|| self.old.words_of(old));
            if handled.contains(&(old.look, words)) {
                continue;
            }
            handled.push((old.look, words));
            let is_meant = |text: &Marked<'_>, mark: &Mark<'_>| {
                mark.look == old.look && words.is_none_or(|words| text.words_of(mark) == words)
            };
            let found: Vec<&Mark<'_>> = held.marks.iter().filter(|mark| is_meant(held, mark)).collect();
            let expected = self.old.marks.iter().filter(|mark| is_meant(&self.old, mark)).count();
            if found.len() != expected || !self.share_a_fate(change, |mark| is_meant(&self.old, mark)) {
                return None;
            }
            for mark in found {
                edits.extend(self.replacement(mark, change, held)?);
            }
        }
        Some(edits)
    }

    /// Whether all marks of the old source that are meant become what this one becomes.
    fn share_a_fate(&self, change: &Change<'_>, is_meant: impl Fn(&Mark<'_>) -> bool) -> bool {
        let fate = change.new.as_ref().map(|mark| mark.look);
        let meant = self.old.marks.iter().filter(|mark| is_meant(mark)).count();
        let changed = self.changes.iter().filter(|other| other.old.as_ref().is_some_and(&is_meant));
        let alike = changed.filter(|other| other.new.as_ref().map(|mark| mark.look) == fate).count();
        meant == alike
    }

    /// A mark of the translation becomes another, or goes.
    fn replacement(&self, mark: &Mark<'_>, change: &Change<'_>, held: &Marked<'_>) -> Option<Vec<Edit>> {
        let edit =
            |span: Span, opens: bool, text: &str| Edit { span, opens, order: 0, text: text.to_owned() };
        let Some(new) = &change.new else {
            return match mark.look {
                Look::Point(anchor) if anchor.starts_with('{') && held.is_last(mark) => {
                    let before = held.text.get(..mark.open.start)?.trim_end().len();
                    Some(vec![edit(Span::new(before, mark.open.end), true, "")])
                }
                Look::Point(_) | Look::Image(_) => None,
                _ => Some(vec![edit(mark.open, true, ""), edit(mark.close, false, "")]),
            };
        };
        if is_alike(mark.look, new.look) && !new.target.is_empty() && !mark.target.is_empty() {
            return Some(vec![edit(mark.target, false, new.target.of(self.new.text))]);
        }
        let is_code = matches!(new.look, Look::Code(_));
        let is_refused = !mark.title.is_empty()
            || is_code && held.content(mark) != self.new.content(new)
            || !can_emphasise(new.look, held.text, mark.open, mark.close);
        let [open, close] = [new.open, new.close].map(|span| span.of(self.new.text));
        (!is_refused).then(|| vec![edit(mark.open, true, open), edit(mark.close, false, close)])
    }

    /// A mark that is new: around all words, around words that the translation has as they are, or as the anchor at
    /// the end.
    fn addition(&self, new: &Mark<'_>, held: &Marked<'_>) -> Option<Vec<Edit>> {
        let [open, close] = [new.open, new.close].map(|span| span.of(self.new.text));
        let edit = |at: usize, opens: bool, text: &str| {
            let order = if opens { new.open.start } else { new.close.start };
            Edit { span: Span::empty(at), opens, order, text: text.to_owned() }
        };
        match new.look {
            Look::Point(_) if open.starts_with('{') && self.new.is_last(new) => {
                let before = self.new.text.get(..new.open.start)?;
                let blank = before.get(before.trim_end().len()..)?;
                return Some(vec![edit(held.text.trim_end().len(), true, &format!("{blank}{open}"))]);
            }
            Look::Point(_) | Look::Image(_) => return None,
            _ => {}
        }
        let is_code = matches!(new.look, Look::Code(_));
        let places =
            if self.new.is_whole(new) && !is_code { vec![whole(held)] } else { self.verbatim(new, held)? };
        let fits = |place: &Span| {
            let (before, after) = (Span::empty(place.start), Span::empty(place.end));
            let is_nested = |mark: &Mark<'_>| {
                is_alike(mark.look, new.look) && mark.open.start < place.end && place.start < mark.close.end
            };
            !place.is_empty()
                && !held.marks.iter().any(is_nested)
                && can_emphasise(new.look, held.text, before, after)
        };
        if !places.iter().all(fits) {
            return None;
        }
        Some(
            places
                .iter()
                .flat_map(|place| [edit(place.start, true, open), edit(place.end, false, close)])
                .collect(),
        )
    }

    /// Where the words of a new mark stand in the translation: as often as in the source, and there all were marked.
    fn verbatim(&self, new: &Mark<'_>, held: &Marked<'_>) -> Option<Vec<Span>> {
        let words = self.new.words_of(new);
        let is_this = |change: &&Change<'_>| {
            let other = change.new.as_ref().filter(|_| change.old.is_none());
            other.is_some_and(|mark| mark.look == new.look && self.new.words_of(mark) == words)
        };
        let added = self.changes.iter().filter(is_this).count();
        let places: Vec<Span> = occurrences(held.text, words).filter(|place| held.is_plain(*place)).collect();
        let all = [&self.old.words, &held.words].map(|text| occurrences(text, words).count());
        let is_clear = all == [added, added] && places.len() == added && !is_common_word(words, &held.words);
        // Marks with the same words are handled one by one: each takes its own place.
        let before =
            |change: &&Change<'_>| change.new.as_ref().is_some_and(|mark| mark.open.start < new.open.start);
        let nth = self.changes.iter().filter(is_this).filter(before).count();
        places.get(nth).filter(|_| is_clear).map(|place| vec![*place])
    }
}

impl<'a> Change<'a> {
    fn looks(&self) -> impl Iterator<Item = Look<'a>> {
        self.old.iter().chain(&self.new).map(|mark| mark.look)
    }

    /// Whether something changed that is read: a title or a text in a tag.
    fn has_words(&self) -> bool {
        let title = |mark: &Option<Mark<'a>>| mark.as_ref().map_or("", |mark| mark.title);
        title(&self.old) != title(&self.new) || self.looks().any(Look::has_words)
    }
}

/// Whether one may stand for the other without a look at the words between.
fn is_alike(a: Look<'_>, b: Look<'_>) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}

/// Whether it stands around words that are text.
fn is_pair(look: Look<'_>) -> bool {
    !matches!(look, Look::Point(_) | Look::Image(_))
}

/// All of a text but the blanks at its ends and an anchor behind it.
fn whole(held: &Marked<'_>) -> Span {
    let anchor = held.marks.iter().find(|mark| matches!(mark.look, Look::Point(_)) && held.is_last(mark));
    let end = anchor.map_or(held.text.len(), |mark| mark.open.start);
    let inner = Span::new(0, end).of(held.text);
    let end = inner.trim_end().len();
    Span::new((inner.len() - inner.trim_start().len()).min(end), end)
}

/// Where words stand in a text, as words of their own.
fn occurrences<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Span> + 't {
    let is_edge = |before: Option<char>, after: Option<char>| match (before, after) {
        (Some(before), Some(after)) => !is_one_word(before, after),
        _ => true,
    };
    let found = text.match_indices(if words.is_empty() { "\0" } else { words });
    found.map(|(at, found)| Span::new(at, at + found.len())).filter(move |span| {
        let before = text.get(..span.start).and_then(|text| text.chars().next_back());
        let after = text.get(span.end..).and_then(|text| text.chars().next());
        is_edge(before, words.chars().next()) && is_edge(words.chars().next_back(), after)
    })
}

/// Whether two neighbours may be letters of one word. In a script without spaces, nobody can tell from letters alone.
fn is_one_word(a: char, b: char) -> bool {
    let is_kana = |c: char| matches!(c, 'ぁ'..='ゟ');
    let joined = |c: char| c == '_' || c == '-';
    let word = |c: char| c.is_alphanumeric();
    (word(a) || joined(a)) && (word(b) || joined(b)) && is_cjk(a) == is_cjk(b) && is_kana(a) == is_kana(b)
}

/// A single word in small letters may be another word in the other language ("also", "die"), unless that one has a
/// script without capitals, where it is foreign.
fn is_common_word(words: &str, translation: &str) -> bool {
    let has_other_script = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    words.chars().all(char::is_lowercase) && !translation.chars().any(has_other_script)
}

/// Whether the signs of emphasis would be read as such where they replace `open` and `close` (CommonMark 0.31, 6.2:
/// left-flanking and right-flanking runs); true for other marks.
fn can_emphasise(look: Look<'_>, text: &str, open: Span, close: Span) -> bool {
    let Look::Emphasis(sign) = look else { return true };
    let before = |at: usize| text.get(..at).and_then(|text| text.chars().next_back()).unwrap_or(' ');
    let after = |at: usize| text.get(at..).and_then(|text| text.chars().next()).unwrap_or(' ');
    let is_within = |outer: char, inner: char| {
        let is_word = |c: char| c.is_alphanumeric();
        !inner.is_whitespace() && (!is_word(outer) || is_word(inner) && !sign.starts_with('_'))
    };
    is_within(before(open.start), after(open.end)) && is_within(after(close.end), before(close.start))
}

/// The text after the edits; nothing if two of them meet.
fn spliced(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| (edit.span.start, edit.opens, edit.order));
    let mut out = String::with_capacity(text.len() + 64);
    let mut at = 0;
    for edit in &edits {
        out.push_str(text.get(at..edit.span.start)?);
        out.push_str(&edit.text);
        at = edit.span.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    /// `=` for a translation that has the marks already, `-` where a person has to look.
    #[track_caller]
    fn check(old: &str, new: &str, translation: &str, expected: &str) {
        let carried = propagate(old, new, translation);
        let shown = match carried.as_deref() {
            None => "-",
            Some(text) if text == translation => "=",
            Some(text) => text,
        };
        assert_eq!(shown, expected, "{old} → {new}");
        // A run that was stopped halfway asks again about the result.
        if let Some(text) = &carried {
            assert_eq!(propagate(old, new, text).as_ref(), Some(text));
        }
    }

    #[test]
    fn addresses() {
        check("[語](a/1)", "[語](a/2)", "[word](a/1)", "[word](a/2)");
        check("[語](a/1)", "[語](a/2)", "[word](a/2)", "=");
        check("[語](a/1)", "[語](a/2)", "[word](b)", "-");
        check("![図](a.png)です", "![図](b.png)です", "The ![figure](a.png)", "The ![figure](b.png)");
        check(
            "[語][x]と[句][y]",
            "[語][z]と[句][y]",
            "[Phrase][y] and [word][x]",
            "[Phrase][y] and [word][z]",
        );
        check("[語](a(1))", "[語](b(1))", "[word](a(1))", "[word](b(1))");
        check("[語](a \"題\")", "[語](b \"題\")", "[word](a \"title\")", "[word](b \"title\")");
        check("https://x.org/1へ。", "https://x.org/2へ。", "To https://x.org/1.", "To https://x.org/2.");
        check("<https://x.org/1>", "<https://x.org/2>", "<https://x.org/1>", "<https://x.org/2>");
        check(
            "<a href=\"x\" class=\"c\">語</a>",
            "<a href=\"y\" class=\"c\">語</a>",
            "<a href=\"x\" class=\"c\">word</a>",
            "<a href=\"y\" class=\"c\">word</a>",
        );
    }

    #[test]
    fn targets_of_shortcodes() {
        let tip = |text: &str, id: &str| format!("{{{{< tip text=\"{text}\" term_id=\"{id}\" >}}}}");
        let of = |id: &str| format!("{}を測る", tip("濃度", id));
        check(
            &of("a"),
            &of("b"),
            &format!("Measure the {}.", tip("dose", "a")),
            &format!("Measure the {}.", tip("dose", "b")),
        );
        check(&of("a"), &of("b"), &format!("Measure the {}.", tip("dose", "c")), "-");
        check(&of("a"), &tip("用量", "b"), &tip("dose", "a"), "-");
        let dose = |amount: &str| format!("{{{{< dose amount=\"{amount}\" >}}}}");
        check(&dose("10"), &dose("20"), &dose("10"), "-");
    }

    #[test]
    fn equal_addresses() {
        // All of them change, or the words tell which one.
        check("[a](x)と[b](x)", "[a](y)と[b](y)", "[B](x), [A](x)", "[B](y), [A](y)");
        check("[VEGF](x)と[図](x)", "[VEGF](y)と[図](x)", "[Fig.](x), [VEGF](x)", "[Fig.](x), [VEGF](y)");
        check("[語](x)と[句](x)", "[語](y)と[句](x)", "[phrase](x), [word](x)", "-");
        check("[語](x)と[句](x)", "[語](y)と[句](y)", "[word](x)", "-");
        check("[語](x)と[句](y)", "[語](y)と[句](x)", "[word](x), [phrase](y)", "-");
        check("[語](x)と[句](y)", "[語](z)と[句](w)", "[phrase](y), [word](x)", "[phrase](w), [word](z)");
    }

    #[test]
    fn marks_that_come() {
        check("VEGFを測る", "[VEGF](v)を測る", "Measure VEGF.", "Measure [VEGF](v).");
        check("VEGFを測る", "`VEGF`を測る", "Measure VEGF-A.", "-");
        check("VEGFを測る", "[VEGF](v)を測る", "Measure VEGF, then VEGF.", "-");
        check("VEGFかVEGFを測る", "`VEGF`か`VEGF`を測る", "VEGF or VEGF", "`VEGF` or `VEGF`");
        check("the react package", "the `react` package", "react パッケージ", "`react` パッケージ");
        check("the react package", "the `react` package", "`react` パッケージ", "=");
        check("they also act", "they *also* act", "also wirken sie", "-");
        check("細胞を培養する", "**細胞**を培養する", "Culture the cells.", "-");
        check("細胞", "**細胞**", "cells", "**cells**");
        check("細胞を見る", "[細胞を見る](c)", "See [cells](d)", "-");
        check("細胞 {#x}", "[細胞](c) {#x}", "Cells {#x}", "[Cells](c) {#x}");
        check("細胞", "`細胞`", "cells", "-");
        check("VEGFを見る", "**[VEGF](v)**を見る", "See VEGF.", "See **[VEGF](v)**.");
        check("[VEGF](v)を見る", "[`VEGF`](v)を見る", "See [VEGF](v).", "See [`VEGF`](v).");
        // The signs would be read as text here.
        check("VEGFを測る", "_VEGF_を測る", "今VEGFを", "-");
        check("細胞", "![](a.png)細胞", "cells", "-");
        check("細胞<br>", "細胞", "cells<br>", "-");
    }

    #[test]
    fn marks_that_go_or_change() {
        check("**細胞**を見る", "細胞を見る", "See **cells**", "See cells");
        check("[細胞](c)を見る", "細胞を見る", "See [cells](c)", "See cells");
        check("*細胞*を見る", "**細胞**を見る", "See *cells*", "See **cells**");
        check("*細胞*を*見る*", "*細胞*を見る", "*See* *cells*", "-");
        check("*VEGF*を*見る*", "VEGFを*見る*", "*See* *VEGF*", "*See* VEGF");
        check("<b>細胞</b>を見る", "**細胞**を見る", "See <b>cells</b>", "See **cells**");
        check("`VEGF`を見る", "[VEGF](v)を見る", "See `VEGF`", "See [VEGF](v)");
        check("**細胞**を見る", "`細胞`を見る", "See **cells**", "-");
    }

    #[test]
    fn anchors_of_headings() {
        check("題 {/*a*/}", "題 {/*b*/}", "Title {/*a*/}", "Title {/*b*/}");
        check("題 {#a}", "題 {#b}", "Title {#a}", "Title {#b}");
        check("題", "題 {#b}", "Title", "Title {#b}");
        check("題 {#b}", "題", "Title {#b}", "Title");
    }

    proptest! {
        #[test]
        fn what_is_carried_has_the_same_words_and_is_stable(
            texts in vec("(VEGF|cell|10 |[ *_`\\[\\]()<>ab/{}#細]|\\]\\(a\\)|\\*\\*|<b>|</b>){0,9}", 3)
        ) {
            if let Some(text) = propagate(&texts[0], &texts[1], &texts[2]) {
                prop_assert!(Marked::read(&text).has_words_of(&Marked::read(&texts[2])));
                prop_assert_eq!(propagate(&texts[0], &texts[1], &text), Some(text));
            }
        }

        #[test]
        fn any_link_can_be_swapped(before in "[細胞a ]{0,9}", after in "[細胞a ]{0,9}", words in "[a-z ]{0,9}") {
            let text = |before: &str, target: &str| format!("{before}[語]({target}){after}");
            let (old, new) = (text(&before, "a/1"), text(&before, "a/2"));
            let [held, wanted] = ["a/1", "a/2"].map(|target| text(&words, target));
            prop_assert_eq!(propagate(&old, &new, &held), Some(wanted));
        }
    }

    #[test]
    fn words_are_never_carried() {
        check("[語](a)", "[句](b)", "[word](a)", "-");
        check("[語](a \"10 mg\")", "[語](a \"20 mg\")", "[word](a \"10 mg\")", "-");
        let image = |dose: &str| format!("図<img src=\"a\" alt=\"{dose}\">");
        check(&image("10 mg"), &image("20 mg"), &image("10 mg"), "-");
        check("~~10 mg~~ 20 mg", "10 mg 20 mg", "~~10 mg~~ 20 mg", "-");
        check("10<sup>6</sup>", "106", "10<sup>6</sup>", "-");
        check("`f(1)`", "`f(2)`", "`f(1)`", "-");
        check("同じ", "同じ", "same", "-");
        check("段落で、\n途中", "段落で、途中", "text", "-");
    }
}

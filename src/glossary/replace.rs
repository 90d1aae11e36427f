//! A better word in the place of one that should go: with its capitals, and with its number where that is known.

use crate::glossary::inflect::{Language, plural};
use crate::glossary::matcher::{Grade, Hit};
use crate::glossary::model::{Term, TermStatus};
use crate::text::{FoldMap, Span, is_cjk};

/// What would stand in the place of a word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// The bytes that go.
    pub span: Span,
    /// What comes.
    pub text: String,
    /// Whether nothing around it has to change with it.
    pub certain: bool,
}

/// The one preferred term of `expected` in the place of a hit in `text`, a short form for a short form. Nothing where
/// there is no such term, where the word has marks in it, or where its form is not known.
///
/// - Chinese, Japanese and other languages without endings: the term as it stands.
/// - Korean: the same; certain if the particle behind it stays what it is.
/// - English: singular for singular, plural for plural. An article that becomes `a` or `an` with it is changed too, but
///   then a person should look.
/// - Languages whose nouns have genders and cases: the base form for the base form only, and certain only where the
///   noun of both terms is the same.
///
/// ```
/// use yakugo::glossary::{Glossary, Matcher, replacement};
/// let mut glossary = Glossary::default();
/// glossary.read("a.csv", "concept,locale,term,status\nx,en,stem cell,preferred\nx,en,mother cell,deprecated\n");
/// let terms: Vec<_> = glossary.in_locale("en").collect();
/// let text = "Mother cells grow.";
/// let hit = Matcher::new(&glossary, "en").find(text)[0];
/// assert_eq!(replacement(&hit, text, &terms).unwrap().text, "Stem cells");
/// ```
pub fn replacement(hit: &Hit<'_>, text: &str, expected: &[&Term]) -> Option<Replacement> {
    let word = hit.span.of(text);
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’' | 'ー' | '・');
    let mut preferred = expected
        .iter()
        .filter(|term| term.status == TermStatus::Preferred && term.is_short() == hit.term.is_short());
    let (Some(new), None) = (preferred.next(), preferred.next()) else { return None };
    if hit.grade == Grade::Part || !word.chars().all(is_plain) {
        return None;
    }
    let is_base = FoldMap::new(word).text() == FoldMap::new(&hit.term.text).text();
    let as_is =
        |certain| Some(Replacement { span: hit.span, text: capitals(word, hit.term, &new.text), certain });
    match Language::of(&new.locale) {
        Language::English => english(hit, text, new, is_base),
        Language::Korean => as_is(last_sound(word).is_some() && last_sound(word) == last_sound(&new.text)),
        Language::Other if has_no_endings(&new.locale) => as_is(hit.grade <= Grade::Listed),
        language if is_base => as_is(head(&hit.term.text, language) == head(&new.text, language)),
        _ => None,
    }
}

/// Languages whose words have no endings at all.
fn has_no_endings(locale: &str) -> bool {
    matches!(locale.split(['-', '_']).next(), Some("ja" | "zh" | "yue" | "th" | "lo" | "vi"))
}

/// What the form of a Korean particle depends on: whether the last syllable ends in a vowel, in `ㄹ`, or in another
/// consonant (Unicode, section 3.12: a syllable is composed of first, vowel and 28 ends). Nothing for other letters.
fn last_sound(word: &str) -> Option<LastSound> {
    let last = word.chars().last().map(u32::from).filter(|last| (0xAC00..=0xD7A3).contains(last))?;
    Some(match (last - 0xAC00) % 28 {
        0 => LastSound::Vowel,
        8 => LastSound::Rieul,
        _ => LastSound::Consonant,
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LastSound {
    Vowel,
    Rieul,
    Consonant,
}

/// The noun of a term: its first word in Romance languages, its last in others.
fn head(term: &str, language: Language) -> Option<String> {
    let folded = FoldMap::new(term).text().to_owned();
    let mut words = folded.split(' ');
    match language {
        Language::French | Language::Spanish | Language::Portuguese | Language::Italian => words.next(),
        _ => words.next_back(),
    }
    .map(str::to_owned)
}

fn english(hit: &Hit<'_>, text: &str, new: &Term, is_base: bool) -> Option<Replacement> {
    let word = hit.span.of(text);
    let folded = |text: &str| FoldMap::new(text).text().to_owned();
    let is_plural = || in_plural(&hit.term.text).is_some_and(|plural| folded(&plural) == folded(word));
    let written = if is_base {
        new.text.clone()
    } else if is_plural() {
        in_plural(&new.text)?
    } else {
        return None;
    };
    let written = capitals(word, hit.term, &written);
    let Some((at, article)) = article_before(text, hit.span.start) else {
        return Some(Replacement { span: hit.span, text: written, certain: true });
    };
    let fitting = match (begins_with_vowel(word), begins_with_vowel(&written)) {
        (old, new) if old == new => article.to_owned(),
        (_, true) => format!("{article}n"),
        (_, false) => article.chars().take(1).collect(),
    };
    let certain = fitting == article;
    Some(Replacement { span: Span::new(at, hit.span.end), text: format!("{fitting} {written}"), certain })
}

/// `a` or `an` right before a word, and where it stands.
fn article_before(text: &str, start: usize) -> Option<(usize, &str)> {
    let before = text.get(..start)?.strip_suffix(' ')?;
    let at = before
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + before.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
    let article = before.get(at..)?;
    matches!(article, "a" | "an" | "A" | "An").then_some((at, article))
}

/// By its first letter: what is spoken otherwise (`hour`, `MRI`) keeps the article that its writer gave it only if the
/// other word begins alike.
fn begins_with_vowel(word: &str) -> bool {
    word.chars().next().is_some_and(|c| "aeiou".contains(c.to_ascii_lowercase()))
}

/// A term with its last word in the plural, as the term is written.
fn in_plural(term: &str) -> Option<String> {
    let at = term.rfind([' ', '-']).map_or(0, |at| at + 1);
    let (before, last) = term.split_at_checked(at)?;
    if last.chars().count() > 1 && last.chars().all(|c| c.is_uppercase() || c.is_numeric()) {
        return Some(format!("{term}s"));
    }
    let plural = plural(FoldMap::new(last).text(), Language::English)?;
    let same =
        last.chars().zip(plural.chars()).take_while(|(a, b)| a.to_lowercase().eq(b.to_lowercase())).count();
    let kept: String = last.chars().take(same).collect();
    let ending: String = plural.chars().skip(same).collect();
    Some(format!("{before}{kept}{ending}"))
}

/// A term with the capitals of the word whose place it takes, where those are not the word's own: at the start of a
/// sentence, in a heading.
fn capitals(word: &str, old: &Term, new: &str) -> String {
    let is_upper = |text: &str| text.chars().next().is_some_and(char::is_uppercase);
    let letters = || word.chars().filter(|c| c.is_alphabetic() && !is_cjk(*c));
    if is_upper(&old.text) || !is_upper(word) {
        return new.to_owned();
    }
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return new.to_uppercase();
    }
    let mut in_title = word.split(' ').skip(1).peekable();
    let every = in_title.peek().is_some() && in_title.all(is_upper);
    let words = new.split(' ').enumerate().map(|(number, word)| {
        let mut chars = word.chars();
        match chars.next() {
            Some(first) if number == 0 || every => first.to_uppercase().chain(chars).collect(),
            _ => word.to_owned(),
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glossary::{Glossary, Matcher};

    /// The text after the replacement of the first hit of a deprecated term, with `?` in front if it is not certain.
    fn check(locale: &str, old: &str, new: &str, text: &str, expected: &str) {
        let mut glossary = Glossary::default();
        let row = |term: &str, status: &str| format!("x,{locale},{term},{status}\n");
        let rows = row(old, "deprecated") + &row(new, "preferred");
        assert_eq!(glossary.read("a.csv", &format!("concept,locale,term,status\n{rows}")), []);
        let terms: Vec<&Term> = glossary.in_locale(locale).collect();
        let hits = Matcher::new(&glossary, locale).find(text);
        let hit = hits.iter().find(|hit| hit.term.text == old).unwrap();
        let said = replacement(hit, text, &terms).map_or("-".to_owned(), |it| {
            let (before, after) = (text.get(..it.span.start).unwrap(), text.get(it.span.end..).unwrap());
            format!("{}{before}{}{after}", if it.certain { "" } else { "? " }, it.text)
        });
        assert_eq!(said, expected, "{text}");
    }

    #[test]
    fn number_and_capitals_are_kept() {
        check("en", "mother cell", "stem cell", "A mother cell.", "A stem cell.");
        check("en", "mother cell", "stem cell", "two mother cells", "two stem cells");
        check("en", "mother cell", "stem cell", "Mother cells grow.", "Stem cells grow.");
        check("en", "mother cell", "stem cell", "About Mother Cells", "About Stem Cells");
        check("en", "mother cell", "stem cell", "MOTHER CELLS", "STEM CELLS");
        check("en", "result", "analysis", "its results", "its analyses");
        check("en", "fluid", "medium", "fluids", "media");
        check("en", "vesicle", "EV", "vesicles", "EVs");
        check("en", "Golgi body", "Golgi apparatus", "Golgi bodies", "Golgi apparatuses");
        check("ja", "母細胞", "幹細胞", "母細胞は増える。", "幹細胞は増える。");
        check("zh-Hans", "母细胞", "干细胞", "母细胞会增殖。", "干细胞会增殖。");
    }

    #[test]
    fn what_must_change_with_the_word_is_left_to_people() {
        check("en", "sac", "exosome", "A sac.", "? An exosome.");
        check("en", "exosome", "sac", "an exosome", "? a sac");
        check("en", "hospitalize", "treat", "hospitalized", "-");
        check("de", "Mutterzelle", "Stammzelle", "eine Mutterzelle", "? eine Stammzelle");
        check("de", "alte Zelle", "neue Zelle", "eine alte Zelle", "eine neue Zelle");
        check("de", "Mutterzelle", "Stammzelle", "die Mutterzellen", "-");
        check("fr", "cellule mère", "cellule souche", "une cellule mère", "une cellule souche");
        check("fr", "cellule mère", "cellule souche", "des cellules mères", "-");
        check("ko", "줄기", "세포", "줄기를", "세포를");
        check("ko", "줄기", "혈청", "줄기를", "? 혈청를");
        check("en", "mother cell", "stem cell", "a **mother** cell", "-");
    }
}

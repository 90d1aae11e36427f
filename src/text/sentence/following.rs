//! What stands after a terminator, and whether it goes on with the same sentence.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::is_cjk;

/// The first thing after a terminator and the white space behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Following {
    /// Nothing, or a line break.
    End,
    /// A small letter, and no name like `mRNA` or `iPS`.
    Small,
    /// A capital that begins one of the words that seldom stand inside a sentence with a capital.
    Starter,
    /// Any other capital.
    Capital,
    /// A digit.
    Digit,
    /// A letter of a script without case, or a sign.
    Other,
}

/// Words that, with a capital, begin a sentence and are hardly part of a name: English, German, the Romance
/// languages, Russian.
const STARTERS: &str = "\
    The This These That Those There They Then Thus Therefore It In If We He She His Her Our You When While Where \
    After Before However Moreover Furthermore Although As At On For From By But And Both Each All Most Some Such No \
    Not To With Patients Next Finally Also \
    Der Die Das Den Dem Ein Eine Es Er Sie Wir Ich Im Am Auf Bei Mit Nach Für Diese Dieser Dieses Danach Dann Daher \
    Dabei Damit Durch Wenn Als Auch Aber Und Zu Zur Zum Weitere Während \
    Le La Les Un Une Il Elle Ils Ce Cette Ces Dans Pour Avec Nous Après Puis El Los Las Una Este Esta Estos En Con \
    Para Se Después Gli Lo O Os Uma Depois Em \
    Это Этот Эти Он Она Они Мы Вы При После Для Если Затем Также Но На По Однако Далее";

/// The words of [`STARTERS`], to look one up at once.
static IS_STARTER: LazyLock<HashSet<&str>> = LazyLock::new(|| STARTERS.split_whitespace().collect());

/// Looks at `rest`, which begins right after a terminator and its closing marks; `None` where no white space
/// stands there.
pub(super) fn after_space(rest: &str) -> Option<Following> {
    let mut chars = rest.chars();
    match chars.clone().next() {
        None => return Some(Following::End),
        Some(c) if !c.is_whitespace() => return None,
        Some(_) => {}
    }
    // Space, quotes and marks in a run too long to be of any use are given up on: the scan stays linear.
    for _ in 0..64 {
        match chars.clone().next() {
            None | Some('\n') => return Some(Following::End),
            Some(c) if c.is_whitespace() || opens_a_phrase(c) => {
                chars.next();
            }
            Some(c) => return Some(of_word(c, chars.as_str())),
        }
    }
    Some(Following::Other)
}

fn opens_a_phrase(c: char) -> bool {
    matches!(c, '"' | '\'' | '(' | '[' | '*' | '_' | '`' | '~' | '¿' | '¡' | '-')
        || matches!(
            c,
            '“' | '„' | '«' | '‹' | '»' | '‘' | '–' | '—' | '「' | '『' | '（' | '【' | '〈' | '《'
        )
}

fn of_word(first: char, from: &str) -> Following {
    if first.is_numeric() {
        return Following::Digit;
    }
    let end = from.char_indices().take(24).find(|(_, c)| !c.is_alphabetic()).map_or(from.len(), |(at, _)| at);
    let word = from.get(..end).unwrap_or_default();
    if first.is_lowercase() {
        let mixed = word.chars().take(8).any(char::is_uppercase);
        return if mixed { Following::Capital } else { Following::Small };
    }
    if !first.is_uppercase() {
        return Following::Other;
    }
    if IS_STARTER.contains(word) { Following::Starter } else { Following::Capital }
}

/// Particles and verbs by which a Japanese sentence goes on after a quotation or a bracket.
const GOES_ON: &str = "\
    と って は の を が に で も や へ から まで など なる なの か だ である です という 、 ， , ・ ） ) 」 』";

/// The same as words of which a new sentence may begin, in spite of its first letters.
const BEGINS_ANEW: &str = "\
    とても ところ とくに とにかく ともかく とりわけ とはいえ となり はじめ はたして はっきり はい はる では、 でも、 できる できれ もし もう もちろん もっと もともと かつ \
    かなり からだ がん のち にもかか だから だが だけど ですが、 ですから がんば やがて やはり やっと かれ かのじょ をかし";

/// Particles by which a sentence goes on after a bare `？` or `！`: it was quoted without brackets.
const QUOTES: &str = "と って 、 ，";

/// Whether a Japanese or Chinese sentence goes on with `rest` after a terminator and its closing marks.
/// `bracketed`: a closing bracket or quote stands between the terminator and `rest`.
pub(super) fn goes_on(language: &str, rest: &str, bracketed: bool) -> bool {
    if language == "zh" {
        return bracketed && begins_with_one_of(rest, "的 ， 、 ； ）");
    }
    let words = if bracketed { GOES_ON } else { QUOTES };
    begins_with_one_of(rest, words) && !begins_with_one_of(rest, BEGINS_ANEW)
}

fn begins_with_one_of(rest: &str, words: &str) -> bool {
    words.split(' ').any(|word| rest.starts_with(word))
}

/// Whether `rest` begins with a CJK character.
pub(super) fn begins_with_cjk(rest: &str) -> bool {
    rest.chars().next().is_some_and(is_cjk)
}

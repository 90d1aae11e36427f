//! Words and signs that say how a number is meant.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Comparator::{
    self, About, AtLeast, AtMost, JustOver, JustUnder, LessThan, MoreThan, PlusMinus, Since, Until,
};
use super::scan::Scan;

const BEFORE: &[(&str, Comparator)] = &[
    ("±", PlusMinus),
    ("≤", AtMost),
    ("≥", AtLeast),
    ("<", LessThan),
    (">", MoreThan),
    ("<=", AtMost),
    (">=", AtLeast),
    ("≈", About),
    ("~", About),
    ("約", About),
    ("およそ", About),
    ("おおよそ", About),
    ("ほぼ", About),
    ("概ね", About),
    ("最大", AtMost),
    ("最大で", AtMost),
    ("最高", AtMost),
    ("上限", AtMost),
    ("最小", AtLeast),
    ("最低", AtLeast),
    ("最低でも", AtLeast),
    ("少なくとも", AtLeast),
    ("大约", About),
    ("大約", About),
    ("至少", AtLeast),
    ("最多", AtMost),
    ("不超过", AtMost),
    ("不超過", AtMost),
    ("超过", MoreThan),
    ("超過", MoreThan),
    ("不到", LessThan),
    ("약", About),
    ("최대", AtMost),
    ("최소", AtLeast),
    ("about", About),
    ("approximately", About),
    ("around", About),
    ("roughly", About),
    ("nearly", JustUnder),
    ("almost", JustUnder),
    ("at least", AtLeast),
    ("no less than", AtLeast),
    ("not less than", AtLeast),
    ("no fewer than", AtLeast),
    ("a minimum of", AtLeast),
    ("more than", MoreThan),
    ("greater than", MoreThan),
    ("higher than", MoreThan),
    ("over", MoreThan),
    ("above", MoreThan),
    ("exceeding", MoreThan),
    ("exceeds", MoreThan),
    ("exceed", MoreThan),
    ("at most", AtMost),
    ("up to", AtMost),
    ("no more than", AtMost),
    ("not more than", AtMost),
    ("not exceeding", AtMost),
    ("not exceed", AtMost),
    ("a maximum of", AtMost),
    ("less than", LessThan),
    ("fewer than", LessThan),
    ("lower than", LessThan),
    ("under", LessThan),
    ("below", LessThan),
    ("older than", MoreThan),
    ("younger than", LessThan),
    ("longer than", MoreThan),
    ("shorter than", LessThan),
    ("larger than", MoreThan),
    ("smaller than", LessThan),
    ("in excess of", MoreThan),
    ("upwards of", AtLeast),
    ("greater than or equal to", AtLeast),
    ("less than or equal to", AtMost),
    ("not above", AtMost),
    ("not below", AtLeast),
    ("no higher than", AtMost),
    ("no lower than", AtLeast),
    ("no longer than", AtMost),
    ("within", AtMost),
    ("a minimum", AtLeast),
    ("minimum of", AtLeast),
    ("maximum of", AtMost),
    ("älter als", MoreThan),
    ("jünger als", LessThan),
    ("größer als", MoreThan),
    ("kleiner als", LessThan),
    ("höher als", MoreThan),
    ("niedriger als", LessThan),
    ("länger als", MoreThan),
    ("kürzer als", LessThan),
    ("nicht mehr als", AtMost),
    ("nicht weniger als", AtLeast),
    ("nicht über", AtMost),
    ("nicht unter", AtLeast),
    ("wenigstens", AtLeast),
    ("ab", AtLeast),
    ("innerhalb von", AtMost),
    ("binnen", AtMost),
    ("不少于", AtLeast),
    ("不少於", AtLeast),
    ("不低于", AtLeast),
    ("不低於", AtLeast),
    ("不小于", AtLeast),
    ("不高于", AtMost),
    ("不多于", AtMost),
    ("不大于", AtMost),
    ("高于", MoreThan),
    ("大于", MoreThan),
    ("多于", MoreThan),
    ("高於", MoreThan),
    ("大於", MoreThan),
    ("逾", MoreThan),
    ("低于", LessThan),
    ("小于", LessThan),
    ("少于", LessThan),
    ("低於", LessThan),
    ("小於", LessThan),
    ("少於", LessThan),
    ("不足", LessThan),
    ("最少", AtLeast),
    ("mindestens", AtLeast),
    ("not fall below", AtLeast),
    ("not drop below", AtLeast),
    ("not go below", AtLeast),
    ("no earlier than", AtLeast),
    ("not earlier than", AtLeast),
    ("no sooner than", AtLeast),
    ("no later than", AtMost),
    ("not later than", AtMost),
    ("frühestens", AtLeast),
    ("spätestens", AtMost),
    ("不得超过", AtMost),
    ("不得超過", AtMost),
    ("不能超过", AtMost),
    ("不应超过", AtMost),
    ("不可超过", AtMost),
    ("不宜超过", AtMost),
    ("请勿超过", AtMost),
    ("不得低于", AtLeast),
    ("不得少于", AtLeast),
    ("至多", AtMost),
    ("mehr als", MoreThan),
    ("über", MoreThan),
    ("höchstens", AtMost),
    ("maximal", AtMost),
    ("bis zu", AtMost),
    ("weniger als", LessThan),
    ("unter", LessThan),
    ("etwa", About),
    ("ca.", About),
    ("circa", About),
    ("ungefähr", About),
    ("au moins", AtLeast),
    ("plus de", MoreThan),
    ("au plus", AtMost),
    ("jusqu'à", AtMost),
    ("moins de", LessThan),
    ("environ", About),
    ("al menos", AtLeast),
    ("más de", MoreThan),
    ("como máximo", AtMost),
    ("hasta", AtMost),
    ("menos de", LessThan),
    ("aproximadamente", About),
    ("не менее", AtLeast),
    ("более", MoreThan),
    ("свыше", MoreThan),
    ("не более", AtMost),
    ("менее", LessThan),
    ("около", About),
];

const AFTER: &[(&str, Comparator)] = &[
    ("以上", AtLeast),
    ("以下", AtMost),
    ("未満", LessThan),
    ("未满", LessThan),
    ("以内", AtMost),
    ("超", MoreThan),
    ("を超え", MoreThan),
    ("より多", MoreThan),
    ("より少な", LessThan),
    ("を上回", MoreThan),
    ("を下回", LessThan),
    ("より大き", MoreThan),
    ("より小さ", LessThan),
    ("より高", MoreThan),
    ("より低", LessThan),
    ("まで", AtMost),
    ("以降", Since),
    ("以前", Until),
    ("弱", JustUnder),
    ("強", JustOver),
    ("余り", JustOver),
    ("前後", About),
    ("程度", About),
    ("ほど", About),
    ("くらい", About),
    ("ぐらい", About),
    ("左右", About),
    ("이상", AtLeast),
    ("이하", AtMost),
    ("미만", LessThan),
    ("초과", MoreThan),
    ("or more", AtLeast),
    ("or greater", AtLeast),
    ("or higher", AtLeast),
    ("or above", AtLeast),
    ("or less", AtMost),
    ("or fewer", AtMost),
    ("or lower", AtMost),
    ("or below", AtMost),
    ("を超えない", AtMost),
    ("を超えません", AtMost),
    ("を超えず", AtMost),
    ("を超えては", AtMost),
    ("を超えぬ", AtMost),
    ("を上回らない", AtMost),
    ("を上回らず", AtMost),
    ("を下回らない", AtLeast),
    ("を下回らず", AtLeast),
    ("を下回っては", AtLeast),
    ("or older", AtLeast),
    ("and older", AtLeast),
    ("or over", AtLeast),
    ("and over", AtLeast),
    ("and above", AtLeast),
    ("and up", AtLeast),
    ("or longer", AtLeast),
    ("or later", AtLeast),
    ("or younger", AtMost),
    ("or under", AtMost),
    ("and under", AtMost),
    ("and younger", AtMost),
    ("and below", AtMost),
    ("or shorter", AtMost),
    ("oder älter", AtLeast),
    ("und älter", AtLeast),
    ("und mehr", AtLeast),
    ("oder darüber", AtLeast),
    ("und darüber", AtLeast),
    ("oder jünger", AtMost),
    ("oder darunter", AtMost),
    ("及以上", AtLeast),
    ("及以下", AtMost),
    ("或以上", AtLeast),
    ("或以下", AtMost),
    ("之内", AtMost),
    ("oder mehr", AtLeast),
    ("nicht überschreiten", AtMost),
    ("nicht unterschreiten", AtLeast),
    ("を上限", AtMost),
    ("が上限", AtMost),
    ("を下限", AtLeast),
    ("が下限", AtLeast),
    ("oder weniger", AtMost),
    ("ou plus", AtLeast),
    ("ou moins", AtMost),
    ("o más", AtLeast),
    ("o menos", AtMost),
    ("+", AtLeast),
];

/// How many characters of an unknown counter may stand between a number and `以上`.
const COUNTER: usize = 3;

/// The comparator of what stands from `start` to `end`. "About" gives way to what is said behind: `約10 mg以上`.
pub(super) fn around(scan: &Scan, start: usize, end: usize) -> Comparator {
    match (before(scan, start), after(scan, end)) {
        (Some(before), _) if before != About => before,
        (_, Some(after)) => after,
        (before, None) => before.unwrap_or(Comparator::Exactly),
    }
}

/// The comparator before a number.
fn before(scan: &Scan, at: usize) -> Option<Comparator> {
    let end = scan.skip_blanks_back(at);
    let last = scan.before(end).to_lowercase().next().unwrap_or_default();
    let stands = |word: &str| {
        // Behind a number or its unit `~` is "to".
        if word == "~" && is_joint(scan.before(scan.skip_blanks_back(end.saturating_sub(1)))) {
            return false;
        }
        let start = end - word.chars().count().min(end);
        let whole = !word.starts_with(char::is_alphabetic)
            || !is_letter(scan.before(start))
            || !is_letter(scan.at(start));
        scan.ends(end, word) && whole
    };
    longest(&BY_END, last, stands).or_else(|| before_verb(scan, at))
}

/// 至少间隔两周: a verb of two characters may stand between a limit and its number.
fn before_verb(scan: &Scan, at: usize) -> Option<Comparator> {
    const LIMITS: [(&str, Comparator); 5] =
        [("至少", AtLeast), ("最少", AtLeast), ("至多", AtMost), ("最多", AtMost), ("不超过", AtMost)];
    let end = scan.skip_blanks_back(at).checked_sub(2)?;
    LIMITS.iter().find(|(word, _)| scan.ends(end, word)).map(|(_, found)| *found)
}

/// The comparator behind a number and its unit, and the place behind it; some characters of a counter that is not
/// known may stand between.
fn after(scan: &Scan, at: usize) -> Option<Comparator> {
    let at = scan.skip_blanks(at);
    let han = |c: char| matches!(c, '\u{4E00}'..='\u{9FFF}' | '々');
    let counter = (at..at + COUNTER).take_while(|at| han(scan.at(*at))).count();
    (0..=counter).find_map(|skip| {
        let here =
            |word: &str| scan.starts(at + skip, word) && !(word == "強" && scan.starts(at + skip, "強度"));
        longest(&BY_BEGINNING, scan.at(at + skip), here)
            .filter(|found| skip == 0 || !matches!(found, JustUnder | JustOver))
    })
}

/// Words by one of their characters.
type ByCharacter = HashMap<char, Vec<(&'static str, Comparator)>>;

static BY_END: LazyLock<ByCharacter> =
    LazyLock::new(|| by_character(BEFORE, |word| word.chars().next_back()));
static BY_BEGINNING: LazyLock<ByCharacter> =
    LazyLock::new(|| by_character(AFTER, |word| word.chars().next()));

fn by_character(
    words: &[(&'static str, Comparator)],
    character: impl Fn(&str) -> Option<char>,
) -> ByCharacter {
    let mut by_character = ByCharacter::new();
    for (word, found) in words {
        if let Some(c) = character(word) {
            by_character.entry(c).or_default().push((word, *found));
        }
    }
    by_character
}

fn longest(words: &ByCharacter, character: char, stands: impl Fn(&str) -> bool) -> Option<Comparator> {
    let words = words.get(&character)?.iter().filter(|(word, _)| stands(word));
    words.max_by_key(|(word, _)| word.chars().count()).map(|(_, found)| *found)
}

fn is_joint(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '%' | '℃' | '°')
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !crate::text::is_cjk(c)
}

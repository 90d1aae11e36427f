//! Words that deny, so that a lost "not" is seen.

/// Japanese forms of denial. Each counts once; what only looks like one is taken away first.
const JAPANESE: &[&str] = &["ない", "なかっ", "なく", "ません", "せず", "ずに", "禁", "不", "未", "非", "無"];
const JAPANESE_LOOKALIKES: &[&str] = &[
    "少ない",
    "少なく",
    "かもしれない",
    "かもしれません",
    "危ない",
    "なければならない",
    "なければなりません",
    "なくてはならない",
    "なくてはなりません",
    "ないといけない",
    "だけでなく",
    "ではないか",
    "非常",
    "無料",
    "無理なく",
    "未来",
    "不思議",
    "まもなく",
    "間もなく",
    "何気なく",
];
/// Chinese forms.
const CHINESE: &[&str] = &["不", "未", "没", "无", "無", "非", "勿", "禁"];
const CHINESE_LOOKALIKES: &[&str] =
    &["不仅", "不僅", "不同", "不断", "不斷", "非常", "无论", "無論", "未来", "未來"];
/// Whole words of the languages written with spaces.
const WORDS: &[&str] = &[
    "not",
    "no",
    "never",
    "none",
    "without",
    "cannot",
    "neither",
    "nor",
    "nicht",
    "kein",
    "keine",
    "keinen",
    "keiner",
    "keinem",
    "keines",
    "nie",
    "niemals",
    "ohne",
    "weder",
    "ne",
    "pas",
    "jamais",
    "sans",
    "aucun",
    "aucune",
    "nunca",
    "sin",
    "ningún",
    "ninguna",
    "non",
    "не",
    "нет",
    "без",
    "никогда",
];

/// How often a text denies something.
///
/// ```
/// use yakugo::text::negations;
/// assert_eq!(negations("国内では承認されていません。"), 1);
/// assert_eq!(negations("副作用は少ないかもしれない。"), 0);
/// assert_eq!(negations("It isn't approved and must not be used."), 2);
/// ```
pub fn negations(text: &str) -> usize {
    let japanese = text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30FF}'));
    let (forms, lookalikes) =
        if japanese { (JAPANESE, JAPANESE_LOOKALIKES) } else { (CHINESE, CHINESE_LOOKALIKES) };
    let mut rest = text.to_lowercase();
    for lookalike in lookalikes {
        if rest.contains(lookalike) {
            rest = rest.replace(lookalike, " ");
        }
    }
    let forms: usize = forms.iter().map(|form| rest.matches(form).count()).sum();
    let words = rest
        .split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
        .filter(|word| WORDS.contains(word) || word.ends_with("n't") || word.ends_with("n’t"))
        .count();
    forms + words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn denials_are_counted() {
        let check = |text: &str, expected: usize| assert_eq!(negations(text), expected, "{text}");
        check("効果がある。", 0);
        check("効果がない。", 1);
        check("無料の相談は非常に役立つ。", 0);
        check("医薬品として未承認である。", 1);
        check("確認しなければならない。", 0);
        check("该药未获批准。", 1);
        check("不仅安全", 0);
        check("Das ist nicht zugelassen.", 1);
        check("notable notes", 0);
    }
}

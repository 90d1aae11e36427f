//! Words that deny, so that a lost "not" is seen.

use std::collections::HashSet;
use std::sync::LazyLock;

use daachorse::charwise::CharwiseDoubleArrayAhoCorasickBuilder;
use daachorse::{CharwiseDoubleArrayAhoCorasick, MatchKind};

use crate::text::is_cjk;

/// What only looks like a denial, or is bound to say the opposite of one; taken away before counting. The longest
/// form wins.
const LOOKALIKES: &[&str] = &[
    // Japanese: duty, guess, "not only", adjectives and words that hold the letters.
    "なければならない",
    "なければならなかっ",
    "なければなりません",
    "なければいけない",
    "なければいけません",
    "なければならず",
    "なくてはならない",
    "なくてはなりません",
    "なくてはいけない",
    "なくてはいけません",
    "ないといけない",
    "ないといけません",
    "ないとならない",
    "ねばならない",
    "ねばなりません",
    // A slip of the pen for です: no sentence ends so.
    "でず。",
    "ざるを得な",
    "ざるをえな",
    "ざるを得ない",
    "ざるを得ません",
    "も構わない",
    "も構いません",
    "もかまわない",
    "もかまいません",
    "差し支えない",
    "差し支えありません",
    "かもしれない",
    "かもしれません",
    "かも知れない",
    "かも知れません",
    "かもしれず",
    "にほかならない",
    "にほかなりません",
    "にすぎない",
    "に過ぎない",
    "にすぎません",
    "に過ぎません",
    "に違いない",
    "に違いありません",
    "だけでなく",
    "だけではなく",
    "だけじゃなく",
    "のみでなく",
    "のみではなく",
    "のみならず",
    "ばかりでなく",
    "ばかりではなく",
    "ではないでしょうか",
    "ではありませんか",
    "にかかわらず",
    "に関わらず",
    "に拘わらず",
    "にもかかわらず",
    "を問わず",
    "相変わらず",
    "とりあえず",
    "取りあえず",
    "思わず",
    "絶えず",
    "やむを得ず",
    "やむをえず",
    "ないし",
    "少ない",
    "少なく",
    "すくない",
    "すくなく",
    "危ない",
    "危なく",
    "切ない",
    "非常",
    "無料",
    "無理なく",
    "未来",
    "不思議",
    "まもなく",
    "間もなく",
    "何気なく",
    "絶え間なく",
    "限りなく",
    "くまなく",
    "未満",
    "必ず",
    "かならず",
    "まず",
    "先ず",
    "わずか",
    "いずれ",
    "ずつ",
    "ずっと",
    "ずれ",
    "ずらし",
    "はず",
    "ずる",
    "おのずと",
    "みずから",
    "少なからず",
    "みなし",
    "はなし",
    "こなし",
    "なしとげ",
    "なくなく",
    "不可欠",
    "不全",
    "不妊",
    "不眠",
    "不整脈",
    "不純物",
    "不動産",
    "是非",
    "ご無沙汰",
    "無事",
    // Chinese.
    "不仅",
    "不僅",
    "不但",
    "不只",
    "不同",
    "不断",
    "不斷",
    "不久",
    "不论",
    "不論",
    "不得不",
    "不过",
    "不過",
    "不超过",
    "不超過",
    "不到",
    "不少于",
    "不少於",
    "不低于",
    "不低於",
    "不高于",
    "不高於",
    "不多于",
    "不大于",
    "不小于",
    "无论",
    "無論",
    "未來",
    "除非",
    "是否",
    "无线",
    // Korean.
    "뿐만 아니라",
    "뿐 아니라",
    "못지않",
    // Languages with spaces.
    "not only",
    "no matter",
    "no doubt",
    "no less than",
    "not less than",
    "no fewer than",
    "no more than",
    "not more than",
    "whether or not",
    "nicht nur",
    "nicht mehr als",
    "nicht weniger als",
    "non seulement",
    "no solo",
    "no sólo",
    "no solamente",
    "sin embargo",
    "не только",
    "не менее",
    "не более",
    "n'importe",
    "nonetheless",
    "nevertheless",
];

/// Forms found anywhere in a text of a script without spaces; each counts once. Japanese and Chinese together: they
/// share most, and each is harmless in the other.
const DENSE: &[&str] = &[
    "ない",
    "なかっ",
    "なく",
    "なけれ",
    "なし",
    "ません",
    "ませぬ",
    "無し",
    "ず",
    "ぬよう",
    "否定",
    "対象外",
    "適用外",
    "適応外",
    "範囲外",
    "禁",
    "不",
    "未",
    "非",
    "無",
    "无",
    "没",
    "沒",
    "勿",
    "莫",
    "请别",
    "否认",
];
const KOREAN: &[&str] =
    &["않", "못", "없", "아니", "아닙", "아닌", "금지", "불가", "마십시오", "마세요", "미승인"];

/// Whole words of the languages written with spaces, and of Korean.
const WORDS: &[&str] = &[
    // English
    "not",
    "no",
    "never",
    "none",
    "without",
    "cannot",
    "neither",
    "nor",
    "nothing",
    "nobody",
    "nowhere",
    "hardly",
    "scarcely",
    "lack",
    "lacks",
    "lacking",
    "absence",
    "prohibited",
    "forbidden",
    "avoid",
    "dont",
    "cant",
    "wont",
    // German
    "nicht",
    "nichts",
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
    "niemand",
    "verboten",
    // French
    "ne",
    "pas",
    "jamais",
    "sans",
    "aucun",
    "aucune",
    "ni",
    "nul",
    "nulle",
    "interdit",
    "interdite",
    // Spanish, Portuguese, Italian
    "nunca",
    "jamás",
    "sin",
    "ningún",
    "ninguna",
    "ninguno",
    "nadie",
    "nada",
    "tampoco",
    "prohibido",
    "não",
    "sem",
    "nem",
    "non",
    "senza",
    "mai",
    "nessun",
    "nessuna",
    // Russian
    "не",
    "нет",
    "ни",
    "без",
    "никогда",
    "нельзя",
    "никто",
    "ничего",
    "запрещено",
    // Korean
    "안",
];

/// How often a text denies something.
///
/// Duties (なければならない), guesses (かもしれない) and words that only hold such letters (少ない, 非常, 無料) do not
/// count; `未承認` and `不要` do.
///
/// ```
/// use yakugo::text::negations;
/// assert_eq!(negations("国内では承認されていません。"), 1);
/// assert_eq!(negations("副作用は少ないかもしれない。"), 0);
/// assert_eq!(negations("It isn't approved and must not be used."), 2);
/// ```
pub fn negations(text: &str) -> usize {
    // The end of a clause is an end, with its mark or without.
    let text = format!("{}。", text.to_lowercase());
    let mut count = 0;
    let mut rest = String::with_capacity(text.len());
    let mut at = 0;
    let found = FORMS.automaton.iter().flat_map(|automaton| automaton.leftmost_find_iter(&text));
    for form in found {
        let denies = usize::try_from(form.value()).is_ok_and(|value| value >= FORMS.lookalikes);
        count += usize::from(denies);
        if !denies && is_whole(&text, form.start(), form.end()) {
            rest.push_str(text.get(at..form.start()).unwrap_or_default());
            rest.push(' ');
            at = form.end();
        }
    }
    rest.push_str(text.get(at..).unwrap_or_default());
    count + denying_words(&rest)
}

/// The forms that are looked for anywhere, all in one pass.
struct Forms {
    automaton: Option<CharwiseDoubleArrayAhoCorasick<u32>>,
    /// Values below this one are lookalikes.
    lookalikes: usize,
}

static FORMS: LazyLock<Forms> = LazyLock::new(|| {
    let forms = LOOKALIKES.iter().chain(DENSE).chain(KOREAN);
    let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().match_kind(MatchKind::LeftmostLongest);
    Forms { automaton: builder.build(forms).ok(), lookalikes: LOOKALIKES.len() }
});

static DENYING: LazyLock<HashSet<&str>> = LazyLock::new(|| WORDS.iter().copied().collect());

/// Whether a lookalike stands alone where it is of letters: `no matter` is not in `piano matters`.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let letter = |c: char| c.is_alphabetic() && !is_cjk(c);
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    let first = text.get(start..end).unwrap_or_default().starts_with(|c| letter(c) && !is_hangul(c));
    !first || !before.ends_with(letter) && !after.starts_with(letter)
}

fn is_hangul(c: char) -> bool {
    matches!(c, '\u{AC00}'..='\u{D7A3}')
}

fn denying_words(text: &str) -> usize {
    let words = text.split(|c: char| (!c.is_alphanumeric() || is_cjk(c)) && !matches!(c, '\'' | '’'));
    let mut words = words.filter(|word| !word.is_empty()).peekable();
    let mut count = 0;
    while let Some(word) = words.next() {
        // `No. 5` is a number.
        let is_number =
            word == "no" && words.peek().is_some_and(|next| next.starts_with(|c: char| c.is_ascii_digit()));
        let denies = DENYING.contains(word) || word.ends_with("n't") || word.ends_with("n’t");
        // `n'est`: the French particle before a vowel.
        let elided = word.starts_with("n'") || word.starts_with("n’");
        count += usize::from((denies || elided) && !is_number);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: usize) {
        assert_eq!(negations(text), expected, "{text}");
    }

    #[test]
    fn denials_are_counted() {
        check("効果がない。", 1);
        check("効果がなく、", 1);
        check("必要なかった", 1);
        check("加熱せずに使う", 1);
        check("増えず、減る", 1);
        check("国内では未承認である。", 1);
        check("検査は不要です。", 1);
        check("使用を禁止する", 1);
        check("できないわけではない", 2);
        check("该药未获批准。", 1);
        check("没有效果", 1);
        check("Das ist nicht zugelassen.", 1);
        check("Il n'est pas autorisé.", 2);
        check("No se debe usar sin receta.", 2);
        check("승인되지 않았다", 1);
        check("효과가 없다", 1);
        check("Это не разрешено", 1);
        check("It can’t be used", 1);
    }

    #[test]
    fn lookalikes_are_not() {
        for text in [
            "効果がある。",
            "無料の相談は非常に役立つ。",
            "確認しなければならない。",
            "必ず確認する",
            "まず洗う",
            "わずかに",
            "するはずです",
            "10人未満",
            "細胞だけでなく組織も",
            "不可欠な工程",
            "年齢を問わず、性別にかかわらず",
            "心不全と不整脈",
            "段階でず",
            "少なくとも10回",
            "未来の治療",
            "不思議な現象",
            "5例ずつ",
            "10ないし20",
            "不仅安全",
            "是否安全",
            "notable notes",
            "No. 5 cells",
            "not only cells",
            "sin embargo",
            "no matter what",
            "nicht nur",
            "뿐만 아니라 조직도",
        ] {
            check(text, 0);
        }
        check("piano matter", 0);
    }
}

//! Folding for search, with a map back: the text in one normal form, and for every character of it the bytes of the
//! original it stands for. Folded text is never printed or stored.

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::{ComposingNormalizer, ComposingNormalizerBorrowed};

use crate::text::{Span, is_cjk};

/// What a piece of the original text is replaced by before it is folded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// Something in which nothing is searched and across which nothing is found: code, an address.
    Wall,
    /// Nothing: marks of emphasis.
    Nothing,
    /// A blank: a line break written as a tag.
    Blank,
}

/// What a [`Gap::Wall`] leaves in the folded text. No word and no term has it.
pub const WALL: char = '\u{FFFC}';

/// A character of the folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoldedChar {
    /// The character.
    pub c: char,
    /// The bytes of the original it comes from. Characters that come from one sign (`ﬁ`) share them.
    pub span: Span,
    /// Whether it was a capital letter.
    pub upper: bool,
    /// Whether something was left out before it, so that a word may begin here: a blank or a middle dot between two
    /// CJK characters, a mark of emphasis.
    pub joint: bool,
    byte: usize,
}

/// A folded text that knows where its characters come from.
///
/// ```
/// use yakugo::text::{FoldMap, Span};
/// let map = FoldMap::new("抗ＶＥＧＦ 抗体");
/// assert_eq!(map.text(), "抗vegf 抗体");
/// assert_eq!(map.original(1, 5), Span::new(3, 15));
/// ```
#[derive(Clone, Debug, Default)]
pub struct FoldMap {
    text: String,
    chars: Vec<FoldedChar>,
}

impl FoldMap {
    /// Folds a text: NFKC; capitals to small letters, as everywhere but in Turkish; one form of quotes and of dashes;
    /// dashes between katakana to the long-vowel mark, the middle dot between katakana to nothing; runs of white
    /// space to one blank, to none between CJK characters and at the ends; `ß` `œ` `æ` `ё` `ς` to `ss` `oe` `ae` `е`
    /// `σ`; invisible characters to nothing.
    pub fn new(text: &str) -> Self {
        Self::with_gaps(text, &[])
    }

    /// Folds a text of which some pieces are replaced; the gaps are in order and do not overlap.
    pub fn with_gaps(text: &str, gaps: &[(Span, Gap)]) -> Self {
        let mut folder = Folder::new(text);
        let mut at = 0;
        for (span, gap) in gaps {
            folder.run(text, Span::new(at, span.start));
            folder.gap(*span, *gap);
            at = span.end.max(at);
        }
        folder.run(text, Span::new(at, text.len()));
        folder.map
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The characters of the folded text.
    pub fn chars(&self) -> &[FoldedChar] {
        &self.chars
    }

    /// The folded text from one character up to, not including, another.
    pub fn slice(&self, first: usize, end: usize) -> &str {
        self.text.get(self.byte(first)..self.byte(end)).unwrap_or_default()
    }

    /// The index of the character at this byte of the folded text; quick if it is little behind the character `known`.
    pub fn index_from(&self, known: usize, byte: usize) -> usize {
        let behind = self.chars.get(known..).unwrap_or_default();
        known + behind.iter().take_while(|c| c.byte < byte).count()
    }

    /// The index of the character at this byte of the folded text; quick if it is little before the character `known`.
    pub fn index_before(&self, known: usize, byte: usize) -> usize {
        let before = self.chars.get(..known).unwrap_or_default();
        known - before.iter().rev().take_while(|c| c.byte >= byte).count()
    }

    /// The bytes of the original for the characters from `first` up to, not including, `end`.
    pub fn original(&self, first: usize, end: usize) -> Span {
        let start = self.chars.get(first).map(|c| c.span.start);
        let last = end.checked_sub(1).and_then(|last| self.chars.get(last)).map(|c| c.span.end);
        match (start, last) {
            (Some(start), Some(end)) if start <= end => Span::new(start, end),
            _ => Span::default(),
        }
    }

    fn byte(&self, index: usize) -> usize {
        self.chars.get(index).map_or(self.text.len(), |c| c.byte)
    }
}

struct Folder {
    map: FoldMap,
    nfkc: ComposingNormalizerBorrowed<'static>,
    classes: CanonicalCombiningClassMapBorrowed<'static>,
    /// White space that is not yet written, for what follows decides whether it stays.
    blank: Option<Span>,
    joint: bool,
}

impl Folder {
    fn new(text: &str) -> Self {
        Self {
            map: FoldMap {
                text: String::with_capacity(text.len()),
                chars: Vec::with_capacity(text.chars().count()),
            },
            nfkc: ComposingNormalizer::new_nfkc(),
            classes: CanonicalCombiningClassMapBorrowed::new(),
            blank: None,
            joint: false,
        }
    }

    fn gap(&mut self, span: Span, gap: Gap) {
        match gap {
            Gap::Wall => self.push(WALL, false, span),
            Gap::Nothing => self.joint = true,
            Gap::Blank => self.blank(span),
        }
    }

    /// Folds the original text at `span`, one sign with its combining marks at a time.
    fn run(&mut self, text: &str, span: Span) {
        let piece = span.of(text);
        let mut chars = piece.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            let mut end = start + c.len_utf8();
            // Nearly all of any text: one character alone, of which every form is known.
            if !chars.peek().is_some_and(|(_, next)| self.continues(*next)) {
                let original = Span::new(span.start + start, span.start + end);
                if let Some((c, upper)) = small(c) {
                    self.push(c, upper, original);
                    continue;
                }
                if c.is_whitespace() {
                    self.blank(original);
                    continue;
                }
            }
            while let Some((at, next)) = chars.next_if(|(_, next)| self.continues(*next)) {
                end = at + next.len_utf8();
            }
            let original = Span::new(span.start + start, span.start + end);
            let next = chars.peek().map(|(_, next)| *next);
            if self.is_left_out(c, next) {
                self.joint |= matches!(c, '・' | '･');
            } else if is_dash(c) && self.follows_katakana() && next.is_some_and(is_katakana) {
                self.push('ー', false, original);
            } else if end == start + c.len_utf8() && is_nfkc(c) {
                self.fold(c, original);
            } else {
                let sign = piece.get(start..end).unwrap_or_default();
                for c in self.nfkc.normalize_iter(sign.chars()) {
                    self.fold(c, original);
                }
            }
        }
    }

    /// Whether a character belongs to the sign before it: combining marks, half-width voice marks, the vowels and
    /// finals of decomposed Hangul.
    fn continues(&self, c: char) -> bool {
        match c {
            '\0'..='\u{2FF}'
            | '\u{370}'..='\u{482}'
            | '\u{3000}'..='\u{3029}'
            | '\u{3041}'..='\u{3096}'
            | '\u{30A0}'..='\u{9FFF}'
            | '\u{AC00}'..='\u{D7A3}' => false,
            '\u{FF9E}' | '\u{FF9F}' | '\u{1160}'..='\u{11FF}' => true,
            _ => self.classes.get_u8(c) != 0,
        }
    }

    fn is_left_out(&self, c: char, next: Option<char>) -> bool {
        match c {
            // Soft hyphen, zero-width characters and direction marks, variation selectors.
            '\u{AD}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'
            | '\u{FEFF}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{E0100}'..='\u{E01EF}' => true,
            '・' | '･' => self.follows_katakana() && next.is_some_and(is_katakana),
            _ => false,
        }
    }

    fn follows_katakana(&self) -> bool {
        self.blank.is_none() && self.map.chars.last().is_some_and(|last| is_katakana(last.c))
    }

    fn fold(&mut self, c: char, span: Span) {
        if let Some((c, upper)) = small(c) {
            self.push(c, upper, span);
            return;
        }
        match c {
            _ if c.is_whitespace() => self.blank(span),
            'ß' | 'ẞ' => self.push_all("ss", c == 'ẞ', span),
            'œ' | 'Œ' => self.push_all("oe", c == 'Œ', span),
            'æ' | 'Æ' => self.push_all("ae", c == 'Æ', span),
            'ё' | 'Ё' => self.push('е', c == 'Ё', span),
            'ς' => self.push('σ', false, span),
            'ゔ' => self.push('ヴ', false, span),
            '‘' | '’' | 'ʼ' | '´' | '`' | '′' => self.push('\'', false, span),
            '“' | '”' | '„' | '«' | '»' => self.push('"', false, span),
            _ if is_dash(c) => self.push('-', false, span),
            _ => {
                // `İ` is `i` and a dot above; the dot is no letter.
                let lower = c.to_lowercase().filter(|lower| *lower != '\u{307}');
                lower.for_each(|lower| self.push(lower, c.is_uppercase(), span));
            }
        }
    }

    /// White space, or what stands for it.
    fn blank(&mut self, span: Span) {
        self.blank = Some(self.blank.map_or(span, |blank| Span::new(blank.start, span.end)));
    }

    fn push_all(&mut self, folded: &str, upper: bool, span: Span) {
        folded.chars().for_each(|c| self.push(c, upper, span));
    }

    fn push(&mut self, c: char, upper: bool, span: Span) {
        if let Some(blank) = self.blank.take() {
            match self.map.chars.last() {
                None => {}
                Some(before) if is_cjk(before.c) && is_cjk(c) => self.joint = true,
                Some(_) => self.write(' ', false, blank),
            }
        }
        self.write(c, upper, span);
    }

    fn write(&mut self, c: char, upper: bool, span: Span) {
        let joint = std::mem::take(&mut self.joint);
        self.map.chars.push(FoldedChar { c, span, upper, joint, byte: self.map.text.len() });
        self.map.text.push(c);
    }
}

/// The common characters that folding leaves as they are, or only makes small, and whether it does.
fn small(c: char) -> Option<(char, bool)> {
    match c {
        'A'..='Z' => Some((c.to_ascii_lowercase(), true)),
        '!'..='_'
        | 'a'..='~'
        | 'à'..='ö'
        | 'ø'..='ÿ'
        | 'а'..='я'
        | 'ぁ'..='ん'
        | 'ァ'..='ヺ'
        | 'ー'
        | '、'
        | '。'
        | '\u{4E00}'..='\u{9FFF}'
        | '\u{AC00}'..='\u{D7A3}' => Some((c, false)),
        _ => None,
    }
}

/// Characters that NFKC leaves as they are: spares the common ones the look-up.
fn is_nfkc(c: char) -> bool {
    matches!(c, '\0'..='\u{9F}' | 'à'..='ö' | 'ø'..='ÿ' | 'а'..='я' | 'А'..='Я' | 'ぁ'..='ゖ' | 'ァ'..='ー'
        | '\u{3001}'..='\u{303F}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' | '─' | '━' | '﹣' | '－')
}

/// Whether a character is katakana (full or half width) or the long-vowel mark.
pub fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー' | 'ヽ' | 'ヾ' | 'ㇰ'..='ㇿ' | 'ｦ'..='ﾟ')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_readers_call_the_same_is_the_same() {
        let same =
            |a: &str, b: &str| assert_eq!(FoldMap::new(a).text(), FoldMap::new(b).text(), "{a:?} {b:?}");
        same("ＶＥＧＦ", "vegf");
        same("ｻｲﾄｶｲﾝ", "サイトカイン");
        same("ｶﾞﾝ", "ガン");
        same("か\u{3099}", "が");
        same("コラ―ゲン", "コラーゲン");
        same("スキャフォ−ルド", "スキャフォールド");
        same("ドナー・リンパ", "ドナーリンパ");
        same("意 図し\nない", "意図しない");
        same("culture  \nsupernatant ", "culture supernatant");
        same("ﬁbroblast", "FIBROBLAST");
        same("Straße", "STRASSE");
        same("cœur", "coeur");
        same("İ", "I");
        same("T‑cell", "T-cell");
        same("l’eau", "l'eau");
        same("e\u{301}", "é");
        same("ヴ", "ゔ");
        same("Cyto\u{AD}kine", "cytokine");
        same("각", "\u{1100}\u{1161}\u{11A8}");
        let differ =
            |a: &str, b: &str| assert_ne!(FoldMap::new(a).text(), FoldMap::new(b).text(), "{a:?} {b:?}");
        differ("セル", "セール");
        differ("세포 배양", "세포배양");
        differ("now here", "nowhere");
        differ("甲―乙", "甲ー乙");
        differ("再生・医療", "再生医療");
    }

    #[test]
    fn folded_places_lead_back() {
        let text = "「ｶﾞﾝ」の ＡＢ";
        let map = FoldMap::new(text);
        assert_eq!(map.text(), "「ガン」の ab");
        assert_eq!(map.original(1, 3).of(text), "ｶﾞﾝ");
        assert_eq!(map.original(6, 8).of(text), "ＡＢ");
        assert_eq!(map.slice(1, 3), "ガン");
        assert_eq!(map.index_from(0, "「ガ".len()), 2);
        assert_eq!(map.index_before(5, "「ガ".len()), 2);
    }

    #[test]
    fn gaps_are_walls_or_nothing() {
        let text = "a **b** `c` d";
        let span =
            |piece: &str| Span::new(text.find(piece).unwrap(), text.find(piece).unwrap() + piece.len());
        let map = FoldMap::with_gaps(text, &[(span("**"), Gap::Nothing), (span("`c`"), Gap::Wall)]);
        assert_eq!(map.text(), "a b** \u{FFFC} d");
    }

    proptest! {
        #[test]
        fn the_map_is_monotone(text in "(\\PC|[ﾞﾟ゙ー・ｶ \\n]){0,40}") {
            let map = FoldMap::new(&text);
            let mut before = Span::default();
            for c in map.chars() {
                prop_assert!(c.span.start >= before.start && c.span.end >= before.end);
                prop_assert!(!c.span.of(&text).is_empty());
                before = c.span;
            }
            let back: String = map.chars().iter().map(|c| c.c).collect();
            prop_assert_eq!(back, map.text());
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[a-zA-Zßéヴガー 細胞ｶ１]{0,20}") {
            let once = FoldMap::new(&text).text().to_owned();
            prop_assert_eq!(FoldMap::new(&once).text().to_owned(), once);
        }
    }
}

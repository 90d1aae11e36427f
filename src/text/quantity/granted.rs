//! Every value that a text may state, in any reading: what a translation is granted before a number is called missing.

use super::number::{self, Style};
use super::scan::Scan;
use super::spoken::german;

/// A word and the values that it may stand for.
type Granting = (&'static str, &'static [f64]);

/// Words that may stand for a number, by language; `*` for any ending. Articles say one.
const WORDS: &[(&str, &[Granting])] = &[
    (
        "en",
        &[
            ("half", &[0.5, 50.0, 30.0]),
            ("halv*", &[0.5, 50.0]),
            ("quarter*", &[0.25, 4.0, 25.0, 15.0]),
            ("quarterly", &[3.0]),
            ("third*", &[3.0, 33.0, 1.0 / 3.0]),
            ("tertiary", &[3.0]),
            ("tripl*", &[3.0]),
            ("tripart*", &[3.0]),
            ("trival*", &[3.0]),
            ("trimest*", &[3.0]),
            ("trimer*", &[3.0]),
            ("triang*", &[3.0]),
            ("triplik*", &[3.0]),
            ("thrice", &[3.0]),
            ("quadr*", &[4.0]),
            ("tetra*", &[4.0]),
            ("fourth*", &[4.0]),
            ("penta*", &[5.0]),
            ("quint*", &[5.0]),
            ("fifth*", &[5.0]),
            ("hexa*", &[6.0]),
            ("sixth*", &[6.0]),
            ("hepta*", &[7.0]),
            ("seventh*", &[7.0]),
            ("octa*", &[8.0]),
            ("octo*", &[8.0]),
            ("eighth*", &[8.0]),
            ("nona*", &[9.0]),
            ("ninth*", &[9.0]),
            ("deca*", &[10.0]),
            ("deci*", &[10.0]),
            ("tenth*", &[10.0, 0.1]),
            ("tens", &[10.0]),
            ("dozen*", &[12.0, 10.0]),
            ("twelfth", &[12.0]),
            ("hundred*", &[100.0]),
            ("century", &[100.0]),
            ("centuries", &[100.0]),
            ("thousand*", &[1e3]),
            ("million*", &[1e6]),
            ("billion*", &[1e9]),
            ("fortnight*", &[14.0, 2.0]),
            ("weekly", &[1.0, 7.0]),
            ("yearlong", &[1.0, 12.0]),
            ("whole", &[100.0]),
            ("all", &[100.0]),
            ("every", &[100.0]),
            ("fully", &[100.0]),
            ("full", &[100.0]),
            ("complete*", &[100.0]),
            ("entire*", &[100.0]),
            ("noon", &[12.0]),
            ("midday", &[12.0]),
            ("midnight", &[12.0, 24.0]),
            ("teen*", &[10.0]),
            ("twenties", &[20.0]),
            ("thirties", &[30.0]),
            ("forties", &[40.0]),
            ("fifties", &[50.0]),
            ("sixties", &[60.0]),
            ("seventies", &[70.0]),
            ("eighties", &[80.0]),
            ("nineties", &[90.0]),
            ("january", &[1.0]),
            ("jan", &[1.0]),
            ("february", &[2.0]),
            ("feb", &[2.0]),
            ("march", &[3.0]),
            ("mar", &[3.0]),
            ("april", &[4.0]),
            ("apr", &[4.0]),
            ("may", &[5.0]),
            ("june", &[6.0]),
            ("jun", &[6.0]),
            ("july", &[7.0]),
            ("jul", &[7.0]),
            ("august", &[8.0]),
            ("aug", &[8.0]),
            ("september", &[9.0]),
            ("sep", &[9.0]),
            ("sept", &[9.0]),
            ("october", &[10.0]),
            ("oct", &[10.0]),
            ("november", &[11.0]),
            ("nov", &[11.0]),
            ("december", &[12.0]),
            ("dec", &[12.0]),
            ("always", &[24.0]),
        ],
    ),
    (
        "de",
        &[
            ("halb*", &[0.5, 50.0, 30.0]),
            ("hälfte", &[0.5, 50.0]),
            ("viertel*", &[0.25, 4.0, 25.0, 15.0]),
            ("quartal*", &[3.0, 4.0]),
            ("anderthalb*", &[1.5]),
            ("dritt*", &[3.0, 33.0, 1.0 / 3.0]),
            ("terti*", &[3.0]),
            ("tripel*", &[3.0]),
            ("trival*", &[3.0]),
            ("trimest*", &[3.0]),
            ("trimer*", &[3.0]),
            ("triang*", &[3.0]),
            ("triplik*", &[3.0]),
            ("tetra*", &[4.0]),
            ("quadr*", &[4.0]),
            ("penta*", &[5.0]),
            ("hexa*", &[6.0]),
            ("sechst*", &[6.0]),
            ("sieb*", &[7.0]),
            ("okt*", &[8.0]),
            ("deka*", &[10.0]),
            ("dutzend*", &[12.0, 10.0]),
            ("jahrhundert*", &[100.0]),
            ("hundert*", &[100.0]),
            ("tausend*", &[1e3]),
            ("jahrzehnt*", &[10.0]),
            ("million*", &[1e6]),
            ("milliard*", &[1e9]),
            ("alle*", &[100.0]),
            ("ganz*", &[100.0]),
            ("voll*", &[100.0]),
            ("mittag*", &[12.0]),
            ("mitternacht", &[12.0, 24.0]),
            ("januar", &[1.0]),
            ("jan", &[1.0]),
            ("jänner", &[1.0]),
            ("februar", &[2.0]),
            ("feb", &[2.0]),
            ("märz", &[3.0]),
            ("april", &[4.0]),
            ("mai", &[5.0]),
            ("juni", &[6.0]),
            ("juli", &[7.0]),
            ("august", &[8.0]),
            ("september", &[9.0]),
            ("oktober", &[10.0]),
            ("november", &[11.0]),
            ("dezember", &[12.0]),
        ],
    ),
    (
        "fr",
        &[
            ("demi*", &[0.5, 50.0, 30.0]),
            ("moitié*", &[0.5, 50.0]),
            ("quart*", &[0.25, 4.0, 25.0, 15.0]),
            ("tiers", &[3.0, 33.0, 1.0 / 3.0]),
            ("trimestr*", &[3.0]),
            ("trival*", &[3.0]),
            ("trimest*", &[3.0]),
            ("trimer*", &[3.0]),
            ("triang*", &[3.0]),
            ("triplik*", &[3.0]),
            ("trois*", &[3.0]),
            ("quatr*", &[4.0]),
            ("quadr*", &[4.0]),
            ("quinz*", &[15.0]),
            ("cinq*", &[5.0]),
            ("six*", &[6.0]),
            ("semestr*", &[6.0]),
            ("sept*", &[7.0]),
            ("huit*", &[8.0]),
            ("neuf", &[9.0]),
            ("neuvième*", &[9.0]),
            ("dix*", &[10.0]),
            ("dizaine*", &[10.0]),
            ("décennie*", &[10.0]),
            ("onz*", &[11.0]),
            ("douz*", &[12.0]),
            ("treiz*", &[13.0]),
            ("quatorz*", &[14.0]),
            ("seiz*", &[16.0]),
            ("vingt*", &[20.0]),
            ("trent*", &[30.0]),
            ("quarant*", &[40.0]),
            ("cinquant*", &[50.0]),
            ("soixant*", &[60.0]),
            ("cent", &[100.0]),
            ("cents", &[100.0]),
            ("centain*", &[100.0]),
            ("siècle*", &[100.0]),
            ("mille", &[1e3]),
            ("millier*", &[1e3]),
            ("million*", &[1e6]),
            ("milliard*", &[1e9]),
            ("tous", &[100.0]),
            ("toutes", &[100.0]),
            ("janvier", &[1.0]),
            ("février", &[2.0]),
            ("mars", &[3.0]),
            ("avril", &[4.0]),
            ("mai", &[5.0]),
            ("juin", &[6.0]),
            ("juillet", &[7.0]),
            ("août", &[8.0]),
            ("septembre", &[9.0]),
            ("octobre", &[10.0]),
            ("novembre", &[11.0]),
            ("décembre", &[12.0]),
            ("midi", &[12.0]),
            ("minuit", &[12.0, 24.0]),
        ],
    ),
    (
        "es",
        &[
            ("medi*", &[0.5, 50.0, 30.0]),
            ("mitad*", &[0.5, 50.0]),
            ("cuart*", &[0.25, 4.0, 25.0, 15.0]),
            ("terc*", &[3.0, 33.0, 1.0 / 3.0]),
            ("trival*", &[3.0]),
            ("trimest*", &[3.0]),
            ("trimer*", &[3.0]),
            ("triang*", &[3.0]),
            ("triplik*", &[3.0]),
            ("cuadr*", &[4.0]),
            ("quint*", &[5.0]),
            ("quinc*", &[15.0]),
            ("sext*", &[6.0]),
            ("seis*", &[6.0]),
            ("once", &[11.0]),
            ("décad*", &[10.0]),
            ("decen*", &[10.0]),
            ("docen*", &[12.0]),
            ("cien*", &[100.0]),
            ("siglo*", &[100.0]),
            ("mil", &[1e3]),
            ("miles", &[1e3]),
            ("millon*", &[1e6]),
            ("enero", &[1.0]),
            ("febrero", &[2.0]),
            ("marzo", &[3.0]),
            ("abril", &[4.0]),
            ("mayo", &[5.0]),
            ("junio", &[6.0]),
            ("julio", &[7.0]),
            ("agosto", &[8.0]),
            ("septiembre", &[9.0]),
            ("octubre", &[10.0]),
            ("noviembre", &[11.0]),
            ("diciembre", &[12.0]),
        ],
    ),
];

/// What says two in any language, beside the number words: one list, since it is only ever granted.
const TWO: &[&str] = &[
    "second",
    "secondary",
    "both",
    "either",
    "pair",
    "pairs",
    "couple",
    "double",
    "doubled",
    "doubles",
    "doubling",
    "doubly",
    "dual",
    "twin",
    "twins",
    "twofold",
    "bi",
    "biweekly",
    "bilateral",
    "bivalent",
    "binary",
    "dimer",
    "beide",
    "beiden",
    "beider",
    "beides",
    "paar",
    "doppelt",
    "doppelte",
    "doppelten",
    "doppel",
    "verdoppelt",
    "verdoppelte",
    "verdoppeln",
    "zweite",
    "zweiten",
    "les",
    "deuxième",
    "double",
    "doubler",
    "ambos",
    "ambas",
    "segundo",
    "segunda",
    "doble",
    "par",
];

const KATAKANA: &[(&str, f64)] = &[
    ("ゼロ", 0.0),
    ("ワン", 1.0),
    ("シングル", 1.0),
    ("ツー", 2.0),
    ("ダブル", 2.0),
    ("ペア", 2.0),
    ("ハーフ", 0.5),
    ("スリー", 3.0),
    ("トリプル", 3.0),
    ("ふた", 2.0),
    ("みっつ", 3.0),
    ("よっつ", 4.0),
    ("いつつ", 5.0),
    ("むっつ", 6.0),
    ("ななつ", 7.0),
    ("やっつ", 8.0),
    ("ここのつ", 9.0),
    ("とお", 10.0),
    ("ダース", 12.0),
    ("正午", 12.0),
    ("全員", 100.0),
    ("全て", 100.0),
    ("すべて", 100.0),
    ("完全", 100.0),
    ("四半", 3.0),
    ("四半", 4.0),
    ("世紀", 100.0),
    ("世纪", 100.0),
    ("全部", 100.0),
    ("所有", 100.0),
    ("季度", 3.0),
    ("刻", 15.0),
];

/// Values of several words.
const PHRASES: &[(&str, f64)] = &[
    ("around the clock", 24.0),
    ("around-the-clock", 24.0),
    ("round the clock", 24.0),
    ("round-the-clock", 24.0),
    ("rund um die uhr", 24.0),
    ("全天", 24.0),
    ("昼夜", 24.0),
    ("昼も夜も", 24.0),
    ("終日", 24.0),
    ("every quarter", 3.0),
    ("per quarter", 3.0),
    ("each quarter", 3.0),
    ("tens of thousands", 1e4),
    ("hundreds of thousands", 1e5),
    ("tens of millions", 1e7),
    ("hundreds of millions", 1e8),
    ("tens of billions", 1e10),
    ("hundreds of billions", 1e11),
    ("dizaines de milliers", 1e4),
    ("centaines de milliers", 1e5),
    ("dizaines de millions", 1e7),
    ("decenas de miles", 1e4),
    ("cientos de miles", 1e5),
    ("dutzende millionen", 1e7),
    ("hunderte millionen", 1e8),
    ("hunderten millionen", 1e8),
];

/// Every value that a text may state, sorted: digits in each way of grouping that their form allows, those in names,
/// number words, ordinals, months, halves, and articles for one. Far more than it states: only to be lenient with.
pub(super) fn read(text: &str, language: &str) -> Vec<f64> {
    let language = language.split(['-', '_']).next().unwrap_or_default();
    let scan = Scan::new(text);
    let mut values = vec![1.0];
    let mut last = None;
    let mut at = 0;
    while at < scan.len() {
        let c = scan.at(at);
        let end = if let Some(value) = sign(c) {
            values.push(value);
            at + 1
        } else if c.is_ascii_digit() {
            let (number, end) = digits(&scan, at, language, &mut values);
            last = number;
            end
        } else if is_cjk_numeral(c) {
            let (number, end) = kanji(&scan, at, &mut values);
            last = number.or(last);
            end
        } else if let Some((word, end)) = word(&scan, at) {
            words(&word, language, &mut values, &mut last);
            if word.chars().next().is_some_and(|first| first == c.to_ascii_lowercase()) && c.is_uppercase() {
                values.extend(roman(&word));
            }
            end
        } else {
            values.extend(KATAKANA.iter().filter(|(text, _)| scan.starts(at, text)).map(|(_, value)| *value));
            at + 1
        };
        at = end.max(at + 1);
    }
    let lower = text.to_lowercase();
    values.extend(PHRASES.iter().filter(|(phrase, _)| lower.contains(phrase)).map(|(_, value)| *value));
    // `8.30 Uhr`
    if text.contains("Uhr") {
        let parts =
            text.split(|c: char| !c.is_ascii_digit() && c != '.').filter_map(|time| time.split_once('.'));
        values.extend(parts.filter(|(_, minutes)| minutes.len() == 2).flat_map(|(hour, minutes)| {
            [hour, minutes].into_iter().filter_map(|part| part.parse::<f64>().ok())
        }));
    }
    values.sort_by(f64::total_cmp);
    values.dedup();
    values
}

/// Digits in each way their signs can be read. The longest reading that the language allows is consumed.
fn digits(scan: &Scan, at: usize, language: &str, values: &mut Vec<f64>) -> (Option<f64>, usize) {
    let Some((number, end)) = number::read(scan, at, Style::of(language)) else { return (None, at + 1) };
    let value = number.value();
    values.push(value);
    // `12,500` is a thousand times less in German: there is one reading where the language is known.
    let groups = (at..end).any(|at| matches!(scan.at(at), '.' | ',') && is_group(scan, at + 1));
    let others: &[Style] = if groups && Style::of(language) != Style::Unknown {
        &[]
    } else {
        &[Style::Unknown, Style::Point, Style::Comma]
    };
    for style in others.iter().copied() {
        if let Some((other, after)) = number::read(scan, at, style)
            && after >= end
        {
            values.push(other.value());
        }
    }
    // `.05` has its zero left out.
    if scan.before(at) == '.' && !scan.before(at.saturating_sub(1)).is_ascii_digit() {
        let length = (at..end).take_while(|at| scan.at(*at).is_ascii_digit()).count();
        values.push(value / 10_f64.powi(i32::try_from(length).unwrap_or(0)));
    }
    if matches!(scan.at(end), '割' | '成') {
        values.push(value * 10.0);
    }
    if matches!(scan.at(end), 'k' | 'K') && !scan.at(end + 1).is_alphabetic() {
        values.push(value * 1e3);
    }
    // `1980年代` are the eighties.
    if (1900.0..2100.0).contains(&value) {
        values.push(value % 100.0);
    }
    (Some(value), end)
}

/// Whether exactly three digits stand at a place.
fn is_group(scan: &Scan, at: usize) -> bool {
    (at..at + 3).all(|at| scan.at(at).is_ascii_digit()) && !scan.at(at + 3).is_ascii_digit()
}

fn is_cjk_numeral(c: char) -> bool {
    "〇零一二三四五六七八九十百千万萬億亿兆两兩半双両雙倍数数初首元".contains(c)
}

/// Kanji numerals in any word: `二酸化` says two here.
fn kanji(scan: &Scan, at: usize, values: &mut Vec<f64>) -> (Option<f64>, usize) {
    let c = scan.at(at);
    let single = match c {
        '两' | '兩' | '双' | '両' | '雙' | '倍' => Some(2.0),
        '半' => Some(0.5),
        _ => None,
    };
    if let Some(value) = single {
        values.extend([value].into_iter().chain((c == '半').then_some(50.0)));
        // `两千万`, `两百`: the reader of numerals does not know this one.
        if c != '半'
            && c != '参'
            && let Some((rest, end)) = number::read(scan, at + 1, Style::Point)
            && !scan.at(at + 1).is_ascii_digit()
        {
            values.extend([rest.value() * 2.0, rest.value()]);
            return (Some(rest.value() * 2.0), end);
        }
        return ((c != '半').then_some(value), at + 1);
    }
    let Some((number, end)) = number::read(scan, at, Style::Point) else { return (None, at + 1) };
    let value = number.value();
    values.push(value);
    // `五六个` is five or six, `二十`… are one number.
    let run: Vec<f64> = (at..end).filter_map(|at| ones(scan.at(at))).collect();
    if run.len() == end - at {
        values.extend(run);
    }
    if matches!(scan.at(end), '割' | '成') {
        values.push(value * 10.0);
    }
    // `零点五`, `二・五`.
    if matches!(scan.at(end), '点' | '・' | '．')
        && let Some((fraction, after)) = number::read(scan, end + 1, Style::Point)
    {
        let length = i32::try_from(after - end - 1).unwrap_or(0);
        values.push(value + fraction.value() / 10_f64.powi(length));
    }
    (Some(value), end)
}

fn ones(c: char) -> Option<f64> {
    "〇一二三四五六七八九"
        .chars()
        .zip(0_u8..)
        .find(|(digit, _)| *digit == c)
        .map(|(_, value)| f64::from(value))
}

/// The run of letters at `at` in small letters, whatever follows it.
fn word(scan: &Scan, at: usize) -> Option<(String, usize)> {
    let letter = |c: char| c.is_alphabetic() && !crate::text::is_cjk(c);
    if !letter(scan.at(at)) || letter(scan.before(at)) {
        return None;
    }
    let end = at + (at..scan.len()).take_while(|at| letter(scan.at(*at))).count();
    Some(((at..end).flat_map(|at| scan.at(at).to_lowercase()).collect(), end))
}

fn words(word: &str, language: &str, values: &mut Vec<f64>, last: &mut Option<f64>) {
    let table = WORDS.iter().find(|(name, _)| *name == language).map_or(WORDS[0].1, |(_, table)| table);
    for (text, granted) in table {
        let stands = text.strip_suffix('*').map_or(word == *text, |stem| word.starts_with(stem));
        if stands {
            values.extend(*granted);
        }
    }
    if TWO.contains(&word) {
        values.push(2.0);
    }
    let half = matches!(
        word,
        "half" | "halb" | "halbe" | "halben" | "demi" | "demie" | "media" | "medio" | "einhalb"
    );
    if half {
        // `an hour and a half`
        values.push(last.unwrap_or(1.0) + 0.5);
    }
    let scan = Scan::new(word);
    if let Some((value, _)) = super::spoken::read(&scan, 0) {
        // A number without its magnitude is granted, too; with it, the digits have been read.
        let value = f64::from(u32::try_from(value).unwrap_or(u32::MAX));
        values.push(value);
        *last = Some(value);
    } else if language == "de"
        && let Some((value, rest)) = german(word)
    {
        let value = f64::from(u32::try_from(value).unwrap_or(u32::MAX));
        values.push(value);
        if rest.starts_with("einhalb") {
            values.push(value + 0.5);
        }
    }
    if language == "en" {
        values.extend(english_begin(word));
    }
}

/// `threefold`, `sixteenth`, `tenfold`.
fn english_begin(word: &str) -> Option<f64> {
    let stem = ["fold", "th", "some", "ths", "fths"].iter().find_map(|end| word.strip_suffix(end))?;
    let scan = Scan::new(stem);
    let (value, _) = super::spoken::read(&scan, 0)?;
    Some(f64::from(u32::try_from(value).unwrap_or(u32::MAX)))
}

fn roman(word: &str) -> Option<f64> {
    const NUMERALS: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let at = NUMERALS.iter().position(|numeral| *numeral == word.trim_end_matches(['a', 'b']))?;
    u32::try_from(at + 1).ok().map(f64::from)
}

/// Signs that are a number: `½`, `Ⅲ`, `③`, `²`.
fn sign(c: char) -> Option<f64> {
    let counted = |first: char| f64::from(u32::from(c) - u32::from(first) + 1);
    match c {
        '½' => Some(0.5),
        '¼' => Some(0.25),
        '¾' => Some(0.75),
        '²' => Some(2.0),
        '³' | '⅓' => Some(3.0),
        'Ⅰ'..='Ⅻ' => Some(counted('Ⅰ')),
        'ⅰ'..='ⅻ' => Some(counted('ⅰ')),
        '①'..='⑳' => Some(counted('①')),
        _ => None,
    }
}

//! Russian declension: nouns by their last letter, adjectives by their ending. Words are folded: `е` for `ё`.

use super::{irregular, with_endings};

const ADJECTIVE_HARD: &[&str] =
    &["ый", "ого", "ому", "ым", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ых", "ыми"];
const ADJECTIVE_VELAR: &[&str] =
    &["ий", "ой", "ого", "ому", "им", "ом", "ая", "ую", "ою", "ое", "ие", "их", "ими"];
const ADJECTIVE_SOFT: &[&str] =
    &["ий", "его", "ему", "им", "ем", "яя", "ей", "юю", "ею", "ее", "ие", "их", "ими", "ая", "ую"];

const IRREGULAR: &[(&str, &[&str])] = &[
    (
        "человек",
        &["человека", "человеку", "человеком", "человеке", "люди", "людей", "людям", "людьми", "людях"],
    ),
    ("год", &["года", "году", "годом", "годе", "годы", "годов", "годам", "годами", "годах", "лет"]),
    ("ребенок", &["ребенка", "ребенку", "ребенком", "ребенке", "дети", "детей", "детям", "детьми", "детях"]),
    ("мать", &["матери", "матерью", "матерей", "матерям", "матерями", "матерях"]),
    ("дочь", &["дочери", "дочерью", "дочерей", "дочерям", "дочерьми", "дочерями", "дочерях"]),
    ("друг", &["друга", "другу", "другом", "друге", "друзья", "друзей", "друзьям", "друзьями", "друзьях"]),
    ("брат", &["брата", "брату", "братом", "брате", "братья", "братьев", "братьям", "братьями", "братьях"]),
    (
        "сын",
        &[
            "сына",
            "сыну",
            "сыном",
            "сыне",
            "сыновья",
            "сыновей",
            "сыновьям",
            "сыновьями",
            "сыновьях",
            "сыны",
            "сынов",
        ],
    ),
    ("муж", &["мужа", "мужу", "мужем", "муже", "мужья", "мужей", "мужьям", "мужьями", "мужьях"]),
    (
        "лист",
        &[
            "листа",
            "листу",
            "листом",
            "листе",
            "листы",
            "листов",
            "листам",
            "листами",
            "листах",
            "листья",
            "листьев",
            "листьям",
            "листьями",
            "листьях",
        ],
    ),
    (
        "дерево",
        &[
            "дерева",
            "дереву",
            "деревом",
            "дереве",
            "деревья",
            "деревьев",
            "деревьям",
            "деревьями",
            "деревьях",
        ],
    ),
    ("небо", &["неба", "небу", "небом", "небе", "небеса", "небес", "небесам", "небесами", "небесах"]),
    ("чудо", &["чуда", "чуду", "чудом", "чуде", "чудеса", "чудес", "чудесам", "чудесами", "чудесах"]),
    ("ухо", &["уха", "уху", "ухом", "ухе", "уши", "ушей", "ушам", "ушами", "ушах"]),
    ("путь", &["пути", "путем", "путей", "путям", "путями", "путях"]),
    ("день", &["дня", "дню", "днем", "дне", "дни", "дней", "дням", "днями", "днях"]),
    ("лев", &["льва", "льву", "львом", "льве", "львы", "львов", "львам", "львами", "львах"]),
    ("любовь", &["любви", "любовью"]),
    (
        "церковь",
        &[
            "церкви",
            "церковью",
            "церквей",
            "церквам",
            "церквами",
            "церквах",
            "церквям",
            "церквями",
            "церквях",
        ],
    ),
    ("соль", &["соли", "солью", "солей", "солям", "солями", "солях"]),
    ("имя", &["имени", "именем", "имена", "имен", "именам", "именами", "именах"]),
    ("время", &["времени", "временем", "времена", "времен", "временам", "временами", "временах"]),
    ("племя", &["племени", "племенем", "племена", "племен", "племенам", "племенами", "племенах"]),
    ("семя", &["семени", "семенем", "семена", "семян", "семенам", "семенами", "семенах"]),
    ("деньги", &["денег", "деньгам", "деньгами", "деньгах"]),
    ("люди", &["людей", "людям", "людьми", "людях"]),
    ("дети", &["детей", "детям", "детьми", "детях"]),
    ("мозг", &["мозга", "мозгу", "мозгом", "мозге", "мозги", "мозгов", "мозгам", "мозгами", "мозгах"]),
];

/// Masculine nouns in `-ок`, `-ек`, `-ец`, `-ел`, `-ер`, `-ень` and the like whose vowel goes (`рынок`, `рынка`); in
/// the others it stays (`урок`, `урока`). Both are made where the tables cannot know.
const FLEETING: &[(&str, &str)] = &[
    ("ок", "к"),
    ("ек", "к"),
    ("ел", "л"),
    ("ол", "л"),
    ("ер", "р"),
    ("ор", "р"),
    ("ет", "т"),
    ("ес", "с"),
    ("он", "н"),
    ("ен", "н"),
];

pub(super) fn forms(word: &str, forms: &mut Vec<String>) {
    if irregular(word, IRREGULAR, true, forms) {
        return;
    }
    adjective(word, forms);
    let mut chars = word.chars();
    let Some(last) = chars.next_back() else { return };
    let stem = chars.as_str();
    match last {
        'а' => first_declension(stem, if takes_i(stem) { "и" } else { "ы" }, forms),
        'я' => soft_feminine(stem, forms),
        'о' => {
            with_endings(stem, &["а", "у", "ом", "е", "", "ам", "ами", "ах"], forms);
            genitive_plural(stem, forms);
        }
        'е' => neuter_in_e(stem, forms),
        'ь' => {
            with_endings(
                stem,
                &["я", "ю", "ем", "е", "и", "ью", "ей", "ям", "ями", "ях", "ам", "ами", "ах"],
                forms,
            );
            // уровень, уровня
            if let Some(shorter) = drop_fleeting(stem, &[("ен", "н"), ("он", "н"), ("ел", "л"), ("ол", "л")])
            {
                with_endings(&shorter, &["я", "ю", "ем", "е", "и", "ей", "ям", "ями", "ях"], forms);
            }
        }
        'й' => with_endings(stem, &["я", "ю", "ем", "е", "и", "ев", "ям", "ями", "ях"], forms),
        'ы' | 'и' => plural_only(stem, forms),
        'у' | 'ю' | 'э' => {}
        _ => masculine(word, forms),
    }
}

/// After these no `ы` is written.
fn takes_i(stem: &str) -> bool {
    stem.ends_with(['г', 'к', 'х', 'ж', 'ч', 'ш', 'щ'])
}

fn sibilant(stem: &str) -> bool {
    stem.ends_with(['ж', 'ч', 'ш', 'щ'])
}

fn masculine(word: &str, forms: &mut Vec<String>) {
    // гражданин, граждане
    if let Some(stem) = word.strip_suffix("нин").filter(|stem| stem.ends_with(['а', 'я'])) {
        with_endings(stem, &["не", "н", "нам", "нами", "нах"], forms);
    }
    if let Some(stem) = word.strip_suffix("ец") {
        // боец, бойца; владелец, владельца; отец, отца
        let joined = match stem.chars().next_back() {
            Some('л') => format!("{stem}ьц"),
            Some('а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я') => format!("{stem}йц"),
            _ => format!("{stem}ц"),
        };
        with_endings(&joined, &["а", "у", "ем", "ом", "е", "ы", "ев", "ов", "ам", "ами", "ах"], forms);
        return;
    }
    if let Some(shorter) = drop_fleeting(word, FLEETING) {
        let plural = if takes_i(&shorter) { "и" } else { "ы" };
        with_endings(&shorter, &["а", "у", "ом", "е", plural, "ов", "ам", "ами", "ах"], forms);
    }
    let plural = if takes_i(word) { "и" } else { "ы" };
    with_endings(word, &["а", "у", "ом", "е", plural, "ам", "ами", "ах"], forms);
    if sibilant(word) {
        with_endings(word, &["ем", "ей"], forms);
    } else if word.ends_with('ц') {
        with_endings(word, &["ем", "ев"], forms);
    } else {
        with_endings(word, &["ов"], forms);
    }
}

/// The stem without its last vowel, if that can be a fleeting one.
fn drop_fleeting(stem: &str, endings: &[(&str, &str)]) -> Option<String> {
    let (rest, consonant) =
        endings.iter().find_map(|(ending, left)| Some((stem.strip_suffix(ending)?, left)))?;
    let long_enough = rest.chars().count() >= 2 || stem.chars().count() == 3;
    let after_consonant = rest.ends_with(|c: char| !"аеиоуыэюя".contains(c));
    (long_enough && after_consonant).then(|| format!("{rest}{consonant}"))
}

fn first_declension(stem: &str, i: &str, forms: &mut Vec<String>) {
    with_endings(stem, &[i, "е", "у", "ой", "ою", "ей", "ею", "", "ам", "ами", "ах"], forms);
    genitive_plural(stem, forms);
}

/// The vowel between the last two consonants where the ending is gone: клетка, клеток; сестра, сестер.
fn genitive_plural(stem: &str, forms: &mut Vec<String>) {
    let mut chars = stem.chars();
    let (Some(last), Some(before)) = (chars.next_back(), chars.next_back()) else { return };
    let rest = chars.as_str();
    let consonant = |c: char| !"аеиоуыэюя".contains(c);
    if !consonant(last) {
        return;
    }
    if matches!(before, 'ь' | 'й') {
        forms.push(format!("{rest}е{last}"));
    } else if consonant(before) {
        forms.push(format!("{rest}{before}е{last}"));
        forms.push(format!("{rest}{before}о{last}"));
    }
}

fn soft_feminine(stem: &str, forms: &mut Vec<String>) {
    with_endings(stem, &["и", "е", "ю", "ей", "ею", "ь", "ям", "ями", "ях"], forms);
    match stem.chars().next_back() {
        Some('и') => with_endings(stem, &["й"], forms),
        Some('ь') => {
            let shorter = stem.strip_suffix('ь').unwrap_or(stem);
            with_endings(shorter, &["ей", "ий"], forms);
        }
        Some(c) if "аеоуыэюя".contains(c) => with_endings(stem, &["й"], forms),
        Some('н') => {
            let shorter = stem.strip_suffix('н').unwrap_or(stem);
            with_endings(shorter, &["ен", "ень"], forms);
        }
        Some('л') => {
            let shorter = stem.strip_suffix('л').unwrap_or(stem);
            with_endings(shorter, &["ель"], forms);
        }
        _ => {}
    }
}

fn neuter_in_e(stem: &str, forms: &mut Vec<String>) {
    if stem.ends_with(['ц', 'щ', 'ж', 'ш', 'ч']) {
        with_endings(stem, &["а", "у", "ем", "", "ам", "ами", "ах"], forms);
        genitive_plural(stem, forms);
    } else {
        with_endings(stem, &["я", "ю", "ем", "и", "й", "ей", "ев", "ям", "ями", "ях"], forms);
    }
}

fn plural_only(stem: &str, forms: &mut Vec<String>) {
    with_endings(stem, &["ов", "ев", "ей", "", "ам", "ами", "ах", "ям", "ями", "ях"], forms);
    genitive_plural(stem, forms);
}

fn adjective(word: &str, forms: &mut Vec<String>) {
    let hard = ["ый", "ой", "ая", "ое", "ые"].iter().find_map(|ending| word.strip_suffix(ending));
    let soft = ["ий", "яя", "ее", "ие"].iter().find_map(|ending| word.strip_suffix(ending));
    // Two letters are no stem: кий, бой, май.
    let long = |stem: &&str| stem.chars().count() >= 3;
    if let Some(stem) = hard.filter(long) {
        let endings = if takes_i(stem) { ADJECTIVE_VELAR } else { ADJECTIVE_HARD };
        with_endings(stem, endings, forms);
    } else if let Some(stem) = soft.filter(long).filter(|_| !word.ends_with("ие") || takes_i_adjective(word))
    {
        let endings = if stem.ends_with(['г', 'к', 'х']) { ADJECTIVE_VELAR } else { ADJECTIVE_SOFT };
        with_endings(stem, endings, forms);
    }
}

/// Whether a word in `-ие` can be an adjective's plural: лечение is a noun.
fn takes_i_adjective(word: &str) -> bool {
    word.strip_suffix("ие").is_some_and(|stem| stem.ends_with(['г', 'к', 'х', 'ж', 'ш', 'щ']))
}

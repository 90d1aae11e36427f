//! What is wrong with a glossary itself, found without any text.

use std::collections::BTreeMap;

use crate::finding::{Finding, Rule, Severity};
use crate::glossary::damage::{TERM_DAMAGE, damage};
use crate::glossary::inflect::{Language, Role, forms};
use crate::glossary::model::{CasePolicy, Glossary, Term, TermStatus, TermType};
use crate::text::{FoldMap, is_cjk};

/// One word for two concepts of a subject.
pub(super) const TERM_AMBIGUOUS: Rule = Rule {
    name: "term-ambiguous",
    severity: Severity::Warning,
    summary: "One word stands for two concepts of the same subject.",
};

/// A word with two judgements.
pub(super) const TERM_CONTRADICTION: Rule = Rule {
    name: "term-contradiction",
    severity: Severity::Error,
    summary: "A word stands twice in one concept and locale, or two words are preferred there.",
};

/// A cell that is no word.
pub(super) const TERM_FORM: Rule = Rule {
    name: "term-form",
    severity: Severity::Warning,
    summary: "A cell holds more or other than one word: brackets, a slash, a remark, a formula.",
};

/// A word that will be found everywhere.
pub(super) const TERM_SHORT: Rule = Rule {
    name: "term-short",
    severity: Severity::Note,
    summary: "A term is so short that it turns up by chance.",
};

/// A word that needs no translation but does not say so.
pub(super) const TERM_COPY: Rule = Rule {
    name: "term-copy",
    severity: Severity::Note,
    summary: "A term is the same in two languages and is not marked as do-not-translate.",
};

/// A plural in the place of the singular.
pub(super) const TERM_PLURAL: Rule = Rule {
    name: "term-plural",
    severity: Severity::Note,
    summary: "A term stands in the plural, so its singular is not found.",
};

/// A capital as at the beginning of a cell.
pub(super) const TERM_CAPITAL: Rule = Rule {
    name: "term-capital",
    severity: Severity::Note,
    summary: "A term of one word begins with a capital and is found with a capital only.",
};

/// A judgement without its reason.
pub(super) const TERM_REASON: Rule = Rule {
    name: "term-reason",
    severity: Severity::Note,
    summary: "A forbidden or deprecated term has no reason.",
};

/// Two scripts in one.
pub(super) const TERM_SCRIPT: Rule = Rule {
    name: "term-script",
    severity: Severity::Warning,
    summary: "A Chinese term has characters of the other script, simplified or traditional.",
};

impl Glossary {
    /// Looks over the glossary; the findings point at the rows.
    ///
    /// ```
    /// use yakugo::glossary::Glossary;
    /// let mut glossary = Glossary::default();
    /// glossary.read("a.csv", "concept,locale,term,status\ncell,en,cell (biology),preferred\n");
    /// assert_eq!(glossary.hygiene()[0].rule, "term-form");
    /// ```
    pub fn hygiene(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self.terms().iter().flat_map(of_term).collect();
        let mut by_word: BTreeMap<(&str, String), Vec<&Term>> = BTreeMap::new();
        let mut by_concept: BTreeMap<(&str, &str), Vec<&Term>> = BTreeMap::new();
        for term in self.terms() {
            by_word.entry((&term.locale, FoldMap::new(&term.text).text().to_owned())).or_default().push(term);
            by_concept.entry((&term.concept, &term.locale)).or_default().push(term);
        }
        for terms in by_word.values() {
            findings.extend(of_homonyms(terms));
        }
        for terms in by_concept.values() {
            findings.extend(of_rivals(terms));
        }
        findings.extend(self.copies());
        findings.sort_by(|a, b| (&a.place, a.rule).cmp(&(&b.place, b.rule)));
        findings
    }

    /// Preferred terms that are the same text in another locale of a different script or language.
    fn copies(&self) -> Vec<Finding> {
        let mut by_concept: BTreeMap<&str, Vec<&Term>> = BTreeMap::new();
        for term in self.terms().iter().filter(|term| term.status == TermStatus::Preferred) {
            by_concept.entry(&term.concept).or_default().push(term);
        }
        let mut findings = Vec::new();
        for terms in by_concept.values() {
            let [first, others @ ..] = &terms[..] else { continue };
            let cjk = |term: &Term| term.text.chars().any(is_cjk);
            // Kanji and hanzi are often the same, and related languages share words: a copy is news beside a CJK
            // language only.
            let copy = others.iter().find(|term| {
                term.text == first.text
                    && term.locale != first.locale
                    && !cjk(term)
                    && matches!(language(&first.locale), "ja" | "zh" | "ko")
                    && !(first.do_not_translate || term.do_not_translate)
            });
            if let Some(copy) = copy {
                let message = format!(
                    "`{}` is the same in {} and {}: if it stands untranslated everywhere, set `dnt` to yes",
                    copy.text, first.locale, copy.locale
                );
                findings.push(at(&TERM_COPY, copy, message));
            }
        }
        findings
    }
}

fn language(locale: &str) -> &str {
    locale.split(['-', '_']).next().unwrap_or_default()
}

fn at(rule: &Rule, term: &Term, message: String) -> Finding {
    Finding::new(rule, term.place.span, message).at(&term.place.path).in_locale(&term.locale)
}

fn is_wanted(term: &Term) -> bool {
    matches!(term.status, TermStatus::Preferred | TermStatus::Admitted)
}

/// What a term's own row shows.
fn of_term(term: &Term) -> Vec<Finding> {
    let mut findings = Vec::new();
    let text = term.text.as_str();
    let cells = std::iter::once((text, "term")).chain(term.forms.iter().map(|form| (form.as_str(), "forms")));
    let damaged = cells.filter_map(|(cell, column)| Some((cell, column, damage(cell)?)));
    findings.extend(damaged.map(|(cell, column, what)| {
        at(&TERM_DAMAGE, term, format!("`{cell}` in the column `{column}` {what}"))
    }));
    if !findings.is_empty() {
        return findings;
    }
    if let Some(sign) = text.chars().find(|c| "()（）[]［］/／#＃;；|".contains(*c)) {
        let message = format!(
            "`{text}` has `{sign}` in it: a term is one word as it stands in a text; put other words into rows of \
             their own and remarks into `note`"
        );
        findings.push(at(&TERM_FORM, term, message));
    } else if text.starts_with(['=', '+', '@', '\t']) || text.starts_with('-') && text.len() > 1 {
        let message = format!("`{text}` begins like a formula, and a spreadsheet will take it for one");
        findings.push(at(&TERM_FORM, term, message));
    } else if FoldMap::new(text).text().chars().count() == text.chars().count()
        && text.chars().any(|c| matches!(c, '\u{FF01}'..='\u{FF5E}' | '\u{3000}' | 'ｦ'..='ﾟ'))
    {
        let message =
            format!("`{text}` has full-width letters or half-width kana: both widths are found anyway");
        findings.push(at(&TERM_FORM, term, message));
    } else if !text.chars().any(char::is_alphanumeric) {
        findings.push(at(&TERM_FORM, term, format!("`{text}` has no letter in it and is never found")));
    }
    let (letters, cjk) = (text.chars().filter(|c| c.is_alphanumeric()).count(), text.chars().any(is_cjk));
    let abbreviation = term.kind != TermType::Full || text.chars().all(|c| !c.is_lowercase());
    if letters > 0 && (cjk && letters < 2 || !cjk && letters < 3 && !abbreviation) {
        let message =
            format!("`{text}` is short and will be found by chance: give it `no` examples, or a longer form");
        if term.no.is_empty() {
            findings.push(at(&TERM_SHORT, term, message));
        }
    }
    if is_capitalised(term) {
        let message = format!(
            "`{text}` is taken for a name and found with a capital only: write it small, or set `case` to exact if it \
             is a name"
        );
        findings.push(at(&TERM_CAPITAL, term, message));
    }
    if matches!(term.status, TermStatus::Forbidden | TermStatus::Deprecated) && term.reason.is_empty() {
        let message = format!("say in `reason` why `{text}` is not to be used: translators see it");
        findings.push(at(&TERM_REASON, term, message));
    }
    findings.extend(singular(term).map(|singular| {
        let message = format!("`{text}` looks like the plural of `{singular}`: the singular finds both");
        at(&TERM_PLURAL, term, message)
    }));
    if let Some(c) = of_other_script(term) {
        let message = format!("`{c}` in `{text}` belongs to the other script than that of {}", term.locale);
        findings.push(at(&TERM_SCRIPT, term, message));
    }
    findings
}

/// Whether a word has a capital that a spreadsheet may have given it, in a language where only names have one.
fn is_capitalised(term: &Term) -> bool {
    let mut chars = term.text.chars();
    let language = Language::of(&term.locale);
    chars.next().is_some_and(char::is_uppercase)
        && chars.all(char::is_lowercase)
        && term.case == CasePolicy::Auto
        && !matches!(language, Language::German | Language::Korean | Language::Other)
}

/// Common characters of medical texts in pairs: simplified, traditional.
const SCRIPT_PAIRS: &str = "细細组組织織维維医醫药藥疗療临臨证證试試验驗剂劑学學护護质質养養产產创創伤傷损損肿腫疡瘍脑腦脏臟肾腎节節关關\
    肤膚发發经經认認预預诊診断斷检檢测測术術观觀书書记記计計说說请請语語读讀谓謂应應广廣严嚴为為亚亞与與专專业業东東\
    两兩个個义義习習乱亂从從众眾会會传傳体體国國过過这這还還进進远遠选選适適链鏈镜鏡问問间間闭閉阴陰阳陽险險随隨难難\
    静靜频頻题題风風饮飲浆漿溃潰转轉输輸递遞异異强強归歸当當录錄总總恶惡态態悬懸执執扩擴择擇换換据據摄攝无無显顯时時\
    机機权權条條构構标標样樣气氣没沒洁潔浓濃灭滅热熱状狀环環现現电電疮瘡皱皺盐鹽监監种種积積稳穩类類级級纤纖纯純线線\
    练練结結给給络絡统統继繼续續缩縮联聯胆膽脉脈补補装裝规規视視触觸让讓论論设設评評识識译譯该該详詳负負责責费費资資\
    轻輕载載连連迟遲释釋针針钙鈣铁鐵错錯键鍵长長门門队隊际際骤驟";

/// The first character of a Chinese term that belongs to the other script than its locale.
fn of_other_script(term: &Term) -> Option<char> {
    let locale = term.locale.as_str();
    let traditional = match locale {
        "zh-TW" | "zh-HK" | "zh-MO" => true,
        _ if locale.starts_with("zh-Hant") => true,
        _ if language(locale) == "zh" => false,
        _ => return None,
    };
    // Simplified ones stand at even places.
    let is_other = |c: &char| {
        SCRIPT_PAIRS.chars().position(|other| other == *c).is_some_and(|at| (at % 2 == 0) == traditional)
    };
    term.text.chars().find(is_other)
}

/// What a word would be the regular plural of, where only the last letter says so.
fn singular(term: &Term) -> Option<String> {
    let language = Language::of(&term.locale);
    let plural =
        matches!(language, Language::English | Language::French | Language::Spanish | Language::Portuguese);
    let is_noun = matches!(term.part_of_speech.as_str(), "" | "noun");
    if !plural || !is_noun || !is_wanted(term) || term.kind != TermType::Full || term.text.contains(' ') {
        return None;
    }
    let text = term.text.to_lowercase();
    let singular = text.strip_suffix('s').filter(|stem| stem.chars().count() >= 4)?;
    // virus, analysis, physics: no plural in s.
    let never = ["s", "u", "i", "c", "é"].iter().any(|ending| singular.ends_with(ending));
    let makes_it = forms(singular, language, Role::Noun).contains(&text);
    (!never && makes_it).then(|| singular.to_owned())
}

/// One word in several concepts of a locale.
fn of_homonyms(terms: &[&Term]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (number, term) in terms.iter().enumerate() {
        let earlier = terms.iter().take(number);
        for other in earlier {
            if term.concept != other.concept
                && term.domain == other.domain
                && is_wanted(term)
                && is_wanted(other)
            {
                let message = format!(
                    "`{}` stands for {} and for {} in the same domain: a translation cannot know which is meant",
                    term.text, other.concept, term.concept
                );
                findings.push(at(&TERM_AMBIGUOUS, term, message));
            }
            if term.concept == other.concept {
                let message = format!(
                    "`{}` stands twice in {}, {} and {}: keep one row",
                    term.text,
                    term.concept,
                    other.status.name(),
                    term.status.name()
                );
                findings.push(at(&TERM_CONTRADICTION, term, message));
            }
        }
    }
    findings
}

/// Several preferred full forms of one concept in one locale.
fn of_rivals(terms: &[&Term]) -> Vec<Finding> {
    let preferred: Vec<&&Term> = terms
        .iter()
        .filter(|term| {
            term.status == TermStatus::Preferred && matches!(term.kind, TermType::Full | TermType::Variant)
        })
        .collect();
    let [first, others @ ..] = &preferred[..] else { return Vec::new() };
    let rival = |term: &&&Term| {
        let message = format!("`{}` and `{}` are both preferred: admit one of them", first.text, term.text);
        at(&TERM_CONTRADICTION, term, message)
    };
    others.iter().map(rival).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_slip_is_named_at_its_row() {
        let check = |rows: &str, expected: &[&str]| {
            let text = format!("concept,locale,term,status,domain,reason\n{rows}\n");
            let mut glossary = Glossary::default();
            assert_eq!(glossary.read("a.csv", &text), [], "{rows}");
            let found: Vec<&str> = glossary.hygiene().iter().map(|finding| finding.rule).collect();
            assert_eq!(found, expected, "{rows}");
        };
        check("a,en,stem cell,preferred\nb,en,Stem cell,admitted", &["term-ambiguous"]);
        check("a,en,cell,preferred,x\nb,en,cell,admitted,y", &[]);
        check("a,en,cell,preferred\na,en,cell,forbidden,,because", &["term-contradiction"]);
        check("a,en,cell,preferred\na,en,unit,preferred", &["term-contradiction"]);
        check("a,en,cell/unit,preferred", &["term-form"]);
        check("a,en,2-Sep,preferred", &["term-damage"]);
        check("a,en,=cell,preferred", &["term-form"]);
        check("a,ja,ＶＥＧＦ,preferred", &["term-form"]);
        check("a,ja,骨,preferred", &["term-short"]);
        check("a,en,ab,preferred", &["term-short"]);
        check("a,en,cell,preferred\na,en,unit,forbidden", &["term-reason"]);
        check("a,en,exosomes,preferred", &["term-plural"]);
        check("a,en,virus,preferred\nb,en,analysis,preferred\nc,fr,cellules,admitted", &["term-plural"]);
        check("a,en,Cytokine,preferred\nb,de,Zelle,preferred\nc,en,Stem cell,preferred", &["term-capital"]);
        check("a,ja,VEGF,preferred\na,en,VEGF,preferred", &["term-copy"]);
        check("a,zh-Hans,細胞,preferred", &["term-script"]);
        check("a,zh-Hant,细胞,preferred", &["term-script"]);
        check("a,zh-Hans,细胞,preferred", &[]);
    }
}

//! The rules of glossary files.

use crate::finding::{Rule, rule};

rule! {
    /// A row of a glossary file is no term.
    ///
    /// Why: a row that is not understood checks nothing, and nobody notices.
    ///
    /// Example: a row without a locale, or the status `prefered`.
    ///
    /// Fix: fill or correct the cell that the message names, or delete the row.
    pub const GLOSSARY_FORMAT: "glossary-format", Error;
}

rule! {
    /// A term is not found in a sentence of its `yes`, or is found in one of its `no`.
    ///
    /// Why: the examples are the glossary's own tests: they say where a word is meant and where it is not.
    ///
    /// Example: `cell` with the `no` sentence "A cellar.", if it were found there.
    ///
    /// Fix: list the form that stands in the sentence, change how the term is matched, or correct the example.
    pub const TERM_EXAMPLE: "term-example", Error;
}

rule! {
    /// One word stands for two concepts of the same subject.
    ///
    /// Why: where the word stands in a text, nobody can tell which concept is meant, and the translation is
    /// held to both.
    ///
    /// Example: `plasma` for the liquid of the blood and for ionised gas, both in the domain `medicine`.
    ///
    /// Fix: give one of the concepts a longer term, or another domain.
    pub(crate) const TERM_AMBIGUOUS: "term-ambiguous", Warning;
}

rule! {
    /// A word stands twice in one concept and locale, or two words are preferred there.
    ///
    /// Why: a translator who does as one row says breaks the other.
    ///
    /// Example: `exome` is admitted in one row and forbidden in another of the same concept.
    ///
    /// Fix: keep one row, or make one of the two preferred words admitted.
    pub(crate) const TERM_CONTRADICTION: "term-contradiction", Error;
}

rule! {
    /// A cell holds more or other than one word: brackets, a slash, a remark, a formula.
    ///
    /// Why: the term is searched for as it is written, so such a cell is found in no text.
    ///
    /// Example: `cell (biology)`, `stem cell / SC`.
    ///
    /// Fix: write the word alone; other words are rows of their own, remarks belong into `note`.
    pub(crate) const TERM_FORM: "term-form", Warning;
}

rule! {
    /// A term is so short that it turns up by chance.
    ///
    /// Why: it is found in texts that do not mean it, and false alarms are what makes people turn checks off.
    ///
    /// Example: 胞 for a cell, which is a part of many other words.
    ///
    /// Fix: list a longer form, or give it `no` examples: sentences in which it must not be found.
    pub(crate) const TERM_SHORT: "term-short", Note;
}

rule! {
    /// A term is the same in two languages and is not marked as do-not-translate.
    ///
    /// Why: a translation that equals its source counts as missing, unless the glossary says that it is meant.
    ///
    /// Example: `VEGF` in Japanese and in English.
    ///
    /// Fix: if it stands untranslated everywhere, set `dnt` to yes.
    pub(crate) const TERM_COPY: "term-copy", Note;
}

rule! {
    /// A term stands in the plural, so its singular is not found.
    ///
    /// Why: forms are made from the singular.
    ///
    /// Example: `exosomes` as the term for エクソソーム.
    ///
    /// Fix: write the singular; its plural is found, too.
    pub(crate) const TERM_PLURAL: "term-plural", Note;
}

rule! {
    /// A term of one word begins with a capital and is found with a capital only.
    ///
    /// Why: the capital is often the spreadsheet's, and then the word is missed inside of sentences.
    ///
    /// Example: `Exosome` in an English glossary.
    ///
    /// Fix: write it as it stands inside of a sentence, or set `case` if it is a name.
    pub(crate) const TERM_CAPITAL: "term-capital", Note;
}

rule! {
    /// A forbidden or deprecated term has no reason.
    ///
    /// Why: the reason is what the translator reads in the message; without it the word comes back.
    ///
    /// Example: `exome` is forbidden for `exosome`, and nobody wrote that it is the coding part of the genome.
    ///
    /// Fix: fill the cell `reason` with one short sentence.
    pub(crate) const TERM_REASON: "term-reason", Note;
}

rule! {
    /// A Chinese term has characters of the other script, simplified or traditional.
    ///
    /// Why: it is never found in texts of its own script, and a reader takes it for a mistake.
    ///
    /// Example: 細胞 in `zh-Hans`, where 细胞 is meant.
    ///
    /// Fix: write the term in the script of its locale.
    pub(crate) const TERM_SCRIPT: "term-script", Warning;
}

rule! {
    /// A cell looks as if a spreadsheet program had changed it: a date, a number, an error, a wrong encoding.
    ///
    /// Why: the word that stood there is lost without a sound, and what stands there now is found in no text.
    ///
    /// Example: the name SEPT2 became `2-Sep`.
    ///
    /// Fix: type the word again into a cell formatted as text, or restore the file from your last commit; save it as CSV
    /// UTF-8.
    pub(crate) const TERM_DAMAGE: "term-damage", Error;
}

rule! {
    /// A part of a TBX file cannot be read, or has no column in a glossary file.
    ///
    /// Why: what does not come in is lost to the glossary, and whoever sent the file believes that it is there.
    ///
    /// Example: a data category of another program's own, or a file that breaks off in the middle.
    ///
    /// Fix: export the file anew if it is broken; copy what matters into `note` by hand.
    pub(crate) const TBX: "glossary-tbx", Warning;
}

rule! {
    /// A cell of an imported glossary was split, or a column of it was left out.
    ///
    /// Why: the glossary holds something else than the spreadsheet that it came from.
    ///
    /// Example: a cell with two words, `exosome / extracellular vesicle`.
    ///
    /// Fix: look at the rows that came in, and correct what was split wrongly.
    pub(crate) const GLOSSARY_IMPORT: "glossary-import", Note;
}

/// The rules of this layer.
pub const RULES: &[Rule] = &[
    GLOSSARY_FORMAT,
    TBX,
    GLOSSARY_IMPORT,
    TERM_EXAMPLE,
    TERM_AMBIGUOUS,
    TERM_CAPITAL,
    TERM_CONTRADICTION,
    TERM_COPY,
    TERM_DAMAGE,
    TERM_FORM,
    TERM_PLURAL,
    TERM_REASON,
    TERM_SCRIPT,
    TERM_SHORT,
];

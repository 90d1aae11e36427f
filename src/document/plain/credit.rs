//! Lines that say who answers for an article: `監修:山田医院`, `Reviewed by: …`.

use super::{columns, ends_with_stop};

/// Roles as they stand before the colon, in small letters: Japanese, Chinese, Korean, English, German, French,
/// Spanish, Italian, Portuguese, Russian. The label is translated with the name, so a rendered
/// article must be recognised in other languages too.
const ROLES: &str = "\
    監修|医療監修|執筆|文責|翻訳|編集|取材|提供|写真|著|著者|筆者|文|監訳|構成|撮影|作成|协助|审校|作者|\
    编辑|翻译|审阅|供稿|摄影|감수|글|저자|번역|편집|사진|제공|취재|審校|編輯|翻譯|攝影|\
    author|authors|written by|text|text by|words|words by|reviewed by|medically reviewed by|reviewer|\
    medical reviewer|medical review|review|supervised by|medically supervised by|supervision|\
    medical supervision|supervisor|medical supervisor|supervising editor|editorial supervision|\
    editorial supervisor|edited by|editor|editors|editing|translated by|translation|translator|photo|\
    photos|photo by|photos by|photography|photographs|photo credit|interview|interview by|\
    interviewed by|reporting|reported by|provided by|courtesy of|writing|writer|\
    responsible for the text|responsibility for the text|\
    autor|autorin|autoren|redaktion|übersetzung|fachliche prüfung|medizinische prüfung|geprüft von|foto|\
    fotos|bild|auteur|autrice|auteurs|rédaction|traduction|relecture|relecture médicale|\
    supervision médicale|sous la direction de|crédit photo|autora|redacción|traducción|revisión|\
    revisión médica|revisado por|supervisión|supervisión médica|supervisado por|fotografía|autore|\
    redazione|traduzione|revisione|revisione medica|tradução|revisão|revisão médica|автор|авторы|\
    редактор|перевод|рецензент|научный редактор|медицинский редактор|фото";

/// What may follow a role: 監修者, 監修医師, 編集部.
const SUFFIXES: &[&str] = &["者", "医師", "医", "担当", "協力", "部", "元"];

/// The longest label, in characters.
const LONGEST_LABEL: usize = 40;
/// A wider line is a text that happens to begin like a credit.
const WIDEST: usize = 120;

/// Whether a line names a role and who has it. `翻訳: mRNAから作られる。` is a sentence and is not one.
pub(super) fn is_credit(line: &str) -> bool {
    let label = line.char_indices().take(LONGEST_LABEL).find(|(_, c)| matches!(c, ':' | '：' | '｜' | '／'));
    let Some((at, separator)) = label else { return false };
    let label = line.get(..at).unwrap_or_default().trim();
    let name = line.get(at + separator.len_utf8()..).unwrap_or_default().trim();
    let named = !name.is_empty() && !ends_with_stop_as_japanese(name) && columns(line, WIDEST) <= WIDEST;
    named && label.split(['・', '/', '&', '＆', '、', ',']).all(|role| is_role(role.trim()))
}

/// A name may end in `M.D.`; only the Japanese stop makes a sentence of a short line.
fn ends_with_stop_as_japanese(name: &str) -> bool {
    ends_with_stop(name) && !name.ends_with('.')
}

fn is_role(label: &str) -> bool {
    let label = label.to_lowercase();
    let known = |role: &str| ROLES.split('|').any(|known| known == role);
    known(&label) || SUFFIXES.iter().any(|suffix| label.strip_suffix(suffix).is_some_and(known))
}

//! Texts broken into lines of a terminal, by the columns they take.

use unicode_width::UnicodeWidthStr;

use crate::carry::{Edit, Op};
use crate::text::{Span, words};

/// What must not begin a line.
const CLOSING: &str = "。、，．」』）】〉》〕！？：；・ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.;:!?)]}%…’”";

/// What must not end a line.
const OPENING: &str = "「『（【〈《〔([{‘“";

/// The words of a text, an opening bracket with the one behind it.
fn unbroken(text: &str) -> Vec<Span> {
    let mut unbroken: Vec<Span> = Vec::new();
    for word in words(text) {
        match unbroken.last_mut().filter(|last| last.of(text).ends_with(|c| OPENING.contains(c))) {
            Some(last) => last.end = word.end,
            None => unbroken.push(word),
        }
    }
    unbroken
}

/// The pieces of a word diff in lines of at most `room` columns, broken between words. A line break of the text
/// stays one; a blank at a break goes.
pub(super) fn lines(ops: &[Op], room: usize) -> Vec<Vec<Op>> {
    let mut lines = vec![Vec::new()];
    let mut column = 0;
    for op in ops {
        for span in unbroken(&op.text) {
            let word = span.of(&op.text);
            let width = word.width();
            let is_full = column > 0 && column + width > room && !word.starts_with(|c| CLOSING.contains(c));
            if word.contains('\n') || is_full {
                lines.push(Vec::new());
                column = 0;
                if word.trim().is_empty() {
                    continue;
                }
            }
            if let Some(line) = lines.last_mut() {
                push(line, op.edit, word);
            }
            column += width;
        }
    }
    lines
}

fn push(line: &mut Vec<Op>, edit: Edit, word: &str) {
    match line.last_mut() {
        Some(last) if last.edit == edit => last.text.push_str(word),
        _ => line.push(Op { edit, text: word.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_between_words() {
        let check = |text: &str, room: usize, expected: &str| {
            let ops = [Op { edit: Edit::Equal, text: text.to_owned() }];
            let lines: Vec<String> =
                lines(&ops, room).iter().map(|line| line.iter().map(Op::marked).collect()).collect();
            assert_eq!(lines.join("/"), expected);
        };
        check("Take it after meals.", 9, "Take it /after /meals.");
        check("細胞を培養する。", 8, "細胞を/培養する。");
        check("細胞（試料）", 6, "細胞/（試料）");
        check("see [the", 5, "see /[the");
        check("一行目\n二行目", 80, "一行目/二行目");
        check("extraordinarily long", 5, "extraordinarily/long");
        check("", 5, "");
    }

    #[test]
    fn marks_go_on_over_the_break() {
        let ops = [
            Op { edit: Edit::Equal, text: "細胞を".into() },
            Op { edit: Edit::Insert, text: "培養する".into() },
        ];
        let lines: Vec<String> =
            lines(&ops, 10).iter().map(|line| line.iter().map(Op::marked).collect()).collect();
        assert_eq!(lines, ["細胞を{+培養+}", "{+する+}"]);
    }
}

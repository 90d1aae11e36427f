//! Questions with one key for an answer: on a terminal without Return, from a pipe one answer a line.

use std::io::{self, BufRead, IsTerminal, Write};

use console::{Key, Term};

/// Where questions are asked.
pub(crate) struct Asker {
    /// None where the answers come from a pipe.
    terminal: Option<Term>,
}

impl Asker {
    pub(crate) fn new() -> Self {
        let is_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        Self { terminal: is_terminal.then(Term::stdout) }
    }

    /// Whether somebody sits at it.
    pub(crate) fn is_terminal(&self) -> bool {
        self.terminal.is_some()
    }

    /// How many columns there are, on a terminal.
    pub(crate) fn width(&self) -> Option<usize> {
        Some(usize::from(self.terminal.as_ref()?.size().1))
    }

    /// Says something at once.
    pub(crate) fn say(&self, text: &str) -> io::Result<()> {
        let mut out = anstream::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// The key that answers a question, as a small letter; a space for Return alone, none where the answers end.
    pub(crate) fn key(&self, question: &str) -> io::Result<Option<char>> {
        self.say(question)?;
        let Some(terminal) = &self.terminal else {
            let mut line = String::new();
            let is_end = io::stdin().lock().read_line(&mut line)? == 0;
            self.say("\n")?;
            return Ok((!is_end).then(|| small(line.trim().chars().next().unwrap_or(' '))));
        };
        let key = match terminal.read_key()? {
            // The end of input on Unix.
            Key::Char('\u{4}') => None,
            Key::Char(c) => Some(small(c)),
            _ => Some(' '),
        };
        self.say(&format!("{}\n", key.unwrap_or_default()))?;
        Ok(key)
    }
}

/// The letter of a key, whether typed in capitals or with a Japanese input method (`ｖ`, U+FF56).
fn small(c: char) -> char {
    let half = match c {
        '\u{FF21}'..='\u{FF5A}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    half.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_other_input_methods_are_known() {
        assert_eq!(['v', 'V', 'ｖ', 'Ｖ', '?', '語'].map(small), ['v', 'v', 'v', 'v', '?', '語']);
    }
}

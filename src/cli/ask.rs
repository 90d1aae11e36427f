//! Questions with one key for an answer: on a terminal without Return, from a pipe one answer a line.

use std::io::{self, BufRead, IsTerminal, Write};

use console::{Key, Term};

use crate::project::Error;

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

    /// The key that answers a question, as a small letter; a space for Return alone, none where the answers end.
    pub(crate) fn key(&self, question: &str) -> Result<Option<char>, Error> {
        say(question)?;
        let key = if let Some(terminal) = &self.terminal {
            match terminal.read_key().map_err(|cause| failed(&cause))? {
                // The end of input on Unix.
                Key::Char('\u{4}') => None,
                Key::Char(c) => Some(small(c)),
                _ => Some(' '),
            }
        } else {
            let mut line = String::new();
            let length = io::stdin().lock().read_line(&mut line).map_err(|cause| failed(&cause))?;
            (length > 0).then(|| small(line.trim().chars().next().unwrap_or(' ')))
        };
        // A terminal shows no key by itself.
        let shown = key.filter(|_| self.terminal.is_some()).map(String::from).unwrap_or_default();
        say(&format!("{shown}\n"))?;
        Ok(key)
    }
}

/// Says something at once.
pub(crate) fn say(text: &str) -> Result<(), Error> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(|cause| failed(&cause))
}

fn failed(cause: &io::Error) -> Error {
    Error::Usage(format!("nothing more can be asked here: {cause}; every answer given so far is saved"))
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

//! What lies between a file and the reader of its XML.

use std::io::{self, BufRead, Read};

/// The bytes between two tags, and of the texts of a unit.
pub(super) const MOST: usize = 16 << 20;

/// A file that counts its lines, gives `U+FFFD` for bytes that are no UTF-8 (the reader would stop at them), and gives up
/// where a single tag or text never ends.
pub(super) struct Input<R> {
    file: R,
    /// UTF-8, read up to `at`.
    ready: Vec<u8>,
    at: usize,
    /// The beginning of a character whose end was not yet read.
    begun: Vec<u8>,
    lines: usize,
    left: usize,
    wrong: Option<u8>,
}

impl<R> Input<R> {
    pub(super) fn new(file: R) -> Self {
        Self { file, ready: Vec::new(), at: 0, begun: Vec::new(), lines: 0, left: MOST, wrong: None }
    }

    /// The line that is read next, from 1.
    pub(super) fn line(&self) -> usize {
        self.lines + 1
    }

    /// The first byte of the file up to here that is no UTF-8.
    pub(super) fn wrong(&self) -> Option<u8> {
        self.wrong
    }

    /// A tag or a text begins.
    pub(super) fn begin(&mut self) {
        self.left = MOST;
    }
}

impl<R: BufRead> Input<R> {
    fn refill(&mut self) -> io::Result<()> {
        let mut bytes = std::mem::take(&mut self.begun);
        let more = self.file.fill_buf()?;
        let (length, is_end) = (more.len(), more.is_empty());
        bytes.extend_from_slice(more);
        self.file.consume(length);
        self.ready.clear();
        self.at = 0;
        let mut chunks = bytes.utf8_chunks().peekable();
        while let Some(chunk) = chunks.next() {
            self.ready.extend_from_slice(chunk.valid().as_bytes());
            let wrong = chunk.invalid();
            // What can still become a character has an error without a length.
            let is_begun = std::str::from_utf8(wrong).is_err_and(|error| error.error_len().is_none());
            if is_begun && chunks.peek().is_none() && !is_end {
                self.begun = wrong.to_vec();
            } else if let Some(byte) = wrong.first() {
                self.wrong.get_or_insert(*byte);
                self.ready.extend_from_slice("\u{FFFD}".as_bytes());
            }
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Input<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: BufRead> BufRead for Input<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.left == 0 {
            let what = "more than 16 MiB stand between two tags";
            return Err(io::Error::new(io::ErrorKind::FileTooLarge, what));
        }
        // A few bytes at the end of what was read may only begin a character.
        while self.at == self.ready.len() {
            self.refill()?;
            if self.ready.is_empty() && self.begun.is_empty() {
                break;
            }
        }
        Ok(self.ready.get(self.at..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        let read = self.ready.get(self.at..self.at + amount).unwrap_or_default();
        self.lines += read.iter().map(|byte| usize::from(*byte == b'\n')).sum::<usize>();
        self.left = self.left.saturating_sub(amount);
        self.at += amount;
    }
}

#[cfg(test)]
mod tests {
    use std::io::BufReader;

    use super::*;

    /// What is read of some bytes, one, two … at a time.
    fn check(bytes: &[u8], expected: &str, wrong: Option<u8>) {
        for size in 1..=bytes.len() {
            let mut input = Input::new(BufReader::with_capacity(size, bytes));
            let mut text = String::new();
            input.read_to_string(&mut text).unwrap();
            assert_eq!((text.as_str(), input.wrong()), (expected, wrong), "{size} at a time");
        }
    }

    #[test]
    fn characters_may_be_cut_anywhere() {
        check("a細胞\n💊é".as_bytes(), "a細胞\n💊é", None);
        check(b"a\x8d\xd7<\xe7\xb4", "a\u{FFFD}\u{FFFD}<\u{FFFD}", Some(0x8D));
    }

    #[test]
    fn a_tag_without_an_end_is_given_up() {
        let endless = vec![b'x'; MOST + 1];
        let read = Input::new(endless.as_slice()).read_to_end(&mut Vec::new());
        assert_eq!(read.unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    }
}

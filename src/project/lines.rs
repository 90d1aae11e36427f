//! A file that is read a line at a time, in memory for its longest line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use crate::project::Error;

/// What is read at once.
const BUFFER: usize = 1 << 18;
/// The longest line that is read.
const LONGEST: u64 = 16 << 20;

/// Opens a file anywhere to be read from its beginning; `-` is standard input.
pub fn open_input(path: &Path) -> Result<Box<dyn BufRead>, Error> {
    let mut reader: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(BufReader::with_capacity(BUFFER, io::stdin()))
    } else if path.is_dir() {
        return Err(Error::io(path, "read it")(io::Error::other("it is a folder, a file was expected")));
    } else {
        let file = File::open(path).map_err(Error::io(path, "read it"))?;
        Box::new(BufReader::with_capacity(BUFFER, file))
    };
    let start = reader.fill_buf().map_err(Error::io(path, "read it"))?;
    if start.starts_with(&[0xFF, 0xFE]) || start.starts_with(&[0xFE, 0xFF]) {
        return Err(Error::Utf16(path.to_path_buf()));
    }
    Ok(reader)
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its number, from 1.
    pub number: usize,
    /// The text without its end and without a byte order mark, or why there is none.
    pub text: Result<String, NoText>,
}

/// Why a line has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoText {
    /// Its bytes are no UTF-8.
    #[error("not UTF-8: byte {at} of this line (0x{byte:02X}) fits no character; save the file as UTF-8")]
    NotUtf8 {
        /// The place of the first wrong byte in the line, from 1.
        at: usize,
        /// That byte.
        byte: u8,
        /// Its place in the file.
        offset: usize,
    },
    /// It is too long to be a text.
    #[error("this line is longer than 16 MiB: divide it")]
    TooLong,
}

impl NoText {
    /// The same as an error, for commands that do not go on without the line.
    pub fn into_error(self, path: &Path, line: usize) -> Error {
        let path: PathBuf = path.to_path_buf();
        match self {
            Self::NotUtf8 { offset, .. } => Error::NotUtf8 { path, offset, line },
            Self::TooLong => Error::LineTooLong { path, line },
        }
    }
}

/// The lines of a file, one after the other.
pub struct Lines {
    path: PathBuf,
    reader: Box<dyn BufRead>,
    number: usize,
    offset: usize,
}

impl Lines {
    /// Opens a file anywhere; `-` is standard input.
    pub fn open(path: &Path) -> Result<Self, Error> {
        Ok(Self { path: path.to_path_buf(), reader: open_input(path)?, number: 0, offset: 0 })
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let mut length = self.reader.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)?;
        if length == 0 {
            return Ok(None);
        }
        let is_whole = bytes.ends_with(b"\n") || self.reader.fill_buf()?.is_empty();
        if !is_whole {
            length += self.reader.skip_until(b'\n')?;
        }
        self.number += 1;
        let offset = self.offset;
        self.offset += length;
        let text = if is_whole { text(bytes, offset) } else { Err(NoText::TooLong) };
        Ok(Some(Line { number: self.number, text }))
    }
}

fn text(mut bytes: Vec<u8>, offset: usize) -> Result<String, NoText> {
    if bytes.ends_with(b"\n") {
        bytes.pop();
        if bytes.ends_with(b"\r") {
            bytes.pop();
        }
    }
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        NoText::NotUtf8 { at: at + 1, byte, offset: offset + at }
    })?;
    if offset == 0 && text.starts_with('\u{FEFF}') {
        text.remove(0);
    }
    Ok(text)
}

impl Iterator for Lines {
    type Item = Result<Line, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        self.read().map_err(Error::io(&self.path, "read it")).transpose()
    }
}

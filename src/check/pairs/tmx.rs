//! Pairs of a TMX file, a unit at a time, in memory for the longest unit.

mod input;

use std::io::{self, BufRead};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::{Pair, PairFinding};
use crate::finding::Severity;
use crate::glossary::resolved_reference;
use input::{Input, MOST};

/// Elements within each other; TMX needs seven, and more where marks lie within marks.
const MAX_DEPTH: usize = 64;

/// The pairs of a TMX file of any version, each with the line that its unit begins on, from 1. Marks within a text
/// (`bpt`, `ept`, `it`, `ut`) are left out, a placeholder (`ph`) is a blank. Units without one of the two locales are
/// notes. Broken XML ends it with a finding; documents that define entities are refused.
///
/// ```
/// use yakugo::check::Tmx;
/// let text = "<tmx version=\"1.4\"><body><tu tuid=\"7\">\n<tuv xml:lang=\"en-US\"><seg>a <bpt i=\"1\">b</bpt>cell</seg></tuv>
///     <tuv xml:lang=\"fr\"><seg>une cellule</seg></tuv></tu></body></tmx>";
/// let mut pairs = Tmx::new(text.as_bytes(), "en", "fr");
/// let (line, pair) = pairs.next().unwrap().unwrap();
/// assert_eq!((line, pair.unwrap().source.as_str()), (1, "a cell"));
/// assert!(pairs.next().is_none());
/// ```
pub struct Tmx<'l, R> {
    reader: Reader<Input<R>>,
    buffer: Vec<u8>,
    locales: [&'l str; 2],
    unit: Option<Unit>,
    has_root: bool,
    depth: usize,
    done: bool,
}

/// What is read of a `tu`.
#[derive(Default)]
struct Unit {
    line: usize,
    id: String,
    /// A text for each `tuv` with its language.
    texts: Vec<(String, String)>,
    /// Whether a `seg` is open.
    is_text: bool,
    /// How many elements are open that hold marks and no text.
    marks: usize,
    broken: Option<String>,
}

type PairRead = Result<Pair, PairFinding>;

impl<'l, R: BufRead> Tmx<'l, R> {
    /// Reads from the beginning of a file.
    pub fn new(file: R, from: &'l str, to: &'l str) -> Self {
        let mut reader = Reader::from_reader(Input::new(file));
        reader.config_mut().expand_empty_elements = true;
        let unit = None;
        Self { reader, buffer: Vec::new(), locales: [from, to], unit, has_root: false, depth: 0, done: false }
    }

    /// Reads on to the end of an event: a pair if it ends a unit.
    fn step(&mut self) -> Result<Option<(usize, PairRead)>, Stop> {
        self.buffer.clear();
        self.reader.get_mut().begin();
        let line = self.reader.get_ref().line();
        let event = match self.reader.read_event_into(&mut self.buffer) {
            Err(quick_xml::Error::Io(error)) if error.kind() == io::ErrorKind::FileTooLarge => {
                return Err(Stop::Broken(line, error.to_string()));
            }
            Err(quick_xml::Error::Io(error)) => {
                return Err(Stop::Io(io::Error::new(error.kind(), error.to_string())));
            }
            Err(error) => return Err(Stop::Broken(line, error.to_string())),
            Ok(event) => event,
        };
        let broken = |what: &str| Err(Stop::Broken(line, what.to_owned()));
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                if self.depth > MAX_DEPTH {
                    return broken("elements lie too deep within each other");
                }
                self.has_root |= tag.local_name().as_ref() == "tmx";
                if !self.has_root {
                    return broken("this is no TMX: its root is not `tmx`");
                }
                match &mut self.unit {
                    Some(unit) => unit.open(&tag),
                    None if tag.local_name().as_ref() == "tu" => {
                        let id = attribute(&tag, &["tuid"]).unwrap_or_default();
                        self.unit = Some(Unit { line, id, ..Unit::default() });
                    }
                    None => {}
                }
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                let name = tag.local_name();
                if name.as_ref() == "tu" {
                    let wrong = self.reader.get_ref().wrong();
                    return Ok(self.unit.take().map(|unit| (unit.line, unit.pair(self.locales, wrong))));
                }
                if let Some(unit) = &mut self.unit {
                    unit.close(name.as_ref());
                }
            }
            Event::Text(text) => self.unit.iter_mut().for_each(|unit| unit.say(&text)),
            Event::CData(text) => self.unit.iter_mut().for_each(|unit| unit.say(&text)),
            Event::GeneralRef(reference) => match (&mut self.unit, resolved_reference(&reference)) {
                (Some(unit), Some(text)) => unit.say(&text),
                (Some(unit), None) => {
                    let what =
                        format!("`&{};` is none of XML's own entities: write the character", &*reference);
                    unit.broken.get_or_insert(what);
                }
                (None, _) => {}
            },
            Event::DocType(declaration) if declaration.contains('[') => {
                return broken("a DOCTYPE with definitions of its own, which are never read: take it out");
            }
            // The name of a DTD is no harm: it is never fetched.
            Event::DocType(_) | Event::Decl(_) | Event::PI(_) | Event::Comment(_) | Event::Empty(_) => {}
            Event::Eof if !self.has_root => return broken("this is no TMX: its root is not `tmx`"),
            Event::Eof if self.depth > 0 => return broken("the file ends before its elements are closed"),
            Event::Eof => return Err(Stop::End),
        }
        Ok(None)
    }
}

/// Why nothing more is read.
enum Stop {
    End,
    Broken(usize, String),
    Io(io::Error),
}

impl<R: BufRead> Iterator for Tmx<'_, R> {
    type Item = io::Result<(usize, PairRead)>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.done {
            let stop = match self.step() {
                Ok(None) => continue,
                Ok(Some(pair)) => return Some(Ok(pair)),
                Err(stop) => stop,
            };
            self.done = true;
            return match stop {
                Stop::End => None,
                Stop::Io(error) => Some(Err(error)),
                Stop::Broken(line, what) => {
                    let what = format!("nothing is read from here on: {what}");
                    Some(Ok((line, Err(PairFinding::broken(what)))))
                }
            };
        }
        None
    }
}

impl Unit {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match tag.local_name().as_ref() {
            "tuv" => {
                // Version 1.1 has `lang` without a namespace.
                let language = attribute(tag, &["xml:lang", "lang"]);
                if language.is_none() {
                    self.broken
                        .get_or_insert_with(|| "a `tuv` has no `xml:lang`: say its language".to_owned());
                }
                self.texts.push((language.unwrap_or_default(), String::new()));
            }
            "seg" => self.is_text = true,
            name if is_mark(name) => {
                if name == "ph" {
                    self.say(" ");
                }
                self.marks += 1;
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "seg" => self.is_text = false,
            name if is_mark(name) => self.marks = self.marks.saturating_sub(1),
            _ => {}
        }
    }

    fn say(&mut self, text: &str) {
        if !self.is_text || self.marks > 0 {
            return;
        }
        let length: usize = self.texts.iter().map(|(_, text)| text.len()).sum();
        if length + text.len() > MOST {
            self.broken.get_or_insert_with(|| "its texts are longer than 16 MiB: divide them".to_owned());
        } else if let Some((_, own)) = self.texts.last_mut() {
            own.push_str(text);
        }
    }

    fn pair(mut self, locales: [&str; 2], wrong: Option<u8>) -> PairRead {
        let is_wrong = |_: &u8| self.texts.iter().any(|(_, text)| text.contains('\u{FFFD}'));
        if let Some(byte) = wrong.filter(is_wrong) {
            let what = format!(
                "not UTF-8: bytes of this unit (such as 0x{byte:02X}) fit no character; save the file as UTF-8"
            );
            return Err(PairFinding::broken(what));
        }
        if let Some(what) = self.broken {
            return Err(PairFinding::broken(what));
        }
        let [source, target] = locales.map(|locale| in_locale(&self.texts, locale));
        let (Some(source), Some(target)) = (source, target) else {
            let missing = if source.is_none() { locales[0] } else { locales[1] };
            let has: Vec<&str> = self.texts.iter().map(|(language, _)| language.as_str()).collect();
            let what =
                format!("this unit has no text in {missing}, so it is left out; it has {}", has.join(", "));
            return Err(PairFinding { severity: Severity::Note, ..PairFinding::broken(what) });
        };
        let mut text =
            |at: usize| self.texts.get_mut(at).map(|(_, text)| std::mem::take(text)).unwrap_or_default();
        Ok(Pair { source: text(source), target: text(target), id: self.id })
    }
}

/// Elements that hold marks of another program and no text.
fn is_mark(name: &str) -> bool {
    matches!(name, "bpt" | "ept" | "it" | "ph" | "ut")
}

/// The place of the text in a locale: in that very one, else in a narrower or a wider one (`en` and `en-US`).
fn in_locale(texts: &[(String, String)], locale: &str) -> Option<usize> {
    let begins = |tag: &str, with: &str| {
        let (Some(start), rest) = (tag.get(..with.len()), tag.get(with.len()..)) else { return false };
        start.eq_ignore_ascii_case(with) && rest.is_some_and(|rest| rest.starts_with('-'))
    };
    let of = |is_it: &dyn Fn(&str) -> bool| texts.iter().position(|(language, _)| is_it(language));
    of(&|tag| tag.eq_ignore_ascii_case(locale))
        .or_else(|| of(&|tag| begins(tag, locale) || begins(locale, tag)))
}

fn attribute(tag: &BytesStart<'_>, names: &[&str]) -> Option<String> {
    let attributes: Vec<_> = tag.attributes().filter_map(Result::ok).collect();
    let value = names.iter().find_map(|name| attributes.iter().find(|it| it.key.as_ref() == *name));
    let value = quick_xml::escape::unescape(&value?.value).ok()?;
    Some(value.trim().replace('_', "-"))
}

use std::io::{self, BufRead};

use super::bookmark::{Bookmark, Records};
use super::encoding::Transcoded;
use super::line::{Line, read_line};
use super::record::JsonRecord;
use crate::error::{Error, Place};

/// The objects of JSON Lines, or of JSON.
pub(super) struct Json {
    layout: Layout,
    name: String,
    input: Transcoded,
    limit: usize,
    /// The byte to be read.
    next: Bookmark,
    at_end: bool,
}

/// How objects are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// One a line; blank lines are passed over.
    Lines,
    /// In an array, or one after the other: what stands between braces, whatever separates them.
    Objects,
}

/// Where a byte leaves an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Inside,
    /// The object's last brace.
    Closed,
    /// A line ends inside a string, which JSON does not allow: a quotation mark is missing.
    Broken,
}

/// How far an object is open.
#[derive(Debug, Default)]
struct Depth {
    braces: usize,
    in_string: bool,
    /// The byte before was a backslash in a string.
    is_escaped: bool,
}

impl Json {
    pub(super) fn new(layout: Layout, name: String, input: Transcoded, limit: usize) -> Self {
        Self {
            layout,
            name,
            input,
            limit,
            next: Bookmark::default(),
            at_end: false,
        }
    }

    fn next_line(&mut self) -> Option<Result<JsonRecord, Error>> {
        while !self.at_end {
            let (mut bytes, mut length) = (Vec::new(), 0);
            let start = self.next.bytes;
            let read = read_line(
                &mut self.input.reader,
                self.limit,
                &mut bytes,
                &mut length,
                |_| {},
            );
            self.next.bytes += length;
            self.next.lines += 1;
            let place = || Place::line(&self.name, self.next.lines);
            match read {
                Ok(Line::End) => {
                    self.at_end = true;
                    return (self.next.bytes == 0).then(|| Err(Error::empty(self.name.as_str())));
                }
                Ok(Line::Whole) if bytes.trim_ascii().is_empty() => {}
                Ok(Line::Whole) => {
                    return Some(Ok(JsonRecord {
                        place: place(),
                        bytes,
                        start: self.input.is_raw.then_some(start),
                        encoding: self.input.encoding,
                    }));
                }
                Ok(Line::TooLong) => return Some(Err(Error::too_long(place(), self.limit))),
                Err(error) => {
                    self.at_end = true;
                    return Some(Err(Error::read(self.name.as_str(), error)));
                }
            }
        }
        None
    }

    fn next_object(&mut self) -> Option<Result<JsonRecord, Error>> {
        let read = match self.skip_to_object() {
            Ok(Some(line)) => {
                let place = Place::line(&self.name, line);
                Ok(Err(Error::record(
                    place,
                    "expected JSON objects, found something else",
                )))
            }
            Ok(None) if self.at_end => {
                return (self.next.bytes == 0).then(|| Err(Error::empty(self.name.as_str())));
            }
            Ok(None) => self.object(),
            Err(error) => Err(error),
        };
        Some(read.unwrap_or_else(|error| {
            self.at_end = true;
            Err(Error::read(self.name.as_str(), error))
        }))
    }

    /// Up to the next brace that opens: the line of what stands before and belongs to no object,
    /// if something does.
    fn skip_to_object(&mut self) -> io::Result<Option<u64>> {
        let mut stray = None;
        loop {
            let buffer = self.input.reader.fill_buf()?;
            let opens = memchr::memchr(b'{', buffer);
            let skipped = opens.unwrap_or(buffer.len());
            for byte in &buffer[..skipped] {
                match byte {
                    b'\n' => self.next.lines += 1,
                    b'[' | b']' | b'}' | b',' | b' ' | b'\t' | b'\r' => {}
                    _ => stray = stray.or(Some(self.next.lines + 1)),
                }
            }
            self.at_end = buffer.is_empty();
            self.input.reader.consume(skipped);
            self.next.bytes += skipped as u64;
            if opens.is_some() || self.at_end {
                return Ok(stray);
            }
        }
    }

    /// The object whose brace is the next byte.
    fn object(&mut self) -> io::Result<Result<JsonRecord, Error>> {
        let start = self.next.bytes;
        let place = Place::line(&self.name, self.next.lines + 1);
        let (mut bytes, mut length) = (Vec::new(), 0);
        let mut depth = Depth::default();
        loop {
            let buffer = self.input.reader.fill_buf()?;
            if buffer.is_empty() {
                self.at_end = true;
                let reason = "broken JSON: the input ends inside this object";
                return Ok(Err(Error::record(place, reason)));
            }
            let ends = buffer.iter().position(|&byte| {
                self.next.lines += u64::from(byte == b'\n');
                depth.after(byte) != Step::Inside
            });
            let read = ends.map_or(buffer.len(), |at| at + 1);
            length += read;
            if length <= self.limit {
                bytes.extend_from_slice(&buffer[..read]);
            } else {
                // Not clear(): what was allocated for it goes as well.
                bytes = Vec::new();
            }
            self.input.reader.consume(read);
            self.next.bytes += read as u64;
            if ends.is_some() {
                break;
            }
        }
        if depth.braces > 0 {
            let reason = "broken JSON: a string has no closing quotation mark before its line ends";
            return Ok(Err(Error::record(
                Place::line(&self.name, self.next.lines),
                reason,
            )));
        }
        if length > self.limit {
            return Ok(Err(Error::too_long(place, self.limit)));
        }
        Ok(Ok(JsonRecord {
            place,
            bytes,
            start: self.input.is_raw.then_some(start),
            encoding: self.input.encoding,
        }))
    }
}

impl Records for Json {
    fn bookmark(&self) -> Option<Bookmark> {
        (self.input.file.is_some() && !self.at_end).then_some(self.next)
    }

    fn go_to(&mut self, bookmark: Bookmark) -> Result<(), Error> {
        self.next = bookmark;
        let found = self.input.go_to(bookmark.bytes);
        found.map_err(|error| Error::read(self.name.as_str(), error))
    }
}

impl Iterator for Json {
    type Item = Result<JsonRecord, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match self.layout {
            _ if self.at_end => None,
            Layout::Lines => self.next_line(),
            Layout::Objects => self.next_object(),
        }
    }
}

impl Depth {
    fn after(&mut self, byte: u8) -> Step {
        if self.in_string {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => self.in_string = false,
                b'\n' => return Step::Broken,
                _ => {}
            }
            return Step::Inside;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' => self.braces += 1,
            b'}' => self.braces -= 1,
            _ => {}
        }
        if self.braces == 0 {
            Step::Closed
        } else {
            Step::Inside
        }
    }
}

use std::io::{self, BufRead};

use serde_json::Value;

use super::bookmark::{Bookmark, Records};
use super::encoding::{Transcoded, utf8};
use super::field::{Fields, ID, TEXT};
use super::line::{Line, read_line};
use super::record::kept;
use super::source::PlainFile;
use super::{Article, unread::Unread};
use crate::error::{Error, Place};

/// The records of a CSV or TSV below its header line.
pub(super) struct Table {
    name: String,
    input: Unread<Box<dyn BufRead + Send>>,
    file: Option<PlainFile>,
    shape: Shape,
    fields: Fields,
    limit: usize,
    /// The header's cells, and for each field its column; `None` before the header is read.
    header: Option<Header>,
    /// The line to be read.
    next: Bookmark,
    at_end: bool,
}

/// How cells are told apart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shape {
    pub(super) delimiter: u8,
    /// Whether invalid UTF-8 is still to be found.
    is_raw: bool,
    encoding: &'static str,
}

#[derive(Debug, Clone)]
struct Header {
    cells: usize,
    /// For each field its column.
    columns: Vec<usize>,
}

/// The bytes of one record of a table.
#[derive(Debug)]
pub(super) struct Row {
    place: Place,
    bytes: Vec<u8>,
    shape: Shape,
    header: Header,
}

/// The number of a record's first line, and its bytes.
type Numbered = (u64, Vec<u8>);

/// Why a file is none that can be read: it may come from an old Macintosh.
const RETURNS: &str =
    "its lines end with carriage returns alone; tr '\\r' '\\n' makes line ends of them";

/// Where a place in a record is, by the quotation marks before it. A mark inside a cell that does
/// not begin with one is nothing special.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quoting {
    /// A cell begins, or a record.
    Cell,
    Unquoted,
    Quoted,
    /// A mark inside a quoted cell: the last one, or the first of two.
    Mark,
    /// A carriage return behind such a mark.
    Return,
    /// The record has ended with its line.
    Ended,
    /// Something follows a closing mark: a mark is missing somewhere before.
    Broken,
}

impl Table {
    pub(super) fn new(
        name: String,
        input: Transcoded,
        delimiter: u8,
        fields: Fields,
        limit: usize,
    ) -> Self {
        let shape = Shape {
            delimiter,
            is_raw: input.is_raw,
            encoding: input.encoding,
        };
        Self {
            name,
            input: Unread::new(input.reader),
            file: input.file,
            shape,
            fields,
            limit,
            header: None,
            next: Bookmark::default(),
            at_end: false,
        }
    }

    /// The next record that is not blank, with the number of its first line; `None` at the end.
    fn record(&mut self) -> io::Result<Option<Result<Numbered, Error>>> {
        let (mut record, mut line, mut length) = (Vec::new(), Vec::new(), 0);
        let mut first = self.next.lines + 1;
        let (mut quoting, mut is_too_long) = (Quoting::Cell, false);
        loop {
            let is_open = quoting != Quoting::Cell;
            let see = |part: &[u8]| quoting = quoting.after(part, self.shape.delimiter);
            let read = read_line(&mut self.input, self.limit, &mut line, &mut length, see)?;
            self.next.bytes += length;
            if read == Line::End && !is_open {
                return Ok(None);
            }
            if read == Line::Whole && !is_open && line.trim_ascii().is_empty() {
                self.next.lines += 1;
                first = self.next.lines + 1;
                quoting = Quoting::Cell;
                continue;
            }
            if read == Line::End {
                // An open cell never closes: its mark is the broken one.
                quoting = Quoting::Broken;
            }
            is_too_long |= read == Line::TooLong || record.len() + line.len() > self.limit;
            if quoting == Quoting::Broken && !is_too_long {
                return Ok(Some(Err(self.broken(first, record, &line))));
            }
            self.next.lines += u64::from(read != Line::End);
            if is_too_long {
                // Not clear(): what was allocated for it goes as well.
                record = Vec::new();
            } else {
                record.extend_from_slice(&line);
            }
            if quoting != Quoting::Quoted {
                let place = Place::line(&self.name, first);
                return Ok(Some(if is_too_long {
                    Err(Error::too_long(place, self.limit))
                } else {
                    Ok((first, record))
                }));
            }
        }
    }

    /// Reads on behind the record's first line.
    fn broken(&mut self, first: u64, mut record: Vec<u8>, line: &[u8]) -> Error {
        record.extend_from_slice(line);
        let end = memchr::memchr(b'\n', &record).map_or(record.len(), |end| end + 1);
        self.input.unread(&record[end..]);
        self.next.bytes -= (record.len() - end) as u64;
        self.next.lines = first;
        if self.header.is_none() && has_lone_return(&record[..end]) {
            return Error::unreadable(self.name.as_str(), RETURNS);
        }
        let reason = "broken CSV: a quotation mark is missing, or stands inside a cell undoubled";
        Error::record(Place::line(&self.name, first), reason)
    }

    fn read_header(&mut self) -> io::Result<Option<Result<Header, Error>>> {
        let Some(record) = self.record()? else {
            return Ok(None);
        };
        Ok(Some(record.and_then(|(_, bytes)| {
            let cells = cells(&utf8(bytes, None).text, self.shape.delimiter)
                .ok_or_else(|| Error::unreadable(self.name.as_str(), RETURNS))?;
            self.columns(&cells)
        })))
    }

    fn columns(&self, cells: &[String]) -> Result<Header, Error> {
        let column = |(field, name): (usize, &String)| {
            let column = cells.iter().position(|cell| cell == name);
            column.ok_or_else(|| no_column(field, name, &self.name, cells))
        };
        let columns = self.fields.names().iter().enumerate().map(column);
        Ok(Header {
            cells: cells.len(),
            columns: columns.collect::<Result<_, _>>()?,
        })
    }

    fn row(&mut self) -> io::Result<Option<Result<Row, Error>>> {
        let header = match &self.header {
            Some(header) => header.clone(),
            None => match self.read_header()? {
                None => {
                    self.at_end = true;
                    return Ok(Some(Err(Error::empty(self.name.as_str()))));
                }
                Some(Err(error)) => {
                    self.at_end = true;
                    return Ok(Some(Err(error)));
                }
                Some(Ok(header)) => self.header.insert(header).clone(),
            },
        };
        let record = self.record()?;
        self.at_end = record.is_none();
        Ok(record.map(|record| {
            record.map(|(line, bytes)| Row {
                place: Place::line(&self.name, line),
                bytes,
                shape: self.shape,
                header,
            })
        }))
    }
}

impl Records for Table {
    fn bookmark(&self) -> Option<Bookmark> {
        (self.file.is_some() && !self.at_end).then_some(self.next)
    }

    fn go_to(&mut self, bookmark: Bookmark) -> Result<(), Error> {
        let name = self.name.clone();
        let read = |error| Error::read(name.as_str(), error);
        self.header = self.read_header().map_err(read)?.transpose()?;
        if let Some(file) = &self.file {
            self.input = Unread::new(file.behind(bookmark.bytes).map_err(read)?);
        }
        self.next = bookmark;
        Ok(())
    }
}

impl Iterator for Table {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at_end {
            return None;
        }
        self.row().unwrap_or_else(|error| {
            self.at_end = true;
            Some(Err(Error::read(self.name.as_str(), error)))
        })
    }
}

impl Row {
    pub(super) fn size(&self) -> usize {
        self.bytes.len()
    }

    pub(super) fn article(self, fields: &Fields) -> Result<Article, Error> {
        let decoded = utf8(self.bytes, None);
        let Some(mut cells) = cells(&decoded.text, self.shape.delimiter) else {
            let reason = "a carriage return stands alone, outside quotation marks";
            return Err(Error::record(self.place, reason));
        };
        if cells.len() != self.header.cells {
            let (found, expected) = (cells.len(), self.header.cells);
            let reason = format!("{found} cells, and the header has {expected}");
            return Err(Error::record(self.place, reason));
        }
        let columns = &self.header.columns;
        let id = cells[columns[ID]].clone();
        if id.is_empty() {
            let reason = format!("column '{}' is empty, expected an id", fields.names()[ID]);
            return Err(Error::record(self.place, reason));
        }
        let kept_columns = columns
            .iter()
            .map(|&column| Some(Value::from(cells[column].as_str())));
        let kept = kept(kept_columns.collect());
        let text = std::mem::take(&mut cells[columns[TEXT]]);
        let is_replaced = match decoded.bad {
            Some(_) => true,
            None => !self.shape.is_raw && decoded.text.contains(char::REPLACEMENT_CHARACTER),
        };
        let mut article = Article {
            id,
            text,
            kept,
            repaired: is_replaced,
            ..Article::default()
        };
        if is_replaced {
            article
                .notices
                .push(Error::repaired(self.place, self.shape.encoding, None));
        }
        Ok(article)
    }
}

/// The cells of one record; `None` where a carriage return ends it before its line does.
fn cells(record: &str, delimiter: u8) -> Option<Vec<String>> {
    let mut reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
    let mut output = vec![0; record.len() + 1];
    let mut ends = vec![0; memchr::memchr_iter(delimiter, record.as_bytes()).count() + 2];
    let (result, read, written, count) =
        reader.read_record(record.as_bytes(), &mut output, &mut ends);
    let count = if result == csv_core::ReadRecordResult::Record {
        if !record[read..].trim_matches(['\r', '\n']).is_empty() {
            return None;
        }
        count
    } else {
        // The last record of a file without a line end is known to be complete by an empty read.
        let (_, _, _, rest) = reader.read_record(
            &record.as_bytes()[read..],
            &mut output[written..],
            &mut ends[count..],
        );
        count + rest
    };
    let mut start = 0;
    let cell = |&end: &usize| {
        let cell = String::from_utf8_lossy(&output[start..end]).into_owned();
        start = end;
        cell
    };
    Some(ends[..count].iter().map(cell).collect())
}

fn has_lone_return(line: &[u8]) -> bool {
    memchr::memchr_iter(b'\r', line).any(|at| line.get(at + 1).is_some_and(|&it| it != b'\n'))
}

impl Quoting {
    fn after(mut self, part: &[u8], delimiter: u8) -> Self {
        let mut at = 0;
        while let Some(&byte) = part.get(at) {
            at += 1;
            self = match (self, byte) {
                (Self::Quoted, _) => {
                    let Some(mark) = memchr::memchr(b'"', &part[at - 1..]) else {
                        return self;
                    };
                    at += mark;
                    Self::Mark
                }
                (Self::Cell, b'"') | (Self::Mark, b'"') => Self::Quoted,
                (Self::Broken | Self::Ended, _) => return self,
                (Self::Cell | Self::Unquoted | Self::Mark | Self::Return, b'\n') => Self::Ended,
                (Self::Cell | Self::Unquoted | Self::Mark, byte) if byte == delimiter => Self::Cell,
                (Self::Mark, b'\r') => Self::Return,
                (Self::Mark | Self::Return, _) => Self::Broken,
                (Self::Cell | Self::Unquoted, _) => {
                    let next = memchr::memchr2(delimiter, b'\n', &part[at..]);
                    at += next.unwrap_or(part.len() - at);
                    Self::Unquoted
                }
            };
        }
        self
    }
}

/// A column that is read, by its place among the [`Fields`], is not there.
pub(super) fn no_column(field: usize, name: &str, source: &str, columns: &[String]) -> Error {
    let other = columns
        .first()
        .and_then(|it| it.chars().find(|c| ";,\t|".contains(*c)));
    let hint = match field {
        _ if columns.len() == 1 && other.is_some() => "--delimiter says what separates cells",
        ID => "--id-column names another",
        TEXT => "--text-column names another",
        _ => "--keep asks for it",
    };
    Error::no_column(source, name, columns.iter().map(String::as_str), hint)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_tell_how_a_record_goes_on() {
        let after = |from: Quoting, text: &str| {
            let whole = from.after(text.as_bytes(), b',');
            let pieces = text
                .as_bytes()
                .chunks(1)
                .fold(from, |it, byte| it.after(byte, b','));
            assert_eq!(pieces, whole, "{text}");
            whole
        };
        assert_eq!(after(Quoting::Cell, "1,\"a, b\",c\r\n"), Quoting::Ended);
        assert_eq!(after(Quoting::Cell, "1,\"a\"\r\n"), Quoting::Ended);
        assert_eq!(after(Quoting::Cell, "1,a \"b\" c\n"), Quoting::Ended);
        assert_eq!(after(Quoting::Cell, "1,\"a \"\"b\"\"\n"), Quoting::Quoted);
        assert_eq!(after(Quoting::Quoted, "b\"\"\",c\n"), Quoting::Ended);
        assert_eq!(after(Quoting::Quoted, "2,\"b\"\n"), Quoting::Broken);
        assert_eq!(after(Quoting::Cell, "\"a\"b\n"), Quoting::Broken);
    }

    #[test]
    fn cells_are_unquoted() {
        assert_eq!(
            cells("1,\"a \"\"b\"\"\nc\",", b',').unwrap(),
            ["1", "a \"b\"\nc", ""]
        );
        assert_eq!(cells("1\ta,b\r\n", b'\t').unwrap(), ["1", "a,b"]);
        assert_eq!(cells("1,\"a\rb\"\r\n", b',').unwrap(), ["1", "a\rb"]);
        assert_eq!(cells("1,a\r\r\n", b',').unwrap(), ["1", "a"]);
        assert_eq!(cells("1,a\r2,b\n", b','), None);
    }
}

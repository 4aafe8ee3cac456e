use std::io::{self, BufRead};

/// What [`read_line`] has read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing: the input is at its end.
    End,
    /// A line, with its line feed where it has one.
    Whole,
    /// A line longer than allowed: it was passed over.
    TooLong,
}

/// Reads a line into `line`, which holds at most `limit` bytes whatever the line's length; `length`
/// is what was read of the input, and `see` sees all of it in pieces.
pub(super) fn read_line(
    reader: &mut impl BufRead,
    limit: usize,
    line: &mut Vec<u8>,
    length: &mut u64,
    mut see: impl FnMut(&[u8]),
) -> io::Result<Line> {
    line.clear();
    *length = 0;
    loop {
        let buffer = match reader.fill_buf() {
            Ok(buffer) => buffer,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        let end = memchr::memchr(b'\n', buffer);
        let part = &buffer[..end.map_or(buffer.len(), |end| end + 1)];
        if part.is_empty() {
            break;
        }
        see(part);
        let read = part.len();
        *length += read as u64;
        if *length <= limit as u64 {
            line.extend_from_slice(part);
        } else {
            // Not clear(): what was allocated for it goes as well.
            *line = Vec::new();
        }
        reader.consume(read);
        if end.is_some() {
            break;
        }
    }
    Ok(match *length {
        0 => Line::End,
        length if length <= limit as u64 => Line::Whole,
        _ => Line::TooLong,
    })
}

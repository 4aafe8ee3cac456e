use std::borrow::Cow;

use quotary::Cell;

/// How cells become lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) delimiter: u8,
    /// With CRLF, and no cell that a spreadsheet takes for a formula.
    pub(super) is_excel: bool,
}

impl Style {
    /// Appends a line of cells to `out`, as RFC 4180 has it.
    ///
    /// Rows are written here and not by the `csv` crate, which copies each byte by itself and has a buffer
    /// of its own: for so many short cells that takes twice as long.
    pub(super) fn line<'c>(self, cells: impl IntoIterator<Item = Cell<'c>>, out: &mut Vec<u8>) {
        let start = out.len();
        for (place, cell) in cells.into_iter().enumerate() {
            if place > 0 {
                out.push(self.delimiter);
            }
            match cell {
                Cell::Text(text) => self.text(text, out),
                // Numbers and the names of flags have none of these bytes, and are no formula.
                other => other.write(out),
            }
        }
        // An empty line would be no row.
        if out.len() == start {
            quoted("", out);
        }
        out.extend_from_slice(if self.is_excel { b"\r\n" } else { b"\n" });
    }

    fn text(self, text: Cow<'_, str>, out: &mut Vec<u8>) {
        let text = if self.is_excel { harmless(text) } else { text };
        let is_special = |byte| byte == self.delimiter || SPECIAL[usize::from(byte)];
        if text.bytes().any(is_special) {
            quoted(&text, out);
        } else {
            out.extend_from_slice(text.as_bytes());
        }
    }
}

/// The bytes beside the delimiter with which a cell has to stand in marks.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    special[b'"' as usize] = true;
    special[b'\n' as usize] = true;
    special[b'\r' as usize] = true;
    special
};

/// Appends a cell in marks, and each mark in it twice.
fn quoted(cell: &str, out: &mut Vec<u8>) {
    out.push(b'"');
    for part in cell.split_inclusive('"') {
        out.extend_from_slice(part.as_bytes());
        if part.ends_with('"') {
            out.push(b'"');
        }
    }
    out.push(b'"');
}

/// A cell that a spreadsheet would run gets an apostrophe, which spreadsheets do not show.
fn harmless(cell: Cow<'_, str>) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}").into()
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(is_excel: bool, cells: &[&str]) -> String {
        let style = Style {
            delimiter: b',',
            is_excel,
        };
        let mut out = Vec::new();
        style.line(cells.iter().map(|&cell| Cell::from(cell)), &mut out);
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn cells_are_quoted_where_they_have_to_be() {
        assert_eq!(
            written(false, &["a", "b,c", "\"d\"\n", ""]),
            "a,\"b,c\",\"\"\"d\"\"\n\",\n"
        );
        assert_eq!(
            written(false, &["\r", "“d”", "\"\""]),
            "\"\r\",“d”,\"\"\"\"\"\"\n"
        );
    }

    #[test]
    fn an_empty_cell_alone_is_a_row() {
        assert_eq!(written(false, &[""]), "\"\"\n");
        assert_eq!(written(true, &["", ""]), ",\r\n");
    }

    #[test]
    fn lines_are_those_of_the_csv_crate() {
        let cells = ["", "a", "\"", "b\"c", ",", "d\ne", "\r", ";\t", "é–"];
        for one in cells {
            for other in cells {
                let mut writer = csv::Writer::from_writer(Vec::new());
                writer.write_record([one, other]).expect("in memory");
                let expected = writer.into_inner().expect("in memory");
                assert_eq!(written(false, &[one, other]).as_bytes(), expected);
            }
        }
    }

    #[test]
    fn formulas_are_harmless_in_spreadsheets_only() {
        assert_eq!(
            written(true, &["=1+1", "-2", "@x", "1-2"]),
            "'=1+1,'-2,'@x,1-2\r\n"
        );
        assert_eq!(written(false, &["=1+1", "-2"]), "=1+1,-2\n");
    }
}

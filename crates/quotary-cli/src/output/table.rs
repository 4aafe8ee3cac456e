use std::borrow::Cow;

/// How cells become lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) delimiter: u8,
    /// With CRLF, and no cell that a spreadsheet takes for a formula.
    pub(super) is_excel: bool,
}

impl Style {
    /// Appends lines of cells.
    pub(super) fn write<'c, L>(self, lines: impl IntoIterator<Item = L>, out: &mut Vec<u8>)
    where
        L: IntoIterator<Item = Cow<'c, str>>,
    {
        let terminator = if self.is_excel {
            csv::Terminator::CRLF
        } else {
            csv::Terminator::Any(b'\n')
        };
        let mut writer = csv::WriterBuilder::new()
            .delimiter(self.delimiter)
            .terminator(terminator)
            .buffer_capacity(BUFFER)
            .from_writer(out);
        for line in lines {
            for cell in line {
                let cell = if self.is_excel { harmless(cell) } else { cell };
                writer.write_field(cell.as_bytes()).expect(IN_MEMORY);
            }
            writer.write_record(None::<&[u8]>).expect(IN_MEMORY);
        }
        writer.flush().expect(IN_MEMORY);
    }
}

/// Rows have some hundred bytes; a larger buffer costs more to clear than it saves.
const BUFFER: usize = 1 << 9;

/// Why a row can always be written.
const IN_MEMORY: &str = "memory takes all bytes, and rows have as many cells as the header";

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
        style.write([cells.iter().map(|&cell| Cow::from(cell))], &mut out);
        String::from_utf8(out).expect("text")
    }

    #[test]
    fn cells_are_quoted_where_they_have_to_be() {
        assert_eq!(
            written(false, &["a", "b,c", "\"d\"\n", ""]),
            "a,\"b,c\",\"\"\"d\"\"\n\",\n"
        );
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

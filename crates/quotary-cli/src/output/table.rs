use quotary::{Row, Rows};

use crate::arguments::Format;

/// What stands above the first row.
pub(super) fn render_header(format: Format, out: &mut Vec<u8>) {
    if format == Format::Csv {
        csv::Writer::from_writer(out)
            .write_record(Row::COLUMNS)
            .expect(IN_MEMORY);
    }
}

pub(super) fn render_rows(format: Format, rows: Rows<'_, '_>, out: &mut Vec<u8>) {
    match format {
        Format::Csv => {
            let mut writer = csv::Writer::from_writer(out);
            for row in rows {
                let cells = row.cells();
                writer
                    .write_record(cells.iter().map(|cell| cell.as_bytes()))
                    .expect(IN_MEMORY);
            }
        }
        Format::Jsonl => {
            for row in rows {
                serde_json::to_writer(&mut *out, &row).expect(IN_MEMORY);
                out.push(b'\n');
            }
        }
    }
}

/// Why a row can always be written.
const IN_MEMORY: &str = "memory takes all bytes, and rows have as many cells as the header";

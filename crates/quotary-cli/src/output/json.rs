use super::column::{Columns, Extra};
use super::record::Record;

/// Appends a row as one JSON object.
pub(super) fn write_row(columns: &Columns, row: &impl Record, extra: Extra<'_>, out: &mut Vec<u8>) {
    let written = if columns.are_rows() {
        serde_json::to_writer(out, row)
    } else {
        serde_json::to_writer(out, &columns.object(row, extra))
    };
    written.expect("memory takes all bytes, and rows are JSON");
}

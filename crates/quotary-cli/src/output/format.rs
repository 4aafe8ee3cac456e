use std::path::Path;

use super::column::{Columns, Extra};
use super::json;
use super::record::Record;
use super::table::Style;
use crate::arguments::Format;

/// How rows become bytes, a format and its columns.
#[derive(Debug, Clone)]
pub(crate) struct Writing {
    format: Format,
    columns: Columns,
    is_excel: bool,
}

impl Format {
    /// By the extension of the file that is written.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        match extension(path)?.as_str() {
            "csv" => Some(Self::Csv),
            "tsv" | "tab" => Some(Self::Tsv),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            "json" => Some(Self::Json),
            "parquet" | "pq" => Some(Self::Parquet),
            _ => None,
        }
    }

    /// Whether the extension promises what no table is written as: then a CSV would be found broken
    /// by whoever opens it.
    pub(crate) fn is_other(path: &Path) -> bool {
        const OTHERS: [&str; 14] = [
            "arrow", "avro", "bz2", "db", "duckdb", "feather", "gz", "ods", "sqlite", "xls",
            "xlsx", "xz", "zip", "zst",
        ];
        extension(path).is_some_and(|it| OTHERS.contains(&it.as_str()))
    }
}

fn extension(path: &Path) -> Option<String> {
    Some(path.extension()?.to_string_lossy().to_ascii_lowercase())
}

impl Writing {
    pub(crate) fn new(format: Format, columns: Columns, is_excel: bool) -> Self {
        Self {
            format,
            columns,
            is_excel,
        }
    }

    /// What stands above the first row.
    pub(crate) fn header(&self) -> Vec<u8> {
        let mut out = Vec::new();
        if let Some(style) = self.style() {
            if self.is_excel {
                out.extend_from_slice("\u{FEFF}".as_bytes());
            }
            style.line(
                self.columns.names().iter().map(|it| it.as_str().into()),
                &mut out,
            );
        } else if self.format == Format::Json {
            out.push(b'[');
        }
        out
    }

    /// Appends a row of an article. In an array it begins with the comma that separates it from the
    /// one before: see [`between`](Self::between).
    pub(super) fn row(&self, row: &impl Record, extra: Extra<'_>, out: &mut Vec<u8>) {
        if let Some(style) = self.style() {
            style.line(self.columns.cells(row, extra), out);
            return;
        }
        if self.format == Format::Json {
            out.extend_from_slice(b",\n");
        }
        json::write_row(&self.columns, row, extra, out);
        if self.format != Format::Json {
            out.push(b'\n');
        }
    }

    /// Bytes before the rows of an article that the first article with rows goes without.
    pub(crate) fn between(&self) -> usize {
        usize::from(self.format == Format::Json)
    }

    /// What stands below the last row.
    pub(crate) fn footer(&self) -> &'static [u8] {
        if self.format == Format::Json {
            b"\n]\n"
        } else {
            b""
        }
    }

    /// The columns of the table that the rows written as JSON Lines are made into at the end: a
    /// Parquet file is complete only as a whole.
    #[cfg(feature = "parquet")]
    pub(super) fn is_made_at_the_end(&self) -> Option<&Columns> {
        (self.format == Format::Parquet).then_some(&self.columns)
    }

    fn style(&self) -> Option<Style> {
        let delimiter = match self.format {
            Format::Csv => b',',
            Format::Tsv => b'\t',
            Format::Jsonl | Format::Json | Format::Parquet => return None,
        };
        Some(Style {
            delimiter,
            is_excel: self.is_excel,
        })
    }
}

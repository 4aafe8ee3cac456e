use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical, ZstdLevel};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int64Type};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{
    SerializedColumnWriter, SerializedFileWriter, SerializedRowGroupWriter,
};
use parquet::schema::types::{Type, TypePtr};
use serde_json::{Map, Value};

use super::column::{Columns, text};

/// Makes a Parquet file of rows that were written as JSON Lines: a Parquet file has its directory
/// at its end, so one that broke off could not be gone on with.
pub(super) fn convert(rows: &Path, to: &Path, columns: &Columns) -> io::Result<()> {
    let mut lines = BufReader::new(File::open(rows)?);
    let file = File::create(to)?;
    let written = write(&mut lines, file, columns.names());
    written.map_err(|error| match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    })
}

/// Rows of one row group: what is read at once by whoever reads the file.
const ROWS: usize = 50_000;
/// Bytes of JSON of one row group at most: what is held in memory.
const BYTES: usize = 16 << 20;

fn write(lines: &mut impl BufRead, file: File, names: &[String]) -> Result<()> {
    let mut columns: Vec<Cells> = names.iter().map(|name| Cells::of(name)).collect();
    let types = names
        .iter()
        .zip(&columns)
        .map(|(name, cells)| cells.schema(name));
    let schema = Type::group_type_builder("quotations")
        .with_fields(types.collect::<Result<_>>()?)
        .build()?;
    let compression = Compression::ZSTD(ZstdLevel::default());
    let properties = WriterProperties::builder()
        .set_compression(compression)
        .build();
    let mut writer = SerializedFileWriter::new(file, Arc::new(schema), Arc::new(properties))?;
    let (mut line, mut rows, mut bytes) = (String::new(), 0, 0);
    loop {
        line.clear();
        let length = lines.read_line(&mut line)?;
        if length > 0 {
            let row: Map<String, Value> = serde_json::from_str(&line).map_err(io::Error::from)?;
            for (name, cells) in names.iter().zip(&mut columns) {
                cells.push(&row[name]);
            }
            rows += 1;
            bytes += length;
        }
        if rows > 0 && (length == 0 || rows == ROWS || bytes >= BYTES) {
            let mut group = writer.next_row_group()?;
            for cells in &mut columns {
                cells.write(&mut group)?;
            }
            group.close()?;
            (rows, bytes) = (0, 0);
        }
        if length == 0 {
            break;
        }
    }
    writer.close()?.file_metadata();
    Ok(())
}

/// The cells of one column that are not written yet.
enum Cells {
    Texts(Levelled<ByteArray>),
    Integers(Levelled<i64>),
    Numbers(Levelled<f64>),
    /// Lists of texts.
    Lists(Levelled<ByteArray>),
    /// Lists of pairs of integers, themselves lists.
    Ranges(Levelled<i64>),
}

/// Values with their levels of definition (how much of the path to the value is there) and of
/// repetition (which list goes on with it).
struct Levelled<T> {
    values: Vec<T>,
    definitions: Vec<i16>,
    repetitions: Vec<i16>,
}

impl Cells {
    /// As the column of that name has them.
    fn of(name: &str) -> Self {
        match name {
            "quote_id" | "parent_id" | "start" | "end" | "html_start" | "html_end"
            | "speaker_id" | "quotes" | "words" => Self::Integers(Levelled::new()),
            "confidence" => Self::Numbers(Levelled::new()),
            "flags" | "mentions" => Self::Lists(Levelled::new()),
            "spans" | "speaker_mention_spans" | "cue_spans" | "mention_spans" => {
                Self::Ranges(Levelled::new())
            }
            _ => Self::Texts(Levelled::new()),
        }
    }

    fn schema(&self, name: &str) -> Result<TypePtr> {
        let leaf = |name, physical, repetition| {
            let leaf = Type::primitive_type_builder(name, physical).with_repetition(repetition);
            let is_text = physical == Physical::BYTE_ARRAY;
            leaf.with_logical_type(is_text.then_some(LogicalType::String))
                .build()
                .map(Arc::new)
        };
        let (optional, required) = (Repetition::OPTIONAL, Repetition::REQUIRED);
        match self {
            Self::Texts(_) => leaf(name, Physical::BYTE_ARRAY, optional),
            Self::Integers(_) => leaf(name, Physical::INT64, optional),
            Self::Numbers(_) => leaf(name, Physical::DOUBLE, optional),
            Self::Lists(_) => list(name, leaf("element", Physical::BYTE_ARRAY, required)?),
            Self::Ranges(_) => list(
                name,
                list("element", leaf("element", Physical::INT64, required)?)?,
            ),
        }
    }

    fn push(&mut self, value: &Value) {
        let items = value.as_array().map_or(&[][..], Vec::as_slice);
        match self {
            Self::Texts(cells) => {
                let value = (!value.is_null()).then(|| text(value).into_owned().into_bytes());
                cells.push_optional(value.map(ByteArray::from));
            }
            Self::Integers(cells) => cells.push_optional(value.as_i64()),
            Self::Numbers(cells) => cells.push_optional(value.as_f64()),
            Self::Lists(cells) => {
                for (place, item) in items.iter().enumerate() {
                    let item = text(item).into_owned().into_bytes();
                    cells.push(ByteArray::from(item), 1, i16::from(place > 0));
                }
                cells.push_empty_unless(!items.is_empty());
            }
            Self::Ranges(cells) => {
                for (place, range) in items.iter().enumerate() {
                    let ends = range.as_array().map_or(&[][..], Vec::as_slice);
                    for (end, value) in ends.iter().enumerate() {
                        // The inner list goes on, or the outer one, or a row begins.
                        let repetition = if end > 0 { 2 } else { i16::from(place > 0) };
                        cells.push(value.as_i64().unwrap_or_default(), 2, repetition);
                    }
                }
                cells.push_empty_unless(!items.is_empty());
            }
        }
    }

    /// Into the next column of `group`; there are none afterwards.
    fn write(&mut self, group: &mut SerializedRowGroupWriter<'_, File>) -> Result<()> {
        let mut column = group
            .next_column()?
            .ok_or_else(|| ParquetError::General("fewer columns than the schema has".into()))?;
        match self {
            Self::Texts(cells) | Self::Lists(cells) => cells.write::<ByteArrayType>(&mut column)?,
            Self::Integers(cells) | Self::Ranges(cells) => cells.write::<Int64Type>(&mut column)?,
            Self::Numbers(cells) => cells.write::<DoubleType>(&mut column)?,
        }
        column.close()
    }
}

impl<T> Levelled<T> {
    fn new() -> Self {
        Self {
            values: Vec::new(),
            definitions: Vec::new(),
            repetitions: Vec::new(),
        }
    }

    fn push(&mut self, value: T, definition: i16, repetition: i16) {
        self.values.push(value);
        self.definitions.push(definition);
        self.repetitions.push(repetition);
    }

    fn push_optional(&mut self, value: Option<T>) {
        match value {
            Some(value) => self.push(value, 1, 0),
            None => self.push_empty_unless(false),
        }
    }

    /// A row with nothing in it.
    fn push_empty_unless(&mut self, is_there: bool) {
        if !is_there {
            self.definitions.push(0);
            self.repetitions.push(0);
        }
    }

    fn write<D: parquet::data_type::DataType<T = T>>(
        &mut self,
        column: &mut SerializedColumnWriter<'_>,
    ) -> Result<()> {
        let (definitions, repetitions) = (Some(&*self.definitions), Some(&*self.repetitions));
        column
            .typed::<D>()
            .write_batch(&self.values, definitions, repetitions)?;
        self.values.clear();
        self.definitions.clear();
        self.repetitions.clear();
        Ok(())
    }
}

/// `element` repeated, in the three levels that the format asks for.
fn list(name: &str, element: TypePtr) -> Result<TypePtr> {
    let repeated = Type::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![element])
        .build()?;
    let list = Type::group_type_builder(name)
        .with_repetition(Repetition::REQUIRED)
        .with_logical_type(Some(LogicalType::List))
        .with_fields(vec![Arc::new(repeated)])
        .build()?;
    Ok(Arc::new(list))
}

use std::fs::File;
use std::io::Seek;
use std::sync::Arc;

use parquet::basic::Type as PhysicalType;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use parquet::record::reader::{ReaderIter, TreeBuilder};
use parquet::schema::types::{SchemaDescPtr, SchemaDescriptor, Type};
use serde_json::Value;

use super::bookmark::{Bookmark, Records};
use super::field::{Fields, Picked, TEXT, at_path};
use super::record::kept;
use super::table::no_column;
use super::text::Reading;
use super::{Article, Source};
use crate::error::{Error, Place};

/// The rows of a Parquet file, a row group after the other, of the columns that are read.
pub(super) struct Rows {
    name: String,
    file: SerializedFileReader<File>,
    /// Of the columns that are read.
    schema: SchemaDescPtr,
    /// For each field, where its column stands among those, and the path from there on.
    columns: Vec<(usize, Option<String>)>,
    /// To be opened next.
    group: usize,
    rows: Option<ReaderIter>,
    /// Rows read so far.
    count: u64,
    limit: usize,
}

/// One row of the columns that are read.
#[derive(Debug)]
pub(super) struct Row {
    place: Place,
    picked: Picked,
    names: Vec<String>,
}

/// Rows decoded at once: each may hold a long article.
const BATCH: usize = 32;

impl Rows {
    pub(super) fn open(source: &Source, fields: &Fields, reading: &Reading) -> Result<Self, Error> {
        let name = source.name();
        let file = seekable(source, reading).map_err(|e| Error::read(name.as_str(), e))?;
        let file = SerializedFileReader::new(file).map_err(|e| unreadable(&name, &e))?;
        let root = file.metadata().file_metadata().schema();
        let has: Vec<String> = root
            .get_fields()
            .iter()
            .map(|it| it.name().to_owned())
            .collect();
        let mut read = Vec::new();
        let mut columns = Vec::new();
        for (field, wanted) in fields.names().iter().enumerate() {
            let (column, path) =
                find(wanted, &has).ok_or_else(|| no_column(field, wanted, &name, &has))?;
            if field == TEXT && path.is_none() && !is_text(&root.get_fields()[column]) {
                let has = has.join(", ");
                let reason = format!(
                    "column '{wanted}' holds no text; it has {has} (--text-column names another)"
                );
                return Err(Error::unreadable(name, reason));
            }
            let place = read
                .iter()
                .position(|&it| it == column)
                .unwrap_or(read.len());
            if place == read.len() {
                read.push(column);
            }
            columns.push((place, path));
        }
        let types = read
            .iter()
            .map(|&column| Arc::clone(&root.get_fields()[column]))
            .collect();
        let projection = Type::group_type_builder(root.name())
            .with_fields(types)
            .build();
        let projection = projection.map_err(|e| unreadable(&name, &e))?;
        Ok(Self {
            name,
            file,
            schema: Arc::new(SchemaDescriptor::new(Arc::new(projection))),
            columns,
            group: 0,
            rows: None,
            count: 0,
            limit: reading.limit,
        })
    }

    /// The rows of the next row group; `None` behind the last.
    fn open_group(&mut self) -> Option<Result<(), Error>> {
        if self.group == self.file.num_row_groups() {
            return None;
        }
        let group = self.file.get_row_group(self.group);
        self.group += 1;
        let rows = group.and_then(|group| {
            let builder = TreeBuilder::new().with_batch_size(BATCH);
            builder.as_iter(Arc::clone(&self.schema), &*group)
        });
        Some(match rows {
            Ok(rows) => {
                self.rows = Some(rows);
                Ok(())
            }
            Err(error) => Err(self.broken_group(&error)),
        })
    }

    fn broken_group(&self, error: &parquet::errors::ParquetError) -> Error {
        let group = self.group;
        let reason = format!("row group {group} from row {}: {error}", self.count + 1);
        Error::unreadable(self.name.as_str(), reason)
    }

    fn row(&mut self, row: parquet::record::Row) -> Row {
        let (names, values): (Vec<_>, Vec<_>) = row
            .into_columns()
            .into_iter()
            .map(|(name, field)| (name, value(field)))
            .unzip();
        self.count += 1;
        let pick = |(column, path): &(usize, Option<String>)| {
            let value: &Value = values.get(*column)?;
            match path {
                None => Some(value.clone()),
                Some(path) => at_path(value, path).cloned(),
            }
        };
        Row {
            place: Place::line(&self.name, self.count),
            picked: self.columns.iter().map(pick).collect(),
            names,
        }
    }
}

impl Records for Rows {
    /// Rows are numbered, and where they stand is the library's business.
    fn bookmark(&self) -> Option<Bookmark> {
        None
    }

    fn go_to(&mut self, _: Bookmark) -> Result<(), Error> {
        Ok(())
    }
}

impl Iterator for Rows {
    type Item = Result<Row, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.rows.as_mut().and_then(Iterator::next) {
                Some(Ok(row)) => {
                    let row = self.row(row);
                    let is_long = row.size() > self.limit;
                    return Some(if is_long {
                        Err(Error::too_long(row.place, self.limit))
                    } else {
                        Ok(row)
                    });
                }
                Some(Err(error)) => {
                    self.rows = None;
                    return Some(Err(self.broken_group(&error)));
                }
                None => {
                    self.rows = None;
                    if let Err(error) = self.open_group()? {
                        return Some(Err(error));
                    }
                }
            }
        }
    }
}

impl Row {
    /// Bytes of its strings.
    pub(super) fn size(&self) -> usize {
        let strings = self.picked.iter().flatten().filter_map(Value::as_str);
        strings.map(str::len).sum()
    }

    pub(super) fn article(mut self, fields: &Fields) -> Result<Article, Error> {
        let (id, text) = fields
            .id_and_text(&mut self.picked, || self.names.clone())
            .map_err(|reason| Error::record(self.place, reason))?;
        Ok(Article {
            id,
            text,
            kept: kept(self.picked),
            ..Article::default()
        })
    }
}

/// The column of that very name, or else one in whose values a path leads on from there.
fn find(wanted: &str, columns: &[String]) -> Option<(usize, Option<String>)> {
    let place = |name: &str| columns.iter().position(|it| it == name);
    let into = || {
        let mut dots = wanted.match_indices('.');
        dots.find_map(|(dot, _)| Some((place(&wanted[..dot])?, Some(wanted[dot + 1..].to_owned()))))
    };
    place(wanted).map(|column| (column, None)).or_else(into)
}

fn is_text(column: &Type) -> bool {
    column.is_primitive() && column.get_physical_type() == PhysicalType::BYTE_ARRAY
}

/// Parquet is read from its end: what is no plain file becomes one.
fn seekable(source: &Source, reading: &Reading) -> std::io::Result<File> {
    let is_plain = |path: &std::path::Path| {
        let mut head = [0; 4];
        let read = File::open(path).and_then(|mut file| {
            std::io::Read::read_exact(&mut file, &mut head)?;
            Ok(file.metadata()?.is_file())
        });
        read.unwrap_or(false) && head == *b"PAR1"
    };
    match source.path() {
        Some(path) if is_plain(path) => File::open(path),
        _ => {
            let mut file = tempfile::tempfile()?;
            std::io::copy(&mut source.open(&reading.meter)?, &mut file)?;
            file.rewind()?;
            Ok(file)
        }
    }
}

fn unreadable(name: &str, error: &parquet::errors::ParquetError) -> Error {
    Error::unreadable(
        name,
        format!("no Parquet file, or one that is cut off: {error}"),
    )
}

/// As JSON has it; what JSON has not is written out.
fn value(field: Field) -> Value {
    match field {
        Field::Null => Value::Null,
        Field::Bool(it) => it.into(),
        Field::Byte(it) => it.into(),
        Field::Short(it) => it.into(),
        Field::Int(it) => it.into(),
        Field::Long(it) => it.into(),
        Field::UByte(it) => it.into(),
        Field::UShort(it) => it.into(),
        Field::UInt(it) => it.into(),
        Field::ULong(it) => it.into(),
        Field::Float(it) => f64::from(it).into(),
        Field::Double(it) => it.into(),
        Field::Str(it) => it.into(),
        Field::Bytes(it) => String::from_utf8_lossy(it.data()).into_owned().into(),
        Field::Group(row) => {
            let fields = row.into_columns().into_iter();
            fields.map(|(name, field)| (name, value(field))).collect()
        }
        Field::ListInternal(list) => list.elements().iter().cloned().map(value).collect(),
        Field::MapInternal(map) => {
            let entries = map.entries().iter().cloned();
            let key = |key| match value(key) {
                Value::String(key) => key,
                other => other.to_string(),
            };
            let entries = entries.map(|(name, field)| (key(name), value(field)));
            entries.collect::<serde_json::Map<_, _>>().into()
        }
        other => other.to_string().into(),
    }
}

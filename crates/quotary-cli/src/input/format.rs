use std::iter;
use std::path::Path;
use std::sync::Arc;

use super::encoding::{Transcoded, transcoded};
use super::field::Fields;
use super::json::{Lines, Objects};
use super::table::Table;
use super::text::Reading;
use super::{Article, Meter, Source};
use crate::arguments::{Input, InputFormat};
use crate::error::Error;

/// An article to be read: found, but not yet made.
pub(crate) struct Task {
    /// Bytes that it takes in memory, about.
    pub(crate) size: usize,
    load: Load,
}

type Load = Box<dyn FnOnce() -> Result<Article, Error> + Send>;

/// The articles of a source, as they are asked for. An error is about one of them (or about the
/// rest of the source, then it is the last item).
pub(crate) type Articles = Box<dyn Iterator<Item = Result<Task, Error>> + Send>;

/// How sources are read.
#[derive(Debug)]
pub(crate) struct Settings {
    format: Option<InputFormat>,
    delimiter: Option<u8>,
    repairs_mojibake: bool,
    fields: Fields,
    reading: Reading,
}

impl Task {
    /// Reads it.
    pub(crate) fn load(self) -> Result<Article, Error> {
        (self.load)()
    }
}

impl Settings {
    pub(crate) fn new(input: &Input, meter: Arc<Meter>) -> Self {
        Self {
            format: input.input_format,
            delimiter: input.delimiter,
            repairs_mojibake: input.repair_mojibake,
            fields: Fields::new(&input.id_field, &input.text_field, &input.keep),
            reading: Reading {
                encoding: input.encoding,
                limit: input.max_document,
                meter,
            },
        }
    }

    /// The articles of `source`.
    pub(crate) fn articles(self: &Arc<Self>, source: Source) -> Articles {
        let format = self.format.unwrap_or_else(|| format_of(&source));
        let name = source.name();
        match format {
            InputFormat::Text => self.whole(source, Reading::text),
            InputFormat::Html => self.whole(source, Reading::html),
            InputFormat::Jsonl => self.records(&source, |input| {
                let records = Lines::new(name, input, self.reading.limit);
                self.tasks(
                    records,
                    |it| it.bytes.len(),
                    |it, fields| it.article(fields),
                )
            }),
            InputFormat::Json => self.records(&source, |input| {
                let records = Objects::new(name, input, self.reading.limit);
                self.tasks(
                    records,
                    |it| it.bytes.len(),
                    |it, fields| it.article(fields),
                )
            }),
            InputFormat::Csv | InputFormat::Tsv => self.records(&source, |input| {
                let usual = if format == InputFormat::Csv {
                    b','
                } else {
                    b'\t'
                };
                let delimiter = self.delimiter.unwrap_or(usual);
                let fields = self.fields.clone();
                let records = Table::new(name, input, delimiter, fields, self.reading.limit);
                self.tasks(records, |it| it.size(), |it, fields| it.article(fields))
            }),
            InputFormat::Parquet => self.columnar(&source),
        }
    }

    /// A file that is one article.
    fn whole(
        self: &Arc<Self>,
        source: Source,
        read: fn(&Reading, &Source) -> Result<Article, Error>,
    ) -> Articles {
        let settings = Arc::clone(self);
        let length = usize::try_from(source.length()).unwrap_or(usize::MAX);
        Box::new(iter::once(Ok(Task {
            size: length.min(self.reading.limit),
            load: Box::new(move || Ok(settings.finished(read(&settings.reading, &source)?))),
        })))
    }

    /// A file of many, opened.
    fn records(&self, source: &Source, articles: impl FnOnce(Transcoded) -> Articles) -> Articles {
        let opened = source.open_buffered(&self.reading.meter);
        let opened = opened.and_then(|reader| transcoded(reader, self.reading.encoding));
        match opened {
            Ok(input) => articles(input),
            Err(error) => Box::new(iter::once(Err(Error::read(source.name(), error)))),
        }
    }

    /// Records become articles where there is time for it: in the threads that read them.
    fn tasks<R: Send + 'static>(
        self: &Arc<Self>,
        records: impl Iterator<Item = Result<R, Error>> + Send + 'static,
        size: fn(&R) -> usize,
        article: fn(R, &Fields) -> Result<Article, Error>,
    ) -> Articles {
        let settings = Arc::clone(self);
        Box::new(records.map(move |record| {
            let record = record?;
            let settings = Arc::clone(&settings);
            Ok(Task {
                size: size(&record),
                load: Box::new(move || Ok(settings.finished(article(record, &settings.fields)?))),
            })
        }))
    }

    fn finished(&self, article: Article) -> Article {
        if self.repairs_mojibake {
            article.mended()
        } else {
            article
        }
    }

    #[cfg(feature = "parquet")]
    fn columnar(self: &Arc<Self>, source: &Source) -> Articles {
        match super::columnar::Rows::open(source, &self.fields, &self.reading) {
            Ok(rows) => self.tasks(rows, |it| it.size(), |it, fields| it.article(fields)),
            Err(error) => Box::new(iter::once(Err(error))),
        }
    }

    #[cfg(not(feature = "parquet"))]
    fn columnar(&self, source: &Source) -> Articles {
        let reason = "is Parquet, and this quotary was built without the feature parquet";
        Box::new(iter::once(Err(Error::unreadable(source.name(), reason))))
    }
}

/// By the extension, behind which one of a compression may stand.
fn format_of(source: &Source) -> InputFormat {
    let extension = |path: &Path| {
        path.extension()
            .map(|extension| extension.to_string_lossy().to_ascii_lowercase())
    };
    let Some(path) = source.path() else {
        return InputFormat::Text;
    };
    let stem = path.file_stem().map(Path::new);
    let found = match extension(path).as_deref() {
        Some("gz" | "zst" | "bz2" | "xz") => stem.and_then(extension),
        _ => extension(path),
    };
    match found.as_deref() {
        Some("jsonl" | "ndjson") => InputFormat::Jsonl,
        Some("json") => InputFormat::Json,
        Some("csv") => InputFormat::Csv,
        Some("tsv" | "tab") => InputFormat::Tsv,
        Some("parquet" | "pq") => InputFormat::Parquet,
        Some("html" | "htm" | "xhtml") => InputFormat::Html,
        _ => InputFormat::Text,
    }
}

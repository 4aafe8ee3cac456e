use std::iter;
use std::path::Path;
use std::sync::Arc;

use super::bookmark::{Bookmark, Found, Records};
use super::encoding::transcoded;
use super::field::Fields;
use super::json::{Json, Layout};
use super::record::JsonRecord;
use super::table::{Row, Table};
use super::text::Reading;
use super::{Article, Meter, Source};
use crate::arguments::{Input, InputFormat};
use crate::error::Error;

/// An article to be read: found, but not yet made.
pub(crate) struct Task {
    /// Bytes that it takes in memory, about.
    pub(crate) size: usize,
    /// Whether reading it may wait for somebody: a pipe, a terminal.
    pub(crate) may_wait: bool,
    load: Load,
}

type Load = Box<dyn FnOnce() -> Result<Article, Error> + Send>;

/// The articles of a source, as they are asked for.
pub(crate) type Articles = Box<dyn Iterator<Item = Found<Task>> + Send>;

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

    /// The articles of `source`; those behind `bookmark` where there is one.
    pub(crate) fn articles(
        self: &Arc<Self>,
        source: Source,
        bookmark: Option<Bookmark>,
    ) -> Articles {
        let format = self.format.unwrap_or_else(|| format_of(&source));
        let (name, limit) = (source.name(), self.reading.limit);
        let opened = || {
            source
                .open_records(&self.reading.meter)
                .and_then(|opened| transcoded(opened, self.reading.encoding))
                .map_err(|error| Error::read(source.name(), error))
        };
        let articles = match format {
            InputFormat::Text if self.format.is_none() => {
                return self.whole(source, |reading, source| {
                    let mut article = reading.text(source)?;
                    article.notices.extend(other_format(&article));
                    Ok(article)
                });
            }
            InputFormat::Text => return self.whole(source, Reading::text),
            InputFormat::Html => return self.whole(source, Reading::html),
            InputFormat::Jsonl | InputFormat::Json => opened().and_then(|input| {
                let layout = if format == InputFormat::Jsonl {
                    Layout::Lines
                } else {
                    Layout::Objects
                };
                let records = Json::new(layout, name, input, limit);
                self.tasks(records, bookmark, JsonRecord::size, JsonRecord::article)
            }),
            InputFormat::Csv | InputFormat::Tsv => opened().and_then(|input| {
                let usual = if format == InputFormat::Csv {
                    b','
                } else {
                    b'\t'
                };
                let delimiter = self.delimiter.unwrap_or(usual);
                let records = Table::new(name, input, delimiter, self.fields.clone(), limit);
                self.tasks(records, bookmark, Row::size, Row::article)
            }),
            InputFormat::Parquet => self.columnar(&source, bookmark),
        };
        articles.unwrap_or_else(|error| one(Err(error)))
    }

    /// A file that is one article.
    fn whole(
        self: &Arc<Self>,
        source: Source,
        read: fn(&Reading, &Source) -> Result<Article, Error>,
    ) -> Articles {
        let settings = Arc::clone(self);
        let length = usize::try_from(source.length()).unwrap_or(usize::MAX);
        one(Ok(Task {
            size: length.min(self.reading.limit),
            may_wait: !matches!(source, Source::Found(_)),
            load: Box::new(move || Ok(settings.finished(read(&settings.reading, &source)?))),
        }))
    }

    /// Records become articles where there is time for it: in the threads that read them.
    fn tasks<R: Send + 'static>(
        self: &Arc<Self>,
        mut records: impl Records<Item = Result<R, Error>> + Send + 'static,
        bookmark: Option<Bookmark>,
        size: fn(&R) -> usize,
        article: fn(R, &Fields) -> Result<Article, Error>,
    ) -> Result<Articles, Error> {
        if let Some(bookmark) = bookmark {
            records.go_to(bookmark)?;
        }
        let settings = Arc::clone(self);
        let task = move |record: R| {
            let settings = Arc::clone(&settings);
            Task {
                size: size(&record),
                may_wait: false,
                load: Box::new(move || Ok(settings.finished(article(record, &settings.fields)?))),
            }
        };
        Ok(Box::new(iter::from_fn(move || {
            let item = records.next()?.map(&task);
            let behind = records.bookmark();
            Some(Found { item, behind })
        })))
    }

    fn finished(&self, article: Article) -> Article {
        if self.repairs_mojibake {
            article.mended()
        } else {
            article
        }
    }

    #[cfg(feature = "parquet")]
    fn columnar(
        self: &Arc<Self>,
        source: &Source,
        bookmark: Option<Bookmark>,
    ) -> Result<Articles, Error> {
        use super::columnar::{Row, Rows};
        let rows = Rows::open(source, &self.fields, &self.reading)?;
        self.tasks(rows, bookmark, Row::size, Row::article)
    }

    #[cfg(not(feature = "parquet"))]
    fn columnar(&self, source: &Source, _bookmark: Option<Bookmark>) -> Result<Articles, Error> {
        let reason = "is Parquet, and this quotary was built without the feature parquet";
        Err(Error::unreadable(source.name(), reason))
    }
}

/// The article that a source is, a text or a page, read as it is where nothing else is said.
pub(crate) fn single(source: &Source) -> Result<Article, Error> {
    let reading = Reading {
        encoding: None,
        limit: u32::MAX as usize,
        meter: Arc::default(),
    };
    match format_of(source) {
        InputFormat::Text => reading.text(source),
        InputFormat::Html => reading.html(source),
        _ => Err(Error::usage(format!(
            "{}: holds records; expected one article, as text or HTML",
            source.name()
        ))),
    }
}

/// A source that holds but this.
fn one(item: Result<Task, Error>) -> Articles {
    Box::new(iter::once(Found { item, behind: None }))
}

/// What a text is that nobody said is one, by how it begins: a pipe has no extension.
fn other_format(article: &Article) -> Option<Error> {
    let begin = article.text.trim_start();
    let begins = |with: &str| {
        let begin = begin.as_bytes().get(..with.len());
        begin.is_some_and(|begin| begin.eq_ignore_ascii_case(with.as_bytes()))
    };
    let (like, format) = if begins("{\"") {
        ("JSON", "jsonl (or json)")
    } else if begin
        .strip_prefix('[')
        .is_some_and(|it| it.trim_start().starts_with("{\""))
    {
        ("JSON", "json")
    } else if begins("<!doctype html") || begins("<html") {
        ("HTML", "html")
    } else if begins("PAR1") {
        ("Parquet", "parquet")
    } else {
        return None;
    };
    Some(Error::looks_like(article.id.as_str(), like, format))
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

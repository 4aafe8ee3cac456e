use clap::ValueEnum;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// One article a file
    Text,
    /// One article a file: its readable text
    Html,
    /// One JSON object a line
    Jsonl,
    /// JSON objects, in an array or one after the other
    Json,
    /// A header line, then one article a record
    Csv,
    /// The same with tabs
    Tsv,
    /// Columns by name
    Parquet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// RFC 4180, UTF-8, with a header line
    Csv,
    /// The same with tabs
    Tsv,
    /// One JSON object a line
    Jsonl,
    /// One array of JSON objects
    Json,
    /// For DuckDB, polars, pandas; needs -o
    Parquet,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Offsets {
    /// Unicode code points: what Python, R and SQL slice by
    #[default]
    Chars,
    /// Bytes of UTF-8
    Bytes,
    /// UTF-16 code units: what JavaScript and Java slice by
    Utf16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    /// All of it stands inside quotation marks
    Direct,
    /// A part of it does
    Mixed,
    /// Nothing does
    Indirect,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Stage {
    /// Headline, byline, dateline, caption, body
    Segments,
    /// Runs of text between matched marks
    Quotations,
    /// Words that can say that somebody said
    Cues,
    /// Noun phrases that can name who said it
    Mentions,
    /// Contents with their cues, sources and addressees
    Attributions,
    /// Mentions of speakers with the names behind them
    Speakers,
}

impl From<Offsets> for quotary::OffsetUnit {
    fn from(offsets: Offsets) -> Self {
        match offsets {
            Offsets::Chars => Self::Chars,
            Offsets::Bytes => Self::Bytes,
            Offsets::Utf16 => Self::Utf16,
        }
    }
}

impl From<Kind> for quotary::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Direct => Self::Direct,
            Kind::Mixed => Self::Mixed,
            Kind::Indirect => Self::Indirect,
        }
    }
}

impl From<Stage> for quotary::Stage {
    fn from(stage: Stage) -> Self {
        match stage {
            Stage::Segments => Self::Segments,
            Stage::Quotations => Self::Quotations,
            Stage::Cues => Self::Cues,
            Stage::Mentions => Self::Mentions,
            Stage::Attributions => Self::Attributions,
            Stage::Speakers => Self::Speakers,
        }
    }
}

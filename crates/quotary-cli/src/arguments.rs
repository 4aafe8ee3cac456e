use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// What `quotary` alone prints.
pub(crate) const SHORT_HELP: &str = "\
quotary reads news and says who said what.

  quotary extract article.txt                 one article, a CSV of its quotations
  quotary extract news/ -o quotations.csv     every article of a folder

quotary extract --help tells the rest.
";

const EXAMPLES: &str = "\
Examples:
  quotary extract article.txt
  quotary extract news/ -o quotations.csv
  quotary extract --input-format jsonl --id-field url --text-field body news.jsonl -o quotations.csv
  quotary extract --kind direct,mixed --format jsonl article.txt | jq .speaker
  quotary extract --stage quotations article.txt

Exit codes:
  0  done
  1  done, but an input failed or the output could not be written (said on stderr)
  2  wrong usage
";

/// Reads news and says who said what.
#[derive(Debug, Parser)]
#[command(
    name = "quotary",
    version,
    after_help = "quotary extract --help tells the rest."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a table of the quotations: what was said, where it stands, who said it
    #[command(after_help = EXAMPLES)]
    Extract(Extract),
}

#[derive(Debug, Args)]
pub(crate) struct Extract {
    /// Articles: text files, folders (with all that ignore files let through), - for stdin
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) input: Input,

    /// Write to FILE, which appears when it is complete [default: stdout]
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(crate) output: Option<PathBuf>,

    /// What the table is written as
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "FORMAT",
        help_heading = "Output"
    )]
    pub(crate) format: Format,

    /// What offsets count
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "UNIT",
        help_heading = "Output"
    )]
    pub(crate) offsets: Offsets,

    /// Only these kinds, separated by commas; ids stay those of the whole article
    #[arg(
        long,
        value_enum,
        value_delimiter = ',',
        value_name = "KIND",
        help_heading = "Output"
    )]
    pub(crate) kind: Vec<Kind>,

    /// Only quotations at least this sure, 0 to 1
    #[arg(
        long,
        value_parser = probability,
        default_value = "0",
        value_name = "P",
        help_heading = "Output"
    )]
    pub(crate) min_confidence: f32,

    /// Instead of a table, show what one step of the way finds, as labels under the text
    #[arg(
        long,
        value_enum,
        value_name = "STAGE",
        conflicts_with_all = ["format", "offsets", "kind", "min_confidence"],
        help_heading = "Output"
    )]
    pub(crate) stage: Option<Stage>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Input")]
pub(crate) struct Input {
    /// What a file holds: one article, or one JSON object a line
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) input_format: InputFormat,

    /// The field of a JSON object that holds the article's id
    #[arg(long, default_value = "id", value_name = "FIELD")]
    pub(crate) id_field: String,

    /// The field of a JSON object that holds the article's text
    #[arg(long, default_value = "text", value_name = "FIELD")]
    pub(crate) text_field: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum InputFormat {
    /// One article a file
    #[default]
    Text,
    /// One JSON object a line
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Format {
    /// RFC 4180, UTF-8, with a header line
    #[default]
    Csv,
    /// One JSON object a line
    Jsonl,
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

fn probability(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("expected a number from 0 to 1".into()),
    }
}

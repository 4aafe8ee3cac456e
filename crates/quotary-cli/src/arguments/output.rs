use std::path::{Path, PathBuf};

use clap::Args;

use super::{Format, Kind, Offsets, Stage};

/// What is written, and where.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct Output {
    /// Write to FILE, which appears when it is complete; - for stdout [default: stdout]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// What the table is written as [default: what FILE's extension says, csv otherwise]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<Format>,

    /// Only these columns, in this order, separated by commas
    #[arg(long, value_delimiter = ',', value_name = "COLUMNS")]
    pub(crate) columns: Vec<String>,

    /// What offsets count
    #[arg(long, value_enum, default_value_t, value_name = "UNIT")]
    pub(crate) offsets: Offsets,

    /// Only these kinds, separated by commas; ids stay those of the whole article
    #[arg(long, value_enum, value_delimiter = ',', value_name = "KIND")]
    pub(crate) kind: Vec<Kind>,

    /// Only quotations at least this sure, 0 to 1
    #[arg(long, value_parser = probability, default_value = "0", value_name = "P")]
    pub(crate) min_confidence: f32,

    /// Weights instead of those compiled in, made by quotary-dev train; none for the rules alone
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,

    /// Link speakers to the people of a CSV with the columns name, aliases (separated by ;), id and
    /// any others, which are added to the rows
    #[arg(long, value_name = "CSV")]
    pub(crate) speakers: Option<PathBuf>,

    /// For spreadsheets: a byte order mark, CRLF, and no cell that could run as a formula
    #[arg(long)]
    pub(crate) excel: bool,

    /// Tell on stderr how many quotations each kind, speaker and kept column has
    #[arg(long)]
    pub(crate) summary: bool,

    /// Instead of a table, show what one step of the way finds, as labels under the text
    #[arg(
        long,
        value_enum,
        value_name = "STAGE",
        conflicts_with_all = ["format", "columns", "offsets", "kind", "min_confidence", "excel", "summary", "keep", "speakers"],
    )]
    pub(crate) stage: Option<Stage>,
}

impl Output {
    /// The file to write to; `None` for stdout.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.output.as_deref().filter(|it| it.as_os_str() != "-")
    }
}

fn probability(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(p) if (0.0..=1.0).contains(&p) => Ok(p),
        _ => Err("expected a number from 0 to 1".into()),
    }
}

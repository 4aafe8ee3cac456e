use std::path::PathBuf;

use clap::{Args, ValueEnum};

const EXAMPLES: &str = "\
Examples:
  quotary extract gold.jsonl -o predicted.csv && quotary score gold.jsonl predicted.csv
  quotary extract brat/ -g '*.txt' -o p.csv && quotary score brat/ p.csv --by article
  quotary score gold.jsonl predicted.jsonl --nested-neutral

GOLD and PREDICTED are, each:
  *.jsonl     one article a line: {\"id\", \"text\", \"attributions\": [{\"kind\", \"source\", \"cue\",
              \"content\", …}]} with spans [[start, end], …] in code points; predictions as
              {\"id\", \"quotes\": [{\"content\", \"source\", …}]}, or quotary's own rows
  *.csv       quotary's own table (--offsets chars); only as PREDICTED;
              rows of brat/ID.txt are for the article ID
  a folder    brat's standoff format: ID.txt beside ID.ann, with entities Content, Cue and Source,
              and relations or events between them
";

/// `quotary score`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Score {
    /// Annotated articles
    pub(crate) gold: PathBuf,

    /// What was predicted for them
    pub(crate) predicted: PathBuf,

    /// A prediction that matches nothing and lies inside another's content counts neither way: for
    /// gold that marks reports within reports only now and then
    #[arg(long)]
    pub(crate) nested_neutral: bool,

    /// What the figures are broken down by
    #[arg(long, value_enum, default_value_t, value_name = "WHAT")]
    pub(crate) by: Breakdown,

    /// A table for reading, or JSON
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Report,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Breakdown {
    /// All articles together, and kinds of quotation below
    #[default]
    Kind,
    /// All articles together, and each by itself below
    Article,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Report {
    #[default]
    Table,
    Json,
}

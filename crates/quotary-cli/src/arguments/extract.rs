use std::path::PathBuf;

use clap::Args;

use super::{EXIT_CODES, Input, Messages, Output, Running};

const EXAMPLES: &str = "\
Examples:
  quotary extract article.txt
  quotary extract news/ -g '*.txt' -o quotations.csv
  quotary extract news.jsonl.zst --id-field url --text-field content.body -o quotations.parquet
  quotary extract news.csv --id-column url --text-column body --keep date,outlet --summary \\
      -o quotations.csv
  zcat news.jsonl.gz | quotary extract --input-format jsonl --kind direct,mixed --format jsonl - \\
      | jq .speaker
  quotary extract page.html --columns speaker,text,html_start,html_end
  quotary extract news/ --speakers people.csv -o quotations.csv
  quotary extract --stage quotations article.txt

Settings:
  Any long flag has a default of its own in quotary.toml, of the working folder or of the folder
  quotary in the user's config home (kind = [\"direct\", \"mixed\"]), or in the environment
  (QUOTARY_KIND=direct,mixed). Flags go before the environment, that before the working folder,
  that before the user's.
";

/// `quotary extract`
#[derive(Debug, Args)]
#[command(after_help = "--help (not -h) has examples.", after_long_help = format!("{EXAMPLES}\n{EXIT_CODES}"))]
pub(crate) struct Extract {
    /// Articles: files, folders (with all that ignore files let through), - for stdin
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    #[command(flatten)]
    pub(crate) input: Input,

    #[command(flatten)]
    pub(crate) output: Output,

    #[command(flatten)]
    pub(crate) running: Running,

    #[command(flatten)]
    pub(crate) messages: Messages,
}

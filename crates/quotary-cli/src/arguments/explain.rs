use std::path::PathBuf;

use clap::Args;

const EXAMPLES: &str = "\
Examples:
  quotary explain article.txt --quote 7
  quotary explain article.txt --quote 7 --model none

Below each quote stand the readings of its cue that were looked at, + for the one that stands, each
with its probability, source, cue and content, and the features that weighed most: what each adds to
the logarithm of the odds.
";

/// `quotary explain`
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Explain {
    /// The article, a text or a page; - for a text on stdin
    #[arg(value_name = "FILE")]
    pub(crate) path: PathBuf,

    /// Only these quotes, by their quote_id, separated by commas
    #[arg(short, long, value_delimiter = ',', value_name = "ID")]
    pub(crate) quote: Vec<usize>,

    /// Weights instead of those compiled in; none for the rules alone
    #[arg(long, value_name = "FILE")]
    pub(crate) model: Option<PathBuf>,
}

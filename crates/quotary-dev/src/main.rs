//! What the project's developers run: `quotary-dev --help`.
#![forbid(unsafe_code)]
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command that prints figures"
)]
#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "weights and figures are small numbers"
)]

use std::{fs, io, path::PathBuf, sync::Arc, time::Instant};

use clap::{Parser, Subcommand};
use quotary::{Extractor, Model};

mod antecedents;
mod extract;
mod gold;
mod score;
mod syntax;
mod train;

/// Trains, scores and checks.
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Learns every model from annotated articles and writes the weights.
    Train(train::Training),
    /// Learns how pronouns find their antecedents and writes the weights.
    Antecedents(antecedents::Training),
    /// Writes what the extractor finds in annotated articles, as `score.py` reads it.
    Extract {
        /// Annotated articles, one JSON object a line.
        gold: PathBuf,
        #[command(flatten)]
        weights: Weights,
    },
    /// Prints the figures of `score.py`: a CSV line an article and figure, all together on stderr.
    Score {
        /// Annotated articles, one JSON object a line.
        gold: PathBuf,
        #[command(flatten)]
        weights: Weights,
        /// For gold that annotates reports within reports only now and then.
        #[arg(long)]
        nested_neutral: bool,
    },
    /// Prints how often parts of speech agree with automatic ones, by rules and by weights.
    Tags {
        /// Annotated articles; their `-syntax.jsonl.gz` stands beside them.
        gold: PathBuf,
    },
}

/// Which weights decide.
#[derive(Debug, clap::Args)]
struct Weights {
    /// Weights instead of those compiled in; `none` for the rules alone.
    #[arg(long)]
    model: Option<PathBuf>,
}

impl Weights {
    fn extractor(&self) -> io::Result<Extractor> {
        Ok(match &self.model {
            None => Extractor::new(),
            Some(path) if path.as_os_str() == "none" => Extractor::builder().model(None).build(),
            Some(path) => {
                let model = Model::read(fs::read(path)?).map_err(io::Error::other)?;
                Extractor::builder().model(Some(Arc::new(model))).build()
            }
        })
    }
}

fn main() -> io::Result<()> {
    match Arguments::parse().command {
        Command::Train(training) => training.run(),
        Command::Antecedents(training) => training.run(),
        Command::Extract { gold, weights } => {
            let extractor = weights.extractor()?;
            let articles = gold::read(&gold)?;
            let bytes: usize = articles.iter().map(|it| it.text.len()).sum();
            let begun = Instant::now();
            for article in &articles {
                println!("{}", extract::predictions(&extractor, article));
            }
            let seconds = begun.elapsed().as_secs_f64();
            eprintln!("{:.2} MB/s", bytes as f64 / seconds / 1e6);
            Ok(())
        }
        Command::Score {
            gold,
            weights,
            nested_neutral,
        } => score::score(&gold, &weights.extractor()?, nested_neutral),
        Command::Tags { gold } => train::print_agreement(&gold),
    }
}

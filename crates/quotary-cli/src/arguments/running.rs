use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ArgAction, Args};

/// How the work is done.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Running")]
pub(crate) struct Running {
    /// Articles read at once [default: as many as there are cores]
    #[arg(short = 'j', long, value_parser = threads, value_name = "N")]
    pub(crate) threads: Option<NonZeroUsize>,

    /// Only the first N documents
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<u64>,

    /// Only this share of the documents, 0 to 1: always the same ones
    #[arg(long, value_parser = share, value_name = "SHARE")]
    pub(crate) sample: Option<f64>,

    /// Go on where a run with the same arguments and -o FILE broke off (FILE.journal knows where)
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,

    /// Begin anew, and forget what a run that broke off has left
    #[arg(long, conflicts_with = "resume", requires = "output")]
    pub(crate) restart: bool,

    /// Seconds between two entries of the journal: at most so much work is done twice
    #[arg(long, value_parser = seconds, default_value = "1", value_name = "SECONDS")]
    pub(crate) checkpoint: f64,

    /// Write what failed to FILE, one JSON object a line, instead of stderr
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
}

/// What is told on stderr.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "Messages")]
pub(crate) struct Messages {
    /// Only what failed: no progress, no notices
    #[arg(short, long, conflicts_with = "verbose")]
    pub(crate) quiet: bool,

    /// Settings, each source as it is begun, and how fast it went
    #[arg(short, long, action = ArgAction::SetTrue)]
    pub(crate) verbose: bool,
}

/// More than any machine has cores; each has a stack and an article in memory.
const MOST_THREADS: usize = 1024;

fn threads(text: &str) -> Result<NonZeroUsize, String> {
    match text.parse() {
        Ok(threads) if threads <= MOST_THREADS => NonZeroUsize::new(threads),
        _ => None,
    }
    .ok_or_else(|| format!("expected a number from 1 to {MOST_THREADS}"))
}

fn share(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(share) if share > 0.0 && share <= 1.0 => Ok(share),
        _ => Err("expected a number above 0, and at most 1".into()),
    }
}

fn seconds(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(seconds) if (0.0..=86_400.0).contains(&seconds) => Ok(seconds),
        _ => Err("expected seconds, 0 to 86400".into()),
    }
}

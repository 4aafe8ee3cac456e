//! What can be said on the command line. Help, completions and the man page are made from here.

mod explain;
mod extract;
mod input;
mod output;
mod running;
mod score;
mod value;

use clap::{Parser, Subcommand};

pub(crate) use explain::Explain;
pub(crate) use extract::Extract;
pub(crate) use input::{EncodingChoice, Input};
pub(crate) use output::Output;
pub(crate) use running::{Messages, Running};
pub(crate) use score::{Breakdown, Report, Score};
pub(crate) use value::{Format, InputFormat, Kind, Offsets, Stage};

/// What `quotary` alone prints.
pub(crate) const SHORT_HELP: &str = "\
quotary reads news and says who said what.

  quotary extract article.txt                 one article, a CSV of its quotations
  quotary extract news/ -o quotations.csv     every article of a folder

quotary extract --help tells the rest.
";

const EXIT_CODES: &str = "\
Exit codes:
  0    done
  1    done, but an input failed or the output could not be written (said on stderr)
  2    wrong usage: nothing was done
  130  stopped by Ctrl-C (143: by SIGTERM); complete rows are there, --resume goes on
";

/// Reads news and says who said what.
#[derive(Debug, Parser)]
#[command(
    name = "quotary",
    disable_version_flag = true,
    arg_required_else_help = true,
    max_term_width = 100,
    after_help = "quotary extract --help tells the rest.",
    after_long_help = EXIT_CODES
)]
pub(crate) struct Arguments {
    /// Print the version, the commit it was built from, and the version of the model
    #[arg(short = 'V', long)]
    pub(crate) version: bool,

    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Write a table of the quotations: what was said, where it stands, who said it
    Extract(Box<Extract>),
    /// Write a table of the speakers: who they are, where they are mentioned, how much they say
    #[command(after_help = SPEAKERS, after_long_help = SPEAKERS)]
    Speakers(Box<Extract>),
    /// Tell why quotations were read as they were
    Explain(Explain),
    /// Compare predictions with annotated articles
    Score(Score),
    /// Print completions for a shell
    #[command(after_help = COMPLETIONS)]
    Completions {
        /// Whose completions
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Print the man page, in roff
    #[command(after_help = MAN)]
    Man,
}

impl Command {
    /// What is told on stderr, where that can be chosen.
    pub(crate) fn messages(&self) -> Option<&Messages> {
        match self {
            Self::Extract(arguments) | Self::Speakers(arguments) => Some(&arguments.messages),
            _ => None,
        }
    }
}

const SPEAKERS: &str = "\
Examples:
  quotary speakers article.txt
  quotary speakers news/ -o speakers.csv
  quotary speakers news.jsonl --speakers people.csv --columns doc_id,name,role,quotes,known_id
";

const COMPLETIONS: &str = "\
Examples:
  quotary completions bash > ~/.local/share/bash-completion/completions/quotary
  quotary completions zsh > ~/.zfunc/_quotary
  quotary completions fish > ~/.config/fish/completions/quotary.fish
";

const MAN: &str = "\
Examples:
  quotary man > ~/.local/share/man/man1/quotary.1
  quotary man | man -l -
";

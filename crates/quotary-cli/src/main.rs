//! The command `quotary`: news in, a table of who said what out.
#![forbid(unsafe_code)]

mod arguments;
mod error;
mod explain;
mod input;
mod man;
mod output;
mod people;
mod report;
mod run;
mod score;
mod settings;
mod weights;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::arguments::{Arguments, Command, SHORT_HELP};
use crate::error::Error;
use crate::output::Table;
use crate::report::Report;
use crate::run::Stopped;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    if arguments.len() <= 1 {
        return short_help();
    }
    let mut report = Report::default();
    let Understood {
        arguments,
        decide,
        in_force,
    } = match understood(arguments) {
        Ok(understood) => understood,
        Err(Misunderstanding::Settings(error)) => {
            report.add(&error);
            return report.exit_code();
        }
        Err(Misunderstanding::Arguments(error)) => {
            // Whoever closes the pipe does not want the help: no error.
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(report::WRONG_USAGE));
        }
    };
    let done = match &arguments.command {
        None => print(version().as_bytes()).map(|()| None),
        Some(command) => {
            report.set_up(command.messages());
            for setting in in_force {
                report.explain(|| setting);
            }
            run(command, decide, &mut report)
        }
    };
    match done {
        Ok(Some(stopped)) => return stopped.exit_code(),
        Ok(None) => {}
        Err(error) => {
            report.add(&error);
            report.finish();
        }
    }
    report.exit_code()
}

/// Carries out what was asked for; `Some` where somebody has stopped it.
fn run(
    command: &Command,
    settings: BTreeMap<String, String>,
    report: &mut Report,
) -> Result<Option<Stopped>, Error> {
    match command {
        Command::Extract(arguments) => run::extract(arguments, Table::Quotations, settings, report),
        Command::Speakers(arguments) => run::extract(arguments, Table::Speakers, settings, report),
        Command::Explain(arguments) => explain::explain(arguments, report)
            .and_then(|page| print(page.as_bytes()).map(|()| None)),
        Command::Score(arguments) => score::score(arguments, report).map(|()| None),
        Command::Completions { shell } => {
            let mut out = Vec::new();
            clap_complete::generate(*shell, &mut Arguments::command(), "quotary", &mut out);
            print(&out).map(|()| None)
        }
        Command::Man => man::page().and_then(|page| print(&page)).map(|()| None),
    }
}

fn version() -> String {
    format!(
        "quotary {}\ncommit {}\nmodel {}\n",
        env!("CARGO_PKG_VERSION"),
        env!("QUOTARY_COMMIT"),
        weights::version()
    )
}

enum Misunderstanding {
    Settings(Error),
    Arguments(clap::Error),
}

/// What is to be done.
struct Understood {
    /// With what is set elsewhere for those that were not given.
    arguments: Arguments,
    /// All that decide the output, by name.
    decide: BTreeMap<String, String>,
    /// What is set elsewhere, and where.
    in_force: Vec<String>,
}

fn understood(arguments: Vec<OsString>) -> Result<Understood, Misunderstanding> {
    let mut applied =
        settings::apply(Arguments::command(), arguments).map_err(Misunderstanding::Settings)?;
    let arguments = std::mem::take(&mut applied.arguments);
    let matches = applied
        .command
        .try_get_matches_from_mut(arguments)
        .map_err(Misunderstanding::Arguments)?;
    let (mut decide, mut in_force) = (BTreeMap::new(), Vec::new());
    if let Some((name, matches)) = matches.subcommand() {
        let subcommand = applied.command.find_subcommand(name);
        decide = subcommand.map_or_else(BTreeMap::new, |it| settings::that_decide(it, matches));
        in_force = applied.in_force(name, matches);
    }
    let arguments = Arguments::from_arg_matches(&matches).map_err(Misunderstanding::Arguments)?;
    Ok(Understood {
        arguments,
        decide,
        in_force,
    })
}

/// At a terminal somebody wants to know what this is; in a pipe the arguments were forgotten.
fn short_help() -> ExitCode {
    if io::stdin().is_terminal() {
        // Whoever closes the pipe does not want the help: no error.
        let _ = io::stdout().write_all(SHORT_HELP.as_bytes());
        ExitCode::SUCCESS
    } else {
        let _ = io::stderr().write_all(SHORT_HELP.as_bytes());
        ExitCode::from(report::WRONG_USAGE)
    }
}

fn print(bytes: &[u8]) -> Result<(), Error> {
    match io::stdout().write_all(bytes) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(Error::write("stdout", error))
        }
        _ => Ok(()),
    }
}

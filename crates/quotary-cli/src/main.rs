//! The command `quotary`: news in, a table of who said what out.
#![forbid(unsafe_code)]

mod arguments;
mod error;
mod input;
mod output;
mod report;
mod run;

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command, SHORT_HELP};
use crate::report::Report;

fn main() -> ExitCode {
    if std::env::args_os().len() <= 1 {
        return short_help();
    }
    let Arguments { command } = Arguments::parse();
    let mut report = Report::default();
    let done = match &command {
        Command::Extract(arguments) => run::extract(arguments, &mut report),
    };
    if let Err(error) = done {
        report.add(&error);
    }
    report.exit_code()
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

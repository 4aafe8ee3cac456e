use std::fs::File;
use std::io::{self, BufWriter, Seek, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use indicatif::ProgressBar;
use serde_json::json;

use crate::arguments::Messages;
use crate::error::{Error, ErrorKind};

/// Wrong arguments: nothing was done.
pub(crate) const WRONG_USAGE: u8 = 2;
/// An input failed, or the output could not be written.
const FAILED: u8 = 1;

/// What went wrong, told on stderr or in a file as it comes, and counted for the exit code.
#[derive(Debug, Default)]
pub(crate) struct Report {
    exit_code: u8,
    is_quiet: bool,
    is_verbose: bool,
    file: Option<ErrorFile>,
    bar: Option<ProgressBar>,
}

/// Where `--errors` writes.
#[derive(Debug)]
struct ErrorFile {
    path: PathBuf,
    file: BufWriter<File>,
    position: u64,
    failures: u64,
}

impl Report {
    /// How much is told; the usual where the command leaves no choice.
    pub(crate) fn set_up(&mut self, messages: Option<&Messages>) {
        self.is_quiet = messages.is_some_and(|it| it.quiet);
        self.is_verbose = messages.is_some_and(|it| it.verbose);
    }

    pub(crate) fn is_quiet(&self) -> bool {
        self.is_quiet
    }

    /// What failed goes to `path`, behind the first `kept` bytes.
    pub(crate) fn write_to(&mut self, path: &Path, kept: u64) -> Result<(), Error> {
        let open = || {
            let mut file = File::options()
                .write(true)
                .create(true)
                .truncate(false)
                .open(path)?;
            file.set_len(kept).or_else(|error| {
                // A pipe or a device has no length.
                if path.is_file() { Err(error) } else { Ok(()) }
            })?;
            if path.is_file() {
                file.seek(io::SeekFrom::Start(kept))?;
            }
            Ok(file)
        };
        let file = open().map_err(|error| Error::write(path, error))?;
        self.file = Some(ErrorFile {
            path: path.to_owned(),
            file: BufWriter::new(file),
            position: kept,
            failures: 0,
        });
        Ok(())
    }

    /// Messages go above `bar` from now on.
    pub(crate) fn show(&mut self, bar: ProgressBar) {
        self.bar = Some(bar);
    }

    /// So many bytes are read.
    pub(crate) fn progress(&self, bytes: u64, message: impl FnOnce() -> String) {
        if let Some(bar) = &self.bar {
            bar.set_position(bytes);
            bar.set_message(message());
        }
    }

    /// Takes the bar away.
    pub(crate) fn hide(&mut self) {
        if let Some(bar) = self.bar.take() {
            bar.finish_and_clear();
        }
    }

    /// Tells `error` and lets it decide the exit code.
    pub(crate) fn add(&mut self, error: &Error) {
        let exit_code = match error.kind() {
            ErrorKind::Notice => 0,
            ErrorKind::Input | ErrorKind::Output => FAILED,
            ErrorKind::Usage => WRONG_USAGE,
        };
        self.exit_code = self.exit_code.max(exit_code);
        let is_of_input = matches!(error.kind(), ErrorKind::Notice | ErrorKind::Input);
        match &mut self.file {
            Some(file) if is_of_input => {
                if let Err(broken) = file.write(error) {
                    let broken = Error::write(file.path.as_path(), broken);
                    self.file = None;
                    self.add(&broken);
                    self.add(error);
                }
            }
            _ if error.kind() == ErrorKind::Notice => self.tell(&error.to_string()),
            _ => self.print(&error.to_string()),
        }
    }

    /// Says what is worth knowing, unless nobody wants to know.
    pub(crate) fn tell(&self, message: &str) {
        if !self.is_quiet {
            self.print(message);
        }
    }

    /// Says what only somebody wants to know who asked for it.
    pub(crate) fn explain(&self, message: impl FnOnce() -> String) {
        if self.is_verbose {
            self.print(&message());
        }
    }

    /// Writes lines as they are.
    pub(crate) fn print_lines(&self, lines: &str) {
        let print = || {
            // With stderr closed there is nobody to tell; the exit code still does.
            let _ = io::stderr().lock().write_all(lines.as_bytes());
        };
        match &self.bar {
            Some(bar) => bar.suspend(print),
            None => print(),
        }
    }

    /// A former run of the same work has failed somewhere.
    pub(crate) fn has_failed_before(&mut self) {
        self.exit_code = self.exit_code.max(FAILED);
    }

    pub(crate) fn has_failed(&self) -> bool {
        self.exit_code != 0
    }

    /// Hands the file of errors to the system: its length.
    pub(crate) fn flush(&mut self) -> Result<u64, Error> {
        match &mut self.file {
            Some(file) => {
                let flushed = file.file.flush();
                flushed.map_err(|error| Error::write(file.path.as_path(), error))?;
                Ok(file.position)
            }
            None => Ok(0),
        }
    }

    /// The last word about what failed.
    pub(crate) fn finish(&mut self) {
        match self.flush() {
            Err(error) => self.add(&error),
            Ok(_) => {
                if let Some(file) = self.file.as_ref().filter(|file| file.failures > 0) {
                    let (failures, path) = (file.failures, file.path.display());
                    self.print(&format!("{failures} failed; {path} says what and why"));
                }
            }
        }
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit_code)
    }

    fn print(&self, message: &str) {
        self.print_lines(&format!("quotary: {message}\n"));
    }
}

impl ErrorFile {
    fn write(&mut self, error: &Error) -> io::Result<()> {
        let is_notice = error.kind() == ErrorKind::Notice;
        let place = error.place();
        let mut line = json!({
            "source": place.map(|place| &place.source),
            "line": place.and_then(|place| place.line),
            "level": if is_notice { "notice" } else { "error" },
            "reason": error.reason().to_string(),
        })
        .to_string();
        line.push('\n');
        self.failures += u64::from(!is_notice);
        self.position += line.len() as u64;
        self.file.write_all(line.as_bytes())
    }
}

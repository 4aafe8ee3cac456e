use std::io::{self, Write};
use std::process::ExitCode;

use crate::error::{Error, ErrorKind};

/// Wrong arguments: nothing was done.
pub(crate) const WRONG_USAGE: u8 = 2;
/// An input failed, or the output could not be written.
const FAILED: u8 = 1;

/// What went wrong, told on stderr as it comes, and counted for the exit code.
#[derive(Debug, Default)]
pub(crate) struct Report {
    exit_code: u8,
}

impl Report {
    /// Tells `error` and lets it decide the exit code.
    pub(crate) fn add(&mut self, error: &Error) {
        // With stderr closed there is nobody to tell; the exit code still does.
        let _ = writeln!(io::stderr().lock(), "quotary: {error}");
        let exit_code = match error.kind() {
            ErrorKind::Notice => 0,
            ErrorKind::Input | ErrorKind::Output => FAILED,
            ErrorKind::Usage => WRONG_USAGE,
        };
        self.exit_code = self.exit_code.max(exit_code);
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        ExitCode::from(self.exit_code)
    }
}

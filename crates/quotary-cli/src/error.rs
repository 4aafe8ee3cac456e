use std::io;
use std::path::{Path, PathBuf};

/// What can go wrong around the text; about the text itself nothing can.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub(crate) struct Error(#[from] Cause);

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// Worth knowing; the input was read all the same.
    Notice,
    /// An input or a record could not be read; the others go on.
    Input,
    /// The results could not be written: the run ends.
    Output,
    /// The arguments do not go together.
    Usage,
}

#[derive(Debug, thiserror::Error)]
enum Cause {
    #[error("{place}: {}", reason(source))]
    Read { place: String, source: io::Error },
    #[error("{0}")]
    Walk(ignore::Error),
    #[error("{place}:{line}: {reason}; this record is left out")]
    Record {
        place: String,
        line: usize,
        reason: String,
    },
    #[error(
        "{place}: no UTF-8 at byte {byte}; what cannot be decoded is replaced by U+FFFD, and the \
         article's rows get the flag repaired"
    )]
    Repaired { place: String, byte: u64 },
    #[error("{place}: empty, so it has no rows")]
    Empty { place: String },
    #[error(
        "{place}: left out, since it is binary (a NUL at byte {byte}); name the file to read it"
    )]
    Binary { place: String, byte: usize },
    #[error("{place}: {}; the results are not complete", reason(source))]
    Write { place: String, source: io::Error },
    #[error("{}: is an input and the output at once; give another file to -o", .0.display())]
    InputIsOutput(PathBuf),
    #[error("nothing to read; name a file or a folder, or - for stdin")]
    NoInput,
}

impl Error {
    /// `place` is a file, a folder or `-`.
    pub(crate) fn read(place: impl Into<String>, source: io::Error) -> Self {
        Cause::Read {
            place: place.into(),
            source,
        }
        .into()
    }

    pub(crate) fn walk(source: ignore::Error) -> Self {
        Cause::Walk(source).into()
    }

    /// `line` counts from 1.
    pub(crate) fn record(place: impl Into<String>, line: usize, reason: impl Into<String>) -> Self {
        Cause::Record {
            place: place.into(),
            line,
            reason: reason.into(),
        }
        .into()
    }

    /// `byte` counts from 0, from the beginning of the file.
    pub(crate) fn repaired(place: impl Into<String>, byte: u64) -> Self {
        Cause::Repaired {
            place: place.into(),
            byte,
        }
        .into()
    }

    pub(crate) fn empty(place: impl Into<String>) -> Self {
        Cause::Empty {
            place: place.into(),
        }
        .into()
    }

    pub(crate) fn binary(place: impl Into<String>, byte: usize) -> Self {
        Cause::Binary {
            place: place.into(),
            byte,
        }
        .into()
    }

    pub(crate) fn write(place: impl Into<String>, source: io::Error) -> Self {
        Cause::Write {
            place: place.into(),
            source,
        }
        .into()
    }

    pub(crate) fn input_is_output(path: &Path) -> Self {
        Cause::InputIsOutput(path.to_owned()).into()
    }

    pub(crate) fn no_input() -> Self {
        Cause::NoInput.into()
    }

    pub(crate) fn kind(&self) -> ErrorKind {
        match &self.0 {
            Cause::Read { .. } | Cause::Walk(_) | Cause::Record { .. } => ErrorKind::Input,
            Cause::Repaired { .. } | Cause::Empty { .. } | Cause::Binary { .. } => {
                ErrorKind::Notice
            }
            Cause::Write { .. } => ErrorKind::Output,
            Cause::InputIsOutput(_) | Cause::NoInput => ErrorKind::Usage,
        }
    }

    /// Whether the reader of the output went away: `quotary extract … | head`.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(&self.0, Cause::Write { source, .. } if source.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// The system's words, with what to do where they leave it open.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder; check the path".into(),
        io::ErrorKind::PermissionDenied => "no permission; check the rights of the path".into(),
        io::ErrorKind::StorageFull => "no space left on the device; make room and run again".into(),
        io::ErrorKind::IsADirectory => "is a folder, a file was expected".into(),
        _ => error.to_string(),
    }
}

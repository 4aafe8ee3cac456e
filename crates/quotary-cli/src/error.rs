use std::fmt;
use std::io;
use std::path::Path;

/// What can go wrong around the text; about the text itself nothing can.
#[derive(Debug)]
pub(crate) struct Error {
    /// Where: a file, a folder, `-`, or nowhere in particular.
    place: Option<Place>,
    cause: Cause,
}

/// A source, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// A file, a folder or `-`.
    pub(crate) source: String,
    /// From 1; `None` where the whole source is meant.
    pub(crate) line: Option<u64>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ErrorKind {
    /// Worth knowing; the input was read all the same.
    Notice,
    /// An input or a record could not be read; the others go on.
    Input,
    /// The results could not be written: the run ends.
    Output,
    /// The arguments do not go together, or do not fit the input.
    Usage,
}

#[derive(Debug, thiserror::Error)]
enum Cause {
    #[error("{}", reason(.0))]
    Read(io::Error),
    #[error("{0}")]
    Walk(ignore::Error),
    #[error("{0}")]
    Unreadable(String),
    #[error("{0}")]
    NoColumn(String),
    #[error("{0}; this record is left out")]
    Record(String),
    #[error("more than {limit} bytes; this document is refused (--max-document allows more)")]
    TooLong { limit: usize },
    #[error("no {encoding}{}; what cannot be decoded is replaced by U+FFFD, and the article's rows \
             get the flag repaired", at(.byte))]
    Repaired {
        encoding: &'static str,
        byte: Option<u64>,
    },
    #[error("begins like {like}, and is read as text; --input-format {format} reads what it holds")]
    LooksLike {
        like: &'static str,
        format: &'static str,
    },
    #[error("no file to read in it{}; ignore files and names with a dot before them leave files out",
            if *.by_glob { " that --glob lets through" } else { "" })]
    NoFiles { by_glob: bool },
    #[error("empty, so it has no rows")]
    Empty,
    #[error("left out, since it is binary (a NUL at byte {byte}); name the file to read it")]
    Binary { byte: usize },
    #[error("{}; the results are not complete", reason(.0))]
    Write(io::Error),
    #[error("{0}")]
    Usage(String),
}

impl Error {
    pub(crate) fn read(place: impl Into<Place>, error: io::Error) -> Self {
        Cause::Read(error).at(place)
    }

    pub(crate) fn walk(error: ignore::Error) -> Self {
        let place = path_of(&error).map(Place::from);
        let (place, cause) = match place {
            Some(place) if error.io_error().is_some() => {
                let error = error.into_io_error();
                (Some(place), Cause::Read(error.expect("it is one")))
            }
            _ => (None, Cause::Walk(error)),
        };
        Self { place, cause }
    }

    /// The source, or what is left of it.
    pub(crate) fn unreadable(place: impl Into<Place>, reason: impl Into<String>) -> Self {
        Cause::Unreadable(reason.into()).at(place)
    }

    /// A table has but the columns `has`; `hint` tells what to do.
    pub(crate) fn no_column<'c>(
        source: &str,
        name: &str,
        has: impl IntoIterator<Item = &'c str>,
        hint: &str,
    ) -> Self {
        let has: Vec<_> = has.into_iter().collect();
        let has = has.join(", ");
        Cause::NoColumn(format!(
            "no column '{name}' in {source}: it has {has} ({hint})"
        ))
        .at(source)
    }

    pub(crate) fn record(place: impl Into<Place>, reason: impl Into<String>) -> Self {
        Cause::Record(reason.into()).at(place)
    }

    pub(crate) fn too_long(place: impl Into<Place>, limit: usize) -> Self {
        Cause::TooLong { limit }.at(place)
    }

    /// `byte` counts from 0, from the beginning of the file; `None` where it is not known.
    pub(crate) fn repaired(
        place: impl Into<Place>,
        encoding: &'static str,
        byte: Option<u64>,
    ) -> Self {
        Cause::Repaired { encoding, byte }.at(place)
    }

    /// A text that may be no text; `format` is the argument that says so.
    pub(crate) fn looks_like(
        place: impl Into<Place>,
        like: &'static str,
        format: &'static str,
    ) -> Self {
        Cause::LooksLike { like, format }.at(place)
    }

    /// A folder, where `by_glob` only some files are wanted.
    pub(crate) fn no_files(folder: &Path, by_glob: bool) -> Self {
        Cause::NoFiles { by_glob }.at(folder)
    }

    pub(crate) fn empty(place: impl Into<Place>) -> Self {
        Cause::Empty.at(place)
    }

    pub(crate) fn binary(place: impl Into<Place>, byte: usize) -> Self {
        Cause::Binary { byte }.at(place)
    }

    pub(crate) fn write(place: impl Into<Place>, error: io::Error) -> Self {
        Cause::Write(error).at(place)
    }

    pub(crate) fn usage(reason: impl Into<String>) -> Self {
        Self {
            place: None,
            cause: Cause::Usage(reason.into()),
        }
    }

    pub(crate) fn kind(&self) -> ErrorKind {
        match &self.cause {
            Cause::Read(_)
            | Cause::Walk(_)
            | Cause::Unreadable(_)
            | Cause::NoColumn(_)
            | Cause::Record(_)
            | Cause::TooLong { .. } => ErrorKind::Input,
            Cause::Repaired { .. }
            | Cause::LooksLike { .. }
            | Cause::NoFiles { .. }
            | Cause::Empty
            | Cause::Binary { .. } => ErrorKind::Notice,
            Cause::Write(_) => ErrorKind::Output,
            Cause::Usage(_) => ErrorKind::Usage,
        }
    }

    pub(crate) fn place(&self) -> Option<&Place> {
        self.place.as_ref()
    }

    /// The message without the place.
    pub(crate) fn reason(&self) -> impl fmt::Display + '_ {
        &self.cause
    }

    /// Whether the reader of the output went away: `quotary extract … | head`.
    pub(crate) fn is_closed_pipe(&self) -> bool {
        matches!(&self.cause, Cause::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.place, &self.cause) {
            // It names the place itself.
            (_, Cause::NoColumn(_)) | (None, _) => self.cause.fmt(f),
            (Some(place), cause) => write!(f, "{place}: {cause}"),
        }
    }
}

impl std::error::Error for Error {}

impl Cause {
    fn at(self, place: impl Into<Place>) -> Error {
        Error {
            place: Some(place.into()),
            cause: self,
        }
    }
}

impl Place {
    /// `line` counts from 1.
    pub(crate) fn line(source: impl Into<String>, line: u64) -> Self {
        Self {
            source: source.into(),
            line: Some(line),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}", self.source),
            None => f.write_str(&self.source),
        }
    }
}

impl From<String> for Place {
    fn from(source: String) -> Self {
        Self { source, line: None }
    }
}

impl From<&str> for Place {
    fn from(source: &str) -> Self {
        source.to_owned().into()
    }
}

impl From<&Path> for Place {
    fn from(path: &Path) -> Self {
        path.display().to_string().into()
    }
}

/// What a walk through a folder could not read.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } => path_of(err),
        _ => None,
    }
}

/// The system's words, with what to do where they leave it open.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder; check the path".into(),
        io::ErrorKind::PermissionDenied => "no permission; check the rights of the path".into(),
        io::ErrorKind::StorageFull => "no space left on the device; make room and run again".into(),
        io::ErrorKind::IsADirectory => "is a folder, a file was expected".into(),
        io::ErrorKind::UnexpectedEof => {
            "ends too early: it is cut off; what stands before was read".into()
        }
        _ => error.to_string(),
    }
}

fn at(byte: &Option<u64>) -> String {
    byte.map(|byte| format!(" at byte {byte}"))
        .unwrap_or_default()
}

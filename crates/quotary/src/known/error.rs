use std::fmt;

/// Why a list of known people cannot be read.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct KnownPeopleError(Fault);

/// What sort of mistake it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum KnownPeopleErrorKind {
    /// The header line lacks `name` or has a column twice.
    Header,
    /// A line has no name, or more or fewer cells than the header.
    Line,
}

#[derive(Debug, thiserror::Error)]
enum Fault {
    #[error("the list of people has no column \"name\": expected it in the header line, found {0}")]
    NoName(Columns),
    #[error("the list of people has the column \"{0}\" twice: give each a name of its own")]
    Doubled(String),
    #[error(
        "line {0} of the list of people has no name: fill the column \"name\" or remove the line"
    )]
    Nameless(u64),
    #[error("the list of people is no CSV with as many cells in each line as in the header: {0}")]
    Csv(#[source] csv::Error),
}

/// The columns that were found.
#[derive(Debug)]
struct Columns(Vec<String>);

impl fmt::Display for Columns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.as_slice() {
            [] => f.write_str("nothing"),
            columns => f.write_str(&columns.join(", ")),
        }
    }
}

impl KnownPeopleError {
    /// What sort of mistake it is.
    #[must_use]
    pub fn kind(&self) -> KnownPeopleErrorKind {
        match self.0 {
            Fault::NoName(_) | Fault::Doubled(_) => KnownPeopleErrorKind::Header,
            Fault::Nameless(_) | Fault::Csv(_) => KnownPeopleErrorKind::Line,
        }
    }

    pub(super) fn no_name_column(header: &csv::StringRecord) -> Self {
        Self(Fault::NoName(Columns(
            header.iter().map(str::to_owned).collect(),
        )))
    }

    pub(super) fn doubled(column: &str) -> Self {
        Self(Fault::Doubled(column.to_owned()))
    }

    pub(super) fn nameless(line: u64) -> Self {
        Self(Fault::Nameless(line))
    }

    pub(super) fn csv(error: csv::Error) -> Self {
        Self(Fault::Csv(error))
    }
}

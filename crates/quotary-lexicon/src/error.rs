use thiserror::Error;

/// A word list that cannot be read.
#[derive(Debug, Error)]
#[error(transparent)]
pub struct LexiconError(#[from] Fault);

/// What was wrong with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LexiconErrorKind {
    /// It is no CSV, or a line has too few columns.
    Csv,
    /// A class that quotary does not know.
    Class,
    /// A word, or all words together, are longer than the compiled lists hold.
    Size,
    /// Two words that the compiled lists could not tell from each other.
    Clash,
    /// Compiled lists of another version, or a part of them.
    Compiled,
}

#[derive(Debug, Error)]
pub(super) enum Fault {
    #[error("{list}: expected CSV with a header line: {source}")]
    Csv {
        list: &'static str,
        source: csv::Error,
    },
    #[error("{list}, line {line}: {column} {found:?} is none of those that data/README.md lists")]
    Class {
        list: &'static str,
        line: u64,
        column: &'static str,
        found: String,
    },
    #[error("{0:?} is longer than a word of the lists can be, or the words are too many")]
    Size(String),
    #[error(
        "{0:?} has the same hash as another word of the lists, so that they could not be told \
         apart: leave one of the two out"
    )]
    Clash(String),
    #[error("these are no lists that this version has compiled: compile them again")]
    Compiled,
}

impl LexiconError {
    /// What was wrong.
    #[must_use]
    pub fn kind(&self) -> LexiconErrorKind {
        match self.0 {
            Fault::Csv { .. } => LexiconErrorKind::Csv,
            Fault::Class { .. } => LexiconErrorKind::Class,
            Fault::Size(_) => LexiconErrorKind::Size,
            Fault::Clash(_) => LexiconErrorKind::Clash,
            Fault::Compiled => LexiconErrorKind::Compiled,
        }
    }
}

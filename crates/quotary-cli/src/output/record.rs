use quotary::{Cell, Linked, Row, SpeakerRow};
use serde::Serialize;

/// Which table is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Table {
    /// One row a quotation.
    Quotations,
    /// One row a speaker.
    Speakers,
}

impl Table {
    /// The names of its columns, in order.
    pub(super) fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Quotations => &Row::COLUMNS,
            Self::Speakers => &SpeakerRow::COLUMNS,
        }
    }
}

/// A row of either table.
pub(super) trait Record: Serialize {
    /// Which table it belongs to.
    const TABLE: Table;

    /// A cell for each of the table's columns.
    fn cells(&self) -> Vec<Option<Cell<'_>>>;

    /// What a list of known people adds.
    fn linked(&self) -> &Linked<'_>;
}

impl Record for Row<'_> {
    const TABLE: Table = Table::Quotations;

    fn cells(&self) -> Vec<Option<Cell<'_>>> {
        self.cells().map(Some).into()
    }

    fn linked(&self) -> &Linked<'_> {
        &self.linked
    }
}

impl Record for SpeakerRow<'_> {
    const TABLE: Table = Table::Speakers;

    fn cells(&self) -> Vec<Option<Cell<'_>>> {
        self.cells().map(Some).into()
    }

    fn linked(&self) -> &Linked<'_> {
        &self.linked
    }
}

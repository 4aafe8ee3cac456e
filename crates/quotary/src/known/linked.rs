use super::{KnownPeople, Link};
use crate::Speaker;

/// The cells that a list of known people adds to a row, one for each of
/// [`KnownPeople::columns`]. Serializes as a map from column to cell; empty without a list.
#[derive(Debug, Clone, Default)]
pub struct Linked<'d> {
    people: Option<&'d KnownPeople>,
    cells: Vec<&'d str>,
    ambiguous: bool,
}

impl<'d> Linked<'d> {
    pub(crate) fn new(people: Option<&'d KnownPeople>, speaker: Option<&Speaker<'_>>) -> Self {
        let Some(list) = people else {
            return Self::default();
        };
        let link = speaker.map_or(Link::Nobody, |speaker| list.find(speaker));
        let ambiguous = matches!(link, Link::Several(_));
        let cells = match link {
            Link::One(person) => [person.id(), person.name()]
                .into_iter()
                .chain(person.further())
                .collect(),
            Link::Nobody | Link::Several(_) => Vec::new(),
        };
        Self {
            people,
            cells,
            ambiguous,
        }
    }

    /// The text of each cell in the order of the columns; empty where nobody is linked.
    pub fn cells(&self) -> impl Iterator<Item = &'d str> {
        let columns = self.people.map_or(0, |people| people.columns().len());
        (0..columns).map(|at| self.cells.get(at).copied().unwrap_or_default())
    }

    /// Whether several people of the list bear the name, so that none was taken.
    #[must_use]
    pub fn is_ambiguous(&self) -> bool {
        self.ambiguous
    }
}

impl PartialEq for Linked<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cells == other.cells && self.ambiguous == other.ambiguous
    }
}

#[cfg(feature = "serde")]
impl serde::Serialize for Linked<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let columns = self.people.map_or(&[][..], KnownPeople::columns);
        serializer.collect_map(columns.iter().enumerate().map(|(at, column)| {
            let cell = self.cells.get(at).copied().filter(|it| !it.is_empty());
            (column, cell)
        }))
    }
}

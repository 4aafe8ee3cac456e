use std::collections::HashMap;

use crate::Speaker;

mod error;
mod linked;

pub use error::{KnownPeopleError, KnownPeopleErrorKind};
pub use linked::Linked;

/// Whom the caller knows already: names with aliases, an id and any further columns, to which the
/// speakers of articles are linked.
///
/// A speaker is linked where its [`name`](Speaker::name) is a known name or alias, small and
/// capital letters, marks and blanks aside. Where two people of the list bear the name, none is
/// taken.
///
/// ```
/// use quotary::{Extractor, KnownPeople, Link};
///
/// let people = KnownPeople::from_csv(
///     "name,aliases,id,party\nInes Moreau,I. Moreau; Ines Moreau-Blanc,Q17,Greens\n",
/// )?;
/// let document = Extractor::new().extract("“The dam held,” said Ines Moreau, the mayor.");
/// let Link::One(person) = people.find(&document.speakers()[0]) else { panic!() };
/// assert_eq!(person.id(), "Q17");
/// assert_eq!(person.further().collect::<Vec<_>>(), ["Greens"]);
/// # Ok::<(), quotary::KnownPeopleError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct KnownPeople {
    /// `known_id`, `known_name` and the further columns as the output has them.
    columns: Vec<String>,
    people: Vec<Record>,
    /// Who bears a name, by the folded name.
    bearers: HashMap<String, Vec<usize>>,
}

/// One line of the list.
#[derive(Debug, Clone)]
struct Record {
    name: String,
    id: String,
    further: Vec<String>,
}

/// Somebody of a [`KnownPeople`].
#[derive(Debug, Clone, Copy)]
pub struct KnownPerson<'k> {
    record: &'k Record,
}

/// What a list knows of a speaker.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Link<'k> {
    /// Nobody bears the name.
    Nobody,
    /// This one does.
    One(KnownPerson<'k>),
    /// Several do: at least two, in the order of the list.
    Several(Vec<KnownPerson<'k>>),
}

/// The columns that a list needs; `aliases` and `id` may be missing.
const NAME: &str = "name";
const ALIASES: &str = "aliases";
const ID: &str = "id";

/// What stands before the list's own columns in the output, so that none is taken for another.
const PREFIX: &str = "known_";

impl KnownPeople {
    /// Reads a list as CSV with a header line: `name`, `aliases` (separated by semicolons), `id`,
    /// in any order, and any further columns, which are kept as they are.
    ///
    /// # Errors
    ///
    /// Where the text is no CSV, has no column `name`, has two columns of one name, or a line has
    /// no name; the message gives the line.
    pub fn from_csv(text: &str) -> Result<Self, KnownPeopleError> {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let header = reader.headers().map_err(KnownPeopleError::csv)?.clone();
        let place = |column: &str| header.iter().position(|it| it.trim() == column);
        let name = place(NAME).ok_or_else(|| KnownPeopleError::no_name_column(&header))?;
        let (aliases, id) = (place(ALIASES), place(ID));
        let further: Vec<usize> = (0..header.len())
            .filter(|&at| ![Some(name), aliases, id].contains(&Some(at)))
            .collect();
        let mut known = Self {
            columns: vec![format!("{PREFIX}{ID}"), format!("{PREFIX}{NAME}")],
            ..Self::default()
        };
        for &at in &further {
            let column = format!("{PREFIX}{}", header[at].trim());
            if known.columns.contains(&column) {
                return Err(KnownPeopleError::doubled(&header[at]));
            }
            known.columns.push(column);
        }
        for record in reader.records() {
            let record = record.map_err(KnownPeopleError::csv)?;
            let line = record.position().map_or(0, csv::Position::line);
            let cell = |at: usize| record.get(at).unwrap_or_default().trim();
            if cell(name).is_empty() {
                return Err(KnownPeopleError::nameless(line));
            }
            let person = Record {
                name: cell(name).to_owned(),
                id: id.map(cell).unwrap_or_default().to_owned(),
                further: further.iter().map(|&at| cell(at).to_owned()).collect(),
            };
            known.add(person, aliases.map(cell).unwrap_or_default());
        }
        Ok(known)
    }

    fn add(&mut self, person: Record, aliases: &str) {
        let index = self.people.len();
        let own = person.name.clone();
        for name in std::iter::once(own.as_str()).chain(aliases.split(';')) {
            let folded = folded(name);
            if folded.is_empty() {
                continue;
            }
            let bearers = self.bearers.entry(folded).or_default();
            if !bearers.contains(&index) {
                bearers.push(index);
            }
        }
        self.people.push(person);
    }

    /// Who of the list a speaker is.
    #[must_use]
    pub fn find(&self, speaker: &Speaker<'_>) -> Link<'_> {
        let bearers = self.bearers.get(&folded(&speaker.name));
        match bearers.map(Vec::as_slice) {
            None | Some([]) => Link::Nobody,
            Some(&[one]) => Link::One(self.person(one)),
            Some(several) => Link::Several(several.iter().map(|&it| self.person(it)).collect()),
        }
    }

    /// The columns that the list adds to a table, in order: `known_id`, `known_name`, and `known_`
    /// before each further column of the list.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// How many the list holds.
    #[must_use]
    pub fn len(&self) -> usize {
        self.people.len()
    }

    /// Whether the list holds nobody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }

    fn person(&self, index: usize) -> KnownPerson<'_> {
        KnownPerson {
            record: &self.people[index],
        }
    }
}

impl<'k> KnownPerson<'k> {
    /// The name in the list.
    #[must_use]
    pub fn name(self) -> &'k str {
        &self.record.name
    }

    /// The id in the list; empty where it has none.
    #[must_use]
    pub fn id(self) -> &'k str {
        &self.record.id
    }

    /// The cells of the further columns, in order.
    pub fn further(self) -> impl Iterator<Item = &'k str> {
        self.record.further.iter().map(String::as_str)
    }
}

/// A name in small letters, words joined by one blank, curly apostrophes straight, without full
/// stops.
fn folded(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        for c in word.chars() {
            match c {
                '.' => {}
                '’' | 'ʼ' => out.push('\''),
                '‐' | '‑' => out.push('-'),
                c => out.extend(c.to_lowercase()),
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::SpeakerKind;

    const LIST: &str = "id,name,aliases,country\n\
        1,Ana Prado,A. Prado;La Prado,Chile\n\
        2,John Lane,,\n\
        3,John Lane,Johnny Lane,Fiji\n";

    fn named(name: &str) -> Speaker<'static> {
        Speaker {
            name: name.into(),
            kind: SpeakerKind::Person,
            ..crate::document::tests::nobody()
        }
    }

    fn id(people: &KnownPeople, name: &str) -> Option<String> {
        match people.find(&named(name)) {
            Link::One(person) => Some(person.id().to_owned()),
            _ => None,
        }
    }

    #[test]
    fn names_and_aliases_are_found_whatever_their_capitals_and_blanks() {
        let people = KnownPeople::from_csv(LIST).expect("a good list");
        for name in ["Ana Prado", "ANA  PRADO", "A Prado", "la prado"] {
            assert_eq!(id(&people, name).as_deref(), Some("1"), "{name}");
        }
        assert_eq!(id(&people, "Prado"), None, "a part of a name is none");
        assert_eq!(id(&people, "Johnny Lane").as_deref(), Some("3"));
    }

    #[test]
    fn of_two_with_one_name_none_is_taken() {
        let people = KnownPeople::from_csv(LIST).expect("a good list");
        let Link::Several(both) = people.find(&named("John Lane")) else {
            panic!("two bear the name");
        };
        let ids: Vec<_> = both.into_iter().map(KnownPerson::id).collect();
        assert_eq!(ids, ["2", "3"]);
    }

    #[test]
    fn further_columns_are_kept() {
        let people = KnownPeople::from_csv(LIST).expect("a good list");
        assert_eq!(
            people.columns(),
            ["known_id", "known_name", "known_country"]
        );
        let Link::One(ana) = people.find(&named("Ana Prado")) else {
            panic!("one bears the name");
        };
        assert_eq!(ana.further().collect::<Vec<_>>(), ["Chile"]);
    }

    #[test]
    fn a_bad_list_says_what_is_wrong_and_where() {
        let kind = |text: &str| KnownPeople::from_csv(text).expect_err("a bad list").kind();
        assert_eq!(kind("id,party\n"), KnownPeopleErrorKind::Header);
        assert_eq!(kind("name,x,x\n"), KnownPeopleErrorKind::Header);
        assert_eq!(kind("name,id\n,7\n"), KnownPeopleErrorKind::Line);
        assert_eq!(kind("name,id\nAda\n"), KnownPeopleErrorKind::Line);
        let error = KnownPeople::from_csv("name,id\nAda,1\n ,7\n").expect_err("a bad list");
        assert!(error.to_string().contains("line 3"), "{error}");
    }
}

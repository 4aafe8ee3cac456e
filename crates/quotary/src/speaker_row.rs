use crate::row::Offsets;
use crate::{Cell, Document, KnownPeople, Linked, OffsetUnit, Speaker, names};

/// One line of the table that `quotary speakers` writes: somebody who says something in an
/// article, with all mentions.
///
/// ```
/// use quotary::{Extractor, OffsetUnit};
///
/// let text = "“The dam held,” said Ines Moreau, the mayor. Moreau said she had seen it.";
/// let document = Extractor::new().extract(text);
/// let row = document.speaker_rows("dam.txt", OffsetUnit::Chars).next().expect("a speaker");
/// assert_eq!((row.name, row.role, row.quotes), ("Ines Moreau", Some("mayor"), 2));
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct SpeakerRow<'d> {
    /// The id of the article, as given.
    pub doc_id: &'d str,
    /// 1, 2, … in the order in which the speakers first speak.
    pub speaker_id: usize,
    /// [`Speaker::name`]; empty where the article gives none.
    pub name: &'d str,
    /// `person`, `organization`, `group`, `document` or `unknown`.
    pub kind: &'static str,
    /// [`Speaker::role`].
    pub role: Option<&'d str>,
    /// `masculine` or `feminine`; `None` where nothing tells.
    pub gender: Option<&'static str>,
    /// How the gender is known: `title`, `kin word`, `pronoun`, `given name`, `none`.
    pub gender_evidence: &'static str,
    /// Number of quotes.
    pub quotes: usize,
    /// Number of words in them: runs between blanks.
    pub words: usize,
    /// The text of each mention, in order.
    pub mentions: Vec<&'d str>,
    /// Where each mention stands: half-open ranges.
    pub mention_spans: Vec<(usize, usize)>,
    /// `anonymous` where the article says that the speaker wants to stay unnamed,
    /// `ambiguous-name` where several known people bear the name.
    pub flags: Vec<&'static str>,
    /// What a list of known people adds; see [`SpeakerRows::linked`].
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub linked: Linked<'d>,
}

/// The speakers of a document as rows; made by [`Document::speaker_rows`].
#[derive(Debug, Clone)]
pub struct SpeakerRows<'d, 't> {
    document: &'d Document<'t>,
    doc_id: &'d str,
    offsets: Offsets<'t>,
    people: Option<&'d KnownPeople>,
    /// Quotes and words of each speaker.
    said: Vec<(usize, usize)>,
    next: usize,
}

impl SpeakerRow<'_> {
    /// The names of the columns, in order; those of a list of known people follow.
    pub const COLUMNS: [&'static str; 12] = [
        "doc_id",
        "speaker_id",
        "name",
        "kind",
        "role",
        "gender",
        "gender_evidence",
        "quotes",
        "words",
        "mentions",
        "mention_spans",
        "flags",
    ];

    /// A cell for each of [`COLUMNS`](Self::COLUMNS): mentions separated by `;` and a blank, an empty
    /// text where there is nothing.
    #[must_use]
    pub fn cells(&self) -> [Cell<'_>; 12] {
        [
            self.doc_id.into(),
            Cell::Number(self.speaker_id),
            self.name.into(),
            self.kind.into(),
            self.role.into(),
            self.gender.into(),
            self.gender_evidence.into(),
            Cell::Number(self.quotes),
            Cell::Number(self.words),
            self.mentions.join("; ").into(),
            Cell::Ranges(&self.mention_spans),
            Cell::Flags(&self.flags),
        ]
    }
}

impl<'d, 't> SpeakerRows<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>, doc_id: &'d str, unit: OffsetUnit) -> Self {
        let mut said = vec![(0, 0); document.speakers().len()];
        for quote in document.quotes() {
            if let Some(speaker) = quote.speaker {
                said[speaker].0 += 1;
                said[speaker].1 += quote.text.split_whitespace().count();
            }
        }
        Self {
            document,
            doc_id,
            offsets: Offsets::new(document.text(), unit),
            people: None,
            said,
            next: 0,
        }
    }

    /// Adds to each row what `people` knows of the speaker.
    #[must_use]
    pub fn linked(mut self, people: &'d KnownPeople) -> Self {
        self.people = Some(people);
        self
    }

    fn row(&self, index: usize, speaker: &'d Speaker<'t>) -> SpeakerRow<'d> {
        let text = self.document.text();
        let linked = Linked::new(self.people, Some(speaker));
        let mut flags = Vec::new();
        if linked.is_ambiguous() {
            flags.push(names::AMBIGUOUS);
        }
        if speaker.anonymous {
            flags.push(names::ANONYMOUS);
        }
        SpeakerRow {
            doc_id: self.doc_id,
            speaker_id: index + 1,
            name: &speaker.name,
            kind: names::speaker_kind(speaker.kind),
            role: speaker.role,
            gender: speaker.gender.map(names::gender),
            gender_evidence: names::gender_evidence(speaker.gender_evidence),
            quotes: self.said[index].0,
            words: self.said[index].1,
            mentions: speaker.mentions.iter().map(|it| it.slice(text)).collect(),
            mention_spans: self.offsets.ranges(&speaker.mentions),
            flags,
            linked,
        }
    }
}

impl<'d> Iterator for SpeakerRows<'d, '_> {
    type Item = SpeakerRow<'d>;

    fn next(&mut self) -> Option<SpeakerRow<'d>> {
        let index = self.next;
        let speaker = self.document.speakers().get(index)?;
        self.next += 1;
        Some(self.row(index, speaker))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::document;
    use crate::extractor::Filter;

    #[test]
    fn cells_follow_the_columns() {
        let document = document(&Filter::default());
        let people = KnownPeople::from_csv("name,id\nAda,9\n").expect("a good list");
        let rows = document
            .speaker_rows("a.txt", OffsetUnit::Chars)
            .linked(&people);
        let lines: Vec<_> = rows
            .map(|row| {
                let own = row.cells().map(|cell| cell.to_string()).join("|");
                let linked: Vec<_> = row.linked.cells().collect();
                format!("{own}|{}", linked.join("|"))
            })
            .collect();
        assert_eq!(
            lines,
            [
                "a.txt|1|Ada|person|||none|1|1||||9|Ada",
                "a.txt|2||person|mayor||none|1|5|The mayor; she|13-22;40-43|||",
            ]
        );
    }
}

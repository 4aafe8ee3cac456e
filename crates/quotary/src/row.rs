use quotary_attribution::Flag;
use quotary_grammar::Span;

use crate::{Cell, Document, KnownPeople, Linked, Quote, names};

/// What offsets in rows count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum OffsetUnit {
    /// Unicode code points: what Python, R and SQL slice by.
    #[default]
    Chars,
    /// Bytes of UTF-8: what Rust, Go and C slice by.
    Bytes,
    /// UTF-16 code units: what JavaScript, Java and C# slice by.
    Utf16,
}

/// One line of the table that `quotary extract` writes: a quote with its offsets in one unit.
///
/// The fields are the table's columns, in order; `docs/output.md` tells what each means. New ones
/// are only ever added at the end. With the feature `serde` a row serializes as JSON Lines have
/// it: arrays, numbers and nulls. For CSV, [`Row::cells`] gives it as text.
///
/// ```
/// use quotary::{Extractor, OffsetUnit};
///
/// let text = "“Il pleut,” dit-elle. “We walk,” said Ada Brun.";
/// let document = Extractor::new().extract(text);
/// for row in document.rows("walk.txt", OffsetUnit::Bytes) {
///     assert_eq!(&text[row.start..row.end], row.text);
/// }
/// ```
#[derive(Debug, Clone, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct Row<'d> {
    /// The id of the article, as given.
    pub doc_id: &'d str,
    /// [`Quote::id`].
    pub quote_id: usize,
    /// [`Quote::parent`].
    pub parent_id: Option<usize>,
    /// `direct`, `mixed` or `indirect`.
    pub kind: &'static str,
    /// [`Quote::text`].
    pub text: &'d str,
    /// Half-open ranges, in order; at least one.
    pub spans: Vec<(usize, usize)>,
    /// Of the first span.
    pub start: usize,
    /// Of the last span.
    pub end: usize,
    /// [`Speaker::name`](crate::Speaker::name); `None` where nobody or no name is known.
    pub speaker: Option<&'d str>,
    /// `person`, `organization`, `group`, `document` or `unknown`.
    pub speaker_kind: &'static str,
    /// [`Speaker::role`](crate::Speaker::role).
    pub speaker_role: Option<&'d str>,
    /// [`Quote::mention`].
    pub speaker_mention: Option<&'d str>,
    /// Half-open ranges, in order; empty where there is no mention.
    pub speaker_mention_spans: Vec<(usize, usize)>,
    /// [`Quote::cue`].
    pub cue: Option<&'d str>,
    /// Half-open ranges, in order; empty where there is no cue.
    pub cue_spans: Vec<(usize, usize)>,
    /// [`Quote::addressee`].
    pub addressee: Option<&'d str>,
    /// [`Quote::sieve`].
    pub sieve: &'static str,
    /// [`Quote::confidence`], written with two digits.
    #[cfg_attr(feature = "serde", serde(serialize_with = "two_digits"))]
    pub confidence: f32,
    /// Names of the flags, sorted; empty where there are none.
    pub flags: Vec<&'static str>,
    /// [`Quote::medium`].
    pub medium: Option<&'d str>,
    /// [`Speaker::gender`](crate::Speaker::gender): `masculine` or `feminine`; `None` where
    /// nothing tells.
    pub gender: Option<&'static str>,
    /// How the gender is known: `title`, `kin word`, `pronoun`, `given name`, `none`.
    pub gender_evidence: &'static str,
    /// What a list of known people adds; see [`Rows::linked`].
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub linked: Linked<'d>,
}

/// The rows of a document, in order; made by [`Document::rows`].
#[derive(Debug, Clone)]
pub struct Rows<'d, 't> {
    document: &'d Document<'t>,
    doc_id: &'d str,
    offsets: Offsets<'t>,
    repaired: bool,
    people: Option<&'d KnownPeople>,
    next: usize,
}

impl Row<'_> {
    /// The names of the columns, in order.
    pub const COLUMNS: [&'static str; 22] = [
        "doc_id",
        "quote_id",
        "parent_id",
        "kind",
        "text",
        "spans",
        "start",
        "end",
        "speaker",
        "speaker_kind",
        "speaker_role",
        "speaker_mention",
        "speaker_mention_spans",
        "cue",
        "cue_spans",
        "addressee",
        "sieve",
        "confidence",
        "flags",
        "medium",
        "gender",
        "gender_evidence",
    ];

    /// A cell for each of [`COLUMNS`](Self::COLUMNS), with an empty text where there is nothing.
    #[must_use]
    pub fn cells(&self) -> [Cell<'_>; 22] {
        [
            self.doc_id.into(),
            Cell::Number(self.quote_id),
            self.parent_id.map(Cell::Number).unwrap_or_default(),
            self.kind.into(),
            self.text.into(),
            Cell::Ranges(&self.spans),
            Cell::Number(self.start),
            Cell::Number(self.end),
            self.speaker.into(),
            self.speaker_kind.into(),
            self.speaker_role.into(),
            self.speaker_mention.into(),
            Cell::Ranges(&self.speaker_mention_spans),
            self.cue.into(),
            Cell::Ranges(&self.cue_spans),
            self.addressee.into(),
            self.sieve.into(),
            Cell::Probability(self.confidence),
            Cell::Flags(&self.flags),
            self.medium.into(),
            self.gender.into(),
            self.gender_evidence.into(),
        ]
    }
}

impl<'d, 't> Rows<'d, 't> {
    pub(crate) fn new(document: &'d Document<'t>, doc_id: &'d str, unit: OffsetUnit) -> Self {
        let offsets = Offsets::new(document.text(), unit);
        Self {
            document,
            doc_id,
            offsets,
            repaired: false,
            people: None,
            next: 0,
        }
    }

    /// Gives every row the flag `repaired`: the text is not what the input held, because bytes
    /// that are no UTF-8 were replaced.
    #[must_use]
    pub fn repaired(mut self) -> Self {
        self.repaired = true;
        self
    }

    /// Adds to each row what `people` knows of the speaker: the cells of
    /// [`KnownPeople::columns`], and the flag `ambiguous-name` where several bear the name.
    #[must_use]
    pub fn linked(mut self, people: &'d KnownPeople) -> Self {
        self.people = Some(people);
        self
    }

    fn row(&self, quote: &'d Quote<'t>) -> Row<'d> {
        let spans = self.offsets.ranges(&quote.spans);
        let speaker = self.document.speaker(quote);
        let linked = Linked::new(self.people, speaker);
        Row {
            doc_id: self.doc_id,
            quote_id: quote.id,
            parent_id: quote.parent,
            kind: names::kind(quote.kind),
            text: &quote.text,
            start: spans.first().map_or(0, |range| range.0),
            end: spans.last().map_or(0, |range| range.1),
            spans,
            speaker: speaker
                .map(|s| s.name.as_str())
                .filter(|name| !name.is_empty()),
            speaker_kind: names::speaker_kind(speaker.map_or(quote.source_kind, |it| it.kind)),
            speaker_role: speaker.and_then(|s| s.role),
            speaker_mention: quote.mention.as_deref(),
            speaker_mention_spans: self.offsets.ranges(&quote.mention_spans),
            cue: quote.cue.as_deref(),
            cue_spans: self.offsets.ranges(&quote.cue_spans),
            addressee: quote.addressee.as_deref(),
            sieve: quote.sieve,
            confidence: quote.confidence,
            flags: self.flags(&quote.flags, linked.is_ambiguous()),
            medium: quote.medium,
            gender: speaker.and_then(|s| s.gender).map(names::gender),
            gender_evidence: names::gender_evidence(
                speaker.map(|s| s.gender_evidence).unwrap_or_default(),
            ),
            linked,
        }
    }

    fn flags(&self, flags: &[Flag], ambiguous: bool) -> Vec<&'static str> {
        let mut found: Vec<_> = flags.iter().map(|&flag| names::flag(flag)).collect();
        if self.repaired {
            found.push("repaired");
        }
        if ambiguous {
            found.push(names::AMBIGUOUS);
        }
        found.sort_unstable();
        found
    }
}

impl<'d> Iterator for Rows<'d, '_> {
    type Item = Row<'d>;

    fn next(&mut self) -> Option<Row<'d>> {
        let quote = self.document.quotes().get(self.next)?;
        self.next += 1;
        Some(self.row(quote))
    }
}

/// Byte offsets in another unit. What stands before every so many bytes is counted once, so that
/// an offset costs the same wherever it is.
#[derive(Debug, Clone)]
pub(crate) struct Offsets<'t> {
    text: &'t [u8],
    unit: OffsetUnit,
    /// Units before every [`STEP`] bytes; empty where a unit is a byte.
    counts: Vec<usize>,
}

/// Bytes that are counted for an offset at most.
const STEP: usize = 512;

impl<'t> Offsets<'t> {
    pub(crate) fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut offsets = Self {
            text: text.as_bytes(),
            unit,
            counts: Vec::new(),
        };
        if unit != OffsetUnit::Bytes && !text.is_ascii() {
            let mut before = 0;
            for bytes in offsets.text.chunks(STEP) {
                offsets.counts.push(before);
                before += offsets.count(bytes);
            }
            offsets.counts.push(before);
        }
        offsets
    }

    pub(crate) fn ranges(&self, spans: &[Span]) -> Vec<(usize, usize)> {
        spans
            .iter()
            .map(|span| (self.at(span.start), self.at(span.end)))
            .collect()
    }

    fn at(&self, byte: usize) -> usize {
        match self.counts.get(byte / STEP) {
            None => byte,
            Some(before) => before + self.count(&self.text[byte / STEP * STEP..byte]),
        }
    }

    /// Units that begin in `bytes`; of two UTF-16 units both.
    fn count(&self, bytes: &[u8]) -> usize {
        let is_first = |byte: u8| u8::from(byte & 0b1100_0000 != 0b1000_0000);
        let is_of_four = |byte: u8| u8::from(byte >= 0b1111_0000);
        match self.unit {
            OffsetUnit::Bytes => bytes.len(),
            OffsetUnit::Chars => total(bytes, is_first),
            OffsetUnit::Utf16 => total(bytes, is_first) + total(bytes, is_of_four),
        }
    }
}

/// How many of `bytes` count. Within a chunk no byte overflows, so that many are counted at a time.
fn total(bytes: &[u8], count: impl Fn(u8) -> u8) -> usize {
    bytes
        .chunks(usize::from(u8::MAX))
        .map(|chunk| usize::from(chunk.iter().map(|&byte| count(byte)).sum::<u8>()))
        .sum()
}

#[cfg(feature = "serde")]
fn two_digits<S: serde::Serializer>(confidence: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*confidence) * 100.0).round() / 100.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::{TEXT, document};
    use crate::extractor::Filter;

    fn cells(unit: OffsetUnit) -> Vec<Vec<String>> {
        let document = document(&Filter::default());
        let rows = document.rows("a.txt", unit);
        rows.map(|row| row.cells().iter().map(|cell| cell.to_string()).collect())
            .collect()
    }

    #[test]
    fn cells_follow_the_output_contract() {
        let rows = cells(OffsetUnit::Chars);
        let first =
            "a.txt|1||direct|Go!|8-11|8|11|Ada|person||Ada|0-3|:|5-6||test|1.00|unclosed|||none";
        assert_eq!(rows[0].join("|"), first);
        let second = "a.txt|2||mixed|we heard “him say No|32-34;52-69|32|69||person|mayor|The mayor\
                      |13-22|told|23-27|us|test|0.46||||none";
        assert_eq!(rows[1].join("|"), second);
        let third = "a.txt|3|2|indirect|No|67-69|67|69||unknown||||say|63-66||test|1.00||||none";
        assert_eq!(rows[2].join("|"), third);
    }

    #[test]
    fn every_unit_slices_the_same_text() {
        let bytes = TEXT.as_bytes();
        let chars: Vec<char> = TEXT.chars().collect();
        let utf16: Vec<u16> = TEXT.encode_utf16().collect();
        let document = document(&Filter::default());
        let by = |unit| {
            document
                .rows("", unit)
                .flat_map(|row| row.spans)
                .collect::<Vec<_>>()
        };
        let spans = by(OffsetUnit::Bytes).into_iter();
        for ((b, c), u) in spans.zip(by(OffsetUnit::Chars)).zip(by(OffsetUnit::Utf16)) {
            let expected = std::str::from_utf8(&bytes[b.0..b.1]).expect("character boundaries");
            assert_eq!(chars[c.0..c.1].iter().collect::<String>(), expected);
            assert_eq!(String::from_utf16_lossy(&utf16[u.0..u.1]), expected);
        }
    }

    #[test]
    fn offsets_are_right_wherever_they_are() {
        let text = "aé–😀".repeat(STEP);
        for unit in [OffsetUnit::Chars, OffsetUnit::Utf16] {
            let offsets = Offsets::new(&text, unit);
            let mut expected = 0;
            for (byte, c) in text.char_indices() {
                assert_eq!(offsets.at(byte), expected);
                expected += if unit == OffsetUnit::Chars {
                    1
                } else {
                    c.len_utf16()
                };
            }
            assert_eq!(offsets.at(text.len()), expected);
        }
    }

    #[test]
    fn repaired_documents_say_so_in_every_row() {
        let document = document(&Filter::default());
        let rows: Vec<_> = document.rows("", OffsetUnit::Chars).repaired().collect();
        assert_eq!(rows[0].flags, ["repaired", "unclosed"]);
        assert_eq!(rows[1].flags, ["repaired"]);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn what_is_known_of_a_speaker_stands_behind_the_columns() {
        let people = KnownPeople::from_csv("name,id,party\nAda,9,\nAda B.,8,x\n").expect("a list");
        let document = document(&Filter::default());
        let rows: Vec<_> = document
            .rows("a.txt", OffsetUnit::Chars)
            .linked(&people)
            .collect();
        assert_eq!(rows[0].linked.cells().collect::<Vec<_>>(), ["9", "Ada", ""]);
        assert_eq!(rows[1].linked.cells().collect::<Vec<_>>(), ["", "", ""]);
        let json = serde_json::to_value(&rows[0]).expect("rows serialize");
        assert_eq!(json["known_id"], "9");
        assert_eq!(json["known_party"], serde_json::Value::Null);
    }

    #[test]
    fn a_name_that_several_bear_is_flagged_and_left_empty() {
        let people = KnownPeople::from_csv("name,id\nAda,1\nADA,2\n").expect("a list");
        let document = document(&Filter::default());
        let mut rows = document.rows("a.txt", OffsetUnit::Chars).linked(&people);
        let first = rows.next().expect("a row");
        assert_eq!(first.flags, ["ambiguous-name", "unclosed"]);
        assert_eq!(first.linked.cells().collect::<Vec<_>>(), ["", ""]);
    }

    #[cfg(feature = "serde")]
    #[test]
    fn json_has_arrays_numbers_and_nulls() {
        let document = document(&Filter::default());
        let rows: Vec<_> = document.rows("a.txt", OffsetUnit::Chars).collect();
        let json = serde_json::to_value(&rows[1]).expect("rows serialize");
        let names: Vec<_> = json
            .as_object()
            .expect("an object")
            .keys()
            .cloned()
            .collect();
        assert_eq!(names, Row::COLUMNS);
        assert_eq!(json["spans"], serde_json::json!([[32, 34], [52, 69]]));
        assert_eq!(json["confidence"], serde_json::json!(0.46));
        assert_eq!(json["parent_id"], serde_json::Value::Null);
        assert_eq!(json["speaker"], serde_json::Value::Null);
        assert_eq!(json["flags"], serde_json::json!([]));
    }
}

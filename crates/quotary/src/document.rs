use std::borrow::Cow;

use quotary_attribution::{
    Analysis, Attribution, Entity, Flag, Gender, GenderEvidence, Kind, SpeakerKind,
};
use quotary_grammar::{Diagnostic, Span};

use crate::extractor::Filter;
use crate::{OffsetUnit, Rows, SpeakerRows};

/// What one article holds: who said what.
#[derive(Debug, Clone)]
pub struct Document<'t> {
    text: &'t str,
    quotes: Vec<Quote<'t>>,
    speakers: Vec<Speaker<'t>>,
    diagnostics: Vec<Diagnostic>,
}

/// One attribution: what was said, and what the text tells about who said it.
///
/// Texts are verbatim slices of the article. Where a field has several spans, its text is their
/// slices joined by one blank.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Quote<'t> {
    /// 1, 2, … in the order of the content's first byte; stays the same whatever is filtered out.
    pub id: usize,
    /// The id of the quote whose content holds this one.
    pub parent: Option<usize>,
    /// How much of the content stands inside quotation marks.
    pub kind: Kind,
    /// What was said, without outer quotation marks.
    pub text: Cow<'t, str>,
    /// Where it stands: at least one span, in order.
    pub spans: Vec<Span>,
    /// Who said it, as mentioned here ("the minister", "she").
    pub mention: Option<Cow<'t, str>>,
    /// Where the mention stands; empty where there is none.
    pub mention_spans: Vec<Span>,
    /// The words that say that somebody said.
    pub cue: Option<Cow<'t, str>>,
    /// Where they stand; empty where there are none.
    pub cue_spans: Vec<Span>,
    /// Who was told: verbatim, or where that is a pronoun, the name of whom it stands for.
    pub addressee: Option<Cow<'t, str>>,
    /// Where the addressee stands.
    pub addressee_span: Option<Span>,
    /// In or on what it was said, without article: "statement", "post on X".
    pub medium: Option<&'t str>,
    /// Where the medium stands.
    pub medium_span: Option<Span>,
    /// The rule or model that decided.
    pub sieve: &'static str,
    /// Probability that content and source are right, 0 to 1.
    pub confidence: f32,
    /// What a reader should know, sorted.
    pub flags: Vec<Flag>,
    /// Index of who said it in [`Document::speakers`]; see [`Document::speaker`].
    pub speaker: Option<usize>,
    /// What a pronoun without a speaker says of its source: "I" outside quotation marks is a person, "we" a
    /// group.
    pub source_kind: SpeakerKind,
}

/// Somebody who says something in the article.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Speaker<'t> {
    /// The fullest name the article gives, without honorifics and article; empty where it gives
    /// none ("one of them").
    pub name: String,
    /// What sort of speaker it is.
    pub kind: SpeakerKind,
    /// What the article says the speaker is ("director of the institute"), verbatim.
    pub role: Option<&'t str>,
    /// Where the role stands.
    pub role_span: Option<Span>,
    /// Every mention in the article, in order.
    pub mentions: Vec<Span>,
    /// The gender by which the article speaks of the speaker; `None` where nothing tells.
    pub gender: Option<Gender>,
    /// How the gender is known.
    pub gender_evidence: GenderEvidence,
    /// Whether the article says that the speaker wants to stay unnamed.
    pub anonymous: bool,
}

impl<'t> Document<'t> {
    /// Of `text`, of which nothing is read yet.
    pub(crate) fn new(text: &'t str) -> Self {
        Self {
            text,
            quotes: Vec::new(),
            speakers: Vec::new(),
            diagnostics: Vec::new(),
        }
    }

    /// Adds what was found in the stretch of the text behind those before, with spans of the whole
    /// text; ids go on from `first`.
    pub(crate) fn add(&mut self, analysis: Analysis, first: usize, filter: &Filter) {
        let mut cast = Cast::new(analysis.entities.len(), self.speakers.len());
        for (index, attribution) in analysis.attributions.into_iter().enumerate() {
            if filter.admits(&attribution) {
                let speaker = attribution.speaker.map(|entity| cast.place_of(entity));
                let (text, entities) = (self.text, &analysis.entities);
                self.quotes.push(Quote::new(
                    text,
                    first,
                    index,
                    attribution,
                    speaker,
                    entities,
                ));
            }
        }
        let text = self.text;
        let mut entities: Vec<_> = analysis.entities.into_iter().map(Some).collect();
        let speakers = cast
            .entities
            .iter()
            .filter_map(|&entity| entities[entity].take());
        self.speakers.extend(speakers.map(|entity| Speaker {
            name: entity.name,
            kind: entity.kind,
            role: entity.role.map(|span| span.slice(text)),
            role_span: entity.role,
            mentions: entity.mentions,
            gender: entity.gender,
            gender_evidence: entity.gender_evidence,
            anonymous: entity.anonymous,
        }));
    }

    /// Adds what was odd about the marks of that stretch.
    pub(crate) fn add_diagnostics(&mut self, diagnostics: impl Iterator<Item = Diagnostic>) {
        self.diagnostics.extend(diagnostics);
    }

    /// The text that was read.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The quotes in the order of their contents' first bytes, a parent before what it holds.
    #[must_use]
    pub fn quotes(&self) -> &[Quote<'t>] {
        &self.quotes
    }

    /// Who said it: `None` where the text gives nobody.
    #[must_use]
    pub fn speaker(&self, quote: &Quote<'_>) -> Option<&Speaker<'t>> {
        self.speakers.get(quote.speaker?)
    }

    /// Everybody who says something in the quotes, in the order in which they first do.
    #[must_use]
    pub fn speakers(&self) -> &[Speaker<'t>] {
        &self.speakers
    }

    /// What was odd about the marks, in the order of the text.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// The table of the quotes, one row each; every row carries `doc_id`, and offsets in `unit`.
    #[must_use]
    pub fn rows<'d>(&'d self, doc_id: &'d str, unit: OffsetUnit) -> Rows<'d, 't> {
        Rows::new(self, doc_id, unit)
    }

    /// The table of the speakers, one row each, in the order of [`speakers`](Self::speakers); every
    /// row carries `doc_id`, and offsets in `unit`.
    #[must_use]
    pub fn speaker_rows<'d>(&'d self, doc_id: &'d str, unit: OffsetUnit) -> SpeakerRows<'d, 't> {
        SpeakerRows::new(self, doc_id, unit)
    }
}

impl<'t> Quote<'t> {
    fn new(
        text: &'t str,
        first: usize,
        index: usize,
        attribution: Attribution,
        speaker: Option<usize>,
        entities: &[Entity],
    ) -> Self {
        let hearer = attribution
            .hearer
            .map(|hearer| entities[hearer].name.clone());
        Self {
            id: first + index,
            parent: attribution.parent.map(|index| first + index),
            kind: attribution.kind,
            text: joined(text, &attribution.content).unwrap_or_default(),
            spans: attribution.content,
            mention: joined(text, &attribution.source),
            mention_spans: attribution.source,
            cue: joined(text, &attribution.cue),
            cue_spans: attribution.cue,
            addressee: match hearer {
                Some(name) if !name.is_empty() => Some(name.into()),
                _ => attribution.addressee.map(|span| span.slice(text).into()),
            },
            medium: attribution.medium.map(|span| span.slice(text)),
            medium_span: attribution.medium,
            addressee_span: attribution.addressee,
            sieve: attribution.sieve,
            confidence: attribution.confidence,
            flags: attribution.flags,
            speaker,
            source_kind: attribution.source_kind,
        }
    }
}

/// Who of the entities speaks, in the order of their first words.
struct Cast {
    entities: Vec<usize>,
    places: Vec<Option<usize>>,
    /// Speakers before them.
    before: usize,
}

impl Cast {
    fn new(entities: usize, before: usize) -> Self {
        Self {
            entities: Vec::new(),
            places: vec![None; entities],
            before,
        }
    }

    fn place_of(&mut self, entity: usize) -> usize {
        *self.places[entity].get_or_insert_with(|| {
            self.entities.push(entity);
            self.before + self.entities.len() - 1
        })
    }
}

/// The slices joined by one blank; nothing where there is no span.
fn joined<'t>(text: &'t str, spans: &[Span]) -> Option<Cow<'t, str>> {
    match spans {
        [] => None,
        [span] => Some(Cow::Borrowed(span.slice(text))),
        spans => {
            let slices: Vec<_> = spans.iter().map(|span| span.slice(text)).collect();
            Some(Cow::Owned(slices.join(" ")))
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use quotary_attribution::Entity;

    use super::*;

    /// A speaker of whom nothing is known.
    pub(crate) fn nobody() -> Speaker<'static> {
        Speaker {
            name: String::new(),
            kind: SpeakerKind::Unknown,
            role: None,
            role_span: None,
            mentions: Vec::new(),
            gender: None,
            gender_evidence: GenderEvidence::None,
            anonymous: false,
        }
    }

    /// Two say something here; the second of their quotations, in two pieces, holds the third.
    pub(crate) const TEXT: &str =
        "Ada 😀: “Go!” The mayor told us “we”, as she put it, heard “him say No”.";

    pub(crate) fn analysis() -> Analysis {
        let span = |slice: &str| {
            let start = TEXT.find(slice).expect("a slice of the text");
            Span::new(start, start + slice.len())
        };
        let attribution = |content: &[&str], cue: &str, source: &str| Attribution {
            kind: Kind::Direct,
            content: content.iter().map(|slice| span(slice)).collect(),
            cue: vec![span(cue)],
            source: vec![span(source)],
            addressee: None,
            hearer: None,
            medium: None,
            parent: None,
            speaker: None,
            source_kind: SpeakerKind::Unknown,
            sieve: "test",
            confidence: 1.0,
            flags: Vec::new(),
        };
        let first = Attribution {
            speaker: Some(2),
            flags: vec![Flag::Unclosed],
            ..attribution(&["Go!"], ":", "Ada")
        };
        let second = Attribution {
            kind: Kind::Mixed,
            speaker: Some(0),
            addressee: Some(span("us")),
            confidence: 0.456,
            ..attribution(&["we", "heard “him say No"], "told", "The mayor")
        };
        let third = Attribution {
            kind: Kind::Indirect,
            parent: Some(1),
            source: Vec::new(),
            ..attribution(&["No"], "say", "him")
        };
        let entity = |name: &str, kind| Entity {
            name: name.into(),
            kind,
            ..Entity::default()
        };
        let mayor = Entity {
            role: Some(span("mayor")),
            mentions: vec![span("The mayor"), span("she")],
            ..entity("", SpeakerKind::Person)
        };
        Analysis {
            attributions: vec![first, second, third],
            entities: vec![
                mayor,
                entity("silent", SpeakerKind::Group),
                entity("Ada", SpeakerKind::Person),
            ],
        }
    }

    pub(crate) fn document(filter: &Filter) -> Document<'static> {
        let mut document = Document::new(TEXT);
        document.add(analysis(), 1, filter);
        document
    }

    #[test]
    fn pieces_are_joined_by_one_blank() {
        let document = document(&Filter::default());
        assert_eq!(document.quotes()[1].text, "we heard “him say No");
        assert_eq!(document.quotes()[1].spans.len(), 2);
        assert_eq!(document.quotes()[1].mention.as_deref(), Some("The mayor"));
        assert_eq!(document.quotes()[2].mention, None);
    }

    #[test]
    fn speakers_are_those_who_speak_in_the_order_in_which_they_do() {
        let document = document(&Filter::default());
        let names: Vec<_> = document
            .speakers()
            .iter()
            .map(|s| s.name.as_str())
            .collect();
        assert_eq!(names, ["Ada", ""]);
        let mayor = document.speaker(&document.quotes()[1]).expect("somebody");
        assert_eq!((mayor.role, mayor.mentions.len()), (Some("mayor"), 2));
        assert_eq!(document.speaker(&document.quotes()[2]), None);
    }

    #[test]
    fn filters_leave_ids_alone() {
        let filter = Filter {
            kinds: vec![Kind::Indirect],
            ..Filter::default()
        };
        let only_indirect = document(&filter);
        let ids: Vec<_> = only_indirect
            .quotes()
            .iter()
            .map(|q| (q.id, q.parent))
            .collect();
        assert_eq!(ids, [(3, Some(2))]);
        assert_eq!(only_indirect.speakers(), []);

        let filter = Filter {
            min_confidence: 0.5,
            ..Filter::default()
        };
        let sure = document(&filter);
        assert_eq!(
            sure.quotes().iter().map(|q| q.id).collect::<Vec<_>>(),
            [1, 3]
        );
    }
}

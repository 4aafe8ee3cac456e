use alloc::vec::Vec;

use crate::{Diagnostic, ParagraphRule, Quotation, Segment, Span};

/// What the grammar found in a text.
#[derive(Debug, Clone)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Parse<'t> {
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) text: &'t str,
    pub(crate) paragraphs: Vec<Span>,
    pub(crate) segments: Vec<Segment>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) paragraph_rule: ParagraphRule,
    pub(crate) single_speech: bool,
    pub(crate) dash_dialogue: bool,
}

impl<'t> Parse<'t> {
    /// The text that was parsed.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The paragraphs, without blanks at their ends.
    #[must_use]
    pub fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// The segments in order.
    #[must_use]
    pub fn segments(&self) -> &[Segment] {
        &self.segments
    }

    /// The quotations in the order of their opening marks: a parent stands before its children.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// What was odd, in the order of the text.
    #[must_use]
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.diagnostics
    }

    /// How the text parts its paragraphs: as it was told, or as it was found out.
    #[must_use]
    pub fn paragraph_rule(&self) -> ParagraphRule {
        self.paragraph_rule
    }

    /// Whether speech was taken to stand in single marks; false where no mark left room for doubt.
    #[must_use]
    pub fn speech_in_single_quotes(&self) -> bool {
        self.single_speech
    }

    /// Whether paragraphs that begin with a dash were taken for turns of a dialogue; false where
    /// none begins with one.
    #[must_use]
    pub fn dash_dialogue(&self) -> bool {
        self.dash_dialogue
    }
}

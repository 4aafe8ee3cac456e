use alloc::vec::Vec;

use crate::diagnostic::{Oddity, diagnostics};
use crate::segment::segments;
use crate::{Diagnostic, ParagraphRule, Quotation, Segment, Span};

/// What the grammar found in a text.
///
/// ```
/// use quotary_grammar::{Grammar, ParagraphRule};
///
/// let parse = Grammar::new().parse("“We go,” he said.\nShe stayed.");
/// assert_eq!(parse.quotations().len(), 1);
/// assert_eq!(parse.paragraphs().len(), 2);
/// assert_eq!(parse.paragraph_rule(), ParagraphRule::Line);
/// assert!(parse.diagnostics().is_empty());
/// ```
#[derive(Debug, Clone)]
pub struct Parse<'t> {
    pub(crate) text: &'t str,
    pub(crate) paragraphs: Vec<Span>,
    pub(crate) quotations: Vec<Quotation>,
    pub(crate) oddities: Vec<Oddity>,
    pub(crate) paragraph_rule: ParagraphRule,
    pub(crate) single_speech: bool,
    pub(crate) dash_dialogue: bool,
}

impl<'t> Parse<'t> {
    /// The text that was parsed.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// assert_eq!(Grammar::new().parse("She stayed.").text(), "She stayed.");
    /// ```
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The paragraphs, without blanks at their ends.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let text = "One.\n\n  Two.\n";
    /// let parse = Grammar::new().parse(text);
    /// assert_eq!(parse.paragraphs()[1].slice(text), "Two.");
    /// ```
    #[must_use]
    pub fn paragraphs(&self) -> &[Span] {
        &self.paragraphs
    }

    /// Cuts the paragraphs into their segments, in order. They are made anew with each call: most who
    /// want quotations do without them, and they cost a third of the parse.
    ///
    /// ```
    /// use quotary_grammar::{Grammar, SegmentKind};
    ///
    /// let text = "PARIS (Lumen) — She stayed.";
    /// let parse = Grammar::new().parse(text);
    /// assert_eq!(parse.segments()[0].kind, SegmentKind::Dateline);
    /// assert_eq!(parse.segments()[1].span.slice(text), "She stayed.");
    /// ```
    #[must_use]
    pub fn segments(&self) -> Vec<Segment> {
        segments(self.text, &self.paragraphs)
    }

    /// The quotations in the order of their opening marks: a parent stands before its children.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// let text = "“We go,” he said. “Now.”";
    /// let parse = Grammar::new().parse(text);
    /// assert_eq!(parse.quotations()[1].content().slice(text), "Now.");
    /// ```
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// What was odd, in the order of the text. As with segments, the list is made anew with each call.
    ///
    /// ```
    /// use quotary_grammar::{DiagnosticKind, Grammar};
    ///
    /// let parse = Grammar::new().parse("We go,” he said.");
    /// assert_eq!(parse.diagnostics()[0].kind, DiagnosticKind::Stray);
    /// ```
    #[must_use]
    pub fn diagnostics(&self) -> Vec<Diagnostic> {
        diagnostics(self.text, &self.oddities, &self.quotations)
    }

    /// How the text parts its paragraphs: as it was told, or as it was found out.
    ///
    /// ```
    /// use quotary_grammar::{Grammar, ParagraphRule};
    ///
    /// let parse = Grammar::new().parse("She stayed, they\nsaid, the whole\nnight.");
    /// assert_eq!(parse.paragraph_rule(), ParagraphRule::BlankLine);
    /// ```
    #[must_use]
    pub fn paragraph_rule(&self) -> ParagraphRule {
        self.paragraph_rule
    }

    /// Whether speech was taken to stand in single marks; false where no mark left room for doubt.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// assert!(Grammar::new().parse("‘We go,’ he said.").speech_in_single_quotes());
    /// assert!(!Grammar::new().parse("“We ‘go’,” he said.").speech_in_single_quotes());
    /// ```
    #[must_use]
    pub fn speech_in_single_quotes(&self) -> bool {
        self.single_speech
    }

    /// Whether paragraphs that begin with a dash were taken for turns of a dialogue; false where
    /// none begins with one.
    ///
    /// ```
    /// use quotary_grammar::Grammar;
    ///
    /// assert!(Grammar::new().parse("—¿Quién es?\n—Soy yo, señor.").dash_dialogue());
    /// ```
    #[must_use]
    pub fn dash_dialogue(&self) -> bool {
        self.dash_dialogue
    }
}

/// All that is found, with the segments, without the text.
#[cfg(feature = "serde")]
impl serde::Serialize for Parse<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;

        let mut parse = serializer.serialize_struct("Parse", 7)?;
        parse.serialize_field("paragraphs", &self.paragraphs)?;
        parse.serialize_field("segments", &self.segments())?;
        parse.serialize_field("quotations", &self.quotations)?;
        parse.serialize_field("diagnostics", &self.diagnostics())?;
        parse.serialize_field("paragraph_rule", &self.paragraph_rule)?;
        parse.serialize_field("single_speech", &self.single_speech)?;
        parse.serialize_field("dash_dialogue", &self.dash_dialogue)?;
        parse.end()
    }
}
